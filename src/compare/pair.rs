//! Which claim, quote and source of one report is which of the other. Symmetric: exchanging the sides
//! exchanges the pairs and changes nothing else.

use crate::anchor::tokens::{Class, tokens};
use crate::report::{ClaimReport, QuoteReport, SourceReport};
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// Two that are the same thing, or one that has no counterpart.
#[derive(Debug)]
pub(super) struct Pair<'r, T> {
    pub before: Option<&'r T>,
    pub after: Option<&'r T>,
}

impl<T> Clone for Pair<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Pair<'_, T> {}

/// Two lists that are being paired.
struct Pairing<'r, T> {
    before: Vec<Option<&'r T>>,
    after: Vec<Option<&'r T>>,
    pairs: Vec<Pair<'r, T>>,
}

impl<'r, T> Pairing<'r, T> {
    fn new(before: impl IntoIterator<Item = &'r T>, after: impl IntoIterator<Item = &'r T>) -> Self {
        let all = |side: Vec<&'r T>| side.into_iter().map(Some).collect();
        let (before, after) = (before.into_iter().collect(), after.into_iter().collect());
        Self { before: all(before), after: all(after), pairs: Vec::new() }
    }

    /// Pairs those that are left and have equal keys, in order; a `None` key pairs with nothing.
    fn by<K: Eq + Hash>(&mut self, key: impl Fn(&'r T) -> Option<K>) {
        let mut places: HashMap<K, std::collections::VecDeque<usize>> = HashMap::new();
        for (index, item) in self.after.iter().enumerate() {
            if let Some(key) = item.and_then(&key) {
                places.entry(key).or_default().push_back(index);
            }
        }
        for index in 0..self.before.len() {
            let key = self.before[index].and_then(&key);
            let found =
                key.and_then(|key| places.get_mut(&key)).and_then(std::collections::VecDeque::pop_front);
            if let Some(other) = found {
                self.pair(index, other);
            }
        }
    }

    fn pair(&mut self, before: usize, after: usize) {
        let pair = Pair { before: self.before[before].take(), after: self.after[after].take() };
        self.pairs.push(pair);
    }

    /// Pairs those of the places that are both still free, in this order.
    fn pair_free(&mut self, places: impl Iterator<Item = (usize, usize)>) {
        for (before, after) in places {
            if self.before[before].is_some() && self.after[after].is_some() {
                self.pair(before, after);
            }
        }
    }

    /// The pairs, then those that were left.
    fn finish(mut self) -> Vec<Pair<'r, T>> {
        let gone = self.before.into_iter().flatten().map(|item| Pair { before: Some(item), after: None });
        self.pairs.extend(gone);
        let come = self.after.into_iter().flatten().map(|item| Pair { before: None, after: Some(item) });
        self.pairs.extend(come);
        self.pairs
    }
}

/// What a quote says: its source and its words.
type Said<'r> = (Option<&'r str>, &'r [String]);

fn said(quote: &QuoteReport) -> Said<'_> {
    (quote.source.as_deref(), &quote.exact)
}

/// What a claim says, whatever its id.
fn content(claim: &ClaimReport) -> (&str, Vec<Said<'_>>) {
    (&claim.text, claim.quotes.iter().map(said).collect())
}

/// Claims by id; several of one id by what they say, then by order; then those that got another id and still say the same, or
/// quote the same and are worded nearly so.
pub(super) fn pairs_of_claims<'r>(
    before: &'r [ClaimReport],
    after: &'r [ClaimReport],
) -> Vec<Pair<'r, ClaimReport>> {
    let mut pairing = Pairing::new(before, after);
    if has_duplicates(before) || has_duplicates(after) {
        // First in its own file, so that what did not change is never taken for what did.
        pairing.by(|claim| Some((claim.path.as_str(), claim.id.as_str(), content(claim))));
        pairing.by(|claim| Some((claim.id.as_str(), content(claim))));
    }
    pairing.by(|claim| Some(claim.id.as_str()).filter(|id| !id.is_empty()));
    alike(&mut pairing, |claim| (claim.path.as_str(), content(claim)));
    alike(&mut pairing, content);
    nearest(&mut pairing, |claim| bag([&claim.text]), quote_the_same, |one, other| apart(one.1, other.1));
    pairing.by(|claim| claim.id.is_empty().then_some(claim.path.as_str()));
    pairing.finish()
}

