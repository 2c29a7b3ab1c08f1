//! Repositories made in the tests, and the binary run on them.

#[cfg(all(feature = "http", feature = "html"))]
pub mod desk;
#[cfg(feature = "git")]
pub mod git;
pub mod pdf;
pub mod readers;
pub mod sample;
#[cfg(feature = "http")]
pub mod server;

use ibid::corpus::Corpus;
use ibid::digest::Digest;
use ibid::quoting::toml_string;
use ibid::report::Report;
use ibid::tree::MemoryTree;
use ibid::verify::{Options, verify};
use serde_json::Value;
use std::fs;
use std::io::{Seek as _, Write as _};
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// Writes a file below a folder, with the folders that it lies in.
pub fn write(folder: &Path, path: &str, content: &(impl AsRef<[u8]> + ?Sized)) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// The text of a file below a folder.
pub fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap()
}

/// All files below a folder with their bytes, by their paths.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| (entry.path().display().to_string(), fs::read(entry.path()).unwrap()))
        .collect()
}

/// Copies what is in a folder into another one.
pub fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().map(Result::unwrap) {
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A repository as `ibid init` begins one.
pub fn initialized() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(ibid(folder.path(), &["init"]).status, 0);
    folder
}

/// What a run of the binary left behind.
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// What was written to standard output, which is JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap()
    }
}

/// Runs `ibid` in a folder, with an environment that holds nothing of the person's.
pub fn ibid(folder: &Path, args: &[&str]) -> Run {
    run(Command::new(env!("CARGO_BIN_EXE_ibid")).args(args), folder)
}

/// Runs `ibid` likewise, with something to read from standard input.
pub fn ibid_reading(folder: &Path, args: &[&str], input: impl AsRef<[u8]>) -> Run {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(input.as_ref()).unwrap();
    file.rewind().unwrap();
    run(Command::new(env!("CARGO_BIN_EXE_ibid")).args(args).stdin(file), folder)
}

/// What is said of a command that cannot run, below the command.
pub fn refused(folder: &Path, args: &[&str]) -> String {
    let run = ibid(folder, args);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
    format!("$ ibid {}\n{}", args.join(" "), run.stderr)
}

/// Runs a command as [`ibid`] does.
pub fn run(command: &mut Command, folder: &Path) -> Run {
    let command = command.current_dir(folder);
    // What a CI or a person sets would change what is said, and where links lead.
    for (name, _) in std::env::vars_os().filter(|(name, _)| is_of_surroundings(&name.to_string_lossy())) {
        if command.get_envs().all(|(own, _)| own != name) {
            command.env_remove(name);
        }
    }
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { status: status.code().unwrap_or(-1), stdout: text(stdout), stderr: text(stderr) }
}

fn is_of_surroundings(name: &str) -> bool {
    let colours = ["NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE"];
    let network = ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "SSL_CERT_FILE"];
    let folders = ["GIT_DIR", "GIT_WORK_TREE", "IBID_VAULT"];
    let is_named = |names: &[&str]| names.contains(&name.to_uppercase().as_str());
    is_named(&colours)
        || is_named(&network)
        || is_named(&folders)
        || name.starts_with("GITHUB_")
        || name.starts_with("CI_")
}

/// A repository with one source `s` of this text, and one claim a quote; `quotes` are the lines of each
/// quote after `source`.
pub fn repository(text: &str, quotes: &[String]) -> MemoryTree {
    let mut tree = MemoryTree::default();
    let digest = Digest::of(text.as_bytes());
    tree.insert("ibid.toml", "format = 1\n");
    tree.insert("sources/s/2025-12-08.txt", text);
    let record = format!("title = \"T\"\n[[capture]]\nfile = \"2025-12-08.txt\"\nsha256 = \"{digest}\"\n");
    tree.insert("sources/s/source.toml", record);
    let claims: String = quotes
        .iter()
        .enumerate()
        .map(|(number, lines)| {
            format!(
                "[[claim]]\nid = \"c{number:05}\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"s\"\n{lines}\n"
            )
        })
        .collect();
    tree.insert("claims/c.toml", claims);
    tree
}

/// The line `exact = "…"`.
pub fn exact(words: &str) -> String {
    format!("exact = {}", toml_string(words))
}

/// The report of a tree.
pub fn report(tree: &MemoryTree) -> Report {
    let corpus = Corpus::load(tree);
    let verified = verify(&corpus, tree, &Options::default());
    Report::new(corpus, verified)
}

/// The report of a tree as JSON.
pub fn json(tree: &MemoryTree) -> Value {
    serde_json::from_str(&ibid::render::json::render(&report(tree))).unwrap()
}

/// Settings of a property that tries so many cases, or as many as `PROPTEST_CASES` asks for where that is more.
pub fn at_least(cases: u32) -> proptest::test_runner::Config {
    let asked = proptest::test_runner::Config::default().cases;
    let is_asked = std::env::var_os("PROPTEST_CASES").is_some();
    let cases = if is_asked { asked.max(cases) } else { cases };
    proptest::test_runner::Config { cases, failure_persistence: None, ..Default::default() }
}
