//! What stands between the words of a text and is none of its sentence: marks of notes, times and stage directions in
//! brackets, signs of markup, marks of quoted mail, the ends of lines of verse, the times of subtitles. Knows single texts.

use super::emphasis;
use super::lines::{self, Kind};
use super::listed::ANSWERS;
use crate::fold::characters as ch;
use crate::text::{Span, Text, head, tail};

/// So many bytes before and after a span are read.
const BEFORE: usize = 400;
const AFTER: usize = 160;
/// So many bytes at most has what stands in brackets, a tag, a comment or an address.
const LONGEST: usize = 160;
/// So many bytes at most has the name of a character.
const LONGEST_NAME: usize = 10;

/// The words around a span, with nothing or blanks for what is inserted between them. All else lies where it does in the
/// text, `start` bytes farther on.
pub(super) struct Bare {
    pub(super) content: String,
    pub(super) span: Span,
    pub(super) start: usize,
}

/// A text around a span without what is inserted there, or `None` where that is nothing. `denies` says that words negate:
/// such are not inserted, whatever stands around them.
pub(super) fn without(text: &Text<'_>, span: Span, denies: impl Fn(&str) -> bool) -> Option<Bare> {
    let content = text.as_str();
    let (head, tail) = (head(content, span.start, BEFORE), tail(content, span.end, AFTER));
    let from = span.start - head.len();
    if !may_have(head, tail) {
        return None;
    }
    let signs = emphasis_around(content, span);
    let inserted = |piece, from| {
        let found = Reader { content, from, piece, at: 0, denies: &denies, found: Vec::new() }.read();
        with_emphasis(found, &signs, Span::new(from, from + piece.len()), Inserted::gap)
    };
    let (before, after) = (inserted(head, from), inserted(tail, span.end));
    if before.is_empty() && after.is_empty() {
        return None;
    }
    let content = [&filled(head, &before), text.slice(span), &filled(tail, &after)].concat();
    Some(Bare { content, span: Span::new(span.start - from, span.end - from), start: from })
}

/// The text around byte `at` without the names of characters, tags, links and emphasis, which may lie inside a word, and
/// where the place is in it; `None` where there are none.
pub(super) fn without_markup(text: &Text<'_>, at: usize) -> Option<(String, usize)> {
    let content = text.as_str();
    let (head, tail) = (head(content, at, BEFORE), tail(content, at, AFTER));
    if !may_have(head, tail) {
        return None;
    }
    let signs = emphasis_around(content, Span::new(at, at));
    let signs: Vec<Span> = signs.into_iter().filter(|sign| !parts_numbers(content, *sign)).collect();
    let inserted = |piece: &str, from: usize| {
        with_emphasis(marks(piece), &signs, Span::new(from, from + piece.len()), Inserted::nothing)
    };
    let (before, after) = (inserted(head, at - head.len()), inserted(tail, at));
    if before.is_empty() && after.is_empty() {
        return None;
    }
    let mut bare = shortened(head, &before);
    let at = bare.len();
    bare.push_str(&shortened(tail, &after));
    Some((bare, at))
}

/// The names of characters, the tags and the signs of links of a piece.
fn marks(piece: &str) -> Vec<(usize, Inserted)> {
    let mut end = 0;
    let marks = piece.match_indices(['<', '&', '[', ']']);
    let found = marks.filter_map(|(at, sign)| {
        let rest = &piece[at..];
        let one = match sign {
            "[" => link_start(rest).map(Inserted::nothing),
            "]" => link_end(rest).map(Inserted::nothing),
            _ => markup(rest),
        };
        let one = one.filter(|_| at >= end)?;
        end = at + one.length;
        Some((at, one))
    });
    found.collect()
}

