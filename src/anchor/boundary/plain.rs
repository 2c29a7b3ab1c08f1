//! Places that plainly cut nothing, told from a few bytes: most that quotes begin or end at are such.

use super::super::lines;
use super::Edge;
use super::number::may_be_counted;
use crate::fold::{characters as ch, numbers};
use crate::text::Text;

/// Whether `c` is a letter of a script of which a few letters tell whether a word may be of a number: Western, Russian and
/// Arabic ones.
const fn is_told(c: char) -> bool {
    ch::is_western_letter(c) || matches!(c, 'А'..='я' | 'Ё' | 'ё' | 'ء'..='غ' | 'ف'..='ي')
}

/// The common case, told from a few bytes: a quote that begins with a letter or a digit after a word or a number and a
/// space, or ends with one before white space, where the words to either side are of no number.
pub(super) fn is_plainly_whole(text: &Text<'_>, at: usize, edge: Edge) -> bool {
    let (before, after) = text.as_str().split_at(at);
    match edge {
        Edge::Start => before.strip_suffix([' ', '\n']).is_some_and(|head| {
            is_whole_start(text, head, after) && !(before.ends_with('\n') && lines::may_be_parted(head))
        }),
        Edge::End => is_whole_end(text, before, after),
    }
}

/// Whether nothing is cut between `head`, a space and `after`.
fn is_whole_start(text: &Text<'_>, head: &str, after: &str) -> bool {
    let is_letter = after.starts_with(ch::is_western_letter);
    is_letter && head.ends_with([',', '.', ';'])
        || (after.starts_with(is_told) || begins_with_digit(after)) && is_gap_between(text, head, after)
}

fn is_whole_end(text: &Text<'_>, before: &str, after: &str) -> bool {
    if before.ends_with(ch::is_western_letter) {
        let stop = after.strip_prefix(['.', ',']);
        if let Some(rest) = stop.filter(|rest| rest.starts_with(|c: char| c.is_ascii_whitespace())) {
            // `7 pounds|, 6 ounces`
            return !begins_with_digit(rest.trim_start_matches(ch::is_space)) || !may_end_unit(before);
        }
    }
    match after.strip_prefix([' ', '\n']) {
        Some(rest) => {
            (is_gap_between(text, before, rest) || is_after_mark(before, rest)) && !may_begin_other(after)
        }
        None => false,
    }
}

/// Whether something may begin the next line that is none of the sentence: a mark of mail, a time.
fn may_begin_other(after: &str) -> bool {
    let next = after.trim_start_matches(ch::is_space);
    !next.starts_with(is_told) && after[..after.len() - next.len()].contains('\n')
}

/// Whether words, or a word and a number, that have one space between them are of no number together.
fn is_gap_between(text: &Text<'_>, before: &str, after: &str) -> bool {
    let may_be_number = || may_be_number(before, after, numbers::ends(text.language()));
    if before.ends_with(is_told) {
        return !(may_be_number() || begins_with_digit(after) && follows_parted_digit(before));
    }
    let follows_digit = before.as_bytes().last().is_some_and(u8::is_ascii_digit);
    follows_digit
        && after.starts_with(ch::is_western_letter)
        && !may_be_number()
        && !may_be_counted(after)
        && !parts_digits(after)
}

/// What *and a half* begins with where it stands after anything.
const HALVES: &[&str] =
    &["et d", "et q", "and a", "och e", "rư", "și j", "şi j", "moins ", "menos ", "meno ", "ونص", "إلا "];

/// Whether one word stands between digits and those behind it, as that of a score or a unit does: `1| zu 3`, `10| h 30`.
fn parts_digits(after: &str) -> bool {
    let rest = after.trim_start_matches(is_told);
    rest.starts_with(|c: char| is_more(c) || ch::is_space(c)) && {
        let next = rest.trim_start_matches(|c: char| !ch::is_space(c)).trim_start_matches(ch::is_space);
        begins_with_digit(next)
    }
}

