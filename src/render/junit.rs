//! The report as JUnit's XML, which nearly every CI shows: a suite for each claim file with a case for each quote,
//! a suite for the sources, and one for what is about neither. As of the schema of Jenkins' xUnit plugin
//! (`junit-10.xsd`). It always holds every finding.

use super::details::bounded;
use super::human;
use super::snippet::Canvas;
use super::visible::visible;
use super::wording::{self, claim_name, title};
use crate::finding::{Finding, Level, Rule};
use crate::quoting::shortened;
use crate::report::failing::FailOn;
use crate::report::overview::Overview;
use crate::report::{ClaimReport, QuoteReport, Report, ReportedFinding};
use crate::verify::Status;
use quick_xml::Writer;
use quick_xml::escape::{escape, partial_escape};
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::name::QName;
use std::collections::{BTreeMap, HashSet};
use std::io;

/// The columns of what a case says.
const CANVAS: Canvas = Canvas { width: 80, colour: false };
/// So many code points of a quote's words name its case.
const SHOWN: usize = 80;

/// A test suite.
struct Suite {
    name: String,
    cases: Vec<Case>,
}

/// A test case.
struct Case {
    class: String,
    name: String,
    outcome: Outcome,
    /// What is told beside the outcome.
    told: String,
}

/// What became of a case.
enum Outcome {
    Passed,
    /// It was not tested, or its failure is known.
    Skipped(String),
    /// It was tested and failed.
    Failed(Failure),
    /// It could not be tested.
    Broken(Failure),
}

struct Failure {
    rule: &'static str,
    message: String,
    text: String,
}

/// The report as XML with a final line feed. Cases fail for what the run fails for.
pub fn render(report: &Report, on: FailOn) -> String {
    // What a run never fails for passes, known or not.
    let is_excused = |one: &&ReportedFinding| {
        one.is_known && (one.finding.level == Level::Error || on.covers(one.finding.level))
    };
    let page = Page {
        report,
        overview: Overview::of(report),
        failing: report.findings.iter().filter(|one| one.fails(on)).map(address).collect(),
        known: report.findings.iter().filter(is_excused).map(address).collect(),
    };
    let mut suites = page.claim_suites();
    suites.extend(page.sources());
    suites.extend(page.others());
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(&mut writer, &suites).expect("writing to memory never fails");
    let mut out = writer.into_inner();
    out.push(b'\n');
    String::from_utf8(out).expect("only UTF-8 was written")
}

/// What tells a finding of the report from any other, equal or not.
fn address(one: &ReportedFinding) -> *const Finding {
    std::ptr::from_ref(&one.finding)
}

struct Page<'r> {
    report: &'r Report,
    overview: Overview<'r>,
    failing: HashSet<*const Finding>,
    known: HashSet<*const Finding>,
}

