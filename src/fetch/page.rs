//! A page that came, understood: what it is, and its text. Refuses what is no article but stands in its place.

use super::{Fetched, wall};
use crate::error::Error;
use crate::extract::{self, Extracted};
use crate::media::{self, MediaType};
use crate::source::Fetch;
use crate::text::nonspace_count;

/// What is noted of a page that may have been cut short on its way.
pub const PERHAPS_CUT: &str = "The server did not say how long it is: see whether it came whole.";

/// A page with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its bytes, unpacked.
    pub bytes: Vec<u8>,
    /// What it is.
    pub media_type: MediaType,
    /// Its text.
    pub extracted: Extracted,
    /// How it came.
    pub fetch: Fetch,
}

impl Page {
    /// Understands a page. A `media_type` that a person named is not set against its bytes; what they leave
    /// open, the server's word decides.
    ///
    /// # Errors
    ///
    /// Where it is of a kind that is not read, has no text, was cut short, or looks like a wall before the
    /// article.
    pub fn read(
        fetched: Fetched,
        media_type: Option<MediaType>,
        options: extract::Options<'_>,
    ) -> Result<Self, Error> {
        let Fetched { bytes, fetch, is_length_known, refresh } = fetched;
        let told = fetch.content_type.as_deref();
        let media_type = match media_type {
            Some(given) => given,
            None => detected(&bytes, told)?,
        };
        if !is_length_known && media_type.is_markup() && !has_end(&bytes) {
            return Err(Error::new(
                "the server did not say how long the page is, and it ends in the middle of its markup",
            )
            .hint("try again; or open it in a browser, save the page, and add that file"));
        }
        let options = extract::Options { declared: told.and_then(media::charset), ..options };
        let mut extracted = extract::extract(&bytes, media_type, options)?;
        let text = extracted.text.as_deref().unwrap_or_default();
        if let Some(phrase) = wall::wall(text).filter(|_| media_type.is_markup() && !options.whole_page) {
            let count = nonspace_count(text);
            let count = crate::quoting::counted(count, "character");
            return Err(Error::new(format!("the page has little text ({count}) and says “{phrase}”: it seems to stand before the article"))
                .hint("if you may read the article, open it in a browser, save the page, and add that file; if this is all there is, `ibid add` takes it with --whole-page"));
        }
        let onward = refresh.as_deref().and_then(extract::refresh_target).map(extract::sends_on);
        extracted.notes.extend(onward.filter(|note| !extracted.notes.contains(note)));
        if !is_length_known && !media_type.is_markup() {
            extracted.notes.push(PERHAPS_CUT.into());
        }
        Ok(Self { bytes, media_type, extracted, fetch })
    }
}

/// What the bytes say; where they are plain text, the server may know better which.
fn detected(bytes: &[u8], told: Option<&str>) -> Result<MediaType, Error> {
    let foreign =
        |foreign: media::Foreign| Error::new(format!("what comes from there {foreign}")).hint(foreign.hint());
    let by_bytes = media::detect("", bytes).map_err(foreign)?;
    let told = told.and_then(MediaType::of_name);
    Ok(match (by_bytes, told) {
        (MediaType::Plain, Some(MediaType::Markdown)) => MediaType::Markdown,
        (MediaType::Plain, Some(markup)) if markup.is_markup() && bytes.contains(&b'<') => markup,
        (MediaType::Html, Some(MediaType::Xhtml)) => MediaType::Xhtml,
        (by_bytes, _) => by_bytes,
    })
}

/// Whether markup ends with the end of its page.
fn has_end(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 4096;
    let end = bytes[bytes.len().saturating_sub(LOOKED_AT)..].to_ascii_lowercase();
    [&b"</html"[..], b"</body"].iter().any(|mark| memchr::memmem::find(&end, mark).is_some())
}
