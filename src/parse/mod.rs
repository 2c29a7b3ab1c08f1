//! TOML to values and findings, with places. Strict: what is not known is a finding, and reading goes
//! on. Knows no other file than the one it reads.

mod claims;
mod config;
mod escapes;
mod export;
mod fetched;
mod keys;
mod notation;
mod record;
mod salvage;
mod statements;
mod syntax;
mod words;

pub use claims::{CLAIM_KEYS, QUOTE_KEYS, claims, has_words};
pub use config::{CONFIG_KEYS, VAULT_KEYS, VERDICTS_KEYS, config};
pub use export::{EXPORT_KEYS, RATING_KEYS};
pub use fetched::FETCHED_KEYS;
pub(crate) use record::broken_source;
pub use record::{CAPTURE_KEYS, SOURCE_KEYS, TEXT_KEYS, lacks_scheme, record, stem};
pub use words::{Stored, captures_instead, did_you_mean, having_parts, id_of_words, nearest_word};
pub(crate) use words::{is_meant_as_quote, propose_sources, with_meant, worth_proposing};

use crate::claim::Located;
use crate::encoding::{self, NotText};
use crate::finding::{Excerpt, Finding, Marked, OfFile, Place, Rule};
use crate::text::{Span, Text, line_ends};
use std::str::FromStr as _;
use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table};

/// A TOML file that was read.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its path relative to the root.
    pub path: String,
    /// Its content.
    pub content: String,
}

impl Document {
    /// The file's bytes as text, where they are UTF-8.
    ///
    /// # Errors
    ///
    /// A finding that names the first byte that is not.
    pub fn decode(path: &str, bytes: &[u8]) -> Result<Self, Box<Finding>> {
        if bytes.is_empty() {
            return Ok(Self { path: path.to_owned(), content: String::new() });
        }
        match encoding::utf8(bytes) {
            Ok(content) => Ok(Self { path: path.to_owned(), content: content.to_owned() }),
            Err(why) => {
                let message = format!("this file cannot be read as text: {why}");
                let finding = match readable_before(bytes, &why) {
                    Some(before) => {
                        let text = Text::new(before);
                        let end = Span::new(before.len(), before.len());
                        Finding::at(Rule::TomlInvalid, path, &text, end, message).labelled("up to here")
                    }
                    None => Finding::new(Rule::TomlInvalid, Place::file(path), message),
                };
                let help = "save the file again as UTF-8; nothing in it was checked";
                Err(Box::new(finding.about("encoding").help(help)))
            }
        }
    }
}

/// What can be read before the byte that is no text, where that byte is known.
fn readable_before<'b>(bytes: &'b [u8], why: &NotText) -> Option<&'b str> {
    let (NotText::Nul(offset) | NotText::NotUtf8 { offset, .. }) = why else { return None };
    std::str::from_utf8(bytes.get(..*offset)?).ok()
}

/// The identifiers and other small grammars of section 2.
pub mod grammar {
    /// Whether `id` is a claim's id: `[a-z0-9][a-z0-9-]*`.
    pub fn is_claim_id(id: &str) -> bool {
        starts_well(id) && id.bytes().all(|byte| is_plain(byte) || byte == b'-')
    }

    /// Whether `id` is a source's id: components `[a-z0-9][a-z0-9._-]*` joined by `/`.
    pub fn is_source_id(id: &str) -> bool {
        let is_within = |byte: u8| is_plain(byte) || matches!(byte, b'.' | b'_' | b'-');
        let is_component = |part: &[u8]| {
            part.first().is_some_and(|&byte| is_plain(byte)) && part.iter().all(|&byte| is_within(byte))
        };
        id.as_bytes().split(|&byte| byte == b'/').all(is_component)
    }

    const fn is_plain(byte: u8) -> bool {
        byte.is_ascii_lowercase() || byte.is_ascii_digit()
    }

    fn starts_well(part: &str) -> bool {
        part.bytes().next().is_some_and(is_plain)
    }

