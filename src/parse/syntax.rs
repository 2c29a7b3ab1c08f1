//! What a TOML error means for a person: told from what stands in the file, and only where that tells nothing
//! from the parser's words.

use super::claims::{CLAIM_KEYS, QUOTE_KEYS};
use super::escapes::backslash;
use super::nearest_word;
use super::notation::{Foreign, foreign, lead, other_notation};
use super::record::CAPTURE_KEYS;
use super::statements::{Fault, OTHER_COMMAS, OTHER_QUOTES, Statements, is_bare_key, is_statement};
use super::words::{called_elsewhere, looks_like_key};
use crate::finding::Marked;
use crate::fold::characters as ch;
use crate::quoting::{described, toml_string};
use crate::text::Span;

/// The headers that are written with two brackets.
const DOUBLE: [&str; 3] = ["claim", "claim.quote", "capture"];
/// The keys that are either true or false.
const FLAGS: [&str; 2] = ["partial", "repeated"];
/// The straight quotation mark as HTML has it.
const ENTITY: &str = "&quot;";
/// What other notations and people write where there is no value.
const NOTHING: [&str; 9] = ["null", "none", "nil", "n/a", "na", "undefined", "~", "-", "?"];
/// So many bytes a line may have that is shown as it would be.
const LONGEST_MENDED: usize = 400;

/// What is wrong with a file that is not TOML.
pub(super) struct Slip {
    pub message: String,
    /// The places, the first one first; the first is what it is about.
    pub marks: Vec<Marked>,
    /// A place elsewhere that belongs to it.
    pub other: Option<Marked>,
    pub help: Vec<String>,
}

impl Slip {
    pub(super) fn new(span: Span, message: impl Into<String>) -> Self {
        let marks = vec![Marked::primary(span, "")];
        Self { message: message.into(), marks, other: None, help: Vec::new() }
    }

    /// The same at places that lie `by` bytes farther on.
    pub fn shifted(mut self, by: usize) -> Self {
        self.marks.iter_mut().chain(&mut self.other).for_each(|mark| mark.span = mark.span.shifted(by));
        self
    }

    /// Claims among others whose headers have single brackets.
    pub fn single_brackets(content: &str, headers: &[Span]) -> Self {
        let words = content[headers[0].range()].trim();
        let message = match headers.len() {
            1 => format!("`{words}` begins a claim with single brackets, in a file with several"),
            count => format!("{count} claims of this file begin with single brackets, as this one does"),
        };
        Self::new(headers[0], message)
            .help("where a file has several, write each with two brackets, as in `[[claim]]`")
    }

    /// The mark that begins some files, inside one.
    pub fn byte_order_mark(at: Span) -> Self {
        Self::new(at, "a sign that only begins a file stands here, U+FEFF BYTE ORDER MARK")
            .help("take it out; it comes along where two files are joined")
    }

    /// Several lines that are no TOML; `first` is the number of the first of them.
    pub fn foreign_lines(content: &str, lines: Span, first: usize) -> Self {
        let words = content[lines.range()].trim_end();
        let line = words.lines().next().unwrap_or_default().trim_end();
        let last = first + words.lines().count() - 1;
        Self::new(
            Span::new(lines.start, lines.start + line.len()),
            "these lines are neither keys with their values nor headers",
        )
        .labelled(format!("from here to line {last}"))
        .help(format!("take out lines {first} to {last}, or write `#` before each of them"))
    }

    fn labelled(mut self, label: impl Into<String>) -> Self {
        self.marks[0].label = label.into();
        self
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }
}

/// The place of a parser's error, on whole characters.
pub(super) fn error_span(content: &str, error: &toml::de::Error) -> Span {
    error.span().map_or(Span::new(0, 0), |range| {
        let start = content.floor_char_boundary(range.start.min(content.len()));
        Span::new(start, content.ceil_char_boundary(range.end.min(content.len())).max(start))
    })
}

