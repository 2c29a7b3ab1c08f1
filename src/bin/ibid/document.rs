//! The document that a person adds: its bytes, what it is, and the text that its quotes are checked against.

use crate::args::{Add, Common};
use crate::output;
use ibid::digest::Digest;
use ibid::error::Error;
use ibid::extract::{self, Extracted};
use ibid::fragment::is_web_address;
use ibid::media::{self, MediaType};
use ibid::quoting::{counted, toml_string};
use ibid::render::visible::visible;
use ibid::source::Fetch;
use std::fs;
use std::io::Read as _;
use std::path::Path;

/// The largest file that is stored, in bytes.
const LARGEST: u64 = u32::MAX as u64;

/// So many bytes of a file tell what it is.
const START: u64 = 64 << 10;

/// A document as it will be stored.
pub struct Document {
    pub bytes: Vec<u8>,
    pub digest: Digest,
    /// How the name of its file ends.
    pub ending: &'static str,
    /// Its media type, with the encoding where it matters to whoever takes the text again.
    pub media_type: String,
    pub extracted: Extracted,
    /// How it came, where it was fetched.
    pub fetch: Option<Fetch>,
}

/// Where a document is taken from.
pub enum Origin<'o> {
    StandardInput,
    File(&'o Path),
    /// An address, `http://…` or `https://…`.
    Address(&'o str),
}

impl<'o> Origin<'o> {
    /// What a person means by what they typed.
    pub fn of(word: &'o Path) -> Self {
        let is_web = |word: &&str| {
            let begins =
                |start: &str| word.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
            begins("http://") || begins("https://")
        };
        match word.to_str().map(str::trim).filter(is_web) {
            Some(address) => Self::Address(address),
            None if word == Path::new("-") => Self::StandardInput,
            None => Self::File(word),
        }
    }

    /// A title, where the document tells none: the file's name, or the last part of the address.
    pub fn title(&self) -> Option<String> {
        let stem = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        match self {
            Self::StandardInput => None,
            Self::File(path) => stem(path),
            Self::Address(address) => {
                let path = address.split(['?', '#']).next()?.trim_end_matches('/');
                path.split_once("://").and_then(|(_, rest)| rest.rsplit('/').next()).map(str::to_owned)
            }
        }
    }
}

impl Document {
    /// Reads and understands what a person named; `like` is a media type for standard input.
    pub fn read(args: &Add, common: &Common, like: Option<MediaType>) -> Result<Self, Error> {
        if let Some(archive) = args.archive.as_deref().filter(|archive| !is_web_address(archive)) {
            return Err(Error::new(format!("`{archive}` is no address of a page on the web"))
                .hint("write it whole, as in --archive https://web.archive.org/…"));
        }
        args.archive.as_deref().map_or(Ok(()), refuse_secret)?;
        match Origin::of(&args.file) {
            Origin::Address(address) => fetched(args, address, common),
            _ => Self::of_file(args, common, like),
        }
    }

    fn of_file(args: &Add, common: &Common, like: Option<MediaType>) -> Result<Self, Error> {
        let shown = args.file.display().to_string();
        let bytes = read(args, common)?;
        let media_type = media_type(args, &shown, &bytes, like)?;
        let extracted =
            extract::extract(&bytes, media_type, options(args)).map_err(|error| refused(&shown, &error))?;
        Ok(Self::of(bytes, media_type, extracted, None))
    }

    /// A document that was read already.
    pub fn of(bytes: Vec<u8>, media_type: MediaType, extracted: Extracted, fetch: Option<Fetch>) -> Self {
        let is_plain = media_type == MediaType::Pdf || extracted.text.is_none() && !media_type.is_markup();
        let charset = extracted.encoding.to_lowercase();
        let name = media_type.name();
        let written = if is_plain { name.to_owned() } else { format!("{name}; charset={charset}") };
        let (digest, ending) = (Digest::of(&bytes), media_type.ending());
        Self { bytes, digest, ending, media_type: written, extracted, fetch }
    }

    /// How it came, as a record has it, a TOML value.
    pub fn fetched(&self) -> Option<String> {
        let fetch = self.fetch.as_ref()?;
        let mut pairs =
            vec![format!("url = {}", toml_string(&fetch.url)), format!("status = {}", fetch.status)];
        let redirects: Vec<String> = fetch.redirects.iter().map(|one| toml_string(one)).collect();
        if !redirects.is_empty() {
            pairs.push(format!("redirects = [{}]", redirects.join(", ")));
        }
        let headers = [
            ("date", &fetch.date),
            ("content-type", &fetch.content_type),
            ("content-language", &fetch.content_language),
            ("etag", &fetch.etag),
            ("last-modified", &fetch.last_modified),
        ];
        let set = headers.iter().filter_map(|(key, value)| Some((key, value.as_ref()?)));
        pairs.extend(set.map(|(key, value)| format!("{key} = {}", toml_string(value))));
        Some(format!("{{ {} }}", pairs.join(", ")))
    }

    /// Whether it has pages that were made to be printed.
    pub fn is_pdf(&self) -> bool {
        self.extracted.extractor == extract::PDF
    }

    /// The name of its file of this stem.
    pub fn name(&self, stem: &str) -> String {
        format!("{stem}.{}", self.ending)
    }

    /// The name and the bytes of the text beside it, where the bytes are not the text.
    pub fn text(&self, stem: &str) -> Option<(String, &[u8])> {
        let text = self.extracted.text.as_deref()?;
        Some((text_name(stem), text.as_bytes()))
    }

    /// The pinned text as a record has it, a TOML value.
    pub fn pinned(&self, stem: &str) -> Option<String> {
        let (name, bytes) = self.text(stem)?;
        let (digest, extractor) = (Digest::of(bytes), toml_string(self.extracted.extractor));
        let offsets = |key: &str, offsets: &[usize]| {
            let written: Vec<String> = offsets.iter().map(usize::to_string).collect();
            if written.is_empty() { String::new() } else { format!(", {key} = [{}]", written.join(", ")) }
        };
        let pages = offsets("pages", &self.extracted.pages);
        let joined = offsets("joined", &self.extracted.joined);
        Some(format!(
            "{{ file = {}, sha256 = \"{digest}\", extractor = {extractor}{pages}{joined} }}",
            toml_string(&name)
        ))
    }

    /// What was stored, for a person: the files below `folder`, each with its size; for a terminal that no folder's name
    /// can act on.
    pub fn told(&self, folder: &str, stem: &str) -> String {
        self.files(folder, stem).lines().map(|line| visible(line) + "\n").collect()
    }

    fn files(&self, folder: &str, stem: &str) -> String {
        let size = counted(self.bytes.len(), "byte");
        let own = format!("{folder}/{} ({size}, SHA-256 {})", self.name(stem), self.digest);
        let text = &self.extracted;
        let notes: String = text.notes.iter().map(|note| format!("{note}\n")).collect();
        let Some((name, bytes)) = self.text(stem) else { return format!("{own}.\n{notes}") };
        let size = counted(bytes.len(), "byte");
        if text.extractor != extract::TEXT {
            let lines = bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).count();
            let advice = if self.is_pdf() {
                "Look it over beside the PDF: columns, tables and notes first"
            } else {
                "Look it over: it should be the whole article and nothing else"
            };
            return format!(
                "{own}.\nQuotes are checked against its text: {folder}/{name} ({}, {size}).\n{advice}.\n{notes}",
                counted(lines, "line")
            );
        }
        format!(
            "{own}.\nQuotes are checked against its text, which ibid read as {}: {folder}/{name} ({size}).\n{notes}",
            text.encoding
        )
    }
}

