//! What a person meets on the first day: slips in the claim file that is asked about, the wrong kind of file, folders in
//! folders, commands by the names that other programs have for them, and what desktops and editors leave behind.

use crate::common::{self, ibid, initialized};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const CLAIM: &str =
    "[[claim]]\nid = \"a1\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"d\"\nexact = \"The words are here\"\n";

fn repository() -> TempDir {
    let folder = initialized();
    let path = folder.path();
    fs::write(path.join("d.txt"), "The words are here, as they were said.\n").unwrap();
    assert_eq!(ibid(path, &["add", "d.txt", "--captured", "2025-12-08"]).status, 0);
    fs::write(path.join("claims/a.toml"), CLAIM).unwrap();
    assert_eq!(ibid(path, &["verify"]).status, 0);
    folder
}

/// What is said of a command that cannot run; the folder's own path is left out.
fn refused(folder: &Path, args: &[&str]) -> String {
    let root = folder.canonicalize().unwrap();
    common::refused(folder, args).replace(root.to_str().unwrap(), "[root]")
}

#[test]
fn a_claim_whose_file_or_self_cannot_be_read_is_said_to_be_there() {
    let folder = repository();
    let path = folder.path();
    let commands: [&[&str]; 7] = [
        &["verify", "a1"],
        &["show", "a1"],
        &["pin", "a1"],
        &["fix", "a1"],
        &["report", "a1"],
        &["export", "links", "a1"],
        &["cite", "d", "words", "--claim", "a1"],
    ];
    fs::write(path.join("claims/a.toml"), CLAIM.replace("\"T\"", "\"T")).unwrap();
    for args in commands {
        let said = refused(path, args);
        assert!(
            said.contains("`claims/a.toml` has it in line 2, but it cannot be read there: line 3:"),
            "{said}"
        );
    }
    let mut all = vec![refused(path, &["verify", "a1"]), refused(path, &["show", "a2"])];
    fs::write(path.join("claims/a.toml"), CLAIM.replace("id =", "Id =")).unwrap();
    all.push(refused(path, &["verify", "a1"]));
    let remarked = CLAIM.replace("id = \"a1\"", "Id = \"a1\"  # \"of the desk\"");
    fs::write(path.join("claims/a.toml"), remarked).unwrap();
    assert_eq!(Some(&refused(path, &["verify", "a1"])), all.last());
    assert!(!refused(path, &["show", "a2"]).contains("claims/a.toml"));
    fs::rename(path.join("claims/a.toml"), path.join("claims/a.toml.txt")).unwrap();
    all.push(refused(path, &["verify", "a1"]));
    insta::assert_snapshot!("unread_claim", all.join("\n"));
}

#[test]
fn a_file_that_is_no_state_is_told_as_what_it_is() {
    let folder = repository();
    let path = folder.path();
    fs::write(path.join("page.json"), "<html>\n").unwrap();
    fs::write(path.join("other.json"), "{}").unwrap();
    let lines: [&[&str]; 7] = [
        &["diff", "claims/a.toml"],
        &["diff", "./ibid.toml"],
        &["diff", "./d.txt"],
        &["diff", "page.json"],
        &["diff", "other.json"],
        &["verify", "--baseline", "claims/a.toml"],
        &["verify", "--baseline", "sources/d/source.toml"],
    ];
    let all: Vec<String> = lines.iter().map(|args| refused(path, args)).collect();
    insta::assert_snapshot!("no_state", all.join("\n"));
}

#[test]
fn the_source_of_a_quote_that_cannot_be_checked_is_told_as_it_is() {
    let folder = repository();
    let path = folder.path();
    for broken in ["", "exact = \"\"\n", "exact = 3\n"] {
        fs::write(path.join("claims/a.toml"), CLAIM.replace("exact = \"The words are here\"\n", broken))
            .unwrap();
        let run = ibid(path, &["show", "a1"]);
        assert!(
            run.stdout.contains("source       d\n") && !run.stdout.contains("not stored"),
            "{}",
            run.stdout
        );
    }
    fs::write(path.join("claims/a.toml"), CLAIM.replace("\"d\"", "\"e\"")).unwrap();
    assert!(ibid(path, &["show", "a1"]).stdout.contains("e, which is not stored"));
}

