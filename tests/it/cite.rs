//! `ibid cite`: quotes written with the source's own characters, or not at all.

use crate::common::{Run, files, ibid, initialized, read, write};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const ARTICLE: &str = "\
Kaboul, un an après

Le ministre a parlé d’« une erreur », puis il s’est tu. « Jamais ! » a répondu le Dr. Abdullah, avant de
quitter la salle. Il n’a pas dit où. Environ 2\u{202f}500 soldats sont là, et 300 chars.

Les soldats sont là depuis mai. Les soldats sont là pour rester. La ville est calme mais pas sûre.

La ville est calme mais pas sûre.
";

const EARLIER: &str = "Le ministre a parlé d’une « faute grave » devant la presse.\n";
const ARABIC: &str =
    "قال الوزير إن الحكومة لن تغادر كابول أبدا. ووصف الاتفاق بأنه «خطأ كبير» أمام الصحفيين.\n";
const CHINESE: &str = "外交部发言人周一在北京表示，中国尊重阿富汗人民的选择。他说：“我们不会干涉别国内政。”随后他没有回答其他问题。\n";
const HOSTILE: &str = "He said \"stop\\now\"\u{1b}[31m and \u{202e}left\u{202c}.\tThen 'it''s' '''over''' # not a comment\nand the next line.\n";

const CLAIMS: &str = "\
# what the minister said
[[claim]]
id   = \"erreur\"
text = \"The minister spoke of a mistake.\"

  [[claim.quote]]          # his words
  source = \"kaboul\"
  exact  = \"Le ministre a parlé d’« une erreur »\"
  # to be checked again

[[claim]]
id   = \"other\"
text = \"Something else.\"

  [[claim.quote]]
  source = \"wazir\"
  exact  = \"الحكومة لن تغادر\"
";

fn repository() -> TempDir {
    let folder = initialized();
    let path = folder.path();
    let sources = [("wazir", ARABIC, "ar"), ("fayanren", CHINESE, "zh-Hans"), ("hostile", HOSTILE, "en")];
    for (id, text, language) in sources.into_iter().chain([("kaboul", EARLIER, "fr")]) {
        write(path, "a.txt", text);
        let args =
            ["add", "a.txt", "--id", id, "--title", id, "--language", language, "--captured", "2025-12-08"];
        assert_eq!(ibid(path, &args).status, 0);
    }
    write(path, "a.txt", ARTICLE);
    assert_eq!(ibid(path, &["add", "--to", "kaboul", "a.txt", "--captured", "2025-12-20"]).status, 0);
    write(path, "claims/a.toml", CLAIMS);
    folder
}

fn cite(folder: &Path, args: &[&str]) -> Run {
    ibid(folder, &[&["cite"], args].concat())
}

fn all(run: &Run) -> String {
    format!("{}{}", run.stdout, run.stderr)
}

/// Runs what must write nothing, and returns what is told.
fn nothing_written(folder: &Path, args: &[&str], status: i32) -> String {
    let before = files(folder);
    let run = cite(folder, args);
    assert_eq!(run.status, status, "{args:?}: {}", all(&run));
    assert_eq!(files(folder), before, "{args:?} wrote something");
    if status != 0 {
        assert_eq!(run.stdout, "", "{args:?}");
    }
    all(&run)
}

#[test]
fn a_quote_joins_its_claim_in_the_sources_characters() {
    let folder = repository();
    let path = folder.path();
    let run = cite(
        path,
        &[
            "kaboul",
            "« Jamais! » a repondu le Dr. Abdullah".replace("rep", "rép").as_str(),
            "--claim",
            "erreur",
        ],
    );
    assert_eq!(run.status, 0, "{}", all(&run));
    insta::assert_snapshot!("written", all(&run));
    let wanted = CLAIMS.replace(
        "checked again\n",
        "checked again\n\n  [[claim.quote]]\n  source = \"kaboul\"\n  exact  = \"« Jamais ! » a répondu le Dr. Abdullah\"\n",
    );
    assert_eq!(read(path, "claims/a.toml"), wanted);
    assert_eq!(ibid(path, &["verify", "erreur"]).status, 0);
    let again =
        nothing_written(path, &["kaboul", "« Jamais ! » a répondu le Dr. Abdullah", "--claim", "erreur"], 0);
    assert_eq!(again, "claims/a.toml:11: the claim has this quote already; nothing was written\n");
}

