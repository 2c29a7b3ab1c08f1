//! `ibid add`.

use crate::args::{Add, Common};
use crate::{PASSED, capture, output};
use ibid::corpus::Corpus;
use ibid::digest::Digest;
use ibid::encoding;
use ibid::error::Error;
use ibid::parse::grammar;
use ibid::quoting::{counted, toml_string};
use ibid::source::Source;
use ibid::store;
use std::fs;
use std::io::Read as _;
use std::path::Path;

/// The largest file that is stored, in bytes.
const LARGEST: u64 = u32::MAX as u64;

pub fn run(args: &Add, common: &Common) -> Result<u8, Error> {
    if let Some(source) = &args.to {
        return capture::run(args, source, common);
    }
    let tree = output::repository(common)?;
    let bytes = read(args, common)?;
    let shown = args.file.display().to_string();
    check_text(&shown, &bytes)?;
    let (title, is_given) = title(args)?;
    check_metadata(args)?;
    let captured = captured(args.captured.as_deref())?;
    let corpus = Corpus::load(&tree);
    let digest = Digest::of(&bytes);
    refuse_known(corpus.sources.iter(), digest)?;
    let id = id(args, &title, &corpus)?;
    let folder = tree.root().join("sources").join(&id);
    refuse_links(tree.root(), &id)?;
    let media_type = media_type(&args.file);
    let ending = ending(media_type);
    let name = format!("{}.{ending}", captured.day);
    let record = record(args, &title, &name, digest, &captured.written, media_type);
    store::create_folder(&folder, &[(&name, &bytes), ("source.toml", record.as_bytes())])?;
    let note =
        if is_given { "" } else { "Its title is the file’s name; give it its own in source.toml.\n" };
    output::print(&format!(
        "Stored `{id}`: sources/{id}/{name} ({}, SHA-256 {digest}).\n{note}\nTo quote it:\n\n  [[claim.quote]]\n  source = {}\n  exact = \"…\"\n",
        counted(bytes.len(), "byte"),
        toml_string(&id),
    ))?;
    Ok(PASSED)
}

pub fn read(args: &Add, common: &Common) -> Result<Vec<u8>, Error> {
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

pub fn check_text(shown: &str, bytes: &[u8]) -> Result<(), Error> {
    let start: String = String::from_utf8_lossy(&bytes[..bytes.len().min(512)])
        .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}')
        .to_lowercase();
    if start.starts_with("{\\rtf") {
        return Err(Error::new(format!(
            "`{shown}` is in the format RTF; ibid stores plain text and Markdown"
        ))
        .hint("save its text as plain text and add that"));
    }
    if bytes.starts_with(b"%PDF-") {
        return Err(Error::new(format!("`{shown}` is a PDF; ibid stores plain text and Markdown"))
            .hint("save its text as a file and add that"));
    }
    if ["<!doctype html", "<html", "<?xml", "<!--"].iter().any(|mark| start.starts_with(mark)) {
        return Err(Error::new(format!("`{shown}` is a web page; ibid stores plain text and Markdown"))
            .hint("save the article’s text as a file and add that"));
    }
    if !bytes.is_empty() && std::str::from_utf8(bytes).is_ok_and(|text| text.trim().is_empty()) {
        return Err(Error::new(format!("`{shown}` holds only white space; nothing was stored")));
    }
    match encoding::utf8(bytes) {
        Ok(_) => Ok(()),
        Err(why) => Err(Error::new(format!("`{shown}` cannot be stored as text: {why}"))
            .hint("save it as UTF-8 and add that; nothing was stored")),
    }
}

/// The title, and whether it was given.
fn title(args: &Add) -> Result<(String, bool), Error> {
    if let Some(title) = &args.title {
        let title = title.trim();
        return if title.is_empty() {
            Err(Error::new("the title is empty"))
        } else {
            Ok((title.to_owned(), true))
        };
    }
    let stem = args.file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    match stem.filter(|stem| stem != "-") {
        Some(stem) => Ok((stem, false)),
        None => Err(Error::new("text from standard input needs a title").hint("give it one: --title \"…\"")),
    }
}

fn check_metadata(args: &Add) -> Result<(), Error> {
    if let Some(date) = args.published.as_deref().filter(|date| !grammar::is_edtf_date(date)) {
        return Err(Error::new(format!("`{date}` is no year, month or day"))
            .hint("write as much as is known: --published 2025, 2025-12 or 2025-12-08"));
    }
    if let Some(tag) = args.language.as_deref().filter(|tag| !grammar::is_language_tag(tag)) {
        return Err(Error::new(format!("`{tag}` is no language tag"))
            .hint("write a tag such as fr, ar or zh-Hans (BCP 47)"));
    }
    Ok(())
}

/// When a copy was taken: as TOML writes it, and its day.
pub struct Captured {
    pub written: String,
    pub day: String,
}

