//! `ibid init`.

use crate::args::{Common, Init};
use crate::{PASSED, output, schema};
use ibid::error::Error;
use ibid::schema::EDITOR_FILES;
use ibid::store;
use ibid::tree::{MISNAMED, Tree as _, WorkTree};
use std::fs;
use std::path::Path;

const CONFIG: &str = "\
# The configuration of this ibid repository; this file marks its root.
format = 1

[verdicts]
# After a change here, `ibid schema --write` tells your editor.
scale = [\"supported\", \"refuted\", \"disputed\", \"unproven\"]

[rules]
# A rule's level: \"error\", \"warning\", \"note\" or \"off\". `ibid explain` lists the rules.
# quote-short = \"off\"
";

/// The largest file for git or editors that is read, in bytes.
const LARGEST: u64 = 1 << 20;

const GIT_ATTRIBUTES: &str = "\
# Captures are evidence: git must never convert a byte of them, nor make one of two. Records are merged as ever.
sources/** -text -merge
sources/**/source.toml merge
claims/** text eol=lf
";

const EDITOR_CONFIG: &str = "\
root = true

[claims/**.toml]
charset = utf-8
end_of_line = lf
insert_final_newline = true

# Captures are evidence: no editor may trim, convert or complete them.
[sources/**]
charset = unset
end_of_line = unset
indent_style = unset
insert_final_newline = unset
trim_trailing_whitespace = unset
";

pub fn run(args: &Init, common: &Common) -> Result<u8, Error> {
    let root = output::working_folder(common)?.join(&args.folder);
    let shown = ibid::render::visible::visible(&args.folder.display().to_string());
    if fs::symlink_metadata(root.join("ibid.toml")).is_ok() {
        return Err(Error::new(format!("`{shown}` is an ibid repository already; nothing was changed"))
            .hint("run `ibid verify` to check it"));
    }
    if fs::symlink_metadata(root.join(MISNAMED)).is_ok() {
        return Err(Error::new(format!(
            "`{shown}` has an `{MISNAMED}`, as some editors call ibid.toml; nothing was changed"
        ))
        .hint("rename it to `ibid.toml`, and it is a repository; or, to begin anew, move it away"));
    }
    refuse_nested(&root, args.nested)?;
    for folder in ["claims", "sources", ".ibid"] {
        if fs::metadata(root.join(folder)).is_ok_and(|data| !data.is_dir()) {
            let message =
                format!("`{folder}` in `{shown}` is a file, and must be a folder; nothing was changed");
            return Err(Error::new(message).hint("move the file away, then run `ibid init` again"));
        }
    }
    fs::create_dir_all(&root).map_err(|error| Error::io(&root.display().to_string(), &error))?;
    let tree = WorkTree::new(root);
    for folder in ["claims", "sources"] {
        store::make_folder(&tree.place(folder))?;
    }
    let mut told = String::new();
    schema::begin(&tree)?;
    let own = [
        (".gitattributes", GIT_ATTRIBUTES, "so that no capture is ever converted"),
        (".editorconfig", EDITOR_CONFIG, "so that no editor converts one"),
    ];
    let editors =
        EDITOR_FILES.map(|(name, content)| (name, content, "so that editors know the keys of these files"));
    for (name, content, why) in own.into_iter().chain(editors) {
        told.push_str(&create_or_advise(&tree, name, content, why)?);
    }
    // Last, so that a repository that was begun is one that is complete.
    store::create(&tree.place("ibid.toml"), CONFIG.as_bytes())?;
    if !common.quiet {
        output::print(&format!(
            "Began an ibid repository in `{shown}`: ibid.toml, claims/, sources/.\n{told}\n{NEXT}"
        ))?;
    }
    Ok(PASSED)
}

/// Refuses to begin a repository below another, where that was not asked for: claims written there would be checked
/// by the one and not by the other, and who does not know of both would not notice. What is read as claims and
/// sources of another can never hold a repository of its own.
fn refuse_nested(root: &Path, is_wanted: bool) -> Result<(), Error> {
    // The folder may not be there yet; the nearest one above it is.
    let there = root.ancestors().find(|folder| folder.is_dir()).unwrap_or(root);
    let Ok(above) = WorkTree::discover(there) else { return Ok(()) };
    let rest = root.strip_prefix(there).unwrap_or(Path::new(""));
    let Ok(whole) = there.canonicalize().map(|there| there.join(rest)) else { return Ok(()) };
    let shown = ibid::render::visible::visible(&above.root().display().to_string());
    let message = format!("there is an ibid repository above, in `{shown}`; nothing was changed");
    let own = whole.strip_prefix(above.root()).ok().and_then(|path| path.iter().next());
    if let Some(own) = own.filter(|own| *own == "claims" || *own == "sources") {
        return Err(Error::new(message).hint(format!(
            "this folder is in its {}/, where no repository can be; work in that one: every command finds it from here",
            own.display()
        )));
    }
    if is_wanted {
        return Ok(());
    }
    Err(Error::new(message).hint(
        "work in that one: every command finds it from here; or, to begin one apart from it, add --nested",
    ))
}

const NEXT: &str = "\
What next:
  1. store an article:   ibid add article.txt --title \"Its title\"
  2. begin a claim:      ibid new \"What is asserted, in your own words.\"
  3. quote the article:  ibid cite the-id-that-add-printed \"the words\" --claim the-id-that-new-printed
  4. check it:           ibid verify

Claims are plain text files in claims/; write them in any editor.
";

/// Creates a file, or says which lines to add where it is there already without them.
fn create_or_advise(tree: &WorkTree, name: &str, content: &str, why: &str) -> Result<String, Error> {
    let known = tree.read(name, LARGEST).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    if !store::is_taken(&tree.place(name)) {
        store::create(&tree.place(name), content.as_bytes())?;
        return Ok(format!("Wrote {name}, {why}.\n"));
    }
    let known = known.unwrap_or_default();
    let known: Vec<&str> = known.lines().map(str::trim).collect();
    if content
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .all(|line| known.contains(&line))
    {
        return Ok(format!("{name} is as it should be.\n"));
    }
    let lines: String = content.lines().map(|line| format!("    {line}\n")).collect();
    Ok(format!("{name} is there already and was left as it is. Add these lines to it:\n{lines}"))
}
