//! Signs before a number, and the decimal mark that begins one.

use super::words::{Gap, begins_numeral, last_word};
use super::{Edge, Surroundings, digits, is_gap, may_be_inside};
use crate::fold::characters as ch;
use crate::fold::language::all_of;
use crate::fold::numbers::{ends, is_sign};

/// Whether the place lies inside a number that begins with a sign or a decimal mark.
pub(super) fn is_cut(seen: &Surroundings<'_>, edge: Edge) -> bool {
    cuts_sign(seen, edge)
        || cuts_loss(seen)
        || cuts_bound(seen)
        || cuts_leading_mark(seen)
        || cuts_tolerance(seen)
        || cuts_minus_apart(seen)
        || cuts_spoken_sign(seen)
}

/// Whether a minus sign may stand after `c`.
fn opens(c: char) -> bool {
    ch::is_space(c) || ch::is_opening(c) || ch::is_operator(c) || matches!(c, '|' | ':')
}

/// Before a dash in scripts written without spaces, what a value follows: 气温为-5度, 增长-3%.
const VALUED: &str = "为為是到至达達约約在于於从從はがでと长長率温溫幅";

/// Whether a dash before a number is a minus sign, by what is before it; nothing where the text begins.
fn is_signing(dash: char, before: Option<char>) -> bool {
    before.is_none_or(|c| opens(c) || ch::is_spaceless(c) && (dash == '\u{2212}' || VALUED.contains(c)))
}

/// Whether the place lies between a sign and its number, or a quote begins with a dash that would there be read as a
/// minus sign.
fn cuts_sign(seen: &Surroundings<'_>, edge: Edge) -> bool {
    let closes = |c: char| ch::is_word(c) || matches!(c, ')' | ']' | '}' | '%' | '°' | '»' | '”');
    let before = |index: usize| seen.left.iter().skip(index).copied().find(|&c| !ch::is_emphasis(c));
    let is_begun = |c: char| ch::is_operator(c) || is_point(c);
    let begins_number =
        seen.right(0, ch::is_digit) || (seen.right(0, is_begun) && seen.right(1, ch::is_digit));
    let is_minus = |index: usize| seen.left(index, |c| ch::is_minus(c) && is_signing(c, before(index + 1)));
    // The currency between them belongs to the number as the sign does: −$5.
    let is_in_money = seen.left(0, ch::is_currency) && seen.right(0, ch::is_digit) && is_minus(1);
    let makes_sign = edge == Edge::Start
        && seen.right(0, |c| ch::is_minus(c) && !is_signing(c, before(0)))
        && seen.right(1, ch::is_digit)
        && before(0).is_some_and(closes);
    is_minus(0) && begins_number || is_in_money || makes_sign
}

/// The signs of a loss in the reports of Japanese companies and of Korean offices.
const LOSSES: [char; 2] = ['▲', '△'];
/// What makes an amount of a number, which is lost also where the sign begins a line.
const MEASURED: &str = "%％億万兆千百円원억만조천";
/// What makes a date of a number, before which such a sign marks an item of a list.
const DATED: &str = "年月日時时년월일시";

/// Whether the place lies between such a sign and its number: `前年同期比▲|3.5%`. In Korean lists the filled one marks items.
fn cuts_loss(seen: &Surroundings<'_>) -> bool {
    let begins_number =
        seen.right(0, ch::is_digit) || seen.right(0, ch::is_currency) && seen.right(1, ch::is_digit);
    if !seen.left(0, |c| LOSSES.contains(&c)) || !begins_number {
        return false;
    }
    let is_spoken = match seen.left[0] {
        '△' => ["ja", "ko"].iter().any(|own| is_of(seen.language, own)),
        _ => is_of(seen.language, "ja"),
    };
    let is_of_number = |c: char| ch::is_digit(c) || ch::is_number_mark(c) || ch::is_currency(c);
    let length = seen.right.iter().take_while(|&&c| is_of_number(c)).count();
    let is_measured = seen.right[..length].iter().any(|&c| !ch::is_digit(c))
        || seen.right.get(length).is_some_and(|&c| MEASURED.contains(c));
    let begins_line = seen.left.get(1).is_none_or(|&c| ch::is_line_end(c));
    let is_dated = seen.right.get(length).is_some_and(|&c| DATED.contains(c));
    is_spoken && !is_dated && (is_measured || !begins_line)
}

/// Whether a text in `language` (a BCP 47 tag) may be in `own`, which has no table.
fn is_of(language: Option<&str>, own: &str) -> bool {
    language.is_none_or(|tag| all_of(tag).any(|one| one.eq_ignore_ascii_case(own)))
}

