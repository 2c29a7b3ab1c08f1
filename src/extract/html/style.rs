//! What a page's own style sheets say of an element: which of the ways to hide it they take. Where it cannot be told,
//! the element is shown.

use super::cascade::{Layers, Rank};
use super::conditions::{Truth, media};
use super::css::{Compound, Standing, compounds, has_more_classes, keys, rules, selectors, without_comments};
use super::dom::{Dom, Id, ROOT};
use super::generated::Generated;
use super::paint::{Colour, Paint, paint};
use super::variables::Variables;
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
    /// Whether there are rules that are not kept, which may show what others hide.
    is_full: bool,
    /// What rules say of colours, kept likewise.
    paints: HashMap<String, Vec<(Compound, Paint, Rank)>>,
    paint_count: usize,
    variables: Variables,
    /// Whether there are style sheets that are not in the page.
    pub(super) has_others: bool,
    /// Whether any rule sets something above or below the line, or from the last to the first.
    sets: bool,
    /// What is added before and after elements.
    pub(super) generated: Generated,
}

#[derive(Debug)]
struct Rule {
    compound: Compound,
    effects: Vec<Effect>,
    rank: Rank,
}

/// Ways in which a style sets words otherwise than they are written.
const SETTING: [Way; 3] = [Way::Raised, Way::Lowered, Way::Reversed];

/// For each way to hide whether an element is hidden so, where any rule says so or otherwise; and its colours.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Decided {
    ways: [Option<(Rank, bool)>; WAYS],
    pub(super) colours: Colours,
}

/// The colours of an element's words and of what lies behind them, where any rule says so.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Colours {
    words: Option<(Rank, Colour)>,
    ground: Option<(Rank, Colour)>,
}

impl Colours {
    /// Of the words, and whether its own `style` says so.
    pub(super) fn words(&self) -> Option<(Colour, bool)> {
        self.words.map(|(rank, colour)| (colour, rank.is_inline))
    }

    /// Of what lies behind them, likewise.
    pub(super) fn ground(&self) -> Option<(Colour, bool)> {
        self.ground.map(|(rank, colour)| (colour, rank.is_inline))
    }

    fn take(&mut self, paint: Paint, rank: Rank) {
        let take = |known: &mut Option<(Rank, Colour)>, own: Option<(Colour, bool)>| {
            let Some((colour, is_important)) = own else { return };
            let rank = rank.declared(is_important);
            if known.is_none_or(|(known, _)| known <= rank) {
                *known = Some((rank, colour));
            }
        };
        take(&mut self.words, paint.words);
        take(&mut self.ground, paint.ground);
    }
}

impl Decided {
    /// Whether the element is hidden in this way.
    pub(super) fn of(&self, way: Way) -> Option<bool> {
        self.ways[way as usize].map(|(_, hides)| hides)
    }

    /// Whether it is hidden in one of these ways.
    pub(super) fn hides(&self, ways: &[Way]) -> bool {
        ways.iter().any(|&way| self.of(way) == Some(true))
    }

    /// Whether a rule hides it in one of these ways, and not its own `style`.
    pub(super) fn is_hidden_by_rule(&self, ways: &[Way]) -> bool {
        ways.iter().filter_map(|&way| self.ways[way as usize]).any(|(rank, hides)| hides && !rank.is_inline)
    }

    fn take(&mut self, effect: Effect, rank: Rank) {
        let known = &mut self.ways[effect.way as usize];
        let rank = rank.declared(effect.is_important);
        if known.is_none_or(|(known, _)| known <= rank) {
            *known = Some((rank, effect.hides));
        }
    }
}

