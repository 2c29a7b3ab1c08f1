//! The heart: where a quote lies in a text, and if it does not, what became of it. Sees texts and
//! foldings; knows no files, claims or rules.
//!
//! A quote stands when its code points are in the text once, on grapheme-cluster boundaries, cutting no
//! word or number. What does not stand is looked for in ever looser ways, each with a name of its own:
//! cut, then the same words in other characters, then the nearest passage. All quotes of a text share
//! each pass over it.

mod align;
mod amounts;
mod boundary;
mod bridges;
mod chunks;
mod closing;
mod crowded;
mod denials;
pub mod drift;
mod emphasis;
mod endings;
mod ends;
mod explain;
mod facts;
mod inserted;
mod items;
mod labels;
mod likeness;
mod lines;
mod listed;
pub(crate) mod local;
mod long;
mod lookalikes;
mod magnitudes;
#[cfg(test)]
mod marked;
mod nearest;
mod negations;
mod occurrences;
mod passages;
mod places;
mod questions;
mod runs;
mod seeds;
mod segments;
pub(crate) mod sentences;
mod sides;
mod spelling;
pub(crate) mod tokens;
mod wholes;
mod windows;
mod within;

pub use crate::fold::Kind;
pub use boundary::{Cut, CutKind, Edge};
pub(crate) use denials::{LEFT_OUT, NEAR, denial_beside, is_denied_twice};
pub(crate) use facts::is_spared;
pub(crate) use labels::label_beside;
pub(crate) use magnitudes::{Magnitude, magnitude_beside};
pub(crate) use negations::count_negations;
pub use negations::{Negation, exception_after, negation_near};
pub use passages::{Found, passages};
pub(crate) use questions::{question_around, question_of};

use crate::fold::{self, Casing, Difference, Folded, Form};
use crate::text::{Span, Text};
use crate::together;
use chunks::{Chunk, chunks};
use nearest::nearest;
use occurrences::Search;
use places::{MOST_OF_ONE, Places, Sorted, Sorting};
use std::borrow::Cow;
use std::ops::Range;
use wholes::{cut, with_places};

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote<'q> {
    /// The quoted words; several where words between them are omitted. Trimmed, none empty.
    pub segments: Vec<&'q str>,
    /// The longer passage that holds them, trimmed.
    pub within: Option<&'q str>,
    /// Whether it may begin or end inside a word.
    pub partial: bool,
    /// Whether any of several identical places will do.
    pub repeated: bool,
}

/// How a quote stands to its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Identical, once, cutting nothing.
    Stands,
    /// Identical in several places, none of them decided.
    Ambiguous,
    /// Identical, but it cuts a word, a number or a character.
    Cut,
    /// The same words in other characters.
    Variant,
    /// Near to a passage, but with other words.
    Altered,
    /// Near to nothing.
    Absent,
}

/// How the segments of a quote lie to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// In order, in one block or two neighbouring ones; or there is but one segment.
    Kept,
    /// In order, but farther apart.
    Apart,
    /// In another order.
    Changed,
}

/// What became of a quote's `within`.
#[derive(Clone, Debug)]
pub enum Within {
    /// The quote has none.
    None,
    /// It stands here.
    Stands(Span),
    /// It does not stand once; how it was found when looked for alone.
    Wrong(Box<Anchoring>),
    /// It stands here, but does not hold the quote, which is found elsewhere.
    Elsewhere(Span),
}

impl Within {
    /// Whether no passage was named, or the words lie in the one that was.
    pub const fn is_kept(&self) -> bool {
        matches!(self, Self::None | Self::Stands(_))
    }
}

/// Characters to write so that a quote stands, as spans of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// Nothing can be proposed.
    None,
    /// These words for `exact`, one span a segment.
    Exact(Vec<Span>),
    /// For each of the first places the shortest `within` that decides for it.
    Within(Vec<Span>),
}

