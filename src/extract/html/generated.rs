//! Words that a page's style sheets put before and after elements, and the quotation marks that browsers put around
//! `q`. A reader sees them, though no browser copies them: a *not* that is written so is part of what is said.

use super::cascade::{Layers, Rank};
use super::conditions::Truth;
use super::css::{Compound, Standing, compound, compounds, declarations, keys, parted, parts, string};
use super::dom::{Dom, Id};
use super::ways::{effects, squeezed};
use std::cell::Cell;
use std::collections::HashMap;

/// The most rules that are kept.
const MOST_RULES: usize = 20_000;
/// The most rules that are kept for one class or id.
const MOST_OF_ONE: usize = 64;
/// The most elements outward that a selector is looked for.
const FARTHEST: usize = 64;
/// How many rules are looked at and how many bytes are added at most, for all elements together.
const MOST_WORK: usize = 500_000;
/// The most characters that a rule may add.
const LONGEST: usize = 300;

/// Where words are added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

/// What a rule adds to elements.
#[derive(Debug)]
struct Rule {
    /// What the element must be.
    compound: Compound,
    /// What must be around it, outward.
    around: Vec<Compound>,
    side: Side,
    content: Content,
    /// Whether the selector says nothing else; what only may apply is told, and not taken.
    is_sure: bool,
    rank: Rank,
}

/// What is added.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Content {
    pieces: Vec<Piece>,
    /// Whether it stands in a line of its own.
    is_block: bool,
    /// Whether it is hidden, or set apart as an ornament is.
    is_apart: bool,
    is_important: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Words(String),
    Attribute(String),
    /// `open-quote` or `close-quote`.
    Mark,
}

/// All rules that add words.
#[derive(Debug, Default)]
pub(super) struct Generated {
    rules: HashMap<String, Vec<Rule>>,
    count: usize,
    /// Whether there are rules that are not kept.
    is_full: bool,
    /// The quotation marks that the page sets for all `q`, outer and inner; none where it wants none.
    marks: Option<Vec<String>>,
    /// How much was done of what is done at most.
    work: Cell<usize>,
}

/// What is added on one side of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Added {
    /// These words, in a line of their own or not.
    Words(String, bool),
    /// These words, perhaps.
    Unsure(String),
}

impl Generated {
    /// Takes a rule where its selector names what is before or after an element; returns whether it does.
    pub(super) fn rule(&mut self, selector: &str, body: &str, standing: Standing) -> bool {
        let holds = standing.truth == Truth::Holds;
        let Some((element, side)) = of_side(selector) else {
            if holds {
                self.take_marks(selector, body);
            }
            return false;
        };
        // What shows while a hand is on it is no text.
        if [":hover", ":focus", ":active"].iter().any(|state| element.contains(state)) {
            return true;
        }
        let Some(content) = content(body) else { return true };
        let element = if element.is_empty() { "*" } else { element };
        let around: Vec<Option<(Compound, bool)>> =
            parts(element).into_iter().rev().skip(1).map(compound).collect();
        let is_plain = parted(element, |c| "+~:[*".contains(c)).len() == 1;
        let is_whole = |part: &Option<(Compound, bool)>| part.as_ref().is_some_and(|(_, is_whole)| *is_whole);
        let is_sure = holds && is_plain && around.iter().all(is_whole);
        let around: Vec<Compound> = around.into_iter().flatten().map(|(compound, _)| compound).collect();
        let read = compound(element);
        let is_sure = is_sure && read.is_some();
        // Of what is added to elements that are not known only words are told.
        let others = || if content.may_say() { compounds(element) } else { Vec::new() };
        for (compound, _) in read.map_or_else(others, |one| vec![one]) {
            self.count += 1;
            let parts = around.iter().chain([&compound]);
            let rank = Rank::of(parts, standing.layer, true, self.count);
            let (around, content) = (around.clone(), content.clone());
            self.keep(Rule { compound, around, side, content, is_sure, rank });
        }
        true
    }

