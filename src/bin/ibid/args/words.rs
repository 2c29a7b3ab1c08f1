//! Arguments of what looks for words and quotes them.

use crate::complete;
use clap::{Args as ClapArgs, ValueEnum};
use clap_complete::engine::ArgValueCompleter;
use std::path::PathBuf;

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid find \"une erreur\"
  ibid find \"environ 2500 soldats\" --source some-article
  ibid find \"une erreur\" --toml           quotes to paste into a claim
  ibid find \"une erreur\" --format json
  ibid find \"les soldats […] sont partis\"

Identical places come first, then the same words in other characters, then those
inside longer words, then near ones, the nearest first. Words between ⟦ and ⟧
are those that were found.

Exit status: 0 found, 1 nothing found, 2 could not run.")]
pub struct Find {
    /// The words
    #[arg(value_name = "WORDS")]
    pub words: String,
    /// Look in this source only; may be given several times
    #[arg(long, value_name = "SOURCE", add = ArgValueCompleter::new(complete::sources))]
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
  ibid cite some-article \"ils sont […] partis\" --claim left --text \"They left\"
  ibid cite some-article \"les soldats\" --claim soldiers-left --at 12:5
  ibid cite some-article \"une erreur\" --print

The words may be typed with plain apostrophes, quotation marks and spaces; what
is written is what the source has. Words are left out with […], which becomes a
list. Where the words do not stand, nothing is written and you are shown what
the source has instead.

Exit status: 0 written, or there already; 1 the words do not stand; 2 could not
run.")]
pub struct Cite {
    /// The source, by id or by its folder
    #[arg(value_name = "SOURCE", add = ArgValueCompleter::new(complete::sources))]
    pub source: String,
    /// The words
    #[arg(value_name = "WORDS")]
    pub words: String,
    /// The claim; a new one where --text is given
    #[arg(long, value_name = "ID", required_unless_present = "print", add = ArgValueCompleter::new(complete::claims))]
    pub claim: Option<String>,
    /// What a new claim asserts, in your own words
    #[arg(long, requires = "claim")]
    pub text: Option<String>,
    /// A new claim’s verdict
    #[arg(long, requires = "text", add = ArgValueCompleter::new(complete::verdicts))]
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
    #[arg(long, value_name = "ID", add = ArgValueCompleter::new(complete::captures))]
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
