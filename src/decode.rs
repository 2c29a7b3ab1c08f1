//! Bytes in any encoding of the WHATWG Encoding Standard as text, for what is stored. Never replaces a
//! byte, and never follows a guess that other encodings read as well. The checker needs none of this.

mod likely;

use crate::encoding::utf16;
use encoding_rs::{DecoderResult, Encoding};
use std::borrow::Cow;
use std::fmt;

/// A text that was decoded, and how its encoding was known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'b> {
    /// The text, without the byte order mark of another encoding than UTF-8.
    pub text: Cow<'b, str>,
    /// The encoding's name in the Encoding Standard.
    pub encoding: &'static str,
    /// How it was known.
    pub known: Known,
}

/// How an encoding was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// A person named it.
    Given,
    /// The byte order mark says so.
    Mark,
    /// The document says so.
    Declared,
    /// The bytes can hardly be anything else.
    Evident,
}

/// What is known of an encoding before the bytes are read. Labels are those of the Encoding Standard:
/// `windows-1252`, `latin1`, `shift_jis`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints<'h> {
    /// The label that a person gave; nothing is set against it.
    pub given: Option<&'h str>,
    /// The label that the document, or who sent it, declares.
    pub declared: Option<&'h str>,
}

/// Why bytes could not be decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undecodable {
    /// There are none.
    Empty,
    /// No encoding is called so.
    Label(String),
    /// A byte that the encoding has no character for.
    Byte {
        /// The byte's offset, from 0.
        offset: usize,
        /// The byte.
        byte: u8,
        /// The encoding's name.
        encoding: &'static str,
        /// How it was known.
        known: Known,
    },
    /// A zero character, which no text holds, at this byte from 0.
    Nul(usize),
    /// So many of its characters are controls that it may be no text, and no encoding makes one of it.
    Controls,
    /// The document declares one encoding, and its bytes are surely UTF-8.
    Contradiction(&'static str),
    /// Several encodings read the bytes.
    Doubtful {
        /// The first byte that is no ASCII, from 0.
        offset: usize,
        /// Encodings that may be meant, the likeliest first, each with how it reads the words there.
        readings: Vec<(&'static str, String)>,
    },
}

impl fmt::Display for Undecodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "it is empty"),
            Self::Label(label) => write!(f, "no encoding is called `{label}`"),
            Self::Byte { offset, byte, encoding, known } => {
                let why = match known {
                    Known::Given => "",
                    Known::Mark => ", in which its first bytes say that it is",
                    Known::Declared => ", in which it says that it is",
                    Known::Evident => ", in which it seems to be",
                };
                write!(f, "byte {offset} (0x{byte:02X}) is no character in {encoding}{why}")
            }
            Self::Nul(offset) => write!(f, "byte {offset} is zero, which no text holds"),
            Self::Controls => write!(f, "so much of it is control characters that it may be no text"),
            Self::Contradiction(declared) => {
                write!(f, "it says that it is in {declared}, but its bytes are UTF-8")
            }
            Self::Doubtful { offset, readings } if readings.is_empty() => {
                write!(f, "byte {offset} is not UTF-8, and no other encoding makes sense of it")
            }
            Self::Doubtful { offset, readings } => {
                let read = |(name, words): &(&str, String)| format!("{words} in {name}");
                let list: Vec<String> = readings.iter().map(read).collect();
                let list = list.join(", ");
                write!(f, "its encoding is in doubt: some of its words (at byte {offset}) read {list}")
            }
        }
    }
}

impl Undecodable {
    /// What a person can do about it.
    pub fn hint(&self) -> String {
        let plain = match self {
            Self::Empty => "add a file with something in it",
            Self::Label(_) => {
                "give a name such as utf-8, windows-1252, iso-8859-2, shift_jis, gb18030 or windows-1256"
            }
            Self::Nul(_) => "it is no text, or in UTF-16: --encoding utf-16le or utf-16be",
            Self::Controls => "if it is a text all the same, say so with --encoding utf-8",
            Self::Contradiction(_) => "say which is right, as in --encoding utf-8",
            Self::Byte { .. } => {
                "name the right encoding, as in --encoding windows-1252, for no byte is ever replaced by a guess"
            }
            Self::Doubtful { readings, .. } => {
                let first = readings.first().map_or("windows-1252".into(), |(name, _)| name.to_lowercase());
                return format!("say in which encoding it reads right, as in --encoding {first}");
            }
        };
        plain.to_owned()
    }
}

/// Whether an encoding that is decoded is called so.
pub fn is_encoding(label: &str) -> bool {
    named(label).is_ok()
}

