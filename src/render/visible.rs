//! Hostile text made visible: no control character, escape sequence or bidirectional control of a
//! source or a claim goes anywhere raw.

use crate::fold::characters as ch;
use crate::text::Span;
use unicode_width::UnicodeWidthChar as _;

/// How wide a tabulation is drawn.
const TAB: usize = 4;

/// Whether `c` is written out by its code point: it would act on a terminal, or be drawn as nothing.
fn is_written_out(c: char) -> bool {
    let joins = matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{640}');
    c.is_control() && c != '\t'
        || (ch::is_invisible(c) && !joins)
        || matches!(c, '\u{E0000}'..='\u{E0FFF}')
        || matches!(c, '\u{2028}' | '\u{2029}')
}

/// `text` safe to show on one line of a terminal: what acts or cannot be seen is written `⟨U+XXXX⟩`, a
/// line feed `⏎`.
pub fn visible(text: &str) -> String {
    if !text.chars().any(|c| is_written_out(c) || c == '\t') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 16);
    text.chars().for_each(|c| push_visible(&mut out, c));
    out
}

fn push_visible(out: &mut String, c: char) {
    if c == '\n' {
        out.push('⏎');
    } else if c == '\t' {
        out.push_str(&" ".repeat(TAB));
    } else if is_written_out(c) {
        out.push_str(&format!("⟨U+{:04X}⟩", u32::from(c)));
    } else {
        out.push(c);
    }
}

/// `text` as [`visible`] makes it, with where each of `spans` (bytes of `text`) then lies.
///
/// In the spans no-break spaces are drawn as `⍽`, so that they can be told from spaces.
pub fn visible_with(text: &str, spans: &[Span]) -> (String, Vec<Span>) {
    let mut out = String::with_capacity(text.len() + 16);
    let mut moved = vec![Span::new(0, 0); spans.len()];
    for (at, c) in text.char_indices() {
        for (span, moved) in spans.iter().zip(&mut moved) {
            if span.start == at {
                moved.start = out.len();
            }
            if span.end == at {
                moved.end = out.len();
            }
        }
        let is_marked = spans.iter().any(|span| span.start <= at && at < span.end);
        match c {
            '\u{A0}' | '\u{202F}' | '\u{2007}' if is_marked => out.push('⍽'),
            _ => push_visible(&mut out, c),
        }
    }
    for (span, moved) in spans.iter().zip(&mut moved) {
        if span.start >= text.len() {
            moved.start = out.len();
        }
        if span.end >= text.len() {
            moved.end = out.len();
        }
    }
    (out, moved)
}

/// The columns that `text` takes on a terminal.
pub fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// The columns that `c` takes on a terminal; wide characters take two, marks none.
pub fn char_width(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// Whether the text holds letters that run from right to left, so that columns cannot be counted.
pub fn is_bidirectional(text: &str) -> bool {
    text.chars().any(ch::is_right_to_left)
}

/// `text` in lines of at most `width` columns, broken at spaces where there are any, but for those that
/// French sets beside its punctuation; wide characters may be broken between.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let width = width.max(20);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = Line::default();
        for word in unbroken(paragraph) {
            if !line.text.is_empty() && line.width + 1 + self::width(word) > width {
                lines.push(std::mem::take(&mut line).text);
            }
            if !line.text.is_empty() {
                line.push(' ');
            }
            push_broken(&mut line, word, width, &mut lines);
        }
        lines.push(line.text);
    }
    lines
}

/// The words of a line, each with the punctuation that a space parts from it: `erreur :`, `« erreur »`.
fn unbroken(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    for (at, _) in line.match_indices(' ') {
        if !opens(&line[start..at]) && !closes(&line[at + 1..]) {
            words.push(&line[start..at]);
            start = at + 1;
        }
    }
    words.push(&line[start..]);
    words
}

/// The marks around what was removed or added in a diff.
const DIFF_MARKS: [char; 6] = ['[', ']', '{', '}', '-', '+'];

fn opens(text: &str) -> bool {
    text.trim_end_matches(DIFF_MARKS).ends_with('«')
}

fn closes(text: &str) -> bool {
    let word = text.split(' ').next().unwrap_or_default().trim_matches(DIFF_MARKS);
    !word.is_empty() && word.chars().all(|c| matches!(c, ':' | ';' | '!' | '?' | '»' | '.' | ',' | '…' | '%'))
}

/// A line that is being filled, with the columns that it takes so far.
#[derive(Default)]
struct Line {
    text: String,
    width: usize,
}

impl Line {
    fn push(&mut self, c: char) {
        self.text.push(c);
        self.width += char_width(c);
    }
}

fn push_broken(line: &mut Line, word: &str, width: usize, lines: &mut Vec<String>) {
    for c in word.chars() {
        if line.width + char_width(c) > width && !ch::is_mark(c) {
            lines.push(std::mem::take(line).text);
        }
        line.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts_and_spans_move_along() {
        let text = "a\u{1b}[31m\u{202e}é\u{a0}b";
        let (shown, spans) = visible_with(text, &[Span::new(text.find('é').unwrap(), text.len() - 1)]);
        assert_eq!(shown, "a⟨U+001B⟩[31m⟨U+202E⟩é⍽b");
        assert_eq!(&shown[spans[0].range()], "é⍽");
        assert_eq!(visible("x\ty\u{200b}"), "x    y⟨U+200B⟩");
        assert_eq!(visible("a\nb\u{2028}c\u{2029}d\u{e0041}"), "a⏎b⟨U+2028⟩c⟨U+2029⟩d⟨U+E0041⟩");
    }

    #[test]
    fn lines_are_wrapped_by_columns() {
        let wide = "汉".repeat(30);
        assert!(wrapped(&wide, 40).iter().all(|line| width(line) <= 40));
        assert_eq!(wrapped("aaa bbb ccc ddd eee fff ggg", 20), ["aaa bbb ccc ddd eee", "fff ggg"]);
        assert_eq!(wrapped("aaa bbb ccc ddd eee : fff", 20), ["aaa bbb ccc ddd", "eee : fff"]);
        assert_eq!(wrapped("aaa bbb ccc [-«-] ddd {+!+}", 20), ["aaa bbb ccc", "[-«-] ddd {+!+}"]);
        assert_eq!(wrapped("aaa bbb ccc ddd 12 %", 20), ["aaa bbb ccc ddd 12 %"]);
        assert_eq!(wrapped("aaaa bbb ccc ddd 12 %", 20), ["aaaa bbb ccc ddd", "12 %"]);
        // A mark stays with its letter where a word without spaces is broken.
        assert_eq!(wrapped(&"e\u{301}".repeat(25), 20), ["e\u{301}".repeat(20), "e\u{301}".repeat(5)]);
    }
}
