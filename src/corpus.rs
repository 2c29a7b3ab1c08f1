//! The repository in memory: configuration, claims and records, with what is wrong in each and between
//! them. Reads no capture.

mod litter;
mod missing;
mod selection;
mod unread;

pub use selection::{Named, Selection, Selector, is_at_or_below};

use crate::claim::Claim;
use crate::config::Config;
use crate::finding::{Finding, Gathered, OfFile, Place, Rule};
use crate::fold::characters as ch;
use crate::parse::{self, Document, grammar};
use crate::source::Source;
use crate::store::HALF_WRITTEN;
use crate::text::{Span, Text};
use crate::tree::{Entry, EntryKind, FILES_AT_ONCE, ReadError, Tree};
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// The largest TOML file that is read, in bytes: reading one takes up to a hundred times as much memory.
const LARGEST_TOML: u64 = 64 << 20;

/// All that people keep, but for the captures' bytes.
#[derive(Debug)]
pub struct Corpus {
    /// What `ibid.toml` says.
    pub config: Config,
    /// The claim files.
    pub claim_files: Vec<Document>,
    /// Every claim, by file and place.
    pub claims: Vec<Claim>,
    /// The records.
    pub records: Vec<Document>,
    /// Every source, by id.
    pub sources: Vec<Source>,
    /// What is wrong, in no order.
    pub findings: Vec<Finding>,
    /// Whether there are claims that could not be read, so that nothing can be said of what none cites.
    pub has_unread_claims: bool,
    by_id: HashMap<String, usize>,
}

impl Corpus {
    /// Reads a repository. What is wrong in it is a finding; the rest is read.
    pub fn load(tree: &dyn Tree) -> Self {
        let (config, mut findings) = load_config(tree);
        let (mut claims, sources) = rayon::join(|| load_claims(tree), || load_sources(tree));
        parse::propose_sources(&mut claims.findings, &sources.values);
        findings.extend(claims.findings);
        findings.extend(sources.findings);
        let mut corpus = Self {
            config,
            claim_files: claims.documents,
            claims: claims.values,
            records: sources.documents,
            sources: sources.values,
            findings,
            has_unread_claims: claims.is_incomplete,
            by_id: HashMap::new(),
        };
        let (by_id, duplicates) = rayon::join(|| corpus.sources_by_id(), || corpus.duplicate_claims());
        corpus.by_id = by_id;
        corpus.findings.extend(duplicates);
        corpus
    }

    /// The claims alone, of files that can be read; for what must be quick and says nothing of the rest.
    pub fn claims_alone(tree: &dyn Tree) -> Vec<Claim> {
        load_claims(tree).values
    }

    /// The ids of the sources, by the folders of their records alone.
    pub fn source_ids(tree: &dyn Tree) -> Vec<String> {
        let records = tree.entries("sources").into_iter().filter(|entry| entry.kind == EntryKind::File);
        let ids = records.filter_map(|entry| {
            entry.path.strip_suffix("/source.toml").map(|_| source_id(&entry.path).to_owned())
        });
        ids.filter(|id| grammar::is_source_id(id)).collect()
    }

    /// The configuration alone, with what is wrong in it; where it is, what is usual stands in its place.
    pub fn config_alone(tree: &dyn Tree) -> (Config, Vec<Finding>) {
        load_config(tree)
    }

    /// The source with this id alone, as far as its record can be read.
    pub fn source_alone(tree: &dyn Tree, id: &str) -> Option<Source> {
        let record = document(tree, &format!("sources/{id}/source.toml")).ok()?;
        Some(parse::record(&record, id, 0).0)
    }

    fn sources_by_id(&self) -> HashMap<String, usize> {
        self.sources.iter().enumerate().map(|(index, source)| (source.id.clone(), index)).collect()
    }

