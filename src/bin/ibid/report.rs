//! `ibid report`.

use crate::args::{Common, DocumentFormat, Report as Args};
use crate::{PASSED, output, verify};
use ibid::error::Error;
use ibid::render;
use ibid::verify::Options;

pub fn run(args: &Args, common: &Common) -> Result<u8, Error> {
    let file = args.output.file();
    let format = output::format(args.format, file)?;
    let tree = output::repository(common)?;
    // Who reads the document wants the words in their sentence; programs have the places.
    let context = format != DocumentFormat::Json;
    let options = Options { allow_unchecked: args.allow_unchecked, context, ..Options::default() };
    let report = verify::checked(&args.selectors, options, &tree, common)?;
    let text = match format {
        DocumentFormat::Human => {
            render::document::render(&report, output::options(common, file.is_some()).canvas)
        }
        DocumentFormat::Markdown => render::markdown::report::render(&report),
        DocumentFormat::Json => render::json::render(&report),
    };
    output::deliver(&text, file, &tree, common)?;
    // As in `verify`: the process ends here.
    std::mem::forget(report);
    Ok(PASSED)
}
