//! Failures that are known: told apart from new ones, and not what a run fails for. A failure that is
//! known but is there no longer is a finding itself, so that what is known can only shrink unnoticed.

use crate::error::Error;
use crate::finding::{Finding, Level, Place, Rule};
use crate::quoting::counted;
use crate::report::unknown::Unknown;
use crate::report::{Report, ReportedFinding, Untold, saved};
use std::collections::{BTreeSet, HashSet};

/// What is known to fail.
#[derive(Debug)]
pub struct Baseline {
    /// How its file is called.
    name: String,
    known: Vec<ReportedFinding>,
    /// The fingerprints of failures that the file lists and that fail all the same.
    fixed: HashSet<String>,
}

impl Baseline {
    /// The failures of a saved report. Failures of rules that cannot be lowered are never known.
    ///
    /// # Errors
    ///
    /// Where the report cannot be read.
    pub fn read(name: &str, json: &str) -> Result<Self, Error> {
        let report = saved::read(name, json)?;
        let errors = report.findings.into_iter().filter(|one| one.finding.level == Level::Error);
        let (known, fixed): (Vec<_>, Vec<_>) = errors.partition(|one| can_be_known(&one.finding));
        let fixed = fixed.into_iter().map(|one| one.fingerprint).collect();
        Ok(Self { name: name.to_owned(), known, fixed })
    }

    /// Why some of what the file lists fails all the same, where it does: their rules cannot be lowered, or they are not
    /// told one by one.
    pub fn failing_words(&self, report: &Report) -> Option<String> {
        let words: Vec<String> =
            self.fixed_words(report).into_iter().chain(self.untold_words(report)).collect();
        (!words.is_empty()).then(|| words.join("; "))
    }

    fn untold_words(&self, report: &Report) -> Option<String> {
        let listed = failing(report).filter(|one| self.fixed.contains(&one.fingerprint));
        let count: usize = listed.filter_map(|one| Some(one.finding.others.as_ref()?.count)).sum();
        let what = counted(count, "finding");
        (count > 0).then(|| format!("{what} that {} does not list one by one fail all the same", self.name))
    }

    fn fixed_words(&self, report: &Report) -> Option<String> {
        let is_listed = |one: &&ReportedFinding| self.fixed.contains(&one.fingerprint);
        let listed = failing(report).filter(|one| one.finding.others.is_none()).filter(is_listed);
        let rules: Vec<&str> = listed.map(|one| one.finding.rule.name()).collect();
        let named: BTreeSet<&str> = rules.iter().copied().collect();
        let named: Vec<String> = named.into_iter().map(|name| format!("`{name}`")).collect();
        let (what, verb) = if rules.len() == 1 { ("error", "fails") } else { ("errors", "fail") };
        (!rules.is_empty()).then(|| {
            format!(
                "{} {what} in {} {verb} all the same: a rule that cannot be lowered cannot be known ({})",
                rules.len(),
                self.name,
                named.join(", ")
            )
        })
    }

    /// Marks what is known in a report, and adds a finding for all that is known and fails no longer; of what could not
    /// be checked nobody knows.
    /// `checked` tells whether a claim of that id was checked; where there is no claim, whether all was.
    pub fn apply(&self, report: &mut Report, checked: impl Fn(Option<&str>) -> bool) {
        let known: HashSet<&str> = self.known.iter().map(|one| one.fingerprint.as_str()).collect();
        mark(report, |one| known.contains(one.fingerprint.as_str()));
        let failing: HashSet<String> = failing(report).map(|one| one.fingerprint.clone()).collect();
        let (untold, unknown) = (Untold::of(report), Unknown::of(report));
        let may_fail = |one: &Finding| {
            untold.may_have(one) || unknown.has_file(&one.place.path) || unknown.has_quote(one)
        };
        let is_gone = |one: &&ReportedFinding| !failing.contains(&one.fingerprint) && !may_fail(&one.finding);
        let stale = self.known.iter().filter(is_gone).filter(|one| checked(one.finding.claim.as_deref()));
        let stale = stale.map(|one| self.stale(one)).collect();
        report.add(stale);
    }

    /// The fingerprints of what fails no longer, as [`Baseline::apply`] found it.
    pub fn stale_in(&self, report: &Report) -> HashSet<String> {
        let is_stale = |one: &&ReportedFinding| one.finding.rule == Rule::BaselineStale;
        report.findings.iter().filter(is_stale).map(|one| one.finding.subject.clone()).collect()
    }

    fn stale(&self, one: &ReportedFinding) -> Finding {
        let old = &one.finding;
        let about = match old.claim_id() {
            Some(claim) => format!("the claim `{claim}`"),
            None => format!("`{}`", old.place.path),
        };
        let message = format!("`{}` is listed as known for {about}, but it fails no longer", old.rule);
        let mut finding = Finding::new(Rule::BaselineStale, Place::file(&self.name), message);
        finding.claim.clone_from(&old.claim);
        finding.source.clone_from(&old.source);
        finding
            .about(&one.fingerprint)
            .note(format!("what was known: {}", old.message))
            .help(format!("drop it from the file: `ibid verify --baseline {} --drop-stale`", self.name))
    }
}

/// Whether a finding may be known: it fails, its rule's level can be lowered, and it stands for no others, which nobody
/// listed.
fn can_be_known(finding: &Finding) -> bool {
    finding.level == Level::Error && !finding.rule.is_fixed() && finding.others.is_none()
}

fn failing(report: &Report) -> impl Iterator<Item = &ReportedFinding> {
    report.findings.iter().filter(|one| one.finding.level == Level::Error)
}

/// Marks the failures of a report that are known, where their rules allow it.
pub fn mark(report: &mut Report, is_known: impl Fn(&ReportedFinding) -> bool) {
    for one in &mut report.findings {
        one.is_known = can_be_known(&one.finding) && is_known(one);
    }
    report.recount();
}
