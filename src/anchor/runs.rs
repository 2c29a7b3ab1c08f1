//! How a few words are laid upon a few others so that a person sees what differs: the least that differs,
//! word by word. Knows tokens, not where they were found.
//!
//! An alignment that looks for a place has little use for short words and pays for every gap, so that it
//! lays `a` upon `pas` where `n’a pas` became `a`. What is said of a difference has another aim: every
//! word that both have lies upon itself, and a negation upon no other word. So the runs between words
//! that are the same, and the ends of a quote that are like nothing, are laid anew by the distance of
//! Levenshtein (1966) with costs for that.

use super::likeness::{Step, is_mark, similarity};
use super::tokens::Term;
use crate::fold::{characters as ch, words};

/// What it costs to lay a word upon the same one.
const SAME: i32 = -5;
/// On the same letters with other accents.
const SAME_LETTERS: i32 = 0;
/// On one that is like it, or a number on a number.
const ALIKE: i32 = 2;
/// On another.
const OTHER: i32 = 4;
/// On another, where one of them negates.
const TURNED: i32 = 6;
/// What it costs to lay a word of the quote on nothing: more than on another, for of a word that is not there
/// most have become another.
const MISSING: i32 = 7;
/// To lay a word of the text on nothing.
const ADDED: i32 = 4;
/// So much less where it is an elided one, which is but a part of a word.
const ELIDED: i32 = 2;
/// For a mark, whatever lies upon it.
const MARK: i32 = 1;
/// To lay a word upon a mark.
const NEVER: i32 = 1000;

/// So many cells of a table are filled for a run; longer ones stay as they are.
const MOST_CELLS: usize = 1 << 14;

/// Some tokens of a quote and of a text, and all ways to lay the first of them upon the first of those.
pub struct Table<'t> {
    quote: (&'t [Term], &'t [usize]),
    text: (&'t [Term], &'t [usize]),
    language: Option<&'t str>,
    costs: Vec<i32>,
}

impl<'t> Table<'t> {
    /// The table of the tokens with these indices, in the order in which they are laid: backwards, too.
    /// `language` is that of the text.
    pub fn new(
        quote: (&'t [Term], &'t [usize]),
        text: (&'t [Term], &'t [usize]),
        language: Option<&'t str>,
    ) -> Self {
        let width = text.1.len() + 1;
        let mut table = Self { quote, text, language, costs: vec![0; (quote.1.len() + 1) * width] };
        for row in 0..=quote.1.len() {
            for column in 0..width {
                let least = table.ways(row, column).into_iter().map(|(cost, _)| cost).min();
                table.costs[row * width + column] = least.unwrap_or(0);
            }
        }
        table
    }

    /// The cost of laying all of the quote's tokens upon the first `count` of the text's.
    pub fn cost(&self, count: usize) -> i32 {
        self.at(self.quote.1.len(), count)
    }

    /// The cheapest way to do so, a step each.
    pub fn steps(&self, count: usize) -> Vec<Step> {
        let (mut row, mut column) = (self.quote.1.len(), count);
        let mut steps = Vec::with_capacity(row + column);
        while let Some((_, step)) = self.ways(row, column).into_iter().min_by_key(|&(cost, _)| cost) {
            match step {
                Step::Pair(..) => (row, column) = (row - 1, column - 1),
                Step::Missing(_) => row -= 1,
                Step::Added(_) => column -= 1,
            }
            steps.push(step);
        }
        steps.reverse();
        steps
    }

    /// Whether one of two tokens negates and the other does not.
    pub fn turns(&self, quote: usize, text: usize) -> bool {
        self.negates(&self.quote.0[quote]) != self.negates(&self.text.0[text])
    }

    fn negates(&self, term: &Term) -> bool {
        std::str::from_utf8(&term.words).is_ok_and(|word| words::is_negation(word, self.language))
    }

    fn at(&self, row: usize, column: usize) -> i32 {
        self.costs[row * (self.text.1.len() + 1) + column]
    }

    /// The last steps that lead to a cell, with the cost of the way there.
    fn ways(&self, row: usize, column: usize) -> Vec<(i32, Step)> {
        let mut ways = Vec::with_capacity(3);
        let ours = row.checked_sub(1).map(|above| (above, self.quote.1[above]));
        let theirs = column.checked_sub(1).map(|left| (left, self.text.1[left]));
        if let (Some((above, a)), Some((left, b))) = (ours, theirs) {
            let cost = self.at(above, left) + self.pairing(&self.quote.0[a], &self.text.0[b]);
            ways.push((cost, Step::Pair(a, b)));
        }
        if let Some((above, a)) = ours {
            ways.push((self.at(above, column) + alone(&self.quote.0[a], MISSING), Step::Missing(a)));
        }
        if let Some((left, b)) = theirs {
            ways.push((self.at(row, left) + alone(&self.text.0[b], ADDED), Step::Added(b)));
        }
        ways
    }

    fn pairing(&self, a: &Term, b: &Term) -> i32 {
        match (is_mark(a), is_mark(b)) {
            (true, true) => return if a.is_same(b) { 0 } else { MARK },
            (false, false) => {}
            _ => return NEVER,
        }
        if a.is_same(b) {
            return SAME;
        }
        if !a.letters.is_empty() && a.letters == b.letters {
            return SAME_LETTERS;
        }
        if self.negates(a) != self.negates(b) {
            return TURNED;
        }
        if similarity(a, b) > 0 { ALIKE } else { OTHER }
    }
}

/// What it costs to lay a token on nothing.
fn alone(term: &Term, cost: i32) -> i32 {
    let is_elided = || std::str::from_utf8(&term.words).is_ok_and(|word| word.ends_with(ch::is_apostrophe));
    if is_mark(term) {
        MARK
    } else if is_elided() {
        cost - ELIDED
    } else {
        cost
    }
}

/// The steps with every run between words that are the same laid anew. `language` is that of the text.
pub fn tidied(quote: &[Term], stretch: &[Term], steps: &[Step], language: Option<&str>) -> Vec<Step> {
    let holds = |step: &Step| matches!(*step, Step::Pair(a, b) if quote[a].is_same(&stretch[b]));
    let mut tidy = Vec::with_capacity(steps.len());
    for run in steps.chunk_by(|before, after| holds(before) == holds(after)) {
        let of_quote = |step: &Step| match *step {
            Step::Pair(a, _) | Step::Missing(a) => Some(a),
            Step::Added(_) => None,
        };
        let of_text = |step: &Step| match *step {
            Step::Pair(_, b) | Step::Added(b) => Some(b),
            Step::Missing(_) => None,
        };
        let ours: Vec<usize> = run.iter().filter_map(of_quote).collect();
        let theirs: Vec<usize> = run.iter().filter_map(of_text).collect();
        let is_settled = holds(&run[0]) || ours.is_empty() || theirs.is_empty() || run.len() == 1;
        if is_settled || (ours.len() + 1) * (theirs.len() + 1) > MOST_CELLS {
            tidy.extend_from_slice(run);
        } else {
            tidy.extend(Table::new((quote, &ours), (stretch, &theirs), language).steps(theirs.len()));
        }
    }
    tidy
}
