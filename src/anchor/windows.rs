//! Sets and maps of short runs of bytes, each as one number. Knows neither texts nor quotes.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Spreads what differs between two keys over the bits of a number.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// A map from windows of text. What is in it comes from claim files, which a person has at hand and
/// who can only slow their own run.
pub type WindowMap<K, V> = HashMap<K, V, BuildHasherDefault<Spread>>;

/// Keys are mixed already where it matters: a hasher that only spreads their bits.
#[derive(Clone, Copy, Default)]
pub struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut all = [0; 8];
            all[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(all));
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = (self.0 ^ key).wrapping_mul(SPREAD).rotate_left(26);
    }
}

/// Tells of most windows at a glance that they are not in a set, which saves looking them up in a [`WindowMap`].
pub struct WindowFilter {
    bits: Vec<u64>,
    shift: u32,
}

impl WindowFilter {
    /// An empty one of so many bits: a power of two, 64 at least.
    pub fn new(size: usize) -> Self {
        Self { bits: vec![0; size / 64], shift: 64 - size.trailing_zeros() }
    }

    /// Puts a window in.
    pub fn insert(&mut self, key: u64) {
        let (word, bit) = self.place(key);
        self.bits[word] |= bit;
    }

    /// Whether a window may have been put in; never `false` for one that was.
    #[inline]
    pub fn may_have(&self, key: u64) -> bool {
        let (word, bit) = self.place(key);
        self.bits[word] & bit != 0
    }

    #[inline]
    const fn place(&self, key: u64) -> (usize, u64) {
        let hash = (key.wrapping_mul(SPREAD) >> self.shift) as usize;
        (hash / 64, 1 << (hash % 64))
    }
}

/// A number or an offset in the room of four bytes.
pub fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect("quotes and captures are fewer and shorter than 4 GiB")
}
