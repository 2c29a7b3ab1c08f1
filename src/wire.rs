//! A place in a source as every report writes it as JSON: `LOCATION` of `ibid.report/1`. One type, so that no two
//! reports count differently.

use crate::text::Span;
use crate::verify;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A span of a text. Lines and columns are counted from 1, `byte_*` in bytes, columns and `char_*` in code points
/// (W3C `TextPositionSelector`); ends are exclusive.
#[derive(Debug, Serialize, Deserialize)]
pub struct Location<'l> {
    /// The file, relative to the root, with `/`.
    pub path: Cow<'l, str>,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// The first byte.
    pub byte_start: usize,
    /// The byte after the last.
    pub byte_end: usize,
    /// The first code point.
    pub char_start: usize,
    /// The code point after the last.
    pub char_end: usize,
    /// The page, from 1; left out where the document has no pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
}

impl<'l> From<&'l verify::Location> for Location<'l> {
    fn from(location: &'l verify::Location) -> Self {
        Self {
            path: Cow::Borrowed(&location.path),
            line: location.line,
            column: location.column,
            byte_start: location.bytes.start,
            byte_end: location.bytes.end,
            char_start: location.chars.0,
            char_end: location.chars.1,
            page: location.page,
        }
    }
}

impl From<&Location<'_>> for verify::Location {
    fn from(wire: &Location<'_>) -> Self {
        Self {
            path: wire.path.as_ref().into(),
            line: wire.line,
            column: wire.column,
            bytes: Span { start: wire.byte_start, end: wire.byte_end },
            chars: (wire.char_start, wire.char_end),
            page: wire.page,
        }
    }
}
