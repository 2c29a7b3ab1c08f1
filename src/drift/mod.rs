//! Two captures of a source compared: what changed in the article, paragraph by paragraph, and what that
//! does to each quote that cites it.
//!
//! Both are told by the same means: `anchor::drift` says what became of a passage, be it a quote or a
//! whole paragraph.

mod paragraphs;
pub(crate) mod v1;

pub use paragraphs::{Paragraph, ParagraphChange, Remains, Stretch, remains};

use crate::anchor::drift::{Became, Change, became};
use crate::anchor::{self, Anchoring, Standing, stands_at};
use crate::claim::Quote;
use crate::corpus::Corpus;
use crate::error::Error;
use crate::fold::{Form, folded};
use crate::source::{Capture, Source};
use crate::text::{Span, Text};
use crate::tree::Tree;
use crate::trusted;
use crate::verify::{Location, negates_between, sentence_around};
use rayon::prelude::*;
use std::sync::Arc;

/// One capture compared with a later one.
#[derive(Clone, Debug)]
pub struct SourceDrift {
    /// The source's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The earlier capture.
    pub from: Version,
    /// The later one.
    pub to: Version,
    /// What became of the quotes that cite the source, the worst first.
    pub quotes: Vec<QuoteDrift>,
    /// What changed in the article, in the order of the later capture.
    pub paragraphs: Vec<Paragraph>,
    /// How many paragraphs are the same.
    pub same: usize,
    /// Whether the words of the source, which is restricted, were left out.
    pub is_withheld: bool,
}

/// A capture, as it is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its id.
    pub id: String,
    /// The file of its text, relative to the root.
    pub path: Arc<str>,
}

/// What a new capture does to a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// Its words are as they were, where they were.
    Untouched,
    /// Its words are as they were, in another place.
    Moved,
    /// Its words are as they were, and the sentence around them is another.
    Around,
    /// It stands in neither capture.
    Neither,
    /// It stands in the later capture alone.
    Appeared,
    /// Its words are others now.
    Altered,
    /// Its words are no longer there.
    Gone,
}

impl Effect {
    /// Every effect, the worst first.
    pub const ALL: [Self; 7] = [
        Self::Gone,
        Self::Altered,
        Self::Appeared,
        Self::Neither,
        Self::Around,
        Self::Moved,
        Self::Untouched,
    ];

    /// The effect's name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Untouched => "untouched",
            Self::Moved => "moved",
            Self::Around => "in another sentence",
            Self::Neither => "in neither",
            Self::Appeared => "new",
            Self::Altered => "altered",
            Self::Gone => "gone",
        }
    }
}

/// What became of one quote.
#[derive(Clone, Debug)]
pub struct QuoteDrift {
    /// The claim's id.
    pub claim: String,
    /// The claim's file.
    pub path: String,
    /// The quote's line in it.
    pub line: usize,
    /// The quote's words.
    pub words: String,
    /// The capture that it cites knowingly.
    pub pin: Option<String>,
    /// What the later capture does to it.
    pub effect: Effect,
    /// What became of its words, where they stood in the earlier capture.
    pub change: Option<Change>,
    /// Where it stands in the earlier capture.
    pub before: Option<Location>,
    /// Where it stands, or what became of it lies, in the later one.
    pub after: Option<Location>,
    /// The words there.
    pub found: Option<String>,
}

/// Which captures of a source are compared.
#[derive(Clone, Debug, Default)]
pub struct Pairs {
    /// The earlier one; the one before `to` where it is not named.
    pub from: Option<String>,
    /// The later one; the newest where it is not named.
    pub to: Option<String>,
    /// Every capture with the one before it.
    pub all: bool,
    /// Whether words of restricted sources are shown beyond those that claims have.
    pub shows_restricted: bool,
}

