//! Passages that are a whole question but for its mark. Knows texts.

mod asides;
mod labels;

use super::closing;
use super::tokens::{ends_sentence, tokens};
use crate::fold::abbreviations::has_stop;
use crate::fold::{characters as ch, questions};
use crate::text::{Span, Text, head, line_ends, tail};

/// So many bytes beside a passage are read.
const BESIDE: usize = 64;
/// So many behind one where asides stand before the mark: a link has an address.
const BESIDE_ASIDES: usize = 200;

/// The whole question, with its mark and its particle, of a span that is all of it but for them, and that nothing in
/// it shows to be one: it begins where a sentence begins, and ends straight before the mark.
pub fn question_around(text: &Text<'_>, span: Span) -> Option<Span> {
    let end = end_of_question(text, span.end)?;
    let start = start_of_question(text, span.start, end.is_quoted)?;
    let words = text.slice(span);
    let tokens: Vec<&str> = tokens(words).iter().map(|token| &words[token.span.range()]).collect();
    (!questions::asks(words, &tokens, text.language())).then_some(Span::new(start, end.at))
}

/// The question whose last words are a span, with its mark and its particle, and with those that open it straight before
/// the span.
pub fn question_of(text: &Text<'_>, span: Span) -> Option<Span> {
    let end = end_of_question(text, span.end)?;
    let asks = text.slice(Span::new(span.end, end.at)).trim();
    // Of what ends a statement too, か alone asks without a mark.
    let is_asked = asks.ends_with(questions::is_question_mark) || asks.ends_with("か。");
    let start = start_of_question(text, span.start, end.is_quoted).unwrap_or(span.start);
    is_asked.then_some(Span::new(start, end.at))
}

/// Where a question ends.
struct End {
    at: usize,
    /// Whether its words end with a quotation that the mark is behind.
    is_quoted: bool,
}

/// Where the question ends whose words end at `at`: after its particle or tag and its mark.
fn end_of_question(text: &Text<'_>, at: usize) -> Option<End> {
    let tail = tail(text.as_str(), at, BESIDE);
    let particle = questions::ending(tail);
    let rest = tail[particle..].trim_start_matches(ch::is_blank);
    let mark = rest.chars().next()?;
    let end = |left: &str, mark: char| at + (tail.len() - left.len()) + mark.len_utf8();
    let last = text.as_str()[..at].chars().next_back();
    let is_mark = |mark: char| questions::is_mark_after(mark, last, text.language());
    if is_mark(mark) || particle > 0 && mark == '。' {
        return Some(End { at: end(rest, mark), is_quoted: false });
    }
    let unquoted = rest.trim_start_matches(ch::is_quotation_mark);
    let behind = unquoted.chars().next().filter(|&c| is_mark(c) && unquoted.len() < rest.len());
    if let Some(mark) = behind {
        return Some(End { at: end(unquoted, mark), is_quoted: true });
    }
    if let Some(end) = end_behind_asides(text, at) {
        return Some(end);
    }
    if is_told(text, at, tail) {
        return None;
    }
    end_of_tag(text, tail).map(|length| End { at: at + length, is_quoted: false })
}

/// Whether what is before a tag was told to its end, and another asks: a statement with its stop, a paragraph before or a line
/// that begins with a dash.
fn is_told(text: &Text<'_>, at: usize, tail: &str) -> bool {
    let tag = tail.trim_start_matches(ch::is_blank);
    let gap = &tail[..tail.len() - tag.len()];
    let ends = line_ends(gap);
    let said =
        head(text.as_str(), at, BESIDE).trim_end_matches(|c| ch::is_quotation_mark(c) || ch::is_blank(c));
    let has_stop = || said.ends_with(ends_sentence) && !said.ends_with('…');
    let is_new = || tag.trim_start_matches('¿').starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    ends > 1 || ends == 1 && tag.starts_with(ch::is_dash) || has_stop() && is_new()
}

/// The same where signs that set type, a note or dots stand before the mark: `**…**?`, `…[3]?`, `…!?`.
fn end_behind_asides(text: &Text<'_>, at: usize) -> Option<End> {
    let tail = tail(text.as_str(), at, BESIDE_ASIDES);
    if !asides::may_begin(tail) {
        return None;
    }
    let found = asides::asides(tail);
    let rest = &tail[found.length..];
    let particle = questions::ending(rest);
    let next = rest[particle..].trim_start_matches(ch::is_blank);
    let mark = next.chars().next().filter(|&c| found.length > 0 && questions::is_question_mark(c))?;
    let is_one_line = !tail[..tail.len() - next.len()].contains(ch::is_line_end);
    let end = at + (tail.len() - next.len()) + mark.len_utf8();
    is_one_line.then_some(End { at: end, is_quoted: found.are_quoted })
}

