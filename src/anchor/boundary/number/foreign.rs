//! Numbers in words of another language than the record names: in a quotation of it, or where the text speaks another.

use super::words::{Gap, Run, first_word, is_numeral, last_word};
use super::{is_between, may_be_inside, may_go_on};
use crate::anchor::boundary::{Edge, Surroundings};
use crate::anchor::local;
use crate::fold::characters as ch;
use crate::fold::language::all_of;
use crate::fold::numbers::{Numerals, may_be_part, tables_with_ends};
use crate::fold::words::western_letters;
use crate::text::{Span, Text, head, tail};

/// From so many letters on, two words that make one number in a language are no words of any other.
const PLAIN: usize = 4;
/// So many bytes to either side tell whether a number may be there.
const NEAR: usize = 96;

/// Whether byte `at` lies inside a number that is written in words which the text's own language does not have.
pub(in crate::anchor::boundary) fn is_cut(text: &Text<'_>, at: usize, edge: Edge) -> bool {
    // Where no language is known, the numbers of all were asked for already.
    let Some(own) = text.language() else { return false };
    let (before, after) = (head(text.as_str(), at, NEAR), tail(text.as_str(), at, NEAR));
    // Most words are of no number in any language.
    if !may_begin(after) || !may_end(before) {
        return false;
    }
    let seen = Surroundings::new(text, at);
    let (left, right) =
        (last_word(Gap::before(seen.near_before()).rest), first_word(Gap::after(seen.near_after()).rest));
    let is_own = |word: &&str| is_numeral(word, Some(own));
    let is_plain = |word: &&str| word.chars().count() >= PLAIN && !is_own(word);
    let words = [left, right];
    if words.iter().all(is_own) {
        return false;
    }
    let cuts = |numerals| Run::new(&seen, numerals).is_cut(edge);
    tables_with_ends(None).any(|(numerals, ends)| {
        may_go_on(&seen, ends)
            && may_be_inside(&seen, ends)
            && cuts(numerals)
            && (words.iter().all(is_plain) || is_spoken(text, at, numerals))
    })
}

/// Whether text may begin with a part of a number, behind what may be between two, told at a glance.
fn may_begin(text: &str) -> bool {
    let text = text.strip_prefix(' ').unwrap_or(text).trim_start_matches(is_between);
    let letters = western_letters(text.as_bytes());
    if letters == 0 && text.starts_with(|c: char| c.is_ascii()) {
        return false;
    }
    let is_whole = text.as_bytes().get(letters).is_none_or(u8::is_ascii);
    let rest = || text.find(|c| !ch::is_letter(c)).unwrap_or(text.len());
    may_be_part(&text[..if is_whole { letters } else { rest() }])
}

/// Whether text may end with one, likewise.
fn may_end(text: &str) -> bool {
    let text = text.trim_end_matches(is_between);
    may_be_part(&text[text.trim_end_matches(ch::is_letter).len()..])
}

/// Whether the language of these is spoken around byte `at`.
fn is_spoken(text: &Text<'_>, at: usize, numerals: &Numerals) -> bool {
    let speaks = |tag: &str| all_of(tag).any(|language| language == numerals.language());
    let beside = || local::besides(text, Span::new(at, at));
    text.spoken().is_some_and(speaks) || beside().is_some_and(|tag| speaks(&tag))
}