impl Styles {
    /// The rules of a page's `style` elements.
    pub(super) fn of(dom: &Dom) -> Self {
        let mut styles = Self::default();
        let mut sheets: Vec<(String, Truth)> = Vec::new();
        for node in dom.below(ROOT) {
            let holds = || media(dom.attribute(node, "media").unwrap_or("all"));
            match dom.name(node) {
                "style" => sheets.push((without_comments(&dom.text_below(node)), holds())),
                "link" => styles.has_others |= is_style_sheet(dom, node) && holds() != Truth::Fails,
                _ => {}
            }
            styles.variables.take(dom.attribute(node, "style").unwrap_or_default());
        }
        for (css, truth) in &sheets {
            styles.has_others |= css.contains("@import") || css.contains("color-scheme");
            rules(css, *truth, &mut Layers::default(), |_, body, _| styles.variables.take(body));
        }
        let mut layers = Layers::default();
        for (css, truth) in &sheets {
            rules(css, *truth, &mut layers, |selectors, body, standing| {
                styles.rule(selectors, body, standing);
            });
        }
        layers.settle();
        styles.settle(&layers);
        styles
    }

    /// Puts all in their order, now that all layers are named.
    fn settle(&mut self, layers: &Layers) {
        self.is_full |= layers.is_full;
        self.rules.values_mut().flatten().for_each(|rule| rule.rank.settle(layers));
        self.paints.values_mut().flatten().for_each(|(_, _, rank)| rank.settle(layers));
        self.generated.settle(layers);
    }

    /// What the rules and its own `style` say of an element.
    pub(super) fn decided(&self, dom: &Dom, node: Id) -> Decided {
        let mut decided = Decided::default();
        if !self.rules.is_empty() || !self.paints.is_empty() {
            let is_known = !self.is_full && !has_more_classes(dom, node);
            for key in keys(dom, node) {
                let rules = self.rules.get(&key).into_iter().flatten();
                for rule in rules.filter(|rule| rule.compound.is(dom, node)) {
                    let effects = rule.effects.iter().filter(|effect| is_known || !effect.hides);
                    effects.for_each(|&effect| decided.take(effect, rule.rank));
                }
                let paints = self.paints.get(&key).into_iter().flatten();
                for (_, paint, rank) in paints.filter(|(compound, ..)| compound.is(dom, node)) {
                    decided.colours.take(*paint, *rank);
                }
            }
        }
        if let Some(style) = dom.attribute(node, "style") {
            let filled = self.variables.filled(style);
            let style = filled.as_deref().unwrap_or(style);
            for effect in effects(style) {
                decided.take(effect, Rank::INLINE);
            }
            decided.colours.take(paint(style), Rank::INLINE);
        }
        decided
    }

    /// Whether an element is set in one of these ways, which hide nothing.
    pub(super) fn sets(&self, dom: &Dom, node: Id, ways: &[Way]) -> bool {
        let is_own = || {
            let style = dom.attribute(node, "style").unwrap_or_default();
            style.contains("vertical-align") || style.contains("-reverse") || style.contains("var(")
        };
        (self.sets || is_own()) && self.decided(dom, node).hides(ways)
    }

    fn rule(&mut self, list: &str, body: &str, standing: Standing) {
        let filled = self.variables.filled(body);
        let body = filled.as_deref().unwrap_or(body);
        let holds = standing.truth == Truth::Holds;
        let (effects, paint) = (effects(body), paint(body));
        let read = selectors(list).into_iter();
        let read: Vec<&str> = read.filter(|one| !self.generated.rule(one, body, standing)).collect();
        for (compound, is_whole) in read.into_iter().flat_map(compounds) {
            if self.count >= MOST_RULES {
                self.is_full = true;
                return;
            }
            let is_sure = is_whole && holds;
            let is_named = !compound.id.is_empty() || !compound.classes.is_empty();
            let rank = Rank::of([&compound].into_iter(), standing.layer, is_sure, self.count);
            if !paint.is_empty() {
                let paint = if is_sure { paint } else { paint.unknown() };
                self.keep_paint(compound.clone(), paint, rank);
            }
            if effects.is_empty() {
                continue;
            }
            // What may apply, as inside another element, may show an element, but is no reason to hide it; nor is a rule
            // for all elements of a name.
            let kept = |effect: &&Effect| is_sure && is_named || !effect.hides;
            let kept: Vec<Effect> = effects.iter().filter(kept).copied().collect();
            self.count += 1;
            if compound.classes.len() > 1 {
                self.hooks(&compound, &kept, rank);
            }
            self.sets |= kept.iter().any(|effect| SETTING.contains(&effect.way) && effect.hides);
            self.keep(Rule { compound, effects: kept, rank });
        }
    }

