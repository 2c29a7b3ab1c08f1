//! Folding: a text without its typography, so that the same words in other characters are found, and
//! the way back to the original bytes. Also names what two foldings had to set aside. Knows single
//! texts only, not where they come from or what a match is worth.
//!
//! The folding is an explicit table (`characters`), never bare NFKC: NFKC would turn `²` into `2` and
//! `½` into `1⁄2`, and leave œ, ’ and soft hyphens alone. Canonical equivalence is that of UAX 15.

pub(crate) mod abbreviations;
mod arabic;
pub(crate) mod characters;
mod chinese;
pub(crate) mod clefts;
mod company;
pub mod language;
mod concord;
pub(crate) mod denials;
pub(crate) mod exceptions;
pub(crate) mod factives;
pub(crate) mod forms;
mod japanese;
mod joiners;
mod korean;
mod lexicons;
pub(crate) mod letters;
pub(crate) mod marks;
pub(crate) mod middle_field;
pub(crate) mod multipliers;
mod naming;
pub(crate) mod numbers;
mod phrases;
pub(crate) mod prefixes;
pub(crate) mod questions;
pub(crate) mod reach;
mod spaceless;
pub mod tags;
#[cfg(test)]
mod tests;
mod verbs;
mod word_set;
pub(crate) mod words;

pub use characters::{is_bidi_control, is_spaceless};
pub use letters::Letters;
pub use naming::differences;

use crate::text::Span;
use characters as ch;
use std::fmt;
use unicode_normalization::UnicodeNormalization as _;

/// In what two passages differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A negation was gained or lost.
    Negation,
    /// A number differs.
    Number,
    /// Letters of another script that look the same.
    Confusable,
    /// An accent or other mark upon a letter.
    Accent,
    /// Punctuation that carries meaning.
    Punctuation,
    /// Words.
    Words,
    /// CR LF, CR and LF.
    LineEnding,
    /// White space of another kind or length, or present or absent beside punctuation.
    Spacing,
    /// Characters that are drawn as nothing.
    Invisible,
    /// Canonically equivalent code points.
    UnicodeForm,
    /// Apostrophes, quotation marks, dashes, ellipses, ligatures, ordinals, full-width forms.
    Typography,
    /// Capital and small letters.
    Case,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::Negation,
        Self::Number,
        Self::Confusable,
        Self::Accent,
        Self::Punctuation,
        Self::Words,
        Self::LineEnding,
        Self::Spacing,
        Self::Invisible,
        Self::UnicodeForm,
        Self::Typography,
        Self::Case,
    ];

    /// The kind's name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Negation => "negation",
            Self::Number => "number",
            Self::Confusable => "confusable",
            Self::Accent => "accent",
            Self::Punctuation => "punctuation",
            Self::Words => "words",
            Self::LineEnding => "line-ending",
            Self::Spacing => "spacing",
            Self::Invisible => "invisible",
            Self::UnicodeForm => "unicode-form",
            Self::Typography => "typography",
            Self::Case => "case",
        }
    }

    /// Whether a difference of this kind is of whole words.
    pub const fn is_of_words(self) -> bool {
        matches!(self, Self::Negation | Self::Number | Self::Words)
    }

    /// Whether a difference of this kind leaves the words the same.
    pub const fn is_variant(self) -> bool {
        matches!(
            self,
            Self::LineEnding
                | Self::Spacing
                | Self::Invisible
                | Self::UnicodeForm
                | Self::Typography
                | Self::Case
        )
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One place where a quote and its source differ, in bytes of either.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// In what they differ.
    pub kind: Kind,
    /// The quote's characters, possibly none.
    pub quote: Span,
    /// The source's characters, possibly none.
    pub source: Span,
}

/// How much of a text a folding keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The words and their meaningful punctuation: two passages with the same folding are variants.
    Words,
    /// Letters and digits alone, without accents: for finding what is near.
    Letters,
}

/// Which small letter a capital has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Casing {
    /// That of most languages.
    Common,
    /// That of Turkish: `ı` of `I`, `i` of `İ`.
    Turkish,
}

impl Casing {
    /// That of a language (a BCP 47 tag).
    pub fn of(language: Option<&str>) -> Self {
        if words::has_dotless_i(language) { Self::Turkish } else { Self::Common }
    }
}

