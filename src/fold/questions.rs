//! What makes a question of words that could be a statement: marks, particles and tags beside them; and what shows in
//! the words alone that they ask. Small tables, to be grown with cases. Knows single texts.

mod asking;
mod before;
mod east;
mod inside;
mod opening;
mod signs;
mod tags;
mod vocatives;
mod west;

use super::characters as ch;
use super::lexicons::Known;
use super::words::in_table_form;

pub use before::opening;
pub use signs::ending;
pub use tags::is_tag;
pub use vocatives::{is_title, is_vocative};

/// Particles before the words of a question, by language: *whether*.
const OPENINGS: &[(&str, &[&str])] = &[
    ("ar", &["هل", "أ", "وهل", "فهل", "أليس", "أليست", "ألم", "أفلا"]),
    ("fa", &["آیا", "مگر"]),
    ("hi", &["क्या"]),
    ("ur", &["کیا"]),
    ("uk", &["чи", "хіба", "невже"]),
    ("be", &["ці", "хіба"]),
    ("bg", &["дали", "нима"]),
    ("sr", &["зар", "zar"]),
    ("pl", &["czy", "czyż", "czyżby"]),
    ("ru", &["разве", "неужели"]),
    ("cs", &["copak", "cožpak"]),
    ("he", &["האם", "והאם", "הלא"]),
    ("id", &["apakah"]),
    ("ms", &["apakah", "adakah"]),
    ("el", &["μήπως", "άραγε"]),
    ("sw", &["je"]),
];

/// Whether `c` ends a question.
pub const fn is_question_mark(c: char) -> bool {
    matches!(c, '?' | '？' | '؟' | '⁇' | '⁈' | '⁉' | '\u{37E}')
}

/// Whether `c` ends a question in `language` behind words that end with `last`: a semicolon does in Greek.
pub fn is_mark_after(c: char, last: Option<char>, language: Option<&str>) -> bool {
    let is_greek = |c: char| matches!(c, '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}');
    let known = || Known::of(language);
    let is_semicolon = || known().has("el") || known().may_be("el") && last.is_some_and(is_greek);
    is_question_mark(c) || c == ';' && is_semicolon()
}

/// Whether `word` before others makes a question of them, in `language` (a BCP 47 tag) where it is known.
pub fn is_opening(word: &str, language: Option<&str>) -> bool {
    let form = in_table_form(word);
    let known = Known::of(language);
    let mut tables = OPENINGS.iter().filter(|(own, _)| known.may_be(own));
    tables.any(|(_, words)| words.contains(&&*form))
}

/// Whether the words of `passage`, whose tokens are `tokens`, plainly ask without any mark behind them.
pub fn asks(passage: &str, tokens: &[&str], language: Option<&str>) -> bool {
    if passage.contains(|c| is_question_mark(c) || c == '¿') || signs::ask(passage) {
        return true;
    }
    let known = Known::of(language);
    let words: Vec<Word> = tokens.iter().map(|token| Word::of(token)).collect();
    inside::asks(&words, &known) || opening::asks(&words, &known, |word| is_opening(word, language))
}

/// A word or mark of a passage.
#[derive(Clone)]
struct Word {
    /// As the tables have it, without the apostrophe of an elided one.
    form: String,
    kind: Kind,
    /// Whether it begins with a small letter.
    is_small: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Comma,
    /// A mark that lets a clause begin as a sentence does.
    Colon,
    Mark,
}

impl Word {
    fn of(token: &str) -> Self {
        let kind = match token.chars().next() {
            Some(',' | '،' | '，' | '、') => Kind::Comma,
            Some(':' | ';' | '；' | '：' | '؛') => Kind::Colon,
            Some(c) if ch::is_dash(c) && token.len() == c.len_utf8() => Kind::Comma,
            Some(c) if ch::is_word(c) && !ch::is_digit(c) => Kind::Word,
            _ => Kind::Mark,
        };
        let form = in_table_form(token).trim_end_matches('\'').to_owned();
        Self { form, kind, is_small: token.starts_with(char::is_lowercase) }
    }

    /// The word before an apostrophe, or all of it: *who* of *who's*.
    fn stem(&self) -> &str {
        self.form.split('\'').next().unwrap_or_default()
    }

    /// Whether it, or the word that is elided in it, is one of `list`, whose words stand between spaces.
    fn is_of(&self, list: &str) -> bool {
        self.kind == Kind::Word && (is_in(&self.form, list) || is_in(self.stem(), list))
    }
}

/// Whether `word` is one of `list`, whose words stand between white space.
fn is_in(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_have_their_words_in_their_form() {
        let asking = [west::WIDE, west::OTHERS, east::WIDE, east::OTHERS].into_iter().flatten();
        let lists = asking.flat_map(|table| {
            [
                table.words,
                table.verbs,
                table.links,
                table.conditions,
                table.addresses,
                table.attached,
                table.prepositions,
                table.relatives,
                table.subjects,
                table.times,
                table.pronouns,
                table.answers,
                table.within,
                table.inverted,
                table.copulas,
                table.conjunctions,
            ]
        });
        for word in lists.chain(inside::lists()).flat_map(str::split_ascii_whitespace) {
            assert_eq!(in_table_form(word), word);
        }
        for tag in tags::phrases() {
            assert!(is_tag(tag, None), "{tag}");
        }
    }
}
