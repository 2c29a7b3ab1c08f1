//! An alignment settled: of several that are as good, the one that says what an editor would have done.
//! Knows words and pairs of them, and where the passage begins and ends.
//!
//! A diff may slide: what was lost or put in can begin some words earlier or later where the same words
//! stand on either side of it. An alignment does not care, but a passage's edge does.

use super::map::Map;
use super::place::Region;
use super::words::{Pair, Word};
use crate::anchor::tokens::Class;
use crate::text::Span;

/// A sentence that is put in has more words than this.
const SENTENCE: usize = 3;

/// Settles what could as well lie otherwise around the passage, whose words are `from..to` of `old`.
pub fn settle(old: &[Word], new: &[Word], pairs: &mut [Pair], from: usize, to: usize) {
    slide_lost(old, pairs, from, to);
    slide_added(new, pairs, from, to);
    slide_to_edges(new, pairs, from, to);
    end_where_sentence_ends(new, pairs);
    hold_numbers(old, new, pairs);
}

/// Where words at the end of a sentence were replaced, the sentence ends with the first stop after them, not with that
/// of a sentence that was put in behind it.
fn end_where_sentence_ends(new: &[Word], pairs: &mut [Pair]) {
    let mut last: Option<usize> = None;
    for index in 0..pairs.len() {
        if !pairs[index].is_same {
            continue;
        }
        if let Some(before) = last.filter(|&before| pairs[index].old > pairs[before].old + 1) {
            end_at_first_stop(new, &mut pairs[before..=index]);
        }
        last = Some(index);
    }
}

/// Lays the last of these pairs, where it is a stop, upon the first such one after the first pair, and the replaced words
/// between before it; there must be room for them.
fn end_at_first_stop(new: &[Word], pairs: &mut [Pair]) {
    let [before, replaced @ .., stop] = pairs else { return };
    let is_stop = |word: &Word| word.term.ends_sentence;
    let start = before.new + 1;
    if !is_stop(&new[stop.new]) {
        return;
    }
    let first = (start + replaced.len().max(1)..stop.new).find(|&at| new[at].key == new[stop.new].key);
    // Behind a shortened word a name follows, not a sentence.
    let is_end = |&first: &usize| first + SENTENCE < stop.new && !new[start..first].iter().any(is_stop);
    let Some(first) = first.filter(is_end) else { return };
    stop.new = first;
    for (by, pair) in replaced.iter_mut().enumerate() {
        pair.new = start + by;
    }
}

/// Where a run of lost words crosses an edge of the passage and could as well lie outside it, or begin
/// or end with it, it does: of `A. [B. C` that became `A. C`, the first full stop stayed.
fn slide_lost(old: &[Word], pairs: &mut [Pair], from: usize, to: usize) {
    for edge in [from, to] {
        let after = pairs.partition_point(|pair| pair.old < edge);
        let Some((start, end)) = lost_before(pairs, after) else { continue };
        if start >= edge || end <= edge {
            continue;
        }
        let (on, back) = (edge - start, end - edge);
        let moves_on = || {
            let next = pairs.get(after..after + on);
            next.is_some_and(|next| run_equals(old, next, end, start))
        };
        let moves_back = || {
            let last = after.checked_sub(back).and_then(|first| pairs.get(first..after));
            last.is_some_and(|last| run_equals(old, last, start.wrapping_sub(back), edge))
        };
        // At the beginning the run is outside when it ends there, at the end when it begins there.
        let prefers_back = edge == from;
        if prefers_back && moves_back() || !moves_on() && moves_back() {
            shift(&mut pairs[after - back..after], edge);
        } else if moves_on() {
            shift(&mut pairs[after..after + on], start);
        }
    }
}

/// The run of old words before the pair at `index` that have nothing upon them, where no new words stand
/// in their place.
fn lost_before(pairs: &[Pair], index: usize) -> Option<(usize, usize)> {
    let (before, after) = (pairs.get(index.checked_sub(1)?)?, pairs.get(index)?);
    (after.new == before.new + 1 && after.old > before.old + 1).then_some((before.old + 1, after.old))
}

/// Whether these pairs are of the same words, in a row from `at` on, and the words from `other` on are
/// the same again.
fn run_equals(old: &[Word], run: &[Pair], at: usize, other: usize) -> bool {
    run.iter()
        .enumerate()
        .all(|(by, pair)| pair.is_same && pair.old == at + by && old[at + by].key == old[other + by].key)
}

/// Lays a run of pairs upon the old words from `at` on.
fn shift(run: &mut [Pair], at: usize) {
    for (by, pair) in run.iter_mut().enumerate() {
        pair.old = at + by;
    }
}

