//! Whether words can be told from what lies behind them, by the colours that a page gives both. Where a style sheet that
//! is not in the page may say otherwise, or a picture may lie between, it is in doubt, and told.

use super::dom::{Dom, Id, ROOT};
use super::paint::{Colour, WHITE, of_attribute};
use super::style::{Decided, Styles};

/// The colour that words have where a page says nothing.
const BLACK: Colour = Colour::Rgb([0; 3]);

/// What is known of the contrast of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    Enough,
    /// They have the colour of what lies behind them.
    None,
    /// They may.
    Doubtful,
}

/// A colour, and where the page says it.
#[derive(Clone, Copy, Debug)]
struct Said {
    colour: Colour,
    /// The element; the page itself where none says it.
    at: Id,
    /// Whether that element's own `style` says it.
    is_inline: bool,
}

/// The colours of the words in an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Contrast {
    words: Said,
    ground: Said,
}

impl Default for Contrast {
    fn default() -> Self {
        let unknown = Said { colour: Colour::Unknown, at: ROOT, is_inline: false };
        Self { words: unknown, ground: unknown }
    }
}

impl Contrast {
    /// Black on white, where nothing outside of a page can say otherwise.
    pub(super) fn of_page(styles: &Styles) -> Self {
        let mut own = Self::default();
        if !styles.has_others {
            (own.words.colour, own.ground.colour) = (BLACK, WHITE);
        }
        own
    }

    /// Takes in what an element and its styles say.
    pub(super) fn look(&mut self, dom: &Dom, node: Id, decided: &Decided, is_link: bool) {
        let said = |(colour, is_inline)| Said { colour, at: node, is_inline };
        let attribute = |name: &str| dom.attribute(node, name).map(|value| (of_attribute(value), false));
        let name = dom.name(node);
        let words = decided.colours.words().or_else(|| match name {
            "font" => attribute("color"),
            "body" => attribute("text"),
            _ => None,
        });
        // A link and what is marked have colours of their own; so have the elements of forms.
        let has_own = is_link || matches!(name, "mark" | "button" | "input" | "option" | "legend");
        if let Some(words) = words.or(has_own.then_some((Colour::Unknown, false))) {
            self.words = said(words);
        }
        let ground = decided.colours.ground().or_else(|| attribute("bgcolor"));
        let ground = ground.or_else(|| dom.attribute(node, "background").map(|_| (Colour::Unknown, false)));
        let has_own = matches!(name, "mark" | "button" | "input" | "option");
        let ground = ground.or(has_own.then_some((Colour::Unknown, false)));
        match ground {
            None | Some((Colour::Clear, _)) => {}
            Some((Colour::OfWords, is_inline)) => self.ground = said((self.words.colour, is_inline)),
            Some(ground) => self.ground = said(ground),
        }
    }

    /// Whether a text with these colours can be read.
    pub(super) fn told(&self, dom: &Dom, text: Id, styles: &Styles) -> Told {
        let (words, ground) = (self.words, self.ground);
        if dom.text(text).is_none_or(|text| text.trim().is_empty()) {
            return Told::Enough;
        }
        // White on what a page never says of itself may be white on white.
        if ground.colour == Colour::Unknown && ground.at == ROOT {
            let is_white = words.is_inline && words.colour.is_like(WHITE);
            return if is_white { Told::Doubtful } else { Told::Enough };
        }
        if !words.colour.is_like(ground.colour) {
            return Told::Enough;
        }
        let is_at_once = words.at == ground.at;
        let is_sure = !styles.has_others || words.is_inline && ground.is_inline;
        if is_at_once || is_sure && !has_picture(dom, text, ground.at) { Told::None } else { Told::Doubtful }
    }
}

/// Whether a picture is so near to a text that it may lie behind it, before what has the colour.
fn has_picture(dom: &Dom, text: Id, ground: Id) -> bool {
    const NEAR: usize = 3;
    const LOOKED_AT: usize = 200;
    let is_picture =
        |node: Id| matches!(dom.name(node), "img" | "picture" | "video" | "canvas" | "svg" | "object");
    let mut around =
        dom.outward(text).skip(1).take(NEAR).take_while(|&up| up != ground && dom.name(up) != "body");
    around.any(|up| dom.below(up).take(LOOKED_AT).any(is_picture))
}
