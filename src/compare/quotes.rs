//! What the quote of a finding is on the other side.

use super::pair::{Pair, pairs_of_quotes};
use super::{FindingChange, Since};
use crate::report::{ClaimReport, QuoteReport, Report};
use std::collections::HashMap;

/// What there is of a quote on the other side.
#[derive(Clone, Copy)]
pub(super) enum There<'r> {
    /// The same quote.
    Quote(&'r QuoteReport),
    /// Its claim without it.
    Claim,
    /// Not even its claim.
    Nothing,
}

/// What there is of each quote of two reports on the other side.
pub(super) struct Counterparts<'r> {
    before: &'r Report,
    after: &'r Report,
    there: HashMap<*const QuoteReport, There<'r>>,
}

/// The quotes of each pair of claims in pairs.
pub(super) fn pairs<'r>(claims: &[Pair<'r, ClaimReport>]) -> Vec<Vec<Pair<'r, QuoteReport>>> {
    let quotes = |side: Option<&'r ClaimReport>| side.map_or(&[][..], |claim| &claim.quotes);
    claims.iter().map(|pair| pairs_of_quotes(quotes(pair.before), quotes(pair.after))).collect()
}

impl<'r> Counterparts<'r> {
    /// Of the claims in pairs, each with its quotes in pairs.
    pub fn new(
        (before, after): (&'r Report, &'r Report),
        claims: &[Pair<'r, ClaimReport>],
        quotes: &[Vec<Pair<'r, QuoteReport>>],
    ) -> Self {
        let mut there = HashMap::new();
        for (claim, quotes) in claims.iter().zip(quotes) {
            let is_both = claim.before.is_some() && claim.after.is_some();
            let alone = if is_both { There::Claim } else { There::Nothing };
            for pair in quotes {
                for (own, other) in [(pair.before, pair.after), (pair.after, pair.before)] {
                    let Some(own) = own else { continue };
                    there.insert(std::ptr::from_ref(own), other.map_or(alone, There::Quote));
                }
            }
        }
        Self { before, after, there }
    }

    /// The quote that a finding is about, which is not on both sides, with what there is of it on the other.
    pub fn of(&self, one: &FindingChange) -> Option<(&'r QuoteReport, There<'r>)> {
        let side = match one.since {
            Since::New => self.after,
            Since::Fixed => self.before,
            Since::Still => return None,
        };
        let quote = side.quote_of(&one.finding)?;
        Some((quote, *self.there.get(&std::ptr::from_ref(quote))?))
    }
}
