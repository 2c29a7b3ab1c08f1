//! `ibid find`: where the stored sources have some words.

use crate::common::{Run, ibid, initialized, run, write};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const KABOUL: &str = "Kaboul, un an après\n\nLe ministre a parlé d’« une erreur », puis il s’est tu. Environ 2500 soldats n’ont pas été relevés.\n";
const PARIS: &str = "Paris.\n\nLe ministre a parlé d'« une erreur », a-t-on appris hier soir à Paris.\n";
const LYON: &str = "Lyon.\n\nHier, le ministre a parlé d’« une faute », dit-on à Lyon. Environ 250 soldats ont été relevés.\n";
const EARLIER: &str = "Le ministre a parlé d’une « faute très grave » devant la presse.\n";
const ARABIC: &str =
    "قال الوزير إن الحكومة لن تغادر كابول أبدا. ووصف الاتفاق بأنه «خطأ كبير» أمام الصحفيين.\n";
const CHINESE: &str = "外交部发言人周一在北京表示，中国尊重阿富汗人民的选择。他说：“我们不会干涉别国内政。”随后他没有回答其他问题。\n";
const HOSTILE: &str =
    "He said ⟦stop⟧ now\u{1b}[31m and \u{202e}left the room\u{202c}.\nTwice twice twice twice.\n";

fn repository() -> TempDir {
    let folder = initialized();
    let path = folder.path();
    let sources = [
        ("kaboul", EARLIER, "fr"),
        ("paris", PARIS, "fr"),
        ("lyon", LYON, "fr"),
        ("wazir", ARABIC, "ar"),
        ("fayanren", CHINESE, "zh-Hans"),
        ("hostile", HOSTILE, "en"),
    ];
    for (id, text, language) in sources {
        write(path, "a.txt", text);
        let title = format!("Titre de {id}");
        let args = [
            "add",
            "a.txt",
            "--id",
            id,
            "--title",
            &title,
            "--language",
            language,
            "--captured",
            "2025-12-08",
        ];
        assert_eq!(ibid(path, &args).status, 0);
    }
    write(path, "a.txt", KABOUL);
    assert_eq!(ibid(path, &["add", "--to", "kaboul", "a.txt", "--captured", "2025-12-20"]).status, 0);
    folder
}

fn find(folder: &Path, args: &[&str]) -> Run {
    let run = ibid(folder, &[&["find"], args].concat());
    assert!(!run.stdout.contains(['\u{1b}', '\u{202e}']), "{args:?}");
    run
}

fn all(run: &Run) -> String {
    format!("{}{}exit status {}\n", run.stdout, run.stderr, run.status)
}

fn json(folder: &Path, args: &[&str]) -> Value {
    find(folder, &[args, &["--format", "json"]].concat()).json()
}

/// The sources and kinds of what was found, in order.
fn kinds(folder: &Path, args: &[&str]) -> Vec<(String, String)> {
    let found = json(folder, args);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    found["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (text(&one["source"]), text(&one["kind"])))
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(source, kind)| ((*source).into(), (*kind).into())).collect()
}

#[test]
fn identical_places_come_before_other_characters_and_near_ones() {
    let folder = repository();
    let words = "Le ministre a parlé d’« une erreur »";
    let found = kinds(folder.path(), &[words]);
    assert_eq!(found, pairs(&[("kaboul", "exact"), ("paris", "variant"), ("lyon", "near")]));
    insta::assert_snapshot!("ranked", all(&find(folder.path(), &[words])));
    assert_eq!(kinds(folder.path(), &[words, "--limit", "1"]), pairs(&[("kaboul", "exact")]));
    assert_eq!(kinds(folder.path(), &[words, "--source", "lyon", "--source", "sources/paris"]), found[1..]);
    let cut = kinds(folder.path(), &["Environ 250"]);
    assert_eq!(cut[..2], pairs(&[("lyon", "exact"), ("kaboul", "cut")]));
}

#[test]
fn what_is_found_says_where_and_how() {
    let folder = repository();
    let path = folder.path();
    let told = |args: &[&str]| all(&find(path, args));
    insta::assert_snapshot!("numbers", told(&["Environ 2500 soldats ont été relevés"]));
    insta::assert_snapshot!("arabic", told(&["خطأ كبير"]));
    insta::assert_snapshot!("chinese", told(&["我们不会干涉别国的内政"]));
    insta::assert_snapshot!("hostile", told(&["left the room"]));
    insta::assert_snapshot!("many", told(&["wice", "--limit", "2"]));
    insta::assert_snapshot!("parts", told(&["Le ministre […] puis il s’est tu"]));
    insta::assert_snapshot!("nothing", told(&["faute très grave"]));
    insta::assert_snapshot!("earlier", told(&["faute très grave", "--all-captures"]));
}

#[test]
fn another_number_beside_the_words_is_near_and_never_identical() {
    let folder = repository();
    let near = pairs(&[("kaboul", "near"), ("lyon", "near")]);
    assert_eq!(kinds(folder.path(), &["3500 soldats"]), near);
    assert_eq!(kinds(folder.path(), &["250 soldats"])[..2], pairs(&[("lyon", "exact"), ("kaboul", "near")]));
    let told = all(&find(folder.path(), &["3500 soldats", "--source", "kaboul"]));
    assert!(told.contains("near, ") && told.contains("(number)") && told.contains("⟦2500"), "{told}");
    assert_eq!(kinds(folder.path(), &["3500 girafes"]), pairs(&[]));
}

