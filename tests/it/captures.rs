//! `ibid add --to`: a source captured again.

use crate::common::{Run, files, ibid, initialized, read, write};
use ibid::error::Error;
use ibid::store;
use ibid::text::single_spaced;
use ibid::tree::{Base, Place};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const FIRST: &str = "Le ministre a parlé d’« une erreur ».\r\n\r\nEnviron 2500 soldats sont là.";
const SECOND: &str = "Le ministre a parlé d’« une faute ».\n\nEnviron 2500 soldats sont là.\n";

/// Everything below `sources/` with its bytes.
fn sources(folder: &Path) -> Vec<(String, Vec<u8>)> {
    files(&folder.join("sources"))
}

/// A repository with one article, captured once.
fn repository() -> TempDir {
    let folder = initialized();
    write(folder.path(), "first.txt", FIRST);
    write(folder.path(), "second.txt", SECOND);
    let added =
        ["add", "first.txt", "--id", "discours", "--title", "Le discours", "--captured", "2025-12-08"];
    assert_eq!(ibid(folder.path(), &added).status, 0);
    folder
}

fn add(folder: &Path, file: &str, captured: &str, more: &[&str]) -> Run {
    let args = ["add", "--to", "discours", file, "--captured", captured];
    ibid(folder, &[&args[..], more].concat())
}

/// Runs what must be refused, and holds that nothing changed.
fn refused(folder: &Path, args: &[&str]) -> String {
    let before = sources(folder);
    let run = ibid(folder, args);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}: {}", run.stderr);
    assert_eq!(sources(folder), before, "{args:?} changed something");
    run.stderr
}

#[test]
fn a_day_that_is_yet_to_come_is_told() {
    let folder = repository();
    let path = folder.path();
    write(path, "other.txt", "Un autre texte.\n");
    let soon = jiff::Timestamp::now() + jiff::Span::new().hours(23);
    let today = add(path, "second.txt", &soon.to_string()[..10], &[]);
    assert_eq!((today.status, today.stderr.as_str()), (0, ""), "it may be that day elsewhere");
    let further = add(path, "other.txt", "2999-01-01", &[]);
    assert_eq!(further.status, 0);
    let now = &jiff::Timestamp::now().to_string()[..7];
    assert!(further.stderr.starts_with("warning: ") && further.stderr.contains(now), "{}", further.stderr);
    assert!(further.stderr.contains("2999-01-01") && further.stderr.contains("sources/discours/source.toml"));
    let new = ["add", "third.txt", "--title", "Un autre", "--captured", "2999-01-01T10:00:00Z"];
    fs::write(path.join("third.txt"), "Un troisième texte.\n").unwrap();
    let new = ibid(path, &new);
    assert!(new.status == 0 && new.stderr.contains("sources/un-autre/source.toml"), "{}", new.stderr);
}

#[test]
fn an_article_captured_again_keeps_all_that_was() {
    let folder = repository();
    let path = folder.path();
    let record = "\u{FEFF}".to_owned() + &read(path, "sources/discours/source.toml").replace('\n', "\r\n");
    let record = record.trim_end().replace("title = ", "# kept by M. D.\r\ntitle   =  ");
    write(path, "sources/discours/source.toml", &record);
    let added = add(path, "second.txt", "2025-12-20T10:00:00Z", &["--note", "« après » la \"correction\""]);
    assert_eq!(added.status, 0, "{}", added.stderr);
    insta::assert_snapshot!(added.stdout);
    let now = read(path, "sources/discours/source.toml");
    let rest = now.strip_prefix(&record).expect("nothing that was there has changed");
    insta::assert_snapshot!(rest.replace("\r\n", "\n"));
    assert!(!rest.replace("\r\n", "").contains('\n') && !rest.ends_with('\n'));
    assert_eq!(read(path, "sources/discours/2025-12-08.txt"), FIRST);
    assert_eq!(read(path, "sources/discours/2025-12-20.txt"), SECOND);
    write(
        path,
        "claims/a.toml",
        "[[claim]]\nid = \"a\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"discours\"\nexact = \"Le ministre a parlé d’« une faute »\"\n",
    );
    assert_eq!(ibid(path, &["verify"]).status, 0, "quotes are checked against the newest capture");
}

