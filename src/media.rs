//! What a file is, from its bytes first and its name where they leave it open. Knows no disk.

use std::fmt;

/// How many of the first bytes are looked at; the MIME Sniffing Standard takes as many.
const LOOKED_AT: usize = 1445;

/// A media type that text can be taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaType {
    /// `text/plain`.
    Plain,
    /// `text/markdown`, checked as it is written.
    Markdown,
    /// `text/html`.
    Html,
    /// `application/xhtml+xml`.
    Xhtml,
    /// `application/pdf`.
    Pdf,
}

impl MediaType {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Plain, Self::Markdown, Self::Html, Self::Xhtml, Self::Pdf];

    /// Its name, without parameters.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "text/plain",
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
            Self::Xhtml => "application/xhtml+xml",
            Self::Pdf => "application/pdf",
        }
    }

    /// How the names of its files end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Plain => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Xhtml => "xhtml",
            Self::Pdf => "pdf",
        }
    }

    /// Whether its text is taken out of markup.
    pub const fn is_markup(self) -> bool {
        matches!(self, Self::Html | Self::Xhtml)
    }

    /// The type of this name, whose parameters, as in `text/html; charset=utf-8`, are left aside.
    pub fn of_name(name: &str) -> Option<Self> {
        let essence = name.split(';').next().unwrap_or(name).trim();
        Self::ALL.into_iter().find(|one| one.name().eq_ignore_ascii_case(essence))
    }
}

/// The value of the parameter `charset` of a media type: `utf-8` of `text/html; charset=utf-8`.
pub fn charset(media_type: &str) -> Option<&str> {
    media_type.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches('"'))
    })
}

/// A kind of file that no text can be taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Rich Text Format.
    Rtf,
    /// A page with its pictures in one file, as Chrome and Edge save it.
    Mhtml,
    /// The same, as Safari saves it.
    WebArchive,
    /// A ZIP archive, as documents of Word and `LibreOffice` and EPUB books are.
    Zip,
    /// Compressed with gzip.
    Gzip,
    /// A picture.
    Picture,
    /// XML that is no XHTML.
    Xml,
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rtf => "is in the format RTF, which ibid does not read",
            Self::Mhtml | Self::WebArchive => "is a web archive, which ibid does not read",
            Self::Zip => "is a ZIP archive, as documents of Word and LibreOffice and EPUB books are; ibid does not read it",
            Self::Gzip => "is compressed with gzip",
            Self::Picture => "is a picture; ibid reads no text in pictures",
            Self::Xml => "is XML, but no XHTML page",
        })
    }
}

impl Foreign {
    /// What a person can do about it.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Rtf | Self::Zip => "save its text as plain text and add that",
            Self::Mhtml | Self::WebArchive => {
                "save the page as “Webpage, HTML only” or “Page Source” and add that"
            }
            Self::Gzip => "unpack it and add what comes out",
            Self::Picture => "type off what it says, and add that as a file",
            Self::Xml => {
                "save its text as a file and add that, or store it as it is written with --media-type text/plain"
            }
        }
    }
}

/// What a file is.
///
/// # Errors
///
/// Where it is of a kind that is not read; then which.
pub fn detect(name: &str, bytes: &[u8]) -> Result<MediaType, Foreign> {
    if is_pdf(bytes) {
        return Ok(MediaType::Pdf);
    }
    if let Some(foreign) = by_signature(bytes) {
        return Err(foreign);
    }
    let start = start(bytes);
    let start = start.as_str();
    if is_mhtml(start) {
        return Err(Foreign::Mhtml);
    }
    let ending = name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default();
    if start.starts_with("<?xml") {
        return xml(start, &ending);
    }
    if ["<!doctype html", "<html", "<head", "<body"].iter().any(|mark| is_tag(start, mark)) {
        return Ok(if matches!(&*ending, "xhtml" | "xht") { MediaType::Xhtml } else { MediaType::Html });
    }
    let page_follows_comment = start.starts_with("<!--") && start.contains("<html");
    Ok(match &*ending {
        "xhtml" | "xht" => MediaType::Xhtml,
        "html" | "htm" | "shtml" | "php" | "asp" | "aspx" | "jsp" if start.contains('<') => MediaType::Html,
        _ if page_follows_comment => MediaType::Html,
        "md" | "markdown" => MediaType::Markdown,
        _ => MediaType::Plain,
    })
}

/// Some programs write a few bytes before a PDF's first line.
fn is_pdf(bytes: &[u8]) -> bool {
    let without_mark = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    without_mark.starts_with(b"%PDF-")
        || memchr::memmem::find(&bytes[..bytes.len().min(1024)], b"%PDF-")
            .is_some_and(|at| bytes[..at].iter().all(u8::is_ascii_whitespace) || bytes[..at].contains(&0))
}

