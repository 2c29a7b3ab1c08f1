//! Where what a reader sees as one character ends. Knows a text and a place.

use crate::fold::characters as ch;
use unicode_segmentation::GraphemeCursor;

/// How far, in bytes, the search for a cluster's boundary may look back and ahead: more than any cluster
/// that people write, and bounded for those that they do not.
const CLUSTER_WINDOW: usize = 512;

/// So many halves of flags in a row are counted.
const MOST_FLAGS: usize = 1024;

/// Whether a character as a reader sees it ends and another begins at byte `at`, which is neither the first nor the
/// last of `text` (UAX 29, extended grapheme clusters).
pub(super) fn is_grapheme_boundary(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    if bytes[at - 1].is_ascii() && bytes[at].is_ascii() {
        return !(bytes[at - 1] == b'\r' && bytes[at] == b'\n');
    }
    if ch::is_regional_indicator(text[at..].chars().next()) {
        // Flags are pairs, counted from the first: a window would lose count.
        // No boundary is known among more of them than anyone writes.
        let before = text[..at].chars().rev().take_while(|&c| ch::is_regional_indicator(Some(c)));
        let count = before.take(MOST_FLAGS).count();
        return count % 2 == 0 && count < MOST_FLAGS;
    }
    let start = text.floor_char_boundary(at.saturating_sub(CLUSTER_WINDOW));
    let end = text.ceil_char_boundary((at + CLUSTER_WINDOW).min(text.len()));
    GraphemeCursor::new(at - start, end - start, true).is_boundary(&text[start..end], 0).unwrap_or(false)
}
