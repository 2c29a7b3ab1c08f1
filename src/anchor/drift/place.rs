//! Where a passage lies now: its words and those around it laid upon a stretch of the newer text, and
//! its edges carried over. Knows one passage and one stretch.

mod edges;

use super::map::Map;
use super::settle::{held, settle};
use super::words::{Free, Pair, Word, align, joined, numbered, words};
use crate::anchor::tokens::Class;
use crate::anchor::windows::WindowMap;
use crate::text::Span;
use std::collections::HashSet;

/// So many bytes around a passage are aligned with it.
pub const CONTEXT: usize = 240;

/// A gap is aligned as a whole where it goes on for no more than so many bytes beyond the passage.
const REACH: usize = 1024;

/// A stretch of the newer text longer than this, beyond four times the older one, is searched and not
/// aligned.
const LONGEST: usize = 16 * 1024;

/// Two stretches that correspond.
#[derive(Clone, Copy, Debug)]
pub struct Region {
    /// The passage with its context.
    pub old: Span,
    /// What is to be compared with it.
    pub new: Span,
    /// Which of their ends need not meet.
    pub free: Free,
}

/// The stretch of the older text around a passage, and the one of the newer text that lies between the
/// same neighbours; `None` where that is too long to be aligned.
pub fn region(map: &Map<'_>, passage: Span) -> Option<Region> {
    let (old_start, new_start, free_start) = left_edge(map, passage.start);
    let (old_end, new_end, free_end) = right_edge(map, passage.end);
    let (old, new) = (Span::new(old_start, old_end), Span::new(new_start, new_end.max(new_start)));
    let is_short = new.len() <= LONGEST + 4 * old.len();
    is_short.then_some(Region { old, new, free: Free { start: free_start, end: free_end } })
}

/// Where the region begins, `(old, new, free)`.
fn left_edge(map: &Map<'_>, at: usize) -> (usize, usize, bool) {
    let target = map.old.floor_char_boundary(at.saturating_sub(CONTEXT));
    let mut edge = at;
    for block in map.blocks[..map.blocks.partition_point(|block| block.old.start < at)].iter().rev() {
        if block.old.end < edge && edge - block.old.end > REACH {
            return (map.old.floor_char_boundary(edge.min(target)).max(block.old.end), block.new.end, true);
        }
        let from = if block.old.end < edge { block.old.end } else { edge };
        if block.is_identical && block.old.start < target.min(from) {
            // Context beyond a gap is needed too, so that both sides are held by the same words.
            let start = target.min(map.old.floor_char_boundary(from.saturating_sub(CONTEXT / 2)));
            let start = start.max(block.old.start);
            return (start, block.new.start + (start - block.old.start), false);
        }
        edge = block.old.start;
        if edge <= target {
            return (edge, block.new.start, false);
        }
    }
    if edge > REACH { (target.min(edge), 0, true) } else { (0, 0, false) }
}

/// Where the region ends, `(old, new, free)`.
fn right_edge(map: &Map<'_>, at: usize) -> (usize, usize, bool) {
    let (old, new) = (map.old.len(), map.new.len());
    let target = map.old.ceil_char_boundary((at + CONTEXT).min(old));
    let mut edge = at;
    for block in &map.blocks[map.blocks.partition_point(|block| block.old.end <= at)..] {
        if block.old.start > edge && block.old.start - edge > REACH {
            return (
                map.old.ceil_char_boundary(edge.max(target)).min(block.old.start),
                block.new.start,
                true,
            );
        }
        let from = if block.old.start > edge { block.old.start } else { edge };
        if block.is_identical && block.old.end > target.max(from) {
            let end = target.max(map.old.ceil_char_boundary((from + CONTEXT / 2).min(old)));
            let end = end.min(block.old.end);
            return (end, block.new.end - (block.old.end - end), false);
        }
        edge = block.old.end;
        if edge >= target {
            return (edge, block.new.end, false);
        }
    }
    if old - edge > REACH { (target.max(edge), new, true) } else { (old, new, false) }
}