    fn keep_paint(&mut self, compound: Compound, paint: Paint, rank: Rank) {
        const UNKNOWN: Option<(Colour, bool)> = Some((Colour::Unknown, true));
        self.paint_count += 1;
        let key = if self.paint_count < MOST_RULES { compound.key() } else { "*".into() };
        let known = self.paints.entry(key).or_default();
        match known.len() {
            0..MOST_OF_ONE if self.paint_count < MOST_RULES => known.push((compound, paint, rank)),
            // Of a flood nothing is known.
            0..=MOST_OF_ONE => {
                known.push((
                    Compound::default(),
                    Paint { words: UNKNOWN, ground: UNKNOWN },
                    Rank::of_flood(),
                ));
            }
            _ => {}
        }
    }

    /// A class that a script adds may show what another class hides: `.fade { opacity: 0 } .fade.in { opacity: 1 }`.
    fn hooks(&mut self, compound: &Compound, effects: &[Effect], rank: Rank) {
        let may_appear = |effect: &&Effect| {
            !effect.hides && matches!(effect.way, Way::Opacity | Way::Transform | Way::Flat | Way::Blur)
        };
        let shows: Vec<Effect> = effects.iter().filter(may_appear).copied().collect();
        for class in &compound.classes {
            let hook = Compound { classes: vec![class.clone()], ..Compound::default() };
            self.keep(Rule { compound: hook, effects: shows.clone(), rank: rank.unsure() });
        }
    }

    fn keep(&mut self, rule: Rule) {
        if rule.effects.is_empty() {
            return;
        }
        let known = self.rules.entry(rule.compound.key()).or_default();
        if known.len() < MOST_OF_ONE {
            return known.push(rule);
        }
        // Of a flood what hides is dropped, and what shows may show any.
        if known.len() == MOST_OF_ONE {
            let any = Compound::default();
            known.push(Rule { compound: any, effects: Vec::new(), rank: Rank::of_flood() });
        }
        let flood = &mut known[MOST_OF_ONE].effects;
        for effect in rule.effects.into_iter().filter(|effect| !effect.hides) {
            match flood.iter_mut().find(|one| one.way == effect.way) {
                Some(known) => known.is_important |= effect.is_important,
                None => flood.push(effect),
            }
        }
    }
}

