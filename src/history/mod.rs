//! The story of one claim: the commits that touched it or its sources, and what each did to it. Follows
//! it from file to file and from id to id.

pub(crate) mod v1;

use crate::compare::{Change, ClaimChange, Event, Field, QuoteChange, SourceChange, compare};
use crate::error::Error;
use crate::parse::did_you_mean;
use crate::reach::Reach;
use crate::report::{ClaimReport, Report};
use crate::tree::git::{Commit, CommitId, Git, Revision, SHALLOW_ALL, between};
use std::collections::{BTreeSet, BinaryHeap, HashSet};
use std::sync::Arc;

/// What became of a claim over time.
#[derive(Clone, Debug)]
pub struct History {
    /// The claim's id, as it was asked for.
    pub claim: String,
    /// What the commits did, the newest first.
    pub entries: Vec<Entry>,
    /// Whether there are older commits that this clone does not have.
    pub is_cut: bool,
}

/// What one commit did to a claim.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The commit.
    pub commit: Commit,
    /// The claim's id then.
    pub id: String,
    /// How the claim stood then; `None` where the commit took it out.
    pub status: Option<&'static str>,
    /// Its verdict then.
    pub verdict: Option<String>,
    /// What changed of the claim; `None` where only its sources changed.
    pub change: Option<ClaimChange>,
    /// What changed of the sources that it cites.
    pub sources: Vec<SourceChange>,
    /// Whether what was before the commit cannot be read here, so that the claim is told as it was then, and not
    /// what the commit did to it.
    pub is_cut: bool,
}

/// A commit that is still to be looked at, and where the claim is in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Step {
    /// The newest first.
    seconds: i64,
    commit: CommitId,
    id: String,
    /// The file that it is in; `None` while it is looked for in earlier commits.
    path: Option<String>,
}

/// The story of the claim `id`, from the commit `head` back.
///
/// # Errors
///
/// Where no commit has such a claim, or git's history cannot be read.
pub fn history(git: &Arc<Git>, head: CommitId, id: &str) -> Result<History, Error> {
    let first = Step { seconds: i64::MAX, commit: head, id: id.to_owned(), path: None };
    let tip = git.revision(head, "HEAD")?;
    let path = files_with(&tip, &all_claim_files(&tip), id).and_then(|report| path_of(&report, id));
    let mut walk = Walk { git, steps: BinaryHeap::from([Step { path, ..first }]), seen: HashSet::new() };
    let mut history = History { claim: id.to_owned(), entries: Vec::new(), is_cut: false };
    while let Some(step) = walk.steps.pop() {
        if walk.seen.insert(step.commit) {
            walk.visit(&step, &mut history)?;
        }
    }
    if history.entries.is_empty() {
        return Err(unknown(&tip, id, history.is_cut));
    }
    Ok(history)
}

fn unknown(tip: &Revision, id: &str, is_cut: bool) -> Error {
    let corpus = Reach::corpus_in(tip, all_claim_files(tip));
    if let Some(unread) = corpus.unread_claim(id) {
        return Error::new(format!("no claim that can be read has the id `{id}` in any commit"))
            .hint(format!("in the newest one, {unread}; mend that and commit it"));
    }
    let known: Vec<&str> = corpus.claims.iter().map(|claim| claim.id.value.as_str()).collect();
    let here = if is_cut { " in this clone" } else { "" };
    let error = Error::new(format!("no commit{here} has a claim `{id}`"));
    match did_you_mean(id, &known) {
        Some(meant) => error.hint(meant),
        None if is_cut => error.hint(SHALLOW_ALL),
        None => error.hint("only what is committed has a history; `ibid show` shows a claim as it is now"),
    }
}

struct Walk<'g> {
    git: &'g Arc<Git>,
    steps: BinaryHeap<Step>,
    seen: HashSet<CommitId>,
}

