//! A report that was saved as JSON, read back: what `v1` writes, by this or an earlier ibid.
//! Members that this ibid does not know are left out; lines to show are not in the file.

use super::v1::{self, SCHEMA};
use super::{ClaimReport, Levels, Pin, QuoteReport, Report, ReportedFinding, SourceReport, claim_of};
use crate::anchor::drift::Change;
use crate::claim::{Located, Stance};
use crate::config::Settings;
use crate::digest::Digest;
use crate::error::Error;
use crate::finding::{Finding, Level, Others, Place, Rule};
use crate::fold::Kind;
use crate::source::{Access, Capture, Fetch, PinnedText, Source, UrlStatus};
use crate::text::Span;
use crate::verify::{Drift, FoundSegment, Location, NamedDifference, Outcome, Status};
use serde::Deserialize;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use toml::Table;

/// Reads a report. `name` is how a person called the file.
///
/// # Errors
///
/// Where it is no report, is damaged, or is of a newer ibid than this one.
pub fn read(name: &str, json: &str) -> Result<Report, Error> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let schema = schema(name, json)?;
    if schema != SCHEMA {
        return Err(unfit(name, &schema));
    }
    let wire: v1::Report<'_> =
        serde_json::from_str(json).map_err(|error| damaged(name, &error.to_string()))?;
    let (knows_pins, knows_notes) = (wire.summary.has("pinned"), wire.settings.is_some());
    Reading { name, knows_pins, knows_notes }.report(wire)
}

fn schema(name: &str, json: &str) -> Result<String, Error> {
    #[derive(Deserialize)]
    struct Head {
        schema: String,
    }
    let head: Head = serde_json::from_str(json).map_err(|error| {
        let message = match error.classify() {
            _ if json.trim().is_empty() => format!("`{name}` is empty"),
            _ if !json.trim_start().starts_with(['{', '[']) || is_toml(name) => not_json(name, json),
            serde_json::error::Category::Data => format!("`{name}` is JSON, but no report of ibid"),
            serde_json::error::Category::Eof => {
                format!("`{name}` breaks off in line {}: a part of it is missing", error.line())
            }
            _ => format!("`{name}` is no JSON: {error}"),
        };
        Error::new(message).hint("make one with `ibid report --format json -o report.json`")
    })?;
    Ok(head.schema)
}

/// Whether a file is one that people write by hand.
fn is_toml(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"))
}

/// What is said of a file that was never meant to be JSON.
fn not_json(name: &str, content: &str) -> String {
    let begins = |line: &str| content.lines().any(|one| one.trim_start().starts_with(line));
    let what = match () {
        () if is_toml(name) && begins("[[claim") => "is a claim file",
        () if is_toml(name) && begins("[[capture") => "is the record of a source",
        () if is_toml(name) => "is a TOML file",
        () if content.trim_start().starts_with('<') => "is a page",
        () => "is a text",
    };
    format!("`{name}` {what}, and no report of ibid that was saved as JSON")
}

fn unfit(name: &str, schema: &str) -> Error {
    let version =
        |schema: &str| schema.strip_prefix("ibid.report/").and_then(|number| number.parse::<u32>().ok());
    match (version(schema), version(SCHEMA)) {
        (Some(theirs), Some(ours)) if theirs > ours => Error::new(format!(
            "`{name}` was made by a newer ibid: it has the schema `{schema}`, this one reads `{SCHEMA}`"
        ))
        .hint("install the newer ibid here, or make the report again with this one"),
        _ => Error::new(format!("`{name}` is no report: its schema is `{schema}`, not `{SCHEMA}`"))
            .hint("make one with `ibid report --format json -o report.json`"),
    }
}

fn damaged(name: &str, why: &str) -> Error {
    Error::new(format!("`{name}` is a damaged report: {why}"))
        .hint("make it again with `ibid report --format json -o report.json`")
}

/// What reading needs to say what is wrong.
struct Reading<'n> {
    name: &'n str,
    /// Whether the ibid that made the report wrote what quotes are pinned to.
    knows_pins: bool,
    /// Whether it wrote the remarks of captures, as it did since it writes what ibid.toml sets.
    knows_notes: bool,
}

