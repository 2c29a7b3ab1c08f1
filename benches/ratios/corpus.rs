//! Repositories in a temporary folder, made to a measure, and the list of their files for the bare work.

use crate::seeds::{ENGLISH, FRENCH, Seeds};
use crate::text::{self, Random};
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use tempfile::TempDir;

/// What a repository is to hold.
#[derive(Clone, Copy)]
pub struct Measure {
    pub articles: usize,
    pub bytes_each: usize,
    pub quotes_each: usize,
    pub quotes_per_claim: usize,
    pub quotes_per_file: usize,
    /// Whether one word of each quote is replaced by another.
    pub is_altered: bool,
}

/// A repository that is deleted when it goes out of use.
pub struct Corpus {
    folder: TempDir,
    /// The paths of captures, in the order of the sources.
    captures: Vec<String>,
    tables: Vec<String>,
    pub shape: Shape,
}

/// What a repository holds.
#[derive(Default)]
pub struct Shape {
    pub captures: usize,
    pub capture_bytes: u64,
    pub quotes: usize,
    pub claims: usize,
    pub tables: usize,
    pub table_bytes: u64,
    /// The characters of each quote, ascending.
    pub lengths: Vec<usize>,
}

struct Quote {
    source: String,
    exact: String,
}

/// Captures of at least this size are forced to disk, so that writing them does not disturb what is measured.
const LARGE: usize = 1 << 20;

const CONFIG: &str =
    "format = 1\n\n[verdicts]\nscale = [\"supported\", \"refuted\", \"disputed\", \"unproven\"]\n";

impl Corpus {
    /// Makes a repository; every second article is English, the others French.
    pub fn of(measure: &Measure) -> Self {
        let mut corpus = Self::empty();
        let root = corpus.root().to_owned();
        let made: Vec<(usize, Vec<Quote>)> =
            (0..measure.articles).into_par_iter().map(|number| article(&root, measure, number)).collect();
        let mut quotes = Vec::new();
        for (number, (bytes, cited)) in made.into_iter().enumerate() {
            corpus.know_source(&source_id(number), bytes);
            quotes.extend(cited);
        }
        corpus.write_claims(&quotes, measure);
        corpus
    }

    /// Makes a repository of one French text; its claims come with [`Corpus::cite`].
    pub fn of_text(content: &str) -> Self {
        let mut corpus = Self::empty();
        write_source(corpus.root(), 0, &FRENCH, content);
        corpus.know_source(&source_id(0), content.len());
        corpus
    }