#[test]
fn a_day_may_have_several_captures_and_no_name_is_taken_twice() {
    let folder = repository();
    let path = folder.path();
    assert_eq!(add(path, "second.txt", "2025-12-08", &[]).status, 0);
    write(path, "third.md", "# Une troisième version\n");
    write(path, "sources/discours/2025-12-08-3.md", "left here by hand\n");
    assert_eq!(add(path, "third.md", "2025-12-08", &[]).status, 0);
    let record = read(path, "sources/discours/source.toml");
    let files: Vec<&str> = record.lines().filter(|line| line.starts_with("file")).collect();
    assert_eq!(
        files,
        ["file = \"2025-12-08.txt\"", "file = \"2025-12-08-2.txt\"", "file = \"2025-12-08-4.md\""]
    );
    assert!(record.ends_with("media-type = \"text/markdown\"\n"));
    assert_eq!(read(path, "sources/discours/2025-12-08-3.md"), "left here by hand\n");
    let by_folder = ibid(path, &["add", "--to", "sources/discours", "first.txt", "--captured", "2025-12-09"]);
    assert_eq!(by_folder.status, 0, "{}", by_folder.stderr);
}

#[test]
fn identical_bytes_add_nothing_unless_the_article_was_changed_back() {
    let folder = repository();
    let path = folder.path();
    let before = sources(path);
    let same = add(path, "first.txt", "2025-12-20", &[]);
    assert_eq!((same.status, sources(path)), (0, before));
    insta::assert_snapshot!(same.stdout);
    assert_eq!(add(path, "second.txt", "2025-12-20", &[]).status, 0);
    let back = add(path, "first.txt", "2025-12-24", &[]);
    assert_eq!(back.status, 0);
    insta::assert_snapshot!(back.stdout);
    assert_eq!(read(path, "sources/discours/2025-12-24.txt"), FIRST);
    assert_eq!(ibid(path, &["verify", "sources/discours"]).stdout.matches("error[capture").count(), 0);
}

