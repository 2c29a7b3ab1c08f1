//! Quotes that do not stand and of which nothing is told, for their rule is off: they are counted all the same.

use super::{ClaimReport, Levels, ReportedFinding, quote_of};
use crate::finding::Rule;
use crate::verify::Status;
use std::collections::{BTreeMap, HashSet};

/// How many quotes of each status no finding tells of. Looks only where such a rule is off.
pub(super) fn counted(
    levels: Option<&Levels>,
    claims: &[ClaimReport],
    findings: &[ReportedFinding],
) -> BTreeMap<Status, usize> {
    let is_off = |(rule, level): (&Rule, &Option<_>)| level.is_none() && rule.tells_of_quote();
    if !levels.is_some_and(|levels| levels.iter().any(is_off)) {
        return BTreeMap::new();
    }
    let told: HashSet<(usize, usize)> = findings
        .iter()
        .map(|one| &one.finding)
        .filter(|finding| finding.rule.tells_of_quote())
        .filter_map(|finding| quote_of(claims, finding))
        .collect();
    let mut counts = BTreeMap::new();
    // What could not be checked is told by rules that are never off.
    let fails = |status: Status| !matches!(status, Status::Stands | Status::Unchecked | Status::Invalid);
    for (claim, quotes) in claims.iter().map(|claim| &claim.quotes).enumerate() {
        for (number, status) in quotes.iter().map(|quote| quote.outcome.status).enumerate() {
            if fails(status) && !told.contains(&(claim, number)) {
                *counts.entry(status).or_default() += 1;
            }
        }
    }
    counts
}
