//! What was found of some words as programs read it: `ibid.search/1`. Apart from the working types, so that
//! those can change without breaking a reader.

use super::{Answer, Hit};
use crate::anchor::Standing;
use crate::edit::quote_lines;
use crate::source::Source;
use crate::wire::Location;
use serde::Serialize;

/// An answer.
#[derive(Debug, Serialize)]
pub struct Wire<'a> {
    schema: &'static str,
    words: &'a str,
    identical: usize,
    searched: usize,
    near_left_out: bool,
    results: Vec<WireHit<'a>>,
    unsearched: Vec<WireUnsearched<'a>>,
}

#[derive(Debug, Serialize)]
struct WireHit<'a> {
    source: &'a str,
    capture: &'a str,
    newest: bool,
    kind: &'static str,
    nearness: f64,
    location: Location<'a>,
    found: &'a [String],
    differences: Vec<WireDifference<'a>>,
    context: &'a str,
    marks: Vec<[usize; 2]>,
    toml: Option<String>,
    /// Whether words of a restricted source were left out; only where they were.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    withheld: bool,
}

#[derive(Debug, Serialize)]
struct WireDifference<'a> {
    kind: &'static str,
    quote: &'a str,
    source: &'a str,
    name: &'a str,
}

#[derive(Debug, Serialize)]
struct WireUnsearched<'a> {
    source: &'a str,
    capture: Option<&'a str>,
    reason: &'a str,
}

impl<'a> Wire<'a> {
    /// What was found of `words` in these sources.
    pub fn new(answer: &'a Answer, sources: &'a [Source], words: &'a str) -> Self {
        let unsearched = answer.unsearched.iter();
        Self {
            schema: "ibid.search/1",
            words,
            identical: answer.identical,
            searched: answer.searched,
            near_left_out: answer.is_near_left_out,
            results: answer.hits.iter().map(|hit| WireHit::new(hit, &sources[hit.source])).collect(),
            unsearched: unsearched
                .map(|one| WireUnsearched {
                    source: &one.source,
                    capture: one.capture.as_deref(),
                    reason: &one.why,
                })
                .collect(),
        }
    }
}

impl<'a> WireHit<'a> {
    fn new(hit: &'a Hit, source: &'a Source) -> Self {
        let context = &hit.context.text;
        let chars = |at: usize| context[..at].chars().count();
        Self {
            source: &source.id,
            capture: &source.captures[hit.capture].id,
            newest: hit.capture + 1 == source.captures.len(),
            kind: match hit.standing {
                Standing::Stands | Standing::Ambiguous => "exact",
                Standing::Cut => "cut",
                Standing::Variant => "variant",
                Standing::Altered | Standing::Absent => "near",
            },
            nearness: (hit.nearness * 1000.0).round() / 1000.0,
            location: (&hit.location).into(),
            found: &hit.found,
            differences: hit
                .differences
                .iter()
                .map(|one| WireDifference {
                    kind: one.kind.name(),
                    quote: &one.quote,
                    source: &one.source,
                    name: &one.name,
                })
                .collect(),
            context,
            marks: hit.context.marks.iter().map(|mark| [chars(mark.start), chars(mark.end)]).collect(),
            toml: (!hit.quote.is_empty()).then(|| quote_lines(&hit.quote)),
            withheld: hit.is_withheld,
        }
    }
}
