//! Git repositories made in the tests by `git` itself, apart from the configuration, the hooks and the
//! time of the machine, so that every commit has the same id everywhere.

use super::{Run, ibid};
use ibid::digest::Digest;
use std::cell::Cell;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A git repository in a temporary folder.
pub struct Repo {
    outside: TempDir,
    top: PathBuf,
    /// How many commits were made; each is made an hour after the one before.
    commits: Cell<u32>,
}

impl Repo {
    /// An empty repository whose branch is `main`.
    pub fn new() -> Self {
        Self::of_format("sha1").expect("git makes repositories")
    }

    /// An empty repository whose objects are known by such hashes; `None` where this git cannot make one.
    pub fn of_format(hash: &str) -> Option<Self> {
        let outside = tempfile::tempdir().unwrap();
        let top = outside.path().join("repository");
        fs::create_dir(&top).unwrap();
        let repo = Self { outside, top, commits: Cell::new(0) };
        // An older git knows only the one format, and no option for it.
        let format: &[&str] = if hash == "sha1" { &[] } else { &["--object-format", hash] };
        let args = [&["init", "--quiet", "--template="], format].concat();
        repo.try_git(&repo.top, &args, "").then_some(())?;
        repo.git(&["symbolic-ref", "HEAD", "refs/heads/main"]);
        Some(repo)
    }

    /// A repository that holds `ibid.toml`, not yet committed.
    pub fn with_ibid() -> Self {
        let repo = Self::new();
        repo.write("ibid.toml", CONFIG);
        repo
    }

    /// The top of its working tree.
    pub fn path(&self) -> &Path {
        &self.top
    }

