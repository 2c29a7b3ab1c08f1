//! The whole state as a document: what people read of a repository with every status, and that nothing
//! which others wrote acts in it.

use crate::common::readers::decoded;
use crate::common::{Run, ibid, initialized, write};
use ibid::digest::Digest;
use ibid::render::markdown;
use ibid::render::visible::{visible, width};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const FRENCH: &str = "Le ministre a parlé d’« une erreur ». Il n’a pas dit où.\n\n\
    Environ 2500 soldats sont là. Le porte-parole a refusé de répondre.\n\n\
    Le soir, le porte-parole a refusé de répondre.\n";
const ARABIC: &str = "رفضت الحكومة الاتفاق الذي وقعه الوزير يوم الاثنين في العاصمة.\n";
const CHINESE: &str = "水库的水位在三月上升了百分之十二，居民已经撤离。\n";
const HOSTILE: &str = "Before. He said </details> <script>alert(1)</script> | x | to @someone in #12, \
    see [a](javascript:alert(1)) and ![b](https://evil.example/b.png) or https://evil.example/ now, \
    \u{1b}[31mRed\u{1b}[0m and \u{202e}reversed. `code` *bold* _it_ :tada: $x$ &lt;b&gt; <!-- no -->\n";

/// A record with one capture, `2025-12-08.txt`, and lines of its own before it.
fn record(lines: &str, text: &str) -> String {
    format!(
        "{lines}\n[[capture]]\nfile = \"2025-12-08.txt\"\nsha256 = \"{}\"\ncaptured = 2025-12-08T10:00:00Z\n",
        Digest::of(text.as_bytes())
    )
}

const CLAIMS: &str = r#"
[[claim]]
id = "erreur"
text = """
The minister spoke of
a mistake."""
verdict = "supported"
tags = ["pakistan", "defence"]
note = "Checked twice."
extra = { checked_by = "Ana", pages = [4, 5] }

[[claim.quote]]
source = "le-discours"
exact = "une erreur"
within = "Le ministre a parlé d’« une erreur »"
speaker = "le ministre de la Défense"
translation = "a mistake"
note = "He repeated it in the evening."

[[claim.quote]]
source = "le-discours"
exact = ["Le ministre a parlé", "une erreur"]
stance = "context"

[[claim]]
id = "refused"
text = "The spokesman would not answer."

[[claim.quote]]
source = "le-discours"
exact = "porte-parole a refusé de répondre"

[[claim.quote]]
source = "le-discours"
exact = "e porte-parole a refusé de répondre"
within = "Le porte-parole a refusé de répondre"

[[claim]]
id = "soldiers"
text = "There are soldiers."

[[claim.quote]]
source = "le-discours"
exact = "Environ 250"

[[claim]]
id = "typed"
text = "The minister spoke of a mistake, typed by hand."

[[claim.quote]]
source = "le-discours"
exact = "Le ministre a parlé d'« une erreur »"

[[claim]]
id = "agreement"
text = "وافقت الحكومة على الاتفاق"
note = "رفضت"

[[claim.quote]]
source = "al-ittifaq"
exact = "رفضت الحكومة الاتفاق الذي وقعه الرئيس يوم الاثنين"
speaker = "وزير الخارجية"
stance = "refutes"

[[claim]]
id = "reservoir"
text = "The water rose."
verdict = "supported"

[[claim.quote]]
source = "shuiku"
exact = "水库的水位在三月上升了"
translation = "the reservoir rose in March"

[[claim]]
id = "invented"
text = "They are leaving."

[[claim.quote]]
source = "le-discours"
exact = "Nous quitterons le pays demain matin avec tous nos amis"

[[claim]]
id = "gone"
text = "The capture of this one is not there."

[[claim.quote]]
source = "lost"
exact = "whatever was in it"

[[claim]]
id = "nowhere"
text = "This one cites nothing that is stored."

[[claim.quote]]
source = "le-discour"
exact = "une erreur"

[[claim]]
id = "rose-short"
text = "A claim that stands with a warning."

[[claim.quote]]
source = "shuiku"
exact = "已经撤离"
"#;

const HOSTILE_CLAIMS: &str = r##"
[[claim]]
id = "hostile"
text = "</details> <img src=x onerror=alert(1)> | x | @someone #12 GH-12 [a](javascript:alert(1)) \u001B[31m \u202E www.evil.example <http://evil.example>"
verdict = "supported"
tags = ["| x |", "@someone", "</details>"]
note = """
# A heading
1. a list
> a quote
```
a fence
"""
extra = { "<b>" = "[x]: https://evil.example", "@key" = "- item" }

