//! Why a page could not be fetched, in words for whoever asked for it.

use crate::error::Error;
use crate::quoting::{counted, shortened};
use std::net::IpAddr;
use std::time::Duration;

/// Why a page could not be fetched, and at which address: that which was asked for, or one that it led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The address, without the part after `#`.
    pub address: String,
    /// What went wrong there.
    pub cause: Cause,
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A redirect to an address that is not fetched, with why and what to do.
    Address(String, String),
    /// No host has this name.
    NoHost(String),
    /// The host's address is not one of the public internet.
    Private(IpAddr),
    /// Nothing answers there, or the connection broke, with what the system says.
    Connection(String),
    /// No secure connection was possible, with why.
    Tls(String),
    /// The answer did not come whole in this time.
    Timeout(Duration),
    /// The answer has another status than that of a page, and may say when to try again.
    Status(u16, Option<String>),
    /// So many redirects without an end.
    Redirects(usize),
    /// The page leads to itself.
    Circle,
    /// A redirect that leads nowhere, or to what is no address.
    NoTarget,
    /// A secure page leads to one that is not.
    Downgrade(String),
    /// The answer is larger than this, in bytes.
    TooLarge(u64),
    /// The answer is a web page larger than this, in bytes, which is the most that is read of one.
    LargePage(u64),
    /// A small answer unpacks to an enormous one.
    Bomb,
    /// The answer ended before its end.
    CutShort,
    /// The answer is packed in a way that cannot be unpacked: its name, and what is wrong.
    Packing(String, String),
    /// The answer has no content.
    Empty,
    /// The answer's headers have more bytes than this.
    Headers(usize),
    /// A header that decides how the answer is read, by its name, has this byte, which none may have.
    Header(&'static str, u8),
    /// The answer is no HTTP, with what is wrong.
    Protocol(String),
}

impl Failure {
    /// Whether the page itself is no longer there: 404 Not Found, 410 Gone.
    pub fn is_gone(&self) -> bool {
        matches!(self.status(), Some(404 | 410))
    }

    /// The HTTP status of an answer that was no page.
    pub fn status(&self) -> Option<u16> {
        match self.cause {
            Cause::Status(status, _) => Some(status),
            _ => None,
        }
    }
}

/// So many characters of an address are shown.
const SHOWN: usize = 300;

const BY_HAND: &str = "open it in a browser, save the page, and add that file";

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        let Failure { address, cause } = failure;
        let address = shortened(&address, SHOWN);
        let (message, hint) = match cause {
            Cause::Address(why, hint) => {
                (format!("`{address}` leads to an address that is not fetched: {why}"), hint)
            }
            Cause::NoHost(host) => (
                format!("`{address}` was not reached: no host `{host}` is known here"),
                "see whether the address is right, and whether this machine is online".into(),
            ),
            Cause::Private(ip) => (
                format!(
                    "`{address}` was not fetched: its host is {ip}, an address of this machine or of a local or reserved network"
                ),
                "if you do mean a page of your own network, allow it with --allow-private".into(),
            ),
            Cause::Connection(why) => (
                format!("`{address}` was not reached: {why}"),
                "see whether it opens in a browser, and try again".into(),
            ),
            Cause::Tls(why) => tls(&address, &why),
            Cause::Timeout(limit) => (
                format!(
                    "`{address}` did not come whole within {}",
                    counted(limit.as_secs().max(1) as usize, "second")
                ),
                "try again later, or give it longer with --timeout SECONDS".into(),
            ),
            Cause::Status(status, retry) => of_status(&address, status, retry.as_deref()),
            Cause::Redirects(count) => {
                (format!("`{address}` was given up: {count} redirects, one after the other"), BY_HAND.into())
            }
            Cause::Circle => {
                (format!("`{address}` leads back to itself, as pages do that want cookies"), BY_HAND.into())
            }
            Cause::NoTarget => (format!("`{address}` redirects, but not to an address"), BY_HAND.into()),
            Cause::Downgrade(to) => (
                format!(
                    "`{address}` leads to `{}`, which is not secure: anyone between could have changed what comes",
                    shortened(&to, SHOWN)
                ),
                "if you accept that, give that address itself".into(),
            ),
            Cause::TooLarge(limit) => (
                format!("`{address}` has more than {} MB", limit >> 20),
                "allow more with --max-size MB, or save the part that is cited and add that".into(),
            ),
            Cause::LargePage(limit) => (
                format!(
                    "`{address}` is a web page of more than {} MB, and ibid reads none that are larger",
                    limit >> 20
                ),
                "save the article’s text as a file and add that".into(),
            ),
            Cause::Bomb => (
                format!(
                    "`{address}` sends few bytes that unpack to very many, as an attack does; it was given up"
                ),
                BY_HAND.into(),
            ),
            Cause::CutShort => (
                format!("`{address}` ended early: only a part of the page came"),
                format!("try again; where that does not help, {BY_HAND}"),
            ),
            Cause::Packing(name, why) => (
                format!("`{address}` says that it is packed as {name}, but cannot be unpacked: {why}"),
                BY_HAND.into(),
            ),
            Cause::Empty => (format!("`{address}` answers with nothing at all"), BY_HAND.into()),
            Cause::Headers(limit) => (
                format!("`{address}` sends more than {} KB of headers; it was given up", limit >> 10),
                BY_HAND.into(),
            ),
            Cause::Header(name, byte) => (
                format!(
                    "`{address}` sends a header `{name}` with the byte 0x{byte:02X} in it, which no header may have: what comes cannot be read with certainty"
                ),
                BY_HAND.into(),
            ),
            Cause::Protocol(why) => (
                format!("`{address}` does not answer as a web server does: {why}"),
                "see whether the address is right".into(),
            ),
        };
        Self::new(message).hint(hint)
    }
}

