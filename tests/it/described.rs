//! What pages say of keys, JSON and rules is so: every key of `ibid.toml` and of each JSON format is on its page and
//! nothing else is, and each rule's example raises that rule until it is mended as the page says.

use crate::common::{ibid, initialized, read, write};
use ibid::config::Config;
use ibid::finding::Rule;
use ibid::schema::{Kind, schema};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The words between backticks.
fn ticked(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The first cells of the rows of tables.
fn first_cells(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next())
}

/// The keys below a schema, as `export.rating.best`.
fn keys(schema: &Value, before: &str, into: &mut BTreeSet<String>) {
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        let key = format!("{before}{name}");
        keys(inner, &format!("{key}."), into);
        into.insert(key);
    }
}

#[test]
fn the_page_of_ibid_toml_names_every_key_and_no_other() {
    let page = fs::read_to_string("docs/ibid-toml.md").unwrap();
    let mut known = BTreeSet::new();
    keys(&schema(Kind::Config, &Config::default(), &[]), "", &mut known);
    known.retain(|key| !key.starts_with("rules.") && !key.starts_with("export.rating.values."));
    known.insert("rules.NAME".into());
    let named: BTreeSet<String> = first_cells(&page).flat_map(ticked).map(str::to_owned).collect();
    assert_eq!(named, known);
    // Its example is taken as it is, and has every key too.
    let example = page.split("```toml\n# ibid.toml\n").nth(1).unwrap().split("```").next().unwrap();
    let folder = initialized();
    write(folder.path(), "ibid.toml", example);
    let told = ibid(folder.path(), &["verify"]).stdout;
    assert!(!told.contains("ibid.toml"), "{told}");
    for key in known.iter().filter_map(|key| key.rsplit('.').next()).filter(|key| *key != "NAME") {
        assert!(example.contains(key), "{key}");
    }
}

#[test]
fn the_page_of_a_misspelt_key_names_every_key() {
    let page = fs::read_to_string("docs/rules/key-unknown.md").unwrap();
    let words: BTreeSet<&str> = page.split([' ', '\n', '[', ']']).collect();
    for kind in Kind::ALL {
        let mut known = BTreeSet::new();
        keys_of_lists(&schema(kind, &Config::default(), &[]), &mut known);
        known.retain(|key| {
            Rule::parse(key).is_none() && !["claim", "quote", "capture"].contains(&key.as_str())
        });
        known.retain(|key| !Config::default().scale.contains(key));
        for key in known {
            assert!(words.contains(key.as_str()), "{key}");
        }
    }
}

/// The names of all keys below a schema, also those of tables in lists.
fn keys_of_lists(schema: &Value, into: &mut BTreeSet<String>) {
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        into.insert(name.clone());
        keys_of_lists(inner, into);
        keys_of_lists(&inner["items"], into);
    }
}

/// The keys that a page's tables name, by format and object: `ibid.report/1`, then `claims[].quotes[]`.
type Named = BTreeMap<(String, String), BTreeSet<String>>;

fn named_keys(page: &str) -> Named {
    let mut named = Named::new();
    for part in page.split("\n## ").skip(1) {
        let (format, rest) = part.split_once('\n').unwrap();
        for (number, section) in rest.split("\n### ").enumerate() {
            let object = if number == 0 { "" } else { ticked(section).next().unwrap() };
            let keys = first_cells(section).flat_map(ticked).map(str::to_owned).collect();
            named.insert((format.to_owned(), object.to_owned()), keys);
        }
    }
    named
}

/// Collects the keys of each object of a report, by format and object.
fn seen_keys(value: &Value, format: &str, object: &str, seen: &mut Named) {
    match value {
        Value::Array(values) => values.iter().for_each(|one| seen_keys(one, format, object, seen)),
        Value::Object(fields) => {
            let format = fields.get("schema").and_then(Value::as_str).unwrap_or(format);
            let object = if fields.contains_key("schema") { "" } else { object };
            let (format, object) = described_as(format, object, fields.contains_key("column"));
            let entry = seen.entry((format.to_owned(), object.to_owned())).or_default();
            entry.extend(fields.keys().cloned());
            for (key, inner) in fields {
                let dot = if object.is_empty() { "" } else { "." };
                let list = if inner.is_array() { "[]" } else { "" };
                seen_keys(inner, format, &format!("{object}{dot}{key}{list}"), seen);
            }
        }
        _ => {}
    }
}

/// Where the page describes an object that several formats or places have.
fn described_as<'o>(format: &'o str, object: &'o str, has_column: bool) -> (&'o str, &'o str) {
    let last = object.rsplit('.').next().unwrap_or_default();
    let in_change = object.strip_prefix("entries[].change").map(|rest| rest.trim_start_matches('.'));
    match (format, last) {
        _ if has_column && last != "findings[]" => ("A place", ""),
        (_, "extra" | "rules" | "export") => ("free", ""),
        ("ibid.report/1", "sentence" | "marks[]") | ("ibid.drift/1", "before" | "after") => ("stretch", ""),
        ("ibid.comparison/1", "events[]" | "settings[]") => (format, "events[]"),
        ("ibid.comparison/1", "rule_change") => (format, "rules[]"),
        ("ibid.drift/1", "to") => (format, "sources[].from"),
        ("ibid.search/1", "differences[]") => ("ibid.report/1", "claims[].quotes[].differences[]"),
        ("ibid.history/1", "change") if in_change == Some("") => ("ibid.comparison/1", "claims[]"),
        ("ibid.history/1", "sources[]") => ("ibid.comparison/1", "sources[]"),
        _ => (format, object),
    }
}

