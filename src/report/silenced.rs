//! Quotes that do not stand and of which nothing is told, for their rule is off: they are counted all the same.

use super::{ClaimReport, Levels, ReportedFinding};
use crate::finding::Rule;
use crate::verify::Status;
use std::collections::{BTreeMap, BTreeSet};

/// Where something begins: its file and its line.
type Start<'r> = (&'r str, usize);

/// Whether a rule says that a quote does not stand.
const fn tells_of_quote(rule: Rule) -> bool {
    use Rule::{
        OmissionEmpty, OmissionNegates, QuoteAbsent, QuoteAltered, QuoteAmbiguous, QuoteCutsWord,
        QuoteDrifted, QuoteVariant, WithinWrong,
    };
    matches!(
        rule,
        OmissionEmpty
            | OmissionNegates
            | QuoteAbsent
            | QuoteAltered
            | QuoteAmbiguous
            | QuoteCutsWord
            | QuoteDrifted
            | QuoteVariant
            | WithinWrong
    )
}

/// How many quotes of each status no finding tells of. Looks only where such a rule is off.
pub(super) fn counted(
    levels: Option<&Levels>,
    claims: &[ClaimReport],
    findings: &[ReportedFinding],
) -> BTreeMap<Status, usize> {
    let is_off = |(rule, level): (&Rule, &Option<_>)| level.is_none() && tells_of_quote(*rule);
    if !levels.is_some_and(|levels| levels.iter().any(is_off)) {
        return BTreeMap::new();
    }
    let quotes = claims.iter().flat_map(|claim| claim.quotes.iter().map(move |quote| (claim, quote)));
    let statuses: BTreeMap<Start<'_>, Status> =
        quotes.map(|(claim, quote)| ((claim.path.as_str(), quote.line), quote.outcome.status)).collect();
    let told: BTreeSet<Start<'_>> = findings
        .iter()
        .map(|one| &one.finding)
        .filter(|finding| tells_of_quote(finding.rule))
        .filter_map(|finding| {
            let place = (finding.place.path.as_str(), finding.place.line);
            Some(*statuses.range(..=place).next_back()?.0)
        })
        .collect();
    let mut counts = BTreeMap::new();
    // What could not be checked is told by rules that are never off.
    let fails = |status: Status| !matches!(status, Status::Stands | Status::Unchecked | Status::Invalid);
    for (_, status) in statuses.iter().filter(|(at, status)| fails(**status) && !told.contains(*at)) {
        *counts.entry(*status).or_default() += 1;
    }
    counts
}
