//! From a PDF's bytes to what its pages draw, within bounds of memory and time whatever the bytes are.

use super::glyphs::{Budget, Collector, Drawn, Stop, page_rect};
use super::metadata;
use super::unpack;
use crate::error::Error;
use crate::extract::Metadata;
use crate::quoting::counted;
use flate2::{Decompress, FlushDecompress, Status};
use hayro_interpret::hayro_syntax::Filter;
use hayro_interpret::hayro_syntax::object::{Array, Object, Stream};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, TransformExt as _, interpret_page};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// The largest file that is read, in bytes.
const LARGEST: usize = 512 << 20;
/// The largest that one part of it may be when it is unpacked, in bytes.
const LARGEST_PART: u64 = 256 << 20;
/// The most pages.
const MOST_PAGES: usize = 20_000;
/// The most letters, some 3,000 pages of a book.
const MOST_LETTERS: u64 = 10_000_000;
/// The drawing steps that any file may take, and those for each of its bytes: what is drawn again and again from
/// few bytes is made to take long.
const OPERATIONS: u64 = 100_000;
const OPERATIONS_A_BYTE: u64 = 20;
/// Where all other bounds fail.
const LONGEST: Duration = Duration::from_mins(2);
/// Room for objects within objects.
const STACK: usize = 64 << 20;

/// What was read of a file.
pub(super) struct Read {
    pub pages: Vec<Drawn>,
    /// The pages, from 1, of which something could not be read.
    pub damaged: Vec<usize>,
    pub metadata: Metadata,
    /// Whether the file is locked, but opens without a password.
    pub is_locked: bool,
}

/// Reads a whole file.
///
/// # Errors
///
/// Where it is no PDF that can be read, is locked, or would take too much memory or time.
pub(super) fn read(bytes: &[u8]) -> Result<Read, Error> {
    if bytes.len() > LARGEST {
        let size = bytes.len() >> 20;
        return Err(Error::new(format!(
            "it has {size} MB, and a PDF that ibid reads has at most {}",
            LARGEST >> 20
        ))
        .hint("store the pages that are cited as a PDF of their own"));
    }
    refuse_bombs(bytes)?;
    // A thread of its own has a stack of its own, and a panic of the interpreter ends it and nothing else.
    let reading = std::thread::Builder::new().name(THREAD.into()).stack_size(STACK);
    std::thread::scope(|scope| {
        let thread = reading.spawn_scoped(scope, || read_here(bytes));
        let thread = thread.map_err(|error| Error::new(format!("the PDF cannot be read: {error}")))?;
        thread.join().unwrap_or_else(|payload| Err(stopped(payload.downcast_ref::<Stop>().copied())))
    })
}

/// The name of the thread that reads; whoever prints panics may leave its out, for they become errors.
pub const THREAD: &str = "reading a PDF";

fn read_here(bytes: &[u8]) -> Result<Read, Error> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(refused)?;
    refuse_unpacking(&pdf)?;
    let pages = pdf.pages();
    if pages.len() > MOST_PAGES {
        let count = counted(pages.len(), "page");
        return Err(Error::new(format!(
            "it has {count}, and a PDF that ibid reads has at most {MOST_PAGES}"
        ))
        .hint("store the pages that are cited as a PDF of their own"));
    }
    let until = Instant::now() + LONGEST;
    let operations = OPERATIONS + bytes.len() as u64 * OPERATIONS_A_BYTE;
    let mut budget = Budget { operations, letters: MOST_LETTERS, until };
    let mut cache = InterpreterCache::new();
    let (mut drawn, mut damaged) = (Vec::with_capacity(pages.len()), Vec::new());
    for (number, page) in (1..).zip(pages.iter()) {
        // The interpreter is another's work over hostile bytes: should it panic, that is a page's damage.
        match catch_unwind(AssertUnwindSafe(|| drawn_by(page, &cache, &mut budget))) {
            Ok(one) => {
                if !is_whole(page) {
                    damaged.push(number);
                }
                drawn.push(one);
            }
            Err(payload) => {
                if let Some(stop) = payload.downcast_ref::<Stop>() {
                    return Err(stopped(Some(*stop)));
                }
                cache = InterpreterCache::new();
                damaged.push(number);
                drawn.push(Drawn::default());
            }
        }
    }
    let is_locked = memchr::memmem::find(bytes, b"/Encrypt").is_some();
    Ok(Read { pages: drawn, damaged, metadata: metadata::read(&pdf), is_locked })
}

