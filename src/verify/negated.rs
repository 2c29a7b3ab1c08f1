//! Quotes that stand, and leave out the word straight beside them that negates: `rule out a return` out of `did
//! not rule out a return`. Elided negations and those of scripts without spaces are cuts, and no matter of this.

use super::messages::{Case, exact_line};
use super::quotes::count_negations;
use crate::anchor::Standing;
use crate::finding::{Finding, Marked, Rule};
use crate::fold::characters as ch;
use crate::fold::words;
use crate::quoting::toml_string;
use crate::text::{Span, Text};

/// So many bytes beside a quote are read.
const BESIDE: usize = 64;

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

/// The negation straight before a span, or straight after it where nothing in the span negates; only what
/// opens a quotation or sets type lies between.
fn negation_beside(text: &Text<'_>, span: Span) -> Option<Span> {
    // Of French `ne … pas` either half negates.
    let is_half =
        |word: &Span| text.slice(*word).eq_ignore_ascii_case("ne") && count_negations(text, span) > 0;
    // A line may end between them, a paragraph may not.
    let is_near = |word: &Span| {
        text.block(word.start) == text.block(if word.start < span.start { span.start } else { span.end - 1 })
    };
    let before = before(text, span.start).filter(|word| !is_half(word));
    before.or_else(|| after(text, span)).filter(is_near)
}

fn before(text: &Text<'_>, start: usize) -> Option<Span> {
    let content = text.as_str();
    let from = content.floor_char_boundary(start.saturating_sub(BESIDE));
    let head = content[from..start].trim_end_matches(parts_nothing);
    let word = &head[head.trim_end_matches(is_in_word).len()..];
    let end = from + head.len();
    let is_word = !word.is_empty() && end < start && !word.chars().any(ch::is_spaceless);
    (is_word && words::negates_next(word, text.language())).then(|| Span::new(end - word.len(), end))
}

fn after(text: &Text<'_>, span: Span) -> Option<Span> {
    let content = text.as_str();
    let to = content.ceil_char_boundary((span.end + BESIDE).min(content.len()));
    let tail = &content[span.end..to];
    let rest = tail.trim_start_matches(|c: char| ch::is_space(c) || ch::is_invisible(c));
    let start = span.end + (tail.len() - rest.len());
    let word = &rest[..rest.find(|c| !is_in_word(c)).unwrap_or(rest.len())];
    let negates = start > span.end && words::negates_last(word, text.language());
    (negates && count_negations(text, span) == 0).then(|| Span::new(start, start + word.len()))
}

/// Whether a character between a negation and what it negates leaves them one phrase.
fn parts_nothing(c: char) -> bool {
    if c.is_ascii_alphanumeric() {
        return false;
    }
    let is_quote = ch::is_opening(c) && !ch::is_apostrophe(c) && !matches!(c, '»' | '”');
    ch::is_space(c) || ch::is_invisible(c) || ch::is_emphasis(c) || is_quote
}

fn is_in_word(c: char) -> bool {
    ch::is_word(c) || ch::is_apostrophe(c) || ch::is_mark(c)
}
