//! Words that deny what is beside a passage, and are no negations: `denied having`, `refused to`. Knows texts.

use super::inserted::{self, Bare};
use super::listed::listed;
use super::local::heard;
use super::negations::{
    before_marks, count_negations, is_closed, is_one_clause, is_one_paragraph, negation_near,
};
use super::tokens::{Class, tokens};
use crate::fold::{characters as ch, denials, middle_field, reach};
use crate::text::{Span, Text, head, tail};

/// So many bytes beside a passage are read.
const BESIDE: usize = 96;
/// So many words before a passage are looked at.
const WORDS: usize = 6;
/// So many words are looked at where something is inserted between them.
const FARTHEST: usize = 16;
/// So many characters of Chinese are about a word.
const CHARACTERS: usize = 3;

/// So many words of a clause may stand between what denies it and a passage of it: `denied that the army |fired`.
pub const NEAR: usize = 3;
/// The same where these are left out between two parts of one quote.
pub const LEFT_OUT: usize = 12;

/// What before or after a span denies it, and is itself denied by nothing: of `never denied that he knew` the last words
/// are as true as they stand. Up to `most` words of the clause that it denies may stand between.
pub fn denial_beside(text: &Text<'_>, span: Span, most: usize) -> Option<Span> {
    let is_plain = |found: &Span| {
        let is_denied = || negation_near(text, without_joint(text, *found)).is_some();
        is_one_clause(text, *found, span) && !is_denied() && !is_doubted(text, *found)
    };
    let plain = before(text, span, most).or_else(|| after(text, span)).filter(is_plain);
    plain.or_else(|| beyond(text, span, most)).or_else(|| before_list(text, span, most))
}

/// A denial without the *that* it ends with: French `ne … que` denies, too.
fn without_joint(text: &Text<'_>, denial: Span) -> Span {
    let words = text.slice(denial);
    let bare = words.trim_end_matches(|c| ch::is_word(c) || ch::is_apostrophe(c));
    let verb = bare.trim_end_matches(|c| ch::is_space(c) || c == ',');
    let is_joint = denials::opens_clause(&words[bare.len()..]) && !verb.is_empty();
    if is_joint { Span::new(denial.start, denial.start + verb.len()) } else { denial }
}

/// Whether a question before a denial asks who could deny it, so that nobody can: `Who can |deny`.
fn is_doubted(text: &Text<'_>, denial: Span) -> bool {
    let head = head(text.as_str(), denial.start, BESIDE);
    let all = tokens(head);
    let mut words = all.iter().rev();
    let [verb, who] =
        [words.next(), words.next()].map(|token| token.map_or("", |token| &head[token.span.range()]));
    let opens = match words.next() {
        None => true,
        Some(token) if token.class == Class::Mark => !matches!(&head[token.span.range()], "," | "،"),
        Some(token) => denials::is_and(&head[token.span.range()]),
    };
    denials::asks_who_can(who, verb, text.spoken()) && opens
}

/// The denial beside a span beyond what is inserted between them: the times of a subtitle, marks of quoted mail, tags,
/// emphasis.
fn beyond(text: &Text<'_>, span: Span, most: usize) -> Option<Span> {
    let near = head(text.as_str(), span.start, BESIDE);
    // Most texts have no sign of it.
    let may_be_before = has_sign(near) && denials::may_have_denial(near, FARTHEST);
    if !may_be_before && !has_sign(tail(text.as_str(), span.end, BESIDE)) {
        return None;
    }
    let bare = inserted::without(text, span, |words| count_negations(words, text.spoken()) > 0)?;
    let found = denied_in(text, &bare, most)?;
    let (from, to) = if found.start < bare.span.start {
        (found.end, bare.span.start)
    } else {
        (bare.span.end, found.start)
    };
    let is_near = !bare.content[from..to].contains(ch::is_line_end)
        || is_one_paragraph(text, from + bare.start, to + bare.start);
    is_near.then(|| found.shifted(bare.start))
}

