//! The two sides of `ibid diff`: every way to name one, in every kind of git repository; what is told
//! where one cannot be read; the exit status; and that nothing is ever written.
#![cfg(feature = "git")]
use crate::common::git::{ARTICLE, CLAIM, CONFIG, OTHER_CLAIM, Repo};
use crate::common::{Run, ibid, ibid_reading};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// `v1.0` with one claim, reworded once and once more on `main`; on `topic` another claim beside it.
fn repository() -> Repo {
    let repo = Repo::new();
    fill(&repo, "");
    repo
}

/// The same below a folder of a git repository; the folder ends in a slash, or is empty.
fn fill(repo: &Repo, folder: &str) {
    let file = format!("{folder}claims/a.toml");
    repo.write(&format!("{folder}ibid.toml"), CONFIG);
    repo.source_in(&format!("{folder}sources/le-discours"), "title = \"Le discours\"", ARTICLE);
    repo.write(&file, CLAIM);
    repo.commit("Begin");
    repo.git(&["tag", "--annotate", "--message", "The first", "v1.0"]);
    repo.git(&["branch", "topic"]);
    repo.change(&file, "a mistake", "one mistake");
    repo.commit("Reword");
    repo.change(&file, "one mistake", "only one mistake");
    repo.commit("Reword again");
    repo.git(&["checkout", "--quiet", "topic"]);
    repo.write(&format!("{folder}claims/b.toml"), OTHER_CLAIM);
    repo.commit("Say what he left out");
    repo.git(&["checkout", "--quiet", "main"]);
}

/// What changed, without the sides' names and without what was left unread.
fn changes(folder: &Path, args: &[&str]) -> Value {
    let run = ibid(folder, &[&["diff", "--format", "json"], args].concat());
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{args:?}");
    let mut value: Value = run.json();
    value.as_object_mut().unwrap().retain(|key, _| ["claims", "sources", "findings"].contains(&key.as_str()));
    value
}

fn reworded(changes: &Value) -> (&str, &str) {
    let event = &changes["claims"][0]["events"][0];
    assert_eq!(event["field"], "text", "{changes}");
    (event["from"].as_str().unwrap(), event["to"].as_str().unwrap())
}

const FIRST: &str = "The minister spoke of a mistake.";
const SECOND: &str = "The minister spoke of one mistake.";
const THIRD: &str = "The minister spoke of only one mistake.";

/// What a person sees of a run: all that was written, and the status.
fn seen(run: &Run) -> String {
    format!("{}{}exit status {}\n", run.stdout, run.stderr, run.status)
}

fn save_report(repo: &Repo, name: &str) {
    let written = repo.ibid(&["report", "--format", "json", "-o", name]);
    assert_eq!(written.status, 0, "{}", written.stderr);
}

#[test]
fn every_name_of_a_commit_means_that_commit() {
    let repo = repository();
    let first = repo.git(&["rev-parse", "v1.0^{commit}"]);
    let of_tag = repo.git(&["rev-parse", "v1.0"]);
    for name in [
        "v1.0",
        "tags/v1.0",
        "main~2",
        "HEAD~2",
        "HEAD^^",
        "@~2",
        &first,
        &first[..7],
        &of_tag,
        ":/Begin",
        "topic~1",
    ] {
        assert_eq!(reworded(&changes(repo.path(), &[name, "main"])), (FIRST, THIRD), "{name}");
    }
}

#[test]
fn two_dots_join_two_sides_and_three_begin_where_they_parted() {
    let repo = repository();
    let of = |args: &[&str]| changes(repo.path(), args);
    assert_eq!(of(&["v1.0..main"]), of(&["v1.0", "main"]));
    assert_eq!(of(&["v1.0.."]), of(&["v1.0", "HEAD"]));
    assert_eq!(of(&["..topic"]), of(&["HEAD", "topic"]));
    assert_eq!(of(&["main..topic"])["claims"].as_array().unwrap().len(), 2, "both branches went on");
    assert_eq!(of(&["main...topic"]), of(&["v1.0", "topic"]));
    assert_eq!(of(&["topic..."]), of(&["v1.0", "main"]));
    assert_eq!(of(&["...topic"]), of(&["v1.0", "topic"]));
}

