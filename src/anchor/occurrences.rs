//! Every place of many needles in one haystack of bytes, overlapping ones too. Knows no text, only
//! bytes.
//!
//! Few needles are searched one by one with `memmem`, which skips through text at memory speed. Many
//! are found in one pass: each is filed under a window of eight of its bytes and those after it, as many as a stride is
//! long, chosen so that needles with a common beginning spread out, and one window of the haystack for each stride is
//! looked up, in a bitmap first (the multi-pattern filter of Wu and Manber, 1994, with hashing after Karp and Rabin,
//! 1987). Time is linear in the haystack for any input: a needle that keeps nearly matching is handed over to `memmem`
//! and, where it overlaps itself, to the automaton of Knuth, Morris and Pratt (1977).

use super::windows::{WindowFilter, WindowMap, narrow};
use memchr::memmem;
use std::hash::BuildHasherDefault;
use std::ops::Range;

const WINDOW: usize = 8;

/// Of so many windows in a row one is looked up.
const STRIDE: usize = 8;

/// Up to this many needles, one search each is faster than the common pass.
const FEW: usize = 12;

/// Calls `found(needle, start)` for every occurrence of every needle, by needle in ascending order of
/// start. Empty needles occur nowhere.
pub fn search(haystack: &[u8], needles: &[&[u8]], found: impl FnMut(usize, usize)) {
    Search::new(needles).among(haystack, 0..haystack.len(), found);
}

/// Needles made ready to be searched for, in several parts of a haystack at once where that is wanted.
pub struct Search<'n> {
    needles: &'n [&'n [u8]],
    /// Those that are searched for one by one.
    apart: Vec<usize>,
    /// The others: those that are long enough to be looked for in strides, and those that are not.
    filters: Vec<Filter>,
}

impl<'n> Search<'n> {
    /// Makes needles ready.
    pub fn new(needles: &'n [&'n [u8]]) -> Self {
        let is_short = |needle: &[u8]| needle.len() < WINDOW;
        let (apart, together): (Vec<usize>, Vec<usize>) =
            (0..needles.len()).partition(|&index| needles.len() <= FEW || is_short(needles[index]));
        let (long, short): (Vec<usize>, Vec<usize>) =
            together.into_iter().partition(|&index| needles[index].len() >= WINDOW + STRIDE - 1);
        let filters = [(long, STRIDE), (short, 1)].into_iter().filter(|(which, _)| !which.is_empty());
        let filters = filters.map(|(which, stride)| Filter::new(needles, &which, stride)).collect();
        Self { needles, apart, filters }
    }

    /// Calls `found(needle, start)` for every occurrence that starts at one of `starts`, wherever it ends, by needle in
    /// ascending order of start.
    pub fn among(&self, haystack: &[u8], starts: Range<usize>, mut found: impl FnMut(usize, usize)) {
        let mut rest: Vec<(usize, usize)> = self.apart.iter().map(|&index| (index, starts.start)).collect();
        for filter in &self.filters {
            rest.extend(filter.scan(haystack, &starts, self.needles, &mut found));
        }
        for (index, from) in rest {
            let needle = self.needles[index];
            let reached = haystack.len().min(starts.end + needle.len().saturating_sub(1));
            search_one(&haystack[..reached], needle, from, &mut |start| found(index, start));
        }
    }
}

/// So many bytes of a needle are searched for first: `memmem` finds so few by vectors alone, and needs
/// no time to prepare.
const HEAD: usize = 16;

/// Every occurrence of one needle from byte `from` on, in linear time.
fn search_one(haystack: &[u8], needle: &[u8], from: usize, found: &mut dyn FnMut(usize)) {
    if needle.is_empty() {
        return;
    }
    let (head, rest) = needle.split_at(needle.len().min(HEAD));
    let mut finder = memmem::Finder::new(head);
    let mut is_whole = rest.is_empty();
    let mut borders = None;
    let mut last_end = from;
    let mut compared = 0;
    let mut at = from;
    while let Some(start) = haystack.get(at..).and_then(|rest| finder.find(rest)).map(|offset| at + offset) {
        if is_whole || haystack[start + HEAD..].starts_with(rest) {
            found(start);
            at = start + 1;
            // Only a needle that overlaps itself needs more than to be searched for again.
            if start < last_end {
                let borders = borders.get_or_insert_with(|| border_lengths(needle));
                at = overlaps(haystack, needle, borders, start, found);
            }
            last_end = start + needle.len();
            continue;
        }
        at = start + 1;
        compared += needle.len();
        if compared > haystack.len() {
            finder = memmem::Finder::new(needle);
            is_whole = true;
        }
    }
}

