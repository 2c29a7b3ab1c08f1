//! A source's captures together: every quote in the capture that it pins, else in the newest; and for
//! words that stand in an earlier capture alone, what became of them.

use super::captures::{Checked, Opened};
use super::drifted::{
    Story, Wording, decided, drifted, elsewhere, reworded_around, reworded_everywhere, superseded, wordings,
};
use super::messages::{self, Case};
use super::quotes::status;
use super::{Outcome, QuoteIndex, Run, Status, broken};
use crate::anchor::drift::{Became, became};
use crate::anchor::{Anchoring, Standing, Within, stands_at};
use crate::finding::{Finding, Level, Rule};
use crate::text::{Span, Text};
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
    /// It pins the earlier one, and stands there; whether the newest has its words at all.
    Pinned { is_lost: bool },
    /// It stands in the newest too, with its `within` where it has one: whatever changed lies outside of that.
    Standing,
    /// It stands in the newest, and is in the earlier one in other characters.
    StandingOtherwise,
}

/// A quote as it stands in an earlier capture.
struct Stood {
    asked: Asked,
    at: QuoteIndex,
    /// How it was found in the newest capture; for a pinned one how it stands in the earlier.
    now: Anchoring,
    /// How it stands in the earlier capture.
    then: Anchoring,
}

/// Whether a quote for which any of several places will do stands in several, then or now.
const fn has_repeats(stood: &Stood) -> bool {
    !stood.then.repeats.is_empty() || !stood.now.repeats.is_empty()
}

