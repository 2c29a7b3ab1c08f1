//! Captures and whether they can be trusted: their bytes against their digest, their text as UTF-8.

use super::{Outcome, QuoteIndex, Run, Status};
use crate::corpus::bidi_controls;
use crate::digest::Digest;
use crate::encoding::{self, NotText};
use crate::finding::{Excerpt, Finding, Marked, Place, Rule};
use crate::parse::words_span;
use crate::quoting::{counted, shortened};
use crate::source::{Capture, Source};
use crate::text::Text;
use crate::tree::ReadError;
use std::sync::Arc;

/// The largest capture that is read, in bytes; foldings count in 32 bits.
const LARGEST_CAPTURE: u64 = u32::MAX as u64;

/// What came of checking one source.
pub(super) struct Checked {
    pub intact: Vec<bool>,
    pub outcomes: Vec<(QuoteIndex, Arc<Outcome>)>,
    pub findings: Vec<Finding>,
}

/// A capture that can be trusted, and its text.
pub(super) struct Opened<'o> {
    pub source: &'o Source,
    pub capture: &'o Capture,
    /// The file of its text, relative to the root.
    pub path: Arc<str>,
    pub text: Text<'o>,
    /// What came of each quote that stands in it, where places are left out.
    pub standing: Arc<Outcome>,
}