fn by_signature(bytes: &[u8]) -> Option<Foreign> {
    let signatures: [(&[u8], Foreign); 10] = [
        (b"{\\rtf", Foreign::Rtf),
        (b"PK\x03\x04", Foreign::Zip),
        (b"\x1F\x8B", Foreign::Gzip),
        (b"bplist00", Foreign::WebArchive),
        (b"\x89PNG", Foreign::Picture),
        (b"\xFF\xD8\xFF", Foreign::Picture),
        (b"GIF8", Foreign::Picture),
        (b"RIFF", Foreign::Picture),
        (b"II*\0", Foreign::Picture),
        (b"MM\0*", Foreign::Picture),
    ];
    let without_mark = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let riff_is_picture = |foreign: Foreign, mark: &[u8]| {
        foreign != Foreign::Picture || mark != b"RIFF" || bytes.get(8..12) == Some(b"WEBP")
    };
    let found = signatures.into_iter().find(|(mark, _)| without_mark.starts_with(mark));
    found.filter(|(mark, foreign)| riff_is_picture(*foreign, mark)).map(|(_, foreign)| foreign)
}

/// The first characters, small, without white space before them; each byte is one where the bytes are not
/// UTF-16, for marks are ASCII in every other encoding.
fn start(bytes: &[u8]) -> String {
    let first = &bytes[..bytes.len().min(LOOKED_AT)];
    let text = match crate::encoding::utf16(bytes) {
        Some("UTF-16LE") => encoding_rs::UTF_16LE.decode(first).0.into_owned(),
        Some(_) => encoding_rs::UTF_16BE.decode(first).0.into_owned(),
        None => String::from_utf8_lossy(first).into_owned(),
    };
    text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').to_ascii_lowercase()
}

/// Whether the text begins with a tag of this name, not with a longer one.
fn is_tag(start: &str, mark: &str) -> bool {
    let rest = start.strip_prefix(mark);
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/')))
}

fn is_mhtml(start: &str) -> bool {
    let is_header = start.starts_with("from:") || start.starts_with("mime-version:");
    is_header && start.contains("content-type: multipart/related")
}

fn xml(start: &str, ending: &str) -> Result<MediaType, Foreign> {
    let is_page = start.contains("<html") || start.contains("<!doctype html");
    match (is_page, ending) {
        // Browsers read what is called .html as HTML, whatever it begins with.
        (true, "html" | "htm") => Ok(MediaType::Html),
        (true, _) | (false, "xhtml" | "xht") => Ok(MediaType::Xhtml),
        (false, _) => Err(Foreign::Xml),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let cases: &[(&str, &[u8], Result<MediaType, Foreign>)] = &[
            ("a.txt", b"Une erreur.", Ok(MediaType::Plain)),
            ("-", "阿富汗".as_bytes(), Ok(MediaType::Plain)),
            ("a.md", b"# Titre", Ok(MediaType::Markdown)),
            ("a.MD", b"<!-- draft -->\n# Titre", Ok(MediaType::Markdown)),
            ("a.txt", b"\xEF\xBB\xBF \n<!DOCTYPE html><p>", Ok(MediaType::Html)),
            ("a.txt", b"<!doctype html>", Ok(MediaType::Html)),
            ("a", b"<!-- saved from url=(0021)https://example.org/ -->\n<html>", Ok(MediaType::Html)),
            ("a.htm", b"<p>Sans rien", Ok(MediaType::Html)),
            ("a.txt", b"<p>Sans rien", Ok(MediaType::Plain)),
            ("a.txt", b"<headline> is what the desk calls it", Ok(MediaType::Plain)),
            ("a.html", b"\xFF\xFE<\0h\0t\0m\0l\0>\0", Ok(MediaType::Html)),
            (
                "a",
                b"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>",
                Ok(MediaType::Xhtml),
            ),
            ("a.html", b"<?xml version='1.0'?><html>", Ok(MediaType::Html)),
            ("a.xml", b"<?xml version='1.0'?><rss>", Err(Foreign::Xml)),
            ("a.txt", b"%PDF-1.7\n", Ok(MediaType::Pdf)),
            ("a.txt", b"A note on %PDF-1.7 files", Ok(MediaType::Plain)),
            ("a.txt", b"{\\rtf1 text", Err(Foreign::Rtf)),
            ("a.docx", b"PK\x03\x04", Err(Foreign::Zip)),
            ("a.mhtml", b"From: <Saved by Blink>\r\nContent-Type: multipart/related;", Err(Foreign::Mhtml)),
            ("a.webarchive", b"bplist00\xD1", Err(Foreign::WebArchive)),
            ("a.txt", b"RIFF is an abbreviation", Ok(MediaType::Plain)),
            ("a.webp", b"RIFF\0\0\0\0WEBP", Err(Foreign::Picture)),
        ];
        for (name, bytes, wanted) in cases {
            assert_eq!(detect(name, bytes), *wanted, "{name}: {}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn names_are_read_with_their_parameters() {
        assert_eq!(MediaType::of_name("Text/HTML; charset=utf-8"), Some(MediaType::Html));
        assert_eq!(MediaType::of_name("application/msword"), None);
        assert_eq!(charset("text/html; x=1; Charset=\"windows-1252\""), Some("windows-1252"));
        assert_eq!(charset("text/html"), None);
    }
}
