//! The wire types of the report, `ibid.report/1`. Apart from the working types, so that those can
//! change; within a version members are only added.

use crate::config;
use crate::finding::{Level, Rule};
use crate::report::{self, ClaimReport, Pin, QuoteReport, ReportedFinding, SourceReport};
use crate::source as nouns;
use crate::text::{Span, char_count};
use crate::verify::{self, Status};
use crate::wire::Location;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The version of the report's schema.
pub const SCHEMA: &str = "ibid.report/1";

/// A report as it is written.
#[derive(Debug, Serialize, Deserialize)]
pub struct Report<'r> {
    pub(super) schema: Cow<'r, str>,
    pub(super) summary: Summary,
    pub(super) claims: Vec<Claim<'r>>,
    pub(super) sources: Vec<Source<'r>>,
    pub(super) findings: Vec<Finding<'r>>,
    /// The levels of rules that ibid.toml sets, by name; not there in reports of an earlier ibid.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) rules: Option<BTreeMap<Cow<'r, str>, Cow<'r, str>>>,
    /// What ibid.toml sets besides, likewise.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) settings: Option<Settings<'r>>,
}

/// What is set in ibid.toml beside levels.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Settings<'r> {
    pub(super) scale: Cow<'r, [String]>,
    pub(super) export: Cow<'r, BTreeMap<String, String>>,
}

/// What was counted, by name and in order; of a saved report in that of the alphabet.
#[derive(Debug, Deserialize)]
#[serde(from = "Map<String, Value>")]
pub(super) struct Summary(Vec<(String, Value)>);

impl Summary {
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }
}

impl From<Map<String, Value>> for Summary {
    fn from(counts: Map<String, Value>) -> Self {
        Self(counts.into_iter().collect())
    }
}

impl Serialize for Summary {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, count)| (name, count)))
    }
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Claim<'r> {
    pub(super) id: Cow<'r, str>,
    pub(super) path: Cow<'r, str>,
    pub(super) line: usize,
    pub(super) text: Cow<'r, str>,
    pub(super) verdict: Option<Cow<'r, str>>,
    pub(super) tags: Cow<'r, [String]>,
    pub(super) note: Option<Cow<'r, str>>,
    pub(super) extra: Value,
    pub(super) status: Cow<'r, str>,
    pub(super) quotes: Vec<Quote<'r>>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Quote<'r> {
    pub(super) line: usize,
    pub(super) source: Option<Cow<'r, str>>,
    pub(super) capture: Option<Cow<'r, str>>,
    pub(super) stance: Cow<'r, str>,
    pub(super) speaker: Option<Cow<'r, str>>,
    pub(super) within: Option<Cow<'r, str>>,
    pub(super) translation: Option<Cow<'r, str>>,
    pub(super) note: Option<Cow<'r, str>>,
    /// Only where it cites a capture knowingly.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) pinned: Option<Cow<'r, str>>,
    pub(super) partial: bool,
    pub(super) repeated: bool,
    pub(super) exact: Cow<'r, [String]>,
    pub(super) status: Cow<'r, str>,
    pub(super) location: Option<Location<'r>>,
    pub(super) segments: Vec<Segment<'r>>,
    pub(super) omitted: Cow<'r, [String]>,
    pub(super) differences: Vec<Difference<'r>>,
    pub(super) places: Vec<Location<'r>>,
    pub(super) place_count: usize,
    pub(super) stood: Option<Cow<'r, str>>,
    pub(super) became: Option<Became<'r>>,
    /// Only where it was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub(super) context: Vec<Context<'r>>,
    /// Whether words of a restricted source were left out; only where some were.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub(super) withheld: bool,
}

/// What became of words that stood in an earlier capture.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Became<'r> {
    pub(super) capture: Cow<'r, str>,
    pub(super) kind: Cow<'r, str>,
    pub(super) location: Option<Location<'r>>,
    pub(super) found: Option<Cow<'r, str>>,
}

