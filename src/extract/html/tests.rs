//! Small pages, each for one thing.

use super::super::Metadata;
use super::*;

fn whole(page: &str) -> String {
    read(page, MediaType::Html).text.unwrap()
}

fn read(page: &str, media_type: MediaType) -> Extracted {
    extract(page.as_bytes(), media_type, Options { whole_page: true, ..Options::default() }).unwrap()
}

#[test]
fn text_is_set_as_a_browser_does() {
    let cases = [
        ("<p>a<b>b</b><i> c </i> d</p>e", "ab c d\n\ne\n"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc\n"),
        (
            "<p>un&nbsp;: &laquo;&#8239;deux&#x202F;&raquo; &amp;amp; &hellip;",
            "un\u{A0}: «\u{202F}deux\u{202F}» &amp; …\n",
        ),
        ("a<br>b<br/><br>c", "a\nb\n\nc\n"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "a\n\nb\n\nc\n\nd\n"),
        ("<pre>\n a\n\n  b</pre>c", " a\n\n  b\n\nc\n"),
        ("<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>です", "漢字です\n"),
        ("10<sup>6</sup> m<sup>2</sup>, 2019<sup><a>12</a></sup>, 10<sup>-3</sup>", "10⁶ m², 2019¹², 10⁻³\n"),
        ("H<sub>2</sub>O, 1<sup>er</sup>, x<sup>2n</sup><sup>[1]</sup>", "H₂O, 1er, x²ⁿ[1]\n"),
        (
            "2<sup>n</sup>, 10<sup>6.5</sup>, 2<sup>1/2</sup>, 12<sup>h30</sup>, 2<sup>e</sup>",
            "2ⁿ, 10⁶.⁵, 2¹/², 12h30, 2e\n",
        ),
        ("10<span style='vertical-align:super;font-size:.7em'>6</span>", "10⁶\n"),
        ("<style>.p{vertical-align:super}</style>10<span class=p>6</span>", "10⁶\n"),
        ("<math><msup><mn>10</mn><mn>6</mn></msup></math> m", "10⁶ m\n"),
        ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "1/2\n"),
        ("<math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac></math>", "(a+1)/2\n"),
        ("<math><msqrt><mn>2</mn></msqrt><mo>+</mo><mroot><mn>8</mn><mn>3</mn></mroot></math>", "√2+³√8\n"),
        ("<math><msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt></math>", "√(a+b)\n"),
        ("<math><msup><mn>2</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></msup></math>", "2^(a+b)\n"),
        ("<math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math>", "x₁²\n"),
        (
            "<p style='display:flex;flex-direction:row-reverse'><b>there</b><i>not</i><b>was</b> He",
            "He was not there\n",
        ),
        ("<div style='display:flex;flex-flow:row-reverse wrap'><p>a</p><p>b</p></div>", "a\n\nb\n"),
        ("soft&shy;hyphen<wbr>ated", "soft\u{AD}hyphenated\n"),
        (
            "a<script>x</script><style>y</style><!-- z --><template>t</template><noscript>n</noscript>b",
            "ab\n",
        ),
        ("a<p hidden>x<p style='Display : NONE'>y<p class='sr-only'>z<p>b", "a\n\nb\n"),
        ("<span style='display:block'>a</span>b", "a\n\nb\n"),
        ("<p><span style='display:block;float:left'>E</span>xercice", "Exercice\n"),
        ("<p><span style='display:block'>A</span> quoi bon", "A\n\nquoi bon\n"),
        (
            "<table><caption>T</caption><tr><th>a<th>b<tr><td> c <td><p>d</p><tr><td><td>e</table>f",
            "T\n\na\tb\nc\td\n\te\n\nf\n",
        ),
        ("<table><tr><td><p>a</p><p>b</p><td>c</table>", "a\n\nb\n\nc\n"),
        ("<dl><dt>a<dd>b</dl><figure><img alt=x><figcaption>c</figcaption></figure>", "a\n\nb\n\nc\n"),
        ("<b>unclosed <i>every<p>where <td></table></div>", "unclosed every\n\nwhere\n"),
    ];
    for (page, wanted) in cases {
        assert_eq!(whole(page), wanted, "{page}");
    }
}

