//! Whether GitHub Actions reads along, and what it obeys.

use std::env;

/// Whether GitHub Actions reads what is printed.
pub fn are_reading() -> bool {
    value("GITHUB_ACTIONS").is_some_and(|value| value == "true")
}

/// Whether GitHub Actions reads standard output, line by line, and obeys the commands in it. What goes to a file is
/// not read.
pub fn obey_output() -> bool {
    are_reading() && !is_stdout_a_file()
}

#[cfg(unix)]
fn is_stdout_a_file() -> bool {
    let status = rustix::fs::fstat(std::io::stdout());
    status.is_ok_and(|status| rustix::fs::FileType::from_raw_mode(status.st_mode).is_file())
}

#[cfg(not(unix))]
fn is_stdout_a_file() -> bool {
    false
}

/// What the environment says, where it says anything.
pub fn value(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}
