//! Words that name nothing: each is answered with what may have been meant, through accents, umlauts and
//! parts of names.

use crate::common::{ibid, initialized, refused};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn repository() -> TempDir {
    let folder = initialized();
    let path = folder.path();
    for (id, words) in [
        ("mueller-bericht", "Der Bericht"),
        ("defence-ministry", "The words"),
        ("defence-budget", "A budget"),
    ] {
        fs::write(path.join("a.txt"), format!("{words} is here, as it was said.\n")).unwrap();
        assert_eq!(ibid(path, &["add", "a.txt", "--id", id, "--captured", "2025-12-08"]).status, 0);
    }
    claims(path, "supported");
    let git = |args: &[&str]| {
        let own = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
        let status = std::process::Command::new("git").current_dir(path).args(own).args(args).output();
        assert!(status.unwrap().status.success(), "{args:?}");
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "first"]);
    folder
}

fn claims(folder: &Path, verdict: &str) {
    let claim = |id: &str| {
        format!(
            "[[claim]]\nid = \"{id}\"\ntext = \"T\"\nverdict = \"{verdict}\"\n[[claim.quote]]\nsource = \"defence-ministry\"\nexact = \"The words is here\"\n"
        )
    };
    fs::write(
        folder.join("claims/a.toml"),
        ["ministere-erreur", "ministere-retrait", "kabul"].map(claim).concat(),
    )
    .unwrap();
}

#[test]
fn ids_of_claims_sources_captures_rules_and_verdicts_are_recognised() {
    let folder = repository();
    let path = folder.path();
    let mut lines: Vec<&[&str]> = vec![
        &["show", "ministère-erreur"],
        &["show", "ministere"],
        &["show", "retrait"],
        &["show", "Müller-Bericht"],
        &["show", "budget"],
        &["show", "xyz"],
        &["verify", "kabull"],
        &["verify", "ministère"],
        &["verify", "defence-ministry"],
        &["pin", "erreur"],
        &["cite", "muller-bericht", "words", "--claim", "kabul"],
        &["cite", "defence", "words", "--claim", "kabul"],
        &["cite", "defence-ministry", "words", "--claim", "kabull"],
        &["cite", "defence-ministry", "words", "--claim", "kabul", "--capture", "2025-12-80"],
        &["cite", "defence-ministry", "words", "--claim", "new", "--text", "T", "--verdict", "suported"],
        &["find", "words", "--source", "mueler-bericht"],
        &["add", "a.txt", "--to", "mueller"],
        &["extract", "bericht"],
        &["extract", "mueller-bericht", "--capture", "2025-12-07"],
        &["drift", "defence-ministri"],
        &["explain", "quote-shrot"],
        &["explain", "context"],
        &["explain", "verdict"],
    ];
    if cfg!(feature = "git") {
        lines.push(&["log", "kabull"]);
        lines.push(&["log", "retrait"]);
    }
    let all: Vec<String> = lines.iter().map(|args| refused(path, args)).collect();
    if cfg!(feature = "git") {
        insta::assert_snapshot!("ids", all.join("\n"));
    }
}

#[test]
fn commands_that_go_by_another_name_elsewhere_are_recognised() {
    let folder = repository();
    let lines: [&[&str]; 6] =
        [&["verfy"], &["check"], &["search", "words"], &["quote", "x"], &["list"], &["frobnicate"]];
    let all: Vec<String> = lines.iter().map(|args| refused(folder.path(), args)).collect();
    insta::assert_snapshot!("commands", all.join("\n"));
}

#[test]
fn keys_rules_and_verdicts_in_files_are_recognised() {
    let folder = repository();
    let path = folder.path();
    claims(path, "supportet");
    let mut content = fs::read_to_string(path.join("claims/a.toml")).unwrap();
    content =
        content.replacen("exact =", "exakt =", 1).replacen("\"defence-ministry\"", "\"défence-ministry\"", 1);
    fs::write(path.join("claims/a.toml"), content).unwrap();
    let config = "format = 1\n[verdict]\nscale = [\"supported\"]\n[rules]\nqoute-short = \"off\"\n";
    fs::write(path.join("ibid.toml"), config).unwrap();
    let run = ibid(path, &["verify"]);
    assert_eq!(run.status, 1);
    let meant: Vec<&str> =
        run.stdout.lines().filter(|line| line.contains("did you mean")).map(str::trim).collect();
    insta::assert_snapshot!("files", meant.join("\n"));
}

#[test]
fn a_source_that_no_claim_cites_is_said_to_be_one() {
    let folder = repository();
    let run = ibid(folder.path(), &["verify", "sources/defence-budget"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("no claim cites it"), "{}", run.stdout);
    let run = ibid(folder.path(), &["extract", "defence-budget", "--check"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    assert!(run.stderr.contains("plain text is checked as it came"), "{}", run.stderr);
}

#[test]
fn a_misspelt_quote_is_told_once_and_not_as_a_claim_without_one() {
    let folder = repository();
    let path = folder.path();
    let claim = "[[claim]]\nid = \"a\"\ntext = \"T\"\n[[claim.qoute]]\nsource = \"defence-ministry\"\nexact = \"The words\"\n";
    fs::write(path.join("claims/a.toml"), claim).unwrap();
    let run = ibid(path, &["verify", "--format", "concise"]);
    let rules: Vec<&str> = run.stdout.lines().filter(|line| line.contains('[')).collect();
    assert_eq!(run.status, 1);
    assert!(rules.len() == 1 && rules[0].contains("key-unknown"), "{}", run.stdout);
}

#[test]
fn a_flood_of_sources_that_nobody_stored_is_told_and_what_is_meant_is_looked_for_within_bounds() {
    let folder = repository();
    let path = folder.path();
    let quote = |number: usize| {
        format!("[[claim.quote]]\nsource = \"defence-ministr{number}\"\nexact = \"The words\"\n")
    };
    let quotes: String = (100..500).map(quote).collect();
    fs::write(path.join("claims/a.toml"), format!("[[claim]]\nid = \"a\"\ntext = \"T\"\n{quotes}")).unwrap();
    let run = ibid(path, &["verify", "--format", "json"]);
    assert_eq!(run.stdout.matches("\"source-unknown\"").count(), 400, "none is lost");
    let run = ibid(path, &["verify", "-v"]);
    assert_eq!(run.stdout.matches("did you mean `defence-ministry`").count(), 250);
    let key = "k".repeat(1_000_000);
    fs::write(path.join("claims/a.toml"), format!("{key} = 1\n")).unwrap();
    let run = ibid(path, &["verify"]);
    assert!(run.stdout.len() < 10_000, "{} bytes", run.stdout.len());
    assert!(run.stdout.contains("is no key of"), "{}", run.stdout);
}

#[test]
fn an_option_that_other_programs_have_is_answered_with_ours() {
    let folder = initialized();
    for (line, help) in [
        ("verify --json", "ibid calls it `--format json`"),
        ("verify --strict", "ibid calls it `--fail-on warning`"),
        ("diff --strict", "ibid calls it `--exit-code`"),
        ("fix --in-place", "ibid calls it `--write`"),
        ("verify --formt json", "did you mean `--format`?"),
        ("verify --watch", "`ibid verify --help` lists the options"),
        ("--json", "`ibid --help` lists the options"),
        ("diff a b c", "type it so: ibid diff [OPTIONS] [A [B]]"),
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        let run = ibid(folder.path(), &words);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{line}");
        assert!(run.stderr.contains(&format!(" help: {help}")), "{line}: {}", run.stderr);
        assert!(!run.stderr.contains("tip:"), "{line}: {}", run.stderr);
    }
}
