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
    /// The folder that keeps the bytes of restricted sources, as it is written: relative to the root, or not.
    pub vault: Option<String>,
}

impl Default for Config {
    fn default() -> Self {
        let scale = ["supported", "refuted", "disputed", "unproven"].map(String::from).to_vec();
        Self { scale, levels: BTreeMap::new(), vault: None }
    }
}

impl Config {
    /// The level of a rule's findings, or `None` where it is turned off.
    pub fn level(&self, rule: Rule) -> Option<Level> {
        self.levels.get(&rule).copied().unwrap_or_else(|| Some(rule.default_level()))
    }
}
