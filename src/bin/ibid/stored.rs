//! What is said of bytes that are stored already.

use crate::args::Add;
use crate::document::Document;
use ibid::digest::Digest;
use ibid::error::Error;
use ibid::quoting::toml_string;
use ibid::source::{Capture, Source};

/// Refuses bytes that are a capture of one of these sources already.
pub fn refuse_known<'c>(
    mut sources: impl Iterator<Item = &'c Source>,
    document: &Document,
    args: Option<&Add>,
) -> Result<(), Error> {
    let is_same =
        |capture: &&Capture| capture.sha256.as_ref().is_some_and(|known| known.value == document.digest);
    let known = sources.find_map(|source| Some((source, source.captures.iter().find(is_same)?)));
    known.map_or(Ok(()), |(source, capture)| Err(stored_already(source, capture, document, args)))
}

/// What is said of bytes that are stored already; what is asked of them now may be another thing.
fn stored_already(source: &Source, capture: &Capture, document: &Document, args: Option<&Add>) -> Error {
    let known = format!("as the capture `{}` of the source `{}`", capture.id, source.id);
    if args.is_some_and(|args| args.restricted) && !source.is_restricted() {
        let hint = "write `access = \"restricted\"` above the first `[[capture]]`";
        return Error::new(format!("these bytes are stored already, and openly, {known}")).hint(format!(
            "{hint} of {}/source.toml; `ibid verify` then says what git has of them; nothing was stored",
            source.folder()
        ));
    }
    if let Some(error) = args.and_then(|args| text_taken_otherwise(source, capture, document, args)) {
        return error;
    }
    let described = args.is_some_and(|args| {
        let said = [&args.title, &args.publisher, &args.published, &args.language, &args.url];
        !args.author.is_empty() || said.into_iter().any(Option::is_some)
    });
    let folder = source.folder();
    let record = if described {
        format!("; what is said of it, such as its title, is in {folder}/source.toml: change it there")
    } else {
        String::new()
    };
    Error::new(format!("these bytes are stored already, {known}"))
        .hint(format!("quote them with `source = {}`{record}; nothing was stored", toml_string(&source.id)))
}

/// What is said where a person asks for another text of bytes than the one that is stored with them.
pub fn text_taken_otherwise(
    source: &Source,
    capture: &Capture,
    document: &Document,
    args: &Add,
) -> Option<Error> {
    let is_asked = args.whole_page || args.encoding.is_some() || args.media_type.is_some();
    let text = document.text(&capture.id).map(|(_, text)| Digest::of(text));
    let stored = capture.text.as_ref().map(|text| text.sha256.value);
    if !is_asked || text == stored {
        return None;
    }
    let folder = source.folder();
    let delete = match source.captures.as_slice() {
        [_] => format!("delete the folder {folder}"),
        _ => format!("delete the files of that capture and its `[[capture]]` in {folder}/source.toml"),
    };
    let message = format!(
        "these bytes are stored already, with a text that was taken otherwise, as the capture `{}` of the source `{}`",
        capture.id, source.id
    );
    Some(Error::new(message).hint(format!(
        "to have the text taken as you say now, {delete}, and add the file again; `ibid verify` then says which quotes that touches; nothing was stored"
    )))
}