/// Refuses an address with a name or password in it.
pub fn refuse_secret(address: &str) -> Result<(), Error> {
    let (_, rest) = address.split_once("://").unwrap_or_default();
    let authority = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    if !authority.contains('@') {
        return Ok(());
    }
    Err(Error::new(
        "the address has a name or password in it, which would stand in the record for all to read",
    )
    .hint("leave out what stands before the `@`, and the `@`; nothing was stored"))
}

/// The name of the text beside a capture.
pub fn text_name(stem: &str) -> String {
    format!("{stem}.text.txt")
}

fn options(args: &Add) -> extract::Options<'_> {
    extract::Options {
        encoding: args.encoding.as_deref(),
        whole_page: args.whole_page,
        ..extract::Options::default()
    }
}

/// The page at an address.
#[cfg(feature = "http")]
fn fetched(args: &Add, address: &str, common: &Common) -> Result<Document, Error> {
    use ibid::fetch::{Answer, Page, address};
    if args.captured.is_some() {
        return Err(Error::new("a page that is fetched is captured now; --captured is for files")
            .hint("leave --captured out"));
    }
    let given = args.media_type.as_deref().map(given_type).transpose()?;
    let nothing_stored = |error: Error| Error::new(error.message).hint(with_nothing_stored(&error.hint));
    let url = address::parse(address).map_err(nothing_stored)?;
    let client = crate::net::client(&args.net, common)?;
    let answer = client.fetch(&url, None).map_err(|failure| nothing_stored(failure.into()))?;
    // A server that was told nothing of an earlier copy cannot say that it is the same.
    let Answer::Page(page) = answer else { return Err(Error::new("the server sent no page")) };
    let page = Page::read(*page, given, options(args)).map_err(|error| refused(address, &error))?;
    Ok(Document::of(page.bytes, page.media_type, page.extracted, Some(page.fetch)))
}