/// The signs of emphasis around a span, of which some may lie in it.
fn emphasis_around(content: &str, span: Span) -> Vec<Span> {
    let (head, tail) = (head(content, span.start, BEFORE), tail(content, span.end, BEFORE));
    // The text is read for pairs only where one has a sign beside the span.
    if !emphasis::may_have(head) && !emphasis::may_have(tail) {
        return Vec::new();
    }
    let from = span.start - head.len();
    let signs = emphasis::signs(&content[from..span.end + tail.len()]);
    signs.into_iter().map(|(at, length)| Span::new(from + at, from + at + length)).collect()
}

/// Whether a sign parts two numbers that have a space between them, as that of the number of a verse does: `**12** 300 men`.
fn parts_numbers(content: &str, sign: Span) -> bool {
    let (before, after) = (&content[..sign.start], &content[sign.end..]);
    let is_gap = |c: char| ch::is_space(c) && !ch::is_line_end(c);
    let (last, next) = (before.trim_end_matches(is_gap), after.trim_start_matches(is_gap));
    last.len() + next.len() < before.len() + after.len()
        && last.ends_with(ch::is_digit)
        && next.starts_with(ch::is_digit)
}

/// What is inserted in a piece of a text, with the signs of emphasis that lie in it and in nothing else of it, which `set`
/// says how to read.
fn with_emphasis(
    mut found: Vec<(usize, Inserted)>,
    signs: &[Span],
    piece: Span,
    set: fn(usize) -> Inserted,
) -> Vec<(usize, Inserted)> {
    let is_free = |sign: &&Span| {
        let at = sign.start.wrapping_sub(piece.start);
        piece.start <= sign.start
            && sign.end <= piece.end
            && !found.iter().any(|(start, one)| *start <= at && at < start + one.length)
    };
    let own: Vec<_> = signs.iter().filter(is_free).collect();
    found.extend(own.iter().map(|sign| (sign.start - piece.start, set(sign.len()))));
    found.sort_by_key(|(at, _)| *at);
    found
}

/// The piece with what is read in the place of what is inserted, which may be shorter.
fn shortened(piece: &str, inserted: &[(usize, Inserted)]) -> String {
    let (mut short, mut from) = (String::with_capacity(piece.len()), 0);
    for &(at, one) in inserted {
        short.push_str(&piece[from..at]);
        from = at + one.length;
        match one.read {
            Read::Inside(character) => short.extend(character),
            Read::Gap => short.push(' '),
            Read::LineEnds => short.push('\n'),
            Read::Same => short.push_str(&piece[at..from]),
        }
    }
    short.push_str(&piece[from..]);
    short
}

/// Whether something may be inserted so near to a span that it lies between that and a word a few words away, told at a
/// glance: most texts have no sign of it there.
fn may_have(head: &str, tail: &str) -> bool {
    const NEAR: usize = 160;
    has_sign(&head[head.ceil_char_boundary(head.len().saturating_sub(NEAR))..])
        || has_sign(&tail[..tail.floor_char_boundary(NEAR.min(tail.len()))])
}

/// Whether some text has a sign of what is inserted. Of most bytes one look tells that no such sign begins with them.
fn has_sign(near: &str) -> bool {
    let mut at = 0;
    while let Some(next) = near.as_bytes()[at..].iter().position(|&byte| BEGINS_SIGN[usize::from(byte)]) {
        at += next;
        // A byte below 0x80 or from 0xC2 on begins a character.
        let Some(c) = near[at..].chars().next() else { return false };
        let (before, after) = (&near[..at], &near[at + c.len_utf8()..]);
        at += c.len_utf8();
        let is_one = match c {
            '\'' => after.starts_with('\''),
            '\n' | '\r' => may_part_lines(before, after),
            _ => is_sign(c),
        };
        if is_one {
            return true;
        }
    }
    false
}

/// Whether more than a gap may be where a line ends: a broken word, a time.
fn may_part_lines(before: &str, after: &str) -> bool {
    after.starts_with(|c: char| c.is_ascii_digit())
        || before.trim_end_matches([' ', '\t']).ends_with(|c| ch::is_hyphen(c) || c == '\u{AD}')
}

