//! Spans of time and lengths in two units, which are one quantity: `trois ans et six mois`, `2 hours 15 minutes`.

use super::words::{Gap, first_word, is_numeral, last_word};
use super::{Surroundings, is_gap};
use crate::fold::characters as ch;
use crate::fold::numbers::{Unit, is_dual, joins_units, unit};

/// So many words at most has the lesser number.
const MOST: usize = 4;

/// Whether the place lies between the two parts of such a quantity, beside the word that joins them or none.
pub(super) fn is_cut(seen: &Surroundings<'_>) -> bool {
    let gap = |side: &[char]| side.iter().take_while(|&&c| is_gap(c)).count();
    let next = seen.right.get(gap(&seen.right)).copied();
    if !seen.left.get(gap(&seen.left)).is_some_and(|&c| ch::is_letter(c)) || !next.is_some_and(ch::is_word) {
        return false;
    }
    let (left, right) = (Gap::before(seen.near_before()).rest, Gap::after(seen.near_after()).rest);
    let (first, last) = (first_word(right), last_word(left));
    if joins_units(first) {
        return are_parts(seen, left, Gap::after(&right[first.len()..]).rest);
    }
    let is_joint = joins_units(last);
    are_parts(seen, if is_joint { Gap::before(&left[..left.len() - last.len()]).rest } else { left }, right)
}

/// Whether text ends with a number of one unit, and goes on with a number of a lesser one.
pub(super) fn are_parts(seen: &Surroundings<'_>, left: &str, right: &str) -> bool {
    let word = last_word(left);
    let word = without_preposition(word);
    let Some(greater) = unit(word) else { return false };
    let count = last_word(Gap::before(left.strip_suffix(word).unwrap_or(left)).rest);
    // A year of the calendar is none: 2025년 3개월.
    let is_calendar = greater.is_year() && count.len() == 4 && count.starts_with(ch::is_digit);
    if is_calendar || !is_dual(word) && !is_numeral(count, seen.language) {
        return false;
    }
    let mut rest = right;
    for _ in 0..MOST {
        let word = first_word(rest);
        if !is_numeral(word, seen.language) {
            return false;
        }
        rest = Gap::after(&rest[word.len()..]).rest;
        if let Some(lesser) = unit(first_word(rest)).or_else(|| korean_unit(rest)) {
            return lesser.is_part_of(greater);
        }
    }
    false
}

/// A unit without the Arabic preposition that is written together with it: `بسنتين`.
fn without_preposition(word: &str) -> &str {
    let rest = word.strip_prefix(['ب', 'ل', 'ك']).filter(|rest| unit(word).is_none() && unit(rest).is_some());
    rest.unwrap_or(word)
}

/// The Korean unit that text begins with, which the particles of its word follow.
fn korean_unit(text: &str) -> Option<Unit> {
    let word = first_word(text);
    let ends =
        word.char_indices().take(2).filter(|(_, c)| ch::is_hangul(*c)).map(|(at, c)| at + c.len_utf8());
    ends.collect::<Vec<_>>().into_iter().rev().find_map(|end| unit(&word[..end]))
}
