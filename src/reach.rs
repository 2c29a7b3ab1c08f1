//! How far a change reaches: which claim files and sources must be read and verified again on both
//! sides so that the comparison says what a comparison of everything would.
//!
//! What is the same on both sides and touched by nothing stands or fails as it did. A claim file is
//! reached when its bytes changed, or when it names a source that changed, a source that a changed file
//! began or ceased to cite, or the id of a claim of a changed file. A source is reached when something
//! in or below its folder changed, or when a reached claim cites it.

use crate::claim::Claim;
use crate::corpus::{Corpus, is_toml};
use crate::finding::Rule;
use crate::parse::grammar;
use crate::report::Report;
use crate::tree::{Entry, EntryKind, Exposed, Kept, ReadError, Tree};
use crate::verify::{Options, verify};
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
    /// What must be known of the claims that are not reached.
    rest: Rest,
    /// How much it leaves out.
    pub untouched: Untouched,
}

/// What must be known of the claims that are not reached; read only where it could matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Rest {
    /// Whether there is one.
    has_claims: bool,
    /// Whether some cannot be read, so that nothing can be said of what none cites.
    is_unread: bool,
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
        reach.folders.extend(in_sources.flat_map(|path| folders_above(path)).map(String::from));
        reach.reach_claims(before, after);
        let (old, new) = (Names::of(&reach, before), Names::of(&reach, after));
        reach.add_cited(&old);
        reach.add_cited(&new);
        reach.ask_the_rest(after, &old, &new)?;
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
            let names = Names::of(&reach, *tree);
            reach.add_cited(&names);
        }
        reach
    }

    /// The part that these claim files are, without any source.
    pub fn of_files(claim_files: BTreeSet<String>) -> Self {
        let rest = Rest { has_claims: true, is_unread: true };
        Self { claim_files: claim_files.into_iter().collect(), rest, ..Self::default() }
    }

    /// The claims of some files, not checked.
    pub fn claims_in(tree: &dyn Tree, claim_files: BTreeSet<String>) -> Vec<Claim> {
        Self::corpus_in(tree, claim_files).claims
    }

    /// What some claim files hold and what is wrong in them, without any source.
    pub fn corpus_in(tree: &dyn Tree, claim_files: BTreeSet<String>) -> Corpus {
        Self::of_files(claim_files).load(tree)
    }

    /// Those of some claim files that hold a word as a string of its own, or may hold it.
    pub fn holding(tree: &dyn Tree, files: &BTreeSet<String>, word: &str) -> BTreeSet<String> {
        let words = HashSet::from([word]);
        let entry = |path: &String| Entry { path: path.clone(), kind: EntryKind::File };
        files.par_iter().filter(|path| is_named(tree, &entry(path), &words)).cloned().collect()
    }

    fn add_cited(&mut self, names: &Names) {
        self.folders.extend(names.cited.iter().map(|id| format!("sources/{id}")));
    }

    /// The claims of the part, without its sources.
    fn load(&self, tree: &dyn Tree) -> Corpus {
        let is_reached = |path: &str| self.claim_files.contains(path);
        Corpus::load(&Part { tree, is_claim_file: &is_reached, folders: &BTreeSet::new() })
    }

    /// Adds the claim files that name what changed.
    fn reach_claims(&mut self, before: &dyn Tree, after: &dyn Tree) {
        let (old, new) = (Names::of(self, before), Names::of(self, after));
        // Also ids that stayed: two claims of one id are told apart by which of them is the first.
        let mut words: HashSet<&str> = old.ids.union(&new.ids).map(String::as_str).collect();
        words.extend(old.cited.symmetric_difference(&new.cited).map(String::as_str));
        words.extend(self.folders.iter().filter_map(|folder| folder.strip_prefix("sources/")));
        words.remove("");
        let others: Vec<Entry> = after
            .entries("claims")
            .into_iter()
            .filter(|entry| is_toml(&entry.path) && !self.claim_files.contains(&entry.path))
            .collect();
        let named = others.par_iter().filter(|entry| is_named(after, entry, &words));
        let named: Vec<String> = named.map(|entry| entry.path.clone()).collect();
        self.untouched.claim_files = others.len() - named.len();
        self.claim_files.extend(named);
    }

    /// Looks at the claims that are not reached, where what is told of the others depends on them: whether
    /// there are claims at all, and whether sources that no other claim cites are cited. `None` where the
    /// change reaches everything, since only now, or no longer, all claims can be read.
    fn ask_the_rest(&mut self, after: &dyn Tree, old: &Names, new: &Names) -> Option<()> {
        let is_uncited = |folder: &String| {
            let is_in = |cited: &BTreeSet<String>| {
                folder.strip_prefix("sources/").is_some_and(|id| cited.contains(id))
            };
            !is_in(&old.cited) || !is_in(&new.cited)
        };
        let is_differently_read = old.is_unread != new.is_unread;
        if old.has_claims && new.has_claims && !is_differently_read && !self.folders.iter().any(is_uncited) {
            return Some(());
        }
        let is_other = |path: &str| !self.claim_files.contains(path);
        let rest = Corpus::load(&Part { tree: after, is_claim_file: &is_other, folders: &BTreeSet::new() });
        self.rest = Rest { has_claims: !rest.claims.is_empty(), is_unread: rest.has_unread_claims };
        (self.rest.is_unread || !is_differently_read).then_some(())
    }

    /// The report of the part of a tree that is reached.
    pub fn report(&self, tree: &dyn Tree) -> Report {
        let is_reached = |path: &str| self.claim_files.contains(path);
        let part = Part { tree, is_claim_file: &is_reached, folders: &self.folders };
        let corpus = Corpus::load(&part);
        let mut verified = verify(&corpus, &part, &Options::default());
        // What is said of the part, and not so of the whole.
        verified.findings.retain(|finding| match finding.rule {
            Rule::NothingToCheck => !self.rest.has_claims && !self.rest.is_unread,
            Rule::SourceUncited => !self.rest.is_unread,
            _ => true,
        });
        Report::new(corpus, verified)
    }
}

