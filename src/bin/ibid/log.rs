//! `ibid log`.

use crate::args::{Common, Format, Log};
use crate::sides::Sides;
use crate::{PASSED, output};
use ibid::error::Error;
use ibid::history::history;
use ibid::render;

pub fn run(args: &Log, common: &Common) -> Result<u8, Error> {
    let file = args.output.file();
    let format = output::format(args.format, file)?;
    let sides = Sides::new(common)?;
    let git = sides.git().map_err(|_| {
        Error::new("this folder is in no git repository, and a claim’s story is told from its commits")
            .hint("go to the folder of yours, or begin a history with `git init`; `ibid show CLAIM` shows a claim as it is now")
    })?;
    let history = history(git, git.resolve(&args.from)?, &args.claim)?;
    let text = match format {
        Format::Human => render::history::render(&history, output::options(common, file.is_some()).canvas),
        Format::Json => render::json::history(&history),
    };
    output::deliver_beside(&text, file, common)?;
    Ok(PASSED)
}
