//! How far negations reach in a clause: what ends it, and which need a second half. Small tables, to be grown with
//! cases. Knows single words.

use super::lexicons::Known;
use super::word_set::WordSet;
use super::words::{in_table_form, is_negation, negates_last};
use super::{arabic, concord, verbs};
use std::sync::LazyLock;

/// The second half of a French negation in `ne`, and `que`, with which `ne` only restricts.
const SECOND_HALVES: &[&str] = &[
    "pas",
    "plus",
    "jamais",
    "point",
    "guère",
    "guere",
    "rien",
    "personne",
    "aucun",
    "aucune",
    "nul",
    "nulle",
    "nullement",
    "aucunement",
    "ni",
    "que",
    "qu'",
];

/// Whether `word`, one token in any case, is a first half of a French negation: `ne`, `n’`.
pub fn is_first_half(word: &str) -> bool {
    matches!(&*in_table_form(word), "ne" | "n'")
}

/// Whether `word`, one token in any case, is a second half of a French negation in `ne`, or its `que`.
pub fn is_second_half(word: &str) -> bool {
    SECOND_HALVES.contains(&&*in_table_form(word))
}

/// Whether two negations of a clause deny once in this language (a BCP 47 tag), as Italian `non … mai`.
pub fn has_concord(language: Option<&str>) -> bool {
    let known = Known::of(language);
    known.has("it") || known.has("ca")
}

/// Whether `word` is one beside which the verb of its clause negates too, and both deny once, as Russian `никто не`.
pub fn goes_with_negated_verb(word: &str, language: Option<&str>) -> bool {
    concord::is_one(&in_table_form(word), language)
}

/// Whether a word begins another clause: one of [`joins_clauses`], or *that*.
pub fn begins_clause(word: &str, language: Option<&str>) -> bool {
    joins_clauses(word, language) || concord::is_that(&in_table_form(word))
}

/// Whether a word negates, or is a verb that carries its negation.
pub fn is_negation_or_verb(word: &str, language: Option<&str>) -> bool {
    is_negation(word, language)
        || is_negated_verb(word, language)
        || verbs::negates(&in_table_form(word), language)
}

/// Whether `word` is a Persian verb that its prefix negates: `نمی‌تواند`, written in any way.
pub fn is_negated_verb(word: &str, language: Option<&str>) -> bool {
    const PREFIX: &str = "نمی";
    word.starts_with(PREFIX) && Known::of(language).may_be("fa") && in_table_form(word).len() > PREFIX.len()
}

/// Whether Arabic ما, alone or after *and*, is a word for *what* and no negation, as it most probably is before a verb
/// of the present. `before` and `after` are the text up to the word and from its end on.
pub fn is_relative(word: &str, before: &str, after: &str) -> bool {
    if !word.ends_with("ما") {
        return false;
    }
    let before = match &*in_table_form(word) {
        "ما" => before,
        "وما" | "فما" => "",
        _ => return false,
    };
    arabic::is_relative(before, after) || arabic::may_be_relative(after)
}

