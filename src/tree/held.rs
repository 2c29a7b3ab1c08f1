//! Folders that are held open: what is read or written below one stays below it, whatever is put in its place, or in
//! the place of a folder below it, meanwhile.

use std::io;
use std::path::{Path, PathBuf};

/// A folder that files are read from and written to by their paths below it, kept open so that the system need not
/// find it again for each, and nothing else can be taken for it.
#[derive(Clone, Debug)]
pub struct Base {
    path: PathBuf,
    pub(super) open: system::Base,
}

impl Base {
    /// The folder at `path`, which need not be there.
    pub fn new(path: PathBuf) -> Self {
        Self { open: system::open_base(&path), path }
    }

    /// The folder at an absolute path on which there are no links, as [`Path::canonicalize`] gives it.
    ///
    /// # Errors
    ///
    /// Where it is not there, or a link was put on the way meanwhile.
    pub fn straight(path: PathBuf) -> io::Result<Self> {
        Ok(Self { open: system::open_straight_base(&path)?, path })
    }

    /// Where it is, or was when it was opened.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A path below it, with `/`.
    pub fn place(&self, path: impl Into<String>) -> Place {
        Place { base: self.clone(), path: path.into() }
    }

    /// The folder itself, to write below it.
    ///
    /// # Errors
    ///
    /// Where it is not there.
    #[cfg(unix)]
    pub(crate) fn handle(&self) -> io::Result<rustix::fd::OwnedFd> {
        match &self.open {
            Some(open) => open.try_clone(),
            None => system::hold(&self.path),
        }
    }
}

/// A path below a folder that is held open; nothing need be there.
#[derive(Clone, Debug)]
pub struct Place {
    /// The folder.
    pub base: Base,
    /// The path below it, with `/`.
    pub path: String,
}

impl Place {
    /// The whole path, for a person to read.
    pub fn shown(&self) -> String {
        self.base.path().join(&self.path).display().to_string()
    }
}

#[cfg(unix)]
pub(crate) use system::step;

#[cfg(unix)]
pub(super) mod system {
    use rustix::fd::{AsFd, OwnedFd};
    use rustix::fs::{AtFlags, FileType, Mode, OFlags};
    use rustix::io::Errno;
    use std::io;
    use std::path::{Component, Path};
    use std::sync::Arc;

    /// `None` where the folder cannot be opened; then each path is found from the top.
    pub type Base = Option<Arc<OwnedFd>>;

    /// Holding a folder asks for no permission to list it, where the system can do without.
    #[cfg(any(target_os = "linux", target_os = "android", target_os = "freebsd"))]
    const HOLD: OFlags = OFlags::PATH.union(OFlags::CLOEXEC).union(OFlags::DIRECTORY);
    #[cfg(not(any(target_os = "linux", target_os = "android", target_os = "freebsd")))]
    const HOLD: OFlags = OFlags::RDONLY.union(OFlags::CLOEXEC).union(OFlags::DIRECTORY);

    pub fn open_base(folder: &Path) -> Base {
        hold(folder).ok().map(Arc::new)
    }

    /// Holds a folder, wherever links lead to it.
    pub fn hold(folder: &Path) -> io::Result<OwnedFd> {
        Ok(rustix::fs::open(folder, HOLD, Mode::empty())?)
    }

    pub fn open_straight_base(folder: &Path) -> io::Result<Base> {
        let mut at = hold(Path::new("/"))?;
        for part in folder.components() {
            match part {
                Component::RootDir => {}
                Component::Normal(name) => at = step(&at, name)?,
                _ => return Err(io::ErrorKind::InvalidInput.into()),
            }
        }
        Ok(Some(Arc::new(at)))
    }

    /// Holds a folder of another one; a link in its place is the error `LOOP`.
    pub fn step(folder: impl AsFd, name: impl rustix::path::Arg + Copy) -> Result<OwnedFd, Errno> {
        match rustix::fs::openat(&folder, name, HOLD.union(OFlags::NOFOLLOW), Mode::empty()) {
            // Systems do not agree on what they say of a link.
            Err(Errno::NOTDIR | Errno::MLINK) if is_link(&folder, name) => Err(Errno::LOOP),
            held => held,
        }
    }

    /// Opens what is at a path below a folder, one folder after the other; a link anywhere in it is the error `LOOP`.
    pub fn open_by_steps(folder: &OwnedFd, path: &str, flags: OFlags) -> Result<OwnedFd, Errno> {
        let Some((folders, name)) = path.rsplit_once('/') else {
            return rustix::fs::openat(folder, path, flags, Mode::empty());
        };
        let mut parts = folders.split('/');
        let mut at = step(folder, parts.next().unwrap_or_default())?;
        for part in parts {
            at = step(&at, part)?;
        }
        rustix::fs::openat(&at, name, flags, Mode::empty())
    }

    fn is_link(folder: impl AsFd, name: impl rustix::path::Arg) -> bool {
        let data = rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW);
        data.is_ok_and(|data| FileType::from_raw_mode(data.st_mode) == FileType::Symlink)
    }
}

#[cfg(not(unix))]
pub(super) mod system {
    use std::io;
    use std::path::Path;

    pub type Base = ();

    pub fn open_base(_: &Path) -> Base {}

    pub fn open_straight_base(folder: &Path) -> io::Result<Base> {
        if folder.is_dir() { Ok(()) } else { Err(io::ErrorKind::NotFound.into()) }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use rustix::fs::OFlags;
    use rustix::io::Errno;
    use std::fs;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_folder_that_was_swapped_for_a_link_is_not_gone_through_by_steps_either() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        fs::create_dir_all(at("root/one/two")).unwrap();
        fs::write(at("root/one/two/file"), "inside").unwrap();
        fs::create_dir_all(at("outside/two")).unwrap();
        fs::write(at("outside/two/file"), "outside").unwrap();
        let held = system::hold(&at("root")).unwrap();
        let open = |path| system::open_by_steps(&held, path, OFlags::RDONLY.union(OFlags::NOFOLLOW));
        assert!(open("one/two/file").is_ok());
        fs::rename(at("root/one"), at("moved")).unwrap();
        symlink(at("outside"), at("root/one")).unwrap();
        assert_eq!(open("one/two/file").unwrap_err(), Errno::LOOP);
        assert_eq!(open("one").unwrap_err(), Errno::LOOP);
        assert_eq!(open("two/file").unwrap_err(), Errno::NOENT);
    }

    #[test]
    fn a_straight_path_has_no_link_on_it() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().canonicalize().unwrap();
        fs::create_dir_all(real.join("one/two")).unwrap();
        symlink(real.join("one"), real.join("link")).unwrap();
        assert!(Base::straight(real.join("one/two")).is_ok());
        assert!(Base::straight(real.join("link/two")).is_err());
        assert!(Base::straight(real.join("link")).is_err());
        assert!(Base::straight(real.join("one/../one")).is_err());
    }
}
