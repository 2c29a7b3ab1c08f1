//! Phrases in which a word that negates elsewhere does not, and adverbs that change nothing of a negation before them.
//! Small tables, to be grown with cases that are sure. Knows single texts.

mod table;

use super::characters as ch;
use super::lexicons::Known;
use super::word_set::WordSet;
use super::words::in_table_form;
use std::sync::LazyLock;
use table::PHRASES;

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

/// Whether a word of the tables, between these, is part of a phrase of this language that never negates.
pub(super) fn is_in_phrase(head: &str, word: &str, tail: &str, language: &str) -> bool {
    let phrases = PHRASES.iter().filter(|(known, _)| *known == language);
    // Most phrases do not have the word.
    let mut having = phrases.flat_map(|(_, phrases)| *phrases).filter(|phrase| phrase.contains(word));
    having.any(|phrase| {
        let parts: Vec<&str> = phrase.split(' ').collect();
        let is_at = |&at: &usize| parts[at] == word;
        let is_elided = ch::is_apostrophe(word.chars().next_back().unwrap_or(' '));
        (0..parts.len())
            .filter(is_at)
            .any(|at| follows(head, &parts[..at]) && goes_on(tail, &parts[at + 1..], is_elided))
    })
}

/// The same, of some language.
pub(super) fn is_in_any_phrase(head: &str, word: &str, tail: &str) -> bool {
    PHRASES.iter().any(|(language, _)| is_in_phrase(head, word, tail, language))
}

/// Whether some text may end with a word or a phrase of [`before_adverb`] in any language.
pub fn may_end_adverb(head: &str) -> bool {
    last_word(head).is_some_and(|(_, word)| LAST_OF_ADVERBS.may_have(word))
}

static LAST_OF_ADVERBS: LazyLock<WordSet> = LazyLock::new(|| {
    let all = ADVERBS.iter().flat_map(|(_, adverbs)| *adverbs);
    WordSet::new(all.filter_map(|adverb| adverb.rsplit(' ').next()))
});

/// What stands before a word, or a phrase, that ends `head` and leaves a negation before it what it is: *yet*, *in
/// fact*. Where the language is not known, those of every language count. `None` where there is none.
pub fn before_adverb<'h>(head: &'h str, language: Option<&str>) -> Option<&'h str> {
    let known = Known::of(language);
    let of_language = ADVERBS.iter().filter(|(own, _)| known.may_be(own));
    // One word is looked at for all of them, for most texts have none there.
    let last = in_table_form(last_word(head)?.1);
    let ends_so = |adverb: &&&str| adverb.rsplit(' ').next() == Some(last.as_str());
    of_language.flat_map(|(_, adverbs)| *adverbs).filter(ends_so).find_map(|adverb| {
        let start = adverb.rsplit(' ').try_fold(head, |head, word| {
            let (before, own) = last_word(head)?;
            (in_table_form(own) == *word).then_some(before)
        });
        let is_apart = |rest: &&str| rest.trim_end_matches(['(', '[']).ends_with(|c: char| ch::is_space(c));
        start.filter(is_apart)
    })
}

/// The last word of some text, and what is before it.
fn last_word(head: &str) -> Option<(&str, &str)> {
    let rest = head.trim_end();
    let start = rest.trim_end_matches(ch::is_word).len();
    (start < rest.len()).then(|| rest.split_at(start))
}

/// Whether `head` ends with these words and white space.
fn follows(head: &str, words: &[&str]) -> bool {
    let mut found = head.split_whitespace().rev().map(|word| word.trim_start_matches(is_mark));
    words.is_empty()
        || head.ends_with(char::is_whitespace)
            && words.iter().rev().all(|word| found.next().is_some_and(|found| in_table_form(found) == *word))
}

/// Whether `tail` begins with these words, and before them with white space, unless the word that they follow is elided.
fn goes_on(tail: &str, words: &[&str], is_elided: bool) -> bool {
    let mut found = tail.split_whitespace().map(|word| word.trim_end_matches(is_mark));
    words.is_empty()
        || (is_elided || tail.starts_with(char::is_whitespace))
            && words.iter().all(|word| found.next().is_some_and(|found| in_table_form(found) == *word))
}

/// Whether a character is none of a word.
pub(super) fn is_mark(c: char) -> bool {
    !ch::is_word(c) && !ch::is_apostrophe(c)
}
