//! What differs between two states of a repository, told by git's ids without reading what does not.

use super::{Folder, Git, Item, ItemKind, Revision};
use crate::error::Error;
use crate::tree::{Entry, EntryKind, Tree, WorkTree};
use gix::ObjectId;
use gix::bstr::BStr;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashSet};
use std::path::Path;

/// The paths of files that are not the same in two states, there in one of them only or with other bytes.
pub type Changed = BTreeSet<String>;

/// Where a repository keeps what ibid reads.
const KEPT: [&str; 3] = ["ibid.toml", "claims", "sources"];

/// What differs between two revisions.
///
/// # Errors
///
/// Where one of git's trees cannot be read.
pub fn between(before: &Revision, after: &Revision) -> Result<Changed, Error> {
    let unread =
        |error: gix::Error| Error::new(format!("git’s history cannot be read: {}", super::cause(&error)));
    let mut changed = Changed::new();
    for kept in KEPT {
        let item = |revision: &Revision| revision.item(kept).map_err(unread);
        let (old, new) = (item(before)?, item(after)?);
        compare(&before.git, old, new, kept, &mut changed).map_err(unread)?;
    }
    Ok(changed)
}

fn compare(
    git: &Git,
    old: Option<Item>,
    new: Option<Item>,
    path: &str,
    changed: &mut Changed,
) -> Result<(), gix::Error> {
    if old == new {
        return Ok(());
    }
    let folder = |item: Option<Item>| match item.filter(|item| item.kind == ItemKind::Folder) {
        Some(item) => git.folder(item.id).map(Some),
        None => Ok(None),
    };
    let (old_folder, new_folder) = (folder(old)?, folder(new)?);
    let is_leaf = |item: Option<Item>| item.is_some_and(|item| item.kind != ItemKind::Folder);
    if is_leaf(old) || is_leaf(new) {
        changed.insert(path.to_owned());
    }
    let empty = Folder::new();
    let old_folder = old_folder.as_deref().unwrap_or(&empty);
    let new_folder = new_folder.as_deref().unwrap_or(&empty);
    let names: BTreeSet<&[u8]> =
        old_folder.iter().chain(new_folder).map(|(name, _)| name.as_slice()).collect();
    for name in names {
        let of = |folder: &Folder| super::revision::found(folder, name);
        let path = format!("{path}/{}", String::from_utf8_lossy(name));
        compare(git, of(old_folder), of(new_folder), &path, changed)?;
    }
    Ok(())
}

/// What differs between a revision and the files of the working tree. Files that git's index knows to be
/// unchanged, by their size and times, are not read.
///
/// # Errors
///
/// Where git's index cannot be read.
pub fn since(before: &Revision, work: &WorkTree) -> Result<Changed, Error> {
    let git = &before.git;
    let index = Index::read(git)?;
    let mut changed = Changed::new();
    let now: Vec<Entry> = KEPT
        .into_par_iter()
        .flat_map_iter(|kept| match kept {
            "ibid.toml" => vec![Entry { path: kept.into(), kind: EntryKind::File }],
            folder => work.entries(folder),
        })
        .collect();
    let differs = |entry: &&Entry| match entry.kind {
        EntryKind::File => before.id(&entry.path).is_none_or(|id| !index.has(git, work, &entry.path, id)),
        _ => true,
    };
    changed.par_extend(now.par_iter().filter(differs).map(|entry| entry.path.clone()));
    let there: HashSet<&str> = now.iter().map(|entry| entry.path.as_str()).collect();
    let then = ["claims", "sources"].into_par_iter().flat_map_iter(|folder| before.entries(folder));
    let gone: Vec<String> =
        then.map(|entry| entry.path).filter(|path| !there.contains(path.as_str())).collect();
    changed.extend(gone);
    Ok(changed)
}

/// What git noted of the files when it last looked at them.
struct Index(Option<gix::worktree::Index>);

impl Index {
    fn read(git: &Git) -> Result<Self, Error> {
        let read = git.with(gix::Repository::try_index);
        read.map(Self)
            .map_err(|error| Error::new(format!("git’s index cannot be read: {}", super::cause(&error))))
    }

    /// Whether the file at a path of the working tree has the bytes that git knows as `id`.
    fn has(&self, git: &Git, work: &WorkTree, path: &str, id: ObjectId) -> bool {
        let file = work.root().join(path);
        match self.noted(git, path, &file) {
            Some(noted) => noted == id,
            None => blob_id(work, path, id.kind()).is_some_and(|own| own == id),
        }
    }

    /// The id that git noted for a file, where the file cannot have changed since.
    fn noted(&self, git: &Git, path: &str, file: &Path) -> Option<ObjectId> {
        let index = self.0.as_ref()?;
        let path = if git.prefix.is_empty() { path.to_owned() } else { format!("{}/{path}", git.prefix) };
        let entry = index.entry_by_path(BStr::new(&path))?;
        let options = gix::index::entry::stat::Options::default();
        let now = gix::index::fs::Metadata::from_path_no_follow(file).ok()?;
        let now = gix::index::entry::Stat::from_fs(&now).ok()?;
        // What changed in the very second in which the index was written cannot be told by times.
        let is_sure = entry.stat.matches(&now, options) && !entry.stat.is_racy(index.timestamp(), options);
        is_sure.then_some(entry.id)
    }
}

fn blob_id(work: &WorkTree, path: &str, kind: gix::hash::Kind) -> Option<ObjectId> {
    let bytes = work.read(path, u64::MAX).ok()?;
    gix::objs::compute_hash(kind, gix::objs::Kind::Blob, &bytes).ok()
}
