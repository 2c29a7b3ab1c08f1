//! Arguments of what checks and shows a state.

use super::{Destination, DocumentFormat};
use crate::complete;
use clap::{Args as ClapArgs, ValueEnum};
use clap_complete::engine::ArgValueCompleter;
use ibid::report::failing::FailOn;
use std::ffi::OsString;
use std::path::PathBuf;

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid verify
  ibid verify defence-ministry-erreur      one claim
  ibid verify claims/pakistan.toml         the claims of one file
  ibid verify sources/some-article         the claims that cite a source
  ibid verify --format json -o report.json
  ibid verify -o sarif=ibid.sarif -o junit=ibid.xml
                                           these files, and the report to read
  ibid verify --format github              for a job of GitHub Actions
  ibid verify --fail-on warning            fail for warnings too
  ibid verify --baseline known.json        fail only for what is not in it
  ibid verify --new-since main             fail only for what is new
  ibid verify --allow-unchecked            where restricted bytes are not

The report is written to standard output unless -o FILE names another place;
each -o FORMAT=FILE writes it once more. All are of one and the same check, and
the exit status is the same for all. Paths in sarif, github and gitlab are
relative to the top of the git repository.

Exit status: 0 no error was found, 1 at least one, 2 could not run. Warnings and
notes alone give 0; --fail-on changes that.")]
pub struct Verify {
    /// Claims, by id, or by a path below claims/ or sources/; all where none is given
    #[arg(value_name = "CLAIM|PATH", add = ArgValueCompleter::new(complete::claims_and_paths))]
    pub selectors: Vec<String>,
    /// How to write the report; where it is not given, as the ending of FILE tells, else for people
    #[arg(long, value_enum)]
    pub format: Option<ReportFormat>,
    /// Where to write it, - for standard output; a file of that name is replaced. With a format before it, write it
    /// there in that format as well. May be given several times
    #[arg(short, long, value_name = "[FORMAT=]FILE")]
    pub output: Vec<OsString>,
    /// What to fail for: findings of this level or above, or none
    #[arg(long, value_enum, default_value_t = FailLevel::Error, value_name = "LEVEL")]
    pub fail_on: FailLevel,
    /// Show at most so many findings, the gravest; all are counted. json, gitlab and junit are always whole; sarif
    /// has at most 5000
    #[arg(long, value_name = "N")]
    pub max_findings: Option<usize>,
    /// Only warn of captures that are missing or unreadable; their quotes are still counted as unchecked
    #[arg(long)]
    pub allow_unchecked: bool,
    /// Do not fail for what this report lists, made with `ibid report --format json`: errors, and warnings where
    /// --fail-on asks for them; rules whose level cannot be lowered fail all the same
    #[arg(long, value_name = "FILE", conflicts_with = "new_since")]
    pub baseline: Option<PathBuf>,
    /// Take what is there no longer out of the baseline; nothing is added to it
    #[arg(long, requires = "baseline")]
    pub drop_stale: bool,
    /// Do not fail for what this git revision had: errors, and warnings where --fail-on asks for them
    #[arg(long, value_name = "REV")]
    pub new_since: Option<String>,
}

/// How to write a report of what was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people
    Human,
    /// One line a finding, for people, editors and grep
    Concise,
    /// For a comment or a page on a code host
    Markdown,
    /// For programs, ibid.report/1
    Json,
    /// For code scanning on GitHub and other tools, SARIF 2.1.0
    Sarif,
    /// Workflow commands: annotations in GitHub Actions, with a summary of the job
    Github,
    /// Code quality of merge requests on GitLab
    Gitlab,
    /// Test results as nearly every CI shows them
    Junit,
}

/// What a run fails for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailLevel {
    /// Errors
    Error,
    /// Errors and warnings
    Warning,
    /// Nothing; only what keeps ibid from running at all
    Never,
}

impl From<FailLevel> for FailOn {
    fn from(level: FailLevel) -> Self {
        match level {
            FailLevel::Error => Self::Error,
            FailLevel::Warning => Self::Warning,
            FailLevel::Never => Self::Never,
        }
    }
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid show defence-ministry-erreur        a claim, its quotes in sentences
  ibid show some-article                   a source and all that cites it
  ibid show sources/some-article           the same, by its folder
  ibid show claims/pakistan.toml           each claim of a file
  ibid show defence-ministry-erreur --format json

Words of a source between ⟦ and ⟧ are those that a quote cites. Exit status: 0
it was shown, also where quotes do not stand; 2 could not run.")]
pub struct Show {
    /// Claims or sources, by id, or by a path below claims/ or sources/
    #[arg(value_name = "CLAIM|SOURCE", required = true, add = ArgValueCompleter::new(complete::anything))]
    pub selectors: Vec<String>,
    /// How to write it; where it is not given, as the ending of FILE tells, else for people. For programs it is
    /// ibid.report/1
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    #[command(flatten)]
    pub output: Destination,
}

/// How to write what a check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Human,
    /// For programs
    Json,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid report                                  read it here
  ibid report --format markdown -o report.md   for a code host
  ibid report claims/pakistan.toml             the claims of one file
  ibid report --format json                as `ibid verify` writes it

Links in Markdown are relative to the root of the repository; keep the file
there.

Exit status: 0 when it could be made, also where there are findings; 2 could not
run.")]
pub struct Report {
    /// Claims, by id, or by a path below claims/ or sources/; all where none is given
    #[arg(value_name = "CLAIM|PATH", add = ArgValueCompleter::new(complete::claims_and_paths))]
    pub selectors: Vec<String>,
    /// How to write the document; where it is not given, as the ending of FILE tells, else for people. For programs
    /// it is ibid.report/1
    #[arg(long, value_enum)]
    pub format: Option<DocumentFormat>,
    #[command(flatten)]
    pub output: Destination,
    /// Only warn of captures that are missing or unreadable; their quotes are still counted as unchecked
    #[arg(long)]
    pub allow_unchecked: bool,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid fix                     show what would change
  ibid fix --write             change it
  ibid fix --check             for CI: exit 1 where something is to do

Changes only apostrophes, quotation marks, spaces and the like, never a word,
and never a quote that runs across paragraphs. Comments and layout stay as they
are.")]
pub struct Fix {
    /// Claims, by id, or by a path below claims/ or sources/; all where none is given
    #[arg(value_name = "CLAIM|PATH", add = ArgValueCompleter::new(complete::claims_and_paths))]
    pub selectors: Vec<String>,
    /// Change the claim files
    #[arg(long, conflicts_with = "check")]
    pub write: bool,
    /// Change nothing; exit 1 where something would change or could not be checked
    #[arg(long)]
    pub check: bool,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid explain                     list the rules
  ibid explain quote-cuts-word
  ibid explain drifted             what a status says of a quote")]
pub struct Explain {
    /// The rule, or a status such as `drifted`; all rules are listed where none is given
    #[arg(value_name = "RULE", add = ArgValueCompleter::new(complete::rules))]
    pub rule: Option<String>,
}
