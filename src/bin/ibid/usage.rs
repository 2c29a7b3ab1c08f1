//! What is said of a command line that makes no sense.

use crate::args::Args;
use crate::{FAILED, PASSED, output, unquoted};
use clap::CommandFactory as _;
use clap::error::{ContextKind as Kind, ContextValue as Value, ErrorKind};
use ibid::error::Error;
use ibid::parse::nearest_word;
use ibid::render::visible::visible;
use std::process::ExitCode;

/// Tells of a usage that makes no sense, or gives the help that was asked for; nothing in it acts on a
/// terminal.
pub fn told(error: &clap::Error) -> ExitCode {
    if let Some(unknown) = unknown_command(error) {
        return crate::fail(&unknown);
    }
    if let Some(unquoted) = surplus_word(error) {
        return crate::fail(&unquoted);
    }
    let wrong = missing_words(error).or_else(|| no_value(error)).or_else(|| unknown_option(error));
    if let Some(wrong) = wrong.or_else(|| word_too_many(error)) {
        return crate::fail(&wrong);
    }
    let text: Vec<String> = error.render().to_string().lines().map(visible).collect();
    let text = text.join("\n");
    if error.use_stderr() {
        output::tell(&text);
        return ExitCode::from(FAILED);
    }
    drop(output::print(&format!("{text}\n")));
    ExitCode::from(PASSED)
}

/// The error of words without quotation marks around them.
fn surplus_word(error: &clap::Error) -> Option<Error> {
    let Some(Value::String(word)) = error.get(Kind::InvalidArg) else { return None };
    if error.kind() != ErrorKind::UnknownArgument || word.starts_with('-') {
        return None;
    }
    let line: Option<Vec<String>> = std::env::args_os().skip(1).map(|word| word.into_string().ok()).collect();
    unquoted::told(&line?)
}

/// The error of a command without what it needs, with the line to type.
fn missing_words(error: &clap::Error) -> Option<Error> {
    let Some(Value::Strings(missing)) = error.get(Kind::InvalidArg) else { return None };
    if error.kind() != ErrorKind::MissingRequiredArgument {
        return None;
    }
    let (line, command) = usage_of(error)?;
    let wrong = Error::new(format!("`{command}` needs more than that: {}", missing.join(", ")));
    Some(wrong.hint(format!("type it so: {line}; `{command} --help` has examples")))
}

/// The line that shows how a command is used, and the command in it.
fn usage_of(error: &clap::Error) -> Option<(String, String)> {
    let usage = error.get(Kind::Usage)?.to_string();
    let line = usage.trim().strip_prefix("Usage:")?.trim().to_owned();
    let command: Vec<&str> = line.split(' ').take_while(|word| !word.starts_with(['<', '[', '-'])).collect();
    let command = command.join(" ");
    Some((line, command))
}

/// The error of an option that a command does not have, with the one that is meant.
fn unknown_option(error: &clap::Error) -> Option<Error> {
    let Some(Value::String(option)) = error.get(Kind::InvalidArg) else { return None };
    if error.kind() != ErrorKind::UnknownArgument || !option.starts_with('-') {
        return None;
    }
    let (_, command) = usage_of(error)?;
    let wrong = Error::new(format!("`{command}` has no option `{option}`"));
    let lists = format!("`{command} --help` lists the options");
    let own = options_of(&command);
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let has = |meant: &&&str| own.contains(&meant.split(' ').next().unwrap_or(meant));
    let known = OPTIONS_ELSEWHERE.iter().find(|(others, _)| others.contains(&option.as_str()));
    let meant = known.and_then(|(_, meant)| meant.iter().find(has).copied());
    let alike = || nearest_word(option, &own).filter(|_| option.starts_with("--"));
    Some(match (meant, alike()) {
        (Some(meant), _) => wrong.hint(format!("ibid calls it `{meant}`; {lists}")),
        (None, Some(alike)) => wrong.hint(format!("did you mean `{alike}`? {lists}")),
        (None, None) => wrong.hint(lists),
    })
}

/// What other programs call options, and what ibid does.
const OPTIONS_ELSEWHERE: &[(&[&str], &[&str])] = &[
    (&["--json"], &["--format json"]),
    (&["--markdown", "--md"], &["--format markdown"]),
    (&["--sarif"], &["--format sarif"]),
    (&["--junit"], &["--format junit"]),
    (
        &["--strict", "--fail-on-warning", "--fail-on-warnings", "--deny-warnings", "--exit-code", "--check"],
        &["--fail-on warning", "--exit-code", "--check"],
    ),
    (&["--fail-on"], &["--exit-code", "--check"]),
    (&["--silent"], &["--quiet"]),
    (&["--root", "--dir", "--directory", "--cwd"], &["--root"]),
    (&["--out", "--output-file", "--write-to"], &["--output"]),
    (&["--fix", "--apply", "--in-place"], &["--write"]),
    (&["--dry-run", "--diff"], &["--check", "--print"]),
    (&["--since", "--changed"], &["--new-since"]),
    (&["--no-color", "--no-colour", "--colour"], &["--color"]),
];

