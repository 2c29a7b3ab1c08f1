//! Words of two stretches laid upon one another. Knows words, not what they mean.
//!
//! Anchors first, runs of a few words that stand once on either side; between them a global alignment
//! with affine gaps (Gotoh, 1982), so that a clause put in costs one gap and not its length.

use super::chain::{Item, common};
use super::skeleton::{hash, mixed};
use crate::anchor::spelling::distance;
use crate::anchor::tokens::{Class, Term, terms};
use crate::fold::characters as ch;
use crate::text::Span;
use std::collections::HashSet;

/// A word as it is compared.
#[derive(Clone, Debug)]
pub struct Word {
    /// The word itself.
    pub term: Term,
    /// Equal where the letters are, whatever their case and accents; for marks, where the marks are.
    pub key: u64,
    /// Its place among the words that are no marks.
    pub place: usize,
    /// Its letters, where they may be compared one by one.
    letters: Vec<char>,
    /// A bit for each of these letters, so that most unlike words are told apart at once.
    mask: u64,
}

/// The words, each with its place among those that are no marks, and its letters.
pub fn numbered(mut all: Vec<Word>) -> Vec<Word> {
    let mut place = 0;
    for word in &mut all {
        word.place = place;
        let letters = std::str::from_utf8(&word.term.letters).unwrap_or_default();
        word.letters.extend(letters.chars().take(LONGEST + 1));
        word.mask = word.letters.iter().fold(0, |mask, &letter| mask | 1 << (u32::from(letter) % 64));
        place += usize::from(word.term.token.class != Class::Mark);
    }
    all
}

/// The words of a stretch, with spans in bytes of the whole text.
pub fn words(text: &str, stretch: Span) -> Vec<Word> {
    let mut all: Vec<Word> = Vec::new();
    for mut term in terms(&text[stretch.range()]) {
        term.token.span = term.token.span.shifted(stretch.start);
        if let Some(last) = all.last_mut().filter(|last| is_run(last, &term)) {
            run_on(last, &term);
            continue;
        }
        term.weight = weight(&term);
        all.push(Word { key: key(&term), term, place: 0, letters: Vec::new(), mask: 0 });
    }
    all
}

/// How much a word counts. Both texts are known, so short words say where they are almost as well as long
/// ones do; in a search for a quote they say little.
fn weight(term: &Term) -> i32 {
    match term.token.class {
        Class::Word => 2 + i32::try_from(term.letters.len().min(8)).unwrap_or(8),
        _ => term.weight,
    }
}

fn key(term: &Term) -> u64 {
    if term.letters.is_empty() { mixed(1, hash(&term.words)) } else { hash(&term.letters) }
}

/// Whether a mark goes on with the same one: `--` for a dash, `...` for an ellipsis.
fn is_run(last: &Word, next: &Term) -> bool {
    let mark = last.term.words.first();
    last.term.token.class == Class::Mark
        && next.token.class == Class::Mark
        && last.term.token.span.end == next.token.span.start
        && mark == next.words.first()
        && matches!(mark, Some(b'-' | b'.'))
}

fn run_on(last: &mut Word, next: &Term) {
    last.term.token.span.end = next.token.span.end;
    if last.term.words.first() == Some(&b'.') {
        last.term.words.extend_from_slice(&next.words);
    }
    last.key = key(&last.term);
}

/// Joins words that a line end parts with a hyphen, where the `other` side has them whole.
pub fn joined(text: &str, all: Vec<Word>, other: &[Word]) -> Vec<Word> {
    let is_parted = |window: &[Word]| {
        let [first, hyphen, second] = window else { return false };
        let gap = |a: &Word, b: &Word| &text[a.term.token.span.end..b.term.token.span.start];
        hyphen.term.words == b"-"
            && gap(first, hyphen).is_empty()
            && gap(hyphen, second).contains(ch::is_line_end)
    };
    if !all.windows(3).any(is_parted) {
        return all;
    }
    let known: HashSet<&[u8]> = other.iter().map(|word| &word.term.letters[..]).collect();
    let mut out = Vec::with_capacity(all.len());
    let mut at = 0;
    while at < all.len() {
        let whole = all.get(at..at + 3).filter(|window| is_parted(window)).map(whole);
        if let Some(whole) = whole.filter(|whole| known.contains(&whole.term.letters[..])) {
            out.push(whole);
            at += 3;
        } else {
            out.push(all[at].clone());
            at += 1;
        }
    }
    out
}

