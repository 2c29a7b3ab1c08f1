//! Passages that begin as a question does, or have a clause that does: *And to what extent is he responsible*; and the
//! clauses that begin alike and ask nothing: *What he did was illegal*.

use super::asking::Asking;
use super::{Kind, Word, east, west};
use crate::fold::lexicons::Known;

/// So many conjunctions and the like may stand before a question, and so many prepositions.
const LINKS: usize = 3;
const PREPOSITIONS: usize = 2;
/// So many words may stand between two commas behind a word that asks, and so many say who is spoken to.
const ASIDE: usize = 3;
const NAMED: usize = 3;
/// So many words behind its first one the Russian particle of a question stands at most.
const PARTICLE: usize = 4;

/// Whether a clause of `words` asks, in a language that is known. `is_particle` says which words ask *whether*.
pub(super) fn asks(words: &[Word], known: &Known, is_particle: impl Fn(&str) -> bool) -> bool {
    let wide = west::WIDE.iter().chain(east::WIDE).filter(|table| known.may_be(table.language));
    let mut tables =
        wide.chain(west::OTHERS.iter().chain(east::OTHERS).filter(|table| known.has(table.language)));
    is_particle(first(words))
        || has_particle_behind(words, known)
        || has_asking_ending(words, known)
        || tables.any(|table| has_asking_clause(words, table, &is_particle))
}

fn has_asking_clause(words: &[Word], table: &Asking, is_particle: &impl Fn(&str) -> bool) -> bool {
    if let Some(bare) = without_aside(words, table) {
        return has_asking_clause(&bare, table, is_particle);
    }
    if asks_behind_condition(words, table) || asks_somebody(words, table) {
        return true;
    }
    clauses(words, table).any(|(clause, is_fresh)| {
        let clause = without_marks(clause);
        let links = links(clause, table.links);
        let behind = &clause[links..];
        if !is_fresh {
            return goes_on_asking(clause, table);
        }
        let is_inner = clause.len() < without_marks(words).len();
        is_particle(first(behind)) || opens(behind, table, is_inner || links > 0 || is_other(table))
    })
}

/// Whether a table is of those whose questions are looked for only where the language is known.
fn is_other(table: &Asking) -> bool {
    west::OTHERS.iter().chain(east::OTHERS).any(|other| other.language == table.language)
}

fn first(words: &[Word]) -> &str {
    words.iter().find(|word| word.kind == Kind::Word).map_or("", |word| &word.form)
}

/// The passage and what follows its commas and colons, and whether a clause may begin there as a sentence does.
fn clauses<'a>(words: &'a [Word], table: &'a Asking) -> impl Iterator<Item = (&'a [Word], bool)> {
    let inner = words.iter().enumerate().filter_map(move |(at, word)| match word.kind {
        Kind::Colon => Some((&words[at + 1..], true)),
        Kind::Comma => Some((&words[at + 1..], is_opening(&words[..at], table))),
        Kind::Word | Kind::Mark => None,
    });
    std::iter::once((words, true)).chain(inner)
}

/// Whether what follows these words and a comma is a sentence for itself: they are nothing but links, or such a phrase.
fn is_opening(words: &[Word], table: &Asking) -> bool {
    let links = links(words, table.links);
    let is_rest = |phrase: &str| phrase.split_whitespace().eq(words[links..].iter().map(|word| &*word.form));
    links == words.len() || table.openings.split(',').any(is_rest)
}

/// The words without what stands between two commas straight behind their first that asks: *who, then, signed it*.
fn without_aside(words: &[Word], table: &Asking) -> Option<Vec<Word>> {
    let at = links(words, table.links);
    let is_comma = |word: &Word| word.kind == Kind::Comma;
    if !words.get(at)?.is_of(table.words) || !is_comma(words.get(at + 1)?) {
        return None;
    }
    let end = at + 2 + words[at + 2..].iter().take(ASIDE + 1).position(is_comma)?;
    Some([&words[..=at], &words[end + 1..]].concat())
}

/// Whether the last clause asks, behind a first one that says *if* and has no other. Where a verb is second, one that begins
/// with its verb tells.
fn asks_behind_condition(words: &[Word], table: &Asking) -> bool {
    let links = links(words, table.links);
    let is_condition = words.get(links).is_some_and(|word| word.is_of(table.conditions));
    let Some(comma) = words.iter().rposition(|word| word.kind == Kind::Comma) else { return false };
    let last = &words[comma + 1..];
    let tells = || table.has_verb_second && last.first().is_some_and(|word| word.is_of(table.verbs));
    is_condition && links < comma && !tells() && opens_main(last, table)
}

