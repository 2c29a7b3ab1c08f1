//! How tables are laid out: indentation, alignment, line ends, blank lines; and text in the same manner.

use super::Pair;
use crate::text::Span;
use toml::de::DeTable;

/// The layout of one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Style {
    /// The white space before the header.
    header_indent: String,
    /// The white space before each key.
    key_indent: String,
    /// Where keys are padded to one width, how many characters that is.
    width: Option<usize>,
    /// The white space on each side of `=`.
    space: &'static str,
    /// Whether a blank line stands before the header.
    has_gap: bool,
    /// LF or CR LF.
    line_end: &'static str,
}

impl Style {
    /// The layout of new tables in a file that has none: aligned, as our own pages show them.
    pub(super) fn plain(content: &str) -> Self {
        Self {
            header_indent: String::new(),
            key_indent: String::new(),
            width: Some(0),
            space: " ",
            has_gap: true,
            line_end: line_end(content),
        }
    }

    /// The layout of a table below a header.
    pub(super) fn of(content: &str, table: &DeTable<'_>, header: Span) -> Self {
        let keys: Vec<Key> = table.keys().filter_map(|key| Key::of(content, key.span().into())).collect();
        let first = keys.iter().min_by_key(|key| key.start);
        let width = keys.first().map(|key| key.length + key.padding);
        let is_one_width = keys.iter().all(|key| Some(key.length + key.padding) == width);
        let has_lengths = keys.iter().any(|key| key.length != keys[0].length);
        Self {
            header_indent: indent(content, header.start).to_owned(),
            key_indent: first.map_or_else(String::new, |key| indent(content, key.start).to_owned()),
            width: width.filter(|_| is_one_width && has_lengths).map(|width| width.saturating_sub(1)),
            space: if first.is_some_and(|key| key.padding == 0) { "" } else { " " },
            has_gap: is_parted(&content[..line_start(content, header.start)]),
            line_end: line_end(content),
        }
    }

    /// A table as lines, without a final line end.
    pub(super) fn block(&self, header: &str, pairs: &[Pair]) -> String {
        let longest = pairs.iter().map(|pair| pair.key.len()).max().unwrap_or(0);
        let width = self.width.map(|width| width.max(longest));
        let mut lines = vec![format!("{}{header}", self.header_indent)];
        let comment = |text: &String| format!("{}# {text}", self.key_indent);
        for pair in pairs {
            lines.extend(pair.above.iter().map(comment));
            lines.push(self.line(pair, width));
            lines.extend(pair.below.iter().map(comment));
        }
        lines.join(self.line_end)
    }

    fn line(&self, pair: &Pair, width: Option<usize>) -> String {
        let Pair { key, value, .. } = pair;
        format!(
            "{}{key:<width$}{}={}{value}",
            self.key_indent,
            self.space,
            self.space,
            width = width.unwrap_or(0)
        )
    }

    /// Two tables below each other; this is the layout of the second.
    pub(super) fn joined(&self, first: &str, second: &str) -> String {
        let gap = if self.has_gap { self.line_end } else { "" };
        format!("{first}{}{gap}{second}", self.line_end)
    }

    /// A block at byte `at`, which is the start of a line or the end of the file, parted from what is there
    /// as the tables beside are.
    pub(super) fn inserted(&self, content: &str, at: usize, block: &str) -> (Span, String) {
        let line_end = self.line_end;
        let before = content[..at].trim_start_matches('\u{FEFF}');
        let ends_line = before.is_empty() || before.ends_with('\n');
        let is_parted = before.trim().is_empty() || ends_blank(before);
        let mut text = String::new();
        if !ends_line {
            text.push_str(line_end);
        }
        if self.has_gap && !is_parted {
            text.push_str(line_end);
        }
        text.push_str(block);
        // A file without a final line end stays one.
        if ends_line {
            text.push_str(line_end);
        }
        let next = content[at..].lines().next();
        if self.has_gap && next.is_some_and(|line| !line.trim().is_empty()) {
            text.push_str(line_end);
        }
        (Span::new(at, at), text)
    }

    /// A further key on a line of its own, with the line's end before it.
    pub(super) fn further_line(&self, pair: &Pair) -> String {
        format!("{}{}", self.line_end, self.line(pair, self.width))
    }

