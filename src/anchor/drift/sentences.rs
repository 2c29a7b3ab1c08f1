//! Where sentences begin. Knows single texts.

use crate::anchor::items::begins_item;
use crate::anchor::tokens::{ends_in_abbreviation, ends_in_ordinal, ends_sentence};
use crate::fold::characters as ch;

/// Three words in a row make a clause, and six letters of a script without spaces: in halves of a word.
pub const CLAUSE: usize = 6;

/// So many code points may open a sentence before its first letter.
const OPENING: usize = 16;

/// A line of more code points is a paragraph.
const LINE: usize = 120;

/// Whether a sentence, a paragraph or an item of a list begins at this byte. A line's end alone begins none.
pub fn begins(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    if after.starts_with(is_closing) {
        return false;
    }
    let words = before.trim_end();
    let gap = &before[words.len()..];
    let line_ends = gap.matches('\n').count();
    if words.is_empty() || line_ends > 1 || line_ends == 1 && (begins_item(text, at) || is_paragraph(words)) {
        return true;
    }
    let sentence = words.trim_end_matches(|c: char| is_closing(c) || c.is_whitespace());
    let Some(stop) = sentence.chars().next_back().filter(|&stop| ends_sentence(stop)) else { return false };
    if !matches!(stop, '.' | '!' | '?' | '…') {
        return true;
    }
    let letter = after.chars().take(OPENING).find(|c| c.is_alphanumeric());
    let is_begun = letter.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    is_begun && !gap.is_empty() && !ends_in_abbreviation(sentence) && !ends_in_ordinal(sentence)
}

/// Whether a sentence ends at this byte: a stop follows, or what begins one.
pub fn is_end(text: &str, at: usize) -> bool {
    let rest = text[at..].trim_start_matches(is_closing);
    if rest.starts_with(ends_sentence) {
        return true;
    }
    let next = rest.trim_start();
    next.is_empty() || begins(text, text.len() - next.len())
}

fn is_closing(c: char) -> bool {
    matches!(c, '»' | '”' | '’' | '"' | '\'' | ')' | ']' | '」' | '』' | '）' | '】')
}

/// Whether the last of these lines is so long that its end ends a paragraph.
fn is_paragraph(lines: &str) -> bool {
    let line = lines.rfind(ch::is_line_end).map_or(lines, |end| &lines[end..]);
    line.len() > LINE && line.chars().count() > LINE
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What begins a sentence in a text, from each begin to the next.
    fn sentences(text: &str) -> Vec<&str> {
        let starts: Vec<usize> = text
            .char_indices()
            .filter(|&(at, c)| !c.is_whitespace() && begins(text, at) && !begins_before(text, at))
            .map(|(at, _)| at)
            .collect();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        starts.iter().zip(ends).map(|(&from, to)| text[from..to].trim_end()).collect()
    }

    fn begins_before(text: &str, at: usize) -> bool {
        text[..at]
            .chars()
            .next_back()
            .is_some_and(|c| !c.is_whitespace() && !ends_sentence(c) && !is_closing(c))
    }

    #[test]
    fn sentences_begin_where_a_reader_says() {
        assert_eq!(
            sentences("M. Karzaï vint. « Quoi ? » Il\nrit."),
            ["M. Karzaï vint.", "« Quoi ? »", "Il\nrit."]
        );
        assert_eq!(
            sentences("Es gilt Abs. 3 nicht. Art. 4 gilt."),
            ["Es gilt Abs. 3 nicht.", "Art. 4 gilt."]
        );
        assert_eq!(sentences("他说：“不。”后来走了。再见！"), ["他说：“不。”", "后来走了。", "再见！"]);
        assert_eq!(sentences("قال لا. لماذا؟ لأنه تعب."), ["قال لا.", "لماذا؟", "لأنه تعب."]);
        assert_eq!(
            sentences("One thing:\n* two\n* three\n\nfour"),
            ["One thing:", "* two", "* three", "four"]
        );
        assert_eq!(sentences("Am 31. März 2012. Am Tag danach."), ["Am 31. März 2012.", "Am Tag danach."]);
        assert_eq!(sentences("It cost 3.5 million e.g. in May."), ["It cost 3.5 million e.g. in May."]);
    }
}
