//! Quotes that stand, and leave out a word beside them or a few words away that negates: `rule out a return` out of
//! `did not rule out a return`, `war crime` out of `not a war crime`. Elided negations and those of scripts without
//! spaces are cuts, and no matter of this.

use super::beside::{LeftOut, What, so_many};
use super::context::sentence_around;
use super::grown;
use super::messages::{Case, within_line};
use crate::anchor::{
    Anchoring, LEFT_OUT, NEAR, Within, denial_beside, exception_after, is_denied_twice, is_spared,
    label_beside, negation_near,
};
use crate::finding::{Finding, Marked, Rule};
use crate::fold::characters as ch;
use crate::text::{Span, Text};

/// A finding where a quote leaves out a negation beside it or a few words away, or words that deny it, and no `within`
/// shows them; of a quote for which any of several places will do, where one of them has such a negation.
pub(super) fn found(case: &Case<'_>) -> Option<Finding> {
    let left_out = left_out(case.text, case.anchoring)?;
    let segments: Vec<Span> = case.anchoring.segments.iter().copied().flatten().collect();
    Some(match left_out.what {
        What::Negation(distance) => negated(case, left_out, distance, &segments),
        What::Denial => denied(case, left_out, &segments),
        What::Label => labelled(case, left_out, &segments),
        _ => excepted(case, left_out, &segments),
    })
}

/// What a passage leaves out that negates or denies it, or the exception after it.
pub(super) fn left_out(text: &Text<'_>, found: &Anchoring) -> Option<LeftOut> {
    let segments: Vec<Span> = found.segments.iter().copied().collect::<Option<_>>()?;
    let hull = Span::hull(&segments)?;
    let negation = || places(found, hull).find_map(|place| negation_of(text, found, place));
    let denial = || denial_of(text, found, hull, &segments);
    let exception = || exception_of(text, found, hull);
    let between = || exception_between(text, found, &segments);
    let label = || places(found, hull).find_map(|place| label_of(text, found, place));
    negation().or_else(denial).or_else(exception).or_else(between).or_else(label)
}

/// The words after a place that denies with which an exception begins.
fn exception_of(text: &Text<'_>, found: &Anchoring, place: Span) -> Option<LeftOut> {
    let words = exception_after(text, place).filter(|&words| !is_shown(found, words))?;
    let whole = with_exception(text, place, words);
    Some(LeftOut { what: What::Exception, words, of: place, is_of_part: false, whole })
}

/// The same where two parts of a quote leave it out between them.
fn exception_between(text: &Text<'_>, found: &Anchoring, segments: &[Span]) -> Option<LeftOut> {
    let (first, gaps) = (segments.first()?, segments.windows(2));
    gaps.filter_map(|pair| <[Span; 2]>::try_from(pair).ok()).find_map(|[before, after]| {
        let told = Span::new(first.start, before.end);
        let one = exception_of(text, found, told).filter(|one| one.words.end <= after.start)?;
        let whole = Some(Span::new(before.start, after.start));
        Some(LeftOut { of: before, is_of_part: true, whole, ..one })
    })
}

/// Every place of a quote for which any will do.
fn places(found: &Anchoring, hull: Span) -> impl Iterator<Item = Span> {
    std::iter::once(hull).chain(found.repeats.iter().copied())
}

/// The negation that a place leaves out, where no `within` shows it.
fn negation_of(text: &Text<'_>, found: &Anchoring, place: Span) -> Option<LeftOut> {
    let negation = negation_near(text, place)?;
    let is_left_out = !is_shown(found, negation.span)
        && !is_denied_twice(text, negation.span, place)
        && !is_spared(text, negation.span, place);
    is_left_out.then(|| LeftOut {
        what: What::Negation(negation.distance),
        words: negation.span,
        of: place,
        is_of_part: false,
        whole: Some(whole(text, negation.span, place)),
    })
}

/// The words that deny a place beside it, or beside one of its segments, as `denied having` and `refused to` do: behind an
/// omission as far as their clause goes.
fn denial_of(text: &Text<'_>, found: &Anchoring, hull: Span, segments: &[Span]) -> Option<LeftOut> {
    let parts = if segments.len() > 1 { segments } else { &[] };
    let turned = |(most, of): (usize, Span)| denial_beside(text, of, most).map(|words| (words, of));
    let is_left_out = |(words, _): &(Span, Span)| {
        !is_shown(found, *words) && !segments.iter().any(|own| own.overlaps(*words))
    };
    let parts = parts.iter().enumerate();
    let parts = parts.map(|(number, &part)| (if number == 0 { NEAR } else { LEFT_OUT }, part));
    let (words, of) = std::iter::once((NEAR, hull)).chain(parts).filter_map(turned).find(is_left_out)?;
    let whole = Some(whole(text, words, of));
    Some(LeftOut { what: What::Denial, words, of, is_of_part: of != hull, whole })
}

