//! Sources that were fetched again, for people: what became of each, and how many of each kind.

use super::snippet::{CONTEXT, Canvas, PRIMARY};
use super::visible::{visible, wrapped};
use crate::quoting::counted;
use crate::refresh::{LeftOut, Outcome, Same, Told};
use anstyle::{AnsiColor, Style};

const GOOD: Style = AnsiColor::Green.on_default();

/// What became of the sources, each on lines of its own; of those that are as they were only where `all`
/// are wanted.
pub fn render(told: &[Told], all: bool, canvas: Canvas) -> String {
    let is_wanted = |one: &&Told| all || !matches!(one.outcome, Outcome::Same(_));
    told.iter().filter(is_wanted).map(|one| source(one, canvas)).collect()
}

/// How many sources of each kind there were.
pub fn figures(told: &[Told], left_out: LeftOut, canvas: Canvas) -> String {
    let count = |is: &dyn Fn(&Outcome) -> bool| told.iter().filter(|one| is(&one.outcome)).count();
    let same = count(&|one| matches!(one, Outcome::Same(_)));
    let markup = count(&|one| matches!(one, Outcome::Same(Same::Text)));
    let unchanged = match markup {
        0 => format!("{same} unchanged"),
        _ => format!("{same} unchanged ({markup} with another page around the same text)"),
    };
    let kinds = [
        (count(&Outcome::is_change), "changed"),
        (count(&|one| matches!(one, Outcome::Gone(..))), "gone"),
        (count(&|one| matches!(one, Outcome::Strange(_))), "held back"),
        (count(&|one| matches!(one, Outcome::Failed(_))), "failed this time"),
    ];
    let mut parts: Vec<String> =
        kinds.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}")).collect();
    if same > 0 {
        parts.insert(usize::from(count(&Outcome::is_change) > 0), unchanged);
    }
    let mut sentence = format!("{} asked for: {}", counted(told.len(), "source"), parts.join(", "));
    if told.is_empty() {
        sentence = "no source was asked for".into();
    }
    let left = [
        (left_out.without_address, "without an address on the web"),
        (left_out.lost, "whose url-status says that the page is lost"),
    ];
    let left: Vec<String> =
        left.iter().filter(|(count, _)| *count > 0).map(|(count, why)| format!("{count} {why}")).collect();
    if !left.is_empty() {
        sentence.push_str(&format!("; left out: {}", left.join(", ")));
    }
    wrapped(&sentence, canvas.width).iter().map(|line| format!("{line}\n")).collect()
}

fn source(told: &Told, canvas: Canvas) -> String {
    let (name, style, words, help) = match &told.outcome {
        Outcome::Same(same) => ("unchanged", GOOD, same.words().to_owned(), ""),
        Outcome::Stored(id) => {
            ("changed", CONTEXT, format!("its text is another now; stored as `{id}`, its newest capture"), "")
        }
        Outcome::WouldStore(id) => (
            "changed",
            CONTEXT,
            format!("its text is another now; nothing was stored (it would be `{id}`)"),
            "",
        ),
        Outcome::Gone(status, was_known) => ("gone", PRIMARY, gone(*status, *was_known), GONE),
        Outcome::Strange(why) => ("held back", PRIMARY, format!("{why}; nothing was stored"), STRANGE),
        Outcome::Failed(error) => ("failed", PRIMARY, error.message.clone(), error.hint.as_str()),
    };
    let mut out = canvas.paint(style, &format!("{name}: {}", visible(&told.id))) + "\n";
    let help = Some(help).filter(|help| !help.is_empty()).map(|help| format!("help: {help}"));
    for sentence in std::iter::once(&words).chain(&told.remarks).chain(help.as_ref()) {
        let lines = wrapped(&visible(sentence), canvas.width.saturating_sub(2));
        for line in lines {
            out.push_str(&format!("  {line}\n"));
        }
    }
    out
}

const GONE: &str =
    "its captures stay as they are, and quotes are checked against them; a web archive may have the page";
const STRANGE: &str = "look at the page; if it is the article, `ibid refresh --accept SOURCE` stores it, and if the address leads to something else now, write url-status = \"unfit\" or \"usurped\" into its record";

fn gone(status: u16, was_known: bool) -> String {
    let what = match status {
        410 => "the page was taken away for good (410 Gone)",
        _ => "the page is not there any more (404 Not Found)",
    };
    if was_known { format!("{what}, as its record says") } else { what.to_owned() }
}
