//! From the corpus to outcomes and findings: every quote is checked in its capture, every capture
//! against its digest. Decides what is bad and how bad. Knows no output format.
//!
//! The unit of work is a source: a capture's bytes are read once, hashed and searched in that buffer,
//! and dropped; at most two captures of a source are held at a time.

mod beside;
mod between;
mod broken;
mod captures;
mod claims;
mod context;
mod cuts;
mod differing;
mod distrust;
mod drifted;
mod exposed;
mod grown;
mod holders;
mod inserted;
mod magnitude;
mod markup;
mod meant;
mod messages;
mod negated;
mod pasted;
mod questioned;
mod quotes;
mod selectors;
mod slips;
mod sources;
mod spoken;
mod withheld;

pub use context::Context;
pub(crate) use context::sentence_around;
pub(crate) use context::{trimmed, word_end, word_start};
pub use exposed::IGNORED;
pub(crate) use quotes::{negates_between, negation_left_out};
pub use selectors::Selector;

use crate::anchor::Kind;
use crate::anchor::drift::Change;
use crate::corpus::{Corpus, Selection, is_at_or_below};
use crate::finding::{self, Finding, Level, Rule};
use crate::fold::Difference;
use crate::parse::Stored;
use crate::quoting;
use crate::text::{Span, Text, char_count};
use crate::tree::{FILES_AT_ONCE, Tree};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

/// How a quote, and by its worst quote a claim, stands. Ordered from the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Identical, once, cutting no word or number.
    Stands,
    /// Identical in several places.
    Ambiguous,
    /// Identical, but it begins or ends inside a word or number.
    Cut,
    /// The same words in other characters.
    Variant,
    /// Near to a passage with other words.
    Altered,
    /// Near to nothing.
    Absent,
    /// Stands in an earlier capture and no longer in the newest.
    Drifted,
    /// Its capture is missing, altered or unreadable.
    Unchecked,
    /// Cannot be checked at all.
    Invalid,
}

impl Status {
    /// Every status, the best first.
    pub const ALL: [Self; 9] = [
        Self::Stands,
        Self::Ambiguous,
        Self::Cut,
        Self::Variant,
        Self::Altered,
        Self::Absent,
        Self::Drifted,
        Self::Unchecked,
        Self::Invalid,
    ];

    /// The status's name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stands => "stands",
            Self::Ambiguous => "ambiguous",
            Self::Cut => "cut",
            Self::Variant => "variant",
            Self::Altered => "altered",
            Self::Absent => "absent",
            Self::Drifted => "drifted",
            Self::Unchecked => "unchecked",
            Self::Invalid => "invalid",
        }
    }
}

/// A span of a capture's text, as people, programs and the W3C `TextPositionSelector` count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file, relative to the root.
    pub path: Arc<str>,
    /// The line, from 1.
    pub line: usize,
    /// The column in code points, from 1.
    pub column: usize,
    /// The bytes, half-open.
    pub bytes: Span,
    /// The code points, half-open.
    pub chars: (usize, usize),
    /// The page, from 1, on which it begins; `None` where the document has no pages.
    pub page: Option<usize>,
}

impl Location {
    /// A span of the text of the file `path`.
    pub fn of(path: &Arc<str>, text: &Text<'_>, span: Span) -> Self {
        let start = text.position(span.start);
        let end = start.char + char_count(text.slice(span));
        let (path, page) = (Arc::clone(path), text.page(start.char));
        Self { path, line: start.line, column: start.column, bytes: span, chars: (start.char, end), page }
    }

    /// The place for a person: the file, the line, the column, and the page where there is one.
    pub fn shown(&self) -> String {
        format!("{}:{}:{}{}", self.path, self.line, self.column, on_page(self.page))
    }
}

/// A page as it follows a place: `, p. 12`.
pub fn on_page(page: Option<usize>) -> String {
    page.map_or_else(String::new, |page| format!(", p. {page}"))
}

