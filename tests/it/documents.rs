//! Documents as real engines make them, against what a person found in them: `tests/documents/README.md`.
//! Prints a table; the floors are what holds now, so that nothing gets worse unseen.

#![cfg(feature = "html")]
#[path = "../documents/measure.rs"]
mod measure;
#[path = "../documents/ours.rs"]
mod ours;

use measure::{Score, documents, held_back, name, score, truth};
use std::path::PathBuf;

/// The sum over these documents, each printed with what is wrong with it.
fn measured(title: &str, documents: &[PathBuf]) -> Score {
    println!("\n{}", Score::HEAD);
    let mut sum = Score::default();
    for document in documents {
        let taken = ours::taken(document).unwrap_or_else(|why| panic!("{}: {why}", document.display()));
        let one = score(&truth(document), &taken);
        println!("{}", one.row(&name(document)));
        one.differing.iter().for_each(|line| println!("    differs: {line}"));
        one.missing.iter().for_each(|line| println!("    missing: {line}"));
        one.let_in.iter().for_each(|line| println!("    let in: {line}"));
        for (key, value) in &truth(document).metadata {
            let found = taken.metadata.get(key);
            if found != Some(value) {
                println!("    {key}: {value:?} is {found:?}");
            }
        }
        sum.add(&one);
    }
    println!("{}", sum.row(title));
    sum
}

#[test]
fn pages_are_read_as_a_browser_shows_them() {
    let held = held_back();
    let (held, mended): (Vec<PathBuf>, Vec<PathBuf>) =
        documents("pages", "html").into_iter().partition(|page| held.contains(&name(page)));
    assert!(mended.len() >= 12 && held.len() >= 6, "the pages were read");
    let mended = measured("all that were mended on", &mended);
    assert_eq!((mended.lines, mended.exact), (164, 164), "lines of the pages mended on");
    assert!(mended.let_in.len() <= 2 && mended.glued <= 1, "clutter let in: {:?}", mended.let_in);
    assert_eq!(mended.metadata_right, mended.metadata);
    let held = measured("all that were held back", &held);
    assert!(held.lines == 60 && held.exact >= 59, "lines of the pages held back: {}", held.exact);
    assert!(held.let_in.len() <= 7 && held.glued == 0, "clutter let in: {:?}", held.let_in);
    assert_eq!(held.metadata_right, held.metadata);
    assert!(mended.clutter > 280 && held.clutter > 90, "there is clutter to keep out");
}

#[test]
fn pdfs_are_read_as_they_are_printed() {
    let documents = documents("pdf", "pdf");
    assert!(documents.len() >= 7, "the PDFs were read");
    let sum = measured("all PDFs", &documents);
    assert!(sum.lines == 95 && sum.exact >= 74, "lines found: {} of {}", sum.exact, sum.lines);
    assert!(sum.exact + sum.spaced >= 90, "lines found but for their spaces: {}", sum.spaced);
    assert!(sum.let_in.len() <= 17, "clutter let in: {:?}", sum.let_in);
    assert_eq!(sum.missing, Vec::<String>::new(), "every line is there, at least with differences");
}
