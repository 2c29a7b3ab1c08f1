//! The alignment of a quote with a stretch of text, token by token.
//!
//! Affine gaps (Gotoh, 1982): an inserted or a lost clause costs one gap and hardly its length, as in
//! the chaining of seeds (Li, 2018); a long clause that the quote left out costs no more than that, so that its subject is
//! not taken for words before the verb. The text is free at both ends; so is the quote, at a price: where
//! an end of it has no likeness in the text it is clipped, as reads are (Smith and Waterman, 1981; Li,
//! 2013), and the passage ends with the last word that both have. Tokens, not characters, so that it
//! begins and ends with whole words.
//!
//! What a clipped end became cannot be known without its surroundings; `ends` says what it is taken for. Where a clipped end lies on the other side of the passage, beside it, the
//! two parts have changed places, and the passage holds both.

use super::ends::{self, Alike, words};
use super::likeness::{Step, UNREACHED, is_mark, is_number, likeness, similarity};
use super::long;
use super::runs::tidied;
use super::tokens::{Class, Term};
use crate::text::Span;

/// A quote laid upon a passage.
#[derive(Clone, Debug)]
pub struct Alignment {
    /// The steps from the quote's first token to its last; tokens of the text ascend.
    pub steps: Vec<Step>,
    /// An end of the quote that the text has on the passage's other side: its own steps.
    pub moved: Option<Vec<Step>>,
    /// The first and the last token of the passage.
    first: usize,
    last: usize,
    /// How near they are, from 0 to 1.
    pub nearness: f64,
    /// How much of the quote the passage has, from 0 to 1.
    pub recall: f64,
    /// How many words of the quote or the passage are other ones, or lack on one side.
    pub changes: usize,
    /// How much of the quote's words the passage has.
    pub sameness: Sameness,
    /// Whether it is but for numbers in place of other numbers.
    pub has_other_numbers: bool,
    /// How many of the quote’s numbers the passage has in their places.
    pub numbers_kept: usize,
}

/// How much of a quote's words a passage has, in their order and with no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sameness {
    /// Not all of them.
    None,
    /// All, of which some are misspelt.
    Misspelt,
    /// All letter for letter, with other accents.
    Letters,
    /// All as they are, in whatever characters.
    Words,
}

/// The most cells that a table may have; a quote and stretch beyond that are laid along what they share (`long`).
const MOST_CELLS: usize = 24_000_000;

/// What a gap costs beside its tokens.
const OPEN: i32 = 6;
/// What a gap in the text costs at the most, however long it is: so much that a word or two of few letters at an end of
/// the quote are not found far away.
const LONGEST_GAP: i32 = 26;
/// What it costs to leave an end of the quote out.
const CLIP: i32 = 16;

/// Words as like as this are one word, misspelt.
const MISSPELT: f64 = 0.7;

/// An end of at least so many words may have changed places with the rest.
const MOVED: usize = 3;
/// So much of its weight must then be there.
const MOVED_SHARE: f64 = 0.6;

/// Aligns `quote` with the part of `stretch` that is nearest, or `None` where nothing of it is there.
///
/// `language` is that of the text, whose negations are laid upon no other word.
pub fn align(quote: &[Term], stretch: &[Term], language: Option<&str>) -> Option<Alignment> {
    let path = path(quote, stretch)?;
    let core = Core::of(quote, stretch, &path)?;
    let moved = moved(quote, stretch, &core);
    let (before, after) = match &moved {
        Some(_) => (core.clipped_before(), core.clipped_after(quote)),
        None => (
            ends::before(quote, core.quote.0, (stretch, core.text.0), language),
            ends::after(quote, core.quote.1 + 1, (stretch, core.text.1 + 1), language),
        ),
    };
    let inner = &path[core.steps.clone()];
    // What stands for a longer end of the quote takes nothing from how near the rest is.
    let counts = |edge: &&Vec<Step>| ends::are_few(quote, edge);
    let near = Some(&before).filter(counts).into_iter().chain(Some(&after).filter(counts)).flatten();
    let (nearness, recall) =
        nearness(quote, stretch, || near.clone().chain(inner).chain(moved.iter().flatten()));
    let steps = before.iter().chain(inner).chain(&after).copied().collect();
    let mut alignment = Alignment { nearness, recall, ..laid(steps, moved)? };
    alignment.tidy(quote, stretch, language);
    Some(alignment)
}