    /// The folders and links among the sources that are not looked into: which sources they hold is not known.
    pub fn unread_folders(&self) -> impl Iterator<Item = &str> {
        let is_folder = |finding: &&Finding| {
            matches!(finding.subject.as_str(), "folder" | "link" | "submodule")
                && finding.source.is_none()
                && is_at_or_below(&finding.place.path, "sources")
        };
        self.findings.iter().filter(is_folder).map(|finding| finding.place.path.as_str())
    }

    /// The number of the source with this id.
    pub fn source(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The claim file at a path, where there is one that could be read.
    pub fn claim_file(&self, path: &str) -> Option<&Document> {
        self.claim_files.iter().find(|document| document.path == path)
    }

    /// The number of a claim of this corpus among those of its file, from 0.
    pub fn number_in_file(&self, claim: &Claim) -> usize {
        let of_file = self.claims.iter().filter(|other| other.file == claim.file);
        of_file.take_while(|other| !std::ptr::eq(*other, claim)).count()
    }

    fn duplicate_claims(&self) -> Vec<Finding> {
        let mut first: HashMap<&str, &Claim> = HashMap::with_capacity(self.claims.len());
        let mut texts: HashMap<usize, Text<'_>> = HashMap::new();
        let mut findings = Vec::new();
        for of_file in self.claims.chunk_by(|a, b| a.file == b.file) {
            let mut found = OfFile::default();
            for claim in of_file.iter().filter(|claim| !claim.id.value.is_empty()) {
                match first.get(claim.id.value.as_str()) {
                    None => drop(first.insert(&claim.id.value, claim)),
                    Some(earlier) => found.push(self.duplicate(claim, earlier, &mut texts)),
                }
            }
            findings.extend(found.into_vec());
        }
        findings
    }

    /// A finding for a claim whose id another has; `texts` are those of the files that were asked for, by number.
    fn duplicate<'c>(
        &'c self,
        claim: &Claim,
        earlier: &Claim,
        texts: &mut HashMap<usize, Text<'c>>,
    ) -> Finding {
        let mut at = |claim: &Claim, label: &str| {
            let document = &self.claim_files[claim.file];
            let text = texts.entry(claim.file).or_insert_with(|| Text::new(&document.content));
            let span = parse::words_span(&document.content, claim.id.span);
            let message = format!("two claims have the id `{}`", claim.id.value);
            Finding::at(Rule::ClaimIdDuplicate, &document.path, text, span, message).labelled(label)
        };
        let first = at(earlier, "first here");
        let mut finding = at(claim, "again here").about_claim(&claim.id.value).about("id");
        finding.message =
            format!("{}; the first is at {}:{}", finding.message, first.place.path, first.place.line);
        finding.excerpts.extend(first.excerpts);
        finding.help("give one of them another id; an id is how a claim is known for good")
    }
}

struct Loaded<T> {
    documents: Vec<Document>,
    values: Vec<T>,
    findings: Vec<Finding>,
    is_incomplete: bool,
}

/// Reads a TOML file; what keeps it from being read is a finding.
fn document(tree: &dyn Tree, path: &str) -> Result<Document, Box<Finding>> {
    let finding =
        |rule, message: String| Box::new(Finding::new(rule, Place::file(path), message).about("file"));
    let error = match tree.read(path, LARGEST_TOML) {
        Ok(bytes) if is_crowded(&bytes) => {
            let message =
                "this large file has more values and lines than claims or a record have; it was not read";
            let finding = finding(Rule::TomlInvalid, message.into());
            return Err(Box::new(
                finding.help("divide what is in it among several files; nothing in it was checked"),
            ));
        }
        Ok(bytes) => return Document::decode(path, &bytes),
        Err(error) => error,
    };
    Err(match error {
        ReadError::LinkOutside(target) => Box::new(link_finding(path, &target)),
        ReadError::TooLarge(size) => Box::new(
            finding(
                Rule::TomlInvalid,
                format!("this file of {size} bytes is too large; at most {LARGEST_TOML} are read"),
            )
            .help("divide what is in it among several files; nothing in it was checked"),
        ),
        ReadError::Missing => finding(Rule::TomlInvalid, "there is no such file".into()),
        ReadError::Folder => finding(Rule::TomlInvalid, "this is a folder, not a file".into()),
        ReadError::Special => special_finding(path),
        ReadError::Refused(why) => finding(Rule::TomlInvalid, format!("this file cannot be read: {why}")),
    })
}

