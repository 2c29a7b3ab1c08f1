//! What programs read of each format: parsers that know nothing of how ibid writes. Workflow commands are read as the
//! runner of GitHub Actions does (`ActionCommand.cs`).

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use std::collections::BTreeMap;

/// A finding as a format tells it; the ends are `None` where it has none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub path: String,
    pub line: usize,
    pub column: Option<usize>,
    pub end: Option<(usize, usize)>,
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a number")).unwrap()
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// The findings of `ibid.report/1`: rule, level, place.
pub fn json(report: &str) -> Vec<(String, String, Place)> {
    let report: Value = serde_json::from_str(report).unwrap();
    let finding = |one: &Value| {
        let place = Place {
            path: text(&one["path"]),
            line: number(&one["line"]),
            column: Some(number(&one["column"])),
            end: Some((number(&one["end_line"]), number(&one["end_column"]))),
        };
        (text(&one["rule"]), text(&one["level"]), place)
    };
    report["findings"].as_array().unwrap().iter().map(finding).collect()
}

/// A place of SARIF, with its words where they are told.
pub fn physical(location: &Value) -> (Place, Option<String>) {
    let physical = &location["physicalLocation"];
    let region = &physical["region"];
    let place = Place {
        path: decoded(physical["artifactLocation"]["uri"].as_str().unwrap()),
        line: number(&region["startLine"]),
        column: Some(number(&region["startColumn"])),
        end: Some((number(&region["endLine"]), number(&region["endColumn"]))),
    };
    (place, region["snippet"]["text"].as_str().map(String::from))
}

/// The results of a SARIF file.
pub fn sarif(file: &str) -> Vec<Value> {
    let log: Value = serde_json::from_str(file).unwrap();
    log["runs"][0]["results"].as_array().unwrap().clone()
}

/// A URI without its percent-encoding.
pub fn decoded(uri: &str) -> String {
    let mut parts = uri.split('%');
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).unwrap()
}

/// A command that GitHub's runner would obey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    pub name: String,
    pub properties: BTreeMap<String, String>,
    pub data: String,
}

impl Command {
    pub fn place(&self) -> Place {
        let number = |name: &str| self.properties.get(name).map(|value| value.parse::<usize>().unwrap());
        Place {
            path: self.properties["file"].clone(),
            line: number("line").unwrap(),
            column: number("col"),
            end: number("endLine").zip(number("endColumn")),
        }
    }
}

/// The commands that a runner knows.
const REGISTERED: [&str; 16] = [
    "add-mask",
    "add-matcher",
    "add-path",
    "debug",
    "echo",
    "endgroup",
    "error",
    "group",
    "internal-set-repo-path",
    "notice",
    "remove-matcher",
    "save-state",
    "set-env",
    "set-output",
    "stop-commands",
    "warning",
];

/// The commands that a runner obeys in what a step prints, and the lines that are none.
pub fn commands(printed: &str) -> (Vec<Command>, Vec<String>) {
    let (mut obeyed, mut others) = (Vec::new(), Vec::new());
    let mut stopped: Option<String> = None;
    for line in printed.split(['\n', '\r']) {
        let resumes = stopped.as_ref().is_some_and(|token| line.trim() == format!("::{token}::"));
        if resumes {
            stopped = None;
            continue;
        }
        match current(line).or_else(|| legacy(line)).filter(|_| stopped.is_none()) {
            Some(command) if command.name == "stop-commands" => stopped = Some(command.data),
            Some(command) => obeyed.push(command),
            None => others.push(line.to_owned()),
        }
    }
    assert_eq!(stopped, None, "commands are read again");
    (obeyed, others)
}

fn known(info: &str) -> Option<(String, String)> {
    let (name, properties) = info.split_once(' ').unwrap_or((info, ""));
    let name = name.to_lowercase();
    REGISTERED.contains(&name.as_str()).then(|| (name, properties.trim().to_owned()))
}

fn current(line: &str) -> Option<Command> {
    let rest = line.trim_start().strip_prefix("::")?;
    let (info, data) = rest.split_once("::")?;
    let (name, properties) = known(info)?;
    let data_of = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    let value_of = |text: &str| {
        let text = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",");
        text.replace("%25", "%")
    };
    let properties = properties.split(',').filter_map(|pair| pair.split_once('='));
    let properties = properties.map(|(key, value)| (key.to_owned(), value_of(value))).collect();
    Some(Command { name, properties, data: data_of(data) })
}

fn legacy(line: &str) -> Option<Command> {
    let (_, rest) = line.split_once("##[")?;
    let (info, data) = rest.split_once(']')?;
    let (name, _) = known(info)?;
    Some(Command { name, properties: BTreeMap::new(), data: data.to_owned() })
}

/// What JUnit's XML says of its cases: suite, class, name, outcome, text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    pub suite: String,
    pub class: String,
    pub name: String,
    pub outcome: String,
    pub text: String,
}

