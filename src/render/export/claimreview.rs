//! schema.org `ClaimReview`, one a claim with a verdict, as JSON-LD to paste between `<script>` tags.
//!
//! A claim any of whose quotes does not stand is left out: its verdict would be published without what it rests on.

use super::links::link;
use super::{evidence, page_of_claim, worth_saying};
use crate::claim::Stance;
use crate::config::Export;
use crate::finding::{Level, Rule};
use crate::fragment::web_address;
use crate::render::json::to_json_for_markup;
use crate::report::{ClaimReport, QuoteReport, Report};
use crate::source::{Capture, Source, UrlStatus};
use crate::verify::Status;
use serde::Serialize;

#[derive(Serialize)]
struct Graph<'r> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<ClaimReview<'r>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ClaimReview<'r> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    claim_reviewed: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Named<'r>>,
    review_rating: Rating<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    item_reviewed: Option<Claim<'r>>,
    citation: Vec<Quotation<'r>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rating<'r> {
    #[serde(rename = "@type")]
    kind: &'static str,
    alternate_name: &'r str,
    #[serde(rename = "ratingValue", skip_serializing_if = "Option::is_none")]
    value: Option<i64>,
    #[serde(rename = "bestRating", skip_serializing_if = "Option::is_none")]
    best: Option<i64>,
    #[serde(rename = "worstRating", skip_serializing_if = "Option::is_none")]
    worst: Option<i64>,
}

#[derive(Clone, PartialEq, Eq, Serialize)]
struct Named<'r> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'r str>,
}

/// The claim as others made it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Claim<'r> {
    #[serde(rename = "@type")]
    kind: &'static str,
    author: Vec<Named<'r>>,
    appearance: Vec<Work<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_appearance: Option<Work<'r>>,
}

/// A source.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Work<'r> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    archived_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'r str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Named<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Named<'r>>,
}

/// A quote.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Quotation<'r> {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spoken_by_character: Option<Named<'r>>,
    is_part_of: Work<'r>,
}

/// The claims that can be published, each as a `ClaimReview`.
pub fn render(report: &Report, config: &Export) -> String {
    let reviewed = reviewed(report).into_iter();
    let graph = reviewed.map(|(claim, verdict)| review(report, config, claim, verdict)).collect();
    to_json_for_markup(&Graph { context: "https://schema.org", graph })
}

/// The claims that have a verdict of the scale and whose quotes all stand, with their verdicts.
pub(super) fn reviewed(report: &Report) -> Vec<(&ClaimReport, &str)> {
    let verdict = |claim: &'_ ClaimReport| is_sound(report, claim);
    let sound = report.claims.iter().filter(|claim| verdict(claim));
    sound.filter_map(|claim| Some((claim, worth_saying(claim.verdict.as_ref())?))).collect()
}

/// Whether all of a claim's quotes stand, and its verdict is one of the scale.
pub(super) fn is_sound(report: &Report, claim: &ClaimReport) -> bool {
    let mut wrong = report.findings.iter().map(|one| &one.finding).filter(|one| {
        one.level == Level::Error
            && matches!(one.rule, Rule::VerdictUnknown | Rule::ClaimIdDuplicate)
            && one.claim.as_deref() == Some(&claim.id)
    });
    claim.status == Status::Stands && wrong.next().is_none()
}

fn review<'r>(
    report: &'r Report,
    config: &'r Export,
    claim: &'r ClaimReport,
    verdict: &'r str,
) -> ClaimReview<'r> {
    let publisher = worth_saying(config.publisher.as_ref());
    ClaimReview {
        kind: "ClaimReview",
        url: config.url.as_ref().and_then(|pattern| page_of_claim(pattern, claim)),
        claim_reviewed: claim.text.trim(),
        in_language: config.language.as_deref(),
        author: publisher.map(|name| Named {
            kind: "Organization",
            name,
            url: config.publisher_url.as_deref(),
        }),
        review_rating: rating(config, verdict),
        item_reviewed: item(report, claim),
        citation: claim.quotes.iter().filter_map(|quote| quotation(report, claim, quote)).collect(),
    }
}

