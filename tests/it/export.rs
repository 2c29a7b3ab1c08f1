//! What is handed to other programs: every export is read again by other means than those that wrote it, says what
//! the sources say, and nothing in it acts.

use crate::common::{Run, copy, ibid, initialized, read, write};
use ibid::digest::Digest;
use ibid::fragment::{Page, parse};
use ibid::text::Text;
use pulldown_cmark::{Event, Parser, Tag};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use unicode_segmentation::UnicodeSegmentation as _;
use walkdir::WalkDir;

/// A repository with every kind of quote and source, some of them hostile, one broken.
const REPOSITORY: &str = "tests/export";

fn export(args: &[&str]) -> Run {
    ibid(Path::new(REPOSITORY), &[&["export"], args].concat())
}

fn exported(args: &[&str]) -> Value {
    export(args).json()
}

/// Every stored text by its name.
fn texts() -> HashMap<String, String> {
    let files = WalkDir::new(format!("{REPOSITORY}/sources")).into_iter().map(Result::unwrap);
    let texts = files.filter(|file| file.path().extension().is_some_and(|end| end == "txt"));
    let read = |file: walkdir::DirEntry| {
        let text = fs::read_to_string(file.path()).unwrap();
        (Digest::of(text.as_bytes()).named_information(), text)
    };
    texts.map(read).collect()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("no {key} in {value}"))
}

fn items(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

#[test]
fn exports_are_what_they_were() {
    for (name, args) in [
        ("annotations", &["annotations", "erreur", "accounts", "coast"][..]),
        ("claimreview", &["claimreview"]),
        ("links.human", &["links"]),
        ("links.markdown", &["links", "--format", "markdown"]),
        ("links.csv", &["links", "--format", "csv"]),
        ("links.json", &["links", "erreur", "letter", "--format", "json"]),
    ] {
        let Run { status, stdout, stderr } = export(args);
        insta::assert_snapshot!(name, format!("{stdout}\n== exit {status}\n{stderr}"));
    }
}

#[test]
fn positions_and_surroundings_lead_back_to_the_words() {
    let texts = texts();
    let collection = exported(&["annotations"]);
    let annotations = items(&collection["first"]["items"]);
    assert_eq!(collection["total"], annotations.len());
    let mut seen = 0;
    for target in annotations.iter().flat_map(|one| items(&one["target"])) {
        let words = &target["selector"][0];
        let [exact, prefix, suffix] =
            ["exact", "prefix", "suffix"].map(|key| words[key].as_str().unwrap_or(""));
        let Some(content) = texts.get(text(&target["source"], "id")) else {
            assert!(text(&target["source"], "id").starts_with("https://"));
            continue;
        };
        let place = &target["selector"][1];
        let [start, end] = ["start", "end"].map(|key| usize::try_from(place[key].as_u64().unwrap()).unwrap());
        let chars: Vec<char> = content.chars().collect();
        assert_eq!(chars[start..end].iter().collect::<String>(), exact);
        let whole = format!("{prefix}{exact}{suffix}");
        let around = &chars[start - prefix.chars().count()..end + suffix.chars().count()];
        assert_eq!(around.iter().collect::<String>(), whole);
        assert_eq!(content.matches(&whole).count(), 1, "{whole}");
        let bounds: BTreeSet<usize> = content.grapheme_indices(true).map(|(at, _)| at).collect();
        let at = content.find(&whole).unwrap();
        assert!(
            bounds.contains(&at)
                && (at + whole.len() == content.len() || bounds.contains(&(at + whole.len())))
        );
        seen += 1;
    }
    assert_eq!(seen, 23, "every segment of a quote that stands");
}

#[test]
fn moments_are_in_utc_and_days_are_spans() {
    let collection = exported(&["annotations"]);
    let annotations = items(&collection["first"]["items"]);
    let states: BTreeSet<String> = annotations
        .iter()
        .flat_map(|one| items(&one["target"]))
        .map(|target| {
            let [moment, start, end] = ["sourceDate", "sourceDateStart", "sourceDateEnd"]
                .map(|key| target["state"][key].as_str().unwrap_or("-"));
            format!("{moment} {start} {end}")
        })
        .collect();
    // 11:00 in Paris, and a day and a local time of which no zone is known.
    assert!(states.contains("2025-12-08T10:00:00Z - -"), "{states:?}");
    assert!(states.contains("- 2025-12-09T00:00:00Z 2025-12-09T23:59:59Z"), "{states:?}");
    assert_eq!(states.len(), 6, "{states:?}");
}

#[test]
fn identifiers_are_unique_and_hold_while_files_are_edited() {
    let folder = tempfile::tempdir().unwrap();
    copy(Path::new(REPOSITORY), folder.path());
    let ids = || {
        let out = ibid(folder.path(), &["export", "annotations"]).stdout;
        let collection: Value = serde_json::from_str(&out).unwrap();
        let items = items(&collection["first"]["items"]).iter().map(|item| text(item, "id").to_owned());
        items.collect::<Vec<_>>()
    };
    let before = ids();
    assert!(before[0].starts_with("https://desk.example/claims/accounts#quote-"), "{}", before[0]);
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), before.len());
    for file in ["claims/french.toml", "claims/others.toml"] {
        let path = folder.path().join(file);
        let claims = fs::read_to_string(&path).unwrap();
        fs::write(&path, format!("# A remark above.\n\n{claims}")).unwrap();
    }
    assert_eq!(ids(), before);
    fs::write(folder.path().join("ibid.toml"), "format = 1\n").unwrap();
    let bare = ids();
    assert!(bare.iter().all(|id| id.starts_with("urn:uuid:") && id.len() == 45));
    assert_eq!(bare.iter().collect::<BTreeSet<_>>().len(), before.len());
}

