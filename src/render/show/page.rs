//! A page of headings, fields and paragraphs, never wider than its canvas; what is not ours goes through
//! `visible`.

use crate::finding::Finding;
use crate::render::snippet::Canvas;
use crate::render::visible::{char_width, visible, width, wrapped};
use crate::verify::Status;
use anstyle::{AnsiColor, Style};

const HEADING: Style = AnsiColor::Blue.on_default().bold();
const LABEL: Style = AnsiColor::Cyan.on_default();
const STRONG: Style = Style::new().bold();
const GOOD: Style = AnsiColor::Green.on_default().bold();
const BAD: Style = AnsiColor::Red.on_default().bold();

/// Everything but headings is indented by so many columns.
const INDENT: usize = 2;
/// A field's value begins so many columns after its name.
const VALUE: usize = 13;

/// Text that grows downward.
pub(super) struct Page {
    canvas: Canvas,
    out: String,
}

impl Page {
    pub(super) const fn new(canvas: Canvas) -> Self {
        Self { canvas, out: String::new() }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.out.push('\n');
    }

    /// What is shown, and its id.
    pub(super) fn title(&mut self, kind: &str, id: &str) {
        let id = if id.is_empty() { "(without an id)".into() } else { visible(id) };
        for line in flowed(&format!("{kind} {id}"), self.canvas.width) {
            self.out.push_str(&format!("{}\n", self.canvas.paint(HEADING, &line)));
        }
    }

    /// A heading of a part.
    pub(super) fn heading(&mut self, text: &str) {
        for line in flowed(&visible(text), self.canvas.width) {
            self.out.push_str(&format!("{}\n", self.canvas.paint(STRONG, &line)));
        }
    }

    /// A heading of a quote, with its status in the colour of good or bad news.
    pub(super) fn verdict(&mut self, text: &str, status: Status) {
        for line in flowed(&visible(text), self.canvas.width) {
            self.out.push_str(&format!("{}\n", self.canvas.paint(style(status), &line)));
        }
    }

    /// Words of a person, in the lines that they wrote.
    pub(super) fn paragraph(&mut self, text: &str) {
        for line in self.lines(text, INDENT) {
            self.out.push_str(&format!("{}{line}\n", " ".repeat(INDENT)));
        }
    }

    /// What is wrong, under its level.
    pub(super) fn finding(&mut self, finding: &Finding) {
        self.field(finding.level.name(), &format!("{} [{}]", finding.message, finding.rule));
    }

    /// A name and its value; nothing where the value is empty.
    pub(super) fn field(&mut self, name: &str, value: &str) {
        if value.trim().is_empty() {
            return;
        }
        for (index, line) in self.lines(value.trim(), INDENT + VALUE).iter().enumerate() {
            let name = if index == 0 { name } else { "" };
            let label = self.canvas.paint(LABEL, name);
            let room = " ".repeat(VALUE.saturating_sub(width(name)).max(1));
            self.out.push_str(&format!("{}{label}{room}{line}\n", " ".repeat(INDENT)));
        }
    }

    pub(super) fn optional(&mut self, name: &str, value: Option<&str>) {
        self.field(name, value.unwrap_or(""));
    }

    /// Whatever else people keep, a field each; strings as they are, the rest as TOML.
    pub(super) fn extra(&mut self, table: &toml::Table) {
        for (key, value) in table {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            self.field("extra", &format!("{key}: {value}"));
        }
    }

    /// A passage of a source that is safe to show already, its marked words in colour.
    pub(super) fn passage(&mut self, shown: &str, status: Status) {
        let mut is_marked = false;
        for line in flowed(shown, self.canvas.width.saturating_sub(INDENT)) {
            let line = painted(&line, &mut is_marked, style(status), self.canvas);
            self.out.push_str(&format!("{}{line}\n", " ".repeat(INDENT)));
        }
    }

