//! Text and the places in it: byte spans on one side; lines, columns, code points and blocks on the
//! other. Knows nothing of files, claims or matching.

use std::ops::Range;
use std::sync::OnceLock;

/// A half-open range of bytes of a text, on `char` boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The span from byte `start` up to, not including, byte `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The shortest span that holds all of `spans`; `None` where there are none.
    pub(crate) fn hull(spans: &[Self]) -> Option<Self> {
        let start = spans.iter().map(|span| span.start).min()?;
        let end = spans.iter().map(|span| span.end).max()?;
        Some(Self::new(start, end))
    }

    /// The length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether both have some bytes.
    pub(crate) const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside this span.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same span `by` bytes farther on.
    pub(crate) const fn shifted(self, by: usize) -> Self {
        Self::new(self.start + by, self.end + by)
    }

    /// The span as a range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// Where a byte offset lies, as people and the W3C `TextPositionSelector` count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1. A line ends with LF, CR LF or a lone CR.
    pub line: usize,
    /// The column in code points, from 1.
    pub column: usize,
    /// The offset in code points from the start of the text, from 0.
    pub char: usize,
}

/// Tells the languages of a text, as one tag, from its words and the language that is declared (a BCP 47 tag).
pub type Listen = fn(&str, Option<&str>) -> Option<String>;

/// A UTF-8 text with its lines and blocks, worked out when first asked for.
#[derive(Debug)]
pub struct Text<'a> {
    content: &'a str,
    language: Option<&'a str>,
    listen: Option<Listen>,
    spoken: OnceLock<Option<String>>,
    pages: &'a [usize],
    breaks: &'a [usize],
    checkpoints: OnceLock<Vec<Checkpoint>>,
    blocks: OnceLock<Vec<usize>>,
}

/// What is known at every `STRIDE`th byte, so that a position is found without reading from the start.
#[derive(Clone, Copy, Debug)]
struct Checkpoint {
    chars: usize,
    line: usize,
    line_start: usize,
    line_start_char: usize,
}

const STRIDE: usize = 1024;

/// A line longer than this, in code points, is a paragraph of its own (design, section 3, blocks).
const UNWRAPPED_LINE: usize = 120;

impl<'a> Text<'a> {
    /// A text over `content`. Costs nothing until a position or a block is asked for.
    pub const fn new(content: &'a str) -> Self {
        Self {
            content,
            language: None,
            listen: None,
            spoken: OnceLock::new(),
            pages: &[],
            breaks: &[],
            checkpoints: OnceLock::new(),
            blocks: OnceLock::new(),
        }
    }

    /// The same text in this language (a BCP 47 tag), where it is known.
    pub fn in_language(mut self, language: Option<&'a str>) -> Self {
        self.language = language;
        self
    }

    /// The text's language, where it is known.
    pub const fn language(&self) -> Option<&'a str> {
        self.language
    }

    /// The same text, whose languages `listen` tells when they are first asked for.
    pub(crate) fn heard(mut self, listen: Listen) -> Self {
        self.listen = Some(listen);
        self
    }

    /// The languages whose words count in the text, as one tag: those that it was heard to speak, else its own.
    pub(crate) fn spoken(&self) -> Option<&str> {
        let Some(listen) = self.listen else { return self.language };
        self.spoken.get_or_init(|| listen(self.content, self.language)).as_deref()
    }

    /// The same text as one in these languages alone.
    pub(crate) fn speaking<'t>(&'t self, languages: &'t str) -> Text<'t> {
        Text::new(self.content).in_language(Some(languages)).printed(self.pages, self.breaks)
    }

    /// The same text of a printed document: where each of its pages begins, and where its pages break a word at
    /// a line's end, both ascending and in code points.
    pub fn printed(mut self, pages: &'a [usize], breaks: &'a [usize]) -> Self {
        (self.pages, self.breaks) = (pages, breaks);
        self
    }

    /// The page, from 1, that the code point at offset `char` is printed on; `None` where the text has no pages.
    pub fn page(&self, char: usize) -> Option<usize> {
        let page = self.pages.partition_point(|&start| start <= char);
        (page > 0).then_some(page)
    }

    /// Where the printed pages break a word at a line's end, in code points.
    pub const fn breaks(&self) -> &'a [usize] {
        self.breaks
    }

    /// The text itself.
    pub const fn as_str(&self) -> &'a str {
        self.content
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &'a str {
        &self.content[span.range()]
    }

    /// The position of byte offset `at`, which must lie on a `char` boundary.
    pub fn position(&self, at: usize) -> Position {
        let checkpoints = self.checkpoints.get_or_init(|| checkpoints(self.content));
        let known = checkpoints[at / STRIDE];
        let here = advance(self.content, at / STRIDE * STRIDE, at, known);
        Position { line: here.line, column: here.chars - here.line_start_char + 1, char: here.chars }
    }

    /// The number of the block (paragraph) that byte `at` lies in or follows, from 0.
    ///
    /// Blocks are runs of lines between blank lines; where such a run has a line over 120 code
    /// points, each of its lines is a block.
    pub fn block(&self, at: usize) -> usize {
        let starts = self.blocks.get_or_init(|| block_starts(self.content));
        starts.partition_point(|&start| start <= at).saturating_sub(1)
    }

    /// The span of the block that byte `at` lies in, with its line ends.
    pub(crate) fn block_span(&self, at: usize) -> Span {
        let index = self.block(at);
        let starts = self.blocks.get_or_init(|| block_starts(self.content));
        let start = starts.get(index).copied().unwrap_or(0);
        let end = starts.get(index + 1).copied().unwrap_or(self.content.len());
        Span::new(start, end)
    }

    /// The blocks that `span` lies in, as one span that holds it.
    pub(crate) fn blocks_around(&self, span: Span) -> Span {
        let last = span.end.saturating_sub(1).max(span.start);
        Span::new(self.block_span(span.start).start.min(span.start), self.block_span(last).end.max(span.end))
    }

    /// The span of the line that byte `at` lies in, without its line end; of a line that goes on for
    /// more than `most` bytes after `at`, only so much, so that long lines cost nothing.
    pub(crate) fn line_span(&self, at: usize, most: usize) -> Span {
        let checkpoints = self.checkpoints.get_or_init(|| checkpoints(self.content));
        let start = advance(self.content, at / STRIDE * STRIDE, at, checkpoints[at / STRIDE]).line_start;
        let limit = self.content.floor_char_boundary(at.saturating_add(most).min(self.content.len()));
        let rest = &self.content.as_bytes()[at..limit.max(at)];
        let end = memchr::memchr2(b'\n', b'\r', rest).map_or(limit.max(at), |end| at + end);
        Span::new(start, end)
    }
}

