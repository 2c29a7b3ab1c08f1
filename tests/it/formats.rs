//! The formats of `ibid verify`: valid by their own rules, of one mind about the exit status, true to every place,
//! and inert whatever people wrote.

use crate::common::readers::{self, Place, acts, commands, junit, sarif, slice};
use crate::common::sample::{HOSTILE, hostile, sample};
use crate::common::{Run, ibid, run};
use boon::{Compiler, Schemas};
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

const FORMATS: [&str; 8] = ["human", "concise", "markdown", "json", "sarif", "github", "gitlab", "junit"];

fn verify(folder: &Path, args: &[&str]) -> Run {
    let run = ibid(folder, &[&["verify"], args].concat());
    assert_eq!(run.stderr, "", "{args:?}");
    run
}

fn told(folder: &Path, format: &str) -> String {
    verify(folder, &["--format", format]).stdout
}

#[test]
fn every_format_tells_the_sample() {
    let folder = sample();
    for format in FORMATS {
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("sample.{format}"), without_pages(&told(folder.path(), format)));
        });
    }
}

/// SARIF with the first line of each rule's page alone, and without the version: both change for reasons of their own.
fn without_pages(text: &str) -> String {
    let version = format!("\"{}\"", env!("CARGO_PKG_VERSION"));
    let shown = |line: &str| match line.split_once("\\n\\n") {
        Some((head, _)) if head.contains(": \"# ") => format!("{head} …\""),
        _ => line.replace(&version, "\"VERSION\""),
    };
    text.lines().map(|line| shown(line) + "\n").collect()
}

#[test]
fn the_sample_has_every_status() {
    let report: Value = serde_json::from_str(&told(sample().path(), "json")).unwrap();
    for status in ibid::verify::Status::ALL {
        assert!(report["summary"][status.name()].as_u64().unwrap() > 0, "{status:?}");
    }
}

#[test]
fn sarif_is_valid_by_its_schema() {
    let schema: Value =
        serde_json::from_str(&fs::read_to_string("tests/schemas/sarif-2.1.0.json").unwrap()).unwrap();
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.enable_format_assertions();
    compiler.add_resource("sarif.json", schema).unwrap();
    let index = compiler.compile("sarif.json", &mut schemas).unwrap();
    for folder in [sample(), hostile()] {
        let log: Value = serde_json::from_str(&told(folder.path(), "sarif")).unwrap();
        if let Err(error) = schemas.validate(&log, index) {
            panic!("{error:#}");
        }
        let mut broken = log.clone();
        broken["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0.into();
        assert!(schemas.validate(&broken, index).is_err(), "the schema is looked at");
    }
}

/// What GitHub's documentation asks of a file for code scanning beyond the schema.
#[test]
fn sarif_is_as_code_scanning_takes_it() {
    for folder in [sample(), hostile()] {
        let log: Value = serde_json::from_str(&told(folder.path(), "sarif")).unwrap();
        let driver = &log["runs"][0]["tool"]["driver"];
        let rules = driver["rules"].as_array().unwrap();
        for rule in rules {
            let page = ibid::finding::Rule::parse(rule["id"].as_str().unwrap()).unwrap().explanation();
            assert_eq!((&rule["help"]["text"], &rule["help"]["markdown"]), (&page.into(), &page.into()));
            for text in ["shortDescription", "fullDescription"] {
                assert!(!rule[text]["text"].as_str().unwrap().is_empty(), "{rule}");
            }
            assert!(rule["fullDescription"]["text"].as_str().unwrap().len() < 1024);
            assert!(
                ["error", "warning", "note"]
                    .contains(&rule["defaultConfiguration"]["level"].as_str().unwrap())
            );
        }
        let mut fingerprints = BTreeSet::new();
        for result in sarif(&log.to_string()) {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
            assert_eq!(result["locations"].as_array().unwrap().len(), 1);
            let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
            let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte);
            assert!(uri.bytes().all(is_plain) && !uri.starts_with('/'), "{uri}");
            assert!(folder.path().join(readers::decoded(uri)).exists(), "{uri}");
            assert!(
                fingerprints.insert(result["partialFingerprints"]["primaryLocationLineHash"].to_string())
            );
            check_links(&result);
        }
        assert!(!fingerprints.is_empty());
    }
}