/// Compares captures of these sources, given by their numbers in the corpus. Where a capture cannot be
/// trusted, says why in its place.
///
/// # Errors
///
/// Where a source has no such capture, or not two.
pub fn drift(
    corpus: &Corpus,
    tree: &dyn Tree,
    sources: &[usize],
    pairs: &Pairs,
) -> Result<Vec<Result<SourceDrift, Error>>, Error> {
    let mut wanted = Vec::new();
    for &number in sources {
        let source = &corpus.sources[number];
        wanted.extend(captures(source, pairs)?.into_iter().map(|pair| (source, pair)));
    }
    let compared = wanted.par_iter().map(|&(source, (from, to))| {
        let drift = compared(corpus, tree, source, from, to)?;
        Ok(if source.is_restricted() && !pairs.shows_restricted { withheld(drift) } else { drift })
    });
    Ok(compared.collect())
}

/// The same with no word of the source but those that quotes have.
fn withheld(mut drift: SourceDrift) -> SourceDrift {
    for quote in &mut drift.quotes {
        let words = &quote.words;
        quote.found = quote.found.take().filter(|found| found == words);
    }
    for paragraph in &mut drift.paragraphs {
        let stretches = paragraph.before.iter_mut().chain(&mut paragraph.after);
        stretches.for_each(|stretch| stretch.words.clear());
    }
    SourceDrift { is_withheld: true, ..drift }
}

impl SourceDrift {
    /// Whether a quote that cites no earlier capture knowingly lost its words.
    pub fn is_hurtful(&self) -> bool {
        let lost = |effect: Effect| matches!(effect, Effect::Gone | Effect::Altered);
        let is_of_newer = |pin: &Option<String>| pin.as_ref().is_none_or(|pin| *pin == self.to.id);
        self.quotes.iter().any(|quote| is_of_newer(&quote.pin) && lost(quote.effect))
    }
}

/// Whether a source has two captures to compare.
pub fn is_comparable(source: &Source) -> bool {
    source.captures.len() > 1
}

/// The numbers of the captures to compare.
fn captures(source: &Source, pairs: &Pairs) -> Result<Vec<(usize, usize)>, Error> {
    let last = source.captures.len().checked_sub(1).filter(|last| *last > 0).ok_or_else(|| {
        Error::new(format!("the source `{}` has one capture, so there is nothing to compare", source.id))
            .hint(format!("capture it again: `ibid add --to {} FILE`", source.id))
    })?;
    if pairs.all {
        return Ok((1..=last).map(|to| (to - 1, to)).collect());
    }
    let to = pairs.to.as_deref().map_or(Ok(last), |id| number(source, id))?;
    let from = match &pairs.from {
        Some(id) => number(source, id)?,
        None => to.checked_sub(1).ok_or_else(|| {
            Error::new(format!("`{}` is the first capture of `{}`", source.captures[to].id, source.id))
                .hint("name a later one, or say with --from what to compare it with")
        })?,
    };
    if from == to {
        return Err(Error::new(format!("`{}` would be compared with itself", source.captures[to].id))
            .hint("name two captures: --from and --to"));
    }
    Ok(vec![(from, to)])
}

fn number(source: &Source, id: &str) -> Result<usize, Error> {
    source.captures.iter().position(|capture| capture.id == id).ok_or_else(|| {
        Error::new(format!("the source `{}` has no capture `{id}`", source.id))
            .hint(crate::parse::captures_instead(source, id))
    })
}

