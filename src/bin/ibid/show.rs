//! `ibid show`.

use crate::args::{Common, Format, Show};
use crate::{PASSED, output};
use ibid::corpus::{Corpus, Named};
use ibid::error::Error;
use ibid::render::{self, show::Item};
use ibid::report::{ClaimReport, Report};
use ibid::verify::{Options, verify};
use std::collections::HashSet;

pub fn run(args: &Show, common: &Common) -> Result<u8, Error> {
    let file = args.output.file();
    let format = output::format(args.format, file)?;
    let tree = output::repository(common)?;
    let corpus = Corpus::load(&tree);
    let mut named = Named::default();
    let mut wanted = Vec::new();
    for selector in output::selectors(&args.selectors, &tree, common)? {
        let one = corpus.named(&selector)?;
        wanted.extend(wanted_of(&corpus, &one));
        named.claims.extend(one.claims);
        named.sources.extend(one.sources);
    }
    if corpus.has_unread_claims && !named.sources.is_empty() {
        output::tell("some claims could not be read, so a source may be cited more often; see `ibid verify`");
    }
    let selection = Some(corpus.selection_of(&named));
    let is_document = file.is_some() || format != Format::Human;
    let shows_restricted = output::shows_restricted(common, is_document);
    let options = Options { selection, context: true, shows_restricted, ..Options::default() };
    let verified = verify(&corpus, &tree, &options);
    let report = Report::new(corpus, verified);
    let text = match format {
        Format::Human => {
            let canvas = output::options(common, file.is_some()).canvas;
            render::show::render(&report, &items(&report, &wanted), canvas)
        }
        Format::Json => render::json::render(&report),
    };
    output::deliver(&text, file, &tree, common)?;
    Ok(PASSED)
}

/// How a claim or source that was named is found in the report again.
#[derive(PartialEq, Eq, Hash)]
enum Wanted {
    Claim { id: String, path: String, line: usize },
    Source(String),
}

fn wanted_of(corpus: &Corpus, named: &Named) -> Vec<Wanted> {
    let claim = |&index: &usize| {
        let claim = &corpus.claims[index];
        let path = corpus.claim_files[claim.file].path.clone();
        Wanted::Claim { id: claim.id.value.clone(), path, line: claim.line }
    };
    let source = |&index: &usize| Wanted::Source(corpus.sources[index].id.clone());
    named.claims.iter().map(claim).chain(named.sources.iter().map(source)).collect()
}

/// What was named, in the order in which it was named, each once.
fn items<'r>(report: &'r Report, wanted: &[Wanted]) -> Vec<Item<'r>> {
    let mut seen = HashSet::new();
    let firsts = wanted.iter().filter(|one| seen.insert(*one));
    firsts.filter_map(|one| item(report, one)).collect()
}

/// A report's claims and sources are in the order of their ids.
fn item<'r>(report: &'r Report, wanted: &Wanted) -> Option<Item<'r>> {
    match wanted {
        Wanted::Claim { id, path, line } => {
            let place = |one: &ClaimReport| (&one.id, &one.path, one.line).cmp(&(id, path, *line));
            let found = report.claims.binary_search_by(place).ok()?;
            Some(Item::Claim(&report.claims[found]))
        }
        Wanted::Source(id) => Some(Item::Source(report.source(id)?)),
    }
}
