//! Words whose presence turns a sentence or whose cut is none, by language: negations, elided articles
//! and pronouns, clitics. Small tables, to be grown with cases.

/// A language's tables, by its BCP 47 primary subtag.
struct Lexicon {
    language: &'static str,
    /// Words that negate, lower case, apostrophes straight.
    negations: &'static [&'static str],
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
    },
    Lexicon {
        language: "en",
        negations: &[
            "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without",
            "cannot", "hardly", "barely", "scarcely",
        ],
    },
    Lexicon {
        language: "de",
        negations: &[
            "nicht", "nie", "niemals", "kein", "keine", "keinen", "keinem", "keiner", "keines", "ohne",
            "nichts", "niemand", "weder", "kaum",
        ],
    },
    Lexicon {
        language: "es",
        negations: &[
            "no", "nunca", "jamás", "ni", "sin", "nada", "nadie", "ningún", "ninguno", "ninguna", "tampoco",
        ],
    },
    Lexicon {
        language: "it",
        negations: &[
            "non", "mai", "senza", "né", "nessun", "nessuno", "nessuna", "niente", "nulla", "neppure",
            "neanche",
        ],
    },
    Lexicon {
        language: "pt",
        negations: &[
            "não", "nunca", "jamais", "nem", "sem", "nada", "ninguém", "nenhum", "nenhuma", "tampouco",
        ],
    },
    Lexicon { language: "nl", negations: &["niet", "nooit", "geen", "zonder", "niets", "niemand", "nimmer"] },
    Lexicon {
        language: "ru",
        negations: &["не", "ни", "нет", "никогда", "без", "никто", "ничего", "ничто", "нельзя", "едва"],
    },
    Lexicon {
        language: "uk", negations: &["не", "ні", "ані", "немає", "ніколи", "без", "ніхто", "нічого"]
    },
    Lexicon {
        language: "pl",
        negations: &["nie", "nigdy", "bez", "ani", "nikt", "nic", "żaden", "żadna", "żadne"],
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
            "ما",
            "غير",
            "دون",
            "بدون",
            "ولا",
            "ولم",
            "ولن",
            "وليس",
            "فلا",
            "فلم",
            "فلن",
            "بلا",
            "عدم",
        ],
    },
    Lexicon {
        language: "fa", negations: &["نه", "نیست", "نیستند", "نبود", "هرگز", "بدون", "هیچ", "نمی"]
    },
    Lexicon {
        language: "he", negations: &["לא", "אין", "אינו", "אינה", "אינם", "בלי", "ללא", "מעולם"]
    },
    Lexicon { language: "tr", negations: &["değil", "yok", "hayır", "asla", "hiç", "hiçbir", "ne"] },
];

/// Negations in scripts written without spaces, found anywhere in a run of their letters.
const SPACELESS_NEGATIONS: &[&str] = &[
    "不",
    "没",
    "沒",
    "未",
    "非",
    "無",
    "无",
    "勿",
    "莫",
    "ない",
    "なかっ",
    "なく",
    "ません",
    "ไม่",
    "ບໍ່",
    "មិន",
];

/// Negations that stand before what they negate in scripts written without spaces.
const SPACELESS_PREFIXES: &[&str] = &["不", "没", "沒", "未", "非", "無", "无", "勿", "莫", "ไม่", "ບໍ່", "មិន"];

/// Negations that follow what they negate (Japanese).
const SPACELESS_SUFFIXES: &[&str] = &["ない", "なかっ", "なく", "ません"];

/// Elided articles, pronouns and conjunctions after which a quote may begin. `n'` is none of them: it
/// negates. French, Catalan, Italian.
const ELISIONS: &[&str] = &[
    "l", "d", "j", "m", "t", "s", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", // French
    "un", "dell", "all", "dall", "nell", "sull", "coll", "quest", "quell", "sant", "gl", "v",
    "com", // Italian
];

/// Pronouns and particles joined to a verb or noun by a hyphen, before which a quote may end. French,
/// Portuguese.
const CLITICS: &[&str] = &[
    "il", "ils", "elle", "elles", "on", "je", "tu", "nous", "vous", "moi", "toi", "lui", "leur", "le", "la",
    "les", "y", "en", "ce", "là", "ci", // French
    "me", "te", "se", "lhe", "lhes", "nos", "vos", "lo", "los", "las", // Portuguese
];

