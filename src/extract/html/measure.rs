//! How much text each element holds, and how much of it is in links; worked out once for a page.

use super::dom::{Dom, Id, ROOT};
use crate::text::nonspace_count;

/// The measures of a page's elements.
#[derive(Debug)]
pub(super) struct Measures {
    all: Vec<Measure>,
}

/// What an element holds, scripts and styles left out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Measure {
    /// Characters that are no white space.
    pub text: u32,
    /// Those of them in links.
    pub linked: u32,
    /// Links.
    pub links: u32,
    /// Elements that begin a paragraph of their own.
    pub blocks: u32,
    /// Tables.
    pub tables: u32,
    /// Main headings.
    pub titles: u32,
}

impl Measures {
    /// Measures a page.
    pub(super) fn of(dom: &Dom) -> Self {
        let order: Vec<Id> = dom.below(ROOT).collect();
        let mut all = vec![Measure::default(); dom.len()];
        // Whatever holds a node comes before it in the document.
        for &node in order.iter().rev() {
            own(dom, node, &mut all[node]);
            let is_shadow = || dom.attribute(node, "shadowrootmode").is_some();
            if matches!(dom.name(node), "script" | "style" | "noscript")
                || dom.name(node) == "template" && !is_shadow()
            {
                all[node] = Measure::default();
            }
            if let Some(parent) = dom.parent(node) {
                let below = all[node];
                let sum = &mut all[parent];
                sum.text += below.text;
                sum.linked += below.linked;
                sum.links += below.links;
                sum.blocks += below.blocks;
                sum.tables += below.tables;
                sum.titles += below.titles;
            }
        }
        Self { all }
    }

    /// What a node holds.
    pub(super) fn at(&self, node: Id) -> Measure {
        self.all[node]
    }
}

/// Adds what a node is to what it holds.
fn own(dom: &Dom, node: Id, sum: &mut Measure) {
    if let Some(text) = dom.text(node) {
        sum.text = u32::try_from(nonspace_count(text)).unwrap_or(u32::MAX);
        return;
    }
    match dom.name(node) {
        "a" if dom.attribute(node, "href").is_some() => {
            sum.linked = sum.text;
            sum.links += 1;
        }
        "table" => sum.tables += 1,
        "h1" => {
            sum.blocks += 1;
            sum.titles += 1;
        }
        "p" | "li" | "blockquote" | "pre" | "h2" | "h3" | "h4" | "h5" | "h6" | "dl" | "figure" => {
            sum.blocks += 1;
        }
        _ => {}
    }
}

impl Measure {
    /// Whether at least so many percent of the text is in links.
    pub(super) fn is_linked(self, percent: u32) -> bool {
        u64::from(self.linked) * 100 >= u64::from(self.text) * u64::from(percent) && self.links > 0
    }
}