impl Run<'_> {
    /// Checks every capture of a source, and in each the quotes that cite it.
    pub(super) fn check_source(&self, index: usize, quotes: &[QuoteIndex]) -> Checked {
        let source = &self.corpus.sources[index];
        let count = source.captures.len();
        let outcomes = Vec::with_capacity(quotes.len());
        let mut checked = Checked { intact: vec![false; count], outcomes, findings: Vec::new() };
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
            // Of two captures with one id nobody knows which is meant: neither tells what became of words.
            let is_second = source.captures[..number].iter().any(|one| one.id == source.captures[number].id);
            let is_clear = !is_second && newest + 1 == source.captures.len();
            self.with_text(source, number, pinned, checked, |then, checked| {
                if !is_clear {
                    return self.check_quotes(then, pinned, checked);
                }
                let mut stood = self.check_pinned(then, pinned, &superseded, checked);
                let (found, others) = self.stood(then, Asked::Lost, std::mem::take(&mut lost));
                lost = others;
                stood.extend(found);
                let (found, others) = self.stood(then, Asked::Standing, std::mem::take(&mut standing));
                stood.extend(found);
                let (found, others) = self.stood_otherwise(then, others);
                standing = others;
                stood.extend(found);
                standing.extend(self.tell(now, then, gone, stood, checked));
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

    /// Settles the quotes that the newest capture decides; returns those of them that stand and do not name it, and those
    /// that do not stand.
    fn check_newest(
        &self,
        now: &Opened<'_>,
        own: &[QuoteIndex],
        checked: &mut Checked,
    ) -> (Vec<Placed>, Vec<Placed>) {
        let (mut standing, mut lost) = (Vec::new(), Vec::new());
        for (&at, anchoring) in own.iter().zip(self.identical(&now.text, own)) {
            let found = status(&self.case(at, now, &anchoring));
            if found != Status::Stands {
                lost.push(Placed { at, anchoring });
                continue;
            }
            self.conclude(at, now, &anchoring, checked);
            // Who names the newest capture says which text is meant.
            if self.quote(at).capture.is_none() {
                standing.push(Placed { at, anchoring });
            }
        }
        (standing, lost)
    }

    /// Settles the quotes that cite an earlier capture knowingly and do not stand there; returns the others.
    fn check_pinned(
        &self,
        then: &Opened<'_>,
        pinned: &[QuoteIndex],
        superseded: &BTreeSet<QuoteIndex>,
        checked: &mut Checked,
    ) -> Vec<Stood> {
        let (mut stood, mut failing) = (Vec::new(), Vec::new());
        for (&at, anchoring) in pinned.iter().zip(self.anchored(&then.text, pinned)) {
            if status(&self.case(at, then, &anchoring)) == Status::Stands {
                let (now, is_lost) = (anchoring.clone(), superseded.contains(&at));
                stood.push(Stood { asked: Asked::Pinned { is_lost }, at, now, then: anchoring });
            } else {
                failing.push((at, anchoring));
            }
        }
        for (at, mut findings, outcome) in self.settled_together(then, failing) {
            let is_in_newest = !superseded.contains(&at);
            if let Some(finding) = findings.first_mut().filter(|_| is_in_newest) {
                finding.notes.push(IN_NEWEST.into());
            }
            checked.findings.extend(findings);
            checked.outcomes.push((at, outcome));
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

    /// Those of some quotes that stand in the newest capture and are in an earlier one in other characters, in one place,
    /// and the others: what a drifted quote is once the source’s new characters are written.
    fn stood_otherwise(&self, then: &Opened<'_>, quotes: Vec<Placed>) -> (Vec<Stood>, Vec<Placed>) {
        if quotes.is_empty() {
            return (Vec::new(), quotes);
        }
        let numbers: Vec<QuoteIndex> = quotes.iter().map(|quote| quote.at).collect();
        let is_one = |one: &Anchoring| one.standing == Standing::Variant && one.place_count == 1;
        let is_alike = |one: &Anchoring| match &one.within {
            Within::None | Within::Stands(_) => is_one(one),
            Within::Wrong(holder) => {
                let is_there = is_one(one) || one.standing == Standing::Stands;
                is_there
                    && is_one(holder)
                    && holder.span().zip(one.span()).is_some_and(|(a, b)| a.contains(b))
            }
            Within::Elsewhere(_) => false,
        };
        let (mut stood, mut others) = (Vec::new(), Vec::new());
        for (quote, anchoring) in quotes.into_iter().zip(self.alike(&then.text, &numbers)) {
            if is_alike(&anchoring) {
                let (asked, now) = (Asked::StandingOtherwise, quote.anchoring);
                stood.push(Stood { asked, at: quote.at, now, then: anchoring });
            } else {
                others.push(quote);
            }
        }
        (stood, others)
    }

    /// Tells what became of quotes that stand in an earlier capture; both texts are compared once. Returns those that stand in
    /// the newest too and of which there is nothing to say: a still earlier capture may have them in other company, and what
    /// nobody answered is not answered by one capture more.
    fn tell(
        &self,
        now: &Opened<'_>,
        then: &Opened<'_>,
        gone: &str,
        stood: Vec<Stood>,
        checked: &mut Checked,
    ) -> Vec<Placed> {
        let passages: Vec<Vec<Span>> = stood.iter().map(|stood| stood.then.passages()).collect();
        let mut fates = became(&then.text, &now.text, &passages.concat()).into_iter();
        let mut stories = Vec::new();
        for (stood, passages) in stood.iter().zip(&passages) {
            let became: Vec<Became> = fates.by_ref().take(passages.len()).collect();
            stories.push(Story::new(self, stood.at, (now, then), &stood.then, &became));
        }
        let wordings = wordings(&stories, now);
        let mut unsaid = Vec::new();
        for ((stood, story), wording) in stood.into_iter().zip(&stories).zip(wordings) {
            let case = self.case(stood.at, then, &stood.then);
            match stood.asked {
                Asked::Lost => self.settle(&stood, story, wording.as_ref(), gone, checked),
                Asked::Pinned { is_lost } => {
                    // A pin says which text is meant, and answers nothing that stands beside the words there.
                    self.conclude(stood.at, then, &stood.then, checked);
                    // The same words elsewhere are not what was cited.
                    if is_lost || story.is_elsewhere(&Anchoring::of_segments(Standing::Absent, Vec::new())) {
                        checked.drifted(story.drift());
                        checked.findings.push(superseded(&case, story));
                    } else if let Some(finding) = reworded_around(&story.case(), &case) {
                        checked.findings.push(finding.under(Rule::QuoteSuperseded));
                    }
                }
                Asked::Standing | Asked::StandingOtherwise => match self.moved(&stood, &case, story) {
                    Some(finding) => checked.findings.push(finding),
                    None => unsaid.push(Placed { at: stood.at, anchoring: stood.now }),
                },
            }
        }
        unsaid
    }

    /// What is to be said of a quote that stands in both captures: that it does so in another place, or in other company.
    fn moved(&self, stood: &Stood, there: &Case<'_>, story: &Story<'_>) -> Option<Finding> {
        let here = self.case(stood.at, story.now, &stood.now);
        if stood.asked == Asked::StandingOtherwise {
            // Where its words are in another place, those of then may be there still.
            let is_same = !has_repeats(stood) && story.leads_to(&stood.now);
            return if is_same { reworded_around(&here, there) } else { None };
        }
        // Any of several places will do, so none of them is the one that it stood in.
        if has_repeats(stood) {
            return reworded_everywhere(&here, there);
        }
        if story.is_elsewhere(&stood.now) {
            return Some(elsewhere(&here, there, story));
        }
        reworded_around(&here, there)
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
        match status(&self.case(stood.at, story.now, &stood.now)) {
            Status::Ambiguous => return self.settle_places(stood, story, checked),
            Status::Cut => return self.settle_cut(stood, story, checked),
            _ => {}
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
        // Where that fails nothing, what was to be said of it while it stood still is.
        if self.corpus.config.level(Rule::QuoteDrifted) != Some(Level::Error) {
            let mut others = messages::findings(&case);
            broken::note(&case, &mut others);
            checked.findings.extend(others.into_iter().chain(self.beside(&case)));
        }
        checked.outcomes.push((stood.at, Arc::new(outcome)));
    }

    /// Settles a quote whose words the newest capture has in several places: their surroundings in the
    /// earlier one may say which is meant.
    fn settle_places(&self, stood: &Stood, story: &Story<'_>, checked: &mut Checked) {
        let decided_place = self.decided(stood, story);
        let anchoring = decided_place.as_ref().unwrap_or(&stood.now);
        self.conclude(stood.at, story.now, anchoring, checked);
        if decided_place.is_some() {
            let here = self.case(stood.at, story.now, anchoring);
            checked.findings.push(decided(&here, &story.then.capture.id, stood.now.place_count));
        }
    }

    /// Settles a quote that is whole in the earlier capture and cut in the newest.
    fn settle_cut(&self, stood: &Stood, story: &Story<'_>, checked: &mut Checked) {
        let first = checked.findings.len();
        self.conclude(stood.at, story.now, &stood.now, checked);
        checked.drifted(story.drift());
        let then = &story.then.capture.id;
        if let Some(cut) = checked.findings.get_mut(first) {
            cut.notes.push(format!("it stood whole in the capture `{then}`: the source changed since"));
        }
    }

    /// The place that is meant by a quote whose words are in several.
    fn decided(&self, stood: &Stood, story: &Story<'_>) -> Option<Anchoring> {
        let quote = self.quote(stood.at);
        let [segment] = &quote.segments()[..] else { return None };
        let is_whole = stood.now.places.len() == stood.now.place_count;
        if !is_whole || !stood.now.within.is_kept() {
            return None;
        }
        let span = story.same_words()?;
        let before = (&story.then.text, stood.then.span()?);
        if !is_at_home(before, &story.now.text, span, &stood.now.places) {
            return None;
        }
        let mut decided = stands_at(segment, quote.partial, &story.now.text, span)?;
        decided.within = stood.now.within.clone();
        Some(decided)
    }
}

/// What is told of a quote that pins an earlier capture and has words of the newest.
const IN_NEWEST: &str =
    "the newest capture has these words; where that is the one you mean, leave out `capture`";

/// Whether one of several places has what surrounded the words before, and no other nearly as much: either
/// it alone has the whole line, or its neighbours on both sides together are plainly more.
fn is_at_home((then, stood): (&Text<'_>, Span), now: &Text<'_>, place: Span, places: &[Span]) -> bool {
    let line = |text: &Text<'_>, span: Span| {
        let (start, end) = (text.line_span(span.start, 0).start, text.line_span(span.end, LINE).end);
        text.as_str()[start..end].trim().to_owned()
    };
    let own = line(then, stood);
    let same: Vec<&Span> = places.iter().filter(|&&place| line(now, place) == own).collect();
    if same.len() == 1 && own.len() > stood.len() + 8 {
        return *same[0] == place;
    }
    let likeness = |place: Span| {
        let back = |text: &Text<'_>, at: usize| {
            text.as_str()[..at].chars().rev().take(NEIGHBOURS).collect::<Vec<_>>()
        };
        let on =
            |text: &Text<'_>, at: usize| text.as_str()[at..].chars().take(NEIGHBOURS).collect::<Vec<_>>();
        common(&back(then, stood.start), &back(now, place.start))
            + common(&on(then, stood.end), &on(now, place.end))
    };
    let best = likeness(place);
    let second =
        places.iter().filter(|&&other| other != place).map(|&other| likeness(other)).max().unwrap_or(0);
    best >= CLEAR && best >= 2 * second
}

/// So many code points on either side of a quote are its neighbours.
const NEIGHBOURS: usize = 100;
/// So many of them must be the same where that is to decide.
const CLEAR: usize = 24;
/// So many bytes of a line are compared.
const LINE: usize = 4096;

/// How many items two sequences have in common at their beginning.
fn common(one: &[char], other: &[char]) -> usize {
    one.iter().zip(other).take_while(|(a, b)| a == b).count()
}
