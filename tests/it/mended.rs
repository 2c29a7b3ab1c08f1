//! What `ibid diff` says is fixed was mended, and nothing else is.
#![cfg(feature = "git")]

use crate::common::git::{CONFIG, Repo};

const TEXT: &str = "The minister said on Monday that the war was a grave mistake for all.\n\n\
                    Nobody in the hall answered him after the long speech had ended.\n";
const GRAVE: &str = "the war was a grave mistake";
const GREAT: &str = "the war was a great mistake";
const NOBODY: &str = "Nobody in the hall answered him";

fn claim(id: &str, quotes: &[(&str, &str)]) -> String {
    let quote = |(source, words): &(&str, &str)| {
        format!("\n[[claim.quote]]\nsource = \"{source}\"\nexact = \"{words}\"\n")
    };
    let quotes: String = quotes.iter().map(quote).collect();
    format!("[[claim]]\nid = \"{id}\"\ntext = \"W\"\n{quotes}\n")
}

/// A claim with an altered quote, and one that stands.
fn altered() -> Repo {
    let repo = Repo::with_ibid();
    repo.source("art", "title = \"Art\"", TEXT);
    repo.write("claims/a.toml", claim("one", &[("art", GREAT), ("art", NOBODY)]));
    repo.commit("Begin");
    repo
}

/// The last figures of the change in the working tree, with what the formats say of it.
fn figures(repo: &Repo) -> String {
    let told = repo.ibid(&["diff"]).stdout;
    let stat = repo.ibid(&["diff", "--stat"]).stdout;
    let markdown = repo.ibid(&["diff", "--format", "markdown"]).stdout;
    let last = stat.lines().last().unwrap().to_owned();
    let is_fixed = last.ends_with("1 fixed");
    assert!(markdown.contains(&last), "{markdown}");
    assert_eq!(told.contains('✓'), is_fixed, "{told}");
    assert_eq!(told.contains("\nFixed ("), is_fixed, "{told}");
    last
}

#[test]
fn what_cannot_be_checked_is_not_fixed() {
    type Change = fn(&Repo);
    let changes: [(&str, Change); 5] = [
        ("its bytes are gone", |repo| repo.remove("sources/art/2025-12-08.txt")),
        ("the record is broken", |repo| repo.change("sources/art/source.toml", "title", "x = [\ntitle")),
        ("the file is broken", |repo| repo.change("claims/a.toml", "[[claim]]", "[[claim]")),
        ("there is no such source", |repo| {
            repo.write("claims/a.toml", claim("one", &[("arx", GREAT), ("art", NOBODY)]));
        }),
        ("it is empty", |repo| repo.change("claims/a.toml", GREAT, "")),
    ];
    for (name, change) in changes {
        let repo = altered();
        change(&repo);
        let last = figures(&repo);
        assert!(last.ends_with("1 cannot be checked now, not fixed"), "{name}: {last}");
        assert_eq!(repo.ibid(&["diff", "--exit-code"]).status, 1, "{name}");
        let summary = &repo.ibid(&["diff", "--format", "json"]).json()["summary"];
        assert_eq!((&summary["fixed"], &summary["gone_unchecked"]), (&1.into(), &1.into()), "{name}");
    }
}

#[test]
fn what_went_with_its_quote_or_fails_otherwise_is_not_fixed() {
    let repo = altered();
    let after = |claims: &str| {
        repo.write("claims/a.toml", claims);
        figures(&repo)
    };
    assert_eq!(after(&claim("one", &[("art", NOBODY)])), "1 gone with its quote, not fixed");
    let two = claim("one", &[("art", NOBODY)]) + &claim("two", &[("art", GREAT)]);
    assert_eq!(after(&two), "1 newly failing, 1 gone with its quote, not fixed");
    let gross = claim("one", &[("art", &GREAT.replace("great", "gross")), ("art", NOBODY)]);
    assert_eq!(after(&gross), "1 newly failing, 1 failing otherwise now, not fixed");
    // What stands now is fixed.
    assert_eq!(after(&claim("one", &[("art", GRAVE), ("art", NOBODY)])), "1 fixed");
}

