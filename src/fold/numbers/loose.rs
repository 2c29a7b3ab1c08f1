//! What stands beside a number and changes it, with something between them: a preposition before a dash that is a minus
//! sign, what makes a guess of a number, *below zero* behind one. Small tables, to be grown with cases. Knows single words.

use super::is_in;
use crate::fold::words::{in_table_form, may_be_in};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Prepositions behind which a dash before a number is its sign, by language.
const VALUED: &[(&str, &str)] = &[
    ("en", "to of at by from around"),
    ("fr", "de à environ"),
    ("de", "bei auf um von"),
    ("es", "de a en"),
    ("it", "di a"),
    ("pt", "de em"),
    ("nl", "op van met"),
    ("sv", "på till"),
    ("pl", "do na"),
    ("ru", "до на"),
    ("uk", "до на"),
];

/// What may stand between a sign in words and its number: `minus about |5`.
const ABOUT: &str = "about some around roughly nearly almost approximately rund etwa circa ca ungefähr knapp fast environ \
    près presque quelque unos unas cerca casi alrededor aproximadamente circa quasi cerca quase aproximadamente ongeveer \
    zowat ungefär omkring około prawie около примерно почти близько";

/// What says behind degrees that they are below zero.
const BELOW: &[&str] = &[
    "below zero",
    "below freezing",
    "minus",
    "unter Null",
    "unter null",
    "sous zéro",
    "au-dessous de zéro",
    "en dessous de zéro",
    "bajo cero",
    "sotto zero",
    "sotto lo zero",
    "abaixo de zero",
    "negativos",
    "onder nul",
    "under noll",
    "under null",
    "poniżej zera",
    "мороза",
    "ниже нуля",
    "нижче нуля",
    "تحت الصفر",
    "دون الصفر",
];

/// The names of degrees.
const DEGREES: &str = "degree degrees degré degrés grad grado grados gradi grau graus graden graad grader stopień stopnie \
    stopni градус градуса градусов градуси градусів درجة درجات celsius fahrenheit c f";

/// Codes of currencies.
const CODES: &str = "EUR USD GBP CHF JPY CNY RUB AUD CAD NZD";

/// Whether a dash behind a word may be the sign of a number.
pub fn may_precede_sign(word: &str, language: Option<&str>) -> bool {
    let form = in_table_form(word);
    let mut own = VALUED.iter().filter(|(own, _)| may_be_in(language, own));
    own.any(|(_, words)| is_in(&form, words))
}

/// Whether a word makes a guess of the number behind it, or is the code of its currency.
pub fn may_part_sign(word: &str) -> bool {
    static KNOWN: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| ABOUT.split_whitespace().chain(CODES.split_whitespace()).collect());
    KNOWN.contains(word)
}

/// Whether a text begins with what says of degrees before it that they are below zero.
pub fn begins_below_zero(text: &str) -> bool {
    let is_whole = |phrase: &str| {
        text.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    };
    // The first byte tells of most texts that they begin with none.
    let may_begin = text.as_bytes().first().is_some_and(|&first| BELOW_FIRST[usize::from(first)]);
    may_begin && BELOW.iter().any(|phrase| is_whole(phrase))
}

/// With which bytes such phrases begin.
const BELOW_FIRST: [bool; 256] = {
    let (mut known, mut at) = ([false; 256], 0);
    while at < BELOW.len() {
        known[BELOW[at].as_bytes()[0] as usize] = true;
        at += 1;
    }
    known
};

/// Whether a word names degrees.
pub fn is_degrees(word: &str) -> bool {
    is_in(&in_table_form(word), DEGREES)
}
