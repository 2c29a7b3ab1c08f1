//! Manual pages: one for each command, written over none that is not ours, and read as a person would.

use crate::common::ibid;
use std::fs;
use std::process::Command;

#[test]
fn every_command_has_a_page_and_no_other_page_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let first = ibid(path, &["man", "share/man1"]);
    assert_eq!((first.status, first.stderr.as_str()), (0, ""));
    let help = ibid(path, &["--help"]).stdout;
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let names: Vec<&str> = commands
        .lines()
        .take_while(|line| !line.is_empty())
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    assert!(names.len() > 12, "{names:?}");
    for name in &names {
        let page = fs::read_to_string(path.join(format!("share/man1/ibid-{name}.1"))).unwrap();
        for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES"] {
            assert!(page.contains(&format!(".SH {section}")), "{name}: {section}");
        }
    }
    assert!(fs::read_dir(path.join("share/man1")).unwrap().count() > names.len(), "and one of ibid itself");
    assert_eq!(ibid(path, &["man", "share/man1"]).status, 0, "ours are written anew");
    fs::write(path.join("share/man1/ibid-pin.1"), "mine").unwrap();
    let refused = ibid(path, &["man", "share/man1"]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("was not written by ibid"), "{}", refused.stderr);
    assert_eq!(fs::read_to_string(path.join("share/man1/ibid-pin.1")).unwrap(), "mine");
}

#[test]
fn a_page_reads_well() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    assert_eq!(ibid(path, &["man", "."]).status, 0);
    assert_eq!(ibid(path, &["man"]).stdout, fs::read_to_string(path.join("ibid.1")).unwrap());
    let page = fs::read_to_string(path.join("ibid-new.1")).unwrap();
    insta::assert_snapshot!(page.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
    // Where there is a reader of manuals, it finds nothing wrong, and no line is broken.
    let pages = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
    for page in pages {
        let mut groff = Command::new("groff");
        groff.args(["-man", "-Tutf8", "-Kutf8", "-ww", "-rLL=80n", "-P-cbou"]).arg(&page);
        let Ok(read) = groff.output() else {
            assert!(std::env::var_os("IBID_TEST_ALL").is_none(), "groff is not there to ask");
            return;
        };
        let (text, said) = (String::from_utf8_lossy(&read.stdout), String::from_utf8_lossy(&read.stderr));
        assert!(read.status.success() && said.is_empty(), "{}: {said}", page.display());
        let is_long = |line: &&str| line.chars().count() > 84;
        assert_eq!(text.lines().find(is_long), None, "{}", page.display());
    }
}
