//! One state of the repository as one value: claims, quotes and findings joined, sorted, fingerprinted
//! and counted. Knows no output format; its wire types are apart, in `v1`.

pub mod failing;
pub mod saved;
pub(crate) mod overview;
pub(crate) mod silenced;
pub(crate) mod unknown;
pub(crate) mod v1;

use crate::claim::{Claim, Quote, Stance};
use crate::config::{self, Settings};
use crate::corpus::Corpus;
use crate::digest::Digest;
use crate::finding::{Finding, Level, Rule};
use crate::parse;
use crate::source::Source;
use crate::verify::{Outcome, Status, Verified};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use toml::Table;

/// The levels of rules that ibid.toml sets; `None` where it turns one off.
pub type Levels = BTreeMap<Rule, Option<Level>>;

/// All claims, quotes, sources and findings of one state of the repository.
#[derive(Debug, Default)]
pub struct Report {
    /// The figures.
    pub summary: Summary,
    /// The claims that were checked, by id.
    pub claims: Vec<ClaimReport>,
    /// The sources that were checked, by id.
    pub sources: Vec<SourceReport>,
    /// What is wrong, by path, line, rule and fingerprint.
    pub findings: Vec<ReportedFinding>,
    /// The levels that ibid.toml sets; `None` where the report was saved by an ibid that did not say.
    pub levels: Option<Levels>,
    /// How often each rule found something that is not told, for ibid.toml turns the rule off.
    turned_off: BTreeMap<Rule, usize>,
    /// What ibid.toml sets besides, likewise.
    pub settings: Option<Settings>,
}

/// The figures of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many claims.
    pub claims: usize,
    /// How many quotes.
    pub quotes: usize,
    /// How many sources.
    pub sources: usize,
    /// How many captures.
    pub captures: usize,
    /// How many quotes of each status that there is.
    pub statuses: BTreeMap<Status, usize>,
    /// How many findings of each level that there is.
    pub levels: BTreeMap<Level, usize>,
    /// How many quotes could not be checked, by why.
    pub unchecked: BTreeMap<Rule, usize>,
    /// How many quotes of restricted sources could not be checked.
    pub unchecked_restricted: usize,
    /// How many sources these are of.
    pub unread_restricted: usize,
    /// How many findings of each level that there is are known.
    pub known: BTreeMap<Level, usize>,
    /// How many claim files were not read, or not the whole of them.
    pub unread: usize,
    /// How many quotes of each status that there is do not stand and are told by no finding, for their rule is off.
    pub silenced: BTreeMap<Status, usize>,
    /// How often each rule found something that is not told, for it is off.
    pub turned_off: BTreeMap<Rule, usize>,
}

impl Summary {
    /// How many quotes have this status.
    pub fn status(&self, status: Status) -> usize {
        self.statuses.get(&status).copied().unwrap_or(0)
    }

    /// How many findings of this level are known.
    pub fn known(&self, level: Level) -> usize {
        self.known.get(&level).copied().unwrap_or(0)
    }

    /// How many findings have this level.
    pub fn level(&self, level: Level) -> usize {
        self.levels.get(&level).copied().unwrap_or(0)
    }
}

/// A claim as it was checked.
#[derive(Debug)]
pub struct ClaimReport {
    /// Its id.
    pub id: String,
    /// Its file.
    pub path: String,
    /// Its line, from 1.
    pub line: usize,
    /// The assertion.
    pub text: String,
    /// The verdict.
    pub verdict: Option<String>,
    /// The labels.
    pub tags: Vec<String>,
    /// The remark.
    pub note: Option<String>,
    /// Whatever else people keep.
    pub extra: Table,
    /// The status of its worst quote.
    pub status: Status,
    /// Whether something about it other than its quotes is wrong, so that none of them is evidence.
    pub is_wrong: bool,
    /// Its quotes.
    pub quotes: Vec<QuoteReport>,
}

/// A quote as it was checked.
#[derive(Debug)]
pub struct QuoteReport {
    /// Its line, from 1.
    pub line: usize,
    /// The source's id.
    pub source: Option<String>,
    /// Its segments, without white space at their ends.
    pub exact: Vec<String>,
    /// The passage that holds them, likewise.
    pub within: Option<String>,
    /// What it does for the claim.
    pub stance: Stance,
    /// Who said it.
    pub speaker: Option<String>,
    /// The words in the claim's language.
    pub translation: Option<String>,
    /// The remark.
    pub note: Option<String>,
    /// The capture that it cites knowingly.
    pub pin: Pin,
    /// Whether it may begin or end inside a word.
    pub partial: bool,
    /// Whether any of several places will do.
    pub repeated: bool,
    /// What came of it; shared by quotes of which nothing else is kept.
    pub outcome: Arc<Outcome>,
}

