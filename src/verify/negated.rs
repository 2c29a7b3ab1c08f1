//! Quotes that stand, and leave out the word straight beside them that negates: `rule out a return` out of `did
//! not rule out a return`. Elided negations and those of scripts without spaces are cuts, and no matter of this.

use super::messages::{Case, exact_line};
use crate::anchor::{Standing, negation_beside};
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
    if case.quote.within().is_some_and(|within| within.contains(word)) {
        return None;
    }
    let side = if negation.start < quoted.start { "before" } else { "after" };
    let message = format!("this quote leaves out “{word}”, which stands straight {side} it");
    let mut finding = case.finding(Rule::QuoteNegated, message, "negated in the source");
    let marks = [Marked::primary(negation, "left out"), Marked::context(quoted, "quoted")];
    finding.excerpts.push(case.excerpt(&marks));
    let whole = whole(case.text, negation, quoted);
    let help = finding.help("quote the word too, and see whether the claim still holds");
    Some(match segments.as_slice() {
        [_] => help
            .help(exact_line(&[case.text.slice(whole)]))
            .help("or, where it changes nothing, show it in `within`:")
            .help(format!("within = {}", toml_string(case.text.slice(whole)))),
        _ => help,
    })
}

/// The quote with its negation, and with the mark that closes a quotation where one opens between them.
fn whole(text: &Text<'_>, negation: Span, quoted: Span) -> Span {
    let whole = Span::new(negation.start.min(quoted.start), negation.end.max(quoted.end));
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
