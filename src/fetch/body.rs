//! The content of an answer: unpacked, whole, and within bounds.

use super::failure::Cause;
use std::cell::Cell;
use std::io::{BufRead as _, BufReader, ErrorKind, Read};
use std::rc::Rc;
use std::time::Duration;

/// So many times its packed size may content have; pages come to about thirty.
const MOST_RATIO: u64 = 100;
/// Less than this, in bytes, is no burden, whatever its ratio.
const SMALL: u64 = 4 << 20;

/// What an answer's headers say of its content.
pub(super) struct Framing {
    /// `Content-Encoding`.
    pub(super) packing: Option<String>,
    /// `Content-Length`, in bytes.
    pub(super) length: Option<u64>,
    /// The most bytes that are taken, packed and unpacked.
    pub(super) limit: u64,
    /// The time that the whole takes at most, to be told.
    pub(super) time: Duration,
}

/// What comes from the net, within bounds and counted.
struct Raw<R> {
    from: R,
    taken: Rc<Cell<u64>>,
    limit: u64,
}

/// More came than is taken.
#[derive(Debug, thiserror::Error)]
#[error("more came than is taken")]
struct OverLimit;

impl<R: Read> Read for Raw<R> {
    fn read(&mut self, piece: &mut [u8]) -> std::io::Result<usize> {
        let count = self.from.read(piece)?;
        self.taken.set(self.taken.get() + count as u64);
        if self.taken.get() > self.limit {
            return Err(std::io::Error::other(OverLimit));
        }
        Ok(count)
    }
}

/// What is asked for only where more must come: the library of Brotli does not tell an end that comes too early from
/// bytes that are no Brotli.
struct Wanted<R>(R);

impl<R: Read> Read for Wanted<R> {
    fn read(&mut self, piece: &mut [u8]) -> std::io::Result<usize> {
        match self.0.read(piece)? {
            0 if !piece.is_empty() => Err(ErrorKind::UnexpectedEof.into()),
            count => Ok(count),
        }
    }
}

/// Reads content to its end.
pub(super) fn read(from: impl Read, framing: &Framing) -> Result<Vec<u8>, Cause> {
    if framing.length.is_some_and(|length| length > framing.limit) {
        return Err(Cause::TooLarge(framing.limit));
    }
    let packing = framing.packing.as_deref().unwrap_or_default().trim().to_ascii_lowercase();
    let taken = Rc::new(Cell::new(0));
    let raw = Raw { from, taken: Rc::clone(&taken), limit: framing.limit };
    let mut raw = BufReader::new(raw);
    let unpack = Unpack { framing, packing: &packing, taken: &taken };
    if raw.fill_buf().map_err(|error| unpack.failed(error))?.is_empty() {
        return Err(Cause::Empty);
    }
    let bytes = match packing.as_str() {
        "" | "identity" => unpack.all(&mut raw)?,
        "gzip" | "x-gzip" => unpack.all(flate2::bufread::MultiGzDecoder::new(&mut raw))?,
        // Servers send it both with and without the wrapping of zlib.
        "deflate" if unpack.is_zlib(&mut raw)? => unpack.all(flate2::bufread::ZlibDecoder::new(&mut raw))?,
        "deflate" => unpack.all(flate2::bufread::DeflateDecoder::new(&mut raw))?,
        "br" => unpack.all(brotli_decompressor::Decompressor::new(Wanted(&mut raw), BROTLI_BUFFER))?,
        other => {
            let why = "ibid does not know that packing".into();
            return Err(Cause::Packing(crate::quoting::shortened(other, 40), why));
        }
    };
    // What was unpacked may have an end of its own before that of the answer, which must be reached too.
    std::io::copy(&mut raw, &mut std::io::sink()).map_err(|error| unpack.failed(error))?;
    if bytes.is_empty() { Err(Cause::Empty) } else { Ok(bytes) }
}

const BROTLI_BUFFER: usize = 4096;

struct Unpack<'f> {
    framing: &'f Framing,
    packing: &'f str,
    taken: &'f Cell<u64>,
}

impl Unpack<'_> {
    fn all(&self, mut decoder: impl Read) -> Result<Vec<u8>, Cause> {
        let mut bytes = Vec::with_capacity(self.size_hint());
        let mut piece = vec![0; 64 << 10];
        loop {
            let count = match decoder.read(&mut piece) {
                Ok(0) => return Ok(bytes),
                Ok(count) => count,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(self.failed(error)),
            };
            bytes.extend_from_slice(&piece[..count]);
            let size = bytes.len() as u64;
            if size > self.framing.limit {
                return Err(Cause::TooLarge(self.framing.limit));
            }
            if size > SMALL && size / MOST_RATIO > self.taken.get() {
                return Err(Cause::Bomb);
            }
        }
    }

    /// How many bytes will come, where that is known, so that they need not be moved as they grow.
    fn size_hint(&self) -> usize {
        let is_plain = matches!(self.packing, "" | "identity");
        self.framing.length.filter(|_| is_plain).and_then(|length| usize::try_from(length).ok()).unwrap_or(0)
    }

    fn is_zlib<R: Read>(&self, raw: &mut BufReader<R>) -> Result<bool, Cause> {
        let start = raw.fill_buf().map_err(|error| self.failed(error))?;
        Ok(matches!(start, [first, second, ..]
            if first & 0x0F == 8 && u16::from_be_bytes([*first, *second]).is_multiple_of(31)))
    }

    /// What went wrong while content was read.
    fn failed(&self, error: std::io::Error) -> Cause {
        if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<OverLimit>) {
            return Cause::TooLarge(self.framing.limit);
        }
        match ureq::Error::from(error) {
            ureq::Error::Timeout(_) => Cause::Timeout(self.framing.time),
            ureq::Error::Io(error) => match error.kind() {
                ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted => {
                    Cause::CutShort
                }
                ErrorKind::TimedOut | ErrorKind::WouldBlock => Cause::Timeout(self.framing.time),
                _ if self.packing.is_empty() => Cause::Connection(error.to_string()),
                _ => Cause::Packing(self.packing.to_owned(), error.to_string()),
            },
            ureq::Error::Protocol(error) => Cause::Protocol(error.to_string()),
            error => Cause::Connection(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::ZlibEncoder;
    use std::io::{Error, Write as _};

    /// A connection that breaks after what it sent.
    struct Broken;

    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(Error::from(ErrorKind::UnexpectedEof))
        }
    }

    #[test]
    fn an_answer_ends_where_it_says_and_not_where_its_packing_does() {
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
        packer.write_all(b"the words").unwrap();
        let whole = &packer.finish().unwrap()[..];
        let packing = Some("deflate".to_owned());
        let framing = Framing { packing, length: None, limit: 1 << 10, time: Duration::from_secs(1) };
        assert_eq!(read(whole, &framing), Ok(b"the words".to_vec()));
        assert_eq!(read(whole.chain(Broken), &framing), Err(Cause::CutShort));
        // What follows is read to its end, too.
        let beyond = |size: usize| vec![0; size];
        assert!(read(whole.chain(&beyond(100)[..]), &framing).is_ok());
        assert_eq!(read(whole.chain(&beyond(100)[..]).chain(Broken), &framing), Err(Cause::CutShort));
        assert_eq!(read(whole.chain(&beyond(2000)[..]), &framing), Err(Cause::TooLarge(framing.limit)));
    }
}
