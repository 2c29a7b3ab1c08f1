//! One claim: what it says, then each quote inside its sentences and where it comes from.

use super::page::Page;
use super::{in_words, passage, standing, why_without_passage, written};
use crate::claim::Stance;
use crate::finding::Finding;
use crate::report::overview::Overview;
use crate::report::{ClaimReport, QuoteReport, SourceReport};
use crate::verify::{Context, Location, Status};

pub(super) fn draw(overview: &Overview<'_>, claim: &ClaimReport, page: &mut Page) {
    page.title("claim", &claim.id);
    page.paragraph(&claim.text);
    page.gap();
    page.optional("verdict", claim.verdict.as_deref());
    page.field("tags", &claim.tags.join(", "));
    page.optional("note", claim.note.as_deref());
    page.extra(&claim.extra);
    page.field("place", &format!("{}:{}", claim.path, claim.line));
    if !claim.quotes.is_empty() {
        page.field("quotes", &format!("{}, {}", claim.quotes.len(), standing(claim.quotes.iter())));
    }
    let own = overview.number_of(claim);
    let of_claim = own.map_or(&[][..], |own| overview.of_claim(own));
    let of_quote = |number: usize| own.map_or(&[][..], |own| overview.of_quote(own, number));
    for finding in of_claim {
        page.finding(finding);
    }
    for (number, one) in claim.quotes.iter().enumerate() {
        page.gap();
        page.verdict(
            &format!("quote {} of {}: {}", number + 1, claim.quotes.len(), status(one)),
            one.outcome.status,
        );
        quote(overview, one, of_quote(number), page);
    }
    // Where a rule is off, `verify` says nothing of it.
    let has_findings =
        !of_claim.is_empty() || (0..claim.quotes.len()).any(|number| !of_quote(number).is_empty());
    let is_told = has_findings || matches!(claim.status, Status::Unchecked | Status::Invalid);
    if claim.status != Status::Stands && is_told && !claim.id.is_empty() {
        page.gap();
        page.paragraph(&format!("`ibid verify {}` tells more of what is wrong.", claim.id));
    }
}

fn status(quote: &QuoteReport) -> String {
    in_words(quote.outcome.status, quote.outcome.place_count)
}

fn quote(overview: &Overview<'_>, quote: &QuoteReport, findings: &[&Finding], page: &mut Page) {
    let outcome = &quote.outcome;
    if outcome.status != Status::Stands {
        page.field("written", &written(&quote.exact));
        page.optional(
            "within",
            quote.within.as_ref().map(|within| written(std::slice::from_ref(within))).as_deref(),
        );
    }
    for finding in findings {
        page.finding(finding);
    }
    let source = quote.source.as_ref().and_then(|id| overview.source(id));
    if let (Some(rule), Some(source)) = (outcome.unchecked, source) {
        let why = overview.of_source(&source.record.id).iter().filter(|finding| finding.rule == rule);
        why.for_each(|finding| page.finding(finding));
    }
    passages(quote, page);
    page.field("stance", stance(quote.stance));
    page.optional("speaker", quote.speaker.as_deref());
    page.optional("translation", quote.translation.as_deref());
    page.optional("note", quote.note.as_deref());
    match (source, &quote.source) {
        (Some(source), _) => provenance(quote, source, page),
        (None, Some(id)) => page.field("source", &format!("{id}, which is not stored")),
        (None, None) => {}
    }
    if let Some(at) = &outcome.location {
        page.field("place", &at.shown());
    }
    if let Some(drift) = &outcome.drift {
        page.field("stood in", &drift.stood);
        let found = drift.found.as_ref().map(|found| format!(": {}", written(std::slice::from_ref(found))));
        page.field("became", &format!("{}{}", drift.change.name(), found.unwrap_or_default()));
        let place = drift.location.as_ref();
        page.optional("now", place.map(Location::shown).as_deref());
    }
}

fn passages(quote: &QuoteReport, page: &mut Page) {
    let outcome = &quote.outcome;
    let contexts = &outcome.context;
    if outcome.status != Status::Stands {
        page.gap();
    }
    if contexts.is_empty() {
        page.paragraph(why_without_passage(outcome));
    } else {
        page.paragraph(&lead(outcome.status, contexts.len(), outcome.place_count));
    }
    for (index, context) in contexts.iter().enumerate() {
        if index > 0 {
            page.gap();
        }
        if contexts.len() > 1 {
            page.paragraph(&place(context));
        }
        page.passage(&passage::whole(context), outcome.status);
    }
    page.gap();
}

fn place(context: &Context) -> String {
    context.location.shown()
}

/// What the passages are, and what the marks in them mean.
fn lead(status: Status, shown: usize, places: usize) -> String {
    match status {
        Status::Drifted => "In the earlier capture, where the quoted words between ⟦ and ⟧ stood:".into(),
        Status::Variant | Status::Altered => "In the source, the nearest words between ⟦ and ⟧:".into(),
        Status::Ambiguous if places > shown && shown > 1 => {
            format!("The first {shown} of the {places} places, the quoted words between ⟦ and ⟧:")
        }
        _ => "In the source, the quoted words between ⟦ and ⟧:".into(),
    }
}

const fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "supports the claim",
        Stance::Refutes => "refutes the claim",
        Stance::Context => "context; speaks neither for nor against the claim",
    }
}

/// The source and the capture that a quote was checked in.
fn provenance(quote: &QuoteReport, source: &SourceReport, page: &mut Page) {
    let record = &source.record;
    page.field("source", &record.id);
    page.field("", &record.title);
    let published = [record.publisher.as_deref(), record.published.as_deref()];
    page.field("", &published.into_iter().flatten().collect::<Vec<_>>().join(", "));
    page.optional("", record.url.as_deref());
    let captures = &record.captures;
    let cited = quote.outcome.capture.as_ref();
    let Some(number) = captures.iter().position(|capture| Some(&capture.id) == cited) else { return };
    let capture = &captures[number];
    let taken = capture.captured.as_ref().map(|time| format!(", taken {time}")).unwrap_or_default();
    let is_intact = source.intact.get(number).copied().unwrap_or(false);
    let bytes = if is_intact { "its bytes are intact" } else { "its bytes cannot be relied on" };
    let newest = captures.last().map(|newest| &newest.id).filter(|newest| **newest != capture.id);
    let newer = newest.map(|newest| format!("; the newest capture is {newest}")).unwrap_or_default();
    page.field("capture", &format!("{}{taken}; {bytes}{newer}", capture.id));
    page.optional("sha256", capture.sha256.as_ref().map(|digest| digest.value.to_string()).as_deref());
}
