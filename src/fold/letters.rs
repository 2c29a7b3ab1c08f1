//! The letters and digits of a text, folded fast: what seeds are looked for in. The same bytes as
//! [`Form::Letters`](super::Form::Letters), which a test holds; each character folds alone, so that what
//! one became is looked up and not worked out again.

use super::{SHARP_S, characters as ch, offset};
use unicode_normalization::UnicodeNormalization as _;

/// The folded letters of a text, with where each byte came from.
#[derive(Clone, Debug, Default)]
pub struct Letters {
    bytes: Vec<u8>,
    /// For each folded byte where the character that it stands for begins.
    origins: Vec<u32>,
}

/// What each byte of ASCII becomes; 0 where it is no letter or digit.
pub const ASCII: [u8; 128] = {
    let mut table = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_alphanumeric() {
            table[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

impl Letters {
    /// Folds `text`, which must be shorter than 4 GiB.
    pub fn new(text: &str) -> Self {
        let mut letters = Self::default();
        letters.bytes.reserve(text.len());
        letters.origins.reserve(text.len());
        let mut known = Known::default();
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if let Some(&letter) = ASCII.get(usize::from(byte)) {
                if letter != 0 {
                    letters.bytes.push(letter);
                    letters.origins.push(offset(at));
                }
                at += 1;
                continue;
            }
            let Some(c) = text[at..].chars().next() else { break };
            let folded = known.folded(c);
            letters.bytes.extend_from_slice(folded);
            letters.origins.extend(std::iter::repeat_n(offset(at), folded.len()));
            at += c.len_utf8();
        }
        letters
    }

    /// The folded letters, in UTF-8.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The byte of the original at which the folded byte `at` began.
    pub fn origin_start(&self, at: usize) -> usize {
        self.origins[at] as usize
    }
}

/// So many characters are remembered: a text has few, but for Chinese, Japanese and Korean.
const REMEMBERED: usize = 4096;

/// What characters met lately fold to.
#[derive(Default)]
struct Known {
    slots: Vec<(char, Vec<u8>)>,
}

impl Known {
    fn folded(&mut self, c: char) -> &[u8] {
        if self.slots.is_empty() {
            self.slots = vec![('\0', Vec::new()); REMEMBERED];
        }
        let slot = &mut self.slots[c as usize % REMEMBERED];
        if slot.0 != c {
            *slot = (c, folded(c));
        }
        &slot.1
    }
}

/// The letters and digits that a single character folds to.
fn folded(c: char) -> Vec<u8> {
    if ch::is_invisible(c) || ch::is_space(c) || ch::is_dash(c) {
        return Vec::new();
    }
    let plain = ch::plain(c).unwrap_or_else(|| c.into());
    let letters = plain.nfd().flat_map(ch::lower).filter(|&c| ch::is_word(c) && !ch::is_mark(c));
    letters.collect::<String>().replace(SHARP_S, "ss").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::super::{Form, folded};
    use super::Letters;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_letters_are_those_of_the_folding(text in "\\PC{0,60}|[a-zé’\u{301} œßﬁ\u{ad}ـ١不，Ａ-]{0,60}") {
            let letters = Letters::new(&text);
            prop_assert_eq!(letters.bytes(), &folded(&text, Form::Letters)[..]);
            let is_start = |at| text.is_char_boundary(letters.origin_start(at));
            prop_assert!((0..letters.bytes().len()).all(is_start));
        }
    }
}