/// Every JSON that tests hold as a snapshot, and what they do not hold.
fn reports() -> Vec<Value> {
    let folders = ["tests/gallery/snapshots", "tests/it/snapshots"];
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut found: Vec<Value> = files
        .filter_map(|entry| fs::read_to_string(entry.unwrap().path()).ok())
        .filter_map(|text| {
            let json = &text[text.find("{\n  \"schema\": \"ibid.")?..=text.rfind('}')?];
            serde_json::from_str(json).ok()
        })
        .collect();
    let repository = Path::new("tests/gallery/quote-drifted");
    for command in [&["drift"][..], &["show", "harvest"]] {
        let run = ibid(repository, &[command, &["--format", "json"]].concat());
        found.push(serde_json::from_str(&run.stdout).expect(&run.stderr));
    }
    found
}

#[test]
fn the_page_of_json_names_every_key_and_no_other() {
    let named = named_keys(&fs::read_to_string("docs/json.md").unwrap());
    let mut seen = Named::new();
    for report in reports() {
        seen_keys(&report, "", "", &mut seen);
    }
    seen.retain(|(format, _), _| !["free", "stretch"].contains(&format.as_str()));
    for (place, keys) in &seen {
        let known = named.get(place).unwrap_or_else(|| panic!("{place:?} is not on the page: {keys:?}"));
        let missing: Vec<&String> = keys.difference(known).collect();
        assert!(missing.is_empty(), "{place:?} {missing:?}");
    }
    // What no report of the tests has is a key of a wire type all the same.
    let mut wires = String::new();
    for file in ["report", "compare", "drift", "find", "history", "refresh"] {
        wires += &fs::read_to_string(format!("src/{file}/v1.rs")).unwrap();
    }
    wires += &fs::read_to_string("src/render/export/links.rs").unwrap();
    wires += &fs::read_to_string("src/wire.rs").unwrap();
    let is_written =
        |key: &String| wires.contains(&format!("{key}: ")) || wires.contains(&format!("\"{key}\""));
    for (place, keys) in &named {
        let unseen: Vec<&String> = match seen.get(place) {
            Some(seen) => keys.difference(seen).filter(|key| !is_written(key)).collect(),
            None => keys.iter().filter(|key| !is_written(key)).collect(),
        };
        assert!(unseen.is_empty(), "{place:?} has no {unseen:?}");
    }
}

/// The example of a rule's page: the lines of a claim, the words of the source, and the first lines that mend it.
struct Example {
    quote: String,
    words: String,
    mended: String,
}

/// The blocks that are set in, one after another.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for line in text.lines() {
        match line.strip_prefix("    ") {
            Some(line) => *blocks.last_mut().unwrap() += &format!("{line}\n"),
            None if line.is_empty() => {}
            None => blocks.push(String::new()),
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

fn example(rule: Rule) -> Option<Example> {
    let (_, example) = rule.explanation().split_once("\n## Example\n")?;
    let (example, mend) = example.split_once("\n## How to mend it\n")?;
    let (before, words) = example.split_once("\nThe words in the source")?;
    let quote = blocks(before).pop().filter(|block| block.contains("[[claim.quote]]"))?;
    let words = blocks(words.split_once('\n')?.1).into_iter().next()?;
    let is_key = |block: &String| {
        block.starts_with("exact ") || block.starts_with("within ") || block.starts_with("source ")
    };
    let mended = blocks(mend).into_iter().find(is_key)?;
    Some(Example { quote, words, mended })
}

/// The claim with these lines, the mended ones in the place of those with the same key.
fn claim(quote: &str, mended: &str) -> String {
    let begun = if quote.contains("[[claim]]") { "" } else { "[[claim]]\nid = \"a\"\ntext = \"T\"\n\n" };
    let keys: BTreeSet<&str> = mended.lines().filter_map(|line| line.split(' ').next()).collect();
    let mut kept = String::new();
    let mut is_kept = true;
    for line in quote.lines() {
        // What is set in goes on with the value above.
        if !line.starts_with(' ') {
            is_kept = !keys.contains(line.split(' ').next().unwrap_or_default());
        }
        if is_kept {
            kept += &format!("{line}\n");
        }
    }
    format!("{begun}{kept}{mended}")
}

#[test]
fn the_example_of_a_rule_raises_it_until_it_is_mended_as_the_page_says() {
    let mut tried = Vec::new();
    for rule in Rule::ALL {
        let Some(Example { quote, words, mended }) = example(*rule) else { continue };
        let source = claim(&quote, &mended)
            .lines()
            .find_map(|line| line.strip_prefix("source")?.split('"').nth(1).map(str::to_owned))
            .unwrap();
        let folder = initialized();
        let path = folder.path();
        write(path, "article.txt", &words);
        let added =
            ibid(path, &["add", "article.txt", "--title", "T", "--id", &source, "--captured", "2025-12-08"]);
        assert_eq!(added.status, 0, "{rule}: {}", added.stderr);
        let verified = |mended: &str| {
            write(path, "claims/a.toml", &claim(&quote, mended));
            ibid(path, &["verify"]).stdout
        };
        let wrong = verified("");
        assert!(wrong.contains(&format!("[{rule}]")), "{rule}: {wrong}\n{}", read(path, "claims/a.toml"));
        let right = verified(&mended);
        assert!(right.contains(": 1 stands\n"), "{rule}: {right}\n{}", read(path, "claims/a.toml"));
        assert!(!right.contains(&format!("[{rule}]")), "{rule}: {right}");
        tried.push(rule);
    }
    assert!(tried.len() >= 10, "{tried:?}");
}