/// Whether a large file is so full of values or lines that they would take a hundred times its size once parsed: claims
/// have a comma or a line’s end for every ten bytes at most.
fn is_crowded(bytes: &[u8]) -> bool {
    const LARGE: usize = 4 << 20;
    const BYTES_EACH: usize = 6;
    bytes.len() > LARGE && memchr::memchr2_iter(b',', b'\n', bytes).count() > bytes.len() / BYTES_EACH
}

fn link_finding(path: &str, target: &str) -> Finding {
    let message = format!("this is a link, to `{target}`; ibid follows none here");
    let finding = Finding::new(Rule::PathOutside, Place::file(path), message).about("link");
    finding.help("put the file itself here in place of the link")
}

fn special_finding(path: &str) -> Box<Finding> {
    let message = "this is a device, pipe or socket, not a file; it was not read";
    Box::new(Finding::new(Rule::TomlInvalid, Place::file(path), message).about("file").help("take it away"))
}

/// A finding for a file where a folder of the repository should be.
fn no_folder(tree: &dyn Tree, name: &str, help: &str) -> Option<Finding> {
    let is_file = matches!(tree.read(name, 0), Ok(_) | Err(ReadError::TooLarge(_)));
    let message = format!("this is a file, and `{name}` must be a folder; nothing in it was checked");
    let finding = || Finding::new(Rule::TomlInvalid, Place::file(name), message);
    is_file.then(|| finding().about("folder").help(help))
}

/// A finding for what should be a TOML file and is none that can be opened.
fn odd_entry(entry: &Entry) -> Option<Finding> {
    let path = &entry.path;
    Some(match &entry.kind {
        EntryKind::File => return None,
        EntryKind::Link(target) => link_finding(path, target),
        EntryKind::Special => *special_finding(path),
        EntryKind::Submodule => {
            let message = "this is a git submodule, a repository of its own; it was not read";
            Finding::new(Rule::TomlInvalid, Place::file(path), message)
                .about("submodule")
                .help("put the files themselves here in its place")
        }
        EntryKind::Unnameable => {
            let message = "this file's name is not UTF-8, so it cannot be read on every machine";
            Finding::new(Rule::TomlInvalid, Place::file(path), message)
                .about("name")
                .help("give it another name")
        }
        EntryKind::Unlistable(why) => {
            let message = format!("this folder cannot be read: {why}");
            Finding::new(Rule::TomlInvalid, Place::file(path), message).about("folder")
        }
    })
}

fn load_config(tree: &dyn Tree) -> (Config, Vec<Finding>) {
    match document(tree, "ibid.toml") {
        Ok(document) => parse::config(&document),
        Err(finding) => (Config::default(), vec![*finding]),
    }
}

/// Whether a file of that name in `claims/` is read.
pub fn is_toml(path: &str) -> bool {
    path.len() > 5 && path.as_bytes()[path.len() - 5..].eq_ignore_ascii_case(b".toml")
}

