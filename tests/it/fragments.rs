//! Text fragments against what the draft of the WICG refers to: a collator at the primary level of UTS 10, and a
//! slow, plain search of our own that does what the draft says, character by character.

use crate::common::at_least;
use ibid::fragment::{Boundaries, Directive, Page, choose, parse};
use ibid::text::{Span, Text};
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use proptest::prelude::*;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use unicode_normalization::char::is_combining_mark;
use unicode_security::GeneralSecurityProfile as _;
use unicode_segmentation::UnicodeSegmentation as _;

fn collator() -> CollatorBorrowed<'static> {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Primary);
    Collator::try_new(CollatorPreferences::default(), options).unwrap()
}

/// Whether a page with one word has another one by our folding.
fn is_found(word: &str, query: &str) -> bool {
    let text = Text::new(word);
    let directive = Directive { prefix: None, start: query.to_owned(), end: None, suffix: None };
    Page::new(&text).unwrap().find(&directive, Boundaries::Default).is_some()
}

/// All letters and digits in common use: those that UTS 39 allows in identifiers. Marks make no word alone.
#[test]
fn what_a_collator_takes_for_the_same_is_found() {
    let collator = collator();
    let is_seen = |c: &char| {
        let is_used = c.is_alphanumeric() && c.identifier_allowed() && !is_combining_mark(*c);
        is_used && collator.compare(&c.to_string(), "") != Ordering::Equal
    };
    let mut letters: Vec<String> = ('\u{21}'..='\u{2FFFF}').filter(is_seen).map(String::from).collect();
    letters.sort_by(|one, other| collator.compare(one, other));
    let mut pairs = 0;
    let mut wrong = Vec::new();
    for group in letters.chunk_by(|one, other| collator.compare(one, other) == Ordering::Equal) {
        pairs += group.len() - 1;
        wrong.extend(
            group.iter().skip(1).filter(|other| !is_found(&group[0], other)).map(|other| (&group[0], other)),
        );
    }
    assert!(pairs > 500, "the collator was asked: {pairs}");
    assert!(wrong.is_empty(), "{} of {pairs} pairs: {wrong:?}", wrong.len());
}

/// “Find a range from a text directive” in blocks of text, by trying every place: the first range.
struct Plain<'t> {
    collator: CollatorBorrowed<'static>,
    text: &'t str,
    blocks: Vec<Span>,
    bounds: BTreeSet<usize>,
}

impl<'t> Plain<'t> {
    fn new(text: &'t str) -> Self {
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            blocks.push(Span::new(start, start + line.trim_end_matches('\n').len()));
            start += line.len();
        }
        let bounds = text.split_word_bound_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Self { collator: collator(), text, blocks, bounds }
    }

    /// The first place of a term from a byte on; `at_once` where it must begin there.
    fn term(&self, term: &str, from: usize, starts: bool, ends: bool, at_once: bool) -> Option<Span> {
        let places = self.text[from..].char_indices().map(|(at, _)| from + at);
        places.take(if at_once { 1 } else { usize::MAX }).find_map(|start| {
            let block = self.blocks.iter().find(|block| block.start <= start && start < block.end)?;
            let is_mark = self.text[start..].chars().next().is_some_and(|c| self.is_ignored(c));
            if is_mark || starts && !self.bounds.contains(&start) {
                return None;
            }
            let rest = &self.text[start..block.end];
            let ends_at = rest.char_indices().map(|(at, c)| start + at + c.len_utf8());
            let is_end = |&end: &usize| {
                let next = self.text[end..block.end].chars().next();
                !next.is_some_and(|c| self.is_ignored(c))
                    && (!ends || self.bounds.contains(&end))
                    && self.collator.compare(&self.text[start..end], term) == Ordering::Equal
            };
            ends_at.into_iter().find(is_end).map(|end| Span::new(start, end))
        })
    }

    fn is_ignored(&self, c: char) -> bool {
        self.collator.compare(&c.to_string(), "") == Ordering::Equal
    }

    fn skip_space(&self, at: usize) -> usize {
        self.text.len() - self.text[at..].trim_start().len()
    }

    fn find(&self, directive: &Directive) -> Option<Span> {
        let Directive { prefix, start, end, suffix } = directive;
        let ends_word = end.is_some() || suffix.is_none();
        let mut from = 0;
        while from < self.text.len() {
            let found = if let Some(prefix) = prefix {
                let before = self.term(prefix, from, true, false, false)?;
                from = self.next(before.start);
                match self.term(start, self.skip_space(before.end), false, ends_word, true) {
                    Some(found) => found,
                    None => continue,
                }
            } else {
                let found = self.term(start, from, true, ends_word, false)?;
                from = self.next(found.start);
                found
            };
            let mut range = found;
            loop {
                if let Some(end) = end {
                    range.end = self.term(end, range.end, true, suffix.is_none(), false)?.end;
                }
                let Some(suffix) = suffix else { return Some(range) };
                if self.term(suffix, self.skip_space(range.end), false, true, true).is_some() {
                    return Some(range);
                }
                if end.is_none() {
                    break;
                }
            }
        }
        None
    }

    fn next(&self, at: usize) -> usize {
        at + self.text[at..].chars().next().map_or(1, char::len_utf8)
    }
}

