//! What editors are told of the files that people write: the same keys that `parse` knows, nothing underlined
//! that it takes, everything underlined that a schema can know to be wrong.

use crate::common::{ibid, initialized, write};
use boon::{Compiler, SchemaIndex, Schemas};
use ibid::config::Config;
use ibid::finding::Rule;
use ibid::parse::{self, Document, grammar};
use ibid::render;
use ibid::schema::{EDITOR_FILES, Kind, Offered, is_ours};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A schema as it is written.
fn schema(kind: Kind, config: &Config, sources: &[Offered]) -> String {
    render::json::schema(&ibid::schema::schema(kind, config, sources))
}

/// A schema that can be asked.
struct Asked {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Asked {
    fn new(schema: Value) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("file:///schema.json", schema).unwrap();
        let index = compiler.compile("file:///schema.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    fn of(kind: Kind, config: &Config) -> Self {
        Self::new(serde_json::from_str(&schema(kind, config, &[])).unwrap())
    }

    fn takes(&self, value: &Value) -> bool {
        self.schemas.validate(value, self.index).is_ok()
    }
}

/// A TOML value as editors see it: dates are texts.
fn as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(items) => items.iter().map(as_json).collect(),
        toml::Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), as_json(value))).collect(),
    }
}

/// The rules that `ibid verify` finds broken in one file by itself, other than that it is no TOML.
fn broken(kind: Kind, content: &str, config: &Config) -> BTreeSet<Rule> {
    let document = Document { path: "a.toml".into(), content: content.into() };
    let findings = match kind {
        Kind::Claims => {
            let (claims, mut findings) = parse::claims(&document, 0);
            let verdicts = claims.iter().filter_map(|claim| claim.verdict.as_ref());
            for verdict in verdicts.filter(|verdict| !config.scale.contains(&verdict.value)) {
                let place = ibid::finding::Place::file("a.toml");
                findings.push(ibid::finding::Finding::new(Rule::VerdictUnknown, place, &verdict.value));
            }
            findings
        }
        Kind::Source => parse::record(&document, "s", 0).1,
        Kind::Config => parse::config(&document).1,
    };
    findings.iter().map(|finding| finding.rule).collect()
}

fn config_of(root: &Path) -> Config {
    let content = fs::read_to_string(root.join("ibid.toml")).unwrap_or_default();
    parse::config(&Document { path: "ibid.toml".into(), content }).0
}

/// Every repository among our own files: our claims, the gallery, the frozen one.
fn repositories() -> Vec<PathBuf> {
    let gallery = fs::read_dir("tests/gallery").unwrap().map(|entry| entry.unwrap().path());
    let all = gallery.chain(["tests/compat/repository".into(), ".".into()]);
    all.filter(|folder| folder.join("ibid.toml").exists()).collect()
}

fn files(root: &Path) -> Vec<(Kind, PathBuf)> {
    let mut all = vec![(Kind::Config, root.join("ibid.toml"))];
    for (top, kind) in [("claims", Kind::Claims), ("sources", Kind::Source)] {
        let entries = walkdir::WalkDir::new(root.join(top)).into_iter().filter_map(Result::ok);
        let is_wanted = |path: &Path| {
            path.extension().is_some_and(|end| end == "toml")
                && (kind == Kind::Claims || path.ends_with("source.toml"))
        };
        let paths = entries.filter(|entry| entry.file_type().is_file() && is_wanted(entry.path()));
        all.extend(paths.map(|entry| (kind, entry.into_path())));
    }
    all
}

