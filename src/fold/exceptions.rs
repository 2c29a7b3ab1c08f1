//! Words with which an exception from what is denied begins: `except`, `apart from`, `bis auf`. Small tables of those that
//! are sure, to be grown with cases. Knows single texts.

use super::characters as ch;
use super::lexicons::Known;
use super::numbers::is_in;
use super::reach::{is_nobody, is_restricting};
use super::word_set::WordSet;
use super::words::in_table_form;
use std::sync::LazyLock;

/// From what an exceptor excepts, and how it must stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// From whatever is denied, behind a comma, a bracket or a dash as well.
    Denied,
    /// From whatever is denied, straight behind it: a comma makes *moreover*, *however* or *otherwise* of it.
    Straight,
    /// From *nobody*, *nothing* and the like alone, straight behind the clause that has it: of another it is a place, a
    /// number or a verb.
    Nobody,
    /// The same, where a noun and no clause follows: `nobody was killed but three sailors`.
    Noun,
    /// From *nothing* straight before it: `nichts als`.
    Nothing,
    /// From a verb that does nothing but what the infinitive says behind it: `non fa che piangere`.
    Infinitive,
}

/// Exceptors by language, between commas.
const EXCEPTORS: &[(&str, Scope, &str)] = &[
    ("en", Scope::Denied, "except,unless,apart from,aside from,other than,with the exception of,save for"),
    ("en", Scope::Straight, "besides"),
    ("en", Scope::Noun, "but,save,bar"),
    (
        "fr",
        Scope::Denied,
        "sauf,excepté,hormis,à l'exception,exception faite,à part,d'autre que,d'autre qu',d'autres que,d'autres qu',autre que,\
        autre qu',autres que,autres qu',autrement que,autrement qu',ailleurs que,ailleurs qu',à moins que,à moins qu',\
        à moins d'un,à moins d'une,mis à part,mise à part,abstraction faite,hors les cas,hors le cas,hors des cas,\
        sous réserve,si ce n'est",
    ),
    ("fr", Scope::Straight, "sinon"),
    ("fr", Scope::Nobody, "en dehors de,en dehors du,en dehors des,en dehors d'"),
    ("de", Scope::Denied, "außer,ausser,mit ausnahme,abgesehen von,abgesehen vom,ausgenommen,es sei denn"),
    ("de", Scope::Nobody, "bis auf"),
    ("de", Scope::Nothing, "als"),
    (
        "es",
        Scope::Denied,
        "excepto,salvo,a excepción de,a excepción del,con excepción de,con la excepción,con excepción del,\
        aparte de,aparte del,a menos que,a no ser que,a no ser por,otra cosa que",
    ),
    ("es", Scope::Straight, "sino,menos,más que"),
    (
        "it",
        Scope::Denied,
        "tranne,eccetto,salvo,fuorché,a parte,ad eccezione,a eccezione,con l'eccezione,fatta eccezione,\
        all'infuori,a meno che",
    ),
    ("it", Scope::Straight, "altro che,se non"),
    ("it", Scope::Infinitive, "che"),
    (
        "pt",
        Scope::Denied,
        "exceto,salvo,a não ser,à exceção,à excepção,com exceção,com a exceção,a menos que",
    ),
    ("pt", Scope::Straight, "senão"),
    ("pt", Scope::Nobody, "além de,além do,além da,além dos,além das"),
    ("nl", Scope::Denied, "behalve,met uitzondering,afgezien van,tenzij"),
    ("ru", Scope::Denied, "кроме,за исключением,помимо,если не считать,разве что"),
    ("uk", Scope::Denied, "крім,окрім,за винятком"),
    ("pl", Scope::Denied, "oprócz,prócz,z wyjątkiem,chyba że"),
    (
        "ar",
        Scope::Denied,
        "إلا,الا,اللهم إلا,اللهم الا,سوى,باستثناء,بإستثناء,بٱستثناء,ما عدا,ماعدا,فيما عدا,عدا,ما لم,مالم,ما خلا",
    ),
    ("ar", Scope::Straight, "بغير"),
    ("ar", Scope::Nothing, "غير,خلا,بخلاف"),
    ("he", Scope::Denied, "מלבד,למעט"),
    ("he", Scope::Straight, "אלא"),
];

