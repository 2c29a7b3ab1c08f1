//! A report joined for reading: each finding with what it is about, each source with who cites it.

use super::{ClaimReport, Report, SourceReport};
use crate::finding::{Finding, Level};
use crate::verify::Status;
use std::collections::HashMap;

/// What a document that tells the whole report looks up. Claims and quotes go by their numbers.
#[derive(Debug)]
pub struct Overview<'r> {
    report: &'r Report,
    sources: HashMap<&'r str, &'r SourceReport>,
    citing: HashMap<&'r str, Vec<usize>>,
    owned: HashMap<Owner<'r>, Vec<&'r Finding>>,
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Owner<'r> {
    Quote(usize, usize),
    Claim(usize),
    Source(&'r str),
    Nothing,
}

impl<'r> Overview<'r> {
    /// Joins the parts of a report.
    pub fn of(report: &'r Report) -> Self {
        let sources = report.sources.iter().map(|source| (source.record.id.as_str(), source)).collect();
        let mut overview = Self { report, sources, citing: citing(&report.claims), owned: HashMap::new() };
        let by_id = by_id(&report.claims);
        for finding in report.findings.iter().map(|one| &one.finding) {
            let owner = overview.owner(finding, &by_id);
            overview.owned.entry(owner).or_default().push(finding);
        }
        overview
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&'r SourceReport> {
        self.sources.get(id).copied()
    }

    /// The number of a claim of this report.
    pub fn number_of(&self, claim: &ClaimReport) -> Option<usize> {
        self.report.claims.iter().position(|one| std::ptr::eq(one, claim))
    }

    /// The claims of this report that cite a source, by their numbers, each once.
    pub fn citing(&self, source: &str) -> &[usize] {
        self.citing.get(source).map_or(&[], Vec::as_slice)
    }

    /// The findings about a quote.
    pub fn of_quote(&self, claim: usize, quote: usize) -> &[&'r Finding] {
        self.owned_by(Owner::Quote(claim, quote))
    }

    /// The findings about a claim, and not about one of its quotes.
    pub fn of_claim(&self, claim: usize) -> &[&'r Finding] {
        self.owned_by(Owner::Claim(claim))
    }

    /// The findings about a source's record and captures.
    pub fn of_source(&self, id: &'r str) -> &[&'r Finding] {
        self.owned_by(Owner::Source(id))
    }

    /// The findings about none of these: broken files and the like.
    pub fn others(&self) -> &[&'r Finding] {
        self.owned_by(Owner::Nothing)
    }

    /// The claims that do not stand, by their numbers.
    pub fn not_standing(&self) -> Vec<usize> {
        let claims = self.report.claims.iter().enumerate();
        claims.filter(|(_, claim)| claim.status != Status::Stands).map(|(number, _)| number).collect()
    }

    /// The claims that stand and still have a finding, by their numbers, with the gravest level.
    pub fn standing_with_findings(&self) -> Vec<(usize, Level)> {
        let claims = self.report.claims.iter().enumerate();
        let level = |(number, claim): (usize, &ClaimReport)| Some((number, self.gravest(number, claim)?));
        claims.filter(|(_, claim)| claim.status == Status::Stands).filter_map(level).collect()
    }

    /// The sources with a finding, with the gravest level.
    pub fn sources_with_findings(&self) -> Vec<(&'r SourceReport, Level)> {
        let level = |source: &'r SourceReport| Some((source, gravest(self.of_source(&source.record.id))?));
        self.report.sources.iter().filter_map(level).collect()
    }

    /// The gravest level of what is about a claim or its quotes.
    fn gravest(&self, number: usize, claim: &ClaimReport) -> Option<Level> {
        let quotes = (0..claim.quotes.len()).filter_map(|quote| gravest(self.of_quote(number, quote)));
        quotes.chain(gravest(self.of_claim(number))).min()
    }

    fn owned_by(&self, owner: Owner<'r>) -> &[&'r Finding] {
        self.owned.get(&owner).map_or(&[], Vec::as_slice)
    }

    fn owner(&self, finding: &'r Finding, by_id: &HashMap<&str, Vec<usize>>) -> Owner<'r> {
        if let Some(id) = finding.claim.as_deref() {
            let alike = by_id.get(id).map_or(&[][..], Vec::as_slice);
            return self.owner_among(finding, alike);
        }
        match finding.source.as_deref() {
            Some(id) if self.sources.contains_key(id) => Owner::Source(id),
            Some(_) => Owner::Nothing,
            None => self.owner_without_id(finding, by_id.get("").map_or(&[], Vec::as_slice)),
        }
    }

    /// The claim that has no id and holds the place, if there is one.
    fn owner_without_id(&self, finding: &Finding, nameless: &[usize]) -> Owner<'r> {
        let place = &finding.place;
        let is_before = |claim: &&ClaimReport| claim.path == place.path && claim.line <= place.line;
        if !nameless.iter().any(|&number| self.report.claims[number].path == place.path) {
            return Owner::Nothing;
        }
        match self.report.claims.iter().filter(is_before).max_by_key(|claim| claim.line) {
            Some(claim) if claim.id.is_empty() => self.owner_among(finding, nameless),
            _ => Owner::Nothing,
        }
    }

    /// Which of the claims with one id, and which of its quotes; ids may be there twice or be missing.
    fn owner_among(&self, finding: &Finding, alike: &[usize]) -> Owner<'r> {
        let place = &finding.place;
        let claim_at = |number: &usize| &self.report.claims[*number];
        let is_before = |number: &usize| {
            let claim = claim_at(number);
            claim.path == place.path && claim.line <= place.line
        };
        let nearest = alike.iter().copied().filter(is_before).max_by_key(|number| claim_at(number).line);
        let Some(number) = nearest else { return Owner::Nothing };
        let quote = finding.quote.filter(|&quote| quote < claim_at(&number).quotes.len());
        quote.map_or(Owner::Claim(number), |quote| Owner::Quote(number, quote))
    }
}

fn gravest(findings: &[&Finding]) -> Option<Level> {
    findings.iter().map(|finding| finding.level).min()
}

fn by_id(claims: &[ClaimReport]) -> HashMap<&str, Vec<usize>> {
    let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
    for (number, claim) in claims.iter().enumerate() {
        by_id.entry(&claim.id).or_default().push(number);
    }
    by_id
}

fn citing(claims: &[ClaimReport]) -> HashMap<&str, Vec<usize>> {
    let mut citing: HashMap<&str, Vec<usize>> = HashMap::new();
    for (number, claim) in claims.iter().enumerate() {
        for source in claim.quotes.iter().filter_map(|quote| quote.source.as_deref()) {
            let numbers = citing.entry(source).or_default();
            if numbers.last() != Some(&number) {
                numbers.push(number);
            }
        }
    }
    citing
}
