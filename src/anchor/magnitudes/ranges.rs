//! Ranges whose million stands behind their second number alone: `$3|–4 million`, `约有3|至5万`. Knows single texts.

use super::super::negations::is_one_paragraph;
use super::{BESIDE, begins_with_multiplier, ends_with_number, is_gap, multiplier_after};
use crate::fold::multipliers::{multiple_of_currency, multiplies};
use crate::fold::{characters as ch, numbers};
use crate::text::{Span, Text, head, tail};

/// What multiplies the second number of a range of which a span ends with the first.
pub(super) fn multiplier_of_range(text: &Text<'_>, span: Span) -> Option<Span> {
    let content = text.as_str();
    let last = content[..span.end].chars().next_back()?;
    if !ch::is_digit(last) && !ch::is_letter(last) {
        return None;
    }
    let near = tail(content, span.end, BESIDE);
    if let Some(found) = east_asian(text, span, near) {
        return Some(found);
    }
    // Most quotes end with no number.
    let own = head(content, span.end, BESIDE);
    if ch::is_western_letter(last) && !numbers::may_be_part(word_before(own)) {
        return None;
    }
    let (link, second, behind) = parts(near)?;
    // Of most quotes the third word behind them tells that it multiplies nothing.
    let rest = near[behind..].trim_start_matches(is_gap);
    if rest.is_empty() || !begins_with_multiplier(rest) && multiple_of_currency(rest) == 0 {
        return None;
    }
    let first = first_number(own);
    let before = word_before(own[..own.len() - first.len()].trim_end_matches(is_before));
    let joins = link.is_empty() || numbers::links_range(link, before, text.language());
    if !joins || !rises(first, second, text.language()) || !is_plain_number(own, text.language()) {
        return None;
    }
    let end = span.end + behind;
    is_one_paragraph(text, span.end, end)
        .then(|| multiplier_after(text, Span::new(end - second.len(), end)))
        .flatten()
}

/// The word that joins two numbers, empty where a dash does, the second number, and where that ends.
fn parts(near: &str) -> Option<(&str, &str, usize)> {
    let start = near.trim_start_matches(is_gap);
    let (link, rest) = match start.strip_prefix(|c: char| ch::is_dash(c) || c == '~') {
        Some(rest) => ("", rest),
        None if start.len() < near.len() => linked(start)?,
        None => return None,
    };
    let is_sign = |c: char| is_gap(c) || ch::is_currency(c);
    let second = rest.trim_start_matches(is_sign);
    let word = &second[..second.find(is_gap).unwrap_or(second.len())];
    let is_number_mark = |c: char| ch::is_digit(c) || ch::is_number_mark(c);
    let digits = word.len() - word.trim_start_matches(is_number_mark).len();
    let length = if digits > 0 { digits } else { word.len() };
    let number = &second[..length];
    (!number.is_empty()).then_some((link, number, near.len() - second.len() + length))
}

/// The word that a text begins with, which may join two numbers, and what is behind it. Arabic writes *and* together
/// with the number.
fn linked(start: &str) -> Option<(&str, &str)> {
    if let Some(rest) = start.strip_prefix('و').filter(|rest| rest.starts_with(ch::is_digit)) {
        return Some((&start[..'و'.len_utf8()], rest));
    }
    Some(start.split_at(start.find(is_gap)?))
}

/// The number in digits, or the word, that a text ends with.
fn first_number(own: &str) -> &str {
    let digits = own.trim_end_matches(|c: char| ch::is_digit(c) || ch::is_number_mark(c));
    if digits.len() < own.len() { &own[digits.len()..] } else { word_before(own) }
}

fn word_before(text: &str) -> &str {
    &text[text.trim_end_matches(ch::is_word).len()..]
}

fn is_before(c: char) -> bool {
    is_gap(c) || ch::is_currency(c)
}

/// Whether the second number is the greater one, as it is in a range: `rose in 2019 to 4 million` is none.
fn rises(first: &str, second: &str, language: Option<&str>) -> bool {
    let amount = |number: &str| -> Option<f64> {
        match number.replace(',', ".").parse() {
            Ok(amount) => Some(amount),
            Err(_) => {
                numbers::value(number, language).and_then(|value| u32::try_from(value).ok()).map(f64::from)
            }
        }
    };
    amount(first).zip(amount(second)).is_some_and(|(first, second)| first < second)
}

/// Whether a text ends with a number that nothing multiplies yet.
fn is_plain_number(own: &str, language: Option<&str>) -> bool {
    !multiplies(word_before(own), language) && ends_with_number(own, language)
}

/// What joins two numbers in Chinese, Japanese and Korean.
const EAST_ASIAN: [char; 8] = ['至', '到', '~', '～', '〜', '-', '–', '—'];

/// The same in scripts that are written without spaces: `约有3|至5万人`.
fn east_asian(text: &Text<'_>, span: Span, near: &str) -> Option<Span> {
    let is_numeral =
        |c: char| ch::is_digit(c) || c == '.' || ch::is_han_numeral(c) && !ch::is_han_multiplier(c);
    let second = near.strip_prefix(EAST_ASIAN)?;
    let rest = second.trim_start_matches(is_numeral);
    let length = rest.len() - rest.trim_start_matches(is_great).len();
    let number = &second[..second.len() - rest.len()];
    if length == 0 || number.is_empty() {
        return None;
    }
    let own = head(text.as_str(), span.end, BESIDE);
    let first = &own[own.trim_end_matches(is_numeral).len()..];
    let start = span.end + (near.len() - rest.len());
    rises(first, number, text.language()).then(|| Span::new(start, start + length))
}

/// Whether a sign multiplies a number by a thousand or more.
const fn is_great(c: char) -> bool {
    matches!(c, '千' | '万' | '萬' | '亿' | '億' | '兆' | '만' | '억' | '천')
}
