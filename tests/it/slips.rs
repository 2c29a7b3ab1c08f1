//! What people are told where they wrote a claim file, a record or the configuration wrong: the slips of a long
//! day, each as it is seen.

use ibid::corpus::{Corpus, Selection};
use ibid::digest::Digest;
use ibid::finding::{Level, Rule};
use ibid::parse::{self, Document};
use ibid::render::human;
use ibid::render::snippet::Canvas;
use ibid::render::told::Telling;
use ibid::report::Report;
use ibid::source::Access;
use ibid::tree::MemoryTree;
use ibid::verify::{Options, verify};

pub(super) const TEXT: &str = "C’est une honte absolue. Selon l’association, dehors, dont 85 enfants.\n";
const FOLDER: &str = "sources/refugies-a-calais";
pub(super) const CLAIMS: &str = r#"[[claim]]
id = "a1"
text = "x"

[[claim.quote]]
source = "refugies-a-calais"
exact = "C’est une honte absolue"
"#;

fn capture() -> String {
    format!("[[capture]]\nfile = \"2026-11-22.txt\"\nsha256 = \"{}\"\n", Digest::of(TEXT.as_bytes()))
}

pub(super) fn record() -> String {
    format!("title = \"Une tribune à Calais\"\n\n{}", capture())
}

/// A repository with a source and these claims.
pub(super) fn repository(claims: &str) -> MemoryTree {
    let mut tree = MemoryTree::default();
    tree.insert("ibid.toml", "format = 1\n");
    tree.insert(format!("{FOLDER}/2026-11-22.txt"), TEXT);
    tree.insert(format!("{FOLDER}/source.toml"), record());
    tree.insert("claims/x.toml", claims);
    tree
}

/// The claims with one change.
pub(super) fn with(old: &str, new: &str) -> String {
    assert!(CLAIMS.contains(old), "{old}");
    CLAIMS.replacen(old, new, 1)
}

/// Every error as a person is told of it, and what was not checked.
pub(super) fn told(tree: &MemoryTree) -> String {
    let report = crate::common::report(tree);
    let canvas = Canvas { width: 80, colour: false };
    let errors = report.findings.iter().map(|one| &one.finding).filter(|one| one.level == Level::Error);
    let told: String = errors.map(|error| human::finding(error, canvas)).collect();
    let unchecked =
        report.summary.unchecked.iter().map(|(rule, count)| format!("not checked: {rule} ({count})\n"));
    let told: String = told + &unchecked.collect::<String>();
    assert!(!told.is_empty(), "nothing is told");
    told
}

/// What is told of each claim file, under its name.
pub(super) fn all(cases: &[(&str, String)]) -> String {
    cases.iter().map(|(name, claims)| format!("——— {name}\n{}\n", told(&repository(claims)))).collect()
}

pub(super) fn snapshot(name: &str, told: &str) {
    insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(name, told) });
}

pub(super) const EXACT: &str = "exact = \"C’est une honte absolue\"";
pub(super) const WORDS: &str = "text = \"x\"";

#[test]
fn texts_that_are_not_closed() {
    let cases = [
        ("a pasted line break", with(EXACT, "exact = \"Selon l’association,\ndehors, dont 85 enfants\"")),
        ("two of them, CR LF", with(EXACT, "exact = \"Selon\ndehors,\nenfants\"").replace('\n', "\r\n")),
        ("no mark at the end", with(WORDS, "text = \"x")),
        ("a curly mark at the end", with(EXACT, "exact = \"C’est une honte”")),
        (
            "two paragraphs, the first ends with a mark",
            with(EXACT, "exact = \"« C’est une honte absolue. »\n\nSelon l’association, dehors\""),
        ),
        ("a backslash at the end", with(WORDS, "text = \"C:\\\"")),
        ("single marks", with(EXACT, "exact = 'Selon\ndehors'")),
        ("three marks and no end", with(EXACT, "exact = \"\"\"\nC’est\nune honte\n")),
        ("three marks closed by the next", {
            let again = "\n[[claim]]\nid = \"b\"\n[[claim.quote]]\nexact = \"\"\"une honte\"\"\"\n";
            with(EXACT, "exact = \"\"\"C’est\n") + again
        }),
        ("a list", with(EXACT, "exact = [\"a\",\n\"b\"\nwithin = \"x\"")),
        ("a table", with(WORDS, "extra = { a = \"x\"\n")),
    ];
    snapshot("not_closed", &all(&cases));
}

