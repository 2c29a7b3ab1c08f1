//! The statements of a TOML file as a person writes them, a header or a key with its value each, and the first
//! of them that is not whole. Read here beside the parser, which knows that a file is wrong but not what was meant.

use crate::fold::characters as ch;
use crate::text::Span;

/// The most lists and tables inside one another that are looked into.
const DEEPEST: usize = 64;
/// What an unfinished merge leaves at the beginning of a line.
pub(super) const MERGE_MARKS: [&str; 4] = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];
/// What people and their keyboards write for the straight quotation mark.
pub(super) const OTHER_QUOTES: &[char] = &[
    '“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‹', '›', '＂', '＇', '「', '」', '『', '』', '《', '》',
    '〝', '〞', '`', '´', '″', '′', '‴', '‶', '‵', 'ʺ', 'ʹ',
];

/// What people and their keyboards write for the comma between two items.
pub(super) const OTHER_COMMAS: &[char] = &['，', '、', '､', '﹐', '،', '٬', '؛', ';', '；'];

/// What keeps a statement from being whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A line that an unfinished merge left.
    MergeMark,
    /// A header whose brackets do not fit, or with more on its line.
    Header,
    /// A character that looks like one that TOML has, and which.
    LooksLike(&'static str),
    /// White space that is neither a blank nor a tab, or a character that cannot be seen.
    OddSpace,
    /// A line with neither header nor `=`.
    NoEquals,
    /// A colon after the key.
    Colon,
    /// Words before `=` that are no key.
    Key,
    /// Nothing after `=`.
    NoValue,
    /// A second `=`.
    ExtraEquals,
    /// A text that begins with a quotation mark that is not the straight one.
    OtherQuote,
    /// A sign with which no value begins.
    NoSuchValue,
    /// Something before the quotation mark that begins a text, as programming languages have it.
    BeforeMark,
    /// A text that ends with a quotation mark and begins with none.
    NotOpened,
    /// A text of one line that is not closed on it.
    NotClosed,
    /// A text of several lines that is never closed.
    NeverClosed,
    /// A backslash that begins nothing known.
    Backslash,
    /// A character inside a text that TOML has only as an escape.
    Control,
    /// Something after a whole value.
    Follows,
    /// A text that goes on after a quotation mark inside it, in a list.
    Inside,
    /// Two items of a list without a comma.
    NoComma,
    /// A list that is not closed.
    ListOpen,
    /// A table in braces that is not closed.
    TableOpen,
}

/// A fault and its place.
type Found = (Fault, Span);
/// Where something ends; a fault in it; or `Err(None)` where it is too deep to be looked into.
type End = Result<usize, Option<Found>>;

/// The statements of a file up to one place.
pub(super) struct Statements<'c> {
    content: &'c str,
    at: usize,
    /// The headers, by their places.
    headers: Vec<Span>,
    /// The keys below the last of them.
    keys: Vec<Span>,
    /// A text of several lines that holds a header, so that its end may be missing.
    suspect: Option<Span>,
}

impl<'c> Statements<'c> {
    /// Reads the statements that begin up to byte `until`; returns them and the first fault, if there is one.
    pub(super) fn read(content: &'c str, until: usize) -> (Self, Option<Found>) {
        let at = if content.starts_with('\u{FEFF}') { 3 } else { 0 };
        let mut own = Self { content, at, headers: Vec::new(), keys: Vec::new(), suspect: None };
        while own.at < content.len() && own.at <= until {
            match own.statement() {
                Ok(end) => own.at = (own.line_end(end) + 1).min(content.len()),
                Err(found) => {
                    let suspect = own.suspect.map(|span| (Fault::NeverClosed, span));
                    return (own, suspect.or(found));
                }
            }
        }
        (own, None)
    }

