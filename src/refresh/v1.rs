//! The wire types of sources that were fetched again, `ibid.refresh/1`. Within a version members are only
//! added.

use super::{Outcome, Refreshed, Told};
use crate::drift::v1::Wire as Drift;
use serde::Serialize;

/// The version of the schema.
pub const SCHEMA: &str = "ibid.refresh/1";

/// What became of the sources, as it is written.
#[derive(Debug, Serialize)]
pub struct Wire<'r> {
    schema: &'static str,
    /// Whether anything was stored, or would only have been.
    stored: bool,
    without_address: usize,
    lost: usize,
    sources: Vec<SourceWire<'r>>,
    /// What the changed texts do to each claim.
    drift: Drift<'r>,
}

#[derive(Debug, Serialize)]
struct SourceWire<'r> {
    id: &'r str,
    outcome: &'static str,
    /// In what it is the same: `unmodified`, `bytes`, `text` or `words`.
    #[serde(skip_serializing_if = "Option::is_none")]
    same: Option<&'static str>,
    /// The new capture.
    #[serde(skip_serializing_if = "Option::is_none")]
    capture: Option<&'r str>,
    /// The HTTP status of a page that is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    /// Why nothing is known of the page as it is now.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'r str>,
    remarks: &'r [String],
}

impl<'r> From<&'r Refreshed> for Wire<'r> {
    fn from(refreshed: &'r Refreshed) -> Self {
        Self {
            schema: SCHEMA,
            stored: !refreshed.is_check,
            without_address: refreshed.left_out.without_address,
            lost: refreshed.left_out.lost,
            sources: refreshed.told.iter().map(source).collect(),
            drift: Drift::from(&refreshed.compared[..]),
        }
    }
}

fn source(told: &Told) -> SourceWire<'_> {
    let mut wire = SourceWire {
        id: &told.id,
        outcome: told.outcome.name(),
        same: None,
        capture: None,
        status: None,
        message: None,
        remarks: &told.remarks,
    };
    match &told.outcome {
        Outcome::Same(same) => wire.same = Some(same.name()),
        Outcome::Stored(id) | Outcome::WouldStore(id) => wire.capture = Some(id),
        Outcome::Gone(status, _) => wire.status = Some(*status),
        Outcome::Strange(why) => wire.message = Some(why),
        Outcome::Failed(error) => wire.message = Some(&error.message),
    }
    wire
}
