//! Numbers written as words, by language. A table of small parts with their values: what is made of them alone is a
//! number (`vingt-deux`, `zweihundert`, `ventidue`), and arithmetic says which parts make one number. Names
//! differences and decides nothing. Knows single words and their order, no text.

mod compose;
mod ends;
mod further;
mod loose;
mod ranges;
mod scores;
mod signs;
mod tables;
mod units;
mod value;

pub use ends::{Ends, ends, tables_with_ends};
pub use loose::{begins_below_zero, is_degrees, may_part_sign, may_precede_sign};
pub use ranges::links_range;
pub use scores::{Company, begins_east_asian, companies};
pub use signs::{is_clock, is_sign};
pub use tables::Numerals;
pub use units::{Bare, Unit, bare, is_dual, joins_units, may_be_unit, unit};
pub use value::value;

use super::characters as ch;
use super::word_set::WordSet;
use super::words::in_table_form;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::{LazyLock, OnceLock};
use tables::NUMERALS;

/// A part of a number. `is_apart` says that it is neither in the word of the part before it nor joined to that by
/// a hyphen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One, which may be an article; `counts` where this form is none.
    One {
        /// Whether this form is never an article.
        counts: bool,
        /// Whether a space is before it.
        is_apart: bool,
    },
    /// Any other number.
    Value {
        /// Its value.
        value: u64,
        /// Whether a space is before it.
        is_apart: bool,
        /// What it does beside others.
        role: Role,
    },
    /// A number in digits.
    Digits {
        /// Its value.
        value: u64,
        /// Whether it has three digits, or groups of three.
        is_group: bool,
    },
    /// What joins two parts: *and*.
    Joint {
        /// Whether a space is before it.
        is_apart: bool,
    },
    /// A word of quantity that composes with none: dozens.
    Other,
}

/// What a value does beside others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What its size says.
    Plain,
    /// Multiplies the unit before it by ten, and is no number alone.
    Tens,
    /// Makes a teen of the unit before it, and is no number alone.
    Teens,
    /// Is of a number behind another only before what multiplies it.
    Leading,
}

/// What a part of a word means, without what is around it.
#[derive(Clone, Copy)]
enum Meaning {
    One { counts: bool },
    Value(u64, Role),
    Joint,
    Article,
    Other,
}

/// Parts of words of numbers, the longest first.
type Parts = Vec<(Cow<'static, str>, Meaning)>;

/// The parts of each table, by its number; of most nobody ever asks.
static PARTS: [OnceLock<Parts>; NUMERALS.len()] = [const { OnceLock::new() }; NUMERALS.len()];

/// The parts of a table.
fn parts_at(index: usize) -> &'static Parts {
    PARTS[index].get_or_init(|| listed_parts(&NUMERALS[index]))
}

/// The parts of all plain tables.
static ALL_PARTS: LazyLock<WordSet> = LazyLock::new(|| {
    let plain = (0..NUMERALS.len()).filter(|&index| NUMERALS[index].is_plain);
    WordSet::new(plain.flat_map(parts_at).map(|(word, _)| &**word))
});

/// Whether letters as they are written may be a part of a number in any language of a plain table, told at a glance.
pub fn may_be_part(written: &str) -> bool {
    !written.is_empty() && ALL_PARTS.may_have(written)
}

fn listed_parts(numerals: &'static Numerals) -> Parts {
    let all = |words: &'static str, meaning: Meaning| {
        words.split_whitespace().map(move |word| (word.into(), meaning))
    };
    let value = |(value, word)| (Cow::Borrowed(word), Meaning::Value(value, numerals.role(word)));
    let mut parts: Parts = valued(numerals.values).map(value).collect();
    for (value, stem) in valued(numerals.ordinals) {
        let whole = |ending| (format!("{stem}{ending}").into(), Meaning::Value(value, Role::Plain));
        parts.extend(numerals.ordinal_endings.split_whitespace().map(whole));
    }
    parts.extend(numerals.one.split_whitespace().map(|one| (one.into(), numerals.meaning_of_one(one))));
    parts.extend(all(numerals.others, Meaning::Other));
    parts.extend(all(numerals.joints, Meaning::Joint));
    parts.extend(all(numerals.prefixes, Meaning::Other));
    parts.extend(all(numerals.article, Meaning::Article));
    parts.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    parts
}

