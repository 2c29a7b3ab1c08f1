//! A git repository's history, read from its objects: nothing is checked out, nothing is written, no
//! other program is run, and no configuration but the repository's own is read.

mod changes;
mod exposed;
mod revision;
mod shallow;

pub use changes::{Changed, between, since};
pub(super) use exposed::exposed;
pub use exposed::{would_leave, would_take};
pub use revision::Revision;
pub use shallow::Needed;

use crate::error::Error;
use crate::tree::Vault;
use gix::ObjectId;
use gix::bstr::{BStr, ByteSlice as _};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// What git knows a commit by.
pub type CommitId = ObjectId;

/// A git repository, and the folder in it that holds the ibid repository.
pub struct Git {
    shared: gix::ThreadSafeRepository,
    /// Handles for threads that have no use for theirs now.
    idle: Mutex<Vec<gix::Repository>>,
    /// The folder of `ibid.toml` below the top of the git repository, with `/`; empty at the top.
    prefix: String,
    /// Git's trees by their ids, so that a path is looked up without decoding them again.
    folders: Mutex<HashMap<ObjectId, Arc<Folder>>>,
    /// Where the bytes of restricted sources are, which no revision holds.
    vault: Option<Vault>,
}

/// At most so many of git's trees are kept, so that a long history costs no more memory than a short one.
const FOLDERS_KEPT: usize = 1 << 15;

/// One of git's trees: what it holds by name, sorted by the name's bytes.
type Folder = Vec<(Vec<u8>, Item)>;

/// What one of git's trees holds under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Item {
    kind: ItemKind,
    id: ObjectId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ItemKind {
    File,
    Folder,
    Link,
    Submodule,
}

/// A commit, as `ibid log` tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Its id, in hexadecimal digits.
    pub id: String,
    /// Who wrote it.
    pub author: String,
    /// When: RFC 3339, in the author's own time zone.
    pub date: String,
    /// The first line of its message.
    pub subject: String,
    /// When it was committed, in seconds since 1970.
    pub seconds: i64,
    /// The ids of its parents that are in this clone.
    pub parents: Vec<String>,
    /// Whether it has parents that are not in this clone, which is shallow.
    pub is_boundary: bool,
}

impl Git {
    /// The git repository that the folder lies in, with `root` as the folder of the ibid repository; `None`
    /// where there is none. In a bare repository the ibid repository is taken to be at the top.
    ///
    /// # Errors
    ///
    /// Where there is one that cannot be opened.
    pub fn discover(root: &Path) -> Result<Option<Self>, Error> {
        let isolated = || gix::open::Options::isolated();
        let trust = gix::sec::trust::Mapping { full: isolated(), reduced: isolated() };
        if gix::discover::upwards(root).is_err() {
            return Ok(None);
        }
        let found =
            gix::ThreadSafeRepository::discover_opts(root, gix::discover::upwards::Options::default(), trust);
        let shared = found.map_err(|error| {
            Error::new(format!("the git repository here cannot be opened: {}", cause(&error)))
        })?;
        let prefix = match shared.work_dir() {
            Some(top) => prefix(top, root)?,
            None => String::new(),
        };
        let (idle, folders) = (Mutex::default(), Mutex::default());
        Ok(Some(Self { shared, idle, prefix, folders, vault: None }))
    }

    /// The same with the place of what no revision holds: the bytes of restricted sources.
    pub fn with_vault(self, vault: Option<Vault>) -> Self {
        Self { vault, ..self }
    }

    /// Whether it has no files of its own beside it.
    pub fn is_bare(&self) -> bool {
        self.shared.work_dir().is_none()
    }

    /// The commit that a name means: a branch, a tag, a hash, `HEAD~3` and what else git knows.
    ///
    /// # Errors
    ///
    /// Where there is no such commit here, with what to fetch where the clone is shallow.
    pub fn resolve(&self, name: &str) -> Result<ObjectId, Error> {
        self.resolve_with(name, Needed::Commit)
    }

