//! Numbers whose million lies beside a passage: `about $500` out of `about $500 million`. A million is no part of the
//! number before it, so such a passage cuts nothing; what it says is another amount all the same. Knows texts.

use super::negations::is_one_paragraph;
use super::tokens::{Class, Token, tokens};
use crate::fold::{characters as ch, multipliers, numbers, words};
use crate::text::{Span, Text, head, tail};

/// So many bytes beside a passage are read.
const BESIDE: usize = 64;
/// So many words may multiply one after another: `3 mil millones`.
const MOST: usize = 2;

/// What Romanian puts between the two: `50 de milioane`.
const LINK: &str = "de ";

/// What is left out straight beside a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Magnitude {
    /// The span ends with a number, and this multiplies it.
    Multiplier(Span),
    /// The span begins with a word that multiplies this number.
    Number(Span),
}

impl Magnitude {
    /// Where it lies.
    pub const fn span(self) -> Span {
        match self {
            Self::Multiplier(span) | Self::Number(span) => span,
        }
    }
}

/// The multiplier straight after the number that ends a span, or the number straight before the multiplier that begins
/// it.
pub fn magnitude_beside(text: &Text<'_>, span: Span) -> Option<Magnitude> {
    let after = || multiplier_after(text, span).map(Magnitude::Multiplier);
    after().or_else(|| number_before(text, span).map(Magnitude::Number))
}

fn multiplier_after(text: &Text<'_>, span: Span) -> Option<Span> {
    let tail = tail(text.as_str(), span.end, BESIDE);
    let rest = tail.trim_start_matches(is_gap);
    let linked = rest.strip_prefix(LINK);
    let rest = linked.unwrap_or(rest);
    let multiple = if rest.len() == tail.len() { 0 } else { multipliers::multiple_of_currency(rest) };
    if rest.len() == tail.len() || multiple == 0 && !begins_with_multiplier(rest) {
        return None;
    }
    let own = text.slice(span);
    let last =
        own[own.floor_char_boundary(own.len().saturating_sub(BESIDE))..].trim_end_matches(ch::is_invisible);
    let language = text.spoken();
    let is_link = || words::may_be_in(language, "ro");
    if linked.is_some() && !is_link() || !ends_with_number(last, language) {
        return None;
    }
    let all = tokens(rest);
    let multiplies = |token: &&Token| multipliers::multiplies(&rest[token.span.range()], language);
    let words = || all.iter().take_while(multiplies).take(MOST).last().map(|last| last.span.end);
    let length = if multiple > 0 { multiple } else { words()? };
    let start = span.end + (tail.len() - rest.len());
    is_one_paragraph(text, span.end, start).then(|| Span::new(start, start + length))
}

fn number_before(text: &Text<'_>, span: Span) -> Option<Span> {
    if !begins_with_multiplier(text.slice(span)) {
        return None;
    }
    let written = head(text.as_str(), span.start, BESIDE);
    let (from, head) = (span.start - written.len(), written.trim_end_matches(is_gap));
    let language = text.spoken();
    if from + head.len() == span.start || !multipliers::multiplies(first_word(text.slice(span)), language) {
        return None;
    }
    let all = tokens(head);
    let number = all.last().filter(|_| ends_with_number(head, language))?.span.shifted(from);
    is_one_paragraph(text, number.end, span.start).then_some(number)
}

/// Whether `c` may stand between a number and its million; a tabulator parts the cells of a table.
fn is_gap(c: char) -> bool {
    ch::is_space(c) && c != '\t'
}

/// Whether a text ends with a number in digits, which is not the mark of a note, or in words, with what multiplies it;
/// *one* may be an article.
fn ends_with_number(text: &str, language: Option<&str>) -> bool {
    let all = tokens(text);
    let Some((last, before)) = all.split_last() else { return false };
    if multipliers::multiplies(&text[last.span.range()], language) {
        return before.last().is_some_and(|last| is_number(text, last, language));
    }
    is_number(text, last, language)
}

fn is_number(text: &str, token: &Token, language: Option<&str>) -> bool {
    let word = &text[token.span.range()];
    if token.class == Class::Number {
        return word.ends_with(ch::is_digit) && !is_note(&text[..token.span.start]);
    }
    let is_value = |numerals: &'static numbers::Numerals| {
        let parts = numerals.parts(word, true).unwrap_or_default();
        matches!(parts.last(), Some(numbers::Part::Value { .. })) && !numerals.is_power(word)
    };
    token.class == Class::Word && numbers::tables(language).any(is_value)
}

