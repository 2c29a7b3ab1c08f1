//! The colours of words and of what lies behind them, as far as a page says them for certain.

use super::css::declarations;
use super::ways::squeezed;

/// A colour that a style says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colour {
    /// Red, green, blue.
    Rgb([u8; 3]),
    /// None: what lies behind is seen.
    Clear,
    /// That of the words.
    OfWords,
    /// A picture, or what is not understood here.
    Unknown,
}

impl Colour {
    /// Whether words in this colour on the other cannot be told from it.
    pub(super) fn is_like(self, other: Self) -> bool {
        const NEAR: u8 = 8;
        match (self, other) {
            (Self::Rgb(one), Self::Rgb(other)) => {
                one.iter().zip(other).all(|(one, other)| one.abs_diff(other) <= NEAR)
            }
            (_, Self::OfWords) => true,
            _ => false,
        }
    }
}

/// White, which a page is where it says nothing else.
pub(super) const WHITE: Colour = Colour::Rgb([255; 3]);

/// What declarations say of colours, each with whether it is important.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Paint {
    /// Of the words.
    pub words: Option<(Colour, bool)>,
    /// Of what lies behind them.
    pub ground: Option<(Colour, bool)>,
}

impl Paint {
    pub(super) fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// The same where it only may apply.
    pub(super) fn unknown(self) -> Self {
        let unknown =
            |one: Option<(Colour, bool)>| one.map(|(_, is_important)| (Colour::Unknown, is_important));
        Self { words: unknown(self.words), ground: unknown(self.ground) }
    }
}

/// What declarations say of colours.
pub(super) fn paint(body: &str) -> Paint {
    const NAMES: [&str; 6] =
        ["color", "background", "background-color", "background-image", "position", "text-shadow"];
    if !NAMES.iter().any(|name| body.contains(name)) && !body.contains("text-fill-color") {
        return Paint::default();
    }
    let mut paint = Paint::default();
    let mut has_fill = false;
    for (name, value) in declarations(body) {
        let value = value.to_ascii_lowercase();
        let plain = value.trim_end_matches("!important").trim_end();
        let is_important = plain.len() < value.len();
        let mut ground = |colour: Colour| paint.ground = Some((colour, is_important));
        match name.as_str() {
            "-webkit-text-fill-color" => {
                has_fill = true;
                paint.words = Some((colour(plain), is_important));
            }
            "color" if !has_fill && !is_inherited(plain) && plain != "currentcolor" => {
                paint.words = Some((colour(plain), is_important));
            }
            "background-color" if !is_inherited(plain) => ground(colour(plain)),
            "background" => ground(of_background(plain)),
            "background-image" | "background-clip" | "-webkit-background-clip" if plain != "none" => {
                ground(Colour::Unknown);
            }
            // What is placed anew lies on something else, and a shadow is seen around the letters.
            "position" if matches!(plain, "absolute" | "fixed" | "sticky") => ground(Colour::Unknown),
            "text-shadow" if plain != "none" => ground(Colour::Unknown),
            _ => {}
        }
    }
    paint
}

/// What the attributes of old pages say: `bgcolor`, `<font color>`.
pub(super) fn of_attribute(value: &str) -> Colour {
    let value = value.trim().to_ascii_lowercase();
    match colour(&value) {
        Colour::Unknown if value.len() == 6 => colour(&format!("#{value}")),
        known => known,
    }
}

fn is_inherited(value: &str) -> bool {
    matches!(value, "inherit" | "unset" | "revert" | "revert-layer")
}

fn of_background(value: &str) -> Colour {
    if matches!(value, "none" | "initial" | "transparent" | "0 0" | "0") {
        return Colour::Clear;
    }
    if value.contains("url(") || value.contains("gradient") {
        return Colour::Unknown;
    }
    if value.contains('(') {
        return colour(value);
    }
    value.split_ascii_whitespace().map(colour).find(|one| *one != Colour::Unknown).unwrap_or(Colour::Unknown)
}

