//! How large a part of a PDF becomes when it is unpacked, told without unpacking it whole: the reader that draws
//! the pages has no bound of its own. Knows bytes and filters (ISO 32000, 7.4), no objects.

use flate2::{Decompress, FlushDecompress, Status};
use hayro_interpret::hayro_syntax::Filter;

/// How many bytes come out of these after all their filters, at most a little over `most`; a picture's own
/// coding counts as its end.
pub(super) fn size(packed: &[u8], filters: &[Filter], most: u64) -> u64 {
    let Some((filter, rest)) = filters.split_first() else { return packed.len() as u64 };
    let is_last = rest.first().is_none_or(|next| is_end(*next));
    let mut sink = Sink::new(most, if is_last { Kept::Nothing } else { Kept::All });
    match filter {
        Filter::FlateDecode => inflate(packed, &mut sink),
        Filter::LzwDecode => return most.min(lzw(packed, most).saturating_mul(most_growth(rest))),
        Filter::RunLengthDecode => run_length(packed, &mut sink),
        Filter::Ascii85Decode => ascii_85(packed, &mut sink),
        Filter::AsciiHexDecode => hex(packed, &mut sink),
        _ => return packed.len() as u64,
    }
    if is_last || sink.is_full() {
        return sink.count;
    }
    sink.count.max(size(&sink.held, rest, most))
}

/// How many bytes come out of what looks packed with no filter told, however often it was.
pub(super) fn inflated(packed: &[u8], most: u64) -> u64 {
    const DEEPEST: usize = 3;
    let mut sink = Sink::new(most, Kept::Start);
    inflate(packed, &mut sink);
    let mut largest = sink.count;
    for _ in 0..DEEPEST {
        if !has_zlib_header(&sink.held) {
            break;
        }
        let start = std::mem::replace(&mut sink, Sink::new(most, Kept::Start)).held;
        inflate(&start, &mut sink);
        largest = largest.max(sink.count);
    }
    largest
}

/// What is kept of unpacked bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    Nothing,
    /// The first part, to see whether it is packed again.
    Start,
    /// All, for the next filter.
    All,
}

/// Where unpacked bytes go: they are counted, and kept as far as they are needed.
struct Sink {
    held: Vec<u8>,
    count: u64,
    most: u64,
    kept: Kept,
}

impl Sink {
    const START: u64 = 1 << 20;
    /// As many bytes are kept for the next filter; what needs more counts as too large.
    const ALL: u64 = 64 << 20;

    const fn new(most: u64, kept: Kept) -> Self {
        Self { held: Vec::new(), count: 0, most, kept }
    }

    fn put(&mut self, bytes: &[u8]) {
        self.count += bytes.len() as u64;
        match self.kept {
            Kept::All if self.count > Self::ALL => self.count = self.count.max(self.most + 1),
            Kept::Start if self.count > Self::START => {}
            Kept::Nothing => {}
            Kept::All | Kept::Start => self.held.extend_from_slice(bytes),
        }
    }

    fn is_full(&self) -> bool {
        self.count > self.most
    }
}

/// Whether a filter is a picture's own coding, which nothing but the picture's size bounds.
const fn is_end(filter: Filter) -> bool {
    !matches!(
        filter,
        Filter::FlateDecode
            | Filter::LzwDecode
            | Filter::RunLengthDecode
            | Filter::Ascii85Decode
            | Filter::AsciiHexDecode
    )
}

/// How many times larger filters can make what comes to them.
fn most_growth(filters: &[Filter]) -> u64 {
    let growth = |filter: &Filter| match filter {
        Filter::FlateDecode => 1032,
        Filter::LzwDecode => 2730,
        Filter::RunLengthDecode => 64,
        Filter::Ascii85Decode => 4,
        _ => 1,
    };
    filters.iter().map(growth).fold(1, u64::saturating_mul)
}

fn inflate(packed: &[u8], sink: &mut Sink) {
    let mut inflate = Decompress::new(has_zlib_header(packed));
    let mut buffer = vec![0; 1 << 16];
    while !sink.is_full() {
        let (before_in, before_out) = (inflate.total_in(), inflate.total_out());
        let rest = &packed[(before_in as usize).min(packed.len())..];
        let status = inflate.decompress(rest, &mut buffer, FlushDecompress::None);
        let made = (inflate.total_out() - before_out) as usize;
        sink.put(&buffer[..made]);
        let is_stuck = made == 0 && inflate.total_in() == before_in;
        if !matches!(status, Ok(Status::Ok | Status::BufError)) || is_stuck {
            return;
        }
    }
}

/// Whether a zlib stream may begin here (RFC 1950, 2.2).
fn has_zlib_header(bytes: &[u8]) -> bool {
    matches!(bytes, [method, flags, ..] if method & 0x0F == 8 && (u16::from(*method) << 8 | u16::from(*flags)) % 31 == 0)
}

