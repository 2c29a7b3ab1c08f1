//! Which of a page's words a reader does not see, worked out once for the page.
//!
//! Some ways to hide are certain: what is not displayed, or set off the screen for screen readers. Others are taken by
//! scripts too, for what appears while one reads: words without opacity, size, colour or room. Those hide only where
//! nothing shows that they may appear (an animation, a class that shows them, what a script is told), and only where
//! all that they hide is a small part of the page; else the words are kept. Either is told.

use super::contrast::{Contrast, Told};
use super::css::classes;
use super::dom::{Dom, Id, ROOT};
use super::measure::Measures;
use super::style::{Decided, Styles};
use super::ways::Way;
use crate::quoting::{counted, listed, shortened};
use crate::text::{nonspace_count, single_spaced};
use std::collections::BTreeSet;

/// Ways that hide an element with all in it, whatever that is styled.
const CERTAIN: &[Way] = &[Way::Display, Way::OffScreen, Way::Margin, Way::Clip, Way::Struck];
/// Ways that hide an element with all in it until it may appear.
const FOR_NOW: &[Way] = &[Way::Opacity, Way::Transform, Way::Flat, Way::Blur];

/// Those by which a page shows words in one window and not in another.
const BY_SCREEN: &[Way] = &[Way::Display, Way::Visibility];

/// More than this part of a page's text, one in so many characters, is what a script must show.
const SMALL_PART: usize = 5;
/// So many characters of what is told are shown.
const SHOWN: usize = 60;

/// Names by which pages hide text from the eye that is meant for screen readers.
const UNSEEN: &[&str] =
    &["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader"];

/// Parts of names and attributes by which scripts know what they shall let appear.
const APPEARING: &[&str] = &[
    "anim", "aos", "appear", "fade", "framer", "gsap", "lazy", "motion", "parallax", "reveal", "scroll",
    "slide", "wow",
];

/// Elements that set words apart within a line.
const IN_LINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "em", "font", "i", "ins", "mark", "q", "small", "span", "strong",
    "sub", "sup", "time", "u",
];

/// Elements whose text a page strikes out: it takes it back.
const STRUCK: &[&str] = &["del", "s", "strike"];

/// Elements whose text is never shown, or not as text.
const NEVER_SHOWN: &[&str] = &[
    "script",
    "style",
    "noscript",
    "head",
    "title",
    "meta",
    "link",
    "svg",
    "canvas",
    "iframe",
    "object",
    "embed",
    "video",
    "audio",
    "map",
    "datalist",
    "dialog",
    "textarea",
    "select",
    "rt",
    "rp",
    "annotation",
    "annotation-xml",
    "progress",
    "meter",
    "frameset",
    "noframes",
];

/// How the words of a node are hidden.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a way of its own, and any may go with any")]
struct State {
    /// For certain.
    is_hidden: bool,
    /// For certain too, by a line through them.
    is_struck: bool,
    /// By what may show it again, with all in it.
    is_faint: bool,
    /// By `visibility`, which what is inside may have otherwise.
    is_invisible: bool,
    /// By a size of nothing, likewise.
    has_no_size: bool,
    /// By a colour that is none, likewise.
    has_no_color: bool,
    /// What colours they have.
    contrast: Contrast,
}

impl State {
    fn is_unsure(self) -> bool {
        self.is_faint || self.has_no_size || self.has_no_color
    }
}

/// The texts of a page that are not seen as others are.
#[derive(Default)]
struct Texts {
    /// Those that are hidden by what may show them.
    unsure: Vec<Id>,
    /// Those that may appear.
    kept: Vec<Id>,
    struck: Vec<Id>,
    pale: Vec<Id>,
}

impl Texts {
    /// Files a text by how it is seen, and settles that in its state.
    fn add(&mut self, node: Id, told: Told, state: &mut State, is_appearing: bool) {
        self.struck.extend(state.is_struck.then_some(node));
        state.is_hidden |= state.is_invisible;
        match told {
            Told::Enough => {}
            Told::None => state.has_no_color = true,
            Told::Doubtful => self.pale.extend((!state.is_hidden && !state.is_unsure()).then_some(node)),
        }
        match (state.is_hidden, state.is_unsure()) {
            (false, true) => self.unsure.push(node),
            (false, false) if is_appearing => self.kept.push(node),
            _ => {}
        }
    }
}

