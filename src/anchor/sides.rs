//! A first look beside a passage, for a word that may negate it: most have none, and need no closer look. Knows texts.

use super::negations::{ADVERBS, BESIDE, FARTHEST, IDLE, OF_WHOM, REACHED, before_marks};
use crate::fold::{characters as ch, middle_field, reach, words};
use crate::text::{Span, Text, head, tail};

/// On which sides of a passage some word may negate it, told without a close look: where a text is written in letters
/// that the tables have as they are, most have none on either.
#[derive(Clone, Copy)]
pub(super) struct Sides {
    /// From where on what is before it has to be read.
    pub(super) before: Option<usize>,
    pub(super) after: bool,
}

impl Sides {
    /// So many words before a passage may reach it, with the one before them, which may be the rest of a longer one.
    const BEFORE: usize = FARTHEST + 2;
    /// So many where adverbs stand between.
    const BEFORE_ADVERBS: usize = 2 * ADVERBS + Self::BEFORE;
    /// So many after it, and where pronouns and adverbs may stand between.
    const AFTER: usize = 2;
    const AFTER_VERB: usize = FARTHEST;

    pub(super) fn of(text: &Text<'_>, span: Span) -> Self {
        let content = text.as_str();
        let (head, tail) = (head(content, span.start, REACHED), tail(content, span.end, BESIDE));
        let from = span.start - head.len();
        let may_negate = |written: &str| may_negate(written, text.language());
        let mut most =
            if words::may_end_adverb(before_marks(head)) { Self::BEFORE_ADVERBS } else { Self::BEFORE };
        let (mut is_one, mut start, mut is_partitive) = (false, from, false);
        for (number, (at, written)) in (1..).zip(words_back(head)) {
            is_one = is_one || may_negate(written);
            if number == 1 && reach::may_end_idle(written) {
                most += IDLE;
            }
            if !is_partitive && reach::may_be_partitive(written) {
                is_partitive = true;
                most += OF_WHOM + 1;
            }
            if matches!(number, 3 | 4) && reach::may_be_of_place(written) {
                most = most.max(Self::BEFORE + 1);
            }
            if number == most {
                start = from + at;
                break;
            }
        }
        let is_verb_second = middle_field::may_be_verb_second(text.language());
        let most = if is_verb_second { Self::AFTER_VERB } else { Self::AFTER };
        let mut after = tail.split_ascii_whitespace().filter(|word| has_letters(word)).take(most);
        Self { before: is_one.then_some(start), after: after.any(may_negate) }
    }
}

/// What has letters between white space, the last first, with where it begins.
fn words_back(head: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = head.len();
    let pieces = std::iter::from_fn(move || {
        let bytes = head.as_bytes();
        while end > 0 && bytes[end - 1].is_ascii_whitespace() {
            end -= 1;
        }
        let mut start = end;
        while start > 0 && !bytes[start - 1].is_ascii_whitespace() {
            start -= 1;
        }
        let piece = &head[start..end];
        end = start;
        (!piece.is_empty()).then_some((start, piece))
    });
    pieces.filter(|(_, piece)| has_letters(piece))
}

/// Whether something is a word: the groups of a number are none, for they are parted by spaces too.
fn has_letters(written: &str) -> bool {
    written.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) || written.contains(ch::is_letter)
}

/// Whether some word in what stands between white space may negate. What stands before an apostrophe is looked at
/// closely where it may be `n’`, `didn’` or `nient’`.
fn may_negate(written: &str, language: Option<&str>) -> bool {
    // Most are one plain word, and few look like one that negates.
    let (word, rest) = western(written);
    if ends_plainly(rest) {
        return words::may_negate_western(word, language);
    }
    // Or two with an apostrophe between them: `l’opposition`.
    if let Some(next) = rest.strip_prefix(['’', '\'']).filter(|_| !word.contains(['n', 'N'])) {
        let (next, rest) = western(next);
        if !word.is_empty() && !next.is_empty() && ends_plainly(rest) {
            return [word, next].iter().any(|word| words::may_negate_western(word, language));
        }
    }
    // An apostrophe by its name: `don&rsquo;t`.
    if written.as_bytes().contains(&b'&')
        || written.contains(ch::is_hyphen) && may_negate_joined(written, language)
    {
        return true;
    }
    let mut rest = written;
    while let Some(start) = rest.find(is_alphanumeric) {
        rest = &rest[start..];
        let (word, after) = rest.split_at(alphanumeric(rest));
        let is_open = after.chars().next().is_some_and(|mark| goes_on_after(word, mark, after));
        if is_open || words::may_negate(word, language) {
            return true;
        }
        rest = after;
    }
    false
}

/// The Western letters that a text begins with, and the rest.
fn western(text: &str) -> (&str, &str) {
    text.split_at(words::western_letters(text.as_bytes()))
}

/// Whether nothing follows a word up to white space but marks of a sentence.
fn ends_plainly(rest: &str) -> bool {
    rest.bytes().all(|byte| matches!(byte, b',' | b'.' | b';' | b':'))
}

/// The bytes of the letters and digits that a text begins with.
fn alphanumeric(text: &str) -> usize {
    let letters = words::western_letters(text.as_bytes());
    let rest = &text[letters..];
    letters + rest.find(|c| !is_alphanumeric(c)).unwrap_or(rest.len())
}

/// Whether a word with hyphens may negate without them, as one that was broken at a line's end, or is broken there.
fn may_negate_joined(written: &str, language: Option<&str>) -> bool {
    let is_in_compound = |c: char| is_alphanumeric(c) || ch::is_hyphen(c) || ch::is_apostrophe(c);
    let mut compounds = written.split(|c| !is_in_compound(c)).filter(|part| part.contains(ch::is_hyphen));
    compounds.any(|compound| {
        let joined: String = compound.chars().filter(|&c| !ch::is_hyphen(c)).collect();
        // Romanian `n-a` is broken nowhere.
        let is_elided =
            compound.split(ch::is_hyphen).next().is_some_and(|first| first.eq_ignore_ascii_case("n"));
        let is_open = is_elided || compound.ends_with(ch::is_hyphen) || joined.contains(ch::is_apostrophe);
        is_open || words::may_negate(&joined, language)
    })
}

fn is_alphanumeric(c: char) -> bool {
    ch::is_letter(c) || ch::is_digit(c)
}

/// Whether a word that `mark` follows, with which `after` begins, may be a part of a negation. English `union’s` is none.
fn goes_on_after(word: &str, mark: char, after: &str) -> bool {
    if ch::is_apostrophe(mark) {
        let rest = &after[mark.len_utf8()..];
        let is_possessive = || word.len() > 1 && rest.strip_prefix('s').is_some_and(is_end);
        return word.contains(['n', 'N']) && !is_possessive();
    }
    !mark.is_ascii() && (ch::is_invisible(mark) || ch::is_mark(mark))
}

/// Whether no word goes on with what follows it up to white space.
fn is_end(rest: &str) -> bool {
    rest.bytes().all(|byte| byte.is_ascii_punctuation())
}
