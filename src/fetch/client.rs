//! One page over HTTP: connections, redirects, conditions, and what the headers say.

use super::address::{check, without_fragment};
use super::body::{self, Framing};
use super::failure::{Cause, Failure, retry_after};
use super::head::{BadHeader, Tolerant};
use super::private::is_public;
use super::resolver::{Guarded, PrivateHost, private_behind_proxy};
use super::{Answer, Fetched, Known, Settings};
use crate::error::Error;
use crate::extract::LARGEST_PAGE;
use crate::media::MediaType;
use crate::source::Fetch;
use std::net::{IpAddr, Ipv4Addr};
use std::time::{Duration, Instant};
use ureq::http::{HeaderMap, HeaderValue, StatusCode, header};
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig};
use ureq::unversioned::resolver::{DefaultResolver, Resolver as _};
use ureq::unversioned::transport::{Connector as _, DefaultConnector, NextTimeout};
use ureq::{Agent, ProxyProtocol};
use url::{Host, Url};

/// So many redirects are followed.
const MOST_REDIRECTS: usize = 10;
/// The most bytes of an answer's headers.
const MOST_HEADERS: usize = 64 << 10;
/// The longest value of a header that is kept, in bytes.
const LONGEST_HEADER: usize = 1000;

/// Fetches pages; may be shared by threads.
#[derive(Clone, Debug)]
pub struct Client {
    agent: Agent,
    settings: Settings,
}

impl Client {
    /// A client of these settings.
    ///
    /// # Errors
    ///
    /// Where the certificates hold none, or what ibid shall call itself cannot be sent.
    pub fn new(settings: Settings) -> Result<Self, Error> {
        let is_sendable = |c: char| c.is_ascii_graphic() || c == ' ';
        if settings.user_agent.trim().is_empty() || !settings.user_agent.chars().all(is_sendable) {
            return Err(Error::new("the user agent must be plain letters and signs (ASCII), and not empty"));
        }
        let roots = match &settings.authorities {
            None => RootCerts::WebPki,
            Some(pem) => RootCerts::from(certificates(pem)?),
        };
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_response_header_size(MOST_HEADERS)
            // After a polite pause a kept connection is often closed at the other end.
            .max_idle_connections(0)
            .user_agent(settings.user_agent.as_str())
            .accept("text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.8")
            .accept_encoding("gzip, deflate, br")
            .tls_config(TlsConfig::builder().root_certs(roots).build())
            .proxy(settings.proxy.clone())
            .build();
        let resolver = Guarded { inner: DefaultResolver::default(), allow_private: settings.allow_private };
        let agent = Agent::with_parts(config, DefaultConnector::new().chain(Tolerant), resolver);
        Ok(Self { agent, settings })
    }

    /// Fetches a page. What is `known` of it is told to the server that it came from.
    ///
    /// # Errors
    ///
    /// Where no whole page came, with the address at which it went wrong.
    pub fn fetch(&self, url: &Url, known: Option<&Known>) -> Result<Answer, Failure> {
        let deadline = Instant::now() + self.settings.time;
        let mut at = without_fragment(url);
        let mut redirects: Vec<String> = Vec::new();
        loop {
            let step = self.step(&at, known, deadline);
            let next = match step.map_err(|cause| Failure { address: at.to_string(), cause })? {
                Step::Page(mut page) => {
                    page.fetch.redirects = redirects;
                    return Ok(Answer::Page(Box::new(page)));
                }
                Step::NotModified => return Ok(Answer::NotModified),
                Step::Redirect(next) => next,
            };
            let failed = |cause| Err(Failure { address: at.to_string(), cause });
            redirects.push(at.to_string());
            if redirects.iter().any(|seen| *seen == next.as_str()) {
                return failed(Cause::Circle);
            }
            if redirects.len() > MOST_REDIRECTS {
                return failed(Cause::Redirects(redirects.len()));
            }
            at = next;
        }
    }

