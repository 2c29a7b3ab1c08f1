//! `ibid pin`.

use crate::args::{Common, Pin};
use crate::{PASSED, fix, output};
use ibid::corpus::Corpus;
use ibid::edit::pin_quote;
use ibid::error::Error;
use ibid::quoting::counted;
use ibid::repair::Mended;
use ibid::verify::{Options, Outcome, Status, verify};
use std::collections::BTreeMap;
use std::sync::Arc;

pub fn run(args: &Pin, common: &Common) -> Result<u8, Error> {
    let tree = output::repository(common)?;
    let corpus = Corpus::load(&tree);
    let selection = Some(corpus.select(&output::selectors(&args.selectors, &tree, common)?)?);
    let verified = verify(&corpus, &tree, &Options { selection, ..Options::default() });
    let mut files: BTreeMap<usize, Mended> = BTreeMap::new();
    for (number, outcomes) in verified.outcomes.iter().enumerate() {
        let Some(outcomes) = outcomes else { continue };
        let claim = &corpus.claims[number];
        for (quote, outcome) in outcomes.iter().enumerate() {
            let Some(stood) = stood(outcome) else { continue };
            let document = &corpus.claim_files[claim.file];
            let file = files.entry(claim.file).or_insert_with(|| Mended {
                path: document.path.clone(),
                before: document.content.clone(),
                after: document.content.clone(),
                quotes: 0,
                turned: Vec::new(),
            });
            // A pin moves lines, never the order of claims and quotes.
            let number = corpus.number_in_file(claim);
            file.after = pin_quote(&file.after, number, quote, stood)?.content;
            file.quotes += 1;
        }
    }
    let files: Vec<Mended> = files.into_values().collect();
    fix::show(&files, common)?;
    if !args.print {
        fix::write(&files, &tree)?;
    }
    if !common.quiet {
        output::tell(&told(&files, args.print, &verified.outcomes));
    }
    Ok(PASSED)
}

/// The capture to pin a quote to: that in which it stood last.
fn stood(outcome: &Outcome) -> Option<&str> {
    let is_lost = matches!(outcome.status, Status::Drifted | Status::Cut);
    outcome.drift.as_ref().filter(|_| is_lost).map(|drift| drift.stood.as_str())
}

fn told(files: &[Mended], is_printed: bool, outcomes: &[Option<Vec<Arc<Outcome>>>]) -> String {
    let quotes: usize = files.iter().map(|file| file.quotes).sum();
    let what = format!("{} in {}", counted(quotes, "quote"), counted(files.len(), "file"));
    if quotes > 0 && is_printed {
        return format!("{what} would be pinned; nothing was written");
    }
    if quotes > 0 {
        return format!(
            "pinned {what}; say in the claim that it is about the earlier text. `ibid verify` keeps it in sight"
        );
    }
    let failing = outcomes.iter().flatten().flatten().find(|outcome| outcome.status != Status::Stands);
    match failing {
        None => "nothing to pin: every quote stands".into(),
        Some(outcome) => format!(
            "nothing to pin: no quote here stands in an earlier capture alone; one is {}, see `ibid verify`",
            outcome.status.name()
        ),
    }
}
