//! A text in parts that are folded one at a time, so that memory is bounded by them and not by the text.

use crate::text::Span;

/// The bytes that a text is folded at a time.
const CHUNK: usize = 1 << 20;

/// A part of a text that is folded at once.
#[derive(Clone, Copy, Debug)]
pub struct Chunk {
    /// What is read: its own part and some of the next, so that nothing across the border is missed.
    pub read: Span,
    /// Where its own part ends; what begins farther on belongs to the next chunk.
    pub own_end: usize,
}

/// The region in chunks that overlap by `overlap` bytes.
pub fn chunks(text: &str, region: Span, overlap: usize) -> impl Iterator<Item = Chunk> + '_ {
    let mut start = region.start;
    std::iter::from_fn(move || {
        (start < region.end).then(|| {
            let own_end = text.floor_char_boundary((start + CHUNK).min(region.end));
            let end = text.ceil_char_boundary((own_end + overlap).min(region.end));
            let chunk = Chunk { read: Span::new(start, end), own_end };
            start = own_end;
            chunk
        })
    })
}
