//! What is broken on either side of `ibid diff`: never a crash, the rest goes on, and nothing false is told.
#![cfg(feature = "git")]
use crate::common::git::{ARTICLE, CLAIM, CONFIG, OTHER_CLAIM, Repo};
use crate::common::{Run, ibid};
use std::fs;
use std::path::Path;

/// Two claims in two files that stand; the tag `whole`.
fn whole() -> Repo {
    let repo = Repo::with_ibid();
    repo.source("le-discours", "title = \"Le discours\"", ARTICLE);
    repo.write("claims/a.toml", CLAIM);
    repo.write("claims/b.toml", OTHER_CLAIM);
    repo.commit("Begin");
    repo.git(&["tag", "whole"]);
    repo
}

/// What is told of the last commit, of taking it back, and of the same in full.
fn told(repo: &Repo) -> String {
    let to = ran(repo.path(), &["diff", "HEAD~1", "HEAD"]);
    let fro = ran(repo.path(), &["diff", "HEAD", "HEAD~1"]);
    let without_foot = |text: &str| text.split("\nthe same on both sides").next().unwrap().to_owned();
    for sides in [["HEAD~1", "HEAD"], ["HEAD", "HEAD~1"]] {
        let full = ran(repo.path(), &[&["diff", "--full"], &sides[..]].concat());
        let part = ran(repo.path(), &[&["diff"], &sides[..]].concat());
        assert!(
            full.contains("still failing") || without_foot(&full) == without_foot(&part),
            "{full}\n{part}"
        );
    }
    format!("{to}\n----- and back\n\n{fro}")
}

/// What a run that went well told, in any format.
fn ran(folder: &Path, args: &[&str]) -> String {
    for format in ["json", "markdown", "human"] {
        let Run { status, stdout, stderr } = ibid(folder, &[args, &["--format", format]].concat());
        assert_eq!((status, stderr.as_str()), (0, ""), "{args:?}");
        if format == "human" {
            return stdout;
        }
    }
    unreachable!()
}

#[test]
fn a_claim_file_that_did_not_parse_then() {
    let repo = whole();
    repo.change("claims/a.toml", "[[claim]]\nid", "[[claim]\nid");
    repo.commit("Break a file");
    insta::assert_snapshot!("toml", told(&repo));
}

#[test]
fn what_failed_in_a_file_that_broke_is_not_said_to_be_mended() {
    let repo = whole();
    repo.change("claims/a.toml", "une erreur", "une faute");
    repo.commit("Misquote");
    repo.change("claims/a.toml", "[[claim]]\nid", "[[claim]\nid");
    repo.commit("Break the file too");
    insta::assert_snapshot!("failed_and_broke", told(&repo));
    let exit = repo.ibid(&["diff", "HEAD~1", "HEAD", "--exit-code"]);
    assert_eq!(exit.status, 1, "what cannot be read fails");
    assert_eq!(repo.ibid(&["verify", "--new-since", "HEAD~1"]).status, 1);
}

#[test]
fn a_configuration_that_did_not_parse_then() {
    let repo = whole();
    repo.write("ibid.toml", "format = \n");
    repo.commit("Break the configuration");
    insta::assert_snapshot!("configuration", told(&repo));
}

#[test]
fn links_that_git_keeps() {
    let repo = whole();
    let link = |target: &str, path: &str| repo.put("120000", &repo.blob(target.as_bytes()), path.as_bytes());
    link("a.toml", "claims/beside.toml");
    link("../../outside.toml", "claims/outside.toml");
    link("circle.toml", "claims/circle.toml");
    link("nowhere.txt", "sources/le-discours/more.txt");
    repo.commit_index("Keep links");
    insta::assert_snapshot!("links", told(&repo));
}

#[test]
fn folders_that_became_links_submodules_or_files() {
    let mut all = String::new();
    for (mode, path) in
        [("120000", "claims"), ("120000", "sources"), ("160000", "sources"), ("100644", "claims")]
    {
        let repo = whole();
        let id = if mode == "160000" { repo.git(&["rev-parse", "HEAD"]) } else { repo.blob(b"elsewhere") };
        repo.git(&["rm", "--quiet", "-r", "--cached", path]);
        repo.put(mode, &id, path.as_bytes());
        repo.commit_index("Replace a folder");
        all += &format!("===== {mode} {path}\n\n{}\n", told(&repo));
    }
    insta::assert_snapshot!("folders", all);
}

#[test]
fn a_submodule_among_the_sources() {
    let repo = whole();
    let commit = repo.git(&["rev-parse", "HEAD"]);
    repo.put("160000", &commit, b"sources/elsewhere");
    repo.put("160000", &commit, b"claims/elsewhere");
    repo.commit_index("Take in what others keep");
    insta::assert_snapshot!("submodule", told(&repo));
}

#[test]
fn names_that_are_not_utf_8_or_act() {
    let repo = whole();
    let blob = repo.blob(b"[[claim]]\nid = \"odd\"\n");
    for path in [
        &b"claims/\xFF.toml"[..],
        b"sources/le-discours/\xE9.txt",
        b"sources/\xFE/source.toml",
        b"claims/x\x1b[31m\n.toml",
    ] {
        repo.put("100644", &blob, path);
    }
    repo.commit_index("Name files oddly");
    insta::assert_snapshot!("names", told(&repo));
}

