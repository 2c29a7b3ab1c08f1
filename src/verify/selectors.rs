//! How other programs find a quote that stands again: the text around it, as the W3C `TextQuoteSelector` has
//! it, and the text directive that leads a browser to it. Cut while the capture's bytes are at hand, and bounded.

use super::messages::Case;
use crate::fragment::{Directive, Page, choose};
use crate::text::{Span, Text, chars_back, chars_on};
use unicode_segmentation::GraphemeCursor;

/// How one segment of a quote is found again, beside its words and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector {
    /// The text right before it; together with the words and `suffix` once in the text, if anything is.
    pub prefix: String,
    /// The text right after it.
    pub suffix: String,
    /// What leads a browser to it and to nothing else in the text; `None` where nothing short does.
    pub directive: Option<Directive>,
}

/// So many code points are kept on either side, more where fewer do not tell the place from others.
const AROUND: [usize; 4] = [32, 64, 128, 256];

/// The selectors of a quote that stands, one a segment.
pub(super) fn selectors(case: &Case<'_>) -> Vec<Selector> {
    let page = case.page.get_or_init(|| Page::new(case.text)).as_ref();
    let selector = |span: Span| {
        let passage = passage(case.text.as_str(), span);
        Selector {
            prefix: case.text.slice(Span::new(passage.start, span.start)).to_owned(),
            suffix: case.text.slice(Span::new(span.end, passage.end)).to_owned(),
            directive: directive(page, case.text, span),
        }
    };
    case.anchoring.spans().map(selector).collect()
}

fn directive(page: Option<&Page>, text: &Text<'_>, span: Span) -> Option<Directive> {
    choose(page?, text, span)
}

/// The shortest passage around some words that is in the text once; the longest where none is.
fn passage(content: &str, span: Span) -> Span {
    let passages = AROUND.map(|count| {
        let start = chars_back(content, 0, span.start, count);
        let end = chars_on(content, span.end, content.len(), count);
        whole_graphemes(content, Span::new(start, end), span)
    });
    let is_only = |passage: &&Span| {
        let places = memchr::memmem::find_iter(content.as_bytes(), &content[passage.range()]);
        places.take(2).count() == 1
    };
    passages.iter().find(is_only).copied().unwrap_or(passages[AROUND.len() - 1])
}

/// A passage without the characters at its ends that it cuts; all of `words` stay.
fn whole_graphemes(content: &str, passage: Span, words: Span) -> Span {
    let is_whole =
        |at: &usize| GraphemeCursor::new(*at, content.len(), true).is_boundary(content, 0).unwrap_or(true);
    let ahead = content[passage.start..words.start].char_indices().map(|(at, _)| passage.start + at);
    let back = content[words.end..passage.end].char_indices().rev();
    let mut ends = std::iter::once(passage.end).chain(back.map(|(at, _)| words.end + at));
    Span::new(
        ahead.into_iter().find(is_whole).unwrap_or(words.start),
        ends.find(is_whole).unwrap_or(words.end),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, words: Span) -> (&str, &str) {
        let passage = passage(text, words);
        (&text[passage.start..words.start], &text[words.end..passage.end])
    }

    #[test]
    fn as_much_is_kept_as_tells_the_place_from_others() {
        let same = format!("{} une erreur {}", "x".repeat(40), "y".repeat(40));
        let text = format!("a{same}b a{same}c");
        let at = text.rfind("une erreur").unwrap();
        let (prefix, suffix) = around(&text, Span::new(at, at + 10));
        assert_eq!(text.matches(&format!("{prefix}une erreur{suffix}")).count(), 1);
        assert!(suffix.ends_with('c') && prefix.chars().count() <= 64);
    }

    #[test]
    fn no_character_is_cut() {
        let family = "👨\u{200d}👩\u{200d}👧";
        let text = format!("{family}{} word {}e\u{301}{family}", "a".repeat(29), "b".repeat(29));
        let at = text.find("word").unwrap();
        let (prefix, suffix) = around(&text, Span::new(at, at + 4));
        assert_eq!((prefix.chars().count(), suffix.chars().count()), (30, 32));
        assert!(suffix.ends_with("e\u{301}"));
    }
}
