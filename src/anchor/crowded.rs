//! Segments that a text has in more places than are kept of each: what a quote of them is must not depend on how many other
//! quotes there are. Knows places and blocks.

use super::Quote;
use super::occurrences;
use super::places::{Places, Sorted, Sorting};
use crate::text::{Span, Text};

/// All places of each segment where some were left out: those near a place of the rarest segment, for a quote lies in one
/// block or two neighbouring ones. `None` where none was left out.
pub(super) fn completed(
    quote: &Quote<'_>,
    sorted: &[&Sorted],
    text: &Text<'_>,
    region: Span,
) -> Option<Vec<Sorted>> {
    if sorted.iter().all(|one| one.is_complete()) {
        return None;
    }
    let rarest = sorted.iter().filter(|one| one.is_complete()).min_by_key(|one| one.count());
    let near = rarest.map_or_else(|| vec![region], |rarest| neighbourhoods(&rarest.all(), text, region));
    let pairs = quote.segments.iter().zip(sorted);
    Some(
        pairs
            .map(
                |(segment, one)| {
                    if one.is_complete() { (*one).clone() } else { again(segment, quote, text, &near) }
                },
            )
            .collect(),
    )
}

/// The blocks that places lie in with those beside them, ascending and apart.
fn neighbourhoods(places: &Places, text: &Text<'_>, region: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for place in &places.kept {
        let own = text.blocks_around(*place);
        let start = text.block_span(own.start.saturating_sub(1)).start.max(region.start);
        let end = text.block_span(own.end).end.max(own.end).min(region.end);
        match found.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            _ => found.push(Span::new(start, end)),
        }
    }
    found
}

/// All places of a segment in these stretches.
fn again(segment: &str, quote: &Quote<'_>, text: &Text<'_>, near: &[Span]) -> Sorted {
    let mut sorted = Sorted::default();
    let sorting = Sorting::of_all(quote);
    for stretch in near {
        let haystack = text.slice(*stretch).as_bytes();
        occurrences::search(haystack, &[segment.as_bytes()], |_, start| {
            let start = stretch.start + start;
            sorted.push(text, Span::new(start, start + segment.len()), sorting);
        });
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::super::{Quote, Standing, anchor, anchor_all};
    use crate::text::Text;

    fn quote(segments: Vec<&str>, partial: bool) -> Quote<'_> {
        Quote { segments, within: None, partial, repeated: false }
    }

    /// What becomes of a quote alone, and beside so many others that fewer places of each are kept.
    fn alone_and_among_many(sought: &Quote<'_>, content: &str) -> [(Standing, usize); 2] {
        let text = Text::new(content);
        let others: Vec<String> = (0..8_200).map(|number| format!("no such word {number}")).collect();
        let mut quotes = vec![sought.clone()];
        quotes.extend(others.iter().map(|other| quote(vec![other], false)));
        let among = anchor_all(&quotes, &text).swap_remove(0);
        [anchor(sought, &text), among].map(|one| (one.standing, one.place_count))
    }

    #[test]
    fn a_segment_in_many_places_is_found_wherever_the_others_are() {
        let middle = "alpha beta gamma.\n\n".repeat(1_500);
        let twice = format!("alpha now zeta one.\n\n{middle}alpha then zeta one.\n");
        let sought = quote(vec!["alpha", "zeta one"], false);
        assert_eq!(alone_and_among_many(&sought, &twice), [(Standing::Ambiguous, 3); 2]);
        let once = format!("{middle}Nothing.\n\nalpha then zeta one.\n");
        assert_eq!(alone_and_among_many(&sought, &once).map(|one| one.0), [Standing::Stands; 2]);
    }

    #[test]
    fn a_cut_that_drops_a_negation_is_none_that_a_partial_quote_may_make_however_many_there_are() {
        let content = "They couldn’t go. ".repeat(1_100);
        let found = alone_and_among_many(&quote(vec!["could"], true), &content);
        assert_eq!(found, [(Standing::Cut, 1_100); 2]);
    }
}
