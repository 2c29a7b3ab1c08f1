//! Words that a text has in letters that look the same, however few they are: `Без комментaриев` with a Latin a. They are
//! looked for where nothing else was found. Knows texts and quotes.

use super::align::Alignment;
use super::chunks::{Chunk, chunks};
use super::explain::is_confusable;
use super::nearest::Near;
use super::occurrences;
use super::tokens::{Term, terms};
use crate::fold::{Letters, characters as ch};
use crate::text::{Span, Text};

/// So many places of one quote are looked at.
const MOST: usize = 64;

/// Where each of `quotes` lies in letters that look the same, and nowhere else differs.
pub fn lookalikes(text: &Text<'_>, region: Span, quotes: &[&str]) -> Vec<Option<Near>> {
    let folded: Vec<Letters> = quotes.iter().map(|quote| Letters::looks(quote)).collect();
    let is_mixed = mixes(text.slice(region));
    let may_be = |index: &usize| {
        let looks = folded[*index].bytes();
        looks.len() > 1 && (is_mixed || looks != Letters::new(quotes[*index]).bytes())
    };
    let sought: Vec<usize> = (0..quotes.len()).filter(may_be).collect();
    let mut found: Vec<Vec<Span>> = vec![Vec::new(); quotes.len()];
    if !sought.is_empty() {
        let needles: Vec<&[u8]> = sought.iter().map(|&index| folded[index].bytes()).collect();
        let longest = sought.iter().map(|&index| quotes[index].len()).max().unwrap_or(0);
        for chunk in chunks(text.as_str(), region, longest * 4 + 256) {
            places_in(text.as_str(), chunk, &needles, |needle, place| {
                let places = &mut found[sought[needle]];
                if places.len() < MOST {
                    places.push(place);
                }
            });
        }
    }
    let near = |(quote, places): (&&str, Vec<Span>)| near(quote, places, text);
    quotes.iter().zip(found).map(near).collect()
}

/// Whether a text has letters that may look like those of another script: Greek, Cyrillic, Armenian, Arabic ones.
fn mixes(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, 0xCD..=0xDB))
}

/// Where words of these letters lie in a chunk of a text, whole.
fn places_in(text: &str, chunk: Chunk, needles: &[&[u8]], mut found: impl FnMut(usize, Span)) {
    let letters = Letters::looks(&text[chunk.read.range()]);
    let at = |byte: usize| chunk.read.start + letters.origin_start(byte);
    let is_word = |c: Option<char>| c.is_some_and(|c| ch::is_word(c) && !ch::is_spaceless(c));
    occurrences::search(letters.bytes(), needles, |needle, from| {
        let (start, last) = (at(from), at(from + needles[needle].len() - 1));
        let Some(letter) = text[last..].chars().next() else { return };
        let rest = &text[last + letter.len_utf8()..];
        let end = text.len() - rest.trim_start_matches(ch::is_mark).len();
        let is_cut = is_word(text[..start].chars().next_back()) || is_word(text[end..].chars().next());
        if start < chunk.own_end && start < end && !is_cut {
            found(needle, Span::new(start, end));
        }
    });
}

/// The first of the places where words differ in such letters alone.
fn near(quote: &str, places: Vec<Span>, text: &Text<'_>) -> Option<Near> {
    let own = terms(quote);
    let mut places = places.into_iter().filter_map(|place| {
        let passage = terms(text.slice(place));
        are_alike((quote, &own), (text.slice(place), &passage)).then_some((place, passage))
    });
    let (span, passage) = places.next()?;
    let pairs: Vec<(usize, usize)> = (0..own.len()).map(|at| (at, at)).collect();
    let alignment = Alignment::of(&own, &passage, &pairs, text.spoken());
    let mut differences = alignment.differences((quote, &own), (text.slice(span), &passage), text.spoken());
    for difference in &mut differences {
        difference.source = difference.source.shifted(span.start);
    }
    let same = own.iter().zip(&passage).filter(|(a, b)| a.is_same(b)).count();
    // Half of what looks the same is.
    let nearness = (own.len() + same) as f64 / (2 * own.len()) as f64;
    let rivals = places.map(|(place, _)| place).collect();
    Some(Near { span, differences, nearness, rivals, has_more: false })
}

/// Whether words lie upon the same words or such as look the same, one of these at the least.
fn are_alike((quote, own): (&str, &[Term]), (text, passage): (&str, &[Term])) -> bool {
    let pairs = || own.iter().zip(passage);
    let looks_same =
        |(a, b): (&Term, &Term)| is_confusable(&quote[a.token.span.range()], &text[b.token.span.range()]);
    own.len() == passage.len()
        && pairs().all(|(a, b)| a.is_same(b) || looks_same((a, b)))
        && pairs().any(|(a, b)| !a.is_same(b))
}

#[cfg(test)]
mod tests {
    use super::super::{Quote, Standing, anchor};
    use crate::fold::Kind;
    use crate::text::Text;

    fn kinds(quote: &str, content: &str) -> Option<Vec<Kind>> {
        let text = Text::new(content);
        let sought = Quote { segments: vec![quote], within: None, partial: false, repeated: false };
        let found = anchor(&sought, &text);
        let kinds = found.differences.iter().map(|one| one.difference.kind).collect();
        (found.standing == Standing::Altered).then_some(kinds)
    }

    #[test]
    fn words_in_letters_that_look_the_same_are_found_however_few() {
        for (quote, content) in [
            ("Без комментaриев", "Он сказал: «Без комментариев»."),
            ("No cоmment", "The mayor said: “No comment.”"),
            ("No comment", "The mayor said: “No cоmment.”"),
            ("Нет", "Он сказал: «Heт»."),
            ("нет", "Он сказал: нeт."),
            ("Nαι", "Είπε: «Ναι»."),
            ("علی", "قال علي ذلك."),
            ("по-рyсски", "Он говорит по-русски."),
        ] {
            assert_eq!(kinds(quote, content), Some(vec![Kind::Confusable]), "{quote}");
        }
    }

    #[test]
    fn other_words_and_parts_of_words_are_not() {
        for (quote, content) in [
            ("Без ответа", "Он сказал: «Без комментариев»."),
            ("cор", "Он устроил ссору."),
            ("нет", "The net was torn."),
            ("على", "قال علي ذلك."),
            ("No remark", "The mayor said: “No cоmment.”"),
        ] {
            assert_eq!(kinds(quote, content), None, "{quote}");
        }
    }
}
