//! A capture's text, where it can be relied on: its bytes are those that were recorded, and they are text.

use crate::claim::Located;
use crate::digest::Digest;
use crate::encoding;
use crate::source::{Capture, Source};
use crate::tree::{ReadError, Tree};

/// The largest capture that is read, in bytes; foldings count in 32 bits.
const LARGEST: u64 = u32::MAX as u64;

/// The text of a capture.
///
/// # Errors
///
/// Why it cannot be relied on, in words that follow the capture's name.
pub fn text(tree: &dyn Tree, source: &Source, capture: &Capture) -> Result<String, String> {
    let own = recorded(tree, source, &capture.file.value, capture.sha256.as_ref())?;
    let bytes = match &capture.text {
        None => own,
        Some(text) => {
            drop(own);
            recorded(tree, source, &text.file.value, Some(&text.sha256))?
        }
    };
    if !capture.is_text() {
        return Err(format!("is of the type {}, which is not read as text", capture.media_type));
    }
    if let Err(why) = encoding::utf8(&bytes) {
        return Err(format!("cannot be read as text: {why}"));
    }
    String::from_utf8(bytes).map_err(|_| "is not UTF-8".into())
}

/// The bytes of a capture as they came.
///
/// # Errors
///
/// Why they cannot be relied on, in words that follow the capture's name.
pub fn original(tree: &dyn Tree, source: &Source, capture: &Capture) -> Result<Vec<u8>, String> {
    recorded(tree, source, &capture.file.value, capture.sha256.as_ref())
}

fn recorded(
    tree: &dyn Tree,
    source: &Source,
    name: &str,
    digest: Option<&Located<Digest>>,
) -> Result<Vec<u8>, String> {
    let path = format!("{}/{name}", source.folder());
    let bytes = tree.read(&path, LARGEST).map_err(|error| match error {
        ReadError::Missing => "is not there".to_owned(),
        ReadError::Folder => "is a folder, not a file".into(),
        ReadError::Special => "is a device, pipe or socket".into(),
        ReadError::LinkOutside(target) => format!("is a link that leads out of its folder, to `{target}`"),
        ReadError::TooLarge(size) => format!("has {size} bytes, which is too large"),
        ReadError::Refused(why) => format!("cannot be read: {why}"),
    })?;
    match digest {
        Some(digest) if Digest::of(&bytes) == digest.value => Ok(bytes),
        Some(_) => Err("was altered after it was recorded".into()),
        None => Err("has no usable digest in its record".into()),
    }
}
