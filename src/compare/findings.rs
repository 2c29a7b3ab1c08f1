//! What is wrong on either side.

use super::{FindingChange, Since, Unread};
use crate::finding::{Finding, Level, Rule};
use crate::report::unknown::Unknown;
use crate::report::{Report, ReportedFinding, Untold};
use std::collections::{BTreeSet, HashMap, VecDeque};

/// What a finding says, whatever the id that its claim had before.
type Told<'r> = (Rule, Level, Option<&'r str>, Option<&'r str>, &'r str);

/// The findings of both sides, by fingerprint and level. A finding of a claim that only got another id
/// (`renamed`, from the one to the other) is the same finding where it says the same.
pub(super) fn changes(
    before: &Report,
    after: &Report,
    renamed: &HashMap<&str, &str>,
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
    let key = |one: &ReportedFinding| (one.fingerprint.clone(), one.finding.level);
    let known: BTreeSet<_> = before.findings.iter().map(key).collect();
    let seen: BTreeSet<_> = after.findings.iter().map(key).collect();
    let mut changes: Vec<FindingChange> = Vec::new();
    let mut gone: HashMap<Told<'_>, VecDeque<&ReportedFinding>> = HashMap::new();
    for one in before.findings.iter().filter(|one| !seen.contains(&key(one))) {
        gone.entry(told(&one.finding, renamed)).or_default().push_back(one);
    }
    let new_ids: BTreeSet<&str> = renamed.values().copied().collect();
    for one in &after.findings {
        let is_of_renamed = one.finding.claim.as_deref().is_some_and(|id| new_ids.contains(id));
        let mut counterpart =
            || gone.get_mut(&told(&one.finding, &HashMap::new())).and_then(VecDeque::pop_front);
        let is_known = known.contains(&key(one)) || is_of_renamed && counterpart().is_some();
        changes.push(change(if is_known { Since::Still } else { Since::New }, one));
    }
    changes.extend(gone.into_values().flatten().map(|one| change(Since::Fixed, one)));
    changes.sort_by(|a, b| order(a).cmp(&order(b)));
    changes
}

/// A finding with what the side where it is not cannot tell of it.
fn change(since: Since, one: &ReportedFinding, there: Option<(&Unknown<'_>, &Untold<'_>)>) -> FindingChange {
    let finding = &one.finding;
    FindingChange {
        since,
        finding: finding.clone(),
        fingerprint: one.fingerprint.clone(),
        is_unread_there: there.is_some_and(|(unknown, _)| unknown.has_file(&finding.place.path)),
        is_unchecked_there: there.is_some_and(|(unknown, _)| unknown.has_quote(finding)),
        is_untold_there: there.is_some_and(|(_, untold)| untold.may_have(finding)),
        pinned: None,
        captures: Vec::new(),
        with_claim: None,
        rule_change: None,
    }
}

fn told<'r>(finding: &'r Finding, renamed: &HashMap<&'r str, &'r str>) -> Told<'r> {
    let claim = finding.claim.as_deref().map(|id| renamed.get(id).copied().unwrap_or(id));
    (finding.rule, finding.level, claim, finding.source.as_deref(), &finding.message)
}

fn order(one: &FindingChange) -> (Level, Since, &str, usize, &str, &str) {
    let place = &one.finding.place;
    (one.finding.level, one.since, &place.path, place.line, one.finding.rule.name(), &one.fingerprint)
}
