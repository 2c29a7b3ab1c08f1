//! `ibid add https://…` and `ibid refresh` against a server on this machine whose articles change, move, go
//! and fail.

#![cfg(all(feature = "http", feature = "html"))]
use crate::common::desk::{Answer, Desk, PONT, PORT, article};
use crate::common::server::{Authority, Reply, Server};
use crate::common::{ibid, initialized};
use std::fs;

#[test]
fn an_address_is_stored_with_how_it_came() {
    let desk = Desk::new();
    desk.site.set("/court", Answer::To("/port".into()));
    let added = desk.add(
        "/court#haut",
        &["--id", "port", "--archive", "https://web.archive.org/web/2025/https://example.org/port"],
    );
    let record = desk.read("sources/port/source.toml");
    let captured = record.lines().find(|line| line.starts_with("captured")).unwrap().to_owned();
    let plain = desk.plain(&record.replace(&captured, "captured = NOW"));
    let told = desk.plain(&added.stdout);
    insta::assert_snapshot!(format!("{told}\n{plain}"));
    assert_eq!(fs::read_dir(desk.path("sources/port")).unwrap().count(), 3);
    let shown = desk.plain(&desk.ibid(&["show", "port"]).stdout);
    assert!(shown.contains("archive") && shown.contains("http://127.0.0.1:PORT/port"), "{shown}");
    let report = desk.ibid(&["report", "--format", "json"]).stdout;
    assert!(
        report.contains("\"archive\": \"https://web.archive.org/web/2025/https://example.org/port\""),
        "{report}"
    );
    desk.site.page("/port", "Le port rouvre", &PORT[..2]);
    let further = desk.add("/port", &["--to", "port", "--note", "again"]);
    assert!(further.stdout.contains("now the newest capture of `port`"), "{}", further.stdout);
    assert!(desk.read("sources/port/source.toml").matches("fetched").count() == 2);
}

#[test]
fn addresses_are_told_from_file_names() {
    let desk = Desk::new();
    let told = |args: &[&str]| {
        let run = desk.ibid(args);
        assert_eq!(run.status, 2, "{}", run.stdout);
        run.stderr
    };
    assert!(told(&["add", "example.org/article"]).contains("https://example.org/article"));
    assert!(told(&["add", "www.example.org"]).contains("https://www.example.org"));
    assert!(!told(&["add", "notes.txt"]).contains("https://"));
    assert!(!told(&["add", "../notes/a.txt"]).contains("https://"));
    assert!(told(&["add", "file:///etc/passwd"]).contains("name the file itself"));
    assert!(told(&["add", "ftp://example.org/a"]).contains("alone"));
    assert!(told(&["add", "https://me:secret@example.org/"]).contains("name or password"));
    assert!(told(&["add", "https://"]).contains("no address"));
    assert!(told(&["add", &desk.server.url("/port")]).contains("--allow-private"));
    let capitals = desk.server.url("/port").replace("http:", "HTTP:");
    assert_eq!(desk.ibid(&["add", &capitals, "--allow-private", "--id", "port"]).status, 0);
    assert!(
        told(&["add", &capitals, "--allow-private", "--captured", "2025-12-08"]).contains("captured now")
    );
    assert!(
        told(&["add", &capitals, "--allow-private", "--archive", "archive.org"])
            .contains("--archive https://")
    );
    assert_eq!(desk.server.paths(), ["/port"]);
}

