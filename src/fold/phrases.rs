//! Phrases in which a word that negates elsewhere does not, and words that negate in company only. A small table, to
//! be grown with cases that are sure. Knows single texts.

mod table;

use super::arabic;
use super::characters as ch;
use super::lexicons::{Known, lexicons};
use super::word_set::WordSet;
use super::words::{in_table_form, is_negation};
use std::ops::Range;
use std::sync::LazyLock;
use table::PHRASES;

/// Words, by language, that may stand between a negation and what it negates, and change nothing of that.
const ADVERBS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "yet",
            "in fact",
            "actually",
            "really",
            "at all",
            "necessarily",
            "always",
            "even",
            "ever",
            "fully",
            "entirely",
            "currently",
            "previously",
            "been",
            "be",
            "being",
        ],
    ),
    (
        "fr",
        &[
            "encore",
            "vraiment",
            "du tout",
            "en fait",
            "en réalité",
            "nécessairement",
            "forcément",
            "toujours",
            "réellement",
            "même",
            "été",
            "être",
        ],
    ),
    ("es", &["todavía", "aún", "realmente", "en realidad", "necesariamente", "siempre", "ha sido", "fue"]),
    ("it", &["ancora", "davvero", "in realtà", "necessariamente", "sempre", "mai", "stato", "stata"]),
    ("pt", &["ainda", "realmente", "na verdade", "necessariamente", "sempre", "foi"]),
    ("de", &["noch", "wirklich", "tatsächlich", "unbedingt", "immer", "etwa", "mehr"]),
    ("nl", &["nog", "echt", "altijd", "per se"]),
    ("ru", &["ещё", "еще", "всегда", "действительно", "был", "была", "были"]),
    ("ar", &["حتى", "فعلا", "حقا", "بعد", "أبدا", "يكن", "تكن", "يكونوا"]),
];

/// Words before French `pas` that make a noun of it: a step. *Les pas encore vaccinés* are none.
const DETERMINERS: &[&str] = &[
    "un", "le", "du", "au", "ce", "son", "mon", "ton", "leur", "notre", "votre", "premier", "grand", "petit",
    "faux", "chaque", "premiers", "grands", "petits", "quelques", "deux", "trois", "nouveau", "dernier",
];

/// Words at which a French clause ends, so that a `ne` before them is of another.
const CLAUSE_WORDS: &[&str] =
    &["et", "mais", "ou", "car", "que", "qui", "où", "dont", "donc", "quand", "si", "lorsque", "puisque"];

/// Words before French `plus` that make a comparison of it, whatever stands before them.
const COMPARING: &[&str] =
    &["le", "la", "les", "au", "de", "bien", "beaucoup", "encore", "toujours", "autant", "rien"];

/// Hebrew words that negate with one of some words after them: impossible, nobody, never. Alone they are an island, and
/// *even*.
const WITH_NEXT: &[(&str, &[&str])] = &[("אי", &["אפשר"]), ("אף", &["אחד", "אחת", "פעם"])];

/// Whether a word, as it is written, negates in company only.
pub(super) fn in_company(word: &str) -> bool {
    WITH_NEXT.iter().any(|(one, _)| *one == word)
}

/// Korean imperatives that forbid, after a verb in -지; elsewhere they are other words: 말라 is dry, too.
const FORBIDDING: &[&str] =
    &["말라", "말라고", "말라는", "말라며", "말아라", "말아야", "말고", "말자", "마라", "마라고", "마세요"];

/// Whether the word at `range` of `text` negates. The company that `text` has of it is regarded: in `not only` and
/// `No. 10` nothing is negated. `language` is a BCP 47 tag.
pub fn negates_between(text: &str, range: &Range<usize>, language: Option<&str>) -> bool {
    negates_left_out(text, &(0..text.len()), range, language)
}

