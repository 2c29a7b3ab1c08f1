//! What a person names on either side of a comparison: a revision, a saved report, a folder.

use crate::args::Common;
use crate::output;
use ibid::error::Error;
use ibid::report::saved;
use ibid::state::{Origin, State};
use ibid::tree::{Vault, WorkTree};
use std::io::Read as _;
use std::path::{Path, PathBuf};
#[cfg(feature = "git")]
use {ibid::tree::git::Needed, std::sync::Arc};

/// What is needed to find out what a word means.
pub struct Sides {
    here: PathBuf,
    work: Option<WorkTree>,
    /// The folder that `IBID_VAULT` names.
    named: Option<PathBuf>,
    #[cfg(feature = "git")]
    git: Option<Arc<ibid::tree::git::Git>>,
}

impl Sides {
    /// The repository that the command works on, where there is one, and its history.
    pub fn new(common: &Common) -> Result<Self, Error> {
        let here = output::working_folder(common)?;
        let named = output::vault_named(common)?;
        let work = WorkTree::discover(&here).ok().map(|work| vaulted(work, named.as_deref())).transpose()?;
        #[cfg(feature = "git")]
        let git = ibid::tree::git::Git::discover(work.as_ref().map_or(&here, |work| work.root()))?
            .map(|git| Arc::new(git.with_vault(vault_of_revisions(&here, work.as_ref(), named.as_deref()))));
        Ok(Self {
            here,
            work,
            named,
            #[cfg(feature = "git")]
            git,
        })
    }

    /// The two states that `words` name: none, one, two, or two in one word joined by dots.
    pub fn states(&self, words: &[String]) -> Result<(State, State), Error> {
        match words {
            [] => Ok((self.state("HEAD")?, self.working_tree()?)),
            [one] => match self.range(one)? {
                Some(states) => Ok(states),
                None => Ok((self.state(one)?, self.working_tree()?)),
            },
            [before, after, ..] => {
                if before == "-" && after == "-" {
                    return Err(Error::new("only one side can be standard input"));
                }
                Ok((self.state(before)?, self.state(after)?))
            }
        }
    }

    /// The files of the repository as they are now.
    pub fn working_tree(&self) -> Result<State, Error> {
        let Some(work) = &self.work else {
            // Says what to do where there is no repository.
            return Err(match WorkTree::discover(&self.here) {
                Err(error) => {
                    error.hint("give two reports, two folders or, in a bare git repository, two revisions")
                }
                Ok(_) => Error::new("the repository went away"),
            });
        };
        #[cfg(feature = "git")]
        let from = Origin::Work(work.clone());
        #[cfg(not(feature = "git"))]
        let from = Origin::Folder(work.clone());
        Ok(State { name: "working tree".into(), from })
    }

    /// What one word names.
    pub fn state(&self, word: &str) -> Result<State, Error> {
        let path = self.here.join(word);
        let named = |from| State { name: word.to_owned(), from };
        if word == "-" {
            let mut json = String::new();
            std::io::stdin()
                .read_to_string(&mut json)
                .map_err(|error| Error::io("standard input", &error))?;
            let report = saved::read("standard input", &json)?;
            return Ok(State { name: "standard input".into(), from: Origin::Saved(Box::new(report)) });
        }
        if is_plainly_a_path(word) {
            return Ok(named(self.origin(word, &path)?));
        }
        match self.revision(word) {
            Err(_) if path.exists() => Ok(named(self.origin(word, &path)?)),
            // Who is told what to fetch needs nothing else.
            Err(error) if !error.hint.is_empty() && !error.hint.contains("`git fetch") => {
                let hint = format!("{}; a report’s JSON file or a folder will do as well", error.hint);
                Err(error.hint(hint))
            }
            found => found,
        }
    }
}

/// Whether a word cannot be meant as a revision.
fn is_plainly_a_path(word: &str) -> bool {
    let starts = ["./", "../", "/"].iter().any(|start| word.starts_with(start));
    starts
        || matches!(word, "." | "..")
        || Path::new(word).extension().is_some_and(|end| end == "json")
        || word.ends_with('/')
}

/// A tree with the vault of its restricted sources.
fn vaulted(tree: WorkTree, named: Option<&Path>) -> Result<WorkTree, Error> {
    let vault = Vault::of(tree.root(), named)?;
    Ok(tree.with_vault(vault))
}

/// Where the bytes of restricted sources are that no revision holds: in the vault as it is now, else beside the
/// records of the working tree.
#[cfg(feature = "git")]
fn vault_of_revisions(here: &Path, work: Option<&WorkTree>, named: Option<&Path>) -> Option<Vault> {
    match work {
        Some(work) => Some(work.vault().cloned().unwrap_or_else(|| Vault::beside(work.root()))),
        None => Vault::of(here, named).ok().flatten(),
    }
}