/// What a parser's error at a place of a file means.
pub(super) fn slip(content: &str, span: Span, parser: &str) -> Slip {
    if let Some(slip) = lone_returns(content) {
        return slip;
    }
    if let Some((name, line)) = other_notation(content) {
        return of_notation(name, line);
    }
    let (statements, found) = Statements::read(content, span.start);
    if let Some((fault, at)) = found {
        return of_fault(content, fault, at);
    }
    if parser.contains("duplicate key") {
        return twice(content, span, &statements);
    }
    of_parser(content, span, parser)
}

/// A file whose lines end as old Macs wrote them, which is one line to TOML.
fn lone_returns(content: &str) -> Option<Slip> {
    let first = content.find('\r').filter(|_| !content.contains('\n'))?;
    let message =
        "the lines of this file end with a lone carriage return (U+000D), so that it is one line to TOML";
    let help = "in your editor set the line endings of this file to LF (“Unix”) or CRLF (“Windows”), and save it again";
    Some(Slip::new(Span::new(0, first), message).help(help))
}

fn of_fault(content: &str, fault: Fault, at: Span) -> Slip {
    let words = &content[at.range()];
    let slip = |message: &str| Slip::new(at, message);
    match fault {
        Fault::MergeMark => slip("an unfinished merge left this line").help(
            "keep of the two sides, between <<<<<<< and >>>>>>>, what is to stay, and take these lines with their marks out",
        ),
        Fault::Header => header(at, words),
        Fault::LooksLike(meant) => looks_like(at, words, meant),
        Fault::OddSpace => {
            slip(&format!("{} stands here", described(words))).help("put an ordinary blank in its place, or nothing")
        }
        Fault::NoEquals => without_equals(at, words),
        Fault::Colon => colon(content, at),
        Fault::Key if words.is_empty() => slip("there is no key before this `=`").help("write one, as in `id = \"…\"`"),
        Fault::Key => key(at, words),
        Fault::NoValue => no_value(content, at),
        Fault::ExtraEquals => slip("one `=` too many stands here").help("take it out"),
        Fault::OtherQuote => {
            let mark = words.chars().next().map_or_else(String::new, |c| described(c.encode_utf8(&mut [0; 4])));
            let help = "begin and end the text with the straight quotation mark \"";
            slip("a text must stand between straight quotation marks").labelled(format!("begins with {mark}")).help(help)
        }
        Fault::NoSuchValue => slip("this begins no value")
            .help("a text goes between straight quotation marks, as in `id = \"…\"`, a list between [ and ]"),
        Fault::BeforeMark => before_mark(at, words),
        Fault::NotOpened => slip("the quotation mark that begins this text is missing").help("write \" before its first word"),
        Fault::NotClosed => not_closed(content, at),
        Fault::NeverClosed => slip("a text that begins here is never closed")
            .help(format!("write {words} behind its last word too")),
        Fault::Backslash => backslash(content, at),
        Fault::Control => slip(&format!("{} stands in this text, and cannot be seen", described(words)))
            .help("take it out; it often comes along where words are copied from a PDF"),
        Fault::Follows => follows(content, at),
        Fault::Inside => inside(at, '"'),
        Fault::NoComma => slip("a comma is missing between two items of this list").help("write one here"),
        Fault::ListOpen => slip("this list is not closed").help("write ] behind its last item"),
        Fault::TableOpen => slip("this table is not closed").help("write } behind its last value"),
    }
}

/// A file in another notation.
fn of_notation(name: &str, line: Span) -> Slip {
    Slip::new(line, format!("this is {name}, and ibid reads TOML")).help(
        "write a line `key = \"value\"` for each; `ibid new \"the claim\"` begins a claim as it is written",
    )
}

