//! A tree with one file as it would be, to check an edit before it is written.

use super::{Entry, EntryKind, Exposed, Kept, ReadError, Tree};

/// Another tree with one file in place of what is there, or beside it.
pub struct Overlay<'t> {
    /// The tree below.
    pub below: &'t dyn Tree,
    /// The file's path relative to the root.
    pub path: &'t str,
    /// What the file would hold.
    pub content: &'t str,
}

impl Tree for Overlay<'_> {
    fn entries(&self, folder: &str) -> Vec<Entry> {
        let mut entries = self.below.entries(folder);
        let is_inside = self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        if is_inside && entries.iter().all(|entry| entry.path != self.path) {
            entries.push(Entry { path: self.path.to_owned(), kind: EntryKind::File });
            entries.sort_unstable();
        }
        entries
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        if path == self.path { Ok(self.content.as_bytes().to_vec()) } else { self.below.read(path, limit) }
    }

    fn read_restricted(&self, path: &str, limit: u64) -> (Kept, Result<Vec<u8>, ReadError>) {
        self.below.read_restricted(path, limit)
    }

    fn exposed(&self, paths: &[String]) -> Vec<Exposed> {
        self.below.exposed(paths)
    }
}