#[test]
fn a_repository_in_another_is_begun_only_where_that_is_asked_for() {
    let folder = repository();
    let path = folder.path();
    let before = fs::read_dir(path).unwrap().count();
    fs::create_dir_all(path.join("sources/x")).unwrap();
    let mut all = vec![
        refused(path, &["init", "claims"]),
        refused(path, &["init", "below/it"]),
        refused(path, &["init", "claims/new", "--nested"]),
    ];
    all.push(
        refused(&path.join("sources/x"), &["init", "--nested"]).replace(path.to_str().unwrap(), "[root]"),
    );
    all[3] = all[3].replace(path.canonicalize().unwrap().to_str().unwrap(), "[root]");
    insta::assert_snapshot!("nested", all.join("\n"));
    assert_eq!(fs::read_dir(path).unwrap().count(), before, "nothing was made");
    assert_eq!(ibid(path, &["init", "below/it", "--nested"]).status, 0);
    assert!(path.join("below/it/ibid.toml").is_file());
    assert_eq!(ibid(path, &["verify"]).status, 0);
    assert_eq!(ibid(path, &["verify", "-C", "below/it"]).status, 1, "it holds nothing yet");
}

#[test]
fn what_is_begun_quietly_says_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let run = ibid(folder.path(), &["init", "-q", "it"]);
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
    assert!(folder.path().join("it/ibid.toml").is_file());
}

#[test]
fn schemas_that_offer_sources_go_on_to() {
    let folder = repository();
    let path = folder.path();
    let status = |args: &[&str]| ibid(path, args).status;
    assert_eq!(status(&["schema", "--check"]), 0);
    assert_eq!(status(&["schema", "--check", "--sources"]), 1);
    assert_eq!(status(&["schema", "--write", "--sources"]), 0);
    for args in
        [&["schema", "--check"][..], &["schema", "--check", "--sources"], &["schema", "--sources", "--check"]]
    {
        assert_eq!(status(args), 0, "{args:?}");
    }
    fs::write(path.join("e.txt"), "Other words.\n").unwrap();
    assert_eq!(status(&["add", "e.txt"]), 0);
    assert_eq!(status(&["schema", "--check"]), 1, "a source is not offered yet");
    assert_eq!(status(&["schema", "--write"]), 0);
    let kept = fs::read_to_string(path.join(".ibid/claims.schema.json")).unwrap();
    assert!(kept.contains("\"e\"") && status(&["schema", "--check", "--sources"]) == 0);
    let lines: [&[&str]; 4] = [
        &["schema"],
        &["schema", "--sources"],
        &["schema", "claims", "--check"],
        &["schema", "--check", "-o", "x"],
    ];
    let all: Vec<String> = lines.iter().map(|args| refused(path, args)).collect();
    insta::assert_snapshot!("schema_usage", all.join("\n"));
}

#[test]
fn commands_by_other_names_are_answered_with_ours() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["check", "list", "status", "validate", "test", "verfy", "frobnicate"];
    let mut all: Vec<String> = words.iter().map(|word| refused(folder.path(), &[word])).collect();
    all.push(refused(folder.path(), &["export", "anotations"]));
    all.push(refused(folder.path(), &["export", "check"]));
    let all = all.join("\n");
    assert!(!all.contains("tip:"));
    insta::assert_snapshot!("other_names", all);
}

#[test]
fn what_desktops_and_editors_leave_is_no_matter_of_ours() {
    let folder = repository();
    let path = folder.path();
    for name in
        ["Thumbs.db", "desktop.ini", ".DS_Store", "~$notes.docx", "a.toml~", ".a.toml.swp", "#a.toml#"]
    {
        fs::write(path.join("claims").join(name), CLAIM).unwrap();
        fs::write(path.join("sources/d").join(name), "x").unwrap();
        fs::write(path.join("sources").join(name), "x").unwrap();
    }
    fs::write(path.join("claims/._a.toml"), b"\0\x05\x16\x07\0\x02\0\0Mac OS X").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("me@host.42", path.join("claims/.#a.toml")).unwrap();
    let run = ibid(path, &["verify"]);
    assert_eq!((run.status, run.stdout.lines().count()), (0, 1), "{}", run.stdout);
    // What a person keeps is still told of, and no name hides claims.
    fs::write(path.join("sources/d/notes.docx"), "x").unwrap();
    fs::write(path.join("claims/._b.toml"), CLAIM).unwrap();
    let run = ibid(path, &["verify", "--format", "concise"]);
    let rules: Vec<&str> = run.stdout.lines().filter(|line| line.contains('[')).collect();
    assert_eq!((run.status, rules.len()), (1, 2), "{}", run.stdout);
    assert!(rules[0].contains("claim-id-duplicate") && rules[1].contains("file-unrecorded"), "{rules:?}");
}

