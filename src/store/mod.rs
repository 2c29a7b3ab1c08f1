//! The only writing of files: atomic, never over what is there unless it is known. A capture's bytes,
//! once stored, are never written again. Each is written below a folder that is held open, through no link: nothing that
//! is put in a folder's place between a check and the writing leads it elsewhere.

#[cfg(not(unix))]
#[path = "elsewhere.rs"]
mod system;
#[cfg(unix)]
#[path = "unix.rs"]
mod system;

use crate::error::Error;
use crate::tree::Place;
use std::fs;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;
use system::Folder;

/// What is under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    File,
    Folder,
    Link,
    /// A device, pipe or socket.
    Special,
}

/// How the names of files and folders begin that are being written; such a one that stays was left by a run that was ended.
pub(crate) const HALF_WRITTEN: &str = ".ibid-";

/// Creates a file that must not be there yet, with its folders.
///
/// # Errors
///
/// Where something is there already, a link is on the way, or the system refuses; then nothing is left behind.
pub fn create(place: &Place, bytes: &[u8]) -> Result<(), Error> {
    created(place, bytes).map(drop)
}

/// Creates a folder where none is there, with those around it.
///
/// # Errors
///
/// Where something else or a link is there, or the system refuses; then nothing is left behind.
pub fn make_folder(place: &Place) -> Result<(), Error> {
    let way = Way::make(place)?;
    let result = match way.folder.make_below(way.name) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => match way.kind(place)? {
            Some(Kind::Folder) => Ok(()),
            Some(Kind::Link) => Err(through_link(place)),
            _ => Err(Error::new(format!("`{}` is no folder; it was left as it is", place.shown()))),
        },
        Err(error) => Err(io(place, &error)),
    };
    result.inspect_err(|_| way.undo())
}

/// Writes a file whole, in place of what was there.
///
/// # Errors
///
/// Where a link is there or the system refuses; then what was there is still there.
pub fn write(place: &Place, bytes: &[u8]) -> Result<(), Error> {
    let way = Way::find(place)?;
    match way.kind(place)? {
        Some(Kind::Link) => Err(Error::new(format!("`{}` is a link; it was left as it is", place.shown()))
            .hint("name the file itself")),
        Some(Kind::Special) => {
            // A device or pipe is written into, never replaced.
            let file = way.folder.open_to_write(way.name);
            file.and_then(|mut file| file.write_all(bytes)).map_err(|error| io(place, &error))
        }
        _ => way.write(bytes).map_err(|error| io(place, &error)),
    }
}

/// Adds to the end of a file, or begins it: for files that others add to as well.
///
/// # Errors
///
/// Where the system refuses.
pub fn append(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let file = fs::OpenOptions::new().append(true).create(true).open(path);
    file.and_then(|mut file| file.write_all(bytes))
        .map_err(|error| Error::io(&path.display().to_string(), &error))
}

/// Replaces a file that must still have the bytes `before`.
///
/// # Errors
///
/// Where it was changed meanwhile or is a link, or the system refuses; then it is left as it is.
pub fn replace(place: &Place, before: &[u8], after: &[u8]) -> Result<(), Error> {
    let way = Way::find(place)?;
    // Of two commands that read the same bytes the second must see that they are others now.
    let _alone = way.folder.alone().map_err(|error| io(place, &error))?;
    let is_same = match way.kind(place)? {
        Some(Kind::File) => way.has(before).map_err(|error| io(place, &error))?,
        None => return Err(io(place, &ErrorKind::NotFound.into())),
        Some(_) => false,
    };
    if !is_same {
        return Err(Error::new(format!(
            "`{}` changed while ibid was reading it; it was left as it is",
            place.shown()
        ))
        .hint("run the command again"));
    }
    way.write(after).map_err(|error| io(place, &error))
}

/// Creates files where they are not there yet with the same bytes, then does what is `last`, all or nothing: what another
/// command does so below the same folder comes before or after it as a whole, lest one take away again what the other
/// has come to rely on.
///
/// # Errors
///
/// As of [`create`] and of `last`; then no file is left behind.
pub fn create_before(new: &[(Place, &[u8])], last: impl FnOnce() -> Result<(), Error>) -> Result<(), Error> {
    let alone = |place: &Place| {
        let held = Folder::of(&place.base).and_then(|folder| folder.alone());
        held.map_err(|error| io(place, &error))
    };
    let _alone = new.first().map(|(place, _)| alone(place)).transpose()?;
    let mut made: Vec<Way<'_>> = Vec::new();
    let mut lacking = new.iter().filter(|(place, bytes)| !holds(place, bytes));
    let all = lacking.try_for_each(|(place, bytes)| created(place, bytes).map(|way| made.push(way)));
    all.and_then(|()| last()).inspect_err(|_| {
        for way in made.into_iter().rev() {
            // In the folder where it was made, wherever that is by now.
            drop(way.folder.remove_file(way.name));
            way.undo();
        }
    })
}

