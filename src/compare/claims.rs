//! What changed of a claim and its quotes.

use super::pair::Pair;
use super::{
    Change, ClaimChange, Event, Field, FindingChange, Newest, QuoteChange, QuoteThere, Since, Unread, event,
    extra_events, joined, set_events, whole,
};
use crate::finding::Rule;
use crate::report::{ClaimReport, Pin, QuoteReport, Report};
use std::collections::HashSet;

/// What became of the claims.
#[derive(Default)]
pub(super) struct Changes {
    /// Those of which something did, in no order.
    pub claims: Vec<ClaimChange>,
    /// How many quotes were checked in another capture for no other reason than that the source has a newer
    /// one, or had.
    pub recaptured: usize,
}

/// What became of the claims in pairs, each with its quotes in pairs.
pub(super) fn changes(
    pairs: &[Pair<'_, ClaimReport>],
    quotes: &[Vec<Pair<'_, QuoteReport>>],
    before: &Report,
    after: &Report,
) -> Changes {
    let (unread, newest) = (Unread::of(before, after), Newest::of(before, after));
    let mut changes = Changes::default();
    for (pair, pairs) in pairs.iter().zip(quotes) {
        changes.recaptured += pairs.iter().filter(|pair| is_recaptured(pair, &newest)).count();
        let quotes = pairs.iter().filter_map(|pair| quote_change(pair, &newest)).collect();
        changes.claims.extend(change(pair, quotes, &unread));
    }
    changes
}

/// What became of a claim; `None` where nothing did.
fn change(
    pair: &Pair<'_, ClaimReport>,
    quotes: Vec<QuoteChange>,
    unread: &Unread<'_>,
) -> Option<ClaimChange> {
    let (mut change, shown) = whole(pair);
    let mut events = Vec::new();
    if let (Some(before), Some(after)) = (pair.before, pair.after) {
        events = claim_events(before, after);
        if before.id != after.id {
            change = Change::Renamed;
        }
    }
    if change == Change::Changed && events.is_empty() && quotes.is_empty() {
        return None;
    }
    Some(ClaimChange {
        change,
        id: shown.id.clone(),
        path: shown.path.clone(),
        line: shown.line,
        text: shown.text.clone(),
        verdict: shown.verdict.clone(),
        status: shown.status.name(),
        events,
        quotes,
        is_unread_there: unread.opposite(pair).is_some_and(|there| there.has_file(&shown.path)),
    })
}

/// The files and ids of claims that are on one side alone.
pub(super) struct Lonely<'r> {
    before: HashSet<Named<'r>>,
    after: HashSet<Named<'r>>,
}

/// The file and the id of a claim.
type Named<'r> = (&'r str, &'r str);

/// The claims that have no counterpart, where no other of their file has their id.
pub(super) fn lonely<'r>(pairs: &[Pair<'r, ClaimReport>]) -> Lonely<'r> {
    let named = |claim: &'r ClaimReport| (claim.path.as_str(), claim.id.as_str());
    let is_both = |pair: &&Pair<'r, ClaimReport>| pair.before.is_some() && pair.after.is_some();
    let (both, single): (Vec<_>, Vec<_>) = pairs.iter().partition(is_both);
    let of = |side: fn(&Pair<'r, ClaimReport>) -> Option<&'r ClaimReport>| {
        let mut alone: HashSet<Named<'r>> = single.iter().filter_map(&side).map(named).collect();
        if !alone.is_empty() {
            both.iter().filter_map(&side).map(named).for_each(|one| _ = alone.remove(&one));
        }
        alone
    };
    Lonely { before: of(|pair| pair.before), after: of(|pair| pair.after) }
}

/// Tells each finding that went or came with its claim. That two claims have one id is mended by taking one of them out.
pub(super) fn tell(findings: &mut [FindingChange], lonely: &Lonely<'_>) {
    let is_bare = |one: &&mut FindingChange| {
        let may_be_there = one.is_unread_there || one.finding.rule == Rule::ClaimIdDuplicate;
        one.pinned.is_none() && one.captures.is_empty() && !may_be_there
    };
    for one in findings.iter_mut().filter(is_bare) {
        let side = match one.since {
            Since::Fixed => &lonely.before,
            Since::New => &lonely.after,
            Since::Still => continue,
        };
        let has = |id: &&String| side.contains(&(one.finding.place.path.as_str(), id.as_str()));
        let is_without = one.quote_there == Some(QuoteThere::NoClaim);
        one.with_claim = one.finding.claim.as_ref().filter(|id| is_without || has(id)).cloned();
    }
}

