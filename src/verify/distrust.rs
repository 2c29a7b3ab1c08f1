//! What is said of a capture that cannot be relied on: what is wrong with its bytes, what can be known of
//! them, what to do.

use super::Run;
use crate::claim::Located;
use crate::digest::Digest;
use crate::encoding;
use crate::finding::{Excerpt, Finding, Marked, Place, Rule};
use crate::parse::words_span;
use crate::source::{Capture, Source};
use crate::tree::{Kept, ReadError};
use crate::trusted::{Distrust, LARGEST, Why};

/// What to do about bytes of a restricted source that are not the recorded ones.
const RESTORE: &str = "bring the recorded bytes back, from a backup or from who stored them: git does not have them; where the source itself changed, capture it again with `ibid add --to SOURCE FILE`";

/// So many files beside a record are looked at for the bytes of one that is not there.
const FILES_BESIDE: usize = 16;

impl Run<'_> {
    /// The finding about a capture that cannot be relied on.
    pub(super) fn distrusted(&self, source: &Source, capture: &Capture, distrust: &Distrust) -> Finding {
        if let Why::Altered { bytes, recorded } = &distrust.why {
            return self.altered(source, distrust, bytes, recorded);
        }
        let (message, help) = what_is_wrong(source, capture, distrust);
        let record = &self.corpus.records[source.file];
        let named = capture.text.as_ref().filter(|_| is_text(capture, distrust)).map(|text| text.file.span);
        let span = words_span(&record.content, named.unwrap_or(capture.file.span));
        let text = &self.record_texts[source.file];
        let finding = Finding::at(distrust.rule(), &record.path, text, span, message);
        let finding = finding.about_source(&source.id).about(&capture.file.value);
        if let Some(line) = self.text_beside(source, capture, distrust) {
            let help = "read through the text beside it; where it is the article’s, put this line into the record, below the `sha256` of this capture:";
            return finding.help(help).help(line);
        }
        let help = match self.renamed(source, capture, distrust) {
            Some(other) => format!(
                "`{other}` has the recorded bytes: give that file the name `{}` again, in the same folder",
                distrust.file
            ),
            None => help,
        };
        if help.is_empty() { finding } else { finding.help(help) }
    }

    /// The file beside a record that it does not name and that has the bytes of one that is not there.
    fn renamed(&self, source: &Source, capture: &Capture, distrust: &Distrust) -> Option<&str> {
        if distrust.is_restricted || !matches!(distrust.why, Why::Unread(ReadError::Missing)) {
            return None;
        }
        let text = capture.text.as_ref().filter(|_| is_text(capture, distrust)).map(|text| text.sha256.value);
        let recorded = text.or(capture.sha256.as_ref().map(|digest| digest.value))?;
        let is_beside = |finding: &&Finding| {
            finding.rule == Rule::FileUnrecorded
                && finding.subject == "file"
                && finding.source.as_ref() == Some(&source.id)
        };
        let beside = self.corpus.findings.iter().filter(is_beside).take(FILES_BESIDE);
        let mut paths = beside.map(|finding| finding.place.path.as_str());
        let is_it =
            |path: &&str| self.tree.read(path, LARGEST).is_ok_and(|bytes| Digest::of(&bytes) == recorded);
        paths.find(is_it)
    }

    /// The line for the record that pins the text which a person saved beside bytes that are none.
    fn text_beside(&self, source: &Source, capture: &Capture, distrust: &Distrust) -> Option<String> {
        if distrust.is_restricted || !matches!(distrust.why, Why::Foreign(_) | Why::NotText(_)) {
            return None;
        }
        let name = name_for_text(capture, distrust);
        let bytes = self.tree.read(&source.path_of(&name), LARGEST).ok()?;
        encoding::utf8(&bytes).ok()?;
        let digest = Digest::of(&bytes);
        Some(format!("text = {{ file = \"{name}\", sha256 = \"{digest}\", extractor = \"hand\" }}"))
    }

    fn altered(
        &self,
        source: &Source,
        distrust: &Distrust,
        bytes: &[u8],
        recorded: &Located<Digest>,
    ) -> Finding {
        let name = &distrust.file;
        let is_told_of = distrust.bytes().is_some();
        let mut finding = line_ends(name, recorded.value, bytes)
            .or_else(|| merged(&source.path_of(name), recorded.value, bytes).filter(|_| is_told_of))
            .or_else(|| stand_in(name, bytes).filter(|_| is_told_of))
            .unwrap_or_else(|| altered(name));
        // A vault may hold what its record never named: nothing is told of such bytes.
        if let Some(bytes) = distrust.bytes() {
            finding.notes.insert(0, format!("its bytes have the SHA-256 {}", Digest::of(bytes)));
        } else {
            finding.help = vec![RESTORE.into()];
            let place = if distrust.kept == Kept::InVault { "in the vault" } else { "beside its record" };
            finding.notes.insert(0, format!("it lies {place}"));
        }
        let record = &self.corpus.records[source.file];
        let text = &self.record_texts[source.file];
        let span = words_span(&record.content, recorded.span);
        finding.place = Place::of(&record.path, text, span);
        let mark = Marked::primary(span, "the recorded SHA-256");
        finding.excerpts.push(Excerpt::cut(&record.path, text, &[mark]));
        finding.about_source(&source.id).about(&distrust.file)
    }
}