#[test]
fn an_executable_bit_is_no_change() {
    let repo = whole();
    repo.git(&["update-index", "--chmod=+x", "claims/a.toml", "sources/le-discours/2025-12-08.txt"]);
    repo.commit_index("Make files executable");
    for args in [&["diff", "HEAD~1", "HEAD"][..], &["diff", "HEAD~1"]] {
        assert_eq!(ran(repo.path(), args).lines().nth(1), Some("nothing changed"), "{args:?}");
    }
}

#[test]
fn a_capture_that_is_missing_or_elsewhere() {
    let repo = whole();
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";
    repo.write("sources/le-discours/2025-12-08.txt", pointer);
    repo.commit("Keep the article in LFS");
    let mut all = told(&repo);
    repo.remove("sources/le-discours/2025-12-08.txt");
    repo.commit("Lose the article");
    all += &format!("\n===== lost\n\n{}", told(&repo));
    insta::assert_snapshot!("captures", all);
}

#[test]
fn files_that_are_broken_as_their_commit_is_are_no_change() {
    let repo = whole();
    repo.write("claims/broken.toml", "[[claim]\n");
    repo.write("claims/notes.txt", "no claims\n");
    fs::create_dir_all(repo.path().join("claims/empty")).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        use std::os::unix::fs::symlink;
        symlink("a.toml", repo.path().join("claims/beside.toml")).unwrap();
        symlink("../../outside.toml", repo.path().join("claims/outside.toml")).unwrap();
        // Not every disk takes such a name.
        drop(fs::write(repo.path().join("claims").join(std::ffi::OsStr::from_bytes(b"\xFF.toml")), "x"));
    }
    repo.commit("Keep what is broken");
    let run = repo.ibid(&["diff"]);
    assert_eq!(
        run.stdout.lines().nth(1).map(|line| line.split(',').next().unwrap()),
        Some("nothing changed"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_submodule_that_is_filled_is_no_change() {
    let repo = whole();
    let other = Repo::new();
    other.write("source.toml", "title = \"Elsewhere\"\n");
    other.commit("Begin");
    let url = format!("file://{}", other.path().display());
    repo.git(&["submodule", "--quiet", "add", &url, "sources/elsewhere"]);
    // The temporary folder's name would give each run another commit.
    repo.change(".gitmodules", &url, "https://example.org/elsewhere.git");
    repo.commit("Take in what others keep");
    insta::assert_snapshot!("submodule_filled", repo.ibid(&["diff"]).stdout);
}

#[test]
fn a_repository_that_begins_or_ends() {
    let repo = Repo::new();
    repo.write("README.md", "Nothing yet.\n");
    repo.commit("Begin");
    repo.write("ibid.toml", CONFIG);
    repo.commit("Keep claims");
    repo.source("le-discours", "title = \"Le discours\"", ARTICLE);
    repo.write("claims/a.toml", CLAIM);
    repo.commit("Write the first claim");
    insta::assert_snapshot!("beginning", told(&repo));
    let nothing = repo.ibid(&["diff", "HEAD~2", "HEAD"]);
    assert_eq!((nothing.status, nothing.stdout.as_str()), (2, ""));
}

/// Takes one of git's objects away, as a damaged disk or a partial clone does.
fn lose(repo: &Repo, id: &str) {
    repo.remove(&format!(".git/objects/{}/{}", &id[..2], &id[2..]));
}

#[test]
fn objects_that_git_has_lost() {
    let lost = |of: &[&str], args: &[&str]| {
        let repo = whole();
        repo.change("claims/a.toml", "a mistake", "one mistake");
        repo.change("claims/b.toml", "He did", "He really did");
        repo.commit("Reword");
        for name in of {
            lose(&repo, &repo.git(&["rev-parse", name]));
        }
        let Run { status, stdout, stderr } = repo.ibid(args);
        format!(
            "$ ibid {}   # without {}\n{stdout}{stderr}exit status {status}\n\n",
            args.join(" "),
            of.join(", ")
        )
    };
    let all = [
        lost(&["HEAD~1:claims/a.toml"], &["diff", "HEAD~1", "HEAD"]),
        lost(&["HEAD~1:sources/le-discours/2025-12-08.txt"], &["diff", "HEAD~1", "HEAD"]),
        lost(&["HEAD~1:claims"], &["diff", "HEAD~1", "HEAD"]),
        lost(&["HEAD~1:claims"], &["diff", "HEAD~1", "--full"]),
        lost(&["HEAD~1:sources/le-discours"], &["diff", "HEAD~1", "--full"]),
        lost(&["HEAD~1^{tree}"], &["diff", "HEAD~1"]),
        lost(&["HEAD~1"], &["diff", "HEAD~1"]),
        lost(&["HEAD~1"], &["log", "erreur"]),
        lost(&["HEAD~1:claims/a.toml"], &["log", "erreur"]),
    ];
    insta::assert_snapshot!("lost", all.concat());
}
