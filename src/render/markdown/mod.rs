//! Markdown for code hosts, and what keeps other people's text inert in it: nothing of a source or a
//! claim makes markup, a link, a tag, a mention or a reference, or acts on a terminal.

pub mod comparison;
pub mod drift;
#[cfg(feature = "http")]
pub mod refresh;
pub mod report;
mod sections;
pub mod verify;

use super::human::language_to_paste;
use super::visible::visible;
use super::words::{Run, runs};
use crate::fold::characters::is_right_to_left;
use std::path::Path;

/// Stands between two characters that a code host would read as one sign, and is not drawn or copied.
pub const BREAK: &str = "<!-- -->";

/// `text` as inert Markdown on one line.
pub fn text(text: &str) -> String {
    let shown = visible(text);
    let mut out = String::with_capacity(shown.len() + 16);
    for (at, c) in shown.char_indices() {
        let (before, after) = (&shown[..at], &shown[at + c.len_utf8()..]);
        push_inert(&mut out, c, before, after);
    }
    out
}

fn push_inert(out: &mut String, c: char, before: &str, after: &str) {
    match c {
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '&' => out.push_str("&amp;"),
        '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '|' | '~' | '$' | '^' | '#' => out.extend(['\\', c]),
        '-' | '+' | '=' if before.trim().is_empty() => out.extend(['\\', c]),
        '.' | ')' if is_number(before) => out.extend(['\\', c]),
        '.' if ends_with(before, "www") => out.extend([BREAK, "."]),
        _ => out.push(c),
    }
    if is_start_of_sign(c, before, after) {
        out.push_str(BREAK);
    }
}

/// Whether a host would read more than the character: `@someone`, `#12`, `!12`, `GH-12`, `://`, `:tada:`.
fn is_start_of_sign(c: char, before: &str, after: &str) -> bool {
    let next = after.chars().next();
    match c {
        '@' => next.is_some_and(|c| !c.is_whitespace()),
        '#' => next.is_some_and(char::is_alphanumeric),
        '!' => next.is_some_and(|c| c.is_ascii_digit()),
        '-' => ends_with(before, "gh") && next.is_some_and(|c| c.is_ascii_digit()),
        ':' => after.starts_with("//") || is_emoji_name(after),
        _ => false,
    }
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn ends_with(text: &str, end: &str) -> bool {
    let at = text.len().checked_sub(end.len());
    at.and_then(|at| text.get(at..)).is_some_and(|tail| tail.eq_ignore_ascii_case(end))
}

/// Whether what follows a colon makes it the name of an emoji.
fn is_emoji_name(after: &str) -> bool {
    let is_in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '-');
    let rest = after.trim_start_matches(is_in_name);
    let name = &after[..after.len() - rest.len()];
    let is_time = name.bytes().all(|byte| byte.is_ascii_digit()) && !matches!(name, "100" | "1234");
    !is_time && rest.starts_with(':')
}

/// Our own sentences, in which what stands between backticks is code.
pub fn sentence(words: &str) -> String {
    let parts: Vec<&str> = words.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return text(words);
    }
    let shown = |(index, part): (usize, &&str)| if index % 2 == 1 { code(part) } else { text(part) };
    parts.iter().enumerate().map(shown).collect()
}

/// `text` as code within a line, also within a table.
pub fn code(text: &str) -> String {
    let shown = visible(text);
    let is_plain = !shown.is_empty() && !shown.contains(['`', '|']) && shown.trim() == shown;
    if is_plain { format!("`{shown}`") } else { format!("<code>{}</code>", self::text(&shown)) }
}

/// Lines as a block of code, each behind `indent` columns; the fence is longer than any in them.
pub fn fenced(language: &str, lines: &str, indent: usize) -> String {
    let longest = lines.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let indent = " ".repeat(indent);
    let body: String = lines.lines().map(|line| format!("{indent}{}\n", visible(line))).collect();
    format!("{indent}{fence}{language}\n{body}{indent}{fence}\n")
}

/// A link to a line of a file of the repository, relative to its root. `label` is Markdown already.
pub fn file_link(label: &str, path: &str, line: Option<usize>) -> String {
    format!("[{label}]({})", file_target(path, line))
}

/// What such a link leads to.
pub(super) fn file_target(path: &str, line: Option<usize>) -> String {
    // Hosts number the lines of Markdown only where they show it as plain text.
    let plain = if is_markdown(path) { "?plain=1" } else { "" };
    let line = line.map_or_else(String::new, |line| format!("{plain}#L{line}"));
    format!("{}{line}", encoded(path, b"-._~/"))
}