/// A line with neither header nor `=`.
fn without_equals(at: Span, words: &str) -> Slip {
    if let Some((lead, _)) = lead(words).filter(|(_, line)| line.starts_with('[')) {
        return led(at, lead);
    }
    let slip = |message: &str| Slip::new(at, message);
    match foreign(words) {
        _ if words.starts_with('{') => of_notation("JSON", at),
        Some(Foreign::Fence | Foreign::Rule) => {
            slip("this line is a sign of Markdown, and not of TOML").help("take this line out")
        }
        Some(Foreign::Remark) => slip("a remark is written otherwise in TOML")
            .help("take it out, or write `#` before each of its lines"),
        Some(Foreign::Prose) => slip("this line is neither a key with its value nor a header")
            .help("take it out; a remark has `#` before it, and a key `=` behind it"),
        None => slip("this line is neither a key with its value nor a header")
            .help("write `=` between a key and its value, and `#` before a remark"),
    }
}

/// A line of a copy in which something stands before each.
fn led(at: Span, lead: &str) -> Slip {
    let sign = Span::new(at.start, at.start + lead.len());
    let what = if lead.starts_with(|c: char| c.is_ascii_digit()) {
        "the number of a line".into()
    } else {
        format!("`{lead}`")
    };
    Slip::new(sign, format!("{what} stands before this line"))
        .help("take it out, here and wherever else it begins a line")
}

/// What stands before the quotation mark that begins a text.
fn before_mark(at: Span, words: &str) -> Slip {
    let slip = Slip::new(at, format!("`{words}` stands before the quotation mark that begins this text"));
    match words {
        "(" => slip.help("take it out, and the `)` behind the text"),
        "\\" => slip.help("take it out, and the one before the mark that ends the text"),
        _ => slip.help("take it out"),
    }
}

fn header(at: Span, words: &str) -> Slip {
    let inside = words.trim_start_matches(['[', ' ', '\t']);
    let name = inside.split(']').next().unwrap_or("").trim();
    let name = name.split_whitespace().collect::<Vec<_>>().join(".");
    let is_double = words.starts_with("[[");
    // One that was only half written, or is misspelt too.
    let name = nearest_word(&name, &DOUBLE).filter(|_| is_double).map_or(name, String::from);
    let is_double = is_double || DOUBLE.contains(&name.as_str());
    let header = if is_double { format!("[[{name}]]") } else { format!("[{name}]") };
    let after = inside.trim_start_matches(|c| c != ']').trim_start_matches([']', ' ', '\t']);
    if !after.is_empty() {
        return Slip::new(at, "more follows on the line of this header")
            .help(format!("write `{header}` alone on its line; a remark begins with `#`"));
    }
    Slip::new(at, "the brackets of this header do not fit").help(format!("write `{header}`"))
}

/// Words before `=` that cannot be a key: one in another language, one with letters of another script, or none at all.
fn key(at: Span, words: &str) -> Slip {
    let slip = Slip::new(at, "this cannot be a key");
    if let Some(meant) = called_elsewhere(words) {
        return slip.labelled(format!("did you mean `{meant}`?"));
    }
    if let Some((lead, _)) = lead(words).filter(|(_, key)| is_bare_key(key)) {
        return led(at, lead);
    }
    let odd = words.char_indices().find(|(_, c)| !c.is_ascii());
    if let (Some(meant), Some((start, c))) = (looks_like_key(words), odd) {
        let place = Span::new(start, start + c.len_utf8()).shifted(at.start);
        let name = described(c.encode_utf8(&mut [0; 4]));
        return Slip::new(place, format!("{name} stands in this key"))
            .labelled(format!("did you mean `{meant}`?"))
            .help("type the key anew, in plain letters a to z");
    }
    let first = words
        .split_whitespace()
        .next()
        .filter(|first| CLAIM_KEYS.contains(first) || QUOTE_KEYS.contains(first));
    let slip = match first {
        Some(meant) => slip.labelled(format!("did you mean `{meant}`?")),
        None => slip,
    };
    slip.help("a key is one word of plain letters, such as `text`; a remark begins with `#`")
}

