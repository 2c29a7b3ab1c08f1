//! Words that negate, in a passage and straight beside it. Knows texts.

mod beyond;
mod clefts;
mod exceptions;
mod part;

use super::boundary::Edge;
use super::closing;
use super::local::besides;
use super::sides::Sides;
use super::tokens::{Class, Token, ends_sentence, tokens};
use crate::fold::{characters as ch, middle_field, prefixes, reach, words};
use crate::text::{Span, Text, chars_on, head, line_ends, tail};
pub use exceptions::exception_after;
use part::Part;

/// So many bytes beside a passage are read.
pub(super) const BESIDE: usize = 64;
/// So many bytes before a passage are read for a negation that reaches it.
pub(super) const REACHED: usize = 160;
/// A line of more code points is no heading.
const LONG: usize = 80;
/// So many words before a passage a negation may stand.
pub(super) const FARTHEST: usize = 3;
/// So many more where the first say of whom it says none: `none of the ministers`.
pub(super) const OF_WHOM: usize = 2;
/// So many more that add nothing: `no es cierto que`, `not at any time`.
pub(super) const IDLE: usize = 3;
/// So many words such as *yet* may stand between a negation and what it negates.
pub(super) const ADVERBS: usize = 2;

/// How many words of `text` negate. `language` is a BCP 47 tag.
pub fn count_negations(text: &str, language: Option<&str>) -> usize {
    let negates = |token: &Token| {
        let word = &text[token.span.range()];
        token.class != Class::Ideograph
            && words::is_negation(word, language)
            && (!words::is_mostly_noun(word) || words::negates_between(text, &token.span.range(), language))
    };
    let mut count = tokens(text).iter().filter(|token| negates(token)).count();
    let mut rest = text;
    while let Some(found) = words::spaceless_negation(rest).filter(|found| found.end > 0) {
        count += 1;
        rest = &rest[found.end..];
    }
    count
}

/// Whether a span begins or ends inside a word that negates, and keeps no part of it that does.
pub fn is_dropped_by(text: &Text<'_>, span: Span) -> bool {
    is_dropped(text, span.start, Edge::Start) || is_dropped(text, span.end, Edge::End)
}

/// Whether a passage with this edge at byte `at` cuts a word that negates, and keeps no part of it that does: `could`
/// of `couldn’t`, `binding` of `non-binding`, `lawful` of `unlawful`.
pub fn is_dropped(text: &Text<'_>, at: usize, edge: Edge) -> bool {
    let content = text.as_str();
    // In scripts without spaces the neighbours of a place are no word; `boundary` knows negations there.
    let is_letter = |c: char| is_in_word(c) && !ch::is_spaceless(c);
    let is_joined = |c: char| is_letter(c) || ch::is_hyphen(c) || ch::is_invisible(c);
    let (before, after) = (head(content, at, BESIDE), tail(content, at, BESIDE));
    let left = &before[before.trim_end_matches(is_joined).len()..];
    let right = &after[..after.len() - after.trim_start_matches(is_joined).len()];
    if left.is_empty() || right.is_empty() {
        return false;
    }
    let kept = if edge == Edge::Start { right } else { left };
    let negates = |word: &str| words::is_negation(word, text.spoken());
    if edge == Edge::Start && prefixes::negates(left, right, text.spoken()) {
        return true;
    }
    negates(&[left, right].concat()) && !negates(kept)
}

/// A negation that stands in the same clause as a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Negation {
    /// Where it lies.
    pub span: Span,
    /// How many words away it stands; 1 where it is straight beside the passage.
    pub distance: usize,
}

