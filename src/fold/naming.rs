//! What is named where a quote and a passage fold alike: every difference, with its kinds. Knows two short texts.

use super::characters as ch;
use super::{Casing, Difference, Folded, Form, Kind};
use crate::text::Span;
use unicode_normalization::UnicodeNormalization as _;

/// Names every difference between a quote and a passage with the same folding, in reading order.
///
/// Spans are bytes of `quote` and of `source`. Neighbouring differences of one kind are one. `casing` is that with which
/// they fold alike.
pub fn differences(quote: &str, source: &str, casing: Casing) -> Vec<Difference> {
    let folded = |text| Folded::cased(text, Form::Words, casing);
    let (q, s) = (folded(quote), folded(source));
    debug_assert!(alike(&q.bytes, &s.bytes), "only passages with the same folding are compared");
    let count = q.bytes.len().min(s.bytes.len());
    let mut found = Vec::new();
    let (mut quote_end, mut source_end) = (0, 0);
    let mut from = 0;
    while from < count {
        let to = (from + 1..count).find(|&to| begins(&q, to) && begins(&s, to)).unwrap_or(count);
        let (a, b) = (extent(&q, from, to), extent(&s, from, to));
        compare(quote, Span::new(quote_end, a.start), source, Span::new(source_end, b.start), &mut found);
        compare(quote, a, source, b, &mut found);
        (quote_end, source_end, from) = (a.end, b.end, to);
    }
    let rest = (Span::new(quote_end, quote.len()), Span::new(source_end, source.len()));
    compare(quote, rest.0, source, rest.1, &mut found);
    found
}

/// Whether two foldings are the same, but for single marks of which what tells whether they quote was left out of one.
fn alike(a: &[u8], b: &[u8]) -> bool {
    let single = |byte: &u8| if *byte == b'"' { b'\'' } else { *byte };
    a.iter().map(single).eq(b.iter().map(single))
}

fn begins(folded: &Folded, at: usize) -> bool {
    folded.origins[at] != folded.origins[at - 1]
}

fn extent(folded: &Folded, from: usize, to: usize) -> Span {
    Span::new(folded.origins[from].0 as usize, folded.origins[to - 1].1 as usize)
}

fn compare(quote: &str, a: Span, source: &str, b: Span, found: &mut Vec<Difference>) {
    let (words, other) = (&quote[a.range()], &source[b.range()]);
    if words == other {
        return;
    }
    for kind in kinds_between(words, other) {
        let meets = |last: &&mut Difference| {
            last.kind == kind && last.quote.end == a.start && last.source.end == b.start
        };
        match found.iter_mut().rev().take(3).find(meets) {
            Some(last) => (last.quote.end, last.source.end) = (a.end, b.end),
            None => found.push(Difference { kind, quote: a, source: b }),
        }
    }
}

/// The kinds of variant by which two short strings with the same folding differ.
fn kinds_between(quote: &str, source: &str) -> Vec<Kind> {
    let hidden = |text: &str| text.chars().filter(|&c| ch::is_invisible(c)).collect::<String>();
    let seen = |text: &str| text.chars().filter(|&c| !ch::is_invisible(c)).collect::<String>();
    let mut kinds = Vec::new();
    if hidden(quote) != hidden(source) {
        kinds.push(Kind::Invisible);
    }
    let (quote, source) = (seen(quote), seen(source));
    if quote != source {
        kinds.extend(visible_kinds(&quote, &source));
    }
    kinds
}

fn visible_kinds(quote: &str, source: &str) -> Vec<Kind> {
    if quote.chars().chain(source.chars()).all(ch::is_space) {
        let with_lf = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
        let is_line_ending = with_lf(quote) == with_lf(source);
        return vec![if is_line_ending { Kind::LineEnding } else { Kind::Spacing }];
    }
    let steps: [&[Kind]; 9] = [
        &[Kind::UnicodeForm],
        &[Kind::Case],
        &[Kind::Typography],
        &[Kind::Typography, Kind::Case],
        &[Kind::UnicodeForm, Kind::Case],
        &[Kind::UnicodeForm, Kind::Typography],
        &[Kind::Spacing, Kind::Typography],
        &[Kind::UnicodeForm, Kind::Typography, Kind::Case],
        &[Kind::Spacing, Kind::UnicodeForm, Kind::Typography, Kind::Case],
    ];
    let explains = |kinds: &&&[Kind]| set_aside(quote, kinds) == set_aside(source, kinds);
    steps.iter().find(explains).unwrap_or(&steps[8]).to_vec()
}

/// `text` with the differences of these kinds set aside.
fn set_aside(text: &str, kinds: &[Kind]) -> String {
    let mut text = text.to_owned();
    if kinds.contains(&Kind::Spacing) {
        text.retain(|c| !ch::is_space(c));
    }
    if kinds.contains(&Kind::Typography) {
        text = text.chars().map(|c| ch::plain(c).unwrap_or_else(|| c.into())).collect();
        // Where both fold alike, a degree sign that one of them has for a small o is that.
        text = text.replace('°', "o");
        while text.contains("......") {
            text = text.replace("......", "...");
        }
        while text.contains("--") {
            text = text.replace("--", "-");
        }
        // Where both fold alike, a single mark that stands for a double one quotes as that does.
        text = text.replace('"', "'");
    }
    if kinds.contains(&Kind::Case) {
        // Where both fold alike, an `i` with a dot and one without are one letter in the casing of both.
        text =
            text.chars().flat_map(ch::lower).collect::<String>().replace("i\u{307}", "i").replace('ı', "i");
    }
    if kinds.contains(&Kind::UnicodeForm) {
        text = text.nfd().collect();
    }
    text
}
