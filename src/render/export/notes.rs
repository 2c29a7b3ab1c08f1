//! What a person should know of an export beside it: what was left out and why, and what is missing.

use super::claimreview::{is_sound, reviewed};
use super::links::{Link, Short, links};
use super::{standing, why_left_out};
use crate::config::Export;
use crate::finding::{Finding, Rule};
use crate::quoting::counted;
use crate::report::{ClaimReport, QuoteReport, Report};
use crate::text::char_count;

/// So many are named.
const NAMED: usize = 5;
/// More code points of a claim are likely cut where a `ClaimReview` is shown (Google’s guideline).
const LONG_CLAIM: usize = 75;

/// Whether a quote was left out.
pub fn leaves_out(report: &Report) -> bool {
    report.quotes().any(|(claim, quote)| why_left_out(claim, quote).is_some())
}

/// The rules that say of a quote that stands that its words mean something else beside those around them, with what one
/// such quote and several of them do.
const DOUBTFUL: [(Rule, &str, &str); 3] = [
    (Rule::QuoteNegated, "leaves out a negation beside it", "leave out a negation beside them"),
    (Rule::QuoteQuestion, "leaves out what makes a question of it", "leave out what makes questions of them"),
    (
        Rule::QuoteMagnitude,
        "leaves out the million beside its number",
        "leave out the million beside their numbers",
    ),
];

/// The quotes that are exported and may say something else than their sentence.
pub fn doubtful(report: &Report) -> Vec<String> {
    let told = |(rule, one, many): (Rule, &str, &str)| {
        let claims = doubtful_by(report, rule);
        let does = if claims.len() == 1 { one } else { many };
        (!claims.is_empty()).then(|| {
            format!(
                "{} {does}: {}; read the sentence in the source before you publish this (`{rule}`)",
                counted(claims.len(), "quote"),
                few(&claims)
            )
        })
    };
    DOUBTFUL.into_iter().filter_map(told).collect()
}

/// The claims of exported quotes of which a rule tells.
fn doubtful_by(report: &Report, rule: Rule) -> Vec<String> {
    let findings: Vec<&Finding> =
        report.findings.iter().map(|one| &one.finding).filter(|finding| finding.rule == rule).collect();
    if findings.is_empty() {
        return Vec::new();
    }
    let is_told = |claim: &ClaimReport, quote: &QuoteReport| {
        let is_its = |finding: &&Finding| {
            finding.claim.as_deref() == Some(&claim.id) && finding.subject == quote.words()
        };
        findings.iter().any(is_its)
    };
    let all = standing(report).filter(|(claim, quote)| is_told(claim, quote));
    all.map(|(claim, _)| format!("`{}`", claim.id)).collect()
}

/// The quotes that were left out, for they do not stand or their claim is wrong.
pub fn left_out(report: &Report) -> Vec<String> {
    let named: Vec<String> = report
        .quotes()
        .filter_map(|(claim, quote)| Some(format!("`{}` ({})", claim.id, why_left_out(claim, quote)?)))
        .collect();
    if named.is_empty() {
        return Vec::new();
    }
    let is_of_wrong = |(claim, quote): (&ClaimReport, &QuoteReport)| {
        claim.is_wrong && quote.outcome.status == crate::verify::Status::Stands
    };
    let why = match (report.quotes().any(is_of_wrong), named.len()) {
        (true, 1) => "is left out",
        (true, _) => "are left out",
        (false, 1) => "does not stand and is left out",
        (false, _) => "do not stand and are left out",
    };
    let count = counted(named.len(), "quote");
    vec![format!("{count} {why}: {}; `ibid verify` tells more", few(&named))]
}

/// The quotes whose links lead to less than their words, by why.
pub fn links_told(report: &Report) -> Vec<String> {
    let links = links(report);
    Short::ALL.into_iter().filter_map(|short| short_told(&links, short)).collect()
}

