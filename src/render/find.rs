//! What was found of some words, for people and as TOML to paste.

use super::show::passage;
use super::snippet::Canvas;
use super::visible::{visible, wrapped};
use super::wording;
use super::words::{painted, word_diff};
use crate::anchor::Standing;
use crate::edit::quote_lines;
use crate::find::{Answer, Hit};
use crate::source::Source;
use anstyle::Style;

const STRONG: Style = Style::new().bold();
/// What is said of words that no quote may leave out.
const NEGATED: &str = "no quote may leave out what lies between these words, which negates";
/// The indentation of what is told of a place.
const INDENT: &str = "   ";

/// The places one below the other, each with its lines; nothing where there is none.
pub fn human(answer: &Answer, sources: &[Source], words: &str, canvas: Canvas) -> String {
    let drawn: Vec<String> = answer
        .hits
        .iter()
        .enumerate()
        .map(|(number, hit)| place(number + 1, hit, &sources[hit.source], words, canvas))
        .collect();
    drawn.join("\n")
}

fn place(number: usize, hit: &Hit, source: &Source, words: &str, canvas: Canvas) -> String {
    let at = &hit.location;
    let place = visible(&at.shown());
    let mut out = format!("{number}. {}, {place}\n", canvas.paint(STRONG, &standing(hit)));
    let mut lines = |text: &str| {
        for line in wrapped(text, canvas.width.saturating_sub(INDENT.len())) {
            out.push_str(&format!("{INDENT}{}\n", painted(&line, canvas)));
        }
    };
    let newest = source.captures.last().map(|newest| newest.id.as_str()).unwrap_or_default();
    let capture = &source.captures[hit.capture].id;
    let older = if capture == newest {
        String::new()
    } else {
        format!("; an earlier capture, the newest is {newest}")
    };
    lines(&visible(&format!("{}{older}", source.title)));
    if hit.is_withheld {
        lines("its source is restricted: its lines are shown on a terminal alone");
        return out;
    }
    lines(&passage::whole(&hit.context));
    if let Some(negation) = &hit.negation {
        lines(&visible(&format!("{NEGATED}: “{negation}”")));
    }
    if hit.standing == Standing::Altered {
        lines(&format!("differs: {}", word_diff(words.trim(), &hit.found.join(" […] "))));
    }
    out
}

/// How the words stand to a place: `near, 92 % (negation, words)`.
fn standing(hit: &Hit) -> String {
    let kinds = wording::kinds(&hit.differences).join(", ");
    match hit.standing {
        Standing::Stands | Standing::Ambiguous => "identical".into(),
        Standing::Cut => "identical, but inside a longer word or number".into(),
        Standing::Variant => format!("in other characters ({kinds})"),
        Standing::Altered | Standing::Absent if kinds.is_empty() => format!("near, {} %", percent(hit)),
        Standing::Altered | Standing::Absent => format!("near, {} % ({kinds})", percent(hit)),
    }
}

/// Never a hundred for what is not the same.
fn percent(hit: &Hit) -> String {
    format!("{:.0}", (hit.nearness.clamp(0.0, 0.99) * 100.0).floor())
}

/// A quote of each place as TOML, with a comment that says where it is.
pub fn toml(answer: &Answer) -> String {
    let quote = |hit: &Hit| {
        let at = &hit.location;
        let comment = visible(&format!("# {}: {}", standing(hit), at.shown()));
        if hit.quote.is_empty() && hit.is_withheld {
            return format!(
                "{comment}\n# its source is restricted: its words are shown on a terminal alone\n"
            );
        }
        if let Some(negation) = &hit.negation {
            return format!(
                "{comment}\n# {}; quote that too\n",
                visible(&format!("{NEGATED}: “{negation}”"))
            );
        }
        if hit.quote.is_empty() {
            return format!("{comment}\n# no quote of these words alone stands there; quote more\n");
        }
        format!("{comment}\n{}", quote_lines(&hit.quote))
    };
    answer.hits.iter().map(quote).collect::<Vec<_>>().join("\n")
}
