//! Insertions into TOML that people keep: a capture in a record, a claim in a file, a quote in a claim, a
//! pin in a quote. Knows a file's content and where its tables lie; no corpus, no disk.
//!
//! The new text is spliced in by spans and not through an editable document: that would turn CR LF into
//! LF, drop a byte order mark and add a final line end. It is written in the manner of the tables beside it:
//! their indentation, their alignment, their line ends, inline where they are. What was made is read again
//! and must hold what the file held and the insertion, nothing else.

mod check;
mod style;

use crate::error::Error;
use crate::quoting::toml_string;
use crate::text::Span;
use check::Insertion;
use style::Style;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A key with its value, which is TOML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The key.
    pub key: &'static str,
    /// The value as it is written: `"…"`, `true`, a date.
    pub value: String,
    /// Comments on lines of their own above the key, without their `#`.
    pub above: Vec<String>,
    /// Likewise below it.
    pub below: Vec<String>,
}

impl Pair {
    /// A key with a text.
    pub fn text(key: &'static str, text: &str) -> Self {
        Self::raw(key, toml_string(text))
    }

    /// A key with a value that is TOML already.
    pub fn raw(key: &'static str, value: impl Into<String>) -> Self {
        Self { key, value: value.into(), above: Vec::new(), below: Vec::new() }
    }

    /// The same with comments above it, where the table is written as lines.
    pub fn above(self, lines: Vec<String>) -> Self {
        Self { above: lines, ..self }
    }

    /// The same with comments below it, likewise.
    pub fn below(self, lines: Vec<String>) -> Self {
        Self { below: lines, ..self }
    }
}

/// A file's content with something inserted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The content as it is now.
    pub content: String,
    /// The line, from 1, at which the insertion begins.
    pub line: usize,
}

/// A record with one capture more, after all that it holds.
///
/// # Errors
///
/// Where `record` is not TOML, or its captures are written in a way that nothing can be added to.
pub fn append_capture(record: &str, capture: &[Pair]) -> Result<Edited, Error> {
    let root = parsed(record)?;
    let captures = Array::of(&root, "capture", record)?;
    let model = captures.items.last().map(|(table, header)| Style::of(record, table, *header));
    let lines = || {
        let style = model.unwrap_or_else(|| Style::plain(record));
        vec![style.inserted(record, record.len(), &style.block("[[capture]]", capture))]
    };
    let splices = captures.inline(record, &inline_table(capture)).unwrap_or_else(lines);
    check::edited(record, splices, &Insertion::Capture(capture))
}

/// A claim file with one claim more, with one quote, after all that it holds.
///
/// # Errors
///
/// Where `content` is not TOML, or its claims are written in a way that nothing can be added to.
pub fn append_claim(content: &str, claim: &[Pair], quote: &[Pair]) -> Result<Edited, Error> {
    let root = parsed(content)?;
    let claims = Array::of(&root, "claim", content)?;
    let mut with_quote = claim.to_vec();
    with_quote.push(Pair::raw("quote", format!("[{}]", inline_table(quote))));
    let splices = match claims.inline(content, &inline_table(&with_quote)) {
        Some(splices) => splices,
        None => vec![claim_block(content, &claims, claim, quote)?],
    };
    check::edited(content, splices, &Insertion::Claim(claim, quote))
}

/// A claim as lines, in the manner of the last one of the file.
fn claim_block(
    content: &str,
    claims: &Array<'_, '_>,
    claim: &[Pair],
    quote: &[Pair],
) -> Result<(Span, String), Error> {
    let Some((last, header)) = claims.items.last() else {
        let style = Style::plain(content);
        let block = style.joined(&style.block("[[claim]]", claim), &style.block("[[claim.quote]]", quote));
        return Ok(style.inserted(content, content.len(), &block));
    };
    let style = Style::of(content, last, *header);
    let quotes = Array::of(last, "quote", content)?;
    let model = quotes.items.last().filter(|_| !quotes.is_inline(content));
    let of_quote = model.map_or_else(|| style.clone(), |(table, header)| Style::of(content, table, *header));
    let block = of_quote.joined(&style.block("[[claim]]", claim), &of_quote.block("[[claim.quote]]", quote));
    Ok(style.inserted(content, content.len(), &block))
}

/// A claim file with one quote more, after the last one of claim number `claim` of the file, from 0.
///
/// # Errors
///
/// Where `content` is not TOML, has no such claim, or the claim's quotes are written in a way that nothing
/// can be added to.
pub fn append_quote(content: &str, claim: usize, quote: &[Pair]) -> Result<Edited, Error> {
    let root = parsed(content)?;
    let claims = Array::of(&root, "claim", content)?;
    let (table, header) = *claims.items.get(claim).ok_or_else(|| Error::new("there is no such claim"))?;
    let quotes = Array::of(table, "quote", content)?;
    let splices = match quotes.inline(content, &inline_table(quote)) {
        Some(splices) => splices,
        None if content[header.range()].starts_with('{') => return Err(unquoted()),
        None => {
            let (model, header) = quotes.items.last().copied().unwrap_or((table, header));
            let style = Style::of(content, model, header);
            let at = style::after(content, end_of(model, header));
            vec![style.inserted(content, at, &style.block("[[claim.quote]]", quote))]
        }
    };
    check::edited(content, splices, &Insertion::Quote(claim, quote))
}

