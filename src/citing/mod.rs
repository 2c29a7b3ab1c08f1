//! What a citation writes: the source's own characters for words that a person typed, in the place that
//! they meant, and the passage that decides it. Knows a text; no files, no claims.

mod holder;

pub(crate) use holder::holder;
pub use holder::is_short;

use crate::anchor::{self, Anchoring, Proposal, Quote, SegmentDifference, Standing};
use crate::fold::{Casing, Difference, characters as ch};
use crate::parse::has_words;
use crate::text::{Span, Text};

/// What a person wants to cite.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'w> {
    /// The words as they were typed, with `[…]` where some are left out.
    pub words: &'w str,
    /// The passage around them, as it was typed.
    pub within: Option<&'w str>,
    /// Where they begin.
    pub at: Option<Start>,
    /// Whether they may begin or end inside a word.
    pub partial: bool,
    /// Whether any of several identical places will do.
    pub repeated: bool,
}

/// A place that a person names: a line and perhaps a column, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// The line.
    pub line: usize,
    /// The column in code points.
    pub column: Option<usize>,
}

/// What is written for a wish, in spans of the text.
#[derive(Clone, Debug)]
pub struct Citation<'w> {
    /// The words that were typed, part by part.
    pub typed: Vec<&'w str>,
    /// Where each part stands.
    pub segments: Vec<Span>,
    /// The passage that holds them, where it is needed.
    pub within: Option<Span>,
    /// In what the words that were typed differ from those.
    pub differences: Vec<SegmentDifference>,
}

