//! The figures of a comparison.

use super::{CaptureChange, Change, ClaimChange, Field, FindingChange, Loss, Since, SourceChange, Why};
use crate::finding::Level;

/// The figures of a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Claims.
    pub claims: Counts,
    /// Claims whose words changed.
    pub reworded: usize,
    /// Claims whose verdict changed.
    pub verdicts: usize,
    /// Quotes, of any claim.
    pub quotes: Counts,
    /// Sources.
    pub sources: Counts,
    /// Captures that came, of sources that were there or came.
    pub captures_added: usize,
    /// Captures that went, with their source or alone; none should.
    pub captures_removed: usize,
    /// Captures with other bytes or another text than they had; none should.
    pub captures_rewritten: usize,
    /// Captures that were put behind those that stood behind them; none should.
    pub captures_reordered: usize,
    /// Quotes that were checked in another capture only because that is the newest now, or was; by itself
    /// no change of a quote.
    pub recaptured: usize,
    /// Errors that were not there before.
    pub newly_failing: usize,
    /// Errors that are there no longer, whether or not anything was mended.
    pub fixed: usize,
    /// Errors on both sides.
    pub still_failing: usize,
    /// Of the fixed ones: those of quotes with the same words, which only cite another capture knowingly now.
    pub pinned: usize,
    /// Of the newly failing ones: those of quotes that only cite no longer the capture that they did.
    pub unpinned: usize,
    /// Of the fixed ones: those of sources of which a capture went or was rewritten.
    pub gone_with_captures: usize,
    /// Of the newly failing ones: those of sources of which a capture came or was rewritten.
    pub come_with_captures: usize,
    /// Of the fixed ones: those of claims that went.
    pub gone_with_claims: usize,
    /// Of the newly failing ones: those of claims that came.
    pub come_with_claims: usize,
    /// Of the fixed ones: those of quotes that went, of claims that are still there.
    pub gone_with_quotes: usize,
    /// Of the newly failing ones: those of quotes that came, of claims that were there.
    pub come_with_quotes: usize,
    /// Of the fixed ones: those of which nobody knows, for something cannot be read, checked or told.
    pub gone_unchecked: usize,
    /// Of the newly failing ones: those of which nobody knows whether they were there before.
    pub come_unchecked: usize,
    /// Of the fixed ones: those of quotes that fail otherwise now.
    pub fail_otherwise: usize,
    /// Of the newly failing ones: those of quotes that failed otherwise before.
    pub failed_otherwise: usize,
    /// Rules with another level.
    pub rules_changed: usize,
    /// What else is set otherwise in ibid.toml.
    pub settings_changed: usize,
    /// Of the fixed ones: those of a rule with a lower level.
    pub fixed_by_level: usize,
    /// Of the newly failing ones: those of a rule with a higher level.
    pub failing_by_level: usize,
}

/// How many came, went, changed and got another id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// There only after.
    pub added: usize,
    /// There only before.
    pub removed: usize,
    /// On both sides, not the same.
    pub changed: usize,
    /// On both sides under different ids.
    pub renamed: usize,
}

/// Counts what changed; what is not told by these alone is 0.
pub(super) fn summary(
    claims: &[ClaimChange],
    sources: &[SourceChange],
    findings: &[FindingChange],
) -> Summary {
    let failing = |since: Since| {
        let own = findings.iter().filter(|one| one.finding.level == Level::Error && one.since == since);
        own.count()
    };
    let because = |since: Since, why: Why| {
        let own = findings.iter().filter(|one| one.finding.level == Level::Error && one.since == since);
        own.filter(|one| one.why() == Some(why)).count()
    };
    let with = |field: Field| claims.iter().filter(|claim| claim.event(field).is_some()).count();
    let captures = || sources.iter().flat_map(|source| &source.captures).filter(|one| !one.is_unread_there);
    let is_rewritten = |one: &&CaptureChange| matches!(one.loss, Some(Loss::Bytes | Loss::Text));
    let is_reordered = |one: &&CaptureChange| {
        one.event(Field::Newest).is_some_and(|event| event.to.as_deref() == Some("true"))
    };
    let with_change = |change: Change| captures().filter(|one| one.change == change).count();
    Summary {
        claims: Counts::of(claims.iter().map(|claim| claim.change)),
        reworded: with(Field::Text),
        verdicts: with(Field::Verdict),
        quotes: Counts::of(claims.iter().flat_map(|claim| &claim.quotes).map(|quote| quote.change)),
        sources: Counts::of(sources.iter().map(|source| source.change)),
        captures_added: with_change(Change::Added),
        captures_removed: with_change(Change::Removed),
        captures_rewritten: captures().filter(is_rewritten).count(),
        captures_reordered: captures().filter(is_reordered).count(),
        recaptured: 0,
        newly_failing: failing(Since::New),
        fixed: failing(Since::Fixed),
        still_failing: failing(Since::Still),
        pinned: because(Since::Fixed, Why::Pin),
        unpinned: because(Since::New, Why::Pin),
        gone_with_captures: because(Since::Fixed, Why::Capture),
        come_with_captures: because(Since::New, Why::Capture),
        gone_with_claims: because(Since::Fixed, Why::Claim),
        come_with_claims: because(Since::New, Why::Claim),
        gone_with_quotes: because(Since::Fixed, Why::Quote),
        come_with_quotes: because(Since::New, Why::Quote),
        gone_unchecked: because(Since::Fixed, Why::Unknown),
        come_unchecked: because(Since::New, Why::Unknown),
        fail_otherwise: because(Since::Fixed, Why::Otherwise),
        failed_otherwise: because(Since::New, Why::Otherwise),
        rules_changed: 0,
        settings_changed: 0,
        fixed_by_level: because(Since::Fixed, Why::Level),
        failing_by_level: because(Since::New, Why::Level),
    }
}

impl Counts {
    fn of(changes: impl Iterator<Item = Change>) -> Self {
        let mut counts = Self::default();
        for change in changes {
            match change {
                Change::Added => counts.added += 1,
                Change::Removed => counts.removed += 1,
                Change::Changed => counts.changed += 1,
                Change::Renamed => counts.renamed += 1,
            }
        }
        counts
    }

    /// How many in all.
    pub const fn all(&self) -> usize {
        self.added + self.removed + self.changed + self.renamed
    }
}