    /// Puts one claim with one quote in place of all claims.
    pub fn cite(&mut self, exact: &str) {
        self.tables.retain(|path| !path.starts_with("claims/"));
        self.shape = Shape {
            captures: self.shape.captures,
            capture_bytes: self.shape.capture_bytes,
            ..Shape::default()
        };
        for path in self.tables.clone() {
            self.count_table(&path);
        }
        let measure = Measure {
            articles: 1,
            bytes_each: 0,
            quotes_each: 1,
            quotes_per_claim: 1,
            quotes_per_file: 1,
            is_altered: false,
        };
        self.write_claims(&[Quote { source: source_id(0), exact: exact.to_owned() }], &measure);
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Every file that the bare work reads: `c` and a capture's path or `t` and a TOML file's, a line each.
    pub fn list(&self) -> String {
        let mut list = String::new();
        for (kind, paths) in [("c", &self.captures), ("t", &self.tables)] {
            for path in paths {
                let _ = writeln!(list, "{kind} {}", self.root().join(path).display());
            }
        }
        list
    }

    /// Every folder that holds one of them, `f` and its path, a line each.
    pub fn folders(&self) -> String {
        let files = self.captures.iter().chain(&self.tables);
        let folders: BTreeSet<&str> =
            files.map(|path| path.rsplit_once('/').map_or(".", |(folder, _)| folder)).collect();
        folders.iter().fold(String::new(), |mut list, folder| {
            let _ = writeln!(list, "f {}", self.root().join(folder).display());
            list
        })
    }

    fn empty() -> Self {
        let folder = tempfile::Builder::new().prefix("ibid-bench-").tempdir().expect("a temporary folder");
        let mut corpus = Self { folder, captures: Vec::new(), tables: Vec::new(), shape: Shape::default() };
        fs::create_dir(corpus.root().join("claims")).expect("a folder for claims");
        corpus.write_table("ibid.toml", CONFIG);
        corpus
    }

    fn know_source(&mut self, id: &str, bytes: usize) {
        self.captures.push(format!("sources/{id}/{CAPTURE}"));
        self.shape.captures += 1;
        self.shape.capture_bytes += bytes as u64;
        let record = format!("sources/{id}/source.toml");
        self.count_table(&record);
        self.tables.push(record);
    }

    fn write_table(&mut self, path: &str, content: &str) {
        fs::write(self.root().join(path), content).expect("room for a TOML file");
        self.count_table(path);
        self.tables.push(path.to_owned());
    }

    fn count_table(&mut self, path: &str) {
        self.shape.tables += 1;
        self.shape.table_bytes += fs::metadata(self.root().join(path)).expect("a file just written").len();
    }

    fn write_claims(&mut self, quotes: &[Quote], measure: &Measure) {
        let mut number = 0;
        for (file, quotes) in quotes.chunks(measure.quotes_per_file).enumerate() {
            let mut content = String::new();
            for quotes in quotes.chunks(measure.quotes_per_claim) {
                number += 1;
                push_claim(number, quotes, &mut content);
            }
            self.write_table(&format!("claims/topic-{file:04}.toml"), &content);
        }
        self.shape.claims = number;
        self.shape.quotes = quotes.len();
        self.shape.lengths = quotes.iter().map(|quote| quote.exact.chars().count()).collect();
        self.shape.lengths.sort_unstable();
    }
}

/// The name of each capture.
pub const CAPTURE: &str = "2025-12-08.txt";

fn source_id(number: usize) -> String {
    format!("article-{number:05}")
}

/// Writes one article with its record; returns its size and the quotes of it.
fn article(root: &Path, measure: &Measure, number: usize) -> (usize, Vec<Quote>) {
    let seeds = if number.is_multiple_of(2) { &FRENCH } else { &ENGLISH };
    let mut random = Random::new(0x1B1D + number as u64);
    // A sentence has more than 50 bytes, so no two articles share a serial number.
    let serial = 1000 + number * (measure.bytes_each / 50 + 10);
    let content = text::text(seeds, &mut random, serial, measure.bytes_each);
    write_source(root, number, seeds, &content);
    let spans = text::spans(&content, &mut random, measure.quotes_each);
    let exact = |span: &str| {
        if measure.is_altered { text::altered(span, seeds, &mut random) } else { span.to_owned() }
    };
    let exacts: Vec<String> = spans.into_iter().map(exact).collect();
    let quotes = exacts.into_iter().map(|exact| Quote { source: source_id(number), exact });
    (content.len(), quotes.collect())
}

fn write_source(root: &Path, number: usize, seeds: &Seeds, content: &str) {
    let folder = root.join("sources").join(source_id(number));
    fs::create_dir_all(&folder).expect("a folder for a source");
    let mut file = File::create_new(folder.join(CAPTURE)).expect("a file for a capture");
    file.write_all(content.as_bytes()).expect("room for a capture");
    if content.len() >= LARGE {
        file.sync_all().expect("a capture on disk");
    }
    let record = record(number, seeds, content);
    fs::write(folder.join("source.toml"), record).expect("room for a record");
}

fn record(number: usize, seeds: &Seeds, content: &str) -> String {
    format!(
        "title     = \"Article {number}\"\n\
         publisher = \"The Measured Gazette\"\n\
         url       = \"https://example.org/articles/{number}\"\n\
         published = \"2025-12\"\n\
         language  = \"{}\"\n\n{}",
        seeds.language,
        capture_entry(CAPTURE, "2025-12-08T10:00:00Z", content)
    )
}

/// What a record says of a capture.
pub fn capture_entry(file: &str, captured: &str, content: &str) -> String {
    let mut digest = String::new();
    for byte in Sha256::digest(content.as_bytes()) {
        let _ = write!(digest, "{byte:02x}");
    }
    format!(
        "[[capture]]\n\
         file       = \"{file}\"\n\
         sha256     = \"{digest}\"\n\
         captured   = {captured}\n\
         media-type = \"text/plain\"\n"
    )
}

fn push_claim(number: usize, quotes: &[Quote], out: &mut String) {
    let _ = write!(
        out,
        "[[claim]]\n\
         id      = \"claim-{number}\"\n\
         text    = \"What the sources say in the matter that is numbered {number}.\"\n\
         verdict = \"supported\"\n\n"
    );
    for quote in quotes {
        // As people paste it: only what TOML needs is escaped.
        let exact = quote.exact.replace('\\', "\\\\").replace('"', "\\\"");
        let _ = write!(out, "[[claim.quote]]\nsource = \"{}\"\nexact  = \"{exact}\"\n\n", quote.source);
    }
}
