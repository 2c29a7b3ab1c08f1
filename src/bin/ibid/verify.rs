//! `ibid verify`.

use crate::args::{Common, Format, Verify};
use crate::{FOUND, PASSED, known, output};
use ibid::corpus::Corpus;
use ibid::error::Error;
use ibid::render;
use ibid::report::Report;
use ibid::tree::WorkTree;
use ibid::verify::{Options, verify};
use std::path::Path;

pub fn run(args: &Verify, common: &Common) -> Result<u8, Error> {
    let tree = output::repository(common)?;
    let file = args.output.as_deref().filter(|path| *path != Path::new("-"));
    let is_document = file.is_some() || args.format != Format::Human;
    let options = Options {
        shows_restricted: output::shows_restricted(common, is_document),
        allow_unchecked: args.allow_unchecked,
        without_places: matches!(args.format, Format::Human) && !common.verbose,
        ..Options::default()
    };
    let mut report = checked(&args.selectors, options, &tree, common)?;
    if let Some(path) = &args.baseline {
        known::by_baseline(&mut report, path, args, &tree, common)?;
    }
    if let Some(revision) = &args.new_since {
        known::by_revision(&mut report, revision, common)?;
    }
    let text = match args.format {
        Format::Human => render::human::render(&report, output::options(common, file.is_some())),
        Format::Json => render::json::render(&report),
    };
    output::deliver(&text, file, &tree, common)?;
    let status = if report.has_errors() { FOUND } else { PASSED };
    // The process ends here: giving the memory back piece by piece would take longer than the check.
    std::mem::forget(report);
    Ok(status)
}

/// The report of the claims that were named, or of all.
pub fn checked(
    words: &[String],
    mut options: Options,
    tree: &WorkTree,
    common: &Common,
) -> Result<Report, Error> {
    let corpus = Corpus::load(tree);
    if !words.is_empty() {
        options.selection = Some(corpus.select(&output::selectors(words, tree, common)?)?);
    }
    let verified = verify(&corpus, tree, &options);
    Ok(Report::new(corpus, verified))
}
