//! Words whose presence turns a sentence or whose cut is none: negations, elided articles and pronouns,
//! clitics. Asks the tables of each language, and knows the forms that words come in.

pub use super::chinese::{before_negation, ends_before_inability, insists};
use super::company::in_company;
pub use super::company::{is_mostly_noun, negates_between, negates_left_out};
pub use super::japanese::{endings, parts_from_negation};
pub use super::phrases::{before_adverb, may_end_adverb};
pub use super::spaceless::{
    begins_with_negation, ends_before_unwilling, ends_with_negation, goes_on_as_word, left_out_negation,
    negates_there, spaceless_negation, word_around,
};

use super::characters as ch;
use super::korean;
use super::language;
use super::lexicons::{self, is_known, is_listed, lexicons};
use super::spaceless;
use super::tags;
use super::verbs;
pub use super::word_set::western_letters;
use super::word_set::{WordSet, form_of};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization as _;

/// Parts of words that negate wherever they stand in one.
const NEGATING_PARTS: &[&str] = &["نمی", "nessun'", "nient'"];

/// Compounds with such a first part that are names of things, or praise.
const PLAIN_COMPOUNDS: &[&str] = &[
    "no-fly",
    "no-brainer",
    "no-nonsense",
    "non-profit",
    "non-fiction",
    "non-stop",
    "non-lieu",
    "non-lieux",
    "not-for-profit",
    "non-executive",
    "non-executives",
    "non-smoker",
    "non-smokers",
    "non-governmental",
    "non-resident",
    "non-residents",
    "non-member",
    "non-members",
    "non-native",
    "non-commissioned",
    "non-domestic",
];

/// First parts of compounds that negate: `non-contraignant`, `no-one`.
const NEGATING_FIRST_PARTS: &[&str] = &["non", "no", "not", "nicht", "אי"];

/// Conjunctions that Arabic and Hebrew write together with the word after them.
const PROCLITICS: &[&str] = &["و", "ف", "ו", "ש", "וש", "כש"];

/// Multipliers of numbers in Thai.
const SPACELESS_MULTIPLIERS: &[&str] = &["ล้าน", "แสน", "หมื่น", "พัน", "ร้อย"];

/// Whether a quote may begin after the elided word `word` (lower case, without its apostrophe) in some language.
pub fn is_elision_of_any(word: &str) -> bool {
    ELISIONS.contains(word)
}

static ELISIONS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| lexicons::all().flat_map(|lexicon| lexicon.elisions).copied().collect());

/// The same in one language (a BCP 47 tag), or in some where that is not known.
pub fn is_elision(word: &str, language: Option<&str>) -> bool {
    is_listed(word, language, |lexicon| lexicon.elisions)
}

/// Whether elided `n’` negates in this language: in French, and where the language is not known. In Italian it is
/// *ne*, in Catalan *en*.
pub fn elided_n_negates(language: Option<&str>) -> bool {
    is_listed("n'", language, |lexicon| lexicon.negations)
}

/// Whether elided `s’` before the word `next` (lower case) is French *si*, which makes a condition of what follows.
pub fn is_condition(word: &str, next: &str, language: Option<&str>) -> bool {
    word == "s" && matches!(next, "il" | "ils") && may_be_in(language, "fr")
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
    may_be_in(language, "en")
}

/// Whether a text in this language (a BCP 47 tag) may be in the language of a table, as any may of which it is not known.
pub fn may_be_in(language: Option<&str>, table: &str) -> bool {
    !is_known(language) || lexicons(language).any(|lexicon| lexicon.language == table)
}

/// Whether this language sets endings of case apart from an abbreviation, as in `EU:n`: Finnish and Swedish.
pub fn has_case_endings(language: Option<&str>) -> bool {
    lexicons(language).any(|lexicon| matches!(lexicon.language, "fi" | "sv"))
}

/// Whether `I` and `İ` are the capitals of two letters in this language: in Turkish and Azerbaijani.
pub fn has_dotless_i(language: Option<&str>) -> bool {
    lexicons(language).any(|lexicon| lexicon.language == "tr")
        || language.and_then(tags::primary).is_some_and(|tag| tag == "az")
}

