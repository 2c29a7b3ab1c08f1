//! Formulas and figures that a page sets above or below the line, in a line: 10⁶ would be 106 otherwise, a note to a
//! number another number, ½ twelve, and √2 two.

use super::dom::{Dom, Id};

/// Where something is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Raised,
    Lowered,
}

/// The most characters that are set so in other characters.
const LONGEST: usize = 24;

/// So many nodes of a part of a formula are looked at.
const MOST: usize = 100;

/// What stands above or below the line, in the characters that look so; `None` where it is left as it is, as the letters
/// of `1er` are. `is_after_figure` says whether a figure stands before it, which the first figure of it would continue.
pub(super) fn set(text: &str, whole: &str, level: Level, is_after_figure: bool) -> Option<String> {
    if whole.chars().count() > LONGEST {
        return None;
    }
    let one = |c: char| match level {
        Level::Raised => raised(c),
        Level::Lowered => lowered(c),
    };
    let has_figure = whole.contains(|c: char| c.is_ascii_digit());
    let is_power =
        || level == Level::Raised && whole.trim().chars().any(|c| "nixyk".contains(c)) && is_after_figure;
    let is_formula =
        whole.chars().all(|c| one(c).is_some_and(|_| !c.is_ascii_alphabetic() || level == Level::Raised));
    if (has_figure || is_power()) && is_formula {
        return text.chars().map(one).collect();
    }
    let first =
        whole.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '−' | '+')).chars().next();
    if !is_after_figure || !first.is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    // What no character shows raised stays, but no figure of it continues the number.
    Some(text.chars().map(|c| one(c).filter(|_| !c.is_ascii_alphabetic()).unwrap_or(c)).collect())
}

fn raised(c: char) -> Option<char> {
    Some(match c {
        '0'..='9' => "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c as usize - '0' as usize)?,
        '+' => '⁺',
        '-' | '−' => '⁻',
        '(' => '⁽',
        ')' => '⁾',
        '=' => '⁼',
        'n' => 'ⁿ',
        'i' => 'ⁱ',
        'x' => 'ˣ',
        'y' => 'ʸ',
        'k' => 'ᵏ',
        ',' => c,
        _ => return c.is_whitespace().then_some(c),
    })
}

fn lowered(c: char) -> Option<char> {
    Some(match c {
        '0'..='9' => "₀₁₂₃₄₅₆₇₈₉".chars().nth(c as usize - '0' as usize)?,
        '+' => '₊',
        '-' | '−' => '₋',
        ',' => c,
        _ => return c.is_whitespace().then_some(c),
    })
}

/// At what level an element of a formula is set by the one around it (`MathML` Core).
pub(super) fn level(dom: &Dom, node: Id) -> Option<Level> {
    let around = dom.parent(node).filter(|&around| dom.name(around).starts_with('m'))?;
    match (dom.name(around), place(dom, node)) {
        ("msup" | "mover", 1) | ("msubsup" | "munderover", 2) => Some(Level::Raised),
        ("msub" | "msubsup" | "munder" | "munderover", 1) => Some(Level::Lowered),
        _ => None,
    }
}

/// The number of an element among those around it.
fn place(dom: &Dom, node: Id) -> usize {
    const LAST: usize = 4;
    std::iter::successors(dom.before(node), |&before| dom.before(before))
        .filter(|&before| !dom.name(before).is_empty())
        .take(LAST)
        .count()
}

/// The signs that stand for how an element of a formula is set: before it and after it.
pub(super) fn signs(dom: &Dom, node: Id) -> Option<(String, &'static str)> {
    let around = dom.parent(node)?;
    let is_set = matches!(dom.name(around), "mfrac" | "mroot" | "msup" | "msubsup");
    if !is_set && !matches!(dom.name(node), "msqrt" | "mtd" | "mtr") {
        return None;
    }
    let (open, close) = if is_compound(dom, node) { ("(", ")") } else { ("", "") };
    let own = match dom.name(node) {
        "msqrt" => "√",
        "mtd" | "mtr" => return Some((" ".into(), " ")),
        _ => "",
    };
    let place_sign = match (dom.name(around), place(dom, node)) {
        ("mfrac", 0) => Some(String::new()),
        ("mfrac", 1) => Some("/".into()),
        ("mroot", 0) => Some(root(dom, around)),
        // Where no characters look raised, a sign says it.
        ("msup", 1) | ("msubsup", 2) => {
            let whole = text(dom, node);
            let is_set = set(&whole, &whole, Level::Raised, true).is_some();
            (!is_set && whole.contains(char::is_alphanumeric)).then(|| "^".into())
        }
        _ => None,
    };
    match place_sign {
        // Brackets within brackets say no more.
        Some(sign) => Some((sign + own + open, close)),
        None if own.is_empty() => None,
        None => Some((own.to_owned() + open, close)),
    }
}

/// The text of an element of a formula, of a flood of them the start.
fn text(dom: &Dom, node: Id) -> String {
    dom.below(node).take(MOST).filter_map(|one| dom.text(one)).collect()
}

/// Whether an element stands before what it is the root of, and so is set already.
pub(super) fn is_index_of_root(dom: &Dom, node: Id) -> bool {
    dom.parent(node).is_some_and(|around| dom.name(around) == "mroot") && place(dom, node) == 1
}

/// The sign of a root with its index.
fn root(dom: &Dom, mroot: Id) -> String {
    let elements = dom.children(mroot).filter(|&child| !dom.name(child).is_empty());
    let index = elements.skip(1).take(1).map(|index| text(dom, index)).collect::<String>();
    let index = index.trim();
    set(index, index, Level::Raised, true).unwrap_or_default() + "√"
}

/// Whether it would be read with what stands beside it, but for brackets.
fn is_compound(dom: &Dom, node: Id) -> bool {
    dom.below(node)
        .take(MOST)
        .filter(|&one| dom.text(one).is_some_and(|text| !text.trim().is_empty()))
        .nth(1)
        .is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_figure_above_the_line_continues_a_number() {
        let raised = |whole: &str, after| set(whole, whole, Level::Raised, after);
        for (whole, wanted) in [
            ("6", "⁶"),
            ("-3", "⁻³"),
            ("n", "ⁿ"),
            ("2n", "²ⁿ"),
            ("n+1", "ⁿ⁺¹"),
            ("6.5", "⁶.⁵"),
            ("1/2", "¹/²"),
            ("6th", "⁶th"),
        ] {
            assert_eq!(raised(whole, true).as_deref(), Some(wanted), "{whole}");
        }
        for whole in ["er", "e", "h30", "[1]", "*", "nd", "th", ""] {
            assert_eq!(raised(whole, true), None, "{whole}");
        }
        assert_eq!(raised("n", false), None, "a letter alone is none after a word");
        assert_eq!(raised("12", false).as_deref(), Some("¹²"));
        assert_eq!(set("2", "2", Level::Lowered, false).as_deref(), Some("₂"));
        assert_eq!(set("n", "n", Level::Lowered, true), None);
    }
}