    /// The same, for a commit whose whole history is needed.
    ///
    /// # Errors
    ///
    /// Likewise.
    pub fn resolve_with(&self, name: &str, needed: Needed) -> Result<ObjectId, Error> {
        self.with(|repository| {
            let found = repository.rev_parse_single(BStr::new(name)).ok();
            let found =
                found.or_else(|| repository.rev_parse_single(BStr::new(&format!("origin/{name}"))).ok());
            let commit = found.and_then(|id| id.object().ok()?.peel_to_commit().ok());
            commit.map(|commit| commit.id).ok_or_else(|| {
                let is_unborn = is_head(name) && repository.head().is_ok_and(|head| head.is_unborn());
                let is_cut = is_shallow(repository) && shallow::may_be_a_name(name);
                let has = |base: &str| repository.rev_parse_single(BStr::new(base)).is_ok();
                match (is_unborn, is_cut) {
                    (true, _) => nothing_committed(),
                    (_, true) => shallow::not_here(name, needed, has),
                    _ => nothing_like_it(name),
                }
            })
        })
    }

    /// The best common ancestor of two commits.
    ///
    /// # Errors
    ///
    /// Where there is none in this clone.
    pub fn merge_base(
        &self,
        (a, a_name): (ObjectId, &str),
        (b, b_name): (ObjectId, &str),
    ) -> Result<ObjectId, Error> {
        self.with(|repository| {
            let base = repository.merge_base(a, b).ok().flatten().map(gix::Id::detach);
            base.ok_or_else(|| {
                let error =
                    Error::new(format!("`{a_name}` and `{b_name}` have no common commit in this clone"));
                let hint = "compare them directly, with two dots: `A..B`";
                error.hint(if is_shallow(repository) { SHALLOW_ALL } else { hint })
            })
        })
    }

    /// The ibid repository as it was at a commit. `name` is how a person called it.
    ///
    /// # Errors
    ///
    /// Where the commit holds none, or cannot be read.
    pub fn revision(self: &Arc<Self>, commit: ObjectId, name: &str) -> Result<Revision, Error> {
        let top = self.with(|repository| {
            let tree =
                repository.find_commit(commit).and_then(|commit| commit.tree_id().map(gix::Id::detach));
            tree.map_err(|error| Error::new(format!("`{name}` cannot be read from git: {}", cause(&error))))
        })?;
        Revision::new(Arc::clone(self), commit, top, name)
    }

    /// What a commit says of itself.
    ///
    /// # Errors
    ///
    /// Where it cannot be read.
    pub fn commit(&self, id: ObjectId) -> Result<Commit, Error> {
        self.with(|repository| {
            let broken =
                |error: gix::Error| Error::new(format!("the commit {id} cannot be read: {}", cause(&error)));
            let commit = repository.find_commit(id).map_err(broken)?;
            let author = commit.author().map_err(broken)?;
            let boundary = repository.shallow_commits().ok().flatten();
            let is_boundary = boundary.is_some_and(|all| all.contains(&id));
            let parents = commit.parent_ids().filter(|_| !is_boundary).map(|id| id.to_string());
            let subject = commit.message().map(|message| message.title.to_str_lossy().trim().to_owned());
            Ok(Commit {
                id: id.to_string(),
                author: author.name.to_str_lossy().into_owned(),
                date: author.time().map(rfc3339).unwrap_or_default(),
                subject: subject.unwrap_or_default(),
                seconds: commit.time().map(|time| time.seconds).unwrap_or_default(),
                parents: parents.collect(),
                is_boundary,
            })
        })
    }

    /// Whether a commit and the list of its files can be read.
    pub fn has(&self, commit: CommitId) -> bool {
        let tree = |repository: &gix::Repository| -> Result<ObjectId, gix::Error> {
            repository.find_commit(commit).and_then(|commit| commit.tree_id().map(gix::Id::detach))
        };
        self.with(tree).is_ok_and(|tree| self.folder(tree).is_ok())
    }

