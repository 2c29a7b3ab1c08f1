//! Numbers in words: whether the words to either side of a place, with those around them, are of one.

use super::{Edge, Surroundings, may_be_inside, may_go_on};
use crate::fold::characters as ch;
use crate::fold::numbers::{Numerals, Part, ends, is_dual, tables, tables_with_ends, unit};
use crate::text::{head, line_ends, tail};

/// The most words that are read to either side.
const MOST: usize = 12;

/// Whether the place lies inside a number that is written in words, or in digits and words.
pub(super) fn is_cut(seen: &Surroundings<'_>, edge: Edge) -> bool {
    may_go_on(seen, ends(seen.language))
        && tables_with_ends(seen.language).any(|(numerals, ends)| {
            may_go_on(seen, ends)
                && (may_be_inside(seen, ends) && Run::new(seen, numerals).is_cut(edge)
                    || cuts_half(seen, numerals))
        })
}

/// Whether text begins with a numeral: digits, with their currency, or a word that is a number.
pub(super) fn begins_numeral(text: &str, language: Option<&str>) -> bool {
    if text.trim_start_matches(ch::is_currency).starts_with(ch::is_digit) {
        return true;
    }
    let word = first_word(text);
    let is_value = |numerals: &Numerals| {
        let parts = numerals.parts(word, true);
        parts.is_some_and(|parts| matches!(parts[..], [Part::Value { .. }, ..]))
    };
    !word.is_empty() && tables(language).any(is_value)
}

/// Whether a word is a number in digits or in words, of which one may be an article.
pub(super) fn is_numeral(word: &str, language: Option<&str>) -> bool {
    let is_one =
        |numerals: &Numerals| numerals.parts(word, true).is_some_and(|parts| parts.iter().any(is_number));
    word.starts_with(ch::is_digit) || !word.is_empty() && tables(language).any(is_one)
}

/// The parts of numbers around a place in one language's words.
pub(super) struct Run<'a> {
    numerals: &'static Numerals,
    /// In reading order.
    parts: Vec<Part>,
    /// How many of them lie before the place.
    place: usize,
    /// What is before and after them.
    before: &'a str,
    after: &'a str,
    /// What is before and after the place.
    left: &'a str,
    right: &'a str,
}

impl<'a> Run<'a> {
    pub(super) fn new(seen: &Surroundings<'a>, numerals: &'static Numerals) -> Self {
        let gap_left = Gap::before(seen.near_before());
        let gap_right = Gap::after(seen.near_after());
        let mut run = Self {
            numerals,
            parts: Vec::new(),
            place: 0,
            before: gap_left.rest,
            after: gap_right.rest,
            left: gap_left.rest,
            right: gap_right.rest,
        };
        let lines = gap_left.lines + gap_right.lines;
        let is_one_block = || seen.is_one_block(gap_left.length, gap_right.length);
        if lines > 1 || lines == 1 && (begins_line(run.right) || !is_one_block()) {
            return run;
        }
        run.read_back();
        run.place = run.parts.len();
        run.parts.reverse();
        run.read_on(gap_left.is_apart || gap_right.is_apart);
        run
    }

    /// Takes the parts before the place, the nearest first.
    fn read_back(&mut self) {
        for _ in 0..MOST {
            let word = last_word(self.before);
            let rest = &self.before[..self.before.len() - word.len()];
            let gap = Gap::before(rest);
            let Some(parts) = self.parts_of(word, gap.is_apart) else { return };
            let is_percentage = || self.numerals.is_per(last_word(gap.rest));
            if matches!(parts[..], [Part::Value { value: 100, .. }]) && gap.is_apart && is_percentage() {
                return;
            }
            self.parts.extend(parts.into_iter().rev());
            self.before = rest;
            if gap.lines > 1 || gap.length == 0 {
                return;
            }
            self.before = gap.rest;
        }
    }

    /// Takes the parts after the place.
    fn read_on(&mut self, mut is_apart: bool) {
        for _ in 0..MOST {
            let word = first_word(self.after);
            let Some(parts) = self.parts_of(word, is_apart) else {
                self.parts.extend(self.numerals.counted(word, is_apart).unwrap_or_default());
                return;
            };
            self.parts.extend(parts);
            self.after = &self.after[word.len()..];
            let gap = Gap::after(self.after);
            let is_row = gap.lines == 1 && begins_line(gap.rest);
            if gap.lines > 1 || is_row || gap.length == 0 {
                return;
            }
            self.after = gap.rest;
            is_apart = gap.is_apart;
        }
    }

