//! Whether what is proposed would stand, were it pasted: nothing is proposed that would fail in its turn.

use super::beside;
use super::messages::{Case, exact_line, within_line};
use super::quotes::omissions;
use crate::anchor::{self, Anchoring, Proposal, Standing};
use crate::citing;
use crate::finding::{Finding, Marked};
use crate::text::{Span, Text};

/// What may be pasted in place of what a claim has of a quote, or beside it.
#[derive(Clone, Debug)]
pub(super) struct Trial<'t> {
    pub segments: Vec<&'t str>,
    pub within: Option<&'t str>,
    pub partial: bool,
    pub repeated: bool,
}

impl<'t> Trial<'t> {
    /// The quote as it is written.
    pub(super) fn of(case: &Case<'t>) -> Self {
        let quote = case.quote;
        let (segments, within) = (quote.segments(), quote.within());
        Self { segments, within, partial: quote.partial, repeated: quote.repeated }
    }

    /// A quote written so.
    pub(super) fn quote(&self) -> anchor::Quote<'t> {
        let Self { segments, within, partial, repeated } = self.clone();
        anchor::Quote { segments, within, partial, repeated }
    }

    /// Where a quote written so would stand; `None` where it would not.
    pub(super) fn found(&self, case: &Case<'_>) -> Option<Anchoring> {
        let found = anchor::anchor_identical(&[self.quote()], case.text).remove(0);
        stands_whole(&found, case.text).then_some(found)
    }

    /// Whether a quote written so would stand.
    pub(super) fn stands(&self, case: &Case<'_>) -> bool {
        self.found(case).is_some()
    }

    /// The line that has these words for a quote, where it would stand with it.
    pub(super) fn proposed(&self, case: &Case<'_>) -> Option<Proposed> {
        Some(Proposed::new(exact_line(&self.segments), self.found(case)?))
    }
}

/// Whether a quote found so stands, leaving out nothing that negates and between no segments nothing.
pub(super) fn stands_whole(found: &Anchoring, text: &Text<'_>) -> bool {
    let is_turned = || omissions(found, text).iter().any(|one| one.negation.is_some() || one.is_empty);
    found.standing == Standing::Stands && found.within.is_kept() && !is_turned()
}

/// Lines to paste, and where the quote stands with them.
pub(super) struct Proposed {
    pub lines: String,
    pub found: Anchoring,
    /// The same for other places where the words are.
    others: Vec<Proposed>,
    /// The lines for any of the places, and all of these.
    any: Option<Box<Proposed>>,
    /// Whether there are more places than those.
    has_more: bool,
}

impl Proposed {
    /// Lines with which a quote stands in the one place that it may mean.
    pub(super) const fn new(lines: String, found: Anchoring) -> Self {
        Self { lines, found, others: Vec::new(), any: None, has_more: false }
    }

    /// The same with a further line below.
    pub(super) fn with_line(mut self, line: &str) -> Self {
        self.lines = format!("{}\n{line}", self.lines);
        self.others = self.others.into_iter().map(|other| other.with_line(line)).collect();
        self.any = self.any.map(|any| Box::new(any.with_line(line)));
        self
    }

    /// The finding with the place of the words in the source, and what to do.
    pub(super) fn shown(&self, case: &Case<'_>, mut finding: Finding, help: impl Into<String>) -> Finding {
        let places = self.found.spans().map(|place| Marked::primary(place, "the source’s words"));
        let left_out = beside::left_out(case.text, &self.found);
        finding.excerpts.push(case.excerpt(&places.chain(beside::marks(&left_out)).collect::<Vec<_>>()));
        self.told(case, finding, help)
    }

    /// The finding with what to do, the lines for it, and what would be warned of once they are pasted: of words in several
    /// places for each of the first.
    pub(super) fn told(&self, case: &Case<'_>, finding: Finding, help: impl Into<String>) -> Finding {
        let help = help.into();
        if self.others.is_empty() {
            let finding = finding.help(help).help(&self.lines);
            return self.or_any(case, beside::warned(case, finding, &self.found, "the passage"));
        }
        let finding = self.told_of_place(case, finding, help.trim_end_matches(':'));
        let each = self.others.iter();
        let finding = each.fold(finding, |finding, other| other.told_of_place(case, finding, "or"));
        let finding = if self.has_more {
            finding.help("or, for another, quote it with the words around it")
        } else {
            finding
        };
        self.or_any(case, finding)
    }

    fn told_of_place(&self, case: &Case<'_>, finding: Finding, help: &str) -> Finding {
        let at = case.text.position(self.found.spans().next().map_or(0, |span| span.start));
        let place = format!("{}:{}", at.line, at.column);
        let finding = finding.help(format!("{help}, for the place at {place}:")).help(&self.lines);
        beside::warned(case, finding, &self.found, &format!("the passage at {place}"))
    }

