//! The wire types of the report, `ibid.report/1`. Apart from the working types, so that those can
//! change; within a version members are only added.

use crate::finding::{Level, Rule};
use crate::report::{self, ClaimReport, QuoteReport, ReportedFinding, SourceReport};
use crate::text::{Span, char_count};
use crate::verify::{self, Status};
use serde::Serialize;
use serde_json::{Map, Value};

/// The version of the report's schema.
pub const SCHEMA: &str = "ibid.report/1";

/// A report as it is written.
#[derive(Debug, Serialize)]
pub struct Report<'r> {
    schema: &'static str,
    summary: Map<String, Value>,
    claims: Vec<Claim<'r>>,
    sources: Vec<Source<'r>>,
    findings: Vec<Finding<'r>>,
}

#[derive(Debug, Serialize)]
struct Claim<'r> {
    id: &'r str,
    path: &'r str,
    line: usize,
    text: &'r str,
    verdict: Option<&'r str>,
    tags: &'r [String],
    note: Option<&'r str>,
    extra: Value,
    status: &'static str,
    quotes: Vec<Quote<'r>>,
}

#[derive(Debug, Serialize)]
struct Quote<'r> {
    line: usize,
    source: Option<&'r str>,
    capture: Option<&'r str>,
    stance: &'static str,
    speaker: Option<&'r str>,
    within: Option<&'r str>,
    translation: Option<&'r str>,
    note: Option<&'r str>,
    partial: bool,
    repeated: bool,
    exact: &'r [String],
    status: &'static str,
    location: Option<Location<'r>>,
    segments: Vec<Segment<'r>>,
    omitted: &'r [String],
    differences: Vec<Difference<'r>>,
    places: Vec<Location<'r>>,
    place_count: usize,
    stood: Option<&'r str>,
    became: Option<Value>,
    /// Only where it was asked for and there is any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    context: Vec<Context<'r>>,
}

/// The sentences around a quote. Offsets count from the start of `text`.
#[derive(Debug, Serialize)]
struct Context<'r> {
    location: Location<'r>,
    text: &'r str,
    cut_before: bool,
    cut_after: bool,
    sentence: Stretch,
    marks: Vec<Stretch>,
}

#[derive(Debug, Serialize)]
struct Stretch {
    byte_start: usize,
    byte_end: usize,
    char_start: usize,
    char_end: usize,
}

#[derive(Debug, Serialize)]
struct Segment<'r> {
    location: Option<Location<'r>>,
    found: Option<&'r str>,
}

#[derive(Debug, Serialize)]
struct Difference<'r> {
    kind: &'static str,
    quote: &'r str,
    source: &'r str,
    name: &'r str,
    quote_char: usize,
    source_char: usize,
}

#[derive(Debug, Serialize)]
struct Location<'r> {
    path: &'r str,
    line: usize,
    column: usize,
    byte_start: usize,
    byte_end: usize,
    char_start: usize,
    char_end: usize,
}

#[derive(Debug, Serialize)]
struct Source<'r> {
    id: &'r str,
    title: &'r str,
    publisher: Option<&'r str>,
    author: &'r [String],
    url: Option<&'r str>,
    published: Option<&'r str>,
    language: Option<&'r str>,
    extra: Value,
    captures: Vec<Capture<'r>>,
}

#[derive(Debug, Serialize)]
struct Capture<'r> {
    id: &'r str,
    path: String,
    sha256: Option<String>,
    captured: Option<&'r str>,
    media_type: &'r str,
    intact: bool,
}

#[derive(Debug, Serialize)]
struct Finding<'r> {
    rule: &'static str,
    level: &'static str,
    message: &'r str,
    claim: Option<&'r str>,
    source: Option<&'r str>,
    path: &'r str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    help: String,
    fingerprint: &'r str,
}

impl<'r> From<&'r report::Report> for Report<'r> {
    fn from(report: &'r report::Report) -> Self {
        Self {
            schema: SCHEMA,
            summary: summary(&report.summary),
            claims: report.claims.iter().map(claim).collect(),
            sources: report.sources.iter().map(source).collect(),
            findings: report.findings.iter().map(finding).collect(),
        }
    }
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