/// One difference between a quote and its source, with the characters of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedDifference {
    /// In what they differ.
    pub kind: Kind,
    /// The quote's characters.
    pub quote: String,
    /// The source's characters.
    pub source: String,
    /// The names of the characters that the source has, or if none the quote's; empty for longer words.
    pub name: String,
    /// Where the quote's begin: code points from the start of `exact`, its segments one after the other.
    pub quote_char: usize,
    /// Where the source's begin: code points from the start of the text.
    pub source_char: usize,
}

impl NamedDifference {
    /// A difference between `words`, which stand so many code points after the quote's start, and a text.
    pub(crate) fn of(one: &Difference, words: &str, words_char: usize, text: &Text<'_>) -> Self {
        let (quote, source) = (&words[one.quote.range()], text.slice(one.source));
        Self {
            kind: one.kind,
            quote: quote.to_owned(),
            source: source.to_owned(),
            name: quoting::names(if source.is_empty() { quote } else { source }),
            quote_char: words_char + char_count(&words[..one.quote.start]),
            source_char: text.position(one.source.start).char,
        }
    }
}

/// One segment of a quote, found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundSegment {
    /// Where it or its nearest passage lies.
    pub location: Location,
    /// The words there; `None` where they are withheld.
    pub found: Option<String>,
}

/// What came of checking one quote.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// How it stands.
    pub status: Status,
    /// The capture that it was checked in; for a drifted one the capture in which it stood last.
    pub capture: Option<String>,
    /// From the first segment's start to the last one's end.
    pub location: Option<Location>,
    /// Each segment, where it was found; none where places are left out.
    pub segments: Vec<Option<FoundSegment>>,
    /// The words that its segments leave out.
    pub omitted: Vec<String>,
    /// How it differs from what was found.
    pub differences: Vec<NamedDifference>,
    /// For an ambiguous quote the first places; for an altered one the passages that may be meant, where
    /// nothing decides between them.
    pub places: Vec<Location>,
    /// The number of such places.
    pub place_count: usize,
    /// What kept it from being checked.
    pub unchecked: Option<Rule>,
    /// What became in the newest capture of words that stand in an earlier one.
    pub drift: Option<Box<Drift>>,
    /// What to write so that it stands, where only its characters differ.
    pub repair: Option<Repair>,
    /// Where that was asked for, the sentences around the words that were found; several where they lie
    /// far apart, and for an ambiguous quote one for each of the first places.
    pub context: Vec<Context>,
    /// Whether words of a restricted source were left out of it.
    pub is_withheld: bool,
    /// Where that was asked for and the quote stands, how other programs find each segment again.
    pub selectors: Vec<Selector>,
}

/// The source's own characters for a quote that differs in nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The words of each segment, or none where only `within` differs.
    pub exact: Vec<String>,
    /// The words of `within`, where they differ.
    pub within: Option<String>,
    /// What stands beside the words in the source and makes them say otherwise, in a sentence.
    pub beside: Option<String>,
}

impl Outcome {
    fn without_place(status: Status, segments: usize) -> Self {
        Self {
            status,
            capture: None,
            location: None,
            segments: vec![None; segments],
            omitted: Vec::new(),
            differences: Vec::new(),
            places: Vec::new(),
            place_count: 0,
            unchecked: None,
            drift: None,
            repair: None,
            context: Vec::new(),
            is_withheld: false,
            selectors: Vec::new(),
        }
    }
}

/// Words that stood in an earlier capture, and what became of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// The capture in which they stood last.
    pub stood: String,
    /// The capture in which it was looked what became of them: the newest.
    pub capture: String,
    /// What became of them.
    pub change: Change,
    /// Where they or what became of them lies there; `None` where nothing of them does.
    pub location: Option<Location>,
    /// The words there.
    pub found: Option<String>,
}

/// What is asked of a run.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself")]
pub struct Options {
    /// The claims to check; all where there is none.
    pub selection: Option<Selection>,
    /// Whether captures that are missing or unreadable are only warned of.
    pub allow_unchecked: bool,
    /// Whether the sentences around each quote are kept.
    pub context: bool,
    /// Whether it is kept how other programs find each quote that stands again.
    pub selectors: bool,
    /// Whether it is left out where the quotes lie that stand: finding out lines and columns takes
    /// longer than finding the words, and a report for people shows them only when asked.
    pub without_places: bool,
    /// Whether words of restricted sources are shown beyond those that claims have: only to a person, on their own
    /// terminal, never in what is saved or passed on.
    pub shows_restricted: bool,
}

