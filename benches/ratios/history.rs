//! A corpus as a git repository of two commits, the second of which changes ten files: beside it, in a folder
//! of its own, the first. Runs `git`, and `ibid` on either.

use crate::corpus::{self, Corpus};
use crate::process::{Gauge, IBID, Measured, median, timed};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;
use tempfile::TempDir;

/// A repository of two commits.
pub struct History {
    corpus: Corpus,
    beside: TempDir,
}

/// What `ibid diff` reads on its sides, each beside `--full` and beside `ibid verify` in both folders.
pub struct Compared {
    /// The first commit and the files of the working tree.
    pub work: Sides,
    /// The two commits.
    pub commits: Sides,
}

/// A comparison; the other figure of each is the time of all that it might have done.
#[derive(Clone, Copy)]
pub struct Sides {
    pub by_full: Measured,
    pub by_verify: Measured,
}

/// Whether there is a `git` here, and an `ibid` that reads what it stores.
pub fn can_be_measured() -> bool {
    let git = Command::new("git").arg("--version").stdout(Stdio::null()).status();
    cfg!(feature = "git") && git.is_ok_and(|status| status.success())
}

const WORK: [&str; 1] = ["HEAD~1"];
const COMMITS: [&str; 2] = ["HEAD~1", "HEAD"];
const FULL: [&str; 2] = ["HEAD~1", "--full"];

impl History {
    pub fn of(corpus: Corpus) -> Self {
        let beside = tempfile::Builder::new().prefix("ibid-bench-").tempdir().expect("a temporary folder");
        let history = Self { corpus, beside };
        history.git(&["init", "--quiet", "--initial-branch=main"]);
        history.commit("Keep the claims");
        let before = history.before();
        history.git(&["worktree", "add", "--quiet", "--detach", before.to_str().expect("a plain path")]);
        change_ten_files(history.corpus.root());
        history.commit("Change ten files");
        history.git(&["gc", "--quiet"]);
        // What was written in the very second of the index must be read to be known, so git notes it anew.
        sleep(Duration::from_millis(2100));
        history.git(&["status", "--short"]);
        let changed = history.git(&["diff", "--name-only", "HEAD~1"]);
        assert_eq!(changed.lines().count(), 10, "ten files were to be changed:\n{changed}");
        history
    }

    fn before(&self) -> PathBuf {
        self.beside.path().join("before")
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    fn git(&self, words: &[&str]) -> String {
        let mut command = Command::new("git");
        command.args(["-c", "gc.auto=0", "-c", "core.autocrlf=false"]).args(words);
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", self.beside.path().join("none"));
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "The bench").env(format!("GIT_{who}_EMAIL"), "bench@here");
            command.env(format!("GIT_{who}_DATE"), "2025-12-08T10:00:00Z");
        }
        let (_, status, out) = timed(command.current_dir(self.corpus.root()));
        assert_eq!(status, 0, "git {words:?} failed: {out}");
        out
    }

    /// Runs the comparisons, the full one and the two `verify` in turn `runs` times, after one run of each
    /// that is not counted.
    pub fn measure(&self, runs: usize) -> Compared {
        let mut times: [Vec<f64>; 4] = Default::default();
        for run in 0..=runs {
            let once = self.run();
            if run > 0 {
                times.iter_mut().zip(once).for_each(|(all, one)| all.push(one));
            }
        }
        let [work, commits, full, verify] = times.map(median);
        let sides = |words: &[&str], ibid: f64| {
            let peak = Gauge::find().highest(|command| self.diff(words, command));
            Sides {
                by_full: Measured { ibid, bare: full, peak },
                by_verify: Measured { ibid, bare: verify, peak },
            }
        };
        Compared { work: sides(&WORK, work), commits: sides(&COMMITS, commits) }
    }

    /// The seconds of each.
    fn run(&self) -> [f64; 4] {
        let diff = |words: &[&str]| {
            let (seconds, status, out) = timed(&mut self.diff(words, Command::new(IBID)));
            assert_eq!(status, 0, "`ibid diff {words:?}` failed:\n{out}");
            (seconds, out)
        };
        let [work, commits, full] = [diff(&WORK), diff(&COMMITS), diff(&FULL)];
        for (_, part) in [&work, &commits] {
            assert_eq!(told(part), told(&full.1), "a part of the work must give what all of it gives");
        }
        let verify = [(self.before(), 0), (self.corpus.root().to_owned(), 1)].map(|(folder, expected)| {
            let (seconds, status, out) = timed(verify(&folder, &mut Command::new(IBID)));
            assert_eq!(status, expected, "`ibid verify` in {}:\n{out}", folder.display());
            seconds
        });
        [work.0, commits.0, full.0, verify.iter().sum()]
    }

    fn diff(&self, words: &[&str], mut command: Command) -> Command {
        command.args(["diff", "--color", "never"]).args(words).current_dir(self.corpus.root());
        command
    }
}

