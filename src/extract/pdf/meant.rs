//! Whether the letters that a PDF says are meant (`/ActualText`, ISO 32000, 14.9.4) can be those that it draws. They may
//! mend letters that it does not name, ligatures, accents and hyphens at a line's end; what people read they may not change.

use super::letters::UNKNOWN;
use crate::fold::characters as ch;
use unicode_normalization::UnicodeNormalization as _;

/// Ligatures whose glyph some fonts name by their first letter alone.
const LIGATURES: &[&str] = &[
    "ff", "fi", "fl", "ffi", "ffl", "fj", "ffj", "ft", "fft", "fb", "fh", "fk", "st", "ct", "ch", "ck", "sp",
    "th", "tt", "ti", "tf", "ij",
];

/// Whether some letters may be what is meant by those that so many glyphs draw; `before` is what is drawn before them.
pub(super) fn may_mean(meant: &str, glyphs: &[&str], before: Option<char>) -> bool {
    let is_sign = meant.contains(is_ornament);
    let (drawn, meant) = (core(&glyphs.concat(), before), core(meant, before));
    if drawn == meant && !glyphs.contains(&UNKNOWN) {
        return true;
    }
    if glyphs.contains(&UNKNOWN) {
        // What it does not name may be words: nothing cannot be meant by that.
        return !meant.is_empty() && is_inside(&drawn.replace(UNKNOWN, ""), &meant);
    }
    let is_one_letter = glyphs.len() == 1 && drawn.len() == 1 && drawn.starts_with(char::is_alphabetic);
    // A bullet of a font that draws signs in the place of letters is one such letter, too.
    let is_bullet = || is_sign && meant.is_empty() && before.is_none_or(|c| !c.is_alphanumeric());
    let is_ligature = || LIGATURES.contains(&&*meant) && meant.starts_with(&*drawn);
    is_one_letter && (is_bullet() || is_ligature()) || is_cluster(&drawn, &meant, glyphs.len())
}

/// What people read of some letters: without spaces, accents, invisible characters, quotation marks and ornaments, in
/// small plain letters, and without a hyphen at the end of a word.
fn core(text: &str, before: Option<char>) -> String {
    let is_dropped = |c: char| {
        ch::is_mark(c)
            || ch::is_space(c)
            || ch::is_line_end(c)
            || ch::is_invisible(c)
            || ch::is_quotation_mark(c)
            || is_ornament(c)
    };
    let mut out = String::new();
    for c in text.nfkd().filter(|&c| !is_dropped(c)) {
        match c {
            'ß' => out.push_str("ss"),
            'ı' => out.push('i'),
            '⁄' => out.push('/'),
            // From right to left each of a pair is drawn by the other's glyph.
            ')' => out.push('('),
            ']' => out.push('['),
            _ if ch::is_hyphen(c) || ch::is_dash(c) || ch::is_minus(c) => out.push('-'),
            _ => out.extend(c.to_lowercase()),
        }
    }
    let is_word = |word: &str| word.chars().next_back().or(before).is_some_and(ch::is_letter);
    match out.strip_suffix('-') {
        Some(word) if is_word(word) => word.to_owned(),
        _ => out,
    }
}

fn is_ornament(c: char) -> bool {
    matches!(c, '•' | '‣' | '◦') || ch::is_symbol(c) && c != '°' && !UNKNOWN.contains(c)
}

/// Whether the letters of one text are in another in their order.
fn is_inside(few: &str, many: &str) -> bool {
    let mut many = many.chars();
    few.chars().all(|c| many.any(|other| other == c))
}

/// Whether two texts are the same but for a letter that the glyph of a script with clusters does not name; in India and
/// beside it also where its glyphs are named in the order in which they are drawn.
fn is_cluster(drawn: &str, meant: &str, glyphs: usize) -> bool {
    let is_reordered = |c: char| matches!(c, '\u{900}'..='\u{109F}' | '\u{1780}'..='\u{17FF}');
    let mut left: Vec<char> = meant.chars().collect();
    let all_meant = drawn.chars().all(|c| {
        let at = left.iter().position(|&other| other == c);
        at.map(|at| left.remove(at)).is_some()
    });
    let is_named = !drawn.is_empty() && all_meant && left.len() < 2;
    let is_one_of_right_to_left = || glyphs == 1 && meant.chars().all(ch::is_right_to_left);
    is_named && (meant.chars().all(is_reordered) || is_one_of_right_to_left() && is_inside(drawn, meant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_read_stands_and_what_a_pdf_mends_is_mended() {
        let many: &[(&str, &[&str], char)] = &[
            ("fi", &["f"], 'e'),
            ("ffi", &["ffi"], 'o'),
            ("The", &["T", "H", "E"], ' '),
            ("é", &["e", "´"], 't'),
            ("í", &["´", "ı"], 't'),
            ("", &["-"], 'n'),
            ("\u{AD}", &["-"], 'n'),
            ("ex", &["e", "x", "‐"], ' '),
            ("²", &["2"], 'm'),
            ("x", &["𝑥"], ' '),
            ("1/2", &["½"], ' '),
            ("•", &["l"], ' '),
            ("", &["❦"], ' '),
            ("not", &[UNKNOWN, UNKNOWN], ' '),
            ("not", &["n", UNKNOWN, "t"], ' '),
            ("لا", &["ﻻ"], ' '),
            ("क्षि", &["ि", "क"], ' '),
            ("”", &["\""], 't'),
            (")", &["("], 'ا'),
            ("strasse", &["s", "t", "r", "a", "ß", "e"], ' '),
        ];
        for (meant, glyphs, before) in many {
            assert!(may_mean(meant, glyphs, Some(*before)), "{meant:?} for {glyphs:?}");
        }
        let none: &[(&str, &[&str], char)] = &[
            ("", &["n", "o", "t", " "], ' '),
            ("happily", &["n", "o", "t"], ' '),
            ("900", &["1", "0", "0"], ' '),
            ("1000", &["1", "0", "0"], ' '),
            ("illegal", &["l", "e", "g", "a", "l"], ' '),
            ("", &["a"], ' '),
            (" ", &["a"], ' '),
            ("", &["−"], ' '),
            ("", &["-"], '5'),
            ("", &["."], '3'),
            ("35", &["3", ".", "5"], ' '),
            ("", &["%"], '2'),
            ("", &["?"], 'd'),
            ("", &["不"], '他'),
            ("也", &["不"], '他'),
            ("", &["ل", "ا"], ' '),
            ("not", &[" "], 'd'),
            ("not", &["•"], ' '),
            ("paid", &["n", UNKNOWN, "t"], ' '),
            ("", &[UNKNOWN], ' '),
            (" ", &[UNKNOWN, UNKNOWN], 'd'),
            ("لا", &["ا", "ل"], ' '),
            ("لا", &["ا", "ا"], ' '),
            ("ليس", &["س", "ي"], ' '),
            ("not", &["n"], ' '),
            ("", &["s"], 'd'),
        ];
        for (meant, glyphs, before) in none {
            assert!(!may_mean(meant, glyphs, Some(*before)), "{meant:?} for {glyphs:?}");
        }
    }
}
