//! What a CI runs: the scripts of the action for GitHub, with the environment that its runner gives them and a `gh`
//! that writes down what it was asked.
#![cfg(all(unix, feature = "git"))]
use crate::common::git::Repo;
use crate::common::readers::commands;
use crate::common::{Run, run};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

const ARTICLE: &str = "Le ministre a parlé d’« une erreur ». Il n’a pas dit où.\n";

/// A runner of GitHub Actions: its folders and files, and the programs on its path.
struct Runner {
    repo: Repo,
    temp: PathBuf,
}

impl Runner {
    /// A repository with one claim that stands on `main`, and one more that does not in the working tree, committed.
    fn new() -> Self {
        let repo = Repo::with_ibid();
        repo.source("le-discours", "title = \"Le discours\"", ARTICLE);
        repo.write("claims/a.toml", claim("stands", "Le ministre a parlé d’« une erreur »"));
        repo.commit("Begin");
        repo.write("claims/b.toml", claim("altered", "Il n’a pas dit quand"));
        repo.commit("Claim more");
        let temp = repo.beside("runner");
        fs::create_dir_all(temp.join("bin")).unwrap();
        let runner = Self { repo, temp };
        let gh = "#!/bin/sh\nfor word in \"$@\"; do printf '<%s>' \"$word\"; done >>\"$FAKE_LOG\"\necho >>\"$FAKE_LOG\"\n\
            case \"$*\" in *--paginate*) cat \"$FAKE_COMMENTS\" ;; esac\nexit \"${FAKE_STATUS:-0}\"\n";
        runner.program("gh", gh);
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_ibid"), runner.temp.join("bin/ibid")).unwrap();
        runner
    }

    /// Puts a script on the path.
    fn program(&self, name: &str, script: &str) {
        let path = self.temp.join("bin").join(name);
        fs::write(&path, script).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn file(&self, name: &str) -> PathBuf {
        self.temp.join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).unwrap_or_default()
    }

    /// Runs a script of the action as its step does.
    fn script(&self, name: &str, variables: &[(&str, &str)]) -> Run {
        let top = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut command = Command::new("bash");
        command.arg(top.join("ci/github").join(name)).env_clear();
        let path = format!("{}:/usr/bin:/bin", self.file("bin").display());
        command.env("PATH", path).env("HOME", &self.temp).env("GITHUB_ACTIONS", "true");
        command.env("GITHUB_ACTION_PATH", top).env("GITHUB_REPOSITORY", "desk/claims");
        for (variable, file) in [
            ("GITHUB_OUTPUT", "output"),
            ("GITHUB_PATH", "path"),
            ("GITHUB_STEP_SUMMARY", "summary"),
            ("IBID_REPORTS", "reports"),
            ("FAKE_LOG", "log"),
            ("FAKE_COMMENTS", "comments"),
        ] {
            command.env(variable, self.file(file));
        }
        command.envs(variables.iter().copied());
        run(&mut command, self.repo.path())
    }

    fn base(&self) -> String {
        self.repo.git(&["rev-parse", "HEAD~1"])
    }
}

fn claim(id: &str, words: &str) -> String {
    format!(
        "[[claim]]\nid = \"{id}\"\ntext = \"What {id} says.\"\n\n[[claim.quote]]\nsource = \"le-discours\"\nexact = \"{words}\"\n"
    )
}

#[test]
fn the_step_annotates_and_leaves_reports_and_the_job_ends_as_the_check_did() {
    let runner = Runner::new();
    let Run { status, stdout, stderr } = runner.script("verify.sh", &[]);
    assert_eq!((status, stderr.as_str()), (0, ""), "later steps run");
    let obeyed = commands(&stdout).0;
    assert_eq!(obeyed[0].properties["file"], "claims/b.toml");
    let output = runner.read("output");
    assert!(output.starts_with("status=1\nsarif="), "{output}");
    for name in ["ibid.sarif", "ibid.json"] {
        serde_json::from_str::<serde_json::Value>(&runner.read(&format!("reports/{name}"))).unwrap();
    }
    assert!(runner.read("summary").contains("| `quote-altered` | `altered` |"));
    assert_eq!(runner.script("result.sh", &[("IBID_STATUS", "1")]).status, 1);
    assert_eq!(runner.script("result.sh", &[("IBID_STATUS", "0")]).status, 0);
    for odd in ["2", "", "x; exit 0"] {
        assert_eq!(runner.script("result.sh", &[("IBID_STATUS", odd)]).status, 2, "{odd}");
    }
}