#[test]
fn without_sides_the_files_are_compared_with_the_last_commit() {
    let repo = repository();
    assert_eq!(repo.ibid(&["diff"]).stdout.lines().nth(1), Some("nothing changed"));
    repo.change("claims/a.toml", "only one mistake", "some mistake");
    assert_eq!(reworded(&changes(repo.path(), &[])), (THIRD, "The minister spoke of some mistake."));
    assert_eq!(reworded(&changes(repo.path(), &["v1.0"])), (FIRST, "The minister spoke of some mistake."));
    repo.git(&["add", "--all"]);
    assert_eq!(changes(repo.path(), &[]), changes(repo.path(), &["HEAD"]), "staged or not");
}

#[test]
fn a_subfolder_is_as_good_as_the_top() {
    let repo = repository();
    let (top, below) =
        (changes(repo.path(), &["v1.0"]), changes(&repo.path().join("sources/le-discours"), &["v1.0"]));
    assert_eq!(top, below);
    let beside = repo.beside("beside");
    fs::create_dir(&beside).unwrap();
    assert_eq!(changes(&beside, &["-C", "../repository/claims", "v1.0"]), top);
}

#[test]
fn a_repository_below_the_top_of_its_git_repository_is_found_in_each_revision() {
    let repo = Repo::new();
    fill(&repo, "a desk/dossier/");
    repo.write("README.md", "Not of the dossier.\n");
    repo.commit("Say something else");
    let root = repo.path().join("a desk/dossier");
    assert_eq!(reworded(&changes(&root, &["v1.0"])), (FIRST, THIRD));
    assert_eq!(reworded(&changes(&root.join("claims"), &["v1.0", "HEAD~1"])), (FIRST, THIRD));
    assert_eq!(ibid(&root, &["diff", "HEAD~1"]).stdout.lines().nth(1), Some("nothing changed"));
    assert_eq!(ibid(&root, &["log", "erreur"]).status, 0);
}

#[test]
fn reports_folders_and_standard_input_are_sides_too() {
    let repo = repository();
    let folder = repo.path();
    repo.git(&["checkout", "--quiet", "v1.0"]);
    save_report(&repo, "old.json");
    let old = repo.read("old.json");
    repo.git(&["checkout", "--quiet", "main"]);
    save_report(&repo, "new report");
    repo.git(&["worktree", "add", "--quiet", "--detach", "../then", "v1.0"]);
    for sides in [
        ["old.json", "new report"],
        ["old.json", "main"],
        ["v1.0", "new report"],
        ["../then", "."],
        ["../then", "new report"],
    ] {
        assert_eq!(reworded(&changes(folder, &sides)), (FIRST, THIRD), "{sides:?}");
    }
    assert_eq!(reworded(&changes(folder, &["old.json"])), (FIRST, THIRD));
    let piped = ibid_reading(folder, &["diff", "-", "main", "--format", "json"], format!("\u{feff}{old}"));
    assert_eq!(reworded(&piped.json()), (FIRST, THIRD));
    assert!(piped.stdout.contains("\"before\": \"standard input\""));
    let piped = ibid_reading(folder, &["diff", "main", "-", "--format", "json"], &old);
    assert_eq!(reworded(&piped.json()), (THIRD, FIRST));
}

#[test]
fn reports_are_compared_where_there_is_no_repository_at_all() {
    let repo = repository();
    save_report(&repo, "../new.json");
    repo.git(&["checkout", "--quiet", "v1.0"]);
    save_report(&repo, "../old.json");
    let outside = repo.beside("old.json").parent().unwrap().to_owned();
    assert_eq!(reworded(&changes(&outside, &["old.json", "new.json"])), (FIRST, THIRD));
}

#[test]
fn a_branch_named_like_a_folder_is_the_branch() {
    let repo = repository();
    repo.git(&["branch", "claims", "v1.0"]);
    assert_eq!(reworded(&changes(repo.path(), &["claims", "main"])), (FIRST, THIRD));
}

