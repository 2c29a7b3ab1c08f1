//! Korean negations: parts of words, whose last syllable takes endings into itself, so that they are looked for in
//! its letters. Knows single words.

use unicode_normalization::UnicodeNormalization as _;

/// What negates wherever it begins a syllable; the last syllable may go on with an ending, as in 아닙니다.
const PARTS: &[&str] = &["않", "없", "아니", "아녜", "아녔", "아냐", "못하", "못해", "못했"];

/// Words that have such a part and do not negate: pianist, anthocyanin, aniline, a mistake, surely, ceaselessly, …
const EXCEPTIONS: &[&str] = &[
    "피아니",
    "시아닌",
    "티아닌",
    "아닐린",
    "아니메",
    "아니스",
    "아니타",
    "아니카",
    "아니쉬",
    "아니나",
    "잘못",
    "틀림없",
    "끊임없",
    "못지않",
    "다름없",
    "어김없",
    "변함없",
    "아낌없",
    "빠짐없",
    "거침없",
    "수없이",
    "머지않",
];

/// Endings that leave a negated verb open to the words after it: before a noun, or as an adverb.
const OPEN_ENDINGS: &[&str] = &["이", "게"];

/// Whether a Korean word, in small letters, has a part that negates.
///
/// Compared in Unicode's canonical decomposition (NFD): its syllables begin with letters that end none, so that no part
/// is found across the bounds of syllables.
pub(super) fn negates(word: &str) -> bool {
    if !word.contains(is_syllable) {
        return false;
    }
    let mut word: String = word.nfc().collect();
    for exception in EXCEPTIONS {
        word = word.replace(exception, " ");
    }
    let letters: String = word.nfd().collect();
    PARTS.iter().any(|part| letters.contains(&part.nfd().collect::<String>()))
}

/// Whether a word that [`negates`] ends its clause, so that what follows is another: 없다고, 않았고, 아닙니다. Verbs before
/// a noun end with ㄴ or ㄹ, as in 없는 and 않을.
pub(super) fn closes_clause(word: &str) -> bool {
    let is_open = |word: &str| {
        word.nfd().last().is_some_and(|last| matches!(last, '\u{11AB}' | '\u{11AF}'))
            || OPEN_ENDINGS.iter().any(|ending| word.ends_with(ending))
    };
    // If, but.
    let is_conjunction = word.ends_with('만') || word.ends_with('면');
    negates(word) && (is_conjunction || !is_open(word))
}

const fn is_syllable(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7A3}')
}

#[cfg(test)]
mod tests {
    use super::negates;

    #[test]
    fn parts_are_found_in_syllables_that_go_on() {
        for word in [
            "못했다",
            "못해",
            "못할",
            "못합니다",
            "아닙니다",
            "아닌",
            "아님",
            "아닐",
            "아니다",
            "않았다고",
            "없이",
            "사실아냐",
            "아녜요",
        ] {
            assert!(negates(word), "{word}");
        }
    }

    #[test]
    fn some_forms_close_their_clause() {
        for word in ["없다고", "않겠다고", "않았다", "아닙니다", "못했지만"] {
            assert!(super::closes_clause(word), "{word}");
        }
        for word in ["없는", "않을", "아닌", "없이", "하얀", "못한"] {
            assert!(!super::closes_clause(word), "{word}");
        }
    }

    #[test]
    fn ordinary_words_do_not_negate() {
        for word in [
            "피아니스트",
            "안토시아닌",
            "아닐린",
            "잘못했다",
            "잘못",
            "안이한",
            "연못",
            "못지",
            "루마니아",
            "아나운서",
            "알바니아",
            "하얀",
            "많다",
            "괜찮다",
            "단어",
            "아늑한",
            "마닐라",
            "간이",
            "틀림없이",
            "끊임없이",
            "못지않게",
            "monitor",
        ] {
            assert!(!negates(word), "{word}");
        }
    }
}
