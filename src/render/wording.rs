//! Words that documents of several formats share: what a status says, and text without its layout.

use super::show::passage::marked;
use crate::compare::{CaptureChange, Change, Field};
use crate::fold::marks;
use crate::quoting::{counted, shortened};
use crate::report::{ClaimReport, QuoteReport, SourceReport};
use crate::source::UrlStatus;
use crate::verify::{Drift, Location, NamedDifference, Status};
use std::collections::HashSet;
use toml::Value;

/// How a quote stands, with what makes it so: `altered (number, words)`.
pub(super) fn status(quote: &QuoteReport) -> String {
    let outcome = &quote.outcome;
    let kinds = kinds(&outcome.differences);
    if let Some(drift) = &outcome.drift {
        return format!("{} ({})", outcome.status.name(), drifted(outcome.status, drift));
    }
    let why: Vec<&str> = match (outcome.status, outcome.unchecked) {
        (Status::Unchecked, Some(rule)) => vec![rule.name()],
        (Status::Variant | Status::Altered, _) => kinds,
        (Status::Ambiguous, _) if outcome.place_count > 1 => {
            return format!("{} ({})", outcome.status.name(), counted(outcome.place_count, "place"));
        }
        _ => Vec::new(),
    };
    if why.is_empty() {
        outcome.status.name().into()
    } else {
        format!("{} ({})", outcome.status.name(), why.join(", "))
    }
}

/// In what words differ, the gravest first, as it is called in their script.
pub(super) fn kinds(differences: &[NamedDifference]) -> Vec<&'static str> {
    let mut all: Vec<&NamedDifference> = differences.iter().collect();
    all.sort_by_key(|one| one.kind);
    let mut names: Vec<&str> =
        all.into_iter().flat_map(|one| marks::names(one.kind, &one.quote, &one.source)).collect();
    let mut seen = HashSet::new();
    names.retain(|name| seen.insert(*name));
    names
}

/// What became of words that stood in an earlier capture: `number; stood in 2025-12-08`.
fn drifted(status: Status, drift: &Drift) -> String {
    let (change, stood, newest) = (drift.change.name(), &drift.stood, &drift.capture);
    if status == Status::Stands {
        return format!("in {stood}, which is cited knowingly; in the newest, {newest}: {change}");
    }
    format!("{change}; stood in {stood}")
}

/// The sentence of a quote that stands, its words between `⟦` and `⟧`, where that has more words than the quote.
pub(super) fn sentence_of(quote: &QuoteReport) -> Option<String> {
    let context = quote.outcome.context.first().filter(|_| quote.outcome.status == Status::Stands)?;
    let (sentence, marks) = (context.sentence, &context.marks);
    let (first, last) = (marks.first()?.start, marks.last()?.end);
    let around =
        [&context.text[sentence.start.min(first)..first], &context.text[last..sentence.end.max(last)]];
    let says_more = marks.len() > 1 || around.iter().any(|words| words.contains(char::is_alphanumeric));
    // Marks of the source's own would be taken for those that set the quote off.
    let is_clear = !context.text.contains(['⟦', '⟧']);
    (says_more && is_clear).then(|| marked(context, sentence))
}

/// So many code points of either side of a diff are compared.
const COMPARED: usize = 2000;

/// The words of the quote and of what was found, for an altered one.
pub(super) fn compared(quote: &QuoteReport) -> Option<(String, String)> {
    let words = || shortened(&quote.words(), COMPARED);
    if let Some(drift) = &quote.outcome.drift {
        let is_reworded = drift.found.as_ref().is_some_and(|found| *found != quote.words());
        let found = drift.found.as_ref().filter(|_| is_reworded);
        return found.map(|found| (words(), shortened(found, COMPARED)));
    }
    if quote.outcome.status != Status::Altered {
        return None;
    }
    let found = quote.outcome.segments.iter().flatten().map(|one| one.found.as_deref());
    let found: Vec<&str> = found.collect::<Option<_>>()?;
    (!found.is_empty()).then(|| (words(), shortened(&found.join(" […] "), COMPARED)))
}

/// Where the words are: their place, or the first of several.
pub(super) fn places(quote: &QuoteReport) -> &[Location] {
    let outcome = &quote.outcome;
    outcome.location.as_ref().map_or(&outcome.places, std::slice::from_ref)
}

/// Where what became of drifted words lies in the newest capture.
pub(super) fn now(quote: &QuoteReport) -> Option<&Location> {
    quote.outcome.drift.as_ref()?.location.as_ref()
}

/// How many places there are beyond those of [`places`].
pub(super) fn further_places(quote: &QuoteReport) -> usize {
    if quote.outcome.location.is_some() {
        return 0;
    }
    quote.outcome.place_count.saturating_sub(quote.outcome.places.len())
}

/// Whether a capture can be relied on.
pub(super) const fn state(is_intact: bool) -> &'static str {
    if is_intact { "intact" } else { "missing, altered or unreadable" }
}

/// What a capture is known by that is on one side alone, each in words: when it was taken, and its digest.
pub(super) fn known_by(capture: &CaptureChange) -> Vec<String> {
    let told = capture.events.iter().filter_map(|event| {
        let known = event.to.as_ref().or(event.from.as_ref())?;
        let name = if event.field == Field::Captured { "taken" } else { "SHA-256" };
        Some(format!("{name} {known}"))
    });
    let mut told: Vec<String> = told.filter(|_| capture.change != Change::Changed).collect();
    told.sort_unstable_by_key(|words| !words.starts_with("taken"));
    told
}

/// Prose without the line ends and indentation of a multi-line string.
pub(super) fn prose(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

/// A claim's id, or what to call one that has none.
pub(super) fn claim_name(claim: &ClaimReport) -> &str {
    if claim.id.is_empty() { "(no id)" } else { &claim.id }
}

/// A source's title, or its id where it has none.
pub(super) fn title(source: &SourceReport) -> String {
    let title = prose(&source.record.title);
    if title.is_empty() { source.record.id.clone() } else { title }
}

/// What a quote was allowed, in the words of its keys.
pub(super) fn allowed(quote: &QuoteReport) -> String {
    let keys = [("partial", quote.partial), ("repeated", quote.repeated)];
    keys.iter().filter(|(_, is_set)| *is_set).map(|(key, _)| *key).collect::<Vec<_>>().join(", ")
}

/// What people keep beyond the known keys, one `key: value` each.
pub(super) fn extra(table: &toml::Table) -> Vec<String> {
    let shown = |value: &Value| value.as_str().map_or_else(|| value.to_string(), prose);
    table.iter().map(|(key, value)| format!("{key}: {}", shown(value))).collect()
}

/// Whether a page can still be read at its address, in a sentence.
pub(super) const fn address_status(status: UrlStatus) -> &'static str {
    match status {
        UrlStatus::Live => "live",
        UrlStatus::Dead => "dead: the page is no longer there",
        UrlStatus::Unfit => "unfit: it leads to something else now",
        UrlStatus::Usurped => "usurped: others have taken it over",
    }
}