[[claim.quote]]
source = "hostile"
exact = "He said </details> <script>alert(1)</script> | x | to @someone in #12, see [a](javascript:alert(1)) and ![b](https://evil.example/b.png) or https://evil.example/ now"
speaker = "mail@evil.example </summary>"
translation = "<a href=\"https://evil.example\">`x` **y**</a> &copy; :tada: $x$"
note = "# @someone \u202E"

[[claim.quote]]
source = "hostile"
exact = "He said </details> <script>alert(2)</script> | y | to @someone else in #13, see [a](javascript:alert(1))"

[[claim]]
id = "Bad \"id\" </a> | `x` @someone"
text = "An id that is none."

[[claim.quote]]
source = "hostile"
exact = "Before. He said"

[[claim]]
text = "A claim without an id."

[[claim.quote]]
source = "../`x` @someone"
exact = "Before. He said"
"##;

/// A repository with every status that there is, and with what wants to act.
fn sample() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, content: &str| write(folder.path(), path, content);
    let french = "title = \"Le discours\"\nauthor = [\"A. Durand\", \"B. Petit\"]\npublisher = \"Le Quotidien\"\n\
        url = \"https://quotidien.example/a?b=1&copy=2\"\npublished = \"2025-12\"\nlanguage = \"fr\"\n\
        extra = { desk = \"Asia\" }\n";
    let hostile = "title = \"<b>T</b> | [x](https://evil.example) @someone\"\nurl = \"javascript:alert(1)\"\n\
        publisher = \"</details>\\u001B[31m\"\n";
    let stored = [
        ("le-discours", french, FRENCH),
        ("al-ittifaq", "title = \"رفض الاتفاق\"\nlanguage = \"ar\"\n", ARABIC),
        ("shuiku", "title = \"水库\"\nlanguage = \"zh-Hans\"\n", CHINESE),
        ("hostile", hostile, HOSTILE),
        ("lost", "title = \"Lost\"\n", "whatever was in it\n"),
        ("uncited", "title = \"Nobody cites it\"\n", "some words\n"),
    ];
    for (id, lines, text) in stored {
        write(&format!("sources/{id}/source.toml"), &record(lines, text));
        write(&format!("sources/{id}/2025-12-08.txt"), text);
    }
    fs::remove_file(folder.path().join("sources/lost/2025-12-08.txt")).unwrap();
    write("sources/uncited/2025-12-08.txt", "other words\n");
    write("sources/uncited/odd | `name` @someone.txt", "x\n");
    write("ibid.toml", "format = 1\n");
    write("claims/a.toml", CLAIMS);
    write("claims/b/odd (`) # [x](y) @someone.toml", HOSTILE_CLAIMS);
    write(
        "claims/twice.toml",
        "[[claim]]\nid = \"erreur\"\ntext = \"Again.\"\n\n[[claim.quote]]\nsource = \"le-discours\"\nexact = \"une erreur\"\n",
    );
    write("claims/broken.toml", "[[claim]]\nid = <script>@someone\n");
    folder
}

fn report(format: &str) -> String {
    let Run { status, stdout, stderr } = ibid(sample().path(), &["report", "--format", format]);
    assert_eq!((status, stderr.as_str()), (0, ""), "a report is no judgement");
    stdout
}

#[test]
fn people_read_every_claim_and_source() {
    insta::assert_snapshot!("report.human", report("human"));
}

#[test]
fn code_hosts_show_every_claim_and_source() {
    insta::assert_snapshot!("report.markdown", report("markdown"));
}

#[test]
fn the_sample_has_every_status_that_there_is_now() {
    let json: serde_json::Value = serde_json::from_str(&report("json")).unwrap();
    for status in ["stands", "ambiguous", "cut", "variant", "altered", "absent", "unchecked", "invalid"] {
        assert!(json["summary"][status].as_u64().unwrap() > 0, "{status}");
    }
}

#[test]
fn json_is_that_of_verify() {
    let folder = sample();
    let verified = ibid(folder.path(), &["verify", "--format", "json"]);
    let reported = ibid(folder.path(), &["report", "--format", "json"]);
    assert_eq!((verified.status, reported.status), (1, 0));
    assert_eq!(verified.stdout, reported.stdout);
}

#[test]
fn no_line_is_wider_than_the_page_but_for_what_would_be_useless_broken() {
    for line in report("human").lines() {
        let is_whole =
            ["claims/", "sources/", "sha256", " = \"", "-> "].iter().any(|part| line.contains(part));
        assert!(is_whole || width(line) <= 80, "{line}");
    }
}

