//! Claims and their quotes, as people write them.

use crate::text::Span;
use toml::Table;

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its bytes in the file, a string's delimiters included.
    pub span: Span,
}

/// One assertion in our own words.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Unique in the repository; empty where it is missing or malformed.
    pub id: Located<String>,
    /// The assertion.
    pub text: String,
    /// A word of the scale in `ibid.toml`.
    pub verdict: Option<Located<String>>,
    /// Free labels.
    pub tags: Vec<String>,
    /// A remark.
    pub note: Option<String>,
    /// Whatever else people keep.
    pub extra: Table,
    /// What it rests on.
    pub quotes: Vec<Quote>,
    /// The number of its file in the corpus.
    pub file: usize,
    /// The line of its `[[claim]]`, from 1.
    pub line: usize,
    /// Whether something about it other than its quotes is wrong, so that it cannot stand.
    pub is_invalid: bool,
}

/// A claim's citation of a span of a source.
#[derive(Clone, Debug)]
pub struct Quote {
    /// The source's id; `None` where it is missing or malformed.
    pub source: Option<Located<String>>,
    /// The quoted words without white space at their ends, several segments where words are omitted; empty where they
    /// are missing.
    pub exact: Vec<Located<String>>,
    /// The longer passage that holds them, likewise.
    pub within: Option<Box<Located<String>>>,
    /// What it does for the claim.
    pub stance: Stance,
    /// Who said it.
    pub speaker: Option<String>,
    /// The words in the claim's language.
    pub translation: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The capture that it cites knowingly.
    pub capture: Option<Box<Located<String>>>,
    /// Whether it may begin or end inside a word.
    pub partial: bool,
    /// Whether any of several identical places will do.
    pub repeated: bool,
    /// The line of its `[[claim.quote]]`, from 1.
    pub line: usize,
    /// Whether it cannot be checked, which has a finding of its own.
    pub is_invalid: bool,
}

impl Quote {
    /// The words of its segments.
    pub fn segments(&self) -> Vec<&str> {
        self.exact.iter().map(|segment| segment.value.as_str()).collect()
    }

    /// The words of its `within`.
    pub fn within(&self) -> Option<&str> {
        self.within.as_ref().map(|within| within.value.as_str())
    }

    /// Its words in one string, for messages and identity.
    pub fn words(&self) -> String {
        self.segments().join(" […] ")
    }
}

/// What a quote does for its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Stance {
    /// It speaks for the claim.
    #[default]
    Supports,
    /// It speaks against it.
    Refutes,
    /// It does neither.
    Context,
}

impl Stance {
    /// Every stance.
    pub const ALL: [Self; 3] = [Self::Supports, Self::Refutes, Self::Context];

    /// The stance's name in files and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Refutes => "refutes",
            Self::Context => "context",
        }
    }
}
