//! Where `ibid verify` writes: several formats of one check, what is refused before anything is written, how much is
//! shown, and what a CI is given beside.

use crate::common::readers::{commands, json, junit, sarif};
use crate::common::sample::sample;
use crate::common::{Run, ibid, run};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

fn in_actions(folder: &Path, args: &[&str], summary: &Path) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
    command.args(args).env("GITHUB_ACTIONS", "true").env("GITHUB_STEP_SUMMARY", summary);
    run(&mut command, folder)
}

#[test]
fn one_check_is_written_in_several_formats() {
    let folder = sample();
    let args = [
        "verify",
        "-o",
        "sarif=out/ibid.sarif",
        "--output",
        "junit=out/ibid.xml",
        "-o",
        "human=out/ibid.txt",
    ];
    fs::create_dir(folder.path().join("out")).unwrap();
    let both = ibid(folder.path(), &args);
    assert_eq!((both.status, both.stderr.as_str()), (1, ""));
    let read = |name: &str| fs::read_to_string(folder.path().join("out").join(name)).unwrap();
    let alone = |format: &str| ibid(folder.path(), &["verify", "--format", format]).stdout;
    assert_eq!(both.stdout, alone("human"), "people are told as ever");
    assert_eq!((read("ibid.sarif"), read("ibid.xml")), (alone("sarif"), alone("junit")));
    assert_eq!(read("ibid.txt"), alone("human"));
    let mixed = ibid(folder.path(), &["verify", "--format", "concise", "-o", "json=out/report.json"]);
    assert_eq!((mixed.stdout, read("report.json")), (alone("concise"), alone("json")));
    let placed = ibid(folder.path(), &["verify", "--format", "gitlab", "-o", "out/a.json", "-o", "sarif=-"]);
    assert_eq!((placed.stdout, read("a.json")), (alone("sarif"), alone("gitlab")));
    let file = ibid(folder.path(), &["verify", "-o", "out/plain.txt"]);
    assert_eq!((file.stdout.as_str(), read("plain.txt")), ("", alone("human")));
}

#[test]
fn what_cannot_be_written_is_refused_before_anything_is() {
    let folder = sample();
    let path = folder.path();
    fs::create_dir(path.join("out")).unwrap();
    let before = fs::read_to_string(path.join("claims/a.toml")).unwrap();
    let mut told = String::new();
    for args in [
        vec!["-o", "sarif=a.out", "-o", "junit=./a.out"],
        vec!["-o", "sarif=a.out", "-o", "junit=out/../a.out"],
        vec!["-o", "sarif=a.out", "-o", "junit=out"],
        vec!["-o", "sarif=a.out", "-o", "junit=claims/a.toml"],
        vec!["-o", "sarif=a.out", "-o", "junit=out/../sources/new.xml"],
        vec!["-o", "sarif=a.out", "-o", "junit=out/.gitignore"],
        vec!["-o", "sarif=a.out", "-o", "junit=nowhere/a.xml"],
        vec!["-o", "sarif=a.out", "-o", "b.out", "-o", "c.out"],
        vec!["-o", "sarif=a.out", "--format", "json", "-o", "junit=-"],
        vec!["-o", "sarif=a.out", "-o", "sariff=b.out"],
        vec!["-o", "sarif=a.out", "-o", "junit="],
        vec!["-o", "sarif=a.out", "-o", "csv=b.out"],
        vec!["-o", "sarif=a.out", "-o", "claims.schema=."],
        vec!["-o", "sarif=a.out", "-o", "json.gz=b.out"],
        vec!["-o", "sarif=a.out", "-o", "sarif:=b.out"],
        vec!["-o", "sarif=a.out", "-o", "=b.out"],
        vec!["-o", "sarif=a.out", "-o", "json=known.json", "--baseline", "out/../known.json"],
    ] {
        let Run { status, stdout, stderr } = ibid(path, &[&["verify"], &args[..]].concat());
        assert_eq!((status, stdout.as_str()), (2, ""), "{args:?}");
        assert!(!path.join("a.out").exists() && !path.join("b.out").exists(), "{args:?}");
        told.push_str(&format!("$ ibid verify {}\n{stderr}\n", args.join(" ")));
    }
    assert_eq!(fs::read_to_string(path.join("claims/a.toml")).unwrap(), before);
    assert!(!path.join("sources/new.xml").exists());
    insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!("refused", told) });
    for args in
        [["report", "-o", "json=b.out"], ["diff", "-o", "Markdown=b.out"], ["schema", "-o", "json=b.out"]]
    {
        let run = ibid(path, &args);
        assert!(run.status == 2 && run.stderr.contains("--format "), "{args:?}: {}", run.stderr);
        assert!(!path.join(args[2]).exists(), "{args:?}");
    }
    let dotted = ibid(path, &["verify", "-q", "-o", "./json.gz=b.out"]);
    assert!(dotted.status == 1 && path.join("json.gz=b.out").exists(), "{}", dotted.stderr);
    let odd = ibid(path, &["verify", "-q", "-o", "./csv=b.out"]);
    assert!(odd.status == 1 && path.join("csv=b.out").exists(), "{}", odd.stderr);
}

