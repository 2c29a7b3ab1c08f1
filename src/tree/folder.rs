//! Folders and files of the file system, opened so that nothing but regular files is read and no link is
//! followed out of its folder. On Unix a folder's own are opened relative to it: shorter for the system, and
//! nothing can be put in place of the folder meanwhile. Linux refuses a link anywhere in a file's path while it
//! opens it (`openat2`); elsewhere the folders on the way are opened one after the other, which comes to the same.

use super::held::Base;
use super::rooms::Rooms;
use super::{Entry, EntryKind, FILES_AT_ONCE, ReadError, too_deep};
use crate::error::plain_io;
use rayon::prelude::*;
use std::ffi::OsStr;
use std::path::{Component, Path};
use std::{fs, io};

/// What a folder's listing says of a name.
enum Found {
    Folder,
    Other(EntryKind),
}

/// Everything below `folder` that is no folder, in no order; `path` in front of their paths.
pub(super) fn walk(folder: &Path, path: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    list(system::open_folder(folder), path, &mut entries);
    entries
}

/// Adds what one folder holds, its own folders at the same time.
fn list(folder: io::Result<system::Folder>, path: &str, entries: &mut Vec<Entry>) {
    let mut folders: Vec<String> = Vec::new();
    let heard = |name: &OsStr, found: Found| {
        let path = [path, "/", &name.to_string_lossy()].concat();
        match found {
            Found::Folder if name.to_str().is_none() => {
                entries.push(Entry { path, kind: EntryKind::unnameable_folder() });
            }
            _ if name.to_str().is_none() => entries.push(Entry { path, kind: EntryKind::Unnameable }),
            Found::Folder => folders.push(path),
            Found::Other(kind) => entries.push(Entry { path, kind }),
        }
    };
    let handle = folder.and_then(|folder| system::list(folder, heard));
    let handle = match handle {
        Ok(handle) => handle,
        Err(error) => {
            let kind = EntryKind::Unlistable(plain_io(&error));
            return entries.push(Entry { path: path.to_owned(), kind });
        }
    };
    if folders.is_empty() {
        return;
    }
    if let Some(kind) = too_deep(path) {
        return entries.push(Entry { path: path.to_owned(), kind });
    }
    let with_next = |mut entries: Vec<Entry>, below: &String| {
        list(system::open_below(&handle, &below[path.len() + 1..]), below, &mut entries);
        entries
    };
    let parts: Vec<Vec<Entry>> =
        folders.par_iter().with_max_len(FILES_AT_ONCE).fold(Vec::new, with_next).collect();
    entries.extend(parts.into_iter().flatten());
}

/// The bytes of a file of at most `limit` bytes, by its path below a folder, in one of some rooms.
pub(super) fn read(base: &Base, path: &str, limit: u64, rooms: &Rooms) -> Result<Vec<u8>, ReadError> {
    let file = open(base, path)?;
    let data = system::metadata(&file).map_err(|error| refused(&error))?;
    match data {
        Metadata::Folder => Err(ReadError::Folder),
        Metadata::Special => Err(ReadError::Special),
        Metadata::File(size) if size > limit => Err(ReadError::TooLarge(size)),
        // A file that says that it is empty may still have bytes, on some file systems.
        Metadata::File(0) => system::bytes(&file, limit, Vec::new()).map_err(|error| refused(&error)),
        Metadata::File(size) => system::bytes(&file, size, rooms.take(size)).map_err(|error| refused(&error)),
    }
}

/// What an open file is, with its size in bytes.
enum Metadata {
    File(u64),
    Folder,
    Special,
}

fn refused(error: &io::Error) -> ReadError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ReadError::Missing,
        _ => ReadError::Refused(plain_io(error)),
    }
}

/// Opens what is at a path. A link is followed only where it stays in its folder, and neither a pipe
/// nor a device is waited for.
fn open(base: &Base, path: &str) -> Result<fs::File, ReadError> {
    match system::open(base, path) {
        Ok(system::Opened::File(file)) => Ok(file),
        Ok(system::Opened::Special) => Err(ReadError::Special),
        Ok(system::Opened::Folder) => Err(ReadError::Folder),
        Ok(system::Opened::Link) => {
            let outside = || ReadError::LinkOutside(target(&base.path().join(path)));
            let inside = path_inside(base, path)
                .ok_or_else(|| leads_nowhere(&base.path().join(path)).unwrap_or_else(outside))?;
            match system::open(base, &inside).map_err(|error| refused(&error))? {
                system::Opened::File(file) => Ok(file),
                system::Opened::Special => Err(ReadError::Special),
                system::Opened::Folder => Err(ReadError::Folder),
                // Something was changed meanwhile.
                system::Opened::Link => Err(outside()),
            }
        }
        Err(error) => Err(refused(&error)),
    }
}