#[test]
fn no_format_sends_anything_raw() {
    for format in ["human", "markdown", "json"] {
        let acts = |c: &char| c.is_control() && *c != '\n' || ibid::fold::is_bidi_control(*c);
        assert_eq!(report(format).chars().find(acts), None, "{format}");
    }
}

#[test]
fn a_report_goes_to_a_file_and_never_over_what_people_keep() {
    let folder = sample();
    let written = ibid(folder.path(), &["report", "--format", "markdown", "-o", "report.md"]);
    assert_eq!((written.status, written.stdout.as_str()), (0, ""));
    assert_eq!(fs::read_to_string(folder.path().join("report.md")).unwrap(), report("markdown"));
    let refused = ibid(folder.path(), &["report", "-o", "claims/a.toml"]);
    assert_eq!(refused.status, 2);
    assert_eq!(fs::read_to_string(folder.path().join("claims/a.toml")).unwrap(), CLAIMS);
}

#[test]
fn how_an_altered_quote_differs_is_told_also_where_its_rule_is_off() {
    let folder = sample();
    let config = "format = 1\n[rules]\nquote-altered = \"off\"\nquote-ambiguous = \"off\"\n";
    fs::write(folder.path().join("ibid.toml"), config).unwrap();
    let human = ibid(folder.path(), &["report"]).stdout;
    assert!(human.contains("differs     رفضت الحكومة الاتفاق الذي وقعه [-الرئيس-]{+الوزير+}"), "{human}");
    assert!(human.contains("place       sources/le-discours/2025-12-08.txt:5:13\n"), "{human}");
    let markdown = ibid(folder.path(), &["report", "--format", "markdown"]).stdout;
    assert!(markdown.contains("<del>الرئيس</del><ins>الوزير</ins>"), "{markdown}");
}

#[test]
fn one_claim_can_be_reported() {
    let run = ibid(sample().path(), &["report", "soldiers", "--format", "markdown"]);
    assert!(run.stdout.contains("claim-soldiers") && !run.stdout.contains("claim-erreur"));
    assert_eq!(ibid(sample().path(), &["report", "no-such-claim"]).status, 2);
}

/// What a reader of Markdown makes of a document: its tags, its links, and its runs of plain text.
#[derive(Default)]
struct Read {
    tags: BTreeSet<String>,
    links: Vec<String>,
    texts: Vec<String>,
}

/// Everything that some host makes of Markdown, but for other quotation marks, which no code host makes.
fn extensions() -> Options {
    Options::all().difference(Options::ENABLE_SMART_PUNCTUATION)
}

fn read(markdown: &str) -> Read {
    let mut read = Read::default();
    let mut text = String::new();
    let mut is_code = false;
    for event in Parser::new_ext(markdown, extensions()) {
        if let Event::Text(part) = &event {
            if !is_code {
                text.push_str(part);
            }
            continue;
        }
        read.texts.push(std::mem::take(&mut text));
        match event {
            Event::Html(tag) | Event::InlineHtml(tag) => {
                read.tags.insert(tag.trim().to_owned());
            }
            Event::Start(Tag::Link { dest_url, .. }) => read.links.push(dest_url.to_string()),
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Start(
                tag @ (Tag::Image { .. }
                | Tag::Emphasis
                | Tag::Strikethrough
                | Tag::Table(_)
                | Tag::FootnoteDefinition(_)
                | Tag::MetadataBlock(_)),
            ) => panic!("markup: {tag:?}"),
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::Rule => {
                panic!("markup: {event:?}")
            }
            _ => {}
        }
    }
    read.texts.push(text);
    read
}

