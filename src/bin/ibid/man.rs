//! `ibid man`: the help of each command as a manual page.

use crate::args::{Args, Common, Man as ManArgs};
use crate::{PASSED, output};
use clap::{Command, CommandFactory as _};
use clap_mangen::Man;
use ibid::error::Error;
use ibid::quoting::counted;
use ibid::render::visible::visible;
use ibid::store;
use ibid::tree::{Base, Place};
use roff::{Inline, Roff, bold, roman};
use std::fs;

/// The first line of every page, by which ibid knows its own.
const MARK: &str = ".\\\" Written by `ibid man`.\n";
/// The largest page that is read, in bytes.
const LARGEST: u64 = 16 << 20;
/// The columns that a page leaves for examples.
const COLUMNS: usize = 70;

pub fn run(args: &ManArgs, common: &Common) -> Result<u8, Error> {
    let mut ibid = Args::command().disable_help_subcommand(true);
    ibid.build();
    let Some(folder) = &args.folder else {
        output::print(&page(&ibid)?)?;
        return Ok(PASSED);
    };
    let here = output::working_folder(common)?;
    if let Ok(tree) = output::repository(common) {
        output::refuse_kept(folder, &here, &tree)?;
    }
    let folder = here.join(folder);
    fs::create_dir_all(&folder).map_err(|error| Error::io(&folder.display().to_string(), &error))?;
    let base = Base::new(folder.clone());
    let pages = with_those_below(&ibid);
    for command in &pages {
        write(&base.place(format!("{}.1", name(command))), &page(command)?)?;
    }
    if !common.quiet {
        let shown = visible(&folder.display().to_string());
        output::print(&format!("wrote {} into `{shown}`\n", counted(pages.len(), "page")))?;
    }
    Ok(PASSED)
}

/// A command and all below it.
fn with_those_below(command: &Command) -> Vec<&Command> {
    let below = command.get_subcommands().filter(|one| !one.is_hide_set() && one.get_name() != "help");
    std::iter::once(command).chain(below.flat_map(with_those_below)).collect()
}

/// Writes a page, over one of ours or where there is none.
fn write(place: &Place, page: &str) -> Result<(), Error> {
    if !store::is_taken(place) {
        return store::create(place, page.as_bytes());
    }
    let before = store::read(place, LARGEST).unwrap_or_default();
    if before.starts_with(MARK.as_bytes()) {
        return store::replace(place, &before, page.as_bytes());
    }
    Err(Error::new(format!("`{}` was not written by ibid; it was left as it is", place.shown()))
        .hint("name another folder, or move that page away"))
}

fn name(command: &Command) -> &str {
    command.get_display_name().unwrap_or_else(|| command.get_name())
}

fn page(command: &Command) -> Result<String, Error> {
    let mut bytes = Vec::new();
    let source = format!("ibid {}", env!("CARGO_PKG_VERSION"));
    let man = Man::new(options_alone(command.clone())).title(name(command)).source(source).manual("ibid");
    let told = Told::of(command);
    let written = man
        .render_title(&mut bytes)
        .and_then(|()| man.render_name_section(&mut bytes))
        .and_then(|()| synopsis(command).to_writer(&mut bytes))
        .and_then(|()| told.description(command).to_writer(&mut bytes))
        .and_then(|()| arguments(command).to_writer(&mut bytes))
        .and_then(|()| man.render_options_section(&mut bytes))
        .and_then(|()| commands(command).to_writer(&mut bytes))
        .and_then(|()| told.rest(command).to_writer(&mut bytes));
    written.map_err(|error| Error::io("the manual page", &error))?;
    Ok(format!("{MARK}{}", String::from_utf8_lossy(&bytes)))
}

/// The command without its words in their order, which have a section of their own.
fn options_alone(command: Command) -> Command {
    command.mut_args(|arg| if arg.is_positional() { arg.hide(true) } else { arg })
}

/// How it is called, as the help says.
fn synopsis(command: &Command) -> Roff {
    let usage = command.clone().render_usage().to_string();
    let mut roff = Roff::new();
    roff.control("SH", ["SYNOPSIS"]);
    roff.text([bold(usage.trim_start_matches("Usage:").trim())]);
    roff
}

