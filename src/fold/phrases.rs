//! Phrases in which a word that negates elsewhere does not, and adverbs that change nothing of a negation before them.
//! Small tables, to be grown with cases that are sure. Knows single texts.

mod table;

use super::characters as ch;
use super::lexicons::Known;
use super::numbers::is_in;
use super::word_set::WordSet;
use super::words::in_table_form;
use std::sync::LazyLock;
use table::{BEFORE_CLAUSE, DENYING_WITH, PHRASES};

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
            "non plus",
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

/// Where a word stands: what is left out with it before it and after it, and all that is there.
#[derive(Clone, Copy)]
pub(super) struct Place<'t> {
    pub(super) before: &'t str,
    pub(super) head: &'t str,
    pub(super) tail: &'t str,
    pub(super) after: &'t str,
}

/// Whether a word of the tables is part of a phrase of this language that negates nothing where it stands.
pub(super) fn is_in_phrase(word: &str, place: Place<'_>, language: &str) -> bool {
    let phrases = PHRASES.iter().filter(|(known, _)| *known == language);
    // Most phrases do not have the word.
    let mut having = phrases.flat_map(|(_, phrases)| *phrases).filter(|phrase| phrase.contains(word));
    having.any(|phrase| {
        let parts: Vec<&str> = phrase.split(' ').collect();
        let is_at = |&at: &usize| parts[at] == word;
        let is_elided = ch::is_apostrophe(word.chars().next_back().unwrap_or(' '));
        let stands =
            |at: usize| follows(place.head, &parts[..at]) && goes_on(place.tail, &parts[at + 1..], is_elided);
        let denies = |at: usize| denies_after_all(phrase, place, parts.len() - 1 - at, language);
        (0..parts.len()).filter(is_at).any(|at| stands(at) && !denies(at))
    })
}

/// The same, of some language.
pub(super) fn is_in_any_phrase(word: &str, place: Place<'_>) -> bool {
    PHRASES.iter().any(|(language, _)| is_in_phrase(word, place, language))
}

/// Whether a phrase of which `rest` words follow denies for once: *may not without*, *no secret accounts*.
fn denies_after_all(phrase: &str, place: Place<'_>, rest: usize, language: &str) -> bool {
    let behind = after_words(place.after, rest);
    let next = || in_table_form(first_word(behind.trim_start()));
    let is_one = |own: &str, listed: &str| own == language && listed == phrase;
    let with = DENYING_WITH.iter().find(|(own, listed, ..)| is_one(own, listed));
    if let Some((_, _, verbs, always)) = with {
        // English has its verb before them alone.
        let behind = if language == "en" { "" } else { first_clause(behind) };
        let clauses = [last_clause(place.before), behind];
        return is_in(&next(), always) || clauses.iter().any(|words| has_one_of(words, verbs));
    }
    let before =
        BEFORE_CLAUSE.iter().find(|(own, phrases, _)| phrases.iter().any(|listed| is_one(own, listed)));
    before.is_some_and(|(_, _, nexts)| behind.trim_start().starts_with(ch::is_word) && !is_in(&next(), nexts))
}

/// What follows the first `count` words of a text.
fn after_words(text: &str, count: usize) -> &str {
    (0..count).fold(text, |text, _| {
        let word = text.trim_start();
        &word[first_word(word).len()..]
    })
}

/// The word that a text begins with.
fn first_word(text: &str) -> &str {
    &text[..text.find(|c| !ch::is_word(c)).unwrap_or(text.len())]
}

/// Marks that end a clause.
const CLAUSE_ENDS: [char; 6] = [',', ';', ':', '.', '!', '?'];

fn last_clause(text: &str) -> &str {
    text.rsplit(CLAUSE_ENDS).next().unwrap_or(text)
}

fn first_clause(text: &str) -> &str {
    text.split(CLAUSE_ENDS).next().unwrap_or(text)
}

fn has_one_of(words: &str, listed: &str) -> bool {
    words.split(is_mark).any(|word| !word.is_empty() && is_in(&in_table_form(word), listed))
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
