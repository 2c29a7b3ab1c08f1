//! Exceptions from what a passage denies, left out straight after it. Knows texts.

use super::super::tokens::tokens;
use super::{BESIDE, beyond, count_negations, has_open_half, is_countable, is_one_paragraph, last_clause};
use crate::fold::exceptions::{self, Behind};
use crate::fold::{characters as ch, reach, words};
use crate::text::{Span, Text, tail};

/// The words straight after a span that denies with which an exception from that begins: `except`, `apart from` after
/// `nobody was killed`; French `que` after an open `ne`.
pub fn exception_after(text: &Text<'_>, span: Span) -> Option<Span> {
    exception_straight_after(text, span).or_else(|| beyond::exception_after(text, span))
}

pub(super) fn exception_straight_after(text: &Text<'_>, span: Span) -> Option<Span> {
    let tail = tail(text.as_str(), span.end, BESIDE);
    let start =
        tail.trim_start_matches(|c: char| ch::is_space(c) || ch::is_invisible(c) || ends_before_exception(c));
    if start.starts_with(ch::is_spaceless) {
        return in_chinese(text, span, tail.len() - start.len());
    }
    if start.len() == tail.len() {
        return None;
    }
    // The text is asked for its language only where the words begin an exception in any.
    let letters = words::western_letters(start.as_bytes());
    let rest = &start[letters..];
    let length = letters + rest.find(|c: char| !ch::is_word(c) || ch::is_apostrophe(c)).unwrap_or(rest.len());
    if !exceptions::may_begin_exception(&start[..length]) || !exceptions::may_begin_with(start) {
        return None;
    }
    let at = tail.len() - start.len();
    let own = text.slice(span);
    let denied = own.trim_end_matches(|c: char| ch::is_space(c) || ends_before_exception(c));
    let is_parted =
        own[denied.len()..].contains(ends_before_exception) || tail[..at].contains(ends_before_exception);
    let behind = Behind { text: start, is_parted, denied: last_clause(denied) };
    let length = restricting(&behind, own)
        .or_else(|| exceptions::exceptor(&behind, text.spoken()).filter(|_| denies(text, behind.denied)))?;
    let found = Span::new(at, at + length).shifted(span.end);
    is_one_paragraph(text, span.end, found.start).then_some(found)
}

/// A Chinese exception behind a span that denies and so many bytes of marks.
fn in_chinese(text: &Text<'_>, span: Span, marks: usize) -> Option<Span> {
    let at = span.end + marks;
    let length = exceptions::chinese_exception(tail(text.as_str(), at, 2 * BESIDE))?;
    let own = text.slice(span).trim_end_matches(['，', '（']);
    let clause = own.rsplit(['，', '。', '；', '！', '？']).next().unwrap_or(own);
    let found = Span::new(at, at + length);
    (denies(text, clause) && is_one_paragraph(text, span.end, at)).then_some(found)
}

/// The bytes of French *que* behind an open *ne* of `own`, with *plus* or *guère* before it or without.
fn restricting(behind: &Behind<'_>, own: &str) -> Option<usize> {
    let half = exceptions::no_longer(behind.text);
    let que = tokens(&behind.text[half..]).first()?.span.end;
    if behind.is_parted || !reach::is_restricting(&behind.text[half..half + que]) {
        return None;
    }
    let is_open = || has_open_half(own) && (half == 0 || exceptions::without_no_longer(own).is_some());
    let is_open_before_half = || {
        let bare = exceptions::without_no_longer(own);
        half == 0 && bare.is_some_and(|bare| bare.len() < own.len() && has_open_half(bare))
    };
    let is_one = is_open() && !is_of_noun(behind, half + que) || is_open_before_half();
    is_one.then_some(half + que)
}

/// Whether French *que*, of so many bytes, begins a clause of the noun before it, in a passage that *personne* or the like
/// denies: `personne n’a lu le rapport |que la Cour a publié`.
fn is_of_noun(behind: &Behind<'_>, que: usize) -> bool {
    let words = |text| tokens(text).into_iter().take_while(is_countable).map(|token| token.span);
    let next: Vec<&str> =
        words(&behind.text[que..]).map(|span| &behind.text[que..][span.range()]).take(NEXT).collect();
    let denied: Vec<&str> = words(behind.denied).map(|span| &behind.denied[span.range()]).collect();
    exceptions::is_clause_of_noun(&denied, &next)
}

/// So many words behind *que* tell whether a clause follows.
const NEXT: usize = 3;

fn denies(text: &Text<'_>, clause: &str) -> bool {
    count_negations(clause, text.spoken()) > 0
}

/// Whether a mark may stand before an exception: `, except three`, `(except three`, `— except three`.
fn ends_before_exception(c: char) -> bool {
    matches!(c, ',' | '،' | '(' | '，' | '（') || ch::is_dash(c)
}