    /// The name in the header that the last statement stands below, without its brackets.
    pub(super) fn header(&self) -> Option<&'c str> {
        self.headers.last().map(|&span| name_of(&self.content[span.range()]))
    }

    /// The key below the last header, or the header, that is the same as the last one.
    pub(super) fn earlier(&self) -> Option<(Span, Span)> {
        let same = |spans: &[Span]| {
            let (last, before) = spans.split_last()?;
            let name = name_of(&self.content[last.range()]);
            let first = before.iter().find(|span| name_of(&self.content[span.range()]) == name)?;
            Some((*first, *last))
        };
        if self.keys.is_empty() { same(&self.headers) } else { same(&self.keys) }
    }

    /// Whether the last statement is a header.
    pub(super) fn ends_in_header(&self) -> bool {
        self.keys.is_empty()
    }

    /// The last header, and the first one that begins with its name and a full stop.
    pub(super) fn part_above_whole(&self) -> Option<(Span, Span)> {
        let (last, before) = self.headers.split_last()?;
        let name = format!("{}.", name_of(&self.content[last.range()]));
        let part = before.iter().find(|span| name_of(&self.content[span.range()]).starts_with(&name))?;
        Some((*part, *last))
    }

    fn line_end(&self, at: usize) -> usize {
        memchr::memchr(b'\n', &self.content.as_bytes()[at..]).map_or(self.content.len(), |end| at + end)
    }

    /// The rest of a line without white space at its end.
    fn rest(&self, at: usize) -> Span {
        let end = self.line_end(at);
        let rest = self.content[at..end].trim_end_matches([' ', '\t', '\r']);
        Span::new(at, at + rest.len())
    }

    fn skip_blanks(&self, at: usize) -> usize {
        let rest = &self.content[at..];
        at + rest.len() - rest.trim_start_matches([' ', '\t']).len()
    }

    fn statement(&mut self) -> End {
        let line = self.rest(self.skip_blanks(self.at));
        let words = &self.content[line.range()];
        match words.chars().next() {
            None | Some('#' | '\n') => Ok(line.end),
            Some(c) if is_odd_space(c) => fault(Fault::OddSpace, char_span(line.start, c)),
            Some(_) if MERGE_MARKS.iter().any(|mark| words.starts_with(mark)) => {
                fault(Fault::MergeMark, line)
            }
            Some('[') => self.header_line(line),
            Some(c) if brackets_like(c) => fault(Fault::LooksLike("["), char_span(line.start, c)),
            Some(_) => self.key_line(line),
        }
    }

    fn header_line(&mut self, line: Span) -> End {
        let words = &self.content[line.range()];
        if let Some((at, c)) = words.char_indices().find(|(_, c)| matches!(c, '］' | '】')) {
            return fault(Fault::LooksLike("]"), char_span(line.start + at, c));
        }
        let header = words.split('#').next().unwrap_or("").trim_end_matches([' ', '\t']);
        if let Some((at, c)) = header.char_indices().find(|&(_, c)| is_odd_space(c)) {
            return fault(Fault::OddSpace, char_span(line.start + at, c));
        }
        let span = Span::new(line.start, line.start + header.len());
        let opening = header.len() - header.trim_start_matches('[').len();
        let closing = header.len() - header.trim_end_matches(']').len();
        let inside = header.trim_matches(['[', ']']);
        let is_name = |part: &str| is_bare_key(part.trim()) || part.trim().starts_with(['"', '\'']);
        let is_whole = opening == closing && (1..=2).contains(&opening) && !inside.contains(['[', ']']);
        if !is_whole || !inside.split('.').all(is_name) {
            return fault(Fault::Header, span);
        }
        self.headers.push(span);
        self.keys.clear();
        self.suspect = None;
        Ok(line.end)
    }

    fn key_line(&mut self, line: Span) -> End {
        let words = &self.content[line.range()];
        let equals = words.find('=');
        let before = &words[..equals.unwrap_or(words.len())];
        if let Some(at) = before.find('＝') {
            return fault(Fault::LooksLike("="), char_span(line.start + at, '＝'));
        }
        let Some(equals) = equals else { return Err(Some(self.without_equals(line))) };
        if before.trim_end().ends_with(':')
            && is_bare_key(before.trim_end().trim_end_matches([':', ' ', '\t']))
        {
            let colon = line.start + before.trim_end().len() - 1;
            return fault(Fault::LooksLike("="), Span::new(colon, line.start + equals + 1));
        }
        let key = Span::new(line.start, line.start + before.trim_end_matches([' ', '\t']).len());
        if let Some((at, c)) = before.char_indices().find(|&(_, c)| is_odd_space(c)) {
            return fault(Fault::OddSpace, char_span(line.start + at, c));
        }
        let is_quoted = before.starts_with(['"', '\'']);
        if !is_quoted && !self.content[key.range()].split('.').all(|part| is_bare_key(part.trim())) {
            return fault(Fault::Key, key);
        }
        self.keys.push(key);
        let end = self.value_of_key(line, line.start + equals + 1)?;
        self.nothing_follows(end)
    }

    /// What is wrong with a line that has no `=`.
    fn without_equals(&self, line: Span) -> Found {
        let words = &self.content[line.range()];
        let key = words.split([' ', '\t', ':', '：']).next().unwrap_or("");
        let after = words[key.len()..].trim_start_matches([' ', '\t']);
        let at = line.end - after.len();
        match after.chars().next() {
            Some(c @ (':' | '：')) if is_bare_key(key) => (Fault::Colon, char_span(at, c)),
            _ => (Fault::NoEquals, line),
        }
    }

    fn value_of_key(&mut self, line: Span, after: usize) -> End {
        let at = self.skip_blanks(after);
        let here = Span::new(line.start, line.end.max(line.start));
        match self.content[at..].chars().next() {
            None | Some('#' | '\n' | '\r') => fault(Fault::NoValue, here),
            Some('>') if at == after => fault(Fault::LooksLike("="), Span::new(at - 1, at + 1)),
            Some('=') => fault(Fault::ExtraEquals, Span::new(at, at + 1)),
            Some('＝') => fault(Fault::LooksLike("="), char_span(at, '＝')),
            _ => self.value(at, 0, &['#', '\n']),
        }
    }

    /// One value; a number, date or word ends before one of `ends`.
    fn value(&mut self, at: usize, depth: usize, ends: &[char]) -> End {
        let rest = &self.content[at..];
        match rest.chars().next() {
            Some(c) if is_odd_space(c) => fault(Fault::OddSpace, char_span(at, c)),
            Some(c) if brackets_like(c) => fault(Fault::LooksLike("["), char_span(at, c)),
            Some(c) if OTHER_QUOTES.contains(&c) => fault(Fault::OtherQuote, self.rest(at)),
            Some('"') if rest.starts_with("\"\"\"") => self.long_text(at, "\"\"\""),
            Some('\'') if rest.starts_with("'''") => self.long_text(at, "'''"),
            Some(mark @ ('"' | '\'')) => self.short_text(at, mark),
            Some('[') => self.list(at, depth + 1),
            Some('{') => self.table(at, depth + 1),
            Some(c @ (']' | '}' | ',')) => fault(Fault::NoSuchValue, char_span(at, c)),
            _ => {
                let words = rest.split(ends).next().unwrap_or("").trim_end();
                let span = Span::new(at, at + words.len());
                match words.find('"') {
                    Some(mark) if is_before_mark(&words[..mark]) => {
                        fault(Fault::BeforeMark, Span::new(at, at + mark))
                    }
                    Some(_) => fault(Fault::NotOpened, self.rest(at)),
                    None => Ok(span.end),
                }
            }
        }
    }

    /// A text between two marks on one line.
    fn short_text(&self, start: usize, mark: char) -> End {
        let mut at = start + 1;
        while let Some(c) = self.content[at..].chars().next() {
            match c {
                '\n' => break,
                '\r' if self.content[at..].starts_with("\r\n") => break,
                _ if c == mark => return Ok(at + 1),
                '\\' if mark == '"' => at += self.escape(at)?,
                _ if c.is_control() && c.is_ascii() && c != '\t' => {
                    return fault(Fault::Control, char_span(at, c));
                }
                _ => at += c.len_utf8(),
            }
        }
        fault(Fault::NotClosed, self.rest(start))
    }

    /// The length of what a backslash begins.
    fn escape(&self, at: usize) -> End {
        let rest = &self.content[at + 1..];
        let digits = |count: usize| {
            let is_hex = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            let number = rest.get(1..=count).filter(|digits| is_hex(digits));
            number.and_then(|digits| char::from_u32(u32::from_str_radix(digits, 16).ok()?)).map(|_| count + 2)
        };
        let length = match rest.chars().next() {
            Some('b' | 't' | 'n' | 'f' | 'r' | 'e' | '"' | '\\') => Some(2),
            Some('x') => digits(2),
            Some('u') => digits(4),
            Some('U') => digits(8),
            // The text is not closed on its line, which is told.
            None | Some('\n') => Some(1),
            Some(_) => None,
        };
        let next = rest.chars().next().map_or(0, char::len_utf8);
        length.ok_or(Some((Fault::Backslash, Span::new(at, at + 1 + next))))
    }

    /// A text between three marks at either end.
    fn long_text(&mut self, start: usize, marks: &str) -> End {
        let mut at = start + 3;
        loop {
            let rest = &self.content[at..];
            let Some(c) = rest.chars().next() else {
                return fault(Fault::NeverClosed, Span::new(start, start + 3));
            };
            if rest.starts_with(marks) {
                let more = rest[3..].bytes().take(2).take_while(|byte| marks.as_bytes()[0] == *byte).count();
                let end = at + 3 + more;
                let has_header = |line: &str| line.trim_start().starts_with("[[");
                if self.content[start..end].lines().any(has_header) {
                    self.suspect = Some(Span::new(start, start + 3));
                }
                return Ok(end);
            }
            let is_line_joined = || rest[1..].trim_start_matches([' ', '\t', '\r']).starts_with('\n');
            at += match c {
                '\\' if marks == "\"\"\"" && !is_line_joined() => self.escape(at)?,
                _ => c.len_utf8(),
            };
        }
    }

    /// The first place after white space, line ends and remarks; and whether a line ended on the way.
    fn skip(&self, from: usize) -> (usize, bool) {
        let mut at = from;
        loop {
            at = self.skip_blanks(at);
            match self.content[at..].chars().next() {
                Some('#') => at = self.line_end(at),
                Some('\n' | '\r') => at += 1,
                _ => break,
            }
        }
        (at, self.content[from..at].contains('\n'))
    }

    /// Whether a statement begins here, or the file ends, so that what is open is not closed.
    fn is_cut_off(&self, (at, is_new_line): (usize, bool)) -> bool {
        at == self.content.len() || is_new_line && is_statement(&self.content[self.rest(at).range()])
    }

    fn list(&mut self, start: usize, depth: usize) -> End {
        if depth > DEEPEST {
            return Err(None);
        }
        // Looked for only where it is told: a line may hold a million lists.
        let open = |own: &Self| Err(Some((Fault::ListOpen, own.rest(start))));
        let mut at = start + 1;
        loop {
            let next = self.skip(at);
            if self.is_cut_off(next) {
                return open(self);
            }
            if self.content[next.0..].starts_with(']') {
                return Ok(next.0 + 1);
            }
            let is_text = self.content[next.0..].starts_with(['"', '\'']);
            let end = self.value(next.0, depth, &[',', ']', '#', '\n', ' '])?;
            let next = self.skip(end);
            if self.is_cut_off(next) {
                return open(self);
            }
            at = match self.content[next.0..].chars().next() {
                Some(',') => next.0 + 1,
                Some(']') => return Ok(next.0 + 1),
                Some(c) if OTHER_COMMAS.contains(&c) => {
                    return fault(Fault::LooksLike(","), char_span(next.0, c));
                }
                Some(c) if is_odd_space(c) => return fault(Fault::OddSpace, char_span(next.0, c)),
                Some('"' | '\'') if next.0 > end => return fault(Fault::NoComma, Span::new(end, end)),
                Some(_) if is_text => return fault(Fault::Inside, Span::new(end - 1, end)),
                _ => return Err(None),
            };
        }
    }

    /// A table in braces; of what is in it only texts and lists are looked into.
    fn table(&mut self, start: usize, depth: usize) -> End {
        if depth > DEEPEST {
            return Err(None);
        }
        let open = |own: &Self| Err(Some((Fault::TableOpen, own.rest(start))));
        let mut at = start + 1;
        loop {
            let next = self.skip(at);
            let is_header = next.1 && self.content[next.0..].starts_with('[');
            at = match self.content[next.0..].chars().next() {
                None => return open(self),
                _ if is_header => return open(self),
                Some('}') => return Ok(next.0 + 1),
                Some('"' | '\'' | '[' | '{') => self.value(next.0, depth, &[])?,
                // Between two digits it belongs to a time.
                Some(':') if !self.content[..next.0].ends_with(|c: char| c.is_ascii_digit()) => {
                    return fault(Fault::Colon, Span::new(next.0, next.0 + 1));
                }
                Some(c) => next.0 + c.len_utf8(),
            };
        }
    }

    fn nothing_follows(&self, end: usize) -> End {
        let rest = self.rest(self.skip_blanks(end));
        match self.content[rest.range()].chars().next() {
            None | Some('#') => Ok(rest.end),
            Some(c) if is_odd_space(c) => fault(Fault::OddSpace, char_span(rest.start, c)),
            Some(_) => fault(Fault::Follows, rest),
        }
    }
}

