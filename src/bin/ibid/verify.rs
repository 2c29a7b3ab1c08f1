//! `ibid verify`.

use crate::args::{Common, Verify};
use crate::{FOUND, PASSED, known, output, outputs};
use ibid::corpus::Corpus;
use ibid::error::Error;
use ibid::report::Report;
use ibid::tree::WorkTree;
use ibid::verify::{Options, verify};

pub fn run(args: &Verify, common: &Common) -> Result<u8, Error> {
    let tree = output::repository(common)?;
    let outputs = outputs::planned(args, &tree, common)?;
    let is_document = outputs.iter().any(outputs::Output::is_document);
    let options = Options {
        shows_restricted: output::shows_restricted(common, is_document),
        allow_unchecked: args.allow_unchecked,
        without_places: !outputs::need_places(&outputs, common),
        ..Options::default()
    };
    let mut report = checked(&args.selectors, options, &tree, common)?;
    let mut remarks = Vec::new();
    if let Some(path) = &args.baseline {
        remarks.extend(known::by_baseline(&mut report, path, args, &tree, common)?);
    }
    if let Some(revision) = &args.new_since {
        remarks.extend(known::by_revision(&mut report, revision, args.fail_on.into(), common)?);
    }
    outputs::deliver(&report, &outputs, args, &tree, common)?;
    for remark in remarks {
        output::tell(&remark);
    }
    let status = if report.fails(args.fail_on.into()) { FOUND } else { PASSED };
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
    // By the threads that do the work: one more would only take memory of its own and wait for them.
    rayon::scope(|_| {
        let corpus = Corpus::load(tree);
        if !words.is_empty() {
            options.selection = Some(corpus.select(&output::selectors(words, tree, common)?)?);
        }
        let verified = verify(&corpus, tree, &options);
        Ok(Report::new(corpus, verified))
    })
}
