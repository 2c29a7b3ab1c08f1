//! Other extractors, as a person runs them.

use crate::measure::Taken;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};

/// What `trafilatura` takes from a page, without comments, with what the page says of itself.
pub fn trafilatura(page: &Path) -> Result<Taken, String> {
    let file = File::open(page).map_err(|why| why.to_string())?;
    let mut command = Command::new("trafilatura");
    command.args(["--json", "--no-comments", "--with-metadata"]).stdin(Stdio::from(file));
    let printed = output(&mut command)?;
    let value: Value = serde_json::from_str(&printed).map_err(|why| why.to_string())?;
    let keys = [
        ("title", "title"),
        ("author", "author"),
        ("date", "published"),
        ("source-hostname", "publisher"),
        ("source", "url"),
        ("language", "language"),
    ];
    let told = |(theirs, ours): (&str, &str)| {
        Some((ours.to_owned(), value.get(theirs)?.as_str().filter(|told| !told.is_empty())?.to_owned()))
    };
    let metadata: BTreeMap<String, String> = keys.into_iter().filter_map(told).collect();
    let text = value.get("text").and_then(Value::as_str).unwrap_or_default();
    // It tells the heading apart from the text.
    let title = metadata.get("title").cloned().unwrap_or_default();
    Ok(Taken { text: format!("{title}\n\n{}", plain(text)), metadata })
}

/// The text without the marks of items, headings and emphasis that it was asked to keep paragraphs by.
fn plain(text: &str) -> String {
    let line = |line: &str| line.trim_start_matches("- ").to_owned();
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// What `pdftotext` takes from a PDF, its lines joined to paragraphs where they are not ended by a hyphen or a stop.
pub fn pdftotext(document: &Path) -> Result<Taken, String> {
    let printed = output(Command::new("pdftotext").arg(document).arg("-"))?;
    let blocks = printed.split("\n\n").map(|block| block.lines().collect::<Vec<_>>().join(" "));
    Ok(Taken { text: blocks.collect::<Vec<_>>().join("\n\n"), metadata: BTreeMap::new() })
}

fn output(command: &mut Command) -> Result<String, String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|_| format!("{program} is not installed"))?;
    if !output.status.success() {
        return Err(format!("{program} found nothing"));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{program} printed no UTF-8"))
}