/// Three words as one, without the hyphen between them.
fn whole(parts: &[Word]) -> Word {
    let mut term = parts[0].term.clone();
    let last = &parts[2].term;
    term.token.span.end = last.token.span.end;
    term.words.extend_from_slice(&last.words);
    term.letters.extend_from_slice(&last.letters);
    term.weight = weight(&term);
    Word { key: key(&term), term, place: 0, letters: Vec::new(), mask: 0 }
}

/// Two words, one of either side, that lie upon one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// The index of the older word.
    pub old: usize,
    /// The index of the newer word.
    pub new: usize,
    /// Whether they are the same word, perhaps misspelt; else one stands in place of the other.
    pub is_same: bool,
}

/// Which ends of both sides need not meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Free {
    /// The beginnings.
    pub start: bool,
    /// The ends.
    pub end: bool,
}

/// So many letters make a run of words an anchor.
const ANCHOR_LETTERS: usize = 9;

/// A table of more cells is not filled; what it would align stays unaligned.
const MOST_CELLS: usize = 300_000;

/// Below this many cells no anchors are looked for first.
const FEW_CELLS: usize = 4_000;

/// Aligns the words of two stretches; `held` are indices of words that are known to lie upon one another,
/// ascending on both sides.
pub fn align(old: &[Word], new: &[Word], held: &[(usize, usize)], free: Free) -> Vec<Pair> {
    let mut pairs = Vec::with_capacity(old.len());
    between(held, (old.len(), new.len()), free, |from, to, free| {
        let (old, new) = (&old[from.0..to.0], &new[from.1..to.1]);
        let links = anchors(old, new);
        between(&links, (old.len(), new.len()), free, |a, b, free| {
            let part = Part { old: &old[a.0..b.0], new: &new[a.1..b.1], free };
            let shifted =
                |pair: Pair| Pair { old: from.0 + a.0 + pair.old, new: from.1 + a.1 + pair.new, ..pair };
            pairs.extend(part.aligned().into_iter().map(shifted));
        });
        pairs.extend(links.iter().map(|&(a, b)| Pair { old: from.0 + a, new: from.1 + b, is_same: true }));
    });
    pairs.extend(held.iter().map(|&(a, b)| Pair { old: a, new: b, is_same: true }));
    pairs.sort_unstable();
    pairs
}

/// Calls `each` for what lies between links, with the ends that need not meet.
fn between(
    links: &[(usize, usize)],
    end: (usize, usize),
    free: Free,
    mut each: impl FnMut((usize, usize), (usize, usize), Free),
) {
    let mut from = (0, 0);
    for (index, &to) in links.iter().chain(&[end]).enumerate() {
        let free = Free { start: free.start && index == 0, end: free.end && index == links.len() };
        if from.0 < to.0 && from.1 < to.1 {
            each(from, to, free);
        }
        from = (to.0 + 1, to.1 + 1);
    }
}

/// Words at which runs of words begin that stand once on either side, in the same order.
fn anchors(old: &[Word], new: &[Word]) -> Vec<(usize, usize)> {
    if old.len() * new.len() <= FEW_CELLS {
        return Vec::new();
    }
    let mut links = common(&shingles(old), &shingles(new));
    links.retain(|&(a, b)| old[a].key == new[b].key);
    links
}

