//! Where a passage went that is no longer between its neighbours. Knows the newer text's new land: what
//! no block accounts for.
//!
//! Seed and vote (seed-chain-align, Li 2018): runs of a few words that the passage or its context share
//! with the new land are seeds, rare ones weigh more, and the stretches where they crowd are aligned.
//! Only new land is searched. What stands elsewhere and already stood there is not where the passage
//! went, however alike it is (Heckel 1978: a line is moved when it is gone here and new there).

use super::DOUBTFUL;
use super::chain::Item;
use super::map::Map;
use super::place::{CONTEXT, Placed, Region, place};
use super::words::{Free, shingles, words};
use crate::anchor::windows::WindowMap;
use crate::fold::characters as ch;
use crate::text::{Span, around};

/// A run of words that stands more often than this in the new land says nothing.
const MOST_OFTEN: usize = 64;

/// So many stretches are aligned for one passage.
const WINDOWS: usize = 5;

/// New land is read in pieces of so many bytes, so that memory is bounded.
const PIECE: usize = 1 << 16;

/// The new land of a text, by runs of words.
pub struct Land {
    /// The gaps of the newer text, ascending.
    gaps: Vec<Span>,
    /// Every run of words: its key and where it begins, sorted.
    runs: Vec<(u64, u32)>,
}

impl Land {
    /// Reads what no block of the map accounts for.
    pub fn new(map: &Map<'_>) -> Self {
        let is_land = |gap: &Span| map.new[gap.range()].chars().any(char::is_alphanumeric);
        let gaps: Vec<Span> = map.gaps().into_iter().map(|(_, new)| new).filter(is_land).collect();
        let mut runs = Vec::new();
        for piece in gaps.iter().flat_map(|&gap| pieces(map.new, gap)) {
            let found = words(map.new, piece);
            let start = |item: &Item| found[item.start as usize].term.token.span.start as u32;
            runs.extend(shingles(&found).iter().map(|item| (item.key, start(item))));
        }
        runs.sort_unstable();
        Self { gaps, runs }
    }

    /// The stretches that look most like the passage and its context, best first, none across two gaps.
    fn windows(&self, map: &Map<'_>, around: Span, passage: Span) -> Vec<(Span, Span)> {
        let mut hits: Vec<Hit> = Vec::new();
        let sought = words(map.old, around);
        for item in shingles(&sought) {
            let from = self.runs.partition_point(|run| run.0 < item.key);
            let places = self.runs[from..].iter().take_while(|run| run.0 == item.key);
            let count = places.clone().take(MOST_OFTEN + 1).count();
            if count > MOST_OFTEN {
                continue;
            }
            let word = sought[item.start as usize].term.token.span;
            let nearness = if passage.contains(word) { 1.0 } else { 0.2 };
            let weight = nearness / (count as f64).sqrt();
            hits.extend(places.map(|run| Hit { at: run.1 as usize, key: run.0, weight }));
        }
        hits.sort_unstable_by_key(|hit| (hit.at, hit.key));
        let width = around.len() + around.len() / 2 + 64;
        let mut votes: Vec<(f64, Span, Span)> = Vec::new();
        let mut rest = &hits[..];
        while let Some(gap) = rest.first().and_then(|hit| self.gap(hit.at)) {
            let (inside, after) = rest.split_at(rest.partition_point(|hit| hit.at < gap.end));
            votes.extend(crowded(inside, width).into_iter().map(|(vote, span)| (vote, span, gap)));
            rest = after;
        }
        votes.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let best = votes.first().map_or(0.0, |vote| vote.0);
        votes.retain(|vote| vote.0 >= best * 0.4);
        votes.into_iter().take(WINDOWS).map(|(_, window, gap)| (window, gap)).collect()
    }

    /// The gap that holds byte `at`.
    fn gap(&self, at: usize) -> Option<Span> {
        let index = self.gaps.partition_point(|gap| gap.end <= at);
        self.gaps.get(index).copied().filter(|gap| gap.start <= at)
    }

