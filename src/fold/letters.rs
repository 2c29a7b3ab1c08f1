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
        Self::folding(text, folded)
    }

    /// The same, but letters of other scripts that look like Latin ones are these: `а` of Cyrillic, `ο` of Greek; and those
    /// of Arabic and its kin that look the same are one.
    pub fn looks(text: &str) -> Self {
        Self::folding(text, folded_looks)
    }

    fn folding(text: &str, of: fn(char) -> Vec<u8>) -> Self {
        let mut letters = Self::default();
        letters.bytes.reserve(text.len());
        letters.origins.reserve(text.len());
        let mut known = Known { slots: Vec::new(), of };
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
struct Known {
    slots: Vec<(char, Vec<u8>)>,
    of: fn(char) -> Vec<u8>,
}

impl Known {
    fn folded(&mut self, c: char) -> &[u8] {
        if self.slots.is_empty() {
            self.slots = vec![('\0', Vec::new()); REMEMBERED];
        }
        let slot = &mut self.slots[c as usize % REMEMBERED];
        if slot.0 != c {
            *slot = (c, (self.of)(c));
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

/// The letters that a single character looks like, folded.
fn folded_looks(c: char) -> Vec<u8> {
    if ARABIC_ALIKE.contains(&c) {
        return folded(ARABIC_ALIKE[0]);
    }
    if !ch::is_letter(c) {
        return folded(c);
    }
    // Unicode shows a large i as a small l.
    let looks: Vec<char> = unicode_security::skeleton(c.encode_utf8(&mut [0; 4])).collect();
    match looks[..] {
        ['l'] if c.is_uppercase() => vec![b'i'],
        [letter] if letter.is_ascii_alphabetic() => vec![letter.to_ascii_lowercase() as u8],
        _ => folded(c),
    }
}

/// Letters of Arabic, Persian, Urdu and others each of which looks like some other: kaf, yeh, alef maksura, heh.
const ARABIC_ALIKE: [char; 12] = [
    '\u{643}', '\u{6A9}', '\u{6AA}', '\u{64A}', '\u{6CC}', '\u{649}', '\u{647}', '\u{6C1}', '\u{6BE}',
    '\u{6D5}', '\u{629}', '\u{6C3}',
];

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
