//! Captures compared, for people: what became of each quote, the worst first, then what changed in the
//! article.

use super::snippet::{CONTEXT, Canvas, GUTTER, PRIMARY};
use super::visible::{visible, wrapped};
use super::words::{ADDED, REMOVED, painted, word_diff};
use crate::drift::{Effect, Paragraph, ParagraphChange, QuoteDrift, SourceDrift};
use crate::error::Error;
use crate::quoting::shortened;
use anstyle::{AnsiColor, Style};

const STRONG: Style = Style::new().bold();
const GOOD: Style = AnsiColor::Green.on_default();

/// So many code points of words that are the same, or that are gone or new as a whole, are shown.
const SHOWN: usize = 400;

/// What is said in the place of a restricted source's words.
pub(super) const WITHHELD: &str = "The source is restricted: its words are shown on a terminal alone.";

/// The comparisons as text with a final line feed.
pub fn render(compared: &[Result<SourceDrift, Error>], canvas: Canvas) -> String {
    let drawn: Vec<String> = compared
        .iter()
        .map(|one| {
            let mut page = Page { canvas, out: String::new() };
            match one {
                Ok(drift) => page.source(drift),
                Err(error) => page.error(error),
            }
            page.out
        })
        .collect();
    drawn.join("\n")
}

/// How many quotes have each effect, the worst first.
pub(super) fn effects(quotes: &[QuoteDrift]) -> String {
    let counts = Effect::ALL.into_iter().filter_map(|effect| {
        let count = quotes.iter().filter(|quote| quote.effect == effect).count();
        (count > 0).then(|| format!("{count} {}", effect.name()))
    });
    let counts: Vec<String> = counts.collect();
    if counts.is_empty() { "no quote cites it".into() } else { counts.join(", ") }
}

/// How many paragraphs changed in each way.
pub(super) fn changes(drift: &SourceDrift) -> String {
    let counts = ParagraphChange::ALL.into_iter().filter_map(|change| {
        let count = drift.paragraphs.iter().filter(|one| one.change == change).count();
        let name = match change {
            ParagraphChange::Typography => "in other characters only",
            other => other.name(),
        };
        (count > 0).then(|| format!("{count} {name}"))
    });
    let mut counts: Vec<String> = counts.collect();
    if counts.is_empty() {
        return "all the same".into();
    }
    if drift.same > 0 {
        counts.push(format!("{} the same", drift.same));
    }
    counts.join(", ")
}

/// What became of a paragraph: `reworded and moved`.
pub(super) fn change_words(paragraph: &Paragraph) -> String {
    let is_both = paragraph.is_moved && paragraph.change == ParagraphChange::Reworded;
    format!("{}{}", paragraph.change.name(), if is_both { " and moved" } else { "" })
}

/// Where a paragraph is, after where it was if it moved or is gone; a path and a line as `place` shows them.
pub(super) fn places(
    drift: &SourceDrift,
    paragraph: &Paragraph,
    place: impl Fn(&str, usize) -> String,
) -> String {
    let before = paragraph.before.as_ref().map(|one| place(&drift.from.path, one.line));
    let after = paragraph.after.as_ref().map(|one| place(&drift.to.path, one.line));
    let from = before.filter(|_| paragraph.is_moved || after.is_none());
    from.into_iter().chain(after).collect::<Vec<_>>().join(" → ")
}

/// What became of a quote: the effect and its kind.
pub(super) fn fate(quote: &QuoteDrift) -> String {
    let kind = quote.change.filter(|change| !change.is_identical() && quote.effect != Effect::Appeared);
    let effect = quote.effect.name();
    let pin = quote.pin.as_ref().map_or_else(String::new, |pin| format!(", pinned to {pin}"));
    match kind {
        Some(kind) => format!("{effect} ({}){pin}", kind.name()),
        None => format!("{effect}{pin}"),
    }
}

/// What is worth showing of a quote: not those that stand as they did.
pub(super) fn is_told(quote: &QuoteDrift) -> bool {
    !matches!(quote.effect, Effect::Untouched | Effect::Neither)
}

/// What is worth showing of the article: not what changed in its characters alone.
pub(super) fn is_shown(paragraph: &Paragraph) -> bool {
    paragraph.change != ParagraphChange::Typography
}

