//! The report for the code quality of GitLab's merge requests: the part of the Code Climate format that
//! GitLab documents. It always holds every finding, for GitLab compares whole reports.

use super::details::{bounded, message};
use super::host::Host;
use super::json::to_json;
use super::visible::visible;
use crate::finding::{Finding, Level};
use crate::quoting::shortened;
use crate::report::{Report, ReportedFinding};
use serde::Serialize;

/// So many code points of a quote's words are shown.
const SHOWN: usize = 120;

#[derive(Serialize)]
struct Issue<'r> {
    description: String,
    check_name: &'r str,
    fingerprint: &'r str,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// The report as a JSON array with a final line feed.
pub fn render(report: &Report, host: &Host) -> String {
    to_json(&report.findings.iter().map(|one| issue(one, host)).collect::<Vec<_>>())
}

fn issue<'r>(one: &'r ReportedFinding, host: &Host) -> Issue<'r> {
    let finding = &one.finding;
    let place = &finding.place;
    Issue {
        description: description(one),
        check_name: finding.rule.name(),
        fingerprint: &one.fingerprint,
        severity: severity(one),
        location: Location {
            path: host.path(&place.path),
            lines: Lines { begin: place.line, end: place.end_line },
        },
    }
}

/// GitLab shows one line, without the file's: it names the claim and the words too.
fn description(one: &ReportedFinding) -> String {
    let finding = &one.finding;
    let known = if one.is_known { "known: " } else { "" };
    let claim = finding.claim_id();
    let claim = claim.map_or_else(String::new, |id| format!("{}: ", visible(&shortened(id, SHOWN))));
    format!("{known}{claim}{}{}", bounded(&message(finding)), words(finding))
}

/// The words of a quote, where a finding is about them.
fn words(finding: &Finding) -> String {
    if !finding.rule.is_told_by_words() {
        return String::new();
    }
    let words = finding.diff.as_ref().map(|(quote, _)| quote.as_str());
    let own = || {
        let line = finding.excerpts.first()?.lines.first()?;
        let mark = line.marks.iter().find(|mark| mark.is_primary)?;
        Some(&line.text[mark.span.range()]).filter(|words| !words.trim().is_empty())
    };
    words.or_else(own).map_or_else(String::new, |words| format!(": “{}”", visible(&shortened(words, SHOWN))))
}

/// GitLab has five severities; none of ours is of the weight of its `blocker` and `major`.
const fn severity(one: &ReportedFinding) -> &'static str {
    match one.finding.level {
        Level::Error if one.is_known => "minor",
        Level::Error => "critical",
        Level::Warning => "minor",
        Level::Note => "info",
    }
}
