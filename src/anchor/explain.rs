//! What an alignment says differs, difference by difference, each with its kind. Knows the two texts
//! and their tokens, not how they were laid upon one another.

use super::align::Alignment;
use super::amounts::{amounts, told as told_amount};
use super::likeness::Step;
use super::tokens::Term;
use crate::fold::numbers::{are_number_words, tables, value};
use crate::fold::{
    Casing, Difference, Folded, Form, Kind, characters as ch, differences, folded, multipliers, words,
};
use crate::text::Span;
use std::collections::HashSet;
use unicode_script::{Script, UnicodeScript as _};

impl Alignment {
    /// Every difference between the quote and the passage, named, in reading order. Spans are bytes of
    /// `quote` and of `text`, the texts that the terms were taken from.
    pub fn differences(
        &self,
        (quote, quote_terms): (&str, &[Term]),
        (text, text_terms): (&str, &[Term]),
        language: Option<&str>,
    ) -> Vec<Difference> {
        let sides = |steps: &[Step]| sides((quote, quote_terms), (text, text_terms), steps);
        let told = |sides: Vec<Sides<'_>>| told((quote, text), &sides, language);
        let whole = sides(&self.steps);
        let Some(moved) = &self.moved else {
            let mut found = told(whole);
            // Characters that say the same make no other words of these: the spaces between them do.
            if found.iter().all(|difference| difference.kind.is_variant()) {
                found.extend(self.spaces((quote, quote_terms), (text, text_terms)));
                found.sort_by_key(|difference| (difference.quote, difference.source));
            }
            return found;
        };
        let part = sides(moved);
        let (from, to) = (extent(&part, |sides| sides.a), extent(&part, |sides| sides.b));
        let rest: Vec<Sides<'_>> = whole.into_iter().filter(|sides| !from.contains(sides.a)).collect();
        let (a, b) = (extent(&rest, |sides| sides.a), extent(&rest, |sides| sides.b));
        let here = |outer: Span, is_before: bool| {
            let at = if is_before { outer.start } else { outer.end };
            Span::new(at, at)
        };
        let gone = Difference { kind: Kind::Words, quote: from, source: here(b, from.start < a.start) };
        let come = Difference { kind: Kind::Words, quote: here(a, to.start < b.start), source: to };
        let mut found: Vec<Difference> = told(part).into_iter().chain(told(rest)).collect();
        found.extend([gone, come]);
        found.sort_by_key(|difference| (difference.quote, difference.source));
        found
    }

    /// Where the words are the same, and white space parts them on one side only.
    fn spaces(
        &self,
        (quote, quote_terms): (&str, &[Term]),
        (text, text_terms): (&str, &[Term]),
    ) -> Vec<Difference> {
        let between = |terms: &[Term], before: usize, after: usize| {
            Span::new(terms[before].token.span.end, terms[after].token.span.start)
        };
        let gaps = self.steps.windows(2).filter_map(|pair| match *pair {
            [Step::Pair(a, b), Step::Pair(c, d)] => {
                Some((between(quote_terms, a, c), between(text_terms, b, d)))
            }
            _ => None,
        });
        let differs = |gap: &(Span, Span)| quote[gap.0.range()].is_empty() != text[gap.1.range()].is_empty();
        gaps.filter(differs)
            .map(|(quote, source)| Difference { kind: Kind::Spacing, quote, source })
            .collect()
    }
}