fn compared(
    corpus: &Corpus,
    tree: &dyn Tree,
    source: &Source,
    from: usize,
    to: usize,
) -> Result<SourceDrift, Error> {
    let (from, to) = (&source.captures[from], &source.captures[to]);
    let opened = |capture: &Capture| {
        trusted::text(tree, source, capture).map_err(|why| {
            Error::new(format!("the capture `{}` of `{}` {why}", capture.id, source.id))
                .hint("`ibid verify` tells more")
        })
    };
    let (before, after) = (opened(from)?, opened(to)?);
    let (before, after) = (source.text(from, &before), source.text(to, &after));
    let version = |capture: &Capture| Version {
        id: capture.id.clone(),
        path: format!("{}/{}", source.folder(), capture.text_file()).into(),
    };
    let (from, to) = (version(from), version(to));
    let (paragraphs, same) = paragraphs::changes(&before, &after);
    let moved = paragraphs.iter().filter(|one| one.is_moved);
    let moved = moved.filter_map(|one| Some(one.before.as_ref()?.bytes)).collect();
    let sides = Sides { before: &before, after: &after, from: &from, to: &to, moved };
    let quotes = sides.quotes(corpus, source);
    let (id, title) = (source.id.clone(), source.title.clone());
    Ok(SourceDrift { id, title, from, to, quotes, paragraphs, same, is_withheld: false })
}

/// Both captures, opened.
struct Sides<'s> {
    before: &'s Text<'s>,
    after: &'s Text<'s>,
    from: &'s Version,
    to: &'s Version,
    /// Where the paragraphs that moved lie in the earlier one.
    moved: Vec<Span>,
}

/// What the later capture does to a quote; its parts are those of a [`QuoteDrift`].
struct Fate {
    effect: Effect,
    change: Option<Change>,
    before: Option<Location>,
    after: Option<Location>,
    found: Option<String>,
}

