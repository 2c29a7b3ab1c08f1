//! W3C Web Annotations (Recommendation of 23 February 2017), one a quote, as an `AnnotationCollection` in JSON-LD.
//!
//! An annotation says what the quote is to its claim. For each segment it has two targets: the page, in which the
//! words are found by what stands around them (`TextQuoteSelector`), and the text that was checked, named by its
//! SHA-256, in which they also have a place in code points (`TextPositionSelector`). A page has no code points that
//! one could count: that depends on who takes the text out of it.

use super::{evidence, standing, worth_saying};
use crate::config::Export;
use crate::digest::Digest;
use crate::fragment::web_address;
use crate::render::json::to_json_for_markup;
use crate::report::{ClaimReport, QuoteReport, Report};
use crate::source::{Capture, Source};
use crate::verify::{Location, Selector};
use serde::Serialize;
use std::collections::HashMap;

#[derive(Serialize)]
struct Collection<'r> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    label: &'static str,
    total: usize,
    first: Page<'r>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'r> {
    id: String,
    r#type: &'static str,
    part_of: String,
    start_index: usize,
    items: Vec<Annotation<'r>>,
}

#[derive(Serialize)]
struct Annotation<'r> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Agent<'r>>,
    body: Vec<Body<'r>>,
    target: Vec<Target<'r>>,
}

#[derive(Clone, Serialize)]
struct Agent<'r> {
    r#type: &'static str,
    name: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'r str>,
}

/// A `TextualBody`; what it is there for, its `purpose` says.
#[derive(Serialize)]
struct Body<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    r#type: &'static str,
    purpose: &'static str,
    value: &'r str,
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'r str>,
}

/// A `SpecificResource`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Target<'r> {
    r#type: &'static str,
    source: Resource<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<TimeState>,
    selector: Vec<WireSelector<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rendered_via: Option<Agent<'r>>,
}

#[derive(Serialize)]
struct Resource<'r> {
    id: String,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'r str>,
}

/// When the source was as it was quoted, and the copy of it that was kept.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct TimeState {
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_date_start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_date_end: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cached: Vec<String>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum WireSelector<'r> {
    #[serde(rename = "TextQuoteSelector")]
    Quote {
        exact: &'r str,
        /// Nothing where the words begin the text, or the source is restricted.
        #[serde(skip_serializing_if = "str::is_empty")]
        prefix: &'r str,
        #[serde(skip_serializing_if = "str::is_empty")]
        suffix: &'r str,
    },
    #[serde(rename = "TextPositionSelector")]
    Position { start: usize, end: usize },
}

/// The quotes that stand as annotations.
pub fn render(report: &Report, config: &Export) -> String {
    let mut seen = HashMap::new();
    let items =
        standing(report).filter_map(|(claim, quote)| annotation(report, config, claim, quote, &mut seen));
    let items: Vec<Annotation<'_>> = items.collect();
    let all: Vec<&str> = items.iter().map(|item| item.id.as_str()).collect();
    let identity = Digest::of(format!("ibid annotations\0{}", all.join("\0")).as_bytes());
    let (id, page) = match &config.base {
        Some(base) => (in_base(base, "annotations"), in_base(base, "annotations/page1")),
        None => (identity.uuid(), Digest::of(identity.to_string().as_bytes()).uuid()),
    };
    to_json_for_markup(&Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: id.clone(),
        r#type: "AnnotationCollection",
        label: "Quotes and the claims that rest on them",
        total: items.len(),
        first: Page { id: page, r#type: "AnnotationPage", part_of: id, start_index: 0, items },
    })
}

fn in_base(base: &str, name: &str) -> String {
    let gap = if base.ends_with(['/', '#', '=']) { "" } else { "/" };
    format!("{base}{gap}{name}")
}

