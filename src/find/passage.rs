//! One place that was found, with the lines around it, cut while the text is at hand, and bounded.

use super::{At, Hit};
use crate::anchor::{self, Proposal, Quote, Standing};
use crate::fold::Difference;
use crate::fold::characters as ch;
use crate::quoting;
use crate::source::{Capture, Source};
use crate::text::{Span, Text, char_count, chars_back, chars_on};
use crate::verify::{Context, Location, NamedDifference};

/// So many code points are kept on either side of the words.
const KEPT: usize = 100;
/// So many bytes beside a cut are looked at for the end of a word.
const WORD: usize = 40;

/// What was found in these places; `differences` with the words that each is of.
pub(super) fn hit(
    at: At,
    (source, capture): (&Source, &Capture),
    text: &Text<'_>,
    segments: &[Span],
    differences: &[(&str, &Difference)],
) -> Hit {
    let whole = Span::new(
        segments.iter().map(|span| span.start).min().unwrap_or(0),
        segments.iter().map(|span| span.end).max().unwrap_or(0),
    );
    let start = text.position(whole.start);
    let location = Location {
        path: format!("{}/{}", source.folder(), capture.text_file()).into(),
        line: start.line,
        column: start.column,
        bytes: whole,
        chars: (start.char, start.char + char_count(text.slice(whole))),
        page: text.page(start.char),
    };
    let named = |&(words, one): &(&str, &Difference)| {
        let (quote, own) = (&words[one.quote.range()], text.slice(one.source));
        NamedDifference {
            kind: one.kind,
            quote: quote.to_owned(),
            source: own.to_owned(),
            name: quoting::names(if own.is_empty() { quote } else { own }),
            quote_char: char_count(&words[..one.quote.start]),
            source_char: text.position(one.source.start).char,
        }
    };
    Hit {
        source: at.0,
        capture: at.1,
        standing: Standing::Stands,
        nearness: 1.0,
        context: context(text, segments, location.clone()),
        location,
        segments: segments.to_vec(),
        found: segments.iter().map(|&span| text.slice(span).to_owned()).collect(),
        differences: differences.iter().map(named).collect(),
        quote: Vec::new(),
        is_withheld: false,
    }
}

impl Hit {
    pub(super) fn standing(self, standing: Standing, nearness: f64) -> Self {
        Self { standing, nearness, ..self }
    }
}

/// The paragraph around the words, or as much of it as is kept.
fn context(text: &Text<'_>, segments: &[Span], location: Location) -> Context {
    let (content, words) = (text.as_str(), location.bytes);
    let first = text.block_span(words.start).start.min(words.start);
    let last = text.block_span(words.end.saturating_sub(1)).end.max(words.end);
    let start = chars_back(content, first, words.start, KEPT);
    let end = chars_on(content, words.end, last, KEPT);
    let is_cut_before = start > first;
    let is_cut_after = !content[end..last].chars().all(ch::is_space);
    let start = if is_cut_before { word_start(content, start, words.start) } else { start };
    let end = if is_cut_after { word_end(content, words.end, end) } else { end };
    let start = words.start - content[start..words.start].trim_start().len();
    let end = words.end + content[words.end..end].trim_end().len();
    let inside = |span: &Span| Span::new(span.start - start, span.end - start);
    Context {
        text: content[start..end].to_owned(),
        marks: segments.iter().map(inside).collect(),
        sentence: Span::new(0, end - start),
        is_cut_before,
        is_cut_after,
        location,
    }
}

/// Where to begin instead of inside a word.
fn word_start(content: &str, start: usize, most: usize) -> usize {
    let near = content.floor_char_boundary((start + WORD).min(most));
    content[start..near].find(ch::is_space).map_or(start, |space| start + space)
}

/// Where to end instead of inside a word.
fn word_end(content: &str, least: usize, end: usize) -> usize {
    let near = content.ceil_char_boundary(end.saturating_sub(WORD).max(least));
    content[near..end].rfind(ch::is_space).map_or(end, |space| near + space)
}

/// The places, widened where they cut a word or a number.
pub(super) fn whole_words(segments: &[Span], text: &Text<'_>) -> Vec<Span> {
    let widened = |&span: &Span| {
        let from = text.block_span(span.start).start.min(span.start);
        let to = text.block_span(span.end.saturating_sub(1)).end.max(span.end);
        let passage = Text::new(&text.as_str()[from..to]).in_language(text.language());
        let quote = Quote { segments: vec![text.slice(span)], within: None, partial: false, repeated: false };
        let anchoring = anchor::anchor(&quote, &passage);
        match (anchoring.standing, anchoring.proposal) {
            (Standing::Cut, Proposal::Exact(spans)) => {
                spans.first().map(|own| own.shifted(from)).filter(|own| own.contains(span)).unwrap_or(span)
            }
            _ => span,
        }
    };
    segments.iter().map(widened).collect()
}