fn looks_like(at: Span, words: &str, meant: &str) -> Slip {
    let message = if words.is_ascii() {
        format!("`{words}` stands here, not `{meant}`")
    } else {
        format!("{} stands here, not `{meant}`", described(words))
    };
    let help = match meant {
        "[" | "]" => "write headers and lists with the plain brackets [ and ]".to_owned(),
        _ => format!("write `{meant}`"),
    };
    Slip::new(at, message).help(help)
}

fn no_value(content: &str, at: Span) -> Slip {
    let slip = Slip::new(at, "this key has no value");
    let (next, line) = next_line(content, at.end);
    if line.starts_with(['"', '\'', '[', '{']) && !is_statement(line) {
        let mut slip = slip.help("put the value on the line of its key, behind the `=`");
        slip.marks.push(Marked::context(next, "is this its value?"));
        return slip;
    }
    slip.help("write it after the `=`; a text goes between straight quotation marks, as in `id = \"…\"`")
}

/// The line after the one in which `at` lies, without white space at its ends, and its place.
fn next_line(content: &str, at: usize) -> (Span, &str) {
    let start = memchr::memchr(b'\n', &content.as_bytes()[at..]).map_or(content.len(), |end| at + end + 1);
    let line = content[start..].split('\n').next().unwrap_or("");
    let start = start + line.len() - line.trim_start().len();
    (Span::new(start, start + line.trim().len()), line.trim())
}

fn not_closed(content: &str, at: Span) -> Slip {
    let words = &content[at.range()];
    let mark = if words.starts_with('\'') { '\'' } else { '"' };
    let mut slip = Slip::new(at, "this text is not closed on its line");
    if words.ends_with("\\\"") {
        return slip
            .labelled("a backslash before the last mark takes it for a part of the text")
            .help("inside \"…\" write a backslash as \\\\, or put the whole text between ' and '");
    }
    if let Some(last) = words.chars().last().filter(|last| words.len() > 1 && OTHER_QUOTES.contains(last)) {
        let last = described(last.encode_utf8(&mut [0; 4]));
        slip = slip.labelled(format!("ends with {last}"));
        if !goes_on(content, at.end) {
            return slip.help(format!("close it with {mark}, as it begins"));
        }
    }
    let several = format!("for a text of several lines write {} at both ends", mark.to_string().repeat(3));
    let (next, line) = next_line(content, at.end);
    if line.is_empty() || is_statement(line) || line.starts_with('#') {
        return slip.help(format!("close it with {mark} behind its last word; {several}"));
    }
    let mut slip = slip.help(format!("join the lines into one; or, {several}"));
    slip.marks.push(Marked::context(next, "does it go on here?"));
    slip
}

/// Whether words follow below that are neither a statement nor a remark, such as the next paragraph of a text.
fn goes_on(content: &str, at: usize) -> bool {
    let mut lines = content[at..].split('\n').skip(1).map(str::trim).filter(|line| !line.is_empty());
    lines.next().is_some_and(|line| !is_statement(line) && !line.starts_with('#'))
}

/// A colon in place of `=`, with the line as it would be.
fn colon(content: &str, at: Span) -> Slip {
    let slip = Slip::new(at, "a key and its value are joined by `=`, and not by a colon as in YAML");
    match mended(content, at.start, [':', '：']) {
        Some(line) => slip.help("write the line so:").help(line),
        None => slip.help("write `=` in place of the colon, and a text between straight quotation marks"),
    }
}

/// The line around a place, a key and a value without quotation marks parted by one of two signs, as TOML has it;
/// `None` where that cannot be told or the line is long.
fn mended(content: &str, at: usize, signs: [char; 2]) -> Option<String> {
    let start = content[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = content[start..].lines().next()?.trim();
    let (key, value) = line.split_once(signs)?;
    let (key, value) = (key.trim(), value.trim());
    let is_key = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
    if !is_key || line.len() > LONGEST_MENDED {
        return None;
    }
    let is_plain = matches!(value, "true" | "false") || value.parse::<i64>().is_ok();
    let is_closed = |mark: char| value.len() > 1 && value.starts_with(mark) && value.ends_with(mark);
    if is_plain || is_closed('"') || is_closed('\'') {
        return Some(format!("{key} = {value}"));
    }
    if value.starts_with(OTHER_QUOTES) || value.starts_with(ENTITY) {
        return within_other_marks(value).map(|words| format!("{key} = {}", toml_string(words)));
    }
    if value.is_empty() || value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '#']) {
        return None;
    }
    let value = value.split(" #").next().unwrap_or(value).trim_end();
    Some(format!("{key} = {}", toml_string(value)))
}

