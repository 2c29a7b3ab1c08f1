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

#![warn(clippy::print_stdout, clippy::print_stderr)]

// Text, and what is done with a single one.
pub mod text;
pub mod together;
pub mod digest;
pub mod encoding;
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
pub mod wire;
pub mod repair;
pub mod find;
pub mod report;
pub mod baseline;

// From two captures of a source to what changed between them.
pub mod drift;
#[cfg(feature = "http")]
pub mod refresh;

// From two reports to what changed between them.
pub mod reach;
pub mod compare;
pub mod state;
#[cfg(feature = "git")]
pub mod history;

pub mod render;
