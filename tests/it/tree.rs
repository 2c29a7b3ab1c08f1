//! Folders as they may be found: what cannot be listed is said, and nothing of it stops a run.

#[cfg(all(unix, feature = "git"))]
use crate::common::git::Repo;
use crate::common::{ibid, initialized};
use ibid::tree::{EntryKind, ReadError, Tree as _, WorkTree};
use std::fs;

#[test]
fn folders_in_folders_without_end_are_told_at_some_depth() {
    let folder = tempfile::tempdir().unwrap();
    let deep = folder.path().join("sources").join(["d"; 600].join("/"));
    fs::create_dir_all(&deep).unwrap();
    fs::write(deep.join("a.txt"), "a").unwrap();
    fs::write(folder.path().join("sources/b.txt"), "b").unwrap();
    let entries = WorkTree::new(folder.path()).entries("sources");
    let [b, told] = entries.as_slice() else { panic!("{entries:?}") };
    assert_eq!((b.path.as_str(), &b.kind), ("sources/b.txt", &EntryKind::File));
    let EntryKind::Unlistable(why) = &told.kind else { panic!("{told:?}") };
    assert_eq!(why, "it lies below more than 256 others");
}

#[test]
fn claims_in_a_file_that_is_not_read_are_an_error_and_what_is_kept_beside_them_is_not() {
    let folder = initialized();
    let path = folder.path();
    let claim = "[[claim]]\nid = \"a\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"s\"\nexact = \"words\"\n";
    let utf16: Vec<u8> = claim.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let write = |name: &str, bytes: &[u8]| fs::write(path.join("claims").join(name), bytes).unwrap();
    for name in ["a.md", "a.toml.bak", "a.toml~", ".a.toml.swp", "a.toml.example"] {
        write(name, claim.as_bytes());
    }
    write("notes.txt", b"claims: [[claim]] begins one\n");
    let run = ibid(path, &["verify", "--format", "concise"]);
    assert!(!run.stdout.contains("claims-unread"), "{}", run.stdout);
    let marked = [&[0xFF, 0xFE], &utf16[..]].concat();
    let large = claim.repeat(20_000);
    for (name, bytes) in [
        ("b.toml.txt", claim.as_bytes()),
        ("c", claim.as_bytes()),
        ("d.txt", &utf16),
        ("e.txt", &marked),
        ("f.toml.txt", large.as_bytes()),
    ] {
        write(name, bytes);
    }
    let run = ibid(path, &["verify", "--format", "concise"]);
    assert_eq!((run.status, run.stdout.matches("error[claims-unread]").count()), (1, 5), "{}", run.stdout);
}

/// Names as old archives leave them.
#[cfg(target_os = "linux")]
#[test]
fn claims_in_a_folder_in_capitals_are_told() {
    let mut tree =
        crate::common::repository("Le texte est ici.", &[crate::common::exact("Le texte est ici")]);
    tree.insert("Claims/more.toml", "[[claim]]\nid = \"b\"\ntext = \"x\"\n");
    tree.insert("CLAIMS/notes.toml", "title = \"no claim\"\n");
    let report = crate::common::report(&tree);
    let unread: Vec<&str> = report
        .findings
        .iter()
        .filter(|one| one.finding.rule == ibid::finding::Rule::ClaimsUnread)
        .map(|one| one.finding.place.path.as_str())
        .collect();
    assert_eq!(unread, ["Claims/more.toml"]);
}

#[test]
fn a_folder_or_file_of_claims_whose_name_is_not_utf_8_is_an_error() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = initialized();
    let path = folder.path();
    let odd = |name: &[u8]| path.join("claims").join(std::ffi::OsStr::from_bytes(name));
    fs::create_dir(odd(b"d\xE9fense")).unwrap();
    fs::write(odd(b"d\xE9fense").join("a.toml"), "[[claim]]\n").unwrap();
    fs::write(odd(b"\xE9.txt"), "[[claim]]\n").unwrap();
    let run = ibid(path, &["verify", "--format", "concise"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("error[toml-invalid] this folder cannot be read: its name is not UTF-8"));
    assert!(run.stdout.contains("error[claims-unread] this file was not read: its name is not UTF-8"));
}

/// A folder that was put in place of another leads nowhere, even where its files are asked for by path.
#[cfg(unix)]
#[test]
fn no_link_is_followed_on_the_way_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let (outside, root) = (folder.path().join("outside"), folder.path().join("root"));
    fs::create_dir_all(&outside).unwrap();
    fs::create_dir_all(root.join("sources/s")).unwrap();
    for (name, text) in [("s/a.txt", "inside"), ("s/b.txt", "inside")] {
        fs::write(root.join("sources").join(name), text).unwrap();
    }
    fs::write(outside.join("a.txt"), "outside").unwrap();
    let link = |to: &std::path::Path, at: &str| std::os::unix::fs::symlink(to, root.join(at)).unwrap();
    link(&outside, "sources/t");
    link(std::path::Path::new("a.txt"), "sources/s/c.txt");
    link(std::path::Path::new("../s/a.txt"), "sources/s/d.txt");
    link(&outside.join("a.txt"), "sources/s/e.txt");
    link(std::path::Path::new("a.txt"), "sources/t/f.txt");
    let tree = WorkTree::new(&root);
    let read = |path: &str| tree.read(path, 100);
    assert_eq!(read("sources/s/a.txt").unwrap(), b"inside");
    assert_eq!(read("sources/s/c.txt").unwrap(), b"inside");
    assert_eq!(read("sources/s/d.txt").unwrap(), b"inside");
    assert!(matches!(read("sources/s/e.txt"), Err(ReadError::LinkOutside(_))));
    #[cfg(target_os = "linux")]
    for path in ["sources/t/a.txt", "sources/t/f.txt"] {
        assert!(matches!(read(path), Err(ReadError::LinkOutside(_))), "{path}");
    }
}

