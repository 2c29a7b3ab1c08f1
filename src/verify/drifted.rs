//! What is said of words that stood in an earlier capture and no longer stand in the newest: where they
//! stood, what became of them, what to do.

use super::beside;
use super::captures::Opened;
use super::context::sentence_around;
use super::differing::{difference_marks, named, told};
use super::messages::{Case, exact_line, side_by_side, within_line};
use super::quotes::{differences, negates_between};
use super::slips::differs_in_marks;

use super::{Drift, Location, NamedDifference, QuoteIndex, Repair, Run};
use crate::anchor::drift::{Became, Change};
use crate::anchor::{self, Anchoring, CutKind, Kind, SegmentDifference, Standing, Within, count_negations};
use crate::finding::{Excerpt, Finding, Marked, Rule};
use crate::fold::{Form, folded};
use crate::quoting::toml_string;
use crate::text::{Span, Text};
use std::cmp::Ordering;
use std::collections::HashSet;

const PUT_IN: &str = "a negation was put into these words";
const TAKEN_OUT: &str = "a negation was taken out of these words";
const NEGATED_ELSEWHERE: &str = "a negation stands in another place in these words now";

/// What became of one quote from one capture to the newest.
pub(super) struct Story<'s> {
    run: &'s Run<'s>,
    at: QuoteIndex,
    pub(super) now: &'s Opened<'s>,
    pub(super) then: &'s Opened<'s>,
    change: Change,
    /// Where each segment lies in the newest capture, with its differences.
    found: Anchoring,
    is_moved: bool,
    rivals: usize,
    /// What now stands in the place of its words.
    instead: Option<Span>,
    /// Where the words are all there: what keeps them from standing.
    around: Option<Around>,
    /// Where only their characters are other ones: what became of the sentence around them, where that is another.
    sentence: Option<Reworded>,
}

/// What changed around words that are all there.
enum Around {
    /// What lies between two segments now negates.
    Between,
    /// A negation now stands straight beside a segment, and is no part of it.
    Beside,
    /// The passage that is named in `within`.
    Within(Became),
}

impl<'s> Story<'s> {
    /// `stood` is how the quote stands in the earlier capture; `became` is for each of its segments, and
    /// for its `within` where there is one more.
    pub(super) fn new(
        run: &'s Run<'s>,
        at: QuoteIndex,
        (now, then): (&'s Opened<'s>, &'s Opened<'s>),
        stood: &Anchoring,
        became: &[Became],
    ) -> Self {
        let (own, within) = became.split_at(stood.segments.len());
        let worst = |some: &[Became]| some.iter().map(|one| one.change).min();
        let spans: Vec<Option<Span>> = own.iter().map(|one| one.span).collect();
        let mut found = Anchoring::of_segments(Standing::Altered, spans);
        for (segment, one) in own.iter().enumerate() {
            let named = one.differences.iter().cloned();
            found.differences.extend(named.map(|difference| SegmentDifference { segment, difference }));
        }
        let own_change = worst(own).unwrap_or(Change::Deleted);
        let around = if own_change.is_identical() { around(&found, now, within) } else { None };
        let change = match &around {
            Some(Around::Between | Around::Beside) => Change::Negation,
            Some(Around::Within(holder)) => holder.change,
            None => own_change,
        };
        let is_spelling = change == Change::Typography && around.is_none();
        let places = || Some(((&now.text, found.span()?), (&then.text, stood.span()?)));
        let sentence = places().filter(|_| is_spelling).and_then(|(now, then)| Reworded::of(now, then));
        Self {
            run,
            at,
            now,
            then,
            change,
            is_moved: own.iter().any(|one| one.is_moved),
            rivals: own.iter().map(|one| one.rivals).max().unwrap_or(0),
            instead: own.iter().find_map(|one| one.instead),
            found,
            around,
            sentence,
        }
    }

    /// Whether the passage is another now, in another place than `here`, where the same words stand.
    pub(super) fn is_elsewhere(&self, here: &Anchoring) -> bool {
        let is_other = !self.change.is_identical() && self.rivals == 0;
        let known = || self.found.spans().chain(self.instead);
        let is_here = || here.spans().any(|here| known().any(|span| span.overlaps(here)));
        is_other && !is_here()
    }