fn drawn_by<'a>(page: &Page<'a>, cache: &InterpreterCache<'a>, budget: &mut Budget) -> Drawn {
    let rect = page_rect(page);
    let transform = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(transform, rect, cache, page.xref(), InterpreterSettings::default());
    let mut collector = Collector::new(rect, budget);
    interpret_page(page, &mut context, &mut collector);
    collector.finished()
}

fn refused(error: LoadPdfError) -> Error {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            Error::new("the PDF is locked with a password")
                .hint("open it with its password in a PDF viewer, print or save it as a PDF without one, and add that")
        }
        LoadPdfError::Decryption(_) => Error::new("the PDF is locked in a way that ibid cannot open")
            .hint("open it in a PDF viewer, print or save it as a PDF that is not locked, and add that"),
        LoadPdfError::Invalid => Error::new("the PDF is damaged or cut short: no page can be found in it")
            .hint("download or export it again; if a PDF viewer can show it, save it as a new PDF from there and add that"),
    }
}

fn stopped(stop: Option<Stop>) -> Error {
    let message = match stop {
        Some(Stop::Operations) => "its pages draw more than ibid reads of one PDF".to_owned(),
        Some(Stop::Letters) => {
            format!("it has more than {MOST_LETTERS} letters, more than ibid reads of one PDF")
        }
        Some(Stop::Time) => format!("it takes longer than {} seconds to read", LONGEST.as_secs()),
        None => "the PDF is damaged in a way that stops ibid from reading it".to_owned(),
    };
    Error::new(message)
        .hint("store the pages that are cited as a PDF of their own, printed from a PDF viewer")
}

fn too_large() -> Error {
    Error::new(format!(
        "a part of the PDF unpacks to more than {} MB, as files do that are made to fill a machine’s memory",
        LARGEST_PART >> 20
    ))
    .hint("store the pages that are cited as a PDF of their own, printed from a PDF viewer")
}

/// Refuses a file with a part that unpacks to too much, before the reader unpacks it whole. Looks at the bytes
/// after every `stream`, and believes nothing that the file says of them.
fn refuse_bombs(bytes: &[u8]) -> Result<(), Error> {
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        if bytes[..at].ends_with(b"end") {
            continue;
        }
        let rest = &bytes[at + b"stream".len()..];
        let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
        let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        if unpack::inflated(rest, LARGEST_PART) > LARGEST_PART {
            return Err(too_large());
        }
    }
    Ok(())
}

/// Refuses what the bytes alone did not show: parts that are locked, or packed in other ways.
fn refuse_unpacking(pdf: &Pdf) -> Result<(), Error> {
    for object in pdf.objects() {
        let Object::Stream(stream) = object else { continue };
        if unpack::size(&stream.raw_data(), &stream.filters(), LARGEST_PART) > LARGEST_PART {
            return Err(too_large());
        }
    }
    Ok(())
}

/// Whether all that the page has to draw can be unpacked to its end.
fn is_whole(page: &Page<'_>) -> bool {
    let raw = page.raw();
    if !raw.contains_key(b"Contents") {
        return true;
    }
    let one = |stream: &Stream<'_>| {
        let raw = stream.raw_data();
        if raw.is_empty() || stream.filters().as_slice() != [Filter::FlateDecode] {
            return raw.is_empty() || stream.decoded_data().is_ok();
        }
        ends_well(&raw)
    };
    if let Some(stream) = raw.get::<Stream<'_>>(b"Contents") {
        return one(&stream);
    }
    let Some(parts) = raw.get::<Array<'_>>(b"Contents") else { return false };
    let mut count = 0;
    for stream in parts.iter::<Stream<'_>>() {
        count += 1;
        if !one(&stream) {
            return false;
        }
    }
    count == parts.raw_iter().count()
}

fn ends_well(packed: &[u8]) -> bool {
    let mut inflate = Decompress::new(true);
    let mut buffer = vec![0; 1 << 16];
    loop {
        let (before_in, before_out) = (inflate.total_in(), inflate.total_out());
        let rest = &packed[(before_in as usize).min(packed.len())..];
        match inflate.decompress(rest, &mut buffer, FlushDecompress::None) {
            Ok(Status::StreamEnd) => return true,
            Err(_) => return false,
            Ok(_) if inflate.total_in() == before_in && inflate.total_out() == before_out => return false,
            Ok(_) => {}
        }
    }
}
