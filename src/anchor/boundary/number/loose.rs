//! Signs and bounds that something parts from their number: `minus £|5`, `est de – |5`, `p < |0.05`, `12 degrees| below zero`.

use super::words::{Gap, last_word};
use super::{Surroundings, is_gap};
use crate::fold::characters as ch;
use crate::fold::numbers::{begins_below_zero, is_degrees, is_sign, may_part_sign, may_precede_sign};

/// Whether the place lies between such a sign and its number.
pub(super) fn is_cut(seen: &Surroundings<'_>) -> bool {
    begins_number(seen) && (cuts_money(seen) || cuts_dash(seen) || cuts_spoken(seen) || cuts_bound(seen))
        || cuts_below_zero(seen)
}

/// Whether digits stand behind the place, beyond a blank or a currency.
fn begins_number(seen: &Surroundings<'_>) -> bool {
    let at = usize::from(seen.right(0, is_gap));
    let at = at + usize::from(seen.right(at, ch::is_currency));
    seen.right(at, ch::is_digit)
}

/// A text without the currency, and the blank behind it, that it ends with: `minus US$ `.
fn without_currency(text: &str) -> Option<&str> {
    let text = text.trim_end_matches(is_gap);
    if let Some(rest) = text.strip_suffix(ch::is_currency) {
        return Some(rest.trim_end_matches(|c: char| c.is_ascii_uppercase()));
    }
    let word = last_word(text);
    let is_code =
        word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase()) && may_part_sign(word);
    is_code.then(|| &text[..text.len() - word.len()])
}

/// Whether a text ends with a dash that is a sign: straight before what follows where `is_tight`, else behind a preposition.
fn ends_with_sign(seen: &Surroundings<'_>, text: &str, is_tight: bool) -> bool {
    let Some(rest) = text.strip_suffix(ch::is_minus) else { return false };
    let is_true = text.ends_with('\u{2212}');
    let is_free = rest.chars().next_back().is_none_or(|c| ch::is_space(c) || ch::is_opening(c));
    let word = || last_word(rest.trim_end_matches(is_gap));
    is_free && (is_tight || is_true || may_precede_sign(word(), seen.language) && !is_closed(seen))
}

/// Whether another dash closes what one before the place opens: `agreed to – 5 dollars – was`.
fn is_closed(seen: &Surroundings<'_>) -> bool {
    const FARTHEST: usize = 60;
    let near = seen.near_after();
    let near = &near[..near.floor_char_boundary(FARTHEST.min(near.len()))];
    [" - ", " – ", " — "].iter().any(|dash| near.contains(dash))
}

/// Whether the place lies between the currency of an amount and its digits, with a sign before it: `-US$|5`, `−$| 5`,
/// `to - $|5`.
fn cuts_money(seen: &Surroundings<'_>) -> bool {
    let Some(rest) = without_currency(seen.near_before()) else { return false };
    let before = rest.trim_end_matches(is_gap);
    ends_with_sign(seen, before, before.len() == rest.len())
}

/// Whether the place lies between a number and a dash before it that a preposition shows to be its sign: `est de – |5`.
fn cuts_dash(seen: &Surroundings<'_>) -> bool {
    let before = seen.near_before();
    let rest = before.trim_end_matches(is_gap);
    rest.len() < before.len() && ends_with_sign(seen, rest, false) && !rest.ends_with('\u{2212}')
}

/// Whether the place lies between a number and a sign in words that a currency or a guess parts from it: `minus £|5`,
/// `minus rund |5`.
fn cuts_spoken(seen: &Surroundings<'_>) -> bool {
    let near = seen.near_before();
    let money = without_currency(near);
    let before = Gap::before(money.unwrap_or(near)).rest;
    let about = last_word(before);
    let is_guess = may_part_sign(about);
    let before = if is_guess { Gap::before(&before[..before.len() - about.len()]).rest } else { before };
    let word = last_word(before);
    let earlier = last_word(Gap::before(&before[..before.len() - word.len()]).rest);
    (is_guess || money.is_some()) && is_sign(word, earlier, seen.language) && !earlier.ends_with(ch::is_digit)
}

