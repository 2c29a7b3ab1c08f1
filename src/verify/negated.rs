//! Quotes that stand, and leave out the word straight beside them that negates: `rule out a return` out of `did
//! not rule out a return`. Elided negations and those of scripts without spaces are cuts, and no matter of this.

use super::messages::{Case, exact_line};
use super::pasted::Trial;
use crate::anchor::{self, Standing, Within, negation_beside};
use crate::finding::{Finding, Marked, Rule};
use crate::fold::characters as ch;
use crate::quoting::toml_string;
use crate::text::{Span, Text};

/// A finding where a quote leaves out the negation beside it, and no `within` shows it.
pub(super) fn found(case: &Case<'_>) -> Option<Finding> {
    if case.anchoring.standing != Standing::Stands {
        return None;
    }
    let segments = &case.anchoring.segments;
    let quoted = Span::new((*segments.first()?)?.start, (*segments.last()?)?.end);
    let negation = negation_beside(case.text, quoted)?;
    let word = case.text.slice(negation);
    if matches!(case.anchoring.within, Within::Stands(place) if place.contains(negation)) {
        return None;
    }
    let side = if negation.start < quoted.start { "before" } else { "after" };
    let between = &case.text.as_str()[negation.end.min(quoted.end)..quoted.start.max(negation.start)];
    let near = if between.contains(char::is_alphabetic) { "" } else { "straight " };
    let message = format!("this quote leaves out “{word}”, which stands {near}{side} it");
    let mut finding = case.finding(Rule::QuoteNegated, message, "negated in the source");
    let marks = [Marked::primary(negation, "left out"), Marked::context(quoted, "quoted")];
    finding.excerpts.push(case.excerpt(&marks));
    let finding = finding.help("quote the word too, and see whether the claim still holds");
    Some(match segments.as_slice() {
        [_] => mends(case, finding, quoted, whole(case.text, negation, quoted)),
        _ => finding,
    })
}

/// Adds the lines to paste, those that would stand: a longer quote, or a `within` that shows the word.
fn mends(case: &Case<'_>, mut finding: Finding, quoted: Span, whole: Span) -> Finding {
    let (exact, longer) = (case.text.slice(quoted), case.text.slice(whole));
    let stands = |exact, within| Trial { segments: vec![exact], within, ..Trial::of(case) }.stands(case);
    if stands(longer, case.quote.within()) {
        finding = finding.help(exact_line(&[longer]));
    }
    let holder = anchor::holder(case.text, &[whole]).map(|span| case.text.slice(span));
    let within = [Some(longer), holder].into_iter().flatten().find(|within| stands(exact, Some(within)));
    match within {
        Some(within) => finding
            .help("or, where it changes nothing, show it in `within`:")
            .help(format!("within = {}", toml_string(within))),
        None => finding,
    }
}

/// The quote with its negation, with the mark before it where that has quotation marks of its own, and with the mark
/// that closes a quotation where one opens between them.
fn whole(text: &Text<'_>, negation: Span, quoted: Span) -> Span {
    let whole = Span::new(negation.start.min(quoted.start), negation.end.max(quoted.end));
    if let Some(opening) = opening_of(text, negation).filter(|_| negation.end < quoted.start) {
        return Span::new(opening, whole.end);
    }
    let opens = negation.end < quoted.start
        && text.as_str()[negation.end..quoted.start].contains(|c| !ch::is_space(c) && !ch::is_emphasis(c));
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
    let blank = |c: char| ch::is_space(c);
    let before = text.as_str()[..negation.start].trim_end_matches(blank);
    let after = text.as_str()[negation.end..].trim_start_matches(blank).chars().next()?;
    let opening = before.chars().next_back()?;
    PAIRS.contains(&(opening, after)).then(|| before.len() - opening.len_utf8())
}
