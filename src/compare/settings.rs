//! What else than the levels of rules is set otherwise in ibid.toml.

use super::rules::has_slip;
use super::{Event, Field, event};
use crate::report::Report;
use std::collections::BTreeSet;

/// What is set otherwise; nothing where a side does not say, or its ibid.toml cannot be read whole.
pub(super) fn changes(before: &Report, after: &Report) -> Vec<Event> {
    let (Some(old), Some(new)) = (&before.settings, &after.settings) else { return Vec::new() };
    if old == new || has_slip(before) || has_slip(after) {
        return Vec::new();
    }
    let scale = event(Field::Scale, Some(&old.scale.join(", ")), Some(&new.scale.join(", ")));
    let keys: BTreeSet<&String> = old.export.keys().chain(new.export.keys()).collect();
    let export = keys.into_iter().filter_map(|key| {
        let values = [&old.export, &new.export].map(|side| side.get(key).map(String::as_str));
        event(Field::Export, values[0], values[1]).map(|event| Event { key: key.clone(), ..event })
    });
    scale.into_iter().chain(export).collect()
}
