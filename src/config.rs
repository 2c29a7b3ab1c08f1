//! The configuration in `ibid.toml`.

use crate::finding::{Level, Rule};
use std::collections::BTreeMap;

/// The version of the files' format that this ibid reads.
pub const FORMAT: i64 = 1;

/// What `ibid.toml` says.
#[derive(Clone, Debug)]
pub struct Config {
    /// The verdicts that claims may have.
    pub scale: Vec<String>,
    /// Levels that differ from the rules' defaults; `None` turns a rule off.
    pub levels: BTreeMap<Rule, Option<Level>>,
}

impl Default for Config {
    fn default() -> Self {
        let scale = ["supported", "refuted", "disputed", "unproven"].map(String::from).to_vec();
        Self { scale, levels: BTreeMap::new() }
    }
}

impl Config {
    /// The level of a rule's findings, or `None` where it is turned off.
    pub fn level(&self, rule: Rule) -> Option<Level> {
        self.levels.get(&rule).copied().unwrap_or_else(|| Some(rule.default_level()))
    }
}
