//! Quotes that stand, and leave out a word beside them or a few words away that negates: `rule out a return` out of
//! `did not rule out a return`, `war crime` out of `not a war crime`. Elided negations and those of scripts without
//! spaces are cuts, and no matter of this.

use super::messages::{Case, exact_line, joined, within_line};
use super::pasted::Trial;
use crate::anchor::{
    self, LEFT_OUT, NEAR, Negation, Standing, Within, denial_beside, exception_after, is_denied_twice,
    negation_near,
};
use crate::finding::{Finding, Marked, Rule};
use crate::fold::characters as ch;
use crate::text::{Span, Text};

/// A negation that a place of a quote leaves out.
struct LeftOut {
    negation: Negation,
    /// From the first segment's start to the last one's end.
    place: Span,
}

/// A finding where a quote leaves out a negation beside it or a few words away, and no `within` shows it; of a quote
/// for which any of several places will do, where one of them has it.
pub(super) fn found(case: &Case<'_>) -> Option<Finding> {
    if case.anchoring.standing != Standing::Stands {
        return None;
    }
    let segments: Vec<Span> = case.anchoring.segments.iter().copied().collect::<Option<_>>()?;
    let places = Span::hull(&segments).into_iter().chain(case.anchoring.repeats.iter().copied());
    let mut negated = places.filter_map(|place| left_out(case, place));
    let Some(LeftOut { negation, place }) = negated.next() else {
        let place = Span::hull(&segments)?;
        return denied(case, place, &segments).or_else(|| excepted(case, place));
    };
    let word = case.text.slice(negation.span);
    let side = if negation.span.start < place.start { "before" } else { "after" };
    let message = match negation.distance {
        1 => format!("this quote leaves out “{word}”, which stands straight {side} it"),
        2 => format!("this quote leaves out “{word}”, which stands two words {side} it and may negate it"),
        _ => format!("this quote leaves out “{word}”, which stands three words {side} it and may negate it"),
    };
    let mut finding = case.finding(Rule::QuoteNegated, message, "negated in the source");
    let marks = [Marked::primary(negation.span, "left out"), Marked::context(place, "quoted")];
    finding.excerpts.push(case.excerpt(&marks));
    let more = case.anchoring.repeats.len();
    if negated.count() < more {
        return Some(finding.note(IN_SOME).help(SAY_WHICH));
    }
    let finding = match negation.distance {
        1 => finding.help("quote the word too, and see whether the claim still holds"),
        _ => finding.help("read the sentence; where the word negates these, quote it too, and see whether the claim still holds"),
    };
    Some(mends(case, finding, &segments, whole(case.text, negation.span, place)))
}

/// A finding where a quote leaves out words straight beside it, or beside one of its segments, that deny it, as `denied
/// having` and `refused to` do.
fn denied(case: &Case<'_>, place: Span, segments: &[Span]) -> Option<Finding> {
    let parts = if segments.len() > 1 { segments } else { &[] };
    let turned =
        |(most, span): (usize, Span)| denial_beside(case.text, span, most).map(|denial| (denial, span));
    let is_left_out = |(denial, _): &(Span, Span)| {
        !is_shown(case, *denial) && !segments.iter().any(|own| own.overlaps(*denial))
    };
    let parts = parts.iter().enumerate();
    let parts = parts.map(|(number, &part)| (if number == 0 { NEAR } else { LEFT_OUT }, part));
    let (denial, denied) =
        std::iter::once((NEAR, place)).chain(parts).filter_map(turned).find(is_left_out)?;
    let words = case.text.slice(denial);
    let side = if denial.start < denied.start { "before" } else { "after" };
    let between = &case.text.as_str()[denial.end.min(denied.end)..denied.start.max(denial.start)];
    let how = if between.contains(ch::is_letter) { "shortly" } else { "straight" };
    let it = if denied == place { "it" } else { "a part of it" };
    let message = format!("this quote leaves out “{words}” {how} {side} {it}, which turns its words round");
    let mut finding = case.finding(Rule::QuoteNegated, message, "turned round in the source");
    let marks = [Marked::primary(denial, "left out"), Marked::context(denied, "quoted")];
    finding.excerpts.push(case.excerpt(&marks));
    let finding = finding.help("quote these words too, and see whether the claim still holds");
    Some(mends(case, finding, segments, whole(case.text, denial, denied)))
}

