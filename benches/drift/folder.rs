//! Cases from a folder that a generator wrote: two captures a source, a claim with the quote, and what
//! is true in `truth.jsonl`.

use super::cases::Case;
use ibid::text::Span;
use std::fs;
use std::path::Path;

/// Reads every case of a folder.
pub fn read(folder: &Path) -> Vec<Case> {
    let lines = fs::read_to_string(folder.join("truth.jsonl")).expect("the folder has a truth.jsonl");
    lines.lines().map(|line| read_one(folder, line)).collect()
}

fn read_one(folder: &Path, line: &str) -> Case {
    let truth: serde_json::Value = serde_json::from_str(line).expect("a line of truth.jsonl is JSON");
    let id = truth["id"].as_str().expect("a case has an id");
    let source = folder.join("sources").join(id);
    let capture = |day: &str| fs::read_to_string(source.join(day)).expect("a source has two captures");
    let (old, new) = (capture("2025-12-08.txt"), capture("2025-12-20.txt"));
    let claim =
        fs::read_to_string(folder.join("claims").join(format!("{id}.toml"))).expect("a case has a claim");
    let claim: toml::Table = claim.parse().expect("a claim is TOML");
    let quote = claim["claim"][0]["quote"][0]["exact"].as_str().expect("a quote has words").to_owned();
    let start = old.find(&quote).expect("the quote stands in the older capture");
    let byte = |chars: u64| new.char_indices().nth(chars as usize).map_or(new.len(), |(at, _)| at);
    let place = truth["truth"].as_array().map(|ends| {
        let at = |index: usize| byte(ends[index].as_u64().expect("an offset in code points"));
        Span::new(at(0), at(1))
    });
    Case {
        name: id.to_owned(),
        kind: truth["category"].as_str().expect("a case has a category").to_owned(),
        language: None,
        passage: Span::new(start, start + quote.len()),
        old,
        new,
        truth: place,
        expected: None,
    }
}
