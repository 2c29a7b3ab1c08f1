//! What changed of a source and its captures.

use super::pair::Pair;
use super::{
    CaptureChange, Change, Event, Field, SourceChange, Unread, event, extra_events, joined, set_events, whole,
};
use crate::report::SourceReport;
use crate::source::{Capture, Source, UrlStatus};
use std::collections::{BTreeMap, BTreeSet};

/// What became of a source; `None` where nothing did.
pub(super) fn change(
    pair: &Pair<'_, SourceReport>,
    citing: &BTreeMap<&str, BTreeSet<&str>>,
    unread: &Unread<'_>,
) -> Option<SourceChange> {
    let (mut change, shown) = whole(pair);
    let mut events = Vec::new();
    if let (Some(before), Some(after)) = (pair.before, pair.after) {
        events = source_events(before, after);
        if before.record.id != after.record.id {
            change = Change::Renamed;
        }
    }
    let captures = capture_changes(pair);
    if change == Change::Changed && events.is_empty() && captures.is_empty() {
        return None;
    }
    let ids = [pair.before, pair.after].into_iter().flatten().map(|side| side.record.id.as_str());
    let claims: BTreeSet<&str> = ids.filter_map(|id| citing.get(id)).flatten().copied().collect();
    let record = format!("sources/{}/source.toml", shown.record.id);
    Some(SourceChange {
        change,
        id: shown.record.id.clone(),
        title: shown.record.title.clone(),
        events,
        captures,
        claims: claims.into_iter().map(str::to_owned).collect(),
        is_unread_there: pair.is_alone() && unread.has(&record, pair.after.is_some()),
    })
}

fn source_events(before: &SourceReport, after: &SourceReport) -> Vec<Event> {
    let (old, new) = (&before.record, &after.record);
    let status = |record: &Source| record.url_status.map(UrlStatus::name);
    let own = [
        event(Field::Id, Some(&old.id), Some(&new.id)),
        event(Field::Title, Some(&old.title), Some(&new.title)),
        event(Field::Publisher, old.publisher.as_deref(), new.publisher.as_deref()),
        event(Field::Url, old.url.as_deref(), new.url.as_deref()),
        event(Field::UrlStatus, status(old), status(new)),
        event(Field::Published, old.published.as_deref(), new.published.as_deref()),
        event(Field::Language, old.language.as_deref(), new.language.as_deref()),
        event(Field::Access, Some(old.access.name()), Some(new.access.name())),
    ];
    let authors = set_events(Field::Author, &old.author, &new.author);
    joined(own, authors, extra_events(&old.extra, &new.extra))
}

/// The captures by id; a capture is known by its id, whatever became of its bytes.
fn capture_changes(pair: &Pair<'_, SourceReport>) -> Vec<CaptureChange> {
    let (before, after) = (captures(pair.before), captures(pair.after));
    let ids: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    ids.into_iter().filter_map(|id| capture_change(before.get(id).copied(), after.get(id).copied())).collect()
}

/// A source's captures by id, with whether each is intact.
fn captures(side: Option<&SourceReport>) -> BTreeMap<&str, (&Capture, bool)> {
    let Some(source) = side else { return BTreeMap::new() };
    let captures = source.record.captures.iter().zip(&source.intact);
    captures.map(|(capture, &is_intact)| (capture.id.as_str(), (capture, is_intact))).collect()
}

fn capture_change(
    before: Option<(&Capture, bool)>,
    after: Option<(&Capture, bool)>,
) -> Option<CaptureChange> {
    let (change, (shown, is_intact)) = match (before, after) {
        (None, after) => (Change::Added, after?),
        (Some(before), None) => (Change::Removed, before),
        (Some(_), Some(after)) => (Change::Changed, after),
    };
    let events = capture_events(before, after);
    let is_same = change == Change::Changed && events.is_empty();
    let (id, file) = (shown.id.clone(), shown.file.value.clone());
    (!is_same).then_some(CaptureChange { change, id, file, is_intact, events })
}

/// In what a capture differs; of one that is on one side alone what it is known by, when it was taken and its digest.
fn capture_events(before: Option<(&Capture, bool)>, after: Option<(&Capture, bool)>) -> Vec<Event> {
    let (old, new) = (before.map(|(capture, _)| capture), after.map(|(capture, _)| capture));
    let digest = |one: Option<&Capture>| Some(one?.sha256.as_ref()?.value.to_string());
    let taken = |one: Option<&Capture>| one?.captured.clone();
    let mut all = vec![
        event(Field::Captured, taken(old).as_deref(), taken(new).as_deref()),
        event(Field::Sha256, digest(old).as_deref(), digest(new).as_deref()),
    ];
    if let (Some((old, was_intact)), Some((new, is_intact))) = (before, after) {
        let flag = |is_intact: bool| Some(if is_intact { "true" } else { "false" });
        all.extend([
            event(Field::File, Some(&old.file.value), Some(&new.file.value)),
            event(Field::MediaType, Some(&old.media_type), Some(&new.media_type)),
            event(Field::Archive, old.archive.as_deref(), new.archive.as_deref()),
            event(Field::Intact, flag(was_intact), flag(is_intact)),
        ]);
    }
    let mut events: Vec<Event> = all.into_iter().flatten().collect();
    events.sort();
    events
}
