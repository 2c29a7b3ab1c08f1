//! What a page's own style sheets hide from the eye: elements that are not displayed, or set off the screen
//! for screen readers. A reader of simple rules, not of CSS: where it cannot tell, the element is shown.

use super::clutter::squeezed;
use super::dom::{Dom, Id, ROOT};
use std::collections::HashMap;

/// The most rules that are kept.
const MOST_RULES: usize = 20_000;
/// The most rules that are kept for one class or id.
const MOST_OF_ONE: usize = 64;

/// The rules of a page that hide elements or show them.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// By a class (`.a`) or id (`#a`) that the element must have.
    rules: HashMap<String, Vec<Rule>>,
    count: usize,
}

#[derive(Debug)]
struct Rule {
    compound: Compound,
    effects: Vec<Effect>,
    rank: Rank,
}

/// Which of two rules on the same property counts: the larger. What only may apply counts as if it did.
type Rank = (bool, bool, usize);

/// What an element must be: the last part of a selector.
#[derive(Debug, Default)]
struct Compound {
    tag: String,
    id: String,
    classes: Vec<String>,
}

/// What a rule says of one of the ways to hide an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Effect {
    way: Way,
    hides: bool,
    is_important: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Display,
    Visibility,
    OffScreen,
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
            styles.read(&without_comments(&dom.text_below(node)));
        }
        styles
    }

    /// Whether the rules hide an element.
    pub(super) fn hide(&self, dom: &Dom, node: Id) -> bool {
        if self.rules.is_empty() {
            return false;
        }
        let id = dom.attribute(node, "id").map(|id| format!("#{}", id.trim()));
        let classes = classes(dom, node).map(|class| format!(".{class}"));
        let mut decided: [Option<(bool, Rank, bool)>; 3] = [None; 3];
        for key in classes.chain(id) {
            for rule in self.rules.get(&key).into_iter().flatten().filter(|rule| rule.compound.is(dom, node))
            {
                for effect in &rule.effects {
                    let known = &mut decided[effect.way as usize];
                    let own = (effect.is_important, rule.rank, effect.hides);
                    if known.is_none_or(|known| (known.0, known.1) <= (own.0, own.1)) {
                        *known = Some(own);
                    }
                }
            }
        }
        decided.iter().flatten().any(|&(_, _, hides)| hides)
    }

    fn read(&mut self, mut css: &str) {
        while let Some(open) = css.find(['{', ';', '}']) {
            let prelude = css[..open].trim();
            if !css[open..].starts_with('{') {
                css = &css[open + 1..];
                continue;
            }
            let (body, rest) = block(&css[open + 1..]);
            css = rest;
            if let Some(condition) = prelude.strip_prefix("@media") {
                if is_for_screens(condition) {
                    // One level is enough, and bounds the work.
                    self.read_rules(body);
                }
            } else if !prelude.starts_with('@') {
                self.rule(prelude, body);
            }
        }
    }

    fn read_rules(&mut self, mut css: &str) {
        while let Some((prelude, rest)) = css.split_once('{') {
            let (body, rest) = block(rest);
            css = rest;
            if !prelude.trim_start().starts_with('@') {
                self.rule(prelude.trim(), body);
            }
        }
    }

    fn rule(&mut self, selectors: &str, body: &str) {
        let effects = effects(body);
        if effects.is_empty() {
            return;
        }
        for selector in selectors.split(',').map(str::trim) {
            let Some((compound, is_sure)) = compound(selector) else { continue };
            // What may apply, as inside another element, may show an element, but is no reason to hide it.
            let effects: Vec<Effect> =
                effects.iter().copied().filter(|effect| is_sure || !effect.hides).collect();
            let key = match (compound.id.as_str(), compound.classes.first()) {
                ("", None) => continue,
                ("", Some(class)) => format!(".{class}"),
                (id, _) => format!("#{id}"),
            };
            if effects.is_empty() || self.count >= MOST_RULES {
                continue;
            }
            self.count += 1;
            let is_narrow = compound.classes.len() > 1 || !compound.id.is_empty();
            let rule = Rule { compound, effects, rank: (!is_sure, is_narrow, self.count) };
            let known = self.rules.entry(key).or_default();
            if known.len() < MOST_OF_ONE {
                known.push(rule);
            }
        }
    }
}

impl Compound {
    fn is(&self, dom: &Dom, node: Id) -> bool {
        let has = |wanted: &String| classes(dom, node).any(|one| one == wanted);
        (self.tag.is_empty() || self.tag == dom.name(node))
            && (self.id.is_empty() || dom.attribute(node, "id").is_some_and(|id| id.trim() == self.id))
            && self.classes.iter().all(has)
    }
}

