//! Which encoding bytes are evidently in. A guess counts only where what it reads looks like writing, and
//! either no other encoding reads something else that does, or there is enough text to tell them apart.

use super::{Undecodable, without_replacement};
use crate::encoding::utf16;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory as _};
use unicode_script::{Script, UnicodeScript as _};

/// As much of a text as is looked at, in bytes.
const LOOKED_AT: usize = 1 << 18;
/// Words with a letter beyond ASCII that it takes to tell encodings apart which all make sense.
const WORDS: usize = 8;
/// The same for scripts without spaces, in characters.
const CHARACTERS: usize = 16;
/// The most readings that a person is shown.
const SHOWN: usize = 4;

/// Encodings that the detector does not know; where one reads the bytes well, that is a doubt.
static UNDETECTED: [&Encoding; 2] = [encoding_rs::MACINTOSH, encoding_rs::X_MAC_CYRILLIC];

/// What the bytes of a document on a person's disk may be in.
static CANDIDATES: &[&Encoding] = &[
    encoding_rs::WINDOWS_1252,
    encoding_rs::WINDOWS_1256,
    encoding_rs::WINDOWS_1251,
    encoding_rs::MACINTOSH,
    encoding_rs::WINDOWS_1250,
    encoding_rs::ISO_8859_2,
    encoding_rs::ISO_8859_15,
    encoding_rs::WINDOWS_1254,
    encoding_rs::WINDOWS_1257,
    encoding_rs::WINDOWS_1253,
    encoding_rs::WINDOWS_1255,
    encoding_rs::WINDOWS_1258,
    encoding_rs::WINDOWS_874,
    encoding_rs::ISO_8859_4,
    encoding_rs::ISO_8859_5,
    encoding_rs::ISO_8859_6,
    encoding_rs::ISO_8859_7,
    encoding_rs::ISO_8859_8,
    encoding_rs::ISO_8859_13,
    encoding_rs::ISO_8859_16,
    encoding_rs::KOI8_U,
    encoding_rs::IBM866,
    encoding_rs::X_MAC_CYRILLIC,
    encoding_rs::GB18030,
    encoding_rs::BIG5,
    encoding_rs::SHIFT_JIS,
    encoding_rs::EUC_JP,
    encoding_rs::EUC_KR,
];

/// The encoding that bytes which are not UTF-8 are evidently in.
///
/// # Errors
///
/// Where it is in doubt; then how the likeliest ones read it.
pub(super) fn evident(bytes: &[u8]) -> Result<&'static Encoding, Undecodable> {
    if let Some(wide) = utf16(bytes).and_then(|name| Encoding::for_label(name.as_bytes())) {
        let reads = without_replacement(bytes, wide).is_ok_and(|text| looks_like_writing(&text));
        return if reads { Ok(wide) } else { Err(doubtful(bytes, Vec::new())) };
    }
    let guess = guess(bytes);
    let sample = sample(bytes);
    let guessed = writing(sample, guess);
    let rivals = rivals(sample, guess, guessed.as_deref());
    match guessed {
        Some(_) if rivals.is_empty() => Ok(guess),
        Some(text) if is_enough(&text) && !is_undetected(sample, &rivals, &text) => Ok(guess),
        Some(_) => Err(doubtful(bytes, [&[guess], &rivals[..]].concat())),
        None => Err(doubtful(bytes, rivals)),
    }
}

/// Whether bytes that happen to be UTF-8 may be no text in it: every tenth is a control.
pub(super) fn is_mostly_controls(text: &str) -> bool {
    let is_layout = |byte: u8| matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B);
    let controls = text.bytes().filter(|&byte| byte.is_ascii_control() && !is_layout(byte)).count();
    controls * 10 >= text.chars().count()
}

/// How UTF-16, which has no sign of its own where there is no byte order mark, would read the bytes.
pub(super) fn maybe_wide(bytes: &[u8]) -> Undecodable {
    match doubtful(bytes, vec![encoding_rs::UTF_16LE, encoding_rs::UTF_16BE]) {
        Undecodable::Doubtful { readings, .. } if readings.is_empty() => Undecodable::Controls,
        doubt => doubt,
    }
}

/// Whether escape sequences switch between character sets, as Japanese mail does; such bytes are ASCII.
pub(super) fn is_iso_2022_jp(bytes: &[u8]) -> bool {
    memchr::memmem::find(bytes, b"\x1B$").is_some() && guess(bytes) == encoding_rs::ISO_2022_JP
}

/// Whether a character is a control of the range C1.
pub(super) fn is_c1(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9F}')
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// A part of the bytes around the first that is no ASCII, from and to the end of a line where there is one.
fn sample(bytes: &[u8]) -> &[u8] {
    if bytes.len() <= LOOKED_AT {
        return bytes;
    }
    let first = first_beyond_ascii(bytes);
    let is_end = |byte: &u8| *byte == b'\n';
    let start =
        bytes[..first].iter().rposition(is_end).map_or(0, |at| at + 1).max(first.saturating_sub(4096));
    let most = &bytes[start..bytes.len().min(start + LOOKED_AT)];
    most.iter().rposition(is_end).map_or(most, |end| &most[..=end])
}

fn first_beyond_ascii(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0)
}

/// What an encoding reads, where it looks like writing.
fn writing(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    without_replacement(bytes, encoding).ok().filter(|text| looks_like_writing(text))
}

