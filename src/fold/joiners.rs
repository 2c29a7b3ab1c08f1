//! Words that join another clause, or a part that is denied or not for itself: whether a negation before them reaches
//! what follows. Small tables, to be grown with cases. Knows single words and their neighbours.

use super::arabic;
use super::lexicons::Known;
use super::word_set::WordSet;
use super::words::in_table_form;
use std::sync::LazyLock;

/// The words of a language that join, by its BCP 47 primary subtag.
struct Joiners {
    language: &'static str,
    /// Those that part what follows from any negation before them: *and*, *but*.
    parting: &'static [&'static str],
    /// Those that a negation straight before them denies with all that they begin: *not because*, *not as*. Farther away
    /// they part, as the others do.
    governed: &'static [&'static str],
}

const fn joiners(
    language: &'static str,
    parting: &'static [&'static str],
    governed: &'static [&'static str],
) -> Joiners {
    Joiners { language, parting, governed }
}

/// Where a negation may end its clause with no mark after it, as French *pas* and Dutch *niet* do, most of what joins a
/// clause parts: *Il ne vient pas parce qu’il est malade*.
const JOINERS: &[Joiners] = &[
    joiners(
        "en",
        &["and", "but", "or", "except", "unless", "than"],
        &[
            "because", "so", "if", "when", "while", "as", "since", "until", "before", "after", "although",
            "though", "whether", "what", "how", "why", "where", "who", "whose", "which", "then",
        ],
    ),
    joiners(
        "fr",
        &[
            "et", "mais", "ou", "car", "donc", "or", "parce", "puisque", "quand", "lorsque", "si", "tandis",
            "qui", "dont", "où", "sauf", "avant", "après", "puis", "alors", "comment", "pourquoi", "combien",
        ],
        &["comme"],
    ),
    joiners(
        "de",
        &["und", "oder", "denn", "sondern", "außer"],
        &[
            "aber", "weil", "da", "als", "wenn", "ob", "während", "bevor", "nachdem", "obwohl", "sobald",
            "bis", "doch",
        ],
    ),
    joiners(
        "es",
        &["y", "e", "pero", "o", "u", "sino", "pues", "salvo"],
        &[
            "porque", "cuando", "mientras", "si", "como", "aunque", "quien", "quienes", "donde", "antes",
            "después",
        ],
    ),
    joiners(
        "it",
        &["e", "ed", "ma", "o", "oppure", "bensì", "tranne"],
        &["perché", "quando", "mentre", "se", "come", "però", "dove", "prima", "dopo"],
    ),
    joiners("ca", &["i", "però", "o", "sinó"], &["perquè", "quan", "mentre", "si", "com", "on"]),
    joiners(
        "pt",
        &["e", "mas", "ou", "pois", "exceto"],
        &["porque", "quando", "enquanto", "se", "como", "embora", "quem", "onde", "antes", "depois"],
    ),
    joiners(
        "nl",
        &[
            "en", "maar", "of", "want", "omdat", "toen", "terwijl", "voordat", "nadat", "hoewel", "dus",
            "behalve",
        ],
        &["als", "dan"],
    ),
    joiners(
        "sv",
        &["och", "men", "eller", "för", "utan", "eftersom", "när", "medan", "om", "innan"],
        &["som"],
    ),
    joiners("da", &["og", "men", "eller", "for", "fordi", "når", "da", "mens", "om", "før"], &["som"]),
    joiners("nb", &["og", "men", "eller", "for", "fordi", "når", "da", "mens", "om", "før"], &["som"]),
    joiners("nn", &["og", "men", "eller", "for", "fordi", "når", "då", "medan", "om", "før"], &["som"]),
    joiners("no", &["og", "men", "eller", "for", "fordi", "når", "da", "mens", "om", "før"], &["som"]),
    joiners("fi", &["ja", "mutta", "tai", "vaan", "koska", "kun", "jos", "joka", "sekä"], &[]),
    joiners(
        "ru",
        &["и", "а", "но", "или", "да", "кроме", "чем"],
        &[
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
        ],
    ),
    joiners(
        "uk",
        &["і", "й", "та", "а", "але", "або", "чи", "бо", "крім", "ніж"],
        &["коли", "поки", "якщо", "як", "хоча", "де"],
    ),
    joiners(
        "pl",
        &["i", "a", "ale", "lub", "albo", "czy", "lecz", "bo", "niż"],
        &["gdy", "kiedy", "jeśli", "jak", "choć", "gdzie"],
    ),
    joiners("cs", &["a", "i", "ale", "nebo", "či", "než"], &["protože", "když", "pokud", "jak", "kde"]),
    joiners("sk", &["a", "i", "ale", "alebo", "či", "než"], &["pretože", "keď", "ak", "ako", "kde"]),
    joiners(
        "ro",
        &["și", "şi", "dar", "sau", "ci", "iar", "care", "decât"],
        &["când", "dacă", "cum", "unde"],
    ),
    joiners("el", &["και", "κι", "αλλά", "ή"], &["όμως", "γιατί", "όταν", "αν", "ενώ", "όπως", "που"]),
    joiners(
        "ar",
        &["بل", "لكن", "ولكن", "وإنما", "أو", "ثم", "إلا"],
        &["إذا", "لأن", "عندما", "بينما", "حتى", "الذي", "التي", "الذين"],
    ),
    joiners("fa", &["و", "اما", "ولی", "یا", "چون", "زیرا", "اگر", "وقتی", "بلکه"], &["که"]),
    joiners("he", &["אבל", "או", "אלא", "כי", "אך"], &["אם", "כאשר", "אשר"]),
    joiners(
        "tr",
        &[
            "ve", "ama", "fakat", "ancak", "lakin", "çünkü", "veya", "için", "rağmen", "dolayı", "ötürü",
            "halde",
        ],
        &[],
    ),
    joiners("vi", &["và", "nhưng", "hoặc", "hay", "mà", "vì", "nếu", "khi"], &[]),
    joiners(
        "id",
        &["dan", "tetapi", "tapi", "atau", "melainkan", "jika", "ketika", "saat"],
        &["karena", "yang"],
    ),
];