    fn parts_of(&self, word: &str, is_apart: bool) -> Option<Vec<Part>> {
        if !word.starts_with(ch::is_digit) {
            return self.numerals.parts(word, is_apart);
        }
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        let is_group = digits.len() == 3 || digits.len() < word.len();
        Some(vec![Part::Digits { value: digits.parse().ok()?, is_group }])
    }

    pub(super) fn is_cut(&self, edge: Edge) -> bool {
        self.cuts_composed(edge) || self.cuts_fraction() || self.cuts_decimal()
    }

    /// Whether the place lies inside what composes to one number, and not before a million or after a one that may be
    /// an article.
    fn cuts_composed(&self, edge: Edge) -> bool {
        if self.place == 0 || self.place >= self.parts.len() {
            return false;
        }
        let has_limits = self.numerals.is_between(last_word(self.before.trim_end()));
        let numbers = self.numerals.numbers(&self.parts, has_limits);
        let Some(number) = numbers.iter().find(|number| number.start < self.place && self.place < number.end)
        else {
            return false;
        };
        // Romanian `50 de milioane`.
        let linked = |at: usize| match self.parts.get(at) {
            Some(Part::Value { value, .. }) => *value,
            _ => 0,
        };
        match (self.parts[self.place - 1], self.parts[self.place]) {
            (before, Part::Joint { .. })
                if linked(self.place + 1)
                    >= if matches!(before, Part::Digits { .. }) { 1000 } else { 100_000 } =>
            {
                false
            }
            (_, Part::Value { value: 100_000.., .. }) | (Part::Digits { .. }, Part::Value { .. }) => false,
            (Part::One { counts, .. }, Part::Value { value: 100.., .. })
                if self.place == number.start + 1 =>
            {
                counts && edge == Edge::End
            }
            _ => true,
        }
    }

    /// Whether the place lies before the part of a whole: `deux |tiers`.
    fn cuts_fraction(&self) -> bool {
        let word = first_word(self.right);
        let rest = &self.right[word.len()..];
        let is_round = [" de final", " di final", " final"].iter().any(|round| rest.starts_with(round));
        let is_whole = !is_round && !rest.starts_with(ch::is_hyphen);
        self.place > 0 && is_whole && self.numerals.is_fraction(self.parts[self.place - 1], word)
    }

    /// Whether the place lies beside the word for a decimal mark: `trois |virgule cinq`.
    fn cuts_decimal(&self) -> bool {
        let (word, last) = (first_word(self.right), last_word(self.left));
        let is_percentage = |per: &str, rest: &str| {
            let hundred = || self.numerals.parts(first_word(Gap::after(rest).rest), true).unwrap_or_default();
            self.numerals.is_per(per) && matches!(hundred()[..], [Part::Value { value: 100, .. }, ..])
        };
        if is_percentage(word, &self.right[word.len()..]) || is_percentage(last, self.right) {
            return false;
        }
        if self.numerals.is_decimal(word) {
            return self.ends_with_number(self.left) && self.begins_with_number(&self.right[word.len()..]);
        }
        self.numerals.is_decimal(last)
            && self.ends_with_number(&self.left[..self.left.len() - last.len()])
            && self.begins_with_number(self.right)
    }

    fn begins_with_number(&self, text: &str) -> bool {
        let parts = self.parts_of(first_word(Gap::after(text).rest), true);
        parts.is_some_and(|parts| parts.first().is_some_and(is_number))
    }

    /// Whether text ends with a number, which *at one*, of *at one point*, is not.
    fn ends_with_number(&self, text: &str) -> bool {
        let text = Gap::before(text).rest;
        let word = last_word(text);
        let Some(parts) = self.parts_of(word, true) else { return false };
        let earlier = || last_word(Gap::before(&text[..text.len() - word.len()]).rest);
        let is_one = matches!(parts[..], [Part::One { .. }]);
        parts.last().is_some_and(is_number) && !(is_one && earlier().eq_ignore_ascii_case("at"))
    }
}

