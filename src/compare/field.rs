//! What can change of a claim, a quote, a source, a capture or ibid.toml, and how it is called.

/// What it is of a claim, a quote, a source, a capture or ibid.toml that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The id.
    Id,
    /// A claim's text.
    Text,
    /// A claim's verdict.
    Verdict,
    /// One of a claim's tags.
    Tag,
    /// A remark.
    Note,
    /// Something that people keep beyond the known keys.
    Extra,
    /// The file that it is written in.
    File,
    /// A quote's words.
    Exact,
    /// The passage that holds a quote.
    Within,
    /// The source of a quote.
    Source,
    /// The capture that a quote cites knowingly; where none is written on either side, the one that it was
    /// checked in.
    Capture,
    /// What a quote does for its claim.
    Stance,
    /// Who said it.
    Speaker,
    /// A quote's translation.
    Translation,
    /// Whether a quote may cut a word.
    Partial,
    /// Whether any of several places will do.
    Repeated,
    /// How it stands.
    Status,
    /// A source's title.
    Title,
    /// Who published it.
    Publisher,
    /// Who wrote it.
    Author,
    /// Where it was published.
    Url,
    /// Whether it can still be read there.
    UrlStatus,
    /// When it was published.
    Published,
    /// Its language.
    Language,
    /// Whether its bytes may be passed on.
    Access,
    /// The recorded digest of a capture.
    Sha256,
    /// The recorded digest of the text that was taken out of a capture.
    TextSha256,
    /// When a capture was taken.
    Captured,
    /// A capture's media type.
    MediaType,
    /// The address of a capture's copy in a web archive.
    Archive,
    /// The address that a capture came from; with a key, what else is recorded of how it came.
    Fetched,
    /// What took the text out of a capture, and in which version.
    Extractor,
    /// Whether a capture's bytes are those that were recorded.
    Intact,
    /// Whether a capture is the last of those that both sides have; only where that is another one now.
    Newest,
    /// The verdicts that ibid.toml allows.
    Scale,
    /// A key of `[export]` in ibid.toml.
    Export,
}

impl Field {
    /// The field's name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Text => "text",
            Self::Verdict => "verdict",
            Self::Tag => "tag",
            Self::Note => "note",
            Self::Extra => "extra",
            Self::File => "path",
            Self::Exact => "exact",
            Self::Within => "within",
            Self::Source => "source",
            Self::Capture => "capture",
            Self::Stance => "stance",
            Self::Speaker => "speaker",
            Self::Translation => "translation",
            Self::Partial => "partial",
            Self::Repeated => "repeated",
            Self::Status => "status",
            Self::Title => "title",
            Self::Publisher => "publisher",
            Self::Author => "author",
            Self::Url => "url",
            Self::UrlStatus => "url_status",
            Self::Published => "published",
            Self::Language => "language",
            Self::Access => "access",
            Self::Sha256 => "sha256",
            Self::TextSha256 => "text_sha256",
            Self::Captured => "captured",
            Self::MediaType => "media_type",
            Self::Archive => "archive",
            Self::Fetched => "fetched",
            Self::Extractor => "extractor",
            Self::Intact => "intact",
            Self::Newest => "newest",
            Self::Scale => "scale",
            Self::Export => "export",
        }
    }

    /// Whether its values are running text, of which the words are compared.
    pub(crate) const fn is_prose(self) -> bool {
        matches!(self, Self::Text | Self::Note | Self::Exact | Self::Within | Self::Translation | Self::Title)
    }
}
