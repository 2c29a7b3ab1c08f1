//! The text of a document as a reader sees it, and what the document says of itself. Bytes in, values out:
//! no disk, no network. Serves what stores captures; the checker reads only the pinned text and never
//! comes here.

#[cfg(feature = "html")]
mod html;
#[cfg(feature = "pdf")]
pub mod pdf;

use crate::decode::{Hints, decode};
use crate::error::Error;
use crate::media::{self, MediaType};
use crate::quoting::shortened;

/// So many characters of an address are shown in a sentence.
const SHOWN: usize = 200;

/// The address in a `Refresh` header, or in the `<meta http-equiv=refresh>` that stands for one: `0; url=…`. One
/// without an address only loads the page again, as those do that tell of events while they happen.
pub fn refresh_target(content: &str) -> Option<&str> {
    let (_, told) = content.split_once([';', ','])?;
    let (name, address) = told.split_once('=')?;
    let address = address.trim().trim_matches(['"', '\'']).trim();
    (name.trim().eq_ignore_ascii_case("url") && !address.is_empty()).then_some(address)
}

/// What a person should know of a page that sends its readers on.
pub fn sends_on(address: &str) -> String {
    let address = shortened(address, SHOWN);
    format!("The page sends its readers on to {address}: see whether the article is there.")
}

/// What was taken from a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extracted {
    /// The text, in UTF-8; `None` where the bytes themselves are the text.
    pub text: Option<String>,
    /// What took it, and in which version; a version changes whenever its texts could.
    pub extractor: &'static str,
    /// The encoding of the bytes, by its name in the WHATWG Encoding Standard.
    pub encoding: &'static str,
    /// What the document says of itself.
    pub metadata: Metadata,
    /// What a person should know of the text, each a sentence.
    pub notes: Vec<String>,
    /// Where each page of the document begins in the text, in code points; empty where it has no pages.
    pub pages: Vec<usize>,
    /// Where the document breaks a word at a line's end, in code points of the text: between the halves.
    pub joined: Vec<usize>,
}

/// What a document says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Vec<String>,
    /// When it was published: a year, a year and month, or a date.
    pub published: Option<String>,
    /// Its language, a BCP 47 tag.
    pub language: Option<String>,
    /// Where it is published.
    pub url: Option<String>,
}

/// How a text is taken.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'o> {
    /// The encoding that a person named, by a label of the Encoding Standard.
    pub encoding: Option<&'o str>,
    /// The encoding that whoever sent the document declares, which goes before what it says itself.
    pub declared: Option<&'o str>,
    /// Whether all that is visible is kept, and not the article alone.
    pub whole_page: bool,
}

/// The largest web page that is read, in bytes.
pub const LARGEST_PAGE: u64 = 32 << 20;

/// Refuses a web page of so many bytes where that is more than is read of one.
///
/// # Errors
///
/// Where it is larger than [`LARGEST_PAGE`].
pub fn refuse_large_page(bytes: u64) -> Result<(), Error> {
    if bytes <= LARGEST_PAGE {
        return Ok(());
    }
    let megabytes = |bytes: u64| format!("{:.1} MB", bytes as f64 / 1e6);
    let (own, most) = (megabytes(bytes), megabytes(LARGEST_PAGE));
    Err(Error::new(format!("it is a web page of {own}, and ibid reads those of up to {most}"))
        .hint("save the article’s text as a file and add that"))
}

/// How to build what was left out.
pub const WHOLE: &str = "`cargo install --path . --features full` in ibid’s own folder builds it whole";

/// The name of the extractor of texts in other encodings.
pub const TEXT: &str = "text/1";

/// The name of the extractor of articles.
pub const ARTICLE: &str = "html/1";
/// The name of the extractor of all that is visible of a page.
pub const WHOLE_PAGE: &str = "html-page/1";
/// The name of the extractor of PDFs.
pub const PDF: &str = "pdf/1";

/// The name of an extractor without its version.
pub fn family(extractor: &str) -> &str {
    extractor.split('/').next().unwrap_or_default()
}

/// The text of a document that is stored, as its record says that it was taken: with the `charset` of its
/// media type, by the extractor of this name, whatever its version was.
///
/// # Errors
///
/// Where this ibid has no such extractor, and as of [`extract`].
pub fn again(bytes: &[u8], media_type: &str, extractor: &str) -> Result<Extracted, Error> {
    let is_known = [TEXT, ARTICLE, WHOLE_PAGE, PDF].iter().any(|known| family(known) == family(extractor));
    let known_type = MediaType::of_name(media_type).filter(|_| is_known).ok_or_else(|| {
        Error::new(format!(
            "its text was taken from {media_type} by `{extractor}`, which this ibid does not have"
        ))
        .hint("nothing is wrong with that: `ibid verify` checks the text as it was stored")
    })?;
    let whole_page = family(extractor) == family(WHOLE_PAGE);
    let options = Options { encoding: media::charset(media_type), whole_page, ..Options::default() };
    extract(bytes, known_type, options)
}

/// The text of a document.
///
/// # Errors
///
/// Where the bytes are not in the encoding, the encoding is in doubt, or there is no text.
pub fn extract(bytes: &[u8], media_type: MediaType, options: Options<'_>) -> Result<Extracted, Error> {
    match media_type {
        MediaType::Plain | MediaType::Markdown => plain(bytes, options),
        MediaType::Html | MediaType::Xhtml => markup(bytes, media_type, options),
        MediaType::Pdf => pdf(bytes),
    }
}

#[cfg(feature = "html")]
fn markup(bytes: &[u8], media_type: MediaType, options: Options<'_>) -> Result<Extracted, Error> {
    html::extract(bytes, media_type, options)
}

#[cfg(not(feature = "html"))]
fn markup(_bytes: &[u8], _media_type: MediaType, _options: Options<'_>) -> Result<Extracted, Error> {
    Err(Error::new("it is a web page, and this ibid was built without reading those")
        .hint("`cargo install --path . --features full` in ibid’s own folder builds it whole; or save the article’s text as a file and add that"))
}

#[cfg(feature = "pdf")]
fn pdf(bytes: &[u8]) -> Result<Extracted, Error> {
    pdf::extract(bytes)
}

#[cfg(not(feature = "pdf"))]
fn pdf(_bytes: &[u8]) -> Result<Extracted, Error> {
    Err(Error::new("it is a PDF, and this ibid was built without reading those")
        .hint("`cargo install --path . --features full` in ibid’s own folder builds it whole; or save its text as a file and add that"))
}

/// A text in UTF-8 is kept as it is, even with its byte order mark; others are decoded, and keep their line
/// ends.
fn plain(bytes: &[u8], options: Options<'_>) -> Result<Extracted, Error> {
    let decoded = decode(bytes, Hints { given: options.encoding, declared: options.declared })
        .map_err(|why| Error::new(why.to_string()).hint(why.hint()))?;
    if decoded.text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').is_empty() {
        return Err(Error::new("it holds only white space"));
    }
    let is_own_text = decoded.text.as_bytes() == bytes;
    Ok(Extracted {
        text: (!is_own_text).then(|| decoded.text.into_owned()),
        extractor: TEXT,
        encoding: decoded.encoding,
        ..Extracted::default()
    })
}