/// The sentences around a quote. Offsets count from the start of `text`.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Context<'r> {
    location: Location<'r>,
    text: Cow<'r, str>,
    cut_before: bool,
    cut_after: bool,
    sentence: Stretch,
    marks: Vec<Stretch>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Stretch {
    byte_start: usize,
    byte_end: usize,
    char_start: usize,
    char_end: usize,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Segment<'r> {
    pub(super) location: Option<Location<'r>>,
    pub(super) found: Option<Cow<'r, str>>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Difference<'r> {
    pub(super) kind: Cow<'r, str>,
    pub(super) quote: Cow<'r, str>,
    pub(super) source: Cow<'r, str>,
    pub(super) name: Cow<'r, str>,
    pub(super) quote_char: usize,
    pub(super) source_char: usize,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Source<'r> {
    pub(super) id: Cow<'r, str>,
    pub(super) title: Cow<'r, str>,
    pub(super) publisher: Option<Cow<'r, str>>,
    pub(super) author: Cow<'r, [String]>,
    pub(super) url: Option<Cow<'r, str>>,
    /// Only where it is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) url_status: Option<Cow<'r, str>>,
    pub(super) published: Option<Cow<'r, str>>,
    pub(super) language: Option<Cow<'r, str>>,
    /// Only where it is not open.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) access: Option<Cow<'r, str>>,
    pub(super) extra: Value,
    pub(super) captures: Vec<Capture<'r>>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Capture<'r> {
    pub(super) id: Cow<'r, str>,
    pub(super) path: Cow<'r, str>,
    pub(super) sha256: Option<Cow<'r, str>>,
    pub(super) captured: Option<Cow<'r, str>>,
    pub(super) media_type: Cow<'r, str>,
    /// Only where ibid fetched it: the address that it came from in the end.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) fetched: Option<Cow<'r, str>>,
    /// Only where there is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) archive: Option<Cow<'r, str>>,
    /// Only where there is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) note: Option<Cow<'r, str>>,
    pub(super) intact: bool,
    /// The text that quotes are checked against, where it was taken out of the bytes; `null` where they are the text
    /// themselves, or none was.
    #[serde(skip_serializing_if = "Option::is_none", default, deserialize_with = "even_null")]
    pub(super) text: Option<Taken<'r>>,
}

/// Whether a text was taken out of a capture's bytes.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Taken<'r> {
    Text(PinnedText<'r>),
    Nothing,
}

/// The text of a capture.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PinnedText<'r> {
    pub(super) path: Cow<'r, str>,
    pub(super) sha256: Cow<'r, str>,
    pub(super) extractor: Cow<'r, str>,
}

/// A member that is there, even where it is `null`.
fn even_null<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Finding<'r> {
    pub(super) rule: Cow<'r, str>,
    pub(super) level: Cow<'r, str>,
    pub(super) message: Cow<'r, str>,
    pub(super) claim: Option<Cow<'r, str>>,
    pub(super) source: Option<Cow<'r, str>>,
    /// Only where it is about one of the claim's quotes: the number of that, from 1.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) quote: Option<usize>,
    pub(super) path: Cow<'r, str>,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
    pub(super) help: Cow<'r, str>,
    /// Only where more is known than the message says.
    #[serde(skip_serializing_if = "no_notes", default)]
    pub(super) notes: Cow<'r, [String]>,
    pub(super) fingerprint: Cow<'r, str>,
    /// Only where there is a baseline that has it.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub(super) known: bool,
    /// Only where it stands for several: how many findings of its rule in its file are not told one by one.
    #[serde(skip_serializing_if = "is_one", default = "one")]
    pub(super) count: usize,
}

fn no_notes(notes: &[String]) -> bool {
    notes.is_empty()
}

const fn one() -> usize {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "so asks serde")]
const fn is_one(count: &usize) -> bool {
    *count == 1
}

impl<'r> From<&'r report::Report> for Report<'r> {
    fn from(report: &'r report::Report) -> Self {
        Self {
            schema: SCHEMA.into(),
            summary: summary(report),
            claims: report.claims.iter().map(claim).collect(),
            sources: report.sources.iter().map(source).collect(),
            findings: report.findings.iter().map(finding).collect(),
            rules: report.levels.as_ref().map(rules),
            settings: report.settings.as_ref().map(settings),
        }
    }
}

/// The levels by the names of their rules.
fn rules(levels: &report::Levels) -> BTreeMap<Cow<'_, str>, Cow<'_, str>> {
    levels.iter().map(|(rule, &level)| (rule.name().into(), Level::name_or_off(level).into())).collect()
}

const fn settings(settings: &config::Settings) -> Settings<'_> {
    Settings { scale: Cow::Borrowed(settings.scale.as_slice()), export: Cow::Borrowed(&settings.export) }
}

