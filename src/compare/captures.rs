//! What changed of a source's captures, and which of them are not what they were: a capture is only ever added, so
//! one that went or has other contents is told by itself, and nothing is called mended that went with it.

use super::pair::Pair;
use super::{
    CaptureChange, Change, Event, Field, FindingChange, QuoteThere, Since, SourceChange, Unread, event,
    joined,
};
use crate::digest::Digest;
use crate::report::SourceReport;
use crate::source::{Capture, Fetch, Source};
use std::collections::{BTreeMap, BTreeSet};

/// What happened to a capture that nobody may touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// It is there only before.
    Removed,
    /// Other bytes were recorded for it.
    Bytes,
    /// Its bytes are the same, and the text that quotes are checked against is another.
    Text,
    /// It stands behind captures that it stood before, so that quotes are checked in it.
    Order,
}

/// A capture of one side.
#[derive(Clone, Copy)]
struct Side<'r> {
    capture: &'r Capture,
    /// What its report says of its source, and how much of captures.
    source: &'r SourceReport,
    is_intact: bool,
    /// Whether it is the last of those that the other side has too; only where that is another there.
    is_last: bool,
}

impl Side<'_> {
    fn bytes(&self) -> Option<Digest> {
        Some(self.capture.sha256.as_ref()?.value)
    }

    fn pinned(&self) -> Option<Digest> {
        Some(self.capture.text.as_ref()?.sha256.value)
    }

    /// The digest of what quotes are checked against.
    fn checked(&self) -> Option<Digest> {
        let own = || self.bytes().filter(|_| self.capture.is_text() && self.is_intact);
        self.pinned().or_else(own)
    }
}

/// The captures by id; a capture is known by its id, whatever became of its bytes.
pub(super) fn changes(pair: &Pair<'_, SourceReport>, unread: &Unread<'_>) -> Vec<CaptureChange> {
    let (mut before, mut after) = (captures(pair.before), captures(pair.after));
    if let Some((last, newest)) = reordered(pair, unread) {
        for (side, id) in [(&mut before, last), (&mut after, newest)] {
            side.entry(id).and_modify(|one| one.is_last = true);
        }
    }
    let ids: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    ids.into_iter()
        .filter_map(|id| {
            let change = change(before.get(id).copied(), after.get(id).copied())?;
            Some(settled(change, pair, unread))
        })
        .collect()
}

/// Of the captures that a source has on both sides the last one before and after, where that is another. What was not
/// in the order that records must have may be put right.
fn reordered<'r>(pair: &Pair<'r, SourceReport>, unread: &Unread<'_>) -> Option<(&'r str, &'r str)> {
    let (before, after) = (&pair.before?.record, &pair.after?.record);
    let is_slipped = unread.before.has_record(&before.id) || unread.after.has_record(&after.id);
    let last = |own: &'r Source, other: &Source| {
        let is_there = |one: &&Capture| other.captures.iter().any(|other| other.id == one.id);
        own.captures.iter().rev().find(is_there).map(|capture| capture.id.as_str())
    };
    last(before, after).zip(last(after, before)).filter(|(from, to)| from != to && !is_slipped)
}

/// A source's captures by id.
fn captures(side: Option<&SourceReport>) -> BTreeMap<&str, Side<'_>> {
    let Some(source) = side else { return BTreeMap::new() };
    let captures = source.record.captures.iter().zip(&source.intact);
    captures
        .map(|(capture, &is_intact)| {
            let side = Side { capture, source, is_intact, is_last: false };
            (capture.id.as_str(), side)
        })
        .collect()
}

fn change(before: Option<Side<'_>>, after: Option<Side<'_>>) -> Option<CaptureChange> {
    let (change, shown) = match (before, after) {
        (None, after) => (Change::Added, after?),
        (Some(before), None) => (Change::Removed, before),
        (Some(_), Some(after)) => (Change::Changed, after),
    };
    let events = events(before, after);
    let is_same = change == Change::Changed && events.is_empty();
    let loss = match (before, after) {
        (Some(_), None) => Some(Loss::Removed),
        (Some(before), Some(after)) => rewritten(before, after),
        (None, _) => None,
    };
    let (id, file) = (shown.capture.id.clone(), shown.capture.file.value.clone());
    let is_intact = shown.is_intact;
    (!is_same).then_some(CaptureChange { change, id, file, is_intact, events, loss, is_unread_there: false })
}

/// A change in the light of what can be read: of a record with a slip in it nobody knows which captures it has.
fn settled(change: CaptureChange, pair: &Pair<'_, SourceReport>, unread: &Unread<'_>) -> CaptureChange {
    let (there, other) = match change.change {
        Change::Added => (&unread.before, pair.before),
        Change::Removed => (&unread.after, pair.after),
        Change::Changed | Change::Renamed => return change,
    };
    let id = other.or(pair.after).or(pair.before).map_or("", |source| source.record.id.as_str());
    let is_unread_there = there.has_record(id);
    let loss = change.loss.filter(|_| !is_unread_there);
    CaptureChange { loss, is_unread_there, ..change }
}

fn rewritten(before: Side<'_>, after: Side<'_>) -> Option<Loss> {
    let is_other = |one: Option<Digest>, other: Option<Digest>| one.zip(other).is_some_and(|(a, b)| a != b);
    if is_other(before.bytes(), after.bytes()) {
        return Some(Loss::Bytes);
    }
    let is_known = before.source.knows_texts && after.source.knows_texts;
    if is_known && is_other(before.checked(), after.checked()) {
        return Some(Loss::Text);
    }
    after.is_last.then_some(Loss::Order)
}