/// Whether text that begins a line may be a row or an item of its own: it begins with digits.
fn begins_line(text: &str) -> bool {
    text.starts_with(ch::is_digit)
}

const fn is_number(part: &Part) -> bool {
    matches!(part, Part::One { .. } | Part::Value { .. } | Part::Digits { .. })
}

/// What stands between two words.
pub(super) struct Gap<'a> {
    /// The text beyond it.
    pub(super) rest: &'a str,
    /// Whether white space is in it.
    is_apart: bool,
    /// How many lines end in it.
    pub(super) lines: usize,
    /// Its bytes.
    pub(super) length: usize,
}

impl<'a> Gap<'a> {
    /// The white space, or the hyphen between two letters, that text ends with.
    pub(super) fn before(text: &'a str) -> Self {
        let rest = text.trim_end_matches(ch::is_blank);
        let space = &text[rest.len()..];
        let joined = rest.strip_suffix(ch::is_hyphen).filter(|_| space.is_empty());
        Self::new(text, joined.unwrap_or(rest), space)
    }

    /// The same that text begins with.
    pub(super) fn after(text: &'a str) -> Self {
        let rest = text.trim_start_matches(ch::is_blank);
        let space = &text[..text.len() - rest.len()];
        let joined = rest.strip_prefix(ch::is_hyphen).filter(|_| space.is_empty());
        Self::new(text, joined.unwrap_or(rest), space)
    }

    fn new(text: &str, rest: &'a str, space: &str) -> Self {
        let is_apart = space.contains(ch::is_space);
        Self { rest, is_apart, lines: line_ends(space), length: text.len() - rest.len() }
    }
}

fn is_of_word(c: char) -> bool {
    ch::is_letter(c) && !ch::is_apostrophe(c) || ch::is_mark(c) || ch::is_invisible(c)
}

const fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52F}')
}

/// So many bytes at most has a number in one word, as German writes it: a longer run of letters is none, such as a
/// sentence of a script without spaces.
const LONGEST: usize = 160;

/// The word or the digits that text ends with; empty where it ends with neither, or with a word too long for a number. An
/// apostrophe between two Cyrillic letters is of the word: `п’ять`.
pub(super) fn last_word(text: &str) -> &str {
    let whole = text;
    let text = head(text, text.len(), LONGEST);
    let rest = text.trim_end_matches(is_of_word);
    if rest.is_empty() && text.len() < whole.len() {
        return "";
    }
    if rest.len() < text.len() {
        let before = rest.strip_suffix(ch::is_apostrophe).filter(|before| before.ends_with(is_cyrillic));
        let whole = before.filter(|_| text[rest.len()..].starts_with(is_cyrillic));
        let rest = whole.map_or(rest, |before| before.trim_end_matches(is_of_word));
        return &text[rest.len()..];
    }
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    &text[rest.len()..]
}

/// The word, or the digits with their groups, that text begins with; likewise.
pub(super) fn first_word(text: &str) -> &str {
    let whole = text;
    let text = tail(text, 0, LONGEST);
    let rest = text.trim_start_matches(is_of_word);
    if rest.is_empty() && text.len() < whole.len() {
        return "";
    }
    if rest.len() < text.len() {
        let after = rest.strip_prefix(ch::is_apostrophe).filter(|after| after.starts_with(is_cyrillic));
        let whole = after.filter(|_| text[..text.len() - rest.len()].ends_with(is_cyrillic));
        let rest = whole.map_or(rest, |after| after.trim_start_matches(is_of_word));
        return &text[..text.len() - rest.len()];
    }
    let mut end = digits_length(text);
    while end > 0 {
        let Some(separator) = text[end..].chars().next().filter(|&c| ch::is_group_separator(c)) else {
            break;
        };
        let group = end + separator.len_utf8();
        if digits_length(&text[group..]) != 3 {
            break;
        }
        end = group + 3;
    }
    &text[..end]
}