#[test]
fn xhtml_is_read_by_its_own_rules() {
    let page = "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/><script src=\"a>b.js\"/></head><body><!-- <p>no</p> --><p>a<span/>b</p><![CDATA[<c> & d]]><br/>e</body></html>";
    assert_eq!(read(page, MediaType::Xhtml).text.unwrap(), "ab\n\n<c> & d\ne\n");
    let laughs = "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><html><p>&b;</p></html>";
    let error = extract(laughs.as_bytes(), MediaType::Xhtml, Options::default()).unwrap_err();
    assert!(error.message.contains("entities"), "{}", error.message);
}

#[test]
fn the_declared_encoding_is_found_where_pages_write_it() {
    let declared = |page: &str| declared_encoding(page.as_bytes());
    assert_eq!(declared("<meta charset=utf-8>").as_deref(), Some("utf-8"));
    assert_eq!(
        declared("<META http-equiv=a content='text/html; charset=ISO-8859-1'>").as_deref(),
        Some("iso-8859-1")
    );
    assert_eq!(declared("<?xml version='1.0' encoding='Shift_JIS'?>").as_deref(), Some("shift_jis"));
    assert_eq!(declared("<!-- <meta charset=latin1> --><meta charset = \"gbk\"/>").as_deref(), Some("gbk"));
    assert_eq!(declared("<p>charset=utf-8"), None);
}

#[test]
fn what_a_page_says_of_itself_is_read() {
    let page = r#"<html lang="fr-FR"><head><title>Le titre - Le Journal</title>
      <link rel="canonical" href="https://journal.example/a"><meta property="og:site_name" content="Le Journal">
      <meta name="author" content="Rédaction">
      <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Site"}, {"@type": ["NewsArticle"],
        "headline": "L&#8217;erreur &amp; la faute", "datePublished": "2025-12-08T23:30:00+01:00", "isAccessibleForFree": false,
        "author": [{"@type": "Person", "name": "Zoé Martin"}, {"name": "K. Ali"}], "publisher": {"name": "Le Quotidien"}}]}</script>
      </head><body><h1>Autre</h1>x"#;
    let extracted = read(page, MediaType::Html);
    let wanted = Metadata {
        title: Some("L’erreur & la faute".into()),
        publisher: Some("Le Quotidien".into()),
        author: vec!["Zoé Martin".into(), "K. Ali".into()],
        published: Some("2025-12-08".into()),
        language: Some("fr-FR".into()),
        url: Some("https://journal.example/a".into()),
    };
    assert_eq!(extracted.metadata, wanted);
    assert_eq!(extracted.notes.len(), 1, "{:?}", extracted.notes);
    let plain = read(
        "<html lang='not a language'><title>T</title><meta name=author content=https://example.org/me><article><time datetime=2025-12>x</time><a rel=author>A. B.</a>",
        MediaType::Html,
    );
    let wanted = Metadata {
        title: Some("T".into()),
        author: vec!["A. B.".into()],
        published: Some("2025-12".into()),
        ..Metadata::default()
    };
    assert_eq!(plain.metadata, wanted);
}

#[test]
fn hostile_pages_end_in_clear_errors_or_in_text() {
    let error = |page: &str| {
        let error =
            extract(page.as_bytes(), MediaType::Html, Options { whole_page: true, ..Options::default() })
                .unwrap_err();
        assert!(!error.hint.is_empty());
        error.message
    };
    assert!(error(&"<div>".repeat(100_000)).contains("nested too deeply"));
    assert!(error(&"<b><i>".repeat(100_000)).contains("nested too deeply"));
    for gap in [" ", "/", "=''"] {
        let attributes: String = (0..50_000).map(|number| format!("{gap}a{number}")).collect();
        assert!(error(&format!("<p x{attributes}>x")).contains("attributes"), "{gap}");
    }
    assert!(error(&" ".repeat(crate::extract::LARGEST_PAGE as usize + 1)).contains("33.6 MB"));
    assert!(error("a\0b").contains("zero"));
    assert!(error("<html><script>window.x</script></html>").contains("no text"));
    let formatting: String = (0..400).map(|number| format!("<b id={number}>")).collect();
    assert!(error(&format!("<p>{formatting}</p>{}", "<p>a".repeat(100_000))).contains("too many elements"));
    for page in [
        "</p></br></x><table><tr></td>a<td",
        "<!--",
        "<![CDATA[x",
        "a<textarea>",
        "<svg><p>a",
        "<frameset>a",
        "&#xD800;a",
        "<a href='",
    ] {
        let whole =
            extract(page.as_bytes(), MediaType::Html, Options { whole_page: true, ..Options::default() });
        let article = extract(page.as_bytes(), MediaType::Xhtml, Options::default());
        assert!(whole.is_ok() || whole.is_err_and(|error| error.message.contains("no text")), "{page}");
        assert!(article.is_err(), "{page}");
    }
}