pub fn captured(given: Option<&str>) -> Result<Captured, Error> {
    let Some(given) = given else {
        let now = jiff::Timestamp::now().round(jiff::Unit::Second).unwrap_or_else(|_| jiff::Timestamp::now());
        let written = now.to_string();
        return Ok(Captured { day: written[..10].to_owned(), written });
    };
    let wrong = || {
        Error::new(format!("`{given}` is no date or time"))
            .hint("write --captured 2025-12-08 or --captured 2025-12-08T10:00:00Z")
    };
    let is_time = given.parse::<jiff::Timestamp>().is_ok() && given.as_bytes().get(10) == Some(&b'T');
    let day = given.get(..10).ok_or_else(wrong)?;
    let is_day = day.parse::<jiff::civil::Date>().is_ok();
    if is_day && (given.len() == 10 || is_time && format!("x = {given}").parse::<toml::Table>().is_ok()) {
        return Ok(Captured { written: given.to_owned(), day: day.to_owned() });
    }
    Err(wrong())
}

/// The media type that a file’s name tells of.
pub fn media_type(file: &Path) -> &'static str {
    let is_markdown = file
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("md") || end.eq_ignore_ascii_case("markdown"));
    if is_markdown { "text/markdown" } else { "text/plain" }
}

/// How the name of a capture of this media type ends.
pub fn ending(media_type: &str) -> &'static str {
    if media_type == "text/markdown" { "md" } else { "txt" }
}

/// Refuses bytes that are a capture of one of these sources already.
pub fn refuse_known<'c>(sources: impl Iterator<Item = &'c Source>, digest: Digest) -> Result<(), Error> {
    for source in sources {
        let known = source
            .captures
            .iter()
            .find(|capture| capture.sha256.as_ref().is_some_and(|known| known.value == digest));
        if let Some(capture) = known {
            return Err(Error::new(format!(
                "these bytes are stored already, as the capture `{}` of the source `{}`",
                capture.id, source.id
            ))
            .hint(format!("quote them with `source = {}`; nothing was stored", toml_string(&source.id))));
        }
    }
    Ok(())
}

fn id(args: &Add, title: &str, corpus: &Corpus) -> Result<String, Error> {
    let id = args.id.clone().unwrap_or_else(|| proposed_id(title));
    if id.is_empty() {
        return Err(Error::new("no id can be proposed from this title").hint("give it one: --id the-article"));
    }
    if !grammar::is_source_id(&id) {
        return Err(Error::new(format!("`{id}` cannot be a source’s id"))
            .hint("use small letters a to z, digits, `.`, `_`, `-` and `/`, each part beginning with a letter or digit"));
    }
    if id.split('/').any(|part| part == "source.toml") {
        return Err(
            Error::new("a source cannot be named `source.toml`").hint("give it another: --id the-article")
        );
    }
    if corpus.source(&id).is_some() {
        return Err(Error::new(format!("there is a source `{id}` already; nothing was stored"))
            .hint(format!("give this one another id: --id {id}-2")));
    }
    Ok(id)
}

/// The longest id that is proposed.
const PROPOSED: usize = 48;

/// An id from a title: its words in small plain letters, joined by hyphens, other scripts transliterated.
fn proposed_id(title: &str) -> String {
    let plain = deunicode::deunicode_with_tofu(title, " ").to_lowercase();
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut id = String::new();
    for word in words {
        if !id.is_empty() && id.len() + 1 + word.len() > PROPOSED {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&word[..word.len().min(PROPOSED)]);
    }
    id
}

/// Refuses to write through links: what is stored stays in the repository.
pub fn refuse_links(root: &Path, id: &str) -> Result<(), Error> {
    let mut path = root.join("sources");
    let parts = std::iter::once("").chain(id.split('/'));
    for part in parts {
        if !part.is_empty() {
            path.push(part);
        }
        if fs::symlink_metadata(&path).is_ok_and(|data| data.is_symlink()) {
            return Err(Error::new(format!(
                "`{}` is a link; ibid writes only into the repository itself",
                path.display()
            )));
        }
    }
    Ok(())
}

fn record(args: &Add, title: &str, name: &str, digest: Digest, captured: &str, media_type: &str) -> String {
    let mut lines = vec![format!("title = {}", toml_string(title))];
    let mut optional = |key: &str, value: Option<&String>| {
        lines.extend(value.map(|value| format!("{key} = {}", toml_string(value))));
    };
    optional("publisher", args.publisher.as_ref());
    optional("url", args.url.as_ref());
    optional("published", args.published.as_ref());
    optional("language", args.language.as_ref());
    if !args.author.is_empty() {
        let authors: Vec<String> = args.author.iter().map(|author| toml_string(author)).collect();
        lines.insert(1, format!("author = [{}]", authors.join(", ")));
    }
    lines.push(String::new());
    lines.push("[[capture]]".into());
    lines.push(format!("file = {}", toml_string(name)));
    lines.push(format!("sha256 = \"{digest}\""));
    lines.push(format!("captured = {captured}"));
    lines.push(format!("media-type = \"{media_type}\""));
    lines.extend(args.note.as_ref().map(|note| format!("note = {}", toml_string(note))));
    lines.join("\n") + "\n"
}
