//! Signs of another notation that came along where words were copied: HTML from a page’s source code, Markdown from a
//! machine’s answer, backslashes from a program. Told as what they are, with the lines that stand without them.

mod backslashes;
mod html;
mod markdown;

use super::beside;
use super::messages::Case;
use super::pasted::exact_lines;
use crate::anchor::{self, Anchoring, Kind, Proposal, SegmentDifference, Standing};
use crate::claim::Quote;
use crate::finding::{Finding, Marked, Rule};
use crate::fold::Difference;
use crate::quoting::shortened;
use crate::text::{Span, Text};
use std::borrow::Cow;

/// So many signs are named.
const NAMED: usize = 3;
/// So many code points of each are repeated.
const REPEATED: usize = 60;

/// What writes more than the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Notation {
    Html,
    Markdown,
    Backslashes,
}

impl Notation {
    const ALL: [Self; 3] = [Self::Html, Self::Markdown, Self::Backslashes];

    /// Words as they are shown, and the signs in them that are not.
    fn read(self, words: &str) -> (String, Vec<&str>) {
        match self {
            Self::Html => html::read(words),
            Self::Markdown => markdown::read(words),
            Self::Backslashes => backslashes::read(words),
        }
    }

    /// The same, with no sign taken out where that would change a number or what the words say.
    fn read_safely(self, words: &str) -> (String, Vec<&str>) {
        let (plain, signs) = self.read(words);
        let mut at = 0;
        let weighs = |sign: &&str| {
            let Some(start) = words[at..].find(sign).map(|found| at + found) else { return false };
            at = start + sign.len();
            self.weighs(&words[..start], sign, &words[at..])
        };
        if signs.iter().any(weighs) { (words.to_owned(), Vec::new()) } else { (plain, signs) }
    }

    /// Whether a sign between these words says something: it strikes words out, sets figures above or below others, parts
    /// them, or may be a minus or a bound.
    fn weighs(self, before: &str, sign: &str, after: &str) -> bool {
        let ends_in_figure = before.ends_with(char::is_numeric);
        let shown = if sign.contains(']') { self.read(sign).0 } else { String::new() };
        let next = if shown.is_empty() { after } else { &shown };
        let joins = |one: bool, other: &str| one && other.starts_with(char::is_numeric);
        if joins(ends_in_figure, next) || joins(shown.ends_with(char::is_numeric), after) {
            return true;
        }
        match self {
            Self::Html => {
                ends_in_figure && html::sets_apart(sign) && html::inside(after).contains(char::is_numeric)
            }
            Self::Markdown => markdown::strikes_out(sign) || markdown::may_be_of_number(sign, after),
            Self::Backslashes => false,
        }
    }

    /// What its signs are called among words that the source has without them.
    const fn name(self) -> &'static str {
        match self {
            Self::Html => "HTML",
            Self::Markdown => "Markdown",
            Self::Backslashes => "backslashes",
        }
    }

    /// What to do where the words stand without its signs.
    const fn help(self) -> &'static str {
        match self {
            Self::Html => "write the words as they are read, and not as a page’s source code has them:",
            Self::Markdown => {
                "write the words alone, without the signs that make them bold, a link or a list elsewhere:"
            }
            Self::Backslashes => "a backslash stands for itself here; write the words without it:",
        }
    }

    /// What its signs are where more than they differ.
    const fn meaning(self) -> &'static str {
        match self {
            Self::Html => "is HTML, as a page’s source code has it; copy the words as the page shows them",
            Self::Markdown => "is Markdown, which says how words look; copy the words alone",
            Self::Backslashes => "stands for itself here, a backslash and all; write the words without it",
        }
    }
}

/// A quote whose words are in a text but for such signs among them.
pub(super) struct Bare<'q> {
    notation: Notation,
    signs: Vec<&'q str>,
    /// Where the words are.
    spans: Vec<Span>,
}

impl Bare<'_> {
    /// The quote at the place of its words, from which it differs by such signs; `None` where these would not stand.
    pub(super) fn anchoring(&self, case: &Case<'_>) -> Option<Anchoring> {
        if !case.anchoring.within.is_kept() || exact_lines(case, &self.spans).is_none() {
            return None;
        }
        let places = self.spans.iter().copied().map(Some).collect();
        let mut anchoring = Anchoring::of_segments(Standing::Altered, places);
        anchoring.within = case.anchoring.within.clone();
        let segments = case.quote.segments().into_iter().zip(&self.spans).enumerate();
        anchoring.differences = segments
            .flat_map(|(number, (words, &span))| self.differences(number, words, span, case.text))
            .collect();
        Some(anchoring)
    }

    /// The signs among the words of a segment, each with what the source has for it, where that is told exactly.
    fn differences(
        &self,
        segment: usize,
        words: &str,
        span: Span,
        text: &Text<'_>,
    ) -> Vec<SegmentDifference> {
        let (plain, signs) = self.notation.read(words);
        let is_same = plain == text.slice(span);
        let mut at = 0;
        let told = signs.into_iter().filter_map(|sign| {
            let start = at + words[at..].find(sign)?;
            at = start + sign.len();
            let (before, shown) = (self.notation.read(&words[..start]).0, self.notation.read(sign).0);
            let source = Span::new(span.start + before.len(), span.start + before.len() + shown.len());
            let is_told = is_same && text.as_str().get(source.range()) == Some(&shown);
            let source = if is_told { source } else { Span::new(span.start, span.start) };
            let quote = Span::new(start, at);
            Some(SegmentDifference {
                segment,
                difference: Difference { kind: Kind::Punctuation, quote, source },
            })
        });
        told.collect()
    }
}

