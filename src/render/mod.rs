//! A report as a string, one file a format. Sees reports, never the tree or the corpus; prints nothing
//! and decides no level.

pub mod changes;
pub mod comparison;
pub mod concise;
mod details;
pub mod drift;
pub mod document;
pub mod export;
pub mod find;
pub mod github;
pub mod gitlab;
#[cfg(feature = "git")]
pub mod history;
pub mod host;
pub mod human;
pub mod json;
pub mod junit;
pub mod losses;
pub mod markdown;
#[cfg(feature = "http")]
pub mod refresh;
pub mod rules;
pub mod sarif;
pub mod show;
pub mod snippet;
pub mod told;
pub mod visible;
mod wording;
mod words;
