//! A text as a browser searches it: folded, in blocks, with its word boundaries; and the draft's algorithm
//! “Find a range from a text directive” over it.

use super::Directive;
use super::collation::push_folded;
use crate::fold::characters as ch;
use crate::text::{Span, Text};
use unicode_script::{Script, UnicodeScript as _};
use unicode_segmentation::UnicodeSegmentation as _;

/// The largest text, in bytes, that is made ready for searching; no page for people is as long.
pub(crate) const LARGEST_PAGE: usize = 8 << 20;

/// Stands between two blocks; no term has it.
const BLOCK_END: u8 = 0;

/// A text made ready for searching.
#[derive(Debug)]
pub struct Page {
    folded: Vec<u8>,
    /// For each folded byte where the character that it stands for begins in the text.
    origins: Vec<u32>,
    /// The length of the text.
    length: usize,
    /// The bytes of the text at which words begin or end by the default of UAX 29.
    words: Bits,
    /// Those of them at which they do by any dictionary.
    certain: Bits,
}

/// Which word boundaries count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boundaries {
    /// Those of UAX 29, where each ideograph is a word: as many as any browser can find.
    Default,
    /// Those that every browser finds: none between two letters of a script that is written without spaces,
    /// where a dictionary decides.
    Certain,
}

impl Page {
    /// Makes a text ready; `None` where it is longer than 8 MiB.
    ///
    /// Its blocks are the text's (see [`Text::block`]). A line's end inside one is white space: a page may have
    /// had a line break there or only a space.
    pub fn new(text: &Text<'_>) -> Option<Self> {
        let content = text.as_str();
        if content.len() > LARGEST_PAGE {
            return None;
        }
        let (words, certain) = boundaries(content);
        let mut page =
            Self { folded: Vec::new(), origins: Vec::new(), length: content.len(), words, certain };
        page.fold(text);
        Some(page)
    }

    fn fold(&mut self, text: &Text<'_>) {
        self.folded.reserve(text.as_str().len());
        self.origins.reserve(text.as_str().len());
        let mut space: Option<(usize, bool)> = None;
        for (at, c) in text.as_str().char_indices() {
            if ch::is_space(c) {
                let (start, has_line_end) = space.unwrap_or((at, false));
                space = Some((start, has_line_end || ch::is_line_end(c)));
                continue;
            }
            if let Some((start, has_line_end)) = space.take().filter(|_| !self.folded.is_empty()) {
                let is_block_end = has_line_end && text.block(start) != text.block(at);
                self.folded.push(if is_block_end { BLOCK_END } else { b' ' });
                self.origins.push(start as u32);
            }
            push_folded(c, &mut self.folded);
            self.origins.resize(self.folded.len(), at as u32);
        }
    }

    /// The place that a browser shows for a directive: the first one.
    pub fn find(&self, directive: &Directive, boundaries: Boundaries) -> Option<Span> {
        let found = self.search(&Terms::new(directive)?, 0, boundaries, &mut Effort::unbounded());
        Some(self.span(found.ok()??))
    }

    /// The only place of a directive; `None` where there is none or there are several.
    pub fn find_only(&self, directive: &Directive) -> Option<Span> {
        self.only(directive, &mut Effort::unbounded()).ok()?
    }

    /// The only place of a directive, if as much effort finds it.
    pub(super) fn only(&self, directive: &Directive, effort: &mut Effort) -> Result<Option<Span>, TooMuch> {
        let Some(terms) = Terms::new(directive) else { return Ok(None) };
        let Some(first) = self.search(&terms, 0, Boundaries::Default, effort)? else { return Ok(None) };
        let is_only = self.search(&terms, first.0 + 1, Boundaries::Default, effort)?.is_none();
        Ok(is_only.then(|| self.span(first)))
    }

    fn span(&self, (start, end): (usize, usize)) -> Span {
        Span::new(self.origin(start), self.origin(end))
    }

    /// Whether words begin or end at byte `at` of the text.
    pub(crate) fn is_boundary(&self, at: usize, boundaries: Boundaries) -> bool {
        match boundaries {
            Boundaries::Default => self.words.has(at),
            Boundaries::Certain => self.certain.has(at),
        }
    }

    /// “Find a range from a text directive”, from a folded byte on; the folded bytes of the range.
    fn search(
        &self,
        terms: &Terms,
        from: usize,
        boundaries: Boundaries,
        effort: &mut Effort,
    ) -> Result<Option<(usize, usize)>, TooMuch> {
        let mut from = from;
        while let Some(mut range) = self.find_start(terms, &mut from, boundaries, effort)? {
            loop {
                if let Some(end) = &terms.end {
                    let bounds = Bounds { start: true, end: terms.suffix.is_none() };
                    let found = self.find_term(end, range.1, bounds, boundaries, effort)?;
                    let Some(found) = found else { return Ok(None) };
                    range.1 = found.1;
                }
                let Some(suffix) = &terms.suffix else { return Ok(Some(range)) };
                let next = self.skip_space(range.1);
                if self.term_at(suffix, next, Bounds { start: false, end: true }, boundaries).is_some() {
                    return Ok(Some(range));
                }
                if terms.end.is_none() {
                    break;
                }
            }
        }
        Ok(None)
    }

