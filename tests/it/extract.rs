//! The text of web pages against what a person found in them: `tests/extract/*.html`, each with its truth
//! beside it, paragraph by paragraph.

#![cfg(feature = "html")]
use crate::common::{Run, ibid, initialized, read};
use ibid::extract::{Extracted, Options, extract};
use ibid::media::MediaType;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn pages() -> Vec<PathBuf> {
    let entries = fs::read_dir("tests/extract").unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|end| end == "html")).collect();
    pages.sort();
    pages
}

fn extracted(path: &Path, whole_page: bool) -> Extracted {
    extract(&fs::read(path).unwrap(), MediaType::Html, Options { whole_page, ..Options::default() }).unwrap()
}

fn blocks(text: &str) -> Vec<&str> {
    text.trim_end_matches('\n').split("\n\n").collect()
}

/// Prints paragraphs found, byte for byte, and blocks of clutter that were let in, page by page.
#[test]
fn paragraphs_are_found_and_clutter_is_kept_out() {
    let (mut wanted_all, mut found_all, mut clutter_all, mut let_in_all) = (0, 0, 0, 0);
    println!("{:22} {:>11} {:>14}", "page", "found", "clutter let in");
    for path in pages() {
        let truth = fs::read_to_string(path.with_extension("txt")).unwrap();
        let wanted = blocks(&truth);
        let text = extracted(&path, false).text.unwrap();
        let own = blocks(&text);
        let whole = extracted(&path, true).text.unwrap();
        let is_wanted: HashSet<&str> = wanted.iter().copied().collect();
        let is_own: HashSet<&str> = own.iter().copied().collect();
        let found = wanted.iter().filter(|block| is_own.contains(*block)).count();
        let let_in: Vec<&&str> = own.iter().filter(|block| !is_wanted.contains(*block)).collect();
        let clutter = blocks(&whole).iter().filter(|block| !is_wanted.contains(*block)).count();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        println!("{name:22} {found:>4} of {:>3} {:>7} of {clutter:>3}", wanted.len(), let_in.len());
        for block in wanted.iter().filter(|block| !is_own.contains(*block)) {
            println!("  not found: {block}");
        }
        for block in &let_in {
            println!("  let in: {block}");
        }
        let in_order: Vec<&str> = own.iter().copied().filter(|block| is_wanted.contains(block)).collect();
        let expected: Vec<&str> = wanted.iter().copied().filter(|block| is_own.contains(block)).collect();
        assert_eq!(in_order, expected, "{name}: reading order");
        wanted_all += wanted.len();
        found_all += found;
        clutter_all += clutter;
        let_in_all += let_in.len();
    }
    println!("{:22} {found_all:>4} of {wanted_all:>3} {let_in_all:>7} of {clutter_all:>3}", "all");
    assert!(pages().len() >= 8 && wanted_all > 70 && clutter_all > 80, "the pages were read");
    assert!(found_all + 1 >= wanted_all, "paragraphs found: {found_all} of {wanted_all}");
    assert!(let_in_all <= 1, "clutter let in: {let_in_all}");
}

/// A repository with one of the pages beside it.
fn repository(page: &str) -> TempDir {
    let folder = initialized();
    fs::copy(Path::new("tests/extract").join(page), folder.path().join("page.html")).unwrap();
    folder
}

fn add(folder: &Path, more: &[&str]) -> Run {
    ibid(folder, &[&["add", "page.html", "--captured", "2025-12-08"], more].concat())
}

#[test]
fn a_page_is_stored_with_its_text_and_what_it_says_of_itself() {
    let folder = repository("fr-actualite.html");
    let path = folder.path();
    let added = add(path, &["--id", "kaboul", "--publisher", "LQS"]);
    assert_eq!(added.status, 0, "{}", added.stderr);
    let record = read(path, "sources/kaboul/source.toml");
    insta::assert_snapshot!(format!("{}\n{record}", added.stdout));
    assert_eq!(
        fs::read(path.join("sources/kaboul/2025-12-08.html")).unwrap(),
        fs::read("tests/extract/fr-actualite.html").unwrap(),
        "the original is untouched"
    );
    let claim = "[[claim]]\nid = \"a\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"kaboul\"\nexact = \"Environ 2\u{A0}500\u{A0}soldats étaient encore sur place\"\n";
    fs::write(path.join("claims/a.toml"), claim).unwrap();
    let verified = ibid(path, &["verify", "--format", "json"]);
    assert_eq!(verified.status, 0, "{}", verified.stdout);
    assert!(
        verified.stdout.contains("\"path\": \"sources/kaboul/2025-12-08.text.txt\""),
        "{}",
        verified.stdout
    );
    assert_eq!(add(path, &["--id", "again"]).status, 2, "the same bytes are known");
    let further = ibid(path, &["add", "--to", "kaboul", "page.html", "--captured", "2025-12-20"]);
    assert!(further.stdout.starts_with("Nothing changed since"), "{}{}", further.stdout, further.stderr);
    fs::copy("tests/extract/fr-communique.html", path.join("page.html")).unwrap();
    let further =
        ibid(path, &["add", "--to", "kaboul", "page.html", "--captured", "2025-12-20", "--whole-page"]);
    assert_eq!(further.status, 0, "{}", further.stderr);
    let record = read(path, "sources/kaboul/source.toml");
    assert!(record.contains("extractor = \"html-page/1\""), "{record}");
    assert!(read(path, "sources/kaboul/2025-12-20.text.txt").contains("Plan du site"));
}

