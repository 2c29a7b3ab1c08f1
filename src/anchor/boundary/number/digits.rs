//! Digits that are one number: side by side, with decimal marks, in groups, and with what joins them to dates, scores,
//! fractions, telephone numbers, times and ratios.

use super::{Edge, Surroundings, digits, is_gap, letters, multiplies};
use crate::fold::characters as ch;
use crate::fold::numbers::is_clock;
use crate::fold::words;
use crate::text::line_ends;

/// Whether the place lies inside such a number.
pub(super) fn is_cut(seen: &Surroundings<'_>, edge: Edge) -> bool {
    let digit_left = seen.left(0, ch::is_digit);
    let digit_right = seen.right(0, ch::is_digit);
    digit_left && digit_right
        || beside(seen, ch::is_number_mark).is_some()
        || beside(seen, |c| matches!(c, '⁄' | '∕')).is_some()
        || cuts_colon(seen)
        || cuts_group(seen)
        || cuts_wrapped_group(seen)
        || cuts_slash(seen)
        || cuts_chain(seen)
        || cuts_falling(seen, edge)
        || cuts_pairs(seen)
        || cuts_international(seen)
        || cuts_mixed_fraction(seen)
        || cuts_counted(seen)
        || cuts_clock(seen)
        || cuts_price(seen)
        || cuts_dollar(seen)
}

/// What is to either side of a mark, nearest first, where the place lies beside one that has digits on both sides.
pub(super) fn beside<'s>(
    seen: &'s Surroundings<'_>,
    is_mark: impl Fn(char) -> bool,
) -> Option<(&'s [char], &'s [char])> {
    let (left, right): (&[char], &[char]) = if seen.left(0, ch::is_digit) && seen.right(0, &is_mark) {
        (&seen.left, &seen.right[1..])
    } else if seen.left(0, &is_mark) && seen.right(0, ch::is_digit) {
        (&seen.left[1..], &seen.right)
    } else {
        return None;
    };
    (digits(left) > 0 && digits(right) > 0).then_some((left, right))
}

/// Whether the place lies beside the colon of a time or a ratio: `10|:30`, `3|:1`, `1:|1000`. A volume and its page
/// are two numbers: `150:113`.
fn cuts_colon(seen: &Surroundings<'_>) -> bool {
    let Some((left, right)) = beside(seen, |c| matches!(c, ':' | '：' | '∶')) else { return false };
    let (before, after) = (digits(left), digits(right));
    before <= 2 && after <= 2 || before == 1 && left[0] == '1'
}

/// Whether the place lies beside the currency that parts a price from its hundredths: `5|€50`, `5€|50`.
fn cuts_price(seen: &Surroundings<'_>) -> bool {
    let Some((left, right)) = beside(seen, ch::is_currency) else { return false };
    let is_more = |c: &char| ch::is_digit(*c) || ch::is_number_mark(*c) || ch::is_currency(*c);
    digits(right) == 2 && !right.get(2).is_some_and(is_more) && !left.get(digits(left)).is_some_and(is_more)
}

/// What says whose a dollar or a pound is, written together with its sign.
const NATIONS: &[&str] = &[
    "A", "AU", "C", "CA", "HK", "NZ", "S", "SG", "US", "NT", "R", "MX", "MXN", "CAD", "Z", "J", "TT", "B",
    "BZ", "BDS", "E", "RD", "CL",
];

/// Whether the place lies between that and the sign of an amount: `HK|$500`, `R|$ 30`.
fn cuts_dollar(seen: &Surroundings<'_>) -> bool {
    if !seen.right(0, |c| matches!(c, '$' | '£')) {
        return false;
    }
    let count = letters(&seen.left);
    let nation: String = seen.left[..count].iter().rev().collect();
    let is_apart = !seen.left(count, |c| ch::is_word(c) || ch::is_hyphen(c) || c == '.');
    let gap = 1 + usize::from(seen.right(1, is_gap));
    is_apart && seen.right(gap, ch::is_digit) && NATIONS.contains(&&*nation)
}

/// Whether the place lies beside the separator of a group of three digits: `3| 500`, `3 |500`.
fn cuts_group(seen: &Surroundings<'_>) -> bool {
    beside(seen, ch::is_group_separator).is_some_and(|(left, right)| are_groups(left, right))
}

/// Whether these, to the left and the right of a separator, are groups of one number.
fn are_groups(left: &[char], right: &[char]) -> bool {
    let before = digits(left);
    let is_own_number = !left.get(before).is_some_and(|&c| ch::is_letter(c) && !ch::is_spaceless(c));
    // The minutes of a time, as in `At 10:30 200 people came`, are no group.
    let are_minutes = before == 2 && matches!(left[before..], [':', hours, ..] if ch::is_digit(hours));
    digits(right) == 3
        && (1..=3).contains(&before)
        && is_own_number
        && !are_minutes
        && !follows_other_mark(left, before)
}

