//! Marks that programs leave beside words that are copied from them: of notes, of sources, of a machine’s citations.

use crate::fold::characters as ch;
use crate::text::Span;

/// So many bytes has the longest of them, with its address.
const LONGEST: usize = 600;

/// What marks of programs begin and end with, the longest first of those that begin alike; after an end in round brackets an
/// address follows.
const FORMS: &[(&str, &str)] = &[
    ("([", "])"),
    ("\\[", "\\]"),
    ("[[", "]]"),
    ("【", "】"),
    (":contentReference[oaicite:", "}"),
    ("\u{E200}", "\u{E201}"),
    ("<sup>", "</sup>"),
];

/// Where such marks and words in square brackets lie in a text, in order; `None` where a square bracket is not closed.
pub(super) fn marks(words: &str) -> Option<Vec<Span>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(c) = words[at..].chars().next() {
        let length = match c {
            '[' | '\\' | '(' | '【' | ':' | '\u{E200}' | '<' => program_mark(&words[at..]),
            'c' if !words[..at].ends_with(ch::is_word) => citation(&words[at..]),
            _ if !words[..at].ends_with(ch::is_word) => raised(&words[at..]),
            _ => None,
        };
        let length = match length {
            None if c == '[' => Some(in_brackets(&words[at..])?),
            length => length,
        };
        found.extend(length.map(|length| Span::new(at, at + length)));
        at += length.unwrap_or(c.len_utf8());
    }
    Some(found)
}

/// How long the mark of a program is that a text begins with.
fn program_mark(words: &str) -> Option<usize> {
    let (open, close) = FORMS.iter().find(|(open, _)| words.starts_with(open))?;
    let near = &words[..words.floor_char_boundary(LONGEST)];
    if *open == "([" {
        // `([title](address))`, `([title][1])`
        let is_link = near.find(']').is_some_and(|end| near[end..].starts_with("]("));
        let close = if is_link { "))" } else { close };
        return Some(near.find(close)? + close.len());
    }
    let inner = &near[open.len()..near.find(close)?];
    if *open == "<sup>" && !inner.chars().all(|c| ch::is_digit(c) || matches!(c, ',' | ' ' | '[' | ']')) {
        return None;
    }
    let end = open.len() + inner.len() + close.len();
    Some(end + address(&words[end..]))
}

/// How long the square brackets are that a text begins with, with the address behind a number or a machine’s name for a source.
fn in_brackets(words: &str) -> Option<usize> {
    let close = words.find(']')?;
    let inner = &words[1..close];
    let is_of_source =
        inner.starts_with("oai_citation") || inner.chars().all(|c| ch::is_digit(c) || c == '^');
    Some(close + 1 + if is_of_source { address(&words[close + 1..]) } else { 0 })
}

/// How long the address in round brackets is that a text begins with; 0 where there is none.
fn address(words: &str) -> usize {
    let near = &words[..words.floor_char_boundary(LONGEST)];
    if near.starts_with("(http") { near.find(')').map_or(0, |end| end + 1) } else { 0 }
}

/// How long the name of a machine’s source is that a text begins with: `citeturn0search3`.
fn citation(words: &str) -> Option<usize> {
    let turn = words.strip_prefix("cite")?.strip_prefix("turn")?;
    let is_one = turn.starts_with(|c: char| c.is_ascii_digit());
    let end = words.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(words.len());
    is_one.then_some(end)
}

/// How long the raised figures are that a text begins with, which count a note where no word is before them.
fn raised(words: &str) -> Option<usize> {
    let is_raised = |c: char| matches!(c, '²' | '³' | '¹' | '⁰' | '⁴'..='⁹');
    let end = words.find(|c: char| !is_raised(c)).unwrap_or(words.len());
    (end > 0 && !words[end..].starts_with(ch::is_word)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_programs_leave_are_found() {
        let found = |words: &str| {
            let marks = marks(words).unwrap();
            marks.into_iter().map(|mark| words[mark.range()].to_owned()).collect::<Vec<_>>()
        };
        for (words, marks) in [
            ("We do.【4†source】", vec!["【4†source】"]),
            ("We do. 【12:3†source】 Now.", vec!["【12:3†source】"]),
            ("工厂【1】。", vec!["【1】"]),
            ("We do. :contentReference[oaicite:0]{index=0}", vec![":contentReference[oaicite:0]{index=0}"]),
            ("Do. [oai_citation:1‡x](https://x.org/a)", vec!["[oai_citation:1‡x](https://x.org/a)"]),
            (
                "Do. ([x.org](https://x.org/?utm_source=chatgpt.com))",
                vec!["([x.org](https://x.org/?utm_source=chatgpt.com))"],
            ),
            ("Do. ([The Ledger][1])", vec!["([The Ledger][1])"]),
            ("Do. citeturn0search3", vec!["citeturn0search3"]),
            (
                "Do. \u{E200}cite\u{E202}turn0search3\u{E201}",
                vec!["\u{E200}cite\u{E202}turn0search3\u{E201}"],
            ),
            ("Do. \\[1\\]", vec!["\\[1\\]"]),
            ("Do. [[1]](https://x.org)", vec!["[[1]](https://x.org)"]),
            ("Do. [1](https://x.org)", vec!["[1](https://x.org)"]),
            ("Do. <sup>1</sup>", vec!["<sup>1</sup>"]),
            ("Do.²", vec!["²"]),
            ("We [the firm] do [2].", vec!["[the firm]", "[2]"]),
            ("on 20 m² of it, x<sup>n</sup>, (a) we cite turns: no", vec![]),
        ] {
            assert_eq!(found(words), marks, "{words}");
        }
        assert_eq!(marks("We [do"), None);
    }
}
