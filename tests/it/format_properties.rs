//! What must hold of every format of any report: it reads back by another's parser, it agrees with the others on what
//! the run comes to, its places have the words that it names, and nothing in it acts.

use crate::common::readers::{self, Place, acts, commands, junit, physical, sarif, slice};
use crate::common::{at_least, exact, report, repository};
use ibid::finding::Level;
use ibid::render::host::Host;
use ibid::render::snippet::Canvas;
use ibid::render::told::{Telling, Verbosity};
use ibid::render::{concise, github, gitlab, human, json, junit as xml, markdown, sarif as log};
use ibid::report::Report;
use ibid::report::failing::FailOn;
use ibid::tree::{MemoryTree, Tree as _};
use proptest::prelude::*;
use pulldown_cmark::{Options, Parser};
use serde_json::Value;

/// Texts as people write them and as they never would.
fn words() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[a-zéà’ ]{1,12}",
        "[0-9 .,%]{1,6}",
        Just("::error::x\n".to_owned()),
        Just("##[set-env name=x]y".to_owned()),
        Just("]]><b>&amp;".to_owned()),
        Just("\u{1b}[31m\u{202e}\u{fffe}".to_owned()),
        Just("😀 [a](1) |`".to_owned()),
        Just("\r\n".to_owned()),
    ];
    proptest::collection::vec(part, 1..8).prop_map(|parts| parts.concat())
}

/// A repository whose quotes are stretches of its text, some of them changed, and some nothing of the kind.
fn tree() -> impl Strategy<Value = MemoryTree> {
    let quotes = proptest::collection::vec((0..400_usize, 1..60_usize, words(), 0..4_u8), 1..8);
    (proptest::collection::vec(words(), 1..8), quotes).prop_map(|(paragraphs, quotes)| {
        let text = paragraphs.join("\n\n");
        let chars: Vec<char> = text.chars().collect();
        let lines: Vec<String> = quotes
            .into_iter()
            .map(|(start, length, other, kind)| {
                let start = start % chars.len();
                let stretch: String = chars[start..chars.len().min(start + length)].iter().collect();
                match kind {
                    0 => exact(&other),
                    1 => exact(&stretch.replace('a', "e")),
                    2 => format!("{}\nnote = {}", exact(&stretch), ibid::quoting::toml_string(&other)),
                    _ => exact(&stretch),
                }
            })
            .collect();
        repository(&text, &lines)
    })
}

fn content(tree: &MemoryTree, path: &str) -> String {
    String::from_utf8(tree.read(path, u64::MAX).unwrap()).unwrap()
}

fn telling(fail_on: FailOn) -> Telling {
    Telling { verbosity: Verbosity::Normal, most: None, fail_on }
}

/// Whether the run fails, by each format alone.
fn verdicts(report: &Report, on: FailOn) -> Vec<(&'static str, bool)> {
    let host = Host::default();
    let levels: &[&str] = match on {
        FailOn::Error => &["error"],
        FailOn::Warning => &["error", "warning"],
        FailOn::Never => &[],
    };
    let has = |level: &str| levels.contains(&level);
    let results = sarif(&log::render(report, &host));
    let issues: Vec<Value> = serde_json::from_str(&gitlab::render(report, &host)).unwrap();
    let weight = |issue: &Value| match issue["severity"].as_str().unwrap() {
        "critical" => has("error"),
        "minor" => has("warning"),
        _ => false,
    };
    let short = concise::render(report, telling(on));
    vec![
        ("json", readers::json(&json::render(report)).iter().any(|(_, level, _)| has(level))),
        ("sarif", results.iter().any(|one| has(one["level"].as_str().unwrap()))),
        ("github", commands(&github::render(report, &host, telling(on))).0.iter().any(|one| has(&one.name))),
        ("gitlab", issues.iter().any(weight)),
        (
            "junit",
            junit(&xml::render(report, on))
                .iter()
                .any(|one| ["failure", "error"].contains(&one.outcome.as_str())),
        ),
        (
            "concise",
            levels.iter().any(|level| short.lines().any(|line| line.contains(&format!(": {level}[")))),
        ),
        ("markdown", markdown::verify::render(report, &host, telling(on)).contains("| claim | place |")),
    ]
}

fn whole(report: &Report) -> Vec<(&'static str, String)> {
    let host = Host { folder: "a b/".into(), files: Some("https://host.example/o/r/blob/0a1b/".into()) };
    let told = telling(FailOn::Error);
    let canvas = Canvas { width: 80, colour: false };
    vec![
        ("human", human::render(report, human::Options { canvas, telling: told })),
        ("concise", concise::render(report, told)),
        ("markdown", markdown::verify::render(report, &host, told)),
        ("json", json::render(report)),
        ("sarif", log::render(report, &host)),
        ("github", github::render(report, &host, told)),
        ("gitlab", gitlab::render(report, &host)),
        ("junit", xml::render(report, FailOn::Error)),
    ]
}

proptest! {
    #![proptest_config(at_least(96))]

    #[test]
    fn all_formats_agree_on_what_a_run_comes_to(tree in tree()) {
        let report = report(&tree);
        for on in [FailOn::Error, FailOn::Warning, FailOn::Never] {
            for (format, fails) in verdicts(&report, on) {
                // Markdown tells of errors also where nothing fails for them.
                let expected = report.fails(on) || format == "markdown" && report.fails(FailOn::Error);
                prop_assert_eq!(fails, expected, "{} for {:?}", format, on);
            }
        }
    }

    #[test]
    fn every_place_has_the_words(tree in tree()) {
        let report = report(&tree);
        let all = readers::json(&json::render(&report));
        for result in sarif(&log::render(&report, &Host::default())) {
            let (place, _) = physical(&result["locations"][0]);
            prop_assert!(slice(&content(&tree, &place.path), &place).is_some(), "{:?}", place);
            for location in result["relatedLocations"].as_array().into_iter().flatten() {
                let (place, words) = physical(location);
                let content = content(&tree, &place.path);
                prop_assert_eq!(slice(&content, &place), words.as_deref(), "{:?}", place);
            }
            let rule = result["ruleId"].as_str().unwrap();
            prop_assert!(all.contains(&(rule.into(), result["level"].as_str().unwrap().into(), place)));
        }
        for command in commands(&github::render(&report, &Host::default(), telling(FailOn::Error))).0 {
            let own = command.place();
            let whole = |place: &Place| place.path == own.path && place.line == own.line;
            prop_assert!(all.iter().any(|(_, _, place)| whole(place)), "{:?}", own);
        }
    }

    #[test]
    fn nothing_acts_and_everything_is_read_back(tree in tree()) {
        let report = report(&tree);
        for (format, text) in whole(&report) {
            prop_assert_eq!(acts(&text), None, "{}", format);
            let shown = if format == "github" { text.clone() } else { github::inert(&text).into_owned() };
            let (obeyed, _) = commands(&shown);
            if format == "github" {
                let count = |level: Level| report.findings.iter().filter(|one| one.finding.level == level).count().min(10);
                let expected = [Level::Error, Level::Warning, Level::Note].map(count).iter().sum::<usize>();
                prop_assert_eq!(obeyed.len(), expected);
            } else {
                prop_assert_eq!(obeyed, vec![], "{}", format);
            }
            if ["json", "sarif", "gitlab", "junit"].contains(&format) {
                prop_assert_eq!(&*github::inert(&text), &text, "{} is never wrapped", format);
            }
            if format == "markdown" {
                prop_assert!(Parser::new_ext(&text, Options::all()).count() > 3);
                prop_assert!(text.encode_utf16().count() < 65_536);
            }
        }
    }
}
