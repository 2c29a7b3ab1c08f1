//! What surrounds a place: the visible characters to either side, and the text as it is, without line ends that part
//! nothing.

use crate::fold::characters as ch;
use crate::text::Text;

/// How many visible characters either way a decision looks at, and how many of any kind it reads.
const SEEN: usize = 24;
pub(super) const READ: usize = 256;

/// How many bytes of words either way are read.
const NEAR: usize = 512;

/// The visible characters to either side of a place, nearest first; marks are part of their letters.
pub(super) struct Surroundings<'a> {
    pub(super) left: Vec<char>,
    pub(super) right: Vec<char>,
    /// The text up to the place and from it on, as it is.
    pub(super) before: &'a str,
    pub(super) after: &'a str,
    pub(super) language: Option<&'a str>,
    text: &'a Text<'a>,
}

/// The visible ones among the first characters, without line ends that part nothing; `joins` tells by the characters
/// to either side of one, in the order of reading, and `beside` is the one before the first.
fn seen(
    characters: impl Iterator<Item = char>,
    beside: Option<char>,
    joins: impl Fn(char, char) -> bool,
) -> Vec<char> {
    let mut seen = Vec::with_capacity(SEEN);
    let mut last = beside;
    let mut line_end = String::new();
    for c in characters.take(READ) {
        if matches!(c, '\n' | '\r') {
            line_end.push(c);
            continue;
        }
        if !line_end.is_empty() {
            if !(is_one_line_end(&line_end) && last.is_some_and(|last| joins(last, c))) {
                seen.extend(line_end.chars());
            }
            line_end.clear();
        }
        last = Some(c);
        if !ch::is_invisible(c) && !ch::is_mark(c) {
            seen.push(c);
        }
        if seen.len() >= SEEN {
            return seen;
        }
    }
    seen.extend(line_end.chars());
    seen
}

/// Whether these end one line, and none is empty; in either order of reading.
fn is_one_line_end(characters: &str) -> bool {
    matches!(characters, "\n" | "\r" | "\r\n" | "\n\r")
}

/// Whether a line that ends between these goes on as one word, number or phrase: after a hyphen, and in scripts that
/// are written without spaces.
fn goes_on(before: char, after: char) -> bool {
    let is_hyphen = ch::is_hyphen(before) || before == '\u{AD}';
    is_hyphen && ch::is_letter(after) || ch::is_spaceless(before) && ch::is_spaceless(after)
}

/// A text up to a place that lies behind a line end which parts nothing, or else as it is.
fn without_last_line_end<'t>(before: &'t str, after: &str) -> &'t str {
    let rest = before.trim_end_matches(['\r', '\n']);
    let is_joined = is_one_line_end(&before[rest.len()..])
        && rest.chars().next_back().zip(after.chars().next()).is_some_and(|(a, b)| goes_on(a, b));
    if is_joined { rest } else { before }
}

/// The same from a place on that lies before such a line end.
fn without_first_line_end<'t>(before: &str, after: &'t str) -> &'t str {
    let rest = after.trim_start_matches(['\r', '\n']);
    let is_joined = is_one_line_end(&after[..after.len() - rest.len()])
        && before.chars().next_back().zip(rest.chars().next()).is_some_and(|(a, b)| goes_on(a, b));
    if is_joined { rest } else { after }
}

impl<'a> Surroundings<'a> {
    pub(super) fn new(text: &'a Text<'a>, at: usize) -> Self {
        let (before, after) = text.as_str().split_at(at);
        Self {
            left: seen(before.chars().rev(), after.chars().next(), |after, before| goes_on(before, after)),
            right: seen(after.chars(), before.chars().next_back(), goes_on),
            before: without_last_line_end(before, after),
            after: without_first_line_end(before, after),
            language: text.language(),
            text,
        }
    }

    /// The text straight before the place, as far as the words of a number go.
    pub(super) fn near_before(&self) -> &'a str {
        &self.before[self.before.floor_char_boundary(self.before.len().saturating_sub(NEAR))..]
    }

    /// The text straight after the place, likewise.
    pub(super) fn near_after(&self) -> &'a str {
        &self.after[..self.after.floor_char_boundary(NEAR.min(self.after.len()))]
    }

    /// Whether what is `back` bytes before the place and what is `on` bytes after it lie in one paragraph.
    pub(super) fn is_one_block(&self, back: usize, on: usize) -> bool {
        let last = (self.before.len() - back).saturating_sub(1);
        self.text.block(last) == self.text.block(self.text.as_str().len() - self.after.len() + on)
    }

    pub(super) fn left(&self, index: usize, holds: impl Fn(char) -> bool) -> bool {
        self.left.get(index).copied().is_some_and(holds)
    }

    pub(super) fn right(&self, index: usize, holds: impl Fn(char) -> bool) -> bool {
        self.right.get(index).copied().is_some_and(holds)
    }
}