/// The statuses in the order of the schema.
const STATUSES: [Status; 9] = [
    Status::Stands,
    Status::Cut,
    Status::Variant,
    Status::Altered,
    Status::Absent,
    Status::Ambiguous,
    Status::Drifted,
    Status::Unchecked,
    Status::Invalid,
];

fn summary(report: &report::Report) -> Summary {
    let summary = &report.summary;
    let totals = [
        ("claims", summary.claims),
        ("quotes", summary.quotes),
        ("sources", summary.sources),
        ("captures", summary.captures),
    ];
    let statuses = STATUSES.map(|status| (status.name(), summary.status(status)));
    let levels = [("errors", Level::Error), ("warnings", Level::Warning), ("notes", Level::Note)]
        .map(|(name, level)| (name, summary.level(level)));
    let known = [("known", Level::Error), ("known_warnings", Level::Warning), ("known_notes", Level::Note)];
    let known = known.map(|(name, level)| (name, summary.known(level)));
    let known = known.into_iter().filter(|(_, count)| *count > 0);
    let all = totals.into_iter().chain(statuses).chain(levels).chain(known).chain(pinned(report));
    let restricted = Some(("unchecked_restricted", summary.unchecked_restricted));
    let restricted = restricted.filter(|(_, count)| *count > 0);
    let silenced = Some(("silenced", summary.silenced.values().sum())).filter(|(_, count)| *count > 0);
    let turned_off = Some(("turned_off", summary.turned_off.values().sum())).filter(|(_, count)| *count > 0);
    let counts = all.chain(restricted).chain(silenced).chain(turned_off);
    Summary(counts.map(|(name, count)| (name.to_owned(), Value::from(count))).collect())
}

/// How many quotes cite a capture knowingly; whoever reads this knows from it that pins are told.
fn pinned(report: &report::Report) -> Option<(&'static str, usize)> {
    let pins = || report.claims.iter().flat_map(|claim| &claim.quotes).map(|quote| &quote.pin);
    let is_known = pins().all(|pin| *pin != Pin::Unknown);
    is_known.then(|| ("pinned", pins().filter(|pin| pin.capture().is_some()).count()))
}

fn borrowed(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}

fn optional(text: Option<&String>) -> Option<Cow<'_, str>> {
    text.map(|text| Cow::Borrowed(text.as_str()))
}

fn claim(claim: &ClaimReport) -> Claim<'_> {
    Claim {
        id: borrowed(&claim.id),
        path: borrowed(&claim.path),
        line: claim.line,
        text: borrowed(&claim.text),
        verdict: optional(claim.verdict.as_ref()),
        tags: Cow::Borrowed(&claim.tags),
        note: optional(claim.note.as_ref()),
        extra: extra(&claim.extra),
        status: claim.status.name().into(),
        quotes: claim.quotes.iter().map(quote).collect(),
    }
}

fn quote(quote: &QuoteReport) -> Quote<'_> {
    let outcome = &quote.outcome;
    Quote {
        line: quote.line,
        source: optional(quote.source.as_ref()),
        capture: optional(outcome.capture.as_ref()),
        stance: quote.stance.name().into(),
        speaker: optional(quote.speaker.as_ref()),
        within: optional(quote.within.as_ref()),
        translation: optional(quote.translation.as_ref()),
        note: optional(quote.note.as_ref()),
        pinned: quote.pin.capture().map(borrowed),
        partial: quote.partial,
        repeated: quote.repeated,
        exact: Cow::Borrowed(&quote.exact),
        status: outcome.status.name().into(),
        location: outcome.location.as_ref().map(Location::from),
        segments: outcome
            .segments
            .iter()
            .map(|found| Segment {
                location: found.as_ref().map(|found| (&found.location).into()),
                found: found.as_ref().and_then(|found| optional(found.found.as_ref())),
            })
            .collect(),
        omitted: Cow::Borrowed(&outcome.omitted),
        differences: outcome
            .differences
            .iter()
            .map(|one| Difference {
                kind: one.kind.name().into(),
                quote: borrowed(&one.quote),
                source: borrowed(&one.source),
                name: borrowed(&one.name),
                quote_char: one.quote_char,
                source_char: one.source_char,
            })
            .collect(),
        places: outcome.places.iter().map(Location::from).collect(),
        place_count: outcome.place_count,
        stood: outcome.drift.as_ref().map(|drift| borrowed(&drift.stood)),
        became: outcome.drift.as_deref().map(became),
        context: outcome.context.iter().map(context).collect(),
        withheld: outcome.is_withheld,
    }
}