/// Whether `text` begins with a multiplier of the number before it, with or without a space.
pub fn starts_with_multiplier(text: &str) -> bool {
    SPACELESS_MULTIPLIERS.iter().any(|word| text.strip_prefix(' ').unwrap_or(text).starts_with(word))
}

/// A word as the tables have it: composed, in small plain letters, without Arabic and Hebrew vowel
/// signs or Cyrillic stress.
pub(super) fn in_table_form(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return word.to_ascii_lowercase();
    }
    small_letters(word).unwrap_or_else(|| folded(word))
}

/// A word in small letters, where the tables have every letter of it as it is.
fn small_letters(word: &str) -> Option<String> {
    let mut small = String::with_capacity(word.len());
    for c in word.chars() {
        small.push(form_of(c)?);
    }
    Some(small)
}

/// The form of a word in any letters.
fn folded(word: &str) -> String {
    let plain: String = word.chars().map(|c| ch::plain(c).unwrap_or_else(|| c.into())).collect();
    let is_vowel_sign =
        |c: char| matches!(c, '\u{64B}'..='\u{652}' | '\u{591}'..='\u{5BD}' | '\u{5BF}'..='\u{5C7}');
    let is_cyrillic = |c: char| ('\u{400}'..='\u{52F}').contains(&c);
    let mut out = String::new();
    for c in plain.nfd().flat_map(ch::lower) {
        let is_stress = c == '\u{301}' && out.chars().next_back().is_some_and(is_cyrillic);
        // Turkish İ in small letters is i with a dot of its own.
        let is_dot = c == '\u{307}' && out.ends_with('i');
        if !ch::is_invisible(c) && !is_vowel_sign(c) && !is_stress && !is_dot {
            out.push(c);
        }
    }
    if out.ends_with('σ') {
        // Without case every sigma is one; the tables have the one that ends a Greek word.
        out.pop();
        out.push('ς');
    }
    out.nfc().collect()
}

/// Whether a word negates: in `language` (a BCP 47 tag, or several languages as `language::spoken` writes them) where
/// there is a table of it, else wherever it stands, which few words do.
///
/// `word` is one token, in any case, with any apostrophe.
pub fn is_negation(word: &str, language: Option<&str>) -> bool {
    let word = in_table_form(word);
    let is_known = is_known(language);
    let is_listed = |word: &str| {
        if is_known {
            is_listed(word, language, |lexicon| lexicon.negations)
        } else {
            UNMISTAKABLE.contains(word)
        }
    };
    let first_part = word.split(ch::is_hyphen).next().filter(|part| part.len() < word.len());
    let first_part = first_part.filter(|_| !PLAIN_COMPOUNDS.contains(&word.as_str()));
    is_listed(&word)
        || word.ends_with("n't")
        || first_part.is_some_and(|part| NEGATING_FIRST_PARTS.contains(&part))
        || NEGATING_PARTS.iter().any(|part| word.contains(part))
        || PROCLITICS.iter().any(|proclitic| word.strip_prefix(proclitic).is_some_and(is_listed))
        || korean::negates(&word)
        || verbs::negates(&word, language)
        || spaceless::is_negation(&word)
        || is_joined_negation(&word, language)
}

/// Whether a word is the Romanian *nu* with a pronoun or a verb that a hyphen joins to it: `nu-l`, `n-a`.
pub fn is_joined_negation(word: &str, language: Option<&str>) -> bool {
    let first = word.split(ch::is_hyphen).next().filter(|first| first.len() < word.len());
    let is_one = first.is_some_and(|first| matches!(&*in_table_form(first), "nu" | "n"));
    is_one && lexicons(language).any(|lexicon| lexicon.language == "ro")
}

