//! From a page's elements to blocks of text, in reading order. No step calls itself, however deep a page is.

use super::clutter::is_clutter;
use super::dom::{Dom, Id, ROOT};
use super::flow::{Block, Flow};
use super::generated::{Added, Side};
use super::math::{self, Level};
use super::measure::Measures;
use super::sight::Sight;
use super::style::Styles;
use super::ways::{Way, squeezed};
use crate::text::single_spaced;
use std::collections::{BTreeSet, HashSet};

/// Elements that stand in lines of their own.
pub(super) const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "listing",
    "xmp",
    "plaintext",
];

/// What is walked.
pub(super) struct Walk<'d> {
    pub dom: &'d Dom,
    pub measures: &'d Measures,
    pub styles: &'d Styles,
    pub sight: &'d Sight,
    /// Whether all that is visible is kept.
    pub whole_page: bool,
    /// Whether readings above characters (ruby) were left out.
    pub left_out_ruby: bool,
    /// What the page's style added, and was taken.
    pub added: BTreeSet<String>,
    /// What it may add, and was not taken.
    pub unsure: Vec<(Id, String)>,
    /// Elements whose parts are set from the last to the first.
    pub reversed: HashSet<Id>,
}

/// How an element's text is set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Setting {
    Inline,
    Block,
    Preformatted,
    Table,
    Caption,
    Row,
    Cell,
}

