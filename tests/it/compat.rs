//! Reports that earlier versions wrote are still read, and compared with what is there now.

use crate::common::ibid;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// The folder of the frozen files; see its README.
fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/compat"))
}

fn frozen() -> Value {
    serde_json::from_str(&fs::read_to_string(folder().join("report-1.json")).unwrap()).unwrap()
}

/// What `ibid diff` tells of a report and another side.
fn compared(before: &str, after: &str) -> Value {
    let run = ibid(folder(), &["diff", before, after, "--format", "json"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    run.json()
}

#[test]
fn an_old_report_has_every_status_that_there_was() {
    for status in ["stands", "ambiguous", "cut", "variant", "altered", "absent", "unchecked", "invalid"] {
        assert!(frozen()["summary"][status].as_u64().unwrap() > 0, "{status}");
    }
}

#[test]
fn an_old_report_is_compared_with_what_is_there_now() {
    let run = ibid(folder(), &["diff", "report-1.json", "repository"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    insta::assert_snapshot!("old_and_new", run.stdout);
    let again = compared("report-1.json", "repository");
    assert_eq!((&again["claims"], &again["sources"]), (&json!([]), &json!([])));
    // Rules that were made since find more; what was found then is found still, by its fingerprint, but for three
    // quotes of six Chinese characters and more, which are not taken for short any longer.
    let later = ["quote-superseded"];
    let mended = ["stands", "warned", "scaled"];
    let findings = again["findings"].as_array().unwrap();
    let (still, others): (Vec<&Value>, Vec<&Value>) =
        findings.iter().partition(|one| one["since"] == "still");
    assert_eq!(
        still.len() + mended.len(),
        frozen()["findings"].as_array().unwrap().len(),
        "fingerprints are what they were"
    );
    for one in others {
        let text = |key: &str| one[key].as_str().unwrap_or_default();
        let is_known = match text("since") {
            "new" => later.contains(&text("rule")),
            _ => text("rule") == "quote-short" && mended.contains(&text("claim")),
        };
        assert!(is_known, "{one}");
    }
}

#[test]
fn members_that_a_later_version_adds_are_left_out() {
    fn add(value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(add),
            Value::Object(members) => {
                // What people keep in `extra` is theirs; there every member counts.
                members.iter_mut().filter(|(key, _)| *key != "extra").for_each(|(_, value)| add(value));
                members.insert("added_later".into(), json!({ "of": [1, null, { "any": "kind" }] }));
            }
            _ => {}
        }
    }
    let mut later = frozen();
    add(&mut later);
    let file = tempfile::tempdir().unwrap();
    let path = file.path().join("later.json");
    fs::write(&path, later.to_string()).unwrap();
    let path = path.to_str().unwrap();
    for sides in [[path, "report-1.json"], ["report-1.json", path]] {
        let told = compared(sides[0], sides[1]);
        assert_eq!((&told["claims"], &told["sources"]), (&json!([]), &json!([])));
        assert_eq!((&told["summary"]["newly_failing"], &told["summary"]["fixed"]), (&json!(0), &json!(0)));
    }
}

#[test]
fn an_old_report_is_a_baseline_of_what_may_be_known() {
    let root = folder().join("repository");
    let report = |args: &[&str]| -> Value {
        let run = ibid(&root, &[&["verify", "--format", "json"], args].concat());
        assert_eq!(run.status, 1, "some rules are never known: {}", run.stderr);
        run.json()
    };
    let (plain, with) = (report(&[]), report(&["--baseline", "../report-1.json"]));
    let rules = |report: &Value, is_known: bool| -> Vec<String> {
        let all = report["findings"].as_array().unwrap().iter();
        let own =
            all.filter(|one| one["level"] == "error" && one["known"].as_bool().unwrap_or(false) == is_known);
        own.map(|one| one["rule"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(rules(&plain, true), Vec::<String>::new());
    let is_fixed = |rule: &String| ibid::finding::Rule::parse(rule).unwrap().is_fixed();
    assert!(rules(&with, false).iter().all(is_fixed), "{:?}", rules(&with, false));
    assert_eq!(rules(&with, true).len() + rules(&with, false).len(), rules(&plain, false).len());
    assert!(rules(&with, true).len() > 5);
}
