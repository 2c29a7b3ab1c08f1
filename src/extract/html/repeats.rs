//! Quotations that are lifted out of the article to catch the eye. Their words stand in the article too, and
//! twice the same words would make every quote of them ambiguous.

use super::dom::{Dom, Id};
use super::flow::Block;
use super::names::Names;
use std::collections::{HashMap, HashSet};

/// The fewest characters of a quotation that is looked for in the text around it.
const SHORTEST: usize = 20;
/// The most that are looked for.
const MOST: usize = 50;

/// The most characters that stand with such a quotation, as who said it.
const BESIDE: usize = 100;

/// The blocks without the quotations that a paragraph holds too, and what stands with them, such as who said it.
pub(super) fn without_repeats(dom: &Dom, blocks: Vec<Block>) -> Vec<Block> {
    let lifted: Vec<Option<Id>> = blocks.iter().map(|block| lifted(dom, block.owner)).collect();
    let mut sizes: HashMap<Id, usize> = HashMap::new();
    for (block, quote) in blocks.iter().zip(&lifted) {
        quote.map(|quote| *sizes.entry(quote).or_default() += block.text.chars().count());
    }
    let mut repeats: HashSet<Id> = HashSet::new();
    let candidates = lifted.iter().enumerate().filter_map(|(at, quote)| Some((at, (*quote)?)));
    for (at, quote) in candidates.take(MOST) {
        let words = bare(&blocks[at].text);
        let length = words.chars().count();
        let is_there = |(other, block): (usize, &Block)| {
            lifted[other] != Some(quote) && block.text.contains(words) && !is_heading(dom, block.owner)
        };
        if length >= SHORTEST && sizes[&quote] <= length + BESIDE && blocks.iter().enumerate().any(is_there) {
            repeats.insert(quote);
        }
    }
    let kept = blocks.into_iter().zip(lifted);
    kept.filter(|(_, quote)| quote.is_none_or(|quote| !repeats.contains(&quote)))
        .map(|(block, _)| block)
        .collect()
}

fn is_heading(dom: &Dom, owner: Id) -> bool {
    dom.outward(owner).take(4).any(|node| matches!(dom.name(node), "h1" | "h2" | "h3" | "h4" | "h5" | "h6"))
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
