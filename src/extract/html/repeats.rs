//! Quotations that are lifted out of the article to catch the eye. Their words stand in the article too, and
//! twice the same words would make every quote of them ambiguous.

use super::dom::{Dom, Id};
use super::flow::Block;
use super::names::Names;
use std::collections::HashSet;

/// The fewest characters of a quotation that is looked for in the text around it.
const SHORTEST: usize = 20;
/// The most that are looked for.
const MOST: usize = 50;

/// The blocks without the quotations that another block holds, and what stands with them, such as who said it.
pub(super) fn without_repeats(dom: &Dom, blocks: Vec<Block>) -> Vec<Block> {
    let lifted: Vec<Option<Id>> = blocks.iter().map(|block| lifted(dom, block.owner)).collect();
    let mut repeats: HashSet<Id> = HashSet::new();
    let candidates = lifted.iter().enumerate().filter_map(|(at, quote)| Some((at, (*quote)?)));
    for (at, quote) in candidates.take(MOST) {
        let words = bare(&blocks[at].text);
        let is_there =
            |other: &(usize, &Block)| lifted[other.0] != Some(quote) && other.1.text.contains(words);
        if words.chars().count() >= SHORTEST && blocks.iter().enumerate().any(|other| is_there(&other)) {
            repeats.insert(quote);
        }
    }
    let kept = blocks.into_iter().zip(lifted);
    kept.filter(|(_, quote)| quote.is_none_or(|quote| !repeats.contains(&quote)))
        .map(|(block, _)| block)
        .collect()
}

/// The element around a block that is a quotation lifted out of the text.
fn lifted(dom: &Dom, owner: Id) -> Option<Id> {
    let is_lifted = |&node: &Id| match dom.name(node) {
        "aside" | "blockquote" => true,
        "figure" | "div" | "p" | "section" => Names::of(dom, node).are_of_quote(),
        _ => false,
    };
    dom.outward(owner).take(6).filter(is_lifted).last()
}

/// A quotation without its marks.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || "«»“”„\"'’‘‹›…—–「」".contains(c))
}
