//! Claims and sources to read: each quote inside its sentences, each source with what is cited of it.

mod claim;
mod page;
pub(super) mod passage;
mod source;

use super::snippet::Canvas;
use crate::report::overview::Overview;
use crate::report::{ClaimReport, QuoteReport, Report, SourceReport};
use crate::verify::{Outcome, Status};
use page::Page;

/// What is shown.
#[derive(Clone, Copy, Debug)]
pub enum Item<'r> {
    /// One claim with its quotes in their sentences.
    Claim(&'r ClaimReport),
    /// One source with every quote of it in the report.
    Source(&'r SourceReport),
}

/// Items of a report as text, one after the other, with a final line feed.
pub fn render<'r>(report: &'r Report, items: &[Item<'r>], canvas: Canvas) -> String {
    let overview = Overview::of(report);
    let drawn: Vec<String> = items
        .iter()
        .map(|item| {
            let mut page = Page::new(canvas);
            match item {
                Item::Claim(claim) => claim::draw(&overview, claim, &mut page),
                Item::Source(source) => source::draw(report, &overview, source, &mut page),
            }
            page.finish()
        })
        .collect();
    drawn.join("\n\n")
}

/// How many of the quotes stand, behind their number.
fn standing<'r>(quotes: impl Iterator<Item = &'r QuoteReport>) -> String {
    let statuses: Vec<Status> = quotes.map(|quote| quote.outcome.status).collect();
    let stand = statuses.iter().filter(|&&status| status == Status::Stands).count();
    match (stand, statuses.len()) {
        (1, 1) => "which stands".into(),
        (0, 1) => "which does not stand".into(),
        (0, _) => "none of which stands".into(),
        (stand, all) if stand == all => "all of which stand".into(),
        (1, _) => "of which 1 stands".into(),
        (stand, _) => format!("of which {stand} stand"),
    }
}

/// The words of a quote as they are written in the claim file.
fn written(segments: &[String]) -> String {
    let segments: Vec<String> = segments.iter().map(|segment| format!("“{}”", segment.trim())).collect();
    segments.join(" […] ")
}

/// A quote's status in words.
fn in_words(status: Status, place_count: usize) -> String {
    let told = match status {
        Status::Stands => return "stands".into(),
        Status::Ambiguous if place_count > 1 => {
            return format!("ambiguous: the source has these words in {place_count} places");
        }
        Status::Ambiguous => "the passage around it does not say which place is meant",
        Status::Cut => "it begins or ends inside a word or number",
        Status::Variant => "the source has the same words in other characters",
        Status::Altered => "this is not what the source says",
        Status::Absent => "nothing like it is in the source",
        Status::Drifted => "it stands in an earlier capture only",
        Status::Unchecked => "its capture is missing, was altered or cannot be read",
        Status::Invalid => "it cannot be checked as it is written",
    };
    format!("{}: {told}", status.name())
}

/// Why there is no passage to show of a quote.
fn why_without_passage(outcome: &Outcome) -> &'static str {
    match outcome.status {
        _ if outcome.is_withheld => {
            "No passage is shown: the source is restricted, and its words are shown on a terminal alone."
        }
        Status::Absent => "No passage is shown: none in the source is near enough to these words.",
        Status::Unchecked => "No passage is shown: the recorded bytes could not be read.",
        Status::Invalid => "No passage is shown: the quote was not looked for.",
        _ => "No passage is shown: the words were found, but not in one place.",
    }
}
