//! In what a quote differs from its source, in words and as marks in the source.

use super::context::sentence_around;
use super::messages::{Case, REPEATED};
use super::slips;
use crate::anchor::tokens::{Term, terms};
use crate::anchor::{Anchoring, Kind, SegmentDifference};
use crate::finding::Marked;
use crate::fold::characters::{is_mark, is_spaceless, is_word, name as character_name};
use crate::fold::{Difference, Form, folded, marks, words};
use crate::quoting::{counted, described, shortened};
use crate::text::{Span, Text};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// So many differences are told one by one.
const TOLD: usize = 6;
/// So many letters of a word are told on either side of one that differs.
const LONGEST_WORD: usize = 30;

pub(super) fn kinds_of(differences: &[SegmentDifference]) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = differences.iter().map(|one| one.difference.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// In what words differ, the gravest first, without those that say the same where others do not.
pub(super) fn named(segments: &[&str], differences: &[SegmentDifference], text: &Text<'_>) -> String {
    let is_grave = |one: &&SegmentDifference| !one.difference.kind.is_variant();
    let has_grave = differences.iter().any(|one| is_grave(&one));
    let mut all: Vec<&SegmentDifference> =
        differences.iter().filter(|one| !has_grave || is_grave(one)).collect();
    all.sort_by_key(|one| one.difference.kind);
    let mut names: Vec<&str> = all.into_iter().flat_map(|one| names(one, segments, text)).collect();
    let mut seen = HashSet::new();
    names.retain(|name| seen.insert(*name));
    names.join(", ")
}

fn names(one: &SegmentDifference, segments: &[&str], text: &Text<'_>) -> Vec<&'static str> {
    let Difference { kind, quote, source } = one.difference;
    marks::names(kind, &segments[one.segment][quote.range()], text.slice(source))
}

/// French words that negate behind *ne* and, as people speak, without it; `plus` alone may say the contrary.
const WITHOUT_NE: &[&str] = &["pas", "rien"];

/// Whether all negations that differ are a French *ne* that one side alone has, before a word that negates on both sides:
/// `on ne signe pas` and `on signe pas`.
pub(super) fn deny_alike(case: &Case<'_>) -> bool {
    const MOST: usize = 4;
    let segments = case.quote.segments();
    let of_word = |text: &str, word: &str| text.split(|c| !is_word(c)).filter(|one| *one == word).count();
    let is_ne = |one: &SegmentDifference| {
        let Difference { quote, source, .. } = one.difference;
        let own = segments[one.segment];
        let Some(place) = case.anchoring.segments.get(one.segment).copied().flatten() else { return false };
        let (ne, behind) = if source.is_empty() {
            (&own[quote.range()], &own[quote.end..])
        } else {
            (case.text.slice(source), &case.text.as_str()[source.end..place.end.max(source.end)])
        };
        let mut next = behind.split(|c| !is_word(c)).filter(|word| !word.is_empty()).take(MOST);
        let has_both = |word: &str| of_word(own, word) == of_word(case.text.slice(place), word);
        quote.is_empty() != source.is_empty()
            && matches!(ne, "ne" | "n’" | "n'")
            && next.any(|word| WITHOUT_NE.contains(&word) && has_both(word))
    };
    let mut negations = case.anchoring.differences.iter().filter(|one| one.difference.kind == Kind::Negation);
    words::may_be_in(case.text.language(), "fr") && negations.all(is_ne)
}

/// Whether a quote differs in nothing but how it is typed: in other characters or spaces, in a mark for the middle dot inside
/// a word, in accents upon capitals.
pub(super) fn is_typed_otherwise(case: &Case<'_>) -> bool {
    let (segments, differences) = (case.quote.segments(), &case.anchoring.differences);
    let is_typed = |one: &SegmentDifference| {
        let Difference { kind, quote, source } = one.difference;
        let (own, source) = (&segments[one.segment][quote.range()], case.text.slice(source));
        match kind {
            Kind::Punctuation => is_for_middle_dot(own, source),
            Kind::Accent => differs_on_capitals(own, source),
            _ => kind.is_variant(),
        }
    };
    !differences.is_empty() && differences.iter().all(is_typed)
}

/// Whether `quote` has the marks of a keyboard where the source has the dots inside a word that few have: `élu.e.s`.
fn is_for_middle_dot(quote: &str, source: &str) -> bool {
    let parted = |text: &str, is_mark: fn(char) -> bool| {
        let marks = text.chars().filter(|&c| is_mark(c)).count();
        (marks, text.chars().filter(|&c| !is_mark(c)).collect::<String>())
    };
    let typed = parted(quote, |c| matches!(c, '.' | '-' | '(' | ')'));
    typed.0 > 0 && typed == parted(source, |c| matches!(c, '·' | '‧' | '•'))
}

/// Whether two words differ in capitals alone, upon which many leave their accents out: `Etat` and `État`.
fn differs_on_capitals(quote: &str, source: &str) -> bool {
    let is_same = |(a, b): (char, char)| a == b || a.is_uppercase() && b.is_uppercase();
    quote.chars().count() == source.chars().count() && quote.chars().zip(source.chars()).all(is_same)
}

/// The places of the differences in the source, or of the whole passage where nothing there differs.
pub(super) fn difference_marks(anchoring: &Anchoring, segments: &[&str], text: &Text<'_>) -> Vec<Marked> {
    let differences = with_whole_signs(segments, &anchoring.differences);
    let marked = differences.iter().take(TOLD).map(|one| {
        let source = one.difference.source;
        match end_before(text, source) {
            Some((letter, label)) => Marked::primary(letter, label),
            None => Marked::primary(source, names(one, segments, text).join(", ")),
        }
    });
    let mut marks: Vec<Marked> = marked.collect();
    marks.dedup_by(|a, b| a.span == b.span);
    if marks.is_empty() {
        marks.extend(anchoring.spans().map(|span| Marked::primary(span, "")));
    }
    marks
}

/// What to mark of white space that ends a line, which cannot be seen: the last letter before it, and what ends there.
fn end_before(text: &Text<'_>, source: Span) -> Option<(Span, &'static str)> {
    let blank = text.slice(source);
    if !blank.contains(['\n', '\r']) || !blank.trim().is_empty() {
        return None;
    }
    let letter = text.as_str()[..source.start].chars().next_back()?;
    let is_paragraph = text.block(source.start - 1) != text.block(source.end.min(text.as_str().len() - 1));
    let label = if is_paragraph { "a paragraph ends here" } else { "a line ends here" };
    Some((Span::new(source.start - letter.len_utf8(), source.start), label))
}

/// Every difference in words, equal ones counted, the gravest first.
pub(super) fn told(
    holder: &str,
    segments: &[&str],
    differences: &[SegmentDifference],
    text: &Text<'_>,
) -> Vec<String> {
    let mut counts: HashMap<(Kind, &str, &str), usize> = HashMap::new();
    let mut order: Vec<(Kind, &str, &str)> = Vec::new();
    let mut moved: HashSet<(Kind, &str, &str)> = HashSet::new();
    let differences = with_whole_signs(segments, differences);
    let swapped = swapped(segments, &differences, text);
    for one in differences.iter().filter(|one| !swapped.iter().any(|(quoted, _)| quoted == one)) {
        let Difference { kind, quote, source } = one.difference;
        let whole = |words: &str, span| if kind == Kind::Case { word_around(words, span) } else { span };
        let (quote, source) = (whole(segments[one.segment], quote), whole(text.as_str(), source));
        let key = (kind, &segments[one.segment][quote.range()], text.slice(source));
        let count = counts.entry(key).or_default();
        if *count == 0 {
            order.push(key);
            let is_moved = || is_moved(segments[one.segment], text, key, source);
            moved.extend((swapped.iter().any(|(_, other)| other == &one) || is_moved()).then_some(key));
        }
        *count += 1;
    }
    order.sort_by_key(|key| key.0);
    let times = |key: &(Kind, &str, &str)| match counts[key] {
        1 => String::new(),
        count => format!(" ({count} times)"),
    };
    let notes: Vec<Vec<(Kind, &str, &str)>> = order
        .chunk_by(|before, after| {
            is_told_as_one(before, after) && !moved.contains(before) && !moved.contains(after)
        })
        .map(<[_]>::to_vec)
        .collect();
    let more: usize = notes.iter().skip(TOLD).map(Vec::len).sum();
    let is_swapped = |key: &(Kind, &str, &str)| {
        key.1.is_empty() && swapped.iter().any(|(_, one)| text.slice(one.difference.source) == key.2)
    };
    let note = |keys: Vec<(Kind, &str, &str)>| match keys.as_slice() {
        [key] if is_swapped(key) => format!(
            "{}: {holder} has “{}” in another place than the source{}",
            key.0,
            shortened(key.2, REPEATED),
            times(key)
        ),
        [key] if moved.contains(key) => format!("{}: {}{}", key.0, moved_sentence(holder, key), times(key)),
        [key] => format!(
            "{}: {}{}",
            marks::names(key.0, key.1, key.2).join(", "),
            difference_sentence(holder, *key, text.spoken()),
            times(key)
        ),
        _ => format!("{}: {}", keys[0].0, lone_sentence(holder, &keys, times)),
    };
    let mut notes: Vec<String> = notes.into_iter().take(TOLD).map(note).collect();
    if more > 0 {
        notes.push(format!("and {}", counted(more, "other difference")));
    }
    notes
}

/// The differences of words that each side has at a place of its own, in pairs: what the quote alone has there, and the same
/// words where the source alone has them.
fn swapped<'d>(
    segments: &[&str],
    differences: &'d [SegmentDifference],
    text: &Text<'_>,
) -> Vec<(&'d SegmentDifference, &'d SegmentDifference)> {
    let is_of_words = |one: &&SegmentDifference| matches!(one.difference.kind, Kind::Words | Kind::Number);
    let (quoted, lacking): (Vec<_>, Vec<_>) = differences
        .iter()
        .filter(is_of_words)
        .filter(|one| one.difference.quote.is_empty() != one.difference.source.is_empty())
        .partition(|one| one.difference.source.is_empty());
    let words = |words: &str| folded(words, Form::Words);
    let mut free: HashMap<(usize, Vec<u8>), Vec<&SegmentDifference>> = HashMap::new();
    for one in lacking.into_iter().rev() {
        free.entry((one.segment, words(text.slice(one.difference.source)))).or_default().push(one);
    }
    let pair = |one: &'d SegmentDifference| {
        let own = words(&segments[one.segment][one.difference.quote.range()]);
        Some((one, free.get_mut(&(one.segment, own))?.pop()?))
    };
    quoted.into_iter().filter_map(pair).collect()
}

