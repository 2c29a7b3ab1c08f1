//! `ibid` keeps written claims honest: it checks every quote of a repository of claims exactly against
//! its stored, hashed source, and says what drifted, where and how.
//!
//! Data flows one way; each stage yields values and findings, and none exits early:
//!
//! ```text
//! tree ─ bytes → parse → corpus → verify → report → render → String
//! ```
//!
//! The modules below are in reading order. Each imports only from those above it, which a test holds.
//!
//! Whether a text has a quote, letter for letter, is asked of [`anchor`]:
//!
//! ```
//! use ibid::anchor::{Quote, Standing, anchor};
//! use ibid::text::Text;
//!
//! let text = Text::new("Environ 2500 soldats n’ont pas été relevés.");
//! let asked = |words| {
//!     let quote = Quote { segments: vec![words], within: None, partial: false, repeated: false };
//!     anchor(&quote, &text).standing
//! };
//! assert_eq!(asked("Environ 2500 soldats"), Standing::Stands);
//! assert_eq!(asked("Environ 250"), Standing::Cut);
//! assert_eq!(asked("n'ont pas été relevés"), Standing::Variant);
//! ```
//!
//! A whole repository is read from a [`tree`], which is a folder, a revision of git, or memory, checked by [`verify`],
//! and made into text by [`render`]:
//!
//! ```
//! use ibid::corpus::Corpus;
//! use ibid::digest::Digest;
//! use ibid::render::json;
//! use ibid::report::Report;
//! use ibid::tree::MemoryTree;
//! use ibid::verify::{Options, verify};
//!
//! let text = "Le ministre a reconnu « une erreur ».";
//! let record = format!(
//!     "title = \"Le discours\"\n[[capture]]\nfile = \"a.txt\"\nsha256 = \"{}\"\n",
//!     Digest::of(text.as_bytes())
//! );
//! let claim = r#"
//!     [[claim]]
//!     id = "minister-admits-mistake"
//!     text = "The minister has admitted a mistake."
//!     [[claim.quote]]
//!     source = "le-discours"
//!     exact = "Le ministre a nié « une erreur »"
//! "#;
//! let mut tree = MemoryTree::default();
//! tree.insert("ibid.toml", "format = 1\n");
//! tree.insert("claims/first.toml", claim);
//! tree.insert("sources/le-discours/source.toml", record);
//! tree.insert("sources/le-discours/a.txt", text);
//!
//! let corpus = Corpus::load(&tree);
//! let verified = verify(&corpus, &tree, &Options::default());
//! let report = Report::new(corpus, verified);
//! assert!(report.has_errors());
//! assert_eq!(report.findings[0].finding.rule.name(), "quote-altered");
//! assert!(json::render(&report).contains("\"schema\": \"ibid.report/1\""));
//! ```

#![warn(clippy::print_stdout, clippy::print_stderr)]

// Text, and what is done with a single one.
pub mod text;
pub(crate) mod together;
pub mod digest;
pub(crate) mod encoding;
pub mod decode;
pub mod media;
pub mod fold;
pub mod quoting;

// The heart: where a quote lies in a text.
pub mod anchor;

// Links to where words lie.
pub mod fragment;

// The nouns.
pub mod error;
pub mod finding;
pub mod claim;
pub mod source;
pub mod config;

// From files to values, and back.
pub mod parse;
pub mod schema;
pub mod edit;
pub mod citing;
pub mod tree;
pub mod store;
pub mod trusted;

// From documents to their text, for what is stored; the checker never comes here.
pub mod extract;
// The only network, for what is stored; nor does it come here.
#[cfg(feature = "http")]
pub mod fetch;

// From values to outcomes to text.
pub mod corpus;
pub mod verify;
pub(crate) mod wire;
pub mod repair;
pub mod find;
pub mod report;

// From two captures of a source to what changed between them.
pub mod drift;
#[cfg(feature = "http")]
pub mod refresh;

// From two reports to what changed between them.
pub mod reach;
pub mod compare;
pub mod baseline;
pub mod state;
#[cfg(feature = "git")]
pub mod history;

pub mod render;