/// The words of a list in which each value is before its words.
pub(super) fn valued(list: &'static str) -> impl Iterator<Item = (u64, &'static str)> {
    list.split_whitespace()
        .scan(0, |value, word| {
            Some(match word.parse() {
                Ok(next) => {
                    *value = next;
                    None
                }
                Err(_) => Some((*value, word)),
            })
        })
        .flatten()
}

/// The tables for a text in `language` (a BCP 47 tag): its own, none where it has none, all plain ones where it is not known.
pub fn tables(language: Option<&str>) -> impl Iterator<Item = &'static Numerals> {
    ends::spoken(language).map(|index| &NUMERALS[index])
}

/// Whether both are numbers in words, and not only two forms of one, in `language` (a BCP 47 tag) where its
/// table is known, else both in the same language, whichever. Numbers in Chinese characters are, in any.
///
/// Each is one token, in any case.
pub fn are_number_words(a: &str, b: &str, language: Option<&str>) -> bool {
    let is_han = |text: &str| !text.is_empty() && text.chars().all(ch::is_han_numeral);
    if is_han(a) && is_han(b) {
        return true;
    }
    let (a, b) = (in_table_form(a), in_table_form(b));
    let known = language.filter(|_| tables(language).next().is_some());
    tables(known)
        .any(|numerals| numerals.has(&a) && numerals.has(&b) && !(numerals.is_one(&a) && numerals.is_one(&b)))
}

impl Numerals {
    fn meaning_of_one(&self, one: &str) -> Meaning {
        match (self.counting_one.is_empty(), is_in(one, self.counting_one)) {
            (true, _) => Meaning::One { counts: false },
            (false, true) => Meaning::One { counts: true },
            (false, false) => Meaning::Other,
        }
    }

    fn role(&self, word: &str) -> Role {
        let roles = [(self.tens, Role::Tens), (self.teens, Role::Teens), (self.leading, Role::Leading)];
        roles.into_iter().find(|(words, _)| is_in(word, words)).map_or(Role::Plain, |(_, role)| role)
    }