/// A passage laid upon the newer text.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Where it lies in the newer text; `None` where none of it was found.
    pub span: Option<Span>,
    /// How much of its words is there, from 0 to 1, by weight; 1 where it has none and is there.
    pub recall: f64,
    /// The same of the words around it.
    pub context: f64,
    /// Whether its parts stand in another order.
    pub is_reordered: bool,
    /// What lies between the neighbours that it had.
    pub between: Span,
    /// Its words, and which of the region's they are.
    pub old: Vec<Word>,
    /// The words of the newer stretch.
    pub new: Vec<Word>,
    /// Which words lie upon which: indices of `old` and `new`.
    pub pairs: Vec<Pair>,
}

impl Placed {
    /// The bytes of its words’ letters.
    pub fn letters(&self) -> usize {
        self.old.iter().map(|word| word.term.letters.len()).sum()
    }

    /// The bytes of the letters of its longest run of words that stand in a row in both texts.
    pub fn longest_run(&self) -> usize {
        let follows = |a: &Pair, b: &Pair| a.is_same && b.is_same && a.old + 1 == b.old && a.new + 1 == b.new;
        let letters = |pair: &Pair| self.old[pair.old].term.letters.len();
        let runs = self.pairs.chunk_by(follows).filter(|run| run[0].is_same);
        runs.map(|run| run.iter().map(letters).sum()).max().unwrap_or(0)
    }
}

/// Lays the passage upon the newer side of its region.
pub fn place(map: &Map<'_>, region: Region, passage: Span) -> Placed {
    let (old, new) = (words(map.old, region.old), words(map.new, region.new));
    let (old, new) = {
        let joined_old = joined(map.old, old.clone(), &new);
        let new = joined(map.new, new, &old);
        (numbered(joined_old), numbered(new))
    };
    let mut pairs = align(&old, &new, &held(map, region, &old, &new), region.free);
    let ends_before = |word: &Word| word.term.token.span.end <= passage.start;
    let starts_before = |word: &Word| word.term.token.span.start < passage.end;
    let from = old.partition_point(ends_before);
    let to = old.partition_point(starts_before).max(from);
    settle(&old, &new, &mut pairs, from, to);
    let sight = Sight { map, region, passage, old: &old, new: &new, pairs: &pairs, from, to };
    let recall = sight.recall(from, to);
    let between = sight.between();
    let (span, is_reordered) = sight.span();
    let context = sight.context(span);
    let recall = if from == to && span.is_some() { 1.0 } else { recall };
    let recall = if is_reordered { recall.max(sight.shared(span)) } else { recall };
    let inside = |pair: &&Pair| (from..to).contains(&pair.old);
    let pairs = pairs.iter().filter(inside).map(|pair| Pair { old: pair.old - from, ..*pair }).collect();
    let old = old[from..to].to_vec();
    Placed { span, recall, context, is_reordered, between, old, new, pairs }
}

/// An alignment seen from the passage, whose words are `from..to` of `old`.
struct Sight<'s> {
    map: &'s Map<'s>,
    region: Region,
    passage: Span,
    old: &'s [Word],
    new: &'s [Word],
    pairs: &'s [Pair],
    from: usize,
    to: usize,
}

