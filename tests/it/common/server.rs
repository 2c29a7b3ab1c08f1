//! A web server on this machine that answers as a test wants, also slowly, broken or never.

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What was asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    pub path: String,
    pub headers: Vec<(String, String)>,
}

impl Asked {
    /// The value of a header, by its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// What is answered, byte for byte.
pub struct Reply {
    bytes: Vec<u8>,
    /// Where the rest is sent byte by byte, from which on.
    slow_from: Option<usize>,
}

impl Reply {
    /// Any bytes; then the connection is closed.
    pub fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), slow_from: None }
    }

    /// An answer with its length and these headers, each a line.
    pub fn new(status: &str, headers: &[&str], body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let mut head =
            format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n", body.len());
        for line in headers {
            head.push_str(&format!("{line}\r\n"));
        }
        Self::raw([head.as_bytes(), b"\r\n", body].concat())
    }

    /// A web page.
    pub fn page(body: impl AsRef<[u8]>) -> Self {
        Self::new("200 OK", &["Content-Type: text/html; charset=utf-8"], body)
    }

    /// A redirect.
    pub fn to(status: u16, location: &str) -> Self {
        Self::new(&format!("{status} Moved"), &[&format!("Location: {location}")], "")
    }

    /// The same, sent byte by byte from some byte on.
    pub fn slow_from(mut self, byte: usize) -> Self {
        self.slow_from = Some(byte);
        self
    }
}

/// A running server.
pub struct Server {
    pub address: SocketAddr,
    scheme: &'static str,
    asked: Arc<Mutex<Vec<Asked>>>,
}

type Answer = Arc<dyn Fn(&Asked) -> Reply + Send + Sync>;

impl Server {
    /// A server without TLS.
    pub fn new(answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        Self::start(None, Arc::new(answer))
    }

    /// A server with TLS, which an authority made here vouches for.
    pub fn secure(authority: &Authority, answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        Self::start(Some(authority.server()), Arc::new(answer))
    }

    fn start(tls: Option<Arc<ServerConfig>>, answer: Answer) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let scheme = if tls.is_some() { "https" } else { "http" };
        let log = Arc::clone(&asked);
        // It ends with the test's process.
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (tls, answer, log) = (tls.clone(), Arc::clone(&answer), Arc::clone(&log));
                thread::spawn(move || match tls {
                    None => serve(stream, &answer, &log),
                    Some(config) => {
                        let connection = ServerConnection::new(config).unwrap();
                        serve(StreamOwned::new(connection, stream), &answer, &log);
                    }
                });
            }
        });
        Self { address, scheme, asked }
    }

    /// The address of a page of this server.
    pub fn url(&self, path: &str) -> String {
        let host = if self.scheme == "https" { "localhost".into() } else { self.address.ip().to_string() };
        format!("{}://{host}:{}{path}", self.scheme, self.address.port())
    }

    /// What was asked for up to now, in order.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    /// The paths that were asked for up to now.
    pub fn paths(&self) -> Vec<String> {
        self.asked().into_iter().map(|asked| asked.path).collect()
    }
}

/// Whoever asks may go away at any time, so nothing that fails here matters.
fn serve(mut stream: impl Read + Write + Closing, answer: &Answer, log: &Mutex<Vec<Asked>>) {
    let Some(asked) = read(&mut stream) else { return };
    log.lock().unwrap().push(asked.clone());
    let Reply { bytes, slow_from } = answer(&asked);
    let (fast, slow) = bytes.split_at(slow_from.unwrap_or(bytes.len()).min(bytes.len()));
    if stream.write_all(fast).and_then(|()| stream.flush()).is_err() {
        return;
    }
    for byte in slow {
        thread::sleep(Duration::from_millis(50));
        if stream.write_all(&[*byte]).and_then(|()| stream.flush()).is_err() {
            return;
        }
    }
    stream.closing();
}

/// How a connection is ended in order.
trait Closing {
    fn closing(&mut self);
}

impl Closing for TcpStream {
    fn closing(&mut self) {
        drop(self.shutdown(std::net::Shutdown::Write));
    }
}

impl Closing for StreamOwned<ServerConnection, TcpStream> {
    fn closing(&mut self) {
        self.conn.send_close_notify();
        drop(self.flush());
        drop(self.sock.shutdown(std::net::Shutdown::Write));
    }
}

fn read(stream: &mut impl Read) -> Option<Asked> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && head.len() < 100_000 {
        if stream.read(&mut byte).ok()? == 0 {
            return None;
        }
        // A handshake of TLS, to which a plain server answers as to any nonsense.
        if head.is_empty() && byte[0] == 0x16 {
            return Some(Asked { path: "nonsense".into(), headers: Vec::new() });
        }
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut lines = head.lines();
    let path = lines.next()?.split(' ').nth(1)?.to_owned();
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
    Some(Asked { path, headers })
}

/// An authority that no one knows but this test.
pub struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub fn new() -> Self {
        let mut params = CertificateParams::new(Vec::<String>::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    /// Its certificate, in PEM.
    pub fn pem(&self) -> String {
        self.0.pem()
    }

    /// A server called `localhost`.
    fn server(&self) -> Arc<ServerConfig> {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
        let certificate = params.signed_by(&key, &self.0).unwrap();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        Arc::new(config)
    }
}
