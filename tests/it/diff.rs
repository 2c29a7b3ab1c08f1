//! A history of claims and sources step by step: what `ibid diff` tells of each commit, in a repository
//! that keeps this project's own articles, and one source each in Arabic and Chinese.
#![cfg(feature = "git")]

use crate::common::Run;
use crate::common::git::{ARTICLE, CLAIM, OTHER_CLAIM, Repo};
use ibid::text::single_spaced;
use serde_json::Value;

const ARABIC: &str =
    "قال الوزير إن الحكومة لن تغادر كابول أبدا. ووصف الاتفاق بأنه «خطأ كبير» أمام الصحفيين.\n";
const CHINESE: &str =
    "外交部发言人周一在北京表示，中国尊重阿富汗人民的选择。他说：“我们不会干涉别国内政。”\n";
const STATEMENT: &str =
    "Le ministère l’a dit : faire confiance aux Talibans fut « une erreur ». Rien n’a changé depuis.\n";

const PAKISTAN: &str = r#"# Pakistan and the Taliban.

[[claim]]
id = "defence-ministry-erreur"
text = "Le ministère pakistanais de la Défense l’a reconnu : faire confiance aux Talibans n’était qu’une « erreur »."
verdict = "supported"
tags = ["pakistan"]

[[claim.quote]]
source = "bruxelles-opposition-afghane"
exact = "une erreur"
within = "faire confiance aux Talibans fut « une erreur »"
speaker = "ministère pakistanais de la Défense"
translation = "a mistake"

[[claim]]
id = "pakistan-old-policy"
text = "Islamabad stands by its old policy towards the Taliban."
verdict = "refuted"
tags = ["pakistan"]

[[claim.quote]]
source = "bruxelles-opposition-afghane"
exact = "Au Pakistan, on reconnaît l’erreur stratégique historique."
stance = "refutes"
translation = "In Pakistan, the historic strategic mistake is being admitted."
"#;

const EMBASSY: &str = r#"[[claim]]
id = "taliban-insist-on-embassy"
text = "The Taliban insist on an embassy in Washington."
verdict = "refuted"
tags = ["trump", "recognition"]

[[claim.quote]]
source = "talibans-administration-trump"
exact = "Les responsables talibans ont suggéré que ce bureau ne soit pas nécessairement une ambassade et qu’il soit situé en dehors de Washington."
stance = "refutes"
translation = "The Taliban officials suggested that this office need not be an embassy."
"#;

const ELSEWHERE: &str = r#"[[claim]]
id = "wazir-stays"
text = "قال الوزير إن الحكومة ستبقى في كابول."
verdict = "supported"

[[claim.quote]]
source = "wazir"
exact = "الحكومة لن تغادر كابول أبدا"

[[claim]]
id = "china-respects"
text = "中国外交部表示尊重阿富汗人民的选择。"
verdict = "supported"

[[claim.quote]]
source = "fayanren"
exact = "中国尊重阿富汗人民的选择"
"#;

const POLICY_QUOTE: &str = r#"
[[claim.quote]]
source = "bruxelles-opposition-afghane"
exact = "change aujourd’hui de posture"
stance = "refutes"
speaker = "l’auteur de l’article"
"#;

/// A commit: its tag, its subject, and what it does.
type Step = (&'static str, &'static str, fn(&Repo));