/// Reports the occurrences that overlap the one at `start`; returns where to search on.
fn overlaps(
    haystack: &[u8],
    needle: &[u8],
    borders: &[u32],
    start: usize,
    found: &mut dyn FnMut(usize),
) -> usize {
    let mut at = start + needle.len();
    let mut matched = borders[needle.len() - 1] as usize;
    while matched > 0 && at < haystack.len() {
        while matched > 0 && needle[matched] != haystack[at] {
            matched = borders[matched - 1] as usize;
        }
        if needle[matched] != haystack[at] {
            return at;
        }
        matched += 1;
        at += 1;
        if matched == needle.len() {
            found(at - matched);
            matched = borders[matched - 1] as usize;
        }
    }
    at
}

/// For each prefix of the needle the length of its longest proper border (Knuth, Morris, Pratt).
fn border_lengths(needle: &[u8]) -> Vec<u32> {
    let mut borders = vec![0_u32; needle.len()];
    let mut length = 0_usize;
    for at in 1..needle.len() {
        while length > 0 && needle[at] != needle[length] {
            length = borders[length - 1] as usize;
        }
        if needle[at] == needle[length] {
            length += 1;
        }
        borders[at] = narrow(length);
    }
    borders
}

/// The windows under which needles are filed.
struct Filter {
    /// One window in so many is looked up.
    stride: usize,
    known: WindowFilter,
    /// The last that was filed under a window, and how many are.
    filed: WindowMap<u64, (u32, u32)>,
    entries: Vec<Entry>,
}

/// A needle under one of its windows.
struct Entry {
    needle: u32,
    /// Where the window lies in it.
    offset: u32,
    /// The one that was filed before it under the same window.
    before: Option<u32>,
}

impl Filter {
    fn new(needles: &[&[u8]], which: &[usize], stride: usize) -> Self {
        let size = (which.len() * stride * 64).next_power_of_two().clamp(1 << 12, 1 << 22);
        let mut filter = Self {
            stride,
            known: WindowFilter::new(size),
            filed: WindowMap::with_capacity_and_hasher(which.len() * stride, BuildHasherDefault::default()),
            entries: Vec::with_capacity(which.len() * stride),
        };
        for &index in which {
            filter.file(index, needles[index]);
        }
        filter
    }

    /// Files a needle under as many of its windows in a row as the stride is long, so that one of them is looked up
    /// wherever the needle lies: from the one on, of the few that look rarest, that the fewest others are filed under.
    fn file(&mut self, index: usize, needle: &[u8]) {
        let load = |&at: &usize| self.filed.get(&window(needle, at)).map_or(0, |&(_, count)| count);
        let first = rarest_windows(&needle[..needle.len() - (self.stride - 1)]).min_by_key(load);
        let first = first.unwrap_or(0);
        for at in first..first + self.stride {
            let key = window(needle, at);
            self.known.insert(key);
            let number = narrow(self.entries.len());
            let (last, count) = self.filed.entry(key).or_insert((number, 0));
            let before = (*count > 0).then_some(*last);
            (*last, *count) = (number, *count + 1);
            self.entries.push(Entry { needle: narrow(index), offset: narrow(at), before });
        }
    }

    /// What is filed under a window, the last first: of one needle, that which starts before others.
    fn under(&self, key: u64) -> impl Iterator<Item = (usize, usize)> {
        let last = self.filed.get(&key).map(|&(last, _)| last);
        let entry = |number: u32| &self.entries[number as usize];
        std::iter::successors(last, move |&number| entry(number).before)
            .map(move |number| (entry(number).needle as usize, entry(number).offset as usize))
    }

    /// Looks up the windows that tell of needles which start at one of `starts`. Returns the needles that cost too
    /// much, with where to go on for each.
    fn scan(
        &self,
        haystack: &[u8],
        starts: &Range<usize>,
        needles: &[&[u8]],
        found: &mut impl FnMut(usize, usize),
    ) -> Vec<(usize, usize)> {
        let mut compared = vec![0_usize; needles.len()];
        let mut unfinished = Vec::new();
        let from = starts.start.next_multiple_of(self.stride);
        let to = haystack.len().min(starts.end + LOOKED_AT + self.stride + WINDOW);
        let windows = haystack.get(from..to).unwrap_or_default().windows(WINDOW).step_by(self.stride);
        for (number, key) in windows.map(|bytes| window(bytes, 0)).enumerate() {
            if !self.known.may_have(key) {
                continue;
            }
            let at = from + number * self.stride;
            for (index, offset) in self.under(key) {
                let spent = &mut compared[index];
                if *spent > starts.len() || at < offset || !starts.contains(&(at - offset)) {
                    continue;
                }
                let start = at - offset;
                *spent += needles[index].len();
                if *spent > starts.len() {
                    unfinished.push((index, start));
                } else if haystack[start..].starts_with(needles[index]) {
                    found(index, start);
                }
            }
        }
        unfinished
    }
}

