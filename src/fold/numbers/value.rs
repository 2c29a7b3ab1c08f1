//! What number some words or digits are.

use super::{Part, compose, tables};
use crate::fold::characters as ch;

/// The whole number that `words` are and nothing else, in digits with or without groups of three, in words of `language`
/// (a BCP 47 tag; of any where it is not known), or in Chinese characters: 22 of `22`, `twenty-two` and `二十二`.
pub fn value(words: &str, language: Option<&str>) -> Option<u64> {
    let words = words.trim();
    digits(words).or_else(|| chinese(words)).or_else(|| spelt(words, language))
}

fn digits(words: &str) -> Option<u64> {
    let is_mark = |c: char| ch::is_number_mark(c) || ch::is_group_separator(c);
    let groups: Vec<&str> = words.split(is_mark).collect();
    let is_digits = |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let (first, rest) = groups.split_first()?;
    let are_groups = rest.is_empty() || first.len() <= 3 && rest.iter().all(|group| group.len() == 3);
    (groups.iter().all(is_digits) && are_groups).then(|| groups.concat().parse().ok()).flatten()
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
    for c in words.chars() {
        match multiplier(c) {
            Some(power @ 10_000..) => {
                let count = section.checked_add(digit.take().unwrap_or(0))?;
                whole = whole.checked_add(count.max(1).checked_mul(power)?)?;
                section = 0;
            }
            Some(power) => section = section.checked_add(digit.take().unwrap_or(1).checked_mul(power)?)?,
            None => digit = Some(digit.unwrap_or(0).checked_mul(10)?.checked_add(unit(c)?)?),
        }
    }
    whole.checked_add(section)?.checked_add(digit.unwrap_or(0))
}

const fn multiplier(c: char) -> Option<u64> {
    match c {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        '千' | '仟' => Some(1_000),
        '万' | '萬' => Some(10_000),
        '亿' | '億' => Some(100_000_000),
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
        ] {
            assert_eq!(value(words, Some(language)), Some(number), "{words}");
        }
        for words in ["", "two and", "3,5", "12.45", "deux", "two three", "page 2", "数千", "万一个"] {
            assert_eq!(value(words, Some("en")), None, "{words}");
        }
        assert_eq!(value("deux", None), Some(2));
        assert_eq!(value("九九九九九九九九九九九九九九九九九九九九九九", None), None);
    }
}
