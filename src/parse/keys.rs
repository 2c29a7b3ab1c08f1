//! Keys that a table does not have, and keys that it lacks.

use super::{Reader, UNCHECKED, get, listed, nearest_word, words};
use crate::finding::{Finding, Rule};
use crate::quoting::toml_string;
use crate::text::Span;
use std::cell::OnceCell;
use toml::de::{DeTable, DeValue};

/// What a quote's table is called.
pub(super) const QUOTE: &str = "a quote";
/// The keys of a quote that decide what becomes of it: one that was meant by another name leaves it unchecked.
const DECIDING: [&str; 6] = ["source", "exact", "within", "capture", "partial", "repeated"];
/// So many quotes are written out that were put into one list.
const MOST_QUOTES: usize = 5;
/// So many bytes a remark may have that is proposed.
const LONGEST_REMARK: usize = 300;

impl<'d> Reader<'d> {
    /// Reports the keys of a table that are not `known`; `elsewhere` maps other tables' keys to where
    /// they belong.
    pub(super) fn unknown_keys(
        &mut self,
        table: &DeTable<'d>,
        what: &str,
        known: &[&str],
        elsewhere: &[(&[&str], &str)],
    ) {
        self.misspelt.clear();
        let of_none = |name: &str| elsewhere.iter().all(|(keys, _)| !keys.contains(&name));
        let is_other = |name: &str| of_none(name) && meant(name, table, known).is_none();
        // The same for each key, and so worked out once.
        let kept = OnceCell::new();
        for (key, value) in table.iter().filter(|(key, _)| !known.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref().as_ref();
            let meant = meant(name, table, known);
            self.misspelt.extend(meant.map(String::from));
            let message = format!("`{name}` is no key of {what}");
            let finding = self.finding(Rule::KeyUnknown, key.span().into(), message).about(name);
            let home = elsewhere.iter().find(|(keys, _)| keys.contains(&name));
            let mut finding = match (meant, home) {
                (Some(meant), _) => meant_otherwise(finding, meant, what, value.get_ref()),
                (None, Some((_, home))) => finding.help(format!("`{name}` belongs to {home}")),
                (None, None) => {
                    of_nothing(finding.help(all_of(what, known)), name, (what, known), value.get_ref())
                }
            };
            if what == QUOTE && meant.is_none() && home.is_none() {
                let kept = kept.get_or_init(|| kept_in_note(table, known, is_other));
                finding.help.extend(kept.iter().cloned());
            }
            let is_deciding = what == QUOTE && meant.is_some_and(|meant| DECIDING.contains(&meant));
            self.is_unchecked |= is_deciding;
            self.report(if is_deciding { finding.help(UNCHECKED) } else { finding });
        }
    }

    /// Reports a key that is needed and not there.
    pub(super) fn missing_key(&mut self, span: Span, what: &str, key: &str, example: &str) {
        // A misspelt key has its finding already.
        if self.misspelt.iter().any(|meant| meant == key) {
            return;
        }
        let message = format!("{what} has no `{key}`");
        let finding = self.finding(Rule::KeyMissing, span, message).about(key);
        let place = match what {
            "ibid.toml" => " as the first line",
            "this record" => " above the first `[[capture]]`",
            "this claim" => " straight below `[[claim]]`",
            "this quote" => " straight below `[[claim.quote]]`",
            "this capture" => " straight below `[[capture]]`",
            _ => return self.report(finding.help(format!("add it, as in `{example}`"))),
        };
        self.report(finding.help(format!("add a line such as `{example}`{place}")));
    }
}

/// A finding about a key that was meant to be another.
fn meant_otherwise(finding: Finding, meant: &str, what: &str, value: &DeValue<'_>) -> Finding {
    let finding = finding.labelled(format!("did you mean `{meant}`?"));
    match meant {
        "claim" => finding.help("no claim below such a header was checked"),
        "quote" if what == "a claim" => quotes_of(value).into_iter().fold(finding, Finding::help),
        _ => finding,
    }
}

/// A finding about a key of a table, `what` with these `known` keys, that is like none.
fn of_nothing(finding: Finding, name: &str, (what, known): (&str, &[&str]), value: &DeValue<'_>) -> Finding {
    match () {
        () if what == "a claim" && value.is_table() => finding
            .help("a claim begins with a line `[[claim]]`, and below it its name:")
            .help(format!("[[claim]]\nid = {}", toml_string(name))),
        () if known == ["claim"] && value.is_array() => {
            finding.help("nothing below such a header was checked")
        }
        () if known.contains(&"extra") => {
            finding.help("to keep something that ibid does not know, put it into `extra = { … }`")
        }
        () => finding,
    }
}

/// The key that an unknown one of a table was meant to be.
fn meant<'k>(name: &str, table: &DeTable<'_>, known: &[&'k str]) -> Option<&'k str> {
    let called = || {
        let called = words::called_elsewhere(name).filter(|called| get(table, called).is_none())?;
        known.iter().copied().find(|key| *key == called)
    };
    nearest_word(name, known).or_else(called)
}

/// The lines for words that stand where quotes belong; none where they are tables already.
fn quotes_of(value: &DeValue<'_>) -> Vec<String> {
    let single = std::slice::from_ref(value).iter();
    let items = value.as_array().into_iter().flatten().map(toml::Spanned::get_ref);
    let words = single.chain(items).filter_map(DeValue::as_str).take(MOST_QUOTES);
    let lines = words
        .map(|words| format!("[[claim.quote]]\nsource = \"the-source\"\nexact = {}", toml_string(words)));
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() { lines } else { vec![super::WRITE_SO.to_owned(), lines.join("\n")] }
}

/// Which keys a table may have.
fn all_of(what: &str, known: &[&str]) -> String {
    match known {
        ["claim"] => format!("{what} has nothing but `[[claim]]` and what belongs to it"),
        [only] => format!("the only key of {what} is `{only}`"),
        _ => format!("the keys of {what} are {}", listed(known)),
    }
}

/// Where in a quote something is kept that no key is for: one remark with all of it, where it has none and that is short.
fn kept_in_note(table: &DeTable<'_>, known: &[&str], is_other: impl Fn(&str) -> bool) -> Vec<String> {
    let others = table.iter().filter(|(key, _)| {
        let name = key.get_ref().as_ref();
        !known.contains(&name) && is_other(name)
    });
    let said = others.map(|(key, value)| {
        let value = match value.get_ref() {
            DeValue::String(words) => words.to_string(),
            DeValue::Integer(number) => number.to_string(),
            DeValue::Float(number) => number.to_string(),
            DeValue::Boolean(flag) => flag.to_string(),
            DeValue::Datetime(date) => date.to_string(),
            DeValue::Array(_) | DeValue::Table(_) => return None,
        };
        Some(format!("{} {value}", key.get_ref()))
    });
    let said: Option<Vec<String>> = said.collect();
    let has_note = get(table, "note").is_some();
    match said.map(|said| said.join(", ")).filter(|said| !has_note && said.len() <= LONGEST_REMARK) {
        Some(said) => vec![
            "to keep it with the quote, write it into `note`:".to_owned(),
            format!("note = {}", toml_string(&said)),
        ],
        None => vec!["to keep it with the quote, write it into its `note`".to_owned()],
    }
}