#[test]
fn programs_are_given_places_and_quotes() {
    let folder = repository();
    let found = find(folder.path(), &["une erreur", "--format", "json", "--limit", "2"]);
    insta::assert_snapshot!("json", found.stdout);
    let found: Value = found.json();
    for one in found["results"].as_array().unwrap() {
        let at = &one["location"];
        let bytes = fs::read(folder.path().join(at["path"].as_str().unwrap())).unwrap();
        let (start, end) = (at["byte_start"].as_u64().unwrap(), at["byte_end"].as_u64().unwrap());
        let words = &bytes[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()];
        assert_eq!(one["found"], serde_json::json!([std::str::from_utf8(words).unwrap()]));
        let text = String::from_utf8(bytes[..usize::try_from(start).unwrap()].to_vec()).unwrap();
        assert_eq!(at["char_start"], text.chars().count());
        let context: Vec<char> = one["context"].as_str().unwrap().chars().collect();
        let mark = &one["marks"][0];
        let (start, end) = (mark[0].as_u64().unwrap(), mark[1].as_u64().unwrap());
        let marked = &context[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()];
        assert_eq!(one["found"][0].as_str().unwrap(), marked.iter().collect::<String>());
    }
}

#[test]
fn what_is_printed_as_toml_stands() {
    let folder = repository();
    let path = folder.path();
    let words = [
        "une erreur",
        "Environ 250",
        "faute très grave",
        "wice",
        "left the room",
        "خطأ كبير",
        "我们不会干涉",
        "soldats ont été releves",
        "Le ministre […] puis il s'est tu",
        "Le ministre a parlé d’« une erreur »",
        "stop",
    ];
    for words in words {
        let found = find(path, &[words, "--toml", "--all-captures", "--limit", "20"]);
        assert_eq!(found.status, 0, "{words}: {}", all(&found));
        assert!(found.stdout.contains("[[claim.quote]]"), "{words}: {}", found.stdout);
        write(path, "claims/a.toml", &format!("[[claim]]\nid = \"a\"\ntext = \"T\"\n\n{}", found.stdout));
        let verified = ibid(path, &["verify"]);
        assert!(!verified.stdout.contains("error["), "{words}: {}{}", found.stdout, verified.stdout);
    }
    insta::assert_snapshot!("toml", find(path, &["une erreur", "--toml"]).stdout);
}

#[test]
fn the_same_is_found_with_any_number_of_threads() {
    let folder = repository();
    for words in ["une erreur", "le ministre a parlé", "e"] {
        let with = |threads: &str| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
            run(
                command.args(["find", words, "--limit", "4"]).env("RAYON_NUM_THREADS", threads),
                folder.path(),
            )
            .stdout
        };
        let one = with("1");
        assert!(!one.is_empty() && (0..5).all(|_| with("4") == one), "{words}");
    }
}

#[test]
fn what_cannot_be_relied_on_is_not_searched_and_said_so() {
    let folder = repository();
    let path = folder.path();
    write(path, "sources/paris/2025-12-08.txt", &PARIS.replace("hier soir", "ce matin"));
    fs::remove_file(path.join("sources/lyon/2025-12-08.txt")).unwrap();
    let found = find(path, &["Le ministre a parlé d’« une erreur »"]);
    insta::assert_snapshot!("unreliable", all(&found));
    assert_eq!(json(path, &["ce matin à Paris"])["unsearched"].as_array().unwrap().len(), 2);
}

#[test]
fn what_makes_no_sense_is_refused() {
    let folder = repository();
    let path = folder.path();
    let empty = initialized();
    let told = [
        find(path, &["« … »"]),
        find(path, &["une erreur", "--source", "kabul"]),
        find(path, &["une erreur", "--limit", "0"]),
        find(path, &["une erreur", "--toml", "--format", "json"]),
        find(empty.path(), &["une erreur"]),
    ];
    assert!(told.iter().all(|run| run.status == 2 && run.stdout.is_empty()));
    insta::assert_snapshot!("refused", told.map(|run| run.stderr).join("\n"));
}

#[test]
fn a_source_whose_record_cannot_be_read_is_named_as_not_searched() {
    let folder = repository();
    let path = folder.path();
    write(path, "sources/paris/source.toml", "title = Paris\n");
    let found = find(path, &["ce matin à Paris"]);
    assert!(found.stderr.contains("not searched: the source `paris` has a record that cannot be read"));
    let unsearched = &json(path, &["ce matin à Paris"])["unsearched"][0];
    assert_eq!((unsearched["source"].as_str(), unsearched["capture"].is_null()), (Some("paris"), true));
}

/// A folder that is a link is not looked into, as one is not that cannot be opened.
#[cfg(unix)]
#[test]
fn a_folder_of_sources_that_cannot_be_read_is_named_as_not_searched() {
    let folder = repository();
    let path = folder.path();
    std::fs::rename(path.join("sources/paris"), path.join("paris")).unwrap();
    std::os::unix::fs::symlink("../paris", path.join("sources/paris")).unwrap();
    let found = find(path, &["ce matin à Paris"]);
    assert!(found.stderr.contains("not searched: the source `paris` cannot be read"), "{}", found.stderr);
    assert_eq!(json(path, &["ce matin à Paris"])["unsearched"][0]["source"], "paris");
    let claim = "[[claim]]\nid = \"a\"\ntext = \"x\"\n[[claim.quote]]\nsource = \"paris\"\nexact = \"a-t-on appris hier soir\"\n";
    write(path, "claims/a.toml", claim);
    let verified = ibid(path, &["verify"]);
    assert!(verified.stdout.contains("in a folder that cannot be read"), "{}", verified.stdout);
    for source in std::fs::read_dir(path.join("sources")).unwrap() {
        let source = source.unwrap().path();
        if source.is_dir() && !source.is_symlink() {
            std::fs::remove_dir_all(source).unwrap();
        }
    }
    let none = find(path, &["ce matin à Paris"]);
    assert_eq!((none.status, none.stderr.contains("no source is stored yet")), (2, false), "{}", none.stderr);
}