/// Whether anything is there, be it a link.
pub fn is_taken(place: &Place) -> bool {
    Way::find(place).is_ok_and(|way| way.folder.kind(way.name).is_ok_and(|kind| kind.is_some()))
}

/// Whether a regular file with these bytes is there.
pub fn holds(place: &Place, bytes: &[u8]) -> bool {
    Way::find(place).is_ok_and(|way| way.has(bytes).unwrap_or(false))
}

/// The bytes of a regular file of at most `most` bytes, as it is there to be replaced; `None` where there is none.
pub fn read(place: &Place, most: u64) -> Option<Vec<u8>> {
    let way = Way::find(place).ok()?;
    way.folder.read(way.name, most + 1).ok()?.filter(|bytes| bytes.len() as u64 <= most)
}

/// Creates a folder with these files in it, all or nothing: they are written beside its place and moved
/// there at once.
///
/// # Errors
///
/// Where something is there already, or the system refuses; then nothing is left behind.
pub fn create_folder(place: &Place, files: &[(&str, &[u8])]) -> Result<(), Error> {
    let way = Way::make(place)?;
    let result = match way.kind(place) {
        Ok(None) => way.fill(files).map_err(|error| io(place, &error)),
        Ok(Some(_)) => Err(there_already(place)),
        Err(error) => Err(error),
    };
    result.inspect_err(|_| way.undo())
}

/// Creates a file; returns the way to it, by which it can be taken back.
fn created<'p>(place: &'p Place, bytes: &[u8]) -> Result<Way<'p>, Error> {
    let way = Way::make(place)?;
    match way.create(bytes) {
        Ok(()) => Ok(way),
        Err(error) => {
            way.undo();
            Err(io(place, &error))
        }
    }
}

/// The folders from a base to what is written, gone through one after the other, with no link among them.
struct Way<'p> {
    /// The last one.
    folder: Folder,
    /// The name in it.
    name: &'p str,
    /// Folders that were made on the way, each with the one that it was made in.
    made: Vec<(Folder, &'p str)>,
}

impl<'p> Way<'p> {
    /// The way to a place; folders that lack are made.
    fn make(place: &'p Place) -> Result<Self, Error> {
        Self::go(place, true)
    }

    /// The way to a place whose folders are there.
    fn find(place: &'p Place) -> Result<Self, Error> {
        Self::go(place, false)
    }

    fn go(place: &'p Place, makes: bool) -> Result<Self, Error> {
        if place.path.split('/').any(|part| matches!(part, "" | "." | "..")) {
            return Err(Error::new(format!("`{}` is no path below a folder", place.shown())));
        }
        let folder = Folder::of(&place.base).map_err(|error| io(place, &error))?;
        let (folders, name) = place.path.rsplit_once('/').unwrap_or(("", &place.path));
        let mut way = Self { folder, name, made: Vec::new() };
        for part in folders.split('/').filter(|part| !part.is_empty()) {
            if let Err(error) = way.step(part, makes) {
                let is_link = matches!(way.folder.kind(part), Ok(Some(Kind::Link)));
                way.undo();
                return Err(if is_link { through_link(place) } else { io(place, &error) });
            }
        }
        Ok(way)
    }

    fn step(&mut self, part: &'p str, makes: bool) -> io::Result<()> {
        let mut is_made = false;
        let next = match self.folder.below(part) {
            Err(error) if makes && error.kind() == ErrorKind::NotFound => {
                is_made = self.made_below(part)?;
                self.folder.below(part)?
            }
            found => found?,
        };
        let last = std::mem::replace(&mut self.folder, next);
        self.made.extend(is_made.then_some((last, part)));
        Ok(())
    }

