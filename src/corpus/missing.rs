//! What is said where a word names nothing: what may be meant, and which files may have it and cannot be read.

use super::{Corpus, Selector};
use crate::error::Error;
use crate::finding::{Finding, Level, Rule};
use crate::parse::{self, grammar};

impl Corpus {
    /// The error of a word that is no claim's id and no path.
    pub(super) fn unmatched(&self, selector: &Selector) -> Error {
        let what = format!("`{}` is no claim’s id and no path of a claim file or source", selector.word);
        if self.source(&selector.word).is_some() {
            let hint = "it is a source’s id; for the claims that cite it give the source’s folder";
            return Error::new(what).hint(format!("{hint}, `sources/{}`", selector.word));
        }
        let ids: Vec<&str> = self.claims.iter().map(|claim| claim.id.value.as_str()).collect();
        let usual = "give a claim’s id, as in `id = \"…\"`, or a path below claims/ or sources/";
        self.with_meant(what, &selector.word, parse::did_you_mean(&selector.word, &ids), usual)
    }

    /// The error of a word that is no claim's id, no source's id and no path.
    pub(super) fn unnamed(&self, selector: &Selector) -> Error {
        let what = format!("`{}` is no claim’s id, no source’s id and no path of either", selector.word);
        let claims = self.claims.iter().map(|claim| claim.id.value.as_str());
        let known: Vec<&str> = claims.chain(self.sources.iter().map(|source| source.id.as_str())).collect();
        let usual = "give a claim’s id, as in `id = \"…\"`, a source’s id, which is its folder below sources/, or a path of either";
        let meant = parse::did_you_mean(&selector.word, &known)
            .or_else(|| parse::Stored::new(&self.sources).titled(&selector.word));
        self.with_meant(what, &selector.word, meant, usual)
    }

    fn with_meant(&self, what: String, word: &str, meant: Option<String>, usual: &str) -> Error {
        const FIRST: &str = "mend that first, `ibid verify` tells more";
        let is_id = grammar::is_claim_id(word);
        if let Some(refused) = self.refused_claim(word).filter(|_| is_id) {
            return Error::new(format!("no claim that can be read has the id `{word}`"))
                .hint(format!("{refused}; {FIRST}"));
        }
        let error = Error::new(what);
        match (meant, self.unreadable_file().filter(|_| is_id)) {
            (Some(meant), None) => error.hint(meant),
            (Some(meant), Some(unread)) => error.hint(format!("{meant} If not: {unread}; {FIRST}")),
            (None, Some(unread)) => {
                Error::new(format!("nothing that can be read has the id or path `{word}`"))
                    .hint(format!("{unread}; {FIRST}"))
            }
            (None, None) => error.hint(usual),
        }
    }

    /// Where a claim of this id may be that cannot be read, in a sentence without a stop: a file that has the id and
    /// something wrong at it, else one of which nothing can be read. `None` where no other place is possible.
    pub fn unread_claim(&self, id: &str) -> Option<String> {
        if !grammar::is_claim_id(id) {
            return None;
        }
        self.refused_claim(id).or_else(|| self.unreadable_file())
    }

    /// The first file that has the id as a text and something wrong at or before it.
    fn refused_claim(&self, id: &str) -> Option<String> {
        let mut files: Vec<&parse::Document> = self.claim_files.iter().collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.into_iter().find_map(|file| {
            let line = id_line(&file.content, id)?;
            let wrong = self.findings.iter().filter(|one| one.place.path == file.path && hides_claims(one));
            let at = |one: &&Finding| (one.place.line, one.place.column);
            let finding = wrong.clone().filter(|one| one.place.line <= line).max_by_key(at);
            let finding = finding.or_else(|| wrong.min_by_key(at))?;
            Some(format!(
                "`{}` has it in line {line}, but it cannot be read there: {}{}",
                file.path,
                in_line(finding),
                finding.message
            ))
        })
    }

    /// The first of the claim files of which nothing can be read, and how many more there are.
    fn unreadable_file(&self) -> Option<String> {
        let is_whole = |one: &&Finding| {
            one.place.path.starts_with("claims")
                && matches!(one.rule, Rule::TomlInvalid | Rule::PathOutside | Rule::ClaimsUnread)
        };
        let mut unread: Vec<&Finding> = self.findings.iter().filter(is_whole).collect();
        unread.sort_by(|a, b| (&a.place.path, a.place.line).cmp(&(&b.place.path, b.place.line)));
        unread.dedup_by(|a, b| a.place.path == b.place.path);
        let first = unread.first()?;
        let more = match unread.len() {
            1 => String::new(),
            count => format!(" (and so in {} more)", crate::quoting::counted(count - 1, "file")),
        };
        if first.rule == Rule::ClaimsUnread {
            let path = &first.place.path;
            return Some(format!(
                "`{path}` is not read, for its name does not end in `.toml`, and it may be there{more}"
            ));
        }
        Some(format!(
            "`{}` cannot be read, so it may be there: {}{}{more}",
            first.place.path,
            in_line(first),
            first.message
        ))
    }
}

/// Whether what is wrong may keep a claim from being known by its id.
fn hides_claims(finding: &Finding) -> bool {
    let rule = finding.rule;
    rule.default_level() == Level::Error
        && matches!(
            rule,
            Rule::TomlInvalid | Rule::KeyUnknown | Rule::KeyMissing | Rule::ValueInvalid | Rule::ClaimsUnread
        )
}

fn in_line(finding: &Finding) -> String {
    if finding.place.line > 1 { format!("line {}: ", finding.place.line) } else { String::new() }
}

/// The first line, from 1, that gives the id, however its key is spelt.
fn id_line(content: &str, id: &str) -> Option<usize> {
    let is_other =
        |key: &str| key != "id" && (parse::CLAIM_KEYS.contains(&key) || parse::QUOTE_KEYS.contains(&key));
    let gives_it = |line: &str| {
        let Some((key, value)) = line.split_once('=').filter(|(key, _)| !is_other(key.trim())) else {
            return false;
        };
        // What follows is a remark, or the text is not closed.
        let value = value.split('#').next().unwrap_or_default();
        !key.trim_start().starts_with('#') && value.trim().trim_matches(['"', '\'']) == id
    };
    Some(content.lines().position(gives_it)? + 1)
}
