//! Holds the table of the architecture: a module imports only from those above it in `lib.rs`, `anchor`
//! sees only texts, foldings and threads, `render` never sees the tree, parsing or the corpus.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules of `lib.rs`, in reading order.
fn modules() -> Vec<String> {
    let lib = fs::read_to_string("src/lib.rs").unwrap();
    lib.lines()
        .filter_map(|line| {
            let name = line.strip_prefix("pub mod ").or_else(|| line.strip_prefix("pub(crate) mod "))?;
            name.strip_suffix(';')
        })
        .map(String::from)
        .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            all.extend(files(&entry));
        } else if entry.extension().is_some_and(|end| end == "rs") {
            all.push(entry);
        }
    }
    all.sort();
    all
}

/// The module of the crate that a file belongs to.
fn module(file: &Path) -> String {
    let first = file.strip_prefix("src").unwrap().components().next().unwrap();
    first.as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

/// The modules of the crate that a file names, in `use` lines or paths; its tests may name any.
fn imports(file: &Path) -> Vec<String> {
    let source = fs::read_to_string(file).unwrap();
    let source = source.split("#[cfg(test)]").next().unwrap();
    let code =
        source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut named = Vec::new();
    for rest in code.split("crate::").skip(1) {
        if let Some(group) = rest.strip_prefix('{') {
            let group = group.split("};").next().unwrap();
            let mut depth = 0;
            let mut word = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 0 => named.push(std::mem::take(&mut word)),
                    _ if depth == 0 => word.push(c),
                    _ => {}
                }
            }
            named.push(word);
        } else {
            named.push(rest.to_owned());
        }
    }
    let name = |text: String| {
        text.trim().chars().take_while(|&c| c.is_alphanumeric() || c == '_').collect::<String>()
    };
    let mut named: Vec<String> =
        named.into_iter().map(name).filter(|name| name.starts_with(char::is_lowercase)).collect();
    named.sort();
    named.dedup();
    named
}

#[test]
fn every_module_imports_only_from_those_above_it() {
    let order = modules();
    let place = |name: &str| order.iter().position(|module| module == name);
    assert!(order.len() > 15, "lib.rs lists its modules");
    let mut seen = 0;
    for file in files(Path::new("src")) {
        let own = module(&file);
        let Some(own_place) = place(&own) else { continue };
        for import in imports(&file).into_iter().filter(|import| *import != own) {
            let above = place(&import).unwrap_or_else(|| panic!("{}: no module `{import}`", file.display()));
            assert!(above < own_place, "{} imports `{import}`, which stands below `{own}`", file.display());
            seen += 1;
        }
    }
    assert!(seen > 40, "the imports were read: {seen}");
}

#[test]
fn the_heart_sees_only_texts_foldings_and_threads() {
    for file in files(Path::new("src/anchor")) {
        let odd: Vec<String> = imports(&file)
            .into_iter()
            .filter(|name| !["text", "fold", "together", "anchor"].contains(&name.as_str()))
            .collect();
        assert!(odd.is_empty(), "{} imports {odd:?}", file.display());
    }
}

#[test]
fn renderers_never_see_where_the_report_came_from() {
    for file in files(Path::new("src/render")) {
        let odd: Vec<String> = imports(&file)
            .into_iter()
            .filter(|name| ["tree", "store", "parse", "corpus"].contains(&name.as_str()))
            .collect();
        assert!(odd.is_empty(), "{} imports {odd:?}", file.display());
    }
}

#[test]
fn every_file_says_what_it_is_and_is_not_too_long() {
    for file in files(Path::new("src")) {
        let source = fs::read_to_string(&file).unwrap();
        assert!(source.starts_with("//! "), "{} opens with a sentence", file.display());
        assert!(source.lines().count() <= 600, "{} knows too much", file.display());
    }
}
