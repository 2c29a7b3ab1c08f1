//! Insertions into any TOML: what comes out is TOML with one thing more, or nothing comes out.
#![no_main]

use ibid::edit::{Edited, Pair, append_capture, append_claim, append_quote, pin_quote};
use ibid::error::Error;
use ibid::parse::{Document, claims};
use ibid::text::line_ends;
use libfuzzer_sys::fuzz_target;

fn count(content: &str) -> usize {
    let document = Document { path: "claims/a.toml".into(), content: content.to_owned() };
    claims(&document, 0).0.len()
}

fn hold(before: &str, edited: Result<Edited, Error>, more: usize) {
    let Ok(edited) = edited else { return };
    assert!(edited.line >= 1 && edited.line <= line_ends(&edited.content) + 1);
    assert_eq!(count(&edited.content), count(before) + more, "{}", edited.content);
}

fuzz_target!(|input: (&str, u8, u8, &str)| {
    let (words, claim, quote, content) = input;
    let (claim, quote) = (usize::from(claim % 4), usize::from(quote % 4));
    let pairs = [Pair::text("source", "s"), Pair::text("exact", words)];
    let head = [Pair::text("id", "new-claim"), Pair::text("text", words)];
    hold(content, append_claim(content, &head, &pairs), 1);
    hold(content, append_quote(content, claim, &pairs), 0);
    hold(content, pin_quote(content, claim, quote, "2025-12-08"), 0);
    let capture = [Pair::text("file", "2025-12-08.txt"), Pair::text("sha256", words)];
    if let Ok(edited) = append_capture(content, &capture) {
        assert!(edited.content.len() > content.len());
    }
});
