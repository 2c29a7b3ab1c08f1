//! From paragraphs to the text: lines are put together, words that were broken at a line's end made whole, the
//! marks of notes taken out of the sentences. Every broken word is recorded, and where each page begins.

use super::paragraphs::Paragraph;
use super::pieces::{is_superscript, plain_digits};
use crate::fold::characters::{is_digit, is_letter, is_spaceless};
use crate::text::char_count;
use std::collections::{HashMap, HashSet};

/// A document's text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Set {
    pub text: String,
    /// Where each page begins, in code points.
    pub pages: Vec<usize>,
    /// Where the page breaks a word at a line's end, with a hyphen that may or may not be the word's own, in code
    /// points: after the hyphen where it was kept, else between the halves.
    pub joined: Vec<usize>,
    /// How many marks of notes were taken out of sentences.
    pub marks: usize,
    /// Words that were joined and mean something else with a hyphen, with their pages, from 0.
    pub doubtful: Vec<Doubtful>,
}

/// A word that may be another one: `resigned`, or `re-signed`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Doubtful {
    pub joined: String,
    pub hyphenated: String,
    pub page: usize,
}

/// Sets paragraphs of a document with so many pages: one a line, with an empty line between.
pub(super) fn set(paragraphs: &[Paragraph], pages: usize) -> Set {
    let words = Words::of(paragraphs);
    let notes = notes(paragraphs);
    let mut set = Set::default();
    let mut starts: Vec<Option<usize>> = vec![None; pages];
    let mut at = 0;
    for paragraph in paragraphs {
        if !set.text.is_empty() {
            set.text.push_str("\n\n");
            at += 2;
        }
        let mut one = Setting { out: String::new(), at, words: &words, joined: &mut set.joined };
        for line in &paragraph.lines {
            let mut text = without_marks(&line.text, notes.get(&line.page), &mut set.marks);
            if one.out.is_empty() && paragraph.has_glued_mark() && notes.contains_key(&line.page) {
                let end = text.find(|c: char| !c.is_ascii_digit() && !is_superscript(c)).unwrap_or(0);
                text.insert(end, ' ');
            }
            set.doubtful.extend(one.doubtful(&text, line.page));
            let start = one.push(&text);
            if let Some(known) = starts.get_mut(line.page) {
                known.get_or_insert(start);
            }
        }
        at = one.at;
        let own = one.out;
        set.text.push_str(&own);
    }
    set.text.push('\n');
    // A page without text begins where the next one does.
    let mut next = at + 1;
    for start in starts.iter().rev() {
        next = start.map_or(next, |start| start.min(next));
        set.pages.push(next);
    }
    set.pages.reverse();
    if let Some(first) = set.pages.first_mut() {
        *first = 0;
    }
    set
}

/// A paragraph while it grows.
struct Setting<'s> {
    out: String,
    /// The code points of the document before what comes next.
    at: usize,
    words: &'s Words,
    joined: &'s mut Vec<usize>,
}

impl Setting<'_> {
    /// Adds a line, and returns where it begins, in code points of the document.
    fn push(&mut self, line: &str) -> usize {
        match self.words.between(&self.out, line) {
            Between::Space if self.out.is_empty() => {}
            Between::Space => self.put(" "),
            Between::Nothing => {}
            Between::Joined => {
                self.out.pop();
                self.at -= 1;
                self.joined.push(self.at);
            }
            Between::Kept(is_soft) => {
                if is_soft {
                    self.out.pop();
                    self.out.push('-');
                }
                self.joined.push(self.at);
            }
        }
        let start = self.at;
        self.put(line);
        start
    }

    /// The word that comes of joining this line to what is there, where it would mean another thing with a hyphen.
    fn doubtful(&self, line: &str, page: usize) -> Option<Doubtful> {
        let (first, second) = Words::halves(&self.out, line)?;
        let stem = second.to_lowercase();
        let is_doubtful =
            first.eq_ignore_ascii_case("re") && AFTER_RE.iter().any(|known| stem.starts_with(known));
        if !is_doubtful || self.words.between(&self.out, line) != Between::Joined {
            return None;
        }
        Some(Doubtful { joined: format!("{first}{second}"), hyphenated: format!("{first}-{second}"), page })
    }

    fn put(&mut self, text: &str) {
        self.out.push_str(text);
        self.at += char_count(text);
    }
}

/// What comes between two lines of a paragraph.
#[derive(Debug, PartialEq, Eq)]
enum Between {
    Space,
    Nothing,
    /// The hyphen goes.
    Joined,
    /// The hyphen stays; whether it was drawn as one that only ends lines.
    Kept(bool),
}

