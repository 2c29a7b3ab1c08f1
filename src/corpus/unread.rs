//! Files among the claims that hold claims and are not read, because their names end in something else: an editor
//! called one `claims.toml.txt`, and nothing in it is checked.

use super::LARGEST_TOML;
use super::litter::is_litter;
use crate::finding::{Finding, Place, Rule};
use crate::text::{Text, lines};
use crate::tree::{Entry, EntryKind, Tree};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// So many bytes of a file are looked at; who writes by hand writes less. A file with `.toml` in its name is looked at
/// like one that is read.
const LARGEST: u64 = 1 << 20;

/// What people keep beside claims on purpose: descriptions, examples, and copies that programs make.
const KEPT_BESIDE: &[&str] = &[
    ".adoc",
    ".bak",
    ".dist",
    ".example",
    ".htm",
    ".html",
    ".json",
    ".markdown",
    ".md",
    ".old",
    ".orig",
    ".rej",
    ".rst",
    ".sample",
    ".template",
    ".tmp",
];

/// Findings for the files among `others` that begin a claim; `read` are the claim files.
pub(super) fn unread(tree: &dyn Tree, read: &[Entry], others: &[Entry]) -> Vec<Finding> {
    let taken: BTreeSet<&str> = read.iter().chain(others).map(|entry| entry.path.as_str()).collect();
    others.par_iter().filter_map(|entry| finding(tree, entry, &taken)).collect()
}

/// What else the folder `claims` may be called by who made it on a system for which these are one name.
const CLAIMS_IN_CAPITALS: [&str; 2] = ["Claims", "CLAIMS"];

/// Findings for claim files in a folder whose name differs from `claims` in its case; `read` are those in `claims`.
pub(super) fn in_capitals(tree: &dyn Tree, read: &[Entry]) -> Vec<Finding> {
    // Where such names are one, the files of the one folder are those of the other.
    let taken: BTreeSet<&str> =
        read.iter().filter_map(|entry| entry.path.split_once('/')).map(|it| it.1).collect();
    let is_other = |entry: &Entry| entry.path.split_once('/').is_some_and(|(_, rest)| !taken.contains(rest));
    let all = CLAIMS_IN_CAPITALS.iter().flat_map(|folder| tree.entries(folder));
    let unread = all.filter(|entry| {
        entry.kind == EntryKind::File
            && super::is_toml(&entry.path)
            && is_other(entry)
            && has_claims(tree, &entry.path)
    });
    let finding = |entry: Entry| {
        let folder = entry.path.split('/').next().unwrap_or_default();
        let message =
            format!("this file has claims, but it is not read: its folder is `{folder}`, not `claims`");
        let help =
            "move it into `claims/`, in small letters; some systems tell the two apart and some do not";
        Finding::new(Rule::ClaimsUnread, Place::file(&entry.path), message).about("folder").help(help)
    };
    unread.map(finding).collect()
}

/// Whether a file begins a claim; what cannot be read counts as one that does.
pub(super) fn has_claims(tree: &dyn Tree, path: &str) -> bool {
    let begins = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).lines().any(begins_claim);
    tree.read(path, LARGEST).map_or(true, begins)
}

fn finding(tree: &dyn Tree, entry: &Entry, taken: &BTreeSet<&str>) -> Option<Finding> {
    let path = entry.path.as_str();
    let small = path.to_ascii_lowercase();
    let is_kept =
        path.contains("/.") || is_litter(path) || KEPT_BESIDE.iter().any(|ending| small.ends_with(ending));
    if is_kept {
        return None;
    }
    match entry.kind {
        EntryKind::File => {}
        EntryKind::Unnameable => return Some(unnameable(path)),
        _ => return None,
    }
    let largest = if small.contains(".toml") { LARGEST_TOML } else { LARGEST };
    let bytes = tree.read(path, largest).ok()?;
    let message = "this file has claims, but it is not read: its name does not end in `.toml`";
    let finding = match std::str::from_utf8(&bytes) {
        Ok(content) if !bytes.contains(&0) => {
            let begins = |span: &crate::text::Span| begins_claim(&content[span.range()]);
            let header = lines(content).find(begins)?;
            Finding::at(Rule::ClaimsUnread, path, &Text::new(content), header, message)
        }
        // As UTF-16 has it, or an older encoding.
        _ => {
            let is_letter = |byte: &u8| !matches!(byte, 0 | 0xFE | 0xFF);
            let plain: Vec<u8> = bytes.into_iter().filter(is_letter).collect();
            String::from_utf8_lossy(&plain).lines().any(begins_claim).then_some(())?;
            Finding::new(Rule::ClaimsUnread, Place::file(path), message)
        }
    };
    let help = match renamed(path).filter(|name| !taken.contains(name.as_str())) {
        Some(name) => format!("rename it to `{name}`, or move it out of claims/"),
        None => "give it a name of its own that ends in `.toml`, or move it out of claims/".into(),
    };
    Some(finding.about("file").help(help))
}

fn unnameable(path: &str) -> Finding {
    let message = "this file was not read: its name is not UTF-8";
    let help = "give it another name, one that ends in `.toml` if it holds claims, or move it out of claims/";
    Finding::new(Rule::ClaimsUnread, Place::file(path), message).about("file").help(help)
}

/// Whether a line begins a claim, as a table of its own or in a list: `[[claim]]`, `claim = [{ … }]`.
fn begins_claim(line: &str) -> bool {
    // The mark at the beginning of a file; what is no UTF-8 has stand-ins in its place.
    let line = line.trim_start_matches(['\u{FEFF}', char::REPLACEMENT_CHARACTER]).trim_start();
    match line.strip_prefix("[[") {
        Some(rest) => behind_name(rest).is_some_and(|rest| rest.starts_with("]]")),
        None => behind_name(line)
            .and_then(|rest| rest.strip_prefix('='))
            .is_some_and(|rest| rest.trim_start().starts_with('[')),
    }
}

/// What follows the key `claim`, bare or in quotation marks.
fn behind_name(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let quoted = |mark: char| text.strip_prefix(mark)?.strip_prefix("claim")?.strip_prefix(mark);
    let rest = quoted('"').or_else(|| quoted('\'')).or_else(|| text.strip_prefix("claim"))?;
    Some(rest.trim_start())
}

/// The path under which a file would be read: what an editor put after `.toml` goes, another ending is replaced.
fn renamed(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/')?;
    let small = name.to_ascii_lowercase();
    let stem = match small.find(".toml") {
        Some(at) => &name[..at],
        None => name.rsplit_once('.').map_or(name, |(stem, _)| stem),
    };
    (!stem.is_empty()).then(|| format!("{folder}/{stem}.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_mended_and_claims_seen() {
        let mended = |path: &str| renamed(path).unwrap();
        assert_eq!(mended("claims/a.toml.txt"), "claims/a.toml");
        assert_eq!(mended("claims/x/Calais.TOML (1).txt"), "claims/x/Calais.toml");
        assert_eq!(
            (mended("claims/notes.txt"), mended("claims/x")),
            ("claims/notes.toml".into(), "claims/x.toml".into())
        );
        assert_eq!(renamed("claims/.txt"), None);
        for line in ["[[claim]]", "\u{FEFF} [[ claim ]] # one", "[[ \"claim\" ]]", "claim = [{ id = \"a\" }]"]
        {
            assert!(begins_claim(line), "{line}");
        }
        for line in
            ["# [[claim]]", "[[claim.quote]]", "[[claims]]", "claim = \"a\"", "claims = [", "claim: [a]"]
        {
            assert!(!begins_claim(line), "{line}");
        }
    }
}
