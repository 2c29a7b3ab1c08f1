//! `ibid find`.

use crate::args::{Common, Find, SearchFormat};
use crate::{FOUND, PASSED, named, output};
use ibid::corpus::Corpus;
use ibid::error::Error;
use ibid::find::{Answer, Query, find};
use ibid::parse::has_words;
use ibid::quoting::counted;
use ibid::render;
use ibid::render::visible::visible;
use std::collections::BTreeSet;

/// So many captures that were not searched are named.
const NAMED: usize = 5;

pub fn run(args: &Find, common: &Common) -> Result<u8, Error> {
    let tree = output::repository(common)?;
    if !has_words(&args.words) {
        return Err(Error::new("there are no words to look for")
            .hint("give them between quotation marks: \"the words\""));
    }
    let corpus = Corpus::load(&tree);
    let sources: BTreeSet<usize> = args
        .source
        .iter()
        .map(|word| Ok(corpus.source(&named::source(&corpus, word, &tree, common)?.id)))
        .collect::<Result<Vec<Option<usize>>, Error>>()?
        .into_iter()
        .flatten()
        .collect();
    refuse_no_sources(&corpus)?;
    let query = Query {
        words: &args.words,
        sources: (!args.source.is_empty()).then(|| sources.into_iter().collect()),
        all_captures: args.all_captures,
        limit: usize::from(args.limit),
        near: args.near,
        shows_restricted: output::shows_restricted(common, args.format == SearchFormat::Json),
    };
    let answer = find(&corpus, &tree, &query);
    let text = match args.format {
        _ if args.toml => render::find::toml(&answer),
        SearchFormat::Json => render::json::search(&answer, &corpus.sources, &args.words),
        SearchFormat::Human => {
            let canvas = output::options(common, false).canvas;
            render::find::human(&answer, &corpus.sources, &args.words, canvas)
        }
    };
    output::print(&text)?;
    if !common.quiet {
        for line in told(&answer, args, &corpus) {
            output::tell(&visible(&line));
        }
    }
    Ok(if answer.hits.is_empty() { FOUND } else { PASSED })
}

fn refuse_no_sources(corpus: &Corpus) -> Result<(), Error> {
    if !corpus.sources.is_empty() {
        return Ok(());
    }
    Err(if corpus.unread_folders().next().is_some() {
        Error::new("none of what is among the sources can be read").hint("`ibid verify` says why")
    } else {
        Error::new("no source is stored yet, so there is nothing to look in")
            .hint("`ibid add FILE` stores one")
    })
}

/// What a person should know beside the places.
fn told(answer: &Answer, args: &Find, corpus: &Corpus) -> Vec<String> {
    let searched = counted(answer.searched, "capture");
    let shown = answer.hits.len();
    let mut lines = vec![match shown {
        0 => format!("nothing like these words was found; {searched} searched"),
        _ if answer.identical > shown => format!(
            "the first {shown} of {} with these very words; {searched} searched, --limit shows more",
            counted(answer.identical, "place")
        ),
        _ => format!("{}, {searched} searched", counted(shown, "place")),
    }];
    if answer.is_bare {
        lines.push("without the quotation marks around the words, which no source has there".into());
    }
    if answer.is_near_left_out {
        lines.push(
            "only identical places are shown; --near looks for near ones too, which takes longer".into(),
        );
    }
    lines.extend(answer.unsearched.iter().take(NAMED).map(|one| match &one.capture {
        Some(capture) => format!("not searched: the capture `{capture}` of `{}` {}", one.source, one.why),
        None => format!("not searched: the source `{}` {}", one.source, one.why),
    }));
    let more = answer.unsearched.len().saturating_sub(NAMED);
    if more > 0 {
        lines.push(format!("not searched: {more} more; `ibid verify` names them all"));
    }
    let earlier = corpus.sources.iter().any(|source| source.captures.len() > 1);
    if shown == 0 && earlier && !args.all_captures {
        lines.push("earlier captures were not searched; --all-captures does it".into());
    }
    lines
}