fn load_claims(tree: &dyn Tree) -> Loaded<Claim> {
    let is_link = |entry: &Entry| {
        matches!(entry.kind, EntryKind::Link(_) | EntryKind::Unlistable(_) | EntryKind::Submodule)
    };
    let (entries, others): (Vec<Entry>, Vec<Entry>) =
        tree.entries("claims").into_iter().partition(|entry| is_toml(&entry.path) || is_link(entry));
    let entries: Vec<Entry> = entries.into_iter().filter(|entry| !is_left_behind(tree, entry)).collect();
    // Each is parsed while its bytes are at hand; which number it has is known when all are read.
    let found = Mutex::new(Gathered::default());
    let read: Vec<Result<ClaimFile, Box<Finding>>> = entries
        .par_iter()
        .with_max_len(FILES_AT_ONCE)
        .map(|entry| load_claim_file(tree, entry, &found))
        .collect();
    let mut findings = unread::unread(tree, &entries, &others);
    findings.extend(unread::in_capitals(tree, &entries));
    findings.extend(others.iter().filter_map(|entry| half_written(entry, "read in it")));
    findings.extend(told(found));
    let help = "give it another name, make a folder `claims`, and put it there as `claims/first.toml`";
    let is_empty = entries.is_empty() && others.is_empty();
    let no_folder = if is_empty { no_folder(tree, "claims", help) } else { None };
    let is_incomplete = no_folder.is_some();
    findings.extend(no_folder);
    let mut loaded = Loaded { documents: Vec::new(), values: Vec::new(), findings, is_incomplete };
    loaded.values.reserve(read.iter().flatten().map(|file| file.claims.len()).sum());
    for read in read {
        match read {
            Ok(ClaimFile { document, claims, is_broken }) => {
                let file = loaded.documents.len();
                loaded.values.extend(claims.into_iter().map(|claim| Claim { file, ..claim }));
                loaded.documents.push(document);
                loaded.is_incomplete |= is_broken;
            }
            Err(finding) => {
                loaded.is_incomplete = true;
                loaded.findings.push(*finding);
            }
        }
    }
    loaded
}

/// Whether what looks like a claim file was left by a program; never where it is a file that has claims.
fn is_left_behind(tree: &dyn Tree, entry: &Entry) -> bool {
    let is_litter = litter::is_litter(&entry.path);
    is_litter && (entry.kind != EntryKind::File || !unread::has_claims(tree, &entry.path))
}

/// A claim file that was read.
struct ClaimFile {
    document: Document,
    claims: Vec<Claim>,
    is_broken: bool,
}

/// Reads one claim file, and adds what is wrong in it to `found`; its claims do not know its number yet.
fn load_claim_file(
    tree: &dyn Tree,
    entry: &Entry,
    found: &Mutex<Gathered>,
) -> Result<ClaimFile, Box<Finding>> {
    if let Some(odd) = odd_entry(entry) {
        return Err(Box::new(odd));
    }
    let document = document(tree, &entry.path)?;
    let (claims, mut findings) = parse::claims(&document, 0);
    findings.extend(bidi_finding(&document));
    let is_broken = |finding: &Finding| matches!(finding.rule, Rule::TomlInvalid | Rule::KeyUnknown);
    let is_broken = findings.iter().any(is_broken);
    add(found, findings);
    Ok(ClaimFile { document, claims, is_broken })
}

/// Warns of the first character in a claim file that reorders the text around it.
fn bidi_finding(document: &Document) -> Option<Finding> {
    let (finding, count) = bidi_controls(&document.path, &Text::new(&document.content))?;
    Some(
        finding
            .note(format!("{count} in this file"))
            .help("take it out, or write it as an escape such as \"\\u202E\""),
    )
}

/// A finding at the first bidirectional control of a text, with how many there are.
pub(crate) fn bidi_controls(path: &str, text: &Text<'_>) -> Option<(Finding, usize)> {
    let content = text.as_str();
    let bytes = content.as_bytes();
    if !has_bidi_bytes(bytes) {
        return None;
    }
    // The two ranges in UTF-8; much else in running text begins with E2.
    let may_be = |&at: &usize| matches!(bytes[at..], [_, 0x80, 0xAA..=0xAE, ..] | [_, 0x81, 0xA6..=0xA9, ..]);
    let starts = memchr::memchr_iter(0xE2, bytes).filter(may_be);
    let mut all = starts
        .filter_map(|at| content[at..].chars().next().filter(|&c| ch::is_bidi_control(c)).map(|c| (at, c)));
    let (at, c) = all.next()?;
    let message = format!("{} reorders the text around it on screen", ch::name(c));
    let span = Span::new(at, at + c.len_utf8());
    Some((Finding::at(Rule::BidiControl, path, text, span, message).about("bidi"), 1 + all.count()))
}