impl Walk<'_> {
    fn visit(&mut self, step: &Step, history: &mut History) -> Result<(), Error> {
        let commit = self.git.commit(step.commit)?;
        let Ok(now) = self.git.revision(step.commit, &commit.id) else { return Ok(()) };
        let all = self.git.parents(&commit)?;
        // What is not in this clone, or damaged, is where the story breaks off, not where it began.
        let parents: Vec<CommitId> = all.iter().copied().filter(|parent| self.git.has(*parent)).collect();
        history.is_cut |= commit.is_boundary || parents.len() < all.len();
        let mut befores = Vec::new();
        for parent in parents {
            let before = self.git.revision(parent, &parent.to_string()).ok();
            if before.as_ref().is_some_and(|before| is_untouched(before, &now, step)) {
                // Git's own rule: where a merge took one side as it was, the story went on there.
                return self.follow(parent, &step.id, step.path.clone());
            }
            befores.push((parent, before));
        }
        if befores.iter().all(|(_, before)| before.is_none()) {
            // The first commit, or the first that holds an ibid repository, or the last that can be read.
            let is_cut = commit.is_boundary || befores.len() < all.len();
            begin(step, &now, &commit, is_cut, history);
            return Ok(());
        }
        let mut done: Option<Vec<Entry>> = Some(Vec::new());
        for (parent, before) in befores {
            let Some(before) = before else { continue };
            let told = told(&before, &now, step)?;
            if told.as_ref().is_some_and(|told| told.is_of_another(step, !history.entries.is_empty())) {
                done = None;
                continue;
            }
            let entry = told.as_ref().and_then(|told| told.entry(&commit, step));
            done = done.zip(entry).map(|(all, one)| all.into_iter().chain([one]).collect());
            let (id, path) = told.map_or_else(|| (step.id.clone(), None), |told| told.earlier(step));
            self.follow(parent, &id, path)?;
        }
        history.entries.extend(done.and_then(of_its_own));
        Ok(())
    }

    fn follow(&mut self, commit: CommitId, id: &str, path: Option<String>) -> Result<(), Error> {
        let seconds = self.git.commit(commit)?.seconds;
        self.steps.push(Step { seconds, commit, id: id.to_owned(), path });
        Ok(())
    }
}

/// What a commit that has no parent with a repository says: the claim began with it, as far as is known.
fn begin(step: &Step, now: &Revision, commit: &Commit, is_cut: bool, history: &mut History) {
    let Some(path) = &step.path else { return };
    let report = Reach::around(BTreeSet::from([path.clone()]), &[now]).report(now);
    let nothing = Report::default();
    let mut comparison = compare(&nothing, &report);
    comparison.claims.iter_mut().for_each(|claim| claim.is_unread_there = is_cut);
    let told = Told { before: nothing, after: report, claims: comparison.claims, sources: Vec::new() };
    history.entries.extend(told.entry(commit, step).map(|entry| Entry { is_cut, ..entry }));
}

/// What a commit did, from what it did in the view of each of its parents: of a merge only what none of the
/// sides had.
fn of_its_own(views: Vec<Entry>) -> Option<Entry> {
    let mut views = views.into_iter();
    let mut own = views.next()?;
    for other in views {
        own.sources.retain(|source| other.sources.contains(source));
        own.change = own.change.zip(other.change).and_then(|(one, other)| in_both(one, &other));
    }
    (own.change.is_some() || !own.sources.is_empty()).then_some(own)
}

fn in_both(mut one: ClaimChange, other: &ClaimChange) -> Option<ClaimChange> {
    let is_same_event = |a: &Event, b: &Event| (a.field, &a.key, &a.to) == (b.field, &b.key, &b.to);
    one.events.retain(|event| other.events.iter().any(|known| is_same_event(event, known)));
    let is_same_quote =
        |a: &QuoteChange, b: &QuoteChange| (a.change, &a.words, &a.source) == (b.change, &b.words, &b.source);
    one.quotes.retain(|quote| other.quotes.iter().any(|known| is_same_quote(quote, known)));
    let is_whole = one.change == other.change && matches!(one.change, Change::Added | Change::Removed);
    (is_whole || !one.events.is_empty() || !one.quotes.is_empty()).then_some(one)
}

/// Whether the claim's file and the folders of its sources are the same in both.
fn is_untouched(before: &Revision, now: &Revision, step: &Step) -> bool {
    let is_same = |path: &str| before.id(path) == now.id(path);
    let Some(path) = &step.path else { return is_same("claims") };
    if !is_same(path) {
        return false;
    }
    is_same("sources") || sources_of(now, path, &step.id).iter().all(|folder| is_same(folder))
}

