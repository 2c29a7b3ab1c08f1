//! The runs of letters that quotes share with a text: where their passages may lie. Knows folded letters, not
//! what is made of them.

use super::chunks::{Chunk, chunks};
use super::windows::{WindowFilter, WindowMap, narrow};
use crate::fold::Letters;
use crate::text::Span;
use crate::together;
use std::ops::RangeInclusive;

/// So many places of runs are kept for all quotes together, where each has its least.
const MOST_HITS: usize = 1 << 21;

/// A seed that a text and a quote share.
#[derive(Clone, Copy)]
pub struct Hit {
    /// Where it lies in the text, in bytes.
    text: u32,
    /// Where it lies in the quote's folded letters.
    pub quote: u32,
}

impl Hit {
    /// Where it lies in the text, in bytes.
    pub const fn at(self) -> usize {
        self.text as usize
    }
}

/// The runs of letters of many quotes.
pub struct Seeds {
    length: usize,
    /// A run that occurs more often is set aside.
    cap: u32,
    known: WindowFilter,
    filed: WindowMap<u64, u32>,
    /// The lengths that runs have: the tier's, and in the last tier those of quotes shorter than it.
    lengths: Vec<usize>,
    /// For each run the quotes that have it, and where.
    owners: Vec<Vec<(u32, u32)>>,
}

impl Seeds {
    /// Runs of `length` of the folded letters of some quotes, each with its number. How often one may occur in a text
    /// before it is set aside lies within `caps`: the more runs there are, the fewer places of each are kept.
    pub fn new(quotes: &[(usize, &[u8])], length: usize, caps: &RangeInclusive<u32>) -> Self {
        let total: usize = quotes.iter().map(|(_, letters)| letters.len()).sum();
        let size = (total * 16).next_power_of_two().clamp(1 << 12, 1 << 24);
        let mut seeds = Self {
            length,
            cap: *caps.start(),
            known: WindowFilter::new(size),
            filed: WindowMap::default(),
            lengths: Vec::new(),
            owners: Vec::new(),
        };
        for &(index, letters) in quotes {
            seeds.file(index, letters);
        }
        let filed: usize = seeds.owners.iter().map(Vec::len).sum();
        seeds.cap = narrow(MOST_HITS / filed.max(1)).clamp(*caps.start(), *caps.end());
        seeds
    }

    /// Files every `length / 4`th run of a quote: a stretch that is the same for a little more than one
    /// run still holds one.
    fn file(&mut self, index: usize, letters: &[u8]) {
        let length = self.length.min(letters.len());
        if !self.lengths.contains(&length) {
            self.lengths.push(length);
        }
        for at in (0..=letters.len() - length).step_by((self.length / 4).max(1)) {
            let key = key(letters, at, length);
            self.known.insert(key);
            let slot = *self.filed.entry(key).or_insert_with(|| {
                self.owners.push(Vec::new());
                narrow(self.owners.len() - 1)
            });
            self.owners[slot as usize].push((narrow(index), narrow(at)));
        }
    }

