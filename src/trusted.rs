//! A capture's text, where it can be relied on: its bytes are those that were recorded, and they are text.
//! Where it cannot, why. The one place that judges a capture's bytes.

use crate::claim::Located;
use crate::digest::Digest;
use crate::encoding::{self, NotText};
use crate::finding::Rule;
use crate::media::MediaType;
use crate::source::{Capture, Source};
use crate::tree::{Kept, ReadError, Tree};
use std::fmt;

/// The largest capture that is read, in bytes; foldings count in 32 bits.
pub const LARGEST: u64 = u32::MAX as u64;

/// Why a capture cannot be relied on. Shown as words that follow the capture's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distrust {
    /// The name of the file that is at fault: the capture's own, or that of its pinned text.
    pub file: String,
    /// Where it lies, or was looked for.
    pub kept: Kept,
    /// Whether its source is restricted.
    pub is_restricted: bool,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with a file of a capture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It cannot be read.
    Unread(ReadError),
    /// Its record has no digest that can be used; its bytes.
    Undigested(Vec<u8>),
    /// Its bytes do not have the recorded digest.
    Altered {
        /// The bytes as they are.
        bytes: Vec<u8>,
        /// The digest that they should have.
        recorded: Located<Digest>,
    },
    /// It is of this media type, which is not read as text, and no text of it is pinned.
    Foreign(String),
    /// It is no text.
    NotText(NotText),
    /// It is pinned as the text of bytes that are plain text themselves, of other words.
    Replaced,
}

impl Distrust {
    /// The rule that it falls under.
    pub const fn rule(&self) -> Rule {
        match &self.why {
            Why::Unread(ReadError::Missing) => Rule::CaptureMissing,
            Why::Unread(ReadError::LinkOutside(_)) => Rule::PathOutside,
            Why::Altered { .. } => Rule::CaptureAltered,
            Why::Undigested(_) | Why::Replaced => Rule::RecordInvalid,
            Why::Unread(_) | Why::Foreign(_) | Why::NotText(_) => Rule::CaptureUnreadable,
        }
    }

    /// The bytes that cannot be relied on, where they are at hand and may be told of.
    pub fn bytes(&self) -> Option<&[u8]> {
        match &self.why {
            // A vault may hold what its record never named: nothing is told of such bytes.
            Why::Altered { bytes, .. } | Why::Undigested(bytes) if !self.is_restricted => Some(bytes),
            _ => None,
        }
    }
}

impl fmt::Display for Distrust {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.why {
            Why::Unread(ReadError::Missing) if self.is_restricted => {
                write!(f, "is restricted, and its bytes are not here")
            }
            Why::Unread(ReadError::Missing) => write!(f, "is not there"),
            Why::Unread(ReadError::Folder) => write!(f, "is a folder, not a file"),
            Why::Unread(ReadError::Special) => write!(f, "is a device, pipe or socket"),
            Why::Unread(ReadError::LinkOutside(_)) if self.kept == Kept::InVault => {
                write!(f, "is a link that leads out of the vault")
            }
            Why::Unread(ReadError::LinkOutside(target)) => {
                write!(f, "is a link that leads out of its folder, to `{target}`")
            }
            Why::Unread(ReadError::TooLarge(size)) => write!(f, "has {size} bytes, which is too large"),
            Why::Unread(ReadError::Refused(why)) => write!(f, "cannot be read: {why}"),
            Why::Undigested(_) => write!(f, "has no usable SHA-256 in its record"),
            Why::Altered { .. } => write!(f, "was altered after it was recorded"),
            Why::Foreign(media_type) => write!(f, "is of the type {media_type}, which is not read as text"),
            Why::NotText(why) => write!(f, "cannot be read as text: {why}"),
            Why::Replaced => write!(f, "has not the words of the capture, which is plain text itself"),
        }
    }
}

/// The text of a capture.
///
/// # Errors
///
/// Why it cannot be relied on.
pub fn text(tree: &dyn Tree, source: &Source, capture: &Capture) -> Result<String, Distrust> {
    let bytes = bytes(tree, source, capture)?;
    content(&bytes, source, capture)?;
    Ok(String::from_utf8(bytes).expect("it was just found to be UTF-8"))
}

/// The bytes of a capture's text, where they, and the capture's own, are those that were recorded.
///
/// # Errors
///
/// Why they cannot be relied on.
pub fn bytes(tree: &dyn Tree, source: &Source, capture: &Capture) -> Result<Vec<u8>, Distrust> {
    let own = original(tree, source, capture)?;
    let foreign =
        |name: &str| distrust(source, &capture.file.value, Kept::Beside, Why::Foreign(name.to_owned()));
    let Some(text) = &capture.text else {
        return match () {
            () if !capture.is_text() => Err(foreign(&capture.media_type)),
            () if !capture.is_type_told && is_page(&own) => Err(foreign(MediaType::Html.name())),
            () => Ok(own),
        };
    };
    // Large ones are not held beside their texts.
    let own = capture.is_utf8().then_some(own).filter(|own| encoding::utf8(own).is_ok());
    let bytes = recorded(tree, source, &text.file.value, Some(&text.sha256))?;
    match own {
        Some(own) if without_mark(&own) != without_mark(&bytes) => {
            Err(distrust(source, &text.file.value, Kept::Beside, Why::Replaced))
        }
        _ => Ok(bytes),
    }
}

/// Whether bytes begin as a web page does.
fn is_page(bytes: &[u8]) -> bool {
    let begin = without_mark(bytes).trim_ascii_start();
    let begins = |with: &[u8]| begin.get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with));
    begins(b"<!doctype html") || begins(b"<html")
}

/// A text in UTF-8 without a byte order mark.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes)
}

/// The bytes of a capture's text as text.
///
/// # Errors
///
/// Why they are none.
pub fn content<'b>(bytes: &'b [u8], source: &Source, capture: &Capture) -> Result<&'b str, Distrust> {
    let no_text = |why| distrust(source, capture.text_file(), Kept::Beside, Why::NotText(why));
    encoding::utf8(bytes).map_err(no_text)
}

/// The bytes of a capture as they came.
///
/// # Errors
///
/// Why they cannot be relied on.
pub fn original(tree: &dyn Tree, source: &Source, capture: &Capture) -> Result<Vec<u8>, Distrust> {
    recorded(tree, source, &capture.file.value, capture.sha256.as_ref())
}

fn distrust(source: &Source, file: &str, kept: Kept, why: Why) -> Distrust {
    Distrust { file: file.to_owned(), kept, is_restricted: source.is_restricted(), why }
}

fn recorded(
    tree: &dyn Tree,
    source: &Source,
    name: &str,
    digest: Option<&Located<Digest>>,
) -> Result<Vec<u8>, Distrust> {
    let path = source.path_of(name);
    let (kept, read) = if source.is_restricted() {
        tree.read_restricted(&path, LARGEST)
    } else {
        (Kept::Beside, tree.read(&path, LARGEST))
    };
    let because = |why| distrust(source, name, kept, why);
    let bytes = read.map_err(|error| because(Why::Unread(error)))?;
    match digest {
        Some(recorded) if Digest::of(&bytes) == recorded.value => Ok(bytes),
        Some(recorded) => Err(because(Why::Altered { bytes, recorded: recorded.clone() })),
        None => Err(because(Why::Undigested(bytes))),
    }
}
