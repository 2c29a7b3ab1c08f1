//! The ways in which a style hides an element's words from the eye, and what shows them again.

use super::css::declarations;

/// A way to hide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// `display: none`
    Display,
    /// `visibility: hidden`; what is inside may be shown again.
    Visibility,
    /// Placed far off the screen, or clipped as text for screen readers is.
    OffScreen,
    /// Moved off the screen by a margin.
    Margin,
    /// `clip-path` that leaves nothing, or content that is not drawn.
    Clip,
    /// Moved off the screen or made to nothing by `transform`.
    Transform,
    /// `opacity: 0`
    Opacity,
    /// `font-size: 0`; what is inside may have a size again.
    Size,
    /// `color: transparent`; what is inside may have a colour again.
    Color,
    /// `text-indent: -9999px`
    Indent,
    /// Struck out: what a page takes back.
    Struck,
    /// No height or width, and what flows over is not shown.
    Flat,
    /// Made unreadable by `filter: blur()`.
    Blur,
    /// Not hidden, but in motion: it is styled so that it can appear.
    Moves,
    /// Not hidden, but set above the line, as a power is.
    Raised,
    /// Not hidden, but set below the line.
    Lowered,
    /// Not hidden, but set from the last to the first.
    Reversed,
}

/// How many ways there are.
pub(super) const WAYS: usize = Way::Reversed as usize + 1;

/// What a style says of one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Effect {
    pub way: Way,
    pub hides: bool,
    pub is_important: bool,
}

/// What declarations say of the ways to hide.
pub(super) fn effects(body: &str) -> Vec<Effect> {
    if body.contains('{') {
        return Vec::new();
    }
    let declared = Declared::of(body);
    // Whatever another rule says of their colour, letters that a picture behind them fills are seen.
    let filled = Effect { way: Way::Color, hides: false, is_important: true };
    let filled = declared.is_filled().then_some(filled);
    // What sets all properties back shows what is hidden, and stills nothing for sure.
    let back = declared.last("all").map(|value| value.ends_with(IMPORTANT));
    let said = declared.ways().into_iter().filter_map(|(way, properties, hides)| {
        let own = hides.map(|hides| Effect { way, hides, is_important: declared.is_important(properties) });
        own.or_else(|| Some(Effect { way, hides: false, is_important: back? }).filter(|_| way != Way::Moves))
    });
    filled.into_iter().chain(said).collect()
}

/// The declarations of one body, without white space.
struct Declared(Vec<(String, String)>);

/// How a value ends that goes before others.
const IMPORTANT: &str = "!important";

/// The properties that strike text through.
const DECORATIONS: [&str; 2] = ["text-decoration", "text-decoration-line"];

impl Declared {
    fn of(body: &str) -> Self {
        let mut own: Vec<(String, String)> =
            declarations(body).into_iter().map(|(name, value)| (name, squeezed(value))).collect();
        // What is said before `all` it takes back.
        if let Some(back) = own.iter().rposition(|(name, _)| name == "all") {
            let mut at = 0..;
            own.retain(|(_, value)| at.next() >= Some(back) || value.ends_with(IMPORTANT));
        }
        Self(own)
    }

