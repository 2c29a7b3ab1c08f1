//! What makes a question of words that could be a statement: marks, and particles beside them. Small tables, to be
//! grown with cases. Knows single texts.

use super::characters as ch;
use super::lexicons::Known;
use super::words::in_table_form;

/// Particles straight after the words of a question, in scripts written without spaces.
const ENDINGS: &[&str] = &["吗", "嗎", "么", "呢", "ですか", "ますか", "か"];

/// Particles before the words of a question, by language: *whether*.
const OPENINGS: &[(&str, &[&str])] = &[
    ("ar", &["هل", "أ"]),
    ("fa", &["آیا"]),
    ("hi", &["क्या"]),
    ("uk", &["чи"]),
    ("pl", &["czy"]),
    ("ru", &["разве", "неужели"]),
    ("he", &["האם"]),
    ("id", &["apakah"]),
];

/// The particle of Turkish, whose vowel follows the word before it; a person's ending may go on.
const TURKISH: &[&str] = &["mı", "mi", "mu", "mü"];

/// Words with which only a question begins, so that it is one without its mark, by language.
const INTERROGATIVES: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "who",
            "whom",
            "whose",
            "what",
            "which",
            "when",
            "where",
            "why",
            "how",
            "did",
            "do",
            "does",
            "is",
            "are",
            "was",
            "were",
            "am",
            "can",
            "could",
            "will",
            "would",
            "should",
            "shall",
            "has",
            "have",
            "had",
            "may",
            "might",
            "must",
            "isn't",
            "aren't",
            "wasn't",
            "weren't",
            "didn't",
            "don't",
            "doesn't",
            "won't",
            "can't",
            "couldn't",
            "wouldn't",
            "shouldn't",
            "hasn't",
            "haven't",
            "hadn't",
        ],
    ),
    (
        "fr",
        &[
            "qui", "que", "qu'", "quoi", "où", "quand", "pourquoi", "comment", "combien", "quel", "quelle",
            "quels", "quelles", "est-ce", "jusqu'",
        ],
    ),
    (
        "de",
        &[
            "wer", "wen", "wem", "wessen", "was", "wo", "wann", "warum", "wieso", "weshalb", "wie", "welche",
            "welcher", "welches", "woher", "hat", "haben", "habt", "hast", "ist", "sind", "war", "waren",
            "wird", "werden", "kann", "können", "soll", "sollen", "muss", "müssen", "darf", "dürfen", "will",
            "wollen", "wohin",
        ],
    ),
    (
        "es",
        &[
            "quién", "quiénes", "qué", "cuál", "cuáles", "cuándo", "dónde", "cómo", "cuánto", "cuánta",
            "cuántos", "cuántas",
        ],
    ),
    (
        "it",
        &[
            "chi", "che", "cosa", "quale", "quali", "quando", "dove", "perché", "come", "quanto", "quanti",
            "quante",
        ],
    ),
    ("pt", &["quem", "que", "qual", "quais", "quando", "onde", "porque", "como", "quanto", "quantos"]),
    (
        "nl",
        &[
            "heeft", "hebben", "is", "zijn", "was", "waren", "wordt", "kan", "kunnen", "zal", "zullen",
            "moet", "mag", "wil", "wie", "wat", "waar", "wanneer", "waarom", "hoe", "welke", "welk",
        ],
    ),
    (
        "ru",
        &[
            "кто",
            "что",
            "где",
            "когда",
            "почему",
            "зачем",
            "как",
            "какой",
            "какая",
            "какие",
            "сколько",
            "куда",
        ],
    ),
    ("uk", &["хто", "що", "де", "коли", "чому", "навіщо", "як", "який", "яка", "які", "скільки"]),
    ("pl", &["kto", "co", "gdzie", "kiedy", "dlaczego", "jak", "jaki", "jaka", "jakie", "ile"]),
    ("ar", &["من", "ماذا", "ما", "متى", "أين", "لماذا", "كيف", "كم", "أي"]),
];

/// Signs that ask wherever they stand in a Chinese or Japanese question: who, what, how, which, why.
const ASKING_SIGNS: &[&str] = &[
    "什么", "什麼", "谁", "誰", "怎么", "怎麼", "怎样", "为何", "為何", "哪", "何", "几", "幾", "多少",
    "なぜ", "どう", "どこ", "いつ", "どの",
];

/// Whether `c` ends a question.
pub const fn is_question_mark(c: char) -> bool {
    matches!(c, '?' | '？' | '؟' | '⁇' | '⁈' | '⁉')
}

/// The bytes of the particle that `rest`, straight after some words, begins with.
pub fn ending(rest: &str) -> usize {
    ENDINGS.iter().find(|particle| rest.starts_with(**particle)).map_or(0, |particle| particle.len())
}

/// Whether `word`, after a space, makes a question of what is before it: Turkish *mı*, *mısınız*.
pub fn is_ending(word: &str, language: Option<&str>) -> bool {
    let is_turkish = Known::of(language).may_be("tr");
    let form = in_table_form(word);
    is_turkish && form.chars().count() <= 8 && TURKISH.iter().any(|particle| form.starts_with(particle))
}

/// Whether `word` before others makes a question of them, in `language` (a BCP 47 tag) where it is known.
pub fn is_opening(word: &str, language: Option<&str>) -> bool {
    has(OPENINGS, word, language)
}

/// French subjects that follow their verb in a question: `ment-il`, `a-t-elle`.
const INVERTED: &[&str] = &["il", "ils", "elle", "elles", "on", "je", "tu", "nous", "vous", "ce"];

/// Whether `words`, the tokens of a passage, are plainly a question without any mark.
pub fn is_plain(words: &[&str], language: Option<&str>) -> bool {
    let first = words.first().copied().unwrap_or_default();
    let stem = first.split(ch::is_apostrophe).next().unwrap_or_default();
    let is_french = Known::of(language).may_be("fr");
    let is_inverted = |word: &&str| {
        let (verb, subject) = word.rsplit_once(ch::is_hyphen).unwrap_or_default();
        !verb.is_empty() && INVERTED.contains(&&*in_table_form(subject))
    };
    has(INTERROGATIVES, first, language)
        || has(INTERROGATIVES, stem, language)
        || is_french && words.iter().any(is_inverted)
}

/// Whether a Chinese or Japanese passage has signs that ask.
pub fn has_asking_signs(passage: &str) -> bool {
    ASKING_SIGNS.iter().any(|sign| passage.contains(sign))
}

fn has(table: &[(&str, &[&str])], word: &str, language: Option<&str>) -> bool {
    let form = in_table_form(word);
    let known = Known::of(language);
    let mut tables = table.iter().filter(|(own, _)| known.may_be(own));
    tables.any(|(_, words)| words.contains(&&*form))
}
