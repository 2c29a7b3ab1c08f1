//! The text directive that leads to one place of a text and to no other: the words themselves where they are
//! few enough, else their beginning and end, with as little of what stands around them as will do.

use super::page::{Effort, TooMuch};
use super::{Boundaries, Directive, Page};
use crate::fold::characters as ch;
use crate::text::{Span, Text, char_count};

/// So many code points are written out; of longer words the beginning and the end (the draft: 300).
const EXACT: usize = 300;
/// Words of so few words are given with what stands around them wherever they are (the draft: 3), for a page
/// has more on it than its article.
const FEW: usize = 3;
/// So many words of the beginning and the end stand for long words.
const ENDS: [usize; 3] = [5, 8, 12];
/// So many words on either side are tried, the fewest first.
const AROUND: [usize; 8] = [0, 1, 2, 3, 4, 6, 9, 14];
/// So many bytes of a line on either side are looked at.
const WINDOW: usize = 2000;

/// The directive by which a browser finds the words at `span` of a text and nothing else in it; `None` where
/// there is none within these bounds.
///
/// No term reaches over the end of a line, for a page may have a line break there or only a space.
pub fn choose(page: &Page, text: &Text<'_>, span: Span) -> Option<Directive> {
    let span = trimmed(text.as_str(), span)?;
    let mut effort = Effort::for_one_quote();
    // Where no mark or space is near, the default boundaries must do.
    for boundaries in [Boundaries::Certain, Boundaries::Default] {
        let place = Place::new(page, text.as_str(), span, boundaries);
        for terms in place.terms() {
            match place.directive(terms, &mut effort) {
                Ok(None) => {}
                Ok(found) => return found,
                Err(TooMuch) => return None,
            }
        }
    }
    None
}

/// The words themselves, or their beginning and end.
#[derive(Clone, Copy)]
struct Terms {
    start: Span,
    end: Option<Span>,
}

/// Where context is taken from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    /// From the lines that the words are in.
    Own,
    /// Where the words begin or end their line, from the one before or after it.
    Neighbouring,
}

/// Words in their lines.
struct Place<'p> {
    page: &'p Page,
    content: &'p str,
    span: Span,
    /// What of their first line stands before them, and of their last one after them, as far as it is looked at.
    before: Span,
    after: Span,
    boundaries: Boundaries,
}

impl<'p> Place<'p> {
    fn new(page: &'p Page, content: &'p str, span: Span, boundaries: Boundaries) -> Self {
        let before = Span::new(line_start(content, span.start), span.start);
        let after = Span::new(span.end, line_end(content, span.end));
        Self { page, content, span, before, after, boundaries }
    }

    /// What can stand for the words, the best first.
    fn terms(&self) -> Vec<Terms> {
        let words = &self.content[self.span.range()];
        let is_one_line = !words.contains(ch::is_line_end);
        if is_one_line && char_count(words) <= EXACT {
            return vec![Terms { start: self.span, end: None }];
        }
        let first = words.find(ch::is_line_end).map_or(self.span.end, |at| self.span.start + at);
        let last = words.rfind(ch::is_line_end).map_or(self.span.start, |at| self.span.start + at);
        let ends = |&count: &usize| {
            let start = trimmed(
                self.content,
                Span::new(self.span.start, self.forward(Span::new(self.span.start, first), count)),
            )?;
            let end = trimmed(
                self.content,
                Span::new(self.backward(Span::new(last, self.span.end), count), self.span.end),
            )?;
            (start.end <= end.start).then_some(Terms { start, end: Some(end) })
        };
        ENDS.iter().filter_map(ends).collect()
    }

    /// The directive with the least context by which the terms lead here and nowhere else.
    fn directive(&self, terms: Terms, effort: &mut Effort) -> Result<Option<Directive>, TooMuch> {
        let needs = (!self.is_boundary(self.span.start), !self.is_boundary(self.shown_end()));
        let is_few = terms.end.is_none() && self.count_words(self.span) <= FEW;
        let contexts = AROUND.iter().flat_map(|&size| match size {
            0 => vec![(0, 0)],
            1 if is_few => Vec::new(),
            _ if is_few => vec![(size, size), (size, 0), (0, size)],
            _ => vec![(size, 0), (0, size), (size, size)],
        });
        let is_enough = |&(before, after): &(usize, usize)| {
            (before > 0 || !needs.0) && (after > 0 || !needs.1) && (before + after > 0 || !is_few)
        };
        let bare = [(0, 0)].into_iter().filter(|_| is_few && needs == (false, false));
        let contexts: Vec<(usize, usize)> = contexts.filter(is_enough).chain(bare).collect();
        // What stands in another line may be farther off in the page, behind a picture or a note.
        for lines in [Lines::Own, Lines::Neighbouring] {
            for &(before, after) in &contexts {
                let Some(directive) = self.written(terms, before, after, lines) else { continue };
                if self.leads_here(&directive, effort)? {
                    return Ok(Some(directive));
                }
            }
        }
        Ok(None)
    }