    fn keep(&mut self, rule: Rule) {
        let known = self.rules.entry(rule.compound.key()).or_default();
        if self.count <= MOST_RULES && known.len() < MOST_OF_ONE {
            known.push(rule);
        } else {
            self.is_full |= rule.content.may_say();
        }
    }

    /// Puts all rules in their order, now that all layers are named.
    pub(super) fn settle(&mut self, layers: &Layers) {
        for rule in self.rules.values_mut().flatten() {
            rule.rank.settle(layers);
            rule.rank = rule.rank.declared(rule.content.is_important);
        }
    }

    /// What is added on one side of an element.
    pub(super) fn added(&self, dom: &Dom, node: Id, side: Side) -> Option<Added> {
        let own = self.content(dom, node, side);
        if dom.name(node) == "q" && own.as_ref().is_none_or(|(_, content)| content.pieces == [Piece::Mark]) {
            return self.mark(dom, node, side).map(|mark| Added::Words(mark, false));
        }
        let (is_sure, content) = own.filter(|(_, content)| !content.is_apart)?;
        let words = content.words(dom, node);
        self.work.set(self.work.get() + words.len());
        if !says_something(&words) && !self.is_in_marks(dom, node, side, &words) {
            return None;
        }
        let is_whole = words.chars().count() <= LONGEST;
        Some(if is_sure && is_whole { Added::Words(words, content.is_block) } else { Added::Unsure(words) })
    }

    /// Whether a page adds so much, or has so many rules for it, that not all was looked at.
    pub(super) fn is_exhausted(&self) -> bool {
        self.work.get() > MOST_WORK || self.is_full
    }

    /// Takes the marks that a page sets for all quotations.
    fn take_marks(&mut self, selector: &str, body: &str) {
        if !matches!(selector, "q" | "html" | "body" | ":root" | "*") {
            return;
        }
        let declared = declarations(body);
        let Some((_, value)) = declared.iter().rev().find(|(name, _)| name == "quotes") else { return };
        let words = |piece| match piece {
            Piece::Words(words) => Some(words),
            Piece::Attribute(_) | Piece::Mark => None,
        };
        // `auto` and `inherit` leave the choice to the browser.
        let marks: Vec<String> = pieces(value).into_iter().filter_map(words).collect();
        if !marks.is_empty() || value.starts_with("none") {
            self.marks = Some(marks);
        }
    }

    /// The mark on one side of a `q`; none where the text has its own there.
    fn mark(&self, dom: &Dom, node: Id, side: Side) -> Option<String> {
        let inside = dom.below(node).filter_map(|one| dom.text(one)).find(|text| !text.trim().is_empty())?;
        let before = dom.before(node).and_then(|one| dom.text(one)).unwrap_or_default();
        if inside.trim_start().starts_with(is_mark) || before.trim_end().ends_with(is_mark) {
            return None;
        }
        let depth = dom.outward(node).skip(1).filter(|&up| dom.name(up) == "q").count();
        let inner = if depth == 0 { 0 } else { 2 };
        let at = inner + usize::from(side == Side::After);
        match &self.marks {
            Some(marks) => {
                marks.get(at).or_else(|| marks.get(at % 2)).filter(|mark| !mark.is_empty()).cloned()
            }
            None => Some(marks_of_browsers(dom, node)[at].to_owned()),
        }
    }

    /// The rule that counts on one side of an element, and whether it is sure to.
    fn content(&self, dom: &Dom, node: Id, side: Side) -> Option<(bool, &Content)> {
        if self.rules.is_empty() || self.work.get() > MOST_WORK {
            return None;
        }
        let mut all: Vec<&Rule> = Vec::new();
        for key in keys(dom, node) {
            let rules = self.rules.get(&key).into_iter().flatten().filter(|rule| rule.side == side);
            let rules = rules.inspect(|_| self.work.set(self.work.get() + 1));
            all.extend(
                rules.filter(|rule| rule.compound.is(dom, node) && is_around(dom, node, &rule.around)),
            );
        }
        let best = all.iter().max_by_key(|rule| rule.rank)?;
        // What may take words away leaves them in doubt.
        let sure = all.iter().filter(|rule| rule.is_sure).map(|rule| rule.rank).max();
        let says = |rule: &&&Rule| {
            Some(rule.rank) >= sure
                && !rule.content.is_apart
                && says_something(&rule.content.words(dom, node))
        };
        let said = all.iter().filter(says).max_by_key(|rule| rule.rank);
        Some((best.is_sure, &said.filter(|_| !best.is_sure).unwrap_or(best).content))
    }