#[test]
fn every_key_is_written_and_a_claim_begun() {
    let folder = repository();
    let path = folder.path();
    let run = cite(
        path,
        &[
            "sources/kaboul",
            "300 chars",
            "--claim",
            "tanks",
            "--text",
            "There are \"300\" tanks.",
            "--verdict",
            "refuted",
            "--stance",
            "refutes",
            "--speaker",
            "le journal",
            "--translation",
            "300 tanks",
            "--note",
            "A figure.",
        ],
    );
    assert_eq!(run.status, 0, "{}", all(&run));
    insta::assert_snapshot!("claim_begun", all(&run));
    let rest = read(path, "claims/a.toml");
    insta::assert_snapshot!("claim_begun_file", rest.strip_prefix(CLAIMS).unwrap());
    let pinned = cite(
        path,
        &[
            "kaboul",
            "une \"faute grave\" devant la presse",
            "--capture",
            "2025-12-08",
            "--claim",
            "grave",
            "--text",
            "T",
            "--file",
            "claims/deep/new.toml",
        ],
    );
    assert_eq!(pinned.status, 0, "{}", all(&pinned));
    insta::assert_snapshot!("file_begun", read(path, "claims/deep/new.toml"));
    assert!(!ibid(path, &["verify"]).stdout.contains("error["));
    let named = cite(
        path,
        &["fayanren", "外交部发言人周一在北京表示，中国尊重", "--claim", "beijing", "--text", "T"],
    );
    assert_eq!(named.status, 0, "{}", all(&named));
    assert!(path.join("claims/fayanren.toml").is_file());
}

#[test]
fn words_that_do_not_stand_are_refused_with_what_is_there() {
    let folder = repository();
    let path = folder.path();
    let refused = |words| nothing_written(path, &["kaboul", words, "--claim", "erreur"], 1);
    insta::assert_snapshot!("refused_cut", refused("Environ 2\u{202f}50"));
    insta::assert_snapshot!(
        "refused_altered",
        refused("Le ministre a parlé d'« une faute », puis il s'est tu")
    );
    insta::assert_snapshot!("refused_absent", refused("Nous quitterons le pays demain matin"));
    insta::assert_snapshot!("refused_earlier", refused("une « faute grave » devant la presse"));
    insta::assert_snapshot!("refused_ambiguous", refused("Les soldats sont là"));
    insta::assert_snapshot!("refused_variant_ambiguous", refused("La ville est  calme"));
    insta::assert_snapshot!(
        "refused_negation",
        refused("La ville est calme […] sûre. \n\nLa ville est calme mais pas sûre")
    );
    let dropped = refused("a pas dit où");
    assert!(dropped.contains("n’a pas dit où") && !dropped.contains("--partial"), "{dropped}");
    assert!(!refused("Environ 2\u{202f}50").contains("--partial"));
    insta::assert_snapshot!("refused_order", refused("depuis mai […] Environ 2 500 soldats"));
}

#[test]
fn one_of_several_places_is_cited_when_it_is_named() {
    let folder = repository();
    let path = folder.path();
    let print = |more: &[&str]| cite(path, &[&["kaboul", "Les soldats sont là", "--print"], more].concat());
    let within = |run: &Run| run.stdout.lines().find(|line| line.starts_with("within")).map(String::from);
    assert_eq!(within(&print(&["--at", "6:1"])).unwrap(), "within = \"Les soldats sont là depuis\"");
    assert_eq!(within(&print(&["--at", "6:33"])).unwrap(), "within = \"Les soldats sont là pour rester\"");
    assert_eq!(
        within(&print(&["--within", "là depuis mai.  Les soldats sont là"])).unwrap(),
        "within = \"là depuis mai. Les soldats sont là\""
    );
    assert_eq!(
        within(&print(&["--within", "Les  soldats sont là pour"])).unwrap(),
        "within = \"Les soldats sont là pour\""
    );
    assert!(print(&["--repeated"]).stdout.contains("repeated = true"));
    let told: Vec<String> = [
        &["--at", "6"][..],
        &["--at", "2:5"],
        &["--at", "x"],
        &["--within", "Les soldats"],
        &["--within", "Environ 2 500 soldats"],
    ]
    .into_iter()
    .map(|more| print(more).stderr)
    .collect();
    insta::assert_snapshot!("places", told.join("\n"));
}

