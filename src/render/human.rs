//! The report for people, in a terminal or a log.

use super::snippet::{self, CONTEXT, Canvas, GUTTER, PRIMARY};
use super::visible::{visible, wrapped};
use crate::anchor::tokens::tokens;
use crate::finding::{Finding, Level};
use crate::quoting::counted;
use crate::report::{Report, Summary};
use crate::verify::Status;
use anstyle::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};

/// How a report is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The columns and the colour.
    pub canvas: Canvas,
    /// How much is told.
    pub verbosity: Verbosity,
}

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verbosity {
    /// Errors; nothing where there are none.
    Quiet,
    /// Every finding and the figures.
    Normal,
    /// Also every quote that stands, and where.
    Verbose,
}

const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const ADDED: Style = AnsiColor::Green.on_default();
const REMOVED: Style = AnsiColor::Red.on_default();
const STRONG: Style = Style::new().bold();

/// The report as text with a final line feed, or nothing where there is nothing to tell.
pub fn render(report: &Report, options: Options) -> String {
    let mut out = String::new();
    if options.verbosity == Verbosity::Verbose {
        out.push_str(&standing(report));
    }
    let is_told = |level: Level| options.verbosity != Verbosity::Quiet || level == Level::Error;
    for finding in report.findings.iter().map(|one| &one.finding).filter(|finding| is_told(finding.level)) {
        out.push_str(&draw(finding, options.canvas));
        out.push('\n');
    }
    if options.verbosity != Verbosity::Quiet || report.has_errors() {
        out.push_str(&figures(&report.summary, options.canvas));
    }
    out
}

const fn level_style(level: Level) -> Style {
    match level {
        Level::Error => PRIMARY,
        Level::Warning => WARNING,
        Level::Note => CONTEXT,
    }
}

/// A finding with its excerpts, facts and advice.
pub(super) fn draw(finding: &Finding, canvas: Canvas) -> String {
    let head = format!("{}[{}]", finding.level, finding.rule);
    let message = visible(&finding.message);
    let lines = wrapped(&format!("{head}: {message}"), canvas.width);
    let mut out = String::new();
    for (index, line) in lines.iter().enumerate() {
        let rest = if index == 0 { line.strip_prefix(&head) } else { None };
        match rest {
            Some(rest) => out.push_str(&format!(
                "{}{}\n",
                canvas.paint(level_style(finding.level), &head),
                canvas.paint(STRONG, rest)
            )),
            None => out.push_str(&format!("{}\n", canvas.paint(STRONG, line))),
        }
    }
    let gutter = snippet::gutter(&finding.excerpts);
    if finding.excerpts.is_empty() {
        out.push_str(&format!("{}{}\n", canvas.paint(GUTTER, "--> "), visible(&finding.place.path)));
    } else {
        out.push_str(&snippet::draw(&finding.excerpts, canvas));
    }
    for note in &finding.notes {
        item(&visible(note), None, gutter, canvas, &mut out);
    }
    if let Some((quote, source)) = &finding.diff {
        item(&word_diff(quote, source), Some("diff"), gutter, canvas, &mut out);
    }
    helps(&finding.help, gutter, canvas, &mut out);
    out
}

/// Advice, wrapped; lines to paste are indented and never broken.
fn helps(helps: &[String], gutter: usize, canvas: Canvas, out: &mut String) {
    for help in helps {
        if is_to_paste(help) {
            for line in help.lines() {
                out.push_str(&format!("{}{}\n", " ".repeat(gutter + 7), visible(line)));
            }
        } else {
            item(&visible(help), Some("help"), gutter, canvas, out);
        }
    }
}

/// Whether a help is TOML to paste and not a sentence.
pub(super) fn is_to_paste(help: &str) -> bool {
    ["exact = ", "within = ", "[["].iter().any(|start| help.starts_with(start))
}

/// A fact or advice behind a `=`, wrapped.
fn item(text: &str, name: Option<&str>, gutter: usize, canvas: Canvas, out: &mut String) {
    let indent = gutter + 3;
    let lead = name.map_or_else(String::new, |name| format!("{name}: "));
    let lines = wrapped(&format!("{lead}{text}"), canvas.width.saturating_sub(indent));
    for (index, line) in lines.iter().enumerate() {
        let rest = line.strip_prefix(&lead).filter(|_| index == 0 && !lead.is_empty());
        let shown =
            rest.map_or_else(|| line.clone(), |rest| format!("{}{rest}", canvas.paint(STRONG, &lead)));
        let shown = if name == Some("diff") { painted_diff(&shown, canvas) } else { shown };
        let sign = if index == 0 { canvas.paint(GUTTER, "=") } else { " ".into() };
        out.push_str(&format!("{} {sign} {shown}\n", " ".repeat(gutter)));
    }
}

/// Runs of equal words longer than this are shortened in a diff, in words.
const EQUAL_RUN: usize = 12;