#[test]
fn a_page_without_an_article_is_refused_with_what_it_has() {
    let page = "<html><body><div id=root></div><p>Please enable JavaScript to run this app.</p>";
    let error = extract(page.as_bytes(), MediaType::Html, Options::default()).unwrap_err();
    assert_eq!(
        error.message,
        "the page has next to no text, 35 characters: “Please enable JavaScript to run this app.”"
    );
}

#[test]
fn an_article_is_not_taken_for_clutter_by_what_it_is_called() {
    let paragraphs =
        "<p>Le ministère n’a pas répondu à nos questions, malgré plusieurs relances de la rédaction.</p>"
            .repeat(20);
    let comments =
        "<p>Un commentaire, parmi bien d’autres, sous cet article dont on parle beaucoup.</p>".repeat(40);
    let page = format!(
        "<body><div class='rubrique-social related'><h1>Titre</h1>{paragraphs}</div><div id=comments>{comments}</div>"
    );
    let extracted = extract(page.as_bytes(), MediaType::Html, Options::default()).unwrap();
    let text = extracted.text.unwrap();
    assert_eq!((text.matches("relances").count(), text.matches("commentaire").count()), (20, 0));
    assert!(text.starts_with("Titre\n\n"));
    assert_eq!(
        extracted.notes,
        [
            "Of what is visible on the page, 63 % was left out as no part of the article; --whole-page keeps all of it."
        ]
    );
}

/// The article of a page with these elements between its paragraphs.
fn article(inside: &str) -> String {
    let paragraph = "<p>The council said on Monday that nobody had been told of the leak, and that nobody would be, because nothing was known.</p>";
    let page = format!(
        "<style>.seen{{}} .off{{display:none}}</style><article><h1>A leak</h1>{paragraph}{inside}<p>It declined to answer any of the eleven questions that were put to it in writing, and has not answered those that were put to it before.</p></article>"
    );
    let text = extract(page.as_bytes(), MediaType::Html, Options::default()).unwrap().text.unwrap();
    let text = text.strip_prefix("A leak\n\nThe council said on Monday that nobody had been told of the leak, and that nobody would be, because nothing was known.\n\n").unwrap();
    text.strip_suffix("It declined to answer any of the eleven questions that were put to it in writing, and has not answered those that were put to it before.\n")
        .unwrap()
        .trim_end()
        .to_owned()
}

#[test]
fn a_quotation_that_is_lifted_out_of_the_text_does_not_stand_twice() {
    for lifted in [
        "<blockquote>“nobody had been told of the leak”</blockquote>",
        "<figure class=wp-block-pullquote><p>nobody had been told of the leak…</p><cite>The council</cite></figure>",
        "<div class='pull-quote'><p>nobody had been told of the leak</p></div>",
    ] {
        assert_eq!(article(lifted), "", "{lifted}");
    }
    let other = "<blockquote>Nobody was told of the leak</blockquote>";
    assert_eq!(article(other), "Nobody was told of the leak", "other words are a quotation of their own");
    let long = format!(
        "<blockquote><p>nobody had been told of the leak</p><p>{}</p></blockquote>",
        "We knew. ".repeat(20)
    );
    assert!(
        article(&long).starts_with("nobody had been told of the leak\n\nWe knew."),
        "nothing else is lost"
    );
}

