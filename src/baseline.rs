//! Failures that are known: told apart from new ones, and not what a run fails for. A failure that is
//! known but is there no longer is a finding itself, so that what is known can only shrink unnoticed.

use crate::compare::followed;
use crate::error::Error;
use crate::finding::{Finding, Level, Place, Rule};
use crate::quoting::counted;
use crate::report::failing::FailOn;
use crate::report::unknown::Unknown;
use crate::report::{Report, ReportedFinding, Untold, saved};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What is known to fail.
#[derive(Debug)]
pub struct Baseline {
    /// How its file is called.
    name: String,
    /// The report that was saved.
    saved: Report,
    /// The fingerprints of failures that the file lists and that fail all the same.
    fixed: HashSet<String>,
}

/// What is known of one finding.
#[derive(Clone, Copy)]
struct Entry<'b> {
    level: Level,
    fingerprint: &'b str,
}

impl<'b> Entry<'b> {
    fn of(one: &'b ReportedFinding) -> Self {
        Self { level: one.finding.level, fingerprint: &one.fingerprint }
    }
}

impl Baseline {
    /// What a saved report lists. Findings of rules that cannot be lowered are never known.
    ///
    /// # Errors
    ///
    /// Where the report cannot be read.
    pub fn read(name: &str, json: &str) -> Result<Self, Error> {
        let saved = saved::read(name, json)?;
        let fixed = failing(&saved).filter(|one| !can_be_known(&one.finding));
        let fixed = fixed.map(|one| one.fingerprint.clone()).collect();
        Ok(Self { name: name.to_owned(), saved, fixed })
    }

    fn entries(&self) -> impl Iterator<Item = &ReportedFinding> {
        self.saved.findings.iter().filter(|one| can_be_known(&one.finding))
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

    /// Marks what is known in a report, and adds a finding for all that a run that fails `on` some level would fail for,
    /// and fails no longer; of what could not be checked nobody knows. Returns the fingerprints of all entries that are
    /// there no longer, whatever their level.
    /// `checked` tells whether a claim of that id was checked; where there is no claim, whether all was.
    pub fn apply(
        &self,
        report: &mut Report,
        on: FailOn,
        checked: impl Fn(Option<&str>) -> bool,
    ) -> HashSet<String> {
        let on = if on == FailOn::Never { FailOn::Error } else { on };
        let now = self.now(report, checked(None));
        // What weighs more than it did is new.
        mark(report, |one| now.get(&one.fingerprint).is_some_and(|old| old.level <= one.finding.level));
        let there = report
            .findings
            .iter()
            .filter_map(|one| now.get(&one.fingerprint).map(|old| (old.fingerprint, one.finding.level)));
        let levels: HashMap<&str, Level> = there.collect();
        let (untold, unknown) = (Untold::of(report), Unknown::of(report));
        let may_be_there = |one: &Finding| {
            untold.may_have(one) || unknown.has_file(&one.place.path) || unknown.has_quote(one)
        };
        let level = |one: &ReportedFinding| levels.get(one.fingerprint.as_str()).copied();
        let fails_no_longer = |one: &ReportedFinding| {
            on.covers(one.finding.level) && !level(one).is_some_and(|level| on.covers(level))
        };
        let is_sure =
            |one: &&ReportedFinding| checked(one.finding.claim.as_deref()) && !may_be_there(&one.finding);
        let is_gone = |one: &&ReportedFinding| level(one).is_none() || fails_no_longer(one);
        let gone: Vec<&ReportedFinding> = self.entries().filter(is_gone).filter(is_sure).collect();
        let stale = gone.iter().filter(|one| fails_no_longer(one)).map(|one| self.stale(one)).collect();
        drop((untold, unknown));
        report.add(stale);
        gone.into_iter().map(|one| one.fingerprint.clone()).collect()
    }

    /// The entries by the fingerprints that they have in a report: their own, and, where it `is_whole`, that of a claim
    /// that only got another id.
    fn now(&self, report: &Report, is_whole: bool) -> HashMap<String, Entry<'_>> {
        let own = self.entries().map(|one| (one.fingerprint.clone(), Entry::of(one)));
        let mut now: HashMap<String, Entry<'_>> = own.collect();
        if is_whole {
            let own: HashMap<&str, Entry<'_>> =
                now.values().map(|entry| (entry.fingerprint, *entry)).collect();
            let renamed = followed(&self.saved, report).into_iter();
            now.extend(renamed.filter_map(|(old, new)| {
                Some((new.fingerprint.clone(), *own.get(old.fingerprint.as_str())?))
            }));
        }
        now
    }

    fn stale(&self, one: &ReportedFinding) -> Finding {
        let old = &one.finding;
        let about = match old.claim_id() {
            Some(claim) => format!("the claim `{claim}`"),
            None => format!("`{}`", old.place.path),
        };
        let end = if old.level == Level::Error { "fails no longer" } else { "is there no longer" };
        let message = format!("`{}` is listed as known for {about}, but it {end}", old.rule);
        let mut finding = Finding::new(Rule::BaselineStale, Place::file(&self.name), message);
        finding.claim.clone_from(&old.claim);
        finding.source.clone_from(&old.source);
        finding
            .about(&one.fingerprint)
            .note(format!("what was known: {}", old.message))
            .help(format!("drop it from the file: `ibid verify --baseline {} --drop-stale`", self.name))
    }
}

/// Whether a finding may be known: its rule's level can be lowered, and it stands for no others, which nobody listed.
fn can_be_known(finding: &Finding) -> bool {
    !finding.rule.is_fixed() && finding.others.is_none()
}

fn failing(report: &Report) -> impl Iterator<Item = &ReportedFinding> {
    report.findings.iter().filter(|one| one.finding.level == Level::Error)
}

/// Marks the findings of a report that are known, where their rules allow it.
pub fn mark(report: &mut Report, is_known: impl Fn(&ReportedFinding) -> bool) {
    for one in &mut report.findings {
        one.is_known = can_be_known(&one.finding) && is_known(one);
    }
    report.recount();
}
