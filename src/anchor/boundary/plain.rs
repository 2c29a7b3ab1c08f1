//! Places that plainly cut nothing, told from a few bytes: most that quotes begin or end at are such.

use super::Edge;
use crate::fold::{characters as ch, numbers};
use crate::text::Text;

/// The common case, told from a few bytes: a quote that begins with a letter after a word and a space,
/// or ends with a letter before white space, where the words to either side are of no number.
pub(super) fn is_plainly_whole(text: &Text<'_>, at: usize, edge: Edge) -> bool {
    let content = text.as_str();
    let may_be_number = |end, start| may_be_number(content, end, start, numbers::ends(text.language()));
    let (before, after) = content.split_at(at);
    let ends_word = |text: &str| text.ends_with(ch::is_western_letter);
    match edge {
        Edge::Start => {
            let Some(head) = before.strip_suffix([' ', '\n']) else { return false };
            let is_whole =
                || head.ends_with([',', '.', ';']) || ends_word(head) && !may_be_number(at - 1, at);
            after.starts_with(ch::is_western_letter) && is_whole()
        }
        Edge::End => {
            let is_stop = || {
                let rest = after.strip_prefix(['.', ',']);
                rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_whitespace()))
            };
            let is_gap = || after.starts_with([' ', '\n']) && !may_be_number(at, at + 1);
            if ends_word(before) { is_stop() || is_gap() } else { is_after_mark(before, after) }
        }
    }
}

/// Whether a mark that ends a phrase lies between words. An abbreviation, such as `p. m.`, may have fewer letters.
fn is_after_mark(before: &str, after: &str) -> bool {
    let word = before.strip_suffix([',', '.', ';', ':']).unwrap_or_default().as_bytes();
    let is_word = word.last_chunk::<3>().is_some_and(|last| last.iter().all(u8::is_ascii_alphabetic));
    // The name of a character ends with a semicolon, too.
    let is_name = || {
        before.ends_with(';') && word.iter().rev().find(|byte| !byte.is_ascii_alphanumeric()) == Some(&b'&')
    };
    is_word
        && !is_name()
        && after.strip_prefix([' ', '\n']).is_some_and(|rest| rest.starts_with(ch::is_western_letter))
}

/// Whether the word that ends at byte `end`, with a Western letter, and what begins at byte `start` after it may be of
/// one number, told from the first and the last bytes of each.
fn may_be_number(content: &str, end: usize, start: usize, ends: &numbers::Ends) -> bool {
    let bytes = content.as_bytes();
    let letter =
        |at: Option<&u8>| at.map_or(' ', |&byte| if byte.is_ascii() { byte.into() } else { BEYOND_ASCII });
    let is_letter = |byte: &&u8| byte.is_ascii_alphabetic();
    let before = &bytes[..end];
    let after = content[start..].trim_start_matches(|c: char| c.is_ascii_whitespace() || ch::is_invisible(c));
    let after = after.as_bytes();
    let first = letter(after.first());
    let may_end = |word: &[u8]| {
        let mut last = word.iter().rev();
        let nearest = letter(last.next());
        ends.may_end(letter(last.next()), nearest)
    };
    if !first.is_ascii_alphabetic() {
        // Digits or a currency: a number may go on behind it.
        return first != '(' && may_end(before);
    }
    if after.starts_with(b"et d") || after.starts_with(b"and a") || may_join(after) && may_end(before) {
        return true;
    }
    if !ends.may_begin(first, letter(after.get(1))) || !may_end(before) {
        return false;
    }
    let is_whole = |next: Option<&u8>| next.is_none_or(u8::is_ascii);
    let next = after.iter().take_while(is_letter).count();
    let last = before.iter().rev().take_while(is_letter).count();
    let last = end - last;
    (!is_whole(after.get(next)) || may_end(&after[..next]))
        && (last > 0 && !is_whole(bytes.get(last - 1))
            || ends.may_begin(letter(bytes.get(last)), letter(before.get(last + 1))))
}

/// Whether a word begins that may join two units: `ans |et six mois`.
fn may_join(after: &[u8]) -> bool {
    [&b"et "[..], b"and ", b"und ", b"y ", b"e ", b"en "].iter().any(|joint| after.starts_with(joint))
}

/// Stands for a byte of a letter that takes a longer look.
const BEYOND_ASCII: char = '\u{80}';

#[cfg(test)]
mod tests {
    use super::super::{cut_closely, is_plainly_whole};
    use super::Edge;
    use crate::text::Text;
    use proptest::prelude::*;

    /// Words, marks and numbers of several languages, with what may be of one number or one word with its neighbour.
    const PIECES: &[&str] = &[
        "the",
        "no",
        "not",
        "and a",
        "half",
        "twenty",
        "five",
        "hundred",
        "two",
        "dozen",
        "minus",
        "plus",
        "point",
        "p.",
        "m.",
        "No.",
        "approx.",
        "St.",
        "le",
        "n’",
        "ne",
        "pas",
        "cent",
        "deux",
        "mille",
        "et demi",
        "et",
        "and",
        "ans",
        "mois",
        "hours",
        "minutes",
        "vingt",
        "virgule",
        "moins",
        "quatre-vingt",
        "dix",
        "premier",
        "l’",
        "d’",
        "an",
        "janv.",
        "heures",
        "zwei",
        "hundert",
        "halb",
        "Komma",
        "drei",
        "Mio.",
        "ne-",
        "Nord-",
        "tres",
        "mil",
        "y",
        "coma",
        "medio",
        "menos",
        "cinque",
        "mila",
        "três",
        "vírgula",
        "Ärzte",
        "été",
        "3",
        "12",
        "500",
        "2,5",
        "%",
        "€",
        "$",
        "°",
        ",",
        ".",
        ";",
        ":",
        "?",
        "!",
        "»",
        "«",
        "(",
        ")",
        "“",
        "”",
        "–",
        "-",
        "−",
        "+",
        "×",
        "*",
        "_",
        "'",
        "…",
        "два",
        "сто",
        "مئة",
        "五",
        "不",
        "é",
        "\u{301}",
        "\u{AD}",
        "\u{200B}",
        "<b>",
        "</b>",
        "&nbsp;",
        "&rsquo;",
    ];

    proptest! {
        #[test]
        fn what_is_plainly_whole_cuts_nothing(
            pieces in prop::collection::vec(
                (prop::sample::select(PIECES), prop::sample::select(&["", " ", " ", " ", "\n", "  ", "\u{A0}", "\n\n"][..])),
                1..12,
            ),
            language in prop::sample::select(&[None, Some("en"), Some("fr"), Some("de"), Some("es"), Some("it")][..]),
        ) {
            let content: String = pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect();
            let text = Text::new(&content).in_language(language);
            for at in (1..content.len()).filter(|&at| content.is_char_boundary(at)) {
                for edge in [Edge::Start, Edge::End] {
                    if is_plainly_whole(&text, at, edge) {
                        prop_assert_eq!(cut_closely(&text, at, edge), None, "{}|{}", &content[..at], &content[at..]);
                    }
                }
            }
        }
    }
}
