//! Pages fetched from a server on this machine: what comes whole, and every way in which it does not.

#![cfg(feature = "http")]
use crate::common::server::{Authority, Reply, Server};
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use ibid::error::Error;
use ibid::extract::Options;
use ibid::fetch::{Answer, Cause, Client, Failure, Fetched, Known, Page, Settings, address};
use std::io::{Read as _, Write as _};
use std::time::Duration;

const PAGE: &str = include_str!("../fetch/page.html");

fn settings() -> Settings {
    Settings { allow_private: true, time: Duration::from_secs(20), size: 8 << 20, ..Settings::default() }
}

fn fetch_with(settings: Settings, url: &str) -> Result<Fetched, Failure> {
    let client = Client::new(settings).unwrap();
    match client.fetch(&address::parse(url).unwrap(), None)? {
        Answer::Page(page) => Ok(*page),
        Answer::NotModified => panic!("nothing was said of an earlier copy"),
    }
}

fn fetch(server: &Server, path: &str) -> Result<Fetched, Failure> {
    fetch_with(settings(), &server.url(path))
}

/// Why a server that answers so gives no page.
fn cause(reply: impl Fn() -> Reply + Send + Sync + 'static) -> Cause {
    let server = Server::new(move |_| reply());
    fetch(&server, "/a").unwrap_err().cause
}

#[test]
fn a_page_comes_with_what_matters_of_how_it_came() {
    let server = Server::new(|_| {
        let headers = [
            "Content-Type: text/html; charset=utf-8",
            "ETag: \"a1\"",
            "Last-Modified: Mon, 08 Dec 2025 10:00:00 GMT",
            "Date: Tue, 09 Dec 2025 10:00:00 GMT",
            "Content-Language: fr",
            "Set-Cookie: me=1",
        ];
        Reply::new("200 OK", &headers, PAGE)
    });
    let page = fetch(&server, "/straße é?q=à b#ici").unwrap();
    assert_eq!(page.bytes, PAGE.as_bytes());
    assert!(page.is_length_known);
    assert_eq!(
        page.fetch.url,
        server.url("/stra%C3%9Fe%20%C3%A9?q=%C3%A0%20b"),
        "without what stands after #"
    );
    assert_eq!(page.fetch.status, 200);
    assert_eq!(page.fetch.etag.as_deref(), Some("\"a1\""));
    assert_eq!(page.fetch.last_modified.as_deref(), Some("Mon, 08 Dec 2025 10:00:00 GMT"));
    assert_eq!(page.fetch.date.as_deref(), Some("Tue, 09 Dec 2025 10:00:00 GMT"));
    assert_eq!(page.fetch.content_type.as_deref(), Some("text/html; charset=utf-8"));
    assert_eq!(page.fetch.content_language.as_deref(), Some("fr"));
    let asked = &server.asked()[0];
    assert_eq!(asked.path, "/stra%C3%9Fe%20%C3%A9?q=%C3%A0%20b");
    assert_eq!(asked.header("user-agent"), Some(concat!("ibid/", env!("CARGO_PKG_VERSION"))));
    assert_eq!(asked.header("accept-encoding"), Some("gzip, deflate, br"));
    assert_eq!((asked.header("if-none-match"), asked.header("cookie")), (None, None));
}

#[test]
fn redirects_are_followed_and_recorded() {
    let server = Server::new(|asked| match asked.path.as_str() {
        "/a" => Reply::to(301, "/b"),
        "/b" => Reply::to(302, "./é?x#y"),
        "/%C3%A9?x" => Reply::page(PAGE),
        _ => Reply::new("404 Not Found", &[], ""),
    });
    let page = fetch(&server, "/a").unwrap();
    assert_eq!(page.fetch.url, server.url("/%C3%A9?x"));
    assert_eq!(page.fetch.redirects, [server.url("/a"), server.url("/b")]);
}

