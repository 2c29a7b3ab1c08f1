//! Refuses to write where a link leads elsewhere, before anything is asked of a person or of the net. The writing
//! itself follows no link either.

use ibid::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Refuses a link on the way to a file of the repository.
pub fn refuse(root: &Path, path: &str) -> Result<(), Error> {
    let Some(_) = first(root, path) else { return Ok(()) };
    Err(Error::new(format!("`{path}` leads through a link; ibid writes only into the repository itself"))
        .hint("put the file itself in place of the link"))
}

/// Refuses a link on the way to a source’s folder in the repository.
pub fn refuse_to_source(root: &Path, id: &str) -> Result<(), Error> {
    refuse_first(first(root, &format!("sources/{id}")), "the repository")
}

/// Refuses a link on the way to a source’s folder in a vault.
pub fn refuse_in_vault(vault: &Path, id: &str) -> Result<(), Error> {
    refuse_first(first(vault, id), "the vault")
}

fn refuse_first(link: Option<PathBuf>, place: &str) -> Result<(), Error> {
    let Some(link) = link else { return Ok(()) };
    Err(Error::new(format!("`{}` is a link; ibid writes only into {place} itself", link.display())))
}

/// The first link among the folders, and the file, of a path below a folder.
fn first(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut at = folder.to_path_buf();
    path.split('/').find_map(|part| {
        at.push(part);
        fs::symlink_metadata(&at).is_ok_and(|data| data.is_symlink()).then(|| at.clone())
    })
}
