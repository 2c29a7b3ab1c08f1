//! The way along a quote that is too long for a table of all its tokens and the text's: from one run of words that both
//! have, and neither twice, to the next (the patience of Cohen's diff). Its cost grows with the lengths alone; what lies
//! between two runs is laid token by token, or told as left out and added.

use super::likeness::{Step, is_mark};
use super::tokens::Term;
use std::collections::HashMap;

/// So many tokens in a row are looked for.
const RUN: usize = 3;

/// The steps from the first run that both have to the last; `None` where there is none.
pub fn path(quote: &[Term], stretch: &[Term]) -> Option<Vec<Step>> {
    let mut runs = ascending(&shared(quote, stretch)).into_iter();
    let (mut a, mut b) = runs.next()?;
    while a > 0 && b > 0 && quote[a - 1].is_same(&stretch[b - 1]) {
        (a, b) = (a - 1, b - 1);
    }
    let mut steps = Vec::with_capacity(quote.len());
    along(quote, stretch, (&mut a, &mut b), &mut steps);
    for (mut next_a, mut next_b) in runs {
        if next_a < a || next_b < b {
            continue;
        }
        while next_a > a && next_b > b && quote[next_a - 1].is_same(&stretch[next_b - 1]) {
            (next_a, next_b) = (next_a - 1, next_b - 1);
        }
        between(quote, stretch, (a, b), (next_a, next_b), &mut steps);
        (a, b) = (next_a, next_b);
        along(quote, stretch, (&mut a, &mut b), &mut steps);
    }
    Some(steps)
}

/// Lays tokens that are the same upon one another, as far as they go on.
fn along(quote: &[Term], stretch: &[Term], (a, b): (&mut usize, &mut usize), steps: &mut Vec<Step>) {
    while *a < quote.len() && *b < stretch.len() && quote[*a].is_same(&stretch[*b]) {
        steps.push(Step::Pair(*a, *b));
        (*a, *b) = (*a + 1, *b + 1);
    }
}

/// What lies between two runs: as many tokens of either upon one another, else those of the one and those of the other.
fn between(
    quote: &[Term],
    stretch: &[Term],
    from: (usize, usize),
    to: (usize, usize),
    steps: &mut Vec<Step>,
) {
    let (own, others) = (from.0..to.0, from.1..to.1);
    let are_alike = own.len() == others.len()
        && own.clone().zip(others.clone()).all(|(a, b)| is_mark(&quote[a]) == is_mark(&stretch[b]));
    if are_alike {
        steps.extend(own.zip(others).map(|(a, b)| Step::Pair(a, b)));
    } else {
        steps.extend(own.map(Step::Missing));
        steps.extend(others.map(Step::Added));
    }
}

/// Where runs begin that either has once: in the quote and in the text, in the quote's order.
fn shared(quote: &[Term], stretch: &[Term]) -> Vec<(usize, usize)> {
    let (own, others) = (once(quote), once(stretch));
    let mut shared: Vec<(usize, usize)> =
        own.into_iter().filter_map(|(run, a)| Some((a, *others.get(&run)?))).collect();
    shared.sort_unstable();
    shared
}

/// The runs that are there once, and where.
fn once(terms: &[Term]) -> HashMap<[u64; RUN], usize> {
    let mut found: HashMap<[u64; RUN], (usize, bool)> = HashMap::with_capacity(terms.len());
    for (at, run) in terms.windows(RUN).enumerate() {
        let run = [run[0].hash, run[1].hash, run[2].hash];
        found.entry(run).and_modify(|(_, is_lone)| *is_lone = false).or_insert((at, true));
    }
    found.into_iter().filter_map(|(run, (at, is_lone))| is_lone.then_some((run, at))).collect()
}

/// The longest chain of pairs that ascend on both sides; the first ones ascend already.
fn ascending(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length the chain of that length whose last pair is lowest, by its number; and what came before each pair.
    let mut lowest: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (number, pair) in pairs.iter().enumerate() {
        let length = lowest.partition_point(|&last| pairs[last].1 < pair.1);
        before.push(length.checked_sub(1).map(|shorter| lowest[shorter]));
        if length == lowest.len() {
            lowest.push(number);
        } else {
            lowest[length] = number;
        }
    }
    let mut chain: Vec<(usize, usize)> =
        std::iter::successors(lowest.last().copied(), |&number| before[number])
            .map(|number| pairs[number])
            .collect();
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::super::tokens::terms;
    use super::*;

    #[test]
    fn a_way_leads_over_what_differs() {
        let way = |quote: &str, text: &str| path(&terms(quote), &terms(text));
        let pairs = |range: std::ops::Range<usize>, by: usize| range.map(move |a| Step::Pair(a, a + by));
        let same: Vec<Step> = pairs(0..5, 1).collect();
        assert_eq!(way("a b c d e", "x a b c d e y"), Some(same));
        let other: Vec<Step> = pairs(0..7, 0).collect();
        assert_eq!(way("a b c x e f g", "a b c y e f g"), Some(other));
        let lost: Vec<Step> =
            pairs(0..3, 0).chain([Step::Added(3), Step::Added(4)]).chain(pairs(3..6, 2)).collect();
        assert_eq!(way("a b c e f g", "a b c x y e f g"), Some(lost));
        assert_eq!(way("a b c", "d e f"), None);
    }

    #[test]
    fn the_longest_chain_is_taken() {
        let pairs = [(0, 5), (1, 1), (2, 2), (3, 9), (4, 3), (5, 4)];
        assert_eq!(ascending(&pairs), [(1, 1), (2, 2), (4, 3), (5, 4)]);
        assert!(ascending(&[]).is_empty());
    }
}