/// Whether something may be inserted between words that deny, told at a glance.
fn has_sign(near: &str) -> bool {
    let near = near.as_bytes();
    memchr::memchr3(b'>', b']', b'*', near).is_some() || memchr::memchr(b'_', near).is_some()
}

/// The denial before a list of which a span is an item: `refuses to:` before `- pay the workers`.
fn before_list(text: &Text<'_>, span: Span, most: usize) -> Option<Span> {
    let list = listed(text, span)?;
    let found = denied_in(text, &list.bare, if list.is_sure { most } else { 0 })?;
    // What is behind the item is told as it is.
    (found.end < list.item).then(|| found.shifted(list.bare.start))
}

/// What denies the span of a text that has other words around it than the one that it is of.
fn denied_in(text: &Text<'_>, bare: &Bare, most: usize) -> Option<Span> {
    let own = Text::new(&bare.content).in_language(text.spoken());
    let found = before(&own, bare.span, most).or_else(|| after_bare(&own, bare.span));
    found.filter(|found| negation_near(&own, *found).is_none())
}

/// Whether a negation before a span denies a verb between them that denies, and not the span: of `nobody denies that he
/// knew` the last words are as true as they stand.
pub fn is_denied_twice(text: &Text<'_>, negation: Span, span: Span) -> bool {
    if negation.end > span.start {
        return false;
    }
    before(text, span, NEAR).is_some_and(|found| found.start >= negation.end)
        || stands_behind_verb(text, negation) && denies_around(text, negation, span)
}

/// Whether a negation stands behind the verb that it denies: `ne nie pas`, `bestreitet nicht`.
fn stands_behind_verb(text: &Text<'_>, negation: Span) -> bool {
    reach::is_second_half(text.slice(negation)) || middle_field::may_be_verb_second(text.language())
}

/// Whether a verb that denies a span stands before its negation: `ne nie pas`.
fn denies_around(text: &Text<'_>, second: Span, span: Span) -> bool {
    let content = text.as_str();
    let to = content.ceil_char_boundary((span.start + BESIDE).min(span.end));
    let head = [head(content, second.start, BESIDE), &content[second.end..span.start]].concat();
    let bare = [&head, &content[span.start..to]].concat();
    let text = Text::new(&bare).in_language(text.spoken());
    before(&text, Span::new(head.len(), bare.len()), NEAR).is_some()
}

/// The denial before a span, straight before it or before up to `most` words of the clause that it denies.
fn before(text: &Text<'_>, span: Span, most: usize) -> Option<Span> {
    let near = head(text.as_str(), span.start, BESIDE);
    let from = span.start - near.len();
    let head = before_marks(near);
    if head.trim_end_matches('，').ends_with(ch::is_spaceless) {
        let found = denials::chinese_denial(head, text.slice(span), most * CHARACTERS);
        return found.map(|range| Span::from(range).shifted(from));
    }
    // Most passages have no such word near.
    if !denials::may_have_denial(near, WORDS + most) {
        return None;
    }
    let mut start = span.start;
    for _ in 0..=most {
        if let Some(found) = straight_before(text, Span::new(start, span.end)) {
            return Some(found).filter(|found| start == span.start || is_reached(text, *found, start, span));
        }
        start = word_before(&near[..start - from])? + from;
    }
    None
}

/// Where the word begins that text ends with, and white space or an apostrophe: an elided word is one.
fn word_before(text: &str) -> Option<usize> {
    let rest = text.trim_end_matches(|c| ch::is_space(c) || ch::is_apostrophe(c));
    let parts = |c| ch::is_space(c) || ch::is_apostrophe(c);
    let word = rest.rsplit(parts).next().filter(|word| word.ends_with(ch::is_word))?;
    (rest.len() < text.len() && word.len() < rest.len()).then(|| rest.len() - word.len())
}

/// Whether a denial reaches over the words from `start` on to a span: they begin the clause that it denies, and no other.
fn is_reached(text: &Text<'_>, denial: Span, start: usize, span: Span) -> bool {
    let between = &text.as_str()[start..span.start];
    let last =
        text.slice(denial).rsplit(|c| !ch::is_word(c) && !ch::is_apostrophe(c)).next().unwrap_or_default();
    let mut words = between.split(|c| !ch::is_word(c)).filter(|word| !word.is_empty());
    if denials::opens_clause(last) {
        return !words.any(|word| reach::joins_clauses(word, text.spoken()));
    }
    words.all(denials::may_be_adverb)
}

