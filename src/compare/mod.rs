//! Two reports and what changed between them. Knows no files and no output format; whatever it says of
//! A and B it says in reverse of B and A.

mod captures;
mod claims;
mod field;
mod findings;
mod pair;
mod pins;
mod quotes;
mod rules;
mod settings;
mod sources;
mod summary;
pub(crate) mod v1;

use crate::finding::Finding;
use crate::report::unknown::Unknown;
use crate::report::{ClaimReport, Report, ReportedFinding, SourceReport};
pub use captures::Loss;
use claims::Changes;
pub use field::Field;
use pair::{Pair, pairs_of_claims, pairs_of_sources};
use quotes::Counterparts;
pub use quotes::QuoteThere;
pub use rules::RuleChange;
use std::collections::{BTreeMap, BTreeSet, HashMap};
pub use summary::{Counts, Summary};
use toml::Table;

/// What changed between two states of a repository.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The figures.
    pub summary: Summary,
    /// The claims that changed, by id.
    pub claims: Vec<ClaimChange>,
    /// The sources that changed, by id.
    pub sources: Vec<SourceChange>,
    /// What is wrong on either side: errors first, then by path, line, rule and fingerprint.
    pub findings: Vec<FindingChange>,
    /// The rules whose level is another, in the order of the documentation; none where a side does not say.
    pub rules: Vec<RuleChange>,
    /// What else is set otherwise in ibid.toml; nothing where a side does not say.
    pub settings: Vec<Event>,
}

/// What became of a thing as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// There only after.
    Added,
    /// There only before.
    Removed,
    /// On both sides, not the same.
    Changed,
    /// On both sides under different ids.
    Renamed,
}

impl Change {
    /// The change's name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Renamed => "renamed",
        }
    }
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// What.
    pub field: Field,
    /// For [`Field::Extra`], [`Field::Export`] and some of [`Field::Fetched`] the key; else empty.
    pub key: String,
    /// What it was; `None` where there was none.
    pub from: Option<String>,
    /// What it is; `None` where there is none.
    pub to: Option<String>,
}

/// A claim on one side or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimChange {
    /// What became of it.
    pub change: Change,
    /// Its id, after if it is there.
    pub id: String,
    /// Its file, likewise.
    pub path: String,
    /// Its line, likewise.
    pub line: usize,
    /// Its text, likewise.
    pub text: String,
    /// Its verdict, likewise.
    pub verdict: Option<String>,
    /// Its status, likewise.
    pub status: &'static str,
    /// What changed of the claim itself.
    pub events: Vec<Event>,
    /// Its quotes that changed; all of them where it came or went.
    pub quotes: Vec<QuoteChange>,
    /// Whether it only seems to have come or gone: its file is there on the other side too, but cannot be
    /// read, so that nothing is known of it there.
    pub is_unread_there: bool,
}

impl ClaimChange {
    /// What changed of a field, where it did.
    pub fn event(&self, field: Field) -> Option<&Event> {
        self.events.iter().find(|event| event.field == field)
    }

    /// Whether nothing changed but its verdict.
    pub(crate) fn has_only_another_verdict(&self) -> bool {
        let is_verdict = |event: &Event| event.field == Field::Verdict;
        self.change == Change::Changed && self.quotes.is_empty() && self.events.iter().all(is_verdict)
    }
}

/// A quote on one side or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteChange {
    /// What became of it; never renamed.
    pub change: Change,
    /// Its words, after if it is there; segments joined by ` […] `.
    pub words: String,
    /// Its source, likewise.
    pub source: Option<String>,
    /// What it does for its claim, likewise.
    pub stance: &'static str,
    /// Who said it, likewise.
    pub speaker: Option<String>,
    /// Its line, likewise.
    pub line: usize,
    /// Its status, likewise.
    pub status: &'static str,
    /// What changed of it.
    pub events: Vec<Event>,
}