    /// Asks for one address.
    fn step(&self, at: &Url, known: Option<&Known>, deadline: Instant) -> Result<Step, Cause> {
        check(at).map_err(|error| Cause::Address(error.message, error.hint))?;
        self.refuse_private_behind_proxy(at, deadline)?;
        let known = known.filter(|known| known.url == at.as_str());
        let left = deadline.saturating_duration_since(Instant::now());
        // A limit of nothing would be none at all.
        let left = left.max(Duration::from_millis(1));
        let mut request = self.agent.get(at.as_str()).config().timeout_global(Some(left)).build();
        let conditions =
            known.map(|known| [("if-none-match", &known.etag), ("if-modified-since", &known.last_modified)]);
        for (name, value) in conditions.into_iter().flatten() {
            // What a record has may be anything, and what cannot be sent is not.
            if let Some(value) = value.as_ref().and_then(|value| HeaderValue::from_str(value).ok()) {
                request = request.header(name, value);
            }
        }
        let response = request.call().map_err(|error| self.cause(at, error))?;
        let (parts, body) = response.into_parts();
        match parts.status.as_u16() {
            301..=303 | 307 | 308 => target(at, &parts.headers).map(Step::Redirect),
            304 if known.is_some() => Ok(Step::NotModified),
            200 | 203 => {
                let framing = self.framing(&parts.headers);
                let bytes = body::read(body.into_with_config().limit(u64::MAX).reader(), &framing);
                let bytes = bytes.map_err(|cause| match cause {
                    Cause::TooLarge(limit) if limit < self.settings.size => Cause::LargePage(limit),
                    other => other,
                })?;
                let is_length_known = is_length_known(&parts.headers);
                Ok(Step::Page(Fetched {
                    bytes,
                    fetch: fetch(at, parts.status, &parts.headers),
                    is_length_known,
                    refresh: text(&parts.headers, &header::REFRESH),
                }))
            }
            status => {
                let retry = text(&parts.headers, &header::RETRY_AFTER);
                Err(Cause::Status(status, retry.and_then(|value| retry_after(&value))))
            }
        }
    }

    /// What the headers say of the content. A web page has a limit of its own, beyond which it would not be read anyway.
    fn framing(&self, headers: &HeaderMap) -> Framing {
        let told = text(headers, &header::CONTENT_TYPE).and_then(|told| MediaType::of_name(&told));
        let is_markup = told.is_some_and(MediaType::is_markup);
        let size = self.settings.size;
        Framing {
            packing: text(headers, &header::CONTENT_ENCODING),
            length: text(headers, &header::CONTENT_LENGTH).and_then(|length| length.parse().ok()),
            limit: if is_markup { size.min(LARGEST_PAGE) } else { size },
            time: self.settings.time,
        }
    }

    /// A proxy connects for us, so what it would connect to is looked up here first. One that was chosen so
    /// that names are not looked up here, as those of Tor are, is asked all but what is plainly private.
    fn refuse_private_behind_proxy(&self, at: &Url, deadline: Instant) -> Result<(), Cause> {
        let Some(proxy) = self.settings.proxy.as_ref().filter(|_| !self.settings.allow_private) else {
            return Ok(());
        };
        if let Some(ip) = plainly_private(at) {
            return Err(Cause::Private(ip));
        }
        let Ok(uri) = at.as_str().parse() else { return Ok(()) };
        let looks_up_itself = matches!(proxy.protocol(), ProxyProtocol::Socks4A | ProxyProtocol::Socks5h);
        if looks_up_itself || proxy.is_no_proxy(&uri) {
            return Ok(());
        }
        let after = deadline.saturating_duration_since(Instant::now()).min(Duration::from_secs(10));
        let timeout = NextTimeout { after: after.into(), ..NextTimeout::default() };
        let found = DefaultResolver::default().resolve(&uri, self.agent.config(), timeout);
        match found.ok().and_then(|found| private_behind_proxy(&found)) {
            Some(ip) => Err(Cause::Private(ip)),
            None => Ok(()),
        }
    }

    /// Why nothing came.
    fn cause(&self, at: &Url, error: ureq::Error) -> Cause {
        use ureq::Error as E;
        let host = || at.host_str().unwrap_or_default().to_owned();
        match error {
            E::HostNotFound => Cause::NoHost(host()),
            E::Timeout(_) => Cause::Timeout(self.settings.time),
            E::Other(other) => match other.downcast::<PrivateHost>() {
                Ok(host) => Cause::Private(host.0),
                Err(other) => match other.downcast::<BadHeader>() {
                    Ok(bad) => Cause::Header(bad.name, bad.byte),
                    Err(other) => Cause::Connection(other.to_string()),
                },
            },
            E::Rustls(error) => Cause::Tls(error.to_string()),
            E::Tls(why) => Cause::Tls(why.to_owned()),
            E::LargeResponseHeader(..) => Cause::Headers(MOST_HEADERS),
            E::Protocol(error) => Cause::Protocol(error.to_string()),
            E::ConnectProxyFailed(why) => Cause::Connection(format!("the proxy refuses: {why}")),
            E::Io(error) => of_io(&error, at, self.settings.time),
            other => Cause::Connection(other.to_string()),
        }
    }
}