/// The same with no more of the stretch than the tokens with these numbers, as if the others were not there.
pub fn align_over(
    quote: &[Term],
    stretch: &[Term],
    kept: &[usize],
    language: Option<&str>,
) -> Option<Alignment> {
    let mut rest: Vec<Term> = Vec::with_capacity(kept.len());
    for (nth, &at) in kept.iter().enumerate() {
        let mut term = stretch[at].clone();
        let goes_on = nth > 0 && kept[nth - 1] + 1 < at && !stretch[kept[nth - 1]].ends_sentence;
        term.follows_break &= !goes_on;
        rest.push(term);
    }
    let mut alignment = align(quote, &rest, language)?;
    let all = alignment.steps.iter_mut().chain(alignment.moved.iter_mut().flatten());
    for step in all {
        *step = match *step {
            Step::Pair(a, b) => Step::Pair(a, kept[b]),
            Step::Added(b) => Step::Added(kept[b]),
            Step::Missing(a) => Step::Missing(a),
        };
    }
    (alignment.first, alignment.last) = (kept[alignment.first], kept[alignment.last]);
    Some(alignment)
}

/// The part of a path from the first tokens that are alike to the last.
struct Core {
    /// Which steps of the path.
    steps: std::ops::RangeInclusive<usize>,
    /// Its first and its last token of the quote.
    quote: (usize, usize),
    /// Its first and its last token of the text.
    text: (usize, usize),
}

impl Core {
    fn of(quote: &[Term], stretch: &[Term], path: &[Step]) -> Option<Self> {
        let is_alike = |a: usize, b: usize| similarity(&quote[a], &stretch[b]) > 0;
        let pairs = || {
            path.iter().enumerate().filter_map(|(step, &pair)| match pair {
                Step::Pair(a, b) if is_alike(a, b) => Some(Alike { step, quote: a, text: b }),
                _ => None,
            })
        };
        let first = ends::outermost((quote, stretch), pairs())?;
        let last = ends::outermost((quote, stretch), pairs().rev())?;
        (first.step <= last.step).then_some(Self {
            steps: first.step..=last.step,
            quote: (first.quote, last.quote),
            text: (first.text, last.text),
        })
    }

    fn clipped_before(&self) -> Vec<Step> {
        (0..self.quote.0).map(Step::Missing).collect()
    }

    fn clipped_after(&self, quote: &[Term]) -> Vec<Step> {
        (self.quote.1 + 1..quote.len()).map(Step::Missing).collect()
    }
}

/// The clipped end of the quote that lies beside the core on its other side, laid upon the text there.
fn moved(quote: &[Term], stretch: &[Term], core: &Core) -> Option<Vec<Step>> {
    let room = |terms: &[Term]| terms.len() + terms.len() / 2 + BESIDE;
    let (head, tail) = (&quote[..core.quote.0], &quote[core.quote.1 + 1..]);
    let after = core.text.1 + 1;
    let following = &stretch[after..stretch.len().min(after + room(head))];
    let from_head = part(head, following)
        .filter(|&(_, (first, _))| first <= BESIDE)
        .map(|(steps, _)| shifted(steps, 0, after));
    let start = core.text.0.saturating_sub(room(tail));
    let preceding = &stretch[start..core.text.0];
    let from_tail = part(tail, preceding)
        .filter(|&(_, (_, last))| last + 1 + BESIDE >= preceding.len())
        .map(|(steps, _)| shifted(steps, core.quote.1 + 1, start));
    if tail.len() > head.len() { from_tail.or(from_head) } else { from_head.or(from_tail) }
}

/// So many tokens may lie between two parts that have changed places.
const BESIDE: usize = 3;

/// A part of a quote laid upon a stretch of its own, with its first and last token of the text, where it
/// has words enough and most of them are there.
fn part(quote: &[Term], stretch: &[Term]) -> Option<(Vec<Step>, (usize, usize))> {
    if words(quote, &(0..quote.len()).collect::<Vec<_>>()) < MOVED {
        return None;
    }
    let path = path(quote, stretch)?;
    let core = Core::of(quote, stretch, &path)?;
    let steps: Vec<Step> = core
        .clipped_before()
        .into_iter()
        .chain(path[core.steps.clone()].iter().copied())
        .chain(core.clipped_after(quote))
        .collect();
    let is_there = matched(quote, stretch, steps.iter()) >= MOVED_SHARE * total(quote);
    is_there.then_some((steps, core.text))
}

fn shifted(steps: Vec<Step>, quote: usize, text: usize) -> Vec<Step> {
    let shift = |step| match step {
        Step::Pair(a, b) => Step::Pair(a + quote, b + text),
        Step::Missing(a) => Step::Missing(a + quote),
        Step::Added(b) => Step::Added(b + text),
    };
    steps.into_iter().map(shift).collect()
}