#[test]
fn what_the_eye_reads_is_kept_and_what_it_does_not_see_is_left_out() {
    let cases = [
        (
            "<p>Prices rose by <span aria-hidden=true>2½</span><span class=sr-only>two and a half</span> per cent.</p>",
            "Prices rose by 2½ per cent.",
        ),
        ("<p>Sent <i aria-hidden=true class=icon>share</i>on Monday.</p>", "Sent on Monday."),
        ("<p>He was <span class=off>not </span>there.</p>", "He was there."),
        ("<div class=off>Draft</div><p class=seen>Seen.</p>", "Seen."),
        (
            "<p>Advertisement</p><div data-ad=x>Buy now</div><p>The advertisement ran twice.</p>",
            "The advertisement ran twice.",
        ),
        ("<ul><li><a href=x>One story</a><li><a href=x>Another story</a></ul>", ""),
        (
            "<ul><li><a href=x>The report</a> was not published.<li>The <a href=y>map</a> was.</ul>",
            "The report was not published.\n\nThe map was.",
        ),
        ("<div data-component=rich-link><a href=x>Another story</a></div>", ""),
        ("<section><h2>3 comments</h2><p>They knew.</p></section>", ""),
        ("<figure><img><figcaption aria-hidden=true>The pipe.</figcaption></figure>", "The pipe."),
    ];
    for (inside, wanted) in cases {
        assert_eq!(article(inside), wanted, "{inside}");
    }
}

#[test]
fn a_page_that_asks_to_pay_for_the_rest_is_told_of() {
    let page = "<article><h1>Titre</h1><p>Le ministère n’a pas répondu à nos questions, malgré plusieurs relances de la rédaction, qui les avait posées par écrit.</p><p>Il vous reste 61 % de cet article à lire. La suite est réservée aux abonnés.</p><p>Le ministère n’a pas répondu à nos questions, malgré plusieurs relances.</p></article>";
    let notes = extract(page.as_bytes(), MediaType::Html, Options::default()).unwrap().notes;
    assert_eq!(notes, ["The page says that not all may read it: see whether its text is whole."]);
}

/// What is told of an article with these elements between its paragraphs, and their text.
fn styled(style: &str, inside: &str) -> (String, Vec<String>) {
    let paragraph = "<p>The council said on Monday that nobody had been told of the leak, and that nobody would be, because nothing was known.</p>".repeat(3);
    let page = format!(
        "<html lang=en><style>{style}</style><article><h1>A leak</h1>{paragraph}<section>{inside}</section><p>End.</p></article>"
    );
    let read = extract(page.as_bytes(), MediaType::Html, Options::default()).unwrap();
    let text = read.text.unwrap();
    let text =
        text.rsplit_once("was known.\n\n").unwrap().1.strip_suffix("End.\n").unwrap().trim_end().to_owned();
    (text, read.notes)
}

#[test]
fn words_that_a_style_makes_invisible_are_no_text() {
    for hiding in [
        "opacity:0",
        "font-size:0",
        "color:transparent",
        "clip-path:inset(100%)",
        "display:inline-block;text-indent:-9999px",
        "position:absolute;left:-9999px",
        "visibility:collapse",
        "display:block;height:0;overflow:hidden",
        "transform:scale(0)",
        "margin-left:-9999px",
        "filter:blur(5px)",
        "color:#fff",
        "color:white;background:#fefefe",
        "color:#111;background-color:currentcolor",
        "--c:#fff;color:var(--c)",
    ] {
        let by_rule = styled(&format!(".x{{{hiding}}}"), "<p>He was <span class=x>not </span>there.</p>");
        assert_eq!(by_rule.0, "He was there.", "{hiding}");
        let by_itself = styled("", &format!("<p>He was <span style='{hiding}'>not </span>there.</p>"));
        assert_eq!(by_itself.0, "He was there.", "{hiding}");
    }
    let (_, notes) = styled("", "<p>He was <span style='opacity:0'>not </span>there.</p>");
    assert_eq!(
        notes,
        [
            "The page’s style makes 3 characters invisible, which were left out, from “not” on: look at the page in a browser."
        ]
    );
}