/// What a run found.
#[derive(Debug)]
pub struct Verified {
    /// For each claim of the corpus that was checked the outcome of each quote.
    pub outcomes: Vec<Option<Vec<Arc<Outcome>>>>,
    /// For each source of the corpus that was checked whether each capture is intact.
    pub intact: Vec<Option<Vec<bool>>>,
    /// What is wrong, with its level; in no order.
    pub findings: Vec<Finding>,
    /// How often each rule found something that is not told, for ibid.toml turns the rule off.
    pub turned_off: BTreeMap<Rule, usize>,
}

/// The place of a quote in the corpus: the number of its claim, and its own in it.
type QuoteIndex = (usize, usize);

/// Checks a repository.
pub fn verify(corpus: &Corpus, tree: &dyn Tree, options: &Options) -> Verified {
    let claim_texts: Vec<Text<'_>> = corpus.claim_files.iter().map(|file| Text::new(&file.content)).collect();
    let record_texts: Vec<Text<'_>> = corpus.records.iter().map(|file| Text::new(&file.content)).collect();
    let (claim_texts, record_texts) = (&claim_texts[..], &record_texts[..]);
    let run = Run { corpus, tree, claim_texts, record_texts, options, records: Records::of(corpus) };
    let selected: Vec<usize> = match &options.selection {
        Some(selection) => selection.claims.iter().copied().collect::<BTreeSet<_>>().into_iter().collect(),
        None => (0..corpus.claims.len()).collect(),
    };
    let Assigned { by_source, cited, mut outcomes, mut findings } = run.assign(&selected);
    let sources = run.wanted(&by_source);
    let check = |&source: &usize| {
        let mut checked = run.check_source(source, &by_source[source]);
        run.withhold(&corpus.sources[source], &mut checked);
        checked
    };
    let checked: Vec<captures::Checked> = sources.par_iter().with_max_len(FILES_AT_ONCE).map(check).collect();
    let mut intact = vec![None; corpus.sources.len()];
    for (&source, checked) in sources.iter().zip(checked) {
        intact[source] = Some(checked.intact);
        findings.extend(checked.findings);
        for ((claim, quote), outcome) in checked.outcomes {
            outcomes[claim][quote] = Some(outcome);
        }
    }
    findings.extend(run.check_exposed(&sources));
    let asked: Vec<&Finding> =
        corpus.findings.iter().filter(|finding| is_asked_for(finding, corpus, options)).collect();
    let is_told_why = asked.iter().any(|finding| fails_for_claims(finding));
    let whole = run.check_whole(&selected, &cited).into_iter();
    findings.extend(whole.filter(|finding| !(is_told_why && finding.rule == Rule::NothingToCheck)));
    findings.extend(asked.into_iter().cloned());
    let turned_off = decide_levels(&mut findings, corpus, options);
    let findings = finding::bounded(findings);
    Verified { outcomes: of_selected(outcomes, &selected), intact, findings, turned_off }
}

/// What became of the quotes of each claim that was selected; `None` for the others.
fn of_selected(
    outcomes: Vec<Vec<Option<Arc<Outcome>>>>,
    selected: &[usize],
) -> Vec<Option<Vec<Arc<Outcome>>>> {
    let mut is_selected = vec![false; outcomes.len()];
    for &claim in selected {
        is_selected[claim] = true;
    }
    let settled = |(outcomes, is_selected): (Vec<Option<Arc<Outcome>>>, bool)| {
        let all = outcomes.into_iter().map(|outcome| outcome.expect("every quote was assigned"));
        is_selected.then(|| all.collect())
    };
    outcomes.into_iter().zip(is_selected).map(settled).collect()
}

