//! The command `ibid`: arguments in, a library call, text out. The only place that knows the terminal,
//! the environment and the exit status.

#![forbid(unsafe_code)]
#![allow(
    clippy::disallowed_methods,
    reason = "the binary knows the environment and the files that people name"
)]

mod add;
mod args;
mod explain;
mod fix;
mod init;
mod output;
mod verify;

use args::{Args, Command};
use clap::Parser as _;
use ibid::error::Error;
use std::process::ExitCode;

/// Nothing at error level.
const PASSED: u8 = 0;
/// Findings.
const FOUND: u8 = 1;
/// Could not run.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let args = Args::parse();
    let result = match &args.command {
        Command::Init(init) => init::run(init, &args.common),
        Command::Add(add) => add::run(add, &args.common),
        Command::Verify(verify) => verify::run(verify, &args.common),
        Command::Fix(fix) => fix::run(fix, &args.common),
        Command::Explain(explain) => explain::run(explain),
    };
    result.map_or_else(|error| fail(&error), ExitCode::from)
}

fn fail(error: &Error) -> ExitCode {
    let line = |name: &str, text: &str| eprintln!("{name}: {}", ibid::render::visible::visible(text));
    line("error", &error.message);
    if !error.hint.is_empty() {
        line(" help", &error.hint);
    }
    ExitCode::from(FAILED)
}
