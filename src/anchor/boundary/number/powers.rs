//! What is set above or below the line, and powers of ten: exponents, units of area and volume, formulas.

use super::{Surroundings, digits, is_gap, letters};
use crate::fold::characters as ch;

/// Whether the place lies before or inside what belongs to the number, unit or letter before it.
pub(super) fn is_cut(seen: &Surroundings<'_>) -> bool {
    cuts_suffix(seen)
        || cuts_ordinal(seen)
        || cuts_exponent(seen)
        || cuts_unit(seen)
        || cuts_rate(seen)
        || cuts_formula(seen)
        || cuts_caret(seen)
        || cuts_subscript(seen)
        || cuts_power_of_ten(seen)
}

/// Whether the place lies before or inside what is set above the line after a digit: `10|²`, `10⁻|⁶`, `2|½`.
fn cuts_suffix(seen: &Surroundings<'_>) -> bool {
    let is_beside =
        seen.right(0, ch::is_number_suffix) && seen.left(0, |c| ch::is_digit(c) || ch::is_number_suffix(c));
    is_beside && !is_before_note(seen)
}

/// Whether a year or a number in groups stands before the number of a note: nobody squares `2027` or `3,411`.
fn is_before_note(seen: &Surroundings<'_>) -> bool {
    const LONGEST: usize = 2;
    let is_raised = |c: char| matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹');
    let raised = seen.right.iter().take_while(|&&c| ch::is_number_suffix(c)).count();
    let is_note = raised <= LONGEST
        && seen.right[..raised].iter().all(|&c| is_raised(c))
        && !seen.right(raised, ch::is_word);
    let count = digits(&seen.left);
    let apart = seen.left.get(count).copied();
    let is_year = count == 4
        && matches!(seen.left[..4], [_, _, '5'..='9', '1'] | [_, _, '0', '2'])
        && apart.is_none_or(|c| !ch::is_number_mark(c) && !ch::is_minus(c));
    let is_group = count == 3
        && apart.is_some_and(|c| c == ',' || ch::is_group_separator(c))
        && seen.left(4, ch::is_digit);
    is_note && (is_year || is_group)
}

/// Whether the place lies beside the stop of an ordinal: `1|.º`, `2.|ª`.
fn cuts_ordinal(seen: &Surroundings<'_>) -> bool {
    let is_ending = |c: char| matches!(c, 'º' | 'ª');
    let is_stop = |c: char| c == '.';
    seen.left(0, ch::is_digit) && seen.right(0, is_stop) && seen.right(1, is_ending)
        || seen.left(1, ch::is_digit) && seen.left(0, is_stop) && seen.right(0, is_ending)
}

/// Whether the place lies beside the sign of an exponent as calculators write it: `1e|-5`, `2E+|10`.
fn cuts_exponent(seen: &Surroundings<'_>) -> bool {
    let is_sign = |c: char| ch::is_minus(c) || c == '+';
    let is_e = |c: char| matches!(c, 'e' | 'E');
    seen.left(0, is_e) && seen.left(1, ch::is_digit) && seen.right(0, is_sign) && seen.right(1, ch::is_digit)
        || seen.left(0, is_sign)
            && seen.left(1, is_e)
            && seen.left(2, ch::is_digit)
            && seen.right(0, ch::is_digit)
}

/// Units of length that are no other words: an exponent is of them wherever they stand.
const UNITS: &[&str] = &["m", "km", "cm", "mm", "dm"];
/// Those that may be words, and what else is squared: an exponent is of them after a number or a slash.
const UNITS_OF_NUMBERS: &[&str] = &[
    "ft", "in", "yd", "mi", "nm", "µm", "μm", "pm", "hm", "dam", "s", "h", "pi", "po", "pc", "м", "км", "см",
    "мм",
];

/// Whether the place lies before the exponent of a unit of length: `km|²`, `5 ft|²`.
fn cuts_unit(seen: &Surroundings<'_>) -> bool {
    seen.right(0, |c| matches!(c, '²' | '³')) && ends_with_unit(&seen.left)
}

/// Whether a side begins, nearest first, with a unit of length, or with one that may be a word after a number.
fn ends_with_unit(left: &[char]) -> bool {
    let is = |at: usize, holds: &dyn Fn(char) -> bool| left.get(at).copied().is_some_and(holds);
    let length = letters(left);
    let unit: String = left[..length].iter().rev().collect();
    let gap = usize::from(is(length, &is_gap));
    let is_counted = is(length + gap, &|c| ch::is_digit(c) || gap == 0 && matches!(c, '/' | '·' | '⋅'));
    UNITS.contains(&&*unit) || is_counted && UNITS_OF_NUMBERS.contains(&&*unit)
}

/// Whether the place lies before a tag that sets the exponent of a power or a unit above the line: `10|<sup>6</sup>`,
/// `m|<sup>2</sup>`. After other numbers it sets the mark of a note, unless that has a sign.
pub(in crate::anchor::boundary) fn cuts_raised(seen: &Surroundings<'_>) -> bool {
    let Some(raised) = seen.right.strip_prefix(&['<', 's', 'u', 'p', '>']) else { return false };
    let is_signed = raised.first().is_some_and(|&c| ch::is_minus(c));
    let exponent = &raised[usize::from(is_signed)..];
    let count = digits(exponent);
    let is_closed = count > 0 && exponent[count..].starts_with(&['<', '/']);
    let is_ten = seen.left.starts_with(&['0', '1']) && !seen.left(2, ch::is_digit);
    let is_small = !is_signed && matches!(exponent, ['2' | '3', ..]) && count == 1;
    is_closed
        && (is_ten
            || is_signed && seen.left(0, ch::is_digit)
            || (is_signed || is_small) && ends_with_unit(&seen.left))
}

