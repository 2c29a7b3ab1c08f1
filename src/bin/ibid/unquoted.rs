//! Words that were typed without quotation marks around them, so that the shell gave each by itself: the line as it was
//! meant.

use crate::args::Args;
use clap::{ArgAction, Command, CommandFactory as _};
use ibid::citing::without_marks;
use ibid::error::Error;

/// The commands that take words, and how many arguments they have beside options.
const TAKES_WORDS: [(&str, usize); 4] = [("find", 1), ("cite", 2), ("add", 1), ("new", 1)];

/// The error of a command line with more words than the command has room for, with the line to type; `None` where it
/// cannot be told.
pub fn told(line: &[String]) -> Option<Error> {
    let ibid = Args::command();
    let at = line.iter().position(|word| TAKES_WORDS.iter().any(|(name, _)| name == word))?;
    let (name, room) = *TAKES_WORDS.iter().find(|(name, _)| *name == line[at])?;
    let command = ibid.find_subcommand(name)?;
    let mut runs = runs(&line[at + 1..], &[command, &ibid]);
    let own = runs.iter().position(|run| run.option.is_none() && !run.words.is_empty());
    // Words that follow the value of an option belong to it, unless the command has no others.
    let own = own.or_else(|| runs.iter().rposition(|run| run.words.len() > 1).filter(|_| room == 1));
    let own = own?;
    if runs[own].option.is_some() {
        let words = runs[own].words.split_off(1);
        runs.insert(own + 1, Run { option: None, words });
    }
    let mut typed = vec!["ibid".to_owned()];
    typed.extend(line[..=at].iter().map(|word| quoted(word)));
    for run in &runs {
        typed.extend(run.option.clone());
        let apart = if run.option.is_none() { room - 1 } else { 0 }.min(run.words.len());
        typed.extend(run.words[..apart].iter().map(|word| quoted(word)));
        let words = run.words[apart..].join(" ");
        let words = without_marks(&words).unwrap_or(&words);
        typed.extend((!words.is_empty()).then(|| quoted(words)));
    }
    Some(
        Error::new(
            "what is more than one word needs quotation marks around it, or each word is taken by itself",
        )
        .hint(format!("type it so: {}", typed.join(" "))),
    )
}

/// Words that stand together, and the option before them.
struct Run {
    option: Option<String>,
    words: Vec<String>,
}

/// The options of a line, each with the words behind it, as far as it takes any.
fn runs(line: &[String], commands: &[&Command]) -> Vec<Run> {
    let mut runs = vec![Run { option: None, words: Vec::new() }];
    for word in line {
        if !word.starts_with('-') || word == "-" {
            if let Some(last) = runs.last_mut() {
                last.words.push(word.clone());
            }
            continue;
        }
        if takes_value(word, commands) {
            runs.push(Run { option: Some(word.clone()), words: Vec::new() });
        } else {
            runs.push(Run { option: Some(word.clone()), words: Vec::new() });
            runs.push(Run { option: None, words: Vec::new() });
        }
    }
    runs
}

/// Whether an option is one whose value follows as a word of its own.
fn takes_value(word: &str, commands: &[&Command]) -> bool {
    let mut known = commands.iter().flat_map(|command| command.get_arguments());
    known.any(|known| {
        let is_long = known.get_long().is_some_and(|long| word.strip_prefix("--") == Some(long));
        let is_short =
            known.get_short().is_some_and(|short| word.strip_prefix('-') == Some(&short.to_string()));
        (is_long || is_short) && matches!(known.get_action(), ArgAction::Set | ArgAction::Append)
    })
}

/// A word as a shell is given it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| {
        c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':' | ',' | '=' | '+' | '@' | '%')
    };
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    // Inside these a shell makes something else of some characters.
    if word.contains(['"', '$', '`', '\\', '!']) {
        return format!("'{}'", word.replace('\'', "'\\''"));
    }
    format!("\"{word}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_that_was_meant_is_told() {
        for (typed, meant) in [
            ("find une erreur", r#"ibid find "une erreur""#),
            ("find “une erreur”", r#"ibid find "une erreur""#),
            ("find une erreur --source le-discours", r#"ibid find "une erreur" --source le-discours"#),
            ("find --source le-discours une erreur", r#"ibid find --source le-discours "une erreur""#),
            ("find --toml une erreur", r#"ibid find --toml "une erreur""#),
            ("-C dossier find une erreur", r#"ibid -C dossier find "une erreur""#),
            ("cite le-discours une erreur --claim a", r#"ibid cite le-discours "une erreur" --claim a"#),
            (
                "cite le-discours l’erreur --claim a --text Une erreur",
                r#"ibid cite le-discours "l’erreur" --claim a --text "Une erreur""#,
            ),
            (
                "add a.txt --title Le discours --language fr",
                r#"ibid add a.txt --title "Le discours" --language fr"#,
            ),
            ("add mon article.txt", r#"ibid add "mon article.txt""#),
            ("new Ils sont partis.", r#"ibid new "Ils sont partis.""#),
            ("find Aujourd'hui $5", r"ibid find 'Aujourd'\''hui $5'"),
        ] {
            let line: Vec<String> = typed.split(' ').map(String::from).collect();
            assert_eq!(told(&line).unwrap().hint, format!("type it so: {meant}"), "{typed}");
        }
        assert!(told(&["verify".to_owned(), "a".to_owned()]).is_none());
    }
}
