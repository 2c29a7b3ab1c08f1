//! A tree in memory.

use super::{Entry, EntryKind, ReadError, Tree};
use std::collections::BTreeMap;

/// A tree in memory, for tests and for a state that is not yet written.
#[derive(Clone, Debug, Default)]
pub struct MemoryTree {
    files: BTreeMap<String, Vec<u8>>,
}

impl MemoryTree {
    /// A tree of these files.
    pub fn new(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        Self { files: files.into_iter().collect() }
    }

    /// Puts a file in place of any that was there.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }
}

impl Tree for MemoryTree {
    fn entries(&self, folder: &str) -> Vec<Entry> {
        let below = format!("{folder}/");
        let inside = self.files.keys().filter(|path| path.starts_with(&below));
        inside.map(|path| Entry { path: path.clone(), kind: EntryKind::File }).collect()
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        if let Some(bytes) = self.files.get(path) {
            let size = bytes.len() as u64;
            return if size > limit { Err(ReadError::TooLarge(size)) } else { Ok(bytes.clone()) };
        }
        let below = format!("{path}/");
        let is_folder = self.files.keys().any(|file| file.starts_with(&below));
        Err(if is_folder { ReadError::Folder } else { ReadError::Missing })
    }
}
