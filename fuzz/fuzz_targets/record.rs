//! Any bytes as a source's record: a source, and findings at places inside the file.
#![no_main]

use ibid::parse::{Document, record};
use ibid::text::line_ends;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = Document::decode("sources/a/source.toml", bytes.to_vec()) else { return };
    let (source, findings) = record(&document, "a", 0);
    let lines = line_ends(&document.content) + 1;
    assert!(findings.iter().all(|finding| finding.place.line <= lines), "{findings:?}");
    assert_eq!(source.id, "a");
});