    /// Makes a folder; another command may have been quicker.
    fn made_below(&self, part: &str) -> io::Result<bool> {
        match self.folder.make_below(part) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
            made => made.map(|()| true),
        }
    }

    /// Takes away the folders that were made, as far as nothing is in them.
    fn undo(self) {
        for (folder, name) in self.made.iter().rev() {
            drop(folder.remove_folder(name));
        }
    }

    fn kind(&self, place: &Place) -> Result<Option<Kind>, Error> {
        self.folder.kind(self.name).map_err(|error| io(place, &error))
    }

    /// Whether the name is a regular file with just these bytes.
    fn has(&self, bytes: &[u8]) -> io::Result<bool> {
        let known = self.folder.read(self.name, bytes.len() as u64 + 1)?;
        Ok(known.is_some_and(|known| known == bytes))
    }

    /// Writes the file under its name, which must not be there yet.
    fn create(&self, bytes: &[u8]) -> io::Result<()> {
        let staged = Staged::file(&self.folder, bytes)?;
        self.folder.rename_new(&staged.name, self.name)?;
        staged.moved();
        Ok(())
    }

    /// Writes the file in place of what is there, with its permissions.
    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let staged = Staged::file(&self.folder, bytes)?;
        if let Some(file) = &staged.file {
            self.folder.copy_mode(self.name, file)?;
        }
        self.folder.rename(&staged.name, self.name)?;
        staged.moved();
        Ok(())
    }

    /// Makes a folder under the name, with these files.
    fn fill(&self, files: &[(&str, &[u8])]) -> io::Result<()> {
        let staged = Staged::folder(&self.folder)?;
        let inside = self.folder.own_below(&staged.name)?;
        let filled = files.iter().try_for_each(|(name, bytes)| write_new(&inside, name, bytes));
        let result = filled
            .and_then(|()| inside.open_to_others_as(&self.folder))
            .and_then(|()| self.folder.rename_new(&staged.name, self.name));
        if let Err(error) = result {
            for (name, _) in files {
                drop(inside.remove_file(name));
            }
            return Err(error);
        }
        staged.moved();
        Ok(())
    }
}

/// What is being written, under a name of its own beside its place; taken away again if it is not moved there.
struct Staged<'f> {
    folder: &'f Folder,
    name: String,
    /// `None` for a folder.
    file: Option<fs::File>,
}

impl<'f> Staged<'f> {
    fn file(folder: &'f Folder, bytes: &[u8]) -> io::Result<Self> {
        let (name, mut file) = new_name(|name| folder.create_new(name))?;
        let written = file.write_all(bytes).and_then(|()| file.sync_all());
        // Made before a failure is told, so that the file is taken away.
        let staged = Self { folder, name, file: Some(file) };
        written.map(|()| staged)
    }

    fn folder(folder: &'f Folder) -> io::Result<Self> {
        let (name, ()) = new_name(|name| folder.make_own_below(name))?;
        Ok(Self { folder, name, file: None })
    }

    /// It has its own name now; the folder's entries are made to last, where the system can.
    fn moved(mut self) {
        self.name.clear();
        self.folder.sync();
    }
}

impl Drop for Staged<'_> {
    fn drop(&mut self) {
        if self.name.is_empty() {
            return;
        }
        let name = &self.name;
        let remove = if self.file.is_some() { Folder::remove_file } else { Folder::remove_folder };
        drop(remove(self.folder, name));
    }
}

/// Makes something under a name that nothing has yet.
fn new_name<T>(make: impl Fn(&str) -> io::Result<T>) -> io::Result<(String, T)> {
    const MOST: usize = 100;
    for _ in 0..MOST {
        // The keys of the standard library's hashing are random.
        let name = format!("{HALF_WRITTEN}{:016x}", RandomState::new().build_hasher().finish());
        match make(&name) {
            Ok(new) => return Ok((name, new)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn write_new(folder: &Folder, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut file = folder.create_new(name)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn there_already(place: &Place) -> Error {
    Error::new(format!("`{}` is there already; it was left as it is", place.shown()))
}

fn through_link(place: &Place) -> Error {
    Error::new(format!("`{}` leads through a link; nothing was written there", place.shown()))
        .hint("put the folder itself in place of the link")
}

fn io(place: &Place, error: &io::Error) -> Error {
    match error.kind() {
        ErrorKind::AlreadyExists => there_already(place),
        ErrorKind::PermissionDenied => {
            Error::new(format!("`{}`: you have no permission to write there", place.shown()))
        }
        ErrorKind::ResourceBusy => {
            Error::new(format!("`{}`: another command is writing there", place.shown()))
                .hint("run the command again")
        }
        _ => Error::io(&place.shown(), error),
    }
}
