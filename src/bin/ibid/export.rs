//! `ibid export`.

use crate::args::{Chosen, Common, Export, Exported, Links, LinksFormat};
use crate::{FOUND, PASSED, output};
use ibid::config;
use ibid::corpus::Corpus;
use ibid::error::Error;
use ibid::render::export::{annotations, claimreview, links, notes};
use ibid::render::visible::visible;
use ibid::report::Report;
use ibid::tree::WorkTree;
use ibid::verify::{Options, verify};

pub fn run(args: &Export, common: &Common) -> Result<u8, Error> {
    let chosen = match &args.what {
        Exported::Annotations(chosen) | Exported::Claimreview(chosen) => chosen,
        Exported::Links(links) => &links.chosen,
    };
    let tree = output::repository(common)?;
    let (report, config) = checked(chosen, &tree, common)?;
    let (text, told) = match &args.what {
        Exported::Annotations(_) => (annotations::render(&report, &config), Vec::new()),
        Exported::Claimreview(_) => {
            (claimreview::render(&report, &config), notes::claimreview_told(&report, &config))
        }
        Exported::Links(links) => (written(&report, links)?, notes::links_told(&report)),
    };
    match chosen.output.file() {
        // A file of an earlier run is worth more than an empty one.
        Some(file) if notes::is_empty(&report) => {
            output::tell(&visible(&format!("`{}` was not written", file.display())));
        }
        file => output::deliver(&text, file, &tree, common)?,
    }
    tell(&report, told, common);
    let is_incomplete = notes::is_empty(&report) || notes::leaves_out(&report);
    Ok(if report.has_errors() || is_incomplete { FOUND } else { PASSED })
}

/// The report with what exports need, and what the configuration says of them.
fn checked(chosen: &Chosen, tree: &WorkTree, common: &Common) -> Result<(Report, config::Export), Error> {
    let corpus = Corpus::load(tree);
    let mut options = Options { selectors: true, ..Options::default() };
    if !chosen.selectors.is_empty() {
        options.selection = Some(corpus.select(&output::selectors(&chosen.selectors, tree, common)?)?);
    }
    let verified = verify(&corpus, tree, &options);
    let config = corpus.config.export.clone();
    Ok((Report::new(corpus, verified), config))
}

fn written(report: &Report, args: &Links) -> Result<String, Error> {
    let format = output::format(args.format, args.chosen.output.file())?;
    if args.bom && format != LinksFormat::Csv {
        return Err(Error::new("--bom goes with --format csv alone").hint("leave it out, or write CSV"));
    }
    Ok(match format {
        LinksFormat::Human => links::human(report),
        LinksFormat::Markdown => links::markdown(report),
        LinksFormat::Csv if args.bom => format!("\u{FEFF}{}", links::csv(report)),
        LinksFormat::Csv => links::csv(report),
        LinksFormat::Json => links::to_json(report),
    })
}

/// What a person should know beside the export; what fails is told even to those who want it quiet.
fn tell(report: &Report, told: Vec<String>, common: &Common) {
    let mut lines = notes::left_out(report);
    let doubtful = notes::doubtful(report);
    if notes::is_empty(report) {
        lines.push("no quote stands here, so there is nothing to export".into());
    } else if lines.is_empty() && report.has_errors() {
        lines.push("`ibid verify` finds errors; look at them before you publish this".into());
    }
    lines.extend(doubtful);
    if !common.quiet {
        lines.extend(told);
    }
    for line in lines {
        output::tell(&visible(&line));
    }
}
