//! The only writing of files: atomic, never over what is there unless it is known. A capture's bytes,
//! once stored, are never written again.

#![expect(clippy::disallowed_methods, reason = "the one place that writes")]

use crate::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// How the names of files and folders begin that are being written; such a one that stays was left by a run that was ended.
pub const HALF_WRITTEN: &str = ".ibid-";

/// Creates a file that must not be there yet, with its folders.
///
/// # Errors
///
/// Where something is there already, or the system refuses; then nothing is left behind.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = parent(path)?;
    fs::create_dir_all(folder).map_err(|error| io(folder, &error))?;
    let file = staged(folder, bytes).map_err(|error| io(path, &error))?;
    file.persist_noclobber(path).map_err(|error| match error.error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Error::new(format!("`{}` is there already; it was left as it is", path.display()))
        }
        _ => io(path, &error.error),
    })?;
    sync(folder);
    Ok(())
}

/// Writes a file whole, in place of what was there.
///
/// # Errors
///
/// Where a link is there or the system refuses; then what was there is still there.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if let Ok(data) = fs::symlink_metadata(path) {
        if data.is_symlink() {
            return Err(Error::new(format!("`{}` is a link; it was left as it is", path.display()))
                .hint("name the file itself"));
        }
        if !data.is_file() && !data.is_dir() {
            // A device or pipe is written into, never replaced.
            let mut file = fs::OpenOptions::new().write(true).open(path).map_err(|error| io(path, &error))?;
            return file.write_all(bytes).map_err(|error| io(path, &error));
        }
    }
    let folder = parent(path)?;
    let file = staged(folder, bytes).map_err(|error| io(path, &error))?;
    if let Ok(data) = fs::metadata(path) {
        fs::set_permissions(file.path(), data.permissions()).map_err(|error| io(path, &error))?;
    }
    file.persist(path).map_err(|error| io(path, &error.error))?;
    sync(folder);
    Ok(())
}

/// Adds to the end of a file, or begins it: for files that others add to as well.
///
/// # Errors
///
/// Where the system refuses.
pub fn append(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let file = fs::OpenOptions::new().append(true).create(true).open(path);
    file.and_then(|mut file| file.write_all(bytes)).map_err(|error| io(path, &error))
}

/// Replaces a file that must still have the bytes `before`.
///
/// # Errors
///
/// Where it was changed meanwhile or is a link, or the system refuses; then it is left as it is.
pub fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<(), Error> {
    let is_link = fs::symlink_metadata(path).is_ok_and(|data| data.is_symlink());
    let now = fs::read(path).map_err(|error| io(path, &error))?;
    if is_link || now != before {
        return Err(Error::new(format!(
            "`{}` changed while ibid was reading it; it was left as it is",
            path.display()
        ))
        .hint("run the command again"));
    }
    write(path, after)
}

/// Creates files where they are not there yet with the same bytes, and replaces another that must still have the bytes
/// `before`, all or none.
///
/// # Errors
///
/// As of [`create`] and [`replace`]; then nothing is left behind.
pub fn create_and_replace(
    new: &[(&Path, &[u8])],
    (known, before, after): (&Path, &[u8], &[u8]),
) -> Result<(), Error> {
    let mut made = Vec::new();
    let mut lacking = new.iter().filter(|(path, bytes)| !holds(path, bytes));
    let created = lacking.try_for_each(|&(path, bytes)| create(path, bytes).map(|()| made.push(path)));
    let result = created.and_then(|()| replace(known, before, after));
    result.inspect_err(|_| made.iter().for_each(|path| drop(fs::remove_file(path))))
}

/// Creates files where they are not there yet with the same bytes, then does what is `last`, all or nothing.
///
/// # Errors
///
/// As of [`create`] and of `last`; then no file is left behind.
pub fn create_before(
    new: &[(PathBuf, &[u8])],
    last: impl FnOnce() -> Result<(), Error>,
) -> Result<(), Error> {
    let mut made = Vec::new();
    let mut created = new.iter().filter(|(path, bytes)| !holds(path, bytes));
    let created =
        created.try_for_each(|(path, bytes)| create(path, bytes).map(|()| made.push(path.as_path())));
    created.and_then(|()| last()).inspect_err(|_| made.iter().for_each(|path| drop(fs::remove_file(path))))
}

/// Whether a regular file with these bytes is there.
pub fn holds(path: &Path, bytes: &[u8]) -> bool {
    let is_alike = |data: fs::Metadata| data.is_file() && data.len() == bytes.len() as u64;
    fs::symlink_metadata(path).is_ok_and(is_alike) && fs::read(path).is_ok_and(|known| known == bytes)
}

/// Creates a folder with these files in it, all or nothing: they are written beside its place and moved
/// there at once.
///
/// # Errors
///
/// Where something is there already, or the system refuses; then nothing is left behind.
pub fn create_folder(path: &Path, files: &[(&str, &[u8])]) -> Result<(), Error> {
    let folder = parent(path)?;
    if fs::symlink_metadata(path).is_ok() {
        return Err(Error::new(format!("`{}` is there already; it was left as it is", path.display())));
    }
    let made = make_folders(folder)?;
    let result = fill_folder(folder, path, files);
    if result.is_err() {
        made.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
    }
    result
}

fn fill_folder(folder: &Path, path: &Path, files: &[(&str, &[u8])]) -> Result<(), Error> {
    let stage = tempfile::Builder::new()
        .prefix(HALF_WRITTEN)
        .tempdir_in(folder)
        .map_err(|error| io(folder, &error))?;
    for (name, bytes) in files {
        let target = stage.path().join(name);
        let mut file = fs::File::create_new(&target).map_err(|error| io(path, &error))?;
        file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|error| io(path, &error))?;
    }
    open_to_others(stage.path()).map_err(|error| io(path, &error))?;
    fs::rename(stage.path(), path).map_err(|error| io(path, &error))?;
    // Moved away, it must not be looked for when `stage` is dropped.
    let _ = stage.keep();
    sync(folder);
    Ok(())
}

/// Makes the folders that lack on the way to `folder`; returns them, the outermost first.
fn make_folders(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let lacking: Vec<PathBuf> =
        folder.ancestors().take_while(|folder| !folder.exists()).map(Path::to_path_buf).collect();
    fs::create_dir_all(folder).map_err(|error| io(folder, &error))?;
    Ok(lacking.into_iter().rev().collect())
}

fn staged(folder: &Path, bytes: &[u8]) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(HALF_WRITTEN);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As any new file: what the person's umask leaves of it.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// A temporary folder is for its owner alone; one that is kept is as any other.
#[cfg(unix)]
fn open_to_others(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let like = folder.parent().map_or_else(|| fs::metadata(folder), fs::metadata)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(like.permissions().mode() & 0o777))
}

#[cfg(not(unix))]
fn open_to_others(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}

/// Makes a folder's entries last; where the system cannot, the files themselves still do.
fn sync(folder: &Path) {
    drop(fs::File::open(folder).and_then(|folder| folder.sync_all()));
}

fn parent(path: &Path) -> Result<&Path, Error> {
    let parent = path.parent().ok_or_else(|| Error::new(format!("`{}` is no file", path.display())))?;
    Ok(if parent.as_os_str().is_empty() { Path::new(".") } else { parent })
}

fn io(path: &Path, error: &std::io::Error) -> Error {
    Error::io(&path.display().to_string(), error)
}
