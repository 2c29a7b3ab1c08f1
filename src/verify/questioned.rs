//! Quotes that stand, are a whole question of the source but for its mark, and so read as a statement: `Il a menti`
//! out of `Il a menti ?`.

use super::messages::{Case, exact_line, within_line};
use super::negated::stands;
use crate::anchor::{Standing, Within, question_around};
use crate::finding::{Finding, Marked, Rule};
use crate::fold::characters as ch;
use crate::text::Span;

/// A finding where a quote leaves out what makes a question of it, and no `within` shows that.
pub(super) fn found(case: &Case<'_>) -> Option<Finding> {
    if case.anchoring.standing != Standing::Stands {
        return None;
    }
    let place = case.anchoring.span()?;
    let question = question_around(case.text, place)?;
    if matches!(case.anchoring.within, Within::Stands(within) if within.end >= question.end) {
        return None;
    }
    let is_aside =
        |c: char| c.is_whitespace() || ch::is_quotation_mark(c) || matches!(c, ',' | '،' | '，' | '、');
    let mark = case.text.slice(Span::new(place.end, question.end)).trim_matches(is_aside);
    let message =
        format!("this quote is a question in the source, and leaves out the “{mark}” that makes it one");
    let mut finding = case.finding(Rule::QuoteQuestion, message, "reads as a statement");
    finding.excerpts.push(case.excerpt(&[Marked::primary(question, "the question")]));
    let finding = finding.help("quote the whole question, and see whether the claim still holds");
    let (own, whole) = (case.text.slice(place), case.text.slice(question));
    if case.anchoring.segments.len() > 1 {
        return Some(finding);
    }
    let finding = if stands(case, &[whole], case.quote.within()) {
        finding.help(exact_line(&[whole]))
    } else {
        finding
    };
    Some(if stands(case, &[own], Some(whole)) {
        finding.help("or, where the claim says that it is one, show it in `within`:").help(within_line(whole))
    } else {
        finding
    })
}