/// Reads JUnit's XML and checks it against the schema of Jenkins' xUnit plugin: the elements, their order and
/// attributes, and that every count is right.
pub fn junit(xml: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut suite = String::new();
    let mut declared: Vec<(Option<String>, BTreeMap<String, String>)> = Vec::new();
    let mut reader = Reader::from_str(xml);
    loop {
        let event =
            reader.read_event().unwrap_or_else(|error| panic!("{error} at {}", reader.error_position()));
        let (start, is_empty) = match &event {
            Event::Start(start) => (start, false),
            Event::Empty(start) => (start, true),
            Event::End(_) => {
                open.pop();
                continue;
            }
            Event::Text(content) => {
                let is_said = open
                    .last()
                    .is_some_and(|name| ["failure", "error", "system-out"].contains(&name.as_str()));
                assert!(is_said || content.trim().is_empty(), "{content:?}");
                if is_said {
                    cases.last_mut().unwrap().text.push_str(content);
                }
                continue;
            }
            Event::GeneralRef(entity) => {
                cases.last_mut().unwrap().text.push_str(&format!("&{};", &**entity));
                continue;
            }
            Event::Decl(_) => continue,
            Event::Eof => break,
            other => panic!("{other:?}"),
        };
        let name = start.name().0.to_owned();
        let attributes: BTreeMap<String, String> = start
            .attributes()
            .map(|one| one.unwrap())
            .map(|one| (one.key.0.to_owned(), quick_xml::escape::unescape(&one.value).unwrap().into_owned()))
            .collect();
        let parent = open.last().map(String::as_str);
        let (parents, required, optional): (&[Option<&str>], &[&str], &[&str]) = match name.as_str() {
            "testsuites" => (&[None], &["name", "tests", "failures", "errors"], &[]),
            "testsuite" => (&[Some("testsuites")], &["name", "tests", "failures", "errors", "skipped"], &[]),
            "testcase" => (&[Some("testsuite")], &["classname", "name"], &[]),
            "failure" | "error" => (&[Some("testcase")], &["message", "type"], &[]),
            "skipped" => (&[Some("testcase")], &["message"], &[]),
            "system-out" => (&[Some("testcase")], &[], &[]),
            other => panic!("no element {other}"),
        };
        assert!(parents.contains(&parent), "{name} in {parent:?}");
        assert!(required.iter().all(|key| attributes.contains_key(*key)), "{name}: {attributes:?}");
        assert!(
            attributes.keys().all(|key| required.contains(&key.as_str()) || optional.contains(&key.as_str()))
        );
        match name.as_str() {
            "testsuites" => declared.push((None, attributes)),
            "testsuite" => {
                suite.clone_from(&attributes["name"]);
                declared.push((Some(suite.clone()), attributes));
            }
            "testcase" => cases.push(Case {
                suite: suite.clone(),
                class: attributes["classname"].clone(),
                name: attributes["name"].clone(),
                outcome: "passed".into(),
                text: String::new(),
            }),
            "failure" | "error" | "skipped" => {
                let case = cases.last_mut().unwrap();
                assert_eq!(case.outcome, "passed", "one outcome a case");
                case.outcome.clone_from(&name);
            }
            _ => {}
        }
        if !is_empty {
            open.push(name);
        }
    }
    assert!(open.is_empty());
    check_counts(&cases, &declared);
    cases
}

fn check_counts(cases: &[Case], declared: &[(Option<String>, BTreeMap<String, String>)]) {
    for (suite, attributes) in declared {
        let own: Vec<&Case> =
            cases.iter().filter(|case| suite.as_ref().is_none_or(|name| *name == case.suite)).collect();
        let count = |outcome: &str| own.iter().filter(|case| case.outcome == outcome).count().to_string();
        assert_eq!(attributes["tests"], own.len().to_string(), "{suite:?}");
        assert_eq!(attributes["failures"], count("failure"), "{suite:?}");
        assert_eq!(attributes["errors"], count("error"), "{suite:?}");
        assert_eq!(attributes.get("skipped").unwrap_or(&count("skipped")), &count("skipped"), "{suite:?}");
    }
}

/// The words between two places of a text; lines end with LF, CR LF or CR, columns count code points from 1.
pub fn slice<'t>(content: &'t str, place: &Place) -> Option<&'t str> {
    let at = |line: usize, column: usize| {
        let (start, end) = line_spans(content).get(line - 1).copied()?;
        let chars = content[start..end].char_indices().map(|(at, _)| start + at);
        chars.chain([end]).nth(column - 1)
    };
    let (end_line, end_column) = place.end?;
    content.get(at(place.line, place.column?)?..at(end_line, end_column)?)
}

fn line_spans(content: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut start = 0;
    let bytes = content.as_bytes();
    for at in 0..bytes.len() {
        if bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
            let end = if bytes[at] == b'\n' && at > start && bytes[at - 1] == b'\r' { at - 1 } else { at };
            spans.push((start, end));
            start = at + 1;
        }
    }
    spans.push((start, bytes.len()));
    spans
}

/// Whether a text would act on a terminal, or hides which way it runs.
pub fn acts(text: &str) -> Option<char> {
    text.chars().find(|&c| c.is_control() && c != '\n' || ibid::fold::is_bidi_control(c))
}