/// The words that a command takes in their order.
fn arguments(command: &Command) -> Roff {
    let mut roff = Roff::new();
    let mut words = command.get_positionals().filter(|arg| !arg.is_hide_set()).peekable();
    if words.peek().is_some() {
        roff.control("SH", ["ARGUMENTS"]);
    }
    for word in words {
        let values = word.get_possible_values();
        let values = values.iter().filter(|value| !value.is_hide_set());
        let told: Vec<String> = values
            .map(|value| {
                format!(
                    "{} ({})",
                    value.get_name(),
                    value.get_help().map(ToString::to_string).unwrap_or_default()
                )
            })
            .collect();
        let about = word.get_help().map(ToString::to_string).unwrap_or_default();
        let about = if told.is_empty() { about } else { format!("{about}: {}", told.join(", ")) };
        roff.control("TP", []);
        roff.text([bold(word.to_string())]);
        roff.text([roman(about)]);
    }
    roff
}

/// The list of commands, with the pages that tell of them.
fn commands(command: &Command) -> Roff {
    let mut roff = Roff::new();
    let mut shown = command.get_subcommands().filter(|one| !one.is_hide_set()).peekable();
    if shown.peek().is_some() {
        roff.control("SH", ["COMMANDS"]);
    }
    for one in shown {
        roff.control("TP", []);
        roff.text([bold(format!("{}(1)", name(one)))]);
        roff.text([roman(one.get_about().map(ToString::to_string).unwrap_or_default())]);
    }
    roff
}

/// What the help of a command says after its options, taken apart.
#[derive(Default)]
struct Told {
    examples: Vec<String>,
    prose: Vec<Vec<String>>,
    status: Vec<String>,
}

impl Told {
    fn of(command: &Command) -> Self {
        let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        let mut told = Self::default();
        for paragraph in after.split("\n\n") {
            let lines: Vec<String> = paragraph.lines().map(String::from).collect();
            match lines.first().map(String::as_str) {
                Some("Examples:") => told.examples = lines[1..].to_vec(),
                Some(first) if first.starts_with("Exit status:") => told.status = lines,
                _ => told.prose.push(lines),
            }
        }
        // A paragraph may end with the exit status.
        for paragraph in &mut told.prose {
            if let Some(at) = paragraph.iter().position(|line| line.starts_with("Exit status:")) {
                told.status = paragraph.split_off(at);
            }
        }
        told
    }

    fn description(&self, command: &Command) -> Roff {
        let mut roff = Roff::new();
        roff.control("SH", ["DESCRIPTION"]);
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        roff.text([roman(format!("{}.", about.trim_end_matches('.')))]);
        for paragraph in self.prose.iter().filter(|lines| lines.iter().any(|line| !line.is_empty())) {
            roff.control("PP", []);
            for line in paragraph {
                match line.strip_prefix("  ") {
                    None => roff.text([roman(line)]),
                    Some(literal) => {
                        roff.control("RS", ["4"]).control("nf", []);
                        roff.text([bold(literal.trim())]);
                        roff.control("fi", []).control("RE", [])
                    }
                };
            }
        }
        roff
    }

    fn rest(&self, command: &Command) -> Roff {
        let mut roff = Roff::new();
        if !self.examples.is_empty() {
            roff.control("SH", ["EXAMPLES"]).control("nf", []);
            for line in self.examples.iter().flat_map(|line| fitted(line)) {
                roff.text([roman(line)]);
            }
            roff.control("fi", []);
        }
        if !self.status.is_empty() {
            roff.control("SH", ["EXIT STATUS"]);
            let status = self.status.join(" ");
            roff.text([roman(capitalised(status.trim_start_matches("Exit status:").trim()))]);
        }
        if !command.has_subcommands() {
            roff.control("SH", ["SEE ALSO"]);
            roff.text([Inline::Bold("ibid(1)".into())]);
        }
        roff
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// An example in lines that fit a page: options on lines of their own, what it does below.
fn fitted(line: &str) -> Vec<String> {
    let line = line.trim_end();
    let (typed, about) = match (line.strip_prefix("     "), line.trim().split_once("   ")) {
        (Some(about), _) => ("", Some(about)),
        (None, Some((typed, about))) => (typed, Some(about)),
        (None, None) => (line.trim(), None),
    };
    let mut lines = Vec::new();
    let mut rest = typed.to_owned();
    while rest.chars().count() > COLUMNS {
        let most = rest.char_indices().nth(COLUMNS).map_or(rest.len(), |(at, _)| at);
        let Some(at) = rest[..most].rfind(" --").filter(|at| *at > 4) else { break };
        lines.push(format!("{} \\", &rest[..at]));
        rest = format!("    {}", rest[at..].trim_start());
    }
    lines.extend(Some(rest).filter(|rest| !rest.is_empty()));
    lines.extend(about.map(|about| format!("        {}", about.trim())));
    lines
}
