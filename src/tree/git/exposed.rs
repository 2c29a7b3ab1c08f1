//! Whether git has a file, or would take it with `git add --all`. Asks its index and the `.gitignore` files of
//! the repository, not what a person ignores on their machine alone.

use super::Git;
use crate::tree::{Exposed, Exposure, Kept, Vault};
use gix::bstr::BStr;
use gix::worktree::stack::state::ignore::Source;
use std::fs;
use std::path::Path;

/// What git does with a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    /// It has it.
    Tracked,
    /// It would take it.
    Unignored,
    /// It is told to leave it.
    Ignored,
    /// It knows nothing of it.
    Nowhere,
    /// It is there and cannot be asked.
    Unknown,
}

/// Which of these files of restricted sources git has or would take, or may have: beside the records in `root`, and in the
/// vault.
pub(in crate::tree) fn exposed(root: &Path, vault: Option<&Vault>, paths: &[String]) -> Vec<Exposed> {
    let below: Vec<&str> = paths.iter().map(String::as_str).collect();
    let mut all = found(paths, &held(root, &below), false);
    all.extend(in_vault(vault, paths));
    all.sort();
    all
}

/// Which of them git has or would take in the vault, which may lie in a git repository, too.
pub(super) fn in_vault(vault: Option<&Vault>, paths: &[String]) -> Vec<Exposed> {
    let Some(vault) = vault.filter(|vault| vault.kept() == Kept::InVault) else { return Vec::new() };
    let below: Vec<&str> = paths.iter().map(|path| path.strip_prefix("sources/").unwrap_or(path)).collect();
    found(paths, &held(vault.folder(), &below), true)
}

fn found(paths: &[String], held: &[Held], is_in_vault: bool) -> Vec<Exposed> {
    let exposed = |(path, held): (&String, &Held)| {
        let exposure = match held {
            Held::Tracked => Exposure::Tracked,
            Held::Unignored => Exposure::Unignored,
            Held::Unknown => Exposure::Unknown,
            Held::Ignored | Held::Nowhere => return None,
        };
        Some(Exposed { path: path.clone(), is_in_vault, exposure })
    };
    paths.iter().zip(held).filter_map(exposed).collect()
}

const fn is_taken(held: Held) -> bool {
    matches!(held, Held::Tracked | Held::Unignored)
}

/// Whether git would take a file, which need not be there.
pub fn would_take(file: &Path) -> bool {
    is_taken(held_alone(file))
}

/// Whether a git repository that a file lies in leaves it out, and has it not.
pub fn would_leave(file: &Path) -> bool {
    held_alone(file) == Held::Ignored
}

fn held_alone(file: &Path) -> Held {
    let Some((folder, name)) = file.parent().zip(file.file_name().and_then(|name| name.to_str())) else {
        return Held::Nowhere;
    };
    held(folder, &[name]).first().copied().unwrap_or(Held::Nowhere)
}

/// What git does with each of some files below a folder; where no git is there, nothing.
fn held(folder: &Path, paths: &[&str]) -> Vec<Held> {
    let nothing = || vec![Held::Nowhere; paths.len()];
    let is_file = |path: &str| fs::symlink_metadata(folder.join(path)).is_ok_and(|data| data.is_file());
    let unknown = || {
        let held = |path: &&str| if is_file(path) { Held::Unknown } else { Held::Nowhere };
        paths.iter().map(held).collect()
    };
    let git = match Git::discover(folder) {
        Ok(Some(git)) => git,
        Ok(None) if !has_git(folder) => return nothing(),
        Ok(None) | Err(_) => return unknown(),
    };
    if paths.is_empty() || git.is_bare() {
        return nothing();
    }
    git.with(|repository| {
        let Ok(index) = repository.index_or_empty() else { return unknown() };
        let Ok(mut ignored) = repository.excludes(&index, None, Source::WorktreeThenIdMappingIfNotSkipped)
        else {
            return unknown();
        };
        let mut one = |path: &&str| {
            let full =
                if git.prefix.is_empty() { (*path).to_owned() } else { format!("{}/{path}", git.prefix) };
            if index.entry_range(BStr::new(&full)).is_some() {
                return Held::Tracked;
            }
            let mut is_ignored = || ignored.at_path(&full, None).is_ok_and(|place| place.is_excluded());
            match is_file(path) {
                true if is_ignored() => Held::Ignored,
                true => Held::Unignored,
                false => Held::Nowhere,
            }
        };
        paths.iter().map(&mut one).collect()
    })
}

/// Whether something says that a git repository is there, be it one that cannot be opened.
fn has_git(folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else { return false };
    folder.ancestors().any(|above| fs::symlink_metadata(above.join(".git")).is_ok())
}
