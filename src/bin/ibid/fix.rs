//! `ibid fix`.

use crate::args::{Common, Fix};
use crate::{FOUND, PASSED, output};
use ibid::corpus::Corpus;
use ibid::error::Error;
use ibid::quoting::counted;
use ibid::render;
use ibid::repair::{Mended, mended};
use ibid::store;
use ibid::verify::{Options, Status, verify};

pub fn run(args: &Fix, common: &Common) -> Result<u8, Error> {
    let tree = output::repository(common)?;
    let corpus = Corpus::load(&tree);
    let selection = match args.selectors.as_slice() {
        [] => None,
        words => Some(corpus.select(&output::selectors(words, &tree, common)?)?),
    };
    let verified = verify(&corpus, &tree, &Options { selection, ..Options::default() });
    let files = mended(&corpus, &verified);
    let outcomes = verified.outcomes.iter().flatten().flatten();
    let statuses = outcomes.map(|outcome| outcome.status);
    let unchecked = statuses.filter(|status| matches!(status, Status::Unchecked | Status::Invalid)).count();
    if !common.quiet {
        output::print(&render::changes::render(&files, output::options(common, false).canvas))?;
    }
    if args.write {
        for file in &files {
            store::replace(&tree.place(&file.path), file.before.as_bytes(), file.after.as_bytes())?;
        }
    }
    if !common.quiet {
        output::tell(&told(&files, args, unchecked));
    }
    let is_clean = files.is_empty() && unchecked == 0 && !corpus.has_unread_claims;
    Ok(if args.check && !is_clean { FOUND } else { PASSED })
}

fn told(files: &[Mended], args: &Fix, unchecked: usize) -> String {
    let quotes: usize = files.iter().map(|file| file.quotes).sum();
    let what = format!("{} in {}", counted(quotes, "quote"), counted(files.len(), "file"));
    match (files.is_empty(), args.write) {
        (true, _) if unchecked > 0 => {
            format!("nothing to fix; {} could not be checked, see `ibid verify`", counted(unchecked, "quote"))
        }
        (true, _) => "nothing to fix: no quote differs from its source in characters alone".into(),
        (false, true) => format!("mended {what}; run `ibid verify` to see that they stand"),
        (false, false) => format!("{what} can be mended; `ibid fix --write` does it"),
    }
}