#[test]
fn as_many_findings_are_shown_as_asked_for_and_all_are_counted() {
    let folder = sample();
    for format in ["human", "concise", "markdown", "github"] {
        let run = ibid(folder.path(), &["verify", "--format", format, "--max-findings", "2"]);
        assert_eq!(run.status, 1, "{format}");
        let shown = match format {
            "human" => run.stdout.lines().filter(|line| line.starts_with("error[")).count(),
            "concise" => run.stdout.lines().filter(|line| line.contains(": error[")).count(),
            "markdown" => run.stdout.lines().filter(|line| line.starts_with("| `")).count(),
            _ => commands(&run.stdout).0.len(),
        };
        assert_eq!(shown, 2, "{format}: {}", run.stdout);
        assert!(run.stdout.contains("… and 9 more findings not shown here"), "{format}: {}", run.stdout);
    }
    let none = ibid(folder.path(), &["verify", "--max-findings", "0"]);
    assert!(none.status == 1 && none.stdout.contains("11 more findings") && none.stdout.contains("8 errors"));
    for format in ["json", "sarif", "gitlab", "junit"] {
        let all = ibid(folder.path(), &["verify", "--format", format]).stdout;
        let run = ibid(folder.path(), &["verify", "--format", format, "--max-findings", "1"]);
        assert_eq!(run.stdout, all, "{format} is whole");
    }
}

/// A repository of many claims without a quote, each an error, and one note.
fn many(count: usize) -> tempfile::TempDir {
    let folder = sample();
    let claims: Vec<String> =
        (0..count).map(|number| format!("[[claim]]\nid = \"n{number}\"\ntext = \"x\"\n")).collect();
    in_files(folder.path(), &claims);
    folder
}

/// Claims in several files, of which none has more wrong than is told.
fn in_files(folder: &Path, claims: &[String]) {
    for (number, claims) in claims.chunks(ibid::finding::MOST_ALIKE).enumerate() {
        fs::write(folder.join(format!("claims/many{number}.toml")), claims.concat()).unwrap();
    }
}

#[test]
fn a_step_gets_ten_annotations_of_a_level_and_is_told_how_many_more_there_are() {
    let folder = many(30);
    let text = ibid(folder.path(), &["verify", "--format", "github"]).stdout;
    let (obeyed, others) = commands(&text);
    let count = |name: &str| obeyed.iter().filter(|one| one.name == name).count();
    assert_eq!((count("error"), count("warning")), (10, 3));
    assert!(
        others.iter().any(|line| line.starts_with("… and 28 more errors, which are not annotated")),
        "{text}"
    );
}

#[test]
fn code_scanning_gets_the_gravest_and_is_told_how_many_were_left_out() {
    let folder = many(5_100);
    let text = ibid(folder.path(), &["verify", "--format", "sarif"]).stdout;
    let results = sarif(&text);
    assert_eq!(results.len(), 5_000);
    assert!(results.iter().all(|one| one["level"] == "error"), "the warnings are left out first");
    let log: Value = serde_json::from_str(&text).unwrap();
    let notice = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
    assert!(notice.as_str().unwrap().starts_with("111 findings left out"), "{notice}");
}