#[test]
fn what_cannot_be_added_is_refused_with_what_to_do() {
    let folder = repository();
    let path = folder.path();
    write(path, "other.txt", "Un autre article.\n");
    assert_eq!(ibid(path, &["add", "other.txt", "--id", "autre", "--captured", "2025-12-08"]).status, 0);
    write(path, "page.pdf", "%PDF-1.7\n");
    write(path, "sources/broken/source.toml", "title = \"B\"\n[[capture]]\nfil = \"2025-12-08.txt\"\n");
    write(path, "sources/torn/source.toml", "title = \"B\n");
    let to = |source: &'static str, file: &'static str| ["add", "--to", source, file];
    let told: Vec<String> = [
        &to("discour", "second.txt")[..],
        &to("zzz", "second.txt"),
        &to("../discours", "second.txt"),
        &to("discours", "other.txt"),
        &to("discours", "page.pdf"),
        &to("discours", "nowhere.txt"),
        &to("broken", "second.txt"),
        &to("torn", "second.txt"),
        &["add", "--to", "discours", "second.txt", "--captured", "2025-12-01"],
        &["add", "--to", "discours", "second.txt", "--captured", "tomorrow"],
        &["add", "--to", "discours", "second.txt", "--title", "Other", "--language", "fr"],
    ]
    .into_iter()
    .map(|args| refused(path, args))
    .collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_record_without_a_capture_gets_its_first() {
    let folder = repository();
    let path = folder.path();
    write(path, "sources/bare/source.toml", "title = \"Bare\"\n");
    let added = ibid(path, &["add", "--to", "bare", "second.txt", "--captured", "2025-12-20"]);
    assert_eq!(added.status, 0, "{}", added.stderr);
    let verified = ibid(path, &["verify", "sources/bare"]);
    assert!(!verified.stdout.contains("record-invalid"), "{}", verified.stdout);
}

#[test]
fn a_failure_half_way_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let (new, known) = (folder.path().join("new.txt"), folder.path().join("source.toml"));
    let base = Base::new(folder.path().to_owned());
    let record = base.place("source.toml");
    let replace = |before: &'static [u8]| store::replace(&record, before, b"after");
    fs::write(&known, "changed meanwhile").unwrap();
    let files: [(Place, &[u8]); 2] = [(base.place("new.txt"), b"bytes"), (base.place("a/b/c.txt"), b"deep")];
    let error = store::create_before(&files, || replace(b"as it was read")).unwrap_err();
    assert!(error.message.contains("changed while ibid was reading it"), "{}", error.message);
    assert!(!new.exists());
    assert!(!folder.path().join("a").exists(), "the folders that were made are taken away too");
    assert_eq!(fs::read_to_string(&known).unwrap(), "changed meanwhile");
    fs::write(&new, "is here").unwrap();
    let files: [(Place, &[u8]); 2] =
        [(base.place("beside.txt"), b"first"), (base.place("new.txt"), b"bytes")];
    assert!(store::create_before(&files, || replace(b"changed meanwhile")).is_err());
    assert_eq!(fs::read_to_string(&new).unwrap(), "is here");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn what_one_command_takes_back_another_does_not_rely_on() {
    let folder = tempfile::tempdir().unwrap();
    let base = Base::new(folder.path().to_owned());
    let files: [(Place, &[u8]); 1] = [(base.place("sources/s/page.html"), b"bytes")];
    let (made, is_made) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        let loser = scope.spawn(|| {
            store::create_before(&files, || {
                made.send(()).unwrap();
                std::thread::sleep(std::time::Duration::from_millis(200));
                Err(Error::new("its record changed meanwhile"))
            })
        });
        is_made.recv().unwrap();
        store::create_before(&files, || Ok(())).unwrap();
        assert!(loser.join().unwrap().is_err());
    });
    assert_eq!(fs::read(folder.path().join("sources/s/page.html")).unwrap(), b"bytes");
}

#[cfg(unix)]
#[test]
fn links_are_not_written_through() {
    let folder = repository();
    let path = folder.path();
    let outside = tempfile::tempdir().unwrap();
    fs::rename(path.join("sources/discours"), outside.path().join("discours")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("discours"), path.join("sources/discours")).unwrap();
    let run = add(path, "second.txt", "2025-12-20", &[]);
    assert_eq!(run.status, 2, "{}", run.stdout);
    assert_eq!(fs::read_dir(outside.path().join("discours")).unwrap().count(), 2);
}

