//! What became of each source that was asked for, to be told.

use super::Same;
use crate::error::Error;

/// What became of one source.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its id.
    pub id: String,
    /// What became of it.
    pub outcome: Outcome,
    /// What else whoever reads of it should know, each a sentence.
    pub remarks: Vec<String>,
}

/// What becomes of a source that is fetched again.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Nothing, for its text is the same.
    Same(Same),
    /// It has a capture more, of this id.
    Stored(String),
    /// It would have a capture more, of this id, had it been stored.
    WouldStore(String),
    /// The page is no longer there, with the HTTP status, and whether the record said so before.
    Gone(u16, bool),
    /// The page may not be the article, with why; nothing was stored.
    Strange(String),
    /// No page came this time.
    Failed(Error),
}

impl Outcome {
    /// Whether it is not known what the page says now.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Strange(_) | Self::Failed(_))
    }

    /// Whether the source has another text now, or would have.
    pub const fn is_change(&self) -> bool {
        matches!(self, Self::Stored(_) | Self::WouldStore(_))
    }
}

/// How many sources were not asked for, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// They have no address on the web.
    pub without_address: usize,
    /// Their `url-status` says that the page is lost.
    pub lost: usize,
}
