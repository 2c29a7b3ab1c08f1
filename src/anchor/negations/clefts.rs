//! Negations in a cleft: *it was not the mayor who* before *took bribes*. Knows texts.

use super::super::tokens::{Class, tokens};
use super::{BESIDE, Negation, is_one_clause};
use crate::fold::{characters as ch, clefts};
use crate::text::{Span, Text, head};

/// So many words of a cleft are read.
const WORDS: usize = 11;

/// The negation of a cleft that the words straight before a span are.
pub(super) fn negation_before(text: &Text<'_>, span: Span) -> Option<Negation> {
    let near = head(text.as_str(), span.start, BESIDE + BESIDE / 2);
    let words = near.trim_end_matches(ch::is_space);
    let last = &words[words.trim_end_matches(ch::is_word).len()..];
    if words.len() == near.len() || !clefts::may_end_cleft(last) {
        return None;
    }
    let all = tokens(words);
    let is_one = |span: Span, class: Class| {
        matches!(class, Class::Word | Class::Number) || &words[span.range()] == ","
    };
    let own = all.iter().rev().take_while(|token| is_one(token.span, token.class)).take(WORDS);
    let spans: Vec<Span> = own.map(|token| token.span).collect();
    let forms: Vec<&str> = spans.iter().map(|span| &words[span.range()]).collect();
    let at = clefts::denying(&forms, text.spoken())?;
    let found = spans[at].shifted(span.start - near.len());
    let distance = 1 + forms[..at].iter().filter(|word| **word != ",").count();
    is_one_clause(text, found, span).then_some(Negation { span: found, distance })
}
