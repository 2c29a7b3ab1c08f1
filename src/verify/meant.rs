//! What a quote means that writes more than the source’s words, where those stand: words put in between brackets, brackets
//! around the source’s own, who speaks beside a quotation.

use super::inserted::{Inserted, Square};
use super::messages::Case;
use super::spoken::{Said, Spoken};
use crate::anchor::{Anchoring, Standing};
use crate::finding::Finding;

/// Why a quote does not stand whose words do.
pub(super) enum Meant<'c> {
    Inserted(Inserted<'c>),
    Square(Square),
    Spoken(Spoken<'c>),
}

impl<'c> Meant<'c> {
    /// The first of these that a quote is; `said` is how its quotations are in the source.
    pub(super) fn of(case: &Case<'c>, said: Option<&Said<'c>>) -> Option<Self> {
        let fails = matches!(case.anchoring.standing, Standing::Altered | Standing::Absent);
        if !fails || case.bare.is_some() || !case.anchoring.within.is_kept() {
            return None;
        }
        let [segment] = case.quote.segments()[..] else { return None };
        let inserted = Inserted::of(case, segment).map(Self::Inserted);
        let square = || Square::of(case, segment).map(Self::Square);
        inserted.or_else(square).or_else(|| Spoken::of(case, said?).map(Self::Spoken))
    }

    /// The quote where its words stand; `None` where it stays where it was found.
    pub(super) fn anchoring(&self, case: &Case<'_>) -> Option<Anchoring> {
        match self {
            Self::Inserted(inserted) => Some(inserted.anchoring(case)),
            Self::Square(square) => Some(square.anchoring(case)),
            Self::Spoken(spoken) => spoken.anchoring(case),
        }
    }

    /// The finding that tells of it, and what to write.
    pub(super) fn told(&self, case: &Case<'_>) -> Finding {
        match self {
            Self::Inserted(inserted) => inserted.told(case),
            Self::Square(square) => square.told(case),
            Self::Spoken(spoken) => spoken.told(case),
        }
    }
}
