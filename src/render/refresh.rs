//! Sources that were fetched again, for people: what became of each, what that does to the claims, and how
//! many of each kind there were.

use super::drift;
use super::snippet::{CONTEXT, Canvas, PRIMARY};
use super::visible::{visible, wrapped};
use crate::quoting::counted;
use crate::refresh::{Outcome, Refreshed, Same, Told};
use anstyle::{AnsiColor, Style};

const GOOD: Style = AnsiColor::Green.on_default();

/// What is shown besides what changed, is gone or failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The sources that are as they were.
    pub same: bool,
    /// How many there were of each kind.
    pub figures: bool,
}

/// What became of the sources.
pub fn render(refreshed: &Refreshed, shown: Shown, canvas: Canvas) -> String {
    let is_wanted = |one: &&Told| shown.same || !matches!(one.outcome, Outcome::Same(_));
    let mut parts: Vec<String> = Vec::new();
    parts.push(refreshed.told.iter().filter(is_wanted).map(|one| source(one, canvas)).collect());
    parts.push(drift::render(&refreshed.compared, canvas));
    if shown.figures {
        let lines = wrapped(&figures(refreshed), canvas.width);
        parts.push(lines.iter().map(|line| format!("{line}\n")).collect());
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// How many sources of each kind there were, in a sentence.
pub(super) fn figures(refreshed: &Refreshed) -> String {
    let told = &refreshed.told;
    let count = |is: &dyn Fn(&Outcome) -> bool| told.iter().filter(|one| is(&one.outcome)).count();
    let same = count(&|one| matches!(one, Outcome::Same(_)));
    let markup = match count(&|one| matches!(one, Outcome::Same(Same::Text))) {
        0 => String::new(),
        count => format!(" ({count} with another page around the same text)"),
    };
    let kinds = [
        (count(&Outcome::is_change), "changed".to_owned()),
        (same, format!("unchanged{markup}")),
        (count(&|one| matches!(one, Outcome::Gone(..))), "gone".into()),
        (count(&|one| matches!(one, Outcome::Strange(_))), "held back".into()),
        (count(&|one| matches!(one, Outcome::Failed(_))), "failed this time".into()),
    ];
    let listed = |kinds: &[(usize, String)]| {
        let counted = kinds.iter().filter(|(count, _)| *count > 0);
        counted.map(|(count, name)| format!("{count} {name}")).collect::<Vec<_>>().join(", ")
    };
    let asked = match told.len() {
        0 => "no source was asked for".into(),
        all => format!("{} asked for: {}", counted(all, "source"), listed(&kinds)),
    };
    let left_out = [
        (refreshed.left_out.without_address, "without an address on the web".to_owned()),
        (refreshed.left_out.lost, "whose url-status says that the page is lost".into()),
    ];
    let left_out = listed(&left_out);
    if left_out.is_empty() { asked } else { format!("{asked}; left out: {left_out}") }
}

fn source(told: &Told, canvas: Canvas) -> String {
    let style = match &told.outcome {
        Outcome::Same(_) => GOOD,
        Outcome::Stored(_) | Outcome::WouldStore(_) => CONTEXT,
        Outcome::Gone(..) | Outcome::Strange(_) | Outcome::Failed(_) => PRIMARY,
    };
    let own = words(&told.outcome);
    let mut out = canvas.paint(style, &format!("{}: {}", told.outcome.name(), visible(&told.id))) + "\n";
    let helps: Vec<String> = helps(told).iter().map(|help| format!("help: {help}")).collect();
    for sentence in std::iter::once(&own).chain(&told.remarks).chain(&helps) {
        for line in wrapped(&visible(sentence), canvas.width.saturating_sub(2)) {
            out.push_str(&format!("  {line}\n"));
        }
    }
    out
}

const GONE: &str =
    "its captures stay as they are, and quotes are checked against them; a web archive may have the page";
/// What became of a source, in a sentence.
pub(super) fn words(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Same(same) => same.words().into(),
        Outcome::Stored(id) => format!("its text is another now; stored as `{id}`, its newest capture"),
        Outcome::WouldStore(id) => {
            format!("its text is another now; nothing was stored (it would be `{id}`)")
        }
        Outcome::Gone(status, was_known) => gone(*status, *was_known),
        Outcome::Strange(why) => format!("{why}; nothing was stored"),
        Outcome::Failed(error) => error.message.clone(),
    }
}

/// What to do about it, a step each.
fn helps(told: &Told) -> Vec<String> {
    match &told.outcome {
        Outcome::Same(_) | Outcome::Stored(_) | Outcome::WouldStore(_) => Vec::new(),
        Outcome::Gone(..) => vec![GONE.into()],
        Outcome::Strange(_) => vec![
            format!(
                "look at the page; if it is the article, store it with `ibid refresh --accept {}`",
                told.id
            ),
            format!("if its address leads elsewhere now, write {ELSEWHERE} into its record"),
        ],
        Outcome::Failed(error) => {
            error.hint.split("; ").filter(|step| !step.is_empty()).map(String::from).collect()
        }
    }
}

/// What a record may say of an address that leads elsewhere.
const ELSEWHERE: &str = "url-status = \"unfit\" or \"usurped\"";

fn gone(status: u16, was_known: bool) -> String {
    let what = match status {
        410 => "the page was taken away for good (410 Gone)",
        _ => "the page is not there any more (404 Not Found)",
    };
    if was_known { format!("{what}, as its record says") } else { what.to_owned() }
}
