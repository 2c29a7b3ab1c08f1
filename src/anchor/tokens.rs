//! A text as words, numbers, marks and ideographs, for alignment and for diffs that keep apostrophes
//! and numbers whole. Knows single texts.

use crate::fold::{Form, abbreviations, characters as ch, folded, words};
use crate::text::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A word, or the elided word before an apostrophe.
    Word,
    /// A number with its sign and groups.
    Number,
    /// One letter of a script written without spaces.
    Ideograph,
    /// One punctuation mark or symbol.
    Mark,
}

/// What a token begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initial {
    /// A capital letter.
    Capital,
    /// A small letter, one of a script without capitals, or another character.
    Other,
}

/// One token of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it lies.
    pub span: Span,
    /// What it is.
    pub class: Class,
}

/// The tokens of `text`; white space lies between them.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut all: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let after = at + c.len_utf8();
        if ch::is_space(c) || ch::is_invisible(c) {
            at = after;
            continue;
        }
        let follows_space = all.last().is_none_or(|last| last.span.end < at || is_opening_mark(text, *last));
        let (end, class) = token_end(text, at, c, follows_space);
        all.push(Token { span: Span::new(at, end), class });
        at = end;
    }
    all
}

fn is_opening_mark(text: &str, token: Token) -> bool {
    token.class == Class::Mark && text[token.span.range()].chars().next().is_some_and(ch::is_opening)
}

fn token_end(text: &str, at: usize, c: char, follows_space: bool) -> (usize, Class) {
    let after = at + c.len_utf8();
    let next = text[after..].chars().next();
    if ch::is_digit(c) || ch::is_fraction(c) {
        return number_end(text, at);
    }
    if ch::is_dash(c) && follows_space && next.is_some_and(ch::is_digit) {
        return number_end(text, after);
    }
    if ch::is_spaceless(c) {
        let marks = text[after..].chars().take_while(|&c| ch::is_mark(c) || ch::is_invisible(c));
        return (after + marks.map(char::len_utf8).sum::<usize>(), Class::Ideograph);
    }
    if ch::is_word(c) && !ch::is_apostrophe(c) {
        return (word_end(text, at), Class::Word);
    }
    (after, Class::Mark)
}

/// The end of the number that begins at `at`; a word where letters follow at once, as in `1er`. Spaces and apostrophes part
/// its groups of three only where no other mark does: `2022 203.600 151.300` are three.
fn number_end(text: &str, at: usize) -> (usize, Class) {
    const GROUP: usize = 3;
    let mut end = at;
    let mut is_parted = false;
    loop {
        end += length_while(&text[end..], |c| ch::is_digit(c) || ch::is_invisible(c));
        let mut rest = text[end..].chars();
        let Some(mark) = rest.next() else { break };
        let digits = rest.clone().take_while(|&c| ch::is_digit(c)).take(4).count();
        let is_short = || text[at..end].chars().take_while(|&c| ch::is_digit(c)).count() <= GROUP;
        let goes_on = || ch::is_group_separator(mark) && digits == GROUP && !is_parted && is_short();
        let is_mark = ch::is_number_mark(mark) && digits > 0;
        if !is_mark && !goes_on() {
            break;
        }
        is_parted |= is_mark;
        end += mark.len_utf8();
    }
    end += fraction_length(text, at, end);
    end += length_while(&text[end..], ch::is_number_suffix);
    let is_word = text[end..].chars().next().is_some_and(|c| ch::is_letter(c) && !ch::is_spaceless(c));
    if is_word { (word_end(text, end), Class::Word) } else { (end, Class::Number) }
}