/// A folded text with the way back.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    bytes: Vec<u8>,
    /// For each folded byte the bytes of the original that it stands for.
    origins: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds `text`, which must be shorter than 4 GiB.
    pub fn new(text: &str, form: Form) -> Self {
        Self::cased(text, form, Casing::Common)
    }

    /// The same, with the small letters of a language.
    pub(crate) fn cased(text: &str, form: Form, casing: Casing) -> Self {
        let mut folder = Folder { text, form, casing, out: Self::default(), recent: None, space: None };
        folder.out.bytes.reserve(text.len());
        folder.out.origins.reserve(text.len());
        folder.run();
        folder.out
    }

    /// The folded text, in UTF-8.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes of the original that the folded bytes `from..to` stand for, or `None` where one end
    /// lies inside what a single character was folded to.
    pub fn origin(&self, from: usize, to: usize) -> Option<Span> {
        let starts_whole = from == 0 || self.origins[from - 1] != self.origins[from];
        let ends_whole = to == self.origins.len() || self.origins[to - 1] != self.origins[to];
        (from < to && starts_whole && ends_whole)
            .then(|| Span::new(self.origins[from].0 as usize, self.origins[to - 1].1 as usize))
    }

    /// The byte of the original at which the folded byte `at` began.
    pub fn origin_start(&self, at: usize) -> usize {
        self.origins[at].0 as usize
    }
}

/// Stands before the sign of a number, from which white space may not be set apart, so that no dash is
/// ever taken for a sign.
const SIGN: char = '\u{E000}';
/// Stands before a mark that joins the digits of one number, date or time, so that the same mark beside
/// white space is never taken for it.
const JOINS: char = '\u{E001}';
/// Stands before a character of the text that is one of these three.
const ITSELF: char = '\u{E002}';

struct Folder<'a> {
    text: &'a str,
    form: Form,
    casing: Casing,
    out: Folded,
    /// The last visible character before the current one.
    recent: Option<char>,
    /// White space met since the last visible character.
    space: Option<Span>,
}

