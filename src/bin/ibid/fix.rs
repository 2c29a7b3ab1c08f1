//! `ibid fix`.

use crate::args::{Common, Fix};
use crate::{FOUND, PASSED, output};
use ibid::anchor::drift::Change;
use ibid::corpus::Corpus;
use ibid::error::Error;
use ibid::finding::{Finding, Rule};
use ibid::quoting::counted;
use ibid::render;
use ibid::render::visible::visible;
use ibid::repair::{Mended, mended};
use ibid::store;
use ibid::tree::WorkTree;
use ibid::verify::{Options, Outcome, Status, Verified, verify};
use std::sync::Arc;

pub fn run(args: &Fix, common: &Common) -> Result<u8, Error> {
    let tree = output::repository(common)?;
    let corpus = Corpus::load(&tree);
    let selection = match args.selectors.as_slice() {
        [] => None,
        words => Some(corpus.select(&output::selectors(words, &tree, common)?)?),
    };
    let verified = verify(&corpus, &tree, &Options { selection, ..Options::default() });
    let files = mended(&corpus, &verified);
    show(&files, common)?;
    if args.write {
        write(&files, &tree)?;
    }
    let rest = Rest::of(&corpus, &verified);
    if !common.quiet {
        rest.tell(&files, args);
    }
    let is_clean = files.is_empty() && rest.unchecked == 0 && !corpus.has_unread_claims;
    Ok(if args.check && !is_clean { FOUND } else { PASSED })
}

/// What is not mended.
struct Rest<'c> {
    /// How many quotes could not be checked.
    unchecked: usize,
    /// How many differ in characters alone, and are left to a person.
    left: usize,
    /// The claim files that could not be read, or not whole.
    unread: Vec<&'c str>,
}

impl<'c> Rest<'c> {
    fn of(corpus: &'c Corpus, verified: &Verified) -> Self {
        let outcomes = || verified.outcomes.iter().flatten().flatten();
        let is_unchecked = |status: Status| matches!(status, Status::Unchecked | Status::Invalid);
        let is_respelt = |outcome: &Outcome| {
            outcome.drift.as_ref().is_some_and(|drift| drift.change == Change::Typography)
        };
        let is_left = |outcome: &&Arc<Outcome>| {
            let is_of_characters = match outcome.status {
                Status::Variant => true,
                Status::Drifted => is_respelt(outcome),
                _ => false,
            };
            is_of_characters && outcome.repair.is_none()
        };
        Self {
            unchecked: outcomes().filter(|outcome| is_unchecked(outcome.status)).count(),
            left: outcomes().filter(is_left).count(),
            unread: unread(corpus),
        }
    }

    /// Tells what was or can be mended, and what is left.
    fn tell(&self, files: &[Mended], args: &Fix) {
        output::tell(&self.told(files, args));
        tell_turned(files);
        if self.left > 0 {
            output::tell(&format!(
                "left to you: {} in other characters, for ibid mends none across paragraphs, in several places, in a \
                 sentence that changed, or with more that is wrong; `ibid verify` says what to do",
                counted(self.left, "quote")
            ));
        }
        if let Some(path) = self.unread.first() {
            let more = match self.unread.len() - 1 {
                0 => String::new(),
                more => format!(", nor could {}", counted(more, "other file")),
            };
            output::tell(&visible(&format!(
                "`{path}` could not be read whole{more}; `ibid verify` says why"
            )));
        }
    }

    fn told(&self, files: &[Mended], args: &Fix) -> String {
        let quotes: usize = files.iter().map(|file| file.quotes).sum();
        let what = format!("{} in {}", counted(quotes, "quote"), counted(files.len(), "file"));
        match (files.is_empty(), args.write) {
            (true, _) if self.unchecked > 0 => format!(
                "nothing to fix; {} could not be checked, see `ibid verify`",
                counted(self.unchecked, "quote")
            ),
            (true, _) if !self.unread.is_empty() => "nothing to fix in the claims that can be read".into(),
            (true, _) if self.left > 0 => "nothing that ibid mends by itself".into(),
            (true, _) => "nothing to fix: no quote differs from its source in characters alone".into(),
            (false, true) => format!("mended {what}; run `ibid verify` to see that they stand"),
            (false, false) => format!("{what} can be mended; `ibid fix --write` does it"),
        }
    }
}

/// So many quotes are told one by one that their source turns round.
const TURNED: usize = 20;

/// Tells what stands beside quotes whose characters are mended, and makes them say otherwise.
fn tell_turned(files: &[Mended]) {
    let all = || files.iter().flat_map(|file| file.turned.iter().map(move |one| (&file.path, one)));
    for (path, (line, beside)) in all().take(TURNED) {
        output::tell(&visible(&format!("{path}:{line}: but {beside}: see whether the claim still holds")));
    }
    if let more @ 1.. = all().count().saturating_sub(TURNED) {
        output::tell(&format!("and so {}; `ibid verify` names each", counted(more, "other quote")));
    }
}

/// Shows what changes in claim files, unless nothing is to be said.
pub fn show(files: &[Mended], common: &Common) -> Result<(), Error> {
    if common.quiet {
        return Ok(());
    }
    output::print(&render::changes::render(files, output::options(common, false).canvas))
}

/// Writes claim files anew, each only if it is still as it was read.
pub fn write(files: &[Mended], tree: &WorkTree) -> Result<(), Error> {
    files.iter().try_for_each(|file| {
        store::replace(&tree.place(&file.path), file.before.as_bytes(), file.after.as_bytes())
    })
}

/// The claim files that could not be read, or not whole.
fn unread(corpus: &Corpus) -> Vec<&str> {
    let is_unread = |one: &&Finding| {
        matches!(one.rule, Rule::TomlInvalid | Rule::PathOutside | Rule::ClaimsUnread)
            && one.place.path.starts_with("claims")
    };
    let mut paths: Vec<&str> =
        corpus.findings.iter().filter(is_unread).map(|one| one.place.path.as_str()).collect();
    paths.sort_unstable();
    paths.dedup();
    paths
}
