//! The standard streams, the terminal and the environment.

use crate::actions;
use crate::args::{Common, When};
use clap::ValueEnum;
use ibid::corpus::Selector;
use ibid::error::Error;
use ibid::finding::{self, Finding};
use ibid::render::github::inert;
use ibid::render::human::Options;
use ibid::render::snippet::Canvas;
use ibid::render::told::{Telling, Verbosity};
use ibid::store;
use ibid::tree::{Base, Place, Vault, WorkTree};
use std::ffi::OsStr;
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

/// The columns of a report that is not shown on a terminal.
const COLUMNS: usize = 80;
/// The most columns that are used; longer lines are hard to read.
const MOST_COLUMNS: usize = 120;

/// Endings of files that people do not expect plain text in.
const OTHERS: [&str; 15] = [
    "csv", "doc", "docx", "htm", "html", "ods", "odt", "pdf", "rtf", "toml", "tsv", "xls", "xlsx", "yaml",
    "yml",
];

/// The folder that the command works from.
pub fn working_folder(common: &Common) -> Result<PathBuf, Error> {
    let here = std::env::current_dir().map_err(|error| Error::io(".", &error))?;
    Ok(common.root.as_ref().map_or(here.clone(), |root| here.join(root)))
}

/// The repository that the command works on.
pub fn repository(common: &Common) -> Result<WorkTree, Error> {
    with_vault(WorkTree::discover(&working_folder(common)?)?, common)
}

/// What is wrong first in a file, with its place; `None` where nothing is.
pub fn first_wrong(findings: &[Finding]) -> Option<String> {
    let first = findings.iter().min_by_key(|one| (one.place.line, one.place.column))?;
    let finding::Place { path, line, column, .. } = &first.place;
    Some(format!("{path}:{line}:{column}: {}", first.message))
}

/// A tree with the vault of its restricted sources: the one that `IBID_VAULT` names, else its `ibid.toml`.
pub fn with_vault(tree: WorkTree, common: &Common) -> Result<WorkTree, Error> {
    let vault = Vault::of(tree.root(), vault_named(common)?.as_deref())?;
    Ok(tree.with_vault(vault))
}

/// The folder that `IBID_VAULT` names, taken from the working folder.
pub fn vault_named(common: &Common) -> Result<Option<PathBuf>, Error> {
    let Some(named) = std::env::var_os("IBID_VAULT").filter(|named| !named.is_empty()) else {
        return Ok(None);
    };
    let folder = working_folder(common)?.join(&named);
    if !folder.is_dir() {
        let named = ibid::render::visible::visible(&named.to_string_lossy());
        tell(&format!("warning: IBID_VAULT names `{named}`, and there is no such folder"));
    }
    Ok(Some(folder))
}

/// What a person named, with the paths that the words would be.
pub fn selectors(words: &[String], tree: &WorkTree, common: &Common) -> Result<Vec<Selector>, Error> {
    let here = working_folder(common)?;
    let selector =
        |word: &String| Selector { word: word.clone(), path: tree.relative(&here, Path::new(word)) };
    Ok(words.iter().map(selector).collect())
}

/// How to draw for standard output, or for a file.
pub fn options(common: &Common, is_to_file: bool) -> Options {
    let stdout = std::io::stdout();
    let is_terminal = !is_to_file && stdout.is_terminal();
    let columns = terminal_size::terminal_size_of(stdout).filter(|_| is_terminal);
    let width = columns.map_or(COLUMNS, |(width, _)| usize::from(width.0).clamp(40, MOST_COLUMNS));
    let canvas = Canvas { width, colour: is_coloured(common.color, is_terminal) };
    Options { canvas, telling: Telling { verbosity: verbosity(common), ..Telling::default() } }
}

/// How much is told.
pub const fn verbosity(common: &Common) -> Verbosity {
    match (common.quiet, common.verbose) {
        (true, _) => Verbosity::Quiet,
        (_, true) => Verbosity::Verbose,
        _ => Verbosity::Normal,
    }
}

