//! Whether a place lies inside a number.
//!
//! A number is the longest stretch of text that a reader takes for one value, written in one way:
//!
//! - **digits** with their decimal mark, their groups of three (also where a line's end parts them), and what joins
//!   them to one date, score, fraction, time, ratio or telephone number;
//! - **scores** of which the lesser number comes first, beside a word of winning, losing or splitting;
//! - **signs**: what stands before it and changes its value: `−`, `±`, `moins`; **loose** ones, parted from it: `minus £5`;
//! - **identifiers**: groups that name one account, card, company, book or telephone;
//! - **powers**: what stands above or below the line, and ` × 10⁶`;
//! - **words**, which compose by the arithmetic of their values: a lesser after a greater (`deux cent cinquante`), a
//!   greater power after what it multiplies (`cinq mille`), with decimals, fractions and halves;
//! - **spans** of time and lengths in two units: `trois ans et six mois`; **parted** by their unit: `3 euros 50`;
//! - **spaceless**: numerals of scripts written without spaces, with what multiplies them; **quantities** in two of their
//!   units: `兩小時十五分`, `六成七`.
//!
//! Its unit, its percent sign, its currency and a million after it are no part of it, nor are two years of a range or
//! two numbers that only stand side by side. Forms of *one* that may be articles are no number by themselves.

mod digits;
mod foreign;
mod identifiers;
mod loose;
mod parted;
mod powers;
mod quantities;
mod scores;
mod signs;
mod spaceless;
mod spans;
#[cfg(test)]
mod tests;
mod words;

pub(super) use digits::may_be_counted;
pub(super) use foreign::is_cut as cuts_foreign;
pub(super) use powers::cuts_raised;

use super::{Edge, Surroundings};
use crate::fold::characters as ch;
use crate::fold::numbers::{Ends, tables};

/// Whether a quote that begins or ends here cuts a number.
pub(super) fn is_cut(seen: &Surroundings<'_>, edge: Edge) -> bool {
    digits::is_cut(seen, edge)
        || scores::is_cut(seen)
        || powers::is_cut(seen)
        || signs::is_cut(seen, edge)
        || loose::is_cut(seen)
        || spaceless::is_cut(seen)
        || quantities::is_cut(seen)
        || words::is_cut(seen, edge)
        || identifiers::is_cut(seen)
        || cuts_short_multiplier(seen)
        || spans::is_cut(seen)
        || parted::is_cut(seen)
}

/// How many digits a side begins with.
fn digits(side: &[char]) -> usize {
    side.iter().take_while(|&&c| ch::is_digit(c)).count()
}

/// Short forms of what multiplies a number before them.
const SHORT: &[&str] = &["k", "m", "md", "mds", "mio", "mrd", "bn", "tn", "lakh", "crore"];

/// Whether a side begins with a word or a sign that multiplies the number before it: ` million`, `万`.
fn multiplies(seen: &Surroundings<'_>, side: &[char]) -> bool {
    let side = &side[usize::from(side.first().is_some_and(|&c| is_gap(c)))..];
    if side.first().is_some_and(|&c| ch::is_han_multiplier(c) || ch::is_hangul_multiplier(c)) {
        return true;
    }
    let word: String = side[..letters(side)].iter().flat_map(|&c| ch::lower(c)).collect();
    let is_one = !word.is_empty();
    is_one && (SHORT.contains(&&*word) || tables(seen.language).any(|numerals| numerals.is_power(&word)))
}

/// Whether the place lies between digits and the letters after them that multiply them: `2.3|bn`, `£2.3|m`, `5|M€`. A
/// small m alone is metres too, and multiplies money.
fn cuts_short_multiplier(seen: &Surroundings<'_>) -> bool {
    if !seen.left(0, ch::is_digit) || !seen.right(0, |c| c.is_ascii_alphabetic()) {
        return false;
    }
    let length = letters(&seen.right);
    let word: String = seen.right[..length].iter().flat_map(|&c| ch::lower(c)).collect();
    let is_of_number = |c: &char| ch::is_digit(*c) || ch::is_number_mark(*c);
    let before = seen.left.iter().find(|c| !is_of_number(c));
    let is_money = || before.is_some_and(|&c| ch::is_currency(c)) || seen.right(length, ch::is_currency);
    SHORT.contains(&&*word) && (word != "m" || is_money())
}

/// Whether `c` is white space within a line.
fn is_gap(c: char) -> bool {
    ch::is_space(c) && !ch::is_line_end(c)
}

/// What is between words of one number.
fn is_between(c: char) -> bool {
    ch::is_space(c) || ch::is_hyphen(c)
}

/// Whether what is after the place may go on with a number, told from a few characters.
fn may_go_on(seen: &Surroundings<'_>, ends: &Ends) -> bool {
    let from = seen.right.iter().take_while(|&&c| is_between(c)).count();
    let right = &seen.right[from..];
    let Some(&first) = right.first() else { return false };
    let length = letters(right);
    if length == 0 {
        return ch::is_digit(first) || ch::is_currency(first);
    }
    let letter = |at: usize| right.get(at).copied().unwrap_or(' ');
    let before_last = if length < 2 { ' ' } else { letter(length - 2) };
    ends.may_begin(first, letter(1))
        && (length == right.len() || ends.may_end(before_last, letter(length - 1)))
}

/// Whether the words to either side may be of one number, told from the first and the last letters of each.
fn may_be_inside(seen: &Surroundings<'_>, ends: &Ends) -> bool {
    let from = seen.left.iter().take_while(|&&c| is_between(c)).count();
    let left = &seen.left[from..];
    let Some(&last) = left.first().filter(|&&c| ch::is_word(c)) else { return false };
    let length = letters(left);
    let letter = |at: usize| left.get(at).copied().unwrap_or(' ');
    let second = if length < 2 { ' ' } else { letter(length - 2) };
    let may_be_word = || {
        ends.may_end(letter(1), last) && (length == left.len() || ends.may_begin(letter(length - 1), second))
    };
    (length == 0 || may_be_word()) && may_go_on(seen, ends)
}

/// How many letters a side begins with.
fn letters(side: &[char]) -> usize {
    side.iter().take_while(|&&c| ch::is_letter(c)).count()
}
