//! What the marks upon letters are called in which script, for people: an accent in French, a hamza or vowel signs in
//! Arabic, points in Hebrew, tone marks in Thai.

use super::{Kind, characters as ch};
use unicode_normalization::UnicodeNormalization as _;

/// In what two passages differ, in the words of their script: the kind's name, but for marks upon letters, which may be
/// of several sorts.
pub fn names(kind: Kind, quote: &str, source: &str) -> Vec<&'static str> {
    let marks = if kind == Kind::Accent { lone_marks(quote, source) } else { Vec::new() };
    let mut names: Vec<&str> = marks.into_iter().map(name_of).collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() { vec![kind.name()] } else { names }
}

/// The marks that one of two passages has more often than the other.
fn lone_marks(quote: &str, source: &str) -> Vec<char> {
    let marks = |words: &str| {
        let mut marks: Vec<char> = words.nfd().filter(|&c| ch::is_mark(c)).collect();
        marks.sort_unstable();
        marks
    };
    let (quote, source) = (marks(quote), marks(source));
    let (mut lone, mut a, mut b) = (Vec::new(), quote.iter().peekable(), source.iter().peekable());
    loop {
        match (a.peek(), b.peek()) {
            (Some(one), Some(other)) if one == other => {
                a.next();
                b.next();
            }
            (Some(one), Some(other)) if one < other => lone.extend(a.next()),
            (_, Some(_)) => lone.extend(b.next()),
            (Some(_), None) => lone.extend(a.next()),
            (None, None) => return lone,
        }
    }
}

/// What a mark upon a letter is called.
fn name_of(mark: char) -> &'static str {
    match mark {
        '\u{653}'..='\u{655}' => "hamza",
        '\u{591}'..='\u{5AF}' => "cantillation",
        '\u{5B0}'..='\u{5C7}' => "points",
        '\u{E48}'..='\u{E4B}' | '\u{EC8}'..='\u{ECB}' => "tone marks",
        _ if is_vowel_sign(mark) => "vowel signs",
        '\u{3099}' | '\u{309A}' => "voicing marks",
        _ => Kind::Accent.name(),
    }
}

/// Whether two passages are the same but for signs that writers of Arabic and Hebrew leave out, and that the first lacks:
/// `أحدا` for `أحدًا`. A sign in place of another makes another word.
pub fn lacks_optional_signs(quote: &str, source: &str) -> bool {
    let mut rest = quote.nfc().peekable();
    let mut lacks_one = false;
    for c in source.nfc() {
        match rest.peek() {
            Some(&own) if own == c => drop(rest.next()),
            _ if is_optional_sign(c) => lacks_one = true,
            _ => return false,
        }
    }
    lacks_one && rest.next().is_none()
}

/// Whether a mark is a short vowel, doubling or the like of Arabic, or a point of Hebrew.
const fn is_optional_sign(mark: char) -> bool {
    matches!(mark, '\u{64B}'..='\u{652}' | '\u{670}' | '\u{5B0}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C7}')
}

/// Whether a mark is one of the signs for vowels and the like of Arabic and of the scripts of South and South-East Asia.
const fn is_vowel_sign(mark: char) -> bool {
    matches!(
        mark,
        '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}' | '\u{8D3}'..='\u{8FF}'
            | '\u{900}'..='\u{DFF}' | '\u{E31}'..='\u{E4E}' | '\u{EB1}'..='\u{ECE}' | '\u{F18}'..='\u{109F}'
            | '\u{17B4}'..='\u{17DD}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_are_left_out_are_told_from_others() {
        assert!(lacks_optional_signs("أحدا", "أحدًا") && lacks_optional_signs("لكننا", "لكنّنا"));
        assert!(lacks_optional_signs("שלום", "שָׁלוֹם"));
        assert!(!lacks_optional_signs("كُتب", "كَتب") && !lacks_optional_signs("أحدًا", "أحدا"));
        assert!(!lacks_optional_signs("كتب", "كتاب") && !lacks_optional_signs("ete", "été"));
        assert!(!lacks_optional_signs("كتب", "كتب"));
    }

    #[test]
    fn marks_have_the_names_of_their_script() {
        for (quote, source, expected) in [
            ("tue", "tué", "accent"),
            ("احمد", "أحمد", "hamza"),
            ("آمن", "امن", "hamza"),
            ("كتب", "كَتَبَ", "vowel signs"),
            ("أكتب", "اكتُب", "hamza, vowel signs"),
            ("שלום", "שָׁלוֹם", "points"),
            ("कल", "काल", "vowel signs"),
            ("ไม", "ไม่", "tone marks"),
            ("か", "が", "voicing marks"),
        ] {
            assert_eq!(names(Kind::Accent, quote, source).join(", "), expected, "{quote} {source}");
        }
        assert_eq!(names(Kind::Words, "a", "b"), ["words"]);
    }
}