/// Whether digits straight after these words are the mark of a note: `he said so.12`. Arabic writes *and* and *with*
/// together with a number.
fn is_note(before: &str) -> bool {
    let mut last = before.chars().rev();
    match last.next() {
        Some('.' | ',' | ';') => !last.next().is_some_and(ch::is_digit),
        Some(c) => ch::is_letter(c) && !matches!(c, '\u{620}'..='\u{64A}') || matches!(c, '”' | '»'),
        None => false,
    }
}

/// Whether a text may begin with a word that multiplies, told at a glance of most: those are of Western letters, with a
/// space or a mark of ASCII behind them.
fn begins_with_multiplier(text: &str) -> bool {
    let letters = words::western_letters(text.as_bytes());
    let ends = |next: &u8| next.is_ascii() && !next.is_ascii_alphanumeric();
    if text.as_bytes().get(letters).is_none_or(ends) {
        let word = &text[..letters];
        return multipliers::may_multiply_western(word) && multipliers::may_multiply(word);
    }
    multipliers::may_multiply(first_word(text))
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !(ch::is_word(c) || ch::is_mark(c))).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::super::marked::marked;
    use super::*;

    fn beside(language: &str, words: &str) -> Option<String> {
        let (content, span) = marked(words);
        let text = Text::new(&content).in_language(Some(language));
        magnitude_beside(&text, span).map(|found| text.slice(found.span()).to_owned())
    }

    #[test]
    fn a_million_after_a_number_is_told() {
        for (language, words, left_out) in [
            ("en", "|The bridge cost about $500| million in the end.", "million"),
            ("en", "|The bridge cost about 2.5| bn.", "bn"),
            ("en", "|The bridge cost the city five| million dollars.", "million"),
            ("fr", "|Le pont a coûté 221| milliards de dollars.", "milliards"),
            ("fr", "|Le pont a coûté 3\u{202F}500| millions d’euros.", "millions"),
            ("fr", "|Le pont a coûté deux| milliards.", "milliards"),
            ("fr", "|Le pont coûtera 5| M€ à la ville.", "M€"),
            ("fr", "|Le pont coûtera 3,2|\u{A0}Md€ à la ville.", "Md€"),
            ("es", "|El puente costó 7| k$ al año.", "k$"),
            ("de", "|Die Brücke kostete 12| Mio. Euro.", "Mio"),
            ("es", "|El puente costó 3| mil millones de euros.", "mil millones"),
            ("ru", "|Мост обошёлся в 42| млн рублей.", "млн"),
            ("ar", "|كلف الجسر المدينة 42| مليون يورو.", "مليون"),
            ("hi", "|पुल की लागत 5| लाख रुपये थी।", "लाख"),
            ("id", "|Jembatan itu menelan biaya 12| juta rupiah.", "juta"),
            ("ro", "|Podul a costat 50| de milioane de lei.", "milioane"),
            ("vi", "|Cây cầu tốn 12| tỷ đồng.", "tỷ"),
            ("pt", "|A ponte custou 8,8 mil| milhões de escudos.", "milhões"),
            ("ar", "|كلف الجسر المدينة و1,4| مليار يورو.", "مليار"),
        ] {
            assert_eq!(beside(language, words).as_deref(), Some(left_out), "{words}");
        }
    }

    #[test]
    fn a_number_before_a_million_is_told() {
        for (language, words, left_out) in [
            ("en", "It cost 500 |million dollars in the end|.", "500"),
            ("fr", "Il a coûté 12 |mille euros à la ville|.", "12"),
            ("ar", "كلف الجسر 42 |مليون يورو في النهاية|.", "42"),
        ] {
            assert_eq!(beside(language, words).as_deref(), Some(left_out), "{words}");
        }
    }

    #[test]
    fn other_words_and_other_numbers_are_not() {
        for (language, words) in [
            ("en", "|The bridge cost about 500| dollars."),
            ("en", "|The bridge was closed in 2015|. Millions wept."),
            ("fr", "|Le pont mesure 5| m et coûte 8 €."),
            ("fr", "|Le pont coûtera 5| € à la ville."),
            ("en", "|The bridge was closed in 2015|\n\nmillion by million"),
            ("en", "He said so.12 |Millions of people saw it|."),
            ("en", "|Of the bridges that cost a million| million were saved."),
            ("en", "|The bridge cost the city a| million dollars."),
            ("de", "|Ich lebe mit zwölf| bin ich gekommen."),
            ("sv", "|Bron ligger tre| kilometer bort."),
            ("fr", "|Le pont a coûté 500| euros."),
            ("fr", "|Les ponts des années 1950| de milliardaires."),
            ("fr", "|Un pont de 500| de mille façons."),
            ("en", "|The bridge\t500|\tmillion\tmarks"),
        ] {
            assert_eq!(beside(language, words), None, "{words}");
        }
    }
}
