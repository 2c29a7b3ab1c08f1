//! A text cut into items that survive edits elsewhere: lines as they are, and chunks of its letters
//! whatever its typography. Knows single texts.
//!
//! Chunks end where the letters themselves say so (content-defined chunking: Muthitacharoen, Chen and
//! Mazières 2001; the gear hash of Xia and others 2016), so an edit moves the borders beside it and no
//! others. Only letters and digits are read, in small letters and without accents: white space, line
//! wraps, punctuation, hyphenation and letter case change no chunk.

use super::chain::Item;
use crate::fold::letters::ASCII;
use crate::fold::{Form, characters as ch, folded};
use crate::text::Span;

/// A line shorter than this is one item with the lines after it, so that items never need more memory
/// than their text.
const SHORTEST_LINE: usize = 32;

/// The lines of a stretch of text, each with its line end.
pub fn lines(text: &str, stretch: Span) -> Vec<Item> {
    let bytes = &text.as_bytes()[stretch.range()];
    let mut items = Vec::with_capacity(bytes.len() / 80);
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', bytes).map(|end| end + 1).chain([bytes.len()]) {
        if end - start >= SHORTEST_LINE || end == bytes.len() && start < end {
            items.push(item(hash(&bytes[start..end]), stretch.start + start, stretch.start + end));
            start = end;
        }
    }
    items
}

fn item(key: u64, start: usize, end: usize) -> Item {
    let narrow = |at| u32::try_from(at).expect("a text is shorter than 4 GiB");
    Item { key, start: narrow(start), end: narrow(end) }
}

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// A fast hash. What it pairs is compared byte for byte, or aligned word by word, afterwards.
pub fn hash(bytes: &[u8]) -> u64 {
    let mut state = bytes.len() as u64;
    let mut words = bytes.chunks_exact(8);
    for word in &mut words {
        state = mixed(state, u64::from_le_bytes(word.try_into().expect("eight bytes")));
    }
    let mut rest = [0; 8];
    rest[..words.remainder().len()].copy_from_slice(words.remainder());
    mixed(state, u64::from_le_bytes(rest))
}

/// The hash of a sequence that goes on with `word`.
pub const fn mixed(state: u64, word: u64) -> u64 {
    (state ^ word).wrapping_mul(MULTIPLIER).rotate_left(29)
}

/// How long chunks are.
#[derive(Clone, Copy, Debug)]
pub struct Grain {
    /// A chunk ends where so many bits of the rolling hash are zero.
    bits: u32,
    /// By how many bits the rolling hash moves at each letter; it remembers 64 by this many letters.
    shift: u32,
    /// The fewest and the most letters (bytes of the skeleton) of a chunk.
    shortest: usize,
    longest: usize,
}

/// Chunks of a sentence or two, for whole texts.
pub const COARSE: Grain = Grain { bits: 5, shift: 2, shortest: 16, longest: 512 };

/// Chunks of a few words, for what is left.
pub const FINE: Grain = Grain { bits: 3, shift: 5, shortest: 8, longest: 64 };

/// The stretch of text in chunks of its letters.
pub fn chunks(text: &str, stretch: Span, grain: Grain) -> Vec<Item> {
    let mut items = Vec::with_capacity(stretch.len() / (grain.shortest + (1 << grain.bits)));
    let mut chunk = Chunk::default();
    let (mut at, mut start) = (stretch.start, stretch.start);
    let bytes = text.as_bytes();
    let mut gear = 0_u64;
    let mask = !(u64::MAX >> grain.bits);
    while at < stretch.end {
        let byte = bytes[at];
        let (letter, width) =
            if byte < 0x80 { (u32::from(ASCII[usize::from(byte)]), 1) } else { other_letter(text, at) };
        at += width;
        if letter == 0 {
            continue;
        }
        gear = (gear << grain.shift).wrapping_add(u64::from(letter).wrapping_mul(MULTIPLIER));
        chunk.push(letter);
        let is_border = gear & mask == 0 && chunk.letters >= grain.shortest;
        if is_border || chunk.letters >= grain.longest {
            items.push(item(chunk.key, start, at));
            (start, chunk) = (at, Chunk::default());
        }
    }
    if chunk.letters > 0 {
        items.push(item(chunk.key, start, stretch.end));
    }
    items
}

#[derive(Default)]
struct Chunk {
    key: u64,
    letters: usize,
}

impl Chunk {
    const fn push(&mut self, letter: u32) {
        self.key = mixed(self.key, letter as u64);
        self.letters += if letter < 0x80 { 1 } else { 3 };
    }
}

/// The letter at byte `at` without case and accent, or 0 where there is none, and its bytes. A ligature
/// counts as its letters would in a row only roughly: chunks with one in them find no like, which costs
/// an anchor and nothing else.
fn other_letter(text: &str, at: usize) -> (u32, usize) {
    let Some(c) = text[at..].chars().next() else { return (0, 1) };
    (letter(c), c.len_utf8())
}

fn letter(c: char) -> u32 {
    match c {
        // Ideographs, kana, and the Arabic and Hebrew letters have neither case nor accent.
        '\u{4E00}'..='\u{9FFF}'
        | '\u{5D0}'..='\u{5EA}'
        | '\u{628}'..='\u{63A}'
        | '\u{641}'..='\u{64A}'
        | 'а'..='и'
        | 'к'..='я' => u32::from(c),
        'А'..='И' | 'К'..='Я' => u32::from(c) + 0x20,
        'à'..='å' | 'À'..='Å' => u32::from('a'),
        'è'..='ë' | 'È'..='Ë' => u32::from('e'),
        'ç' => u32::from('c'),
        'î' | 'ï' => u32::from('i'),
        'ô' => u32::from('o'),
        'ù' | 'û' => u32::from('u'),
        '\u{2000}'..='\u{206F}' | '\u{300}'..='\u{36F}' | '\u{3000}'..='\u{3003}' | '«' | '»' | '\u{A0}' => {
            0
        }
        _ => rare_letter(c),
    }
}

#[cold]
fn rare_letter(c: char) -> u32 {
    if !ch::is_word(c) || ch::is_mark(c) {
        return 0;
    }
    let letters = folded(c.encode_utf8(&mut [0; 4]), Form::Letters);
    std::str::from_utf8(&letters).ok().and_then(|letters| letters.chars().next()).map_or(0, u32::from)
}