    /// The next place of the words that a range starts with, behind their prefix where there is one. Moves `from` behind
    /// the beginning of what was found.
    fn find_start(
        &self,
        terms: &Terms,
        from: &mut usize,
        boundaries: Boundaries,
        effort: &mut Effort,
    ) -> Result<Option<(usize, usize)>, TooMuch> {
        let ends_word = terms.end.is_some() || terms.suffix.is_none();
        while *from < self.folded.len() {
            let Some(prefix) = &terms.prefix else {
                let bounds = Bounds { start: true, end: ends_word };
                let found = self.find_term(&terms.start, *from, bounds, boundaries, effort)?;
                *from = found.map_or(*from, |found| found.0 + 1);
                return Ok(found);
            };
            let bounds = Bounds { start: true, end: false };
            let Some(before) = self.find_term(prefix, *from, bounds, boundaries, effort)? else {
                return Ok(None);
            };
            *from = before.0 + 1;
            let next = self.skip_space(before.1);
            if next >= self.folded.len() {
                return Ok(None);
            }
            let bounds = Bounds { start: false, end: ends_word };
            let found = self.term_at(&terms.start, next, bounds, boundaries);
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// The first place of a term at or after a folded byte, inside one block.
    fn find_term(
        &self,
        term: &[u8],
        from: usize,
        bounds: Bounds,
        boundaries: Boundaries,
        effort: &mut Effort,
    ) -> Result<Option<(usize, usize)>, TooMuch> {
        let mut from = from;
        let finder = memchr::memmem::Finder::new(term);
        loop {
            let rest = self.folded.get(from..).unwrap_or_default();
            let found = finder.find(rest);
            effort.spend(found.unwrap_or(rest.len()))?;
            let Some(found) = found else { return Ok(None) };
            let start = from + found;
            if self.is_whole(start, start + term.len(), bounds, boundaries) {
                return Ok(Some((start, start + term.len())));
            }
            from = start + 1;
        }
    }

    /// A term at a folded byte.
    fn term_at(
        &self,
        term: &[u8],
        at: usize,
        bounds: Bounds,
        boundaries: Boundaries,
    ) -> Option<(usize, usize)> {
        let end = at + term.len();
        let is_there = self.folded.get(at..end) == Some(term) && self.is_whole(at, end, bounds, boundaries);
        is_there.then_some((at, end))
    }

    /// Whether folded bytes are whole characters, bounded as they must be.
    fn is_whole(&self, start: usize, end: usize, bounds: Bounds, boundaries: Boundaries) -> bool {
        let is_edge =
            |at: usize| at == 0 || at == self.folded.len() || self.origins[at - 1] != self.origins[at];
        is_edge(start)
            && is_edge(end)
            && (!bounds.start || self.is_boundary(self.origin(start), boundaries))
            && (!bounds.end || self.is_boundary(self.origin(end), boundaries))
    }

    /// Where the character of a folded byte begins; what the folding leaves out belongs to what is before it.
    fn origin(&self, at: usize) -> usize {
        self.origins.get(at).map_or(self.length, |&origin| origin as usize)
    }

    fn skip_space(&self, at: usize) -> usize {
        let is_space = |byte: &&u8| matches!(**byte, b' ' | BLOCK_END);
        at + self.folded[at..].iter().take_while(is_space).count()
    }
}

/// How much is looked at for one quote, so that a text of one word again and again is no trap.
#[derive(Debug)]
pub(super) struct Effort(usize);

/// The effort was not enough to tell.
#[derive(Debug)]
pub(super) struct TooMuch;

impl Effort {
    /// Enough for words that stand in a long text some thousand times; some hundredths of a second.
    pub(super) const fn for_one_quote() -> Self {
        Self(1_000_000)
    }

    const fn unbounded() -> Self {
        Self(usize::MAX)
    }

    /// Spends what it costs to pass over so many bytes to a place where a term may be.
    fn spend(&mut self, bytes: usize) -> Result<(), TooMuch> {
        self.0 = self.0.checked_sub(1 + bytes / 256).ok_or(TooMuch)?;
        Ok(())
    }
}

/// On which sides a term must be bounded by a word boundary.
#[derive(Clone, Copy)]
struct Bounds {
    start: bool,
    end: bool,
}

/// A directive's terms, folded.
struct Terms {
    prefix: Option<Vec<u8>>,
    start: Vec<u8>,
    end: Option<Vec<u8>>,
    suffix: Option<Vec<u8>>,
}

impl Terms {
    /// `None` where nothing of a term is left to be looked for.
    fn new(directive: &Directive) -> Option<Self> {
        let optional = |term: &Option<String>| match term {
            Some(term) => folded_term(term).map(Some),
            None => Some(None),
        };
        Some(Self {
            prefix: optional(&directive.prefix)?,
            start: folded_term(&directive.start)?,
            end: optional(&directive.end)?,
            suffix: optional(&directive.suffix)?,
        })
    }
}

fn folded_term(term: &str) -> Option<Vec<u8>> {
    let mut folded = Vec::with_capacity(term.len());
    let words = term.trim();
    for c in words.chars() {
        if !(ch::is_space(c) && folded.last() == Some(&b' ')) {
            push_folded(c, &mut folded);
        }
    }
    (!folded.is_empty()).then_some(folded)
}

/// One bit for each byte of a text.
#[derive(Debug)]
struct Bits(Vec<u64>);

impl Bits {
    fn new(length: usize) -> Self {
        Self(vec![0; length / 64 + 1])
    }

    fn set(&mut self, at: usize) {
        self.0[at / 64] |= 1 << (at % 64);
    }

    fn has(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }
}

/// The word boundaries of a text by UAX 29, and those that no dictionary moves.
fn boundaries(content: &str) -> (Bits, Bits) {
    let (mut words, mut certain) = (Bits::new(content.len()), Bits::new(content.len()));
    let mut before: Option<char> = None;
    for (at, word) in content.split_word_bound_indices() {
        words.set(at);
        let is_inside = before.is_some_and(is_spaceless) && word.chars().next().is_some_and(is_spaceless);
        if !is_inside {
            certain.set(at);
        }
        before = word.chars().rev().find(|&c| !ch::is_mark(c) && !ch::is_invisible(c));
    }
    words.set(content.len());
    certain.set(content.len());
    (words, certain)
}

/// Whether `c` is a letter of a script whose words a dictionary parts.
fn is_spaceless(c: char) -> bool {
    let script = c.script();
    ch::is_letter(c)
        && (matches!(
            script,
            Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Thai
                | Script::Lao
                | Script::Khmer
                | Script::Myanmar
                | Script::Tai_Tham
                | Script::New_Tai_Lue
                | Script::Tai_Le
        ) || matches!(c, 'ー' | '々'))
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    fn found<'t>(text: &'t str, directive: &str) -> Option<&'t str> {
        let text = Text::new(text);
        let page = Page::new(&text).unwrap();
        let span = page.find(&parse(&format!("text={directive}"))[0], Boundaries::Default)?;
        Some(text.slice(span))
    }

