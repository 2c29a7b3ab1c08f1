//! The command line.

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

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
  ibid find \"the words\"                   where the sources have them, exactly or nearly
  ibid cite some-article \"the words\" --claim some-claim
                                           quote it, with the source’s own characters
  ibid verify                              check every quote
  ibid show some-claim                     a claim with its quotes in their sentences
  ibid report --format markdown -o claims.md
                                           the whole state as a document
  ibid diff main                           what changed since main, and what newly fails
  ibid log some-claim                      a claim’s story
  ibid fix --write                         write the source’s own characters
  ibid explain quote-variant               what a rule means

Exit status: 0 nothing wrong, 1 findings, 2 could not run."
)]
pub struct Args {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

/// What every command takes.
#[derive(Debug, ClapArgs)]
pub struct Common {
    /// Work as if started in this folder
    #[arg(short = 'C', long, value_name = "DIR", global = true)]
    pub root: Option<PathBuf>,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = When::Auto, global = true, value_name = "WHEN")]
    pub color: When,
    /// Tell only of errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Tell more
    #[arg(short, long, global = true)]
    pub verbose: bool,
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
    /// Print the text of a source, or take it again from the original and tell what would differ
    Extract(Extract),
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
    /// Tell a claim’s story: the commits that touched it or its sources, and how it stood then
    #[cfg(feature = "git")]
    Log(Log),
    /// Write the source’s own characters into quotes that differ in nothing else
    Fix(Fix),
    /// Tell what a rule means, why it matters and how to mend it
    Explain(Explain),
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid init
  ibid init my-dossier

Overwrites nothing.")]
pub struct Init {
    /// The folder; made where it is not there
    #[arg(default_value = ".", value_name = "DIR")]
    pub folder: PathBuf,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid add article.txt --title \"Kaboul, un an après\" --publisher \"Le Quotidien\" --published 2022-08-15
  ibid add notes.md --id field-notes/kabul --language en
  ibid add page.html                       a saved web page: its article, title, date, author
  pbpaste | ibid add - --title \"Communiqué du 3 mars\"
  ibid add --to some-article article.txt   the same article, captured again

With --to, the file becomes the newest capture of a source that is stored; its earlier captures
stay as they are, and quotes are checked against the newest unless they name another.

Plain text, Markdown and web pages (HTML, XHTML), in any encoding. The file is kept as it is; where
it is not plain text in UTF-8, its text is stored beside it, and quotes are checked against that.
What a page says of itself (title, publisher, author, date, language, address) is written into the
record unless you say otherwise here. Nothing is written unless all of it can be.")]
pub struct Add {
    /// The file, or - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Add it to this source as its newest capture, which must have been stored before
    #[arg(long, value_name = "SOURCE", conflicts_with_all = ["id", "title", "url", "publisher", "author", "published", "language"])]
    pub to: Option<String>,
    /// The source’s id; proposed from the title or the file’s name where it is not given
    #[arg(long)]
    pub id: Option<String>,
    /// Its title; the file’s name where it is not given
    #[arg(long)]
    pub title: Option<String>,
    /// Where it was published
    #[arg(long)]
    pub url: Option<String>,
    /// Who published it
    #[arg(long)]
    pub publisher: Option<String>,
    /// Who wrote it; may be given several times
    #[arg(long)]
    pub author: Vec<String>,
    /// When it was published: a year, a year and month, or a date
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// Its language, as in fr, ar, zh-Hans (BCP 47)
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// When this copy was taken, as in 2025-12-08 or 2025-12-08T10:00:00Z; now where it is not given
    #[arg(long, value_name = "TIME")]
    pub captured: Option<String>,
    /// A remark on this copy
    #[arg(long)]
    pub note: Option<String>,
    /// The encoding of its bytes, as in windows-1252 or gb18030, where ibid asks for it
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// Keep all that is visible of a web page, not its article alone
    #[arg(long)]
    pub whole_page: bool,
    /// What the file is, as in text/plain, where its bytes say something else
    #[arg(long, value_name = "TYPE")]
    pub media_type: Option<String>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid extract some-article                the text that its quotes are checked against
  ibid extract some-article --check        would the text be the same if it were taken now?
  ibid extract --check                     the same for all sources

Nothing is ever written: the text that was stored with a capture stays what quotes are checked against.

Exit status: 0 the same, 1 a text would differ, 2 could not run, or a text could not be taken again.")]
pub struct Extract {
    /// The source, by id or by its folder; all of them with --check where none is given
    #[arg(value_name = "SOURCE", required_unless_present = "check")]
    pub source: Option<String>,
    /// The capture; the newest where it is not given, or all of them with --check
    #[arg(long, value_name = "ID", requires = "source")]
    pub capture: Option<String>,
    /// Take the text again from the stored original, and show what would differ
    #[arg(long)]
    pub check: bool,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid find \"une erreur\"
  ibid find \"environ 2500 soldats\" --source some-article
  ibid find \"une erreur\" --toml           quotes to paste into a claim
  ibid find \"une erreur\" --format json
  ibid find \"les soldats […] sont partis\"

Identical places come first, then the same words in other characters, then those inside longer
words, then near ones, the nearest first. Words between ⟦ and ⟧ are those that were found.

Exit status: 0 found, 1 nothing found, 2 could not run.")]
pub struct Find {
    /// The words
    #[arg(value_name = "WORDS")]
    pub words: String,
    /// Look in this source only; may be given several times
    #[arg(long, value_name = "SOURCE")]
    pub source: Vec<String>,
    /// The most places that are shown
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..))]
    pub limit: u16,
    /// Look in the earlier captures of each source, too
    #[arg(long)]
    pub all_captures: bool,
    /// Look for near places beside identical ones also where that takes long
    #[arg(long)]
    pub near: bool,
    /// Print quotes to paste into a claim
    #[arg(long, conflicts_with = "format")]
    pub toml: bool,
    /// How to write it
    #[arg(long, value_enum, default_value_t = SearchFormat::Human)]
    pub format: SearchFormat,
}