/// The negation beside a span, or else the nearest in the same clause that may negate what the span begins with, up to
/// three words before it; in a language whose verbs stand last also up to two words after it. No mark but those that
/// open a quotation or set type lies between, and no word that joins clauses.
pub fn negation_near(text: &Text<'_>, span: Span) -> Option<Negation> {
    let sides = Sides::of(text, span);
    let found = nearest(text, span, sides)
        .or_else(|| beyond::nearest(text, span, sides))
        .or_else(|| beyond::before_list(text, span))
        .or_else(|| clefts::negation_before(text, span));
    if found.is_some() || sides.before.is_none() && !sides.after {
        return found;
    }
    let languages = besides(text, span)?;
    let text = text.speaking(&languages);
    nearest(&text, span, sides).or_else(|| beyond::nearest(&text, span, sides))
}

fn nearest(text: &Text<'_>, span: Span, sides: Sides) -> Option<Negation> {
    let straight = beside(text, span, sides).map(|found| {
        let between = &text.as_str()[found.end.min(span.end)..span.start.max(found.start)];
        let words = tokens(between).iter().filter(|token| is_countable(token)).count();
        Negation { span: found, distance: 1 + words }
    });
    let before = || sides.before.and_then(|from| reaching_on(text, span, from));
    let after =
        || sides.after.then(|| reaching_back(text, span).or_else(|| behind_verb(text, span))).flatten();
    straight.or_else(before).or_else(after)
}

/// The negation straight before a span, or straight after it; only what opens a quotation or sets type lies between,
/// or a word such as *yet* or *in fact*; the negation may have quotation marks of its own. Of one in two halves, as
/// French `ne … pas`, either negates, so none is told that has its other in the span.
fn beside(text: &Text<'_>, span: Span, sides: Sides) -> Option<Span> {
    let is_whole = |&word: &Span| {
        !has_second_half(text, word, span)
            && !is_expletive(text, word)
            && !is_relative(text, word)
            && !is_kept_by_verb(text, word, span)
            && !is_parted(text, word, span)
            && !reaches_back(text, word)
    };
    let is_near = |word: &Span| is_one_clause(text, *word, span);
    let before = sides.before.and_then(|_| before(text, span.start)).filter(is_whole);
    let after = || sides.after.then(|| after(text, span)).flatten();
    before.or_else(after).filter(is_near)
}

/// A negation some words before a span, of which the text from byte `from` on is read.
fn reaching_on(text: &Text<'_>, span: Span, from: usize) -> Option<Negation> {
    let part = Part::before(text, from, span.start);
    let head = part.left_out();
    let all = tokens(head);
    let is_whole = |token: &&Token| token.span.start > 0 || from == 0;
    let parts_nothing =
        |at: usize| is_passed_over(head, &all[at]) || is_spelling(text, span, head, &all[at..]);
    let joined = (0..all.len()).rev().filter(|&at| !parts_nothing(at)).map(|at| &all[at]);
    let words =
        joined.take_while(|token| is_countable(token)).take_while(is_whole).take(FARTHEST + OF_WHOM + IDLE);
    let words: Vec<Span> = words.map(|token| token.span).collect();
    let is_near = |number: usize| {
        number < FARTHEST
            || number < FARTHEST + partitive(head, &words[..number]) + idle(head, &words[..number])
            || is_of_subject(head, &words[..=number])
    };
    let negating = |number: usize| Some((number, negating(text, part, words[number], words::negates_next)?));
    let (number, found) = (1..words.len()).filter(|&number| is_near(number)).find_map(negating)?;
    let language = text.spoken();
    let between: Vec<&str> = words[..number].iter().map(|span| &head[span.range()]).collect();
    // The word straight after the negation may be denied with all that it begins.
    let (farther, straight) = (&between[..number - 1], words[number - 1].shifted(from));
    let negation = Negation { span: found.shifted(from), distance: number + 1 };
    let reaches = !farther.iter().any(|word| reach::joins_clauses(word, language))
        && !is_parted(text, negation.span, straight)
        && reach::reaches_over(&head[found.range()], &between, language)
        && !ends_attribute(text, negation.span, &between)
        && !has_second_half(text, negation.span, Span::new(negation.span.end, span.end))
        && !is_expletive(text, negation.span)
        && !is_relative(text, negation.span)
        && !reaches_back(text, negation.span)
        && !is_kept_by_verb(text, negation.span, span)
        && (!begins_another(text.slice(span), language) || is_predicate(text, negation.span, straight, span))
        && is_one_clause(text, negation.span, span);
    reaches.then_some(negation)
}