impl Reading<'_> {
    /// What a word of the report means.
    fn known<T>(&self, what: &str, word: &str, found: Option<T>) -> Result<T, Error> {
        found.ok_or_else(|| {
            Error::new(format!("`{}` has the {what} `{word}`, which this ibid does not know", self.name))
                .hint(
                    "it was made by a newer ibid; install that here, or make the report again with this one",
                )
        })
    }

    fn report(&self, wire: v1::Report<'_>) -> Result<Report, Error> {
        let claims = wire.claims.into_iter().map(|claim| self.claim(claim)).collect::<Result<Vec<_>, _>>()?;
        let sources: Vec<SourceReport> =
            wire.sources.into_iter().map(|source| self.source(source)).collect::<Result<_, _>>()?;
        let mut findings =
            wire.findings.into_iter().map(|one| self.finding(one)).collect::<Result<Vec<_>, _>>()?;
        for finding in findings.iter_mut().map(|one| &mut one.finding) {
            finding.quote = finding.quote.or_else(|| quote_by_line(&claims, finding));
        }
        let levels = wire.rules.map(|rules| self.levels(rules)).transpose()?;
        let settings = wire.settings.map(|settings| Settings {
            scale: settings.scale.into_owned(),
            export: settings.export.into_owned(),
        });
        Ok(Report::of(claims, sources, findings, (levels, settings)))
    }

    fn levels(&self, wire: BTreeMap<Cow<'_, str>, Cow<'_, str>>) -> Result<Levels, Error> {
        let one = |(rule, level): (Cow<'_, str>, Cow<'_, str>)| {
            let rule = self.known("rule", &rule, Rule::parse(&rule))?;
            let known = (level == "off").then_some(None).or_else(|| Level::parse(&level).map(Some));
            Ok((rule, self.known("level", &level, known)?))
        };
        wire.into_iter().map(one).collect()
    }

    fn claim(&self, wire: v1::Claim<'_>) -> Result<ClaimReport, Error> {
        let is_wrong = |quote: &v1::Quote<'_>| quote.status == Status::Invalid.name();
        Ok(ClaimReport {
            // Where a quote is wrong too, the report does not say.
            is_wrong: wire.status == Status::Invalid.name() && !wire.quotes.iter().any(is_wrong),
            id: wire.id.into_owned(),
            path: wire.path.into_owned(),
            line: wire.line,
            text: wire.text.into_owned(),
            verdict: owned(wire.verdict),
            tags: wire.tags.into_owned(),
            note: owned(wire.note),
            extra: table(wire.extra),
            status: self.status(&wire.status)?,
            quotes: wire.quotes.into_iter().map(|quote| self.quote(quote)).collect::<Result<_, _>>()?,
        })
    }

    fn status(&self, name: &str) -> Result<Status, Error> {
        self.known("status", name, Status::ALL.into_iter().find(|status| status.name() == name))
    }

    fn quote(&self, wire: v1::Quote<'_>) -> Result<QuoteReport, Error> {
        let stance = Stance::ALL.into_iter().find(|stance| stance.name() == wire.stance);
        let outcome = Outcome {
            status: self.status(&wire.status)?,
            capture: owned(wire.capture),
            location: wire.location.as_ref().map(Location::from),
            segments: wire.segments.into_iter().map(segment).collect(),
            omitted: wire.omitted.into_owned(),
            differences: wire
                .differences
                .into_iter()
                .map(|one| self.difference(one))
                .collect::<Result<_, _>>()?,
            places: wire.places.iter().map(Location::from).collect(),
            place_count: wire.place_count,
            unchecked: None,
            drift: wire
                .stood
                .zip(wire.became)
                .map(|(stood, became)| self.drift(stood, became))
                .transpose()?
                .map(Box::new),
            repair: None,
            context: Vec::new(),
            is_withheld: wire.withheld,
            selectors: Vec::new(),
        };
        Ok(QuoteReport {
            line: wire.line,
            source: owned(wire.source),
            exact: wire.exact.into_owned(),
            within: owned(wire.within),
            stance: self.known("stance", &wire.stance, stance)?,
            speaker: owned(wire.speaker),
            translation: owned(wire.translation),
            note: owned(wire.note),
            pin: match owned(wire.pinned) {
                Some(capture) => Pin::To(capture),
                None if self.knows_pins => Pin::None,
                None => Pin::Unknown,
            },
            partial: wire.partial,
            repeated: wire.repeated,
            outcome: Arc::new(outcome),
        })
    }

    fn drift(&self, stood: Cow<'_, str>, wire: v1::Became<'_>) -> Result<Drift, Error> {
        let change = Change::ALL.into_iter().find(|change| change.name() == wire.kind);
        Ok(Drift {
            stood: stood.into_owned(),
            capture: wire.capture.into_owned(),
            change: self.known("kind of change", &wire.kind, change)?,
            location: wire.location.as_ref().map(Location::from),
            found: owned(wire.found),
        })
    }

    fn difference(&self, wire: v1::Difference<'_>) -> Result<NamedDifference, Error> {
        let kind = Kind::ALL.into_iter().find(|kind| kind.name() == wire.kind);
        Ok(NamedDifference {
            kind: self.known("kind of difference", &wire.kind, kind)?,
            quote: wire.quote.into_owned(),
            source: wire.source.into_owned(),
            name: wire.name.into_owned(),
            quote_char: wire.quote_char,
            source_char: wire.source_char,
        })
    }

    fn source(&self, wire: v1::Source<'_>) -> Result<SourceReport, Error> {
        let access = match &wire.access {
            Some(name) => self.known("access", name, Access::parse(name))?,
            None => Access::Open,
        };
        let url_status = match &wire.url_status {
            Some(name) => Some(self.known("url-status", name, UrlStatus::parse(name))?),
            None => None,
        };
        let intact = wire.captures.iter().map(|capture| capture.intact).collect();
        let knows_texts = wire.captures.iter().all(|capture| capture.text.is_some());
        let record = Source {
            id: wire.id.into_owned(),
            title: wire.title.into_owned(),
            publisher: owned(wire.publisher),
            author: wire.author.into_owned(),
            url: owned(wire.url),
            url_status,
            published: owned(wire.published),
            language: owned(wire.language),
            access,
            extra: table(wire.extra),
            captures: wire
                .captures
                .into_iter()
                .map(|capture| self.capture(capture))
                .collect::<Result<_, _>>()?,
            file: 0,
            is_broken: false,
        };
        let knows_notes = self.knows_notes;
        Ok(SourceReport { record, intact, knows_texts, knows_notes, knows_fetches: false })
    }

    fn capture(&self, wire: v1::Capture<'_>) -> Result<Capture, Error> {
        let sha256 = wire.sha256.as_deref().map(|hex| self.digest(hex)).transpose()?;
        let text = match wire.text {
            Some(v1::Taken::Text(text)) => Some(self.pinned_text(text)?),
            Some(v1::Taken::Nothing) | None => None,
        };
        Ok(Capture {
            id: wire.id.into_owned(),
            file: unplaced(file_name(&wire.path)),
            sha256,
            captured: owned(wire.captured),
            media_type: wire.media_type.into_owned(),
            is_type_told: true,
            note: owned(wire.note),
            fetched: wire.fetched.map(|url| Box::new(Fetch { url: url.into_owned(), ..Fetch::default() })),
            archive: owned(wire.archive),
            text: text.map(Box::new),
        })
    }

    fn digest(&self, hex: &str) -> Result<Located<Digest>, Error> {
        Ok(unplaced(self.known("digest", hex, Digest::parse(hex))?))
    }

    fn pinned_text(&self, wire: v1::PinnedText<'_>) -> Result<PinnedText, Error> {
        Ok(PinnedText {
            file: unplaced(file_name(&wire.path)),
            sha256: self.digest(&wire.sha256)?,
            extractor: wire.extractor.into_owned(),
            pages: Vec::new(),
            joined: Vec::new(),
        })
    }

    fn finding(&self, wire: v1::Finding<'_>) -> Result<ReportedFinding, Error> {
        let rule = self.known("rule", &wire.rule, Rule::parse(&wire.rule))?;
        let place = Place {
            path: wire.path.into_owned(),
            line: wire.line,
            column: wire.column,
            end_line: wire.end_line,
            end_column: wire.end_column,
        };
        let mut finding = Finding::new(rule, place, wire.message.into_owned());
        finding.level = self.known("level", &wire.level, Level::parse(&wire.level))?;
        finding.claim = owned(wire.claim);
        finding.source = owned(wire.source);
        finding.quote = wire.quote.and_then(|number| number.checked_sub(1));
        finding.others =
            Some(wire.count).filter(|&count| count > 1).map(|count| Box::new(Others::counted(count)));
        finding.help = if wire.help.is_empty() { Vec::new() } else { vec![wire.help.into_owned()] };
        finding.notes = wire.notes.into_owned();
        Ok(ReportedFinding { finding, fingerprint: wire.fingerprint.into_owned(), is_known: wire.known })
    }
}

