//! Words that are written with a stop, so that no sentence ends there. Knows single words.

/// Titles and references before names and numbers. What may end a sentence as well, such as *etc.* and *Inc.*, is not
/// among them.
const WITH_STOP: [&str; 72] = [
    "Abs", "Al", "Art", "Avv", "Capt", "Cf", "Col", "Dem", "Dott", "Dr", "Dra", "Drs", "Gen", "Gov", "Gén",
    "Hon", "Hr", "Ing", "Lt", "Mgr", "Mlle", "Mme", "Mr", "Mrs", "Ms", "Nr", "Prof", "Rep", "Rev", "Sen",
    "Sgt", "Sig", "Sr", "Sra", "Srta", "St", "Ste", "TP", "Ths", "Tn", "bzw", "cf", "dhr", "dl", "dna", "dr",
    "drs", "gen", "im", "kpt", "ks", "mevr", "mr", "nadkom", "np", "podkom", "prof", "płk", "sr", "sra",
    "sv", "tp", "tzv", "ul", "vs", "św", "κα", "κκ", "акад", "им", "проф", "ул",
];

/// What numbers stand behind that a stop ends no sentence before, such as months and parts of a book; in small letters.
const BEFORE_NUMBERS: [&str; 66] = [
    "abs", "al", "alin", "approx", "apr", "arrt", "art", "arts", "att", "aug", "avr", "az", "ca", "cap",
    "ch", "chap", "dec", "dez", "déc", "env", "feb", "fig", "figs", "févr", "godz", "jan", "janv", "juil",
    "jul", "jun", "kap", "n", "nos", "nov", "nr", "num", "núm", "oct", "okt", "p", "pag", "par", "para",
    "pkt", "pp", "pág", "págs", "rn", "rz", "s", "sec", "sep", "sept", "tel", "tél", "ust", "v", "vol", "z",
    "ок", "п", "род", "с", "ст", "стр", "тел",
];

/// Whether a stop behind `word`, as it is written, is of the word: an initial, as in `M. Karzaï` and `د. محمد`, or a
/// title, as in `Dr. Abdullah`.
pub fn has_stop(word: &str) -> bool {
    let mut letters = word.chars();
    let is_initial = |c: char| c.is_uppercase() || ('\u{05D0}'..='\u{06FF}').contains(&c);
    letters.next().is_some_and(is_initial) && letters.next().is_none() || WITH_STOP.contains(&word)
}

/// Whether a stop behind `word`, in whatever case, ends no sentence where a number follows: `No. 5`, `Dec. 25`.
pub fn precedes_number(word: &str) -> bool {
    // In small letters it is a word too.
    word == "No" || BEFORE_NUMBERS.contains(&word.to_lowercase().as_str())
}