/// Negations that deny a part and close no clause, so that they deny whatever joins it but a few words: `non parce qu’il
/// est malade`.
const DENYING_PARTS: &[(&str, &str, &[&str])] = &[("fr", "non", &["et", "mais", "ou", "sauf"])];

/// Words before which a language writes a comma that parts nothing: *that*, where it opens what is said or known; *ever*.
const AFTER_COMMA: &[(&str, &[&str])] = &[
    ("de", &["dass", "daß"]),
    ("ru", &["что", "чтобы"]),
    ("uk", &["що", "щоб"]),
    ("be", &["што", "каб"]),
    ("bg", &["че"]),
    ("pl", &["że", "żeby", "iż"]),
    ("cs", &["že", "aby"]),
    ("sk", &["že", "aby"]),
    ("hu", &["hogy"]),
    ("fi", &["että"]),
    ("en", &["ever"]),
];

static FOLLOWING_COMMAS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::new(AFTER_COMMA.iter().flat_map(|(_, words)| *words).copied()));

/// Whether [`is_after_comma`] may say so of `word` in some language, told at a glance.
pub fn may_follow_comma(word: &str) -> bool {
    FOLLOWING_COMMAS.may_have(word)
}

/// Whether a comma straight before `word` parts it from nothing in `language` (a BCP 47 tag): `nicht gesagt, dass`.
pub fn is_after_comma(word: &str, language: Option<&str>) -> bool {
    let known = Known::of(language);
    let of_language = AFTER_COMMA.iter().filter(|(own, _)| known.has(own));
    let mut words = of_language.flat_map(|(_, words)| *words).peekable();
    words.peek().is_some() && {
        let form = in_table_form(word);
        words.any(|own| *own == form)
    }
}

/// Forms of *to be* behind a negation, by language, before a word that says what something is not: `non è come dice`.
const COPULAS: &[(&str, &[&str])] = &[
    ("it", &["è", "era", "sono", "erano", "sia", "fosse", "fu", "sarà", "stato", "stata"]),
    ("es", &["es", "era", "son", "eran", "fue", "sea", "será"]),
    ("pt", &["é", "era", "são", "eram", "foi", "seja", "será"]),
    ("ca", &["és", "era", "són", "eren", "va", "sigui"]),
    ("ro", &["este", "e", "era", "sunt", "erau", "fost"]),
    ("el", &["είναι", "ήταν"]),
    ("ru", &["был", "была", "было", "были", "будет"]),
    ("uk", &["був", "була", "було", "були", "буде"]),
    ("pl", &["jest", "był", "była", "było", "byli", "są", "będzie"]),
    ("ar", &["يكن", "تكن", "يكون", "تكون"]),
];

/// What may follow French *si* where it makes a condition; before anything else it says how much: `pas si surprenant`.
const AFTER_CONDITION: &[&str] = &[
    "je",
    "j'",
    "tu",
    "il",
    "ils",
    "elle",
    "elles",
    "on",
    "l'on",
    "nous",
    "vous",
    "ce",
    "c'",
    "ça",
    "cela",
    "ceci",
    "le",
    "la",
    "les",
    "l'",
    "un",
    "une",
    "des",
    "du",
    "de",
    "d'",
    "mon",
    "ma",
    "mes",
    "ton",
    "ta",
    "tes",
    "son",
    "sa",
    "ses",
    "notre",
    "nos",
    "votre",
    "vos",
    "leur",
    "leurs",
    "cet",
    "cette",
    "ces",
    "aucun",
    "aucune",
    "chaque",
    "quelqu'un",
    "quelque",
    "quelques",
    "personne",
    "rien",
    "tout",
    "tous",
    "toutes",
    "certains",
    "certaines",
    "plusieurs",
    "possible",
    "nécessaire",
    "besoin",
    "oui",
    "non",
    "jamais",
    "y",
    "en",
    "à",
    "dans",
    "par",
    "pour",
];

