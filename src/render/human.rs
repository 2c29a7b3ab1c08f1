//! The report for people, in a terminal or a log.

use super::snippet::{self, CONTEXT, Canvas, GUTTER, PRIMARY};
use super::told::{Telling, Told, Verbosity, standing_for};
use super::visible::{visible, wrapped};
use super::words::{painted, word_diff};
use crate::finding::{Finding, Level, Rule};
use crate::quoting::{counted, shortened};
use crate::report::{QuoteReport, Report, ReportedFinding, Summary};
use crate::verify::{Location, Status};
use anstyle::{AnsiColor, Style};
use std::collections::BTreeMap;

/// How a report is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The columns and the colour.
    pub canvas: Canvas,
    /// How much is told.
    pub telling: Telling,
}

const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const STRONG: Style = Style::new().bold();

/// The report as text with a final line feed, or nothing where there is nothing to tell.
pub fn render(report: &Report, options: Options) -> String {
    let mut out = String::new();
    if options.telling.verbosity == Verbosity::Verbose {
        out.push_str(&quotes(report));
    }
    let told = Told::of(report, options.telling);
    let folded = Folded::of(&told.findings, options.telling);
    for one in &told.findings {
        match folded.of_rule(one.finding.rule) {
            None => out.push_str(&draw(&one.finding, one.is_known, options.canvas)),
            Some(all) if std::ptr::eq(all[0], *one) => out.push_str(&in_one(all, options.canvas)),
            Some(_) => continue,
        }
        out.push('\n');
    }
    if let Some(words) = told.left_words() {
        out.push_str(&format!("{words}\n\n"));
    }
    if told.has_figures(options.telling) {
        out.push_str(&figures(report, options.canvas));
    }
    out
}

/// So many notes of one rule are each told whole.
const FEW_NOTES: usize = 3;
/// So many are named where they are told in one line.
const NAMED: usize = 8;

/// The notes that are told in one line for all of one rule.
struct Folded<'r>(BTreeMap<Rule, Vec<&'r ReportedFinding>>);

