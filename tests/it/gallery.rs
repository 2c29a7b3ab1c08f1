//! The gallery: a small repository for each rule and each kind of difference, and what a person and a
//! program are told of it.

use crate::common::{Run, ibid};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The copies of [`apart`], made once.
static COPIES: OnceLock<Vec<(String, PathBuf)>> = OnceLock::new();

/// Copies of the repositories with a file `apart`, for which it matters what git holds of them, so that this
/// project's own git has no say; where that file says `git`, the copy is a git repository of its own.
fn apart(all: &[(String, PathBuf)]) -> Vec<(String, PathBuf)> {
    let mut copies = Vec::new();
    for (name, folder) in all {
        let Ok(kind) = fs::read_to_string(folder.join("apart")) else { continue };
        if kind.trim() == "git" && !cfg!(feature = "git") {
            continue;
        }
        let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gallery").join(name);
        drop(fs::remove_dir_all(&copy));
        for entry in walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap) {
            let place = copy.join(entry.path().strip_prefix(folder).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir_all(place).unwrap();
            } else {
                fs::copy(entry.path(), place).unwrap();
            }
        }
        if kind.trim() == "git" {
            let mut git = std::process::Command::new("git");
            let run = crate::common::run(git.args(["init", "--quiet", "--template="]), &copy);
            assert_eq!(run.status, 0, "{}", run.stderr);
        }
        copies.push((name.clone(), copy));
    }
    copies
}

/// Every repository of the gallery, by name.
fn gallery() -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir("tests/gallery").unwrap().map(|entry| entry.unwrap());
    let mut all: Vec<(String, PathBuf)> = entries
        .filter(|entry| entry.path().join("ibid.toml").exists())
        .map(|entry| (entry.file_name().into_string().unwrap(), entry.path()))
        .collect();
    let copies = COPIES.get_or_init(|| apart(&all));
    let copy = |name: &String| copies.iter().find(|(known, _)| known == name);
    all.retain(|(name, folder)| copy(name).is_some() || !folder.join("apart").exists());
    for (name, folder) in &mut all {
        if let Some((_, copy)) = copy(name) {
            folder.clone_from(copy);
        }
    }
    all.sort();
    assert!(all.len() >= 60, "the gallery is there");
    all
}

/// `ibid verify` as the repository asks for it: with the words of its file `args`, where it has one.
fn verify(folder: &Path, more: &[&str]) -> Run {
    let own = fs::read_to_string(folder.join("args")).unwrap_or_default();
    let args: Vec<&str> =
        ["verify"].into_iter().chain(own.split_whitespace()).chain(more.iter().copied()).collect();
    ibid(folder, &args)
}

fn json(folder: &Path) -> (i32, Value) {
    let run = verify(folder, &["--format", "json"]);
    (run.status, run.json())
}

#[test]
fn people_and_programs_are_told_what_is_wrong() {
    for (name, folder) in gallery() {
        let human = verify(&folder, &[]);
        assert_eq!(human.stderr, "", "{name}");
        insta::with_settings!({ snapshot_path => "../gallery/snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{name}.human"), format!("{}exit status {}\n", human.stdout, human.status));
            let run = verify(&folder, &["--format", "json"]);
            insta::assert_snapshot!(format!("{name}.json"), run.stdout);
        });
    }
}

#[test]
fn every_rule_is_triggered_by_the_repository_that_has_its_name() {
    let mut triggered = BTreeSet::new();
    for (name, folder) in gallery() {
        let (_, report) = json(&folder);
        let rules: Vec<&str> = report["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| finding["rule"].as_str().unwrap())
            .collect();
        if ibid::finding::Rule::parse(&name).is_some() {
            assert!(rules.contains(&name.as_str()), "{name}: {rules:?}");
            triggered.insert(name);
        }
    }
    let mut all: BTreeSet<String> =
        ibid::finding::Rule::ALL.iter().map(|rule| rule.name().to_owned()).collect();
    if !cfg!(feature = "git") {
        all.remove("restricted-exposed");
    }
    assert_eq!(triggered, all, "every rule has a repository of its name");
}

#[test]
fn every_kind_of_difference_is_named_by_the_repository_that_has_its_name() {
    for (name, folder) in gallery() {
        let Some((status, kind)) =
            name.split_once('-').filter(|(status, _)| ["variant", "altered"].contains(status))
        else {
            continue;
        };
        let (_, report) = json(&folder);
        let quote = &report["claims"][0]["quotes"][0];
        let kinds: BTreeSet<&str> = quote["differences"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["kind"].as_str().unwrap())
            .collect();
        assert_eq!(quote["status"], status, "{name}");
        match kind {
            "several" => assert!(kinds.len() >= 3, "{name}: {kinds:?}"),
            _ => assert!(kinds.contains(kind), "{name}: {kinds:?}"),
        }
    }
}

#[test]
fn every_format_has_the_same_exit_status_and_no_line_is_raw() {
    for (name, folder) in gallery() {
        let human = verify(&folder, &[]);
        let (status, report) = json(&folder);
        assert_eq!(human.status, status, "{name}");
        let errors = report["summary"]["errors"].as_u64().unwrap();
        assert_eq!(status, i32::from(errors > 0), "{name}");
        for text in [&human.stdout, &verify(&folder, &["--format", "json"]).stdout] {
            let acts = |c: &char| c.is_control() && *c != '\n' || ibid::fold::is_bidi_control(*c);
            assert_eq!(text.chars().find(acts), None, "{name}");
        }
        let is_to_paste = |line: &&str| line.contains(" = \"") || line.contains("exact = [");
        for line in human.stdout.lines().filter(|line| !is_to_paste(line)) {
            assert!(ibid::render::visible::width(line) <= 80, "{name}: {line}");
        }
    }
}

/// Only `-v` and programs are shown where standing quotes lie; elsewhere that is not even found out.
#[test]
fn leaving_out_where_quotes_stand_changes_nothing_else_that_is_told() {
    for (name, folder) in gallery() {
        let (plain, verbose) = (verify(&folder, &[]), verify(&folder, &["-v"]));
        assert!(verbose.stdout.ends_with(&plain.stdout), "{name}: {}", verbose.stdout);
        let (_, report) = json(&folder);
        let standing = format!("{} stand", report["summary"]["stands"]);
        assert!(report["summary"]["stands"] == 0 || plain.stdout.contains(&standing), "{name}: {standing}");
    }
}

#[test]
fn the_same_tree_gives_the_same_bytes_with_any_number_of_threads() {
    for (name, folder) in gallery() {
        let with_threads = |count: &str| {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_ibid"));
            crate::common::run(
                command.args(["verify", "--format", "json"]).env("RAYON_NUM_THREADS", count),
                &folder,
            )
            .stdout
        };
        assert_eq!(with_threads("1"), with_threads("7"), "{name}");
    }
}