/// One difference, and the segment that it lies in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentDifference {
    /// The segment's number, from 0.
    pub segment: usize,
    /// The difference; `quote` in bytes of the segment, `source` in bytes of the text.
    pub difference: Difference,
}

/// Where a quote lies in a text.
#[derive(Clone, Debug)]
pub struct Anchoring {
    /// How it stands.
    pub standing: Standing,
    /// Where each segment lies, or its nearest passage.
    pub segments: Vec<Option<Span>>,
    /// For an ambiguous quote the first places; for one that cuts or has other characters those of the same words, where
    /// there are several; for an altered one the passages that may be meant, the nearest first, where nothing decides
    /// between them.
    pub places: Vec<Span>,
    /// For an ambiguous quote the number of places; else of those that may be meant, itself included.
    pub place_count: usize,
    /// Of a quote for which any of several places will do the others, from the first segment's start to the last
    /// one's end: the first [`REPEATS_KEPT`] of them.
    pub repeats: Vec<Span>,
    /// Whether more passages may be meant than were counted.
    pub has_more_places: bool,
    /// How it differs from what was found, or from the first of several places.
    pub differences: Vec<SegmentDifference>,
    /// What it cuts.
    pub cuts: Vec<Cut>,
    /// What the segments leave out between them, where they lie in order.
    pub omitted: Vec<Span>,
    /// How its segments lie.
    pub order: Order,
    /// What became of `within`.
    pub within: Within,
    /// What to write instead.
    pub proposal: Proposal,
    /// The `within` that `proposal` needs, where the words that it proposes are in several places.
    pub holder: Option<Span>,
    /// Where `places` are several: what to write for each of the first, as spans of the text, one a segment.
    pub wholes: Vec<Vec<Span>>,
}

/// The most places of an ambiguous quote that are listed.
pub const PLACES_LISTED: usize = 20;

/// For so many places of words that are cut or in other characters it is kept what to write.
const WHOLES_KEPT: usize = 3;

/// The most further places of a repeated quote that are kept.
pub const REPEATS_KEPT: usize = 1000;

impl Anchoring {
    fn new(standing: Standing, segments: Vec<Option<Span>>) -> Self {
        let mut anchoring = Self {
            standing,
            segments,
            places: Vec::new(),
            place_count: 1,
            repeats: Vec::new(),
            has_more_places: false,
            differences: Vec::new(),
            cuts: Vec::new(),
            omitted: Vec::new(),
            order: Order::Kept,
            within: Within::None,
            proposal: Proposal::None,
            holder: None,
            wholes: Vec::new(),
        };
        anchoring.omitted = anchoring.gaps();
        anchoring
    }

    fn absent(segments: usize) -> Self {
        Self { place_count: 0, ..Self::new(Standing::Absent, vec![None; segments]) }
    }

    /// An anchoring of segments whose places are known.
    pub(crate) fn of_segments(standing: Standing, segments: Vec<Option<Span>>) -> Self {
        Self::new(standing, segments)
    }

    /// Where its segments lie, of those that were found, in the quote's order.
    pub fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        self.segments.iter().copied().flatten()
    }

    /// From the first segment's start to the last one's end, where all were found in order.
    pub fn span(&self) -> Option<Span> {
        let is_whole = self.order == Order::Kept && self.segments.iter().all(Option::is_some);
        let (first, last) = ((*self.segments.first()?)?, (*self.segments.last()?)?);
        (is_whole && first.start <= last.end).then(|| Span::new(first.start, last.end))
    }

    /// Where the segments that were found lie, and last the `within` that holds them.
    pub fn passages(&self) -> Vec<Span> {
        let within = match self.within {
            Within::Stands(span) => Some(span),
            _ => None,
        };
        self.spans().chain(within).collect()
    }

    fn gaps(&self) -> Vec<Span> {
        let gap = |pair: &[Option<Span>]| match pair {
            [Some(before), Some(after)] if before.end <= after.start => {
                Some(Span::new(before.end, after.start))
            }
            _ => None,
        };
        self.segments.windows(2).filter_map(gap).collect()
    }
}

