//! The whole report as a document for people, in a terminal or a file.

use super::human::{draw, figures};
use super::snippet::{Canvas, PRIMARY};
use super::visible::{visible, wrapped};
use super::wording::{
    address_status, allowed, claim_name, compared, extra, further_places, now, places, prose, sentence_of,
    state, status, title,
};
use super::words::{painted, word_diff};
use crate::claim::Stance;
use crate::finding::{Finding, Level};
use crate::quoting::counted;
use crate::report::overview::Overview;
use crate::report::{ClaimReport, QuoteReport, Report, SourceReport};
use crate::source::{Capture, PinnedText};
use crate::verify::Status;
use anstyle::{AnsiColor, Style};

const STRONG: Style = Style::new().bold();
const STANDS: Style = AnsiColor::Green.on_default();
const NAME: Style = Style::new().dimmed();

/// The columns before a fact.
const INDENT: usize = 4;
/// The columns of a fact's name; a digest fits behind both into 80.
const NAMED: usize = 12;

/// The report as text with a final line feed, at most as wide as the canvas but for what would be
/// useless broken: digests, addresses, paths and lines to paste.
pub fn render(report: &Report, canvas: Canvas) -> String {
    let overview = Overview::of(report);
    let mut page = Page { out: figures(report, canvas), canvas, report, overview };
    page.not_standing();
    page.further_findings();
    page.claims();
    page.sources();
    page.others();
    page.out
}

/// What was written so far, and what it is written from.
struct Page<'r> {
    out: String,
    canvas: Canvas,
    report: &'r Report,
    overview: Overview<'r>,
}