/// A source on one side or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceChange {
    /// What became of it.
    pub change: Change,
    /// Its id, after if it is there.
    pub id: String,
    /// Its title, likewise.
    pub title: String,
    /// What changed of its record.
    pub events: Vec<Event>,
    /// Its captures that changed; all of them where it came or went.
    pub captures: Vec<CaptureChange>,
    /// The ids of the claims that cite it on either side.
    pub claims: Vec<String>,
    /// As for a claim: whether its record is there on the other side too, but cannot be read.
    pub is_unread_there: bool,
}

impl SourceChange {
    /// Its captures that are not what they were, each with what happened to it.
    pub fn lost(&self) -> impl Iterator<Item = (&CaptureChange, Loss)> {
        self.captures.iter().filter_map(|capture| Some((capture, capture.loss?)))
    }

    /// The ids that it has on either side.
    fn ids(&self) -> impl Iterator<Item = &str> {
        let renamed = self.events.iter().find(|event| event.field == Field::Id);
        let earlier = renamed.and_then(|event| event.from.as_deref());
        earlier.into_iter().chain([self.id.as_str()])
    }
}

/// A capture on one side or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaptureChange {
    /// What became of it; never renamed.
    pub change: Change,
    /// Its id.
    pub id: String,
    /// Its file's name.
    pub file: String,
    /// Whether its bytes are those that were recorded, after if it is there.
    pub is_intact: bool,
    /// What changed of it.
    pub events: Vec<Event>,
    /// Where it is not what it was: what happened to it.
    pub loss: Option<Loss>,
    /// Whether it only seems to have come or gone: its record has a slip on the other side, so that nobody knows
    /// which captures it has there.
    pub is_unread_there: bool,
}

impl CaptureChange {
    /// What changed of a field, where it did.
    pub fn event(&self, field: Field) -> Option<&Event> {
        self.events.iter().find(|event| event.field == field)
    }
}

/// Whether something wrong is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Since {
    /// Wrong only after.
    New,
    /// Wrong only before.
    Fixed,
    /// Wrong on both sides.
    Still,
}

impl Since {
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Fixed => "fixed",
            Self::Still => "still",
        }
    }
}

/// Why something wrong came or went, where nothing was mended or spoiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// Its quote cites another capture knowingly.
    Pin,
    /// Captures of its source came, went or were rewritten.
    Capture,
    /// Its claim came or went.
    Claim,
    /// Nobody knows whether it is on the other side.
    Unknown,
    /// Its rule has another level.
    Level,
    /// Its quote came or went, and the claim was there.
    Quote,
    /// Its quote fails on the other side too, in another way.
    Otherwise,
}

/// Something wrong on one side or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingChange {
    /// On which side.
    pub since: Since,
    /// What, as it is after if it is there.
    pub finding: Finding,
    /// What it is known by.
    pub fingerprint: String,
    /// Whether it is new or fixed only as far as is known: its file cannot be read on the other side.
    pub is_unread_there: bool,
    /// What its quote is on the other side; `None` where it is about none, or on both sides.
    pub quote_there: Option<QuoteThere>,
    /// Whether it is new or fixed only as far as is known: its file has more of its rule on the other side than are told.
    pub is_untold_there: bool,
    /// The capture that its quote, whose words are the same, cites knowingly on the side where this is not wrong,
    /// and not on the other: all that made it fixed, or new.
    pub pinned: Option<String>,
    /// The captures of its source that went or were rewritten since it was wrong, or came or were rewritten until it
    /// was; none where a pin made it come or go.
    pub captures: Vec<String>,
    /// The id of its claim, where that went with it, or came; not where a capture did.
    pub with_claim: Option<String>,
    /// What became of the level of its rule, where that made it come or go for all that is known.
    pub rule_change: Option<RuleChange>,
}