#[test]
fn forgotten_and_broken_headers() {
    let quote = "source = \"refugies-a-calais\"\nexact = \"dehors\"\n";
    let claim = format!("\nid = \"b\"\ntext = \"y\"\nverdict = \"supported\"\n\n[[claim.quote]]\n{quote}");
    let cases = [
        ("no [[claim.quote]] between two quotes", format!("{CLAIMS}{quote}")),
        (
            "no [[claim]] between two claims without quotes",
            with(WORDS, "text = \"x\"\n\nid = \"b\"\ntext = \"y\""),
        ),
        ("no [[claim]] above the second id", format!("{CLAIMS}{claim}")),
        ("no [[claim]] above the first", with("[[claim]]\n", "")),
        ("no [[claim]] above the first, and another claim", with("[[claim]]\n", "") + "\n[[claim]]" + &claim),
        (
            "no [[claim]] above a first claim without quotes",
            format!("id = \"a\"\ntext = \"x\"\n\n[[claim]]{claim}"),
        ),
        ("no header at all", format!("note = \"n\"\nid = \"a\"\ntext = \"x\"\n{quote}")),
        ("only [[claim.quote]]", format!("[[claim.quote]]\n{quote}")),
        ("[claim] above a quote", format!("[claim]\n\n[[claim.quote]]\n{quote}")),
        ("a remark above the first claim", format!("note = \"n\"\n\n{CLAIMS}")),
        ("an id below a quote", with("id = \"a1\"\n", "") + "id = \"a1\"\n"),
        (
            "the quote above the claim",
            format!("[[claim.quote]]\n{quote}\n[[claim]]\nid = \"a\"\ntext = \"x\"\n"),
        ),
        ("[claim] twice", "[claim]\nid = \"a\"\n\n[claim]\nid = \"b\"\n".to_owned()),
        ("[[quote]]", with("[[claim.quote]]", "[[quote]]")),
        ("[[claim.quotes]]", with("[[claim.quote]]", "[[claim.quotes]]")),
        ("[claim.quote]]", with("[[claim.quote]]", "[claim.quote]]")),
        ("[[claim.quote", with("[[claim.quote]]", "[[claim.quote")),
        ("[[claim quote]]", with("[[claim.quote]]", "[[claim quote]]")),
        ("[ [claim.quote] ]", with("[[claim.quote]]", "[ [claim.quote] ]")),
        ("[[claim.quo", with("[[claim.quote]]", "[[claim.quo")),
        ("[claim.quote]", with("[[claim.quote]]", "[claim.quote]")),
        ("[[claims]] below another claim", format!("{CLAIMS}[[claims]]{claim}")),
        (
            "[[claims]] below a broken claim",
            format!(
                "{}\n[[claims]]{claim}\n[[claim]]{}",
                with(EXACT, "exact ="),
                claim.replace("\"b\"", "\"c\"")
            ),
        ),
        ("[[assertion]]", with("[[claim]]", "[[assertion]]").replace("claim.quote", "assertion.quote")),
        ("[[claim]] a remark", with("[[claim]]", "[[claim]] a remark")),
        ("an unknown key", with(WORDS, "text = \"x\"\npriority = 1")),
    ];
    snapshot("headers", &all(&cases));
}

