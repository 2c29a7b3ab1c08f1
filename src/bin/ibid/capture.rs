//! `ibid add --to`: one capture more of a source that is stored.

use crate::add::{captured, refuse_known, refuse_links};
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
use std::fs;
use std::path::Path;

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
    refuse_known(corpus.sources.iter().filter(|other| other.id != source.id), digest)?;
    refuse_earlier(source, &taken.written)?;
    refuse_links(tree.root(), &source.id)?;
    let folder = tree.root().join(source.folder());
    let stem = free_stem(source, &folder, &taken.day, document.ending);
    let known = &corpus.records[source.file];
    let record = record(known, source, &pairs(args, &document, &stem, &taken.written))?;
    let path = folder.join(document.name(&stem));
    let text = document.text(&stem).map(|(name, bytes)| (folder.join(name), bytes));
    let mut files = vec![(path.as_path(), &document.bytes[..])];
    files.extend(text.as_ref().map(|(path, bytes)| (path.as_path(), *bytes)));
    store::create_and_replace(
        &files,
        (&folder.join("source.toml"), known.content.as_bytes(), record.as_bytes()),
    )?;
    output::print(&told(source, &document, &stem))?;
    Ok(PASSED)
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

fn pairs(args: &Add, document: &Document, stem: &str, taken: &str) -> Vec<Pair> {
    let mut pairs = vec![
        Pair::text("file", &document.name(stem)),
        Pair::text("sha256", &document.digest.to_string()),
        Pair::raw("captured", taken),
        Pair::text("media-type", &document.media_type),
    ];
    pairs.extend(args.note.as_ref().map(|note| Pair::text("note", note)));
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