impl FindingChange {
    /// Whether it was wrong and is no longer, and was mended for all that is known.
    pub fn is_fixed(&self) -> bool {
        self.since == Since::Fixed && self.why().is_none()
    }

    /// Whether it is there no longer for this.
    pub(crate) fn is_gone_for(&self, why: Why) -> bool {
        self.since == Since::Fixed && self.why() == Some(why)
    }

    /// Why it came or went, where nothing was mended or spoiled for all that is known.
    pub(crate) fn why(&self) -> Option<Why> {
        let is_unchecked = self.quote_there == Some(QuoteThere::Unchecked);
        match () {
            () if self.since == Since::Still => None,
            () if self.pinned.is_some() => Some(Why::Pin),
            () if !self.captures.is_empty() => Some(Why::Capture),
            () if self.with_claim.is_some() => Some(Why::Claim),
            () if self.is_unread_there || is_unchecked || self.is_untold_there => Some(Why::Unknown),
            () if self.rule_change.is_some() => Some(Why::Level),
            () if self.quote_there == Some(QuoteThere::Gone) => Some(Why::Quote),
            () if self.quote_there == Some(QuoteThere::AsBad) => Some(Why::Otherwise),
            () => None,
        }
    }
}

impl Comparison {
    /// Whether nothing came, went or changed, whatever is still wrong.
    pub fn is_empty(&self) -> bool {
        let is_settled = |one: &FindingChange| one.since == Since::Still;
        let is_set_otherwise = !self.rules.is_empty() || !self.settings.is_empty();
        let has_changes = !self.claims.is_empty() || !self.sources.is_empty();
        !has_changes && !is_set_otherwise && self.findings.iter().all(is_settled)
    }

    /// Whether an editor should look: something newly fails, a verdict changed, a capture is not what it was, or runs
    /// fail no longer for a rule that they failed for.
    pub fn is_alarming(&self) -> bool {
        let Summary { captures_removed, captures_rewritten, captures_reordered, .. } = self.summary;
        let lost = captures_removed + captures_rewritten + captures_reordered;
        let is_disarmed = self.rules.iter().any(|change| change.is_disarmed());
        self.summary.newly_failing + self.summary.verdicts + lost > 0 || is_disarmed
    }

    /// Only a part of it; the figures stay those of the whole.
    pub fn only(mut self, part: Part) -> Self {
        let is_own = |field: Field| match part {
            Part::Verdicts => field == Field::Verdict,
            Part::Claims => field != Field::Status,
            Part::Quotes | Part::Sources => false,
        };
        for claim in &mut self.claims {
            claim.events.retain(|event| is_own(event.field));
            if part != Part::Quotes {
                claim.quotes.clear();
            }
        }
        self.claims.retain(|claim| match part {
            Part::Claims => {
                matches!(claim.change, Change::Added | Change::Removed) || !claim.events.is_empty()
            }
            Part::Quotes => !claim.quotes.is_empty(),
            Part::Verdicts => !claim.events.is_empty(),
            Part::Sources => false,
        });
        self.settings.clear();
        if part != Part::Sources {
            self.sources.clear();
        }
        if part != Part::Quotes {
            self.findings.clear();
            self.rules.clear();
        }
        self
    }
}

/// A part of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Claims without their quotes.
    Claims,
    /// Quotes, and what is wrong with any.
    Quotes,
    /// Sources and captures.
    Sources,
    /// Verdicts.
    Verdicts,
}

