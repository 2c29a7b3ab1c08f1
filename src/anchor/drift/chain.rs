//! What two sequences have in common, in order: the patience diff (Cohen, 2005), with weights. Knows
//! keys and lengths only, no text.

use crate::anchor::windows::WindowMap;

/// One thing that is compared: a line, a chunk of text, a few words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Equal where the things are.
    pub key: u64,
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

impl Item {
    const fn weight(&self) -> u64 {
        (self.end - self.start) as u64
    }
}

/// Gaps between anchors are searched for further anchors so many times.
const DEEPEST: usize = 12;

/// A part of both sequences that is still to be compared: `old` from and to, `new` from and to.
#[derive(Clone, Copy)]
struct Part {
    old: (usize, usize),
    new: (usize, usize),
    depth: usize,
}

/// The indices of items that are the same in both sequences, ascending on both sides.
///
/// Of what stands once on either side, the heaviest chain in the same order is kept; so a long block
/// that stayed is not given up for a short one that moved. What lies between two links is compared
/// again by itself, where more is unique. Linear but for the sorting, whatever the sequences.
pub fn common(old: &[Item], new: &[Item]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut parts = vec![Part { old: (0, old.len()), new: (0, new.len()), depth: 0 }];
    while let Some(part) = parts.pop() {
        let part = trimmed(part, old, new, &mut found);
        if part.old.0 == part.old.1 || part.new.0 == part.new.1 || part.depth > DEEPEST {
            continue;
        }
        let links = heaviest_chain(&unique(part, old, new), old);
        if links.is_empty() {
            continue;
        }
        let (mut old_at, mut new_at) = (part.old.0, part.new.0);
        for &(a, b) in links.iter().chain(&[(part.old.1, part.new.1)]) {
            parts.push(Part { old: (old_at, a), new: (new_at, b), depth: part.depth + 1 });
            (old_at, new_at) = (a + 1, b + 1);
        }
        found.extend(links);
    }
    found.sort_unstable();
    found
}

/// The part without what is the same at its beginning and end, which is added to `found`.
fn trimmed(mut part: Part, old: &[Item], new: &[Item], found: &mut Vec<(usize, usize)>) -> Part {
    let is_open = |part: &Part| part.old.0 < part.old.1 && part.new.0 < part.new.1;
    while is_open(&part) && old[part.old.0].key == new[part.new.0].key {
        found.push((part.old.0, part.new.0));
        (part.old.0, part.new.0) = (part.old.0 + 1, part.new.0 + 1);
    }
    while is_open(&part) && old[part.old.1 - 1].key == new[part.new.1 - 1].key {
        (part.old.1, part.new.1) = (part.old.1 - 1, part.new.1 - 1);
        found.push((part.old.1, part.new.1));
    }
    part
}

/// How often a key stands on either side, and where last.
#[derive(Clone, Copy, Default)]
struct Seen {
    old: (u32, u32),
    new: (u32, u32),
}

/// The items that stand once on either side, in the order of the old one.
fn unique(part: Part, old: &[Item], new: &[Item]) -> Vec<(usize, usize)> {
    let mut seen: WindowMap<u64, Seen> = WindowMap::default();
    seen.reserve(part.old.1 - part.old.0);
    for (index, item) in old[part.old.0..part.old.1].iter().enumerate() {
        let seen = seen.entry(item.key).or_default();
        seen.old = (seen.old.0 + 1, index as u32);
    }
    for (index, item) in new[part.new.0..part.new.1].iter().enumerate() {
        if let Some(seen) = seen.get_mut(&item.key) {
            seen.new = (seen.new.0 + 1, index as u32);
        }
    }
    let mut pairs: Vec<(usize, usize)> = seen
        .values()
        .filter(|seen| seen.old.0 == 1 && seen.new.0 == 1)
        .map(|seen| (part.old.0 + seen.old.1 as usize, part.new.0 + seen.new.1 as usize))
        .collect();
    pairs.sort_unstable();
    pairs
}

/// The heaviest chain of `pairs` (ascending on the old side) that ascends on the new side too: the
/// longest increasing subsequence with weights, over a Fenwick tree of maxima.
fn heaviest_chain(pairs: &[(usize, usize)], old: &[Item]) -> Vec<(usize, usize)> {
    let mut order: Vec<u32> = (0..pairs.len() as u32).collect();
    order.sort_unstable_by_key(|&index| pairs[index as usize].1);
    let mut rank = vec![0_usize; pairs.len()];
    for (place, &index) in order.iter().enumerate() {
        rank[index as usize] = place + 1;
    }
    // For each node the weight of the best chain that ends in it, and that chain's last pair.
    let mut tree = vec![(0_u64, u32::MAX); pairs.len() + 1];
    let mut before = vec![u32::MAX; pairs.len()];
    for (index, &(at, _)) in pairs.iter().enumerate() {
        let mut best = (0, u32::MAX);
        let mut node = rank[index] - 1;
        while node > 0 {
            best = best.max(tree[node]);
            node &= node - 1;
        }
        before[index] = best.1;
        let chain = (best.0 + old[at].weight().max(1), index as u32);
        let mut node = rank[index];
        while node <= pairs.len() {
            tree[node] = tree[node].max(chain);
            node += node & node.wrapping_neg();
        }
    }
    let mut last = (0, u32::MAX);
    let mut node = pairs.len();
    while node > 0 {
        last = last.max(tree[node]);
        node &= node - 1;
    }
    let mut chain: Vec<(usize, usize)> =
        std::iter::successors(Some(last.1), |&index| before.get(index as usize).copied())
            .take_while(|&index| index != u32::MAX)
            .map(|index| pairs[index as usize])
            .collect();
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(words: &str) -> Vec<Item> {
        let key = |c: char| Item { key: u64::from(u32::from(c)), start: 0, end: 1 };
        words.chars().map(key).collect()
    }

    fn kept(old: &str, new: &str) -> String {
        common(&items(old), &items(new)).iter().filter_map(|&(at, _)| old.chars().nth(at)).collect()
    }

    #[test]
    fn what_stayed_in_order_is_kept() {
        assert_eq!(kept("abcdef", "abxdef"), "abdef");
        assert_eq!(kept("abcdef", "defabc").len(), 3);
        assert_eq!(kept("aaaa", "aaa"), "aaa");
        assert_eq!(kept("abc", "xyz"), "");
        assert_eq!(kept("", "xyz"), "");
        assert_eq!(kept("xaybz", "paqbr"), "ab");
    }

    #[test]
    fn the_heavier_block_stays_and_the_lighter_one_moves() {
        let item = |key, weight| Item { key, start: 0, end: weight };
        let old = [item(1, 5), item(2, 1), item(3, 1)];
        let new = [item(2, 1), item(3, 1), item(1, 5)];
        assert_eq!(common(&old, &new), [(0, 2)]);
    }
}
