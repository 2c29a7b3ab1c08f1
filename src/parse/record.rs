//! Records of sources, `source.toml`.

use super::{Document, Reader, Value, get, grammar, nearest_word, words_span};
use crate::claim::Located;
use crate::digest::Digest;
use crate::finding::{Finding, Rule};
use crate::quoting::toml_string;
use crate::source::{Access, Capture, PinnedText, Source};
use crate::text::Span;
use std::collections::HashMap;
use toml::de::{DeTable, DeValue};

/// The keys of a record, above its captures.
pub const SOURCE_KEYS: &[&str] = &[
    "title",
    "publisher",
    "author",
    "url",
    "url-status",
    "published",
    "language",
    "access",
    "extra",
    "capture",
];
/// The keys of a `[[capture]]`.
pub const CAPTURE_KEYS: &[&str] =
    &["file", "sha256", "captured", "media-type", "note", "fetched", "archive", "text"];
/// The keys of a capture's `text`.
pub const TEXT_KEYS: &[&str] = &["file", "sha256", "extractor", "pages", "joined"];
/// What messages call a capture, and the text that was taken from one.
const CAPTURE: &str = "this capture";
const TEXT: &str = "this `text`";
/// What to do about numbers that no person writes.
const AS_WRITTEN: &str =
    "these numbers are as `ibid add` wrote them: bring the record back, from git or a backup";

/// Reads the record of source `id`, which is number `file` of the corpus.
pub fn record(document: &Document, id: &str, file: usize) -> (Source, Vec<Finding>) {
    let mut reader = Reader::new(document);
    reader.source = Some(id.to_owned());
    let Some(root) = reader.root() else { return (broken_source(id, file), reader.findings.into_vec()) };
    let elsewhere: &[(&[&str], &str)] = &[(CAPTURE_KEYS, "a capture: put it below a line `[[capture]]`")];
    reader.unknown_keys(&root, "a source's record", SOURCE_KEYS, elsewhere);
    let is_list_empty = |value: &Value<'_>| value.get_ref().as_array().is_some_and(|list| list.is_empty());
    let has_captures = get(&root, "capture").is_some_and(|value| !is_list_empty(value));
    let names_captures = has_captures || reader.misspelt.iter().any(|meant| meant == "capture");
    let top = Span::new(0, 0);
    let title = reader.needed(&root, top, "this record", "title", "title = \"The article's title\"");
    let mut source = Source {
        title: title.map(|title| title.value).unwrap_or_default(),
        publisher: reader.plain_string(&root, "publisher"),
        author: reader.strings(&root, "author"),
        url: reader.url(&root),
        url_status: reader.url_status(&root),
        published: reader.published(&root),
        language: reader.language(&root),
        access: reader.access(&root),
        extra: reader.extra(&root),
        ..broken_source(id, file)
    };
    source.is_broken = false;
    let tables = reader.tables(&root, "capture", "capture");
    source.captures =
        tables.into_iter().filter_map(|(table, header)| reader.capture(table, header)).collect();
    // Most sources have one capture, and all of them are kept.
    source.captures.shrink_to_fit();
    source.is_broken = names_captures && source.captures.is_empty();
    reader.check_captures(&source, names_captures);
    (source, reader.findings.into_vec())
}

/// A source of which nothing but the id is known.
pub fn broken_source(id: &str, file: usize) -> Source {
    Source {
        id: id.to_owned(),
        title: String::new(),
        publisher: None,
        author: Vec::new(),
        url: None,
        url_status: None,
        published: None,
        language: None,
        access: Access::Open,
        extra: toml::Table::new(),
        captures: Vec::new(),
        file,
        is_broken: true,
    }
}

/// Whether a record has a key that was meant to restrict it: a misspelt one, or one below a capture.
fn is_meant_as_restricted(root: &DeTable<'_>) -> bool {
    let is_meant = |key: &str, known: &[&str]| {
        !known.contains(&key) && nearest_word(key, &["access", "restricted"]).is_some()
    };
    let captures = get(root, "capture").map(Value::get_ref);
    let items = captures.and_then(DeValue::as_array).into_iter().flatten();
    let mut tables = items.map(Value::get_ref).chain(captures).filter_map(DeValue::as_table);
    root.keys().any(|key| is_meant(key.get_ref(), SOURCE_KEYS))
        || tables.any(|one| one.keys().any(|key| is_meant(key.get_ref(), CAPTURE_KEYS)))
}

