//! What is wrong with claims beyond their quotes: verdicts, sources that no one cites, nothing at all.

use super::Run;
use crate::claim::{Claim, Stance};
use crate::corpus::{Corpus, is_at_or_below};
use crate::finding::{Finding, Place, Rule};
use crate::parse::{listed, nearest_word, with_meant, words_span, worth_proposing};
use std::collections::HashSet;
use unicode_width::UnicodeWidthChar as _;

/// A quote without `within` should be at least so long, in letters of an alphabet.
const SHORT: usize = 12;
/// The most bytes of a code point in UTF-8.
const MOST_BYTES: usize = 4;

impl super::Records<'_> {
    /// The first unknown sources that claims cite, for which it is looked what was meant.
    fn proposed_for(&self, corpus: &Corpus) -> &HashSet<String> {
        self.proposed.get_or_init(|| {
            let worth = worth_proposing(corpus.sources.len());
            let cited = corpus
                .claims
                .iter()
                .flat_map(|claim| &claim.quotes)
                .filter_map(|quote| quote.source.as_ref());
            let mut unknown = HashSet::new();
            for id in cited.map(|id| id.value.as_str()).filter(|id| corpus.source(id).is_none()) {
                if unknown.len() >= worth {
                    break;
                }
                unknown.insert(id.to_owned());
            }
            unknown
        })
    }
}