    /// Whether `date` is an EDTF (ISO 8601-2) year, year and month, or date.
    pub fn is_edtf_date(date: &str) -> bool {
        let parts: Vec<&str> = date.split('-').collect();
        let is_number =
            |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        let is_month = |part: &str| is_number(part, 2) && ("01"..="12").contains(&part);
        match parts[..] {
            [year] => is_number(year, 4),
            [year, month] => is_number(year, 4) && is_month(month),
            [_, _, _] => date.len() == 10 && date.parse::<jiff::civil::Date>().is_ok(),
            _ => false,
        }
    }

    /// Whether a TOML date or time lies before another: by the moment, or by the day where one of them has
    /// no more.
    pub fn is_earlier(own: &str, other: &str) -> bool {
        match (own.parse::<jiff::Timestamp>(), other.parse::<jiff::Timestamp>()) {
            (Ok(own), Ok(other)) => own < other,
            _ => own.get(..10) < other.get(..10),
        }
    }

    /// Whether `tag` has the form of a BCP 47 language tag.
    pub fn is_language_tag(tag: &str) -> bool {
        let is_subtag =
            |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        let primary = tag.split('-').next().unwrap_or("");
        (2..=8).contains(&primary.len())
            && primary.bytes().all(|b| b.is_ascii_alphabetic())
            && tag.split('-').all(is_subtag)
    }

    /// Whether `tag` is such a tag and begins as one that may be registered, or with an English name of a language.
    pub fn names_language(tag: &str) -> bool {
        is_language_tag(tag) && !crate::fold::tags::is_no_language(tag)
    }
}

/// Reads one file and gathers what is wrong with it.
struct Reader<'d> {
    document: &'d Document,
    text: Text<'d>,
    findings: OfFile,
    /// The claim or source that is being read, for its findings.
    claim: Option<String>,
    source: Option<String>,
    /// The number of the quote in its claim that is being read, likewise.
    quote: Option<usize>,
    /// Whether the file has CR LF anywhere.
    has_crlf: bool,
    /// The keys that misspelt ones of the table at hand were meant to be.
    misspelt: Vec<String>,
    /// Whether quotes stand at the top of the file, in no claim.
    has_stray_quotes: bool,
    /// What is read now.
    reading: Reading,
    /// Whether something of that is wrong, so that the quote at hand is not checked.
    is_unchecked: bool,
    /// The place whose line was asked for last, and its line.
    counted: (usize, usize),
}

/// What of a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// What decides what becomes of a quote.
    Deciding,
    /// All else.
    Beside,
}

/// What is said of a quote that something wrong keeps from being checked.
const UNCHECKED: &str = "this quote was not checked";
/// What stands before a line to paste.
const WRITE_SO: &str = "write it so:";

/// A value of the file with its place.
type Value<'d> = Spanned<DeValue<'d>>;

impl<'d> Reader<'d> {
    fn new(document: &'d Document) -> Self {
        let text = Text::new(&document.content);
        Self {
            document,
            text,
            findings: OfFile::default(),
            claim: None,
            source: None,
            quote: None,
            has_crlf: document.content.contains("\r\n"),
            misspelt: Vec::new(),
            has_stray_quotes: false,
            reading: Reading::Beside,
            is_unchecked: false,
            counted: (0, 1),
        }
    }