    fn lines(&self, text: &str, indent: usize) -> Vec<String> {
        let room = self.canvas.width.saturating_sub(indent);
        text.trim().lines().flat_map(|line| flowed(&visible(line.trim_end()), room)).collect()
    }
}

const fn style(status: Status) -> Style {
    if matches!(status, Status::Stands) { GOOD } else { BAD }
}

/// A line with what is between `⟦` and `⟧` in a style; a passage's marks may span lines.
fn painted(line: &str, is_marked: &mut bool, style: Style, canvas: Canvas) -> String {
    let mut out = String::new();
    for piece in line.split_inclusive('⟧') {
        let start = if *is_marked { Some(0) } else { piece.find('⟦') };
        let (plain, marked) = piece.split_at(start.unwrap_or(piece.len()));
        out.push_str(plain);
        out.push_str(&canvas.paint(style, marked));
        *is_marked = !marked.is_empty() && !marked.ends_with('⟧');
    }
    out
}

/// What no line begins with, in the typography of French, Chinese and most others.
const NO_START: &str = "、。，．：；？！）］｝」』】〉》”’…⟧»!?;:,.)]%‰々ー";
/// What no line ends with.
const NO_END: &str = "（［｛「『【〈《“‘⟦«([";

/// `text` in lines of at most `room` columns, broken at spaces and between the characters of scripts
/// written without them, but neither before closing nor after opening marks.
fn flowed(text: &str, room: usize) -> Vec<String> {
    let room = room.max(20);
    let mut lines = Vec::new();
    let mut line = String::new();
    for atom in atoms(text) {
        if !line.is_empty() && width(&line) + width(atom.trim_end_matches(' ')) > room {
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(atom);
        if width(line.trim_end_matches(' ')) > room {
            let mut broken = wrapped(&line, room);
            line = broken.pop().unwrap_or_default();
            lines.append(&mut broken);
        }
    }
    lines.push(line);
    lines.iter().map(|line| line.trim_end_matches(' ').to_owned()).collect()
}

/// The pieces of a text that stay on one line where they fit.
fn atoms(text: &str) -> Vec<&str> {
    let mut atoms = Vec::new();
    let mut start = 0;
    let mut before = ['\0', '\0'];
    for (at, c) in text.char_indices() {
        if is_break(before, c) {
            atoms.push(&text[start..at]);
            start = at;
        }
        before = [before[1], c];
    }
    atoms.push(&text[start..]);
    atoms
}

/// Whether a line may end between the two characters `before` and `c`.
fn is_break([early, late]: [char; 2], c: char) -> bool {
    if late == ' ' {
        return c != ' ' && !NO_END.contains(early) && !NO_START.contains(c);
    }
    let is_wide = |c: char| char_width(c) == 2;
    let is_joined = char_width(c) == 0 || late == '\u{200D}';
    (is_wide(late) || is_wide(c)) && c != ' ' && !is_joined && !NO_END.contains(late) && !NO_START.contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_marks_with_their_words() {
        let lines = flowed("Il a parlé d’une « erreur grave » ; puis il est parti.", 24);
        assert_eq!(lines, ["Il a parlé d’une", "« erreur grave » ; puis", "il est parti."]);
        let lines = flowed(&"塔利班说，".repeat(6), 20);
        assert!(lines.iter().all(|line| width(line) <= 20 && !line.starts_with('，')), "{lines:?}");
        assert_eq!(flowed("", 20), [""]);
    }

    #[test]
    fn marks_are_painted_across_lines() {
        let canvas = Canvas { width: 80, colour: true };
        let mut is_marked = false;
        let line = |text, is_marked: &mut bool| painted(text, is_marked, GOOD, canvas);
        let good = |text| canvas.paint(GOOD, text);
        assert_eq!(line("a ⟦b", &mut is_marked), format!("a {}", good("⟦b")));
        assert_eq!(line("c⟧ d ⟦e⟧", &mut is_marked), format!("{} d {}", good("c⟧"), good("⟦e⟧")));
        assert!(!is_marked);
    }
}