/// How many of the words of `head` straight behind a negation, the last first, say of whom it says none.
fn partitive(head: &str, between: &[Span]) -> usize {
    let behind: Vec<&str> = between.iter().rev().map(|span| &head[span.range()]).collect();
    reach::partitive(&behind)
}

/// Whether some words of `head`, the last first, are a subject that a negation begins: `No mayor in the region`.
fn is_of_subject(head: &str, subject: &[Span]) -> bool {
    let words: Vec<&str> = subject.iter().rev().map(|span| &head[span.range()]).collect();
    reach::is_of_subject(&words)
}

/// How many of the words of `head` behind a negation, the last first, add nothing to what it denies.
fn idle(head: &str, between: &[Span]) -> usize {
    let words: Vec<&str> = between.iter().map(|span| &head[span.range()]).collect();
    reach::idle(&words).min(IDLE)
}

/// Whether a negation denies an attribute that the words after it end, or what stands before another clause.
fn ends_attribute(text: &Text<'_>, negation: Span, between: &[&str]) -> bool {
    let head = head(text.as_str(), negation.start, BESIDE).trim_end();
    let before = &head[last_word(head).range()];
    reach::open_own_clause(before, between)
        || reach::ends_attribute(before, text.slice(negation), between, text.spoken())
}

/// A negation behind the verb of a span, with pronouns and adverbs between, in a language whose verbs stand second:
/// `derzeit nicht`.
fn behind_verb(text: &Text<'_>, span: Span) -> Option<Negation> {
    let tail = tail(text.as_str(), span.end, BESIDE);
    let may_be_one = middle_field::may_be_verb_second(text.language());
    if !may_be_one || !tail.starts_with(ch::is_space) || is_closed(text, span) {
        return None;
    }
    let language = text.spoken();
    let stands_between = |token: &Token| {
        token.class == Class::Number
            || middle_field::stands_in_middle_field(&tail[token.span.range()], language)
    };
    let all = tokens(tail);
    let between = all.iter().take_while(|token| is_countable(token) && stands_between(token)).count();
    let closing = all.get(between).filter(|token| is_countable(token) && (1..FARTHEST).contains(&between))?;
    let found = negating(text, Part::after(text, span), closing.span, words::negates_last)?.shifted(span.end);
    is_one_clause(text, found, span).then_some(Negation { span: found, distance: between + 1 })
}

/// A negation that closes the clause, one word and another after a span.
fn reaching_back(text: &Text<'_>, span: Span) -> Option<Negation> {
    let tail = tail(text.as_str(), span.end, BESIDE);
    let all = tokens(tail);
    let [next, last] = all.get(..2)? else { return None };
    if words::is_surely_none(&tail[last.span.range()]) || is_closed(text, span) {
        return None;
    }
    let language = text.spoken();
    let is_between = is_countable(next) && !reach::joins_clauses(&tail[next.span.range()], language);
    let (between, closing) = (&tail[next.span.range()], &tail[last.span.range()]);
    let closes = is_countable(last)
        && reach::closes_clause(closing, language)
        && reach::may_stand_behind(closing, between)
        && words::negates_between(tail, &last.span.range(), language);
    let found = last.span.shifted(span.end);
    let is_apart = tail.starts_with(ch::is_space) && is_one_clause(text, found, span);
    (is_between && closes && is_apart).then_some(Negation { span: found, distance: 2 })
}

/// Whether a mark opens a quotation or sets type, so that words go on after it. A straight quotation mark that closes
/// one does not.
fn is_passed_over(text: &str, token: &Token) -> bool {
    let mark = &text[token.span.range()];
    let opens = || mark != "\"" || text[token.span.end..].chars().next().is_none_or(|c| !ch::is_space(c));
    token.class == Class::Mark && mark.chars().all(parts_nothing) && opens()
}

