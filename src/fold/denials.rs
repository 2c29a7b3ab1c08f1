//! Words that deny what comes after or before them and are no negations: `denied having`, `refused to`, `否认`. A small
//! table of those that are sure, to be grown with cases. Knows single texts.

mod chinese;
mod innocent;
mod table;

use super::characters as ch;
use super::japanese;
use super::lexicons::Known;
use super::numbers::is_in;
use super::word_set::WordSet;
use super::words::in_table_form;
pub use chinese::chinese_denial;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;
use table::{BEFORE_SAID, DENIALS, Denial, FALSE, REJECTING, SAID};

/// Words that deny what they straight follow, by how they begin; in a language where their letters do not tell it.
const AFTER: &[(Option<&str>, &[&str])] = &[
    (Some("tr"), &["yalanladı", "yalanlıyor", "yalanladılar", "reddetti", "reddediyor", "reddettiler"]),
    (None, &["से इनकार", "से इन्कार", "का खंडन"]),
    (None, &["부인하", "부인했", "부인한", "거부하", "거부했", "거부한"]),
    (
        None,
        &[
            "を否定",
            "を否認",
            "を拒否",
            "を拒んだ",
            "を拒んで",
            "を拒む",
            "ことを否定",
            "ことを否認",
            "ことを拒否",
        ],
    ),
];

/// Words that a subject may begin with, where it stands behind its verb.
const DETERMINERS: &str = "the a an his her its their this these le la les l' un une des du son sa ses leur leurs ce \
    cette ces el los las una su sus il lo gli i uno o os as um uma seu sua der die das den ein eine einen seine seinen \
    ihre ihren";

/// A Spanish joint behind which a verb stands; before what is none it is another word: `negó a |los obreros`.
const BEFORE_VERB: &str = "a";

/// What makes these no denials: Korean negations behind their stems; Japanese ones are known to a grammar.
const NOT_AFTER: &[&str] = &["지 않", "지는 않", "할 수 없", " 수 없"];

/// Joints that open a clause, in any language.
const THAT: &str = "that que qu' dass daß che dat что що że żeby aby jakoby bahwa rằng أن أنه أنها أنهم";

/// Words that may stand between one that denies and what it denies: adverbs, and the ends of others.
const ADVERBS: &str = "toujours encore siempre sempre weiterhin nog ever even again today yesterday monday tuesday wednesday \
    thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche hier gestern heute montag dienstag \
    mittwoch donnerstag freitag samstag sonntag ayer hoy ieri oggi ontem hoje gisteren вчера сегодня снова";
/// Words that make *false* stronger: `schlicht falsch`, `del tutto falso`.
const STRENGTHENING: &str = "just simply quite also all schlicht schlichtweg einfach völlig frei glatt komplett tout à fait bien del \
    tutto полная чистая абсолютная наглая";
const ADVERB_ENDS: &[&str] = &["ly", "ment", "mente"];

/// The words that may stand straight before what is denied, or before what joins it, in any language.
static LAST: LazyLock<WordSet> = LazyLock::new(|| {
    let own = |denial: &'static Denial| {
        let joints = denial.joints.split(' ').filter(|joint| !matches!(*joint, "-" | "="));
        joints.chain(denial.words.split_whitespace()).chain(denial.particle.split_whitespace())
    };
    WordSet::new(
        DENIALS.iter().flat_map(own).chain(ADVERBS.split_whitespace()).chain(SAID.split_whitespace()),
    )
});

/// All that deny what follows.
static DENYING: LazyLock<WordSet> = LazyLock::new(|| {
    let own = DENIALS.iter().flat_map(|denial| denial.telling().split_whitespace());
    WordSet::new(own.chain(REJECTING.split_whitespace()))
});

/// Whether a word, as it is written, may deny what follows it, told at a glance.
pub fn may_deny(word: &str) -> bool {
    DENYING.may_have_joined(word, ARABIC_AND)
}

/// Arabic *and*, which is written together with the word after it.
const ARABIC_AND: &[&str] = &["و", "ف"];

