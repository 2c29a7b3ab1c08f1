//! What stands in a file and is no TOML: other notations, signs of Markdown, and the prose around an answer that was pasted
//! whole.

use super::claims::{CLAIM_KEYS, QUOTE_KEYS};
use super::statements::{MERGE_MARKS, OTHER_QUOTES, is_bare_key, is_statement};
use crate::text::{Span, lines};

/// What a line is that is no TOML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Foreign {
    /// The sign before or behind a block of Markdown.
    Fence,
    /// A sign that parts two sections.
    Rule,
    /// A remark of HTML or of a programming language.
    Remark,
    /// Words for people.
    Prose,
}

/// What a line is, where it is surely no TOML and was not meant to be.
pub(super) fn foreign(line: &str) -> Option<Foreign> {
    let line = line.trim();
    let first = line.chars().next()?;
    let is_rule = || line.len() > 2 && "-*_.".contains(first) && line.chars().all(|c| c == first);
    let is_remark = || ["/*", "*/", "<!--", "-->", "//"].iter().any(|mark| line.starts_with(mark));
    match () {
        () if line.starts_with("```") || line.starts_with("~~~") => Some(Foreign::Fence),
        () if is_rule() => Some(Foreign::Rule),
        () if is_remark() => Some(Foreign::Remark),
        () if is_prose(line) => Some(Foreign::Prose),
        () => None,
    }
}

/// Whether a line is words for people: several, of which the first is no key, and no text that is closed there.
fn is_prose(line: &str) -> bool {
    let is_odd = |c: char| OTHER_QUOTES.contains(&c) || "#[]{}\"'|［【,".contains(c);
    let ends_text = line.ends_with(['"', '\'', ']', '}', ',']) || line.ends_with(OTHER_QUOTES);
    if line.contains('=')
        || line.starts_with(is_odd)
        || ends_text
        || MERGE_MARKS.iter().any(|mark| line.starts_with(mark))
    {
        return false;
    }
    let first = line.trim_start_matches(['-', '*', ' ']).split([' ', '\t', ':', '：']).next().unwrap_or("");
    let is_key = CLAIM_KEYS.iter().chain(QUOTE_KEYS).any(|key| first.eq_ignore_ascii_case(key));
    !is_key && (line.split_whitespace().count() > 1 || !line.is_ascii())
}

/// Whether some lines, and be there blank ones and remarks among them, are all of that kind; at least one is.
pub(super) fn is_all_foreign(words: &str) -> bool {
    let mut told = words.lines().map(str::trim).filter(|line| !is_quiet(line)).peekable();
    told.peek().is_some() && told.all(|line| foreign(line).is_some())
}

/// Whether a line says nothing to TOML.
fn is_quiet(line: &str) -> bool {
    line.trim_start_matches('\u{FEFF}').is_empty() || line.starts_with('#')
}

/// Where that begins which stands behind a claim and is none of it: lines that are surely no TOML, to the end, below an empty
/// line or a sign of Markdown.
pub(super) fn tail(words: &str) -> Option<usize> {
    let all: Vec<Span> = lines(words).collect();
    let trimmed = |line: &Span| words[line.range()].trim();
    let is_loose = |line: &&Span| is_quiet(trimmed(line)) || foreign(trimmed(line)).is_some();
    let from = all.len() - all.iter().rev().take_while(is_loose).count();
    let first = (from..all.len()).find(|&at| !is_quiet(trimmed(&all[at])))?;
    let is_sign = foreign(trimmed(&all[first])) != Some(Foreign::Prose);
    let is_parted = first > 0 && is_quiet(trimmed(&all[first - 1]));
    (is_sign || is_parted).then(|| all[first].start)
}

/// The notation that a whole file is in, where that is another one and nothing in it is TOML; and its first line.
pub(super) fn other_notation(content: &str) -> Option<(&'static str, Span)> {
    let all = || {
        lines(content).map(|span| (span, content[span.range()].trim())).filter(|(_, line)| !is_quiet(line))
    };
    // Most files have a header or a key on the first line.
    if all().any(|(_, line)| is_statement(line) || line.starts_with("[[")) {
        return None;
    }
    let kind = |line: &str| match () {
        () if is_json(line) => Some("JSON"),
        () if is_markup(line) => Some("XML"),
        () if line.len() > 2 && line.starts_with('|') && line.ends_with('|') => Some("a table of Markdown"),
        () if is_row(line) => Some("a table with commas (CSV)"),
        () if is_yaml(line) => Some("YAML"),
        () => None,
    };
    let (span, name) = all().find_map(|(span, line)| Some((span, kind(line)?)))?;
    // One line with a colon may be a slip.
    let is_several = || all().filter(|(_, line)| is_yaml(line)).nth(1).is_some();
    let at = Span::new(span.start, span.start + content[span.range()].trim_end().len());
    (name != "YAML" || is_several()).then_some((name, at))
}

fn is_json(line: &str) -> bool {
    let rest = line.strip_prefix('[').map(str::trim_start);
    line.starts_with('{') || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['{', '"']))
}

fn is_markup(line: &str) -> bool {
    let rest = line.strip_prefix('<');
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '?'))
        && line.contains('>')
}

