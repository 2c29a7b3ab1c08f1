//! Arguments of what fetches pages.

use super::{Destination, DocumentFormat};
use crate::complete;
use clap::Args as ClapArgs;
use clap_complete::engine::ArgValueCompleter;
use std::path::PathBuf;

/// How pages are fetched.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Fetching")]
pub struct Net {
    /// The time in which a page must have come whole
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub timeout: u64,
    /// The most that is taken of a page, in megabytes, packed and unpacked
    #[arg(long, value_name = "MB", default_value_t = 64, value_parser = clap::value_parser!(u64).range(1..=2048))]
    pub max_size: u64,
    /// Fetch from this machine and from private networks too
    #[arg(long)]
    pub allow_private: bool,
    /// Trust the authorities whose certificates this file holds (PEM), and no others; so does `SSL_CERT_FILE`
    #[arg(long, value_name = "FILE")]
    pub ca_file: Option<PathBuf>,
    /// What ibid calls itself to servers; ibid/VERSION where it is not given
    #[arg(long, value_name = "TEXT")]
    pub user_agent: Option<String>,
}

/// How many pages are fetched at once.
const AT_ONCE: u64 = 4;

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid refresh                             every source with a web address
  ibid refresh some-article sources/afp/   these alone
  ibid refresh --check                     store nothing; 1 where claims drift
  ibid refresh --check --format markdown -o drift.md
                                           the same, to post
  ibid refresh --accept some-article       store a page of which little is left

Each page is fetched again, one request at a time for a host. Where its text
changed, it is stored as a further capture, as with `ibid add --to`, and you are
told what that does to each claim. Other markup around the same text is no new
capture. The text is taken as it was for the newest capture.

A page that is gone (404, 410) is told apart from one that did not come this
time; its record gets url-status = \"dead\". Sources whose url-status is dead,
unfit or usurped are left out unless you name them. Where almost nothing of the
text is left, as when an article leads to the front page, nothing is stored
until you say --accept.

Pages are fetched from public addresses alone; through a proxy (http, socks5h …)
where ALL_PROXY, HTTPS_PROXY or HTTP_PROXY names one and NO_PROXY does not
except the host. ibid sends no cookies, and does not read robots.txt: whether a
site may be asked so is for you to decide.

Exit status: 0 all pages answered and no claim drifted, 1 a claim drifted (with
--check: would drift, or a page is newly gone), 2 could not run, or some page
did not come this time.")]
pub struct Refresh {
    /// Sources, by id or by folder; all where none is given
    #[arg(value_name = "SOURCE", add = ArgValueCompleter::new(complete::sources))]
    pub sources: Vec<String>,
    /// Store nothing, only tell what would change
    #[arg(long)]
    pub check: bool,
    /// Store pages of which little is as it was; name the sources
    #[arg(long, requires = "sources")]
    pub accept: bool,
    /// Ask for whole pages, even where a server would say that nothing changed
    #[arg(long)]
    pub whole: bool,
    /// How long to wait between two requests to one host
    #[arg(long, value_name = "SECONDS", default_value_t = 1.0, value_parser = seconds)]
    pub delay: f64,
    /// How many hosts are asked at once
    #[arg(long, value_name = "COUNT", default_value_t = AT_ONCE, value_parser = clap::value_parser!(u64).range(1..=64))]
    pub jobs: u64,
    /// How to write what became of them; where it is not given, as the ending of FILE tells, else for people. For
    /// programs it is ibid.refresh/1
    #[arg(long, value_enum)]
    pub format: Option<DocumentFormat>,
    #[command(flatten)]
    pub output: Destination,
    #[command(flatten)]
    pub net: Net,
}

fn seconds(word: &str) -> Result<f64, String> {
    let seconds = word.parse::<f64>().ok().filter(|seconds| (0.0..=3600.0).contains(seconds));
    seconds.ok_or_else(|| "give seconds, as in 0.5 or 10".into())
}
