//! The head of an answer, before the HTTP library reads it. The library refuses a whole answer for one odd byte in
//! any header; here the lines that decide nothing are left out instead, as browsers do, and one that does decide is
//! named.

use ureq::Error;
use ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, LazyBuffers, NextTimeout, Transport,
};

/// The headers without which an answer cannot be read right, as they are told to people.
const DECISIVE: &[&str] =
    &["Content-Type", "Content-Encoding", "Content-Length", "Transfer-Encoding", "Location"];
/// A head of more bytes is left to the library, which refuses it.
const MOST: usize = 128 << 10;

/// A header that decides how an answer is read has a byte that none may have.
#[derive(Debug, thiserror::Error)]
#[error("the header {name} has the byte {byte:#04x}")]
pub(super) struct BadHeader {
    /// The header's name.
    pub(super) name: &'static str,
    /// The first such byte.
    pub(super) byte: u8,
}

/// Puts [`Tolerated`] around every connection.
#[derive(Debug)]
pub(super) struct Tolerant;

impl<In: Transport> Connector<In> for Tolerant {
    type Out = Tolerated<In>;

    fn connect(&self, details: &ConnectionDetails, chained: Option<In>) -> Result<Option<Self::Out>, Error> {
        let sizes = (details.config.input_buffer_size(), details.config.output_buffer_size());
        Ok(chained.map(|from| Tolerated {
            from,
            buffers: LazyBuffers::new(sizes.0, sizes.1),
            head: Some(Vec::new()),
            ready: Vec::new(),
        }))
    }
}

/// A connection whose answer has a head that the library can read.
#[derive(Debug)]
pub(super) struct Tolerated<T> {
    from: T,
    buffers: LazyBuffers,
    /// What came of the head; `None` once it is whole.
    head: Option<Vec<u8>>,
    /// What the library may have.
    ready: Vec<u8>,
}

impl<T: Transport> Transport for Tolerated<T> {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        let mut rest = &self.buffers.output()[..amount];
        while !rest.is_empty() {
            let to = self.from.buffers().output();
            let count = rest.len().min(to.len());
            to[..count].copy_from_slice(&rest[..count]);
            self.from.transmit_output(count, timeout)?;
            rest = &rest[count..];
        }
        Ok(())
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        let mut is_more = true;
        if self.ready.is_empty() {
            is_more = self.from.maybe_await_input(timeout)?;
            let piece = self.from.buffers().input().to_vec();
            self.from.buffers().input_consume(piece.len());
            self.take(&piece, is_more).map_err(|bad| Error::Other(Box::new(bad)))?;
        }
        let to = self.buffers.input_append_buf();
        let count = self.ready.len().min(to.len());
        to[..count].copy_from_slice(&self.ready[..count]);
        self.buffers.input_appended(count);
        self.ready.drain(..count);
        Ok(is_more || count > 0)
    }

    fn is_open(&mut self) -> bool {
        self.from.is_open()
    }

    fn is_tls(&self) -> bool {
        self.from.is_tls()
    }
}

impl<T> Tolerated<T> {
    /// Takes what came; a head is held back until it is whole.
    fn take(&mut self, piece: &[u8], is_more: bool) -> Result<(), BadHeader> {
        let Some(head) = &mut self.head else {
            self.ready.extend_from_slice(piece);
            return Ok(());
        };
        // An empty line may have begun before this piece.
        let mut looked_at = head.len().saturating_sub(2);
        head.extend_from_slice(piece);
        while let Some(end) = end_of_head(head, looked_at) {
            self.ready.extend(cleaned(&head[..end])?);
            let rest = head.split_off(end);
            // What only announces an answer (RFC 9110, 15.2) has no content, and the answer's own head follows.
            let is_announcement = head.get(9) == Some(&b'1');
            *head = rest;
            looked_at = 0;
            if !is_announcement {
                self.end_head();
                return Ok(());
            }
        }
        let is_http = head.iter().zip(b"HTTP/").all(|(own, wanted)| own == wanted);
        if !is_more || !is_http || head.len() > MOST {
            self.end_head();
        }
        Ok(())
    }

    /// Hands on what is left as it is.
    fn end_head(&mut self) {
        self.ready.extend(self.head.take().unwrap_or_default());
    }
}

/// Where a head ends, its empty line included, looked for from a place on.
fn end_of_head(head: &[u8], from: usize) -> Option<usize> {
    memchr::memchr_iter(b'\n', &head[from..]).map(|at| from + at + 1).find_map(|after| match head[after..] {
        [b'\n', ..] => Some(after + 1),
        [b'\r', b'\n', ..] => Some(after + 2),
        _ => None,
    })
}