#[test]
fn words_reach_the_command_as_they_are_and_are_never_run() {
    let runner = Runner::new();
    let words = "--max-findings\n0\r\n\nclaims/a.toml\n";
    assert_eq!(runner.script("verify.sh", &[("IBID_ARGUMENTS", words)]).status, 0);
    assert!(runner.read("output").contains("status=0"), "only the claim that stands was checked");
    let hostile = "$(touch pwned)\n`touch pwned`\n; touch pwned\n* --help";
    let Run { status, stderr, .. } = runner.script("verify.sh", &[("IBID_ARGUMENTS", hostile)]);
    assert_eq!(status, 0);
    assert!(stderr.contains("$(touch pwned)"), "told as a claim that is not there: {stderr}");
    assert!(!runner.repo.path().join("pwned").exists());
    assert!(runner.read("output").ends_with("status=2\n"), "no report of an earlier run is passed on");
    let level = runner.script("verify.sh", &[("IBID_FAIL_ON", "never")]);
    assert!(level.status == 0 && runner.read("output").contains("status=0\n"));
}

#[test]
fn a_pull_request_is_commented_on_once() {
    let runner = Runner::new();
    let base = runner.base();
    let pull = [
        ("IBID_BASE", base.as_str()),
        ("IBID_PULL_REQUEST", "7"),
        ("GH_TOKEN", "x"),
        ("GITHUB_SERVER_URL", "https://github.example"),
        ("GITHUB_SHA", "0a1b"),
    ];
    let first = runner.script("comment.sh", &pull);
    assert_eq!((first.status, first.stdout.as_str()), (0, ""), "{}", first.stderr);
    assert!(
        runner.read("log").contains("<--method><POST><repos/desk/claims/issues/7/comments>"),
        "{}",
        runner.read("log")
    );
    let comment = runner.read("reports/comment.md");
    assert!(
        comment.starts_with("<!-- ibid diff in . -->\n") && comment.contains("\n### ibid: 1 newly failing\n"),
        "{comment}"
    );
    assert!(
        comment.contains("](https://github.example/desk/claims/blob/0a1b/claims/b.toml#L7)"),
        "{comment}"
    );
    assert!(runner.read("summary").contains("1 newly failing"));
    fs::write(runner.file("comments"), "31\n32\n").unwrap();
    runner.script("comment.sh", &pull);
    assert!(runner.read("log").contains("<--method><PATCH><repos/desk/claims/issues/comments/31>"));
    let odd =
        runner.script("comment.sh", &[&pull[..], &[("IBID_FOLDER", "a\"--> $(touch pwned)/b--c")]].concat());
    assert_eq!(odd.status, 0, "{}{}", odd.stdout, odd.stderr);
    assert!(runner.read("reports/comment.md").starts_with("<!-- ibid diff in a-touchpwned/b-c -->\n"));
    let refused = runner.script("comment.sh", &[&pull[..], &[("FAKE_STATUS", "1")]].concat());
    assert_eq!(refused.status, 0, "a fork's token may only read, and the job does not fail for that");
    assert_eq!(commands(&refused.stdout).0[0].name, "warning");
}

#[test]
fn what_is_no_pull_request_is_not_commented_on() {
    let runner = Runner::new();
    assert_eq!(runner.script("comment.sh", &[]).status, 0);
    let base = runner.base();
    for (base, number) in [(base.as_str(), "7/../8"), ("main; touch pwned", "7"), ("--output=/x", "7")] {
        let run = runner.script("comment.sh", &[("IBID_BASE", base), ("IBID_PULL_REQUEST", number)]);
        assert_eq!((run.status, runner.read("log").as_str()), (2, ""), "{base} {number}");
    }
    let gone = "0".repeat(40);
    let shallow = runner.script("comment.sh", &[("IBID_BASE", &gone), ("IBID_PULL_REQUEST", "7")]);
    assert!(shallow.status == 2 && shallow.stdout.contains("fetch-depth: 0"), "{}", shallow.stdout);
}