    /// Whether the words became those that stand at `here`.
    pub(super) fn leads_to(&self, here: &Anchoring) -> bool {
        self.rivals == 0 && here.spans().any(|here| self.found.spans().any(|span| span.overlaps(here)))
    }

    /// Where the words lie, where they are the same and it is decided where.
    pub(super) fn same_words(&self) -> Option<Span> {
        let is_same = self.change.is_identical() && self.rivals == 0;
        self.found.segments.first().copied().flatten().filter(|_| is_same)
    }

    /// The source's own characters, where the words are the same in others, inside one block each, in a sentence that
    /// is the same too.
    pub(super) fn repair(&self, wording: &Wording<'_>) -> Option<Repair> {
        let is_inside_block =
            |span: Span| self.now.text.block(span.start) == self.now.text.block(span.end - 1);
        let is_mendable = self.change == Change::Typography
            && self.around.is_none()
            && self.sentence.is_none()
            && wording.within.is_none()
            && self.found.spans().all(is_inside_block);
        let exact = wording.exact.as_ref().filter(|_| is_mendable)?;
        let exact = exact.iter().map(|&words| words.to_owned()).collect();
        Some(Repair { exact, within: None, beside: wording.beside.clone() })
    }

    /// How the words of then and now differ.
    pub(super) fn differences(&self) -> Vec<NamedDifference> {
        differences(&self.case())
    }

    /// The story as a report keeps it.
    pub(super) fn drift(&self) -> Drift {
        Drift {
            stood: self.then.capture.id.clone(),
            capture: self.now.capture.id.clone(),
            change: self.change,
            location: self.found.span().map(|span| Location::of(&self.now.path, &self.now.text, span)),
            found: self.found.span().map(|span| self.now.text.slice(span).to_owned()),
        }
    }

