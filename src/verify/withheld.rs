//! What is told of a restricted source: its words are shown to a person who has them, and withheld from all that
//! may be passed on. The one place that decides it, so that no renderer does.
//!
//! What stays: the words that a claim itself has, how each quote stands and in what kind it differs, and the
//! places, which are numbers. What goes: every other word of the source, wherever one could be.

use super::captures::Checked;
use super::{Outcome, Run};
use crate::claim::Quote;
use crate::finding::{Finding, Rule};
use crate::fragment::Directive;
use crate::source::Source;
use std::sync::Arc;

impl Run<'_> {
    /// Takes a source's words out of all that came of checking it.
    pub(super) fn withhold(&self, source: &Source, checked: &mut Checked) {
        if !source.is_restricted() || self.options.shows_restricted {
            return;
        }
        for finding in checked.findings.iter_mut().filter(|finding| is_of_text(finding.rule)) {
            withhold_finding(finding, source);
        }
        for (at, outcome) in &mut checked.outcomes {
            let mut own = Outcome::clone(outcome);
            if withhold_outcome(&mut own, self.quote(*at)) {
                *outcome = Arc::new(own);
            }
        }
    }
}

/// Whether findings of a rule are made of a capture's text, and not of its record alone.
const fn is_of_text(rule: Rule) -> bool {
    use Rule::{CaptureAltered, CaptureMissing, CaptureUnreadable, PathOutside};
    !matches!(rule, CaptureAltered | CaptureMissing | CaptureUnreadable | PathOutside)
}

/// Leaves of a finding what the rule says of any source: its message, facts and advice may repeat the words.
fn withhold_finding(finding: &mut Finding, source: &Source) {
    let folder = source.folder() + "/";
    let is_of_source = |path: &str| path.starts_with(&folder);
    let places: Vec<String> = finding
        .excerpts
        .iter()
        .filter(|excerpt| is_of_source(&excerpt.path))
        .map(|excerpt| format!("{}:{}:{}", excerpt.path, excerpt.line, excerpt.column))
        .collect();
    finding.excerpts.retain(|excerpt| !is_of_source(&excerpt.path));
    finding.message = sentence(finding.rule.summary());
    finding.diff = None;
    finding.notes = vec![format!("the source `{}` is restricted, so its words are withheld here", source.id)];
    if !places.is_empty() {
        finding.notes.push(format!("see {}", places.join(", ")));
    }
    let what = finding.claim_id().map_or(String::new(), |id| format!(" {id}"));
    finding.help = vec![format!("`ibid verify{what}` shows them on a terminal, where its bytes are")];
}

/// A rule's summary as messages are written.
fn sentence(summary: &str) -> String {
    let mut letters = summary.trim_end_matches('.').chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

/// What is said of words beside a quote that make it say otherwise.
const WITHHELD_BESIDE: &str = "the source, whose words are withheld here, has some straight beside the passage that make it say otherwise";

/// Leaves of an outcome the words that the quote has. Returns whether others were taken out.
fn withhold_outcome(outcome: &mut Outcome, quote: &Quote) -> bool {
    let mut is_withheld = !outcome.omitted.is_empty() || !outcome.context.is_empty();
    let segments = quote.segments();
    for (number, found) in outcome.segments.iter_mut().enumerate() {
        let Some(found) = found else { continue };
        let is_own = found.found.as_deref() == segments.get(number).copied();
        is_withheld |= !is_own && found.found.is_some();
        found.found = found.found.take().filter(|_| is_own);
    }
    for difference in &mut outcome.differences {
        is_withheld |= !difference.source.is_empty() || !difference.name.is_empty();
        difference.source.clear();
        difference.name.clear();
    }
    if let Some(drift) = &mut outcome.drift {
        let is_own = drift.found.as_ref().is_none_or(|found| *found == quote.words());
        is_withheld |= !is_own;
        drift.found = drift.found.take().filter(|_| is_own);
    }
    for selector in &mut outcome.selectors {
        is_withheld = true;
        selector.prefix.clear();
        selector.suffix.clear();
        // Without what stands around the words, a directive has only words of the quote.
        let is_own = |one: &Directive| one.prefix.is_none() && one.suffix.is_none();
        selector.directive = selector.directive.take().filter(is_own);
    }
    if let Some(beside) = outcome.repair.as_mut().and_then(|repair| repair.beside.as_mut()) {
        is_withheld = true;
        WITHHELD_BESIDE.clone_into(beside);
    }
    outcome.omitted.clear();
    outcome.context.clear();
    outcome.is_withheld |= is_withheld;
    is_withheld
}