/// Whether the first `count` digits to the left stand behind a stop or a comma of their number, which another separator
/// does not go on: `203.600 151.300` are two, as in rows of tables. Decimals may be in groups: `0,577 215`.
fn follows_other_mark(left: &[char], count: usize) -> bool {
    let Some((_, before)) = left[count..].split_first().filter(|(mark, _)| ch::is_number_mark(**mark)) else {
        return false;
    };
    let whole = digits(before);
    whole > 0 && before[..whole] != ['0']
}

/// Whether the place lies where a line's end parts a group of three digits, in running text: `3` and `500 soldats` on
/// the next line. Rows of a table and items of a list begin or end with numbers of their own.
fn cuts_wrapped_group(seen: &Surroundings<'_>) -> bool {
    let skip = |side: &[char]| side.iter().take_while(|&&c| ch::is_space(c)).count();
    let (left, right) = (&seen.left[skip(&seen.left)..], &seen.right[skip(&seen.right)..]);
    let is_first =
        left.get(digits(left)).is_none_or(|&c| ch::is_space(c) || ch::is_opening(c) || ch::is_currency(c));
    if !is_first || !are_groups(left, right) {
        return false;
    }
    let (before, after) = (seen.near_before(), seen.near_after());
    let (above, below) = (before.trim_end(), after.trim_start());
    let (back, on) = (before.len() - above.len(), after.len() - below.len());
    let gap = [&before[above.len()..], &after[..on]].concat();
    if line_ends(&gap) != 1 || !seen.is_one_block(back, on) {
        return false;
    }
    let above = above.rsplit(['\n', '\r']).next().unwrap_or(above).trim_start();
    let below = below.split(['\n', '\r']).next().unwrap_or(below).trim_end();
    let has_letters = |line: &str| line.contains(ch::is_letter);
    has_letters(above)
        && has_letters(below)
        && above.starts_with(|c| ch::is_letter(c) || ch::is_opening(c))
        && !below.ends_with(ch::is_digit)
}

/// Whether the place lies beside the slash of a fraction, a score or a date: `1|/200`, `12/|05`. Years to either side
/// of one are two numbers, as in `2021/2022`, unless it is one of several: `12/05/2021`; so are a year and its months. What
/// is counted within a year is of it: `2021/|04567`.
fn cuts_slash(seen: &Surroundings<'_>) -> bool {
    let is_slash = |c: char| matches!(c, '/' | '／');
    let Some((left, right)) = beside(seen, is_slash) else { return false };
    let (before, after) = (digits(left), digits(right));
    let goes_on = |side: &[char], count: usize| {
        side.get(count).is_some_and(|&c| is_slash(c)) && side.get(count + 1).is_some_and(|&c| ch::is_digit(c))
    };
    let first = |side: &[char], at: usize| side.get(at).copied().unwrap_or(' ');
    // The digits of a formula are no part of a fraction: `CO2/95 %`.
    if left.get(before).is_some_and(|&c| ch::is_western_letter(c)) && !goes_on(right, after) {
        return false;
    }
    let is_year =
        |count: usize, first: [char; 2]| count == 4 && matches!(first, ['1', '5'..='9'] | ['2', '0' | '1']);
    let is_counted = |count: usize, first: [char; 2]| count >= 3 && !is_year(count, first);
    let opening = [first(left, before - 1), first(left, before.saturating_sub(2))];
    let following = [first(right, 0), first(right, 1)];
    let are_apart = is_year(before, opening) && !is_counted(after, following)
        || is_year(after, following) && !is_counted(before, opening);
    !are_apart || goes_on(left, before) || goes_on(right, after)
}

/// Whether the place lies inside a chain of three and more numbers that hyphens join: `2025-12|-08`. Two are a range.
fn cuts_chain(seen: &Surroundings<'_>) -> bool {
    let Some((left, right)) = beside(seen, ch::is_hyphen) else { return false };
    let goes_on = |side: &[char]| {
        let count = digits(side);
        side.get(count).is_some_and(|&c| ch::is_hyphen(c))
            && side.get(count + 1).is_some_and(|&c| ch::is_digit(c))
    };
    goes_on(left) || goes_on(right)
}

