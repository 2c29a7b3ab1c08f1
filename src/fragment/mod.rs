//! Text fragments, `url#:~:text=…`: links that lead a browser to words of a page. Their grammar, how a browser
//! looks for them, and the shortest one that leads to one place of a text. Knows single texts and addresses.
//!
//! After the draft of the WICG, <https://wicg.github.io/scroll-to-text-fragment/>: “Parse a text directive”,
//! “Find a range from a text directive”, “Generating Text Fragment Directives”.

mod choose;
mod collation;
mod page;

pub use choose::choose;
pub use page::{Boundaries, Page};

use crate::fold::characters::is_mark;
use std::fmt;

/// A text directive: the words to be shown, and what must stand right before and after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// What stands before the words.
    pub prefix: Option<String>,
    /// The words, or their beginning where there is an `end`.
    pub start: String,
    /// Their end.
    pub end: Option<String>,
    /// What stands after the words.
    pub suffix: Option<String>,
}

/// As it stands in an address: `text=…`, in ASCII.
impl fmt::Display for Directive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text=")?;
        if let Some(prefix) = &self.prefix {
            write!(f, "{}-,", encoded(prefix))?;
        }
        f.write_str(&encoded(&self.start))?;
        if let Some(end) = &self.end {
            write!(f, ",{}", encoded(end))?;
        }
        if let Some(suffix) = &self.suffix {
            write!(f, ",-{}", encoded(suffix))?;
        }
        Ok(())
    }
}

/// A term percent-encoded as UTF-8, all but ASCII letters, digits, `.` and `_`: `&`, `-` and `,` are the
/// syntax's own, and others would end a link in a mail or in Markdown.
fn encoded(term: &str) -> String {
    let shown = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    term.bytes().map(shown).collect()
}

/// The directives of a fragment directive, what follows `:~:` in an address; as in the draft, those that
/// are no text directives or are malformed are passed over.
pub fn parse(fragment_directive: &str) -> Vec<Directive> {
    let values = fragment_directive.split('&').filter_map(|one| one.strip_prefix("text="));
    values.filter_map(parse_one).collect()
}

/// “Parse a text directive”.
fn parse_one(value: &str) -> Option<Directive> {
    let mut tokens: Vec<&str> = value.split(',').collect();
    if tokens.len() > 4 {
        return None;
    }
    let term = |token: &str| (!token.is_empty() && !token.contains('-')).then(|| decoded(token));
    let mut prefix = None;
    if let Some(before) = tokens[0].strip_suffix('-') {
        prefix = Some(term(before)?);
        tokens.remove(0);
    }
    let mut suffix = None;
    if let Some(after) = tokens.last()?.strip_prefix('-') {
        suffix = Some(term(after)?);
        tokens.pop();
    }
    match tokens[..] {
        [start] => Some(Directive { prefix, start: term(start)?, end: None, suffix }),
        [start, end] => Some(Directive { prefix, start: term(start)?, end: Some(term(end)?), suffix }),
        _ => None,
    }
}

/// A term percent-decoded, what is no UTF-8 replaced.
fn decoded(term: &str) -> String {
    let bytes = term.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = term.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        let byte = hex.filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if let Some(byte) = byte.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            out.push(byte);
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The address of a page with the directives that lead to words of it; a fragment that the address has
/// already is kept before them. `None` where `address` is no address of a web page.
pub fn link(address: &str, directives: &[&Directive]) -> Option<String> {
    let address = web_address(address)?;
    let (page, fragment) = address.split_once('#').unwrap_or((&address, ""));
    let fragment = fragment.split(":~:").next().unwrap_or("");
    let directives: Vec<String> = directives.iter().map(ToString::to_string).collect();
    Some(match (fragment, directives.is_empty()) {
        ("", true) => page.to_owned(),
        (fragment, true) => format!("{page}#{fragment}"),
        (fragment, false) => format!("{page}#{fragment}:~:{}", directives.join("&")),
    })
}

/// Whether a text can be the address of a page on the web: `http://` or `https://`, a host, and no white space.
pub fn is_web_address(text: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        let start = text.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &text[scheme.len()..])
    });
    let is_unfit = |c: char| c.is_whitespace() || c.is_control();
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && !rest.contains(is_unfit))
}