#[test]
fn what_is_no_whole_article_is_told_and_not_stored() {
    let desk = Desk::new();
    let html = |body: &str| Answer::Page(format!("<html lang=fr><title>T</title><body>{body}</body></html>"));
    desk.site.set("/mur", html("<article><p>Le port de Marseille a rouvert mardi matin après trois semaines de grève, selon la direction du port, qui espère un retour à la normale avant la fin du mois.</p><p>Environ 2 500 dockers ont repris le travail.</p><p>Cet article est réservé aux abonnés. Déjà abonné ? Connectez-vous.</p></article>"));
    desk.site.set("/script", html("<div id=root></div><script>app()</script>"));
    desk.site.set("/login", html("<form>Log in <input name=user> <button>Go</button></form>"));
    desk.site.set("/image", Answer::Page("GIF89a\u{1}\u{0}\u{1}\u{0}".into()));
    let page = article("Le port rouvre", &PORT, "");
    desk.site.set("/open", Answer::Open(page[..page.len() / 2].to_owned()));
    desk.site.set("/whole", Answer::Open(page));
    desk.site.set("/cut", Answer::Cut);
    desk.site.set("/gone", Answer::Status("410 Gone".into()));
    desk.site.set("/forbidden", Answer::Status("403 Forbidden".into()));
    desk.site.set("/busy", Answer::Status("503 Service Unavailable".into()));
    let mut told = String::new();
    for path in
        ["/mur", "/script", "/login", "/image", "/open", "/cut", "/gone", "/forbidden", "/busy", "/none"]
    {
        let run = desk.ibid(&["add", &desk.server.url(path), "--allow-private"]);
        assert_eq!(run.status, 2, "{path}: {}", run.stdout);
        told.push_str(&format!("{}\n", desk.plain(&run.stderr)));
    }
    insta::assert_snapshot!(told);
    assert_eq!(fs::read_dir(desk.path("sources")).unwrap().count(), 0);
    desk.add("/whole", &["--id", "whole"]);
    let whole =
        desk.ibid(&["add", &desk.server.url("/mur"), "--allow-private", "--whole-page", "--id", "mur"]);
    assert_eq!(whole.status, 0, "{}", whole.stderr);
}

#[test]
fn what_the_server_says_of_the_encoding_goes_before_the_page() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(PORT[1]);
    let page = [
        &b"<html><meta charset=utf-8><article><p>"[..],
        &bytes,
        b"</p><p>",
        &bytes,
        b"</p></article></html>",
    ]
    .concat();
    let server =
        Server::new(move |_| Reply::new("200 OK", &["Content-Type: text/html; charset=windows-1252"], &page));
    let folder = initialized();
    let added =
        ibid(folder.path(), &["add", &server.url("/a"), "--allow-private", "--id", "a", "--title", "T"]);
    assert_eq!(added.status, 0, "{}", added.stderr);
    let record = fs::read_to_string(folder.path().join("sources/a/source.toml")).unwrap();
    assert!(record.contains("media-type = \"text/html; charset=windows-1252\""), "{record}");
    let text = ibid(folder.path(), &["extract", "a"]).stdout;
    assert!(text.contains("a déclaré le préfet"), "{text}");
}

#[test]
fn nothing_is_stored_where_no_text_changed() {
    let desk = Desk::with_both();
    let before = desk.sources();
    let same = desk.refresh(&[]);
    assert_eq!((same.status, same.stdout.as_str()), (0, "2 sources asked for: 2 unchanged\n"));
    let page = article("Le port rouvre", &PORT, "Publicité : voyagez ! 14:02:11")
        .replace("<article>", "<article data-ad=\"17\">");
    desk.site.set("/port", Answer::Page(page));
    let other = desk.refresh(&[]);
    assert_eq!(other.status, 0, "{}{}", other.stdout, other.stderr);
    assert_eq!(other.stdout, "2 sources asked for: 2 unchanged (1 with another page around the same text)\n");
    insta::assert_snapshot!(desk.refresh(&["port", "pont"]).stdout);
    assert_eq!(desk.sources(), before);
}

