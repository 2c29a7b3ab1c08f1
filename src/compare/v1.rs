//! The wire types of the comparison, `ibid.comparison/1`. Apart from the working types, so that those can
//! change; within a version members are only added.

use super::{
    CaptureChange, ClaimChange, Comparison, Counts, Event, FindingChange, QuoteChange, QuoteThere,
    RuleChange, SourceChange, Why,
};
use crate::finding::Level;
use crate::reach::Untouched;
use serde::Serialize;

/// The version of the comparison's schema.
pub const SCHEMA: &str = "ibid.comparison/1";

/// A comparison as it is written.
#[derive(Debug, Serialize)]
pub struct Wire<'c> {
    schema: &'static str,
    before: &'c str,
    after: &'c str,
    summary: Summary,
    untouched: Option<UntouchedWire>,
    claims: Vec<Claim<'c>>,
    sources: Vec<Source<'c>>,
    findings: Vec<Finding<'c>>,
    rules: Vec<RuleWire>,
    settings: Vec<EventWire<'c>>,
}

/// A rule whose level is another.
#[derive(Debug, Serialize)]
struct RuleWire {
    rule: &'static str,
    from: &'static str,
    to: &'static str,
}

#[derive(Debug, Serialize)]
struct Summary {
    claims_added: usize,
    claims_removed: usize,
    claims_changed: usize,
    claims_renamed: usize,
    reworded: usize,
    verdicts_changed: usize,
    quotes_added: usize,
    quotes_removed: usize,
    quotes_changed: usize,
    sources_added: usize,
    sources_removed: usize,
    sources_changed: usize,
    sources_renamed: usize,
    captures_added: usize,
    captures_removed: usize,
    captures_rewritten: usize,
    captures_reordered: usize,
    quotes_recaptured: usize,
    newly_failing: usize,
    fixed: usize,
    still_failing: usize,
    pinned: usize,
    unpinned: usize,
    gone_with_captures: usize,
    come_with_captures: usize,
    gone_with_claims: usize,
    come_with_claims: usize,
    gone_with_quotes: usize,
    come_with_quotes: usize,
    gone_unchecked: usize,
    come_unchecked: usize,
    fail_otherwise: usize,
    failed_otherwise: usize,
    rules_changed: usize,
    settings_changed: usize,
    fixed_by_level: usize,
    failing_by_level: usize,
}

/// What is the same on both sides and was not read again; no figure counts it.
#[derive(Debug, Serialize)]
struct UntouchedWire {
    claim_files: usize,
    sources: usize,
}

#[derive(Debug, Serialize)]
pub(crate) struct Claim<'c> {
    change: &'static str,
    id: &'c str,
    path: &'c str,
    line: usize,
    text: &'c str,
    verdict: Option<&'c str>,
    status: &'static str,
    events: Vec<EventWire<'c>>,
    quotes: Vec<Quote<'c>>,
    unread_there: bool,
}

#[derive(Debug, Serialize)]
struct EventWire<'c> {
    field: &'static str,
    key: Option<&'c str>,
    from: Option<&'c str>,
    to: Option<&'c str>,
}

#[derive(Debug, Serialize)]
struct Quote<'c> {
    change: &'static str,
    words: &'c str,
    source: Option<&'c str>,
    stance: &'static str,
    speaker: Option<&'c str>,
    line: usize,
    status: &'static str,
    events: Vec<EventWire<'c>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Source<'c> {
    change: &'static str,
    id: &'c str,
    title: &'c str,
    events: Vec<EventWire<'c>>,
    captures: Vec<Capture<'c>>,
    claims: &'c [String],
    unread_there: bool,
}

#[derive(Debug, Serialize)]
struct Capture<'c> {
    change: &'static str,
    id: &'c str,
    file: &'c str,
    intact: bool,
    events: Vec<EventWire<'c>>,
    /// Only where the record has a slip on the other side, so that nobody knows which captures it has there.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unread_there: bool,
}

#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a member of its own")]
struct Finding<'c> {
    since: &'static str,
    rule: &'static str,
    level: &'static str,
    message: &'c str,
    claim: Option<&'c str>,
    source: Option<&'c str>,
    path: &'c str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    fingerprint: &'c str,
    unread_there: bool,
    /// Only where the finding came or went because its quote cites another capture knowingly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pinned: Option<&'c str>,
    /// Only where captures of its source went, came or were rewritten as the finding went or came.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    captures: &'c [String],
    /// Only where its claim went with it, or came.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    with_claim: bool,
    /// Only where its quote went with it, or came, in a claim that is on both sides.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    with_quote: bool,
    /// Only where its quote fails on the other side too, in another way.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    otherwise: bool,
    /// Only where the rule has another level, and that made the finding come or go.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_change: Option<RuleWire>,
    /// Only where the finding stands for several, which are not told one by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
}