/// Whether some of the last `most` words of a text may be one, told at a glance. Words that are not Western may be.
pub fn may_have_denial(text: &str, most: usize) -> bool {
    let (mut end, mut left) = (text.len(), most);
    for (at, byte) in text.bytes().enumerate().rev() {
        if byte.is_ascii_alphabetic() || !byte.is_ascii() {
            continue;
        }
        if at + 1 < end {
            if may_be_denial(&text[at + 1..end]) {
                return true;
            }
            left -= 1;
        }
        end = at;
        if left == 0 {
            return false;
        }
    }
    end > 0 && may_be_denial(&text[..end])
}

/// The same of what stands between characters of ASCII that are no letters: a word, which an elided one may be before.
fn may_be_denial(written: &str) -> bool {
    if written.is_ascii() {
        return DENYING.may_have(written);
    }
    let is_foreign = |c: char| !c.is_ascii() && !ch::is_western_letter(c) && ch::is_letter(c);
    let mut words = written.split(|c| !ch::is_western_letter(c)).filter(|word| !word.is_empty());
    written.contains(is_foreign) || words.any(|word| DENYING.may_have(word))
}

/// Whether a word, as it is written, may be the last before what is denied, told at a glance.
pub fn may_end_denial(word: &str) -> bool {
    LAST.may_have(word) || ADVERB_ENDS.iter().any(|end| word.ends_with(end))
}

/// How many of some words, the last first, are a denial of what follows them, which is `quoted`: *denied*, *that
/// denied*. A verb straight before what may be its subject denies what is before it: `« Non », dément le maire`. `language` is a
/// BCP 47 tag, or several as `language::spoken` writes them; nothing where no table of them is known.
///
/// `is_parted` says of each word whether a mark, or nothing, stands straight before it.
pub fn denial(words: &[&str], is_parted: &[bool], quoted: &str, language: Option<&str>) -> Option<usize> {
    let quoted = quoted.trim_start_matches(|c: char| !ch::is_word(c));
    let next = &quoted[..quoted.find(|c: char| !ch::is_word(c)).unwrap_or(quoted.len())];
    let known = Known::of(language);
    let forms: Vec<String> = words.iter().map(|word| in_table_form(word)).collect();
    let subject = Subject {
        may_follow: next.starts_with(char::is_uppercase) || is_in(&in_table_form(next), DETERMINERS),
        words,
        is_parted,
        quoted,
    };
    let mut of_language = DENIALS.iter().filter(|denial| known.has(denial.language));
    let opening = in_table_form(next);
    let found = of_language.find_map(|denial| {
        let found = denial.length(&forms, &subject).or_else(|| denial.joined(&forms, &opening, quoted));
        found.filter(|&count| !innocent::is_innocent(denial.language, &forms, count, quoted))
    });
    found.or_else(|| rejected(&forms, &opening).filter(|_| known.has("en")))
}

/// How many of some words, the last first, deny what somebody said: `dismissed reports that`.
fn rejected(forms: &[String], opening: &str) -> Option<usize> {
    let noun = usize::from(forms.first()? == "that");
    if noun == 0 && opening != "that" || !is_in(forms.get(noun)?, SAID) {
        return None;
    }
    let verb = (noun + 1..forms.len()).find(|&at| !is_in(&forms[at], BEFORE_SAID))?;
    is_in(&forms[verb], REJECTING).then_some(verb + 1)
}

/// What tells whether a verb straight before a passage has its subject before it or behind it.
struct Subject<'w> {
    /// Whether the passage may begin with one.
    may_follow: bool,
    words: &'w [&'w str],
    is_parted: &'w [bool],
    quoted: &'w str,
}

/// Auxiliaries and the like between a subject and its verb.
const AUXILIARIES: &str = "has have had also a ont avait ha han hanno aveva hat tem";
/// What stands straight before a verb that has no subject before it: a passive, or what it denies.
const NO_SUBJECT: &str = "was were been being is are be get got que qu' le la les l' comme où dont ce lo los las como según \
    donde che li come ne si se o os as fue fueron sido foi foram stato stata è";