#[test]
fn an_edit_is_stored_and_told_claim_by_claim() {
    let desk = Desk::with_both();
    let mut edited = PORT;
    edited[1] = "Environ 1 500 dockers ont repris le travail, et « aucune sanction ne sera prise », a déclaré le préfet devant les journalistes réunis sur le quai.";
    desk.site.page("/port", "Le port rouvre", &edited);
    let before = desk.sources();
    let check = desk.refresh(&["--check"]);
    assert_eq!(check.status, 1, "{}", check.stderr);
    assert_eq!(desk.sources(), before, "--check stores nothing");
    let markdown = desk.refresh(&["--check", "--format", "markdown"]);
    let json = desk.refresh(&["--check", "--format", "json"]);
    assert_eq!((markdown.status, json.status), (1, 1), "every format has the same exit status");
    insta::assert_snapshot!("markdown", desk.plain(&markdown.stdout));
    insta::assert_snapshot!("json", desk.plain(&json.stdout));
    let stored = desk.refresh(&[]);
    assert_eq!(stored.status, 1, "{}", stored.stderr);
    insta::assert_snapshot!(format!(
        "{}\n=== and with --check before ===\n\n{}",
        desk.plain(&stored.stdout),
        desk.plain(&check.stdout)
    ));
    let verified = desk.ibid(&["verify"]);
    assert!(verified.stdout.contains("error[quote-drifted]") && verified.status == 1, "{}", verified.stdout);
    let again = desk.refresh(&[]);
    assert_eq!((again.status, again.stdout.as_str()), (0, "2 sources asked for: 2 unchanged\n"));
    desk.site.page("/port", "Le port rouvre", &PORT);
    let back = desk.refresh(&[]);
    assert_eq!(back.status, 0, "{}", back.stdout);
    assert!(back.stdout.contains("changed: port"), "{}", back.stdout);
    assert_eq!(desk.ibid(&["verify"]).status, 0);
}

#[test]
fn an_edit_that_touches_no_claim_is_stored_and_passes() {
    let desk = Desk::with_both();
    desk.site.page("/port", "Le port rouvre", &[PORT[0], PORT[1], "Rectificatif : une première version de cet article donnait une autre date pour la réunion prévue."]);
    let refreshed = desk.refresh(&[]);
    assert_eq!(refreshed.status, 0, "{}{}", refreshed.stdout, refreshed.stderr);
    assert!(refreshed.stdout.contains("1 changed, 1 unchanged"), "{}", refreshed.stdout);
    assert_eq!(desk.ibid(&["verify"]).status, 0);
}

#[test]
fn gone_and_failed_are_told_apart_and_stop_nothing() {
    let desk = Desk::with_both();
    desk.site.set("/port", Answer::Status("410 Gone".into()));
    desk.site.set("/pont", Answer::Status("503 Service Unavailable".into()));
    desk.site.page("/phare", "Le phare", &PORT);
    desk.add("/phare", &["--id", "phare"]);
    fs::write(desk.path("note.txt"), "Une note sans adresse.\n").unwrap();
    assert_eq!(desk.ibid(&["add", "note.txt"]).status, 0);
    let record = desk.read("sources/port/source.toml");
    assert_eq!(desk.ibid(&["report", "--format", "json", "-o", "before.json"]).status, 0);
    let check = desk.refresh(&["--check"]);
    assert_eq!(check.status, 2, "{}", check.stdout);
    assert_eq!(desk.read("sources/port/source.toml"), record);
    let first = desk.refresh(&[]);
    assert_eq!(first.status, 2, "{}", first.stdout);
    let now = desk.read("sources/port/source.toml");
    let url = record.lines().find(|line| line.starts_with("url")).unwrap();
    assert_eq!(
        now,
        record.replacen(url, &format!("{url}\nurl-status = \"dead\""), 1),
        "only this is written"
    );
    desk.site.page("/pont", "Le pont ferme", &PONT);
    let second = desk.refresh(&[]);
    assert_eq!(second.status, 0, "{}", second.stdout);
    insta::assert_snapshot!(desk.plain(&format!("{}\n=== again ===\n\n{}", first.stdout, second.stdout)));
    assert!(desk.ibid(&["report"]).stdout.contains("dead: the page is no longer there"));
    assert_eq!(desk.ibid(&["verify", "-q"]).status, 0);
    let diff = desk.ibid(&["diff", "before.json"]);
    assert!(diff.stdout.contains("url-status: {+dead+}"), "{}{}", diff.stdout, diff.stderr);
    let named = desk.refresh(&["port"]);
    assert_eq!(named.status, 0, "{}", named.stdout);
    assert!(named.stdout.contains("as its record says"), "{}", named.stdout);
    desk.site.page("/port", "Le port rouvre", &PORT);
    let alive = desk.refresh(&["port"]);
    assert!(alive.stdout.contains("there again"), "{}", alive.stdout);
    assert_eq!(
        desk.read("sources/port/source.toml"),
        record.replacen(url, &format!("{url}\nurl-status = \"live\""), 1)
    );
}

