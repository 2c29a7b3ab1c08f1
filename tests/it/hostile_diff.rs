//! A comparison of texts that would like to be markup, or to act on a terminal, and of more changes than a
//! comment can hold.
#![cfg(feature = "git")]
use crate::common::Run;
use crate::common::git::Repo;
use ibid::fold::is_bidi_control;
use ibid::quoting::toml_string;
use ibid::render::visible::width;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::fmt::Write as _;

/// What others may write into any of our fields.
const HOSTILE: [&str; 14] = [
    "</details></summary><script>alert(1)</script>",
    "<img src=x onerror=alert(1)> <!-- hidden",
    "```\n# a heading\n```",
    "~~~ & &lt;b&gt; &copy;",
    "@someone and @org/team in #1, GH-12, org/repo#3",
    "[a](javascript:alert(1)) ![b](https://evil.example/b.png) [c]: https://evil.example",
    "https://evil.example www.evil.example <http://evil.example> a@evil.example",
    "| a | b |\n|---|---|\n| c | d |",
    "- item\n1. item\n> quote\n    code\n---\n===",
    "\u{1b}[31mred\u{1b}[0m \u{1b}]8;;https://evil.example\u{7}link\u{1b}]8;;\u{7} \u{9b}2J",
    "\u{202e}desrever\u{202c} \u{2066}isolate\u{2069} \u{200b}\u{feff}",
    "**bold** _it_ ~~gone~~ `code` $x$ :tada: \\",
    "[-removed-] {+added+} </del></ins>",
    "::error file=a::pwned\r\nnothing changed",
];

/// A repository whose every text is hostile, in two states of which the second differs in all of it.
fn repository() -> Repo {
    let repo = Repo::with_ibid();
    write(&repo, "before");
    repo.commit("Begin");
    repo.remove("claims");
    write(&repo, "after");
    repo
}

fn write(repo: &Repo, word: &str) {
    let all = format!("{word} {}", HOSTILE.join(" "));
    let title =
        format!("title = {}\npublisher = {}\n", toml_string(&all), toml_string(&format!("{word} </b>")));
    repo.source("hostile", &title, &format!("{all}\n"));
    repo.source(&format!("came-or-went-{word}"), &title, "Nothing.\n");
    for (number, text) in HOSTILE.iter().enumerate() {
        let said = toml_string(&format!("{word} {text}"));
        let quote = |exact: &str| {
            format!(
                "\n[[claim.quote]]\nsource = \"hostile\"\nexact = {exact}\nspeaker = {said}\nnote = {said}\n"
            )
        };
        let mut claims = String::new();
        for id in [toml_string(&format!("claim-{number}")), toml_string(&format!("Bad {text}"))] {
            let about =
                format!("verdict = {said}\ntags = [{said}]\nnote = {said}\nextra = {{ {said} = {said} }}\n");
            write!(claims, "[[claim]]\nid = {id}\ntext = {said}\n{about}{}\n", quote(&toml_string(text)))
                .unwrap();
        }
        write!(claims, "[[claim]]\nid = \"{word}-{number}\"\ntext = {said}\n{}", quote(&said)).unwrap();
        repo.write(&format!("claims/{word}/{number} [x](y) `z` @someone #1.toml"), claims);
    }
    repo.write(
        "claims/long.toml",
        format!(
            "[[claim]]\nid = \"long\"\ntext = {}\n{}",
            toml_string(&format!("{word} a").repeat(5_000)),
            "[[claim.quote]]\nsource = \"hostile\"\nexact = \"x\"\n"
        ),
    );
}

fn told(repo: &Repo, args: &[&str]) -> String {
    let Run { status, stdout, stderr } = repo.ibid(args);
    assert_eq!((status, stderr.as_str()), (0, ""), "{args:?}");
    stdout
}

/// Every way to tell of the two states.
fn ways() -> Vec<Vec<&'static str>> {
    let diffs = ["human", "markdown", "json"].map(|format| vec!["diff", "HEAD", "--format", format]);
    let reports = ["human", "markdown", "json"].map(|format| vec!["report", "--format", format]);
    let parts = ["claims", "quotes", "sources", "verdicts"]
        .map(|part| vec!["diff", "HEAD", "--format", "markdown", "--only", part]);
    diffs.into_iter().chain(reports).chain(parts).collect()
}

#[test]
fn nothing_acts_on_a_terminal_or_forges_a_line_in_any_format() {
    let repo = repository();
    for args in ways() {
        let acts = |c: &char| c.is_control() && *c != '\n' || is_bidi_control(*c);
        let text = told(&repo, &args);
        assert_eq!(text.chars().find(acts), None, "{args:?}");
        let is_forged = |line: &&str| line.starts_with("::") || *line == "nothing changed";
        assert_eq!(text.lines().find(is_forged), None, "{args:?}");
    }
    repo.commit("Be hostile @someone \u{1b}[31m \u{202e}");
    for format in ["human", "json"] {
        let acts = |c: &char| c.is_control() && *c != '\n' || is_bidi_control(*c);
        assert_eq!(told(&repo, &["log", "claim-1", "--format", format]).chars().find(acts), None, "{format}");
    }
}

/// The tags that the comparison writes itself.
const OWN_TAGS: [&str; 8] = ["<del>", "</del>", "<ins>", "</ins>", "<sub>", "</sub>", "<code>", "</code>"];

/// What a code host makes of Markdown: its own extensions, and none that we do not write against.
fn events(markdown: &str) -> Vec<Event<'_>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    Parser::new_ext(markdown, options).collect()
}

