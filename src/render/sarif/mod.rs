//! The report as SARIF 2.1.0 (OASIS), as code scanning on GitHub takes it.
//!
//! GitHub reads of a result its first location, `partialFingerprints.primaryLocationLineHash` and those related
//! locations that the message links to; of a file at most 10 MB compressed, and it shows 5,000 results.

mod wire;

use super::details::{self, facts, passage_line, passages};
use super::host::Host;
use super::json::to_json;
use super::told::{gravest, gravest_first, standing_for};
use super::visible::visible;
use crate::finding::{Finding, Level, Place, Rule};
use crate::quoting::{counted, shortened};
use crate::report::{Report, ReportedFinding};
use std::collections::BTreeMap;
use wire::{
    ArtifactLocation, Configuration, Descriptor, Details, Driver, Invocation, Location, Log, Multiline,
    Notification, PhysicalLocation, Properties, Region, ResultItem, Run, Snippet, Text, Tool,
};

/// GitHub shows so many results of a file.
pub const MOST: usize = 5_000;
/// So many bytes of results are written, without their layout: compressed, they are fewer than GitHub takes, whatever
/// the texts are.
const MOST_BYTES: usize = 9_000_000;
/// So many code points of a message are written.
const SHOWN: usize = 3000;

/// The report as indented JSON with a final line feed: the gravest findings where they are too many, and a
/// notification that says how many were left out.
pub fn render(report: &Report, host: &Host) -> String {
    let all: Vec<&ReportedFinding> = report.findings.iter().collect();
    let kept = gravest(&all, MOST);
    let rules: Vec<Rule> = kept.iter().map(|one| one.finding.rule).collect();
    let rules: BTreeMap<Rule, usize> = numbered(rules);
    let has_baseline = !report.summary.known.is_empty();
    let results = within_bytes(&kept, |one| result(one, &rules, host, has_baseline));
    let written: usize = results.iter().map(|result| result.occurrence_count.unwrap_or(1)).sum();
    let left = standing_for(&all) - written;
    to_json(&Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver: driver(&rules) },
            automation_details: Details { id: format!("ibid/{}", visible(&host.folder)) },
            // Columns of reports count code points; GitHub does not say how it counts them.
            column_kind: "unicodeCodePoints",
            invocations: [Invocation {
                execution_successful: true,
                tool_execution_notifications: notifications(left),
            }],
            results,
        }],
    })
}

/// Each rule once, with its number in their order.
fn numbered(mut rules: Vec<Rule>) -> BTreeMap<Rule, usize> {
    rules.sort_unstable();
    rules.dedup();
    rules.into_iter().enumerate().map(|(number, rule)| (rule, number)).collect()
}