const fn is_sign(c: char) -> bool {
    matches!(
        c,
        '<' | '>'
            | '&'
            | '['
            | ']'
            | '('
            | ')'
            | '{'
            | '}'
            | '/'
            | '='
            | '`'
            | '\\'
            | '#'
            | '@'
            | '*'
            | '_'
            | CLAP
    ) || matches!(c, '（' | '）' | '【' | '】' | '［' | '］' | '〔' | '〕')
        || is_note_sign(c)
}

/// Whether a sign of what is inserted may begin with a byte: those of ASCII, the apostrophe, which is one where it stands
/// twice, a line's end, and the first bytes of the others in UTF-8.
const BEGINS_SIGN: [bool; 256] = {
    let mut begins = [false; 256];
    let mut byte: u8 = 0;
    while byte < 0x80 {
        begins[byte as usize] = matches!(byte, b'\'' | b'\n' | b'\r') || is_sign(byte as char);
        byte += 1;
    }
    // ¹ † 【 （ 👏
    begins[0xC2] = true;
    begins[0xE2] = true;
    begins[0xE3] = true;
    begins[0xEF] = true;
    begins[0xF0] = true;
    begins
};

/// Whether something may be inserted before the end of `head`, told at a glance.
pub(super) fn may_end(head: &str) -> bool {
    let head = head.trim_end_matches(|c: char| ch::is_space(c) || ch::is_emphasis(c));
    head.ends_with(|c: char| {
        matches!(c, ')' | ']' | '}' | '>' | '）' | '】' | '］' | '〕' | '`' | ';' | '/' | '\\')
            || is_note_sign(c)
            || c == CLAP
    })
}

/// Whether something may be inserted straight beside a span, beyond blanks, told at a glance.
pub(super) fn may_be_beside(text: &Text<'_>, span: Span) -> bool {
    let (head, tail) = (&text.as_str()[..span.start], &text.as_str()[span.end..]);
    let last = head.chars().rev().find(|c| !ch::is_space(*c));
    last.is_some_and(|c| is_sign(c) || c == ';') || may_begin(tail)
}

/// The same of what is after it.
pub(super) fn may_begin(tail: &str) -> bool {
    tail.chars().find(|c| !ch::is_space(*c)).is_some_and(is_sign)
}

/// A span without what cannot be seen at its ends.
pub(super) fn seen(content: &str, span: Span) -> Span {
    let words = &content[span.range()];
    let start = span.end - words.trim_start_matches(ch::is_invisible).len();
    Span::new(start, start + words[start - span.start..].trim_end_matches(ch::is_invisible).len())
}

/// Words without what was filled in between them, runs of blanks made one, and where each byte of them was.
pub(super) fn squeezed(filled: &str) -> (String, Vec<usize>) {
    let (mut words, mut origins) = (String::new(), Vec::new());
    for (at, c) in filled.char_indices() {
        if is_filler(c) || c == ' ' && words.ends_with(' ') {
            continue;
        }
        words.push(c);
        origins.extend(at..at + c.len_utf8());
    }
    (words, origins)
}

const fn is_filler(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{2060}')
}

/// What is inserted: so many bytes, and what is read in their place.
#[derive(Clone, Copy)]
struct Inserted {
    length: usize,
    read: Read,
}

#[derive(Clone, Copy)]
enum Read {
    /// A gap between words.
    Gap,
    /// This character, or nothing, in the middle of a word.
    Inside(Option<char>),
    /// The ends of lines inside a broken word.
    LineEnds,
    /// What stands there.
    Same,
}

impl Inserted {
    const fn gap(length: usize) -> Self {
        Self { length, read: Read::Gap }
    }

    const fn nothing(length: usize) -> Self {
        Self { length, read: Read::Inside(None) }
    }
}