/// Whether the words are a question behind the first comma, before which somebody is spoken to.
fn asks_somebody(words: &[Word], table: &Asking) -> bool {
    let Some(comma) = words.iter().position(|word| word.kind == Kind::Comma) else { return false };
    let named = words[..comma].get(links(&words[..comma], table.links)..).unwrap_or_default();
    let is_address = named.first().is_some_and(|word| word.is_of(table.addresses))
        && named.iter().filter(|word| word.kind == Kind::Word).count() <= NAMED;
    let asked = &words[comma + 1..];
    // A verb may begin what is said of who said it: *Herr Müller, hieß es, ging*.
    let goes_on = |first: &Word| first.is_of(table.attached) || first.is_of(table.verbs) && has_comma(asked);
    is_address && asked.first().is_some_and(|first| !goes_on(first)) && opens_main(asked, table)
}

/// Whether a main clause that begins with `words`, behind another, asks. Where a verb is second, none of a relative can begin
/// so there.
fn opens_main(words: &[Word], table: &Asking) -> bool {
    opens(words, table, !table.has_verb_second)
}

fn without_marks(words: &[Word]) -> &[Word] {
    let marks = words.iter().take_while(|word| word.kind != Kind::Word).count();
    &words[marks..]
}

/// How many of the `words` are nothing but links before a question.
fn links(words: &[Word], list: &str) -> usize {
    let is_link = |word: &&Word| word.is_of(list);
    words.iter().take(LINKS).take_while(is_link).count()
}

/// Whether a sentence that begins with `words` asks. Where it is to be sure, `is_strict`, a relative with a comma behind
/// its clause does not.
fn opens(words: &[Word], table: &Asking, is_strict: bool) -> bool {
    let Some(first) = words.first() else { return false };
    if first.is_of(table.verbs) {
        return !is_condition(words, table);
    }
    if first.is_of(table.words) && !is_clause(words, table) && !(is_strict && is_open(words, table)) {
        return true;
    }
    let before = words.iter().take(PREPOSITIONS).take_while(|word| word.is_of(table.prepositions)).count();
    let mut fronted = (1..=before).map(|count| &words[count..]);
    fronted.any(|rest| {
        let may_tell = || {
            is_idle(words, table)
                || is_clause(rest, table)
                || is_answered(rest, table)
                || rest[0].is_of(table.relatives) && has_comma(rest)
        };
        rest.first().is_some_and(|word| word.is_of(table.words)) && !may_tell()
    })
}

/// Whether a clause that begins with a verb says *if*: another verb begins the main clause.
fn is_condition(words: &[Word], table: &Asking) -> bool {
    let joins = |word: &Word| word.kind == Kind::Comma || word.is_of(table.conjunctions);
    let goes_on = || {
        let alone = words.iter().skip(2).take_while(|word| !joins(word));
        !table.conjunctions.is_empty() && alone.clone().any(|word| word.is_of(table.answers))
    };
    let is_answered = words.windows(2).any(|two| two[0].kind == Kind::Comma && two[1].is_of(table.answers));
    is_answered || goes_on()
}

/// Whether the first of `words`, which asks elsewhere, may begin a clause of another sentence here.
fn is_open(words: &[Word], table: &Asking) -> bool {
    if !words[0].is_of(table.relatives) {
        return false;
    }
    let is_verb = |at: usize| words.get(at).is_some_and(|word| word.is_of(table.verbs));
    let is_subject = |at: usize| words.get(at).is_some_and(|word| word.is_of(table.subjects));
    if is_verb(1) {
        return false;
    }
    let is_second = table.has_verb_second && (is_subject(1) || !(is_verb(2) || is_subject(2)));
    is_second || has_comma(words)
}

fn has_comma(words: &[Word]) -> bool {
    words.iter().any(|word| word.kind == Kind::Comma)
}

/// Whether a clause behind a comma asks, where one of another sentence cannot begin so.
fn goes_on_asking(words: &[Word], table: &Asking) -> bool {
    let [first, rest @ ..] = words else { return false };
    let is_inverted = first.is_of(table.verbs) && rest.first().is_some_and(|word| word.is_of(table.inverted));
    let asks_on = || table.verbs.is_empty() || rest.first().is_some_and(|word| word.is_of(table.verbs));
    is_inverted && !table.within.is_empty()
        || first.is_of(table.within) && !is_idle(words, table) && asks_on()
}

