//! The work of a day, by the command line: what is written, what is told, and the exit status.

use crate::common::{files, ibid, ibid_reading, initialized, read, write};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const ARTICLE: &str =
    "Le ministre a parlé d’« une erreur ».\n\nIl n’a pas dit où. Environ 2500 soldats sont là.\n";

const CLAIM: &str = "\
# what the minister said
[[claim]]
id   = \"erreur\"
text = \"The minister spoke of a mistake.\"

  [[claim.quote]]          # his words
  source = \"le-discours\"
  exact  = \"Le ministre a parlé d’« une erreur »\"
";

/// A repository with one article and one claim that stands.
fn repository() -> TempDir {
    let folder = initialized();
    fs::write(folder.path().join("article.txt"), ARTICLE).unwrap();
    let added =
        ibid(folder.path(), &["add", "article.txt", "--title", "Le discours", "--captured", "2025-12-08"]);
    assert_eq!(added.status, 0, "{}", added.stderr);
    write(folder.path(), "claims/a.toml", CLAIM);
    folder
}

#[test]
fn a_day_from_init_to_a_quote_that_stands() {
    let folder = repository();
    let path = folder.path();
    let stored = fs::read_to_string(path.join("sources/le-discours/2025-12-08.txt")).unwrap();
    assert_eq!(stored, ARTICLE);
    insta::assert_snapshot!(fs::read_to_string(path.join("sources/le-discours/source.toml")).unwrap());
    let verified = ibid(path, &["verify"]);
    assert_eq!(verified.status, 0, "{}", verified.stdout);
    insta::assert_snapshot!(verified.stdout, @"1 claim with 1 quote, checked against 1 source (1 capture): 1 stands");
    insta::assert_snapshot!(ibid(path, &["verify", "-v"]).stdout);
    assert_eq!(ibid(path, &["verify", "-q"]).stdout, "");
    let from_below = ibid(&path.join("sources/le-discours"), &["verify"]);
    assert_eq!((from_below.status, from_below.stdout), (0, verified.stdout));
}

#[test]
fn six_ways_to_break_a_quote_are_told_apart() {
    let folder = repository();
    let told = |from: &str, to: &str| {
        assert!(CLAIM.contains(from));
        write(folder.path(), "claims/a.toml", &CLAIM.replace(from, to));
        let run = ibid(folder.path(), &["verify"]);
        assert_eq!(run.status, 1, "{}", run.stdout);
        run.stdout
    };
    insta::assert_snapshot!("break_apostrophe", told("d’«", "d'«"));
    insta::assert_snapshot!("break_word", told("une erreur", "une faute"));
    insta::assert_snapshot!("break_number", told("Le ministre a parlé d’« une erreur »", "Environ 250"));
    insta::assert_snapshot!("break_negation", told("Le ministre a parlé d’« une erreur »", "a pas dit où"));
    insta::assert_snapshot!("break_key", told("exact  =", "exakt  ="));
    insta::assert_snapshot!("break_source", told("\"le-discours\"", "\"le-discour\""));
    insta::assert_snapshot!(
        "break_invented",
        told("Le ministre a parlé d’« une erreur »", "Nous quitterons le pays demain matin")
    );
}

#[test]
fn fix_writes_the_sources_characters_and_nothing_else() {
    let folder = repository();
    let path = folder.path();
    let typed = CLAIM.replace("d’« une erreur »", "d'« Une erreur »").replace('\n', "\r\n");
    write(path, "claims/a.toml", &typed);
    let shown = ibid(path, &["fix"]);
    assert_eq!((shown.status, fs::read_to_string(path.join("claims/a.toml")).unwrap()), (0, typed.clone()));
    insta::assert_snapshot!(format!("{}{}", shown.stdout, shown.stderr));
    assert_eq!(ibid(path, &["fix", "--check"]).status, 1);
    assert_eq!(ibid(path, &["fix", "--write"]).status, 0);
    let mended = fs::read_to_string(path.join("claims/a.toml")).unwrap();
    assert_eq!(mended, CLAIM.replace('\n', "\r\n"), "comments, layout and line ends are as they were");
    assert_eq!(ibid(path, &["fix", "--check"]).status, 0);
    assert_eq!(ibid(path, &["verify"]).status, 0);
}

