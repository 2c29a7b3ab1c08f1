//! What the quote of a finding is on the other side.

use super::pair::{Pair, pairs_of_quotes};
use super::{FindingChange, Since};
use crate::finding::Rule;
use crate::report::{ClaimReport, QuoteReport, Report};
use crate::verify::Status;
use std::collections::HashMap;

/// What a quote of which something is wrong is on the side where that is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteThere {
    /// There, and better, as far as this tells.
    Better,
    /// There, and it does not stand there either.
    AsBad,
    /// There, and nobody knows how it stands: it cannot be checked.
    Unchecked,
    /// Not there, though its claim is.
    Gone,
    /// Not there, and its claim neither.
    NoClaim,
}

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

/// Tells each finding about a quote that is on one side alone what the quote is on the other.
pub(super) fn tell(findings: &mut [FindingChange], quotes: &Counterparts<'_>) {
    for one in findings {
        let Some((own, there)) = quotes.of(one) else { continue };
        let there = match there {
            There::Quote(other) => compared(one.finding.rule, own.outcome.status, other.outcome.status),
            There::Claim => QuoteThere::Gone,
            There::Nothing => QuoteThere::NoClaim,
        };
        let is_mended = there == QuoteThere::Better && one.finding.rule.tells_of_quote();
        one.is_untold_there &= !is_mended;
        one.quote_there = Some(there);
    }
}

/// What a quote is where the rule finds nothing, and where it does.
fn compared(rule: Rule, own: Status, there: Status) -> QuoteThere {
    let is_checked = |status: Status| status < Status::Unchecked;
    match () {
        () if is_checked(own) && !is_checked(there) => QuoteThere::Unchecked,
        () if rule.tells_of_quote() && gravity(there) >= gravity(own) => QuoteThere::AsBad,
        () => QuoteThere::Better,
    }
}

/// How far from standing: its words are in the source, or they are not.
const fn gravity(status: Status) -> usize {
    match status {
        Status::Stands => 0,
        Status::Ambiguous | Status::Cut | Status::Variant => 1,
        Status::Altered | Status::Absent | Status::Drifted => 2,
        Status::Unchecked | Status::Invalid => 3,
    }
}