/// Half of the likeness of all pairs: the weight of what the quote and the text share.
fn matched<'s>(quote: &[Term], stretch: &[Term], steps: impl Iterator<Item = &'s Step>) -> f64 {
    let worth = |step: &Step| match *step {
        Step::Pair(a, b) => f64::from(similarity(&quote[a], &stretch[b]).max(0)) / 2.0,
        _ => 0.0,
    };
    steps.map(worth).sum()
}

fn total(terms: &[Term]) -> f64 {
    f64::from(terms.iter().map(|term| term.weight).sum::<i32>())
}

/// The passage that the steps lead through.
fn laid(steps: Vec<Step>, moved: Option<Vec<Step>>) -> Option<Alignment> {
    let (first, last) = reach(steps.iter().chain(moved.iter().flatten()))?;
    Some(Alignment { moved, first, last, ..Alignment::of_steps(steps) })
}

/// The first and the last token of the text among some steps.
fn reach<'s>(steps: impl Iterator<Item = &'s Step>) -> Option<(usize, usize)> {
    let of_text = |step: &Step| match *step {
        Step::Pair(_, text) | Step::Added(text) => Some(text),
        Step::Missing(_) => None,
    };
    let mut texts = steps.filter_map(of_text);
    let first = texts.next()?;
    Some(texts.fold((first, first), |(first, last), at| (first.min(at), last.max(at))))
}

/// How near the passage is that the steps lead through, and how much of the quote it has, from 0 to 1.
fn nearness<'s, I: Iterator<Item = &'s Step>>(
    quote: &[Term],
    stretch: &[Term],
    steps: impl Fn() -> I,
) -> (f64, f64) {
    let Some((first, last)) = reach(steps()) else { return (0.0, 0.0) };
    let shared = matched(quote, stretch, steps());
    let recall = shared / total(quote);
    let precision = shared / total(&stretch[first..=last]).max(1.0);
    (recall * (0.75 + 0.25 * precision.min(1.0)), recall)
}

/// Whether a step lays a word upon the same one, if misspelt, or is about punctuation.
fn keeps_words(quote: &[Term], stretch: &[Term], step: Step) -> bool {
    match step {
        Step::Missing(a) => is_mark(&quote[a]),
        Step::Added(b) => is_mark(&stretch[b]),
        Step::Pair(a, b) => {
            let (a, b) = (&quote[a], &stretch[b]);
            let is_misspelt = || {
                let are_words = a.token.class == Class::Word && b.token.class == Class::Word;
                are_words && likeness(&a.shape, &b.shape) >= MISSPELT
            };
            is_mark(a) || a.letters == b.letters || is_misspelt()
        }
    }
}

const FROM_PAIR: u8 = 0;
const FROM_MISSING: u8 = 1;
const FROM_ADDED: u8 = 2;
const FROM_START: u8 = 3;
const FROM_LONG: u8 = 4;
const FROM: u8 = 7;
const MISSING_GOES_ON: u8 = 8;
const ADDED_GOES_ON: u8 = 16;
const LONG_GOES_ON: u8 = 32;

/// The best way from one token of the quote to a later one; what it leaves out at either end is clipped.
fn path(quote: &[Term], stretch: &[Term]) -> Option<Vec<Step>> {
    let cells = (quote.len() + 1).checked_mul(stretch.len() + 1)?;
    if quote.is_empty() || stretch.is_empty() {
        return None;
    }
    if cells > MOST_CELLS {
        return long::path(quote, stretch);
    }
    let (trace, end) = fill(quote, stretch);
    Some(trace_back(&trace, end, stretch.len() + 1))
}