/// German pronouns that are a subject, and articles before one; articles of an object.
const GERMAN_SUBJECTS: &str = "er ich wir man wer";
const GERMAN_NOMINATIVE: &str = "der ein kein dieser jeder";
const GERMAN_OBJECTS: &str = "den einen seine seinen ihre ihren jede jeden";
/// What is refused, and not said to be untrue: `denied a request`.
const REFUSED: &str = "request requests motion application applications appeal bail petition entry access permission right \
    rights chance opportunity visa visas";

impl Subject<'_> {
    /// Whether the verb of so many words has its subject before it, and its object behind it: `He denied |his part|`.
    fn stands_before(&self, count: usize, language: &str) -> bool {
        let is_auxiliary =
            |at: usize| self.words.get(at).is_some_and(|word| is_in(&in_table_form(word), AUXILIARIES));
        // What is *denied* alone has no object: `recurso negado`.
        let is_participle = matches!(language, "es" | "it" | "pt") && self.words[count - 1].ends_with('o');
        if is_participle && !is_auxiliary(count) {
            return false;
        }
        let at = if is_auxiliary(count) && !self.is_parted[count - 1] { count + 1 } else { count };
        let Some(&word) = self.words.get(at).filter(|_| !self.is_parted[at - 1]) else { return false };
        let form = in_table_form(word);
        let mut opening = self.quoted.split(|c: char| !ch::is_word(c)).map(in_table_form);
        if language == "de" {
            let article = self.words.get(at + 1).map(|word| in_table_form(word)).unwrap_or_default();
            let is_noun = word.starts_with(char::is_uppercase);
            let is_object = opening.next().is_some_and(|first| is_in(&first, GERMAN_OBJECTS));
            return is_in(&form, GERMAN_SUBJECTS)
                || is_noun && (is_object || is_in(&article, GERMAN_NOMINATIVE));
        }
        let is_refused = language == "en" && opening.take(4).any(|word| is_in(&word, REFUSED));
        !is_in(&form, NO_SUBJECT) && !is_adverb(&form) && !is_refused
    }
}

impl Denial {
    /// Of its words those that few texts have: *lieu* of *au lieu*, *instead* of *instead of*.
    const fn telling(&self) -> &'static str {
        if self.is_preposition && self.particle.len() > self.words.len() { self.particle } else { self.words }
    }

    /// The same of words in the form of the tables, before what may be their subject.
    fn length(&self, forms: &[String], subject: &Subject<'_>) -> Option<usize> {
        let is_adverb = |at: usize| forms.get(at).is_some_and(|form| is_adverb(form));
        let is_before_subject = subject.may_follow;
        let may_follow = |count: &usize| {
            let has_its_own = || is_before_subject && subject.stands_before(*count, self.language);
            is_in("-", self.joints) && (self.is_preposition || !is_before_subject) || has_its_own()
        };
        if is_in("-", self.joints) || is_in("=", self.joints) {
            let straight = [0, usize::from(is_adverb(0))].into_iter().find_map(|at| self.word_at(forms, at));
            if straight.as_ref().is_some_and(may_follow) {
                return straight;
            }
        }
        let joins = |form: &String| is_in(form, self.joints) && !(is_before_subject && form == BEFORE_VERB);
        if !forms.first().is_some_and(joins) {
            return None;
        }
        let most = self.between + usize::from(is_adverb(1));
        (1..=1 + most).find_map(|at| self.word_at(forms, at))
    }

    /// How many of some forms there are up to one of its words, which is, with its particle, the one at `at`.
    fn word_at(&self, forms: &[String], at: usize) -> Option<usize> {
        let is_particle = || forms.get(at).is_some_and(|form| form == self.particle);
        let at = if self.particle.is_empty() { at } else { at + usize::from(is_particle()) };
        let is_phrase =
            self.particle.is_empty() || at > 0 && forms.get(at - 1).is_some_and(|form| form == self.particle);
        // `lehnte es ab`
        let at =
            if forms.get(at).is_some_and(|form| self.particle == "ab" && form == "es") { at + 1 } else { at };
        let is_one = |form: &String| is_in(form, self.words) || self.is_joined_to_and(form);
        (is_phrase && forms.get(at).is_some_and(is_one)).then_some(at + 1)
    }

    fn is_joined_to_and(&self, form: &str) -> bool {
        self.language == "ar"
            && ARABIC_AND.iter().any(|and| form.strip_prefix(and).is_some_and(|form| is_in(form, self.words)))
    }

    /// The same where what follows begins with what joins it to the denial: `false` before *that he knew*.
    fn joined(&self, forms: &[String], opening: &str, quoted: &str) -> Option<usize> {
        let is_adverb = forms.first().is_some_and(|form| is_adverb(form));
        let is_verb =
            || self.infinitives.iter().any(|end| opening.len() > end.len() + 1 && opening.ends_with(end));
        let is_clause =
            || !self.before_infinitive.is_empty() && has_infinitive(quoted, self.before_infinitive);
        let is_joined =
            !matches!(opening, "-" | "=") && is_in(opening, self.joints) || is_verb() || is_clause();
        let length = [0, usize::from(is_adverb)].into_iter().find_map(|at| self.word_at(forms, at));
        length.filter(|_| is_joined)
    }
}