#[test]
fn with_check_a_page_that_is_newly_gone_is_a_finding() {
    let desk = Desk::with_both();
    desk.site.set("/port", Answer::Status("404 Not Found".into()));
    assert_eq!(desk.refresh(&["--check"]).status, 1);
    assert_eq!(desk.refresh(&[]).status, 0);
    assert_eq!(desk.refresh(&["--check"]).status, 0, "it is known");
}

#[test]
fn what_people_decided_of_an_address_stays() {
    let desk = Desk::with_both();
    for status in ["unfit", "usurped"] {
        let record = desk.read("sources/port/source.toml");
        let record =
            record.replace("\n\n[[capture]]", &format!("\nurl-status = \"{status}\"\n\n[[capture]]"));
        fs::write(desk.path("sources/port/source.toml"), &record).unwrap();
        let before = desk.server.paths().len();
        let all = desk.refresh(&[]);
        assert!(all.stdout.contains("1 whose url-status says"), "{}", all.stdout);
        assert_eq!(desk.server.paths().len(), before + 1, "it was not asked for");
        desk.site.set("/port", Answer::Status("404 Not Found".into()));
        assert_eq!(desk.refresh(&["port"]).status, 0);
        assert_eq!(desk.read("sources/port/source.toml"), record);
        fs::write(
            desk.path("sources/port/source.toml"),
            record.replace(&format!("url-status = \"{status}\"\n"), ""),
        )
        .unwrap();
        desk.site.page("/port", "Le port rouvre", &PORT);
    }
}

#[test]
fn a_front_page_is_not_taken_for_the_article() {
    let desk = Desk::with_both();
    desk.site.set("/port", Answer::To("/".into()));
    desk.site.page("/", "Le Quotidien du littoral", &[
        "Météo : un vent fort est attendu sur toute la façade atlantique, avec des rafales à plus de cent kilomètres à l’heure.",
        "Cinéma : notre sélection de films à voir en famille pendant les vacances, du dessin animé au documentaire animalier.",
        "Football : l’équipe locale s’incline à domicile devant plus de vingt mille spectateurs et recule au classement.",
    ]);
    let before = desk.sources();
    let held = desk.refresh(&[]);
    assert_eq!(held.status, 2, "{}", held.stdout);
    insta::assert_snapshot!(desk.plain(&held.stdout));
    assert_eq!(desk.sources(), before);
    assert_eq!(desk.refresh(&["--accept"]).status, 2, "only for sources that are named");
    let accepted = desk.refresh(&["--accept", "port"]);
    assert_eq!(accepted.status, 1, "{}", accepted.stdout);
    assert_ne!(desk.sources(), before);
}

/// A front page that shows the beginning of an article, and a page that moved.
#[test]
fn where_an_address_leads_counts_besides_the_text() {
    let desk = Desk::with_both();
    let other = "Météo : un vent fort est attendu sur toute la façade atlantique, avec des rafales à plus de cent kilomètres à l’heure.";
    desk.site.set("/port", Answer::To("/".into()));
    desk.site.page("/", "Le Quotidien du littoral", &[other, PORT[0], PORT[1], other]);
    let front = desk.refresh(&["port"]);
    assert_eq!(front.status, 2, "{}", front.stdout);
    assert!(front.stdout.contains("leads to a front page"), "{}", front.stdout);
    desk.site.set("/port", Answer::To("/autre".into()));
    desk.site.page("/autre", "Grèves", &[other, PORT[0], other, other]);
    let elsewhere = desk.refresh(&["port"]);
    assert_eq!(elsewhere.status, 2, "{}", elsewhere.stdout);
    assert!(elsewhere.stdout.contains("leads to another page"), "{}", elsewhere.stdout);
    desk.site.page("/autre", "Le port rouvre", &PORT);
    let moved = desk.refresh(&["port"]);
    assert_eq!(moved.status, 0, "{}", moved.stdout);
    desk.site.page("/port", "Le port rouvre", &PORT[..1]);
    let taste = desk.refresh(&["port"]);
    assert_eq!(taste.status, 2, "{}", taste.stdout);
}