/// A claim file in which quote number `quote` of claim number `claim`, both from 0, cites `capture`.
///
/// # Errors
///
/// Where `content` is not TOML or has no such quote, or the quote no `source`.
pub fn pin_quote(content: &str, claim: usize, quote: usize, capture: &str) -> Result<Edited, Error> {
    let root = parsed(content)?;
    let (table, header) = quote_at(&root, content, claim, quote)?;
    let pin = Pair::text("capture", capture);
    let splice = match (table.get("capture"), table.get("source")) {
        (Some(value), _) => (value.span().into(), pin.value),
        (None, Some(source)) if content[header.range()].starts_with('{') => {
            let end = source.span().end;
            (Span::new(end, end), format!(", capture = {}", pin.value))
        }
        (None, Some(source)) => {
            Style::of(content, table, header).line_after(content, source.span().end, &pin)
        }
        (None, None) => {
            return Err(Error::new("this quote names no source, so no capture of it can be cited"));
        }
    };
    check::edited(content, vec![splice], &Insertion::Pin(claim, quote, capture))
}

/// The first quote of claim number `claim` of the file, from 0, that was begun and has no words yet: its
/// `exact` is `""`, and it names `source` or none.
pub fn begun_quote(content: &str, claim: usize, source: &str) -> Option<usize> {
    let root = parsed(content).ok()?;
    let claims = Array::of(&root, "claim", content).ok()?;
    let quotes = Array::of(claims.items.get(claim)?.0, "quote", content).ok()?;
    let text = |table: &DeTable<'_>, key: &str| {
        table.get(key).map(|value| value.get_ref().as_str().map(String::from))
    };
    let is_begun = |(table, _): &(&DeTable<'_>, Span)| {
        let is_blank = text(table, "exact").flatten().is_some_and(|words| words.trim().is_empty());
        let is_own =
            text(table, "source").is_none_or(|id| id.is_some_and(|id| id.trim().is_empty() || id == source));
        is_blank && is_own
    };
    quotes.items.iter().position(is_begun)
}

/// A claim file in which quote number `quote` of claim number `claim`, both from 0, has these values: in
/// place of those of its keys that are there, on lines after them where they are not.
///
/// # Errors
///
/// Where `content` is not TOML or has no such quote, or the quote no `exact`.
pub fn fill_quote(content: &str, claim: usize, quote: usize, pairs: &[Pair]) -> Result<Edited, Error> {
    let root = parsed(content)?;
    let (table, header) = quote_at(&root, content, claim, quote)?;
    let end = table.get("exact").ok_or_else(no_such_quote)?.span().end;
    let is_inline = content[header.range()].starts_with('{');
    let style = Style::of(content, table, header);
    let mut splices = Vec::new();
    let mut further = String::new();
    for pair in pairs {
        match table.get(pair.key) {
            Some(value) => splices.push((value.span().into(), pair.value.clone())),
            None if is_inline => further.push_str(&format!(", {} = {}", pair.key, pair.value)),
            None => further.push_str(&style.further_line(pair)),
        }
    }
    if !further.is_empty() {
        let at = if is_inline { end } else { style::line_end_of(content, end) };
        splices.push((Span::new(at, at), further));
    }
    check::edited(content, splices, &Insertion::Fill(claim, quote, pairs))
}

/// A record whose source has this `url-status`, in place of any, else below its `url`.
///
/// # Errors
///
/// Where `record` is not TOML, or has neither.
pub fn set_url_status(record: &str, status: &str) -> Result<Edited, Error> {
    let root = parsed(record)?;
    let pair = Pair::text("url-status", status);
    let splice = match (root.get("url-status"), root.get("url")) {
        (Some(value), _) => (value.span().into(), pair.value),
        (None, Some(url)) => {
            let first = root.iter().map(|(key, _)| key.span().start).min().unwrap_or_default();
            // The layout is that of the lines above the first table: their own, whatever follows.
            let plain = root.iter().filter(|(_, value)| !is_of_tables(value.get_ref()));
            let plain: DeTable<'_> = plain.map(|(key, value)| (key.clone(), value.clone())).collect();
            Style::of(record, &plain, Span::new(first, first)).line_after(record, url.span().end, &pair)
        }
        (None, None) => return Err(Error::new("the record has no `url`, so there is no status of one")),
    };
    check::edited(record, vec![splice], &Insertion::UrlStatus(status))
}

