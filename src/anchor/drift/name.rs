//! What a change is called: the worst thing that happened to a passage's words. Knows the passage, the
//! new words and how they lie upon one another.

use super::Change;
use super::compounds;
use super::place::Placed;
use crate::anchor::align::Alignment;
use crate::anchor::endings;
use crate::anchor::negations::count_negations;
use crate::anchor::sentences::{CLAUSE, begins, is_end};
use crate::anchor::tokens::Term;
use crate::fold::language::guess;
use crate::fold::numbers::{are_number_words, value};
use crate::fold::{Casing, Difference, Folded, Form, Kind, characters as ch, folded};
use crate::text::{Span, Text, around};
use std::ops::Range;

/// Names what became of the words of `passage`, which now stand at `span`, and how they differ.
pub fn name(
    old: &Text<'_>,
    new: &Text<'_>,
    passage: Span,
    span: Span,
    placed: &Placed,
) -> (Change, Vec<Difference>) {
    let before = old.slice(passage);
    let after = new.slice(span);
    let casing = Casing::of(new.spoken());
    let small = |text| Folded::cased(text, Form::Words, casing);
    if small(before).bytes() == small(after).bytes() {
        return (
            Change::Typography,
            crate::fold::differences(before, after, casing)
                .into_iter()
                .map(|difference| Difference { source: difference.source.shifted(span.start), ..difference })
                .collect(),
        );
    }
    let laid = Laid::new(placed, span);
    let differences = laid.differences(old, new, passage);
    (change(old, new, (passage, span), &laid, &differences, placed.is_reordered), differences)
}

fn change(
    old: &Text<'_>,
    new: &Text<'_>,
    (passage, span): (Span, Span),
    laid: &Laid,
    differences: &[Difference],
    is_reordered: bool,
) -> Change {
    let sides = |difference: &Difference| {
        (&old.slice(passage)[difference.quote.range()], new.slice(difference.source))
    };
    let language = language(old, new, passage);
    let alone = laid.alone(old, new);
    if !is_reordered && alone.has_negation(passage, differences)
        || alone.negations((old, passage), (new, span), language)
    {
        return Change::Negation;
    }
    let numerals = differences.iter().any(|difference| {
        let (before, after) = sides(difference);
        let is_other_amount =
            || one_is_multiplied(before, after) && value(before, language) != value(after, language);
        are_number_words(before, after, language) || difference.kind == Kind::Number && is_other_amount()
    });
    let numbers = (numbers(old.slice(passage)), numbers(new.slice(span)));
    if numbers.0 != numbers.1 && laid.changes_number(numbers) || numerals {
        return Change::Number;
    }
    if is_reordered {
        return Change::Reordered;
    }
    let (lost, added, changed) = laid.sizes();
    let is_mere = |size: usize, others: usize| size > 3 * (others + changed);
    if (laid.longest_lost() >= CLAUSE || laid.is_edge_lost()) && is_mere(lost, added) {
        return Change::Truncated;
    }
    if laid.longest_added() >= CLAUSE && is_mere(added, lost) {
        return Change::Extended;
    }
    let is_typography =
        |difference: &Difference| difference.kind.is_variant() || is_line_end_hyphen(sides(difference));
    // A mark in a word makes another word of it.
    let is_mark = |difference: &Difference| {
        let (before, after) = sides(difference);
        difference.kind == Kind::Punctuation && !(before.to_owned() + after).contains(char::is_alphanumeric)
    };
    match () {
        () if differences.iter().all(is_typography) => Change::Typography,
        () if differences.iter().all(|one| is_typography(one) || is_mark(one)) => Change::Punctuation,
        () => Change::Words,
    }
}

/// Whether either of two numbers is digits with a word that multiplies them: `42 million`.
fn one_is_multiplied(before: &str, after: &str) -> bool {
    let is_one = |number: &str| number.starts_with(ch::is_digit) && number.contains(char::is_alphabetic);
    is_one(before) || is_one(after)
}

/// The language of the texts, guessed from what stands around the passage where it is not told: a word
/// that negates in one language is an everyday word of another.
fn language<'t>(old: &'t Text<'_>, new: &'t Text<'_>, passage: Span) -> Option<&'t str> {
    const AROUND: usize = 1024;
    let near = || guess(&old.as_str()[around(old.as_str(), passage, AROUND).range()]);
    new.spoken().or(old.spoken()).or_else(near)
}