fn is_own_block(html: &str) -> bool {
    let html = html.trim();
    let summary = html.strip_prefix("<details><summary>").and_then(|rest| rest.strip_suffix("</summary>"));
    html.is_empty() || html == "</details>" || summary.is_some_and(|title| !title.contains(['<', '>']))
}

/// Checks that a comment is inert: no markup, link or mention but what `ibid` writes, all tags in pairs.
fn check_inert(markdown: &str) {
    let (mut open, mut folds) = (Vec::new(), 0_i32);
    for event in events(markdown) {
        match event {
            Event::Html(html) => {
                assert!(is_own_block(&html), "{html}");
                folds += i32::from(html.contains("<details>")) - i32::from(html.contains("</details>"));
                assert!((0..=1).contains(&folds), "folds are never one in the other");
            }
            Event::InlineHtml(html) if html.as_ref() == "<!-- -->" => {}
            Event::InlineHtml(html) => {
                assert!(OWN_TAGS.contains(&html.as_ref()), "{html}");
                match html.strip_prefix("</") {
                    Some(name) => assert_eq!(open.pop(), Some(format!("<{name}"))),
                    None => open.push(html.to_string()),
                }
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(dest_url.starts_with("claims/") || dest_url.starts_with("sources/"), "{dest_url}");
            }
            Event::Start(
                tag @ (Tag::Image { .. }
                | Tag::Table(_)
                | Tag::CodeBlock(_)
                | Tag::BlockQuote(_)
                | Tag::Strikethrough
                | Tag::Emphasis),
            ) => panic!("{tag:?}"),
            Event::InlineMath(math) | Event::DisplayMath(math) => panic!("{math}"),
            Event::Rule | Event::TaskListMarker(_) | Event::FootnoteReference(_) => panic!("{event:?}"),
            Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                assert!(open.is_empty(), "{open:?} is closed where it began");
            }
            _ => {}
        }
    }
    assert_eq!((folds, open.as_slice()), (0, &[][..]));
    assert!(markdown.lines().all(|line| !line.trim_end().ends_with(" \\")), "no line runs into the next");
}

/// Signs that a host makes links or mentions of, outside code; a comment parts what people wrote of them.
fn check_no_signs(markdown: &str) {
    let outside_code: String = markdown.replace("\\`", "").split('`').step_by(2).collect();
    let texts = outside_code.replace("](claims/", "").replace("](sources/", "");
    for sign in ["@someone", "@org", "#1,", "#12", "#3", "GH-12", "https://", "http://", "www.evil", ":tada:"]
    {
        assert!(!texts.contains(sign), "{sign}: {}", texts.lines().find(|line| line.contains(sign)).unwrap());
    }
}

#[test]
fn a_comment_is_inert_and_balanced() {
    let repo = repository();
    for args in ways().iter().filter(|args| args[0] == "diff" && args.contains(&"markdown")) {
        let markdown = told(&repo, args);
        check_inert(&markdown);
        check_no_signs(&markdown);
    }
    let back = repo.commit("Be hostile");
    let markdown = told(&repo, &["diff", &back, "HEAD~1", "--format", "markdown"]);
    check_inert(&markdown);
    check_no_signs(&markdown);
}

#[test]
fn people_see_no_line_that_is_wider_than_the_page() {
    let repo = repository();
    for line in told(&repo, &["diff", "HEAD"]).lines() {
        assert!(width(line) <= 80 || line.trim_start().contains("claims/"), "{line}");
    }
}

/// A claim that stands for nothing but its number.
fn numbered(number: usize, word: &str) -> String {
    format!(
        "[[claim]]\nid = \"claim-{number:05}\"\ntext = \"The {word} claim of number {number}, in some more words.\"\n\n\
         [[claim.quote]]\nsource = \"s\"\nexact = \"numbered {word}\"\n\n"
    )
}

#[test]
fn thousands_of_changes_fit_into_a_comment_that_says_what_was_cut() {
    let repo = Repo::with_ibid();
    repo.source("s", "title = \"S\"", "numbered before, and no more.\n");
    let all = |word: &str| (0..1000).map(|number| numbered(number, word)).collect::<String>();
    repo.write("claims/a.toml", all("before"));
    repo.commit("Begin");
    repo.write(
        "claims/a.toml",
        all("after").replace("exact = \"numbered after\"", "exact = \"nowhere to be found\""),
    );
    let markdown = told(&repo, &["diff", "--format", "markdown"]);
    assert!(markdown.encode_utf16().count() < 65_536, "{}", markdown.encode_utf16().count());
    assert!(markdown.starts_with("### ibid: 1000 claims reworded, 1000 newly failing\n"));
    check_inert(&markdown);
    let cut: Vec<&str> = markdown.lines().filter(|line| line.contains("left out because")).collect();
    let shown = |lead: &str| markdown.lines().filter(|line| line.starts_with(lead)).count();
    let left: usize = cut.iter().map(|line| line.split(' ').nth(3).unwrap().parse::<usize>().unwrap()).sum();
    assert_eq!(shown("- **claim-") + shown("- **changed**") + left, 2000, "{cut:?}");
    assert!(shown("- **claim-") > 100, "what newly fails comes first");
    let json = told(&repo, &["diff", "--format", "json"]);
    assert_eq!(
        json.matches("\"change\": \"changed\"").count(),
        2000,
        "programs are told all: claims and quotes"
    );
}