/// Whether some UTF-8 has the bytes of a bidirectional control, without branches inside a block, so that it is
/// compared by vectors: in many languages every second word has a quotation mark that begins alike.
fn has_bidi_bytes(bytes: &[u8]) -> bool {
    const BLOCK: usize = 4096;
    // Zero for `E2 80 AA` to `AE` and `E2 81 A6` to `A9` alone.
    let off = |a: u8, b: u8, c: u8| {
        let last = c.wrapping_add((b & 1) << 2).wrapping_sub(0xAA);
        (a ^ 0xE2) | (b & 0xFE ^ 0x80) | last.saturating_sub(4 - (b & 1))
    };
    let is_in = |block: &[u8]| {
        let triples = block.iter().zip(&block[1..]).zip(&block[2..]);
        triples.fold(u8::MAX, |least, ((&a, &b), &c)| least.min(off(a, b, c))) == 0
    };
    // Each block reaches two bytes into the next.
    (0..bytes.len().saturating_sub(2))
        .step_by(BLOCK)
        .any(|at| is_in(&bytes[at..bytes.len().min(at + BLOCK + 2)]))
}

fn load_sources(tree: &dyn Tree) -> Loaded<Source> {
    let (mut records, mut others, mut hidden) = (Vec::new(), Vec::new(), Vec::new());
    let entries = tree.entries("sources");
    let help = "give it another name; `ibid add` makes the folder `sources`, and stores articles there";
    let no_folder = if entries.is_empty() { no_folder(tree, "sources", help) } else { None };
    for entry in entries {
        match () {
            () if entry.path.contains("/.") => hidden.push(entry),
            () if entry.kind == EntryKind::File && litter::is_litter(&entry.path) => {}
            () if entry.path.ends_with("/source.toml") => records.push(entry),
            () => others.push(entry),
        }
    }
    let found = Mutex::new(Gathered::default());
    let (documents, mut values): (Vec<_>, Vec<Source>) = records
        .par_iter()
        .with_max_len(FILES_AT_ONCE)
        .enumerate()
        .map(|(file, entry)| load_source(tree, entry, file, &found))
        .unzip();
    values.sort_by(|a, b| a.id.cmp(&b.id));
    let mut findings = told(found);
    findings.extend(unrecorded(&others, &values));
    findings.extend(hidden.iter().filter_map(|entry| half_written(entry, "checked against it")));
    findings.extend(no_folder);
    Loaded { documents, values, findings, is_incomplete: false }
}

/// Adds what is wrong in a file to what was found; most have nothing, and wait for no other.
fn add(found: &Mutex<Gathered>, findings: Vec<Finding>) {
    if !findings.is_empty() {
        found.lock().unwrap_or_else(PoisonError::into_inner).extend(findings);
    }
}

fn told(found: Mutex<Gathered>) -> Vec<Finding> {
    found.into_inner().unwrap_or_else(PoisonError::into_inner).into_vec()
}

/// Reads the record of one source, which is number `file` of the corpus, and adds what is wrong in it to `found`.
fn load_source(tree: &dyn Tree, entry: &Entry, file: usize, found: &Mutex<Gathered>) -> (Document, Source) {
    let id = source_id(&entry.path);
    let read = odd_entry(entry).map_or_else(|| document(tree, &entry.path), |odd| Err(Box::new(odd)));
    let (document, source, mut findings) = match read {
        Ok(document) => {
            let (source, findings) = parse::record(&document, id, file);
            (document, source, findings)
        }
        Err(finding) => {
            let document = Document { path: entry.path.clone(), content: String::new() };
            (document, parse::broken_source(id, file), vec![finding.about_source(id)])
        }
    };
    findings.extend(unusable_id(&source, &entry.path));
    add(found, findings);
    (document, source)
}

