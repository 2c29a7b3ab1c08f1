//! `ibid explain`.

use crate::args::Explain;
use crate::{PASSED, output};
use ibid::error::Error;
use ibid::finding::Rule;
use ibid::parse::did_you_mean;

pub fn run(args: &Explain) -> Result<u8, Error> {
    let text = match &args.rule {
        None => list(),
        Some(name) => format!("{}{WRAPPED}", Rule::parse(name).ok_or_else(|| unknown(name))?.explanation()),
    };
    output::print(&text)?;
    Ok(PASSED)
}

/// The pages are read in a terminal; sources need not be.
const WRAPPED: &str = "\n(Words of sources are wrapped here to fit the page; there they may be one line.)\n";

fn unknown(name: &str) -> Error {
    let names: Vec<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    let error = Error::new(format!("there is no rule `{name}`"));
    match did_you_mean(name, &names) {
        Some(meant) => error.hint(meant),
        None => error.hint("`ibid explain` lists the rules"),
    }
}

fn list() -> String {
    let line = |rule: &Rule| {
        let level = rule.default_level().name();
        let fixed = if rule.is_fixed() { "*" } else { " " };
        format!("{level:<7}{fixed} {:<18}  {}\n", rule.name(), rule.summary())
    };
    let lines: String = Rule::ALL.iter().map(line).collect();
    format!("{lines}\n* cannot be changed; the level of the others is set in ibid.toml, below [rules]\n")
}
