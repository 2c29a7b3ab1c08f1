//! Captures compared, as Markdown for a code host.

use super::{code, diff, file_link, text};
use crate::drift::{Effect, Paragraph, ParagraphChange, QuoteDrift, SourceDrift};
use crate::error::Error;
use crate::quoting::shortened;
use crate::render::drift::{WITHHELD, change_words, changes, effects, fate, is_shown, is_told, places};

/// So many code points of words that are gone or new as a whole are shown.
const SHOWN: usize = 600;

/// The comparisons as a Markdown document.
pub fn render(compared: &[Result<SourceDrift, Error>]) -> String {
    let parts: Vec<String> = compared
        .iter()
        .map(|one| match one {
            Ok(drift) => source(drift),
            Err(error) => format!("**{}**\n", text(&error.message)),
        })
        .collect();
    parts.join("\n")
}

fn source(drift: &SourceDrift) -> String {
    let version = |version: &crate::drift::Version| file_link(&text(&version.id), &version.path, None);
    let mut out = format!(
        "## {}\n\n{}\n\n{} → {}\n\n- quotes: {}\n- paragraphs: {}\n",
        code(&drift.id),
        text(&drift.title),
        version(&drift.from),
        version(&drift.to),
        effects(&drift.quotes),
        changes(drift)
    );
    let told: Vec<String> = drift.quotes.iter().filter(|one| is_told(one)).map(quote).collect();
    if !told.is_empty() {
        out.push_str(&format!("\n### Quotes\n\n{}", told.concat()));
    }
    if drift.is_withheld {
        out.push_str(&format!("\n{WITHHELD}\n"));
        return out;
    }
    let shown: Vec<String> =
        drift.paragraphs.iter().filter(|one| is_shown(one)).map(|one| paragraph(drift, one)).collect();
    if !shown.is_empty() {
        let title = format!("Paragraphs: {}", changes(drift));
        out.push_str(&format!("\n<details>\n<summary>{title}</summary>\n\n{}\n</details>\n", shown.concat()));
    }
    out
}

fn quote(quote: &QuoteDrift) -> String {
    let name = if quote.claim.is_empty() { "a claim without an id".to_owned() } else { code(&quote.claim) };
    let name = file_link(&name, &quote.path, Some(quote.line));
    let words = match (&quote.found, quote.effect) {
        (Some(found), Effect::Altered) => diff(&quote.words, found),
        _ => text(&shortened(&quote.words, SHOWN)),
    };
    let place = |name: &str, at: &crate::verify::Location| {
        file_link(
            &format!("{name} line {}{}", at.line, crate::verify::on_page(at.page)),
            &at.path,
            Some(at.line),
        )
    };
    let places =
        quote.before.iter().map(|at| place("was", at)).chain(quote.after.iter().map(|at| place("now", at)));
    let places: Vec<String> = places.collect();
    format!("- **{}**: {name}\n  > {words}\n\n  {}\n", text(&fate(quote)), places.join(", "))
}

fn paragraph(drift: &SourceDrift, paragraph: &Paragraph) -> String {
    let link = |path: &str, line: usize| file_link(&format!("line {line}"), path, Some(line));
    let is_reworded = paragraph.change == ParagraphChange::Reworded;
    let words = match (&paragraph.before, &paragraph.after) {
        (Some(from), Some(to)) if is_reworded => diff(&from.words, &to.words),
        (Some(gone), None) => format!("<del>{}</del>", text(&shortened(&gone.words, SHOWN))),
        (None, Some(new)) => format!("<ins>{}</ins>", text(&shortened(&new.words, SHOWN))),
        (Some(one), _) => text(&shortened(&one.words, SHOWN)),
        (None, None) => String::new(),
    };
    format!("- **{}**, {}\n  > {words}\n", change_words(paragraph), places(drift, paragraph, link))
}