    /// The BCP 47 primary subtag of its language.
    pub const fn language(&self) -> &'static str {
        self.language
    }

    /// Whether this is the table of a language (a BCP 47 tag).
    fn is_of(&self, language: &str) -> bool {
        let (primary, rest) = language.split_at_checked(self.language.len()).unwrap_or((language, ""));
        primary.eq_ignore_ascii_case(self.language) && (rest.is_empty() || rest.starts_with('-'))
    }

    fn is_one(&self, word: &str) -> bool {
        is_in(word, self.one)
    }

    /// Whether a word in table form is a number: one, or nothing but parts and what joins them.
    fn has(&self, word: &str) -> bool {
        !is_in(word, self.joints)
            && word.split(ch::is_hyphen).all(|piece| !piece.is_empty() && self.parts_of(piece).is_some())
    }

    /// The parts of a number word without hyphens, or of what joins two, in any case; `None` where it is neither.
    /// `is_apart` says that a space is before the word.
    pub fn parts(&self, word: &str, is_apart: bool) -> Option<Vec<Part>> {
        let meanings = self.parts_of(&in_table_form(word))?;
        let parts = meanings.iter().enumerate().filter_map(|(index, &meaning)| {
            let is_apart = is_apart && index == 0;
            Some(match meaning {
                Meaning::One { counts } => Part::One { counts, is_apart },
                Meaning::Value(value, role) => Part::Value { value, is_apart, role },
                Meaning::Joint => Part::Joint { is_apart },
                Meaning::Other => Part::Other,
                Meaning::Article => return None,
            })
        });
        Some(parts.collect())
    }

    /// The parts of the number that a word begins with before what is counted, where it is written so: Korean
    /// `오천명`.
    pub fn counted(&self, word: &str, is_apart: bool) -> Option<Vec<Part>> {
        let first = |counter| word.find(counter).filter(|&at| at > 0);
        let mut heads = self.counters.split_whitespace().filter_map(first);
        heads.find_map(|at| self.parts(&word[..at], is_apart))
    }

    /// The parts that make one number each, two parts and more, in reading order. `has_limits` says that *between* is
    /// before the first.
    pub fn numbers(&self, parts: &[Part], has_limits: bool) -> Vec<Range<usize>> {
        compose::numbers(&self.grammar, parts, has_limits)
    }

    /// Whether a word, after `count`, is a part of a whole: `deux tiers`.
    pub fn is_fraction(&self, count: Part, word: &str) -> bool {
        let (Part::Value { value, .. } | Part::Digits { value, .. }) = count else { return false };
        let word = in_table_form(word);
        value >= 2 && is_in(&word, self.company.fractions)
            || value == 3 && is_in(&word, self.company.quarters)
    }

    /// Whether a word multiplies the number before it by a thousand or more.
    pub fn is_power(&self, word: &str) -> bool {
        let parts = self.parts(word, true).unwrap_or_default();
        matches!(parts[..], [Part::Value { value, .. }] if compose::is_power(value))
    }

    /// Whether a word is the decimal mark of a number that is spoken: `trois virgule cinq`.
    pub fn is_decimal(&self, word: &str) -> bool {
        is_in(&in_table_form(word), self.company.decimals)
    }

    /// Whether a word makes two limits of the two numbers after it.
    pub fn is_between(&self, word: &str) -> bool {
        is_in(&in_table_form(word), self.company.between)
    }

    /// Whether a hundred after this word is a percentage.
    pub fn is_per(&self, word: &str) -> bool {
        is_in(&in_table_form(word), self.company.per)
    }

    /// What adds a half to a number before it, and what adds one to anything: `et demi`.
    pub fn halves(&self) -> (&'static [&'static str], &'static [&'static str]) {
        (self.company.halves, self.company.sure_halves)
    }

    /// The meanings of what a word in table form is made of.
    fn parts_of(&self, word: &str) -> Option<Vec<Meaning>> {
        const LONGEST: usize = 96;
        let joint = self.joints.split_whitespace().find_map(|joint| word.strip_prefix(joint));
        let is_name = |word: &str| is_in(word, self.names);
        let is_other = is_name(word) || joint.is_some_and(is_name) || is_in(word, self.inner);
        if word.len() > LONGEST || is_other {
            return None;
        }
        let index = NUMERALS.iter().position(|one| one.language == self.language)?;
        let mut found = Vec::new();
        (is_made(word, parts_at(index), &mut found) && self.is_plainly_one(&found)).then_some(found)
    }

    /// Whether parts of one word make a number and no other word: where syllables are words of their own, too, one of
    /// the middling powers of ten is among them, as in no Korean `사이`, between, and `구조`, rescue.
    fn is_plainly_one(&self, parts: &[Meaning]) -> bool {
        let is_power = |part: &Meaning| matches!(part, Meaning::Value(10..=100_000_000, _));
        self.inner.is_empty() || parts.len() == 1 || parts.iter().any(is_power)
    }
}