/// Whether a word, which ends a denial, opens the clause that this denies: *that*.
pub fn opens_clause(word: &str) -> bool {
    is_in(&in_table_form(word), THAT)
}

/// Words that ask who could, by language: *who* and *can*.
const WHO_CAN: &[(&str, &str, &str)] = &[
    ("en", "who", "can could would"),
    ("fr", "qui", "peut pourrait oserait"),
    ("de", "wer", "kann könnte will wollte"),
    ("es", "quién", "puede podría"),
    ("it", "chi", "può potrebbe potrà"),
    ("pt", "quem", "pode poderia"),
    ("ru", "кто", "может сможет"),
];

/// Whether two words, the second straight behind the first, ask who could.
pub fn asks_who_can(who: &str, can: &str, language: Option<&str>) -> bool {
    let known = Known::of(language);
    let [who, can] = [who, can].map(in_table_form);
    let is_one = |(own, one, verbs): &(&str, &str, &str)| known.has(own) && who == *one && is_in(&can, verbs);
    WHO_CAN.iter().any(is_one)
}

/// Whether a word may open a sentence before its question.
pub fn is_and(word: &str) -> bool {
    is_in(&in_table_form(word), "and but et mais und aber y e ma mas и но")
}

/// Whether a word, as it is written, may be an adverb.
pub fn may_be_adverb(word: &str) -> bool {
    is_adverb(&in_table_form(word))
}

/// Words that begin a clause of their own, which a verb before it does not deny: *in order to*, *without*.
const OWN_CLAUSE: &str = "um ohne om zonder";

/// Whether the first clause of a passage has an infinitive with `particle` before it or, in German, inside it.
fn has_infinitive(passage: &str, particle: &str) -> bool {
    if is_in(&in_table_form(passage.split(|c| !ch::is_word(c)).next().unwrap_or_default()), OWN_CLAUSE) {
        return false;
    }
    let clause = passage.split([',', ';', ':', '.', '!', '?']).next().unwrap_or(passage);
    let is_inside = |word: &str| {
        particle == "zu"
            && word.ends_with("en")
            && word.find("zu").is_some_and(|at| at > 1 && word.len() > at + 5)
    };
    clause.split_whitespace().any(|word| word == particle || is_inside(word))
}

/// Whether a word may be an adverb, which may stand between a denial and its joint.
fn is_adverb(form: &str) -> bool {
    static KNOWN: LazyLock<FxHashSet<&str>> = LazyLock::new(|| ADVERBS.split_whitespace().collect());
    KNOWN.contains(form) || ADVERB_ENDS.iter().any(|end| form.len() > end.len() + 2 && form.ends_with(end))
}

