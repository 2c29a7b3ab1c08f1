//! How like one token is to another, and how tokens of a quote and of a text are laid upon one another. Knows tokens, not
//! where they were found.

use super::spelling::distance;
use super::tokens::{Class, Term};

/// How a token of the quote and of the text correspond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A token of either, the same or in place of one another.
    Pair(usize, usize),
    /// A token of the quote that the text lacks.
    Missing(usize),
    /// A token of the text that the quote lacks.
    Added(usize),
}

/// Less than any way along two texts is worth.
pub const UNREACHED: i32 = i32::MIN / 2;
/// What it costs to lay a word upon another.
const OTHER_WORD: i32 = 4;

/// What it is worth to lay one token upon another: twice the weight where they are the same.
pub fn similarity(a: &Term, b: &Term) -> i32 {
    if a.hash == b.hash && a.words == b.words {
        return 2 * a.weight;
    }
    if is_mark(a) != is_mark(b) {
        return UNREACHED / 4;
    }
    if is_mark(a) {
        return 0;
    }
    if !a.letters.is_empty() && a.letters == b.letters {
        return 2 * a.weight - a.weight / 4;
    }
    if is_number(a) && is_number(b) {
        return a.weight;
    }
    // Each letter that only one of them has is one to change.
    let lone = (a.letter_set & !b.letter_set).count_ones().max((b.letter_set & !a.letter_set).count_ones());
    if lone as usize * 2 > a.shape.len().max(b.shape.len()) {
        return -OTHER_WORD;
    }
    // Two letters of which one is another say nothing: `je` is no *ne*, misspelt.
    let is_short = a.shape.len() == 2 && b.shape.len() == 2;
    let likeness = likeness(&a.shape, &b.shape);
    if is_short || likeness < 0.5 {
        return -OTHER_WORD;
    }
    (f64::from(2 * a.weight) * (likeness - 0.2)).round() as i32
}

pub fn is_mark(term: &Term) -> bool {
    term.token.class == Class::Mark
}

pub fn is_number(term: &Term) -> bool {
    term.token.class == Class::Number
}

/// One minus the share of letters to change, drop, add or swap (optimal string alignment distance) to
/// make one word of the other; 0 for words that begin and end differently.
pub fn likeness(a: &[u8], b: &[u8]) -> f64 {
    const LONGEST: usize = 32;
    let (longer, shorter) = (a.len().max(b.len()), a.len().min(b.len()));
    let may_be_alike = shorter > 0
        && longer <= LONGEST
        && shorter * 2 >= longer
        && (a[0] == b[0] || a[a.len() - 1] == b[b.len() - 1]);
    if !may_be_alike {
        return 0.0;
    }
    1.0 - f64::from(distance(a, b)) / longer as f64
}
