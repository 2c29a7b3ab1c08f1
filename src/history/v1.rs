//! The wire types of a claim's story, `ibid.history/1`. Within a version members are only added.

use super::{Entry, History};
use crate::compare::v1::{Claim, Source, claim, source};
use serde::Serialize;

/// The version of the schema.
pub const SCHEMA: &str = "ibid.history/1";

/// A story as it is written.
#[derive(Debug, Serialize)]
pub struct Wire<'h> {
    schema: &'static str,
    claim: &'h str,
    /// Whether there are older commits that the clone does not have.
    cut: bool,
    entries: Vec<EntryWire<'h>>,
}

#[derive(Debug, Serialize)]
struct EntryWire<'h> {
    commit: &'h str,
    author: &'h str,
    date: &'h str,
    subject: &'h str,
    id: &'h str,
    status: Option<&'static str>,
    verdict: Option<&'h str>,
    change: Option<Claim<'h>>,
    sources: Vec<Source<'h>>,
    /// Whether what was before is not in the clone: the claim as it was then, not what the commit did.
    cut: bool,
}

impl<'h> From<&'h History> for Wire<'h> {
    fn from(history: &'h History) -> Self {
        Self {
            schema: SCHEMA,
            claim: &history.claim,
            cut: history.is_cut,
            entries: history.entries.iter().map(entry).collect(),
        }
    }
}

fn entry(entry: &Entry) -> EntryWire<'_> {
    EntryWire {
        commit: &entry.commit.id,
        author: &entry.commit.author,
        date: &entry.commit.date,
        subject: &entry.commit.subject,
        id: &entry.id,
        status: entry.status,
        verdict: entry.verdict.as_deref(),
        change: entry.change.as_ref().map(claim),
        sources: entry.sources.iter().map(source).collect(),
        cut: entry.is_cut,
    }
}