    /// Whether it hides in each way, where it says anything of that, with the properties that can say so as important.
    fn ways(&self) -> [(Way, &'static [&'static str], Option<bool>); WAYS] {
        let filter = self.last("filter").or_else(|| self.last("-webkit-filter"));
        let align = self.last("vertical-align");
        [
            (Way::Display, &["display"], self.last("display").map(|value| is_exactly(value, "none"))),
            (Way::Visibility, &["visibility"], self.visibility()),
            // Said as important, it would also beat a rule that places the element on the screen again.
            (Way::OffScreen, &[], self.off_screen()),
            (Way::Margin, &[], self.margin()),
            (Way::Clip, &["clip-path"], self.clip()),
            (Way::Transform, &["transform"], self.last("transform").map(is_moved_away)),
            (Way::Opacity, &["opacity"], self.last("opacity").map(is_faint)),
            (Way::Size, &["font-size", "font"], self.size()),
            (Way::Color, &["color"], self.color()),
            (Way::Indent, &["text-indent"], self.indent()),
            (Way::Struck, &DECORATIONS, self.struck()),
            (Way::Flat, &[], self.flat()),
            (Way::Blur, &["filter"], filter.map(is_unreadable)),
            (
                Way::Raised,
                &[],
                align.map(|value| value.starts_with("super") || value.starts_with("text-top")),
            ),
            (
                Way::Lowered,
                &[],
                align.map(|value| value.starts_with("sub") || value.starts_with("text-bottom")),
            ),
            (Way::Reversed, &[], self.reversed()),
            (Way::Moves, &[], self.moves()),
        ]
    }

    fn is_important(&self, properties: &[&str]) -> bool {
        properties.iter().filter_map(|name| self.last(name)).any(|value| value.ends_with(IMPORTANT))
    }

    /// The value that counts of those of a name: the last, of those that are important if any is.
    fn last(&self, name: &str) -> Option<&str> {
        let mut own = self.0.iter().rev().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        own.clone().find(|value| value.ends_with(IMPORTANT)).or_else(|| own.next())
    }

    fn is(&self, name: &str, start: &str) -> bool {
        self.last(name).is_some_and(|value| value.starts_with(start))
    }

    fn any(&self, names: &[&str]) -> Option<()> {
        names.iter().any(|name| self.last(name).is_some()).then_some(())
    }

    fn is_far(&self, name: &str) -> bool {
        self.last(name).is_some_and(is_far_off)
    }

    fn visibility(&self) -> Option<bool> {
        let value = self.last("visibility").filter(|value| !is_inherited(value))?;
        Some(is_exactly(value, "hidden") || is_exactly(value, "collapse"))
    }

    fn margin(&self) -> Option<bool> {
        let is_far = || self.is_far("margin-left") || self.is_far("margin-top");
        self.any(&["margin-left", "margin-top"]).map(|()| is_far())
    }

    fn clip(&self) -> Option<bool> {
        let is_not_drawn = self.is("content-visibility", "hidden").then_some(true);
        is_not_drawn.or_else(|| self.last("clip-path").map(is_clipped_away))
    }

    fn indent(&self) -> Option<bool> {
        let value = self.last("text-indent")?;
        Some(is_far_off(value) || value.starts_with("100%") && self.is("white-space", "nowrap"))
    }

    fn struck(&self) -> Option<bool> {
        let value = DECORATIONS.iter().filter_map(|name| self.last(name)).next_back();
        value.map(|value| value.contains("line-through"))
    }

    fn reversed(&self) -> Option<bool> {
        let value = self.last("flex-direction").or_else(|| self.last("flex-flow"))?;
        Some(value.contains("-reverse") && !value.contains("wrap-reverse"))
    }

    /// Whether it is shown some time: what moves may come into sight.
    fn moves(&self) -> Option<bool> {
        const PROPERTIES: [&str; 5] =
            ["animation", "animation-name", "transition", "transition-property", "will-change"];
        let is_moved = |name: &str| {
            self.last(name).is_some_and(|value| !value.starts_with("none") && !value.starts_with("auto"))
        };
        let is_any = PROPERTIES.iter().any(|name| is_moved(name) || is_moved(&format!("-webkit-{name}")));
        is_any.then_some(false)
    }

    fn off_screen(&self) -> Option<bool> {
        let is_taken_out = ["absolute", "fixed"].iter().any(|one| self.is("position", one));
        let is_clipped = self.last("clip").is_some_and(is_clipped) || self.is("clip-path", "inset(50%");
        let is_far = ["left", "top", "right"].iter().any(|side| self.is_far(side));
        let is_hidden = is_taken_out && (is_clipped || is_far) || self.is("position", "relative") && is_far;
        if is_hidden { Some(true) } else { self.any(&["position", "clip"]).map(|()| false) }
    }

    /// Whether letters have no size. What is relative to nothing is nothing, so it says nothing.
    fn size(&self) -> Option<bool> {
        if let Some(font) = self.last("font").filter(|font| !is_inherited(font)) {
            return Some(font.starts_with("0/") || font.starts_with("0px") || font.starts_with("0a"));
        }
        let value = self.last("font-size").filter(|value| !is_inherited(value))?;
        let Some(number) = number(value) else {
            return (!value.starts_with("larger") && !value.starts_with("smaller")).then_some(false);
        };
        let unit = value.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '+' | '-'));
        let is_relative = unit.starts_with("em") || unit.starts_with('%');
        // A letter of one dot is not read either.
        let is_nothing = number <= 0.0 || number <= 1.0 && (unit.starts_with("px") || unit.starts_with("pt"));
        if is_nothing { Some(true) } else { (!is_relative).then_some(false) }
    }

    fn is_filled(&self) -> bool {
        ["background-clip", "-webkit-background-clip"].iter().any(|name| self.is(name, "text"))
    }

    /// Whether letters have no colour.
    fn color(&self) -> Option<bool> {
        let own = self.last("-webkit-text-fill-color").or_else(|| self.last("color"));
        let own = own.filter(|value| !is_inherited(value) && !value.starts_with("currentcolor"))?;
        (!self.is_filled()).then(|| is_transparent(own))
    }

    /// Whether there is no room for words. Boxes that keep a picture's shape have none but their padding.
    fn flat(&self) -> Option<bool> {
        let sizes = ["height", "max-height", "width", "max-width"];
        let is_nothing = |name: &&str| self.last(name).is_some_and(|value| number(value) == Some(0.0));
        let is_cut = ["overflow", "overflow-y", "overflow-x"]
            .iter()
            .any(|name| self.is(name, "hidden") || self.is(name, "clip"));
        let is_padded =
            self.any(&["padding", "padding-top", "padding-bottom"]).is_some() && !self.is("padding", "0");
        if is_cut && !is_padded && sizes.iter().any(is_nothing) {
            return Some(true);
        }
        self.any(&["height", "max-height", "width", "max-width", "overflow", "padding-bottom", "padding-top"])
            .map(|()| false)
    }
}