/// The same of the word that a text ends with, or where that makes a guess of a number, or is a currency: `minus rund |5`.
fn follows_parted_digit(before: &str) -> bool {
    let rest = before.trim_end_matches(is_told);
    rest.ends_with(is_more)
        || rest.trim_end_matches(ch::is_space).ends_with(|c: char| c.is_ascii_digit())
        || numbers::may_part_sign(&before[rest.len()..])
}

fn begins_with_digit(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_digit)
}

/// Whether a mark that ends a phrase lies between words, or a comma between digits and a word. An abbreviation, such as
/// `p. m.`, may have fewer letters.
fn is_after_mark(before: &str, after: &str) -> bool {
    let word = before.strip_suffix([',', '.', ';', ':']).unwrap_or_default().as_bytes();
    let is_word = word.last_chunk::<3>().is_some_and(|last| last.iter().all(u8::is_ascii_alphabetic));
    let is_number = before.ends_with(',') && word.last().is_some_and(u8::is_ascii_digit);
    // The name of a character ends with a semicolon, too.
    let is_name = || {
        before.ends_with(';') && word.iter().rev().find(|byte| !byte.is_ascii_alphanumeric()) == Some(&b'&')
    };
    (is_number || is_word && !is_name()) && after.starts_with(ch::is_western_letter)
}

/// Whether the word or number that `before` ends with and what `after` begins with may be of one number, told from the
/// first and the last letters of each.
fn may_be_number(before: &str, after: &str, ends: &numbers::Ends) -> bool {
    let after = after.trim_start_matches(|c: char| ch::is_space(c) || ch::is_invisible(c));
    if !after.starts_with(is_told) && !after.starts_with(['ș', 'ş']) {
        // Digits or a currency: a number may go on behind it.
        return !after.starts_with('(') && may_end(before, ends);
    }
    let first = after.as_bytes().first();
    let may_be_half = |half: &&str| half.as_bytes().first() == first && after.starts_with(*half);
    if HALVES.iter().any(may_be_half)
        || numbers::begins_below_zero(after)
        || may_end_unit(before) && may_join(after)
    {
        return true;
    }
    // An Arabic unit may have a preposition before it.
    if after.starts_with('و') && before[before.trim_end_matches(is_told).len()..].starts_with(['ب', 'ل', 'ك'])
    {
        return true;
    }
    let word = &after[..after.find(|c: char| !is_told(c)).unwrap_or(after.len())];
    let goes_on = after[word.len()..].starts_with(is_more);
    (goes_on || may_begin(word, ends) && may_end(word, ends)) && may_end(before, ends)
}

/// Whether a text may end with a word of a number or a unit of one, or with digits.
fn may_end(text: &str, ends: &numbers::Ends) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
        || may_end_with(text, |a, b| ends.may_begin(a, b), |a, b| ends.may_end(a, b))
        || may_end_unit(text)
}

/// Whether it may end with a unit between two numbers of one quantity: `2 hours |15 minutes`.
fn may_end_unit(text: &str) -> bool {
    let rest = text.trim_end_matches(is_told);
    rest.ends_with(is_more) || numbers::may_be_unit(&text[rest.len()..])
}

/// Whether the last word of a text may begin and end so, told from two letters of either end.
fn may_end_with(
    text: &str,
    may_begin: impl Fn(char, char) -> bool,
    may_end: impl Fn(char, char) -> bool,
) -> bool {
    let mut letters = text.chars().rev();
    let Some(last) = letters.next() else { return true };
    if !may_end(letters.next().unwrap_or(' '), last) {
        return false;
    }
    let rest = text.trim_end_matches(is_told);
    let mut word = text[rest.len()..].chars();
    rest.ends_with(is_more) || word.next().is_none_or(|first| may_begin(first, word.next().unwrap_or(' ')))
}

/// Whether a character beside such letters is of their word, so that it takes a longer look.
fn is_more(c: char) -> bool {
    !c.is_ascii() && (ch::is_letter(c) || ch::is_mark(c) || ch::is_invisible(c))
}

fn may_begin(word: &str, ends: &numbers::Ends) -> bool {
    let mut letters = word.chars();
    letters.next().is_none_or(|first| ends.may_begin(first, letters.next().unwrap_or(' ')))
}

