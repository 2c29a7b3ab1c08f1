//! What shows that a verb which denies elsewhere says something else: `bestreitet seinen Unterhalt`, `declined to 5 per
//! cent`. A small table, to be grown with cases. Knows single words.

use super::super::characters as ch;
use super::super::numbers::is_in;
use super::super::words::in_table_form;
use super::subject::Subject;
use super::{DETERMINERS, arabic};

/// What people pay for or play, where German *bestreiten* is no denying, by how the noun ends; a part of it before that.
const PAID_OR_PLAYED: &[&str] = &[
    "unterhalt",
    "kosten",
    "ausgaben",
    "finale",
    "spiel",
    "spiele",
    "partie",
    "partien",
    "wettkampf",
    "wettkämpfe",
    "rennen",
    "turnier",
    "saison",
    "duell",
    "auftritt",
    "auftritte",
    "konzert",
    "konzerte",
    "programm",
];
const PARTS: &[&str] = &["teil", "hälfte", "drittel", "viertel"];
/// Forms of the verb with which something takes place in German: `fand |statt`.
const TAKING_PLACE: &str = "findet finden fand fanden";
/// Prayers, which Polish *odmawiać* says.
const PRAYERS: &str = "różaniec różańca modlitwę modlitwy pacierz koronkę brewiarz litanię nowennę zdrowaśkę";
/// Forms of *be*, and what says behind a passive by whom or how long.
const BE: &str = "was were been being is are be get gets got";
const BEHIND_PASSIVE: &str = "by with for until through after because from";
/// What stands before a number that something falls to.
const ABOUT: &str = "about around just nearly below under less roughly almost some zero";

/// Whether a verb that ends the first `count` of some forms, the last word first, denies nothing in such company.
pub(super) fn is_innocent(language: &str, forms: &[String], count: usize, beside: &Subject<'_>) -> bool {
    let quoted = beside.quoted;
    let verb = &*forms[count - 1];
    let opening = in_table_form(words(quoted).next().unwrap_or_default());
    match language {
        "de" if verb == "statt" => forms[count..].iter().any(|form| is_in(form, TAKING_PLACE)),
        "de" => verb.starts_with("best") && is_paid_or_played(quoted),
        "en" if verb.starts_with("declin") => {
            let is_number = opening.starts_with(ch::is_digit);
            forms[0] == "to" && (is_number || is_in(&opening, DETERMINERS) || is_in(&opening, ABOUT))
        }
        "en" => is_passive(forms, count, &opening),
        "ar" => arabic::begins_another(&forms[..count], beside.is_parted),
        "pl" => {
            verb.starts_with("odm") && words(quoted).take(3).any(|word| is_in(&in_table_form(word), PRAYERS))
        }
        _ => false,
    }
}

/// Whether a passive denies only what is before it: `was ruled out |for the season`. What is *ruled out of* something is one
/// without its auxiliary too.
fn is_passive(forms: &[String], count: usize, opening: &str) -> bool {
    let is_ruled_out = count == 2 && forms[0] == "out";
    let has_auxiliary = || forms.get(count).is_some_and(|form| is_in(form, BE));
    is_ruled_out && opening == "of"
        || (is_ruled_out || count == 1) && is_in(opening, BEHIND_PASSIVE) && has_auxiliary()
}

/// Whether the first noun of a German passage, or what it says a part of, is one that is paid for or played.
fn is_paid_or_played(quoted: &str) -> bool {
    const NEAR: usize = 8;
    let is_one = |noun: &str, ends: &[&str]| ends.iter().any(|end| noun.ends_with(end));
    let mut nouns = words(quoted).take(NEAR).skip_while(|word| !word.starts_with(char::is_uppercase));
    let Some(first) = nouns.next().map(str::to_lowercase) else { return false };
    let mut of = || nouns.find(|word| word.starts_with(char::is_uppercase)).map(str::to_lowercase);
    is_one(&first, PAID_OR_PLAYED)
        || is_one(&first, PARTS) && of().is_some_and(|noun| is_one(&noun, PAID_OR_PLAYED))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !ch::is_word(c)).filter(|word| !word.is_empty())
}
