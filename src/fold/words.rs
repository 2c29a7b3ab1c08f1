//! Words whose presence turns a sentence or whose cut is none, by language: negations, elided articles
//! and pronouns, clitics. Small tables, to be grown with cases.

pub use super::spaceless::{ends_with_negation, negates_there, spaceless_negation, starts_with_negation};

use super::characters as ch;
use super::spaceless;
use std::collections::HashSet;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization as _;

/// A language's tables, by its BCP 47 primary subtag. All lower case, apostrophes straight.
struct Lexicon {
    language: &'static str,
    /// Words that negate.
    negations: &'static [&'static str],
    /// Elided articles, pronouns and conjunctions after which a quote may begin. `n'` is none of them:
    /// in French it negates.
    elisions: &'static [&'static str],
    /// Pronouns and particles joined to a word by a hyphen, before which a quote may end.
    clitics: &'static [&'static str],
}

const LEXICONS: &[Lexicon] = &[
    Lexicon {
        language: "fr",
        negations: &[
            "ne",
            "n'",
            "pas",
            "jamais",
            "plus",
            "aucun",
            "aucune",
            "aucuns",
            "aucunes",
            "sans",
            "ni",
            "non",
            "nul",
            "nulle",
            "nullement",
            "rien",
            "guère",
            "aucunement",
        ],
        elisions: &["l", "d", "j", "m", "t", "s", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"],
        clitics: &[
            "il", "ils", "elle", "elles", "on", "je", "tu", "nous", "vous", "moi", "toi", "lui", "leur",
            "le", "la", "les", "y", "en", "ce", "là", "ci", "t-il", "t-elle", "t-on", "t-ils", "t-elles",
            "t-y", "t-en", "m-en", "m-y",
        ],
    },
    Lexicon {
        language: "en",
        negations: &[
            "n'", "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without",
            "cannot", "hardly", "barely", "scarcely",
        ],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "de",
        negations: &[
            "nicht",
            "nie",
            "niemals",
            "kein",
            "keine",
            "keinen",
            "keinem",
            "keiner",
            "keines",
            "keinerlei",
            "keineswegs",
            "ohne",
            "nichts",
            "niemand",
            "niemandem",
            "niemanden",
            "nirgends",
            "nirgendwo",
            "weder",
            "kaum",
            "keinesfalls",
            "niemandes",
            "nirgend",
        ],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "es",
        negations: &[
            "no", "nunca", "jamás", "ni", "sin", "nada", "nadie", "ningún", "ninguno", "ninguna", "tampoco",
            "ningunos", "ningunas",
        ],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "it",
        negations: &[
            "non", "mai", "senza", "né", "nessun", "nessun'", "nessuno", "nessuna", "niente", "nulla",
            "neppure", "neanche", "nemmeno",
        ],
        elisions: &[
            "l", "d", "c", "m", "t", "s", "v", "gl", "un", "dell", "all", "dall", "nell", "sull", "coll",
            "quest", "quell", "sant", "com", "bell",
        ],
        clitics: &[],
    },
    Lexicon {
        language: "ca",
        negations: &["no", "mai", "sense", "ni", "res", "ningú", "cap", "tampoc"],
        elisions: &["l", "d", "m", "t", "s"],
        clitics: &[],
    },
    Lexicon {
        language: "pt",
        negations: &[
            "não", "nunca", "jamais", "nem", "sem", "nada", "ninguém", "nenhum", "nenhuma", "tampouco",
            "nenhuns", "nenhumas",
        ],
        elisions: &["d"],
        clitics: &[
            "me", "te", "se", "lhe", "lhes", "nos", "vos", "lo", "la", "los", "las", "no", "na", "nas", "o",
            "a", "os", "as",
        ],
    },
    Lexicon {
        language: "nl",
        negations: &[
            "niet",
            "nooit",
            "geen",
            "zonder",
            "niets",
            "niemand",
            "nergens",
            "noch",
            "nimmer",
            "niks",
            "geenszins",
        ],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "sv",
        negations: &["inte", "aldrig", "ingen", "inget", "inga", "utan", "varken", "ej", "icke"],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "da",
        negations: &["ikke", "aldrig", "ingen", "intet", "uden", "hverken", "ej"],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "nb",
        negations: &["ikke", "aldri", "ingen", "intet", "uten", "verken", "ei"],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "nn",
        negations: &["ikkje", "aldri", "ingen", "inkje", "utan", "verken"],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "no",
        negations: &["ikke", "aldri", "ingen", "intet", "uten", "verken", "ei"],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "fi",
        negations: &["ei", "en", "et", "emme", "ette", "eivät", "älä", "älkää", "eikä", "ilman"],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "ru",
        negations: &[
            "не",
            "ни",
            "нет",
            "никогда",
            "никак",
            "никакой",
            "никакого",
            "никакая",
            "никаких",
            "без",
            "никто",
            "никого",
            "ничего",
            "ничто",
            "нельзя",
            "едва",
            "невозможно",
            "нету",
            "нигде",
            "никуда",
            "никому",
            "никем",
            "ничему",
            "ничем",
            "никакие",
            "никаким",
            "никакими",
            "никакую",
        ],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "uk",
        negations: &["не", "ні", "ані", "немає", "ніколи", "без", "ніхто", "нічого", "нікого", "жоден"],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "pl",
        negations: &[
            "nie", "nigdy", "bez", "ani", "nikt", "nikogo", "nic", "żaden", "żadna", "żadne", "żadnego",
            "żadnej", "żadnych", "żadnym", "żadną", "nikomu", "nikim", "niczego", "niczym", "nigdzie",
        ],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "cs",
        negations: &[
            "ne", "nikdy", "bez", "ani", "nikdo", "nic", "žádný", "žádná", "žádné", "není", "nebyl", "nebyla",
        ],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "ro",
        negations: &["nu", "niciodată", "fără", "nici", "nimic", "nimeni", "niciun", "nicio"],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "el",
        negations: &["δεν", "δε", "μη", "μην", "ούτε", "ποτέ", "χωρίς", "κανείς", "τίποτα", "όχι"],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "tr",
        negations: &["değil", "değildir", "değildi", "yok", "yoktur", "hayır", "asla", "hiç", "hiçbir"],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "ar",
        negations: &[
            "لا",
            "لم",
            "لن",
            "ليس",
            "ليست",
            "ليسوا",
            "لست",
            "لسنا",
            "ما",
            "غير",
            "دون",
            "بدون",
            "بلا",
            "عدم",
            "ألا",
            "لئلا",
            "ليسا",
            "لستم",
        ],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "fa",
        negations: &[
            "نه",
            "نیست",
            "نیستند",
            "نبود",
            "نبودند",
            "هرگز",
            "بدون",
            "هیچ",
            "نمی",
            "نکرد",
            "نکرده",
            "نکردند",
            "نشد",
            "نشده",
            "نشدند",
            "ندارد",
            "ندارند",
            "نداشت",
            "نداشتند",
            "نخواهد",
            "نخواهند",
            "نباید",
            "نتوانست",
            "نتوانستند",
            "نداد",
            "ندادند",
        ],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "ur", negations: &["نہیں", "نہ", "مت", "بغیر"], elisions: &[], clitics: &[]
    },
    Lexicon {
        language: "he",
        negations: &[
            "לא",
            "אין",
            "אינו",
            "אינה",
            "אינם",
            "אינן",
            "איננו",
            "איננה",
            "בלי",
            "ללא",
            "מעולם",
            "בל",
        ],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "hi", negations: &["नहीं", "न", "मत", "बिना"], elisions: &[], clitics: &[]
    },
    Lexicon {
        language: "id",
        negations: &["tidak", "bukan", "tanpa", "belum", "jangan", "tak"],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "ms",
        negations: &["tidak", "bukan", "tanpa", "belum", "jangan", "tak"],
        elisions: &[],
        clitics: &[],
    },
    Lexicon {
        language: "vi", negations: &["không", "chẳng", "chưa", "đừng"], elisions: &[], clitics: &[]
    },
    Lexicon { language: "ko", negations: &["안", "못"], elisions: &[], clitics: &[] },
];

/// Parts of words that negate wherever they stand in one.
const NEGATING_PARTS: &[&str] = &["않", "없", "아니", "못하", "못한", "نمی", "nessun'"];

/// First parts of compounds that negate: `non-contraignant`, `no-one`.
const NEGATING_FIRST_PARTS: &[&str] = &["non", "no", "not", "nicht"];

/// Conjunctions that Arabic and Hebrew write together with the word after them.
const PROCLITICS: &[&str] = &["و", "ف", "ו", "ש", "וש", "כש"];

/// Multipliers of numbers in Thai.
const SPACELESS_MULTIPLIERS: &[&str] = &["ล้าน", "แสน", "หมื่น", "พัน", "ร้อย"];

/// The lexicon of `language` where it is known and has one.
fn lexicon(language: Option<&str>) -> Option<&'static Lexicon> {
    let primary = language?.split('-').next()?.to_ascii_lowercase();
    LEXICONS.iter().find(|lexicon| lexicon.language == primary)
}

