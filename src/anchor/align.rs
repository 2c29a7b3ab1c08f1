//! The alignment of a quote with a stretch of text, token by token, and what it says differs.
//!
//! Semi-global alignment with affine gaps (Gotoh, 1982): the whole quote against any part of the
//! stretch. Tokens, not characters, so that the passage begins and ends with whole words, and an
//! inserted clause costs one gap and not its length (as in seed-chain-align, Li 2018).

use super::tokens::{Class, Term};
use crate::fold::{Difference, Form, Kind, characters as ch, differences, folded, words};
use crate::text::Span;
use std::collections::HashSet;
use unicode_script::{Script, UnicodeScript as _};

/// How a token of the quote and of the text correspond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// A token of either, the same or in place of one another.
    Pair(usize, usize),
    /// A token of the quote that the text lacks.
    Missing(usize),
    /// A token of the text that the quote lacks.
    Added(usize),
}

/// A quote laid upon a passage.
#[derive(Clone, Debug)]
pub struct Alignment {
    steps: Vec<Step>,
    /// The first and the last token of the passage.
    first: usize,
    last: usize,
    /// How near they are, from 0 to 1.
    pub nearness: f64,
}

/// The most cells that a table may have; a quote and stretch beyond that are not aligned.
const MOST_CELLS: usize = 24_000_000;

const UNREACHED: i32 = i32::MIN / 2;
const OPEN: i32 = 4;

/// Aligns all of `quote` with the part of `stretch` that is nearest, or `None` where nothing of it is
/// there, or both are too long.
pub fn align(quote: &[Term], stretch: &[Term]) -> Option<Alignment> {
    let cells = (quote.len() + 1).checked_mul(stretch.len() + 1)?;
    if quote.is_empty() || stretch.is_empty() || cells > MOST_CELLS {
        return None;
    }
    let (trace, end) = fill(quote, stretch);
    let steps = trace_back(&trace, quote.len(), end, stretch.len() + 1);
    finish(quote, stretch, steps)
}

const FROM_PAIR: u8 = 0;
const FROM_MISSING: u8 = 1;
const FROM_ADDED: u8 = 2;
const MISSING_GOES_ON: u8 = 4;
const ADDED_GOES_ON: u8 = 8;

/// Fills the table; returns for each cell where it came from, and the best column of the last row.
fn fill(quote: &[Term], stretch: &[Term]) -> (Vec<u8>, usize) {
    let width = stretch.len() + 1;
    let mut trace = vec![FROM_ADDED; (quote.len() + 1) * width];
    let mut best = vec![0_i32; width];
    let mut missing = vec![UNREACHED; width];
    for (row, term) in quote.iter().enumerate().map(|(index, term)| (index + 1, term)) {
        let mut diagonal = best[0];
        missing[0] = if row == 1 { -OPEN - term.weight } else { missing[0] - term.weight };
        best[0] = missing[0];
        trace[row * width] = FROM_MISSING | MISSING_GOES_ON;
        let mut added = UNREACHED;
        for column in 1..width {
            let other = &stretch[column - 1];
            let (opened, extended) = (best[column] - OPEN - term.weight, missing[column] - term.weight);
            let missing_goes_on = extended > opened;
            missing[column] = opened.max(extended);
            let cost = 1 + other.weight / 8;
            let (opened, extended) = (best[column - 1] - OPEN - cost, added - cost);
            let added_goes_on = extended > opened;
            added = opened.max(extended);
            let pair = diagonal + similarity(term, other);
            diagonal = best[column];
            let (mut score, mut from) = (pair, FROM_PAIR);
            if missing[column] > score {
                (score, from) = (missing[column], FROM_MISSING);
            }
            if added > score {
                (score, from) = (added, FROM_ADDED);
            }
            best[column] = score;
            trace[row * width + column] = from
                | if missing_goes_on { MISSING_GOES_ON } else { 0 }
                | if added_goes_on { ADDED_GOES_ON } else { 0 };
        }
    }
    let end = (0..width).max_by_key(|&column| (best[column], width - column)).unwrap_or(0);
    (trace, end)
}