/// The quote that a finding is about, where an earlier ibid did not say: the last that begins on its line or above.
fn quote_by_line(claims: &[ClaimReport], finding: &Finding) -> Option<usize> {
    // What is about both is about a quote.
    finding.claim.as_ref().and(finding.source.as_ref())?;
    let claim = &claims[claim_of(claims, finding)?];
    claim.quotes.iter().rposition(|quote| quote.line <= finding.place.line)
}

fn owned(text: Option<Cow<'_, str>>) -> Option<String> {
    text.map(Cow::into_owned)
}

fn file_name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

/// A value whose place in its file is not known.
const fn unplaced<T>(value: T) -> Located<T> {
    Located { value, span: Span { start: 0, end: 0 } }
}

fn segment(wire: v1::Segment<'_>) -> Option<FoundSegment> {
    Some(FoundSegment { location: Location::from(&wire.location?), found: owned(wire.found) })
}

/// What people keep beyond the known keys; what TOML cannot hold is left out.
fn table(value: Value) -> Table {
    let Value::Object(members) = value else { return Table::new() };
    members.into_iter().filter_map(|(key, value)| Some((key, toml_value(value)?))).collect()
}

fn toml_value(value: Value) -> Option<toml::Value> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(flag) => toml::Value::Boolean(flag),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => toml::Value::Integer(whole),
            None => toml::Value::Float(number.as_f64()?),
        },
        Value::String(text) => toml::Value::String(text),
        Value::Array(items) => toml::Value::Array(items.into_iter().filter_map(toml_value).collect()),
        object @ Value::Object(_) => toml::Value::Table(table(object)),
    })
}
