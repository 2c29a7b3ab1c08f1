//! What stands between the words of a quote in the source and is none of their sentence: an interruption in brackets,
//! leaders, the number of a page. Told as what the quote leaves out, with the list that stands.

use super::beside::LeftOut;
use super::messages::{Case, with_differences};
use super::pasted::{Trial, exact_lines};
use crate::finding::{Finding, Rule};
use crate::fold::{Difference, Kind, characters as ch};
use crate::quoting::shortened;
use crate::text::Span;

/// So many letters of what stands between are told.
const BETWEEN: usize = 60;

/// What is told of a quote that leaves out nothing else, and how to write it.
pub(super) fn told(case: &Case<'_>, left_out: &[LeftOut]) -> Option<Finding> {
    let [segment] = &case.anchoring.segments[..] else { return None };
    let passage = (*segment)?;
    let differences = case.anchoring.differences.iter().map(|one| &one.difference);
    if !differences.clone().all(|one| is_between(case, one)) {
        return None;
    }
    let pieces: Vec<Span> = differences.map(|one| one.source).collect();
    let first: Vec<&str> = case.text.slice(*pieces.first()?).split_whitespace().collect();
    let first = shortened(&first.join(" "), BETWEEN);
    let more = pieces.len() - 1;
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let message =
        format!("the source has these words with “{first}”{more} between them, which this quote leaves out");
    let finding = case.finding(Rule::QuoteAltered, message, "not in the source as it is written here");
    let finding = with_differences(case, finding, left_out);
    let starts = std::iter::once(passage.start).chain(pieces.iter().map(|piece| piece.end));
    let ends = pieces.iter().map(|piece| piece.start).chain(std::iter::once(passage.end));
    let segments = starts.zip(ends).map(|(start, end)| case.text.as_str()[start..end].trim()).collect();
    Some(if let Some(list) = (Trial { segments, ..Trial::of(case) }).proposed(case) {
        let help = "give the parts as a list, which says that something stands between them:";
        list.told(case, finding, help)
    } else if let Some(whole) = exact_lines(case, &[passage]) {
        whole.told(case, finding, "quote what stands between too, or write two quotes that each stand alone:")
    } else {
        finding.help("quote what stands between too, or write two quotes that each stand alone")
    })
}

/// Whether a difference is something that stands between the words in the source, and says nothing that negates.
fn is_between(case: &Case<'_>, one: &Difference) -> bool {
    let words = case.text.slice(one.source);
    let is_bracketed = words.starts_with(['(', '[', '（', '【', '［', '〔'])
        && words.ends_with([')', ']', '）', '】', '］', '〕']);
    let is_number = |line: &str| !line.trim().is_empty() && !line.contains(ch::is_letter);
    let ends = [words.lines().next(), words.lines().next_back()];
    let is_apart = ends.into_iter().flatten().any(is_number);
    one.quote.is_empty()
        && matches!(one.kind, Kind::Words | Kind::Punctuation)
        && words.chars().nth(1).is_some()
        && (is_bracketed || is_apart)
}
