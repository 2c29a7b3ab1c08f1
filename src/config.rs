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
    /// What exports say of whoever publishes the claims.
    pub export: Export,
}

/// What is said in exports beside claims and quotes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// What the addresses of claims begin with, for identifiers.
    pub base: Option<String>,
    /// The language of the claims, a BCP 47 tag.
    pub language: Option<String>,
    /// Who publishes them.
    pub publisher: Option<String>,
    /// The publisher's address.
    pub publisher_url: Option<String>,
    /// The address of the page of a claim, with `{id}` for its id.
    pub url: Option<String>,
    /// The scale of the ratings, where there is one.
    pub rating: Option<Rating>,
}

impl Export {
    /// What is set, by key, those of tables with a dot between.
    pub fn values(&self) -> BTreeMap<String, String> {
        let own = [
            ("base", &self.base),
            ("language", &self.language),
            ("publisher", &self.publisher),
            ("publisher-url", &self.publisher_url),
            ("url", &self.url),
        ];
        let own = own.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value.clone()?)));
        let rating = self.rating.iter().flat_map(|rating| {
            let ends = [("rating.best", rating.best), ("rating.worst", rating.worst)];
            let ends = ends.into_iter().map(|(key, number)| (key.to_owned(), number.to_string()));
            let each = rating.values.iter();
            ends.chain(each.map(|(verdict, number)| (format!("rating.values.{verdict}"), number.to_string())))
        });
        own.chain(rating).collect()
    }
}

/// What `ibid.toml` sets that changes what is said of claims, beside the levels of rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The verdicts that claims may have.
    pub scale: Vec<String>,
    /// What exports say, by key.
    pub export: BTreeMap<String, String>,
}

/// Verdicts as numbers, as schema.org's `Rating` has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// The highest number.
    pub best: i64,
    /// The lowest.
    pub worst: i64,
    /// The number of each verdict that has one.
    pub values: BTreeMap<String, i64>,
}

impl Default for Config {
    fn default() -> Self {
        let scale = ["supported", "refuted", "disputed", "unproven"].map(String::from).to_vec();
        Self { scale, levels: BTreeMap::new(), vault: None, export: Export::default() }
    }
}

impl Config {
    /// The level of a rule's findings, or `None` where it is turned off.
    pub fn level(&self, rule: Rule) -> Option<Level> {
        level(&self.levels, rule)
    }
}

/// The level of a rule where these differ from the rules' defaults; `None` where it is turned off.
pub fn level(levels: &BTreeMap<Rule, Option<Level>>, rule: Rule) -> Option<Level> {
    levels.get(&rule).copied().unwrap_or_else(|| Some(rule.default_level()))
}