fn is_named(path: &str, selection: &Selection) -> bool {
    selection.paths.iter().any(|top| is_at_or_below(path, top))
}

/// Whether a finding tells why claims could not be read, and fails the run whatever is configured, so that it need
/// not be said too that there is none.
fn fails_for_claims(finding: &Finding) -> bool {
    always_fails(finding.rule) && is_at_or_below(&finding.place.path, "claims")
}

/// Whether a run fails for this rule whatever is configured and asked for.
fn always_fails(rule: Rule) -> bool {
    rule.is_fixed() && rule.default_level() == Level::Error && !rule.is_relaxable()
}

/// Whether a finding of the corpus belongs to what was asked for.
fn is_asked_for(finding: &Finding, corpus: &Corpus, options: &Options) -> bool {
    let Some(selection) = &options.selection else { return true };
    let mut selected = selection.claims.iter().map(|&claim| &corpus.claims[claim]);
    let path = &finding.place.path;
    let is_of_named_source = || {
        let id = finding.source.as_ref().filter(|_| finding.claim.is_none());
        id.and_then(|id| corpus.source(id)).is_some_and(|source| selection.sources.contains(&source))
    };
    path == "ibid.toml"
        || is_named(path, selection)
        || is_of_named_source()
        || selected.any(|claim| {
            let is_of_its_file = corpus.claim_files[claim.file].path == *path;
            let is_its_own = is_of_its_file && finding.is_about_claim(&claim.id.value);
            // Of a file that is not TOML nobody knows what else it has of the claim.
            let keeps_its_file_unread = is_of_its_file && finding.rule == Rule::TomlInvalid;
            let cites = || {
                claim.quotes.iter().any(|quote| {
                    quote.source.is_some()
                        && quote.source.as_ref().map(|id| &id.value) == finding.source.as_ref()
                })
            };
            let is_id_shared =
                finding.rule == Rule::ClaimIdDuplicate && finding.is_about_claim(&claim.id.value);
            is_its_own
                || keeps_its_file_unread
                || is_id_shared
                || (finding.claim.is_none() && finding.rule != Rule::FileUnrecorded && cites())
        })
}

/// The one place where levels are decided. Takes out what is not told, and counts it by its rule.
fn decide_levels(findings: &mut Vec<Finding>, corpus: &Corpus, options: &Options) -> BTreeMap<Rule, usize> {
    let mut turned_off = BTreeMap::new();
    findings.retain_mut(|finding| {
        let rule = finding.rule;
        let level = if rule.is_fixed() { Some(rule.default_level()) } else { corpus.config.level(rule) };
        // A claim that names a capture which no record has is wrong, whatever bytes are here.
        let is_relaxed = options.allow_unchecked && rule.is_relaxable() && finding.claim.is_none();
        finding.level = if is_relaxed { Level::Warning } else { level.unwrap_or(Level::Note) };
        if level.is_none() {
            *turned_off.entry(rule).or_default() += finding.count();
        }
        level.is_some()
    });
    turned_off
}

/// What every step of a run needs.
struct Run<'r> {
    corpus: &'r Corpus,
    tree: &'r dyn Tree,
    claim_texts: &'r [Text<'r>],
    record_texts: &'r [Text<'r>],
    options: &'r Options,
    records: Records<'r>,
}

/// What is wrong with records and their folders, by path.
struct Records<'r> {
    /// The first rule under which each record fails, whatever is configured.
    failing: HashMap<&'r str, Rule>,
    /// The folders with files that no record names.
    unrecorded: HashSet<&'r str>,
    /// The folders that may hold sources and are not looked into.
    unread: Vec<&'r str>,
    /// Sources that claims cite and nobody stored, for which it is looked what was meant.
    proposed: OnceLock<HashSet<String>>,
    stored: Stored<'r>,
}