/// Whether the first of some tokens of the text `head` before a span is a comma that a language only writes before the
/// word behind it: `nicht gesagt, dass`.
fn is_spelling(text: &Text<'_>, span: Span, head: &str, tokens: &[Token]) -> bool {
    let [comma, rest @ ..] = tokens else { return false };
    if &head[comma.span.range()] != "," {
        return false;
    }
    let next = rest.first().map(|next| &head[next.span.range()]);
    let next = next.unwrap_or_else(|| opening(text.slice(span)));
    parts_by_spelling(text, next)
}

/// Whether a comma before this word parts nothing. The text is asked for its language only where that may be.
fn parts_by_spelling(text: &Text<'_>, word: &str) -> bool {
    reach::may_follow_comma(word) && reach::is_after_comma(word, text.spoken())
}

/// The word that a passage begins with.
fn opening(passage: &str) -> &str {
    let start = passage.trim_start_matches(|c: char| !ch::is_word(c));
    &start[..first_word(start)]
}

const fn is_countable(token: &Token) -> bool {
    matches!(token.class, Class::Word | Class::Number)
}

/// Whether a span begins with a word that parts it from the negation at `word` straight before it: `and went home`.
fn is_parted(text: &Text<'_>, word: Span, span: Span) -> bool {
    if word.start >= span.start {
        return false;
    }
    let passage = tail(text.as_str(), span.start, BESIDE).trim_start_matches(|c: char| !ch::is_word(c));
    let (first, next) = passage.split_at(first_word(passage));
    reach::parts_from(text.slice(word), first, next, text.spoken())
}

/// Whether a span says what something is not, behind a negation and the one word `verb` after it: `non è |come dice`.
fn is_predicate(text: &Text<'_>, negation: Span, verb: Span, span: Span) -> bool {
    let is_next = text.as_str()[verb.end..span.start].chars().all(parts_nothing);
    is_next && reach::is_copula(text.slice(verb), text.spoken()) && !is_parted(text, negation, span)
}

/// Whether a passage begins with a word that joins it to what is before it: `or any crime`.
fn begins_another(passage: &str, language: Option<&str>) -> bool {
    reach::joins_clauses(opening(passage), language)
}

/// Whether French `ne` at `word` negates nothing, as in `avant qu’il ne vienne`.
fn is_expletive(text: &Text<'_>, word: Span) -> bool {
    if !reach::is_first_half(text.slice(word)) {
        return false;
    }
    let head = head(text.as_str(), word.start, BESIDE);
    let all = tokens(head);
    let last = &all[all.len().saturating_sub(EXPLETIVE)..];
    let words: Vec<&str> = last.iter().map(|token| &head[token.span.range()]).collect();
    reach::is_expletive(&words)
}

/// Whether the words of `span` deny in their first clause, as a verb does after *nobody* or *never* at `word`: `не пришёл`
/// out of `никто не пришёл`.
fn is_kept_by_verb(text: &Text<'_>, word: Span, span: Span) -> bool {
    if word.start >= span.start || !reach::goes_with_negated_verb(text.slice(word), text.spoken()) {
        return false;
    }
    let (clause, language) = (first_clause(text.slice(span)), text.spoken());
    let all = tokens(clause);
    let words = all.iter().map(|token| &clause[token.span.range()]);
    let mut own = words.take_while(|word| !reach::begins_clause(word, language));
    own.any(|word| reach::is_negation_or_verb(word, language))
}

/// Whether Arabic ما at `word` is no negation, as in `غالبًا ما`.
fn is_relative(text: &Text<'_>, word: Span) -> bool {
    let content = text.as_str();
    let (before, after) = (head(content, word.start, BESIDE), tail(content, word.end, BESIDE));
    reach::is_relative(text.slice(word), before, after)
}

/// Whether a word for *without* at `word` negates what is before it: `टिकट के बिना`.
fn reaches_back(text: &Text<'_>, word: Span) -> bool {
    reach::reaches_back(text.slice(word), head(text.as_str(), word.start, BESIDE))
}

