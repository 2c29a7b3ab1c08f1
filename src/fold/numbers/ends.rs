//! A look at two letters that most words do not pass: whether a word can be of a number at all. It errs only by saying
//! that one may be.

use super::signs::{CLOCKS, SIGNS};
use super::tables::NUMERALS;
use super::{Meaning, PARTS, ch};
use std::sync::LazyLock;

/// Sets of pairs of letters, by a hash of so many bits.
const BITS: usize = 4096;

struct Pairs([u64; BITS / 64]);

impl Pairs {
    const fn place(first: char, second: char) -> usize {
        (first as usize).wrapping_mul(197).wrapping_add((second as usize).wrapping_mul(31)) % BITS
    }

    fn insert(&mut self, first: char, second: char) {
        let place = Self::place(first, second);
        self.0[place / 64] |= 1 << (place % 64);
    }

    fn has(&self, first: char, second: char) -> bool {
        let place = Self::place(first, second);
        self.0[place / 64] >> (place % 64) & 1 == 1
    }
}

/// A letter that multiplies: `6.02 x 10^23`.
const TIMES: &str = "x";

/// What stands for the other letter of a word of one.
const NONE: char = '\0';

static BEGINNINGS: LazyLock<Pairs> = LazyLock::new(|| pairs(|word| word.chars().collect()));
static ENDINGS: LazyLock<Pairs> = LazyLock::new(|| pairs(|word| word.chars().rev().collect()));

/// The first pair of letters of all words of numbers, each read by `letters`.
fn pairs(letters: impl Fn(&str) -> Vec<char>) -> Pairs {
    let mut pairs = Pairs([0; BITS / 64]);
    for parts in PARTS.iter() {
        for (word, _) in parts {
            insert(&mut pairs, &letters(word), parts, &letters);
        }
    }
    let others = NUMERALS.iter().flat_map(|numerals| {
        let company = &numerals.company;
        [company.decimals, company.fractions, company.quarters]
            .into_iter()
            .chain(company.halves.iter().chain(company.sure_halves).copied())
    });
    let signs = SIGNS.iter().map(|sign| sign.word).chain(CLOCKS.iter().copied()).chain([TIMES]);
    for word in others.chain(signs) {
        for word in word.split_whitespace() {
            insert(&mut pairs, &letters(word), &[], &letters);
        }
    }
    pairs
}

/// A part of one letter may be followed by any other in a word.
fn insert(pairs: &mut Pairs, word: &[char], parts: &[(&str, Meaning)], letters: &impl Fn(&str) -> Vec<char>) {
    match *word {
        [first, second, ..] => pairs.insert(first, second),
        [only] => {
            pairs.insert(only, NONE);
            let others = parts.iter().filter_map(|(word, _)| letters(word).first().copied());
            others.for_each(|other| pairs.insert(only, other));
        }
        [] => {}
    }
}

/// Whether a word that begins with these letters, of which the second may be none, may be of a number.
pub fn may_begin(first: char, second: char) -> bool {
    may(&BEGINNINGS, first, second)
}

/// Whether a word that ends with these letters may be of a number; `last` is the last, and the one before it may be
/// no letter.
pub fn may_end(before: char, last: char) -> bool {
    may(&ENDINGS, last, before)
}

fn may(pairs: &Pairs, near: char, far: char) -> bool {
    let small = |c: char| if c.is_ascii() { Some(c.to_ascii_lowercase()) } else { plain_letter(c) };
    match (small(near), small(far)) {
        (Some(near), Some(far)) => {
            near.is_ascii_digit() || pairs.has(near, if ch::is_letter(far) { far } else { NONE })
        }
        _ => true,
    }
}

/// A small letter that a table has as it is, or `None` where that takes a longer look.
fn plain_letter(c: char) -> Option<char> {
    match c {
        'а'..='я' | 'ء'..='غ' | 'ف'..='ي' => Some(c),
        'А'..='Я' => char::from_u32(c as u32 + 0x20),
        _ => None,
    }
}
