//! A rule that is turned off leaves a trace: where states are compared, and in the figures of a check, which still
//! count the quotes that do not stand.
#![cfg(feature = "git")]

use crate::common::git::{ARTICLE, CLAIM, CONFIG, Repo};
use serde_json::Value;

const ARABIC: &str = "قال الوزير إن الحكومة لن تغادر كابول أبدا.\n";
const CHINESE: &str = "外交部发言人表示，中国尊重阿富汗人民的选择。\n";

fn config(levels: &[(&str, &str)]) -> String {
    let lines: String = levels.iter().map(|(rule, level)| format!("{rule} = \"{level}\"\n")).collect();
    format!("{CONFIG}\n[rules]\n{lines}")
}

fn claim(id: &str, source: &str, words: &str) -> String {
    claim_of(id, source, &format!("\"{words}\""))
}

/// A claim with one quote, whose `exact` is written as it is to be in TOML.
fn claim_of(id: &str, source: &str, exact: &str) -> String {
    format!(
        "[[claim]]\nid = \"{id}\"\ntext = \"T.\"\n\n[[claim.quote]]\nsource = \"{source}\"\nexact = {exact}\n\n"
    )
}

/// A claim that stands; then the rule `quote-altered` has another level, and nothing else changed.
fn lowered(level: &str) -> Repo {
    let repo = Repo::with_ibid();
    repo.source("le-discours", "title = \"Le discours\"", ARTICLE);
    repo.write("claims/a.toml", CLAIM);
    repo.commit("Begin");
    repo.write("ibid.toml", config(&[("quote-altered", level)]));
    repo.commit("Lower the rule");
    repo
}

fn told(repo: &Repo, args: &[&str]) -> String {
    repo.ibid(args).stdout
}

fn json(repo: &Repo, args: &[&str]) -> Value {
    repo.ibid(&[args, &["--format", "json"]].concat()).json()
}

#[test]
fn another_level_is_told_in_every_format() {
    let repo = lowered("off");
    let sides = ["diff", "HEAD~1..HEAD"];
    insta::assert_snapshot!("lowered", told(&repo, &sides));
    insta::assert_snapshot!("lowered_md", told(&repo, &[&sides[..], &["--format", "markdown"]].concat()));
    let value = json(&repo, &sides);
    assert_eq!(value["summary"]["rules_changed"], 1);
    let rule = serde_json::json!({ "rule": "quote-altered", "from": "error", "to": "off" });
    assert_eq!(value["rules"][0], rule);
    assert!(told(&repo, &["diff", "HEAD..HEAD~1"]).contains("`quote-altered`: off → error"));
    let work = told(&repo, &["diff", "HEAD~1"]);
    assert!(work.contains("`quote-altered`: error → off"), "{work}");
}

#[test]
fn an_editor_should_look_where_runs_fail_no_longer() {
    for (level, status) in [("off", 1), ("warning", 1), ("note", 1), ("error", 0)] {
        assert_eq!(lowered(level).ibid(&["diff", "HEAD~1..HEAD", "--exit-code"]).status, status, "{level}");
    }
    assert_eq!(lowered("off").ibid(&["diff", "HEAD..HEAD~1", "--exit-code"]).status, 0);
    let run = lowered("off").ibid(&["verify", "--new-since", "HEAD~1"]);
    assert!(run.stderr.contains("`quote-altered` is off"), "{}", run.stderr);
    // A level that is written down and is the usual one is no other level.
    assert!(told(&lowered("error"), &["diff", "HEAD~1..HEAD"]).contains("nothing changed"));
}

#[test]
fn a_configuration_with_a_slip_in_it_lowers_nothing_and_raises_nothing() {
    let repo = lowered("off");
    for slip in ["[rules\n", "[rules]\nquote-altered = \"of\"\n"] {
        repo.write("ibid.toml", format!("{CONFIG}\n{slip}"));
        let told = told(&repo, &["diff"]);
        assert!(!told.contains("another level") && told.contains("1 newly failing"), "{told}");
    }
}

#[test]
fn what_is_only_silenced_is_not_fixed() {
    let repo = Repo::with_ibid();
    repo.source("le-discours", "title = \"Le discours\"", ARTICLE);
    repo.write("claims/a.toml", claim("quand", "le-discours", "Il n’a pas dit quand"));
    repo.commit("Begin");
    for level in ["off", "warning"] {
        repo.write("ibid.toml", config(&[("quote-altered", level)]));
        let human = told(&repo, &["diff"]);
        assert!(human.contains("1 of a rule that was lowered, not fixed"), "{human}");
        assert!(!human.contains("✓") && human.contains("(its rule is "), "{human}");
        let markdown = told(&repo, &["diff", "--format", "markdown"]);
        assert!(markdown.split("<details>").next().unwrap().contains("its rule is "), "{markdown}");
    }
    // One that is mended is fixed, whatever became of other rules.
    repo.write("ibid.toml", config(&[("quote-absent", "warning")]));
    repo.write("claims/a.toml", claim("quand", "le-discours", "Il n’a pas dit où"));
    assert!(told(&repo, &["diff"]).contains("1 fixed"));
}

#[test]
fn a_saved_report_says_its_levels_and_of_an_earlier_one_nothing_is_said() {
    let repo = lowered("off");
    let now = json(&repo, &["report"]);
    assert_eq!(now["rules"], serde_json::json!({ "quote-altered": "off" }));
    repo.write("now.json", now.to_string());
    assert!(told(&repo, &["diff", "HEAD~1", "now.json"]).contains("`quote-altered`: error → off"));
    let mut earlier = now;
    earlier.as_object_mut().unwrap().remove("rules").unwrap();
    repo.write("now.json", earlier.to_string());
    assert!(told(&repo, &["diff", "HEAD~1", "now.json"]).contains("nothing changed"));
}

