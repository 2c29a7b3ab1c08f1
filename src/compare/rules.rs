//! Rules whose level is another in ibid.toml: what was wrong and is told no longer for that alone is not mended.

use super::{FindingChange, Since};
use crate::finding::{Level, Rule};
use crate::report::Report;

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

/// Tells each finding that came or went for its rule has another level.
pub(super) fn tell(findings: &mut [FindingChange], rules: &[RuleChange]) {
    let is_bare = |one: &&mut FindingChange| {
        let came_along = !one.captures.is_empty() || one.with_claim.is_some();
        one.since != Since::Still && one.pinned.is_none() && !came_along
    };
    for one in findings.iter_mut().filter(is_bare) {
        one.rule_change = rules.iter().find(|change| change.rule == one.finding.rule).copied();
    }
}
