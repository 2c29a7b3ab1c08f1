//! Words that negate, in a passage and straight beside it. Knows texts.

use super::tokens::{Class, Token, tokens};
use crate::fold::{characters as ch, reach, words};
use crate::text::{Span, Text};

/// So many bytes beside a passage are read.
const BESIDE: usize = 64;

/// How many words of `text` negate. `language` is a BCP 47 tag.
pub fn count_negations(text: &str, language: Option<&str>) -> usize {
    let negates = |token: &Token| {
        token.class != Class::Ideograph && words::is_negation(&text[token.span.range()], language)
    };
    let mut count = tokens(text).iter().filter(|token| negates(token)).count();
    let mut rest = text;
    while let Some(found) = words::spaceless_negation(rest).filter(|found| found.end > 0) {
        count += 1;
        rest = &rest[found.end..];
    }
    count
}

/// The negation straight before a span, or straight after it; only what opens a quotation or sets type lies between.
/// Of one in two halves, as French `ne … pas`, either negates, so none is told that has its other in the span.
pub fn negation_beside(text: &Text<'_>, span: Span) -> Option<Span> {
    let before = before(text, span.start).filter(|&word| !has_second_half(text, word, span));
    let is_near = |word: &Span| {
        let (from, to) =
            if word.start < span.start { (word.end, span.start) } else { (span.end, word.start) };
        is_one_paragraph(text, from, to)
    };
    before.or_else(|| after(text, span)).filter(is_near)
}

/// Whether no paragraph ends between two places: a line may.
fn is_one_paragraph(text: &Text<'_>, from: usize, to: usize) -> bool {
    text.block(from) == text.block(to)
}

fn before(text: &Text<'_>, start: usize) -> Option<Span> {
    let content = text.as_str();
    let from = content.floor_char_boundary(start.saturating_sub(BESIDE));
    let head = content[from..start].trim_end_matches(parts_nothing);
    let end = from + head.len();
    if end == start {
        return None;
    }
    let word = negating(head, last_word(head), text.language(), words::negates_next)?;
    Some(word.shifted(from))
}

fn after(text: &Text<'_>, span: Span) -> Option<Span> {
    let content = text.as_str();
    let to = content.ceil_char_boundary((span.end + BESIDE).min(content.len()));
    let tail = &content[span.end..to];
    let rest = tail.trim_start_matches(|c: char| ch::is_space(c) || ch::is_invisible(c));
    let start = tail.len() - rest.len();
    if start == 0 {
        return None;
    }
    let word = Span::new(start, start + first_word(rest));
    let word = negating(tail, word, text.language(), words::negates_last)?.shifted(span.end);
    (!has_first_half(text, word, span)).then_some(word)
}

/// The word that `head` ends with, with its hyphens; one that is broken at a line's end is whole.
fn last_word(head: &str) -> Span {
    let stem = |end: usize| head[..end].trim_end_matches(is_in_compound).len();
    let start = stem(head.len());
    let broken = head[..start].trim_end_matches(['\r', '\n']);
    let is_broken = broken.len() < start && broken.ends_with(is_break);
    Span::new(if is_broken { stem(broken.len()) } else { start }, head.len())
}

/// The bytes of the word that `tail` begins with, with its hyphens; one that is broken at a line's end is whole.
fn first_word(tail: &str) -> usize {
    let stem = |from: usize| from + tail[from..].find(|c| !is_in_compound(c)).unwrap_or(tail.len() - from);
    let end = stem(0);
    let broken = end + (tail[end..].len() - tail[end..].trim_start_matches(['\r', '\n']).len());
    if broken > end && tail[..end].ends_with(is_break) { stem(broken) } else { end }
}

/// Whether `asks` says that the word at `range` of `text` negates, as it is written, by its last part, or with its
/// parts joined; where that lies.
fn negating(
    text: &str,
    range: Span,
    language: Option<&str>,
    asks: fn(&str, Option<&str>) -> bool,
) -> Option<Span> {
    let whole = &text[range.range()];
    let negates = |word: &str| asks(word, language) || reach::is_negated_verb(word, language);
    let part = whole.trim_end_matches(|c| !ch::is_hyphen(c)).len();
    let last = range.start + part..range.end;
    let word = &text[last.clone()];
    if word.is_empty() || word.chars().any(ch::is_spaceless) {
        return None;
    }
    // The rest of a broken word is none of its own.
    let is_broken = whole.contains(ch::is_line_end);
    if !is_broken && negates(word) && words::negates_between(text, &last, language) {
        return Some(last.into());
    }
    let joined: String = whole.chars().filter(|&c| !ch::is_hyphen(c) && !ch::is_line_end(c)).collect();
    let is_one = joined != whole && (COMPOUNDS.contains(&&*joined.to_lowercase()) || negates(&joined));
    is_one.then_some(range)
}

/// Negations that are written with a hyphen, without it.
const COMPOUNDS: &[&str] = &["noone"];

