//! Where a quote is written: a claim that is there, or a new one, in which file.

use crate::args::{Cite, Common};
use crate::output;
use ibid::claim::{Claim, Stance};
use ibid::corpus::{Corpus, is_toml};
use ibid::edit::{self, Edited, Pair};
use ibid::error::Error;
use ibid::finding::{Finding, Rule};
use ibid::parse::{grammar, listed, nearest_word};
use ibid::source::Source;
use ibid::tree::WorkTree;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Where a quote is written.
pub struct Target<'c> {
    /// The claim's id.
    pub id: String,
    /// The claim's file, relative to the root.
    pub path: String,
    /// What the file holds; `None` where there is none yet.
    pub before: Option<&'c str>,
    /// The claim with its number in the file; `None` where it is new.
    pub claim: Option<(usize, &'c Claim)>,
    /// The keys of a new claim.
    pub pairs: Vec<Pair>,
    /// Whether the claim is none of the person's: a quote is tried in it that is only printed.
    pub is_tried: bool,
}

pub fn target<'c>(
    args: &Cite,
    corpus: &'c Corpus,
    source: &Source,
    tree: &WorkTree,
    common: &Common,
) -> Result<Target<'c>, Error> {
    let Some(id) = args.claim.as_deref() else { return Ok(tried(corpus)) };
    let mut known = corpus.claims.iter().filter(|claim| claim.id.value == id);
    match (known.next(), known.next()) {
        (None, _) => new(args, id, corpus, source, tree, common),
        (Some(claim), None) => existing(args, claim, corpus, tree, common),
        (Some(_), Some(_)) => Err(Error::new(format!("several claims have the id `{id}`"))
            .hint("give each an id of its own first; `ibid verify` says where they are")),
    }
}

fn existing<'c>(
    args: &Cite,
    claim: &'c Claim,
    corpus: &'c Corpus,
    tree: &WorkTree,
    common: &Common,
) -> Result<Target<'c>, Error> {
    let id = &claim.id.value;
    let document = &corpus.claim_files[claim.file];
    let place = format!("{}:{}", document.path, claim.line);
    if args.text.is_some() || args.verdict.is_some() {
        return Err(Error::new(format!("there is a claim `{id}` already, at {place}")).hint(
            "leave out --text and --verdict to add the quote to it, or give the new claim another id",
        ));
    }
    if let Some(file) = &args.file
        && claim_file(file, tree, common)? != document.path
    {
        return Err(Error::new(format!("the claim `{id}` is at {place}, not in `{}`", file.display()))
            .hint("leave out --file to add the quote to it there"));
    }
    refuse_links(tree.root(), &document.path)?;
    Ok(Target {
        id: id.clone(),
        path: document.path.clone(),
        before: Some(&document.content),
        claim: Some((corpus.number_in_file(claim), claim)),
        pairs: Vec::new(),
        is_tried: false,
    })
}

fn new<'c>(
    args: &Cite,
    id: &str,
    corpus: &'c Corpus,
    source: &Source,
    tree: &WorkTree,
    common: &Common,
) -> Result<Target<'c>, Error> {
    if !grammar::is_claim_id(id) {
        return Err(Error::new(format!("`{id}` cannot be a claim’s id"))
            .hint("use small letters a to z, digits and hyphens, beginning with a letter or digit"));
    }
    let is_unread = |one: &&Finding| {
        matches!(one.rule, Rule::TomlInvalid | Rule::PathOutside) && one.place.path.starts_with("claims")
    };
    if let Some(unread) = corpus.findings.iter().filter(is_unread).min_by_key(|one| &one.place.path) {
        return Err(Error::new(format!(
            "`{}` cannot be read, so it cannot be known whether it has the claim `{id}`: {}",
            unread.place.path, unread.message
        ))
        .hint("mend that file first; `ibid verify` tells more"));
    }
    let Some(text) = args.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) else {
        return Err(unknown(id, corpus));
    };
    let mut pairs = vec![Pair::text("id", id), Pair::text("text", text)];
    if let Some(verdict) = &args.verdict {
        check_verdict(verdict, corpus)?;
        pairs.push(Pair::text("verdict", verdict));
    }
    let path = match &args.file {
        Some(file) => claim_file(file, tree, common)?,
        None => usual_file(corpus, source),
    };
    refuse_links(tree.root(), &path)?;
    let document = corpus.claim_files.iter().find(|document| document.path == path);
    Ok(Target {
        id: id.to_owned(),
        path,
        before: document.map(|document| document.content.as_str()),
        claim: None,
        pairs,
        is_tried: false,
    })
}

