//! A repository as it was at a commit.

use super::{Folder, Git, Item, ItemKind, cause};
use crate::error::Error;
use crate::tree::rooms::Rooms;
use crate::tree::{Entry, EntryKind, Exposed, Exposure, Kept, ReadError, Tree, too_deep};
use gix::ObjectId;
use gix::bstr::ByteSlice as _;
use rayon::prelude::*;
use std::sync::Arc;

/// The tree of an ibid repository at a commit.
#[derive(Clone, Debug)]
pub struct Revision {
    pub(super) git: Arc<Git>,
    /// The tree that holds `ibid.toml`.
    pub(super) root: ObjectId,
    commit: ObjectId,
}

impl Revision {
    pub(super) fn new(git: Arc<Git>, commit: ObjectId, top: ObjectId, name: &str) -> Result<Self, Error> {
        let unread =
            |error: gix::Error| Error::new(format!("`{name}` cannot be read from git: {}", cause(&error)));
        let mut root = Some(top);
        for part in git.prefix.split('/').filter(|part| !part.is_empty()) {
            let Some(id) = root else { break };
            let folder = git.folder(id).map_err(unread)?;
            let item = found(&folder, part.as_bytes()).filter(|item| item.kind == ItemKind::Folder);
            root = item.map(|item| item.id);
        }
        let is_repository = match root {
            Some(id) => found(&*git.folder(id).map_err(unread)?, b"ibid.toml").is_some(),
            None => false,
        };
        match root.filter(|_| is_repository) {
            Some(root) => Ok(Self { git, root, commit }),
            None => {
                Err(Error::new(format!("`{name}` holds no ibid repository: there is no ibid.toml in it"))
                    .hint("give a commit after the one that `ibid init` made"))
            }
        }
    }

    /// The first digits of the commit's id.
    pub fn short_id(&self) -> String {
        self.commit.to_hex_with_len(9).to_string()
    }

    /// What lies at a path; `None` where nothing does.
    pub(super) fn item(&self, path: &str) -> Result<Option<Item>, gix::Error> {
        let mut item = Item { kind: ItemKind::Folder, id: self.root };
        for part in path.split('/') {
            if item.kind != ItemKind::Folder {
                return Ok(None);
            }
            match found(&*self.git.folder(item.id)?, part.as_bytes()) {
                Some(below) => item = below,
                None => return Ok(None),
            }
        }
        Ok(Some(item))
    }

    /// Git's id of what lies at a path: equal ids are equal bytes.
    pub fn id(&self, path: &str) -> Option<ObjectId> {
        self.item(path).ok().flatten().map(|item| item.id)
    }

    fn listed(&self, id: ObjectId, path: &str) -> Vec<Entry> {
        let folder = match self.git.folder(id) {
            Ok(folder) => folder,
            Err(error) => {
                return vec![Entry { path: path.to_owned(), kind: EntryKind::Unlistable(cause(&error)) }];
            }
        };
        let mut entries = Vec::new();
        let mut folders = Vec::new();
        for (name, item) in folder.iter() {
            let path = format!("{path}/{}", name.to_str_lossy());
            match item.kind {
                ItemKind::Folder if name.to_str().is_err() => {
                    entries.push(Entry { path, kind: EntryKind::unnameable_folder() });
                }
                _ if name.to_str().is_err() => entries.push(Entry { path, kind: EntryKind::Unnameable }),
                ItemKind::Folder => folders.push((item.id, path)),
                ItemKind::File => entries.push(Entry { path, kind: EntryKind::File }),
                ItemKind::Link => entries.push(Entry { path, kind: EntryKind::Link(self.target(item.id)) }),
                ItemKind::Submodule => entries.push(Entry { path, kind: EntryKind::Submodule }),
            }
        }
        if let Some(kind) = too_deep(path).filter(|_| !folders.is_empty()) {
            entries.push(Entry { path: path.to_owned(), kind });
            return entries;
        }
        entries.par_extend(folders.par_iter().flat_map_iter(|(id, path)| self.listed(*id, path)));
        entries
    }

