//! A passage of a source as one paragraph, the found words between `⟦` and `⟧`.

use crate::render::visible::visible;
use crate::text::Span;
use crate::verify::Context;

/// A stretch of a context: its lines joined, a paragraph's end as `¶`, the found words marked, safe to
/// show. Brackets like ours in the source are written out, so that no other words look marked.
pub(in crate::render) fn marked(context: &Context, stretch: Span) -> String {
    let mut out = String::new();
    let mut at = stretch.start;
    if context.is_cut_before && stretch.start == 0 {
        out.push('…');
    }
    for mark in &context.marks {
        let (start, end) = (mark.start.clamp(at, stretch.end), mark.end.clamp(at, stretch.end));
        out.push_str(&readable(&context.text[at..start]));
        if start < end {
            out.push_str(&format!("⟦{}⟧", readable(&context.text[start..end])));
        }
        at = end;
    }
    out.push_str(&readable(&context.text[at..stretch.end]));
    if context.is_cut_after && stretch.end == context.text.len() {
        out.push('…');
    }
    out
}

/// The whole of a context.
pub(in crate::render) fn whole(context: &Context) -> String {
    marked(context, Span::new(0, context.text.len()))
}

fn readable(text: &str) -> String {
    visible(&joined(text)).replace('⟦', "⟨U+27E6⟩").replace('⟧', "⟨U+27E7⟩")
}

/// White space with a line end in it as one space, with an empty line in it as the sign of a paragraph.
fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(end) = rest.find(['\n', '\r']) {
        let line = rest[..end].trim_end();
        let ends = &rest[line.len()..];
        let next = ends.trim_start();
        let blank = &ends[..ends.len() - next.len()];
        let line_ends = blank.replace("\r\n", "\n").matches(['\n', '\r']).count();
        out.push_str(line);
        out.push_str(if line_ends > 1 { " ¶ " } else { " " });
        rest = next;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_and_paragraphs_seen() {
        assert_eq!(joined("a \r\n b\n\nc\nd "), "a b ¶ c d ");
        assert_eq!(readable("a⟦b\u{1b}"), "a⟨U+27E6⟩b⟨U+001B⟩");
    }
}