impl Run<'_> {
    /// Findings about a claim itself.
    pub(super) fn check_claim(&self, claim: &Claim, findings: &mut Vec<Finding>) {
        findings.extend(self.verdict(claim));
        findings.extend((0..claim.quotes.len()).filter_map(|number| self.short(claim, number)));
    }

    /// Findings about what was asked for as a whole: nothing in it, or sources that no claim cites.
    pub(super) fn check_whole(&self, selected: &[usize], cited: &[bool]) -> Vec<Finding> {
        let selection = self.options.selection.as_ref();
        let mut findings = Vec::new();
        // Who names sources asks for them, whether or not a claim cites them.
        let is_for_claims = selection.is_none_or(|selection| selection.sources.is_empty());
        if selected.is_empty() && is_for_claims {
            findings.push(self.nothing_to_check(selection.is_none()));
        }
        if selection.is_none() && !self.corpus.has_unread_claims {
            findings.extend(self.uncited(cited));
        }
        findings
    }

    fn at(&self, claim: &Claim, rule: Rule, span: crate::text::Span, message: String) -> Finding {
        let document = &self.corpus.claim_files[claim.file];
        let finding = Finding::at(rule, &document.path, &self.claim_texts[claim.file], span, message);
        finding.about_claim(&claim.id.value)
    }

    fn words(&self, claim: &Claim, span: crate::text::Span) -> crate::text::Span {
        words_span(&self.corpus.claim_files[claim.file].content, span)
    }

    /// Takes the number of the quote in its claim.
    pub(super) fn source_unknown(&self, claim: &Claim, number: usize) -> Option<Finding> {
        let quote = &claim.quotes[number];
        let id = quote.source.as_ref()?;
        let message = format!("there is no source `{}`", id.value);
        let finding = self.at(claim, Rule::SourceUnknown, self.words(claim, id.span), message);
        let finding = finding.about_quote(number).about_source(&id.value).about(quote.words());
        let path = format!("sources/{}", id.value);
        if self.records.unrecorded.contains(path.as_str()) {
            let help = "its folder is there, but has no `source.toml`: bring that back, from git or a backup";
            return Some(finding.help(help));
        }
        if self.records.unread.iter().any(|folder| is_at_or_below(&path, folder)) {
            return Some(finding.help(
                "it may be in a folder that cannot be read, which is an error of its own: mend that first",
            ));
        }
        let is_worth = self.records.proposed_for(self.corpus).contains(id.value.as_str());
        let meant = if is_worth { self.records.stored.meant(&id.value) } else { None };
        Some(match meant {
            Some(meant) => with_meant(finding, meant),
            None if self.corpus.sources.is_empty() => {
                finding.help("no source is stored yet; `ibid add FILE` stores one")
            }
            None => finding
                .help("a source is a folder below sources/ with a `source.toml`; `ibid add FILE` stores one"),
        })
    }

    fn verdict(&self, claim: &Claim) -> Option<Finding> {
        let verdict = claim.verdict.as_ref()?;
        let span = || self.words(claim, verdict.span);
        if !self.corpus.config.scale.contains(&verdict.value) {
            let scale: Vec<&str> = self.corpus.config.scale.iter().map(String::as_str).collect();
            let message = format!("`{}` is not on the scale of verdicts", verdict.value);
            let finding = self.at(claim, Rule::VerdictUnknown, span(), message).about("verdict");
            let finding = match nearest_word(&verdict.value, &scale) {
                Some(meant) => finding.labelled(format!("did you mean `{meant}`?")),
                None => finding,
            };
            return Some(finding.help(format!("the scale is {}; ibid.toml sets it", listed(&scale))));
        }
        let needed: &[Stance] = match verdict.value.as_str() {
            "supported" => &[Stance::Supports],
            "refuted" => &[Stance::Refutes],
            "disputed" => &[Stance::Supports, Stance::Refutes],
            _ => &[],
        };
        let has = |stance: &&Stance| claim.quotes.iter().any(|quote| quote.stance == **stance);
        let lacking = needed.iter().find(|stance| !has(stance)).filter(|_| !claim.quotes.is_empty())?;
        let message =
            format!("the verdict is `{}`, but no quote {} the claim", verdict.value, lacking.name());
        let finding = self.at(claim, Rule::VerdictUnbacked, span(), message).about("verdict");
        Some(finding.help(format!(
            "add such a quote, set `stance = \"{}\"` on the one that does, or change the verdict",
            lacking.name()
        )))
    }

    fn short(&self, claim: &Claim, number: usize) -> Option<Finding> {
        let quote = &claim.quotes[number];
        if quote.is_invalid || quote.within.is_some() {
            return None;
        }
        // So many bytes are enough in any script; most quotes need not be looked into.
        if quote.exact.iter().any(|segment| segment.value.len() >= SHORT * MOST_BYTES) {
            return None;
        }
        let characters = || quote.exact.iter().flat_map(|segment| segment.value.chars());
        if characters().take(SHORT).map(letters).sum::<usize>() >= SHORT {
            return None;
        }
        let length = characters().count();
        let span = self.words(claim, quote.exact.first()?.span);
        let message =
            format!("this quote has only {length} characters, which say little without their sentence");
        let finding = self.at(claim, Rule::QuoteShort, span, message).about(quote.words());
        let mut finding = finding.about_quote(number);
        finding.source = quote.source.as_ref().map(|id| id.value.clone());
        Some(finding.help("quote more, or add the passage around it: `within = \"…\"`"))
    }

    fn nothing_to_check(&self, is_whole: bool) -> Finding {
        let message =
            if is_whole { "there is no claim to check" } else { "there is no claim in what was named" };
        let finding = Finding::new(Rule::NothingToCheck, Place::file("claims"), message).about("claims");
        let help = if !is_whole {
            "it holds no claim, and no claim cites it; `ibid cite` quotes a source"
        } else if self.corpus.claim_files.is_empty() {
            "write one into a file such as `claims/first.toml`; it must end in `.toml`"
        } else {
            "begin a claim with a line `[[claim]]`"
        };
        finding.help(help)
    }

    fn uncited(&self, cited: &[bool]) -> Vec<Finding> {
        let uncited = self.corpus.sources.iter().zip(cited).filter(|(_, is_cited)| !**is_cited);
        let finding = |(source, _): (&crate::source::Source, &bool)| {
            let place = Place::file(&self.corpus.records[source.file].path);
            let message = format!("no claim cites the source `{}`", source.id);
            Finding::new(Rule::SourceUncited, place, message).about_source(&source.id)
        };
        uncited.map(finding).collect()
    }
}

/// How many letters of an alphabet say as much as `c`: two where it is wide, as in Chinese, Japanese or Korean.
fn letters(c: char) -> usize {
    c.width().unwrap_or_default().max(1)
}