impl<'d> Reader<'d> {
    /// The address where a source was published; one that begins with a host is taken as it is, and told.
    fn url(&mut self, table: &DeTable<'d>) -> Option<String> {
        let url = self.string(table, "url")?;
        if lacks_scheme(&url.value) {
            let span = words_span(&self.document.content, url.span);
            let message = "this address does not say https:// or http://, so that nothing can lead there";
            let finding = self.finding(Rule::UrlIncomplete, span, message).about("url");
            let whole = format!("https://{}", url.value.trim());
            let line = format!("url = {}", toml_string(&whole));
            self.report(finding.help("write it as the browser has it:").help(line));
        }
        Some(url.value)
    }

    fn published(&mut self, table: &DeTable<'d>) -> Option<String> {
        let value = get(table, "published")?;
        let date = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(date) => date.to_string(),
            _ => {
                self.wrong_type("published", value, "a date, as in \"2025-12\"");
                return None;
            }
        };
        if grammar::is_edtf_date(&date) {
            return Some(date);
        }
        let message = format!("`{date}` is no year, month or day");
        let finding = self.finding(Rule::ValueInvalid, value.span().into(), message).about("published");
        self.report(finding.help("write as much as is known: \"2025\", \"2025-12\" or \"2025-12-08\""));
        None
    }

    pub(super) fn language(&mut self, table: &DeTable<'d>) -> Option<String> {
        let language = self.string(table, "language")?;
        if grammar::names_language(&language.value) {
            return Some(language.value);
        }
        let message = match language.value.trim() {
            "" => "`language` is empty".to_owned(),
            tag => format!("`{tag}` is no language tag"),
        };
        let span = words_span(&self.document.content, language.span);
        let finding = self.finding(Rule::ValueInvalid, span, message).about("language");
        self.report(finding.help("write a tag such as \"fr\", \"ar\" or \"zh-Hans\" (BCP 47)"));
        None
    }

    /// What cannot be read, or stands at another place, counts as restricted: nothing is shown because of a slip.
    fn access(&mut self, table: &DeTable<'d>) -> Access {
        let Some(value) = get(table, "access") else {
            return if is_meant_as_restricted(table) { Access::Restricted } else { Access::Open };
        };
        if let Some(access) = value.get_ref().as_str().and_then(Access::parse) {
            return access;
        }
        let message = "`access` is \"open\" or \"restricted\", in quotation marks";
        let finding = self.finding(Rule::ValueInvalid, value.span().into(), message).about("access");
        self.report(
            finding.help(
                "\"restricted\" keeps the bytes out of the repository; without the key a source is open",
            ),
        );
        Access::Restricted
    }

    fn capture(&mut self, table: &DeTable<'d>, header: Span) -> Option<Capture> {
        self.unknown_keys(
            table,
            "a capture",
            CAPTURE_KEYS,
            &[(SOURCE_KEYS, "the source: put it above the first `[[capture]]`")],
        );
        let file = self.file_name(table, header, CAPTURE);
        let sha256 = self.digest(table, header, CAPTURE);
        let captured = self.captured(table);
        let media_type = self.plain_string(table, "media-type");
        let is_type_told = media_type.is_some();
        let media_type = media_type.unwrap_or_else(|| "text/plain".into());
        let note = self.plain_string(table, "note");
        let fetched = self.fetched(table).map(Box::new);
        let archive = self.web_address(table, "archive").map(|archive| archive.value);
        let text = self.pinned_text(table).map(Box::new);
        let file = file?;
        let id = stem(&file.value).to_owned();
        Some(Capture { id, file, sha256, captured, media_type, is_type_told, note, fetched, archive, text })
    }

    /// The name of a file beside the record; `what` is whose.
    fn file_name(&mut self, table: &DeTable<'d>, header: Span, what: &str) -> Option<Located<String>> {
        let example =
            if what == TEXT { "file = \"2025-12-08.text.txt\"" } else { "file = \"2025-12-08.txt\"" };
        let file = self.needed(table, header, what, "file", example)?;
        let name = file.value.as_str();
        let is_plain = !name.contains(['/', '\\', '\0']) && !matches!(name, "." | "..");
        if is_plain && name != "source.toml" {
            return Some(file);
        }
        let message = if is_plain {
            "a record cannot be its own capture".to_owned()
        } else if leads_out(name) {
            format!("`{name}` leads out of the source's folder; it was not opened")
        } else {
            format!("`{name}` is not the name of a file beside the record; it was not opened")
        };
        let rule = if is_plain { Rule::RecordInvalid } else { Rule::PathOutside };
        let finding =
            self.finding(rule, words_span(&self.document.content, file.span), message).about("file");
        self.report(finding.help("put the file beside `source.toml` and write its name alone"));
        None
    }

    fn digest(&mut self, table: &DeTable<'d>, header: Span, what: &str) -> Option<Located<Digest>> {
        let Some(value) = get(table, "sha256") else {
            self.missing_digest(header, what);
            return None;
        };
        let hex = self.string_at("sha256", value)?;
        if let Some(digest) = Digest::parse(&hex.value) {
            return Some(Located { value: digest, span: hex.span });
        }
        let message = match hex.value.chars().count() {
            64 => "`sha256` must be written in the digits 0 to 9 and a to f, small".to_owned(),
            0 => "`sha256` is empty".to_owned(),
            count => format!("`sha256` must have 64 hexadecimal digits, but this has {count} characters"),
        };
        let finding =
            self.finding(Rule::RecordInvalid, words_span(&self.document.content, hex.span), message);
        self.report(
            finding
                .about("sha256")
                .help("bring the record back, from git or a backup; do not compute the SHA-256 anew, for it tells whether the bytes are still those that were stored"),
        );
        None
    }

    fn missing_digest(&mut self, header: Span, what: &str) {
        // A misspelt key has its finding already.
        if self.misspelt.iter().any(|meant| meant == "sha256") {
            return;
        }
        let message =
            format!("{what} has no `sha256`, so nothing tells whether its bytes are those that were stored");
        let finding = self.finding(Rule::KeyMissing, header, message).about("sha256");
        let finding = finding.help("bring it back, from git or a backup");
        self.report(match what {
            TEXT => finding,
            _ => finding.help("where there never was one, delete this entry and store the file with `ibid add`, which writes it"),
        });
    }

    fn captured(&mut self, table: &DeTable<'d>) -> Option<String> {
        let value = get(table, "captured")?;
        match value.get_ref() {
            DeValue::Datetime(date) if date.date.is_some() => Some(date.to_string()),
            _ => {
                self.wrong_type(
                    "captured",
                    value,
                    "a date and time without quotation marks, as in 2025-12-08T10:00:00Z",
                );
                None
            }
        }
    }

    fn pinned_text(&mut self, table: &DeTable<'d>) -> Option<PinnedText> {
        let value = get(table, "text")?;
        let Some(inner) = value.get_ref().as_table() else {
            self.wrong_type(
                "text",
                value,
                "a table, as in { file = \"…\", sha256 = \"…\", extractor = \"html/1\" }",
            );
            return None;
        };
        let span: Span = value.span().into();
        self.unknown_keys(inner, "a capture's `text`", TEXT_KEYS, &[]);
        let file = self.file_name(inner, span, TEXT);
        let sha256 = self.digest(inner, span, TEXT);
        let extractor = self.needed(inner, span, TEXT, "extractor", "extractor = \"html/1\"");
        let pages = self.offsets(inner, "pages", "[0, 2310, 4752]");
        if let Some(value) = get(inner, "pages").filter(|_| pages.first().is_some_and(|&first| first != 0)) {
            let message = "`pages` must begin with 0, where the first page begins";
            let finding = self.finding(Rule::ValueInvalid, value.span().into(), message).about("pages");
            self.report(finding.help(AS_WRITTEN));
        }
        let joined = self.offsets(inner, "joined", "[118, 1204]");
        Some(PinnedText { file: file?, sha256: sha256?, extractor: extractor?.value, pages, joined })
    }

    /// Offsets in a text, in code points, none before the one that it follows; empty where there are none that can
    /// be read.
    fn offsets(&mut self, table: &DeTable<'d>, key: &str, example: &str) -> Vec<usize> {
        let Some(value) = get(table, key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, value, &format!("a list of whole numbers, as in {example}"));
            return Vec::new();
        };
        let mut offsets: Vec<usize> = Vec::with_capacity(items.len());
        for item in items {
            let number = item.get_ref().as_integer();
            let number =
                number.and_then(|number| usize::from_str_radix(number.as_str(), number.radix()).ok());
            let message = match number {
                None => format!("`{key}` must be a list of whole numbers, as in {example}"),
                Some(number) if offsets.last().is_some_and(|&last| number < last) => {
                    format!("`{key}` must go upwards, but {number} follows {}", offsets[offsets.len() - 1])
                }
                Some(number) => {
                    offsets.push(number);
                    continue;
                }
            };
            let finding = self.finding(Rule::ValueInvalid, item.span().into(), message).about(key);
            self.report(finding.help(AS_WRITTEN));
            return Vec::new();
        }
        offsets
    }

    fn check_captures(&mut self, source: &Source, has_captures: bool) {
        if !has_captures {
            let finding = self
                .finding(Rule::RecordInvalid, Span::new(0, 0), "this record has no capture")
                .about("capture");
            self.report(
                finding
                    .help("list the article’s file below a line `[[capture]]`; or take the folder away and store the article with `ibid add`"),
            );
        }
        self.check_texts(&source.captures);
        // Most sources have one.
        if source.captures.len() < 2 {
            return;
        }
        let mut first: HashMap<&str, &Capture> = HashMap::new();
        for capture in &source.captures {
            match first.get(capture.id.as_str()) {
                Some(first) => self.duplicate_capture(capture, first),
                None => drop(first.insert(&capture.id, capture)),
            }
        }
        self.check_order(&source.captures);
    }

    /// Reports a text that is of two captures, or a capture too: one of them would be checked against the other's words.
    fn check_texts(&mut self, captures: &[Capture]) {
        let mut names: HashMap<&str, Span> = HashMap::new();
        if captures.iter().any(|capture| capture.text.is_some()) {
            names.extend(captures.iter().map(|capture| (capture.file.value.as_str(), capture.file.span)));
        }
        for text in captures.iter().filter_map(|capture| capture.text.as_ref()) {
            match names.get(text.file.value.as_str()) {
                None => drop(names.insert(&text.file.value, text.file.span)),
                Some(&first) => self.shared_text(&text.file, first),
            }
        }
    }

    fn shared_text(&mut self, file: &Located<String>, first: Span) {
        let message = format!("`{}` is named twice, and here as the text of a capture", file.value);
        let at = |span| words_span(&self.document.content, span);
        let mut finding = self
            .finding(Rule::CaptureDuplicate, at(file.span), message)
            .about(&file.value)
            .labelled("its text, of this name");
        let other = self.finding(Rule::CaptureDuplicate, at(first), "").labelled("first here");
        finding.excerpts.extend(other.excerpts);
        self.report(finding.help(
            "every capture has a text of its own: take out this entry and store the file again with `ibid add`, which takes its text",
        ));
    }

    fn check_order(&mut self, captures: &[Capture]) {
        let mut latest = Latest::default();
        for (index, capture) in captures.iter().enumerate() {
            let Some(own) = capture.captured.as_deref() else { continue };
            if latest.is_after(own) {
                // Which one it is, is looked for only where that is told.
                let others =
                    if self.findings.is_full(Rule::RecordInvalid) { &[] } else { &captures[..index] };
                let mut others = others.iter().rev().filter_map(|other| other.captured.as_deref());
                let other = others.find(|other| grammar::is_earlier(own, other)).unwrap_or_default();
                let message =
                    format!("this capture of {own} stands after one of {other}; captures go oldest first");
                let finding = self.finding(Rule::RecordInvalid, capture.file.span, message).about("order");
                self.report(finding.help("move it up, so that the newest capture is the last"));
            }
            latest.add(own);
        }
    }

    fn duplicate_capture(&mut self, capture: &Capture, first: &Capture) {
        let message = format!("`{}` is the id of two captures of this source", capture.id);
        let span = words_span(&self.document.content, capture.file.span);
        let mut finding =
            self.finding(Rule::CaptureDuplicate, span, message).about(&capture.id).labelled("again here");
        let other =
            self.finding(Rule::CaptureDuplicate, words_span(&self.document.content, first.file.span), "");
        finding.excerpts.extend(other.labelled("first here").excerpts);
        let (name, first_name) = (&capture.file.value, &first.file.value);
        let digests = [capture, first].map(|capture| capture.sha256.as_ref().map(|digest| digest.value));
        let help = if name != first_name {
            let new = name.replacen(&capture.id, &format!("{}-2", capture.id), 1);
            format!("give the second one’s file another name, such as `{new}`, in the folder and here")
        } else if digests[0] == digests[1] {
            format!("both name the file `{name}`: delete the second entry; a merge may have doubled it")
        } else {
            format!(
                "both name the file `{name}`, with other digests: keep the entry that belongs to it, as git or a backup has it, and delete the other"
            )
        };
        self.report(finding.help(help));
    }
}

