//! Negations beyond what is inserted between them and what they negate: the mark of a note, a time in brackets, a tag.

use super::super::boundary::{CutKind, Edge, cut_at};
use super::super::inserted::{self, Bare};
use super::super::listed::{Listed, listed};
use super::{Negation, Sides, count_negations, is_one_clause, is_one_paragraph, parts_nothing};
use crate::fold::{characters as ch, words};
use crate::text::{Span, Text};

/// So many letters has a negation of a script that is written without spaces.
const LETTERS: usize = 6;

/// The negation that is nearest to a span when what is inserted around it is read over; `sides` is where the text as it
/// is may have one.
pub(super) fn nearest(text: &Text<'_>, span: Span, sides: Sides) -> Option<Negation> {
    if sides.before.is_none() && !sides.after && !inserted::may_end(&text.as_str()[..span.start]) {
        return None;
    }
    let denies = |words: &str| count_negations(words, text.spoken()) > 0;
    let Bare { content, span: own, start } = inserted::without(text, span, denies)?;
    let bare = Text::new(&content).in_language(text.spoken());
    let near = || super::nearest(&bare, own, Sides::of(&bare, own));
    let found = parted(&bare, own).map(|span| Negation { span, distance: 1 }).or_else(near)?;
    let found = Negation { span: inserted::seen(&content, found.span), ..found };
    // Lines of the text end where they did.
    let word = found.span.shifted(start);
    let (from, to) =
        if found.span.start < own.start { (found.span.end, own.start) } else { (own.end, found.span.start) };
    let is_near =
        !content[from..to].contains(ch::is_line_end) || is_one_clause(text, word, own.shifted(start));
    is_near.then_some(Negation { span: word, ..found })
}

/// The negation before a list of which a span is an item, or the first words of one: `We will not:` before `- raise taxes`.
pub(super) fn before_list(text: &Text<'_>, span: Span) -> Option<Negation> {
    let Listed { bare, item, is_sure } = listed(text, span)?;
    let own = bare.span;
    let with_list = Text::new(&bare.content).in_language(text.spoken());
    let found = super::nearest(&with_list, own, Sides::of(&with_list, own))?;
    let is_one = found.span.end < item && (is_sure || found.distance == 1);
    is_one.then(|| Negation { span: found.span.shifted(bare.start), ..found })
}

/// The exception behind a span and what is inserted there: `**except**`.
pub(super) fn exception_after(text: &Text<'_>, span: Span) -> Option<Span> {
    if !inserted::may_begin(&text.as_str()[span.end..]) {
        return None;
    }
    let Bare { content, span: own, start } = inserted::without(text, span, |_| true)?;
    let bare = Text::new(&content).in_language(text.spoken());
    let found = super::exceptions::exception_straight_after(&bare, own)?;
    let found = inserted::seen(&content, found).shifted(start);
    is_one_paragraph(text, span.end, found.start).then_some(found)
}

/// A negation before a span that would be cut off where nothing is inserted: an elided one, or one of a script that is
/// written without spaces.
fn parted(bare: &Text<'_>, span: Span) -> Option<Span> {
    if cut_at(bare, span.start, Edge::Start) != Some(CutKind::Negation) {
        return None;
    }
    let head = bare.as_str()[..span.start].trim_end_matches(parts_nothing);
    let last = |count: usize| head.char_indices().rev().nth(count - 1).map(|(at, _)| at);
    let is_one = |&at: &usize| words::spaceless_negation(&head[at..]) == Some(0..head.len() - at);
    let elided = head.trim_end_matches(|c| ch::is_word(c) || ch::is_apostrophe(c)).len();
    let start = (1..=LETTERS).rev().filter_map(last).find(is_one).unwrap_or(elided);
    Some(Span::new(start, head.len()))
}