#[test]
fn redirects_that_lead_nowhere_are_told() {
    assert_eq!(cause(|| Reply::to(302, "/a")), Cause::Circle);
    assert_eq!(cause(|| Reply::new("302 Found", &[], "")), Cause::NoTarget);
    assert_eq!(cause(|| Reply::to(302, "http://[")), Cause::NoTarget);
    let endless = Server::new(|asked| Reply::to(307, &format!("{}x", asked.path)));
    assert_eq!(fetch(&endless, "/a").unwrap_err().cause, Cause::Redirects(11));
    assert_eq!(endless.paths().len(), 11);
    for target in ["file:///etc/passwd", "ftp://example.org/a", "javascript:alert(1)", "data:text/html,a"] {
        let cause = cause(move || Reply::to(302, target));
        assert!(
            matches!(&cause, Cause::Address(why, _) if why.contains("http and https alone")),
            "{cause:?}"
        );
    }
    let cause = cause(|| Reply::to(302, "http://me:secret@127.0.0.1/"));
    assert!(matches!(&cause, Cause::Address(why, _) if !why.contains("secret")), "{cause:?}");
}

#[test]
fn private_addresses_are_refused_by_whatever_name() {
    let server = Server::new(|_| Reply::page(PAGE));
    let port = server.address.port();
    let names = [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f.1",
        "127.1",
        "0.0.0.0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "10.255.255.1",
        "169.254.169.254",
        "[fe80::1]",
    ];
    for name in names {
        let refused =
            fetch_with(Settings { allow_private: false, ..settings() }, &format!("http://{name}:{port}/"));
        assert!(matches!(refused, Err(Failure { cause: Cause::Private(_), .. })), "{name}: {refused:?}");
    }
    assert_eq!(server.paths(), Vec::<String>::new(), "nothing was asked for");
    assert!(fetch(&server, "/").is_ok(), "it is there all the time");
}

#[test]
fn a_proxy_is_used_and_never_asked_for_what_is_private() {
    let proxy = Server::new(|_| Reply::page(PAGE));
    let through = |allow_private| Settings {
        allow_private,
        proxy: Some(ureq::Proxy::new(&proxy.url("")).unwrap()),
        ..settings()
    };
    for private in ["http://127.0.0.1:9/a", "http://localhost:9/a", "http://a.localhost./", "http://[::1]/"] {
        let refused = fetch_with(through(false), private).unwrap_err();
        assert!(matches!(refused.cause, Cause::Private(_)), "{private}: {refused:?}");
    }
    assert_eq!(proxy.paths(), Vec::<String>::new());
    drop(fetch_with(through(true), "http://127.0.0.1:9/a"));
    assert_eq!(proxy.paths(), ["127.0.0.1:9"], "it was asked to connect");
}

/// A proxy that looks names up itself, as that of Tor, is told the name; nothing goes round it.
#[test]
fn names_are_left_to_a_proxy_that_looks_them_up_itself() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let seen = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut piece = [0; 512];
        let count = stream.read(&mut piece).unwrap();
        assert!(count >= 3 && piece[0] == 5, "it speaks SOCKS 5");
        stream.write_all(&[5, 0]).unwrap();
        let count = stream.read(&mut piece).unwrap();
        // The way to the host is refused.
        stream.write_all(&[5, 2, 0, 1, 0, 0, 0, 0, 0, 0]).unwrap();
        piece[..count].to_vec()
    });
    let proxy = ureq::Proxy::new(&format!("socks5h://{address}")).unwrap();
    let through = || Settings { allow_private: false, proxy: Some(proxy.clone()), ..settings() };
    let refused = fetch_with(through(), "http://127.0.0.1:9/").unwrap_err();
    assert!(matches!(refused.cause, Cause::Private(_)), "{refused:?}");
    let failed = fetch_with(through(), "http://article.invalid/").unwrap_err();
    assert!(!matches!(failed.cause, Cause::NoHost(_)), "the name was not looked up here: {failed:?}");
    let asked = seen.join().unwrap();
    assert!(asked.windows(15).any(|part| part == b"article.invalid"), "{asked:?}");
}

