//! Sets of words that most words are not in, which is told at a glance. Knows the form that the tables have words in.

use rustc_hash::FxHashSet;

/// Words in the form of the tables: composed, in small letters.
pub(super) struct WordSet {
    words: FxHashSet<&'static str>,
    shapes: Shapes,
}

impl WordSet {
    pub(super) fn new(words: impl Iterator<Item = &'static str>) -> Self {
        let words: FxHashSet<&str> = words.collect();
        let mut shapes = Shapes([0; 1 << Shapes::BITS >> 6]);
        for word in &words {
            shapes.insert(word.as_bytes());
        }
        Self { words, shapes }
    }

    /// Whether this word, in the form of the tables, is one of them.
    pub(super) fn has(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Whether a word as it is written may be one of them. Errs only by saying so, of words in letters that take a longer
    /// look.
    pub(super) fn may_have(&self, written: &str) -> bool {
        self.may_have_form(written, form_of, |form| self.holds(form))
    }

    /// Whether a word as it is written may be one of them, or one after a word that is written together with it, of
    /// those in `joined`. Says so too of words in scripts in which a part of one may be meant.
    pub(super) fn may_have_joined(&self, written: &str, joined: &[&str]) -> bool {
        self.may_have_form(written, small_letter, |form| {
            // Western words are not written together.
            let is_western = form.first().is_none_or(u8::is_ascii);
            let is_joined =
                |before: &&str| form.strip_prefix(before.as_bytes()).is_some_and(|rest| self.holds(rest));
            self.holds(form) || !is_western && joined.iter().any(is_joined)
        })
    }

    /// Whether `holds` says so of the form that the tables have of a word, or that takes a longer look than at `letter`.
    fn may_have_form(
        &self,
        written: &str,
        letter: fn(char) -> Option<char>,
        holds: impl Fn(&[u8]) -> bool,
    ) -> bool {
        const LONGEST: usize = 48;
        // The shape of a word in other letters would say nothing of its form in the tables.
        if western_letters(written.as_bytes()) == written.len() && !self.may_have_western(written) {
            return false;
        }
        let mut small = [0; LONGEST];
        let mut length = 0;
        for c in written.chars() {
            let Some(c) = letter(c) else { return true };
            let Some(room) = small.get_mut(length..length + c.len_utf8()) else { return true };
            length += c.encode_utf8(room).len();
        }
        holds(&small[..length])
    }

    /// The same, told at a glance of a word that is nothing but [`western_letters`].
    #[inline]
    pub(super) fn may_have_western(&self, written: &str) -> bool {
        self.shapes.has(written.as_bytes())
    }

    fn holds(&self, word: &[u8]) -> bool {
        self.shapes.has(word) && std::str::from_utf8(word).is_ok_and(|word| self.words.contains(word))
    }
}

/// The first two bytes, the last and the length of the words of a table, by a hash of so many bits: most words have no
/// such four.
struct Shapes([u64; 1 << Shapes::BITS >> 6]);

impl Shapes {
    const BITS: u32 = 14;

    /// The place of the bit of a word in either case. In UTF-8 a large letter of ISO 8859-1 has one bit less than its
    /// small one, as in ASCII; the other bytes that lose the difference only share their places.
    fn place(word: &[u8]) -> usize {
        let small = |&byte: &u8| match byte {
            b'A'..=b'Z' | 0x80..=0x9F => byte | 0x20,
            _ => byte,
        };
        let byte = |byte: Option<&u8>| byte.map_or(0, small);
        let length = u8::try_from(word.len()).unwrap_or(u8::MAX);
        let shape = [byte(word.first()), byte(word.get(1)), byte(word.last()), length];
        (u32::from_le_bytes(shape).wrapping_mul(0x9E37_79B1) >> (u32::BITS - Self::BITS)) as usize
    }

    fn insert(&mut self, word: &[u8]) {
        let place = Self::place(word);
        self.0[place / 64] |= 1 << (place % 64);
    }

    fn has(&self, word: &[u8]) -> bool {
        let place = Self::place(word);
        self.0[place / 64] >> (place % 64) & 1 == 1
    }
}

/// The bytes of the letters of ASCII and ISO 8859-1 that a text in UTF-8 begins with, but for those that the tables have
/// otherwise.
pub fn western_letters(text: &[u8]) -> usize {
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        let is_large = || text.get(at + 1).is_some_and(|second| !matches!(second, 0x86 | 0x97 | 0xA6 | 0xB7));
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => at += 1,
            0xC3 if is_large() => at += 2,
            _ => break,
        }
    }
    at
}

/// A letter in small where the tables have it as it is: Western, Russian and Arabic ones.
pub(super) const fn small_letter(c: char) -> Option<char> {
    match c {
        ..'\u{100}' => small_western(c),
        '\u{100}'..='\u{17E}' => small_extended(c),
        'а'..='я' | 'ё' | 'ء'..='غ' | 'ف'..='ي' => Some(c),
        'А'..='Я' => char::from_u32(c as u32 + 0x20),
        _ => None,
    }
}

/// The same of letters in more scripts, of whose words some negate by a part: the other Cyrillic and Arabic ones, Hebrew,
/// Devanagari with its vowel signs, Thai, Han, Kana and Hangul. Accents upon one, and what stretches a word, are none.
pub(super) const fn form_of(c: char) -> Option<char> {
    let has_one_form = matches!(c,
        'ѐ'..='ђ' | 'є'..='ћ' | 'ѝ'..='џ' | 'א'..='ת' | '\u{671}'..='\u{6D3}' | '\u{904}'..='\u{939}'
        | '\u{93E}'..='\u{94C}' | '\u{E01}'..='\u{E30}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}');
    if has_one_form { Some(c) } else { small_letter(c) }
}

/// A letter of the block Latin Extended-A in small: Polish, Czech, Turkish and other ones, and œ. Its large letters are
/// even or odd by turns.
const fn small_extended(c: char) -> Option<char> {
    let is_even = (c as u32).is_multiple_of(2);
    let is_large = match c {
        '\u{130}' | '\u{131}' | '\u{132}' | '\u{133}' | '\u{138}' | '\u{13F}' | '\u{140}' | '\u{149}'
        | 'Ÿ' => return None,
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17E}' => !is_even,
        _ => is_even,
    };
    if is_large { char::from_u32(c as u32 + 1) } else { Some(c) }
}

/// A letter of ISO 8859-1 in small, or a digit, where the tables have each as it is; of æ they have the letters.
const fn small_western(c: char) -> Option<char> {
    match c {
        '0'..='9' | 'a'..='z' | 'ß'..='å' | 'ç'..='ö' | 'ø'..='ÿ' => Some(c),
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        'À'..='Å' | 'Ç'..='Ö' | 'Ø'..='Þ' => char::from_u32(c as u32 + 0x20),
        _ => None,
    }
}
