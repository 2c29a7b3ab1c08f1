//! What is wrong on either side.

use super::{FindingChange, Renamed, Since, Unread};
use crate::finding::{Finding, Level, Rule};
use crate::report::unknown::Unknown;
use crate::report::{Report, ReportedFinding, Untold};
use std::collections::{HashMap, HashSet, VecDeque};

/// What a finding says, whatever the ids that its claim and its source had before.
type Told<'r> = (Rule, Level, Option<&'r str>, Option<&'r str>, &'r str);

/// The findings of both sides, by fingerprint and level. A finding of a claim or source that only got another id is the
/// same finding where it says the same.
pub(super) fn changes(
    before: &Report,
    after: &Report,
    renamed: &Renamed<'_>,
    unread: &Unread<'_>,
) -> Vec<FindingChange> {
    let untold = (Untold::of(before), Untold::of(after));
    let change = |since: Since, one: &ReportedFinding| {
        let there = match since {
            Since::Still => None,
            Since::New => Some((&unread.before, &untold.0)),
            Since::Fixed => Some((&unread.after, &untold.1)),
        };
        change(since, one, there)
    };
    let known: HashSet<Key<'_>> = before.findings.iter().map(key).collect();
    let seen: HashSet<Key<'_>> = after.findings.iter().map(key).collect();
    let followed = followed(before, after, renamed);
    let earlier: HashSet<Key<'_>> = followed.iter().map(|(old, _)| key(old)).collect();
    let later: HashSet<Key<'_>> = followed.iter().map(|(_, new)| key(new)).collect();
    let since = |one: &ReportedFinding| {
        let is_still = known.contains(&key(one)) || later.contains(&key(one));
        if is_still { Since::Still } else { Since::New }
    };
    let mut changes: Vec<FindingChange> = after.findings.iter().map(|one| change(since(one), one)).collect();
    let is_gone = |one: &&ReportedFinding| !seen.contains(&key(one)) && !earlier.contains(&key(one));
    changes.extend(before.findings.iter().filter(is_gone).map(|one| change(Since::Fixed, one)));
    changes.sort_by(|a, b| order(a).cmp(&order(b)));
    changes
}

/// By what a finding is the same on both sides.
type Key<'r> = (&'r str, Level);

fn key(one: &ReportedFinding) -> Key<'_> {
    (&one.fingerprint, one.finding.level)
}

/// The findings of claims and sources that only got another id, which say the same: each before with the one after.
pub(super) fn followed<'r>(
    before: &'r Report,
    after: &'r Report,
    renamed: &Renamed<'r>,
) -> Vec<(&'r ReportedFinding, &'r ReportedFinding)> {
    if renamed.claims.is_empty() && renamed.sources.is_empty() {
        return Vec::new();
    }
    let seen: HashSet<Key<'_>> = after.findings.iter().map(key).collect();
    let known: HashSet<Key<'_>> = before.findings.iter().map(key).collect();
    let mut gone: HashMap<Told<'_>, VecDeque<&ReportedFinding>> = HashMap::new();
    for one in before.findings.iter().filter(|one| !seen.contains(&key(one))) {
        gone.entry(told(&one.finding, renamed)).or_default().push_back(one);
    }
    let claims: HashSet<&str> = renamed.claims.values().copied().collect();
    let sources: HashSet<&str> = renamed.sources.values().copied().collect();
    let has = |ids: &HashSet<&str>, id: Option<&str>| id.is_some_and(|id| ids.contains(id));
    let is_of_renamed = |one: &&ReportedFinding| {
        let (claim, source) = (one.finding.claim.as_deref(), one.finding.source.as_deref());
        !known.contains(&key(one)) && (has(&claims, claim) || has(&sources, source))
    };
    let come = after.findings.iter().filter(is_of_renamed);
    come.filter_map(|one| Some((gone.get_mut(&told(&one.finding, &Renamed::default()))?.pop_front()?, one)))
        .collect()
}

/// A finding with what the side where it is not cannot tell of it.
fn change(since: Since, one: &ReportedFinding, there: Option<(&Unknown<'_>, &Untold<'_>)>) -> FindingChange {
    let finding = &one.finding;
    FindingChange {
        since,
        finding: finding.clone(),
        fingerprint: one.fingerprint.clone(),
        is_unread_there: there.is_some_and(|(unknown, _)| unknown.has_file(&finding.place.path)),
        quote_there: None,
        is_untold_there: there.is_some_and(|(_, untold)| untold.may_have(finding)),
        pinned: None,
        captures: Vec::new(),
        with_claim: None,
        rule_change: None,
    }
}

fn told<'r>(finding: &'r Finding, renamed: &Renamed<'r>) -> Told<'r> {
    let now = |ids: &HashMap<&'r str, &'r str>, id: &'r str| ids.get(id).copied().unwrap_or(id);
    let claim = finding.claim.as_deref().map(|id| now(&renamed.claims, id));
    let source = finding.source.as_deref().map(|id| now(&renamed.sources, id));
    (finding.rule, finding.level, claim, source, &finding.message)
}

fn order(one: &FindingChange) -> (Level, Since, &str, usize, &str, &str) {
    let place = &one.finding.place;
    (one.finding.level, one.since, &place.path, place.line, one.finding.rule.name(), &one.fingerprint)
}