fn packed(name: &str) -> Vec<u8> {
    let write = |mut to: Box<dyn std::io::Write>| to.write_all(PAGE.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    match name {
        "gzip" | "x-gzip" => write(Box::new(GzEncoder::new(&mut bytes, Compression::best()))),
        "deflate" => write(Box::new(ZlibEncoder::new(&mut bytes, Compression::best()))),
        "raw" => write(Box::new(DeflateEncoder::new(&mut bytes, Compression::best()))),
        _ => bytes = include_bytes!("../fetch/page.html.br").to_vec(),
    }
    bytes
}

fn sent(packing: &str, body: &[u8]) -> Reply {
    Reply::new("200 OK", &["Content-Type: text/html", &format!("Content-Encoding: {packing}")], body)
}

#[test]
fn packed_pages_are_unpacked() {
    for (packing, body) in
        [("gzip", "gzip"), ("X-GZIP", "x-gzip"), ("deflate", "deflate"), ("deflate", "raw"), ("br", "br")]
    {
        let server = Server::new(move |_| sent(packing, &packed(body)));
        let page = fetch(&server, "/").unwrap_or_else(|failure| panic!("{packing}: {failure:?}"));
        assert_eq!(page.bytes, PAGE.as_bytes(), "{packing}");
    }
    let twice = Server::new(|_| sent("gzip", &[packed("gzip"), packed("gzip")].concat()));
    assert_eq!(fetch(&twice, "/").unwrap().bytes.len(), PAGE.len() * 2, "gzip may have several members");
}

#[test]
fn what_is_packed_wrongly_is_told() {
    for packing in ["gzip", "deflate", "br"] {
        let cause = cause(move || sent(packing, PAGE.as_bytes()));
        assert!(matches!(&cause, Cause::Packing(name, _) if name == packing), "{packing}: {cause:?}");
    }
    let cause_of_unknown = cause(|| sent("zstd", b"x"));
    assert!(matches!(&cause_of_unknown, Cause::Packing(name, _) if name == "zstd"));
    for packing in ["gzip", "deflate", "raw", "br"] {
        let name = if packing == "raw" { "deflate" } else { packing };
        let whole = packed(packing);
        for length in [1, 5, 11, whole.len() / 2, whole.len() - 1] {
            let part = whole[..length].to_vec();
            assert_eq!(cause(move || sent(name, &part)), Cause::CutShort, "{packing}, {length} bytes");
        }
        assert_eq!(cause(move || sent(name, b"")), Cause::Empty, "{packing}");
    }
}

#[test]
fn bombs_and_enormous_pages_are_given_up() {
    let zeros = vec![0; 7 << 20];
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&zeros).unwrap();
    let gzip = gzip.finish().unwrap();
    assert_eq!(cause(move || sent("gzip", &gzip)), Cause::Bomb);
    assert_eq!(cause(|| sent("br", include_bytes!("../fetch/zeros.br"))), Cause::Bomb);
    assert_eq!(cause(|| Reply::page(vec![b'a'; (8 << 20) + 1])), Cause::TooLarge(8 << 20));
    assert!(
        fetch(&Server::new(|_| Reply::page(vec![b'a'; 8 << 20])), "/").is_ok(),
        "just as large as is allowed"
    );
    let endless = || {
        [
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            "1000000\r\n".as_bytes(),
            &vec![b'a'; 0x100_0000],
        ]
        .concat()
    };
    assert_eq!(cause(move || Reply::raw(endless())), Cause::TooLarge(8 << 20));
}

/// What is too large is refused by its length alone, and a web page where no more is read of one.
#[test]
fn what_is_said_to_be_too_large_is_not_read() {
    let head = |kind: &str, length: usize| {
        format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\nabc")
    };
    assert_eq!(cause(move || Reply::raw(head("text/plain", 9 << 20))), Cause::TooLarge(8 << 20));
    let server = Server::new(move |_| Reply::raw(head("text/html", 40 << 20)));
    let generous = Settings { size: 300 << 20, ..settings() };
    let failure = fetch_with(generous, &server.url("/")).unwrap_err();
    assert_eq!(failure.cause, Cause::LargePage(32 << 20));
    let told = Error::from(failure);
    assert!(told.message.contains("more than 32 MB") && !told.hint.contains("--max-size"), "{told:?}");
}

