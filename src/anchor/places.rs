//! The places of the strings that are looked for, by what they cut. Knows a text.

use super::{Quote, boundary, negations};
use crate::text::{Span, Text};
use std::borrow::Cow;

/// The most places that are kept of one string for segments and proposals, the least of that where there are many
/// strings, and the most of all together; all places are counted.
pub(super) const MOST_OF_ONE: usize = 100_000;
const LEAST_OF_ONE: usize = 1_000;
const MOST_OF_ALL: usize = 8_000_000;

/// The places of one string.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// The first of them, ascending.
    pub(super) kept: Vec<Span>,
    /// How many there are.
    pub(super) count: usize,
}

impl Places {
    /// Counts a place, and keeps it where there are no more than `most` already.
    pub(super) fn push(&mut self, span: Span, most: usize) {
        self.count += 1;
        if self.kept.len() < most {
            self.kept.push(span);
        }
    }

    /// Whether all are kept.
    pub(super) const fn is_complete(&self) -> bool {
        self.kept.len() == self.count
    }

    /// Adds the places of what follows, likewise.
    pub(super) fn append(&mut self, more: Self, most: usize) {
        self.count += more.count;
        self.kept.extend(more.kept.into_iter().take(most - self.kept.len()));
    }
}

/// The places of one string by what they cut.
#[derive(Clone, Debug, Default)]
pub(super) struct Sorted {
    pub(super) whole: Places,
    /// Those that `partial = true` allows.
    pub(super) partial: Places,
    /// Those that nothing allows, and where a quote is `partial` those that drop a negation.
    pub(super) broken: Places,
}

/// How places are sorted, and how many of each are kept.
#[derive(Clone, Copy)]
pub(super) struct Sorting {
    pub(super) most: usize,
    /// Whether a quote asks for `partial`: only then a cut that drops a negation is told from others.
    is_partial: bool,
}

impl Sorting {
    /// That for `strings` different ones of some quotes.
    pub(super) fn of(quotes: &[&Quote<'_>], strings: usize) -> Self {
        Self { most: most_kept(strings), is_partial: quotes.iter().any(|quote| quote.partial) }
    }

    /// That for one quote of which all places are kept.
    pub(super) const fn of_all(quote: &Quote<'_>) -> Self {
        Self { most: usize::MAX, is_partial: quote.partial }
    }
}

impl Sorted {
    pub(super) fn push(&mut self, text: &Text<'_>, span: Span, sorting: Sorting) {
        let is_dropped = || sorting.is_partial && negations::is_dropped_by(text, span);
        let places = match boundary::worst_cut(text, span) {
            None => &mut self.whole,
            Some(kind) if kind.is_allowed_when_partial() && !is_dropped() => &mut self.partial,
            Some(_) => &mut self.broken,
        };
        places.push(span, sorting.most);
    }

    /// Whether all places are kept.
    pub(super) const fn is_complete(&self) -> bool {
        self.whole.is_complete() && self.partial.is_complete() && self.broken.is_complete()
    }

    /// How many places there are, whatever they cut.
    pub(super) const fn count(&self) -> usize {
        self.whole.count + self.partial.count + self.broken.count
    }

    /// Adds the places of what follows.
    pub(super) fn append(&mut self, more: Self, most: usize) {
        self.whole.append(more.whole, most);
        self.partial.append(more.partial, most);
        self.broken.append(more.broken, most);
    }

    /// The places that will do for `quote`.
    pub(super) fn allowed(&self, quote: &Quote<'_>) -> Cow<'_, Places> {
        if quote.partial { merged(&[&self.whole, &self.partial]) } else { Cow::Borrowed(&self.whole) }
    }

    /// All places.
    pub(super) fn all(&self) -> Cow<'_, Places> {
        merged(&[&self.whole, &self.partial, &self.broken])
    }
}

/// The places of all parts, of which the first is taken as it is where the others are empty.
fn merged<'p>(parts: &[&'p Places]) -> Cow<'p, Places> {
    if parts[1..].iter().all(|part| part.count == 0) {
        return Cow::Borrowed(parts[0]);
    }
    let mut kept: Vec<Span> = parts.iter().flat_map(|places| places.kept.iter().copied()).collect();
    kept.sort_unstable();
    Cow::Owned(Places { kept, count: parts.iter().map(|places| places.count).sum() })
}

/// How many places are kept of each of so many strings.
fn most_kept(strings: usize) -> usize {
    (MOST_OF_ALL / strings.max(1)).clamp(LEAST_OF_ONE, MOST_OF_ONE)
}
