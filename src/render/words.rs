//! Two texts word by word, for people: what only the one has and what only the other.

use super::snippet::Canvas;
use super::visible::visible;
use crate::anchor::tokens::tokens;
use anstyle::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};

/// What was added, in colour.
pub const ADDED: Style = AnsiColor::Green.on_default();
/// What was removed, in colour.
pub const REMOVED: Style = AnsiColor::Red.on_default();

/// Runs of equal words longer than this are shortened in a diff, in words.
const EQUAL_RUN: usize = 12;

/// So many and fewer are not left out: a lone word may be the one that matters, *not*.
const SPARED: usize = 12;

/// A stretch of words that both texts have, or only one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Both have it.
    Equal(String),
    /// Only the first has it.
    Removed(String),
    /// Only the second has it.
    Added(String),
}

/// The words of two texts in order, changed words that only white space parts taken together; runs of
/// equal words shortened to those beside a change.
pub fn runs(from: &str, to: &str) -> Vec<Run> {
    let (old, new) = (words(from), words(to));
    let changes = changes(&old, &new);
    let stretches: Vec<&[(ChangeTag, &str)]> =
        changes.chunk_by(|a, b| (a.0 == ChangeTag::Equal) == (b.0 == ChangeTag::Equal)).collect();
    let mut runs = Vec::new();
    let (mut removed, mut added) = (String::new(), String::new());
    for (index, stretch) in stretches.iter().enumerate() {
        let (is_first, is_last) = (index == 0, index + 1 == stretches.len());
        if stretch[0].0 != ChangeTag::Equal {
            for (tag, word) in *stretch {
                if *tag == ChangeTag::Delete { removed.push_str(word) } else { added.push_str(word) }
            }
            continue;
        }
        let equal: String = stretch.iter().map(|(_, word)| *word).collect();
        if !is_first && !is_last && equal.trim().is_empty() {
            removed.push_str(&equal);
            added.push_str(&equal);
            continue;
        }
        flush(&mut runs, &mut removed, &mut added);
        let words: Vec<&str> = stretch.iter().map(|(_, word)| *word).collect();
        runs.push(Run::Equal(shortened_run(&words, is_first, is_last)));
    }
    flush(&mut runs, &mut removed, &mut added);
    runs
}

/// The words of both texts in order. Where a line ends is none of what differs, unless nothing else does: a paragraph that
/// was edited is wrapped anew.
fn changes<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<(ChangeTag, &'t str)> {
    let all = |words: &[&'t str]| words.iter().map(|word| unwrapped(word)).collect::<Vec<&str>>();
    let (flat_old, flat_new) = (all(old), all(new));
    let (flat_old, flat_new) =
        if flat_old == flat_new { (old.to_vec(), new.to_vec()) } else { (flat_old, flat_new) };
    let diff = TextDiff::from_slices(&flat_old, &flat_new);
    let places = diff.iter_all_changes().map(|change| (change.tag(), change.old_index(), change.new_index()));
    let word = |old_index: Option<usize>, new_index: Option<usize>| match (old_index, new_index) {
        (Some(a), Some(b)) => {
            if old[a] == new[b] {
                old[a]
            } else {
                flat_old[a]
            }
        }
        (Some(a), None) => old[a],
        (None, b) => b.map_or("", |b| new[b]),
    };
    places.map(|(tag, a, b)| (tag, word(a, b))).collect()
}

/// A space instead of white space in which one line ends.
fn unwrapped(word: &str) -> &str {
    let is_wrap = word.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
        && word.matches('\n').count() == 1;
    if is_wrap { " " } else { word }
}

fn flush(runs: &mut Vec<Run>, removed: &mut String, added: &mut String) {
    if !removed.is_empty() {
        runs.push(Run::Removed(std::mem::take(removed)));
    }
    if !added.is_empty() {
        runs.push(Run::Added(std::mem::take(added)));
    }
}

/// The words of two texts, `[-only the first's-]` and `{+only the second's+}`.
pub fn word_diff(from: &str, to: &str) -> String {
    let shown = |run: &Run| match run {
        Run::Equal(words) => visible(words),
        Run::Removed(words) => format!("[-{}-]", visible(&drawn(words))),
        Run::Added(words) => format!("{{+{}+}}", visible(&drawn(words))),
    };
    runs(from, to).iter().map(shown).collect()
}

/// Words with their no-break spaces as they are drawn in excerpts, so that they can be told from spaces.
fn drawn(words: &str) -> String {
    words.replace(['\u{A0}', '\u{202F}', '\u{2007}'], "⍽")
}

/// A wrapped line of a diff in colour; what is broken over two lines is coloured on the first.
pub fn painted(line: &str, canvas: Canvas) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(start) = rest.find("[-").into_iter().chain(rest.find("{+")).min() {
        let (style, close) = if rest[start..].starts_with("[-") { (REMOVED, "-]") } else { (ADDED, "+}") };
        let end = rest[start..].find(close).map_or(rest.len(), |length| start + length + 2);
        out.push_str(&rest[..start]);
        out.push_str(&canvas.paint(style, &rest[start..end]));
        rest = &rest[end..];
    }
    out + rest
}

fn shortened_run(words: &[&str], is_first: bool, is_last: bool) -> String {
    if words.len() <= 2 * EQUAL_RUN + SPARED {
        return words.concat();
    }
    let head = if is_first { String::new() } else { words[..EQUAL_RUN].concat() };
    let tail = if is_last { String::new() } else { words[words.len() - EQUAL_RUN..].concat() };
    format!("{head}…{tail}")
}

/// The words of a text and what lies between them.
fn words(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut at = 0;
    for token in tokens(text) {
        if at < token.span.start {
            all.push(&text[at..token.span.start]);
        }
        all.push(&text[token.span.range()]);
        at = token.span.end;
    }
    if at < text.len() {
        all.push(&text[at..]);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_line_ends_is_told_only_where_nothing_else_differs() {
        let before = "The court decides\nwithin a week on all\nthe evidence.";
        let after = "The court decides, at once, within\na week on all\nthe evidence.";
        assert_eq!(
            word_diff(before, after),
            "The court decides{+, at once,+} within a week on all⏎the evidence."
        );
        assert_eq!(word_diff("one\ntwo", "one two"), "one[-⏎-]{+ +}two");
        assert_eq!(word_diff("one\n\ntwo three", "one two four"), "one[-⏎⏎-]{+ +}two [-three-]{+four+}");
        assert_eq!(word_diff("un\u{a0}mot, ici", "un\nmot, là"), "un[-⍽-]{+⏎+}mot, [-ici-]{+là+}");
    }
}
