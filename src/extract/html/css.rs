//! As much of CSS as is needed to see what a page's own style sheets hide or add: rules, simple selectors,
//! declarations. A reader of simple rules, not of CSS.

use super::cascade::{Layer, Layers};
use super::conditions::{Truth, media, supports};
use super::dom::{Dom, Id};

/// What an element must be: one part of a selector, such as `p.lead`.
#[derive(Clone, Debug, Default)]
pub(super) struct Compound {
    pub tag: String,
    pub id: String,
    pub classes: Vec<String>,
    /// How many states it must be in or not, which only make its selector narrower here.
    pub states: usize,
}

impl Compound {
    /// Whether an element is so.
    pub(super) fn is(&self, dom: &Dom, node: Id) -> bool {
        let has = |wanted: &String| classes(dom, node).any(|one| one == wanted);
        (self.tag.is_empty() || self.tag == dom.name(node))
            && (self.id.is_empty() || dom.attribute(node, "id").is_some_and(|id| id.trim() == self.id))
            && self.classes.iter().all(has)
    }

    /// What rules are kept by: the id, else the first class, else the name, else `*`.
    pub(super) fn key(&self) -> String {
        match (self.id.as_str(), self.classes.first(), self.tag.as_str()) {
            ("", Some(class), _) => format!(".{class}"),
            ("", None, "") => "*".into(),
            ("", None, tag) => tag.to_owned(),
            (id, _, _) => format!("#{id}"),
        }
    }
}

/// The keys under which rules for an element may be kept.
pub(super) fn keys(dom: &Dom, node: Id) -> impl Iterator<Item = String> + '_ {
    let id = dom.attribute(node, "id").map(|id| format!("#{}", id.trim()));
    let classes = classes(dom, node).map(|class| format!(".{class}"));
    ["*".to_owned(), dom.name(node).to_owned()].into_iter().chain(classes).chain(id)
}

/// So many classes of an element are looked at; a reader’s page has fewer.
const MOST_CLASSES: usize = 256;

/// An element's classes; of a flood of them, the first.
pub(super) fn classes(dom: &Dom, node: Id) -> impl Iterator<Item = &str> {
    all_classes(dom, node).take(MOST_CLASSES)
}

/// Whether an element has more classes than are looked at.
pub(super) fn has_more_classes(dom: &Dom, node: Id) -> bool {
    all_classes(dom, node).nth(MOST_CLASSES).is_some()
}

fn all_classes(dom: &Dom, node: Id) -> impl Iterator<Item = &str> {
    dom.attribute(node, "class").unwrap_or_default().split_ascii_whitespace()
}

/// What an element may be to which a selector applies, and whether the selector says no more. Of one that is not read,
/// it may be any element.
pub(super) fn compounds(selector: &str) -> Vec<(Compound, bool)> {
    if let Some(one) = compound(selector) {
        return vec![one];
    }
    let last = last_part(selector);
    let listed = [":is(", ":where("].iter().find_map(|start| last.strip_prefix(start));
    if let Some(list) = listed.and_then(|rest| parted(rest, |c| c == ')').into_iter().next()) {
        let unsure = |(compound, _)| (compound, false);
        return selectors(list).into_iter().filter_map(compound).map(unsure).collect();
    }
    let is_of_none = last.contains("::") || [":root", ":host"].iter().any(|one| last.starts_with(one));
    if is_of_none { Vec::new() } else { vec![(Compound::default(), false)] }
}

/// The selectors of a list.
pub(super) fn selectors(list: &str) -> Vec<&str> {
    parted(list, |c| c == ',').into_iter().map(str::trim).collect()
}

/// The parts of a selector, from the outermost on.
pub(super) fn parts(selector: &str) -> Vec<&str> {
    let mut parts = parted(selector, |c| " >+~\n\t".contains(c));
    parts.retain(|part| !part.is_empty());
    parts
}

fn last_part(selector: &str) -> &str {
    parts(selector).pop().unwrap_or_default()
}

