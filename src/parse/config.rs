//! The configuration, `ibid.toml`.

use super::{Document, Reader, Value, get, listed, nearest_word, words_span};
use crate::config::{Config, FORMAT};
use crate::finding::{Finding, Level, Rule};
use crate::text::Span;
use toml::Spanned;
use toml::de::{DeString, DeTable};

/// The keys of `ibid.toml`.
pub const CONFIG_KEYS: &[&str] = &["format", "verdicts", "rules", "vault", "export"];
/// The keys of its `[vault]`.
pub const VAULT_KEYS: &[&str] = &["folder"];
/// The keys of its `[verdicts]`.
pub const VERDICTS_KEYS: &[&str] = &["scale"];

/// Reads `ibid.toml`; what is wrong in it leaves the default in place.
pub fn config(document: &Document) -> (Config, Vec<Finding>) {
    let mut reader = Reader::new(document);
    let mut config = Config::default();
    let Some(root) = reader.root() else { return (config, reader.findings.into_vec()) };
    reader.unknown_keys(&root, "ibid.toml", CONFIG_KEYS, &[]);
    reader.format(&root);
    if let Some(verdicts) = reader.table(&root, "verdicts") {
        reader.unknown_keys(verdicts, "[verdicts]", VERDICTS_KEYS, &[]);
        let scale = reader.scale(verdicts);
        if !scale.is_empty() {
            config.scale = scale;
        }
    }
    if let Some(rules) = reader.table(&root, "rules") {
        reader.levels(rules, &mut config);
    }
    if let Some(vault) = reader.table(&root, "vault") {
        reader.unknown_keys(vault, "[vault]", VAULT_KEYS, &[]);
        config.vault = reader.vault(vault);
    }
    if let Some(export) = reader.table(&root, "export") {
        config.export = reader.export(export, &config.scale);
    }
    (config, reader.findings.into_vec())
}

impl<'d> Reader<'d> {
    pub(super) fn table<'t>(&mut self, root: &'t DeTable<'d>, key: &str) -> Option<&'t DeTable<'d>> {
        let value = get(root, key)?;
        if value.get_ref().as_table().is_none() {
            self.wrong_type(key, value, &format!("a table that begins with a line [{key}]"));
        }
        value.get_ref().as_table()
    }

    /// The verdicts that are on the scale.
    fn scale(&mut self, table: &DeTable<'d>) -> Vec<String> {
        let mut scale = self.strings(table, "scale");
        let Some(value) = get(table, "scale") else { return scale };
        let is_empty = value.get_ref().as_array().is_some_and(|items| items.is_empty());
        let is_blank = |verdict: &String| verdict.trim().is_empty();
        if is_empty || scale.iter().any(is_blank) {
            let message =
                if is_empty { "`scale` has no verdict" } else { "a verdict on the `scale` is empty" };
            let finding = self.finding(Rule::ValueInvalid, value.span().into(), message).about("scale");
            self.report(finding.help("write your verdicts, as in `scale = [\"supported\", \"refuted\"]`, or leave the line out for the four of ibid"));
        }
        scale.retain(|verdict| !is_blank(verdict));
        scale
    }

    fn format(&mut self, root: &DeTable<'d>) {
        let Some(value) = get(root, "format") else {
            return self.missing_key(Span::new(0, 0), "ibid.toml", "format", "format = 1");
        };
        let Some(number) = value.get_ref().as_integer() else {
            return self.wrong_type("format", value, "a number, as in format = 1");
        };
        if number.as_str() == FORMAT.to_string() {
            return;
        }
        let message =
            format!("this ibid reads format {FORMAT}, but the repository has format {}", number.as_str());
        let finding = self.finding(Rule::ValueInvalid, value.span().into(), message).about("format");
        self.report(finding.help(match number.as_str().parse::<i64>() {
            Ok(number) if number > FORMAT => "use a newer ibid for a newer format",
            _ => "write `format = 1`",
        }));
    }

    /// The folder of the vault; its place is never told to be wrong for lying outside the repository.
    fn vault(&mut self, table: &DeTable<'d>) -> Option<String> {
        let folder = self.string(table, "folder")?;
        let parts: Vec<&str> =
            folder.value.split(['/', '\\']).filter(|part| !matches!(*part, "" | ".")).collect();
        let wrong = match parts.as_slice() {
            [] => "the vault needs a folder of its own",
            ["~", ..] => "`~` is not looked up here: write the whole path, or set IBID_VAULT",
            ["claims" | "sources", ..] => {
                "the vault cannot lie in claims/ or sources/, which git takes whole"
            }
            _ if folder.value.contains('\0') => "no folder can have this name",
            _ => return Some(folder.value),
        };
        let span = words_span(&self.document.content, folder.span);
        let finding = self.finding(Rule::ValueInvalid, span, wrong).about("vault");
        self.report(finding.help("name a folder outside the repository, as in folder = \"../vault\""));
        None
    }

    fn levels(&mut self, rules: &DeTable<'d>, config: &mut Config) {
        for (key, value) in rules {
            if let Some((rule, level)) = self.level(key, value) {
                config.levels.insert(rule, level);
            }
        }
    }

    fn level(&mut self, key: &Spanned<DeString<'d>>, value: &Value<'d>) -> Option<(Rule, Option<Level>)> {
        let name = key.get_ref().as_ref();
        let span: Span = key.span().into();
        let Some(rule) = Rule::parse(name) else {
            let names: Vec<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
            let finding =
                self.finding(Rule::KeyUnknown, span, format!("there is no rule `{name}`")).about(name);
            let finding = match nearest_word(name, &names) {
                Some(meant) => finding.labelled(format!("did you mean `{meant}`?")),
                None => finding,
            };
            self.report(finding.help("`ibid explain` lists the rules"));
            return None;
        };
        if rule.is_fixed() {
            let message =
                format!("the level of `{name}` cannot be changed: ibid would pass what it did not check");
            let finding = self.finding(Rule::ValueInvalid, span, message).about(name);
            self.report(finding.help("take the line out"));
            return None;
        }
        match value.get_ref().as_str() {
            Some("off") => return Some((rule, None)),
            Some(level) if Level::parse(level).is_some() => return Some((rule, Level::parse(level))),
            _ => {}
        }
        let choices = listed(&["error", "warning", "note", "off"]);
        let message = format!("a rule’s level is one of {choices}, in quotation marks");
        let finding = self.finding(Rule::ValueInvalid, value.span().into(), message).about(name);
        self.report(finding);
        None
    }
}
