//! `ibid schema`: what editors are told of the files that people write.

use crate::args::{Common, Schema};
use crate::{FOUND, PASSED, links, output};
use ibid::config::Config;
use ibid::corpus::Corpus;
use ibid::error::Error;
use ibid::quoting::shortened;
use ibid::render::{json, visible::visible};
use ibid::schema::{EDITOR_FILES, Kind, Offered, is_ours, offers_sources, schema};
use ibid::store;
use ibid::tree::{ReadError, Tree as _, WorkTree};

/// The most characters of a title that an editor shows beside a source's id.
const TITLE: usize = 120;
/// The largest schema that is read, in bytes.
const LARGEST: u64 = 64 << 20;

pub fn run(args: &Schema, common: &Common) -> Result<u8, Error> {
    if let Some(kind) = args.kind {
        let tree = output::repository(common).ok();
        let config = tree.as_ref().map_or_else(|| Ok(Config::default()), config)?;
        let text = json::schema(&schema(kind.into(), &config, &offered(args, tree.as_ref())));
        output::deliver_beside(&text, args.output.file(), common)?;
        return Ok(PASSED);
    }
    if !args.write && !args.check {
        return Err(Error::new("say what is wanted")
            .hint("`ibid schema --write` writes what your editor needs, `ibid schema --check` looks whether it is as it should be, and a kind (claims, source or config) prints one"));
    }
    let tree = output::repository(common)?;
    let wanted = Written::all(&config(&tree)?, &offered(args, Some(&tree)));
    if args.check { check(&wanted, args.sources, &tree) } else { write(&wanted, &tree, common) }
}

/// What `ibid.toml` says, where nothing in it is wrong: a schema of other verdicts would mislead.
fn config(tree: &WorkTree) -> Result<Config, Error> {
    let (config, findings) = Corpus::config_alone(tree);
    match output::first_wrong(&findings) {
        None => Ok(config),
        Some(wrong) => Err(Error::new(format!("{wrong}; no schema was made of it"))
            .hint("mend it first; `ibid verify` tells more")),
    }
}

/// The sources to offer, with their titles; where the schemas that are kept offer them, they go on to.
fn offered(args: &Schema, tree: Option<&WorkTree>) -> Vec<Offered> {
    let is_offered = |tree: &&WorkTree| {
        let is_kept = || {
            content_at(tree, Kind::Claims.path())
                .is_ok_and(|known| known.is_some_and(|known| offers_sources(&known)))
        };
        args.sources || args.kind.is_none() && is_kept()
    };
    let Some(tree) = tree.filter(is_offered) else { return Vec::new() };
    let source = |id: String| {
        let title = Corpus::source_alone(tree, &id).map(|source| source.title).unwrap_or_default();
        Offered { id, title: visible(&shortened(&title, TITLE)) }
    };
    Corpus::source_ids(tree).into_iter().map(source).collect()
}

/// A schema where it is kept.
struct Written {
    path: &'static str,
    content: String,
}

impl Written {
    fn all(config: &Config, sources: &[Offered]) -> Vec<Self> {
        let content = |kind| json::schema(&schema(kind, config, sources));
        let one = |kind: Kind| Self { path: kind.path(), content: content(kind) };
        Kind::ALL.map(one).into()
    }

    /// Whether a file holds it, whatever line ends git or an editor gave it.
    fn is(&self, known: &str) -> bool {
        known.replace("\r\n", "\n") == self.content
    }
}

/// Writes the schemas of a new repository; what is there already is left as it is.
pub fn begin(tree: &WorkTree) -> Result<(), Error> {
    for one in Written::all(&Config::default(), &[]) {
        links::refuse(tree.root(), one.path)?;
        let place = tree.place(one.path);
        if !store::is_taken(&place) {
            store::create(&place, one.content.as_bytes())?;
        }
    }
    Ok(())
}

fn write(wanted: &[Written], tree: &WorkTree, common: &Common) -> Result<u8, Error> {
    let known: Vec<Option<String>> = wanted.iter().map(|one| known(one, tree)).collect::<Result<_, _>>()?;
    let mut told = String::new();
    for (one, known) in wanted.iter().zip(known) {
        let place = tree.place(one.path);
        match known {
            Some(before) if one.is(&before) => {
                told.push_str(&format!("{} is as it should be\n", one.path));
                continue;
            }
            Some(before) => store::replace(&place, before.as_bytes(), one.content.as_bytes())?,
            None => store::create(&place, one.content.as_bytes())?,
        }
        told.push_str(&format!("wrote {}\n", one.path));
    }
    for (name, content) in EDITOR_FILES {
        told.push_str(&tell_editors(tree, name, content)?);
    }
    if !common.quiet {
        output::print(&told)?;
    }
    Ok(PASSED)
}

/// Writes a file that tells editors of the schemas, where there is none.
fn tell_editors(tree: &WorkTree, name: &str, content: &str) -> Result<String, Error> {
    match content_at(tree, name)? {
        None => {
            store::create(&tree.place(name), content.as_bytes())?;
            return Ok(format!("wrote {name}, which tells editors of them\n"));
        }
        Some(known) if known.contains(Kind::Claims.path()) => return Ok(String::new()),
        Some(_) => {}
    }
    let lines: String = content.lines().map(|line| format!("    {line}\n")).collect();
    Ok(format!(
        "{name} was left as it is, and does not tell editors of them. Add these lines to it:\n{lines}"
    ))
}

/// What is where a schema is to be written; refuses what ibid did not write.
fn known(one: &Written, tree: &WorkTree) -> Result<Option<String>, Error> {
    links::refuse(tree.root(), one.path)?;
    match content_at(tree, one.path)? {
        Some(content) if !is_ours(&content) => {
            Err(Error::new(format!("`{}` was not written by ibid; nothing was changed", one.path))
                .hint("move it away, and run the command again"))
        }
        content => Ok(content),
    }
}

/// What a file holds; `None` where there is none.
fn content_at(tree: &WorkTree, path: &str) -> Result<Option<String>, Error> {
    match tree.read(path, LARGEST) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(ReadError::Missing) => Ok(None),
        Err(_) => Err(Error::new(format!("`{path}` is no file that can be read; nothing was changed"))
            .hint("move it away, and run the command again")),
    }
}

fn check(wanted: &[Written], offers_sources: bool, tree: &WorkTree) -> Result<u8, Error> {
    let mut stale = Vec::new();
    for one in wanted {
        let is_fresh = content_at(tree, one.path)?.is_some_and(|known| one.is(&known));
        stale.extend((!is_fresh).then_some(one));
    }
    for one in &stale {
        output::print(&format!("{} is not as it would be written\n", one.path))?;
    }
    if stale.is_empty() {
        return Ok(PASSED);
    }
    let too = if offers_sources { " --sources" } else { "" };
    output::tell(&format!("`ibid schema --write{too}` writes them anew"));
    Ok(FOUND)
}
