//! Several quotes on one line of a claim, and keys after them: each finding is about its own quote.
#![cfg(feature = "git")]

use crate::common::git::{CONFIG, Repo};
use crate::common::readers::junit;

const TEXT: &str = "The minister said on Monday that the war was a grave mistake for all.\n\n\
                    Nobody in the hall answered him after the long speech had ended.\n";

/// One claim whose quotes of `art` are written on one line, and what follows them.
fn claim(quotes: &[&str], behind: &str) -> String {
    let quotes: Vec<String> = quotes.iter().map(|keys| format!("{{ source = \"art\", {keys} }}")).collect();
    format!("[[claim]]\nid = \"one\"\ntext = \"W\"\nquote = [{}]\n{behind}", quotes.join(", "))
}

fn repo(claim: &str) -> Repo {
    let repo = Repo::with_ibid();
    repo.source("art", "title = \"Art\"", TEXT);
    repo.write("claims/a.toml", claim);
    repo.commit("Begin");
    repo
}

#[test]
fn a_pin_on_one_of_them_is_told_of_that() {
    let (first, second) =
        ("exact = \"the war was a grave mistake\"", "exact = \"Nobody in the hall answered him\"");
    let repo = repo(&claim(&[first, second], ""));
    repo.capture("sources/art", "2026-01-05", "It was a day like any other.\n");
    repo.commit("Capture it again");
    for pinned in [0, 1] {
        let mut quotes = [first, second].map(str::to_owned);
        quotes[pinned] += ", capture = \"2025-12-08\"";
        repo.write("claims/a.toml", claim(&[&quotes[0], &quotes[1]], ""));
        let told = repo.ibid(&["diff", "--stat"]).stdout;
        assert!(told.ends_with("1 pinned to an earlier capture, 1 still failing\n"), "{told}");
    }
}

#[test]
fn each_that_does_not_stand_is_counted_where_its_rule_is_off() {
    let (altered, cut) = ("exact = \"the war was a great mistake\"", "exact = \"Nobody in the hall answer\"");
    let repo = repo(&claim(&[altered, altered, cut], ""));
    repo.write("ibid.toml", format!("{CONFIG}\n[rules]\nquote-altered = \"off\"\n"));
    let json = repo.ibid(&["verify", "--format", "json"]).json();
    assert_eq!(json["summary"]["silenced"], 2, "{}", json["summary"]);
    assert_eq!(json["findings"][0]["quote"], 3);
}

#[test]
fn what_follows_them_is_the_claims_own() {
    let repo = repo(&claim(&["exact = \"Nobody in the hall answered him\""], "verdict = \"nope\"\n"));
    let cases = junit(&repo.ibid(&["verify", "--format", "junit"]).stdout);
    let failed: Vec<&str> =
        cases.iter().filter(|one| one.outcome == "failure").map(|one| one.name.as_str()).collect();
    assert_eq!(failed, ["the claim itself"]);
    let json = repo.ibid(&["verify", "--format", "json"]).json();
    assert!(json["findings"][0].get("quote").is_none(), "{}", json["findings"]);
    // What is wrong in a quote is still the quote's.
    let wrong = repo.ibid(&["verify"]).status;
    repo.write("claims/a.toml", claim(&["exact = \"the war\", stanze = \"refutes\""], ""));
    let json = repo.ibid(&["verify", "--format", "json"]).json();
    assert_eq!((wrong, &json["findings"][0]["quote"]), (1, &1.into()));
}

#[test]
fn an_earlier_report_that_does_not_say_is_read_by_its_lines() {
    let repo = repo(&claim(&["exact = \"the war was a great mistake\""], ""));
    let mut report = repo.ibid(&["report", "--format", "json"]).json();
    report["findings"][0].as_object_mut().unwrap().remove("quote").unwrap();
    repo.write("old.json", report.to_string());
    repo.write("claims/a.toml", claim(&["exact = \"the war was a grave mistake\""], ""));
    let told = repo.ibid(&["diff", "old.json", ".", "--stat"]).stdout;
    assert!(told.ends_with("1 fixed\n"), "{told}");
}
