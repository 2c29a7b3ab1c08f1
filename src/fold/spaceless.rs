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
    "请别",
    "請別",
    "切莫",
    "ไม่",
    "ບໍ່",
    "មិន",
];

/// Negations that follow what they negate (Japanese).
const SPACELESS_SUFFIXES: &[&str] = &["ない", "なかっ", "なく", "ません", "ずに"];

/// The same after a noun, where a quote may end before them; inside a text the shorter ones tell them.
const AFTER_NOUNS: &[&str] = &[
    "ではない",
    "ではなか",
    "ではなく",
    "ではありません",
    "じゃない",
    "じゃなか",
    "じゃなく",
    "じゃありません",
];

/// Classical Japanese negations, which only their neighbours tell from parts of other words.
const CLASSICAL: [char; 2] = ['ず', 'ぬ'];

/// What stems of verbs end with before them; は is none today, so that はず is no negation.
const STEM_ENDS: &str = "かがさたなばまらわ";

/// Words that are no longer negations: unexpectedly.
const CLASSICAL_EXCEPTIONS: &[&str] = &["思わず", "思わぬ"];

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
    let is_classical = || text.strip_prefix(CLASSICAL).is_some_and(ends_word);
    SPACELESS_SUFFIXES.iter().chain(AFTER_NOUNS).any(|word| text.starts_with(word)) || is_classical()
}

/// Whether no word that `ず` or `ぬ` could be the beginning of goes on in `rest`.
fn ends_word(rest: &str) -> bool {
    !rest.starts_with(|c| matches!(c, '\u{3041}'..='\u{30FF}'))
}

/// The classical negations in `text`, in bytes: after the stem of a verb that is written with a Han character.
fn classical_negations(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_one = |&(at, sign): &(usize, &str)| {
        let mut before = text[..at].chars().rev();
        let is_stem = before.next().is_some_and(|c| STEM_ENDS.contains(c))
            && before.next().is_some_and(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'));
        let end = at + sign.len();
        let is_exempt = CLASSICAL_EXCEPTIONS.iter().any(|word| text[..end].ends_with(word));
        is_stem && !is_exempt && ends_word(&text[end..])
    };
    text.match_indices(CLASSICAL).filter(is_one).map(|(at, sign)| at..at + sign.len())
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
    let listed = places.map(|(at, words)| at..at + words.len()).filter(move |range| !is_exempt(range));
    listed.chain(classical_negations(text))
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
    fn classical_negations_are_told_by_their_neighbours() {
        for text in ["彼は行かず、", "知らぬ顔", "请别去"] {
            assert!(spaceless_negation(text).is_some(), "{text}");
        }
        for text in [
            "まず、",
            "必ず来る",
            "はず",
            "思わず笑う",
            "死ぬ",
            "話し",
            "特别重要",
            "莫斯科",
            "少しずつ",
            "来たずいぶん",
        ] {
            assert_eq!(spaceless_negation(text), None, "{text}");
        }
        for text in ["ず、", "ぬ人", "ではない", "ではありません", "じゃなかった"] {
            assert!(starts_with_negation(text), "{text}");
        }
        assert!(
            !starts_with_negation("ずっと")
                && !starts_with_negation("ぬいぐるみ")
                && !starts_with_negation("では")
        );
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
