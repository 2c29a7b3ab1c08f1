//! The tree in a folder of the file system.

use super::folder;
use super::rooms::Rooms;
use super::{Base, Entry, EntryKind, Exposed, Kept, Place, ReadError, Tree, Vault};
use crate::error::Error;
use rayon::prelude::*;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// A tree in a folder of the file system.
#[derive(Clone, Debug)]
pub struct WorkTree {
    root: Base,
    vault: Option<Vault>,
    rooms: Arc<Rooms>,
}

/// What editors call the configuration where they put an ending of their own behind its name.
pub const MISNAMED: &str = "ibid.toml.txt";

impl WorkTree {
    /// The tree in `root`, which need not be a repository.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: Base::new(root.into()), vault: None, rooms: Arc::default() }
    }

    /// The nearest repository upward from `start`: a folder with an `ibid.toml`.
    ///
    /// # Errors
    ///
    /// Where there is none.
    pub fn discover(start: &Path) -> Result<Self, Error> {
        let start = start.canonicalize().map_err(|error| Error::io(&start.display().to_string(), &error))?;
        let is_root = |folder: &&Path| fs::symlink_metadata(folder.join("ibid.toml")).is_ok();
        start.ancestors().find(is_root).map(Self::new).ok_or_else(|| {
            let none =
                Error::new("there is no ibid repository here: no ibid.toml in this folder or any above it");
            match start.ancestors().map(|folder| folder.join(MISNAMED)).find(|path| path.is_file()) {
                Some(path) => none.hint(format!(
                    "an editor called it `{}`: rename that to `ibid.toml`, and its rules hold again",
                    path.display()
                )),
                None => none.hint("run `ibid init` to begin one here, or go to the folder of yours"),
            }
        })
    }

    /// The same with the vault of its restricted sources.
    pub fn with_vault(self, vault: Option<Vault>) -> Self {
        Self { vault, ..self }
    }

    /// The vault of its restricted sources, where it has one.
    pub fn vault(&self) -> Option<&Vault> {
        self.vault.as_ref()
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        self.root.path()
    }

    /// A path below the root, to write to: relative to it, with `/`.
    pub fn place(&self, path: impl Into<String>) -> Place {
        self.root.place(path)
    }

    /// The path below the root of `path`, which is taken from the folder `from`; `None` outside.
    pub fn relative(&self, from: &Path, path: &Path) -> Option<String> {
        let mut parts: Vec<String> = Vec::new();
        let absolute = from.join(path);
        let root = self.root().canonicalize().ok()?;
        let resolved = absolute.canonicalize().unwrap_or(absolute);
        for part in resolved.strip_prefix(&root).ok()?.components() {
            match part {
                Component::Normal(part) => parts.push(part.to_str()?.to_owned()),
                Component::CurDir => {}
                _ => return None,
            }
        }
        Some(parts.join("/"))
    }
}

impl Tree for WorkTree {
    fn entries(&self, folder: &str) -> Vec<Entry> {
        let top = self.root().join(folder);
        match fs::symlink_metadata(&top) {
            Ok(data) if data.is_symlink() => {
                return vec![Entry { path: folder.to_owned(), kind: EntryKind::Link(folder::target(&top)) }];
            }
            Ok(data) if data.is_dir() => {}
            _ => return Vec::new(),
        }
        let mut entries = folder::walk(&top, folder);
        entries.par_sort_unstable();
        entries
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        folder::read(&self.root, path, limit, &self.rooms)
    }

    fn give_back(&self, bytes: Vec<u8>) {
        self.rooms.give_back(bytes);
    }

    fn read_restricted(&self, path: &str, limit: u64) -> (Kept, Result<Vec<u8>, ReadError>) {
        match self.vault.as_ref().map(|vault| vault.read(path, limit, &self.rooms)) {
            None | Some(Err(ReadError::Missing)) => (Kept::Beside, self.read(path, limit)),
            Some(read) => (Kept::InVault, read),
        }
    }

    fn exposed(&self, paths: &[String]) -> Vec<Exposed> {
        #[cfg(feature = "git")]
        return super::git::exposed(self.root(), self.vault.as_ref(), paths);
        #[cfg(not(feature = "git"))]
        {
            let _ = paths;
            Vec::new()
        }
    }
}
