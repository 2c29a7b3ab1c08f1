//! Words that deny what comes after or before them and are no negations: `denied having`, `refused to`, `否认`. A small
//! table of those that are sure, to be grown with cases. Knows single texts.

mod arabic;
mod chinese;
mod distant;
mod innocent;
mod labels;
mod rejected;
mod subject;
mod table;

use super::characters as ch;
use super::japanese;
use super::lexicons::Known;
use super::numbers::is_in;
use super::word_set::WordSet;
use super::words::in_table_form;
pub use chinese::chinese_denial;
pub use labels::{label_before, verdict_behind};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;
use subject::Subject;
use table::{DENIALS, Denial, FALSE, FRENCH_REJECTING, FRENCH_SAID, REJECTING, SAID, TO_SAY, WRONG};

/// Words that deny what they straight follow, by how they begin; in a language where their letters do not tell it.
const AFTER: &[(Option<&str>, &[&str])] = &[
    (Some("ar"), arabic::FALSE_BEHIND),
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
const THAT: &str = "that que qu' dass daß che dat что що że żeby aby jakoby bahwa rằng laquelle lesquelles أن \
    أنه أنها أنهم أنهما أنهن أننا أنني أني ان انه انها انهم بأن بأنه بأنها بأنهم إن إنه إنها إنهم";

/// Words that may stand between one that denies and what it denies: adverbs, and the ends of others.
const ADVERBS: &str = "toujours encore siempre sempre weiterhin nog ever even again today yesterday monday tuesday wednesday \
    thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche hier gestern heute montag dienstag \
    mittwoch donnerstag freitag samstag sonntag ayer hoy ieri oggi ontem hoje gisteren вчера сегодня снова إطلاقا مطلقا بالمرة البتة تماما";
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
        DENIALS.iter().flat_map(own).chain(
            [ADVERBS, SAID, FRENCH_SAID, TO_SAY, "laquelle lesquelles"]
                .into_iter()
                .flat_map(str::split_whitespace),
        ),
    )
});

/// All that deny what follows.
static DENYING: LazyLock<WordSet> = LazyLock::new(|| {
    let own = DENIALS.iter().flat_map(|denial| denial.telling().split_whitespace());
    let others = [REJECTING, FRENCH_REJECTING, WRONG, arabic::REFUSING, arabic::WRONG];
    WordSet::new(own.chain(others.into_iter().flat_map(str::split_whitespace)))
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
    // Arabic may have a subject there.
    let is_arabic = || word.starts_with(|c| matches!(c, '\u{621}'..='\u{64A}'));
    LAST.may_have(word) || is_arabic() || ADVERB_ENDS.iter().any(|end| word.ends_with(end))
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
        found.filter(|&count| {
            denial.is_fit(&forms, count, quoted)
                && !innocent::is_innocent(denial.language, &forms, count, &subject)
        })
    });
    let found = found.or_else(|| rejected::rejected(&forms, &opening, &known));
    found.or_else(|| arabic::denial(&forms, &subject).filter(|_| known.has("ar")))
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
        let is_joined = !matches!(opening, "-" | "=") && is_in(opening, self.joints)
            || is_verb()
            || is_clause()
            || self.is_straight_before_deed();
        let length = [0, usize::from(is_adverb)].into_iter().find_map(|at| self.word_at(forms, at));
        length.filter(|_| is_joined)
    }
}

/// Whether a French verb that denies, before `marks` with a comma, ends an aside instead, for what it denies does not
/// begin the passage `quoted`: `le maire, qui nie, |a été placé`.
pub fn ends_aside(verb: &str, marks: &str, quoted: &str, language: Option<&str>) -> bool {
    if !marks.contains(',') || marks.contains(ch::is_quotation_mark) {
        return false;
    }
    let quoted = quoted.trim_start_matches(|c: char| !ch::is_word(c));
    let opening = in_table_form(quoted.split(|c: char| !ch::is_word(c)).next().unwrap_or_default());
    let known = Known::of(language);
    let of_french = || DENIALS.iter().filter(|denial| denial.language == "fr" && known.has("fr"));
    let form = in_table_form(verb);
    let is_joined = |denial: &Denial| is_in(&opening, denial.joints) || opening == "qu";
    let mut own = of_french().filter(|denial| is_in(&form, denial.words)).peekable();
    own.peek().is_some() && !own.any(is_joined)
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
    // Of the next clause, or another word: `غير صحيح أن`.
    let is_of_next =
        ["ه", "ت", "ة", " أن", " ما "].iter().any(|next| rest.starts_with(next)) && known.has("ar");
    let is_denied = is_of_next
        || NOT_AFTER.iter().any(|not| rest.starts_with(not))
        || japanese::parts_from_negation(head, rest);
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
