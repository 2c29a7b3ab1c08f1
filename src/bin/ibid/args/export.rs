//! Arguments of what hands quotes to other programs.

use super::Destination;
use crate::complete;
use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use clap_complete::engine::ArgValueCompleter;

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid export links                        each quote with a link to its words
  ibid export links some-claim --format markdown      to paste into an article
  ibid export links --format csv -o quotes.csv        for a spreadsheet
  ibid export annotations -o annotations.jsonld       W3C Web Annotations
  ibid export claimreview some-claim       ClaimReview for the claim’s page

Only quotes that stand are exported. What does not stand is left out and
counted, and the exit status is 1, so that no job publishes it unnoticed. Where
nothing stands, no file is written.
`ibid.toml` says who publishes: see [export] in docs/export.md.

Exit status: 0 exported, 1 something does not stand or `ibid verify` fails, 2
could not run.")]
pub struct Export {
    #[command(subcommand)]
    pub what: Exported,
}

#[derive(Debug, Subcommand)]
pub enum Exported {
    /// W3C Web Annotations (JSON-LD): each quote with its words, what surrounds them, their place and the capture
    #[command(after_help = "\
Examples:
  ibid export annotations -o annotations.jsonld
  ibid export annotations claims/pakistan.toml

Each segment of a quote has two targets: the page at the source’s `url`, and the
text that was checked, named by its SHA-256, in which the place is counted in
code points.")]
    Annotations(Chosen),
    /// schema.org `ClaimReview` (JSON-LD): each claim with its verdict and the quotes that it rests on
    #[command(after_help = "\
Examples:
  ibid export claimreview some-claim
  ibid export claimreview -o claimreview.jsonld

A claim whose quotes do not all stand is left out whole. Paste what is printed
between <script type=\"application/ld+json\"> and </script> on the claim’s page.")]
    Claimreview(Chosen),
    /// Links that lead a browser to the words of each quote, `url#:~:text=…`
    #[command(after_help = "\
Examples:
  ibid export links
  ibid export links some-claim --format markdown
  ibid export links --format csv -o quotes.csv
  ibid export links --format csv --bom -o quotes.csv      for Excel on Windows

A browser ignores case and accents when it looks for the words, and shows the
first place: so a link that works proves nothing. `ibid verify` does.")]
    Links(Links),
}

/// What to export, and where to.
#[derive(Debug, ClapArgs)]
pub struct Chosen {
    /// Claims, by id, or by a path below claims/ or sources/; all where none is given
    #[arg(value_name = "CLAIM|PATH", add = ArgValueCompleter::new(complete::claims_and_paths))]
    pub selectors: Vec<String>,
    #[command(flatten)]
    pub output: Destination,
}

#[derive(Debug, ClapArgs)]
pub struct Links {
    #[command(flatten)]
    pub chosen: Chosen,
    /// How to write them; where it is not given, as the ending of FILE tells, else for people
    #[arg(long, value_enum)]
    pub format: Option<LinksFormat>,
    /// Begin the CSV with a byte order mark, without which Excel on Windows garbles accents, Arabic and Chinese
    #[arg(long)]
    pub bom: bool,
}

/// How to write links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LinksFormat {
    /// For people
    Human,
    /// A list in Markdown
    Markdown,
    /// For a spreadsheet
    Csv,
    /// For programs, ibid.links/1
    Json,
}