impl Page<'_> {
    /// A suite for each file of claims, by path.
    fn claim_suites(&self) -> Vec<Suite> {
        let mut files: BTreeMap<&str, Vec<Case>> = BTreeMap::new();
        for (number, claim) in self.report.claims.iter().enumerate() {
            files.entry(&claim.path).or_default().extend(self.claim(number, claim));
        }
        files.into_iter().map(|(path, cases)| Suite { name: visible(path), cases }).collect()
    }

    /// A case for each quote, and one for the claim itself where something is said of it.
    fn claim(&self, number: usize, claim: &ClaimReport) -> Vec<Case> {
        let class = shortened(&visible(claim_name(claim)), SHOWN);
        let own = self.overview.of_claim(number);
        let of_claim = (!own.is_empty() || claim.quotes.is_empty()).then(|| Case {
            class: class.clone(),
            name: "the claim itself".into(),
            outcome: self.outcome(own, claim.quotes.is_empty()),
            told: self.told(own),
        });
        let quotes = claim.quotes.iter().enumerate();
        let of_quotes = quotes.map(|(at, quote)| self.quote(&class, (number, at), quote));
        of_claim.into_iter().chain(of_quotes).collect()
    }

    fn quote(&self, class: &str, (number, at): (usize, usize), quote: &QuoteReport) -> Case {
        let findings = self.overview.of_quote(number, at);
        let is_untested = matches!(quote.outcome.status, Status::Unchecked | Status::Invalid);
        let outcome = match (self.outcome(findings, is_untested), quote.outcome.status) {
            (Outcome::Passed, Status::Unchecked) => self.unchecked(quote),
            // What does not stand never passes, also where its rule is off or of a level that nothing fails for.
            (Outcome::Passed, status) if status != Status::Stands => Outcome::Skipped(wording::status(quote)),
            (outcome, _) => outcome,
        };
        let words = shortened(&visible(&quote.words()), SHOWN);
        Case {
            class: class.into(),
            name: format!("{}. “{words}”", at + 1),
            outcome,
            told: self.told(findings),
        }
    }

    /// A quote that was not looked up: an error where its source has one, else told as not tested.
    fn unchecked(&self, quote: &QuoteReport) -> Outcome {
        let id = quote.source.as_deref().unwrap_or_default();
        let message = format!("not checked: {}", quote.outcome.unchecked.map_or("its source", Rule::name));
        let source = self.overview.source(id);
        let findings = source.map_or(&[][..], |source| self.overview.of_source(&source.record.id));
        match findings.iter().find(|finding| self.fails(finding)) {
            None => Outcome::Skipped(message),
            Some(finding) => Outcome::Broken(Failure {
                rule: finding.rule.name(),
                message,
                text: human::finding(finding, CANVAS),
            }),
        }
    }

    fn sources(&self) -> Option<Suite> {
        let case = |source: &crate::report::SourceReport| {
            let findings = self.overview.of_source(&source.record.id);
            let name = format!("{}: {}", visible(&source.record.id), visible(&title(source)));
            let name = shortened(&name, 2 * SHOWN);
            let is_broken = source.intact.contains(&false);
            let outcome = match self.outcome(findings, is_broken) {
                Outcome::Passed if is_broken => Outcome::Skipped(wording::state(false).into()),
                outcome => outcome,
            };
            Case { class: "sources".into(), name, outcome, told: self.told(findings) }
        };
        let cases: Vec<Case> = self.report.sources.iter().map(case).collect();
        (!cases.is_empty()).then(|| Suite { name: "sources".into(), cases })
    }

    /// A case for each finding about no claim and no source.
    fn others(&self) -> Option<Suite> {
        let case = |finding: &&Finding| {
            let name = format!("{}: {}", visible(&finding.place.path), finding.rule);
            let findings = std::slice::from_ref(finding);
            Case {
                class: "files".into(),
                name,
                outcome: self.outcome(findings, true),
                told: self.told(findings),
            }
        };
        let cases: Vec<Case> = self.overview.others().iter().map(case).collect();
        (!cases.is_empty()).then(|| Suite { name: "files".into(), cases })
    }

    fn fails(&self, finding: &Finding) -> bool {
        self.failing.contains(&std::ptr::from_ref(finding))
    }

    fn outcome(&self, findings: &[&Finding], is_untested: bool) -> Outcome {
        let failing: Vec<&Finding> = findings.iter().copied().filter(|one| self.fails(one)).collect();
        let Some(first) = failing.first() else { return self.outcome_without_failure(findings) };
        let more = match failing.len() {
            1 => String::new(),
            count => format!(" (and {})", super::told::more(count - 1, "finding")),
        };
        let texts: Vec<String> = failing.iter().map(|one| human::finding(one, CANVAS)).collect();
        let failure = Failure {
            rule: first.rule.name(),
            message: format!("{}{more}", bounded(&first.message)),
            text: texts.join("\n"),
        };
        if is_untested { Outcome::Broken(failure) } else { Outcome::Failed(failure) }
    }

    fn outcome_without_failure(&self, findings: &[&Finding]) -> Outcome {
        match findings.iter().find(|finding| self.known.contains(&std::ptr::from_ref(**finding))) {
            Some(finding) => Outcome::Skipped(format!("known to fail: {}", bounded(&finding.message))),
            None => Outcome::Passed,
        }
    }

    /// The findings that nothing fails for.
    fn told(&self, findings: &[&Finding]) -> String {
        let others = findings.iter().filter(|one| !self.fails(one));
        others.map(|one| human::finding(one, CANVAS)).collect::<Vec<_>>().join("\n")
    }
}