/// Every embedded link of a message is ours and leads to a related location.
fn check_links(result: &Value) {
    let message = result["message"]["text"].as_str().unwrap();
    let related = result["relatedLocations"].as_array().map_or(0, Vec::len);
    let links: Vec<&str> = message.match_indices("](").map(|(at, _)| &message[at + 2..]).collect();
    let is_escaped = |rest: &&&str| !message[..message.len() - rest.len() - 2].ends_with('\\');
    let links: Vec<&&str> = links.iter().filter(is_escaped).collect();
    assert_eq!(links.len(), related, "{message}");
    for (index, rest) in links.iter().enumerate() {
        assert!(rest.starts_with(&format!("{})", index + 1)), "{message}");
    }
}

#[test]
fn gitlab_gets_what_it_documents() {
    for folder in [sample(), hostile()] {
        let issues: Vec<Value> = serde_json::from_str(&told(folder.path(), "gitlab")).unwrap();
        let mut fingerprints = BTreeSet::new();
        for issue in &issues {
            assert!(!issue["description"].as_str().unwrap().contains(['\n', '\r']));
            assert!(ibid::finding::Rule::parse(issue["check_name"].as_str().unwrap()).is_some());
            let severities = ["info", "minor", "major", "critical", "blocker"];
            assert!(severities.contains(&issue["severity"].as_str().unwrap()));
            assert!(
                fingerprints.insert(issue["fingerprint"].as_str().unwrap()),
                "a fingerprint twice hides one"
            );
            let path = issue["location"]["path"].as_str().unwrap();
            assert!(!path.starts_with("./") && folder.path().join(path).exists(), "{path}");
            assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() > 0);
        }
        assert!(!issues.is_empty());
    }
}

/// What a person reads below the words stands in the formats that show no words, too.
#[test]
fn what_may_have_been_meant_is_told_in_every_format() {
    let folder = sample();
    let claims = "[[claim]]\nid = \"typed\"\ntext = \"T\"\n\n[[claim.quote]]\nsource = \"s\"\nexct = \"w\"\n";
    crate::common::write(folder.path(), "claims/typed.toml", claims);
    for format in FORMATS {
        let text = told(folder.path(), format);
        assert!(text.contains("did you mean `exact`?"), "{format}: {text}");
    }
    let report: Value = serde_json::from_str(&told(folder.path(), "json")).unwrap();
    let findings = report["findings"].as_array().unwrap();
    let slip = findings.iter().find(|one| one["path"] == "claims/typed.toml" && one["rule"] == "key-unknown");
    assert_eq!(slip.unwrap()["help"], "did you mean `exact`?\nthis quote was not checked");
}

#[test]
fn junit_has_a_case_for_each_quote_and_source() {
    let folder = sample();
    let cases = junit(&told(folder.path(), "junit"));
    let outcome = |class: &str| {
        let own: Vec<&str> =
            cases.iter().filter(|case| case.class == class).map(|case| case.outcome.as_str()).collect();
        own.join(" ")
    };
    assert_eq!(outcome("stands"), "passed");
    assert_eq!(outcome("cut"), "failure passed", "one quote of the two");
    for id in ["ambiguous", "variant", "altered", "absent", "drifted"] {
        assert_eq!(outcome(id), "failure", "{id}");
    }
    for id in ["unchecked", "invalid"] {
        assert_eq!(outcome(id), "error", "{id}");
    }
    assert_eq!(outcome("sources"), "passed passed passed error", "the one that is lost");
    let short = cases.iter().find(|case| case.class == "short").unwrap();
    assert!(short.outcome == "passed" && short.text.contains("warning[quote-short]"), "{short:?}");
    let relaxed = junit(&verify(folder.path(), &["--format", "junit", "--allow-unchecked"]).stdout);
    for case in relaxed.iter().filter(|case| case.class == "unchecked" || case.name.starts_with("lost: ")) {
        assert_eq!(case.outcome, "skipped", "never passed: {case:?}");
    }
    let config = "format = 1\n[rules]\nquote-altered = \"off\"\nquote-absent = \"note\"\n";
    fs::write(folder.path().join("ibid.toml"), config).unwrap();
    for args in [["--fail-on", "error"], ["--fail-on", "never"]] {
        let cases = junit(&verify(folder.path(), &[&["--format", "junit"], &args[..]].concat()).stdout);
        let passed: Vec<&str> =
            cases.iter().filter(|case| case.outcome == "passed").map(|case| case.class.as_str()).collect();
        assert_eq!(passed, ["cut", "short", "stands", "sources", "sources", "sources"], "{args:?}");
    }
}