impl Sides<'_> {
    /// What became of every quote that cites the source.
    fn quotes(&self, corpus: &Corpus, source: &Source) -> Vec<QuoteDrift> {
        let cites = |quote: &&Quote| {
            quote.source.as_ref().is_some_and(|id| id.value == source.id) && !quote.is_invalid
        };
        let citing: Vec<(usize, &Quote)> = corpus
            .claims
            .iter()
            .enumerate()
            .flat_map(|(number, claim)| claim.quotes.iter().filter(cites).map(move |quote| (number, quote)))
            .collect();
        let sought: Vec<anchor::Quote<'_>> = citing.iter().map(|(_, quote)| sought(quote)).collect();
        let (old, new) = (anchor::anchor_all(&sought, self.before), anchor::anchor_all(&sought, self.after));
        let passages: Vec<Vec<Span>> = old.iter().map(passages).collect();
        let mut fates = became(self.before, self.after, &passages.concat()).into_iter();
        let told = |(((number, quote), (old, new)), passages): (_, &Vec<Span>)| {
            let (number, quote): (usize, &Quote) = (number, quote);
            let fates: Vec<Became> = fates.by_ref().take(passages.len()).collect();
            let claim = &corpus.claims[number];
            let Fate { effect, change, before, after, found } = self.fate(quote, old, new, &fates);
            QuoteDrift {
                claim: claim.id.value.clone(),
                path: corpus.claim_files[claim.file].path.clone(),
                line: quote.line,
                words: quote.words(),
                pin: quote.capture.as_ref().map(|pin| pin.value.clone()),
                effect,
                change,
                before,
                after,
                found,
            }
        };
        let mut quotes: Vec<QuoteDrift> =
            citing.into_iter().zip(old.iter().zip(&new)).zip(&passages).map(told).collect();
        let gravity =
            |quote: &QuoteDrift| (std::cmp::Reverse(quote.effect), quote.change, quote.claim.clone());
        quotes.sort_by_key(|quote| (gravity(quote), quote.path.clone(), quote.line));
        quotes
    }

    /// What became of a quote by how it stands on both sides; `fates` are those of its passages.
    fn fate(&self, quote: &Quote, old: &Anchoring, new: &Anchoring, fates: &[Became]) -> Fate {
        let before = |span: Span| Location::of(&self.from.path, self.before, span);
        let after = |span: Span| Location::of(&self.to.path, self.after, span);
        let standing = new.span().filter(|_| stands(new));
        if !stands(old) {
            let effect = if stands(new) { Effect::Appeared } else { Effect::Neither };
            return Fate { effect, change: None, before: None, after: standing.map(after), found: None };
        }
        // The last of them is that of `within`, where there is one.
        let (fates, holder) = fates.split_at(old.segments.len());
        let spans: Option<Vec<Span>> = fates.iter().map(|one| one.span).collect();
        let change = match self.change(quote, new, (fates, holder.first()), spans.as_deref()) {
            Change::Kept if old.span().is_some_and(|span| self.moves(span)) => Change::Moved,
            change => change,
        };
        // What replaced the passage may hold the words still: then only what is around them is another.
        let replaced = fates.iter().filter_map(|one| one.instead);
        let still = standing.filter(|&here| replaced.into_iter().any(|instead| instead.contains(here)));
        let whole = still.or_else(|| Span::hull(&spans?));
        let effect = match change {
            _ if still.is_some() => Effect::Around,
            Change::Kept | Change::Moved if !self.is_same_sentence(old.span(), whole) => Effect::Around,
            Change::Kept => Effect::Untouched,
            Change::Moved => Effect::Moved,
            // Any of several places will do.
            _ if quote.repeated && stands(new) => Effect::Untouched,
            Change::Deleted | Change::Replaced => Effect::Gone,
            _ => Effect::Altered,
        };
        Fate {
            effect,
            change: Some(change),
            before: old.span().map(before),
            after: whole.map(after),
            found: whole.map(|span| self.after.slice(span).to_owned()),
        }
    }

    /// Whether a stretch of the earlier capture went elsewhere with its paragraph.
    fn moves(&self, span: Span) -> bool {
        self.moved.iter().any(|paragraph| paragraph.contains(span))
    }

    /// What became of the words of a quote that stood, by what became of them and of their `within`; where all are still
    /// there, by what is beside and between them now.
    fn change(
        &self,
        quote: &Quote,
        new: &Anchoring,
        (own, holder): (&[Became], Option<&Became>),
        spans: Option<&[Span]>,
    ) -> Change {
        let own = own.iter().map(|one| one.change).min().unwrap_or(Change::Deleted);
        let change = holder.filter(|_| own.is_identical()).map_or(own, |holder| holder.change.min(own));
        match spans {
            Some(spans) if change.is_identical() => self.beside(quote, new, spans, change),
            _ => change,
        }
    }

    /// What became of words that are all there: they may be cut now, or negated between them.
    fn beside(&self, quote: &Quote, new: &Anchoring, spans: &[Span], change: Change) -> Change {
        let there = Anchoring::of_segments(Standing::Stands, spans.iter().copied().map(Some).collect());
        if negates_between(&there, self.after) {
            return Change::Negation;
        }
        let segments = quote.segments();
        let is_whole =
            |(words, &span): (&&str, &Span)| stands_at(words, quote.partial, self.after, span).is_some();
        let is_standing = stands(new) || segments.len() == 1;
        if is_standing && segments.iter().zip(spans).all(is_whole) { change } else { Change::Extended }
    }

    /// Whether the sentence around some words is the same but for its characters.
    fn is_same_sentence(&self, before: Option<Span>, after: Option<Span>) -> bool {
        let (Some(before), Some(after)) = (before, after) else { return true };
        let words =
            |text: &Text<'_>, span: Span| folded(text.slice(sentence_around(text, span)), Form::Words);
        words(self.before, before) == words(self.after, after)
    }
}

fn sought(quote: &Quote) -> anchor::Quote<'_> {
    anchor::Quote {
        segments: quote.segments(),
        within: quote.within(),
        partial: quote.partial,
        repeated: quote.repeated,
    }
}

fn stands(anchoring: &Anchoring) -> bool {
    anchoring.standing == Standing::Stands && anchoring.within.is_kept()
}

/// Where the segments of a quote that stands lie, and last its `within`.
fn passages(anchoring: &Anchoring) -> Vec<Span> {
    if !stands(anchoring) {
        return Vec::new();
    }
    anchoring.passages()
}
