//! A source's captures together: every quote in the capture that it pins, else in the newest; and for
//! words that stand in an earlier capture alone, what became of them.

use super::captures::{Checked, Opened};
use super::drifted::{Story, drifted, elsewhere, superseded};
use super::quotes::status;
use super::{QuoteIndex, Run, Status};
use crate::anchor::drift::{Became, Change, became};
use crate::anchor::{Anchoring, Within, stands_at};
use crate::text::Span;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A quote that does not stand in the newest capture, and how it was found there.
struct Open {
    at: QuoteIndex,
    anchoring: Anchoring,
}

/// A quote as it stands in an earlier capture.
struct Stood {
    open: Open,
    /// How it stands there.
    anchoring: Anchoring,
    /// What became of its segments, and last of its `within` where it has one.
    became: Vec<Became>,
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
        let (mut standing, mut open) = self.check_newest(now, own, checked);
        let mut gone = now.capture.id.as_str();
        for number in (0..source.captures.len()).rev().filter(|&number| number != newest) {
            let pinned = &citing[number];
            self.with_text(source, number, pinned, checked, |then, checked| {
                self.check_pinned(now, then, pinned, &superseded, checked);
                self.check_earlier(now, then, gone, &mut open, checked);
                self.check_places(now, then, std::mem::take(&mut standing), checked);
                gone = &source.captures[number].id;
            });
        }
        for Open { at, anchoring } in open {
            self.conclude(at, now, &anchoring, checked);
        }
    }

    /// Those of some quotes that do not stand in a capture; words in several places are still there.
    fn not_standing(&self, opened: &Opened<'_>, quotes: &[QuoteIndex]) -> BTreeSet<QuoteIndex> {
        let anchored = self.anchored(&opened.text, quotes);
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
    ) -> (Vec<Open>, Vec<Open>) {
        let (mut standing, mut open) = (Vec::new(), Vec::new());
        for (&at, anchoring) in own.iter().zip(self.anchored(&now.text, own)) {
            let found = status(&self.case(at, now, &anchoring));
            if !matches!(found, Status::Stands | Status::Cut) {
                open.push(Open { at, anchoring });
                continue;
            }
            self.conclude(at, now, &anchoring, checked);
            let quote = self.quote(at);
            if found == Status::Stands && quote.within.is_none() && !quote.repeated {
                standing.push(Open { at, anchoring });
            }
        }
        (standing, open)
    }

    /// Says of quotes that stand where the passage in which they stood before is another now: the same
    /// words elsewhere may be another's.
    fn check_places(&self, now: &Opened<'_>, then: &Opened<'_>, standing: Vec<Open>, checked: &mut Checked) {
        let quotes: Vec<QuoteIndex> = standing.iter().map(|open| open.at).collect();
        let before = self.anchored(&then.text, &quotes);
        let both = standing.into_iter().zip(before);
        let stood =
            both.filter(|(open, then_stood)| status(&self.case(open.at, then, then_stood)) == Status::Stands);
        for stood in with_fate(now, then, stood.collect()) {
            let at = stood.open.at;
            let is_there =
                |one: &Became| matches!(one.change, Change::Kept | Change::Moved) || one.rivals > 0;
            if stood.became.iter().all(is_there) {
                continue;
            }
            let story = Story::new(self, at, (now, then), &stood.anchoring, &stood.became);
            let (here, there) =
                (self.case(at, now, &stood.open.anchoring), self.case(at, then, &stood.anchoring));
            checked.findings.push(elsewhere(&here, &there, &story));
        }
    }

    /// Checks the quotes that cite an earlier capture knowingly, and says of those that stand where the
    /// newest capture has them no longer.
    fn check_pinned(
        &self,
        now: &Opened<'_>,
        then: &Opened<'_>,
        pinned: &[QuoteIndex],
        superseded_quotes: &BTreeSet<QuoteIndex>,
        checked: &mut Checked,
    ) {
        let (mut gone, mut others) = (Vec::new(), Vec::new());
        for (&at, anchoring) in pinned.iter().zip(self.anchored(&then.text, pinned)) {
            let stands = status(&self.case(at, then, &anchoring)) == Status::Stands;
            let open = Open { at, anchoring };
            if stands && superseded_quotes.contains(&at) { gone.push(open) } else { others.push(open) }
        }
        for Open { at, anchoring } in others {
            self.conclude(at, then, &anchoring, checked);
        }
        let stood =
            gone.into_iter().map(|open| (Open { anchoring: open.anchoring.clone(), ..open }, open.anchoring));
        for stood in with_fate(now, then, stood.collect()) {
            let story = Story::new(self, stood.open.at, (now, then), &stood.anchoring, &stood.became);
            let case = self.case(stood.open.at, then, &stood.anchoring);
            let mut outcome = self.outcome(&case);
            outcome.drift = Some(Box::new(story.drift()));
            checked.findings.push(superseded(&case, &story));
            checked.outcomes.push((stood.open.at, Arc::new(outcome)));
        }
    }

    /// Settles those of the open quotes that stand in an earlier capture.
    fn check_earlier(
        &self,
        now: &Opened<'_>,
        then: &Opened<'_>,
        gone: &str,
        open: &mut Vec<Open>,
        checked: &mut Checked,
    ) {
        if open.is_empty() {
            return;
        }
        let quotes: Vec<QuoteIndex> = open.iter().map(|open| open.at).collect();
        let mut stood = Vec::new();
        for (one, anchoring) in std::mem::take(open).into_iter().zip(self.anchored(&then.text, &quotes)) {
            if status(&self.case(one.at, then, &anchoring)) == Status::Stands {
                stood.push((one, anchoring));
            } else {
                open.push(one);
            }
        }
        for stood in with_fate(now, then, stood) {
            self.settle(now, then, gone, stood, checked);
        }
    }

    /// Settles a quote that stood in an earlier capture and does not stand by itself in the newest.
    fn settle(&self, now: &Opened<'_>, then: &Opened<'_>, gone: &str, stood: Stood, checked: &mut Checked) {
        let at = stood.open.at;
        let found = status(&self.case(at, now, &stood.open.anchoring));
        if found == Status::Ambiguous {
            // Its surroundings in the earlier capture say which of the places is meant.
            let decided = self.decided(now, &stood).unwrap_or(stood.open.anchoring);
            return self.conclude(at, now, &decided, checked);
        }
        let story = Story::new(self, at, (now, then), &stood.anchoring, &stood.became);
        let case = self.case(at, then, &stood.anchoring);
        let mut outcome = self.outcome(&case);
        outcome.status = Status::Drifted;
        outcome.differences = story.differences();
        outcome.drift = Some(Box::new(story.drift()));
        if story.change() == Change::Typography {
            outcome.repair = self.outcome(&self.case(at, now, &stood.open.anchoring)).repair;
        }
        checked.findings.push(drifted(&case, &story, gone));
        checked.outcomes.push((at, Arc::new(outcome)));
    }

    /// The place that is meant by a quote whose words are in several.
    fn decided(&self, now: &Opened<'_>, stood: &Stood) -> Option<Anchoring> {
        let [segment] = &self.quote(stood.open.at).segments()[..] else { return None };
        if !matches!(stood.open.anchoring.within, Within::None | Within::Stands(_)) {
            return None;
        }
        let meant = stood.became.first().filter(|became| became.rivals == 0)?;
        let is_same = matches!(meant.change, Change::Kept | Change::Moved);
        let partial = self.quote(stood.open.at).partial;
        let mut decided = stands_at(segment, partial, &now.text, meant.span.filter(|_| is_same)?)?;
        decided.within = stood.open.anchoring.within.clone();
        Some(decided)
    }
}

/// What became in the newest capture of quotes that stand in an earlier one.
fn with_fate(now: &Opened<'_>, then: &Opened<'_>, quotes: Vec<(Open, Anchoring)>) -> Vec<Stood> {
    let passages: Vec<Vec<Span>> = quotes.iter().map(|(_, anchoring)| passages(anchoring)).collect();
    let mut fates = became(&then.text, &now.text, &passages.concat()).into_iter();
    let stood = |((open, anchoring), passages): ((Open, Anchoring), &Vec<Span>)| Stood {
        open,
        anchoring,
        became: fates.by_ref().take(passages.len()).collect(),
    };
    quotes.into_iter().zip(&passages).map(stood).collect()
}

/// A standing quote's segments, and last its `within`.
fn passages(anchoring: &Anchoring) -> Vec<Span> {
    let within = match anchoring.within {
        Within::Stands(span) => Some(span),
        _ => None,
    };
    anchoring.segments.iter().copied().flatten().chain(within).collect()
}
