//! `ibid schema`: what editors are told of the files that people write.

use crate::args::{Common, Schema};
use crate::{FOUND, PASSED, claim_file, output};
use ibid::config::Config;
use ibid::corpus::Corpus;
use ibid::error::Error;
use ibid::quoting::shortened;
use ibid::render::{json, visible::visible};
use ibid::schema::{EDITOR_FILES, Kind, Offered, is_ours, schema};
use ibid::store;
use ibid::tree::WorkTree;
use std::fs;
use std::path::Path;

/// The most characters of a title that an editor shows beside a source's id.
const TITLE: usize = 120;

pub fn run(args: &Schema, common: &Common) -> Result<u8, Error> {
    if let Some(kind) = args.kind {
        let tree = output::repository(common).ok();
        let config = tree.as_ref().map_or_else(|| Ok(Config::default()), config)?;
        let text = json::schema(&schema(kind.into(), &config, &offered(args, tree.as_ref())));
        output::deliver_beside(&text, args.output.as_deref(), common)?;
        return Ok(PASSED);
    }
    let tree = output::repository(common)?;
    let wanted = Written::all(&config(&tree)?, &offered(args, Some(&tree)));
    if args.check { check(&wanted, &tree) } else { write(&wanted, &tree, common) }
}

/// What `ibid.toml` says, where nothing in it is wrong: a schema of other verdicts would mislead.
fn config(tree: &WorkTree) -> Result<Config, Error> {
    let (config, findings) = Corpus::config_alone(tree);
    match findings.iter().min_by_key(|one| (one.place.line, one.place.column)) {
        None => Ok(config),
        Some(wrong) => Err(Error::new(format!(
            "{}:{}:{}: {}; no schema was made of it",
            wrong.place.path, wrong.place.line, wrong.place.column, wrong.message
        ))
        .hint("mend it first; `ibid verify` tells more")),
    }
}

/// The sources to offer, with their titles.
fn offered(args: &Schema, tree: Option<&WorkTree>) -> Vec<Offered> {
    let Some(tree) = tree.filter(|_| args.sources) else { return Vec::new() };
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
}

/// Writes the schemas of a new repository; what is there already is left as it is.
pub fn begin(root: &Path) -> Result<(), Error> {
    for one in Written::all(&Config::default(), &[]) {
        claim_file::refuse_links(root, one.path)?;
        if fs::symlink_metadata(root.join(one.path)).is_err() {
            store::create(&root.join(one.path), one.content.as_bytes())?;
        }
    }
    Ok(())
}

fn write(wanted: &[Written], tree: &WorkTree, common: &Common) -> Result<u8, Error> {
    let known: Vec<Option<String>> = wanted.iter().map(|one| known(one, tree)).collect::<Result<_, _>>()?;
    let mut told = String::new();
    for (one, known) in wanted.iter().zip(known) {
        let path = tree.root().join(one.path);
        match known {
            Some(before) if before == one.content => {
                told.push_str(&format!("{} is as it should be\n", one.path));
                continue;
            }
            Some(before) => store::replace(&path, before.as_bytes(), one.content.as_bytes())?,
            None => store::create(&path, one.content.as_bytes())?,
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
    let path = tree.root().join(name);
    if fs::symlink_metadata(&path).is_err() {
        store::create(&path, content.as_bytes())?;
        return Ok(format!("wrote {name}, which tells editors of them\n"));
    }
    if fs::read_to_string(&path).unwrap_or_default().contains(Kind::Claims.path()) {
        return Ok(String::new());
    }
    let lines: String = content.lines().map(|line| format!("    {line}\n")).collect();
    Ok(format!(
        "{name} was left as it is, and does not tell editors of them. Add these lines to it:\n{lines}"
    ))
}

/// What is where a schema is to be written; refuses what ibid did not write.
fn known(one: &Written, tree: &WorkTree) -> Result<Option<String>, Error> {
    claim_file::refuse_links(tree.root(), one.path)?;
    let path = tree.root().join(one.path);
    if fs::symlink_metadata(&path).is_err() {
        return Ok(None);
    }
    let content = fs::read_to_string(&path).map_err(|error| Error::io(one.path, &error))?;
    if is_ours(&content) {
        return Ok(Some(content));
    }
    Err(Error::new(format!("`{}` was not written by ibid; nothing was changed", one.path))
        .hint("move it away, and run the command again"))
}

fn check(wanted: &[Written], tree: &WorkTree) -> Result<u8, Error> {
    let is_stale =
        |one: &&Written| fs::read_to_string(tree.root().join(one.path)).ok().as_ref() != Some(&one.content);
    let stale: Vec<&Written> = wanted.iter().filter(is_stale).collect();
    for one in &stale {
        output::print(&format!("{} is not as it would be written\n", one.path))?;
    }
    if stale.is_empty() {
        return Ok(PASSED);
    }
    output::tell("`ibid schema --write` writes them anew");
    Ok(FOUND)
}
