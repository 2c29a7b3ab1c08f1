//! `[export]` of the configuration: what is published beside claims and quotes.

use super::{Reader, Value, get, listed, nearest_word};
use crate::config::{Export, Rating};
use crate::finding::Rule;
use crate::fragment::web_address;
use crate::text::Span;
use std::collections::BTreeMap;
use toml::de::DeTable;

/// The keys of `[export]`.
pub const EXPORT_KEYS: &[&str] = &["base", "language", "publisher", "publisher-url", "url", "rating"];
/// The keys of `[export.rating]`.
pub const RATING_KEYS: &[&str] = &["best", "worst", "values"];

/// Stands for a claim's id in the address of its page.
const ID: &str = "{id}";

impl<'d> Reader<'d> {
    /// What `[export]` says; what is wrong in it is left out.
    pub(super) fn export(&mut self, table: &DeTable<'d>, scale: &[String]) -> Export {
        self.unknown_keys(table, "[export]", EXPORT_KEYS, &[]);
        Export {
            base: self.address(table, "base"),
            language: self.language(table),
            publisher: self.plain_string(table, "publisher"),
            publisher_url: self.address(table, "publisher-url"),
            url: self.pattern(table),
            rating: self.rating(table, scale),
        }
    }

    fn address(&mut self, table: &DeTable<'d>, key: &str) -> Option<String> {
        let address = self.string(table, key)?;
        let found = web_address(&address.value);
        if found.is_none() {
            let message = format!("`{}` is no address of the web", address.value);
            let finding = self.finding(Rule::ValueInvalid, address.span, message).about(key);
            self.report(finding.help("write it whole, as in \"https://example.org/claims/\""));
        }
        found
    }

    fn pattern(&mut self, table: &DeTable<'d>) -> Option<String> {
        let pattern = self.string(table, "url")?;
        let is_address = web_address(&pattern.value.replace(ID, "id")).is_some();
        if is_address && pattern.value.contains(ID) {
            return Some(pattern.value);
        }
        let message = if is_address {
            format!("this address is the same for every claim: it has no `{ID}`")
        } else {
            format!("`{}` is no address of the web", pattern.value)
        };
        let finding = self.finding(Rule::ValueInvalid, pattern.span, message).about("url");
        let help = "write the address of a claim’s page with {id} for the claim’s id: \"https://example.org/claims/{id}\"";
        self.report(finding.help(help));
        None
    }

    fn rating(&mut self, table: &DeTable<'d>, scale: &[String]) -> Option<Rating> {
        let before = self.findings.made();
        let rating = self.table(table, "rating")?;
        let span: Span = get(table, "rating")?.span().into();
        self.unknown_keys(rating, "[export.rating]", RATING_KEYS, &[]);
        let best = self.whole_number(rating, "best");
        let worst = self.whole_number(rating, "worst");
        if self.findings.made() > before {
            return None;
        }
        let Some((best, worst)) = best.zip(worst) else {
            let key = if best.is_none() { "best" } else { "worst" };
            self.missing_key(
                span,
                "[export.rating]",
                key,
                &format!("{key} = {}", if key == "best" { 5 } else { 1 }),
            );
            return None;
        };
        if worst >= best {
            let message = format!("`best` must be more than `worst`, but they are {best} and {worst}");
            let finding = self.finding(Rule::ValueInvalid, span, message).about("best");
            self.report(finding.help("where a low number is the better one, turn the scale round"));
            return None;
        }
        let values = self.rated(rating, scale, worst, best);
        Some(Rating { best, worst, values })
    }

    /// The numbers of the verdicts.
    fn rated(
        &mut self,
        rating: &DeTable<'d>,
        scale: &[String],
        worst: i64,
        best: i64,
    ) -> BTreeMap<String, i64> {
        let Some(values) = self.table(rating, "values") else { return BTreeMap::new() };
        let mut all = BTreeMap::new();
        for (key, value) in values {
            let verdict = key.get_ref().as_ref();
            if !scale.iter().any(|known| known == verdict) {
                self.verdict_unknown(verdict, key.span().into(), scale);
                continue;
            }
            let Some(number) = self.number(verdict, value) else { continue };
            if (worst..=best).contains(&number) {
                all.insert(verdict.to_owned(), number);
                continue;
            }
            let message = format!("{number} is not between `worst` and `best`, {worst} and {best}");
            let finding = self.finding(Rule::ValueInvalid, value.span().into(), message).about(verdict);
            self.report(finding);
        }
        all
    }