    /// Whether both sides of an element have a quotation mark; one alone is an ornament.
    fn is_in_marks(&self, dom: &Dom, node: Id, side: Side, words: &str) -> bool {
        let other = if side == Side::Before { Side::After } else { Side::Before };
        let is_marks = |words: &str| !words.trim().is_empty() && words.trim().chars().all(is_mark);
        let has_other = || {
            let (_, content) = self.content(dom, node, other)?;
            Some(!content.is_apart && is_marks(&content.words(dom, node)))
        };
        is_marks(words) && has_other() == Some(true)
    }
}

impl Content {
    /// Whether it may add words: signs of fonts that hold pictures are none.
    fn may_say(&self) -> bool {
        let may = |piece: &Piece| match piece {
            Piece::Words(words) => {
                says_something(&words.chars().filter(|&c| !is_private(c)).collect::<String>())
            }
            Piece::Attribute(_) => true,
            Piece::Mark => false,
        };
        self.pieces.iter().any(may)
    }

    fn words(&self, dom: &Dom, node: Id) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Attribute(name) => dom.attribute(node, name).unwrap_or_default().to_owned(),
            Piece::Mark => "\"".to_owned(),
        };
        let words: String = self.pieces.iter().map(piece).collect();
        // Signs of fonts that hold pictures are no characters.
        words.chars().filter(|&c| !is_private(c)).take(LONGEST + 1).collect()
    }
}

/// Whether these elements are around another, the innermost first.
fn is_around(dom: &Dom, node: Id, around: &[Compound]) -> bool {
    let mut outward = dom.outward(node).skip(1).take(FARTHEST);
    around.iter().all(|compound| outward.any(|up| compound.is(dom, up)))
}

/// A selector without `::before` or `::after` at its end, and which it is.
fn of_side(selector: &str) -> Option<(&str, Side)> {
    let ends = [
        ("::before", Side::Before),
        ("::after", Side::After),
        (":before", Side::Before),
        (":after", Side::After),
    ];
    ends.iter().find_map(|(end, side)| selector.strip_suffix(end).map(|element| (element, *side)))
}

/// What a rule's body adds; `None` where it says nothing of that.
fn content(body: &str) -> Option<Content> {
    if body.contains('{') {
        return None;
    }
    let declared = declarations(body);
    let is_important = |value: &str| squeezed(value).ends_with("!important");
    let last = |name: &str| {
        let mut own = declared.iter().rev().filter(|(known, _)| known == name).map(|(_, value)| *value);
        own.clone().find(|value| is_important(value)).or_else(|| own.next())
    };
    let value = last("content")?;
    let pieces = pieces(value);
    let is = |name: &str, values: &[&str]| {
        last(name).is_some_and(|value| values.iter().any(|one| value.starts_with(one)))
    };
    let is_hidden = effects(body).iter().any(|effect| effect.hides);
    Some(Content {
        pieces,
        is_block: is("display", &["block", "flex", "grid", "table", "list-item"]),
        is_apart: is_hidden || is("position", &["absolute", "fixed"]),
        is_important: is_important(value),
    })
}

