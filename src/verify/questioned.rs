//! Quotes that stand, are a whole question of the source but for its mark, and so read as a statement: `Il a menti`
//! out of `Il a menti ?`.

use super::beside::{LeftOut, What};
use super::grown;
use super::messages::{Case, within_line};
use crate::anchor::{Anchoring, Within, question_around};
use crate::finding::{Finding, Marked, Rule};
use crate::fold::characters as ch;
use crate::text::{Span, Text};

/// A finding where a quote leaves out what makes a question of it, and no `within` shows that.
pub(super) fn found(case: &Case<'_>) -> Option<Finding> {
    let LeftOut { words, of: place, whole, .. } = left_out(case.text, case.anchoring)?;
    let (question, mark) = (whole?, without_asides(case.text.slice(words)));
    let message =
        format!("this quote is a question in the source, and leaves out the “{mark}” that makes it one");
    let mut finding = case.finding(Rule::QuoteQuestion, message, "reads as a statement");
    finding.excerpts.push(case.excerpt(&[Marked::primary(question, "the question")]));
    let finding = finding.help("quote the whole question, and see whether the claim still holds");
    if case.anchoring.segments.len() > 1 {
        return Some(finding);
    }
    let finding = match grown::exact(case, &[place], question) {
        Some(line) => finding.help(line),
        None => finding,
    };
    Some(match grown::within(case, &[place], question) {
        Some(within) => {
            let help = "or, where the claim says that it is one, show it in `within`:";
            finding.help(help).help(within_line(within))
        }
        None => finding,
    })
}

/// What makes a question of words before it, without what sets its type, notes and what stands in brackets before it.
fn without_asides(words: &str) -> &str {
    let closes = |c: char| matches!(c, ')' | ']' | '>' | '）' | '］');
    let is_aside = |c: char| {
        ch::is_space(c)
            || ch::is_quotation_mark(c)
            || ch::is_emphasis(c)
            || matches!(c, ',' | '،' | '，' | '、' | '…' | '.' | '!' | '！' | '–' | '—')
    };
    words.rsplit(closes).next().unwrap_or(words).trim_matches(is_aside)
}

/// What makes a question of a passage that is all of it but for that, where no `within` shows it.
pub(super) fn left_out(text: &Text<'_>, found: &Anchoring) -> Option<LeftOut> {
    let place = found.span()?;
    let question = question_around(text, place)?;
    if matches!(found.within, Within::Stands(within) if within.end >= question.end) {
        return None;
    }
    let words = Span::new(place.end, question.end);
    Some(LeftOut { what: What::Question, words, of: place, is_of_part: false, whole: Some(question) })
}