/// Whether a line is the head of a table whose columns are called as keys are.
fn is_row(line: &str) -> bool {
    let cells: Vec<&str> = line.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"')).collect();
    let is_known = |cell: &&str| CLAIM_KEYS.contains(cell) || QUOTE_KEYS.contains(cell);
    cells.len() > 2
        && cells.iter().all(|cell| is_bare_key(cell))
        && cells.iter().filter(|cell| is_known(cell)).count() > 1
}

fn is_yaml(line: &str) -> bool {
    let line = line.trim_start_matches("- ").trim_start();
    line.split_once(':')
        .is_some_and(|(key, rest)| is_bare_key(key) && (rest.is_empty() || rest.starts_with(' ')))
}

/// What stands before a line in a copy of a file, and the line: `> `, a bullet, a number.
pub(super) fn lead(words: &str) -> Option<(&str, &str)> {
    let number = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mark = if number > 0 {
        number + usize::from(words[number..].starts_with(['.', ')', ':', '|']))
    } else {
        words.chars().next().filter(|c| matches!(c, '>' | '-' | '*' | '+' | '•' | '|')).map(char::len_utf8)?
    };
    let (lead, rest) = words.split_at(mark);
    let line = rest.trim_start();
    (line.len() < rest.len() && !line.is_empty()).then_some((lead, line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_no_toml_are_told_from_slips_in_it() {
        use Foreign::{Fence, Prose, Remark, Rule};
        for (line, kind) in [
            ("```toml", Some(Fence)),
            ("~~~", Some(Fence)),
            ("---", Some(Rule)),
            ("...", Some(Rule)),
            ("<!-- claims -->", Some(Remark)),
            ("/* x */", Some(Remark)),
            ("**Claim 1**", Some(Prose)),
            ("Here is the claim file you asked for:", Some(Prose)),
            ("N’hésitez pas à me dire si…", Some(Prose)),
            ("以下是您要求的文件：", Some(Prose)),
            ("إليك الملف المطلوب:", Some(Prose)),
            ("exact \"They knew\"", None),
            ("exact They knew", None),
            ("- exact: They knew", None),
            ("within: the words", None),
            ("on 1 June\"", None),
            ("\"on 1 June\",", None),
            ("“on 1 June”", None),
            ("page = 4", None),
            ("[[claim]]", None),
            ("=======", None),
            ("<<<<<<< ours", None),
            ("exact", None),
            ("# a remark", None),
            ("", None),
        ] {
            assert_eq!(foreign(line), kind, "{line}");
        }
    }

    #[test]
    fn what_stands_behind_a_claim_begins_below_an_empty_line_or_at_a_sign() {
        let claim = "[[claim]]\nid = \"a\"\n";
        for behind in [
            "```\n",
            "---\n",
            "\nLet me know!\n",
            "\n# x\nI hope so.\n\nAll quotes stand.\n",
            "```\n\nAs you see.\n",
        ] {
            let content = format!("{claim}{behind}");
            let at = tail(&content).unwrap_or_else(|| panic!("{behind:?}"));
            assert!(at >= claim.len() && is_all_foreign(&content[at..]), "{behind:?}");
        }
        for behind in [
            "Let me know!\n",
            "\nexact \"x y\"\n",
            "\non 1 June\"\n",
            "\npage = 4\n",
            "\n[[claim\n",
            "",
            "\n# x\n",
        ] {
            assert_eq!(tail(&format!("{claim}{behind}")), None, "{behind:?}");
        }
    }

    #[test]
    fn other_notations_are_known_where_nothing_is_toml() {
        for (content, name) in [
            ("[{\"id\": \"a1\"}]", "JSON"),
            ("[\n  {\"id\": \"a\"}\n]\n", "JSON"),
            ("```json\n{\"claim\": 1}\n```\n", "JSON"),
            ("Here it is:\n{\"claim\": [\n", "JSON"),
            ("- id: a1\n  text: T one.\n", "YAML"),
            ("---\nid: a1\ntext: T\n", "YAML"),
            ("claims:\n  - id: a1\n    exact: \"They knew\"\n", "YAML"),
            ("<claim id=\"a1\"><quote/></claim>\n", "XML"),
            ("id,text,source,exact\na1,\"T\",\"page-en\",\"They knew\"\n", "a table with commas (CSV)"),
            ("| id | text |\n|---|---|\n", "a table of Markdown"),
        ] {
            assert_eq!(other_notation(content).map(|(name, _)| name), Some(name), "{content}");
        }
        for content in [
            "[[claim]]\nid: a\ntext: b\n",
            "id = \"a\"\ntext: b\nnote: c\n",
            "Here is the file:\n",
            "claim:\n",
            "[[claim\n",
            "> [[claim]]\n> id = \"a\"\n",
            "I’m sorry, but there is none.\n",
            "",
        ] {
            assert_eq!(other_notation(content), None, "{content}");
        }
    }

    #[test]
    fn what_stands_before_each_line_of_a_copy_is_known() {
        for (words, told) in [
            ("> [[claim]]", Some((">", "[[claim]]"))),
            ("12 id", Some(("12", "id"))),
            ("1. [[claim]]", Some(("1.", "[[claim]]"))),
            ("3| exact", Some(("3|", "exact"))),
            ("• exact", Some(("•", "exact"))),
            ("-exact", None),
            ("12", None),
            ("exact", None),
        ] {
            assert_eq!(lead(words), told, "{words}");
        }
    }
}
