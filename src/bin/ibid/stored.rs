//! What is said of bytes that are stored already, and what is done where their file is gone.

use crate::args::Add;
use crate::document::Document;
#[cfg(feature = "git")]
use crate::output;
use ibid::digest::Digest;
use ibid::error::Error;
use ibid::quoting::toml_string;
use ibid::source::{Capture, PinnedText, Source};
use ibid::store;
use ibid::tree::{Place, ReadError, Tree as _, WorkTree};
use ibid::trusted::LARGEST;

/// Refuses bytes that are a capture of one of these sources already.
pub fn refuse_known<'c>(
    sources: impl Iterator<Item = &'c Source>,
    document: &Document,
    args: &Add,
) -> Result<(), Error> {
    let known = recorded(sources, document);
    known.map_or(Ok(()), |(source, capture)| Err(stored_already(source, capture, document, args)))
}

/// The capture that has these bytes by its record, with its source.
fn recorded<'c>(
    mut sources: impl Iterator<Item = &'c Source>,
    document: &Document,
) -> Option<(&'c Source, &'c Capture)> {
    let is_same =
        |capture: &&Capture| capture.sha256.as_ref().is_some_and(|known| known.value == document.digest);
    sources.find_map(|source| Some((source, source.captures.iter().find(is_same)?)))
}

/// Writes the file of a capture that has these bytes by its record and is not there, and says so; `None` where none is
/// missing, and where the bytes are to be restricted and their source is open.
///
/// # Errors
///
/// Where it has other bytes now, or is no file that can be read, or is one of a restricted source, or cannot be written.
pub fn brought_back<'c>(
    sources: impl Iterator<Item = &'c Source>,
    document: &Document,
    tree: &WorkTree,
    args: &Add,
) -> Result<Option<String>, Error> {
    let Some((source, capture)) = recorded(sources, document) else { return Ok(None) };
    if args.restricted && !source.is_restricted() {
        return Ok(None);
    }
    let path = source.path_of(&capture.file.value);
    let read = if source.is_restricted() {
        tree.read_restricted(&path, LARGEST).1
    } else {
        tree.read(&path, LARGEST)
    };
    let but = match read {
        Ok(bytes) if Digest::of(&bytes) == document.digest => return Ok(None),
        Ok(_) => format!("`{path}` has other bytes now"),
        Err(ReadError::Missing) if source.is_restricted() => "its file is not here".to_owned(),
        Err(ReadError::Missing) => return written_back(source, capture, document, tree).map(Some),
        Err(_) => format!("what is at `{path}` is no file that can be read"),
    };
    let advice = if matches!(read, Err(ReadError::Missing)) {
        let name = &capture.file.value;
        format!("put the file into the vault as `{}/{name}`, or beside its record as `{path}`", source.id)
    } else {
        format!("move `{path}` away and add the file again")
    };
    let known = known_as(source, capture);
    Err(Error::new(format!("these bytes are recorded already, {known}, but {but}"))
        .hint(format!("{advice}; nothing was stored")))
}

/// Writes the file of a capture anew, with its text where that is not there either; returns what to say of it.
fn written_back(
    source: &Source,
    capture: &Capture,
    document: &Document,
    tree: &WorkTree,
) -> Result<String, Error> {
    let path = source.path_of(&capture.file.value);
    let is_lost = |text: &&PinnedText| tree.read(&source.path_of(&text.file.value), LARGEST).is_err();
    let taken = document.text(&capture.id).map(|(_, bytes)| bytes);
    let text = capture.text.as_deref().filter(is_lost).zip(taken);
    let text = text.filter(|(text, bytes)| Digest::of(bytes) == text.sha256.value);
    let mut files: Vec<(Place, &[u8])> = vec![(tree.place(&path), &document.bytes)];
    files.extend(text.map(|(text, bytes)| (tree.place(source.path_of(&text.file.value)), bytes)));
    store::create_before(&files, || Ok(()))?;
    Ok(format!(
        "Brought back `{path}`: these are the bytes of `{}`, a capture of `{}` whose file was not there.\n",
        capture.id, source.id
    ))
}

/// What bytes that are recorded are known as.
fn known_as(source: &Source, capture: &Capture) -> String {
    format!("as the capture `{}` of the source `{}`", capture.id, source.id)
}

/// What is said of bytes that are stored already; what is asked of them now may be another thing.
fn stored_already(source: &Source, capture: &Capture, document: &Document, args: &Add) -> Error {
    let known = known_as(source, capture);
    if args.restricted && !source.is_restricted() {
        let hint = "write `access = \"restricted\"` above the first `[[capture]]`";
        return Error::new(format!("these bytes are stored already, and openly, {known}")).hint(format!(
            "{hint} of {}/source.toml; `ibid verify` then says what git has of them; nothing was stored",
            source.folder()
        ));
    }
    if let Some(error) = text_taken_otherwise(source, capture, document, args) {
        return error;
    }
    let said = [&args.title, &args.publisher, &args.published, &args.language, &args.url];
    let described = !args.author.is_empty() || said.into_iter().any(Option::is_some);
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
    let known = known_as(source, capture);
    let message = format!("these bytes are stored already, with a text that was taken otherwise, {known}");
    Some(Error::new(message).hint(format!(
        "to have the text taken as you say now, {delete}, and add the file again; `ibid verify` then says which quotes that touches; nothing was stored"
    )))
}

/// Warns of a capture, by its path below the root, that git leaves out: whoever clones the repository would lack it.
#[cfg(feature = "git")]
pub fn warn_of_ignored(tree: &WorkTree, path: &str) {
    if ibid::tree::git::would_leave(&tree.root().join(path)) {
        output::tell(&format!(
            "warning: git is told to ignore `{path}`, so a clone would have the record without it; let `!/sources/**` be the last line of .gitignore (`git check-ignore -v {path}` says which line it is)"
        ));
    }
}

/// Without git it is not known what git leaves out.
#[cfg(not(feature = "git"))]
pub const fn warn_of_ignored(_tree: &WorkTree, _path: &str) {}