struct Page {
    canvas: Canvas,
    out: String,
}

impl Page {
    fn source(&mut self, drift: &SourceDrift) {
        self.lines(0, &format!("source {}", visible(&drift.id)), STRONG);
        self.lines(2, &visible(&drift.title), Style::new());
        self.lines(2, &format!("{} → {}", visible(&drift.from.id), visible(&drift.to.id)), Style::new());
        self.lines(2, &format!("quotes: {}", effects(&drift.quotes)), Style::new());
        self.lines(2, &format!("paragraphs: {}", changes(drift)), Style::new());
        for quote in drift.quotes.iter().filter(|quote| is_told(quote)) {
            self.out.push('\n');
            self.quote(quote);
        }
        if drift.is_withheld {
            self.out.push('\n');
            return self.lines(2, WITHHELD, Style::new());
        }
        let shown: Vec<&Paragraph> = drift.paragraphs.iter().filter(|one| is_shown(one)).collect();
        if !shown.is_empty() {
            self.out.push('\n');
            self.lines(2, "The article", STRONG);
        }
        for paragraph in shown {
            self.paragraph(drift, paragraph);
        }
    }

    fn error(&mut self, error: &Error) {
        self.lines(0, &visible(&error.message), PRIMARY);
        if !error.hint.is_empty() {
            self.lines(2, &visible(&error.hint), Style::new());
        }
    }

    fn quote(&mut self, quote: &QuoteDrift) {
        let style = match quote.effect {
            Effect::Gone | Effect::Altered => PRIMARY,
            Effect::Untouched | Effect::Moved => GOOD,
            Effect::Appeared | Effect::Neither | Effect::Around => CONTEXT,
        };
        let id = if quote.claim.is_empty() { "(without an id)".into() } else { visible(&quote.claim) };
        self.lines(2, &format!("{}: {id}", fate(quote)), style);
        self.lines(4, &format!("{}:{}", visible(&quote.path), quote.line), GUTTER);
        match (&quote.found, quote.effect) {
            (Some(found), Effect::Altered) => self.diff(4, &quote.words, found),
            _ => self.lines(4, &format!("“{}”", visible(&shortened(&quote.words, SHOWN))), Style::new()),
        }
        for (name, place) in [("was", &quote.before), ("now", &quote.after)] {
            if let Some(at) = place {
                let place = format!("{name} {}", visible(&at.shown()));
                self.lines(4, &place, GUTTER);
            }
        }
    }

    fn paragraph(&mut self, drift: &SourceDrift, paragraph: &Paragraph) {
        self.out.push('\n');
        let place = |path: &str, line: usize| format!("{}:{line}", visible(path));
        let head = format!("{}: {}", change_words(paragraph), places(drift, paragraph, place));
        self.lines(2, &head, STRONG);
        match (&paragraph.before, &paragraph.after) {
            (Some(from), Some(to)) if from.words != to.words => self.diff(4, &from.words, &to.words),
            (Some(one), Some(_)) => {
                self.lines(4, &visible(&shortened(&one.words, SHOWN)), Style::new());
            }
            (Some(gone), None) => {
                self.lines(4, &format!("- {}", visible(&shortened(&gone.words, SHOWN))), REMOVED);
            }
            (None, Some(new)) => {
                self.lines(4, &format!("+ {}", visible(&shortened(&new.words, SHOWN))), ADDED);
            }
            (None, None) => {}
        }
    }

    fn diff(&mut self, indent: usize, from: &str, to: &str) {
        let room = self.canvas.width.saturating_sub(indent);
        for line in wrapped(&word_diff(from, to), room) {
            let line = painted(&line, self.canvas);
            self.out.push_str(&format!("{}{line}\n", " ".repeat(indent)));
        }
    }

    /// Lines of text that is safe to show, in a style.
    fn lines(&mut self, indent: usize, text: &str, style: Style) {
        for line in wrapped(text, self.canvas.width.saturating_sub(indent)) {
            let line = self.canvas.paint(style, &line);
            self.out.push_str(&format!("{}{line}\n", " ".repeat(indent)));
        }
    }
}
