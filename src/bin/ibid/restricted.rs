//! Where the bytes of a restricted source are written: into the vault, else beside the record, where git never
//! takes them.

use crate::args::{Add, Common};
use crate::{links, output};
use ibid::corpus::Corpus;
use ibid::error::Error;
use ibid::store;
use ibid::tree::{Base, Place, WorkTree};
use ibid::verify::IGNORED;
use std::fs;
use std::path::Path;

/// The name of the file that tells git what to leave.
pub const GIT_IGNORE: &str = ".gitignore";

/// The largest such file that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// What is written beside the record of a restricted source.
pub fn ignored() -> String {
    format!("# This source is restricted: git takes its record and nothing else.\n{}\n", IGNORED.join("\n"))
}

/// The folder for a source's bytes in the vault, which git is kept from; `None` where there is no vault.
///
/// # Errors
///
/// Where the vault is not there, git would take what lies in it, or links lead elsewhere; and where there may be one that
/// `ibid.toml` does not name rightly.
pub fn in_vault(tree: &WorkTree, id: &str) -> Result<Option<InVault>, Error> {
    let Some(vault) = tree.vault() else { return refuse_unread(tree).map(|()| None) };
    let folder = vault.folder();
    if !folder.is_dir() {
        return Err(Error::new(format!("the vault `{}` is not there; nothing was stored", folder.display()))
            .hint("make the folder, or connect the disk that it is on; `[vault]` in ibid.toml or IBID_VAULT names it"));
    }
    // As a person reads it: without the steps up from the repository.
    let held = folder.canonicalize().and_then(Base::straight);
    let base = held.map_err(|error| Error::io(&folder.display().to_string(), &error))?;
    links::refuse_in_vault(folder, id)?;
    keep_from_git(folder, &base)?;
    Ok(Some(InVault { base, id: id.to_owned() }))
}

/// Refuses an `ibid.toml` that is wrong somewhere: of what it does not say as it should, the vault may be a part.
fn refuse_unread(tree: &WorkTree) -> Result<(), Error> {
    let (_, findings) = Corpus::config_alone(tree);
    output::first_wrong(&findings).map_or(Ok(()), |wrong| {
        Err(Error::new(format!(
            "{wrong}; so it is not known whether there is a vault, and nothing was stored"
        ))
        .hint("mend ibid.toml first; `ibid verify` tells more"))
    })
}

/// The folder of a source in a vault that is held open.
pub struct InVault {
    base: Base,
    id: String,
}

impl InVault {
    /// The place of a file in it.
    pub fn place(&self, name: &str) -> Place {
        self.base.place(format!("{}/{name}", self.id))
    }

    /// The folder, for a person.
    pub fn shown(&self) -> String {
        self.base.path().join(&self.id).display().to_string()
    }
}

/// Sees to it that a vault inside a git repository is ignored by it.
fn keep_from_git(vault: &Path, base: &Base) -> Result<(), Error> {
    if !base.path().ancestors().any(|above| above.join(".git").exists()) {
        return Ok(());
    }
    let path = vault.join(GIT_IGNORE);
    if path.is_symlink() {
        return Err(Error::new(format!(
            "`{}` is a link, which git does not follow; nothing was stored",
            path.display()
        ))
        .hint("put the file itself in place of the link"));
    }
    match fs::read_to_string(&path) {
        Ok(known) if known.trim_end().lines().next_back().is_some_and(|line| line.trim_end() == "*") => {
            Ok(())
        }
        Ok(_) => Err(Error::new(format!(
            "the vault `{}` lies in a git repository, which would take the bytes",
            vault.display()
        ))
        .hint(format!("make `*` the last line of `{}`, or put the vault elsewhere", path.display()))),
        Err(_) => store::create(&base.place(GIT_IGNORE), b"*\n"),
    }
}

/// Makes git leave what lies beside a record that is there; returns the file to create where there is none, or where one
/// like it may be taken back by the command that is just making it.
///
/// # Errors
///
/// Where a link is in its place, or the system refuses.
pub fn ignore_beside(tree: &WorkTree, id: &str) -> Result<Option<Place>, Error> {
    links::refuse_to_source(tree.root(), id)?;
    let place = tree.place(format!("sources/{id}/{GIT_IGNORE}"));
    let known = store::read(&place, LARGEST).and_then(|bytes| String::from_utf8(bytes).ok());
    let Some(known) = known.filter(|known| *known != ignored()) else { return Ok(Some(place)) };
    let mut last = known.trim_end().lines().rev();
    if !IGNORED.iter().rev().all(|wanted| last.next() == Some(*wanted)) {
        let line_end = if known.is_empty() || known.ends_with('\n') { "" } else { "\n" };
        store::replace(&place, known.as_bytes(), format!("{known}{line_end}{}", ignored()).as_bytes())?;
    }
    Ok(None)
}

/// What a person should know of bytes that git does not keep.
pub fn told(id: &str, is_in_vault: bool) -> String {
    let place = if is_in_vault {
        format!(
            "The source is restricted: its bytes are in the vault, and git takes nothing but sources/{id}/source.toml."
        )
    } else {
        format!(
            "The source is restricted: sources/{id}/.gitignore keeps git from taking anything but its record."
        )
    };
    format!(
        "{place}\nGit keeps no copy of the bytes, so keep one yourself; the record, with id and title, is for all who have the repository.\n"
    )
}

/// Warns of the file that was stored, where git would take it by itself.
#[cfg(feature = "git")]
pub fn warn_of_original(args: &Add, common: &Common) -> Result<(), Error> {
    let path = output::working_folder(common)?.join(&args.file);
    if args.file != Path::new("-") && ibid::tree::git::would_take(&path) {
        let shown = ibid::render::visible::visible(&args.file.display().to_string());
        output::tell(&format!(
            "warning: `{shown}` itself lies in a git repository that would take it; move it away"
        ));
    }
    Ok(())
}

/// Without git it is not known what git would take.
#[cfg(not(feature = "git"))]
#[expect(clippy::unnecessary_wraps, reason = "with git it may fail")]
pub fn warn_of_original(_args: &Add, _common: &Common) -> Result<(), Error> {
    Ok(())
}
