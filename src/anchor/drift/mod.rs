//! What became of passages when a text changed: where each lies in the newer text, and what was done to
//! it. Knows two texts and spans; no captures, claims or rules.
//!
//! Tools that re-anchor a quote look for its words in the new text alone, and must guess between an
//! edited original and an exact copy elsewhere. Here the older text is known too, so both are compared
//! first, and most answers follow from where everything else went:
//!
//! 1. *Map* (`map`): stretches that both texts have, in the same order. Lines first, then chunks of
//!    letters that end where their content says so (Muthitacharoen and others 2001; gear hash of Xia and
//!    others 2016), so that a text that was only re-typeset still pairs. Anchors are what stands once on
//!    either side, chained by the heaviest increasing subsequence, and again between two links: patience
//!    diff (Cohen), with weights. Unlike the shortest edit script (Myers 1986) it does not grow with the
//!    number of differences, and does not pair what is common to all text.
//! 2. *Place* (`place`, `words`): the passage with its context, word by word, upon what lies between the
//!    same neighbours: anchors again, and between them an alignment with affine gaps (Gotoh 1982), in
//!    which an inserted clause is one event. The edges are projected: where the passage's first words
//!    were replaced, the word before them still holds the edge. What is lost or put in is laid outside
//!    the passage where it could as well be.
//! 3. *Land* (`land`): a passage that is not there any more is looked for in the newer text's new land
//!    alone, with seeds, windows and alignment (Li 2018). What stands elsewhere and stood there before
//!    is another passage, however alike it is: a line moved when it is gone here and new there (Heckel
//!    1978). This is why nothing is invented out of formulas that a text repeats.
//! 4. *Name* (`name`): what happened to the words, the worst first. Nothing here is a score that could
//!    be taken for support: one word more may turn a sentence round.
//!
//! All work is bounded: the map is linear but for sorting, whatever the texts; an alignment has a most
//! number of cells; seeds that are everywhere are set aside. Memory is that of the items, which are
//! never smaller than their text.

mod chain;
mod compounds;
mod land;
mod lines;
mod map;
mod name;
mod place;
mod settle;
mod skeleton;
mod words;

use crate::fold::Difference;
use crate::text::{Span, Text};
use land::Land;
use lines::Lines;
use map::Map;
use place::{Placed, place, region};
use std::cell::OnceCell;

/// What became of a passage, the worst first where several things did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// It is gone, and something else stands between its old neighbours.
    Replaced,
    /// It is gone, and its old neighbours meet.
    Deleted,
    /// A negation was gained or lost.
    Negation,
    /// A number changed.
    Number,
    /// A part of it is gone.
    Truncated,
    /// Something was put into it.
    Extended,
    /// Its parts stand in another order.
    Reordered,
    /// Its words changed.
    Words,
    /// The same words with other punctuation.
    Punctuation,
    /// The same words in other characters: case, spacing, line wraps, quotation marks, ligatures.
    Typography,
    /// Identical, elsewhere.
    Moved,
    /// Identical, in its place.
    Kept,
}

impl Change {
    /// Every change, the worst first.
    pub const ALL: [Self; 12] = [
        Self::Replaced,
        Self::Deleted,
        Self::Negation,
        Self::Number,
        Self::Truncated,
        Self::Extended,
        Self::Reordered,
        Self::Words,
        Self::Punctuation,
        Self::Typography,
        Self::Moved,
        Self::Kept,
    ];

    /// The change's name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Replaced => "replaced",
            Self::Deleted => "deleted",
            Self::Negation => "negation",
            Self::Number => "number",
            Self::Truncated => "truncated",
            Self::Extended => "extended",
            Self::Reordered => "reordered",
            Self::Words => "words",
            Self::Punctuation => "punctuation",
            Self::Typography => "typography",
            Self::Moved => "moved",
            Self::Kept => "kept",
        }
    }

    /// Whether the passage is there to the letter, wherever it stands.
    pub const fn is_identical(self) -> bool {
        matches!(self, Self::Moved | Self::Kept)
    }
}

