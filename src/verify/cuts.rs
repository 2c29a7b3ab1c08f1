//! What is said of a quote that begins or ends inside a word, a number, a negation or a character.

use super::beside;
use super::differing::word_around;
use super::messages::{Case, REPEATED, unmendable, with_places};
use super::pasted::{Trial, exact_lines, needed_lines};
use crate::anchor::{self, Cut, CutKind, Edge, Proposal};
use crate::citing::joined;
use crate::finding::{Finding, Marked, Rule};
use crate::fold::{characters as ch, words};
use crate::text::{Span, Text, head, tail as read};

/// The finding about a quote that cuts something.
pub(super) fn told(case: &Case<'_>) -> Finding {
    let spans: Vec<Span> = case.anchoring.spans().collect();
    let worst = case.anchoring.cuts.iter().max_by_key(|cut| cut.kind);
    let inside = worst.and_then(|cut| negation_cut(case.text, &spans, *cut));
    let what = match (&inside, worst) {
        (Some(inside), _) if !inside.negates => "a word",
        (_, Some(cut)) => cut_name(cut.kind),
        _ => "a word",
    };
    let ends = cut_ends(&case.anchoring.cuts);
    let message = match (worst.map(|cut| (cut.kind, cut.edge)), &inside) {
        (_, Some(inside)) if inside.negates => {
            format!("this quote {ends} inside “{}”, which negates, and drops that", inside.word)
        }
        (Some((CutKind::Negation, Edge::Start)), None) => {
            "this quote begins straight after a negation, and drops it".to_owned()
        }
        (Some((CutKind::Negation, Edge::End)), None) => {
            "this quote ends straight before a negation, and drops it".to_owned()
        }
        _ => match mark_left_out(case, &spans) {
            Some(mark) => format!("this quote leaves out {mark}, which belongs to its last letter"),
            None => format!("this quote {ends} inside {what}"),
        },
    };
    let mut finding = case.finding(Rule::QuoteCutsWord, message, &format!("cuts {what}"));
    let Proposal::Exact(whole) = &case.anchoring.proposal else {
        finding
            .excerpts
            .push(case.excerpt(&spans.iter().map(|&span| Marked::primary(span, "")).collect::<Vec<_>>()));
        let left_out = beside::left_out(case.text, case.anchoring);
        let finding = finding.help("quote from the start of a word to the end of one");
        return beside::minded(case, finding, &left_out, "the passage");
    };
    let own = whole.iter().map(|&span| Marked::primary(span, "whole in the source"));
    let left_out = beside::left_out(case.text, &beside::as_quoted(case, whole));
    finding.excerpts.push(case.excerpt(&own.chain(beside::marks(&left_out)).collect::<Vec<_>>()));
    for (part, whole) in spans.iter().zip(whole).filter(|(part, whole)| part != whole) {
        let (part, whole) = (tail(case.text.slice(*part)), case.text.slice(*whole));
        finding.notes.push(format!("the quote has “{part}”, the source “{}”", tail(whole)));
    }
    let finding = with_places(case, finding, "has these letters");
    let whole = joined(case.text, whole);
    let finding = match exact_lines(case, &whole) {
        Some(lines) => lines.told(case, finding, "quote it whole:"),
        None => unmendable(case, finding, &whole),
    };
    part_meant(case, finding, &spans)
}

/// The name of the mark upon a quote's last letter, such as an Arabic vowel sign, where that alone is cut.
fn mark_left_out(case: &Case<'_>, spans: &[Span]) -> Option<String> {
    let [cut] = case.anchoring.cuts[..] else { return None };
    let [span] = spans else { return None };
    if (cut.kind, cut.edge) != (CutKind::Grapheme, Edge::End) {
        return None;
    }
    let mark = case.text.as_str()[span.end..].chars().next().filter(|&c| ch::is_mark(c))?;
    Some(ch::name(mark))
}

/// How to say that a part of a word is meant, where it would stand.
fn part_meant(case: &Case<'_>, finding: Finding, spans: &[Span]) -> Finding {
    let may_stay = case.anchoring.cuts.iter().all(|cut| cut.kind == CutKind::Word);
    let trial = Trial { partial: true, ..Trial::of(case) };
    if !may_stay {
        return finding;
    }
    if case.quote.partial {
        return finding.note("`partial` frees the two ends of the quote, not those where words are left out");
    }
    if let Some(found) = trial.found(case) {
        let finding = finding.help("or, where a part of a word is meant, add `partial = true`");
        return beside::warned(case, finding, &found, "the passage");
    }
    match needed_lines(case, &trial, spans, "partial = true") {
        Some(needed) => needed.told(case, finding, "or, where a part of a word is meant, add:"),
        None => finding,
    }
}

/// A quote's words, or its two ends where it is long.
fn tail(words: &str) -> String {
    let count = words.chars().count();
    if count <= REPEATED {
        return words.to_owned();
    }
    let head: String = words.chars().take(REPEATED / 2).collect();
    let end: String = words.chars().skip(count - REPEATED / 2).collect();
    format!("{head} … {end}")
}

const fn cut_name(kind: CutKind) -> &'static str {
    match kind {
        CutKind::Word => "a word",
        CutKind::Negation => "a negation",
        CutKind::Number => "a number",
        CutKind::Grapheme => "a character",
    }
}

fn cut_ends(cuts: &[Cut]) -> &'static str {
    let has = |edge| cuts.iter().any(|cut| cut.edge == edge);
    match (has(Edge::Start), has(Edge::End)) {
        (true, true) => "begins and ends",
        (true, false) => "begins",
        _ => "ends",
    }
}

/// A word that would negate, which a quote begins or ends in.
struct Inside<'t> {
    word: &'t str,
    /// Whether it does where it stands: not *plus* in *de plus en plus*.
    negates: bool,
}

/// So many bytes beside a place are read for a word of a script written without spaces.
const NEAR: usize = 64;

/// The word that a cut through a negation lies in, unless what is left out of it negates by itself, as in `can|not`.
fn negation_cut<'t>(text: &Text<'t>, spans: &[Span], cut: Cut) -> Option<Inside<'t>> {
    if cut.kind != CutKind::Negation {
        return None;
    }
    let own = spans.iter().find(|&&span| anchor::cuts(text, span).contains(&cut))?;
    let at = if cut.edge == Edge::Start { own.start } else { own.end };
    let content = text.as_str();
    let around = || words::word_around(head(content, at, NEAR), read(content, at, NEAR));
    if let Some(found) = around().filter(|_| cut.edge == Edge::Start) {
        let from = at - head(content, at, NEAR).len();
        return Some(Inside {
            word: &content[from + found.word.start..from + found.word.end],
            negates: found.negates,
        });
    }
    let is_letter = |c: char| ch::is_letter(c) && !ch::is_spaceless(c) && !ch::is_apostrophe(c);
    let is_inside = content[..at].ends_with(is_letter) && content[at..].starts_with(is_letter);
    let word = word_around(content, Span::new(at, at));
    let left_out = if cut.edge == Edge::Start { Span::new(word.start, at) } else { Span::new(at, word.end) };
    if !is_inside || words::is_negation(text.slice(left_out), text.spoken()) {
        return None;
    }
    let negates = words::negates_between(content, &word.range(), text.spoken());
    Some(Inside { word: text.slice(word), negates })
}