/// Whether a value is this and nothing else; browsers pass over what is not in order.
fn is_exactly(value: &str, wanted: &str) -> bool {
    value.strip_suffix(IMPORTANT).unwrap_or(value) == wanted
}

fn is_inherited(value: &str) -> bool {
    ["inherit", "unset", "revert"].iter().any(|one| value.starts_with(one))
}

/// A value without white space, in small letters.
pub(super) fn squeezed(style: &str) -> String {
    style.chars().filter(|c| !c.is_ascii_whitespace()).map(|c| c.to_ascii_lowercase()).collect()
}

/// The number with which a value begins.
fn number(value: &str) -> Option<f64> {
    let end =
        value.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '+' | '-')).unwrap_or(value.len());
    value[..end].parse().ok()
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

/// Whether a shape leaves nothing: `inset(100%)`, `circle(0)`.
fn is_clipped_away(value: &str) -> bool {
    ["inset(50%)", "inset(100%)", "circle(0)", "circle(0px)", "circle(0%)"]
        .iter()
        .any(|one| value.starts_with(one))
}

/// Whether a filter leaves letters that nobody reads: `blur(4px)`, `opacity(0)`.
fn is_unreadable(value: &str) -> bool {
    let inside = |name: &str| value.split_once(name).map(|(_, rest)| rest);
    let is_blurred = inside("blur(").is_some_and(|rest| {
        let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '+'));
        let least = if unit.starts_with("em") || unit.starts_with("rem") { 0.125 } else { 2.0 };
        number(rest).is_some_and(|radius| radius >= least)
    });
    is_blurred || inside("opacity(").is_some_and(is_faint)
}

fn is_faint(value: &str) -> bool {
    number(value).is_some_and(|share| share < 0.05)
}

fn is_moved_away(value: &str) -> bool {
    let inside = |name: &str| value.strip_prefix(name);
    let is_far = ["translate(", "translatex(", "translatey(", "translate3d("]
        .iter()
        .any(|name| inside(name).is_some_and(is_far_off));
    is_far || inside("scale(").is_some_and(|rest| number(rest) == Some(0.0))
}