/// Compares two reports.
pub fn compare(before: &Report, after: &Report) -> Comparison {
    let claims = pairs_of_claims(&before.claims, &after.claims);
    let sources = pairs_of_sources(&before.sources, &after.sources);
    let unread = Unread::of(before, after);
    let mut findings = findings::changes(before, after, &Renamed::of(&claims, &sources), &unread);
    let quotes = quotes::pairs(&claims);
    let counterparts = Counterparts::new((before, after), &claims, &quotes);
    quotes::tell(&mut findings, &counterparts);
    pins::tell(&mut findings, &counterparts);
    let lonely = claims::lonely(&claims);
    let Changes { mut claims, recaptured } = claims::changes(&claims, &quotes, before, after);
    claims.sort_by(|a, b| (&a.id, &a.path, a.line).cmp(&(&b.id, &b.path, b.line)));
    let citing = citing(before, after);
    let mut sources: Vec<SourceChange> =
        sources.iter().filter_map(|pair| sources::change(pair, &citing, &unread)).collect();
    sources.sort_by(|a, b| a.id.cmp(&b.id));
    captures::tell(&mut findings, &sources);
    claims::tell(&mut findings, &lonely);
    let rules = rules::changes(before, after);
    rules::tell(&mut findings, &rules, (before, after));
    let settings = settings::changes(before, after);
    let (rules_changed, settings_changed) = (rules.len(), settings.len());
    let counted = summary::summary(&claims, &sources, &findings);
    let summary = Summary { recaptured, rules_changed, settings_changed, ..counted };
    Comparison { summary, claims, sources, findings, rules, settings }
}

/// The findings that are the same but for the id that their claim or source got: each before with the one after.
pub(crate) fn followed<'r>(
    before: &'r Report,
    after: &'r Report,
) -> Vec<(&'r ReportedFinding, &'r ReportedFinding)> {
    let claims = pairs_of_claims(&before.claims, &after.claims);
    let sources = pairs_of_sources(&before.sources, &after.sources);
    findings::followed(before, after, &Renamed::of(&claims, &sources))
}

/// The ids that became others: each with what it is after.
#[derive(Default)]
struct Renamed<'r> {
    claims: HashMap<&'r str, &'r str>,
    sources: HashMap<&'r str, &'r str>,
}

impl<'r> Renamed<'r> {
    fn of(claims: &[Pair<'r, ClaimReport>], sources: &[Pair<'r, SourceReport>]) -> Self {
        let ids = |pair: &Pair<'r, SourceReport>| {
            Some((pair.before?.record.id.as_str(), pair.after?.record.id.as_str()))
        };
        let sources = sources.iter().filter_map(ids).filter(|(from, to)| from != to).collect();
        Self { claims: renamed(claims), sources }
    }
}

/// What neither side can tell of.
struct Unread<'r> {
    before: Unknown<'r>,
    after: Unknown<'r>,
}

impl<'r> Unread<'r> {
    fn of(before: &'r Report, after: &'r Report) -> Self {
        Self { before: Unknown::of(before), after: Unknown::of(after) }
    }

    /// What cannot be told on the side that lacks a thing; `None` where both have it.
    const fn opposite<T>(&self, pair: &Pair<'_, T>) -> Option<&Unknown<'r>> {
        match (pair.before, pair.after) {
            (None, _) => Some(&self.before),
            (_, None) => Some(&self.after),
            (Some(_), Some(_)) => None,
        }
    }
}

/// The newest capture of each source on each side, in which quotes are checked that pin none.
struct Newest<'r> {
    before: HashMap<&'r str, &'r str>,
    after: HashMap<&'r str, &'r str>,
}

impl<'r> Newest<'r> {
    fn of(before: &'r Report, after: &'r Report) -> Self {
        let newest = |report: &'r Report| {
            let last = |source: &'r SourceReport| {
                source.record.captures.last().map(|capture| (source.record.id.as_str(), capture.id.as_str()))
            };
            report.sources.iter().filter_map(last).collect()
        };
        Self { before: newest(before), after: newest(after) }
    }

    /// Whether these are the newest captures of a source, and not the same.
    fn moved(&self, source: Option<&str>, from: Option<&str>, to: Option<&str>) -> bool {
        let Some(source) = source else { return false };
        let (before, after) = (self.before.get(source).copied(), self.after.get(source).copied());
        from != to && from.is_some() && to.is_some() && from == before && to == after
    }
}