/// The differences among some sides: the amounts, and the runs of neighbours that differ between them.
fn told(texts: (&str, &str), sides: &[Sides<'_>], language: Option<&str>) -> Vec<Difference> {
    let (mut found, mut at) = (Vec::new(), 0);
    let runs = |sides: &[Sides<'_>]| {
        let runs = sides.chunk_by(|before, after| before.differs() && after.differs());
        let runs = runs.filter(|run| run[0].differs());
        runs.flat_map(|run| run_differences(texts, run, language)).collect::<Vec<_>>()
    };
    for amount in amounts(sides, language) {
        found.extend(runs(&sides[at..amount.start]));
        found.push(told_amount(&sides[amount.clone()]));
        at = amount.end;
    }
    found.extend(runs(&sides[at..]));
    found
}

/// What lies upon what, step by step.
fn sides<'t>(
    (quote, quote_terms): (&'t str, &[Term]),
    (text, text_terms): (&'t str, &[Term]),
    steps: &[Step],
) -> Vec<Sides<'t>> {
    let text_of = |step: &Step| match *step {
        Step::Pair(_, b) | Step::Added(b) => Some(text_terms[b].token.span.start),
        Step::Missing(_) => None,
    };
    let (mut quote_at, mut text_at) = (0, steps.iter().find_map(text_of).unwrap_or(0));
    let mut side = |step: &Step| {
        let (a, b) = match *step {
            Step::Pair(a, b) => (quote_terms[a].token.span, text_terms[b].token.span),
            Step::Missing(a) => (quote_terms[a].token.span, Span::new(text_at, text_at)),
            Step::Added(b) => (Span::new(quote_at, quote_at), text_terms[b].token.span),
        };
        (quote_at, text_at) = (a.end.max(quote_at), b.end.max(text_at));
        Sides { quote: &quote[a.range()], text: &text[b.range()], a, b }
    };
    steps.iter().map(&mut side).collect()
}

/// From the first of some spans to the last, leaving out empty ones.
fn extent<'t>(sides: &[Sides<'t>], span: impl Fn(&Sides<'t>) -> Span) -> Span {
    let spans = || sides.iter().map(&span).filter(|span| !span.is_empty());
    let start = spans().map(|span| span.start).min().unwrap_or(0);
    Span::new(start, spans().map(|span| span.end).max().unwrap_or(start))
}

/// Two tokens, or one and nothing, that lie upon one another and differ.
pub struct Sides<'t> {
    /// The words of the quote.
    pub quote: &'t str,
    /// Those of the text.
    pub text: &'t str,
    /// Where they lie in the quote.
    pub a: Span,
    /// And in the text.
    pub b: Span,
}

impl Sides<'_> {
    /// Whether the two are not the same.
    pub fn differs(&self) -> bool {
        self.quote != self.text
    }
}

