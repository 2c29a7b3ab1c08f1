//! What a page's own style sheets say of an element: which of the ways to hide it they take. Where it cannot be told,
//! the element is shown.

use super::css::{Compound, compound, is_for_screens, keys, rules, without_comments};
use super::dom::{Dom, Id, ROOT};
use super::generated::Generated;
use super::ways::{Effect, WAYS, Way, effects};
use std::collections::HashMap;

/// The most rules that are kept.
const MOST_RULES: usize = 20_000;
/// The most rules that are kept for one class or id.
const MOST_OF_ONE: usize = 64;

/// The rules of a page that hide elements or show them, and those that add words.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// By a class (`.a`), id (`#a`) or name that the element must have.
    rules: HashMap<String, Vec<Rule>>,
    count: usize,
    /// What is added before and after elements.
    pub(super) generated: Generated,
}

#[derive(Debug)]
struct Rule {
    compound: Compound,
    effects: Vec<Effect>,
    rank: Rank,
}

/// Which of two rules on the same property counts: the larger. What only may apply counts as if it did.
type Rank = (bool, bool, usize);

/// What a `style` attribute says goes before all rules that are not important.
const INLINE: Rank = (true, true, usize::MAX);

/// For each way to hide whether an element is hidden so, where any rule says so or otherwise.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Decided([Option<(bool, Rank, bool)>; WAYS]);

impl Decided {
    /// Whether the element is hidden in this way.
    pub(super) fn of(&self, way: Way) -> Option<bool> {
        self.0[way as usize].map(|(_, _, hides)| hides)
    }

    /// Whether it is hidden in one of these ways.
    pub(super) fn hides(&self, ways: &[Way]) -> bool {
        ways.iter().any(|&way| self.of(way) == Some(true))
    }

    fn take(&mut self, effect: Effect, rank: Rank) {
        let known = &mut self.0[effect.way as usize];
        let own = (effect.is_important, rank, effect.hides);
        if known.is_none_or(|known| (known.0, known.1) <= (own.0, own.1)) {
            *known = Some(own);
        }
    }
}

impl Styles {
    /// The rules of a page's `style` elements.
    pub(super) fn of(dom: &Dom) -> Self {
        let mut styles = Self::default();
        let is_for_screens = |&node: &Id| {
            let media = dom.attribute(node, "media").unwrap_or("all");
            dom.name(node) == "style" && is_for_screens(media)
        };
        for node in dom.below(ROOT).filter(is_for_screens) {
            rules(&without_comments(&dom.text_below(node)), |selectors, body| styles.rule(selectors, body));
        }
        styles
    }

    /// What the rules and its own `style` say of an element.
    pub(super) fn decided(&self, dom: &Dom, node: Id) -> Decided {
        let mut decided = Decided::default();
        if !self.rules.is_empty() {
            for key in keys(dom, node) {
                let rules = self.rules.get(&key).into_iter().flatten();
                for rule in rules.filter(|rule| rule.compound.is(dom, node)) {
                    rule.effects.iter().for_each(|&effect| decided.take(effect, rule.rank));
                }
            }
        }
        if let Some(style) = dom.attribute(node, "style") {
            for effect in effects(style) {
                decided.take(effect, INLINE);
            }
        }
        decided
    }

    fn rule(&mut self, selectors: &str, body: &str) {
        let effects = effects(body);
        for selector in selectors.split(',').map(str::trim) {
            if self.count >= MOST_RULES || self.generated.rule(selector, body) {
                continue;
            }
            let Some((compound, is_sure)) = compound(selector).filter(|_| !effects.is_empty()) else {
                continue;
            };
            let is_named = !compound.id.is_empty() || !compound.classes.is_empty();
            // What may apply, as inside another element, may show an element, but is no reason to hide it; nor is a rule
            // for all elements of a name.
            let kept = |effect: &&Effect| is_sure && is_named || !effect.hides;
            let kept: Vec<Effect> = effects.iter().filter(kept).copied().collect();
            self.count += 1;
            let is_narrow = compound.classes.len() > 1 || !compound.id.is_empty();
            let rank = (!is_sure, is_narrow, if is_named { self.count } else { 0 });
            if compound.classes.len() > 1 {
                self.hooks(&compound, &kept);
            }
            self.keep(Rule { compound, effects: kept, rank });
        }
    }