/// Whether a value is written below headers of its own, or may be.
fn is_of_tables(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::Table(_) => true,
        DeValue::Array(items) => items.iter().any(|item| item.get_ref().is_table()),
        _ => false,
    }
}

/// A quote as lines, in the layout of a file that has none.
pub fn quote_lines(quote: &[Pair]) -> String {
    Style::plain("").block("[[claim.quote]]", quote) + "\n"
}

/// A claim with its quote as lines, likewise.
pub fn claim_lines(claim: &[Pair], quote: &[Pair]) -> String {
    let style = Style::plain("");
    style.joined(&style.block("[[claim]]", claim), &style.block("[[claim.quote]]", quote)) + "\n"
}

fn parsed(content: &str) -> Result<DeTable<'_>, Error> {
    DeTable::parse(content).map(Spanned::into_inner).map_err(|error| {
        Error::new(format!("it cannot be read whole, so nothing is written into it ({})", error.message()))
            .hint("`ibid verify` says what is wrong and where; mend that first")
    })
}

/// The table of quote number `quote` of claim number `claim`, with its span as in [`Array::items`].
fn quote_at<'t, 'd>(
    root: &'t DeTable<'d>,
    content: &str,
    claim: usize,
    quote: usize,
) -> Result<(&'t DeTable<'d>, Span), Error> {
    let claims = Array::of(root, "claim", content)?;
    let (table, _) = *claims.items.get(claim).ok_or_else(no_such_quote)?;
    let quotes = Array::of(table, "quote", content)?;
    quotes.items.get(quote).copied().ok_or_else(no_such_quote)
}

fn no_such_quote() -> Error {
    Error::new("there is no such quote")
}

fn unquoted() -> Error {
    Error::new("this claim has no quote yet and is written on one line, so none can be added to it")
        .hint("write it below a line `[[claim]]`, or add the first quote by hand")
}

/// The tables of one key, as lines below `[[key]]` or inline.
struct Array<'t, 'd> {
    /// The span of the whole value.
    span: Option<Span>,
    /// Each table with its span: of its header, or of all of it where it is inline.
    items: Vec<(&'t DeTable<'d>, Span)>,
}

impl<'t, 'd> Array<'t, 'd> {
    fn of(table: &'t DeTable<'d>, key: &str, content: &str) -> Result<Self, Error> {
        let Some(value) = table.get(key) else { return Ok(Self { span: None, items: Vec::new() }) };
        let wrong = || {
            let line = content[..value.span().start].matches('\n').count() + 1;
            Error::new(format!("`{key}` in line {line} is not written with two brackets, as in [[{key}]]"))
                .hint("`ibid verify` says more")
        };
        let array = value.get_ref().as_array().ok_or_else(wrong)?;
        let items = array.iter().map(|item| Some((item.get_ref().as_table()?, Span::from(item.span()))));
        let items: Option<Vec<_>> = items.collect();
        Ok(Self { span: Some(value.span().into()), items: items.ok_or_else(wrong)? })
    }

    /// Whether the tables stand between brackets and not below headers.
    fn is_inline(&self, content: &str) -> bool {
        match (self.items.first(), self.span) {
            (Some((_, span)), _) => content[span.range()].starts_with('{'),
            (None, span) => span.is_some(),
        }
    }

    /// How `item` is inserted between the brackets; `None` where there are none.
    fn inline(&self, content: &str, item: &str) -> Option<Vec<(Span, String)>> {
        let array = self.span.filter(|_| self.is_inline(content))?;
        let Some(&(_, last)) = self.items.last() else {
            return Some(vec![(Span::new(array.start + 1, array.start + 1), item.to_owned())]);
        };
        Some(style::inline_item(content, array, last, item))
    }
}

fn inline_table(pairs: &[Pair]) -> String {
    let written: Vec<String> = pairs.iter().map(|pair| format!("{} = {}", pair.key, pair.value)).collect();
    format!("{{ {} }}", written.join(", "))
}

/// The byte after the last one of a table's values, or of its header where it has none.
fn end_of(table: &DeTable<'_>, header: Span) -> usize {
    table.iter().map(|(_, value)| value_end(value)).fold(header.end, usize::max)
}

fn value_end(value: &Spanned<DeValue<'_>>) -> usize {
    let own = value.span().end;
    match value.get_ref() {
        DeValue::Array(items) => items.iter().map(value_end).fold(own, usize::max),
        DeValue::Table(table) => end_of(table, value.span().into()),
        _ => own,
    }
}

/// `content` with each span replaced by its text; the spans do not overlap.
pub(crate) fn spliced(content: &str, mut edits: Vec<(Span, String)>) -> String {
    edits.sort_by_key(|edit| edit.0);
    let mut out = String::with_capacity(content.len() + 64);
    let mut at = 0;
    for (span, text) in edits {
        out.push_str(&content[at..span.start]);
        out.push_str(&text);
        at = span.end;
    }
    out.push_str(&content[at..]);
    out
}

#[cfg(test)]
mod tests;
