//! Whether a verb straight before a passage has its subject before it. Knows single words.

use super::super::characters as ch;
use super::super::numbers::is_in;
use super::super::words::in_table_form;
use super::is_adverb;

/// What tells whether a verb straight before a passage has its subject before it or behind it.
pub(super) struct Subject<'w> {
    /// Whether the passage may begin with one.
    pub(super) may_follow: bool,
    pub(super) words: &'w [&'w str],
    pub(super) is_parted: &'w [bool],
    pub(super) quoted: &'w str,
}

/// Auxiliaries and the like between a subject and its verb.
const AUXILIARIES: &str = "has have had also a ont avait ha han hanno aveva hat tem";
/// What stands straight before a verb that has no subject before it: a passive, or what it denies.
const NO_SUBJECT: &str = "was were been being is are be get got que qu' le la les l' comme où dont ce lo los las como según \
    donde che li come ne si se o os as fue fueron sido foi foram stato stata è";
/// German pronouns that are a subject, and articles before one; articles of an object.
const GERMAN_SUBJECTS: &str = "er ich wir man wer";
const GERMAN_NOMINATIVE: &str = "der ein kein dieser jeder";
const GERMAN_OBJECTS: &str = "den einen seine seinen ihre ihren jede jeden";
/// What is refused, and not said to be untrue: `denied a request`.
const REFUSED: &str = "request requests motion application applications appeal bail petition entry access permission right \
    rights chance opportunity visa visas";

impl Subject<'_> {
    /// Whether the verb of so many words has its subject before it, and its object behind it: `He denied |his part|`.
    pub(super) fn stands_before(&self, count: usize, language: &str) -> bool {
        let is_auxiliary =
            |at: usize| self.words.get(at).is_some_and(|word| is_in(&in_table_form(word), AUXILIARIES));
        // What is *denied* alone has no object: `recurso negado`.
        let is_participle = matches!(language, "es" | "it" | "pt") && self.words[count - 1].ends_with('o');
        if is_participle && !is_auxiliary(count) {
            return false;
        }
        let at = if is_auxiliary(count) && !self.is_parted[count - 1] { count + 1 } else { count };
        let Some(&word) = self.words.get(at).filter(|_| !self.is_parted[at - 1]) else { return false };
        let form = in_table_form(word);
        let mut opening = self.quoted.split(|c: char| !ch::is_word(c)).map(in_table_form);
        if language == "de" {
            let article = self.words.get(at + 1).map(|word| in_table_form(word)).unwrap_or_default();
            let is_noun = word.starts_with(char::is_uppercase);
            let is_object = opening.next().is_some_and(|first| is_in(&first, GERMAN_OBJECTS));
            return is_in(&form, GERMAN_SUBJECTS)
                || is_noun && (is_object || is_in(&article, GERMAN_NOMINATIVE));
        }
        let is_refused = language == "en" && opening.take(4).any(|word| is_in(&word, REFUSED));
        !is_in(&form, NO_SUBJECT) && !is_adverb(&form) && !is_refused
    }
}
