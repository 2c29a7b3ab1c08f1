//! Quotes of real articles with the outcome that each must get (`tests/cases/quotes.json`).

use crate::common::{exact, json, repository};
use serde_json::Value;
use std::fs;

/// The article that a case names by the start of its file's name, as our own repository stores it.
fn article(name: &str) -> String {
    let id = match &name[..3] {
        "000" => "bruxelles-opposition-afghane",
        "001" => "talibans-administration-trump",
        "002" => "massoud-resistance-panjshir",
        "003" => "avancee-taliban-mazar",
        "004" => "progression-talibans-kaboul",
        other => panic!("no article {other}"),
    };
    let text = fs::read_to_string(format!("sources/{id}/2026-11-21.txt")).unwrap();
    match &name[3..] {
        " twice, an empty line between" => format!("{text}\n\n{text}"),
        " with CRLF" => text.replace('\n', "\r\n"),
        _ => text,
    }
}

/// What a report says of its one quote: its status and the rules.
fn outcome(report: &Value) -> (String, Vec<String>) {
    let status = report["claims"][0]["quotes"][0]["status"].as_str().unwrap().to_owned();
    let rules = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["rule"].as_str().unwrap().to_owned());
    (status, rules.collect())
}

#[test]
fn every_case_has_its_outcome() {
    let cases: Vec<Value> =
        serde_json::from_str(&fs::read_to_string("tests/cases/quotes.json").unwrap()).unwrap();
    assert!(cases.len() >= 24);
    for case in &cases {
        let text = |key: &str| case[key].as_str().unwrap();
        let report = json(&repository(&article(text("source")), &[exact(text("exact"))]));
        let (status, rules) = outcome(&report);
        let expected = text("outcome");
        let is_met = match expected {
            "never stands" => status != "stands",
            rule if rule.starts_with("quote-") => rules.iter().any(|found| found == rule),
            choices => choices.split(" or ").any(|choice| choice == status),
        };
        assert!(is_met, "{}: expected {expected}, got {status} with {rules:?}", text("case"));
    }
}