/// How much of a fraction follows the number in `at..end`: the slash and what it divides by, both short: `1/2`. A date
/// has more slashes.
fn fraction_length(text: &str, at: usize, end: usize) -> usize {
    const LONGEST: usize = 2;
    let Some(below) = text[end..].strip_prefix(['/', '⁄']) else { return 0 };
    let count = below.bytes().take_while(u8::is_ascii_digit).count();
    let is_short = |digits: &str| {
        (1..=LONGEST).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_alone =
        !text[..at].ends_with('/') && !below[count..].starts_with(|c: char| c == '/' || ch::is_word(c));
    let value = |digits: &str| digits.parse::<u8>().unwrap_or(0);
    let is_one = is_short(&text[at..end])
        && is_short(&below[..count])
        && is_alone
        && value(&text[at..end]) < value(&below[..count]);
    if is_one { text.len() - end - below.len() + count } else { 0 }
}

/// The end of the word that begins at `at`: compounds are whole, an elided word ends after its
/// apostrophe.
fn word_end(text: &str, at: usize) -> usize {
    // Some apostrophes are letters in Unicode.
    let is_letter = |c: char| ch::is_word(c) && !ch::is_apostrophe(c) && !ch::is_spaceless(c);
    let is_part = |c: char| ch::is_western_alphanumeric(c) || is_letter(c) || ch::is_invisible(c);
    let mut end = at;
    loop {
        end += length_while(&text[end..], is_part);
        let mut rest = text[end..].chars();
        let Some(joiner) = rest.next() else { break };
        let goes_on = rest.next().is_some_and(|c| ch::is_letter(c) && !ch::is_spaceless(c));
        let joins = ch::is_apostrophe(joiner) || ch::is_hyphen(joiner);
        let is_elided = ch::is_apostrophe(joiner) && is_elided(&text[at..end]);
        if !(is_elided || joins && goes_on) {
            break;
        }
        end += joiner.len_utf8();
        if is_elided {
            break;
        }
    }
    end
}

fn is_elided(word: &str) -> bool {
    let word: String = word.chars().filter(|&c| !ch::is_invisible(c)).flat_map(ch::lower).collect();
    let last = word.rsplit(ch::is_hyphen).next().unwrap_or(&word);
    last == "n" || words::is_elision_of_any(last)
}

fn length_while(text: &str, holds: impl Fn(char) -> bool) -> usize {
    text.chars().take_while(|&c| holds(c)).map(char::len_utf8).sum()
}

/// A token as it is compared: folded in both forms, with its weight in an alignment.
#[derive(Clone, Debug)]
pub struct Term {
    /// Where it lies and what it is.
    pub token: Token,
    /// Its words without typography.
    pub words: Vec<u8>,
    /// Its letters and digits without accents.
    pub letters: Vec<u8>,
    /// Its letters in one byte each, which tells those of one script apart; none of an ideograph.
    pub shape: Vec<u8>,
    /// A hash of its words: tokens with different ones differ.
    pub hash: u64,
    /// Which letters it has, one bit for those of like number.
    pub letter_set: u64,
    /// How much it counts: words by their length, numbers much, marks little.
    pub weight: i32,
    /// Whether it ends a sentence; the stop of an abbreviation does not.
    pub ends_sentence: bool,
    /// What it begins with.
    pub initial: Initial,
    /// Whether it goes on the word before it: an elided one, or the rest of a compound.
    pub joins: bool,
    /// Whether an empty line lies before it.
    pub follows_break: bool,
}

impl Term {
    /// Whether it is the same words as another, in whatever characters.
    pub fn is_same(&self, other: &Self) -> bool {
        self.hash == other.hash && self.words == other.words
    }

    /// How long it is, in halves of a word: a letter of a script without spaces is half a word, a mark nothing.
    pub const fn halves(&self) -> usize {
        match self.token.class {
            Class::Mark => 0,
            Class::Ideograph => 1,
            Class::Word | Class::Number => 2,
        }
    }

    /// What it costs to leave it out, beside opening the gap.
    pub const fn gap_cost(&self) -> i32 {
        if self.weight > 1 { 2 } else { 1 }
    }
}

/// The tokens of `text`, folded; compounds in their parts, so that each finds its like alone, and so what is written
/// with a number at once, `100km` as `100 km`.
pub fn terms(text: &str) -> Vec<Term> {
    let parts = tokens(text).into_iter().flat_map(|token| parts(text, token));
    let mut end = 0;
    let mut terms: Vec<Term> = parts.map(|token| term(&text[token.span.range()], token)).collect();
    let mut last = "";
    let mut was_word = false;
    for term in &mut terms {
        let before = &text.as_bytes()[end..term.token.span.start];
        let is_word = matches!(term.token.class, Class::Word | Class::Number);
        term.joins = was_word && is_word && before.is_empty();
        term.ends_sentence &= !(was_word && before.is_empty() && abbreviations::has_stop(last));
        term.follows_break = memchr::memchr_iter(b'\n', before).nth(1).is_some();
        (was_word, last) = (is_word, &text[term.token.span.range()]);
        end = term.token.span.end;
    }
    terms
}

/// Whether a mark ends a sentence, in any script.
pub const fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | '॥' | '．' | '։' | '።')
}