/// *Nobody*, *nothing* and the like, in all these languages.
const NOBODY: &str = "nobody no-one none nothing nowhere neither personne rien aucun aucune nul nulle niemand niemanden \
    niemandem keiner keine kein keinen keinem keines nichts nirgends ninguém nada nenhum nenhuma";
/// The same that an exceptor straight behind them except from; Arabic has *one* and *thing* behind its negation.
const NOTHING: &str = "nichts niemand niemanden niemandem أحد أحدا أحدًا شيء شيئا شيئًا";
/// Between these and *als*: `nichts anderes als`.
const OTHER: &str = "anderes andres anders anderer andere anderen";

/// Italian verbs before *che* and an infinitive, and how that ends.
const DOING_NOTHING_BUT: &str = "fa fanno faceva facevano fece fecero resta restava rimane rimaneva può possono poteva \
    potevano potrà potranno";
const INFINITIVES: &[&str] = &["are", "ere", "ire", "rre", "arsi", "ersi", "irsi"];

/// What makes no exception of these where it follows them: `à part entière`, `bis auf Weiteres`.
const NONE_BEFORE: &[(&str, &str)] = &[
    ("à part", "entière entier entières entiers égale égales ça cela"),
    ("bis auf", "weiteres den die das"),
    (
        "ausgenommen",
        "und oder werden worden wurde wird sein ist sind war waren hat haben bleiben bleibt von vom",
    ),
    ("se non", "altro che"),
    ("más que", "nunca"),
    ("عدا", "عن"),
    // Passed over, and no *unless*: `ما لم يقله`.
    ("ما لم", "يقله تقله يفعله تفعله يعرفه تعرفه يذكره تذكره يره"),
];
/// The same behind a mark, of any: *moreover*, *however*: `, кроме того`.
const NONE_BEHIND_MARK: &str = "того tego этого цього أن أنه أنها أنهم أنني eso esto ello isso isto";
/// What they are none behind: `tell apart from`, `non so se non`.
const NONE_BEHIND: &[(&str, &str)] = &[
    ("apart from", "live lived living set keep kept stand stood tell told grow grew drift drifted fall come"),
    ("se non", "so sa sai sappiamo sapete sanno sapeva sapevano sapere chiede chiedeva chiedersi"),
];

/// Arabic *however*, where no verb of knowing stands before it: `لم يحضر إلا أنه بعث رسالة`.
const HOWEVER: (&str, &str) = ("إلا الا", "أنه أنها أنهم أننا أنني أنهما أنك");
const KNOWING: &str = "يعرف تعرف نعرف أعرف يعرفون يعلم تعلم نعلم أعلم يعلمون يقال يذكر أذكر نذكر شيء شيئا";

/// German *unless*, behind which a comma stands before its clause.
const UNLESS: &str = "es sei denn";

/// Verbs that make a clause of what follows *but*, and words that no noun phrase begins with.
const CLAUSAL: &str = "is are was were be been has have had does do did will would can could may might must shall should \
    not came went said says fled died left took made got who that what which when where if because then";
/// What a passage ends with before a verb or a noun, so that nothing behind it excepts: `nobody could |save`.
const EXPECTING: &str = "to can could will would shall should may might must did does do not cannot helped help tried the a \
    an this that these those his her its their our my your in at of from";

/// What follows a passage that denies, and may begin an exception.
pub struct Behind<'t> {
    /// From the exceptor on.
    pub text: &'t str,
    /// Whether a comma, a bracket or a dash stands before it.
    pub is_parted: bool,
    /// The last clause of the passage.
    pub denied: &'t str,
}

/// The bytes of the words that `behind` begins with, where an exception begins with them in `language` (a BCP 47 tag), from
/// what is taken to deny; in none where that is not known.
pub fn exceptor(behind: &Behind<'_>, language: Option<&str>) -> Option<usize> {
    let known = Known::of(language);
    let own = EXCEPTORS.iter().filter(|(own, ..)| known.has(own));
    own.flat_map(|&(_, from, words)| words.split(',').map(move |words| (from, words))).find_map(
        |(from, words)| {
            let length = beginning(behind.text, words)?;
            (from.holds(behind, length) && excepts(behind, words, length)).then_some(length)
        },
    )
}