/// The verdict's own word, and its number where the configuration gives one.
fn rating<'r>(config: &Export, verdict: &'r str) -> Rating<'r> {
    let scale = config.rating.as_ref();
    let rated = scale.and_then(|scale| Some((scale, *scale.values.get(verdict)?)));
    Rating {
        kind: "Rating",
        alternate_name: verdict,
        value: rated.map(|(_, value)| value),
        best: rated.map(|(scale, _)| scale.best),
        worst: rated.map(|(scale, _)| scale.worst),
    }
}

/// Where and by whom the claim was made: in the quotes that speak for it and name who speaks. `None` where
/// there is none; nobody is said to have claimed what only we put down.
fn item<'r>(report: &'r Report, claim: &'r ClaimReport) -> Option<Claim<'r>> {
    let is_made = |quote: &&QuoteReport| quote.stance == Stance::Supports && speaker(quote).is_some();
    let made: Vec<&QuoteReport> = claim.quotes.iter().filter(is_made).collect();
    let mut author: Vec<Named<'r>> = Vec::new();
    let mut sources: Vec<(&Source, &Capture)> = Vec::new();
    for quote in made {
        let (source, capture) = evidence(report, quote)?;
        author.extend(speaker(quote).filter(|speaker| !author.contains(speaker)));
        if !sources.iter().any(|(known, _)| known.id == source.record.id) {
            sources.push((&source.record, capture));
        }
    }
    (!sources.is_empty()).then(|| Claim {
        kind: "Claim",
        author,
        appearance: sources.iter().copied().map(work).collect(),
        first_appearance: first(&sources).map(work),
    })
}

/// The source that was published before all others, as far as their dates tell.
fn first<'r>(sources: &[(&'r Source, &'r Capture)]) -> Option<(&'r Source, &'r Capture)> {
    let is_before = |one: &Source, other: &Source| {
        let (Some(one), Some(other)) = (&one.published, &other.published) else { return false };
        let shared = one.len().min(other.len());
        one.get(..shared) < other.get(..shared)
    };
    let is_first = |(one, _): &&(&Source, &Capture)| {
        let mut others = sources.iter().map(|(other, _)| other).filter(|other| other.id != one.id);
        others.all(|other| is_before(one, other))
    };
    sources.iter().find(is_first).copied()
}

/// Who speaks; whether a person or an organization is not known.
fn speaker(quote: &QuoteReport) -> Option<Named<'_>> {
    let name = worth_saying(quote.speaker.as_ref())?;
    Some(Named { kind: "Thing", name, url: None })
}

fn quotation<'r>(
    report: &'r Report,
    claim: &'r ClaimReport,
    quote: &'r QuoteReport,
) -> Option<Quotation<'r>> {
    let (source, capture) = evidence(report, quote)?;
    let link = link(report, claim, quote)?;
    Some(Quotation {
        kind: "Quotation",
        text: quote.words(),
        url: link.url,
        spoken_by_character: speaker(quote),
        is_part_of: work((&source.record, capture)),
    })
}

fn work<'r>((source, capture): (&'r Source, &'r Capture)) -> Work<'r> {
    let named = |kind, name| Named { kind, name, url: None };
    // What others have made of an address is nobody's source.
    let is_ours = !matches!(source.url_status, Some(UrlStatus::Unfit | UrlStatus::Usurped));
    Work {
        kind: "CreativeWork",
        name: source.title.trim(),
        url: source.url.as_deref().filter(|_| is_ours).and_then(web_address),
        archived_at: capture.archive.as_deref().and_then(web_address),
        date_published: source.published.as_deref(),
        in_language: source.language.as_deref(),
        author: source.author.iter().map(|name| named("Thing", name.trim())).collect(),
        publisher: worth_saying(source.publisher.as_ref()).map(|name| named("Organization", name)),
    }
}
