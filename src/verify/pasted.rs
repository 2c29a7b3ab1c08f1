//! Whether what is proposed would stand, were it pasted: nothing is proposed that would fail in its turn.

use super::beside;
use super::messages::{Case, exact_line, within_line};
use super::quotes::omissions;
use crate::anchor::{self, Anchoring, Standing};
use crate::citing;
use crate::finding::Finding;
use crate::text::Span;

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

    /// Where a quote written so would stand, leaving out nothing that negates and between no segments nothing; `None`
    /// where it would not.
    pub(super) fn found(&self, case: &Case<'_>) -> Option<Anchoring> {
        let found = anchor::anchor_identical(&[self.quote()], case.text).remove(0);
        let is_turned =
            || omissions(&found, case.text).iter().any(|one| one.negation.is_some() || one.is_empty);
        let stands = found.standing == Standing::Stands && found.within.is_kept() && !is_turned();
        stands.then_some(found)
    }

    /// Whether a quote written so would stand.
    pub(super) fn stands(&self, case: &Case<'_>) -> bool {
        self.found(case).is_some()
    }

    /// The line that has these words for a quote, where it would stand with it.
    pub(super) fn proposed(&self, case: &Case<'_>) -> Option<Proposed> {
        Some(Proposed { lines: exact_line(&self.segments), found: self.found(case)? })
    }
}

/// Lines to paste, and where the quote stands with them.
pub(super) struct Proposed {
    pub lines: String,
    pub found: Anchoring,
}

impl Proposed {
    /// The finding with what to do, the lines for it, and what would be warned of once they are pasted.
    pub(super) fn told(&self, case: &Case<'_>, finding: Finding, help: impl Into<String>) -> Finding {
        beside::warned(case, finding.help(help).help(&self.lines), &self.found, "the passage")
    }
}

/// The lines that make `exact` these spans of the source, with what they need to stand, be it that any of several
/// places will do; `None` where no such lines would stand.
pub(super) fn exact_lines(case: &Case<'_>, spans: &[Span]) -> Option<Proposed> {
    let words: Vec<&str> = spans.iter().map(|&span| case.text.slice(span)).collect();
    let plain = Trial { segments: words, ..Trial::of(case) };
    let exact = exact_line(&plain.segments);
    if is_only_place(case, spans.len()) {
        return Some(Proposed { lines: exact, found: beside::as_quoted(case, spans) });
    }
    if let Some(found) = plain.found(case) {
        return Some(Proposed { lines: exact, found });
    }
    let needed = needed_lines(case, &plain, spans)?;
    Some(Proposed { lines: format!("{exact}\n{}", needed.lines), ..needed })
}

/// Whether the source's own words for a variant stand for sure: where the folded words are in one place, the same words
/// are in no other. Saves looking through the text again.
pub(super) fn is_only_place(case: &Case<'_>, segments: usize) -> bool {
    let found = case.anchoring;
    let is_variant = found.standing == Standing::Variant && found.place_count == 1;
    is_variant && segments == 1 && case.quote.within.is_none()
}

/// The line that lets a quote stand whose words are in several places: the shortest passage that decides, or that any
/// place will do, where whole paragraphs repeat.
pub(super) fn needed_lines(case: &Case<'_>, trial: &Trial<'_>, spans: &[Span]) -> Option<Proposed> {
    if let Some((within, found)) = within_for(case, trial, spans) {
        return Some(Proposed { lines: within_line(within), found });
    }
    let found = Trial { repeated: true, ..trial.clone() }.found(case)?;
    Some(Proposed { lines: "repeated = true".to_owned(), found })
}

/// The shortest passage with which a quote of these words, at these spans, would stand, and where it would.
fn within_for<'c>(case: &Case<'c>, trial: &Trial<'_>, spans: &[Span]) -> Option<(&'c str, Anchoring)> {
    let own = case.anchoring.holder.filter(|_| spans.len() == 1);
    let longer = || citing::holder(spans, trial.partial, case.text);
    let standing = |span: Span| {
        let within = case.text.slice(span);
        Some((within, Trial { within: Some(within), ..trial.clone() }.found(case)?))
    };
    own.and_then(standing).or_else(|| longer().and_then(standing))
}