    /// The quote where its words lie in the newest capture.
    pub(super) fn case(&self) -> Case<'_> {
        self.run.case(self.at, self.now, &self.found)
    }

    /// Adds what became of the words: both places, what differs, both wordings.
    fn told(&self, mut finding: Finding, case: &Case<'_>) -> Finding {
        finding.excerpts.push(case.excerpt_of_words(&format!("stood here in `{}`", self.then.capture.id)));
        let now = self.case();
        if let Some(excerpt) = self.excerpt(&now) {
            finding.excerpts.push(excerpt);
        }
        let segments = case.quote.segments();
        finding.notes.extend(told("the quote", &segments, &self.found.differences, &self.now.text));
        if self.is_moved && self.found.span().is_some() {
            finding.notes.push("the passage is in another place than it was".into());
        }
        if self.rivals > 0 {
            finding.notes.push(format!(
                "{} places of the newest capture are as near; one of them is shown",
                self.rivals + 1
            ));
        }
        if let Some((then, now)) = self.holders(case) {
            finding.diff = Some(side_by_side(then, now));
            return finding;
        }
        if let Some(Reworded { now, then, .. }) = self.sentence {
            finding.diff = Some(side_by_side(self.then.text.slice(then), self.now.text.slice(now)));
            return finding;
        }
        let is_same = self.change.is_identical() || self.change == Change::Typography;
        let is_reworded = self.around.is_none() && !is_same;
        if let Some(found) = self.words_now().filter(|_| is_reworded) {
            finding.diff = Some(side_by_side(&case.quote.words(), &found));
        }
        finding
    }

    /// What became of the words, segment by segment.
    fn words_now(&self) -> Option<String> {
        let words: Option<Vec<&str>> =
            self.found.segments.iter().map(|span| Some(self.now.text.slice((*span)?))).collect();
        words.map(|words| words.join(" […] "))
    }

    /// The words of `within` then and now, where it is they that changed.
    fn holders<'a>(&'a self, case: &'a Case<'_>) -> Option<(&'a str, &'a str)> {
        let Some(Around::Within(holder)) = &self.around else { return None };
        Some((case.quote.within()?, self.now.text.slice(holder.span?)))
    }

    fn excerpt(&self, now: &Case<'_>) -> Option<Excerpt> {
        if let Some(instead) = self.instead {
            // The first paragraph of it; what replaced a passage may be the whole article.
            let block = self.now.text.block_span(instead.start);
            let shown = Span::new(instead.start, instead.end.min(block.end));
            let words = self.now.text.slice(shown).trim_end().len();
            let shown = Span::new(shown.start, shown.start + words);
            return Some(now.excerpt(&[Marked::primary(shown, "in its place now")]));
        }
        self.found.spans().next()?;
        let label = format!("now, in `{}`", self.now.capture.id);
        if self.found.differences.is_empty() {
            return Some(now.excerpt_of_words(&label));
        }
        let marks = difference_marks(&self.found, &self.run.quote(self.at).segments(), &self.now.text);
        let passages = self.found.spans().map(|span| Marked::context(span, label.as_str()));
        Some(now.excerpt(&marks.into_iter().chain(passages).collect::<Vec<_>>()))
    }

    /// What happened to a negation. A word may stand in the place of the one that negated, and negate nothing.
    fn negation(&self) -> &'static str {
        let (language, quote) = (self.now.text.language(), self.run.quote(self.at));
        let negates = |words: &str| count_negations(words, language) > 0;
        let segments = quote.segments();
        let differences = &self.found.differences;
        let own = || differences.iter().filter(|one| one.difference.kind == Kind::Negation);
        let was = own().any(|one| negates(&segments[one.segment][one.difference.quote.range()]));
        let is = own().any(|one| negates(self.now.text.slice(one.difference.source)));
        if was != is {
            return if is { PUT_IN } else { TAKEN_OUT };
        }
        if own().all(|one| one.difference.quote.is_empty()) {
            return PUT_IN;
        }
        if own().all(|one| one.difference.source.is_empty()) {
            return TAKEN_OUT;
        }
        let word = |words: &str| folded(words, Form::Words);
        let mut lost: Vec<_> =
            own().map(|one| word(&segments[one.segment][one.difference.quote.range()])).collect();
        let mut came: Vec<_> = own().map(|one| word(self.now.text.slice(one.difference.source))).collect();
        lost.sort_unstable();
        came.sort_unstable();
        if lost == came { NEGATED_ELSEWHERE } else { "a negation in these words is another now" }
    }

    /// What happened to a number.
    fn number(&self) -> &'static str {
        let own = || {
            self.found.differences.iter().map(|one| &one.difference).filter(|one| one.kind == Kind::Number)
        };
        match own().next() {
            Some(_) if own().all(|one| one.quote.is_empty()) => "a number was put into these words",
            Some(_) if own().all(|one| one.source.is_empty()) => "a number was taken out of these words",
            _ => "a number in these words is another one now",
        }
    }

    /// What happened to the words, as a sentence goes on after “the source changed: ”.
    fn sentence(&self) -> String {
        let kinds = || named(&self.run.quote(self.at).segments(), &self.found.differences, &self.now.text);
        match &self.around {
            Some(Around::Between) => return "what lies between these words negates them now".into(),
            Some(Around::Beside) => return "what stands straight beside these words negates them now".into(),
            Some(Around::Within(_)) => {
                return "these words are there, but the passage in `within` is another now".into();
            }
            None => {}
        }
        match self.change {
            Change::Typography => {
                let around = self.sentence.map_or(String::new(), |sentence| {
                    format!(", and the sentence around them is another now{}", sentence.what)
                });
                format!("these words are there in other characters now ({}){around}", kinds())
            }
            Change::Number => self.number().into(),
            Change::Negation => self.negation().into(),
            Change::Truncated => "only a part of these words is left".into(),
            Change::Extended => "more words stand between these now".into(),
            Change::Reordered => "these words are in another order now".into(),
            Change::Punctuation => "the punctuation of these words is another now".into(),
            Change::Words if differs_in_marks(&self.found) => {
                "the punctuation of these words is another now".into()
            }
            Change::Words => "other words stand here now".into(),
            Change::Deleted => "these words were taken out".into(),
            Change::Replaced => "something else stands in the place of these words".into(),
            Change::Kept | Change::Moved => {
                "these words are there, but not where the quote needs them".into()
            }
        }
    }
}