#[test]
fn words_in_the_colour_of_what_lies_behind_them_are_no_text_where_that_is_sure() {
    let inside = "<p>He was <span class=x>not </span>there.</p>";
    let others = "</style><link rel=stylesheet href=a.css><style>";
    let unseen = [
        (".x{color:#fff}".to_owned(), inside),
        ("body{background:#000;color:#fff} .x{color:black}".to_owned(), inside),
        (
            ".y{background:#eee} .x{color:#eee}".to_owned(),
            "<p class=y>He was <b><span class=x>not </span></b>there.</p>",
        ),
        (
            ".y{background:#eee} .x{color:#eee}".to_owned(),
            "<p class=y>He was <b class=x><i>not </i></b>there.</p>",
        ),
        (format!("{others}.x{{color:#eee;background:#eee}}"), inside),
        (others.to_owned(), "<p style='background:#eee'>He was <b style='color:#eee'>not </b>there.</p>"),
        (String::new(), "<p bgcolor=white>He was <font color=ffffff>not </font>there.</p>"),
    ];
    for (style, inside) in unseen {
        let (text, notes) = styled(&style, inside);
        assert_eq!(text, "He was there.", "{style}");
        assert!(notes.iter().any(|note| note.contains("makes 3 characters invisible")), "{style}: {notes:?}");
    }
    // What may be otherwise is kept, and told.
    let doubtful = [
        (format!("body{{background:#fff}}{others}.x{{color:#fff}}"), inside),
        (others.to_owned(), "<p>He was <b style='color:#fff'>not </b>there.</p>"),
        (".x{color:#fff}".to_owned(), "<p>He was <img><span class=x>not </span>there.</p>"),
    ];
    for (style, inside) in doubtful {
        let (text, notes) = styled(&style, inside);
        assert_eq!(text, "He was not there.", "{style}");
        assert!(
            notes.iter().any(|note| note.contains("may set 3 characters in the colour")),
            "{style}: {notes:?}"
        );
    }
    let seen = [
        ".x{color:#fff;background:#000}".to_owned(),
        ".x{color:#fff;background:url(a.png)}".to_owned(),
        ".x{color:#fff;background:linear-gradient(red,blue)}".to_owned(),
        ".x{color:#fff;text-shadow:0 0 2px #000}".to_owned(),
        ".x{color:#fff;position:absolute}".to_owned(),
        ".x{color:#fff} section{background:#000;color:#ccc}".to_owned(),
        ".x{color:#fff} .dark .x{color:#000}".to_owned(),
        ".x{color:#fff} .x:hover{color:#000}".to_owned(),
        ".x{color:#ddd}".to_owned(),
        ".x{color:var(--c)} :root{--c:#fff} .dark{--c:#000}".to_owned(),
        format!("{others}.x{{color:#fff}}"),
    ];
    for style in seen {
        let (text, notes) = styled(&style, inside);
        assert_eq!(text, "He was not there.", "{style}");
        assert_eq!(notes, [""; 0], "{style}");
    }
}

#[test]
fn words_that_a_page_strikes_out_are_no_text_and_told() {
    for inside in [
        "He <del>stole</del> found it.",
        "He <s>stole</s> found it.",
        "He <span class=c>stole</span> found it.",
        "He <span style='text-decoration:line-through red'>stole</span> found it.",
    ] {
        let (text, notes) = styled(".c{text-decoration-line:line-through}", &format!("<p>{inside}</p>"));
        assert!(text.contains("He found it."), "{text}");
        let told =
            "The page strikes out 5 characters, which were left out, from “stole” on: it takes them back.";
        assert!(notes.iter().any(|note| note == told), "{inside}: {notes:?}");
    }
}