    /// The file as a table, or `None` with a finding where it is not TOML.
    fn root(&mut self) -> Option<DeTable<'d>> {
        match DeTable::parse(&self.document.content) {
            Ok(table) => Some(table.into_inner()),
            Err(error) => {
                self.syntax_error(&error);
                None
            }
        }
    }

    fn syntax_error(&mut self, error: &toml::de::Error) {
        let content = &self.document.content;
        let slip = syntax::slip(content, syntax::error_span(content, error), error.message());
        self.slip(slip, "nothing in this file was checked");
    }

    /// Reports what keeps a file from being TOML, and what was `unchecked` for it.
    fn slip(&mut self, slip: syntax::Slip, unchecked: &str) {
        let mut finding = self.finding(Rule::TomlInvalid, slip.marks[0].span, slip.message).about("syntax");
        let cut = |marks: &[Marked]| Excerpt::cut(&self.document.path, &self.text, marks);
        finding.excerpts = vec![cut(&slip.marks)];
        finding.excerpts.extend(slip.other.map(|mark| cut(&[mark])));
        finding.help = slip.help;
        self.report(finding.help(unchecked));
    }

    /// A finding at a span of this file, about what is being read.
    fn finding(&self, rule: Rule, span: Span, message: impl Into<String>) -> Finding {
        let path = &self.document.path;
        let mut finding = if self.findings.is_full(rule) {
            Finding::new(rule, Place::file(path), message)
        } else {
            Finding::at(rule, path, &self.text, span, message)
        };
        finding.claim.clone_from(&self.claim);
        finding.source.clone_from(&self.source);
        finding.quote = self.quote;
        finding
    }

    fn report(&mut self, finding: Finding) {
        if self.reading == Reading::Beside {
            return self.findings.push(finding);
        }
        self.is_unchecked = true;
        // Of a quote without words that goes without saying.
        let has_no_words = finding.rule == Rule::QuoteEmpty
            || finding.rule == Rule::KeyMissing && finding.subject == "exact";
        self.findings.push(if has_no_words { finding } else { finding.help(UNCHECKED) });
    }

    /// The line of byte `at`, from 1, counted on from the one before: tables follow one another.
    fn line(&mut self, at: usize) -> usize {
        let (from, line) = if self.counted.0 <= at { self.counted } else { (0, 1) };
        let line = line + line_ends(&self.document.content[from..at]);
        self.counted = (at, line);
        line
    }

    /// Reports a value that is no text, with the line that would be one.
    fn no_text(&mut self, key: &str, value: &Value<'d>) {
        let mut finding = self.of_wrong_type(key, value, "a text in quotation marks, as in \"…\"");
        let is_plain = !matches!(value.get_ref(), DeValue::String(_) | DeValue::Array(_) | DeValue::Table(_));
        if value.get_ref().is_bool() {
            finding.help.push(match key {
                "verdict" => {
                    "write a word of the scale, such as `verdict = \"supported\"`; ibid.toml sets the scale"
                        .to_owned()
                }
                _ => format!("take the line out, or write the words: `{key} = \"…\"`"),
            });
        } else if is_plain {
            let literal = self.document.content[value.span()].trim();
            let line = format!("{key} = {}", crate::quoting::toml_string(literal));
            finding.help.extend([WRITE_SO.to_owned(), line]);
        }
        self.report(finding);
    }

    fn wrong_type(&mut self, key: &str, value: &Value<'d>, wanted: &str) {
        let finding = self.of_wrong_type(key, value, wanted);
        self.report(finding);
    }

    fn of_wrong_type(&self, key: &str, value: &Value<'d>, wanted: &str) -> Finding {
        let found = type_name(value.get_ref());
        let message = format!("`{key}` must be {wanted}, but this is {found}");
        let finding = self.finding(Rule::ValueInvalid, value.span().into(), message).about(key);
        match (key, value.get_ref()) {
            ("source", DeValue::Array(_)) => {
                finding.help("a quote has one source; write a `[[claim.quote]]` of its own for each")
            }
            ("partial" | "repeated", DeValue::String(words))
                if matches!(words.as_ref(), "true" | "false") =>
            {
                finding.help(WRITE_SO).help(format!("{key} = {words}"))
            }
            ("tags" | "author" | "scale", DeValue::String(words)) => {
                finding.help(WRITE_SO).help(format!("{key} = {}", list_of(words)))
            }
            ("quote", DeValue::String(words)) => finding.help(WRITE_SO).help(format!(
                "[[claim.quote]]\nsource = \"the-source\"\nexact = {}",
                crate::quoting::toml_string(words)
            )),
            _ => finding,
        }
    }

    fn string(&mut self, table: &DeTable<'d>, key: &str) -> Option<Located<String>> {
        self.string_at(key, get(table, key)?)
    }

    /// The same of the value of `key`.
    fn string_at(&mut self, key: &str, value: &Value<'d>) -> Option<Located<String>> {
        let found = self.text_of(value);
        match &found {
            None => self.no_text(key, value),
            Some(found) => self.swallowed(key, found.span),
        }
        found
    }

    /// Reports a header of a claim or quote that lies inside a text of several lines, which was closed too late: what
    /// follows it there would pass unchecked.
    fn swallowed(&mut self, key: &str, literal: Span) {
        let content = &self.document.content;
        let words = &content[literal.range()];
        if !words.starts_with("\"\"\"") && !words.starts_with("'''") {
            return;
        }
        let is_header = |line: &Span| salvage::begins_table(&words[line.range()]);
        let Some(line) = crate::text::lines(words).find(is_header) else { return };
        let line = line.shifted(literal.start);
        let header = content[line.range()].trim();
        let message =
            format!("`{header}` lies inside the value of `{key}`, so nothing below it there is checked");
        let start = Span::new(literal.start, literal.start + 3);
        let marks = [Marked::primary(line, ""), Marked::context(start, "the text begins here")];
        let mut finding = self.finding(Rule::ValueInvalid, line, message).about(key);
        finding.excerpts = vec![Excerpt::cut(&self.document.path, &self.text, &marks)];
        self.report(finding.help(format!("close the text above this line, with {}", &words[..3])));
    }

    /// A string; line ends of the file inside it are LF, whatever the file has, so that a quote does not
    /// depend on how git or an editor wrote the claim file.
    fn text_of(&self, value: &Value<'d>) -> Option<Located<String>> {
        let text = value.get_ref().as_str()?;
        let span: Span = value.span().into();
        let literal = &self.document.content[span.range()];
        if !self.has_crlf || !literal.contains("\r\n") {
            return Some(Located { value: text.to_owned(), span });
        }
        let with_lf = toml::Table::from_str(&format!("text = {}", literal.replace("\r\n", "\n"))).ok();
        let text = with_lf.and_then(|table| Some(table.get("text")?.as_str()?.to_owned()));
        Some(Located { value: text?, span })
    }

    fn plain_string(&mut self, table: &DeTable<'d>, key: &str) -> Option<String> {
        self.string(table, key).map(|located| located.value)
    }

    /// A string that must be there and not blank.
    fn needed(
        &mut self,
        table: &DeTable<'d>,
        header: Span,
        what: &str,
        key: &str,
        example: &str,
    ) -> Option<Located<String>> {
        let Some(value) = get(table, key) else {
            self.missing_key(header, what, key, example);
            return None;
        };
        let found = self.string_at(key, value)?;
        if found.value.trim().is_empty() {
            let finding =
                self.finding(Rule::ValueInvalid, found.span, format!("`{key}` is empty")).about(key);
            self.report(finding.help(format!("write something such as `{example}`")));
            return None;
        }
        Some(found)
    }

    fn strings(&mut self, table: &DeTable<'d>, key: &str) -> Vec<String> {
        let Some(value) = get(table, key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "a list of texts, as in [\"…\", \"…\"]");
            return Vec::new();
        };
        let mut all = Vec::new();
        for item in items {
            match item.get_ref().as_str() {
                Some(text) => all.push(text.to_owned()),
                None => self.wrong_type(key, item, "a list of texts, as in [\"…\", \"…\"]"),
            }
        }
        all
    }

    fn boolean(&mut self, table: &DeTable<'d>, key: &str) -> bool {
        let Some(value) = get(table, key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(key, value, "true or false, without quotation marks");
            false
        })
    }

    fn extra(&mut self, table: &DeTable<'d>) -> Table {
        let Some(value) = get(table, "extra") else { return Table::new() };
        self.swallowed_in("extra", value);
        if let toml::Value::Table(table) = owned(value.get_ref()) {
            table
        } else {
            self.wrong_type("extra", value, "a table, as in { key = \"…\" }");
            Table::new()
        }
    }

    /// The same for every text in a value.
    fn swallowed_in(&mut self, key: &str, value: &Value<'d>) {
        match value.get_ref() {
            DeValue::String(_) => self.swallowed(key, value.span().into()),
            DeValue::Array(items) => items.iter().for_each(|item| self.swallowed_in(key, item)),
            DeValue::Table(table) => table.values().for_each(|item| self.swallowed_in(key, item)),
            _ => {}
        }
    }

    /// The tables of `[[key]]`; a single `[key]` is reported and read as one.
    fn tables<'t>(
        &mut self,
        table: &'t DeTable<'d>,
        key: &str,
        header: &str,
    ) -> Vec<(&'t DeTable<'d>, Span)> {
        let Some(value) = get(table, key) else { return Vec::new() };
        let two_brackets = || format!("written with two brackets, as in [[{header}]]");
        if let Some(single) = value.get_ref().as_table() {
            let message = format!("`{key}` must be {}", two_brackets());
            let finding = self.finding(Rule::ValueInvalid, value.span().into(), message).about(key);
            self.report(finding);
            return vec![(single, value.span().into())];
        }
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, value, &two_brackets());
            return Vec::new();
        };
        let mut all = Vec::with_capacity(items.len());
        for item in items {
            match item.get_ref().as_table() {
                Some(table) => all.push((table, item.span().into())),
                None => self.wrong_type(key, item, &two_brackets()),
            }
        }
        all
    }
}

