//! `ibid completions`.

use crate::args::{Completions, Shell};
use crate::complete::VARIABLE;
use crate::{PASSED, output};
use clap_complete::env::Shells;
use ibid::error::Error;

pub fn run(args: &Completions) -> Result<u8, Error> {
    let mut script = Vec::new();
    let shells = Shells::builtins();
    let written = shells
        .completer(args.shell.name())
        .ok_or_else(|| Error::new("this is an error in ibid: it does not know the shell"))?
        .write_registration(VARIABLE, "ibid", "ibid", &program(), &mut script);
    written.map_err(|error| Error::io("standard output", &error))?;
    output::print(&quieted(&String::from_utf8_lossy(&script), args.shell))?;
    Ok(PASSED)
}

/// How the shell calls ibid: as it was called here, by its whole path where it was by a path.
fn program() -> String {
    let called = std::env::args().next().unwrap_or_else(|| "ibid".into());
    if !called.contains(['/', '\\']) {
        return called;
    }
    let path = std::env::current_exe().ok().and_then(|path| path.to_str().map(String::from));
    path.unwrap_or(called)
}

/// Nothing but candidates may come to a line that a person is typing, also from an ibid that is too old
/// to know what it is asked.
fn quieted(script: &str, shell: Shell) -> String {
    match shell {
        Shell::Bash => script.replace("-- \"${words[@]}\" \\\n", "-- \"${words[@]}\" 2>/dev/null \\\n"),
        _ => script.to_owned(),
    }
}