#[test]
fn words_that_may_appear_are_kept_and_told() {
    for (style, inside) in [
        (".x{opacity:0;transition:opacity 1s}", "<p class=x>He was there.</p>"),
        (".x{opacity:0} .x.seen{opacity:1}", "<p class=x>He was there.</p>"),
        (".x{opacity:0;animation:in 1s forwards}", "<p class=x>He was there.</p>"),
        ("", "<p style='opacity:0;transform:translateY(20px)'>He was there.</p>"),
        ("", "<p style='opacity:0' data-aos=fade-up>He was there.</p>"),
        (".x{opacity:0} .js .x{opacity:1}", "<p class=x>He was there.</p>"),
        (
            ".x{max-height:0;overflow:hidden;transition:max-height 1s}",
            "<div class=x><p>He was there.</p></div>",
        ),
        (".x{height:0;padding-bottom:50%;overflow:hidden}", "<div class=x><p>He was there.</p></div>"),
        (".x{color:transparent} .x{-webkit-background-clip:text}", "<p class=x>He was there.</p>"),
        (".x{font-size:0} .x p{font-size:1rem}", "<div class=x><p>He was there.</p></div>"),
        (
            ".x{visibility:hidden} .y{visibility:visible}",
            "<div class=x>gone<p class=y>He was there.</p></div>",
        ),
        (".x{color:transparent}", "<p class=x><a href=y>He was there.</a></p>"),
    ] {
        assert_eq!(styled(style, inside).0, "He was there.", "{style} {inside}");
    }
    let (_, notes) = styled("", "<p style='opacity:0' data-aos=fade-up>He was there.</p>");
    assert_eq!(
        notes,
        [
            "The page’s style hides 11 characters until a script shows them, which were kept, from “He was there.” on: see that a browser shows them."
        ]
    );
    // Each paragraph is small, and all of them are the article.
    let faint = format!(
        "<style>.x{{opacity:0}}</style><article><h1>T</h1>{}</article>",
        "<p class=x>The council said on Monday that nobody had been told of the leak.</p>".repeat(9)
    );
    let read = extract(faint.as_bytes(), MediaType::Html, Options::default()).unwrap();
    assert_eq!(read.text.unwrap().matches("leak").count(), 9);
    assert!(read.notes.iter().any(|note| note.contains("until a script shows them")), "{:?}", read.notes);
}

#[test]
fn words_that_a_style_sheet_adds_are_read_with_the_text() {
    let cases = [
        (".x::before{content:'not '}", "<p>He was <span class=x>there</span>.</p>", "He was not there."),
        (
            "article p .x:after { content: \" of\\66 ice\"; }",
            "<p>He was out<b class=x></b>.</p>",
            "He was out office.",
        ),
        (
            ".x::after{content:attr(data-x)}",
            "<p>Paid <span class=x data-x=' in full'>twice</span>.</p>",
            "Paid twice in full.",
        ),
        (
            ".x::before{content:'“'} .x::after{content:'”'}",
            "<p>He said <span class=x>yes</span>.</p>",
            "He said “yes”.",
        ),
        (".x::before{content:'Note';display:block}", "<p class=x>Seen.</p>", "Note\nSeen."),
        // Ornaments, signs of fonts, and what is hidden or set apart.
        (".x::before{content:'\\f101'} .x::after{content:' »'}", "<p class=x>Seen.</p>", "Seen."),
        (".x::before{content:'“';position:absolute}", "<p class=x>Seen.</p>", "Seen."),
        (".x::after{content:'.';visibility:hidden}", "<p class=x>Seen.</p>", "Seen."),
        (".x:hover::after{content:'Copy'}", "<p class=x>Seen.</p>", "Seen."),
        (".y .x::before{content:'not '}", "<p class=x>Seen.</p>", "Seen."),
        (".x::before{content:'not '} p.x::before{content:none}", "<p class=x>Seen.</p>", "Seen."),
        (".x::before{content:'not '} p.x::before{content:''}", "<p class=x>Seen.</p>", "Seen."),
        (".x::before{content:none!important} p.x::before{content:'not '}", "<p class=x>Seen.</p>", "Seen."),
        (
            "@layer y{p.x::before{content:none}} .x::before{content:'Not '}",
            "<p class=x>Seen.</p>",
            "Not Seen.",
        ),
    ];
    for (style, inside, wanted) in cases {
        let (text, notes) = styled(style, inside);
        assert_eq!(text, wanted, "{style}");
        let has_words = wanted != "Seen." && !wanted.contains('“');
        assert_eq!(
            notes.iter().any(|note| note.contains("puts words into the text")),
            has_words,
            "{notes:?}"
        );
    }
}

