//! The story of a claim for people, in a terminal or a log.

use super::comparison::Page;
use super::snippet::Canvas;
use super::visible::visible;
use crate::compare::Change;
use crate::history::{Entry, History};

/// The story as text with a final line feed, the newest commit first.
pub fn render(history: &History, canvas: Canvas) -> String {
    let mut page = Page::new(canvas);
    for (index, entry) in history.entries.iter().enumerate() {
        if index > 0 {
            page.blank();
        }
        draw(&mut page, entry);
    }
    if history.is_cut {
        page.blank();
        page.lines(0, "this clone has only a part of the history; `git fetch --unshallow` fetches the rest");
    }
    page.finish()
}

/// What became of a claim that has its id no longer.
fn gone_words(entry: &Entry) -> String {
    match entry.change.as_ref().filter(|change| change.change == Change::Renamed) {
        Some(change) => {
            let id = visible(&change.id);
            format!("it goes on as {id}; `ibid log {id}` tells all of it")
        }
        None if is_unread(entry) => "its file could not be read".into(),
        None => "no longer there".into(),
    }
}

/// Whether the claim's file could not be read then, so that it may have been there.
fn is_unread(entry: &Entry) -> bool {
    let change = entry.change.as_ref().filter(|change| change.change == Change::Removed);
    change.is_some_and(|change| change.is_unread_there)
}

fn draw(page: &mut Page, entry: &Entry) {
    let commit = &entry.commit;
    let short: String = commit.id.chars().take(9).collect();
    page.strong(&format!("{short}  {}  {}", visible(&commit.date), visible(&commit.author)));
    page.lines(2, &visible(&commit.subject));
    let verdict = entry.verdict.as_deref().map(|verdict| format!(", {}", visible(verdict)));
    match entry.status {
        Some(status) => page.lines(2, &format!("then: {status}{}", verdict.unwrap_or_default())),
        None => page.lines(2, &format!("then: {}", gone_words(entry))),
    }
    if let Some(change) = &entry.change {
        if change.change == Change::Removed && !is_unread(entry) {
            page.lines(2, "the claim was taken out");
        }
        if entry.is_cut {
            page.lines(
                2,
                "the story is cut here: what was before is not in this clone; the claim as it was then:",
            );
            page.standing_claim(change);
        } else {
            page.claim(change);
        }
    }
    for source in &entry.sources {
        page.lost(source);
        page.source(source);
    }
}
