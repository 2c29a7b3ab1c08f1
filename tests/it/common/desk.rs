//! A site whose articles change, move, go and fail, and a repository that has stored two of them.

use super::server::{Asked, Reply, Server};
use super::{Run, files, ibid, initialized};
use std::collections::HashMap;
use std::fs;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

/// An article in the page of a site, with as much around it as a test wants.
pub fn article(title: &str, paragraphs: &[&str], around: &str) -> String {
    let body: String = paragraphs.iter().map(|one| format!("<p>{one}</p>\n")).collect();
    format!(
        "<!doctype html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body><nav><a href=\"/\">Accueil</a> <a href=\"/login\">Se connecter</a></nav>\n<article><h1>{title}</h1>\n{body}</article>\n<aside>{around}</aside></body></html>\n"
    )
}

pub const PORT: [&str; 3] = [
    "Le port de Marseille a rouvert mardi matin après trois semaines de grève, selon la direction du port, qui espère un retour à la normale avant la fin du mois.",
    "Environ 2 500 dockers ont repris le travail, et « aucune sanction ne sera prise », a déclaré le préfet devant les journalistes réunis sur le quai.",
    "Les syndicats disent rester vigilants : une nouvelle réunion est prévue le 15 décembre avec les représentants du ministère des transports.",
];

pub const PONT: [&str; 2] = [
    "Le pont de Saint-Nazaire restera fermé tout l’hiver, a annoncé mercredi le conseil départemental à l’issue d’une inspection qui a révélé des fissures.",
    "Les travaux coûteront 14 millions d’euros et doivent durer cinq mois ; les automobilistes feront un détour de trente kilomètres.",
];

/// A site whose answers a test may change at any time.
#[derive(Clone)]
pub struct Site(Arc<Mutex<HashMap<String, Answer>>>);

#[derive(Clone)]
pub enum Answer {
    Page(String),
    /// The page with an `ETag`.
    Tagged(String, String),
    To(String),
    Status(String),
    Cut,
    /// The head of a page, and nothing more for a minute and longer.
    Never,
    /// Anything, without saying how long it is.
    Open(String),
}

impl Site {
    pub fn start() -> (Self, Server) {
        let site = Self(Arc::default());
        let own = site.clone();
        (site, Server::new(move |asked| own.answer(asked)))
    }

    pub fn set(&self, path: &str, answer: Answer) {
        self.0.lock().unwrap().insert(path.to_owned(), answer);
    }

    pub fn page(&self, path: &str, title: &str, paragraphs: &[&str]) {
        self.set(path, Answer::Page(article(title, paragraphs, "")));
    }

    pub fn answer(&self, asked: &Asked) -> Reply {
        match self.0.lock().unwrap().get(&asked.path).cloned() {
            None => Reply::new("404 Not Found", &[], "nothing here"),
            Some(Answer::Page(page)) => Reply::page(page),
            Some(Answer::Tagged(page, tag)) => {
                let header = format!("ETag: {tag}");
                if asked.header("if-none-match") == Some(&tag) {
                    return Reply::raw(format!(
                        "HTTP/1.1 304 Not Modified\r\n{header}\r\nConnection: close\r\n\r\n"
                    ));
                }
                Reply::new("200 OK", &["Content-Type: text/html", &header], page)
            }
            Some(Answer::To(to)) => Reply::to(301, &to),
            Some(Answer::Status(line)) => Reply::new(&line, &[], "x"),
            Some(Answer::Open(page)) => {
                Reply::raw(format!("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n{page}"))
            }
            Some(Answer::Never) => Reply::page("x".repeat(10_000)).slow_from(60),
            Some(Answer::Cut) => Reply::raw("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n<html>"),
        }
    }
}

/// A repository, a site with two articles, and both stored.
pub struct Desk {
    pub folder: TempDir,
    pub site: Site,
    pub server: Server,
}

impl Desk {
    pub fn new() -> Self {
        let (site, server) = Site::start();
        let folder = initialized();
        let desk = Self { folder, site, server };
        desk.site.page("/port", "Le port rouvre", &PORT);
        desk.site.page("/pont", "Le pont ferme", &PONT);
        desk
    }

    pub fn with_both() -> Self {
        let desk = Self::new();
        desk.add("/port", &["--id", "port"]);
        desk.add("/pont", &["--id", "pont"]);
        for id in ["port", "pont"] {
            desk.backdate(id);
        }
        let quote = |id: &str, source: &str, exact: &str| {
            format!(
                "[[claim]]\nid = \"{id}\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"{source}\"\nexact = \"{exact}\"\n\n"
            )
        };
        let claims = quote("dockers", "port", "Environ 2 500 dockers ont repris le travail")
            + &quote("sanction", "port", "aucune sanction ne sera prise")
            + &quote("millions", "pont", "Les travaux coûteront 14 millions d’euros");
        fs::write(desk.path("claims/a.toml"), claims).unwrap();
        let verified = desk.ibid(&["verify"]);
        assert_eq!(verified.status, 0, "{}", verified.stdout);
        desk
    }

    pub fn path(&self, path: &str) -> std::path::PathBuf {
        self.folder.path().join(path)
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub fn ibid(&self, args: &[&str]) -> Run {
        ibid(self.folder.path(), args)
    }

    pub fn add(&self, path: &str, more: &[&str]) -> Run {
        let url = self.server.url(path);
        let run = self.ibid(&[&["add", url.as_str(), "--allow-private"], more].concat());
        assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
        run
    }

    pub fn refresh(&self, more: &[&str]) -> Run {
        self.ibid(&[&["refresh", "--allow-private", "--delay", "0"], more].concat())
    }

    /// Makes the one capture of a source be of an earlier day, so that names do not depend on the day.
    pub fn backdate(&self, id: &str) {
        let folder = self.path(&format!("sources/{id}"));
        let record = self.read(&format!("sources/{id}/source.toml"));
        let line = record.lines().find(|line| line.starts_with("captured = ")).unwrap();
        let day = &line["captured = ".len()..][..10];
        for end in ["html", "text.txt"] {
            fs::rename(folder.join(format!("{day}.{end}")), folder.join(format!("2025-12-08.{end}")))
                .unwrap();
        }
        let record = record.replace(line, "captured = 2025-12-08T10:00:00Z").replace(day, "2025-12-08");
        fs::write(folder.join("source.toml"), record).unwrap();
    }

    /// What was written, without what differs from run to run.
    pub fn plain(&self, text: &str) -> String {
        let port = self.server.address.port().to_string();
        let today = jiff::Timestamp::now().to_string();
        text.replace(&format!(":{port}"), ":PORT").replace(&today[..10], "TODAY")
    }

    /// All files below `sources/`, with their content.
    pub fn sources(&self) -> Vec<(String, Vec<u8>)> {
        files(&self.path("sources"))
    }
}