/// The words between quotation marks that are not the straight ones; `None` where it cannot be told which mark ends them.
fn within_other_marks(value: &str) -> Option<&str> {
    let is_mark = |c: char| OTHER_QUOTES.contains(&c) || c == '"';
    let inside = match value.strip_prefix(ENTITY) {
        Some(rest) => rest.strip_suffix(ENTITY)?,
        None => value.strip_prefix(OTHER_QUOTES)?.strip_suffix(is_mark)?,
    };
    let words = inside.trim();
    let has_marks = words.contains(|c: char| is_mark(c) && !ch::is_apostrophe(c));
    (!words.is_empty() && !has_marks).then_some(words)
}

fn inside(at: Span, mark: char) -> Slip {
    let help = match mark {
        '\'' => "put a text with an apostrophe between \" and \"",
        _ => "inside \"…\" write each quotation mark as \\\", or put the whole text between ''' and '''",
    };
    Slip::new(at, "the text ends at a quotation mark inside it").help(help)
}

/// Something stands behind a whole value.
fn follows(content: &str, at: Span) -> Slip {
    let words = &content[at.range()];
    let before = content[..at.start].trim_end_matches([' ', '\t']);
    let mark = before.chars().last().filter(|c| matches!(c, '"' | '\''));
    let first = words.chars().next().unwrap_or(' ');
    let more = words[first.len_utf8()..].trim_start();
    if more.is_empty() || more.starts_with('#') {
        let name = match first {
            ',' => "a comma".to_owned(),
            ';' => "a semicolon".to_owned(),
            '.' => "a full stop".to_owned(),
            '"' | '\'' => "one quotation mark too many".to_owned(),
            ']' | '}' => "one bracket too many".to_owned(),
            c => described(c.encode_utf8(&mut [0; 4])),
        };
        let sign = Span::new(at.start, at.start + first.len_utf8());
        return Slip::new(sign, format!("{name} stands behind the value")).help("take it away");
    }
    if (first == ',' || OTHER_COMMAS.contains(&first)) && more.starts_with(['"', '\'']) && mark.is_some() {
        return Slip::new(at, "several texts stand here without brackets")
            .help("make them a list: `[\"…\", \"…\"]`");
    }
    if first == '+' && more.starts_with(['"', '\'']) {
        return Slip::new(at, "two texts are joined by `+` here").help(
            "write them as one text; where words are left out between them, as a list: `[\"…\", \"…\"]`",
        );
    }
    if is_statement(words) {
        return Slip::new(at, "a second key stands on the line of the first")
            .help("put it on a line of its own");
    }
    match mark.filter(|&mark| words.contains(mark)) {
        Some(mark) => inside(Span::new(before.len() - 1, before.len()), mark),
        None if mark.is_some() => Slip::new(at, "more follows behind the text")
            .help("put `#` before a remark; words of the text belong between its marks"),
        None => Slip::new(at, "more follows behind the value")
            .help("put `#` before a remark; a text goes between straight quotation marks"),
    }
}

