//! Captures are only ever added. One that was removed or rewritten, or whose text was, is told before all else
//! wherever states are compared, and what failed there and fails no longer is not said to be fixed.
#![cfg(feature = "git")]

use crate::common::git::{ARTICLE, CLAIM, Repo};
use ibid::digest::Digest;
use serde_json::Value;

const PAGE: &str = "<!doctype html><p>The council approved the new bridge on Monday.</p>\n";
const TEXT: &str = "The council approved the new bridge on Monday.\n";

/// A record of a page whose text is pinned.
fn record(page: &str, text: &str) -> String {
    let (page, text) = (Digest::of(page.as_bytes()), Digest::of(text.as_bytes()));
    format!(
        "title = \"Bridge\"\n\n[[capture]]\nfile = \"a.html\"\nsha256 = \"{page}\"\nmedia-type = \"text/html\"\n\
         text = {{ file = \"a.text.txt\", sha256 = \"{text}\", extractor = \"html/1\" }}\n"
    )
}

fn claim(words: &str) -> String {
    format!(
        "[[claim]]\nid = \"bridge\"\ntext = \"The bridge is coming.\"\n\n[[claim.quote]]\nsource = \"s\"\nexact = \"{words}\"\n"
    )
}

/// A page that is quoted, and then its text with another word, in the record and in the quote too.
fn retold() -> Repo {
    let repo = Repo::with_ibid();
    let other = TEXT.replace("approved", "rejected");
    for (text, words) in [(TEXT, "approved the new bridge"), (&other, "rejected the new bridge")] {
        repo.write("sources/s/source.toml", record(PAGE, text));
        repo.write("sources/s/a.html", PAGE);
        repo.write("sources/s/a.text.txt", text);
        repo.write("claims/c.toml", claim(words));
        repo.commit(words);
    }
    repo
}

/// A source of two captures, of which the second lacks the quoted words.
fn drifted() -> Repo {
    let repo = Repo::with_ibid();
    repo.source("le-discours", "title = \"Le discours\"", ARTICLE);
    repo.write("claims/a.toml", CLAIM);
    repo.capture("sources/le-discours", "2026-01-05", &ARTICLE.replace("une erreur", "une faute"));
    repo.commit("Quote the minister");
    repo
}

const RECORD: &str = "sources/le-discours/source.toml";
const SECOND: &str = "sources/le-discours/2026-01-05.txt";

/// The second capture is taken out of the record, and its file away.
fn removed() -> Repo {
    let repo = drifted();
    let record = repo.read(RECORD);
    let (first, _) = record.rsplit_once("\n[[capture]]").unwrap();
    repo.write(RECORD, first);
    repo.remove(SECOND);
    repo.commit("Take it away");
    repo
}

/// The second capture gets the words that are quoted, and their digest.
fn rewritten() -> Repo {
    let repo = drifted();
    let digest = |text: &str| Digest::of(text.as_bytes()).to_string();
    let (old, new) = (repo.read(SECOND), format!("{ARTICLE}C’est tout.\n"));
    repo.change(RECORD, &digest(&old), &digest(&new));
    repo.write(SECOND, new);
    repo.commit("Write it anew");
    repo
}

fn told(repo: &Repo, args: &[&str]) -> String {
    repo.ibid(args).stdout
}

fn json(repo: &Repo, args: &[&str]) -> Value {
    repo.ibid(&[args, &["--format", "json"]].concat()).json()
}

/// All formats for people, and what `--exit-code` says.
fn compared(repo: &Repo) -> [String; 2] {
    assert_eq!(repo.ibid(&["verify"]).status, 0);
    let run = repo.ibid(&["diff", "HEAD~1..HEAD", "--exit-code"]);
    assert_eq!(run.status, 1);
    [run.stdout, told(repo, &["diff", "HEAD~1..HEAD", "--format", "markdown"])]
}

/// What a code host shows before anybody unfolds anything.
fn unfolded(markdown: &str) -> &str {
    markdown.split("<details>").next().unwrap()
}