#[test]
fn a_byte_that_no_header_may_have_matters_only_where_the_header_does() {
    let with = |line: &'static str| move || Reply::new("200 OK", &[line], PAGE);
    for line in [
        "X-Powered-By: \u{1}\u{1b}[31m",
        "Set-Cookie: a=\u{0}b",
        "ETag: \"a\u{7}\"",
        "Two Words: a",
        "no colon at all",
        "X-A: b\r\n goes on\u{1} here",
    ] {
        let page =
            fetch(&Server::new(move |_| with(line)()), "/").unwrap_or_else(|why| panic!("{line:?}: {why:?}"));
        assert_eq!((page.bytes.as_slice(), page.fetch.etag), (PAGE.as_bytes(), None), "{line:?}");
    }
    assert_eq!(cause(with("Content-Type: text/html\u{2}")), Cause::Header("Content-Type", 2));
    assert_eq!(cause(with("content-encoding: gz\u{1b}ip")), Cause::Header("Content-Encoding", 0x1b));
    let failure = fetch(&Server::new(|_| Reply::to(302, "/\u{1}b")), "/a").unwrap_err();
    assert_eq!(failure.cause, Cause::Header("Location", 1));
    let told = Error::from(failure);
    assert!(told.message.contains("`Location` with the byte 0x01") && !told.hint.is_empty(), "{told:?}");
    let cookies = (0..300).map(|number| format!("Set-Cookie: c{number}={}\r\n", "x".repeat(100)));
    let cookies: String = cookies.collect();
    let server = Server::new(move |_| {
        Reply::raw(format!(
            "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n{cookies}Content-Length: 3\r\n\r\nabc"
        ))
    });
    assert_eq!(fetch(&server, "/").unwrap().bytes, b"abc");
}

