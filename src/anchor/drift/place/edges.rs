//! Where a passage begins and ends now, whose words at its ends were replaced. Knows an alignment seen from the passage.
//!
//! The neighbour before them holds the edge; but what editors put in between is not all of the passage: a whole sentence
//! beside it is another one.

use super::Sight;
use crate::anchor::drift::words::{Pair, Word};
use crate::anchor::sentences::{CLAUSE, begins};
use crate::anchor::tokens::{Class, ends_sentence};

/// Words that stand in the place of others may be so many more.
const MORE: usize = 3;

/// Beyond so many more, they are put in, where the passage begins or ends inside a sentence.
const FAR_MORE: usize = 12;

/// So few words at an end that weigh so many times less than the rest are there by chance.
const FEW: usize = 2;
const STRAY: i32 = 6;

impl Sight<'_> {
    /// The first and the last word of the passage that are still there; a mark or a small word at its end that sentences put
    /// in part from the rest is none.
    pub(super) fn ends(&self) -> Option<(Pair, Pair)> {
        let inside: Vec<Pair> =
            self.same().filter(|pair| (self.from..self.to).contains(&pair.old)).copied().collect();
        let parts: Vec<&[Pair]> = inside.chunk_by(|a, b| !self.are_parted(*a, *b)).collect();
        let weights: Vec<i32> = parts.iter().map(|part| self.weight_of(part)).collect();
        let is_stray = |part: usize, rest: &[i32]| {
            self.count_words(parts[part]) <= FEW && weights[part] * STRAY < rest.iter().sum()
        };
        let first = (0..parts.len()).find(|&part| !is_stray(part, &weights[part + 1..]))?;
        let last = (first..parts.len()).rev().find(|&part| !is_stray(part, &weights[first..part]))?;
        Some((*parts[first].first()?, *parts[last].last()?))
    }

    fn count_words(&self, pairs: &[Pair]) -> usize {
        pairs.iter().filter(|pair| self.old[pair.old].term.token.class != Class::Mark).count()
    }

    fn weight_of(&self, pairs: &[Pair]) -> i32 {
        pairs.iter().map(|pair| self.old[pair.old].term.weight).sum()
    }

    /// Whether more sentences begin between two words now than before.
    fn are_parted(&self, before: Pair, after: Pair) -> bool {
        let begun = || self.begun_now(before.new + 1, after.new).count();
        after.new > before.new + MORE && begun() > self.begun_then(before.old + 1, after.old)
    }

    /// The words `from..=to` of the newer text that begin a sentence.
    fn begun_now(&self, from: usize, to: usize) -> impl DoubleEndedIterator<Item = usize> {
        (from..=to).filter(|&at| is_begin(self.map.new, self.new, at))
    }

    /// How many of the words `from..=to` of the older text begin a sentence.
    fn begun_then(&self, from: usize, to: usize) -> usize {
        (from..=to).filter(|&at| is_begin(self.map.old, self.old, at)).count()
    }

    /// Whether the new words `from..to` are too many to stand in another sentence by chance.
    pub(super) fn is_clause(&self, from: usize, to: usize) -> bool {
        self.new[from..to].iter().map(|word| word.term.halves()).sum::<usize>() >= CLAUSE
    }

    /// Whether the new words `from..=to` are of no more sentences than the passage was.
    pub(super) fn has_no_more_sentences(&self, from: usize, to: usize) -> bool {
        self.begun_now(from + 1, to).count() <= self.begun_then(self.from + 1, self.to - 1)
    }

    /// Where the passage begins that may begin with the new word `widest` and surely has `first`: as many sentences
    /// before that as it had.
    fn own_start(&self, widest: usize, first: Pair) -> usize {
        let (gone, now) = (first.old - self.from, first.new.saturating_sub(widest));
        if now <= 2 * gone + MORE {
            return widest;
        }
        let had = self.begun_then(self.from + 1, first.old);
        match self.begun_now(widest + 1, first.new).nth_back(had) {
            Some(begin) => begin,
            None if is_begin(self.map.old, self.old, self.from) || now <= 4 * gone + FAR_MORE => widest,
            None => first.new - gone,
        }
    }

    /// Where the passage ends that may end before the new word `widest` and surely has `last`.
    fn own_end(&self, widest: usize, last: Pair) -> usize {
        let (gone, now) = (self.to - 1 - last.old, widest.saturating_sub(last.new + 1));
        if now <= 2 * gone + MORE {
            return widest;
        }
        let had = self.begun_then(last.old + 1, self.to - 1);
        match self.begun_now(last.new + 1, widest - 1).nth(had) {
            Some(begin) => begin,
            None if self.ends_a_sentence() || now <= 4 * gone + FAR_MORE => widest,
            None => last.new + 1 + gone,
        }
    }

    /// Whether the passage ended where a sentence did.
    fn ends_a_sentence(&self) -> bool {
        let ends = |at: usize| self.old.get(at).is_none_or(|word| word.term.ends_sentence);
        ends(self.to - 1) || ends(self.to) || is_begin(self.map.old, self.old, self.to)
    }

    /// The first new word of the passage, whose first word that is still there is `first`.
    ///
    /// Where the words before it were replaced, the neighbour before them holds the edge.
    pub(super) fn start(&self, first: Pair) -> usize {
        self.own_start(self.widest_start(first), first)
    }

    fn widest_start(&self, first: Pair) -> usize {
        if first.old == self.from {
            return first.new;
        }
        let before = self.same().rev().find(|pair| pair.old < self.from);
        let Some(before) = before else { return self.replaced_start(first) };
        if before.old + 1 == self.from {
            return before.new + 1;
        }
        // Words of the context changed as well: what lies upon them stays outside.
        let context = self.pairs.iter().rev().find(|pair| pair.old < self.from && pair.new > before.new);
        let own = self.pairs.iter().find(|pair| pair.old >= self.from);
        match (context, own) {
            (_, Some(own)) if own.old == self.from => own.new,
            (Some(context), _) if context.old + 1 == self.from => context.new + 1,
            (_, Some(own)) => own.new,
            _ => first.new,
        }
    }

    /// Where no neighbour is there: as many words before as were replaced, up to where a sentence begins.
    fn replaced_start(&self, first: Pair) -> usize {
        if self.from == 0 && !self.region.free.start {
            return 0;
        }
        let own = self.pairs.iter().find(|pair| pair.old >= self.from).map_or(first, |pair| *pair);
        let most = own.old - self.from;
        let begins = |at: usize| at == 0 || self.is_border(at - 1, at);
        (own.new.saturating_sub(most)..=own.new).rev().find(|&at| begins(at)).unwrap_or(own.new)
    }

    /// Whether a sentence or line ends between two new words that follow one another.
    fn is_border(&self, before: usize, after: usize) -> bool {
        let (before, after) = (self.new[before].term.token.span, self.new[after].term.token.span);
        self.map.new[before.range()].ends_with(ends_sentence)
            || self.map.new[before.end..after.start].contains('\n')
    }

    /// The new word after the passage, whose last word that is still there is `last`.
    pub(super) fn end(&self, last: Pair) -> usize {
        self.own_end(self.widest_end(last), last)
    }

    fn widest_end(&self, last: Pair) -> usize {
        if last.old + 1 == self.to {
            return last.new + 1;
        }
        let after = self.same().find(|pair| pair.old >= self.to);
        let Some(after) = after else { return self.replaced_end(last) };
        if after.old == self.to {
            return after.new;
        }
        let context = self.pairs.iter().find(|pair| pair.old >= self.to && pair.new < after.new);
        let own = self.pairs.iter().rev().find(|pair| pair.old < self.to);
        match (context, own) {
            (_, Some(own)) if own.old + 1 == self.to => own.new + 1,
            (Some(context), _) if context.old == self.to => context.new,
            (_, Some(own)) => own.new + 1,
            _ => last.new + 1,
        }
    }

    fn replaced_end(&self, last: Pair) -> usize {
        if self.to == self.old.len() && !self.region.free.end {
            return self.new.len();
        }
        let own = self.pairs.iter().rev().find(|pair| pair.old < self.to).map_or(last, |pair| *pair);
        let most = self.to - own.old - 1;
        let ends = |at: usize| at == self.new.len() || self.is_border(at - 1, at);
        let found = (own.new + 1..=(own.new + 1 + most).min(self.new.len())).find(|&at| ends(at));
        found.unwrap_or(own.new + 1)
    }
}

/// Whether a sentence begins with the word at `at`.
fn is_begin(text: &str, words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|word| begins(text, word.term.token.span.start))
}
