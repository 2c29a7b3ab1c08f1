//! The passage around words that decides between several places, as short as reads well.

use crate::anchor::tokens::{Class, Token, ends_sentence, tokens};
use crate::anchor::{Quote, Standing, Within, anchor};
use crate::fold::characters as ch;
use crate::text::{Span, Text, char_count};

/// A quote of fewer code points says little without the words around it; `verify` counts a wide letter as two.
const SHORT: usize = 12;
/// The passage around a short quote tells at least as much as so many letters do; a letter of a script
/// written without spaces tells as much as two.
const TELLING: usize = 24;
/// So many words and marks on either side are looked at.
const BESIDE: usize = 24;
/// These lie within so many bytes.
const READ: usize = 4096;
/// So many passages are checked at the most.
const TRIED: usize = 64;

/// Whether words are so few that they say little without those around them.
pub fn is_short(segments: &[&str]) -> bool {
    segments.iter().map(|words| words.chars().take(SHORT).count()).sum::<usize>() < SHORT
}

/// The passage to write as `within` for words in these places: it holds them once, is in the text once, cuts
/// nothing, and is short; but rather a word longer than with half a pair of quotation marks. `None` where none
/// in the paragraph will do.
pub fn holder(segments: &[Span], partial: bool, text: &Text<'_>) -> Option<Span> {
    let content = text.as_str();
    let whole = Span::new(segments.first()?.start, segments.last()?.end);
    let block = text.blocks_around(whole);
    let block = Span::new(
        block.start.max(content.floor_char_boundary(whole.start.saturating_sub(READ))),
        block.end.min(content.ceil_char_boundary(whole.end + READ)),
    );
    let (starts, ends) = (starts(content, block, whole), ends(content, block, whole));
    let words: Vec<&str> = segments.iter().map(|&span| text.slice(span)).collect();
    let least = if is_short(&words) { TELLING.min(told(content[block.range()].trim())) } else { 0 };
    let mut candidates: Vec<(usize, Span)> = Vec::new();
    for &(cost_before, start) in &starts {
        for &(cost_after, end) in &ends {
            let span = Span::new(start, end);
            candidates.push((cost_before + cost_after + awkwardness(text.slice(span)), span));
        }
    }
    // What several segments leave out may decide by itself.
    candidates.retain(|(_, span)| *span != whole || segments.len() > 1);
    candidates.sort_by_key(|(cost, span)| (*cost, span.len(), span.start));
    let first = words[0];
    let places: Vec<usize> = memchr::memmem::find_iter(content.as_bytes(), first).collect();
    let is_once = |span: &Span| {
        let (before, passage) = (segments[0].start - span.start, &content.as_bytes()[span.range()]);
        let is_same = |place: &&usize| {
            place.checked_sub(before).is_some_and(|from| content.as_bytes()[from..].starts_with(passage))
        };
        places.iter().filter(is_same).take(2).count() == 1
    };
    // Where none that tells so much decides, a shorter one may.
    let is_telling = |span: &Span| told(text.slice(*span)) >= least;
    let spans = || candidates.iter().map(|(_, span)| *span);
    let telling = spans().filter(is_telling).filter(is_once).take(TRIED);
    let short = spans().filter(|span| !is_telling(span)).filter(is_once).take(TRIED);
    let decides = |span: &Span| {
        let quote =
            Quote { segments: words.clone(), within: Some(text.slice(*span)), partial, repeated: false };
        let anchoring = anchor(&quote, text);
        let is_right = anchoring.spans().eq(segments.iter().copied());
        anchoring.standing == Standing::Stands && is_right && matches!(anchoring.within, Within::Stands(_))
    };
    telling.chain(short).find(decides)
}

fn told(words: &str) -> usize {
    words.chars().map(|c| if ch::is_spaceless(c) { 2 } else { 1 }).sum()
}

/// Where a passage may begin, with what each word and mark before the place costs.
fn starts(content: &str, block: Span, whole: Span) -> Vec<(usize, usize)> {
    let before = tokens(&content[block.start..whole.start]);
    let mut all = vec![(0, whole.start)];
    let mut cost = 0;
    for (index, token) in before.iter().enumerate().rev().take(BESIDE) {
        cost += cost_of(*token);
        let words = &content[block.start..whole.start][token.span.range()];
        let follows_elision =
            token.class != Class::Mark && index > 0 && before[index - 1].span.end == token.span.start && {
                content[block.start..whole.start][before[index - 1].span.range()].ends_with(ch::is_apostrophe)
            };
        let is_stray = token.class == Class::Mark && !words.starts_with(ch::is_opening);
        // Costs whatever begins before it, too: a passage should not run from one sentence into the next.
        cost += 8 * usize::from(words.starts_with(ends_sentence));
        let is_inside = index > 0 && is_one_run(&before[index - 1], token);
        let awkward =
            3 * usize::from(follows_elision) + 6 * usize::from(is_stray) + 4 * usize::from(is_inside);
        all.push((cost + awkward, block.start + token.span.start));
    }
    all
}

/// Where a passage may end, likewise.
fn ends(content: &str, block: Span, whole: Span) -> Vec<(usize, usize)> {
    let after = tokens(&content[whole.end..block.end]);
    let mut all = vec![(0, whole.end)];
    let mut cost = 0;
    let mut is_ended = false;
    for (index, token) in after.iter().enumerate().take(BESIDE) {
        // Closing marks still belong to the sentence.
        cost += cost_of(*token) + 8 * usize::from(is_ended && token.class != Class::Mark);
        is_ended &= token.class == Class::Mark;
        let words = &content[whole.end..block.end][token.span.range()];
        let is_dangling = token.class == Class::Word
            && char_count(words) <= 4
            && after.get(index + 1).is_some_and(|next| next.class != Class::Mark);
        let is_stray = token.class == Class::Mark && words.starts_with(is_only_opening);
        let is_inside = after.get(index + 1).is_some_and(|next| is_one_run(token, next));
        let awkward = 3 * usize::from(is_dangling) + 6 * usize::from(is_stray) + 4 * usize::from(is_inside);
        all.push((cost + awkward, whole.end + token.span.end));
        is_ended |= words.starts_with(ends_sentence);
    }
    all
}

/// Whether no mark and no space parts two characters of a script without spaces: a word may go on from one to the other.
fn is_one_run(token: &Token, next: &Token) -> bool {
    token.class == Class::Ideograph && next.class == Class::Ideograph && token.span.end == next.span.start
}

/// Whether a mark opens and never closes; `»` does both, by language.
fn is_only_opening(c: char) -> bool {
    ch::is_opening(c) && !matches!(c, '»' | '«' | '”' | '“' | '"' | '’' | '\'')
}

const fn cost_of(token: Token) -> usize {
    match token.class {
        Class::Word | Class::Number => 2,
        Class::Ideograph | Class::Mark => 1,
    }
}

/// How many pairs of marks a passage has only half of.
fn awkwardness(passage: &str) -> usize {
    const PAIRS: [(char, char); 6] =
        [('«', '»'), ('“', '”'), ('(', ')'), ('[', ']'), ('《', '》'), ('（', '）')];
    let count = |mark: char| passage.chars().filter(|&c| c == mark).count();
    6 * PAIRS.iter().filter(|(open, close)| count(*open) != count(*close)).count()
}
