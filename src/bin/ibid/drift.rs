//! `ibid drift`.

use crate::args::{Common, DocumentFormat, Drift};
use crate::{FAILED, FOUND, PASSED, named, output};
use ibid::corpus::{Corpus, Selector};
use ibid::drift::{Pairs, SourceDrift, drift, is_comparable};
use ibid::error::Error;
use ibid::render;

pub fn run(args: &Drift, common: &Common) -> Result<u8, Error> {
    let file = args.output.file();
    let format = output::format(args.format, file)?;
    let tree = output::repository(common)?;
    let corpus = Corpus::load(&tree);
    let sources = sources(args, &corpus, &output::selectors(&args.sources, &tree, common)?)?;
    if corpus.has_unread_claims {
        output::tell("some claims could not be read, so a source may be cited more often; see `ibid verify`");
    }
    let is_document = file.is_some() || format != DocumentFormat::Human;
    let shows_restricted = output::shows_restricted(common, is_document);
    let pairs = Pairs { from: args.from.clone(), to: args.to.clone(), all: args.all, shows_restricted };
    let compared = drift(&corpus, &tree, &sources, &pairs)?;
    let text = match format {
        DocumentFormat::Human => {
            render::drift::render(&compared, output::options(common, file.is_some()).canvas)
        }
        DocumentFormat::Markdown => render::markdown::drift::render(&compared),
        DocumentFormat::Json => render::json::drift(&compared),
    };
    if compared.is_empty() {
        output::tell("no source has more than one capture; `ibid add --to SOURCE FILE` adds one");
    }
    output::deliver(&text, file, &tree, common)?;
    if compared.iter().any(Result::is_err) {
        return Ok(FAILED);
    }
    let is_hurt = compared.iter().flatten().any(SourceDrift::is_hurtful);
    Ok(if args.exit_code && is_hurt { FOUND } else { PASSED })
}

/// The numbers of the sources that were named, or of all with several captures.
fn sources(args: &Drift, corpus: &Corpus, selectors: &[Selector]) -> Result<Vec<usize>, Error> {
    if args.sources.is_empty() {
        let all = 0..corpus.sources.len();
        return Ok(all.filter(|&number| is_comparable(&corpus.sources[number])).collect());
    }
    named::sources(corpus, selectors)
}
