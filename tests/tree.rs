//! Folders as they may be found: what cannot be listed is said, and nothing of it stops a run.

#![allow(clippy::disallowed_methods, reason = "tests use the disk")]

mod common;

use common::ibid;
use ibid::tree::{EntryKind, Tree as _, WorkTree};
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
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    assert_eq!(ibid(path, &["init"]).status, 0);
    let claim = "[[claim]]\nid = \"a\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"s\"\nexact = \"words\"\n";
    let utf16: Vec<u8> = claim.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let write = |name: &str, bytes: &[u8]| fs::write(path.join("claims").join(name), bytes).unwrap();
    for name in ["a.md", "a.toml.bak", "a.toml~", ".a.toml.swp", "a.toml.example"] {
        write(name, claim.as_bytes());
    }
    write("notes.txt", b"claims: [[claim]] begins one\n");
    let run = ibid(path, &["verify", "--format", "concise"]);
    assert!(!run.stdout.contains("claims-unread"), "{}", run.stdout);
    // As Notepad writes what it calls Unicode: with a mark at the beginning.
    let notepad = [&[0xFF, 0xFE][..], &utf16].concat();
    for (name, bytes) in [
        ("b.toml.txt", claim.as_bytes()),
        ("c", claim.as_bytes()),
        ("d.txt", &utf16),
        ("e.toml.txt", &notepad),
    ] {
        write(name, bytes);
    }
    let run = ibid(path, &["verify", "--format", "concise"]);
    assert_eq!((run.status, run.stdout.matches("error[claims-unread]").count()), (1, 4), "{}", run.stdout);
}