fn sources_of(revision: &Revision, path: &str, id: &str) -> Vec<String> {
    let claims = Reach::claims_in(revision, BTreeSet::from([path.to_owned()]));
    let own = claims.iter().filter(|claim| claim.id.value == id);
    let cited = own.flat_map(|claim| &claim.quotes).filter_map(|quote| quote.source.as_ref());
    cited.map(|source| format!("sources/{}", source.value)).collect()
}

/// What two neighbouring commits say of the files that may hold the claim.
struct Told {
    before: Report,
    after: Report,
    claims: Vec<ClaimChange>,
    sources: Vec<SourceChange>,
}

/// `None` where the claim is still looked for and was in no file that changed.
fn told(before: &Revision, now: &Revision, step: &Step) -> Result<Option<Told>, Error> {
    let changed = between(before, now)?;
    let mut files: BTreeSet<String> =
        changed.into_iter().filter(|path| path.starts_with("claims/")).collect();
    files.extend(step.path.clone());
    if step.path.is_none() && Reach::holding(before, &files, &step.id).is_empty() {
        return Ok(None);
    }
    let reach = Reach::around(files, &[before, now]);
    let (before, after) = (reach.report(before), reach.report(now));
    let comparison = compare(&before, &after);
    Ok(Some(Told { before, after, claims: comparison.claims, sources: comparison.sources }))
}

impl Told {
    /// What the commit did to the claim; `None` where it did nothing.
    fn entry(&self, commit: &Commit, step: &Step) -> Option<Entry> {
        let change = self.change(&step.id).cloned();
        let now = claim(&self.after, &step.id);
        let cited = |claim: &ClaimReport| -> Vec<String> {
            claim.quotes.iter().filter_map(|quote| quote.source.clone()).collect()
        };
        let own: BTreeSet<String> =
            now.into_iter().chain(claim(&self.before, &step.id)).flat_map(cited).collect();
        let was_there = change.as_ref().is_none_or(|change| change.change != Change::Added);
        let sources: Vec<SourceChange> =
            self.sources.iter().filter(|source| was_there && own.contains(&source.id)).cloned().collect();
        if change.is_none() && sources.is_empty() {
            return None;
        }
        Some(Entry {
            commit: commit.clone(),
            id: step.id.clone(),
            status: now.map(|claim| claim.status.name()),
            verdict: now.and_then(|claim| claim.verdict.clone()),
            change,
            sources,
            is_cut: false,
        })
    }

    fn change(&self, id: &str) -> Option<&ClaimChange> {
        let was = |event: &Event| event.field == Field::Id && event.from.as_deref() == Some(id);
        let is_it = |change: &&ClaimChange| change.id == id || change.events.iter().any(was);
        self.claims.iter().find(is_it)
    }

    /// Whether the id was another claim's that goes on under another one, so that its story is not the claim's that was
    /// told already.
    fn is_of_another(&self, step: &Step, has_begun: bool) -> bool {
        let change = self.change(&step.id).filter(|change| change.change == Change::Renamed);
        has_begun && step.path.is_none() && change.is_some_and(|change| change.id != step.id)
    }

    /// The id that the claim had before, and its file; `None` where it was not there, or could not be read. Then it is
    /// looked for further back: it may have been taken out for a while.
    fn earlier(&self, step: &Step) -> (String, Option<String>) {
        let renamed = self.change(&step.id).filter(|change| change.id == step.id);
        let old = renamed.and_then(|change| change.event(Field::Id)?.from.clone());
        let id = old.unwrap_or_else(|| step.id.clone());
        let path = path_of(&self.before, &id);
        (id, path)
    }
}

fn claim<'r>(report: &'r Report, id: &str) -> Option<&'r ClaimReport> {
    report.claims.iter().find(|claim| claim.id == id)
}

fn path_of(report: &Report, id: &str) -> Option<String> {
    claim(report, id).map(|claim| claim.path.clone())
}

fn all_claim_files(revision: &Revision) -> BTreeSet<String> {
    use crate::tree::Tree as _;
    revision.entries("claims").into_iter().map(|entry| entry.path).collect()
}

/// The claims of the files that hold the word, without their sources.
fn files_with(revision: &Revision, files: &BTreeSet<String>, word: &str) -> Option<Report> {
    let holding = Reach::holding(revision, files, word);
    (!holding.is_empty()).then(|| Reach::of_files(holding).report(revision))
}
