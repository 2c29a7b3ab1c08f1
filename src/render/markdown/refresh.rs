//! Sources that were fetched again, as Markdown for a code host.

use super::{code, drift, sentence, text};
use crate::refresh::{Outcome, Refreshed, Told};
use crate::render::refresh::{figures, words};

/// What became of the sources, as a Markdown document; those that are as they were are only counted.
pub fn render(refreshed: &Refreshed) -> String {
    let mut out = format!("{}\n", text(&figures(refreshed)));
    let is_told = |one: &&Told| !matches!(one.outcome, Outcome::Same(_));
    let items: String = refreshed.told.iter().filter(is_told).map(item).collect();
    if !items.is_empty() {
        out.push_str(&format!("\n{items}"));
    }
    if !refreshed.compared.is_empty() {
        out.push_str(&format!("\n{}", drift::render(&refreshed.compared)));
    }
    out
}

fn item(told: &Told) -> String {
    let own = words(&told.outcome);
    let mut out = format!("- **{}** {}: {}\n", told.outcome.name(), code(&told.id), sentence(&own));
    for remark in &told.remarks {
        out.push_str(&format!("  {}\n", text(remark)));
    }
    out
}
