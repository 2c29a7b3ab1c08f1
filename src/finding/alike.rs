//! Findings of one rule that are more than anyone reads: the first of them are told each by itself, and in each file one
//! stands for all the others, so that a broken file of a megabyte takes no gigabyte to tell of. Only of rules that are
//! [bounded](Rule::is_bounded): what is wrong with quotes is told for each.

use super::{Finding, Rule};
use crate::digest::Digest;
use crate::quoting::counted;
use std::collections::{BTreeMap, BTreeSet};

/// So many findings of one rule in one file are told each by itself; far more than a person reads.
pub const MOST_ALIKE: usize = 1000;
/// So many of one rule in all files; in each further file one is told.
pub const MOST_OF_RULE: usize = 10_000;
/// What to do about findings that are not told.
const AGAIN: &str = "mend the first of them and run ibid again: it tells the next";

/// The findings that one stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Others {
    /// How many they are.
    pub count: usize,
    /// The ids of the claims that they are about, as far as they are known.
    pub claims: BTreeSet<String>,
    /// A sum over what each is about, whatever their order.
    sum: u64,
}

impl Others {
    /// So many, of which nothing else is known.
    pub const fn counted(count: usize) -> Self {
        Self { count, claims: BTreeSet::new(), sum: 0 }
    }
}

/// Findings that are not told, of one rule and file.
#[derive(Debug)]
struct LeftOut {
    first: Finding,
    others: Others,
}

impl LeftOut {
    fn new(first: Finding) -> Self {
        let others = match first.others.as_deref() {
            Some(others) => others.clone(),
            None => Others { count: 1, claims: first.claim.iter().cloned().collect(), sum: share(&first) },
        };
        Self { first, others }
    }

    /// Adds one that comes behind the first, or of which nobody asked where it is.
    fn count(&mut self, one: Finding) -> Finding {
        let Self { first, others } = Self::new(one);
        self.others.count += others.count;
        self.others.claims.extend(others.claims);
        self.others.sum = self.others.sum.wrapping_add(others.sum);
        first
    }

    fn add(&mut self, one: Finding) {
        let one = self.count(one);
        if order(&one) < order(&self.first) {
            self.first = one;
        }
    }

    /// The finding that stands for all of them; where there is but one, itself.
    fn told(self) -> Finding {
        let Self { first, others } = self;
        if others.count < 2 {
            return first;
        }
        let place = if first.rule == Rule::FileUnrecorded { "in this folder" } else { "in this file" };
        let what = counted(others.count, "more finding");
        let message = format!("{what} of this rule {place}, not told one by one");
        let mut finding = Finding::new(first.rule, first.place, message).help(AGAIN);
        finding.level = first.level;
        finding.source = first.source.filter(|_| first.claim.is_none());
        finding.excerpts = first.excerpts.into_iter().take(1).collect();
        // What it stands for, so that it is another one where others are left out.
        finding.subject = format!("{} more {:016x}", others.count, others.sum);
        finding.others = Some(Box::new(others));
        finding.labelled("the first of them is here")
    }
}

/// What a finding adds to the sum over all that are left out.
fn share(finding: &Finding) -> u64 {
    let digest = Digest::of(finding.identity().as_bytes()).to_string();
    digest.get(..16).and_then(|hex| u64::from_str_radix(hex, 16).ok()).unwrap_or_default()
}

/// The findings of one file, as they are made one after the other.
#[derive(Debug, Default)]
pub struct OfFile {
    told: Vec<Finding>,
    made: BTreeMap<Rule, usize>,
    left: BTreeMap<Rule, LeftOut>,
}

impl OfFile {
    /// Adds one, behind those that are told before it.
    pub fn push(&mut self, finding: Finding) {
        let made = self.made.entry(finding.rule).or_default();
        *made += 1;
        match self.left.get_mut(&finding.rule) {
            _ if *made <= MOST_ALIKE || !finding.rule.is_bounded() => self.told.push(finding),
            Some(left) => drop(left.count(finding)),
            None => drop(self.left.insert(finding.rule, LeftOut::new(finding))),
        }
    }

    /// How many were added, told or not.
    pub fn made(&self) -> usize {
        self.made.values().sum()
    }

    /// Whether a further one of a rule is only counted, so that its lines need not be cut out.
    pub fn is_full(&self, rule: Rule) -> bool {
        self.left.contains_key(&rule)
    }