fn trace_back(trace: &[u8], rows: usize, end: usize, width: usize) -> Vec<Step> {
    let (mut row, mut column) = (rows, end);
    let mut steps = Vec::with_capacity(rows);
    let mut state = FROM_PAIR;
    while row > 0 {
        let cell = trace[row * width + column];
        let from = if state == FROM_PAIR { cell & 3 } else { state };
        state = FROM_PAIR;
        match from {
            FROM_MISSING => {
                steps.push(Step::Missing(row - 1));
                if cell & MISSING_GOES_ON != 0 {
                    state = FROM_MISSING;
                }
                row -= 1;
            }
            FROM_ADDED => {
                steps.push(Step::Added(column - 1));
                if cell & ADDED_GOES_ON != 0 {
                    state = FROM_ADDED;
                }
                column -= 1;
            }
            _ => {
                steps.push(Step::Pair(row - 1, column - 1));
                row -= 1;
                column -= 1;
            }
        }
    }
    steps.reverse();
    steps
}

/// Trims what was added before and after the passage, and measures how near it is.
fn finish(quote: &[Term], stretch: &[Term], mut steps: Vec<Step>) -> Option<Alignment> {
    while matches!(steps.last(), Some(Step::Added(_))) {
        steps.pop();
    }
    let leading = steps.iter().take_while(|step| matches!(step, Step::Added(_))).count();
    steps.drain(..leading);
    let texts = || {
        steps.iter().filter_map(|step| match step {
            Step::Pair(_, text) | Step::Added(text) => Some(*text),
            Step::Missing(_) => None,
        })
    };
    let (first, last) = (texts().next()?, texts().next_back()?);
    let matched: f64 = steps
        .iter()
        .map(|step| match *step {
            Step::Pair(a, b) => f64::from(similarity(&quote[a], &stretch[b]).max(0)) / 2.0,
            _ => 0.0,
        })
        .sum();
    let total = |terms: &[Term]| f64::from(terms.iter().map(|term| term.weight).sum::<i32>());
    let recall = matched / total(quote);
    let precision = matched / total(&stretch[first..=last]).max(1.0);
    let nearness = recall * (0.75 + 0.25 * precision.min(1.0));
    Some(Alignment { steps, first, last, nearness })
}

/// What it is worth to lay one token upon another: twice the weight where they are the same.
fn similarity(a: &Term, b: &Term) -> i32 {
    if a.words == b.words {
        return 2 * a.weight;
    }
    let is_mark = |term: &Term| term.token.class == Class::Mark;
    if is_mark(a) != is_mark(b) {
        return UNREACHED / 4;
    }
    if is_mark(a) {
        return 0;
    }
    if a.letters == b.letters && !a.letters.is_empty() {
        return 2 * a.weight - a.weight / 4;
    }
    let likeness = likeness(&a.letters, &b.letters);
    let is_number = |term: &Term| term.token.class == Class::Number;
    if is_number(a) && is_number(b) {
        return a.weight / 2;
    }
    if likeness < 0.5 {
        return -(a.weight.min(b.weight)) / 2;
    }
    (f64::from(2 * a.weight) * (likeness - 0.2)).round() as i32
}

/// One minus the share of letters to change, drop, add or swap (optimal string alignment distance) to
/// make one word of the other; 0 for words that begin and end differently.
fn likeness(a: &[u8], b: &[u8]) -> f64 {
    const LONGEST: usize = 32;
    let (longer, shorter) = (a.len().max(b.len()), a.len().min(b.len()));
    let may_be_alike = shorter > 0
        && longer <= LONGEST
        && shorter * 2 >= longer
        && (a[0] == b[0] || a[a.len() - 1] == b[b.len() - 1]);
    if !may_be_alike {
        return 0.0;
    }
    let mut rows = [[0_u8; LONGEST + 1]; 3];
    rows[1] = std::array::from_fn(|column| column as u8);
    for i in 1..=a.len() {
        rows[2][0] = i as u8;
        for j in 1..=b.len() {
            let changed = rows[1][j - 1] + u8::from(a[i - 1] != b[j - 1]);
            let mut least = changed.min(rows[1][j] + 1).min(rows[2][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[0][j - 2] + 1);
            }
            rows[2][j] = least;
        }
        rows.rotate_left(1);
    }
    1.0 - f64::from(rows[1][b.len()]) / longer as f64
}