fn claim_events(before: &ClaimReport, after: &ClaimReport) -> Vec<Event> {
    let own = [
        event(Field::Id, Some(&before.id), Some(&after.id)),
        event(Field::Text, Some(&before.text), Some(&after.text)),
        event(Field::Verdict, before.verdict.as_deref(), after.verdict.as_deref()),
        event(Field::Note, before.note.as_deref(), after.note.as_deref()),
        event(Field::File, Some(&before.path), Some(&after.path)),
        event(Field::Status, Some(before.status.name()), Some(after.status.name())),
    ];
    let tags = set_events(Field::Tag, &before.tags, &after.tags);
    joined(own, tags.into_iter().chain(extra_events(&before.extra, &after.extra)))
}

/// What a quote is pinned to on both sides; `None` where it is on neither, or one side does not say.
pub(super) fn pins<'r>(
    before: &'r QuoteReport,
    after: &'r QuoteReport,
) -> Option<(Option<&'r str>, Option<&'r str>)> {
    let is_known = before.pin != Pin::Unknown && after.pin != Pin::Unknown;
    let (from, to) = (before.pin.capture(), after.pin.capture());
    (is_known && (from.is_some() || to.is_some())).then_some((from, to))
}

/// Whether a quote was checked in another capture only because that is the newest now, or was.
fn is_recaptured(pair: &Pair<'_, QuoteReport>, newest: &Newest<'_>) -> bool {
    let (Some(before), Some(after)) = (pair.before, pair.after) else { return false };
    let capture = |quote: &QuoteReport| quote.outcome.capture.clone();
    pins(before, after).is_none()
        && before.source == after.source
        && newest.moved(before.source.as_deref(), capture(before).as_deref(), capture(after).as_deref())
}

fn quote_change(pair: &Pair<'_, QuoteReport>, newest: &Newest<'_>) -> Option<QuoteChange> {
    let (change, shown) = whole(pair);
    let mut events = match (pair.before, pair.after) {
        (Some(before), Some(after)) => quote_events(before, after),
        _ => Vec::new(),
    };
    if is_recaptured(pair, newest) {
        events.retain(|event| event.field != Field::Capture);
    }
    if change == Change::Changed && events.is_empty() {
        return None;
    }
    Some(QuoteChange {
        change,
        words: shown.words(),
        source: shown.source.clone(),
        stance: shown.stance.name(),
        speaker: shown.speaker.clone(),
        line: shown.line,
        status: shown.outcome.status.name(),
        events,
    })
}

fn quote_events(before: &QuoteReport, after: &QuoteReport) -> Vec<Event> {
    let flag = |is_set: bool| is_set.then_some("true");
    let (old, new) = (&before.outcome, &after.outcome);
    // What is written decides; the capture that a quote was checked in says more only where none is.
    let (from, to) = pins(before, after).unwrap_or((old.capture.as_deref(), new.capture.as_deref()));
    let own = [
        event(Field::Exact, Some(&before.words()), Some(&after.words())),
        event(Field::Within, before.within.as_deref(), after.within.as_deref()),
        event(Field::Source, before.source.as_deref(), after.source.as_deref()),
        event(Field::Capture, from, to),
        event(Field::Stance, Some(before.stance.name()), Some(after.stance.name())),
        event(Field::Speaker, before.speaker.as_deref(), after.speaker.as_deref()),
        event(Field::Translation, before.translation.as_deref(), after.translation.as_deref()),
        event(Field::Note, before.note.as_deref(), after.note.as_deref()),
        event(Field::Partial, flag(before.partial), flag(after.partial)),
        event(Field::Repeated, flag(before.repeated), flag(after.repeated)),
        event(Field::Status, Some(old.status.name()), Some(new.status.name())),
    ];
    joined(own, [])
}
