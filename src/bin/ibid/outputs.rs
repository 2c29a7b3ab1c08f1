//! Where a report goes: one check, several formats and places.

use crate::args::{Common, ReportFormat, Verify};
use crate::{host, output};
use clap::ValueEnum as _;
use ibid::error::Error;
use ibid::parse::nearest_word;
use ibid::render::host::Host;
use ibid::render::told::Telling;
use ibid::render::{self, concise, github, gitlab, human, json, junit, sarif};
use ibid::report::Report;
use ibid::tree::WorkTree;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// A format and where it goes; standard output where that is no file.
#[derive(Debug)]
pub struct Output {
    pub format: ReportFormat,
    pub file: Option<PathBuf>,
}

impl Output {
    /// Whether it may be passed on, and is not only read here by a person.
    pub fn is_document(&self) -> bool {
        self.file.is_some() || !matches!(self.format, ReportFormat::Human | ReportFormat::Concise)
    }
}

/// All outputs that a command line asks for, in the order in which they are written: files first.
pub fn planned(args: &Verify, tree: &WorkTree, common: &Common) -> Result<Vec<Output>, Error> {
    let own = args.format.unwrap_or(ReportFormat::Human);
    let mut outputs = Vec::new();
    let mut is_own_placed = false;
    for word in &args.output {
        let (format, path) = read(word)?;
        if format.is_none() && std::mem::replace(&mut is_own_placed, true) {
            return Err(Error::new("-o names two files without a format")
                .hint("write the format before each further file, as in -o sarif=ibid.sarif"));
        }
        let file = (path != Path::new("-")).then_some(path);
        let format = output::format(format.or(args.format), file.as_deref())?;
        outputs.push(Output { format, file });
    }
    let has_stdout = outputs.iter().any(|one| one.file.is_none());
    if !is_own_placed && (args.format.is_some() || !has_stdout) {
        outputs.push(Output { format: own, file: None });
    }
    refuse(&outputs, args.baseline.as_deref(), tree, common)?;
    outputs.sort_by_key(|one| one.file.is_none());
    Ok(outputs)
}

/// A word behind `-o`: a file, or a format and a file.
fn read(word: &OsStr) -> Result<(Option<ReportFormat>, PathBuf), Error> {
    let Some((name, file)) = word.to_str().and_then(|word| word.split_once('=')) else {
        return Ok((None, word.into()));
    };
    if let Ok(format) = ReportFormat::from_str(name, false) {
        return match file {
            "" => Err(Error::new(format!("`{name}=` names no file"))
                .hint("write a file behind it, as in -o sarif=ibid.sarif")),
            _ => Ok((Some(format), file.into())),
        };
    }
    // A path says where it is; what stands before the first `=` of any other word is meant as a format.
    if name.contains(std::path::is_separator) {
        return Ok((None, word.into()));
    }
    let known: Vec<String> = ReportFormat::value_variants()
        .iter()
        .filter_map(|one| Some(one.to_possible_value()?.get_name().to_owned()))
        .collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let error = Error::new(format!("there is no format `{name}`"));
    let file_named = format!("for a file of that name write ./{name}={file}");
    if name.is_empty() {
        return Err(Error::new(format!("no format stands before the `=` of `={file}`"))
            .hint(format!("write one, as in -o sarif=ibid.sarif; for a file of that name write ./={file}")));
    }
    let first = name.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    Err(match nearest_word(name, &known).or_else(|| known.iter().find(|one| **one == first).copied()) {
        Some(meant) => error.hint(format!("did you mean `{meant}`? {file_named}")),
        None => error.hint(format!("there are {}; {file_named}", known.join(", "))),
    })
}

/// Refuses what cannot be written, before anything is.
fn refuse(
    outputs: &[Output],
    baseline: Option<&Path>,
    tree: &WorkTree,
    common: &Common,
) -> Result<(), Error> {
    if outputs.iter().filter(|one| one.file.is_none()).count() > 1 {
        return Err(Error::new("two formats would go to standard output")
            .hint("give one of them a file, as in -o sarif=ibid.sarif"));
    }
    let here = output::working_folder(common)?;
    let mut known: Vec<PathBuf> = Vec::new();
    for path in outputs.iter().filter_map(|one| one.file.as_deref()) {
        output::refuse_file(Some(path), tree, common)?;
        let target = output::target(&here.join(path));
        if baseline.is_some_and(|baseline| output::target(&here.join(baseline)) == target) {
            return Err(Error::new(format!("`{}` is the baseline; nothing was written", path.display()))
                .hint("to take all that fails now for known, write it anew: `ibid report --format json -o FILE`"));
        }
        if known.contains(&target) {
            return Err(Error::new(format!("two formats would go to `{}`", path.display()))
                .hint("give each a file of its own"));
        }
        known.push(target);
    }
    Ok(())
}

/// Whether any output tells where standing quotes lie.
pub fn need_places(outputs: &[Output], common: &Common) -> bool {
    common.verbose || outputs.iter().any(|one| one.format == ReportFormat::Json)
}

/// Writes a report in every way that was asked for.
pub fn deliver(
    report: &Report,
    outputs: &[Output],
    args: &Verify,
    tree: &WorkTree,
    common: &Common,
) -> Result<(), Error> {
    let fail_on = args.fail_on.into();
    let telling = Telling { verbosity: output::verbosity(common), most: args.max_findings, fail_on };
    let host = host::here(common)?;
    for one in outputs {
        let text = rendered(report, one, &host, telling, common);
        match (one.format, &one.file) {
            (ReportFormat::Github, None) => output::print_raw(&text)?,
            (_, file) => output::deliver(&text, file.as_deref(), tree, common)?,
        }
    }
    if outputs.iter().any(|one| one.format == ReportFormat::Github) {
        host::summarize(&render::markdown::verify::render(report, &host, telling));
    }
    Ok(())
}

fn rendered(report: &Report, output: &Output, host: &Host, telling: Telling, common: &Common) -> String {
    match output.format {
        ReportFormat::Human => {
            let canvas = output::options(common, output.file.is_some()).canvas;
            human::render(report, human::Options { canvas, telling })
        }
        ReportFormat::Concise => concise::render(report, telling),
        ReportFormat::Markdown => render::markdown::verify::render(report, host, telling),
        ReportFormat::Json => json::render(report),
        ReportFormat::Sarif => sarif::render(report, host),
        ReportFormat::Github => github::render(report, host, telling),
        ReportFormat::Gitlab => gitlab::render(report, host),
        ReportFormat::Junit => junit::render(report, telling.fail_on),
    }
}
