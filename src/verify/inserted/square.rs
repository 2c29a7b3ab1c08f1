//! Square brackets around letters and words that the source has: `[W]e take`, `the [firm] knew`.

use super::super::messages::Case;
use super::super::pasted::{Proposed, Trial};
use super::super::slips::{Outer, proposed};
use super::Bracketed;
use crate::anchor::{Anchoring, Kind, SegmentDifference, Standing};
use crate::finding::{Finding, Rule};
use crate::fold::Difference;
use crate::text::Span;

/// A quote whose words stand without its square brackets.
pub(in super::super) struct Square {
    outer: Option<Outer>,
    proposed: Proposed,
}

impl Square {
    /// That of a quote of one part, `segment`, which would be told to have other words.
    pub(in super::super) fn of(case: &Case<'_>, segment: &str) -> Option<Self> {
        let of_words = |one: &SegmentDifference| {
            let kind = one.difference.kind;
            !kind.is_variant() && kind != Kind::Punctuation
        };
        let is_misread = case.anchoring.standing == Standing::Altered
            && (case.anchoring.differences.iter().any(of_words) || !case.anchoring.places.is_empty());
        if !is_misread || !segment.contains('[') {
            return None;
        }
        Bracketed::of(segment)?;
        let (outer, proposed) = unbracketed(case, segment)?;
        Some(Self { outer, proposed })
    }

    /// The quote where its words stand, which differs from them by its brackets.
    pub(in super::super) fn anchoring(&self, case: &Case<'_>) -> Anchoring {
        let place: Vec<Span> = self.proposed.found.spans().collect();
        let mut anchoring = Anchoring::of_segments(Standing::Altered, vec![Span::hull(&place)]);
        anchoring.within = self.proposed.found.within.clone();
        let source = Span::new(place[0].start, place[0].start);
        let segment = case.quote.segments()[0];
        let brackets = segment.char_indices().filter(|(_, c)| matches!(c, '[' | ']'));
        anchoring.differences = brackets
            .map(|(at, _)| {
                let quote = Span::new(at, at + 1);
                SegmentDifference {
                    segment: 0,
                    difference: Difference { kind: Kind::Punctuation, quote, source },
                }
            })
            .collect();
        anchoring
    }

    /// The finding that tells of them, and how to do without.
    pub(in super::super) fn told(&self, case: &Case<'_>) -> Finding {
        let message = match self.outer {
            None => "the source has these words without the square brackets",
            Some(_) => "the source has these words without the square brackets and the marks around them",
        };
        let finding = case.finding(Rule::QuoteAltered, message, "not in the source as it is written here");
        self.proposed.shown(case, finding, "write them as the source does:")
    }
}

/// How to do without square brackets around words that the source has.
pub(in super::super) fn bracket_help(case: &Case<'_>, finding: Finding) -> Finding {
    let [segment] = case.quote.segments()[..] else { return finding };
    if !segment.contains('[') || Bracketed::of(segment).is_none() {
        return finding;
    }
    match unbracketed(case, segment) {
        Some((None, proposed)) => {
            proposed.told(case, finding, "the source has these words without the square brackets:")
        }
        Some((Some(_), proposed)) => {
            let help = "the source has these words without the square brackets and the marks around them:";
            proposed.told(case, finding, help)
        }
        None => finding,
    }
}

/// A quote without its square brackets and with the words in them, where it stands so, or without the marks at its ends.
pub(super) fn unbracketed(case: &Case<'_>, segment: &str) -> Option<(Option<Outer>, Proposed)> {
    let words = segment.replace(['[', ']'], "");
    let plain = proposed(case, &Trial { segments: vec![&words], ..Trial::of(case) });
    if let Some(plain) = plain {
        return Some((None, plain));
    }
    Outer::ALL.into_iter().find_map(|outer| {
        let bare = outer.without(&words);
        let has_words = bare != words && crate::parse::has_words(&bare);
        let trial = Trial { segments: vec![&bare], ..Trial::of(case) };
        Some((Some(outer), has_words.then(|| trial.proposed(case))??))
    })
}
