//! How far a change reaches: which claim files and sources must be read and verified again on both
//! sides so that the comparison says what a comparison of everything would.
//!
//! What is the same on both sides and touched by nothing stands or fails as it did. A claim file is
//! reached when its bytes changed, or when it names a source that changed, a source that a changed file
//! began or ceased to cite, or the id of a claim that came or went. A source is reached when something
//! in its folder changed, or when a reached claim cites it.

use crate::claim::Claim;
use crate::corpus::Corpus;
use crate::finding::Rule;
use crate::parse::grammar;
use crate::report::Report;
use crate::tree::{Entry, EntryKind, ReadError, Tree};
use crate::verify::{Options, verify};
use memchr::memmem;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashSet};

/// What is the same on both sides and was not read again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Untouched {
    /// Claim files.
    pub claim_files: usize,
    /// Sources.
    pub sources: usize,
}

/// The part of a repository that a change reaches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Paths of claim files.
    claim_files: HashSet<String>,
    /// Folders below `sources/`.
    folders: BTreeSet<String>,
    /// How much it leaves out.
    pub untouched: Untouched,
}

impl Reach {
    /// How far the change of these paths reaches; `None` where it reaches everything.
    pub fn of(before: &dyn Tree, after: &dyn Tree, changed: &BTreeSet<String>) -> Option<Self> {
        if changed.contains("ibid.toml") || changed.iter().any(|path| path == "claims" || path == "sources") {
            return None;
        }
        let mut reach = Self::default();
        let claim_files = changed.iter().filter(|path| path.starts_with("claims/"));
        reach.claim_files.extend(claim_files.cloned());
        let in_sources = changed.iter().filter(|path| path.starts_with("sources/"));
        reach.folders.extend(in_sources.map(|path| folder_of(path).to_owned()));
        reach.reach_claims(before, after);
        reach.reach_sources(before, after);
        let sources = after.entries("sources");
        let records = sources.iter().filter(|entry| entry.path.ends_with("/source.toml"));
        let untouched = records.filter(|entry| !reach.folders.contains(folder_of(&entry.path)));
        reach.untouched.sources = untouched.count();
        Some(reach)
    }

    /// The part that these claim files are, with the sources that they cite in any of the trees.
    pub fn around(claim_files: BTreeSet<String>, trees: &[&dyn Tree]) -> Self {
        let mut reach = Self::of_files(claim_files);
        for tree in trees {
            let cited = Names::of(&reach, *tree).cited;
            reach.folders.extend(cited.into_iter().map(|id| format!("sources/{id}")));
        }
        reach
    }

    /// The part that these claim files are, without any source.
    pub fn of_files(claim_files: BTreeSet<String>) -> Self {
        Self { claim_files: claim_files.into_iter().collect(), ..Self::default() }
    }

    /// The claims of some files, not checked.
    pub fn claims_in(tree: &dyn Tree, claim_files: BTreeSet<String>) -> Vec<Claim> {
        let reach = Self::of_files(claim_files);
        Corpus::load(&Part { tree, reach: &reach, has_sources: false }).claims
    }

    /// Those of some claim files that hold a word, or may hold it written with escapes.
    pub fn holding(tree: &dyn Tree, files: &BTreeSet<String>, word: &str) -> BTreeSet<String> {
        let words = [memmem::Finder::new(word)];
        let entry = |path: &String| Entry { path: path.clone(), kind: EntryKind::File };
        files.par_iter().filter(|path| is_named(tree, &entry(path), &words)).cloned().collect()
    }

    /// Adds the claim files that name what changed.
    fn reach_claims(&mut self, before: &dyn Tree, after: &dyn Tree) {
        let (old, new) = (Names::of(self, before), Names::of(self, after));
        let mut words: BTreeSet<String> = old.ids.symmetric_difference(&new.ids).cloned().collect();
        words.extend(old.cited.symmetric_difference(&new.cited).cloned());
        words.extend(
            self.folders.iter().filter_map(|folder| folder.strip_prefix("sources/")).map(String::from),
        );
        let others: Vec<Entry> = after
            .entries("claims")
            .into_iter()
            .filter(|entry| !self.claim_files.contains(&entry.path))
            .collect();
        let finders: Vec<memmem::Finder<'_>> = words.iter().map(memmem::Finder::new).collect();
        let may_name = |entry: &&Entry| !finders.is_empty() && is_named(after, entry, &finders);
        let named: Vec<String> = others.par_iter().filter(may_name).map(|entry| entry.path.clone()).collect();
        self.untouched.claim_files = others.len() - named.len();
        self.claim_files.extend(named);
    }

    /// Adds the sources that the claims cite.
    fn reach_sources(&mut self, before: &dyn Tree, after: &dyn Tree) {
        let cited = Self::around(self.claim_files.iter().cloned().collect(), &[before, after]).folders;
        self.folders.extend(cited);
    }

    /// The report of the part of a tree that is reached.
    pub fn report(&self, tree: &dyn Tree) -> Report {
        let part = Part { tree, reach: self, has_sources: true };
        let corpus = Corpus::load(&part);
        let mut verified = verify(&corpus, &part, &Options::default());
        if self.untouched.claim_files > 0 {
            // There are claims, only none that the change reaches.
            verified.findings.retain(|finding| finding.rule != Rule::NothingToCheck);
        }
        Report::new(corpus, verified)
    }
}

/// Whether a claim file holds one of the words, or may hold it written with escapes.
fn is_named(tree: &dyn Tree, entry: &Entry, words: &[memmem::Finder<'_>]) -> bool {
    if entry.kind != EntryKind::File {
        return false;
    }
    let Ok(bytes) = tree.read(&entry.path, u64::MAX) else { return true };
    let is_escaped = || memmem::find(&bytes, b"\\u").or_else(|| memmem::find(&bytes, b"\\U")).is_some();
    words.iter().any(|word| word.find(&bytes).is_some()) || is_escaped()
}

/// The ids and the sources that the reached claim files name.
#[derive(Debug, Default)]
struct Names {
    ids: BTreeSet<String>,
    cited: BTreeSet<String>,
}

impl Names {
    fn of(reach: &Reach, tree: &dyn Tree) -> Self {
        let corpus = Corpus::load(&Part { tree, reach, has_sources: false });
        let cited =
            corpus.claims.iter().flat_map(|claim| &claim.quotes).filter_map(|quote| quote.source.as_ref());
        let cited = cited.map(|id| id.value.clone()).filter(|id| grammar::is_source_id(id)).collect();
        Self { ids: corpus.claims.iter().map(|claim| claim.id.value.clone()).collect(), cited }
    }
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A tree of which only the reached part is seen.
struct Part<'t> {
    tree: &'t dyn Tree,
    reach: &'t Reach,
    has_sources: bool,
}

impl Tree for Part<'_> {
    fn entries(&self, folder: &str) -> Vec<Entry> {
        if folder != "sources" {
            let entries = self.tree.entries(folder).into_iter();
            return entries.filter(|entry| self.reach.claim_files.contains(&entry.path)).collect();
        }
        let folders: Vec<&String> = self.reach.folders.iter().filter(|_| self.has_sources).collect();
        let of = |folder: &&String| {
            let is_own = |entry: &Entry| folder_of(&entry.path) == folder.as_str() || entry.path == **folder;
            self.tree.entries(folder).into_iter().filter(is_own).collect::<Vec<_>>()
        };
        let mut entries: Vec<Entry> = folders.par_iter().flat_map_iter(of).collect();
        entries.sort_unstable();
        entries
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        self.tree.read(path, limit)
    }
}