/// Negations that are no other word in any language of the tables, so that they count where a text's language is
/// not known: French `mai`, in Italian, negates.
static UNMISTAKABLE: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    const WORDS: &str = "not never cannot nobody nothing nowhere neither without pas jamais aucun aucune aucunement \
        nullement nicht niemals kein keine keinen keinem keiner keines keinerlei keineswegs keinesfalls nichts \
        niemand niemandem niemanden nirgends ohne nunca jamás nadie ningún ninguno ninguna não ninguém nenhum nenhuma \
        nessun nessuno nessuna niente senza neanche nemmeno neppure niet nooit geen niets nergens zonder geenszins \
        inte aldrig ingenting ikke ikkje aldri nigdy żaden żadna żadne nikdy žádný žádná žádné žiadny žiadna žiadne \
        niciodată fără niciun nicio не нет никогда нельзя никто ничего без немає ніколи ніхто δεν μην χωρίς ούτε \
        ποτέ κανείς όχι τίποτα değil değildir yok yoktur hayır asla hiç hiçbir není nemá nemají nebyl \
        nebyla nebylo nebyli nebude nebudou nejsou nemůže nelze ingen inget жоден жодна жодне жодного жодних нікого ніяк нема nincs \
        soha senki semmi nimic nimeni لا لم لن ليس ليست بدون نیست نیستند هرگز هیچ نہیں לא אין ללא בלי מעולם नहीं बिना \
        tidak bukan tanpa belum không chẳng chưa hakuna hapana";
    WORDS.split_whitespace().collect()
});

/// Negations that may follow what they negate: `Je sais pas`, `Er kommt nicht`.
const FOLLOWING: &[&str] = &[
    "not",
    "never",
    "pas",
    "jamais",
    "guère",
    "nullement",
    "point",
    "nicht",
    "nie",
    "niemals",
    "keineswegs",
    "keinesfalls",
    "nich",
    "niet",
    "nooit",
    "inte",
    "aldrig",
    "ikke",
    "aldri",
    "değil",
    "değildi",
    "değildir",
    "degil",
    "degildi",
    "degildir",
    "yok",
    "yoktur",
    "नहीं",
    "बिना",
    "बगैर",
    "نہیں",
    "بغیر",
    "نیست",
    "نیستند",
    "نبود",
    "نبودند",
    "نشد",
    "نشدند",
    "mai",
    "nothing",
    "nobody",
    "nichts",
    "niemand",
    "niemanden",
    "niemandem",
    "niets",
    "ingenting",
    "kaum",
    "mitnichten",
    "nauwelijks",
    "knappast",
    "næppe",
    "neppe",
];

/// Turkish negations, which end their clause: what follows them is another.
const CLOSING: &[&str] = &[
    "değil",
    "değildi",
    "değildir",
    "değiller",
    "değilim",
    "değilse",
    "degil",
    "degildi",
    "degildir",
    "degilim",
    "degilse",
    "yok",
    "yoktu",
    "yoktur",
];

/// Persian verbs that deny. They stand last in their clause, but such as *could not* have what they deny after them.
const LAST: &[&str] = &[
    "نکرد",
    "نکردند",
    "ندارد",
    "ندارند",
    "نداشت",
    "نداشتند",
    "نداد",
    "ندادند",
    "نگرفت",
    "نگرفتند",
    "نپذیرفت",
    "نپذیرفتند",
    "نگفت",
    "نگفتند",
    "نرفت",
    "ندید",
    "نپرداخت",
    "نیافتند",
];

/// The negations of all languages, without those that need more than a look to tell.
static NEGATIONS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::new(lexicons::all().flat_map(|lexicon| lexicon.negations).copied()));

/// Whether a word is certainly none of the tables, told without a look at each: most words are not.
pub fn is_surely_none(word: &str) -> bool {
    !NEGATIONS.may_have_joined(word, PROCLITICS)
}

/// Whether a word that is left out may negate in some language, told at a glance: one of the tables, a verb that carries
/// its negation, or one that negates in company only.
pub fn may_negate_left_out(word: &str) -> bool {
    !is_surely_none(word) || verbs::may_negate(word) || in_company(word)
}

/// Whether a word may negate in a text that is said to be in `language` (a BCP 47 tag), whatever it speaks: all but those
/// that are surely none, and its small words that are negations of other languages alone: French `et` is one of Finnish.
pub fn may_negate(word: &str, language: Option<&str>) -> bool {
    !is_surely_none(word) && !plain_words(language).iter().any(|plain| plain.eq_ignore_ascii_case(word))
}

/// The same of a word that is nothing but [`western_letters`].
#[inline]
pub fn may_negate_western(word: &str, language: Option<&str>) -> bool {
    NEGATIONS.may_have_western(word) && may_negate(word, language)
}

