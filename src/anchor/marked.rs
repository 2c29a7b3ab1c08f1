//! Texts in which the words of a quote stand between `|` and `|`, for tests.

use crate::text::Span;

/// The text without the marks, and where the words between them lie.
pub fn marked(text: &str) -> (String, Span) {
    let (head, rest) = text.split_once('|').expect("a mark before the words");
    let (words, tail) = rest.split_once('|').expect("a mark after the words");
    (format!("{head}{words}{tail}"), Span::new(head.len(), head.len() + words.len()))
}