    /// The ids of a commit's parents that are in this clone.
    ///
    /// # Errors
    ///
    /// Where an id is none.
    pub fn parents(&self, commit: &Commit) -> Result<Vec<CommitId>, Error> {
        let parse = |id: &String| {
            ObjectId::from_hex(id.as_bytes()).map_err(|_| Error::new(format!("`{id}` is no commit’s id")))
        };
        commit.parents.iter().map(parse).collect()
    }

    /// Does something with a handle of this thread's own.
    fn with<T>(&self, work: impl FnOnce(&gix::Repository) -> T) -> T {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let handle = idle().pop();
        let handle = handle.unwrap_or_else(|| self.shared.to_thread_local());
        let result = work(&handle);
        idle().push(handle);
        result
    }

    /// One of git's trees.
    fn folder(&self, id: ObjectId) -> Result<Arc<Folder>, gix::Error> {
        let folders = || self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = folders().get(&id) {
            return Ok(Arc::clone(known));
        }
        let folder = Arc::new(self.with(|repository| decoded(repository, id))?);
        let mut known = folders();
        if known.len() >= FOLDERS_KEPT {
            known.clear();
        }
        known.insert(id, Arc::clone(&folder));
        Ok(folder)
    }
}

impl std::fmt::Debug for Git {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Git").field("prefix", &self.prefix).finish_non_exhaustive()
    }
}

fn decoded(repository: &gix::Repository, id: ObjectId) -> Result<Folder, gix::Error> {
    let tree = repository.find_tree(id)?;
    let mut all = Folder::new();
    for entry in tree.iter() {
        let entry = entry?;
        let kind = match entry.mode().kind() {
            gix::objs::tree::EntryKind::Tree => ItemKind::Folder,
            gix::objs::tree::EntryKind::Blob | gix::objs::tree::EntryKind::BlobExecutable => ItemKind::File,
            gix::objs::tree::EntryKind::Link => ItemKind::Link,
            gix::objs::tree::EntryKind::Commit => ItemKind::Submodule,
        };
        all.push((entry.filename().to_vec(), Item { kind, id: entry.object_id() }));
    }
    all.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    Ok(all)
}

/// The folder `root` below `top`.
fn prefix(top: &Path, root: &Path) -> Result<String, Error> {
    let real = |path: &Path| -> Result<PathBuf, Error> {
        path.canonicalize().map_err(|error| Error::io(&path.display().to_string(), &error))
    };
    let (top, root) = (real(top)?, real(root)?);
    let below =
        root.strip_prefix(&top).map_err(|_| Error::new("the folder is outside its git repository"))?;
    let parts: Vec<&str> = below.iter().filter_map(|part| part.to_str()).collect();
    Ok(parts.join("/"))
}

fn is_shallow(repository: &gix::Repository) -> bool {
    repository.is_shallow().unwrap_or(false)
}

/// What to do where a clone does not have the history that is needed.
pub(crate) const SHALLOW_ALL: &str = "this clone has only a part of the history; fetch the rest: `git fetch --unshallow` (in CI: `fetch-depth: 0`)";

fn nothing_committed() -> Error {
    Error::new("nothing is committed yet in this git repository, so there is no revision to read")
        .hint("commit what there is: `git add --all`, then `git commit`")
}

fn nothing_like_it(name: &str) -> Error {
    Error::new(format!("`{name}` is no revision, report or folder that is here"))
        .hint("give a branch, a tag, or a commit such as HEAD~3")
}

fn is_head(name: &str) -> bool {
    matches!(name, "HEAD" | "@")
}

/// Git's own words for what went wrong, without what stands behind them.
fn cause(error: &gix::Error) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}

fn rfc3339(time: gix::date::Time) -> String {
    let Ok(offset) = jiff::tz::Offset::from_seconds(time.offset) else { return String::new() };
    let Ok(moment) = jiff::Timestamp::from_second(time.seconds) else { return String::new() };
    moment.display_with_offset(offset).to_string()
}