/// Chinese words that an exception begins with, and what it ends with where it begins with 除 alone.
const CHINESE_EXCEPTORS: &[&str] = &["除非", "除了"];
const CHINESE_ENDS: &[&str] = &["外", "除外"];
/// What begins so and excepts nothing: *moreover*.
const CHINESE_BESIDES: &[&str] = &["除此", "除夕", "除名", "除了此", "除了这", "除了這"];

/// The bytes of the clause that `text` begins with, where it excepts something in Chinese and ends its sentence: `除一名司机外`,
/// `法律另有规定的除外`. Before another clause it is as likely *besides*.
pub fn chinese_exception(text: &str) -> Option<usize> {
    let length = text.find(|c: char| !ch::is_han(c) && !ch::is_digit(c)).unwrap_or(text.len());
    let (clause, rest) = text.split_at(length);
    let ends = rest.is_empty() || rest.starts_with(['。', '；', '！', '）', ')', '\n']);
    let begins = |words: &[&str]| words.iter().any(|word| clause.starts_with(word));
    let is_between = || clause.starts_with('除') && CHINESE_ENDS.iter().any(|end| clause.ends_with(end));
    let excepts = begins(CHINESE_EXCEPTORS) || clause.ends_with("除外") || is_between();
    (clause.contains('除') && ends && excepts && !begins(CHINESE_BESIDES)).then_some(length)
}

/// Whether an exception may begin with `word` in some language, by [`exceptor`] or [`is_restricting`]; an elided word is
/// given without its apostrophe.
pub fn may_begin_exception(word: &str) -> bool {
    BEGINNINGS.may_have(word)
}

/// The same with the words after it, of words that many texts have: a first look at `text` from that word on.
pub fn may_begin_with(text: &str) -> bool {
    let all = || EXCEPTORS.iter().flat_map(|(.., words)| words.split(','));
    let begins_with_que = |text: &str| {
        let word = first_word(text);
        is_restricting(&text[..word.len() + elision(text, word.len())])
    };
    begins_with_que(text)
        || begins_with_que(&text[no_longer(text)..])
        || all().any(|words| beginning(text, words).is_some())
}

static BEGINNINGS: LazyLock<WordSet> = LazyLock::new(|| {
    let phrases = EXCEPTORS.iter().flat_map(|(.., words)| words.split(','));
    WordSet::new(phrases.map(first_word).chain(["que", "qu"]).chain(NO_LONGER.split(' ')))
});

/// Second halves of a French negation before *que*, with which that restricts too: `il ne reste |plus que trois médecins`.
const NO_LONGER: &str = "plus guère";
/// Verbs behind which *que* begins what is said: `il ne dit plus |que le pont tient`.
const FRENCH_SAYING: &str = "dit disent disait dire pense pensent pensait croit croient croyait affirme affirment prétend \
    prétendent veut veulent voulait souhaite souhaitent sait savent espère espèrent exige demande exclut";

/// The bytes of such a half, and of what is behind it, that a text begins with, or 0.
pub fn no_longer(text: &str) -> usize {
    let word = first_word(text);
    let rest = text[word.len()..].trim_start_matches(ch::is_space);
    if is_in(&in_table_form(word), NO_LONGER) { text.len() - rest.len() } else { 0 }
}

/// The passage `denied` without such a half at its end; nothing where a verb of saying ends it.
pub fn without_no_longer(denied: &str) -> Option<&str> {
    let is_end = |c: char| !ch::is_word(c);
    let denied = denied.trim_end_matches(is_end);
    let last = |text: &str| in_table_form(text.rsplit(is_end).next().unwrap_or_default());
    let bare = denied.strip_suffix("plus").or_else(|| denied.strip_suffix("guère"));
    let bare =
        bare.filter(|bare| bare.ends_with(ch::is_space)).map_or(denied, |bare| bare.trim_end_matches(is_end));
    (!is_in(&last(bare), FRENCH_SAYING)).then_some(bare)
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !ch::is_word(c)).unwrap_or(text.len())]
}