/// Pairs claims of one key: as they stand, where there are as many on both sides, else the nearest to each other, so
/// that a copy is not taken for what it was copied from.
fn alike<'r, K: Eq + Hash>(pairing: &mut Pairing<'r, ClaimReport>, key: impl Fn(&'r ClaimReport) -> K) {
    let mut groups: HashMap<K, [Vec<(usize, &'r ClaimReport)>; 2]> = HashMap::new();
    for (side, claims) in [&pairing.before, &pairing.after].into_iter().enumerate() {
        for (index, claim) in claims.iter().enumerate().filter_map(|(index, claim)| Some((index, (*claim)?)))
        {
            groups.entry(key(claim)).or_default()[side].push((index, claim));
        }
    }
    let mut near: Vec<(Apart<'_>, usize, usize)> = Vec::new();
    for [mut before, mut after] in groups.into_values() {
        before.sort_by_key(|(_, claim)| (&claim.path, claim.line));
        after.sort_by_key(|(_, claim)| (&claim.path, claim.line));
        if before.len() == after.len() || before.len() * after.len() > MOST_COMPARED {
            before.iter().zip(&after).for_each(|(from, to)| pairing.pair(from.0, to.0));
            continue;
        }
        for (from, one) in &before {
            near.extend(after.iter().map(|(to, other)| (apart(one, other), *from, *to)));
        }
        near.sort_unstable();
        pairing.pair_free(near.drain(..).map(|(_, from, to)| (from, to)));
    }
}

/// How far apart two are of which neither is the other for all that they say: whether in two files, by how much, and
/// what is left to tell pairs apart, whichever side is which.
type Apart<'r> = (bool, usize, usize, &'r str, &'r str);

fn apart<'r>(one: &'r ClaimReport, other: &'r ClaimReport) -> Apart<'r> {
    let (a, b) = (one.path.as_str(), other.path.as_str());
    (a != b, one.line.abs_diff(other.line), one.line.min(other.line), a.min(b), a.max(b))
}

/// Whether two claims have a quote in common.
fn quote_the_same(one: &ClaimReport, other: &ClaimReport) -> bool {
    one.quotes.iter().any(|quote| other.quotes.iter().any(|same| said(quote) == said(same)))
}

fn has_duplicates(claims: &[ClaimReport]) -> bool {
    claims.windows(2).any(|two| two[0].id == two[1].id)
}

/// Sources by id; then those that only got another id, which have the same captures, or begin with the same one.
pub(super) fn pairs_of_sources<'r>(
    before: &'r [SourceReport],
    after: &'r [SourceReport],
) -> Vec<Pair<'r, SourceReport>> {
    let mut pairing = Pairing::new(before, after);
    pairing.by(|source| Some(source.record.id.as_str()));
    let digests = |source: &'r SourceReport| {
        let digests: Option<Vec<_>> =
            source.record.captures.iter().map(|capture| Some(capture.sha256.as_ref()?.value)).collect();
        digests.filter(|digests| !digests.is_empty())
    };
    pairing.by(digests);
    pairing.by(|source| Some(source.record.captures.first()?.sha256.as_ref()?.value));
    pairing.finish()
}

/// At most so many are compared word by word with so many others: the product of both numbers.
const MOST_COMPARED: usize = 200_000;

/// The least share of words that two have in common when one became the other.
const NEAR: f64 = 0.4;

/// Quotes by source and words, then by words, then by the nearest words, then in order within a source.
pub(super) fn pairs_of_quotes<'r>(
    before: &'r [QuoteReport],
    after: &'r [QuoteReport],
) -> Vec<Pair<'r, QuoteReport>> {
    let mut pairing = Pairing::new(before, after);
    pairing.by(|quote| Some((said(quote), quote.within.as_deref(), quote.pin.capture())));
    pairing.by(|quote| Some((said(quote), quote.within.as_deref())));
    pairing.by(|quote| Some(said(quote)));
    pairing.by(|quote| Some(&quote.exact));
    nearest(
        &mut pairing,
        |quote| bag(&quote.exact),
        |_, _| true,
        |(from, _), (to, _)| (false, from.abs_diff(to), from.min(to), "", ""),
    );
    pairing.by(|quote| quote.source.as_deref());
    let mut pairs = pairing.finish();
    pairs.sort_by_key(|pair| {
        let line = |quote: Option<&QuoteReport>| quote.map_or(usize::MAX, |quote| quote.line);
        let words = |quote: Option<&'r QuoteReport>| quote.map_or(&[][..], |quote| quote.exact.as_slice());
        let (one, other) = (line(pair.before), line(pair.after));
        (one.min(other), one.max(other), words(pair.before).min(words(pair.after)))
    });
    pairs
}

/// Pairs what is left by the words that they share, the nearest first, of those that may be the same; of several as
/// near those that are the least `apart`, each with its place in the list.
fn nearest<'r, T>(
    pairing: &mut Pairing<'r, T>,
    words: impl Fn(&'r T) -> Bag,
    may_be_same: impl Fn(&'r T, &'r T) -> bool,
    apart: impl Fn((usize, &'r T), (usize, &'r T)) -> Apart<'r>,
) {
    let bags = |side: &[Option<&'r T>]| -> Vec<(usize, &'r T, Bag)> {
        let left = side.iter().enumerate().filter_map(|(index, item)| Some((index, (*item)?)));
        left.map(|(index, item)| (index, item, words(item))).collect()
    };
    let left = |side: &[Option<&'r T>]| side.iter().flatten().count();
    if left(&pairing.before) * left(&pairing.after) > MOST_COMPARED {
        return;
    }
    let (before, after) = (bags(&pairing.before), bags(&pairing.after));
    let mut near: Vec<(f64, Apart<'r>, usize, usize)> = Vec::new();
    for (from, item, words) in &before {
        let others = after.iter().filter(|(_, other, _)| may_be_same(item, other));
        let scores = others.map(|(to, other, others)| {
            (shared(words, others), apart((*from, item), (*to, other)), *from, *to)
        });
        near.extend(scores.filter(|(score, ..)| *score >= NEAR));
    }
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    pairing.pair_free(near.into_iter().map(|(.., from, to)| (from, to)));
}

/// The words of a text with how often each is there.
type Bag = BTreeMap<String, usize>;

fn bag<'t>(texts: impl IntoIterator<Item = &'t String>) -> Bag {
    let mut bag = Bag::new();
    for text in texts {
        for token in tokens(text).into_iter().filter(|token| token.class != Class::Mark) {
            *bag.entry(text[token.span.range()].to_lowercase()).or_default() += 1;
        }
    }
    bag
}

/// The share of words that two have in common (Sørensen and Dice): 0 to 1.
fn shared(a: &Bag, b: &Bag) -> f64 {
    let size = |bag: &Bag| bag.values().sum::<usize>();
    let both: usize = a.iter().map(|(word, count)| *count.min(b.get(word).unwrap_or(&0))).sum();
    let all = size(a) + size(b);
    if all == 0 { 0.0 } else { 2.0 * both as f64 / all as f64 }
}