    /// A class that a script adds may show what another class hides: `.fade { opacity: 0 } .fade.in { opacity: 1 }`.
    fn hooks(&mut self, compound: &Compound, effects: &[Effect]) {
        let may_appear = |effect: &&Effect| {
            !effect.hides && matches!(effect.way, Way::Opacity | Way::Transform | Way::Flat)
        };
        let shows: Vec<Effect> = effects.iter().filter(may_appear).copied().collect();
        for class in &compound.classes {
            let hook = Compound { classes: vec![class.clone()], ..Compound::default() };
            self.keep(Rule { compound: hook, effects: shows.clone(), rank: (true, false, self.count) });
        }
    }

    fn keep(&mut self, rule: Rule) {
        if rule.effects.is_empty() {
            return;
        }
        let known = self.rules.entry(rule.compound.key()).or_default();
        if known.len() < MOST_OF_ONE {
            known.push(rule);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_hidden(css: &str, element: &str) -> bool {
        let dom = Dom::parse(&format!("<style>{css}</style>{element}")).unwrap();
        let node = dom.below(ROOT).last().unwrap();
        let ways = [Way::Display, Way::Visibility, Way::OffScreen, Way::Opacity, Way::Size];
        Styles::of(&dom).decided(&dom, node).hides(&ways)
    }

    #[test]
    fn what_style_sheets_hide_is_known_and_what_they_may_show_is_shown() {
        let box_ = "<div id=i class='a b'>";
        for css in [
            ".a{display:none}",
            "/* .a */ p{color:red} .x, .a { color: red; DISPLAY : None !important }",
            "#i{visibility:hidden}",
            "div.a{display:none}",
            ".a{position:absolute;clip:rect(1px, 1px, 1px, 1px)}",
            ".a:not(:focus){position:absolute!important;left:-10000px}",
            ".b{display:block} .a{display:none}",
            ".a{display:none!important} .b{display:block}",
            "@media screen{.a{display:none}}",
            "@import 'x.css';.a{display:none",
            ".x::after{content:'}'} .a{display:none}",
            ".a{opacity:0} div{opacity:1}",
            "*{font-size:12px} .a{font-size:0}",
        ] {
            assert!(is_hidden(css, box_), "{css}");
        }
        for css in [
            ".c{display:none}",
            ".a{display:none} .b{display:block}",
            ".a{display:none} .a.b{display:flex}",
            ".a{display:none} .open .a{display:block}",
            ".open .a{display:none}",
            ".a:hover{display:none}",
            ".a[x]{display:none}",
            "p.a{display:none}",
            ".a::before{display:none}",
            "@media print{.a{display:none}}",
            "@media (max-width: 600px){.a{display:none}}",
            "@supports (x){.a{display:none}}",
            ".a{position:absolute;left:-9px;clip:rect(0,20px,20px,0)}",
            "div{display:none}",
            "*{display:none}",
            "}{;{;}.a{",
            ".a{opacity:0} .a.is-seen{opacity:1}",
            ".a{opacity:0} .is-seen.a{opacity:1}",
        ] {
            assert!(!is_hidden(css, box_), "{css}");
        }
    }

    #[test]
    fn an_elements_own_style_goes_before_rules_that_are_not_important() {
        assert!(!is_hidden(".a{display:none}", "<p class=a style='display:block'>"));
        assert!(is_hidden(".a{display:none!important}", "<p class=a style='display:block'>"));
        assert!(is_hidden(".a{display:block}", "<p class=a style='Display : None'>"));
    }
}