#[test]
fn fix_breaks_lines_as_the_file_does() {
    let folder = initialized();
    let path = folder.path();
    write(path, "a.txt", "Il a reconnu\n« une erreur » hier.\n");
    assert_eq!(ibid(path, &["add", "a.txt", "--id", "a", "--title", "T"]).status, 0);
    let claim = "[[claim]]\nid = \"c\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"a\"\nexact = \"\"\"reconnu « une erreur » hier\"\"\"\n";
    write(path, "claims/a.toml", &claim.replace('\n', "\r\n"));
    assert_eq!(ibid(path, &["fix", "--write"]).status, 0);
    let mended = fs::read_to_string(path.join("claims/a.toml")).unwrap();
    assert!(mended.contains("reconnu\r\n« une"), "{mended:?}");
    assert_eq!(ibid(path, &["verify"]).status, 0);
}

#[test]
fn fix_never_changes_a_word_nor_what_runs_across_paragraphs() {
    let folder = repository();
    let other_word = CLAIM.replace("une erreur", "une faute");
    let across =
        CLAIM.replace("Le ministre a parlé d’« une erreur »", "parlé d'« une erreur ». Il n'a pas dit où");
    for claim in [other_word, across] {
        write(folder.path(), "claims/a.toml", &claim);
        assert_eq!(ibid(folder.path(), &["verify"]).status, 1);
        let fixed = ibid(folder.path(), &["fix", "--write"]);
        assert_eq!(fixed.status, 0);
        let is_across = claim.contains("Il n'a pas dit où");
        assert_eq!(
            fixed.stderr.contains("left to you: 1 quote in other characters"),
            is_across,
            "{}",
            fixed.stderr
        );
        assert_eq!(fs::read_to_string(folder.path().join("claims/a.toml")).unwrap(), claim);
    }
}

#[test]
fn init_overwrites_nothing() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), ".gitattributes", "*.png binary\n");
    let first = ibid(folder.path(), &["init"]);
    assert_eq!(first.status, 0);
    assert!(first.stdout.contains("Add these lines to it:\n") && first.stdout.contains("sources/** -text"));
    assert_eq!(fs::read_to_string(folder.path().join(".gitattributes")).unwrap(), "*.png binary\n");
    let before = files(folder.path());
    let second = ibid(folder.path(), &["init"]);
    assert_eq!((second.status, files(folder.path())), (2, before));
    insta::assert_snapshot!(second.stderr);
}

#[test]
fn init_that_cannot_make_a_folder_leaves_nothing_behind() {
    for name in ["claims", "sources", ".ibid"] {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), name, "a file\n");
        let before = files(folder.path());
        let run = ibid(folder.path(), &["init"]);
        assert_eq!((run.status, files(folder.path())), (2, before), "{name}");
        assert!(run.stderr.contains(&format!("`{name}` in `.` is a file")), "{}", run.stderr);
        assert!(!folder.path().join(if name == "claims" { "sources" } else { "claims" }).exists());
    }
}

#[test]
fn add_refuses_what_it_cannot_keep_and_writes_nothing() {
    let folder = repository();
    let path = folder.path();
    write(path, "empty.txt", "");
    write(path, "blank.txt", " \n");
    write(path, "page.pdf", "%PDF-1.7\n");
    write(path, "nul.txt", "a\0b");
    fs::write(path.join("latin.txt"), b"Les r\xE9fugi\xE9s sont l\xE0").unwrap();
    fs::write(path.join("utf16.txt"), b"\xFF\xFEa\0\x00\xD8b\0").unwrap();
    write(path, "other.txt", "Un autre texte.");
    let before = files(path);
    let mut told = String::new();
    for args in [
        &["add", "missing.txt"][..],
        &["add", "sources"],
        &["add", "empty.txt"],
        &["add", "blank.txt"],
        &["add", "page.pdf"],
        &["add", "nul.txt"],
        &["add", "latin.txt"],
        &["add", "utf16.txt"],
        &["add", "article.txt"],
        &["add", "other.txt", "--id", "le-discours"],
        &["add", "other.txt", "--id", "../outside"],
        &["add", "other.txt", "--id", "Upper"],
        &["add", "other.txt", "--title", " "],
        &["add", "other.txt", "--published", "hier"],
        &["add", "other.txt", "--language", "français"],
        &["add", "other.txt", "--captured", "2025-02-30"],
    ] {
        let run = ibid(path, args);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
        told.push_str(&format!("$ ibid {}\n{}\n", args.join(" "), run.stderr));
    }
    let run = ibid_reading(path, &["add", "-"], b"text");
    assert_eq!(run.status, 2);
    assert_eq!(files(path), before);
    insta::assert_snapshot!(told);
}