/// What of a page is not seen.
#[derive(Debug)]
pub(super) struct Sight {
    unseen: Vec<bool>,
    /// The texts that are not seen by what may have been meant otherwise.
    left_out: Vec<Id>,
    /// Those that are kept, for they may appear.
    kept: Vec<Id>,
    /// Those that are struck out.
    struck: Vec<Id>,
    /// Those that are kept, and may have the colour of what lies behind them.
    pale: Vec<Id>,
    /// Elements amid a line that are left out by a rule, and that style sheets which are not in the page may show.
    doubted: Vec<Id>,
}

impl Sight {
    /// Looks at a page.
    pub(super) fn of(dom: &Dom, styles: &Styles, measures: &Measures) -> Self {
        let first = State { contrast: Contrast::of_page(styles), ..State::default() };
        let mut states = vec![first; dom.len()];
        let mut texts = Texts::default();
        let mut appearing = vec![false; dom.len()];
        let mut doubted = Vec::new();
        for node in dom.below(ROOT) {
            let parent = dom.parent(node).unwrap_or(ROOT);
            let mut state = states[parent];
            appearing[node] = appearing[parent];
            if dom.text(node).is_some() {
                let told = state.contrast.told(dom, node, styles);
                texts.add(node, told, &mut state, appearing[node]);
            } else if !state.is_hidden && !dom.name(node).is_empty() {
                let decided = styles.decided(dom, node);
                appearing[node] |= look(dom, node, measures, &decided, &mut state);
                let is_doubted = || styles.has_others && decided.is_hidden_by_rule(BY_SCREEN);
                if (state.is_hidden || state.is_invisible) && is_doubted() && is_amid_line(dom, node) {
                    doubted.push(node);
                }
            }
            states[node] = state;
        }
        let Texts { unsure, mut kept, struck, pale } = texts;
        let count: usize = unsure.iter().filter_map(|&node| dom.text(node)).map(nonspace_count).sum();
        let is_small = count * SMALL_PART <= measures.at(ROOT).text as usize;
        let is_unseen = |(node, state): (Id, State)| {
            state.is_hidden || is_small && (state.is_faint || dom.text(node).is_some() && state.is_unsure())
        };
        let unseen = states.into_iter().enumerate().map(is_unseen).collect();
        if is_small {
            return Self { unseen, left_out: unsure, kept, struck, pale, doubted };
        }
        kept.extend(unsure);
        kept.sort_unstable();
        Self { unseen, left_out: Vec::new(), kept, struck, pale, doubted }
    }

    /// Whether a reader does not see a text, or an element with all in it.
    pub(super) fn is_unseen(&self, node: Id) -> bool {
        self.unseen[node]
    }

    /// What a person should know of it, where it is near the text that is taken.
    pub(super) fn notes(&self, dom: &Dom, is_near: impl Fn(Id) -> bool) -> Vec<String> {
        let told = |nodes: &[Id]| {
            let texts: Vec<&str> =
                nodes.iter().filter(|&&node| is_near(node)).filter_map(|&node| dom.text(node)).collect();
            let count: usize = texts.iter().map(|text| nonspace_count(text)).sum();
            let first = texts.iter().find(|text| nonspace_count(text) > 0)?;
            let first = shortened(&single_spaced(first), SHOWN);
            Some((counted(count, "character"), first))
        };
        let left_out = told(&self.left_out).map(|(count, first)| format!("The page’s style makes {count} invisible, which were left out, from “{first}” on: look at the page in a browser."));
        let kept = told(&self.kept).map(|(count, first)| format!("The page’s style hides {count} until a script shows them, which were kept, from “{first}” on: see that a browser shows them."));
        let struck = told(&self.struck).map(|(count, first)| {
            format!(
                "The page strikes out {count}, which were left out, from “{first}” on: it takes them back."
            )
        });
        let pale = told(&self.pale).map(|(count, first)| format!("The page may set {count} in the colour of what lies behind them, which were kept, from “{first}” on: see that a browser shows them."));
        let doubted = self.doubted(dom, is_near).map(|words| format!("The page’s style hides words in the middle of a line, which were left out, but has further style sheets that are not in the page and may show them: {words}. See whether a browser shows them."));
        left_out.into_iter().chain(kept).chain(struck).chain(pale).chain(doubted).collect()
    }