/// What keeps segments that are all there from standing.
fn around(found: &Anchoring, now: &Opened<'_>, within: &[Became]) -> Option<Around> {
    if negates_between(found, &now.text) {
        return Some(Around::Between);
    }
    let is_negation = |cut: &anchor::Cut| cut.kind == CutKind::Negation;
    if found.spans().any(|span| anchor::cuts(&now.text, span).iter().any(is_negation)) {
        return Some(Around::Beside);
    }
    let holder = within.first().filter(|one| !one.change.is_identical());
    holder.cloned().map(Around::Within)
}

/// A quote that no longer stands.
pub(super) fn drifted(
    case: &Case<'_>,
    story: &Story<'_>,
    wording: Option<&Wording<'_>>,
    gone: &str,
) -> Finding {
    let message = format!("the source changed: {}", story.sentence());
    let mut finding =
        case.finding(Rule::QuoteDrifted, message, "no longer in the source as it is written here");
    finding.notes.push(when(story, gone));
    let finding = story.told(finding, case);
    let finding = match wording {
        Some(wording) => {
            let finding = finding.help(how(case, story, wording)).help(wording.lines());
            let finding = if story.is_met_before(wording) { finding.help(REWORDED) } else { finding };
            match &wording.beside {
                Some(beside) => finding.help(format!("but {beside}: see whether the claim still holds")),
                None => finding,
            }
        }
        None => finding.help("read the source as it is now, and ask whether the claim still holds"),
    };
    let pin = format!("or, {}", pin_help(&story.then.capture.id));
    finding.help(match case.claim.id.value.as_str() {
        "" => pin,
        id => format!("{pin}; `ibid pin {id}` writes it"),
    })
}

/// What is told of a proposal whose words stood in another sentence.
const REWORDED: &str =
    "but the sentence around these words is another now: read it, and see whether the claim still holds";

/// What to do before the new lines are written.
fn how(case: &Case<'_>, story: &Story<'_>, wording: &Wording<'_>) -> String {
    let id = case.claim.id.value.as_str();
    if story.repair(wording).is_none() || id.is_empty() {
        return "read the passage as it is now; where the claim still holds, quote it so:".into();
    }
    format!("only characters changed: write the source’s own, or run `ibid fix {id} --write`:")
}

/// What to do where the claim is about the text of an earlier capture.
fn pin_help(capture: &str) -> String {
    format!("where the claim is about the earlier text, say so with `capture = {}`", toml_string(capture))
}

/// When the words went.
fn when(story: &Story<'_>, gone: &str) -> String {
    let (stood, newest) = (&story.then.capture.id, &story.now.capture.id);
    if gone == newest {
        return format!("they stood in the capture `{stood}`, and no longer do in the newest, `{gone}`");
    }
    format!(
        "they stood in the capture `{stood}`, and no longer did in `{gone}`; shown is the newest, `{newest}`"
    )
}

/// How to quote the source as it is now.
pub(super) struct Wording<'w> {
    /// The words of each segment, where they are other ones.
    exact: Option<Vec<&'w str>>,
    /// The passage that holds them, where it is another one or they need one.
    within: Option<&'w str>,
    /// What stands beside these words now and makes them say otherwise, in a sentence.
    beside: Option<String>,
}

impl Wording<'_> {
    fn lines(&self) -> String {
        let exact = self.exact.iter().map(|words| exact_line(words));
        exact.chain(self.within.map(within_line)).collect::<Vec<_>>().join("\n")
    }
}