#[test]
fn parser_and_schema_know_the_same_keys() {
    let schema = |kind| -> Value { serde_json::from_str(&schema(kind, &Config::default(), &[])).unwrap() };
    let (claims, source, config) = (schema(Kind::Claims), schema(Kind::Source), schema(Kind::Config));
    let claim = &claims["properties"]["claim"]["items"];
    let capture = &source["properties"]["capture"]["items"];
    let tables: [(&Value, &[&str]); 11] = [
        (claim, parse::CLAIM_KEYS),
        (&claim["properties"]["quote"]["items"], parse::QUOTE_KEYS),
        (&source, parse::SOURCE_KEYS),
        (capture, parse::CAPTURE_KEYS),
        (&capture["properties"]["text"], parse::TEXT_KEYS),
        (&capture["properties"]["fetched"], parse::FETCHED_KEYS),
        (&config, parse::CONFIG_KEYS),
        (&config["properties"]["verdicts"], parse::VERDICTS_KEYS),
        (&config["properties"]["vault"], parse::VAULT_KEYS),
        (&config["properties"]["export"], parse::EXPORT_KEYS),
        (&config["properties"]["export"]["properties"]["rating"], parse::RATING_KEYS),
    ];
    for (table, keys) in tables {
        let told: BTreeSet<&str> =
            table["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(told, keys.iter().copied().collect(), "{}", table["title"]);
        assert_eq!(table["additionalProperties"], false, "{}", table["title"]);
    }
    let rules: BTreeSet<&str> =
        config["properties"]["rules"]["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    let settable = Rule::ALL.iter().filter(|rule| !rule.is_fixed());
    assert_eq!(rules, settable.map(|rule| rule.name()).collect());
}

#[test]
fn every_key_is_explained_in_a_sentence() {
    fn walk(schema: &Value, seen: &mut usize) {
        for (key, value) in schema["properties"].as_object().into_iter().flatten() {
            let about = value["description"].as_str().unwrap_or_default();
            assert!(about.ends_with(['.', '`']) && about.chars().count() > 12, "{key}: {about:?}");
            let words = value["enum"].as_array().map_or(0, Vec::len);
            let docs = value["x-taplo"]["docs"]["enumValues"].as_array().map_or(0, Vec::len);
            assert!(words == docs || key == "format", "{key}: each word is explained");
            *seen += 1;
            walk(value, seen);
            walk(&value["items"], seen);
        }
    }
    let mut seen = 0;
    for kind in Kind::ALL {
        walk(&serde_json::from_str(&schema(kind, &Config::default(), &[])).unwrap(), &mut seen);
    }
    assert!(seen > 45, "{seen}");
}

#[test]
fn an_editor_says_of_our_own_files_what_ibid_says() {
    let (mut good, mut bad) = (0, 0);
    for root in repositories() {
        let config = config_of(&root);
        let asked = Kind::ALL.map(|kind| Asked::of(kind, &config));
        for (kind, path) in files(&root) {
            let content = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
            let Ok(table) = content.parse::<toml::Table>() else { continue };
            let value = as_json(&toml::Value::Table(table));
            let is_taken = asked[Kind::ALL.iter().position(|one| *one == kind).unwrap()].takes(&value);
            let rules = broken(kind, &content, &config);
            assert_eq!(
                is_taken,
                rules.is_empty() || is_beyond(&rules, &path),
                "{}: {rules:?}",
                path.display()
            );
            if is_taken { good += 1 } else { bad += 1 }
        }
    }
    assert!(good > 200 && bad >= 12, "{good} good, {bad} bad");
}

/// Whether no schema can know what is wrong: whether two captures have one name, or what can be seen of
/// words.
fn is_beyond(rules: &BTreeSet<Rule>, path: &Path) -> bool {
    // An address without its beginning is taken, with a warning.
    let is_taken = |rule: &Rule| matches!(rule, Rule::CaptureDuplicate | Rule::UrlIncomplete);
    let is_duplicate = rules.iter().all(is_taken);
    let is_invisible = path.starts_with("tests/gallery/quote-empty");
    is_duplicate || is_invisible
}

const CLAIMS: &str = "\
[[claim]]
id = \"a\"
text = \"T\"
verdict = \"supported\"
tags = [\"x\"]
note = \"n\"
extra = { a = 1 }

[[claim.quote]]
source = \"s/t\"
exact = [\"one\", \"two\"]
within = \"one two\"
stance = \"refutes\"
speaker = \"p\"
translation = \"t\"
note = \"n\"
capture = \"2025-12-08\"
partial = true
repeated = false
";

const SOURCE: &str = "\
title = \"T\"
publisher = \"P\"
author = [\"A\"]
url = \"u\"
url-status = \"live\"
published = 2025-12-08
language = \"zh-Hans\"
access = \"restricted\"
extra = { a = 1 }

[[capture]]
file = \"2025-12-08.html\"
sha256 = \"ec8a147bec8a147bec8a147bec8a147bec8a147bec8a147bec8a147bec8a147b\"
captured = 2025-12-08T10:00:00Z
media-type = \"text/html\"
note = \"n\"
archive = \"https://web.archive.org/x\"
fetched.url = \"https://example.org/\"
fetched.status = 200
fetched.redirects = [\"http://example.org/\"]
fetched.date = \"d\"
fetched.content-type = \"text/html\"
fetched.content-language = \"fr\"
fetched.etag = \"e\"
fetched.last-modified = \"l\"
text.file = \"2025-12-08.txt\"
text.sha256 = \"ec8a147bec8a147bec8a147bec8a147bec8a147bec8a147bec8a147bec8a147b\"
text.extractor = \"html/1\"
text.pages = [0, 12]
text.joined = [3]
";

const CONFIG: &str = "\
format = 1

[verdicts]
scale = [\"supported\", \"refuted\"]

[rules]
quote-short = \"off\"

[vault]
folder = \"../vault\"

[export]
base = \"https://example.org/\"
language = \"fr\"
publisher = \"P\"
publisher-url = \"https://example.org/p\"
url = \"https://example.org/c/{id}\"

[export.rating]
best = 9
worst = 1
values.supported = 7
";

fn takes(kind: Kind, content: &str) -> bool {
    let table: toml::Table = content.parse().unwrap();
    Asked::of(kind, &Config::default()).takes(&as_json(&toml::Value::Table(table)))
}

#[test]
fn what_is_wrong_with_a_key_is_wrong_for_both() {
    let mut tried = 0;
    for (kind, good) in [(Kind::Claims, CLAIMS), (Kind::Source, SOURCE), (Kind::Config, CONFIG)] {
        let config = Config::default();
        assert!(takes(kind, good) && broken(kind, good, &config).is_empty(), "{good}");
        for line in good.lines().filter(|line| line.contains('=')) {
            let (key, _) = line.split_once(" =").unwrap();
            let misspelt = format!("{line}\n").replacen(" =", "x =", 1);
            let number = format!("{key} = 7\n");
            let empty = format!("{key} = \"\"\n");
            for wrong in [misspelt, number, empty, String::new()] {
                let content = good.replacen(&format!("{line}\n"), &wrong, 1);
                let is_wrong = !broken(kind, &content, &config).is_empty();
                assert_eq!(takes(kind, &content), !is_wrong, "{line} → {wrong}");
                tried += 1;
            }
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn values_of_every_form_are_judged_alike() {
    let cases: [(Kind, &str, &str, &[&str]); 14] = [
        (Kind::Claims, CLAIMS, "verdict = \"supported\"", &["\"suported\"", "\"refuted\"", "[]"]),
        (Kind::Claims, CLAIMS, "stance = \"refutes\"", &["\"supports\"", "\"context\"", "\"against\""]),
        (
            Kind::Claims,
            CLAIMS,
            "exact = [\"one\", \"two\"]",
            &["\"one\"", "[]", "[\"\"]", "[\"a\", 1]", "\" \"", "{}"],
        ),
        (Kind::Claims, CLAIMS, "tags = [\"x\"]", &["[]", "[1]", "\"x\""]),
        (Kind::Claims, CLAIMS, "partial = true", &["false", "\"true\"", "1"]),
        (
            Kind::Source,
            SOURCE,
            "published = 2025-12-08",
            &["\"2025\"", "\"2025-13\"", "2025-12-08T10:00:00Z", "2025"],
        ),
        (
            Kind::Source,
            SOURCE,
            "captured = 2025-12-08T10:00:00Z",
            &["2025-12-08", "10:00:00", "1", "2025-12-08 10:00:00"],
        ),
        (
            Kind::Source,
            SOURCE,
            "file = \"2025-12-08.html\"",
            &["\"../a\"", "\".\"", "\"..\"", "\"source.toml\"", "\"a\\\\b\"", "\" \"", "\"a b\""],
        ),
        (Kind::Source, SOURCE, "fetched.status = 200", &["404", "99", "600", "\"200\""]),
        (
            Kind::Source,
            SOURCE,
            "archive = \"https://web.archive.org/x\"",
            &["\"HTTP://a\"", "\"https://\"", "\"ftp://a\"", "\"https:///a\"", "\"https://a b\""],
        ),
        (Kind::Source, SOURCE, "url-status = \"live\"", &["\"dead\"", "\"gone\""]),
        (Kind::Source, SOURCE, "text.pages = [0, 12]", &["[0]", "[]", "[-1]", "[\"0\"]", "0"]),
        (
            Kind::Config,
            CONFIG,
            "url = \"https://example.org/c/{id}\"",
            &["\"http://e.org/{id}/x\"", "\"https://e.org/\"", "\"e.org/{id}\""],
        ),
        (Kind::Config, CONFIG, "quote-short = \"off\"", &["\"warning\"", "\"loud\"", "false"]),
    ];
    for (kind, good, line, values) in cases {
        let (key, _) = line.split_once(" =").unwrap();
        let judged = values.iter().map(|value| {
            let content = good.replacen(line, &format!("{key} = {value}"), 1);
            assert_ne!(content, good);
            let is_wrong = !broken(kind, &content, &Config::default()).is_empty();
            assert_eq!(takes(kind, &content), !is_wrong, "{key} = {value}");
            is_wrong
        });
        let judged: BTreeSet<bool> = judged.collect();
        assert_eq!(judged.len(), 2, "{line}: some are right and some wrong");
    }
}

#[test]
fn an_editor_offers_sources_and_takes_others() {
    let offered = [Offered { id: "a/b".into(), title: "\u{1b}[31mRed".into() }];
    let value: Value = serde_json::from_str(&schema(Kind::Claims, &Config::default(), &offered)).unwrap();
    let source =
        &value["properties"]["claim"]["items"]["properties"]["quote"]["items"]["properties"]["source"];
    assert_eq!(source["anyOf"][0]["enum"], json!(["a/b"]));
    let asked = Asked::new(value.clone());
    for (id, is_right) in [("a/b", true), ("another", true), ("A", false)] {
        let content = CLAIMS.replace("s/t", id);
        let table: toml::Table = content.parse().unwrap();
        assert_eq!(asked.takes(&as_json(&toml::Value::Table(table))), is_right, "{id}");
    }
}

#[test]
fn where_other_verdicts_are_taken_an_editor_takes_them() {
    let toml = "format = 1\n[rules]\nverdict-unknown = \"off\"\n";
    let (config, findings) = parse::config(&Document { path: "ibid.toml".into(), content: toml.into() });
    assert!(findings.is_empty());
    let table: toml::Table = CLAIMS.replace("supported", "mostly true").parse().unwrap();
    let value = as_json(&toml::Value::Table(table));
    assert!(Asked::of(Kind::Claims, &config).takes(&value));
    assert!(!Asked::of(Kind::Claims, &Config::default()).takes(&value));
}

proptest! {
    #[test]
    fn ids_dates_and_languages_have_one_grammar(word in "[a-z0-9A-Z./_\u{e9} -]{0,12}", date in "[0-9]{2,4}(-[0-3][0-9]){0,3}") {
        let of = |kind, path: &[&str]| {
            let mut at: Value = serde_json::from_str(&schema(kind, &Config::default(), &[])).unwrap();
            for key in path {
                at = at["properties"][key].take();
                if at.get("items").is_some() { at = at["items"].take() }
            }
            at["$schema"] = json!("http://json-schema.org/draft-04/schema#");
            Asked::new(at)
        };
        prop_assert_eq!(of(Kind::Claims, &["claim", "id"]).takes(&json!(word)), grammar::is_claim_id(&word));
        prop_assert_eq!(of(Kind::Claims, &["claim", "quote", "source"]).takes(&json!(word)), grammar::is_source_id(&word));
        prop_assert_eq!(of(Kind::Source, &["language"]).takes(&json!(word)), grammar::is_language_tag(&word));
        // A pattern does not know how many days a month has.
        if grammar::is_edtf_date(&date) {
            prop_assert!(of(Kind::Source, &["published"]).takes(&json!(date)), "{}", date);
        }
    }
}

#[test]
fn a_new_repository_has_schemas_that_are_no_claims() {
    let folder = initialized();
    let path = folder.path();
    for (name, content) in EDITOR_FILES {
        assert_eq!(fs::read_to_string(path.join(name)).unwrap(), content);
        assert!(Kind::ALL.iter().all(|kind| content.contains(kind.path())), "{name}");
    }
    for kind in Kind::ALL {
        assert!(is_ours(&fs::read_to_string(path.join(kind.path())).unwrap()));
    }
    assert!(takes(Kind::Config, &fs::read_to_string(path.join("ibid.toml")).unwrap()));
    assert_eq!(ibid(path, &["schema", "--check"]).status, 0);
    let verified = ibid(path, &["verify", "-v"]);
    assert!(
        verified.stdout.contains("nothing-to-check") && !verified.stdout.contains("unrecorded"),
        "{}",
        verified.stdout
    );
}

#[test]
fn schemas_follow_the_scale_and_nothing_of_the_persons_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    write(path, "ibid.toml", "format = 1\n[verdicts]\nscale = [\"bestätigt\", \"widerlegt\"]\n");
    write(path, ".taplo.toml", "[formatting]\nalign_entries = true\n");
    assert_eq!(ibid(path, &["schema", "--check"]).status, 1);
    let first = ibid(path, &["schema", "--write"]);
    insta::assert_snapshot!("written", format!("{}{}", first.stdout, first.stderr));
    assert_eq!(fs::read_to_string(path.join(".taplo.toml")).unwrap(), "[formatting]\nalign_entries = true\n");
    let printed = ibid(path, &["schema", "claims"]);
    assert!(printed.stdout.contains("\"bestätigt\""));
    assert_eq!(fs::read_to_string(path.join(Kind::Claims.path())).unwrap(), printed.stdout);
    assert_eq!(ibid(path, &["schema", "--check"]).status, 0);

    write(path, "ibid.toml", "format = 1\n");
    let stale = ibid(path, &["schema", "--check"]);
    insta::assert_snapshot!("stale", format!("{}{}", stale.stdout, stale.stderr));
    assert_eq!((stale.status, ibid(path, &["schema", "--write"]).status), (1, 0));
    assert_eq!(ibid(path, &["schema", "--check"]).status, 0);

    let dos = fs::read_to_string(path.join(Kind::Claims.path())).unwrap().replace('\n', "\r\n");
    write(path, Kind::Claims.path(), &dos);
    assert_eq!(ibid(path, &["schema", "--check"]).status, 0, "line ends are git's");

    write(path, Kind::Source.path(), "{ \"mine\": true }");
    let refused = ibid(path, &["schema", "--write"]);
    assert_eq!(refused.status, 2);
    insta::assert_snapshot!("not_ours", refused.stderr);
    assert_eq!(fs::read_to_string(path.join(Kind::Source.path())).unwrap(), "{ \"mine\": true }");
    assert_eq!(ibid(path, &["schema"]).status, 2, "it must be said which");

    write(path, "ibid.toml", "format = 1\n[verdits]\nscale = [\"a\"]\n");
    for args in [["schema", "--write"], ["schema", "--check"], ["schema", "claims"]] {
        let refused = ibid(path, &args);
        assert_eq!((refused.status, refused.stdout.as_str()), (2, ""), "{args:?}");
        insta::assert_snapshot!("config", refused.stderr);
    }
}

#[cfg(unix)]
#[test]
fn nothing_but_files_is_read_or_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    write(path, "ibid.toml", "format = 1\n");
    write(path, "outside.json", &schema(Kind::Source, &Config::default(), &[]));
    fs::create_dir_all(path.join(Kind::Claims.path())).unwrap();
    for args in [["schema", "--write"], ["schema", "--check"]] {
        assert_eq!(ibid(path, &args).status, 2, "{args:?}");
    }
    fs::remove_dir(path.join(Kind::Claims.path())).unwrap();
    std::os::unix::fs::symlink("../outside.json", path.join(Kind::Source.path())).unwrap();
    let before = fs::read(path.join("outside.json")).unwrap();
    assert_eq!(ibid(path, &["schema", "--write"]).status, 2);
    assert_eq!(fs::read(path.join("outside.json")).unwrap(), before);
    assert!(!path.join(Kind::Claims.path()).exists(), "all or none");
}

#[test]
fn outside_a_repository_a_schema_is_the_usual_one() {
    let folder = tempfile::tempdir().unwrap();
    let printed = ibid(folder.path(), &["schema", "claims"]);
    assert_eq!((printed.status, printed.stdout), (0, schema(Kind::Claims, &Config::default(), &[])));
    assert_eq!(ibid(folder.path(), &["schema", "--write"]).status, 2);
}

#[test]
fn our_own_repository_has_the_schemas_of_this_version() {
    let run = ibid(Path::new("."), &["schema", "--check"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "run `ibid schema --write`");
}