/// The path without links of what a link leads to; `None` where that lies outside of the folder that the link lies in,
/// or there are links on the way to that folder.
fn path_inside(base: &Base, path: &str) -> Option<String> {
    let (folder, _) = path.rsplit_once('/').unwrap_or(("", path));
    let root = base.path().canonicalize().ok()?;
    let straight = root.join(folder);
    if straight.canonicalize().ok()? != straight {
        return None;
    }
    let resolved = root.join(path).canonicalize().ok()?;
    resolved.strip_prefix(&straight).ok()?;
    let inside = resolved.strip_prefix(&root).ok()?.to_str()?;
    Some(inside.replace(std::path::MAIN_SEPARATOR, "/"))
}

/// Why nothing can be read where a link leads that stays in its folder by its own words; `None` for another.
fn leads_nowhere(link: &Path) -> Option<ReadError> {
    let target = fs::read_link(link).ok()?;
    if !target.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let next = link.parent()?.join(&target);
    if next == link {
        return Some(ReadError::Refused("it is a link to itself".into()));
    }
    fs::symlink_metadata(next).err().map(|error| refused(&error))
}

/// Where a link says that it leads.
pub(super) fn target(path: &Path) -> String {
    fs::read_link(path).map_or_else(|_| "?".into(), |target| target.to_string_lossy().into_owned())
}