/// The bytes as text: in the encoding that was given, else that of their byte order mark, else the declared
/// one, else UTF-8, else the one that they are evidently in.
///
/// # Errors
///
/// Where a byte is no character, or the encoding is in doubt.
pub fn decode<'b>(bytes: &'b [u8], hints: Hints<'_>) -> Result<Decoded<'b>, Undecodable> {
    if bytes.is_empty() {
        return Err(Undecodable::Empty);
    }
    if let Some(label) = hints.given {
        return strictly(bytes, named(label)?, Known::Given);
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return strictly(bytes, encoding, Known::Mark);
    }
    if let Some(encoding) = hints.declared.and_then(|label| named(label).ok()) {
        return declared(bytes, encoding);
    }
    if !likely::is_iso_2022_jp(bytes) && utf16(bytes).is_none() {
        match std::str::from_utf8(bytes) {
            Ok(text) if likely::is_mostly_controls(text) && !text.contains('\0') => {
                return Err(likely::maybe_wide(bytes));
            }
            Ok(_) => return strictly(bytes, encoding_rs::UTF_8, Known::Evident),
            Err(_) => {}
        }
    }
    strictly(bytes, likely::evident(bytes)?, Known::Evident)
}

/// A document that declares an encoding. What a program that saved it converted to UTF-8 may still declare
/// the old one; bytes beyond ASCII that are UTF-8 throughout are hardly anything else.
fn declared<'b>(bytes: &'b [u8], encoding: &'static Encoding) -> Result<Decoded<'b>, Undecodable> {
    // A document whose declaration can be read as ASCII is not in UTF-16, whatever it declares.
    let is_utf16 = encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE;
    let encoding = if is_utf16 && utf16(bytes).is_none() { encoding_rs::UTF_8 } else { encoding };
    let is_single = encoding != encoding_rs::UTF_8 && !is_utf16;
    if is_single && !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok() {
        return Err(Undecodable::Contradiction(encoding.name()));
    }
    strictly(bytes, encoding, Known::Declared)
}

/// The encoding of this label.
fn named(label: &str) -> Result<&'static Encoding, Undecodable> {
    let found = Encoding::for_label_no_replacement(label.trim().as_bytes());
    found
        .filter(|&encoding| encoding != encoding_rs::X_USER_DEFINED)
        .ok_or_else(|| Undecodable::Label(label.to_owned()))
}

fn strictly<'b>(
    bytes: &'b [u8],
    encoding: &'static Encoding,
    known: Known,
) -> Result<Decoded<'b>, Undecodable> {
    let is_utf8 = encoding == encoding_rs::UTF_8;
    let wrong = |offset: usize| {
        let byte = bytes.get(offset).copied().unwrap_or_default();
        Undecodable::Byte { offset, byte, encoding: encoding.name(), known }
    };
    // UTF-8 is kept as it is, with its byte order mark.
    let text = if is_utf8 {
        let text = std::str::from_utf8(bytes).map_err(|error| wrong(error.valid_up_to()))?;
        Cow::Borrowed(text)
    } else {
        let own_mark = Encoding::for_bom(bytes).filter(|(marked, _)| *marked == encoding);
        let start = own_mark.map_or(0, |(_, length)| length);
        let text = without_replacement(&bytes[start..], encoding).map_err(|offset| wrong(start + offset))?;
        if let Some(offset) = first_control(&text, encoding) {
            return Err(wrong(start + offset));
        }
        Cow::Owned(text)
    };
    if text.is_empty() {
        return Err(Undecodable::Empty);
    }
    match text.find('\0') {
        Some(_) => Err(Undecodable::Nul(memchr::memchr(0, bytes).unwrap_or_default())),
        None => Ok(Decoded { text, encoding: encoding.name(), known }),
    }
}

/// The text, or the offset of the first byte that is no character.
fn without_replacement(bytes: &[u8], encoding: &'static Encoding) -> Result<String, usize> {
    const AT_ONCE: usize = 1 << 20;
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len());
    let mut at = 0;
    loop {
        let end = bytes.len().min(at + AT_ONCE);
        let is_last = end == bytes.len();
        let room = decoder.max_utf8_buffer_length_without_replacement(end - at).ok_or(at)?;
        text.reserve(room);
        let (result, read) =
            decoder.decode_to_string_without_replacement(&bytes[at..end], &mut text, is_last);
        at += read;
        match result {
            DecoderResult::InputEmpty if is_last => return Ok(text),
            DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
            DecoderResult::Malformed(bad, after) => {
                return Err(at - usize::from(bad) - usize::from(after));
            }
        }
    }
}

/// The first byte that an encoding of single bytes makes a control of the range C1. No text has one: the
/// byte has no character there, or the encoding is another.
fn first_control(text: &str, encoding: &'static Encoding) -> Option<usize> {
    encoding.is_single_byte().then(|| text.chars().position(likely::is_c1)).flatten()
}

#[cfg(test)]
mod tests;
