//! What README and docs show is what one sees: each page's commands are run from top to bottom in a folder of
//! their own, and say what the page says they say.
//!
//! In a page, a block of `console` holds commands behind `$` with what they print; a line `…` among them stands
//! for any lines. A block whose first line is a comment with a path is that file, or is put at the end of it where
//! `below:` stands before the path. `<!-- with FILE as NAME -->` puts a file of this project beside them. Dates,
//! times and digests are those of the day and match any. With `INSTA_UPDATE=always` pages that say something
//! else are written anew.

#![cfg(unix)]
use crate::common::run;
use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn the_readme_shows_what_one_sees() {
    assert!(walked("README.md") >= 4);
}

#[test]
fn the_readme_begins_with_what_ibid_says_of_a_cut_number() {
    let readme = fs::read_to_string("README.md").unwrap();
    let told = fs::read_to_string("tests/gallery/snapshots/cut-number.human.snap").unwrap();
    let shown = readme.split("```\n").find(|block| block.starts_with("error[")).unwrap();
    assert!(told.contains(shown), "{told}");
}

#[test]
fn the_page_on_sources_shows_what_one_sees() {
    assert!(walked("docs/sources.md") >= 8);
}

#[test]
fn the_page_on_claims_shows_what_one_sees() {
    assert!(walked("docs/claims.md") >= 8);
}

#[test]
fn the_page_on_changes_shows_what_one_sees() {
    assert!(walked("docs/changes.md") >= 8);
}

#[test]
fn the_page_on_exports_shows_what_one_sees() {
    assert!(walked("docs/export.md") >= 2);
}

#[test]
fn the_first_steps_in_other_languages_show_what_one_sees() {
    for page in ["docs/ar.md", "docs/fr.md", "docs/zh.md"] {
        assert!(walked(page) >= 8, "{page}");
    }
}

#[test]
fn links_between_pages_lead_somewhere() {
    let docs = fs::read_dir("docs").unwrap().map(|entry| entry.unwrap().path());
    let pages = docs.filter(|path| path.extension().is_some_and(|ext| ext == "md"));
    for page in pages.chain(["README.md".into(), "CONTRIBUTING.md".into()]) {
        let text = fs::read_to_string(&page).unwrap();
        // What is between fences is shown as it is.
        let prose: String = text.split("\n```").step_by(2).collect();
        for link in prose.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let (path, heading) = link.split_once('#').unwrap_or((link, ""));
            if link.contains("://") {
                continue;
            }
            let target = if path.is_empty() { page.clone() } else { page.parent().unwrap().join(path) };
            assert!(target.exists(), "{}: {link}", page.display());
            let has = |line: &str| line.starts_with('#') && anchor(line) == heading;
            let leads = heading.is_empty() || fs::read_to_string(&target).unwrap().lines().any(has);
            assert!(leads, "{}: {link}", page.display());
        }
    }
}

/// What code hosts name a heading.
fn anchor(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = text.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// Walks through a page; how many commands it has.
fn walked(page: &str) -> usize {
    let text = fs::read_to_string(page).unwrap();
    let outside = tempfile::tempdir().unwrap();
    let folder = outside.path().join("folder");
    fs::create_dir(&folder).unwrap();
    let mut seen = String::new();
    let mut commands = 0;
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        seen += &format!("{line}\n");
        if let Some((from, to)) = given(line) {
            fs::copy(from, folder.join(to)).unwrap();
        }
        let Some(kind) = line.strip_prefix("```") else { continue };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if kind == "console" {
            for told in told(&body) {
                commands += 1;
                seen += &typed(told, &folder);
            }
        } else {
            placed(&body, &folder);
            seen += &body.iter().map(|line| format!("{line}\n")).collect::<String>();
        }
        seen += "```\n";
    }
    if seen != text && std::env::var("INSTA_UPDATE").is_ok_and(|value| value == "always") {
        fs::write(page, &seen).unwrap();
        return commands;
    }
    for (number, (shown, seen)) in text.lines().zip(seen.lines()).enumerate() {
        assert_eq!(shown, seen, "{page}, line {}", number + 1);
    }
    assert_eq!(text.lines().count(), seen.lines().count(), "{page}");
    commands
}