/// The address of a host that is written as a number, or is this machine's by its name, where it is private.
fn plainly_private(at: &Url) -> Option<IpAddr> {
    let ip = match at.host()? {
        Host::Ipv4(ip) => IpAddr::V4(ip),
        Host::Ipv6(ip) => IpAddr::V6(ip),
        Host::Domain(name) => {
            let name = name.trim_end_matches('.');
            let is_local = name == "localhost" || name.ends_with(".localhost");
            is_local.then_some(IpAddr::V4(Ipv4Addr::LOCALHOST))?
        }
    };
    (!is_public(ip)).then_some(ip)
}

enum Step {
    Page(Fetched),
    NotModified,
    Redirect(Url),
}

/// Where a redirect leads.
fn target(at: &Url, headers: &HeaderMap) -> Result<Url, Cause> {
    // Servers send other letters than those of ASCII as they are, in UTF-8.
    let location = headers.get(header::LOCATION).map(|value| String::from_utf8_lossy(value.as_bytes()));
    let next = location.and_then(|word| at.join(word.trim()).ok()).ok_or(Cause::NoTarget)?;
    check(&next).map_err(|error| Cause::Address(error.message, error.hint))?;
    if at.scheme() == "https" && next.scheme() == "http" {
        return Err(Cause::Downgrade(next.to_string()));
    }
    Ok(without_fragment(&next))
}

/// What the system or the TLS library says of a connection.
fn of_io(error: &std::io::Error, at: &Url, time: Duration) -> Cause {
    use std::io::ErrorKind as Kind;
    let plain = match error.kind() {
        Kind::TimedOut | Kind::WouldBlock => return Cause::Timeout(time),
        // A broken handshake comes as bad data, with the library's own words.
        Kind::InvalidData if at.scheme() == "https" => return Cause::Tls(error.to_string()),
        Kind::ConnectionRefused => "nothing answers there",
        Kind::ConnectionReset | Kind::ConnectionAborted | Kind::UnexpectedEof | Kind::BrokenPipe => {
            "the connection was closed before an answer came"
        }
        Kind::NetworkUnreachable | Kind::HostUnreachable => "no way leads there from this machine",
        _ => return Cause::Connection(error.to_string()),
    };
    Cause::Connection(plain.into())
}

fn certificates(pem: &[u8]) -> Result<Vec<Certificate<'static>>, Error> {
    let items: Result<Vec<PemItem<'_>>, ureq::Error> = ureq::tls::parse_pem(pem).collect();
    let items =
        items.map_err(|error| Error::new(format!("the file of certificates cannot be read: {error}")))?;
    let found = items.into_iter().filter_map(|item| match item {
        PemItem::Certificate(certificate) => Some(certificate),
        _ => None,
    });
    let found: Vec<Certificate<'static>> = found.collect();
    if found.is_empty() {
        return Err(Error::new("the file of certificates holds none")
            .hint("it must be in PEM, with lines -----BEGIN CERTIFICATE-----"));
    }
    Ok(found)
}

/// A header's value as text, where it is of a sensible length.
fn text(headers: &HeaderMap, name: &header::HeaderName) -> Option<String> {
    let value = headers.get(name)?.as_bytes();
    let value = String::from_utf8_lossy(value.get(..LONGEST_HEADER).map_or(value, |_| b""));
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// Whether the end of the content can be told from a connection that broke (RFC 9112, section 6.3).
fn is_length_known(headers: &HeaderMap) -> bool {
    let is_chunked = |coding: String| coding.to_ascii_lowercase().contains("chunked");
    headers.contains_key(header::CONTENT_LENGTH)
        || text(headers, &header::TRANSFER_ENCODING).is_some_and(is_chunked)
}

/// What a record keeps of how a page came.
fn fetch(at: &Url, status: StatusCode, headers: &HeaderMap) -> Fetch {
    Fetch {
        url: at.to_string(),
        status: status.as_u16(),
        redirects: Vec::new(),
        date: text(headers, &header::DATE),
        content_type: text(headers, &header::CONTENT_TYPE),
        content_language: text(headers, &header::CONTENT_LANGUAGE),
        etag: text(headers, &header::ETAG),
        last_modified: text(headers, &header::LAST_MODIFIED),
    }
}