/// What is wrong with a capture whose bytes are not there or no text, and what to do, which may be nothing.
fn what_is_wrong(source: &Source, capture: &Capture, distrust: &Distrust) -> (String, String) {
    let name = &distrust.file;
    let help = match &distrust.why {
        Why::Unread(ReadError::Missing) if distrust.is_restricted => {
            return (format!("{} {distrust}", shown(source, distrust)), bring(source, name));
        }
        Why::Unread(ReadError::Missing) if is_text(capture, distrust) => {
            let message = format!("the text {} of a capture is not there", shown(source, distrust));
            return (message, take_again(source, capture));
        }
        Why::Unread(error) => {
            let (message, help) = unread(&shown(source, distrust), distrust, error);
            return (message, help.to_owned());
        }
        // The record's own finding says what is wrong with the digest, and what to do.
        Why::Undigested(_) | Why::Altered { .. } => String::new(),
        Why::Foreign(_) => format!("{}; or correct `media-type`", save_text(capture, distrust)),
        Why::Replaced => {
            "take `text = …` out of the record, so that quotes are checked against the capture; a text in other words is a source of its own".to_owned()
        }
        Why::NotText(_) => format!("{}; a capture’s own bytes are never changed", save_text(capture, distrust)),
    };
    (format!("`{name}` {distrust}"), help)
}

/// Whether the file at fault is not the capture's own, but the text that was taken from it.
fn is_text(capture: &Capture, distrust: &Distrust) -> bool {
    let text = capture.text.as_ref();
    distrust.file != capture.file.value && text.is_some_and(|text| text.file.value == distrust.file)
}

/// The name of a text beside bytes that are none: as `ibid add` would name it, or another where that is at fault.
fn name_for_text(capture: &Capture, distrust: &Distrust) -> String {
    let name = format!("{}.text.txt", capture.id);
    if distrust.file == name { format!("{}.text-2.txt", capture.id) } else { name }
}

/// What to do about bytes that are no text.
fn save_text(capture: &Capture, distrust: &Distrust) -> String {
    let name = name_for_text(capture, distrust);
    format!(
        "save its text in UTF-8 as `{name}` beside it, and name that in the record: `ibid explain capture-unreadable` says how"
    )
}

/// What to do about a text that is not there, while the original may be.
fn take_again(source: &Source, capture: &Capture) -> String {
    let (id, path) = (&source.id, format!("{}/{}", source.folder(), capture.text_file()));
    format!(
        "bring the file back, from git or a backup; or have it taken from the original again: `ibid extract {id} --capture {} -o {path}` writes it where it has the recorded SHA-256. With --allow-unchecked this is only a warning",
        capture.id
    )
}

/// A file's path as it is told: never where the vault is on this machine.
fn shown(source: &Source, distrust: &Distrust) -> String {
    match distrust.kept {
        Kept::Beside => format!("`{}/{}`", source.folder(), distrust.file),
        Kept::InVault => format!("`{}/{}` in the vault", source.id, distrust.file),
    }
}

/// What to do about bytes of a restricted source that are not here.
fn bring(source: &Source, name: &str) -> String {
    format!(
        "put it into the vault, the folder that `[vault]` in ibid.toml or IBID_VAULT names, as `{}/{name}`; or beside its record. With --allow-unchecked this is only a warning",
        source.id
    )
}

/// What is said of a file that cannot be read, and what to do.
fn unread(path: &str, distrust: &Distrust, error: &ReadError) -> (String, &'static str) {
    match error {
        ReadError::Missing => (
            format!("the capture {path} is not there"),
            "bring the file back, from git or a backup; with --allow-unchecked this is only a warning",
        ),
        ReadError::Folder => {
            (format!("{path} is a folder, not a file"), "put the captured file in its place")
        }
        ReadError::Special => (
            format!("{path} is a device, pipe or socket; it was not read"),
            "put the captured file in its place",
        ),
        ReadError::LinkOutside(_) => {
            (format!("{path} {distrust}; it was not opened"), "put the file itself in place of the link")
        }
        ReadError::TooLarge(size) => {
            (format!("{path} has {size} bytes; at most {LARGEST} are read"), "store the part that is cited")
        }
        ReadError::Refused(why) => {
            (format!("{path} cannot be read: {why}"), "give yourself the permission to read it")
        }
    }
}

