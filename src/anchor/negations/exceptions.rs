//! Exceptions from what a passage denies, left out straight after it. Knows texts.

use super::super::tokens::{Class, tokens};
use super::{BESIDE, beyond, count_negations, has_open_half, is_one_paragraph, last_clause};
use crate::fold::{characters as ch, reach, words};
use crate::text::{Span, Text, tail};

/// The word straight after a span that denies with which an exception from that begins: `except three` after `nobody
/// was killed`; French `que` after an open `ne`.
pub fn exception_after(text: &Text<'_>, span: Span) -> Option<Span> {
    exception_straight_after(text, span).or_else(|| beyond::exception_after(text, span))
}

pub(super) fn exception_straight_after(text: &Text<'_>, span: Span) -> Option<Span> {
    let tail = tail(text.as_str(), span.end, BESIDE);
    let start =
        tail.trim_start_matches(|c: char| ch::is_space(c) || ch::is_invisible(c) || ends_before_exception(c));
    if start.len() == tail.len() || start.starts_with(ch::is_spaceless) {
        return None;
    }
    // The text is asked for its language only where the word begins an exception in any.
    let letters = words::western_letters(start.as_bytes());
    let rest = &start[letters..];
    let length = letters + rest.find(|c: char| !ch::is_word(c) || ch::is_apostrophe(c)).unwrap_or(rest.len());
    if !reach::may_begin_exception(&start[..length]) {
        return None;
    }
    let all = tokens(tail);
    let at = all.iter().position(|token| token.class == Class::Word)?;
    let (first, next) = (all[at], all.get(at + 1).map_or("", |next| &tail[next.span.range()]));
    let word = &tail[first.span.range()];
    if first.span.start != tail.len() - start.len() || at > 0 && !reach::excepts_behind_comma(word, next) {
        return None;
    }
    let denies = || count_negations(last_clause(text.slice(span)), text.spoken()) > 0;
    let is_one = at == 0 && reach::is_restricting(word) && has_open_half(text.slice(span))
        || reach::begins_exception(word, text.spoken()) && denies();
    let found = first.span.shifted(span.end);
    (is_one && is_one_paragraph(text, span.end, found.start)).then_some(found)
}

/// Whether a mark may stand before an exception: `, except three`, `(except three`, `— except three`.
fn ends_before_exception(c: char) -> bool {
    matches!(c, ',' | '،' | '(') || ch::is_dash(c)
}