    /// The words amid lines that are left out and may be shown, those near the text, as a list.
    fn doubted(&self, dom: &Dom, is_near: impl Fn(Id) -> bool) -> Option<String> {
        let near = self.doubted.iter().filter(|&&node| is_near(node));
        let words = near.map(|&node| single_spaced(&dom.text_below(node)));
        let words: BTreeSet<String> = words.filter(|words| words.contains(char::is_alphanumeric)).collect();
        (!words.is_empty()).then(|| listed(&words))
    }
}

/// Takes into a state what an element is and how it is styled; returns whether it is styled so that it may appear.
fn look(dom: &Dom, node: Id, measures: &Measures, decided: &Decided, state: &mut State) -> bool {
    let is_kept = holds_page(dom, node, measures);
    let is_certain = decided.hides(CERTAIN) && !is_kept;
    state.is_struck |= STRUCK.contains(&dom.name(node)) || decided.hides(&[Way::Struck]) && !is_kept;
    if is_never_shown(dom, node) || is_certain || state.is_struck {
        state.is_hidden = true;
        return false;
    }
    match decided.of(Way::Visibility) {
        Some(hides) => state.is_invisible = hides && !is_kept,
        None => state.is_invisible &= !is_kept,
    }
    if let Some(hides) = decided.of(Way::Size) {
        state.has_no_size = hides;
    }
    // A link has a colour of its own.
    let is_link = dom.name(node) == "a" && dom.attribute(node, "href").is_some();
    match decided.of(Way::Color) {
        Some(hides) => state.has_no_color = hides,
        None => state.has_no_color &= !is_link,
    }
    state.contrast.look(dom, node, decided, is_link);
    let is_faint = decided.hides(FOR_NOW);
    let may_appear = is_faint && (decided.of(Way::Moves).is_some() || is_of_scripts(dom, node));
    state.is_faint |= is_faint && !may_appear || decided.hides(&[Way::Indent]);
    may_appear
}

/// Whether an element stands in a line with other words straight beside it.
fn is_amid_line(dom: &Dom, node: Id) -> bool {
    let is_words = |beside: Id| match dom.text(beside) {
        Some(text) => !text.trim().is_empty(),
        None => IN_LINE.contains(&dom.name(beside)),
    };
    let is_blank = |beside: Id| dom.text(beside).is_some_and(|text| text.trim().is_empty());
    let beside = |next: &dyn Fn(Id) -> Option<Id>| {
        let first = next(node)?;
        if is_blank(first) { next(first) } else { Some(first) }
    };
    let sides = [beside(&|node| dom.before(node)), beside(&|node| dom.next_sibling(node))];
    IN_LINE.contains(&dom.name(node)) && sides.into_iter().flatten().any(is_words)
}

fn is_never_shown(dom: &Dom, node: Id) -> bool {
    let name = dom.name(node);
    // The shadow of an element is shown in its place.
    NEVER_SHOWN.contains(&name)
        || name == "template" && dom.attribute(node, "shadowrootmode").is_none()
        || dom.attribute(node, "hidden").is_some()
        || classes(dom, node).any(|class| UNSEEN.contains(&class))
}

/// Whether an element holds so much that a script must show what a style hides.
fn holds_page(dom: &Dom, node: Id, measures: &Measures) -> bool {
    let (holds, page) = (measures.at(node), measures.at(ROOT));
    matches!(dom.name(node), "html" | "body" | "main") || holds.titles > 0 || holds.text * 2 > page.text
}

/// Whether a script is told that it shall let an element appear.
fn is_of_scripts(dom: &Dom, node: Id) -> bool {
    let tells = |word: &str| {
        let word = word.to_ascii_lowercase();
        APPEARING.iter().any(|one| word.contains(one))
    };
    classes(dom, node).any(tells) || dom.attribute_names(node).any(|name| name.starts_with("data-") && tells(name))
        // What moves into its place is set so by a script.
        || dom.attribute(node, "style").is_some_and(|style| style.contains("translate") || style.contains("will-change"))
}
