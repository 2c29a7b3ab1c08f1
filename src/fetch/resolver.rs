//! From names of hosts to addresses, at the time of the connection itself: what a name was found to be is
//! what is connected to, so that no later answer and no redirect gets round the check.

use super::private::is_public;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Finds only public addresses, unless others are allowed.
#[derive(Debug)]
pub(super) struct Guarded {
    pub(super) inner: DefaultResolver,
    pub(super) allow_private: bool,
}

/// A host has none but private addresses; this is one.
#[derive(Debug)]
pub(super) struct PrivateHost(pub(super) IpAddr);

impl fmt::Display for PrivateHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is no address of the public internet", self.0)
    }
}

impl std::error::Error for PrivateHost {}

impl Resolver for Guarded {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.inner.resolve(uri, config, timeout).map_err(|error| match error {
            // The system says "failed to look up", in many words.
            Error::Io(_) => Error::HostNotFound,
            other => other,
        })?;
        // A proxy stands where its owner put it; what it fetches is checked before it is asked.
        let is_proxy =
            |proxy: &ureq::Proxy| proxy.uri().authority() == uri.authority() && !proxy.is_no_proxy(uri);
        if self.allow_private || config.proxy().is_some_and(is_proxy) {
            return Ok(found);
        }
        let mut public = self.empty();
        found.iter().filter(|one| is_public(one.ip())).for_each(|&one| public.push(one));
        match found.first() {
            Some(first) if public.is_empty() => Err(Error::Other(Box::new(PrivateHost(first.ip())))),
            _ => Ok(public),
        }
    }
}

/// One of the addresses that is not public, where a host that a proxy will be asked for has one here. A name
/// that only the proxy knows is its affair.
pub(super) fn private_behind_proxy(found: &[SocketAddr]) -> Option<IpAddr> {
    found.iter().map(SocketAddr::ip).find(|&ip| !is_public(ip))
}
