//! HTML that came along where words were copied from a page's source code: told as what it is, with the lines that
//! stand without it.

use super::messages::Case;
use super::pasted::{Trial, exact_lines};
use crate::anchor::{self, Proposal, Standing};
use crate::finding::{Finding, Marked, Rule};
use crate::text::Span;
use quick_xml::escape::resolve_html5_entity;
use std::borrow::Cow;

/// No name of a character in HTML is longer.
const LONGEST_ENTITY: usize = 40;
/// No tag is looked for beyond so many bytes.
const LONGEST_TAG: usize = 400;
/// So many marks are named.
const NAMED: usize = 3;

/// Elements that part words from those beside them.
const PARTING: [&str; 14] =
    ["br", "p", "div", "li", "ul", "ol", "td", "tr", "h1", "h2", "h3", "h4", "blockquote", "hr"];
/// Elements that stand inside a sentence.
const INSIDE: [&str; 16] = [
    "a", "abbr", "b", "cite", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "u",
    "wbr",
];

/// The finding of a quote whose words stand but for the HTML among them; `None` where it has none, or they do not.
pub(super) fn told(case: &Case<'_>, rule: Rule) -> Option<Finding> {
    let (plain, marks) = without(case)?;
    let segments: Vec<&str> = plain.iter().map(|words| words.trim()).collect();
    let Trial { segments, within, partial, repeated } = Trial { segments, ..Trial::of(case) };
    let found = anchor::anchor(&anchor::Quote { segments, within, partial, repeated }, case.text);
    let spans: Vec<Span> = match (found.standing, found.proposal) {
        (Standing::Stands, _) => found.segments.into_iter().collect::<Option<_>>()?,
        (Standing::Variant, Proposal::Exact(spans)) => spans,
        _ => return None,
    };
    let lines = exact_lines(case, &spans)?;
    let message = format!("the source has these words, but not the HTML among them: {}", named(&marks));
    let mut finding = case.finding(rule, message, "with HTML in it");
    let places: Vec<Marked> = spans.iter().map(|&span| Marked::primary(span, "the words are here")).collect();
    finding.excerpts.push(case.excerpt(&places));
    Some(
        finding
            .help("write the words as they are read, and not as a page’s source code has them:")
            .help(lines),
    )
}

/// The finding with what HTML in its quote means, where there is some.
pub(super) fn help(case: &Case<'_>, finding: Finding) -> Finding {
    let Some((_, marks)) = without(case) else { return finding };
    finding.help(format!(
        "{} in this quote is HTML, as a page’s source code has it; copy the words as the page shows them",
        named(&marks)
    ))
}

/// Some words without the HTML among them.
pub(super) fn plain(words: &str) -> Cow<'_, str> {
    let (plain, marks) = read(words);
    if marks.is_empty() { Cow::Borrowed(words) } else { Cow::Owned(plain) }
}

/// A quote's words without the HTML among them, and what of it there is, where the source has none of that.
fn without<'c>(case: &Case<'c>) -> Option<(Vec<String>, Vec<&'c str>)> {
    let read: Vec<(String, Vec<&str>)> = case.quote.segments().into_iter().map(read).collect();
    let mut marks: Vec<&str> = read.iter().flat_map(|(_, marks)| marks.iter().copied()).collect();
    let mut seen = std::collections::HashSet::new();
    marks.retain(|mark| seen.insert(*mark));
    let is_own = |mark: &&str| memchr::memmem::find(case.text.as_str().as_bytes(), mark.as_bytes()).is_none();
    let is_markup = !marks.is_empty() && marks.iter().take(NAMED).all(is_own);
    let has_words = read.iter().all(|(words, _)| crate::parse::has_words(words));
    (is_markup && has_words).then(|| (read.into_iter().map(|(words, _)| words).collect(), marks))
}

fn named(marks: &[&str]) -> String {
    let shown: Vec<String> = marks.iter().take(NAMED).map(|mark| format!("`{mark}`")).collect();
    let more = if marks.len() > NAMED { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// Words as a browser shows them, and the characters and tags of HTML in them.
fn read(words: &str) -> (String, Vec<&str>) {
    let (mut plain, mut marks, mut at) = (String::with_capacity(words.len()), Vec::new(), 0);
    while let Some(next) = words[at..].find(['&', '<']).map(|next| at + next) {
        plain.push_str(&words[at..next]);
        let rest = &words[next..];
        if let Some((length, shown)) = entity(rest).or_else(|| tag(rest)) {
            plain.push_str(&shown);
            marks.push(&rest[..length]);
            at = next + length;
        } else {
            plain.push_str(&rest[..1]);
            at = next + 1;
        }
    }
    plain.push_str(&words[at..]);
    (plain, marks)
}

/// The character that is written by name or number at the start of some words, and how long that is in bytes.
fn entity(words: &str) -> Option<(usize, String)> {
    let head = words.get(..words.floor_char_boundary(LONGEST_ENTITY)).unwrap_or(words);
    let name = head.strip_prefix('&')?.split(';').next().filter(|name| name.len() + 1 < head.len())?;
    let shown = match name.strip_prefix('#') {
        None => resolve_html5_entity(name)?.to_owned(),
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?.to_string()
        }
    };
    Some((name.len() + 2, shown))
}

/// What a tag at the start of some words is shown as, and how long it is in bytes.
fn tag(words: &str) -> Option<(usize, String)> {
    let head = &words[..words.floor_char_boundary(LONGEST_TAG)];
    let inside = head.strip_prefix('<')?.split('>').next().filter(|inside| inside.len() + 1 < head.len())?;
    let name = inside.trim_start_matches('/').split([' ', '\t', '\n', '/']).next()?.to_ascii_lowercase();
    let shown = match name.as_str() {
        name if PARTING.contains(&name) => " ",
        name if INSIDE.contains(&name) => "",
        _ => return None,
    };
    Some((inside.len() + 2, shown.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_read_as_a_browser_shows_it() {
        for (words, shown, marks) in [
            ("&laquo;&nbsp;une erreur&nbsp;&raquo;", "«\u{a0}une erreur\u{a0}»", 4),
            ("n&#8217;a &#x2019; &rsquo;", "n’a ’ ’", 3),
            ("a <b>reconnu</b> <a href=\"x\">ici</a>", "a reconnu ici", 4),
            ("fin.<br><br/>Puis", "fin.  Puis", 2),
            (
                "R&D, a < b > c, <nom>, &nosuch; AT&T; &#0; &",
                "R&D, a < b > c, <nom>, &nosuch; AT&T; &#0; &",
                0,
            ),
            ("&amp", "&amp", 0),
            ("", "", 0),
        ] {
            let (plain, found) = read(words);
            assert_eq!((plain.as_str(), found.len()), (shown, marks), "{words}");
        }
    }
}