fn summary(summary: &report::Summary) -> Map<String, Value> {
    let totals = [
        ("claims", summary.claims),
        ("quotes", summary.quotes),
        ("sources", summary.sources),
        ("captures", summary.captures),
    ];
    let statuses = STATUSES.map(|status| (status.name(), summary.status(status)));
    let levels = [("errors", Level::Error), ("warnings", Level::Warning), ("notes", Level::Note)]
        .map(|(name, level)| (name, summary.level(level)));
    let all = totals.into_iter().chain(statuses).chain(levels);
    all.map(|(name, count)| (name.to_owned(), Value::from(count))).collect()
}

fn claim(claim: &ClaimReport) -> Claim<'_> {
    Claim {
        id: &claim.id,
        path: &claim.path,
        line: claim.line,
        text: &claim.text,
        verdict: claim.verdict.as_deref(),
        tags: &claim.tags,
        note: claim.note.as_deref(),
        extra: extra(&claim.extra),
        status: claim.status.name(),
        quotes: claim.quotes.iter().map(quote).collect(),
    }
}

fn quote(quote: &QuoteReport) -> Quote<'_> {
    let outcome = &quote.outcome;
    Quote {
        line: quote.line,
        source: quote.source.as_deref(),
        capture: outcome.capture.as_deref(),
        stance: quote.stance.name(),
        speaker: quote.speaker.as_deref(),
        within: quote.within.as_deref(),
        translation: quote.translation.as_deref(),
        note: quote.note.as_deref(),
        partial: quote.partial,
        repeated: quote.repeated,
        exact: &quote.exact,
        status: outcome.status.name(),
        location: outcome.location.as_ref().map(location),
        segments: outcome
            .segments
            .iter()
            .map(|found| Segment {
                location: found.as_ref().map(|found| location(&found.location)),
                found: found.as_ref().map(|found| found.found.as_str()),
            })
            .collect(),
        omitted: &outcome.omitted,
        differences: outcome
            .differences
            .iter()
            .map(|one| Difference {
                kind: one.kind.name(),
                quote: &one.quote,
                source: &one.source,
                name: &one.name,
                quote_char: one.quote_char,
                source_char: one.source_char,
            })
            .collect(),
        places: outcome.places.iter().map(location).collect(),
        place_count: outcome.place_count,
        stood: None,
        became: None,
        context: outcome.context.iter().map(context).collect(),
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
        location: location(&context.location),
        text: &context.text,
        cut_before: context.is_cut_before,
        cut_after: context.is_cut_after,
        sentence: stretch(context.sentence),
        marks: context.marks.iter().copied().map(stretch).collect(),
    }
}

fn location(location: &verify::Location) -> Location<'_> {
    Location {
        path: &location.path,
        line: location.line,
        column: location.column,
        byte_start: location.bytes.start,
        byte_end: location.bytes.end,
        char_start: location.chars.0,
        char_end: location.chars.1,
    }
}

fn source(source: &SourceReport) -> Source<'_> {
    let record = &source.record;
    let captures = record.captures.iter().zip(&source.intact).map(|(capture, &intact)| Capture {
        id: &capture.id,
        path: format!("{}/{}", record.folder(), capture.file.value),
        sha256: capture.sha256.as_ref().map(|digest| digest.value.to_string()),
        captured: capture.captured.as_deref(),
        media_type: &capture.media_type,
        intact,
    });
    Source {
        id: &record.id,
        title: &record.title,
        publisher: record.publisher.as_deref(),
        author: &record.author,
        url: record.url.as_deref(),
        published: record.published.as_deref(),
        language: record.language.as_deref(),
        extra: extra(&record.extra),
        captures: captures.collect(),
    }
}

fn finding(one: &ReportedFinding) -> Finding<'_> {
    let finding = &one.finding;
    let rule: Rule = finding.rule;
    Finding {
        rule: rule.name(),
        level: finding.level.name(),
        message: &finding.message,
        claim: finding.claim.as_deref(),
        source: finding.source.as_deref(),
        path: &finding.place.path,
        line: finding.place.line,
        column: finding.place.column,
        end_line: finding.place.end_line,
        end_column: finding.place.end_column,
        help: finding.help.join("\n"),
        fingerprint: &one.fingerprint,
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