/// The results of as many findings as there is room for, the gravest first chosen, in the order of the report.
fn within_bytes<'r>(
    findings: &[&'r ReportedFinding],
    result: impl Fn(&'r ReportedFinding) -> ResultItem<'r>,
) -> Vec<ResultItem<'r>> {
    let mut used = 0;
    let mut kept: Vec<(usize, ResultItem<'r>)> = Vec::with_capacity(findings.len());
    for number in gravest_first(findings) {
        let item = result(findings[number]);
        used += serde_json::to_vec(&item).map_or(MOST_BYTES, |bytes| bytes.len());
        if used > MOST_BYTES {
            break;
        }
        kept.push((number, item));
    }
    kept.sort_by_key(|(number, _)| *number);
    kept.into_iter().map(|(_, item)| item).collect()
}

fn notifications(left: usize) -> Vec<Notification> {
    if left == 0 {
        return Vec::new();
    }
    let text = format!(
        "{} left out, the gravest kept: GitHub takes no more of a file. `ibid verify` tells of all.",
        counted(left, "finding")
    );
    vec![Notification { level: "warning", message: Text { text } }]
}

fn driver(rules: &BTreeMap<Rule, usize>) -> Driver {
    Driver {
        name: "ibid",
        version: env!("CARGO_PKG_VERSION"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: rules.keys().map(|&rule| descriptor(rule)).collect(),
    }
}

fn descriptor(rule: Rule) -> Descriptor {
    let level = rule.default_level();
    Descriptor {
        id: rule.name(),
        short_description: Text { text: rule.summary().to_owned() },
        full_description: Text { text: full(rule) },
        help: Multiline { text: rule.explanation(), markdown: rule.explanation() },
        default_configuration: Configuration { level: level.name() },
        properties: Properties {
            tags: ["quotes"],
            precision: "very-high",
            problem_severity: match level {
                Level::Error => "error",
                Level::Warning => "warning",
                Level::Note => "recommendation",
            },
        },
    }
}

/// The first paragraph of "What it means" of a rule's page, whole sentences only; its summary where there is none.
fn full(rule: Rule) -> String {
    let meaning = rule.explanation().split("\n## What it means\n").nth(1);
    let paragraph = meaning.and_then(|text| text.trim_start().split("\n\n").next());
    let paragraph = paragraph.unwrap_or(rule.summary()).replace('\n', " ");
    // A list may follow, which is not shown.
    let end = if paragraph.ends_with(':') { paragraph.rfind(". ").map(|at| at + 1) } else { None };
    paragraph[..end.unwrap_or(paragraph.len())].to_owned()
}

fn result<'r>(
    one: &'r ReportedFinding,
    rules: &BTreeMap<Rule, usize>,
    host: &Host,
    has_baseline: bool,
) -> ResultItem<'r> {
    let finding = &one.finding;
    let state = if one.is_known { "unchanged" } else { "new" };
    ResultItem {
        rule_id: finding.rule.name(),
        rule_index: rules.get(&finding.rule).copied().unwrap_or_default(),
        level: finding.level.name(),
        message: Text { text: message(finding, host) },
        locations: [Location {
            id: None,
            message: None,
            physical_location: physical(&finding.place, None, host),
        }],
        related_locations: related(finding, host),
        partial_fingerprints: [("primaryLocationLineHash", one.fingerprint.as_str())].into_iter().collect(),
        baseline_state: has_baseline.then_some(state),
        occurrence_count: finding.others.as_ref().map(|others| others.count),
    }
}

/// The message, a line for each passage of the source with a link to it, the facts and what to do. A sentence
/// first: where there is little room, hosts show no more.
fn message(finding: &Finding, host: &Host) -> String {
    let mut lines = vec![format!("{}.", unlinked(&details::bounded(&finding.message)))];
    lines.extend(details::own_line(finding).map(|line| unlinked(&line)));
    for (index, one) in passages(finding).iter().enumerate() {
        let link = format!("[{}]({})", escaped(&details::place(&one.place, host)), index + 1);
        lines.push(format!("{link}{}", unlinked(&passage_line(one, ""))));
    }
    lines.extend(facts(finding).iter().map(|line| unlinked(line)));
    shortened(&lines.join("\n"), SHOWN)
}

/// A text in which nothing is an embedded link (SARIF 2.1.0, 3.11.6).
fn unlinked(text: &str) -> String {
    if text.contains("](") { escaped(text) } else { text.to_owned() }
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

fn related(finding: &Finding, host: &Host) -> Vec<Location> {
    let passages = passages(finding);
    let location = |(index, one): (usize, &details::Passage<'_>)| Location {
        id: Some(index + 1),
        message: (!one.label.is_empty()).then(|| Text { text: visible(one.label) }),
        physical_location: physical(&one.place, Some(one.words), host),
    };
    passages.iter().enumerate().map(location).collect()
}

fn physical(place: &Place, words: Option<&str>, host: &Host) -> PhysicalLocation {
    PhysicalLocation {
        artifact_location: ArtifactLocation { uri: host.uri(&place.path), uri_base_id: "%SRCROOT%" },
        region: Region {
            start_line: place.line,
            start_column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
            snippet: words.map(|words| Snippet { text: words.to_owned() }),
        },
    }
}