/// The history after the commit `begin`.
const STEPS: &[Step] = &[
    ("claim-added", "Say what the Taliban ask for", |repo| {
        repo.write("claims/trump.toml", EMBASSY);
    }),
    ("reworded-in-french", "Reword the ministry’s mistake", |repo| {
        repo.change(
            PAKISTAN_FILE,
            "l’a reconnu : faire confiance aux Talibans n’était qu’une « erreur ».",
            "l’aurait admis : « faire confiance » aux Talibans, aujourd’hui, n’était pas une « erreur » !",
        );
    }),
    ("reworded-in-arabic", "Reword the minister", |repo| {
        repo.change(ELSEWHERE_FILE, "إن الحكومة ستبقى في كابول.", "إن الحكومة لن تبقى في كابول، أبدا.");
    }),
    ("reworded-in-chinese", "Reword the spokesman", |repo| {
        repo.change(
            ELSEWHERE_FILE,
            "中国外交部表示尊重阿富汗人民的选择。",
            "中国外交部周一表示，不干涉阿富汗人民的选择。",
        );
    }),
    ("verdict-changed", "Doubt the old policy", |repo| {
        repo.change(PAKISTAN_FILE, "verdict = \"refuted\"", "verdict = \"disputed\"");
    }),
    ("verdict-given-up", "Give no verdict on the minister", |repo| {
        let text = repo.read(ELSEWHERE_FILE).replacen("verdict = \"supported\"\n", "", 1);
        repo.write(ELSEWHERE_FILE, text);
    }),
    ("quote-added", "Quote the change of posture", |repo| {
        repo.write(PAKISTAN_FILE, repo.read(PAKISTAN_FILE) + POLICY_QUOTE);
    }),
    ("quote-changed", "Quote more of it", |repo| {
        repo.change(
            PAKISTAN_FILE,
            "exact = \"change aujourd’hui de posture\"\nstance = \"refutes\"",
            "exact = \"longtemps parrain ambigu du mouvement taliban, change aujourd’hui de posture\"\nstance = \"context\"",
        );
    }),
    ("quote-removed", "Quote it no longer", |repo| {
        let text = repo.read(PAKISTAN_FILE);
        let quote = text.rfind("\n[[claim.quote]]").unwrap();
        repo.write(PAKISTAN_FILE, &text[..quote]);
    }),
    ("tags-and-note", "Sort the claims", |repo| {
        repo.change(
            PAKISTAN_FILE,
            "verdict = \"supported\"\ntags = [\"pakistan\"]",
            "verdict = \"supported\"\ntags = [\"défense\", \"ministères\"]\nnote = \"Dit en public ; aucune date.\"\nextra = { checked_by = \"Ana\" }",
        );
    }),
    ("claim-renamed", "Call the embassy by its name", |repo| {
        repo.change("claims/trump.toml", "taliban-insist-on-embassy", "embassy-in-washington");
    }),
    ("claim-moved", "Put the embassy with the others", |repo| {
        repo.write(
            "claims/monde/ailleurs.toml",
            repo.read(ELSEWHERE_FILE) + "\n" + &repo.read("claims/trump.toml"),
        );
        repo.remove("claims/trump.toml");
        repo.remove(ELSEWHERE_FILE);
    }),
    ("newly-failing", "Misquote the ministry", |repo| {
        repo.change(PAKISTAN_FILE, "on reconnaît l’erreur stratégique", "on reconnaît l’erreur tactique");
    }),
    ("lines-above", "Explain the file", |repo| {
        repo.write(PAKISTAN_FILE, format!("# One remark.\n#\n# Another.\n\n{}", repo.read(PAKISTAN_FILE)));
    }),
    ("still-failing", "Add a claim above the misquoted one", |repo| {
        repo.write(PAKISTAN_FILE, format!("{}\n{}", SPONSOR, repo.read(PAKISTAN_FILE)));
    }),
    ("fixed", "Quote the ministry as it spoke", |repo| {
        repo.change(PAKISTAN_FILE, "on reconnaît l’erreur tactique", "on reconnaît l’erreur stratégique");
    }),
    ("source-added", "Store the ministry’s statement", |repo| {
        repo.source(
            "ministere/declaration",
            "title = \"Déclaration du ministère\"\nlanguage = \"fr\"",
            STATEMENT,
        );
    }),
    ("quote-moved-to-another-source", "Quote the ministry at first hand", |repo| {
        repo.change(
            PAKISTAN_FILE,
            "source = \"bruxelles-opposition-afghane\"\nexact = \"une erreur\"",
            "source = \"ministere/declaration\"\nexact = \"une erreur\"",
        );
    }),
    ("source-described", "Say who published the statement", |repo| {
        repo.change(
            DECLARATION,
            "title = \"Déclaration du ministère\"",
            "title = \"Déclaration du ministère de la Défense\"\npublisher = \"Islamabad\"\npublished = 2025-12-08",
        );
    }),
    ("capture-altered", "Tidy the statement", |repo| {
        repo.change(
            "sources/ministere/declaration/2025-12-08.txt",
            "Rien n’a changé depuis.",
            "Rien n’a changé.",
        );
    }),
    ("capture-restored", "Leave evidence alone", |repo| {
        repo.write("sources/ministere/declaration/2025-12-08.txt", STATEMENT);
    }),
    ("capture-added", "Capture the corrected statement", |repo| {
        repo.capture(
            "sources/ministere/declaration",
            "2026-01-05",
            &STATEMENT.replace("une erreur", "une faute"),
        );
    }),
    ("capture-pinned", "Cite the first version knowingly", |repo| {
        repo.change(
            PAKISTAN_FILE,
            "source = \"ministere/declaration\"\n",
            "source = \"ministere/declaration\"\ncapture = \"2025-12-08\"\n",
        );
    }),
    ("source-removed", "Drop the statement", |repo| repo.remove("sources/ministere")),
    ("claims-removed", "Keep only what is said elsewhere", |repo| repo.remove(PAKISTAN_FILE)),
];

const PAKISTAN_FILE: &str = "claims/pakistan.toml";
const ELSEWHERE_FILE: &str = "claims/ailleurs.toml";
const DECLARATION: &str = "sources/ministere/declaration/source.toml";

