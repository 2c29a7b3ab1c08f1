//! What is said of a command line that makes no sense.

use crate::args::Args;
use crate::{FAILED, PASSED, output, unquoted};
use clap::CommandFactory as _;
use clap::error::{ContextKind as Kind, ContextValue as Value, ErrorKind};
use ibid::error::Error;
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