/// Whether a run fails, by what a format says alone.
fn fails(format: &str, text: &str) -> Option<bool> {
    let has = |level: &str| Some(text.lines().any(|line| line.contains(level)));
    match format {
        "human" => has("error["),
        "concise" => has(": error["),
        "json" => Some(readers::json(text).iter().any(|(_, level, _)| level == "error")),
        "sarif" => {
            Some(sarif(text).iter().any(|one| one["level"] == "error" && one["baselineState"] != "unchanged"))
        }
        "github" => Some(commands(text).0.iter().any(|one| one.name == "error")),
        "gitlab" => Some(text.contains("\"critical\"")),
        "junit" => Some(junit(text).iter().any(|one| ["failure", "error"].contains(&one.outcome.as_str()))),
        "markdown" => has("| claim | place |"),
        _ => None,
    }
}

#[test]
fn the_exit_status_is_the_same_for_all_and_each_tells_it() {
    let warnings = sample();
    let claims = fs::read_to_string(warnings.path().join("claims/a.toml")).unwrap();
    let only = |id: &str| {
        claims.split("\n\n").find(|claim| claim.contains(&format!("\"{id}\""))).unwrap().to_owned()
    };
    fs::write(warnings.path().join("claims/a.toml"), only("stands") + "\n\n" + &only("short")).unwrap();
    fs::remove_dir_all(warnings.path().join("sources/lost")).unwrap();
    let errors = sample();
    for (folder, level, status) in [
        (&errors, "error", 1),
        (&errors, "warning", 1),
        (&errors, "never", 0),
        (&warnings, "error", 0),
        (&warnings, "warning", 1),
        (&warnings, "never", 0),
    ] {
        for format in FORMATS {
            let run = verify(folder.path(), &["--format", format, "--fail-on", level]);
            assert_eq!(run.status, status, "{format}, {level}");
            if level == "error" {
                assert_eq!(fails(format, &run.stdout), Some(status == 1), "{format}: {}", run.stdout);
            }
        }
        // JUnit knows no levels: its cases fail for what the run fails for.
        let run = verify(folder.path(), &["--format", "junit", "--fail-on", level]);
        assert_eq!(fails("junit", &run.stdout), Some(status == 1), "{level}");
    }
    let quiet = verify(warnings.path(), &["-q", "--fail-on", "warning"]);
    assert!(quiet.status == 1 && quiet.stdout.contains("warning[quote-short]"), "a failure is never silent");
    assert_eq!(verify(warnings.path(), &["-q"]).stdout, "");
}

/// The findings of a format are those of the JSON, in the same places, and the places have the words.
#[test]
fn every_line_and_column_leads_to_the_words() {
    for folder in [sample(), hostile()] {
        let path = folder.path();
        let report: Value = serde_json::from_str(&told(path, "json")).unwrap();
        let all: Vec<Place> = readers::json(&report.to_string()).into_iter().map(|one| one.2).collect();
        for (place, finding) in all.iter().zip(report["findings"].as_array().unwrap()) {
            check_words(path, place, finding, &report);
        }
        let results = sarif(&told(path, "sarif"));
        let places: Vec<Place> =
            results.iter().map(|one| readers::physical(&one["locations"][0]).0).collect();
        assert_eq!(places, all);
        let mut seen = 0;
        for location in results.iter().filter_map(|one| one["relatedLocations"].as_array()).flatten() {
            let (place, words) = readers::physical(location);
            let content = fs::read_to_string(path.join(&place.path)).unwrap();
            assert_eq!(slice(&content, &place), words.as_deref(), "{place:?}");
            seen += 1;
        }
        assert!(seen >= 7, "{seen}");
        let issues: Vec<Value> = serde_json::from_str(&told(path, "gitlab")).unwrap();
        let lines = issues.iter().map(|one| one["location"]["lines"]["begin"].as_u64().unwrap() as usize);
        assert!(lines.eq(all.iter().map(|place| place.line)));
        for command in commands(&told(path, "github")).0 {
            let own = command.place();
            let is_same = |place: &&Place| {
                let is_one_line = place.end.is_some_and(|(line, _)| line == place.line);
                let column = place.column.filter(|_| is_one_line);
                (&place.path, place.line, column) == (&own.path, own.line, own.column)
            };
            assert!(all.iter().any(|place| is_same(&place)), "{own:?}");
        }
        let concise = told(path, "concise");
        for (line, place) in concise.lines().zip(&all) {
            let shown = ibid::render::visible::visible(&place.path);
            assert!(
                line.starts_with(&format!("{shown}:{}:{}: ", place.line, place.column.unwrap())),
                "{line}"
            );
        }
    }
}

