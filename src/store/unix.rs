//! What writing asks of the system, always of a folder that is held open: no path is found anew.

use super::Kind;
use crate::tree::{Base, step};
use rustix::fd::OwnedFd;
use rustix::fs::{AtFlags, FileType, FlockOperation, Mode, OFlags, mkdirat, openat, statat, unlinkat};
use rustix::io::Errno;
use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Read as _};
use std::os::unix::fs::{MetadataExt as _, fchown};
use std::time::Duration;

/// A folder that is held open.
pub struct Folder(OwnedFd);

/// Another command replaces a file in a moment; so often, and so long between, it is waited for.
const TRIES: usize = 1000;
const PAUSE: Duration = Duration::from_millis(10);

/// A folder as the system knows it, whatever its path: the disk's number and its own.
type Identity = (u64, u64);

thread_local! {
    /// The folders that this thread has for itself.
    static HELD: RefCell<Vec<Identity>> = const { RefCell::new(Vec::new()) };
}

/// A folder that nobody else replaces files in until this is dropped.
pub struct Alone {
    /// Holds the lock.
    _folder: File,
    identity: Identity,
}

impl Drop for Alone {
    fn drop(&mut self) {
        HELD.with_borrow_mut(|held| held.retain(|identity| *identity != self.identity));
    }
}

const OWN: OFlags = OFlags::CLOEXEC.union(OFlags::NOFOLLOW);

impl Folder {
    pub fn of(base: &Base) -> io::Result<Self> {
        base.handle().map(Self)
    }

    /// A folder in this one; a link is refused.
    pub fn below(&self, name: &str) -> io::Result<Self> {
        Ok(Self(step(&self.0, name)?))
    }

    /// A folder in this one that was made by [`Folder::make_own_below`].
    pub fn own_below(&self, name: &str) -> io::Result<Self> {
        let flags = OWN.union(OFlags::RDONLY).union(OFlags::DIRECTORY);
        Ok(Self(openat(&self.0, name, flags, Mode::empty())?))
    }

    /// Makes a folder with what the person's umask leaves.
    pub fn make_below(&self, name: &str) -> io::Result<()> {
        Ok(mkdirat(&self.0, name, Mode::from_raw_mode(0o777))?)
    }

    /// Makes a folder that nobody else may look into.
    pub fn make_own_below(&self, name: &str) -> io::Result<()> {
        Ok(mkdirat(&self.0, name, Mode::RWXU)?)
    }

    /// Opens this folder, which is a person's own, to all who may open another.
    pub fn open_to_others_as(&self, other: &Self) -> io::Result<()> {
        let mode = Mode::from_raw_mode(rustix::fs::fstat(&other.0)?.st_mode & 0o777);
        Ok(rustix::fs::fchmod(&self.0, mode)?)
    }