/// Whether `word` is in a table of the language, or of any where the language is not known.
fn is_listed(word: &str, language: Option<&str>, table: fn(&Lexicon) -> &'static [&'static str]) -> bool {
    match lexicon(language) {
        Some(lexicon) => table(lexicon).contains(&word),
        None => LEXICONS.iter().any(|lexicon| table(lexicon).contains(&word)),
    }
}

/// Whether a quote may begin after the elided word `word` (lower case, without its apostrophe).
pub fn is_elision(word: &str, language: Option<&str>) -> bool {
    is_listed(word, language, |lexicon| lexicon.elisions)
}

/// Whether the lower-case `parts`, joined by hyphens after a word, are all clitics: `il`, `t-il`,
/// `le-moi`.
pub fn are_clitics(parts: &[String], language: Option<&str>) -> bool {
    let is_clitic = |part: &str| is_listed(part, language, |lexicon| lexicon.clitics);
    match parts {
        [] => false,
        [first, second, rest @ ..] if is_clitic(&format!("{first}-{second}")) => {
            rest.is_empty() || are_clitics(rest, language)
        }
        [first, rest @ ..] => is_clitic(first) && (rest.is_empty() || are_clitics(rest, language)),
    }
}

/// Whether `’s` is a possessive in this language: in English.
pub fn has_possessive(language: Option<&str>) -> bool {
    lexicon(language).is_none_or(|lexicon| lexicon.language == "en")
}

