//! How much of real documents is found and how much clutter is let in, beside `trafilatura` (pages) and `pdftotext`
//! (PDFs) where they are installed. Shown, never asserted; the floors are in `tests/it/documents.rs`.
//!
//! `cargo bench --bench documents`; `-- --lines` prints every line that went wrong.

#![forbid(unsafe_code)]
#![allow(clippy::disallowed_methods, reason = "a measurement reads files and runs programs of its own")]

#[path = "../tests/documents/measure.rs"]
mod measure;
#[path = "../tests/documents/ours.rs"]
mod ours;
#[path = "documents/others.rs"]
mod others;

use measure::{Score, Taken, documents, held_back, name, score, truth};
use std::path::{Path, PathBuf};

type Extractor = fn(&Path) -> Result<Taken, String>;

fn main() {
    let shows_lines = std::env::args().any(|argument| argument == "--lines");
    let held = held_back();
    let (held, mended): (Vec<PathBuf>, Vec<PathBuf>) =
        documents("pages", "html").into_iter().partition(|page| held.contains(&name(page)));
    for (title, pages) in [("pages mended on", &mended), ("pages held back", &held)] {
        measured(&format!("ibid, {title}"), pages, ours::taken, shows_lines);
        measured(&format!("trafilatura, {title}"), pages, others::trafilatura, shows_lines);
    }
    let pdfs = documents("pdf", "pdf");
    measured("ibid, PDFs", &pdfs, ours::taken, shows_lines);
    measured("pdftotext, PDFs", &pdfs, others::pdftotext, shows_lines);
}

/// Prints the table of one extractor over some documents.
fn measured(title: &str, documents: &[PathBuf], extractor: Extractor, shows_lines: bool) {
    println!("\n{title}\n{}", Score::HEAD);
    let mut sum = Score::default();
    for document in documents {
        let taken = match extractor(document) {
            Ok(taken) => taken,
            Err(why) => {
                println!("{:24} {why}", name(document));
                continue;
            }
        };
        let one = score(&truth(document), &taken);
        println!("{}", one.row(&name(document)));
        if shows_lines {
            one.differing.iter().for_each(|line| println!("    differs: {line}"));
            one.missing.iter().for_each(|line| println!("    missing: {line}"));
            one.let_in.iter().for_each(|line| println!("    let in: {line}"));
        }
        sum.add(&one);
    }
    println!("{}", sum.row("all"));
}
