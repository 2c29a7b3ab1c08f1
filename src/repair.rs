//! Claim files with the source's own characters in them: edits of single strings, all else byte for
//! byte as it was. Never changes a word.
//!
//! The strings are spliced by their spans and not through an editable document: that would turn CR LF
//! into LF, drop a byte order mark and add a final line end.

use crate::claim::Located;
use crate::corpus::Corpus;
use crate::edit::spliced;
use crate::parse::words_span;
use crate::quoting::{must_be_named, toml_multiline, toml_string};
use crate::text::Span;
use crate::verify::{Repair, Verified};
use std::collections::BTreeMap;

/// A claim file with quotes mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The file, relative to the root.
    pub path: String,
    /// What it holds.
    pub before: String,
    /// What it should hold.
    pub after: String,
    /// How many quotes are mended in it.
    pub quotes: usize,
    /// Those of these beside which the source has words that make them say otherwise: the line of the quote, from 1, and
    /// those words in a sentence.
    pub turned: Vec<(usize, String)>,
}

/// What is to be written in one claim file.
#[derive(Default)]
struct Edits {
    words: Vec<(Span, String)>,
    quotes: usize,
    turned: Vec<(usize, String)>,
}

/// Every claim file in which quotes differ from their source in characters alone, mended; by path.
pub fn mended(corpus: &Corpus, verified: &Verified) -> Vec<Mended> {
    let mut edits: BTreeMap<usize, Edits> = BTreeMap::new();
    for (claim, outcomes) in corpus.claims.iter().zip(&verified.outcomes) {
        let Some(outcomes) = outcomes else { continue };
        let content = &corpus.claim_files[claim.file].content;
        for (quote, outcome) in claim.quotes.iter().zip(outcomes) {
            let Some(Repair { exact, within, beside }) = &outcome.repair else { continue };
            let exact = quote.exact.iter().zip(exact);
            let within = quote.within.as_deref().into_iter().zip(within);
            let of_quote = exact.chain(within).filter_map(|(literal, words)| edit(content, literal, words));
            let of_file = edits.entry(claim.file).or_default();
            of_file.words.extend(of_quote);
            of_file.quotes += 1;
            of_file.turned.extend(beside.iter().map(|beside| (quote.line, beside.clone())));
        }
    }
    let file = |(file, Edits { words, quotes, turned }): (usize, Edits)| {
        let document = &corpus.claim_files[file];
        let after = spliced(&document.content, words);
        Mended { path: document.path.clone(), before: document.content.clone(), after, quotes, turned }
    };
    let mut files: Vec<Mended> = edits.into_iter().map(file).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The literal to write in place of another; `None` where its words are those already.
fn edit(content: &str, literal: &Located<String>, words: &str) -> Option<(Span, String)> {
    (literal.value.trim() != words).then(|| (literal.span, relettered(content, literal.span, words)))
}

/// A string literal with other words, in the manner of the one that was there.
fn relettered(content: &str, literal: Span, words: &str) -> String {
    let written = &content[literal.range()];
    let inner = words_span(content, literal);
    let (lead, tail) = (&content[literal.start..inner.start], &content[inner.end..literal.end]);
    // A literal of one line does as its file does.
    let manner = if written.contains('\n') { written } else { content };
    let lines = |words: &str| {
        let text = toml_multiline(words);
        if manner.contains("\r\n") { text.replace('\n', "\r\n") } else { text }
    };
    if written.starts_with("\"\"\"") {
        return format!("{lead}{}{tail}", lines(words));
    }
    if written.starts_with("'''") {
        let (lead, tail) = (lead.replacen("'''", "\"\"\"", 1), tail.replacen("'''", "\"\"\"", 1));
        return format!("{lead}{}{tail}", lines(words));
    }
    let stays_literal = written.starts_with('\'') && !words.chars().any(|c| c == '\'' || must_be_named(c));
    if stays_literal { format!("'{words}'") } else { toml_string(words) }
}