#[test]
fn a_time_without_seconds_is_written_with_them() {
    for (given, written) in [
        ("2025-12-20T10:00Z", "2025-12-20T10:00:00Z"),
        ("2025-12-20T10:00+03:30", "2025-12-20T10:00:00+03:30"),
        ("2025-12-20T10:00:07-05:00", "2025-12-20T10:00:07-05:00"),
    ] {
        let folder = repository();
        let run = add(folder.path(), "second.txt", given, &[]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let record = read(folder.path(), "sources/discours/source.toml");
        assert!(record.contains(&format!("captured = {written}\n")), "{record}");
    }
}

#[test]
fn a_text_in_another_encoding_is_kept_with_its_text_beside_it() {
    let folder = repository();
    let path = folder.path();
    let words = "Le ministre a déclaré que les réfugiés, arrivés à Kaboul en été, n’ont pas été évacués : « c’était une erreur, répétée dès février ».\r\n";
    let bytes = encoding_rs::WINDOWS_1252.encode(words).0.into_owned();
    fs::write(path.join("latin.txt"), &bytes).unwrap();
    let new = ibid(path, &["add", "latin.txt", "--title", "Réfugiés", "--captured", "2025-12-08T10:00:00Z"]);
    assert_eq!(new.status, 0, "{}", new.stderr);
    let further = add(path, "latin.txt", "2025-12-20", &["--encoding", "latin1"]);
    assert_eq!(further.status, 2, "the bytes are those of another source: {}", further.stdout);
    let utf16: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(path.join("wide.txt"), utf16).unwrap();
    let further = add(path, "wide.txt", "2025-12-20", &[]);
    assert_eq!(further.status, 0, "{}", further.stderr);
    insta::assert_snapshot!(format!(
        "{}\n{}\n{}\n{}",
        new.stdout,
        read(path, "sources/refugies/source.toml"),
        further.stdout,
        read(path, "sources/discours/source.toml")
    ));
    assert_eq!(fs::read(path.join("sources/refugies/2025-12-08.txt")).unwrap(), bytes);
    assert_eq!(read(path, "sources/refugies/2025-12-08.text.txt"), words);
    assert_eq!(read(path, "sources/discours/2025-12-20.text.txt"), words);
    let quote = |source: &str| {
        format!(
            "[[claim]]\nid = \"{source}\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"{source}\"\nexact = \"n’ont pas été évacués\"\n"
        )
    };
    write(path, "claims/a.toml", &(quote("refugies") + &quote("discours")));
    let verified = ibid(path, &["verify", "--format", "json"]);
    assert_eq!(verified.status, 0, "{}", verified.stdout);
    assert!(
        verified.stdout.contains("\"path\": \"sources/refugies/2025-12-08.text.txt\""),
        "{}",
        verified.stdout
    );
    fs::write(path.join("sources/refugies/2025-12-08.txt"), b"altered").unwrap();
    assert!(ibid(path, &["verify"]).stdout.contains("capture-altered"), "the original is evidence, too");
}

#[test]
fn what_cannot_be_read_surely_is_asked_for_and_nothing_stored() {
    let folder = repository();
    let path = folder.path();
    fs::write(path.join("short.txt"), b"Le bl\xE9 l\xE8ve d\xE9j\xE0").unwrap();
    fs::write(path.join("broken.txt"), b"Le bl\xE9 l\x81ve").unwrap();
    write(path, "page.pdf", "%PDF-1.7\n%");
    write(path, "feed.xml", "<?xml version=\"1.0\"?><rss/>");
    let told: Vec<String> = [
        &["add", "short.txt"][..],
        &["add", "broken.txt", "--encoding", "windows-1252"],
        &["add", "short.txt", "--encoding", "utf-8"],
        &["add", "short.txt", "--encoding", "latin-9000"],
        &["add", "page.pdf"],
        &["add", "feed.xml"],
        &["add", "feed.xml", "--media-type", "application/xml"],
    ]
    .into_iter()
    .map(|args| refused(path, args))
    .collect();
    insta::assert_snapshot!(told.join("\n"));
    let named = ibid(path, &["add", "short.txt", "--encoding", "windows-1252"]);
    assert_eq!(named.status, 0, "{}", named.stderr);
    assert_eq!(ibid(path, &["add", "feed.xml", "--media-type", "text/plain"]).status, 0);
}

#[test]
fn bytes_that_are_stored_already_are_told_of_by_what_is_asked_for_them_now() {
    let folder = repository();
    let path = folder.path();
    let words = "港口没有关闭。\n";
    fs::write(path.join("g.txt"), encoding_rs::GBK.encode(words).0).unwrap();
    let doubt = ibid(path, &["add", "g.txt"]);
    assert!(doubt.stderr.contains("as in --encoding gbk"), "the likeliest is named: {}", doubt.stderr);
    assert_eq!(ibid(path, &["add", "g.txt", "--encoding", "windows-1252"]).status, 0);
    let told = |args: &[&str]| {
        let run = ibid(path, &[&["add", "g.txt"], args].concat());
        assert_eq!(run.status, 2, "{args:?}: {}", run.stdout);
        single_spaced(&run.stderr)
    };
    for args in [&["--encoding", "gbk"][..], &["--encoding", "gbk", "--to", "g"]] {
        let told = told(args);
        assert!(told.contains("with a text that was taken otherwise"), "{told}");
        assert!(told.contains("delete the folder sources/g, and add the file again"), "{told}");
    }
    let restricted = told(&["--encoding", "windows-1252", "--restricted"]);
    assert!(restricted.contains("stored already, and openly"), "{restricted}");
    assert!(told(&["--encoding", "windows-1252"]).contains("quote them with `source = \"g\"`"));
    fs::remove_dir_all(path.join("sources/g")).unwrap();
    assert_eq!(ibid(path, &["add", "g.txt", "--encoding", "gbk"]).status, 0);
    let stored = fs::read_dir(path.join("sources/g")).unwrap().map(|entry| entry.unwrap().path());
    let text = stored.into_iter().find(|file| file.to_string_lossy().ends_with(".text.txt")).unwrap();
    assert_eq!(fs::read_to_string(text).unwrap(), words);
}

#[test]
fn a_file_that_is_gone_is_known_by_its_bytes_and_brought_back() {
    let folder = repository();
    let path = folder.path();
    let text = "Le maire a promis quatorze millions.\n";
    write(path, "maire.txt", text);
    assert_eq!(ibid(path, &["add", "maire.txt", "--captured", "2025-12-08"]).status, 0);
    let (stored, other) = (path.join("sources/maire/2025-12-08.txt"), path.join("sources/maire/article.txt"));
    let told = || single_spaced(&ibid(path, &["verify"]).stdout);
    fs::rename(&stored, &other).unwrap();
    let help =
        "`sources/maire/article.txt` has the recorded bytes: give that file the name `2025-12-08.txt` again";
    assert!(told().contains(help), "{}", told());
    write(path, "sources/maire/article.txt", "Autre chose.\n");
    assert!(told().contains("bring the file back, from git or a backup"), "{}", told());
    let told = refused(path, &["add", "maire.txt", "--restricted"]);
    assert!(told.contains("stored already, and openly") && !stored.exists(), "{told}");
    for again in [&["add", "maire.txt"][..], &["add", "maire.txt", "--to", "maire"]] {
        let run = ibid(path, again);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(run.stdout.starts_with("Brought back `sources/maire/2025-12-08.txt`"), "{}", run.stdout);
        assert_eq!(fs::read_to_string(&stored).unwrap(), text);
        fs::remove_file(&stored).unwrap();
    }
    fs::write(&stored, "Le maire n’a rien promis.\n").unwrap();
    for again in [&["add", "maire.txt"][..], &["add", "maire.txt", "--to", "maire"]] {
        let told = refused(path, again);
        assert!(told.contains("`sources/maire/2025-12-08.txt` has other bytes now"), "{told}");
    }
    assert_eq!(fs::read_to_string(&stored).unwrap(), "Le maire n’a rien promis.\n");
    fs::remove_file(&stored).unwrap();
    fs::create_dir(&stored).unwrap();
    for again in [&["add", "maire.txt"][..], &["add", "maire.txt", "--to", "maire"]] {
        let told = refused(path, again);
        assert!(told.contains("is no file that can be read"), "{told}");
    }
}

#[test]
fn a_page_that_is_gone_is_brought_back_with_its_text() {
    let folder = repository();
    let path = folder.path();
    let page = "<html><body><article><p>Le pont est ouvert depuis lundi.</p></article></body></html>";
    write(path, "pont.html", page);
    assert_eq!(ibid(path, &["add", "pont.html", "--whole-page", "--captured", "2025-12-08"]).status, 0);
    let names = ["sources/pont/2025-12-08.html", "sources/pont/2025-12-08.text.txt"];
    let before = names.map(|name| fs::read(path.join(name)).unwrap());
    for name in names {
        fs::remove_file(path.join(name)).unwrap();
    }
    assert_eq!(ibid(path, &["add", "pont.html", "--whole-page"]).status, 0);
    assert_eq!(names.map(|name| fs::read(path.join(name)).unwrap()), before);
}

#[test]
fn every_capture_has_a_text_of_its_own() {
    let folder = repository();
    let path = folder.path();
    let page = |words: &str| format!("<html><body><article><p>{words}</p></article></body></html>");
    write(path, "pont.html", &page("Le conseil a approuvé le pont."));
    write(path, "later.html", &page("Le conseil n’a pas approuvé le pont."));
    let told = |named: &str| {
        let run = ibid(path, &["verify", named]);
        (run.status, single_spaced(&run.stdout))
    };
    assert_eq!(ibid(path, &["add", "pont.html", "--whole-page", "--captured", "2025-12-08"]).status, 0);
    let to = ["add", "--to", "pont", "later.html", "--whole-page", "--captured", "2025-12-09"];
    assert_eq!(ibid(path, &to).status, 0);
    let record = read(path, "sources/pont/source.toml");
    let pinned = |day: &str| {
        let from = record.find(&format!("file = \"{day}.html\"")).unwrap();
        let line = record[from..].lines().find(|line| line.starts_with("text = ")).unwrap();
        line.to_owned()
    };
    let (first, second) = (pinned("2025-12-08"), pinned("2025-12-09"));
    write(path, "sources/pont/source.toml", &record.replace(&second, &first));
    let (status, stdout) = told("sources/pont");
    assert!(
        status == 1 && stdout.contains("error[capture-duplicate]: `2025-12-08.text.txt` is named twice"),
        "{stdout}"
    );
    write(path, "sources/pont/source.toml", &record.replace("2025-12-09.text.txt", "2025-12-09.html"));
    let (status, stdout) = told("sources/pont");
    assert!(
        status == 1 && stdout.contains("error[capture-duplicate]: `2025-12-09.html` is named twice"),
        "{stdout}"
    );
    // Plain text needs no other.
    let other = ibid::digest::Digest::of("Autre chose.\n".as_bytes());
    write(path, "sources/discours/2025-12-08.text.txt", "Autre chose.\n");
    let plain = read(path, "sources/discours/source.toml");
    let text =
        format!("text = {{ file = \"2025-12-08.text.txt\", sha256 = \"{other}\", extractor = \"hand\" }}\n");
    write(path, "sources/discours/source.toml", &format!("{plain}{text}"));
    let (status, stdout) = told("sources/discours");
    assert!(
        status == 1 && stdout.contains("has not the words of the capture, which is plain text itself"),
        "{stdout}"
    );
}

#[test]
fn a_page_whose_record_does_not_say_what_it_is_is_not_read_as_text() {
    let folder = repository();
    let path = folder.path();
    let page =
        "<!DOCTYPE html>\n<html><body><!-- Le pont est fermé. --><p>Le pont est ouvert.</p></body></html>";
    write(path, "sources/pont/page.html", page);
    let digest = ibid::digest::Digest::of(page.as_bytes());
    let record = format!("title = \"Le pont\"\n[[capture]]\nfile = \"page.html\"\nsha256 = \"{digest}\"\n");
    write(path, "sources/pont/source.toml", &record);
    let claim = "[[claim]]\nid = \"un\"\ntext = \"x\"\n[[claim.quote]]\nsource = \"pont\"\nexact = \"Le pont est fermé\"\n";
    write(path, "claims/un.toml", claim);
    let run = ibid(path, &["verify"]);
    assert!(run.status == 1 && run.stdout.contains("is of the type text/html"), "{}", run.stdout);
    write(path, "sources/pont/source.toml", &format!("{record}media-type = \"text/plain\"\n"));
    assert_eq!(ibid(path, &["verify"]).status, 0, "a person said that it is to be read as it is written");
}

#[test]
fn a_capture_that_no_record_has_is_never_a_warning() {
    let folder = repository();
    let path = folder.path();
    let claim = "[[claim]]\nid = \"un\"\ntext = \"x\"\n[[claim.quote]]\nsource = \"discours\"\nexact = \"inventé de toutes pièces\"\ncapture = \"2024-01-01\"\n";
    write(path, "claims/un.toml", claim);
    for args in [&["verify"][..], &["verify", "--allow-unchecked"]] {
        let run = ibid(path, args);
        assert!(run.status == 1 && run.stdout.contains("error[capture-missing]"), "{}", run.stdout);
    }
}

#[test]
fn a_negation_that_made_room_for_another_word_was_taken_out() {
    let folder = repository();
    let path = folder.path();
    let text =
        |who: &str, verb: &str| format!("Selon elle, {who} des élus de la région {verb} dans ce cas.\n");
    write(path, "elus.txt", &text("aucun", "ne perdrait son siège"));
    let more = ["--id", "elus", "--title", "Les élus", "--language", "fr"];
    assert_eq!(ibid(path, &[&["add", "elus.txt", "--captured", "2025-12-08"], &more[..]].concat()).status, 0);
    let quote = "source = \"elus\"\nexact = \"aucun des élus de la région ne perdrait son siège\"\n";
    write(
        path,
        "claims/elus.toml",
        &format!("[[claim]]\nid = \"elus\"\ntext = \"T\"\n\n[[claim.quote]]\n{quote}"),
    );
    write(path, "elus.txt", &text("seuls quelques-uns", "perdraient leur siège"));
    assert_eq!(ibid(path, &["add", "elus.txt", "--to", "elus", "--captured", "2025-12-10"]).status, 0);
    let told = ibid(path, &["verify", "elus"]).stdout;
    let told = single_spaced(&told);
    assert!(told.contains("a negation was taken out of these words"), "{told}");
    assert!(told.contains("the quote has “aucun”, the source “quelques-uns”"), "{told}");
}

#[test]
fn words_that_a_pinned_capture_lacks_and_the_newest_has_are_told() {
    let folder = repository();
    let path = folder.path();
    assert_eq!(add(path, "second.txt", "2026-01-05", &[]).status, 0);
    let verified = |words: &str, capture: &str| {
        let quote = format!("source = \"discours\"\nexact = \"{words}\"\ncapture = \"{capture}\"\n");
        let claim = format!("[[claim]]\nid = \"a\"\ntext = \"A\"\n[[claim.quote]]\n{quote}");
        write(path, "claims/a.toml", &claim);
        let run = ibid(path, &["verify"]);
        (run.status, run.stdout.contains("the newest capture has these words"))
    };
    assert_eq!(verified("a parlé d’« une faute »", "2025-12-08"), (1, true));
    assert_eq!(verified("a parlé d’« une gaffe »", "2025-12-08"), (1, false));
    assert_eq!(verified("a parlé d’« une erreur »", "2025-12-08"), (0, false));
    assert_eq!(verified("a parlé d’« une erreur »", "2026-01-05"), (1, false));
}

#[test]
fn of_captures_with_one_id_none_tells_what_became_of_words() {
    let folder = repository();
    let path = folder.path();
    assert_eq!(add(path, "second.txt", "2025-12-09", &[]).status, 0);
    let claim = |id: &str, words: &str| {
        format!(
            "[[claim]]\nid = \"{id}\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"discours\"\nexact = \"{words}\"\n"
        )
    };
    let claims = claim("then", "Le ministre a parlé d’« une erreur »")
        + &claim("now", "Le ministre a parlé d’« une faute »")
        + &claim("both", "Environ 2500 soldats sont là.");
    write(path, "claims/a.toml", &claims);
    assert!(ibid(path, &["verify", "then"]).stdout.contains("quote-drifted"));
    let record = read(path, "sources/discours/source.toml");
    for other in ["2025-12-08.md", "2025-12-08.txt"] {
        fs::copy(path.join("sources/discours/2025-12-09.txt"), path.join("sources/discours").join(other))
            .unwrap();
        write(path, "sources/discours/source.toml", &record.replace("2025-12-09.txt", other));
        let told = ibid(path, &["verify"]).stdout;
        assert!(told.contains("capture-duplicate") && !told.contains("quote-drifted"), "{told}");
        assert!(told.contains("error[capture-"), "{told}");
        write(path, "sources/discours/2025-12-08.txt", FIRST);
    }
}

/// Bytes that are no text are left as they are; their text is pinned beside them, as the help says.
#[test]
fn a_capture_in_another_encoding_is_mended_as_the_help_says() {
    let folder = initialized();
    let path = folder.path();
    let bytes = b"Les r\xe9fugi\xe9s sont l\xe0, a dit la ministre.\n";
    let recorded = |digest: String| {
        format!(
            "title = \"T\"\n\n[[capture]]\nfile = \"2025-12-08.txt\"\nsha256 = \"{digest}\"\ncaptured = 2025-12-08T10:00:00Z\n"
        )
    };
    fs::create_dir_all(path.join("sources/vieux")).unwrap();
    fs::write(path.join("sources/vieux/2025-12-08.txt"), bytes).unwrap();
    let record = recorded(ibid::digest::Digest::of(bytes).to_string());
    write(path, "sources/vieux/source.toml", &record);
    let cited = "[[claim]]\nid = \"a\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"vieux\"\nexact = \"Les réfugiés sont là\"\n";
    write(path, "claims/a.toml", cited);
    let first = ibid(path, &["verify"]).stdout;
    let words = first.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("save its text in UTF-8 as `2025-12-08.text.txt` beside it"), "{words}");
    write(path, "sources/vieux/2025-12-08.text.txt", "Les réfugiés sont là, a dit la ministre.\n");
    let second = ibid(path, &["verify"]).stdout;
    let line = second.lines().map(str::trim).find(|line| line.starts_with("text = {")).expect(&second);
    write(path, "sources/vieux/source.toml", &format!("{record}{line}\n"));
    let mended = ibid(path, &["verify"]);
    assert_eq!(mended.status, 0, "{}", mended.stdout);
    // Of a restricted source no digest is told of what nobody recorded.
    write(path, "sources/vieux/source.toml", &format!("access = \"restricted\"\n{record}"));
    let withheld = ibid(path, &["verify", "--show-restricted"]).stdout;
    assert!(withheld.contains("capture-unreadable") && !withheld.contains(line), "{withheld}");
}