#[test]
fn links_lead_to_their_words_and_nowhere_else() {
    let report: Value = ibid(Path::new(REPOSITORY), &["report", "--format", "json"]).json();
    let quotes = items(&report["claims"]).iter().flat_map(|claim| items(&claim["quotes"]));
    let standing: Vec<&Value> = quotes.filter(|quote| quote["status"] == "stands").collect();
    let links = exported(&["links", "--format", "json"]);
    let links = items(&links["links"]);
    assert_eq!(links.len(), standing.len());
    let mut seen = 0;
    for (link, quote) in links.iter().zip(standing).filter(|(link, _)| link["short"].is_null()) {
        let (page, directives) = text(link, "link").split_once(":~:").unwrap();
        assert!(page.ends_with(if text(link, "source") == "le-discours" { "#top" } else { "#" }));
        assert!(directives.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"=.,_-%&".contains(&byte)));
        let directives = parse(directives);
        let segments = items(&quote["segments"]);
        assert_eq!(directives.len(), segments.len());
        for (directive, segment) in directives.iter().zip(segments) {
            let content =
                fs::read_to_string(format!("{REPOSITORY}/{}", text(&segment["location"], "path"))).unwrap();
            let content = Text::new(&content);
            let found = Page::new(&content).unwrap().find_only(directive);
            // What a browser passes over at the ends is in no directive.
            let words = |text: &'_ str| text.trim_matches(char::is_control).to_owned();
            let (found, expected) = (found.unwrap(), text(segment, "found"));
            assert_eq!(words(content.slice(found)), words(expected), "{directive}");
            let passed_over = expected.len() - expected.trim_start_matches(char::is_control).len();
            let start = segment["location"]["byte_start"].as_u64().unwrap();
            assert_eq!(found.start as u64, start + passed_over as u64);
            seen += 1;
        }
    }
    assert_eq!(seen, 19);
}

