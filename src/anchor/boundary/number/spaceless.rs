//! Numbers in scripts written without spaces and in Korean: their multipliers, ordinals, decimals and fractions.

use super::{Surroundings, digits};
use crate::fold::{characters as ch, words};

/// Whether the place lies inside such a number.
pub(super) fn is_cut(seen: &Surroundings<'_>) -> bool {
    cuts_multiplier(seen)
        || cuts_lesser(seen)
        || cuts_company(seen)
        || cuts_negative(seen)
        || cuts_versus(seen)
        || cuts_korean_half(seen)
        || cuts_article(seen)
        || cuts_sign(seen)
}

/// What makes an ordinal or a negative number of the numeral after it.
const BEFORE_NUMERALS: &[&str] =
    &["第", "零下", "为负", "為負", "是负", "是負", "氷点下", "マイナス", "영하 ", "영하"];
/// What parts the numerals of a decimal or a fraction.
const BETWEEN_NUMERALS: &[&str] = &["点", "點", "分之", "分の", "割", "又"];

pub(super) fn is_numeral(c: char) -> bool {
    ch::is_digit(c) || ch::is_han_numeral(c)
}

/// Whether the place lies inside an ordinal, a negative number, a decimal or a fraction: `第|三`, `零下|15`, `三|点五`,
/// `百分之|五十`.
fn cuts_company(seen: &Surroundings<'_>) -> bool {
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

/// Before the Chinese sign of a negative number, what a value follows: 增长负三. Elsewhere that is a defeat or a burden: 三胜五负, 背负.
const BEFORE_NEGATIVE: &str = "到至達达約约于於从從了长長率温溫";

/// Whether the place lies between that sign and its number: `到负|5度`, `（负|3%）`.
fn cuts_negative(seen: &Surroundings<'_>) -> bool {
    let before = seen.left.get(1).copied();
    seen.left(0, |c| matches!(c, '负' | '負'))
        && seen.right(0, is_numeral)
        && before.is_none_or(|c| !ch::is_word(c) || BEFORE_NEGATIVE.contains(c))
}

/// What is between the two numbers of a score or a ratio: 三比一, 3対1, 3대1.
const VERSUS: [char; 3] = ['比', '対', '대'];
/// What is said of a number that is compared with another: 5比3大.
const COMPARED: &str = "大小多少高低强強弱好差增减減快慢长長短重轻輕早晚";

/// Whether the place lies beside such a sign, with short numbers to either side.
fn cuts_versus(seen: &Surroundings<'_>) -> bool {
    let is_versus = |c: char| VERSUS.contains(&c);
    let (left, right) = if seen.right(0, is_versus) {
        (&seen.left[..], &seen.right[1..])
    } else if seen.left(0, is_versus) {
        (&seen.left[1..], &seen.right[..])
    } else {
        return false;
    };
    let count = |side: &[char]| side.iter().take_while(|&&c| is_numeral(c)).count();
    let (before, after) = (count(left), count(right));
    // 统一, 星期一 and 第一 are no scores.
    let is_word = || {
        ch::is_han_numeral(left[0])
            && left.get(before).is_some_and(|&c| "统統唯逐专專同期周週拜第".contains(c))
    };
    (1..=3).contains(&before)
        && (1..=3).contains(&after)
        && !right.get(after).is_some_and(|&c| COMPARED.contains(c))
        && !is_word()
}

/// Whether the place lies between a number and what multiplies it, or makes it uncertain: `250|万`, `三|百`, `10|多`,
/// `250|만`.
fn cuts_multiplier(seen: &Surroundings<'_>) -> bool {
    let digit_left = seen.left(0, ch::is_digit);
    let numeral_left = digit_left || seen.left(0, ch::is_han_numeral) && !is_in_word(seen);
    let is_apart = digit_left && seen.right(0, |c| c == ' ') && seen.right(1, ch::is_han_multiplier);
    (numeral_left && seen.right(0, |c| ch::is_han_numeral(c) || ch::is_han_surplus(c)))
        || (seen.left(0, ch::is_han_uncertain) && seen.right(0, ch::is_han_multiplier))
        || (seen.left(1, is_numeral)
            && seen.left(0, ch::is_han_surplus)
            && seen.right(0, ch::is_han_multiplier))
        || (digit_left && seen.right(0, ch::is_hangul_multiplier))
        || (digit_left && words::starts_with_multiplier(seen.after))
        || is_apart
        || cuts_about(seen)
}

/// Whether the place lies between a round number and what says that it is about that much: `二十|来人`. What comes from
/// somewhere does so in other words: `来自`.
fn cuts_about(seen: &Surroundings<'_>) -> bool {
    let is_round = |c: char| matches!(c, '0' | '十' | '百' | '千' | '万' | '萬');
    let is_other = |c: char| !ch::is_spaceless(c) || "自到说說讲講看源源往临臨".contains(c);
    seen.left(0, is_round)
        && seen.right(0, |c| matches!(c, '来' | '來'))
        && !seen.right.get(1).is_none_or(|&c| is_other(c))
        && super::digits(&seen.left) <= 3
}

/// What an article of a law is counted in, and how a word goes on that begins with *one*: 第三条之一般规定.
const ARTICLES: [char; 8] = ['条', '條', '款', '项', '項', '目', '章', '节'];
const AFTER_ONE: &str = "般切部定律致直贯貫面方种種些";

/// Whether the place lies between an article of a law and the number of one that was put in behind it: `第13条|之1`,
/// `第184|之1條`.
fn cuts_article(seen: &Surroundings<'_>) -> bool {
    let is_of = |c: char| c == '之';
    let (left, right) = if seen.right(0, is_of) {
        (&seen.left[..], &seen.right[1..])
    } else if seen.left(0, is_of) {
        (&seen.left[1..], &seen.right[..])
    } else {
        return false;
    };
    let count = |side: &[char]| side.iter().take_while(|&&c| is_numeral(c)).count();
    let unit = usize::from(left.first().is_some_and(|c| ARTICLES.contains(c)));
    let (before, after) = (count(&left[unit..]), count(right));
    let next = right.get(after).copied();
    let is_word = right.first() == Some(&'一') && next.is_some_and(|c| AFTER_ONE.contains(c));
    let has_unit = unit == 1 || next.is_some_and(|c| ARTICLES.contains(&c));
    before > 0 && left.get(unit + before) == Some(&'第') && after > 0 && has_unit && !is_word
}

/// Whether the place lies inside what makes a fraction or a negative number of the numerals beside it: `百分|之三`, `零|下15`.
fn cuts_sign(seen: &Surroundings<'_>) -> bool {
    let is_between =
        |before: char, after: char| seen.left(0, |c| c == before) && seen.right(0, |c| c == after);
    let is_fraction = || is_between('分', '之') && seen.left(1, is_numeral);
    seen.right(1, is_numeral) && (is_between('零', '下') || is_fraction())
}

/// Whether Korean numerals before what is counted end so.
fn is_korean(c: char) -> bool {
    "한두세네섯곱덟홉열".contains(c)
}

/// Whether the place lies before *and a half* in Korean, where a particle or a space follows: `3시| 반`, `2년 |반 동안`, not `2년 |반대`.
fn cuts_korean_half(seen: &Surroundings<'_>) -> bool {
    let skip = |side: &[char]| usize::from(side.first() == Some(&' '));
    let (left, right) = (&seen.left[skip(&seen.left)..], &seen.right[skip(&seen.right)..]);
    let is_half =
        right.first() == Some(&'반') && right.get(1).is_none_or(|c| " 에의만쯤이을은,.".contains(*c));
    is_half
        && left.first().is_some_and(|c| "시년배달간".contains(*c))
        && left[1..].iter().find(|c| !"시 ".contains(**c)).is_some_and(|&c| ch::is_digit(c) || is_korean(c))
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

/// Whether the place lies between the thousands of a number in digits and what is added to them, with or without a
/// space: `3만| 5천`, `3万|5千`. What is added is less than what it is added to, unless both are multiplied: `5천| 200만`.
fn cuts_lesser(seen: &Surroundings<'_>) -> bool {
    let is_space = |c: char| ch::is_space(c) && !ch::is_line_end(c);
    let skip = |side: &[char]| usize::from(side.first().is_some_and(|&c| is_space(c)));
    let (left, right) = (&seen.left[skip(&seen.left)..], &seen.right[skip(&seen.right)..]);
    let Some(power) = left.first().and_then(|&c| power(c)) else { return false };
    if !left.get(1).is_some_and(|&c| is_numeral(c)) {
        return false;
    }
    let count = digits(right);
    let is_date = |c: &char| "년월일시年月日時时".contains(*c);
    let multiplied = right.get(count).and_then(|&c| self::power(c)).unwrap_or(0);
    let is_lesser = count + multiplied <= power || multiplied > power && count <= power;
    count > 0 && is_lesser && !right.get(count).is_some_and(is_date)
}

/// The power of ten that a character multiplies by.
const fn power(c: char) -> Option<usize> {
    Some(match c {
        '백' | '百' | '佰' => 2,
        '천' | '千' | '仟' => 3,
        '만' | '万' | '萬' => 4,
        '억' | '亿' | '億' => 8,
        '조' | '兆' => 12,
        _ => return None,
    })
}
