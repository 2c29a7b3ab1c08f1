//! The report as JSON, `ibid.report/1`.

use crate::compare::{self, Comparison};
use crate::find;
use crate::fold::characters as ch;
use crate::reach::Untouched;
use crate::report::{Report, v1};
use crate::source::Source;
use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter};
use std::io;

/// The report as indented JSON with a final line feed. Characters that could act on a terminal or be
/// drawn as nothing are escaped.
pub fn render(report: &Report) -> String {
    to_json(&v1::Report::from(report))
}

/// A comparison as indented JSON, `ibid.comparison/1`, likewise.
pub fn comparison(comparison: &Comparison, names: (&str, &str), untouched: Option<Untouched>) -> String {
    to_json(&compare::v1::Wire::new(comparison, names, untouched))
}

/// What was found of some words as indented JSON, `ibid.search/1`, likewise.
pub fn search(answer: &find::Answer, sources: &[Source], words: &str) -> String {
    to_json(&find::v1::Wire::new(answer, sources, words))
}

/// A claim's story as indented JSON, `ibid.history/1`, likewise.
#[cfg(feature = "git")]
pub fn history(history: &crate::history::History) -> String {
    to_json(&crate::history::v1::Wire::from(history))
}

/// Captures compared as indented JSON, `ibid.drift/1`, likewise.
pub fn drift(compared: &[Result<crate::drift::SourceDrift, crate::error::Error>]) -> String {
    to_json(&crate::drift::v1::Wire::from(compared))
}

/// A schema as indented JSON, likewise.
pub fn schema(schema: &serde_json::Value) -> String {
    to_json(schema)
}

/// Sources that were fetched again as indented JSON, `ibid.refresh/1`, likewise.
#[cfg(feature = "http")]
pub fn refresh(refreshed: &crate::refresh::Refreshed) -> String {
    to_json(&crate::refresh::v1::Wire::from(refreshed))
}

/// A wire type as JSON.
pub(super) fn to_json(value: &impl Serialize) -> String {
    written(value, Escaping { pretty: PrettyFormatter::new(), is_for_markup: false })
}

/// The same without `<`, `>` or `&`, so that it can be pasted into HTML and ends no element there.
pub(super) fn to_json_for_markup(value: &impl Serialize) -> String {
    written(value, Escaping { pretty: PrettyFormatter::new(), is_for_markup: true })
}

fn written(value: &impl Serialize, formatter: Escaping) -> String {
    let mut out = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, formatter);
    value.serialize(&mut serializer).expect("wire types have string keys and finite numbers");
    out.push(b'\n');
    String::from_utf8(out).expect("serde_json writes UTF-8")
}

/// Pretty printing with more characters escaped than JSON asks for.
struct Escaping {
    pretty: PrettyFormatter<'static>,
    /// Whether what means something in HTML is escaped too.
    is_for_markup: bool,
}

impl Formatter for Escaping {
    fn write_string_fragment<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let is_escaped = |c: char| {
            !c.is_ascii()
                && (c.is_control() || ch::is_invisible(c) && c != 'ـ' || matches!(c, '\u{2028}' | '\u{2029}'))
                || c == '\u{7F}'
                || self.is_for_markup && matches!(c, '<' | '>' | '&')
        };
        // A log of GitHub Actions would take `##[` for a command wherever it stands in a line.
        let is_command = |start: usize, c: char| c == '#' && fragment[start..].starts_with("#[");
        let mut at = 0;
        for (start, c) in fragment.char_indices().filter(|&(at, c)| is_escaped(c) || is_command(at, c)) {
            writer.write_all(&fragment.as_bytes()[at..start])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            at = start + c.len_utf8();
        }
        writer.write_all(&fragment.as_bytes()[at..])
    }

    fn begin_array<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.begin_array(writer)
    }

    fn end_array<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_array(writer)
    }

    fn begin_array_value<W: io::Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.pretty.begin_array_value(writer, first)
    }

    fn end_array_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_array_value(writer)
    }

    fn begin_object<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.begin_object(writer)
    }

    fn end_object<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_object(writer)
    }

    fn begin_object_key<W: io::Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.pretty.begin_object_key(writer, first)
    }

    fn begin_object_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.begin_object_value(writer)
    }

    fn end_object_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_object_value(writer)
    }
}
