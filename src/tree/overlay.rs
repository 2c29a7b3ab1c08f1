//! A tree with some files as they would be, to see what an edit would do before it is written.

use super::{Entry, EntryKind, Exposed, Kept, ReadError, Tree};
use std::collections::{BTreeMap, HashSet};

/// Another tree with files in place of what is there, or beside it.
pub struct Overlay<'t> {
    below: &'t dyn Tree,
    files: BTreeMap<String, Vec<u8>>,
}

impl<'t> Overlay<'t> {
    /// The tree as it is.
    pub fn new(below: &'t dyn Tree) -> Self {
        Self { below, files: BTreeMap::new() }
    }

    /// The same with a file, whose path is relative to the root.
    pub fn with(mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        self.insert(path, bytes);
        self
    }

    /// Puts a file in place of any that was there.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }
}

impl Tree for Overlay<'_> {
    fn entries(&self, folder: &str) -> Vec<Entry> {
        let mut entries = self.below.entries(folder);
        let below = format!("{folder}/");
        let known: HashSet<String> = entries.iter().map(|entry| entry.path.clone()).collect();
        let own = self.files.keys().filter(|path| path.starts_with(&below) && !known.contains(*path));
        entries.extend(own.map(|path| Entry { path: path.clone(), kind: EntryKind::File }));
        entries.sort_unstable();
        entries
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        match self.files.get(path) {
            Some(bytes) if bytes.len() as u64 > limit => Err(ReadError::TooLarge(bytes.len() as u64)),
            Some(bytes) => Ok(bytes.clone()),
            None => self.below.read(path, limit),
        }
    }
    fn read_restricted(&self, path: &str, limit: u64) -> (Kept, Result<Vec<u8>, ReadError>) {
        if self.files.contains_key(path) {
            return (Kept::Beside, self.read(path, limit));
        }
        self.below.read_restricted(path, limit)
    }

    fn give_back(&self, bytes: Vec<u8>) {
        self.below.give_back(bytes);
    }

    fn exposed(&self, paths: &[String]) -> Vec<Exposed> {
        self.below.exposed(paths)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::MemoryTree;

    #[test]
    fn files_are_replaced_and_added() {
        let mut below = MemoryTree::default();
        below.insert("sources/a/source.toml", "old");
        below.insert("sources/b/source.toml", "b");
        let tree = Overlay::new(&below).with("sources/a/source.toml", "new").with("sources/a/2.txt", "two");
        let paths: Vec<String> = tree.entries("sources").into_iter().map(|entry| entry.path).collect();
        assert_eq!(paths, ["sources/a/2.txt", "sources/a/source.toml", "sources/b/source.toml"]);
        assert_eq!(tree.read("sources/a/source.toml", 9).unwrap(), b"new");
        assert_eq!(tree.read("sources/b/source.toml", 9).unwrap(), b"b");
        assert_eq!(tree.read("sources/a/2.txt", 2), Err(ReadError::TooLarge(3)));
    }
}
