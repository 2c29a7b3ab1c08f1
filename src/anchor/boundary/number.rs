//! Whether a place lies inside a number: its digits, groups, decimals, sign, exponent, multiplier.

use super::{Edge, Surroundings};
use crate::fold::{characters as ch, words};

/// Whether a quote that begins or ends here cuts a number.
pub(super) fn is_cut(seen: &Surroundings<'_>, edge: Edge) -> bool {
    let digit_left = seen.left(0, ch::is_digit);
    let digit_right = seen.right(0, ch::is_digit);
    (digit_left && digit_right)
        || (digit_left && seen.right(0, ch::is_number_mark) && seen.right(1, ch::is_digit))
        || (seen.left(0, ch::is_number_mark) && seen.left(1, ch::is_digit) && digit_right)
        || (digit_left && seen.right(0, ch::is_number_suffix))
        || (seen.left(0, ch::is_number_suffix) && seen.right(0, ch::is_number_suffix))
        || cuts_group(seen)
        || cuts_sign(seen, edge)
        || cuts_unit(seen)
        || cuts_multiplier(seen)
        || cuts_spaceless(seen)
}

/// What makes an ordinal or a negative number of the numeral after it, in scripts written without spaces and in
/// Korean.
const BEFORE_NUMERALS: &[&str] =
    &["第", "零下", "为负", "為負", "是负", "是負", "氷点下", "マイナス", "영하 ", "영하"];
/// What parts the numerals of a decimal or a fraction.
const BETWEEN_NUMERALS: &[&str] = &["点", "點", "分之", "分の"];

/// Whether the place lies inside an ordinal, a negative number, a decimal or a fraction of a script written without
/// spaces: `第|三`, `零下|15`, `三|点五`, `百分之|五十`.
fn cuts_spaceless(seen: &Surroundings<'_>) -> bool {
    let is_numeral = |c: char| ch::is_digit(c) || ch::is_han_numeral(c);
    let left = |sign: &str| sign.chars().rev().enumerate().all(|(at, c)| seen.left(at, |own| own == c));
    let right = |sign: &str| sign.chars().enumerate().all(|(at, c)| seen.right(at, |own| own == c));
    let length = |sign: &str| sign.chars().count();
    let (before, after) = (seen.left(0, is_numeral), seen.right(0, is_numeral));
    let is_inside = |sign: &&str| {
        left(sign) && after && seen.left(length(sign), is_numeral)
            || right(sign) && before && seen.right(length(sign), is_numeral)
    };
    after && BEFORE_NUMERALS.iter().any(|sign| left(sign)) || BETWEEN_NUMERALS.iter().any(is_inside)
}

/// Whether the place lies beside the separator of a group of three digits: `3| 500`, `3 |500`.
fn cuts_group(seen: &Surroundings<'_>) -> bool {
    let (left, right): (&[char], &[char]) =
        if seen.left(0, ch::is_digit) && seen.right(0, ch::is_group_separator) {
            (&seen.left, &seen.right[1..])
        } else if seen.left(0, ch::is_group_separator) && seen.right(0, ch::is_digit) {
            (&seen.left[1..], &seen.right)
        } else {
            return false;
        };
    let digits = |side: &[char]| side.iter().take_while(|&&c| ch::is_digit(c)).count();
    let before = digits(left);
    let is_own_number = !left.get(before).is_some_and(|&c| ch::is_letter(c) && !ch::is_spaceless(c));
    digits(right) == 3 && (1..=3).contains(&before) && is_own_number
}

/// Whether the place lies between a sign and its number, or a quote begins with a dash that would
/// there be read as a minus sign.
fn cuts_sign(seen: &Surroundings<'_>, edge: Edge) -> bool {
    let opens =
        |c: char| ch::is_space(c) || ch::is_opening(c) || ch::is_operator(c) || matches!(c, '|' | ':');
    let closes = |c: char| ch::is_word(c) || matches!(c, ')' | ']' | '}' | '%' | '°' | '»' | '”');
    let before = |index: usize| seen.left.iter().skip(index).copied().find(|&c| !ch::is_emphasis(c));
    let begins_number =
        seen.right(0, ch::is_digit) || (seen.right(0, ch::is_operator) && seen.right(1, ch::is_digit));
    let is_after_sign = seen.left(0, ch::is_minus) && before(1).is_none_or(opens) && begins_number;
    let makes_sign = edge == Edge::Start
        && seen.right(0, ch::is_minus)
        && seen.right(1, ch::is_digit)
        && before(0).is_some_and(closes);
    is_after_sign || makes_sign
}

/// Whether the place lies before the exponent of a unit of length: `km|²`.
fn cuts_unit(seen: &Surroundings<'_>) -> bool {
    let unit: String = seen.left.iter().take_while(|&&c| ch::is_letter(c)).collect();
    seen.right(0, |c| matches!(c, '²' | '³')) && matches!(&*unit, "m" | "mk" | "mc" | "mm" | "md")
}

/// Whether the place lies between a number and what multiplies it, or makes it uncertain, in scripts
/// written without spaces and in Korean: `250|万`, `三|百`, `10|多`, `250|만`.
fn cuts_multiplier(seen: &Surroundings<'_>) -> bool {
    let digit_left = seen.left(0, ch::is_digit);
    let numeral_left = digit_left || seen.left(0, ch::is_han_numeral) && !is_in_word(seen);
    let is_apart = digit_left && seen.right(0, |c| c == ' ') && seen.right(1, ch::is_han_multiplier);
    (numeral_left && seen.right(0, |c| ch::is_han_numeral(c) || ch::is_han_surplus(c)))
        || (seen.left(0, ch::is_han_uncertain) && seen.right(0, ch::is_han_multiplier))
        || (seen.left(1, |c| ch::is_digit(c) || ch::is_han_numeral(c))
            && seen.left(0, ch::is_han_surplus)
            && seen.right(0, ch::is_han_multiplier))
        || (digit_left && seen.right(0, ch::is_hangul_multiplier))
        || (digit_left && words::starts_with_multiplier(seen.after))
        || is_apart
}

/// Whether the numeral before the place ends a word that is none: 统一, 唯一, 周五, 星期三.
fn is_in_word(seen: &Surroundings<'_>) -> bool {
    let is_of = |at: usize, characters: &str| seen.left(at, |c| characters.contains(c));
    let is_weekday = is_of(0, "一二三四五六")
        && (is_of(1, "周週") || is_of(1, "期") && is_of(2, "星") || is_of(1, "拜") && is_of(2, "礼禮"));
    if is_weekday {
        return true;
    }
    seen.left(0, |c| c == '一')
        && seen.left(1, |c| matches!(c, '统' | '統' | '唯' | '万' | '逐' | '合' | '专' | '同'))
}
