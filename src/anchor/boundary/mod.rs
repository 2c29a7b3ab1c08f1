//! Cuts: whether a quote begins or ends inside a word, a number or a character. Knows a text and one
//! place in it.
//!
//! Words are UAX 29 letters and digits, characters are its extended grapheme clusters; beyond UAX 29 a
//! compound joined by hyphens is one word, a number is one with its sign and all its groups, and a
//! negation belongs to what it negates.

mod graphemes;
mod hebrew;
mod joined;
mod markup;
mod negation;
mod number;
mod plain;
mod surroundings;
mod whole;

use super::{closing, lines};
use crate::fold::{characters as ch, words};
use crate::text::{Span, Text};
use graphemes::is_grapheme_boundary;
use hebrew::{is_before_geresh, is_gershayim_inside, opens_quotation};
use plain::is_plainly_whole;
use surroundings::{READ, Surroundings};

/// Which end of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// What a quote cuts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CutKind {
    /// A word, an elided word or a compound.
    Word,
    /// A negation from what it negates.
    Negation,
    /// A number, or its sign, or a group of its digits.
    Number,
    /// What a reader sees as one character.
    Grapheme,
}

impl CutKind {
    /// Whether `partial = true` allows the cut: a part of a word may be meant, a sentence turned round never is.
    pub const fn is_allowed_when_partial(self) -> bool {
        matches!(self, Self::Word)
    }
}

/// One end of a quote that cuts something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Which end.
    pub edge: Edge,
    /// What it cuts.
    pub kind: CutKind,
}

/// What the span cuts at either end, the start first.
pub fn cuts(text: &Text<'_>, span: Span) -> impl Iterator<Item = Cut> {
    let at = |at, edge| cut_at(text, at, edge).map(|kind| Cut { edge, kind });
    at(span.start, Edge::Start).into_iter().chain(at(span.end, Edge::End))
}

/// The worst that the span cuts, or `None` where it cuts nothing.
pub fn worst_cut(text: &Text<'_>, span: Span) -> Option<CutKind> {
    cut_at(text, span.start, Edge::Start).max(cut_at(text, span.end, Edge::End))
}

/// The longest way, in bytes, that [`widened`] goes.
const WIDEST: usize = 256;

/// The span widened to the nearest places that cut nothing, or as it is where there are none near.
pub fn widened(text: &Text<'_>, span: Span) -> Span {
    let content = text.as_str();
    let least = content.floor_char_boundary(span.start.saturating_sub(WIDEST));
    let back = content[least..span.start].char_indices().rev().map(|(offset, _)| least + offset);
    let on = content[span.end..].chars().take(WIDEST).scan(span.end, |end, c| {
        *end += c.len_utf8();
        Some(*end)
    });
    // White space at the ends of a quote is not part of it, so none may become one; nor may a time, or the head of a page.
    let between = lines::around(content, span, WIDEST);
    let is_whole =
        |at: usize, edge| cut_at(text, at, edge).is_none() && !whole::is_inside_markup(content, at);
    let starts = |at: &usize| {
        !content[*at..].starts_with(char::is_whitespace)
            && !between.iter().any(|joint| joint.start <= *at && *at < joint.end)
            && is_whole(*at, Edge::Start)
    };
    let ends = |at: &usize| {
        !content[..*at].ends_with(char::is_whitespace)
            && !between.iter().any(|joint| joint.start < *at && *at <= joint.end)
            && is_whole(*at, Edge::End)
    };
    let start = std::iter::once(span.start).chain(back).find(starts).unwrap_or(span.start);
    let end = std::iter::once(span.end).chain(on).find(ends).unwrap_or(span.end);
    let end = if end > span.end { whole::end(content, span, end) } else { end };
    Span::new(with_whole_negation(content, start, span.start), end)
}

/// Where a span begins that was widened from `from` to `start`, with all of the negation that it has now: `并非`.
fn with_whole_negation(content: &str, start: usize, from: usize) -> usize {
    let is_one = start < from && words::begins_with_negation(&content[start..from]);
    if is_one { start - words::before_negation(&content[..start]) } else { start }
}

/// What a quote cuts that begins or ends at byte `at`.
pub fn cut_at(text: &Text<'_>, at: usize, edge: Edge) -> Option<CutKind> {
    let content = text.as_str();
    if at == 0 || at == content.len() {
        return None;
    }
    let closely = || if is_plainly_whole(text, at, edge) { None } else { cut_closely(text, at, edge) };
    closely().or_else(|| number::cuts_foreign(text, at, edge).then_some(CutKind::Number))
}