impl Page<'_> {
    fn heading(&mut self, heading: &str) {
        let line = self.canvas.paint(STRONG, heading);
        self.out.push_str(&format!("\n{line}\n{}\n", "=".repeat(heading.len())));
    }

    /// A line that is never broken.
    fn line(&mut self, style: Style, text: &str) {
        let text = visible(text);
        let text = if style == Style::new() { text } else { self.canvas.paint(style, &text) };
        self.out.push_str(&format!("{text}\n"));
    }

    /// A fact and its name, wrapped; line ends in it are shown.
    fn fact(&mut self, name: &str, value: &str) {
        self.styled(name, value, |line, _| line.to_owned());
    }

    fn styled(&mut self, name: &str, value: &str, style: impl Fn(&str, Canvas) -> String) {
        let room = self.canvas.width.saturating_sub(INDENT + NAMED);
        for (index, line) in wrapped(&visible(value), room).iter().enumerate() {
            let name = if index == 0 { name } else { "" };
            self.named(name, &style(line, self.canvas));
        }
    }

    /// A fact that would be useless broken over lines.
    fn whole(&mut self, name: &str, value: &str) {
        self.named(name, &visible(value));
    }

    /// A line that can be shown as it is, behind its name.
    fn named(&mut self, name: &str, shown: &str) {
        let name = self.canvas.paint(NAME, &format!("{name:<NAMED$}"));
        let line = format!("{}{name}{shown}", " ".repeat(INDENT));
        self.out.push_str(&format!("{}\n", line.trim_end()));
    }

    fn facts(&mut self, name: &str, values: &[String]) {
        for value in values {
            self.fact(name, value);
        }
    }

    fn status(&mut self, status: Status, words: &str) {
        let style = if status == Status::Stands { STANDS } else { PRIMARY };
        self.styled("status", words, |line, canvas| canvas.paint(style, line));
    }

    fn not_standing(&mut self) {
        let numbers = self.overview.not_standing();
        if numbers.is_empty() {
            return;
        }
        self.heading("Claims that do not stand");
        for number in numbers {
            let claim = &self.report.claims[number];
            let status = self.canvas.paint(PRIMARY, &format!("{:<NAMED$}", claim.status.name()));
            let name = visible(claim_name(claim));
            self.out.push_str(&format!("{status}{name}\n"));
            self.out.push_str(&format!("{}{}\n", " ".repeat(NAMED), visible(&place(claim))));
        }
    }

    /// Where else findings are: nothing that is wrong is found only by reading to the end.
    fn further_findings(&mut self) {
        let claims = self.overview.standing_with_findings().into_iter();
        let name = |number: usize| {
            let claim = &self.report.claims[number];
            format!("claim {} ({})", claim_name(claim), place(claim))
        };
        let claims = claims.map(|(number, level)| (level, name(number)));
        let sources = self.overview.sources_with_findings().into_iter();
        let sources = sources.map(|(source, level)| (level, format!("source {}", source.record.id)));
        let others = self.overview.others().iter().map(|finding| finding.level).min();
        let others = others.map(|level| (level, "about no claim or source, at the end".to_owned()));
        let all: Vec<(Level, String)> = claims.chain(sources).chain(others).collect();
        if all.is_empty() {
            return;
        }
        self.heading("Further findings");
        for (level, place) in all {
            self.line(Style::new(), &format!("{:<NAMED$}{place}", level.name()));
        }
    }

    fn claims(&mut self) {
        if !self.report.claims.is_empty() {
            self.heading("Claims");
        }
        for (number, claim) in self.report.claims.iter().enumerate() {
            self.out.push('\n');
            self.claim(number, claim);
        }
    }

    fn claim(&mut self, number: usize, claim: &ClaimReport) {
        self.line(STRONG, claim_name(claim));
        self.paragraph(&prose(&claim.text));
        self.status(claim.status, claim.status.name());
        self.facts("verdict", claim.verdict.as_slice());
        if !claim.tags.is_empty() {
            self.fact("tags", &claim.tags.join(", "));
        }
        if let Some(note) = &claim.note {
            self.fact("note", &prose(note));
        }
        self.facts("extra", &extra(&claim.extra));
        self.whole("place", &place(claim));
        let findings = self.overview.of_claim(number).to_vec();
        self.findings(&findings);
        for (index, quote) in claim.quotes.iter().enumerate() {
            self.out.push('\n');
            self.quote(quote);
            let findings = self.overview.of_quote(number, index).to_vec();
            if findings.iter().all(|finding| finding.diff.is_none()) {
                self.difference(quote);
            }
            self.findings(&findings);
        }
    }

    fn paragraph(&mut self, text: &str) {
        for line in wrapped(&visible(text), self.canvas.width.saturating_sub(INDENT)) {
            self.out.push_str(&format!("{}{line}\n", " ".repeat(INDENT)));
        }
    }

    fn quote(&mut self, quote: &QuoteReport) {
        let words = if quote.exact.is_empty() { "(no words)".into() } else { quoted(&quote.words()) };
        self.fact("quote", &words);
        self.facts("within", &quote.within.iter().map(|words| quoted(words)).collect::<Vec<_>>());
        let omitted = quote.outcome.omitted.iter().map(|words| quoted(words.trim()));
        self.facts("left out", &omitted.collect::<Vec<_>>());
        self.facts("sentence", sentence_of(quote).as_slice());
        if let Some(translation) = &quote.translation {
            self.fact("translation", &quoted(&prose(translation)));
        }
        if quote.stance != Stance::Supports {
            self.fact("stance", quote.stance.name());
        }
        if let Some(speaker) = &quote.speaker {
            self.fact("speaker", &prose(speaker));
        }
        if let Some(note) = &quote.note {
            self.fact("note", &prose(note));
        }
        let allowed = allowed(quote);
        if !allowed.is_empty() {
            self.fact("marked", &allowed);
        }
        self.origin(quote);
        self.status(quote.outcome.status, &status(quote));
    }

    /// The source of a quote, and where in it.
    fn origin(&mut self, quote: &QuoteReport) {
        match quote.source.as_deref() {
            Some(id) => self.whole("source", id),
            None => self.fact("source", "(none)"),
        }
        let source = quote.source.as_deref().and_then(|id| self.overview.source(id));
        if let Some(source) = source.filter(|source| !source.record.title.trim().is_empty()) {
            self.fact("title", &title(source));
        }
        if let Some(capture) = &quote.outcome.capture {
            self.whole("capture", capture);
        }
        for place in places(quote) {
            self.whole("place", &place.shown());
        }
        let more = further_places(quote);
        if more > 0 {
            self.fact("", &format!("and {more} more"));
        }
        if let Some(place) = now(quote) {
            self.whole("now", &place.shown());
        }
    }

    /// How a quote differs, where no finding tells it.
    fn difference(&mut self, quote: &QuoteReport) {
        if let Some((words, found)) = compared(quote) {
            self.styled("differs", &word_diff(&words, &found), painted);
        }
    }

    /// Findings as `verify` draws them, indented.
    fn findings(&mut self, findings: &[&Finding]) {
        let canvas = Canvas { width: self.canvas.width.saturating_sub(INDENT), ..self.canvas };
        for finding in findings {
            self.out.push('\n');
            for line in draw(finding, false, canvas).lines() {
                self.out.push_str(&format!("{}{line}\n", " ".repeat(INDENT)));
            }
        }
    }

    fn sources(&mut self) {
        if !self.report.sources.is_empty() {
            self.heading("Sources");
        }
        for source in &self.report.sources {
            self.out.push('\n');
            self.source(source);
        }
    }

    fn source(&mut self, source: &SourceReport) {
        let record = &source.record;
        self.line(STRONG, &record.id);
        self.paragraph(&title(source));
        self.facts("publisher", record.publisher.as_slice());
        self.facts("author", &record.author);
        self.facts("published", record.published.as_slice());
        self.facts("language", record.language.as_slice());
        if record.is_restricted() {
            self.fact("access", record.access.name());
        }
        if let Some(url) = &record.url {
            self.whole("address", url);
        }
        if let Some(status) = record.url_status {
            self.fact("it is", address_status(status));
        }
        self.facts("extra", &extra(&record.extra));
        let count = self.overview.citing(&record.id).len();
        let cited = if count == 0 { "by no claim".into() } else { format!("by {}", counted(count, "claim")) };
        self.fact("cited here", &cited);
        for (capture, &is_intact) in record.captures.iter().zip(&source.intact) {
            self.out.push('\n');
            self.capture(&record.folder(), capture, is_intact);
        }
        let findings = self.overview.of_source(&record.id).to_vec();
        self.findings(&findings);
    }

    fn capture(&mut self, folder: &str, capture: &Capture, is_intact: bool) {
        self.whole("capture", &capture.id);
        self.facts("taken", capture.captured.as_slice());
        self.whole("file", &format!("{folder}/{}", capture.file.value));
        if let Some(fetched) = &capture.fetched {
            self.whole("came from", &fetched.url);
        }
        if let Some(archive) = &capture.archive {
            self.whole("archived", archive);
        }
        if let Some(digest) = &capture.sha256 {
            self.whole("sha256", &digest.value.to_string());
        }
        if capture.media_type != "text/plain" {
            self.fact("type", &capture.media_type);
        }
        if let Some(PinnedText { file, sha256, extractor, .. }) = capture.text.as_deref() {
            self.whole("text", &format!("{folder}/{}", file.value));
            self.whole("its sha256", &sha256.value.to_string());
            self.fact("taken by", extractor);
        }
        if let Some(note) = &capture.note {
            self.fact("note", &prose(note));
        }
        let style = if is_intact { STANDS } else { PRIMARY };
        self.styled("state", state(is_intact), |line, canvas| canvas.paint(style, line));
    }

    fn others(&mut self) {
        let others = self.overview.others().to_vec();
        if others.is_empty() {
            return;
        }
        self.heading("Findings about no claim or source");
        for finding in others {
            self.out.push_str(&format!("\n{}", draw(finding, false, self.canvas)));
        }
    }
}

fn place(claim: &ClaimReport) -> String {
    format!("{}:{}", claim.path, claim.line)
}

fn quoted(words: &str) -> String {
    format!("“{words}”")
}