#[test]
fn a_sentence_that_changed_is_told_until_somebody_answers() {
    let folder = repository();
    let path = folder.path();
    let claim = |more: &str| {
        let quote = "source = \"discours\"\nexact = \"Environ 2500 soldats sont là\"\n";
        write(
            path,
            "claims/c.toml",
            &format!("[[claim]]\nid = \"c\"\ntext = \"t\"\n\n[[claim.quote]]\n{quote}{more}"),
        );
        ibid(path, &["verify"]).stdout
    };
    let told = "quote-context";
    let turned = "Environ 2500 soldats sont là, prétend l’ennemi.\n";
    write(path, "turned.txt", turned);
    assert_eq!(add(path, "turned.txt", "2025-12-15", &[]).status, 0);
    assert!(claim("").contains(told));
    // Edits of other sentences answer nothing, however many there are.
    for (day, more) in [("2025-12-22", "Publicité.\n"), ("2025-12-29", "Publicités.\n")] {
        write(path, "later.txt", &format!("{turned}\n{more}"));
        assert_eq!(add(path, "later.txt", day, &[]).status, 0);
        let said = claim("");
        assert!(said.contains(told) && said.contains("stood here in `2025-12-08`"), "{said}");
    }
    // The words around them, or the capture that is meant, do.
    assert!(!claim("within = \"Environ 2500 soldats sont là, prétend l’ennemi\"\n").contains(told));
    assert!(!claim("capture = \"2025-12-29\"\n").contains(told));
    // A sentence that was put back is another than the last one, too.
    write(path, "back.txt", &format!("{FIRST}\n\nFin."));
    assert_eq!(add(path, "back.txt", "2026-01-05", &[]).status, 0);
    let said = claim("");
    assert!(said.contains(told) && said.contains("stood here in `2025-12-29`"), "{said}");
}
