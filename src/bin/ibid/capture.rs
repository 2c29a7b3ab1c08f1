//! `ibid add --to`: one capture more of a source that is stored.

use crate::add::{Captured, captured, refuse_known, refuse_links};
use crate::args::{Add, Common};
use crate::document::{Document, text_name};
use crate::{PASSED, named, output};
use ibid::corpus::Corpus;
use ibid::digest::Digest;
use ibid::edit::{Pair, append_capture};
use ibid::error::Error;
use ibid::media::MediaType;
use ibid::parse::{self, Document as Record, grammar};
use ibid::source::{Capture, Source};
use ibid::store;
use ibid::tree::WorkTree;
use std::fs;
use std::path::{Path, PathBuf};

/// Stores what a person named as the newest capture of a source.
pub fn run(args: &Add, word: &str, common: &Common) -> Result<u8, Error> {
    let tree = output::repository(common)?;
    let taken = captured(args.captured.as_deref())?;
    let corpus = Corpus::load(&tree);
    let source = named::source(&corpus, word, &tree, common)?;
    let document = Document::read(args, common, newest_type(source))?;
    named::refuse_broken(&corpus, source, true)?;
    let digest = document.digest;
    if let Some(newest) = source.captures.last().filter(|newest| has_digest(newest, digest)) {
        output::print(&unchanged(source, newest))?;
        return Ok(PASSED);
    }
    let said = Said { note: args.note.as_deref(), archive: args.archive.as_deref() };
    let further = Further::new(&corpus, source, &tree, (&document, &said), &taken)?;
    further.store(&tree)?;
    output::print(&told(source, &document, &further.stem))?;
    Ok(PASSED)
}

/// What a person says of a capture.
#[derive(Default)]
pub struct Said<'a> {
    pub note: Option<&'a str>,
    pub archive: Option<&'a str>,
}

/// A further capture of a source, as it will be stored.
pub struct Further {
    /// Its id.
    pub stem: String,
    /// The new files, by their paths relative to the root.
    pub files: Vec<(String, Vec<u8>)>,
    /// The record's path, what it holds, and what it will hold.
    pub record: (String, String, String),
}