/// The bytes of the apostrophe at byte `at`.
fn elision(text: &str, at: usize) -> usize {
    text[at..].chars().next().filter(|&c| ch::is_apostrophe(c)).map_or(0, char::len_utf8)
}

/// The bytes of `words` in any case, where a text begins with them and no word goes on there.
fn beginning(text: &str, words: &str) -> Option<usize> {
    let mut rest = text;
    for word in words.split(' ') {
        rest = rest.trim_start_matches(ch::is_space);
        let mut written = rest.chars();
        for c in word.chars() {
            let next = written.next()?;
            let is_same = next == c || next.to_lowercase().eq(c.to_lowercase());
            if !(is_same || c == '\'' && ch::is_apostrophe(next)) {
                return None;
            }
            if !c.is_ascii() {
                written = written.as_str().trim_start_matches(is_arabic_sign).chars();
            }
        }
        rest = written.as_str();
        if !word.ends_with('\'') && rest.starts_with(|c: char| ch::is_word(c) || ch::is_mark(c)) {
            return None;
        }
    }
    Some(text.len() - rest.len())
}

/// Whether `c` is an Arabic vowel sign, a doubling one or a stroke that stretches a word, which few print.
const fn is_arabic_sign(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64B}'..='\u{652}' | '\u{670}')
}

impl Scope {
    fn holds(self, behind: &Behind<'_>, length: usize) -> bool {
        match self {
            Self::Denied => true,
            Self::Straight => !behind.is_parted,
            Self::Nobody => !behind.is_parted && words(behind.denied).any(|word| is_in(&word, NOBODY)),
            Self::Noun => !behind.is_parted && excepts_noun(behind, &behind.text[length..]),
            Self::Nothing => !behind.is_parted && ends_with_nothing(behind.denied),
            Self::Infinitive => !behind.is_parted && excepts_infinitive(behind, &behind.text[length..]),
        }
    }
}

/// The words of a text in the form of the tables, the last first.
fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = |c: char| !ch::is_word(c) && !ch::is_hyphen(c) && !ch::is_mark(c);
    text.rsplit(parts).filter(|word| !word.is_empty()).map(in_table_form)
}

fn ends_with_nothing(denied: &str) -> bool {
    let mut last = words(denied);
    let Some(word) = last.next() else { return false };
    is_in(&word, NOTHING) || is_in(&word, OTHER) && last.next().is_some_and(|before| is_in(&before, NOBODY))
}

fn excepts_infinitive(behind: &Behind<'_>, rest: &str) -> bool {
    let verb = in_table_form(first_word(rest.trim_start()));
    words(behind.denied).next().is_some_and(|last| is_in(&last, DOING_NOTHING_BUT))
        && INFINITIVES.iter().any(|end| verb.ends_with(end))
}

/// So many words has what *but* excepts, where no verb shows a clause.
const NOUN_PHRASE: usize = 5;

/// Whether *but* and the like except from a passage with *nobody* the noun phrase that `rest` is to the end of its clause.
fn excepts_noun(behind: &Behind<'_>, rest: &str) -> bool {
    let mut denied = words(behind.denied);
    let Some(last) = denied.next() else { return false };
    let is_nobody = |word: &str| is_in(word, NOBODY);
    let has_nobody = is_nobody(&last) || denied.any(|word| is_nobody(&word) || word == "no");
    let end = rest.find(['.', ',', ';', ':', '!', '?', ')']).unwrap_or(rest.len());
    let all: Vec<String> = words(&rest[..end]).collect();
    if all.last().is_some_and(|first| first == "to") {
        return has_nobody;
    }
    let is_verb = |word: &String| is_in(word, CLAUSAL) || word.ends_with("ed") && word != "hundred";
    has_nobody
        && !is_in(&last, EXPECTING)
        && (1..=NOUN_PHRASE).contains(&all.len())
        && !all.iter().any(is_verb)
}

/// French determiners, before a noun, and pronouns that are a subject.
const FRENCH_DETERMINERS: &str =
    "le la les l' un une des du ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes";