impl Sight<'_> {
    fn weight(&self, from: usize, to: usize) -> f64 {
        f64::from(self.old[from..to].iter().map(|word| word.term.weight).sum::<i32>())
    }

    fn same(&self) -> impl DoubleEndedIterator<Item = &Pair> {
        self.pairs.iter().filter(|pair| pair.is_same)
    }

    /// The share of the words `from..to` that are there.
    ///
    /// Any two texts of a language have words in common, but few have two words in a row in common: a
    /// word counts in full only beside another.
    fn recall(&self, from: usize, to: usize) -> f64 {
        const ALONE: f64 = 0.35;
        let words: Vec<(usize, usize, usize)> = self
            .same()
            .filter(|pair| self.old[pair.old].term.token.class != Class::Mark)
            .map(|pair| (self.old[pair.old].place, self.new[pair.new].place, pair.old))
            .collect();
        let follows = |a: &(usize, usize, usize), b: &(usize, usize, usize)| a.0 + 1 == b.0 && a.1 + 1 == b.1;
        let found =
            words.iter().enumerate().filter(|(_, word)| (from..to).contains(&word.2)).map(|(at, word)| {
                let is_beside = at > 0 && follows(&words[at - 1], word)
                    || words.get(at + 1).is_some_and(|next| follows(word, next));
                let is_number = self.old[word.2].term.token.class == Class::Number;
                f64::from(self.old[word.2].term.weight) * if is_beside || is_number { 1.0 } else { ALONE }
            });
        let found: f64 = found.sum();
        let is_mark = |word: &&Word| word.term.token.class == Class::Mark;
        let all: i32 =
            self.old[from..to].iter().filter(|word| !is_mark(word)).map(|word| word.term.weight).sum();
        if all == 0 {
            let there = self.same().filter(|pair| (from..to).contains(&pair.old)).count();
            return there as f64 / (to - from).max(1) as f64;
        }
        found / f64::from(all)
    }

    /// The share of the words near the passage that are there; or of the words near its new place that
    /// were near the old one, where that is more.
    fn context(&self, span: Option<Span>) -> f64 {
        let around = |words: &[Word], place: Span, is_there: &dyn Fn(usize) -> bool| {
            let (mut found, mut all) = (0, 0);
            for (at, word) in words.iter().enumerate() {
                let span = word.term.token.span;
                let is_inside = span.overlaps(place);
                let is_near = span.end + CONTEXT > place.start && span.start < place.end + CONTEXT;
                if is_near && !is_inside {
                    all += word.term.weight;
                    found += if is_there(at) { word.term.weight } else { 0 };
                }
            }
            // Of a word or two nothing can be told.
            f64::from(found) / f64::from(all.max(20))
        };
        let old: HashSet<usize> = self.same().map(|pair| pair.old).collect();
        let here = around(self.old, self.passage, &|at| old.contains(&at));
        let Some(span) = span else { return here };
        let new: HashSet<usize> = self.same().map(|pair| pair.new).collect();
        here.max(around(self.new, span, &|at| new.contains(&at)))
    }

    /// The new words between those that lie upon the passage's neighbours: indices, end exclusive.
    fn hole(&self) -> (usize, usize) {
        let before = self.same().rev().find(|pair| pair.old < self.from);
        let after = self.same().find(|pair| pair.old >= self.to);
        let start = before.map_or(0, |pair| pair.new + 1);
        (start, after.map_or(self.new.len(), |pair| pair.new).max(start))
    }

    fn between(&self) -> Span {
        let (start, end) = self.hole();
        if start == end {
            let at = self.new.get(start).map_or(self.region.new.end, |word| word.term.token.span.start);
            return Span::new(at, at);
        }
        Span::new(self.new[start].term.token.span.start, self.new[end - 1].term.token.span.end)
    }

    /// Where the passage lies now, and whether its parts changed places.
    fn span(&self) -> (Option<Span>, bool) {
        if self.from == self.to {
            return (self.wordless(), false);
        }
        let Some((first, last)) = self.ends() else { return (None, false) };
        let (mut start, mut end) = (self.start(first), self.end(last));
        let (before, after) = (self.swapped_before(first, last), self.swapped_after(first, last));
        start = before.unwrap_or(start);
        end = after.unwrap_or(end);
        (Some(self.exact_span(start, end)), before.is_some() || after.is_some())
    }

    /// A passage of white space alone, where its neighbours still have it between them.
    fn wordless(&self) -> Option<Span> {
        let before = self.from.checked_sub(1);
        let has = |pair: &&Pair, at: Option<usize>| Some(pair.old) == at;
        let start = if before.is_none() {
            (self.region.old.start, self.region.new.start)
        } else {
            let pair = self.same().find(|pair| has(pair, before))?;
            (self.old[pair.old].term.token.span.end, self.new[pair.new].term.token.span.end)
        };
        let follows = self.to == self.old.len() || self.same().any(|pair| has(&pair, Some(self.to)));
        if !follows {
            return None;
        }
        let lead = &self.map.old[start.0.min(self.passage.start)..self.passage.end];
        let is_there = self.map.new[start.1..].starts_with(lead);
        let end = start.1 + lead.len();
        is_there.then(|| Span::new(end - self.passage.len(), end))
    }

    /// Where what was put in straight before the passage begins, if it is what the passage lacks farther
    /// on.
    fn swapped_before(&self, first: Pair, last: Pair) -> Option<usize> {
        let (from, _) = self.hole();
        let (start, end) = self.missing_in(from, first.new)?;
        (self.is_clause(start, end) || self.has_no_more_sentences(start, last.new)).then_some(start)
    }

    /// Where what was put in straight after the passage ends, if it is what the passage lacks before.
    fn swapped_after(&self, first: Pair, last: Pair) -> Option<usize> {
        let (_, to) = self.hole();
        let (start, end) = self.missing_in(last.new + 1, to)?;
        (self.is_clause(start, end) || self.has_no_more_sentences(first.new, end - 1)).then_some(end)
    }

    /// The part of the new words `from..to` that the passage lacks, where they are most of these words,
    /// and a good part of the passage.
    fn missing_in(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        if from >= to {
            return None;
        }
        let there: HashSet<usize> = self.same().map(|pair| pair.old).collect();
        let lost = (self.from..self.to).filter(|at| !there.contains(at));
        let mut lacking: WindowMap<u64, u32> = WindowMap::default();
        let mut lacks = 0;
        for at in lost {
            *lacking.entry(self.old[at].key).or_default() += 1;
            lacks += self.old[at].term.weight;
        }
        let weight = |at: usize| self.new[at].term.weight;
        let common: Vec<usize> = (from..to)
            .filter(|&at| {
                let count = lacking.get_mut(&self.new[at].key).filter(|count| **count > 0);
                count.map(|count| *count -= 1).is_some()
            })
            .collect();
        let (start, end) = (*common.first()?, *common.last()? + 1);
        let shared: i32 = common.into_iter().map(weight).sum();
        let offered: i32 = (start..end).map(weight).sum();
        let is_most = |of: i32| shared * 10 >= of * 6;
        let is_much = f64::from(lacks) >= 0.1 * self.weight(self.from, self.to);
        (is_most(lacks) && is_most(offered) && is_much).then_some((start, end))
    }

    /// How much of the passage's words stands in `span`, in whatever order.
    fn shared(&self, span: Option<Span>) -> f64 {
        let Some(span) = span else { return 0.0 };
        let mut there: WindowMap<u64, u32> = WindowMap::default();
        for word in self.new.iter().filter(|word| span.contains(word.term.token.span)) {
            *there.entry(word.key).or_default() += 1;
        }
        let mut found = 0;
        for word in &self.old[self.from..self.to] {
            if let Some(count) = there.get_mut(&word.key).filter(|count| **count > 0) {
                *count -= 1;
                found += word.term.weight;
            }
        }
        f64::from(found) / self.weight(self.from, self.to).max(1.0)
    }

    /// The bytes of the new words `start..end`; where the passage begins or ends inside a word, or with
    /// white space, and that is still there, so does the span.
    fn exact_span(&self, start: usize, end: usize) -> Span {
        let end = end.max(start + 1).min(self.new.len());
        let start = start.min(end - 1);
        let (first, last) = (self.new[start].term.token.span, self.new[end - 1].term.token.span);
        let (old_first, old_last) =
            (self.old[self.from].term.token.span, self.old[self.to - 1].term.token.span);
        let (old, new) = (self.map.old, self.map.new);
        let from = if self.passage.start > old_first.start {
            let lead = &old[old_first.start..self.passage.start];
            if new[first.start..].starts_with(lead) { first.start + lead.len() } else { first.start }
        } else {
            let lead = &old[self.passage.start..old_first.start];
            if new[..first.start].ends_with(lead) { first.start - lead.len() } else { first.start }
        };
        let to = if self.passage.end < old_last.end {
            let trail = &old[self.passage.end..old_last.end];
            if new[..last.end].ends_with(trail) { last.end - trail.len() } else { last.end }
        } else {
            let trail = &old[old_last.end..self.passage.end];
            if new[last.end..].starts_with(trail) { last.end + trail.len() } else { last.end }
        };
        if from < to { Span::new(from, to) } else { Span::new(first.start, last.end) }
    }
}
