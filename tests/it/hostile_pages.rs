//! Pages that were made to exhaust whoever reads them: each ends in text or in a clear error, having done work
//! in proportion to its size. A step that is not linear makes these tests run for minutes, and the fuzzers too.

#![cfg(feature = "html")]
use ibid::extract::{Options, extract};
use ibid::media::MediaType;
use std::fmt::Write as _;

/// The text, or why there is none; both ways of taking it.
fn read(page: &str, media_type: MediaType) -> Result<String, String> {
    let take =
        |whole_page| extract(page.as_bytes(), media_type, Options { whole_page, ..Options::default() });
    let article = take(false);
    let whole = take(true).map_err(|why| {
        assert!(!why.hint.is_empty(), "{} tells what to do", why.message);
        why.message
    })?;
    let whole = whole.text.unwrap_or_default();
    if let Ok(article) = article {
        let article = article.text.unwrap_or_default();
        assert!(article.len() <= whole.len(), "the article is part of the page");
    }
    Ok(whole)
}

const SENTENCE: &str = "<p>The minister said that nothing had been decided, and that nothing would be.</p>";

#[test]
fn elements_inside_one_another_without_end_are_refused() {
    let nests = [
        "<table><tr><td>",
        "<b>",
        "<b><i><u>",
        "<div><span>",
        "<ul><li>",
        "<blockquote>",
        "<a href=x><div>",
        "<svg><g>",
        "<font><p>",
        "<button><b>",
        "<ruby><rt>",
        "<section class='comments'>",
        "<details>",
        "<math><mi>",
    ];
    for nest in nests {
        let opened = nest.matches('<').count();
        let page = format!("<!doctype html>{SENTENCE}{}x", nest.repeat(100_000 / opened));
        match read(&page, MediaType::Html) {
            Err(why) => {
                assert!(why.contains("nested too deeply") || why.contains("too many"), "{nest}: {why}");
            }
            // The standard closes some by itself, so that they stand side by side.
            Ok(text) => assert!(text.contains("nothing would be"), "{nest}"),
        }
    }
    let templates = format!("{SENTENCE}{}x", "<template>".repeat(100_000));
    assert!(
        read(&templates, MediaType::Html).is_ok_and(|text| !text.contains('x')),
        "a template holds no text"
    );
}

#[test]
fn formatting_that_is_closed_in_the_wrong_order_is_bounded() {
    for mess in
        ["<b><p></b>", "<a><b></a>", "<b><i></b></i>", "<nobr>", "<p><font><div></p></font>", "</b></p></x>"]
    {
        let page = format!("{SENTENCE}{}", mess.repeat(30_000));
        if let Err(why) = read(&page, MediaType::Html) {
            assert!(why.contains("nested too deeply") || why.contains("too many"), "{mess}: {why}");
        }
    }
}

#[test]
fn floods_of_references_attributes_and_tiny_elements_are_read() {
    let references = "&amp;&#x41;&eacute;&notanentity;&#99999999;&amp".repeat(10_000);
    assert!(read(&format!("<p>{references}</p>"), MediaType::Html).unwrap().contains('é'));
    let long = "a".repeat(1 << 20);
    for attribute in ["class", "style", "id", "href", "data-component", "hidden-not"] {
        let page = format!("<style>.a{{display:block}}</style>{SENTENCE}<p {attribute}='{long}'>last</p>");
        assert!(read(&page, MediaType::Html).unwrap().ends_with("last\n"), "{attribute}");
    }
    let classes = format!("{SENTENCE}<p class='{}'>last</p>", "a ".repeat(2 << 20));
    assert!(read(&classes, MediaType::Html).unwrap_err().contains("attributes"));
    let tiny = "<i>x</i>".repeat(100_000);
    assert_eq!(read(&format!("<p>{tiny}</p>"), MediaType::Html).unwrap().len(), 100_001);
    let too_many = "<br>".repeat(1_100_000);
    assert!(
        read(&format!("{SENTENCE}{too_many}"), MediaType::Html).unwrap_err().contains("too many elements")
    );
    let cells = "<td>1".repeat(50_000);
    assert!(read(&format!("<table><tr>{cells}</table>"), MediaType::Html).is_ok());
    let spaces = format!("{}{}x", "<div>".repeat(400), " \n".repeat(1 << 20));
    assert_eq!(read(&spaces, MediaType::Html).unwrap(), "x\n");
}