fn run_length(mut packed: &[u8], sink: &mut Sink) {
    while let [length, rest @ ..] = packed {
        if *length == 128 || sink.is_full() {
            return;
        }
        if *length < 128 {
            let (own, after) = rest.split_at((usize::from(*length) + 1).min(rest.len()));
            sink.put(own);
            packed = after;
            continue;
        }
        let Some((&byte, after)) = rest.split_first() else { return };
        sink.put(&vec![byte; 257 - usize::from(*length)]);
        packed = after;
    }
}

fn ascii_85(packed: &[u8], sink: &mut Sink) {
    let mut group: Vec<u8> = Vec::with_capacity(5);
    for &byte in packed.iter().filter(|byte| !byte.is_ascii_whitespace()) {
        match byte {
            b'z' if group.is_empty() => sink.put(&[0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => break,
        }
        if group.len() == 5 {
            sink.put(&of_base_85(&group));
            group.clear();
        }
        if sink.is_full() {
            return;
        }
    }
    if group.len() > 1 {
        let count = group.len() - 1;
        group.resize(5, 84);
        sink.put(&of_base_85(&group)[..count]);
    }
}

fn of_base_85(group: &[u8]) -> [u8; 4] {
    let value =
        group.iter().fold(0_u32, |value, &digit| value.wrapping_mul(85).wrapping_add(u32::from(digit)));
    value.to_be_bytes()
}

fn hex(packed: &[u8], sink: &mut Sink) {
    let digits: Vec<u8> = packed
        .iter()
        .take_while(|&&byte| byte != b'>')
        .filter_map(|&byte| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect();
    let bytes: Vec<u8> =
        digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect();
    sink.put(&bytes);
}

/// How many bytes come out of LZW: the lengths of its words are enough to tell.
fn lzw(packed: &[u8], most: u64) -> u64 {
    const CLEAR: u32 = 256;
    const END: u32 = 257;
    const FIRST: usize = 258;
    const FULL: usize = 4096;
    let mut lengths: Vec<u64> = Vec::with_capacity(FULL);
    let (mut count, mut last): (u64, Option<u64>) = (0, None);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for &byte in packed {
        bits = bits << 8 | u32::from(byte);
        held += 8;
        // The width grows one code early, as it does by default; a file that says otherwise is one code off.
        let width = (usize::BITS - (FIRST + lengths.len() + 1).leading_zeros()).clamp(9, 12);
        if held < width {
            continue;
        }
        held -= width;
        let code = bits >> held & ((1 << width) - 1);
        bits &= (1 << held) - 1;
        if code == END || count > most {
            break;
        }
        if code == CLEAR {
            lengths.clear();
            last = None;
            continue;
        }
        let known = (code as usize).checked_sub(FIRST).map_or(Some(1), |at| lengths.get(at).copied());
        let Some(length) = known.or(last.map(|last| last + 1)) else { break };
        if let Some(last) = last.filter(|_| FIRST + lengths.len() < FULL) {
            lengths.push(last + 1);
        }
        count += length;
        last = Some(length);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: u64 = 1 << 20;

    fn unpacked(packed: &[u8], filters: &[Filter]) -> u64 {
        size(packed, filters, MOST)
    }

    #[test]
    fn every_filter_tells_its_size() {
        assert_eq!(unpacked(b"abc", &[]), 3);
        assert_eq!(unpacked(b"48 65 6c6C 6f>", &[Filter::AsciiHexDecode]), 5);
        // “Man ” and what remains of a group.
        assert_eq!(unpacked(b"9jqo^ z 9jn~>", &[Filter::Ascii85Decode]), 4 + 4 + 2);
        // Three bytes as they are, then one five times; the end comes before what follows.
        assert_eq!(unpacked(&[2, 1, 2, 3, 252, 7, 128, 9, 9], &[Filter::RunLengthDecode]), 8);
        // The example of ISO 32000, 7.4.4.2: 45 45 45 45 45 65 45 45 45 66.
        let lzw = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        assert_eq!(unpacked(&lzw, &[Filter::LzwDecode]), 10);
    }

    #[test]
    fn filters_are_counted_one_after_another() {
        let runs = [129_u8, b'a'].repeat(1000);
        assert_eq!(unpacked(&runs, &[Filter::RunLengthDecode]), 128_000);
        let digits: String = runs.iter().map(|byte| format!("{byte:02x}")).collect();
        let filters = [Filter::AsciiHexDecode, Filter::RunLengthDecode];
        assert_eq!(unpacked(digits.as_bytes(), &filters), 128_000);
        // A picture's own coding is no bomb, but what packs the picture may be one.
        assert_eq!(unpacked(&runs, &[Filter::DctDecode]), 2000);
        assert_eq!(unpacked(&runs, &[Filter::RunLengthDecode, Filter::DctDecode]), 128_000);
        let bomb = [129_u8, b'a'].repeat(20_000);
        assert!(unpacked(&bomb, &[Filter::RunLengthDecode, Filter::DctDecode]) > MOST);
        assert!(unpacked(&bomb, &[Filter::RunLengthDecode, Filter::AsciiHexDecode]) > MOST);
    }
}