#[test]
fn another_text_of_the_same_bytes_is_told_everywhere() {
    let repo = retold();
    let [human, markdown] = compared(&repo);
    insta::assert_snapshot!("retold", human);
    insta::assert_snapshot!("retold_md", markdown);
    insta::assert_snapshot!("retold_log", told(&repo, &["log", "bridge"]));
    assert!(unfolded(&markdown).contains("has another text"));
    let value = json(&repo, &["diff", "HEAD~1..HEAD"]);
    let summary = &value["summary"];
    assert_eq!((&summary["sources_changed"], &summary["captures_rewritten"]), (&1.into(), &1.into()));
    let event = &value["sources"][0]["captures"][0]["events"][0];
    let digest = |text: &str| Value::from(Digest::of(text.as_bytes()).to_string());
    assert_eq!(event["field"], "text_sha256");
    assert_eq!((&event["from"], &event["to"]), (&digest(TEXT), &digest(&repo.read("sources/s/a.text.txt"))));
    assert_eq!(
        json(&repo, &["log", "bridge"])["entries"][0]["sources"][0]["captures"][0]["events"][0],
        *event
    );
}

#[test]
fn a_capture_that_was_removed_mends_nothing() {
    let repo = removed();
    let [human, markdown] = compared(&repo);
    insta::assert_snapshot!("removed", human);
    insta::assert_snapshot!("removed_md", markdown);
    insta::assert_snapshot!("removed_log", told(&repo, &["log", "erreur"]));
    assert!(!human.contains("1 fixed") && unfolded(&markdown).contains("was removed"));
    let value = json(&repo, &["diff", "HEAD~1..HEAD"]);
    let summary = &value["summary"];
    assert_eq!((&summary["captures_removed"], &summary["gone_with_captures"]), (&1.into(), &1.into()));
    let gone = value["findings"].as_array().unwrap().iter().find(|one| one["since"] == "fixed").unwrap();
    assert_eq!((&gone["rule"], &gone["captures"][0]), (&"quote-drifted".into(), &"2026-01-05".into()));
}

#[test]
fn a_capture_that_was_rewritten_mends_nothing() {
    let repo = rewritten();
    let [human, markdown] = compared(&repo);
    insta::assert_snapshot!("rewritten", human);
    insta::assert_snapshot!("rewritten_md", markdown);
    assert!(!human.contains("1 fixed") && unfolded(&markdown).contains("was rewritten"));
    assert_eq!(json(&repo, &["diff", "HEAD~1..HEAD"])["summary"]["captures_rewritten"], 1);
}

#[test]
fn a_check_against_a_revision_says_so() {
    for repo in [removed(), rewritten(), retold()] {
        let run = repo.ibid(&["verify", "--new-since", "HEAD~1"]);
        assert!(
            run.stderr.contains("removed, rewritten or put out of order since HEAD~1: `"),
            "{}",
            run.stderr
        );
        assert_eq!(repo.ibid(&["verify", "--new-since", "HEAD"]).stderr, "");
    }
}

#[test]
fn a_source_that_is_removed_takes_its_captures_along() {
    let repo = drifted();
    repo.remove("sources/le-discours");
    repo.remove("claims/a.toml");
    repo.write("claims/c.toml", claim("approved the new bridge"));
    repo.write("sources/s/source.toml", record(PAGE, TEXT));
    repo.write("sources/s/a.html", PAGE);
    repo.write("sources/s/a.text.txt", TEXT);
    repo.commit("Write of something else");
    insta::assert_snapshot!("source_removed", told(&repo, &["diff", "HEAD~1..HEAD"]));
}

/// What the last commit did is told without a word of captures that were removed or rewritten.
fn assert_unblamed(repo: &Repo) {
    let told = told(repo, &["diff", "HEAD~1..HEAD"]);
    assert!(
        !told.contains("rewritten") && !told.contains("capture removed") && !told.contains("! s:"),
        "{told}"
    );
}