/// The label beside a place with which the source may call it untrue.
fn label_of(text: &Text<'_>, found: &Anchoring, place: Span) -> Option<LeftOut> {
    let words = label_beside(text, place).filter(|&words| !is_shown(found, words))?;
    let whole = Some(whole(text, words, place));
    Some(LeftOut { what: What::Label, words, of: place, is_of_part: false, whole })
}

fn negated(case: &Case<'_>, left_out: LeftOut, distance: usize, segments: &[Span]) -> Finding {
    let (word, place) = (case.text.slice(left_out.words), left_out.of);
    let side = if left_out.words.start < place.start { "before" } else { "after" };
    let message = if distance == 1 {
        format!("this quote leaves out “{word}”, which stands straight {side} it")
    } else {
        let many = so_many(distance);
        format!("this quote leaves out “{word}”, which stands {many} words {side} it and may negate it")
    };
    let label = if distance == 1 { "negated in the source" } else { "may be negated in the source" };
    let mut finding = case.finding(Rule::QuoteNegated, message, label);
    let marks = [Marked::primary(left_out.words, "left out"), Marked::context(place, "quoted")];
    finding.excerpts.push(case.excerpt(&marks));
    let is_negated = |&one: &Span| negation_of(case.text, case.anchoring, one).is_some();
    let hull = Span::hull(segments).unwrap_or(place);
    if !case.anchoring.repeats.is_empty() && !places(case.anchoring, hull).all(|one| is_negated(&one)) {
        return finding.note(IN_SOME).help(say_which(case));
    }
    let finding = match distance {
        1 => finding.help("quote the word too, and see whether the claim still holds"),
        _ => finding.help("read the sentence; where the word negates these, quote it too, and see whether the claim still holds"),
    };
    mends(case, finding, segments, left_out)
}

/// A finding of words that deny a quote, or one of its segments.
fn denied(case: &Case<'_>, left_out: LeftOut, segments: &[Span]) -> Finding {
    let LeftOut { words: denial, of, .. } = left_out;
    let words = case.text.slice(denial);
    let side = if denial.start < of.start { "before" } else { "after" };
    let it = if left_out.is_of_part { "a part of it" } else { "it" };
    let how = left_out.how_near(case.text);
    let message = format!("this quote leaves out “{words}” {how} {side} {it}, which turns its words round");
    let mut finding = case.finding(Rule::QuoteNegated, message, "turned round in the source");
    let marks = [Marked::primary(denial, "left out"), Marked::context(of, "quoted")];
    finding.excerpts.push(case.excerpt(&marks));
    let finding = finding.help("quote these words too, and see whether the claim still holds");
    mends(case, finding, segments, left_out)
}

/// A finding of a label with which the source may call a quote untrue.
fn labelled(case: &Case<'_>, left_out: LeftOut, segments: &[Span]) -> Finding {
    let LeftOut { words: label, of, .. } = left_out;
    let words = case.text.slice(label).split_whitespace().collect::<Vec<_>>().join(" ");
    let side = if label.start < of.start { "before" } else { "after" };
    let how = left_out.how_near(case.text);
    let message = format!(
        "this quote leaves out “{words}” {how} {side} it, with which the source may call its words untrue"
    );
    let mut finding = case.finding(Rule::QuoteNegated, message, "may be called untrue in the source");
    let marks = [Marked::primary(label, "left out"), Marked::context(of, "quoted")];
    finding.excerpts.push(case.excerpt(&marks));
    let finding = finding.help(
        "see whether the source says that of these words; where it does, quote it too, and see whether the claim still holds",
    );
    mends(case, finding, segments, left_out)
}

/// A finding where a quote denies, and leaves out the exception straight after it.
fn excepted(case: &Case<'_>, left_out: LeftOut, segments: &[Span]) -> Finding {
    let LeftOut { words: exception, of, .. } = left_out;
    let word = case.text.slice(exception);
    let side = if left_out.is_of_part { "between its parts" } else { "after it" };
    let message =
        format!("this quote denies, and leaves out “{word}”, with which an exception begins {side}");
    let mut finding = case.finding(Rule::QuoteNegated, message, "not all that is denied");
    finding
        .excerpts
        .push(case.excerpt(&[Marked::primary(exception, "left out"), Marked::context(of, "quoted")]));
    let finding =
        finding.help("quote the exception too, to its last word, and see whether the claim still holds");
    mends(case, finding, segments, left_out)
}