#[test]
fn servers_are_told_what_is_known_and_believed() {
    let desk = Desk::new();
    let page = article("Le port rouvre", &PORT, "");
    desk.site.set("/port", Answer::Tagged(page.clone(), "W/\"a\\\"1\"".into()));
    desk.add("/port", &["--id", "port"]);
    let same = desk.refresh(&["-v"]);
    assert!(same.stdout.contains("its server says that it did not change"), "{}", same.stdout);
    let whole = desk.refresh(&["-v", "--whole"]);
    assert!(whole.stdout.contains("byte for byte"), "{}", whole.stdout);
    let conditions: Vec<bool> =
        desk.server.asked().iter().map(|asked| asked.header("if-none-match").is_some()).collect();
    assert_eq!(conditions, [false, true, false]);
}

#[test]
fn a_better_extractor_is_no_edit() {
    let desk = Desk::with_both();
    // As if an older version had glued the title to the first paragraph.
    let text = desk.read("sources/port/2025-12-08.text.txt").replacen("\n\n", " ", 1);
    let old = ibid::digest::Digest::of(text.as_bytes()).to_string();
    let now = ibid::digest::Digest::of(&fs::read(desk.path("sources/port/2025-12-08.text.txt")).unwrap())
        .to_string();
    fs::write(desk.path("sources/port/2025-12-08.text.txt"), &text).unwrap();
    let record =
        desk.read("sources/port/source.toml").replace(&now, &old).replace("\"html/1\"", "\"html/0\"");
    fs::write(desk.path("sources/port/source.toml"), record).unwrap();
    desk.site.set("/port", Answer::Page(article("Le port rouvre", &PORT, "another ad")));
    let same = desk.refresh(&["port"]);
    assert_eq!(same.status, 0, "{}", same.stdout);
    assert!(same.stdout.contains("its text is the same"), "{}", same.stdout);
}

#[test]
fn a_text_that_was_saved_by_hand_is_compared_by_its_words() {
    let desk = Desk::new();
    fs::write(desk.path("port.txt"), PORT.join("\n")).unwrap();
    let url = desk.server.url("/port");
    assert_eq!(
        desk.ibid(&["add", "port.txt", "--id", "port", "--url", &url, "--captured", "2025-12-08"]).status,
        0
    );
    let same = desk.refresh(&["port"]);
    assert_eq!(same.status, 0, "{}", same.stdout);
    assert!(same.stdout.contains("all that the newest capture says is on the page"), "{}", same.stdout);
    desk.site.page("/port", "Le port rouvre", &[PORT[0], PORT[2]]);
    let changed = desk.refresh(&["port"]);
    assert!(changed.stdout.contains("was not taken from this page by ibid"), "{}", changed.stdout);
}

#[test]
fn a_broken_record_fails_alone() {
    let desk = Desk::with_both();
    let record = desk.read("sources/port/source.toml").replace("status = 200", "status = \"ok\"");
    fs::write(desk.path("sources/port/source.toml"), record).unwrap();
    let refreshed = desk.refresh(&[]);
    assert_eq!(refreshed.status, 2);
    assert!(
        refreshed.stdout.contains("failed: port") && refreshed.stdout.contains("1 unchanged"),
        "{}",
        refreshed.stdout
    );
    assert!(desk.refresh(&["nowhere"]).stderr.contains("nowhere"));
}

#[test]
fn without_any_address_there_is_nothing_to_refresh() {
    let folder = initialized();
    let none = ibid(folder.path(), &["refresh"]);
    assert_eq!(none.status, 2);
    fs::write(folder.path().join("a.txt"), "Un texte.\n").unwrap();
    assert_eq!(ibid(folder.path(), &["add", "a.txt"]).status, 0);
    let none = ibid(folder.path(), &["refresh"]);
    assert!(none.status == 2 && none.stderr.contains("`a` has no address on the web"), "{}", none.stderr);
}

