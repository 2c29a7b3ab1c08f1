//! Commands that write at the same moment: what one of them says that it wrote is there, whatever the others do.

use crate::common::{ibid, initialized, write};
use serde_json::Value;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Starts all of some commands, then waits for them; how many of them say that they wrote.
fn at_once(folder: &Path, commands: &[Vec<String>]) -> usize {
    let start = |args: &Vec<String>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
        command.args(args).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
    };
    let running: Vec<Child> = commands.iter().map(start).collect();
    running.into_iter().map(|mut one| one.wait().unwrap()).filter(std::process::ExitStatus::success).count()
}

/// What `verify` reports.
fn report(folder: &Path) -> Value {
    ibid(folder, &["verify", "--format", "json"]).json()
}

fn words(all: &[&str]) -> Vec<String> {
    all.iter().map(|&word| word.to_owned()).collect()
}

#[test]
fn of_claims_written_at_once_into_a_file_none_is_lost() {
    let folder = initialized();
    let path = folder.path();
    let text: String = (0..8).map(|number| format!("Le mot{number} est unique ici même.\n\n")).collect();
    write(path, "text.txt", &text);
    assert_eq!(ibid(path, &["add", "text.txt", "--id", "s", "--title", "T"]).status, 0);
    let cite = |number: usize| {
        let (quote, id) = (format!("Le mot{number} est unique"), format!("c{number}"));
        words(&["cite", "s", &quote, "--claim", &id, "--text", "T"])
    };
    assert_eq!(at_once(path, &[cite(0)]), 1);
    for _ in 0..4 {
        let before = report(path)["claims"].as_array().unwrap().len();
        let known = std::fs::read_to_string(path.join("claims/s.toml")).unwrap();
        let lacking = (1..8).filter(|number| !known.contains(&format!("\"c{number}\"")));
        let written = at_once(path, &lacking.map(cite).collect::<Vec<_>>());
        let report = report(path);
        assert_eq!(report["claims"].as_array().unwrap().len(), before + written);
        assert_eq!(report["summary"]["errors"], 0);
    }
}

#[test]
fn of_captures_added_at_once_none_is_lost() {
    for _ in 0..4 {
        let folder = initialized();
        let path = folder.path();
        for number in 0..5 {
            write(path, &format!("{number}.txt"), &format!("Une version {number} de l’article.\n"));
        }
        assert_eq!(ibid(path, &["add", "0.txt", "--id", "s", "--captured", "2025-12-01"]).status, 0);
        let add = |number: usize| {
            let (file, day) = (format!("{number}.txt"), format!("2025-12-0{}", number + 1));
            words(&["add", "--to", "s", &file, "--captured", &day])
        };
        let written = at_once(path, &(1..5).map(add).collect::<Vec<_>>());
        let record = std::fs::read_to_string(path.join("sources/s/source.toml")).unwrap();
        assert_eq!(record.matches("[[capture]]").count(), 1 + written);
        let files = std::fs::read_dir(path.join("sources/s")).unwrap().count();
        assert_eq!(files, 2 + written, "a capture that is in no record, or what was being written");
    }
}
