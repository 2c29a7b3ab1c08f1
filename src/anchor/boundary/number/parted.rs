//! Quantities whose unit stands between their numbers, of which the second has none: `10| h 30`, `3 euros| 50`, `1 m| 80`,
//! `deux heures| vingt`, `12°|30′`; and those that a comma parts: `7 pounds|, 6 ounces`.

use super::scores::ENDS;
use super::spans::are_parts;
use super::words::{Gap, first_word, is_numeral, last_word};
use super::{Surroundings, digits, is_gap};
use crate::fold::characters as ch;
use crate::fold::numbers::{Bare, bare, companies, is_clock, unit, value};

/// Whether the place lies inside such a quantity.
pub(super) fn is_cut(seen: &Surroundings<'_>) -> bool {
    cuts_arc(seen)
        || cuts_before_unit(seen)
        || cuts_behind_unit(seen)
        || cuts_quarter(seen)
        || cuts_comma(seen)
}

/// Whether the place lies between degrees and their minutes: `12°|30′`.
fn cuts_arc(seen: &Surroundings<'_>) -> bool {
    let is_sign = |c: char| c == '°';
    let right = if seen.left(0, is_sign) && seen.left(1, ch::is_digit) {
        &seen.right[..]
    } else if seen.left(0, ch::is_digit) && seen.right(0, is_sign) {
        &seen.right[1..]
    } else {
        return false;
    };
    let count = digits(right);
    (1..=2).contains(&count) && right.get(count).is_some_and(|&c| matches!(c, '′' | '\'' | '’' | '″'))
}

/// What is before and behind the place, without the blanks there.
fn around<'a>(seen: &Surroundings<'a>) -> (&'a str, &'a str) {
    (seen.near_before().trim_end_matches(is_gap), seen.near_after().trim_start_matches(is_gap))
}

/// The word, or the sign of a currency, that a text begins with.
fn first_unit(text: &str) -> &str {
    let sign = text.chars().next().filter(|&c| ch::is_currency(c)).map_or(0, char::len_utf8);
    if sign > 0 { &text[..sign] } else { first_word(text) }
}

/// Whether the place lies between digits and the unit that others follow.
fn cuts_before_unit(seen: &Surroundings<'_>) -> bool {
    let (left, right) = around(seen);
    if !left.ends_with(ch::is_digit) {
        return false;
    }
    let name = first_unit(right);
    let rest = right[name.len()..].trim_start_matches(is_gap);
    if name.is_empty() || !rest.starts_with(ch::is_digit) || rest.len() + name.len() == right.len() {
        return false;
    }
    let joined = format!("{left} {name}");
    let is_time = || is_clock(name) && first_word(left_digits(left)).len() <= 2 && is_pair(rest);
    is_time() || goes_on(seen, &joined, rest) || are_parts(seen, &joined, rest)
}

/// The digits that a text ends with.
fn left_digits(left: &str) -> &str {
    &left[left.trim_end_matches(ch::is_digit).len()..]
}

/// Whether a text begins with two digits and no more of a number.
fn is_pair(text: &str) -> bool {
    let rest = text.trim_start_matches(ch::is_digit);
    let is_mark = |c: char| ch::is_number_mark(c) || is_gap(c);
    let more = rest.strip_prefix(is_mark).unwrap_or_default();
    text.len() - rest.len() == 2 && !more.starts_with(ch::is_digit)
}

/// Whether the place lies between a unit and the number behind it.
fn cuts_behind_unit(seen: &Surroundings<'_>) -> bool {
    let (left, right) = around(seen);
    left.len() + right.len() < seen.near_before().len() + seen.near_after().len()
        && goes_on(seen, left, right)
}

/// Whether text ends with a number of a unit, and goes on with one that is of the same quantity.
fn goes_on(seen: &Surroundings<'_>, left: &str, right: &str) -> bool {
    let sign = left.chars().next_back().filter(|&c| ch::is_currency(c)).map_or(0, char::len_utf8);
    let name = if sign > 0 { &left[left.len() - sign..] } else { last_word(left) };
    let Some(kind) = bare(name, seen.language) else { return false };
    let count = last_word(Gap::before(&left[..left.len() - name.len()]).rest);
    let length = right.find(|c: char| !(ch::is_word(c) || ch::is_hyphen(c))).unwrap_or(right.len());
    let (number, rest) = right.split_at(length);
    let is_digits = number.bytes().all(|byte| byte.is_ascii_digit());
    let is_one = match kind {
        Bare::Hundredths => is_digits && number.len() == 2,
        Bare::Minutes => {
            !is_digits && value(number, seen.language).is_some_and(|value| (2..60).contains(&value))
        }
        Bare::Inches => value(number, seen.language).is_some_and(|value| value < 12),
    };
    is_one && is_numeral(count, seen.language) && is_free(seen, rest)
}