impl Alignment {
    /// An alignment that was found elsewhere: `pairs` are the indices of the terms that lie upon one
    /// another, ascending on both sides; all other terms of `old` and `new` have nothing upon them.
    pub fn of(old: usize, new: usize, pairs: &[(usize, usize)]) -> Self {
        let mut steps = Vec::with_capacity(old + new);
        let mut from = (0, 0);
        for &(a, b) in pairs.iter().chain(&[(old, new)]) {
            steps.extend((from.0..a).map(Step::Missing));
            steps.extend((from.1..b).map(Step::Added));
            if a < old {
                steps.push(Step::Pair(a, b));
            }
            from = (a + 1, b + 1);
        }
        Self { steps, first: 0, last: new.saturating_sub(1), nearness: 0.0 }
    }

    /// The passage, in bytes of the stretch.
    pub fn span(&self, stretch: &[Term]) -> Span {
        Span::new(stretch[self.first].token.span.start, stretch[self.last].token.span.end)
    }

    /// Every difference between the quote and the passage, named, in reading order. Spans are bytes of
    /// `quote` and of `text`, the texts that the terms were taken from.
    pub fn differences(
        &self,
        (quote, quote_terms): (&str, &[Term]),
        (text, text_terms): (&str, &[Term]),
        language: Option<&str>,
    ) -> Vec<Difference> {
        let mut runs: Vec<Vec<Sides<'_>>> = Vec::new();
        let (mut quote_at, mut text_at) = (0, self.span(text_terms).start);
        let mut is_open = false;
        for step in &self.steps {
            let (a, b) = match *step {
                Step::Pair(a, b) => (quote_terms[a].token.span, text_terms[b].token.span),
                Step::Missing(a) => (quote_terms[a].token.span, Span::new(text_at, text_at)),
                Step::Added(b) => (Span::new(quote_at, quote_at), text_terms[b].token.span),
            };
            (quote_at, text_at) = (a.end.max(quote_at), b.end.max(text_at));
            let sides = Sides { quote: &quote[a.range()], text: &text[b.range()], a, b };
            let differs = sides.quote != sides.text;
            match runs.last_mut().filter(|_| is_open) {
                Some(run) if differs => run.push(sides),
                _ if differs => runs.push(vec![sides]),
                _ => {}
            }
            is_open = differs;
        }
        let found: Vec<Difference> =
            runs.iter().flat_map(|run| run_differences((quote, text), run, language)).collect();
        if found.is_empty() { self.spaces((quote, quote_terms), (text, text_terms)) } else { found }
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

/// Two tokens, or one and nothing, that lie upon one another and differ.
struct Sides<'t> {
    quote: &'t str,
    text: &'t str,
    a: Span,
    b: Span,
}

/// The differences in a run of neighbouring tokens. Where its letters are the same after all, only what
/// joins or accents them differs, and the run is one difference.
fn run_differences(
    (quote, text): (&str, &str),
    run: &[Sides<'_>],
    language: Option<&str>,
) -> Vec<Difference> {
    let (first, last) = (&run[0], &run[run.len() - 1]);
    let (a, b) = (Span::new(first.a.start, last.a.end), Span::new(first.b.start, last.b.end));
    let whole = (&quote[a.range()], &text[b.range()]);
    let letters = folded(whole.0, Form::Letters);
    let has_same_letters = run.len() > 1 && !letters.is_empty() && letters == folded(whole.1, Form::Letters);
    if let Some(kind) = joining_kind(whole.0, whole.1).filter(|_| has_same_letters) {
        return vec![Difference { kind, quote: a, source: b }];
    }
    let mut found = Vec::new();
    for sides in run {
        named(sides, language, &mut found);
    }
    found
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
    Some(if same(ch::is_space) {
        Kind::Words
    } else if same(|c| !ch::is_word(c)) {
        Kind::Punctuation
    } else {
        Kind::Accent
    })
}

fn named(sides: &Sides<'_>, language: Option<&str>, found: &mut Vec<Difference>) {
    let &Sides { quote, text, a, b } = sides;
    let Some(kind) = changed_kind(quote, text, language) else {
        let within = differences(quote, text).into_iter();
        found.extend(within.map(|inner| Difference {
            quote: inner.quote.shifted(a.start),
            source: inner.source.shifted(b.start),
            ..inner
        }));
        return;
    };
    let goes_on = |last: &&mut Difference| {
        let near = |before: Span, after: Span| after.start.saturating_sub(before.end) <= 1;
        last.kind == kind && kind == Kind::Words && near(last.quote, a) && near(last.source, b)
    };
    match found.last_mut().filter(goes_on) {
        Some(last) => (last.quote.end, last.source.end) = (a.end, b.end),
        None => found.push(Difference { kind, quote: a, source: b }),
    }
}

/// The difference where the text has words that the quote lacks: `source` bytes of `text`, at byte
/// `quote` of the quote.
pub fn lacking(text: &str, source: Span, quote: usize, language: Option<&str>) -> Difference {
    let words = text[source.range()].trim();
    let kind = changed_kind("", words, language).unwrap_or(Kind::Words);
    Difference { kind, quote: Span::new(quote, quote), source }
}

/// In what two tokens differ, or `None` where they are the same words in other characters.
fn changed_kind(quote: &str, text: &str, language: Option<&str>) -> Option<Kind> {
    if !quote.is_empty() && folded(quote, Form::Words) == folded(text, Form::Words) {
        return None;
    }
    let negates = |word: &str| words::is_negation(word, language);
    let has_digit = |word: &str| word.chars().any(ch::is_digit);
    let is_word = |word: &str| word.chars().any(ch::is_word);
    let letters = (folded(quote, Form::Letters), folded(text, Form::Letters));
    Some(if negates(quote) != negates(text) {
        Kind::Negation
    } else if has_digit(quote) || has_digit(text) {
        Kind::Number
    } else if !is_word(quote) && !is_word(text) {
        Kind::Punctuation
    } else if is_confusable(quote, text) {
        Kind::Confusable
    } else if letters.0 != letters.1 {
        Kind::Words
    } else if without_marks(quote) == without_marks(text) {
        Kind::Accent
    } else {
        Kind::Punctuation
    })
}

/// Whether the two look the same (UTS 39 skeletons) in letters of different scripts.
fn is_confusable(quote: &str, text: &str) -> bool {
    let scripts = |word: &str| {
        word.chars().filter(|&c| ch::is_letter(c)).map(|c| c.script()).collect::<HashSet<Script>>()
    };
    let skeleton = |word: &str| unicode_security::skeleton(word).collect::<String>();
    !quote.is_empty() && scripts(quote) != scripts(text) && skeleton(quote) == skeleton(text)
}

/// The word without the marks upon its letters, and without typography.
fn without_marks(word: &str) -> String {
    let words = folded(word, Form::Words);
    String::from_utf8_lossy(&words).chars().filter(|&c| !ch::is_mark(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tokens::terms;
    use super::*;

    fn aligned(quote: &str, text: &str) -> (String, f64, Vec<(&'static str, String, String)>) {
        let (q, t) = (terms(quote), terms(text));
        let alignment = align(&q, &t).unwrap();
        let named = alignment.differences((quote, &q), (text, &t), Some("fr"));
        let named = named
            .iter()
            .map(|d| (d.kind.name(), quote[d.quote.range()].to_owned(), text[d.source.range()].to_owned()))
            .collect();
        (text[alignment.span(&t).range()].to_owned(), alignment.nearness, named)
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
        check("pas attendue a 3 500 m", "pas attendue à 3 500 m", &[("accent", "a", "à")]);
        check("vice président", "vice-président", &[("punctuation", "", "-")]);
        check("m, selon lui ?", "m, selon lui.", &[("punctuation", "?", ".")]);
        check(
            "la stabilisation n’était guère attendue",
            whole,
            &[("words", "stabilisation", "normalisation"), ("words", "guère", "pas")],
        );
    }
}
