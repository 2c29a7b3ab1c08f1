//! What a source calls a passage that it holds to be untrue: `Intox :` before it, `: false.` behind it. Knows texts.

use crate::fold::{characters as ch, denials};
use crate::text::{Span, Text, head, tail};

/// So many bytes beside a passage are read.
const BESIDE: usize = 160;
/// So many words of its sentence may stand between a label and a passage: `Intox : les |soignants touchent`.
const NEAR: usize = 3;
/// So many bytes there may be between the mark behind a label and a passage.
const REACH: usize = 64;

/// The label beside a span with which its text may call it untrue.
pub fn label_beside(text: &Text<'_>, span: Span) -> Option<Span> {
    before(text, span).or_else(|| behind(text, span))
}

fn before(text: &Text<'_>, span: Span) -> Option<Span> {
    let near = head(text.as_str(), span.start, BESIDE);
    let from = span.start - near.len();
    // Most passages have no such mark near.
    if !may_have_label(head(near, near.len(), REACH)) {
        return None;
    }
    let mut end = near.len();
    for _ in 0..=NEAR {
        if let Some(found) = denials::label_before(&near[..end], from == 0) {
            return Some(Span::from(found).shifted(from));
        }
        end = word_before(&near[..end])?;
    }
    None
}

/// Whether a label may end in some text, told at a glance.
fn may_have_label(near: &str) -> bool {
    near.bytes()
        .any(|byte| matches!(byte, b':' | b'-' | b']' | b'|' | b'\t' | b'\n' | b'\r') || !byte.is_ascii())
}

/// Where the word begins that a text ends with, with white space or an apostrophe behind it.
fn word_before(text: &str) -> Option<usize> {
    let parts = |c: char| ch::is_space(c) && !ch::is_line_end(c) || ch::is_apostrophe(c);
    let bare = text.trim_end_matches(parts);
    let begin = bare.trim_end_matches(|c| ch::is_word(c) || ch::is_hyphen(c)).len();
    (bare.len() < text.len() && begin < bare.len()).then_some(begin)
}

fn behind(text: &Text<'_>, span: Span) -> Option<Span> {
    let found = denials::verdict_behind(tail(text.as_str(), span.end, BESIDE))?;
    Some(Span::from(found).shifted(span.end))
}

#[cfg(test)]
mod tests {
    use super::super::marked::marked;
    use super::*;

    #[test]
    fn a_label_is_seen_a_few_words_away() {
        for (words, label) in [
            ("Intox : |les soignants touchent une prime|.", Some("Intox")),
            ("Intox : les |soignants touchent une prime|.", Some("Intox")),
            ("Faux : l’|usine a fermé|.", Some("Faux")),
            ("Myth: the vaccine was never |tested on adults|.", None),
            ("Myth: in May, the |vaccine was tested|.", None),
            ("Le maire a signé. Il a |vendu le stade| : faux.", Some("faux")),
        ] {
            let (content, span) = marked(words);
            let text = Text::new(&content);
            assert_eq!(label_beside(&text, span).map(|found| text.slice(found)), label, "{words}");
        }
    }
}
