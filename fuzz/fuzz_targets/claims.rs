//! Any bytes as a claim file or as the configuration: values, and findings at places inside the file.
#![no_main]

use ibid::finding::Finding;
use ibid::parse::{Document, claims, config};
use ibid::text::line_ends;
use libfuzzer_sys::fuzz_target;

fn hold(findings: &[Finding], document: &Document) {
    let lines = line_ends(&document.content) + 1;
    for finding in findings {
        let place = &finding.place;
        assert!(place.line <= lines && place.line <= place.end_line, "{finding:?}");
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = Document::decode("claims/a.toml", bytes.to_vec()) else { return };
    hold(&claims(&document, 0).1, &document);
    hold(&config(&document).1, &document);
});