/// So many words before French `ne` tell whether it negates.
const EXPLETIVE: usize = 6;

/// Whether no paragraph ends between a word and a span before or after it, and no line that surely ends its clause.
pub(super) fn is_one_clause(text: &Text<'_>, word: Span, span: Span) -> bool {
    let (from, to) = if word.start < span.start { (word.end, span.start) } else { (span.end, word.start) };
    is_one_paragraph(text, from, to) && !closing::parts(text, word, span)
}

/// Whether no paragraph ends between two places: a line may, and a long one even where its text seems unwrapped, for
/// some are wrapped at more columns than a screen has.
pub(super) fn is_one_paragraph(text: &Text<'_>, from: usize, to: usize) -> bool {
    let between = &text.as_str()[from..to];
    // The text is asked for its blocks only where a line ends.
    if !between.contains(ch::is_line_end) {
        return true;
    }
    if is_row(text, from) && is_row(text, to) {
        return false;
    }
    if text.block(from) == text.block(to) {
        return true;
    }
    let goes_on = || !text.as_str()[to..].starts_with(char::is_uppercase);
    let is_long = || {
        let line = Span::new(text.line_span(from, 0).start, from);
        line.len() > LONG && chars_on(text.as_str(), line.start, line.end, LONG) < line.end
    };
    line_ends(between) == 1 && (goes_on() || is_long())
}

/// Whether the line that byte `at` lies in is a row of a table: with a tabulator, a wide gap or a bar between its words.
fn is_row(text: &Text<'_>, at: usize) -> bool {
    const MOST: usize = 200;
    let line = text.slice(text.line_span(at, MOST)).trim();
    line.contains(['\t', '|']) || line.contains("   ")
}

fn before(text: &Text<'_>, start: usize) -> Option<Span> {
    let near = head(text.as_str(), start, BESIDE);
    let from = start - near.len();
    let mut head = near.trim_end_matches(parts_nothing);
    if head.len() == near.len() {
        return None;
    }
    let opening = || opening(tail(text.as_str(), start, BESIDE));
    if let Some(before) = head.strip_suffix(',').filter(|_| parts_by_spelling(text, opening())) {
        head = before;
    }
    let part = Part::before(text, from, start);
    for _ in 0..=ADVERBS {
        let straight = negating(text, part, last_word(head), words::negates_next);
        if let Some(word) = straight.or_else(|| quoted_negation(text, part, head)) {
            return Some(word.shifted(from));
        }
        let adverb = head.trim_end_matches([',', '،', ')', ']']);
        if !words::may_end_adverb(adverb) {
            return None;
        }
        let rest = words::before_adverb(adverb, text.spoken())?;
        // One that is set apart has a comma on either side; else the comma ends the clause: `pas encore, l’outil`.
        if head.ends_with(COMMAS) && !rest.trim_end_matches(ch::is_space).ends_with(COMMAS) {
            return None;
        }
        head = rest;
        head = before_marks(head);
    }
    None
}

/// The word that ends `head` and negates what follows, where it stands in quotation marks or brackets of its own:
/// `“not” guilty`, `[not] guilty`.
fn quoted_negation(text: &Text<'_>, part: Part<'_>, head: &str) -> Option<Span> {
    let is_mark = |c: char| ch::is_opening(c) || matches!(c, '」' | '』' | ')' | ']');
    let inside = head.strip_suffix(is_mark)?.trim_end_matches(ch::is_space);
    let word = last_word(inside);
    let bare = inside[word.range()].trim_start_matches(ch::is_apostrophe);
    let word = negating(text, part, Span::new(word.end - bare.len(), word.end), words::negates_next)?;
    inside[..word.start].trim_end_matches(ch::is_space).ends_with(is_mark).then_some(word)
}