/// So many bytes of an exception are proposed to be quoted.
const EXCEPTION: usize = 200;

/// A passage with the exception after it, which begins with these words and goes as far as its sentence.
fn with_exception(text: &Text<'_>, quoted: Span, words: Span) -> Option<Span> {
    let begun = Span::new(quoted.start, words.end);
    let rest = &text.as_str()[words.end..sentence_around(text, begun).end];
    let rest = rest.trim_end_matches(|c: char| !ch::is_word(c));
    (!rest.is_empty() && rest.len() <= EXCEPTION).then(|| Span::new(quoted.start, words.end + rest.len()))
}

/// Whether a quote’s `within` has these words of the source.
fn is_shown(found: &Anchoring, words: Span) -> bool {
    matches!(found.within, Within::Stands(within) if within.contains(words))
}

/// What is told where not every place is negated.
const IN_SOME: &str = "the words stand in other places too, where nothing negates them";

/// What to do about a quote with several places of which not all say the same.
pub(super) fn say_which(case: &Case<'_>) -> String {
    let instead = if case.quote.repeated { ", in place of `repeated`" } else { "" };
    format!("say which place is meant: `within = …`, a passage around the words{instead}")
}

/// Adds the lines to paste, those that would stand and be told of no more: a longer quote, or a `within` that shows the word.
fn mends(case: &Case<'_>, mut finding: Finding, segments: &[Span], left_out: LeftOut) -> Finding {
    let Some(whole) = left_out.whole else { return finding };
    if let Some(line) = grown::exact(case, segments, whole) {
        finding = finding.help(line);
    }
    match grown::within(case, segments, whole) {
        Some(within) => {
            finding.help("or, where it changes nothing, show it in `within`:").help(within_line(within))
        }
        None => finding,
    }
}

/// Segments with all of `whole`, which holds some of them and what stands beside these.
pub(super) fn longer(text: &Text<'_>, segments: &[Span], whole: Span) -> Vec<Span> {
    let mut longer = segments.to_vec();
    if let Some(first) = longer.iter_mut().find(|segment| whole.contains(**segment)) {
        first.start = whole.start;
    }
    if let Some(last) = longer.iter_mut().rfind(|segment| whole.contains(**segment)) {
        last.end = whole.end;
    }
    joined(text, &longer)
}

/// Spans with those as one between which nothing is.
fn joined(text: &Text<'_>, spans: &[Span]) -> Vec<Span> {
    let is_nothing =
        |a: &Span, b: &Span| a.end >= b.start || text.as_str()[a.end..b.start].chars().all(ch::is_space);
    spans.chunk_by(is_nothing).filter_map(Span::hull).collect()
}

/// The quote with its negation, with the mark before it where that has quotation marks of its own, and with the mark
/// that closes a quotation where one opens between them.
fn whole(text: &Text<'_>, negation: Span, quoted: Span) -> Span {
    let whole = Span::new(negation.start.min(quoted.start), negation.end.max(quoted.end));
    if let Some(enclosed) = enclosed(text, negation).filter(|own| !own.overlaps(quoted)) {
        return Span::new(whole.start.min(enclosed.start), whole.end.max(enclosed.end));
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

/// Words with the quotation marks or brackets straight around them.
fn enclosed(text: &Text<'_>, words: Span) -> Option<Span> {
    const PAIRS: [(char, char); 12] = [
        ('“', '”'),
        ('«', '»'),
        ('"', '"'),
        ('‘', '’'),
        ('„', '“'),
        ('»', '«'),
        ('‹', '›'),
        ('”', '”'),
        ('(', ')'),
        ('[', ']'),
        ('（', '）'),
        ('【', '】'),
    ];
    let (before, after) = (&text.as_str()[..words.start], &text.as_str()[words.end..]);
    let (head, tail) = (before.trim_end_matches(ch::is_space), after.trim_start_matches(ch::is_space));
    let (opening, closing) = (head.chars().next_back()?, tail.chars().next()?);
    let end = words.end + (after.len() - tail.len()) + closing.len_utf8();
    PAIRS.contains(&(opening, closing)).then(|| Span::new(head.len() - opening.len_utf8(), end))
}
