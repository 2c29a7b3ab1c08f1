//! How far negations reach in a clause: what ends it, and which need a second half. Small tables, to be grown with
//! cases. Knows single words.

use super::lexicons::lexicon;
use super::words::in_table_form;

/// The second half of a French negation in `ne`, and `que`, with which `ne` only restricts.
const SECOND_HALVES: &[&str] = &[
    "pas",
    "plus",
    "jamais",
    "point",
    "guère",
    "guere",
    "rien",
    "personne",
    "aucun",
    "aucune",
    "nul",
    "nulle",
    "nullement",
    "aucunement",
    "ni",
    "que",
    "qu'",
];

/// Whether `word`, one token in any case, is a first half of a French negation: `ne`, `n’`.
pub fn is_first_half(word: &str) -> bool {
    matches!(&*in_table_form(word), "ne" | "n'")
}

/// Whether `word`, one token in any case, is a second half of a French negation in `ne`, or its `que`.
pub fn is_second_half(word: &str) -> bool {
    SECOND_HALVES.contains(&&*in_table_form(word))
}

/// Whether two negations of a clause deny once in this language (a BCP 47 tag), as Italian `non … mai`.
pub fn has_concord(language: Option<&str>) -> bool {
    lexicon(language).is_some_and(|lexicon| matches!(lexicon.language, "it" | "ca"))
}

/// Whether `word` is a Persian verb that its prefix negates: `نمی‌تواند`, written in any way.
pub fn is_negated_verb(word: &str, language: Option<&str>) -> bool {
    const PREFIX: &str = "نمی";
    let may_be = || lexicon(language).is_none_or(|lexicon| lexicon.language == "fa");
    word.starts_with(PREFIX) && may_be() && in_table_form(word).len() > PREFIX.len()
}
