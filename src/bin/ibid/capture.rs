//! `ibid add --to`: one capture more of a source that is stored.

use crate::add::{captured, refuse_known, refuse_links, visible_lines};
use crate::args::{Add, Common};
use crate::document::{Document, text_name};
use crate::{PASSED, named, output, restricted};
use ibid::corpus::Corpus;
use ibid::digest::Digest;
use ibid::edit::{Pair, append_capture};
use ibid::error::Error;
use ibid::media::MediaType;
use ibid::parse::{self, Document as Record, grammar};
use ibid::source::{Capture, Source};
use ibid::store;
use std::fs;
use std::path::{Path, PathBuf};

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
    refuse_open(args, source)?;
    refuse_links(tree.root(), &source.id)?;
    let folder = tree.root().join(source.folder());
    let vault = if source.is_restricted() { restricted::in_vault(&tree, &source.id)? } else { None };
    let kept = vault.as_ref().unwrap_or(&folder);
    let stem = free_stem(source, &[&folder, kept], &taken.day, document.ending);
    let known = &corpus.records[source.file];
    let record = record(known, source, &pairs(args, &document, &stem, &taken.written))?;
    let path = kept.join(document.name(&stem));
    let text = document.text(&stem).map(|(name, bytes)| (kept.join(name), bytes));
    let is_beside = source.is_restricted() && vault.is_none();
    let ignore = if is_beside { restricted::ignore_beside(&tree, &source.id)? } else { None };
    let ignored = restricted::ignored();
    // First of all, so that git takes no byte even in between.
    let mut files: Vec<(&Path, &[u8])> =
        ignore.iter().map(|path| (path.as_path(), ignored.as_bytes())).collect();
    files.push((path.as_path(), &document.bytes[..]));
    files.extend(text.as_ref().map(|(path, bytes)| (path.as_path(), *bytes)));
    store::create_and_replace(
        &files,
        (&folder.join("source.toml"), known.content.as_bytes(), record.as_bytes()),
    )?;
    let place = vault.as_ref().map_or_else(|| source.folder(), |vault| vault.display().to_string());
    output::print(&told(source, &document, &stem, &place))?;
    if source.is_restricted() {
        output::print(&format!("\n{}", restricted::told(&source.id, vault.is_some())))?;
        restricted::warn_of_original(args, common)?;
    }
    Ok(PASSED)
}

/// A source is restricted as a whole, which its record says.
fn refuse_open(args: &Add, source: &Source) -> Result<(), Error> {
    if !args.restricted || source.is_restricted() {
        return Ok(());
    }
    Err(Error::new(format!("the source `{}` is open, so its captures are; nothing was stored", source.id))
        .hint(format!(
            "store the file as a source of its own, without --to; or write `access = \"restricted\"` above the first `[[capture]]` of {}/source.toml",
            source.folder()
        )))
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
fn free_stem(source: &Source, folders: &[&PathBuf], day: &str, ending: &str) -> String {
    let is_file =
        |name: String| folders.iter().any(|folder| fs::symlink_metadata(folder.join(&name)).is_ok());
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

fn told(source: &Source, document: &Document, stem: &str, place: &str) -> String {
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
        visible_lines(&document.told(place, stem)),
    )
}
