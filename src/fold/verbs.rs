//! Verbs that carry their negation in themselves: Turkish *-me-* before an ending, Czech and Slovak *ne-*. Only forms
//! that are hardly anything else count. Knows single words in the form of the tables.

use super::lexicons::Known;

/// Turkish negations before endings, wherever they stand in a word after its stem.
const TURKISH: &[&str] = &[
    "mıyor", "miyor", "muyor", "müyor", "mayaca", "meyece", "mayacağ", "meyeceğ", "mamış", "memiş", "mamalı",
    "memeli", "mayan", "meyen", "mayıp", "meyip", "madığ", "mediğ", "mamak", "memek",
];

/// The same where they end a word, or a person's ending follows.
const TURKISH_LAST: &[&str] = &["madı", "medi", "maz", "mez"];
/// Those of them that no attribute has.
const TURKISH_FINITE: &[&str] = &["mıyor", "miyor", "muyor", "müyor", "mamalı", "memeli", "değil"];
/// The endings of persons and cases that may follow those.
const TURKISH_ENDINGS: &[&str] =
    &["", "m", "n", "k", "lar", "ler", "nız", "niz", "sa", "se", "dı", "di", "sın", "sin", "larsa", "lerse"];

/// Words that look so: prayer, comedy, son-in-law, a naughty one, a dead end, and common names.
const TURKISH_EXCEPTIONS: &[&str] =
    &["namaz", "komedi", "damadı", "yaramaz", "çıkmaz", "yılmaz", "korkmaz", "durmaz", "ahmedi", "muhammedi"];

/// So many letters a Turkish stem has at least before *-me-*.
const STEM: usize = 2;

/// Czech and Slovak endings of verbs: past tense, and the present of *we* and of verbs in *-ovat*.
const CZECH_ENDINGS: &[&str] =
    &["l", "la", "lo", "li", "ly", "eme", "íme", "áme", "ame", "uje", "ují", "ujú", "ujeme", "ujete"];

/// Words that begin and end so and deny nothing: let, carry, Nepal, enemy, Sunday, English adverbs.
const CZECH_EXCEPTIONS: &[&str] = &[
    "necha",
    "nechá",
    "nesl",
    "neseme",
    "nepál",
    "nepřítel",
    "nepřátel",
    "nepriate",
    "neděl",
    "nedeľ",
    "nearly",
    "newly",
];

/// So many letters such a verb has at least.
const CZECH_LEAST: usize = 6;

/// Whether `word`, in the form of the tables, is a verb that negates in one of the languages of `tag` (a BCP 47 tag).
pub(super) fn negates(word: &str, tag: Option<&str>) -> bool {
    if !may_negate(word) {
        return false;
    }
    let known = Known::of(tag);
    known.has("tr") && is_turkish(word) || (known.has("cs") || known.has("sk")) && is_czech(word)
}

/// Whether a word may be such a verb in any language, told from a few bytes of it as it is written: most words are none.
pub(super) fn may_negate(word: &str) -> bool {
    let bytes = word.as_bytes();
    let begins = |start: &[u8]| {
        bytes.len() >= CZECH_LEAST
            && bytes.iter().zip(start).all(|(byte, own)| byte.eq_ignore_ascii_case(own))
    };
    let negates = |part: &[u8]| {
        let small = |at: usize| part[at].to_ascii_lowercase();
        match (small(0), small(1)) {
            (b'm', b'a' | b'e') => b"zdmkyl".contains(&small(2)),
            (b'm', b'i' | b'u') => small(2) == b'y',
            // The first bytes of ı and ü.
            (b'm', 0xC3 | 0xC4) => true,
            _ => false,
        }
    };
    begins(b"ne") || begins(b"de") || bytes.windows(3).skip(STEM).any(negates)
}

/// Whether a word, in the form of the tables, is such a verb in a language whose verbs stand last: it belongs to what
/// follows it at once, and reaches nothing farther on.
pub(super) fn stands_last(word: &str, tag: Option<&str>) -> bool {
    may_negate(word) && Known::of(tag).has("tr") && is_turkish(word)
}