/// The long options of a command, given as it is typed: `ibid verify`.
fn options_of(command: &str) -> Vec<String> {
    let mut ibid = Args::command();
    ibid.build();
    let found = command.split(' ').skip(1).try_fold(&ibid, |one, name| one.find_subcommand(name));
    let arguments = found.into_iter().flat_map(clap::Command::get_arguments);
    let shown = arguments.filter(|one| !one.is_hide_set());
    shown.filter_map(|one| Some(format!("--{}", one.get_long()?))).collect()
}

/// The error of one word more than a command takes.
fn word_too_many(error: &clap::Error) -> Option<Error> {
    let Some(Value::String(word)) = error.get(Kind::InvalidValue) else { return None };
    if error.kind() != ErrorKind::TooManyValues {
        return None;
    }
    let (line, command) = usage_of(error)?;
    let wrong = Error::new(format!("`{word}` is one word more than `{command}` takes"));
    Some(wrong.hint(format!("type it so: {line}; `{command} --help` has examples")))
}

/// The error of a word that an option does not take, with those that it takes.
fn no_value(error: &clap::Error) -> Option<Error> {
    let (Some(Value::String(option)), Some(Value::String(word))) =
        (error.get(Kind::InvalidArg), error.get(Kind::InvalidValue))
    else {
        return None;
    };
    let Some(Value::Strings(known)) = error.get(Kind::ValidValue) else { return None };
    if error.kind() != ErrorKind::InvalidValue || known.is_empty() {
        return None;
    }
    let option = option.split(' ').next().unwrap_or(option);
    let takes = format!("it takes one of {}", known.join(", "));
    let wrong = match word.as_str() {
        "" => Error::new(format!("{option} needs a word behind it")),
        word => Error::new(format!("{option} does not take `{word}`")),
    };
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    Some(match nearest_word(word, &known).filter(|_| !word.is_empty()) {
        Some(meant) => wrong.hint(format!("did you mean `{meant}`? {takes}")),
        None => wrong.hint(takes),
    })
}

/// The error of a word that is no command, with the one that is meant.
fn unknown_command(error: &clap::Error) -> Option<Error> {
    let Some(Value::String(word)) = error.get(Kind::InvalidSubcommand) else { return None };
    if error.kind() != ErrorKind::InvalidSubcommand {
        return None;
    }
    let parent = parent(error);
    let unknown = Error::new(format!("there is no command `{parent} {word}`"));
    let lists = format!("`{parent} --help` lists the commands");
    // What other programs call so is meant before a word that only looks alike.
    if let Some(meant) = meant_command(word).filter(|_| parent == "ibid") {
        return Some(unknown.hint(format!("ibid calls it `ibid {meant}`; {lists}")));
    }
    let alike = match error.get(Kind::SuggestedSubcommand) {
        Some(Value::String(one)) => Some(one),
        Some(Value::Strings(several)) => several.first(),
        _ => None,
    };
    Some(match alike {
        Some(alike) => unknown.hint(format!("did you mean `{parent} {alike}`? {lists}")),
        None => unknown.hint(lists),
    })
}

/// The command below which a word is none: `ibid`, or one that has commands of its own.
fn parent(error: &clap::Error) -> String {
    let usage = error.get(Kind::Usage).map(ToString::to_string).unwrap_or_default();
    let ibid = Args::command();
    let with_own = ibid.get_subcommands().filter(|one| one.has_subcommands()).map(clap::Command::get_name);
    let mut named = with_own.filter(|name| usage.contains(&format!("ibid {name} ")));
    named.next().map_or_else(|| "ibid".to_owned(), |name| format!("ibid {name}"))
}

fn meant_command(word: &str) -> Option<&'static str> {
    Some(match word {
        "check" | "test" | "lint" | "validate" | "run" | "status" | "audit" => "verify",
        "search" | "grep" | "look" => "find",
        "quote" | "insert" => "cite",
        "create" | "begin" | "start" | "claim" => "new",
        "store" | "import" | "capture" | "save" => "add",
        "fetch" | "update" => "refresh",
        "list" | "ls" => "report",
        "compare" | "changes" => "diff",
        #[cfg(feature = "git")]
        "history" | "blame" => "log",
        "rule" | "rules" => "explain",
        "repair" | "mend" | "format" => "fix",
        "view" | "cat" | "open" => "show",
        "manual" => "man",
        _ => return None,
    })
}
