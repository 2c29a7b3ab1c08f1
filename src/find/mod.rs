//! Where stored sources have some words, exactly or nearly, best first. Knows the sources; no claim.
//!
//! Two passes over the captures, in parallel, one at a time on each thread. The first looks for the very
//! words, at the speed of hashing. The second folds each text and looks for other characters and near
//! passages, which costs thirty times as much; it runs where there is room beside identical places, and
//! where it is too long it runs only if there is none, or if it is asked for. What is found does not depend
//! on the order in which threads finish.

mod passage;
pub(crate) mod v1;

use crate::anchor::{self, Anchoring, Quote, Standing};
use crate::citing::{self, parts};
use crate::corpus::Corpus;
use crate::edit::Pair;
use crate::quoting::toml_string;
use crate::source::{Capture, Source};
use crate::text::{Span, Text};
use crate::tree::Tree;
use crate::trusted;
use crate::verify::{Context, Location, NamedDifference, negation_left_out};
use memchr::memmem;
use rayon::prelude::*;

/// So many bytes are searched for near passages beside identical ones, unless more is asked for.
const BESIDE: usize = 8 << 20;

/// What is looked for, and where.
#[derive(Clone, Debug)]
pub struct Query<'q> {
    /// The words, with `[…]` where some are left out.
    pub words: &'q str,
    /// The numbers of the sources; all where there is none.
    pub sources: Option<Vec<usize>>,
    /// Whether earlier captures are searched, too.
    pub all_captures: bool,
    /// The most places that are wanted.
    pub limit: usize,
    /// Whether near places are wanted beside identical ones, however long that takes.
    pub near: bool,
    /// Whether words of restricted sources are shown beyond those that are looked for.
    pub shows_restricted: bool,
}

/// A place where the words are, or nearly.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The number of the source in the corpus.
    pub source: usize,
    /// The number of the capture in the source.
    pub capture: usize,
    /// How the words stand to it: `Stands` where they are identical, `Cut`, `Variant` or `Altered`.
    pub standing: Standing,
    /// How near it is, from 0 to 1.
    pub nearness: f64,
    /// Where it lies.
    pub location: Location,
    /// Each part of the words, in bytes of the text.
    pub segments: Vec<Span>,
    /// The source's own words, part by part.
    pub found: Vec<String>,
    /// How the words differ from them.
    pub differences: Vec<NamedDifference>,
    /// The words in their lines.
    pub context: Context,
    /// The keys of a quote that stands there; none where no such quote can be made.
    pub quote: Vec<Pair>,
    /// The word that negates among those that the parts leave out: for that there is no such quote.
    pub negation: Option<String>,
    /// Whether the words of its source, which is restricted, were left out.
    pub is_withheld: bool,
}

/// A capture that was not searched, or a source of which none was, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsearched {
    /// The source’s id.
    pub source: String,
    /// The capture’s id; `None` where the source’s record does not tell its captures.
    pub capture: Option<String>,
    /// Why, in words that follow the name.
    pub why: String,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The places, the best first.
    pub hits: Vec<Hit>,
    /// How many places have the very words.
    pub identical: usize,
    /// How many captures were searched.
    pub searched: usize,
    /// Those that were not.
    pub unsearched: Vec<Unsearched>,
    /// Whether near places were left out because looking for them takes long.
    pub is_near_left_out: bool,
    /// Whether the words were found without the quotation marks that were typed around them.
    pub is_bare: bool,
}

/// A capture of the corpus: the number of its source, and its own in it.
type At = (usize, usize);

/// Finds words in the stored sources; where they are nowhere as they were typed, without quotation marks around them.
pub fn find(corpus: &Corpus, tree: &dyn Tree, query: &Query<'_>) -> Answer {
    let answer = as_typed(corpus, tree, query);
    let is_there = |answer: &Answer| {
        answer.hits.first().is_some_and(|best| !matches!(best.standing, Standing::Altered | Standing::Absent))
    };
    let Some(words) = citing::without_marks(query.words).filter(|_| !is_there(&answer)) else {
        return answer;
    };
    let bare = as_typed(corpus, tree, &Query { words, ..query.clone() });
    if is_there(&bare) { Answer { is_bare: true, ..bare } } else { answer }
}

