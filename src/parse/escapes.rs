//! What a backslash in a text was meant to begin.

use super::syntax::Slip;
use crate::quoting::described;
use crate::text::Span;

/// What is wrong with a backslash, and with the character behind it, at a place of a file.
pub(super) fn backslash(content: &str, at: Span) -> Slip {
    let words = &content[at.range()];
    if is_half(content, at.start) {
        return half(content, at.start);
    }
    if is_needless(words) {
        return Slip::new(at, format!("a backslash stands before {} here", described(&words[1..])))
            .help("take it out; inside \"…\" only \" and a backslash itself need one before them");
    }
    // One digit may begin the name of a folder.
    if matches!(words, "\\u" | "\\U") && digits_at(content, at.end).len() > 1 {
        return numbered(content, at);
    }
    Slip::new(at, "a backslash here begins nothing that is known")
        .help("inside \"…\" write a backslash as \\\\, or put the whole text between ' and '")
}

/// The number of the UTF-16 unit that is written at a backslash, as in `\ud83d`.
fn unit(content: &str, at: usize) -> Option<u16> {
    let digits = content.get(at..)?.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}

/// Whether half a character is written there, as JSON and some programs write one in two parts.
fn is_half(content: &str, at: usize) -> bool {
    unit(content, at).is_some_and(|unit| (0xD800..=0xDFFF).contains(&unit))
}

/// Whether a backslash stands before a mark that needs none, as other notations have it: `\'`.
fn is_needless(words: &str) -> bool {
    words.chars().nth(1).is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control())
}

/// The digits of a number behind a backslash.
fn digits_at(content: &str, at: usize) -> &str {
    let count = content[at..].bytes().take(8).take_while(u8::is_ascii_hexdigit).count();
    &content[at..at + count]
}

/// A character that is written by its number, with too few digits.
fn numbered(content: &str, at: Span) -> Slip {
    let digits = digits_at(content, at.end);
    let slip =
        Slip::new(Span::new(at.start, at.end + digits.len()), "a character’s number is not whole here");
    // What follows the fourth may be a letter of the next word.
    let four = digits.get(..4).and_then(|four| char::from_u32(u32::from_str_radix(four, 16).ok()?));
    match four.filter(|c| digits.len() == 4 || ('\u{2000}'..='\u{206F}').contains(c)) {
        Some(c) if !c.is_control() => {
            slip.help(format!("write the character itself, {c}, or its number as \\u{:04X}", u32::from(c)))
        }
        _ => slip.help(
            "write the character itself, or `\\u` with four digits of 0 to 9 and a to f, as in \\u2019 for ’",
        ),
    }
}

fn half(content: &str, at: usize) -> Slip {
    let units: Vec<u16> = [at, at + 6].into_iter().map_while(|at| unit(content, at)).collect();
    let whole = char::decode_utf16(units.iter().copied()).next().and_then(Result::ok);
    let end = at + 6 * if whole.is_some() { 2 } else { 1 };
    let slip = Slip::new(Span::new(at, end), "TOML does not know a character that is written in two halves");
    match whole {
        Some(c) => slip
            .help(format!("write the character itself, {c}, or its number as one: \\U{:08X}", u32::from(c))),
        None => slip.help("write the character itself; this is a half of one"),
    }
}
