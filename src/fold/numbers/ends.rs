//! A look at two letters that most words do not pass: whether a word can be of a number at all. It errs only by saying
//! that one may be.

use super::signs::{CLOCKS, SIGNS};
use super::tables::{NUMERALS, Numerals};
use super::{Meaning, ch, parts_at};
use crate::fold::word_set::small_letter;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::{LazyLock, OnceLock};

/// Sets of pairs of letters, by a hash of so many bits.
const BITS: usize = 4096;

struct Pairs([u64; BITS / 64]);

impl Pairs {
    const fn place(near: char, far: char) -> usize {
        (near as usize).wrapping_mul(197).wrapping_add((far as usize).wrapping_mul(31)) % BITS
    }

    fn insert(&mut self, near: char, far: char) {
        let place = Self::place(near, far);
        self.0[place / 64] |= 1 << (place % 64);
    }

    /// Puts in the first two letters, of which the second may be none.
    fn insert_first(&mut self, mut letters: impl Iterator<Item = char>) {
        if let Some(near) = letters.next() {
            self.insert(near, letters.next().unwrap_or(NONE));
        }
    }

    fn has(&self, near: char, far: char) -> bool {
        let place = Self::place(near, far);
        self.0[place / 64] >> (place % 64) & 1 == 1
    }
}

/// What stands for the other letter of a word of one.
const NONE: char = '\0';

/// A letter that multiplies: `6.02 x 10^23`.
const TIMES: &str = "x";

/// The letters that words of numbers begin and end with in a language, the words beside them included.
pub struct Ends {
    beginnings: Pairs,
    endings: Pairs,
}

/// Those of each table, by its number; of all that count where no language is known; of none.
static ENDS: [OnceLock<Ends>; NUMERALS.len() + 2] = [const { OnceLock::new() }; NUMERALS.len() + 2];
const OF_ALL: usize = NUMERALS.len();
const OF_NONE: usize = NUMERALS.len() + 1;

fn ends_at(index: usize) -> &'static Ends {
    let made = || match index {
        OF_ALL => {
            let all: Vec<usize> = (0..NUMERALS.len()).filter(|&index| NUMERALS[index].is_plain).collect();
            Ends::new(&all)
        }
        OF_NONE => Ends::new(&[]),
        one => Ends::new(&[one]),
    };
    ENDS[index].get_or_init(made)
}

/// The tables by the plainest tag of their language.
static BY_TAG: LazyLock<FxHashMap<&'static str, usize>> = LazyLock::new(|| {
    NUMERALS.iter().enumerate().map(|(index, numerals)| (numerals.language, index)).collect()
});

/// The letters that words of numbers begin and end with in a text in `language` (a BCP 47 tag).
pub fn ends(language: Option<&str>) -> &'static Ends {
    ends_at(language.map_or(OF_ALL, |language| table_of(language).unwrap_or(OF_NONE)))
}

/// The number of the table of `language` (a BCP 47 tag).
fn table_of(language: &str) -> Option<usize> {
    // Most tags are plain, and have a table or none.
    let is_plain = || language.bytes().all(|byte| byte.is_ascii_lowercase());
    let index = || NUMERALS.iter().position(|numerals| numerals.is_of(language));
    BY_TAG.get(language).copied().or_else(|| if is_plain() { None } else { index() })
}

/// The tables for a text in `language` (a BCP 47 tag), each with the letters of its words: its own, none where it has
/// none, all where it is not known.
pub fn tables_with_ends(language: Option<&str>) -> impl Iterator<Item = (&'static Numerals, &'static Ends)> {
    spoken(language).map(|index| (&NUMERALS[index], ends_at(index)))
}

/// The numbers of those tables.
pub(super) fn spoken(language: Option<&str>) -> impl Iterator<Item = usize> {
    let known = language.and_then(table_of);
    let all = if language.is_none() { 0..NUMERALS.len() } else { 0..0 };
    all.filter(|&index| NUMERALS[index].is_plain).chain(known)
}

impl Ends {
    /// Whether a word that begins with these letters, of which the second may be none, may be of a number.
    pub fn may_begin(&self, first: char, second: char) -> bool {
        may_have(&self.beginnings, first, second)
    }

    /// Whether a word that ends with these letters may be of a number; the one before the last may be none.
    pub fn may_end(&self, before: char, last: char) -> bool {
        may_have(&self.endings, last, before)
    }

    fn new(indices: &[usize]) -> Self {
        let empty = || Pairs([0; BITS / 64]);
        let mut ends = Self { beginnings: empty(), endings: empty() };
        for &index in indices {
            ends.insert_parts(parts_at(index));
            beside(&NUMERALS[index]).flat_map(|word| word.split('\'')).for_each(|word| ends.insert(word));
        }
        let signs = SIGNS.iter().map(|sign| sign.word);
        signs.chain(CLOCKS.iter().copied()).chain([TIMES]).for_each(|word| ends.insert(word));
        ends
    }

    fn insert_parts(&mut self, parts: &[(Cow<'_, str>, Meaning)]) {
        let is_joined = |part: &str| part.chars().count() == 1 && !part.is_ascii();
        for (part, meaning) in parts {
            if is_joined(part) {
                // An Arabic part of one letter is written together with any other.
                for (other, _) in parts {
                    self.insert(&format!("{part}{other}"));
                }
            }
            if is_joined(part) || !matches!(meaning, Meaning::Other) {
                // No letter, an apostrophe parts what is looked at: `п'ять`.
                part.split('\'').for_each(|piece| self.insert(piece));
            }
        }
    }

    fn insert(&mut self, word: &str) {
        self.beginnings.insert_first(word.chars());
        self.endings.insert_first(word.chars().rev());
    }
}

/// The words that are no parts and stand beside a number.
fn beside(numerals: &'static Numerals) -> impl Iterator<Item = &'static str> {
    let company = &numerals.company;
    let halves = company.halves.iter().chain(company.sure_halves).copied();
    [company.decimals, company.fractions, company.quarters]
        .into_iter()
        .chain(halves)
        .flat_map(str::split_whitespace)
}

fn may_have(pairs: &Pairs, near: char, far: char) -> bool {
    match (small_letter(near), small(far)) {
        (Some(near), Some(far)) => pairs.has(near, far),
        _ => true,
    }
}

/// The other letter of a word as the tables have it, or that there is none; `None` where that takes a longer look.
fn small(c: char) -> Option<char> {
    if ch::is_letter(c) { small_letter(c) } else { c.is_ascii().then_some(NONE) }
}
