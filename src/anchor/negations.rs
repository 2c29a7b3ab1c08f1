//! Words that negate, in a passage and straight beside it. Knows texts.

use super::tokens::{Class, Token, tokens};
use crate::fold::{characters as ch, words};
use crate::text::{Span, Text};

/// So many bytes beside a passage are read.
const BESIDE: usize = 64;

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

/// The negation straight before a span, or straight after it where nothing in the span negates; only what
/// opens a quotation or sets type lies between.
pub fn negation_beside(text: &Text<'_>, span: Span) -> Option<Span> {
    // Of French `ne … pas` either half negates.
    let is_half = |word: &Span| {
        text.slice(*word).eq_ignore_ascii_case("ne") && count_negations(text.slice(span), text.spoken()) > 0
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
    let head = content[from..start].trim_end_matches(parts_nothing);
    let word = &head[head.trim_end_matches(is_in_word).len()..];
    let end = from + head.len();
    let is_word = !word.is_empty() && end < start && !word.chars().any(ch::is_spaceless);
    let negates = || {
        let range = head.len() - word.len()..head.len();
        words::negates_next(word, text.spoken()) && words::negates_between(head, &range, text.spoken())
    };
    (is_word && negates()).then(|| Span::new(end - word.len(), end))
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
        && words::negates_last(word, text.spoken())
        && words::negates_between(tail, &range, text.spoken());
    (negates && count_negations(text.slice(span), text.spoken()) == 0)
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