/// Whether the place lies between a number and a bound that a blank parts from it, or that a letter is before: `< |5 %`,
/// `p<|0.05`. Between two numbers such a sign compares, and one that begins a line marks quoted mail.
fn cuts_bound(seen: &Surroundings<'_>) -> bool {
    let gap = usize::from(seen.left(0, is_gap));
    let Some(&sign) = seen.left.get(gap).filter(|c| matches!(c, '<' | '>' | '≤' | '≥' | '≈' | '~' | '∼'))
    else {
        return false;
    };
    let before = &seen.left[gap + 1..];
    let apart = usize::from(before.first().is_some_and(|&c| is_gap(c)));
    let Some(&last) = before.get(apart) else { return false };
    let is_variable = ch::is_letter(last) && !before.get(apart + 1).is_some_and(|&c| ch::is_word(c));
    match sign {
        // The end of a tag, a step of a path through a site.
        '>' => is_variable && !before.contains(&'<'),
        '~' | '∼' => gap == 1 && apart == 1 && ch::is_letter(last),
        _ if gap == 0 => apart == 0 && ch::is_letter(last),
        _ => !ch::is_line_end(last) && !ch::is_digit(last),
    }
}

/// Whether the place lies between degrees and what says that they are below zero: `12 degrees| below zero`.
fn cuts_below_zero(seen: &Surroundings<'_>) -> bool {
    let (before, after) = (seen.near_before(), seen.near_after());
    let (left, right) = (before.trim_end_matches(is_gap), after.trim_start_matches(is_gap));
    if left.len() + right.len() == before.len() + after.len() || !begins_below_zero(right) {
        return false;
    }
    let unit = last_word(left);
    let bare = left.trim_end_matches(['C', 'F']);
    let is_sign =
        bare.ends_with('°') && bare.trim_end_matches('°').trim_end_matches(is_gap).ends_with(ch::is_digit);
    is_sign || !unit.starts_with(ch::is_digit) && is_degrees(unit)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_cut, assert_whole};

    #[test]
    fn a_sign_that_something_parts_from_its_number_is_of_it() {
        assert_cut(&[
            ("en", "a profit of -US$|5 million"),
            ("en", "a profit of -A$|5 million"),
            ("en", "a profit of minus £|5 million"),
            ("en", "a profit of minus US$|5 million"),
            ("en", "a profit of −$| 5 million"),
            ("en", "it came to - $|5 million"),
            ("en", "it came to -EUR |5 million"),
            ("fr", "le résultat est de - |5 millions"),
            ("fr", "le résultat est de – |5 millions"),
            ("de", "es waren minus rund |5 Millionen"),
            ("en", "it was minus some |1.2 million"),
            ("en", "a rate of < |5 % of all"),
            ("en", "those aged ≥ |40 years"),
            ("en", "held (p < |0.05 in all)"),
            ("en", "held (p<|0.05 in all)"),
            ("en", "people of BMI≥|40"),
            ("en", "it was ~ |40 per cent"),
            ("en", "it was 12 degrees| below zero"),
            ("en", "it was 12 °C| below zero"),
            ("de", "es waren 12 Grad| minus"),
            ("es", "hacía 5 grados| bajo cero"),
            ("ar", "كانت الحرارة 12 درجة| تحت الصفر"),
            ("ru", "было 12 градусов| мороза"),
        ]);
    }

    #[test]
    fn a_dash_between_clauses_and_a_step_of_a_path_are_no_signs() {
        assert_whole(&[
            ("en", "He said one word - |5 people fled"),
            ("en", "They came - |5 of them - on Monday"),
            ("fr", "Ils sont venus – |5 d’entre eux – lundi"),
            ("en", "the price he agreed to – |5 dollars – was paid"),
            ("en", "- |5 people fled"),
            ("en", "> |5 people fled"),
            ("en", "> > |5 people fled"),
            ("en", "Home > |5 people fled"),
            ("en", "<p>|5 people fled</p>"),
            ("en", "the list - $|5 for children - hangs there"),
            ("en", "it was 12 degrees| below the mean"),
            ("en", "it grew by about |5 million"),
            ("en", "3 < |5 and 7"),
            ("de", "die Gruppe minus |Anna"),
        ]);
    }
}
