//! The words before a list, with which each of its items goes on: `We will not:` before `- raise taxes`. Knows single texts.

use super::inserted::Bare;
use super::items::{Label, label, labelled};
use crate::fold::characters as ch;
use crate::text::{Span, Text, head, tail};

/// So many bytes before a span its line begins at most.
const LINE: usize = 96;
/// So many bytes and lines above are read.
const ABOVE: usize = 2000;
const MOST: usize = 24;
/// So many lines more may an item have.
const WRAPPED: usize = 3;
/// So many bytes of the words before a list, and after a span, are read.
const BEFORE: usize = 160;
const AFTER: usize = 96;
/// Answers, which a list may give grounds for.
pub(super) const ANSWERS: &[&str] = &[
    "no", "non", "nein", "nee", "não", "нет", "لا", "nej", "nei", "hayır", "nie", "ne", "ei", "όχι", "לא",
    "ні",
];
/// Words that make a choice or a question of a *not* behind them: `whether or not`.
const BEFORE_NOT: &[&str] = &[
    "why",
    "or",
    "if",
    "whether",
    "warum",
    "wieso",
    "oder",
    "wenn",
    "ob",
    "pourquoi",
    "ou",
    "si",
    "perché",
    "se",
    "of",
    "waarom",
    "почему",
    "или",
    "если",
];
/// Forms of *do*, with its auxiliaries, that end a heading and stand for what a list says: `What we have not done`.
const DOING: &[&str] = &[
    "do",
    "does",
    "did",
    "done",
    "doing",
    "fait",
    "fera",
    "faire",
    "faisons",
    "font",
    "tun",
    "tut",
    "tat",
    "getan",
    "macht",
    "gemacht",
    "machen",
    "hat",
    "haben",
    "hatte",
    "wird",
    "werden",
    "hace",
    "hizo",
    "hará",
    "hecho",
    "hacer",
    "ha",
    "han",
    "fa",
    "fatto",
    "fare",
    "farà",
    "faz",
    "fez",
    "fará",
    "feito",
    "fazer",
    "doet",
    "deed",
    "gedaan",
    "heeft",
    "делает",
    "делал",
    "сделал",
    "делать",
];

/// The words before a list and those of the item that a span lies in, as one text; what is before the item lies `start`
/// bytes farther on in the text.
pub(super) struct Listed {
    pub(super) bare: Bare,
    /// Where the item begins in it.
    pub(super) item: usize,
    /// Whether the item plainly goes on with the words before the list, also a few words behind what denies them.
    pub(super) is_sure: bool,
}

/// The same, where a span lies in the first line of an item. Most lie in none, told by the character that their line begins
/// with.
pub(super) fn listed(text: &Text<'_>, span: Span) -> Option<Listed> {
    let content = text.as_str();
    let near = head(content, span.start, LINE);
    let line = memchr::memrchr2(b'\n', b'\r', near.as_bytes())? + 1;
    let indented = near[line..].trim_start();
    if indented.starts_with(|c: char| c.is_ascii_alphabetic()) && !indented[1..].starts_with(')') {
        return None;
    }
    let above = span.start - near.len() + line;
    let (label, length) = labelled(&content[span.start - indented.len()..])?;
    let words = indented.get(length..)?.trim_start();
    let own = words.len();
    let found = introduction(head(content, above, ABOVE), label)?;
    let end = above - found.back;
    let before = head(content, end, BEFORE);
    let after = tail(content, span.end, AFTER);
    let item = before.len() + 1;
    let bare = [before, " ", words, text.slice(span), after].concat();
    let start = item + own;
    let first = bare[item..].chars().find(|&c| ch::is_letter(c));
    Some(Listed {
        bare: Bare { content: bare, span: Span::new(start, start + span.len()), start: end - before.len() },
        item,
        is_sure: found.is_sure && first.is_some_and(|c| !c.is_uppercase()),
    })
}

/// The words that a list goes on with.
struct Introduction {
    /// So many bytes before the item's line they end.
    back: usize,
    /// Whether a colon or a further item shows that it is a list.
    is_sure: bool,
}

/// The words before the list that has an item with such a label below the text `above`: those of the nearest line that is
/// none of an item before it.
fn introduction(above: &str, mut own: Label) -> Option<Introduction> {
    let (mut nearest, mut has_others, mut end) = (None, false, above.len());
    let (mut blanks, mut wrapped) = (0, 0);
    for line in above.split_inclusive('\n').rev().take(MOST) {
        end -= line.len();
        let words = line.trim();
        if words.is_empty() {
            blanks += 1;
            if nearest.is_some() || blanks > 1 {
                break;
            }
        } else if let Some(label) = label(words).filter(|&label| precedes(label, own)) {
            (own, has_others, blanks, wrapped, nearest) = (label, true, 0, 0, None);
        } else {
            let start = end + (line.len() - line.trim_start().len());
            nearest = nearest.or(Some((start, words, blanks > 0)));
            wrapped += 1;
            if Head::of(words).opens_list() || own == Label::Number(1) || wrapped > WRAPPED {
                break;
            }
        }
    }
    let (start, words, is_apart) = nearest.filter(|_| is_first(own))?;
    let head = Head::of(words);
    head.goes_on(is_apart).then(|| Introduction {
        back: above.len() - (start + head.bare(is_apart).len()),
        is_sure: head.has_colon
            || own == Label::Letter
            || !is_apart && (has_others || !matches!(own, Label::Dash(_))),
    })
}

