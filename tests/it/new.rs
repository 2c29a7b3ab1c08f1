//! `ibid new`: a claim begun with comments that teach, which passes nothing until it is filled in, and
//! `ibid cite`, which fills it in.

use crate::common::{Run, ibid, initialized, read, refused};
use std::fs;
use tempfile::TempDir;

const ARTICLE: &str =
    "Le ministre a parlé d’« une erreur ».\n\nIl n’a pas dit où. Environ 2500 soldats sont là.\n";

fn repository() -> TempDir {
    let folder = initialized();
    let path = folder.path();
    fs::write(path.join("a.txt"), ARTICLE).unwrap();
    assert_eq!(ibid(path, &["add", "a.txt", "--id", "le-discours", "--captured", "2025-12-08"]).status, 0);
    folder
}

fn all(run: &Run) -> String {
    format!("{}{}", run.stdout, run.stderr)
}

#[test]
fn a_sentence_becomes_a_claim_that_cite_fills_in() {
    let folder = repository();
    let path = folder.path();
    let begun = ibid(path, &["new", "The minister has admitted a mistake."]);
    assert_eq!(begun.status, 0, "{}", begun.stderr);
    insta::assert_snapshot!("sentence", begun.stdout);
    let file = "claims/the-minister-has-admitted-a-mistake.toml";
    insta::assert_snapshot!("sentence_file", read(path, file));
    let verified = ibid(path, &["verify"]);
    assert_eq!(verified.status, 1);
    insta::assert_snapshot!("sentence_verify", verified.stdout);
    let cited = ibid(
        path,
        &[
            "cite",
            "le-discours",
            "parlé d'« une erreur »",
            "--claim",
            "the-minister-has-admitted-a-mistake",
            "--speaker",
            "le ministre",
        ],
    );
    assert_eq!(cited.status, 0, "{}", cited.stderr);
    insta::assert_snapshot!("sentence_cite", all(&cited));
    insta::assert_snapshot!("sentence_filled", read(path, file));
    assert_eq!(ibid(path, &["verify"]).status, 0, "{}", ibid(path, &["verify"]).stdout);
    // A second quote is one more, for nothing is empty any longer.
    let second = ibid(
        path,
        &["cite", "le-discours", "Il n'a pas dit où", "--claim", "the-minister-has-admitted-a-mistake"],
    );
    assert_eq!(second.status, 0, "{}", second.stderr);
    assert_eq!(read(path, file).matches("[[claim.quote]]").count(), 2);
}

#[test]
fn what_is_said_already_is_filled_in_and_what_is_there_stays() {
    let folder = repository();
    let path = folder.path();
    let before = "# mine\r\n[[claim]]\r\n  id = \"first\"\r\n  text = \"T\"\r\n\r\n  [[claim.quote]]\r\n  source = \"le-discours\"\r\n  exact = \"Environ 2500 soldats sont là\"";
    fs::write(path.join("claims/desk.toml"), before).unwrap();
    let args = [
        "new",
        "soldiers-there",
        "--source",
        "le-discours",
        "--text",
        "Soldiers are there.",
        "--verdict",
        "supported",
    ];
    let begun = ibid(path, &args);
    assert_eq!(begun.status, 0, "{}", begun.stderr);
    insta::assert_snapshot!("given", begun.stdout);
    let content = read(path, "claims/desk.toml");
    assert!(content.starts_with(before) && !content.replace("\r\n", "").contains('\n'), "{content:?}");
    insta::assert_snapshot!("given_file", content.replace("\r\n", "\n"));
    // A person who fills in by hand sees in the same words what is still to be done.
    let verified = ibid(path, &["verify", "soldiers-there"]);
    assert_eq!(verified.status, 1);
    insta::assert_snapshot!("given_verify", verified.stdout);
}