impl<'r> Records<'r> {
    fn of(corpus: &'r Corpus) -> Self {
        let mut own = Self {
            failing: HashMap::new(),
            unrecorded: HashSet::new(),
            unread: corpus.unread_folders().collect(),
            proposed: OnceLock::new(),
            stored: Stored::new(&corpus.sources),
        };
        for finding in &corpus.findings {
            let path = finding.place.path.as_str();
            if finding.rule == Rule::FileUnrecorded {
                own.unrecorded.extend(path.rsplit_once('/').map(|(folder, _)| folder));
            } else if always_fails(finding.rule) {
                own.failing.entry(path).or_insert(finding.rule);
            }
        }
        own
    }
}

/// What is known of quotes before any is looked for.
struct Assigned {
    /// The quotes of each source that can be checked.
    by_source: Vec<Vec<QuoteIndex>>,
    /// Whether a quote names each source.
    cited: Vec<bool>,
    /// The outcomes of each claim's quotes, where they are known already.
    outcomes: Vec<Vec<Option<Arc<Outcome>>>>,
    /// What is wrong with the claims themselves.
    findings: Vec<Finding>,
}

/// So many claims are looked at by one thread at a time.
const CLAIMS: usize = 256;

/// What one look at some claims tells.
#[derive(Default)]
struct Seen {
    quotes: Vec<SeenQuote>,
    findings: Vec<Finding>,
}

/// What is asked of a quote before it is looked for.
struct SeenQuote {
    at: QuoteIndex,
    /// The source that it names.
    source: Option<usize>,
    is_invalid: bool,
    /// How many segments it has.
    segments: usize,
}

impl Run<'_> {
    /// The sources whose captures are read: all, or those that what was selected cites or names.
    fn wanted(&self, by_source: &[Vec<QuoteIndex>]) -> Vec<usize> {
        let is_wanted = |source: &usize| match &self.options.selection {
            Some(selection) => {
                !by_source[*source].is_empty()
                    || selection.sources.contains(source)
                    || is_named(&self.corpus.sources[*source].folder(), selection)
            }
            None => true,
        };
        (0..self.corpus.sources.len()).filter(is_wanted).collect()
    }

    /// Gives every quote to its source; those that cannot be checked have their outcome at once.
    fn assign(&self, selected: &[usize]) -> Assigned {
        let look = |claims: &[usize]| {
            let mut seen = Seen::default();
            for &index in claims {
                self.look_at(index, &mut seen);
            }
            seen
        };
        let parts: Vec<Seen> = selected.par_chunks(CLAIMS).map(look).collect();
        let mut counts = vec![0; self.corpus.sources.len()];
        for source in parts.iter().flat_map(|seen| &seen.quotes).filter_map(|quote| quote.source) {
            counts[source] += 1;
        }
        let mut by_source: Vec<Vec<QuoteIndex>> =
            counts.iter().map(|&count| Vec::with_capacity(count)).collect();
        let cited = counts.iter().map(|&count| count > 0).collect();
        let mut outcomes = vec![Vec::new(); self.corpus.claims.len()];
        let (quotes, found): (Vec<_>, Vec<_>) =
            parts.into_iter().map(|seen| (seen.quotes, seen.findings)).unzip();
        for SeenQuote { at, source, is_invalid, segments } in quotes.into_iter().flatten() {
            let known = match source {
                Some(source) if !is_invalid => {
                    by_source[source].push(at);
                    None
                }
                _ => Some(Arc::new(Outcome::without_place(Status::Invalid, segments))),
            };
            outcomes[at.0].push(known);
        }
        Assigned { by_source, cited, outcomes, findings: found.into_iter().flatten().collect() }
    }

    /// Which sources the quotes of a claim name, and what is wrong with the claim itself.
    fn look_at(&self, index: usize, seen: &mut Seen) {
        let claim = &self.corpus.claims[index];
        for (number, quote) in claim.quotes.iter().enumerate() {
            let source = quote.source.as_ref().and_then(|id| self.corpus.source(&id.value));
            let (is_invalid, segments) = (quote.is_invalid, quote.exact.len());
            seen.quotes.push(SeenQuote { at: (index, number), source, is_invalid, segments });
            if source.is_none() {
                seen.findings.extend(self.source_unknown(claim, number));
            }
        }
        self.check_claim(claim, &mut seen.findings);
    }
}