    /// The examples of the draft, and those of its word boundaries.
    #[test]
    fn directives_find_what_the_draft_says() {
        assert_eq!(found("An impressive mountain range", "mountain%20range"), Some("mountain range"));
        assert_eq!(found("An impressive mountain ranger", "mountain%20range"), None);
        assert_eq!(found("color orange", "range"), None);
        assert_eq!(found("this is an example text", "this%20is-,an%20example,-text"), Some("an example"));
        assert_eq!(found("here is an example text", "this%20is-,an%20example"), None);
        assert_eq!(
            found("The quick brown fox\n\njumped over the lazy dog", "The%20quick,lazy%20dog").map(str::len),
            Some(45)
        );
        assert_eq!(found("The\n\nquick brown fox", "The%20quick"), None);
        assert_eq!(found("HEADER\n\nText to quote", "HEADER-,Text%20to%20quote"), Some("Text to quote"));
    }

    #[test]
    fn accents_and_case_are_ignored_and_the_first_place_is_shown() {
        assert_eq!(found("La cote. Le côté.", "C%C3%94T%C3%89"), Some("cote"));
        assert_eq!(found("a b. a c", "a,-c"), Some("a"));
        assert_eq!(found("a x b y. a x c", "a,x,-c").map(str::len), Some("a x b y. a x".len()));
        assert_eq!(found("l’erreur", "erreur"), None);
        assert_eq!(found("l’erreur", "l%E2%80%99-,erreur"), Some("erreur"));
        assert_eq!(found("œuvre", "o"), None);
        assert_eq!(found("aaa", "a-,a"), None);
    }

    #[test]
    fn dictionaries_may_move_boundaries_only_between_letters() {
        let text = Text::new("居民已经撤离，2025年。");
        let page = Page::new(&text).unwrap();
        let is = |words: &str, boundaries| page.is_boundary(text.as_str().find(words).unwrap(), boundaries);
        assert!(is("民", Boundaries::Default) && !is("民", Boundaries::Certain));
        assert!(
            is("居", Boundaries::Certain) && is("，", Boundaries::Certain) && is("2025", Boundaries::Certain)
        );
    }
}