#[test]
fn what_follows_a_value_or_stands_in_its_place() {
    let cases = [
        ("a comma", with(WORDS, "text = \"Shame.\",")),
        ("a semicolon", with(WORDS, "text = \"Shame.\"; # x")),
        ("a remark", with(WORDS, "text = \"Shame.\" see page 5")),
        ("a remark below", with(WORDS, "text = \"Shame.\"\nsee page 5")),
        ("no mark before", with(WORDS, "text = Shame.\"")),
        ("no marks", with(WORDS, "text = Shame")),
        ("marks inside", with(WORDS, "text = \"He said \"no\" to us\"")),
        ("marks inside a list", with(EXACT, "exact = [\"He said \"no\" twice\", \"b\"]")),
        ("an apostrophe", with(EXACT, "exact = 'l'armée'")),
        ("texts without brackets", with(EXACT, "exact = \"Selon\", \"85 enfants\"")),
        ("no comma in a list", with(EXACT, "exact = [\"Selon\" \"85 enfants\"]")),
        ("two keys on a line", with(WORDS, "text = \"x\" verdict = \"supported\"")),
        ("two =", with(WORDS, "text = = \"x\"")),
        ("a colon", with(WORDS, "text: \"x\"")),
        ("a line of YAML", with(WORDS, "text: C’est \"une\" honte # vraiment")),
        ("a truth in YAML", with(EXACT, &format!("{EXACT}\npartial: true"))),
        ("a list in YAML", with(WORDS, "text: [a, b]")),
        (
            "an id without marks",
            with("source = \"refugies-a-calais\"", "source = refugies-a-calais # Calais"),
        ),
        ("no value", with(WORDS, "text =")),
        ("the value below", with(WORDS, "text =\n  \"x\"")),
        ("a key with an accent", with(WORDS, "clé = \"x\"")),
        ("a path", with(WORDS, "text = \"C:\\Users\"")),
        ("a control character", with(WORDS, "text = \"a\u{2}b\"")),
        ("a broken date", with(WORDS, "text = 12-1")),
        ("a truth in French", with(EXACT, &format!("{EXACT}\npartial = vrai"))),
        ("a truth as a text", with(EXACT, &format!("{EXACT}\npartial = \"true\""))),
        ("a date as it is written", with(EXACT, &format!("{EXACT}\ncapture = 2026-11-22"))),
        ("a list as a text", with(WORDS, "text = \"x\"\ntags = \"Calais, réfugiés\"")),
        ("a key in French", with("exact =", "citation =")),
        ("a key in Arabic", with("source =", "المصدر =")),
        ("a key in Chinese", with("exact =", "\"原文\" =")),
        ("a truth", with(EXACT, &format!("{EXACT}\npartial = True"))),
        ("an unfinished merge", with(WORDS, "<<<<<<< HEAD\ntext = \"x\"\n=======\ntext = \"y\"\n>>>>>>> b")),
    ];
    snapshot("values", &all(&cases));
}

#[test]
fn characters_that_look_like_others() {
    let cases = [
        ("wide =", with(WORDS, "text ＝ \"x\"")),
        ("wide brackets", with("[[claim]]", "［［claim］］")),
        ("wide marks", with(WORDS, "text = ＂x＂")),
        ("corner brackets", with(WORDS, "text = 「港口」")),
        ("curly marks", with(WORDS, "text = “x”")),
        ("a wide space", with(WORDS, "text =　\"x\"")),
        ("a no-break space", with(WORDS, "text\u{a0}= \"x\"")),
        ("one behind the value", with(WORDS, "text = \"x\"\u{a0}")),
        ("one on an empty line", with(WORDS, "\u{a0}\ntext = \"x\"")),
        ("Arabic commas", with(EXACT, "exact = [\"Selon\"، \"85 enfants\"]")),
        ("Arabic commas without brackets", with(EXACT, "exact = \"Selon\"، \"85 enfants\"")),
        (
            "a mark that begins files between two of them",
            format!("{CLAIMS}\u{feff}{}", CLAIMS.replace("\"a1\"", "\"b\"")),
        ),
        ("wide commas", with(EXACT, "exact = [\"Selon\"，\"85 enfants\"]")),
    ];
    snapshot("characters", &all(&cases));
}

#[test]
fn quotes_that_are_not_filled_in() {
    let cases = [
        ("within", format!("{CLAIMS}within = \"\"\n")),
        ("a sign to be replaced", with(EXACT, "exact = \"…\"")),
        ("a sign in a list", with(EXACT, "exact = [\"Selon l’association\", \"…\", \"85 enfants\"]")),
        ("a sign at the end of a list", with(EXACT, "exact = [\"Selon l’association\", \"[...]\"]")),
        ("nothing but a sign in a list", with(EXACT, "exact = [\"…\"]")),
        ("nothing", with(EXACT, "exact = \"\"")),
    ];
    snapshot("unfilled", &all(&cases));
}