fn fault(fault: Fault, span: Span) -> End {
    Err(Some((fault, span)))
}

fn char_span(at: usize, c: char) -> Span {
    Span::new(at, at + c.len_utf8())
}

/// A header's or a key's name, without brackets and white space.
fn name_of(words: &str) -> &str {
    words.trim_matches(['[', ']', ' ', '\t'])
}

/// Whether `c` is taken for a blank, or not seen at all, and TOML has it nowhere but in texts and remarks.
fn is_odd_space(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r');
    }
    ch::is_blank(c)
}

fn brackets_like(c: char) -> bool {
    matches!(c, '［' | '【')
}

/// Whether that stands before a text in programming languages: `f`, `rb`, a bracket; or a backslash before its mark.
fn is_before_mark(words: &str) -> bool {
    let is_prefix = words.len() < 3 && words.bytes().all(|byte| b"fFrRbBuU".contains(&byte));
    is_prefix || matches!(words, "\\" | "(")
}

/// Whether some words can be a key without quotation marks.
pub(super) fn is_bare_key(words: &str) -> bool {
    !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Whether a line looks like a header, or a key with `=`.
pub(super) fn is_statement(line: &str) -> bool {
    let line = line.trim();
    if let Some(header) = line.strip_prefix('[') {
        let name = name_of(header);
        return name.starts_with(|c: char| c.is_ascii_alphabetic())
            && !matches!(name, "true" | "false" | "inf" | "nan")
            && header.ends_with(']')
            && name.split('.').all(is_bare_key);
    }
    line.split_once('=').is_some_and(|(key, _)| key.trim().split('.').all(is_bare_key))
}