/// Whether the place lies beside the hyphen or dash of a score, of the number of a law, or of a month: `2|-1`, `121-|3`,
/// `2021-|08`. What rises is a range, of two numbers; so may be what falls after a year, up to its dash: `2019|-21`.
fn cuts_falling(seen: &Surroundings<'_>, edge: Edge) -> bool {
    let Some((left, right)) = beside(seen, |c| ch::is_hyphen(c) || matches!(c, '–' | '―')) else {
        return false;
    };
    let (before, after) = (digits(left), digits(right));
    let goes_on = |side: &[char], count: usize| {
        let next = side.get(count + 1).copied().unwrap_or(' ');
        side.get(count).is_some_and(|&c| {
            ch::is_digit(next)
                && (ch::is_number_mark(c)
                    || matches!(c, ':' | '/')
                    || before == 3 && ch::is_group_separator(c))
        })
    };
    let is_counted = right.get(after).is_some_and(|&c| counts(c));
    if is_zero_led(left, before, right, after) || is_appeal(left, right) {
        return true;
    }
    if goes_on(left, before)
        || goes_on(right, after)
        || is_grouped(right)
        || is_counted
        || multiplies(seen, &right[after..])
    {
        return false;
    }
    let number = |digits: &mut dyn Iterator<Item = &char>| {
        digits.fold(0_u64, |sum, c| sum.saturating_mul(10).saturating_add(c.to_digit(10).unwrap_or(0).into()))
    };
    let (first, second) = (number(&mut left[..before].iter().rev()), number(&mut right[..after].iter()));
    let is_shortened = edge == Edge::End && before == 4 && after == 2 && second > first % 100;
    second <= first && !is_shortened
}

/// Whether `c`, straight behind two numbers, says of what they are a range: `5-2GB`, `10-3月`. In scripts of which words
/// are written behind a number without a space, other letters go on with the sentence: `3-1で`.
fn counts(c: char) -> bool {
    const TERMS: &str = "月日年時时点點号號期度代歳岁号월일년시세층";
    let goes_on = ch::is_spaceless(c) || ch::is_hangul(c);
    if goes_on { TERMS.contains(c) } else { ch::is_letter(c) || c == '%' }
}

/// Whether a part of a number that a hyphen joins begins with zeros that nobody counts with: the branch of a company,
/// `12.345.678/0001|-95`, the check digits of a person, `123.456.789-|09`.
fn is_zero_led(left: &[char], before: usize, right: &[char], after: usize) -> bool {
    let is_branch = before >= 4 && left[before - 1] == '0' && before != after;
    let is_grouped = before == 3
        && left.get(before) == Some(&'.')
        && left.get(before + 1).is_some_and(|&c| ch::is_digit(c));
    is_branch
        || is_grouped
            && after == 2
            && right[0] == '0'
            && !right.get(after).is_some_and(|&c| ch::is_number_mark(c))
}

/// Whether these are the year and the number of an appeal to the French court of cassation: `19-14.590`. Round numbers
/// are the end of a range: `10-20.000`.
fn is_appeal(left: &[char], right: &[char]) -> bool {
    let is_year = digits(left) == 2 && !left.get(2).is_some_and(|&c| ch::is_word(c) || ch::is_number_mark(c));
    let is_number = digits(right) == 2 && right.get(2) == Some(&'.') && digits(&right[3..]) == 3;
    is_year && is_number && right[4..6] != ['0', '0']
}

/// Whether the place lies beside a space of a telephone number in pairs of digits, of which the first begins with a
/// zero: `01 02| 03 04 05`.
fn cuts_pairs(seen: &Surroundings<'_>) -> bool {
    const FEWEST: usize = 4;
    let Some((left, right)) = beside(seen, is_gap) else { return false };
    let (before, after) = (pairs(left), pairs(right));
    let begins_with_zero = before > 0 && left[before - 1].to_digit(10) == Some(0);
    begins_with_zero && after > 0 && (before + 1) / 3 + (after + 1) / 3 >= FEWEST
}

/// Whether the place lies inside a telephone number with its country: `+33 6 12| 34 56 78`.
fn cuts_international(seen: &Surroundings<'_>) -> bool {
    const FEWEST: usize = 9;
    let parts = |c: char| is_gap(c) || ch::is_hyphen(c) || c == '.';
    let Some((left, right)) = beside(seen, parts) else { return false };
    let length = |side: &[char]| {
        let is_one = |at: &usize| {
            ch::is_digit(side[*at]) || parts(side[*at]) && side.get(at + 1).is_some_and(|&c| ch::is_digit(c))
        };
        (0..side.len()).take_while(is_one).count()
    };
    let (before, after) = (length(left), length(right));
    let count = left[..before].iter().chain(&right[..after]).filter(|&&c| ch::is_digit(c)).count();
    let stands_apart = |c: &char| ch::is_space(*c) || ch::is_opening(*c) || *c == ':';
    count >= FEWEST && left.get(before) == Some(&'+') && left.get(before + 1).is_none_or(stands_apart)
}