/// What joins another clause, or a part that is denied or not for itself, by language: a negation before it does not
/// reach what follows it.
const JOINERS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "and", "but", "or", "because", "so", "if", "when", "while", "as", "since", "until", "unless",
            "before", "after", "although", "though", "whether", "what", "how", "why", "where", "who",
            "which", "whose", "than", "except", "then", "yet",
        ],
    ),
    (
        "fr",
        &[
            "et", "mais", "ou", "car", "donc", "or", "parce", "puisque", "quand", "lorsque", "si", "comme",
            "tandis", "qui", "dont", "où", "sauf", "avant", "après", "puis", "alors", "comment", "pourquoi",
            "combien",
        ],
    ),
    (
        "de",
        &[
            "und", "aber", "oder", "denn", "sondern", "weil", "da", "als", "wenn", "ob", "während", "bevor",
            "nachdem", "obwohl", "sobald", "bis", "doch", "außer",
        ],
    ),
    (
        "es",
        &[
            "y", "e", "pero", "o", "u", "sino", "porque", "pues", "cuando", "mientras", "si", "como",
            "aunque", "quien", "quienes", "donde", "antes", "después", "salvo",
        ],
    ),
    (
        "it",
        &[
            "e", "ed", "ma", "o", "oppure", "perché", "quando", "mentre", "se", "come", "bensì", "però",
            "dove", "prima", "dopo", "tranne",
        ],
    ),
    ("ca", &["i", "però", "o", "sinó", "perquè", "quan", "mentre", "si", "com", "on"]),
    (
        "pt",
        &[
            "e", "mas", "ou", "porque", "pois", "quando", "enquanto", "se", "como", "embora", "quem", "onde",
            "antes", "depois", "exceto",
        ],
    ),
    (
        "nl",
        &[
            "en", "maar", "of", "want", "omdat", "als", "toen", "terwijl", "voordat", "nadat", "hoewel",
            "dus", "behalve", "dan",
        ],
    ),
    ("sv", &["och", "men", "eller", "för", "utan", "eftersom", "när", "medan", "om", "som", "innan"]),
    ("da", &["og", "men", "eller", "for", "fordi", "når", "da", "mens", "om", "som", "før"]),
    ("nb", &["og", "men", "eller", "for", "fordi", "når", "da", "mens", "om", "som", "før"]),
    ("nn", &["og", "men", "eller", "for", "fordi", "når", "då", "medan", "om", "som", "før"]),
    ("no", &["og", "men", "eller", "for", "fordi", "når", "da", "mens", "om", "som", "før"]),
    ("fi", &["ja", "mutta", "tai", "vaan", "koska", "kun", "jos", "joka", "sekä"]),
    (
        "ru",
        &[
            "и",
            "а",
            "но",
            "или",
            "да",
            "потому",
            "когда",
            "пока",
            "если",
            "как",
            "хотя",
            "который",
            "которая",
            "которое",
            "которые",
            "где",
            "кроме",
            "чем",
        ],
    ),
    (
        "uk",
        &[
            "і", "й", "та", "а", "але", "або", "чи", "бо", "коли", "поки", "якщо", "як", "хоча", "де",
            "крім", "ніж",
        ],
    ),
    (
        "pl",
        &[
            "i", "a", "ale", "lub", "albo", "czy", "lecz", "bo", "gdy", "kiedy", "jeśli", "jak", "choć",
            "gdzie", "niż",
        ],
    ),
    ("cs", &["a", "i", "ale", "nebo", "či", "protože", "když", "pokud", "jak", "kde", "než"]),
    ("sk", &["a", "i", "ale", "alebo", "či", "pretože", "keď", "ak", "ako", "kde", "než"]),
    ("ro", &["și", "şi", "dar", "sau", "ci", "iar", "când", "dacă", "cum", "unde", "care", "decât"]),
    ("el", &["και", "κι", "αλλά", "ή", "όμως", "γιατί", "όταν", "αν", "ενώ", "όπως", "που"]),
    ("ar", &["بل", "لكن", "أو", "ثم", "إذا", "لأن", "عندما", "بينما", "إلا", "حتى", "الذي", "التي", "الذين"]),
    ("fa", &["و", "اما", "ولی", "یا", "چون", "زیرا", "اگر", "وقتی", "بلکه", "که"]),
    ("he", &["אבל", "או", "אלא", "כי", "אם", "כאשר", "אך", "אשר"]),
    ("vi", &["và", "nhưng", "hoặc", "hay", "mà", "vì", "nếu", "khi"]),
    ("id", &["dan", "tetapi", "tapi", "atau", "melainkan", "karena", "jika", "ketika", "saat", "yang"]),
];

/// Prepositions that negate, with the words after which they still reach their noun: `without any evidence`.
const PREPOSITIONS: &[(&[&str], &[&str])] = &[
    (
        &["without"],
        &["a", "an", "any", "the", "his", "her", "its", "their", "my", "our", "your", "this", "that"],
    ),
    (
        &["sans"],
        &[
            "un", "une", "le", "la", "les", "l'", "de", "d'", "son", "sa", "ses", "leur", "leurs", "aucun",
            "aucune", "autre", "ce", "cette", "que", "qu'",
        ],
    ),
    (
        &["ohne"],
        &[
            "ein",
            "eine",
            "einen",
            "einer",
            "jede",
            "jeden",
            "jedes",
            "jegliche",
            "jeglichen",
            "irgendeine",
            "den",
            "die",
            "das",
            "seine",
            "seinen",
            "ihre",
            "ihren",
            "dass",
            "daß",
        ],
    ),
    (&["sin"], &["un", "una", "el", "la", "los", "las", "su", "sus", "ningún", "ninguna", "que"]),
    (
        &["senza", "sense"],
        &["un", "una", "un'", "il", "lo", "la", "l'", "i", "gli", "le", "alcun", "alcuna", "nessun", "che"],
    ),
    (&["sem"], &["um", "uma", "o", "a", "os", "as", "qualquer", "nenhum", "nenhuma", "seu", "sua", "que"]),
    (&["zonder"], &["een", "de", "het", "enig", "enige", "zijn", "haar", "hun", "dat"]),
    (&["utan", "uden", "uten"], &["en", "ett", "et", "någon", "några", "nogen", "noen"]),
    (&["без"], &["всякого", "всякой", "всяких", "какого-либо", "какой-либо", "каких-либо", "будь-якої"]),
    (&["bez"], &["żadnego", "żadnej", "żadnych", "jakiegokolwiek", "jakiejkolwiek", "jakichkolwiek"]),
    (&["دون", "بدون", "غير"], &["أي", "أية", "هیچ", "هیچگونه"]),
    (&["ללא", "בלי"], &["כל", "שום"]),
    (&["tanpa"], &["suatu", "sebuah"]),
];

