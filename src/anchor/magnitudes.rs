//! Numbers whose million lies beside a passage: `about $500` out of `about $500 million`. A million is no part of the
//! number before it, so such a passage cuts nothing; what it says is another amount all the same. Knows texts.

mod ranges;

use super::boundary;
use super::inserted;
use super::lines;
use super::negations::is_one_paragraph;
use super::tokens::{Class, Token, tokens};
use crate::fold::{characters as ch, multipliers, numbers, words};
use crate::text::{Span, Text, head, tail};
use ranges::multiplier_of_range;

/// So many bytes beside a passage are read.
const BESIDE: usize = 64;
/// So many words may multiply one after another: `3 mil millones`.
const MOST: usize = 2;
/// So many words has the longest half: `quarter of a`.
const LONGEST_HALF: usize = 3;

/// What Romanian puts between the two: `50 de milioane`; and what is between a half and its million.
const LINK: &str = "de ";
const LINKS: [&str; 4] = [LINK, "a ", "of a ", "di "];

/// What is left out straight beside a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Magnitude {
    /// The span ends with a number, and this multiplies it.
    Multiplier(Span),
    /// The span begins with a word that multiplies this number.
    Number(Span),
}

impl Magnitude {
    /// Where it lies.
    pub const fn span(self) -> Span {
        match self {
            Self::Multiplier(span) | Self::Number(span) => span,
        }
    }

    fn at(self, place: impl Fn(Span) -> Span) -> Self {
        match self {
            Self::Multiplier(span) => Self::Multiplier(place(span)),
            Self::Number(span) => Self::Number(place(span)),
        }
    }
}

/// The multiplier straight after the number that ends a span, or the number straight before the multiplier that begins
/// it.
pub fn magnitude_beside(text: &Text<'_>, span: Span) -> Option<Magnitude> {
    straight_beside(text, span).or_else(|| beyond(text, span))
}

fn straight_beside(text: &Text<'_>, span: Span) -> Option<Magnitude> {
    let after = || {
        let own = multiplier_after(text, span).or_else(|| multiplier_of_range(text, span));
        own.map(Magnitude::Multiplier)
    };
    after().or_else(|| number_before(text, span).map(Magnitude::Number))
}

/// The same beyond what is inserted between the two: `$500[^2] million`, `$500 **million**`.
fn beyond(text: &Text<'_>, span: Span) -> Option<Magnitude> {
    if !inserted::may_be_beside(text, span) {
        return None;
    }
    // Words in brackets are of the sentence here.
    let bare = inserted::without(text, span, |_| true)?;
    let found = straight_beside(&Text::new(&bare.content).in_language(text.spoken()), bare.span)?;
    let Span { start, end } = found.span();
    let (from, to) = if start < bare.span.start { (end, bare.span.start) } else { (bare.span.end, start) };
    let is_near = !bare.content[from..to].contains(ch::is_line_end)
        || is_one_paragraph(text, from + bare.start, to + bare.start);
    is_near.then(|| found.at(|span| inserted::seen(&bare.content, span).shifted(bare.start)))
}

fn multiplier_after(text: &Text<'_>, span: Span) -> Option<Span> {
    let near = tail(text.as_str(), span.end, BESIDE);
    let gap = near.len() - near.trim_start_matches(is_gap).len();
    if gap == 0 {
        return None;
    }
    let over_line =
        near[..gap].contains(ch::is_line_end).then(|| lines::words_on(text.as_str(), span.end)).flatten();
    let from = over_line.unwrap_or(span.end + gap);
    let tail = tail(text.as_str(), from, BESIDE);
    let (link, rest) = linked(tail);
    let multiple = multipliers::multiple_of_currency(rest);
    if multiple == 0 && !begins_with_multiplier(rest) {
        return None;
    }
    let own = text.slice(span);
    let last = &own[own.floor_char_boundary(own.len().saturating_sub(BESIDE))..];
    let start = from + (tail.len() - rest.len());
    let language = text.spoken();
    let multiplier = first_word(rest);
    if !is_multiplied(last.trim_end_matches(ch::is_invisible), link, rest, language) {
        return None;
    }
    let all = tokens(rest);
    let is_one = |token: &&Token| multipliers::multiplies(&rest[token.span.range()], language);
    let words = || all.iter().take_while(is_one).take(MOST).last().map(|last| last.span.end);
    let money = || multipliers::multiplies_money(multiplier).then_some(multiplier.len());
    let length = if multiple > 0 { multiple } else { words().or_else(money)? };
    let goes_on = over_line.is_some() || is_one_paragraph(text, span.end, start);
    goes_on.then(|| Span::new(start, start + length))
}

fn number_before(text: &Text<'_>, span: Span) -> Option<Span> {
    let (link, own) = linked(text.slice(span));
    let is_multiple = multipliers::multiple_of_currency(own) > 0;
    if !is_multiple && !begins_with_multiplier(own) {
        return None;
    }
    let over_line = lines::words_back(text.as_str(), span.start);
    let written = head(text.as_str(), over_line.unwrap_or(span.start), BESIDE);
    let (from, head) = (over_line.unwrap_or(span.start) - written.len(), written.trim_end_matches(is_gap));
    if from + head.len() == span.start || !is_multiplied(head, link, own, text.spoken()) {
        return None;
    }
    let all = tokens(head);
    let halves = half_length(head, link, own, text.spoken());
    let first = all.get(all.len().saturating_sub(halves.max(1)))?.span.shifted(from);
    let end = all.last()?.span.shifted(from).end;
    // All of it, as in `two and a half |million`.
    let whole = || Span::new(boundary::widened(text, Span::new(first.start, span.end)).start, end);
    (over_line.is_some() || is_one_paragraph(text, end, span.start)).then(whole)
}