/// For each story how to quote the source as it is now, where that would stand; looked for at once.
pub(super) fn wordings<'s>(stories: &[Story<'s>], now: &'s Opened<'s>) -> Vec<Option<Wording<'s>>> {
    let tried: Vec<Option<Wording<'s>>> = stories.iter().map(Story::wording).collect();
    let quote = |(story, wording): (&Story<'s>, &Option<Wording<'s>>)| {
        let Wording { exact, within, .. } = wording.as_ref()?;
        let segments = exact.clone().unwrap_or_else(|| story.run.quote(story.at).segments());
        Some(anchor::Quote { segments, within: *within, partial: false, repeated: false })
    };
    let quotes: Vec<anchor::Quote<'_>> = stories.iter().zip(&tried).filter_map(quote).collect();
    let mut found = anchor::anchor_identical(&quotes, &now.text).into_iter();
    let mut settled = |(story, wording): (&Story<'s>, Wording<'s>)| {
        let found = found.next()?;
        let stands = found.within.is_kept() && !negates_between(&found, &now.text);
        match found.standing {
            Standing::Stands if stands => {
                let beside = beside::sentence(&now.text, &found);
                Some(Wording { beside, ..wording })
            }
            Standing::Ambiguous if stands && wording.within.is_none() => {
                let spans: Vec<Span> = story.found.spans().collect();
                let holder = anchor::holder(&now.text, &spans)?;
                let words = Span::hull(&spans)?;
                let found = Anchoring {
                    within: Within::Stands(holder),
                    ..Anchoring::of_segments(Standing::Stands, vec![Some(words)])
                };
                let beside = beside::sentence(&now.text, &found);
                Some(Wording { exact: wording.exact, within: Some(now.text.slice(holder)), beside })
            }
            _ => None,
        }
    };
    stories.iter().zip(tried).map(|(story, wording)| settled((story, wording?))).collect()
}

impl<'s> Story<'s> {
    /// Whether the earlier capture has the words to be quoted now too, in a sentence that is another now: once they are
    /// written, that is all there is to tell.
    fn is_met_before(&self, wording: &Wording<'_>) -> bool {
        let Some(exact) = &wording.exact else { return false };
        let stood = |words: &&str| memchr::memmem::find(self.then.text.as_str().as_bytes(), words.as_bytes());
        self.sentence.is_some() || exact.iter().all(|words| stood(words).is_some())
    }

    /// How to quote the source as it is now, not yet tried.
    fn wording(&self) -> Option<Wording<'s>> {
        if let Some(Around::Within(holder)) = &self.around {
            let within = holder.span.filter(|_| holder.rivals == 0).map(|span| self.now.text.slice(span))?;
            return Some(Wording { exact: None, within: Some(within), beside: None });
        }
        let is_gone = matches!(self.change, Change::Deleted | Change::Replaced);
        let is_meant = self.rivals == 0 && !self.change.is_identical() && !is_gone;
        let spans: Vec<Span> = self.found.segments.iter().copied().collect::<Option<_>>()?;
        // Of several segments each must still say all that it said.
        let is_lost = |one: &SegmentDifference| one.difference.source.is_empty();
        let is_lossy = spans.len() > 1 && self.found.differences.iter().any(is_lost);
        if !is_meant || is_lossy || self.run.quote(self.at).within.is_some() {
            return None;
        }
        Some(Wording {
            exact: Some(spans.iter().map(|&span| self.now.text.slice(span)).collect()),
            within: None,
            beside: None,
        })
    }
}

/// What to do about a quote that cites an earlier capture knowingly.
const KNOWINGLY: &str = "nothing need be done while the claim is about the earlier text; for the source as it is now, take `capture` out and quote it anew";

/// A quote that cites an earlier capture knowingly, whose words the newest has no longer.
pub(super) fn superseded(case: &Case<'_>, story: &Story<'_>) -> Finding {
    let (stood, newest) = (&story.then.capture.id, &story.now.capture.id);
    let message = format!("this quote cites the earlier capture `{stood}`; since then {}", story.sentence());
    let mut finding = case.finding(Rule::QuoteSuperseded, message, "not in the newest capture");
    finding.notes.push(format!("the newest capture is `{newest}`"));
    let finding = story.told(finding, case);
    finding.help(KNOWINGLY)
}

/// A quote that stands, but not in the passage in which it stood: `here` is where it stands, `there` where
/// it stood.
pub(super) fn elsewhere(here: &Case<'_>, there: &Case<'_>, story: &Story<'_>) -> Finding {
    let message = format!("these words stand, but not where they stood: there, {}", story.sentence());
    let mut finding = here.finding(Rule::QuoteElsewhere, message, "whose words are these now?");
    finding.excerpts.push(here.excerpt_of_words("stands here"));
    let finding = story.told(finding, there);
    let meant = match here.quote.within {
        Some(_) => {
            "read both; where the passage that has the words now is the one that you mean, say so with a longer `within`"
        }
        None => {
            "read both; where the passage that has the words now is the one that you mean, say so with `within = …`"
        }
    };
    finding.help(meant).help(pin_help(&story.then.capture.id))
}