/// The colour that a value names, where it is one of those that pages write most.
fn colour(value: &str) -> Colour {
    let value = squeezed(value);
    if let Some(digits) = value.strip_prefix('#') {
        return of_digits(digits);
    }
    if let Some(inside) = ["rgb(", "rgba("].iter().find_map(|name| value.strip_prefix(name)) {
        return of_numbers(inside.trim_end_matches(')'));
    }
    let named = match value.as_str() {
        "white" => 0x00FF_FFFF,
        "snow" => 0x00FF_FAFA,
        "ivory" => 0x00FF_FFF0,
        "whitesmoke" => 0x00F5_F5F5,
        "ghostwhite" => 0x00F8_F8FF,
        "black" => 0,
        "silver" => 0x00C0_C0C0,
        "gray" | "grey" => 0x0080_8080,
        "lightgray" | "lightgrey" => 0x00D3_D3D3,
        "red" => 0x00FF_0000,
        "yellow" => 0x00FF_FF00,
        "green" => 0x0000_8000,
        "lime" => 0x0000_FF00,
        "blue" => 0x0000_00FF,
        "navy" => 0x0000_0080,
        "transparent" => return Colour::Clear,
        "currentcolor" => return Colour::OfWords,
        _ => return Colour::Unknown,
    };
    let [_, red, green, blue] = u32::to_be_bytes(named);
    Colour::Rgb([red, green, blue])
}

fn of_digits(digits: &str) -> Colour {
    let values: Option<Vec<u8>> = digits.chars().map(|c| c.to_digit(16).map(|value| value as u8)).collect();
    let Some(mut values) = values else { return Colour::Unknown };
    if values.len() < 5 {
        // A figure of the short form stands for two.
        values = values.into_iter().flat_map(|value| [value, value]).collect();
    }
    let bytes: Vec<u8> = values.chunks_exact(2).map(|pair| pair[0] * 16 + pair[1]).collect();
    match (bytes[..].split_at_checked(3), values.len()) {
        (Some((&[red, green, blue], [] | [255])), 6 | 8) => Colour::Rgb([red, green, blue]),
        (Some((_, [0])), 8) => Colour::Clear,
        _ => Colour::Unknown,
    }
}

/// The numbers of `rgb(255, 255, 255)`; with spaces alone between them they are not understood.
fn of_numbers(inside: &str) -> Colour {
    let parts: Vec<Option<f64>> = inside.split(',').map(|part| part.parse().ok()).collect();
    match parts[..] {
        [Some(_), Some(_), Some(_), Some(0.0)] => Colour::Clear,
        [Some(r), Some(g), Some(b)] | [Some(r), Some(g), Some(b), Some(1.0)] => {
            #[expect(clippy::cast_sign_loss, reason = "it is clamped")]
            let byte = |value: f64| value.clamp(0.0, 255.0) as u8;
            Colour::Rgb([byte(r), byte(g), byte(b)])
        }
        _ => Colour::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_pages_write_them() {
        let words = |body: &str| paint(body).words.map(|(colour, _)| colour);
        let ground = |body: &str| paint(body).ground.map(|(colour, _)| colour);
        for white in [
            "white",
            "#FFF",
            "#ffffff",
            "#ffff",
            "rgb(255, 255, 255)",
            "rgba(255,255,255,1)",
            "White !important",
        ] {
            assert_eq!(words(&format!("color: {white}")), Some(WHITE), "{white}");
            assert_eq!(ground(&format!("background: {white}")), Some(WHITE), "{white}");
        }
        assert_eq!(ground("background: no-repeat #fff"), Some(WHITE));
        assert_eq!(ground("background: url(a.png) #fff"), Some(Colour::Unknown));
        assert_eq!(ground("background-color:#fff;position:absolute"), Some(Colour::Unknown));
        assert_eq!(ground("background:transparent"), Some(Colour::Clear));
        assert_eq!(ground("background-color: currentColor"), Some(Colour::OfWords));
        assert_eq!(words("color: currentColor"), None);
        assert_eq!(words("color: inherit"), None);
        assert_eq!(words("color: hsl(0 0% 100%)"), Some(Colour::Unknown));
        assert_eq!(words("border-color: red"), None);
        assert_eq!(words("color:#000;-webkit-text-fill-color:#fff;color:#111"), Some(WHITE));
        assert_eq!(of_attribute("FFFFFF"), WHITE);
        assert!(WHITE.is_like(Colour::Rgb([250, 255, 252])));
        assert!(!WHITE.is_like(Colour::Rgb([230, 255, 252])));
        assert!(!Colour::Unknown.is_like(Colour::Unknown));
    }
}
