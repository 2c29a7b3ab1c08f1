//! Which of a page's blocks are its article: those of the element where its paragraphs are, and what leads
//! from its title there.

use super::dom::{Dom, Id, ROOT};
use super::flow::Block;
use super::measure::Measures;
use super::phrases;
use super::repeats::without_repeats;
use super::walk::BLOCKS;
use crate::text::single_spaced;

/// The fewest characters of a block that counts as a paragraph; one of a script that writes words with one or two
/// characters counts for three.
const PARAGRAPH: usize = 40;
/// The fewest characters of a line that is known for the title by its words.
const TITLE: usize = 15;
/// The most blocks between an article's title and the element that holds it.
const LEAD: usize = 12;

/// The blocks of the article; all where no element holds most of the page's paragraphs.
pub(super) fn article(dom: &Dom, measures: &Measures, blocks: Vec<Block>) -> Vec<Block> {
    let sums = paragraphs(dom, measures, &blocks);
    let total = sums[ROOT];
    if total == 0 {
        return blocks;
    }
    let root = root(dom, &sums, total);
    let is_inside = |block: &Block| dom.outward(block.owner).any(|node| node == root);
    let inside: Vec<bool> = blocks.iter().map(is_inside).collect();
    let first = inside.iter().position(|&inside| inside).unwrap_or(0);
    let title = title(dom, &blocks, first);
    let is_lead = |at: usize| {
        title.is_some_and(|title| at == title || title < at && at < first && first - title <= LEAD)
    };
    let kept = blocks.into_iter().enumerate().filter(|(at, _)| inside[*at] || is_lead(*at));
    let kept = kept.map(|(_, block)| block).filter(|block| !phrases::is_label(&block.text)).collect();
    without_repeats(dom, kept)
}

/// How much a text says, in letters of an alphabet.
fn length(text: &str) -> usize {
    text.chars()
        .map(|c| {
            if matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{20000}'..='\u{3FFFF}') {
                3
            } else {
                1
            }
        })
        .sum()
}

/// For each element, the characters of the paragraphs in it.
fn paragraphs(dom: &Dom, measures: &Measures, blocks: &[Block]) -> Vec<usize> {
    let mut sums = vec![0; dom.len()];
    for block in blocks {
        let length = length(&block.text);
        if length < PARAGRAPH || measures.at(block.owner).is_linked(50) {
            continue;
        }
        dom.outward(block.owner).for_each(|node| sums[node] += length);
    }
    sums
}

/// The element that holds the article: an `article` with most paragraphs, else the innermost element with
/// nearly all of them, or the `article` or `main` around that.
fn root(dom: &Dom, sums: &[usize], total: usize) -> Id {
    let articles = dom.below(ROOT).filter(|&node| dom.name(node) == "article");
    // The first of several that hold as much is the outermost.
    let largest = articles.fold(None, |best: Option<Id>, node| match best {
        Some(best) if sums[best] >= sums[node] => Some(best),
        _ => Some(node),
    });
    if let Some(article) = largest.filter(|&node| sums[node] * 2 >= total) {
        return article;
    }
    let mut inner = ROOT;
    while let Some(child) = dom.children(inner).find(|&child| sums[child] * 100 >= total * 85) {
        inner = child;
    }
    let around = dom.outward(inner).find(|&node| matches!(dom.name(node), "article" | "main"));
    // An element inside lines, such as `font`, may hold the paragraphs of an old page, but not its title.
    let block = || dom.outward(inner).find(|&node| BLOCKS.contains(&dom.name(node)));
    around.or_else(block).unwrap_or(inner)
}

/// The last block before number `first` that is a main heading, else the last with which the page's own title
/// begins, and is not much longer, as it is where only the site's name begins it.
fn title(dom: &Dom, blocks: &[Block], first: usize) -> Option<usize> {
    let is_heading = |block: &Block| dom.outward(block.owner).take(6).any(|node| dom.name(node) == "h1");
    let told =
        dom.first_named("title").map(|title| single_spaced(&dom.text_below(title))).unwrap_or_default();
    let is_told = |block: &Block| {
        let own = single_spaced(&block.text);
        own.chars().count() >= TITLE && own.len() * 2 >= told.len() && told.starts_with(&own)
    };
    let last = |is_title: &dyn Fn(&Block) -> bool| (0..first).rev().find(|&at| is_title(&blocks[at]));
    last(&is_heading).or_else(|| last(&is_told))
}