#[test]
fn what_is_only_added_moved_or_described_is_not_blamed() {
    let repo = drifted();
    repo.capture("sources/le-discours", "2026-02-01", ARTICLE);
    repo.commit("Capture it again");
    assert_unblamed(&repo);
    assert!(told(&repo, &["diff", "HEAD~1..HEAD"]).contains("1 fixed"));
    repo.change(RECORD, "Le discours", "Le grand discours");
    repo.write("sources/discours/source.toml", repo.read(RECORD));
    for day in ["2025-12-08", "2026-01-05", "2026-02-01"] {
        let text = repo.read(&format!("sources/le-discours/{day}.txt"));
        repo.write(&format!("sources/discours/{day}.txt"), text);
    }
    repo.remove("sources/le-discours");
    repo.change("claims/a.toml", "\"le-discours\"", "\"discours\"");
    repo.commit("Call it otherwise");
    assert_unblamed(&repo);
}

#[test]
fn a_text_that_is_pinned_at_last_is_no_other_text() {
    let repo = Repo::with_ibid();
    let unpinned =
        record(PAGE, TEXT).lines().filter(|line| !line.starts_with("text =")).collect::<Vec<_>>().join("\n");
    repo.write("sources/s/source.toml", unpinned);
    repo.write("sources/s/a.html", PAGE);
    repo.write("claims/c.toml", claim("approved the new bridge"));
    repo.commit("Store the page");
    repo.write("sources/s/source.toml", record(PAGE, TEXT));
    repo.write("sources/s/a.text.txt", TEXT);
    repo.commit("Pin its text");
    assert_unblamed(&repo);
    assert!(told(&repo, &["diff", "HEAD~1..HEAD"]).contains("SHA-256 of its text: {+"));
}

#[test]
fn bytes_that_are_the_text_no_longer_are_another_text() {
    let repo = Repo::with_ibid();
    repo.source("le-discours", "title = \"Le discours\"", ARTICLE);
    repo.write("claims/a.toml", CLAIM);
    repo.commit("Quote the minister");
    let other = ARTICLE.replace("n’a pas", "a");
    let line = format!(
        "text = {{ file = \"b.txt\", sha256 = \"{}\", extractor = \"html/1\" }}\n",
        Digest::of(other.as_bytes())
    );
    repo.write(RECORD, repo.read(RECORD) + "media-type = \"text/html\"\n" + &line);
    repo.write("sources/le-discours/b.txt", other);
    repo.commit("Give it another text");
    let told = told(&repo, &["diff", "HEAD~1..HEAD"]);
    assert!(told.contains("1 capture rewritten") && told.contains("has another text"), "{told}");
}

#[test]
fn a_record_with_a_slip_in_it_hides_captures_and_removes_none() {
    let repo = drifted();
    repo.change(RECORD, "file = \"2026-01-05.txt\"", "fle = \"2026-01-05.txt\"");
    repo.commit("Mistype a key");
    for sides in ["HEAD~1..HEAD", "HEAD..HEAD~1"] {
        let told = told(&repo, &["diff", sides]);
        assert!(!told.contains("capture removed") && !told.contains("captures: 1 added"), "{told}");
    }
    assert_eq!(repo.ibid(&["diff", "HEAD~1..HEAD", "--exit-code"]).status, 1);
}

#[test]
fn a_saved_report_knows_the_texts_and_an_earlier_one_says_nothing_of_them() {
    let repo = retold();
    repo.git(&["checkout", "--quiet", "HEAD~1"]);
    let saved = told(&repo, &["report", "--format", "json"]);
    repo.git(&["checkout", "--quiet", "main"]);
    repo.write("saved.json", &saved);
    assert!(told(&repo, &["diff", "saved.json", "HEAD"]).contains("has another text"));
    let mut earlier: Value = serde_json::from_str(&saved).unwrap();
    earlier["sources"][0]["captures"][0].as_object_mut().unwrap().remove("text").unwrap();
    repo.write("saved.json", earlier.to_string());
    let told = told(&repo, &["diff", "saved.json", "HEAD"]);
    assert!(!told.contains("another text") && !told.contains("sources:"), "{told}");
}

/// The captures of a source of two, the later one first.
fn turned(repo: &Repo) {
    let record = repo.read(RECORD);
    let parts: Vec<&str> = record.split("\n[[capture]]").collect();
    repo.write(RECORD, format!("{}\n[[capture]]{}\n[[capture]]{}", parts[0], parts[2], parts[1]));
}