/// How long the pairs of digits are that a side begins with, with the one space between each two.
fn pairs(side: &[char]) -> usize {
    let mut end = 0;
    loop {
        let from = if end == 0 { 0 } else { end + 1 };
        let is_pair = from == 0 || side.get(end).is_some_and(|&c| is_gap(c));
        if !is_pair || digits(&side[from.min(side.len())..]) != 2 {
            return end;
        }
        end = from + 2;
    }
}

/// Whether the place lies between a whole number and its fraction: `1| ½`, `1 |½`, `1 |1/2`.
fn cuts_mixed_fraction(seen: &Surroundings<'_>) -> bool {
    seen.left(0, ch::is_digit) && seen.right(0, is_gap) && seen.right(1, ch::is_fraction)
        || seen.left(0, is_gap) && seen.left(1, ch::is_digit) && seen.right(0, ch::is_fraction)
        || cuts_spelt_fraction(seen)
}

/// Whether the place lies between a whole number and a fraction in digits: `1 |1/2`, `2-|3/4`.
fn cuts_spelt_fraction(seen: &Surroundings<'_>) -> bool {
    let Some((left, right)) = beside(seen, |c| is_gap(c) || c == '-') else { return false };
    let above = digits(right);
    let Some(below) = right.get(above + 1..).filter(|_| right[above] == '/') else { return false };
    let number = |side: &[char]| side.iter().fold(0, |sum, c| sum * 10 + c.to_digit(10).unwrap_or(0));
    let (whole, count) = (digits(left), digits(below));
    let is_apart =
        |side: &[char], count: usize| side.get(count).is_none_or(|&c| !ch::is_number_mark(c) && c != '/');
    whole <= 3
        && above <= 2
        && (1..=2).contains(&count)
        && number(&right[..above]) < number(&below[..count])
        && is_apart(left, whole)
        && is_apart(below, count + 1)
        && below.get(count) != Some(&'/')
}

/// What makes another article of a law of the one before it, as Latin counts.
const COUNTED: &[&str] =
    &["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies"];

/// Languages that count so.
const COUNTING: &[&str] = &["fr", "it", "es", "pt", "ca"];

/// Whether some text may begin with such a word.
pub(in crate::anchor::boundary) fn may_be_counted(text: &str) -> bool {
    COUNTED.iter().any(|word| text.starts_with(word))
}

/// Whether the place lies between the number of an article and such a word: `article 5| bis`.
fn cuts_counted(seen: &Surroundings<'_>) -> bool {
    let gap = usize::from(seen.right(0, is_gap));
    if !seen.left(1 - gap, ch::is_digit) || gap == 0 && !seen.left(0, is_gap) {
        return false;
    }
    let right = seen.right.get(gap..).unwrap_or_default();
    let word: String = right[..letters(right)].iter().collect();
    let is_spoken = |language: &str| COUNTING.iter().any(|own| words::may_be_in(Some(language), own));
    COUNTED.contains(&&*word) && seen.language.is_some_and(is_spoken)
}

/// Whether the place lies between an hour and its minutes: `10 h| 30`, `10 Uhr |30`, `10時|30分`, `10시 |30분`.
fn cuts_clock(seen: &Surroundings<'_>) -> bool {
    let skip = |side: &[char]| usize::from(side.first().is_some_and(|&c| is_gap(c)));
    let (left, right) = (&seen.left[skip(&seen.left)..], &seen.right[skip(&seen.right)..]);
    let word = letters(left);
    let hour = &left[word..];
    let hour = &hour[skip(hour)..];
    if word == 0 || !(1..=2).contains(&digits(hour)) || digits(right) != 2 {
        return false;
    }
    let name: String = left[..word].iter().rev().collect();
    match &*name {
        "時" | "时" | "시" | "点" | "點" => {
            right[2..].iter().find(|&&c| !is_gap(c)).is_some_and(|&c| matches!(c, '分' | '분'))
        }
        _ => is_clock(&name) && !has_decimals(right) && !is_grouped(right),
    }
}

/// Whether these digits go on with a decimal mark: `30,5`. A stop or a comma that ends a clause is none.
fn has_decimals(right: &[char]) -> bool {
    let count = digits(right);
    let is_mark = right.get(count).is_some_and(|&c| ch::is_number_mark(c));
    is_mark && right.get(count + 1).is_some_and(|&c| ch::is_digit(c))
}

/// Whether these digits are the first group of a number: `30 000`.
fn is_grouped(right: &[char]) -> bool {
    let count = digits(right);
    right.get(count).is_some_and(|&c| ch::is_group_separator(c))
        && are_groups(&right[..count], right.get(count + 1..).unwrap_or_default())
}
