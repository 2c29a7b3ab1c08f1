//! The folder that keeps the bytes of restricted sources, mostly outside the repository. It is never listed,
//! and opened for nothing but the files that records of such sources name.

use super::folder;
use super::rooms::Rooms;
use super::{Base, ReadError, Tree as _, WorkTree};
use crate::error::Error;
use crate::parse::{self, Document, grammar};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The largest `ibid.toml` that is asked for a vault, in bytes.
const LARGEST_TOML: u64 = 1 << 20;

/// Where the bytes of a restricted source were found, or looked for last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Beside the record.
    Beside,
    /// In the vault.
    InVault,
}

/// What git does with a file that it should not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exposure {
    /// It has it already.
    Tracked,
    /// Nothing keeps it from taking it.
    Unignored,
    /// There is a git repository that cannot be read.
    Unknown,
}

/// A file of a restricted source that git has, would take, or may have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exposed {
    /// The file's path among the sources, relative to the root: `sources/the-leak/2025-12-08.txt`.
    pub path: String,
    /// Whether it is the one in the vault, which then lies in a git repository, too.
    pub is_in_vault: bool,
    /// What git does with it.
    pub exposure: Exposure,
}

/// A folder with the files of restricted sources: `<folder>/<source id>/<file>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vault {
    folder: PathBuf,
    /// The folder without links on the way; `None` where it is not there.
    real: Option<PathBuf>,
    kept: Kept,
}

impl Vault {
    /// The vault of the repository in `root`: the folder `given`, else the one that its `ibid.toml` names,
    /// taken from the root. It need not be there. `None` where there is neither.
    ///
    /// # Errors
    ///
    /// Where it lies among the claims or sources, or is the repository itself.
    pub fn of(root: &Path, given: Option<&Path>) -> Result<Option<Self>, Error> {
        let folder = given.map(|given| root.join(given)).or_else(|| configured(root));
        let Some(folder) = folder else { return Ok(None) };
        let real = |path: &Path| path.canonicalize().ok();
        let own = real(&folder);
        let lies_in = |top: &str| {
            own.as_ref().zip(real(&root.join(top))).is_some_and(|(own, top)| own.starts_with(top))
        };
        if lies_in("claims") || lies_in("sources") || own.is_some() && own == real(root) {
            return Err(Error::new(format!(
                "the vault `{}` cannot be the repository itself, nor lie in its claims/ or sources/",
                folder.display()
            ))
            .hint("name a folder outside the repository: `[vault]` in ibid.toml, or IBID_VAULT"));
        }
        Ok(Some(Self { folder, real: own, kept: Kept::InVault }))
    }

    /// The files beside the records in `root`, for states of the repository that git keeps without them.
    pub fn beside(root: &Path) -> Self {
        let folder = root.join("sources");
        Self { real: folder.canonicalize().ok(), folder, kept: Kept::Beside }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where its files are, for a person to read.
    #[cfg(feature = "git")]
    pub(super) const fn kept(&self) -> Kept {
        self.kept
    }

    /// The place of a file, given by its path among the sources; `None` for what no record can name.
    pub fn place(&self, path: &str) -> Option<PathBuf> {
        let (id, name) = path.strip_prefix("sources/")?.rsplit_once('/')?;
        let is_plain = grammar::is_source_id(id) && !name.contains('\\') && !matches!(name, "" | "." | "..");
        is_plain.then(|| self.folder.join(id).join(name))
    }

    /// The bytes of a file, given by its path among the sources.
    ///
    /// # Errors
    ///
    /// As of [`super::Tree::read`]; also where a folder on the way is a link that leads out of the vault.
    pub(super) fn read(&self, path: &str, limit: u64, rooms: &Rooms) -> Result<Vec<u8>, ReadError> {
        let place = self.place(path).ok_or(ReadError::Missing)?;
        let home = self.real.as_ref().ok_or(ReadError::Missing)?;
        let name = place.file_name().and_then(OsStr::to_str).ok_or(ReadError::Missing)?;
        let holder =
            place.parent().and_then(|holder| holder.canonicalize().ok()).ok_or(ReadError::Missing)?;
        if !holder.starts_with(home) {
            return Err(ReadError::LinkOutside(String::new()));
        }
        // A folder that becomes a link meanwhile is as good as one that is not there.
        let holder = Base::straight(holder).map_err(|_| ReadError::Missing)?;
        folder::read(&holder, name, limit, rooms)
    }
}

/// The folder that `ibid.toml` names, where it can be read.
fn configured(root: &Path) -> Option<PathBuf> {
    let bytes = WorkTree::new(root).read("ibid.toml", LARGEST_TOML).ok()?;
    let document = Document::decode("ibid.toml", &bytes).ok()?;
    let (config, _) = parse::config(&document);
    config.vault.map(|folder| root.join(folder))
}
