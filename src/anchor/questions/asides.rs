//! What may stand between the last word of a question and its mark and is none of its words: signs that set type, the mark
//! of a note, what is done meanwhile, dots. Knows single texts.

use super::super::inserted::{is_note_sign, link_end, markup_length};
use crate::fold::characters as ch;

/// What stands in brackets has no more bytes.
const LONGEST: usize = 60;

/// Where the last of these ends that a text begins with.
#[derive(Clone, Copy)]
pub(super) struct Asides {
    /// So many bytes they have, 0 where there are none.
    pub(super) length: usize,
    /// Whether a quotation mark is among them.
    pub(super) are_quoted: bool,
}

/// What a text begins with that may stand before the mark of a question.
pub(super) fn asides(tail: &str) -> Asides {
    let mut found = Asides { length: 0, are_quoted: false };
    loop {
        let rest = &tail[found.length..];
        let next = rest.trim_start_matches(ch::is_blank);
        let Some(length) = aside(next) else { return found };
        found.are_quoted |= next.starts_with(ch::is_quotation_mark);
        found.length += rest.len() - next.len() + length;
    }
}

/// Whether a text may begin with one, told at a glance.
pub(super) fn may_begin(tail: &str) -> bool {
    let next = tail.trim_start_matches(ch::is_blank).chars().next();
    next.is_some_and(|c| {
        matches!(c, '<' | ']' | '[' | '(' | '（' | '［' | '…' | '.' | '!' | '！') || is_set(c)
    })
}

fn is_set(c: char) -> bool {
    ch::is_emphasis(c) || is_note_sign(c) || ch::is_quotation_mark(c)
}

fn aside(rest: &str) -> Option<usize> {
    match rest.chars().next()? {
        '<' => markup_length(rest),
        ']' => link_end(rest),
        opening @ ('[' | '(' | '（' | '［') => bracket(opening, rest),
        '.' => Some(rest.len() - rest.trim_start_matches('.').len()).filter(|&length| length > 1),
        c @ ('…' | '!' | '！') => Some(c.len_utf8()),
        c if is_set(c) => Some(c.len_utf8()),
        _ => None,
    }
}

/// The bytes of what stands in brackets on one line: `[3]`, `(laughs)`.
fn bracket(opening: char, rest: &str) -> Option<usize> {
    let closing = match opening {
        '[' => ']',
        '(' => ')',
        '（' => '）',
        _ => '］',
    };
    let inside = &rest[opening.len_utf8()..];
    let end = inside.find(|c| c == opening || c == closing || ch::is_line_end(c))?;
    let is_one = end > 0 && end <= LONGEST && inside[end..].starts_with(closing);
    is_one.then(|| opening.len_utf8() + end + closing.len_utf8())
}