    /// The terms with so many words before and after; `None` where there are none to be had.
    fn written(&self, terms: Terms, before: usize, after: usize, lines: Lines) -> Option<Directive> {
        let term = |span: Span| written(&self.content[span.range()]);
        let prefix = if before > 0 { Some(term(self.prefix(before, lines)?)) } else { None };
        let suffix = if after > 0 { Some(term(self.suffix(after, lines)?)) } else { None };
        Some(Directive { prefix, start: term(terms.start), end: terms.end.map(term), suffix })
    }

    /// The end of the words with what a browser passes over after them.
    fn shown_end(&self) -> usize {
        let rest = &self.content[self.span.end..self.after.end];
        self.after.end - rest.trim_start_matches(is_passed_over).len()
    }

    fn leads_here(&self, directive: &Directive, effort: &mut Effort) -> Result<bool, TooMuch> {
        let is_here = |found: Option<Span>| {
            let ends = self.span.end..=self.shown_end();
            found.is_some_and(|found| found.start == self.span.start && ends.contains(&found.end))
        };
        if !is_here(self.page.only(directive, effort)?) {
            return Ok(false);
        }
        Ok(is_here(self.page.find(directive, self.boundaries)))
    }

    /// So many words before, of the same line; of the one before where the words begin theirs and it may be used.
    fn prefix(&self, count: usize, lines: Lines) -> Option<Span> {
        let neighbour = || {
            let end = self.content[..self.before.start].trim_end().len();
            trimmed(self.content, Span::new(line_start(self.content, end), end))
        };
        let line = match trimmed(self.content, self.before) {
            None if lines == Lines::Neighbouring => neighbour()?,
            own => own?,
        };
        trimmed(self.content, Span::new(self.backward(line, count), line.end))
    }

    /// So many words after, likewise.
    fn suffix(&self, count: usize, lines: Lines) -> Option<Span> {
        let neighbour = || {
            let rest = &self.content[self.after.end..];
            let start = self.content.len() - rest.trim_start().len();
            trimmed(self.content, Span::new(start, line_end(self.content, start)))
        };
        let line = match trimmed(self.content, self.after) {
            None if lines == Lines::Neighbouring => neighbour()?,
            own => own?,
        };
        trimmed(self.content, Span::new(line.start, self.forward(line, count)))
    }

    fn is_boundary(&self, at: usize) -> bool {
        self.page.is_boundary(at, self.boundaries)
    }

    /// The end of the first `count` words of a span, or of all where there are fewer.
    fn forward(&self, span: Span, count: usize) -> usize {
        let words = self.content[span.range()].char_indices();
        let ends = words.filter(|&(_, c)| ch::is_word(c)).map(|(at, c)| span.start + at + c.len_utf8());
        ends.filter(|&end| self.is_boundary(end)).nth(count - 1).unwrap_or(span.end)
    }

    /// The beginning of the last `count` words of a span, or of all where there are fewer.
    fn backward(&self, span: Span, count: usize) -> usize {
        let words = self.content[span.range()].char_indices().rev();
        let starts = words.filter(|&(_, c)| ch::is_word(c)).map(|(at, _)| span.start + at);
        starts.filter(|&start| self.is_boundary(start)).nth(count - 1).unwrap_or(span.start)
    }

    fn count_words(&self, span: Span) -> usize {
        let words = self.content[span.range()].char_indices();
        let starts = words.filter(|&(_, c)| ch::is_word(c)).map(|(at, _)| span.start + at);
        starts
            .filter(|&start| start == span.start || self.page.is_boundary(start, Boundaries::Default))
            .count()
    }
}

/// A span without white space, and what else a browser passes over, at its ends; `None` where there is nothing
/// else.
fn trimmed(content: &str, span: Span) -> Option<Span> {
    let is_nothing = |c: char| ch::is_space(c) || is_passed_over(c);
    let words = content.get(span.range())?;
    let start = span.end - words.trim_start_matches(is_nothing).len();
    let span = Span::new(start, start + words.trim_matches(is_nothing).len());
    (!span.is_empty()).then_some(span)
}

/// Whether the collation ignores `c`, which is neither a letter's mark nor white space.
fn is_passed_over(c: char) -> bool {
    ch::is_invisible(c) || c.is_control() && !ch::is_space(c)
}

/// Where the line of a place begins, or how far it is looked at.
fn line_start(content: &str, at: usize) -> usize {
    let from = content.ceil_char_boundary(at.saturating_sub(WINDOW));
    let line = content[from..at].char_indices().rev().find(|&(_, c)| ch::is_line_end(c));
    line.map_or(from, |(offset, c)| from + offset + c.len_utf8())
}

