//! Words that a printed page breaks at a line's end: what is said where a quote differs from the text there.

use super::messages::Case;
use crate::anchor::Kind;
use crate::finding::Finding;
use crate::quoting::shortened;
use crate::text::{Span, around};

/// So many such words are told.
const TOLD: usize = 3;

/// Says of a quote's findings where the page breaks a word that the quote has otherwise.
pub(super) fn note(case: &Case<'_>, findings: &mut [Finding]) {
    if case.text.breaks().is_empty() || findings.is_empty() || case.anchoring.differences.is_empty() {
        return;
    }
    let notes: Vec<String> = told(case);
    for finding in findings {
        finding.notes.extend(notes.iter().cloned());
    }
}

fn told(case: &Case<'_>) -> Vec<String> {
    let (text, segments) = (case.text, case.quote.segments());
    let mut notes = Vec::new();
    for one in &case.anchoring.differences {
        let quote = &segments[one.segment][one.difference.quote.range()];
        let source = text.slice(one.difference.source);
        let is_of_hyphen = |words: &str| words.contains(['-', '\u{2010}', '\u{AD}']);
        if !is_of_hyphen(quote) && !is_of_hyphen(source) && one.difference.kind != Kind::Words {
            continue;
        }
        let start = text.position(one.difference.source.start).char;
        let end = start + source.chars().count();
        let breaks = text.breaks();
        let first = breaks.partition_point(|&at| at < start);
        let Some(&at) = breaks.get(first).filter(|&&at| at <= end + 1) else { continue };
        let span = one.difference.source;
        let blank = source.len() - source.trim_start().len();
        let word = word_around(text.as_str(), Span::new(span.start + blank, span.end));
        let page = text.page(at).map_or_else(|| "the page".to_owned(), |page| format!("p. {page}"));
        let note = format!(
            "{page} breaks “{}” at a line’s end, so it does not tell whether the word has a hyphen there",
            shortened(word, 60)
        );
        if !notes.contains(&note) && notes.len() < TOLD {
            notes.push(note);
        }
    }
    notes
}

/// The word that a span lies in or beside, with its hyphens.
fn word_around(text: &str, span: Span) -> &str {
    const BESIDE: usize = 80;
    let Span { start: from, end: to } = around(text, span, BESIDE);
    let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\u{2010}' | '\u{AD}' | '’' | '\'');
    let start = text[from..span.start].rfind(|c| !is_inside(c)).map_or(from, |at| {
        let at = from + at;
        at + text[at..].chars().next().map_or(1, char::len_utf8)
    });
    let end = text[span.end..to].find(|c| !is_inside(c)).map_or(to, |at| span.end + at);
    &text[start..end]
}