impl Sides {
    /// A saved report, or the repository in a folder.
    fn origin(&self, word: &str, path: &Path) -> Result<Origin, Error> {
        if !path.is_dir() {
            return saved_report(word, path);
        }
        if !path.join("ibid.toml").exists() {
            return Err(Error::new(format!(
                "`{word}` holds no ibid repository: there is no ibid.toml in it"
            ))
            .hint("name the folder that `ibid init` was run in"));
        }
        Ok(Origin::Folder(vaulted(WorkTree::new(path), self.named.as_deref())?))
    }
}

/// Refuses a pipe that has a name, where a saved report is to be read: whoever opens it waits until somebody writes into
/// it. What a shell puts in the place of `<(…)` is below /dev, and is read.
pub fn refuse_pipe(word: &str, path: &Path) -> Result<(), Error> {
    let is_of_shell = ["/dev", "/proc"].iter().any(|folder| path.starts_with(folder));
    if !is_of_shell && std::fs::metadata(path).is_ok_and(|data| is_pipe(data.file_type())) {
        return Err(Error::new(format!("`{word}` is a pipe or socket; a report is read from a file"))
            .hint("make one with `ibid report --format json -o report.json`"));
    }
    Ok(())
}

#[cfg(unix)]
fn is_pipe(kind: std::fs::FileType) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    kind.is_fifo() || kind.is_socket()
}

#[cfg(not(unix))]
const fn is_pipe(_: std::fs::FileType) -> bool {
    false
}

fn saved_report(word: &str, path: &Path) -> Result<Origin, Error> {
    if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml")) && path.is_file() {
        let error =
            Error::new(format!("`{word}` is one file of a repository, not a state that can be compared"));
        return Err(error.hint("give a revision, as in `ibid diff HEAD~1`, a folder, or a report that was saved with `ibid report --format json -o report.json`; `ibid log CLAIM` tells one claim’s story"));
    }
    refuse_pipe(word, path)?;
    let json = std::fs::read(path).map_err(|error| Error::io(word, &error))?;
    let json = String::from_utf8(json).map_err(|_| {
        Error::new(format!("`{word}` is no report: it is not UTF-8"))
            .hint("make one with `ibid report --format json -o report.json`")
    })?;
    Ok(Origin::Saved(Box::new(saved::read(word, &json)?)))
}

#[cfg(feature = "git")]
impl Sides {
    /// The git repository.
    pub fn git(&self) -> Result<&Arc<ibid::tree::git::Git>, Error> {
        self.git.as_ref().ok_or_else(|| {
            Error::new("this folder is in no git repository, so there are no revisions to read")
                .hint("go to the folder of yours, or begin a history with `git init`")
        })
    }

    /// Whether a word names the commit that is checked out.
    pub fn is_checked_out(&self, word: &str) -> bool {
        let commit = |word: &str| self.git.as_ref()?.resolve(word).ok();
        commit(word).is_some_and(|named| commit("HEAD") == Some(named))
    }

    /// A revision that a word names.
    pub fn revision(&self, word: &str) -> Result<State, Error> {
        let git = self.git()?;
        self.at(git.resolve(word)?, word)
    }

    fn at(&self, commit: ibid::tree::git::CommitId, word: &str) -> Result<State, Error> {
        let revision = self.git()?.revision(commit, word)?;
        let name = format!("{word} ({})", revision.short_id());
        Ok(State { name, from: Origin::Revision(revision) })
    }

    /// Two revisions in one word: `A..B`, or `A...B` for what B changed since it left A.
    fn range(&self, word: &str) -> Result<Option<(State, State)>, Error> {
        let Some((before, after)) = word.split_once("..").filter(|_| !is_plainly_a_path(word)) else {
            return Ok(None);
        };
        let or_head = |word: &'_ str| if word.is_empty() { "HEAD".to_owned() } else { word.to_owned() };
        let Some(after) = after.strip_prefix('.') else {
            return Ok(Some((self.revision(&or_head(before))?, self.revision(&or_head(after))?)));
        };
        let (before, after) = (or_head(before), or_head(after));
        let git = self.git()?;
        let (a, b) = (git.resolve_with(&before, Needed::Whole)?, git.resolve_with(&after, Needed::Whole)?);
        let base = git.merge_base((a, &before), (b, &after))?;
        let name = format!("{before}...{after}");
        Ok(Some((self.at(base, &name)?, self.at(b, &after)?)))
    }
}

#[cfg(not(feature = "git"))]
#[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "with git they look and may fail")]
impl Sides {
    /// Whether a word names the commit that is checked out: none is known.
    pub fn is_checked_out(&self, _word: &str) -> bool {
        false
    }

    /// A revision that a word names: none is known.
    pub fn revision(&self, word: &str) -> Result<State, Error> {
        Err(Error::new(format!("`{word}` is no report or folder, and this ibid was built without git"))
            .hint("build it with its default features"))
    }

    fn range(&self, _word: &str) -> Result<Option<(State, State)>, Error> {
        Ok(None)
    }
}