/// Whether a quote cites a capture knowingly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pin {
    /// It is checked in the newest.
    None,
    /// It cites the one of this id.
    To(String),
    /// The report was saved by an ibid that did not say.
    Unknown,
}

impl Pin {
    /// The id of the capture, as far as is known.
    pub fn capture(&self) -> Option<&str> {
        match self {
            Self::To(id) => Some(id),
            Self::None | Self::Unknown => None,
        }
    }
}

impl QuoteReport {
    /// Its words in one string.
    pub fn words(&self) -> String {
        self.exact.join(" […] ")
    }
}

/// A source as it was checked.
#[derive(Debug)]
pub struct SourceReport {
    /// What its record says; its captures among it.
    pub record: Source,
    /// Whether each capture has the bytes that were recorded, and they can be read.
    pub intact: Vec<bool>,
    /// Whether the record says which texts were taken out of the captures' bytes: a report that was saved by an
    /// earlier ibid does not.
    pub knows_texts: bool,
    /// Whether the captures' remarks and the addresses that they came from are known: a report that was saved by an
    /// earlier ibid does not say.
    pub knows_notes: bool,
    /// Whether all is known of how they came: a saved report has only the addresses.
    pub knows_fetches: bool,
}

/// A finding with its identity.
#[derive(Debug)]
pub struct ReportedFinding {
    /// The finding.
    pub finding: Finding,
    /// What it is known by from one report to the next: never a matter of positions.
    pub fingerprint: String,
    /// Whether it was known to fail, so that the run does not fail for it.
    pub is_known: bool,
}

/// The rules of which files have more findings than are told, so that nobody can say which of them are there.
#[derive(Debug)]
pub struct Untold<'r>(HashSet<(Rule, &'r str)>);

impl<'r> Untold<'r> {
    /// Those of a report.
    pub fn of(report: &'r Report) -> Self {
        let others =
            report.findings.iter().map(|one| &one.finding).filter(|finding| finding.others.is_some());
        Self(others.map(|finding| (finding.rule, finding.group())).collect())
    }

    /// Whether a finding that is not told may be there all the same.
    pub(crate) fn may_have(&self, finding: &Finding) -> bool {
        self.0.contains(&(finding.rule, finding.group()))
    }
}

impl Report {
    /// Every quote with its claim, in the order of the claims.
    pub fn quotes(&self) -> impl Iterator<Item = (&ClaimReport, &QuoteReport)> {
        self.claims.iter().flat_map(|claim| claim.quotes.iter().map(move |quote| (claim, quote)))
    }

    /// The quote that a finding is about.
    pub(crate) fn quote_of(&self, finding: &Finding) -> Option<&QuoteReport> {
        let (claim, quote) = quote_of(&self.claims, finding)?;
        Some(&self.claims[claim].quotes[quote])
    }

    /// Joins what was kept with what was found. Takes the corpus, so that nothing need be copied.
    pub fn new(corpus: Corpus, verified: Verified) -> Self {
        let Verified { outcomes, intact, findings, turned_off } = verified;
        let Corpus { config, claims, claim_files, sources, .. } = corpus;
        let path = |claim: &Claim| claim_files[claim.file].path.clone();
        let mut claims: Vec<ClaimReport> = claims
            .into_par_iter()
            .zip(outcomes)
            .filter_map(|(claim, outcomes)| Some(claim_report(path(&claim), claim, outcomes?)))
            .collect();
        claims.par_sort_unstable_by(|a, b| (&a.id, &a.path, a.line).cmp(&(&b.id, &b.path, b.line)));
        let mut checked = Vec::with_capacity(sources.len());
        let sources = sources.into_iter().zip(intact);
        checked.extend(sources.filter_map(|(record, intact)| {
            let intact = intact?;
            Some(SourceReport { record, intact, knows_texts: true, knows_notes: true, knows_fetches: true })
        }));
        let settings = Settings { scale: config.scale, export: config.export.values() };
        let known = (Some(config.levels), Some(settings));
        let mut report = Self::of(claims, checked, fingerprinted(findings), known);
        report.summary.turned_off.clone_from(&turned_off);
        report.turned_off = turned_off;
        report
    }

