//! Bytes as UTF-8 text, and if they are none, what they most likely are. Never decodes a guess.

use std::fmt;

/// Why bytes are not text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotText {
    /// There are none.
    Empty,
    /// They have the byte order mark or the zero bytes of this encoding.
    Utf16(&'static str),
    /// A zero byte, at this offset from 0: the file is not text, or in another encoding.
    Nul(usize),
    /// The first byte that is not UTF-8, its value, and the encoding that the bytes are likely in.
    NotUtf8 {
        /// The byte's offset, from 0.
        offset: usize,
        /// The byte.
        byte: u8,
        /// The encoding's name in the WHATWG Encoding Standard, where one is likely.
        likely: Option<&'static str>,
    },
}

impl fmt::Display for NotText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "it is empty"),
            Self::Utf16(name) => write!(f, "it is not in UTF-8 but in {name}"),
            Self::Nul(offset) => write!(f, "byte {offset} is zero, which no text holds"),
            Self::NotUtf8 { offset, byte, likely: Some(name) } => {
                write!(f, "byte {offset} (0x{byte:02X}) is not UTF-8; the file is likely in {name}")
            }
            Self::NotUtf8 { offset, byte, likely: None } => {
                write!(f, "byte {offset} (0x{byte:02X}) is not UTF-8")
            }
        }
    }
}

/// The bytes as text, if they are UTF-8.
///
/// # Errors
///
/// Where they are empty, hold a zero byte or are not UTF-8.
pub fn utf8(bytes: &[u8]) -> Result<&str, NotText> {
    let nul = memchr::memchr(0, bytes);
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) if nul.is_none() && !text.is_empty() => Ok(text),
        _ => Err(why_not(bytes, nul)),
    }
}

/// Why bytes are not text, of which the first that is zero is known.
fn why_not(bytes: &[u8], nul: Option<usize>) -> NotText {
    if bytes.is_empty() {
        return NotText::Empty;
    }
    if let Some(name) = utf16(bytes) {
        return NotText::Utf16(name);
    }
    if let Some(offset) = nul {
        return NotText::Nul(offset);
    }
    let offset = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
    NotText::NotUtf8 { offset, byte: bytes[offset], likely: likely(bytes, offset) }
}

/// The kind of UTF-16 that the bytes are in, by their byte order mark or the zero bytes of their letters.
pub(crate) fn utf16(bytes: &[u8]) -> Option<&'static str> {
    let zeros = |from: usize| bytes.iter().take(64).skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    match bytes {
        [0xFF, 0xFE, ..] => Some("UTF-16LE"),
        [0xFE, 0xFF, ..] => Some("UTF-16BE"),
        _ if bytes.len() >= 8 && zeros(1) > 4 && zeros(0) == 0 => Some("UTF-16LE"),
        _ if bytes.len() >= 8 && zeros(0) > 4 && zeros(1) == 0 => Some("UTF-16BE"),
        _ => None,
    }
}

/// The encoding that the bytes are likely in; `None` where only the end of a character is missing.
fn likely(bytes: &[u8], offset: usize) -> Option<&'static str> {
    const LOOKED_AT: usize = 1 << 16;
    let is_cut_off = std::str::from_utf8(&bytes[offset..]).is_err_and(|error| error.error_len().is_none());
    if is_cut_off {
        return None;
    }
    let start = offset.saturating_sub(LOOKED_AT / 2);
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(&bytes[start..bytes.len().min(start + LOOKED_AT)], true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Deny);
    Some(guess.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_named() {
        let error = |bytes: &[u8]| utf8(bytes).unwrap_err();
        assert_eq!(error(b""), NotText::Empty);
        assert_eq!(error(b"\xFF\xFEa\0"), NotText::Utf16("UTF-16LE"));
        assert_eq!(error(b"a\0b\0c\0d\0e\0f\0"), NotText::Utf16("UTF-16LE"));
        assert_eq!(error("abc\0é".as_bytes()), NotText::Nul(3));
        let latin =
            "Les réfugiés ont été évacués à l'aéroport".chars().map(|c| c as u32 as u8).collect::<Vec<_>>();
        assert_eq!(error(&latin), NotText::NotUtf8 { offset: 5, byte: 0xE9, likely: Some("windows-1252") });
        assert_eq!(error(b"abc\xC3"), NotText::NotUtf8 { offset: 3, byte: 0xC3, likely: None });
        assert_eq!(utf8("\u{FEFF}é".as_bytes()), Ok("\u{FEFF}é"));
    }
}
