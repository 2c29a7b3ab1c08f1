//! What is wrong on either side.

use super::{FindingChange, Since, Unread};
use crate::finding::{Finding, Level, Rule};
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
    let is_untold_there = |since: Since, finding: &Finding| match since {
        Since::Still => false,
        Since::New => untold.0.may_have(finding),
        Since::Fixed => untold.1.may_have(finding),
    };
    let change = |since: Since, one: &ReportedFinding| FindingChange {
        since,
        finding: one.finding.clone(),
        fingerprint: one.fingerprint.clone(),
        is_unread_there: since != Since::Still && unread.has(&one.finding.place.path, since == Since::New),
        is_unchecked_there: since != Since::Still && unread.has_quote(&one.finding, since == Since::New),
        is_untold_there: is_untold_there(since, &one.finding),
        pinned: None,
        captures: Vec::new(),
        rule_change: None,
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

fn told<'r>(finding: &'r Finding, renamed: &HashMap<&'r str, &'r str>) -> Told<'r> {
    let claim = finding.claim.as_deref().map(|id| renamed.get(id).copied().unwrap_or(id));
    (finding.rule, finding.level, claim, finding.source.as_deref(), &finding.message)
}

fn order(one: &FindingChange) -> (Level, Since, &str, usize, &str, &str) {
    let place = &one.finding.place;
    (one.finding.level, one.since, &place.path, place.line, one.finding.rule.name(), &one.fingerprint)
}
