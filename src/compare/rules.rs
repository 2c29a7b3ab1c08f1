//! Rules whose level is another in ibid.toml: what was wrong and is told no longer for that alone is not mended.

use super::{FindingChange, QuoteThere, Since, Why};
use crate::finding::{Level, Rule};
use crate::report::Report;
use std::collections::HashSet;

/// A rule whose level is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleChange {
    /// The rule.
    pub rule: Rule,
    /// Its level before; `None` where it was off.
    pub from: Option<Level>,
    /// Its level after, likewise.
    pub to: Option<Level>,
}

impl RuleChange {
    /// Whether a run failed for it and does no longer.
    pub(crate) fn is_disarmed(self) -> bool {
        self.from == Some(Level::Error) && self.to != Some(Level::Error)
    }
}

/// The rules whose level is another; none where a side does not say, or its ibid.toml cannot be read whole.
pub(super) fn changes(before: &Report, after: &Report) -> Vec<RuleChange> {
    if has_slip(before) || has_slip(after) {
        return Vec::new();
    }
    let change = |&rule: &Rule| {
        let (from, to) = (before.level(rule)?, after.level(rule)?);
        (from != to).then_some(RuleChange { rule, from, to })
    };
    Rule::ALL.iter().filter_map(change).collect()
}

/// Whether something is wrong in ibid.toml for which a run fails whatever is configured.
pub(super) fn has_slip(report: &Report) -> bool {
    let findings = report.findings.iter().map(|one| &one.finding);
    findings.filter(|finding| finding.rule.is_fixed()).any(|finding| finding.place.path == "ibid.toml")
}

/// Tells each finding that came or went for its rule has another level: one that is on both sides, at two levels, or for
/// all that is known, for the rule is off where it is not.
pub(super) fn tell(
    findings: &mut [FindingChange],
    rules: &[RuleChange],
    (before, after): (&Report, &Report),
) {
    if rules.is_empty() {
        return;
    }
    let prints = |report: &'_ Report| -> HashSet<String> {
        report.findings.iter().map(|one| one.fingerprint.clone()).collect()
    };
    let (earlier, later) = (prints(before), prints(after));
    for one in findings.iter_mut().filter(|one| matches!(one.why(), None | Some(Why::Otherwise))) {
        let Some(change) = rules.iter().find(|change| change.rule == one.finding.rule) else { continue };
        let (level, there) = match one.since {
            Since::Fixed => (change.to, &later),
            Since::New => (change.from, &earlier),
            Since::Still => continue,
        };
        let is_same = match one.quote_there {
            Some(QuoteThere::AsBad) => true,
            Some(QuoteThere::Better) if change.rule.tells_of_quote() => false,
            _ => level.is_none() || there.contains(&one.fingerprint),
        };
        one.rule_change = is_same.then_some(*change);
    }
}
