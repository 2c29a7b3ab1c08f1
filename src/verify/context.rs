//! The sentences around a quote, cut while the capture's bytes are at hand, and bounded in length.

use super::Location;
use crate::anchor::Anchoring;
use crate::anchor::sentences;
use crate::fold::characters as ch;
use crate::text::{Span, Text, chars_back, chars_on};
use std::sync::Arc;

/// Words of a source with the sentences around them: the one before, those that hold them, the one
/// after, as far as they are in the same paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// From the first marked word to the last one.
    pub location: Location,
    /// The sentences, as they are in the source.
    pub text: String,
    /// The words that were found, in bytes of `text`, in order.
    pub marks: Vec<Span>,
    /// The sentences that hold them, in bytes of `text`.
    pub sentence: Span,
    /// Whether the first sentence begins before `text`.
    pub is_cut_before: bool,
    /// Whether the last sentence goes on after `text`.
    pub is_cut_after: bool,
}

/// So many code points are kept on either side of the words, and at the most between two segments.
const KEPT: usize = 400;
/// So many places of an undecided quote are kept with their sentences.
const PLACES_KEPT: usize = 5;
/// So many bytes beside a cut are looked at for the end of a word.
const WORD: usize = 40;

/// The passages in which a quote or its nearest words lie.
pub(super) fn contexts(path: &Arc<str>, text: &Text<'_>, anchoring: &Anchoring) -> Vec<Context> {
    let groups: Vec<Vec<Span>> = if anchoring.places.is_empty() {
        neighbours(anchoring.spans().collect(), text)
    } else {
        anchoring.places.iter().take(PLACES_KEPT).map(|&place| vec![place]).collect()
    };
    groups.iter().filter_map(|marks| context(path, text, marks)).collect()
}

/// Spans in reading order, those that lie far apart in groups of their own.
fn neighbours(mut spans: Vec<Span>, text: &Text<'_>) -> Vec<Vec<Span>> {
    spans.retain(|span| !span.is_empty());
    spans.sort_unstable();
    spans.dedup();
    let is_far = |from: usize, to: usize| from < to && chars_on(text.as_str(), from, to, KEPT) < to;
    let mut groups: Vec<Vec<Span>> = Vec::new();
    let mut end = 0;
    for span in spans {
        match groups.last_mut().filter(|_| !is_far(end, span.start)) {
            Some(group) => group.push(span),
            None => groups.push(vec![span]),
        }
        end = end.max(span.end);
    }
    groups
}

fn context(path: &Arc<str>, text: &Text<'_>, marks: &[Span]) -> Option<Context> {
    let words = Span::new(marks.first()?.start, marks.iter().map(|mark| mark.end).max()?);
    let content = text.as_str();
    let block = text.blocks_around(words);
    let window = Span::new(
        chars_back(content, block.start, words.start, KEPT),
        chars_on(content, words.end, block.end, KEPT),
    );
    let (own, around) = around(content, window, words);
    let is_cut_before = around.start == window.start && window.start > block.start;
    let is_cut_after = around.end == window.end && !content[window.end..block.end].chars().all(ch::is_space);
    let start = if is_cut_before { word_start(content, around.start, words.start) } else { around.start };
    let end = if is_cut_after { word_end(content, words.end, around.end) } else { around.end };
    let shown = trimmed(content, Span::new(start, end), words);
    let own = Span::new(own.start.clamp(start, words.start), own.end.clamp(words.end, end));
    let inside = |span: Span| Span::new(span.start - shown.start, span.end - shown.start);
    Some(Context {
        location: Location::of(path, text, words),
        text: text.slice(shown).to_owned(),
        marks: marks.iter().copied().map(inside).collect(),
        sentence: inside(trimmed(content, own, words)),
        is_cut_before,
        is_cut_after,
    })
}

/// So many bytes on either side of some words are looked at for their sentence.
const SENTENCE: usize = 1000;

/// The sentence, or the sentences, that hold some words of a text, inside their paragraph.
pub fn sentence_around(text: &Text<'_>, words: Span) -> Span {
    let content = text.as_str();
    let block = text.blocks_around(words);
    let start = content.ceil_char_boundary(words.start.saturating_sub(SENTENCE)).max(block.start);
    let end = content.floor_char_boundary((words.end + SENTENCE).min(content.len())).min(block.end);
    let window = Span::new(start.min(words.start), end.max(words.end));
    trimmed(content, around(content, window, words).0, words)
}

/// The sentences in a window that hold `words`, and those with the one before and the one after.
fn around(content: &str, window: Span, words: Span) -> (Span, Span) {
    let starts = sentences::starts(&content[window.range()]);
    let starts: Vec<usize> = starts.into_iter().map(|start| window.start + start).collect();
    let begun = starts.partition_point(|&start| start <= words.start);
    let start_of = |number: usize| if number == 0 { window.start } else { starts[number - 1] };
    let ended = starts.partition_point(|&start| start < words.end);
    let end_of = |number: usize| starts.get(number).copied().unwrap_or(window.end);
    (
        Span::new(start_of(begun), end_of(ended)),
        Span::new(start_of(begun.saturating_sub(1)), end_of(ended + 1)),
    )
}

/// A span without white space at its ends, but with all of `words`.
pub(crate) fn trimmed(content: &str, span: Span, words: Span) -> Span {
    let before = content[span.start..words.start].trim_start();
    let after = content[words.end..span.end].trim_end();
    Span::new(words.start - before.len(), words.end + after.len())
}

/// Where to begin instead of inside a word, or at a mark without its letter.
pub(crate) fn word_start(content: &str, start: usize, most: usize) -> usize {
    let near = content.floor_char_boundary((start + WORD).min(most));
    let ahead = &content[start..near];
    match ahead.find(ch::is_space) {
        Some(space) => start + space,
        None => start + (ahead.len() - ahead.trim_start_matches(ch::is_mark).len()),
    }
}

/// Where to end instead of inside a word, or between a letter and its mark.
pub(crate) fn word_end(content: &str, least: usize, end: usize) -> usize {
    let near = content.ceil_char_boundary(end.saturating_sub(WORD).max(least));
    if let Some(space) = content[near..end].rfind(ch::is_space) {
        return near + space;
    }
    let is_split = content[end..].starts_with(ch::is_mark);
    let letter = content[near..end].char_indices().rev().find(|&(_, c)| !ch::is_mark(c));
    letter.filter(|_| is_split).map_or(end, |(at, _)| near + at)
}