impl Further {
    /// Prepares a capture; refuses one that is stored already or older than what is.
    pub fn new(
        corpus: &Corpus,
        source: &Source,
        tree: &WorkTree,
        (document, said): (&Document, &Said<'_>),
        taken: &Captured,
    ) -> Result<Self, Error> {
        refuse_known(corpus.sources.iter().filter(|other| other.id != source.id), document.digest)?;
        refuse_earlier(source, &taken.written)?;
        refuse_links(tree.root(), &source.id)?;
        let folder = source.folder();
        let stem = free_stem(source, &tree.root().join(&folder), &taken.day, document.ending);
        let known = &corpus.records[source.file];
        let record = record(known, source, &pairs(said, document, &stem, &taken.written))?;
        let mut files = vec![(format!("{folder}/{}", document.name(&stem)), document.bytes.clone())];
        let text = document.text(&stem);
        files.extend(text.map(|(name, bytes)| (format!("{folder}/{name}"), bytes.to_vec())));
        let record = (format!("{folder}/source.toml"), known.content.clone(), record);
        Ok(Self { stem, files, record })
    }

    /// Writes the files and then the record, all or nothing.
    pub fn store(&self, tree: &WorkTree) -> Result<(), Error> {
        let paths: Vec<PathBuf> = self.files.iter().map(|(path, _)| tree.root().join(path)).collect();
        let files = paths.iter().zip(&self.files).map(|(path, (_, bytes))| (path.as_path(), &bytes[..]));
        let (path, before, after) = &self.record;
        store::create_and_replace(
            &files.collect::<Vec<_>>(),
            (&tree.root().join(path), before.as_bytes(), after.as_bytes()),
        )
    }
}

fn has_digest(capture: &Capture, digest: Digest) -> bool {
    capture.sha256.as_ref().is_some_and(|known| known.value == digest)
}

fn unchanged(source: &Source, newest: &Capture) -> String {
    let since = newest.captured.as_deref().unwrap_or(&newest.id);
    format!(
        "Nothing changed since {since}: these are the bytes of `{}`, the newest capture of `{}`. Nothing was added.\n",
        newest.id, source.id
    )
}

/// Captures go oldest first, and the newest is what quotes are checked against.
fn refuse_earlier(source: &Source, taken: &str) -> Result<(), Error> {
    let is_later = |capture: &&Capture| {
        capture.captured.as_deref().is_some_and(|other| grammar::is_earlier(taken, other))
    };
    let Some(later) = source.captures.iter().rev().find(is_later) else { return Ok(()) };
    let other = later.captured.as_deref().unwrap_or_default();
    Err(Error::new(format!(
        "this copy was taken on {taken}, but `{}` has one of {other} already, the capture `{}`; nothing was stored",
        source.id, later.id
    ))
    .hint("captures go oldest first and quotes are checked against the newest: give --captured the right time, or store an older copy as a source of its own, without --to"))
}

/// Text from standard input is what the newest capture is.
fn newest_type(source: &Source) -> Option<MediaType> {
    source.captures.last().and_then(|newest| MediaType::of_name(&newest.media_type))
}

/// The day, with a number where there is a capture or a file of that name.
fn free_stem(source: &Source, folder: &Path, day: &str, ending: &str) -> String {
    let is_file = |name: String| fs::symlink_metadata(folder.join(name)).is_ok();
    let is_taken = |stem: &str| {
        source.captures.iter().any(|capture| capture.id.eq_ignore_ascii_case(stem))
            || is_file(format!("{stem}.{ending}"))
            || is_file(text_name(stem))
    };
    let numbered = (2..).map(|number| format!("{day}-{number}"));
    let free = std::iter::once(day.to_owned()).chain(numbered).find(|stem| !is_taken(stem));
    free.unwrap_or_default()
}

fn pairs(said: &Said<'_>, document: &Document, stem: &str, taken: &str) -> Vec<Pair> {
    let mut pairs = vec![
        Pair::text("file", &document.name(stem)),
        Pair::text("sha256", &document.digest.to_string()),
        Pair::raw("captured", taken),
        Pair::text("media-type", &document.media_type),
    ];
    pairs.extend(said.note.map(|note| Pair::text("note", note)));
    pairs.extend(document.fetched().map(|fetched| Pair::raw("fetched", fetched)));
    pairs.extend(said.archive.map(|archive| Pair::text("archive", archive)));
    pairs.extend(document.pinned(stem).map(|text| Pair::raw("text", text)));
    pairs
}

/// The record with the capture in it, read again as `ibid verify` will.
fn record(document: &Record, source: &Source, pairs: &[Pair]) -> Result<String, Error> {
    let edited = append_capture(&document.content, pairs)
        .map_err(|error| Error::new(format!("{}: {}", document.path, error.message)).hint(error.hint))?;
    let after = Record { path: document.path.clone(), content: edited.content };
    let (_, findings) = parse::record(&after, &source.id, source.file);
    match findings.first() {
        None => Ok(after.content),
        Some(finding) => Err(Error::new(format!(
            "this is an error in ibid: the record would not be right ({}); nothing was stored",
            finding.message
        ))),
    }
}

fn told(source: &Source, document: &Document, stem: &str) -> String {
    let digest = document.digest;
    let id = &source.id;
    let again = source.captures.iter().rev().find(|capture| has_digest(capture, digest));
    let again = again.map_or_else(String::new, |earlier| {
        format!(
            "The article was changed back: these are the bytes of the earlier capture `{}`.\n",
            earlier.id
        )
    });
    format!(
        "Stored `{stem}`, now the newest capture of `{id}`: {}{again}\nWhat next:\n  ibid verify sources/{id}   which quotes still stand\n  ibid drift {id}            what changed in the article\n",
        document.told(&format!("sources/{id}"), stem),
    )
}
