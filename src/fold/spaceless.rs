//! Negations of scripts written without spaces: signs that negate before or after other signs, and the
//! words in which they do not. A small table, to be grown with cases. Knows single texts.

use std::ops::Range;

/// Negations that stand before what they negate in scripts written without spaces, with the verbs that
/// they are written together with.
const SPACELESS_PREFIXES: &[&str] = &[
    "不",
    "没",
    "沒",
    "未",
    "非",
    "無",
    "无",
    "勿",
    "没有",
    "沒有",
    "不是",
    "不会",
    "不會",
    "不能",
    "不可",
    "不应",
    "不要",
    "不得",
    "不想",
    "不愿",
    "不曾",
    "未能",
    "未曾",
    "无法",
    "無法",
    "别再",
    "别让",
    "别忘",
    "千万别",
    "ไม่",
    "ບໍ່",
    "មិន",
];

/// Negations that follow what they negate (Japanese).
const SPACELESS_SUFFIXES: &[&str] = &["ない", "なかっ", "なく", "ません", "ずに"];

/// Words in which such a sign does not negate: Africa, future, very, not only, drone, before long, …
const SPACELESS_EXCEPTIONS: &[&str] = &[
    "非洲",
    "中非",
    "南非",
    "北非",
    "西非",
    "东非",
    "東非",
    "亚非",
    "亞非",
    "非常",
    "非政府",
    "未来",
    "未來",
    "不仅",
    "不僅",
    "不但",
    "不过",
    "不過",
    "不断",
    "不斷",
    "不久",
    "不少",
    "不动产",
    "不動産",
    "不明",
    "不足",
    "无论",
    "無論",
    "无人机",
    "無人機",
    "無料",
    "无线",
    "無線",
    "不管",
    "不论",
    "不論",
    "不丹",
    "不列颠",
    "不列顛",
    "少ない",
    "つない",
    "まもなく",
    "間もなく",
    "少なく",
    "危ない",
];

/// Whether these signs, taken alone, negate.
pub fn is_negation(signs: &str) -> bool {
    SPACELESS_PREFIXES.iter().chain(SPACELESS_SUFFIXES).any(|negation| *negation == signs)
}

/// Whether `text` ends with a negation of a script written without spaces.
pub fn ends_with_negation(text: &str) -> bool {
    let negates = SPACELESS_PREFIXES.iter().any(|word| text.ends_with(word));
    negates && !SPACELESS_EXCEPTIONS.iter().any(|word| text.ends_with(word))
}

/// Whether `text` begins with a negation that follows what it negates.
pub fn starts_with_negation(text: &str) -> bool {
    SPACELESS_SUFFIXES.iter().any(|word| text.starts_with(word))
}

/// The bytes of the first negation of a script written without spaces in `text`.
pub fn spaceless_negation(text: &str) -> Option<Range<usize>> {
    spaceless_negations(text).min_by_key(|range| (range.start, std::cmp::Reverse(range.end)))
}

/// Every negation of a script written without spaces in `text`, in bytes.
fn spaceless_negations(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_exempt = |range: &Range<usize>| {
        let covers = |word: &str| {
            text.match_indices(word)
                .any(|(start, word)| start <= range.start && range.end <= start + word.len())
        };
        SPACELESS_EXCEPTIONS.iter().any(|word| covers(word))
    };
    let negations = SPACELESS_PREFIXES.iter().chain(SPACELESS_SUFFIXES);
    let places = negations.flat_map(|negation| text.match_indices(*negation));
    places.map(|(at, words)| at..at + words.len()).filter(move |range| !is_exempt(range))
}

/// So many letters around a word of a script written without spaces decide whether it negates.
const DECIDING: usize = 4;

/// Whether a negation of a script written without spaces lies in `range` of `text`, wholly or in part:
/// the letters around it say whether it is one, as in 不同意, or none, as in 非洲.
pub fn negates_there(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].char_indices().rev().take(DECIDING).last();
    let from = before.map_or(range.start, |(at, _)| at);
    let after = text[range.end..].char_indices().nth(DECIDING);
    let to = after.map_or(text.len(), |(at, _)| range.end + at);
    let meets = |found: Range<usize>| from + found.start < range.end && range.start < from + found.end;
    spaceless_negations(&text[from..to]).any(meets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_negate_elsewhere_do_not_in_some_words() {
        assert_eq!(spaceless_negation("非洲国家不同意"), Some(12..15));
        assert_eq!(spaceless_negation("无人机攻击"), None);
        assert_eq!(spaceless_negation("少ない金"), None);
    }

    #[test]
    fn the_letters_around_it_decide_whether_a_sign_negates() {
        let there = |text: &str, word: &str| {
            let at = text.find(word).unwrap();
            negates_there(text, &(at..at + word.len()))
        };
        assert!(there("他们不同意", "不") && there("彼は行かない", "な") && there("千万别去", "别"));
        assert!(!there("访问非洲国家", "非") && !there("特别重要", "别") && !there("金が少ない", "な"));
        assert!(!there("他们不同意", "同"));
    }
}
