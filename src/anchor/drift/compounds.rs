//! Words that are joined by hyphens, told as one word: that *aucun* became *quelques-uns*, and not *uns*.

use crate::anchor::explain::joined;
use crate::fold::{Difference, Kind, characters as ch};
use crate::text::Span;

/// A difference with its sides exchanged.
pub(super) const fn turned(difference: &Difference) -> Difference {
    Difference { kind: difference.kind, quote: difference.source, source: difference.quote }
}

/// Differences in order, such that no compound of the source, whose text this is, is cut among them: where its first
/// part, its hyphen and its second part are told apart, it is told once. The words before it keep their own.
pub(super) fn whole(text: &str, all: Vec<Difference>) -> Vec<Difference> {
    let mut out: Vec<Difference> = Vec::with_capacity(all.len());
    for mut next in all {
        while let Some(last) = out.pop_if(|last| is_cut(text, last.source, next.source)) {
            let start = start_of_word(text, last.source);
            let is_split = start > last.source.start && next.kind != Kind::Punctuation;
            if is_split {
                let before = text[last.source.start..start].trim_end();
                let source = Span::new(last.source.start, last.source.start + before.len());
                out.push(Difference { source, ..last });
                next.source = Span::new(start, next.source.end);
                break;
            }
            next = Difference {
                kind: if last.kind == Kind::Punctuation {
                    next.kind
                } else {
                    last.kind.min(graver(next.kind))
                },
                quote: joined(last.quote, next.quote),
                source: joined(last.source, next.source),
            };
        }
        out.push(next);
    }
    out
}

/// A hyphen that is told beside a word adds nothing to it.
const fn graver(kind: Kind) -> Kind {
    if matches!(kind, Kind::Punctuation) { Kind::Words } else { kind }
}

/// Whether two stretches meet inside a compound: at a hyphen with a letter on either side.
fn is_cut(text: &str, before: Span, after: Span) -> bool {
    if before.is_empty() || after.is_empty() || before.end != after.start {
        return false;
    }
    let left = text[..before.end].chars().next_back();
    let right = text[after.start..].chars().next();
    let is_letter = |c: Option<char>| c.is_some_and(ch::is_letter);
    let is_hyphen = |c: Option<char>| c.is_some_and(ch::is_hyphen);
    is_letter(left) && is_hyphen(right) || is_hyphen(left) && is_letter(right)
}

/// Where the last word of a stretch begins.
fn start_of_word(text: &str, span: Span) -> usize {
    let words = &text[span.range()];
    let last = words.rfind(ch::is_space).map_or(words, |at| words[at..].trim_start_matches(ch::is_space));
    span.end - last.len()
}
