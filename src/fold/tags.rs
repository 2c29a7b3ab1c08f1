//! Tags of languages: what people write for one, and the subtag that the tables have. Knows no text.

/// What people write in place of a primary subtag of BCP 47: the codes of ISO 639-2 and 639-3, older ones, and
/// English names; sorted.
const OTHERWISE: &[(&str, &str)] = &[
    ("afr", "af"),
    ("ara", "ar"),
    ("arabic", "ar"),
    ("arb", "ar"),
    ("arz", "ar"),
    ("bengali", "bn"),
    ("bul", "bg"),
    ("bulgarian", "bg"),
    ("cat", "ca"),
    ("catalan", "ca"),
    ("ces", "cs"),
    ("chi", "zh"),
    ("chinese", "zh"),
    ("cmn", "zh"),
    ("croatian", "hr"),
    ("cze", "cs"),
    ("czech", "cs"),
    ("dan", "da"),
    ("danish", "da"),
    ("deu", "de"),
    ("dut", "nl"),
    ("dutch", "nl"),
    ("ell", "el"),
    ("eng", "en"),
    ("english", "en"),
    ("est", "et"),
    ("estonian", "et"),
    ("farsi", "fa"),
    ("fas", "fa"),
    ("fin", "fi"),
    ("finnish", "fi"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("french", "fr"),
    ("galician", "gl"),
    ("ger", "de"),
    ("german", "de"),
    ("glg", "gl"),
    ("gre", "el"),
    ("greek", "el"),
    ("heb", "he"),
    ("hebrew", "he"),
    ("hin", "hi"),
    ("hindi", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hungarian", "hu"),
    ("in", "id"),
    ("ind", "id"),
    ("indonesian", "id"),
    ("ita", "it"),
    ("italian", "it"),
    ("iw", "he"),
    ("japanese", "ja"),
    ("jpn", "ja"),
    ("kor", "ko"),
    ("korean", "ko"),
    ("malay", "ms"),
    ("may", "ms"),
    ("mo", "ro"),
    ("msa", "ms"),
    ("nld", "nl"),
    ("nno", "nn"),
    ("nob", "nb"),
    ("nor", "no"),
    ("norwegian", "no"),
    ("per", "fa"),
    ("persian", "fa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("polish", "pl"),
    ("por", "pt"),
    ("portuguese", "pt"),
    ("prs", "fa"),
    ("romanian", "ro"),
    ("ron", "ro"),
    ("rum", "ro"),
    ("rus", "ru"),
    ("russian", "ru"),
    ("serbian", "sr"),
    ("slk", "sk"),
    ("slo", "sk"),
    ("slovak", "sk"),
    ("slovenian", "sl"),
    ("slv", "sl"),
    ("spa", "es"),
    ("spanish", "es"),
    ("srp", "sr"),
    ("swa", "sw"),
    ("swahili", "sw"),
    ("swe", "sv"),
    ("swedish", "sv"),
    ("swh", "sw"),
    ("tha", "th"),
    ("thai", "th"),
    ("tur", "tr"),
    ("turkish", "tr"),
    ("ukr", "uk"),
    ("ukrainian", "uk"),
    ("urd", "ur"),
    ("urdu", "ur"),
    ("vie", "vi"),
    ("vietnamese", "vi"),
    ("yue", "zh"),
    ("zho", "zh"),
];

/// Subtags that name no language: undetermined, several, none, not coded.
const NO_LANGUAGE: [&str; 4] = ["und", "mul", "zxx", "mis"];

/// The primary subtag of `tag` (BCP 47) in small letters, as the tables have it: `fr` of `FR-ca`, `fra` and `French`.
/// `None` where it names no language.
pub fn primary(tag: &str) -> Option<String> {
    let first = tag.trim().split(['-', '_']).next().unwrap_or(tag).to_ascii_lowercase();
    if first.is_empty() || NO_LANGUAGE.contains(&&*first) {
        return None;
    }
    let known = OTHERWISE.binary_search_by(|(other, _)| (*other).cmp(&first));
    Some(known.map_or(first, |at| OTHERWISE[at].1.to_owned()))
}

/// The tag to write: of a longer code, and of a name, the subtag that BCP 47 has; any other as it is.
pub fn normal(tag: &str) -> String {
    let first = tag.split(['-', '_']).next().unwrap_or(tag);
    match primary(tag) {
        Some(known) if !known.eq_ignore_ascii_case(first) => known + &tag[first.len()..],
        _ => tag.to_owned(),
    }
}

/// Whether `tag` begins as no tag of a language does: none that is registered has more than three letters, and it is no
/// name that is known here.
pub(crate) fn is_no_language(tag: &str) -> bool {
    primary(tag).is_some_and(|first| first.len() > 3)
}

/// The English name of the language with this primary subtag, or the subtag where no name is known here.
pub fn name(subtag: &str) -> String {
    let names = OTHERWISE.iter().filter(|(other, known)| *known == subtag && other.len() > 3);
    let Some((name, _)) = names.clone().find(|(name, _)| *name != "farsi") else { return subtag.to_owned() };
    name[..1].to_ascii_uppercase() + &name[1..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_those_of_the_tables() {
        for (tag, subtag) in
            [("fr-CA", "fr"), ("FRA", "fr"), ("German", "de"), ("iw", "he"), ("zh-Hans", "zh"), ("sw", "sw")]
        {
            assert_eq!(primary(tag).as_deref(), Some(subtag), "{tag}");
        }
        assert_eq!((primary("und"), primary("mul-Latn")), (None, None));
        for (tag, normal) in
            [("german", "de"), ("fra-CA", "fr-CA"), ("de-AT", "de-AT"), ("und", "und"), ("hu", "hu")]
        {
            assert_eq!(super::normal(tag), normal);
        }
        assert!(is_no_language("klingon") && is_no_language("deutsch"));
        assert!(!is_no_language("german") && !is_no_language("tlh") && !is_no_language("und"));
        assert_eq!(
            (name("fa").as_str(), name("de").as_str(), name("bar").as_str()),
            ("Persian", "German", "bar")
        );
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(OTHERWISE.is_sorted_by(|a, b| a.0 < b.0));
    }
}