#[test]
fn a_page_that_is_cut_short_is_no_page() {
    let cut = |head: &'static str, body: &'static str| {
        cause(move || Reply::raw(format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n{body}")))
    };
    assert_eq!(cut("Content-Length: 100", "<html>Le ministre"), Cause::CutShort);
    assert_eq!(cut("Transfer-Encoding: chunked", "5\r\nLe mi\r\n"), Cause::CutShort);
    assert_eq!(cut("Transfer-Encoding: chunked", "50\r\nLe mi"), Cause::CutShort);
    let odd = cut("Transfer-Encoding: chunked", "zz\r\nLe mi\r\n0\r\n\r\n");
    assert!(matches!(odd, Cause::Protocol(_)), "{odd:?}");
    assert_eq!(cut("Content-Length: 0", ""), Cause::Empty);
    let open = Server::new(|_| Reply::raw(format!("HTTP/1.0 200 OK\r\n\r\n{PAGE}")));
    assert!(!fetch(&open, "/").unwrap().is_length_known);
}

#[test]
fn a_page_whose_server_sends_its_readers_on_says_where_to() {
    for (header, is_told) in [("0;url=/article", true), ("5; URL='/article'", true), ("30", false)] {
        let header = format!("Refresh: {header}");
        let server = Server::new(move |_| {
            Reply::new("200 OK", &["Content-Type: text/html; charset=utf-8", &header], PAGE)
        });
        let options = Options { whole_page: true, ..Options::default() };
        let page = Page::read(fetch(&server, "/").unwrap(), None, options).unwrap();
        let note = "The page sends its readers on to /article: see whether the article is there.";
        assert_eq!(page.extracted.notes.iter().filter(|told| *told == note).count(), usize::from(is_told));
    }
}

#[test]
fn answers_that_are_no_page_keep_their_status() {
    for (line, wanted) in [
        ("204 No Content", Cause::Status(204, None)),
        ("202 Accepted", Cause::Status(202, None)),
        ("206 Partial Content", Cause::Status(206, None)),
        ("300 Multiple Choices", Cause::Status(300, None)),
        ("304 Not Modified", Cause::Status(304, None)),
        ("401 Unauthorized", Cause::Status(401, None)),
        ("404 Not Found", Cause::Status(404, None)),
        ("500 Internal Server Error", Cause::Status(500, None)),
    ] {
        assert_eq!(cause(move || Reply::new(line, &[], "")), wanted, "{line}");
    }
    let later = |value: &'static str| {
        cause(move || Reply::new("429 Too Many Requests", &[&format!("Retry-After: {value}")], "Slow down"))
    };
    assert_eq!(later("90"), Cause::Status(429, Some("in 90 seconds".into())));
    assert_eq!(later("600"), Cause::Status(429, Some("in 10 minutes".into())));
    assert_eq!(
        later("Tue, 09 Dec 2025 10:00:00 GMT"),
        Cause::Status(429, Some("after Tue, 09 Dec 2025 10:00:00 GMT".into()))
    );
    assert_eq!(later("tomorrow"), Cause::Status(429, None), "no words of the server's own");
    let acting = later("\u{1b}[31m");
    assert_eq!(acting, Cause::Status(429, None), "a header that cannot be read decides nothing here");
}

#[test]
fn slow_servers_and_none_at_all_are_given_up() {
    let brief = || Settings { time: Duration::from_millis(400), ..settings() };
    for from in [0, 20, 200] {
        let server = Server::new(move |_| Reply::page(PAGE.repeat(20)).slow_from(from));
        let failure = fetch_with(brief(), &server.url("/")).unwrap_err();
        assert_eq!(failure.cause, Cause::Timeout(brief().time), "slow from byte {from} on");
    }
    let circles = Server::new(|asked| Reply::to(302, &format!("{}x", asked.path)).slow_from(60));
    let failure = fetch_with(brief(), &circles.url("/")).unwrap_err();
    assert_eq!(failure.cause, Cause::Timeout(brief().time), "the time is for all redirects together");
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let failure = fetch_with(settings(), &format!("http://{gone}/")).unwrap_err();
    assert_eq!(failure.cause, Cause::Connection("nothing answers there".into()));
    let failure = fetch_with(settings(), "http://nowhere.invalid/").unwrap_err();
    assert_eq!(failure.cause, Cause::NoHost("nowhere.invalid".into()));
}

#[test]
fn enormous_headers_and_other_protocols_are_refused() {
    let long =
        || format!("HTTP/1.1 200 OK\r\nX-Long: {}\r\nContent-Length: 1\r\n\r\na", "a".repeat(10 << 20));
    assert_eq!(cause(move || Reply::raw(long())), Cause::Headers(64 << 10));
    let many = || format!("HTTP/1.1 200 OK\r\n{}\r\na", "X: 1\r\n".repeat(5000));
    let found = cause(move || Reply::raw(many()));
    assert!(matches!(found, Cause::Headers(_) | Cause::Protocol(_)), "{found:?}");
    for bytes in ["SSH-2.0-OpenSSH_9.6\r\n", "220 ftp ready\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n"] {
        let found = cause(move || Reply::raw(bytes));
        assert!(matches!(found, Cause::Protocol(_) | Cause::Connection(_)), "{bytes:?}: {found:?}");
    }
    assert!(matches!(cause(|| Reply::raw("")), Cause::Connection(_)));
}

#[test]
fn secure_pages_need_an_authority_that_is_trusted() {
    let authority = Authority::new();
    let server = Server::secure(&authority, |asked| match asked.path.as_str() {
        "/down" => Reply::to(302, "http://example.org/a"),
        _ => Reply::page(PAGE),
    });
    let trusting = || Settings { authorities: Some(authority.pem().into_bytes()), ..settings() };
    assert_eq!(fetch_with(trusting(), &server.url("/")).unwrap().bytes, PAGE.as_bytes());
    let told = |settings: Settings, url: &str| {
        let failure = fetch_with(settings, url).unwrap_err();
        assert!(matches!(failure.cause, Cause::Tls(_)), "{failure:?}");
        Error::from(failure).message
    };
    assert!(told(settings(), &server.url("/")).contains("from no authority that ibid knows"));
    let other = Settings { authorities: Some(Authority::new().pem().into_bytes()), ..settings() };
    assert!(told(other, &server.url("/")).contains("not from the authority that it names"));
    let by_number = server.url("/").replace("localhost", "127.0.0.1");
    assert!(told(trusting(), &by_number).contains("for another host"));
    let plain = Server::new(|_| Reply::new("400 Bad Request", &[], ""));
    told(trusting(), &plain.url("/").replace("http:", "https:").replace("127.0.0.1", "localhost"));
    let failure = fetch_with(trusting(), &server.url("/down")).unwrap_err();
    assert_eq!(failure.cause, Cause::Downgrade("http://example.org/a".into()));
    assert!(Client::new(Settings { authorities: Some(b"no certificate".to_vec()), ..settings() }).is_err());
}

#[test]
fn what_is_known_is_told_to_the_server_that_it_came_from() {
    let server = Server::new(|asked| match asked.path.as_str() {
        "/old" => Reply::to(301, "/new"),
        _ if asked.header("if-none-match") == Some("\"a1\"") => {
            Reply::new("304 Not Modified", &["ETag: \"a1\""], "")
        }
        _ => Reply::page(PAGE),
    });
    let client = Client::new(settings()).unwrap();
    let known = |url: &str| Known {
        url: server.url(url),
        etag: Some("\"a1\"".into()),
        last_modified: Some("Mon, 08 Dec 2025 10:00:00 GMT".into()),
    };
    let ask = |path: &str, known: &Known| {
        client.fetch(&address::parse(&server.url(path)).unwrap(), Some(known)).unwrap()
    };
    assert!(matches!(ask("/old", &known("/new")), Answer::NotModified));
    assert!(matches!(ask("/old", &known("/other")), Answer::Page(_)));
    let asked = server.asked();
    assert_eq!(asked[0].header("if-none-match"), None, "the one that redirects did not send it");
    assert_eq!(asked[1].header("if-modified-since"), Some("Mon, 08 Dec 2025 10:00:00 GMT"));
    assert_eq!(asked[3].header("if-none-match"), None);
}

/// What people are told of each failure.
#[test]
fn failures_are_told_in_plain_words() {
    let address = || "https://example.org/article".to_owned();
    let ip = "10.0.0.1".parse().unwrap();
    let mut causes = vec![
        Cause::NoHost("example.org".into()),
        Cause::Private(ip),
        Cause::Address("`ftp://example.org/` is no page on the web; ibid fetches http and https alone".into(), "a file on this machine is added by its name".into()),
        Cause::Connection("nothing answers there".into()),
        Cause::Tls("invalid peer certificate: UnknownIssuer".into()),
        Cause::Tls("invalid peer certificate: certificate expired: verification time 1, but certificate is not valid after 0".into()),
        Cause::Timeout(Duration::from_mins(1)),
        Cause::Redirects(11),
        Cause::Circle,
        Cause::NoTarget,
        Cause::Downgrade("http://example.org/".into()),
        Cause::TooLarge(64 << 20),
        Cause::Bomb,
        Cause::CutShort,
        Cause::Packing("gzip".into(), "invalid gzip header".into()),
        Cause::Empty,
        Cause::Headers(64 << 10),
        Cause::Protocol("invalid HTTP version".into()),
    ];
    let statuses = [204, 400, 401, 402, 403, 404, 410, 429, 451, 500, 503, 599];
    causes.extend(statuses.map(|status| Cause::Status(status, None)));
    causes.push(Cause::Status(503, Some("in 10 minutes".into())));
    let told: String = causes
        .into_iter()
        .map(|cause| {
            let error = Error::from(Failure { address: address(), cause });
            format!("{}\n    {}\n", error.message, error.hint)
        })
        .collect();
    insta::assert_snapshot!(told);
}