/// Whether the negation `word` reaches over the words `between` it and what may be negated: a preposition reaches no
/// farther than its noun; a negation that closes its clause, as Turkish *değil* does, reaches nothing after it; Arabic
/// ما is too often a pronoun to tell. Words are single tokens in any case.
pub fn reaches_over(word: &str, between: &[&str], language: Option<&str>) -> bool {
    let form = in_table_form(word);
    if form == "ما" || closes_clause(&form, language) {
        return false;
    }
    let articles =
        PREPOSITIONS.iter().find(|(words, _)| words.contains(&&*form)).map(|(_, articles)| *articles);
    articles.is_none_or(|articles| between.iter().all(|word| articles.contains(&&*in_table_form(word))))
}

/// Whether `word` negates and closes its clause, in a language whose verbs stand last.
pub fn closes_clause(word: &str, language: Option<&str>) -> bool {
    let known = Known::of(language);
    let is_verb_last = VERB_LAST.iter().any(|own| known.may_be(own));
    let is_western = word.chars().all(|c| c < '\u{250}') && language.is_none();
    is_verb_last && !is_western && negates_last(word, language)
}

/// Words with which an exception from what is denied begins, by language.
const EXCEPTIONS: &[(&str, &[&str])] = &[
    ("en", &["except", "unless", "besides"]),
    ("fr", &["sauf", "excepté", "hormis", "sinon"]),
    ("de", &["außer", "ausser"]),
    ("es", &["excepto", "salvo", "sino", "menos"]),
    ("it", &["tranne", "eccetto", "salvo", "fuorché"]),
    ("pt", &["exceto", "salvo", "senão"]),
    ("nl", &["behalve"]),
    ("ru", &["кроме"]),
    ("uk", &["крім"]),
    ("pl", &["oprócz", "prócz"]),
    ("ar", &["إلا", "سوى"]),
    ("he", &["אלא", "מלבד"]),
];

/// Whether an exception begins with `word`, one token in any case, in `language` (a BCP 47 tag); in none where that is
/// not known.
pub fn begins_exception(word: &str, language: Option<&str>) -> bool {
    let form = in_table_form(word);
    let known = Known::of(language);
    let spoken = EXCEPTIONS.iter().filter(|(own, _)| known.has(own));
    spoken.flat_map(|(_, words)| *words).any(|&one| one == form)
}

/// Whether an exception may begin with `word` in some language, by [`begins_exception`] or [`is_restricting`]; an elided
/// word is given without its apostrophe.
pub fn may_begin_exception(word: &str) -> bool {
    BEGINNINGS.may_have(word, &[])
}

static BEGINNINGS: LazyLock<WordSet> = LazyLock::new(|| {
    let exceptions = EXCEPTIONS.iter().flat_map(|(_, words)| *words).copied();
    WordSet::new(exceptions.chain(["que", "qu"]))
});

/// Whether `word` is French `que`, elided or not, with which `ne` only restricts.
pub fn is_restricting(word: &str) -> bool {
    matches!(&*in_table_form(word), "que" | "qu'")
}

/// The languages of the tables whose verbs stand at the end of the clause.
const VERB_LAST: &[&str] = &["tr", "ko", "hi", "fa"];

/// French conjunctions after which `ne` negates nothing, as in `avant qu’il ne vienne`: their word before `que`.
const EXPLETIVE: &[&str] = &[
    "avant",
    "moins",
    "peur",
    "crainte",
    "craint",
    "craignent",
    "craignait",
    "craignaient",
    "empêcher",
    "éviter",
];

/// Whether a French `ne` after `before`, the words of its clause, negates nothing.
pub fn is_expletive(before: &[&str]) -> bool {
    let forms: Vec<String> = before.iter().map(|word| in_table_form(word)).collect();
    let opens = |pair: &[String]| EXPLETIVE.contains(&&*pair[0]) && matches!(&*pair[1], "que" | "qu'");
    forms.windows(2).any(opens)
}

/// Whether the lower-case form of `word`, one token, joins another clause in `language` (a BCP 47 tag), or in any
/// language where that is not known.
pub fn joins_clauses(word: &str, language: Option<&str>) -> bool {
    let form = in_table_form(word);
    let known = Known::of(language);
    let tables = JOINERS.iter().filter(|(own, _)| known.may_be(own));
    // Arabic and Hebrew write *and* together with the word after it.
    let is_joined = form.starts_with(['و', 'ו']) && form.chars().count() > 3;
    is_joined || tables.flat_map(|(_, words)| *words).any(|&joiner| joiner == form)
}