    /// Where a link says that it leads.
    fn target(&self, id: ObjectId) -> String {
        self.blob(id, 4096).map_or_else(|_| "?".into(), |bytes| bytes.to_str_lossy().into_owned())
    }

    fn blob(&self, id: ObjectId, limit: u64) -> Result<Vec<u8>, ReadError> {
        self.git.with(|repository| {
            let header = repository.find_header(id).map_err(|error| unread(&error))?;
            if header.size() > limit {
                return Err(ReadError::TooLarge(header.size()));
            }
            let mut object = repository.find_object(id).map_err(|error| unread(&error))?;
            Ok(std::mem::take(&mut object.data))
        })
    }
}

fn unread(error: &gix::Error) -> ReadError {
    ReadError::Refused(format!("it is not in this clone, or damaged ({})", cause(error)))
}

/// The item of that name.
pub(super) fn found(folder: &Folder, name: &[u8]) -> Option<Item> {
    let at = folder.binary_search_by(|(known, _)| known.as_slice().cmp(name)).ok()?;
    Some(folder[at].1)
}

/// The path that the link at `link` leads to by its `target`, where that lies in `folder` or further below it.
fn led_to(folder: &str, link: &str, target: &str) -> Option<String> {
    if target.is_empty() || target.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = link.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            _ => parts.push(part),
        }
    }
    let path = parts.join("/");
    let below = if folder.is_empty() { Some(&*path) } else { path.strip_prefix(folder)?.strip_prefix('/') };
    below.is_some_and(|below| !below.is_empty()).then_some(path)
}

/// So many links are followed from one to the next.
const MOST_LINKS: usize = 8;

impl Tree for Revision {
    fn entries(&self, folder: &str) -> Vec<Entry> {
        let item = match self.item(folder) {
            Ok(Some(item)) => item,
            Ok(None) => return Vec::new(),
            Err(error) => {
                return vec![Entry { path: folder.to_owned(), kind: EntryKind::Unlistable(cause(&error)) }];
            }
        };
        let at_top = |kind| vec![Entry { path: folder.to_owned(), kind }];
        match item.kind {
            ItemKind::Folder => {
                let mut entries = self.listed(item.id, folder);
                entries.par_sort_unstable();
                entries
            }
            ItemKind::Link => at_top(EntryKind::Link(self.target(item.id))),
            ItemKind::Submodule => at_top(EntryKind::Submodule),
            ItemKind::File => Vec::new(),
        }
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut path = path.to_owned();
        for _ in 0..MOST_LINKS {
            let item = self.item(&path).map_err(|error| unread(&error))?.ok_or(ReadError::Missing)?;
            match item.kind {
                ItemKind::File => return self.blob(item.id, limit),
                ItemKind::Folder => return Err(ReadError::Folder),
                ItemKind::Submodule => return Err(ReadError::Special),
                ItemKind::Link => {
                    let target = self.target(item.id);
                    path = led_to(folder, &path, &target).ok_or(ReadError::LinkOutside(target))?;
                }
            }
        }
        Err(ReadError::Refused("its links lead in a circle".into()))
    }

    fn read_restricted(&self, path: &str, limit: u64) -> (Kept, Result<Vec<u8>, ReadError>) {
        let vault = self.git.vault.as_ref();
        match vault.map(|vault| (vault.kept(), vault.read(path, limit, &Rooms::default()))) {
            None | Some((_, Err(ReadError::Missing))) => (Kept::Beside, self.read(path, limit)),
            Some(read) => read,
        }
    }

    /// What a revision holds, whoever has the history has. The vault is as it is now.
    fn exposed(&self, paths: &[String]) -> Vec<Exposed> {
        let is_there = |path: &&String| self.id(path).is_some();
        let exposed =
            |path: &String| Exposed { path: path.clone(), is_in_vault: false, exposure: Exposure::Tracked };
        let mut all: Vec<Exposed> = paths.iter().filter(is_there).map(exposed).collect();
        all.extend(super::exposed::in_vault(self.git.vault.as_ref(), paths));
        all.sort();
        all
    }
}
