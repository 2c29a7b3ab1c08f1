//! What is said of rules whose level is another in ibid.toml.

use super::visible::visible;
use crate::compare::{Comparison, FindingChange, RuleChange, Since};
use crate::finding::Level;

/// The title of the section that tells them.
pub(super) const TITLE: &str = "Rules with another level";

/// The title of the section that tells what else is set otherwise.
pub(super) const SETTINGS: &str = "Settings of ibid.toml";

/// A rule and what became of its level.
pub(super) fn words(change: RuleChange) -> String {
    format!(
        "`{}`: {} → {} in ibid.toml",
        change.rule,
        Level::name_or_off(change.from),
        Level::name_or_off(change.to)
    )
}

/// What the level of its rule has to do with a finding that is there no longer.
pub(super) fn finding_words(one: &FindingChange) -> Option<String> {
    let change = one.rule_change.as_ref().filter(|_| one.since == Since::Fixed)?;
    Some(format!("its rule is {} now", told(change.to)))
}

fn told(level: Option<Level>) -> &'static str {
    match level {
        None => "off",
        Some(Level::Error) => "an error",
        Some(Level::Warning) => "a warning",
        Some(Level::Note) => "a note",
    }
}

/// What a check against a revision says of rules that a run failed for then and does not now.
pub fn remark(comparison: &Comparison, revision: &str) -> Option<String> {
    let disarmed = comparison.rules.iter().filter(|change| change.is_disarmed());
    let all: Vec<String> =
        disarmed.map(|change| format!("`{}` is {}", change.rule, told(change.to))).collect();
    (!all.is_empty()).then(|| {
        format!("no run fails any longer for what it failed for at {}: {}", visible(revision), all.join(", "))
    })
}
