//! Quotes that cite another capture knowingly than they did, in the same words: a finding that comes or goes with
//! that alone is told as such, for nothing was mended.

use super::FindingChange;
use super::claims::pins;
use super::quotes::{Counterparts, There};
use crate::report::QuoteReport;

/// Tells each finding of a quote that is pinned on the side where nothing is wrong what it is pinned to.
pub(super) fn tell(findings: &mut [FindingChange], quotes: &Counterparts<'_>) {
    for one in findings {
        let Some((own, There::Quote(other))) = quotes.of(one) else { continue };
        let is_other = pins(own, other).is_some_and(|(pin, others)| pin != others);
        if is_other && says_the_same(own, other) {
            one.pinned = other.pin.capture().map(str::to_owned);
        }
    }
}

fn says_the_same(one: &QuoteReport, other: &QuoteReport) -> bool {
    (&one.source, &one.exact, &one.within) == (&other.source, &other.exact, &other.within)
}