/// A claim in which a quote is tried that is only printed.
fn tried(corpus: &Corpus) -> Target<'_> {
    // One of so many names is free.
    let free = |name: &dyn Fn(usize) -> String, is_free: &dyn Fn(&str) -> bool| {
        (0..=corpus.claims.len() + corpus.claim_files.len()).map(name).find(|name| is_free(name))
    };
    let is_free_id = |id: &str| corpus.claims.iter().all(|claim| claim.id.value != id);
    let is_free_path = |path: &str| corpus.claim_files.iter().all(|document| document.path != path);
    let id = free(&|number| format!("tried-{number}"), &is_free_id).unwrap_or_default();
    let path = free(&|number| format!("claims/tried-{number}.toml"), &is_free_path).unwrap_or_default();
    let pairs = vec![Pair::text("id", &id), Pair::text("text", "T")];
    Target { id, path, before: None, claim: None, pairs, is_tried: true }
}

fn unknown(id: &str, corpus: &Corpus) -> Error {
    let known: Vec<&str> = corpus.claims.iter().map(|claim| claim.id.value.as_str()).collect();
    let begin = "to begin it, say what it asserts: --text \"…\"";
    let error = Error::new(format!("there is no claim `{id}`"));
    match nearest_word(id, &known) {
        Some(meant) => error.hint(format!("did you mean `{meant}`? {begin}")),
        None => error.hint(begin),
    }
}

fn check_verdict(verdict: &str, corpus: &Corpus) -> Result<(), Error> {
    let scale: Vec<&str> = corpus.config.scale.iter().map(String::as_str).collect();
    if scale.contains(&verdict) {
        return Ok(());
    }
    let error = Error::new(format!("`{verdict}` is no verdict of the scale in ibid.toml"));
    Err(match nearest_word(verdict, &scale) {
        Some(meant) => error.hint(format!("did you mean `{meant}`?")),
        None => error.hint(format!("the verdicts are {}", listed(&scale))),
    })
}

/// The file that a person named, relative to the root.
fn claim_file(file: &Path, tree: &WorkTree, common: &Common) -> Result<String, Error> {
    let shown = file.display();
    let here = output::working_folder(common)?;
    let here = here.canonicalize().unwrap_or(here);
    let path = tree.relative(&here, file);
    let path = path.filter(|path| path.starts_with("claims/") && is_toml(path));
    path.ok_or_else(|| {
        Error::new(format!("`{shown}` cannot hold claims"))
            .hint("name a file below claims/ that ends in .toml, as in --file claims/kabul.toml")
    })
}

/// Where a new claim goes: to most of the claims that cite the source, else into a file named as it.
fn usual_file(corpus: &Corpus, source: &Source) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for claim in &corpus.claims {
        let cites =
            claim.quotes.iter().filter_map(|quote| quote.source.as_ref()).any(|id| id.value == source.id);
        if cites {
            *counts.entry(&corpus.claim_files[claim.file].path).or_default() += 1;
        }
    }
    // Of several with as many the first by name.
    let most = counts.iter().rev().max_by_key(|(_, count)| **count);
    most.map_or_else(|| format!("claims/{}.toml", source.id), |(path, _)| (*path).to_owned())
}

/// Refuses to write through links: what is written stays in the repository.
fn refuse_links(root: &Path, path: &str) -> Result<(), Error> {
    let mut at = root.to_path_buf();
    for part in path.split('/') {
        at.push(part);
        if fs::symlink_metadata(&at).is_ok_and(|data| data.is_symlink()) {
            return Err(Error::new(format!(
                "`{path}` leads through a link; ibid writes only into the repository itself"
            ))
            .hint("put the file itself in place of the link"));
        }
    }
    Ok(())
}

impl Target<'_> {
    /// The file with the quote in it.
    pub fn with(&self, quote: &[Pair]) -> Result<Edited, Error> {
        let before = self.before.unwrap_or_default();
        match self.claim {
            Some((number, _)) => edit::append_quote(before, number, quote),
            None => edit::append_claim(before, &self.pairs, quote),
        }
    }

    /// The lines that would be written, in our own layout.
    pub fn printed(&self, quote: &[Pair]) -> String {
        let is_claim = self.claim.is_none() && !self.is_tried;
        if is_claim { edit::claim_lines(&self.pairs, quote) } else { edit::quote_lines(quote) }
    }

    /// The line of a quote of these words in this passage that the claim has already, of the same capture.
    pub fn has_quote(
        &self,
        source: &Source,
        segments: &[&str],
        within: Option<&str>,
        pin: Option<&str>,
    ) -> Option<usize> {
        let (_, claim) = self.claim?;
        let is_same = |quote: &&ibid::claim::Quote| {
            quote.source.as_ref().is_some_and(|id| id.value == source.id)
                && quote.segments() == segments
                && (within.is_none() || quote.within() == within)
                && quote.capture.as_ref().map(|pin| pin.value.as_str()) == pin
        };
        claim.quotes.iter().find(is_same).map(|quote| quote.line)
    }
}

impl From<crate::args::StanceName> for Stance {
    fn from(name: crate::args::StanceName) -> Self {
        use crate::args::StanceName as Name;
        match name {
            Name::Supports => Self::Supports,
            Name::Refutes => Self::Refutes,
            Name::Context => Self::Context,
        }
    }
}