const SPONSOR: &str = r#"[[claim]]
id = "pakistan-long-sponsor"
text = "Pakistan was for a long time a sponsor of the Taliban movement, though an ambiguous one."
verdict = "supported"

[[claim.quote]]
source = "bruxelles-opposition-afghane"
exact = "Islamabad, longtemps parrain ambigu du mouvement taliban"
"#;

/// The whole history; each commit has its step's tag.
fn history() -> Repo {
    let repo = Repo::with_ibid();
    repo.own_source("bruxelles-opposition-afghane");
    repo.own_source("talibans-administration-trump");
    repo.source("wazir", "title = \"تصريح الوزير\"\nlanguage = \"ar\"", ARABIC);
    repo.source("fayanren", "title = \"外交部例行记者会\"\nlanguage = \"zh-Hans\"", CHINESE);
    repo.write(PAKISTAN_FILE, PAKISTAN);
    repo.write(ELSEWHERE_FILE, ELSEWHERE);
    repo.commit("Begin with what Brussels told");
    repo.git(&["tag", "begin"]);
    for (tag, subject, step) in STEPS {
        step(&repo);
        repo.commit(subject);
        repo.git(&["tag", tag]);
    }
    repo
}

/// What the commit with this tag did, as `ibid diff` tells it.
fn diff(repo: &Repo, tag: &str, args: &[&str]) -> String {
    let before = format!("{tag}~1");
    let Run { status, stdout, stderr } = repo.ibid(&[&["diff", &before, tag], args].concat());
    assert_eq!((status, stderr.as_str()), (0, ""), "{tag}");
    stdout
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

/// A comparison without the names of its sides and what it left out or found on both.
fn of_changes(json: &str) -> Value {
    let mut value = parsed(json);
    let members = value.as_object_mut().unwrap();
    members.retain(|key, _| ["summary", "claims", "sources", "findings"].contains(&key.as_str()));
    members["findings"].as_array_mut().unwrap().retain(|one| one["since"] != "still");
    members["summary"]["still_failing"] = 0.into();
    value
}

#[test]
fn people_are_told_what_each_commit_did() {
    let repo = history();
    let told: Vec<String> = STEPS
        .iter()
        .map(|(tag, subject, _)| format!("===== {subject}\n\n{}", diff(&repo, tag, &[])))
        .collect();
    insta::assert_snapshot!("steps", told.join("\n"));
}

#[test]
fn what_is_not_read_again_would_have_told_nothing_else() {
    let repo = history();
    for (tag, ..) in STEPS {
        let part = diff(&repo, tag, &["--format", "json"]);
        let full = diff(&repo, tag, &["--format", "json", "--full"]);
        assert_eq!(of_changes(&part), of_changes(&full), "{tag}");
    }
}

#[test]
fn files_as_they_are_tell_what_their_commit_tells() {
    let repo = history();
    for (tag, ..) in STEPS {
        repo.git(&["checkout", "--quiet", tag]);
        let files = repo.ibid(&["diff", &format!("{tag}~1"), "--format", "json"]);
        assert_eq!(files.status, 0, "{tag}: {}", files.stderr);
        assert_eq!(of_changes(&files.stdout), of_changes(&diff(&repo, tag, &["--format", "json"])), "{tag}");
    }
}

#[test]
fn saved_reports_tell_what_their_commits_tell() {
    let repo = history();
    let report = |tag: &str| {
        repo.git(&["checkout", "--quiet", tag]);
        let file = repo.beside(&format!("{tag}.json")).into_os_string().into_string().unwrap();
        assert_eq!(repo.ibid(&["report", "--format", "json", "-o", &file]).status, 0);
        file
    };
    for pair in ["begin"].into_iter().chain(STEPS.iter().map(|step| step.0)).collect::<Vec<_>>().windows(2) {
        let saved = repo.ibid(&["diff", &report(pair[0]), &report(pair[1]), "--format", "json"]);
        let commits = diff(&repo, pair[1], &["--format", "json", "--full"]);
        assert_eq!(of_changes(&saved.stdout), of_changes(&commits), "{}", pair[1]);
    }
}

/// All steps in one, up to where everything still stands or fails.
const ALL: [&str; 3] = ["diff", "begin", "capture-added"];

#[test]
fn a_pull_request_is_told_in_markdown() {
    let run = history().ibid(&[&ALL[..], &["--format", "markdown"]].concat());
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    insta::assert_snapshot!("all.markdown", run.stdout);
}

#[test]
fn programs_are_told_in_json() {
    let run = history().ibid(&[&ALL[..], &["--format", "json"]].concat());
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    insta::assert_snapshot!("all.json", run.stdout);
}

#[test]
fn a_part_or_the_figures_can_be_asked_for() {
    let repo = history();
    let told = |args: &[&str]| {
        format!("===== {}\n\n{}", args.join(" "), repo.ibid(&[&ALL[..], args].concat()).stdout)
    };
    let parts = ["claims", "quotes", "sources", "verdicts"].map(|part| told(&["--only", part]));
    insta::assert_snapshot!("parts", parts.join("\n") + "\n" + &told(&["--stat"]));
}

#[test]
fn a_newer_capture_by_itself_changes_no_quote() {
    let repo = Repo::with_ibid();
    repo.source("fayanren", "title = \"外交部例行记者会\"\nlanguage = \"zh-Hans\"", CHINESE);
    let quote = |id: &str, words: &str, capture: &str| {
        format!(
            "[[claim]]\nid = \"{id}\"\ntext = \"T\"\n\n[[claim.quote]]\nsource = \"fayanren\"\nexact = \"{words}\"\n{capture}\n"
        )
    };
    let pinned = quote("pinned", "中国尊重阿富汗人民的选择", "capture = \"2025-12-08\"\n");
    repo.write("claims/a.toml", &(quote("kept", "外交部发言人周一在北京表示", "") + &pinned));
    repo.commit("Begin");
    repo.capture("sources/fayanren", "2026-01-05", &format!("{CHINESE}记者继续提问。\n"));
    repo.commit("Capture it again");
    let after = diff(&repo, "HEAD", &[]);
    assert!(after.contains("captures: 1 added; 1 quote is checked in another one\n"), "{after}");
    let claims = parsed(&diff(&repo, "HEAD", &["--format", "json"]));
    assert_eq!(claims["claims"].as_array().map(Vec::len), Some(0), "{claims}");
    // A person who cites the newer one knowingly has changed a quote.
    repo.change("claims/a.toml", "capture = \"2025-12-08\"", "capture = \"2026-01-05\"");
    repo.commit("Cite the newer one");
    let after = parsed(&diff(&repo, "HEAD", &["--format", "json"]));
    assert_eq!(after["claims"][0]["quotes"][0]["events"][0]["field"], "capture", "{after}");
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let repo = history();
    for format in ["human", "markdown", "json"] {
        let with = |threads: &str| {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_ibid"));
            let command = command.args(ALL).args(["--full", "--format", format]);
            crate::common::run(command.env("RAYON_NUM_THREADS", threads), repo.path()).stdout
        };
        assert_eq!(with("1"), with("7"), "{format}");
    }
}

#[test]
fn what_failed_in_a_claim_that_was_taken_out_is_not_fixed() {
    let repo = Repo::with_ibid();
    repo.source("le-discours", "title = \"Le discours\"", ARTICLE);
    let failing = CLAIM.replace("une erreur", "une faute");
    repo.write("claims/a.toml", OTHER_CLAIM.trim_start().to_owned() + &failing);
    repo.commit("Begin with a claim that fails");
    repo.write("claims/a.toml", OTHER_CLAIM.trim_start());
    let json: Value = repo.ibid(&["diff", "--format", "json"]).json();
    let gone = json["findings"].as_array().unwrap().iter().find(|one| one["level"] == "error").unwrap();
    assert_eq!((&gone["since"], &gone["with_claim"]), (&"fixed".into(), &true.into()));
    assert_eq!((&json["summary"]["fixed"], &json["summary"]["gone_with_claims"]), (&1.into(), &1.into()));
    for format in ["human", "markdown"] {
        let told = repo.ibid(&["diff", "--format", format]).stdout;
        assert!(told.contains("1 gone with a claim, not fixed") && !told.contains("Fixed"), "{told}");
        assert!(single_spaced(&told).contains("its claim was taken out"), "{told}");
    }
    // Out of claims/ is as good as gone; in another file it still fails.
    repo.write("drafts/a.toml", &failing);
    assert!(repo.ibid(&["diff", "--stat"]).stdout.contains("1 gone with a claim, not fixed"));
    repo.write("claims/b.toml", &failing);
    assert!(repo.ibid(&["diff", "--stat"]).stdout.contains("1 still failing"));
    // Other words mend it; so does what is no longer there twice.
    repo.remove("claims/b.toml");
    repo.write("claims/a.toml", OTHER_CLAIM.trim_start().to_owned() + CLAIM);
    let told = repo.ibid(&["diff", "--stat"]).stdout;
    assert!(told.contains("1 fixed") && !told.contains("not fixed"), "{told}");
    repo.write("claims/a.toml", format!("{CLAIM}\n{CLAIM}"));
    repo.commit("Write it down twice");
    repo.write("claims/a.toml", CLAIM);
    let told = repo.ibid(&["diff", "--stat"]).stdout;
    assert!(told.contains("1 fixed") && !told.contains("not fixed"), "{told}");
}
