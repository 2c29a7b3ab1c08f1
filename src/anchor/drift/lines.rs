//! Lines that both texts have, once each: wherever such a line went, what stood in it went with it. That is
//! known before any alignment, which would have to choose between copies (Heckel, 1978, begins so too).

use crate::text::{Span, lines};
use memchr::memmem;
use std::collections::HashMap;

/// Shorter lines, in bytes, say too little: a date, a name, a heading that many articles have.
const LEAST: usize = 24;
/// Longer lines, in bytes on either side of a passage, are whole texts, and left to the alignment.
const LONGEST: usize = 1 << 16;

/// For so many passages it is cheaper to look for each line than to list all of them.
const FEW: usize = 32;

/// The lines of two texts.
pub struct Lines<'t> {
    old: Side<'t>,
    new: Side<'t>,
}

impl<'t> Lines<'t> {
    /// The lines of two texts, for so many passages.
    pub fn new(old: &'t str, new: &'t str, passages: usize) -> Self {
        let side = |text| Side { text, places: (passages > FEW).then(|| places(text)) };
        Self { old: side(old), new: side(new) }
    }

    /// Where a passage of the older text lies in the newer one, if all lines that it lies in went there.
    pub fn place(&self, passage: Span) -> Option<Span> {
        let (old, new) = (self.old.text, self.new.text);
        let lead = old[line_start(old, passage.start)?..passage.start].trim_start().len();
        let start = passage.start - lead;
        let first = old[start..line_end(old, passage.start)?].trim_end();
        if first.len() < LEAST || self.old.place(first)? != start {
            return None;
        }
        let whole = old[start..line_end(old, passage.end)?].trim_end();
        let to = self.new.place(first)?;
        let is_there = new.get(to..to + whole.len()) == Some(whole);
        let rest = new.get(to + whole.len()..)?.trim_start_matches([' ', '\t']);
        let is_whole = is_there && (rest.is_empty() || rest.starts_with(['\n', '\r']));
        let at = to + (passage.start - start);
        (is_whole && passage.end <= start + whole.len()).then(|| Span::new(at, at + passage.len()))
    }
}

/// One text, and where its lines are if they were listed; `None` for one that is there several times.
struct Side<'t> {
    text: &'t str,
    places: Option<HashMap<&'t str, Option<usize>>>,
}

impl Side<'_> {
    /// Where this line is, if it is there once.
    fn place(&self, line: &str) -> Option<usize> {
        if let Some(places) = &self.places {
            return places.get(line).copied().flatten();
        }
        let is_line = |at: &usize| {
            let ends = line_start(self.text, *at).zip(line_end(self.text, at + line.len()));
            ends.is_some_and(|(start, end)| self.text[start..end].trim() == line)
        };
        let mut found = memmem::find_iter(self.text.as_bytes(), line.as_bytes()).filter(is_line);
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }
}

/// Where the line of a byte begins; `None` for one that is very long.
fn line_start(text: &str, at: usize) -> Option<usize> {
    let from = at.saturating_sub(LONGEST);
    let end = memchr::memrchr2(b'\n', b'\r', &text.as_bytes()[from..at]);
    end.map(|end| from + end + 1).or((from == 0).then_some(0))
}

/// Where it ends, likewise.
fn line_end(text: &str, at: usize) -> Option<usize> {
    let to = (at + LONGEST).min(text.len());
    let end = memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..to]);
    end.map(|end| at + end).or((to == text.len()).then_some(to))
}

/// Where each line begins, without the white space around it.
fn places(text: &str) -> HashMap<&str, Option<usize>> {
    let mut places: HashMap<&str, Option<usize>> = HashMap::new();
    for line in lines(text) {
        let content = &text[line.range()];
        let words = content.trim();
        if (LEAST..=2 * LONGEST).contains(&words.len()) {
            let start = line.start + (content.len() - content.trim_start().len());
            places.entry(words).and_modify(|known| *known = None).or_insert(Some(start));
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_goes_where_its_line_went() {
        let old = "Heading\n  “We will never leave,” said the minister.\nThe end of the article.\n";
        let new = "Heading\n“We will never leave,” said a rebel leader.\n“We will never leave,” said the minister.\n";
        let at = old.find("We will").unwrap();
        let span = Lines::new(old, new, 1).place(Span::new(at, at + 19)).unwrap();
        assert_eq!(&new[span.range()], "We will never leave");
        assert_eq!(span.start, new.rfind("We will").unwrap());
        let twice = format!("{new}“We will never leave,” said the minister.\n");
        assert_eq!(Lines::new(old, &twice, 1).place(Span::new(at, at + 19)), None);
    }

    #[test]
    fn a_passage_over_several_lines_needs_them_all() {
        let old = "The first line of the passage,\nand the second line of it.\n";
        let at = old.find("passage").unwrap();
        let passage = Span::new(at, old.find("line of it").unwrap() + 4);
        let moved = format!("Something else that came before.\n{old}");
        let span = Lines::new(old, &moved, 100).place(passage).unwrap();
        assert_eq!(&moved[span.range()], &old[passage.range()]);
        assert_eq!(Lines::new(old, &moved.replace("second", "third"), 1).place(passage), None);
    }
}