/// Whether words of restricted sources may be shown: to a person, and never in a document that may be passed on.
pub fn shows_restricted(common: &Common, is_document: bool) -> bool {
    !is_document && (common.show_restricted || std::io::stdout().is_terminal())
}

/// The flag, then `NO_COLOR`, then `FORCE_COLOR` and `CLICOLOR_FORCE`, then `CLICOLOR=0` and a terminal that knows
/// no colour, then the terminal.
fn is_coloured(when: When, is_terminal: bool) -> bool {
    let value = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let is_forced = |name: &str| value(name).is_some_and(|value| value != "0" && value != "false");
    let is_plain = || {
        value("CLICOLOR").is_some_and(|value| value == "0")
            || value("TERM").is_some_and(|term| term == "dumb")
    };
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto if value("NO_COLOR").is_some() => false,
        When::Auto if is_forced("FORCE_COLOR") || is_forced("CLICOLOR_FORCE") => true,
        When::Auto => is_terminal && !is_plain(),
    }
}

/// Writes to standard output, such that nothing in it commands a log that reads along. A reader that went away
/// is no error.
pub fn print(text: &str) -> Result<(), Error> {
    if actions::obey_output() { print_raw(&inert(text)) } else { print_raw(text) }
}

/// Writes what was done, of which the first line alone is no remark or advice.
pub fn print_done(text: &str, common: &Common) -> Result<(), Error> {
    let first = text.find('\n').map_or(text, |end| &text[..=end]);
    print(if common.quiet { first } else { text })
}

/// Writes what may command the log.
pub fn print_raw(text: &str) -> Result<(), Error> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Error::io("standard output", &error))
        }
        _ => Ok(()),
    }
}

/// Writes data to a file, or to standard output where there is none or it is `-`. Never over what a
/// person keeps in the repository.
pub fn deliver(text: &str, output: Option<&Path>, tree: &WorkTree, common: &Common) -> Result<(), Error> {
    deliver_within(text, output, Some(tree), common)
}

/// The same for a command that may work without a repository.
pub fn deliver_beside(text: &str, output: Option<&Path>, common: &Common) -> Result<(), Error> {
    let tree = repository(common).ok();
    deliver_within(text, output, tree.as_ref(), common)
}

fn deliver_within(
    text: &str,
    output: Option<&Path>,
    tree: Option<&WorkTree>,
    common: &Common,
) -> Result<(), Error> {
    let Some(path) = output.filter(|path| *path != Path::new("-")) else { return print(text) };
    let here = working_folder(common)?;
    if let Some(tree) = tree {
        refuse_kept(path, &here, tree)?;
    }
    refuse_unwritable(path, &target(&here.join(path)))?;
    let place = place(&here.join(path))?;
    // Asked of the folder that is held now: another one may have been put in its place.
    if tree.is_some_and(|tree| is_kept(tree, &place.base.path().join(&place.path))) {
        return Err(Error::new(format!(
            "`{}` leads into the repository now; nothing was written",
            path.display()
        ))
        .hint("run the command again"));
    }
    store::write(&place, text.as_bytes())
}

/// The place of a file that a person names anywhere: its folder is held open, with no link on the way.
pub fn place(path: &Path) -> Result<Place, Error> {
    let shown = path.display().to_string();
    let name = path.file_name().and_then(OsStr::to_str);
    let name = name.ok_or_else(|| Error::new(format!("`{shown}` is no name that ibid can write")))?;
    let folder = path.parent().unwrap_or(Path::new("/"));
    let base = folder.canonicalize().and_then(Base::straight).map_err(|error| Error::io(&shown, &error))?;
    Ok(base.place(name))
}

