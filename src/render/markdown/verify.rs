//! The report as Markdown, fit for a comment or the summary of a job: the figures, a table of what fails, then the
//! details, folded, and never longer than a code host takes.

use super::sections::{Section, fitting};
use super::{code, diff, helps, sentence, text};
use crate::finding::{Finding, Level, Place};
use crate::quoting::{counted, shortened};
use crate::render::details::{Passage, TOO_LONG, is_too_long, own_line, passages};
use crate::render::host::Host;
use crate::render::human::{checked_aloud, language_to_paste};
use crate::render::told::{Telling, Told};
use crate::report::failing::FailOn;
use crate::report::{Report, ReportedFinding};
use crate::verify::Status;

/// The table has so many rows at most.
const ROWS: usize = 50;
/// And so many bytes: paths may be long.
const TABLE: usize = 20_000;
/// At most so many code points of one text are shown.
const SHOWN: usize = 600;
/// The same within the table.
const IN_TABLE: usize = 160;

/// The report as Markdown with a final line feed. Links lead to the host, or are relative to the root of the
/// repository where none is known.
pub fn render(report: &Report, host: &Host, telling: Telling) -> String {
    let told = Told::of(report, telling);
    let fails = |one: &&ReportedFinding| one.fails(FailOn::Error) || one.fails(telling.fail_on);
    let (failing, others): (Vec<_>, Vec<_>) = told.findings.iter().copied().partition(fails);
    let mut head = head(report, report.findings.iter().filter(fails).count());
    head.push_str(&table(&failing, host));
    let details = |findings: &[&ReportedFinding]| findings.iter().map(|one| item(one, host)).collect();
    let sections = [
        Section { title: "Details".into(), is_folded: true, items: details(&failing) },
        Section { title: "Other findings".into(), is_folded: true, items: details(&others) },
    ];
    let foot = told.left_words().map_or_else(String::new, |words| format!("\n{words}\n"));
    fitting(head, &sections, &foot, "ibid verify")
}

/// What there is to say first, and the figures.
fn head(report: &Report, failing: usize) -> String {
    let summary = &report.summary;
    let new = |level: Level| summary.level(level) - summary.known(level);
    let levels = [
        (new(Level::Error), "error"),
        (summary.known(Level::Error), "known error"),
        (new(Level::Warning), "warning"),
        (summary.known(Level::Warning), "known warning"),
        (new(Level::Note), "note"),
        (summary.known(Level::Note), "known note"),
    ];
    let levels = levels.into_iter().filter(|(count, _)| *count > 0);
    let levels = levels.map(|(count, noun)| counted(count, noun)).collect::<Vec<_>>().join(", ");
    if failing > 0 {
        return format!("### ibid: {levels}\n\n{}\n", checked_aloud(summary));
    }
    let stands = summary.status(Status::Stands);
    let headline = match summary.quotes {
        0 => "nothing was checked".into(),
        all if summary.unread > 0 => format!("{stands} of {} stand", counted(all, "quote")),
        1 if stands == 1 => "the quote stands".into(),
        all if stands == all => format!("all {all} quotes stand"),
        all => format!("{stands} of {} stand", counted(all, "quote")),
    };
    let below = if levels.is_empty() { levels } else { format!("\n{levels}\n") };
    format!("### ibid: {headline}\n\n{}\n{below}", checked_aloud(summary))
}

/// A row for each finding that fails: its rule, its claim, where it is, what it says.
fn table(failing: &[&ReportedFinding], host: &Host) -> String {
    if failing.is_empty() {
        return String::new();
    }
    let mut out = "\n| | claim | place | what is wrong |\n|---|---|---|---|\n".to_owned();
    let mut shown = 0;
    for one in failing.iter().take(ROWS) {
        let finding = &one.finding;
        let claim = finding.claim_id();
        let claim = claim.map_or_else(String::new, |id| code(&shortened(id, IN_TABLE)));
        let message = sentence(&shortened(&finding.message, IN_TABLE));
        let place = place(&finding.place, host);
        let row = format!("| {} | {claim} | {place} | {message} |\n", code(finding.rule.name()));
        if out.len() + row.len() > TABLE {
            break;
        }
        out.push_str(&row);
        shown += 1;
    }
    if shown < failing.len() {
        out.push_str(&format!("\n… and {} more, below.\n", failing.len() - shown));
    }
    out
}

fn place(place: &Place, host: &Host) -> String {
    let label = format!("{}, line {}", text(&shortened(&place.path, IN_TABLE)), place.line);
    host.link(&label, &place.path, Some(place.line))
}

/// A finding with its words, those of the source, the facts and what to do.
fn item(one: &ReportedFinding, host: &Host) -> String {
    let finding = &one.finding;
    let known = if one.is_known { "known " } else { "" };
    let claim = finding.claim_id();
    let claim = claim.map_or_else(String::new, |id| format!(" {}:", code(&shortened(id, IN_TABLE))));
    let mut out = format!(
        "- **{known}{}** {}{claim} {} ({})\n",
        finding.level,
        code(finding.rule.name()),
        sentence(&shortened(&finding.message, SHOWN)),
        place(&finding.place, host)
    );
    let mut items: Vec<String> = own_line(finding).iter().map(|line| sentence(line)).collect();
    items.extend(passages(finding).iter().map(|one| passage(one, host)));
    items.extend(finding.notes.iter().map(|note| sentence(&shortened(note, SHOWN))));
    items.extend(finding.diff.iter().map(|(quote, source)| difference(quote, source)));
    out.push_str(&items.iter().map(|item| format!("  - {item}\n")).collect::<String>());
    out + &short_helps(finding)
}

fn passage(passage: &Passage<'_>, host: &Host) -> String {
    let link = place(&passage.place, host);
    let words = text(&shortened(passage.words, SHOWN));
    let label =
        if passage.label.is_empty() { String::new() } else { format!(" ({})", sentence(passage.label)) };
    if words.is_empty() { format!("{link}{label}") } else { format!("{link}: “{words}”{label}") }
}

/// Word by word, but for texts so long that the page would hold nothing else.
fn difference(quote: &str, source: &str) -> String {
    if quote.len() + source.len() < 8 * SHOWN {
        return format!("differs (inserted is what the source has): {}", diff(quote, source));
    }
    let [quote, source] = [quote, source].map(|words| text(&shortened(words, SHOWN)));
    format!("the quote has “{quote}”, the source “{source}”")
}

/// Advice, of which no line is so long that the page would hold little else.
fn short_helps(finding: &Finding) -> String {
    let bounded = |help: &String| if is_too_long(help) { TOO_LONG.to_owned() } else { help_shortened(help) };
    helps(&finding.help.iter().map(bounded).collect::<Vec<_>>())
}

/// Advice whose words are shortened; a line to paste is whole, or it could not be pasted.
fn help_shortened(help: &str) -> String {
    if language_to_paste(help).is_some() { help.to_owned() } else { shortened(help, SHOWN) }
}