/// Whether nothing is counted in a number before a text: its sentence ends or goes on with another part.
fn is_free(seen: &Surroundings<'_>, rest: &str) -> bool {
    const OTHERS: [&str; 11] =
        ["environ", "par", "pour", "de", "le", "la", "pro", "je", "por", "per", "tall"];
    let next = first_word(rest.trim_start_matches(is_gap));
    let ends = |mark: char| ENDS.contains(&mark) && !rest[mark.len_utf8()..].starts_with(ch::is_digit);
    rest.chars().next().is_none_or(ends)
        || rest.starts_with(is_gap)
            && (OTHERS.contains(&next) || companies(seen.language).any(|one| one.goes_on(next)))
}

/// What says behind an hour that it is a quarter more or less.
const QUARTERS: &[&str] = &[
    "et quart",
    "moins le quart",
    "moins quart",
    "menos cuarto",
    "menos quarto",
    "menos um quarto",
    "meno un quarto",
    "إلا ربعا",
    "إلا ربع",
    "إلا الربع",
    "إلا ثلثا",
];

/// Whether the place lies between an hour and such words: `deux heures| et quart`.
fn cuts_quarter(seen: &Surroundings<'_>) -> bool {
    let (left, right) = around(seen);
    let is_one = |phrase: &&str| {
        right
            .strip_prefix(*phrase)
            .is_some_and(|rest| !rest.starts_with(|c| ch::is_word(c) || ch::is_hyphen(c)))
    };
    let is_apart = left.len() < seen.near_before().len() || right.len() < seen.near_after().len();
    if !is_apart || !QUARTERS.iter().any(is_one) {
        return false;
    }
    let word = last_word(left);
    let before = || last_word(Gap::before(&left[..left.len() - word.len()]).rest);
    is_clock(word) || is_numeral(word, seen.language) || before() == "الساعة"
}

/// Whether the place lies before the comma between the two units of one quantity. What is of the first is another:
/// `two hours, 15 minutes of them alone`.
fn cuts_comma(seen: &Surroundings<'_>) -> bool {
    const PARTS: [&str; 5] = ["of", "dont", "davon", "de", "di"];
    let Some(right) = seen.near_after().strip_prefix(", ").filter(|rest| rest.starts_with(ch::is_digit))
    else {
        return false;
    };
    let behind = right.trim_start_matches(ch::is_digit).trim_start_matches(is_gap);
    let lesser = first_word(behind);
    let next = first_word(behind[lesser.len()..].trim_start_matches(is_gap));
    unit(lesser).is_some() && !PARTS.contains(&next) && are_parts(seen, seen.near_before(), right)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_cut, assert_whole};

    #[test]
    fn a_unit_between_two_numbers_is_of_their_quantity() {
        assert_cut(&[
            ("fr", "La séance a duré 10| h 30 hier"),
            ("fr", "La séance a duré 1| h 20 min hier"),
            ("fr", "Rendez-vous à 10| heures 30 demain"),
            ("de", "Um 10| Uhr 30 begann es"),
            ("ru", "В 10| ч 30 мин началось"),
            ("fr", "Il mesure 1| m 80."),
            ("fr", "Il mesure 1 m| 80."),
            ("fr", "Il mesure 1 mètre| 80 environ"),
            ("fr", "Il a payé 3 euros| 50 au guichet"),
            ("fr", "Il a payé 3 €| 50 au guichet"),
            ("de", "Er zahlte 3 Euro| 50 am Schalter"),
            ("fr", "Il est deux heures| vingt."),
            ("fr", "Il est deux heures| vingt-cinq."),
            ("fr", "Il est deux heures| et quart."),
            ("es", "A las diez| menos cuarto empezó"),
            ("en", "He was five foot| ten."),
            ("en", "The camp lies at 12°|30′ north"),
            ("en", "It weighed 7 pounds|, 6 ounces."),
            ("it", "La seduta durò un’ora| e mezza."),
            ("ar", "استمرت الجلسة ساعة| ونصفا."),
            ("ar", "دفع مليونا| ونصف المليون."),
            ("ar", "حكم عليه بالسجن بسنتين| وستة أشهر."),
            ("ar", "الساعة العاشرة| إلا ربعا"),
        ]);
    }

    #[test]
    fn what_is_counted_behind_a_unit_is_another_number() {
        assert_whole(&[
            ("fr", "Il a payé 3 euros| 50 fois"),
            ("fr", "Il a couru 10 m| 30 fois"),
            ("fr", "Il a attendu deux heures| vingt personnes"),
            ("en", "He paid 3 euros| 50 times"),
            ("en", "He walked ten feet| two days ago"),
            ("en", "It was 12°| 30 miles north"),
            ("en", "They waited two hours|, 15 minutes of them alone"),
            ("en", "They waited two hours|, 15 people left"),
        ]);
    }
}