fn verify<'c>(folder: &Path, command: &'c mut Command) -> &'c mut Command {
    command.args(["verify", "--color", "never"]).current_dir(folder)
}

/// What a comparison says, but for its sides' names and what it did not read.
fn told(out: &str) -> Vec<&str> {
    let paragraphs = out.split("\n\n").filter(|paragraph| !paragraph.starts_with("the same on both sides"));
    paragraphs.flat_map(str::lines).filter(|line| !line.contains("HEAD~1")).collect()
}

/// Changes six claim files and four files of sources, each in another way, spread over all that there is.
fn change_ten_files(root: &Path) {
    let claims = Numbered { folder: root.join("claims") };
    let other = fs::read_to_string(claims.at(7)).expect("a claim file");
    let quote = block(&other, "[[claim.quote]]");
    claims.change(0, |file| file.replacen("What the sources say", "What both sources say", 1));
    claims.change(1, |file| file.replacen("\"supported\"", "\"disputed\"", 1));
    claims.change(2, |file| file + quote + "\n");
    claims.change(3, |file| file.replacen("exact  = \"", "exact  = \"zeppelin ", 1));
    claims.change(4, |file| file.replacen("\"claim-", "\"renamed-", 1));
    claims.change(5, |file| {
        let claim = block(&file, "[[claim]]").replacen("\"claim-", "\"added-", 1);
        format!("{file}{claim}\n{quote}\n")
    });
    let sources = Numbered { folder: root.join("sources") };
    sources.change(1, |record| record.replacen("\"Article ", "\"Piece ", 1));
    sources.change(3, |record| record.replacen("The Measured Gazette", "The Weighed Gazette", 1));
    append_capture(&sources.at(5));
}

/// The part of a file that begins with `head`, up to the next empty line.
fn block<'f>(file: &'f str, head: &str) -> &'f str {
    let from = file.find(head).expect("a file that holds it");
    let length = file[from..].find("\n\n").expect("an empty line");
    &file[from..=from + length]
}

/// Captures the source of this record again, with a line more.
fn append_capture(record: &Path) {
    const AGAIN: &str = "2026-01-05.txt";
    let content = fs::read_to_string(record.with_file_name(corpus::CAPTURE)).expect("a capture");
    let content = content + "\nCorrected in January.\n";
    let entry = corpus::capture_entry(AGAIN, "2026-01-05T09:30:00Z", &content);
    fs::write(record.with_file_name(AGAIN), content).expect("room for a capture");
    change(record, |file| format!("{file}\n{entry}"));
}

/// The files of a folder, or its sources' records, by name.
struct Numbered {
    folder: PathBuf,
}

impl Numbered {
    /// The file that so many eighths of all come before.
    fn at(&self, eighths: usize) -> PathBuf {
        let listed = fs::read_dir(&self.folder).expect("a folder");
        let mut all: Vec<PathBuf> = listed.map(|entry| entry.expect("an entry").path()).collect();
        all.sort();
        let one = all.swap_remove(eighths * all.len() / 8);
        if one.is_dir() { one.join("source.toml") } else { one }
    }

    fn change(&self, eighths: usize, changed: impl FnOnce(String) -> String) {
        change(&self.at(eighths), changed);
    }
}

fn change(path: &Path, changed: impl FnOnce(String) -> String) {
    let content = fs::read_to_string(path).expect("a TOML file");
    fs::write(path, changed(content)).expect("room for a TOML file");
}