#[cfg(unix)]
mod system {
    use super::{Found, Metadata};
    use crate::tree::EntryKind;
    use crate::tree::held::{Base, system::open_by_steps};
    use rustix::buffer::spare_capacity;
    use rustix::fd::OwnedFd;
    use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags};
    use rustix::io::Errno;
    use std::ffi::OsStr;
    use std::fs::File;
    use std::io;
    use std::os::unix::ffi::OsStrExt as _;
    use std::path::Path;

    pub type Folder = Dir;
    /// A folder that was listed and has folders of its own.
    pub type Handle = Option<OwnedFd>;

    const FOLDER: OFlags =
        OFlags::RDONLY.union(OFlags::CLOEXEC).union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW);

    pub fn open_folder(folder: &Path) -> io::Result<Folder> {
        Ok(Dir::new(rustix::fs::open(folder, FOLDER, Mode::empty())?)?)
    }

    pub fn open_below(handle: &Handle, name: &str) -> io::Result<Folder> {
        let handle = handle.as_ref().ok_or(io::ErrorKind::NotFound)?;
        Ok(Dir::new(rustix::fs::openat(handle, name, FOLDER, Mode::empty())?)?)
    }

    pub fn list(mut folder: Folder, mut heard: impl FnMut(&OsStr, Found)) -> io::Result<Handle> {
        let mut has_folders = false;
        while let Some(entry) = folder.read() {
            let entry = entry?;
            let name = entry.file_name();
            if matches!(name.to_bytes(), b"." | b"..") {
                continue;
            }
            let kind = match entry.file_type() {
                FileType::Unknown => {
                    let data = rustix::fs::statat(folder.fd()?, name, AtFlags::SYMLINK_NOFOLLOW)?;
                    FileType::from_raw_mode(data.st_mode)
                }
                kind => kind,
            };
            let found = match kind {
                FileType::Directory => Found::Folder,
                FileType::RegularFile => Found::Other(EntryKind::File),
                FileType::Symlink => {
                    let target = rustix::fs::readlinkat(folder.fd()?, name, Vec::new());
                    let target = target.map_or_else(|_| "?".into(), |to| to.to_string_lossy().into_owned());
                    Found::Other(EntryKind::Link(target))
                }
                _ => Found::Other(EntryKind::Special),
            };
            has_folders |= matches!(found, Found::Folder);
            heard(OsStr::from_bytes(name.to_bytes()), found);
        }
        if has_folders { Ok(Some(folder.fd()?.try_clone_to_owned()?)) } else { Ok(None) }
    }

    /// What is at a path.
    pub enum Opened {
        /// A file, or what only its metadata tells from one.
        File(File),
        Link,
        Special,
        #[allow(dead_code, reason = "a folder can be opened here, and its metadata tells")]
        Folder,
    }

    const FILE: OFlags = OFlags::RDONLY.union(OFlags::CLOEXEC).union(OFlags::NONBLOCK);

    pub fn open(base: &Base, path: &str) -> io::Result<Opened> {
        let flags = FILE.union(OFlags::NOFOLLOW);
        let opened = match &base.open {
            Some(folder) => open_straight(folder, path, flags),
            None => rustix::fs::open(base.path().join(path), flags, Mode::empty()),
        };
        match opened {
            Ok(file) => Ok(Opened::File(file.into())),
            Err(Errno::LOOP | Errno::MLINK) => Ok(Opened::Link),
            // A socket cannot be opened at all.
            Err(Errno::NXIO) => Ok(Opened::Special),
            Err(error) => Err(error.into()),
        }
    }

    /// Opens what is at a path below a folder; a link anywhere in it is an error.
    #[cfg(target_os = "linux")]
    fn open_straight(folder: &OwnedFd, path: &str, flags: OFlags) -> Result<OwnedFd, Errno> {
        use rustix::fs::ResolveFlags;
        let straight = ResolveFlags::BENEATH.union(ResolveFlags::NO_SYMLINKS);
        match rustix::fs::openat2(folder, path, flags, Mode::empty(), straight) {
            // A kernel or a sandbox that does not know the call.
            Err(Errno::NOSYS | Errno::PERM) => open_by_steps(folder, path, flags),
            opened => opened,
        }
    }

    /// The same where the system has no call for it.
    #[cfg(not(target_os = "linux"))]
    fn open_straight(folder: &OwnedFd, path: &str, flags: OFlags) -> Result<OwnedFd, Errno> {
        open_by_steps(folder, path, flags)
    }

    pub fn metadata(file: &File) -> io::Result<Metadata> {
        let data = rustix::fs::fstat(file)?;
        Ok(match FileType::from_raw_mode(data.st_mode) {
            FileType::RegularFile => Metadata::File(u64::try_from(data.st_size).unwrap_or(0)),
            FileType::Directory => Metadata::Folder,
            _ => Metadata::Special,
        })
    }

    /// At most `most` bytes of a file, read at once where there is room.
    pub fn bytes(file: &File, most: u64, mut bytes: Vec<u8>) -> io::Result<Vec<u8>> {
        const STEP: usize = 64 << 10;
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        while bytes.len() < most {
            if bytes.len() == bytes.capacity() {
                bytes.reserve(STEP);
            }
            match rustix::io::read(file, spare_capacity(&mut bytes)) {
                Ok(0) => break,
                Ok(_) | Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
        bytes.truncate(most);
        Ok(bytes)
    }
}

#[cfg(not(unix))]
mod system {
    use super::{Found, Metadata, target};
    use crate::tree::EntryKind;
    use crate::tree::held::Base;
    use std::ffi::OsStr;
    use std::fs::{self, File};
    use std::io::{self, Read as _};
    use std::path::{Path, PathBuf};

    pub type Folder = PathBuf;
    pub type Handle = PathBuf;

    pub fn open_folder(folder: &Path) -> io::Result<Folder> {
        Ok(folder.to_owned())
    }

    pub fn open_below(handle: &Handle, name: &str) -> io::Result<Folder> {
        Ok(handle.join(name))
    }

    pub fn list(folder: Folder, mut heard: impl FnMut(&OsStr, Found)) -> io::Result<Handle> {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            let found = match kind {
                kind if kind.is_dir() => Found::Folder,
                kind if kind.is_symlink() => Found::Other(EntryKind::Link(target(&entry.path()))),
                kind if kind.is_file() => Found::Other(EntryKind::File),
                _ => Found::Other(EntryKind::Special),
            };
            heard(&entry.file_name(), found);
        }
        Ok(folder)
    }

    /// What is at a path.
    pub enum Opened {
        File(File),
        Link,
        #[expect(dead_code, reason = "metadata tells")]
        Special,
        Folder,
    }

    pub fn open(base: &Base, path: &str) -> io::Result<Opened> {
        let path = base.path().join(path);
        let data = fs::symlink_metadata(&path)?;
        if data.is_symlink() {
            return Ok(Opened::Link);
        }
        if data.is_dir() {
            return Ok(Opened::Folder);
        }
        File::open(path).map(Opened::File)
    }

    pub fn metadata(file: &File) -> io::Result<Metadata> {
        let data = file.metadata()?;
        Ok(match () {
            () if data.is_dir() => Metadata::Folder,
            () if data.is_file() => Metadata::File(data.len()),
            () => Metadata::Special,
        })
    }

    /// At most `most` bytes of a file.
    pub fn bytes(file: &File, most: u64, mut bytes: Vec<u8>) -> io::Result<Vec<u8>> {
        file.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}
