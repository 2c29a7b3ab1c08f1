//! What a report cannot tell: a failure that it does not list may be there all the same, where nobody could look.

use super::{Report, ReportedFinding};
use crate::finding::{Finding, Rule};
use crate::verify::Status;
use std::collections::{BTreeSet, HashSet};

/// The files and folders of a report that are there and cannot be read, and the quotes that could not be checked.
pub struct Unknown<'r> {
    files: BTreeSet<&'r str>,
    /// The ids of claims with those of the sources that they cite.
    quotes: HashSet<(&'r str, &'r str)>,
    /// The paths of records with slips that may hide a capture.
    records: HashSet<&'r str>,
}

impl<'r> Unknown<'r> {
    /// What a report leaves open.
    pub fn of(report: &'r Report) -> Self {
        Self { files: unread(report), quotes: unchecked(report), records: slipped(report) }
    }

    /// Whether the file, or a folder above it, cannot be read.
    pub fn has_file(&self, path: &str) -> bool {
        let mut folders = path.match_indices('/').map(|(end, _)| &path[..end]);
        !self.files.is_empty()
            && (self.files.contains(path) || folders.any(|folder| self.files.contains(folder)))
    }

    /// Whether the record of a source has a slip, so that nobody knows which captures it has.
    pub fn has_record(&self, source: &str) -> bool {
        let path = || format!("sources/{source}/source.toml");
        let knows_all = self.files.is_empty() && self.records.is_empty();
        !knows_all && (self.records.contains(path().as_str()) || self.has_file(&path()))
    }

    /// Whether a finding is about a quote of which nothing could be found out, for all that is known.
    pub fn has_quote(&self, finding: &Finding) -> bool {
        let about = finding.claim.as_deref().zip(finding.source.as_deref());
        !self.quotes.is_empty() && about.is_some_and(|about| self.quotes.contains(&about))
    }
}

/// What is said of a whole file or folder, and not of a claim or a source in it.
fn unread(report: &Report) -> BTreeSet<&str> {
    let is_whole = |one: &&ReportedFinding| {
        let finding = &one.finding;
        let is_of_a_thing = finding.claim.is_some() || finding.source.is_some();
        matches!(finding.rule, Rule::TomlInvalid | Rule::PathOutside) && !is_of_a_thing
    };
    report.findings.iter().filter(is_whole).map(|one| one.finding.place.path.as_str()).collect()
}

fn unchecked(report: &Report) -> HashSet<(&str, &str)> {
    if report.summary.status(Status::Unchecked) == 0 {
        return HashSet::new();
    }
    // A claim without an id cannot be told from others without one.
    let named = report.quotes().filter(|(claim, _)| !claim.id.is_empty());
    named
        .filter(|(_, quote)| quote.outcome.status == Status::Unchecked)
        .filter_map(|(claim, quote)| Some((claim.id.as_str(), quote.source.as_deref()?)))
        .collect()
}

/// The records that cannot be read whole. Each of these rules fails a run whatever is configured.
fn slipped(report: &Report) -> HashSet<&str> {
    let is_slip = |rule: Rule| {
        use Rule::{KeyMissing, KeyUnknown, PathOutside, RecordInvalid, TomlInvalid, ValueInvalid};
        matches!(rule, KeyMissing | KeyUnknown | PathOutside | RecordInvalid | TomlInvalid | ValueInvalid)
    };
    let slips = report.findings.iter().map(|one| &one.finding).filter(|finding| is_slip(finding.rule));
    slips.map(|finding| finding.place.path.as_str()).filter(|path| path.ends_with("/source.toml")).collect()
}
