//! The only reading of files: a repository's tree, be it a folder or memory. Follows no link out of a
//! folder and reads nothing but regular files.

#![expect(clippy::disallowed_methods, reason = "the one place that reads")]

mod folder;
mod held;
#[cfg(feature = "git")]
pub mod git;
mod memory;
mod overlay;
mod rooms;
mod vault;
mod work;

#[cfg(unix)]
pub(crate) use held::step;
pub use held::{Base, Place};
pub use memory::MemoryTree;
pub use overlay::Overlay;
pub use vault::{Exposed, Exposure, Kept, Vault};
pub use work::{MISNAMED, WorkTree};

/// No folder is listed below so many others: a list of folders without end would fill memory.
const DEEPEST: usize = 256;

/// So many files or folders are one piece of work for a thread: few, so that no thread is left alone with many.
pub(crate) const FILES_AT_ONCE: usize = 64;

/// Whether a folder's path has more folders above it than are listed, which says why it is not.
fn too_deep(path: &str) -> Option<EntryKind> {
    let is_deep = path.bytes().filter(|&byte| byte == b'/').count() >= DEEPEST;
    is_deep.then(|| EntryKind::Unlistable(format!("it lies below more than {DEEPEST} others")))
}

/// What lies at a path below the root.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The path relative to the root, with `/`.
    pub path: String,
    /// What it is.
    pub kind: EntryKind,
}

/// What an entry is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A regular file.
    File,
    /// A symbolic link, with where it says that it leads.
    Link(String),
    /// A device, pipe or socket.
    Special,
    /// Another git repository in a folder of this one.
    Submodule,
    /// A file whose name is not UTF-8, so that no record could name it. Such a folder is not listed.
    Unnameable,
    /// A folder that could not be listed, with why.
    Unlistable(String),
}

impl EntryKind {
    /// A folder whose name is not UTF-8: what it holds has no path.
    fn unnameable_folder() -> Self {
        Self::Unlistable("its name is not UTF-8; give it another name".into())
    }
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Nothing is there.
    Missing,
    /// A folder is there.
    Folder,
    /// A device, pipe or socket is there.
    Special,
    /// A link is there that leads out of its folder, with where it says that it leads.
    LinkOutside(String),
    /// The file is larger than may be read, with its size in bytes.
    TooLarge(u64),
    /// The system refused, with why in plain words.
    Refused(String),
}

/// A tree of files that a repository is read from. Paths are relative to the root, with `/`.
pub trait Tree: Sync {
    /// Everything below `folder` that is no folder, by path; nothing where there is no such folder.
    fn entries(&self, folder: &str) -> Vec<Entry>;

    /// The bytes of a file of at most `limit` bytes.
    ///
    /// # Errors
    ///
    /// Where there is no regular file, a link leads out of the file's folder, or the system refuses.
    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError>;

    /// Takes the bytes of a file that are needed no more, for the room that they have.
    fn give_back(&self, _bytes: Vec<u8>) {}

    /// The same as `read` for a file of a restricted source, which may lie in a vault, and where it was looked for last.
    /// Only for files that the record of such a source names: a vault is opened for nothing else.
    fn read_restricted(&self, path: &str, limit: u64) -> (Kept, Result<Vec<u8>, ReadError>) {
        (Kept::Beside, self.read(path, limit))
    }

    /// Which of some files of restricted sources git has, or would take, or may have, for it cannot be read. Nothing where
    /// there is no git repository.
    fn exposed(&self, _paths: &[String]) -> Vec<Exposed> {
        Vec::new()
    }
}