/// The piece with what is read in the place of what is inserted, as long as it was.
fn filled(piece: &str, inserted: &[(usize, Inserted)]) -> String {
    let mut filled = String::with_capacity(piece.len());
    for &(at, one) in inserted {
        filled.push_str(&piece[filled.len()..at]);
        match one.read {
            Read::Inside(character) => {
                filled.extend(character);
                let rest = at + one.length - filled.len();
                fill(&mut filled, rest);
            }
            Read::Gap => filled.extend(std::iter::repeat_n(' ', one.length)),
            Read::LineEnds => filled.extend(std::iter::repeat_n('\n', one.length)),
            Read::Same => filled.push_str(&piece[at..at + one.length]),
        }
    }
    filled.push_str(&piece[filled.len()..]);
    filled
}

/// Adds so many bytes that cannot be seen; a blank for a single one.
fn fill(filled: &mut String, mut count: usize) {
    if count == 1 {
        filled.push(' ');
        return;
    }
    while count > 0 {
        let c = if count == 2 || count == 4 { '\u{61C}' } else { '\u{2060}' };
        filled.push(c);
        count -= c.len_utf8();
    }
}

/// Finds what is inserted in a piece of a text.
struct Reader<'p, D> {
    /// The text, and where the piece begins in it.
    content: &'p str,
    from: usize,
    piece: &'p str,
    at: usize,
    denies: &'p D,
    found: Vec<(usize, Inserted)>,
}