/// Finds one quote in a text.
pub fn anchor(quote: &Quote<'_>, text: &Text<'_>) -> Anchoring {
    anchor_all(std::slice::from_ref(quote), text).remove(0)
}

/// How words stand at a place that is known; `None` where they are not there, or cut something that
/// `is_partial` does not allow.
pub fn stands_at(words: &str, is_partial: bool, text: &Text<'_>, span: Span) -> Option<Anchoring> {
    let may_cut =
        |kind: CutKind| is_partial && kind.is_allowed_when_partial() && !negations::is_dropped_by(text, span);
    let stands = text.slice(span) == words && boundary::worst_cut(text, span).is_none_or(may_cut);
    stands.then(|| Anchoring::new(Standing::Stands, vec![Some(span)]))
}

/// Finds every quote in one text, sharing each pass over it; the answers in the quotes' order.
pub(crate) fn anchor_all(quotes: &[Quote<'_>], text: &Text<'_>) -> Vec<Anchoring> {
    search(quotes, text, Depth::Near)
}

/// The same, but what is not identical is not looked for and counts as absent: enough to know what stands.
pub(crate) fn anchor_identical(quotes: &[Quote<'_>], text: &Text<'_>) -> Vec<Anchoring> {
    search(quotes, text, Depth::Identical)
}

/// The same, but words that are not there in these or in other characters count as absent.
pub(crate) fn anchor_alike(quotes: &[Quote<'_>], text: &Text<'_>) -> Vec<Anchoring> {
    search(quotes, text, Depth::Alike)
}

/// How far a search goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Depth {
    /// Only to identical words.
    Identical,
    /// On to the same words in other characters.
    Alike,
    /// On to the nearest passages.
    Near,
}

fn search(quotes: &[Quote<'_>], text: &Text<'_>, depth: Depth) -> Vec<Anchoring> {
    let whole = Span::new(0, text.as_str().len());
    let plain: Vec<usize> = (0..quotes.len()).filter(|&index| quotes[index].within.is_none()).collect();
    let mut answers: Vec<Option<Anchoring>> = vec![None; quotes.len()];
    let sought: Vec<&Quote<'_>> = plain.iter().map(|&index| &quotes[index]).collect();
    for (&index, anchoring) in plain.iter().zip(find(&sought, text, whole, depth)) {
        answers[index] = Some(anchoring);
    }
    within::anchor_all(quotes, text, depth, &mut answers);
    answers.into_iter().map(|answer| answer.expect("every quote is either plain or within")).collect()
}

/// Finds quotes in a region of a text, whatever their `within`; what a search so deep does not find is absent.
fn find(quotes: &[&Quote<'_>], text: &Text<'_>, region: Span, depth: Depth) -> Vec<Anchoring> {
    let exact = Hits::exact(quotes, text, region);
    let mut answers: Vec<Option<Anchoring>> = quotes.iter().map(|quote| exact.decide(quote, text)).collect();
    drop(exact);
    if depth != Depth::Identical {
        find_otherwise(quotes, text, region, depth, &mut answers);
    }
    let absent = |quote: &Quote<'_>| Anchoring::absent(quote.segments.len());
    answers.into_iter().zip(quotes).map(|(answer, quote)| answer.unwrap_or_else(|| absent(quote))).collect()
}

/// Answers the quotes that are open: by the same words in other characters, then by the nearest passages.
fn find_otherwise(
    quotes: &[&Quote<'_>],
    text: &Text<'_>,
    region: Span,
    depth: Depth,
    answers: &mut [Option<Anchoring>],
) {
    let open = |answers: &[Option<Anchoring>]| {
        (0..quotes.len()).filter(|&index| answers[index].is_none()).collect::<Vec<_>>()
    };
    let these = |which: &[usize]| which.iter().map(|&index| quotes[index]).collect::<Vec<_>>();
    let left = open(answers);
    if left.is_empty() {
        return;
    }
    let folded = Hits::folded(&these(&left), text, region);
    for &index in &left {
        answers[index] = folded.decide_variant(quotes[index], text);
    }
    if depth == Depth::Near {
        let left = open(answers);
        for (&index, anchoring) in left.iter().zip(find_near(&these(&left), &folded, text, region)) {
            answers[index] = Some(anchoring);
        }
    }
}

/// The places of every segment of some quotes.
struct Hits<'q> {
    /// Every segment once, sorted.
    needles: Vec<&'q str>,
    /// The places of each.
    places: Vec<Sorted>,
    /// Where they were looked for.
    region: Span,
}

impl<'q> Hits<'q> {
    /// Identical places.
    fn exact(quotes: &[&Quote<'q>], text: &Text<'_>, region: Span) -> Self {
        let needles = distinct(quotes);
        let bytes: Vec<&[u8]> = needles.iter().map(|needle| needle.as_bytes()).collect();
        let sorting = Sorting::of(quotes, needles.len());
        let haystack = &text.as_str().as_bytes()[..region.end];
        let search = Search::new(&bytes);
        let among = |starts| {
            let mut places = vec![Sorted::default(); bytes.len()];
            search.among(haystack, starts, |needle, start| {
                places[needle].push(text, Span::new(start, start + bytes[needle].len()), sorting);
            });
            places
        };
        let mut places: Vec<Sorted> = Vec::new();
        together::in_turn(parts(region), among, |more| {
            if places.is_empty() {
                places = more;
                return;
            }
            for (sorted, more) in places.iter_mut().zip(more) {
                sorted.append(more, sorting.most);
            }
        });
        places.resize(needles.len(), Sorted::default());
        Self { needles, places, region }
    }

    /// Places with the same folding, the text folded chunk by chunk.
    fn folded(quotes: &[&Quote<'q>], text: &Text<'_>, region: Span) -> Self {
        let needles = distinct(quotes);
        let casing = Casing::of(text.spoken());
        let fold = |needle: &&str| Folded::cased(needle, Form::Words, casing);
        let folded: Vec<Folded> = needles.iter().map(fold).collect();
        let bytes: Vec<&[u8]> = folded.iter().map(Folded::bytes).collect();
        let longest = needles.iter().map(|needle| needle.len()).max().unwrap_or(0);
        let mut places = vec![Sorted::default(); needles.len()];
        let sorting = Sorting::of(quotes, needles.len());
        let chunks = chunks(text.as_str(), region, longest * 4 + 256);
        together::in_turn(
            chunks,
            |chunk| in_chunk(text.as_str(), casing, &bytes, chunk),
            |found| {
                for (needle, span) in found {
                    places[needle].push(text, span, sorting);
                }
            },
        );
        Self { needles, places, region }
    }

    fn of(&self, segment: &str) -> &Sorted {
        let index = self.needles.binary_search(&segment).expect("only segments that were looked for");
        &self.places[index]
    }

    /// Decides a quote that is identical somewhere; `None` where it is not.
    fn decide(&self, quote: &Quote<'_>, text: &Text<'_>) -> Option<Anchoring> {
        if quote.segments.len() > 1 {
            let sorted: Vec<&Sorted> = quote.segments.iter().map(|segment| self.of(segment)).collect();
            let completed = crowded::completed(quote, &sorted, text, self.region);
            let sorted = completed.as_ref().map_or(sorted, |all| all.iter().collect());
            return segments::decide(quote, &sorted, text);
        }
        let sorted = self.of(quote.segments[0]);
        let allowed = sorted.allowed(quote);
        match allowed.count {
            0 => {
                let all = sorted.all();
                let first = all.kept.first()?;
                Some(with_places(text, cut(text, &[*first]), &all))
            }
            1 => Some(Anchoring::new(Standing::Stands, vec![Some(allowed.kept[0])])),
            _ if quote.repeated => {
                let mut anchoring = Anchoring::new(Standing::Stands, vec![Some(allowed.kept[0])]);
                anchoring.repeats = allowed.kept[1..].iter().copied().take(REPEATS_KEPT).collect();
                Some(anchoring)
            }
            _ => Some(ambiguous(quote, &allowed, &sorted.all(), text)),
        }
    }

    /// Decides a quote whose words are there in other characters; `None` where they are not.
    fn decide_variant(&self, quote: &Quote<'_>, text: &Text<'_>) -> Option<Anchoring> {
        let allowed: Vec<Cow<'_, Places>> =
            quote.segments.iter().map(|segment| self.of(segment).allowed(quote)).collect();
        let chains = segments::chains(&allowed, text);
        let named = |chain: &[Span]| chain_differences(quote, chain, text);
        let best = chains.kept.iter().take(PLACES_LISTED).min_by_key(|chain| named(chain).len())?;
        let mut anchoring = Anchoring::new(Standing::Variant, best.iter().copied().map(Some).collect());
        anchoring.differences = named(best);
        anchoring.place_count = chains.count;
        anchoring.holder = holder(text, best);
        anchoring.proposal = Proposal::Exact(best.clone());
        if chains.count > 1 {
            anchoring.places = chains.kept.iter().filter_map(|chain| Span::hull(chain)).collect();
            anchoring.wholes = chains.kept.iter().take(WHOLES_KEPT).cloned().collect();
        }
        Some(anchoring)
    }
}

/// Where folded needles lie in a chunk of a text.
fn in_chunk(text: &str, casing: Casing, needles: &[&[u8]], chunk: Chunk) -> Vec<(usize, Span)> {
    let folded = Folded::cased(&text[chunk.read.range()], Form::Words, casing);
    let mut found = Vec::new();
    occurrences::search(folded.bytes(), needles, |needle, start| {
        let origin = folded.origin(start, start + needles[needle].len());
        let Some(span) = origin.map(|span| span.shifted(chunk.read.start)) else { return };
        if span.start < chunk.own_end {
            found.push((needle, span));
        }
    });
    found
}

/// A region in parts that are worth a thread, by where a place in them begins, and not so many that it costs memory.
fn parts(region: Span) -> impl Iterator<Item = Range<usize>> {
    const LEAST: usize = 256 << 10;
    const MOST: usize = 16;
    let size = region.len().div_ceil(MOST).max(LEAST);
    region.range().step_by(size).map(move |start| start..region.end.min(start + size))
}

fn distinct<'q>(quotes: &[&Quote<'q>]) -> Vec<&'q str> {
    let mut needles: Vec<&'q str> = quotes.iter().flat_map(|quote| quote.segments.iter().copied()).collect();
    needles.sort_unstable();
    needles.dedup();
    needles
}

/// What a span cuts; a word that negates and of which the span keeps no part that does is a negation.
pub fn cuts(text: &Text<'_>, span: Span) -> Vec<Cut> {
    let named = |cut: Cut| {
        let at = if cut.edge == Edge::Start { span.start } else { span.end };
        let is_negation = cut.kind == CutKind::Word && negations::is_dropped(text, at, cut.edge);
        Cut { kind: if is_negation { CutKind::Negation } else { cut.kind }, ..cut }
    };
    boundary::cuts(text, span).map(named).collect()
}

/// The shortest passage that tells one place from the others where the same words are, or `None` where
/// there are no others.
pub(crate) fn holder(text: &Text<'_>, spans: &[Span]) -> Option<Span> {
    let &[span] = spans else { return None };
    let mut all = Places::default();
    occurrences::search(text.as_str().as_bytes(), &[text.slice(span).as_bytes()], |_, start| {
        all.push(Span::new(start, start + span.len()), MOST_OF_ONE);
    });
    match within::proposals(&[span], &all, text) {
        Proposal::Within(holders) if all.count > 1 => holders.into_iter().next(),
        _ => None,
    }
}

fn ambiguous(quote: &Quote<'_>, allowed: &Places, all: &Places, text: &Text<'_>) -> Anchoring {
    let places: Vec<Span> = allowed.kept.iter().copied().take(PLACES_LISTED).collect();
    let mut anchoring = Anchoring::new(Standing::Ambiguous, vec![None; quote.segments.len()]);
    anchoring.proposal = within::proposals(&places, all, text);
    anchoring.places = places;
    anchoring.place_count = allowed.count;
    anchoring
}

fn chain_differences(quote: &Quote<'_>, chain: &[Span], text: &Text<'_>) -> Vec<SegmentDifference> {
    let casing = Casing::of(text.spoken());
    let pairs = quote.segments.iter().zip(chain).enumerate();
    pairs
        .flat_map(|(segment, (words, &span))| {
            let named = fold::differences(words, text.slice(span), casing).into_iter();
            named.map(move |difference| SegmentDifference {
                segment,
                difference: Difference { source: difference.source.shifted(span.start), ..difference },
            })
        })
        .collect()
}

/// Finds the nearest passages of quotes whose words are not there as they are written.
fn find_near(quotes: &[&Quote<'_>], folded: &Hits<'_>, text: &Text<'_>, region: Span) -> Vec<Anchoring> {
    let standing = |quote: &Quote<'_>, segment: &str| folded.of(segment).allowed(quote).kept.first().copied();
    let missing = |quote: &Quote<'_>| quote.segments.iter().any(|segment| standing(quote, segment).is_none());
    let lost = quotes.iter().filter(|quote| missing(quote));
    let sought: Vec<&str> = lost.flat_map(|quote| quote.segments.iter().copied()).collect();
    let mut near = nearest(text, region, &sought).into_iter();
    let mut answer = |quote: &&Quote<'_>| {
        if !missing(quote) {
            return segments::out_of_order(
                quote,
                &quote.segments.iter().map(|segment| folded.of(segment).allowed(quote)).collect::<Vec<_>>(),
                text,
            );
        }
        let found: Vec<_> = near.by_ref().take(quote.segments.len()).collect();
        altered(quote, found)
    };
    quotes.iter().map(&mut answer).collect()
}

/// An anchoring from the nearest passage of each segment; absent where one has none.
fn altered(quote: &Quote<'_>, near: Vec<Option<nearest::Near>>) -> Anchoring {
    if near.iter().any(Option::is_none) {
        let spans = near.into_iter().map(|near| near.map(|near| near.span)).collect::<Vec<_>>();
        return Anchoring { segments: spans, ..Anchoring::absent(quote.segments.len()) };
    }
    let near: Vec<nearest::Near> = near.into_iter().flatten().collect();
    let mut anchoring = Anchoring::new(Standing::Altered, near.iter().map(|near| Some(near.span)).collect());
    if let [near] = near.as_slice()
        && !near.rivals.is_empty()
    {
        // Nothing says which of them is meant, so none is called its place.
        anchoring.segments = vec![None];
        anchoring.places =
            std::iter::once(near.span).chain(near.rivals.iter().copied()).take(PLACES_LISTED).collect();
    }
    anchoring.place_count = 1 + near.iter().map(|near| near.rivals.len()).max().unwrap_or(0);
    anchoring.has_more_places = near.iter().any(|near| near.has_more);
    let is_in_order = near.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    anchoring.order = if is_in_order { Order::Kept } else { Order::Changed };
    for (segment, near) in near.into_iter().enumerate() {
        let named = near.differences.into_iter().map(|difference| SegmentDifference { segment, difference });
        anchoring.differences.extend(named);
    }
    anchoring
}
