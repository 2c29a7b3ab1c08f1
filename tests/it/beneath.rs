//! What is written stays below the folder that was opened, whatever is put in a folder's place between a check and the
//! writing. The folders are swapped at known moments, so that nothing here depends on who is quicker.

#![cfg(unix)]
use ibid::store;
use ibid::tree::{Place, Tree as _, WorkTree};
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown, symlink};
use std::path::{Path, PathBuf};

/// A repository, a folder outside it, and the means to put a link in place of a folder.
struct Scene {
    folder: tempfile::TempDir,
    tree: WorkTree,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("root");
        fs::create_dir_all(root.join("claims/deep")).unwrap();
        fs::create_dir_all(root.join("sources")).unwrap();
        fs::write(root.join("claims/deep/a.toml"), "before").unwrap();
        fs::create_dir_all(folder.path().join("outside/deep")).unwrap();
        fs::write(folder.path().join("outside/deep/a.toml"), "before").unwrap();
        fs::write(folder.path().join("outside/a.toml"), "before").unwrap();
        Self { tree: WorkTree::new(root), folder }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn place(&self, path: &str) -> Place {
        self.tree.place(path)
    }

    /// Moves a folder away, to `moved`, and puts a link in its place that leads outside.
    fn swap(&self, path: &str) {
        fs::rename(self.at(path), self.at("moved")).unwrap();
        symlink(self.at("outside"), self.at(path)).unwrap();
    }

    /// Whether nothing was written, made or taken away outside.
    #[track_caller]
    fn outside_is_untouched(&self) {
        assert_eq!(all(&self.at("outside")), ["a.toml=before", "deep/a.toml=before"]);
    }
}

/// All files below a folder with what they hold, and its empty folders.
fn all(folder: &Path) -> Vec<String> {
    let walked = walkdir::WalkDir::new(folder).min_depth(1).sort_by_file_name();
    let told = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).unwrap().display().to_string();
        if entry.file_type().is_dir() {
            let is_empty = fs::read_dir(entry.path()).unwrap().count() == 0;
            return is_empty.then_some(path);
        }
        Some(format!("{path}={}", fs::read_to_string(entry.path()).unwrap()))
    };
    walked.into_iter().filter_map(|entry| told(entry.unwrap())).collect()
}

#[test]
fn a_folder_that_became_a_link_is_not_written_through() {
    for swapped in ["root/claims", "root/claims/deep"] {
        let scene = Scene::new();
        let place = scene.place("claims/deep/a.toml");
        let new = scene.place("claims/deep/new/b.toml");
        scene.swap(swapped);
        let files: [(&str, &[u8]); 1] = [("source.toml", b"x")];
        let refused = [
            store::create(&new, b"x"),
            store::replace(&place, b"before", b"x"),
            store::write(&place, b"x"),
            store::make_folder(&new),
            store::create_folder(&new, &files),
            store::create_before(&[(new.clone(), b"x")], || Ok(())),
        ];
        for result in refused {
            let error = result.unwrap_err();
            assert!(error.message.ends_with("leads through a link; nothing was written there"), "{error}");
        }
        assert!(!store::holds(&place, b"before"), "nor is it read");
        assert!(!store::is_taken(&place));
        assert!(scene.tree.read("claims/deep/a.toml", 100).is_err());
        scene.outside_is_untouched();
    }
}

#[test]
fn a_root_that_became_a_link_is_still_the_folder_that_was_opened() {
    let scene = Scene::new();
    scene.swap("root");
    store::create(&scene.place("claims/new/b.toml"), b"new").unwrap();
    store::replace(&scene.place("claims/deep/a.toml"), b"before", b"after").unwrap();
    store::create_folder(&scene.place("sources/s"), &[("source.toml", b"x")]).unwrap();
    let wanted = ["claims/deep/a.toml=after", "claims/new/b.toml=new", "sources/s/source.toml=x"];
    assert_eq!(all(&scene.at("moved")), wanted);
    scene.outside_is_untouched();
}

