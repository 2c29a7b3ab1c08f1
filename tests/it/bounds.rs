//! Files and folders that have more wrong than anyone reads: what is told is bounded, and nothing of it is lost.

use crate::common::readers::{commands, sarif};
use crate::common::{Run, exact, ibid, report, repository, write};
use ibid::corpus::Corpus;
use ibid::find::{Query, find};
use ibid::finding::{Finding, MOST_ALIKE, Rule};
use ibid::report::saved;
use ibid::tree::{Entry, MemoryTree, ReadError, Tree};
use ibid::verify::{Options, verify};
use serde_json::Value;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

const TEXT: &str = "The taliban took the city in the night. Nobody had expected it so soon.\n";
/// Words that are not in it.
const ABSENT: &str = "Quoth the raven, perched above the chamber door";

/// A repository in which so many quotes of one file are absent.
fn absent(count: usize) -> MemoryTree {
    repository(TEXT, &vec![exact(ABSENT); count])
}

fn on_disk(tree: &MemoryTree, path: &str, content: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for path in ["ibid.toml", "sources/s/source.toml", "sources/s/2025-12-08.txt", "claims/c.toml"] {
        write(folder.path(), path, &tree.read(path, u64::MAX).unwrap());
    }
    write(folder.path(), path, content);
    folder
}

fn json_of(folder: &Path, args: &[&str]) -> (i32, Value) {
    let Run { status, stdout, stderr } = ibid(folder, &[args, &["--format", "json"]].concat());
    assert_eq!(stderr, "");
    (status, serde_json::from_str(&stdout).unwrap())
}

/// How many findings a saved report lists, and how many they stand for.
fn listed(json: &Value) -> (usize, u64) {
    let findings = json["findings"].as_array().unwrap();
    (findings.len(), findings.iter().map(|one| one["count"].as_u64().unwrap_or(1)).sum())
}

/// The same, where each quote stands and has a key of its own that ibid does not know.
fn unknown_keys(count: usize) -> MemoryTree {
    let lines = |number: usize| format!("{}\nfoo{number} = 1", exact("The taliban took the city"));
    repository(TEXT, &(0..count).map(lines).collect::<Vec<_>>())
}

#[test]
fn what_is_wrong_with_a_quote_is_told_for_each() {
    for count in [300, 3 * MOST_ALIKE] {
        let report = report(&absent(count));
        assert_eq!(report.findings.len(), count);
        assert!(report.findings.iter().all(|one| one.finding.others.is_none()));
        let lines: std::collections::BTreeSet<usize> =
            report.findings.iter().map(|one| one.finding.place.line).collect();
        assert_eq!(lines.len(), count, "each at its place");
    }
}

#[test]
fn one_finding_stands_for_those_that_are_not_told() {
    let report = report(&unknown_keys(MOST_ALIKE + 200));
    assert_eq!(report.findings.len(), MOST_ALIKE + 1);
    assert_eq!(report.summary.level(ibid::finding::Level::Error), MOST_ALIKE + 200);
    let more = report.findings.iter().find(|one| one.finding.others.is_some()).unwrap();
    assert_eq!((more.finding.rule, more.finding.count()), (Rule::KeyUnknown, 200));
    let told = ibid::render::human::finding(
        &more.finding,
        ibid::render::snippet::Canvas { width: 100, colour: false },
    );
    insta::assert_snapshot!("more", told);
}

