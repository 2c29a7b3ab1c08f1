//! Those whom a question addresses behind its words: `, Mr Smith?`, `, monsieur ?`. Small tables, to be grown with cases.
//! Knows single texts.

use super::super::lexicons::Known;
use super::super::words::in_table_form;
use super::is_in;

/// How people are addressed, alone or before a name, by language.
const TITLES: &[(&str, &str)] = &[
    (
        "en",
        "mr mrs ms miss dr sir madam ma'am lord lady minister president chancellor senator governor mayor secretary \
         ambassador professor doctor captain general judge chairman chairwoman prime your honour honor majesty excellency \
         mister gentlemen ladies colleagues",
    ),
    (
        "fr",
        "m mme mlle me monsieur madame mademoiselle maître messieurs mesdames docteur professeur président présidente \
         ministre le la",
    ),
    (
        "de",
        "herr frau dr doktor professor minister ministerin kanzler kanzlerin präsident präsidentin bürgermeister \
         bürgermeisterin",
    ),
    (
        "es",
        "señor señora señorita sr sra don doña doctor doctora ministro ministra presidente presidenta alcalde alcaldesa",
    ),
    (
        "it",
        "signor signore signora signorina dottor dottore dottoressa onorevole ministro ministra presidente sindaco \
         professore professoressa",
    ),
    (
        "pt",
        "senhor senhora sr sra dom dona doutor doutora ministro ministra presidente presidenta prefeito prefeita",
    ),
    ("ca", "senyor senyora sr sra ministre ministra president presidenta"),
    ("nl", "meneer mevrouw mijnheer dokter professor minister president premier burgemeester"),
    ("sv", "herr fru fröken doktor professor minister statsminister"),
    ("da", "hr fru frøken doktor professor minister statsminister"),
    ("nb", "herr fru frøken doktor professor minister statsminister"),
    ("pl", "panie pani panowie doktorze profesorze ministrze prezydencie premierze"),
    ("cs", "pane paní pánové doktore profesore ministře prezidente premiére"),
    ("ru", "господин госпожа г-н г-жа товарищ доктор профессор министр президент господа"),
    ("uk", "пане пані панове лікарю професоре міністре президенте"),
    ("ar", "سيدي سيدتي السيد السيدة دكتور أستاذ"),
];

/// So many words has what one is called by at most.
const MOST: usize = 4;

/// Whether `tail`, a comma and words behind it, calls somebody: by a title, with or without a name.
pub fn is_vocative(tail: &str, language: Option<&str>) -> bool {
    let is_edge = |c: char| !c.is_alphanumeric();
    let words: Vec<&str> = tail
        .split_whitespace()
        .map(|word| word.trim_matches(is_edge))
        .filter(|word| !word.is_empty())
        .collect();
    let known = Known::of(language);
    let titles = || TITLES.iter().filter(|(own, _)| known.may_be(own));
    let is_title = |word: &&str| titles().any(|(_, list)| is_in(&in_table_form(word), list));
    let is_name = |word: &&str| word.starts_with(char::is_uppercase) || is_particle(word);
    let count = words.iter().take_while(|word| is_title(word)).count();
    count > 0 && words.len() <= MOST && words[count..].iter().all(is_name)
}

/// Whether text ends with the short form of a title: `, Mr`.
pub fn is_title(text: &str) -> bool {
    const SHORT: [&str; 11] = ["mr", "mrs", "ms", "dr", "m", "mme", "sr", "sra", "hr", "prof", "me"];
    let word = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    SHORT.contains(&&*in_table_form(word))
}

/// Whether a word may stand small in a name.
fn is_particle(word: &str) -> bool {
    matches!(word, "de" | "la" | "von" | "van" | "der" | "den" | "di" | "da" | "du" | "del")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_have_their_words_in_their_form() {
        for word in TITLES.iter().flat_map(|(_, list)| list.split_whitespace()) {
            assert_eq!(in_table_form(word), word);
        }
    }

    #[test]
    fn a_title_calls_somebody() {
        for (language, tail) in [
            ("en", ", Mr Smith"),
            ("en", ", Mr. Smith"),
            ("en", ", prime minister"),
            ("fr", ", monsieur Roux "),
            ("fr", ", madame la ministre "),
            ("de", ", Herr Roth"),
            ("de", ", Frau von der Leyen"),
            ("ru", ", господин Иванов"),
        ] {
            assert!(is_vocative(tail, Some(language)), "{tail}");
        }
        for (language, tail) in [
            ("en", ", what would he change"),
            ("en", ", the minister or his aide"),
            ("de", ", Bund oder Länder"),
        ] {
            assert!(!is_vocative(tail, Some(language)), "{tail}");
        }
    }
}
