//! Phrases in which a word that negates elsewhere does not, and words that negate in company only. A small table, to
//! be grown with cases that are sure. Knows single texts.

use super::characters as ch;
use super::lexicons::lexicon;
use super::words::{in_table_form, is_negation};
use std::ops::Range;

/// Phrases, by language, that never negate what follows them.
const PHRASES: &[(&str, &[&str])] = &[
    ("en", &["not only", "no less than", "no fewer than", "no doubt"]),
    (
        "fr",
        &[
            "sans doute",
            "plus tard",
            "de plus en plus",
            "plus ou moins",
            "plus de la moitié",
            "non seulement",
        ],
    ),
    ("es", &["sin embargo", "sin duda", "no sólo", "no solo", "no solamente"]),
    ("it", &["senza dubbio", "non solo", "non soltanto"]),
    ("pt", &["sem dúvida", "não só", "não apenas", "não somente"]),
    ("de", &["nicht nur"]),
    ("nl", &["niet alleen"]),
    ("ru", &["не только"]),
    ("uk", &["не тільки"]),
    ("pl", &["nie tylko"]),
    ("da", &["ikke kun", "ikke bare"]),
    ("nb", &["ikke bare"]),
    ("no", &["ikke bare"]),
    // Relative ما: which, what. After a bare pronoun it can negate.
    (
        "ar",
        &[
            "وهو ما",
            "وهي ما",
            "هذا هو ما",
            "وهذا ما",
            "هذا ما",
            "ذلك ما",
            "في ما",
            "من ما",
            "إلى ما",
            "على ما",
            "عن ما",
            "مع ما",
            "كل ما",
        ],
    ),
];

/// Words, by language, that may stand between a negation and what it negates, and change nothing of that.
const ADVERBS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "yet",
            "in fact",
            "actually",
            "really",
            "at all",
            "necessarily",
            "always",
            "even",
            "ever",
            "fully",
            "entirely",
            "currently",
            "previously",
            "been",
            "be",
            "being",
        ],
    ),
    (
        "fr",
        &[
            "encore",
            "vraiment",
            "du tout",
            "en fait",
            "en réalité",
            "nécessairement",
            "forcément",
            "toujours",
            "réellement",
            "même",
            "été",
            "être",
        ],
    ),
    ("es", &["todavía", "aún", "realmente", "en realidad", "necesariamente", "siempre", "ha sido", "fue"]),
    ("it", &["ancora", "davvero", "in realtà", "necessariamente", "sempre", "mai", "stato", "stata"]),
    ("pt", &["ainda", "realmente", "na verdade", "necessariamente", "sempre", "foi"]),
    ("de", &["noch", "wirklich", "tatsächlich", "unbedingt", "immer", "etwa", "mehr"]),
    ("nl", &["nog", "echt", "altijd", "per se"]),
    ("ru", &["ещё", "еще", "всегда", "действительно", "был", "была", "были"]),
    ("ar", &["حتى", "فعلا", "حقا", "بعد", "أبدا", "يكن", "تكن", "يكونوا"]),
];

/// Korean imperatives that forbid, after a verb in -지; elsewhere they are other words: 말라 is dry, too.
const FORBIDDING: &[&str] =
    &["말라", "말라고", "말라는", "말라며", "말아라", "말아야", "말고", "말자", "마라", "마라고", "마세요"];

/// Whether the word at `range` of `text` negates. The company that `text` has of it is regarded: in `not only` and
/// `No. 10` nothing is negated. `language` is a BCP 47 tag.
///
/// Where words are left out, `text` is what is left out: of `not only a habit` the word `not` alone turns the rest.
pub fn negates_between(text: &str, range: &Range<usize>, language: Option<&str>) -> bool {
    let (head, word, tail) = (&text[..range.start], &text[range.clone()], &text[range.end..]);
    if !is_negation(word, language) {
        return FORBIDDING.contains(&word)
            && head.split_whitespace().next_back().is_some_and(|word| word.ends_with('지'));
    }
    let form = in_table_form(word);
    let is_number = match (lexicon(language).map(|lexicon| lexicon.language), &*form) {
        (Some("en"), "no") => word.starts_with('N') && is_numero(head, tail),
        (Some("fr"), "plus") => {
            tail.trim_start().strip_prefix("de ").is_some_and(|rest| rest.starts_with(ch::is_digit))
        }
        _ => false,
    };
    !is_number && !is_in_phrase(head, &form, tail, language)
}

/// Whether English `No` between these is *number*: `No. 10`, and inside a sentence `No 10`, for `No 10 people` may
/// begin one.
fn is_numero(head: &str, tail: &str) -> bool {
    let is_inside = head.trim_end().ends_with(|c| ch::is_letter(c) || c == ',');
    let number = tail.strip_prefix('.').or_else(|| is_inside.then_some(tail));
    number.is_some_and(|number| number.trim_start().starts_with(ch::is_digit))
}