/// Whether a claim file holds one of the words as a string of its own, or may hold it.
fn is_named(tree: &dyn Tree, entry: &Entry, words: &HashSet<&str>) -> bool {
    if entry.kind != EntryKind::File || words.is_empty() {
        return false;
    }
    let Ok(bytes) = tree.read(&entry.path, u64::MAX) else { return true };
    // Such words can be written in many ways; no good id is among them.
    let is_odd = |c: char| c.is_control() || matches!(c, '"' | '\'' | '\\');
    if words.iter().any(|word| word.contains(is_odd)) || has_escapes(&bytes) {
        return true;
    }
    let longest = words.iter().map(|word| word.len()).max().unwrap_or(0);
    let stretches = bytes.split(|byte| matches!(byte, b'"' | b'\'' | b'\n' | b'\r'));
    let mut short = stretches.filter(|stretch| stretch.len() <= longest);
    short.any(|stretch| std::str::from_utf8(stretch).is_ok_and(|stretch| words.contains(stretch)))
}

/// Whether letters may be written as escapes, or strings run on over the end of a line.
fn has_escapes(bytes: &[u8]) -> bool {
    let escaped = memchr::memchr_iter(b'\\', bytes).filter_map(|at| bytes.get(at + 1));
    escaped.into_iter().any(|byte| matches!(byte, b'u' | b'U' | b'x' | b' ' | b'\t' | b'\r' | b'\n'))
}

/// What the reached claim files name.
#[derive(Debug, Default)]
struct Names {
    ids: BTreeSet<String>,
    cited: BTreeSet<String>,
    has_claims: bool,
    is_unread: bool,
}

impl Names {
    fn of(reach: &Reach, tree: &dyn Tree) -> Self {
        let corpus = reach.load(tree);
        let cited =
            corpus.claims.iter().flat_map(|claim| &claim.quotes).filter_map(|quote| quote.source.as_ref());
        let cited = cited.map(|id| id.value.clone()).filter(|id| grammar::is_source_id(id)).collect();
        Self {
            ids: corpus.claims.iter().map(|claim| claim.id.value.clone()).collect(),
            cited,
            has_claims: !corpus.claims.is_empty(),
            is_unread: corpus.has_unread_claims,
        }
    }
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folder of a file in `sources/`, and those above it: a capture may be a link to a file further below.
fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(folder_of(path)), |folder| {
        Some(folder_of(folder)).filter(|above| above.contains('/'))
    })
}

/// A tree of which only a part is seen.
struct Part<'t> {
    tree: &'t dyn Tree,
    is_claim_file: &'t (dyn Fn(&str) -> bool + Sync),
    folders: &'t BTreeSet<String>,
}

impl Tree for Part<'_> {
    fn entries(&self, folder: &str) -> Vec<Entry> {
        if folder != "sources" {
            let entries = self.tree.entries(folder).into_iter();
            return entries.filter(|entry| (self.is_claim_file)(&entry.path)).collect();
        }
        let of = |folder: &String| {
            let is_own = |entry: &Entry| folder_of(&entry.path) == folder.as_str() || entry.path == *folder;
            self.tree.entries(folder).into_iter().filter(is_own).collect::<Vec<_>>()
        };
        let mut entries: Vec<Entry> = self.folders.par_iter().flat_map_iter(of).collect();
        entries.sort_unstable();
        // What was a folder on one side and is none on the other is listed with its own folder too.
        entries.dedup();
        entries
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        self.tree.read(path, limit)
    }

    fn read_restricted(&self, path: &str, limit: u64) -> (Kept, Result<Vec<u8>, ReadError>) {
        self.tree.read_restricted(path, limit)
    }

    fn give_back(&self, bytes: Vec<u8>) {
        self.tree.give_back(bytes);
    }

    fn exposed(&self, paths: &[String]) -> Vec<Exposed> {
        self.tree.exposed(paths)
    }
}