    /// All that are told, those that stand for others last.
    pub fn into_vec(self) -> Vec<Finding> {
        let mut told = self.told;
        told.extend(self.left.into_values().map(LeftOut::told));
        told
    }
}

/// The findings of several files, in whatever order they come.
#[derive(Debug, Default)]
pub struct Gathered(BTreeMap<Rule, OfRule>);

#[derive(Debug, Default)]
struct OfRule {
    told: Vec<Finding>,
    /// By their files.
    left: BTreeMap<String, LeftOut>,
}

impl Gathered {
    /// Adds some.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        for finding in findings {
            let is_bounded = finding.rule.is_bounded();
            let of_rule = self.0.entry(finding.rule).or_default();
            match finding.others {
                Some(_) => of_rule.leave_out(finding),
                None => of_rule.told.push(finding),
            }
            if is_bounded && of_rule.told.len() >= 2 * MOST_OF_RULE {
                of_rule.trim();
            }
        }
    }

    /// All that are told.
    pub fn into_vec(self) -> Vec<Finding> {
        let told = |(rule, mut of_rule): (Rule, OfRule)| {
            if rule.is_bounded() {
                of_rule.trim();
            }
            of_rule.told.into_iter().chain(of_rule.left.into_values().map(LeftOut::told))
        };
        self.0.into_iter().flat_map(told).collect()
    }
}

impl OfRule {
    /// Leaves out what is beyond the bounds: of each file, then of all, the first by their places are told.
    fn trim(&mut self) {
        if self.told.len() <= MOST_ALIKE {
            return;
        }
        let mut all = std::mem::take(&mut self.told);
        all.sort_by(|a, b| order(a).cmp(&order(b)));
        let (mut last, mut of_group) = (None, 0);
        for finding in all {
            let group = finding.group();
            of_group = if last.as_deref() == Some(group) { of_group + 1 } else { 1 };
            if of_group == 1 {
                last = Some(group.to_owned());
            }
            if of_group <= MOST_ALIKE && self.told.len() < MOST_OF_RULE {
                self.told.push(finding);
            } else {
                self.leave_out(finding);
            }
        }
    }

    fn leave_out(&mut self, finding: Finding) {
        match self.left.get_mut(finding.group()) {
            Some(left) => left.add(finding),
            None => drop(self.left.insert(finding.group().to_owned(), LeftOut::new(finding))),
        }
    }
}

/// Of findings in no order those that are told.
pub fn bounded(findings: Vec<Finding>) -> Vec<Finding> {
    if findings.len() <= MOST_ALIKE {
        return findings;
    }
    let mut gathered = Gathered::default();
    gathered.extend(findings);
    gathered.into_vec()
}

