//! What an end of a quote is taken for that is like nothing beside its passage. Knows tokens.
//!
//! Up to two words are taken for words that others stand for, or that were there in other company: the passage reaches
//! over as many words of the text, or as far as the same words are, whichever leaves less that differs.
//! Three or more are taken for words that the text lacks.

use super::likeness::{Step, is_mark, similarity};
use super::runs::Table;
use super::tokens::Term;

/// So many words at an end of the quote are taken for words that were replaced by others.
const REPLACED: usize = 2;

/// So many tokens beside a passage are looked at for words in place of others.
pub const MOST_BESIDE: usize = 3 * REPLACED;

/// The steps for an end of the quote, its tokens given from the inside out, as are those of the text `beyond` the passage.
/// `language` is that of the text.
pub fn edge(
    (quote, outward): (&[Term], &[usize]),
    (stretch, beyond): (&[Term], &[usize]),
    language: Option<&str>,
) -> Vec<Step> {
    let count = words(quote, outward);
    if count > REPLACED {
        return outward.iter().map(|&at| Step::Missing(at)).collect();
    }
    let table = Table::new((quote, outward), (stretch, beyond), language);
    let reach = |words: usize| first_words(stretch, beyond, words);
    // Farther than as many words only for one that the quote has there, too.
    let is_met = |&end: &usize| {
        let outermost = table.steps(end).last().copied();
        matches!(outermost, Some(Step::Pair(a, b)) if similarity(&quote[a], &stretch[b]) > 0)
    };
    let farther = (count + 1..=beyond.len()).map(reach).filter(is_met);
    let ends = (0..=count).rev().map(reach).chain(farther);
    table.steps(ends.min_by_key(|&end| table.cost(end)).unwrap_or(0))
}

/// The steps for marks at an end of the quote, with the marks of the text `beyond` in their place. A mark of a pair
/// stands for no other kind of mark: quotation marks that are the quote's own are no full stop of the text.
pub fn marks(
    (quote, outward): (&[Term], &[usize]),
    stretch: &[Term],
    beyond: impl Iterator<Item = usize>,
) -> Vec<Step> {
    let mut beyond = beyond.take_while(|&at| is_mark(&stretch[at])).peekable();
    let step = |&at: &usize| {
        let is_like = |place: &usize| encloses(&quote[at]) == encloses(&stretch[*place]);
        beyond.next_if(is_like).map_or(Step::Missing(at), |place| Step::Pair(at, place))
    };
    outward.iter().map(step).collect()
}

/// Whether a mark is half of a pair: a quotation mark or bracket.
fn encloses(mark: &Term) -> bool {
    matches!(*mark.words, [b'"' | b'\'' | b'(' | b')' | b'[' | b']' | b'{' | b'}'])
}

/// The number of words in some tokens; an elided word and the parts of a compound are one with the next.
pub fn words(terms: &[Term], which: &[usize]) -> usize {
    let is_word = |&&at: &&usize| !is_mark(&terms[at]);
    let begins = which.iter().filter(is_word).filter(|&&at| !terms[at].joins).count();
    begins.max(usize::from(which.iter().any(|at| is_word(&at))))
}

/// How many tokens that lead away from a passage are its first `count` words, without the marks after them.
fn first_words(stretch: &[Term], beyond: &[usize], count: usize) -> usize {
    let fits = |end: &usize| words(stretch, &beyond[..*end]) <= count;
    let end = (0..=beyond.len()).rev().find(fits).unwrap_or(0);
    beyond[..end].iter().rposition(|&at| !is_mark(&stretch[at])).map_or(0, |last| last + 1)
}