#[test]
fn what_is_taken_back_is_taken_back_where_it_was_made() {
    let scene = Scene::new();
    fs::write(scene.at("outside/b.toml"), "another’s").unwrap();
    let new = [(scene.place("claims/b.toml"), &b"b"[..]), (scene.place("claims/made/c.toml"), b"c")];
    let error = store::create_before(&new, || {
        assert!(scene.at("root/claims/made/c.toml").exists());
        scene.swap("root/claims");
        store::replace(&scene.place("claims/a.toml"), b"before", b"after")
    });
    assert!(error.is_err());
    assert_eq!(all(&scene.at("moved")), ["deep/a.toml=before"]);
    assert_eq!(fs::read_to_string(scene.at("outside/b.toml")).unwrap(), "another’s");
}

#[test]
fn a_failure_leaves_nothing_behind_and_what_was_there() {
    let scene = Scene::new();
    fs::create_dir(scene.at("root/claims/folder.toml")).unwrap();
    symlink(scene.at("outside/a.toml"), scene.at("root/claims/link.toml")).unwrap();
    let before = all(&scene.at("root"));
    assert!(store::write(&scene.place("claims/folder.toml"), b"x").is_err());
    assert!(store::write(&scene.place("claims/link.toml"), b"x").is_err());
    assert!(store::replace(&scene.place("claims/link.toml"), b"before", b"x").is_err());
    assert!(store::create(&scene.place("claims/link.toml"), b"x").is_err());
    assert!(store::create(&scene.place("claims/deep/a.toml/b/c.toml"), b"x").is_err());
    assert!(store::create_folder(&scene.place("claims/deep"), &[("a", b"x")]).is_err());
    // The second file cannot be made in the folder of the first.
    assert!(store::create_folder(&scene.place("sources/new/s"), &[("a", b"x"), ("a", b"y")]).is_err());
    for path in ["", "..", "claims/../../a", "/a", "claims//a", "./a"] {
        assert!(store::create(&scene.place(path), b"x").is_err(), "{path:?}");
    }
    assert_eq!(all(&scene.at("root")), before);
    scene.outside_is_untouched();
}

/// Only somebody who may give files away can see it.
#[test]
fn a_file_that_is_replaced_still_belongs_to_whom_it_did() {
    let scene = Scene::new();
    let path = scene.at("root/claims/deep/a.toml");
    let owner = |path: &Path| fs::metadata(path).map(|data| (data.uid(), data.gid())).unwrap();
    let wanted = if chown(&path, Some(4242), Some(4243)).is_ok() { (4242, 4243) } else { owner(&path) };
    store::replace(&scene.place("claims/deep/a.toml"), b"before", b"after").unwrap();
    assert_eq!(owner(&path), wanted);
}

#[test]
fn modes_are_kept_and_new_files_are_as_any() {
    let scene = Scene::new();
    let mode = |path: &str| fs::metadata(scene.at(path)).unwrap().permissions().mode() & 0o7777;
    for wanted in [0o600, 0o640, 0o444] {
        fs::set_permissions(scene.at("root/claims/deep/a.toml"), fs::Permissions::from_mode(wanted)).unwrap();
        store::replace(&scene.place("claims/deep/a.toml"), b"before", b"before").unwrap();
        assert_eq!(mode("root/claims/deep/a.toml"), wanted);
    }
    fs::write(scene.at("root/plain"), "").unwrap();
    store::create(&scene.place("claims/new/b.toml"), b"b").unwrap();
    assert_eq!(mode("root/claims/new/b.toml"), mode("root/plain"));
    store::create_folder(&scene.place("sources/s"), &[("source.toml", b"x")]).unwrap();
    assert_eq!(mode("root/sources/s/source.toml"), mode("root/plain"));
    assert_eq!(mode("root/sources/s"), mode("root/sources"));
}