#[test]
fn words_are_left_out_with_brackets() {
    let folder = repository();
    let printed =
        cite(folder.path(), &["kaboul", "Les soldats sont là depuis mai [...] pour rester", "--print"]);
    insta::assert_snapshot!("left_out", all(&printed));
}

#[test]
fn scripts_and_hostile_text_come_through() {
    let folder = repository();
    let path = folder.path();
    let cases = [
        ("wazir", "خطأ كبير"),
        ("wazir", "إن الحكومة لن تغادر كابول أبدا"),
        ("fayanren", "不会干涉"),
        ("fayanren", "他说：\"我们不会干涉别国内政。\""),
        ("hostile", "He said \"stop\\now\""),
        ("hostile", "Then 'it''s' '''over''' # not a comment and the next line."),
        ("hostile", "and left. Then"),
    ];
    let mut told = String::new();
    for (number, (source, words)) in cases.into_iter().enumerate() {
        let id = format!("c{number}");
        let run = cite(path, &[source, words, "--claim", &id, "--text", words, "--file", "claims/all.toml"]);
        assert_eq!(run.status, 0, "{words}: {}", all(&run));
        assert!(!all(&run).contains(['\u{1b}', '\u{202e}']), "{words}");
        told.push_str(&format!("{}\n", all(&run)));
    }
    insta::assert_snapshot!("scripts", told);
    let verified = ibid(path, &["verify", "claims/all.toml"]);
    assert_eq!(verified.status, 0, "{}", verified.stdout);
}

#[test]
fn a_usage_that_makes_no_sense_is_said_so() {
    let folder = repository();
    let path = folder.path();
    write(
        path,
        "claims/twice.toml",
        "[[claim]]\nid = \"twice\"\ntext = \"T\"\n[[claim]]\nid = \"twice\"\ntext = \"T\"\n",
    );
    let words = "Il n’a pas dit où";
    let told: Vec<String> = [
        &["kaboul", words][..],
        &["kabul", words, "--claim", "erreur"],
        &["kaboul", "« … »", "--claim", "erreur"],
        &["kaboul", words, "--claim", "ereur"],
        &["kaboul", words, "--claim", "erreur", "--text", "Again."],
        &["kaboul", words, "--claim", "erreur", "--file", "claims/b.toml"],
        &["kaboul", words, "--claim", "Not An Id", "--text", "T"],
        &["kaboul", words, "--claim", "new", "--text", "T", "--verdict", "suported"],
        &["kaboul", words, "--claim", "new", "--text", "T", "--file", "../out.toml"],
        &["kaboul", words, "--claim", "new", "--text", "T", "--file", "claims/new.txt"],
        &["kaboul", words, "--claim", "new", "--text", "T", "--capture", "2025-12-09"],
        &["kaboul", words, "--claim", "twice"],
        &["kaboul", words, "--print", "--verdict", "refuted"],
    ]
    .into_iter()
    .map(|args| nothing_written(path, args, 2))
    .collect();
    insta::assert_snapshot!("usage", told.join("\n"));
}