/// What lies between such signs of a selector that are not in brackets and not escaped.
pub(super) fn parted(selector: &str, is_between: impl Fn(char) -> bool) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    let mut signs = selector.char_indices();
    while let Some((at, sign)) = signs.next() {
        if depth == 0 && is_between(sign) {
            parts.push(&selector[start..at]);
            start = at + sign.len_utf8();
        }
        match sign {
            '\\' => skip_escape(&mut signs),
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    parts.push(&selector[start..]);
    parts
}

/// Passes over what follows `\`: a sign, or figures with the space that ends them.
fn skip_escape(signs: &mut std::str::CharIndices<'_>) {
    let mut figures = signs.as_str().bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    if figures > 0 && signs.as_str()[figures..].starts_with([' ', '\n', '\t']) {
        figures += 1;
    }
    signs.nth(figures.max(1) - 1);
}

/// A name without its escapes: `md\:inline` is the class `md:inline`.
fn unescaped(name: &str) -> String {
    string(name, '\0').0
}

/// A string up to its closing mark, its escapes read (CSS Syntax, 4.3.7), and what follows it.
pub(super) fn string(written: &str, mark: char) -> (String, &str) {
    let mut words = String::new();
    let mut rest = written.chars();
    while let Some(c) = rest.next() {
        if c == mark {
            break;
        }
        if c != '\\' {
            words.push(c);
            continue;
        }
        let digits: String = rest.as_str().chars().take(6).take_while(char::is_ascii_hexdigit).collect();
        if digits.is_empty() {
            words.extend(rest.next().filter(|&c| c != '\n'));
            continue;
        }
        words.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
        let left = &rest.as_str()[digits.len()..];
        rest = left.strip_prefix([' ', '\n', '\t']).unwrap_or(left).chars();
    }
    (words, rest.as_str())
}

/// The last part of a selector, and whether it is all of it; `None` where it is not read.
pub(super) fn compound(selector: &str) -> Option<(Compound, bool)> {
    let mut selector = selector;
    let mut states = 0;
    // `.sr-only:not(:focus)` is how text for screen readers is hidden until it is reached.
    while let Some(before) = [":not(:focus)", ":not(:active)", ":not(:focus-within)"]
        .iter()
        .find_map(|end| selector.strip_suffix(end))
    {
        selector = before;
        states += 1;
    }
    let last = last_part(selector);
    let plain = parted(last, |c| matches!(c, ':' | '[')).into_iter().next()?;
    if plain.is_empty() || plain.contains(['&', '(', ')']) || last.contains("::") {
        return None;
    }
    let mut compound = Compound { states, ..Compound::default() };
    let mut names = parted(plain, |c| matches!(c, '.' | '#')).into_iter();
    let tag = names.next().unwrap_or_default();
    compound.tag = tag.trim_start_matches('*').to_ascii_lowercase();
    let mut mark_at = tag.len();
    for name in names {
        match &plain[mark_at..=mark_at] {
            "#" => compound.id = unescaped(name),
            _ => compound.classes.push(unescaped(name)),
        }
        mark_at += 1 + name.len();
    }
    Some((compound, plain.len() == selector.len()))
}

/// Where in a style sheet a rule stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    /// Whether it holds; never that it fails.
    pub truth: Truth,
    /// The layer that it is in: any rule outside goes before it.
    pub layer: Layer,
}

/// The rules of a style sheet that hold on a screen, or may, each with its selectors, its own declarations, and where
/// it stands. `layers` are those of the page so far.
pub(super) fn rules(css: &str, truth: Truth, layers: &mut Layers, take: impl FnMut(&str, &str, Standing)) {
    if truth != Truth::Fails {
        Reader { layers, take }.rules_below(css, Standing { truth, layer: Layer::default() }, 0);
    }
}

/// Rules in so many others bound the work, and selectors of so many bytes what nesting makes of them.
const DEEPEST: usize = 12;
const LONGEST_SELECTOR: usize = 1000;

struct Reader<'l, F> {
    layers: &'l mut Layers,
    take: F,
}