#[test]
fn every_format_agrees_on_a_file_without_end() {
    let folder = on_disk(&absent(1), "claims/z.toml", &"[[claim]]\n".repeat(3 * MOST_ALIKE));
    let total = 3 * 3 * MOST_ALIKE + 1;
    // One run in several formats, as a run of each is.
    let told = |more: &[&str]| ibid(folder.path(), &[&["verify"], more].concat());
    let file = |name: &str| crate::common::read(folder.path(), name);
    let run = told(&[
        "-o",
        "json=-",
        "-o",
        "github=github.txt",
        "-o",
        "sarif=a.sarif",
        "-o",
        "gitlab=gitlab.json",
        "-o",
        "junit=junit.xml",
        "-o",
        "concise=concise.txt",
    ]);
    let json: Value = run.json();
    assert_eq!((run.status, &json["summary"]["errors"]), (1, &Value::from(total)));
    assert_eq!(listed(&json), (2 * (MOST_ALIKE + 1) + 1, total as u64));
    let saved = saved::read("a", &run.stdout).unwrap();
    assert_eq!(saved.summary.level(ibid::finding::Level::Error), total, "read back it has the same figures");
    let github = file("github.txt");
    assert_eq!(commands(&github).0.len(), 10);
    assert!(github.contains(&format!("… and {} more errors", total - 10)), "{github}");
    let counted = |one: &Value| one["occurrenceCount"].as_u64().unwrap_or(1);
    assert_eq!(sarif(&file("a.sarif")).iter().map(counted).sum::<u64>(), total as u64);
    for name in ["gitlab.json", "junit.xml", "concise.txt"] {
        for count in ["5000", "2000"] {
            assert!(
                file(name).contains(&format!("{count} more findings of this rule in this file")),
                "{name}"
            );
        }
    }
    let run = told(&["--max-findings", "5", "-o", "human=-", "-o", "markdown=told.md"]);
    assert_eq!(run.status, 1);
    for text in [run.stdout, file("told.md")] {
        assert!(text.contains(&format!("{total} errors")), "{text}");
        assert!(text.contains(&format!("… and {} more findings", total - 5)), "{text}");
    }
}

#[test]
fn a_claim_that_is_asked_for_fails_for_what_is_not_told() {
    let claim = |number: usize| {
        let text = if usize::is_multiple_of(number, 2) { "" } else { "text = \"T\"\n" };
        format!(
            "[[claim]]\nid = \"z{number}\"\n{text}[[claim.quote]]\nsource = \"s\"\nexact = \"The taliban took\"\n"
        )
    };
    let claims: String = (0..4 * MOST_ALIKE).map(claim).collect();
    let folder = on_disk(&absent(1), "claims/z.toml", &claims);
    for (id, status) in [("z0", 1), ("z1", 0), ("z3998", 1), ("z3999", 0)] {
        assert_eq!(ibid(folder.path(), &["verify", id]).status, status, "{id}");
    }
}

#[test]
fn a_baseline_knows_every_quote_that_fails() {
    let words = |number: usize| exact(&format!("{ABSENT} {number}"));
    let quotes: Vec<String> = (0..MOST_ALIKE + 200).map(words).collect();
    let folder = on_disk(&repository(TEXT, &quotes), "known.json", "");
    let path = folder.path();
    let known = ["verify", "--baseline", "known.json"];
    assert_eq!(ibid(path, &["report", "--format", "json", "-o", "known.json"]).status, 0);
    let (status, json) = json_of(path, &known);
    assert_eq!((status, &json["summary"]["known"]), (0, &Value::from(MOST_ALIKE + 200)));
    let claims = std::fs::read_to_string(path.join("claims/c.toml")).unwrap();
    let new = "[[claim]]\nid = \"new\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"s\"\nexact = \"Nevermore, said the bird\"\n";
    write(path, "claims/c.toml", &format!("{new}{claims}"));
    let (status, json) = json_of(path, &known);
    assert_eq!((status, &json["summary"]["errors"]), (1, &Value::from(MOST_ALIKE + 201)));
}

#[test]
fn a_baseline_silences_nothing_that_it_does_not_list() {
    let folder = on_disk(&repository(TEXT, &[exact("The taliban took the city")]), "known.json", "");
    let path = folder.path();
    write(path, "ibid.toml", "format = 1\n[rules]\nfile-unrecorded = \"error\"\n");
    for number in 0..MOST_ALIKE + 200 {
        write(path, &format!("sources/s/stray{number:04}.txt"), "");
    }
    let known = ["verify", "--baseline", "known.json"];
    assert_eq!(ibid(path, &["report", "--format", "json", "-o", "known.json"]).status, 0);
    let Run { status, stdout, stderr } = ibid(path, &[&known[..], &["--format", "json"]].concat());
    assert_eq!(stderr, "200 findings that known.json does not list one by one fail all the same\n");
    let json: Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!((status, &json["summary"]["known"]), (1, &Value::from(MOST_ALIKE)));
    // One that is new and stands first takes the place of one that is known: nobody says that this one fails no longer.
    write(path, "sources/s/another.txt", "");
    let (status, json) = json_of(path, &known);
    let rules: Vec<&str> =
        json["findings"].as_array().unwrap().iter().map(|one| one["rule"].as_str().unwrap()).collect();
    assert_eq!((status, rules.contains(&"baseline-stale")), (1, false));
    assert_eq!(json["summary"]["errors"], MOST_ALIKE + 201);
}

