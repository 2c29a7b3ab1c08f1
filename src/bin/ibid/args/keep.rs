//! Arguments of what begins a repository and stores sources.

use crate::complete;
use clap::{Args as ClapArgs, ValueHint};
use clap_complete::engine::ArgValueCompleter;
use std::path::PathBuf;

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid init
  ibid init my-dossier
  ibid init archive/2025 --nested          inside another, and apart from it

Overwrites nothing.")]
pub struct Init {
    /// The folder; made where it is not there
    #[arg(default_value = ".", value_name = "DIR")]
    pub folder: PathBuf,
    /// Begin it below another ibid repository, which will know nothing of it
    #[arg(long)]
    pub nested: bool,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid add article.txt --title \"Kaboul\" --publisher \"Le Soir\" --published 2022
  ibid add notes.md --id field-notes/kabul --language en
  ibid add page.html                       a saved web page: its article, title,
                                           date, author
  ibid add https://example.org/article     fetched, with how it came
  ibid add report.pdf                      a PDF: its text, and which words are
                                           on which page
  pbpaste | ibid add - --title \"Communiqué du 3 mars\"
  ibid add --to some-article article.txt   the same article, captured again
  ibid add --restricted leak.txt --title \"…\"
                                           one whose bytes must not be published

With --to, the file becomes the newest capture of a source that is stored; its
earlier captures stay as they are, and quotes are checked against the newest
unless they name another.

Plain text, Markdown, web pages (HTML, XHTML) and PDFs, in any encoding. The
file is kept as it is; where it is not plain text in UTF-8, its text is stored
beside it, and quotes are checked against that. What a page or a PDF says of
itself (title, publisher, author, date, language, address) is written into the
record unless you say otherwise here.

A page is fetched from the public internet alone, redirects followed; through a
proxy (http, socks5h …) where ALL_PROXY, HTTPS_PROXY or HTTP_PROXY names one and
NO_PROXY does not except the host. ibid sends no cookies, and does not read
robots.txt: whether a site may be asked so is for you to decide. An error, a
page that is not whole, or little text that asks for a login, is told and not
stored.

With --restricted the repository keeps the record and its hashes, and the bytes
stay out of it: in the folder that `[vault] folder` in ibid.toml or IBID_VAULT
names, else beside the record, where a .gitignore keeps git from them. Nothing
is written unless all of it can be.")]
pub struct Add {
    /// The file, the address of a page (https://…), or - for standard input
    #[arg(value_name = "FILE|URL", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    /// Add it to this source as its newest capture, which must have been stored before
    #[arg(long, value_name = "SOURCE", add = ArgValueCompleter::new(complete::sources), conflicts_with_all = ["id", "title", "url", "publisher", "author", "published", "language"])]
    pub to: Option<String>,
    /// Keep its bytes out of git: in the vault where there is one, else beside its record and ignored
    #[arg(long)]
    pub restricted: bool,
    /// The source’s id; proposed from the title or the file’s name where it is not given
    #[arg(long)]
    pub id: Option<String>,
    /// Its title; the file’s name where it is not given
    #[arg(long)]
    pub title: Option<String>,
    /// Where it was published; the address that is fetched, where it is not given
    #[arg(long)]
    pub url: Option<String>,
    /// The address of a copy of this page in a web archive
    #[arg(long, value_name = "URL")]
    pub archive: Option<String>,
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
    #[cfg(feature = "http")]
    #[command(flatten)]
    pub net: super::Net,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid extract some-article                the text that its quotes are checked
                                           against
  ibid extract some-article -o text.txt    the same, into a file
  ibid extract some-article --check        would the text be the same if it were
                                           taken now?
  ibid extract --check                     the same for all sources

Nothing that is stored is ever written over: the text that was stored with a
capture stays what quotes are checked against.

Exit status: 0 the same, 1 a text would differ, 2 could not run, or a text could
not be taken again.")]
pub struct Extract {
    /// The source, by id or by its folder; all of them with --check where none is given
    #[arg(value_name = "SOURCE", add = ArgValueCompleter::new(complete::sources), required_unless_present = "check")]
    pub source: Option<String>,
    /// The capture; the newest where it is not given, or all of them with --check
    #[arg(long, value_name = "ID", requires = "source", add = ArgValueCompleter::new(complete::captures))]
    pub capture: Option<String>,
    /// Take the text again from the stored original, and show what would differ
    #[arg(long)]
    pub check: bool,
    /// Where to write the text, as plain text; a file of that name is replaced; - is standard output
    #[arg(short, long, value_name = "FILE", conflicts_with = "check", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}
