//! Which findings a reader is told of: as many as asked for, the gravest of them.

use crate::quoting::counted;
use crate::report::failing::FailOn;
use crate::report::{Report, ReportedFinding};

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Verbosity {
    /// Errors, and what the run fails for; nothing where there is none.
    Quiet,
    /// Every finding and the figures.
    #[default]
    Normal,
    /// Also every quote that stands, and where; also failures that are known.
    Verbose,
}

/// How much is told, and of how many findings at most.
#[derive(Clone, Copy, Debug, Default)]
pub struct Telling {
    /// What is told.
    pub verbosity: Verbosity,
    /// The most findings; as many as there are where it is `None`.
    pub most: Option<usize>,
    /// What the run fails for.
    pub fail_on: FailOn,
}

/// The findings that are told, in the report's order, and how many more there are.
#[derive(Debug)]
pub struct Told<'r> {
    /// Those that are told.
    pub findings: Vec<&'r ReportedFinding>,
    /// How many would be told, were there room.
    pub left: usize,
}

impl<'r> Told<'r> {
    /// The findings of a report to tell of; where they are too many, the gravest of them.
    pub fn of(report: &'r Report, telling: Telling) -> Self {
        let is_told = |one: &&ReportedFinding| match telling.verbosity {
            Verbosity::Quiet => one.fails(FailOn::Error) || one.fails(telling.fail_on),
            Verbosity::Normal => !one.is_known,
            Verbosity::Verbose => true,
        };
        let findings: Vec<&ReportedFinding> = report.findings.iter().filter(is_told).collect();
        let most = telling.most.unwrap_or(findings.len());
        let kept = gravest(&findings, most);
        Self { left: standing_for(&findings) - standing_for(&kept), findings: kept }
    }

    /// Whether the figures are told: where it is not quiet, and where there is something to tell.
    pub(crate) fn has_figures(&self, telling: Telling) -> bool {
        telling.verbosity != Verbosity::Quiet || self.left > 0 || !self.findings.is_empty()
    }

    /// That there are more, where there are.
    pub(crate) fn left_words(&self) -> Option<String> {
        (self.left > 0).then(|| format!("… and {} not shown here", more(self.left, "finding")))
    }
}

/// How many findings these stand for.
pub(super) fn standing_for(findings: &[&ReportedFinding]) -> usize {
    findings.iter().map(|one| one.finding.count()).sum()
}

/// `1 more error`, `3 more errors`.
pub(super) fn more(count: usize, noun: &str) -> String {
    counted(count, &format!("more {noun}"))
}

/// The numbers of these, from 0: of the gravest first, of those that are known last.
pub(super) fn gravest_first(findings: &[&ReportedFinding]) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..findings.len()).collect();
    numbers.sort_by_key(|&number| (findings[number].is_known, findings[number].finding.level));
    numbers
}

/// At most `most` of these, the gravest first chosen, then the first; in the order that they have. What
/// is known weighs least.
pub(super) fn gravest<'r>(findings: &[&'r ReportedFinding], most: usize) -> Vec<&'r ReportedFinding> {
    if findings.len() <= most {
        return findings.to_vec();
    }
    let mut numbers = gravest_first(findings);
    numbers.truncate(most);
    numbers.sort_unstable();
    numbers.into_iter().map(|number| findings[number]).collect()
}