#[test]
fn findings_are_uploaded_compressed() {
    let runner = Runner::new();
    runner.script("verify.sh", &[]);
    let sarif = runner.file("reports/ibid.sarif");
    let variables = [
        ("IBID_SARIF", sarif.to_str().unwrap()),
        ("GITHUB_SHA", "0a1b"),
        ("GITHUB_REF", "refs/pull/7/merge"),
        ("GH_TOKEN", "x"),
    ];
    let uploaded = runner.script("upload.sh", &variables);
    assert_eq!(uploaded.status, 0, "{}{}", uploaded.stdout, uploaded.stderr);
    let log = runner.read("log");
    assert!(log.contains("<repos/desk/claims/code-scanning/sarifs><--raw-field><commit_sha=0a1b>"), "{log}");
    let unpack = format!("base64 -d {0}/sarif.base64 | gunzip -c", runner.file("reports").display());
    let unpacked = run(Command::new("bash").args(["-c", &unpack]), runner.repo.path()).stdout;
    assert_eq!(unpacked, runner.read("reports/ibid.sarif"));
    let failing = [&variables[..], &[("FAKE_STATUS", "1")]].concat();
    assert_eq!(runner.script("upload.sh", &failing).status, 2, "never unsaid");
    assert_eq!(
        runner.script("upload.sh", &[&failing[..], &[("IBID_HEAD", "else/claims")]].concat()).status,
        0
    );
    assert_eq!(
        runner.script("upload.sh", &[&failing[..], &[("IBID_HEAD", "desk/claims")]].concat()).status,
        2
    );
}

#[test]
fn an_ibid_on_the_path_is_taken_and_else_the_actions_own_is_built_once() {
    let runner = Runner::new();
    let root = runner.file("root");
    let with_root = [("IBID_ROOT", root.to_str().unwrap())];
    let taken = runner.script("install.sh", &with_root);
    assert_eq!((taken.status, runner.read("path").as_str()), (0, ""));
    assert!(taken.stdout.starts_with("ibid "), "{}", taken.stdout);
    fs::rename(runner.file("bin/ibid"), runner.file("ibid-elsewhere")).unwrap();
    let cargo = "#!/bin/sh\nprintf '<%s>' \"$@\" >>\"$FAKE_LOG\"\nmkdir -p \"$IBID_ROOT/bin\"\ncp \"$HOME/ibid-elsewhere\" \"$IBID_ROOT/bin/ibid\"\n";
    runner.program("cargo", cargo);
    assert_eq!(runner.script("install.sh", &with_root).status, 0);
    let own = env!("CARGO_MANIFEST_DIR");
    let asked = format!("<install><--locked><--force><--root><{}><--path><{own}>", root.display());
    assert_eq!(runner.read("log"), asked, "never by name from a registry");
    assert_eq!(runner.read("path"), format!("{}/bin\n", root.display()));
    assert_eq!(runner.script("install.sh", &with_root).status, 0);
    assert_eq!(runner.read("log"), asked, "what is there is taken");
    fs::write(root.join("sources"), "1 2\n").unwrap();
    assert_eq!(runner.script("install.sh", &with_root).status, 0);
    assert_eq!(runner.read("log"), asked.repeat(2), "of another revision it is not");
}

/// pre-commit names no file that a commit takes away, so a hook that waits for one misses it.
#[test]
fn the_hooks_run_at_every_commit() {
    let hooks = fs::read_to_string(".pre-commit-hooks.yaml").unwrap();
    let of = |line: &str| hooks.lines().filter(|one| one.trim() == line).count();
    assert_eq!(
        (hooks.matches("- id: ").count(), of("always_run: true"), of("pass_filenames: false")),
        (4, 4, 4)
    );
    assert!(!hooks.contains("files: ("), "nothing is waited for");
}