/// Whether words that only one side has at a place are in the same sentence on the other side too, as often: moved, and not
/// left out or put in. A small word is there for reasons of its own.
fn is_moved(segment: &str, text: &Text<'_>, (kind, quote, source): (Kind, &str, &str), at: Span) -> bool {
    const TELLING: i32 = 7;
    if !matches!(kind, Kind::Words | Kind::Number) || quote.is_empty() == source.is_empty() {
        return false;
    }
    let words = terms(if quote.is_empty() { source } else { quote });
    if words.iter().map(|term| term.weight).sum::<i32>() < TELLING {
        return false;
    }
    let end = text.as_str()[at.start..].chars().next().map_or(at.start, |c| at.start + c.len_utf8());
    let sentence = sentence_around(text, Span::new(at.start, at.end.max(end)));
    let count = |side: &str| {
        let all = terms(side);
        let is_there = |window: &&[Term]| window.iter().zip(&words).all(|(a, b)| a.is_same(b));
        all.windows(words.len()).filter(is_there).count()
    };
    let (own, other) = (count(segment), count(text.slice(sentence)));
    own.min(other) > 0 && if quote.is_empty() { own >= other } else { other >= own }
}

fn moved_sentence(holder: &str, &(_, quote, source): &(Kind, &str, &str)) -> String {
    if quote.is_empty() {
        return format!("the source has “{}”, which {holder} has elsewhere", shortened(source, REPEATED));
    }
    format!("{holder} has “{}”, which the source has elsewhere in this sentence", shortened(quote, REPEATED))
}