/// What links a number to its million at the beginning of a text, and the text behind it.
fn linked(text: &str) -> (&str, &str) {
    let link = LINKS.iter().find(|link| text.starts_with(**link));
    text.split_at(link.map_or(0, |link| link.len()))
}

/// Whether `head` ends with a number, or with a half, that the first word of `rest` multiplies behind a link, which may
/// be empty.
fn is_multiplied(head: &str, link: &str, rest: &str, language: Option<&str>) -> bool {
    let multiple = multipliers::multiple_of_currency(rest);
    let multiplier = first_word(rest);
    if multiple == 0 && multipliers::is_other(multiplier, rest) {
        return false;
    }
    let may_link = || link.is_empty() || link == LINK && words::may_be_in(language, "ro");
    let is_number = || {
        let is_multiplier = || multiple > 0 || multipliers::multiplies(multiplier, language);
        let is_money =
            || link.is_empty() && multipliers::multiplies_money(multiplier) && ends_with_money(head);
        is_multiplier() && ends_with_number(head, language) || is_money()
    };
    may_link() && is_number() || half_length(head, link, rest, language) > 0
}

/// How many of the last words of a text are, with the link behind it, a half of a million.
fn half_length(head: &str, link: &str, rest: &str, language: Option<&str>) -> usize {
    let multiplier = first_word(rest);
    // In the second half, million-dollar deals came.
    let is_compound = rest[multiplier.len()..].starts_with(ch::is_hyphen);
    if is_compound || !multipliers::multiplies(multiplier, language) {
        return 0;
    }
    let all = tokens(head);
    let is_word = |token: &&Token| token.class == Class::Word;
    let words =
        all.iter().rev().take_while(is_word).take(LONGEST_HALF).map(|token| &head[token.span.range()]);
    let linking = link.split_whitespace().rev();
    let last: Vec<&str> = linking.clone().chain(words).collect();
    multipliers::half_before(&last, multiplier, language).saturating_sub(linking.count())
}

/// Whether a text ends with an amount of money that has its currency before it: `$5`, `US$ 5`, `Rp5`, `EUR 5`.
fn ends_with_money(text: &str) -> bool {
    const CODES: [&str; 12] = ["Rp", "RM", "Rs", "R", "EUR", "USD", "GBP", "CHF", "kr", "AUD", "CAD", "NZD"];
    let all = tokens(text);
    let Some((last, before)) = all.split_last() else { return false };
    let word = &text[last.span.range()];
    let code = word.trim_end_matches(|c: char| c.is_ascii_digit() || ch::is_number_mark(c));
    let is_currency = |word: &str| CODES.contains(&word) || word.chars().all(ch::is_currency);
    if last.class == Class::Word {
        return code.len() < word.len() && is_currency(code);
    }
    last.class == Class::Number
        && word.ends_with(ch::is_digit)
        && before.last().is_some_and(|before| is_currency(&text[before.span.range()]))
}

/// Whether `c` may stand between a number and its million; a tabulator parts the cells of a table.
fn is_gap(c: char) -> bool {
    ch::is_space(c) && c != '\t' || ch::is_invisible(c)
}

/// Whether a text ends with a number in digits, which is not the mark of a note, or in words, with what multiplies it;
/// *one* may be an article.
fn ends_with_number(text: &str, language: Option<&str>) -> bool {
    let all = tokens(text);
    let Some((last, before)) = all.split_last() else { return false };
    if multipliers::multiplies(&text[last.span.range()], language) {
        return before.last().is_some_and(|last| is_number(text, last, language));
    }
    is_number(text, last, language)
}

fn is_number(text: &str, token: &Token, language: Option<&str>) -> bool {
    let word = &text[token.span.range()];
    if token.class == Class::Number {
        return word.ends_with(ch::is_digit) && !is_note(&text[..token.span.start]);
    }
    let is_value = |numerals: &'static numbers::Numerals| {
        // `quatre-vingts` is one word.
        let last = word.rsplit(ch::is_hyphen).next().unwrap_or(word);
        let parts = numerals.parts(last, true).unwrap_or_default();
        matches!(parts.last(), Some(numbers::Part::Value { .. })) && !numerals.is_power(word)
    };
    token.class == Class::Word && (numbers::tables(language).any(is_value) || ends_with_money(word))
}

/// Whether digits straight after these words are the mark of a note: `he said so.12`. Arabic writes *and* and *with*
/// together with a number.
fn is_note(before: &str) -> bool {
    let mut last = before.chars().rev();
    match last.next() {
        Some('.' | ',' | ';') => !last.next().is_some_and(ch::is_digit),
        Some(c) => ch::is_letter(c) && !matches!(c, '\u{620}'..='\u{64A}') || matches!(c, '”' | '»'),
        None => false,
    }
}

/// Whether a text may begin with a word that multiplies, told at a glance of most: those are of Western letters, with a
/// space or a mark of ASCII behind them.
fn begins_with_multiplier(text: &str) -> bool {
    let letters = words::western_letters(text.as_bytes());
    let ends = |next: &u8| next.is_ascii() && !next.is_ascii_alphanumeric();
    if text.as_bytes().get(letters).is_none_or(ends) {
        let word = &text[..letters];
        return multipliers::may_multiply_western(word) && multipliers::may_multiply(word);
    }
    multipliers::may_multiply(first_word(text))
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !(ch::is_word(c) || ch::is_mark(c))).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests;