/// In what a capture differs; of one that is on one side alone what it is known by, when it was taken and its digest.
fn events(before: Option<Side<'_>>, after: Option<Side<'_>>) -> Vec<Event> {
    let digest = |one: Option<Side<'_>>| Some(one?.bytes()?.to_string());
    let taken = |one: Option<Side<'_>>| one?.capture.captured.clone();
    let mut all = vec![
        event(Field::Captured, taken(before).as_deref(), taken(after).as_deref()),
        event(Field::Sha256, digest(before).as_deref(), digest(after).as_deref()),
    ];
    if let (Some(old), Some(new)) = (before, after) {
        let flag = |is_intact: bool| Some(if is_intact { "true" } else { "false" });
        let knows_texts = old.source.knows_texts && new.source.knows_texts;
        let text = |one: Side<'_>| one.pinned().filter(|_| knows_texts).map(|digest| digest.to_string());
        all.extend([
            event(Field::File, Some(&old.capture.file.value), Some(&new.capture.file.value)),
            event(Field::MediaType, Some(&old.capture.media_type), Some(&new.capture.media_type)),
            event(Field::Archive, old.capture.archive.as_deref(), new.capture.archive.as_deref()),
            event(Field::TextSha256, text(old).as_deref(), text(new).as_deref()),
            event(Field::Intact, flag(old.is_intact), flag(new.is_intact)),
            event(Field::Newest, flag(old.is_last), flag(new.is_last)),
        ]);
        all.extend(origin(old, new));
    }
    joined(all, [])
}

/// In what two captures differ that says where their bytes and text are from, as far as both sides say.
fn origin(old: Side<'_>, new: Side<'_>) -> Vec<Option<Event>> {
    let (from, to) = (old.capture, new.capture);
    let texts = from
        .text
        .as_deref()
        .zip(to.text.as_deref())
        .filter(|_| old.source.knows_texts && new.source.knows_texts);
    let mut all: Vec<Option<Event>> = texts
        .map(|(from, to)| event(Field::Extractor, Some(&from.extractor), Some(&to.extractor)))
        .into_iter()
        .collect();
    if old.source.knows_notes && new.source.knows_notes {
        let url = |capture: &'_ Capture| capture.fetched.as_ref().map(|fetched| fetched.url.clone());
        all.push(event(Field::Note, from.note.as_deref(), to.note.as_deref()));
        all.push(event(Field::Fetched, url(from).as_deref(), url(to).as_deref()));
    }
    if old.source.knows_fetches && new.source.knows_fetches {
        let both = from.fetched.as_deref().zip(to.fetched.as_deref());
        all.extend(both.into_iter().flat_map(|(from, to)| fetches(from, to)));
    }
    all
}

/// What else is recorded otherwise of how a capture came.
fn fetches(from: &Fetch, to: &Fetch) -> impl Iterator<Item = Option<Event>> {
    let told = |one: &Fetch| {
        let redirects = (!one.redirects.is_empty()).then(|| one.redirects.join(", "));
        [
            ("status", Some(one.status.to_string())),
            ("redirects", redirects),
            ("date", one.date.clone()),
            ("content-type", one.content_type.clone()),
            ("content-language", one.content_language.clone()),
            ("etag", one.etag.clone()),
            ("last-modified", one.last_modified.clone()),
        ]
    };
    told(from).into_iter().zip(told(to)).map(|((key, from), (_, to))| {
        let event = event(Field::Fetched, from.as_deref(), to.as_deref())?;
        Some(Event { key: key.to_owned(), ..event })
    })
}

/// Tells each finding that is there no longer, or only now, which captures of its source went or were rewritten, or came
/// or were rewritten, meanwhile.
pub(super) fn tell(findings: &mut [FindingChange], sources: &[SourceChange]) {
    let touched = |is_gone: bool| -> BTreeMap<&str, Vec<String>> {
        let own = |source: &SourceChange| {
            source.captures.iter().filter(|one| is_touched(one, is_gone)).map(|one| one.id.clone()).collect()
        };
        let all = sources.iter().flat_map(|source| source.ids().map(move |id| (id, own(source))));
        all.filter(|(_, ids): &(&str, Vec<String>)| !ids.is_empty()).collect()
    };
    let (gone, come) = (touched(true), touched(false));
    if gone.is_empty() && come.is_empty() {
        return;
    }
    // What came or went with its quote did not with a capture.
    let has_quote =
        |one: &FindingChange| !matches!(one.quote_there, Some(QuoteThere::Gone | QuoteThere::NoClaim));
    for one in findings.iter_mut().filter(|one| one.pinned.is_none() && has_quote(one)) {
        let touched = match one.since {
            Since::Fixed => &gone,
            Since::New => &come,
            Since::Still => continue,
        };
        let ids = one.finding.source.as_deref().and_then(|source| touched.get(source));
        one.captures = ids.cloned().unwrap_or_default();
    }
}

/// Whether a capture went, or came where `is_gone` is not, or has other contents than it had.
fn is_touched(capture: &CaptureChange, is_gone: bool) -> bool {
    match (capture.change, capture.loss) {
        (Change::Removed, _) => is_gone && !capture.is_unread_there,
        (Change::Added, _) => !is_gone && !capture.is_unread_there,
        (_, loss) => loss.is_some() || capture.event(Field::Newest).is_some(),
    }
}