fn source_id(record: &str) -> &str {
    record.strip_prefix("sources/").and_then(|path| path.strip_suffix("/source.toml")).unwrap_or("")
}

fn unusable_id(source: &Source, path: &str) -> Option<Finding> {
    if grammar::is_source_id(&source.id) {
        return None;
    }
    let (message, help) = if source.id.is_empty() {
        (
            "a record needs a folder of its own below `sources/`".into(),
            "move it and its captures into a folder such as `sources/the-article/`",
        )
    } else {
        let message = format!("`{}` cannot be a source's id, which is its folder's path", source.id);
        (
            message,
            "rename the folder: small letters a to z, digits, `.`, `_` and `-`, beginning with a letter or digit",
        )
    };
    let finding = Finding::new(Rule::RecordInvalid, Place::file(path), message);
    Some(finding.about_source(&source.id).about("id").help(help))
}

/// Findings for what lies among the sources and no record names. The sources are in order.
fn unrecorded(entries: &[Entry], sources: &[Source]) -> Vec<Finding> {
    entries.par_iter().filter_map(|entry| unrecorded_finding(entry, sources)).collect()
}

/// A finding for what a run left that was ended while it wrote, with what is not done with it; other hidden files are a person's own.
fn half_written(entry: &Entry, done: &str) -> Option<Finding> {
    let is_left = entry.path.split('/').any(|part| part.starts_with(HALF_WRITTEN));
    let message = format!("an ibid that was ended while it wrote left this behind; nothing is {done}");
    let help = "if no ibid is at work now, delete it, and run again what was ended";
    is_left.then(|| {
        Finding::new(Rule::FileUnrecorded, Place::file(&entry.path), message).about("file").help(help)
    })
}

fn unrecorded_finding(entry: &Entry, sources: &[Source]) -> Option<Finding> {
    let (folder, name) = entry.path.rsplit_once('/').unwrap_or(("", &entry.path));
    let id = folder.strip_prefix("sources/");
    let number = id.and_then(|id| sources.binary_search_by(|source| source.id.as_str().cmp(id)).ok());
    let source = number.map(|number| &sources[number]);
    let names_it = |source: &Source| {
        source.is_broken
            || source.captures.iter().any(|capture| {
                capture.file.value == name
                    || capture.text.as_ref().is_some_and(|text| text.file.value == name)
            })
    };
    if source.is_some_and(names_it) {
        return None;
    }
    let finding = match &entry.kind {
        EntryKind::File => {
            let message = "no record names this file, so nothing is checked against it";
            let help = "store it with `ibid add`, name it in a `source.toml`, or take it away";
            Finding::new(Rule::FileUnrecorded, Place::file(&entry.path), message).about("file").help(help)
        }
        _ => odd_entry(entry)?,
    };
    Some(match source {
        Some(source) => finding.about_source(&source.id),
        None => finding,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bidirectional_controls_are_seen_wherever_a_block_ends_and_nothing_else_is() {
        let others =
            ['\u{200E}', '’', '…', '\u{2029}', '\u{202F}', '\u{2065}', '\u{206A}', 'é', '不', '\u{12A}'];
        let controls = ['\u{202A}', '\u{202C}', '\u{202E}', '\u{2066}', '\u{2069}'];
        for c in others.into_iter().chain(controls) {
            for before in [0, 1, 4093, 4094, 4095, 4096, 9000] {
                for after in [0, 1, 5000] {
                    let text = format!("{}{c}{}", "x".repeat(before), "y".repeat(after));
                    assert_eq!(
                        has_bidi_bytes(text.as_bytes()),
                        ch::is_bidi_control(c),
                        "{c:?} after {before}"
                    );
                }
            }
        }
        assert!(!has_bidi_bytes(b"") && !has_bidi_bytes(b"ab"));
    }
}