fn digits_length(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Whether the place lies before or inside *and a half*: `deux |et demi`, `two and |a half`, `dos años |y medio`.
fn cuts_half(seen: &Surroundings<'_>, numerals: &'static Numerals) -> bool {
    let (counted, sure) = numerals.halves();
    if !seen.left(0, ch::is_space) && !seen.right(0, ch::is_space) {
        return false;
    }
    if Gap::before(seen.near_before()).lines + Gap::after(seen.near_after()).lines > 1 {
        return false;
    }
    let is_cut = |phrase: &str, is_sure: bool| {
        splits(phrase).any(|(head, tail)| {
            let Some(after) = after_phrase(seen.near_after(), tail) else { return false };
            let is_number = |before: &str| {
                let of_all =
                    || is_sure && before.ends_with(ch::is_word) || counts_unit(numerals, before, phrase);
                counts(numerals, before) && !(is_year(before) && is_counted(after))
                    || !is_counted(after) && of_all()
            };
            before_phrase(seen.near_before(), head).is_some_and(is_number)
        })
    };
    counted.iter().any(|phrase| is_cut(phrase, false)) || sure.iter().any(|phrase| is_cut(phrase, true))
}

/// What is counted in halves of its own behind another thing: `two pounds and a half dozen`, `dos días y media hora`.
const COUNTED_IN_HALVES: &[&str] = &[
    "dozen",
    "million",
    "century",
    "docena",
    "millón",
    "hora",
    "jornada",
    "tonelada",
    "dúzia",
    "milhão",
    "dozzina",
    "milione",
    "ora",
    "giornata",
    "miliona",
    "tuzin",
    "миллиона",
    "дюжины",
    "milionu",
    "tuctu",
];

/// Whether what is behind a half is counted in it.
fn is_counted(after: &str) -> bool {
    COUNTED_IN_HALVES.contains(&first_word(Gap::after(after).rest))
}

/// Whether text may end with a year.
fn is_year(text: &str) -> bool {
    let word = last_word(text);
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether text ends with a number and its unit, of which a half may be: `dos años |y medio`. With an article that is a
/// half of something else: `twee dagen en een halve nacht`.
fn counts_unit(numerals: &'static Numerals, text: &str, half: &str) -> bool {
    const MOST: usize = 2;
    let word = last_word(text);
    let is_unit = half.split(' ').count() <= MOST && unit(word).is_some();
    let before = Gap::before(&text[..text.len() - word.len()]).rest.trim_end_matches(ch::is_apostrophe);
    is_unit && (is_dual(word) || is_arabic(word) || counts(numerals, before))
}

/// Whether a unit counts one of itself, as an Arabic one without its article does: `ساعة ونصفا`.
fn is_arabic(word: &str) -> bool {
    word.starts_with(|c| matches!(c, '\u{620}'..='\u{64A}')) && !word.starts_with("ال")
}

/// A phrase parted before each of its words.
fn splits(phrase: &str) -> impl Iterator<Item = (&str, &str)> {
    let places = phrase.match_indices(' ').map(|(at, _)| (&phrase[..at], &phrase[at + 1..]));
    std::iter::once(("", phrase)).chain(places)
}

/// What is before the words of `head`, which `text` must end with, and a space.
fn before_phrase<'a>(text: &'a str, head: &str) -> Option<&'a str> {
    let mut rest = text;
    for word in head.split_whitespace().rev() {
        rest = Gap::before(rest).rest;
        let last = last_word(rest);
        if !last.eq_ignore_ascii_case(word) {
            return None;
        }
        rest = &rest[..rest.len() - last.len()];
    }
    let gap = Gap::before(rest);
    (gap.lines < 2).then_some(gap.rest)
}

/// What is behind the words of `tail`, which `text` must begin with, and no hyphen.
fn after_phrase<'a>(text: &'a str, tail: &str) -> Option<&'a str> {
    let mut rest = text;
    for word in tail.split_whitespace() {
        rest = Gap::after(rest).rest;
        let first = first_word(rest);
        if !first.eq_ignore_ascii_case(word) {
            return None;
        }
        rest = &rest[first.len()..];
    }
    (!rest.starts_with(ch::is_hyphen)).then_some(rest)
}

/// Whether text ends with a number.
fn counts(numerals: &'static Numerals, text: &str) -> bool {
    let word = last_word(text);
    if word.starts_with(ch::is_digit) {
        return true;
    }
    let parts = (!word.is_empty()).then(|| numerals.parts(word, true)).flatten();
    parts.is_some_and(|parts| parts.last().is_some_and(is_number))
}