/// The parts of a compound and the hyphens between them; any other token as it is.
fn parts(text: &str, token: Token) -> Vec<Token> {
    let words = &text[token.span.range()];
    if token.class != Class::Word {
        return vec![token];
    }
    if words.as_bytes()[0].is_ascii_digit() {
        return measure(text, token);
    }
    if !words.contains(ch::is_hyphen) {
        return vec![token];
    }
    let mut at = token.span.start;
    let mut parts = Vec::new();
    for part in words.split_inclusive(ch::is_hyphen) {
        let word = part.trim_end_matches(ch::is_hyphen);
        let (middle, end) = (at + word.len(), at + part.len());
        parts.push(Token { span: Span::new(at, middle), class: Class::Word });
        parts.push(Token { span: Span::new(middle, end), class: Class::Mark });
        at = end;
    }
    parts.retain(|part| !part.span.is_empty());
    parts
}

/// The endings of a number that counts in order, which are no word of their own in any writing: `1er`, `2nd`.
const ORDINALS: [&str; 14] =
    ["e", "er", "re", "ers", "res", "nd", "nde", "st", "th", "rd", "o", "a", "os", "as"];

/// The numbers and letters of `12h30`, `100km` and `14.7m`; any other word that begins with a number as it is.
fn measure(text: &str, token: Token) -> Vec<Token> {
    let words = &text[token.span.range()];
    // A mark stands between two digits.
    let is_of_number = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
    let is_plain = words.bytes().all(|byte| byte.is_ascii_alphabetic() || is_of_number(&byte));
    let runs = || words.as_bytes().chunk_by(|before, after| is_of_number(before) == is_of_number(after));
    let is_ordinal = || ORDINALS.contains(&words.trim_start_matches(|c: char| c.is_ascii_digit()));
    if !is_plain || is_ordinal() {
        return vec![token];
    }
    let mut at = token.span.start;
    let part = |run: &[u8]| {
        let span = Span::new(at, at + run.len());
        at = span.end;
        Token { span, class: if run[0].is_ascii_digit() { Class::Number } else { Class::Word } }
    };
    runs().map(part).collect()
}

/// The letters in one byte each: those of one script differ in the last byte of their code points.
fn shape(letters: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(letters).chars().map(|c| (c as u32 ^ (c as u32 >> 8)) as u8).collect()
}

/// The weights of words by their bytes: short ones are everywhere and say little.
const WORD_WEIGHTS: [i32; 9] = [1, 1, 2, 3, 5, 7, 8, 9, 10];

/// The tokens of `text` with the words whole that the end of a line breaks, `Man-` and `agement`; not where `quote` has the
/// second part by itself.
pub fn unbroken(text: &str, terms: Vec<Term>, quote: &[Term]) -> Vec<Term> {
    let breaks = |pair: &[Term]| {
        pair[0].token.class == Class::Mark
            && text[pair[0].token.span.range()].contains(ch::is_hyphen)
            && text[pair[0].token.span.end..pair[1].token.span.start].contains('\n')
    };
    if !terms.windows(2).any(breaks) {
        return terms;
    }
    let is_whole = |at: usize| {
        let [first, hyphen, second] = [&terms[at], &terms[at + 1], &terms[at + 2]];
        let are_words = first.token.class == Class::Word && second.token.class == Class::Word;
        let is_small = text[second.token.span.range()].starts_with(char::is_lowercase);
        let gap = text[hyphen.token.span.end..second.token.span.start].trim_matches(|c| c != '\n');
        are_words
            && is_small
            && gap == "\n"
            && breaks(&terms[at + 1..at + 3])
            && first.token.span.end == hyphen.token.span.start
            && !quote.iter().any(|own| own.is_same(second))
    };
    let (mut whole, mut at) = (Vec::with_capacity(terms.len()), 0);
    while at < terms.len() {
        if at + 2 < terms.len() && is_whole(at) {
            let spans = [terms[at].token.span, terms[at + 2].token.span];
            let token = Token { span: Span::new(spans[0].start, spans[1].end), class: Class::Word };
            let word = [&text[spans[0].range()], &text[spans[1].range()]].concat();
            let Term { joins, follows_break, .. } = terms[at];
            whole.push(Term { joins, follows_break, ..term(&word, token) });
            at += 3;
        } else {
            whole.push(terms[at].clone());
            at += 1;
        }
    }
    whole
}

