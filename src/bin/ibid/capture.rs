//! `ibid add --to`: one capture more of a source that is stored.

use crate::args::{Add, Common};
use crate::document::{Document, text_name};
use crate::restricted::InVault;
use crate::stored::{brought_back, refuse_known, text_taken_otherwise, warn_of_ignored};
use crate::taken::{Taken, taken, warn_of_future};
use crate::{PASSED, links, named, output, restricted};
use ibid::corpus::Corpus;
use ibid::digest::Digest;
use ibid::edit::{Pair, append_capture};
use ibid::error::Error;
use ibid::media::MediaType;
use ibid::parse::{self, Document as Record, grammar};
use ibid::source::{Capture, Source};
use ibid::store;
use ibid::tree::{Base, Place, WorkTree};

/// Stores what a person named as the newest capture of a source.
pub fn run(args: &Add, word: &str, common: &Common) -> Result<u8, Error> {
    let tree = output::repository(common)?;
    let corpus = Corpus::load(&tree);
    let source = named::source(&corpus, word, &tree, common)?;
    let document = Document::read(args, common, newest_type(source))?;
    let taken = taken(args.captured.as_deref())?;
    named::refuse_broken(&corpus, source, true)?;
    if let Some(told) = brought_back(corpus.sources.iter(), &document, &tree, args)? {
        output::print(&told)?;
        return Ok(PASSED);
    }
    let digest = document.digest;
    if let Some(newest) = source.captures.last().filter(|newest| has_digest(newest, digest)) {
        if let Some(error) = text_taken_otherwise(source, newest, &document, args) {
            return Err(error);
        }
        output::print(&unchanged(source, newest))?;
        return Ok(PASSED);
    }
    refuse_open(args, source)?;
    let said = Said { note: args.note.as_deref(), archive: args.archive.as_deref(), asked: Some(args) };
    let further = Further::new(&corpus, source, &tree, (&document, &said), &taken)?;
    let place = further.store(&tree, source)?;
    let mut told = told(source, &document, &further.stem, &place.shown);
    if source.is_restricted() {
        told = format!("{told}\n{}", restricted::told(&source.id, place.is_vault));
    }
    output::print_done(&told, common)?;
    warn_of_future(&taken, &source.id);
    if source.is_restricted() {
        restricted::warn_of_original(args, common)?;
    } else {
        warn_of_ignored(&tree, &further.files[0].0);
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

/// What a person says of a capture.
#[derive(Default)]
pub struct Said<'a> {
    pub note: Option<&'a str>,
    pub archive: Option<&'a str>,
    /// All that they ask for, where they add it themselves.
    pub asked: Option<&'a Add>,
}

/// Where the bytes of a capture were stored.
pub struct Stored {
    /// The folder, for a person.
    pub shown: String,
    /// Whether it is in the vault.
    pub is_vault: bool,
}

/// A further capture of a source, as it will be stored.
pub struct Further {
    /// Its id.
    pub stem: String,
    /// The new files, by their paths among the sources, wherever they will be kept.
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
        taken: &Taken,
    ) -> Result<Self, Error> {
        // What is fetched from its own address is its own, whatever other addresses show.
        if let Some(asked) = said.asked {
            refuse_known(corpus.sources.iter().filter(|other| other.id != source.id), document, asked)?;
        }
        refuse_earlier(source, &taken.written)?;
        links::refuse_to_source(tree.root(), &source.id)?;
        let folder = source.folder();
        let beside = tree.place(&folder);
        let vault = tree.vault().filter(|_| source.is_restricted());
        let kept = vault.map(|vault| Base::new(vault.folder().to_owned()).place(&source.id));
        let folders: Vec<Place> = [beside].into_iter().chain(kept).collect();
        let stem = free_stem(source, &folders, &taken.day, document);
        let known = &corpus.records[source.file];
        let record = record(known, source, &pairs(said, document, &stem, &taken.written))?;
        let mut files = vec![(format!("{folder}/{}", document.name(&stem)), document.bytes.clone())];
        let text = document.text(&stem);
        files.extend(text.map(|(name, bytes)| (format!("{folder}/{name}"), bytes.to_vec())));
        let record = (format!("{folder}/source.toml"), known.content.clone(), record);
        Ok(Self { stem, files, record })
    }

    /// Writes the files and then the record, all or nothing; those of a restricted source where git never takes
    /// them.
    pub fn store(&self, tree: &WorkTree, source: &Source) -> Result<Stored, Error> {
        let vault = if source.is_restricted() { restricted::in_vault(tree, &source.id)? } else { None };
        let is_beside = source.is_restricted() && vault.is_none();
        let ignore = if is_beside { restricted::ignore_beside(tree, &source.id)? } else { None };
        // First of all, so that git takes no byte even in between.
        let ignored = restricted::ignored();
        let mut files: Vec<(Place, &[u8])> =
            ignore.into_iter().map(|place| (place, ignored.as_bytes())).collect();
        let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let place =
            |path: &String| vault.as_ref().map_or_else(|| tree.place(path), |vault| vault.place(&name(path)));
        files.extend(self.files.iter().map(|(path, bytes)| (place(path), &bytes[..])));
        let (path, before, after) = &self.record;
        let replace = || store::replace(&tree.place(path), before.as_bytes(), after.as_bytes());
        store::create_before(&files, replace)?;
        let shown = vault.as_ref().map_or_else(|| source.folder(), InVault::shown);
        Ok(Stored { shown, is_vault: vault.is_some() })
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

/// The day, with a number where there is a capture or another file of that name. A file with just the bytes that are to be
/// stored is what a run left that was ended before its record was written, and is taken for this one.
fn free_stem(source: &Source, folders: &[Place], day: &str, document: &Document) -> String {
    let is_other = |name: &str, bytes: Option<&[u8]>| {
        let mut places = folders.iter().map(|folder| folder.base.place(format!("{}/{name}", folder.path)));
        places.any(|place| store::is_taken(&place) && !bytes.is_some_and(|bytes| store::holds(&place, bytes)))
    };
    let is_taken = |stem: &str| {
        let text = document.text(stem).map(|(_, bytes)| bytes);
        source.captures.iter().any(|capture| capture.id.eq_ignore_ascii_case(stem))
            || is_other(&document.name(stem), Some(&document.bytes[..]))
            || is_other(&text_name(stem), text)
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
        document.told(place, stem),
    )
}
