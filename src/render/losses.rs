//! What is said of captures that are not what they were, in every format for people.

use super::visible::visible;
use crate::compare::{CaptureChange, Change, Comparison, FindingChange, Loss, Since, SourceChange, Summary};

/// The title of the section that tells them.
pub(super) const TITLE: &str = "Captures that are not what they were";

/// What happened to a capture: what is said behind its name.
pub(super) const fn happened(source: &SourceChange, loss: Loss) -> &'static str {
    match (loss, source.change) {
        (Loss::Removed, Change::Removed) => "was removed with its source",
        (Loss::Removed, _) => "was removed",
        (Loss::Bytes, _) => "was rewritten: other bytes are recorded for it",
        (Loss::Order, _) => "was made the newest, and nothing was captured",
        (Loss::Text, _) => "has another text, though its bytes are the same",
    }
}

/// What to do about it.
pub(super) fn advice(source: &SourceChange, capture: &CaptureChange, loss: Loss) -> String {
    let id = &source.id;
    match loss {
        Loss::Removed => {
            "what is stored is never taken out; bring it back from git, or say why it had to go".into()
        }
        Loss::Bytes => format!(
            "what is stored is never rewritten; bring it back from git, and store what the source says now \
             beside it: `ibid add --to {id} FILE`"
        ),
        Loss::Order => {
            "captures stand as they were taken, the newest last; bring their order back from git".into()
        }
        Loss::Text => format!(
            "quotes are checked against that text; `ibid extract {id} --capture {} --check` says whether it \
             is what the bytes have",
            capture.id
        ),
    }
}

/// So many are named in one line.
const NAMED: usize = 5;

/// What a check against a revision says of them, in a line; `None` where there is nothing to say.
pub fn remark(comparison: &Comparison, revision: &str) -> Option<String> {
    let name = |source: &SourceChange, capture: &CaptureChange| {
        format!("`{}` of `{}`", visible(&capture.id), visible(&source.id))
    };
    let all =
        comparison.sources.iter().flat_map(|source| source.lost().map(move |(one, _)| name(source, one)));
    let mut named: Vec<String> = all.collect();
    let more = named.len().saturating_sub(NAMED);
    let (noun, verb) = if named.len() == 1 { ("a capture", "was") } else { ("captures", "were") };
    let end = if more > 0 { format!(" and {more} more") } else { String::new() };
    named.truncate(NAMED);
    (!named.is_empty()).then(|| {
        let (named, revision) = (named.join(", "), visible(revision));
        format!("{noun} {verb} removed, rewritten or put out of order since {revision}: {named}{end}; `ibid diff {revision}` tells more")
    })
}

/// The figures of captures that are not what they were.
pub(super) const fn figures(summary: &Summary) -> [(usize, &'static str, &'static str); 3] {
    [
        (summary.captures_removed, "capture removed", "captures removed"),
        (summary.captures_rewritten, "capture rewritten", "captures rewritten"),
        (summary.captures_reordered, "capture put out of order", "captures put out of order"),
    ]
}

/// What captures that went or were rewritten have to do with a finding that is there no longer.
pub(super) fn finding_words(one: &FindingChange) -> Option<String> {
    let ids: Vec<String> = one.captures.iter().map(|id| format!("`{}`", visible(id))).collect();
    let noun = if ids.len() == 1 { "the capture" } else { "the captures" };
    let verb = if ids.len() == 1 { "was" } else { "were" };
    let is_told = one.since == Since::Fixed && !ids.is_empty();
    is_told.then(|| {
        format!("{noun} {} of its source {verb} removed, rewritten or put out of order", ids.join(", "))
    })
}