/// What became of one passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Became {
    /// The worst that happened to it.
    pub change: Change,
    /// Where it lies now, in bytes of the newer text; `None` where it is deleted or replaced.
    pub span: Option<Span>,
    /// Whether it left its place among its neighbours, whatever happened to its words.
    pub is_moved: bool,
    /// How it differs: `quote` in bytes of the passage, `source` in bytes of the newer text.
    pub differences: Vec<Difference>,
    /// How many other places of the newer text are as good; 0 where it is decided.
    pub rivals: usize,
    /// Where it is replaced: what now stands between its old neighbours.
    pub instead: Option<Span>,
}

/// Below this share of its words a passage is not there any more.
const FLOOR: f64 = 0.36;

/// Below this a better place elsewhere is believed.
const DOUBTFUL: f64 = 0.5;

/// What became of each of these passages (spans of `old`) in `new`, in their order.
///
/// Each answer depends on the two texts and its passage alone, not on what else is asked.
pub fn became(old: &Text<'_>, new: &Text<'_>, passages: &[Span]) -> Vec<Became> {
    if old.as_str() == new.as_str() {
        return passages.iter().map(|&passage| kept(passage)).collect();
    }
    let comparison = Comparison {
        old,
        new,
        map: Map::new(old.as_str(), new.as_str()),
        lines: Lines::new(old.as_str(), new.as_str(), passages.len()),
        land: OnceCell::new(),
        back: OnceCell::new(),
    };
    passages.iter().map(|&passage| comparison.became(passage)).collect()
}

/// Two texts, compared as far as the passages need.
struct Comparison<'t> {
    old: &'t Text<'t>,
    new: &'t Text<'t>,
    map: Map<'t>,
    lines: Lines<'t>,
    land: OnceCell<Land>,
    back: OnceCell<Map<'t>>,
}