/// The words by which French joins `t` between a verb and its subject.
const AFTER_EUPHONIC_T: &[&str] = &["il", "elle", "on", "ils", "elles", "y", "en"];

/// Whether a quote may begin after the elided word `word` (lower case, without its apostrophe).
pub fn is_elision(word: &str) -> bool {
    ELISIONS.contains(&word)
}

/// Whether the lower-case `parts`, joined by hyphens after a word, are all clitics.
pub fn are_clitics(parts: &[String]) -> bool {
    let Some((first, rest)) = parts.split_first() else { return false };
    let has_euphonic_t =
        first == "t" && rest.first().is_some_and(|next| AFTER_EUPHONIC_T.contains(&next.as_str()));
    let clitics = if has_euphonic_t { rest } else { parts };
    clitics.iter().all(|part| CLITICS.contains(&part.as_str()))
}

/// Whether `text` ends with a negation of a script written without spaces.
pub fn ends_with_negation(text: &str) -> bool {
    SPACELESS_PREFIXES.iter().any(|word| text.ends_with(word))
}

/// Whether `text` begins with a negation that follows what it negates.
pub fn starts_with_negation(text: &str) -> bool {
    SPACELESS_SUFFIXES.iter().any(|word| text.starts_with(word))
}

/// Whether a word negates, in `language` (a BCP 47 tag) where its table is known, else in any language.
///
/// `word` is one token, in any case, with any apostrophe.
pub fn is_negation(word: &str, language: Option<&str>) -> bool {
    let word: String = word
        .chars()
        .filter(|&c| !super::characters::is_invisible(c))
        .flat_map(super::characters::lower)
        .map(|c| if super::characters::is_apostrophe(c) { '\'' } else { c })
        .collect();
    let holds = |lexicon: &&Lexicon| lexicon.negations.contains(&word.as_str());
    let known = language.and_then(|tag| {
        let primary = tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
        LEXICONS.iter().find(|lexicon| lexicon.language == primary)
    });
    word.ends_with("n't")
        || known.map_or_else(|| LEXICONS.iter().any(|lexicon| holds(&lexicon)), |lexicon| holds(&lexicon))
        || SPACELESS_NEGATIONS.contains(&word.as_str())
}

/// Words in which such a sign does not negate: Africa, future, very, not only, but, regardless, ….
const SPACELESS_EXCEPTIONS: &[&str] =
    &["非洲", "非常", "未来", "未來", "不仅", "不僅", "不但", "不过", "不過", "不断", "不斷", "无论", "無論"];

/// The bytes of the first negation of a script written without spaces in `text`.
pub fn spaceless_negation(text: &str) -> Option<std::ops::Range<usize>> {
    let is_exempt = |at: usize| {
        let holds = |word: &&&str| text.match_indices(**word).any(|(start, _)| start == at);
        SPACELESS_EXCEPTIONS.iter().find(holds).is_some()
    };
    let found = |negation: &&str| {
        let places = text.match_indices(*negation);
        places.map(|(at, words)| at..at + words.len()).find(|range| !is_exempt(range.start))
    };
    SPACELESS_NEGATIONS.iter().filter_map(found).min_by_key(|range| range.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negations_are_known_by_language_and_in_any_where_it_is_not() {
        assert!(is_negation("N’", Some("fr")));
        assert!(is_negation("can’t", Some("en-GB")));
        assert!(is_negation("لا", Some("ar")));
        assert!(!is_negation("plus", Some("en")));
        assert!(is_negation("plus", None));
        assert!(is_negation("不", Some("zh-Hans")));
        assert!(!is_negation("nous", None));
    }

    #[test]
    fn clitics_come_alone_or_in_chains() {
        let parts = |text: &str| text.split('-').map(String::from).collect::<Vec<_>>();
        assert!(are_clitics(&parts("t-il")));
        assert!(are_clitics(&parts("le-moi")));
        assert!(!are_clitics(&parts("le-feu")));
        assert!(!are_clitics(&parts("t")));
        assert!(!are_clitics(&[]));
    }
}
