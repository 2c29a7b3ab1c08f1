//! Quotes that omit words: segments in order, not overlapping, each the nearest after the one before,
//! all in one block or two neighbouring ones.

use super::{
    Anchoring, Cut, Edge, Order, PLACES_LISTED, Places, Quote, Sorted, Standing, ambiguous, boundary, cut,
};
use crate::text::{Span, Text};
use std::borrow::Cow;

/// The ways in which segments fit, one span a segment.
#[derive(Clone, Debug, Default)]
pub struct Chains {
    /// The first of them.
    pub kept: Vec<Vec<Span>>,
    /// How many there are.
    pub count: usize,
}

/// Every way in which the segments at these places fit: one for each place of the first that has the
/// others, each the nearest, after it in the same block or the next.
pub fn chains(places: &[Cow<'_, Places>], text: &Text<'_>) -> Chains {
    let mut chains = Chains::default();
    let Some((first, rest)) = places.split_first() else { return chains };
    if rest.is_empty() {
        chains.count = first.count;
        chains.kept = first.kept.iter().take(PLACES_LISTED).map(|&span| vec![span]).collect();
        return chains;
    }
    for &start in &first.kept {
        if chains.count * places.len() > MOST_STEPS {
            break;
        }
        let Some(end) = links(start, rest).last() else { break };
        let Some(end) = end else { break };
        if text.block(end.end - 1) - text.block(start.start) > 1 {
            continue;
        }
        chains.count += 1;
        if chains.kept.len() < PLACES_LISTED {
            chains.kept.extend(chain(start, rest));
        }
    }
    chains
}

/// So many steps from segment to segment are taken at the most; of more chains than that the number is
/// a least one.
const MOST_STEPS: usize = 4_000_000;

/// The nearest place of each further segment after the one before; `None`, and no more, where one has
/// none.
fn links<'p>(start: Span, rest: &'p [Cow<'_, Places>]) -> impl Iterator<Item = Option<Span>> + 'p {
    let mut end = Some(start.end);
    rest.iter().map_while(move |places| {
        let from = end?;
        let index = places.kept.partition_point(|span| span.start < from);
        let span = places.kept.get(index).copied();
        end = span.map(|span| span.end);
        Some(span)
    })
}

/// The chain from a place of the first segment; `None` where a further one has no place.
fn chain(start: Span, rest: &[Cow<'_, Places>]) -> Option<Vec<Span>> {
    std::iter::once(Some(start)).chain(links(start, rest)).collect()
}

/// Decides a quote of several segments that are all identical somewhere; `None` where one is not, or
/// where they do not fit.
pub fn decide(quote: &Quote<'_>, sorted: &[&Sorted], text: &Text<'_>) -> Option<Anchoring> {
    let allowed: Vec<Cow<'_, Places>> =
        sorted.iter().enumerate().map(|(number, sorted)| allowed(quote, number, sorted, text)).collect();
    let fitting = chains(&allowed, text);
    let first = fitting.kept.first();
    let wholes = |chain: &Vec<Span>| Span::new(chain[0].start, chain[chain.len() - 1].end);
    if let Some(first) = first.filter(|_| fitting.count == 1 || quote.repeated) {
        let mut anchoring = Anchoring::new(Standing::Stands, first.iter().copied().map(Some).collect());
        anchoring.repeats = fitting.kept[1..].iter().map(wholes).collect();
        return Some(anchoring);
    }
    if fitting.count > 1 {
        let places = Places { kept: fitting.kept.iter().map(wholes).collect(), count: fitting.count };
        return Some(ambiguous(quote, &places, &places, text));
    }
    let all: Vec<Cow<'_, Places>> = sorted.iter().map(|sorted| sorted.all()).collect();
    chains(&all, text).kept.first().map(|spans| cut(text, spans))
}

/// The places that will do for a segment: `partial` frees the ends of the whole quote, not those where words are
/// left out.
fn allowed<'s>(quote: &Quote<'_>, number: usize, sorted: &'s Sorted, text: &Text<'_>) -> Cow<'s, Places> {
    let places = sorted.allowed(quote);
    if sorted.partial.count == 0 || !quote.partial {
        return places;
    }
    let mut places = places.into_owned();
    let is_inner = |cut: &Cut| match cut.edge {
        Edge::Start => number > 0,
        Edge::End => number + 1 < quote.segments.len(),
    };
    let known = places.kept.len();
    places.kept.retain(|&span| {
        !boundary::cuts(text, span).any(|cut| is_inner(&cut) && parts_letters(text, span, cut.edge))
    });
    places.count -= known - places.kept.len();
    Cow::Owned(places)
}

/// Whether an end lies between letters of a script with capitals, in which words are written apart: Arabic, Hebrew
/// and Korean join small words to others.
fn parts_letters(text: &Text<'_>, span: Span, edge: Edge) -> bool {
    let at = if edge == Edge::Start { span.start } else { span.end };
    let has_case = |c: char| c.is_lowercase() || c.is_uppercase();
    let (before, after) = text.as_str().split_at(at);
    before.chars().next_back().is_some_and(has_case) && after.chars().next().is_some_and(has_case)
}

/// An anchoring for segments that are each there, but in another order or too far apart.
pub fn out_of_order(quote: &Quote<'_>, places: &[Cow<'_, Places>], text: &Text<'_>) -> Anchoring {
    let in_order = places.split_first().and_then(|(first, rest)| chain(*first.kept.first()?, rest));
    let order = if in_order.is_some() { Order::Apart } else { Order::Changed };
    let spans =
        in_order.unwrap_or_else(|| places.iter().filter_map(|places| places.kept.first().copied()).collect());
    let mut anchoring = Anchoring::new(Standing::Altered, spans.iter().copied().map(Some).collect());
    anchoring.order = order;
    anchoring.omitted.clear();
    anchoring.differences = super::chain_differences(quote, &spans, text);
    anchoring
}