/// Whether a word begins that may join two units: `ans |et six mois`. An Arabic one is written together with a number.
fn may_join(after: &str) -> bool {
    let word = &after[..after.find(|c: char| !is_told(c)).unwrap_or(after.len())];
    after.starts_with('و') || numbers::joins_units(word) || after[word.len()..].starts_with(is_more)
}

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
        "och en",
        "halv",
        "rưỡi",
        "tháng",
        "și",
        "jumătate",
        "ani",
        "puluh",
        "ratus",
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
        "öt",
        "o\u{308}t",
        "száz",
        "dört",
        "do\u{308}rt",
        "YÜZ",
        "čtyři",
        "pięć",
        "två",
        "hundra",
        "sto",
        "été",
        "3",
        "12",
        "500",
        "2,5",
        "%",
        "€",
        "$",
        "°",
        "h",
        "x",
        "er",
        "th",
        "km²",
        "million",
        "minutes",
        "of",
        "changé",
        "ward",
        "article",
        "bis",
        "ter",
        "hours",
        "ans",
        "et",
        "and",
        "feet",
        "inches",
        "six",
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
        "пять",
        "пятьдесят",
        "полтора",
        "половина",
        "с половиной",
        "тысяч",
        "минус",
        "целых",
        "года",
        "шесть",
        "месяцев",
        "часа",
        "и",
        "не",
        "под",
        "стол",
        "Ёлка",
        "три́",
        "п’ять",
        "років",
        "з половиною",
        "مئة",
        "خمسة",
        "وعشرون",
        "ألف",
        "نصف",
        "ونصف",
        "ربع",
        "سالب",
        "ناقص",
        "فاصلة",
        "سنوات",
        "ساعة",
        "لا",
        "غير",
        "قال",
        "و",
        "خمـسة",
        "خَمسة",
        "سه",
        "و نیم",
        "میلیون",
        "،",
        "٥",
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
        "años",
        "anni",
        "e mezzo",
        "y medio",
        "y media",
        "anos",
        "e meio",
        "kilos",
        "twee",
        "en een half",
        "jaar",
        "yıl",
        "ay",
        "ve",
        "lata",
        "miesiące",
        "i",
        "roky",
        "měsíce",
        "a",
        "tahun",
        "bulan",
        "dan",
        "năm",
        "âm",
        "và",
        "роки",
        "і",
        "місяці",
        "та",
        "år",
        "och",
        "og",
        "ft",
        "in",
        "pounds",
        "ounces",
        "6ft",
        "2in",
        "سنتين",
        "وأربعة",
        "أشهر",
        "سال",
        "ماه",
        "و4",
        "dozen",
        "million",
        "about",
        "rund",
        "zu",
        "à",
        "verlor",
        "lost",
        "EUR",
        "degrees",
        "below zero",
        "градусов",
        "мороза",
        "foot",
        "ten",
        "ounces",
        "Uhr",
        "ч",
        "€",
        "بسنتين",
        "ساعة",
        "ونصفا",
        "إلا ربعا",
        "menos cuarto",
        "<",
        "de",
        "m",
    ];

    proptest! {
        #[test]
        fn what_is_plainly_whole_cuts_nothing(
            pieces in prop::collection::vec(
                (prop::sample::select(PIECES), prop::sample::select(&["", " ", " ", " ", "\n", "  ", "\u{A0}", "\n\n", "\n> ", "\n   ", "-\n ", "\u{AD}\n", "-\n\n16\nReport\n", "\n\n2\n00:01:04,000 --> 00:01:05,000\n", "\n[00:01:04]\n"][..])),
                1..12,
            ),
            language in prop::sample::select(&[None, Some("en"), Some("fr"), Some("de"), Some("es"), Some("it"), Some("hu"), Some("tr"),
                Some("cs"), Some("ro"), Some("vi"), Some("id"), Some("el"), Some("pl"), Some("sv"), Some("pt"), Some("und"), Some("ru"), Some("uk"), Some("ar"), Some("fa")][..]),
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