/// Whether the lower-case form of `word`, one token, joins another clause in `language` (a BCP 47 tag), or in any
/// language where that is not known.
pub fn joins_clauses(word: &str, language: Option<&str>) -> bool {
    let form = in_table_form(word);
    let known = Known::of(language);
    is_conjunct(&form, &known)
        || of(&known).any(|own| own.parting.contains(&&*form) || own.governed.contains(&&*form))
}

/// Whether `word`, one token, parts what it begins from the word `negation` that stands straight before it. `next` is the
/// text after it.
pub fn parts_from(negation: &str, word: &str, next: &str, language: Option<&str>) -> bool {
    let form = in_table_form(word);
    let known = Known::of(language);
    let negation = in_table_form(negation);
    let of_part = |own: &Joiners| {
        let one = DENYING_PARTS
            .iter()
            .find(|(language, denies, _)| (own.language, &*negation) == (language, denies));
        one.map_or(own.parting, |(.., parting)| parting)
    };
    let is_parting = |own: &Joiners| match (own.language, &*form) {
        ("fr", "si") => is_condition(next),
        _ => of_part(own).contains(&&*form),
    };
    of(&known).any(is_parting)
}

/// Whether a word is a form of *to be*, behind which a negation before it reaches a word such as *as* too.
pub fn is_copula(word: &str, language: Option<&str>) -> bool {
    let form = in_table_form(word);
    let known = Known::of(language);
    COPULAS.iter().any(|(own, words)| known.has(own) && words.contains(&&*form))
}

fn of(known: &Known) -> impl Iterator<Item = &'static Joiners> {
    JOINERS.iter().filter(|own| known.may_be(own.language))
}

/// Whether French *si* begins a condition, by what follows it.
fn is_condition(next: &str) -> bool {
    let next = next.trim_start();
    let end = next.find(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’'))).unwrap_or(next.len());
    let word = &next[..end];
    let form = in_table_form(word);
    let elided = form.find('\'').map_or(&*form, |at| &form[..=at]);
    word.is_empty()
        || word.starts_with(char::is_uppercase)
        || AFTER_CONDITION.contains(&&*form)
        || AFTER_CONDITION.contains(&elided)
}

/// Whether a word begins with the *and* that Arabic and Hebrew write together with the word after it. Persian and Urdu
/// write it apart.
fn is_conjunct(form: &str, known: &Known) -> bool {
    let is_long = || form.chars().count() > 3;
    if form.starts_with('ו') {
        return known.may_be("he") && is_long();
    }
    form.starts_with('و') && known.may_be("ar") && is_long() && !arabic::has_own_waw(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negation_reaches_what_is_joined_straight_after_it() {
        let parts = |negation: &str, words: &str, language: &str| {
            let (word, next) = words.split_once(' ').unwrap_or((words, ""));
            parts_from(negation, word, next, Some(language))
        };
        assert!(!parts("not", "because he was", "en") && !parts("not", "as loud", "en"));
        assert!(parts("not", "and", "en") && parts("not", "unless he", "en"));
        assert!(!parts("pas", "si surprenant", "fr") && !parts("pas", "si bien", "fr"));
        assert!(parts("pas", "si tu pars", "fr") && parts("pas", "si l’on veut", "fr"));
        assert!(parts("pas", "si Paris refuse", "fr") && parts("pas", "parce qu’il", "fr"));
        assert!(!parts("non", "parce qu’il", "fr") && parts("non", "et", "fr"));
        assert!(!parts("não", "se aplica", "pt") && !parts("non", "se l’è", "it"));
        assert!(!parts("ليس", "واضحاً تماماً", "ar") && !parts("לא", "ודאי", "he"));
    }

    #[test]
    fn farther_away_it_does_not() {
        let joins = |word, language| joins_clauses(word, Some(language));
        assert!(joins("because", "en") && joins("comme", "fr") && joins("se", "pt") && joins("και", "el"));
        assert!(joins("والحكومة", "ar") && joins("ويقول", "ar") && joins("והממשלה", "he"));
        assert!(!joins("واضحاً", "ar") && !joins("وزير", "ar") && !joins("وزیر", "fa") && !joins("the", "en"));
    }
}