fn after(text: &Text<'_>, span: Span) -> Option<Span> {
    if is_closed(text, span) {
        return None;
    }
    let tail = tail(text.as_str(), span.end, BESIDE);
    let rest = tail.trim_start_matches(|c: char| ch::is_space(c) || ch::is_invisible(c));
    let start = tail.len() - rest.len();
    if start == 0 {
        return None;
    }
    let word = Span::new(start, start + first_word(rest));
    let part = Part::after(text, span);
    let of_none = || {
        let is_first = || count_negations(last_clause(text.slice(span)), text.spoken()) == 0;
        let is_one = reach::is_of_none(rest) && is_first();
        is_one.then(|| negating(text, part, word, words::negates_next)).flatten()
    };
    let word = negating(text, part, word, words::negates_last).or_else(of_none)?.shifted(span.end);
    let is_one =
        reach::may_stand_behind(text.slice(word), text.slice(span)) && !has_first_half(text, word, span);
    is_one.then_some(word)
}

/// Whether a span ends its clause with a mark of its own, so that no word after it is of the clause: `He said so.` before
/// `Not all did.` A stop before a small letter may be of an abbreviation.
pub(super) fn is_closed(text: &Text<'_>, span: Span) -> bool {
    let closes = |c: char| ch::is_quotation_mark(c) || matches!(c, ')' | ']' | '）' | '］');
    let is_outer = |c: char| ch::is_space(c) || ch::is_invisible(c) || closes(c);
    let Some(last) = text.slice(span).trim_end_matches(is_outer).chars().next_back() else { return false };
    let goes_on = || {
        let next = text.as_str()[span.end..].chars().find(|c| !is_outer(*c));
        next.is_some_and(char::is_lowercase)
    };
    match last {
        '.' | '…' => !goes_on(),
        mark => {
            ends_sentence(mark) || matches!(mark, ',' | ';' | ':' | '،' | '؛' | '，' | '、' | '；' | '：')
        }
    }
}

/// The word that `head` ends with, with its hyphens; one that is broken at a line's end is whole.
fn last_word(head: &str) -> Span {
    let stem = |end: usize| head[..end].trim_end_matches(is_in_compound).len();
    let start = stem(head.len());
    let broken = head[..start].trim_end_matches(['\r', '\n']);
    let is_broken = broken.len() < start && broken.ends_with(is_break);
    Span::new(if is_broken { stem(broken.len()) } else { start }, head.len())
}

/// The bytes of the word that `tail` begins with, with its hyphens; one that is broken at a line's end is whole.
fn first_word(tail: &str) -> usize {
    let stem = |from: usize| from + tail[from..].find(|c| !is_in_compound(c)).unwrap_or(tail.len() - from);
    let end = stem(0);
    let broken = end + (tail[end..].len() - tail[end..].trim_start_matches(['\r', '\n']).len());
    if broken > end && tail[..end].ends_with(is_break) { stem(broken) } else { end }
}

/// Whether `asks` says that the word at `range` of a part of a text negates, as it is written, by its last part, or with
/// its parts joined; where that lies. The text is asked for its language only where some word may negate.
fn negating(
    whole_text: &Text<'_>,
    part: Part<'_>,
    range: Span,
    asks: fn(&str, Option<&str>) -> bool,
) -> Option<Span> {
    let text = part.left_out();
    let whole = &text[range.range()];
    if words::is_surely_none(whole) {
        return None;
    }
    let language = whole_text.spoken();
    let negates = |word: &str| asks(word, language) || reach::is_negated_verb(word, language);
    let first = whole.trim_end_matches(|c| !ch::is_hyphen(c)).len();
    let mut last = range.start + first..range.end;
    last.start += reach::elided_before_negation(&text[last.clone()], language);
    let word = &text[last.clone()];
    if word.is_empty() || word.chars().any(ch::is_spaceless) {
        return None;
    }
    // The rest of a broken word is none of its own.
    let is_broken = whole.contains(ch::is_line_end);
    if !is_broken && negates(word) && part.negates(&last, language) {
        return Some(last.into());
    }
    if !whole.contains(is_break) && !is_broken {
        return None;
    }
    if words::is_joined_negation(whole, language) {
        return Some(range);
    }
    let joined: String = whole.chars().filter(|&c| !ch::is_hyphen(c) && !ch::is_line_end(c)).collect();
    let is_one = joined != whole && (COMPOUNDS.contains(&&*joined.to_lowercase()) || negates(&joined));
    is_one.then_some(range)
}

