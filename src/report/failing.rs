//! What a run fails for. The one place that says so: every format and the exit status ask here.

use super::{Report, ReportedFinding};
use crate::finding::Level;

/// What makes a run fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum FailOn {
    /// Errors that are not known.
    #[default]
    Error,
    /// These and warnings.
    Warning,
    /// Nothing.
    Never,
}

impl FailOn {
    /// Whether a run fails for findings of this level.
    pub fn covers(self, level: Level) -> bool {
        match self {
            Self::Error => level == Level::Error,
            Self::Warning => level <= Level::Warning,
            Self::Never => false,
        }
    }
}

impl ReportedFinding {
    /// Whether a run fails for this finding. Nothing fails for what is known.
    pub fn fails(&self, on: FailOn) -> bool {
        on.covers(self.finding.level) && !self.is_known
    }
}

impl Report {
    /// Whether the run fails.
    pub fn fails(&self, on: FailOn) -> bool {
        self.findings.iter().any(|one| one.fails(on))
    }

    /// Whether there are errors that are not known.
    pub fn has_errors(&self) -> bool {
        self.fails(FailOn::Error)
    }
}
