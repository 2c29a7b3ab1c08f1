//! The report in one line a finding, `path:line:column: error[rule] message`, as the problem matchers of
//! editors and `grep` take it; then one line of figures.

use super::details::{bounded, message, place};
use super::host::Host;
use super::human;
use super::told::{Telling, Told};
use crate::report::Report;

/// The report as lines with a final line feed each. Nothing where it is quiet and nothing fails.
pub fn render(report: &Report, telling: Telling) -> String {
    let told = Told::of(report, telling);
    let mut out = String::new();
    for one in &told.findings {
        let finding = &one.finding;
        let known = if one.is_known { "known " } else { "" };
        out.push_str(&format!(
            "{}: {known}{}[{}] {}\n",
            place(&finding.place, &Host::default()),
            finding.level,
            finding.rule,
            bounded(&message(finding))
        ));
    }
    out + &foot(report, &told, telling)
}

/// What is said below the findings in a line each: that there are more, and the figures.
pub(super) fn foot(report: &Report, told: &Told<'_>, telling: Telling) -> String {
    let mut out = told.left_words().map(|words| format!("{words}\n")).unwrap_or_default();
    if told.has_figures(telling) {
        let known = human::known_words(&report.summary);
        let known = known.map(|words| format!("; {words}")).unwrap_or_default();
        out.push_str(&format!("{}{known}\n", human::checked_aloud(&report.summary)));
    }
    out
}
