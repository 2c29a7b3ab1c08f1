//! The wire types of captures compared, `ibid.drift/1`. Within a version members are only added.

use super::{Paragraph, QuoteDrift, SourceDrift, Stretch, Version};
use crate::error::Error;
use crate::wire::Location;
use serde::Serialize;

/// The version of the schema.
pub const SCHEMA: &str = "ibid.drift/1";

/// Sources with two captures each compared, as they are written.
#[derive(Debug, Serialize)]
pub struct Wire<'d> {
    schema: &'static str,
    sources: Vec<SourceWire<'d>>,
    /// What could not be compared, and why.
    errors: Vec<&'d str>,
}

#[derive(Debug, Serialize)]
struct SourceWire<'d> {
    id: &'d str,
    title: &'d str,
    from: VersionWire<'d>,
    to: VersionWire<'d>,
    quotes: Vec<QuoteWire<'d>>,
    paragraphs: Vec<ParagraphWire<'d>>,
    same: usize,
    /// Whether words of a restricted source were left out; only where they were.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    withheld: bool,
}

#[derive(Debug, Serialize)]
struct VersionWire<'d> {
    capture: &'d str,
    path: &'d str,
}

#[derive(Debug, Serialize)]
struct QuoteWire<'d> {
    claim: &'d str,
    path: &'d str,
    line: usize,
    exact: &'d str,
    pin: Option<&'d str>,
    effect: &'static str,
    kind: Option<&'static str>,
    before: Option<Location<'d>>,
    after: Option<Location<'d>>,
    found: Option<&'d str>,
}

#[derive(Debug, Serialize)]
struct ParagraphWire<'d> {
    change: &'static str,
    moved: bool,
    before: Option<StretchWire<'d>>,
    after: Option<StretchWire<'d>>,
}

#[derive(Debug, Serialize)]
struct StretchWire<'d> {
    line: usize,
    byte_start: usize,
    byte_end: usize,
    text: &'d str,
}

impl<'d> From<&'d [Result<SourceDrift, Error>]> for Wire<'d> {
    fn from(compared: &'d [Result<SourceDrift, Error>]) -> Self {
        let sources = compared.iter().filter_map(|one| one.as_ref().ok()).map(source);
        let errors = compared.iter().filter_map(|one| one.as_ref().err());
        Self {
            schema: SCHEMA,
            sources: sources.collect(),
            errors: errors.map(|error| error.message.as_str()).collect(),
        }
    }
}

fn source(drift: &SourceDrift) -> SourceWire<'_> {
    SourceWire {
        id: &drift.id,
        title: &drift.title,
        from: version(&drift.from),
        to: version(&drift.to),
        quotes: drift.quotes.iter().map(quote).collect(),
        paragraphs: drift.paragraphs.iter().map(paragraph).collect(),
        same: drift.same,
        withheld: drift.is_withheld,
    }
}

fn version(version: &Version) -> VersionWire<'_> {
    VersionWire { capture: &version.id, path: &version.path }
}

fn quote(quote: &QuoteDrift) -> QuoteWire<'_> {
    QuoteWire {
        claim: &quote.claim,
        path: &quote.path,
        line: quote.line,
        exact: &quote.words,
        pin: quote.pin.as_deref(),
        effect: quote.effect.name(),
        kind: quote.change.map(crate::anchor::drift::Change::name),
        before: quote.before.as_ref().map(Location::from),
        after: quote.after.as_ref().map(Location::from),
        found: quote.found.as_deref(),
    }
}

fn paragraph(paragraph: &Paragraph) -> ParagraphWire<'_> {
    ParagraphWire {
        change: paragraph.change.name(),
        moved: paragraph.is_moved,
        before: paragraph.before.as_ref().map(stretch),
        after: paragraph.after.as_ref().map(stretch),
    }
}

fn stretch(stretch: &Stretch) -> StretchWire<'_> {
    StretchWire {
        line: stretch.line,
        byte_start: stretch.bytes.start,
        byte_end: stretch.bytes.end,
        text: &stretch.words,
    }
}
