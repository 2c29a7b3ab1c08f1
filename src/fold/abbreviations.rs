//! Words that are written with a stop, so that no sentence ends there. Knows single words.

/// Titles and references before names and numbers. What may end a sentence as well, such as *etc.* and *Inc.*, is not
/// among them.
const WITH_STOP: [&str; 46] = [
    "Abs", "Art", "Avv", "Capt", "Cf", "Col", "Dott", "Dr", "Dra", "Drs", "Gen", "Gov", "Gén", "Hon", "Hr",
    "Ing", "Lt", "Mgr", "Mlle", "Mme", "Mr", "Mrs", "Ms", "Nr", "Prof", "Rep", "Rev", "Sen", "Sgt", "Sig",
    "Sr", "Sra", "Srta", "St", "Ste", "bzw", "cf", "dhr", "dr", "drs", "mevr", "mr", "prof", "vs", "проф",
    "ул",
];

/// Whether a stop behind `word`, as it is written, is of the word: an initial, as in `M. Karzaï` and `د. محمد`, or a
/// title, as in `Dr. Abdullah`.
pub fn has_stop(word: &str) -> bool {
    let mut letters = word.chars();
    let is_initial = |c: char| c.is_uppercase() || ('\u{05D0}'..='\u{06FF}').contains(&c);
    letters.next().is_some_and(is_initial) && letters.next().is_none() || WITH_STOP.contains(&word)
}