/// The words at the place of a finding about a quote are words of that quote.
fn check_words(folder: &Path, place: &Place, finding: &Value, report: &Value) {
    let content = fs::read_to_string(folder.join(&place.path)).unwrap_or_default();
    let words = slice(&content, place).unwrap_or_else(|| panic!("{place:?} is in the file"));
    let rule = finding["rule"].as_str().unwrap();
    let claim = report["claims"].as_array().unwrap().iter().find(|one| one["id"] == finding["claim"]);
    let Some(claim) = claim.filter(|_| rule.starts_with("quote-")) else { return };
    let read: toml::Table = format!("x = \"{words}\"").parse().unwrap();
    let read = read["x"].as_str().unwrap().trim().to_owned();
    let quotes = claim["quotes"].as_array().unwrap().iter();
    let segments: Vec<&str> = quotes
        .flat_map(|quote| quote["exact"].as_array().unwrap())
        .map(|one| one.as_str().unwrap())
        .collect();
    assert!(segments.contains(&read.as_str()), "{rule} at {place:?}: {read:?} of {segments:?}");
}

#[test]
fn nothing_acts_on_a_terminal_in_any_format() {
    let folder = hostile();
    for format in FORMATS {
        let text = told(folder.path(), format);
        assert_eq!(acts(&text), None, "{format}");
        // In Markdown it may stand between backticks; JSON is data, and never put into a page as it is.
        assert!(format != "junit" || !text.contains("<script"), "{format}");
    }
}

/// Printed in GitHub Actions, a report commands nothing but the annotations that it means.
#[test]
fn nothing_commands_the_log_of_a_job() {
    let folder = hostile();
    for format in FORMATS {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
        command.args(["verify", "--format", format]).env("GITHUB_ACTIONS", "true");
        let text = run(&mut command, folder.path()).stdout;
        let (obeyed, _) = commands(&text);
        if format != "github" {
            assert_eq!(obeyed, [], "{format}");
            continue;
        }
        for command in &obeyed {
            assert!(["error", "warning", "notice"].contains(&command.name.as_str()), "{command:?}");
            assert!(folder.path().join(&command.properties["file"]).exists(), "{command:?}");
            let known = ["file", "line", "endLine", "col", "endColumn", "title"];
            assert!(command.properties.keys().all(|key| known.contains(&key.as_str())), "{command:?}");
        }
    }
    // What programs read is as it is also there.
    for format in ["json", "sarif", "gitlab", "junit"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
        command.args(["verify", "--format", format]).env("GITHUB_ACTIONS", "true");
        assert_eq!(run(&mut command, folder.path()).stdout, told(folder.path(), format), "{format}");
    }
}

#[test]
fn the_texts_of_other_commands_and_of_errors_command_nothing_either() {
    let folder = hostile();
    let inside = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
        run(command.args(args).env("GITHUB_ACTIONS", "true"), folder.path())
    };
    for args in [
        vec!["report"],
        vec!["report", "--format", "markdown"],
        vec!["show", "hostile"],
        vec!["show", "hostile-0"],
        vec!["find", "Before. ::error file=a.toml,line=1::pwned"],
        vec!["extract", "hostile"],
        vec!["verify", "\n::error::x ##[add-mask]y"],
    ] {
        let Run { stdout, stderr, .. } = inside(&args);
        assert_eq!((commands(&stdout).0, commands(&stderr).0), (vec![], vec![]), "{args:?}");
        assert!(!stdout.is_empty() || !stderr.is_empty(), "{args:?}");
    }
    assert!(
        inside(&["extract", "hostile"]).stdout.starts_with("::stop-commands::"),
        "the text would command"
    );
}

#[test]
fn markdown_is_inert_and_fits_a_comment() {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_GFM | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH;
    let own = ["<!-- -->", "<code>", "</code>", "<del>", "</del>", "<ins>", "</ins>"];
    for folder in [sample(), hostile()] {
        let markdown = told(folder.path(), "markdown");
        assert!(markdown.encode_utf16().count() < 65_536);
        let (mut cells, mut tables) = (0, 0);
        for event in Parser::new_ext(&markdown, options) {
            match event {
                Event::Html(html) => {
                    let html = html.trim();
                    let is_fold = html.starts_with("<details><summary>") && html.matches('<').count() == 3;
                    assert!(is_fold || html.is_empty() || html == "</details>", "{html}");
                }
                Event::InlineHtml(html) => assert!(own.contains(&html.as_ref()), "{html}"),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let is_own = dest_url.starts_with("claims/") || dest_url.starts_with("sources/");
                    assert!(is_own, "{dest_url}");
                    let path = readers::decoded(dest_url.split(['#', '?']).next().unwrap());
                    assert!(folder.path().join(&path).exists() || path.contains("lost"), "{path}");
                }
                Event::Start(
                    tag @ (Tag::Image { .. } | Tag::Emphasis | Tag::Strikethrough | Tag::BlockQuote(_)),
                ) => {
                    panic!("{tag:?}")
                }
                Event::Start(Tag::Table(_)) => tables += 1,
                Event::Start(Tag::TableCell) => cells += 1,
                Event::InlineMath(_) | Event::DisplayMath(_) | Event::Rule => panic!("{event:?}"),
                _ => {}
            }
        }
        assert_eq!((tables, cells % 4), (1, 0), "one table of four columns");
    }
}