/// The bytes of what some text begins with and that denies what is before it, behind `marks`; 0 where there is none.
pub fn following_denial(tail: &str, marks: &str, language: Option<&str>) -> usize {
    let known = Known::of(language);
    let may_be = |own: Option<&str>| own.is_none_or(|own| known.has(own));
    let own = AFTER.iter().filter(|(own, _)| may_be(*own)).flat_map(|(_, words)| *words);
    let found = own.filter(|word| tail.starts_with(**word)).map(|word| word.len()).max().unwrap_or(0);
    let found = found.max(chinese::said_false(tail, marks));
    let (head, rest) = tail.split_at(found);
    let is_denied =
        NOT_AFTER.iter().any(|not| rest.starts_with(not)) || japanese::parts_from_negation(head, rest);
    match found {
        _ if is_denied => 0,
        0 => said_false(tail, marks, |language| known.has(language)),
        found => found,
    }
}

/// The first words of the verbs with which something is said to be false.
static SAYING: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let verbs = FALSE.iter().flat_map(|(_, verbs, _)| *verbs);
    verbs.map(|verb| verb.split(' ').next().unwrap_or(verb)).collect()
});

/// The bytes of a verb and of what says with it that the words before are not so, in a language that `is_own`; 0 where a
/// text begins with none. A dash before it may stand for the verb.
fn said_false(tail: &str, marks: &str, is_own: impl Fn(&str) -> bool) -> usize {
    let behind = |verb: &&str| tail.strip_prefix(*verb)?.strip_prefix(' ');
    let end = |rest: &str, what: &str| {
        let rest = rest.strip_prefix(what)?;
        (!rest.starts_with(|c| ch::is_word(c) || ch::is_hyphen(c))).then(|| tail.len() - rest.len())
    };
    let has_dash = marks.contains(ch::is_dash);
    // Most texts begin with no such verb, which their first word tells.
    if !has_dash && !tail.split_once(' ').is_some_and(|(first, _)| SAYING.contains(first)) {
        return 0;
    }
    let said = |(language, verbs, what): &(&str, &[&str], &[&str])| {
        let dashed = || (has_dash && verbs.contains(&"—")).then_some(tail);
        let rest = verbs.iter().find_map(behind).or_else(dashed).filter(|_| is_own(language))?;
        let stronger = |rest: &str| what.iter().find_map(|what| end(rest, what));
        stronger(rest).or_else(|| stronger(without_strengthening(rest)))
    };
    FALSE.iter().find_map(said).unwrap_or(0)
}

/// What follows the words that make *false* stronger.
fn without_strengthening(text: &str) -> &str {
    const MOST: usize = 3;
    let mut rest = text;
    for _ in 0..MOST {
        let Some((word, behind)) = rest.split_once(' ') else { break };
        let form = in_table_form(word);
        if !is_in(&form, STRENGTHENING) && !is_adverb(&form) {
            break;
        }
        rest = behind;
    }
    rest
}

/// Whether some text behind `marks` may begin so, in any language, told at a glance.
pub fn may_follow(tail: &str, marks: &str) -> bool {
    let Some(&first) = tail.as_bytes().first() else { return false };
    let begins = |word: &&str| tail.starts_with(*word);
    (!first.is_ascii() || matches!(first, b'y' | b'r'))
        && (AFTER.iter().flat_map(|(_, words)| *words).any(begins) || chinese::said_false(tail, marks) > 0)
        || !first.is_ascii_punctuation() && said_false(tail, marks, |_| true) > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_word_is_in_the_form_of_the_tables_and_seen_at_a_glance() {
        for denial in DENIALS {
            for word in denial
                .words
                .split(' ')
                .chain(denial.joints.split(' '))
                .filter(|word| !matches!(*word, "-" | "="))
            {
                assert_eq!(in_table_form(word), word);
            }
            for joint in denial.joints.split(' ').filter(|joint| !matches!(*joint, "-" | "=")) {
                assert!(may_end_denial(joint) && may_end_denial(&joint.to_uppercase()), "{joint}");
            }
        }
        assert!(may_end_denial("Denied") && !may_end_denial("minister"));
    }
}
