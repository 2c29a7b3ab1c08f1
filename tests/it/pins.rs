//! What a person writes is never passed over where states are compared: every key of a claim and a quote, and above
//! all the pin, which mends nothing and is not told as if it had.
#![cfg(feature = "git")]

use crate::common::git::{ARTICLE, CLAIM, Repo};
use ibid::parse::{CLAIM_KEYS, QUOTE_KEYS};
use serde_json::Value;

/// A source that changed since the claim quoted it.
fn drifted() -> Repo {
    let repo = Repo::with_ibid();
    repo.source("le-discours", "title = \"Le discours\"", ARTICLE);
    repo.write("claims/a.toml", CLAIM);
    repo.commit("Quote the minister");
    repo.capture("sources/le-discours", "2026-01-05", &ARTICLE.replace("une erreur", "une faute"));
    repo.commit("Capture the article again");
    repo
}

fn told(repo: &Repo, args: &[&str]) -> String {
    repo.ibid(args).stdout
}

fn diff(repo: &Repo) -> Value {
    repo.ibid(&["diff", "HEAD~1..HEAD", "--format", "json"]).json()
}

#[test]
fn a_pin_is_told_and_never_called_a_fix() {
    let repo = drifted();
    let run = repo.ibid(&["pin", "erreur"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    repo.commit("Pin the minister's words");
    insta::assert_snapshot!("pinned", told(&repo, &["diff", "HEAD~1..HEAD"]));
    insta::assert_snapshot!("pinned_md", told(&repo, &["diff", "HEAD~1..HEAD", "--format", "markdown"]));
    insta::assert_snapshot!("unpinned", told(&repo, &["diff", "HEAD..HEAD~1"]));
    insta::assert_snapshot!("pinned_log", told(&repo, &["log", "erreur"]));
    let json = diff(&repo);
    assert_eq!((&json["summary"]["pinned"], &json["summary"]["fixed"]), (&1.into(), &1.into()));
    let events = json["claims"][0]["quotes"][0]["events"].as_array().unwrap();
    assert!(events.iter().any(|one| one["field"] == "capture" && one["to"] == "2025-12-08"));
    assert_eq!(json["findings"][0]["pinned"], "2025-12-08");
}

#[test]
fn a_pin_that_is_written_when_the_source_changes_is_told_too() {
    let repo = Repo::with_ibid();
    repo.source("le-discours", "title = \"Le discours\"", ARTICLE);
    repo.write("claims/a.toml", CLAIM);
    repo.commit("Quote the minister");
    repo.capture("sources/le-discours", "2026-01-05", &ARTICLE.replace("une erreur", "une faute"));
    repo.ibid(&["pin", "erreur"]);
    repo.commit("Capture it again, and pin");
    let told = told(&repo, &["diff", "HEAD~1..HEAD"]);
    assert!(told.contains("capture: {+2025-12-08+}") && !told.contains("fixed"), "{told}");
}

#[test]
fn a_quote_that_is_mended_with_a_pin_beside_is_fixed() {
    let repo = drifted();
    repo.change(
        "claims/a.toml",
        "exact = \"Le ministre a parlé d’« une erreur »\"",
        "capture = \"2026-01-05\"\nexact = \"Le ministre a parlé d’« une faute »\"",
    );
    repo.commit("Quote what it says now");
    let told = told(&repo, &["diff", "HEAD~1..HEAD"]);
    assert!(told.contains("\n1 fixed\n") && told.contains("capture: {+2026-01-05+}"), "{told}");
}

/// A claim with all that can be written of it; `quote` for the quotes.
fn all(key: &str, value: Option<&str>) -> String {
    let lines = |keys: &[&str]| -> String {
        let line = |own: &&str| match value {
            Some(value) if *own == key => format!("{key} = {value}\n"),
            _ if *own == key => String::new(),
            _ => plain(own).map(|value| format!("{own} = {value}\n")).unwrap_or_default(),
        };
        keys.iter().map(line).collect()
    };
    format!("[[claim]]\n{}\n[[claim.quote]]\n{}", lines(CLAIM_KEYS), lines(QUOTE_KEYS))
}

/// What a key has where it is not looked at; `None` where it is left out then.
fn plain(key: &str) -> Option<&'static str> {
    match key {
        "id" => Some("\"erreur\""),
        "text" => Some("\"The minister spoke.\""),
        "source" => Some("\"le-discours\""),
        "exact" => Some("\"une erreur\""),
        _ => None,
    }
}

/// Two values of a key; the second is `None` where only one other than its absence means anything.
fn values(key: &str) -> (&'static str, Option<&'static str>) {
    match key {
        "id" => ("\"erreur\"", Some("\"faute\"")),
        "source" => ("\"le-discours\"", Some("\"autre\"")),
        "exact" => ("\"une erreur\"", Some("\"Le ministre\"")),
        "within" => ("\"d’« une erreur »\"", Some("\"parlé d’« une erreur »\"")),
        "verdict" => ("\"supported\"", Some("\"disputed\"")),
        "stance" => ("\"refutes\"", Some("\"context\"")),
        "capture" => ("\"2025-12-08\"", Some("\"2026-01-05\"")),
        "partial" | "repeated" => ("true", None),
        "tags" => ("[\"une\"]", Some("[\"deux\"]")),
        "extra" => ("{ desk = \"une\" }", Some("{ desk = \"deux\" }")),
        "text" | "note" | "speaker" | "translation" => ("\"une\"", Some("\"deux\"")),
        other => panic!("say here what `{other}` can hold, and tell it in a comparison"),
    }
}

/// How a change of a key is called in a report.
fn field(key: &str) -> &str {
    if key == "tags" { "tag" } else { key }
}

/// Words of a value as a reader sees them.
fn shown(value: &str) -> &str {
    value.split('"').nth(1).unwrap_or(value)
}

/// The repository with one claim file after the other, and what is told of the last step.
fn step(key: &str, from: Option<&str>, to: Option<&str>) {
    let repo = Repo::with_ibid();
    for id in ["le-discours", "autre"] {
        repo.source(id, &format!("title = \"{id}\""), ARTICLE);
        repo.capture(&format!("sources/{id}"), "2026-01-05", &format!("{ARTICLE}Plus tard.\n"));
    }
    repo.write("claims/a.toml", all(key, from));
    repo.commit("Before");
    repo.write("claims/a.toml", all(key, to));
    repo.commit("After");
    let json = diff(&repo);
    let claim = &json["claims"][0];
    let mut events = vec![&claim["events"], &claim["quotes"][0]["events"]];
    events.retain(|events| events.is_array());
    let mut events = events.into_iter().flat_map(|events| events.as_array().unwrap());
    let is_told = events.any(|event| {
        let is_said = |side: &Value, value: Option<&str>| match value {
            Some(value) => side.as_str().is_some_and(|told| told == shown(value)),
            None => side.is_null() || side == "supports",
        };
        // Labels are a set: one that comes and one that goes are two events.
        let is_set = key == "tags" && from.is_some() && to.is_some();
        let is_field = event["field"] == field(key);
        is_field && (is_said(&event["to"], to) || is_set) && (is_said(&event["from"], from) || is_set)
    });
    assert!(is_told, "{key}: {from:?} → {to:?} is not told: {claim:#}");
    let id = if key == "id" { "faute" } else { "erreur" };
    for args in
        [&["diff", "HEAD~1..HEAD"][..], &["diff", "HEAD~1..HEAD", "--format", "markdown"], &["log", id]]
    {
        let marks = ["[-", "-]", "{+", "+}", "<del>", "</del>", "<ins>", "</ins>"];
        let told = marks.iter().fold(told(&repo, args), |told, mark| told.replace(mark, ""));
        for value in [from, to].into_iter().flatten() {
            assert!(told.contains(shown(value)), "{key}: {value} is not in {args:?}: {told}");
        }
    }
}

#[test]
fn every_key_of_claims_and_quotes_is_compared_and_told() {
    for key in CLAIM_KEYS.iter().chain(QUOTE_KEYS).filter(|key| **key != "quote") {
        let (one, other) = values(key);
        if plain(key).is_none() {
            step(key, None, Some(one));
            step(key, Some(one), None);
        }
        if let Some(other) = other {
            step(key, Some(one), Some(other));
        }
    }
}