impl<'c> Wire<'c> {
    /// A comparison with the names of its sides.
    pub fn new(
        comparison: &'c Comparison,
        (before, after): (&'c str, &'c str),
        untouched: Option<Untouched>,
    ) -> Self {
        Self {
            schema: SCHEMA,
            before,
            after,
            summary: summary(&comparison.summary),
            untouched: untouched
                .map(|Untouched { claim_files, sources }| UntouchedWire { claim_files, sources }),
            claims: comparison.claims.iter().map(claim).collect(),
            sources: comparison.sources.iter().map(source).collect(),
            findings: comparison.findings.iter().map(finding).collect(),
            rules: comparison.rules.iter().copied().map(rule).collect(),
            settings: events(&comparison.settings),
        }
    }
}

const fn summary(summary: &super::Summary) -> Summary {
    let (claims, quotes, sources): (Counts, Counts, Counts) =
        (summary.claims, summary.quotes, summary.sources);
    Summary {
        claims_added: claims.added,
        claims_removed: claims.removed,
        claims_changed: claims.changed,
        claims_renamed: claims.renamed,
        reworded: summary.reworded,
        verdicts_changed: summary.verdicts,
        quotes_added: quotes.added,
        quotes_removed: quotes.removed,
        quotes_changed: quotes.changed,
        sources_added: sources.added,
        sources_removed: sources.removed,
        sources_changed: sources.changed,
        sources_renamed: sources.renamed,
        captures_added: summary.captures_added,
        captures_removed: summary.captures_removed,
        captures_rewritten: summary.captures_rewritten,
        captures_reordered: summary.captures_reordered,
        quotes_recaptured: summary.recaptured,
        newly_failing: summary.newly_failing,
        fixed: summary.fixed,
        still_failing: summary.still_failing,
        pinned: summary.pinned,
        unpinned: summary.unpinned,
        gone_with_captures: summary.gone_with_captures,
        come_with_captures: summary.come_with_captures,
        gone_with_claims: summary.gone_with_claims,
        come_with_claims: summary.come_with_claims,
        gone_with_quotes: summary.gone_with_quotes,
        come_with_quotes: summary.come_with_quotes,
        gone_unchecked: summary.gone_unchecked,
        come_unchecked: summary.come_unchecked,
        fail_otherwise: summary.fail_otherwise,
        failed_otherwise: summary.failed_otherwise,
        rules_changed: summary.rules_changed,
        settings_changed: summary.settings_changed,
        fixed_by_level: summary.fixed_by_level,
        failing_by_level: summary.failing_by_level,
    }
}

fn rule(change: RuleChange) -> RuleWire {
    RuleWire {
        rule: change.rule.name(),
        from: Level::name_or_off(change.from),
        to: Level::name_or_off(change.to),
    }
}

fn events(events: &[Event]) -> Vec<EventWire<'_>> {
    events.iter().map(event).collect()
}

fn event(event: &Event) -> EventWire<'_> {
    EventWire {
        field: event.field.name(),
        key: Some(event.key.as_str()).filter(|key| !key.is_empty()),
        from: event.from.as_deref(),
        to: event.to.as_deref(),
    }
}

pub(crate) fn claim(claim: &ClaimChange) -> Claim<'_> {
    Claim {
        change: claim.change.name(),
        id: &claim.id,
        path: &claim.path,
        line: claim.line,
        text: &claim.text,
        verdict: claim.verdict.as_deref(),
        status: claim.status,
        events: events(&claim.events),
        quotes: claim.quotes.iter().map(quote).collect(),
        unread_there: claim.is_unread_there,
    }
}

fn quote(quote: &QuoteChange) -> Quote<'_> {
    Quote {
        change: quote.change.name(),
        words: &quote.words,
        source: quote.source.as_deref(),
        stance: quote.stance,
        speaker: quote.speaker.as_deref(),
        line: quote.line,
        status: quote.status,
        events: events(&quote.events),
    }
}

pub(crate) fn source(source: &SourceChange) -> Source<'_> {
    Source {
        change: source.change.name(),
        id: &source.id,
        title: &source.title,
        events: events(&source.events),
        captures: source.captures.iter().map(capture).collect(),
        claims: &source.claims,
        unread_there: source.is_unread_there,
    }
}

fn capture(capture: &CaptureChange) -> Capture<'_> {
    Capture {
        change: capture.change.name(),
        id: &capture.id,
        file: &capture.file,
        intact: capture.is_intact,
        events: events(&capture.events),
        unread_there: capture.is_unread_there,
    }
}

fn finding(one: &FindingChange) -> Finding<'_> {
    let (finding, place) = (&one.finding, &one.finding.place);
    let is_unchecked = one.quote_there == Some(QuoteThere::Unchecked);
    Finding {
        since: one.since.name(),
        rule: finding.rule.name(),
        level: finding.level.name(),
        message: &finding.message,
        claim: finding.claim.as_deref(),
        source: finding.source.as_deref(),
        path: &place.path,
        line: place.line,
        column: place.column,
        end_line: place.end_line,
        end_column: place.end_column,
        fingerprint: &one.fingerprint,
        unread_there: one.is_unread_there || is_unchecked || one.is_untold_there,
        pinned: one.pinned.as_deref(),
        captures: &one.captures,
        with_claim: one.with_claim.is_some(),
        with_quote: one.why() == Some(Why::Quote),
        otherwise: one.why() == Some(Why::Otherwise),
        rule_change: one.rule_change.map(rule),
        count: finding.others.as_ref().map(|others| others.count),
    }
}