/// Whether the word at `range` of `text` negates where the bytes `gap` of `text` are left out, which hold it.
///
/// Only what is left out is company that makes a phrase: of `not only a habit` the word `not` alone turns the rest. What
/// a word is, the words before the gap tell too: `plus` negates after `ne`.
pub fn negates_left_out(
    text: &str,
    gap: &Range<usize>,
    range: &Range<usize>,
    language: Option<&str>,
) -> bool {
    let (before, word) = (&text[..range.start], &text[range.clone()]);
    let (head, tail) = (&text[gap.start..range.start], &text[range.end..gap.end]);
    // Rock 'n' roll, and not ‘n’est’.
    let is_and = !text[range.end..].starts_with(ch::is_letter)
        && head.ends_with(ch::is_apostrophe)
        && word.starts_with(['n', 'N'])
        && word.ends_with(ch::is_apostrophe);
    if is_and {
        return false;
    }
    let goes_with = |(one, nexts): &(&str, &[&str])| {
        let next = text[range.end..].trim_start().split(|c: char| !ch::is_letter(c)).next();
        *one == word && next.is_some_and(|next| nexts.contains(&next))
    };
    if WITH_NEXT.iter().any(goes_with) {
        return true;
    }
    if !is_negation(word, language) {
        return FORBIDDING.contains(&word)
            && before.split_whitespace().next_back().is_some_and(|word| word.ends_with('지'));
    }
    let form = in_table_form(word);
    // Not *which* but *would not have*, whatever stands before it.
    if form == "ما" && text[range.end..].trim_start().starts_with("كان ل") {
        return true;
    }
    let languages: Vec<&str> = lexicons(language).map(|lexicon| lexicon.language).collect();
    let negates = |language: &str| {
        let is_other = match (language, &*form) {
            ("en", "no") => word.starts_with('N') && is_numero(head, tail),
            // A French word, too.
            ("en", "dont") => languages.contains(&"fr"),
            // Rock n’ roll; elsewhere it ends a word, as in *didn’t*.
            ("en", "n'") => !tail.starts_with(['t', 'T']),
            ("fr", "plus") => is_comparison(before, tail),
            ("fr", "pas") => is_noun(before),
            // That it is relative, the word before it tells, be it left out or not.
            ("ar", "ما") => {
                is_in_phrase(before, &form, tail, "ar") || arabic::is_relative(before, &text[range.end..])
            }
            ("ar", "وما" | "فما") => arabic::is_relative("", &text[range.end..]),
            ("ko", "아니라") => head.trim_end().ends_with("뿐만") || head.trim_end().ends_with('뿐'),
            _ => false,
        };
        is_negation(word, Some(language)) && !is_other
    };
    // Arabic *and* is written together with the first word: `ولا يزال`.
    let bare = form.strip_prefix(['و', 'ف']).unwrap_or(&form);
    let is_in_phrase = |language: &&str| {
        is_in_phrase(head, &form, tail, language)
            || *language == "ar" && bare != form && is_in_phrase("", bare, tail, language)
    };
    if languages.is_empty() {
        return !PHRASES.iter().any(|(language, _)| is_in_phrase(language));
    }
    languages.iter().any(|language| negates(language)) && !languages.iter().any(is_in_phrase)
}

/// Whether French `plus` compares: no `ne` before it in its clause, or another half between; or a number after it.
fn is_comparison(head: &str, tail: &str) -> bool {
    if tail.trim_start().strip_prefix("de ").is_some_and(|rest| rest.starts_with(ch::is_digit)) {
        return true;
    }
    let clause = head.rsplit(['.', '!', '?', ';', ':']).next().unwrap_or(head);
    let words = clause
        .rsplit(|c: char| c.is_whitespace() || ch::is_apostrophe(c))
        .filter(|word| !word.is_empty())
        .map(|word| in_table_form(word.trim_matches(is_mark)));
    for (number, word) in words.enumerate() {
        match &*word {
            last if number == 0 && COMPARING.contains(&last) => return true,
            "ne" | "n" => return false,
            "pas" | "jamais" | "rien" | "aucun" | "aucune" | "guère" | "qu" => return true,
            word if CLAUSE_WORDS.contains(&word) => return true,
            _ => {}
        }
    }
    true
}

/// Whether French `pas` after these words is a noun.
fn is_noun(head: &str) -> bool {
    let last = head.split_whitespace().next_back().map(in_table_form);
    head.ends_with(char::is_whitespace) && last.is_some_and(|last| DETERMINERS.contains(&&*last))
}

