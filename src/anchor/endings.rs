//! Differences in the endings of Japanese verbs, told with the whole ending: `ました` and `ませんでした`, not `せんで`.
//! Knows the two texts and what differs between them.

use crate::fold::{Difference, Kind, characters as ch, words};
use crate::text::{Span, around};

/// So many bytes beside a difference an ending may go on: five kana.
const BESIDE: usize = 15;

/// The differences between `quote` and `text`, in reading order, with the endings whole that they lie in; what is of one
/// ending then is one.
pub fn whole(quote: &str, text: &str, differences: Vec<Difference>) -> Vec<Difference> {
    let of_kana = |one: &Difference| is_kana(&quote[one.quote.range()]) || is_kana(&text[one.source.range()]);
    if !differences.iter().any(of_kana) {
        return differences;
    }
    let mut told: Vec<Difference> = Vec::with_capacity(differences.len());
    for difference in differences {
        let difference = with_ending(quote, text, difference);
        match told.last_mut().filter(|last| is_one(quote, text, last, &difference)) {
            Some(last) => *last = joined(last, &difference),
            None => told.push(difference),
        }
    }
    told
}

fn is_kana(side: &str) -> bool {
    side.starts_with(ch::is_hiragana)
}

/// A difference with the ending that either side of it lies in, as far as both have the same beside it.
fn with_ending(quote: &str, text: &str, difference: Difference) -> Difference {
    let Difference { kind, quote: a, source: b } = difference;
    if !matches!(kind, Kind::Negation | Kind::Words) {
        return difference;
    }
    let (own, other) = (ending_around(quote, a), ending_around(text, b));
    let back = (a.start - own.start).max(b.start - other.start);
    let on = (own.end - a.end).max(other.end - b.end);
    let back = shared(quote[..a.start].chars().rev(), text[..b.start].chars().rev(), back);
    let on = shared(quote[a.end..].chars(), text[b.end..].chars(), on);
    Difference {
        kind,
        quote: Span::new(a.start - back, a.end + on),
        source: Span::new(b.start - back, b.end + on),
    }
}

/// The span with the ending of a verb that it has a part of, or lies in.
fn ending_around(text: &str, span: Span) -> Span {
    let near = around(text, span, BESIDE);
    let meets = |ending: &Span| ending.start < span.end.max(span.start + 1) && span.start < ending.end;
    let strictly = |ending: &Span| !span.is_empty() || ending.start < span.start;
    let found = words::endings(&text[near.range()]).map(|ending| Span::from(ending).shifted(near.start));
    found
        .filter(meets)
        .filter(strictly)
        .fold(span, |whole, ending| Span::new(whole.start.min(ending.start), whole.end.max(ending.end)))
}

/// The bytes of the kana that two texts begin with alike, of `most` at most.
fn shared(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>, most: usize) -> usize {
    let same = a.zip(b).take_while(|(a, b)| a == b && ch::is_hiragana(*a));
    same.map(|(a, _)| a.len_utf8())
        .scan(0, |sum, length| {
            *sum += length;
            Some(*sum)
        })
        .take_while(|sum| *sum <= most)
        .last()
        .unwrap_or(0)
}

/// Whether two differences meet, one of which is of a negation, and all of the later is kana.
fn is_one(quote: &str, text: &str, last: &Difference, next: &Difference) -> bool {
    let (a, b) = (&quote[next.quote.range()], &text[next.source.range()]);
    let all_kana = a.chars().chain(b.chars()).all(ch::is_hiragana);
    let is_verbal = |one: &Difference| matches!(one.kind, Kind::Negation | Kind::Words);
    next.quote.start <= last.quote.end
        && next.source.start <= last.source.end
        && is_verbal(last)
        && is_verbal(next)
        && all_kana
}

fn joined(last: &Difference, next: &Difference) -> Difference {
    let hull = |a: Span, b: Span| Span::new(a.start.min(b.start), a.end.max(b.end));
    Difference {
        kind: last.kind.min(next.kind),
        quote: hull(last.quote, next.quote),
        source: hull(last.source, next.source),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Quote, SegmentDifference, anchor};
    use crate::text::Text;

    /// What is told of a quote and a text: the kinds and both sides.
    fn told(quote: &str, text: &str) -> Vec<(&'static str, String, String)> {
        let asked = Quote { segments: vec![quote], within: None, partial: false, repeated: false };
        let found = anchor(&asked, &Text::new(text));
        let sides = found.differences.iter().map(|SegmentDifference { difference: one, .. }| {
            (one.kind.name(), quote[one.quote.range()].to_owned(), text[one.source.range()].to_owned())
        });
        sides.collect()
    }

    #[test]
    fn endings_of_verbs_are_told_whole() {
        for (quote, text, before, after) in [
            ("住民は何も持ち出せた", "住民は何も持ち出せませんでした。", "た", "ませんでした"),
            ("住民は何も持ち出せたと", "住民は何も持ち出せませんでしたと話した。", "た", "ませんでした"),
            ("住民は何も持ち出せました", "住民は何も持ち出せませんでした。", "ました", "ませんでした"),
            ("知事は責任を認めています", "知事は責任を認めていません。", "ます", "ません"),
            ("知事は責任を認めていますと述べ", "知事は責任を認めていませんと述べた。", "ます", "ません"),
            ("市長は昨日、現場に行った", "市長は昨日、現場に行かなかった。", "った", "かなかった"),
            ("社長は事故の報告を受けている", "社長は事故の報告を受けていない。", "る", "ない"),
            ("社長は事故の報告を受けた", "社長は事故の報告を受けていない。", "た", "ていない"),
            ("政府は合意を承認しませんでした", "政府は合意を承認しました。", "ませんでした", "ました"),
        ] {
            let expected = vec![("negation", before.to_owned(), after.to_owned())];
            assert_eq!(told(quote, text), expected, "{quote} for {text}");
        }
        for (quote, text, expected) in [
            ("会議は明日の朝開かれました", "会議は明日の朝開かれます。", ("words", "ました", "ます")),
            ("会議は明日の昼開かれます", "会議は明日の朝開かれます。", ("words", "昼", "朝")),
        ] {
            let (kind, before, after) = expected;
            assert_eq!(told(quote, text), [(kind, before.to_owned(), after.to_owned())]);
        }
    }
}