    /// A further key on a line of its own, after the line in which the value that ends at `end` stands.
    pub(super) fn line_after(&self, content: &str, end: usize, pair: &Pair) -> (Span, String) {
        let at = content[end..].find('\n').map_or(content.len(), |length| end + length + 1);
        let line = self.line(pair, self.width);
        let is_last = at == content.len() && !content.ends_with('\n');
        let text =
            if is_last { format!("{}{line}", self.line_end) } else { format!("{line}{}", self.line_end) };
        (Span::new(at, at), text)
    }
}

/// A key and the white space before its `=`.
struct Key {
    start: usize,
    length: usize,
    padding: usize,
}

impl Key {
    /// `None` for a dotted key and one that has a header of its own.
    fn of(content: &str, span: Span) -> Option<Self> {
        let rest = &content[span.end..];
        let padding = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let is_plain = rest[padding..].starts_with('=');
        let length = content[span.range()].chars().count();
        is_plain.then_some(Self { start: span.start, length, padding })
    }
}

/// LF or CR LF, whichever the first line of the file ends with.
fn line_end(content: &str) -> &'static str {
    match content.find('\n') {
        Some(end) if content[..end].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The end of the line that byte `at` lies in, before its line end.
pub(super) fn line_end_of(content: &str, at: usize) -> usize {
    let end = content[at..].find('\n').map_or(content.len(), |length| at + length);
    if content[at..end].ends_with('\r') { end - 1 } else { end }
}

fn line_start(content: &str, at: usize) -> usize {
    content[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// The white space at the start of the line that byte `at` lies in.
fn indent(content: &str, at: usize) -> &str {
    let line = &content[line_start(content, at)..at];
    let line = line.trim_start_matches('\u{FEFF}');
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// Whether a blank line, or nothing at all, stands before the comments at the end of `above`.
fn is_parted(above: &str) -> bool {
    let mut lines = above.lines().rev().skip_while(|line| line.trim_start().starts_with('#'));
    lines.next().is_none_or(|line| line.trim_start_matches('\u{FEFF}').trim().is_empty())
}

/// Whether the last line of `text` is blank.
fn ends_blank(text: &str) -> bool {
    let Some(body) = text.strip_suffix('\n') else { return false };
    body.rsplit('\n').next().is_some_and(|line| line.trim().is_empty())
}

/// Where to insert after a table whose last value ends at `end`: after its line, and after the comments
/// straight below, unless these stand straight above what follows and so belong to that.
pub(super) fn after(content: &str, end: usize) -> usize {
    let next = |from: usize| content[from..].find('\n').map_or(content.len(), |length| from + length + 1);
    let own = next(end);
    let mut at = own;
    while at < content.len() && content[at..].trim_start_matches([' ', '\t']).starts_with('#') {
        at = next(at);
    }
    let is_own = content[at..].lines().next().is_none_or(|line| line.trim().is_empty());
    if is_own { at } else { own }
}

/// A further item between the brackets `array`, after the one at `last`; on a line of its own where that is.
pub(super) fn inline_item(content: &str, array: Span, last: Span, item: &str) -> Vec<(Span, String)> {
    let splice = |at: usize, text: String| (Span::new(at, at), text);
    if !content[array.start..last.start].contains('\n') {
        return vec![splice(last.end, format!(", {item}"))];
    }
    let break_ = format!("{}{}", line_end(content), indent(content, last.start));
    let rest = &content[last.end..array.end];
    let Some(length) = rest.find('\n') else {
        return vec![splice(last.end, format!(",{break_}{item}"))];
    };
    let behind = rest[..length].trim_end_matches('\r');
    let has_comma = behind.trim_start().starts_with(',');
    let is_free = behind.trim_start_matches([' ', '\t', ',']).is_empty()
        || behind.trim_start_matches([' ', '\t', ',']).starts_with('#');
    match (is_free, has_comma) {
        (true, true) => vec![splice(last.end + behind.len(), format!("{break_}{item},"))],
        (true, false) if !rest[length..].trim_start().starts_with(',') => {
            vec![splice(last.end, ",".into()), splice(last.end + behind.len(), format!("{break_}{item}"))]
        }
        _ => vec![splice(last.end, format!(",{break_}{item}"))],
    }
}