/// Whether English `No` between these is *number*: `No. 10`, and inside a sentence `No 10`, for `No 10 people` may
/// begin one.
fn is_numero(head: &str, tail: &str) -> bool {
    let is_inside = head.trim_end().ends_with(|c| ch::is_letter(c) || c == ',');
    let number = tail.strip_prefix('.').or_else(|| is_inside.then_some(tail));
    number.is_some_and(|number| number.trim_start().starts_with(ch::is_digit))
}

fn is_in_phrase(head: &str, word: &str, tail: &str, language: &str) -> bool {
    let phrases = PHRASES.iter().filter(|(known, _)| *known == language);
    // Most phrases do not have the word.
    let mut having = phrases.flat_map(|(_, phrases)| *phrases).filter(|phrase| phrase.contains(word));
    having.any(|phrase| {
        let parts: Vec<&str> = phrase.split(' ').collect();
        let is_at = |&at: &usize| parts[at] == word;
        let is_elided = ch::is_apostrophe(word.chars().next_back().unwrap_or(' '));
        (0..parts.len())
            .filter(is_at)
            .any(|at| follows(head, &parts[..at]) && goes_on(tail, &parts[at + 1..], is_elided))
    })
}

/// Whether some text may end with a word or a phrase of [`before_adverb`] in any language.
pub fn may_end_adverb(head: &str) -> bool {
    last_word(head).is_some_and(|(_, word)| LAST_OF_ADVERBS.may_have(word))
}

static LAST_OF_ADVERBS: LazyLock<WordSet> = LazyLock::new(|| {
    let all = ADVERBS.iter().flat_map(|(_, adverbs)| *adverbs);
    WordSet::new(all.filter_map(|adverb| adverb.rsplit(' ').next()))
});

/// What stands before a word, or a phrase, that ends `head` and leaves a negation before it what it is: *yet*, *in
/// fact*. Where the language is not known, those of every language count. `None` where there is none.
pub fn before_adverb<'h>(head: &'h str, language: Option<&str>) -> Option<&'h str> {
    let known = Known::of(language);
    let of_language = ADVERBS.iter().filter(|(own, _)| known.may_be(own));
    // One word is looked at for all of them, for most texts have none there.
    let last = in_table_form(last_word(head)?.1);
    let ends_so = |adverb: &&&str| adverb.rsplit(' ').next() == Some(last.as_str());
    of_language.flat_map(|(_, adverbs)| *adverbs).filter(ends_so).find_map(|adverb| {
        let start = adverb.rsplit(' ').try_fold(head, |head, word| {
            let (before, own) = last_word(head)?;
            (in_table_form(own) == *word).then_some(before)
        });
        let is_apart = |rest: &&str| rest.trim_end_matches(['(', '[']).ends_with(|c: char| ch::is_space(c));
        start.filter(is_apart)
    })
}

/// The last word of some text, and what is before it.
fn last_word(head: &str) -> Option<(&str, &str)> {
    let rest = head.trim_end();
    let start = rest.trim_end_matches(ch::is_word).len();
    (start < rest.len()).then(|| rest.split_at(start))
}

/// Whether `head` ends with these words and white space.
fn follows(head: &str, words: &[&str]) -> bool {
    let mut found = head.split_whitespace().rev().map(|word| word.trim_start_matches(is_mark));
    words.is_empty()
        || head.ends_with(char::is_whitespace)
            && words.iter().rev().all(|word| found.next().is_some_and(|found| in_table_form(found) == *word))
}

/// Whether `tail` begins with these words, and before them with white space, unless the word that they follow is elided.
fn goes_on(tail: &str, words: &[&str], is_elided: bool) -> bool {
    let mut found = tail.split_whitespace().map(|word| word.trim_end_matches(is_mark));
    words.is_empty()
        || (is_elided || tail.starts_with(char::is_whitespace))
            && words.iter().all(|word| found.next().is_some_and(|found| in_table_form(found) == *word))
}

fn is_mark(c: char) -> bool {
    !ch::is_word(c) && !ch::is_apostrophe(c)
}

#[cfg(test)]
mod tests {
    use super::negates_between;

    /// Whether the word between `[` and `]` negates in its company.
    fn negates(language: &str, marked: &str) -> bool {
        let (head, rest) = marked.split_once('[').unwrap();
        let (word, tail) = rest.split_once(']').unwrap();
        let text = format!("{head}{word}{tail}");
        negates_between(&text, &(head.len()..head.len() + word.len()), Some(language))
    }