/// Whether the clause of the first of `words`, one that asks elsewhere, is none that asks.
fn is_clause(words: &[Word], table: &Asking) -> bool {
    let [first, next, ..] = words else { return false };
    if is_idle(words, table) {
        return true;
    }
    if next.is_of(table.verbs) || !first.is_of(table.relatives) {
        return false;
    }
    if !table.joined.is_empty() && next.form.starts_with(table.joined) {
        return true;
    }
    let is_told = next.is_of(table.subjects) && !is_inverted(words, table);
    is_told && (has_comma(words) || has_verb_behind(words, table)) || is_answered(words, table)
}

/// Whether a pronoun stands straight behind a verb of a question.
fn is_inverted(words: &[Word], table: &Asking) -> bool {
    words.windows(2).any(|two| two[0].is_of(table.verbs) && two[1].is_of(table.inverted))
}

/// Whether a verb follows the clause of a relative, with words behind it: *what he did was illegal*. A clause whose
/// subject is a pronoun takes a verb more, that of a noun two words.
fn has_verb_behind(words: &[Word], table: &Asking) -> bool {
    let own = if words[1].is_of(table.inverted) { 3 } else { 4 };
    let verbs = if table.copulas.is_empty() { table.verbs } else { table.copulas };
    let rest = words.get(own..words.len() - 1).unwrap_or_default();
    rest.iter().any(|word| word.is_of(verbs))
}

/// Whether a main clause begins behind the first comma of `words`.
fn is_answered(words: &[Word], table: &Asking) -> bool {
    let Some(comma) = words.iter().position(|word| word.kind == Kind::Comma) else { return false };
    let Some(next) = words.get(comma + 1) else { return false };
    let (ending, others) = table.ending;
    let is_verb = || {
        !ending.is_empty()
            && next.is_small
            && next.form.ends_with(ending)
            && !next.is_of(others)
            && !next.form.starts_with("ge")
    };
    // A question has its own verb second: what is behind its comma answers nothing.
    let is_asked = words.get(1).is_some_and(|word| word.is_of(table.verbs));
    let is_time = || words[0].is_of(table.times) && next.is_of(table.pronouns);
    !is_asked && (next.is_of(table.answers) || is_time() || is_verb())
}

/// Whether the first two of `words` ask nothing together.
fn is_idle(words: &[Word], table: &Asking) -> bool {
    let [first, next, ..] = words else { return false };
    let mut pairs = table.idle.split(',').filter_map(|pair| pair.trim().split_once(' '));
    // Arabic *and* is written with what follows.
    let stem = first.stem();
    let own = |one: &str| one == stem || stem.strip_prefix(['و', 'ف']) == Some(one);
    pairs.any(|(one, other)| other == next.stem() && own(one))
}

/// Whether Slavic *ли* asks: it stands behind the first words of the sentence; behind a comma it may say *whether*.
fn has_particle_behind(words: &[Word], known: &Known) -> bool {
    let is_spoken = ["ru", "bg", "be", "sr", "hr"].iter().any(|language| known.may_be(language));
    let head = words.iter().take(PARTICLE + 1).take_while(|word| word.kind == Kind::Word);
    is_spoken && head.skip(1).any(|word| matches!(&*word.form, "ли" | "ль" | "li"))
}

/// Indonesian words that end as those do to which the particle of a question is joined.
/// Finnish names that end as its verbs do in questions.
const NO_FINNISH: &str = "meksiko mexiko marko jaakko turko";
const NO_PARTICLE: &str =
    "langkah nikah menikah berkah mekkah makkah mekah naskah kah bongkah tengkah setengkah";

/// Whether the first word asks by its ending: Indonesian *-kah*, Finnish *-ko*.
fn has_asking_ending(words: &[Word], known: &Known) -> bool {
    let mut spoken = words.iter().filter(|word| word.kind == Kind::Word);
    let asks = |word: &Word| {
        let is_malay = known.has("id") || known.has("ms");
        let is_finnish = known.has("fi")
            && word
                .form
                .strip_suffix(['o', 'ö'])
                .is_some_and(|stem| stem.ends_with('k') && !stem.ends_with("kk") && !word.is_of(NO_FINNISH));
        is_malay && word.form.ends_with("kah") && !word.is_of(NO_PARTICLE) || is_finnish
    };
    spoken.next().is_some_and(asks)
}