/// Whether a `link` leads to a style sheet.
fn is_style_sheet(dom: &Dom, node: Id) -> bool {
    let rel = dom.attribute(node, "rel").unwrap_or_default().to_ascii_lowercase();
    rel.split_ascii_whitespace().any(|word| word == "stylesheet")
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
            "@media not print{.a{display:none}}",
            "@supports (display: grid) { @media screen { .a{display:none} } }",
            "@layer base{.a{display:block}} @layer x{.a{display:none}}",
            "@layer x;.a{display:none} @layer x{.a{display:block}}",
            "#i{color:red;&:hover{color:blue} display:none}",
            ".a{display:none} .md\\:a{display:block} .a\\.x{display:block} :root{display:block}",
            ".a{display:none} :is(.x, .y){display:block} p :where(.z){display:block} .x{&.z{display:block}}",
            ".a{display:none} @keyframes x{from{display:block}}",
            ":root{--off:none}.a{display:var(--off)}",
            ".a{--off:none;display:var(--off,block)}",
            ".x::after{content:'}'} .a{display:none}",
            ".a{opacity:0} div{opacity:1}",
            "*{font-size:12px} .a{font-size:0}",
            // The narrower selector counts, then the later layer; of what is important the earlier one.
            ".a.b{display:none} .a{display:block} div.b{display:block}",
            ".a:not(:focus){display:none} .b{display:block}",
            "@layer x, y; @layer y{.a{display:none}} @layer x{.a{display:block}}",
            "@layer x{.a{display:none!important}} .a{display:block!important}",
            ".a{display:block;display:none!important;display:inline}",
            ".b{all:unset} .a{display:none}",
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
            "@media not screen{.a{display:none}}",
            "@supports not (display: grid){.a{display:none}}",
            "@container (x){.a{display:none}}",
            ".a{display:none} @media (min-width:768px){.a{display:block}}",
            "@media (min-width:768px){.a{display:none}}",
            ".a{display:block} @layer x{.a{display:none}}",
            ".a{display:block; .b{display:none}}",
            ":root{--off:none} .dark{--off:block} .a{display:var(--off)}",
            ".a{display:var(--none)}",
            ".a{opacity:0} .a.is-seen{opacity:1}",
            ".a{opacity:0} .is-seen.a{opacity:1}",
            "div.a{display:inline} .a{display:none}",
            "#i{display:inline} .a.b{display:none}",
            ".a:not(:focus){display:inline} .b{display:none}",
            "@layer x{.a{display:inline!important}} .a{display:none!important}",
            "@layer x, y; @layer y{.a{display:block}} @layer x{.a{display:none}}",
            "@import url(x.css) layer(x); @layer y{.a{display:block}} @layer x{.a{display:none}}",
            "@layer x{.a{display:none}} div{display:block}",
            ".a{display:none} .x{background:url(\"/*\")} .b{display:inline} /* x */",
            ".a{display:none} /* don't */ .b{display:inline} /* isn't */",
            ".a{display:none} .b{all:unset}",
            ".a{display:inline!important;display:none}",
            // What is not read to the end may show.
            ".a{display:none} :is(.b,.t){display:inline}",
            ".a{display:none} p :where(.b){display:inline}",
            ".a{display:none} [class~=b]{display:inline}",
            ".a{display:none} :nth-child(1){display:inline!important}",
            ".a{display:none;&.b{display:inline}}",
            ".a{display:none;@media (min-width:1px){display:inline}}",
            ".a{display:none} p{& .b{display:inline}}",
            ".a{display:none} @container (min-width:1px){.b{display:inline}}",
            ".a{display:none} @media (hover:hover){.b{display:inline}}",
            ".a{display:none} @media not all and (max-width:100px){.b{display:inline}}",
            ".a{display:none} @layer a{@layer b{@layer c{@media screen{@layer d{.b{display:inline!important}}}}}}",
        ] {
            assert!(!is_hidden(css, box_), "{css}");
        }
    }

    #[test]
    fn names_are_read_with_their_escapes() {
        let wide = ".hidden{display:none}@media (min-width:768px){.md\\:inline{display:inline}}";
        assert!(!is_hidden(wide, "<span class='hidden md:inline'>"));
        assert!(is_hidden(wide, "<span class='hidden lg:inline'>"));
        assert!(is_hidden(".w-1\\/2{display:none}", "<p class='w-1/2'>"));
        assert!(is_hidden(".\\31 0{display:none}", "<p class='10'>"));
        assert!(!is_hidden(".h{display:none}.\\31 0{display:inline}", "<p class='h 10'>"));
    }

    #[test]
    fn what_a_flood_of_rules_or_classes_may_show_is_shown() {
        let many = |count: usize, one: &dyn Fn(usize) -> String| (0..count).map(one).collect::<String>();
        let classes = many(40, &|at| format!("c{at} "));
        assert!(!is_hidden(".h{display:none}.s{display:inline}", &format!("<p class='h {classes} s'>")));
        let classes = many(400, &|at| format!("c{at} "));
        assert!(!is_hidden(".h{display:none}.s{display:inline}", &format!("<p class='h {classes} s'>")));
        let same = many(100, &|_| ".h{display:none}".into());
        assert!(!is_hidden(&format!("{same}.h{{display:inline}}"), "<p class=h>"));
        assert!(is_hidden(&same, "<p class=h>"));
        let others = many(MOST_RULES + 1, &|at| format!(".x{at}{{display:block}}"));
        assert!(!is_hidden(&format!(".h{{display:none}}{others}.s{{display:inline}}"), "<p class='h s'>"));
    }

    #[test]
    fn an_elements_own_style_goes_before_rules_that_are_not_important() {
        assert!(!is_hidden(".a{display:none}", "<p class=a style='display:block'>"));
        assert!(is_hidden(".a{display:none!important}", "<p class=a style='display:block'>"));
        assert!(is_hidden(".a{display:block}", "<p class=a style='Display : None'>"));
    }
}