/// The ids of claims that only got another: from the one to the other, where no claim of either side has
/// either of them besides.
fn renamed<'r>(claims: &[Pair<'r, ClaimReport>]) -> HashMap<&'r str, &'r str> {
    let mut uses: HashMap<&str, usize> = HashMap::new();
    for pair in claims {
        let ids: BTreeSet<&str> =
            [pair.before, pair.after].into_iter().flatten().map(|claim| claim.id.as_str()).collect();
        for id in ids {
            *uses.entry(id).or_default() += 1;
        }
    }
    let ids = claims.iter().filter_map(|pair| Some((pair.before?.id.as_str(), pair.after?.id.as_str())));
    let is_told_apart = |id: &&str| !id.is_empty() && uses[id] == 1;
    ids.filter(|(from, to)| from != to && is_told_apart(from) && is_told_apart(to)).collect()
}

/// What changed of one field, where it did.
fn event(field: Field, from: Option<&str>, to: Option<&str>) -> Option<Event> {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    (from != to).then(|| Event { field, key: String::new(), from: owned(from), to: owned(to) })
}

/// A change as a whole with the side that stands for it: the later one, where it is there.
fn whole<'r, T>(pair: &Pair<'r, T>) -> (Change, &'r T) {
    match (pair.before, pair.after) {
        (None, Some(after)) => (Change::Added, after),
        (Some(before), None) => (Change::Removed, before),
        (_, Some(after)) => (Change::Changed, after),
        (None, None) => unreachable!("a pair has a side"),
    }
}

/// What came to a set of words and what went; their order says nothing.
fn set_events(field: Field, before: &[String], after: &[String]) -> Vec<Event> {
    let set = |words: &[String]| words.iter().cloned().collect::<BTreeSet<String>>();
    let (before, after) = (set(before), set(after));
    let gone = before.difference(&after).filter_map(|word| event(field, Some(word), None));
    let come = after.difference(&before).filter_map(|word| event(field, None, Some(word)));
    gone.chain(come).collect()
}

/// What changed of single fields and besides, in order.
fn joined(
    fields: impl IntoIterator<Item = Option<Event>>,
    besides: impl IntoIterator<Item = Event>,
) -> Vec<Event> {
    let mut events: Vec<Event> = fields.into_iter().flatten().chain(besides).collect();
    events.sort();
    events
}

/// What changed of what is kept beside the known keys.
fn extra_events(before: &Table, after: &Table) -> Vec<Event> {
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let shown = |table: &Table, key: &str| {
        let value = storable(table.get(key)?);
        Some(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    };
    let one = |key: &String| {
        let (from, to) = (shown(before, key), shown(after, key));
        event(Field::Extra, from.as_deref(), to.as_deref()).map(|event| Event { key: key.clone(), ..event })
    };
    keys.into_iter().filter_map(one).collect()
}

/// A value as a saved report holds it, which knows no dates and no numbers without end.
fn storable(value: &toml::Value) -> toml::Value {
    use toml::Value;
    match value {
        Value::Datetime(date) => Value::String(date.to_string()),
        Value::Float(number) if !number.is_finite() => Value::String(number.to_string()),
        Value::Array(items) => Value::Array(items.iter().map(storable).collect()),
        Value::Table(table) => {
            Value::Table(table.iter().map(|(key, value)| (key.clone(), storable(value))).collect())
        }
        other => other.clone(),
    }
}

/// The claims that cite each source, on either side.
fn citing<'r>(before: &'r Report, after: &'r Report) -> BTreeMap<&'r str, BTreeSet<&'r str>> {
    let mut citing: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for claim in before.claims.iter().chain(&after.claims) {
        for source in claim.quotes.iter().filter_map(|quote| quote.source.as_deref()) {
            citing.entry(source).or_default().insert(&claim.id);
        }
    }
    citing
}