/// Why a capture's quotes cannot be checked, and the bytes where there are any.
struct Distrust {
    rule: Rule,
    finding: Finding,
    bytes: Option<Vec<u8>>,
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
        let bytes = match self.trusted_bytes(source, capture) {
            Ok(bytes) => bytes,
            Err(distrust) => {
                self.unchecked(source, capture, *distrust, citing, checked);
                return false;
            }
        };
        let content = match encoding::utf8(&bytes) {
            Ok(content) => content,
            Err(why) => {
                let distrust = self.not_text(source, capture, &why);
                self.unchecked(source, capture, distrust, citing, checked);
                return false;
            }
        };
        checked.intact[number] = true;
        let path: Arc<str> = format!("{}/{}", source.folder(), capture.text_file()).into();
        let text = source.text(capture, content);
        if let Some((finding, count)) = bidi_controls(&path, &text) {
            let note = format!("{} in this capture", counted(count, "such character"));
            let help = "a capture is never changed; read the passage with care, and quote it with `within`";
            checked.findings.push(finding.about_source(&source.id).note(note).help(help));
        }
        let id = Some(capture.id.clone());
        let standing = Arc::new(Outcome { capture: id, ..Outcome::without_place(Status::Stands, 0) });
        then(&Opened { source, capture, path, text, standing }, checked);
        true
    }

    /// The bytes of a capture's text, where they, and the capture's own, are those that were recorded.
    fn trusted_bytes(&self, source: &Source, capture: &Capture) -> Result<Vec<u8>, Box<Distrust>> {
        let own = self.recorded_bytes(source, capture, &capture.file.value, capture.sha256.as_ref())?;
        let bytes = match &capture.text {
            None => own,
            Some(text) => {
                drop(own);
                self.recorded_bytes(source, capture, &text.file.value, Some(&text.sha256))?
            }
        };
        if capture.is_text() {
            return Ok(bytes);
        }
        let (file, media_type) = (&capture.file.value, &capture.media_type);
        let message = format!("`{file}` is of the type {media_type}, which is not read as text");
        let finding = self.about_capture(source, capture, Rule::CaptureUnreadable, message);
        let help = "pin the text taken from it: `text = { file = \"…\", sha256 = \"…\", extractor = \"…\" }`, or correct `media-type`";
        Err(Box::new(Distrust { rule: Rule::CaptureUnreadable, finding: finding.help(help), bytes: None }))
    }

    fn not_text(&self, source: &Source, capture: &Capture, why: &NotText) -> Distrust {
        let message = format!("`{}` cannot be read as text: {why}", capture.text_file());
        let finding = self.about_capture(source, capture, Rule::CaptureUnreadable, message);
        let help = "store a copy in UTF-8 with `ibid add`; a capture’s own bytes are never changed";
        Distrust { rule: Rule::CaptureUnreadable, finding: finding.help(help), bytes: None }
    }

    /// The bytes of a file of a capture, where they have the recorded digest.
    fn recorded_bytes(
        &self,
        source: &Source,
        capture: &Capture,
        name: &str,
        recorded: Option<&crate::claim::Located<Digest>>,
    ) -> Result<Vec<u8>, Box<Distrust>> {
        let path = format!("{}/{name}", source.folder());
        let bytes = self
            .tree
            .read(&path, LARGEST_CAPTURE)
            .map_err(|error| self.unread(source, capture, &path, &error))?;
        let Some(recorded) = recorded else {
            // The record's own finding says what is wrong with the digest.
            let finding = self.about_capture(
                source,
                capture,
                Rule::CaptureUnreadable,
                format!("`{name}` has no usable digest in its record"),
            );
            return Err(Box::new(Distrust { rule: Rule::CaptureUnreadable, finding, bytes: Some(bytes) }));
        };
        if Digest::of(&bytes) == recorded.value {
            return Ok(bytes);
        }
        let mut finding = altered(name, recorded.value, &bytes);
        let record = &self.corpus.records[source.file];
        let text = Text::new(&record.content);
        let span = words_span(&record.content, recorded.span);
        finding.place = Place::of(&record.path, &text, span);
        finding.excerpts.push(Excerpt::cut(
            &record.path,
            &text,
            &[Marked::primary(span, "the recorded digest")],
        ));
        Err(Box::new(Distrust {
            rule: Rule::CaptureAltered,
            finding: finding.about_source(&source.id).about(name),
            bytes: Some(bytes),
        }))
    }

    fn about_capture(&self, source: &Source, capture: &Capture, rule: Rule, message: String) -> Finding {
        let record = &self.corpus.records[source.file];
        let span = words_span(&record.content, capture.file.span);
        let finding = Finding::at(rule, &record.path, &Text::new(&record.content), span, message);
        finding.about_source(&source.id).about(&capture.file.value)
    }

    fn unread(&self, source: &Source, capture: &Capture, path: &str, error: &ReadError) -> Box<Distrust> {
        let (rule, message, help) = match error {
            ReadError::Missing => (
                Rule::CaptureMissing,
                format!("the capture `{path}` is not there"),
                "bring the file back, from git or a backup; with --allow-unchecked this is only a warning",
            ),
            ReadError::Folder => (
                Rule::CaptureUnreadable,
                format!("`{path}` is a folder, not a file"),
                "put the captured file in its place",
            ),
            ReadError::Special => (
                Rule::CaptureUnreadable,
                format!("`{path}` is a device, pipe or socket; it was not read"),
                "put the captured file in its place",
            ),
            ReadError::LinkOutside(target) => (
                Rule::PathOutside,
                format!("`{path}` is a link that leads out of its folder, to `{target}`; it was not opened"),
                "put the file itself in place of the link",
            ),
            ReadError::TooLarge(size) => (
                Rule::CaptureUnreadable,
                format!("`{path}` has {size} bytes; at most {LARGEST_CAPTURE} are read"),
                "store the part that is cited",
            ),
            ReadError::Refused(why) => (
                Rule::CaptureUnreadable,
                format!("`{path}` cannot be read: {why}"),
                "give yourself the permission to read it",
            ),
        };
        Box::new(Distrust {
            rule,
            finding: self.about_capture(source, capture, rule, message).help(help),
            bytes: None,
        })
    }

    /// Gives the quotes of a capture that cannot be trusted their outcome, and says which.
    fn unchecked(
        &self,
        source: &Source,
        capture: &Capture,
        distrust: Distrust,
        citing: &[QuoteIndex],
        checked: &mut Checked,
    ) {
        let mut finding = distrust.finding;
        if !citing.is_empty() {
            finding.notes.push(format!("{} could not be checked against it", counted(citing.len(), "quote")));
        }
        if let Some(note) = distrust.bytes.and_then(|bytes| self.still_there(source, citing, &bytes)) {
            finding.notes.push(note);
        }
        // A digest that cannot be read has its finding from the record.
        if capture.sha256.is_some() || distrust.rule != Rule::CaptureUnreadable {
            checked.findings.push(finding);
        }
        for &at in citing {
            let outcome =
                Outcome { capture: Some(capture.id.clone()), ..self.not_checked(at, distrust.rule) };
            checked.outcomes.push((at, Arc::new(outcome)));
        }
    }

    fn not_checked(&self, at: QuoteIndex, why: Rule) -> Outcome {
        Outcome {
            unchecked: Some(why),
            ..Outcome::without_place(Status::Unchecked, self.quote(at).exact.len())
        }
    }

    /// Which quotes are still in altered bytes and which are not.
    fn still_there(&self, source: &Source, citing: &[QuoteIndex], bytes: &[u8]) -> Option<String> {
        let content = encoding::utf8(bytes).ok().filter(|_| !citing.is_empty())?;
        let anchored = self.anchored(&Text::new(content).in_language(source.language.as_deref()), citing);
        let named = |stands: bool| -> Vec<String> {
            let matching = citing
                .iter()
                .zip(&anchored)
                .filter(|(_, anchoring)| (anchoring.standing == crate::anchor::Standing::Stands) == stands);
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
        checked.outcomes.push((at, Arc::new(self.not_checked(at, Rule::CaptureMissing))));
        let Some(pin) = quote.capture.as_ref().filter(|_| !source.captures.is_empty()) else { return };
        let document = &self.corpus.claim_files[claim.file];
        let span = words_span(&document.content, pin.span);
        let message = format!("the source `{}` has no capture `{}`", source.id, pin.value);
        let finding =
            Finding::at(Rule::CaptureMissing, &document.path, &self.claim_texts[claim.file], span, message);
        let known: Vec<&str> = source.captures.iter().map(|capture| capture.id.as_str()).collect();
        let finding = finding.about_claim(&claim.id.value).about_source(&source.id).about(quote.words());
        checked.findings.push(
            finding.help(format!(
                "it has {}; without `capture` the newest is used",
                crate::parse::listed(&known)
            )),
        );
    }
}

