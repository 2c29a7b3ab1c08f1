//! From the order on the page to the order of reading, for scripts written from right to left. PDFs say where
//! letters lie, from left to right; this is the way back of the Unicode Bidirectional Algorithm (UAX 9), for
//! one line. Knows clusters of letters; no places.

use crate::fold::characters::{is_digit, is_hebrew, is_mark, is_right_to_left as is_rtl};
use std::cmp::Ordering;

/// Whether more of its letters are written from right to left than from left to right.
pub(super) fn is_right_to_left(text: &str) -> bool {
    let turned = text.chars().filter(|&c| is_rtl(c) && c.is_alphabetic()).count();
    turned > 0 && turned >= text.chars().filter(|&c| !is_rtl(c) && c.is_alphabetic()).count()
}

/// What a cluster does to the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Left,
    Right,
    Number,
    Neutral,
}

fn class(cluster: &str) -> Class {
    let mut class = Class::Neutral;
    for c in cluster.chars() {
        if is_digit(c) {
            class = Class::Number;
        } else if is_rtl(c) {
            return Class::Right;
        } else if c.is_alphabetic() {
            return Class::Left;
        }
    }
    class
}

/// A line in the order of reading. Some programs write the bracket that is seen, others the one that is meant.
pub(super) struct Brackets {
    /// The line where the PDF has the brackets that are seen.
    pub as_seen: String,
    /// The line where it has those that are meant.
    pub as_meant: String,
}

impl Brackets {
    /// The line whose brackets are in order; where neither or both are, as `is_meant` says of the page.
    pub(super) fn settled(self, is_meant: bool) -> String {
        let order = disorder(&self.as_meant).cmp(&disorder(&self.as_seen));
        let takes_meant = order == Ordering::Less || order == Ordering::Equal && is_meant;
        if takes_meant { self.as_meant } else { self.as_seen }
    }
}

/// Whether the lines of a page have the brackets that are meant: pairs tell.
pub(super) fn are_meant<'l>(lines: impl Iterator<Item = &'l Brackets>) -> bool {
    let (seen, meant) = lines.fold((0, 0), |(seen, meant), line| {
        (seen + disorder(&line.as_seen), meant + disorder(&line.as_meant))
    });
    meant < seen
}

/// The text of clusters that lie from left to right, in the order of reading.
pub(super) fn logical(clusters: Vec<String>) -> Brackets {
    let whole = clusters.concat();
    if !whole.chars().any(is_rtl) {
        return Brackets { as_seen: whole.clone(), as_meant: whole };
    }
    let clusters = with_marks(clusters);
    // After Arabic letters signs and units do not belong to the digits beside them (UAX 9, rule W2).
    let is_arabic = whole.chars().any(|c| is_rtl(c) && !is_hebrew(c));
    let classes = resolved(&clusters, is_arabic);
    let base = if is_right_to_left(&whole) { Class::Right } else { Class::Left };
    let mut runs: Vec<(Class, Vec<String>)> = Vec::new();
    for (cluster, own) in clusters.into_iter().zip(classes) {
        let own = if own == Class::Neutral { base } else { own };
        match runs.last_mut() {
            Some((class, run)) if *class == own => run.push(cluster),
            _ => runs.push((own, vec![cluster])),
        }
    }
    if base == Class::Right {
        runs.reverse();
    }
    let text = |is_mirrored: bool| -> String {
        let one = |(class, run): &(Class, Vec<String>)| {
            if *class == Class::Right {
                return run.iter().rev().map(|cluster| mirrored(cluster, is_mirrored)).collect::<String>();
            }
            run.concat()
        };
        runs.iter().map(one).collect()
    };
    Brackets { as_seen: text(true), as_meant: text(false) }
}

/// Clusters with the marks that follow a letter put to it.
fn with_marks(clusters: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(clusters.len());
    let mut waiting = String::new();
    for cluster in clusters {
        let is_only_marks = !cluster.is_empty() && cluster.chars().all(is_mark);
        match out.last_mut() {
            Some(last) if is_only_marks && last.chars().any(is_rtl) => last.push_str(&cluster),
            _ if is_only_marks => waiting.push_str(&cluster),
            _ => out.push(cluster + &std::mem::take(&mut waiting)),
        }
    }
    if !waiting.is_empty() {
        out.push(waiting);
    }
    out
}

/// The classes with neutral clusters settled that lie inside what runs from left to right: the separators of
/// numbers, the signs before and after them, the spaces between foreign words.
fn resolved(clusters: &[String], is_arabic: bool) -> Vec<Class> {
    let mut classes: Vec<Class> = clusters.iter().map(|cluster| class(cluster)).collect();
    let runs_left = |class: Class| matches!(class, Class::Left | Class::Number);
    let mut at = 0;
    while at < classes.len() {
        if classes[at] != Class::Neutral {
            at += 1;
            continue;
        }
        let end = (at..classes.len()).find(|&next| classes[next] != Class::Neutral).unwrap_or(classes.len());
        let before = at.checked_sub(1).map(|before| classes[before]);
        let after = classes.get(end).copied();
        let joins_numbers = before == Some(Class::Number)
            && after == Some(Class::Number)
            && end - at == 1
            && is_separator(&clusters[at], is_arabic);
        let joins_words = before == Some(Class::Left) && after.is_some_and(runs_left);
        if joins_numbers || joins_words {
            classes[at..end].fill(Class::Left);
        } else if !is_arabic {
            if after == Some(Class::Number) && is_unit(&clusters[end - 1]) {
                classes[end - 1] = Class::Number;
            }
            if before == Some(Class::Number) && is_unit(&clusters[at]) && classes[at] == Class::Neutral {
                classes[at] = Class::Number;
            }
        }
        at = end;
    }
    classes.iter().map(|&class| if class == Class::Number { Class::Left } else { class }).collect()
}

fn is_separator(cluster: &str, is_arabic: bool) -> bool {
    let is_common = matches!(cluster, "." | "," | ":" | "/" | "٫" | "٬" | "،" | "\u{A0}" | "\u{202F}");
    is_common || !is_arabic && matches!(cluster, "-" | "+" | "−")
}

fn is_unit(cluster: &str) -> bool {
    matches!(cluster, "%" | "٪" | "‰" | "°" | "$" | "€" | "£" | "#")
}

fn mirrored(cluster: &str, is_mirrored: bool) -> String {
    const PAIRS: [(char, char); 7] =
        [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('«', '»'), ('‹', '›'), ('≤', '≥')];
    if !is_mirrored {
        return cluster.to_owned();
    }
    let other = |c: char| {
        PAIRS.iter().find_map(|&(a, b)| {
            if c == a {
                Some(b)
            } else if c == b {
                Some(a)
            } else {
                None
            }
        })
    };
    cluster.chars().map(|c| other(c).unwrap_or(c)).collect()
}

/// How many brackets close before they open or are never closed.
fn disorder(text: &str) -> usize {
    let pairs = [('(', ')'), ('[', ']'), ('«', '»')];
    let one = |(open, close): (char, char)| {
        let (mut depth, mut wrong) = (0usize, 0);
        for c in text.chars() {
            if c == open {
                depth += 1;
            } else if c == close && depth == 0 {
                wrong += 1;
            } else if c == close {
                depth -= 1;
            }
        }
        wrong + depth
    };
    pairs.into_iter().map(one).sum()
}
