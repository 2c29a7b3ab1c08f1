//! The only network: fetches a page for what is stored, within bounds, and says all that matters of how it
//! came. No disk, no terminal. The checker never comes here.
//!
//! What is fetched comes from the public internet alone, unless the person allows more: an address in a
//! record, or a redirect, is not to reach into the network of whoever runs this.

pub mod address;
mod body;
mod client;
mod failure;
mod head;
mod page;
mod private;
mod resolver;
mod wall;

pub use client::Client;
pub use failure::{Cause, Failure};
pub use page::{PERHAPS_CUT, Page};

use crate::source::Fetch;
use std::time::Duration;
use ureq::Proxy;

/// How pages are fetched.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The time in which a page must have come whole, redirects and all.
    pub time: Duration,
    /// The most bytes of a page, packed and unpacked.
    pub size: u64,
    /// Whether addresses of this machine and of private networks may be fetched.
    pub allow_private: bool,
    /// What ibid calls itself.
    pub user_agent: String,
    /// The certificates, in PEM, of the authorities that are trusted; those of Mozilla's list where not given.
    pub authorities: Option<Vec<u8>>,
    /// The proxy that pages are fetched through.
    pub proxy: Option<Proxy>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            time: Duration::from_mins(1),
            size: 64 << 20,
            allow_private: false,
            user_agent: concat!("ibid/", env!("CARGO_PKG_VERSION")).into(),
            authorities: None,
            proxy: None,
        }
    }
}

/// What is known of a page from last time, so that a server need not send it again (RFC 9110, 13.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The address that it came from in the end.
    pub url: String,
    /// Its `ETag`.
    pub etag: Option<String>,
    /// Its `Last-Modified`.
    pub last_modified: Option<String>,
}

/// A server's answer.
#[derive(Clone, Debug)]
pub enum Answer {
    /// The page.
    Page(Box<Fetched>),
    /// It is as it was: 304 Not Modified.
    NotModified,
}

/// A page as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// Its bytes, unpacked.
    pub bytes: Vec<u8>,
    /// How it came.
    pub fetch: Fetch,
    /// Whether the server said how long it is, so that it is known to be whole.
    pub is_length_known: bool,
    /// The `Refresh` header, by which a server sends a page's readers on.
    pub refresh: Option<String>,
}