impl<D: Fn(&str) -> bool> Reader<'_, D> {
    fn read(mut self) -> Vec<(usize, Inserted)> {
        while let Some(c) = self.piece[self.at..].chars().next() {
            match self.inserted(c) {
                Some(one) => {
                    self.found.push((self.at, one));
                    self.at += one.length;
                }
                None => self.at += c.len_utf8(),
            }
        }
        self.found
    }

    /// What is inserted straight at the place, which `c` is at.
    fn inserted(&self, c: char) -> Option<Inserted> {
        let rest = &self.piece[self.at..];
        match c {
            '<' | '&' => markup(rest),
            '[' | '(' | '{' | '（' | '【' | '［' | '〔' => {
                self.bracket(c, rest).or_else(|| link_start(rest).map(Inserted::nothing))
            }
            ']' => link_end(rest).map(Inserted::nothing),
            '!' if rest.starts_with("![") => {
                let close = rest.find(']')?;
                link_end(&rest[close..]).map(|length| Inserted::gap(close + length))
            }
            '\n' | '\r' => self.line_end(),
            '.' | '…' | '-' | '–' | '—' => {
                lines::dots(self.content, self.from + self.at).map(|end| Inserted::gap(end.min(rest.len())))
            }
            '/' => self.verse(rest),
            '=' | '\'' => signs(c, rest),
            '`' => self.code(rest),
            '\\' => rest[1..]
                .starts_with(|c: char| c.is_ascii_punctuation() || ch::is_line_end(c))
                .then(|| Inserted::gap(1)),
            '#' | '@' => self.name(rest),
            CLAP => Some(Inserted::gap(
                rest.len() - rest.trim_start_matches([CLAP, '\u{FE0F}']).trim_start_matches(is_skin).len(),
            )),
            _ if is_note_sign(c) => self.note(rest),
            _ => None,
        }
    }

    fn last(&self) -> Option<char> {
        self.piece[..self.at].chars().next_back()
    }

    /// What stands in brackets: the mark of a note, a time, what is done while somebody speaks. Not what a line begins
    /// with, as the name of who speaks does, nor what is written together with a word or negates.
    fn bracket(&self, opening: char, rest: &str) -> Option<Inserted> {
        let closing = match opening {
            '[' => ']',
            '(' => ')',
            '{' => '}',
            '（' => '）',
            '【' => '】',
            '［' => '］',
            _ => '〕',
        };
        let inside = &rest[opening.len_utf8()..];
        let end = inside
            .find([opening, closing])
            .filter(|&end| end <= LONGEST && inside[end..].starts_with(closing))?;
        let (inside, after) = (&inside[..end], &inside[end + closing.len_utf8()..]);
        if opening == '[' && FORUM.contains(&inside.trim_start_matches('/')) {
            return Some(Inserted::nothing(rest.len() - after.len()));
        }
        let has_letters = inside.contains(ch::is_letter) && !inside.starts_with('^');
        let begins_line = self.piece[..self.at].trim_end_matches([' ', '\t']).ends_with(ch::is_line_end);
        let is_joined = self.last().is_some_and(ch::is_letter) && has_letters
            || after.starts_with(|c: char| ch::is_word(c) && !ch::is_spaceless(c));
        let is_link = opening == '[' && link_end(&rest[rest.len() - after.len() - 1..]).is_some();
        let is_one = !inside.trim().is_empty()
            && !inside.contains("\n\n")
            && !is_link
            && !(has_letters && (begins_line || (self.denies)(inside)))
            && (!is_joined || self.last().is_some_and(ch::is_spaceless));
        is_one.then(|| Inserted::gap(rest.len() - after.len()))
    }

    /// What stands between the words of this line and the next.
    fn line_end(&self) -> Option<Inserted> {
        let start = self.piece[..self.at].trim_end_matches(ch::is_space).len();
        let joint = lines::joint(self.content, self.from + start)?;
        let end = (start + joint.length).min(self.piece.len());
        let length = end.checked_sub(self.at).filter(|&length| length > 0)?;
        match joint.kind {
            Kind::Broken => Some(Inserted { length, read: Read::LineEnds }),
            Kind::Line | Kind::Time => Some(Inserted::gap(length)),
            Kind::Shared | Kind::Inside => None,
        }
    }

    /// What parts lines of verse that are written in one; not what parts answers: `yes / no`.
    fn verse(&self, rest: &str) -> Option<Inserted> {
        let after = rest.trim_start_matches('/');
        let length = rest.len() - after.len();
        let before = self.piece[..self.at].strip_suffix(' ')?;
        let word = before[before.trim_end_matches(ch::is_letter).len()..].to_lowercase();
        let is_one = length <= 2 && after.starts_with(' ') && !ANSWERS.contains(&&*word);
        is_one.then(|| Inserted::gap(length))
    }

    /// The signs of code around plain words. A name in code stays as it is: `no_std` denies nothing.
    fn code(&self, rest: &str) -> Option<Inserted> {
        let words = rest.trim_start_matches('`');
        let length = rest.len() - words.len();
        if self.last().is_some_and(ch::is_letter) && words.starts_with(ch::is_letter) {
            return None;
        }
        let end = words.find('`').filter(|&end| end <= LONGEST);
        let is_plain = |c: char| ch::is_letter(c) || ch::is_mark(c) || ch::is_apostrophe(c) || c == ' ';
        match end.filter(|&end| !words[..end].chars().all(is_plain)) {
            Some(end) => Some(Inserted { length: length + end + 1, read: Read::Same }),
            None => Some(Inserted::gap(length)),
        }
    }

    /// The sign that makes a subject or a name of a word.
    fn name(&self, rest: &str) -> Option<Inserted> {
        let word = &rest[1..];
        let begins =
            self.last().is_some_and(ch::is_space) && (word.is_empty() || word.starts_with(ch::is_letter));
        begins.then(|| Inserted::gap(1))
    }

    /// The signs of a note after a word.
    fn note(&self, rest: &str) -> Option<Inserted> {
        let is_after_word = self.last().is_some_and(|c| !ch::is_space(c) && !ch::is_digit(c));
        is_after_word.then(|| Inserted::gap(rest.len() - rest.trim_start_matches(is_note_sign).len()))
    }
}

/// Signs that set type: those of a marker, of a wiki.
fn signs(sign: char, rest: &str) -> Option<Inserted> {
    let length = rest.len() - rest.trim_start_matches(sign).len();
    let is_one = if sign == '=' { length == 2 } else { (2..=5).contains(&length) };
    is_one.then(|| Inserted::gap(length))
}

/// Hands that clap between words.
const CLAP: char = '👏';