#[test]
fn what_does_not_stand_is_never_exported() {
    for args in [&["annotations"][..], &["claimreview"], &["links"], &["links", "--format", "csv"]] {
        let run = export(args);
        assert_eq!(run.status, 1);
        assert!(
            !run.stdout.contains("deux erreurs") && run.stderr.contains("`broken` (altered)"),
            "{}",
            run.stderr
        );
        assert_eq!(export(&[args, &["-q"]].concat()).stderr.lines().count(), 1, "that is told even quietly");
    }
    let reviews = exported(&["claimreview"]);
    let reviewed = items(&reviews["@graph"]).iter().map(|review| text(review, "claimReviewed"));
    let reviewed: Vec<&str> = reviewed.collect();
    assert!(!reviewed.contains(&"The minister spoke of two mistakes."), "a quote of it is broken");
    assert!(!reviewed.contains(&"The minister said nothing."), "its verdict is none");
    let run = export(&["links", "erreur"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let run = export(&["links", "claims/nothing.toml"]);
    assert_eq!(run.status, 2);
}

#[test]
fn nothing_is_written_over_what_people_keep() {
    let run = export(&["links", "-o", "claims/french.toml"]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("links.csv");
    let run = export(&["links", "--format", "csv", "-o", file.to_str().unwrap()]);
    assert_eq!(run.stdout, "");
    assert_eq!(fs::read_to_string(file).unwrap(), export(&["links", "--format", "csv"]).stdout);
}

const ALL: [&[&str]; 6] = [
    &["annotations"],
    &["claimreview"],
    &["links"],
    &["links", "--format", "markdown"],
    &["links", "--format", "csv"],
    &["links", "--format", "json"],
];

#[test]
fn hostile_text_is_inert_in_every_format() {
    for args in ALL {
        let Run { stdout, stderr, .. } = export(args);
        let acts = |c: char| {
            c.is_control() && c != '\n' && !(c == '\r' && args.contains(&"csv"))
                || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
        };
        assert!(!stdout.contains(acts) && !stderr.contains(acts), "{args:?}");
        assert!(stdout.contains("alert"), "the hostile quote is there: {args:?}");
        if stdout.starts_with('{') {
            assert!(
                !stdout.contains(['<', '>', '&']),
                "nothing ends the script that it is pasted into: {args:?}"
            );
        }
    }
    // The words themselves are all there.
    let reviews = exported(&["claimreview", "hostile"]);
    let quotation = text(&reviews["@graph"][0]["citation"][0], "text");
    assert!(quotation.starts_with("</script><script>alert(1)</script> and <!-- nothing -->"), "{quotation}");
}

#[test]
fn tables_are_read_again_and_calculate_nothing() {
    let out = export(&["links", "--format", "csv"]).stdout;
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let links = exported(&["links", "--format", "json"]);
    let links = items(&links["links"]);
    assert_eq!(rows.len(), links.len());
    for (row, link) in rows.iter().zip(links) {
        assert_eq!(row.len(), 14);
        assert_eq!((&row[0], &row[8]), (text(link, "claim"), link["link"].as_str().unwrap_or("")));
        assert_eq!((&row[9], &row[10]), (text(link, "claim_status"), text(link, "capture")));
        assert_eq!(
            (row[11].to_owned(), row[12].len()),
            (link["captured"].as_str().unwrap_or("").to_owned(), 64)
        );
        for cell in row {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%']), "{cell}");
        }
    }
    assert!(rows.iter().any(|row| &row[4] == "'=SUM(A1:A9) was written"));
}

#[test]
fn lists_in_markdown_have_no_markup_but_their_own() {
    let out = export(&["links", "--format", "markdown"]).stdout;
    let links = exported(&["links", "--format", "json"]);
    let expected: Vec<String> =
        items(&links["links"]).iter().filter_map(|link| Some(decoded(link["link"].as_str()?))).collect();
    let mut found = Vec::new();
    for event in Parser::new(&out) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => found.push(decoded(&dest_url)),
            Event::Html(html) | Event::InlineHtml(html) => assert_eq!(&*html, "<!-- -->"),
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Heading { .. }) => panic!("{event:?}"),
            _ => {}
        }
    }
    assert_eq!(found, expected);
}

/// An address without its percent-encoding, of which Markdown needs more.
fn decoded(address: &str) -> String {
    let encoded = address.replace("%2C", "\u{1}").replace("%2D", "\u{2}").replace("%26", "\u{3}");
    parse(&format!("text={}", encoded.replace(['&', '-', ','], "_")))[0].start.clone()
}

/// With a restricted source nothing is passed on but the words that the claims have.
#[test]
fn other_words_of_a_restricted_source_are_withheld() {
    let folder = tempfile::tempdir().unwrap();
    copy(Path::new(REPOSITORY), folder.path());
    let path = folder.path().join("sources/le-discours/source.toml");
    let record = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("access = \"restricted\"\n{record}")).unwrap();
    for args in ALL {
        let run = ibid(folder.path(), &[&["export"], args].concat());
        // What stands right beside quotes, in the directives and surroundings of the open source.
        for word in ["autre jour", "-un", "parl%C3%A9%20d%E2%80%99une-", "-.%20Il", "levée\n\n", "seul."] {
            assert!(!run.stdout.contains(word), "{args:?}: {word}");
        }
        assert!(run.stdout.contains("longé la côte de la mer"), "{args:?}");
    }
    let run = ibid(folder.path(), &["export", "links"]);
    assert!(run.stderr.contains("`le-discours` is restricted"), "{}", run.stderr);
    assert!(run.stdout.contains("nuit%20n%E2%80%99est%20pas%20oubli%C3%A9e"), "its own words lead to it");
}