/// A key or a header that is there already.
fn twice(content: &str, span: Span, statements: &Statements<'_>) -> Slip {
    if let Some((part, whole)) = statements.part_above_whole().filter(|_| statements.ends_in_header()) {
        return part_above_whole(content, part, whole);
    }
    let Some((first, again)) = statements.earlier() else {
        return Slip::new(span, "this key is written twice in the same table").help("keep one of the two");
    };
    let name = content[again.range()].trim_matches(['[', ']', ' ']);
    if statements.ends_in_header() {
        let slip = Slip::new(again, format!("there is a header `[{name}]` already")).labelled("again here");
        let slip = if DOUBLE.contains(&name) {
            slip.help(format!("write each of them with two brackets, as in `[[{name}]]`"))
        } else {
            slip.help("put the lines below the two into one place, below one header")
        };
        return Slip { other: Some(Marked::primary(first, "first here")), ..slip };
    }
    let header = statements.header();
    let place = match header {
        Some("claim.quote") => "this quote",
        Some("claim") => "this claim",
        Some("capture") => "this capture",
        Some(_) => "this part",
        None => "this file’s head",
    };
    let slip = Slip::new(again, format!("{place} has `{name}` twice")).labelled("again here");
    let new = match header {
        Some("claim.quote") if QUOTE_KEYS.contains(&name) => Some(("quote", "[[claim.quote]]")),
        Some("claim.quote" | "claim") | None if CLAIM_KEYS.contains(&name) => Some(("claim", "[[claim]]")),
        Some("claim") if QUOTE_KEYS.contains(&name) => Some(("quote", "[[claim.quote]]")),
        Some("capture") if CAPTURE_KEYS.contains(&name) => Some(("capture", "[[capture]]")),
        _ => None,
    };
    let slip = match new {
        Some((noun, header)) => slip.help(format!(
            "if another {noun} begins here, put a line `{header}` above it; otherwise keep one of the two"
        )),
        None => slip.help("keep one of the two"),
    };
    Slip { other: Some(Marked::primary(first, "first here")), ..slip }
}

/// `[[claim.quote]]` above the first `[[claim]]`.
fn part_above_whole(content: &str, part: Span, whole: Span) -> Slip {
    let (above, below) = (&content[part.range()], &content[whole.range()]);
    if let Some(first) = keys_above(content, part) {
        return Slip::new(first, format!("a line `{below}` is missing above this"))
            .help("put it on a line of its own above this one:")
            .help(below);
    }
    let name = above.trim_matches(['[', ']', ' ']);
    if let Some(id) = name.strip_prefix("claim.").filter(|rest| !rest.starts_with("quot")) {
        let id = id.split('.').next().unwrap_or(id);
        return Slip::new(part, format!("`{above}` begins no claim"))
            .help("write this in its place, and `[[claim.quote]]` above each of its quotes:")
            .help(format!("[[claim]]\nid = {}", toml_string(id)));
    }
    let slip = Slip::new(part, format!("`{above}` stands above the first `{below}`, so it belongs to none"));
    let slip = slip.help(format!("put `{below}` and its lines first, and `{above}` with its own below them"));
    Slip { other: Some(Marked::context(whole, "the first one is here")), ..slip }
}

/// The first key above a header, where a claim was begun there without its own.
fn keys_above(content: &str, header: Span) -> Option<Span> {
    let key = |line: Span| {
        let (name, _) = content[line.range()].split_once('=')?;
        let start = line.start + (name.len() - name.trim_start().len());
        Some((name.trim(), Span::new(start, start + name.trim().len())))
    };
    let keys: Vec<(&str, Span)> = crate::text::lines(&content[..header.start]).filter_map(key).collect();
    let begins_claim = keys.iter().any(|(name, _)| matches!(*name, "id" | "text"));
    keys.first().filter(|_| begins_claim).map(|(_, span)| *span)
}