/// The same, of a place inside the text that is not [plainly whole](is_plainly_whole).
fn cut_closely(text: &Text<'_>, at: usize, edge: Edge) -> Option<CutKind> {
    let content = text.as_str();
    if !is_grapheme_boundary(content, at) {
        return Some(CutKind::Grapheme);
    }
    if let Some((content, at)) = lines::mended(content, at, edge == Edge::Start) {
        let is_inside = 0 < at && at < content.len();
        return cut_closely(&Text::new(&content).in_language(text.language()), at, edge)
            .filter(|_| is_inside);
    }
    let seen = Surroundings::new(text, at);
    if number::cuts_raised(&seen) {
        return Some(CutKind::Number);
    }
    if let Some((content, at)) = markup::without(&seen, text, at) {
        return cut_at(&Text::new(&content).in_language(text.language()), at, edge);
    }
    if seen.left.is_empty() && seen.before.chars().nth(READ).is_some()
        || seen.right.is_empty() && seen.after.chars().nth(READ).is_some()
    {
        // More that cannot be seen than anyone writes: what it parts cannot be told.
        return Some(CutKind::Word);
    }
    if number::is_cut(&seen, edge) {
        return Some(CutKind::Number);
    }
    let is_answer = || edge == Edge::Start && closing::is_answered(text, at);
    if negation::is_cut(&seen, edge) && !is_answer() {
        return Some(CutKind::Negation);
    }
    if cuts_plus(&seen) || joined::is_cut(&seen, edge) {
        return Some(CutKind::Word);
    }
    cuts_word(&seen, edge)
}

/// Whether the place lies before a plus that belongs to what is before it: `AA|+`, `65|+`. One before a number or an
/// equals sign calculates.
fn cuts_plus(seen: &Surroundings<'_>) -> bool {
    let is_plus = |c: char| matches!(c, '+' | '＋');
    let calculates = seen.right(1, |c| ch::is_word(c) || c == '=') || seen.right(2, ch::is_digit);
    seen.left(0, ch::is_word) && seen.right(0, is_plus) && !calculates
}

/// Whether `c` may stand between a negation and what it negates without parting them: an opening
/// quotation mark or bracket, Markdown's emphasis.
fn is_transparent(c: char) -> bool {
    ch::is_invisible(c)
        || ch::is_emphasis(c)
        || c == '"'
        || (ch::is_opening(c) && !ch::is_apostrophe(c) && !matches!(c, '»' | '”'))
}

fn cuts_word(seen: &Surroundings<'_>, edge: Edge) -> Option<CutKind> {
    let is_joined = |c: char| ch::is_word(c) && !ch::is_apostrophe(c) && !ch::is_spaceless(c);
    // An apostrophe that is a letter, as in ʻAbd and samāʼ, is part of the word that it begins or ends.
    let is_letter = |c: char| ch::is_apostrophe(c) && ch::is_letter(c);
    let word_left = seen.left(0, is_joined) || seen.left(0, is_letter) && !seen.left(1, is_joined);
    let word_right = seen.right(0, is_joined) || seen.right(0, is_letter) && !seen.right(1, is_joined);
    if parts_korean(seen) {
        return None;
    }
    if word_left && word_right || is_before_geresh(seen) {
        return Some(CutKind::Word);
    }
    if word_left && seen.right(1, is_joined) {
        return before_joiner(seen, edge);
    }
    if word_right && seen.left(1, is_joined) {
        return after_joiner(seen, edge);
    }
    cuts_elision(seen, edge)
}

/// Whether a dot in the middle of the line is inside one word: Catalan `col·lecció`, French `étudiant·e`. In other
/// scripts it parts names and the items of a list.
const fn joins_by_dot(joiner: char, before: char, after: char) -> bool {
    matches!(joiner, '·' | '‧') && ch::is_western_letter(before) && ch::is_western_letter(after)
}

/// Whether the place lies beside the letter that Korean keyboards have for a dot, between two words: `한ㆍ|미`.
fn parts_korean(seen: &Surroundings<'_>) -> bool {
    let is_dot = |c: char| c == '\u{318D}';
    seen.right(0, is_dot) && seen.left(0, ch::is_hangul) && seen.right(1, ch::is_hangul)
        || seen.left(0, is_dot) && seen.left(1, ch::is_hangul) && seen.right(0, ch::is_hangul)
}

/// Whether the place lies beside the apostrophe of an elided word that no letter follows at once, as in
/// `l’« avion »`: the apostrophe belongs to the word, and the word to what follows.
fn cuts_elision(seen: &Surroundings<'_>, edge: Edge) -> Option<CutKind> {
    let goes_on =
        |index: usize| seen.right(index, |c| !ch::is_space(c) && (is_transparent(c) || ch::is_word(c)));
    let is_elided = |from: usize| {
        let word = elided_word(&seen.left[from..]);
        word == "n" || words::is_elision(&word, seen.language)
    };
    let is_before = seen.right(0, ch::is_apostrophe) && goes_on(1) && is_elided(0);
    let is_after = edge == Edge::End && seen.left(0, ch::is_apostrophe) && goes_on(0) && is_elided(1);
    (is_before || is_after).then_some(CutKind::Word)
}