#[cfg(not(feature = "http"))]
fn fetched(_args: &Add, address: &str, _common: &Common) -> Result<Document, Error> {
    Err(Error::new(format!("`{address}` is an address, and this ibid was built without fetching pages"))
        .hint("`cargo install --path . --features full` in ibid’s own folder builds it whole; or save the page as a file, then `ibid add FILE --url …`"))
}

fn with_nothing_stored(hint: &str) -> String {
    if hint.is_empty() { "nothing was stored".into() } else { format!("{hint}; nothing was stored") }
}

fn refused(shown: &str, error: &Error) -> Error {
    let hint = with_nothing_stored(&error.hint);
    Error::new(format!("`{shown}` cannot be stored: {}", error.message)).hint(hint)
}

/// What a person says it is, else what its bytes and its name say.
fn media_type(args: &Add, shown: &str, bytes: &[u8], like: Option<MediaType>) -> Result<MediaType, Error> {
    if let Some(given) = &args.media_type {
        return given_type(given);
    }
    let found = media::detect(shown, bytes).map_err(|foreign| {
        Error::new(format!("`{shown}` {foreign}")).hint(format!("{}; nothing was stored", foreign.hint()))
    })?;
    let is_markdown = like == Some(MediaType::Markdown) && found == MediaType::Plain;
    Ok(if is_markdown && args.file == Path::new("-") { MediaType::Markdown } else { found })
}

fn given_type(given: &str) -> Result<MediaType, Error> {
    MediaType::of_name(given).ok_or_else(|| {
        let known: Vec<&str> = MediaType::ALL.iter().map(|one| one.name()).collect();
        Error::new(format!("ibid takes no text from files of the type `{given}`"))
            .hint(format!("it reads {}", known.join(", ")))
    })
}

fn read(args: &Add, common: &Common) -> Result<Vec<u8>, Error> {
    let shown = args.file.display().to_string();
    let error = |error: std::io::Error| Error::io(&shown, &error);
    let mut bytes = Vec::new();
    if args.file == Path::new("-") {
        std::io::stdin()
            .lock()
            .take(LARGEST + 1)
            .read_to_end(&mut bytes)
            .map_err(|e| Error::io("standard input", &e))?;
    } else {
        let path = output::working_folder(common)?.join(&args.file);
        let data = fs::metadata(&path).map_err(|why| error(why).hint(maybe_address(&shown)))?;
        if data.is_dir() {
            return Err(Error::new(format!("`{shown}` is a folder"))
                .hint("name one file; each source is added by itself"));
        }
        if !data.is_file() {
            return Err(Error::new(format!("`{shown}` is a device, pipe or socket, not a file"))
                .hint("use - for standard input"));
        }
        let mut file = fs::File::open(&path).map_err(error)?.take(LARGEST + 1);
        file.by_ref().take(START).read_to_end(&mut bytes).map_err(error)?;
        refuse_large(args, &shown, &bytes, data.len())?;
        bytes.reserve_exact(
            usize::try_from(data.len().min(LARGEST)).unwrap_or(0).saturating_sub(bytes.len()) + 1,
        );
        file.read_to_end(&mut bytes).map_err(error)?;
    }
    if bytes.len() as u64 > LARGEST {
        return Err(Error::new(format!("`{shown}` has more than {LARGEST} bytes"))
            .hint("store the part that is cited"));
    }
    Ok(bytes)
}

/// Refuses what is too large to be stored before it is read, by its first bytes and its size.
fn refuse_large(args: &Add, shown: &str, start: &[u8], size: u64) -> Result<(), Error> {
    let is_markup = match &args.media_type {
        Some(given) => given_type(given)?.is_markup(),
        None => media::detect(shown, start).is_ok_and(MediaType::is_markup),
    };
    if is_markup { extract::refuse_large_page(size).map_err(|error| refused(shown, &error)) } else { Ok(()) }
}

/// What to do, where a file that is not there may be meant as an address.
fn maybe_address(shown: &str) -> String {
    if let Some((scheme, _)) = shown.split_once("://") {
        let is_file = scheme.eq_ignore_ascii_case("file");
        let hint = if is_file { "name the file itself" } else { "ibid fetches http:// and https:// alone" };
        return hint.into();
    }
    let host = shown.split('/').next().unwrap_or_default();
    let top = host.rsplit_once('.').map_or("", |(_, top)| top);
    let is_path = shown.contains('/') || shown.starts_with("www.");
    let is_host = !host.starts_with('.') && top.chars().count() > 1 && top.chars().all(char::is_alphabetic);
    if is_path && is_host {
        format!("if it is an address, write it whole: https://{shown}")
    } else {
        String::new()
    }
}
