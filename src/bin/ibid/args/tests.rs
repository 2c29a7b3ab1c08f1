//! The help of every command: examples that can be run as they stand, and a word on everything.

use super::Args;
use clap::error::{ContextKind, ErrorKind};
use clap::{Command, CommandFactory as _, Parser as _};

fn commands() -> Vec<Command> {
    fn with_those_below(command: &Command) -> Vec<Command> {
        let below = command.get_subcommands().filter(|one| one.get_name() != "help");
        std::iter::once(command.clone()).chain(below.flat_map(with_those_below)).collect()
    }
    let mut ibid = Args::command();
    ibid.build();
    with_those_below(&ibid)
}

fn after_help(command: &Command) -> String {
    command.get_after_help().map(ToString::to_string).unwrap_or_default()
}

/// The lines of the examples that are commands, without what is said of them.
fn examples(command: &Command) -> Vec<String> {
    let help = after_help(command);
    let Some((_, rest)) = help.split_once("Examples:\n") else { return Vec::new() };
    let lines = rest.lines().take_while(|line| line.starts_with("  "));
    let typed = lines.filter(|line| !line.starts_with("     ")).map(|line| {
        let line = line.trim();
        line.split_once("   ").map_or(line, |(typed, _)| typed).to_owned()
    });
    typed.collect()
}

#[test]
fn clap_finds_nothing_wrong() {
    Args::command().debug_assert();
}

#[test]
fn every_command_has_examples_and_each_can_be_run() {
    for command in commands() {
        let name = command.get_name();
        let mut own = 0;
        for example in examples(&command) {
            // Of a pipe, the part that is ours; of a line for a shell's start, what is quoted.
            let part = example.split(['|', '(', '\'']).find(|part| part.trim_start().starts_with("ibid "));
            let part = part.unwrap_or_else(|| panic!("{name}: `{example}` does not call ibid"));
            let part = part.split([')', '>']).next().unwrap_or_default();
            let words = shlex::split(part).unwrap_or_else(|| panic!("{name}: `{part}` is no command line"));
            let lacks = |word: &str| {
                (word == "log" && cfg!(not(feature = "git")))
                    || (word == "refresh" && cfg!(not(feature = "http")))
            };
            if words.iter().any(|word| lacks(word)) {
                continue;
            }
            if let Err(error) = Args::try_parse_from(&words) {
                panic!("{name}: `{part}`: {error}");
            }
            own += usize::from(name == "ibid" || words.iter().any(|word| word == name));
        }
        assert!(own >= 1, "{name} has an example");
    }
}

#[test]
fn every_command_option_and_value_is_described() {
    let mut seen = 0;
    for command in commands() {
        let name = command.get_name();
        assert!(command.get_about().is_some(), "{name}");
        for arg in command.get_arguments() {
            assert!(arg.get_help().is_some(), "{name}: {}", arg.get_id());
            assert!(
                arg.get_possible_values()
                    .iter()
                    .all(|value| value.get_help().is_some() || ["true", "false"].contains(&value.get_name())),
                "{name}: {}",
                arg.get_id()
            );
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn help_fits_a_terminal_of_eighty_columns() {
    for command in commands() {
        for line in after_help(&command).lines() {
            assert!(line.chars().count() <= 80, "{}: {line}", command.get_name());
        }
    }
}

#[test]
fn mistyped_commands_options_and_values_are_recognised() {
    let cases = [
        ("ibid verfy", "verify"),
        ("ibid explian x", "explain"),
        ("ibid completion bash", "completions"),
        ("ibid verify --fromat json", "--format"),
        ("ibid cite a b --clam c", "--claim"),
        ("ibid verify --format jsno", "json"),
        ("ibid completions bsh", "bash"),
    ];
    for (line, meant) in cases {
        let error = Args::try_parse_from(line.split(' ')).expect_err(line);
        assert!(error.kind() != ErrorKind::DisplayHelp, "{line}");
        let said = error.render().to_string();
        let has_meant = error.context().any(|(kind, value)| {
            matches!(
                kind,
                ContextKind::SuggestedSubcommand | ContextKind::SuggestedArg | ContextKind::SuggestedValue
            ) && value.to_string().contains(meant)
        });
        assert!(has_meant && said.contains(meant), "{line}: {said}");
    }
}