/// Long names of files and long quotes leave room for one another, and no comment is longer than a host takes.
#[test]
fn markdown_fits_a_comment_whatever_it_tells_of() {
    let folder = sample();
    let deep = ["z@#é".repeat(40), "&<b>".repeat(50), "|`".repeat(100)].join("/");
    let place = folder.path().join("claims").join(deep);
    fs::create_dir_all(&place).unwrap();
    for number in 0..80 {
        let claim = format!("[[claim]]\nid = \"n{number}\"\ntext = \"x\"\n");
        fs::write(place.join(format!("{number}.toml")), claim).unwrap();
    }
    let long =
        "[[claim]]\nid = \"a-long-one\"\ntext = \"x\"\n[[claim.quote]]\nsource = \"le-discours\"\nexact = \"";
    fs::write(folder.path().join("claims/0.toml"), format!("{long}{}\"\n", "<@a ".repeat(40_000))).unwrap();
    let markdown = told(folder.path(), "markdown");
    assert!(markdown.encode_utf16().count() < 65_536, "{}", markdown.encode_utf16().count());
    assert!(markdown.starts_with("### ibid: 89 errors, "), "{}", &markdown[..200]);
    assert!(markdown.contains(" more, left out because a comment cannot be longer; `ibid verify` shows all"));
    assert!(markdown.contains("| `quote-drifted` |") && markdown.contains("the source changed"));
    assert!(markdown.ends_with("</details>\n"));
}

/// A text that a table would take for a formula is never at the beginning of a field: no format has bare fields.
#[test]
fn no_line_begins_with_a_formula() {
    let folder = hostile();
    for format in FORMATS {
        let text = told(folder.path(), format);
        let is_formula =
            |line: &&str| line.starts_with(['=', '@']) || line.starts_with("+1") || line.starts_with("-2");
        assert_eq!(text.lines().find(is_formula), None, "{format}");
    }
    assert!(HOSTILE.iter().any(|text| text.starts_with('=')));
}

#[test]
fn links_lead_to_the_commit_on_a_code_host() {
    let folder = sample();
    let with = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
        command.args(["verify", "--format", "markdown"]).envs(variables.iter().copied());
        run(&mut command, folder.path()).stdout
    };
    let github = with(&[
        ("GITHUB_SERVER_URL", "https://github.example"),
        ("GITHUB_REPOSITORY", "desk/claims"),
        ("GITHUB_SHA", "0a1b"),
    ]);
    assert!(github.contains("](https://github.example/desk/claims/blob/0a1b/claims/a.toml#L13)"), "{github}");
    let gitlab = with(&[("CI_PROJECT_URL", "https://gitlab.example/desk/claims"), ("CI_COMMIT_SHA", "0a1b")]);
    assert!(
        gitlab.contains("](https://gitlab.example/desk/claims/-/blob/0a1b/claims/a.toml#L13)"),
        "{gitlab}"
    );
    let odd = with(&[("CI_PROJECT_URL", "javascript:alert(1)//"), ("CI_COMMIT_SHA", "0a1b")]);
    assert!(odd.contains("](claims/a.toml#L13)"), "{odd}");
}

#[test]
fn paths_begin_at_the_top_of_the_git_repository() {
    let top = tempfile::tempdir().unwrap();
    fs::create_dir(top.path().join(".git")).unwrap();
    let folder = top.path().join("our dossier");
    crate::common::sample::write(&folder);
    let results = sarif(&told(&folder, "sarif"));
    let path = |one: &Value| readers::physical(&one["locations"][0]).0.path;
    assert!(results.iter().all(|one| top.path().join(path(one)).exists()), "{:?}", path(&results[0]));
    let log: Value = serde_json::from_str(&told(&folder, "sarif")).unwrap();
    assert_eq!(log["runs"][0]["automationDetails"]["id"], "ibid/our dossier/");
    assert!(commands(&told(&folder, "github")).0[0].properties["file"].starts_with("our dossier/claims/"));
    assert!(told(&folder, "gitlab").contains("\"path\": \"our dossier/claims/a.toml\""));
    assert!(told(&folder, "concise").starts_with("claims/a.toml:"), "people are told from the root");
}