/// What can be known of bytes that do not have the recorded digest.
fn altered(name: &str, recorded: Digest, bytes: &[u8]) -> Finding {
    let finding = |message: String| Finding::new(Rule::CaptureAltered, Place::file(""), message);
    let digest = format!("its bytes have the digest {}", Digest::of(bytes));
    if is_lfs_pointer(bytes) {
        let message = format!("`{name}` is not there, only the Git LFS pointer to it");
        return finding(message).note(digest).help("fetch the file itself: `git lfs pull`");
    }
    if let Some(converted) = line_ends_restored(bytes, recorded) {
        let message = format!("`{name}` differs from what was recorded in its line ends alone: {converted}");
        let help = "keep `sources/** -text` in .gitattributes, then bring the file back: delete it and run `git checkout -- sources`";
        return finding(message)
            .note(digest)
            .note("converting them back restores the recorded digest, so git or an editor did it")
            .help(help);
    }
    if bytes.is_empty() {
        return finding(format!("`{name}` is empty"))
            .note(digest)
            .help("bring the file back, from git or a backup");
    }
    let message = format!("`{name}` was altered after it was recorded");
    let help = "bring the recorded bytes back, from git or a backup; where the source itself changed, capture it again with `ibid add --to SOURCE FILE`";
    finding(message).note(digest).help(help)
}

fn is_lfs_pointer(bytes: &[u8]) -> bool {
    bytes.len() < 1024 && bytes.starts_with(b"version https://git-lfs.github.com/spec/")
}

/// How the line ends were converted, where converting them back gives the recorded digest.
fn line_ends_restored(bytes: &[u8], recorded: Digest) -> Option<&'static str> {
    let with_lf = replaced(bytes, b"\r\n", b"\n");
    if with_lf.len() != bytes.len() && Digest::of(&with_lf) == recorded {
        return Some("LF became CR LF");
    }
    let with_crlf = replaced(&with_lf, b"\n", b"\r\n");
    (Digest::of(&with_crlf) == recorded).then_some("CR LF became LF")
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    for start in memchr::memmem::find_iter(bytes, from) {
        out.extend_from_slice(&bytes[at..start]);
        out.extend_from_slice(to);
        at = start + from.len();
    }
    out.extend_from_slice(&bytes[at..]);
    out
}