    pub fn kind(&self, name: &str) -> io::Result<Option<Kind>> {
        let data = match statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW) {
            Err(Errno::NOENT) => return Ok(None),
            data => data?,
        };
        Ok(Some(match FileType::from_raw_mode(data.st_mode) {
            FileType::RegularFile => Kind::File,
            FileType::Directory => Kind::Folder,
            FileType::Symlink => Kind::Link,
            _ => Kind::Special,
        }))
    }

    /// At most `most` bytes of a regular file; `None` where something else is there.
    pub fn read(&self, name: &str, most: u64) -> io::Result<Option<Vec<u8>>> {
        let flags = OWN.union(OFlags::RDONLY).union(OFlags::NONBLOCK);
        let file = match openat(&self.0, name, flags, Mode::empty()) {
            Err(Errno::NOENT | Errno::LOOP | Errno::MLINK | Errno::NXIO) => return Ok(None),
            file => File::from(file?),
        };
        if !file.metadata()?.is_file() {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        file.take(most).read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    /// A file that is not there yet, with what the person's umask leaves.
    pub fn create_new(&self, name: &str) -> io::Result<File> {
        let flags = OWN.union(OFlags::WRONLY).union(OFlags::CREATE).union(OFlags::EXCL);
        Ok(openat(&self.0, name, flags, Mode::from_raw_mode(0o666))?.into())
    }

    /// A device or pipe.
    pub fn open_to_write(&self, name: &str) -> io::Result<File> {
        Ok(openat(&self.0, name, OWN.union(OFlags::WRONLY), Mode::empty())?.into())
    }

    /// Gives a file the permissions of the one under a name, where there is one, and whom it belongs to as far as the
    /// person may give it away.
    pub fn copy_mode(&self, from: &str, to: &File) -> io::Result<()> {
        let data = match statat(&self.0, from, AtFlags::SYMLINK_NOFOLLOW) {
            Err(Errno::NOENT) => return Ok(()),
            data => data?,
        };
        let (owner, group) = (Some(data.st_uid), Some(data.st_gid));
        let _ = fchown(to, owner, group).or_else(|_| fchown(to, None, group));
        Ok(rustix::fs::fchmod(to, Mode::from_raw_mode(data.st_mode))?)
    }

    /// Waits until nobody else is between looking at a file of this folder and replacing it; others wait until what is
    /// returned is dropped. `None` where this thread is alone there already, or the disk knows no such thing.
    pub fn alone(&self) -> io::Result<Option<Alone>> {
        let flags = OWN.union(OFlags::RDONLY).union(OFlags::DIRECTORY);
        let Ok(folder) = openat(&self.0, ".", flags, Mode::empty()).map(File::from) else { return Ok(None) };
        let data = folder.metadata()?;
        let identity = (data.dev(), data.ino());
        if HELD.with_borrow(|held| held.contains(&identity)) {
            return Ok(None);
        }
        for _ in 0..TRIES {
            match rustix::fs::flock(&folder, FlockOperation::NonBlockingLockExclusive) {
                Err(Errno::WOULDBLOCK | Errno::INTR) => std::thread::sleep(PAUSE),
                Err(_) => return Ok(None),
                Ok(()) => {
                    HELD.with_borrow_mut(|held| held.push(identity));
                    return Ok(Some(Alone { _folder: folder, identity }));
                }
            }
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        Ok(rustix::fs::renameat(&self.0, from, &self.0, to)?)
    }

    /// Gives another name that nothing has yet; where the system cannot do so at once, by a second name.
    pub fn rename_new(&self, from: &str, to: &str) -> io::Result<()> {
        #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
        match rustix::fs::renameat_with(&self.0, from, &self.0, to, rustix::fs::RenameFlags::NOREPLACE) {
            Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP | Errno::PERM) => {}
            renamed => return Ok(renamed?),
        }
        match rustix::fs::linkat(&self.0, from, &self.0, to, AtFlags::empty()) {
            Ok(()) => self.remove_file(from),
            Err(Errno::EXIST) => Err(Errno::EXIST.into()),
            // A folder has no second name, nor has a file on some disks: what is there is looked at once more.
            _ if self.kind(to)?.is_some() => Err(Errno::EXIST.into()),
            _ => self.rename(from, to),
        }
    }

    pub fn remove_file(&self, name: &str) -> io::Result<()> {
        Ok(unlinkat(&self.0, name, AtFlags::empty())?)
    }

    /// Takes away a folder with nothing in it.
    pub fn remove_folder(&self, name: &str) -> io::Result<()> {
        Ok(unlinkat(&self.0, name, AtFlags::REMOVEDIR)?)
    }

    /// Makes the folder's entries last; where the system cannot, the files themselves still do.
    pub fn sync(&self) {
        let flags = OWN.union(OFlags::RDONLY).union(OFlags::DIRECTORY);
        let _ = openat(&self.0, ".", flags, Mode::empty()).and_then(rustix::fs::fsync);
    }
}