    fn or_any(&self, case: &Case<'_>, finding: Finding) -> Finding {
        match &self.any {
            Some(any) => {
                let finding = finding.help("or, where any of them will do:").help(&any.lines);
                beside::warned_of_any(case, finding, &any.found)
            }
            None => finding,
        }
    }

    /// Of what may be proposed the first, with the others.
    fn of_each(each: Vec<Self>, any: Option<Self>, count: usize) -> Option<Self> {
        let mut each = each.into_iter();
        let Some(first) = each.next() else { return any };
        let others: Vec<Self> = each.collect();
        let has_more = 1 + others.len() < count;
        Some(Self { any: any.map(Box::new), has_more: has_more && !others.is_empty(), others, ..first })
    }
}

/// So many places of some words have their own lines.
const PLACES_TOLD: usize = 3;

/// The lines that make `exact` these spans of the source, with what they need to stand: of words in several places for
/// each of the first, or that any will do; `None` where no such lines would stand.
pub(super) fn exact_lines(case: &Case<'_>, spans: &[Span]) -> Option<Proposed> {
    if is_only_place(case, spans.len()) {
        let words: Vec<&str> = spans.iter().map(|&span| case.text.slice(span)).collect();
        return Some(Proposed::new(exact_line(&words), beside::as_quoted(case, spans)));
    }
    let (mut each, mut any) = (Vec::new(), Vec::new());
    let mut known: Vec<Vec<&str>> = Vec::new();
    for spans in std::iter::once(spans).chain(case.anchoring.wholes.iter().map(Vec::as_slice)) {
        let words: Vec<&str> = spans.iter().map(|&span| case.text.slice(span)).collect();
        if known.contains(&words) {
            continue;
        }
        known.push(words.clone());
        let plain = Trial { segments: words, ..Trial::of(case) };
        let exact = exact_line(&plain.segments);
        if let Some(found) = plain.found(case) {
            each.push(Proposed::new(exact, found));
            continue;
        }
        let (of_words, repeated) = needed(case, &plain, spans, &exact);
        each.extend(of_words);
        any.extend(repeated);
    }
    // Where they are not the same words, no line is for all of them.
    let any = any.pop().filter(|_| known.len() == 1 || each.is_empty());
    each.truncate(PLACES_TOLD);
    Proposed::of_each(each, any, case.anchoring.place_count)
}

/// Whether the source's own words for a variant stand for sure: where the folded words are in one place, the same words
/// are in no other. Saves looking through the text again.
pub(super) fn is_only_place(case: &Case<'_>, segments: usize) -> bool {
    let found = case.anchoring;
    let is_variant = found.standing == Standing::Variant && found.place_count == 1;
    is_variant && segments == 1 && case.quote.within.is_none()
}

/// The lines that let a quote stand whose words are in several places, below `own`: for each of the first places the
/// shortest passage that decides, or that any will do.
pub(super) fn needed_lines(
    case: &Case<'_>,
    trial: &Trial<'_>,
    spans: &[Span],
    own: &str,
) -> Option<Proposed> {
    let (each, any) = needed(case, trial, spans, own);
    Proposed::of_each(each, any, case.anchoring.place_count)
}

/// The same, one for each place, and for any of them.
fn needed(
    case: &Case<'_>,
    trial: &Trial<'_>,
    spans: &[Span],
    own: &str,
) -> (Vec<Proposed>, Option<Proposed>) {
    let held = |holder: Span| {
        let within = case.text.slice(holder);
        let found = Trial { within: Some(within), repeated: false, ..trial.clone() }.found(case)?;
        Some(Proposed::new(format!("{own}\n{}", within_line(within)), found))
    };
    let mut holders: Vec<Span> = case.anchoring.holder.filter(|_| spans.len() == 1).into_iter().collect();
    let apart =
        anchor::anchor_identical(&[Trial { within: None, ..trial.clone() }.quote()], case.text).remove(0);
    if let Proposal::Within(each) = apart.proposal {
        holders.extend(each);
    }
    let mut each: Vec<Proposed> = Vec::new();
    for proposed in holders.into_iter().filter_map(held) {
        let is_same = |known: &Proposed| known.found.span() == proposed.found.span();
        if each.len() < PLACES_TOLD && !each.iter().any(is_same) {
            each.push(proposed);
        }
    }
    if each.is_empty() {
        each.extend(citing::holder(spans, trial.partial, case.text).and_then(held));
    }
    let repeated = Trial { repeated: true, ..trial.clone() };
    let any = repeated.found(case).map(|found| Proposed::new(format!("{own}\nrepeated = true"), found));
    (each, any)
}
