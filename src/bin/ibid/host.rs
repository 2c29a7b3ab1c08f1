//! What the environment says of the CI and the code host that the command runs for.

use crate::actions::value;
use crate::args::Common;
use crate::output;
use ibid::error::Error;
use ibid::fragment::is_web_address;
use ibid::render::host::Host;
use ibid::store;
use ibid::tree::WorkTree;
use std::path::{Path, PathBuf};

/// GitHub takes so many bytes of a step's summary.
const SUMMARY: u64 = 1024 * 1024;

/// Where a code host has the repository that the command works on.
pub fn here(common: &Common) -> Result<Host, Error> {
    let here = output::working_folder(common)?;
    let folder = WorkTree::discover(&here).map_or_else(|_| String::new(), |tree| folder(tree.root()));
    Ok(Host { folder, files: files() })
}

/// The folder of a repository of claims below the top of the git repository that it is in.
fn folder(root: &Path) -> String {
    let Some(top) = root.ancestors().find(|folder| folder.join(".git").exists()) else {
        return String::new();
    };
    let parts = root.strip_prefix(top).map(Path::components).into_iter().flatten();
    parts.map(|part| format!("{}/", part.as_os_str().to_string_lossy())).collect()
}

/// Where the host shows the files of the commit that the job is for.
fn files() -> Option<String> {
    let url = |name: &str| value(name).filter(|url| is_web_address(url));
    if let (Some(server), Some(repository), Some(commit)) =
        (url("GITHUB_SERVER_URL"), value("GITHUB_REPOSITORY"), value("GITHUB_SHA"))
    {
        return Some(format!("{server}/{repository}/blob/{commit}/"));
    }
    let (project, commit) = (url("CI_PROJECT_URL")?, value("CI_COMMIT_SHA")?);
    Some(format!("{project}/-/blob/{commit}/"))
}

/// Adds Markdown to the summary of the job, where GitHub Actions keeps one. A summary that cannot be written is told
/// and nothing more: what was checked is checked.
pub fn summarize(markdown: &str) {
    let Some(path) = value("GITHUB_STEP_SUMMARY").map(PathBuf::from) else { return };
    let size = path.metadata().map_or(0, |data| data.len());
    if size + markdown.len() as u64 > SUMMARY {
        output::tell("note: the summary of this job is full; nothing was added to it");
        return;
    }
    if let Err(error) = store::append(&path, markdown.as_bytes()) {
        output::tell(&format!("note: the summary of this job could not be written: {error}"));
    }
}