impl Folder<'_> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            at = match plain_length(&bytes[at..]) {
                0 if bytes[at] == b' ' => self.blank(Span::new(at, at + 1)),
                0 => self.other(at),
                length => self.letters(Span::new(at, at + length)),
            };
        }
    }

    /// The fast path: ASCII letters and digits with no mark upon them.
    fn letters(&mut self, span: Span) -> usize {
        let letters = &self.text.as_bytes()[span.range()];
        let (Some(&first), Some(&last)) = (letters.first(), letters.last()) else { return span.end };
        self.settle_space(first as char, false);
        self.remember(last as char);
        let own = |at: usize| Span::new(at, at + 1);
        if self.casing == Casing::Turkish && letters.contains(&b'I') {
            for (at, &byte) in span.range().zip(letters) {
                self.push_char(if byte == b'I' { 'ı' } else { byte.to_ascii_lowercase() as char }, own(at));
            }
            return span.end;
        }
        self.out.bytes.extend(letters.iter().map(u8::to_ascii_lowercase));
        self.out.origins.extend((offset(span.start)..offset(span.end)).map(|at| (at, at + 1)));
        span.end
    }

    /// White space, of which what follows decides whether it is kept.
    fn blank(&mut self, span: Span) -> usize {
        self.space = Some(Span::new(self.space.map_or(span.start, |space| space.start), span.end));
        span.end
    }

    fn other(&mut self, at: usize) -> usize {
        let Some(c) = self.text[at..].chars().next() else { return self.text.len() };
        let end = at + c.len_utf8();
        if ch::is_invisible(c) {
            return end;
        }
        if ch::is_space(c) {
            return self.blank(Span::new(at, end));
        }
        if ch::is_dash(c) {
            return self.dashes(at, c);
        }
        if let Some(length) = ellipses_length(&self.text[at..]) {
            return self.ellipsis(Span::new(at, at + length));
        }
        // `n°` is typed for `nº`.
        let c = if c == '°' && self.follows_n() { 'º' } else { c };
        let end = end + marks_length(&self.text[end..]);
        let is_sign = matches!(c, '+' | '±' | '＋') && self.is_sign(end);
        let mark = matches!(c, SIGN | JOINS | ITSELF).then_some(ITSELF);
        let joins = joins_digits(c) && self.is_between_digits(end);
        let is_bare = end == at + c.len_utf8();
        let is_quoting = is_bare && ch::is_single_quote(c) && self.is_quoting(at, end);
        self.settle_space(c, is_sign);
        if is_quoting {
            self.push_char('"', Span::new(at, end));
            self.remember(c);
            return end;
        }
        let mark = if is_sign {
            Some(SIGN)
        } else if joins {
            Some(JOINS)
        } else {
            mark
        };
        self.push_marked(Span::new(at, end), c, mark);
        self.remember(c);
        end
    }

    /// A run of one dash is one dash: `--` is typed for `—`, and never a sign.
    fn dashes(&mut self, at: usize, dash: char) -> usize {
        let count = self.text[at..].chars().take_while(|&c| c == dash).count();
        let end = at + count * dash.len_utf8();
        let is_sign = count == 1 && ch::is_minus(dash) && self.is_sign(end);
        self.settle_space('-', is_sign);
        self.push_marked(Span::new(at, end), '-', is_sign.then_some(SIGN));
        self.remember('-');
        end
    }

    /// Several ellipses in a row are one.
    fn ellipsis(&mut self, span: Span) -> usize {
        self.settle_space('.', false);
        for _ in 0..DOTS {
            self.push_char('.', span);
        }
        self.remember('.');
        span.end
    }

    /// Whether the next character stands straight after an `n`, and is to be a letter.
    fn follows_n(&self) -> bool {
        self.form == Form::Words && self.space.is_none() && matches!(self.recent, Some('n' | 'N'))
    }

    /// Whether the mark that ends at `end` is the sign of a number: a digit follows at once, and before
    /// it there is nothing, white space, an opening bracket or an operator.
    fn is_sign(&self, end: usize) -> bool {
        let follows = self.text[end..].chars().next().is_some_and(ch::is_digit);
        let starts = self.space.is_some()
            || self.recent.is_none_or(|before| ch::is_opening(before) || ch::is_operator(before));
        follows && starts
    }

    /// Whether the single mark from `start` to `end` quotes, as a double one does, and is no apostrophe, prime or
    /// geresh: it stands at a word's end, and after no digit, Hebrew letter or elided word.
    fn is_quoting(&self, start: usize, end: usize) -> bool {
        let is_part = |c: char| ch::is_word(c) && !ch::is_spaceless(c);
        let Some(before) = self.recent.filter(|&c| self.space.is_none() && is_part(c)) else { return true };
        let next = self.text[end..].chars().find(|&c| !ch::is_invisible(c));
        !next.is_some_and(is_part)
            && !ch::is_digit(before)
            && !ch::is_hebrew(before)
            && !ends_with_elided(&self.text[..start])
    }

    /// Whether the mark that ends at `end` has a digit at once on either side.
    fn is_between_digits(&self, end: usize) -> bool {
        let mut ahead = self.text[end..].chars().skip_while(|&c| ch::is_invisible(c));
        self.space.is_none()
            && self.recent.is_some_and(ch::is_digit)
            && ahead.next().is_some_and(ch::is_digit)
    }

    /// Decides about the white space before the visible character `next`: beside punctuation it is a
    /// matter of typography, but never before a sign.
    fn settle_space(&mut self, next: char, is_sign: bool) {
        let Some(space) = self.space.take() else { return };
        let Some(before) = self.recent else { return };
        // Some apostrophes are letters and symbols by Unicode; they fold to one that is punctuation.
        let is_mark = |c: char| ch::is_punctuation(c) || ch::is_apostrophe(c) || ch::is_middle_dot(c);
        let is_loose = is_mark(before) || is_mark(next) || begins_with_mark(next);
        if self.form == Form::Words && (is_sign || !is_loose) {
            self.push_byte(b' ', space);
        }
    }

    /// A dash, or a character with the marks upon it, with what tells it apart from its likes.
    fn push_marked(&mut self, span: Span, base: char, mark: Option<char>) {
        if let Some(mark) = mark.filter(|_| self.form == Form::Words) {
            self.push_char(mark, span);
        }
        if base == '-' { self.push_char('-', span) } else { self.push_cluster(span, base) }
    }

    fn push_cluster(&mut self, span: Span, base: char) {
        let marks = &self.text[span.start + base.len_utf8()..span.end];
        if self.casing == Casing::Turkish && base == 'I' {
            return self.push_capital_i(marks, span);
        }
        if marks.is_empty() && base.is_ascii() && base != '`' {
            return self.push_char(base.to_ascii_lowercase(), span);
        }
        let plain = ch::plain(base);
        let mut single = [0; 4];
        let base = plain.as_deref().unwrap_or_else(|| base.encode_utf8(&mut single));
        let small = if self.casing == Casing::Turkish && base == "İ" { "i" } else { base };
        for c in small.chars().chain(marks.chars()).nfd().flat_map(ch::lower) {
            self.push_char(c, span);
        }
    }

    /// A capital I of Turkish: without marks the small one has no dot, and the dot is that of `i`.
    fn push_capital_i(&mut self, marks: &str, span: Span) {
        self.push_char(if marks.is_empty() { 'ı' } else { 'i' }, span);
        for c in marks.chars().nfd().filter(|&c| c != DOT_ABOVE) {
            self.push_char(c, span);
        }
    }

    fn push_char(&mut self, c: char, span: Span) {
        if self.form == Form::Letters && (!ch::is_word(c) || ch::is_mark(c)) {
            return;
        }
        if self.form == Form::Letters && c == SHARP_S {
            return [b's'; 2].into_iter().for_each(|byte| self.push_byte(byte, span));
        }
        for &byte in c.encode_utf8(&mut [0; 4]).as_bytes() {
            self.push_byte(byte, span);
        }
    }

    fn push_byte(&mut self, byte: u8, span: Span) {
        self.out.bytes.push(byte);
        self.out.origins.push((offset(span.start), offset(span.end)));
    }

    const fn remember(&mut self, c: char) {
        self.recent = Some(c);
    }
}