#[test]
fn a_file_in_a_folder_that_is_not_there_is_refused_with_what_to_do() {
    let folder = repository();
    for command in
        [&["report"][..], &["export", "links"], &["show", "a1"], &["schema", "claims"], &["verify"]]
    {
        let said = refused(folder.path(), &[command, &["-o", "nodir/x"]].concat());
        assert!(
            said.contains("`nodir/x` is in a folder that is not there") && said.contains("help:"),
            "{said}"
        );
    }
}

#[test]
fn a_digest_that_lacks_or_is_none_is_told_at_its_place_and_never_made_up() {
    let folder = repository();
    let path = folder.path().join("sources/d/source.toml");
    let record = fs::read_to_string(&path).unwrap();
    let line = record.lines().find(|line| line.starts_with("sha256")).unwrap();
    let mut all = Vec::new();
    for broken in ["", "sha256 = \"abc\"", "sha256 = \"\""] {
        fs::write(&path, record.replace(line, broken)).unwrap();
        let run = ibid(folder.path(), &["verify"]);
        assert_eq!(run.status, 1);
        assert!(
            !run.stdout.contains("unreadable") && run.stdout.contains("record-invalid"),
            "{}",
            run.stdout
        );
        all.push(run.stdout);
    }
    insta::assert_snapshot!("digests", all.join("\n"));
}

#[test]
fn words_without_quotation_marks_are_given_back_as_a_line_to_type() {
    let folder = repository();
    for (args, line) in [
        (&["find", "the", "words"][..], "ibid find \"the words\""),
        (&["cite", "d", "the", "words", "--claim", "a1"], "ibid cite d \"the words\" --claim a1"),
        (&["add", "d.txt", "--title", "The", "words"], "ibid add d.txt --title \"The words\""),
    ] {
        let said = refused(folder.path(), args);
        assert!(said.ends_with(&format!("type it so: {line}\n")), "{said}");
    }
    let run = ibid(folder.path(), &["find", "«\u{a0}words are here\u{a0}»"]);
    assert!(
        run.stdout.starts_with("1. identical") && run.stderr.contains("without the quotation marks"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_report_is_written_as_its_file_is_called() {
    let folder = repository();
    let path = folder.path();
    let read = |name: &str| fs::read_to_string(path.join(name)).unwrap();
    for (file, start) in [("x.md", "# Claims"), ("x.json", "{"), ("x.txt", "1 claim")] {
        assert_eq!(ibid(path, &["report", "-o", file]).status, 0);
        assert!(read(file).starts_with(start), "{file}");
    }
    assert_eq!(ibid(path, &["verify", "-o", "x.sarif", "-o", "junit=y.xml"]).status, 0);
    assert!(read("x.sarif").contains("2.1.0") && read("y.xml").contains("<testsuites"));
    assert!(refused(path, &["report", "-o", "x.html"]).contains("does not write"));
    assert!(!path.join("x.html").exists());
    assert_eq!(ibid(path, &["report", "--format", "human", "-o", "x.html"]).status, 0);
    assert_eq!(ibid(path, &["extract", "d", "-o", "text.txt"]).status, 0);
    assert_eq!(read("text.txt"), read("d.txt"));
    assert!(refused(path, &["extract", "d", "-o", "claims/a.toml"]).contains("belongs to the repository"));
}

#[test]
fn what_fix_cannot_read_is_named_and_init_sees_what_editors_made() {
    let folder = repository();
    let path = folder.path();
    fs::write(path.join("claims/b.toml"), "[[claim]]\nid = \"b\n").unwrap();
    let said = ibid(path, &["fix"]).stderr;
    assert_eq!(
        said,
        "nothing to fix in the claims that can be read\n`claims/b.toml` could not be read whole; `ibid verify` says why\n"
    );
    fs::rename(path.join("ibid.toml"), path.join("ibid.toml.txt")).unwrap();
    assert!(refused(path, &["init"]).contains("rename it to `ibid.toml`"));
}
