//! XHTML as HTML: elements that are closed where they open, and sections of character data, are the two
//! things that mean something else in HTML. Entities that a document declares itself are refused.

use crate::error::Error;
use std::borrow::Cow;

/// Elements that have no content in HTML, so that a slash in their tag changes nothing.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// The page as HTML.
///
/// # Errors
///
/// Where it declares entities of its own, which could stand for anything, without end.
pub(super) fn as_html(page: &str) -> Result<Cow<'_, str>, Error> {
    let head = page.split("<html").next().unwrap_or(page);
    if head.contains("<!ENTITY") {
        return Err(Error::new("it declares entities of its own, which ibid does not follow")
            .hint("save the article’s text as a file and add that"));
    }
    let mut out = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let (written, left) = markup(after);
        out.push_str(&written);
        rest = left;
    }
    out.push_str(rest);
    Ok(Cow::Owned(out))
}

/// What follows a `<`, as HTML, and what is left after it.
fn markup(after: &str) -> (Cow<'_, str>, &str) {
    if let Some(rest) = after.strip_prefix("![CDATA[") {
        let (data, left) = rest.split_once("]]>").unwrap_or((rest, ""));
        return (data.replace('&', "&amp;").replace('<', "&lt;").into(), left);
    }
    if let Some(rest) = after.strip_prefix("!--") {
        return ("".into(), rest.split_once("-->").map_or("", |(_, left)| left));
    }
    if let Some(rest) = after.strip_prefix('?') {
        return ("".into(), rest.split_once("?>").map_or("", |(_, left)| left));
    }
    let Some(end) = end_of_tag(after) else { return (format!("<{after}").into(), "") };
    let (tag, left) = (&after[..end], &after[end + 1..]);
    let name: &str = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or(tag);
    let is_closed = tag.ends_with('/') && !name.is_empty() && !VOID.contains(&name);
    if is_closed {
        (format!("<{}></{name}>", tag.trim_end_matches('/')).into(), left)
    } else {
        (format!("<{tag}>").into(), left)
    }
}

/// Where a tag ends; a `>` in an attribute’s value is none.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}
