//! `ibid diff`.

use crate::args::{Common, Diff, DocumentFormat};
use crate::sides::Sides;
use crate::{FOUND, PASSED, host, output};
use ibid::error::Error;
use ibid::render;
use ibid::state::compared;

pub fn run(args: &Diff, common: &Common) -> Result<u8, Error> {
    let file = args.output.file();
    let format = output::format(args.format, file)?;
    let sides = Sides::new(common)?;
    let (before, after) = sides.states(&args.sides)?;
    let (before_name, after_name) = (before.name.clone(), after.name.clone());
    let names = (before_name.as_str(), after_name.as_str());
    let (comparison, untouched) = compared(before, after, args.full)?;
    let status = if args.exit_code && comparison.is_alarming() { FOUND } else { PASSED };
    let comparison = match args.only {
        Some(part) => comparison.only(part.into()),
        None => comparison,
    };
    let canvas = output::options(common, file.is_some()).canvas;
    let text = match format {
        DocumentFormat::Human if args.stat => {
            render::comparison::render_figures(&comparison.summary, names, untouched, canvas)
        }
        DocumentFormat::Human => {
            render::comparison::render(&comparison, names, untouched, (canvas, common.verbose))
        }
        DocumentFormat::Markdown => {
            render::markdown::comparison::render(&comparison, names, untouched, &host::here(common)?)
        }
        DocumentFormat::Json => render::json::comparison(&comparison, names, untouched),
    };
    output::deliver_beside(&text, file, common)?;
    Ok(status)
}