/// Whether the place lies between a number and a plus, or a sign that says that it is a bound or a guess: `+|5`, `<|5 %`,
/// `≈|4`. Marks of quoted mail and of calculations stand otherwise.
fn cuts_bound(seen: &Surroundings<'_>) -> bool {
    let is_one = |c: char| matches!(c, '+' | '＋' | '<' | '>' | '≤' | '≥' | '≈' | '~' | '∼' | '＜' | '＞');
    let is_begun = |c: char| ch::is_currency(c) || is_point(c);
    let begins_number = seen.right(0, ch::is_digit) || seen.right(0, is_begun) && seen.right(1, ch::is_digit);
    let before = seen.left.get(1).copied();
    let stands_apart = before.is_none_or(|c| ch::is_space(c) || ch::is_opening(c));
    let is_of_mail = seen.left(0, |c| c == '>') && before.is_none_or(ch::is_line_end);
    begins_number && seen.left(0, is_one) && stands_apart && !is_of_mail
}

/// Whether `c` may begin a number that has no digit before its decimal mark.
const fn is_point(c: char) -> bool {
    matches!(c, '.' | ',' | '\u{66B}')
}

/// Whether the place lies between such a mark and its digits: `p = .|05`.
fn cuts_leading_mark(seen: &Surroundings<'_>) -> bool {
    // Behind a mark that closes a quotation stand its stop and the number of a note: `published”.3`
    let may_close = |c: char| matches!(c, '»' | '”' | '’');
    let is_open = |at: usize| seen.left.get(at).is_none_or(|&c| ch::is_space(c));
    let stands_alone =
        |c: char| (opens(c) && !may_close(c) && (!ch::is_quotation_mark(c) || is_open(2))) || ch::is_minus(c);
    let count = digits(&seen.right);
    seen.left(0, |c| is_point(c) && c != ',')
        && count > 0
        && !seen.right(count, ch::is_letter)
        && seen.left.get(1).is_none_or(|&c| stands_alone(c))
}

/// Whether the place lies between ± and its number, with or without a space.
fn cuts_tolerance(seen: &Surroundings<'_>) -> bool {
    let is_sign = |c: char| matches!(c, '±' | '∓');
    let begins_number = |side: &[char]| match *side {
        [c, next, ..] => ch::is_digit(c) || is_point(c) && ch::is_digit(next),
        [c] => ch::is_digit(c),
        [] => false,
    };
    let right = &seen.right[usize::from(seen.right(0, is_gap))..];
    let at = usize::from(seen.left(0, is_gap));
    seen.left(at, is_sign) && begins_number(right)
}

/// Whether the place lies between a true minus sign and a number from which a space parts it, and which it is not taken
/// from another: `de −| 5 degrés`.
fn cuts_minus_apart(seen: &Surroundings<'_>) -> bool {
    let (back, on) = (usize::from(seen.left(0, is_gap)), usize::from(seen.right(0, is_gap)));
    let is_apart = back + on == 1 && seen.left(back, |c| c == '\u{2212}') && seen.right(on, ch::is_digit);
    let before = seen.left.get(back + 1..).unwrap_or_default();
    let stands_free = before.first().is_none_or(|&c| ch::is_space(c) || ch::is_opening(c));
    let mut words = before.iter().copied().skip_while(|&c| ch::is_space(c));
    let (last, earlier) = (words.next(), words.next());
    let is_variable = last.is_some_and(ch::is_letter) && !earlier.is_some_and(ch::is_word);
    let is_taken_from = last.is_some_and(|c| ch::is_digit(c) || matches!(c, ')' | ']' | '}' | '%' | '°'));
    is_apart && stands_free && !is_variable && !is_taken_from
}

/// Whether the place lies between a word for minus and its number: `moins |5 degrés`.
fn cuts_spoken_sign(seen: &Surroundings<'_>) -> bool {
    if !may_be_inside(seen, ends(seen.language)) {
        return false;
    }
    let (before, after) = (Gap::before(seen.near_before()), Gap::after(seen.near_after()));
    let is_apart = before.length + after.length > 0;
    if !is_apart || before.lines + after.lines > 1 {
        return false;
    }
    let word = last_word(before.rest);
    let rest = Gap::before(&before.rest[..before.rest.len() - word.len()]).rest;
    let earlier = last_word(rest);
    // After a number, Dutch min is minutes, and any other is a sum.
    is_sign(word, earlier, seen.language)
        && !earlier.ends_with(ch::is_digit)
        && begins_numeral(after.rest, seen.language)
}