#[test]
fn add_proposes_an_id_in_any_script_and_keeps_what_is_said() {
    let folder = repository();
    let path = folder.path();
    let id = |title: &str, input: &str| {
        let run = ibid_reading(path, &["add", "-", "--title", title], input.as_bytes());
        assert_eq!(run.status, 0, "{}", run.stderr);
        run.stdout.split('`').nth(1).unwrap().to_owned()
    };
    assert_eq!(id("Œuvres : l’été « à Kaboul » !", "un"), "oeuvres-l-ete-a-kaboul");
    assert_eq!(id("阿富汗", "二"), "a-fu-han");
    assert!(id("طالبان في كابول", "ثلاثة").is_ascii());
    let title = "Un \"titre\" \\ avec\u{202f}tout\u{1b}[31m";
    let args = [
        "add",
        "-",
        "--id",
        "x/y",
        "--title",
        title,
        "--author",
        "A",
        "--author",
        "B",
        "--url",
        "https://a.example/",
        "--note",
        "n\n2",
    ];
    assert_eq!(ibid_reading(path, &args, b"quatre").status, 0);
    let run = ibid(path, &["verify", "--format", "json"]);
    let report: serde_json::Value = run.json();
    let source = report["sources"].as_array().unwrap().iter().find(|source| source["id"] == "x/y").unwrap();
    assert_eq!((&source["title"], &source["author"]), (&title.into(), &serde_json::json!(["A", "B"])));
}

#[test]
fn a_part_can_be_checked_and_what_is_not_there_is_said() {
    let folder = repository();
    let path = folder.path();
    write(
        path,
        "claims/deep/b.toml",
        &CLAIM.replace("\"erreur\"", "\"faute\"").replace("une erreur", "une faute"),
    );
    write(path, "claims/c.toml", "[[claim]\n");
    let status = |args: &[&str]| ibid(path, &[&["verify"], args].concat()).status;
    assert_eq!(status(&[]), 1);
    assert_eq!(status(&["erreur"]), 0);
    assert_eq!(status(&["claims/a.toml"]), 0);
    assert_eq!(status(&["claims/deep"]), 1);
    assert_eq!(status(&["faute", "erreur"]), 1);
    assert_eq!(status(&["sources/le-discours"]), 1);
    assert_eq!(status(&["claims/c.toml"]), 1);
    let unknown = ibid(path, &["verify", "ereur"]);
    assert_eq!(unknown.status, 2);
    insta::assert_snapshot!(unknown.stderr);
}