/// Fills the table; returns for each cell where it came from, and the row and column of the best end.
fn fill(quote: &[Term], stretch: &[Term]) -> (Vec<u8>, (usize, usize)) {
    let width = stretch.len() + 1;
    let mut trace = vec![FROM_START; (quote.len() + 1) * width];
    let mut best = vec![0_i32; width];
    let mut missing = vec![UNREACHED; width];
    let mut end = (UNREACHED, (0, 0));
    for (row, term) in quote.iter().enumerate().map(|(index, term)| (index + 1, term)) {
        let mut diagonal = best[0];
        best[0] = -CLIP;
        let mut added = UNREACHED;
        let mut long = UNREACHED;
        let at_end = if row == quote.len() { 0 } else { CLIP };
        let cells = &mut trace[row * width..(row + 1) * width];
        for column in 1..width {
            let other = &stretch[column - 1];
            let (opened, extended) =
                (best[column] - OPEN - term.gap_cost(), missing[column] - term.gap_cost());
            let missing_goes_on = extended > opened;
            missing[column] = opened.max(extended);
            let (opened, extended) = (best[column - 1] - OPEN - other.gap_cost(), added - other.gap_cost());
            let added_goes_on = extended > opened;
            added = opened.max(extended);
            let before = best[column - 1] - LONGEST_GAP;
            let long_goes_on = long > before;
            long = long.max(before);
            let (mut score, mut from) = (diagonal + similarity(term, other), FROM_PAIR);
            diagonal = best[column];
            if missing[column] > score {
                (score, from) = (missing[column], FROM_MISSING);
            }
            if added > score {
                (score, from) = (added, FROM_ADDED);
            }
            if long > score {
                (score, from) = (long, FROM_LONG);
            }
            if -CLIP > score {
                (score, from) = (-CLIP, FROM_START);
            }
            best[column] = score;
            cells[column] = from
                | if missing_goes_on { MISSING_GOES_ON } else { 0 }
                | if added_goes_on { ADDED_GOES_ON } else { 0 }
                | if long_goes_on { LONG_GOES_ON } else { 0 };
            if score - at_end > end.0 {
                end = (score - at_end, (row, column));
            }
        }
    }
    (trace, end.1)
}

fn trace_back(trace: &[u8], (mut row, mut column): (usize, usize), width: usize) -> Vec<Step> {
    let mut steps = Vec::with_capacity(row);
    let mut state = FROM_PAIR;
    while row > 0 {
        let cell = trace[row * width + column];
        let from = if state == FROM_PAIR { cell & FROM } else { state };
        state = FROM_PAIR;
        match from {
            FROM_START => break,
            FROM_MISSING => {
                steps.push(Step::Missing(row - 1));
                if cell & MISSING_GOES_ON != 0 {
                    state = FROM_MISSING;
                }
                row -= 1;
            }
            FROM_ADDED | FROM_LONG => {
                steps.push(Step::Added(column - 1));
                let goes_on = if from == FROM_ADDED { ADDED_GOES_ON } else { LONG_GOES_ON };
                if cell & goes_on != 0 {
                    state = from;
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

impl Alignment {
    /// An alignment that was found elsewhere: `pairs` are the indices of the terms that lie upon one
    /// another, ascending on both sides; all other terms of `old` and `new` have nothing upon them.
    pub fn of(old: &[Term], new: &[Term], pairs: &[(usize, usize)], language: Option<&str>) -> Self {
        let (terms, old, new) = ((old, new), old.len(), new.len());
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
        let steps = tidied(terms.0, terms.1, &steps, language);
        Self { last: new.saturating_sub(1), ..Self::of_steps(steps) }
    }

    const fn of_steps(steps: Vec<Step>) -> Self {
        Self {
            steps,
            moved: None,
            first: 0,
            last: 0,
            nearness: 0.0,
            recall: 0.0,
            changes: 0,
            sameness: Sameness::None,
            has_other_numbers: false,
            numbers_kept: 0,
        }
    }

    /// Lays what differs anew, so that it is the least, and counts it.
    fn tidy(&mut self, quote: &[Term], stretch: &[Term], language: Option<&str>) {
        let tidy = |steps: &mut Vec<Step>| *steps = tidied(quote, stretch, steps, language);
        tidy(&mut self.steps);
        self.moved.iter_mut().for_each(tidy);
        let are_numbers =
            |step: &Step| matches!(*step, Step::Pair(a, b) if is_number(&quote[a]) && is_number(&stretch[b]));
        let changed = self.steps.iter().filter(|step| !keeps_words(quote, stretch, **step));
        self.changes = changed.clone().count();
        let all_pairs = |is: &dyn Fn(&Term, &Term) -> bool| {
            self.steps.iter().all(|step| !matches!(*step, Step::Pair(a, b) if !is(&quote[a], &stretch[b])))
        };
        self.sameness = if self.moved.is_some() || self.changes > 0 {
            Sameness::None
        } else if all_pairs(&|a, b| is_mark(a) || a.words == b.words) {
            Sameness::Words
        } else if all_pairs(&|a, b| a.letters == b.letters) {
            Sameness::Letters
        } else {
            Sameness::Misspelt
        };
        self.has_other_numbers = self.moved.is_none() && self.changes > 0 && changed.clone().all(are_numbers);
        let is_kept = |step: &&Step| are_numbers(step) && keeps_words(quote, stretch, **step);
        self.numbers_kept = self.steps.iter().filter(is_kept).count();
    }

    /// The passage, in bytes of the stretch.
    pub fn span(&self, stretch: &[Term]) -> Span {
        Span::new(stretch[self.first].token.span.start, stretch[self.last].token.span.end)
    }
}
