//! Which claim file is written into, and what must be known before: shared by what begins claims.

use crate::args::Common;
use crate::output;
use ibid::corpus::{Corpus, is_toml};
use ibid::error::Error;
use ibid::parse::{did_you_mean, listed};
use ibid::source::Source;
use ibid::tree::WorkTree;
use std::collections::BTreeMap;
use std::path::Path;

/// The file that a person named, relative to the root.
pub fn named(file: &Path, tree: &WorkTree, common: &Common) -> Result<String, Error> {
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
pub fn usual(corpus: &Corpus, source: &Source) -> String {
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

/// Refuses a new claim where it cannot be known whether it is there already.
pub fn refuse_unread(corpus: &Corpus, id: &str) -> Result<(), Error> {
    match corpus.unread_claim(id) {
        None => Ok(()),
        Some(unread) => {
            Err(Error::new(format!("it cannot be known whether there is a claim `{id}` already"))
                .hint(format!("{unread}; mend that first, `ibid verify` tells more")))
        }
    }
}

/// Refuses a verdict that is not on the scale.
pub fn refuse_verdict(verdict: &str, corpus: &Corpus) -> Result<(), Error> {
    let scale: Vec<&str> = corpus.config.scale.iter().map(String::as_str).collect();
    if scale.contains(&verdict) {
        return Ok(());
    }
    let error = Error::new(format!("`{verdict}` is no verdict of the scale in ibid.toml"));
    let meant = did_you_mean(verdict, &scale);
    Err(error.hint(meant.unwrap_or_else(|| format!("the verdicts are {}", listed(&scale)))))
}
