//! How far negations reach in a clause: what ends it, and which need a second half. Small tables, to be grown with
//! cases. Knows single words.

use super::characters as ch;
pub use super::joiners::{is_after_comma, is_copula, joins_clauses, may_follow_comma, parts_from};
use super::lexicons::Known;
use super::numbers::is_in;
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

const FIRST_HALVES: &[&str] = &["ne", "n'"];

/// Both, which most words are not.
static HALVES: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::new(FIRST_HALVES.iter().chain(SECOND_HALVES).copied()));

/// Whether `word`, one token in any case, is a first half of a French negation: `ne`, `n’`.
pub fn is_first_half(word: &str) -> bool {
    HALVES.may_have(word) && FIRST_HALVES.contains(&&*in_table_form(word))
}

/// Words after which French *que* restricts nothing: *parce que*, *ce que*; and those after which *point* is a noun.
const BEFORE_CONJUNCTION: &[&str] = &[
    "parce", "ce", "c'", "bien", "avant", "après", "afin", "pour", "sans", "alors", "tandis", "dès",
    "depuis", "pendant", "ainsi", "tel", "telle", "lors", "puisqu'", "celui", "celle", "ceux",
];
const BEFORE_NOUN: &[&str] =
    &["ce", "au", "un", "le", "tel", "quel", "du", "de", "chaque", "premier", "dernier"];

/// Whether `word`, one token in any case, is a second half of a French negation in `ne`, or its `que`.
pub fn is_second_half(word: &str) -> bool {
    HALVES.may_have(word) && SECOND_HALVES.contains(&&*in_table_form(word))
}

