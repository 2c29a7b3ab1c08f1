//! Proposals that grow: with what stands beside them and makes them say otherwise, and with what then does, until nothing
//! is left that they would be warned of.

use super::beside::left_out;
use super::messages::{Case, exact_line};
use super::negated::longer;
use super::pasted::Trial;
use crate::anchor::{self, Anchoring, Within};
use crate::text::Span;

/// So often a proposal grows at the most.
const ROUNDS: usize = 4;

/// The line that quotes `missing` too, with all else that would be told of it; `None` where it would not stand, or never
/// without a warning.
pub(super) fn exact(case: &Case<'_>, segments: &[Span], missing: Span) -> Option<String> {
    let (mut segments, mut missing) = (segments.to_vec(), missing);
    for _ in 0..ROUNDS {
        segments = longer(case.text, &segments, missing);
        let words: Vec<&str> = segments.iter().map(|&span| case.text.slice(span)).collect();
        let trial = Trial { segments: words, ..Trial::of(case) };
        let found = trial.found(case)?;
        match left(case, &found) {
            Left::Nothing => return Some(exact_line(&trial.segments)),
            Left::Words(whole) => missing = whole,
            Left::Unknown => return None,
        }
    }
    None
}

/// The passage to show in `within` that has `missing`, what the quote’s `within` has now, and all else that would be told
/// of it; `None` where the quote would not stand with it, or never without a warning.
pub(super) fn within<'c>(case: &Case<'c>, segments: &[Span], missing: Span) -> Option<&'c str> {
    let own: Vec<&str> = segments.iter().map(|&span| case.text.slice(span)).collect();
    let mut shown = match case.anchoring.within {
        Within::Stands(within) => Span::hull(&[within, missing])?,
        _ => missing,
    };
    for _ in 0..ROUNDS {
        let trial =
            |shown| Trial { segments: own.clone(), within: Some(case.text.slice(shown)), ..Trial::of(case) };
        let found = trial(shown).found(case).or_else(|| {
            // It may be there more than once.
            shown = anchor::holder(case.text, &[shown])?;
            trial(shown).found(case)
        })?;
        match left(case, &found) {
            Left::Nothing => return Some(case.text.slice(shown)),
            Left::Words(whole) => shown = Span::hull(&[shown, whole])?,
            Left::Unknown => return None,
        }
    }
    None
}

/// What would be told of a proposal.
enum Left {
    Nothing,
    /// Of a passage that has the words beside it too.
    Words(Span),
    /// Of words that cannot simply be quoted too.
    Unknown,
}

fn left(case: &Case<'_>, found: &Anchoring) -> Left {
    match left_out(case.text, found).first() {
        None => Left::Nothing,
        Some(one) => one.whole.map_or(Left::Unknown, Left::Words),
    }
}