/// An annotation is known by its claim, source and words, and their number among equals, never by places.
fn annotation<'r>(
    report: &'r Report,
    config: &'r Export,
    claim: &'r ClaimReport,
    quote: &'r QuoteReport,
    seen: &mut HashMap<String, usize>,
) -> Option<Annotation<'r>> {
    let (source, capture) = evidence(report, quote)?;
    let identity = [&[claim.id.clone(), source.record.id.clone()][..], &quote.exact].concat().join("\0");
    let ordinal = seen.entry(identity.clone()).or_default();
    let digest = Digest::of(format!("ibid annotation\0{identity}\0{ordinal}").as_bytes());
    *ordinal += 1;
    let page = config.base.as_ref().map(|base| in_base(base, &claim.id));
    let id = page
        .as_ref()
        .map_or_else(|| digest.uuid(), |page| format!("{page}#quote-{}", &digest.to_string()[..12]));
    // Words that stand are identical to the quote's.
    let segments =
        quote.exact.iter().zip(quote.outcome.segments.iter().flatten()).zip(&quote.outcome.selectors);
    let targets = segments.flat_map(|((exact, found), selector)| {
        targets(&source.record, capture, (exact, &found.location, selector))
    });
    Some(Annotation {
        id,
        r#type: "Annotation",
        motivation: "assessing",
        creator: creator(config),
        body: bodies(claim, quote, page, config.language.as_deref()),
        target: targets.collect(),
    })
}

fn creator(config: &Export) -> Option<Agent<'_>> {
    let name = worth_saying(config.publisher.as_ref())?;
    Some(Agent { r#type: "Organization", name, homepage: config.publisher_url.as_deref() })
}

/// What is said of the quote: the claim that it is linked with, how that was assessed, what the quote does for it.
fn bodies<'r>(
    claim: &'r ClaimReport,
    quote: &'r QuoteReport,
    page: Option<String>,
    language: Option<&'r str>,
) -> Vec<Body<'r>> {
    let said = |purpose, value: &'r str| Body {
        id: None,
        r#type: "TextualBody",
        purpose,
        value: value.trim(),
        format: "text/plain",
        language,
    };
    let label = |purpose, value| Body { language: None, ..said(purpose, value) };
    let mut bodies = vec![Body { id: page, ..said("linking", &claim.text) }];
    bodies.extend(claim.verdict.as_deref().map(|verdict| label("assessing", verdict)));
    bodies.push(label("classifying", quote.stance.name()));
    bodies.extend(claim.tags.iter().map(|tag| label("tagging", tag)));
    bodies.extend(worth_saying(quote.translation.as_ref()).map(|words| said("describing", words)));
    bodies.extend(worth_saying(quote.note.as_ref()).map(|note| said("commenting", note)));
    bodies
}

/// A segment in the page, where it has an address, and in the text that was checked.
fn targets<'r>(
    source: &'r Source,
    capture: &'r Capture,
    (exact, location, selector): (&'r str, &'r Location, &'r Selector),
) -> Vec<Target<'r>> {
    let language = source.language.as_deref();
    let words = || WireSelector::Quote { exact, prefix: &selector.prefix, suffix: &selector.suffix };
    let (start, end) = location.chars;
    let page = source.url.as_deref().and_then(web_address).map(|id| Target {
        r#type: "SpecificResource",
        source: Resource { id, r#type: "Text", format: None, language },
        state: Some(state(capture)),
        selector: vec![words()],
        rendered_via: None,
    });
    let digest = match &capture.text {
        Some(text) => Some(&text.sha256),
        None => capture.sha256.as_ref(),
    };
    let extractor = capture.text.as_ref().map(|text| text.extractor.as_str());
    let text = digest.map(|digest| Target {
        r#type: "SpecificResource",
        source: Resource {
            id: digest.value.named_information(),
            r#type: "Text",
            format: Some("text/plain"),
            language,
        },
        state: Some(state(capture)),
        selector: vec![words(), WireSelector::Position { start, end }],
        rendered_via: extractor.map(|name| Agent { r#type: "Software", name, homepage: None }),
    });
    page.into_iter().chain(text).collect()
}

/// The moment of the capture, or its day where no more is known, in UTC; its copy in an archive, and the name of
/// the bytes that were kept.
fn state(capture: &Capture) -> TimeState {
    let archived = capture.archive.as_deref().and_then(web_address);
    let stored = capture.sha256.as_ref().map(|digest| digest.value.named_information());
    let cached = archived.into_iter().chain(stored).collect();
    let bare = TimeState {
        r#type: "TimeState",
        source_date: None,
        source_date_start: None,
        source_date_end: None,
        cached,
    };
    let Some(captured) = &capture.captured else { return bare };
    if let Ok(moment) = captured.parse::<jiff::Timestamp>() {
        return TimeState { source_date: Some(moment.to_string()), ..bare };
    }
    match captured.get(..10).and_then(|day| day.parse::<jiff::civil::Date>().ok()) {
        Some(day) => TimeState {
            source_date_start: Some(format!("{day}T00:00:00Z")),
            source_date_end: Some(format!("{day}T23:59:59Z")),
            ..bare
        },
        None => bare,
    }
}