fn became(drift: &verify::Drift) -> Became<'_> {
    Became {
        capture: borrowed(&drift.capture),
        kind: drift.change.name().into(),
        location: drift.location.as_ref().map(Location::from),
        found: optional(drift.found.as_ref()),
    }
}

fn context(context: &verify::Context) -> Context<'_> {
    let stretch = |span: Span| {
        let chars = |end: usize| char_count(&context.text[..end]);
        Stretch {
            byte_start: span.start,
            byte_end: span.end,
            char_start: chars(span.start),
            char_end: chars(span.end),
        }
    };
    Context {
        location: (&context.location).into(),
        text: borrowed(&context.text),
        cut_before: context.is_cut_before,
        cut_after: context.is_cut_after,
        sentence: stretch(context.sentence),
        marks: context.marks.iter().copied().map(stretch).collect(),
    }
}

fn source(source: &SourceReport) -> Source<'_> {
    let record = &source.record;
    let captures = record.captures.iter().zip(&source.intact).map(|(capture, &intact)| Capture {
        id: borrowed(&capture.id),
        path: format!("{}/{}", record.folder(), capture.file.value).into(),
        sha256: capture.sha256.as_ref().map(|digest| digest.value.to_string().into()),
        captured: optional(capture.captured.as_ref()),
        media_type: borrowed(&capture.media_type),
        fetched: capture.fetched.as_ref().map(|fetched| borrowed(&fetched.url)),
        archive: optional(capture.archive.as_ref()),
        note: optional(capture.note.as_ref()),
        intact,
        text: source.knows_texts.then(|| taken(record, capture)),
    });
    Source {
        id: borrowed(&record.id),
        title: borrowed(&record.title),
        publisher: optional(record.publisher.as_ref()),
        author: Cow::Borrowed(&record.author),
        url: optional(record.url.as_ref()),
        url_status: record.url_status.map(|status| status.name().into()),
        published: optional(record.published.as_ref()),
        language: optional(record.language.as_ref()),
        access: record.is_restricted().then(|| record.access.name().into()),
        extra: extra(&record.extra),
        captures: captures.collect(),
    }
}

fn taken<'r>(record: &nouns::Source, capture: &'r nouns::Capture) -> Taken<'r> {
    let Some(text) = capture.text.as_deref() else { return Taken::Nothing };
    Taken::Text(PinnedText {
        path: record.path_of(&text.file.value).into(),
        sha256: text.sha256.value.to_string().into(),
        extractor: borrowed(&text.extractor),
    })
}

fn finding(one: &ReportedFinding) -> Finding<'_> {
    let finding = &one.finding;
    let rule: Rule = finding.rule;
    let helps: Vec<&str> =
        finding.suggestion().into_iter().chain(finding.help.iter().map(String::as_str)).collect();
    Finding {
        rule: rule.name().into(),
        level: finding.level.name().into(),
        message: borrowed(&finding.message),
        claim: optional(finding.claim.as_ref()),
        source: optional(finding.source.as_ref()),
        quote: finding.quote.map(|number| number + 1),
        path: borrowed(&finding.place.path),
        line: finding.place.line,
        column: finding.place.column,
        end_line: finding.place.end_line,
        end_column: finding.place.end_column,
        help: helps.join("\n").into(),
        notes: Cow::Borrowed(&finding.notes),
        fingerprint: borrowed(&one.fingerprint),
        known: one.is_known,
        count: finding.count(),
    }
}

/// What people keep beyond the known keys; TOML's dates become strings.
fn extra(table: &toml::Table) -> Value {
    Value::Object(table.iter().map(|(key, value)| (key.clone(), json(value))).collect())
}

fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::from(text.as_str()),
        toml::Value::Integer(number) => Value::from(*number),
        toml::Value::Float(number) => serde_json::Number::from_f64(*number)
            .map_or_else(|| Value::from(number.to_string()), Value::Number),
        toml::Value::Boolean(flag) => Value::from(*flag),
        toml::Value::Datetime(date) => Value::from(date.to_string()),
        toml::Value::Array(items) => Value::Array(items.iter().map(json).collect()),
        toml::Value::Table(table) => extra(table),
    }
}