#[test]
fn authorities_are_named_on_the_command_line_or_in_the_environment() {
    let authority = Authority::new();
    let page = article("Le port rouvre", &PORT, "");
    let server = Server::secure(&authority, move |_| Reply::page(page.clone()));
    let folder = initialized();
    fs::write(folder.path().join("ca.pem"), authority.pem()).unwrap();
    let add = |more: &[&str]| {
        let url = server.url("/port");
        let args = [&["add", url.as_str(), "--allow-private"], more].concat();
        ibid(folder.path(), &args)
    };
    let refused = add(&[]);
    assert!(refused.status == 2 && refused.stderr.contains("--ca-file"), "{}", refused.stderr);
    assert!(add(&["--ca-file", "none.pem"]).stderr.contains("none.pem"));
    let added = add(&["--ca-file", "ca.pem"]);
    assert_eq!(added.status, 0, "{}", added.stderr);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_ibid"));
    command.args(["refresh", "--allow-private"]).current_dir(folder.path());
    command.env("SSL_CERT_FILE", "ca.pem").env("NO_PROXY", "*");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn records_say_what_is_wrong_in_them_at_its_place() {
    let desk = Desk::with_both();
    let record = desk.read("sources/port/source.toml");
    let wrong = record
        .replace(
            "\n\n[[capture]]",
            "\nurl-status = \"deadd\"\n\n[[capture]]\narchive = \"web.archive.org/x\"",
        )
        .replace("status = 200", "statuss = 200, redirects = \"a\"");
    fs::write(desk.path("sources/port/source.toml"), desk.plain(&wrong)).unwrap();
    let told = desk.ibid(&["verify", "sources/port"]);
    assert_eq!(told.status, 1);
    insta::assert_snapshot!(desk.plain(&told.stdout));
}

/// A page that says of itself that it is in another encoding than it is.
fn mislabelled(sentences: &[&str]) -> Vec<u8> {
    let body: String = sentences.iter().map(|one| format!("<p>{one}</p>\n")).collect();
    let page = format!(
        "<html lang=\"pl\"><head><meta charset=\"iso-8859-1\"><title>Minister</title></head><body><article><h1>Minister</h1>{body}</article></body></html>"
    );
    encoding_rs::ISO_8859_2.encode(&page).0.into_owned()
}

#[test]
fn an_encoding_that_a_person_had_to_name_is_remembered() {
    const SAID: [&str; 3] = [
        "Minister przyznał wczoraj przed komisją, że „popełnił błąd”, gdy podpisał umowę z dostawcą.",
        "Około 2500 żołnierzy zostało wysłanych na północ kraju, powiedział rzecznik wojska.",
        "Opozycja żąda śledztwa i dymisji całego rządu jeszcze przed świętami.",
    ];
    let changed = [SAID[0], SAID[1], "Opozycja żąda śledztwa i dymisji całego rządu jeszcze w grudniu."];
    let (site, pages) =
        (std::sync::Arc::new(std::sync::Mutex::new(mislabelled(&SAID))), mislabelled(&changed));
    let own = std::sync::Arc::clone(&site);
    let server =
        Server::new(move |_| Reply::new("200 OK", &["Content-Type: text/html"], own.lock().unwrap().clone()));
    let folder = initialized();
    let url = server.url("/a");
    let add = ["add", &url, "--allow-private", "--id", "a", "--encoding", "iso-8859-2"];
    let added = ibid(folder.path(), &add);
    assert_eq!(added.status, 0, "{}", added.stderr);
    *site.lock().unwrap() = pages;
    let refreshed = ibid(folder.path(), &["refresh", "--allow-private", "--delay", "0"]);
    assert_eq!(refreshed.status, 0, "{}{}", refreshed.stdout, refreshed.stderr);
    assert!(refreshed.stdout.contains("1 reworded"), "{}", refreshed.stdout);
    let text = ibid(folder.path(), &["extract", "a"]).stdout;
    assert!(text.contains("żołnierzy") && text.contains("jeszcze w grudniu"), "{text}");
    // A page that moved on to UTF-8 is read as it is now.
    *site.lock().unwrap() = article("Minister", &SAID, "").into_bytes();
    let refreshed = ibid(folder.path(), &["refresh", "--allow-private", "--delay", "0"]);
    assert!(refreshed.stdout.contains("1 changed"), "{}{}", refreshed.stdout, refreshed.stderr);
    assert!(ibid(folder.path(), &["extract", "a"]).stdout.contains("żołnierzy"));
}

#[test]
fn a_file_that_cannot_be_written_is_refused_before_a_page_is_asked_for() {
    let desk = Desk::with_both();
    desk.site.page("/port", "Le port rouvre", &PORT[..2]);
    let asked = desk.server.asked().len();
    for file in ["none/x.md", "sources/x.md", "drift.sarif", ".git/x"] {
        let run = desk.refresh(&["-o", file]);
        assert_eq!(run.status, 2, "{file}: {}", run.stdout);
    }
    assert_eq!(desk.server.asked().len(), asked);
    assert!(desk.refresh(&[]).stdout.contains("1 changed"));
}

#[test]
fn what_may_have_been_cut_short_on_its_way_is_told() {
    const NOTE: &str = "see whether it came whole";
    let text = format!("{}\n\n{}\n\n{}\n", PORT[0], PORT[1], PORT[2]);
    let server = Server::new(move |asked| {
        let cut = &text[..text.floor_char_boundary(text.len() * 7 / 10)];
        let head = |status: &str, more: &str| {
            format!("{status} 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n{more}\r\n")
        };
        match asked.path.as_str() {
            "/whole" => Reply::new("200 OK", &["Content-Type: text/plain; charset=utf-8"], &text),
            "/identity" => Reply::raw(head("HTTP/1.1", "Transfer-Encoding: identity\r\n") + cut),
            "/markup" => Reply::raw(format!(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: identity\r\n\r\n<html><title>T</title><article><p>{cut}"
            )),
            _ => Reply::raw(head("HTTP/1.0", "") + cut),
        }
    });
    let folder = initialized();
    let add = |path: &str, more: &[&str]| {
        let url = server.url(path);
        ibid(folder.path(), &[&["add", url.as_str(), "--allow-private", "--title", "T"], more].concat())
    };
    let markup = add("/markup", &["--id", "markup"]);
    assert_eq!(markup.status, 2, "{}", markup.stdout);
    assert!(!add("/whole", &["--id", "a"]).stdout.contains(NOTE));
    for (path, id) in [("/old", "b"), ("/identity", "c")] {
        let told = add(path, &["--id", id]);
        // The same bytes are stored once.
        assert!(
            told.stdout.contains(NOTE) || told.stderr.contains("stored already"),
            "{path}: {}{}",
            told.stdout,
            told.stderr
        );
    }
    // A source that was whole and comes again cut.
    let record = folder.path().join("sources/a/source.toml");
    let known = fs::read_to_string(&record).unwrap();
    fs::write(&record, known.replace("/whole", "/old")).unwrap();
    let refreshed = ibid(folder.path(), &["refresh", "a", "--allow-private", "--delay", "0"]);
    assert!(refreshed.stdout.contains(NOTE), "{}{}", refreshed.stdout, refreshed.stderr);
}

#[test]
fn no_name_or_password_comes_into_a_record() {
    let folder = initialized();
    fs::write(folder.path().join("a.txt"), "Un texte.\n").unwrap();
    for option in ["--url", "--archive"] {
        let add = |address: &str| {
            ibid(folder.path(), &["add", "a.txt", "--id", "a", "--title", "T", option, address])
        };
        let run = add("https://me:secret@example.org/a");
        assert_eq!(run.status, 2, "{}", run.stdout);
        assert!(run.stderr.contains("name or password"), "{}", run.stderr);
        let run = add("https://example.org/@me/a");
        assert_eq!(run.status, 0, "{}", run.stderr);
        fs::remove_dir_all(folder.path().join("sources/a")).unwrap();
    }
}
