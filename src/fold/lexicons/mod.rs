//! The tables of small words, by language: negations, elided articles and pronouns, clitics. To be grown with
//! cases.

mod east;
mod slavic;
mod west;

use super::{language, tags};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A language's tables, by its BCP 47 primary subtag. All lower case, apostrophes straight.
pub(super) struct Lexicon {
    pub(super) language: &'static str,
    /// Words that negate.
    pub(super) negations: &'static [&'static str],
    /// Elided articles, pronouns and conjunctions after which a quote may begin. `n'` is none of them
    /// where it negates, as in French.
    pub(super) elisions: &'static [&'static str],
    /// Pronouns and particles joined to a word by a hyphen, before which a quote may end.
    pub(super) clitics: &'static [&'static str],
}

/// The lexicons of all languages.
pub(super) fn all() -> impl Iterator<Item = &'static Lexicon> {
    [west::LEXICONS, slavic::LEXICONS, east::LEXICONS].into_iter().flatten()
}

/// The lexicons of the languages that `tag` names (a BCP 47 tag, or several as `language::spoken` writes them).
pub(super) fn lexicons(tag: Option<&str>) -> impl Iterator<Item = &'static Lexicon> {
    tag.into_iter().flat_map(language::all_of).filter_map(lexicon)
}

fn lexicon(subtag: &str) -> Option<&'static Lexicon> {
    let named = |name: &str| BY_LANGUAGE.get(name).copied();
    named(subtag).or_else(|| named(&tags::primary(subtag)?))
}

static BY_LANGUAGE: LazyLock<FxHashMap<&'static str, &'static Lexicon>> =
    LazyLock::new(|| all().map(|lexicon| (lexicon.language, lexicon)).collect());

/// Whether a language that `tag` names has tables here.
pub(super) fn is_known(tag: Option<&str>) -> bool {
    lexicons(tag).next().is_some()
}

/// The languages of a text that have tables here.
pub(super) struct Known(Vec<&'static str>);

impl Known {
    /// Those that `tag` names.
    pub(super) fn of(tag: Option<&str>) -> Self {
        Self(lexicons(tag).map(|lexicon| lexicon.language).collect())
    }

    /// Whether the text is in this language.
    pub(super) fn has(&self, language: &str) -> bool {
        self.0.contains(&language)
    }

    /// Whether it may be: it is, or none of its languages has tables.
    pub(super) fn may_be(&self, language: &str) -> bool {
        self.0.is_empty() || self.has(language)
    }
}

/// Whether `word` is in a table of the languages, or of any where none is known.
pub(super) fn is_listed(
    word: &str,
    tag: Option<&str>,
    table: fn(&Lexicon) -> &'static [&'static str],
) -> bool {
    if is_known(tag) {
        return lexicons(tag).any(|lexicon| table(lexicon).contains(&word));
    }
    all().any(|lexicon| table(lexicon).contains(&word))
}