/// The word before an apostrophe, in small letters; empty where a hyphen joins it to another.
fn elided_word(left: &[char]) -> String {
    let reversed: Vec<char> =
        left.iter().copied().take_while(|&c| ch::is_letter(c) && !ch::is_apostrophe(c)).collect();
    if left.get(reversed.len()).is_some_and(|&c| ch::is_hyphen(c)) {
        return String::new();
    }
    reversed.iter().rev().flat_map(|&c| ch::lower(c)).collect()
}

/// The first letters, in small ones.
fn first_word(right: &[char]) -> String {
    right.iter().take_while(|&&c| ch::is_letter(c)).flat_map(|&c| ch::lower(c)).collect()
}

/// A place between a word and an apostrophe or hyphen that joins it to the next.
fn before_joiner(seen: &Surroundings<'_>, edge: Edge) -> Option<CutKind> {
    let joiner = seen.right[0];
    if is_gershayim_inside(joiner, seen.left[0], seen.right[1]) {
        let is_free = edge == Edge::Start && opens_quotation(&seen.left, seen.near_after(), joiner);
        return (!is_free).then_some(CutKind::Word);
    }
    if joins_by_dot(joiner, seen.left[0], seen.right[1]) {
        return Some(CutKind::Word);
    }
    if ch::is_apostrophe(joiner) {
        let is_possessive = matches!(seen.right[1], 's' | 'S')
            && !seen.right(2, ch::is_word)
            && words::has_possessive(seen.language);
        return (!(is_possessive && edge == Edge::End)).then_some(CutKind::Word);
    }
    let joins = ch::is_hyphen(joiner) && ch::is_letter(seen.left[0]) && ch::is_letter(seen.right[1]);
    let is_euphonic_t = matches!(seen.left[0], 't' | 'T') && seen.left(1, ch::is_hyphen);
    let is_free = !is_euphonic_t && clitics_part(&seen.left, &seen.right[1..], seen.language);
    (joins && !is_free).then_some(CutKind::Word)
}

/// A place between an apostrophe or hyphen and the word that it joins to the one before.
fn after_joiner(seen: &Surroundings<'_>, edge: Edge) -> Option<CutKind> {
    let joiner = seen.left[0];
    if is_gershayim_inside(joiner, seen.left[1], seen.right[0]) {
        let is_free = edge == Edge::Start && opens_quotation(&seen.left[1..], seen.near_after(), joiner);
        return (!is_free).then_some(CutKind::Word);
    }
    if joins_by_dot(joiner, seen.left[1], seen.right[0]) {
        return Some(CutKind::Word);
    }
    if ch::is_apostrophe(joiner) {
        let before = elided_word(&seen.left[1..]);
        if before == "n" && words::elided_n_negates(seen.language) {
            return Some(CutKind::Negation);
        }
        let is_elided = edge == Edge::Start && words::is_elision(&before, seen.language);
        let is_whole = is_elided && !words::is_condition(&before, &first_word(&seen.right), seen.language);
        return (!is_whole).then_some(CutKind::Word);
    }
    let joins = ch::is_hyphen(joiner) && ch::is_letter(seen.left[1]) && ch::is_letter(seen.right[0]);
    (joins && !clitics_part(&seen.left[1..], &seen.right, seen.language)).then_some(CutKind::Word)
}

/// Nouns that look like a word and its clitics.
const NOUNS: &[(&str, &str)] = &[("rendez", "vous")];

/// Whether a hyphen between these joins clitics to a word, which are words of their own.
fn clitics_part(left: &[char], right: &[char], language: Option<&str>) -> bool {
    let reversed: Vec<char> = left.iter().copied().take_while(|&c| ch::is_letter(c)).collect();
    let word: String = reversed.iter().rev().flat_map(|&c| ch::lower(c)).collect();
    let is_noun = NOUNS.iter().any(|(first, second)| word == *first && first_word(right) == *second);
    !is_noun && clitics_follow(right, language)
}

/// Whether what follows a hyphen is a chain of clitics: `il`, `t-il`, `le-moi`, `m’en`.
fn clitics_follow(right: &[char], language: Option<&str>) -> bool {
    let mut parts = vec![String::new()];
    for &c in right {
        if ch::is_letter(c) {
            parts.last_mut().expect("there is always a part").extend(ch::lower(c));
        } else if ch::is_hyphen(c) || ch::is_apostrophe(c) {
            parts.push(String::new());
        } else {
            break;
        }
    }
    parts.retain(|part| !part.is_empty());
    words::are_clitics(&parts, language)
}

#[cfg(test)]
mod tests;