    #[test]
    fn what_stands_in_a_phrase_does_not_negate() {
        for (language, marked) in [
            ("en", "he was [not] only, "),
            ("en", "[No]. 10 said"),
            ("en", "ranked [No] 1"),
            ("en", "took [no] less than four"),
            ("en", "there is [no] doubt"),
            ("fr", "[sans] doute le"),
            ("fr", "[plus] tard"),
            ("fr", "Il n’a [plus] de 40"),
            ("fr", "Le taux est [plus] élevé"),
            ("fr", "Il ne ment pas [plus] que toi"),
            ("fr", "Il ne vient que le [plus] tard"),
            ("fr", "Il ne ment. Le prix est [plus] bas"),
            ("fr", "le premier [pas] vers"),
            ("fr", "avance [pas] à pas"),
            ("es", "[nada] menos que"),
            ("ru", "тем [не] менее"),
            ("ko", "부자뿐만 [아니라]"),
            ("ar", "ما [لا] يقل عن"),
            ("es", "[Sin] embargo,"),
            ("de", "[nicht] nur"),
            ("ar", "وهو [ما] يعني"),
            ("ar", "على [ما] يبدو"),
            ("fr", "il part [n’]importe quand,"),
            ("fr", "plus que [jamais],"),
            ("fr", "[ni] plus ni moins"),
            ("fr", "ni plus [ni] moins"),
            ("fr", "parle [sans] cesse"),
            ("en", "[whether] or not he"),
            ("en", "whether or [not] he"),
            ("en", "[no] matter how"),
            ("en", "[none] other than"),
            ("de", "wie [nie] zuvor"),
            ("it", "più che [mai]"),
            ("es", "como [nunca]"),
            ("ru", "как [никогда]"),
            ("ar", "[ما] زال يعمل"),
            ("ar", "[لا] يزال يعمل"),
            ("ar", "[لا] سيما"),
            ("ar", "سجل [مو] صلاح هدفين"),
            ("en-x-fr", "le livre [dont] il parle"),
        ] {
            assert!(!negates(language, marked), "{marked}");
        }
    }

    #[test]
    fn without_the_whole_phrase_a_word_negates() {
        for (language, marked) in [
            ("en", "he was [not]"),
            ("en", "[not]. Only"),
            ("en", "[no] 10 people"),
            ("en", "Late. [No] 10 people"),
            ("en", "[No] doubts"),
            ("en", "[no] less"),
            ("fr", "Il n’a [plus] de pain"),
            ("fr", "Il ne négocie [plus] avec"),
            ("fr", "ne veut [plus] jamais"),
            ("fr", "Il n’a [pas] vers"),
            ("fr", "les [pas] encore vaccinés"),
            ("fr", "le [non] respect"),
            ("fr", "Il n’est, selon lui, [plus] ministre"),
            ("ar", "وهذا [ما] كان ليحدث"),
            ("fr", "[sans] eux"),
            ("fr", "il [n’]importe pas"),
            ("fr", "il ne vient [jamais]"),
            ("fr", "comme s’il ne vient [jamais]"),
            ("en", "it is [no] matter for"),
            ("en", "it is [not] the least"),
            ("ar", "[لا] يزول"),
            ("ar", "أنا [مش] إرهابي"),
            ("en", "I [dont] agree"),
            ("ar", "[لا] يبدو"),
            ("es", "[sin] él"),
            ("de", "[nicht] mehr"),
            ("ar", "وهو، [ما] جاء"),
            ("ar", "[ما] جاء"),
        ] {
            assert!(negates(language, marked), "{marked}");
        }
        // Where several languages may be spoken, a whole phrase tells which.
        assert!(!negates("ru-x-uk-bg", "он [не] только") && negates("ru-x-uk-bg", "он [не] знает"));
        assert!(negates("en-x-fr", "Il ne veut [plus] voter") && !negates("en-x-fr", "Il est [plus] grand"));
        assert!(negates("ko", "하지 [말라] 했다") && !negates("ko", "강이 [말라] 갔다"));
    }
}
