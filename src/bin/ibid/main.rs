//! The command `ibid`: arguments in, a library call, text out. The only place that knows the terminal,
//! the environment and the exit status.

#![forbid(unsafe_code)]
#![allow(
    clippy::disallowed_methods,
    reason = "the binary knows the environment and the files that people name"
)]

mod actions;
mod add;
mod args;
mod capture;
mod claim_file;
mod cite;
mod complete;
mod completions;
mod diff;
mod document;
mod drift;
mod explain;
mod export;
mod extract;
mod find;
mod fix;
mod host;
mod init;
mod known;
mod links;
#[cfg(feature = "git")]
mod log;
mod man;
mod named;
#[cfg(feature = "http")]
mod net;
mod new;
mod output;
mod outputs;
mod pin;
#[cfg(feature = "http")]
mod refresh;
mod restricted;
mod schema;
mod sides;
mod show;
mod stored;
mod taken;
mod report;
mod unquoted;
mod usage;
mod verify;

use args::{Args, Command};
use clap::Parser as _;
use ibid::error::Error;
use std::process::ExitCode;

/// A report is made of many small values on every thread; the system's allocator makes the threads wait
/// for one another and asks the kernel for each page.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Nothing at error level.
const PASSED: u8 = 0;
/// Findings.
const FOUND: u8 = 1;
/// Could not run.
const FAILED: u8 = 2;

/// A panic of the library that reads PDFs becomes an error with words; its own are not for people.
#[cfg(feature = "pdf")]
fn quiet_reader() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(ibid::extract::pdf::THREAD) {
            usual(panic);
        }
    }));
}

fn main() -> ExitCode {
    if let Some(is_answered) = complete::answer() {
        return ExitCode::from(if is_answered { PASSED } else { FAILED });
    }
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return usage::told(&error),
    };
    #[cfg(feature = "pdf")]
    quiet_reader();
    let result = match &args.command {
        Command::Init(init) => init::run(init, &args.common),
        Command::Add(add) => add::run(add, &args.common),
        #[cfg(not(feature = "http"))]
        Command::Refresh(_) => {
            Err(Error::new("this ibid was built without fetching pages").hint(ibid::extract::WHOLE))
        }
        #[cfg(feature = "http")]
        Command::Refresh(refresh) => refresh::run(refresh, &args.common),
        Command::Extract(extract) => extract::run(extract, &args.common),
        Command::New(new) => new::run(new, &args.common),
        Command::Cite(cite) => cite::run(cite, &args.common),
        Command::Find(find) => find::run(find, &args.common),
        Command::Verify(verify) => verify::run(verify, &args.common),
        Command::Diff(diff) => diff::run(diff, &args.common),
        Command::Drift(drift) => drift::run(drift, &args.common),
        Command::Pin(pin) => pin::run(pin, &args.common),
        Command::Show(show) => show::run(show, &args.common),
        Command::Report(report) => report::run(report, &args.common),
        Command::Export(export) => export::run(export, &args.common),
        #[cfg(feature = "git")]
        Command::Log(log) => log::run(log, &args.common),
        Command::Fix(fix) => fix::run(fix, &args.common),
        Command::Explain(explain) => explain::run(explain),
        Command::Schema(schema) => schema::run(schema, &args.common),
        Command::Completions(completions) => completions::run(completions),
        Command::Man(man) => man::run(man, &args.common),
    };
    result.map_or_else(|error| fail(&error), ExitCode::from)
}

fn fail(error: &Error) -> ExitCode {
    let line =
        |name: &str, text: &str| output::tell(&format!("{name}: {}", ibid::render::visible::visible(text)));
    line("error", &error.message);
    if !error.hint.is_empty() {
        line(" help", &error.hint);
    }
    ExitCode::from(FAILED)
}