/// Further units that a rate is of.
const UNITS_OF_RATES: &[&str] = &["kg", "g", "mg", "µg", "μg", "l", "L", "kW", "MW", "кг", "г", "л"];

/// Whether the place lies beside the slash of a rate: `90 km|/h`, which is no distance.
fn cuts_rate(seen: &Surroundings<'_>) -> bool {
    let is_slash = |c: char| c == '/';
    let before = if seen.right(0, is_slash) && seen.right(1, ch::is_letter) {
        &seen.left[..]
    } else if seen.left(0, is_slash) && seen.right(0, ch::is_letter) {
        &seen.left[1..]
    } else {
        return false;
    };
    let length = super::letters(before);
    let unit: String = before[..length].iter().rev().collect();
    let is_known = [UNITS, UNITS_OF_NUMBERS, UNITS_OF_RATES].iter().any(|units| units.contains(&&*unit));
    let gap = usize::from(before.get(length).copied().is_some_and(is_gap));
    is_known && before.get(length + gap).is_some_and(|&c| ch::is_digit(c))
}

const fn is_subscript(c: char) -> bool {
    matches!(c, '₀'..='₉')
}

/// Whether the place lies inside a formula: `CO|₂`, `H₂|O`.
fn cuts_formula(seen: &Surroundings<'_>) -> bool {
    let before = seen.left.iter().find(|&&c| !is_subscript(c));
    let is_inside = seen.left(0, is_subscript) && seen.right(0, |c| c.is_ascii_uppercase());
    (seen.right(0, is_subscript) || is_inside) && before.is_some_and(|&c| ch::is_letter(c) || c == ')')
}

/// Whether the place lies beside the caret of a power, or the brace behind it: `10|^6`, `10^|-6`, `10^-|6`, `10^{|6}`,
/// `20 m|^2`.
fn cuts_caret(seen: &Surroundings<'_>) -> bool {
    let is_caret = |c: char| c == '^';
    let is_sign = |c: char| c == '{' || ch::is_minus(c);
    let signs = |side: &[char]| side.iter().take(2).take_while(|&&c| is_sign(c)).count();
    let (left, right) = if seen.right(0, is_caret) {
        (&seen.left[..], &seen.right[1..])
    } else {
        let signs = signs(&seen.left);
        if !seen.left(signs, is_caret) {
            return false;
        }
        (&seen.left[signs + 1..], &seen.right[..])
    };
    let exponent = &right[signs(right)..];
    let is_unit = || matches!(exponent, ['2' | '3', ..]) && ends_with_unit(left);
    exponent.first().is_some_and(|&c| ch::is_digit(c))
        && (left.first().is_some_and(|&c| ch::is_digit(c)) || is_unit())
}

/// Whether the place lies beside the sign before what Markdown sets below the line: `CO|~2~`, `CO~|2~`.
fn cuts_subscript(seen: &Surroundings<'_>) -> bool {
    let is_sign = |c: char| c == '~';
    let is_capital = |c: char| c.is_ascii_uppercase();
    let lowered = if seen.right(0, is_sign) && seen.left(0, is_capital) {
        &seen.right[1..]
    } else if seen.left(0, is_sign) && seen.left(1, is_capital) {
        &seen.right[..]
    } else {
        return false;
    };
    let count = super::digits(lowered);
    count > 0 && lowered.get(count) == Some(&'~')
}

/// Whether the place lies between a number and the power of ten that multiplies it: `1.5| × 10⁶`, `1.5 × |10^6`.
fn cuts_power_of_ten(seen: &Surroundings<'_>) -> bool {
    /// The longest ` × 10^`, or ` × 10-9`.
    const LONGEST: usize = 7;
    let from = seen.left.len().min(LONGEST);
    if !seen.left[..from].iter().chain(seen.right.iter().take(LONGEST)).any(|&c| c == '1') {
        return false;
    }
    let near: Vec<char> =
        seen.left[..from].iter().rev().chain(seen.right.iter().take(LONGEST)).copied().collect();
    (1..=from).any(|start| ch::is_digit(near[start - 1]) && power_length(&near[start..]) > from - start)
}

/// Whether these are the exponent of ten where a text has lost what set it above the line: `10−9`, `10-9`.
fn is_exponent(text: &[char]) -> bool {
    text.first().is_some_and(|&c| ch::is_minus(c) || ch::is_hyphen(c))
        && text.get(1).is_some_and(|&c| ch::is_digit(c))
}

/// The characters of a multiplication by ten, up to its exponent; 0 where these begin none.
fn power_length(text: &[char]) -> usize {
    let gap = |at: usize| at + usize::from(text.get(at).is_some_and(|&c| is_gap(c)));
    let times = gap(0);
    if !text.get(times).is_some_and(|c| matches!(c, '×' | '·' | '⋅' | '∙' | 'x' | '*')) {
        return 0;
    }
    let ten = gap(times + 1);
    let is_power =
        |c: &char| matches!(c, '^' | '<') || ch::is_number_suffix(*c) && !matches!(c, '₀'..='₉' | '¼'..='¾');
    if text.get(ten) != Some(&'1') || text.get(ten + 1) != Some(&'0') {
        return 0;
    }
    let exponent = &text[ten + 2..];
    match exponent.first() {
        Some(c) if is_power(c) => ten + 2,
        // Its sign is of it.
        _ if is_exponent(exponent) => ten + 3,
        _ => 0,
    }
}
