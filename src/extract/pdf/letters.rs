//! The letters that glyphs stand for: ligatures and presentation forms as plain letters, accents that are
//! drawn beside their letter put onto it. Nothing is guessed: what has no letters stays U+FFFD.

use super::glyphs::Glyph;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::compose;

/// What stands for a glyph without letters.
pub(super) const UNKNOWN: &str = "\u{FFFD}";

/// The letters of a glyph; empty where it is nothing to read, `None` where the PDF does not say.
pub(super) fn of_glyph(text: &str) -> Option<String> {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\u{F0B7}' | '\u{F0A7}' => out.push('•'),
            '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFD}'..='\u{FFFF}' => {
                return None;
            }
            '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => return None,
            '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' => out.push(' '),
            // Some fonts of TeX name their semicolon as the Greek question mark, which looks the same.
            '\u{37E}' => out.push(';'),
            // What a PDF calls a soft hyphen is drawn, so it is one to read.
            '\u{AD}' => out.push('\u{2010}'),
            '\u{200B}' | '\u{FEFF}' | '\u{2060}' => {}
            // Ligatures; radicals, which share their glyphs with the ideographs that are meant.
            'ﬀ'..='ﬆ' | 'ﬓ'..='ﬗ' | '\u{2E9F}'..='\u{2FD5}' => out.extend(c.nfkc()),
            '\u{FB1D}'..='\u{FB4F}' => out.extend(c.nfkd()),
            '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
                out.extend(c.nfkc().filter(|&c| c != ' '));
            }
            _ => out.push(c),
        }
    }
    Some(out)
}

/// A text string of a PDF: UTF-16 or UTF-8 with a byte order mark, else `PDFDocEncoding` (ISO 32000, 7.9.2).
pub(super) fn of_string(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned();
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into_owned();
    }
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return String::from_utf8_lossy(rest).into_owned();
    }
    bytes.iter().map(|&byte| pdf_doc(byte)).collect()
}

/// One byte of `PDFDocEncoding`.
fn pdf_doc(byte: u8) -> char {
    const LOW: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    const HIGH: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ',
        'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{FFFD}', '€',
    ];
    match byte {
        0x18..=0x1F => LOW[usize::from(byte - 0x18)],
        0x80..=0xA0 => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The combining mark of an accent that stands alone.
fn combining(accent: &str) -> Option<char> {
    let mut chars = accent.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else { return None };
    Some(match c {
        '`' | 'ˋ' => '\u{300}',
        '´' | 'ˊ' => '\u{301}',
        'ˆ' | '^' => '\u{302}',
        '˜' | '~' => '\u{303}',
        '¯' | 'ˉ' => '\u{304}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '¨' => '\u{308}',
        '˚' => '\u{30A}',
        '˝' => '\u{30B}',
        'ˇ' => '\u{30C}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        _ => return None,
    })
}

/// The letter with the accent, where there is one such character.
fn accented(letter: &str, mark: char) -> Option<char> {
    let mut chars = letter.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else { return None };
    compose(if c == 'ı' { 'i' } else { c }, mark)
}

/// Puts accents onto the letters that they are drawn over, as old fonts of TeX need it: an accent and its
/// letter follow each other, in either order, and one lies over the other.
pub(super) fn recomposed(glyphs: Vec<(u16, Glyph)>) -> Vec<(u16, Glyph)> {
    let mut out: Vec<(u16, Glyph)> = Vec::with_capacity(glyphs.len());
    for (angle, glyph) in glyphs {
        let last = out.last_mut().filter(|(other, last)| *other == angle && lies_over(last, &glyph));
        if let Some((_, last)) = last {
            let onto_next = combining(&last.text).and_then(|mark| accented(&glyph.text, mark));
            let onto_last = combining(&glyph.text).and_then(|mark| accented(&last.text, mark));
            if let Some(c) = onto_next {
                *last = Glyph { text: c.to_string(), ..glyph };
                continue;
            }
            if let Some(c) = onto_last {
                last.text = c.to_string();
                continue;
            }
        }
        out.push((angle, glyph));
    }
    out
}

fn lies_over(one: &Glyph, other: &Glyph) -> bool {
    let shared = one.x1.min(other.x1) - one.x0.max(other.x0);
    let narrower = (one.x1 - one.x0).min(other.x1 - other.x0);
    shared > narrower * 0.5 && (one.y - other.y).abs() < one.size.max(other.size) * 0.6
}
