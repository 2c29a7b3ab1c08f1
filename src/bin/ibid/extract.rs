//! `ibid extract`.

use crate::args::{Common, Extract};
use crate::{FAILED, FOUND, PASSED, named, output};
use ibid::corpus::Corpus;
use ibid::digest::Digest;
use ibid::error::Error;
use ibid::extract;
use ibid::quoting::counted;
use ibid::render;
use ibid::render::visible::visible;
use ibid::repair::Mended;
use ibid::source::{Capture, PinnedText, Source};
use ibid::store;
use ibid::tree::{ReadError, WorkTree};
use ibid::trusted::{self, Distrust, Why};
use std::io::IsTerminal as _;
use std::path::Path;

pub fn run(args: &Extract, common: &Common) -> Result<u8, Error> {
    let tree = output::repository(common)?;
    let corpus = Corpus::load(&tree);
    let sources = match &args.source {
        Some(word) => vec![named::source(&corpus, word, &tree, common)?],
        None => corpus.sources.iter().collect(),
    };
    for source in &sources {
        named::refuse_broken(&corpus, source, false)?;
    }
    if args.check { check(args, &tree, &sources, common) } else { show(args, &tree, sources[0], common) }
}

/// Whether the words of a source, which is restricted, would go where others may read them.
fn is_withheld(source: &Source, common: &Common) -> bool {
    source.is_restricted() && !output::shows_restricted(common, false)
}

/// Prints the text that quotes are checked against.
fn show(args: &Extract, tree: &WorkTree, source: &Source, common: &Common) -> Result<u8, Error> {
    let file = args.output.as_deref().filter(|file| *file != Path::new("-"));
    if file.is_some() && source.is_restricted() {
        return Err(Error::new(format!(
            "the source `{}` is restricted: its text is written into no file",
            source.id
        ))
        .hint("without -o it is shown on a terminal"));
    }
    if is_withheld(source, common) {
        return Err(Error::new(format!(
            "the source `{}` is restricted: its text is shown on a terminal alone",
            source.id
        ))
        .hint("--show-restricted sends it on all the same; see that it goes nowhere that others read"));
    }
    let captures = captures(source, args.capture.as_deref())?;
    let Some(capture) = captures.last() else {
        return Err(Error::new(format!("the source `{}` has no capture", source.id)));
    };
    let text = match trusted::text(tree, source, capture) {
        Ok(text) => text,
        Err(why) => {
            let text = restored(tree, source, capture, &why)?;
            let path = source.path_of(capture.text_file());
            if let Some(file) = file
                && is_named(file, &path, tree, common)?
            {
                store::create(&tree.place(&path), text.as_bytes())?;
                return Ok(PASSED);
            }
            text
        }
    };
    if file.is_some() || !std::io::stdout().is_terminal() {
        output::deliver(&text, file, tree, common)?;
        return Ok(PASSED);
    }
    // What is sent to a terminal must not act on it.
    let lines: Vec<String> = text.lines().map(visible).collect();
    output::print(&(lines.join("\n") + "\n"))?;
    Ok(PASSED)
}

/// Whether a file that a person names is the one at `path` in the repository.
fn is_named(file: &Path, path: &str, tree: &WorkTree, common: &Common) -> Result<bool, Error> {
    let named = output::target(&output::working_folder(common)?.join(file));
    Ok(tree.root().canonicalize().is_ok_and(|root| root.join(path) == named))
}

/// A text that is not there any more, taken from the original again: it is the recorded one by its digest, or an error.
fn restored(tree: &WorkTree, source: &Source, capture: &Capture, why: &Distrust) -> Result<String, Error> {
    let is_gone = |pinned: &&PinnedText| {
        why.file == pinned.file.value && why.why == Why::Unread(ReadError::Missing) && !source.is_restricted()
    };
    let Some(pinned) = capture.text.as_deref().filter(is_gone) else {
        return Err(unreliable(source, capture, why));
    };
    let bytes = trusted::original(tree, source, capture).map_err(|why| unreliable(source, capture, &why))?;
    let taken = extract::again(&bytes, &capture.media_type, &pinned.extractor)
        .map(|extracted| extracted.text.or_else(|| String::from_utf8(bytes).ok()));
    let text = taken.ok().flatten().filter(|text| Digest::of(text.as_bytes()) == pinned.sha256.value);
    text.ok_or_else(|| {
        Error::new(format!(
            "`{}` is not there, and what this ibid would take from `{}` is not the text that was recorded",
            pinned.file.value, capture.file.value
        ))
        .hint("bring the file back, from git or a backup; or capture the source again with `ibid add --to`")
    })
}