    /// A report of these, with its figures. They must be in order.
    fn of(
        claims: Vec<ClaimReport>,
        sources: Vec<SourceReport>,
        findings: Vec<ReportedFinding>,
        (levels, settings): (Option<Levels>, Option<Settings>),
    ) -> Self {
        let mut report = Self { claims, sources, findings, levels, settings, ..Self::default() };
        report.recount();
        report
    }

    /// The level of a rule, `None` where it is off, as far as is known.
    pub fn level(&self, rule: Rule) -> Option<Option<Level>> {
        self.levels.as_ref().map(|levels| config::level(levels, rule))
    }

    /// The source with this id, where it was checked.
    pub fn source(&self, id: &str) -> Option<&SourceReport> {
        let found = self.sources.binary_search_by(|source| source.record.id.as_str().cmp(id)).ok()?;
        Some(&self.sources[found])
    }

    /// Adds findings that were made of the report itself.
    pub fn add(&mut self, findings: Vec<Finding>) {
        self.findings.extend(fingerprinted(findings));
        sort(&mut self.findings);
        self.recount();
    }

    /// Takes findings out.
    pub fn remove(&mut self, is_out: impl Fn(&ReportedFinding) -> bool) {
        self.findings.retain(|one| !is_out(one));
        self.recount();
    }

    /// Counts again, after findings were added or marked.
    pub fn recount(&mut self) {
        self.summary = summary(&self.claims, &self.sources, &self.findings);
        self.summary.silenced = silenced::counted(self.levels.as_ref(), &self.claims, &self.findings);
        self.summary.turned_off.clone_from(&self.turned_off);
    }
}

/// The numbers of the claim and of its quote that a finding is about, where it is about a quote; the claims are in order.
fn quote_of(claims: &[ClaimReport], finding: &Finding) -> Option<(usize, usize)> {
    let quote = finding.quote?;
    let claim = claim_of(claims, finding)?;
    (quote < claims[claim].quotes.len()).then_some((claim, quote))
}

/// The number of the claim that a finding is in: of those with its id in its file the last that begins before it.
fn claim_of(claims: &[ClaimReport], finding: &Finding) -> Option<usize> {
    let place = (finding.claim.as_deref().unwrap_or(""), finding.place.path.as_str(), finding.place.line);
    let own = |claim: &ClaimReport| (claim.id.as_str(), claim.path.as_str(), claim.line) <= place;
    let number = claims.partition_point(own).checked_sub(1)?;
    let claim = &claims[number];
    ((claim.id.as_str(), claim.path.as_str()) == (place.0, place.1)).then_some(number)
}

fn claim_report(path: String, claim: Claim, outcomes: Vec<Arc<Outcome>>) -> ClaimReport {
    let own = if claim.is_invalid { Status::Invalid } else { Status::Stands };
    let status =
        outcomes.iter().map(|outcome| outcome.status).max().map_or(Status::Invalid, |worst| worst.max(own));
    ClaimReport {
        id: claim.id.value,
        path,
        line: claim.line,
        text: claim.text,
        verdict: claim.verdict.map(|verdict| verdict.value),
        tags: claim.tags,
        note: claim.note,
        extra: claim.extra,
        status,
        is_wrong: claim.is_invalid,
        quotes: claim
            .quotes
            .into_iter()
            .zip(outcomes)
            .map(|(quote, outcome)| quote_report(quote, outcome))
            .collect(),
    }
}

fn quote_report(quote: Quote, outcome: Arc<Outcome>) -> QuoteReport {
    QuoteReport {
        line: quote.line,
        source: quote.source.map(|id| id.value),
        exact: quote.exact.into_iter().map(|segment| segment.value).collect(),
        within: quote.within.map(|within| within.value),
        stance: quote.stance,
        speaker: quote.speaker,
        translation: quote.translation,
        note: quote.note,
        pin: quote.capture.map_or(Pin::None, |capture| Pin::To(capture.value)),
        partial: quote.partial,
        repeated: quote.repeated,
        outcome,
    }
}