/// Whether a colour is none: `transparent`, `rgba(0,0,0,0)`, `#0000`.
fn is_transparent(value: &str) -> bool {
    let value = value.trim_end_matches("!important");
    if value == "transparent" {
        return true;
    }
    if let Some(digits) = value.strip_prefix('#') {
        return digits.len() == 4 && digits.ends_with('0') || digits.len() == 8 && digits.ends_with("00");
    }
    let inside = value.split_once('(').filter(|(name, _)| matches!(*name, "rgb" | "rgba" | "hsl" | "hsla"));
    let alpha = inside.and_then(|(_, rest)| {
        let rest = rest.trim_end_matches(')');
        rest.split_once('/').map(|(_, alpha)| alpha).or_else(|| rest.split(',').nth(3))
    });
    alpha.is_some_and(is_faint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hiding(body: &str) -> Vec<Way> {
        effects(body).into_iter().filter(|effect| effect.hides).map(|effect| effect.way).collect()
    }

    #[test]
    fn each_way_to_hide_is_known() {
        let cases: &[(&str, &[Way])] = &[
            ("display: NONE !important", &[Way::Display]),
            ("visibility:collapse", &[Way::Visibility]),
            ("position:relative; left:-9999px", &[Way::OffScreen]),
            ("margin-left: -9999px", &[Way::Margin]),
            ("clip-path: inset(100%)", &[Way::Clip]),
            ("content-visibility:hidden", &[Way::Clip]),
            ("transform: scale(0)", &[Way::Transform]),
            ("opacity: 0.0", &[Way::Opacity]),
            ("font-size:0", &[Way::Size]),
            ("font: 0/0 a", &[Way::Size]),
            ("font-size: 1px", &[Way::Size]),
            ("color: rgba(0, 0, 0, 0)", &[Way::Color]),
            ("color: rgb(0 0 0 / 0%)", &[Way::Color]),
            ("color:#fff0", &[Way::Color]),
            ("text-indent: -9999px", &[Way::Indent]),
            ("height:0; overflow:hidden", &[Way::Flat]),
            ("filter: blur(6px)", &[Way::Blur]),
            ("-webkit-filter: grayscale(1) blur(.3em)", &[Way::Blur]),
            ("text-decoration: Line-Through red", &[Way::Struck]),
            ("text-decoration-line: underline line-through", &[Way::Struck]),
            ("display:none!important; display:inline", &[Way::Display]),
            ("all:unset; display:none", &[Way::Display]),
        ];
        for (body, wanted) in cases {
            assert_eq!(hiding(body), *wanted, "{body}");
        }
    }

    #[test]
    fn what_only_looks_like_hiding_is_none() {
        for body in [
            "color:transparent; -webkit-background-clip:text; background-image:linear-gradient(red,blue)",
            "height:0; padding-bottom:56%; overflow:hidden",
            "height:0",
            "opacity:.5",
            "font-size:1rem",
            "font-size:0.9em",
            "font: 16px/1.5 Arial",
            "color:#ff0000",
            "color:#fff",
            "color:rgba(0,0,0,.8)",
            "text-indent:-1em",
            "text-decoration:underline",
            "margin-left:-20px",
            "transform:translateX(-50%)",
            "clip-path:none",
            "content:'display:none;opacity:0'",
            "max-height:0",
            "filter:blur(0)",
            "filter:blur(.5px) brightness(90%)",
            "filter:none",
            "display:inline!important; display:none",
            "display:inline; display:none none",
            "display:none; opacity:0; all:revert",
        ] {
            assert_eq!(hiding(body), [], "{body}");
        }
    }

    #[test]
    fn sizes_that_are_relative_say_nothing_and_motion_is_seen() {
        let of =
            |body: &str, way: Way| effects(body).into_iter().find(|one| one.way == way).map(|one| one.hides);
        assert_eq!(of("font-size:2em", Way::Size), None);
        assert_eq!(of("font-size:16px", Way::Size), Some(false));
        assert_eq!(of("opacity:0;transition:opacity 1s", Way::Moves), Some(false));
        assert_eq!(of("transition:none", Way::Moves), None);
    }
}