/// The differences with each sign that words are left out, such as `[...]`, as one, and not mark by mark.
fn with_whole_signs<'d>(
    segments: &[&str],
    differences: &'d [SegmentDifference],
) -> Cow<'d, [SegmentDifference]> {
    let signs: Vec<Vec<Span>> = segments.iter().map(|words| slips::long_signs(words)).collect();
    if signs.iter().all(Vec::is_empty) {
        return Cow::Borrowed(differences);
    }
    let mut whole: Vec<SegmentDifference> = Vec::with_capacity(differences.len());
    for one in differences {
        let Difference { kind, quote, source } = one.difference;
        let sign = signs[one.segment]
            .iter()
            .find(|sign| sign.contains(quote))
            .filter(|_| !quote.is_empty() && kind == Kind::Punctuation);
        let Some(&sign) = sign else {
            whole.push(one.clone());
            continue;
        };
        let part = |quote, source| SegmentDifference {
            segment: one.segment,
            difference: Difference { kind, quote, source },
        };
        let is_told =
            whole.iter().any(|known| known.segment == one.segment && known.difference.quote == sign);
        whole.extend((!is_told).then(|| part(sign, Span::new(source.start, source.start))));
        // A mark of the source that was laid upon one of the sign's is one that the quote lacks.
        whole.extend((!source.is_empty()).then(|| part(Span::new(quote.end, quote.end), source)));
    }
    Cow::Owned(whole)
}

