//! A source's captures together: every quote in the capture that it pins, else in the newest; and for
//! words that stand in an earlier capture alone, what became of them.

use super::captures::{Checked, Opened};
use super::drifted::{Story, Wording, drifted, elsewhere, superseded, wordings};
use super::quotes::status;
use super::{Outcome, QuoteIndex, Run, Status};
use crate::anchor::drift::{Became, became};
use crate::anchor::{Anchoring, Within, stands_at};
use crate::text::Span;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A quote, and how it was found in one capture.
struct Placed {
    at: QuoteIndex,
    anchoring: Anchoring,
}

/// Why it is asked what became of a quote that stands in an earlier capture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// It does not stand by itself in the newest.
    Lost,
    /// It pins the earlier one, and the newest has it no longer.
    Superseded,
    /// It stands in the newest too, with nothing that says in which place.
    Standing,
}

/// A quote as it stands in an earlier capture.
struct Stood {
    asked: Asked,
    at: QuoteIndex,
    /// How it was found in the newest capture; for a superseded one how it stands in the earlier.
    now: Anchoring,
    /// How it stands in the earlier capture.
    then: Anchoring,
}

impl Run<'_> {
    /// Checks every capture of a source, and in each the quotes that cite it.
    pub(super) fn check_source(&self, index: usize, quotes: &[QuoteIndex]) -> Checked {
        let source = &self.corpus.sources[index];
        let count = source.captures.len();
        let mut checked = Checked { intact: vec![false; count], outcomes: Vec::new(), findings: Vec::new() };
        // Of two captures with one id the first is checked; the other has a finding of its own.
        let number = |id: &str| source.captures.iter().position(|capture| capture.id == id);
        let newest = source.captures.last().and_then(|capture| number(&capture.id));
        let mut citing = vec![Vec::new(); count];
        for &at in quotes {
            let pin = self.quote(at).capture.as_ref();
            match pin.map_or(newest, |pin| number(&pin.value)) {
                Some(number) => citing[number].push(at),
                None => self.without_capture(source, at, &mut checked),
            }
        }
        let Some(newest) = newest else { return checked };
        let own = std::mem::take(&mut citing[newest]);
        let is_open = self.with_text(source, newest, &own, &mut checked, |now, checked| {
            if count == 1 {
                return self.check_quotes(now, &own, checked);
            }
            self.check_over_time(newest, now, &own, &citing, checked);
        });
        if !is_open {
            for number in (0..count).filter(|&number| number != newest) {
                self.with_text(source, number, &citing[number], &mut checked, |then, checked| {
                    self.check_quotes(then, &citing[number], checked);
                });
            }
        }
        checked
    }

    /// Checks the quotes `own` in the newest capture, and those that pin another one there; what does not
    /// stand is looked for in the earlier ones, from the newest of them back.
    fn check_over_time(
        &self,
        newest: usize,
        now: &Opened<'_>,
        own: &[QuoteIndex],
        citing: &[Vec<QuoteIndex>],
        checked: &mut Checked,
    ) {
        let source = now.source;
        let superseded = self.not_standing(now, &citing.concat());
        let (mut standing, mut lost) = self.check_newest(now, own, checked);
        let mut gone = now.capture.id.as_str();
        for number in (0..source.captures.len()).rev().filter(|&number| number != newest) {
            let pinned = &citing[number];
            self.with_text(source, number, pinned, checked, |then, checked| {
                let mut stood = self.check_pinned(then, pinned, &superseded, checked);
                let (found, others) = self.stood(then, Asked::Lost, std::mem::take(&mut lost));
                lost = others;
                stood.extend(found);
                stood.extend(self.stood(then, Asked::Standing, std::mem::take(&mut standing)).0);
                self.tell(now, then, gone, &stood, checked);
                gone = &source.captures[number].id;
            });
        }
        self.check_quotes(now, &lost.iter().map(|lost| lost.at).collect::<Vec<_>>(), checked);
    }

    /// Those of some quotes that do not stand in a capture; words in several places are still there.
    fn not_standing(&self, opened: &Opened<'_>, quotes: &[QuoteIndex]) -> BTreeSet<QuoteIndex> {
        let anchored = self.identical(&opened.text, quotes);
        let is_there = |at: QuoteIndex, anchoring: &Anchoring| {
            matches!(status(&self.case(at, opened, anchoring)), Status::Stands | Status::Ambiguous)
        };
        quotes.iter().zip(&anchored).filter(|(at, one)| !is_there(**at, one)).map(|(&at, _)| at).collect()
    }

    /// Settles the quotes that the newest capture decides; returns those of them that stand with nothing
    /// that says in which place, and the others.
    fn check_newest(
        &self,
        now: &Opened<'_>,
        own: &[QuoteIndex],
        checked: &mut Checked,
    ) -> (Vec<Placed>, Vec<Placed>) {
        let (mut standing, mut lost) = (Vec::new(), Vec::new());
        for (&at, anchoring) in own.iter().zip(self.identical(&now.text, own)) {
            let found = status(&self.case(at, now, &anchoring));
            if !matches!(found, Status::Stands | Status::Cut) {
                lost.push(Placed { at, anchoring });
                continue;
            }
            self.conclude(at, now, &anchoring, checked);
            let quote = self.quote(at);
            if found == Status::Stands && quote.within.is_none() && !quote.repeated {
                standing.push(Placed { at, anchoring });
            }
        }
        (standing, lost)
    }

    /// Settles the quotes that cite an earlier capture knowingly; returns those that stand there and no
    /// longer in the newest.
    fn check_pinned(
        &self,
        then: &Opened<'_>,
        pinned: &[QuoteIndex],
        superseded: &BTreeSet<QuoteIndex>,
        checked: &mut Checked,
    ) -> Vec<Stood> {
        let mut stood = Vec::new();
        for (&at, anchoring) in pinned.iter().zip(self.anchored(&then.text, pinned)) {
            let stands = status(&self.case(at, then, &anchoring)) == Status::Stands;
            if stands && superseded.contains(&at) {
                let now = anchoring.clone();
                stood.push(Stood { asked: Asked::Superseded, at, now, then: anchoring });
            } else {
                self.conclude(at, then, &anchoring, checked);
            }
        }
        stood
    }

    /// Those of some quotes that stand in an earlier capture, and the others.
    fn stood(&self, then: &Opened<'_>, asked: Asked, quotes: Vec<Placed>) -> (Vec<Stood>, Vec<Placed>) {
        let numbers: Vec<QuoteIndex> = quotes.iter().map(|quote| quote.at).collect();
        let (mut stood, mut others) = (Vec::new(), Vec::new());
        for (quote, anchoring) in quotes.into_iter().zip(self.identical(&then.text, &numbers)) {
            if status(&self.case(quote.at, then, &anchoring)) == Status::Stands {
                stood.push(Stood { asked, at: quote.at, now: quote.anchoring, then: anchoring });
            } else {
                others.push(quote);
            }
        }
        (stood, others)
    }

    /// Tells what became of quotes that stand in an earlier capture; both texts are compared once.
    fn tell(&self, now: &Opened<'_>, then: &Opened<'_>, gone: &str, stood: &[Stood], checked: &mut Checked) {
        let passages: Vec<Vec<Span>> = stood.iter().map(|stood| passages(&stood.then)).collect();
        let mut fates = became(&then.text, &now.text, &passages.concat()).into_iter();
        let mut stories = Vec::new();
        for (stood, passages) in stood.iter().zip(&passages) {
            let became: Vec<Became> = fates.by_ref().take(passages.len()).collect();
            stories.push(Story::new(self, stood.at, (now, then), &stood.then, &became));
        }
        let wordings = wordings(&stories, now);
        for ((stood, story), wording) in stood.iter().zip(&stories).zip(wordings) {
            let case = self.case(stood.at, then, &stood.then);
            match stood.asked {
                Asked::Lost => self.settle(stood, story, wording.as_ref(), gone, checked),
                Asked::Superseded => {
                    let outcome = Outcome { drift: Some(Box::new(story.drift())), ..self.outcome(&case) };
                    checked.findings.push(superseded(&case, story));
                    checked.outcomes.push((stood.at, Arc::new(outcome)));
                }
                Asked::Standing if story.is_elsewhere() => {
                    let here = self.case(stood.at, now, &stood.now);
                    checked.findings.push(elsewhere(&here, &case, story));
                }
                Asked::Standing => {}
            }
        }
    }

    /// Settles a quote that stood in an earlier capture and does not stand by itself in the newest.
    fn settle(
        &self,
        stood: &Stood,
        story: &Story<'_>,
        wording: Option<&Wording<'_>>,
        gone: &str,
        checked: &mut Checked,
    ) {
        if status(&self.case(stood.at, story.now, &stood.now)) == Status::Ambiguous {
            // Its surroundings in the earlier capture say which of the places is meant.
            let decided = self.decided(stood, story);
            return self.conclude(stood.at, story.now, decided.as_ref().unwrap_or(&stood.now), checked);
        }
        let case = self.case(stood.at, story.then, &stood.then);
        let outcome = Outcome {
            status: Status::Drifted,
            differences: story.differences(),
            drift: Some(Box::new(story.drift())),
            repair: wording.and_then(|wording| story.repair(wording)),
            ..self.outcome(&case)
        };
        checked.findings.push(drifted(&case, story, wording, gone));
        checked.outcomes.push((stood.at, Arc::new(outcome)));
    }

    /// The place that is meant by a quote whose words are in several.
    fn decided(&self, stood: &Stood, story: &Story<'_>) -> Option<Anchoring> {
        let quote = self.quote(stood.at);
        let [segment] = &quote.segments()[..] else { return None };
        if !matches!(stood.now.within, Within::None | Within::Stands(_)) {
            return None;
        }
        let mut decided = stands_at(segment, quote.partial, &story.now.text, story.same_words()?)?;
        decided.within = stood.now.within.clone();
        Some(decided)
    }
}

/// A standing quote's segments, and last its `within`.
fn passages(anchoring: &Anchoring) -> Vec<Span> {
    let within = match anchoring.within {
        Within::Stands(span) => Some(span),
        _ => None,
    };
    anchoring.segments.iter().copied().flatten().chain(within).collect()
}