/// An element's classes; of a flood of them, the first.
fn classes(dom: &Dom, node: Id) -> impl Iterator<Item = &str> {
    const MOST: usize = 32;
    dom.attribute(node, "class").unwrap_or_default().split_ascii_whitespace().take(MOST)
}

/// The last part of a selector, and whether it is all of it.
fn compound(selector: &str) -> Option<(Compound, bool)> {
    let mut selector = selector;
    // `.sr-only:not(:focus)` is how text for screen readers is hidden until it is reached.
    while let Some(before) = [":not(:focus)", ":not(:active)", ":not(:focus-within)"]
        .iter()
        .find_map(|end| selector.strip_suffix(end))
    {
        selector = before;
    }
    let last = selector.rsplit([' ', '>', '+', '~', '\n', '\t']).next()?;
    let plain = last.split([':', '[']).next()?;
    if plain.is_empty() || plain.contains(['*', '&', '\\', '(', ')']) || last.contains("::") {
        return None;
    }
    let mut compound = Compound::default();
    let tag_end = plain.find(['.', '#']).unwrap_or(plain.len());
    compound.tag = plain[..tag_end].to_ascii_lowercase();
    let mut rest = &plain[tag_end..];
    while let Some(mark) = rest.chars().next() {
        let after = &rest[1..];
        let end = after.find(['.', '#']).unwrap_or(after.len());
        let name = after[..end].to_owned();
        match mark {
            '#' => compound.id = name,
            _ => compound.classes.push(name),
        }
        rest = &after[end..];
    }
    Some((compound, plain.len() == selector.len()))
}

/// What a rule's declarations say of the ways to hide an element.
fn effects(body: &str) -> Vec<Effect> {
    if body.contains('{') {
        return Vec::new();
    }
    let declarations: Vec<(String, String)> = body
        .split(';')
        .filter_map(|one| one.split_once(':'))
        .map(|(name, value)| (squeezed(name), squeezed(value)))
        .collect();
    let last =
        |name: &str| declarations.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value);
    let mut effects = Vec::new();
    for (way, name, hidden) in [(Way::Display, "display", "none"), (Way::Visibility, "visibility", "hidden")]
    {
        if let Some(value) = last(name) {
            effects.push(Effect {
                way,
                hides: value.starts_with(hidden),
                is_important: value.ends_with("!important"),
            });
        }
    }
    let is_taken_out =
        last("position").is_some_and(|value| value.starts_with("absolute") || value.starts_with("fixed"));
    let is_far = |name: &str| last(name).is_some_and(|value| is_far_off(value));
    let is_clipped = last("clip").is_some_and(|value| is_clipped(value))
        || last("clip-path")
            .is_some_and(|value| value.starts_with("inset(50%") || value.starts_with("inset(100%"));
    if is_taken_out && (is_clipped || is_far("left") || is_far("top") || is_far("right")) {
        effects.push(Effect { way: Way::OffScreen, hides: true, is_important: false });
    } else if last("position").is_some() || last("clip").is_some() {
        effects.push(Effect { way: Way::OffScreen, hides: false, is_important: false });
    }
    effects
}

/// Whether a length is far off the screen: `-9999px`.
fn is_far_off(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or_default();
    let number: String = digits.chars().take_while(char::is_ascii_digit).take(9).collect();
    let is_in_em = digits.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with("em");
    number.parse::<u32>().is_ok_and(|number| number >= if is_in_em { 100 } else { 900 })
}

/// Whether a clip leaves nothing: `rect(0,0,0,0)`, `rect(1px,1px,1px,1px)`, with commas or without.
fn is_clipped(value: &str) -> bool {
    let inside = value.strip_prefix("rect(").and_then(|rest| rest.split(')').next());
    inside.is_some_and(|inside| {
        let left = inside.replace("px", "").replace(',', "");
        !left.is_empty() && left.len() <= 4 && left.chars().all(|c| matches!(c, '0' | '1'))
    })
}

/// What stands up to the brace that closes a block, and what follows it.
fn block(css: &str) -> (&str, &str) {
    let mut depth = 1_usize;
    for (at, byte) in css.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (&css[..at], &css[at + 1..]);
        }
    }
    (css, "")
}

/// Whether style for these media is always that of a screen; what depends on its width is not.
fn is_for_screens(media: &str) -> bool {
    media.split(',').any(|one| matches!(one.trim(), "" | "all" | "screen" | "only screen"))
}

fn without_comments(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_hidden(css: &str, element: &str) -> bool {
        let dom = Dom::parse(&format!("<style>{css}</style>{element}")).unwrap();
        let node = dom.below(ROOT).last().unwrap();
        Styles::of(&dom).hide(&dom, node)
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
        ] {
            assert!(!is_hidden(css, box_), "{css}");
        }
    }
}