/// Whether `text` begins with a multiplier of the number before it, with or without a space.
pub fn starts_with_multiplier(text: &str) -> bool {
    SPACELESS_MULTIPLIERS.iter().any(|word| text.strip_prefix(' ').unwrap_or(text).starts_with(word))
}

/// A word as the tables have it: composed, in small plain letters, without Arabic and Hebrew vowel
/// signs or Cyrillic stress.
pub(super) fn in_table_form(word: &str) -> String {
    let plain: String = word.chars().map(|c| ch::plain(c).unwrap_or_else(|| c.into())).collect();
    let is_vowel_sign =
        |c: char| matches!(c, '\u{64B}'..='\u{652}' | '\u{591}'..='\u{5BD}' | '\u{5BF}'..='\u{5C7}');
    let is_cyrillic = |c: char| ('\u{400}'..='\u{52F}').contains(&c);
    let mut out = String::new();
    for c in plain.nfd().flat_map(ch::lower) {
        let is_stress = c == '\u{301}' && out.chars().next_back().is_some_and(is_cyrillic);
        if !ch::is_invisible(c) && !is_vowel_sign(c) && !is_stress {
            out.push(c);
        }
    }
    out.nfc().collect()
}

/// Whether a word negates, in `language` (a BCP 47 tag) where its table is known, else in any language.
///
/// `word` is one token, in any case, with any apostrophe.
pub fn is_negation(word: &str, language: Option<&str>) -> bool {
    let word = in_table_form(word);
    let is_listed = |word: &str| is_listed(word, language, |lexicon| lexicon.negations);
    let first_part = word.split(ch::is_hyphen).next().filter(|part| part.len() < word.len());
    is_listed(&word)
        || word.ends_with("n't")
        || first_part.is_some_and(|part| NEGATING_FIRST_PARTS.contains(&part))
        || NEGATING_PARTS.iter().any(|part| word.contains(part))
        || PROCLITICS.iter().any(|proclitic| word.strip_prefix(proclitic).is_some_and(is_listed))
        || spaceless::is_negation(&word)
}

/// Negations that are no other word in any language of the tables, so that they count where a text's language is
/// not known: French `mai`, in Italian, negates.
const UNMISTAKABLE: &[&str] = &[
    "not",
    "never",
    "cannot",
    "pas",
    "jamais",
    "nicht",
    "niemals",
    "kein",
    "keine",
    "keinen",
    "nunca",
    "não",
    "niet",
    "nooit",
    "не",
    "нет",
    "никогда",
    "لا",
    "لم",
    "لن",
    "ليس",
    "ليست",
    "לא",
    "değil",
    "inte",
    "aldrig",
    "ikke",
    "aldri",
    "nessun",
    "ningún",
    "nenhum",
    "aucun",
    "aucune",
];

