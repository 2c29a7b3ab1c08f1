//! The states of a repository that can be compared: the working tree, a folder, a revision, a saved
//! report. Reads both sides, and of what is the same on both no more than must be.

use crate::compare::{Comparison, compare};
use crate::corpus::Corpus;
use crate::error::Error;
use crate::reach::{Reach, Untouched};
use crate::report::Report;
#[cfg(feature = "git")]
use crate::tree::git::{self, Revision};
use crate::tree::{Tree, WorkTree};
use crate::verify::{Options, verify};

/// A state of a repository.
#[derive(Debug)]
pub struct State {
    /// How a person calls it.
    pub name: String,
    /// Where it is read from.
    pub from: Origin,
}

/// Where a state is read from.
#[derive(Debug)]
pub enum Origin {
    /// A report that was saved.
    Saved(Box<Report>),
    /// A folder.
    Folder(WorkTree),
    /// The files of the working tree that the revisions belong to.
    #[cfg(feature = "git")]
    Work(WorkTree),
    /// A commit.
    #[cfg(feature = "git")]
    Revision(Revision),
}

impl Origin {
    fn tree(&self) -> Option<&dyn Tree> {
        match self {
            Self::Saved(_) => None,
            Self::Folder(tree) => Some(tree),
            #[cfg(feature = "git")]
            Self::Work(tree) => Some(tree),
            #[cfg(feature = "git")]
            Self::Revision(tree) => Some(tree),
        }
    }

    fn report(self) -> Report {
        match self {
            Self::Saved(report) => *report,
            Self::Folder(tree) => report(&tree),
            #[cfg(feature = "git")]
            Self::Work(tree) => report(&tree),
            #[cfg(feature = "git")]
            Self::Revision(tree) => report(&tree),
        }
    }
}

/// The report of a whole repository.
pub fn report(tree: &dyn Tree) -> Report {
    let corpus = Corpus::load(tree);
    let verified = verify(&corpus, tree, &Options::default());
    Report::new(corpus, verified)
}

/// Compares two states; says what was the same on both sides and not read, where it could be left out.
/// `is_full` leaves nothing out.
///
/// # Errors
///
/// Where git cannot tell what differs.
pub fn compared(
    before: State,
    after: State,
    is_full: bool,
) -> Result<(Comparison, Option<Untouched>), Error> {
    if let Some(reach) = reach(&before.from, &after.from, is_full)?
        && let (Some(old), Some(new)) = (before.from.tree(), after.from.tree())
    {
        let (old, new) = rayon::join(|| reach.report(old), || reach.report(new));
        return Ok((compare(&old, &new), Some(reach.untouched)));
    }
    let (old, new) = rayon::join(|| before.from.report(), || after.from.report());
    Ok((compare(&old, &new), None))
}

#[cfg(feature = "git")]
fn reach(before: &Origin, after: &Origin, is_full: bool) -> Result<Option<Reach>, Error> {
    let changed = match (before, after) {
        _ if is_full => return Ok(None),
        (Origin::Revision(before), Origin::Revision(after)) => git::between(before, after)?,
        (Origin::Revision(revision), Origin::Work(work))
        | (Origin::Work(work), Origin::Revision(revision)) => git::since(revision, work)?,
        _ => return Ok(None),
    };
    let trees = before.tree().zip(after.tree());
    Ok(trees.and_then(|(before, after)| Reach::of(before, after, &changed)))
}

#[cfg(not(feature = "git"))]
#[expect(clippy::unnecessary_wraps, reason = "with git it may fail")]
fn reach(_before: &Origin, _after: &Origin, _is_full: bool) -> Result<Option<Reach>, Error> {
    Ok(None)
}
