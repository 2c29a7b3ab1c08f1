//! Whether what a style sheet says under a condition holds on a screen at a desk, as of Media Queries 4 and CSS
//! Conditional Rules 3. What depends on the width of a window may hold.

/// Whether a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Truth {
    Holds,
    /// It does in a wide window, or it is not known.
    Perhaps,
    Fails,
}

impl Truth {
    /// Whether both hold.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Fails, _) | (_, Self::Fails) => Self::Fails,
            (Self::Holds, Self::Holds) => Self::Holds,
            _ => Self::Perhaps,
        }
    }

    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Holds, _) | (_, Self::Holds) => Self::Holds,
            (Self::Fails, Self::Fails) => Self::Fails,
            _ => Self::Perhaps,
        }
    }
}

/// Windows at a desk are so wide, in the pixels of CSS.
const WIDTH: f64 = 1280.0;

/// Whether style for these media is that of a screen: `not print`, `screen and (min-width: 40em)`.
pub(super) fn media(queries: &str) -> Truth {
    queries.split(',').map(query).fold(Truth::Fails, Truth::or)
}

fn query(written: &str) -> Truth {
    let written = written.trim().to_ascii_lowercase();
    let plain = written.strip_prefix("only ").unwrap_or(&written).trim();
    let Some(denied) = plain.strip_prefix("not ") else { return all_of(plain, feature_or_type) };
    match all_of(denied, feature_or_type) {
        Truth::Fails if !denied.contains('(') => Truth::Holds,
        Truth::Holds => Truth::Fails,
        // What else is denied depends on the window or the reader.
        _ => Truth::Perhaps,
    }
}

fn all_of(written: &str, one: impl Fn(&str) -> Truth) -> Truth {
    written.split(" and ").map(|part| one(part.trim())).fold(Truth::Holds, Truth::and)
}

fn feature_or_type(part: &str) -> Truth {
    let Some(feature) = part.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else {
        return if matches!(part, "" | "all" | "screen") { Truth::Holds } else { Truth::Fails };
    };
    let squeezed: String = feature.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let is_wide = |bound: &str, holds: fn(f64, f64) -> bool| match pixels(bound) {
        Some(pixels) if !holds(WIDTH, pixels) => Truth::Fails,
        _ => Truth::Perhaps,
    };
    let least: fn(f64, f64) -> bool = |width, bound| width >= bound;
    let most: fn(f64, f64) -> bool = |width, bound| width <= bound;
    for (start, holds) in [
        ("min-width:", least),
        ("width>=", least),
        ("width>", least),
        ("max-width:", most),
        ("width<=", most),
        ("width<", most),
    ] {
        if let Some(bound) = squeezed.strip_prefix(start) {
            return is_wide(bound, holds);
        }
    }
    // What depends on the reader or the device, or is not known here.
    if matches!(&*squeezed, "prefers-color-scheme:dark") { Truth::Fails } else { Truth::Perhaps }
}

fn pixels(length: &str) -> Option<f64> {
    let end = length.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(length.len());
    let number: f64 = length[..end].parse().ok()?;
    match &length[end..] {
        "px" | "" => Some(number),
        "em" | "rem" => Some(number * 16.0),
        _ => None,
    }
}

/// Whether browsers support what a style sheet asks of them: `(display: grid)`. Where that is not known of a
/// property, they may.
pub(super) fn supports(condition: &str) -> Truth {
    let condition = condition.trim().to_ascii_lowercase();
    if let Some(denied) = condition.strip_prefix("not") {
        return if supports(denied) == Truth::Holds { Truth::Fails } else { Truth::Perhaps };
    }
    let one = |part: &str| all_of(part, |declared| supported(declared.trim_matches(['(', ')', ' '])));
    condition.split(" or ").map(one).fold(Truth::Fails, Truth::or)
}

fn supported(declared: &str) -> Truth {
    let known: &[&str] = match declared.split_once(':').map(|(name, _)| name.trim()) {
        Some("display") => &[
            "block",
            "inline",
            "inline-block",
            "flex",
            "inline-flex",
            "grid",
            "inline-grid",
            "contents",
            "flow-root",
            "none",
            "table",
        ],
        Some("position") => &["static", "relative", "absolute", "fixed", "sticky"],
        Some("object-fit") => &["contain", "cover", "fill", "none"],
        Some("visibility") => &["visible", "hidden", "collapse"],
        Some(name) if name.starts_with("--") => return Truth::Holds,
        _ => return Truth::Perhaps,
    };
    let value = declared.split_once(':').map(|(_, value)| value.trim()).unwrap_or_default();
    if known.contains(&value) { Truth::Holds } else { Truth::Perhaps }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_weighed_for_a_screen_at_a_desk() {
        for (condition, wanted) in [
            ("", Truth::Holds),
            ("screen", Truth::Holds),
            ("Not Print", Truth::Holds),
            ("only screen, print", Truth::Holds),
            ("print", Truth::Fails),
            ("not screen", Truth::Fails),
            ("not all and (min-width: 10px)", Truth::Perhaps),
            ("not all and (max-width: 100px)", Truth::Perhaps),
            ("(hover: hover)", Truth::Perhaps),
            ("(768px <= width)", Truth::Perhaps),
            ("(min-width: 1px) or (x)", Truth::Perhaps),
            ("(min-width: calc(1px))", Truth::Perhaps),
            ("screen and (min-width: 768px)", Truth::Perhaps),
            ("(min-width:48em) and (max-width: 90rem)", Truth::Perhaps),
            ("(width >= 600px)", Truth::Perhaps),
            ("(max-width: 600px)", Truth::Fails),
            ("(min-width: 1900px)", Truth::Fails),
            ("(prefers-color-scheme: dark)", Truth::Fails),
            ("print and (min-width: 10px)", Truth::Fails),
        ] {
            assert_eq!(media(condition), wanted, "{condition}");
        }
        for (condition, wanted) in [
            ("(display: grid)", Truth::Holds),
            ("(display:grid) and (position:sticky)", Truth::Holds),
            ("(--x: 0)", Truth::Holds),
            ("(display: nothing)", Truth::Perhaps),
            ("not (display: grid)", Truth::Fails),
            ("(backdrop-filter: blur(1px)) or (display: flex)", Truth::Holds),
            ("(x)", Truth::Perhaps),
            ("not (x)", Truth::Perhaps),
        ] {
            assert_eq!(supports(condition), wanted, "{condition}");
        }
    }
}