/// A head with the lines that can be read; what goes on in a further line (RFC 9112, 5.2) is put into one.
fn cleaned(head: &[u8]) -> Result<Vec<u8>, BadHeader> {
    let mut lines = head.split(|&byte| byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let mut out = status_line(lines.next().unwrap_or_default()).to_vec();
    out.extend_from_slice(b"\r\n");
    let mut headers: Vec<Vec<u8>> = Vec::new();
    for line in lines.filter(|line| !line.is_empty()) {
        match headers.last_mut().filter(|_| line.starts_with(b" ") || line.starts_with(b"\t")) {
            Some(header) => {
                header.push(b' ');
                header.extend_from_slice(line.trim_ascii());
            }
            None => headers.push(line.to_vec()),
        }
    }
    for header in &headers {
        out.extend(readable(header)?);
    }
    out.extend_from_slice(b"\r\n");
    Ok(out)
}

/// The line with the status, without words that cannot be read; they decide nothing.
fn status_line(line: &[u8]) -> &[u8] {
    const STATUS: usize = "HTTP/1.1 200".len();
    if line.iter().copied().any(is_odd) { line.get(..STATUS).unwrap_or(line) } else { line }
}

/// A header as a line of its own; nothing where it decides nothing and cannot be read, or is a cookie.
fn readable(header: &[u8]) -> Result<Vec<u8>, BadHeader> {
    let Some(colon) = memchr::memchr(b':', header) else { return Ok(Vec::new()) };
    let (name, value) = (header[..colon].trim_ascii(), &header[colon + 1..]);
    if name.eq_ignore_ascii_case(b"Set-Cookie") {
        return Ok(Vec::new());
    }
    let decisive = DECISIVE.iter().find(|known| name.eq_ignore_ascii_case(known.as_bytes()));
    match (value.iter().copied().find(|&byte| is_odd(byte)), decisive) {
        (Some(byte), Some(name)) => Err(BadHeader { name, byte }),
        (None, _) if !name.is_empty() && name.iter().copied().all(is_of_name) => {
            Ok([name, b":", value, b"\r\n"].concat())
        }
        _ => Ok(Vec::new()),
    }
}

/// Whether no header's value may have this byte (RFC 9110, 5.5).
fn is_odd(byte: u8) -> bool {
    byte.is_ascii_control() && byte != b'\t'
}

/// Whether a header's name may have this byte: a `tchar` (RFC 9110, 5.6.2).
fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(head: &str) -> Result<String, String> {
        match cleaned(head.as_bytes()) {
            Ok(head) => Ok(String::from_utf8(head).unwrap()),
            Err(bad) => Err(bad.to_string()),
        }
    }

    #[test]
    fn lines_that_decide_nothing_never_refuse_a_page() {
        let cases = [
            ("HTTP/1.1 200 OK\r\nA: b\r\n\r\n", "HTTP/1.1 200 OK\r\nA: b\r\n\r\n"),
            ("HTTP/1.1 200 O\x01K\nA: b\n\n", "HTTP/1.1 200\r\nA: b\r\n\r\n"),
            (
                "HTTP/1.0 200\r\nX-A: \x1b[31m\r\nEtag: \x7f\r\nB: \té\r\n\r\n",
                "HTTP/1.0 200\r\nB: \té\r\n\r\n",
            ),
            (
                "HTTP/1.1 200 OK\r\nno colon\r\nA B: c\r\n: d\r\nSet-Cookie: a=b\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
            ),
            (
                "HTTP/1.1 200 OK\r\nContent-Type :text/html;\r\n  charset=utf-8\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type:text/html; charset=utf-8\r\n\r\n",
            ),
        ];
        for (head, wanted) in cases {
            assert_eq!(told(head).as_deref(), Ok(wanted), "{head:?}");
        }
    }

    #[test]
    fn a_line_that_decides_is_named_with_its_byte() {
        let cases = [
            ("content-type: text/\x01html", "the header Content-Type has the byte 0x01"),
            ("Location: /a\r\n \0b", "the header Location has the byte 0x00"),
            ("CONTENT-LENGTH: 1\x7f", "the header Content-Length has the byte 0x7f"),
        ];
        for (line, wanted) in cases {
            assert_eq!(told(&format!("HTTP/1.1 200 OK\r\n{line}\r\n\r\n")), Err(wanted.to_owned()));
        }
    }

    #[test]
    fn a_head_ends_at_its_first_empty_line() {
        assert_eq!(end_of_head(b"HTTP/1.1 200 OK\r\n\r\nabc", 0), Some(19));
        assert_eq!(end_of_head(b"a\n\nb\n\n", 0), Some(3));
        assert_eq!(end_of_head(b"a\r\nb\r\n", 0), None);
    }
}