/// Whether the words of `span` have the second half of the French `ne` at `word`, before another begins.
fn has_second_half(text: &Text<'_>, word: Span, span: Span) -> bool {
    if !reach::is_first_half(text.slice(word)) {
        return false;
    }
    let all = tokens(text.slice(span));
    let words = all.iter().map(|token| &text.slice(span)[token.span.range()]);
    words.take_while(|word| !reach::is_first_half(word)).any(reach::is_second_half)
}

/// Whether the last clause of `span` has the first half of the negation at `word` after it.
fn has_first_half(text: &Text<'_>, word: Span, span: Span) -> bool {
    let (content, language) = (text.slice(span), text.language());
    if reach::has_concord(language) {
        let clause = &content[content.rfind([',', ';', ':', '.', '!', '?']).map_or(0, |at| at + 1)..];
        return count_negations(clause, language) > 0;
    }
    if !reach::is_second_half(text.slice(word)) {
        return false;
    }
    let all = tokens(content);
    let halves = all.iter().map(|token| &content[token.span.range()]);
    let last = halves.filter(|word| reach::is_first_half(word) || reach::is_second_half(word)).last();
    last.is_some_and(reach::is_first_half)
}

/// Whether a character between a negation and what it negates leaves them one phrase.
fn parts_nothing(c: char) -> bool {
    if c.is_ascii_alphanumeric() {
        return false;
    }
    let is_quote = ch::is_opening(c) && !ch::is_apostrophe(c) && !matches!(c, '»' | '”');
    ch::is_space(c) || ch::is_invisible(c) || ch::is_emphasis(c) || is_quote
}

/// Whether a character may break a word at a line's end.
fn is_break(c: char) -> bool {
    ch::is_hyphen(c) || c == '\u{AD}'
}

fn is_in_word(c: char) -> bool {
    ch::is_word(c) || ch::is_apostrophe(c) || ch::is_mark(c) || ch::is_invisible(c)
}

fn is_in_compound(c: char) -> bool {
    is_in_word(c) || ch::is_hyphen(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The word that is told of the words between `|` and `|`.
    fn beside(language: &str, marked: &str) -> Option<String> {
        let (head, rest) = marked.split_once('|').unwrap();
        let (quote, tail) = rest.split_once('|').unwrap();
        let content = format!("{head}{quote}{tail}");
        let text = Text::new(&content).in_language(Some(language));
        let span = Span::new(head.len(), head.len() + quote.len());
        negation_beside(&text, span).map(|word| text.slice(word).to_owned())
    }

    #[test]
    fn another_negation_in_the_words_hides_none_beside_them() {
        for (language, marked, word) in [
            ("de", "|Wir haben kein Geld, aber wir zahlen| nicht.", "nicht"),
            ("fr", "|Je ne sais rien, mais je pense| pas.", "pas"),
            ("nl", "|Hij heeft geen geld, maar hij betaalt| niet.", "niet"),
            ("tr", "|Para yok, ama bu doğru| değil.", "değil"),
            ("hi", "|यह नहीं हुआ, और यह सच| नहीं है।", "नहीं"),
            ("it", "|Non ho soldi, ma pago| mai.", "mai"),
            ("fr", "Il ne |ment et ne vole jamais|.", "ne"),
        ] {
            assert_eq!(beside(language, marked).as_deref(), Some(word), "{marked}");
        }
    }

    #[test]
    fn of_a_negation_in_two_halves_either_negates() {
        for (language, marked) in [
            ("fr", "Il ne |ment pas|, dit-il."),
            ("fr", "Il ne |boit que de l’eau|."),
            ("fr", "|Il ne ment| pas."),
            ("fr", "|Il ne sait rien et n’a| pas menti."),
            ("it", "|Non ho| mai mentito."),
        ] {
            assert_eq!(beside(language, marked), None, "{marked}");
        }
    }

    #[test]
    fn what_is_not_seen_parts_no_negation() {
        for (language, marked, word) in [
            ("fa", "دولت نمی\u{200C}تواند |این توافق را بپذیرد|.", "نمی\u{200C}تواند"),
            ("fa", "دولت |این توافق را| نمی\u{200C}پذیرد.", "نمی\u{200C}پذیرد"),
            ("fa", "دولت |این توافق را| نمیپذیرد.", "نمیپذیرد"),
            ("de", "Er ist ni\u{AD}cht |im Land|.", "ni\u{AD}cht"),
            ("en", "It is no\u{200B}t |true|.", "no\u{200B}t"),
            ("en", "There no-one |lied|.", "no-one"),
            ("de", "Er hat nie-\nmals |gelogen|.", "nie-\nmals"),
            ("de", "Er hat nie\u{AD}\nmals |gelogen|.", "nie\u{AD}\nmals"),
            ("de", "|Er log| nie-\nmals.", "nie-\nmals"),
        ] {
            assert_eq!(beside(language, marked).as_deref(), Some(word), "{marked}");
        }
    }

    #[test]
    fn the_end_of_another_word_is_no_negation() {
        for (language, marked) in [
            ("fr", "un accord non-contraignant |entre les deux|"),
            ("es", "un pia-\nno |de cola|"),
            ("it", "il pia\u{AD}no |forte|"),
            ("en", "a no-fly |zone|"),
        ] {
            assert_eq!(beside(language, marked), None, "{marked}");
        }
    }
}
