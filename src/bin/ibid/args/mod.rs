//! The command line: what every command takes, and their list; the arguments of each are beside this.

mod author;
mod change;
mod check;
mod export;
mod keep;
#[cfg(feature = "http")]
mod net;
mod words;

pub use author::*;
pub use change::*;
pub use check::*;
pub use export::*;
pub use keep::*;
#[cfg(feature = "http")]
pub use net::*;
pub use words::*;

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum, ValueHint};
use std::path::{Path, PathBuf};

/// Keeps written claims honest: checks every quote exactly against its stored source.
#[derive(Debug, Parser)]
#[command(
    name = "ibid",
    version,
    propagate_version = true,
    after_help = "\
Examples:
  ibid init                                begin a repository here
  ibid add article.txt --title \"…\"         store an article
  ibid add https://example.org/article     fetch it and store it
  ibid refresh                             fetch all again, tell what changed
  ibid new \"What is asserted.\"             begin a claim, with comments
  ibid find \"the words\"                    where the sources have them
  ibid cite some-article \"the words\" --claim some-claim
                                           quote it in the source’s characters
  ibid verify                              check every quote
  ibid show some-claim                     a claim, its quotes in sentences
  ibid report --format markdown -o claims.md
                                           the whole state as a document
  ibid diff main                           what changed since main
  ibid log some-claim                      a claim’s story
  ibid export links                        links that lead to the words
  ibid fix --write                         write the source’s own characters
  ibid explain quote-variant               what a rule means

README.md and the pages in docs/ show each of these with what one sees:
sources.md, claims.md, changes.md, export.md, ci.md.

Exit status: 0 no error was found, 1 at least one, 2 could not run; warnings and
notes alone are no error. Where a command differs, `ibid COMMAND --help` says
so."
)]
pub struct Args {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

/// A file to write to, where no format stands before it, as it may for `ibid verify` alone.
fn file() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().try_map(|path| match path.to_str().and_then(|word| word.split_once('=')) {
        Some((name, file)) if ReportFormat::from_str(name, true).is_ok() => {
            Err(format!(
                "a format before the `=` is for `ibid verify` alone; write `-o {file}`, with `--format {name}` where this command has it; for a file of that name write `./{name}={file}`"
            ))
        }
        _ => Ok(path),
    })
}

/// The heading of what every command takes.
const COMMON: &str = "Options of every command";

/// What every command takes.
#[derive(Debug, ClapArgs)]
pub struct Common {
    /// Work as if started in this folder
    #[arg(short = 'C', long, value_name = "DIR", global = true, help_heading = COMMON)]
    pub root: Option<PathBuf>,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = When::Auto, global = true, value_name = "WHEN", help_heading = COMMON)]
    pub color: When,
    /// Tell less: with `verify` only what fails, with other commands no remarks and no advice
    #[arg(short, long, global = true, conflicts_with = "verbose", help_heading = COMMON)]
    pub quiet: bool,
    /// Tell more
    #[arg(short, long, global = true, help_heading = COMMON)]
    pub verbose: bool,
    /// Show the words of restricted sources also where the output is no terminal, as with a pager; never in JSON,
    /// Markdown or a file
    #[arg(long, global = true, help_heading = COMMON)]
    pub show_restricted: bool,
}

/// Where a command writes what it has to tell.
#[derive(Debug, ClapArgs)]
pub struct Destination {
    /// Where to write it; a file of that name is replaced; - is standard output
    #[arg(short, long, value_name = "FILE", value_parser = file(), value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

impl Destination {
    /// The file; `None` is standard output.
    pub fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| *path != Path::new("-"))
    }
}

/// A command that this ibid was built without, whatever is asked of it.
#[cfg(not(feature = "http"))]
#[derive(Debug, ClapArgs)]
#[command(disable_help_flag = true)]
pub struct Absent {
    /// What is asked of it
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    pub words: Vec<std::ffi::OsString>,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal, unless the environment says otherwise
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Begin a repository: ibid.toml, claims/, sources/, and what keeps git from changing captures
    Init(Init),
    /// Store an article as a source, its bytes exactly as they are
    Add(Add),
    /// Fetch pages again, store those whose text changed, and tell what that does to each claim
    #[cfg(feature = "http")]
    Refresh(Refresh),
    /// Fetch pages again, which this ibid was built without
    #[cfg(not(feature = "http"))]
    Refresh(Absent),
    /// Print the text of a source, or take it again from the original and tell what would differ
    Extract(Extract),
    /// Begin a claim, with comments that tell what belongs where
    New(New),
    /// Tell where the stored sources have some words, exactly or nearly
    Find(Find),
    /// Write a quote into a claim, with the source’s own characters
    Cite(Cite),
    /// Check every quote against its source
    Verify(Verify),
    /// Tell what changed between two states: claims, quotes, verdicts, sources, what newly fails
    Diff(Diff),
    /// Tell what changed in an article between two captures, and what that does to each claim
    Drift(Drift),
    /// Cite the earlier capture knowingly in quotes that drifted
    Pin(Pin),
    /// Show a claim with its quotes in their sentences, or a source with all that is cited of it
    Show(Show),
    /// Write the whole state as a document: claims, quotes, sources, statuses
    Report(Report),
    /// Hand quotes that stand to other programs: annotations, `ClaimReview`, links to the words
    Export(Export),
    /// Tell a claim’s story: the commits that touched it or its sources, and how it stood then
    #[cfg(feature = "git")]
    Log(Log),
    /// Write the source’s own characters into quotes that differ in nothing else
    Fix(Fix),
    /// Tell what a rule means, why it matters and how to mend it
    Explain(Explain),
    /// Write what editors complete, explain and underline in claim files, records and ibid.toml
    Schema(Schema),
    /// Print what your shell needs to complete commands and ids at the Tab key
    Completions(Completions),
    /// Print the manual page, or write one for each command
    Man(Man),
}

#[cfg(test)]
mod tests;
