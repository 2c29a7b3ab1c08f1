//! What ibid takes from a document.

use super::measure::Taken;
use ibid::extract::{Options, extract};
use ibid::media::detect;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The text and the metadata, or why there are none.
pub fn taken(document: &Path) -> Result<Taken, String> {
    let bytes = fs::read(document).unwrap();
    let media_type = detect(&document.to_string_lossy(), &bytes).map_err(|why| why.hint().to_owned())?;
    let extracted = extract(&bytes, media_type, Options::default()).map_err(|why| why.to_string())?;
    let found = extracted.metadata;
    let author = Some(found.author.join("; ")).filter(|author| !author.is_empty());
    let metadata = [
        ("title", found.title),
        ("publisher", found.publisher),
        ("author", author),
        ("published", found.published),
        ("language", found.language),
        ("url", found.url),
    ];
    let metadata: BTreeMap<String, String> =
        metadata.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect();
    Ok(Taken { text: extracted.text.unwrap_or_default(), metadata })
}
