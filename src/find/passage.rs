//! One place that was found, with the lines around it, cut while the text is at hand, and bounded.

use super::{At, Hit};
use crate::anchor::{self, Proposal, Quote, Standing};
use crate::fold::Difference;
use crate::fold::characters as ch;
use crate::source::{Capture, Source};
use crate::text::{Span, Text, chars_back, chars_on};
use crate::verify::{Context, Location, NamedDifference, trimmed, word_end, word_start};

/// So many code points are kept on either side of the words.
const KEPT: usize = 100;

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
    let path = format!("{}/{}", source.folder(), capture.text_file()).into();
    let location = Location::of(&path, text, whole);
    let named = |&(words, one): &(&str, &Difference)| NamedDifference::of(one, words, 0, text);
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
        negation: None,
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
    let block = text.blocks_around(words);
    let start = chars_back(content, block.start, words.start, KEPT);
    let end = chars_on(content, words.end, block.end, KEPT);
    let is_cut_before = start > block.start;
    let is_cut_after = !content[end..block.end].chars().all(ch::is_space);
    let start = if is_cut_before { word_start(content, start, words.start) } else { start };
    let end = if is_cut_after { word_end(content, words.end, end) } else { end };
    let shown = trimmed(content, Span::new(start, end), words);
    let inside = |span: &Span| Span::new(span.start - shown.start, span.end - shown.start);
    Context {
        text: text.slice(shown).to_owned(),
        marks: segments.iter().map(inside).collect(),
        sentence: Span::new(0, shown.len()),
        is_cut_before,
        is_cut_after,
        location,
    }
}

/// The places, widened where they cut a word or a number.
pub(super) fn whole_words(segments: &[Span], text: &Text<'_>) -> Vec<Span> {
    let widened = |&span: &Span| {
        let block = text.blocks_around(span);
        let passage = Text::new(text.slice(block)).in_language(text.language());
        let quote = Quote { segments: vec![text.slice(span)], within: None, partial: false, repeated: false };
        let anchoring = anchor::anchor(&quote, &passage);
        match (anchoring.standing, anchoring.proposal) {
            (Standing::Cut, Proposal::Exact(spans)) => spans
                .first()
                .map(|own| own.shifted(block.start))
                .filter(|own| own.contains(span))
                .unwrap_or(span),
            _ => span,
        }
    };
    segments.iter().map(widened).collect()
}
