//! Where a passage that goes beyond a word ends, so that it keeps whole what has parts: tags and the names of characters, a
//! unit with its power, an address. Knows single texts.

use super::super::inserted::markup_length;
use crate::fold::characters as ch;
use crate::text::{Span, chars_on};

/// So many bytes before a place are looked at for what it lies in.
const BEFORE: usize = 160;
/// So many characters has the rest of an address.
const LONGEST: usize = 256;

/// Whether a place lies inside a tag or the name of a character.
pub(super) fn is_inside_markup(content: &str, at: usize) -> bool {
    let from = content.floor_char_boundary(at.saturating_sub(BEFORE));
    let sign = content[from..at].rfind(['<', '&', '>', ';', '\n']).map(|place| from + place);
    let opens = sign.filter(|&place| content[place..].starts_with(['<', '&']));
    let length = opens.and_then(|place| markup_length(&content[place..]).map(|length| place + length));
    length.is_some_and(|end| end > at)
}

/// The end of a passage that begins with `own` and was widened to `end`.
pub(super) fn end(content: &str, own: Span, end: usize) -> usize {
    let end = end + closing_tag(&content[own.start..end], &content[end..]);
    address_end(content, own.start, end + power(&content[..end], &content[end..]))
}

/// The length of the power of a unit that ends `before`, which has a sign; one without is as likely the mark of a note.
fn power(before: &str, after: &str) -> usize {
    let is_raised = |c: char| matches!(c, '⁻' | '²' | '³' | '¹' | '⁰' | '⁴'..='⁹');
    let is_one = before.ends_with(ch::is_letter) && after.starts_with('⁻');
    if is_one { after.len() - after.trim_start_matches(is_raised).len() } else { 0 }
}

/// The length of the tag that `after` begins with, where it closes an element that the passage opens.
fn closing_tag(passage: &str, after: &str) -> usize {
    let Some(name) = after.strip_prefix("</").and_then(|rest| rest.split('>').next()) else { return 0 };
    let opens = |tag: &str| passage.rfind(tag);
    let is_open = opens(&format!("<{name}")) > opens(&format!("</{name}"));
    if is_open { markup_length(after).unwrap_or(0) } else { 0 }
}

/// Where an address ends that a passage ends in, without the stop behind it.
fn address_end(content: &str, from: usize, end: usize) -> usize {
    let run = content[from..end].rfind(char::is_whitespace).map_or(from, |space| from + space + 1);
    let words = content.get(run..end).unwrap_or_default();
    if !["://", "www."].iter().any(|sign| words.contains(sign)) {
        return end;
    }
    let rest = &content[end..chars_on(content, end, content.len(), LONGEST)];
    let rest = &rest[..rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | '»'))
        .unwrap_or(rest.len())];
    end + rest.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '*', '_']).len()
}

#[cfg(test)]
mod tests {
    use super::super::widened;
    use crate::text::{Span, Text};

    #[test]
    fn what_has_parts_is_kept_whole() {
        for (marked, whole) in [
            ("The [limit is 10]<sup>-3</sup> here", "limit is 10<sup>-3</sup>"),
            ("The [limit is 10]<sup>6</sup> here", "limit is 10<sup>6</sup>"),
            ("the [fine of 3]&nbsp;500&nbsp;euros", "fine of 3&nbsp;500"),
            ("the [fine of 3]&#160;500&#160;euros", "fine of 3&#160;500"),
            ("they [work for AT]&amp;T now", "work for AT&amp;T"),
            ("for AT&amp;[T now]", "AT&amp;T now"),
            ("of [≤10 µg]·kg⁻¹ daily", "≤10 µg·kg⁻¹"),
            ("see [https://x.org/a?b=c]&d=1#p3.", "https://x.org/a?b=c&d=1#p3"),
            // What is whole already stays as it is.
            ("the [word]<b>s</b> and", "word<b>s</b>"),
            ("les [taliba]ns sont", "talibans"),
            ("les [taliba]ns² sont", "talibans"),
            ("une [aire] de 10 m² ici", "aire"),
        ] {
            let (start, end) = (marked.find('[').unwrap(), marked.find(']').unwrap() - 1);
            let content = marked.replace(['[', ']'], "");
            let found = widened(&Text::new(&content), Span::new(start, end));
            assert_eq!(&content[found.range()], whole, "{marked}");
        }
    }
}
