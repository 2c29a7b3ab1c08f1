//! What number some words or digits are.

use super::{Part, compose, tables};
use crate::fold::characters as ch;
use crate::fold::multipliers::{multiple, multiplier};

/// The whole number that `words` are and nothing else, in digits with or without groups of three, in words of `language`
/// (a BCP 47 tag; of any where it is not known), in Chinese characters, or in digits with what multiplies them: 22 of `22`,
/// `twenty-two` and `二十二`, 14,700,000 of `14.7 million`.
pub fn value(words: &str, language: Option<&str>) -> Option<u64> {
    let words = words.trim();
    digits(words)
        .or_else(|| chinese(words))
        .or_else(|| spelt(words, language))
        .or_else(|| multiplied(words, language))
}

/// A number in digits, its decimals included, and the words or characters after it that multiply it: `14.7 million`,
/// `12.6万`, `3 mil millones`.
fn multiplied(words: &str, language: Option<&str>) -> Option<u64> {
    let (number, rest) = words.split_at(words.find(char::is_alphabetic)?);
    // Before these characters a comma parts groups, a stop decimals.
    let decimal = rest.starts_with(ch::is_han_multiplier).then_some('.');
    scaled(number.trim_end(), decimal, power(rest, language)?)
}

/// By how much words multiply what is before them.
fn power(words: &str, language: Option<&str>) -> Option<u64> {
    if words.chars().all(ch::is_han_multiplier) {
        return words.chars().try_fold(1_u64, |product, c| product.checked_mul(han_multiplier(c)?));
    }
    // Romanian counts *of* millions.
    let words = words.strip_prefix("de ").unwrap_or(words);
    let value = |word: &str| {
        let word = word.trim_end_matches('.');
        multiplier(word, language).or_else(|| multiple(word))
    };
    words.split_whitespace().try_fold(1_u64, |product, word| product.checked_mul(value(word)?))
}

/// A number in digits so many times, where that is a whole number. Three digits behind its only mark may be decimals or a
/// group, where it is not known which mark is decimal.
fn scaled(number: &str, decimal: Option<char>, power: u64) -> Option<u64> {
    let mut marks = number.char_indices().filter(|&(_, c)| !c.is_ascii_digit());
    let Some((at, mark)) = marks.next_back() else { return number.parse::<u64>().ok()?.checked_mul(power) };
    let (before, after) = (&number[..at], &number[at + mark.len_utf8()..]);
    let is_lone = marks.next().is_none();
    let may_group = after.len() == 3 && decimal != Some(mark);
    if may_group && is_lone && ch::is_number_mark(mark) && decimal.is_none() {
        return None;
    }
    if may_group || !ch::is_number_mark(mark) {
        return digits(number)?.checked_mul(power);
    }
    let parts = 10_u64.checked_pow(u32::try_from(after.len()).ok()?)?;
    let decimals = after.parse::<u64>().ok()?.checked_mul(power)?;
    let whole = digits(before)?.checked_mul(power)?;
    decimals.is_multiple_of(parts).then(|| whole.checked_add(decimals / parts)).flatten()
}

fn digits(words: &str) -> Option<u64> {
    let is_mark = |c: char| ch::is_number_mark(c) || ch::is_group_separator(c);
    let groups: Vec<&str> = words.split(is_mark).collect();
    let is_digits = |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let (first, rest) = groups.split_first()?;
    let are_groups = rest.is_empty()
        || first.len() <= 3 && rest.iter().all(|group| group.len() == 3)
        || are_indian(&groups) && words.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    (groups.iter().all(is_digits) && are_groups).then(|| groups.concat().parse().ok()).flatten()
}

/// Whether groups of digits are those of India: hundreds alone are three, `12,50,000`.
fn are_indian(groups: &[&str]) -> bool {
    let [first, middle @ .., last] = groups else { return false };
    !middle.is_empty() && first.len() <= 2 && middle.iter().all(|group| group.len() == 2) && last.len() == 3
}

fn spelt(words: &str, language: Option<&str>) -> Option<u64> {
    let pieces =
        || words.split(|c: char| ch::is_space(c) || ch::is_hyphen(c)).filter(|piece| !piece.is_empty());
    tables(language).find_map(|numerals| {
        let parts: Option<Vec<Vec<Part>>> = pieces().map(|piece| numerals.parts(piece, true)).collect();
        compose::value(&numerals.grammar, &parts?.concat())
    })
}