/// Where the line of a place ends, or how far it is looked at.
fn line_end(content: &str, at: usize) -> usize {
    let to = content.floor_char_boundary((at + WINDOW).min(content.len()));
    content[at..to].find(ch::is_line_end).map_or(to, |offset| at + offset)
}

/// A term as it is written: a run of white space as one space, as a browser sets it.
fn written(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut is_after_space = false;
    for c in words.chars() {
        let is_space = ch::is_space(c);
        match (is_space, is_after_space) {
            (true, true) => {
                out.pop();
                out.push(' ');
            }
            _ => out.push(c),
        }
        is_after_space = is_space;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(text: &str, words: &str) -> Option<String> {
        let text = Text::new(text);
        let page = Page::new(&text).unwrap();
        let start = text.as_str().find(words).unwrap();
        let directive = choose(&page, &text, Span::new(start, start + words.len()))?;
        let parts = [
            directive.prefix.map(|prefix| format!("{prefix}-")),
            Some(directive.start),
            directive.end,
            directive.suffix.map(|suffix| format!("-{suffix}")),
        ];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" | "))
    }

    #[test]
    fn words_alone_where_they_are_enough() {
        let text = "Le ministre a reconnu une erreur. Il est parti.";
        assert_eq!(chosen(text, "a reconnu une erreur").unwrap(), "a reconnu une erreur");
        assert_eq!(chosen(text, "reconnu une").unwrap(), "ministre a- | reconnu une | -erreur. Il");
    }

    #[test]
    fn a_word_that_is_begun_is_left_to_the_context() {
        let text = "Il parle de l’erreur du ministre, et de l’horreur.";
        assert_eq!(chosen(text, "erreur du ministre, et").unwrap(), "l’- | erreur du ministre, et");
        assert_eq!(chosen(text, "ministre, et de l").unwrap(), "ministre, et de l | -’horreur");
    }

    #[test]
    fn what_a_browser_takes_for_the_same_needs_context() {
        let text = "Il a longé la cote de la mer ce jour. Il a longé la côté de la mer un soir.";
        assert_eq!(chosen(text, "longé la côté de la mer").unwrap(), "longé la côté de la mer | -un");
    }

    #[test]
    fn long_words_and_words_over_lines_are_given_by_their_ends() {
        let long = format!(
            "Ceci est le début de tout. {} Voici enfin le bout de tout.",
            "Encore un mot de plus. ".repeat(20)
        );
        assert_eq!(chosen(&long, &long).unwrap(), "Ceci est le début de | enfin le bout de tout.");
        // Beginning and end never share a word.
        let few = ["a", "b", "c", "d", "e", "f", "g"].map(|letter| letter.repeat(60)).join(" ");
        assert_eq!(chosen(&few, &few), None);
        let text = "Un deux trois quatre\ncinq six sept.\n\nAutre.";
        assert_eq!(chosen(text, "deux trois quatre\ncinq six").unwrap(), "deux trois quatre | cinq six");
    }

    #[test]
    fn scripts_without_spaces_begin_and_end_at_a_mark() {
        let text = "水库的水位在三月上升了百分之十二，居民已经撤离。";
        assert_eq!(chosen(text, "三月上升了").unwrap(), "水库的水位在- | 三月上升了 | -百分之十二");
    }

    #[test]
    fn what_a_browser_passes_over_is_left_out_at_the_ends() {
        let text = "Il dit \u{200f}قال الوزير إن الاتفاق خطأ\u{200f} hier.";
        let words = "\u{200f}قال الوزير إن الاتفاق خطأ\u{200f}";
        assert_eq!(chosen(text, words).unwrap(), "قال الوزير إن الاتفاق خطأ");
    }

    #[test]
    fn a_text_of_one_word_again_and_again_is_no_trap() {
        let text = "ab ".repeat(500_000);
        let text = Text::new(&text);
        let page = Page::new(&text).unwrap();
        assert_eq!(choose(&page, &text, Span::new(300_000, 300_001)), None);
        let mut effort = Effort::for_one_quote();
        let word = Directive { prefix: None, start: "a".into(), end: None, suffix: None };
        // Half a million places are passed over once; for a second time not enough is left.
        assert!(page.only(&word, &mut effort).is_ok_and(|found| found.is_none()));
        assert!(page.only(&word, &mut effort).is_err());
    }

    #[test]
    fn nothing_is_chosen_where_nothing_decides() {
        assert_eq!(chosen("Une erreur.\n\nUne erreur.\n\nUne erreur.", "Une erreur."), None);
        assert_eq!(chosen("Une erreur\n\nAutre chose ici", "Autre chose ici").unwrap(), "Autre chose ici");
    }
}