fn get<'t, 'd>(table: &'t DeTable<'d>, key: &str) -> Option<&'t Value<'d>> {
    table.get(key)
}

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// A list of what stands between commas in some words.
fn list_of(words: &str) -> String {
    let items = words.split([',', '،', '，', '、', ';', '；']).map(str::trim).filter(|item| !item.is_empty());
    let items: Vec<String> = items.map(crate::quoting::toml_string).collect();
    format!("[{}]", items.join(", "))
}

fn owned(value: &DeValue<'_>) -> toml::Value {
    use toml::Value;
    match value {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or_else(|_| Value::String(number.as_str().to_owned()), Value::Integer),
        DeValue::Float(number) => {
            number.as_str().parse().map_or_else(|_| Value::String(number.as_str().to_owned()), Value::Float)
        }
        DeValue::Boolean(flag) => Value::Boolean(*flag),
        DeValue::Datetime(date) => Value::Datetime(*date),
        DeValue::Array(items) => Value::Array(items.iter().map(|item| owned(item.get_ref())).collect()),
        DeValue::Table(table) => Value::Table(
            table.iter().map(|(key, value)| (key.get_ref().to_string(), owned(value.get_ref()))).collect(),
        ),
    }
}

/// Words in a sentence: `a`, `b` and `c`.
pub fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