/// The words of a document that are not broken.
struct Words {
    known: HashSet<String>,
    /// Whether it puts spaces between Chinese or Japanese and letters or digits.
    spaces_signs: bool,
}

/// Words that follow a hyphen in French and are no end of a broken word.
const AFTER_HYPHEN: [&str; 20] = [
    "il", "ils", "elle", "elles", "on", "je", "tu", "nous", "vous", "le", "la", "les", "lui", "leur", "moi",
    "toi", "ce", "ci", "là", "même",
];

/// Words that stand before a hyphen and are hardly ever the first half of a broken word: vice-président,
/// quarante-deux, twenty-one.
const BEFORE_HYPHEN: [&str; 27] = [
    "vice",
    "ex",
    "non",
    "demi",
    "quasi",
    "peut",
    "celui",
    "celle",
    "ceux",
    "celles",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "quatre",
    "dix",
    "self",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "rendez",
];

/// Stems of English that mean one thing after `re-` and another after `re`: to re-sign, to resign.
const AFTER_RE: [&str; 21] = [
    "act", "bound", "collect", "count", "cover", "creat", "dress", "form", "lay", "leas", "mark", "pose",
    "present", "press", "sent", "serv", "sign", "solv", "sort", "store", "treat",
];

impl Words {
    fn of(paragraphs: &[Paragraph]) -> Self {
        let mut known = HashSet::new();
        for line in paragraphs.iter().flat_map(|paragraph| &paragraph.lines) {
            let mut words: Vec<&str> = words_of(&line.text).collect();
            // The last word may be half of one, and so may the first.
            if line.text.ends_with(is_hyphen) {
                words.pop();
            }
            known.extend(words.into_iter().skip(1).map(str::to_lowercase));
        }
        Self { known, spaces_signs: spaces_signs(paragraphs) }
    }

    fn has(&self, word: &str) -> bool {
        self.known.contains(&word.to_lowercase())
    }

    fn between(&self, before: &str, line: &str) -> Between {
        let (Some(last), Some(next)) = (before.chars().next_back(), line.chars().next()) else {
            return Between::Space;
        };
        let is_sign = |c: char| is_spaceless(c) || is_wide(c);
        if is_sign(last) && is_sign(next) {
            return Between::Nothing;
        }
        if (is_sign(last) || is_sign(next)) && !self.spaces_signs {
            return Between::Nothing;
        }
        if is_hyphen(last) {
            return self.hyphen(before, line);
        }
        let is_glued = before.chars().rev().nth(1).is_some_and(char::is_alphanumeric);
        if matches!(last, '—' | '/') && is_glued && next.is_alphanumeric() && !is_digit(next) {
            return Between::Nothing;
        }
        Between::Space
    }

    /// The halves of a word that a hyphen at a line's end breaks, without that hyphen.
    fn halves<'t>(before: &'t str, line: &'t str) -> Option<(&'t str, &'t str)> {
        let stem = before.strip_suffix(is_hyphen).filter(|stem| !stem.ends_with(is_hyphen))?;
        let first = stem.rsplit(|c: char| !is_in_word(c)).next().unwrap_or_default();
        let end = line.find(|c: char| !is_in_word(c)).unwrap_or(line.len());
        let second = line[..end].trim_end_matches(is_hyphen);
        let is_word = first.ends_with(|c: char| is_letter(c) || is_digit(c)) && !second.is_empty();
        is_word.then_some((first, second))
    }

    /// A hyphen at a line's end stays where it is the word's own as far as the document tells, before a capital or
    /// a digit, and in what French writes with one; else it goes.
    fn hyphen(&self, before: &str, line: &str) -> Between {
        let hyphen = before.chars().next_back();
        let is_soft = hyphen == Some('\u{2010}') || hyphen == Some('\u{AD}');
        let Some((first, second)) = Self::halves(before, line) else { return Between::Space };
        let (Some(end), Some(start)) = (first.chars().next_back(), second.chars().next()) else {
            return Between::Space;
        };
        if is_digit(end) || is_digit(start) || start.is_uppercase() && !first.chars().all(char::is_uppercase)
        {
            return Between::Kept(is_soft);
        }
        let has_joined = self.has(&format!("{first}{second}"));
        let has_hyphenated = self.has(&format!("{first}-{second}"));
        if has_joined != has_hyphenated {
            return if has_joined { Between::Joined } else { Between::Kept(is_soft) };
        }
        let last_part = first.rsplit(is_hyphen).next().unwrap_or_default();
        let is_compound =
            last_part.len() < first.len() && (last_part.chars().count() <= 3 || self.has(last_part));
        let first_of_second = second.split(is_hyphen).next().unwrap_or_default();
        let is_euphonic = first_of_second == "t" && second.len() > first_of_second.len();
        let is_clitic = is_euphonic || AFTER_HYPHEN.contains(&first_of_second.to_lowercase().as_str());
        let is_prefix = BEFORE_HYPHEN.contains(&last_part.to_lowercase().as_str());
        if is_compound || is_clitic || is_prefix { Between::Kept(is_soft) } else { Between::Joined }
    }
}