/// So many windows of a needle are looked at, and so many of them compared by load.
const LOOKED_AT: usize = 256;
const COMPARED: usize = 4;

/// How rare each byte is in running text: digits, capitals and what is not ASCII more than small consonants, those more
/// than vowels and spaces.
const RARITY: [u32; 256] = {
    let mut rarity = [4; 256];
    let mut byte: u8 = b'a';
    while byte <= b'z' {
        let is_common = matches!(byte, b'a' | b'e' | b'i' | b'n' | b'o' | b'r' | b's' | b't' | b'u' | b'l');
        rarity[byte as usize] = if is_common { 0 } else { 2 };
        byte += 1;
    }
    rarity[b' ' as usize] = 0;
    rarity
};

/// The windows of a needle whose bytes are the rarest, those first.
fn rarest_windows(needle: &[u8]) -> impl Iterator<Item = usize> {
    let rarity = |at: usize| RARITY[usize::from(needle[at])];
    let last = (needle.len() - WINDOW).min(LOOKED_AT);
    let mut sum: u32 = (0..WINDOW).map(rarity).sum();
    let mut best = [(0, 0); COMPARED];
    let mut count = 0;
    for at in 0..=last {
        if at > 0 {
            sum = sum + rarity(at + WINDOW - 1) - rarity(at - 1);
        }
        if count < COMPARED || best[COMPARED - 1].0 < sum {
            let place = best[..count].iter().take_while(|(known, _)| *known >= sum).count();
            count = COMPARED.min(count + 1);
            best.copy_within(place..count - 1, place + 1);
            best[place] = (sum, at);
        }
    }
    best.into_iter().take(count).map(|(_, at)| at)
}

fn window(bytes: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(bytes[at..at + WINDOW].try_into().expect("the window has its length"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(haystack: &[u8], needles: &[&[u8]]) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        search(haystack, needles, |needle, start| places.push((needle, start)));
        places.sort_unstable();
        places
    }

    fn plainly(haystack: &[u8], needles: &[&[u8]]) -> Vec<(usize, usize)> {
        let starts = |needle: &[u8]| {
            (0..haystack.len()).filter(|&at| haystack[at..].starts_with(needle)).collect::<Vec<_>>()
        };
        needles
            .iter()
            .enumerate()
            .flat_map(|(index, needle)| starts(needle).into_iter().map(move |at| (index, at)))
            .collect()
    }

    proptest! {
        #[test]
        fn every_place_is_found(
            haystack in "[ab]{0,200}",
            needles in prop::collection::vec("[ab]{1,20}", 1..40),
        ) {
            let needles: Vec<&[u8]> = needles.iter().map(String::as_bytes).collect();
            prop_assert_eq!(all(haystack.as_bytes(), &needles), plainly(haystack.as_bytes(), &needles));
        }
    }

    proptest! {
        #[test]
        fn every_place_is_found_in_the_part_where_it_starts(
            haystack in "[ab]{0,900}",
            needles in prop::collection::vec("[ab]{1,20}|[ab]{300,320}", 1..40),
            part in 1_usize..400,
        ) {
            let needles: Vec<&[u8]> = needles.iter().map(String::as_bytes).collect();
            let search = Search::new(&needles);
            let mut places = Vec::new();
            for from in (0..haystack.len()).step_by(part) {
                let starts = from..haystack.len().min(from + part);
                search.among(haystack.as_bytes(), starts, |needle, start| places.push((needle, start)));
            }
            places.sort_unstable();
            prop_assert_eq!(places, plainly(haystack.as_bytes(), &needles));
        }
    }

    #[test]
    fn a_periodic_haystack_is_searched_in_linear_time() {
        let haystack = vec![b'a'; 200_000];
        let near = [vec![b'a'; 10_000], vec![b'b']].concat();
        let long = vec![b'a'; 10_000];
        let needles: Vec<&[u8]> = std::iter::repeat_n(&near[..], 20).chain([&long[..]]).collect();
        assert_eq!(all(&haystack, &needles).len(), 190_001);
    }
}
