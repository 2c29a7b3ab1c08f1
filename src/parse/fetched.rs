//! What a record says of the network: how a capture came, where an archived copy is, whether the page still is.

use super::{Reader, get, listed, nearest_word, words_span};
use crate::claim::Located;
use crate::finding::Rule;
use crate::fragment::is_web_address;
use crate::source::{Fetch, UrlStatus};
use crate::text::Span;
use toml::de::DeTable;

/// The keys of a capture's `fetched`.
pub const FETCHED_KEYS: &[&str] =
    &["url", "status", "redirects", "date", "content-type", "content-language", "etag", "last-modified"];

impl<'d> Reader<'d> {
    /// Whether the page can still be read at its address.
    pub(super) fn url_status(&mut self, table: &DeTable<'d>) -> Option<UrlStatus> {
        let found = self.string(table, "url-status")?;
        if let Some(status) = UrlStatus::parse(&found.value) {
            return Some(status);
        }
        let known = UrlStatus::ALL.map(UrlStatus::name);
        let message = format!("`{}` is no `url-status`", found.value);
        let span = words_span(&self.document.content, found.span);
        let finding = self.finding(Rule::ValueInvalid, span, message).about("url-status");
        self.report(match nearest_word(&found.value, &known) {
            Some(meant) => finding.labelled(format!("did you mean `{meant}`?")),
            None => finding.help(format!("it is one of {}", listed(&known))),
        });
        None
    }

    /// How a capture came, where ibid fetched it.
    pub(super) fn fetched(&mut self, table: &DeTable<'d>) -> Option<Fetch> {
        let value = get(table, "fetched")?;
        let Some(inner) = value.get_ref().as_table() else {
            self.wrong_type("fetched", value, "a table, as in { url = \"https://…\", status = 200 }");
            return None;
        };
        let span: Span = value.span().into();
        self.unknown_keys(inner, "a capture's `fetched`", FETCHED_KEYS, &[]);
        if get(inner, "url").is_none() {
            self.missing_key(span, "this `fetched`", "url", "url = \"https://…\"");
        }
        let url = self.web_address(inner, "url");
        let status = self.status(inner, span);
        let redirects = self.strings(inner, "redirects");
        let [date, content_type, content_language, etag, last_modified] =
            ["date", "content-type", "content-language", "etag", "last-modified"]
                .map(|key| self.plain_string(inner, key));
        let (url, status) = (url?.value, status?);
        Some(Fetch { url, status, redirects, date, content_type, content_language, etag, last_modified })
    }

    fn status(&mut self, table: &DeTable<'d>, span: Span) -> Option<u16> {
        let Some(value) = get(table, "status") else {
            self.missing_key(span, "this `fetched`", "status", "status = 200");
            return None;
        };
        let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse::<u16>().ok());
        let status = number.filter(|number| (100..600).contains(number));
        if status.is_none() {
            self.wrong_type("status", value, "an HTTP status, a number as 200");
        }
        status
    }

    /// The address of a page on the web.
    pub(super) fn web_address(&mut self, table: &DeTable<'d>, key: &str) -> Option<Located<String>> {
        let found = self.string(table, key)?;
        if is_web_address(&found.value) {
            return Some(found);
        }
        let message = format!("`{key}` is no address of a page on the web");
        let span = words_span(&self.document.content, found.span);
        let finding = self.finding(Rule::ValueInvalid, span, message).about(key);
        self.report(finding.help("write it whole, as in \"https://example.org/article\""));
        None
    }
}