/// The same of a word that stands after `before`: in *parce que* and *à ce point* it is none.
pub fn is_second_half_after(before: Option<&str>, word: &str) -> bool {
    if !is_second_half(word) {
        return false;
    }
    let others = match &*in_table_form(word) {
        "que" | "qu'" => BEFORE_CONJUNCTION,
        "point" => BEFORE_NOUN,
        _ => return true,
    };
    before.is_none_or(|before| !others.contains(&&*in_table_form(before)))
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

/// Prepositions that negate, with the words after which they still reach their noun: `without any evidence`.
const PREPOSITIONS: &[(&[&str], &[&str])] = &[
    (
        &["without"],
        &[
            "a", "an", "any", "the", "his", "her", "its", "their", "my", "our", "your", "this", "that",
            "having", "being", "been", "ever", "even", "first",
        ],
    ),
    (
        &["sans"],
        &[
            "un", "une", "le", "la", "les", "l'", "de", "d'", "son", "sa", "ses", "leur", "leurs", "aucun",
            "aucune", "autre", "ce", "cette", "que", "qu'", "avoir", "être", "été", "même", "jamais", "y",
            "en",
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
            "je",
        ],
    ),
    (
        &["sin"],
        &[
            "un", "una", "el", "la", "los", "las", "su", "sus", "ningún", "ninguna", "que", "haber", "ser",
            "sido", "siquiera", "tener",
        ],
    ),
    (
        &["senza", "sense"],
        &[
            "un", "una", "un'", "il", "lo", "la", "l'", "i", "gli", "le", "alcun", "alcuna", "nessun", "che",
            "aver", "avere", "essere", "mai", "nemmeno", "neppure",
        ],
    ),
    (
        &["sem"],
        &[
            "um", "uma", "o", "a", "os", "as", "qualquer", "nenhum", "nenhuma", "seu", "sua", "que", "ter",
            "terem", "termos", "haver", "ser", "serem", "sequer", "se",
        ],
    ),
    (&["zonder"], &["een", "de", "het", "enig", "enige", "zijn", "haar", "hun", "dat", "te", "ooit"]),
    (
        &["utan", "uden", "uten"],
        &["en", "ett", "et", "någon", "några", "nogen", "noen", "att", "at", "å", "ha"],
    ),
    (
        &["без"],
        &[
            "всякого",
            "всякой",
            "всяких",
            "какого-либо",
            "какой-либо",
            "каких-либо",
            "будь-якої",
            "того",
            "чтобы",
            "щоб",
        ],
    ),
    (
        &["bez"],
        &[
            "żadnego",
            "żadnej",
            "żadnych",
            "jakiegokolwiek",
            "jakiejkolwiek",
            "jakichkolwiek",
            "tego",
            "żeby",
            "aby",
        ],
    ),
    // `غير أن` is *however*.
    (&["غير", "بغير"], &["أي", "أية"]),
    (&["دون", "بدون"], &["أي", "أية", "أن", "هیچ", "هیچگونه", "آنکه", "اینکه", "این", "آن", "که"]),
    (&["ללא", "בלי"], &["כל", "שום"]),
    (&["tanpa"], &["suatu", "sebuah", "harus", "pernah", "adanya"]),
];

/// Whether the negation `word` reaches over the words `between` it and what may be negated: a preposition reaches no
/// farther than its noun; a negation that closes its clause, as Turkish *değil* and verbs do, reaches nothing after it; Arabic
/// ما is too often a pronoun to tell. Words are single tokens in any case.
pub fn reaches_over(word: &str, between: &[&str], language: Option<&str>) -> bool {
    let form = in_table_form(word);
    if form == "ما" || closes_clause(&form, language) || verbs::stands_last(&form, language) {
        return false;
    }
    let articles =
        PREPOSITIONS.iter().find(|(words, _)| words.contains(&&*form)).map(|(_, articles)| *articles);
    articles.is_none_or(|articles| between.iter().all(|word| articles.contains(&&*in_table_form(word))))
}

/// Articles and the like behind the *of* with which a negation says of whom it says none: *none of the ministers*.
const OF_WHICH: &str = "the these those this his her its their our my your all los las les ellos ellas estos estas esos esas \
    sus mis de het deze die zijn haar hun onze alle";

/// Whether a word, as it is written, may be of such a phrase, told at a glance: Spanish has *de* wherever one looks.
pub fn may_be_partitive(word: &str) -> bool {
    matches!(
        word,
        "of" | "van"
            | "los"
            | "las"
            | "ellos"
            | "ellas"
            | "estos"
            | "estas"
            | "esos"
            | "esas"
            | "sus"
            | "mis"
    )
}

/// How many of the words straight behind a negation, in their order, only say of whom it says none: two of *none of the
/// ministers signed*, three of *not one of the*, five of *none of the mayors of the region*.
pub fn partitive(behind: &[&str]) -> usize {
    let word = |at: usize| behind.get(at).copied().unwrap_or_default();
    if matches!((word(0), word(2)), ("a", "of")) && matches!(word(1), "shred" | "scrap" | "iota" | "trace") {
        return 2;
    }
    let single = if (word(0), word(1)) == ("a", "single") { 2 } else { 0 };
    let is_one = matches!(word(single), "one" | "single" | "any" | "un" | "una" | "uno" | "één" | "een");
    let ones = single + usize::from(is_one);
    let is_of =
        |at: usize| matches!(word(at), "of" | "de" | "van") && is_in(&in_table_form(word(at + 1)), OF_WHICH);
    match (is_of(ones), is_of(ones + 3)) {
        (false, _) => single,
        (true, false) => ones + 2,
        (true, true) => ones + 5,
    }
}

/// Determiners that begin a sentence whose subject they deny.
const NO_SUBJECT: &str = "No Kein Keine Ningún Ninguna Nessun Nessuna Nenhum Nenhuma";

/// Whether a word, as it is written, may stand between a subject and its place: *No mayor in the region*.
pub fn may_be_of_place(word: &str) -> bool {
    matches!(
        word,
        "in" | "of"
            | "from"
            | "at"
            | "on"
            | "aus"
            | "im"
            | "von"
            | "vom"
            | "de"
            | "en"
            | "del"
            | "da"
            | "do"
            | "della"
            | "di"
            | "na"
            | "no"
    )
}

/// Whether these words, in their order, are a whole subject that its first one denies, with what says of which place.
pub fn is_of_subject(words: &[&str]) -> bool {
    let [first, _, of, between @ .., _] = words else { return false };
    let is_article = |word: &&str| {
        is_in(&in_table_form(word), OF_WHICH)
            || is_in(&in_table_form(word), ARTICLES)
            || matches!(*word, "la" | "el")
    };
    is_in(first, NO_SUBJECT) && may_be_of_place(of) && between.len() < 2 && between.iter().all(is_article)
}

/// Pronouns that deny what is straight before them, with what makes no determiner of them.
const OF_NONE: &[(&str, &str)] = &[
    ("none", "of"),
    ("neither", "of"),
    ("nowhere", ""),
    ("hardly", "anyone anybody anything anywhere any"),
    ("scarcely", "anyone anybody anything anywhere any"),
    ("barely", "anyone anybody anything anywhere any"),
    ("keinen", "der dieser jener seiner ihrer unserer von"),
    ("keine", "der dieser jener seiner ihrer unserer von"),
    ("keines", "der dieser jener seiner ihrer unserer von"),
    ("keinem", "der dieser jener seiner ihrer unserer von"),
    ("aucun", "des de d"),
    ("aucune", "des de d"),
    ("ninguno", "de"),
    ("ninguna", "de"),
    ("nessuno", "dei degli di"),
    ("nessuna", "delle di"),
    ("nenhum", "dos de deles"),
    ("nenhuma", "das de delas"),
    ("geen", "van"),
    ("никого", "из"),
    ("никому", "из"),
];

/// Whether a text begins with a pronoun that denies what is straight before it: `none of the officers`.
pub fn is_of_none(text: &str) -> bool {
    let Some(length) = text.find(ch::is_space) else { return text.starts_with("nowhere") };
    let (word, rest) = text.split_at(length);
    let form = in_table_form(word.trim_end_matches(|c: char| !ch::is_word(c)));
    let end = |c: char| !ch::is_word(c);
    let next = rest.trim_start_matches(ch::is_space);
    let next = next.get(..next.find(end).unwrap_or(next.len())).unwrap_or_default();
    OF_NONE.iter().any(|(one, followed)| *one == form && (followed.is_empty() || is_in(next, followed)))
}

/// Words that open what is said or known, which is denied with what says so: `No es cierto que`.
const JOINTS: &str = "that que qu' che dass daß dat что що że";
/// Words behind which such a word compares or says until when, and words of what is so all the same.
const NO_JOINT_BEHIND: &str = "más mais altro menos hasta até antes para ya finché clearer surprising surprised impedido \
    impedir impedito impedire empêché empêcher sorprendente surprenant surpreendente importa importaba extraño raro verstehen";
/// Forms of *to be*, *to have* and the like with their pronouns, straight behind a negation.
const SMALL_VERBS: &str = "been yet es está hay se ha fue è ci sono si é há foi ficou está y a été";
/// How an adverb ends that only says that it was never so: `did not at any time`.
const AT_ANY: &[(&str, &str)] = &[
    ("at", "time"),
    ("at", "point"),
    ("at", "stage"),
    ("in", "way"),
    ("in", "form"),
    ("under", "circumstances"),
];

/// Whether a word, as it is written, may be the last of those of [`idle`], told at a glance.
pub fn may_end_idle(word: &str) -> bool {
    is_in(word, JOINTS) || AT_ANY.iter().any(|(_, last)| *last == word)
}

/// How many words between a negation and what it denies add nothing to it; the one straight before that is the first.
pub fn idle(between: &[&str]) -> usize {
    let is_adverb = |(first, last): &(&str, &str)| matches!(between, [own, any, before, ..] if own == last && *any == "any" && before == first);
    if AT_ANY.iter().any(is_adverb) {
        return 3;
    }
    let is_of = |at: usize, list: &str| between.get(at).is_some_and(|word| is_in(&in_table_form(word), list));
    // `rien ne permet d’affirmer que`
    if let [_, _, joint, verb, ..] = between {
        let is_allowed = is_in(&in_table_form(joint), "de d'") && is_in(verb, "permet permettent permettait");
        if is_allowed && is_of(0, JOINTS) {
            return 3;
        }
    }
    // `n’a pas non plus voulu`
    if between.windows(2).any(|pair| matches!(pair, ["plus", "non"])) {
        return 2;
    }
    if let [verb, "life", whose, "in"] = between {
        return if is_in(verb, "had has have did was") && is_in(whose, OF_WHICH) { 3 } else { 0 };
    }
    if !is_of(0, JOINTS) || is_of(1, NO_JOINT_BEHIND) {
        return 0;
    }
    let verbs = between[1..].iter().rev().take_while(|word| is_in(&in_table_form(word), SMALL_VERBS));
    1 + verbs.take(2).count()
}

/// French words that open, with *que*, a clause which no negation before them denies: *depuis que*; and those that a
/// negated *est* denies with it: `ce n’est pas tant que`.
const OPENING_WITH_QUE: &str = "depuis dès lors pendant aussitôt sitôt maintenant attendu étant";
const OPENING_BUT_BEHIND_BE: &str = "tant bien";
const FRENCH_BE: &str = "est était soit sera serait fut n'est n'était";

/// Whether the words `between` a French negation behind the word `before` and a passage, the nearest first, open a clause
/// that it does not deny: `il ne vient plus depuis que |`.
pub fn open_own_clause(before: &str, between: &[&str]) -> bool {
    let is_denied = || is_in(&in_table_form(before), FRENCH_BE);
    between.windows(2).enumerate().any(|(at, pair)| {
        let [que, word] = [pair[0], pair[1]].map(in_table_form);
        let is_straight = at + 2 == between.len();
        is_restricting(&que)
            && (is_in(&word, OPENING_WITH_QUE)
                || is_in(&word, OPENING_BUT_BEHIND_BE) && !(is_straight && is_denied()))
    })
}

/// German articles, before which a negated attribute may begin.
const ARTICLES: &str = "der die das den dem des ein eine einen einem einer eines";

/// Words that French *non* denies with what they begin: `et non à ses dirigeants`.
const BEHIND_NON: &str =
    "à de d' par pour en dans sur avec un une le la les l' des du aux au son sa ses leur leurs pas que qu'";

/// Whether a negation behind the word `before` denies an attribute that the words `between` it and a passage end, the
/// nearest first, with their noun: `die nicht geimpften Patienten`. French *non* denies no more than what it begins.
pub fn ends_attribute(before: &str, negation: &str, between: &[&str], language: Option<&str>) -> bool {
    let known = Known::of(language);
    if known.has("fr") && in_table_form(negation) == "non" {
        return !between.iter().all(|word| is_in(&in_table_form(word), BEHIND_NON));
    }
    // A relative *die* has no noun there, and German nouns are written large.
    let is_noun = between.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    known.has("de") && between.len() >= 2 && is_noun && is_in(&in_table_form(before), ARTICLES)
}

/// The bytes of what is elided before French *aucun*, as in `d’aucune`, or 0. *D’aucuns* are some.
pub fn elided_before_negation(word: &str, language: Option<&str>) -> usize {
    let Some((at, mark)) = word.char_indices().find(|(_, c)| ch::is_apostrophe(*c)) else { return 0 };
    let start = at + mark.len_utf8();
    let is_none = matches!(&*in_table_form(&word[start..]), "aucun" | "aucune");
    if is_none && Known::of(language).may_be("fr") { start } else { 0 }
}

/// Whether `word` negates and closes its clause, in a language whose verbs stand last.
pub fn closes_clause(word: &str, language: Option<&str>) -> bool {
    let known = Known::of(language);
    let is_verb_last = VERB_LAST.iter().any(|own| known.may_be(own));
    let is_western = word.chars().all(|c| c < '\u{250}') && language.is_none();
    is_verb_last && !is_western && negates_last(word, language)
}

/// Words for *without*, in Hindi and Urdu, that stand before or behind what they negate.
const EITHER_SIDE: &[&str] = &["बिना", "बगैर", "بغیر"];

/// Whether `word` may negate what is behind `before`, words straight before it: those that may stand on either side do so
/// behind an oblique form alone, `पूछे बिना`, `के बिना`.
pub fn may_stand_behind(word: &str, before: &str) -> bool {
    const OBLIQUE: [char; 3] = ['\u{947}', 'ए', 'ے'];
    !EITHER_SIDE.contains(&word) || before.trim_end().ends_with(OBLIQUE)
}

/// What stands before them where they do so in any case: their postposition, and participles.
const BEFORE_WITHOUT: &str =
    "के मेरे तेरे हमारे तुम्हारे अपने किए किये पूछे बताए कहे दिए रुके सोचे समझे देखे کے میرے تیرے ہمارے تمہارے اپنے کیے پوچھے";

/// Whether `word` negates what is behind `before`, words straight before it, and nothing that follows: `टिकट के बिना`.
pub fn reaches_back(word: &str, before: &str) -> bool {
    EITHER_SIDE.contains(&word)
        && before.split_whitespace().next_back().is_some_and(|last| is_in(last, BEFORE_WITHOUT))
}

/// Whether `word` is a French subject, or of one, that denies with `ne` and nothing more: `rien ne prouve`.
pub fn is_nobody(word: &str) -> bool {
    matches!(&*in_table_form(word), "rien" | "personne" | "aucun" | "aucune" | "nul" | "nulle")
}

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

/// What compares before French `que`, and the pronouns behind that: `plus élevée qu’on ne le pensait`.
const COMPARING: &str = "plus moins mieux meilleur meilleure meilleurs pire autre autrement";
const COMPARED: &str = "on l'on l' il ils elle elles je j' tu nous vous ce cela";

/// Whether French words end with *que* and a pronoun behind what compares, which no `ne` denies.
fn is_compared(forms: &[String]) -> bool {
    let Some(at) = forms.iter().rposition(|form| matches!(&**form, "que" | "qu'")) else { return false };
    let (head, subject) = (&forms[..at], &forms[at + 1..]);
    let is_denied = head.iter().any(|form| FIRST_HALVES.contains(&&**form));
    !subject.is_empty()
        && subject.iter().all(|form| is_in(form, COMPARED))
        && head.iter().any(|form| is_in(form, COMPARING))
        && !is_denied
}

/// Whether a French `ne` after `before`, the words of its clause, negates nothing.
pub fn is_expletive(before: &[&str]) -> bool {
    let forms: Vec<String> = before.iter().map(|word| in_table_form(word)).collect();
    let is_que = |form: &str| matches!(form, "que" | "qu'");
    let opens = |pair: &[String]| EXPLETIVE.contains(&&*pair[0]) && is_que(&pair[1]);
    forms.windows(2).any(opens) || is_compared(&forms)
}