impl<F: FnMut(&str, &str, Standing)> Reader<'_, F> {
    /// The same of what stands in so many conditions.
    fn rules_below(&mut self, css: &str, standing: Standing, depth: usize) {
        let mut css = css;
        while let Some(open) = css.find(['{', ';', '}']) {
            let prelude = css[..open].trim();
            if !css[open..].starts_with('{') {
                self.name_layers(prelude, standing);
                css = &css[open + 1..];
                continue;
            }
            let (body, rest) = block(&css[open + 1..]);
            css = rest;
            let Some(at_rule) = prelude.strip_prefix('@') else {
                (self.take)(prelude, &own_declarations(body), standing);
                self.nested(prelude, body, standing, depth);
                continue;
            };
            let inside = self.inside(at_rule, standing);
            if inside.truth != Truth::Fails && depth < DEEPEST {
                self.rules_below(body, inside, depth + 1);
            }
        }
    }

    /// Takes the rules that are nested in that of a selector (CSS Nesting): they may apply.
    fn nested(&mut self, selector: &str, body: &str, standing: Standing, depth: usize) {
        let standing = Standing { truth: standing.truth.and(Truth::Perhaps), ..standing };
        let mut rest = body;
        while let Some(open) = rest.find('{') {
            let start = rest[..open].rfind([';', '}']).map_or(0, |end| end + 1);
            let prelude = rest[start..open].trim();
            let (inner, after) = block(&rest[open + 1..]);
            rest = after;
            let mut own = standing;
            let inside = if let Some(at_rule) = prelude.strip_prefix('@') {
                own = self.inside(at_rule, standing);
                if own.truth == Truth::Fails {
                    continue;
                }
                selector.to_owned()
            } else if prelude.contains('&') {
                let own = |one: &str| prelude.replace('&', one);
                selectors(selector).into_iter().map(own).collect::<Vec<_>>().join(",")
            } else {
                prelude.to_owned()
            };
            (self.take)(&inside, &own_declarations(inner), own);
            if depth < DEEPEST && inside.len() < LONGEST_SELECTOR {
                self.nested(&inside, inner, own, depth + 1);
            }
        }
    }

    /// How the rules inside a rule such as `@media` stand.
    fn inside(&mut self, at_rule: &str, standing: Standing) -> Standing {
        let end = at_rule.find(|c: char| !c.is_ascii_alphabetic() && c != '-').unwrap_or(at_rule.len());
        let (name, condition) = at_rule.split_at(end);
        match name.to_ascii_lowercase().as_str() {
            "media" => Standing { truth: standing.truth.and(media(condition)), ..standing },
            "supports" => Standing { truth: standing.truth.and(supports(condition)), ..standing },
            "layer" => Standing { layer: self.layers.inside(standing.layer, condition.trim()), ..standing },
            "keyframes" | "-webkit-keyframes" => Standing { truth: Truth::Fails, ..standing },
            _ => Standing { truth: standing.truth.and(Truth::Perhaps), ..standing },
        }
    }

    /// Takes the order of layers that a statement sets: `@layer base, utilities;`, `@import url(a.css) layer(base);`.
    fn name_layers(&mut self, statement: &str, standing: Standing) {
        let listed = statement.strip_prefix("@layer");
        let imported = || statement.strip_prefix("@import")?.split_once("layer(")?.1.split(')').next();
        let names = listed.or_else(imported).into_iter().flat_map(|names| names.split(','));
        for name in names.map(str::trim).filter(|name| !name.is_empty()) {
            self.layers.inside(standing.layer, name);
        }
    }
}

/// A rule's body without the rules that are nested in it.
fn own_declarations(body: &str) -> std::borrow::Cow<'_, str> {
    if !body.contains('{') {
        return body.into();
    }
    let mut own = String::new();
    let mut rest = body;
    while let Some(open) = rest.find('{') {
        let declared = rest[..open].rfind([';', '}']).map_or(0, |end| end + 1);
        own.push_str(&rest[..declared]);
        rest = block(&rest[open + 1..]).1;
    }
    own.push_str(rest);
    own.into()
}

/// What stands up to the brace that closes a block, and what follows it.
fn block(css: &str) -> (&str, &str) {
    let mut depth = 1_usize;
    let mut strings = Strings::default();
    for (at, byte) in css.bytes().enumerate() {
        match byte {
            _ if strings.is_inside(byte) => {}
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

/// Which bytes are inside strings.
#[derive(Default)]
struct Strings {
    open: Option<u8>,
    is_escaped: bool,
}

impl Strings {
    /// Whether the next byte is part of a string, its marks among them. A string ends with its line.
    fn is_inside(&mut self, byte: u8) -> bool {
        let is_escaped = std::mem::take(&mut self.is_escaped);
        match (self.open, byte) {
            (Some(_), b'\\') => self.is_escaped = !is_escaped,
            (Some(open), _) if (byte == open || byte == b'\n') && !is_escaped => self.open = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => self.open = Some(byte),
            (None, _) => return false,
        }
        true
    }
}

/// The declarations of a rule's body or a `style` attribute: names in small letters, values as they are written.
pub(super) fn declarations(body: &str) -> Vec<(String, &str)> {
    let mut strings = Strings::default();
    let mut all = Vec::new();
    let mut start = 0;
    for (at, byte) in body.bytes().enumerate() {
        if !strings.is_inside(byte) && byte == b';' {
            all.extend(declaration(&body[start..at]));
            start = at + 1;
        }
    }
    all.extend(declaration(&body[start..]));
    all
}

fn declaration(written: &str) -> Option<(String, &str)> {
    let (name, value) = written.split_once(':')?;
    Some((name.trim().to_ascii_lowercase(), value.trim()))
}

/// A style sheet without comments; what looks like one inside a string is none.
pub(super) fn without_comments(css: &str) -> String {
    let mut strings = Strings::default();
    let mut out = String::with_capacity(css.len());
    let (mut start, mut bytes) = (0, css.bytes().enumerate());
    while let Some((at, byte)) = bytes.next() {
        if strings.is_inside(byte) || !css.as_bytes()[at..].starts_with(b"/*") {
            continue;
        }
        out.push_str(&css[start..at]);
        let end = css[at + 2..].find("*/").map_or(css.len(), |end| at + 2 + end + 2);
        start = end;
        bytes.nth(end - at - 2);
    }
    out + &css[start..]
}