/// A sentence around some words that is another now.
#[derive(Clone, Copy)]
struct Reworded {
    now: Span,
    then: Span,
    /// What became of a negation in it, in words that go on after “is another now”.
    what: &'static str,
}

impl Reworded {
    /// The sentences around words now and then; `None` where they are the same but for their characters.
    fn of((now, here): (&Text<'_>, Span), (then, there): (&Text<'_>, Span)) -> Option<Self> {
        let (after, before) = (sentence_around(now, here), sentence_around(then, there));
        if folded(then.slice(before), Form::Words) == folded(now.slice(after), Form::Words) {
            return None;
        }
        let negations = |text: &Text<'_>, span| count_negations(text.slice(span), text.spoken());
        let what = match negations(now, after).cmp(&negations(then, before)) {
            Ordering::Equal => "",
            Ordering::Less => ": a negation was taken out of it",
            Ordering::Greater => ": a negation was put into it",
        };
        Some(Self { now: after, then: before, what })
    }
}

/// A quote that stands, in a sentence that is another now: `here` is where it stands, `there` where it stood.
/// `None` where the sentence is the same but for its characters.
pub(super) fn reworded_around(here: &Case<'_>, there: &Case<'_>) -> Option<Finding> {
    let places = ((here.text, here.anchoring.span()?), (there.text, there.anchoring.span()?));
    let Reworded { now, then, what } = Reworded::of(places.0, places.1)?;
    let (after, before) = (here.text.slice(now), there.text.slice(then));
    let message = format!("these words stand, but the sentence around them is another now{what}");
    let mut finding = here.finding(Rule::QuoteContext, message, "do they still say what they said?");
    for (case, name) in [(there, "stood"), (here, "stands")] {
        finding.excerpts.push(case.excerpt_of_words(&format!("{name} here in `{}`", case.capture.id)));
    }
    finding.diff = Some(side_by_side(before, after));
    if here.quote.capture.is_some() {
        return Some(finding.help(KNOWINGLY));
    }
    let meant = match here.quote.within {
        Some(_) => {
            "read the sentence as it is now; a longer `within`, with the words that changed, says that it is meant so"
        }
        None => {
            "read the sentence as it is now; `within = …` with the words around them says that it is meant so"
        }
    };
    Some(finding.help(meant).help(pin_help(&there.capture.id)))
}

/// A quote for which any of several places will do, and that stands in no sentence in which it stood: of all its places
/// then and now no two have the same one.
pub(super) fn reworded_everywhere(here: &Case<'_>, there: &Case<'_>) -> Option<Finding> {
    let known: HashSet<Vec<u8>> = sentences(there).collect();
    if sentences(here).any(|sentence| known.contains(&sentence)) {
        return None;
    }
    let mut finding = reworded_around(here, there)?;
    let places = here.anchoring.repeats.len() + 1;
    if places > 1 {
        finding.notes.push(format!(
            "they stand in {places} places, each in a sentence that is another now; the first is shown"
        ));
    }
    Some(finding)
}

/// The sentences around each place of a quote that is kept, by their words alone.
fn sentences<'a>(case: &'a Case<'_>) -> impl Iterator<Item = Vec<u8>> + use<'a> {
    let places = case.anchoring.span().into_iter().chain(case.anchoring.repeats.iter().copied());
    places.map(|place| folded(case.text.slice(sentence_around(case.text, place)), Form::Words))
}

/// A quote whose words the newest capture has in several places, of which one is where they stood.
pub(super) fn decided(here: &Case<'_>, then: &str, places: usize) -> Finding {
    let message = format!(
        "these words are in the newest capture in {places} places; what surrounds them in `{then}` says which is meant"
    );
    let mut finding = here.finding(Rule::QuoteDecided, message, "");
    finding.excerpts.push(here.excerpt_of_words("this one"));
    let holder = here.anchoring.span().and_then(|span| anchor::holder(here.text, &[span]));
    match holder {
        Some(holder) => finding.help("say so in the claim:").help(within_line(here.text.slice(holder))),
        None => finding.help("say so in the claim with `within = …`, a passage around the words"),
    }
}
