//! What a PDF says of itself: its information dictionary, its XMP packet, its catalog. A date of creation is
//! no date of publication, and a program's or a file's name no title.

use super::letters;
use crate::extract::Metadata;
use crate::fold::tags;
use crate::parse::grammar;
use crate::text::single_spaced;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{self, Dict, Stream};

/// The largest XMP packet that is read, in bytes.
const LARGEST_PACKET: usize = 1 << 20;

pub(super) fn read(pdf: &Pdf) -> Metadata {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let packet = catalog
        .as_ref()
        .and_then(|catalog| catalog.get::<Stream<'_>>(b"Metadata"))
        .filter(|stream| stream.raw_data().len() <= LARGEST_PACKET)
        .and_then(|stream| stream.decoded_data().ok().map(|data| letters_of_packet(&data)))
        .unwrap_or_default();
    let info = pdf.metadata();
    let own = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(letters::of_string);
    let title = of_packet(&packet, "dc:title").into_iter().next().or_else(|| own(&info.title));
    let mut author: Vec<String> =
        of_packet(&packet, "dc:creator").iter().filter_map(|name| kept(name)).collect();
    if author.is_empty() {
        author.extend(own(&info.author).as_deref().and_then(kept));
    }
    let language = catalog
        .and_then(|catalog| catalog.get::<object::String<'_>>(b"Lang"))
        .map(|tag| letters::of_string(tag.as_bytes()))
        .or_else(|| of_packet(&packet, "dc:language").into_iter().next());
    Metadata {
        title: title.as_deref().and_then(kept).filter(|title| is_title(title)),
        author: author.into_iter().filter(|name| is_person(name)).collect(),
        language: language
            .filter(|tag| grammar::names_language(tag.trim()))
            .map(|tag| tags::normal(tag.trim())),
        ..Metadata::default()
    }
}

fn letters_of_packet(data: &[u8]) -> String {
    match data {
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] => letters::of_string(data),
        _ => String::from_utf8_lossy(data).into_owned(),
    }
}

/// The values of a property of an XMP packet: the items of its list, or its own text.
fn of_packet(packet: &str, property: &str) -> Vec<String> {
    let Some((_, rest)) = packet.split_once(&format!("<{property}")) else { return Vec::new() };
    let Some((inner, _)) = rest.split_once(&format!("</{property}>")) else { return Vec::new() };
    let Some((_, inner)) = inner.split_once('>') else { return Vec::new() };
    let items: Vec<String> = inner
        .split("<rdf:li")
        .skip(1)
        .filter_map(|item| Some(item.split_once('>')?.1.split("</rdf:li").next()?.to_owned()))
        .collect();
    let texts = if items.is_empty() { vec![inner.to_owned()] } else { items };
    texts.iter().filter(|text| !text.contains('<')).map(|text| unescaped(text)).collect()
}

fn unescaped(text: &str) -> String {
    let named = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    named.replace("&apos;", "'").replace("&#39;", "'").replace("&amp;", "&")
}

/// A value without white space around it and control characters in it; `None` where nothing is left.
fn kept(text: &str) -> Option<String> {
    const LONGEST: usize = 500;
    let text: String = text.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let text = single_spaced(&text);
    (!text.is_empty() && !text.contains('\u{FFFD}')).then_some(text)
}

/// Whether it is what a person would call a title, and not a program's stopgap or a file's name.
fn is_title(text: &str) -> bool {
    const ENDINGS: [&str; 13] = [
        ".pdf", ".doc", ".docx", ".odt", ".rtf", ".tex", ".dvi", ".indd", ".qxd", ".qxp", ".pptx", ".xlsx",
        ".html",
    ];
    const PREFIXES: [&str; 6] = [
        "microsoft word - ",
        "microsoft powerpoint - ",
        "powerpoint presentation",
        "http://",
        "https://",
        "file:",
    ];
    const STOPGAPS: [&str; 9] = [
        "untitled",
        "sans titre",
        "document",
        "document1",
        "title",
        "titre",
        "none",
        "ohne titel",
        "sin título",
    ];
    let small = text.to_lowercase();
    let is_stopgap =
        STOPGAPS.contains(&small.as_str()) || PREFIXES.iter().any(|prefix| small.starts_with(prefix));
    !is_stopgap
        && !ENDINGS.iter().any(|ending| small.ends_with(ending))
        && text.chars().any(char::is_alphabetic)
}

/// Whether it may be a person or a body, and not the account that a program ran under.
fn is_person(text: &str) -> bool {
    const ACCOUNTS: [&str; 9] =
        ["user", "admin", "administrator", "root", "owner", "unknown", "author", "anonymous", "utilisateur"];
    !ACCOUNTS.contains(&text.to_lowercase().as_str()) && !text.contains('@')
}