#[test]
fn what_cannot_be_relied_on_is_neither_quoted_nor_written() {
    let folder = repository();
    let path = folder.path();
    write(path, "claims/torn.toml", "[[claim]\n");
    let mut told = nothing_written(path, &["wazir", "خطأ كبير", "--claim", "new", "--text", "T"], 2);
    fs::remove_file(path.join("claims/torn.toml")).unwrap();
    write(path, "sources/wazir/2025-12-08.txt", &ARABIC.replace("كبير", "صغير"));
    told += &nothing_written(path, &["wazir", "خطأ صغير", "--claim", "erreur"], 2);
    fs::remove_file(path.join("sources/wazir/2025-12-08.txt")).unwrap();
    told += &nothing_written(path, &["wazir", "خطأ صغير", "--claim", "erreur"], 2);
    write(path, "sources/hostile/source.toml", "title = 1\n");
    told += &nothing_written(path, &["hostile", "He said", "--claim", "erreur"], 2);
    insta::assert_snapshot!("unreliable", told);
}

#[cfg(unix)]
#[test]
fn links_are_not_written_through() {
    let folder = repository();
    let path = folder.path();
    let outside = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(outside.path(), path.join("claims/away")).unwrap();
    for file in ["claims/away/x.toml", "claims/away/deep/x.toml"] {
        let run =
            cite(path, &["kaboul", "Il n’a pas dit où", "--claim", "new", "--text", "T", "--file", file]);
        assert_eq!(run.status, 2, "{}", all(&run));
    }
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
}

#[test]
fn layouts_stay_as_they_are() {
    let folder = repository();
    let path = folder.path();
    let dos = format!("\u{FEFF}{}", CLAIMS.trim_end().replace('\n', "\r\n"));
    write(path, "claims/a.toml", &dos);
    let run = cite(path, &["kaboul", "Il n'a pas dit où", "--claim", "other", "--stance", "context"]);
    assert_eq!(run.status, 0, "{}", all(&run));
    let added = "\r\n\r\n  [[claim.quote]]\r\n  source = \"kaboul\"\r\n  exact  = \"Il n’a pas dit où\"\r\n  stance = \"context\"";
    assert_eq!(read(path, "claims/a.toml"), format!("{dos}{added}"));
    let on_one_line = "claim = [{ id = \"a\", text = \"A\", quote = [{ source = \"kaboul\", exact = \"a répondu le Dr. Abdullah\" }] }, { id = \"b\", text = \"B\", quote = [{ source = \"kaboul\", exact = \"a répondu le Dr.\" }] }]\n";
    write(path, "claims/a.toml", on_one_line);
    let run = cite(path, &["kaboul", "Il n'a pas dit où", "--claim", "b"]);
    assert_eq!(run.status, 0, "{}", all(&run));
    let wanted =
        on_one_line.replace("Dr.\" }", "Dr.\" }, { source = \"kaboul\", exact = \"Il n’a pas dit où\" }");
    assert_eq!(read(path, "claims/a.toml"), wanted);
    let inline = "claim = [\n  { id = \"a\", text = \"A\", quote = [{ source = \"kaboul\", exact = \"a répondu le Dr. Abdullah\" }] }, # one\n]\n";
    write(path, "claims/a.toml", inline);
    let run = cite(path, &["kaboul", "Il n'a pas dit où", "--claim", "a"]);
    assert_eq!(run.status, 0, "{}", all(&run));
    let added = ", { source = \"kaboul\", exact = \"Il n’a pas dit où\" }]";
    assert_eq!(read(path, "claims/a.toml"), inline.replace("\" }] }", &format!("\" }}{added} }}")));
}

#[test]
fn words_over_the_end_of_a_line_have_its_characters() {
    let folder = repository();
    let path = folder.path();
    write(path, "a.txt", "Le ministre a\r\nparlé longuement.\r\n\r\nPuis il est parti en silence.\r\n");
    assert_eq!(ibid(path, &["add", "a.txt", "--id", "dos", "--title", "T"]).status, 0);
    let run = cite(path, &["dos", "Le ministre a parlé longuement. Puis il est", "--claim", "erreur"]);
    assert_eq!(run.status, 0, "{}", all(&run));
    assert!(run.stderr.contains("a paragraph’s end"), "{}", run.stderr);
    let line = "exact  = \"Le ministre a\\r\\nparlé longuement.\\r\\n\\r\\nPuis il est\"";
    assert!(read(path, "claims/a.toml").contains(line), "{}", run.stdout);
    assert_eq!(ibid(path, &["verify", "erreur"]).status, 0);
}