impl Walk<'_> {
    /// The blocks of text below an element.
    pub(super) fn blocks(&mut self, top: Id) -> Vec<Block> {
        let mut flow = Flow::default();
        // The elements that are open, each with how it is set.
        let mut open: Vec<(Id, Setting)> = Vec::new();
        let mut next = Some(top);
        while let Some(node) = next {
            let is_entered = self.enter(node, &mut flow, &mut open);
            next = self.first(node).filter(|_| is_entered);
            if next.is_some() {
                continue;
            }
            if is_entered {
                self.leave(&mut flow, &mut open);
            }
            let mut done = node;
            next = loop {
                if done == top {
                    break None;
                }
                let Some(parent) = self.dom.parent(done) else { break None };
                if let Some(sibling) = self.following(done, parent, &mut flow) {
                    break Some(sibling);
                }
                self.leave(&mut flow, &mut open);
                done = parent;
            };
        }
        flow.finish()
    }

    /// The first part of an element, as it is set.
    fn first(&self, node: Id) -> Option<Id> {
        if self.reversed.contains(&node) { self.dom.last_child(node) } else { self.dom.first_child(node) }
    }

    /// The part that follows another one, as they are set.
    fn following(&self, node: Id, parent: Id, flow: &mut Flow) -> Option<Id> {
        if !self.reversed.contains(&parent) {
            return self.dom.next_sibling(node);
        }
        flow.text(" ", parent);
        self.dom.before(node)
    }

    /// Sets a text, or opens an element and returns whether it was opened.
    fn enter(&mut self, node: Id, flow: &mut Flow, open: &mut Vec<(Id, Setting)>) -> bool {
        if let Some(text) = self.dom.text(node).filter(|_| !self.sight.is_unseen(node)) {
            let owner = open.last().map_or(node, |(owner, _)| *owner);
            match self.raised(text, flow, open) {
                Some(raised) => flow.text(&raised, owner),
                None => flow.text(text, owner),
            }
            return false;
        }
        let name = self.dom.name(node);
        if name == "br" {
            flow.line();
            return false;
        }
        if name.is_empty() && node != ROOT {
            return false;
        }
        if self.is_left_out(node, name) {
            self.left_out_ruby |= matches!(name, "rt");
            return false;
        }
        let is_in_rows = open.iter().rev().any(|(_, setting)| *setting == Setting::Table);
        let setting = self.setting(node, name, is_in_rows);
        match setting {
            Setting::Inline | Setting::Cell => {}
            Setting::Block | Setting::Row => flow.block(),
            Setting::Table => flow.start_table(),
            Setting::Caption => flow.end_table(),
            Setting::Preformatted => {
                flow.block();
                flow.start_preformatted();
            }
        }
        open.push((node, setting));
        self.add(node, Side::Before, flow);
        if let Some((before, _)) = math::signs(self.dom, node) {
            flow.text(&before, node);
        }
        if self.is_reversed(node) {
            self.reversed.insert(node);
        }
        true
    }

    /// Figures that a page sets above or below the line, in the characters that look so.
    fn raised(&self, text: &str, flow: &Flow, open: &[(Id, Setting)]) -> Option<String> {
        const NEAR: usize = 3;
        const LONGEST: u32 = 24;
        let near = open.iter().rev().take(NEAR).map(|(owner, _)| *owner);
        let mut near = near.take_while(|&node| self.measures.at(node).text <= LONGEST);
        let (element, level) = near.find_map(|node| Some((node, self.level(node)?)))?;
        math::set(text, &self.dom.text_below(element), level, flow.ends_with_figure())
    }

    fn level(&self, node: Id) -> Option<Level> {
        match self.dom.name(node) {
            "sup" => return Some(Level::Raised),
            "sub" => return Some(Level::Lowered),
            name if name.is_empty() || BLOCKS.contains(&name) => return None,
            _ => {}
        }
        let is = |way, level| self.styles.sets(self.dom, node, &[way]).then_some(level);
        let styled = || is(Way::Raised, Level::Raised).or_else(|| is(Way::Lowered, Level::Lowered));
        math::level(self.dom, node).or_else(styled)
    }

    /// Whether a style sets the parts of a line from the last to the first. Paragraphs stay in their order: there it says
    /// on which side a picture is.
    fn is_reversed(&self, node: Id) -> bool {
        self.styles.sets(self.dom, node, &[Way::Reversed])
            && self.measures.at(node).blocks <= 1
            && self.dom.children(node).all(|child| !BLOCKS.contains(&self.dom.name(child)))
    }

    fn is_left_out(&self, node: Id, name: &str) -> bool {
        if self.sight.is_unseen(node) || math::is_index_of_root(self.dom, node) {
            return true;
        }
        if self.whole_page {
            return name == "input";
        }
        is_clutter(self.dom, self.measures, node, self.measures.at(ROOT))
    }

    fn setting(&self, node: Id, name: &str, is_in_rows: bool) -> Setting {
        let style = self.dom.attribute(node, "style").map(squeezed).unwrap_or_default();
        match name {
            "table" if !is_in_rows && self.is_set_in_rows(node) => Setting::Table,
            "caption" if is_in_rows => Setting::Caption,
            "tr" if is_in_rows => Setting::Row,
            "td" | "th" if is_in_rows => Setting::Cell,
            "pre" | "listing" | "xmp" | "plaintext" => Setting::Preformatted,
            _ if style.contains("white-space:pre") && !style.contains("white-space:pre-line") => {
                Setting::Preformatted
            }
            _ if BLOCKS.contains(&name) => Setting::Block,
            _ if style.contains("display:block") && !self.is_initial(node) => Setting::Block,
            _ => Setting::Inline,
        }
    }

    /// Whether an element is the large first letter of the word that follows it: it is set beside it, not above.
    fn is_initial(&self, node: Id) -> bool {
        let is_short = self.measures.at(node).text <= 2;
        let letters = || self.dom.text_below(node);
        let is_capital = is_short && letters().trim().chars().all(char::is_uppercase);
        let next = self.dom.next_sibling(node).and_then(|next| self.dom.text(next));
        is_capital
            && next.is_some_and(|text| text.starts_with(|c: char| c.is_lowercase() || c == '’' || c == '\''))
    }

    /// Whether a table holds data: no table in it, and no cell with several paragraphs or a long one. Others give a page
    /// its columns.
    fn is_set_in_rows(&self, table: Id) -> bool {
        let holds = self.measures.at(table);
        let mut cells = self.dom.below(table).filter(|&node| matches!(self.dom.name(node), "td" | "th"));
        let is_short = |cell: Id| self.measures.at(cell).blocks <= 1 && self.measures.at(cell).text < 300;
        holds.tables == 1 && cells.all(is_short)
    }

    /// Closes the innermost element that is open.
    fn leave(&mut self, flow: &mut Flow, open: &mut Vec<(Id, Setting)>) {
        let Some((node, setting)) = open.pop() else { return };
        if let Some((_, after)) = math::signs(self.dom, node) {
            flow.text(after, node);
        }
        self.add(node, Side::After, flow);
        match setting {
            Setting::Inline => {}
            Setting::Block => flow.block(),
            Setting::Table => flow.end_table(),
            Setting::Caption => flow.start_table(),
            Setting::Row => flow.row(),
            Setting::Cell => flow.cell(node),
            Setting::Preformatted => {
                flow.end_preformatted();
                flow.block();
            }
        }
    }

    /// Sets what a style adds before or after what an element holds.
    fn add(&mut self, node: Id, side: Side, flow: &mut Flow) {
        const MOST: usize = 100;
        // Pictures hold nothing that could be before or after.
        if node == ROOT || matches!(self.dom.name(node), "img" | "hr" | "input" | "wbr") {
            return;
        }
        match self.styles.generated.added(self.dom, node, side) {
            Some(Added::Unsure(words)) if self.unsure.len() < MOST => {
                self.unsure.push((node, single_spaced(&words)));
            }
            None | Some(Added::Unsure(_)) => {}
            Some(Added::Words(words, is_block)) => {
                if is_block && side == Side::After {
                    flow.line();
                }
                flow.text(&words, node);
                if is_block && side == Side::Before {
                    flow.line();
                }
                if self.added.len() < MOST {
                    self.added.insert(single_spaced(&words));
                }
            }
        }
    }
}
