//! The tables of small words, by language: negations, elided articles and pronouns, clitics. To be grown with
//! cases.

/// A language's tables, by its BCP 47 primary subtag. All lower case, apostrophes straight.
pub(super) struct Lexicon {
    pub(super) language: &'static str,
    /// Words that negate.
    pub(super) negations: &'static [&'static str],
    /// Elided articles, pronouns and conjunctions after which a quote may begin. `n'` is none of them:
    /// in French it negates.
    pub(super) elisions: &'static [&'static str],
    /// Pronouns and particles joined to a word by a hyphen, before which a quote may end.
    pub(super) clitics: &'static [&'static str],
}

pub(super) const LEXICONS: &[Lexicon] = &[
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

/// The lexicon of `language` where it is known and has one.
pub(super) fn lexicon(language: Option<&str>) -> Option<&'static Lexicon> {
    let primary = language?.split('-').next()?.to_ascii_lowercase();
    LEXICONS.iter().find(|lexicon| lexicon.language == primary)
}

/// Whether `word` is in a table of the language, or of any where the language is not known.
pub(super) fn is_listed(
    word: &str,
    language: Option<&str>,
    table: fn(&Lexicon) -> &'static [&'static str],
) -> bool {
    match lexicon(language) {
        Some(lexicon) => table(lexicon).contains(&word),
        None => LEXICONS.iter().any(|lexicon| table(lexicon).contains(&word)),
    }
}