/// A file of this project that a page asks for, and its name there.
fn given(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("<!-- with ")?.strip_suffix(" -->")?.split_once(" as ")
}

/// Writes a block that names its file in its first line.
fn placed(body: &[&str], folder: &Path) {
    let Some(first) = body.first() else { return };
    let comment = first.strip_prefix("# ").or_else(|| first.strip_prefix("<!-- ")?.strip_suffix(" -->"));
    let Some(comment) = comment else { return };
    let path = comment.strip_prefix("below: ").unwrap_or(comment);
    if path.contains(' ') || !path.contains('.') {
        return;
    }
    let block: String = body.iter().map(|line| format!("{line}\n")).collect();
    let path = folder.join(path);
    let before = if path.exists() && comment.starts_with("below: ") {
        fs::read_to_string(&path).unwrap() + "\n"
    } else {
        String::new()
    };
    fs::write(path, before + &block).unwrap();
}

/// A console's commands, each with the lines that follow it.
fn told<'p>(body: &'p [&'p str]) -> Vec<&'p [&'p str]> {
    let starts: Vec<usize> = (0..body.len()).filter(|&at| body[at].starts_with("$ ")).collect();
    assert_eq!(starts.first(), Some(&0), "a console begins with a command: {body:?}");
    let ends = starts.iter().skip(1).copied().chain([body.len()]);
    starts.iter().zip(ends).map(|(&start, end)| &body[start..end]).collect()
}

/// A command as it is shown, with what it prints: what is shown where that says the same.
fn typed(shown: &[&str], folder: &Path) -> String {
    let line = shown[0].strip_prefix("$ ").unwrap();
    let own = Path::new(env!("CARGO_BIN_EXE_ibid")).parent().unwrap();
    let path = format!("{}:{}", own.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(format!("{{ {line}\n}} 2>&1")).env("PATH", path).env("TZ", "UTC");
    shell.env("HOME", folder.parent().unwrap()).env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        shell.env(format!("GIT_{who}_NAME"), "Ada").env(format!("GIT_{who}_EMAIL"), "ada@desk.example");
        shell.env(format!("GIT_{who}_DATE"), "2026-12-01T10:00:00+0000");
    }
    let printed = run(&mut shell, folder).stdout;
    let printed: Vec<&str> = printed.lines().collect();
    let is_same = says(&shown[1..], &printed);
    let lines = if is_same { &shown[1..] } else { &printed[..] };
    std::iter::once(&shown[0]).chain(lines).map(|line| format!("{line}\n")).collect()
}

/// Whether what is shown, with `…` for any lines, is what was printed.
fn says(shown: &[&str], printed: &[&str]) -> bool {
    if shown == ["…"] {
        return false;
    }
    let lasting = |lines: &[&str]| lines.iter().map(|line| lasting(line)).collect::<Vec<_>>();
    let printed = lasting(printed);
    let parts: Vec<Vec<String>> = shown.split(|line| *line == "…").map(lasting).collect();
    let [first, middle @ .., last] = &parts[..] else { return parts[0] == printed };
    let Some(mut rest) = printed.strip_prefix(&first[..]) else { return false };
    for part in middle {
        let Some(at) = (0..=rest.len()).find(|&at| rest[at..].starts_with(part)) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

/// A line without what another day or another machine would make otherwise.
fn lasting(line: &str) -> String {
    let chars: Vec<char> = line.trim_end().chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while at < chars.len() {
        let digest =
            chars[at..].iter().take_while(|c| c.is_ascii_digit() || ('a'..='f').contains(*c)).count();
        let length = ["0000-00-00", "T00:00:00"].iter().find_map(|form| fits(&chars[at..], form));
        match length {
            Some(length) => at += length,
            None if digest >= 9 => at += digest,
            None => {
                out.push(chars[at]);
                at += 1;
                continue;
            }
        }
        out.push('#');
    }
    out
}

/// The length of `form` where `chars` begin with it, with any digit for each 0.
fn fits(chars: &[char], form: &str) -> Option<usize> {
    let fits = |(c, form): (&char, char)| if form == '0' { c.is_ascii_digit() } else { *c == form };
    let length = form.chars().count();
    (chars.len() >= length && chars.iter().zip(form.chars()).all(fits)).then_some(length)
}
