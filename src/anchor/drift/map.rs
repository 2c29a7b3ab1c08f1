//! The map from an older text to a newer one: the blocks that both have in the same order, and the gaps
//! between them. Knows two texts, no passages.

use super::chain::{Item, common};
use super::skeleton::{COARSE, FINE, Grain, chunks, lines};
use crate::text::Span;

/// A stretch that both texts have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it lies in the older text.
    pub old: Span,
    /// Where it lies in the newer one.
    pub new: Span,
    /// Whether it is the same byte for byte; else its letters are.
    pub is_identical: bool,
}

impl Block {
    const fn inverted(self) -> Self {
        Self { old: self.new, new: self.old, is_identical: self.is_identical }
    }
}

/// Two texts and what they have in common.
#[derive(Clone, Debug)]
pub struct Map<'t> {
    /// The older text.
    pub old: &'t str,
    /// The newer text.
    pub new: &'t str,
    /// The blocks, ascending on both sides, none overlapping.
    pub blocks: Vec<Block>,
}

/// Gaps shorter than this, both sides together, are left to the alignment of words.
const COARSE_GAP: usize = 512;
const FINE_GAP: usize = 1024;

impl<'t> Map<'t> {
    /// Compares two texts: bytes at the ends, then lines, then chunks, ever finer in what is left.
    pub fn new(old: &'t str, new: &'t str) -> Self {
        let mut map = Self { old, new, blocks: Vec::new() };
        let (head, tail) = common_ends(old, new);
        map.push(Span::new(0, head), Span::new(0, head));
        let middle = (Span::new(head, old.len() - tail), Span::new(head, new.len() - tail));
        map.pair(&lines(old, middle.0), &lines(new, middle.1));
        map.push(Span::new(middle.0.end, old.len()), Span::new(middle.1.end, new.len()));
        map.refine(COARSE, COARSE_GAP);
        map.refine(FINE, FINE_GAP);
        map
    }

    /// The same map from the newer text to the older one.
    pub fn inverted(&self) -> Self {
        let blocks = self.blocks.iter().map(|block| block.inverted()).collect();
        Self { old: self.new, new: self.old, blocks }
    }

    /// What lies between the blocks, and before and after them: `(old, new)`, either possibly empty.
    pub fn gaps(&self) -> Vec<(Span, Span)> {
        let ends = self.blocks.iter().map(|block| (block.old.end, block.new.end));
        let starts = self.blocks.iter().map(|block| (block.old.start, block.new.start));
        let all = std::iter::once((0, 0)).chain(ends);
        let next = starts.chain([(self.old.len(), self.new.len())]);
        all.zip(next).map(|(from, to)| (Span::new(from.0, to.0), Span::new(from.1, to.1))).collect()
    }

    /// Adds what items have in common.
    fn pair(&mut self, old: &[Item], new: &[Item]) {
        let span = |item: &Item| Span::new(item.start as usize, item.end as usize);
        for (a, b) in common(old, new) {
            self.push(span(&old[a]), span(&new[b]));
        }
    }

    /// Adds a block after those before it; goes on with the last one where both are identical.
    fn push(&mut self, old: Span, new: Span) {
        if old.is_empty() || new.is_empty() {
            return;
        }
        let is_identical = self.old[old.range()] == self.new[new.range()];
        let goes_on = |last: &&mut Block| {
            is_identical && last.is_identical && last.old.end == old.start && last.new.end == new.start
        };
        match self.blocks.last_mut().filter(goes_on) {
            Some(last) => (last.old.end, last.new.end) = (old.end, new.end),
            None => self.blocks.push(Block { old, new, is_identical }),
        }
    }

    /// Looks for chunks of this grain in gaps that are longer than `least` bytes.
    fn refine(&mut self, grain: Grain, least: usize) {
        let gaps = self.gaps();
        let is_open =
            |gap: &(Span, Span)| !gap.0.is_empty() && !gap.1.is_empty() && gap.0.len() + gap.1.len() > least;
        if !gaps.iter().any(is_open) {
            return;
        }
        let known = std::mem::take(&mut self.blocks);
        for (index, gap) in gaps.iter().enumerate() {
            if is_open(gap) {
                self.pair(&chunks(self.old, gap.0, grain), &chunks(self.new, gap.1, grain));
            }
            if let Some(block) = known.get(index) {
                self.push(block.old, block.new);
            }
        }
    }
}

/// How many bytes are the same at the beginning and at the end of both, up to the end of a line.
fn common_ends(old: &str, new: &str) -> (usize, usize) {
    let same = |pair: &(u8, u8)| pair.0 == pair.1;
    let head = old.bytes().zip(new.bytes()).take_while(same).count();
    let head = if head == old.len() && head == new.len() { head } else { line_end_before(old, head) };
    let most = old.len().min(new.len()) - head;
    let tail = old.bytes().rev().zip(new.bytes().rev()).take(most).take_while(same).count();
    let tail = memchr::memchr(b'\n', &old.as_bytes()[old.len() - tail..]).map_or(0, |end| tail - end - 1);
    (head, tail)
}

/// The byte after the last line end before `at`.
fn line_end_before(text: &str, at: usize) -> usize {
    memchr::memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |end| end + 1)
}
