//! Words for *nobody*, *nothing* and *never* beside which the verb of their clause negates too, so that both deny once:
//! Russian `никто не пришёл`. Knows single words in the form of the tables.

use super::lexicons::Known;

/// Such words by language.
const WORDS: &[(&str, &[&str])] = &[
    (
        "ru",
        &[
            "никто",
            "никого",
            "никому",
            "никем",
            "ничто",
            "ничего",
            "ничему",
            "никогда",
            "нигде",
            "никуда",
            "никак",
            "никакой",
            "никакая",
            "никакое",
            "никакие",
            "никакого",
            "никаких",
            "никаким",
        ],
    ),
    (
        "uk",
        &[
            "ніхто",
            "нікого",
            "нікому",
            "ніщо",
            "нічого",
            "ніколи",
            "ніде",
            "нікуди",
            "ніяк",
            "ніякий",
            "ніяка",
            "ніякого",
            "ніяких",
            "жоден",
            "жодна",
            "жодне",
            "жодного",
            "жодної",
            "жодних",
        ],
    ),
    ("be", &["ніхто", "нікога", "нішто", "нічога", "ніколі", "нідзе", "ніводзін"]),
    (
        "pl",
        &[
            "nikt", "nikogo", "nikomu", "nic", "niczego", "nigdy", "nigdzie", "żaden", "żadna", "żadne",
            "żadnego", "żadnej", "żadnych",
        ],
    ),
    (
        "cs",
        &[
            "nikdo",
            "nikoho",
            "nikomu",
            "nic",
            "ničeho",
            "nikdy",
            "nikde",
            "nikam",
            "žádný",
            "žádná",
            "žádné",
            "žádného",
            "žádných",
        ],
    ),
    (
        "sk",
        &[
            "nikto",
            "nikoho",
            "nikomu",
            "nič",
            "ničoho",
            "nikdy",
            "nikde",
            "nikam",
            "žiadny",
            "žiadna",
            "žiadne",
            "žiadneho",
            "žiadnych",
        ],
    ),
    (
        "sl",
        &["nihče", "nikogar", "nič", "ničesar", "nikoli", "nikjer", "noben", "nobena", "nobeno", "nobenega"],
    ),
    (
        "hr",
        &[
            "nitko", "niko", "nikoga", "ništa", "ničega", "nikada", "nikad", "nigdje", "nigde", "nijedan",
            "nijedna", "nikakav",
        ],
    ),
    (
        "sr",
        &[
            "нико",
            "никога",
            "ништа",
            "ничега",
            "никада",
            "никад",
            "нигде",
            "ниједан",
            "ниједна",
            "никакав",
            "niko",
            "nikoga",
            "ništa",
            "nikada",
            "nikad",
            "nigde",
            "nijedan",
            "nijedna",
        ],
    ),
    ("bg", &["никой", "никого", "нищо", "никога", "никъде", "никакъв", "никаква", "никакво", "никакви"]),
    ("ro", &["nimeni", "nimănui", "nimic", "niciodată", "nicăieri", "niciun", "nicio", "niciuna"]),
    ("hu", &["senki", "senkit", "semmi", "semmit", "soha", "sehol", "semmilyen"]),
    (
        "el",
        &["κανείς", "κανένας", "κανένα", "καμία", "καμιά", "κανέναν", "τίποτα", "τίποτε", "ποτέ", "πουθενά"],
    ),
    ("fa", &["هیچ", "هیچکس", "هیچگاه", "هرگز"]),
    ("tr", &["hiç", "asla", "hiçbir"]),
    ("fr", &["personne", "rien", "aucun", "aucune", "jamais", "nul", "nulle"]),
];

/// *That* in these languages: the verb after it is of another clause.
const THAT: &[&str] = &[
    "что",
    "чтобы",
    "що",
    "щоб",
    "што",
    "że",
    "żeby",
    "že",
    "aby",
    "da",
    "да",
    "че",
    "că",
    "să",
    "hogy",
    "ότι",
    "πως",
    "που",
    "که",
    "ki",
    "que",
    "qu'",
];

/// Whether `word` begins a clause that depends on the one before it.
pub(super) fn is_that(word: &str) -> bool {
    THAT.contains(&word)
}

/// Whether `word` is one in a language that a text in `tag` (a BCP 47 tag, or several) speaks.
pub(super) fn is_one(word: &str, tag: Option<&str>) -> bool {
    let known = Known::of(tag);
    WORDS.iter().any(|(language, words)| words.contains(&word) && known.has(language))
}