/// Negations that may follow what they negate: `Je sais pas`, `Er kommt nicht`.
const FOLLOWING: &[&str] = &[
    "not",
    "never",
    "pas",
    "jamais",
    "guère",
    "nullement",
    "nicht",
    "nie",
    "niemals",
    "keineswegs",
    "keinesfalls",
    "niet",
    "nooit",
    "inte",
    "aldrig",
    "ikke",
    "aldri",
    "değil",
    "mai",
];

/// The negations of all languages that are written in plain letters.
static PLAIN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let all = LEXICONS.iter().flat_map(|lexicon| lexicon.negations);
    all.copied().filter(|word| word.is_ascii()).collect()
});

/// Whether a word is certainly none of the tables, told without a look at each: most words are not.
fn is_surely_none(word: &str) -> bool {
    const LONGEST: usize = 16;
    let is_plain = word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_plain {
        return false;
    }
    let mut small = [0; LONGEST];
    let Some(small) = small.get_mut(..word.len()) else { return true };
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    !std::str::from_utf8(small).is_ok_and(|word| PLAIN.contains(word))
}

/// Whether `word`, straight before other words, negates them, as far as that is sure: `plus` alone is not.
///
/// Takes one token in any case and with any apostrophe, and the text's language (a BCP 47 tag).
pub fn negates_next(word: &str, language: Option<&str>) -> bool {
    if is_surely_none(word) {
        return false;
    }
    let is_sure = || match lexicon(language) {
        Some(_) => in_table_form(word) != "plus",
        None => in_table_form(word).ends_with("n't") || UNMISTAKABLE.contains(&in_table_form(word).as_str()),
    };
    is_negation(word, language) && is_sure()
}

/// Whether `word`, straight after other words, negates them; for what it takes, see [`negates_next`].
pub fn negates_last(word: &str, language: Option<&str>) -> bool {
    if is_surely_none(word) {
        return false;
    }
    let form = in_table_form(word);
    FOLLOWING.contains(&form.as_str()) && negates_next(word, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sure_negations_count_beside_a_quote() {
        assert!(
            negates_next("not", Some("en"))
                && negates_next("didn’t", None)
                && negates_next("sans", Some("fr"))
        );
        assert!(!negates_next("plus", Some("fr")) && !negates_next("mai", None) && !negates_next("no", None));
        assert!(negates_next("no", Some("es")) && negates_next("لم", None));
        assert!(negates_last("pas", Some("fr")) && negates_last("nicht", Some("de")));
        for word in LEXICONS.iter().flat_map(|lexicon| lexicon.negations).filter(|word| word.is_ascii()) {
            assert!(!is_surely_none(word) && !is_surely_none(&word.to_uppercase()), "{word}");
        }
        assert!(is_surely_none("minister") && is_surely_none("Antidisestablishmentarianism"));
        assert!(!negates_last("sans", Some("fr")) && !negates_last("without", Some("en")));
    }

    #[test]
    fn negations_are_known_by_language_and_in_any_where_it_is_not() {
        assert!(is_negation("N’", Some("fr")));
        assert!(is_negation("can’t", Some("en-GB")));
        assert!(is_negation("لا", Some("ar")));
        assert!(!is_negation("plus", Some("en")));
        assert!(is_negation("plus", None));
        assert!(is_negation("不", Some("zh-Hans")));
        assert!(!is_negation("nous", None));
        assert!(is_negation("non-contraignant", Some("fr")) && is_negation("لَمْ", Some("ar")));
        assert!(is_negation("ולא", Some("he")) && is_negation("않았다고", Some("ko")));
        assert!(!is_negation("ونحن", Some("ar")));
        assert!(is_negation("na\u{303}o", Some("pt")) && is_negation("ＮＯＴ", Some("en")));
        assert!(is_negation("не\u{301}", Some("ru")) && is_negation("n’", Some("en")));
    }

    #[test]
    fn clitics_come_alone_or_in_chains() {
        let parts = |text: &str| text.split('-').map(String::from).collect::<Vec<_>>();
        assert!(are_clitics(&parts("t-il"), None));
        assert!(are_clitics(&parts("le-moi"), Some("fr")));
        assert!(!are_clitics(&parts("le-feu"), None));
        assert!(!are_clitics(&parts("t"), None));
        assert!(!are_clitics(&[], None));
    }
}
