//! What the nearest passage may go over where a quote's words go on behind it: what somebody else does or says in brackets,
//! leaders to a column of figures, tags, times of subtitles, the number and the heading of a page. Knows single texts.

use super::inserted::markup_length;
use super::likeness::Step;
use super::lines::subtitle;
use super::negations::count_negations;
use super::tokens::Term;
use crate::fold::{Difference, Kind, characters as ch};
use crate::text::Span;

/// So many bytes at most has what stands in brackets.
const LONGEST: usize = 240;
/// So many bytes at most has the heading of a page.
const LONGEST_HEADING: usize = 60;
/// So many figures at most has the number of a page.
const LONGEST_NUMBER: usize = 4;
/// So many marks of one kind lead to a column.
const LEADERS: usize = 4;

/// What may be gone over in a text, in order.
pub fn pieces(text: &str) -> Vec<Span> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(c) = text[at..].chars().next() {
        let length = piece(&text[at..], c);
        found.extend(length.map(|length| Span::new(at, at + length)));
        at += length.unwrap_or(c.len_utf8());
    }
    found
}

fn piece(rest: &str, c: char) -> Option<usize> {
    match c {
        '(' | '[' | '（' | '【' | '［' | '〔' => bracket(rest),
        '<' => markup_length(rest),
        '\n' => subtitle(rest).or_else(|| apart(rest)),
        '.' | '…' | '_' | '·' | '-' | '–' | '•' => leaders(rest, c),
        _ => None,
    }
}

/// The bytes of what stands in the brackets that a text begins with, be there others in them.
fn bracket(rest: &str) -> Option<usize> {
    let near = &rest[..rest.ceil_char_boundary(LONGEST.min(rest.len()))];
    let mut depth = 0_usize;
    let close = |(at, c): (usize, char)| {
        match c {
            '(' | '[' | '（' | '【' | '［' | '〔' => depth += 1,
            ')' | ']' | '）' | '】' | '］' | '〕' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at + c.len_utf8())
    };
    let inside = &rest[..near.char_indices().find_map(close)?];
    (inside.contains(ch::is_word) && !inside.contains("\n\n")).then_some(inside.len())
}

/// The bytes of a row of marks of one kind, which may be parted by spaces.
fn leaders(rest: &str, mark: char) -> Option<usize> {
    let is_of_row = |&(_, c): &(usize, char)| c == mark || matches!(c, ' ' | '\u{A0}');
    let row = || rest.char_indices().take_while(is_of_row).filter(|&(_, c)| c == mark);
    let last = row().last()?.0;
    (row().count() >= LEADERS).then_some(last + mark.len_utf8())
}

/// The bytes from the end of a line up to the next words, where nothing lies between but the number of a page, with its
/// heading, or a time.
fn apart(rest: &str) -> Option<usize> {
    let line_at = |at: usize| {
        let line = rest[at..].lines().next().unwrap_or_default();
        (line.trim(), at + line.len())
    };
    let next = |at: usize| at + (rest[at..].len() - rest[at..].trim_start().len());
    let first = next(0);
    let (line, end) = line_at(first);
    if is_time(line) {
        return Some(next(end));
    }
    let is_parted = |from: usize, to: usize| rest[from..to].matches('\n').count() > 1;
    let after = next(end);
    if !is_page(line) {
        let (number, number_end) = line_at(after);
        let is_heading = line.len() <= LONGEST_HEADING && is_parted(0, first) && !is_parted(end, after);
        let is_one = is_heading && is_page(number) && is_parted(number_end, next(number_end));
        return is_one.then(|| next(number_end));
    }
    let (heading, heading_end) = line_at(after);
    let is_heading = heading.len() <= LONGEST_HEADING && is_parted(0, first) && !is_parted(end, after);
    let behind = next(heading_end);
    Some(if is_heading && is_parted(heading_end, behind) { behind } else { after })
}

/// Whether a line is the number of a page.
fn is_page(line: &str) -> bool {
    let number = line.trim_matches(|c: char| ch::is_dash(c) || c == ' ');
    (1..=LONGEST_NUMBER).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a line is a time: `00:01:04`, `[12:04]`.
fn is_time(line: &str) -> bool {
    let time = line.trim_matches(['[', ']', '(', ')']);
    let is_of_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ',');
    time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit()) && time.chars().all(is_of_time)
}

/// The tokens of a stretch that lie outside `pieces`, by their numbers.
pub fn kept(stretch: &[Term], pieces: &[Span]) -> Vec<usize> {
    let is_outside = |&at: &usize| {
        let span = stretch[at].token.span;
        let next = pieces.partition_point(|piece| piece.end <= span.start);
        pieces.get(next).is_none_or(|piece| !piece.contains(span))
    };
    (0..stretch.len()).filter(is_outside).collect()
}

/// The differences of a quote from a passage, with each piece that this goes over as one more; `steps` lay tokens of the
/// quote upon those of `text`, both `(its words, its tokens)`.
pub fn told(
    (differences, pieces): (Vec<Difference>, &[Span]),
    steps: &[Step],
    quote: &[Term],
    (text, stretch): (&str, &[Term]),
    language: Option<&str>,
) -> Vec<Difference> {
    let mut all = differences;
    // What is gone over is no white space.
    all.retain(|one| one.kind != Kind::Spacing || !pieces.iter().any(|piece| one.source.contains(*piece)));
    for piece in pieces {
        let before = steps.iter().rev().find_map(|step| match *step {
            Step::Pair(a, b) if stretch[b].token.span.end <= piece.start => Some(quote[a].token.span.end),
            _ => None,
        });
        let at = before.unwrap_or(0);
        let words = &text[piece.range()];
        let start = piece.start + (words.len() - words.trim_start().len());
        let source = Span::new(start, start + words.trim().len());
        let kind = if !words.contains(ch::is_word) {
            Kind::Punctuation
        } else if count_negations(words, language) > 0 {
            Kind::Negation
        } else {
            Kind::Words
        };
        let place = all.iter().position(|one| one.source.start >= source.start).unwrap_or(all.len());
        all.insert(place, Difference { kind, quote: Span::new(at, at), source });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_passage_may_go_over_is_found() {
        for (text, expected) in [
            ("never (Loud protests.) sold", &["(Loud protests.)"][..]),
            ("n’a (Si ! [à gauche]) retenu", &["(Si ! [à gauche])"]),
            ("不（掌声）卖船", &["（掌声）"]),
            ("a ( ) b and (c", &[]),
            ("Taxes ........ 12", &["........"]),
            ("Taxes . . . . . 12", &[". . . . ."]),
            ("Well... no", &[]),
            ("had been\n\n15\n\nmade", &["15"]),
            ("had been\n- 15 -\nmade", &["- 15 -"]),
            ("had been\n\n16\nAnnual Report\n\nmade", &["16\nAnnual Report"]),
            ("had been\n\nAnnual Report\n16\n\nmade", &["Annual Report\n16"]),
            ("had been\n\nAnnual Report\n\nmade", &[]),
            ("had\n[00:01:04]\nbeen", &["[00:01:04]"]),
            ("my…\n\n13\n00:00:42,100 --> 00:00:44,000\n…for", &["13\n00:00:42,100 --> 00:00:44,000\n…"]),
            ("found<!-- in May -->\nin", &["<!-- in May -->"]),
        ] {
            let found: Vec<&str> = pieces(text).iter().map(|piece| text[piece.range()].trim()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
