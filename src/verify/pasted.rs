//! Whether what is proposed would stand, were it pasted: nothing is proposed that would fail in its turn.

use super::messages::{Case, exact_line, within_line};
use super::quotes::omissions;
use crate::anchor;
use crate::citing;
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

    /// Whether a quote written so would stand, leaving out nothing that negates and between no segments nothing.
    pub(super) fn stands(&self, case: &Case<'_>) -> bool {
        let found = anchor::anchor_identical(&[self.quote()], case.text).remove(0);
        let is_turned =
            || omissions(&found, case.text).iter().any(|one| one.negation.is_some() || one.is_empty);
        found.standing == anchor::Standing::Stands && found.within.is_kept() && !is_turned()
    }
}

/// The lines that make `exact` these spans of the source, with what they need to stand, be it that any of several
/// places will do; `None` where no such lines would stand.
pub(super) fn exact_lines(case: &Case<'_>, spans: &[Span]) -> Option<String> {
    let words: Vec<&str> = spans.iter().map(|&span| case.text.slice(span)).collect();
    let plain = Trial { segments: words, ..Trial::of(case) };
    if is_only_place(case, spans.len()) || plain.stands(case) {
        return Some(exact_line(&plain.segments));
    }
    let needed = needed_lines(case, &plain, spans)?;
    Some(format!("{}\n{needed}", exact_line(&plain.segments)))
}

/// Whether the source's own words for a variant stand for sure: where the folded words are in one place, the same words
/// are in no other. Saves looking through the text again.
pub(super) fn is_only_place(case: &Case<'_>, segments: usize) -> bool {
    let found = case.anchoring;
    let is_variant = found.standing == anchor::Standing::Variant && found.place_count == 1;
    is_variant && segments == 1 && case.quote.within.is_none()
}

/// The line that lets a quote stand whose words are in several places: the shortest passage that decides, or that any
/// place will do, where whole paragraphs repeat.
pub(super) fn needed_lines(case: &Case<'_>, trial: &Trial<'_>, spans: &[Span]) -> Option<String> {
    if let Some(within) = within_for(case, trial, spans) {
        return Some(within_line(within));
    }
    let is_any = Trial { repeated: true, ..trial.clone() }.stands(case);
    is_any.then(|| "repeated = true".to_owned())
}

/// The shortest passage with which a quote of these words, at these spans, would stand.
fn within_for<'c>(case: &Case<'c>, trial: &Trial<'_>, spans: &[Span]) -> Option<&'c str> {
    let own = case.anchoring.holder.filter(|_| spans.len() == 1);
    let longer = || citing::holder(spans, trial.partial, case.text);
    let stands = |span: &Span| Trial { within: Some(case.text.slice(*span)), ..trial.clone() }.stands(case);
    let found = own.filter(stands).or_else(|| longer().filter(stands))?;
    Some(case.text.slice(found))
}