#[test]
fn words_that_a_style_sheet_may_add_are_told() {
    let inside = "<p>He was <span class='x md:x'>there</span>.</p>";
    for style in [
        "p:first-child .x::before{content:'not '}",
        "p :is(.x)::before{content:'not '}",
        "p{& .x::before{content:'not '}}",
        "@media (min-width:1px){.x::before{content:'not '}}",
        ".md\\:x::before{content:'not '} @media (min-width:1px){.x.x::before{content:''}}",
        ".x::before{content:'not '} p:first-child .x::before{content:none}",
    ] {
        let (text, notes) = styled(style, inside);
        assert_eq!(text, "He was there.", "{style}");
        assert_eq!(
            notes,
            [
                "The page’s style sheet may put words into the text that are not in it here: “not”. See whether a browser shows them."
            ],
            "{style}"
        );
    }
    // Marks of quotation on what is not known are none of these.
    let marks = ".y :where(blockquote p:first-of-type)::before, .y :where(i)::after{content:open-quote}";
    assert_eq!(styled(marks, inside), ("He was there.".into(), Vec::<String>::new()));
    let many: String = (0..70).map(|_| ".x::before{content:'so '}").collect();
    let (text, notes) = styled(&format!("{many} .x::before{{content:'not '}}"), inside);
    assert_eq!(text, "He was so there.");
    assert!(notes.iter().any(|note| note.contains("not all were looked at")), "{notes:?}");
    let pictures: String = (0..3000).map(|at| format!(".fa-{at}::before{{content:'\\f001'}}")).collect();
    let (text, notes) = styled(&format!("{pictures} .x::before{{content:'not '}}"), inside);
    assert_eq!((text.as_str(), notes.len()), ("He was not there.", 1));
}

#[test]
fn words_amid_a_line_that_another_style_sheet_may_show_are_told() {
    let told = |style: &str, inside: &str| {
        let (text, notes) = styled(&format!("@import 'x.css'; {style}"), inside);
        assert_eq!(text, "He was there.", "{style}");
        notes.join(" ")
    };
    let inside = "<p>He was <b class='h s'>not </b>there.</p>";
    for style in [".h{display:none}", ".h{visibility:hidden}"] {
        let notes = told(style, inside);
        assert!(notes.contains("may show them: “not”. See whether"), "{notes}");
    }
    let beside = "<p>He was <i>there</i><span class=h> no more</span>.</p>";
    assert!(told(".h{display:none}", beside).contains("“no more”"));
    // Readers of screens, a box of its own, signs, and what no other sheet can show.
    let apart = ".h{position:absolute;clip:rect(0,0,0,0)}";
    for (style, inside) in [
        (apart, inside),
        (".h{display:none}", "<p>He was there.</p><div class=h>Menu</div>"),
        (".h{display:none}", "<p>He was there<span class=h> »</span>.</p>"),
        ("", "<p>He was <b style='display:none'>not </b>there.</p>"),
    ] {
        assert_eq!(told(style, inside), "", "{style} {inside}");
    }
    assert_eq!(styled(".h{display:none}", inside).1, Vec::<String>::new());
}

#[test]
fn quotations_have_the_marks_that_browsers_put_around_them() {
    let of = |inside: &str| styled("", inside).0;
    assert_eq!(of("<p>He said <q>yes, <q>never</q></q>.</p>"), "He said “yes, ‘never’”.");
    assert_eq!(of("<p lang=fr-FR>Il a dit <q>oui</q>.</p>"), "Il a dit «oui».");
    assert_eq!(of("<p lang=de>Er sagte <q>ja</q>.</p>"), "Er sagte „ja“.");
    assert_eq!(of("<p lang=zh-Hant>他說<q>好</q>。</p>"), "他說「好」。");
    assert_eq!(
        of("<p>He said “<q>yes</q>” and <q>“no”</q>.</p>"),
        "He said “yes” and “no”.",
        "its own marks"
    );
    assert_eq!(styled("q::before, q::after{content:none}", "<p>He said <q>yes</q>.</p>").0, "He said yes.");
    assert_eq!(styled("q{quotes:none}", "<p>He said <q>yes</q>.</p>").0, "He said yes.");
    assert_eq!(styled("html{quotes:'«' '»'}", "<p>He said <q>yes</q>.</p>").0, "He said «yes».");
    let notes = styled("", "<p>He said <q>yes</q>.</p>").1;
    assert_eq!(notes.len(), 1, "{notes:?}");
}

#[test]
fn the_shadow_of_an_element_is_read_in_its_place() {
    let (text, _) = styled(
        "",
        "<div><template shadowrootmode=open><p>In the shadow.</p></template></div><template><p>Never.</p></template>",
    );
    assert_eq!(text, "In the shadow.");
}
