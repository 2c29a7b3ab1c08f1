//! What a passage leaves out beside it, in the company of its own words. Knows texts.

use super::BESIDE;
use crate::fold::words;
use crate::text::{Span, Text, head, tail};
use std::ops::Range;

/// What stands beside a passage and is left out, with the words of the passage that tell what it says.
#[derive(Clone, Copy)]
pub(super) struct Part<'t> {
    around: &'t str,
    /// Where the part begins and ends in them.
    start: usize,
    end: usize,
}

impl<'t> Part<'t> {
    /// What stands before a passage, which begins at `to`, from byte `from` on.
    pub(super) fn before(text: &'t Text<'_>, from: usize, to: usize) -> Self {
        let end = to - from;
        Self { around: &text.as_str()[from..to + tail(text.as_str(), to, BESIDE).len()], start: 0, end }
    }

    /// What stands after one.
    pub(super) fn after(text: &'t Text<'_>, span: Span) -> Self {
        let (before, after) = (head(text.as_str(), span.end, BESIDE), tail(text.as_str(), span.end, BESIDE));
        let from = span.end - before.len();
        let around = &text.as_str()[from..span.end + after.len()];
        Self { around, start: before.len(), end: around.len() }
    }

    pub(super) fn left_out(&self) -> &'t str {
        &self.around[self.start..self.end]
    }

    /// Whether the word at `range` of the part negates in its company.
    pub(super) fn negates(&self, range: &Range<usize>, language: Option<&str>) -> bool {
        let range = self.start + range.start..self.start + range.end;
        words::negates_left_out(self.around, &(self.start..self.end), &range, language)
    }
}
