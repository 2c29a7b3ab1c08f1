//! What a person names: claims and sources by their ids, or by paths of files and folders.

use super::Corpus;
use crate::error::Error;
use std::collections::HashSet;

/// What a person names on the command line: a word, and the path that it would be.
#[derive(Clone, Debug)]
pub struct Selector {
    /// The word as it was given.
    pub word: String,
    /// The path relative to the root, where it lies below it.
    pub path: Option<String>,
}

/// A part of the claims.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The numbers of the claims.
    pub claims: HashSet<usize>,
    /// The numbers of the sources that are checked whether or not one of the claims cites them.
    pub sources: HashSet<usize>,
    /// The paths that were named, for findings that belong to no claim.
    pub paths: Vec<String>,
}

/// What a person named in order to read it.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// The numbers of the claims.
    pub claims: Vec<usize>,
    /// The numbers of the sources.
    pub sources: Vec<usize>,
}

impl Corpus {
    /// The claims that `selectors` name: ids of claims, or paths of claim files, sources or folders of
    /// either, relative to the root.
    ///
    /// # Errors
    ///
    /// Where a selector names nothing.
    pub fn select(&self, selectors: &[Selector]) -> Result<Selection, Error> {
        let mut selection = Selection::default();
        for selector in selectors {
            let found: Vec<usize> =
                (0..self.claims.len()).filter(|&claim| self.matches(claim, selector)).collect();
            let is_read = selector.path.as_deref().is_some_and(|path| self.has_path(path));
            if found.is_empty() && !is_read {
                return Err(self.unmatched(selector));
            }
            selection.claims.extend(found);
            selection.paths.extend(selector.path.clone().filter(|_| is_read));
        }
        Ok(selection)
    }

    /// The claims and sources that `selector` names: by id, of either or of both; else by the path of
    /// a claim file, a source's folder or anything in it, or a folder of either.
    ///
    /// # Errors
    ///
    /// Where it names nothing that can be shown.
    pub fn named(&self, selector: &Selector) -> Result<Named, Error> {
        let has_id = |&claim: &usize| self.claims[claim].id.value == selector.word;
        let by_id = Named {
            claims: (0..self.claims.len()).filter(has_id).collect(),
            sources: self.source(&selector.word).into_iter().collect(),
        };
        let is_known = |named: &Named| !named.claims.is_empty() || !named.sources.is_empty();
        if is_known(&by_id) {
            return Ok(by_id);
        }
        let Some(path) = &selector.path else { return Err(self.unnamed(selector)) };
        let is_there = |&claim: &usize| is_at_or_below(&self.claim_files[self.claims[claim].file].path, path);
        let by_path = Named {
            claims: (0..self.claims.len()).filter(is_there).collect(),
            sources: self.sources_at(path),
        };
        match is_known(&by_path) {
            true => Ok(by_path),
            false if self.has_path(path) => {
                Err(Error::new(format!("`{path}` holds no claim or source that can be shown"))
                    .hint(format!("`ibid verify {path}` says why")))
            }
            false => Err(self.unnamed(selector)),
        }
    }

    /// What must be checked to show these: the claims, and for each source every claim that cites it.
    pub fn selection_of(&self, named: &Named) -> Selection {
        let ids: HashSet<&str> =
            named.sources.iter().map(|&source| self.sources[source].id.as_str()).collect();
        let cites = |&claim: &usize| {
            let sources = self.claims[claim].quotes.iter().filter_map(|quote| quote.source.as_ref());
            sources.into_iter().any(|id| ids.contains(id.value.as_str()))
        };
        let citing = (0..self.claims.len()).filter(cites);
        let claims: HashSet<usize> = named.claims.iter().copied().chain(citing).collect();
        // A quote that cannot be checked asks for no source, but its source is still told of.
        let quotes = claims.iter().flat_map(|&claim| &self.claims[claim].quotes);
        let ids = quotes.filter(|quote| quote.is_invalid).filter_map(|quote| quote.source.as_ref());
        let of_invalid = ids.filter_map(|id| self.source(&id.value));
        let sources = named.sources.iter().copied().chain(of_invalid).collect();
        Selection { claims, sources, paths: Vec::new() }
    }

    /// The source whose folder or record this is; else those below it; else the one that it lies in.
    fn sources_at(&self, path: &str) -> Vec<usize> {
        let folder = path.strip_suffix("/source.toml").unwrap_or(path);
        if let Some(source) = folder.strip_prefix("sources/").and_then(|id| self.source(id)) {
            return vec![source];
        }
        let all = 0..self.sources.len();
        let below: Vec<usize> =
            all.clone().filter(|&source| is_at_or_below(&self.sources[source].folder(), path)).collect();
        if !below.is_empty() {
            return below;
        }
        let holding = all.filter(|&source| is_at_or_below(path, &self.sources[source].folder()));
        holding.max_by_key(|&source| self.sources[source].id.len()).into_iter().collect()
    }

    fn matches(&self, claim: usize, selector: &Selector) -> bool {
        let claim = &self.claims[claim];
        if claim.id.value == selector.word {
            return true;
        }
        let Some(path) = &selector.path else { return false };
        let cites = |quote: &crate::claim::Quote| {
            quote.source.as_ref().is_some_and(|id| {
                is_at_or_below(&format!("sources/{}", id.value), path)
                    || format!("sources/{}/source.toml", id.value) == *path
            })
        };
        is_at_or_below(&self.claim_files[claim.file].path, path) || claim.quotes.iter().any(cites)
    }

    fn has_path(&self, path: &str) -> bool {
        let documents = self.claim_files.iter().chain(&self.records).map(|document| &document.path);
        let broken = self.findings.iter().map(|finding| &finding.place.path);
        path.is_empty() || documents.chain(broken).any(|known| is_at_or_below(known, path))
    }
}

/// Whether `path` is `top` or lies below it; everything lies below the root.
pub fn is_at_or_below(path: &str, top: &str) -> bool {
    top.is_empty() || path.strip_prefix(top).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