/// Takes the texts again and shows what would differ; writes nothing.
fn check(args: &Extract, tree: &WorkTree, sources: &[&Source], common: &Common) -> Result<u8, Error> {
    let (mut same, mut different, mut unknown) = (0, Vec::new(), 0);
    let mut withheld = Vec::new();
    for source in sources {
        for capture in captures(source, args.capture.as_deref())? {
            let Some(pinned) = &capture.text else { continue };
            match again(tree, source, capture, pinned) {
                Ok(texts) if texts.before == texts.after => same += 1,
                Ok(texts) if is_withheld(source, common) => withheld.push(texts.path),
                Ok(texts) => different.push(texts),
                Err(error) => {
                    unknown += 1;
                    output::tell(&format!(
                        "error: {}\n help: {}",
                        visible(&error.message),
                        visible(&error.hint)
                    ));
                }
            }
        }
    }
    if !common.quiet {
        output::print(&render::changes::render(&different, output::options(common, false).canvas))?;
        for path in &withheld {
            let what = "would differ; its source is restricted, and its words are shown on a terminal alone";
            output::tell(&visible(&format!("{path} {what}")));
        }
        output::tell(&told(same, different.len() + withheld.len(), unknown));
    }
    Ok(match (unknown, different.len() + withheld.len()) {
        (0, 0) => PASSED,
        (0, _) => FOUND,
        _ => FAILED,
    })
}

/// The text as it is stored, and as it would be now.
fn again(tree: &WorkTree, source: &Source, capture: &Capture, pinned: &PinnedText) -> Result<Mended, Error> {
    let before = trusted::text(tree, source, capture).map_err(|why| {
        let error = unreliable(source, capture, &why);
        match restored(tree, source, capture, &why) {
            Ok(_) => error.hint(format!(
                "taken again it has the recorded SHA-256: `ibid extract {} --capture {} -o {}/{}` brings it back",
                source.id,
                capture.id,
                source.folder(),
                pinned.file.value
            )),
            Err(error) => error,
        }
    })?;
    let bytes = trusted::original(tree, source, capture).map_err(|why| unreliable(source, capture, &why))?;
    let path = format!("{}/{}", source.folder(), pinned.file.value);
    let extracted = extract::again(&bytes, &capture.media_type, &pinned.extractor).map_err(|error| {
        Error::new(format!("{path} cannot be taken again: {}", error.message)).hint(error.hint)
    })?;
    let after = match extracted.text {
        Some(text) => text,
        None => String::from_utf8(bytes).map_err(|error| Error::new(error.to_string()))?,
    };
    Ok(Mended { path, before, after, quotes: 0, turned: Vec::new() })
}

fn told(same: usize, different: usize, unknown: usize) -> String {
    if same + different + unknown == 0 {
        return "nothing was taken out of an original here: plain text is checked as it came".into();
    }
    let count = |count: usize| counted(count, "text");
    let mut parts = vec![format!("{} would be the same", count(same))];
    if different > 0 {
        parts.push(format!("{} would differ (- as stored, + as it would be now)", count(different)));
    }
    if unknown > 0 {
        parts.push(format!("{} could not be taken again", count(unknown)));
    }
    let end = if different > 0 {
        "; quotes are still checked against what is stored, and nothing was changed"
    } else {
        ""
    };
    parts.join(", ") + end
}

/// The captures of a source, or the one of this id.
fn captures<'s>(source: &'s Source, id: Option<&str>) -> Result<Vec<&'s Capture>, Error> {
    let found: Vec<&Capture> =
        source.captures.iter().filter(|capture| id.is_none_or(|id| capture.id == id)).collect();
    if let (Some(id), true) = (id, found.is_empty()) {
        return Err(Error::new(format!("the source `{}` has no capture `{id}`", source.id))
            .hint(ibid::parse::captures_instead(source, id)));
    }
    Ok(found)
}

fn unreliable(source: &Source, capture: &Capture, why: &Distrust) -> Error {
    let what = if why.file == capture.file.value {
        format!("the capture `{}`", capture.id)
    } else {
        format!("`{}`, the text of the capture `{}`", why.file, capture.id)
    };
    Error::new(format!("{what} of `{}` {why}", source.id)).hint("`ibid verify` tells more")
}