/// An address of the web as an IRI (RFC 3987) without anything that could end it where it is written:
/// `None` unless it begins with `http://` or `https://` and a host.
pub(crate) fn web_address(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = address.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    let is_host_part = |c: char| c.is_alphanumeric() || "-._~:@[]%".contains(c) || is_mark(c);
    if !is_web || host.is_empty() || !host.chars().all(is_host_part) {
        return None;
    }
    let mut out = format!("{}://", scheme.to_ascii_lowercase());
    for c in rest.chars() {
        push_address(c, &mut out);
    }
    Some(out)
}

/// Characters that an IRI cannot hold, or that act on what it is written into, are percent-encoded.
fn push_address(c: char, out: &mut String) {
    let is_kept = c.is_alphanumeric() && !c.is_control()
        || is_mark(c)
        || c.is_ascii() && "-._~:/?#[]@!$&()*+,;=%".contains(c);
    if is_kept {
        return out.push(c);
    }
    let mut buffer = [0; 4];
    for byte in c.encode_utf8(&mut buffer).bytes() {
        out.push_str(&format!("%{byte:02X}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directive(parts: [Option<&str>; 4]) -> Directive {
        let [prefix, start, end, suffix] = parts.map(|part| part.map(String::from));
        Directive { prefix, start: start.unwrap_or_default(), end, suffix }
    }

    #[test]
    fn directives_are_written_and_read_by_the_grammar() {
        let all = [
            (directive([None, Some("une erreur"), None, None]), "text=une%20erreur"),
            (directive([Some("l’"), Some("a-b, c&d"), None, None]), "text=l%E2%80%99-,a%2Db%2C%20c%26d"),
            (directive([Some("p"), Some("s"), Some("e"), Some("x")]), "text=p-,s,e,-x"),
            (directive([None, Some("s"), None, Some("100 %")]), "text=s,-100%20%25"),
        ];
        for (directive, text) in all {
            assert_eq!(directive.to_string(), text);
            assert_eq!(parse(text), [directive]);
        }
    }

    #[test]
    fn malformed_directives_are_passed_over_as_in_the_draft() {
        let malformed = [
            "text=",
            "text=a,b,c",
            "text=-,a",
            "text=a,-",
            "text=a-b",
            "text=p-",
            "text=p-,-s",
            "text=a,,b",
            "x=a",
        ];
        for text in malformed {
            assert_eq!(parse(text), [], "{text}");
        }
        assert_eq!(parse("text=a&unknown&text=b,c").len(), 2);
        assert_eq!(parse("text=%zz%C3")[0].start, "%zz\u{fffd}");
        assert_eq!(parse("text=%+1%2")[0].start, "%+1%2");
    }

    #[test]
    fn links_keep_their_fragment_and_are_web_addresses() {
        let words = directive([None, Some("a"), None, None]);
        let link = |address| link(address, &[&words, &words]).unwrap();
        assert_eq!(link("https://e.org/x"), "https://e.org/x#:~:text=a&text=a");
        assert_eq!(link(" HTTP://e.org/x?a=b#top:~:text=old "), "http://e.org/x?a=b#top:~:text=a&text=a");
        assert_eq!(link("https://e.org/é a\"<b>"), "https://e.org/é%20a%22%3Cb%3E#:~:text=a&text=a");
        for address in [
            "javascript:alert(1)",
            "https://",
            "e.org/x",
            "https://e v/",
            "file:///etc",
            "https://\u{202e}e/",
        ] {
            assert_eq!(web_address(address), None, "{address}");
        }
    }
}
