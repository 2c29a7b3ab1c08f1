//! Words that are identical in a text and cut something there: where, and what to write so that they cut nothing.

use super::{
    Anchoring, Cut, CutKind, Magnitude, PLACES_LISTED, Places, Proposal, Standing, WHOLES_KEPT, boundary,
    cuts, holder, magnitude_beside,
};
use crate::text::{Span, Text};

/// An anchoring for segments that are identical at `spans` but cut something.
pub(super) fn cut(text: &Text<'_>, spans: &[Span]) -> Anchoring {
    let mut anchoring = Anchoring::new(Standing::Cut, spans.iter().copied().map(Some).collect());
    anchoring.cuts = spans.iter().flat_map(|&span| cuts(text, span)).collect();
    if let Some(whole) = whole(text, spans, &anchoring.cuts) {
        anchoring.holder = holder(text, &whole);
        anchoring.proposal = Proposal::Exact(whole);
    }
    anchoring
}

/// Spans widened so that they cut nothing; `None` where that cannot be.
fn whole(text: &Text<'_>, spans: &[Span], cuts: &[Cut]) -> Option<Vec<Span>> {
    let is_of_number = cuts.iter().any(|cut| cut.kind == CutKind::Number);
    let whole = |&span: &Span| {
        let widened = boundary::widened(text, span);
        if is_of_number { with_multiplier(text, widened) } else { widened }
    };
    let widened: Vec<Span> = spans.iter().map(whole).collect();
    widened.iter().all(|&span| boundary::worst_cut(text, span).is_none()).then_some(widened)
}

/// An anchoring of words that are cut, with the other places where they are.
pub(super) fn with_places(text: &Text<'_>, mut anchoring: Anchoring, all: &Places) -> Anchoring {
    if all.count > 1 {
        anchoring.places = all.kept.iter().copied().take(PLACES_LISTED).collect();
        anchoring.place_count = all.count;
        let whole = |&span: &Span| whole(text, &[span], &cuts(text, span));
        anchoring.wholes = all.kept.iter().take(WHOLES_KEPT).filter_map(whole).collect();
    }
    anchoring
}

/// The span with what multiplies the number at its end, where that is left out.
fn with_multiplier(text: &Text<'_>, span: Span) -> Span {
    match magnitude_beside(text, span) {
        Some(Magnitude::Multiplier(left_out)) => Span::new(span.start, left_out.end),
        _ => span,
    }
}