const FRENCH_SUBJECTS: &str = "il elle on ils elles je j' tu nous vous";
/// What no noun of a clause stands before: with these French *que* restricts, or they go on with its noun.
const FRENCH_LINKS: &str = "à au aux de d' du des pour par en dans sur sous avec sans lors après avant chez vers entre contre \
    et ou ni si lorsque quand depuis dès";

/// Whether French *que* before the words `next` begins a clause of the noun that the words `denied` end with, which
/// *personne*, *rien* or *jamais* before their *ne* denies: *que* behind that restricts a verb alone.
pub fn is_clause_of_noun(denied: &[&str], next: &[&str]) -> bool {
    let forms: Vec<String> = denied.iter().map(|word| in_table_form(word)).collect();
    let next: Vec<String> = next.iter().map(|word| in_table_form(word)).collect();
    let Some(ne) = forms.iter().rposition(|form| matches!(&**form, "ne" | "n'")) else { return false };
    let (before, behind) = forms.split_at(ne);
    let is_nobody = before.iter().any(|form| is_nobody(form) || form == "jamais");
    let has_noun =
        behind.iter().rev().skip(1).take(NOUN_BEFORE_QUE).any(|form| is_in(form, FRENCH_DETERMINERS));
    let at = |at: usize| next.get(at).map_or("", String::as_str);
    let noun = usize::from(is_in(at(0), FRENCH_DETERMINERS));
    let is_clause =
        is_in(at(0), FRENCH_SUBJECTS) || !at(noun + 1).is_empty() && !is_in(at(noun + 1), FRENCH_LINKS);
    is_nobody && has_noun && is_clause && !is_in(at(0), FRENCH_LINKS)
}

/// Whether French *sauf* before this only says that one may be wrong: `sauf erreur de ma part`.
fn is_proviso(rest: &str) -> bool {
    let clause = &rest[..rest.find(['.', ',', ';', ':', '!', '?', ')']).unwrap_or(rest.len())];
    let forms: Vec<String> = clause.split_whitespace().take(3).map(in_table_form).collect();
    match &forms.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["erreur"] | ["erreur", "ou" | "depuis", ..] => true,
        ["erreur", "de", whose] => is_in(whose, "ma notre sa leur votre"),
        _ => false,
    }
}

/// So many words has a noun with its determiner and an attribute, before *que*.
const NOUN_BEFORE_QUE: usize = 3;

/// Whether what stands around an exceptor leaves it one.
fn excepts(behind: &Behind<'_>, words: &str, length: usize) -> bool {
    let rest = &behind.text[length..];
    let next =
        rest.trim_start_matches(|c: char| !ch::is_word(c) && !matches!(c, '.' | ',' | ';' | '!' | '?'));
    let next = in_table_form(first_word(next));
    let mut last = self::words(behind.denied).take(2);
    let is_among = |table: &[(&str, &str)], word: &str| {
        table.iter().any(|(own, others)| *own == words && is_in(word, others))
    };
    let has_next = !next.is_empty() || words == UNLESS;
    let knows = || self::words(behind.denied).any(|word| is_in(&word, KNOWING));
    let is_other = is_among(NONE_BEFORE, &next)
        || is_in(words, HOWEVER.0) && is_in(&next, HOWEVER.1) && !knows()
        || behind.is_parted && is_in(&next, NONE_BEHIND_MARK)
        || words == "sauf" && is_proviso(rest);
    has_next && !is_other && !last.any(|word| is_among(NONE_BEHIND, &word))
}

#[cfg(test)]
mod tests {
    use super::chinese_exception;

    #[test]
    fn a_chinese_clause_that_ends_its_sentence_may_except() {
        for text in [
            "除了一名司机。",
            "除一名司机外。",
            "一名司机除外。",
            "除司机外）",
            "除非经批准。",
            "法律另有规定的除外。",
            "但经批准的除外。",
            "除了一名司機。",
        ] {
            assert!(chinese_exception(text).is_some(), "{text}");
        }
        for text in [
            "此外。",
            "除此之外。",
            "除了道歉，公司将赔偿。",
            "除名。",
            "他被除名。",
            "除夕。",
            "公司解除了合同。",
        ] {
            assert_eq!(chinese_exception(text), None, "{text}");
        }
    }
}