#[test]
fn an_earlier_capture_that_is_made_the_newest_is_told() {
    let repo = drifted();
    let dated = repo.read(RECORD);
    let undated: String = dated.split_inclusive('\n').filter(|line| !line.starts_with("captured")).collect();
    repo.write(RECORD, undated);
    repo.commit("Drop the days");
    turned(&repo);
    repo.commit("Turn them round");
    let [human, markdown] = compared(&repo);
    assert!(human.contains("capture `2025-12-08` was made the newest") && !human.contains("✓"), "{human}");
    assert!(unfolded(&markdown).contains("was made the newest"), "{markdown}");
    let told = told(&repo, &["diff", "HEAD~1..HEAD~1"]);
    assert!(told.contains("nothing changed"), "{told}");
}

#[test]
fn an_order_that_is_put_right_is_no_loss() {
    let repo = drifted();
    turned(&repo);
    repo.commit("Turn them round");
    assert!(repo.ibid(&["verify"]).stdout.contains("captures go oldest first"));
    turned(&repo);
    repo.commit("Put them right");
    assert_unblamed(&repo);
    assert!(told(&repo, &["diff", "HEAD~1..HEAD"]).contains("1 fixed"));
}

#[test]
fn a_capture_that_goes_while_its_source_is_renamed_is_told() {
    let repo = drifted();
    for path in ["2025-12-08.txt", "2026-01-05.txt", "source.toml"] {
        repo.write(&format!("sources/discours/{path}"), repo.read(&format!("sources/le-discours/{path}")));
    }
    repo.remove("sources/le-discours");
    repo.change("claims/a.toml", "\"le-discours\"", "\"discours\"");
    let before = repo.read("sources/discours/source.toml");
    repo.capture("sources/discours", "2026-02-01", ARTICLE);
    let renamed = told(&repo, &["diff"]);
    assert!(renamed.contains("1 renamed") && !renamed.contains("captures removed"), "{renamed}");
    repo.write("sources/discours/source.toml", before.rsplit_once("\n[[capture]]").unwrap().0);
    repo.remove("sources/discours/2026-01-05.txt");
    repo.remove("sources/discours/2026-02-01.txt");
    let lost = told(&repo, &["diff"]);
    assert!(
        lost.contains("discours: the capture `2026-01-05` was removed\n") && !lost.contains("✓"),
        "{lost}"
    );
}

#[test]
fn a_claim_that_was_renamed_and_reworded_too_is_known_by_what_it_quotes() {
    let repo = drifted();
    repo.change("claims/a.toml", "supported", "refuted");
    repo.change("claims/a.toml", "\"erreur\"", "\"another-id\"");
    repo.change("claims/a.toml", "spoke of a mistake", "spoke of a mistake in public");
    let run = repo.ibid(&["diff", "--exit-code"]);
    assert_eq!(run.status, 1, "{}", run.stdout);
    assert!(run.stdout.contains("another-id: supported → refuted"), "{}", run.stdout);
    // Other words of its own make it another claim, though it quotes the same.
    repo.change("claims/a.toml", "The minister spoke of a mistake in public.", "Nobody believes him.");
    let run = repo.ibid(&["diff"]);
    assert!(run.stdout.contains("claims: 1 added, 1 removed"), "{}", run.stdout);
}

