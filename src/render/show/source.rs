//! One source: its record and captures, then the passages that claims cite, in reading order.

use super::super::wording::address_status;
use super::page::Page;
use super::{in_words, passage, standing, why_without_passage, written};
use crate::claim::Stance;
use crate::quoting::{counted, shortened};
use crate::report::overview::Overview;
use crate::report::{ClaimReport, QuoteReport, Report, SourceReport};
use crate::verify::{Status, on_page};
use std::collections::BTreeMap;

/// A quote of the source, and the claim that it belongs to.
type Citation<'r> = (&'r ClaimReport, &'r QuoteReport);

/// What citations of one passage share: the capture's number, the bytes, and how they stand.
type Key = (usize, (usize, usize), Status, Vec<(usize, usize)>);

pub(super) fn draw<'r>(
    report: &'r Report,
    overview: &Overview<'r>,
    source: &'r SourceReport,
    page: &mut Page,
) {
    let record = &source.record;
    page.title("source", &record.id);
    page.paragraph(&record.title);
    page.gap();
    page.field("author", &record.author.join(", "));
    page.optional("publisher", record.publisher.as_deref());
    page.optional("published", record.published.as_deref());
    page.optional("url", record.url.as_deref());
    page.optional("url-status", record.url_status.map(address_status));
    page.optional("language", record.language.as_deref());
    if record.is_restricted() {
        page.field("access", record.access.name());
    }
    page.extra(&record.extra);
    page.field("record", &format!("{}/source.toml", record.folder()));
    for finding in overview.of_source(&record.id) {
        page.finding(finding);
    }
    captures(source, page);
    let all = citations(report, source);
    let (placed, others): (Vec<Citation<'_>>, Vec<Citation<'_>>) =
        all.iter().partition(|(_, quote)| !quote.outcome.context.is_empty());
    page.gap();
    page.heading(&counts(&all));
    if !placed.is_empty() {
        page.paragraph("In reading order; the words that are cited are between ⟦ and ⟧.");
    }
    passages(source, &placed, page);
    without_passage(&others, page);
}

fn captures(source: &SourceReport, page: &mut Page) {
    let record = &source.record;
    if record.captures.is_empty() {
        page.gap();
        page.paragraph("Its record names no capture that can be read.");
    }
    for (number, capture) in record.captures.iter().enumerate() {
        let is_intact = source.intact.get(number).copied().unwrap_or(false);
        page.gap();
        page.field("capture", &capture.id);
        page.optional("taken", capture.captured.as_deref());
        page.field("file", &format!("{}/{}, {}", record.folder(), capture.file.value, capture.media_type));
        if let Some(text) = &capture.text {
            page.field("text", &format!("{}/{}, {}", record.folder(), text.file.value, text.extractor));
        }
        page.optional("from", capture.fetched.as_ref().map(|fetched| fetched.url.as_str()));
        page.optional("archive", capture.archive.as_deref());
        let digest = capture.sha256.as_ref().map(|digest| digest.value.to_string());
        page.field("sha256", digest.as_deref().unwrap_or("none that can be read"));
        page.field(
            "bytes",
            if is_intact { "intact" } else { "cannot be relied on; its quotes are not checked" },
        );
        page.optional("note", capture.note.as_deref());
    }
}

/// Every quote of a source in the report, in the order of the claims.
fn citations<'r>(report: &'r Report, source: &SourceReport) -> Vec<Citation<'r>> {
    report.quotes().filter(|(_, quote)| quote.source.as_ref() == Some(&source.record.id)).collect()
}

fn counts(all: &[Citation<'_>]) -> String {
    let mut claims: Vec<(&str, usize)> =
        all.iter().map(|(claim, _)| (claim.path.as_str(), claim.line)).collect();
    claims.sort_unstable();
    claims.dedup();
    if all.is_empty() {
        return "No claim cites it.".into();
    }
    let (quotes, claims) = (counted(all.len(), "quote"), counted(claims.len(), "claim"));
    format!("{quotes} in {claims}, {}", standing(all.iter().map(|(_, quote)| *quote)))
}

/// The passages with the quotes that share each, in reading order: by capture, then by place.
fn passages(source: &SourceReport, placed: &[Citation<'_>], page: &mut Page) {
    let mut shared: BTreeMap<Key, Vec<Citation<'_>>> = BTreeMap::new();
    for &(claim, quote) in placed {
        shared.entry(key(source, quote)).or_default().push((claim, quote));
    }
    let has_several = source.record.captures.len() > 1;
    let mut last = None;
    for (key, citing) in shared {
        if has_several && last != Some(key.0) {
            let id = source.record.captures.get(key.0).map_or("", |capture| capture.id.as_str());
            page.gap();
            page.heading(&format!("in the capture {id}"));
        }
        last = Some(key.0);
        draw_passage(&citing, page);
    }
}

fn key(source: &SourceReport, quote: &QuoteReport) -> Key {
    let outcome = &quote.outcome;
    let captures = &source.record.captures;
    let capture = captures.iter().position(|capture| Some(&capture.id) == outcome.capture.as_ref());
    let spans = outcome.context.iter().flat_map(|context| {
        let start = context.location.bytes.start;
        context.marks.iter().map(move |mark| (start + mark.start - context.marks[0].start, mark.len()))
    });
    let first = &outcome.context[0].location.bytes;
    (capture.unwrap_or(captures.len()), (first.start, first.end), outcome.status, spans.collect())
}

/// One passage: where, the sentences that hold it, and the claims that cite it.
fn draw_passage(citing: &[Citation<'_>], page: &mut Page) {
    let outcome = &citing[0].1.outcome;
    let at = &outcome.context[0].location;
    let status = outcome.status;
    let told = in_words(status, outcome.place_count);
    page.gap();
    page.verdict(&format!("line {}, column {}{}: {told}", at.line, at.column, on_page(at.page)), status);
    for context in &outcome.context {
        page.passage(&passage::marked(context, context.sentence), status);
    }
    for citation in citing {
        if status != Status::Stands {
            page.field("written", &words(citation.1));
        }
        cited_by(citation, page);
    }
}

/// The quotes that have no place in the source, with their words and why.
fn without_passage(others: &[Citation<'_>], page: &mut Page) {
    for &(claim, quote) in others {
        let outcome = &quote.outcome;
        page.gap();
        page.verdict(&in_words(outcome.status, outcome.place_count), outcome.status);
        page.field("written", &words(quote));
        page.paragraph(why_without_passage(outcome));
        cited_by(&(claim, quote), page);
    }
}

/// What the claim file has, where the source has something else.
fn words(quote: &QuoteReport) -> String {
    shortened(&written(&quote.exact), 600)
}

fn cited_by(&(claim, quote): &Citation<'_>, page: &mut Page) {
    let id = if claim.id.is_empty() { format!("{}:{}", claim.path, claim.line) } else { claim.id.clone() };
    let verdict = claim.verdict.as_ref().map(|verdict| format!(" ({verdict})")).unwrap_or_default();
    let stance = match quote.stance {
        Stance::Supports => "which it supports",
        Stance::Refutes => "which it refutes",
        Stance::Context => "as context",
    };
    page.field("cited by", &format!("{id}{verdict}, {stance}"));
}
