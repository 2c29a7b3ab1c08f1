//! Arguments of what tells of change.

use super::Destination;
#[cfg(feature = "git")]
use super::Format;
use crate::complete;
use clap::{Args as ClapArgs, ValueEnum};
use clap_complete::engine::ArgValueCompleter;

#[derive(Debug, ClapArgs)]
#[command(
    override_usage = "ibid diff [OPTIONS] [A [B]]",
    after_help = "\
Examples:
  ibid diff                        what changed since the last commit
  ibid diff main                   what changed since main, in the files here
  ibid diff main...HEAD            what this branch changed since it left main
  ibid diff v1.0 v2.0 --format markdown -o changes.md
  ibid diff old.json new.json      two reports, saved as JSON
  ibid diff main --exit-code       for CI: exit 1 where something newly fails, a
                                   verdict changed, a capture was removed or
                                   rewritten, or a rule is no error any more

A side is a git revision, a report’s JSON file, a folder with an ibid
repository, or - for a report on standard input. Nothing is checked out and
nothing is written."
)]
pub struct Diff {
    /// The two sides, the earlier one first; HEAD and the working tree where they are not given
    #[arg(value_name = "A B", num_args = 0..=2)]
    pub sides: Vec<String>,
    /// How to write the comparison; where it is not given, as the ending of FILE tells, else for people. For
    /// programs it is ibid.comparison/1
    #[arg(long, value_enum)]
    pub format: Option<DocumentFormat>,
    #[command(flatten)]
    pub output: Destination,
    /// Exit with 1 where something newly fails, a verdict changed, a capture was removed or rewritten, or a rule is
    /// no error any more
    #[arg(long)]
    pub exit_code: bool,
    /// Show only one part
    #[arg(long, value_enum)]
    pub only: Option<Only>,
    /// Show only the figures
    #[arg(long, conflicts_with = "only")]
    pub stat: bool,
    /// Check both sides whole, also what is the same on both
    #[arg(long)]
    pub full: bool,
}

/// A part of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Only {
    /// Claims, without their quotes
    Claims,
    /// Quotes, and what fails
    Quotes,
    /// Sources and captures
    Sources,
    /// Verdicts
    Verdicts,
}

impl From<Only> for ibid::compare::Part {
    fn from(only: Only) -> Self {
        match only {
            Only::Claims => Self::Claims,
            Only::Quotes => Self::Quotes,
            Only::Sources => Self::Sources,
            Only::Verdicts => Self::Verdicts,
        }
    }
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid drift                               every source with several captures:
                                           the last two compared
  ibid drift some-article
  ibid drift some-article --from 2025-12-08 --to 2026-01-05
  ibid drift some-article --all            each capture with the one before it
  ibid drift --exit-code                   for CI: exit 1 where a quote drifted

Exit status: 0 it was compared, 1 with --exit-code where a quote that pins no
capture was altered or is gone, 2 could not run, or a capture cannot be trusted.")]
pub struct Drift {
    /// Sources, by id or path; all with several captures where none is given
    #[arg(value_name = "SOURCE", add = ArgValueCompleter::new(complete::sources))]
    pub sources: Vec<String>,
    /// The earlier capture; the one before where it is not given
    #[arg(long, value_name = "CAPTURE", requires = "sources", add = ArgValueCompleter::new(complete::captures))]
    pub from: Option<String>,
    /// The later capture; the newest where it is not given
    #[arg(long, value_name = "CAPTURE", requires = "sources", add = ArgValueCompleter::new(complete::captures))]
    pub to: Option<String>,
    /// Compare each capture with the one before it
    #[arg(long, conflicts_with_all = ["from", "to"])]
    pub all: bool,
    /// How to write it; where it is not given, as the ending of FILE tells, else for people. For programs it is
    /// ibid.drift/1
    #[arg(long, value_enum)]
    pub format: Option<DocumentFormat>,
    #[command(flatten)]
    pub output: Destination,
    /// Exit with 1 where a quote that pins no capture was altered or is gone
    #[arg(long)]
    pub exit_code: bool,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid pin some-claim                      pin those of its quotes that drifted
  ibid pin claims/pakistan.toml            in those of a file
  ibid pin sources/some-article --print    show it for all that cite a source;
                                           write nothing

Only quotes that stand in an earlier capture and no longer in the newest are
pinned, each to the capture in which its words stood last. They then stand, and
the note quote-superseded keeps them in sight. Comments and layout stay as they
are.")]
pub struct Pin {
    /// Claims, by id, or by a path below claims/ or sources/
    #[arg(value_name = "CLAIM|PATH", required = true, add = ArgValueCompleter::new(complete::claims_and_paths))]
    pub selectors: Vec<String>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    pub print: bool,
}

/// How to write the whole state, or what changed between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DocumentFormat {
    /// For people
    Human,
    /// For code hosts, with links into the repository
    Markdown,
    /// For programs
    Json,
}

#[cfg(feature = "git")]
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid log defence-ministry-erreur
  ibid log defence-ministry-erreur --format json
  ibid log old-claim --from v1.0           also a claim that is no longer there

Follows a claim from file to file and from id to id; the newest commit comes
first.")]
pub struct Log {
    /// The claim’s id
    #[arg(value_name = "CLAIM", add = ArgValueCompleter::new(complete::claims))]
    pub claim: String,
    /// Where to begin: a git revision
    #[arg(long, value_name = "REV", default_value = "HEAD")]
    pub from: String,
    /// How to write it; where it is not given, as the ending of FILE tells, else for people. For programs it is
    /// ibid.history/1
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    #[command(flatten)]
    pub output: Destination,
}