/// The value of `content`; counters and pictures say nothing that is taken.
fn pieces(value: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = value.trim();
    // What stands behind a slash is for screen readers.
    while let Some(first) = rest.chars().next().filter(|&c| c != '/') {
        if matches!(first, '"' | '\'') {
            let (words, left) = string(&rest[1..], first);
            pieces.push(Piece::Words(words));
            rest = left.trim_start();
            continue;
        }
        let end = rest.find([' ', '"', '\'']).unwrap_or(rest.len()).max(1);
        let word = rest[..end].to_ascii_lowercase();
        match word.as_str() {
            "open-quote" | "close-quote" => pieces.push(Piece::Mark),
            _ => pieces.extend(
                word.strip_prefix("attr(")
                    .map(|name| Piece::Attribute(name.trim_end_matches(')').to_owned())),
            ),
        }
        rest = rest[end..].trim_start();
    }
    pieces
}

/// Whether words are more than an ornament: letters or figures.
fn says_something(words: &str) -> bool {
    words.chars().any(char::is_alphanumeric)
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

fn is_mark(c: char) -> bool {
    "\"'“”„‟‘’‚‛«»‹›「」『』《》〈〉".contains(c)
}

/// The quotation marks of languages, outer and inner, as the HTML Standard takes them from the CLDR.
const MARKS: &[(&str, [&str; 4])] = &[
    ("zh-hant", ["「", "」", "『", "』"]),
    ("zh-tw", ["「", "」", "『", "』"]),
    ("zh-hk", ["「", "」", "『", "』"]),
    ("pt-pt", ["«", "»", "“", "”"]),
    ("fr-ch", ["«", "»", "‹", "›"]),
    ("ja", ["「", "」", "『", "』"]),
    ("fr", ["«", "»", "«", "»"]),
    ("es", ["«", "»", "“", "”"]),
    ("it", ["«", "»", "“", "”"]),
    ("ru", ["«", "»", "„", "“"]),
    ("uk", ["«", "»", "„", "“"]),
    ("el", ["«", "»", "“", "”"]),
    ("fa", ["«", "»", "‹", "›"]),
    ("no", ["«", "»", "‘", "’"]),
    ("nb", ["«", "»", "‘", "’"]),
    ("ar", ["”", "“", "’", "‘"]),
    ("de", ["„", "“", "‚", "‘"]),
    ("cs", ["„", "“", "‚", "‘"]),
    ("sk", ["„", "“", "‚", "‘"]),
    ("bg", ["„", "“", "„", "“"]),
    ("pl", ["„", "”", "«", "»"]),
    ("ro", ["„", "”", "«", "»"]),
    ("hu", ["„", "”", "»", "«"]),
    ("nl", ["‘", "’", "“", "”"]),
    ("sv", ["”", "”", "’", "’"]),
    ("fi", ["”", "”", "’", "’"]),
    ("he", ["”", "”", "’", "’"]),
];
/// Those of all others.
const OTHER_MARKS: [&str; 4] = ["“", "”", "‘", "’"];

/// The marks that a browser puts around a `q`: those of the text around it.
fn marks_of_browsers(dom: &Dom, node: Id) -> [&'static str; 4] {
    let language = dom.outward(node).skip(1).find_map(|up| dom.attribute(up, "lang"));
    let language = language.unwrap_or_default().trim().to_ascii_lowercase().replace('_', "-");
    let is_of = |known: &str| {
        language.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    MARKS.iter().find(|(known, _)| is_of(known)).map_or(OTHER_MARKS, |(_, marks)| *marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_of_content_is_read() {
        let words = |words: &str| Piece::Words(words.into());
        let cases = [
            (r#""not ""#, vec![words("not ")]),
            (
                r"'\201C' attr(data-by) close-quote",
                vec![words("“"), Piece::Attribute("data-by".into()), Piece::Mark],
            ),
            (r#""a\"b\A c" / "alt""#, vec![words("a\"b\nc")]),
            ("none", vec![]),
            (r#"counter(x) ". ""#, vec![words(". ")]),
            ("url(a b)", vec![]),
            ("\"open", vec![words("open")]),
            ("\\", vec![]),
        ];
        for (value, wanted) in cases {
            assert_eq!(pieces(value), wanted, "{value}");
        }
    }
}