/// What a link leads to is the same in the working tree and in a commit of it, and so is where it may not lead.
#[cfg(all(unix, feature = "git"))]
#[test]
fn links_are_followed_alike_in_the_working_tree_and_in_a_revision() {
    let repo = Repo::with_ibid();
    repo.write("sources/s/deep/a.txt", "deep");
    repo.write("sources/s/b.txt", "beside");
    repo.write("sources/t/c.txt", "elsewhere");
    for (at, to) in [
        ("beside", "b.txt"),
        ("below", "deep/a.txt"),
        ("around", "./deep/../../s/b.txt"),
        ("twice", "deep/up"),
        ("deep/up", "../b.txt"),
        ("outside", "../t/c.txt"),
        ("absolute", "/etc/hostname"),
        ("nothing", "none.txt"),
        ("itself", "."),
        ("circle", "circle"),
    ] {
        std::os::unix::fs::symlink(to, repo.path().join("sources/s").join(at)).unwrap();
    }
    repo.commit("links");
    let git = std::sync::Arc::new(ibid::tree::git::Git::discover(repo.path()).unwrap().unwrap());
    let revision = git.revision(git.resolve("HEAD").unwrap(), "HEAD").unwrap();
    let read = |tree: &dyn ibid::tree::Tree, name: &str| match tree.read(&format!("sources/s/{name}"), 100) {
        Ok(bytes) => String::from_utf8(bytes).unwrap(),
        Err(ReadError::LinkOutside(_)) => "outside".into(),
        Err(ReadError::Missing) => "missing".into(),
        Err(_) => "unread".into(),
    };
    for (name, found) in [
        ("beside", "beside"),
        ("below", "deep"),
        ("around", "beside"),
        ("twice", "beside"),
        ("deep/up", "outside"),
        ("outside", "outside"),
        ("absolute", "outside"),
        ("nothing", "missing"),
    ] {
        assert_eq!(read(&WorkTree::new(repo.path()), name), found, "{name}, in the working tree");
        assert_eq!(read(&revision, name), found, "{name}, in the revision");
    }
    for name in ["itself", "circle"] {
        let refused = ["outside", "unread"];
        assert!(refused.contains(&&*read(&WorkTree::new(repo.path()), name)), "{name}, in the working tree");
        assert!(refused.contains(&&*read(&revision, name)), "{name}, in the revision");
    }
}

#[test]
fn a_file_where_a_folder_should_be_is_told() {
    let folder = initialized();
    let path = folder.path();
    fs::write(path.join("a.txt"), "Some words that may be cited.\n").unwrap();
    assert_eq!(ibid(path, &["add", "a.txt", "--title", "A"]).status, 0);
    fs::remove_dir_all(path.join("claims")).unwrap();
    fs::write(path.join("claims"), "[[claim]]\n").unwrap();
    let run = ibid(path, &["verify"]);
    assert_eq!(run.status, 1);
    insta::assert_snapshot!("claims_is_a_file", run.stdout);
    fs::remove_dir_all(path.join("sources")).unwrap();
    fs::write(path.join("sources"), "").unwrap();
    fs::remove_file(path.join("claims")).unwrap();
    fs::create_dir(path.join("claims")).unwrap();
    let claim =
        "[[claim]]\nid = \"a\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"a\"\nexact = \"Some words that\"\n";
    fs::write(path.join("claims/a.toml"), claim).unwrap();
    let run = ibid(path, &["verify"]);
    assert_eq!(run.status, 1);
    insta::assert_snapshot!("sources_is_a_file", run.stdout);
}

#[cfg(unix)]
#[test]
fn a_source_in_a_folder_that_is_not_looked_into_is_not_said_to_be_missing() {
    let folder = initialized();
    let path = folder.path();
    fs::write(path.join("a.txt"), "Some words that may be cited.\n").unwrap();
    fs::create_dir(path.join("elsewhere")).unwrap();
    std::os::unix::fs::symlink(path.join("elsewhere"), path.join("sources/a")).unwrap();
    for word in ["a", "sources/a", "a/b"] {
        let run = ibid(path, &["add", "--to", word, "a.txt"]);
        let told = format!(
            "error: there is no source `{word}` that can be read\n help: sources/a: this is a link, to "
        );
        assert!(run.status == 2 && run.stderr.starts_with(&told), "{}", run.stderr);
    }
    let run = ibid(path, &["add", "--to", "ab", "a.txt"]);
    assert!(run.stderr.starts_with("error: there is no source `ab`\n"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn a_pipe_that_nobody_writes_into_is_no_report() {
    let folder = initialized();
    let pipe = folder.path().join("known.json");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for args in [&["verify", "--baseline", "known.json"][..], &["diff", "./known.json"]] {
        let run = ibid(folder.path(), args);
        let told =
            format!("error: `{}` is a pipe or socket; a report is read from a file\n", args.last().unwrap());
        assert!(run.status == 2 && run.stderr.starts_with(&told), "{}", run.stderr);
    }
}
