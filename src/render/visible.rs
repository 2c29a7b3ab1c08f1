//! Hostile text made visible: no control character, escape sequence or bidirectional control of a
//! source or a claim goes anywhere raw.

use crate::fold::characters as ch;
use crate::text::Span;
use std::ops::Range;
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

/// So many marks and joiners are drawn after one letter; no writing has more.
const MOST_MARKS: usize = 16;

/// `text` safe to show on one line of a terminal: what acts or cannot be seen is written `⟨U+XXXX⟩`, a
/// line feed `⏎`, marks that are heaped upon one letter are counted.
pub fn visible(text: &str) -> String {
    let mut drawing = Drawing::of(text);
    text.chars().for_each(|c| drawing.push(c));
    drawing.ended()
}

/// A text as it is drawn so far.
struct Drawing {
    text: String,
    /// How many characters without a width of their own it ends with.
    marks: usize,
}

impl Drawing {
    fn of(text: &str) -> Self {
        Self { text: String::with_capacity(text.len() + 16), marks: 0 }
    }

    fn push(&mut self, c: char) {
        if c.is_ascii_graphic() || c == ' ' {
            self.end_marks();
            self.text.push(c);
        } else if c == '\n' {
            self.push_str("⏎");
        } else if c == '\t' {
            self.push_str(&" ".repeat(TAB));
        } else if is_written_out(c) {
            self.push_str(&format!("⟨U+{:04X}⟩", u32::from(c)));
        } else if char_width(c) == 0 {
            self.marks += 1;
            if self.marks <= MOST_MARKS {
                self.text.push(c);
            }
        } else {
            self.end_marks();
            self.text.push(c);
        }
    }

    fn push_str(&mut self, drawn: &str) {
        self.end_marks();
        self.text.push_str(drawn);
    }

    /// Says how many marks were left out since the last letter.
    fn end_marks(&mut self) {
        if self.marks > MOST_MARKS {
            self.text.push_str(&format!("⟨{} more marks⟩", self.marks - MOST_MARKS));
        }
        self.marks = 0;
    }

    fn ended(mut self) -> String {
        self.end_marks();
        self.text
    }
}

/// `text` as [`visible`] makes it, with where each of `spans` (bytes of `text`) then lies.
///
/// In the spans no-break spaces are drawn as `⍽`, so that they can be told from spaces.
pub(crate) fn visible_with(text: &str, spans: &[Span]) -> (String, Vec<Span>) {
    let mut drawing = Drawing::of(text);
    let mut moved = vec![Span::new(0, 0); spans.len()];
    for (at, c) in text.char_indices() {
        if spans.iter().any(|span| span.start == at || span.end == at) {
            drawing.end_marks();
        }
        for (span, moved) in spans.iter().zip(&mut moved) {
            if span.start == at {
                moved.start = drawing.text.len();
            }
            if span.end == at {
                moved.end = drawing.text.len();
            }
        }
        let is_marked = spans.iter().any(|span| span.start <= at && at < span.end);
        match c {
            '\u{A0}' | '\u{202F}' | '\u{2007}' if is_marked => drawing.push('⍽'),
            _ => drawing.push(c),
        }
    }
    let shown = drawing.ended();
    for (span, moved) in spans.iter().zip(&mut moved) {
        if span.start >= text.len() {
            moved.start = shown.len();
        }
        if span.end >= text.len() {
            moved.end = shown.len();
        }
    }
    (shown, moved)
}

/// The columns that `text` takes on a terminal.
pub fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// The columns that `c` takes on a terminal; wide characters take two, marks none.
pub(crate) fn char_width(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// Whether the text holds letters that run from right to left, so that columns cannot be counted.
pub(crate) fn is_bidirectional(text: &str) -> bool {
    text.chars().any(ch::is_right_to_left)
}

/// `text` in lines of at most `width` columns, broken at spaces where there are any, but for those that
/// French sets beside its punctuation and those between backticks; wide characters may be broken between. A command
/// that is longer stays whole: people paste it.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let width = width.max(20);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = Line::default();
        for word in unbroken(paragraph, width) {
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

/// The words of a line, each with the punctuation that a space parts from it: `erreur :`, `« erreur »`. What is between
/// backticks is one, where it fits or is a command.
fn unbroken(line: &str, width: usize) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut whole = between_backticks(line)
        .filter(|span| is_command(&line[span.clone()]) || self::width(&line[span.clone()]) <= width)
        .peekable();
    for (at, _) in line.match_indices(' ') {
        while whole.next_if(|span| span.end <= at).is_some() {}
        let is_inside = whole.peek().is_some_and(|span| span.contains(&at));
        if !is_inside && !opens(&line[start..at]) && !closes(&line[at + 1..]) {
            words.push(&line[start..at]);
            start = at + 1;
        }
    }
    words.push(&line[start..]);
    words
}

/// What is between backticks, with them.
fn between_backticks(line: &str) -> impl Iterator<Item = Range<usize>> {
    let mut ticks = line.match_indices('`').map(|(at, _)| at);
    std::iter::from_fn(move || Some(ticks.next()?..ticks.next()? + 1))
}

/// Whether words have a command that a person is to paste.
fn is_command(words: &str) -> bool {
    words.contains("`ibid ")
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
    let is_whole = is_command(word);
    for c in word.chars() {
        if line.width + char_width(c) > width && !ch::is_mark(c) && !is_whole {
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
    fn marks_heaped_upon_a_letter_are_counted() {
        let heap = |count| "\u{301}".repeat(count);
        assert_eq!(visible(&format!("e{}a", heap(MOST_MARKS))), format!("e{}a", heap(MOST_MARKS)));
        let text = format!("e{}a{}", heap(500_000), heap(17));
        let after = text.len() - heap(17).len();
        let (shown, spans) = visible_with(&text, &[Span::new(0, 1), Span::new(after - 1, after)]);
        assert_eq!(shown, format!("e{0}⟨499984 more marks⟩a{0}⟨1 more marks⟩", heap(MOST_MARKS)));
        assert_eq!(&shown[spans[0].range()], "e");
        assert_eq!(&shown[spans[1].range()], "a");
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
        // A command can be pasted from one line.
        assert_eq!(
            wrapped("or run `ibid fix a-claim --write`: so", 24),
            ["or run", "`ibid fix a-claim --write`:", "so"]
        );
        assert_eq!(wrapped("aaa bbb ccc `exact = 1` d", 20), ["aaa bbb ccc", "`exact = 1` d"]);
        assert_eq!(wrapped("aaa `bbb ccc ddd eee fff ggg` `h", 20), ["aaa `bbb ccc ddd eee", "fff ggg` `h"]);
        // A mark stays with its letter where a word without spaces is broken.
        assert_eq!(wrapped(&"e\u{301}".repeat(25), 20), ["e\u{301}".repeat(20), "e\u{301}".repeat(5)]);
    }
}