/// The latest of some TOML dates and times, so that a further one need not be compared with each of them.
#[derive(Default)]
struct Latest<'c> {
    moment: Option<jiff::Timestamp>,
    /// The days of those that are no moments.
    day: Option<&'c str>,
    /// The days of all.
    any_day: Option<&'c str>,
}

impl<'c> Latest<'c> {
    /// Whether one of them is later, as [`grammar::is_earlier`] has it.
    fn is_after(&self, own: &str) -> bool {
        match own.parse::<jiff::Timestamp>() {
            Ok(moment) => self.moment > Some(moment) || self.day > own.get(..10),
            Err(_) => self.any_day > own.get(..10),
        }
    }

    fn add(&mut self, own: &'c str) {
        self.any_day = self.any_day.max(own.get(..10));
        match own.parse() {
            Ok(moment) => self.moment = self.moment.max(Some(moment)),
            Err(_) => self.day = self.day.max(own.get(..10)),
        }
    }
}

/// A file's name without its last extension.
pub fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}

/// Whether a text is an address from its host on: `www.example.org/article`.
pub fn lacks_scheme(text: &str) -> bool {
    let text = text.trim();
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let labels = || host.split('.');
    let is_host = labels().count() > 1 && labels().all(|label| !label.is_empty());
    // What a colon follows may be a scheme, as in `urn:isbn:…`, and a host with a port is as rare as a blank in one.
    let is_scheme = text[host.len()..].starts_with(':');
    is_host && !is_scheme && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// Whether a name that is no plain one leads out of its folder, on any system: upward, from the top, or to a drive.
fn leads_out(name: &str) -> bool {
    let is_drive = |name: &str| name.as_bytes().get(1) == Some(&b':');
    name.split(['/', '\\']).any(|part| part == "..") || name.starts_with(['/', '\\']) || is_drive(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_of_some_times_is_later_where_one_of_them_is() {
        let all = [
            "2025-12-08T10:00:00Z",
            "2025-12-08T11:30:00+02:00",
            "2025-12-08",
            "2025-12-09",
            "2025-12-08T23:00:00",
            "2025-12-07T23:59:59Z",
        ];
        for set in 0..1 << all.len() {
            let some: Vec<&str> =
                (0..all.len()).filter(|bit| set >> bit & 1 == 1).map(|bit| all[bit]).collect();
            let mut latest = Latest::default();
            for one in &some {
                latest.add(one);
            }
            for own in all {
                let is_before_one = some.iter().any(|other| grammar::is_earlier(own, other));
                assert_eq!(latest.is_after(own), is_before_one, "{own} among {some:?}");
            }
        }
    }

    #[test]
    fn an_address_from_its_host_on_is_told_from_other_names() {
        for url in ["www.lefigaro.fr/politique", "example.org", " العربية.example/خبر ", "example.org?id=1#a"]
        {
            assert!(lacks_scheme(url), "{url}");
        }
        for url in [
            "https://example.org/a.b",
            "urn:isbn:978",
            "doi:10.1000/182",
            "page 2, L. M. p.3",
            "/a/b.html",
            "..",
            "",
        ] {
            assert!(!lacks_scheme(url), "{url}");
        }
    }
}