/// The line before a list, without the marks at its end.
struct Head<'t> {
    words: &'t str,
    has_colon: bool,
    has_dash: bool,
}

impl<'t> Head<'t> {
    fn of(line: &'t str) -> Self {
        let is_dash = |c: char| matches!(c, '—' | '–');
        let is_mark = |c: char| is_colon(c) || is_dash(c) || ch::is_emphasis(c) || ch::is_space(c);
        let bare = line.trim_end_matches(is_mark);
        // A hyphen without a space before it breaks a word.
        let words = bare.strip_suffix(" -").unwrap_or(bare);
        let marks = &line[words.len()..];
        Self {
            words,
            has_colon: marks.contains(is_colon),
            has_dash: marks.contains(is_dash) || words != bare,
        }
    }

    const fn opens_list(&self) -> bool {
        self.has_colon || self.has_dash
    }

    /// Whether a list may go on with it, be an empty line between them or none.
    fn goes_on(&self, is_apart: bool) -> bool {
        let (before, last) = parted_last(self.words);
        let is_answer = ANSWERS.contains(&&*last.to_lowercase());
        let is_choice = || BEFORE_NOT.contains(&&*parted_last(before).1.to_lowercase());
        let is_open = !is_apart || self.opens_list() || !is_answer && !is_choice();
        self.words.ends_with(ch::is_word) && is_open && !(self.has_colon && is_answer)
    }

    /// Its words, of a heading without the *do* that stands for what the items say: `What we do not do`.
    fn bare(&self, is_apart: bool) -> &'t str {
        let mut words = self.words;
        let (mut before, mut last) = parted_last(words);
        while is_apart && !self.has_colon && DOING.contains(&&*last.to_lowercase()) {
            words = before;
            (before, last) = parted_last(words);
        }
        words
    }
}

const fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}

/// What is before the last word of some text, and that word.
fn parted_last(text: &str) -> (&str, &str) {
    let start = text.trim_end_matches(ch::is_letter).len();
    (text[..start].trim_end(), &text[start..])
}

/// Whether an item with the first label may stand before one with the second.
fn precedes(before: Label, own: Label) -> bool {
    match (before, own) {
        (Label::Number(before), Label::Number(own)) => before + 1 == own,
        (before, own) => before == own,
    }
}

/// Whether an item with such a label may be the first; of letters and signs any may.
const fn is_first(label: Label) -> bool {
    !matches!(label, Label::Number(2..))
}

#[cfg(test)]
mod tests {
    use super::super::marked::marked;
    use super::*;

    /// The words before the list, and whether the item of the words between `|` and `|` plainly goes on with them.
    fn before(words: &str) -> Option<(String, bool)> {
        let (content, span) = marked(words);
        let found = listed(&Text::new(&content), span)?;
        Some((found.bare.content[..found.item - 1].to_owned(), found.is_sure))
    }

    #[test]
    fn the_words_before_a_list_are_found_from_any_item() {
        for (words, is_sure) in [
            ("We will not:\n- |raise taxes|;\n- sell it.", true),
            ("We will not:\n- raise taxes;\n- |sell it|.", true),
            ("We will not:\n\n• raise taxes;\n\n• |sell it|.", true),
            ("We will not\n• |raise taxes|", true),
            ("We will not\n- |raise taxes|", false),
            ("We will not\n- raise taxes\n- |sell it|", true),
            ("We will not\n  1. raise\n     taxes;\n  2. |sell it|.", true),
            ("We will not :\r\na) raise taxes;\r\nb) now |sell it|.", true),
            ("We will not:\n- |Raise taxes|", false),
            ("We will not—\n(a) |raise taxes|;", true),
            ("We will not:—\n(a) sell it;\n(b) |raise taxes|.", true),
            ("We will not -\n\n(a) sell it;\n\n(b) |raise taxes|.", true),
            ("We will not\n\n(a) sell it; or\n\n(b) |raise taxes|.", true),
            ("We will not\n\n1. |raise taxes|", false),
            ("We will not\n\n- |raise taxes|", false),
            ("We will not do\n\n- |raise taxes|", false),
        ] {
            assert_eq!(before(words), Some(("We will not".to_owned(), is_sure)), "{words:?}");
        }
    }

    #[test]
    fn no_other_line_is_before_a_list() {
        for words in [
            "We will not.\n- |raise taxes|",
            "The answer is no:\n- |it is late|",
            "We will not.\n\n- |raise taxes|",
            "Why not\n\n- |raise taxes|",
            "# No\n\n- |we raise taxes|",
            "We will un-\n- |raise taxes|",
            "We will not\n2. |raise taxes|",
            "- we will not\n- |raise taxes|",
            "We will not\n|raise taxes|",
            "We will not\n-|raise taxes|",
            "|raise taxes|",
        ] {
            assert_eq!(before(words), None, "{words:?}");
        }
    }
}