/// Whether two passages are the same but for a hyphen at a line's end.
fn is_line_end_hyphen((before, after): (&str, &str)) -> bool {
    let whole = |text: &str| folded(&without_line_end_hyphens(text), Form::Words);
    (before.contains(ch::is_line_end) || after.contains(ch::is_line_end)) && whole(before) == whole(after)
}

fn without_line_end_hyphens(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(ch::is_hyphen) {
        let hyphen = rest[at..].chars().next().map_or(1, char::len_utf8);
        let after = &rest[at + hyphen..];
        let next = after.trim_start();
        let is_parted = after[..after.len() - next.len()].contains(ch::is_line_end);
        out.push_str(&rest[..if is_parted { at } else { at + hyphen }]);
        rest = if is_parted { next } else { after };
    }
    out + rest
}

/// The numbers of `text`, folded and sorted.
fn numbers(text: &str) -> Vec<Vec<u8>> {
    let has_digit = |words: &str| words.chars().any(ch::is_digit);
    let mut all: Vec<Vec<u8>> = crate::anchor::tokens::tokens(text)
        .into_iter()
        .map(|token| &text[token.span.range()])
        .filter(|words| has_digit(words))
        .map(|words| folded(words, Form::Words))
        .collect();
    all.sort_unstable();
    all
}

/// What lies upon what, from the passage's first word to its last.
struct Laid {
    old: Vec<Term>,
    new: Vec<Term>,
    /// Indices of both, ascending.
    pairs: Vec<(usize, usize)>,
    /// Whether each is the same word.
    same: Vec<bool>,
}

impl Laid {
    fn new(placed: &Placed, span: Span) -> Self {
        let inside = |at: usize| placed.new[at].term.token.span.overlaps(span);
        let first = (0..placed.new.len()).find(|&at| inside(at)).unwrap_or(0);
        let new: Vec<Term> =
            (0..placed.new.len()).filter(|&at| inside(at)).map(|at| placed.new[at].term.clone()).collect();
        let pairs: Vec<_> = placed.pairs.iter().filter(|pair| inside(pair.new)).collect();
        Self {
            old: placed.old.iter().map(|word| word.term.clone()).collect(),
            pairs: pairs.iter().map(|pair| (pair.old, pair.new - first)).collect(),
            same: pairs.iter().map(|pair| pair.is_same).collect(),
            new,
        }
    }

    fn differences(&self, old: &Text<'_>, new: &Text<'_>, passage: Span) -> Vec<Difference> {
        let language = language(old, new, passage);
        let alignment = Alignment::of(&self.old, &self.new, &self.pairs, language);
        let sides = ((old.as_str(), &self.old[..]), (new.as_str(), &self.new[..]));
        let within = |at: usize| at.clamp(passage.start, passage.end) - passage.start;
        let all = alignment.differences(sides.0, sides.1, language);
        // A compound is told whole on either side.
        let turned = compounds::whole(old.as_str(), all.iter().map(compounds::turned).collect());
        let all = compounds::whole(new.as_str(), turned.iter().map(compounds::turned).collect());
        let mut all = endings::whole(old.as_str(), new.as_str(), all);
        for difference in &mut all {
            difference.quote = Span::new(within(difference.quote.start), within(difference.quote.end));
        }
        all
    }