/// What was built for one revision is not taken for another.
#[test]
fn what_is_kept_between_jobs_is_of_one_revision() {
    let template = fs::read_to_string("templates/ibid.yml").unwrap();
    let root =
        template.lines().find_map(|line| line.trim().strip_prefix("- export CARGO_INSTALL_ROOT=")).unwrap();
    let folder = |install: &str| {
        let mut shell = Command::new("sh");
        let print = format!("CARGO_INSTALL_ROOT={root}; printf %s \"$CARGO_INSTALL_ROOT\"");
        shell.args(["-euc", &print]).env("IBID_INSTALL", install).env("CI_PROJECT_DIR", "/builds/a b");
        run(&mut shell, Path::new(".")).stdout
    };
    let one = folder("cargo install --locked --git https://host/ibid --rev 1111 ibid");
    assert_eq!(one, folder("cargo install --locked --git https://host/ibid --rev 1111 ibid"));
    assert_ne!(one, folder("cargo install --locked --git https://host/ibid --rev 2222 ibid"));
    assert!(one.starts_with("/builds/a b/.ibid-tools/") && one.len() < 60, "{one}");
    assert!(template.contains("    paths: [.ibid-tools]\n"));
}

/// What the template for GitLab does before it checks, as a shell script.
fn installing() -> String {
    let template = fs::read_to_string("templates/ibid.yml").unwrap();
    let (_, script) = template.split_once("    - |\n").unwrap();
    script.lines().take_while(|line| line.starts_with("      ")).map(|line| format!("{line}\n")).collect()
}

#[test]
fn the_template_installs_what_it_is_told_to_and_nothing_by_a_name() {
    let runner = Runner::new();
    let install = |command: &str| {
        let mut shell = Command::new("sh");
        shell.args(["-euc", &installing()]).env_clear().env("IBID_INSTALL", command);
        shell.env("PATH", format!("{}:/usr/bin:/bin", runner.file("bin").display()));
        run(&mut shell, runner.repo.path())
    };
    assert_eq!(install("echo asked").stdout.lines().count(), 1, "an ibid on the path is taken");
    fs::remove_file(runner.file("bin/ibid")).unwrap();
    assert_eq!(install("echo asked").stdout, "asked\n");
    let none = install("");
    assert_eq!(none.status, 2);
    assert!(none.stdout.contains("Say with the input install where it comes from"), "{}", none.stdout);
}

/// Whoever holds a name in a registry would run in the CI of all who follow a recipe.
#[test]
fn no_recipe_takes_ibid_from_a_registry() {
    let mut recipes: Vec<PathBuf> =
        ["README.md", "action.yml", "templates/ibid.yml", ".pre-commit-hooks.yaml"]
            .iter()
            .map(PathBuf::from)
            .collect();
    for folder in ["docs", "ci/github"] {
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        recipes.extend(files.filter(|path| path.is_file()));
    }
    let mut found = 0;
    for path in recipes {
        let text = fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|line| line.contains("cargo install")) {
            found += 1;
            assert!(line.contains("--path ") || line.contains("--git "), "{}: {line}", path.display());
        }
    }
    assert!(found >= 5, "the recipes were read");
}

/// The action, the hooks and the scripts keep to what is promised of them.
#[test]
fn the_action_puts_nothing_into_a_script_and_uses_no_other_action() {
    let action = fs::read_to_string("action.yml").unwrap();
    let scripts: Vec<&str> = action.lines().filter_map(|line| line.trim().strip_prefix("run: ")).collect();
    assert_eq!(scripts.len(), 5);
    for script in scripts {
        assert!(!script.contains("${{"), "{script}");
        let name = script.split("ci/github/").nth(1).unwrap().trim_end_matches("\"'");
        let mode = fs::metadata(Path::new("ci/github").join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o111, 0o111, "{name} can be run");
    }
    assert!(!action.contains("uses:"));
    for entry in fs::read_dir("ci/github").unwrap() {
        let path = entry.unwrap().path();
        let script = fs::read_to_string(&path).unwrap();
        assert!(
            script.starts_with("#!/usr/bin/env bash\n") && script.contains("\nset -euo pipefail\n"),
            "{path:?}"
        );
        assert!(action.contains(path.to_str().unwrap()), "{path:?} is a step");
    }
}