impl Comparison<'_> {
    fn became(&self, passage: Span) -> Became {
        if let Some(span) = self.lines.place(passage) {
            let is_moved = !self.gap(passage).1.contains(span);
            return Became {
                change: if is_moved { Change::Moved } else { Change::Kept },
                is_moved,
                ..kept(span)
            };
        }
        if let Some(span) = self.kept(passage) {
            return kept(span);
        }
        let here = region(&self.map, passage).map(|region| place(&self.map, region, passage));
        let there = here.as_ref().filter(|placed| placed.span.is_some() && is_dense(passage, placed));
        let recall = there.map_or(0.0, |placed| placed.recall);
        if recall < DOUBTFUL
            && let Some((placed, rivals)) = self.elsewhere(passage, recall)
        {
            let is_outside = |here: &Placed| placed.span.is_some_and(|span| !here.between.contains(span));
            let is_moved =
                !self.is_between_neighbours(passage, &placed) || here.as_ref().is_some_and(is_outside);
            return self.found(passage, &placed, is_moved, rivals);
        }
        match here {
            Some(placed) if recall >= FLOOR => self.found(passage, &placed, false, 0),
            here => self.gone(passage, here),
        }
    }

    /// Where the passage lies if a block holds it with enough around it that nothing joined its ends.
    fn kept(&self, passage: Span) -> Option<Span> {
        const MARGIN: usize = 32;
        let blocks = &self.map.blocks;
        let index = blocks.partition_point(|block| block.old.end < passage.end);
        let block = blocks.get(index).filter(|block| block.is_identical && block.old.contains(passage))?;
        let starts =
            passage.start >= block.old.start + MARGIN || block.old.start == 0 && block.new.start == 0;
        let is_whole_end = block.old.end == self.map.old.len() && block.new.end == self.map.new.len();
        let ends = passage.end + MARGIN <= block.old.end || is_whole_end;
        let by = passage.start - block.old.start;
        let span = Span::new(block.new.start + by, block.new.start + by + passage.len());
        (starts && ends).then_some(span)
    }

    fn found(&self, passage: Span, placed: &Placed, is_moved: bool, rivals: usize) -> Became {
        let Some(span) = placed.span else { return self.gone(passage, None) };
        let mut became = Became { is_moved, rivals, ..kept(span) };
        if self.old.slice(passage) == self.new.slice(span) {
            became.change = if is_moved { Change::Moved } else { Change::Kept };
            return became;
        }
        (became.change, became.differences) = name::name(self.old, self.new, passage, span, placed);
        became
    }

    /// A passage that is nowhere: deleted where its neighbours meet, replaced where they do not.
    fn gone(&self, passage: Span, here: Option<Placed>) -> Became {
        let between = match here {
            Some(placed) => placed.between,
            None => self.gap(passage).1,
        };
        let words = self.new.slice(between);
        let lead = words.len() - words.trim_start().len();
        let instead = Span::new(between.start + lead, between.start + lead + words.trim().len());
        let is_replaced = self.new.slice(instead).chars().any(char::is_alphanumeric);
        Became {
            change: if is_replaced { Change::Replaced } else { Change::Deleted },
            span: None,
            is_moved: false,
            differences: Vec::new(),
            rivals: 0,
            instead: is_replaced.then_some(instead),
        }
    }

    /// What lies between the blocks before and after the passage, in both texts.
    fn gap(&self, passage: Span) -> (Span, Span) {
        let blocks = &self.map.blocks;
        let before = blocks[..blocks.partition_point(|block| block.old.end <= passage.start)].last();
        let after = blocks.get(blocks.partition_point(|block| block.old.start < passage.end));
        let start = before.map_or((0, 0), |block| (block.old.end, block.new.end));
        let end = after
            .map_or((self.map.old.len(), self.map.new.len()), |block| (block.old.start, block.new.start));
        (Span::new(start.0, end.0), Span::new(start.1, end.1.max(start.1)))
    }

    fn is_between_neighbours(&self, passage: Span, placed: &Placed) -> bool {
        placed.span.is_some_and(|span| self.gap(passage).1.contains(span))
    }

    /// The best place that the passage may have moved to, and how many others are as good.
    fn elsewhere(&self, passage: Span, here: f64) -> Option<(Placed, usize)> {
        let land = self.land.get_or_init(|| Land::new(&self.map));
        let mut all = land.candidates(&self.map, passage);
        all.retain(|placed| is_likely(placed) && is_dense(passage, placed) && placed.recall >= here + 0.25);
        all.retain(|placed| !self.stood_already(passage, placed));
        let worth = |placed: &Placed| placed.recall + 0.5 * placed.context;
        all.sort_by(|a, b| worth(b).total_cmp(&worth(a)).then(a.span.cmp(&b.span)));
        let best = worth(all.first()?);
        let rivals = all[1..].iter().filter(|other| best - worth(other) < 0.02).count();
        Some((all.swap_remove(0), rivals))
    }

    /// Whether the place is what became of other words of the older text.
    fn stood_already(&self, passage: Span, placed: &Placed) -> bool {
        let Some(span) = placed.span else { return true };
        let back = self.back.get_or_init(|| self.map.inverted());
        let Some(region) = region(back, span) else { return false };
        let origin = place(back, region, span);
        let is_elsewhere = |from: Span| from.end <= passage.start || passage.end <= from.start;
        origin.recall >= DOUBTFUL && origin.span.is_some_and(is_elsewhere)
    }
}

/// Whether the passage's words lie close enough to be it: in a stretch many times as long as a passage
/// some of its words are found in any case, so most of them must be there.
fn is_dense(passage: Span, placed: &Placed) -> bool {
    const MOST: f64 = 0.7;
    let is_short = placed.span.is_some_and(|span| span.len() <= 3 * passage.len() + 200);
    is_short || placed.recall >= MOST
}

/// Whether so much of a passage, or of it and its context, is here that it moved here.
fn is_likely(placed: &Placed) -> bool {
    const ENOUGH_LETTERS: usize = 16;
    const LONG_RUN: usize = 80;
    let letters = placed.letters();
    let alone = placed.recall >= 0.75 && letters >= ENOUGH_LETTERS;
    // Formulas are shared by chance, and are shorter.
    let run = placed.longest_run();
    let is_half = placed.recall >= DOUBTFUL && run >= LONG_RUN && 2 * run >= letters;
    alone || is_half || placed.recall >= FLOOR && placed.recall + placed.context >= 1.0
}

const fn kept(span: Span) -> Became {
    Became {
        change: Change::Kept,
        span: Some(span),
        is_moved: false,
        differences: Vec::new(),
        rivals: 0,
        instead: None,
    }
}