/// The format that was asked for; where none was, the one that the file's ending tells, or text for people.
///
/// # Errors
///
/// Where the ending is that of a format which this command does not write.
pub fn format<T: ValueEnum>(given: Option<T>, file: Option<&Path>) -> Result<T, Error> {
    if let Some(given) = given {
        return Ok(given);
    }
    let ending = file.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    let asked = match ending.as_deref() {
        Some("json") => "json",
        Some("md" | "markdown") => "markdown",
        Some("sarif") => "sarif",
        Some("xml") => "junit",
        Some(ending) if OTHERS.contains(&ending) => ending,
        _ => "human",
    };
    T::from_str(asked, false).map_err(|_| {
        let shown = file.unwrap_or(Path::new("")).display();
        let names = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        let names: Vec<String> = names.map(|name| name.get_name().to_owned()).collect();
        Error::new(format!("by its ending `{shown}` is of a format that this command does not write")).hint(
            format!(
                "give the file another ending, or say with --format which is meant: {}",
                names.join(", ")
            ),
        )
    })
}

/// Refuses a file that [`deliver`] could not write, before anything else is done.
pub fn refuse_file(output: Option<&Path>, tree: &WorkTree, common: &Common) -> Result<(), Error> {
    let Some(path) = output.filter(|path| *path != Path::new("-")) else { return Ok(()) };
    let here = working_folder(common)?;
    refuse_kept(path, &here, tree)?;
    refuse_unwritable(path, &target(&here.join(path)))
}

/// Refuses to write over what a person keeps in the repository.
pub fn refuse_kept(path: &Path, here: &Path, tree: &WorkTree) -> Result<(), Error> {
    let target = target(&here.join(path));
    if is_gits(&target) {
        return Err(Error::new(format!("`{}` is git’s; nothing was written", path.display())).hint(
            "name another file: this one keeps git from changing captures, or from taking secret ones",
        ));
    }
    if is_kept(tree, &target) && !is_in_vault(tree, &target) {
        return Err(Error::new(format!(
            "`{}` belongs to the repository itself; nothing was written",
            path.display()
        ))
        .hint("name a file outside claims/ and sources/"));
    }
    if is_in_vault(tree, &target) {
        return Err(Error::new(format!("`{}` lies in the vault; nothing was written", path.display()))
            .hint("name a file outside the vault, which holds the bytes of sources and nothing else"));
    }
    Ok(())
}

/// Refuses a folder, and a file in a folder that is not there.
pub fn refuse_unwritable(path: &Path, target: &Path) -> Result<(), Error> {
    let shown = path.display().to_string();
    if target.is_dir() || shown.ends_with('/') {
        return Err(
            Error::new(format!("`{shown}` is a folder; nothing was written")).hint("name a file in it")
        );
    }
    if !target.parent().is_some_and(Path::is_dir) {
        return Err(Error::new(format!("`{shown}` is in a folder that is not there; nothing was written"))
            .hint("make the folder first, or name one that is there"));
    }
    Ok(())
}

/// The file that a path names, however it is written, also where it is not there yet.
pub fn target(path: &Path) -> PathBuf {
    let resolved = path.canonicalize().ok();
    let beside = || Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?));
    resolved.or_else(beside).unwrap_or_else(|| path.to_owned())
}

/// Whether a path without links is that of what a person keeps in the repository, or in its vault.
fn is_kept(tree: &WorkTree, target: &Path) -> bool {
    const KEPT: [&str; 3] = ["claims", "sources", "ibid.toml"];
    let root = tree.root().canonicalize();
    let below = root.is_ok_and(|root| KEPT.iter().any(|top| target.starts_with(root.join(top))));
    below || is_in_vault(tree, target)
}

/// Whether a path is that of what git keeps, or of what tells it how to treat files.
fn is_gits(target: &Path) -> bool {
    let is_named = |name: &OsStr| name == ".gitattributes" || name == ".gitignore";
    target.file_name().is_some_and(is_named) || target.iter().any(|part| part == ".git")
}

fn is_in_vault(tree: &WorkTree, target: &Path) -> bool {
    let vault = tree.vault().and_then(|vault| vault.folder().canonicalize().ok());
    vault.is_some_and(|vault| target.starts_with(vault))
}

/// Writes a line to standard error; where no one reads it, nothing is lost.
pub fn tell(text: &str) {
    let line = format!("{text}\n");
    let shown = if actions::are_reading() { inert(&line) } else { line.as_str().into() };
    drop(std::io::stderr().lock().write_all(shown.as_bytes()));
}