/// For each word the run of words from it on that has letters enough, as an item.
pub fn shingles(words: &[Word]) -> Vec<Item> {
    let run = |from: usize| {
        let (mut key, mut letters) = (0, 0);
        let mut to = from;
        while to < words.len() && letters < ANCHOR_LETTERS {
            key = mixed(key, words[to].key);
            letters += words[to].term.letters.len();
            to += 1;
        }
        // A run that the end cuts short is like no other.
        let key = if letters < ANCHOR_LETTERS { mixed(key, (words.len() - from) as u64) } else { key };
        Item { key, start: from as u32, end: from as u32 + letters as u32 }
    };
    (0..words.len()).map(run).collect()
}

/// Stretches between two anchors.
struct Part<'w> {
    old: &'w [Word],
    new: &'w [Word],
    free: Free,
}

const UNREACHED: i32 = i32::MIN / 2;
const OPEN: i32 = 4;
const FROM_PAIR: u8 = 0;
const FROM_MISSING: u8 = 1;
const FROM_ADDED: u8 = 2;
const BORDER: u8 = 3;
const MISSING_GOES_ON: u8 = 4;
const ADDED_GOES_ON: u8 = 8;

impl Part<'_> {
    fn aligned(&self) -> Vec<Pair> {
        let same = |pair: &(&Word, &Word)| pair.0.key == pair.1.key;
        let most = self.old.len().min(self.new.len());
        let head = if self.free.start { 0 } else { self.old.iter().zip(self.new).take_while(same).count() };
        let tail = if self.free.end {
            0
        } else {
            self.old.iter().rev().zip(self.new.iter().rev()).take(most - head).take_while(same).count()
        };
        let (old_end, new_end) = (self.old.len() - tail, self.new.len() - tail);
        let mut pairs: Vec<Pair> = (0..head).map(|at| Pair { old: at, new: at, is_same: true }).collect();
        let middle = Part { old: &self.old[head..old_end], new: &self.new[head..new_end], free: self.free };
        let inner = middle.filled();
        pairs.extend(inner.iter().map(|pair| Pair { old: pair.old + head, new: pair.new + head, ..*pair }));
        pairs.extend((0..tail).map(|at| Pair { old: old_end + at, new: new_end + at, is_same: true }));
        pairs
    }

    /// The best alignment by dynamic programming.
    fn filled(&self) -> Vec<Pair> {
        let cells = (self.old.len() + 1).saturating_mul(self.new.len() + 1);
        if self.old.is_empty() || self.new.is_empty() || cells > MOST_CELLS {
            return Vec::new();
        }
        let (trace, end) = self.fill();
        self.trace_back(&trace, end)
    }

    fn fill(&self) -> (Vec<u8>, (usize, usize)) {
        let width = self.new.len() + 1;
        let mut trace = vec![BORDER; (self.old.len() + 1) * width];
        let mut best = vec![0_i32; width];
        let mut missing = vec![UNREACHED; width];
        if !self.free.start {
            let mut cost = -OPEN;
            for (column, word) in self.new.iter().enumerate() {
                cost -= gap_cost(word);
                best[column + 1] = cost;
            }
        }
        let mut end = (0, self.new.len());
        let mut highest = best[end.1];
        let mut edge = -OPEN;
        for (row, word) in self.old.iter().enumerate().map(|(index, word)| (index + 1, word)) {
            let mut diagonal = best[0];
            edge -= gap_cost(word);
            best[0] = if self.free.start { 0 } else { edge };
            let mut added = UNREACHED;
            for column in 1..width {
                let other = &self.new[column - 1];
                let (opened, extended) =
                    (best[column] - OPEN - gap_cost(word), missing[column] - gap_cost(word));
                let missing_goes_on = extended > opened;
                missing[column] = opened.max(extended);
                let (opened, extended) = (best[column - 1] - OPEN - gap_cost(other), added - gap_cost(other));
                let added_goes_on = extended > opened;
                added = opened.max(extended);
                let pair = diagonal + worth(word, other);
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
            if self.free.end && best[width - 1] > highest {
                (highest, end) = (best[width - 1], (row, width - 1));
            }
        }
        if !self.free.end {
            return (trace, (self.old.len(), self.new.len()));
        }
        let column = (0..width).max_by_key(|&column| (best[column], width - column)).unwrap_or(0);
        (trace, if best[column] > highest { (self.old.len(), column) } else { end })
    }

    fn trace_back(&self, trace: &[u8], end: (usize, usize)) -> Vec<Pair> {
        let width = self.new.len() + 1;
        let (mut row, mut column) = end;
        let mut pairs = Vec::with_capacity(row.min(column));
        let mut state = FROM_PAIR;
        while row > 0 && column > 0 {
            let cell = trace[row * width + column];
            let from = if state == FROM_PAIR { cell & 3 } else { state };
            state = FROM_PAIR;
            match from {
                FROM_MISSING => {
                    if cell & MISSING_GOES_ON != 0 {
                        state = FROM_MISSING;
                    }
                    row -= 1;
                }
                FROM_ADDED => {
                    if cell & ADDED_GOES_ON != 0 {
                        state = FROM_ADDED;
                    }
                    column -= 1;
                }
                _ => {
                    (row, column) = (row - 1, column - 1);
                    let is_same = is_same(&self.old[row], &self.new[column]);
                    pairs.push(Pair { old: row, new: column, is_same });
                }
            }
        }
        pairs.reverse();
        pairs
    }
}