#[test]
fn pages_without_an_article_are_refused_and_nothing_is_stored() {
    let folder = repository("en-live.html");
    let path = folder.path();
    let refused = |page: &str, more: &[&str]| {
        fs::write(path.join("page.html"), page).unwrap();
        let run = add(path, more);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{page}");
        run.stderr
    };
    let told = [
        refused(
            "<!doctype html><title>App</title><div id=root></div><p>You need to log in to read this.</p>",
            &[],
        ),
        refused("<!doctype html><script>render()</script>", &["--whole-page"]),
        refused(&format!("<!doctype html>{}", "<div>".repeat(100_000)), &[]),
        refused("<!doctype html><meta charset=latin1><p>d\u{E9}j\u{E0}", &[]),
        refused("<!doctype html><p>a\0b", &[]),
    ];
    insta::assert_snapshot!(told.join("\n"));
    assert_eq!(
        fs::read_dir(path.join("sources"))
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().path().is_dir())
            .count(),
        0
    );
    fs::write(path.join("page.html"), "<!doctype html><p>No comment, the ministry said.</p>").unwrap();
    assert_eq!(
        add(path, &["--whole-page"]).status,
        0,
        "a short statement can be stored when it is asked for"
    );
}

#[test]
fn pages_in_other_encodings_give_the_same_text() {
    let page = fs::read_to_string("tests/extract/ar-khabar.html").unwrap();
    let truth = extracted(Path::new("tests/extract/ar-khabar.html"), false).text;
    let encoded = |label: &str| {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
        let declared = page.replace("charset=\"UTF-8\"", &format!("charset=\"{label}\""));
        encoding.encode(&declared).0.into_owned()
    };
    // Characters that the encoding lacks are written as references, which say the same.
    let read = |bytes: &[u8]| extract(bytes, MediaType::Html, Options::default()).unwrap();
    for label in ["windows-1256", "gb18030", "utf-8"] {
        let extracted = read(&encoded(label));
        assert_eq!((extracted.text, extracted.encoding.to_lowercase().as_str()), (truth.clone(), label));
    }
    let wide: Vec<u8> = format!("\u{FEFF}{page}").encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(read(&wide).text, truth);
}

#[test]
fn a_text_is_taken_again_and_what_would_differ_is_shown() {
    let folder = repository("en-divs.html");
    let path = folder.path();
    assert_eq!(add(path, &["--id", "waits"]).status, 0);
    fs::write(path.join("plain.txt"), "Words.\n").unwrap();
    assert_eq!(ibid(path, &["add", "plain.txt", "--captured", "2025-12-08"]).status, 0);
    let stored = read(path, "sources/waits/2025-12-08.text.txt");
    let shown = ibid(path, &["extract", "waits"]);
    assert_eq!((shown.status, &shown.stdout), (0, &stored));
    let same = ibid(path, &["extract", "--check"]);
    assert_eq!(
        (same.status, same.stdout.as_str(), same.stderr.as_str()),
        (0, "", "1 text would be the same\n")
    );
    // The text as an earlier extractor might have taken it: a paragraph lost, a negation with it.
    let earlier = stored.replace("They have not.", "They have.").replace("Ask which wait is meant.\n\n", "");
    fs::write(path.join("sources/waits/2025-12-08.text.txt"), &earlier).unwrap();
    let digest = |text: &str| ibid::digest::Digest::of(text.as_bytes()).to_string();
    let record = read(path, "sources/waits/source.toml").replace(&digest(&stored), &digest(&earlier));
    fs::write(path.join("sources/waits/source.toml"), record.replace("html/1", "html/0")).unwrap();
    let different = ibid(path, &["extract", "waits", "--check"]);
    assert_eq!(different.status, 1);
    insta::assert_snapshot!(format!("{}{}", different.stdout, different.stderr));
    assert_eq!(read(path, "sources/waits/2025-12-08.text.txt"), earlier, "nothing is written");
    fs::write(path.join("sources/waits/source.toml"), record.replace("html/1", "scribe/2")).unwrap();
    let unknown = ibid(path, &["extract", "waits", "--check"]);
    fs::write(path.join("sources/waits/2025-12-08.html"), "altered").unwrap();
    let altered = ibid(path, &["extract", "waits"]);
    let none = ibid(path, &["extract", "waits", "--capture", "2024-01-01"]);
    assert_eq!((unknown.status, altered.status, none.status), (2, 2, 2));
    insta::assert_snapshot!([unknown.stderr, altered.stderr, none.stderr].join("\n"));
}

