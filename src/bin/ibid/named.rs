//! The source that a person named, to add to it or to quote it.

use crate::args::Common;
use crate::output;
use ibid::corpus::{Corpus, Selector, is_at_or_below};
use ibid::error::Error;
use ibid::finding::{Finding, Level, Rule};
use ibid::parse::Stored;
use ibid::source::Source;
use ibid::tree::WorkTree;

/// The source with this id, or whose folder or file this is.
pub fn source<'c>(
    corpus: &'c Corpus,
    word: &str,
    tree: &WorkTree,
    common: &Common,
) -> Result<&'c Source, Error> {
    if let Some(index) = corpus.source(word) {
        return Ok(&corpus.sources[index]);
    }
    let selectors = output::selectors(&[word.to_owned()], tree, common)?;
    let is_below_sources = |path: &str| path.starts_with("sources/");
    let mut by_path = selectors.iter().filter(|one| one.path.as_deref().is_some_and(is_below_sources));
    let named = by_path.find_map(|one| corpus.named(one).ok());
    match named.map(|named| named.sources).unwrap_or_default()[..] {
        [index] => Ok(&corpus.sources[index]),
        _ => Err(unknown(corpus, word)),
    }
}

/// The numbers of the sources that were named, each once.
pub fn sources(corpus: &Corpus, selectors: &[Selector]) -> Result<Vec<usize>, Error> {
    let mut found = Vec::new();
    for selector in selectors {
        let named = corpus.named(selector)?.sources;
        if named.is_empty() {
            return Err(Error::new(format!("`{}` is no source", selector.word))
                .hint("give a source’s id, which is its folder below sources/"));
        }
        found.extend(named);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

fn unknown(corpus: &Corpus, word: &str) -> Error {
    if let Some(finding) = unread(corpus, word) {
        let why = format!("{}: {}; mend that first", finding.place.path, finding.message);
        return Error::new(format!("there is no source `{word}` that can be read")).hint(why);
    }
    let error = Error::new(format!("there is no source `{word}`"));
    match Stored::new(&corpus.sources).meant(word) {
        Some(meant) => error.hint(meant),
        None if corpus.sources.is_empty() => {
            error.hint("no source is stored yet; `ibid add FILE` stores one")
        }
        None => error.hint("a source’s id is its folder below sources/; `ibid add FILE` stores a new one"),
    }
}

/// Why the folder that a source may lie in cannot be looked into, where it cannot.
fn unread<'c>(corpus: &'c Corpus, word: &str) -> Option<&'c Finding> {
    let path = if word.starts_with("sources") { word.to_owned() } else { format!("sources/{word}") };
    let folder = corpus.unread_folders().find(|folder| is_at_or_below(&path, folder))?;
    corpus.findings.iter().find(|finding| finding.place.path == folder)
}

/// Refuses a source whose record has something wrong in it, and says where. A record without a capture is
/// allowed where one is about to be added.
pub fn refuse_broken(corpus: &Corpus, source: &Source, may_be_bare: bool) -> Result<(), Error> {
    let path = &corpus.records[source.file].path;
    let is_bare = |one: &Finding| {
        may_be_bare
            && one.rule == Rule::RecordInvalid
            && one.subject == "capture"
            && source.captures.is_empty()
    };
    let wrong =
        |one: &&Finding| one.place.path == *path && one.rule.default_level() == Level::Error && !is_bare(one);
    match corpus.findings.iter().filter(wrong).min_by_key(|one| (one.place.line, one.place.column)) {
        None => Ok(()),
        Some(finding) => Err(Error::new(format!(
            "the record of `{}` cannot be relied on: {path}:{}:{}: {}",
            source.id, finding.place.line, finding.place.column, finding.message
        ))
        .hint("mend the record first; `ibid verify` tells more")),
    }
}