#[test]
fn a_rule_that_was_lowered_leaves_fixed_what_was_mended() {
    let repo = altered();
    for level in ["warning", "off"] {
        repo.write("ibid.toml", format!("{CONFIG}\n[rules]\nquote-altered = \"{level}\"\n"));
        repo.write("claims/a.toml", claim("one", &[("art", GRAVE), ("art", NOBODY)]));
        assert_eq!(figures(&repo), "1 rule with another level, 1 fixed", "{level}");
        repo.write("claims/a.toml", claim("one", &[("art", GREAT), ("art", NOBODY)]));
        let last = figures(&repo);
        assert!(last.ends_with("1 of a rule that was lowered, not fixed"), "{level}: {last}");
    }
}

#[test]
fn what_is_quite_new_did_not_come_with_a_level_or_a_capture() {
    let repo = altered();
    repo.write("ibid.toml", format!("{CONFIG}\n[rules]\nquote-altered = \"warning\"\n"));
    repo.commit("Lower the rule");
    repo.write("ibid.toml", CONFIG);
    let two = claim("two", &[("art", &GREAT.replace("great", "gross"))]);
    repo.write("claims/b.toml", &two);
    let summary = &repo.ibid(&["diff", "--format", "json"]).json()["summary"];
    assert_eq!((&summary["newly_failing"], &summary["failing_by_level"]), (&2.into(), &1.into()));
    let repo = altered();
    repo.write("claims/b.toml", &two);
    repo.capture("sources/art", "2026-01-05", &format!("{TEXT}More.\n"));
    let summary = &repo.ibid(&["diff", "--format", "json"]).json()["summary"];
    assert_eq!((&summary["come_with_captures"], &summary["come_with_claims"]), (&0.into(), &1.into()));
}

#[test]
fn a_source_that_got_another_id_fails_for_what_it_failed_for() {
    let repo = altered();
    repo.git(&["mv", "sources/art", "sources/art2"]);
    repo.write("claims/a.toml", claim("one", &[("art2", GREAT), ("art2", NOBODY)]));
    assert!(figures(&repo).ends_with("1 still failing"), "{}", figures(&repo));
    let run = repo.ibid(&["verify", "--new-since", "HEAD"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    // Another failure in it is new.
    repo.change("claims/a.toml", NOBODY, "Nobody in the hall replied to him");
    assert!(figures(&repo).contains("1 newly failing, 1 still failing"), "{}", figures(&repo));
}

#[test]
fn a_wrong_claim_is_exported_no_more_where_a_quote_is_wrong_too() {
    let repo = Repo::with_ibid();
    repo.source("art", "title = \"Art\"\nurl = \"https://example.org/\"", TEXT);
    let twice = claim("two", &[("art", GRAVE), ("nope", NOBODY)]).replace("text =", "verdit = \"x\"\ntext =");
    repo.write("claims/a.toml", &twice);
    let run = repo.ibid(&["export", "links"]);
    assert!(!run.stdout.contains("example.org"), "{}", run.stdout);
    assert!(
        run.stderr.contains("2 quotes are left out: `two` (its claim is wrong), `two` (invalid)"),
        "{}",
        run.stderr
    );
    repo.write("claims/a.toml", claim("two", &[("art", GRAVE), ("nope", NOBODY)]));
    let run = repo.ibid(&["export", "links"]);
    assert!(run.stdout.contains("example.org") && run.stderr.contains("does not stand"), "{}", run.stderr);
}

#[test]
fn a_mark_that_changed_is_punctuation_and_no_words() {
    let repo = altered();
    repo.write("claims/a.toml", claim("one", &[("art", GRAVE)]));
    let after = TEXT.replace("the war was a grave", "the war, was a grave");
    repo.capture("sources/art", "2026-01-05", &after);
    let drift = repo.ibid(&["drift", "art"]).stdout;
    assert!(drift.contains("altered (punctuation)"), "{drift}");
    let json = repo.ibid(&["report", "--format", "json"]).json();
    assert_eq!(json["claims"][0]["quotes"][0]["became"]["kind"], "punctuation");
}