/// Quotes that do not stand, each with its rule.
const FAILING: [(&str, &str, &str, &str); 5] = [
    ("quote-altered", "altered", "le-discours", "Il n’a pas dit quand"),
    ("quote-absent", "absent", "le-discours", "Une tout autre phrase sur les éléphants roses"),
    ("quote-variant", "variant", "le-discours", "Il n'a pas dit où"),
    ("quote-cuts-word", "cut", "wazir", "الحكومة لن تغادر كابو"),
    ("quote-altered", "altered", "fayanren", "中国不尊重阿富汗人民的选择"),
];

fn failing(levels: &[(&str, &str)]) -> Repo {
    let repo = Repo::with_ibid();
    repo.write("ibid.toml", config(levels));
    for (id, text) in [("le-discours", ARTICLE), ("wazir", ARABIC), ("fayanren", CHINESE)] {
        repo.source(id, "title = \"T\"", text);
    }
    let claims = FAILING.iter().enumerate();
    let claims: String =
        claims.map(|(number, (_, _, source, words))| claim(&format!("c{number}"), source, words)).collect();
    repo.write("claims/a.toml", claims);
    repo
}

#[test]
fn quotes_that_do_not_stand_are_counted_where_their_rule_is_off() {
    let off: Vec<(&str, &str)> = FAILING.iter().map(|one| (one.0, "off")).take(4).collect();
    let repo = failing(&off);
    let run = repo.ibid(&["verify"]);
    insta::assert_snapshot!("silenced", run.stdout);
    assert_eq!(run.status, 0);
    for format in ["concise", "github", "markdown"] {
        let told = told(&repo, &["verify", "--format", format]);
        assert!(told.contains("1 absent (its rule is off in ibid.toml)"), "{format}: {told}");
    }
    assert_eq!(json(&repo, &["verify"])["summary"]["silenced"], 5);
}

#[test]
fn what_a_rule_found_that_is_off_is_counted_though_the_quote_stands() {
    let repo = Repo::with_ibid();
    repo.source(
        "note",
        "title = \"T\"\nlanguage = \"en\"",
        "The minister did not sign the order on Monday.\n",
    );
    repo.write("claims/a.toml", claim("c", "note", "sign the order on Monday"));
    assert!(told(&repo, &["verify"]).contains("warning[quote-negated]"));
    repo.write("ibid.toml", "format = 1\n[rules]\nquote-negated = \"off\"\n");
    for format in ["human", "concise", "github", "markdown"] {
        let told = told(&repo, &["verify", "--format", format]);
        assert!(told.contains("off in ibid.toml, and not told: quote-negated (1)"), "{format}: {told}");
    }
    assert_eq!(json(&repo, &["verify"])["summary"]["turned_off"], 1);
    assert_eq!(told(&repo, &["verify", "-q"]), "");
}

#[test]
fn what_is_told_is_not_called_off() {
    let warned: Vec<(&str, &str)> = FAILING.iter().map(|one| (one.0, "warning")).take(4).collect();
    for levels in [&warned[..], &[], &[("quote-short", "off"), ("quote-drifted", "off")]] {
        let told = told(&failing(levels), &["verify", "--format", "concise"]);
        assert!(!told.contains("off in ibid.toml"), "{told}");
    }
    let told = told(
        &failing(&[("quote-absent", "off"), ("quote-altered", "note")]),
        &["verify", "--format", "concise"],
    );
    assert!(told.contains("2 altered, 1 absent (its rule is off in ibid.toml)"), "{told}");
}

#[test]
fn a_quote_that_is_let_pass_is_warned_of_as_one_that_stands() {
    let article = "The minister said: \u{201c}It\u{2019}s not a war, it\u{2019}s a riot.\u{201d} You\u{2019}d pay her? We pay \
                   $\u{a0}500 million. Some men can\u{2019}t, and never did, leave.\n\nThis is not a state. This is a state.\n";
    let of = |rule: &str, level: &str, exact: &str| {
        let repo = Repo::with_ibid();
        repo.source("speech", "title = \"A speech\"\nlanguage = \"en\"", article);
        repo.write("claims/a.toml", claim_of("a", "speech", exact));
        repo.write("ibid.toml", config(&[(rule, level), ("quote-short", "off")]));
        let run = json(&repo, &["verify"]);
        let findings = run["findings"].as_array().unwrap().clone();
        findings.iter().map(|one| one["rule"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for (rule, exact, told) in [
        ("quote-variant", "\"a war, it's a riot\"", "quote-negated"),
        ("quote-variant", "\"You'd pay her\"", "quote-question"),
        ("quote-variant", "\"We pay $ 500\"", "quote-magnitude"),
        ("quote-cuts-word", "\"a war, it\u{2019}s a rio\"", "quote-negated"),
        ("quote-ambiguous", "\"a state.\"", "quote-negated"),
    ] {
        for level in ["off", "note", "warning"] {
            assert!(of(rule, level, exact).contains(&told.to_owned()), "{rule} {level} {exact}");
        }
        assert_eq!(of(rule, "error", exact), [rule], "{exact}");
    }
    // What a list leaves out turns it round in whatever characters it is written.
    let segments = "[\"Some men can't\", \"leave\"]";
    assert_eq!(of("quote-variant", "off", segments), ["omission-negates"]);
    assert_eq!(of("quote-variant", "error", segments), ["omission-negates", "quote-variant"]);
}