#[test]
fn reports_go_where_they_are_sent() {
    let folder = repository();
    let path = folder.path();
    let run = ibid(path, &["verify", "--format", "json", "-o", "report.json"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    assert_eq!(
        fs::read_to_string(path.join("report.json")).unwrap(),
        ibid(path, &["verify", "--format", "json"]).stdout
    );
    assert_eq!(ibid(path, &["verify", "-o", "-"]).stdout, ibid(path, &["verify"]).stdout);
    assert_eq!(ibid(path, &["verify", "-o", "no/such/folder/r"]).status, 2);
    assert!(ibid(path, &["verify", "--color", "always", "nothing"]).stdout.is_empty());
}

#[test]
fn colour_is_the_flags_then_the_environments() {
    let folder = repository();
    write(folder.path(), "claims/a.toml", &CLAIM.replace("une erreur", "une faute"));
    let is_coloured = |args: &[&str], set: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
        command
            .arg("verify")
            .args(args)
            .current_dir(folder.path())
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE");
        let output = command.envs(set.iter().copied()).output().unwrap();
        output.stdout.contains(&0x1B)
    };
    assert!(!is_coloured(&[], &[]));
    assert!(is_coloured(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(is_coloured(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!is_coloured(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!is_coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn no_repository_is_an_error_and_no_claim_never_a_pass() {
    let folder = tempfile::tempdir().unwrap();
    let none = ibid(folder.path(), &["verify"]);
    assert_eq!(none.status, 2);
    insta::assert_snapshot!(none.stderr);
    assert_eq!(ibid(folder.path(), &["init"]).status, 0);
    let empty = ibid(folder.path(), &["verify"]);
    assert_eq!(empty.status, 1);
    insta::assert_snapshot!(empty.stdout);
    assert_eq!(ibid(folder.path(), &["frobnicate"]).status, 2);
}

#[test]
fn what_lacks_on_a_line_is_named_with_the_line_to_type() {
    let folder = tempfile::tempdir().unwrap();
    let told = |args: &[&str]| {
        let run = ibid(folder.path(), args);
        assert_eq!(run.status, 2, "{args:?}");
        run.stderr
    };
    let lacking = told(&["show"]);
    assert!(lacking.starts_with("error: `ibid show` needs more than that: <CLAIM|SOURCE>"), "{lacking}");
    assert!(lacking.contains("`ibid show --help` has examples"), "{lacking}");
    let unknown = told(&["report", "--format", "markdwon"]);
    assert!(unknown.contains("--format does not take `markdwon`"), "{unknown}");
    assert!(unknown.contains("did you mean `markdown`? it takes one of human, markdown, json"), "{unknown}");
    assert!(told(&["verify", "--fail-on", ""]).contains("--fail-on needs a word behind it"));
}

#[test]
fn rules_are_explained() {
    let folder = tempfile::tempdir().unwrap();
    insta::assert_snapshot!(ibid(folder.path(), &["explain"]).stdout);
    assert!(ibid(folder.path(), &["explain", "quote-variant"]).stdout.starts_with("# quote-variant\n"));
    let status = ibid(folder.path(), &["explain", "unchecked"]);
    assert!(status.status == 0 && status.stdout.starts_with("# unchecked\n"), "{}", status.stdout);
    assert!(status.stdout.contains("    ibid explain capture-missing\n"), "{}", status.stdout);
    let unknown = ibid(folder.path(), &["explain", "quote-varient"]);
    assert_eq!((unknown.status, unknown.stderr.contains("quote-variant")), (2, true));
}

#[test]
fn the_page_of_a_status_names_rules_of_quotes_that_have_it() {
    for status in ibid::verify::Status::ALL {
        let page = ibid(Path::new("."), &["explain", status.name()]).stdout;
        let rules: Vec<&str> =
            page.lines().filter_map(|line| line.trim().strip_prefix("ibid explain ")).collect();
        assert!(!rules.is_empty(), "{status:?}");
        for rule in rules {
            let folder = Path::new("tests/gallery").join(rule);
            let told = ibid(&folder, &["verify", "--format", "json"]).stdout;
            assert!(told.contains(&format!("\"status\": \"{}\"", status.name())), "{status:?}: {rule}");
            assert!(told.contains(&format!("\"rule\": \"{rule}\"")), "{status:?}: {rule}");
        }
    }
}

#[test]
fn the_help_names_the_schema_that_is_written() {
    let folder = repository();
    let commands: [&[&str]; 4] = [&["report"], &["show", "erreur"], &["drift"], &["verify"]];
    for command in commands {
        let told = ibid(folder.path(), &[command, &["--format", "json"]].concat()).stdout;
        let schema =
            told.lines().find(|line| line.contains("\"schema\"")).unwrap().split('"').nth(3).unwrap();
        let help = ibid(folder.path(), &[command[0], "--help"]).stdout;
        let named: Vec<&str> = help.split_whitespace().filter(|word| word.starts_with("ibid.")).collect();
        assert_eq!(
            named.iter().filter(|word| word.ends_with("/1")).collect::<Vec<_>>(),
            [&schema],
            "{command:?}"
        );
    }
}

#[test]
fn levels_come_from_the_configuration() {
    let folder = repository();
    write(folder.path(), "claims/a.toml", &CLAIM.replace("d’«", "d'«"));
    for (level, status) in [("error", 1), ("warning", 0), ("note", 0), ("off", 0)] {
        write(folder.path(), "ibid.toml", &format!("format = 1\n[rules]\nquote-variant = \"{level}\"\n"));
        assert_eq!(ibid(folder.path(), &["verify"]).status, status, "{level}");
        let told = ibid(folder.path(), &["verify", "--format", "json"]).stdout;
        assert!(told.contains("\"status\": \"variant\""), "a level never changes what is true");
        let listed = ibid(folder.path(), &["verify", "-v"]).stdout;
        assert!(listed.contains("variant  erreur  sources/le-discours/2025-12-08.txt:1:1\n"), "{listed}");
        let shown = ibid(folder.path(), &["show", "erreur"]).stdout;
        assert_eq!(shown.contains("tells more of what is wrong"), level != "off", "{shown}");
    }
}

#[test]
fn what_v_lists_stands_in_columns() {
    let folder = repository();
    let other = CLAIM.replace("d’«", "d'«").replace("erreur\"", "variante\"");
    write(folder.path(), "claims/b.toml", &other);
    write(folder.path(), "claims/a.toml", CLAIM);
    let listed = ibid(folder.path(), &["verify", "-v"]).stdout;
    let lines: Vec<&str> = listed.lines().take(4).collect();
    assert!(lines[0].starts_with("stands   ") && lines[2].starts_with("variant  "), "{listed}");
    assert!(lines[1].starts_with("         “") && lines[3].starts_with("         “"), "{listed}");
}

#[test]
fn what_is_missing_passes_only_where_that_is_asked_for_and_is_counted_aloud() {
    let folder = repository();
    fs::remove_file(folder.path().join("sources/le-discours/2025-12-08.txt")).unwrap();
    assert_eq!(ibid(folder.path(), &["verify"]).status, 1);
    let relaxed = ibid(folder.path(), &["verify", "--allow-unchecked"]);
    assert_eq!(relaxed.status, 0);
    insta::assert_snapshot!(relaxed.stdout);
}

#[cfg(unix)]
#[test]
fn odd_things_in_the_tree_are_findings_and_never_opened() {
    let folder = repository();
    let path = folder.path();
    let secret = tempfile::tempdir().unwrap();
    write(secret.path(), "secret.toml", &CLAIM.replace("\"erreur\"", "\"secret\""));
    std::os::unix::fs::symlink(secret.path().join("secret.toml"), path.join("claims/link.toml")).unwrap();
    std::os::unix::fs::symlink(secret.path(), path.join("claims/folder")).unwrap();
    std::os::unix::fs::symlink(secret.path(), path.join("sources/folder")).unwrap();
    assert!(Command::new("mkfifo").arg(path.join("claims/pipe.toml")).status().unwrap().success());
    fs::create_dir(path.join("claims/dir.toml")).unwrap();
    fs::write(path.join("claims/bytes.toml"), b"[[claim]]\nid = \"\xE9\"").unwrap();
    let run = ibid(path, &["verify", "--format", "json"]);
    let report: serde_json::Value = run.json();
    assert_eq!((run.status, &report["summary"]["claims"]), (1, &1.into()));
    let line = |finding: &serde_json::Value| {
        format!("{}: {}\n", finding["path"].as_str().unwrap(), finding["rule"].as_str().unwrap())
    };
    let told: String = report["findings"].as_array().unwrap().iter().map(line).collect();
    insta::assert_snapshot!(told);
}

#[test]
fn many_claims_in_one_file_are_read() {
    let folder = repository();
    let claims: String =
        (0..20_000).map(|number| CLAIM.replace("\"erreur\"", &format!("\"c-{number}\""))).collect();
    write(folder.path(), "claims/a.toml", &claims);
    let run = ibid(folder.path(), &["verify"]);
    assert_eq!((run.status, run.stdout.contains("all 20000")), (0, true), "{}", run.stdout);
}

#[test]
fn reports_never_replace_what_is_kept() {
    let folder = repository();
    let path = folder.path();
    let before = files(path);
    for kept in ["claims/a.toml", "claims/new.toml", "sources/le-discours/2025-12-08.txt", "ibid.toml"] {
        assert_eq!(ibid(path, &["verify", "-o", kept]).status, 2, "{kept}");
    }
    assert_eq!(ibid(path, &["verify", "-o", "/dev/null"]).status, 0);
    assert_eq!(files(path), before);
    #[cfg(unix)]
    {
        assert!(!fs::symlink_metadata("/dev/null").unwrap().is_file());
        std::os::unix::fs::symlink(path.join("article.txt"), path.join("link")).unwrap();
        assert_eq!(ibid(path, &["verify", "-o", "link"]).status, 2);
        assert_eq!(fs::read_to_string(path.join("article.txt")).unwrap(), ARTICLE);
    }
}

#[test]
fn a_quote_does_not_depend_on_the_line_ends_of_its_claim_file() {
    for (source, ends) in
        [("Il a dit que l’été\nserait long.\n", "\n"), ("Il a dit que l’été\r\nserait long.\r\n", "\r\n")]
    {
        let folder = repository();
        let path = folder.path();
        fs::write(path.join("two.txt"), source).unwrap();
        assert_eq!(ibid(path, &["add", "two.txt", "--id", "two"]).status, 0);
        let claim = CLAIM.replace("le-discours", "two");
        let claim =
            claim.replace("\"Le ministre a parlé d’« une erreur »\"", "\"\"\"\nque l'été\nserait long\"\"\"");
        for claim in [claim.clone(), claim.replace('\n', "\r\n")] {
            write(path, "claims/a.toml", &claim);
            assert_eq!(ibid(path, &["verify"]).status, 1);
            assert_eq!(ibid(path, &["fix", "--write"]).status, 0);
            let run = ibid(path, &["verify"]);
            assert_eq!(run.status, 0, "{ends:?} {}", run.stdout);
            let mended = fs::read_to_string(path.join("claims/a.toml")).unwrap();
            let (line_ends, of_windows) = (mended.matches('\n').count(), mended.matches("\r\n").count());
            assert_eq!(of_windows, if claim.contains('\r') { line_ends } else { 0 }, "{mended:?}");
        }
    }
}

#[test]
fn values_cannot_forge_lines() {
    let folder = repository();
    let forged = "x\\n::error file=a::pwned\\n1 claim with 1 quote";
    for (from, to) in
        [("\"le-discours\"", format!("\"{forged}\"")), ("id   = \"erreur\"", format!("id = \"{forged}\""))]
    {
        write(folder.path(), "claims/a.toml", &CLAIM.replace(from, &to));
        let run = ibid(folder.path(), &["verify"]);
        assert_eq!(run.status, 1);
        assert!(!run.stdout.lines().any(|line| line.starts_with("::")));
        assert!(run.stdout.contains("⏎::error"), "{}", run.stdout);
    }
}

#[test]
fn the_newest_capture_is_the_one_taken_last() {
    let folder = repository();
    let record = folder.path().join("sources/le-discours/source.toml");
    let first = fs::read_to_string(&record)
        .unwrap()
        .replace("captured = 2025-12-08", "captured = 2025-12-08T18:00:00Z");
    fs::write(folder.path().join("sources/le-discours/b.txt"), ARTICLE).unwrap();
    let status = |second: &str| {
        let digest = first.split("sha256 = ").nth(1).unwrap().lines().next().unwrap();
        let second = format!("\n[[capture]]\nfile = \"b.txt\"\nsha256 = {digest}\ncaptured = {second}\n");
        fs::write(&record, format!("{first}{second}")).unwrap();
        ibid(folder.path(), &["verify"]).status
    };
    assert_eq!(status("2025-12-08T19:00:00Z"), 0);
    assert_eq!(status("2025-12-08T08:00:00Z"), 1);
    assert_eq!(status("2025-12-08T10:00:00-12:00"), 0);
}

#[test]
fn an_interrupted_add_leaves_no_source_behind() {
    let folder = repository();
    let path = folder.path();
    fs::create_dir(path.join("sources/.ibid-abc")).unwrap();
    for name in ["source.toml", "2025-12-08.txt"] {
        fs::copy(path.join("sources/le-discours").join(name), path.join("sources/.ibid-abc").join(name))
            .unwrap();
    }
    let run = ibid(path, &["verify"]);
    assert_eq!(
        (run.status, run.stdout.contains("1 source (1 capture): 1 stands")),
        (0, true),
        "{}",
        run.stdout
    );
    // What an ended `fix` leaves beside the claims is told, and nothing in it is read.
    write(path, "claims/.ibid-527a3a542d1b4358", &read(path, "claims/a.toml"));
    let run = ibid(path, &["verify", "--format", "concise"]);
    assert_eq!(run.status, 0);
    assert!(run.stdout.contains("left this behind; nothing is read in it"), "{}", run.stdout);
    assert!(run.stdout.contains("claims/.ibid-527a3a542d1b4358"), "{}", run.stdout);
}

#[test]
fn fix_in_ci_never_passes_what_it_could_not_check() {
    let folder = repository();
    fs::write(folder.path().join("sources/le-discours/2025-12-08.txt"), "other").unwrap();
    assert_eq!(ibid(folder.path(), &["fix", "--check"]).status, 1);
    write(folder.path(), "claims/a.toml", "id = x");
    assert_eq!(ibid(folder.path(), &["fix", "--check"]).status, 1);
}

#[test]
fn an_address_that_is_not_whole_is_refused_with_the_whole_one() {
    let folder = repository();
    let path = folder.path();
    write(path, "lettre.txt", "Une autre lettre.\n");
    let add = |url: &str| ibid(path, &["add", "lettre.txt", "--title", "Lettre", "--url", url]);
    let before = files(path);
    let told: Vec<String> =
        ["www.lefigaro.fr/politique/a-1", "la une du Figaro", "/politique"].map(|url| add(url).stderr).into();
    insta::assert_snapshot!(told.join("\n"), @r"
    error: `www.lefigaro.fr/politique/a-1` is no whole address on the web
     help: write it as the browser has it: --url https://www.lefigaro.fr/politique/a-1

    error: `la une du Figaro` is no whole address on the web
     help: copy it whole from the browser: --url https://example.org/article

    error: `/politique` is no whole address on the web
     help: copy it whole from the browser: --url https://example.org/article
    ");
    assert_eq!(files(path), before, "nothing is written");
    for url in ["https://www.lefigaro.fr/politique/a-1", "urn:isbn:9782070360024"] {
        let added = ibid(path, &["add", "lettre.txt", "--title", url, "--url", url]);
        assert!(!added.stderr.contains("no whole address"), "{url}: {}", added.stderr);
    }
}

#[test]
fn a_configuration_that_an_editor_named_is_to_be_renamed_and_not_begun_anew() {
    let folder = repository();
    let path = folder.path();
    fs::rename(path.join("ibid.toml"), path.join("ibid.toml.txt")).unwrap();
    let run = ibid(path, &["verify"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("ibid.toml.txt`: rename that to `ibid.toml`"), "{}", run.stderr);
    assert!(!run.stderr.contains("ibid init"), "its rules would be lost: {}", run.stderr);
}

#[test]
fn many_notes_of_one_rule_are_one_line_for_people_and_all_for_programs() {
    let folder = repository();
    let path = folder.path();
    for number in 0..12 {
        write(path, "one.txt", &format!("Text {number}.\n"));
        assert_eq!(
            ibid(path, &["add", "one.txt", "--id", &format!("s{number:02}"), "--title", "T"]).status,
            0
        );
    }
    let human = ibid(path, &["verify"]).stdout;
    insta::assert_snapshot!("many_notes", human);
    let count = |args: &[&str]| ibid(path, args).stdout.matches("source-uncited").count();
    assert_eq!(count(&["verify", "-v"]), 12);
    assert_eq!(count(&["verify", "--format", "concise"]), 12);
}