impl<'r> Folded<'r> {
    fn of(findings: &[&'r ReportedFinding], telling: Telling) -> Self {
        let mut notes: BTreeMap<Rule, Vec<&ReportedFinding>> = BTreeMap::new();
        let is_note = |one: &&&ReportedFinding| one.finding.level == Level::Note;
        for one in findings.iter().filter(is_note) {
            notes.entry(one.finding.rule).or_default().push(one);
        }
        notes.retain(|_, all| all.len() > FEW_NOTES && telling.verbosity == Verbosity::Normal);
        Self(notes)
    }

    fn of_rule(&self, rule: Rule) -> Option<&[&'r ReportedFinding]> {
        self.0.get(&rule).map(Vec::as_slice)
    }
}

/// Several notes of one rule: how many, and what they are about.
fn in_one(all: &[&ReportedFinding], canvas: Canvas) -> String {
    let rule = all[0].finding.rule;
    let name = |one: &ReportedFinding| {
        let finding = &one.finding;
        let id = finding.claim.as_ref().or(finding.source.as_ref()).filter(|id| !id.is_empty());
        visible(&shortened(id.unwrap_or(&finding.place.path), 60))
    };
    let mut names: Vec<String> = all.iter().map(|one| name(one)).collect();
    names.dedup();
    let left = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let more = if left > 0 { format!(" and {left} more") } else { String::new() };
    let head = format!("note[{rule}]");
    let summary = rule.summary().trim_end_matches('.');
    let first = summary.chars().next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    let rest = summary.strip_prefix(|_: char| true).unwrap_or_default();
    let words = format!(
        "{head}: {first}{rest}, {} times: {}{more} (each is shown with -v)",
        standing_for(all),
        names.join(", ")
    );
    let lines = wrapped(&words, canvas.width);
    let painted = |(index, line): (usize, &String)| match line.strip_prefix(&head).filter(|_| index == 0) {
        Some(rest) => format!("{}{rest}\n", canvas.paint(CONTEXT, &head)),
        None => format!("{line}\n"),
    };
    lines.iter().enumerate().map(painted).collect()
}

const fn level_style(level: Level) -> Style {
    match level {
        Level::Error => PRIMARY,
        Level::Warning => WARNING,
        Level::Note => CONTEXT,
    }
}

/// One finding as text, with a final line feed.
pub fn finding(finding: &Finding, canvas: Canvas) -> String {
    draw(finding, false, canvas)
}

pub(super) fn draw(finding: &Finding, is_known: bool, canvas: Canvas) -> String {
    let known = if is_known { "known " } else { "" };
    let head = format!("{known}{}[{}]", finding.level, finding.rule);
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

/// Whether a help is lines to paste and not a sentence.
pub(super) fn is_to_paste(help: &str) -> bool {
    language_to_paste(help).is_some()
}

/// The language of a help that is lines to paste: keys of a claim, or a command.
pub(super) fn language_to_paste(help: &str) -> Option<&'static str> {
    let starts = |starts: &[&str]| starts.iter().any(|start| help.starts_with(start));
    let is_key = |word: &str| {
        !word.is_empty()
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    let is_key_line = help.split_once(" = ").is_some_and(|(key, _)| is_key(key));
    if is_key_line || starts(&["[[", "/*\n"]) {
        return Some("toml");
    }
    starts(&["ibid find \""]).then_some("sh")
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
        let shown = if name == Some("diff") { painted(&shown, canvas) } else { shown };
        let sign = if index == 0 { canvas.paint(GUTTER, "=") } else { " ".into() };
        out.push_str(&format!("{} {sign} {shown}\n", " ".repeat(gutter)));
    }
}

/// Every quote, how it stands, and where: of one whose rule is off nothing else tells.
fn quotes(report: &Report) -> String {
    let name = |quote: &QuoteReport| quote.outcome.status.name();
    let width = report.quotes().map(|(_, quote)| name(quote).len()).max().unwrap_or(0);
    let mut out = String::new();
    for (claim, quote) in report.quotes() {
        let words = shortened(&quote.words(), 60).replace(['\n', '\r'], " ");
        let found = quote.outcome.location.as_ref();
        let place = found.map_or_else(|| format!("{}:{}", claim.path, quote.line), Location::shown);
        let (id, place, words) = (visible(&claim.id), visible(&place), visible(&words));
        out.push_str(&format!("{:<width$}  {id}  {place}\n{:width$}  “{words}”\n", name(quote), ""));
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// What was checked and what came of it, in one line.
fn checked(summary: &Summary) -> String {
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
            (status, count) if summary.silenced.contains_key(&status) => silenced(summary, status, count),
            (Status::Stands, 1) => "1 stands".into(),
            (Status::Stands, count) if count == summary.quotes && summary.unread == 0 => {
                format!("all {count} stand")
            }
            (Status::Stands, count) => format!("{count} stand"),
            (_, count) => format!("{count} {}", status.name()),
        })
        .collect();
    checked.push_str(&if statuses.is_empty() { "nothing was checked".into() } else { statuses.join(", ") });
    checked.push_str(&unread(summary));
    checked
}

/// Quotes of a status that do not stand, some of which nothing else tells of.
fn silenced(summary: &Summary, status: Status, count: usize) -> String {
    let why = match summary.silenced[&status] {
        1 if count == 1 => "its rule is off in ibid.toml".into(),
        all if all == count => "their rules are off in ibid.toml".into(),
        1 => "the rule of 1 is off in ibid.toml".into(),
        some => format!("the rules of {some} are off in ibid.toml"),
    };
    format!("{count} {} ({why})", status.name())
}

/// That something was not read and so not checked, where it is so.
fn unread(summary: &Summary) -> String {
    match summary.unread {
        0 => String::new(),
        1 => "; 1 claim file was not read whole".into(),
        count => format!("; {count} claim files were not read whole"),
    }
}

/// How many quotes of restricted sources could not be checked, where there are any.
pub(super) fn restricted(summary: &Summary) -> Option<String> {
    let (quotes, sources) = (summary.unchecked_restricted, summary.unread_restricted);
    let verb = if quotes == 1 { "was" } else { "were" };
    (quotes > 0).then(|| {
        format!(
            "{} of {} {verb} not checked",
            counted(quotes, "quote"),
            counted(sources, "restricted source")
        )
    })
}

/// Which rules found what is not told, for ibid.toml turns them off.
fn turned_off(summary: &Summary) -> Option<String> {
    let rules: Vec<String> =
        summary.turned_off.iter().map(|(rule, count)| format!("{rule} ({count})")).collect();
    (!rules.is_empty()).then(|| format!("off in ibid.toml, and not told: {}", rules.join(", ")))
}

/// What was checked and what came of it, for formats without other figures.
pub(super) fn checked_aloud(summary: &Summary) -> String {
    let more: String = restricted(summary)
        .into_iter()
        .chain(turned_off(summary))
        .map(|words| format!("; {words}"))
        .collect();
    format!("{}{more}", checked(summary))
}

/// How many findings are known, where some are.
pub(super) fn known_words(summary: &Summary) -> Option<String> {
    let known =
        [(Level::Error, "known error"), (Level::Warning, "known warning"), (Level::Note, "known note")];
    let known = known.map(|(level, noun)| (summary.known(level), noun)).into_iter();
    let parts: Vec<String> =
        known.filter(|(count, _)| *count > 0).map(|(count, noun)| counted(count, noun)).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What was checked, what came of it, what was not checked and why.
pub(super) fn figures(report: &Report, canvas: Canvas) -> String {
    let summary = &report.summary;
    let checked = checked(summary);
    let mut out: String = wrapped(&checked, canvas.width).iter().map(|line| format!("{line}\n")).collect();
    let unchecked: Vec<String> =
        summary.unchecked.iter().map(|(rule, count)| format!("{rule} ({count})")).collect();
    if !unchecked.is_empty() {
        out.push_str(&format!("not checked: {}\n", unchecked.join(", ")));
    }
    out.extend(restricted(summary).map(|words| format!("{words}\n")));
    let lines = turned_off(summary).map(|words| wrapped(&words, canvas.width));
    out.extend(lines.into_iter().flatten().map(|line| line + "\n"));
    let count = |level: Level| summary.level(level) - summary.known(level);
    let mut levels: Vec<String> =
        [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Note, "note")]
            .into_iter()
            .filter(|&(level, _)| count(level) > 0)
            .map(|(level, noun)| canvas.paint(level_style(level), &counted(count(level), noun)))
            .collect();
    levels.extend(known_words(summary).map(|words| format!("{words} (shown with -v)")));
    if !levels.is_empty() {
        out.push_str(&format!("{}\n", levels.join(", ")));
    }
    let fails = |one: &&ReportedFinding| one.finding.level == Level::Error && !one.is_known;
    if let Some(first) = report.findings.iter().find(fails) {
        out.push_str(&format!("`ibid explain {}` tells more of that rule\n", first.finding.rule));
    }
    out
}