#[test]
fn ids_that_are_written_otherwise() {
    let source = |id: &str| with("refugies-a-calais", id);
    let cases = [
        ("an accent", source("refugies-à-calais")),
        ("capitals", source("Refugies-a-Calais")),
        ("a title", source("Réfugiés à Calais")),
        ("a blank at the end", source("refugies-a-calais ")),
        ("a no-break space at the end", source("refugies-a-calais\u{a0}")),
        ("a path", source("sources/refugies-a-calais/2026-11-22.txt")),
        ("a path of another system", source("sources\\\\refugies-a-calais")),
        ("a part", source("Calais")),
        ("nothing like it", source("港口")),
        ("a path that leads out", source("../refugies-a-calais")),
        ("a claim’s", with("\"a1\"", "\"Une Honte!\"")),
        ("a claim’s with a blank", with("\"a1\"", "\"a1 \"")),
        ("a claim’s of nothing", with("\"a1\"", "\"…\"")),
    ];
    snapshot("ids", &all(&cases));
}

#[test]
fn a_source_is_named_by_the_file_it_came_from() {
    let mut tree = repository(&with("refugies-a-calais", "n1.txt"));
    tree.insert("sources/n1/2026-11-22.txt", TEXT);
    tree.insert("sources/n1/source.toml", record());
    assert!(told(&tree).contains("did you mean `n1`?"), "{}", told(&tree));
}

#[test]
fn a_source_is_named_by_its_address() {
    let mut tree = repository(&with("refugies-a-calais", "http://journal.example/calais/#haut"));
    let record = format!("url = \"https://www.journal.example/calais\"\n{}", record());
    tree.insert(format!("{FOLDER}/source.toml"), record);
    assert!(told(&tree).contains("did you mean `refugies-a-calais`?"), "{}", told(&tree));
    tree.insert("claims/x.toml", with("refugies-a-calais", "https://journal.example/lille"));
    assert!(!told(&tree).contains("did you mean"), "{}", told(&tree));
}

/// What is told with the record `record`, or without one.
fn with_record(record: Option<String>) -> String {
    let mut tree = MemoryTree::default();
    tree.insert("ibid.toml", "format = 1\n");
    tree.insert(format!("{FOLDER}/2026-11-22.txt"), TEXT);
    if let Some(record) = record {
        tree.insert(format!("{FOLDER}/source.toml"), record);
    }
    tree.insert("claims/x.toml", CLAIMS);
    told(&tree)
}

#[test]
fn records() {
    let digest = Digest::of(TEXT.as_bytes()).to_string();
    let cases = [
        ("no record", None),
        ("a record that is not TOML", Some(record().replace("title = ", "title "))),
        ("a record with two titles", Some(format!("title = \"T\"\n{}", record()))),
        ("a record without a capture", Some("title = \"T\"\n".to_owned())),
        ("[[captures]]", Some(record().replace("[[capture]]", "[[captures]]"))),
        ("a date", Some(format!("published = 12/03/2025\n{}", record()))),
        ("a date of a capture", Some(record() + "captured = 12.3.2025\n")),
        ("an author as a text", Some(format!("author = \"Ada\"\n{}", record()))),
        ("a record without a title", Some(capture())),
        ("a digest that is short", Some(record().replace(&digest, &digest[..62]))),
        ("no digest", Some(record().replace("sha256", "#"))),
        ("a folder in a name", Some(record().replace("2026-11-22.txt", "copies/2026-11-22.txt"))),
        ("a name that leads out", Some(record().replace("2026-11-22.txt", "../2026-11-22.txt"))),
        ("an empty language", Some(format!("language = \"\"\n{}", record()))),
        ("a text without file and digest", Some(record() + "text = { extractor = \"hand\" }\n")),
        ("a capture doubled", Some(record() + &capture())),
        (
            "a capture doubled with another digest",
            Some(record() + &capture().replace(&digest, &"0".repeat(64))),
        ),
        ("two captures of one name", Some(record() + &capture().replace(".txt", ".html"))),
        ("no [[capture]] between two", Some(record() + &capture().replace("[[capture]]\n", ""))),
    ];
    let told: String =
        cases.into_iter().map(|(name, record)| format!("——— {name}\n{}\n", with_record(record))).collect();
    snapshot("records", &told);
}

