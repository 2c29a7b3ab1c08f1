//! The document that a person adds: its bytes, what it is, and the text that its quotes are checked against.

use crate::args::{Add, Common};
use crate::output;
use ibid::digest::Digest;
use ibid::error::Error;
use ibid::extract::{self, Extracted};
use ibid::media::{self, MediaType};
use ibid::quoting::{counted, toml_string};
use std::fs;
use std::io::Read as _;
use std::path::Path;

/// The largest file that is stored, in bytes.
const LARGEST: u64 = u32::MAX as u64;

/// A document as it will be stored.
pub struct Document {
    pub bytes: Vec<u8>,
    pub digest: Digest,
    /// How the name of its file ends.
    pub ending: &'static str,
    /// Its media type, with the encoding where it matters to whoever takes the text again.
    pub media_type: String,
    pub extracted: Extracted,
}

impl Document {
    /// Reads and understands the file that a person named; `like` is a media type for standard input.
    pub fn read(args: &Add, common: &Common, like: Option<MediaType>) -> Result<Self, Error> {
        let shown = args.file.display().to_string();
        let bytes = read(args, common)?;
        let media_type = media_type(args, &shown, &bytes, like)?;
        let options = extract::Options { encoding: args.encoding.as_deref(), whole_page: args.whole_page };
        let extracted =
            extract::extract(&bytes, media_type, options).map_err(|error| refused(&shown, &error))?;
        let is_plain = media_type == MediaType::Pdf || extracted.text.is_none() && !media_type.is_markup();
        let charset = extracted.encoding.to_lowercase();
        let name = media_type.name();
        let written = if is_plain { name.to_owned() } else { format!("{name}; charset={charset}") };
        let (digest, ending) = (Digest::of(&bytes), media_type.ending());
        Ok(Self { bytes, digest, ending, media_type: written, extracted })
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

    /// What was stored, for a person: the files below `folder`, each with its size.
    pub fn told(&self, folder: &str, stem: &str) -> String {
        let size = counted(self.bytes.len(), "byte");
        let own = format!("{folder}/{} ({size}, SHA-256 {})", self.name(stem), self.digest);
        let Some((name, bytes)) = self.text(stem) else { return format!("{own}.\n") };
        let text = &self.extracted;
        let size = counted(bytes.len(), "byte");
        let notes: String = text.notes.iter().map(|note| format!("{note}\n")).collect();
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

/// The name of the text beside a capture.
pub fn text_name(stem: &str) -> String {
    format!("{stem}.text.txt")
}

fn refused(shown: &str, error: &Error) -> Error {
    let hint = if error.hint.is_empty() {
        "nothing was stored".into()
    } else {
        format!("{}; nothing was stored", error.hint)
    };
    Error::new(format!("`{shown}` cannot be stored: {}", error.message)).hint(hint)
}

/// What a person says it is, else what its bytes and its name say.
fn media_type(args: &Add, shown: &str, bytes: &[u8], like: Option<MediaType>) -> Result<MediaType, Error> {
    if let Some(given) = &args.media_type {
        return MediaType::of_name(given).ok_or_else(|| {
            let known: Vec<&str> = MediaType::ALL.iter().map(|one| one.name()).collect();
            Error::new(format!("ibid takes no text from files of the type `{given}`"))
                .hint(format!("it reads {}", known.join(", ")))
        });
    }
    let found = media::detect(shown, bytes).map_err(|foreign| {
        Error::new(format!("`{shown}` {foreign}")).hint(format!("{}; nothing was stored", foreign.hint()))
    })?;
    let is_markdown = like == Some(MediaType::Markdown) && found == MediaType::Plain;
    Ok(if is_markdown && args.file == Path::new("-") { MediaType::Markdown } else { found })
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
        if shown.starts_with("http://") || shown.starts_with("https://") {
            return Err(Error::new(format!("`{shown}` is an address, and ibid does not fetch pages"))
                .hint("save the article’s text as a file, then `ibid add FILE --url …`"));
        }
        let path = output::working_folder(common)?.join(&args.file);
        let data = fs::metadata(&path).map_err(error)?;
        if data.is_dir() {
            return Err(Error::new(format!("`{shown}` is a folder"))
                .hint("name one file; each source is added by itself"));
        }
        if !data.is_file() {
            return Err(Error::new(format!("`{shown}` is a device, pipe or socket, not a file"))
                .hint("use - for standard input"));
        }
        fs::File::open(&path).map_err(error)?.take(LARGEST + 1).read_to_end(&mut bytes).map_err(error)?;
    }
    if bytes.len() as u64 > LARGEST {
        return Err(Error::new(format!("`{shown}` has more than {LARGEST} bytes"))
            .hint("store the part that is cited"));
    }
    Ok(bytes)
}
