//! Marks inside Hebrew words: geresh and gershayim, and the quotation marks that look like them.

use super::Surroundings;
use crate::fold::characters as ch;

/// Whether the place lies before the geresh that ends a Hebrew word, as in `ג׳ורג׳`, where it closes no quotation.
pub(super) fn is_before_geresh(seen: &Surroundings<'_>) -> bool {
    const GERESH: char = '\u{5F3}';
    if !seen.right(0, |c| c == GERESH) || !seen.left(0, ch::is_hebrew) {
        return false;
    }
    let length = seen.left.iter().take_while(|&&c| ch::is_letter(c)).count();
    !seen.left(length, |c| c == GERESH) || seen.left(length + 1, ch::is_letter)
}

/// Whether a mark between these letters is of a Hebrew abbreviation, or quotes after a joined letter.
pub(super) fn is_gershayim_inside(joiner: char, left: char, right: char) -> bool {
    ch::is_gershayim(joiner) && ch::is_hebrew(left) && ch::is_hebrew(right)
}

/// What Hebrew joins to the word after it.
const PREFIXES: &str = "ושהבכלמ";
/// So many of them are joined at most.
const MOST: usize = 3;

/// Whether the letters that come first, a word's in any order, are such prefixes.
fn are_prefixes(mut letters: impl Iterator<Item = char>) -> bool {
    let mut word = letters.by_ref().take_while(|&c| ch::is_letter(c)).take(MOST + 1).peekable();
    let mut count = 0;
    word.peek().is_some()
        && word.all(|c| {
            count += 1;
            PREFIXES.contains(c) && count <= MOST
        })
}

/// Whether the mark after a Hebrew word of prefixes opens a quotation, as in `ב"מעריב" נכתב`, and is none inside an
/// abbreviation, as in `ב"כ`: the next such mark in the line closes one. `rest` begins before or behind the mark.
pub(super) fn opens_quotation(prefix: &[char], rest: &str, mark: char) -> bool {
    if !are_prefixes(prefix.iter().copied()) {
        return false;
    }
    let line = rest.strip_prefix(mark).unwrap_or(rest).split(['\r', '\n']).next().unwrap_or_default();
    let ends_word = |text: &str| text.ends_with(ch::is_word);
    let begins_word = |text: &str| text.starts_with(ch::is_word);
    let marks = line.match_indices(ch::is_gershayim);
    let mut around = marks.map(|(at, found)| (&line[..at], &line[at + found.len()..]));
    // Marks between two letters are of abbreviations, or may open another quotation.
    let is_inside = |before: &str, after: &str| ends_word(before) && begins_word(after);
    let decides =
        |&(before, after): &(&str, &str)| !is_inside(before, after) || are_prefixes(before.chars().rev());
    let next = around.find(decides);
    next.is_some_and(|(before, after)| !before.ends_with(ch::is_space) && !begins_word(after))
}

#[cfg(test)]
mod tests {
    use super::super::{CutKind, Edge, cut_at};
    use crate::text::Text;

    #[test]
    fn a_quotation_after_a_joined_letter_is_no_abbreviation() {
        for (marked, at_start, at_end) in [
            ("נכתב ב\"|מעריב\" היום", None, Some(CutKind::Word)),
            ("נכתב ב|\"מעריב\" היום", None, Some(CutKind::Word)),
            ("וה\"|ידיעות אחרונות\", אמר", None, Some(CutKind::Word)),
            ("ה”|הארץ” אמר", None, Some(CutKind::Word)),
            ("דובר צה\"|ל אמר", Some(CutKind::Word), Some(CutKind::Word)),
            ("של ב\"|כ המדינה", Some(CutKind::Word), Some(CutKind::Word)),
            ("ה\"|ה ו\"שלום\" אמר", Some(CutKind::Word), Some(CutKind::Word)),
            ("ש\"|ס ואמר צה\"ל בא", Some(CutKind::Word), Some(CutKind::Word)),
        ] {
            let at = marked.find('|').unwrap();
            let text = marked.replacen('|', "", 1);
            let text = Text::new(&text);
            assert_eq!(cut_at(&text, at, Edge::Start), at_start, "{marked}");
            assert_eq!(cut_at(&text, at, Edge::End), at_end, "{marked}");
        }
    }
}