/// Such small words; none where the language is not known.
fn plain_words(language: Option<&str>) -> &'static [&'static str] {
    let primary = language.and_then(|tag| tag.split('-').next());
    primary.and_then(|tag| PLAIN_WORDS.get(tag)).map_or(&[], Vec::as_slice)
}

static PLAIN_WORDS: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let plain = |lexicon: &lexicons::Lexicon| {
        let is_plain = |word: &&str| NEGATIONS.has(word) && !is_negation(word, Some(lexicon.language));
        (lexicon.language, language::small_words(lexicon.language).filter(is_plain).collect())
    };
    lexicons::all().map(plain).collect()
});

/// Whether `word`, straight before other words, negates them.
///
/// Takes one token in any case and with any apostrophe, and the text's language (a BCP 47 tag).
pub fn negates_next(word: &str, language: Option<&str>) -> bool {
    if is_surely_none(word) {
        return false;
    }
    if !is_negation(word, language) {
        return false;
    }
    let form = in_table_form(word);
    !closes_clause(&form) && !verbs::ends_clause(&form, language)
}

/// Whether a negation, in the form of the tables, ends what it negates, so that other words follow: in Turkish and
/// Korean, whose verbs stand last.
fn closes_clause(form: &str) -> bool {
    CLOSING.contains(&form) || korean::closes_clause(form)
}

