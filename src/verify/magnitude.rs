//! Quotes that stand, and leave out the million beside a number: `about $500` out of `about $500 million`.

use super::messages::{Case, exact_line, within_line};
use super::negated::{SAY_WHICH, stands};
use crate::anchor::{Magnitude, Standing, Within, magnitude_beside};
use crate::finding::{Finding, Marked, Rule};
use crate::text::Span;

/// A finding where a segment of a quote leaves out what makes another amount of its number, and no `within` shows it.
pub(super) fn found(case: &Case<'_>) -> Option<Finding> {
    if case.anchoring.standing != Standing::Stands {
        return None;
    }
    let beside = |segment: Span| Some((segment, magnitude_beside(case.text, segment)?));
    // Of most quotes nothing is told, which takes no list.
    let places = || case.anchoring.spans().chain(case.anchoring.repeats.iter().copied());
    places().find_map(beside)?;
    let segments: Vec<Span> = case.anchoring.segments.iter().copied().collect::<Option<_>>()?;
    let is_shown = |found: Magnitude| {
        let is_quoted = segments.iter().any(|segment| segment.contains(found.span()));
        is_quoted || matches!(case.anchoring.within, Within::Stands(within) if within.contains(found.span()))
    };
    let (segment, left_out) = places().filter_map(beside).find(|(_, found)| !is_shown(*found))?;
    let words = case.text.slice(left_out.span());
    let message = match left_out {
        Magnitude::Multiplier(_) => {
            let what = if segments.len() > 1 { "a part of this quote" } else { "this quote" };
            format!("{what} ends with a number, and leaves out the “{words}” after it")
        }
        Magnitude::Number(_) => {
            format!("this quote leaves out the number “{words}”, which its first word multiplies")
        }
    };
    let mut finding = case.finding(Rule::QuoteMagnitude, message, "another amount in the source");
    let marks = [Marked::primary(left_out.span(), "left out"), Marked::context(segment, "quoted")];
    finding.excerpts.push(case.excerpt(&marks));
    // Any of several places will do, and another may have another number.
    if !case.anchoring.repeats.is_empty() {
        return Some(finding.help("see whether the claim holds for each place").help(SAY_WHICH));
    }
    let finding = finding.help("quote the whole amount, and see whether the claim still holds");
    Some(mends(case, finding, &segments, segment, left_out))
}

/// Adds the lines to paste, those that would stand: a longer quote, or a `within` that shows the amount.
fn mends(
    case: &Case<'_>,
    finding: Finding,
    segments: &[Span],
    segment: Span,
    left_out: Magnitude,
) -> Finding {
    let hull = |one: Span| Span::new(one.start.min(left_out.span().start), one.end.max(left_out.span().end));
    let longer = segments.iter().map(|&one| case.text.slice(if one == segment { hull(one) } else { one }));
    let longer: Vec<&str> = longer.collect();
    let finding =
        if stands(case, &longer, case.quote.within()) { finding.help(exact_line(&longer)) } else { finding };
    let own: Vec<&str> = segments.iter().map(|&one| case.text.slice(one)).collect();
    let shown = case.text.slice(hull(Span::hull(segments).unwrap_or(segment)));
    if !stands(case, &own, Some(shown)) {
        return finding;
    }
    finding.help("or, where it changes nothing, show it in `within`:").help(within_line(shown))
}
