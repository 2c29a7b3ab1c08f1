//! `within`: the longer passage that holds a quote, and the shortest one that would decide between
//! several places.

use super::{Anchoring, Depth, Places, Proposal, Quote, Standing, Within, boundary, find};
use crate::text::{Span, Text};

/// Answers the quotes that have a `within`: it must stand once itself, and hold the quote.
///
/// Three steps, each shared by all of them: the holders in the whole text, each quote inside its
/// holder, and in the whole text those that were not found there.
pub fn anchor_all(quotes: &[Quote<'_>], text: &Text<'_>, depth: Depth, answers: &mut [Option<Anchoring>]) {
    let whole = Span::new(0, text.as_str().len());
    let held: Vec<usize> = (0..quotes.len()).filter(|&index| quotes[index].within.is_some()).collect();
    let holders: Vec<Quote<'_>> = held.iter().filter_map(|&index| holder(&quotes[index])).collect();
    let holders = find(&holders.iter().collect::<Vec<_>>(), text, whole, depth);
    let tried: Vec<Tried> = held
        .iter()
        .zip(holders)
        .map(|(&index, holder)| Tried::new(&quotes[index], holder, text, depth))
        .collect();
    let is_open = |tried: &&(usize, Tried)| !matches!(&tried.1, Tried::Inside(_, inside) if is_found(inside));
    let tried: Vec<(usize, Tried)> = held.into_iter().zip(tried).collect();
    let open: Vec<&Quote<'_>> = tried.iter().filter(is_open).map(|(index, _)| &quotes[*index]).collect();
    let mut anywhere = find(&open, text, whole, depth).into_iter();
    for (index, tried) in tried {
        answers[index] = Some(tried.settle(&mut anywhere));
    }
}

/// The `within` of a quote as a quote of its own.
fn holder<'q>(quote: &Quote<'q>) -> Option<Quote<'q>> {
    Some(Quote { segments: vec![quote.within?], within: None, partial: false, repeated: false })
}

fn is_found(anchoring: &Anchoring) -> bool {
    !matches!(anchoring.standing, Standing::Absent | Standing::Altered)
}

/// What is known of a quote once its `within` was looked for.
enum Tried {
    /// `within` does not stand once.
    Outside(Anchoring),
    /// `within` stands here, and this is the quote inside it.
    Inside(Span, Anchoring),
}

impl Tried {
    fn new(quote: &Quote<'_>, holder: Anchoring, text: &Text<'_>, depth: Depth) -> Self {
        match holder.span().filter(|_| holder.standing == Standing::Stands) {
            Some(place) => Self::Inside(place, find(&[quote], text, place, depth).remove(0)),
            None => Self::Outside(holder),
        }
    }

    /// The answer; `anywhere` yields where the quote is in the whole text, for those that need it.
    fn settle(self, anywhere: &mut impl Iterator<Item = Anchoring>) -> Anchoring {
        let mut next = || anywhere.next().expect("one answer for each open quote");
        match self {
            Self::Outside(holder) => Anchoring { within: Within::Wrong(Box::new(holder)), ..next() },
            Self::Inside(place, inside) if is_found(&inside) => {
                Anchoring { within: Within::Stands(place), ..inside }
            }
            Self::Inside(place, inside) => {
                let anywhere = next();
                if is_found(&anywhere) || inside.standing == Standing::Absent {
                    return Anchoring { within: Within::Elsewhere(place), ..anywhere };
                }
                Anchoring { within: Within::Stands(place), ..inside }
            }
        }
    }
}

/// For so many of the places a `within` is proposed.
const PROPOSED: usize = 3;

/// So many words are added at the most, on both sides together.
const MOST_WORDS: usize = 12;

/// For each of the first places the shortest `within`, by whole words, that holds it and no other place.
///
/// `all` are the places of the same words, cut ones too.
pub fn proposals(places: &[Span], all: &Places, text: &Text<'_>) -> Proposal {
    if all.kept.len() < all.count {
        return Proposal::None;
    }
    let found: Vec<Span> =
        places.iter().take(PROPOSED).filter_map(|&place| shortest(place, all, text)).collect();
    if found.is_empty() { Proposal::None } else { Proposal::Within(found) }
}

fn shortest(place: Span, all: &Places, text: &Text<'_>) -> Option<Span> {
    let block = text.block_span(place.start);
    let starts = word_starts(text.as_str(), block.start, place.start);
    let ends = word_ends(text.as_str(), place.end, block.end);
    let splits = (1..=MOST_WORDS).flat_map(|words| (0..=words).map(move |left| (left, words - left)));
    splits
        .filter_map(|(left, right)| Some(Span::new(*starts.get(left)?, *ends.get(right)?)))
        .find(|&candidate| decides(candidate, place, all, text))
}

/// Whether `candidate` cuts nothing, holds the words at `place` once, and is found once itself.
fn decides(candidate: Span, place: Span, all: &Places, text: &Text<'_>) -> bool {
    let content = text.as_str().as_bytes();
    let (before, after) = (place.start - candidate.start, candidate.end - place.end);
    let words = &content[candidate.range()];
    let is_same = |other: &Span| {
        let start = other.start.checked_sub(before);
        start.is_some_and(|start| content.get(start..other.end + after) == Some(words))
    };
    let is_inside = |other: &&Span| candidate.contains(**other);
    all.kept.iter().filter(is_inside).count() == 1
        && all.kept.iter().filter(|other| is_same(other)).count() == 1
        && boundary::worst_cut(text, candidate).is_none()
}

/// Where `within` may begin: at the place itself, then at the start of each word before it.
fn word_starts(text: &str, from: usize, to: usize) -> Vec<usize> {
    let mut starts = vec![to];
    let mut at = to;
    while starts.len() <= MOST_WORDS && at > from {
        let before = text[from..at].trim_end();
        let word = before.rfind(char::is_whitespace).map_or(from, |space| {
            from + space + text[from + space..].chars().next().map_or(1, char::len_utf8)
        });
        if before.is_empty() || word >= at {
            break;
        }
        starts.push(word);
        at = word;
    }
    starts
}

/// Where `within` may end: at the place itself, then at the end of each word after it.
fn word_ends(text: &str, from: usize, to: usize) -> Vec<usize> {
    let mut ends = vec![from];
    let mut at = from;
    while ends.len() <= MOST_WORDS && at < to {
        let rest = &text[at..to];
        let skipped = rest.len() - rest.trim_start().len();
        let word = rest[skipped..].find(char::is_whitespace).map_or(to, |length| at + skipped + length);
        if rest.trim_start().is_empty() {
            break;
        }
        ends.push(word);
        at = word;
    }
    ends
}