/// A source that was meant to be restricted counts as such until its record is mended: nothing is shown because of a slip.
#[test]
fn a_slip_in_the_access_of_a_source_opens_nothing() {
    let is_restricted = |content: String| {
        let (source, findings) = parse::record(&Document { path: "r".into(), content }, "calais", 0);
        assert_eq!(findings.is_empty(), source.access == Access::Open, "{findings:?}");
        source.is_restricted()
    };
    let above = |line: &str| format!("{line}\n{}", record());
    let below = |line: &str| format!("{}{line}\n", record());
    for slip in
        ["access = \"restrcted\"", "acces = \"restricted\"", "restricted = true", "Access = \"restricted\""]
    {
        assert!(is_restricted(above(slip)) && is_restricted(below(slip)), "{slip}");
    }
    assert!(is_restricted(below("access = \"restricted\"")));
    assert!(is_restricted(below("access = \"restricted\"").replace("[[capture]]", "[capture]")));
    assert!(!is_restricted(record()) && !is_restricted(above("url = \"https://a.example/access\"")));
}

#[test]
fn the_configuration() {
    let cases = [
        ("no format", "[rules]\nquote-short = \"off\"\n"),
        ("a newer format", "format = 2\n"),
        ("no such format", "format = 0\n"),
        ("a list that is not closed", "format = 1\n[verdicts]\nscale = [\"a\", \"b\"\n\n[rules]\n"),
        ("a scale as a text", "format = 1\n[verdicts]\nscale = \"vrai, faux\"\n"),
        ("a scale of none", "format = 1\n[verdicts]\nscale = []\n"),
        ("a scale with an empty one", "format = 1\n[verdicts]\nscale = [\"true\", \"\"]\n"),
        ("another key for the scale", "format = 1\n[verdicts]\nlevels = [\"a\"]\n"),
        ("a header twice", "format = 1\n[rules]\nquote-short = \"off\"\n[rules]\nsource-uncited = \"off\"\n"),
        ("a header that is not closed", "format = 1\n[rules\nquote-short = \"off\"\n"),
    ];
    let told = |config: &str| {
        let mut tree = repository(CLAIMS);
        tree.insert("ibid.toml", config);
        told(&tree)
    };
    let told: String = cases.iter().map(|(name, config)| format!("——— {name}\n{}\n", told(config))).collect();
    snapshot("configuration", &told);
}

#[test]
fn a_file_in_another_encoding_is_shown_as_far_as_it_can_be_read() {
    let mut tree = repository(CLAIMS);
    let bytes: Vec<u8> = CLAIMS
        .replace("\"x\"", "\"Les réfugiés\"")
        .chars()
        .map(|c| u8::try_from(c).unwrap_or(b'\''))
        .collect();
    tree.insert("claims/x.toml", bytes);
    snapshot("encoding", &told(&tree));
}