/// What it costs that a word has nothing upon it.
const fn gap_cost(word: &Word) -> i32 {
    1 + word.term.weight / 8
}

/// Whether two words are the same, perhaps misspelt.
fn is_same(a: &Word, b: &Word) -> bool {
    a.key == b.key || is_misspelt(a, b)
}

fn is_misspelt(a: &Word, b: &Word) -> bool {
    let is_spelt = |word: &Word| matches!(word.term.token.class, Class::Word | Class::Number);
    let is_word = |word: &Word| word.term.token.class == Class::Word;
    is_spelt(a) && is_spelt(b) && (is_word(a) || is_word(b)) && likeness(a, b) >= MISSPELT
}

/// Words that are as like as this are one word, misspelt.
const MISSPELT: f64 = 0.6;

/// The most letters of a word that is compared with another letter by letter.
const LONGEST: usize = 32;

/// One minus the share of letters to change, drop, add or swap to make one word of the other (optimal
/// string alignment distance); 0 for words that are too unlike to be the same in any case.
fn likeness(a: &Word, b: &Word) -> f64 {
    let apart = (a.mask & !b.mask).count_ones().max((b.mask & !a.mask).count_ones());
    let (a, b) = (&a.letters[..], &b.letters[..]);
    let (longer, shorter) = (a.len().max(b.len()), a.len().min(b.len()));
    let may_be_alike = shorter > 0
        && longer <= LONGEST
        && (a[0] == b[0] || a[a.len() - 1] == b[b.len() - 1])
        && shorter as f64 >= longer as f64 * MISSPELT
        && f64::from(apart) <= longer as f64 * (1.0 - MISSPELT);
    if may_be_alike { 1.0 - f64::from(distance(a, b)) / longer as f64 } else { 0.0 }
}

/// What it is worth to lay one word upon another.
fn worth(a: &Word, b: &Word) -> i32 {
    if a.key == b.key {
        return 2 * a.term.weight;
    }
    let (weight, class) = (a.term.weight.min(b.term.weight), (a.term.token.class, b.term.token.class));
    match class {
        (Class::Mark, Class::Mark) => 0,
        (Class::Mark, _) | (_, Class::Mark) => -6,
        (Class::Number, Class::Number) => weight / 2,
        (Class::Word, Class::Word) => {
            let likeness = likeness(a, b);
            if likeness < MISSPELT {
                -(weight / 2)
            } else {
                (f64::from(2 * weight) * (likeness - 0.2)).round() as i32
            }
        }
        _ => -(weight / 2),
    }
}