fn is_in_phrase(head: &str, word: &str, tail: &str, language: Option<&str>) -> bool {
    let Some(lexicon) = lexicon(language) else { return false };
    let phrases = PHRASES.iter().filter(|(language, _)| *language == lexicon.language);
    phrases.flat_map(|(_, phrases)| *phrases).any(|phrase| {
        let parts: Vec<&str> = phrase.split(' ').collect();
        let is_at = |&at: &usize| parts[at] == word;
        (0..parts.len())
            .filter(is_at)
            .any(|at| follows(head, &parts[..at]) && goes_on(tail, &parts[at + 1..]))
    })
}

/// What stands before a word, or a phrase, that ends `head` and leaves a negation before it what it is: *yet*, *in
/// fact*. Where the language is not known, those of every language count. `None` where there is none.
pub fn before_adverb<'h>(head: &'h str, language: Option<&str>) -> Option<&'h str> {
    let own = lexicon(language).map(|lexicon| lexicon.language);
    let of_language = ADVERBS.iter().filter(|(language, _)| own.is_none_or(|own| own == *language));
    // One word is looked at for all of them, for most texts have none there.
    let last = in_table_form(last_word(head)?.1);
    let may_be = |adverb: &&&str| adverb.rsplit(' ').next() == Some(last.as_str());
    of_language.flat_map(|(_, adverbs)| *adverbs).filter(may_be).find_map(|adverb| {
        let start = adverb.rsplit(' ').try_fold(head, |head, word| {
            let (before, own) = last_word(head)?;
            (in_table_form(own) == *word).then_some(before)
        });
        start.filter(|rest| rest.ends_with(|c: char| ch::is_space(c)))
    })
}

/// The last word of some text, and what is before it.
fn last_word(head: &str) -> Option<(&str, &str)> {
    let rest = head.trim_end();
    let start = rest.trim_end_matches(is_letter_or_mark).len();
    (start < rest.len()).then(|| rest.split_at(start))
}

fn is_letter_or_mark(c: char) -> bool {
    ch::is_word(c) || ch::is_mark(c)
}

/// Whether `head` ends with these words and white space.
fn follows(head: &str, words: &[&str]) -> bool {
    let mut found = head.split_whitespace().rev().map(|word| word.trim_start_matches(is_mark));
    words.is_empty()
        || head.ends_with(char::is_whitespace)
            && words.iter().rev().all(|word| found.next().is_some_and(|found| in_table_form(found) == *word))
}

/// Whether `tail` begins with white space and these words.
fn goes_on(tail: &str, words: &[&str]) -> bool {
    let mut found = tail.split_whitespace().map(|word| word.trim_end_matches(is_mark));
    words.is_empty()
        || tail.starts_with(char::is_whitespace)
            && words.iter().all(|word| found.next().is_some_and(|found| in_table_form(found) == *word))
}

fn is_mark(c: char) -> bool {
    !ch::is_word(c) && !ch::is_apostrophe(c)
}

#[cfg(test)]
mod tests {
    use super::negates_between;

    /// Whether the word between `[` and `]` negates in its company.
    fn negates(language: &str, marked: &str) -> bool {
        let (head, rest) = marked.split_once('[').unwrap();
        let (word, tail) = rest.split_once(']').unwrap();
        let text = format!("{head}{word}{tail}");
        negates_between(&text, &(head.len()..head.len() + word.len()), Some(language))
    }

    #[test]
    fn what_stands_in_a_phrase_does_not_negate() {
        for (language, marked) in [
            ("en", "he was [not] only, "),
            ("en", "[No]. 10 said"),
            ("en", "ranked [No] 1"),
            ("en", "took [no] less than four"),
            ("en", "there is [no] doubt"),
            ("fr", "[sans] doute le"),
            ("fr", "[plus] tard"),
            ("fr", "[plus] de 40"),
            ("es", "[Sin] embargo,"),
            ("de", "[nicht] nur"),
            ("ar", "وهو [ما] يعني"),
            ("ar", "على [ما] يبدو"),
        ] {
            assert!(!negates(language, marked), "{marked}");
        }
    }

    #[test]
    fn without_the_whole_phrase_a_word_negates() {
        for (language, marked) in [
            ("en", "he was [not]"),
            ("en", "[not]. Only"),
            ("en", "[no] 10 people"),
            ("en", "Late. [No] 10 people"),
            ("en", "[No] doubts"),
            ("en", "[no] less"),
            ("fr", "[plus] de pain"),
            ("fr", "[sans] eux"),
            ("es", "[sin] él"),
            ("de", "[nicht] mehr"),
            ("ar", "وهو، [ما] جاء"),
            ("ar", "[ما] جاء"),
        ] {
            assert!(negates(language, marked), "{marked}");
        }
        assert!(negates("ko", "하지 [말라] 했다") && !negates("ko", "강이 [말라] 갔다"));
    }
}