/// Sorts findings and gives each its fingerprint: a SHA-256 over rule, claim or else path, source,
/// subject, and an ordinal among those that are equal in all of these.
fn fingerprinted(mut findings: Vec<Finding>) -> Vec<ReportedFinding> {
    let place = |finding: &Finding| {
        (finding.place.clone(), finding.rule, finding.subject.clone(), finding.message.clone())
    };
    findings.sort_by_cached_key(place);
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut reported: Vec<ReportedFinding> = findings
        .into_iter()
        .map(|finding| {
            let identity = finding.identity();
            let ordinal = seen.entry(identity.clone()).or_default();
            let fingerprint = Digest::of(format!("{identity}\0{ordinal}").as_bytes()).to_string();
            *ordinal += 1;
            ReportedFinding { finding, fingerprint, is_known: false }
        })
        .collect();
    sort(&mut reported);
    reported
}

fn sort(findings: &mut [ReportedFinding]) {
    findings.sort_by_cached_key(|one| {
        let finding = &one.finding;
        (finding.place.path.clone(), finding.place.line, finding.rule.name(), one.fingerprint.clone())
    });
}

/// How often each value is there.
fn counts<T: Ord + Send>(values: impl ParallelIterator<Item = T>) -> BTreeMap<T, usize> {
    let one_more = |mut counts: BTreeMap<T, usize>, value| {
        *counts.entry(value).or_default() += 1;
        counts
    };
    let both = |mut counts: BTreeMap<T, usize>, others: BTreeMap<T, usize>| {
        for (value, count) in others {
            *counts.entry(value).or_default() += count;
        }
        counts
    };
    values.fold(BTreeMap::new, one_more).reduce(BTreeMap::new, both)
}

/// The restricted sources whose quotes could not all be checked, with how many could not.
fn unchecked_of_restricted<'r>(
    claims: &'r [ClaimReport],
    sources: &[SourceReport],
) -> BTreeMap<&'r str, usize> {
    let is_restricted = |id: &str| {
        let found = sources.binary_search_by(|source| source.record.id.as_str().cmp(id));
        found.is_ok_and(|found| sources[found].record.is_restricted())
    };
    let mut counts = BTreeMap::new();
    let quotes = claims.iter().flat_map(|claim| &claim.quotes);
    for quote in quotes.filter(|quote| quote.outcome.status == Status::Unchecked) {
        if let Some(id) = quote.source.as_deref().filter(|id| is_restricted(id)) {
            *counts.entry(id).or_default() += 1;
        }
    }
    counts
}

fn summary(claims: &[ClaimReport], sources: &[SourceReport], findings: &[ReportedFinding]) -> Summary {
    let mut summary = Summary { claims: claims.len(), sources: sources.len(), ..Summary::default() };
    summary.captures = sources.iter().map(|source| source.record.captures.len()).sum();
    let outcomes = || claims.par_iter().flat_map_iter(|claim| &claim.quotes).map(|quote| &quote.outcome);
    summary.statuses = counts(outcomes().map(|outcome| outcome.status));
    if summary.status(Status::Unchecked) > 0 {
        summary.unchecked = counts(outcomes().filter_map(|outcome| outcome.unchecked));
        let unchecked = unchecked_of_restricted(claims, sources);
        summary.unread_restricted = unchecked.len();
        summary.unchecked_restricted = unchecked.values().sum();
    }
    summary.quotes = summary.statuses.values().sum();
    for one in findings {
        *summary.levels.entry(one.finding.level).or_default() += one.finding.count();
        if one.is_known {
            *summary.known.entry(one.finding.level).or_default() += 1;
        }
    }
    summary.unread = unread(findings);
    summary
}

/// How many claim files have findings that something in them, whatever claim it is of, was not read.
fn unread(findings: &[ReportedFinding]) -> usize {
    let hides = |finding: &Finding| match finding.rule {
        Rule::TomlInvalid | Rule::ClaimsUnread => true,
        Rule::KeyUnknown => finding.claim.is_none() || parse::is_meant_as_quote(&finding.subject),
        Rule::PathOutside => finding.claim.is_none(),
        _ => false,
    };
    let of_claims = |finding: &&Finding| finding.place.path.starts_with("claims/") && hides(finding);
    let hiding = findings.iter().map(|one| &one.finding).filter(of_claims);
    hiding.map(|finding| &finding.place.path).collect::<HashSet<_>>().len()
}