#[test]
fn a_byte_order_mark_is_written_where_it_is_asked_for() {
    let plain = export(&["links", "--format", "csv"]);
    let marked = export(&["links", "--format", "csv", "--bom"]);
    assert_eq!(marked.stdout, format!("\u{FEFF}{}", plain.stdout));
    assert!(!plain.stdout.starts_with('\u{FEFF}') && plain.stdout.starts_with('"'));
    assert_eq!(export(&["links", "--format", "json", "--bom"]).status, 2);
}

/// A repository with a source of a few lines, its claims (each a quote, all supported) and levels of rules.
fn desk(levels: &str, quotes: &[(&str, &str)]) -> TempDir {
    const TEXT: &str = "Le ministre n’a pas reconnu une erreur. Environ 2500 soldats sont là.\n\nHe did not, \
        the report says, take the money on Monday.\n";
    let folder = tempfile::tempdir().unwrap();
    let record = format!(
        "title = \"T\"\nurl = \"https://a.example/b\"\n[[capture]]\nfile = \"a.txt\"\nsha256 = \"{}\"\n",
        Digest::of(TEXT.as_bytes())
    );
    let claim = |(id, words): &(&str, &str)| {
        format!(
            "[[claim]]\nid = \"{id}\"\ntext = \"T.\"\nverdict = \"supported\"\n\n[[claim.quote]]\nsource = \"s\"\nexact = \"{words}\"\n\n"
        )
    };
    write(folder.path(), "ibid.toml", &format!("format = 1\n[rules]\n{levels}"));
    write(folder.path(), "sources/s/source.toml", &record);
    write(folder.path(), "sources/s/a.txt", TEXT);
    write(folder.path(), "claims/a.toml", &quotes.iter().map(claim).collect::<String>());
    folder
}

const STANDS: (&str, &str) = ("stands", "Environ 2500 soldats sont là");

#[test]
fn a_quote_that_is_left_out_fails_whatever_the_level_of_its_rule() {
    for level in ["error", "warning", "note", "off"] {
        let folder = desk(
            &format!("quote-altered = \"{level}\""),
            &[STANDS, ("other", "Environ 2600 soldats sont là")],
        );
        for what in ["links", "annotations", "claimreview"] {
            let run = ibid(folder.path(), &["export", what]);
            assert_eq!(run.status, 1, "{what} {level}");
            assert!(run.stderr.contains("left out: `other` (altered)"), "{}", run.stderr);
            assert_eq!(ibid(folder.path(), &["export", what, "stands"]).status, 0);
        }
    }
}

#[test]
fn a_quote_that_leaves_out_a_negation_is_exported_and_told() {
    let folder = desk("", &[STANDS, ("negated", "reconnu une erreur")]);
    for what in ["links", "annotations", "claimreview"] {
        let run = ibid(folder.path(), &["export", what, "-q"]);
        assert!(
            run.stderr.contains("1 quote leaves out a negation beside it: `negated`; "),
            "{what}: {}",
            run.stderr
        );
        assert_eq!(run.status, 0, "{what}");
        assert!(run.stdout.contains("reconnu"), "{what}");
        assert!(!ibid(folder.path(), &["export", what, "stands"]).stderr.contains("negation"));
    }
}

#[test]
fn where_there_is_nothing_to_export_the_file_stays_as_it_is() {
    let folder = initialized();
    let path = folder.path();
    write(path, "a.txt", "Le ministre a reconnu une erreur.\n");
    assert_eq!(ibid(path, &["add", "a.txt", "--title", "A"]).status, 0);
    let claim = "[[claim]]\nid = \"a\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"a\"\nexact = \"tout autre chose\"\n";
    write(path, "claims/a.toml", claim);
    for what in [&["links", "--format", "csv"][..], &["annotations"], &["claimreview"]] {
        write(path, "out.csv", "of yesterday");
        let run = ibid(path, &[&["export"], what, &["-o", "out.csv"]].concat());
        assert_eq!((run.status, read(path, "out.csv").as_str()), (1, "of yesterday"), "{what:?}");
        assert!(run.stderr.contains("`out.csv` was not written"), "{}", run.stderr);
    }
}