/// How to write what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SearchFormat {
    /// For people
    Human,
    /// For programs, ibid.search/1
    Json,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid cite some-article \"une erreur\" --claim minister-admits-mistake
  ibid cite some-article \"les soldats […] sont partis\" --claim soldiers-left --text \"The soldiers have left.\"
  ibid cite some-article \"les soldats\" --claim soldiers-left --at 12:5
  ibid cite some-article \"une erreur\" --print

The words may be typed with plain apostrophes, quotation marks and spaces; what is written is what
the source has. Words are left out with […], which becomes a list. Where the words do not stand,
nothing is written and you are shown what the source has instead.

Exit status: 0 written, or there already; 1 the words do not stand; 2 could not run.")]
pub struct Cite {
    /// The source, by id or by its folder
    #[arg(value_name = "SOURCE")]
    pub source: String,
    /// The words
    #[arg(value_name = "WORDS")]
    pub words: String,
    /// The claim; a new one where --text is given
    #[arg(long, value_name = "ID", required_unless_present = "print")]
    pub claim: Option<String>,
    /// What a new claim asserts, in your own words
    #[arg(long, requires = "claim")]
    pub text: Option<String>,
    /// A new claim’s verdict
    #[arg(long, requires = "text")]
    pub verdict: Option<String>,
    /// The file of a new claim; where it is not given, that of most claims that cite the source
    #[arg(long, value_name = "FILE", requires = "claim")]
    pub file: Option<PathBuf>,
    /// The passage around the words, where they are in several places
    #[arg(long, value_name = "PASSAGE")]
    pub within: Option<String>,
    /// The line, or line and column, where they begin, likewise
    #[arg(long, value_name = "LINE[:COLUMN]", conflicts_with = "within")]
    pub at: Option<String>,
    /// What the quote does for the claim; it supports it where this is not given
    #[arg(long, value_enum)]
    pub stance: Option<StanceName>,
    /// Who said the words
    #[arg(long)]
    pub speaker: Option<String>,
    /// The words in your language
    #[arg(long)]
    pub translation: Option<String>,
    /// A remark on the quote
    #[arg(long)]
    pub note: Option<String>,
    /// The capture to cite knowingly; the newest where it is not given
    #[arg(long, value_name = "ID")]
    pub capture: Option<String>,
    /// The words may begin or end inside a word
    #[arg(long)]
    pub partial: bool,
    /// Any of several places of the words will do
    #[arg(long, conflicts_with_all = ["at", "within"])]
    pub repeated: bool,
    /// Write nothing; print the lines
    #[arg(long)]
    pub print: bool,
}