/// What the TLS library says, in plain words where it is one of the usual things.
fn tls(address: &str, why: &str) -> (String, String) {
    let is = |name: &str| why.contains(name);
    let plain = if is("UnknownIssuer") {
        "its certificate is from no authority that ibid knows"
    } else if is("BadSignature") {
        "its certificate is not from the authority that it names"
    } else if is("Expired") || is("expired") {
        "its certificate is out of date"
    } else if is("NotValidYet") || is("not valid yet") {
        "its certificate is not valid yet; is this machine’s clock right?"
    } else if is("NotValidForName") || is("not valid for name") {
        "its certificate is for another host"
    } else if is("corrupt message") {
        "what answers there does not speak TLS; is the address http:// and not https://?"
    } else {
        why
    };
    let hint = if is("UnknownIssuer") || is("BadSignature") {
        "if a proxy of your own house stands between, name its certificates: --ca-file FILE, or SSL_CERT_FILE"
    } else {
        "see what a browser says of it; someone may be between you and the page"
    };
    (format!("`{address}` could not be fetched securely: {plain}"), hint.into())
}

fn of_status(address: &str, status: u16, retry: Option<&str>) -> (String, String) {
    let later = match retry {
        Some(when) => format!("it asks to be tried again {when}"),
        None => "try again later".into(),
    };
    let by_hand = || format!("if you may read it, {BY_HAND}");
    let archived = || {
        "a web archive such as web.archive.org may have it: `ibid add` its address there, with --url and this one".to_owned()
    };
    let (what, hint) = match status {
        204 | 205 => ("answers that there is nothing to show".into(), BY_HAND.into()),
        401 | 407 => ("asks for a login".into(), by_hand()),
        402 => ("asks for payment".into(), by_hand()),
        403 => ("refuses to be fetched, as sites do that want people and no programs".into(), by_hand()),
        404 => ("is not there".into(), archived()),
        410 => ("is not there any more: it was taken away for good".into(), archived()),
        429 => ("was asked too often".into(), later),
        451 => ("is withheld for legal reasons".into(), archived()),
        503 => ("is not available at the moment".into(), later),
        500..=599 => ("has a fault at its own end".into(), later),
        _ => ("does not answer with a page".to_owned(), BY_HAND.to_owned()),
    };
    let name = ureq::http::StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
    let name = name.map_or_else(String::new, |name| format!(" {name}"));
    (format!("`{address}` {what} ({status}{name})"), hint)
}

/// When to try again, after what a server says in `Retry-After`: seconds or a date (RFC 9110).
pub(super) fn retry_after(value: &str) -> Option<String> {
    const LONGEST: usize = 40;
    let value = value.trim();
    let is_date = value.len() <= LONGEST && value.is_ascii() && value.ends_with("GMT");
    match value.parse::<usize>() {
        Ok(seconds @ 0..120) => Some(format!("in {}", counted(seconds, "second"))),
        Ok(seconds @ 120..7200) => Some(format!("in {}", counted(seconds / 60, "minute"))),
        Ok(seconds) => Some(format!("in {}", counted(seconds / 3600, "hour"))),
        Err(_) => is_date.then(|| format!("after {value}")),
    }
}
