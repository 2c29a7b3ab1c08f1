//! `ibid add --to`: one capture more of a source that is stored.

use crate::add::{captured, check_text, ending, media_type, read, refuse_known, refuse_links};
use crate::args::{Add, Common};
use crate::{PASSED, named, output};
use ibid::corpus::Corpus;
use ibid::digest::Digest;
use ibid::edit::{Pair, append_capture};
use ibid::error::Error;
use ibid::parse::{self, Document, grammar};
use ibid::quoting::counted;
use ibid::source::{Capture, Source, is_text_media_type};
use ibid::store;
use std::fs;
use std::path::Path;

pub fn run(args: &Add, word: &str, common: &Common) -> Result<u8, Error> {
    let tree = output::repository(common)?;
    let bytes = read(args, common)?;
    check_text(&args.file.display().to_string(), &bytes)?;
    let taken = captured(args.captured.as_deref())?;
    let corpus = Corpus::load(&tree);
    let source = named::source(&corpus, word, &tree, common)?;
    named::refuse_broken(&corpus, source, true)?;
    let digest = Digest::of(&bytes);
    if let Some(newest) = source.captures.last().filter(|newest| has_digest(newest, digest)) {
        output::print(&unchanged(source, newest))?;
        return Ok(PASSED);
    }
    refuse_known(corpus.sources.iter().filter(|other| other.id != source.id), digest)?;
    refuse_earlier(source, &taken.written)?;
    refuse_links(tree.root(), &source.id)?;
    let folder = tree.root().join(source.folder());
    let media_type = media_type_of(args, source);
    let name = free_name(source, &folder, &taken.day, ending(media_type));
    let document = &corpus.records[source.file];
    let record = record(document, source, &pairs(args, &name, digest, &taken.written, media_type))?;
    store::create_and_replace(
        (&folder.join(&name), &bytes),
        (&folder.join("source.toml"), document.content.as_bytes(), record.as_bytes()),
    )?;
    output::print(&told(source, &name, bytes.len(), digest))?;
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

/// From the file’s name; text from standard input is what the newest capture is.
fn media_type_of(args: &Add, source: &Source) -> &'static str {
    let newest = source.captures.last().map(|newest| newest.media_type.as_str());
    let is_like_newest = args.file == Path::new("-") && newest.is_some_and(is_text_media_type);
    let is_markdown = |media_type: &str| media_type.starts_with("text/markdown");
    if is_like_newest && newest.is_some_and(is_markdown) { "text/markdown" } else { media_type(&args.file) }
}

/// The day, with a number where there is a capture or a file of that name.
fn free_name(source: &Source, folder: &Path, day: &str, ending: &str) -> String {
    let is_taken = |stem: &str| {
        source.captures.iter().any(|capture| capture.id.eq_ignore_ascii_case(stem))
            || fs::symlink_metadata(folder.join(format!("{stem}.{ending}"))).is_ok()
    };
    let numbered = (2..).map(|number| format!("{day}-{number}"));
    let free = std::iter::once(day.to_owned()).chain(numbered).find(|stem| !is_taken(stem));
    format!("{}.{ending}", free.unwrap_or_default())
}

fn pairs(args: &Add, name: &str, digest: Digest, taken: &str, media_type: &str) -> Vec<Pair> {
    let mut pairs = vec![
        Pair::text("file", name),
        Pair::text("sha256", &digest.to_string()),
        Pair::raw("captured", taken),
        Pair::text("media-type", media_type),
    ];
    pairs.extend(args.note.as_ref().map(|note| Pair::text("note", note)));
    pairs
}

/// The record with the capture in it, read again as `ibid verify` will.
fn record(document: &Document, source: &Source, pairs: &[Pair]) -> Result<String, Error> {
    let edited = append_capture(&document.content, pairs)
        .map_err(|error| Error::new(format!("{}: {}", document.path, error.message)).hint(error.hint))?;
    let after = Document { path: document.path.clone(), content: edited.content };
    let (_, findings) = parse::record(&after, &source.id, source.file);
    match findings.first() {
        None => Ok(after.content),
        Some(finding) => Err(Error::new(format!(
            "this is an error in ibid: the record would not be right ({}); nothing was stored",
            finding.message
        ))),
    }
}

fn told(source: &Source, name: &str, size: usize, digest: Digest) -> String {
    let id = &source.id;
    let again = source.captures.iter().rev().find(|capture| has_digest(capture, digest));
    let again = again.map_or_else(String::new, |earlier| {
        format!(
            "The article was changed back: these are the bytes of the earlier capture `{}`.\n",
            earlier.id
        )
    });
    format!(
        "Stored `{}`, now the newest capture of `{id}`: sources/{id}/{name} ({}, SHA-256 {digest}).\n{again}\nWhat next:\n  ibid verify sources/{id}   which quotes still stand\n  ibid drift {id}            what changed in the article\n",
        parse::stem(name),
        counted(size, "byte"),
    )
}