/// What straight before a span denies it.
fn straight_before(text: &Text<'_>, span: Span) -> Option<Span> {
    let near = head(text.as_str(), span.start, BESIDE);
    let from = span.start - near.len();
    let head = before_marks(near);
    let marks = &near[head.len()..];
    let piece = head.rsplit(|c: char| c.is_ascii_whitespace()).next().unwrap_or(head);
    let last = piece.trim_start_matches(|c: char| !ch::is_word(c)).trim_end_matches([',', '،']);
    let mut near = head.rsplit(|c| !ch::is_word(c)).filter(|word| !word.is_empty()).take(WORDS);
    if !denials::may_end_denial(last) || !near.any(denials::may_deny) {
        return None;
    }
    let all = tokens(head);
    let is_comma = |span: Span| matches!(&head[span.range()], "," | "،");
    let goes_on = |span: Span| from == 0 || span.start > 0;
    let near = all.iter().rev().filter(|token| !is_comma(token.span));
    let near = near.take_while(|token| token.class == Class::Word && goes_on(token.span)).take(WORDS);
    let spans: Vec<Span> = near.map(|token| token.span).collect();
    let words: Vec<&str> = spans.iter().map(|span| &head[span.range()]).collect();
    let quoted = tail(text.slice(span), 0, 2 * BESIDE);
    let is_parted = |(at, span): (usize, &Span)| {
        spans.get(at + 1).is_none_or(|before| {
            !head[before.end..span.start].chars().all(|c| ch::is_space(c) || ch::is_apostrophe(c))
        })
    };
    let parted: Vec<bool> = spans.iter().enumerate().map(is_parted).collect();
    let count = heard(text, span, |text| denials::denial(&words, &parted, quoted, text.spoken()))?;
    if count == 1 && denials::ends_aside(words[0], marks, quoted, text.spoken()) {
        return None;
    }
    Some(Span::new(spans[count - 1].start, spans[0].end).shifted(from))
}

fn after(text: &Text<'_>, span: Span) -> Option<Span> {
    // The particle that the denial goes with may be of the passage: `関与を|否定`.
    let particle = text.slice(span).chars().next_back().filter(|c| *c == 'を').map_or(0, char::len_utf8);
    let from = span.end - particle;
    let tail = tail(text.as_str(), from, BESIDE);
    let rest = without_marks(tail);
    let (marks, _) = tail.split_at(tail.len() - rest.len());
    if !denials::may_follow(rest, marks) || is_closed(text, span) {
        return None;
    }
    let start = from + marks.len();
    let following = |text: &Text<'_>| {
        Some(denials::following_denial(rest, marks, text.spoken())).filter(|&length| length > 0)
    };
    heard(text, span, following).map(|length| Span::new(start + particle, start + length))
}

/// What follows the marks behind a clause that leave what is said of it beside it: `” is a lie`, `: c’est faux`, `— ложь`.
fn without_marks(tail: &str) -> &str {
    if tail.starts_with(ch::is_dash) {
        return tail;
    }
    let is_one = |c| matches!(c, ',' | '،' | '，' | ':' | '：') || ch::is_dash(c);
    tail.trim_start_matches(|c| ch::is_space(c) || is_one(c) || ch::is_quotation_mark(c))
}

/// The same where what was inserted is filled in: its words are known with one blank between them.
fn after_bare(text: &Text<'_>, span: Span) -> Option<Span> {
    let content = text.as_str();
    let (words, origins) = inserted::squeezed(&content[span.end..]);
    let plain = [&content[..span.end], &words].concat();
    let found = after(&Text::new(&plain).in_language(text.spoken()), span)?;
    let origin = |at: usize| span.end + origins[at - span.end];
    Some(Span::new(origin(found.start), origin(found.end - 1) + 1))
}

#[cfg(test)]
mod tests;