/// The other encodings that read something else that looks like writing.
fn rivals(bytes: &[u8], guess: &'static Encoding, guessed: Option<&str>) -> Vec<&'static Encoding> {
    let others = CANDIDATES.iter().copied().filter(|other| *other != guess);
    others.filter(|other| writing(bytes, other).is_some_and(|text| Some(text.as_str()) != guessed)).collect()
}

/// Whether an encoding that the detector does not know reads the bytes as the same script.
fn is_undetected(bytes: &[u8], rivals: &[&'static Encoding], guessed: &str) -> bool {
    let script = |text: &str| text.chars().find(|c| !c.is_ascii() && c.is_alphabetic()).map(|c| c.script());
    let mut unknown = rivals.iter().filter(|rival| UNDETECTED.contains(rival));
    unknown.any(|rival| writing(bytes, rival).is_some_and(|text| script(&text) == script(guessed)))
}

fn is_enough(text: &str) -> bool {
    let is_beyond = |c: char| !c.is_ascii() && c.is_alphabetic();
    let words = text.split_whitespace().filter(|word| word.contains(is_beyond)).count();
    let is_unspaced = |c: char| matches!(c.script(), Script::Han | Script::Hiragana | Script::Katakana);
    words >= WORDS || text.chars().filter(|c| is_unspaced(*c)).count() >= CHARACTERS
}

/// Whether nearly all characters beyond ASCII stand as they do in writing: no controls, no capital after a
/// small letter, no sign inside a word, no word of two alphabets.
fn looks_like_writing(text: &str) -> bool {
    let mut beyond = 0_usize;
    let mut odd = 0_usize;
    let mut before = [' ', ' '];
    for c in text.chars() {
        if is_no_text(c) {
            return false;
        }
        beyond += usize::from(!c.is_ascii());
        odd += usize::from(is_odd(before, c));
        before = [before[1], c];
    }
    odd * 20 <= beyond
}

fn is_no_text(c: char) -> bool {
    let is_layout = matches!(c, '\t' | '\n' | '\r' | '\u{C}');
    let is_private =
        matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FFF0}'..='\u{FFFB}' | '\u{FFFD}' | '\u{F0000}'..);
    c.is_control() && !is_layout || is_private
}

/// Whether `c` does not belong after the two characters before it.
fn is_odd([first, second]: [char; 2], c: char) -> bool {
    let is_mark = unicode_normalization::char::is_combining_mark(c);
    if second.is_alphabetic() && (c.is_alphabetic() || is_mark) {
        let is_ascii = second.is_ascii() && c.is_ascii();
        let is_capital_inside = second.is_lowercase() && c.is_uppercase();
        return !is_ascii && (is_capital_inside || are_of_two_alphabets(second, c));
    }
    is_symbol(second) && c.is_alphabetic()
        || second.is_alphabetic() && is_symbol(c)
        || is_inner_mark([first, second], c)
}

/// Whether a character is a currency, arithmetic or other symbol that stands apart from words.
fn is_symbol(c: char) -> bool {
    let is_often_attached = c.is_ascii() || matches!(c, '©' | '®' | '™' | '°');
    !is_often_attached && c.general_category_group() == GeneralCategoryGroup::Symbol
}

/// Whether a punctuation mark stands inside a word where none does.
fn is_inner_mark([first, second]: [char; 2], c: char) -> bool {
    let is_mark = !second.is_ascii() && !second.is_alphanumeric() && !may_join(second);
    is_mark && first.is_alphabetic() && c.is_alphabetic() && is_spaced(first) && is_spaced(c)
}

/// Signs that stand between two letters of a word, or between two words without a space.
fn may_join(c: char) -> bool {
    c.is_whitespace()
        || unicode_normalization::char::is_combining_mark(c)
        || matches!(
            c,
            '\u{AD}' | '·' | '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '«' | '»' | '\u{200B}'..='\u{200F}'
        )
}

fn are_of_two_alphabets(one: char, other: char) -> bool {
    let is_shared = |script: Script| matches!(script, Script::Common | Script::Inherited);
    let (first, second) = (one.script(), other.script());
    first != second && !is_shared(first) && !is_shared(second) && is_spaced(one) && is_spaced(other)
}

/// Whether a letter is of a script that is written with spaces.
fn is_spaced(c: char) -> bool {
    !matches!(c.script(), Script::Han | Script::Hiragana | Script::Katakana | Script::Common)
}

fn doubtful(bytes: &[u8], encodings: Vec<&'static Encoding>) -> Undecodable {
    let offset = first_beyond_ascii(bytes);
    let words = words_around(bytes, offset);
    let mut readings: Vec<(&'static str, String)> = Vec::new();
    for encoding in encodings {
        let Ok(read) = without_replacement(words, encoding) else { continue };
        let read = format!("“{}”", read.trim());
        if readings.len() < SHOWN && readings.iter().all(|(_, other)| *other != read) {
            readings.push((encoding.name(), read));
        }
    }
    Undecodable::Doubtful { offset, readings }
}

/// The words around a byte, from space to space.
fn words_around(bytes: &[u8], offset: usize) -> &[u8] {
    const MOST: usize = 32;
    let is_space = |byte: &u8| byte.is_ascii_whitespace();
    let from = offset.saturating_sub(MOST);
    let to = bytes.len().min(offset + MOST);
    let start = bytes[from..offset].iter().position(is_space).map_or(offset, |at| from + at + 1);
    let last = bytes[offset..to].iter().rposition(is_space).filter(|_| to < bytes.len());
    let end = last.map_or(to, |at| offset + at);
    &bytes[start..end]
}