/// A token as it is compared, which is `content` without what breaks it.
fn term(content: &str, token: Token) -> Term {
    let (words, letters) = if content.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        let lower = content.to_ascii_lowercase().into_bytes();
        (lower.clone(), lower)
    } else {
        (folded(content, Form::Words), folded(content, Form::Letters))
    };
    let weight = match token.class {
        Class::Word => WORD_WEIGHTS[letters.len().min(8)],
        Class::Number => 8,
        Class::Ideograph => 4,
        Class::Mark => 1,
    };
    let hash = words.iter().fold(0xCBF2_9CE4_8422_2325_u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    let ends_sentence = token.class == Class::Mark && content.starts_with(ends_sentence);
    let is_ideograph = token.class == Class::Ideograph;
    let shape = if is_ideograph { Vec::new() } else { shape(&letters) };
    let letter_set = shape.iter().fold(0, |set, &byte| set | 1_u64 << (byte % 64));
    Term {
        token,
        words,
        letters,
        shape,
        hash,
        letter_set,
        weight,
        ends_sentence,
        initial: if content.starts_with(char::is_uppercase) { Initial::Capital } else { Initial::Other },
        joins: false,
        follows_break: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_with_a_number_at_once_is_compared_alone() {
        let parts = |text: &'static str| {
            terms(text).iter().map(|term| &text[term.token.span.range()]).collect::<Vec<_>>()
        };
        assert_eq!(parts("à 12h30, 100km du 1er"), ["à", "12", "h", "30", ",", "100", "km", "du", "1er"]);
        assert_eq!(parts("$14.7m, 1,5l, 3.e"), ["$", "14.7", "m", ",", "1,5", "l", ",", "3", ".", "e"]);
        assert_eq!(parts("le 2ᵉ G20 de 10m²"), ["le", "2ᵉ", "G20", "de", "10", "m", "²"]);
    }

    #[test]
    fn words_that_the_end_of_a_line_breaks_are_whole() {
        let words = |text: &'static str, quote: &str| {
            let terms = unbroken(text, terms(text), &terms(quote));
            terms.iter().map(|term| text[term.token.span.range()].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(words("The man-\n  agement is", "Management is"), ["The", "man-\n  agement", "is"]);
        assert_eq!(words("vice-prési-\ndent", "président"), ["vice", "-", "prési-\ndent"]);
        for text in ["head-\n\nline", "head - \nline", "pre-\n2020", "Franco-\nGerman", "head- line"] {
            assert!(words(text, "headline").len() > 2, "{text}");
        }
        assert_eq!(words("the head-\nline", "the line"), ["the", "head", "-", "line"]);
    }

    #[test]
    fn words_numbers_and_marks_stay_whole() {
        let words = |text: &'static str| {
            tokens(text).iter().map(|token| &text[token.span.range()]).collect::<Vec<_>>()
        };
        assert_eq!(
            words("L’ancien vice-président n'a pas vu aujourd’hui « 3 500,5 » à −0,42 %."),
            [
                "L’",
                "ancien",
                "vice-président",
                "n'",
                "a",
                "pas",
                "vu",
                "aujourd’hui",
                "«",
                "3 500,5",
                "»",
                "à",
                "−0,42",
                "%",
                "."
            ]
        );
        for apostrophe in ['\u{2B9}', '\u{2BB}', '\u{2BC}'] {
            let text: &str = &format!("n{apostrophe}accepte");
            let spans: Vec<&str> = tokens(text).iter().map(|token| &text[token.span.range()]).collect();
            assert_eq!(spans, [&format!("n{apostrophe}"), "accepte"]);
        }
        assert_eq!(words("пʼять ʻokina Oʼzbek"), ["пʼять", "ʻ", "okina", "Oʼzbek"]);
        assert_eq!(words("约250万人。ok"), ["约", "250", "万", "人", "。", "ok"]);
        assert_eq!(
            words("2022 203.600 151.300 987 3 500,5 12 500"),
            ["2022", "203.600", "151.300", "987", "3 500,5", "12 500"]
        );
        assert_eq!(words("can’t 1er (-5) 3-5"), ["can’t", "1er", "(", "-5", ")", "3", "-", "5"]);
    }
}