/// Whether it ends its clause too, or says why or besides what the next one holds: `gelmedi`, `olmadığından`, `olmayıp`.
pub(super) fn ends_clause(word: &str, tag: Option<&str>) -> bool {
    stands_last(word, tag) && (is_finite(word) || is_joined(word))
}

/// Whether a Turkish verb that negates has an ending of tense that is no attribute's.
fn is_finite(word: &str) -> bool {
    TURKISH_FINITE.iter().any(|part| word.contains(part))
        || ["madı", "medi"].iter().any(|part| {
            word.rfind(part).is_some_and(|at| TURKISH_ENDINGS.contains(&&word[at + part.len()..]))
        })
}

/// Whether it joins its clause to the next.
fn is_joined(word: &str) -> bool {
    let is_reason = || ["madığ", "mediğ"].iter().any(|part| word.contains(part));
    word.ends_with("mayıp")
        || word.ends_with("meyip")
        || is_reason() && (word.ends_with("dan") || word.ends_with("den"))
}

fn is_turkish(word: &str) -> bool {
    if TURKISH_EXCEPTIONS.iter().any(|exception| word.starts_with(exception)) {
        return false;
    }
    let has_stem = |at: usize| word[..at].chars().count() >= STEM;
    let ends = |part: &str| {
        word.rfind(part).is_some_and(|at| has_stem(at) && TURKISH_ENDINGS.contains(&&word[at + part.len()..]))
    };
    word.starts_with("değil")
        || TURKISH.iter().any(|part| word.rfind(part).is_some_and(has_stem))
        || TURKISH_LAST.iter().any(|part| ends(part))
}

fn is_czech(word: &str) -> bool {
    word.starts_with("ne")
        && word.chars().count() >= CZECH_LEAST
        && !CZECH_EXCEPTIONS.iter().any(|exception| word.starts_with(exception))
        && CZECH_ENDINGS.iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turkish_verb_ends_its_clause_or_belongs_to_what_follows_it_at_once() {
        for word in ["gelmedi", "konuşamıyordu", "konuşamadık", "olmadığından", "olmayıp", "gelmemeliydi"]
        {
            assert!(ends_clause(word, Some("tr")) && stands_last(word, Some("tr")), "{word}");
            assert!(!stands_last(word, Some("cs")), "{word}");
        }
        for word in ["katılmayan", "doğmamış", "olmadığı", "gelmediğini", "gitmemek"] {
            assert!(!ends_clause(word, Some("tr")) && stands_last(word, Some("tr")), "{word}");
        }
        assert!(!stands_last("hiçbir", Some("tr")) && !ends_clause("geldi", Some("tr")));
    }

    #[test]
    fn verbs_negate_by_their_form_in_their_language() {
        for word in [
            "gitmedi",
            "gelmediler",
            "olmayacak",
            "bilmiyor",
            "gitmeyeceğiz",
            "olmaz",
            "yapmamış",
            "değildim",
            "olmayan",
        ] {
            assert!(negates(word, Some("tr")), "{word}");
            assert!(!negates(word, Some("en")) && !negates(word, None), "{word}");
        }
        for word in [
            "namaz",
            "komedi",
            "damadı",
            "yılmaz",
            "medikal",
            "geldi",
            "temmuz",
            "olmak",
            "konuşmadan",
            "değer",
        ] {
            assert!(!negates(word, Some("tr")), "{word}");
        }
        for word in ["nepřišel", "neřekl", "nepojedeme", "nepotřebuje", "nemohly", "nebyli"] {
            assert!(negates(word, Some("cs")) && !negates(word, Some("de")), "{word}");
        }
        assert!(
            may_negate("GİTMEDİ") && may_negate("gelmüyor") && may_negate("Neřekl") && may_negate("değilim")
        );
        assert!(!may_negate("gouvernement") && !may_negate("time") && !may_negate("ministre"));
        assert!(negates("neprišiel", Some("sk")) && negates("nepovedal", Some("sk")));
        for word in ["nechal", "neděli", "nepřítel", "nejvíce", "nemocnice", "několika", "nesla", "nebo"]
        {
            assert!(!negates(word, Some("cs")), "{word}");
        }
    }
}