/// Negations that are written with a hyphen, without it.
const COMPOUNDS: &[&str] = &["noone"];

/// Whether the words of `span` have the second half of the French `ne` at `word`, before another begins.
fn has_second_half(text: &Text<'_>, word: Span, span: Span) -> bool {
    if !reach::is_first_half(text.slice(word)) || follows_nobody(text, word) {
        return false;
    }
    let all = tokens(text.slice(span));
    let words = all.iter().map(|token| &text.slice(span)[token.span.range()]);
    let mut before = None;
    words
        .take_while(|word| !reach::is_first_half(word))
        .any(|word| reach::is_second_half_after(before.replace(word), word))
}

/// Whether a word such as *rien* or *personne* stands before the French `ne` at `word`, which denies then whatever
/// follows: `rien ne prouve que`.
fn follows_nobody(text: &Text<'_>, word: Span) -> bool {
    let head = head(text.as_str(), word.start, BESIDE);
    let all = tokens(head);
    let near = all.iter().rev().take_while(|token| is_countable(token)).take(FARTHEST);
    near.map(|token| &head[token.span.range()]).any(reach::is_nobody)
}

/// Whether the last clause of `span` has the first half of the negation at `word` after it.
fn has_first_half(text: &Text<'_>, word: Span, span: Span) -> bool {
    let (content, language) = (text.slice(span), text.spoken());
    if reach::has_concord(language) {
        return count_negations(last_clause(content), language) > 0;
    }
    reach::is_second_half(text.slice(word)) && has_open_half(content)
}

/// Whether the last half of a French negation in `content` is a first one.
fn has_open_half(content: &str) -> bool {
    let all = tokens(content);
    let mut halves = all.iter().map(|token| &content[token.span.range()]);
    let last = halves.rfind(|word| reach::is_first_half(word) || reach::is_second_half(word));
    last.is_some_and(reach::is_first_half)
}

const COMMAS: [char; 2] = [',', '،'];

/// Marks that end a clause.
const CLAUSE_ENDS: [char; 8] = [',', ';', ':', '.', '!', '?', '،', '؛'];

/// What follows the last mark that ends a clause.
fn last_clause(content: &str) -> &str {
    &content[content.rfind(CLAUSE_ENDS).unwrap_or(0)..]
}

/// What stands before the first.
fn first_clause(content: &str) -> &str {
    &content[..content.find(CLAUSE_ENDS).unwrap_or(content.len())]
}

/// Whether a character between a negation and what it negates leaves them one phrase.
fn parts_nothing(c: char) -> bool {
    if c.is_ascii_alphanumeric() {
        return false;
    }
    let is_quote = || ch::is_opening(c) && !ch::is_apostrophe(c) && !matches!(c, '»' | '”');
    ch::is_space(c) || ch::is_invisible(c) || ch::is_emphasis(c) || is_quote()
}

/// A text without the marks at its end that leave its last word beside what follows.
pub(super) fn before_marks(head: &str) -> &str {
    head.trim_end_matches(|c: char| parts_nothing(c) || matches!(c, ',' | '،'))
}

/// Whether a character may break a word at a line's end.
fn is_break(c: char) -> bool {
    ch::is_hyphen(c) || c == '\u{AD}'
}

fn is_in_word(c: char) -> bool {
    ch::is_word(c) || ch::is_apostrophe(c) || ch::is_mark(c) || ch::is_invisible(c)
}

fn is_in_compound(c: char) -> bool {
    is_in_word(c) || ch::is_hyphen(c)
}

#[cfg(test)]
mod tests;
