//! Sources and their captures, as records keep them.

use crate::claim::Located;
use crate::digest::Digest;
use crate::fold::language;
use crate::media;
use crate::text::Text;
use toml::Table;

/// An article or document that is cited.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its folder below `sources/`.
    pub id: String,
    /// Its title; empty where it is missing.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Vec<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Whether it can still be read there.
    pub url_status: Option<UrlStatus>,
    /// When: an EDTF year, year and month, or date.
    pub published: Option<String>,
    /// Its language, a BCP 47 tag.
    pub language: Option<String>,
    /// Whether its bytes may be passed on.
    pub access: Access,
    /// Whatever else people keep.
    pub extra: Table,
    /// Its captures, oldest first.
    pub captures: Vec<Capture>,
    /// The number of its record in the corpus.
    pub file: usize,
    /// Whether the record could not be read far enough to know its captures.
    pub is_broken: bool,
}

/// Whether the bytes of a source may be passed on with the record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Access {
    /// They lie beside the record, for all who have the repository.
    #[default]
    Open,
    /// They are kept out of the repository, and their words out of all that is saved.
    Restricted,
}

impl Access {
    /// Every access there is.
    pub const ALL: [Self; 2] = [Self::Open, Self::Restricted];

    /// Its name in records and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Restricted => "restricted",
        }
    }

    /// The access with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|access| access.name() == name)
    }
}

/// One dated, hashed, immutable copy of a source's bytes.
#[derive(Clone, Debug)]
pub struct Capture {
    /// The stem of its file's name.
    pub id: String,
    /// Its file's name, beside the record.
    pub file: Located<String>,
    /// The SHA-256 of its bytes; `None` where the record has none that can be read.
    pub sha256: Option<Located<Digest>>,
    /// When it was taken, as it was written.
    pub captured: Option<String>,
    /// Its media type; `text/plain` where the record names none.
    pub media_type: String,
    /// Whether the record names it.
    pub is_type_told: bool,
    /// A remark.
    pub note: Option<String>,
    /// How it came, where ibid fetched it.
    pub fetched: Option<Box<Fetch>>,
    /// The address of a copy in a web archive.
    pub archive: Option<String>,
    /// The text taken from bytes that are not plain text.
    pub text: Option<Box<PinnedText>>,
}

/// The text of a capture that is not plain text, pinned like the capture itself.
#[derive(Clone, Debug)]
pub struct PinnedText {
    /// Its file's name, beside the record.
    pub file: Located<String>,
    /// The SHA-256 of its bytes.
    pub sha256: Located<Digest>,
    /// What took it, and in which version: `html/1`.
    pub extractor: String,
    /// Where each page of the document begins in the text, in code points; empty where it has no pages.
    pub pages: Vec<usize>,
    /// Where the document breaks a word at a line's end, with a hyphen that may or may not be the word's own, in
    /// code points of the text.
    pub joined: Vec<usize>,
}

/// Whether a page can still be read at its address, in the words of Wikipedia's `url-status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UrlStatus {
    /// It can.
    Live,
    /// It is no longer there.
    Dead,
    /// The address leads to something else, such as advertising, that is not to be linked to.
    Unfit,
    /// Others have taken the address over.
    Usurped,
}

impl UrlStatus {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Live, Self::Dead, Self::Unfit, Self::Usurped];

    /// Its name in records and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Dead => "dead",
            Self::Unfit => "unfit",
            Self::Usurped => "usurped",
        }
    }

    /// The status of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// How a capture came over the network. Headers are kept as the server sent them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fetch {
    /// The address that it came from in the end, without the part after `#`.
    pub url: String,
    /// The HTTP status of the answer.
    pub status: u16,
    /// The addresses that led there, in order, the first as it was asked for; none where none redirected.
    pub redirects: Vec<String>,
    /// `Date`, by the server's clock.
    pub date: Option<String>,
    /// `Content-Type`.
    pub content_type: Option<String>,
    /// `Content-Language`.
    pub content_language: Option<String>,
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`.
    pub last_modified: Option<String>,
}

impl Source {
    /// The folder of its record and captures, relative to the root.
    pub fn folder(&self) -> String {
        ["sources/", &self.id].concat()
    }

    /// The path of a file in that folder, relative to the root.
    pub fn path_of(&self, file: &str) -> String {
        ["sources/", &self.id, "/", file].concat()
    }

    /// Whether its bytes are kept out of the repository.
    pub fn is_restricted(&self) -> bool {
        self.access == Access::Restricted
    }

    /// The text of one of its captures, with what is known of it: its language, its pages.
    pub fn text<'a>(&'a self, capture: &'a Capture, content: &'a str) -> Text<'a> {
        let text = Text::new(content).in_language(self.language.as_deref()).heard(language::spoken);
        match &capture.text {
            Some(pinned) => text.printed(&pinned.pages, &pinned.joined),
            None => text,
        }
    }
}

impl Capture {
    /// The files that hold its bytes: its own, and that of the pinned text.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let text = self.text.as_ref().map(|text| text.file.value.as_str());
        std::iter::once(self.file.value.as_str()).chain(text)
    }

    /// The file whose words quotes are checked against: the pinned text, else the capture itself.
    pub fn text_file(&self) -> &str {
        self.text.as_ref().map_or(&self.file.value, |text| &text.file.value)
    }

    /// Whether its bytes are plain text in UTF-8 by its media type, so that they need no other.
    pub(crate) fn is_utf8(&self) -> bool {
        let is_it =
            |charset: &str| ["utf-8", "utf8", "us-ascii"].iter().any(|it| charset.eq_ignore_ascii_case(it));
        is_text_media_type(&self.media_type) && media::charset(&self.media_type).is_none_or(is_it)
    }

    /// Whether its words can be read: it is plain text, or its text is pinned.
    pub(crate) fn is_text(&self) -> bool {
        self.text.is_some() || is_text_media_type(&self.media_type)
    }
}

/// Whether bytes of this media type are themselves the text: plain text and Markdown.
fn is_text_media_type(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or(media_type).trim();
    matches!(essence, "text/plain" | "text/markdown")
}