/// How many cases there are, failed, were broken and skipped.
#[derive(Clone, Copy, Default)]
struct Counts {
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

impl Counts {
    fn of<'c>(cases: impl Iterator<Item = &'c Case>) -> Self {
        let mut counts = Self::default();
        for case in cases {
            counts.tests += 1;
            match case.outcome {
                Outcome::Passed => {}
                Outcome::Skipped(_) => counts.skipped += 1,
                Outcome::Failed(_) => counts.failures += 1,
                Outcome::Broken(_) => counts.errors += 1,
            }
        }
        counts
    }
}

fn write(writer: &mut Writer<Vec<u8>>, suites: &[Suite]) -> io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let all = Counts::of(suites.iter().flat_map(|suite| &suite.cases));
    let counts = [("tests", all.tests), ("failures", all.failures), ("errors", all.errors)];
    writer.write_event(Event::Start(element("testsuites", &[("name", "ibid")], &counts)))?;
    for suite in suites {
        let own = Counts::of(suite.cases.iter());
        let counts = [
            ("tests", own.tests),
            ("failures", own.failures),
            ("errors", own.errors),
            ("skipped", own.skipped),
        ];
        writer.write_event(Event::Start(element("testsuite", &[("name", &suite.name)], &counts)))?;
        for case in &suite.cases {
            write_case(writer, case)?;
        }
        writer.write_event(Event::End(BytesEnd::new("testsuite")))?;
    }
    writer.write_event(Event::End(BytesEnd::new("testsuites")))
}

fn write_case(writer: &mut Writer<Vec<u8>>, case: &Case) -> io::Result<()> {
    let start = element("testcase", &[("classname", &case.class), ("name", &case.name)], &[]);
    if matches!(case.outcome, Outcome::Passed) && case.told.is_empty() {
        return writer.write_event(Event::Empty(start));
    }
    writer.write_event(Event::Start(start))?;
    match &case.outcome {
        Outcome::Passed => {}
        Outcome::Skipped(why) => {
            writer.write_event(Event::Empty(element("skipped", &[("message", why)], &[])))?;
        }
        Outcome::Failed(failure) => write_failure(writer, "failure", failure)?,
        Outcome::Broken(failure) => write_failure(writer, "error", failure)?,
    }
    if !case.told.is_empty() {
        write_text(writer, element("system-out", &[], &[]), &case.told)?;
    }
    writer.write_event(Event::End(BytesEnd::new("testcase")))
}

fn write_failure(writer: &mut Writer<Vec<u8>>, name: &str, failure: &Failure) -> io::Result<()> {
    let start = element(name, &[("message", &failure.message), ("type", failure.rule)], &[]);
    write_text(writer, start, &failure.text)
}

fn write_text(writer: &mut Writer<Vec<u8>>, start: BytesStart<'_>, text: &str) -> io::Result<()> {
    let end = start.to_end().into_owned();
    writer.write_event(Event::Start(start))?;
    writer
        .write_event(Event::Text(BytesText::from_escaped(inert(&partial_escape(allowed(text).as_str())))))?;
    writer.write_event(Event::End(end))
}

fn element<'e>(name: &'e str, words: &[(&str, &str)], counts: &[(&str, usize)]) -> BytesStart<'e> {
    let mut start = BytesStart::new(name);
    for (key, value) in words {
        let value = inert(&escape(allowed(value).as_str()));
        start.push_attribute(Attribute { key: QName(key), value: value.into() });
    }
    for (key, count) in counts {
        start.push_attribute((*key, count.to_string().as_str()));
    }
    start
}

/// A text without the two characters that are no text in XML 1.0 and are not written out elsewhere.
fn allowed(text: &str) -> String {
    text.replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}

/// Escaped text in which a log of GitHub Actions finds no command.
fn inert(escaped: &str) -> String {
    let lines = escaped.split('\n').map(without_command);
    lines.collect::<Vec<_>>().join("\n").replace("##[", "#&#35;[")
}

/// A line that does not begin with `::`.
fn without_command(line: &str) -> String {
    let rest = line.trim_start();
    let lead = &line[..line.len() - rest.len()];
    rest.strip_prefix("::").map_or_else(|| line.to_owned(), |rest| format!("{lead}&#58;:{rest}"))
}
