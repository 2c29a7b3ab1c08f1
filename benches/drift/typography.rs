//! The same words in other characters.

use super::random::Random;
use unicode_normalization::UnicodeNormalization as _;

/// Every apostrophe, quotation mark, dash and ellipsis in its plain form, or in its typographic one.
pub fn set(text: &str, is_plain: bool, is_decomposed: bool) -> String {
    let plain = [
        ("« ", "\""),
        (" »", "\""),
        ("«\u{a0}", "\""),
        ("\u{a0}»", "\""),
        ("«", "\""),
        ("»", "\""),
        ("“", "\""),
        ("”", "\""),
        ("„", "\""),
        ("’", "'"),
        ("‘", "'"),
        ("–", "-"),
        ("—", "-"),
        ("…", "..."),
        ("œ", "oe"),
        ("\u{a0}", " "),
        ("\u{202f}", " "),
    ];
    let fine = [
        ("--", "—"),
        ("...", "…"),
        ("'", "’"),
        ("oe", "œ"),
        (" ;", "\u{a0};"),
        (" :", "\u{a0}:"),
        (" !", "\u{a0}!"),
        (" ?", "\u{a0}?"),
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
        (" - ", " – "),
    ];
    let table: &[(&str, &str)] = if is_plain { &plain } else { &fine };
    let text = table.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    if is_decomposed { text.nfd().collect() } else { text }
}

/// The text with other line ends and spaces; with hyphens at line ends where `is_hyphenated`.
pub fn rewrapped(text: &str, random: &mut Random, is_hyphenated: bool) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 20);
    let mut letters = 0;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let is_single_space = c == ' ' && rest.peek().is_some_and(|next| !next.is_whitespace());
        if is_single_space {
            let spaces = ["\n", "\n", "  ", "\u{a0}", "\n    ", "\t"];
            let space: &str = if random.is(0.26) { random.one::<&str>(&spaces) } else { " " };
            out.push_str(space);
        } else {
            out.push(c);
        }
        letters = if c.is_ascii_alphabetic() { letters + 1 } else { 0 };
        let goes_on = rest.clone().take(4).filter(char::is_ascii_alphabetic).count() == 4;
        if is_hyphenated && letters >= 4 && goes_on && random.is(0.02) {
            out.push_str(if random.is(0.5) { "\u{ad}" } else { "-\n" });
            letters = 0;
        }
    }
    out
}
