//! What writing asks of a system that knows no folders held open: each step is looked at before it is taken.

#![expect(clippy::disallowed_methods, reason = "the one place that writes")]

use super::Kind;
use crate::tree::Base;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::PathBuf;

/// A folder, by its path.
pub struct Folder(PathBuf);

impl Folder {
    pub fn of(base: &Base) -> io::Result<Self> {
        if base.path().is_dir() {
            Ok(Self(base.path().to_owned()))
        } else {
            Err(io::ErrorKind::NotFound.into())
        }
    }

    /// A folder in this one; a link is refused.
    pub fn below(&self, name: &str) -> io::Result<Self> {
        match self.kind(name)? {
            Some(Kind::Folder) => Ok(Self(self.0.join(name))),
            None => Err(io::ErrorKind::NotFound.into()),
            Some(_) => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    /// A folder in this one that was made by [`Folder::make_own_below`].
    pub fn own_below(&self, name: &str) -> io::Result<Self> {
        self.below(name)
    }

    pub fn make_below(&self, name: &str) -> io::Result<()> {
        fs::create_dir(self.0.join(name))
    }

    pub fn make_own_below(&self, name: &str) -> io::Result<()> {
        self.make_below(name)
    }

    /// Who may open it is inherited here.
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "other systems do it, and may fail")]
    pub fn open_to_others_as(&self, _other: &Self) -> io::Result<()> {
        Ok(())
    }

    /// A folder cannot be kept from others here.
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "other systems do it, and may fail")]
    pub fn alone(&self) -> io::Result<Option<File>> {
        Ok(None)
    }

    pub fn kind(&self, name: &str) -> io::Result<Option<Kind>> {
        let data = match fs::symlink_metadata(self.0.join(name)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            data => data?,
        };
        Ok(Some(match () {
            () if data.is_symlink() => Kind::Link,
            () if data.is_dir() => Kind::Folder,
            () if data.is_file() => Kind::File,
            () => Kind::Special,
        }))
    }

    /// At most `most` bytes of a regular file; `None` where something else is there.
    pub fn read(&self, name: &str, most: u64) -> io::Result<Option<Vec<u8>>> {
        if self.kind(name)? != Some(Kind::File) {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        File::open(self.0.join(name))?.take(most).read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    pub fn create_new(&self, name: &str) -> io::Result<File> {
        File::create_new(self.0.join(name))
    }

    /// A device or pipe.
    pub fn open_to_write(&self, name: &str) -> io::Result<File> {
        fs::OpenOptions::new().write(true).open(self.0.join(name))
    }

    /// Gives a file the permissions of the one under a name, where there is one.
    pub fn copy_mode(&self, from: &str, to: &File) -> io::Result<()> {
        match fs::symlink_metadata(self.0.join(from)) {
            Ok(data) => to.set_permissions(data.permissions()),
            Err(_) => Ok(()),
        }
    }

    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        fs::rename(self.0.join(from), self.0.join(to))
    }

    /// Gives another name that nothing has yet; a folder has no second name, nor has a file on some disks.
    pub fn rename_new(&self, from: &str, to: &str) -> io::Result<()> {
        match fs::hard_link(self.0.join(from), self.0.join(to)) {
            Ok(()) => self.remove_file(from),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            Err(_) if self.kind(to)?.is_some() => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => self.rename(from, to),
        }
    }

    pub fn remove_file(&self, name: &str) -> io::Result<()> {
        fs::remove_file(self.0.join(name))
    }

    /// Takes away a folder with nothing in it.
    pub fn remove_folder(&self, name: &str) -> io::Result<()> {
        fs::remove_dir(self.0.join(name))
    }

    /// Entries of folders last by themselves here.
    #[expect(clippy::unused_self, reason = "other systems ask for it")]
    pub fn sync(&self) {}
}
