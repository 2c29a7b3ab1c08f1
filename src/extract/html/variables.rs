//! Custom properties (`--name`) and what `var(--name)` stands for (CSS Custom Properties 1), where a page gives a name
//! one value. A name with several values, as for a dark and a light page, stands for what is not known.

use super::css::declarations;
use std::collections::HashMap;

/// The most names that are kept.
const MOST: usize = 10_000;
/// The longest value that is kept, or made, in bytes.
const LONGEST: usize = 2000;
/// So many values may stand in one another.
const DEEPEST: usize = 8;

/// The custom properties of a page.
#[derive(Debug, Default)]
pub(super) struct Variables {
    /// `None` for a name with several values.
    values: HashMap<String, Option<String>>,
}

impl Variables {
    /// Takes what a rule's body or a `style` attribute sets.
    pub(super) fn take(&mut self, body: &str) {
        if !body.contains("--") {
            return;
        }
        for (name, value) in declarations(body) {
            if !name.starts_with("--") || value.len() > LONGEST {
                continue;
            }
            let has_room = self.values.len() < MOST;
            match self.values.get_mut(&name) {
                Some(known) if known.as_deref() == Some(value) => {}
                Some(known) => *known = None,
                None if has_room => {
                    self.values.insert(name, Some(value.to_owned()));
                }
                None => {}
            }
        }
    }

    /// A body with the values in place of the `var()` for them, where it has any. What is not known is left as it is.
    pub(super) fn filled(&self, body: &str) -> Option<String> {
        if !body.contains("var(") || body.len() > LONGEST * 10 {
            return None;
        }
        let own: HashMap<String, String> = declarations(body)
            .into_iter()
            .filter(|(name, _)| name.starts_with("--"))
            .map(|(name, value)| (name, value.to_owned()))
            .collect();
        let mut text = body.to_owned();
        for _ in 0..DEEPEST {
            let (filled, is_changed) = self.once(&text, &own);
            if filled.len() > LONGEST * 20 {
                return None;
            }
            text = filled;
            if !is_changed {
                break;
            }
        }
        Some(text)
    }

    /// Fills in each innermost `var()` once.
    fn once(&self, text: &str, own: &HashMap<String, String>) -> (String, bool) {
        const LIMIT: usize = 200;
        let mut out = String::new();
        let mut rest = text;
        let mut count = 0;
        while let Some((before, after)) = rest.split_once("var(").filter(|_| count < LIMIT) {
            out.push_str(before);
            let end = after.find([')', '(']).unwrap_or(after.len());
            let (name, fallback) = match after[..end].split_once(',') {
                Some((name, fallback)) => (name, Some(fallback.trim())),
                None => (&after[..end], None),
            };
            let name = name.trim().to_ascii_lowercase();
            let known = own.get(&name).map(|value| Some(value.as_str()));
            let known = known.or_else(|| self.values.get(&name).map(Option::as_deref));
            let value = known.unwrap_or(fallback).filter(|_| after[end..].starts_with(')'));
            if let Some(value) = value {
                out.push_str(value);
                rest = &after[end + 1..];
                count += 1;
            } else {
                out.push_str("var(");
                rest = after;
            }
        }
        out.push_str(rest);
        (out, count > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_filled_in_where_there_is_one() {
        let mut variables = Variables::default();
        variables.take("--a: none; --b: var(--a); --loop: var(--loop)x; color: red");
        variables.take("--two: none");
        variables.take("--two: block");
        for (body, wanted) in [
            ("display:var(--a)", "display:none"),
            ("display: var( --b , block)", "display: none"),
            ("display:var(--c, none)", "display:none"),
            ("display:var(--c, var(--a))", "display:none"),
            ("display:var(--two)", "display:var(--two)"),
            ("--two:none;display:var(--two)", "--two:none;display:none"),
            ("display:var(--c)", "display:var(--c)"),
            ("display:var(", "display:var("),
        ] {
            assert_eq!(variables.filled(body).unwrap(), wanted, "{body}");
        }
        assert_eq!(variables.filled("display:none"), None);
        assert!(variables.filled("x:var(--loop)").is_some());
        let bomb: String = (0..30).map(|n| format!("--x{n}: var(--x{}) var(--x{});", n + 1, n + 1)).collect();
        variables.take(&bomb);
        let filled = variables.filled("x:var(--x0)");
        assert!(filled.is_none_or(|filled| filled.len() <= LONGEST * 20));
    }
}
