//! Edits of words; of characters in scripts that are written without spaces.

use super::random::Random;

/// A text that is edited, in words and what parts them.
pub struct Writer<'w> {
    /// Where chance comes from.
    pub random: &'w mut Random,
    /// Words of the document, to put in.
    pub vocabulary: &'w [String],
    /// Whether a word is a single character.
    pub is_spaceless: bool,
}

/// The words of `text` and what parts them, in turn.
pub fn pieces(text: &str, is_spaceless: bool) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut was_space = None;
    for c in text.chars() {
        let is_space = c.is_whitespace();
        let is_mark = c != '\u{200d}' && unicode_normalization::char::is_combining_mark(c);
        let goes_on = was_space == Some(is_space)
            && (!is_spaceless || is_space || is_mark || c.is_ascii_alphanumeric());
        match all.last_mut().filter(|_| goes_on) {
            Some(last) => last.push(c),
            None => all.push(c.into()),
        }
        was_space = Some(is_space);
    }
    all
}

/// The indices of pieces that are words.
pub fn words(pieces: &[String]) -> Vec<usize> {
    let is_word = |piece: &String| !piece.chars().all(char::is_whitespace);
    (0..pieces.len()).filter(|&index| is_word(&pieces[index])).collect()
}

impl Writer<'_> {
    fn pieces(&self, text: &str) -> Vec<String> {
        pieces(text, self.is_spaceless)
    }

    const fn gap(&self) -> &'static str {
        if self.is_spaceless { "" } else { " " }
    }

    /// Another word of about the same length.
    pub fn word(&mut self, like: &str) -> String {
        let length = like.chars().count().max(2);
        for _ in 0..40 {
            let word = self.random.one(self.vocabulary);
            let is_alike = word.chars().count().abs_diff(length) <= 2 || self.is_spaceless;
            if is_alike && word.to_lowercase() != like.to_lowercase() {
                return word.clone();
            }
        }
        self.random.one(self.vocabulary).clone()
    }

    /// Some of the document's words in a row.
    pub fn filler(&mut self, count: usize) -> String {
        let words: Vec<String> = (0..count).map(|_| self.random.one(self.vocabulary).clone()).collect();
        words.join(self.gap())
    }

    /// The text with this many words misspelt.
    pub fn misspelt(&mut self, text: &str, count: usize) -> String {
        self.changed(text, count, false, Writer::typo)
    }

    /// The text with this many words replaced; not the first and last one where `is_interior`.
    pub fn replaced(&mut self, text: &str, count: usize, is_interior: bool) -> String {
        self.changed(text, count, is_interior, |writer, word| {
            let is_part = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
            let core = word.trim_matches(|c| !is_part(c));
            let start = word.find(core).unwrap_or(0);
            let new = writer.word(core);
            format!("{}{new}{}", &word[..start], &word[start + core.len()..])
        })
    }

    fn changed(
        &mut self,
        text: &str,
        count: usize,
        is_interior: bool,
        change: impl Fn(&mut Self, &str) -> String,
    ) -> String {
        let mut pieces = self.pieces(text);
        let mut words = words(&pieces);
        if is_interior && words.len() > 3 {
            words = words[1..words.len() - 1].to_vec();
        }
        for index in self.random.sample(words.len(), count) {
            pieces[words[index]] = change(self, &pieces[words[index]].clone());
        }
        pieces.concat()
    }

    fn typo(&mut self, word: &str) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        if self.is_spaceless {
            return self.word(word);
        }
        if letters.len() < 3 {
            letters.push(letters[letters.len() - 1]);
            return letters.into_iter().collect();
        }
        let at = self.random.below(letters.len() - 1);
        match self.random.below(4) {
            0 if letters[at] != letters[at + 1] => letters.swap(at, at + 1),
            0 | 1 => drop(letters.remove(at)),
            2 => letters.insert(at, letters[at]),
            _ => letters[at] = self.random.one(self.vocabulary).chars().next().unwrap_or('e'),
        }
        letters.into_iter().collect()
    }

    /// The text with so many words put in, none before the first.
    pub fn with_more(&mut self, text: &str, count: usize) -> String {
        let mut pieces = self.pieces(text);
        for _ in 0..count {
            let words = words(&pieces);
            if words.len() < 2 {
                break;
            }
            let at = words[self.random.between(1, words.len() - 1)];
            let word = self.random.one(self.vocabulary).clone();
            pieces.splice(at..at, [word, self.gap().into()]);
            pieces.retain(|piece| !piece.is_empty());
        }
        pieces.concat()
    }

    /// The text without so many of its words, the first and last kept.
    pub fn with_fewer(&mut self, text: &str, count: usize) -> String {
        let mut pieces = self.pieces(text);
        for _ in 0..count {
            let words = words(&pieces);
            if words.len() < 4 {
                break;
            }
            let which = self.random.between(1, words.len() - 2);
            pieces.drain(words[which]..words[which + 1]);
        }
        pieces.concat()
    }

    /// Light edits over the paragraphs of the rest of the document.
    pub fn background(&mut self, text: &str, rate: f64) -> String {
        let mut out: Vec<String> = Vec::new();
        for line in text.split('\n') {
            let is_long = line.chars().count() > 30;
            if !is_long || !self.random.is(rate) {
                if !(is_long && self.random.is(rate * 0.15)) {
                    out.push(line.to_owned());
                }
                continue;
            }
            out.push(match self.random.below(5) {
                0 => self.misspelt(line, 1),
                1 => self.replaced(line, 1, true),
                2 => self.with_more(line, 1),
                3 => self.with_fewer(line, 1),
                _ => format!("{line} {}.", self.filler(9)),
            });
        }
        out.join("\n")
    }

    /// Every number with other digits.
    pub fn renumbered(&mut self, text: &str) -> String {
        let mut out = String::new();
        let mut was_digit = false;
        for c in text.chars() {
            let digit = char::from(b'0' + self.random.between(usize::from(!was_digit), 9) as u8);
            out.push(if c.is_ascii_digit() { digit } else { c });
            was_digit = c.is_ascii_digit();
        }
        out
    }
}