/// The bytes of a string's words: without its delimiters and the white space inside them.
pub(crate) fn words_span(content: &str, literal: Span) -> Span {
    let text = &content[literal.range()];
    let delimiter =
        ["\"\"\"", "'''", "\"", "'"].into_iter().find(|mark| text.starts_with(mark)).unwrap_or("");
    let inside = text.strip_prefix(delimiter).and_then(|rest| rest.strip_suffix(delimiter)).unwrap_or(text);
    let start = literal.start + delimiter.len() + (inside.len() - inside.trim_start().len());
    let words = inside.trim();
    if words.is_empty() { literal } else { Span::new(start, start + words.len()) }
}

#[cfg(test)]
mod tests {
    use super::grammar::*;

    #[test]
    fn ids_dates_and_languages_have_their_forms() {
        assert!(
            is_claim_id("a-1")
                && !is_claim_id("A")
                && !is_claim_id("-a")
                && !is_claim_id("")
                && !is_claim_id("a/b")
        );
        assert!(
            is_source_id("a/b.c_d-1")
                && !is_source_id("a//b")
                && !is_source_id("../a")
                && !is_source_id("a/")
        );
        assert!(["2025", "2025-12", "2024-02-29"].into_iter().all(is_edtf_date));
        assert!(!["25", "2025-13", "2025-02-30", "2025-1", "2025-12-08T10"].into_iter().any(is_edtf_date));
        assert!(["fr", "zh-Hans", "ar-EG", "fra", "French"].into_iter().all(names_language));
        assert!(!["french!", "klingon", "xx-", "a"].into_iter().any(names_language));
        assert!(is_language_tag("klingon"));
    }
}