/// Short texts in which the same words come again and again, in lines that are blocks.
fn any_text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "a",
        "à",
        "A",
        "ab",
        "côte",
        "cote",
        "Côté",
        "de",
        "l’été",
        "n’a",
        "mer,",
        "jour.",
        "œuvre",
        "oe",
        "3,5",
        "35",
        "un-un",
        "قال",
        "الاتفاقَ",
        "水位",
        "水",
        "e\u{301}",
        "ﬁn",
        "fin",
        "so\u{ad}ir",
    ]);
    let gap = prop::sample::select(vec![" ", " ", " ", "\u{a0}", "\n\n"]);
    prop::collection::vec((word, gap), 1..24)
        .prop_map(|words| words.into_iter().map(|(word, gap)| format!("{word}{gap}")).collect())
}

/// A text and a span of it that begins and ends between graphemes.
fn text_and_span() -> impl Strategy<Value = (String, Span)> {
    any_text().prop_flat_map(|text| {
        let mut cuts: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        cuts.push(text.len());
        let count = cuts.len() - 1;
        (Just(text), 0..count, 1..=count.min(40)).prop_map(move |(text, start, length)| {
            let end = cuts[(start + length).min(cuts.len() - 1)];
            (text, Span::new(cuts[start], end))
        })
    })
}

proptest! {
    #![proptest_config(at_least(192))]

    /// What is chosen is read again by the grammar and leads to the words, and to nothing else, also by the plain search.
    #[test]
    fn what_is_chosen_leads_to_the_words((content, span) in text_and_span()) {
        let text = Text::new(&content);
        let page = Page::new(&text).unwrap();
        let Some(directive) = choose(&page, &text, span) else { return Ok(()) };
        let written = directive.to_string();
        prop_assert!(written.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'&'));
        prop_assert_eq!(&parse(&written)[..], &[directive.clone()][..]);
        let found = Plain::new(&content).find(&directive);
        prop_assert!(found.is_some(), "{} in {:?}", written, content);
        let found = found.unwrap();
        // A soft hyphen after the words is nothing to a collator, so it belongs to whatever is beside it.
        let words = |span: Span| text.slice(span).trim_matches(|c: char| c.is_whitespace() || c == '\u{ad}').to_owned();
        prop_assert_eq!(words(found), words(span), "{}", written);
        prop_assert!(found.start >= span.start && found.start <= span.start + 3);
    }

    /// Where both find something for any terms, it is the same place, or ours is before it.
    #[test]
    fn the_quick_search_misses_nothing((content, span) in text_and_span(), parts in 0..8usize) {
        let words = content[span.range()].trim();
        let terms: Vec<&str> = words.split(['\n', ' ']).filter(|term| !term.is_empty()).collect();
        prop_assume!(!terms.is_empty());
        let term = |at: usize, is_there: bool| terms.get(at).filter(|_| is_there).map(|term| (*term).to_owned());
        let prefix = term(0, parts & 1 == 1 && terms.len() > 1);
        let at = usize::from(prefix.is_some());
        let directive = Directive {
            start: terms[at].to_owned(),
            end: term(at + 1, parts & 2 == 2),
            suffix: term(at + 2, parts & 4 == 4),
            prefix,
        };
        let text = Text::new(&content);
        let page = Page::new(&text).unwrap();
        let plain = Plain::new(&content).find(&directive);
        let quick = page.find(&directive, Boundaries::Default);
        prop_assert_eq!(plain.map(|span| span.start), quick.map(|span| span.start), "{:?}", directive);
    }
}