fn about_bytes(message: String) -> Finding {
    Finding::new(Rule::CaptureAltered, Place::file(""), message)
}

fn altered(name: &str) -> Finding {
    let help = "bring the recorded bytes back, from git or a backup; where the source itself changed, capture it again with `ibid add --to SOURCE FILE`";
    about_bytes(format!("`{name}` was altered after it was recorded")).help(help)
}

/// Bytes that differ from the recorded ones in nothing but their line ends.
fn line_ends(name: &str, recorded: Digest, bytes: &[u8]) -> Option<Finding> {
    let converted = line_ends_restored(bytes, recorded)?;
    let message = format!("`{name}` differs from what was recorded in its line ends alone: {converted}");
    let help = "keep `sources/** -text` in .gitattributes, then bring the file back: delete it and run `git checkout -- sources`";
    let note = "converting them back restores the recorded SHA-256, so git or an editor did it";
    Some(about_bytes(message).note(note).help(help))
}

/// Two files that git took for versions of one, and wrote into each other.
fn merged(path: &str, recorded: Digest, bytes: &[u8]) -> Option<Finding> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let [ours, theirs] = sides_of_merge(bytes)?;
    let message =
        format!("`{name}` has the marks of an unfinished merge in it: git made one of two captures");
    let side = match recorded {
        recorded if recorded == Digest::of(&ours) => Some("--ours"),
        recorded if recorded == Digest::of(&theirs) => Some("--theirs"),
        _ => None,
    };
    let help = side.map_or_else(
        || "bring the recorded bytes back, from git or a backup".to_owned(),
        |side| format!("the recorded one is whole in it: while the merge lasts, `git checkout {side} -- {path}` brings it back"),
    );
    let other = "where the other is a capture of its own, store that with `ibid add --to SOURCE FILE`; with `sources/** -text -merge` in .gitattributes git writes none into another again";
    Some(about_bytes(message).help(help).help(other))
}

/// Both sides of a merge that git left to be finished; `None` where bytes are none.
fn sides_of_merge(bytes: &[u8]) -> Option<[Vec<u8>; 2]> {
    let (mut sides, mut own, mut is_whole) = ([Vec::new(), Vec::new()], None, false);
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        match (line.get(..7).unwrap_or_default(), own) {
            (b"<<<<<<<", None) => own = Some(0),
            // What both had before is told between the two, where git is set so.
            (b"|||||||", Some(0)) => own = Some(2),
            (b"=======", Some(0 | 2)) => own = Some(1),
            (b">>>>>>>", Some(1)) => (own, is_whole) = (None, true),
            _ => match own {
                None => sides.iter_mut().for_each(|side| side.extend(line)),
                Some(side) => sides.get_mut(side).into_iter().for_each(|side| side.extend(line)),
            },
        }
    }
    (is_whole && own.is_none()).then_some(sides)
}

/// Bytes that are not there, but for what stands in their place.
fn stand_in(name: &str, bytes: &[u8]) -> Option<Finding> {
    if is_lfs_pointer(bytes) {
        let message = format!("`{name}` is not there, only the Git LFS pointer to it");
        return Some(about_bytes(message).help("fetch the file itself: `git lfs pull`"));
    }
    let help = "bring the file back, from git or a backup";
    bytes.is_empty().then(|| about_bytes(format!("`{name}` is empty")).help(help))
}

fn is_lfs_pointer(bytes: &[u8]) -> bool {
    bytes.len() < 1024 && bytes.starts_with(b"version https://git-lfs.github.com/spec/")
}

/// How the line ends were converted, where converting them back gives the recorded digest.
fn line_ends_restored(bytes: &[u8], recorded: Digest) -> Option<&'static str> {
    let with_lf = replaced(bytes, b"\r\n", b"\n");
    if with_lf.len() != bytes.len() && Digest::of(&with_lf) == recorded {
        return Some("LF became CR LF");
    }
    let with_crlf = replaced(&with_lf, b"\n", b"\r\n");
    (Digest::of(&with_crlf) == recorded).then_some("CR LF became LF")
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    for start in memchr::memmem::find_iter(bytes, from) {
        out.extend_from_slice(&bytes[at..start]);
        out.extend_from_slice(to);
        at = start + from.len();
    }
    out.extend_from_slice(&bytes[at..]);
    out
}