fn as_typed(corpus: &Corpus, tree: &dyn Tree, query: &Query<'_>) -> Answer {
    let search = Search { corpus, tree, query, parts: parts(query.words) };
    let captures = search.captures();
    let first = search.pass(&captures, Pass::Identical);
    let mut answer = Answer {
        identical: first.identical,
        searched: first.searched,
        unsearched: first.unsearched,
        ..Answer::default()
    };
    let has_room = first.hits.len() < query.limit;
    let is_affordable = first.hits.is_empty() || query.near || first.bytes <= BESIDE;
    answer.is_near_left_out = has_room && !is_affordable;
    answer.hits = first.hits;
    if has_room && is_affordable {
        answer.hits = search.pass(&captures, Pass::Near).hits;
    }
    for hit in &mut answer.hits {
        search.fill_in(hit);
        if corpus.sources[hit.source].is_restricted() && !query.shows_restricted {
            search.withhold(hit);
        }
    }
    answer.unsearched.extend(search.unread());
    answer.unsearched.sort_by(|a, b| (&a.source, &a.capture).cmp(&(&b.source, &b.capture)));
    answer
}

/// What one pass looks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pass {
    /// The very words.
    Identical,
    /// Other characters and near passages, too.
    Near,
}

/// What a pass found, in some captures or all.
#[derive(Default)]
struct Found {
    hits: Vec<Hit>,
    identical: usize,
    searched: usize,
    bytes: usize,
    unsearched: Vec<Unsearched>,
}

struct Search<'s> {
    corpus: &'s Corpus,
    tree: &'s dyn Tree,
    query: &'s Query<'s>,
    parts: Vec<&'s str>,
}