/// The word that letters lie in, so that a capital is told with its word.
pub(super) fn word_around(words: &str, span: Span) -> Span {
    let inside = |c: &char| is_word(*c) && !is_spaceless(*c);
    let before = words[..span.start].chars().rev().take_while(inside).take(LONGEST_WORD);
    let after = words[span.end..].chars().take_while(inside).take(LONGEST_WORD);
    let (before, after): (usize, usize) = (before.map(char::len_utf8).sum(), after.map(char::len_utf8).sum());
    Span::new(span.start - before, span.end + after)
}

/// Whether two differences are words of one kind that only one and the same side has: the halves of `ne … pas`.
fn is_told_as_one(before: &(Kind, &str, &str), after: &(Kind, &str, &str)) -> bool {
    let are_of_one_side =
        before.1.is_empty() && after.1.is_empty() || before.2.is_empty() && after.2.is_empty();
    before.0 == after.0 && before.0.is_of_words() && are_of_one_side
}

/// What is said of several words that only one side has.
fn lone_sentence(
    holder: &str,
    keys: &[(Kind, &str, &str)],
    times: impl Fn(&(Kind, &str, &str)) -> String,
) -> String {
    let is_of_source = keys[0].1.is_empty();
    let say = |key: &(Kind, &str, &str)| {
        let words = if is_of_source { key.2 } else { key.1 };
        format!("“{}”{}", shortened(words, REPEATED), times(key))
    };
    let mut words: Vec<String> = keys.iter().take(TOLD).map(say).collect();
    let last = match keys.len().saturating_sub(TOLD) {
        0 => words.pop().unwrap_or_default(),
        more => format!("{more} more"),
    };
    let words = format!("{} and {last}", words.join(", "));
    if is_of_source {
        format!("the source has {words}, which {holder} lacks")
    } else {
        format!("{holder} has {words}, which the source lacks")
    }
}