#[test]
fn linked_worktrees_bare_repositories_and_packs_are_read() {
    let repo = repository();
    let expected = changes(repo.path(), &["v1.0", "main"]);
    repo.git(&["worktree", "add", "--quiet", "../linked", "topic"]);
    assert_eq!(changes(&repo.beside("linked"), &["v1.0", "main"]), expected);
    assert_eq!(changes(&repo.beside("linked"), &["v1.0"]), changes(repo.path(), &["v1.0", "topic"]));
    repo.git(&["clone", "--quiet", "--bare", ".", "../bare.git"]);
    let bare = repo.beside("bare.git");
    assert_eq!(changes(&bare, &["v1.0", "main"]), expected);
    assert_eq!(changes(&bare, &["v1.0..main"]), expected);
    assert_eq!(ibid(&bare, &["log", "erreur"]).status, 0);
    repo.git(&["pack-refs", "--all"]);
    repo.git(&["gc", "--quiet", "--prune=now"]);
    assert!(!repo.path().join(".git/refs/heads/main").exists(), "the branches are packed");
    assert_eq!(changes(repo.path(), &["v1.0", "main"]), expected);
    insta::assert_snapshot!(seen(&ibid(&bare, &["diff", "v1.0"])), @r"
    error: there is no ibid repository here: no ibid.toml in this folder or any above it
     help: give two reports, two folders or, in a bare git repository, two revisions
    exit status 2
    ");
}

#[test]
fn a_repository_of_sha256_is_read() {
    let Some(repo) = Repo::of_format("sha256") else {
        eprintln!("this git makes no such repositories");
        return;
    };
    fill(&repo, "");
    assert_eq!(repo.git(&["rev-parse", "HEAD"]).len(), 64);
    assert_eq!(reworded(&changes(repo.path(), &["v1.0", "HEAD"])), (FIRST, THIRD));
    assert_eq!(reworded(&changes(repo.path(), &["v1.0"])), (FIRST, THIRD));
    repo.change("claims/a.toml", "only one", "a");
    assert_eq!(reworded(&changes(repo.path(), &[])), (THIRD, FIRST));
}

#[test]
fn a_shallow_clone_says_what_to_fetch() {
    let repo = repository();
    let url = format!("file://{}", repo.path().display());
    repo.git(&["clone", "--quiet", "--depth=2", &url, "../shallow"]);
    let shallow = repo.beside("shallow");
    assert_eq!(reworded(&changes(&shallow, &["HEAD~1"])), (SECOND, THIRD));
    assert_eq!(ibid(&shallow, &["diff", "HEAD~1", "--format", "markdown"]).status, 0);
    let messages: Vec<String> = [
        "HEAD~2",
        "main~5",
        "v1.0",
        "topic",
        "origin/topic",
        "0123456789abcdef",
        "topic...HEAD",
        "no such thing",
    ]
    .iter()
    .map(|name| format!("$ ibid diff {name}\n{}", seen(&ibid(&shallow, &["diff", name]))))
    .collect();
    insta::assert_snapshot!("shallow", messages.join("\n"));
    repo.git_in(&shallow, &["fetch", "--quiet", "--depth=3"], "");
    assert_eq!(reworded(&changes(&shallow, &["HEAD~2"])), (FIRST, THIRD), "what the message said to fetch");
    repo.git_in(&shallow, &["fetch", "--quiet", "--depth=1", "origin", "topic:topic"], "");
    assert_eq!(ibid(&shallow, &["diff", "topic"]).status, 0, "likewise");
    repo.git_in(&shallow, &["fetch", "--quiet", "--depth=1", "origin", "tag", "v1.0"], "");
    assert_eq!(ibid(&shallow, &["diff", "v1.0"]).status, 0, "likewise");
}

/// Every advice, followed to the letter in a clone of its own, leads to the comparison that was asked for.
#[test]
fn what_a_shallow_clone_is_told_to_fetch_is_what_is_missing() {
    let repo = repository();
    let id = |name: &str| repo.git(&["rev-parse", name]);
    repo.git(&["clone", "--quiet", "--bare", ".", "../remote.git"]);
    let url = format!("file://{}", repo.beside("remote.git").display());
    let asked = [
        "HEAD~2".to_owned(),
        "main~1".to_owned(),
        "origin/main~1".to_owned(),
        "origin/topic".to_owned(),
        "origin/topic~1".to_owned(),
        "topic~1".to_owned(),
        id("HEAD~1"),
        id("HEAD~1")[..9].to_owned(),
        format!("{}~1", &id("HEAD~1")[..9]),
        "origin/topic...HEAD".to_owned(),
        "topic...HEAD".to_owned(),
        "HEAD~1...HEAD".to_owned(),
        format!("{}...HEAD", &id("topic~1")[..9]),
    ];
    let mut told = String::new();
    for (number, name) in asked.iter().enumerate() {
        let folder = format!("../shallow-{number}");
        repo.git(&["clone", "--quiet", "--depth=1", &url, &folder]);
        let clone = repo.beside(&folder[3..]);
        let refused = ibid(&clone, &["diff", name]);
        assert_eq!(refused.status, 2, "{name}: {}", refused.stdout);
        let (_, advice) = refused.stderr.split_once("`git ").unwrap_or_else(|| panic!("{}", refused.stderr));
        let words: Vec<&str> = advice.split('`').next().unwrap().split(' ').collect();
        repo.git_in(&clone, &[&words[..], &["--quiet"]].concat(), "");
        let followed = ibid(&clone, &["diff", name]);
        assert_eq!(followed.status, 0, "{name}, after git {words:?}: {}", followed.stderr);
        told.push_str(&format!(
            "{}: git {}\n",
            if name.len() == 40 { "a whole id" } else { name },
            words.join(" ")
        ));
    }
    insta::assert_snapshot!("followed", told.replace(&id("HEAD~1"), "WHOLE-ID"));
}

#[test]
fn branches_that_parted_before_the_clone_begins_have_no_common_commit_in_it() {
    let repo = repository();
    let url = format!("file://{}", repo.path().display());
    repo.git(&["clone", "--quiet", "--depth=1", "--no-single-branch", &url, "../shallow"]);
    insta::assert_snapshot!(seen(&ibid(&repo.beside("shallow"), &["diff", "origin/topic...HEAD"])), @r"
    error: `origin/topic` and `HEAD` have no common commit in this clone
     help: this clone has only a part of the history; fetch the rest: `git fetch --unshallow` (in CI: `fetch-depth: 0`)
    exit status 2
    ");
}

#[test]
fn what_cannot_be_compared_is_said_in_words() {
    let repo = repository();
    save_report(&repo, "good.json");
    let good = repo.read("good.json");
    repo.write("damaged.json", &good[..good.len() / 2]);
    repo.write("other.json", "{\"version\": \"2.1.0\", \"runs\": []}\n");
    repo.write("list.json", "[]\n");
    repo.write("newer.json", good.replace("ibid.report/1", "ibid.report/2"));
    repo.write("comparison.json", repo.ibid(&["diff", "v1.0", "--format", "json"]).stdout);
    repo.write("status.json", good.replace("\"status\": \"stands\"", "\"status\": \"floats\""));
    repo.write("latin.json", [b'{', 0xE9, b'}']);
    repo.write("empty.json", "");
    repo.write("notes/a.txt", "No repository.\n");
    repo.git(&["checkout", "--quiet", "--orphan", "other"]);
    repo.git(&["rm", "--quiet", "-r", "--cached", "."]);
    repo.commit_index("No claims here");
    repo.git(&["checkout", "--quiet", "--force", "main"]);
    let asked: [&[&str]; 19] = [
        &["mian"],
        &["main", "v1.1"],
        &["v1.0...nowhere"],
        &["HEAD~9"],
        &["HEAD:claims/a.toml"],
        &["other"],
        &["damaged.json"],
        &["other.json"],
        &["list.json"],
        &["newer.json"],
        &["comparison.json"],
        &["status.json"],
        &["latin.json"],
        &["empty.json"],
        &["missing.json"],
        &["notes"],
        &["./ibid.toml"],
        &["-", "-"],
        &["a", "b", "c"],
    ];
    let told = asked.iter().map(|args| {
        let run = repo.ibid(&[&["diff"], *args].concat());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
        format!("$ ibid diff {}\n{}", args.join(" "), run.stderr)
    });
    insta::assert_snapshot!("messages", told.collect::<Vec<_>>().join("\n"));
}

#[test]
fn without_git_or_commits_there_is_a_way_on() {
    let folder = tempfile::tempdir().unwrap();
    let told =
        |folder: &Path, args: &[&str]| format!("$ ibid {}\n{}\n", args.join(" "), seen(&ibid(folder, args)));
    let mut all = told(folder.path(), &["diff"]);
    assert_eq!(ibid(folder.path(), &["init"]).status, 0);
    all += &told(folder.path(), &["diff"]);
    all += &told(folder.path(), &["diff", "main"]);
    all += &told(folder.path(), &["log", "erreur"]);
    let empty = Repo::with_ibid();
    all += &told(empty.path(), &["diff"]);
    all += &told(empty.path(), &["log", "erreur"]);
    insta::assert_snapshot!("without_git", all);
}

#[test]
fn the_exit_status_is_the_same_in_every_format() {
    let repo = repository();
    let status = |args: &[&str]| {
        let of = |format: &str| repo.ibid(&[&["diff", "--format", format], args].concat()).status;
        let (human, markdown, json) = (of("human"), of("markdown"), of("json"));
        assert_eq!((human, human), (markdown, json), "{args:?}");
        human
    };
    let with_code = |args: &[&str]| status(&[&["--exit-code"], args].concat());
    assert_eq!((status(&["v1.0"]), with_code(&["v1.0"])), (0, 0), "a claim was reworded");
    assert_eq!((status(&["nowhere"]), with_code(&["nowhere"])), (2, 2), "there is nothing to compare");
    repo.change("claims/a.toml", "« une erreur »", "« une faute »");
    assert_eq!((status(&[]), with_code(&[])), (0, 1), "a quote newly fails");
    for part in ["claims", "sources", "verdicts"] {
        assert_eq!(with_code(&["--only", part]), 1, "also where {part} alone are shown");
    }
    assert_eq!(repo.ibid(&["diff", "--exit-code", "--stat"]).status, 1);
    repo.commit("Misquote");
    repo.write("claims/a.toml", format!("# A remark.\n{}", repo.read("claims/a.toml")));
    assert_eq!(with_code(&[]), 0, "it fails as it did");
    assert_eq!(with_code(&["HEAD", "v1.0"]), 0, "it fails no longer");
    repo.change("claims/a.toml", "« une faute »", "« une erreur »");
    repo.change("claims/a.toml", "verdict = \"supported\"", "verdict = \"disputed\"");
    assert_eq!((status(&["v1.0"]), with_code(&["v1.0"])), (0, 1), "a verdict changed");
}

/// All files and folders below a folder with their bytes and times, also those of git.
fn everything(folder: &Path) -> Vec<(String, SystemTime, Vec<u8>)> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let one = |entry: walkdir::DirEntry| {
        let bytes = if entry.file_type().is_file() { fs::read(entry.path()).unwrap() } else { Vec::new() };
        (entry.path().display().to_string(), entry.metadata().unwrap().modified().unwrap(), bytes)
    };
    entries.map(one).collect()
}

#[test]
fn nothing_is_written() {
    let repo = repository();
    save_report(&repo, "known.json");
    repo.change("claims/a.toml", "« une erreur »", "« une faute »");
    // Touched and not changed, so that git's index would be brought up to date by a careless reader.
    repo.write("ibid.toml", repo.read("ibid.toml"));
    repo.git(&["worktree", "add", "--quiet", "../linked", "topic"]);
    let before = everything(repo.path());
    for args in [
        &["diff"][..],
        &["diff", "v1.0", "--format", "markdown"],
        &["diff", "main...topic", "--format", "json"],
        &["diff", "known.json", "../linked"],
        &["diff", "nowhere"],
        &["log", "erreur"],
        &["show", "erreur"],
        &["report"],
        &["verify", "--new-since", "v1.0"],
        &["verify", "--baseline", "known.json"],
    ] {
        repo.ibid(args);
        assert_eq!(ibid(&repo.beside("linked"), &["diff", "main"]).status, 0);
        let now = everything(repo.path());
        let changed: Vec<&String> =
            now.iter().zip(&before).filter(|(now, before)| now != before).map(|(now, _)| &now.0).collect();
        assert!(now == before, "ibid {args:?} wrote: {changed:?}");
    }
}
