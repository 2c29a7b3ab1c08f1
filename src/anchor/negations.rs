//! Words that negate, in a passage and straight beside it. Knows texts.

use super::boundary::Edge;
use super::tokens::{Class, Token, tokens};
use crate::fold::{characters as ch, words};
use crate::text::{Span, Text};

/// So many bytes beside a passage are read.
const BESIDE: usize = 64;

/// So many words such as *yet* may stand between a negation and what it negates.
const ADVERBS: usize = 2;

/// How many words of `text` negate. `language` is a BCP 47 tag.
pub fn count_negations(text: &str, language: Option<&str>) -> usize {
    let negates = |token: &Token| {
        token.class != Class::Ideograph && words::is_negation(&text[token.span.range()], language)
    };
    let mut count = tokens(text).iter().filter(|token| negates(token)).count();
    let mut rest = text;
    while let Some(found) = words::spaceless_negation(rest).filter(|found| found.end > 0) {
        count += 1;
        rest = &rest[found.end..];
    }
    count
}

/// Whether a span begins or ends inside a word that negates, and keeps no part of it that does.
pub fn is_dropped_by(text: &Text<'_>, span: Span) -> bool {
    is_dropped(text, span.start, Edge::Start) || is_dropped(text, span.end, Edge::End)
}

/// Whether a passage with this edge at byte `at` cuts a word that negates, and keeps no part of it that does: `could`
/// of `couldn’t`, `binding` of `non-binding`.
pub fn is_dropped(text: &Text<'_>, at: usize, edge: Edge) -> bool {
    let content = text.as_str();
    let from = content.floor_char_boundary(at.saturating_sub(BESIDE));
    let to = content.ceil_char_boundary((at + BESIDE).min(content.len()));
    // In scripts without spaces the neighbours of a place are no word; `boundary` knows negations there.
    let is_letter = |c: char| is_in_word(c) && !ch::is_spaceless(c);
    let is_joined = |c: char| is_letter(c) || ch::is_hyphen(c) || ch::is_invisible(c);
    let (before, after) = (&content[from..at], &content[at..to]);
    let left = &before[before.trim_end_matches(is_joined).len()..];
    let right = &after[..after.len() - after.trim_start_matches(is_joined).len()];
    if left.is_empty() || right.is_empty() {
        return false;
    }
    let kept = if edge == Edge::Start { right } else { left };
    let negates = |word: &str| words::is_negation(word, text.language());
    negates(&[left, right].concat()) && !negates(kept)
}

/// The negation before a span, or straight after it where nothing in the span negates. Between them lies only what
/// opens a quotation or sets type, or a word such as *yet* or *in fact*; the negation may have quotation marks of its
/// own.
pub fn negation_beside(text: &Text<'_>, span: Span) -> Option<Span> {
    // Of French `ne … pas` either half negates.
    let is_half = |word: &Span| {
        text.slice(*word).eq_ignore_ascii_case("ne") && count_negations(text.slice(span), text.language()) > 0
    };
    // A line may end between them, a paragraph may not.
    let is_near = |word: &Span| {
        text.block(word.start) == text.block(if word.start < span.start { span.start } else { span.end - 1 })
    };
    let before = before(text, span.start).filter(|word| !is_half(word));
    before.or_else(|| after(text, span)).filter(is_near)
}

fn before(text: &Text<'_>, start: usize) -> Option<Span> {
    let content = text.as_str();
    let from = content.floor_char_boundary(start.saturating_sub(BESIDE));
    let mut head = &content[from..start];
    for _ in 0..=ADVERBS {
        head = head.trim_end_matches(parts_nothing);
        if let Some(word) =
            last_negation(head, text.language()).or_else(|| quoted_negation(head, text.language()))
        {
            let span = word.shifted(from);
            return (span.end < start).then_some(span);
        }
        head = words::before_adverb(head.trim_end_matches([',', '،']), text.language())?;
        head = head.trim_end_matches(|c: char| parts_nothing(c) || matches!(c, ',' | '،'));
    }
    None
}

/// The word that ends `head`, in its bytes, where it negates what follows.
fn last_negation(head: &str, language: Option<&str>) -> Option<Span> {
    let start = head.trim_end_matches(is_in_word).len();
    let word = head[start..].trim_start_matches(ch::is_apostrophe);
    let range = head.len() - word.len()..head.len();
    let is_word = !word.is_empty() && !word.chars().any(ch::is_spaceless);
    let negates =
        is_word && words::negates_next(word, language) && words::negates_between(head, &range, language);
    negates.then(|| range.into())
}

/// The same where the word stands in quotation marks of its own: `“not” guilty`.
fn quoted_negation(head: &str, language: Option<&str>) -> Option<Span> {
    let is_mark = |c: char| ch::is_opening(c) || matches!(c, '」' | '』');
    let inside = head.strip_suffix(is_mark)?.trim_end_matches(ch::is_space);
    let word = last_negation(inside, language)?;
    inside[..word.start].trim_end_matches(ch::is_space).ends_with(is_mark).then_some(word)
}

fn after(text: &Text<'_>, span: Span) -> Option<Span> {
    let content = text.as_str();
    let to = content.ceil_char_boundary((span.end + BESIDE).min(content.len()));
    let tail = &content[span.end..to];
    let rest = tail.trim_start_matches(|c: char| ch::is_space(c) || ch::is_invisible(c));
    let start = span.end + (tail.len() - rest.len());
    let word = &rest[..rest.find(|c| !is_in_word(c)).unwrap_or(rest.len())];
    let range = start - span.end..start - span.end + word.len();
    let negates = start > span.end
        && words::negates_last(word, text.language())
        && words::negates_between(tail, &range, text.language());
    (negates && count_negations(text.slice(span), text.language()) == 0)
        .then(|| Span::new(start, start + word.len()))
}

/// Whether a character between a negation and what it negates leaves them one phrase.
fn parts_nothing(c: char) -> bool {
    if c.is_ascii_alphanumeric() {
        return false;
    }
    let is_quote = ch::is_opening(c) && !ch::is_apostrophe(c) && !matches!(c, '»' | '”');
    ch::is_space(c) || ch::is_invisible(c) || ch::is_emphasis(c) || is_quote
}

fn is_in_word(c: char) -> bool {
    ch::is_word(c) || ch::is_apostrophe(c) || ch::is_mark(c)
}