/// Where the claims could not be read that is one error; that there is none besides would be a second. The run
/// fails whatever is configured.
#[test]
fn claims_that_cannot_be_read_are_one_error_that_nothing_lowers() {
    let lowered: String =
        Rule::ALL.iter().filter(|rule| !rule.is_fixed()).map(|rule| format!("{rule} = \"off\"\n")).collect();
    let broken: [(&str, &[u8]); 4] = [
        ("not TOML", b"[[claim]\n"),
        ("not UTF-8", b"# \xE9\n"),
        ("a key that no file has", b"[[clam]]\nid = \"a\"\n"),
        ("a wrong type", b"claim = 1\n"),
    ];
    for (name, bytes) in broken {
        let mut tree = repository("");
        tree.insert("ibid.toml", format!("format = 1\n[rules]\n{lowered}"));
        tree.insert("claims/x.toml", bytes);
        tree.insert("claims/y.toml", "# nothing yet\n");
        let corpus = Corpus::load(&tree);
        let rules = |path: Option<&str>| {
            let paths = path.map(str::to_owned).into_iter().collect();
            let selection = path.map(|_| Selection { paths, ..Selection::default() });
            let options = Options { allow_unchecked: true, selection, ..Options::default() };
            let corpus = Corpus::load(&tree);
            let verified = verify(&corpus, &tree, &options);
            let report = Report::new(corpus, verified);
            assert!(report.summary.level(Level::Error) > 0, "{name}");
            let errors = report.findings.iter().filter(|one| one.finding.level == Level::Error);
            errors.map(|one| one.finding.rule).collect::<Vec<_>>()
        };
        assert!(!corpus.findings.is_empty());
        assert!(!rules(None).contains(&Rule::NothingToCheck), "{name}");
        assert!(!rules(Some("claims/x.toml")).contains(&Rule::NothingToCheck), "{name}");
        assert_eq!(
            rules(Some("claims/y.toml")),
            [Rule::NothingToCheck],
            "{name}: nothing is told of the other"
        );
    }
}

#[test]
fn the_rule_that_fails_first_is_named_as_it_can_be_typed() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("claims")).unwrap();
    std::fs::write(folder.path().join("ibid.toml"), "format = 1\n").unwrap();
    std::fs::write(folder.path().join("claims/x.toml"), "[[claim]\n").unwrap();
    let run = crate::common::ibid(folder.path(), &["verify"]);
    assert_eq!(run.status, 1);
    assert!(
        run.stdout.ends_with("1 error\n`ibid explain toml-invalid` tells more of that rule\n"),
        "{}",
        run.stdout
    );
    assert_eq!(crate::common::ibid(folder.path(), &["explain", "toml-invalid"]).status, 0);
}

/// Whatever a file breaks off with, what is said is in words of this project and not of its parser, has a place in
/// the file and says what to do.
#[test]
fn every_beginning_of_a_file_is_told_in_plain_words() {
    let jargon = ["expected", "unclosed", "inline table", "opening", "key-value", "invalid", "missing comma"];
    let more = "within = \"\"\"\nC’est \\u00e9\n\"\"\"\nnote = '''a'''\nextra = { a = [\"x\", 1], b = 2 }\n";
    let whole = CLAIMS.to_owned() + more;
    let mut count = 0;
    for (end, _) in whole.char_indices() {
        for more in ["", "\"", "[", "]", "}", ",", "\\", "＝", "\u{a0}", "\n=", "'''"] {
            let mut tree = MemoryTree::default();
            let content = format!("{}{more}", &whole[..end]);
            tree.insert("ibid.toml", "format = 1\n");
            tree.insert("claims/x.toml", content.clone());
            let corpus = Corpus::load(&tree);
            for finding in corpus.findings.iter().filter(|one| one.rule == Rule::TomlInvalid) {
                let told = format!("{} {}", finding.message, finding.help.join(" "));
                assert_eq!(jargon.iter().find(|word| told.contains(**word)), None, "{content:?}: {told}");
                assert!(finding.help.len() >= 2 && !finding.excerpts.is_empty(), "{content:?}: {told}");
                assert!(finding.place.line <= content.lines().count() + 1, "{content:?}");
                count += 1;
            }
        }
    }
    assert!(count > 500, "{count} are told");
}

#[test]
fn a_line_of_very_many_lists_is_read_once() {
    for item in ["[1],", "{ a = [1] },"] {
        let claims = format!("a = [{}\n{CLAIMS}", item.repeat(300_000));
        let told = told(&repository(&claims));
        assert!(told.contains("this list is not closed"), "{}", &told[..200]);
    }
}