/// Why nothing is written for a wish.
#[derive(Clone, Debug)]
pub enum Refusal<'w> {
    /// The words do not stand; how they were found.
    Words(Vec<&'w str>, Box<Anchoring>),
    /// The passage around them does not stand once; how it was found.
    Within(&'w str, Box<Anchoring>),
    /// They stand, but not where the person says.
    Elsewhere(Vec<&'w str>, Box<Anchoring>),
    /// They stand in several places, and no passage of a sensible length tells them apart.
    Undecided(Vec<&'w str>),
}

/// The parts of words of which some are left out: what lies between `[…]`, `[...]`, `(…)`, `(...)`, and an
/// ellipsis between spaces.
pub fn parts(words: &str) -> Vec<&str> {
    const MARKS: [&str; 6] = ["[…]", "[...]", "(…)", "(...)", " … ", " ... "];
    let mut parts = Vec::new();
    let mut rest = words;
    while let Some((at, mark)) = MARKS.iter().filter_map(|mark| Some((rest.find(mark)?, mark))).min() {
        parts.push(&rest[..at]);
        rest = &rest[at + mark.len()..];
    }
    parts.push(rest);
    parts.into_iter().map(str::trim).filter(|part| has_words(part)).collect()
}

/// The spans, those that overlap or have nothing but white space between them joined.
pub(crate) fn joined(text: &Text<'_>, spans: &[Span]) -> Vec<Span> {
    let is_blank = |from: usize, to: usize| text.as_str()[from..to].chars().all(ch::is_blank);
    let mut joined: Vec<Span> = Vec::new();
    for &span in spans {
        match joined.last_mut() {
            Some(last) if last.end >= span.start || is_blank(last.end, span.start) => {
                last.end = last.end.max(span.end);
            }
            _ => joined.push(span),
        }
    }
    joined
}

/// Finds what a person wants to cite.
///
/// The words as a whole come first, for an ellipsis may be the source's own; then their parts.
///
/// # Errors
///
/// Where they do not stand, or not in one place, with how they were found.
pub fn cite<'w>(wish: &Wish<'w>, text: &Text<'_>) -> Result<Citation<'w>, Refusal<'w>> {
    let whole = cite_parts(wish, vec![wish.words.trim()], text);
    let is_lost = |standing| matches!(standing, Standing::Altered | Standing::Absent);
    match &whole {
        Err(Refusal::Words(_, anchoring)) if is_lost(anchoring.standing) => {
            let parts = parts(wish.words);
            if parts.len() > 1 {
                return cite_parts(wish, parts, text);
            }
            // Quotation marks that a person puts around the words are often their own.
            match without_marks(wish.words).map(|words| cite_parts(wish, vec![words], text)) {
                Some(Ok(cited)) => Ok(cited),
                _ => whole,
            }
        }
        _ => whole,
    }
}

/// Words without the quotation marks around them; `None` where there are none.
pub fn without_marks(words: &str) -> Option<&str> {
    let is_mark = |c: char| ch::is_quotation_mark(c) || ch::is_space(c);
    let bare = words.trim_matches(is_mark);
    (bare != words.trim() && has_words(bare)).then_some(bare)
}

fn cite_parts<'w>(
    wish: &Wish<'w>,
    typed: Vec<&'w str>,
    text: &Text<'_>,
) -> Result<Citation<'w>, Refusal<'w>> {
    let within = wish.within.map(|within| place_of(within.trim(), text)).transpose()?;
    let quote = Quote {
        segments: typed.clone(),
        within: within.map(|span| text.slice(span)),
        partial: wish.partial,
        repeated: wish.repeated,
    };
    let anchoring = anchor::anchor(&quote, text);
    let segments = match wish.at {
        Some(at) if is_there(&anchoring) => begun_at(&quote, at, text)
            .ok_or_else(|| Refusal::Elsewhere(typed.clone(), Box::new(anchoring.clone())))?,
        _ => settled(&anchoring)
            .or_else(|| any_of(&anchoring).filter(|_| wish.repeated))
            .ok_or_else(|| Refusal::Words(typed.clone(), Box::new(anchoring.clone())))?,
    };
    let casing = Casing::of(text.spoken());
    let differences = quote
        .segments
        .iter()
        .zip(&segments)
        .enumerate()
        .flat_map(|(segment, (words, &span))| {
            let named = crate::fold::differences(words, text.slice(span), casing).into_iter();
            named.map(move |one| SegmentDifference {
                segment,
                difference: Difference { source: one.source.shifted(span.start), ..one },
            })
        })
        .collect();
    let segments = joined(text, &segments);
    let within = match within {
        Some(span) => Some(span),
        None if wish.repeated => None,
        None => decided(&segments, wish.partial, text).ok_or_else(|| Refusal::Undecided(typed.clone()))?,
    };
    Ok(Citation { typed, segments, within, differences })
}

/// The one place of a passage, be it typed in other characters; `None` where it has none or several.
pub fn passage(within: &str, text: &Text<'_>) -> Option<Span> {
    place_of(within.trim(), text).ok()
}

/// The one place of a passage, be it typed in other characters.
fn place_of<'w>(within: &'w str, text: &Text<'_>) -> Result<Span, Refusal<'w>> {
    let quote = Quote { segments: vec![within], within: None, partial: false, repeated: false };
    let anchoring = anchor::anchor(&quote, text);
    let is_one = anchoring.place_count == 1;
    let place = settled(&anchoring).filter(|_| is_one).and_then(|spans| spans.into_iter().next());
    place.ok_or_else(|| Refusal::Within(within, Box::new(anchoring)))
}

/// Whether the words are in the text, be it in other characters or in several places.
fn is_there(anchoring: &Anchoring) -> bool {
    let is_found = matches!(anchoring.standing, Standing::Stands | Standing::Ambiguous | Standing::Variant);
    is_found && anchoring.within.is_kept()
}

/// Where each part stands, where there is but one such place.
fn settled(anchoring: &Anchoring) -> Option<Vec<Span>> {
    match (anchoring.standing, &anchoring.proposal) {
        _ if !is_there(anchoring) => None,
        (Standing::Stands, _) => anchoring.segments.iter().copied().collect(),
        (Standing::Variant, Proposal::Exact(spans)) if anchoring.place_count == 1 => Some(spans.clone()),
        _ => None,
    }
}

/// Where each part stands in one of several places, be it in other characters.
fn any_of(anchoring: &Anchoring) -> Option<Vec<Span>> {
    match (anchoring.standing, &anchoring.proposal) {
        (Standing::Variant, Proposal::Exact(spans)) if is_there(anchoring) => Some(spans.clone()),
        _ => None,
    }
}

/// Where the parts stand if they begin at `at`; within that paragraph and the next.
fn begun_at(quote: &Quote<'_>, at: Start, text: &Text<'_>) -> Option<Vec<Span>> {
    let content = text.as_str();
    let line = crate::text::lines(content).nth(at.line.checked_sub(1)?)?;
    let end = text.block_span(text.block_span(line.end.max(line.start)).end).end.max(line.end);
    let from = match at.column {
        None => line.start,
        Some(column) => crate::text::chars_on(content, line.start, line.end, column.checked_sub(1)?),
    };
    let quote = Quote { within: None, repeated: false, ..quote.clone() };
    let begins = |spans: &[Span]| match at.column {
        None => spans[0].start < line.end,
        Some(_) => spans[0].start == from,
    };
    let shifted =
        |spans: Vec<Span>, by| spans.into_iter().map(|span: Span| span.shifted(by)).collect::<Vec<_>>();
    let anchoring = anchor::anchor(&quote, &Text::new(&content[from..end]).in_language(text.language()));
    if let Some(spans) = settled(&anchoring) {
        return Some(shifted(spans, from)).filter(|spans| begins(spans));
    }
    if anchoring.standing == Standing::Variant {
        let nearest = match anchoring.proposal {
            Proposal::Exact(spans) => vec![spans],
            _ => Vec::new(),
        };
        let ways = nearest.into_iter().chain(anchoring.wholes).filter(|_| at.column.is_some());
        return ways.map(|spans| shifted(spans, from)).find(|spans| begins(spans));
    }
    if quote.segments.len() > 1 && at.column.is_some() {
        // The first of the ways in which they fit is the one that begins here, where one does.
        let any = Quote { repeated: true, ..quote };
        let first = anchor::anchor(&any, &Text::new(&content[from..end]).in_language(text.language()));
        return settled(&first).map(|spans| shifted(spans, from)).filter(|spans| begins(spans));
    }
    if anchoring.standing != Standing::Ambiguous {
        return None;
    }
    let places: Vec<Span> = anchoring.places.iter().map(|span| span.shifted(from)).collect();
    let mut here = places.into_iter().filter(|&place| begins(&[place]));
    let place = here.next().filter(|_| here.next().is_none())?;
    let inside = anchor::anchor(&quote, &Text::new(text.slice(place)).in_language(text.language()));
    settled(&inside).map(|spans| shifted(spans, place.start))
}

/// The passage that these places need: where the same words are in several, or where they are so few that
/// they say little. `None` where they need one and no passage will do, `Some(None)` where they need none.
pub fn decided(segments: &[Span], partial: bool, text: &Text<'_>) -> Option<Option<Span>> {
    let words: Vec<&str> = segments.iter().map(|&span| text.slice(span)).collect();
    let quote = Quote { segments: words.clone(), within: None, partial, repeated: false };
    let anchoring = anchor::anchor(&quote, text);
    let stands = settled(&anchoring).is_some_and(|spans| spans == segments);
    if stands && !is_short(&words) {
        return Some(None);
    }
    let holder = holder(segments, partial, text);
    (holder.is_some() || stands).then_some(holder)
}

#[cfg(test)]
mod tests;