fn short_told(links: &[Link<'_>], short: Short) -> Option<String> {
    let all: Vec<&Link<'_>> = links.iter().filter(|link| link.short == Some(short)).collect();
    let count = counted(all.len(), "quote");
    let (have, their) = if all.len() == 1 { ("has", "its") } else { ("have", "their") };
    let mut sources: Vec<String> = all.iter().map(|link| format!("`{}`", link.source.record.id)).collect();
    sources.dedup();
    sources.sort();
    sources.dedup();
    let sources = few(&sources);
    let mut claims: Vec<String> = all.iter().map(|link| format!("`{}`", link.claim.id)).collect();
    claims.dedup();
    let claims = few(&claims);
    (!all.is_empty()).then(|| match short {
        Short::NoAddress => {
            format!("{count} {have} no link: add `url = \"https://…\"` to the record of {sources}")
        }
        Short::NotOfTheWeb => {
            format!("{count} {have} no link: the `url` of {sources} does not begin with https:// or http://")
        }
        Short::Dead => format!(
            "{count} {have} no link: {sources} is no longer at its `url`; `archive = \"https://…\"` in the capture names a copy"
        ),
        Short::Withheld => format!(
            "{count} {have} a link to the page only: {sources} is restricted, and words beside {their} own would be needed"
        ),
        Short::NoPage => format!("{count} {have} a link to the document only: {sources} is no web page"),
        Short::Gone => format!(
            "{count} {have} a link to the page only: {their} words are in an earlier capture and no longer in the newest: {claims}"
        ),
        Short::NotUnique => format!(
            "{count} {have} a link to the page only: nothing short tells {their} words from others in it: {claims}"
        ),
    })
}

/// What is missing of a `ClaimReview`.
pub fn claimreview_told(report: &Report, config: &Export) -> Vec<String> {
    let mut notes = Vec::new();
    let named =
        |claims: Vec<&ClaimReport>| claims.iter().map(|claim| format!("`{}`", claim.id)).collect::<Vec<_>>();
    let broken = named(report.claims.iter().filter(|claim| !is_sound(report, claim)).collect());
    if !broken.is_empty() {
        let are = if broken.len() == 1 { "is" } else { "are" };
        let count = counted(broken.len(), "claim");
        notes.push(format!(
            "{count} {are} left out, of which a quote or the verdict is wrong: {}",
            few(&broken)
        ));
    }
    let is_bare = |claim: &&ClaimReport| is_sound(report, claim) && claim.verdict.is_none();
    let bare = named(report.claims.iter().filter(is_bare).collect());
    if !bare.is_empty() {
        let have = if bare.len() == 1 { "has no `verdict` and is" } else { "have no `verdict` and are" };
        notes.push(format!("{} {have} left out: {}", counted(bare.len(), "claim"), few(&bare)));
    }
    let reviewed = reviewed(report);
    if reviewed.is_empty() {
        return notes;
    }
    if config.url.is_none() {
        notes.push(
            "no ClaimReview has a `url`, which readers of them need: write the address of a claim’s page \
             below [export] in ibid.toml, as in `url = \"https://example.org/claims/{id}\"`"
                .into(),
        );
    }
    if config.publisher.is_none() {
        notes.push(
            "nobody is named as the author: write `publisher = \"…\"` below [export] in ibid.toml".into(),
        );
    }
    let long = named(
        reviewed
            .iter()
            .filter(|(claim, _)| char_count(claim.text.trim()) > LONG_CLAIM)
            .map(|one| one.0)
            .collect(),
    );
    if !long.is_empty() {
        let count = counted(long.len(), "claim");
        let are = if long.len() == 1 { "is" } else { "are" };
        notes.push(format!(
            "{count} {are} longer than {LONG_CLAIM} characters, where some readers cut: {}",
            few(&long)
        ));
    }
    notes
}

/// Whether there is nothing to be exported at all.
pub fn is_empty(report: &Report) -> bool {
    standing(report).next().is_none()
}

/// The first of some names, and how many more there are.
fn few(names: &[String]) -> String {
    let more = names.len().saturating_sub(NAMED);
    let first = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if more == 0 { first } else { format!("{first} and {more} more") }
}