impl Search<'_> {
    /// The numbers of the sources that are searched.
    fn sources(&self) -> Vec<usize> {
        self.query.sources.clone().unwrap_or_else(|| (0..self.corpus.sources.len()).collect())
    }

    /// The sources whose records cannot be read, so that their captures are not known; and where none are named, the
    /// folders that may hold more of them.
    fn unread(&self) -> Vec<Unsearched> {
        let unsearched = |source: &str, what: &str| Unsearched {
            source: source.to_owned(),
            capture: None,
            why: format!("{what}; `ibid verify` says why"),
        };
        let sources = self.sources().into_iter().map(|source| &self.corpus.sources[source]);
        let broken = sources.filter(|source| source.is_broken);
        let broken = broken.map(|source| unsearched(&source.id, "has a record that cannot be read"));
        let folders = self.corpus.unread_folders().filter(|_| self.query.sources.is_none());
        let folders = folders.filter_map(|path| path.strip_prefix("sources/"));
        let folders = folders.map(|id| unsearched(id, "cannot be read, nor can any below it"));
        broken.chain(folders).collect()
    }

    fn captures(&self) -> Vec<At> {
        let of_source = |source: usize| {
            let count = self.corpus.sources[source].captures.len();
            let from = if self.query.all_captures { 0 } else { count.saturating_sub(1) };
            (from..count).map(move |capture| (source, capture))
        };
        self.sources().into_iter().flat_map(of_source).collect()
    }

    fn of(&self, at: At) -> (&Source, &Capture) {
        let source = &self.corpus.sources[at.0];
        (source, &source.captures[at.1])
    }

    fn pass(&self, captures: &[At], pass: Pass) -> Found {
        captures
            .par_iter()
            .map(|&at| self.in_capture(at, pass))
            .reduce(Found::default, |a, b| self.joined(a, b))
    }

    fn joined(&self, mut one: Found, other: Found) -> Found {
        one.identical += other.identical;
        one.searched += other.searched;
        one.bytes += other.bytes;
        one.unsearched.extend(other.unsearched);
        one.hits.extend(other.hits);
        one.hits.sort_by(better);
        one.hits.truncate(self.query.limit);
        one
    }

    fn in_capture(&self, at: At, pass: Pass) -> Found {
        let (source, capture) = self.of(at);
        let content = match trusted::text(self.tree, source, capture) {
            Ok(content) => content,
            Err(why) => {
                let (source, capture, why) = (source.id.clone(), Some(capture.id.clone()), why.to_string());
                let unsearched = Unsearched { source, capture, why };
                return Found { unsearched: vec![unsearched], ..Found::default() };
            }
        };
        let text = source.text(capture, &content);
        let words = self.query.words.trim();
        let identical = memmem::find_iter(content.as_bytes(), words).count();
        let hits = match pass {
            _ if self.parts.len() > 1 && identical == 0 => self.in_parts(at, &text, pass),
            Pass::Identical if identical == 0 => Vec::new(),
            Pass::Identical => self.whole(at, &text, identical.min(self.query.limit)),
            Pass::Near => self.whole(at, &text, self.query.limit),
        };
        let found = Found { hits, identical, searched: 1, bytes: content.len(), unsearched: Vec::new() };
        self.tree.give_back(content.into_bytes());
        found
    }

    fn whole(&self, at: At, text: &Text<'_>, limit: usize) -> Vec<Hit> {
        let words = self.query.words.trim();
        let found = anchor::passages(words, text, limit).into_iter();
        found
            .map(|one| {
                let named = one.differences.iter().map(|one| (words, one));
                let (source, capture) = self.of(at);
                passage::hit(at, (source, capture), text, &[one.span], named.collect::<Vec<_>>().as_slice())
                    .standing(one.standing, one.nearness)
            })
            .collect()
    }

    /// Words of which some are left out: only where every part is there.
    fn in_parts(&self, at: At, text: &Text<'_>, pass: Pass) -> Vec<Hit> {
        let is_there = |part: &&str| memmem::find(text.as_str().as_bytes(), part.as_bytes()).is_some();
        if pass == Pass::Identical && !self.parts.iter().all(is_there) {
            return Vec::new();
        }
        let quote = Quote { segments: self.parts.clone(), within: None, partial: false, repeated: false };
        let anchoring = anchor::anchor(&quote, text);
        let is_wanted = match pass {
            Pass::Identical => {
                matches!(anchoring.standing, Standing::Stands | Standing::Ambiguous | Standing::Cut)
            }
            Pass::Near => anchoring.standing != Standing::Absent && anchoring.standing != Standing::Altered,
        };
        let standing =
            if anchoring.standing == Standing::Ambiguous { Standing::Stands } else { anchoring.standing };
        let spans: Option<Vec<Span>> = anchoring.segments.iter().copied().collect();
        let places = match spans {
            Some(spans) => vec![spans],
            None => anchoring.places.iter().map(|&place| vec![place]).collect(),
        };
        let named: Vec<_> =
            anchoring.differences.iter().map(|one| (self.parts[one.segment], &one.difference)).collect();
        let hit =
            |spans: Vec<Span>| passage::hit(at, self.of(at), text, &spans, &named).standing(standing, 1.0);
        places.into_iter().filter(|_| is_wanted).take(self.query.limit).map(hit).collect()
    }

    /// Leaves of a place the words that were looked for, where it has these very words.
    fn withhold(&self, hit: &mut Hit) {
        let is_own =
            |found: &String| found == self.query.words.trim() || self.parts.contains(&found.as_str());
        let has_more = |pair: &Pair| pair.key == "within";
        if hit.standing != Standing::Stands || hit.quote.iter().any(has_more) {
            hit.quote.clear();
        }
        hit.found.retain(is_own);
        hit.negation = None;
        for difference in &mut hit.differences {
            difference.source.clear();
            difference.name.clear();
        }
        hit.context.text.clear();
        hit.context.marks.clear();
        hit.is_withheld = true;
    }

    /// Fills in the keys of a quote of what was found, that stands, or why there is none.
    fn fill_in(&self, hit: &mut Hit) {
        let (source, capture) = self.of((hit.source, hit.capture));
        let Ok(content) = trusted::text(self.tree, source, capture) else { return };
        let text = source.text(capture, &content);
        let segments = citing::joined(&text, &passage::whole_words(&hit.segments, &text));
        let found = Anchoring::of_segments(Standing::Stands, segments.iter().copied().map(Some).collect());
        hit.negation = negation_left_out(&found, &text).map(|span| text.slice(span).to_owned());
        if hit.negation.is_none() {
            hit.quote = self.quote(hit, &segments, &text).unwrap_or_default();
        }
    }

    /// The keys of a quote of these words, that stands.
    fn quote(&self, hit: &Hit, segments: &[Span], text: &Text<'_>) -> Option<Vec<Pair>> {
        let (source, capture) = self.of((hit.source, hit.capture));
        let within = citing::decided(segments, false, text)?;
        let exact: Vec<String> = segments.iter().map(|&span| toml_string(text.slice(span))).collect();
        let is_newest = hit.capture + 1 == source.captures.len();
        let mut pairs = vec![Pair::text("source", &source.id)];
        pairs.extend((!is_newest).then(|| Pair::text("capture", &capture.id)));
        pairs.push(Pair::raw(
            "exact",
            if exact.len() == 1 { exact.concat() } else { format!("[{}]", exact.join(", ")) },
        ));
        pairs.extend(within.map(|span| Pair::text("within", text.slice(span))));
        Some(pairs)
    }
}

/// The order of what is found: identical, in other characters, cutting a word, near, the nearest first; then
/// by source, the newest capture first, and place.
fn better(a: &Hit, b: &Hit) -> std::cmp::Ordering {
    let rank = |hit: &Hit| match hit.standing {
        Standing::Stands | Standing::Ambiguous => 0,
        Standing::Variant => 1,
        Standing::Cut => 2,
        Standing::Altered | Standing::Absent => 3,
    };
    let place = |hit: &Hit| (hit.source, usize::MAX - hit.capture, hit.location.bytes);
    rank(a).cmp(&rank(b)).then(b.nearness.total_cmp(&a.nearness)).then(place(a).cmp(&place(b)))
}
