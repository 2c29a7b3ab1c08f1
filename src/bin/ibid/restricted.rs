//! Where the bytes of a restricted source are written: into the vault, else beside the record, where git never
//! takes them.

use crate::add::refuse_links;
use crate::args::{Add, Common};
#[cfg(feature = "git")]
use crate::output;
use ibid::error::Error;
use ibid::store;
use ibid::tree::WorkTree;
use ibid::verify::IGNORED;
use std::fs;
use std::path::{Path, PathBuf};

/// The name of the file that tells git what to leave.
pub const GIT_IGNORE: &str = ".gitignore";

/// What is written beside the record of a restricted source.
pub fn ignored() -> String {
    format!("# This source is restricted: git takes its record and nothing else.\n{}\n", IGNORED.join("\n"))
}

/// The folder for a source's bytes in the vault, which git is kept from; `None` where there is no vault.
///
/// # Errors
///
/// Where the vault is not there, git would take what lies in it, or links lead elsewhere.
pub fn in_vault(tree: &WorkTree, id: &str) -> Result<Option<PathBuf>, Error> {
    let Some(vault) = tree.vault() else { return Ok(None) };
    let folder = vault.folder();
    if !folder.is_dir() {
        return Err(Error::new(format!("the vault `{}` is not there; nothing was stored", folder.display()))
            .hint("make the folder, or connect the disk that it is on; `[vault]` in ibid.toml or IBID_VAULT names it"));
    }
    refuse_links_below(folder, id)?;
    keep_from_git(folder)?;
    // As a person reads it: without the steps up from the repository.
    Ok(Some(folder.canonicalize().map_or_else(|_| folder.join(id), |real| real.join(id))))
}

/// Refuses to write through links: what is stored stays in the vault.
fn refuse_links_below(vault: &Path, id: &str) -> Result<(), Error> {
    let mut path = vault.to_path_buf();
    for part in id.split('/') {
        path.push(part);
        if fs::symlink_metadata(&path).is_ok_and(|data| data.is_symlink()) {
            return Err(Error::new(format!(
                "`{}` is a link; ibid writes only into the vault itself",
                path.display()
            )));
        }
    }
    Ok(())
}

/// Sees to it that a vault inside a git repository is ignored by it.
fn keep_from_git(vault: &Path) -> Result<(), Error> {
    let real = vault.canonicalize().map_err(|error| Error::io(&vault.display().to_string(), &error))?;
    if !real.ancestors().any(|above| above.join(".git").exists()) {
        return Ok(());
    }
    let path = vault.join(GIT_IGNORE);
    match fs::read_to_string(&path) {
        Ok(known) if known.trim_end().lines().next_back().is_some_and(|line| line.trim_end() == "*") => {
            Ok(())
        }
        Ok(_) => Err(Error::new(format!(
            "the vault `{}` lies in a git repository, which would take the bytes",
            vault.display()
        ))
        .hint(format!("make `*` the last line of `{}`, or put the vault elsewhere", path.display()))),
        Err(_) => store::create(&path, b"*\n"),
    }
}

/// Makes git leave what lies beside a record that is there; returns the file to create where there is none.
///
/// # Errors
///
/// Where a link is in its place, or the system refuses.
pub fn ignore_beside(tree: &WorkTree, id: &str) -> Result<Option<PathBuf>, Error> {
    refuse_links(tree.root(), id)?;
    let path = tree.root().join("sources").join(id).join(GIT_IGNORE);
    let Ok(known) = fs::read_to_string(&path) else { return Ok(Some(path)) };
    if !known.trim_end().ends_with(&IGNORED.join("\n")) {
        let line_end = if known.is_empty() || known.ends_with('\n') { "" } else { "\n" };
        store::replace(&path, known.as_bytes(), format!("{known}{line_end}{}", ignored()).as_bytes())?;
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