#[test]
fn nothing_that_others_wrote_acts() {
    let markdown = report("markdown");
    let read = read(&markdown);
    let ours = [
        "<!-- -->",
        "</a>",
        "<code>",
        "</code>",
        "<del>",
        "</del>",
        "<ins>",
        "</ins>",
        "</details>",
        "<span dir=\"rtl\">",
        "</span>",
        "<strong>",
        "</strong>",
    ];
    let is_anchor = |tag: &str| {
        let name = tag.strip_prefix("<a id=\"").and_then(|rest| rest.strip_suffix("\">"));
        name.is_some_and(|name| name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~/".contains(&b)))
    };
    let is_fold = |tag: &str| {
        let head = tag.strip_prefix("<details><summary>Cited here by ");
        head.is_some_and(|rest| rest.ends_with(" claims</summary>") && rest.len() < 30)
    };
    for tag in &read.tags {
        assert!(ours.contains(&tag.as_str()) || is_anchor(tag) || is_fold(tag), "{tag}");
    }
    for link in &read.links {
        let is_own = ["#claim-", "#source-", "#findings-elsewhere", "claims/", "sources/"]
            .iter()
            .any(|start| link.starts_with(start));
        assert!(is_own || link == "https://quotidien.example/a?b=1&copy=2", "{link}");
    }
    for text in &read.texts {
        let follows = |sign: char, is_next: fn(char) -> bool| {
            text.match_indices(sign).any(|(at, _)| text[at + 1..].starts_with(is_next))
        };
        assert!(!follows('@', |c| !c.is_whitespace()), "a mention: {text}");
        assert!(!follows('#', char::is_alphanumeric), "a reference: {text}");
        for sign in ["://", "www.", ":tada:", "GH-1"] {
            assert!(!text.contains(sign), "{text}");
        }
    }
}

#[test]
fn marks_of_a_source_set_no_words_off() {
    let folder = initialized();
    let text = |mark: &str| format!("Le ⟧{mark}ministre a reconnu hier une erreur assez grave.\n");
    for (title, mark) in [("Marked", "⟦"), ("Plain", "")] {
        fs::write(folder.path().join("a.txt"), text(mark).replace('⟧', mark)).unwrap();
        assert_eq!(ibid(folder.path(), &["add", "a.txt", "--title", title]).status, 0);
        let source = title.to_lowercase();
        let cite = ["cite", &*source, "reconnu hier une erreur", "--claim", &*source, "--text", "T"];
        assert_eq!(ibid(folder.path(), &cite).status, 0);
    }
    let told = ibid(folder.path(), &["report", "--format", "markdown"]).stdout;
    assert_eq!((told.matches("<strong>").count(), told.matches("</strong>").count()), (1, 1), "{told}");
}

#[test]
fn every_anchor_is_unique_and_every_link_within_the_document_leads_to_one() {
    let read = read(&report("markdown"));
    let markdown = report("markdown");
    let anchors: Vec<&str> =
        markdown.split("<a id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let distinct: BTreeSet<&str> = anchors.iter().copied().collect();
    assert_eq!(distinct.len(), anchors.len());
    for link in read.links.iter().filter_map(|link| link.strip_prefix('#')) {
        assert!(distinct.contains(link), "{link}");
    }
}

#[test]
fn every_link_to_a_file_leads_to_one() {
    let folder = sample();
    let read = read(&report("markdown"));
    let files = read.links.iter().filter(|link| link.starts_with("claims/") || link.starts_with("sources/"));
    let mut seen = 0;
    for link in files.filter(|link| !link.contains("lost/2025")) {
        let path = decoded(link.split('#').next().unwrap());
        assert!(Path::new(&folder.path().join(&path)).is_file(), "{path}");
        seen += 1;
    }
    assert!(seen > 30, "{seen}");
}

#[test]
fn a_document_has_every_finding_of_the_run() {
    let json: serde_json::Value = serde_json::from_str(&report("json")).unwrap();
    let findings = json["findings"].as_array().unwrap();
    let (human, markdown) = (report("human"), report("markdown"));
    let mut counts = std::collections::BTreeMap::new();
    for finding in findings {
        *counts.entry(finding["rule"].as_str().unwrap()).or_insert(0) += 1;
    }
    for (rule, count) in counts {
        let mut head = String::new();
        write!(head, "[{rule}]:").unwrap();
        assert_eq!(human.matches(&head).count(), count, "{rule}");
        assert_eq!(markdown.matches(&format!("** `{rule}`:")).count(), count, "{rule}");
    }
}

/// The plain text and the code of a document that has nothing else but our breaks; `None` otherwise.
fn inert(markdown: &str) -> Option<String> {
    let mut shown = String::new();
    for event in Parser::new_ext(markdown, extensions()) {
        match event {
            Event::Text(text) | Event::Code(text) => shown.push_str(&text),
            Event::InlineHtml(tag) if [markdown::BREAK, "<code>", "</code>"].contains(&tag.as_ref()) => {}
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            _ => return None,
        }
    }
    Some(shown)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_shown_as_it_is_and_nothing_else(words in "[-a-cW1.@#:/!<>&;*_`~|$+=^(){}\\[\\]\\\\ \"'\n\u{1b}é]{1,24}") {
        let shown = visible(words.trim());
        prop_assume!(!shown.is_empty());
        prop_assert_eq!(inert(&markdown::text(words.trim())), Some(shown.clone()));
        let quoted = format!("“{}”", markdown::text(words.trim()));
        prop_assert_eq!(inert(&quoted), Some(format!("“{shown}”")));
        let coded = format!("x {} x", markdown::code(&words));
        prop_assert_eq!(inert(&coded), Some(format!("x {} x", visible(&words))));
    }
}
