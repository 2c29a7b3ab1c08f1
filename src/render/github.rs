//! The report as workflow commands of GitHub Actions, which annotate the lines of a change; and what keeps any
//! other text from being taken for a command. As of GitHub's "Workflow commands" and the parser of
//! `actions/runner` (`ActionCommand.cs`).

use super::concise::foot;
use super::details::{self, passage_line, passages};
use super::host::Host;
use super::told::{Telling, Told, gravest, more, standing_for};
use super::visible::visible;
use crate::digest::Digest;
use crate::finding::{Finding, Level};
use crate::quoting::shortened;
use crate::report::{Report, ReportedFinding};
use std::borrow::Cow;

/// GitHub shows so many annotations of each level that a step makes, and drops the rest unsaid.
const MOST: usize = 10;
/// So many code points of a message are written.
const SHOWN: usize = 3000;

/// The report as one command a finding, at most ten of each level, the gravest; then how many more there are, and
/// the figures. Nothing where it is quiet and nothing fails.
pub fn render(report: &Report, host: &Host, telling: Telling) -> String {
    let told = Told::of(report, telling);
    let mut out = String::new();
    let mut left = Vec::new();
    for (level, noun) in [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Note, "note")] {
        let of_level: Vec<&ReportedFinding> =
            told.findings.iter().copied().filter(|one| one.finding.level == level).collect();
        let shown = gravest(&of_level, MOST);
        out.extend(shown.iter().map(|one| command(one, host)));
        let count = standing_for(&of_level) - standing_for(&shown);
        left.extend((count > 0).then(|| more(count, noun)));
    }
    if !left.is_empty() {
        out.push_str(&format!(
            "… and {}, which are not annotated: GitHub takes ten of each level. The job’s summary and `ibid verify` tell more.\n",
            left.join(", ")
        ));
    }
    out + &foot(report, &told, telling)
}

fn command(one: &ReportedFinding, host: &Host) -> String {
    let finding = &one.finding;
    let place = &finding.place;
    let mut properties = vec![
        ("file", visible(&host.path(&place.path))),
        ("line", place.line.to_string()),
        ("endLine", place.end_line.to_string()),
    ];
    // GitHub refuses columns where an annotation is of several lines.
    if place.line == place.end_line {
        properties.push(("col", place.column.to_string()));
        properties.push(("endColumn", place.end_column.to_string()));
    }
    properties.push(("title", title(one)));
    let properties: Vec<String> =
        properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    format!("::{} {}::{}\n", name(finding.level), properties.join(","), data(&message(finding, host)))
}

/// The level's name among the commands.
const fn name(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    }
}

fn title(one: &ReportedFinding) -> String {
    let known = if one.is_known { "known, " } else { "" };
    let claim = one.finding.claim_id();
    let about = claim.map_or_else(String::new, |id| format!(" in {}", visible(&shortened(id, 100))));
    format!("{known}{}{about}", one.finding.rule)
}

/// What an annotation says; GitHub keeps its lines.
fn message(finding: &Finding, host: &Host) -> String {
    let mut lines = vec![details::bounded(&finding.message)];
    lines.extend(details::own_line(finding));
    lines.extend(passages(finding).iter().map(|one| passage_line(one, &details::place(&one.place, host))));
    lines.extend(details::facts(finding));
    shortened(&lines.join("\n"), SHOWN)
}

/// The data of a command: `%` and line ends escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property: also what ends a value or the properties.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A text in which GitHub Actions finds no command: as it is where nothing in it could be one, else between
/// commands that stop and resume their reading.
///
/// The token that resumes is the text's own SHA-256: no text can hold that.
pub fn inert(text: &str) -> Cow<'_, str> {
    if !text.split(['\n', '\r']).any(may_be_command) {
        return Cow::Borrowed(text);
    }
    let token = Digest::of(text.as_bytes());
    let end = if text.ends_with('\n') { "" } else { "\n" };
    Cow::Owned(format!("::stop-commands::{token}\n{text}{end}::{token}::\n"))
}

/// Whether the runner would look for a command in a line: `::name::` at its start, `##[name]` anywhere.
fn may_be_command(line: &str) -> bool {
    let is_command = |line: &str| line.strip_prefix("::").is_some_and(|rest| rest.contains("::"));
    is_command(line.trim_start()) || line.contains("##[")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_value_is_escaped() {
        assert_eq!(data("5 %\r\n::error::x"), "5 %25%0D%0A::error::x");
        assert_eq!(property("a,b:c%0A"), "a%2Cb%3Ac%250A");
    }

    #[test]
    fn only_a_text_that_could_command_is_wrapped() {
        let plain = " ::: sources/a.txt:3:1\nC++ a::b and # [x]\n";
        assert_eq!(inert(plain), plain);
        for hostile in ["a\n \u{a0}::error file=x::y\n", "a ##[add-path]/tmp\n", "\r::add-mask::x"] {
            let shown = inert(hostile);
            let lines: Vec<&str> = shown.lines().collect();
            let token = lines[0].strip_prefix("::stop-commands::").unwrap();
            assert_eq!(*lines.last().unwrap(), format!("::{token}::"));
            assert!(!hostile.contains(token) && shown.contains(hostile));
        }
    }
}