    /// A folder beside the repository, for clones and the like; not made here.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.outside.path().join(name)
    }

    /// Runs `git` at the top; what it wrote, without the line feed at the end.
    pub fn git(&self, args: &[&str]) -> String {
        self.git_in(&self.top, args, "")
    }

    /// Runs `git` in a folder with something to read.
    pub fn git_in(&self, folder: &Path, args: &[&str], input: impl AsRef<[u8]>) -> String {
        let output = self.output(folder, args, input.as_ref());
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {args:?} failed: {told}");
        String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
    }

    fn try_git(&self, folder: &Path, args: &[&str], input: &str) -> bool {
        self.output(folder, args, input.as_bytes()).status.success()
    }

    fn output(&self, folder: &Path, args: &[&str], input: &[u8]) -> Output {
        let mut command = Command::new("git");
        // Tests may be run by a hook, whose variables name another repository.
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("GIT_")) {
            command.env_remove(name);
        }
        command
            .env("HOME", self.beside("home"))
            .env("XDG_CONFIG_HOME", self.beside("home"))
            .env("LC_ALL", "C");
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", self.beside("no-configuration"));
        let hour = self.commits.get();
        let date = format!("2025-03-{:02}T{:02}:00:00+01:00", 1 + hour / 24, hour % 24);
        for who in ["AUTHOR", "COMMITTER"] {
            command
                .env(format!("GIT_{who}_NAME"), "Zoé Martin")
                .env(format!("GIT_{who}_EMAIL"), "zoe@example.org");
            command.env(format!("GIT_{who}_DATE"), &date);
        }
        command.args(["-c", "gc.auto=0", "-c", "core.autocrlf=false", "-c", "protocol.file.allow=always"]);
        command.args(args).current_dir(folder);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the tests need git");
        // A git that reads nothing may be gone already.
        drop(child.stdin.take().unwrap().write_all(input));
        child.wait_with_output().unwrap()
    }

    /// Writes a file below the top.
    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        super::write(&self.top, path, &content);
    }

    /// What a file holds.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.top.join(path)).unwrap()
    }

    /// Writes other words in the place of those that a file has once.
    pub fn change(&self, path: &str, from: &str, to: &str) {
        let content = self.read(path);
        assert_eq!(content.matches(from).count(), 1, "{path} has {from:?} once");
        self.write(path, content.replace(from, to));
    }

    /// Takes a file or a folder away.
    pub fn remove(&self, path: &str) {
        let path = self.top.join(path);
        let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        removed.unwrap();
    }

    /// Stores one of this project's own sources.
    pub fn own_source(&self, id: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sources").join(id);
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = entry.file_name().into_string().unwrap();
            self.write(&format!("sources/{id}/{name}"), fs::read(entry.path()).unwrap());
        }
    }

    /// Stores a source of one capture, `2025-12-08.txt`; `lines` are those of its record before that.
    pub fn source(&self, id: &str, lines: &str, text: &str) {
        self.source_in(&format!("sources/{id}"), lines, text);
    }

    /// The same with the source's folder.
    pub fn source_in(&self, folder: &str, lines: &str, text: &str) {
        self.write(&format!("{folder}/source.toml"), format!("{lines}\n"));
        self.capture(folder, "2025-12-08", text);
    }

    /// Captures the source of a folder again.
    pub fn capture(&self, folder: &str, day: &str, text: &str) {
        let record = format!("{folder}/source.toml");
        let digest = Digest::of(text.as_bytes());
        let capture =
            format!("\n[[capture]]\nfile = \"{day}.txt\"\nsha256 = \"{digest}\"\ncaptured = {day}\n");
        self.write(&record, self.read(&record) + &capture);
        self.write(&format!("{folder}/{day}.txt"), text);
    }

    /// Commits all that there is; the commit's id.
    pub fn commit(&self, subject: &str) -> String {
        self.git(&["add", "--all"]);
        self.commit_index(subject)
    }

    /// Commits what the index has, whatever the files are; the commit's id.
    pub fn commit_index(&self, subject: &str) -> String {
        self.tick();
        self.git(&["commit", "--quiet", "--allow-empty", "--message", subject]);
        self.git(&["rev-parse", "HEAD"])
    }

    /// Merges a branch, also where one side has all of it already; the commit's id.
    pub fn merge(&self, branch: &str, subject: &str) -> String {
        self.tick();
        self.git(&["merge", "--quiet", "--no-ff", "--message", subject, branch]);
        self.git(&["rev-parse", "HEAD"])
    }

    fn tick(&self) {
        self.commits.set(self.commits.get() + 1);
    }

    /// Puts something into the index that no file stands behind: a link, a submodule, a name of any bytes.
    pub fn put(&self, mode: &str, id: &str, path: &[u8]) {
        let entry = [format!("{mode} {id}\t").as_bytes(), path, b"\0"].concat();
        self.git_in(&self.top, &["update-index", "-z", "--index-info"], entry);
    }

    /// Stores bytes as one of git's objects; its id.
    pub fn blob(&self, bytes: &[u8]) -> String {
        self.git_in(&self.top, &["hash-object", "-w", "--stdin"], bytes)
    }

    /// Runs `ibid` at the top.
    pub fn ibid(&self, args: &[&str]) -> Run {
        ibid(&self.top, args)
    }
}

/// A source of two sentences.
pub const ARTICLE: &str = "Le ministre a parlé d’« une erreur ». Il n’a pas dit où.\n";

/// A claim that quotes the first of them.
pub const CLAIM: &str = r#"[[claim]]
id = "erreur"
text = "The minister spoke of a mistake."
verdict = "supported"

[[claim.quote]]
source = "le-discours"
exact = "Le ministre a parlé d’« une erreur »"
"#;

/// A claim that quotes the second, to follow the first in its file or to stand in one of its own.
pub const OTHER_CLAIM: &str = r#"
[[claim]]
id = "ou"
text = "He did not say where."

[[claim.quote]]
source = "le-discours"
exact = "Il n’a pas dit où"
"#;

/// The configuration that the tests' repositories have.
pub const CONFIG: &str =
    "format = 1\n\n[verdicts]\nscale = [\"supported\", \"refuted\", \"disputed\", \"unproven\"]\n";
