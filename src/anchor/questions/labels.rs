//! What stands before a sentence on its line and is no word of it: who speaks, a time, a heading's mark. Knows single texts.

use crate::fold::characters as ch;

/// A label has no more characters, nor words.
const LONGEST: usize = 40;
const MOST_WORDS: usize = 4;

/// A text without the tags and the marks at its end that set type or quote mail.
pub(super) fn before_marks(head: &str) -> &str {
    let mut before = head;
    loop {
        before = before.trim_end_matches(|c| ch::is_blank(c) || ch::is_emphasis(c));
        let tag =
            before.strip_suffix('>').and_then(|inner| inner.rfind('<')).filter(|&at| is_tag(&before[at..]));
        match tag {
            Some(at) => before = &before[..at],
            None => return before.trim_end_matches(is_set),
        }
    }
}

/// Whether a character sets type, quotes mail or cannot be seen.
fn is_set(c: char) -> bool {
    ch::is_blank(c) || ch::is_emphasis(c) || matches!(c, '>' | '#')
}

fn is_tag(written: &str) -> bool {
    let name = written.trim_start_matches(['<', '/']);
    written.len() <= LONGEST && name.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Whether a text ends with a label, behind which `gap` stands; all of the text is seen where `is_whole`.
pub(super) fn is_label(before: &str, gap: &str, is_whole: bool) -> bool {
    let line = match before.rfind(ch::is_line_end) {
        Some(end) => &before[end..],
        None if is_whole => before,
        None => return false,
    };
    let line = line.trim_matches(is_set);
    if line.chars().count() > LONGEST || line.split_whitespace().count() > MOST_WORDS {
        return false;
    }
    is_time(line) || is_bracketed(line) || is_name(line, gap)
}

/// Whether a line is a time, or two with an arrow between them: `12:04`, `00:00:48,100 --> 00:00:50,000`.
fn is_time(line: &str) -> bool {
    let is_of_time = |c: char| {
        ch::is_digit(c) || ch::is_space(c) || matches!(c, ':' | ',' | '.' | '-' | '>' | '[' | ']' | '(' | ')')
    };
    line.contains(':')
        && line.starts_with(|c| ch::is_digit(c) || matches!(c, '[' | '('))
        && line.chars().all(is_of_time)
}

/// Whether a line is one pair of brackets: `[Q]`, `(Tom)`.
fn is_bracketed(line: &str) -> bool {
    let inner = line.strip_prefix(['[', '(', '［', '（', '【']);
    inner
        .and_then(|line| line.strip_suffix([']', ')', '］', '）', '】']))
        .is_some_and(|inner| !inner.contains([')', ']']))
}

/// Whether a line is a name that words of its own follow: in capitals on a line of its own, or before a wide blank.
fn is_name(line: &str, gap: &str) -> bool {
    let is_capital = |c: char| !c.is_lowercase();
    let is_alone = gap.contains(ch::is_line_end);
    is_alone && line.contains(char::is_uppercase) && line.chars().all(is_capital)
        || gap.starts_with('\u{3000}') && line.chars().all(ch::is_spaceless)
}