    /// The places in the new land that the passage may have gone to, each with its alignment.
    pub fn candidates(&self, map: &Map<'_>, passage: Span) -> Vec<Placed> {
        let around = around(map.old, passage, CONTEXT);
        let room = around.len() + 64;
        let mut found: Vec<Placed> = Vec::new();
        for (window, gap) in self.windows(map, around, passage) {
            let start = map.new.floor_char_boundary(window.start.saturating_sub(room)).max(gap.start);
            let end = map.new.ceil_char_boundary((window.end + room).min(map.new.len())).min(gap.end);
            let (start, end) = whole_words(map.new, start, end);
            let region = Region {
                old: around,
                new: Span::new(start, end.max(start)),
                free: Free { start: true, end: true },
            };
            let placed = with_or_without_context(map, region, passage);
            let overlaps = |known: &Placed| match (known.span, placed.span) {
                (Some(a), Some(b)) => a.overlaps(b),
                _ => true,
            };
            if placed.span.is_some() && !found.iter().any(overlaps) {
                found.push(placed);
            }
        }
        found
    }
}

/// Lays the passage upon a stretch with what stood around it; alone where that keeps it from its place: two
/// sentences that changed places cannot both be laid upon the other two.
fn with_or_without_context(map: &Map<'_>, region: Region, passage: Span) -> Placed {
    let placed = place(map, region, passage);
    if placed.span.is_some() && placed.recall >= DOUBTFUL {
        return placed;
    }
    let alone = place(map, Region { old: passage, ..region }, passage);
    if alone.recall > placed.recall { alone } else { placed }
}

/// The stretch with the words whole that it begins and ends in: blocks end between any two letters.
fn whole_words(text: &str, start: usize, end: usize) -> (usize, usize) {
    const LONGEST_WORD: usize = 64;
    let is_part = |c: &char| ch::is_word(*c) && !ch::is_spaceless(*c);
    let length = |chars: &mut dyn Iterator<Item = char>| {
        chars.take(LONGEST_WORD).take_while(is_part).map(char::len_utf8).sum::<usize>()
    };
    (start - length(&mut text[..start].chars().rev()), end + length(&mut text[end..].chars()))
}

/// A gap in pieces that end with white space where there is any near.
fn pieces(text: &str, gap: Span) -> Vec<Span> {
    let mut all = Vec::new();
    let mut start = gap.start;
    while gap.end - start > PIECE {
        let end = text.floor_char_boundary(start + PIECE);
        let near = text.floor_char_boundary(end - 256);
        let end = text[near..end].rfind(char::is_whitespace).map_or(end, |space| near + space);
        all.push(Span::new(start, end));
        start = end;
    }
    all.push(Span::new(start, gap.end));
    all
}

/// A run of words that the passage or its context shares with the new land.
#[derive(Clone, Copy)]
struct Hit {
    /// Where it lies in the newer text.
    at: usize,
    key: u64,
    weight: f64,
}

/// The stretches no longer than `width`, none overlapping, with the weight of the different runs in each.
fn crowded(hits: &[Hit], width: usize) -> Vec<(f64, Span)> {
    let mut inside: WindowMap<u64, u32> = WindowMap::default();
    let (mut first, mut sum) = (0, 0.0);
    let mut votes: Vec<(f64, Span)> = Vec::new();
    for hit in hits {
        let count = inside.entry(hit.key).or_default();
        *count += 1;
        if *count == 1 {
            sum += hit.weight;
        }
        while hits[first].at + width < hit.at {
            let gone = inside.entry(hits[first].key).or_default();
            *gone -= 1;
            if *gone == 0 {
                sum -= hits[first].weight;
            }
            first += 1;
        }
        // One run alone is shared by chance.
        if hits[first].at == hit.at && hits.len() > 1 {
            continue;
        }
        let vote = (sum, Span::new(hits[first].at, hit.at));
        match votes.last_mut().filter(|known| known.1.start + width >= vote.1.start) {
            Some(known) if known.0 >= vote.0 => {}
            Some(known) => *known = vote,
            None => votes.push(vote),
        }
    }
    votes
}