#[test]
fn of_two_claims_that_fit_a_rename_the_one_at_the_old_place_is_it() {
    let repo = drifted();
    let own = repo.read("claims/a.toml").replace("\"erreur\"", "\"x-renamed\"");
    let copy = own.replace("x-renamed", "a-copy");
    let renamed = |files: &[(&str, &str)]| {
        for (path, content) in files {
            repo.write(path, *content);
        }
        let json: Value = repo.ibid(&["diff", "--format", "json"]).json();
        let claims = json["claims"].as_array().unwrap().clone();
        let of = |change: &str| -> Vec<String> {
            let own = claims.iter().filter(|one| one["change"] == change);
            own.map(|one| one["id"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(of("added"), ["a-copy"], "{json}");
        of("renamed")
    };
    assert_eq!(renamed(&[("claims/a.toml", &format!("{own}\n{copy}"))]), ["x-renamed"], "a copy below");
    assert_eq!(
        renamed(&[("claims/0.toml", &copy), ("claims/a.toml", &own)]),
        ["x-renamed"],
        "in another file"
    );
    let reworded = |text: &str| text.replace("spoke of a mistake", "spoke of a mistake in public");
    let both = format!("{}\n{}", reworded(&own), reworded(&copy));
    repo.remove("claims/0.toml");
    assert_eq!(renamed(&[("claims/a.toml", &both)]), ["x-renamed"], "both reworded alike");
}

/// The fields of what changed of the one capture of a source, with their keys.
fn fields(repo: &Repo, args: &[&str]) -> Vec<String> {
    let json: Value = repo.ibid(&[&["diff"], args, &["--format", "json"]].concat()).json();
    let captures =
        json["sources"].as_array().unwrap().iter().flat_map(|one| one["captures"].as_array().unwrap());
    let events = captures.flat_map(|one| one["events"].as_array().unwrap());
    let settings = json["settings"].as_array().unwrap().iter();
    let name = |event: &Value| match event["key"].as_str() {
        Some(key) => format!("{}.{key}", event["field"].as_str().unwrap()),
        None => event["field"].as_str().unwrap().to_owned(),
    };
    events.chain(settings).map(name).collect()
}

#[test]
fn what_says_where_a_capture_is_from_is_no_change_in_silence() {
    let repo = retold();
    repo.ibid(&["report", "--format", "json", "-o", "before.json"]);
    let record = repo.read("sources/s/source.toml");
    let fetched = "fetched = { url = \"https://example.org/a\", status = 200 }\n";
    let edits = [
        (format!("{record}note = \"Typed by Ada.\"\n"), vec!["note"]),
        (format!("{record}{fetched}"), vec!["fetched"]),
        (record.replace("html/1", "html/99"), vec!["extractor"]),
    ];
    for (edited, expected) in edits {
        repo.write("sources/s/source.toml", edited);
        assert_eq!(fields(&repo, &[]), expected);
        assert_eq!(fields(&repo, &["before.json", "."]), expected);
        for format in ["human", "markdown"] {
            let told = repo.ibid(&["diff", "--format", format]).stdout;
            assert!(told.contains(expected[0]) && !told.contains("nothing changed"), "{told}");
        }
    }
    repo.write("sources/s/source.toml", format!("{record}{fetched}"));
    repo.commit("Say where it is from");
    repo.write("sources/s/source.toml", format!("{record}{}", fetched.replace("200", "203")));
    assert_eq!(fields(&repo, &[]), ["fetched.status"]);
    // Of what an earlier ibid did not write nothing is said.
    let mut earlier: Value = serde_json::from_str(&repo.read("before.json")).unwrap();
    earlier.as_object_mut().unwrap().remove("settings");
    repo.write("before.json", earlier.to_string());
    assert_eq!(fields(&repo, &["before.json", "."]), Vec::<String>::new());
}

#[test]
fn what_ibid_toml_sets_beside_levels_is_no_change_in_silence() {
    let repo = retold();
    repo.ibid(&["report", "--format", "json", "-o", "before.json"]);
    let config = repo.read("ibid.toml");
    let export = "\n[export]\nurl = \"https://example.org/{id}\"\npublisher = \"The desk\"\n";
    repo.write("ibid.toml", config.replace("\"disputed\", ", "") + export);
    let expected = ["scale", "export.publisher", "export.url"];
    assert_eq!(
        (fields(&repo, &[]), fields(&repo, &["before.json", "."])),
        (expected.map(String::from).to_vec(), expected.map(String::from).to_vec())
    );
    for format in ["human", "markdown"] {
        let told = repo.ibid(&["diff", "--format", format]).stdout;
        let is_told = told.contains("3 settings of ibid.toml changed") && told.contains("verdicts.scale");
        assert!(is_told && told.contains("export.url"), "{told}");
    }
    // Of a file that cannot be read whole nothing is known.
    repo.write("ibid.toml", "[verdicts\n");
    assert_eq!(fields(&repo, &[]), Vec::<String>::new());
}
