//! Whether a place lies inside a number.
//!
//! A number is the longest stretch of text that a reader takes for one value, written in one way:
//!
//! - **digits** with their decimal mark, their groups of three (also where a line's end parts them), and what joins
//!   them to one date, score, fraction, time, ratio or telephone number;
//! - **signs**: what stands before it and changes its value: `−`, `±`, `moins`;
//! - **powers**: what stands above or below the line, and ` × 10⁶`;
//! - **words**, which compose by the arithmetic of their values: a lesser after a greater (`deux cent cinquante`), a
//!   greater power after what it multiplies (`cinq mille`), with decimals, fractions and halves;
//! - **spaceless**: numerals of scripts written without spaces, with what multiplies them.
//!
//! Its unit, its percent sign, its currency and a million after it are no part of it, nor are two years of a range or
//! two numbers that only stand side by side. Forms of *one* that may be articles are no number by themselves.

mod digits;
mod powers;
mod signs;
mod spaceless;
#[cfg(test)]
mod tests;
mod words;

use super::{Edge, Surroundings};
use crate::fold::characters as ch;
use crate::fold::numbers::{may_begin, may_end};

/// Whether a quote that begins or ends here cuts a number.
pub(super) fn is_cut(seen: &Surroundings<'_>, edge: Edge) -> bool {
    digits::is_cut(seen)
        || powers::is_cut(seen)
        || signs::is_cut(seen, edge)
        || spaceless::is_cut(seen)
        || words::is_cut(seen, edge)
}

/// How many digits a side begins with.
fn digits(side: &[char]) -> usize {
    side.iter().take_while(|&&c| ch::is_digit(c)).count()
}

/// Whether `c` is white space within a line.
fn is_gap(c: char) -> bool {
    ch::is_space(c) && !ch::is_line_end(c)
}

/// What is between words of one number.
fn is_between(c: &char) -> bool {
    ch::is_space(*c) || ch::is_hyphen(*c)
}

/// Whether what is after the place may go on with a number, told from two characters.
fn may_go_on(seen: &Surroundings<'_>) -> bool {
    let mut right = seen.right.iter().copied().skip_while(is_between);
    let Some(first) = right.next() else { return false };
    let is_letter = ch::is_word(first) && !ch::is_digit(first);
    if is_letter {
        may_begin(first, right.next().unwrap_or(' '))
    } else {
        ch::is_digit(first) || ch::is_currency(first)
    }
}

/// Whether the words to either side may be of one number, told from two letters of each.
fn may_be_inside(seen: &Surroundings<'_>) -> bool {
    let mut left = seen.left.iter().copied().skip_while(is_between);
    let Some(last) = left.next().filter(|&c| ch::is_word(c)) else { return false };
    may_go_on(seen) && may_end(left.next().unwrap_or(' '), last)
}