#[test]
fn what_is_whole_in_a_broken_file_is_checked() {
    let claim = |id: &str, exact: &str| {
        CLAIMS
            .replace("a1", id)
            .replace("C’est une honte absolue", exact)
            .replace("text = \"x\"", &format!("text = \"{id}\""))
    };
    let (whole, broken) = (claim("whole", "dont 85 enfants"), claim("wrong", "dont 58 enfants"));
    let open = |id: &str| claim(id, "dehors").replace("exact = \"dehors\"", "exact = \"dehors");
    let cases = [
        ("two that are not closed", format!("{}\n{broken}\n{}", open("one"), open("two"))),
        (
            "a merge",
            format!(
                "{whole}\n<<<<<<< ours\n{broken}\n=======\n{}\n>>>>>>> theirs\n{}",
                claim("theirs", "x"),
                open("one")
            ),
        ),
        (
            "[claim] among others",
            format!(
                "{whole}\n{}\n{}",
                broken.replace("[[claim]]", "[claim]"),
                claim("c", "x").replace("[[claim]]", "[claim]")
            ),
        ),
        ("a text above the first", format!("Mes notes\n\n{broken}")),
    ];
    snapshot("salvaged", &all(&cases));
    for (_, claims) in &cases {
        let report = crate::common::report(&repository(claims));
        assert!(report.findings.iter().any(|one| one.finding.rule == Rule::TomlInvalid));
        let ids: Vec<&str> = report.claims.iter().map(|claim| claim.id.as_str()).collect();
        assert!(ids == ["whole"] || ids == ["wrong"], "{ids:?}");
        let tree = repository(claims);
        let corpus = Corpus::load(&tree);
        let asked_for = Selection { claims: [0].into(), ..Selection::default() };
        let verified = verify(&corpus, &tree, &Options { selection: Some(asked_for), ..Options::default() });
        assert!(
            verified.findings.iter().any(|one| one.rule == Rule::TomlInvalid),
            "whoever asks for one claim"
        );
    }
}

#[test]
fn headers_inside_a_text_are_told() {
    let again = CLAIMS.replace("a1", "a2").replace(WORDS, "text = \"\"\"y\"\"\"");
    let cases = [
        (
            "a text that the next one closes",
            with(WORDS, "text = \"\"\"x") + &CLAIMS.replace("a1", "a2").replace(WORDS, "text = \"\"\""),
        ),
        ("a quote in a note", with(WORDS, "text = \"x\"\nnote = '''\n[[claim.quote]]\n'''")),
        ("in extra", with(WORDS, "text = \"x\"\nextra = { a = \"\"\"\n[[claim]]\n\"\"\" }")),
    ];
    snapshot("swallowed", &all(&cases));
    let report = crate::common::report(&repository(&format!("{CLAIMS}{again}")));
    assert!(report.findings.iter().all(|one| one.finding.level != Level::Error));
}

#[test]
fn what_no_parser_says_plainly() {
    let cases = [
        ("lone carriage returns", CLAIMS.replace('\n', "\r")),
        ("a form feed", with("\n\n", "\n\u{c}\n")),
        ("two halves of a character", with(WORDS, "text = \"\\ud83d\\ude00\"")),
        ("one half", with(WORDS, "text = \"\\ud83d!\"")),
        ("a value and its parts", with(WORDS, "text = \"x\"\nextra = 1\nextra.a = 2")),
    ];
    snapshot("plainly", &all(&cases));
}

#[test]
fn what_was_not_read_is_told_with_what_stands() {
    let broken = CLAIMS.replace("a1", "a2").replace(WORDS, "text = \"a \"word\" of it\"");
    let told = |claims: &str| {
        let report = crate::common::report(&repository(claims));
        let canvas = Canvas { width: 300, colour: false };
        let options = human::Options { canvas, telling: Telling::default() };
        human::render(&report, options)
            .lines()
            .find(|line| line.contains("checked against"))
            .unwrap()
            .to_owned()
    };
    assert!(told(&format!("{CLAIMS}{CLAIMS}").replacen("a1", "a0", 1)).ends_with("all 2 stand"));
    let said = told(&format!("{CLAIMS}{}{broken}", CLAIMS.replace("a1", "a3")));
    assert!(said.ends_with("2 stand; 1 claim file was not read whole"), "{said}");
    let said = told(&format!("{CLAIMS}{}", CLAIMS.replace("claim", "claims")));
    assert!(said.ends_with("1 stands; 1 claim file was not read whole"), "{said}");
}
