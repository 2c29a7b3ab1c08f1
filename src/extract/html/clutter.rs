//! What of a page is no part of its article. What is visible but left out is still in the whole page.

use super::dom::{Dom, Id, ROOT};
use super::measure::{Measure, Measures};
use super::names::Names;
use super::phrases;
use super::walk::BLOCKS;

/// Elements that hold no article.
const APART: &[&str] = &["nav", "button", "menu", "input", "label", "search"];

/// Roles of elements that hold no article.
const ROLES: &[&str] = &[
    "navigation",
    "banner",
    "contentinfo",
    "search",
    "dialog",
    "alertdialog",
    "menu",
    "menubar",
    "toolbar",
    "tooltip",
    "complementary",
];

/// Attributes of elements that are filled with advertisements.
const ADVERT: &[&str] =
    &["data-ad", "data-ads", "data-ad-slot", "data-ad-unit", "data-adunit", "data-google-query-id"];

/// The characters from which an element with a main heading is taken to hold an article.
const ARTICLE: u32 = 1000;

/// Whether an element is no part of an article; `page` is what the whole page holds.
pub(super) fn is_clutter(dom: &Dom, measures: &Measures, node: Id, page: Measure) -> bool {
    let name = dom.name(node);
    let holds = measures.at(node);
    // What an element is called may tell of an article's subject, as in a section on social affairs.
    let holds_article = holds.titles > 0 && holds.text > ARTICLE;
    if matches!(name, "html" | "body" | "main") || holds_article {
        return false;
    }
    if APART.contains(&name) {
        return true;
    }
    let names = Names::of(dom, node);
    if dom.attribute(node, "aria-hidden") == Some("true") && !is_seen_all_the_same(dom, node, &names) {
        return true;
    }
    let rest = page.text.saturating_sub(holds.text);
    if name != "article" && rest > 500 && names.are_of_comments() {
        return !is_small_part(name) || is_minor(holds);
    }
    if holds.text * 2 > page.text {
        return false;
    }
    let is_in_line = !BLOCKS.contains(&name);
    has_role(dom, node)
        || ADVERT.iter().any(|attribute| dom.attribute(node, attribute).is_some())
        || is_apart(dom, node, name, holds)
        || is_list_of_links(name, holds)
        || is_column_of_links(dom, measures, node, holds)
        || is_headed_as_clutter(dom, node, name, holds)
        || names.are_of_clutter(is_in_line) && (!is_small_part(name) || is_minor(holds))
        || names.are_minor() && is_minor(holds) && holds.titles == 0
        || names.are_of_foot()
            && matches!(name, "div" | "section" | "td" | "tr")
            && !is_in_quotation(dom, node)
        || name == "article" && names.are_of_comments()
}

/// Whether an element that is hidden from screen readers alone is part of what the eye reads: a paragraph, a caption,
/// or words inside one. Icons, anchors and formulas said twice are not.
fn is_seen_all_the_same(dom: &Dom, node: Id, names: &Names) -> bool {
    if dom.name(node) == "a" || names.are_of_signs() {
        return false;
    }
    let around = dom.outward(node).find(|&up| BLOCKS.contains(&dom.name(up)));
    around.is_some_and(|block| is_small_part(dom.name(block)))
}

fn is_in_quotation(dom: &Dom, node: Id) -> bool {
    dom.outward(node).skip(1).any(|up| matches!(dom.name(up), "blockquote" | "figure"))
}

fn has_role(dom: &Dom, node: Id) -> bool {
    dom.attribute(node, "role").is_some_and(|role| ROLES.contains(&role))
}

/// Asides with links, feet of pages, forms to fill in.
fn is_apart(dom: &Dom, node: Id, name: &str, holds: Measure) -> bool {
    match name {
        "aside" => holds.text < 150 || holds.is_linked(30),
        "footer" => !is_in_quotation(dom, node),
        "form" => holds.text < 600,
        // The head of the page, not that of an article.
        "header" => {
            !dom.outward(node).skip(1).any(|up| matches!(dom.name(up), "article" | "main" | "section"))
                && holds.is_linked(50)
        }
        _ => false,
    }
}

fn is_list_of_links(name: &str, holds: Measure) -> bool {
    let is_list = matches!(name, "ul" | "ol");
    is_list && holds.links >= 2 && holds.is_linked(95)
        || (is_list || matches!(name, "div" | "section")) && holds.links >= 3 && holds.is_linked(80)
}

/// A cell of links in a table that gives an old page its columns: one with tables in it.
fn is_column_of_links(dom: &Dom, measures: &Measures, node: Id, holds: Measure) -> bool {
    let is_column = dom.name(node) == "td" && holds.links >= 3 && holds.is_linked(60);
    let table = || dom.outward(node).find(|&up| dom.name(up) == "table");
    is_column && table().is_some_and(|table| measures.at(table).tables > 1)
}

/// Whether an element begins as what sends the reader elsewhere, or as what readers wrote.
fn is_headed_as_clutter(dom: &Dom, node: Id, name: &str, holds: Measure) -> bool {
    if !matches!(name, "p" | "div" | "li" | "section" | "aside" | "h2" | "h3" | "h4") {
        return false;
    }
    let Some(first) = first_text(dom, node) else { return false };
    let is_box = matches!(name, "div" | "section" | "aside") && holds.titles == 0;
    is_box && phrases::heads_comments(first)
        || holds.text <= 400
            && phrases::sends_elsewhere(first)
            && (holds.is_linked(40) || is_box && holds.links > 0 && holds.blocks <= 3 && holds.is_linked(20))
}

/// The first words of an element, near its start.
fn first_text(dom: &Dom, node: Id) -> Option<&str> {
    const LOOKED_AT: usize = 24;
    const LONGEST: usize = 256;
    let end = dom.after(node, ROOT);
    let below = dom.below(node).take_while(|&one| Some(one) != end).take(LOOKED_AT);
    let starts = below.filter_map(|one| dom.text(one)).map(|text| &text[..text.floor_char_boundary(LONGEST)]);
    starts.map(str::trim).find(|text| text.chars().any(char::is_alphanumeric))
}

fn is_small_part(name: &str) -> bool {
    matches!(
        name,
        "p" | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "dd"
            | "td"
            | "th"
            | "tr"
            | "blockquote"
            | "table"
            | "figure"
            | "figcaption"
    )
}

fn is_minor(holds: Measure) -> bool {
    holds.text < 120 || holds.is_linked(50)
}