/// Whether the rest of a word is made of parts, which are added to those found. No number has more of them than this.
fn is_made(rest: &str, parts: &[(Cow<'_, str>, Meaning)], found: &mut Vec<Meaning>) -> bool {
    const MOST: usize = 12;
    if rest.is_empty() {
        return !found.is_empty();
    }
    if found.len() >= MOST {
        return false;
    }
    parts.iter().any(|(part, meaning)| {
        let Some(rest) = rest.strip_prefix(&**part) else { return false };
        found.push(*meaning);
        is_made(rest, parts, found) || found.pop().is_none()
    })
}

/// Whether a word is one of those in a list.
pub(super) fn is_in(word: &str, words: &str) -> bool {
    words.split_whitespace().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::{are_number_words, ends, parts_at, tables};
    use crate::fold::numbers::tables::NUMERALS;

    /// The words of a phrase that make one number each, in a language.
    fn numbers(language: &str, phrase: &str) -> Vec<String> {
        let numerals = tables(Some(language)).next().unwrap();
        let (mut parts, mut words) = (Vec::new(), Vec::new());
        for word in phrase.split_whitespace() {
            let found = numerals.parts(word, true).unwrap();
            words.extend(std::iter::repeat_n(word, found.len()));
            parts.extend(found);
        }
        let found = numerals.numbers(&parts, false);
        found.into_iter().map(|range| words[range].join(" ")).collect()
    }

    #[test]
    fn words_compose_by_their_values() {
        let found = numbers("fr", "deux cent trois mille deux cent mille");
        assert_eq!(found, ["deux cent trois mille", "deux cent mille"]);
        assert_eq!(numbers("en", "two thousand and three thousand one"), ["two thousand", "three thousand"]);
        assert_eq!(
            numbers("en", "three hundred two hundred and six five"),
            ["three hundred", "two hundred and six"]
        );
        assert_eq!(numbers("fr", "quatre vingt dix sept deux trois"), ["quatre vingt dix sept"]);
        assert_eq!(numbers("ru", "сто двадцать один пять тысяч"), ["сто двадцать один", "пять тысяч"]);
        assert_eq!(numbers("es", "mil cien y cinco treinta y uno"), ["mil cien", "treinta y uno"]);
        let most = ["nine"; 40].join(" ");
        assert!(numbers("en", &most).is_empty());
    }

    #[test]
    fn the_ends_of_every_number_word_are_known() {
        for (index, numerals) in NUMERALS.iter().enumerate() {
            let words =
                parts_at(index).iter().filter(|(_, meaning)| !matches!(meaning, super::Meaning::Other));
            for (word, _) in words {
                let mut letters = word.chars().chain([' ']);
                let mut back = word.chars().rev().chain([' ']);
                let (first, second) = (letters.next().unwrap(), letters.next().unwrap());
                let (last, before) = (back.next().unwrap(), back.next().unwrap());
                let unknown = numerals.is_plain.then(|| ends(None));
                for ends in [Some(ends(Some(numerals.language))), unknown].into_iter().flatten() {
                    assert!(ends.may_begin(first, second) && ends.may_end(before, last), "{word}");
                }
            }
        }
        assert!(!ends(Some("fr")).may_begin('p', 'r') && !ends(Some("da")).may_begin('d', 'e'));
    }

    #[test]
    fn numbers_in_words_are_known_by_language() {
        let both = |a: &str, b: &str, language| are_number_words(a, b, language);
        assert!(both("deux", "Trois", Some("fr")) && both("un", "deux", Some("fr")));
        assert!(both("millions", "milliards", Some("fr")) && both("vingt-deux", "quatre-vingt-dix", None));
        assert!(both("zweihundertdrei", "zweiundzwanzig", Some("de")) && both("ventidue", "trentatré", None));
        assert!(both("ثلاثة", "وخمسة", Some("ar")) && both("三", "十五", Some("zh")));
        assert!(both("пять", "семь", None) && both("twenty-two", "dozen", Some("en-GB")));
    }

    #[test]
    fn articles_and_words_of_other_languages_are_no_numbers() {
        let both = |a: &str, b: &str, language| are_number_words(a, b, language);
        assert!(!both("un", "une", Some("fr")) && !both("a", "an", None) && !both("ein", "eine", None));
        assert!(!both("dos", "trois", Some("fr")), "a back is no two");
        assert!(!both("dos", "trois", None), "of two languages");
        assert!(!both("et", "deux", Some("fr")) && !both("und", "drei", None) && !both("", "drei", None));
        assert!(!both("hommes", "deux", None) && !both("achtung", "acht", Some("de")));
    }
}