#[test]
fn a_text_that_was_deleted_is_told_at_its_own_place_and_taken_again_where_it_is_the_same() {
    let folder = repository("en-divs.html");
    let path = folder.path();
    assert_eq!(add(path, &["--id", "waits"]).status, 0);
    let text = path.join("sources/waits/2025-12-08.text.txt");
    let stored = fs::read_to_string(&text).unwrap();
    let claim = "[[claim]]\nid = \"a\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"waits\"\nexact = \"They have not.\"\n";
    fs::write(path.join("claims/a.toml"), claim).unwrap();
    fs::remove_file(&text).unwrap();
    insta::assert_snapshot!("deleted_text", ibid(path, &["verify"]).stdout);
    let restored = ibid(path, &["extract", "waits", "--capture", "2025-12-08"]);
    assert_eq!((restored.status, &restored.stdout), (0, &stored), "{}", restored.stderr);
    let check = ibid(path, &["extract", "waits", "--check"]);
    assert_eq!(check.status, 2);
    let command = check.stderr.split("`ibid ").nth(1).and_then(|rest| rest.split('`').next()).unwrap();
    let back = ibid(path, &command.split(' ').collect::<Vec<_>>());
    assert_eq!((back.status, fs::read_to_string(&text).unwrap()), (0, stored.clone()), "{}", back.stderr);
    let over = ibid(path, &command.split(' ').collect::<Vec<_>>());
    assert_eq!(over.status, 2, "what is there is never written over");
    fs::remove_file(&text).unwrap();
    // What would not be the recorded text is never printed as if it were.
    let record = read(path, "sources/waits/source.toml");
    let digest = |text: &str| ibid::digest::Digest::of(text.as_bytes()).to_string();
    let other = record.replace(&digest(&stored), &digest("another text"));
    fs::write(path.join("sources/waits/source.toml"), other).unwrap();
    let refused = ibid(path, &["extract", "waits"]);
    assert_eq!((refused.status, refused.stdout.as_str()), (2, ""));
    insta::assert_snapshot!("deleted_text_refused", format!("{}{}", check.stderr, refused.stderr));
}

const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div class=comments>",
    "<div>",
    "</div>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<caption>",
    "<pre>",
    "</pre>",
    "<br>",
    "<b>",
    "</b>",
    "<a href=x>",
    "</a>",
    "<ul><li>",
    "<article>",
    "</article>",
    "<h1>",
    "</h1>",
    "<svg>",
    "<template>",
    "<select>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<ruby>",
    "<rt>",
    "&nbsp;",
    "&lt;",
    "&#x202F;",
    " ",
    "\n",
    "\t",
    "mot",
    "« un »",
    "阿富汗",
    "طالبان",
    "\u{301}",
    "<",
    ">",
    "\"",
    "<![CDATA[",
    "]]>",
    "<p hidden>",
    "<body>",
    "<frameset>",
    "<form>",
    "<input>",
    "<math><mi>",
    "</html>",
];

proptest::proptest! {
    #[test]
    fn any_page_ends_in_text_of_its_own_words_or_in_an_error(
        picks in proptest::collection::vec(0..PIECES.len(), 0..120),
        whole_page in proptest::bool::ANY,
    ) {
        let page: String = picks.iter().map(|&pick| PIECES[pick]).collect();
        for media_type in [MediaType::Html, MediaType::Xhtml] {
            let Ok(extracted) = extract(page.as_bytes(), media_type, Options { whole_page, ..Options::default() }) else { continue };
            let text = extracted.text.unwrap();
            proptest::prop_assert!(text.ends_with('\n') && !text.starts_with('\n'));
            for word in text.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)) {
                let joined: String = page.split(['<', '>']).collect();
                let is_there = PIECES.iter().any(|piece| word.contains(piece) || piece.contains(word));
                proptest::prop_assert!(is_there || joined.contains(word), "{word} is not in {page}");
            }
        }
    }
}