const fn is_skin(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

pub(super) const fn is_note_sign(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁽' | '⁾' | '†' | '‡')
}

/// How long the sign is that a link in Markdown begins with.
fn link_start(rest: &str) -> Option<usize> {
    let words = rest.strip_prefix('[')?;
    let end = words.find(['[', ']']).filter(|&end| end <= LONGEST)?;
    link_end(&words[end..]).map(|_| 1)
}

/// How long the address is that a link in Markdown ends with, from its bracket on.
pub(super) fn link_end(rest: &str) -> Option<usize> {
    let address = rest.strip_prefix(']')?;
    let closing = match address.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let end = address.find(closing)?;
    (end <= LONGEST && !address[..end].contains('\n')).then_some(1 + end + 1)
}

/// Elements that stand inside a sentence.
const INSIDE: &[&str] = &[
    "a", "abbr", "b", "big", "c", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
    "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "wbr",
];

/// The same where they are written in square brackets.
const FORUM: &[&str] = &["b", "i", "u", "s"];

/// Characters by their names.
const NAMED: &[(char, &[&str])] = &[
    ('\u{A0}', &["nbsp", "#160", "#xa0", "#8239", "#x202f", "thinsp", "ensp", "#32"]),
    ('\'', &["rsquo", "lsquo", "apos", "#39", "#x27", "#8217", "#x2019"]),
    ('−', &["minus", "#8722", "#x2212"]),
    ('&', &["amp", "#38", "#x26"]),
];
/// Names of what cannot be seen.
const UNSEEN: &[&str] = &["shy", "#173", "#xad", "zwj", "zwnj", "#8203", "lrm", "rlm"];

/// How long the tag or comment is that a piece begins with.
pub(super) fn markup_length(rest: &str) -> Option<usize> {
    markup(rest).map(|one| one.length)
}

/// A tag, a comment or the name of a character that a piece begins with.
fn markup(rest: &str) -> Option<Inserted> {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return comment.find("-->").filter(|&end| end <= LONGEST).map(|end| Inserted::gap(end + 7));
    }
    let Some(name) = rest.strip_prefix('&') else { return tag(rest) };
    let end = name.find(';').filter(|&end| end <= LONGEST_NAME)?;
    let known = name[..end].to_ascii_lowercase();
    let character = NAMED.iter().find(|(_, names)| names.contains(&&*known)).map(|&(c, _)| c);
    let is_known = character.is_some() || UNSEEN.contains(&&*known);
    is_known.then_some(Inserted { length: end + 2, read: Read::Inside(character) })
}

/// A tag that parts no sentence, with what is set above the line in it; the time of a subtitle's word.
fn tag(rest: &str) -> Option<Inserted> {
    let end = rest.find('>').filter(|&end| end <= LONGEST)?;
    let inside = rest[1..end].trim_start_matches('/');
    let name = inside.split([' ', '/', '.', '\n']).next()?.to_ascii_lowercase();
    let is_time = !inside.is_empty() && inside.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.'));
    if name == "br" || is_time {
        return Some(Inserted::gap(end + 1));
    }
    if !INSIDE.contains(&&*name) {
        return None;
    }
    let raised = if name == "sup" && !rest.starts_with("</") { rest[end + 1..].find("</sup>") } else { None };
    let is_note = |length: &usize| {
        let note = &rest[end + 1..end + 1 + length];
        *length <= LONGEST && !outside_tags(note).any(|words| words.contains(ch::is_letter))
    };
    match raised.filter(is_note) {
        Some(length) => Some(Inserted::gap(end + 1 + length + "</sup>".len())),
        None => Some(Inserted::nothing(end + 1)),
    }
}

/// What is not in the tags of a piece: of the mark of a note, which leads to it, the number.
fn outside_tags(piece: &str) -> impl Iterator<Item = &str> {
    piece.split('<').enumerate().filter_map(|(at, part)| {
        if at == 0 { Some(part) } else { part.split_once('>').map(|(_, words)| words) }
    })
}

#[cfg(test)]
mod tests;