    /// The runs of words with nothing upon them: indices of the older and of the newer words.
    fn gaps(&self) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
        let ends = self.pairs.iter().map(|&(a, b)| (a + 1, b + 1));
        let starts = self.pairs.iter().copied().chain([(self.old.len(), self.new.len())]);
        std::iter::once((0, 0)).chain(ends).zip(starts).map(|(from, to)| (from.0..to.0, from.1..to.1))
    }

    /// How long these runs are, and whether each touches an edge.
    fn runs(&self) -> Vec<Run> {
        self.gaps()
            .map(|(old, new)| Run {
                is_edge: old.start == 0 || old.end == self.old.len(),
                lost: size(&self.old[old]),
                added: size(&self.new[new]),
            })
            .collect()
    }

    /// How much is gone, how much is put in, and how much stands in the place of other words.
    fn sizes(&self) -> (usize, usize, usize) {
        let runs = self.runs();
        let others = self.pairs.iter().zip(&self.same).filter(|(_, is_same)| !**is_same);
        (
            runs.iter().map(|run| run.lost).sum(),
            runs.iter().map(|run| run.added).sum(),
            others.map(|(&(a, _), _)| size(&self.old[a..=a])).sum(),
        )
    }

    /// The sentences of either side of which the other has no word.
    fn alone(&self, old: &Text<'_>, new: &Text<'_>) -> Alone {
        let mut alone = Alone::default();
        for (lost, added) in self.gaps() {
            if size(&self.new[added.clone()]) == 0 {
                alone.old.extend(whole_sentences(old.as_str(), &self.old, lost));
            } else if size(&self.old[lost]) == 0 {
                alone.new.extend(whole_sentences(new.as_str(), &self.new, added));
            }
        }
        alone
    }

    fn longest_lost(&self) -> usize {
        self.runs().iter().map(|run| run.lost.saturating_sub(run.added)).max().unwrap_or(0)
    }

    fn longest_added(&self) -> usize {
        self.runs().iter().map(|run| run.added.saturating_sub(run.lost)).max().unwrap_or(0)
    }

    /// Whether two words or more are gone at the beginning or the end.
    fn is_edge_lost(&self) -> bool {
        self.runs().iter().any(|run| run.is_edge && run.lost >= 4 && run.added == 0)
    }

    /// Whether a number stands in place of another, or of words, or is gone or new without a clause
    /// around it.
    fn changes_number(&self, (before, after): (Vec<Vec<u8>>, Vec<Vec<u8>>)) -> bool {
        let is_number =
            |term: &Term| std::str::from_utf8(&term.words).is_ok_and(|word| word.contains(ch::is_digit));
        let lies_upon_other = self.pairs.iter().zip(&self.same).any(|(&(a, b), _)| {
            (is_number(&self.old[a]) || is_number(&self.new[b])) && self.old[a].words != self.new[b].words
        });
        let is_whole = self.longest_lost() < CLAUSE && self.longest_added() < CLAUSE;
        let is_replaced = !before.iter().all(|number| after.contains(number))
            && !after.iter().all(|number| before.contains(number));
        lies_upon_other || is_whole || is_replaced
    }
}

/// How long words are, in halves of a word.
fn size(terms: &[Term]) -> usize {
    terms.iter().map(Term::halves).sum()
}

/// Sentences of either text that went or came whole: what they negate is their own.
#[derive(Default)]
struct Alone {
    old: Vec<Span>,
    new: Vec<Span>,
}

impl Alone {
    /// Whether other words than these gained or lost a negation.
    fn has_negation(&self, passage: Span, differences: &[Difference]) -> bool {
        let is_in = |spans: &[Span], part: Span| spans.iter().any(|span| span.contains(part));
        differences.iter().filter(|one| one.kind == Kind::Negation).any(|one| {
            let went = one.source.is_empty() && is_in(&self.old, one.quote.shifted(passage.start));
            let came = one.quote.is_empty() && is_in(&self.new, one.source);
            !went && !came
        })
    }

    /// Whether other words than these have more negations on one side.
    fn negations(
        &self,
        (old, passage): (&Text<'_>, Span),
        (new, span): (&Text<'_>, Span),
        language: Option<&str>,
    ) -> bool {
        let count = |text: &Text<'_>, whole: Span, alone: &[Span]| {
            let of = |span: Span| count_negations(text.slice(span), language);
            of(whole).saturating_sub(alone.iter().copied().map(of).sum())
        };
        count(old, passage, &self.old) != count(new, span, &self.new)
    }
}

/// The whole sentences in a run of words.
fn whole_sentences(text: &str, terms: &[Term], run: Range<usize>) -> Option<Span> {
    if size(&terms[run.clone()]) < CLAUSE {
        return None;
    }
    let begins_at = |&at: &usize| match (terms.get(at), terms.last()) {
        (Some(term), _) => begins(text, term.token.span.start),
        (None, Some(last)) => last.ends_sentence || is_end(text, last.token.span.end),
        (None, None) => false,
    };
    let start = run.clone().find(begins_at)?;
    let end = (start + 1..=run.end).rev().find(begins_at)?;
    Some(Span::new(terms[start].token.span.start, terms[end - 1].token.span.end))
}

struct Run {
    lost: usize,
    added: usize,
    is_edge: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_that_of_what_stands_around_the_passage() {
        let english = "The mayor said that he was in the town when the men came to the house. ".repeat(20);
        let german = "Der Minister sagte, dass er nicht in der Stadt war, als die Männer in das Haus kamen. ";
        let both = english.clone() + &german.repeat(200);
        let [old, new] = [Text::new(&both), Text::new("")];
        assert_eq!(language(&old, &new, Span::new(0, 20)), Some("en"));
        let end = both.len() - 20;
        assert_eq!(language(&old, &new, Span::new(end, end + 10)), Some("de"));
    }
}
