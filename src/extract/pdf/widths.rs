//! How wide letters are, where a font alone does not tell. Knows the letters of one page as they were drawn.

use super::glyphs::{Found, Glyph};
use std::collections::BTreeMap;

/// Settles the widths of a page's letters.
pub(super) fn settle(all: &mut [Found]) {
    unstretch(all);
    measure(all);
}

/// Where a font is not in the PDF, another one stands in for it, and its letters are stretched to their widths: the
/// stretch must not count twice. Text that is narrowed or widened throughout is stretched, too, and there it must
/// count. Which it is, the places of letters that follow each other tell.
fn unstretch(all: &mut [Found]) {
    let mut votes: BTreeMap<i32, i64> = BTreeMap::new();
    for pair in all.windows(2) {
        let (found, next) = (&pair[0], &pair[1].glyph);
        let Glyph { x0, y, size, .. } = found.glyph;
        let step = next.x0 - x0;
        let is_next = (next.y - y).abs() < 0.1 && (next.size - size).abs() < 0.1 && step > 0.0;
        if is_stretched(found) && is_next && step < size * 2.0 {
            let (stretched, plain) = (found.glyph.x1 - x0, found.plain_width);
            *votes.entry(bucket(size)).or_default() +=
                if (step - plain).abs() < (step - stretched).abs() { 1 } else { -1 };
        }
    }
    for found in all.iter_mut().filter(|found| is_stretched(found)) {
        if votes.get(&bucket(found.glyph.size)).is_some_and(|&vote| vote > 0) {
            found.glyph.x1 = found.glyph.x0 + found.plain_width;
        }
    }
}

/// Whether a letter is narrower or wider than its font says.
fn is_stretched(found: &Found) -> bool {
    let width = found.glyph.x1 - found.glyph.x0;
    found.glyph.size > 0.0 && (width - found.plain_width).abs() > found.plain_width * 0.02
}

/// Sizes that are alike, to a tenth of a point.
fn bucket(size: f32) -> i32 {
    (size * 10.0).round() as i32
}

/// Gives the letters of Type 3 fonts, whose size is below 0 and their width, the size that the widths of a page
/// let expect: a letter is a little less than half as wide as its font is high.
fn measure(all: &mut [Found]) {
    let is_type3 = |found: &&mut Found| found.glyph.size < 0.0;
    let mut widths: Vec<f32> = all
        .iter()
        .filter(|found| found.glyph.size < 0.0 && !found.glyph.is_space())
        .map(|found| -found.glyph.size)
        .collect();
    widths.sort_by(f32::total_cmp);
    let size = widths.get(widths.len() / 2).map_or(10.0, |width| width * 2.1);
    for found in all.iter_mut().filter(is_type3) {
        found.glyph.size = size;
    }
}