#[test]
fn comments_that_are_taken_in_unfilled_never_pass() {
    let folder = repository();
    let path = folder.path();
    let args = ["new", "soldiers-there", "--source", "le-discours", "--text", "T", "--file", "claims/a.toml"];
    assert_eq!(ibid(path, &args).status, 0);
    let filled =
        read(path, "claims/a.toml").replace("exact  = \"\"", "exact  = \"Environ 2500 soldats sont là\"");
    fs::write(path.join("claims/a.toml"), &filled).unwrap();
    assert_eq!(ibid(path, &["verify"]).status, 0, "{}", ibid(path, &["verify"]).stdout);
    for key in ["verdict", "within", "stance"] {
        let careless = filled.replace(&format!("# {key} = "), &format!("{key} = "));
        assert_ne!(careless, filled, "{key}");
        fs::write(path.join("claims/a.toml"), careless).unwrap();
        assert_eq!(ibid(path, &["verify"]).status, 1, "{key}");
    }
    let plain: String = filled.lines().map(|line| line.replacen("# ", "", 1) + "\n").collect();
    fs::write(path.join("claims/a.toml"), plain).unwrap();
    assert_eq!(ibid(path, &["verify"]).status, 1);
}

#[test]
fn what_cannot_be_begun_is_refused_and_nothing_is_written() {
    let folder = repository();
    let path = folder.path();
    assert_eq!(ibid(path, &["new", "known", "--text", "T"]).status, 0);
    let before = fs::read_dir(path.join("claims")).unwrap().count();
    let cases: [&[&str]; 11] = [
        &["new", "known"],
        &["new", "Known"],
        &["new", "Ministère_Erreur"],
        &["new", "The minister admits", "--text", "T"],
        &["new", "…"],
        &["new", "Known!", "--file", "claims/a.toml"],
        &["new", "other", "--file", "sources/a.toml"],
        &["new", "other", "--file", "../a.toml"],
        &["new", "other", "--source", "le-discour"],
        &["new", "other", "--source", "discours"],
        &["new", "other", "--verdict", "suported"],
    ];
    let told: Vec<String> = cases.iter().map(|args| refused(path, args)).collect();
    insta::assert_snapshot!("refused", told.join("\n"));
    assert_eq!(fs::read_dir(path.join("claims")).unwrap().count(), before);
    fs::write(path.join("claims/broken.toml"), "[[claim]\n").unwrap();
    let run = ibid(path, &["new", "other"]);
    assert_eq!(run.status, 2);
    insta::assert_snapshot!("refused_unread", run.stderr);
}

#[cfg(unix)]
#[test]
fn a_name_of_a_file_does_not_act_on_a_terminal() {
    let folder = repository();
    let file = "claims/\u{1b}[31m\u{202e}.toml";
    let begun = ibid(folder.path(), &["new", "other", "--text", "\u{1b}[31m", "--file", file]);
    assert_eq!(begun.status, 0, "{}", begun.stderr);
    let cited = ibid(folder.path(), &["cite", "le-discours", "Il n’a pas dit où", "--claim", "other"]);
    assert_eq!(cited.status, 0, "{}", cited.stderr);
    let again = ibid(folder.path(), &["cite", "le-discours", "Il n’a pas dit où", "--claim", "other"]);
    assert_eq!(again.status, 0, "{}", again.stderr);
    for run in [begun, cited, again] {
        assert!(
            run.stdout.contains("⟨U+001B⟩") && !all(&run).contains(['\u{1b}', '\u{202e}']),
            "{}",
            run.stdout
        );
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let folder = repository();
    let path = folder.path();
    let outside = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(outside.path(), path.join("claims/desk")).unwrap();
    let run = ibid(path, &["new", "other", "--file", "claims/desk/a.toml"]);
    assert_eq!(run.status, 2, "{}", run.stdout);
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
}

#[test]
fn claims_are_begun_in_any_script() {
    let folder = repository();
    let path = folder.path();
    let told: Vec<String> =
        ["外交部承认错误", "اعترف الوزير بالخطأ", "L’armée n’a jamais perdu une bataille."]
            .iter()
            .map(|sentence| {
                let run = ibid(path, &["new", sentence]);
                assert_eq!(run.status, 0, "{}", run.stderr);
                run.stdout.lines().next().unwrap().to_owned()
            })
            .collect();
    insta::assert_snapshot!("scripts", told.join("\n"));
}
