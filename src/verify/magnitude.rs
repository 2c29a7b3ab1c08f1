//! Quotes that stand, and leave out the million beside a number: `about $500` out of `about $500 million`.

use super::beside::{LeftOut, What};
use super::grown;
use super::messages::{Case, within_line};
use super::negated::say_which;
use crate::anchor::{Anchoring, Magnitude, Within, magnitude_beside};
use crate::finding::{Finding, Marked, Rule};
use crate::text::{Span, Text};

/// A finding where a segment of a quote leaves out what makes another amount of its number, and no `within` shows it.
pub(super) fn found(case: &Case<'_>) -> Option<Finding> {
    let left_out = left_out(case.text, case.anchoring)?;
    let segments: Vec<Span> = case.anchoring.segments.iter().copied().collect::<Option<_>>()?;
    let LeftOut { what, words: beside, of: segment, .. } = left_out;
    let words = case.text.slice(beside);
    let message = if what == What::Number {
        format!("this quote leaves out the number “{words}”, which its first word multiplies")
    } else {
        let what = if segments.len() > 1 { "a part of this quote" } else { "this quote" };
        format!("{what} ends with a number, and leaves out the “{words}” after it")
    };
    let mut finding = case.finding(Rule::QuoteMagnitude, message, "another amount in the source");
    let marks = [Marked::primary(beside, "left out"), Marked::context(segment, "quoted")];
    finding.excerpts.push(case.excerpt(&marks));
    // Any of several places will do, and another may have another number.
    if !case.anchoring.repeats.is_empty() {
        return Some(finding.help("see whether the claim holds for each place").help(say_which(case)));
    }
    let finding = finding.help("quote the whole amount, and see whether the claim still holds");
    Some(mends(case, finding, &segments, left_out))
}

/// What makes another amount of a number of a passage, where neither it nor its `within` has that.
pub(super) fn left_out(text: &Text<'_>, found: &Anchoring) -> Option<LeftOut> {
    let beside = |&segment: &Span| Some((segment, magnitude_beside(text, segment)?));
    // Of most quotes nothing is told, which takes no list.
    let places = || found.segments.iter().flatten().chain(&found.repeats);
    places().find_map(beside)?;
    let segments: Vec<Span> = found.segments.iter().copied().collect::<Option<_>>()?;
    let is_shown = |beside: Magnitude| {
        let is_quoted = segments.iter().any(|segment| segment.contains(beside.span()));
        is_quoted || matches!(found.within, Within::Stands(within) if within.contains(beside.span()))
    };
    let (of, beside) = places().filter_map(beside).find(|(_, beside)| !is_shown(*beside))?;
    let what = match beside {
        Magnitude::Multiplier(_) => What::Multiplier,
        Magnitude::Number(_) => What::Number,
    };
    let words = beside.span();
    let whole = Span::new(of.start.min(words.start), of.end.max(words.end));
    Some(LeftOut { what, words, of, is_of_part: segments.len() > 1, whole: Some(whole) })
}

/// Adds the lines to paste, those that would stand and be told of no more: a longer quote, or a `within` that shows the
/// amount.
fn mends(case: &Case<'_>, mut finding: Finding, segments: &[Span], left_out: LeftOut) -> Finding {
    let whole = left_out.whole.unwrap_or(left_out.of);
    if let Some(line) = grown::exact(case, segments, whole) {
        finding = finding.help(line);
    }
    let shown = Span::hull(segments).and_then(|hull| Span::hull(&[hull, whole])).unwrap_or(whole);
    match grown::within(case, segments, shown) {
        Some(within) => {
            finding.help("or, where it changes nothing, show it in `within`:").help(within_line(within))
        }
        None => finding,
    }
}