/// The bytes of the tag, or of the name of who is asked, that `tail` begins with, with its mark: `, right?`, ` mı?`,
/// `, Mr Smith?`.
fn end_of_tag(text: &Text<'_>, tail: &str) -> Option<usize> {
    const MARKS: [u8; 3] = [b'?', b';', 0x9F];
    // The last bytes of `؟` and `？` are one.
    memchr::memchr3(MARKS[0], MARKS[1], MARKS[2], tail.as_bytes())?;
    let is_apart = |c: char| ch::is_blank(c) || is_comma(c) || is_dash(c);
    let words = |c: char| ch::is_word(c) || ch::is_apostrophe(c) || ch::is_hyphen(c);
    // The stop of `Mr. Smith` ends nothing.
    let is_stop = |at: usize| tail[at..].starts_with('.') && questions::is_title(&tail[..at]);
    let mut ends = tail.char_indices().filter(|&(_, c)| !(words(c) || is_apart(c) || c == '¿'));
    let (length, _) = ends.find(|&(at, _)| !is_stop(at))?;
    let (tag, rest) = tail.split_at(length);
    let mark = rest.chars().next()?;
    let is_called = || tag.trim_start().starts_with(is_comma) && questions::is_vocative(tag, text.language());
    // A dash on a line of its own begins what another says.
    let is_answer = || tag.contains(ch::is_line_end) && tag.contains(is_dash);
    let is_tag = tag.starts_with(is_apart)
        && !is_answer()
        && questions::is_mark_after(mark, tag.trim_end().chars().next_back(), text.language())
        && (questions::is_tag(tag, text.language()) || is_called());
    is_tag.then(|| length + mark.len_utf8())
}

const fn is_dash(c: char) -> bool {
    matches!(c, '–' | '—')
}

const fn is_comma(c: char) -> bool {
    matches!(c, ',' | '،' | '，' | '、')
}

/// Where the question begins whose words begin at `at`: there, or at its opening mark or particle; `None` where other
/// words of its sentence are before it. Where the words are a quotation within the question, `is_quoted`, its opening
/// mark is the first of the question.
fn start_of_question(text: &Text<'_>, at: usize, is_quoted: bool) -> Option<usize> {
    let head = head(text.as_str(), at, BESIDE);
    let from = at - head.len();
    let opened = head.len() - questions::opening(head, text.language());
    if let Some(before) = head[..opened].trim_end_matches(ch::is_blank).strip_suffix('¿') {
        return Some(from + before.len());
    }
    if is_quoted {
        let before = head.trim_end_matches(ch::is_blank).trim_end_matches(ch::is_quotation_mark);
        let start = from + before.len();
        return begins(text, from, before, start, false).then_some(start);
    }
    begins(text, from, &head[..opened], at, true).then_some(from + opened)
}

/// Whether a sentence begins at `at`, behind `head`, which begins at `from`; behind a quotation mark, a dash or a colon as
/// well, where `is_loose`.
fn begins(text: &Text<'_>, from: usize, head: &str, at: usize, is_loose: bool) -> bool {
    let before = labels::before_marks(head);
    let mut chars = before.chars().rev();
    let Some(c) = chars.next() else { return from == 0 };
    let opens = || matches!(c, '”' | '»' | '」' | ':' | '：') || ch::is_opening(c) || ch::is_dash(c);
    ends_sentence(c) && !is_abbreviated(before)
        || questions::is_mark_after(c, chars.next(), text.language())
        || is_loose && opens()
        || labels::is_label(before, &head[before.len()..], from == 0)
        || is_new_block(text, from + before.len(), at)
        || closing::lies_between(text.as_str(), from + before.len(), at, text.language())
}

/// Whether the stop at the end of a text is of a title or an initial, which begins no line: `of Mr. |Perry`. One that does
/// may say who asks: `Q.`
fn is_abbreviated(before: &str) -> bool {
    let Some(stem) = before.strip_suffix('.') else { return false };
    let own = stem.rsplit(|c| !ch::is_word(c)).next().unwrap_or(stem);
    let line = stem[..stem.len() - own.len()].rsplit(ch::is_line_end).next().unwrap_or_default();
    has_stop(own) && line.contains(ch::is_word)
}

fn is_new_block(text: &Text<'_>, from: usize, at: usize) -> bool {
    text.block(from) != text.block(at)
}

#[cfg(test)]
mod tests;