    /// Looks for them in a text, with room for so many quotes.
    pub fn scan(&self, text: &str, region: Span, quotes: usize) -> Scanned<'_> {
        let (counts, raw) = self.places(text, region);
        let (mut hits, mut set_aside) = (vec![Vec::new(); quotes], vec![0; quotes]);
        let mut rarest: Vec<Option<(u32, u32)>> = vec![None; quotes];
        for (slot, owners) in (0..).zip(&self.owners).filter(|&(slot, _)| counts[slot as usize] > self.cap) {
            for &(quote, _) in owners {
                let (rarest, own) = (&mut rarest[quote as usize], (counts[slot as usize], slot));
                set_aside[quote as usize] += 1;
                *rarest = Some(rarest.map_or(own, |known| known.min(own)));
            }
        }
        let (rare, mut common): (Vec<_>, Vec<_>) =
            raw.into_iter().partition(|&(_, slot)| counts[slot as usize] <= self.cap);
        common.sort_unstable_by_key(|&(place, slot)| (slot, place));
        for (place, slot) in rare {
            for &(quote, offset) in &self.owners[slot as usize] {
                hits[quote as usize].push(Hit { text: place, quote: offset });
            }
        }
        let rarest = rarest.into_iter().map(|rarest| rarest.map(|(_, slot)| slot)).collect();
        Scanned { hits, set_aside, commonplaces: Commonplaces { seeds: self, raw: common, rarest } }
    }

    /// How often each run occurs, and its first places as many as may be, in reading order.
    fn places(&self, text: &str, region: Span) -> (Vec<u32>, Vec<(u32, u32)>) {
        let (mut counts, mut kept) = (vec![0_u32; self.owners.len()], vec![0_u32; self.owners.len()]);
        let mut raw = Vec::new();
        let in_chunk = |chunk| self.places_in(text, chunk);
        together::in_turn(chunks(text, region, 256), in_chunk, |(more, places)| {
            for (count, more) in counts.iter_mut().zip(more) {
                *count += more;
            }
            for place in places {
                let kept = &mut kept[place.1 as usize];
                if *kept < self.cap {
                    *kept += 1;
                    raw.push(place);
                }
            }
        });
        raw.sort_unstable();
        (counts, raw)
    }

    /// The same for what begins in one chunk; the places of each run in reading order.
    fn places_in(&self, text: &str, chunk: Chunk) -> (Vec<u32>, Vec<(u32, u32)>) {
        let mut counts = vec![0_u32; self.owners.len()];
        let mut raw = Vec::new();
        let folded = Letters::new(&text[chunk.read.range()]);
        let bytes = folded.bytes();
        for &length in &self.lengths {
            for at in 0..(bytes.len() + 1).saturating_sub(length) {
                let key = key(bytes, at, length);
                if !self.known.may_have(key) {
                    continue;
                }
                let Some(&slot) = self.filed.get(&key) else { continue };
                let place = chunk.read.start + folded.origin_start(at);
                if place >= chunk.own_end {
                    break;
                }
                counts[slot as usize] += 1;
                if counts[slot as usize] <= self.cap {
                    raw.push((narrow(place), slot));
                }
            }
        }
        (counts, raw)
    }
}

/// What a text has of the seeds of some quotes.
pub struct Scanned<'s> {
    /// The seeds of each quote, in reading order, without those that were set aside.
    pub hits: Vec<Vec<Hit>>,
    /// How many of each quote were.
    pub set_aside: Vec<usize>,
    /// Where these are.
    pub commonplaces: Commonplaces<'s>,
}

/// The first places of runs that occur too often.
pub struct Commonplaces<'s> {
    seeds: &'s Seeds,
    /// The place and the number of each, by number and place.
    raw: Vec<(u32, u32)>,
    /// The rarest such run of each quote.
    rarest: Vec<Option<u32>>,
}

impl Commonplaces<'_> {
    /// Those of a quote's rarest run, in reading order.
    pub fn of(&self, quote: usize) -> Vec<Hit> {
        let Some(slot) = self.rarest[quote] else { return Vec::new() };
        let owners = &self.seeds.owners[slot as usize];
        let offset = owners.iter().find(|owner| owner.0 as usize == quote).map_or(0, |owner| owner.1);
        let first = self.raw.partition_point(|place| place.1 < slot);
        let own = self.raw[first..].iter().take_while(|place| place.1 == slot);
        own.map(|&(place, _)| Hit { text: place, quote: offset }).collect()
    }
}

/// A run of up to 24 bytes as one key: itself where it is short, else a hash of its parts, for a seed is
/// a hint that alignment follows up.
fn key(bytes: &[u8], at: usize, length: usize) -> u64 {
    if length <= 8 {
        return eight(bytes, at) & (u64::MAX >> (64 - 8 * length));
    }
    let ends = eight(bytes, at).wrapping_mul(0xC2B2_AE3D_27D4_EB4F) ^ eight(bytes, at + length - 8);
    if length <= 16 { ends } else { ends ^ eight(bytes, at + 8).wrapping_mul(0x94D0_49BB_1331_11EB) }
}

/// The eight bytes from `at` on, or fewer at the end.
fn eight(bytes: &[u8], at: usize) -> u64 {
    if let Some(Ok(all)) = bytes.get(at..at + 8).map(<[u8; 8]>::try_from) {
        return u64::from_le_bytes(all);
    }
    let mut all = [0; 8];
    let rest = &bytes[at..];
    all[..rest.len()].copy_from_slice(rest);
    u64::from_le_bytes(all)
}
