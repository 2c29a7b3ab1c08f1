//! The Tab key, in real shells: commands, options and the ids that the repository has; never an error, and
//! nothing of a hostile file.

use crate::common::{Run, ibid, initialized, run};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const CLAIMS: &str = "\
[[claim]]
id = \"defence-ministry-erreur\"
text = \"The ministry: a mistake.\"
[[claim]]
id = \"defence-budget\"
text = \"\\u001B[31mred \\u202E; rm -rf /\"
[[claim]]
id = \"$(touch pwned)\"
text = \"T\"
[[claim]]
id = \"defence`touch pwned`\"
text = \"T\"
[[claim]]
text = \"no id\"
";

fn repository() -> TempDir {
    let folder = initialized();
    let path = folder.path();
    for (number, day) in ["2025-12-08", "2025-12-09"].into_iter().enumerate() {
        fs::write(path.join("a.txt"), format!("Text {number}.\n")).unwrap();
        let id: &[&str] = if number == 0 {
            &["--id", "le-discours", "--title", "Le $(touch pwned) discours"]
        } else {
            &["--to", "le-discours"]
        };
        assert_eq!(ibid(path, &[&["add", "a.txt", "--captured", day], id].concat()).status, 0);
    }
    fs::write(path.join("b.txt"), "Another.\n").unwrap();
    assert_eq!(ibid(path, &["add", "b.txt", "--id", "desk/kabul"]).status, 0);
    fs::create_dir_all(path.join("sources/\u{1b}[31m")).unwrap();
    fs::write(path.join("sources/\u{1b}[31m/source.toml"), "title = \"T\"\n").unwrap();
    fs::write(path.join("claims/a.toml"), CLAIMS).unwrap();
    fs::write(path.join("claims/broken.toml"), "[[claim\u{1b}[31m").unwrap();
    folder
}

/// Whether a program can be run here.
fn has(program: &str) -> bool {
    let is_there =
        Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    assert!(is_there || std::env::var_os("IBID_TEST_ALL").is_none(), "{program} is not there to ask");
    is_there
}