/// Whether a space parts signs from letters and digits more often than not, inside of lines.
fn spaces_signs(paragraphs: &[Paragraph]) -> bool {
    let (mut apart, mut together) = (0usize, 0usize);
    for line in paragraphs.iter().flat_map(|paragraph| &paragraph.lines) {
        let chars: Vec<char> = line.text.chars().collect();
        let differ = |one: char, other: char| {
            is_spaceless(one) && other.is_ascii_alphanumeric()
                || one.is_ascii_alphanumeric() && is_spaceless(other)
        };
        together += chars.windows(2).filter(|pair| differ(pair[0], pair[1])).count();
        apart += chars.windows(3).filter(|three| three[1] == ' ' && differ(three[0], three[2])).count();
    }
    apart > together
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_in_word(c))
        .map(|word| word.trim_matches(is_hyphen))
        .filter(|word| !word.is_empty())
}

fn is_in_word(c: char) -> bool {
    is_letter(c) || is_digit(c) || is_hyphen(c) || crate::fold::characters::is_mark(c)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{AD}')
}

/// Punctuation as wide as an ideograph, which brings its own space.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF01}'..='\u{FF60}')
}

/// The marks of the notes that stand on each page and are raised once in its text, where they can be no power: of
/// two, one may be.
fn notes(paragraphs: &[Paragraph]) -> HashMap<usize, HashSet<String>> {
    let mut raised: HashMap<usize, Vec<&str>> = HashMap::new();
    for line in paragraphs.iter().flat_map(|paragraph| &paragraph.lines) {
        if line.text.contains(is_superscript) {
            raised.entry(line.page).or_default().push(&line.text);
        }
    }
    let mut notes: HashMap<usize, HashSet<String>> = HashMap::new();
    for paragraph in paragraphs {
        let Some(mark) = paragraph.note_mark() else { continue };
        let own = HashSet::from([mark.clone()]);
        let mut count = 0;
        for line in raised.get(&paragraph.page()).into_iter().flatten().take(MOST_RAISED) {
            without_marks(line, Some(&own), &mut count);
        }
        if count == 1 {
            notes.entry(paragraph.page()).or_default().insert(mark);
        }
    }
    notes
}

/// So many lines of a page are asked for the mark of a note, whatever a page holds.
const MOST_RAISED: usize = 500;

fn is_one_letter(word: &str) -> bool {
    word.chars().count() == 1
}

/// A line without the raised digits that are the mark of a note on the same page, so that a quote runs through.
/// After a digit or a unit of length they stay, for they may be a power: no number is ever changed.
fn without_marks(line: &str, notes: Option<&HashSet<String>>, count: &mut usize) -> String {
    let Some(notes) = notes.filter(|_| line.contains(is_superscript)) else { return line.to_owned() };
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find(is_superscript) {
        out.push_str(&rest[..start]);
        let end = rest[start..].find(|c| !is_superscript(c)).map_or(rest.len(), |length| start + length);
        let mark = &rest[start..end];
        let is_note = plain_digits(mark).is_some_and(|digits| notes.contains(&digits));
        let stem = out.trim_end_matches([' ', '\u{A0}', '\u{202F}']);
        rest = &rest[end..];
        let is_variable = stem.rsplit(|c: char| !c.is_alphanumeric()).next().is_some_and(is_one_letter);
        let is_fraction = rest.starts_with(['\u{2044}', '\u{2215}', '/']);
        let is_own =
            stem.is_empty() || stem.ends_with(is_digit) || is_measure(stem) || is_variable || is_fraction;
        if !is_note || is_own {
            out.push_str(mark);
            continue;
        }
        *count += 1;
        let is_followed = rest.starts_with(|c: char| c.is_alphanumeric());
        if !is_followed {
            out.truncate(stem.len());
        }
    }
    out.push_str(rest);
    out
}

fn is_measure(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(word, "m" | "cm" | "mm" | "dm" | "dam" | "hm" | "km" | "s" | "ft" | "in")
}