    fn verdict_unknown(&mut self, verdict: &str, span: Span, scale: &[String]) {
        let known: Vec<&str> = scale.iter().map(String::as_str).collect();
        let message = format!("`{verdict}` is no verdict of the scale");
        let finding = self.finding(Rule::ValueInvalid, span, message).about(verdict);
        let finding = match nearest_word(verdict, &known) {
            Some(meant) => finding.labelled(format!("did you mean `{meant}`?")),
            None => finding,
        };
        self.report(finding.help(format!("the scale is {}; [verdicts] sets it", listed(&known))));
    }

    fn whole_number(&mut self, table: &DeTable<'d>, key: &str) -> Option<i64> {
        let value = get(table, key)?;
        self.number(key, value)
    }

    fn number(&mut self, key: &str, value: &Value<'d>) -> Option<i64> {
        let number = value.get_ref().as_integer();
        let number = number.and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        if number.is_none() {
            let finding = self.finding(
                Rule::ValueInvalid,
                value.span().into(),
                format!("`{key}` must be a whole number, as in 5, without quotation marks"),
            );
            self.report(finding.about(key));
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Document, config};

    fn read(export: &str) -> (super::Export, Vec<(usize, String)>) {
        let content = format!("format = 1\n{export}");
        let (config, findings) = config(&Document { path: "ibid.toml".into(), content });
        (config.export, findings.into_iter().map(|one| (one.place.line, one.message)).collect())
    }

    #[test]
    fn everything_is_read() {
        let (export, findings) = read(
            "[export]\nbase = \"https://e.org/c/\"\nlanguage = \"en\"\npublisher = \"E\"\npublisher-url = \"https://e.org\"\n\
             url = \"https://e.org/c/{id}\"\n[export.rating]\nbest = 5\nworst = 1\nvalues = { supported = 5, refuted = 1 }\n",
        );
        assert_eq!(findings, []);
        assert_eq!(export.url.as_deref(), Some("https://e.org/c/{id}"));
        let rating = export.rating.unwrap();
        assert_eq!(
            (rating.best, rating.worst, rating.values["supported"], rating.values.len()),
            (5, 1, 5, 2)
        );
    }

    #[test]
    fn what_is_wrong_is_told_at_its_place_and_left_out() {
        let cases = [
            ("[export]\nbaze = \"x\"\n", 3, "`baze` is no key of [export]"),
            ("[export]\nbase = \"e.org\"\n", 3, "`e.org` is no address of the web"),
            (
                "[export]\nbase = 5\n",
                3,
                "`base` must be a text in quotation marks, as in \"…\", but this is a number",
            ),
            (
                "[export]\nurl = \"https://e.org/\"\n",
                3,
                "this address is the same for every claim: it has no `{id}`",
            ),
            ("[export]\nurl = \"javascript:{id}\"\n", 3, "`javascript:{id}` is no address of the web"),
            ("[export]\nlanguage = \"english!\"\n", 3, "`english!` is no language tag"),
            (
                "[export.rating]\nbest = 1\nworst = 5\n",
                2,
                "`best` must be more than `worst`, but they are 1 and 5",
            ),
            ("[export.rating]\nbest = 5\n", 2, "[export.rating] has no `worst`"),
            (
                "[export.rating]\nbest = 5.5\nworst = 1\n",
                3,
                "`best` must be a whole number, as in 5, without quotation marks",
            ),
            (
                "[export.rating]\nbest = 5\nworst = 1\nvalues = { suported = 3 }\n",
                5,
                "`suported` is no verdict of the scale",
            ),
            (
                "[export.rating]\nbest = 5\nworst = 1\nvalues = { supported = 6 }\n",
                5,
                "6 is not between `worst` and `best`, 1 and 5",
            ),
        ];
        for (lines, line, message) in cases {
            assert_eq!(read(lines).1, [(line, message.to_owned())], "{lines}");
        }
    }
}