#[test]
fn what_may_be_among_those_not_told_is_not_said_to_be_new_or_fixed() {
    let folder = on_disk(&unknown_keys(MOST_ALIKE + 200), "a.json", "");
    let path = folder.path();
    ibid(path, &["report", "--format", "json", "-o", "a.json"]);
    let claims = std::fs::read_to_string(path.join("claims/c.toml")).unwrap();
    write(path, "claims/c.toml", &claims.replacen("foo0 = 1\n", "", 1));
    ibid(path, &["report", "--format", "json", "-o", "b.json"]);
    let Run { stdout, stderr, .. } = ibid(path, &["diff", "a.json", "b.json", "--format", "json"]);
    assert_eq!(stderr, "");
    let json: Value = serde_json::from_str(&stdout).unwrap();
    let changed: Vec<&Value> =
        json["findings"].as_array().unwrap().iter().filter(|one| one["since"] != "still").collect();
    // The one that was mended and the one that is told in its place; and on either side what stands for the others.
    assert_eq!(changed.len(), 4, "{changed:?}");
    assert!(changed.iter().all(|one| one["unread_there"] == true), "{changed:?}");
}

#[test]
fn a_folder_of_such_files_is_bounded_and_any_number_of_threads_tells_the_same() {
    let mut tree = absent(1);
    let claim = "[[claim]]\nid = \"a\"\ntext = \"T\"\n";
    for number in 0..2 {
        tree.insert(format!("claims/z{number}.toml"), claim.repeat(MOST_ALIKE + 100));
    }
    for number in 0..2 * MOST_ALIKE {
        tree.insert(format!("sources/s/stray{number}.txt"), "");
    }
    let told = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| report(&tree))
    };
    let alone = told(1);
    let of_rule =
        |rule: Rule| alone.findings.iter().map(|one| &one.finding).filter(move |one| one.rule == rule);
    assert_eq!(of_rule(Rule::FileUnrecorded).count(), MOST_ALIKE + 1);
    assert_eq!(of_rule(Rule::FileUnrecorded).map(Finding::count).sum::<usize>(), 2 * MOST_ALIKE);
    assert_eq!(of_rule(Rule::ClaimUnquoted).map(Finding::count).sum::<usize>(), 2 * (MOST_ALIKE + 100));
    assert_eq!(of_rule(Rule::ClaimUnquoted).count(), 2 * (MOST_ALIKE + 1));
    let told_of = |report: &ibid::report::Report| {
        let one = |one: &ibid::report::ReportedFinding| (one.finding.clone(), one.fingerprint.clone());
        report.findings.iter().map(one).collect::<Vec<_>>()
    };
    for threads in [2, 3] {
        assert!(told_of(&told(threads)) == told_of(&alone), "{threads} threads tell something else");
    }
}

/// A tree that counts what is read of its captures, and what of that is given back.
struct Counting {
    below: MemoryTree,
    read: AtomicUsize,
    given_back: AtomicUsize,
}

impl Tree for Counting {
    fn entries(&self, folder: &str) -> Vec<Entry> {
        self.below.entries(folder)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let bytes = self.below.read(path, limit)?;
        if path.ends_with("/2025-12-08.txt") {
            self.read.fetch_add(bytes.len(), Ordering::Relaxed);
        }
        Ok(bytes)
    }

    fn give_back(&self, bytes: Vec<u8>) {
        self.given_back.fetch_add(bytes.len(), Ordering::Relaxed);
    }
}

#[test]
fn the_room_of_every_text_is_given_back() {
    let below = repository(TEXT, &[exact("took the city"), exact(ABSENT)]);
    let tree = Counting { below, read: AtomicUsize::default(), given_back: AtomicUsize::default() };
    let corpus = Corpus::load(&tree);
    verify(&corpus, &tree, &Options::default());
    assert_eq!(tree.read.load(Ordering::Relaxed), TEXT.len());
    assert_eq!(tree.given_back.load(Ordering::Relaxed), TEXT.len());
    find(
        &corpus,
        &tree,
        &Query {
            words: ABSENT,
            sources: None,
            all_captures: false,
            limit: 5,
            near: true,
            shows_restricted: true,
        },
    );
    assert_eq!(tree.given_back.load(Ordering::Relaxed), tree.read.load(Ordering::Relaxed));
}
