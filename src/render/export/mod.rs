//! Quotes that stand, as other programs take them: W3C Web Annotations, schema.org `ClaimReview`, links to the
//! words. What does not stand is never evidence, and is left out of all.

pub mod annotations;
pub mod claimreview;
pub mod links;
pub mod notes;

use crate::fragment::web_address;
use crate::report::{ClaimReport, QuoteReport, Report, SourceReport};
use crate::source::Capture;
use crate::verify::Status;

/// Every quote that stands, with its claim.
fn standing(report: &Report) -> impl Iterator<Item = (&ClaimReport, &QuoteReport)> {
    report.quotes().filter(|(claim, quote)| why_left_out(claim, quote).is_none())
}

/// Why a quote is no evidence: its status, or that something else is wrong with its claim.
fn why_left_out(claim: &ClaimReport, quote: &QuoteReport) -> Option<&'static str> {
    match quote.outcome.status {
        Status::Stands => claim.is_wrong.then_some("its claim is wrong"),
        other => Some(other.name()),
    }
}

/// The source of a quote, and the capture in which it stands.
fn evidence<'r>(report: &'r Report, quote: &QuoteReport) -> Option<(&'r SourceReport, &'r Capture)> {
    let source = report.source(quote.source.as_deref()?)?;
    let id = quote.outcome.capture.as_deref()?;
    let capture = source.record.captures.iter().find(|capture| capture.id == id)?;
    Some((source, capture))
}

/// The address of a claim's page, from the pattern of the configuration.
fn page_of_claim(pattern: &str, claim: &ClaimReport) -> Option<String> {
    web_address(&pattern.replace("{id}", &claim.id))
}

/// A text that is not there or says nothing is left out.
fn worth_saying(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}