/// The lines of `text` with their spans, without their line ends (LF, CR LF or a lone CR).
pub fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let bytes = text.as_bytes();
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let Some(length) = memchr::memchr2(b'\n', b'\r', &bytes[start..]) else {
            next = None;
            return (start < bytes.len()).then(|| Span::new(start, bytes.len()));
        };
        let end = start + length;
        let is_crlf = bytes[end] == b'\r' && bytes.get(end + 1) == Some(&b'\n');
        next = Some(end + 1 + usize::from(is_crlf));
        Some(Span::new(start, end))
    })
}

/// The number of line ends in `text`: LF, CR LF or a lone CR.
pub fn line_ends(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_lone = |&end: &usize| bytes.get(end + 1) != Some(&b'\n');
    memchr::memchr_iter(b'\n', bytes).count() + memchr::memchr_iter(b'\r', bytes).filter(is_lone).count()
}

/// The number of code points in `text`.
pub(crate) fn char_count(text: &str) -> usize {
    count_chars(text.as_bytes())
}

/// The number of code points in `text` that are no white space.
pub fn nonspace_count(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// `text` with one space for each run of white space, and none at its ends.
pub fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The span with `most` bytes more to either side, as far as `content` goes, and the rest of the code points that it then
/// begins and ends in.
pub fn around(content: &str, span: Span, most: usize) -> Span {
    let start = content.floor_char_boundary(span.start.saturating_sub(most));
    Span::new(start, content.ceil_char_boundary((span.end + most).min(content.len())))
}

/// The byte `count` code points before `from`, but not before `least`.
pub(crate) fn chars_back(content: &str, least: usize, from: usize, count: usize) -> usize {
    content[least..from].char_indices().rev().take(count).last().map_or(from, |(offset, _)| least + offset)
}

/// The byte `count` code points after `from`, but not after `most`.
pub(crate) fn chars_on(content: &str, from: usize, most: usize, count: usize) -> usize {
    content[from..most].char_indices().nth(count).map_or(most, |(offset, _)| from + offset)
}

/// What stands before byte `at`: `most` bytes, and the rest of the code point that they begin in.
#[inline]
pub fn head(content: &str, at: usize, most: usize) -> &str {
    &content[content.floor_char_boundary(at.saturating_sub(most))..at]
}

/// What stands after byte `at`: `most` bytes, and the rest of the code point that they end in.
#[inline]
pub fn tail(content: &str, at: usize, most: usize) -> &str {
    &content[at..content.ceil_char_boundary((at + most).min(content.len()))]
}

/// Counts the bytes that begin a code point.
fn count_chars(bytes: &[u8]) -> usize {
    count(bytes, |byte| (byte as i8) >= -0x40)
}

/// Counts bytes in stretches short enough for a byte to hold their count, which the compiler vectorises.
fn count(bytes: &[u8], holds: impl Fn(u8) -> bool) -> usize {
    let in_stretch =
        |stretch: &[u8]| usize::from(stretch.iter().map(|&byte| u8::from(holds(byte))).sum::<u8>());
    bytes.chunks(224).map(in_stretch).sum()
}

fn checkpoints(content: &str) -> Vec<Checkpoint> {
    let mut known = Checkpoint { chars: 0, line: 1, line_start: 0, line_start_char: 0 };
    let mut all = Vec::with_capacity(content.len() / STRIDE + 1);
    for start in (0..=content.len()).step_by(STRIDE) {
        all.push(known);
        known = advance(content, start, (start + STRIDE).min(content.len()), known);
    }
    all
}

/// Carries what is `known` at byte `from` on to byte `to`.
fn advance(content: &str, from: usize, to: usize, mut known: Checkpoint) -> Checkpoint {
    let bytes = &content.as_bytes()[from..to];
    let ends_line = |end: usize| {
        let is_half_of_crlf = bytes[end] == b'\r' && content.as_bytes().get(from + end + 1) == Some(&b'\n');
        !is_half_of_crlf
    };
    let mut last = memchr::memrchr2(b'\n', b'\r', bytes);
    while let Some(end) = last.filter(|&end| !ends_line(end)) {
        last = memchr::memrchr2(b'\n', b'\r', &bytes[..end]);
    }
    if let Some(end) = last {
        known.line += count(bytes, |byte| byte == b'\n');
        known.line += memchr::memchr_iter(b'\r', bytes).filter(|&end| ends_line(end)).count();
        known.line_start = from + end + 1;
        known.line_start_char = known.chars + count_chars(&bytes[..=end]);
    }
    known.chars += count_chars(bytes);
    known
}

/// The byte offsets at which blocks begin, ascending. Blank lines belong to the block before them.
fn block_starts(content: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut run: Vec<Span> = Vec::new();
    for line in lines(content) {
        if content[line.range()].trim().is_empty() {
            close_run(content, &mut run, &mut starts);
        } else {
            run.push(line);
        }
    }
    close_run(content, &mut run, &mut starts);
    starts
}

fn close_run(content: &str, run: &mut Vec<Span>, starts: &mut Vec<usize>) {
    let is_unwrapped = run.iter().any(|line| char_count(&content[line.range()]) > UNWRAPPED_LINE);
    let count = if is_unwrapped { run.len() } else { run.len().min(1) };
    starts.extend(run.iter().take(count).map(|line| line.start));
    run.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_lines_columns_and_code_points() {
        let text = Text::new("né\r\nà\rb\n\nç");
        let at = |byte| {
            let position = text.position(byte);
            (position.line, position.column, position.char)
        };
        assert_eq!(at(0), (1, 1, 0));
        assert_eq!(at(3), (1, 3, 2));
        assert_eq!(at(5), (2, 1, 4));
        assert_eq!(at(8), (3, 1, 6));
        assert_eq!(at(11), (5, 1, 9));
    }

    #[test]
    fn pages_are_counted_from_one_and_an_empty_page_has_nothing_on_it() {
        let text = Text::new("abcdef").printed(&[0, 2, 2, 4], &[]);
        let pages: Vec<_> = (0..6).map(|at| text.page(at)).collect();
        assert_eq!(pages, [1, 1, 3, 3, 4, 4].map(Some));
        assert_eq!(Text::new("abc").page(1), None);
    }

    #[test]
    fn line_ends_are_lf_cr_lf_and_cr() {
        assert_eq!(line_ends("a\nb\r\nc\rd\r\r\n\ne"), 6);
        assert_eq!(line_ends("a"), 0);
    }

    #[test]
    fn positions_agree_with_a_plain_count_across_checkpoints() {
        let content = "é x\nلا 不\r\n".repeat(2000);
        let text = Text::new(&content);
        for (chars, (at, _)) in content.char_indices().enumerate().step_by(97) {
            let position = text.position(at);
            let before = &content[..at];
            let line_start = before.rfind('\n').map_or(0, |end| end + 1);
            assert_eq!(position.char, chars);
            assert_eq!(position.line, before.matches('\n').count() + 1);
            assert_eq!(position.column, content[line_start..at].chars().count() + 1);
        }
    }

    #[test]
    fn blocks_are_runs_of_lines_unless_a_line_is_long() {
        let long = "x".repeat(121);
        let content = format!("a\nb\n\nc\n\u{a0}\n{long}\nd\n");
        let text = Text::new(&content);
        let block = |word: &str| text.block(content.find(word).unwrap());
        assert_eq!([block("a"), block("b"), block("c"), block("x"), block("d")], [0, 0, 1, 2, 3]);
    }
}