fn is_markdown(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|end| end.eq_ignore_ascii_case("md"))
}

/// A link to a web address, which the caller has looked at. `label` is Markdown already.
pub fn web_link(label: &str, url: &str) -> String {
    let target = encoded(url, b"-._~:/?#@!&+,;=%");
    format!("[{label}]({})", target.replace('&', "&amp;"))
}

/// A link to an anchor of this document. `label` is Markdown already.
pub fn anchor_link(label: &str, name: &str) -> String {
    format!("[{label}](#{name})")
}

/// A place to link to, predictable where a host's own anchors are not.
pub fn anchor(name: &str) -> String {
    format!("<a id=\"{name}\"></a>")
}

/// The name of the anchor of a thing with an id: `claim-defence-ministry-erreur`. Different ids have
/// different names; a `number` beyond the first tells things with one id apart.
pub fn anchor_name(kind: &str, id: &str, number: usize) -> String {
    let id = encoded(id, b"-._/").replace('%', "~");
    let again = if number > 1 { format!("~-{number}") } else { String::new() };
    format!("{kind}-{id}{again}")
}

/// ASCII letters, digits and the `kept` bytes as they are, the rest percent-encoded.
pub(super) fn encoded(text: &str, kept: &[u8]) -> String {
    let shown = |byte: u8| {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    text.bytes().map(shown).collect()
}

/// Advice, and below it the lines to paste.
fn helps(helps: &[String]) -> String {
    let runs = helps.chunk_by(|a, b| language_to_paste(a) == language_to_paste(b));
    let shown = runs.map(|run| {
        if let Some(language) = language_to_paste(&run[0]) {
            return format!("\n{}", fenced(language, &run.join("\n"), 4));
        }
        run.iter().map(|help| format!("  - help: {}\n", sentence(help))).collect()
    });
    shown.collect()
}

/// The words of two texts, what only the first has struck out and what only the second has inserted.
pub fn diff(from: &str, to: &str) -> String {
    let shown = |run: &Run| match run {
        Run::Equal(words) => text(words),
        Run::Removed(words) => format!("<del>{}</del>", text(words)),
        Run::Added(words) => format!("<ins>{}</ins>", text(words)),
    };
    let all: String = runs(from, to).iter().map(shown).collect();
    // In a line from left to right the marks around such words would fly to its other end.
    if from.chars().chain(to.chars()).any(is_right_to_left) {
        return format!("<span dir=\"rtl\">{all}</span>");
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_inert() {
        assert_eq!(text("</details> | a_b *c*"), "&lt;/details&gt; \\| a\\_b \\*c\\*");
        assert_eq!(text("@someone, #12, GH-7"), "@<!-- -->someone, \\#<!-- -->12, GH-<!-- -->7");
        assert_eq!(text("https://x.org www.x.org"), "https:<!-- -->//x.org www<!-- -->.x.org");
        assert_eq!(text("# no heading"), "\\# no heading");
        assert_eq!(text("12. no list"), "12\\. no list");
        assert_eq!(text("done :tada:"), "done :<!-- -->tada:");
        assert_eq!(text("at 10:30:15, a - b; “oui : non”"), "at 10:30:15, a - b; “oui : non”");
        assert_eq!(text("\u{1b}[31m"), "⟨U+001B⟩\\[31m");
    }

    #[test]
    fn code_holds_whatever_it_is_given() {
        assert_eq!(code("a-b"), "`a-b`");
        assert_eq!(code("a`b|c"), "<code>a\\`b\\|c</code>");
        assert_eq!(sentence("run `ibid fix` *now*"), "run `ibid fix` \\*now\\*");
        assert_eq!(sentence("one ` alone"), "one \\` alone");
        assert_eq!(fenced("toml", "a ```` b", 2), "  `````toml\n  a ```` b\n  `````\n");
    }

    #[test]
    fn links_go_where_they_say() {
        assert_eq!(file_link("x", "claims/a (b).toml", Some(3)), "[x](claims/a%20%28b%29.toml#L3)");
        assert_eq!(file_link("x", "sources/a/b.md", Some(3)), "[x](sources/a/b.md?plain=1#L3)");
        assert_eq!(
            web_link("x", "https://x.org/é?a=1&copy=2)"),
            "[x](https://x.org/%C3%A9?a=1&amp;copy=2%29)"
        );
        assert_eq!(anchor_name("claim", "a-b", 1), "claim-a-b");
        assert_eq!(anchor_name("claim", "a\"b~", 2), "claim-a~22b~7E~-2");
    }
}