/// The words of two texts, `[-only the quote's-]` and `{+only the source's+}`.
pub fn word_diff(quote: &str, source: &str) -> String {
    let written = |(tag, words): (ChangeTag, String)| match tag {
        ChangeTag::Equal => visible(&words),
        ChangeTag::Delete => format!("[-{}-]", visible(&words)),
        ChangeTag::Insert => format!("{{+{}+}}", visible(&words)),
    };
    diff_runs(quote, source).into_iter().map(written).collect()
}

/// The runs of words that two texts share, or that only one of them has; long shared ones shortened.
pub(super) fn diff_runs(quote: &str, source: &str) -> Vec<(ChangeTag, String)> {
    let (old, new) = (words(quote), words(source));
    let diff = TextDiff::from_slices(&old, &new);
    let changes: Vec<(ChangeTag, &str)> =
        diff.iter_all_changes().map(|change| (change.tag(), change.value())).collect();
    let runs: Vec<&[(ChangeTag, &str)]> = changes.chunk_by(|a, b| a.0 == b.0).collect();
    let shown = |(index, run): (usize, &&[(ChangeTag, &str)])| {
        let words: Vec<&str> = run.iter().map(|(_, word)| *word).collect();
        match run[0].0 {
            ChangeTag::Equal => {
                (ChangeTag::Equal, shortened_run(&words, index == 0, index + 1 == runs.len()))
            }
            tag => (tag, words.concat()),
        }
    };
    runs.iter().enumerate().map(shown).collect()
}

/// A wrapped line of a diff in colour; what is broken over two lines is coloured on the first.
pub(super) fn painted_diff(line: &str, canvas: Canvas) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(start) = rest.find("[-").into_iter().chain(rest.find("{+")).min() {
        let (style, close) = if rest[start..].starts_with("[-") { (REMOVED, "-]") } else { (ADDED, "+}") };
        let end = rest[start..].find(close).map_or(rest.len(), |length| start + length + 2);
        out.push_str(&rest[..start]);
        out.push_str(&canvas.paint(style, &rest[start..end]));
        rest = &rest[end..];
    }
    out + rest
}

fn shortened_run(words: &[&str], is_first: bool, is_last: bool) -> String {
    if words.len() <= 2 * EQUAL_RUN {
        return words.concat();
    }
    let head = if is_first { String::new() } else { words[..EQUAL_RUN].concat() };
    let tail = if is_last { String::new() } else { words[words.len() - EQUAL_RUN..].concat() };
    format!("{head}…{tail}")
}

/// The words of a text and what lies between them.
fn words(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut at = 0;
    for token in tokens(text) {
        if at < token.span.start {
            all.push(&text[at..token.span.start]);
        }
        all.push(&text[token.span.range()]);
        at = token.span.end;
    }
    if at < text.len() {
        all.push(&text[at..]);
    }
    all
}

/// Every quote that stands, and where.
fn standing(report: &Report) -> String {
    let mut out = String::new();
    for claim in &report.claims {
        for quote in claim.quotes.iter().filter(|quote| quote.outcome.status == Status::Stands) {
            let Some(location) = &quote.outcome.location else { continue };
            let words = crate::quoting::shortened(&quote.words(), 60).replace(['\n', '\r'], " ");
            let place = format!("{}:{}:{}", location.path, location.line, location.column);
            out.push_str(&format!(
                "stands  {}  {}\n        “{}”\n",
                visible(&claim.id),
                visible(&place),
                visible(&words)
            ));
        }
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// What was checked, what came of it, what was not checked and why.
pub(super) fn figures(summary: &Summary, canvas: Canvas) -> String {
    let mut checked = format!(
        "{} with {}, checked against {} ({}): ",
        counted(summary.claims, "claim"),
        counted(summary.quotes, "quote"),
        counted(summary.sources, "source"),
        counted(summary.captures, "capture"),
    );
    let statuses: Vec<String> = Status::ALL
        .into_iter()
        .filter(|&status| summary.status(status) > 0)
        .map(|status| match (status, summary.status(status)) {
            (Status::Stands, 1) => "1 stands".into(),
            (Status::Stands, count) if count == summary.quotes => format!("all {count} stand"),
            (Status::Stands, count) => format!("{count} stand"),
            (_, count) => format!("{count} {}", status.name()),
        })
        .collect();
    checked.push_str(&if statuses.is_empty() { "nothing was checked".into() } else { statuses.join(", ") });
    let mut out: String = wrapped(&checked, canvas.width).iter().map(|line| format!("{line}\n")).collect();
    let unchecked: Vec<String> =
        summary.unchecked.iter().map(|(rule, count)| format!("{rule} ({count})")).collect();
    if !unchecked.is_empty() {
        out.push_str(&format!("not checked: {}\n", unchecked.join(", ")));
    }
    let levels: Vec<String> = [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Note, "note")]
        .into_iter()
        .filter(|&(level, _)| summary.level(level) > 0)
        .map(|(level, noun)| canvas.paint(level_style(level), &counted(summary.level(level), noun)))
        .collect();
    if !levels.is_empty() {
        out.push_str(&format!("{}\n", levels.join(", ")));
    }
    if summary.level(Level::Error) > 0 {
        out.push_str("`ibid explain RULE` tells more of a rule\n");
    }
    out
}