#[test]
fn floods_of_style_and_metadata_are_read() {
    let mut rules = String::new();
    for number in 0..50_000 {
        write!(rules, ".a,.b.c{number}{{display:none}}.x .a{{display:block}}").unwrap();
    }
    let classes: String = (0..2_000).map(|number| format!("c{number} ")).collect();
    let elements = format!("<p class='a b {classes}'>x</p>").repeat(200);
    let page = format!("<style>{rules}</style>{SENTENCE}{elements}");
    assert!(read(&page, MediaType::Html).unwrap().contains("nothing would be"));
    for css in ["a{".repeat(500_000), "@media{".repeat(500_000), "/*".repeat(500_000), ".a,".repeat(500_000)]
    {
        assert!(read(&format!("<style>{css}</style>{SENTENCE}"), MediaType::Html).is_ok());
    }
    // Words that a style sheet adds everywhere are bounded, and so is the search for them.
    let everywhere = format!("<style>*::before{{content:'{}'}}</style>", "word ".repeat(50));
    let text =
        read(&format!("{everywhere}{SENTENCE}{}", "<b>x</b>".repeat(100_000)), MediaType::Html).unwrap();
    assert!(text.len() < 2_000_000, "{}", text.len());
    let around: String =
        (0..20_000).map(|number| format!(".a .b .c .x{number},.a .b .x::after{{content:'no'}}")).collect();
    let nested =
        format!("{}<i class=x>y</i>{}", "<div class='a b'>".repeat(300), "</div>".repeat(300)).repeat(20);
    assert!(read(&format!("<style>{around}</style>{SENTENCE}{nested}"), MediaType::Html).is_ok());
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let json = format!("<script type=application/ld+json>{deep}</script>").repeat(20);
    assert!(read(&format!("{json}{SENTENCE}"), MediaType::Html).is_ok());
    let metas = "<meta property=og:title content='T'><meta name=author content=A>".repeat(50_000);
    assert!(read(&format!("{metas}{SENTENCE}"), MediaType::Html).is_ok());
    let quotes = "<blockquote>The minister said that nothing had been decided</blockquote>".repeat(5_000);
    assert!(read(&format!("{SENTENCE}{quotes}"), MediaType::Html).is_ok());
}

#[test]
fn entities_of_its_own_are_refused_and_nothing_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("secret.txt");
    std::fs::write(&secret, "the secret words").unwrap();
    let laughs: String = (1..30).map(|n| format!("<!ENTITY l{n} '&l{};&l{};'>", n - 1, n - 1)).collect();
    let documents = [
        format!(
            "<!DOCTYPE html [<!ENTITY l0 'ha'>{laughs}]><html xmlns='http://www.w3.org/1999/xhtml'><p>&l29;</p></html>"
        ),
        format!("<!DOCTYPE html [<!ENTITY x SYSTEM 'file://{}'>]><html><p>&x;</p></html>", secret.display()),
        format!("<!DOCTYPE html SYSTEM 'file://{}'><html><p>&x; words</p></html>", secret.display()),
        format!(
            "<!DOCTYPE html [<!ENTITY % p SYSTEM 'file://{}'> %p;]><html><p>a</p></html>",
            secret.display()
        ),
    ];
    for document in documents {
        let document = format!("<?xml version=\"1.0\"?>{document}");
        for media_type in [MediaType::Xhtml, MediaType::Html] {
            match read(&document, media_type) {
                Ok(text) => assert!(!text.contains("secret words") && text.len() < 4_000, "{text}"),
                Err(why) => assert!(why.contains("entities"), "{why}"),
            }
        }
    }
}

/// What a person meets: the error tells what to do, and nothing is written.
#[test]
fn a_page_that_is_too_large_is_refused_and_nothing_is_stored() {
    let folder = crate::common::initialized();
    let path = folder.path();
    let large = format!("<!doctype html><title>T</title>{}", SENTENCE.repeat((33 << 20) / SENTENCE.len()));
    std::fs::write(path.join("page.html"), large).unwrap();
    let run = crate::common::ibid(path, &["add", "page.html", "--captured", "2025-12-08"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.stderr);
    insta::assert_snapshot!(run.stderr);
    assert_eq!(
        std::fs::read_dir(path.join("sources"))
            .unwrap()
            .filter(|e| e.as_ref().unwrap().path().is_dir())
            .count(),
        0
    );
}