/// A finding where a quote denies, and leaves out the exception straight after it.
fn excepted(case: &Case<'_>, place: Span) -> Option<Finding> {
    let exception = exception_after(case.text, place)?;
    if is_shown(case, exception) {
        return None;
    }
    let word = case.text.slice(exception);
    let message =
        format!("this quote denies, and leaves out “{word}”, with which an exception begins after it");
    let mut finding = case.finding(Rule::QuoteNegated, message, "not all that is denied");
    finding
        .excerpts
        .push(case.excerpt(&[Marked::primary(exception, "left out"), Marked::context(place, "quoted")]));
    Some(finding.help("quote the exception too, to its last word, and see whether the claim still holds"))
}

/// The negation that a place leaves out, where no `within` shows it.
fn left_out(case: &Case<'_>, place: Span) -> Option<LeftOut> {
    let negation = negation_near(case.text, place)?;
    (!is_shown(case, negation.span) && !is_denied_twice(case.text, negation.span, place))
        .then_some(LeftOut { negation, place })
}

/// Whether the quote's `within` has these words of the source.
fn is_shown(case: &Case<'_>, words: Span) -> bool {
    matches!(case.anchoring.within, Within::Stands(within) if within.contains(words))
}

/// What is told where not every place is negated.
const IN_SOME: &str = "the words stand in other places too, where nothing negates them";
pub(super) const SAY_WHICH: &str =
    "say which place is meant: `within = …`, a passage around the words, in place of `repeated`";

/// Adds the lines to paste, those that would stand: a longer quote, or a `within` that shows the word.
fn mends(case: &Case<'_>, mut finding: Finding, segments: &[Span], whole: Span) -> Finding {
    let own: Vec<&str> = segments.iter().map(|&span| case.text.slice(span)).collect();
    let mut longer = segments.to_vec();
    if let Some(first) = longer.iter_mut().find(|segment| whole.contains(**segment)) {
        first.start = whole.start;
    }
    if let Some(last) = longer.iter_mut().rfind(|segment| whole.contains(**segment)) {
        last.end = whole.end;
    }
    let longer: Vec<&str> = joined(case.text, &longer).iter().map(|&span| case.text.slice(span)).collect();
    if stands(case, &longer, case.quote.within()) {
        finding = finding.help(exact_line(&longer));
    }
    let holder = anchor::holder(case.text, &[whole]).map(|span| case.text.slice(span));
    let shown = case.text.slice(whole);
    let within = [Some(shown), holder].into_iter().flatten().find(|within| stands(case, &own, Some(within)));
    match within {
        Some(within) => {
            finding.help("or, where it changes nothing, show it in `within`:").help(within_line(within))
        }
        None => finding,
    }
}

/// Whether these words would stand in place of the quote, with the rest of what is written of it.
pub(super) fn stands(case: &Case<'_>, exact: &[&str], within: Option<&str>) -> bool {
    Trial { segments: exact.to_vec(), within, ..Trial::of(case) }.stands(case)
}

/// The quote with its negation, with the mark before it where that has quotation marks of its own, and with the mark
/// that closes a quotation where one opens between them.
fn whole(text: &Text<'_>, negation: Span, quoted: Span) -> Span {
    let whole = Span::new(negation.start.min(quoted.start), negation.end.max(quoted.end));
    if let Some(opening) = opening_of(text, negation).filter(|_| negation.end < quoted.start) {
        return Span::new(opening, whole.end);
    }
    let opens = negation.end < quoted.start
        && text.as_str()[negation.end..quoted.start].contains(|c| ch::is_opening(c) && !ch::is_apostrophe(c));
    let rest = &text.as_str()[whole.end..];
    let closing = rest.trim_start_matches(['\u{A0}', '\u{202F}', ' ']);
    let mark = closing.chars().next().filter(|c| matches!(c, '»' | '”' | '"' | '“' | '’' | '」' | '』'));
    match mark.filter(|_| opens) {
        Some(mark) => Span::new(whole.start, whole.end + (rest.len() - closing.len()) + mark.len_utf8()),
        None => whole,
    }
}

/// Where the quotation mark is that opens before a negation and is closed straight behind it.
fn opening_of(text: &Text<'_>, negation: Span) -> Option<usize> {
    const PAIRS: [(char, char); 8] =
        [('“', '”'), ('«', '»'), ('"', '"'), ('‘', '’'), ('„', '“'), ('»', '«'), ('‹', '›'), ('”', '”')];
    let before = text.as_str()[..negation.start].trim_end_matches(ch::is_space);
    let after = text.as_str()[negation.end..].trim_start_matches(ch::is_space).chars().next()?;
    let opening = before.chars().next_back()?;
    PAIRS.contains(&(opening, after)).then(|| before.len() - opening.len_utf8())
}