/// Whether `word`, straight after other words, negates them; for what it takes, see [`negates_next`].
pub fn negates_last(word: &str, language: Option<&str>) -> bool {
    if is_surely_none(word) {
        return false;
    }
    let form = in_table_form(word);
    let form = form.as_str();
    let is_verb = CLOSING.contains(&form) || LAST.contains(&form) || form.starts_with("نمی");
    let stands_last = is_verb || korean::negates(form);
    (FOLLOWING.contains(&form) || stands_last) && is_negation(word, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_a_negation_is_said_of_one_that_is_known() {
        for (language, some) in [("tr", CLOSING), ("fa", LAST)] {
            for word in some {
                assert!(is_negation(word, Some(language)), "{language}: {word}");
            }
        }
    }

    #[test]
    fn only_sure_negations_count_beside_a_quote() {
        assert!(
            negates_next("not", Some("en"))
                && negates_next("didn’t", None)
                && negates_next("sans", Some("fr"))
        );
        assert!(!negates_next("yok", Some("tr")) && !negates_next("mai", None) && !negates_next("no", None));
        assert!(negates_next("no", Some("es")) && negates_next("لم", None));
        assert!(negates_next("없는", Some("ko")) && !negates_next("없다고", Some("ko")));
        assert!(negates_last("pas", Some("fr")) && negates_last("nicht", Some("de")));
        for word in UNMISTAKABLE.iter() {
            assert!(lexicons::all().any(|lexicon| lexicon.negations.contains(word)), "{word}");
        }
        for word in lexicons::all().flat_map(|lexicon| lexicon.negations) {
            let large = word.to_uppercase();
            assert!(!is_surely_none(word), "{word}");
            assert!(!is_surely_none(&large) || !is_negation(&large, None), "{large}");
            for joined in PROCLITICS.iter().map(|proclitic| format!("{proclitic}{word}")) {
                assert!(!is_surely_none(&joined) || !is_negation(&joined, Some("ar")), "{joined}");
            }
        }
        for (c, form) in ('\0'..=char::MAX).filter_map(|c| Some((c, form_of(c)?))) {
            // No table has a word with œ.
            assert_eq!(folded(&c.to_string()), form.to_string().replace('œ', "oe"), "{c}");
        }
        assert!(is_surely_none("démocratie") && is_surely_none("ÉTÉ") && !is_surely_none("NÃO"));
        assert!(is_surely_none("وزير") && is_surely_none("Министр") && !is_surely_none("ولا"));
        assert!(is_surely_none("minister") && is_surely_none("Antidisestablishmentarianism"));
        assert!(!negates_last("sans", Some("fr")) && !negates_last("without", Some("en")));
    }

    #[test]
    fn negations_are_known_by_language_and_only_sure_ones_where_it_is_not() {
        assert!(is_negation("N’", Some("fr")));
        assert!(is_negation("can’t", Some("en-GB")));
        assert!(is_negation("لا", Some("ar")));
        assert!(!is_negation("plus", Some("en")));
        for (word, language) in
            [("plus", "fr"), ("et", "fi"), ("en", "fi"), ("mai", "it"), ("no", "es"), ("ni", "sw")]
        {
            assert!(!is_negation(word, None) && !is_negation(word, Some("und")), "{word}");
            assert_eq!(is_negation(word, Some(language)), word != "ni", "{word}");
        }
        for (word, tag) in [("pas", "fra"), ("nicht", "german"), ("pas", "en-x-fr"), ("not", "en-x-fr")] {
            assert!(is_negation(word, Some(tag)) && !is_negation("no", Some("fra")), "{word}");
        }
        assert!(is_negation("not", None) && is_negation("pas", Some("bar")));
        assert!(is_negation("不", Some("zh-Hans")));
        assert!(!is_negation("nous", None));
        assert!(is_negation("non-contraignant", Some("fr")) && is_negation("لَمْ", Some("ar")));
        assert!(is_negation("ולא", Some("he")) && is_negation("않았다고", Some("ko")));
        assert!(!is_negation("ونحن", Some("ar")));
        assert!(is_negation("na\u{303}o", Some("pt")) && is_negation("ＮＯＴ", Some("en")));
        assert!(is_negation("не\u{301}", Some("ru")) && is_negation("n’", Some("en")));
    }

    #[test]
    fn capitals_negate_as_small_letters_do() {
        for word in ["DEĞİL", "HİÇ", "HİÇBİR", "HAYIR", "değiller", "yokken", "hiçbirini"] {
            assert!(is_negation(word, Some("tr")), "{word}");
        }
        assert!(negates_next("HİÇBİR", Some("tr")) && negates_last("DEĞİLDİR", Some("tr")));
        assert!(is_negation("NAO", Some("pt")) && is_negation("JAMAS", Some("es")));
        assert!(is_negation("GUERE", Some("fr")) && !is_negation("İKİ", Some("tr")));
    }

    #[test]
    fn stress_and_spelling_leave_a_negation_one() {
        for word in ["níet", "géén", "nóóit", "nauwelijks", "evenmin"] {
            assert!(negates_next(word, Some("nl")), "{word}");
        }
        assert!(is_negation("nè", Some("it")) && is_negation("nient’altro", Some("it")));
        assert!(is_negation("mitnichten", Some("de")) && is_negation("nebol", Some("sk")));
        assert!(is_negation("χωρίς", Some("el")) && is_negation("ΧΩΡΊΣ", None));
        assert!(is_negation("nelze", Some("cs")));
        assert!(
            is_negation("nu-l", Some("ro"))
                && is_negation("N-a", Some("ro"))
                && !is_negation("nu-metal", Some("en"))
        );
        assert!(is_negation("בלתי", Some("he")) && is_negation("دونما", Some("ar")));
        // Pain, and for an age: written as negations are.
        assert!(!is_negation("ألم", Some("ar")) && !is_negation("لسن", Some("ar")));
    }

    #[test]
    fn some_negations_stand_after_what_they_negate() {
        for (word, language) in [
            ("değildir", "tr"),
            ("yok", "tr"),
            ("않았다", "ko"),
            ("아닙니다", "ko"),
            ("नहीं", "hi"),
            ("نیست", "fa"),
        ] {
            assert!(negates_last(word, Some(language)), "{word}");
        }
        assert!(negates_last("ندارد", Some("fa")) && negates_last("نمی\u{200C}پذیرد", Some("fa")));
        assert!(negates_next("نمی\u{200C}تواند", Some("fa")) && negates_next("نیست", Some("fa")));
        assert!(!is_negation("no-fly", Some("en")) && is_negation("no-one", Some("en")));
        assert!(negates_last("않았다", None) && negates_last("नहीं", None));
        assert!(!negates_last("안", Some("ko")) && !negates_last("بدون", Some("fa")));
    }

    #[test]
    fn elided_words_are_those_of_their_language() {
        assert!(elided_n_negates(Some("fr")) && elided_n_negates(None) && !elided_n_negates(Some("it")));
        assert!(is_elision("anch", Some("it")) && !is_elision("nient", Some("it")));
        assert!(is_condition("s", "il", Some("fr")) && is_condition("s", "ils", None));
        assert!(!is_condition("s", "est", Some("fr")) && !is_condition("s", "il", Some("it")));
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