/// The candidates that bash would show for a line that ends where the cursor is.
fn bash(folder: &Path, line: &str) -> Vec<String> {
    let script = format!(
        r#"
set -u
source <('{ibid}' completions bash) || exit 3
line='{line}'
COMP_LINE=$line COMP_POINT=${{#line}} COMP_TYPE=9
read -ra COMP_WORDS <<<"$line"
[[ $line == *' ' ]] && COMP_WORDS+=("")
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_clap_complete_ibid ibid "${{COMP_WORDS[COMP_CWORD]}}" "${{COMP_WORDS[COMP_CWORD - 1]}}" || exit 4
[ "${{#COMPREPLY[@]}}" = 0 ] || printf '%s\n' "${{COMPREPLY[@]}}"
"#,
        ibid = env!("CARGO_BIN_EXE_ibid")
    );
    candidates(&run(Command::new("bash").args(["--norc", "-c", &script]), folder))
}

fn candidates(run: &Run) -> Vec<String> {
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{}", run.stdout);
    assert!(!run.stdout.contains('\u{1b}') && !run.stdout.contains('\u{202e}'), "{:?}", run.stdout);
    // Options are offered beside ids.
    run.stdout.lines().filter(|line| !line.starts_with("--")).map(str::to_owned).collect()
}

#[test]
fn bash_completes_ids_where_they_belong() {
    let folder = repository();
    let path = folder.path();
    let claims = ["defence-budget", "defence-ministry-erreur"];
    for line in
        ["cite le-discours words --claim def", "log def", "pin def", "report def", "fix def", "verify x def"]
    {
        if line.starts_with("log") && cfg!(not(feature = "git")) {
            continue;
        }
        assert_eq!(bash(path, &format!("ibid {line}")), claims, "{line}");
    }
    assert_eq!(bash(path, "ibid show le-"), ["le-discours"]);
    assert_eq!(
        bash(path, "ibid show "),
        ["defence-budget", "defence-ministry-erreur", "desk/kabul", "le-discours"]
    );
    for line in ["cite ", "drift ", "extract ", "find words --source ", "add --to ", "new x --source "] {
        assert_eq!(bash(path, &format!("ibid {line}")), ["desk/kabul", "le-discours"], "{line}");
    }
    let captures = ["2025-12-08", "2025-12-09"];
    assert_eq!(bash(path, "ibid cite le-discours words --capture "), captures);
    assert_eq!(bash(path, "ibid drift le-discours --from 2025"), captures);
    assert_eq!(bash(path, "ibid new x --verdict "), ["disputed", "refuted", "supported", "unproven"]);
    assert_eq!(bash(path, "ibid explain quote-sh"), ["quote-short"]);
    assert_eq!(bash(path, "ibid verify claims/"), ["claims/a.toml", "claims/broken.toml"]);
    // A part of a name is completed where only one has it.
    assert_eq!(bash(path, "ibid show erreur"), ["defence-ministry-erreur"]);
    assert_eq!(bash(path, "ibid show erreur-x"), Vec::<String>::new());
    // From another folder, and from one below.
    let other = tempfile::tempdir().unwrap();
    assert_eq!(
        bash(other.path(), &format!("ibid -C {} show erreur", path.display())),
        ["defence-ministry-erreur"]
    );
    assert_eq!(bash(&path.join("claims"), "ibid show erreur"), ["defence-ministry-erreur"]);
    assert!(!path.join("pwned").exists());
}

#[test]
fn bash_completes_commands_and_options_and_is_silent_where_there_is_nothing() {
    let folder = repository();
    assert_eq!(bash(folder.path(), "ibid ver"), ["verify"]);
    assert_eq!(bash(folder.path(), "ibid completions z"), ["zsh"]);
    assert_eq!(bash(folder.path(), "ibid verify --new-since x --format h"), ["human"]);
    assert_eq!(bash(folder.path(), "ibid verify --format j"), ["json", "junit"]);
    let empty = tempfile::tempdir().unwrap();
    for line in ["show ", "cite ", "cite x y --capture ", "new x --verdict ", "verify \u{1b}[31m"] {
        assert_eq!(bash(empty.path(), &format!("ibid {line}")), Vec::<String>::new(), "{line}");
    }
}

#[test]
fn zsh_completes_with_what_each_is() {
    if !has("zsh") {
        return;
    }
    let folder = repository();
    // The system of completions itself needs a terminal; what is handed to it does not.
    let script = format!(
        r#"
compdef() {{ : }}
_describe() {{ print -rl -- "${{(@P)@[-1]}}" }}
source <('{}' completions zsh)
words=(ibid show defence) CURRENT=3
_clap_dynamic_completer_ibid
"#,
        env!("CARGO_BIN_EXE_ibid")
    );
    let told = candidates(&run(Command::new("zsh").args(["-f", "-c", &script]), folder.path()));
    assert_eq!(
        told,
        [
            "defence-budget:⟨U+001B⟩[31mred ⟨U+202E⟩; rm -rf /",
            "defence-ministry-erreur:The ministry: a mistake."
        ]
    );
    assert!(!folder.path().join("pwned").exists());
}

#[test]
fn fish_completes_with_what_each_is() {
    if !has("fish") {
        return;
    }
    let folder = repository();
    let script = format!(
        "{} completions fish | source; complete -C 'ibid show def'; complete -C 'ibid cite le-'",
        env!("CARGO_BIN_EXE_ibid")
    );
    let home = tempfile::tempdir().unwrap();
    let mut fish = Command::new("fish");
    fish.env("HOME", home.path()).env("LC_ALL", "C.UTF-8").args(["--no-config", "-c", &script]);
    let told = candidates(&run(&mut fish, folder.path()));
    assert_eq!(
        told,
        [
            "defence-budget\t⟨U+001B⟩[31mred ⟨U+202E⟩; rm -rf /",
            "defence-ministry-erreur\tThe ministry: a mistake.",
            "le-discours\tLe $(touch pwned) discours"
        ]
    );
    assert!(!folder.path().join("pwned").exists());
}

#[test]
fn every_shell_has_its_script() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let printed = ibid(folder.path(), &["completions", shell]);
        assert_eq!((printed.status, printed.stderr.as_str()), (0, ""), "{shell}");
        assert!(printed.stdout.contains("IBID_COMPLETE") && printed.stdout.contains("ibid"), "{shell}");
    }
    assert_eq!(ibid(folder.path(), &["completions", "tcsh"]).status, 2);
}

#[test]
fn a_variable_left_in_the_environment_keeps_nothing_from_its_work() {
    let folder = repository();
    for shell in ["bash", "zsh", "0", "", "tcsh"] {
        let mut verify = Command::new(env!("CARGO_BIN_EXE_ibid"));
        let told = run(verify.env("IBID_COMPLETE", shell).arg("verify"), folder.path());
        assert_eq!(told.status, 1, "{shell}: {}", told.stdout);
    }
}

#[test]
fn a_shell_that_is_not_known_is_told_nothing() {
    let folder = repository();
    let mut asked = Command::new(env!("CARGO_BIN_EXE_ibid"));
    asked.env("IBID_COMPLETE", "tcsh").args(["--", "ibid", "show", ""]);
    let told = run(&mut asked, folder.path());
    assert_eq!((told.status, told.stdout.as_str(), told.stderr.as_str()), (2, "", ""));
}