/// What only the parser knows, in plain words.
fn of_parser(content: &str, span: Span, parser: &str) -> Slip {
    let slip = |message: &str| Slip::new(span, message);
    if parser.contains("recurse") {
        return slip("lists or tables are nested too deeply here").help("claims need no such depth");
    }
    if let Some(slip) = foreign_date(content, span).or_else(|| nothing(content, span)) {
        return slip;
    }
    if parser.contains("string values must be quoted") {
        if is_at_flag(content, span.start) {
            return neither_true_nor_false(span);
        }
        let slip = slip("a text needs quotation marks");
        return match mended(content, span.start, ['=', '＝']) {
            Some(line) => slip.help("put it between straight quotation marks:").help(line),
            None => slip.help("put it between straight quotation marks, as in `id = \"…\"`"),
        };
    }
    if parser.contains("invalid boolean") {
        return neither_true_nor_false(span);
    }
    if parser.contains("carriage return") {
        return slip("a line end here is a lone carriage return (U+000D)")
            .help("save the file with the line ends of your system, or with LF");
    }
    if parser.contains("control") || parser.contains("comment character") {
        let c = content[span.start..].chars().next().map_or_else(String::new, ch::name);
        return slip(&format!("{c} stands here, and cannot be seen")).help("take it out");
    }
    if parser.contains("with a dotted key") {
        let key = &content[span.range()];
        return slip(&format!("`{key}` has a value already, and cannot be given in parts as well")).help(
            "keep one of the two; several values go between braces, as in `extra = { desk = \"Asia\" }`",
        );
    }
    if is_at_number(content, span) {
        return slip("this is neither a number nor a whole date")
            .help("put a text between straight quotation marks, as in `published = \"2025-12\"`");
    }
    slip("this cannot be read")
        .help("a line is a header, a key with `=` and its value, or a remark behind `#`")
}

fn neither_true_nor_false(span: Span) -> Slip {
    Slip::new(span, "this is neither true nor false").help("write `true` or `false` in small letters")
}

/// A word or sign that says that there is no value: `null`, `None`, `N/A`.
fn nothing(content: &str, at: Span) -> Option<Slip> {
    let start = content[..at.start].rfind('\n').map_or(0, |end| end + 1);
    let (key, value) = content[start..].lines().next()?.split_once('=')?;
    let word = value.split('#').next().unwrap_or(value).trim();
    let is_nothing = NOTHING.iter().any(|one| word.eq_ignore_ascii_case(one));
    let start = start + key.len() + 1 + (value.len() - value.trim_start().len());
    let at = Span::new(start, start + word.len());
    is_nothing.then(|| {
        Slip::new(at, format!("`{word}` is no value; TOML has no word for nothing")).help("take the line out")
    })
}

/// A date as people write it elsewhere: `12/03/2025`, `12.3.2025`.
fn foreign_date(content: &str, at: Span) -> Option<Slip> {
    let start = content[..at.start].rfind('\n').map_or(0, |end| end + 1);
    let (key, value) = content[start..].lines().next()?.split_once('=')?;
    let date = value.split('#').next().unwrap_or(value).trim();
    let parts: Vec<&str> = date.split(['/', '.']).collect();
    let is_number = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let has_year = date.contains('/') || parts.iter().any(|part| part.len() == 4);
    if parts.len() != 3 || !parts.iter().all(is_number) || !has_year {
        return None;
    }
    let start = start + key.len() + 1 + (value.len() - value.trim_start().len());
    let key = key.trim();
    let example = if key == "captured" { "2025-12-31" } else { "\"2025-12-31\"" };
    let slip =
        Slip::new(Span::new(start, start + date.len()), "a date is written with the year first, and hyphens");
    Some(slip.help(format!("write 31 December 2025 as `{key} = {example}`")))
}

/// Whether the value at a place belongs to a key that is either true or false.
fn is_at_flag(content: &str, at: usize) -> bool {
    let start = content[..at].rfind('\n').map_or(0, |end| end + 1);
    let key = content[start..at].split('=').next().unwrap_or("").trim();
    FLAGS.contains(&key)
}

/// Whether the place lies in a value that begins with a digit or a sign.
fn is_at_number(content: &str, span: Span) -> bool {
    let start = content[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let line = content[start..].lines().next().unwrap_or("");
    let value = line.split_once('=').map_or("", |(_, value)| value.trim_start());
    value.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.'))
}
