//! A guess at the language of a text whose language was not told, from its smallest words. Knows single
//! texts.

/// The words that most running text of a language has, and its neighbours have not.
const SMALL_WORDS: &[(&str, &[&str])] = &[
    ("fr", &["le", "les", "des", "une", "est", "dans", "qui", "pour", "et", "du", "au", "sur", "par", "il"]),
    ("en", &["the", "of", "and", "to", "that", "is", "was", "for", "with", "he", "it", "as", "his", "be"]),
    ("de", &["der", "die", "und", "das", "ist", "mit", "den", "von", "zu", "auf", "ein", "eine", "dem"]),
    ("es", &["el", "los", "las", "una", "por", "con", "del", "que", "y", "se", "para", "su", "lo"]),
    ("it", &["il", "che", "di", "per", "una", "della", "sono", "gli", "con", "del", "nel", "è", "e"]),
    ("pt", &["o", "os", "uma", "para", "com", "do", "da", "em", "que", "um", "ao", "e", "foi"]),
    ("nl", &["het", "een", "van", "de", "en", "is", "dat", "op", "te", "voor", "zijn", "met"]),
    ("fi", &["ja", "on", "että", "se", "hän", "oli", "mutta", "kun", "myös", "joka", "ovat"]),
];

/// So many bytes are read.
const READ: usize = 2048;

/// The fewest small words from which a language is guessed.
const FEWEST: usize = 5;

/// The language of `text` as a BCP 47 tag, or `None` where its first words do not tell.
pub fn guess(text: &str) -> Option<&'static str> {
    let text = &text[..text.floor_char_boundary(READ.min(text.len()))];
    let mut counts = [0_usize; SMALL_WORDS.len()];
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty() && word.len() <= 6) {
        let word = word.to_lowercase();
        for (count, (_, words)) in counts.iter_mut().zip(SMALL_WORDS) {
            *count += usize::from(words.contains(&&*word));
        }
    }
    let best = (0..counts.len()).max_by_key(|&index| counts[index])?;
    let is_clear = (0..counts.len()).all(|index| index == best || counts[best] >= 2 * counts[index]);
    (counts[best] >= FEWEST && is_clear).then(|| SMALL_WORDS[best].0)
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn a_language_is_guessed_from_its_small_words() {
        assert_eq!(
            guess("Le ministre est venu dans la ville pour les élections, et il est parti au soir."),
            Some("fr")
        );
        assert_eq!(
            guess("The end of the war and the start of the peace that he was hoping for."),
            Some("en")
        );
        assert_eq!(guess("Die Halle ist mit dem Geld von der Stadt gebaut und das ist gut."), Some("de"));
        assert_eq!(guess("市政府发言人说"), None);
        assert_eq!(guess(""), None);
    }
}
