//! The only reading of files: a repository's tree, be it a folder or memory. Follows no link out of a
//! folder and reads nothing but regular files.

#![expect(clippy::disallowed_methods, reason = "the one place that reads")]

use crate::error::{Error, plain_io};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};

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
    /// A file whose name is not UTF-8, so that no record could name it.
    Unnameable,
    /// A folder that could not be listed, with why.
    Unlistable(String),
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
}

/// A tree in a folder of the file system.
#[derive(Clone, Debug)]
pub struct WorkTree {
    root: PathBuf,
}

impl WorkTree {
    /// The tree in `root`, which need not be a repository.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
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
            Error::new("there is no ibid repository here: no ibid.toml in this folder or any above it")
                .hint("run `ibid init` to begin one here, or go to the folder of yours")
        })
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path below the root of `path`, which is taken from the folder `from`; `None` outside.
    pub fn relative(&self, from: &Path, path: &Path) -> Option<String> {
        let mut parts: Vec<String> = Vec::new();
        let absolute = from.join(path);
        let root = self.root.canonicalize().ok()?;
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

/// Everything below a folder that is no folder, its own folders at the same time.
fn walk(folder: &Path, path: &str) -> Vec<Entry> {
    let unlistable = |error: &std::io::Error| {
        vec![Entry { path: path.to_owned(), kind: EntryKind::Unlistable(plain_io(error)) }]
    };
    let listed = match fs::read_dir(folder) {
        Ok(listed) => listed,
        Err(error) => return unlistable(&error),
    };
    let mut entries = Vec::new();
    let mut folders = Vec::new();
    for found in listed {
        let (found, kind) = match found.and_then(|found| found.file_type().map(|kind| (found, kind))) {
            Ok(found) => found,
            Err(error) => {
                entries.extend(unlistable(&error));
                continue;
            }
        };
        let name = found.file_name();
        let path = format!("{path}/{}", name.to_string_lossy());
        let kind = match kind {
            _ if name.to_str().is_none() => EntryKind::Unnameable,
            kind if kind.is_dir() => {
                folders.push((found.path(), path));
                continue;
            }
            kind if kind.is_symlink() => EntryKind::Link(target(&found.path())),
            kind if kind.is_file() => EntryKind::File,
            _ => EntryKind::Special,
        };
        entries.push(Entry { path, kind });
    }
    entries.par_extend(folders.par_iter().flat_map_iter(|(folder, path)| walk(folder, path)));
    entries
}

/// Refuses a link that leads out of the folder it lies in.
fn refuse_outside(path: &Path) -> Result<(), ReadError> {
    let outside = || ReadError::LinkOutside(target(path));
    let folder = path.parent().and_then(|folder| folder.canonicalize().ok()).ok_or_else(outside)?;
    let resolved = path.canonicalize().map_err(|_| outside())?;
    if resolved.starts_with(&folder) { Ok(()) } else { Err(outside()) }
}

fn target(path: &Path) -> String {
    fs::read_link(path).map_or_else(|_| "?".into(), |target| target.to_string_lossy().into_owned())
}

impl Tree for WorkTree {
    fn entries(&self, folder: &str) -> Vec<Entry> {
        let top = self.root.join(folder);
        match fs::symlink_metadata(&top) {
            Ok(data) if data.is_symlink() => {
                return vec![Entry { path: folder.to_owned(), kind: EntryKind::Link(target(&top)) }];
            }
            Ok(data) if data.is_dir() => {}
            _ => return Vec::new(),
        }
        let mut entries = walk(&top, folder);
        entries.par_sort_unstable();
        entries
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let file = open(&self.root.join(path))?;
        let data = file.metadata().map_err(|error| refused(&error))?;
        if data.is_dir() {
            return Err(ReadError::Folder);
        }
        if !data.is_file() {
            return Err(ReadError::Special);
        }
        if data.len() > limit {
            return Err(ReadError::TooLarge(data.len()));
        }
        let mut bytes = Vec::with_capacity(capacity(data.len()));
        file.take(limit).read_to_end(&mut bytes).map_err(|error| refused(&error))?;
        Ok(bytes)
    }
}

/// Room for a file and the end of it; for large ones in whole mebibytes, so that the room of one fits
/// the next and memory does not fall to pieces.
fn capacity(size: u64) -> usize {
    const LARGE: usize = 1 << 20;
    let size = usize::try_from(size).unwrap_or(0) + 1;
    if size > LARGE { size.next_multiple_of(LARGE) } else { size }
}

fn refused(error: &std::io::Error) -> ReadError {
    match error.kind() {
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => ReadError::Missing,
        _ => ReadError::Refused(plain_io(error)),
    }
}

/// Opens what is at a path. A link is followed only where it stays in its folder, and neither a pipe
/// nor a device is waited for.
#[cfg(unix)]
fn open(path: &Path) -> Result<fs::File, ReadError> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK;
    match rustix::fs::open(path, flags | OFlags::NOFOLLOW, Mode::empty()) {
        Ok(file) => Ok(file.into()),
        Err(rustix::io::Errno::LOOP | rustix::io::Errno::MLINK) => {
            refuse_outside(path)?;
            let file =
                rustix::fs::open(path, flags, Mode::empty()).map_err(|error| refused(&error.into()))?;
            Ok(file.into())
        }
        // A socket cannot be opened at all.
        Err(rustix::io::Errno::NXIO) => Err(ReadError::Special),
        Err(error) => Err(refused(&error.into())),
    }
}

#[cfg(not(unix))]
fn open(path: &Path) -> Result<fs::File, ReadError> {
    let data = fs::symlink_metadata(path).map_err(|error| refused(&error))?;
    if data.is_symlink() {
        refuse_outside(path)?;
    }
    if data.is_dir() {
        return Err(ReadError::Folder);
    }
    fs::File::open(path).map_err(|error| refused(&error))
}

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