/// What a quote does for its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StanceName {
    /// It speaks for the claim
    Supports,
    /// It speaks against it
    Refutes,
    /// It does neither
    Context,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid verify
  ibid verify defence-ministry-erreur      one claim
  ibid verify claims/pakistan.toml         the claims of one file
  ibid verify sources/some-article         the claims that cite a source
  ibid verify --format json -o report.json
  ibid verify --baseline known.json        fail only for what is not in that report
  ibid verify --new-since main             fail only for what did not fail in main

Exit status: 0 nothing at error level, 1 findings, 2 could not run.")]
pub struct Verify {
    /// Claims, by id, or by a path below claims/ or sources/; all where none is given
    #[arg(value_name = "CLAIM|PATH")]
    pub selectors: Vec<String>,
    /// How to write the report
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Where to write it; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Only warn of captures that are missing or unreadable; their quotes are still counted as unchecked
    #[arg(long)]
    pub allow_unchecked: bool,
    /// Do not fail for what fails in this report, made with `ibid report --format json`
    #[arg(long, value_name = "FILE", conflicts_with = "new_since")]
    pub baseline: Option<PathBuf>,
    /// Take what fails no longer out of the baseline; nothing is added to it
    #[arg(long, requires = "baseline")]
    pub drop_stale: bool,
    /// Do not fail for what failed in this git revision
    #[arg(long, value_name = "REV")]
    pub new_since: Option<String>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid show defence-ministry-erreur        a claim, each quote inside its sentences
  ibid show some-article                   a source, and every claim that cites it
  ibid show sources/some-article           the same, by its folder
  ibid show claims/pakistan.toml           each claim of a file
  ibid show defence-ministry-erreur --format json

Words of a source between ⟦ and ⟧ are those that a quote cites.
Exit status: 0 it was shown, also where quotes do not stand; 2 could not run.")]
pub struct Show {
    /// Claims or sources, by id, or by a path below claims/ or sources/
    #[arg(value_name = "CLAIM|SOURCE", required = true)]
    pub selectors: Vec<String>,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Where to write it; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// How to write what a check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Human,
    /// For programs, ibid.report/1
    Json,
}

#[derive(Debug, ClapArgs)]
#[command(
    override_usage = "ibid diff [OPTIONS] [A [B]]",
    after_help = "\
Examples:
  ibid diff                        what changed since the last commit
  ibid diff main                   what changed since main, in the files as they are
  ibid diff main...HEAD            what this branch changed since it left main
  ibid diff v1.0 v2.0 --format markdown -o changes.md
  ibid diff old.json new.json      two reports, saved with `ibid report --format json`
  ibid diff main --exit-code       for CI: exit 1 where something newly fails or a verdict changed

A side is a git revision, a report’s JSON file, a folder with an ibid repository, or - for a
report on standard input. Nothing is checked out and nothing is written."
)]
pub struct Diff {
    /// The two sides, the earlier one first; HEAD and the working tree where they are not given
    #[arg(value_name = "A B", num_args = 0..=2)]
    pub sides: Vec<String>,
    /// How to write the comparison
    #[arg(long, value_enum, default_value_t = DocumentFormat::Human)]
    pub format: DocumentFormat,
    /// Where to write it; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Exit with 1 where something newly fails or a verdict changed
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
  ibid report                                  read it here
  ibid report --format markdown -o report.md   for a code host
  ibid report claims/pakistan.toml             the claims of one file
  ibid report --format json                    what `ibid verify --format json` writes

Links in Markdown are relative to the root of the repository; keep the file there.

Exit status: 0 when it could be made, also where there are findings; 2 could not run.")]
pub struct Report {
    /// Claims, by id, or by a path below claims/ or sources/; all where none is given
    #[arg(value_name = "CLAIM|PATH")]
    pub selectors: Vec<String>,
    /// How to write the document
    #[arg(long, value_enum, default_value_t = DocumentFormat::Human)]
    pub format: DocumentFormat,
    /// Where to write it; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Only warn of captures that are missing or unreadable; their quotes are still counted as unchecked
    #[arg(long)]
    pub allow_unchecked: bool,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid drift                               every source with several captures: the last two compared
  ibid drift some-article
  ibid drift some-article --from 2025-12-08 --to 2026-01-05
  ibid drift some-article --all            each capture with the one before it
  ibid drift --exit-code                   for CI: exit 1 where a quote lost its words

Exit status: 0 it was compared, 1 with --exit-code where a quote that pins no capture was altered
or is gone, 2 could not run, or a capture cannot be trusted.")]
pub struct Drift {
    /// Sources, by id or path; all with several captures where none is given
    #[arg(value_name = "SOURCE")]
    pub sources: Vec<String>,
    /// The earlier capture; the one before where it is not given
    #[arg(long, value_name = "CAPTURE", requires = "sources")]
    pub from: Option<String>,
    /// The later capture; the newest where it is not given
    #[arg(long, value_name = "CAPTURE", requires = "sources")]
    pub to: Option<String>,
    /// Compare each capture with the one before it
    #[arg(long, conflicts_with_all = ["from", "to"])]
    pub all: bool,
    /// How to write it
    #[arg(long, value_enum, default_value_t = DocumentFormat::Human)]
    pub format: DocumentFormat,
    /// Where to write it; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Exit with 1 where a quote that pins no capture was altered or is gone
    #[arg(long)]
    pub exit_code: bool,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid pin some-claim                      write capture = \"…\" into its drifted quotes
  ibid pin claims/pakistan.toml            in those of a file
  ibid pin sources/some-article --print    show it for all that cite a source; write nothing

Only quotes that stand in an earlier capture and no longer in the newest are pinned, each to the
capture in which its words stood last. They then stand, and the note quote-superseded keeps them
in sight. Comments and layout stay as they are.")]
pub struct Pin {
    /// Claims, by id, or by a path below claims/ or sources/
    #[arg(value_name = "CLAIM|PATH", required = true)]
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
    /// For programs: ibid.report/1, ibid.comparison/1
    Json,
}

#[cfg(feature = "git")]
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid log defence-ministry-erreur
  ibid log defence-ministry-erreur --format json
  ibid log old-claim --from v1.0           also a claim that is no longer there

Follows a claim from file to file and from id to id; the newest commit comes first.")]
pub struct Log {
    /// The claim’s id
    #[arg(value_name = "CLAIM")]
    pub claim: String,
    /// Where to begin: a git revision
    #[arg(long, value_name = "REV", default_value = "HEAD")]
    pub from: String,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Where to write it; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid fix                     show what would change
  ibid fix --write             change it
  ibid fix --check             for CI: exit 1 where something would change

Changes only apostrophes, quotation marks, spaces and the like, never a word, and
never a quote that runs across paragraphs. Comments and layout stay as they are.")]
pub struct Fix {
    /// Claims, by id, or by a path below claims/ or sources/; all where none is given
    #[arg(value_name = "CLAIM|PATH")]
    pub selectors: Vec<String>,
    /// Change the claim files
    #[arg(long, conflicts_with = "check")]
    pub write: bool,
    /// Change nothing; exit 1 where something would change
    #[arg(long)]
    pub check: bool,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid explain                     list the rules
  ibid explain quote-cuts-word")]
pub struct Explain {
    /// The rule; all are listed where none is given
    #[arg(value_name = "RULE")]
    pub rule: Option<String>,
}
