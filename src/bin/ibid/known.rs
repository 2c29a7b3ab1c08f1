//! What `ibid verify` need not fail for: a baseline, or what failed in an earlier revision.

use crate::args::{Common, Verify};
use crate::output;
use crate::sides::{Sides, refuse_pipe};
use ibid::baseline::{self, Baseline};
use ibid::compare::{FindingChange, Since};
use ibid::error::Error;
use ibid::finding::Level;
use ibid::quoting::counted;
use ibid::report::failing::FailOn;
use ibid::report::{Report, saved};
use ibid::state::compared;
use ibid::tree::WorkTree;
use ibid::{render, store};
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// Marks what a baseline has, and reports or drops what fails no longer. Returns what is to be said at the end of
/// what it lists and fails all the same.
pub fn by_baseline(
    report: &mut Report,
    path: &Path,
    args: &Verify,
    tree: &WorkTree,
    common: &Common,
) -> Result<Option<String>, Error> {
    let here = output::working_folder(common)?;
    let file = here.join(path);
    let name = tree.relative(&here, path).unwrap_or_else(|| path.display().to_string());
    refuse_pipe(&path.display().to_string(), &file)?;
    let bytes = std::fs::read(&file).map_err(|error| {
        Error::io(&path.display().to_string(), &error)
            .hint("make a baseline of what fails now: `ibid report --format json -o known.json`")
    })?;
    let json = String::from_utf8(bytes)
        .map_err(|_| Error::new(format!("`{name}` is no report: it is not UTF-8")))?;
    let known = Baseline::read(&name, &json)?;
    let checked: HashSet<String> = report.claims.iter().map(|claim| claim.id.clone()).collect();
    let is_whole = args.selectors.is_empty();
    let is_checked = |claim: Option<&str>| is_whole || claim.is_some_and(|id| checked.contains(id));
    let gone = known.apply(report, args.fail_on.into(), is_checked);
    if args.drop_stale {
        drop_stale(&file, &name, &json, &gone)?;
        report.remove(|one| one.finding.rule == ibid::finding::Rule::BaselineStale);
    }
    Ok(known.failing_words(report))
}

/// Writes the baseline again without what is stale.
fn drop_stale(file: &Path, name: &str, json: &str, stale: &HashSet<String>) -> Result<(), Error> {
    if stale.is_empty() {
        output::tell(&format!("nothing to drop from {name}"));
        return Ok(());
    }
    let mut saved = saved::read(name, json)?;
    saved.remove(|one| stale.contains(&one.fingerprint));
    store::replace(&output::place(file)?, json.as_bytes(), render::json::render(&saved).as_bytes())?;
    output::tell(&format!("dropped from {name}: {}", counted(stale.len(), "finding")));
    Ok(())
}

/// Marks what failed in a revision too. Returns what is to be said at the end: of captures that are not what they were
/// then, and of rules that are.
pub fn by_revision(
    report: &mut Report,
    revision: &str,
    on: FailOn,
    common: &Common,
) -> Result<Vec<String>, Error> {
    let sides = Sides::new(common)?;
    let (comparison, _) = compared(sides.revision(revision)?, sides.working_tree()?, false)?;
    let of = |since: Since| comparison.findings.iter().filter(move |one| one.since == since);
    let was: HashMap<&str, Level> =
        of(Since::Fixed).map(|one| (one.fingerprint.as_str(), one.finding.level)).collect();
    // What only weighs less than it did is not new.
    let is_new = |one: &&FindingChange| was.get(&*one.fingerprint).is_none_or(|was| *was > one.finding.level);
    let new: HashSet<&str> = of(Since::New).filter(is_new).map(|one| one.fingerprint.as_str()).collect();
    baseline::mark(report, |one| !new.contains(one.fingerprint.as_str()));
    let is_excused = report.findings.iter().any(|one| one.is_known && on.covers(one.finding.level));
    let is_itself = is_excused && comparison.is_empty() && sides.is_checked_out(revision);
    let remarks = [
        render::losses::remark(&comparison, revision),
        render::rules::remark(&comparison, revision),
        is_itself.then(|| itself_words(revision)),
    ];
    Ok(remarks.into_iter().flatten().collect())
}

/// What is said where a state is compared with itself, as in a job that runs on a branch and names that branch.
fn itself_words(revision: &str) -> String {
    let revision = render::visible::visible(revision);
    format!(
        "{revision} is what is checked out here, and nothing differs from it, so every failure is known and none can \
         be new; in CI compare with the commit before (`--new-since HEAD~1`), or with the branch that a change goes \
         into (`--new-since origin/main`)"
    )
}