/// Of quotes that were not found, those whose words are in the text without such signs: all looked for in one pass for
/// each notation.
pub(super) fn bare<'q>(quotes: &[(&'q Quote, &Anchoring)], text: &Text<'_>) -> Vec<Option<Bare<'q>>> {
    let mut found: Vec<Option<Bare<'q>>> = quotes.iter().map(|_| None).collect();
    for notation in Notation::ALL {
        let is_open = |index: &usize| {
            let standing = quotes[*index].1.standing;
            found[*index].is_none() && matches!(standing, Standing::Altered | Standing::Absent)
        };
        let read = |index: usize| {
            let (plain, signs) = without(notation, quotes[index].0)?;
            Some((index, plain, signs))
        };
        let read: Vec<_> = (0..quotes.len()).filter(is_open).filter_map(read).collect();
        if read.is_empty() {
            continue;
        }
        let sought: Vec<anchor::Quote<'_>> =
            read.iter().map(|(index, plain, _)| sought(quotes[*index].0, plain)).collect();
        let anchored = anchor::anchor_alike(&sought, text);
        for ((index, _, signs), anchoring) in read.into_iter().zip(anchored) {
            found[index] = spans(anchoring).map(|spans| Bare { notation, signs, spans });
        }
    }
    found
}

fn sought<'p>(quote: &'p Quote, plain: &'p [String]) -> anchor::Quote<'p> {
    let segments = plain.iter().map(|words| words.trim()).collect();
    anchor::Quote { segments, within: quote.within(), partial: quote.partial, repeated: quote.repeated }
}

/// Where words are that stand, or would in the source's own characters.
fn spans(anchoring: Anchoring) -> Option<Vec<Span>> {
    match (anchoring.standing, anchoring.proposal) {
        (Standing::Stands, _) => anchoring.segments.into_iter().collect(),
        (Standing::Variant, Proposal::Exact(spans)) => Some(spans),
        _ => None,
    }
}

/// The finding of a quote whose words stand but for such signs among them; `None` where they do not.
pub(super) fn told(case: &Case<'_>) -> Option<Finding> {
    let Bare { notation, signs, spans } = case.bare?;
    let proposed = exact_lines(case, spans)?;
    let (name, signs) = (notation.name(), named(signs));
    let message = format!("the source has these words, but not the {name} among them: {signs}");
    let mut finding = case.finding(Rule::QuoteAltered, message, &format!("with {name} in it"));
    let left_out = beside::left_out(case.text, &proposed.found);
    let places = spans.iter().map(|&span| Marked::primary(span, "the words are here"));
    finding.excerpts.push(case.excerpt(&places.chain(beside::marks(&left_out)).collect::<Vec<_>>()));
    Some(proposed.told(case, finding, notation.help()))
}

/// The finding with what such signs in its quote mean, where there are some that the source does not have.
pub(super) fn help(case: &Case<'_>, finding: Finding) -> Finding {
    let is_own = |sign: &&str| memchr::memmem::find(case.text.as_str().as_bytes(), sign.as_bytes()).is_none();
    let found = Notation::ALL.into_iter().find_map(|notation| {
        let (_, signs) = without(notation, case.quote)?;
        signs
            .iter()
            .take(NAMED)
            .all(is_own)
            .then(|| format!("{} in this quote {}", named(&signs), notation.meaning()))
    });
    match found {
        Some(help) => finding.help(help),
        None => finding,
    }
}

/// Some words without such signs among them.
pub(super) fn plain(words: &str) -> Cow<'_, str> {
    let read = Notation::ALL.into_iter().map(|notation| notation.read_safely(words));
    match read.into_iter().find(|(_, signs)| !signs.is_empty()) {
        Some((plain, _)) => Cow::Owned(plain),
        None => Cow::Borrowed(words),
    }
}

/// A quote's words without the signs of a notation, and those signs; `None` where there are none, or no words. A segment
/// in which one of them says something stays as it is.
fn without(notation: Notation, quote: &Quote) -> Option<(Vec<String>, Vec<&str>)> {
    let read: Vec<(String, Vec<&str>)> =
        quote.segments().into_iter().map(|words| notation.read_safely(words)).collect();
    let mut signs: Vec<&str> = read.iter().flat_map(|(_, signs)| signs.iter().copied()).collect();
    let mut seen = std::collections::HashSet::new();
    signs.retain(|sign| seen.insert(*sign));
    let has_words = read.iter().all(|(words, _)| crate::parse::has_words(words));
    (!signs.is_empty() && has_words).then(|| (read.into_iter().map(|(words, _)| words).collect(), signs))
}

fn named(signs: &[&str]) -> String {
    let shown: Vec<String> =
        signs.iter().take(NAMED).map(|sign| format!("`{}`", shortened(sign, REPEATED))).collect();
    let more = if signs.len() > NAMED { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