/// The same order whatever the threads did, by their places.
fn order(finding: &Finding) -> impl Ord + '_ {
    (&finding.place, &finding.claim, &finding.source, &finding.subject, &finding.message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Place;

    fn many(count: usize, path: &str) -> Vec<Finding> {
        let one = |line: usize| {
            let place = Place { line, end_line: line, ..Place::file(path) };
            Finding::new(Rule::KeyMissing, place, "missing").about(format!("words {line}"))
        };
        (1..=count).map(one).collect()
    }

    fn more(findings: &[Finding]) -> Vec<&Finding> {
        findings.iter().filter(|one| one.others.is_some()).collect()
    }

    #[test]
    fn as_many_as_the_bound_and_one_more_are_each_told() {
        let of_two = [many(MOST_ALIKE, "a"), many(MOST_ALIKE + 1, "b")].concat();
        for findings in [many(300, "a"), many(MOST_ALIKE, "a"), many(MOST_ALIKE + 1, "a"), of_two] {
            let told = bounded(findings.clone());
            assert_eq!(told.len(), findings.len());
            assert!(more(&told).is_empty());
            let mut of_file = OfFile::default();
            findings.iter().filter(|one| one.place.path == "a").for_each(|one| of_file.push(one.clone()));
            assert!(more(&of_file.into_vec()).is_empty());
        }
    }

    #[test]
    fn what_is_wrong_with_quotes_is_told_for_each() {
        let mut findings = many(MOST_OF_RULE + 500, "a");
        for one in &mut findings {
            one.rule = Rule::QuoteVariant;
        }
        let told = bounded(findings.clone());
        assert_eq!((told.len(), more(&told).len()), (findings.len(), 0));
        let mut of_file = OfFile::default();
        for one in findings {
            of_file.push(one);
        }
        assert_eq!(of_file.into_vec().len(), MOST_OF_RULE + 500);
    }

    #[test]
    fn the_first_are_told_whatever_their_order_and_one_stands_for_the_others() {
        let findings = many(MOST_ALIKE + 500, "a");
        let mut of_file = OfFile::default();
        for one in &findings {
            of_file.push(one.clone());
        }
        assert_eq!(of_file.made(), MOST_ALIKE + 500);
        let in_order = of_file.into_vec();
        let mut reversed = bounded(findings.into_iter().rev().collect());
        reversed.sort_by(|a, b| a.place.cmp(&b.place));
        assert_eq!(in_order, reversed);
        assert_eq!(in_order.len(), MOST_ALIKE + 1);
        let last = in_order.last().unwrap();
        assert_eq!((last.count(), last.place.line, last.rule), (500, MOST_ALIKE + 1, Rule::KeyMissing));
        assert_eq!(last.message, "500 more findings of this rule in this file, not told one by one");
        let mut again = bounded(in_order.clone());
        again.sort_by(|a, b| a.place.cmp(&b.place));
        assert_eq!(again, in_order);
    }

    #[test]
    fn what_stands_for_others_joins_those_that_are_left_out_later() {
        let mut findings = bounded(many(MOST_ALIKE + 500, "a"));
        findings.extend(many(3, "a"));
        findings.extend(many(2, "b"));
        let told = bounded(findings);
        assert_eq!(told.iter().map(Finding::count).sum::<usize>(), MOST_ALIKE + 505);
        assert_eq!(more(&told).len(), 1);
        assert_eq!(told.iter().filter(|one| one.place.path == "b").count(), 2);
    }

    #[test]
    fn others_in_the_place_of_those_left_out_are_told_from_them() {
        let findings = many(MOST_ALIKE + 500, "a");
        let mut changed = findings.clone();
        changed.last_mut().unwrap().subject = "other words".into();
        let subject = |findings: Vec<Finding>| more(&bounded(findings))[0].subject.clone();
        assert_eq!(subject(findings.clone()), subject(findings.iter().rev().cloned().collect()));
        assert_ne!(subject(findings), subject(changed));
    }

    #[test]
    fn stray_files_of_a_folder_are_counted_together() {
        let one = |number: usize| {
            Finding::new(Rule::FileUnrecorded, Place::file(&format!("sources/a/{number:05}.txt")), "stray")
        };
        let told = bounded((0..3 * MOST_ALIKE).map(one).collect());
        assert_eq!(told.len(), MOST_ALIKE + 1);
        assert_eq!(more(&told)[0].place.path, "sources/a/01000.txt");
    }

    #[test]
    fn of_a_rule_in_all_files_so_many_are_told_and_one_in_each_further_file() {
        let files: Vec<String> = (0..30).map(|number| format!("claims/{number:02}.toml")).collect();
        let all: Vec<Finding> = files.iter().flat_map(|path| many(600, path)).collect();
        let mut gathered = Gathered::default();
        all.chunks(7).rev().for_each(|some| gathered.extend(some.iter().cloned()));
        let mut told = gathered.into_vec();
        told.sort_by(|a, b| a.place.cmp(&b.place));
        assert_eq!(told.iter().map(Finding::count).sum::<usize>(), 30 * 600);
        assert_eq!(told.len(), MOST_OF_RULE + 14);
        let first_of_last = more(&told).pop().unwrap();
        assert_eq!((first_of_last.place.path.as_str(), first_of_last.place.line), ("claims/29.toml", 1));
        let mut at_once = bounded(all);
        at_once.sort_by(|a, b| a.place.cmp(&b.place));
        assert_eq!(told, at_once);
    }

    #[test]
    fn the_claims_of_findings_that_are_left_out_are_known() {
        let mut findings = many(MOST_ALIKE + 2, "a");
        for one in &mut findings {
            one.claim = Some(format!("c{:04}", one.place.line));
        }
        let told = bounded(findings);
        let claims = &more(&told)[0].others.as_ref().unwrap().claims;
        assert_eq!(claims.iter().map(String::as_str).collect::<Vec<_>>(), ["c1001", "c1002"]);
    }
}