/// A number in Chinese characters, or in digits before those that multiply them: `两千`, `3万`.
fn chinese(words: &str) -> Option<u64> {
    if !words.contains(ch::is_han_numeral) {
        return None;
    }
    let (mut whole, mut section, mut digit) = (0_u64, 0_u64, None::<u64>);
    let mut last = u64::MAX;
    for c in words.chars() {
        match han_multiplier(c) {
            Some(power @ 10_000..) => {
                let count = section.checked_add(digit.take().unwrap_or(0))?;
                // A greater power multiplies all before it: 3万亿.
                whole = if power > last {
                    whole.checked_add(count)?.checked_mul(power)?
                } else {
                    whole.checked_add(count.max(1).checked_mul(power)?)?
                };
                (section, last) = (0, power);
            }
            Some(power) => section = section.checked_add(digit.take().unwrap_or(1).checked_mul(power)?)?,
            None => digit = Some(digit.unwrap_or(0).checked_mul(10)?.checked_add(unit(c)?)?),
        }
    }
    whole.checked_add(section)?.checked_add(digit.unwrap_or(0))
}

const fn han_multiplier(c: char) -> Option<u64> {
    match c {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        '千' | '仟' => Some(1_000),
        '万' | '萬' => Some(10_000),
        '亿' | '億' => Some(100_000_000),
        '兆' => Some(1_000_000_000_000),
        _ => None,
    }
}

fn unit(c: char) -> Option<u64> {
    const UNITS: [&str; 10] =
        ["〇零", "一壹", "二两兩贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"];
    let digit = c.to_digit(10).map(u64::from);
    digit.or_else(|| UNITS.iter().position(|forms| forms.contains(c)).map(|value| value as u64))
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn numbers_have_their_values_in_digits_words_and_characters() {
        for (language, words, number) in [
            ("en", "22", 22),
            ("en", "twenty-two", 22),
            ("en", "two hundred and six", 206),
            ("fr", "quatre-vingt-dix-sept", 97),
            ("fr", "deux cent mille", 200_000),
            ("fr", "12\u{202F}450", 12_450),
            ("de", "12.450", 12_450),
            ("de", "zweiundzwanzig", 22),
            ("zh", "二十二", 22),
            ("zh", "十五", 15),
            ("zh", "两千", 2_000),
            ("zh", "3万", 30_000),
            ("zh", "一亿二千万", 120_000_000),
            ("ja", "二〇二四", 2_024),
            ("ru", "двадцать пять", 25),
            ("hi", "5,00,000", 500_000),
            ("en", "14.7 million", 14_700_000),
            ("en", "14.7m", 14_700_000),
            ("en", "1,234.5 billion", 1_234_500_000_000),
            ("fr", "3 millions", 3_000_000),
            ("fr", "3\u{202F}500 milliards", 3_500_000_000_000),
            ("de", "2,4 Mio.", 2_400_000),
            ("es", "3 mil millones", 3_000_000_000),
            ("ro", "50 de milioane", 50_000_000),
            ("ru", "42,5 млрд", 42_500_000_000),
            ("zh", "12.6万", 126_000),
            ("zh", "3万亿", 3_000_000_000_000),
            ("zh", "1.5万亿", 1_500_000_000_000),
            ("zh", "1,200万", 12_000_000),
            ("zh", "1.234万", 12_340),
            ("ja", "2.5兆", 2_500_000_000_000),
        ] {
            assert_eq!(value(words, Some(language)), Some(number), "{words}");
        }
        for words in ["", "two and", "3,5", "12.45", "deux", "two three", "page 2", "数千", "万一个"] {
            assert_eq!(value(words, Some("en")), None, "{words}");
        }
        for words in ["1.234 million", "14.75 pages", "1.00000001 million", ".5 million", "5 km", "2,4 万 个"]
        {
            assert_eq!(value(words, Some("en")), None, "{words}");
        }
        assert_eq!((value("3 billion", None), value("3 Mio.", None)), (None, Some(3_000_000)));
        assert_eq!(value("deux", None), Some(2));
        assert_eq!(value("九九九九九九九九九九九九九九九九九九九九九九", None), None);
    }
}
