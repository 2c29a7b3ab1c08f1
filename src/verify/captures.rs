//! Captures opened for their quotes; where one cannot be trusted, its quotes are unchecked.

use super::quotes::status_in;
use super::{Drift, Outcome, QuoteIndex, Run, Status};
use crate::corpus::bidi_controls;
use crate::encoding;
use crate::finding::{Finding, Rule};
use crate::fragment::Page;
use crate::parse::words_span;
use crate::quoting::{counted, shortened};
use crate::source::{Capture, Source};
use crate::text::Text;
use crate::trusted::{self, Distrust, Why};
use std::sync::{Arc, OnceLock};

/// What came of checking one source.
pub(super) struct Checked {
    pub intact: Vec<bool>,
    pub outcomes: Vec<(QuoteIndex, Arc<Outcome>)>,
    pub findings: Vec<Finding>,
}

impl Checked {
    /// Adds to the quote that was settled last what became of it since an earlier capture.
    pub fn drifted(&mut self, drift: Drift) {
        if let Some((_, outcome)) = self.outcomes.last_mut() {
            Arc::make_mut(outcome).drift = Some(Box::new(drift));
        }
    }
}

/// A capture that can be trusted, and its text.
pub(super) struct Opened<'o> {
    pub source: &'o Source,
    pub capture: &'o Capture,
    /// The file of its text, relative to the root.
    pub path: Arc<str>,
    pub text: Text<'o>,
    /// The same as a browser searches it, made when first asked for.
    pub page: OnceLock<Option<Page>>,
    /// What came of each quote that stands in it, where places are left out.
    pub standing: Arc<Outcome>,
}

impl Run<'_> {
    /// Opens a capture and hands its text on; where it cannot be trusted, its quotes are unchecked and that
    /// is said. Returns whether it was opened.
    pub(super) fn with_text(
        &self,
        source: &Source,
        number: usize,
        citing: &[QuoteIndex],
        checked: &mut Checked,
        then: impl FnOnce(&Opened<'_>, &mut Checked),
    ) -> bool {
        let capture = &source.captures[number];
        let bytes = match trusted::bytes(self.tree, source, capture) {
            Ok(bytes) => bytes,
            Err(distrust) => {
                self.unchecked(source, capture, &distrust, citing, checked);
                return false;
            }
        };
        let content = match trusted::content(&bytes, source, capture) {
            Ok(content) => content,
            Err(distrust) => {
                self.unchecked(source, capture, &distrust, citing, checked);
                return false;
            }
        };
        checked.intact[number] = true;
        let path: Arc<str> = source.path_of(capture.text_file()).into();
        let text = source.text(capture, content);
        if let Some((finding, count)) = bidi_controls(&path, &text) {
            let note = format!("{} in this capture", counted(count, "such character"));
            let help = "a capture is never changed; read the passage with care, and quote it with `within`";
            checked.findings.push(finding.about_source(&source.id).note(note).help(help));
        }
        let id = Some(capture.id.clone());
        let standing = Arc::new(Outcome { capture: id, ..Outcome::without_place(Status::Stands, 0) });
        let page = OnceLock::new();
        then(&Opened { source, capture, path, text, page, standing }, checked);
        self.tree.give_back(bytes);
        true
    }

    /// Gives the quotes of a capture that cannot be trusted their outcome, and says which.
    fn unchecked(
        &self,
        source: &Source,
        capture: &Capture,
        distrust: &Distrust,
        citing: &[QuoteIndex],
        checked: &mut Checked,
    ) {
        let mut finding = self.distrusted(source, capture, distrust);
        if !citing.is_empty() {
            finding.notes.push(format!("{} could not be checked against it", counted(citing.len(), "quote")));
        }
        let still_there = |bytes| self.still_there(source, capture, citing, bytes);
        if let Some(note) = distrust.bytes().and_then(still_there) {
            finding.notes.push(note);
        }
        // A digest that cannot be read has its finding from the record.
        if !matches!(distrust.why, Why::Undigested(_)) {
            checked.findings.push(finding);
        }
        for &at in citing {
            let outcome =
                Outcome { capture: Some(capture.id.clone()), ..self.not_checked(at, distrust.rule()) };
            checked.outcomes.push((at, Arc::new(outcome)));
        }
    }

    fn not_checked(&self, at: QuoteIndex, why: Rule) -> Outcome {
        Outcome {
            unchecked: Some(why),
            ..Outcome::without_place(Status::Unchecked, self.quote(at).exact.len())
        }
    }

    /// The rule of what is wrong with a record that tells of no capture.
    fn broken(&self, source: &Source) -> Rule {
        let path = self.corpus.records[source.file].path.as_str();
        self.records.failing.get(path).copied().unwrap_or(Rule::RecordInvalid)
    }

    /// Which quotes are still in altered bytes and which are not.
    fn still_there(
        &self,
        source: &Source,
        capture: &Capture,
        citing: &[QuoteIndex],
        bytes: &[u8],
    ) -> Option<String> {
        let content = encoding::utf8(bytes).ok().filter(|_| !citing.is_empty())?;
        let text = source.text(capture, content);
        let anchored = self.identical(&text, citing);
        let named = |stands: bool| -> Vec<String> {
            let matching = citing
                .iter()
                .zip(&anchored)
                .filter(|(_, anchoring)| (status_in(anchoring, &text) == Status::Stands) == stands);
            matching.map(|(at, _)| format!("“{}”", shortened(&self.quote(*at).words(), 40))).collect()
        };
        let list = |claims: Vec<String>| -> String {
            const NAMED: usize = 5;
            let more = claims.len().saturating_sub(NAMED);
            let named = claims.into_iter().take(NAMED).collect::<Vec<_>>().join(", ");
            if more > 0 { format!("{named} and {more} more") } else { named }
        };
        Some(match (named(true), named(false)) {
            (all, none) if none.is_empty() => {
                format!("in the bytes as they are now all of them still stand: {}", list(all))
            }
            (none, all) if none.is_empty() => {
                format!("in the bytes as they are now none of them stands: {}", list(all))
            }
            (some, others) => format!(
                "in the bytes as they are now these still stand: {}; these do not: {}",
                list(some),
                list(others)
            ),
        })
    }

    /// A quote whose source has no such capture, or none at all.
    pub(super) fn without_capture(&self, source: &Source, at: QuoteIndex, checked: &mut Checked) {
        let (claim, quote) = (&self.corpus.claims[at.0], self.quote(at));
        let why = if source.captures.is_empty() { self.broken(source) } else { Rule::CaptureMissing };
        checked.outcomes.push((at, Arc::new(self.not_checked(at, why))));
        let Some(pin) = quote.capture.as_ref().filter(|_| !source.captures.is_empty()) else { return };
        let document = &self.corpus.claim_files[claim.file];
        let span = words_span(&document.content, pin.span);
        let message = format!("the source `{}` has no capture `{}`", source.id, pin.value);
        let finding =
            Finding::at(Rule::CaptureMissing, &document.path, &self.claim_texts[claim.file], span, message);
        let finding = finding.about_claim(&claim.id.value).about_quote(at.1);
        let finding = finding.about_source(&source.id).about(quote.words());
        checked.findings.push(finding.help(format!(
            "{}; without `capture` the newest is used",
            crate::parse::captures_instead(source, &pin.value)
        )));
    }
}
