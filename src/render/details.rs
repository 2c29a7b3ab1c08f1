//! What a finding says beyond its message, as plain lines for formats that show no excerpts: where the
//! source has the words, the facts, what differs, what to do.

use super::host::Host;
use super::human::is_to_paste;
use super::visible::visible;
use super::words::word_diff;
use crate::finding::{Excerpt, ExcerptLine, Finding, Place};
use crate::quoting::shortened;
use crate::text::{Span, char_count};

/// So many code points of the words of a source are shown.
const SHOWN: usize = 240;
/// So many code points of one line are shown: a host shows no more than a screen of it.
const LINE: usize = 1200;
/// So many lines are shown.
const LINES: usize = 40;

/// A place that is told beside a finding's own, with its words as they are in the file.
pub(super) struct Passage<'f> {
    pub place: Place,
    pub words: &'f str,
    pub label: &'f str,
}

/// The passages that a finding shows beside its own place, in their order. Of a passage of several lines, the
/// part in its first line.
pub(super) fn passages(finding: &Finding) -> Vec<Passage<'_>> {
    finding.excerpts.iter().filter_map(passage).filter(|one| !is_own(&one.place, &finding.place)).collect()
}

/// The words that a finding is at, with what is said of them there, in one line; nothing where nothing is said.
pub(super) fn own_line(finding: &Finding) -> Option<String> {
    let own = finding.excerpts.iter().filter_map(passage).find(|one| is_own(&one.place, &finding.place))?;
    (!own.label.is_empty() && !own.words.is_empty())
        .then(|| format!("“{}”: {}", visible(&shortened(own.words, SHOWN)), visible(own.label)))
}

/// What is wrong, with what may have been meant: for formats that have one line for a finding.
pub(super) fn message(finding: &Finding) -> String {
    match finding.suggestion() {
        Some(suggestion) => format!("{}; {suggestion}", finding.message),
        None => finding.message.clone(),
    }
}

/// Whether a passage is what the finding itself is at.
fn is_own(passage: &Place, own: &Place) -> bool {
    (&passage.path, passage.line, passage.column) == (&own.path, own.line, own.column)
}

fn passage(excerpt: &Excerpt) -> Option<Passage<'_>> {
    let line = excerpt.lines.first()?;
    let span = Span::hull(&line.marks.iter().map(|mark| mark.span).collect::<Vec<_>>())?;
    let words = &line.text[span.range()];
    let column = line.column + char_count(&line.text[..span.start]);
    let place = Place {
        path: excerpt.path.clone(),
        line: line.number,
        column,
        end_line: line.number,
        end_column: column + char_count(words),
    };
    Some(Passage { place, words, label: label(line) })
}

/// What a line's marks are called: by the mark that surrounds the others, else by the first.
fn label(line: &ExcerptLine) -> &str {
    let labels = line.marks.iter().filter(|mark| !mark.label.is_empty());
    labels.max_by_key(|mark| mark.span.len()).map_or("", |mark| &mark.label)
}

/// A passage in one line: `sources/a/b.txt:3:54: “the words” (whole in the source)`; `shown` is its place.
pub(super) fn passage_line(passage: &Passage<'_>, shown: &str) -> String {
    let words = visible(&shortened(passage.words, SHOWN));
    let label =
        if passage.label.is_empty() { String::new() } else { format!(" ({})", visible(passage.label)) };
    if words.is_empty() { format!("{shown}{label}") } else { format!("{shown}: “{words}”{label}") }
}

/// The facts of a finding, what differs in it and what to do, a line each; lines to paste are indented.
pub(super) fn facts(finding: &Finding) -> Vec<String> {
    let mut lines: Vec<String> = finding.notes.iter().map(|note| bounded(note)).collect();
    let diff = finding.diff.iter().map(|(quote, source)| format!("diff: {}", word_diff(quote, source)));
    lines.extend(diff.map(|line| shortened(&line, LINE)));
    for help in &finding.help {
        if is_too_long(help) {
            lines.push(format!("    {TOO_LONG}"));
        } else if is_to_paste(help) {
            lines.extend(help.lines().map(|line| format!("    {}", visible(line))));
        } else {
            lines.push(format!("help: {}", bounded(help)));
        }
    }
    lines.truncate(LINES);
    lines
}

/// Stands for a line to paste that is too long: part of one would be of no use.
pub(super) const TOO_LONG: &str = "(too long to show here; `ibid verify` shows it in a terminal)";

/// Whether a help is a line to paste that is too long.
pub(super) fn is_too_long(help: &str) -> bool {
    is_to_paste(help) && help.len() > LINE
}

/// One line of bounded length, in which nothing acts.
pub(super) fn bounded(text: &str) -> String {
    visible(&shortened(text, LINE))
}

/// A place as people and editors read it, its path as `host` has it.
pub(super) fn place(place: &Place, host: &Host) -> String {
    format!("{}:{}:{}", visible(&host.path(&place.path)), place.line, place.column)
}
