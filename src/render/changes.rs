//! Files before and after, as a unified diff with what cannot be seen written out.

use super::snippet::Canvas;
use super::visible::visible;
use super::words::{ADDED, REMOVED};
use crate::repair::Mended;
use anstyle::Style;
use similar::{ChangeTag, TextDiff};

const HEADER: Style = Style::new().bold();

/// The changes of each file, or nothing where there are none.
pub fn render(files: &[Mended], canvas: Canvas) -> String {
    files.iter().map(|file| one(file, canvas)).collect()
}

fn one(file: &Mended, canvas: Canvas) -> String {
    let path = visible(&file.path);
    let mut out = format!(
        "{}\n{}\n",
        canvas.paint(HEADER, &format!("--- {path}")),
        canvas.paint(HEADER, &format!("+++ {path}"))
    );
    let diff = TextDiff::from_lines(&file.before, &file.after);
    for hunk in diff.unified_diff().context_radius(2).iter_hunks() {
        out.push_str(&format!("{}\n", hunk.header()));
        for change in hunk.iter_changes() {
            let (sign, style) = match change.tag() {
                ChangeTag::Equal => (' ', Style::new()),
                ChangeTag::Delete => ('-', REMOVED),
                ChangeTag::Insert => ('+', ADDED),
            };
            let line = visible(change.value().trim_end_matches(['\n', '\r']));
            let line = format!("{sign}{line}");
            out.push_str(&if style == Style::new() { line } else { canvas.paint(style, &line) });
            out.push('\n');
        }
    }
    out
}