/// The differences in a run of neighbouring tokens. Where its letters are the same after all, only what
/// joins or accents them differs, and the run is one difference.
fn run_differences(
    (quote, text): (&str, &str),
    run: &[Sides<'_>],
    language: Option<&str>,
) -> Vec<Difference> {
    let (a, b) = (
        run.iter().map(|sides| sides.a).reduce(joined).unwrap_or(run[0].a),
        run.iter().map(|sides| sides.b).reduce(joined).unwrap_or(run[0].b),
    );
    let whole = (&quote[a.range()], &text[b.range()]);
    let letters = |words: &str| folded(words, Form::Letters);
    let has_same = |(a, b): (&str, &str)| letters(a) == letters(b);
    let has_same_letters = run.len() > 1 && !letters(whole.0).is_empty() && has_same(whole);
    let is_word_by_word = || run.iter().all(|sides| has_same((sides.quote, sides.text)));
    let kind = joining_kind(whole.0, whole.1).filter(|_| has_same_letters);
    let kind =
        kind.map(
            |kind| if kind == Kind::Punctuation && are_signed_otherwise(whole) { Kind::Number } else { kind },
        );
    if let Some(kind) = kind.filter(|&kind| kind != Kind::Accent || !is_word_by_word()) {
        return vec![Difference { kind, quote: a, source: b }];
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(sides) = run.get(at) {
        let number = whole_number((quote, text), &run[at..], language);
        at += number.as_ref().map_or(1, |(length, _)| *length);
        if let Some((_, number)) = number {
            found.push(number);
            continue;
        }
        let negates = (negates(quote, sides.a, language), negates(text, sides.b, language));
        named(sides, negates.0 != negates.1, language, &mut found);
    }
    found
}

/// Whether both are numbers, and one has a sign that the other has not.
fn are_signed_otherwise((quote, text): (&str, &str)) -> bool {
    let sign = |words: &str| {
        let sign = words.chars().next().filter(|&c| ch::is_dash(c) || matches!(c, '+' | '±'));
        let is_number = words[sign.map_or(0, char::len_utf8)..].starts_with(ch::is_digit);
        is_number.then(|| sign.filter(|&c| c != '+').map(|c| if ch::is_dash(c) { '-' } else { c }))
    };
    matches!((sign(quote), sign(text)), (Some(own), Some(other)) if own != other)
}

/// The numbers that several sides at the start of a run make on either hand, as one difference, and how many sides they
/// are: `twenty-two` for `22`, `3万` for `30,000`; and a digit that is set above the line, `km²` for `km2`.
fn whole_number(
    (quote, text): (&str, &str),
    run: &[Sides<'_>],
    language: Option<&str>,
) -> Option<(usize, Difference)> {
    const LONGEST: usize = 12;
    if let [first, second, ..] = run {
        let is_raised = |c: char| c.is_numeric() && !ch::is_digit(c) && !ch::is_fraction(c);
        let is_lowered = first.quote.ends_with(ch::is_digit) && second.quote.is_empty();
        let is_beside = first.b.end == second.b.start && !first.b.is_empty();
        if is_lowered && is_beside && !second.text.is_empty() && second.text.chars().all(is_raised) {
            return Some((
                2,
                Difference { kind: Kind::Number, quote: first.a, source: joined(first.b, second.b) },
            ));
        }
    }
    let is_part = |word: &str| is_part_of_number(word, language);
    let length = run.iter().take(LONGEST).take_while(|one| is_part(one.quote) && is_part(one.text)).count();
    (2..=length).rev().find_map(|length| {
        let own = |span: fn(&Sides<'_>) -> Span| run[..length].iter().map(span).reduce(joined);
        let (a, b) = (own(|one| one.a)?, own(|one| one.b)?);
        let are_numbers =
            [&quote[a.range()], &text[b.range()]].iter().all(|words| value(words, language).is_some());
        are_numbers.then_some((length, Difference { kind: Kind::Number, quote: a, source: b }))
    })
}

/// Whether a token, or none, may be a part of a number, or join two.
fn is_part_of_number(word: &str, language: Option<&str>) -> bool {
    word.chars().all(ch::is_hyphen)
        || word.starts_with(ch::is_digit)
        || word.chars().all(ch::is_han_numeral)
        || tables(language).any(|numerals| numerals.parts(word, true).is_some())
}

/// In what two passages with the same letters differ: spaces, punctuation or accents.
fn joining_kind(quote: &str, text: &str) -> Option<Kind> {
    let without = |words: &str, drop: fn(char) -> bool| {
        String::from_utf8_lossy(&folded(words, Form::Words)).chars().filter(|&c| !drop(c)).collect::<String>()
    };
    let same = |drop: fn(char) -> bool| without(quote, drop) == without(text, drop);
    if same(|_| false) {
        return None;
    }
    Some(if same(ch::is_space) || sharp_letters(quote) != sharp_letters(text) {
        Kind::Words
    } else if same(|c| !ch::is_word(c)) {
        Kind::Punctuation
    } else {
        Kind::Accent
    })
}

/// Whether the token at `span` of `text` negates in its company: not in `plus de 3 000`, `sans doute`, `No. 10`.
fn negates(text: &str, span: Span, language: Option<&str>) -> bool {
    let word = &text[span.range()];
    if word.starts_with(ch::is_spaceless) {
        return words::negates_there(text, &span.range());
    }
    if word.contains('\n') {
        let whole = word.replace(|c| ch::is_space(c) || ch::is_hyphen(c), "");
        return words::is_negation(&whole, language);
    }
    !word.is_empty()
        && (words::negates_between(text, &span.range(), language) || negates_next(text, span, language))
}

/// Whether the word at `span` negates another straight behind it that negates too, so that either alone turns what follows:
/// `not without`.
fn negates_next(text: &str, span: Span, language: Option<&str>) -> bool {
    let after = &text[span.end..];
    let rest = after.trim_start_matches(ch::is_space);
    let next = &rest[..rest.find(|c| !ch::is_word(c)).unwrap_or(rest.len())];
    rest.len() < after.len()
        && words::is_negation(&text[span.range()], language)
        && words::is_negation(next, language)
}

/// Adds what differs between two tokens; `is_turned` where one of them negates and the other does not.
fn named(sides: &Sides<'_>, is_turned: bool, language: Option<&str>, found: &mut Vec<Difference>) {
    let &Sides { quote, text, a, b } = sides;
    let Some(kind) = changed_kind(quote, text, is_turned, language) else {
        let within = differences(quote, text, Casing::of(language)).into_iter();
        found.extend(within.map(|inner| Difference {
            quote: inner.quote.shifted(a.start),
            source: inner.source.shifted(b.start),
            ..inner
        }));
        return;
    };
    // Nothing tells where a word ends that is written without spaces.
    let is_spaceless = [quote, text].iter().all(|side| side.chars().all(ch::is_spaceless));
    let goes_on = |last: &&mut Difference| match (last.kind, kind) {
        (Kind::Words, Kind::Words) => true,
        (Kind::Words | Kind::Negation, Kind::Words | Kind::Negation) => is_spaceless && follows(last, sides),
        _ => false,
    };
    match found.last_mut().filter(goes_on) {
        Some(last) => {
            *last = Difference {
                kind: last.kind.min(kind),
                quote: joined(last.quote, a),
                source: joined(last.source, b),
            };
        }
        None => found.push(Difference { kind, quote: a, source: b }),
    }
}

/// Whether two tokens follow upon a difference with nothing between them, not even white space.
fn follows(last: &Difference, next: &Sides<'_>) -> bool {
    let meets =
        |before: Span, after: Span| before.is_empty() || after.is_empty() || before.end == after.start;
    meets(last.quote, next.a) && meets(last.source, next.b)
}

/// Both spans as one; of an empty one nothing, for it says only where something lacks.
pub fn joined(before: Span, after: Span) -> Span {
    match (before.is_empty(), after.is_empty()) {
        (_, true) => before,
        (true, false) => after,
        (false, false) => Span::new(before.start, after.end),
    }
}

/// The difference where the text has words that the quote lacks: `source` bytes of `text`, at byte
/// `quote` of the quote.
pub fn lacking(text: &str, source: Span, quote: usize, language: Option<&str>) -> Difference {
    let whole = &text[source.range()];
    let words = whole.trim();
    let from = source.start + (whole.len() - whole.trim_start().len());
    let source = Span::new(from, from + words.len());
    let kind = changed_kind("", words, negates(text, source, language), language).unwrap_or(Kind::Words);
    Difference { kind, quote: Span::new(quote, quote), source }
}

/// In what two tokens differ, or `None` where they are the same words in other characters.
fn changed_kind(quote: &str, text: &str, is_turned: bool, language: Option<&str>) -> Option<Kind> {
    let casing = Casing::of(language);
    let folded = |word: &str, form: Form| Folded::cased(word, form, casing).bytes().to_vec();
    if !quote.is_empty() && folded(quote, Form::Words) == folded(text, Form::Words) {
        return None;
    }
    let has_digit = |word: &str| word.contains(|c: char| ch::is_digit(c) || ch::is_fraction(c));
    let is_word = |word: &str| word.chars().any(ch::is_word);
    let letters = (folded(quote, Form::Letters), folded(text, Form::Letters));
    // A word that the end of a line breaks is the same one, whatever it says.
    let is_broken = || text.contains('\n') && letters.0 == letters.1;
    Some(if quote.is_empty() && text.chars().all(ch::is_invisible) {
        Kind::Invisible
    } else if is_turned && !is_confusable(quote, text) && !is_broken() {
        Kind::Negation
    } else if has_digit(quote)
        || has_digit(text)
        || are_number_words(quote, text, language)
        || are_multipliers(quote, text, language)
    {
        Kind::Number
    } else if !is_word(quote) && !is_word(text) {
        Kind::Punctuation
    } else if is_confusable(quote, text) {
        Kind::Confusable
    } else if letters.0 != letters.1 || sharp_letters(quote) != sharp_letters(text) {
        Kind::Words
    } else if without_marks(quote) == without_marks(text) {
        Kind::Accent
    } else {
        Kind::Punctuation
    })
}

/// Whether both multiply the number before them, if in short forms: `Mio` and `Mrd`.
fn are_multipliers(quote: &str, text: &str, language: Option<&str>) -> bool {
    [quote, text]
        .iter()
        .all(|word| multipliers::may_multiply(word) && multipliers::multiplies(word, language))
}

/// How many letters ß a text has, in which it differs from one that has the two of its capitals.
fn sharp_letters(text: &str) -> usize {
    text.matches(['ß', 'ẞ']).count()
}

/// Whether the two look the same (UTS 39 skeletons) in letters of different scripts.
pub fn is_confusable(quote: &str, text: &str) -> bool {
    let scripts = |word: &str| {
        word.chars().filter(|&c| ch::is_letter(c)).map(|c| c.script()).collect::<HashSet<Script>>()
    };
    let skeleton = |word: &str| unicode_security::skeleton(word).collect::<String>();
    !quote.is_empty()
        && (scripts(quote) != scripts(text) && skeleton(quote) == skeleton(text)
            || are_arabic_kin(quote, text))
}

/// Letters of Arabic and those of Persian, Urdu and others that look the same: kaf, yeh, alef maksura, heh.
const ARABIC_KIN: &[[char; 2]] = &[
    ['\u{643}', '\u{6A9}'],
    ['\u{643}', '\u{6AA}'],
    ['\u{64A}', '\u{6CC}'],
    ['\u{649}', '\u{6CC}'],
    ['\u{647}', '\u{6C1}'],
    ['\u{647}', '\u{6BE}'],
    ['\u{647}', '\u{6D5}'],
    ['\u{6C1}', '\u{6BE}'],
    ['\u{629}', '\u{6C3}'],
];

/// Whether two words differ in such letters alone.
fn are_arabic_kin(quote: &str, text: &str) -> bool {
    let is_kin =
        |(a, b): (char, char)| a == b || ARABIC_KIN.iter().any(|kin| *kin == [a, b] || *kin == [b, a]);
    quote.chars().count() == text.chars().count() && quote.chars().zip(text.chars()).all(is_kin)
}

/// The word without the marks upon its letters, and without typography.
fn without_marks(word: &str) -> String {
    let words = folded(word, Form::Words);
    String::from_utf8_lossy(&words).chars().filter(|&c| !ch::is_mark(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::align::align;
    use super::super::tokens::terms;
    use super::{Kind, changed_kind};

    fn aligned(quote: &str, text: &str) -> (String, f64, Vec<(&'static str, String, String)>) {
        let (q, t) = (terms(quote), terms(text));
        let alignment = align(&q, &t, Some("fr")).unwrap();
        let named = alignment.differences((quote, &q), (text, &t), Some("fr"));
        let named = named
            .iter()
            .map(|d| (d.kind.name(), quote[d.quote.range()].to_owned(), text[d.source.range()].to_owned()))
            .collect();
        (text[alignment.span(&t).range()].to_owned(), alignment.nearness, named)
    }

    #[test]
    fn other_letters_of_a_language_are_other_words_and_no_other_case() {
        for (language, quote, text, kind) in [
            (Some("tr"), "irak", "IRAK", Some(Kind::Words)),
            (Some("tr"), "ırak", "IRAK", None),
            (Some("az"), "istanbul", "ıstanbul", Some(Kind::Words)),
            (Some("en"), "irak", "IRAK", None),
            (None, "irak", "IRAK", None),
        ] {
            assert_eq!(changed_kind(quote, text, false, language), kind, "{language:?}: {quote}");
        }
    }

    #[test]
    fn the_nearest_passage_has_whole_words_and_named_differences() {
        let text =
            "Il dit, le vice-président : la normalisation n’était pas attendue à 3 500 m, selon lui. Fin.";
        let check = |quote: &str, passage: &str, expected: &[(&str, &str, &str)]| {
            let (found, nearness, named) = aligned(quote, text);
            assert_eq!(found, passage);
            assert!(nearness > 0.6, "{nearness} for {quote}");
            let named: Vec<_> = named.iter().map(|(k, q, s)| (*k, q.as_str(), s.as_str())).collect();
            assert_eq!(named, expected);
        };
        let whole = "la normalisation n’était pas attendue";
        check("la normalisation était attendue", whole, &[("negation", "", "n’"), ("negation", "", "pas")]);
        check(
            "la normalisation n'était pas attendu",
            whole,
            &[("typography", "'", "’"), ("words", "attendu", "attendue")],
        );
        check("attendue à 3 600 m", "attendue à 3 500 m", &[("number", "3 600", "3 500")]);
        check(
            "normalisatiоn n’était pas",
            "normalisation n’était pas",
            &[("confusable", "normalisatiоn", "normalisation")],
        );
        check("m, selon elle", "m, selon lui", &[("words", "elle", "lui")]);
        check("pas attendue a 3 500 m", "pas attendue à 3 500 m", &[("accent", "a", "à")]);
        check("vice président", "vice-président", &[("punctuation", "", "-")]);
        check("m, selon lui ?", "m, selon lui.", &[("punctuation", "?", ".")]);
        check(
            "la stabilisation n’était guère attendue",
            whole,
            &[("words", "stabilisation", "normalisation"), ("words", "guère", "pas")],
        );
    }

    #[test]
    fn spaces_are_named_beside_other_characters_that_say_the_same() {
        let (_, _, named) = aligned("l'arrêt à 10h30", "l’arrêt à 10 h 30");
        let kinds: Vec<&str> = named.iter().map(|(kind, ..)| *kind).collect();
        assert_eq!(kinds, ["typography", "spacing", "spacing"]);
        let (_, _, named) = aligned("l'arrêté à 10h30", "l’arrêt à 10 h 30");
        assert!(named.iter().any(|(kind, ..)| *kind == "words"), "{named:?}");
    }

    #[test]
    fn letters_of_persian_that_look_like_arabic_ones_are_confusable() {
        for (word, other, kind) in [
            ("کتاب", "كتاب", "confusable"),
            ("علی", "علي", "confusable"),
            ("علی", "على", "confusable"),
            ("ہے", "هے", "confusable"),
            ("علي", "على", "words"),
            ("مدرسه", "مدرسة", "words"),
            ("کتب", "كتاب", "words"),
        ] {
            let passage = |word: &str| format!("قال الوزير {word} أمام الجميع");
            let (_, _, named) = aligned(&passage(word), &passage(other));
            assert_eq!(named, [(kind, word.to_owned(), other.to_owned())]);
        }
    }

    #[test]
    fn a_negation_is_told_by_itself_and_what_is_the_same_is_not() {
        let check = |text: &str, quote: &str, found: &str, expected: &[(&str, &str, &str)]| {
            let (passage, _, named) = aligned(quote, text);
            let named: Vec<_> = named.iter().map(|(k, q, s)| (*k, q.as_str(), s.as_str())).collect();
            assert_eq!((passage.as_str(), named.as_slice()), (found, expected));
        };
        let halves = [("negation", "", "n’"), ("negation", "", "pas")];
        let whole = "Il n’a pas exclu un retour";
        check(&format!("{whole}."), "Il a exclu un retour", whole, &halves);
        let whole = "Le ministre n’a pas démissionné";
        check(&format!("{whole} hier."), "Le ministre a démissionné", whole, &halves);
        let gained = [("negation", "n’", ""), ("negation", "pas", "")];
        check("Oui, il a exclu un retour.", "n’a pas exclu un retour", "a exclu un retour", &gained);
        let halves = [("negation", "", "ne"), ("negation", "", "jamais")];
        let whole = "Il ne reviendra jamais au pays";
        check(&format!("{whole}."), "Il reviendra au pays", whole, &halves);
        let restricted = [("words", "C’", "Ce"), ("negation", "", "n’"), ("words", "", "qu’")];
        let whole = "Ce n’est qu’un début pour eux";
        check(&format!("{whole}."), "C’est un début pour eux", whole, &restricted);
        let around = [("words", "", "y"), ("words", "", "longtemps")];
        let whole = "il y a longtemps réfléchi à tout";
        check(&format!("Hier, {whole}."), "il a réfléchi à tout", whole, &around);
        let whole = "商贩没有接受这项决定";
        check(&format!("{whole}。"), "商贩接受这项决定", whole, &[("negation", "", "没有")]);
        let whole = "首相は辞任しないと述べた";
        check(&format!("{whole}。"), "首相は辞任すると述べた", whole, &[("negation", "する", "しない")]);
    }

    #[test]
    fn what_negates_nothing_in_its_company_is_no_negation() {
        let named = |language: &str, quote: &str, text: &str| {
            let (q, t) = (terms(quote), terms(text));
            let alignment = align(&q, &t, Some(language)).unwrap();
            let named = alignment.differences((quote, &q), (text, &t), Some(language));
            named.iter().any(|one| one.kind == Kind::Negation)
        };
        for (language, quote, text) in [
            ("fr", "Hier, 3 000 hommes sont venus", "Hier, plus de 3 000 hommes sont venus"),
            ("fr", "Il viendra tôt en mars", "Il viendra au plus tôt en mars"),
            ("fr", "Il y eut près de cent morts", "Il y eut plus de cent morts"),
            ("fr", "Il viendra lundi à Lyon", "Il viendra sans doute lundi à Lyon"),
            ("fr", "Le suivant sera décisif", "Le pas suivant sera décisif"),
            ("en", "It came from 10 on Monday", "It came from No. 10 on Monday"),
            ("en", "It does not make mistakes", "It doesn’t make mistakes"),
            ("en", "It isn't making mistakes", "It is not making mistakes"),
            ("en", "They will not make mistakes", "They won’t make mistakes"),
            ("de", "Er kam gestern in die Stadt", "Er kam nicht nur gestern in die Stadt"),
            ("ru", "Но мост закрыт с мая", "Но тем не менее мост закрыт с мая"),
        ] {
            assert!(!named(language, quote, text), "{quote}");
        }
        for (language, quote, text) in [
            ("fr", "Il viendra à Lyon lundi", "Il ne viendra plus à Lyon lundi"),
            ("fr", "Il viendra plus à Lyon lundi", "Il ne viendra plus à Lyon lundi"),
            ("fr", "Il est venu avec elle à Lyon", "Il est venu sans elle à Lyon"),
            ("en", "It does make mistakes here", "It doesn’t make mistakes here"),
            ("en", "He left with 10 people", "He left with no people"),
            ("de", "Er kam gestern in die Stadt", "Er kam nicht gestern in die Stadt"),
            ("ru", "Но мост закрыт с мая", "Но мост не закрыт с мая"),
        ] {
            assert!(named(language, quote, text), "{quote}");
        }
    }

    #[test]
    fn white_space_is_never_the_edge_of_a_difference() {
        let text = "On a nettement\n\u{a0}augmenté en deux ans, dit-on";
        let (_, _, named) = aligned("On a doublé en deux ans, dit-on", text);
        assert_eq!(named, [("words", "doublé".to_owned(), "nettement\n\u{a0}augmenté".to_owned())]);
    }

    #[test]
    fn numbers_in_words_are_numbers() {
        let text = "Selon la police, deux soldats et une femme sont morts ce matin.";
        let named = |quote: &str| aligned(quote, text).2;
        let number = |quote: &str, source: &str| vec![("number", quote.to_owned(), source.to_owned())];
        assert_eq!(named("trois soldats et une femme sont morts"), number("trois", "deux"));
        assert_eq!(named("deux soldats et dix femme sont morts"), number("dix", "une"));
        assert_eq!(named("deux soldats et la femme sont morts")[0].0, "words");
    }
}
