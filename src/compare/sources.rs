//! What changed of a source.

use super::pair::Pair;
use super::{
    Change, Event, Field, SourceChange, Unread, captures, event, extra_events, joined, set_events, whole,
};
use crate::report::SourceReport;
use crate::source::{Source, UrlStatus};
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
    let captures = captures::changes(pair, unread);
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
        is_unread_there: unread.opposite(pair).is_some_and(|there| there.has_file(&record)),
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
    joined(own, authors.into_iter().chain(extra_events(&old.extra, &new.extra)))
}