/// Where what was put into the passage could as well stand before or after it, it does: of `[A B]` that
/// became `A B A B`, the first two stayed, or the last two, not the first and the last.
fn slide_added(new: &[Word], pairs: &mut [Pair], from: usize, to: usize) {
    let first = pairs.partition_point(|pair| pair.old < from);
    let last = pairs.partition_point(|pair| pair.old < to);
    let added = (first + 1..last).find(|&index| {
        pairs[index].old == pairs[index - 1].old + 1 && pairs[index].new > pairs[index - 1].new + 1
    });
    let Some(index) = added else { return };
    let length = pairs[index].new - pairs[index - 1].new - 1;
    let (head, tail) = (&pairs[first..index], &pairs[index..last]);
    let moves_on =
        is_unbroken(tail) && tail.iter().all(|pair| new[pair.new].key == new[pair.new - length].key);
    let moves_back =
        is_unbroken(head) && head.iter().all(|pair| new[pair.new].key == new[pair.new + length].key);
    if moves_on {
        pairs[index..last].iter_mut().for_each(|pair| pair.new -= length);
    } else if moves_back {
        pairs[first..index].iter_mut().for_each(|pair| pair.new += length);
    }
}

/// Whether pairs follow one another word by word on both sides.
fn is_unbroken(pairs: &[Pair]) -> bool {
    pairs.windows(2).all(|pair| pair[0].old + 1 == pair[1].old && pair[0].new + 1 == pair[1].new)
}

/// Where words were put in near an edge of the passage and could as well have been put in at the edge,
/// they were: so they are seen as a part of it that changed places, if they are one.
fn slide_to_edges(new: &[Word], pairs: &mut [Pair], from: usize, to: usize) {
    const NEAR: usize = 4;
    let added = |pairs: &[Pair], index: usize| -> Option<usize> {
        let (before, after) = (pairs.get(index.checked_sub(1)?)?, pairs.get(index)?);
        let length = after.new - before.new - 1;
        (after.old == before.old + 1 && length > 0).then_some(length)
    };
    let first = pairs.partition_point(|pair| pair.old < from);
    for index in first.saturating_sub(NEAR)..first {
        let Some(length) = added(pairs, index) else { continue };
        let run = &pairs[index..first];
        let is_same = |pair: &Pair| pair.is_same && new[pair.new].key == new[pair.new - length].key;
        if pairs[first - 1].old + 1 == from && is_unbroken(run) && run.iter().all(is_same) {
            pairs[index..first].iter_mut().for_each(|pair| pair.new -= length);
        }
    }
    let last = pairs.partition_point(|pair| pair.old < to);
    for index in (last + 1..(last + 1 + NEAR).min(pairs.len())).rev() {
        let Some(length) = added(pairs, index) else { continue };
        let run = &pairs[last..index];
        let is_same = |pair: &Pair| pair.is_same && new[pair.new].key == new[pair.new + length].key;
        if pairs[last].old == to && is_unbroken(run) && run.iter().all(is_same) {
            pairs[last..index].iter_mut().for_each(|pair| pair.new += length);
        }
    }
}

/// A number between the same words is the same number, changed.
fn hold_numbers(old: &[Word], new: &[Word], pairs: &mut [Pair]) {
    let is_number = |word: &Word| word.term.token.class == Class::Number;
    let holds = |a: Option<&Pair>, b: Option<&Pair>| {
        let (Some(a), Some(b)) = (a, b) else { return false };
        a.is_same && b.is_same && a.old + 2 == b.old && a.new + 2 == b.new
    };
    for index in 0..pairs.len() {
        let pair = pairs[index];
        let are_numbers = !pair.is_same && is_number(&old[pair.old]) && is_number(&new[pair.new]);
        let is_last = pair.old + 1 == old.len() && pair.new + 1 == new.len();
        let before = index.checked_sub(1).and_then(|before| pairs.get(before));
        let follows = before.is_some_and(|before| before.is_same && before.new + 1 == pair.new);
        if are_numbers && (holds(before, pairs.get(index + 1)) || is_last && follows) {
            pairs[index].is_same = true;
        }
    }
}

/// The words that identical blocks hold in place: indices of `old` and `new`, ascending.
pub fn held(map: &Map<'_>, region: Region, old: &[Word], new: &[Word]) -> Vec<(usize, usize)> {
    if region.free.start && region.free.end {
        return Vec::new();
    }
    let mut links = Vec::new();
    let first = map.blocks.partition_point(|block| block.old.end <= region.old.start);
    for block in map.blocks[first..].iter().take_while(|block| block.old.start < region.old.end) {
        let meets = region.new.start <= block.new.end && block.new.start <= region.new.end;
        if !(block.is_identical && meets) {
            continue;
        }
        let from = old.partition_point(|word| word.term.token.span.start < block.old.start);
        for (at, word) in old.iter().enumerate().skip(from) {
            let span = word.term.token.span;
            if span.end > block.old.end {
                break;
            }
            let there = block.new.start + (span.start - block.old.start);
            let other = new.partition_point(|word| word.term.token.span.start < there);
            let is_there = |other: &Word| other.term.token.span == Span::new(there, there + span.len());
            if new.get(other).is_some_and(is_there) {
                links.push((at, other));
            }
        }
    }
    links
}