fn difference_sentence(
    holder: &str,
    (kind, quote, source): (Kind, &str, &str),
    language: Option<&str>,
) -> String {
    let say = |text: &str| match kind {
        Kind::Accent | Kind::Case | Kind::Confusable => format!("“{}”", shortened(text, REPEATED)),
        _ if kind.is_of_words() => format!("“{}”", shortened(text, REPEATED)),
        Kind::Punctuation if slips::is_long_sign(text) => format!("“{text}”"),
        // Where a mark joins or parts words, these are told with it.
        Kind::Punctuation if quote.contains(is_word) || source.contains(is_word) => {
            format!("“{}”", shortened(text, REPEATED))
        }
        _ => described(&shortened(text, REPEATED)),
    };
    let (q, s) = (say(quote), say(source));
    match (quote.is_empty(), source.is_empty()) {
        (true, _) => format!("the source has {s}, which {holder} lacks"),
        (_, true) => format!("{holder} has {q}, which the source lacks"),
        _ if slips::is_broken(quote, source) => {
            format!("{holder} has {q}, the source {s}: the same word, broken by a hyphen at a line’s end")
        }
        _ if kind == Kind::Number && slips::are_grouped_otherwise(quote, source) => {
            format!("{holder} has {q}, the source {s}: the digits are the same, only their grouping differs")
        }
        _ if kind == Kind::Number && slips::is_in_other_digits(quote, source) => {
            format!("{holder} has {q}, the source {s}: the same number in the digits of another script")
        }
        _ if kind == Kind::Number && slips::is_same_number(quote, source, language) => {
            format!("{holder} has {q}, the source {s}: the same number, written otherwise")
        }
        _ if kind == Kind::Number && slips::is_same_fraction(quote, source) => {
            format!("{holder} has {q}, the source {s}: the same fraction in other characters")
        }
        _ if kind == Kind::Number && slips::have_same_digits(quote, source) => format!(
            "{holder} has {q}, the source {s}: the digits are the same, but not the marks between them, which can make it another number"
        ),
        _ if kind == Kind::Accent => {
            format!("{holder} has {q}, the source {s}{}", marks_apart(holder, quote, source))
        }
        _ if kind == Kind::Confusable => {
            format!("{holder} has {q}, the source {s}: {}", look_alikes(quote, source))
        }
        _ => format!("{holder} has {q}, the source {s}"),
    }
}

/// The names of the characters in which two words that look the same differ.
fn look_alikes(quote: &str, source: &str) -> String {
    let odd = quote.chars().zip(source.chars()).filter(|(q, s)| q != s);
    let named: Vec<String> =
        odd.take(3).map(|(q, s)| format!("{} for {}", character_name(q), character_name(s))).collect();
    named.join(", ")
}

/// Which marks upon letters, such as Arabic vowel signs, one of two words has and the other lacks, as far as they are
/// characters of their own; empty where there are none.
fn marks_apart(holder: &str, quote: &str, source: &str) -> String {
    let marks = |words: &str| words.chars().filter(|&c| is_mark(c)).collect::<Vec<char>>();
    let without = |mut own: Vec<char>, others: Vec<char>| {
        for mark in others {
            if let Some(at) = own.iter().position(|&one| one == mark) {
                own.remove(at);
            }
        }
        own.dedup();
        own.into_iter().take(3).map(character_name).collect::<Vec<_>>().join(", ")
    };
    let more = without(marks(quote), marks(source));
    let fewer = without(marks(source), marks(quote));
    match (more.is_empty(), fewer.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!("; {holder} has {more}, which the source lacks"),
        (true, false) => format!("; the source has {fewer}, which {holder} lacks"),
        (false, false) => format!("; {holder} has {more}, the source {fewer}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_keyboard_lacks_is_typed_otherwise() {
        for (quote, source, is_typed) in [
            (".", "·", true),
            ("-", "·", true),
            ("élu-e-s", "élu·e·s", true),
            ("élu(e", "élu·e·", false),
            ("", "·", false),
            (".", "-", false),
            ("élu.e", "élu·s", false),
        ] {
            assert_eq!(is_for_middle_dot(quote, source), is_typed, "{quote}");
        }
        for (quote, source, is_typed) in [
            ("Etat", "État", true),
            ("À", "A", true),
            ("Etudie", "Étudié", false),
            ("élevé", "élève", false),
            ("Ile", "Il", false),
        ] {
            assert_eq!(differs_on_capitals(quote, source), is_typed, "{quote}");
        }
    }
}