fn offset(byte: usize) -> u32 {
    u32::try_from(byte).expect("a folded text is shorter than 4 GiB")
}

/// How many ASCII letters and digits `text` begins with; the last is not counted where there may be a mark upon it.
fn plain_length(text: &[u8]) -> usize {
    let length = text.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    length - usize::from(length > 0 && text.get(length).is_some_and(|byte| !byte.is_ascii()))
}

/// Whether `text` ends with a word of one letter or with *qu*, as those do that are elided: `l’ avion` is `l’avion`.
fn ends_with_elided(text: &str) -> bool {
    let mut letters = text.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    !before.is_some_and(ch::is_word) || matches!((before, last), (Some('q' | 'Q'), Some('u' | 'U')))
}

/// German ß, whose capitals are two. Without case it is still another letter: *Busse* is no *Buße*.
const SHARP_S: char = 'ß';

/// The dot above a letter.
const DOT_ABOVE: char = '\u{307}';

/// So many stops are an ellipsis.
const DOTS: usize = 3;

/// The bytes of several ellipses at the start of `text`: Chinese has two in a row, and six stops are typed for them.
fn ellipses_length(text: &str) -> Option<usize> {
    let dots = |c: char| match c {
        '.' => 1,
        '\u{2026}' | '\u{22EF}' => DOTS,
        _ => 0,
    };
    let run = || text.chars().take_while(|&c| dots(c) > 0);
    let count: usize = run().map(dots).sum();
    (count > DOTS && count.is_multiple_of(DOTS)).then(|| run().map(char::len_utf8).sum())
}

/// Whether what `c` is written out as begins with a mark, and ends with a letter.
const fn begins_with_mark(c: char) -> bool {
    matches!(c, '℃' | '℉')
}

/// Whether `c` between two digits makes one number, date or time of them.
const fn joins_digits(c: char) -> bool {
    ch::is_number_mark(c)
        || ch::is_middle_dot(c)
        || ch::is_apostrophe(c)
        || matches!(c, ':' | '/' | '：' | '／')
}

/// The bytes of the combining marks at the start of `text`.
fn marks_length(text: &str) -> usize {
    text.chars().take_while(|&c| ch::is_mark(c) && !ch::is_invisible(c)).map(char::len_utf8).sum()
}

/// The folding of a short string.
pub fn folded(text: &str, form: Form) -> Vec<u8> {
    Folded::new(text, form).bytes
}