#[test]
fn a_file_for_code_scanning_is_never_larger_than_the_host_takes() {
    let folder = sample();
    // A text that hardly shrinks, and quotes that each show much of it.
    let word = |number: usize| format!("{:x}", number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let text: String = (0..40_000).map(|number| word(number) + " ").collect();
    let digest = ibid::digest::Digest::of(text.as_bytes());
    let record = format!("title = \"T\"\n[[capture]]\nfile = \"2025-12-08.txt\"\nsha256 = \"{digest}\"\n");
    fs::create_dir(folder.path().join("sources/long")).unwrap();
    fs::write(folder.path().join("sources/long/source.toml"), record).unwrap();
    fs::write(folder.path().join("sources/long/2025-12-08.txt"), &text).unwrap();
    let claims: Vec<String> = (0..4_500)
        .map(|number| {
            let words: Vec<String> = (number..number + 60).map(word).collect();
            let exact = words.join(" ").replacen(' ', "  ", 20);
            format!("[[claim]]\nid = \"n{number}\"\ntext = \"x\"\n[[claim.quote]]\nsource = \"long\"\nexact = \"{exact}\"\n")
        })
        .collect();
    in_files(folder.path(), &claims);
    let text = ibid(folder.path(), &["verify", "--format", "sarif"]).stdout;
    let log: Value = serde_json::from_str(&text).unwrap();
    let compact = serde_json::to_vec(&log).unwrap().len();
    let count = sarif(&text).len();
    assert!(compact < 10_000_000, "{compact}");
    assert!((1_000..4_511).contains(&count), "{count}: some had no room");
    assert!(text.contains(" findings left out"));
}

#[test]
fn what_is_known_is_told_apart() {
    let folder = sample();
    let known = folder.path().join("known.json");
    ibid(folder.path(), &["report", "--format", "json", "-o", "known.json"]);
    let claims = fs::read_to_string(folder.path().join("claims/a.toml")).unwrap();
    fs::write(folder.path().join("claims/a.toml"), claims.replace("demain matin", "demain soir")).unwrap();
    assert!(known.exists());
    let with = |format: &str| {
        let run = ibid(folder.path(), &["verify", "--format", format, "--baseline", "known.json"]);
        assert_eq!(run.status, 1, "{format}");
        run.stdout
    };
    let states: Vec<Value> = sarif(&with("sarif")).iter().map(|one| one["baselineState"].clone()).collect();
    let (all, known) = (json(&with("json")).len(), with("json").matches("\"known\": true").count());
    assert!(known > 5, "five errors and a warning");
    assert_eq!(states.iter().filter(|state| **state == "unchanged").count(), known, "{states:?}");
    assert_eq!(states.iter().filter(|state| **state == "new").count(), all - known);
    let cases = junit(&with("junit"));
    assert_eq!(cases.iter().filter(|case| case.outcome == "skipped").count(), 5);
    assert!(with("gitlab").contains("\"known: altered: "));
    assert!(!with("concise").contains("quote-altered"), "known is not shown");
    assert!(!commands(&with("github")).0.iter().any(|one| one.properties["title"].contains("altered")));
}

#[test]
fn a_job_gets_a_summary_where_it_keeps_one() {
    let folder = sample();
    let summary = folder.path().join("summary.md");
    fs::write(&summary, "# Before\n").unwrap();
    let run = in_actions(folder.path(), &["verify", "--format", "github"], &summary);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""));
    let markdown = ibid(folder.path(), &["verify", "--format", "markdown"]).stdout;
    assert_eq!(fs::read_to_string(&summary).unwrap(), format!("# Before\n{markdown}"));
    in_actions(folder.path(), &["verify"], &summary);
    assert_eq!(
        fs::read_to_string(&summary).unwrap().len(),
        "# Before\n".len() + markdown.len(),
        "only with github"
    );
    fs::write(&summary, "x".repeat(1024 * 1024)).unwrap();
    let full = in_actions(folder.path(), &["verify", "--format", "github"], &summary);
    assert_eq!(full.status, 1);
    assert!(full.stderr.contains("the summary of this job is full"), "{}", full.stderr);
    let lost =
        in_actions(folder.path(), &["verify", "--format", "github"], &folder.path().join("no/where.md"));
    assert_eq!(lost.status, 1, "the summary decides nothing");
    assert!(lost.stderr.contains("could not be written"), "{}", lost.stderr);
}

#[test]
fn colour_is_as_people_and_their_environment_ask() {
    let folder = sample();
    let coloured = |args: &[&str], variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
        command.arg("verify").args(args).envs(variables.iter().copied());
        run(&mut command, folder.path()).stdout.contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]), "no terminal");
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
        assert!(coloured(&[], &[(name, "1")]), "{name}");
        assert!(!coloured(&[], &[(name, "0")]), "{name}");
        assert!(!coloured(&[], &[(name, "1"), ("NO_COLOR", "1")]), "{name}");
        assert!(!coloured(&["--color", "never"], &[(name, "1")]), "{name}");
    }
    assert!(coloured(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(!coloured(&["--format", "concise"], &[("FORCE_COLOR", "1")]));
}

#[test]
fn three_notes_of_one_rule_are_told_whole_and_four_in_a_line_that_names_each_claim_once() {
    for (count, whole) in [(3, 3), (4, 0)] {
        let folder = crate::common::initialized();
        let path = folder.path();
        fs::write(path.join("a.txt"), "Some words that may be cited, and others.\n").unwrap();
        assert_eq!(ibid(path, &["add", "a.txt", "--title", "A"]).status, 0);
        fs::write(path.join("ibid.toml"), "format = 1\n[rules]\nquote-short = \"note\"\n").unwrap();
        let quote = |words: &str| format!("[[claim.quote]]\nsource = \"a\"\nexact = \"{words}\"\n");
        let words: String =
            ["Some", "words", "cited", "others"][..count].iter().map(|words| quote(words)).collect();
        fs::write(path.join("claims/a.toml"), format!("[[claim]]\nid = \"one\"\ntext = \"T\"\n{words}"))
            .unwrap();
        let run = ibid(path, &["verify"]);
        assert_eq!(
            (run.status, run.stdout.matches("this quote has only").count()),
            (0, whole),
            "{}",
            run.stdout
        );
        let in_one = run.stdout.replace('\n', " ").contains("4 times: one (each is shown with -v)");
        assert_eq!(in_one, count == 4, "{}", run.stdout);
    }
}
