//! From letters to pieces of lines: letters that follow each other on one line without a wide gap, with the
//! spaces between their words. Knows one page and one direction of writing.

use super::glyphs::Glyph;
use super::order::{self, Brackets};
use crate::fold::characters::{is_digit, is_mark, is_spaceless};

/// A gap wider than this, in font sizes, ends a piece; it may be the white between two columns.
const SPLIT: f32 = 0.8;
/// A gap wider than this parts two words, where a PDF has no spaces of its own.
const WORD: f32 = 0.14;
/// A gap wider than this before a mark is a thin space of French.
const THIN: f32 = 0.1;
/// The same on a line that has spaces of its own.
const WORD_BESIDE_SPACES: f32 = 0.17;
/// The same beside a sign of a script without spaces, where browsers leave some white.
const WORD_BESIDE_SIGNS: f32 = 0.3;
/// The same between signs of scripts without spaces.
const SPACELESS: f32 = 0.5;
/// What is raised lies no farther from its letter, in font sizes.
const TOUCHING: f32 = 0.35;
/// A font smaller than this, in parts of the line's, may be raised or lowered.
const SMALLER: f32 = 0.86;

/// A piece of a line. Lengths are in points.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub text: String,
    pub x0: f32,
    pub x1: f32,
    pub y: f32,
    /// The size of most of its letters.
    pub size: f32,
    /// How wide its first word is, to know whether it would have fitted on the line before.
    pub first_word: f32,
    /// Whether the PDF marks all of it as a page's furniture.
    pub is_furniture: bool,
}

impl Piece {
    pub(super) fn is_right_to_left(&self) -> bool {
        order::is_right_to_left(&self.text)
    }
}

/// Letters that follow each other, as they were drawn.
struct Run {
    glyphs: Vec<Glyph>,
    y: f32,
    size: f32,
    x0: f32,
    x1: f32,
}

impl Run {
    fn new(glyph: Glyph) -> Self {
        let Glyph { y, size, x0, x1, .. } = glyph;
        Self { glyphs: vec![glyph], y, size, x0, x1 }
    }

    fn push(&mut self, glyph: Glyph) {
        if glyph.size > self.size && !glyph.is_space() {
            (self.y, self.size) = (glyph.y, glyph.size);
        }
        self.x0 = self.x0.min(glyph.x0);
        self.x1 = self.x1.max(glyph.x1);
        self.glyphs.push(glyph);
    }

    /// Whether it is a capital so much larger than the letters that follow that it may be an initial, which
    /// `initials` puts where it belongs.
    fn is_initial_of(&self, next: &Glyph) -> bool {
        let mut own = self.glyphs.iter().filter(|glyph| !glyph.is_space());
        let first = own.next().filter(|_| own.next().is_none());
        first.is_some_and(|first| {
            first.size > next.size * 1.7
                && first.text.chars().all(char::is_uppercase)
                && next.text.chars().all(char::is_alphabetic)
        })
    }

    fn append(&mut self, other: Self) {
        if other.size > self.size * 1.02 {
            (self.y, self.size) = (other.y, other.size);
        }
        self.x0 = self.x0.min(other.x0);
        self.x1 = self.x1.max(other.x1);
        self.glyphs.extend(other.glyphs);
    }
}

/// The pieces of a page's letters, from top to bottom and from left to right.
pub(super) fn pieces(glyphs: Vec<Glyph>) -> Vec<Piece> {
    let spaces = glyphs.iter().filter(|glyph| glyph.text == " ").count();
    let has_spaces = spaces * 12 > glyphs.len();
    let mut runs = joined(chained(glyphs));
    runs.retain(|run| !run.glyphs.iter().all(Glyph::is_space));
    let pieces: Vec<(Piece, Option<Brackets>)> =
        runs.into_iter().map(|run| piece(run, has_spaces)).filter(|one| !one.0.text.is_empty()).collect();
    let is_meant = order::are_meant(pieces.iter().filter_map(|one| one.1.as_ref()));
    let settled = |(piece, brackets): (Piece, Option<Brackets>)| match brackets {
        Some(brackets) => Piece { text: brackets.settled(is_meant).trim_matches(' ').to_owned(), ..piece },
        None => piece,
    };
    let mut pieces: Vec<Piece> = pieces.into_iter().map(settled).collect();
    pieces.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    pieces
}

/// Letters that were drawn one after another, on one line and near each other.
fn chained(glyphs: Vec<Glyph>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for glyph in glyphs {
        match runs.last_mut() {
            Some(run) if follows(run, &glyph) => run.push(glyph),
            _ => runs.push(Run::new(glyph)),
        }
    }
    runs
}

fn follows(run: &Run, glyph: &Glyph) -> bool {
    let size = run.size.max(glyph.size);
    if !is_same_line(run.y, run.size, glyph.y, glyph.size) || run.is_initial_of(glyph) {
        return false;
    }
    // What is raised or lowered touches its letter; other cells of a table do not.
    let is_level = (run.y - glyph.y).abs() <= size * 0.34;
    if !is_level && glyph.x0 - run.x1 > size * TOUCHING {
        return false;
    }
    // A number in a line from right to left is drawn the other way, into the white beside the words before.
    let beside_last = run.glyphs.last().map_or(f32::INFINITY, |last| glyph.x0 - last.x1);
    if (-size * 0.3..=size * SPLIT).contains(&beside_last) {
        return true;
    }
    let after = glyph.x0 - run.x1;
    let before = run.x0 - glyph.x1;
    after.max(before) <= size * SPLIT && (after >= -size * 0.6 || before >= -size * 0.6)
}

/// Whether two letters stand on one line: level, or one of them smaller and raised or lowered.
fn is_same_line(y: f32, size: f32, other_y: f32, other_size: f32) -> bool {
    let (larger, smaller) = (size.max(other_size), size.min(other_size));
    let apart = (y - other_y).abs();
    if smaller < larger * SMALLER { apart <= larger * 0.6 } else { apart <= larger * 0.34 }
}

/// Runs that are pieces of one line although they were drawn apart: words placed one by one, marks.
fn joined(mut runs: Vec<Run>) -> Vec<Run> {
    runs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    let mut out: Vec<Run> = Vec::with_capacity(runs.len());
    for row in rows(runs, |run| (run.y, run.size)) {
        let mut row = row;
        row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let mut last: Option<Run> = None;
        for run in row {
            match &mut last {
                Some(before) if touches(before, &run) => before.append(run),
                _ => out.extend(last.replace(run)),
            }
        }
        out.extend(last);
    }
    attach_marks(out)
}

fn touches(before: &Run, run: &Run) -> bool {
    let size = before.size.max(run.size);
    let gap = run.x0 - before.x1;
    if run.glyphs.iter().find(|glyph| !glyph.is_space()).is_some_and(|first| before.is_initial_of(first)) {
        return false;
    }
    gap <= size * SPLIT && (gap >= -size * 0.3 || fills_gap(before, run))
}

/// Whether a run lies in white that another one has inside.
fn fills_gap(around: &Run, run: &Run) -> bool {
    let width = run.x1 - run.x0;
    let overlaps = |glyph: &Glyph| glyph.x1.min(run.x1) - glyph.x0.max(run.x0) > width * 0.3;
    run.x0 >= around.x0
        && run.x1 <= around.x1
        && !around.glyphs.iter().any(|glyph| !glyph.is_space() && overlaps(glyph))
}

/// Puts what is small and raised or lowered to the line that it touches.
fn attach_marks(runs: Vec<Run>) -> Vec<Run> {
    // So many lines near a mark are looked at, whatever a page holds.
    const NEAR: usize = 200;
    let mut out: Vec<Run> = Vec::with_capacity(runs.len());
    let mut small: Vec<Run> = Vec::new();
    let median = typical(runs.iter().map(|run| (run.size, run.glyphs.len())));
    for run in runs {
        if run.size < median * SMALLER && run.glyphs.len() <= 4 { small.push(run) } else { out.push(run) }
    }
    let mut alone: Vec<Run> = Vec::new();
    for mark in small {
        // Lines are in order, so those within reach lie together.
        let from = out.partition_point(|run| run.y < mark.y - median * 1.5);
        let near =
            out[from..].iter_mut().take(NEAR).take_while(|run| run.y <= mark.y + median * 1.5).find(|run| {
                let gap = (mark.x0 - run.x1).max(run.x0 - mark.x1);
                mark.size < run.size * SMALLER
                    && is_same_line(run.y, run.size, mark.y, mark.size)
                    && (-run.size..=run.size * 0.3).contains(&gap)
            });
        match near {
            Some(run) => run.append(mark),
            None => alone.push(mark),
        }
    }
    out.extend(alone);
    out
}

/// The size that most letters have, of sizes with their numbers of letters.
pub(super) fn typical(sizes: impl Iterator<Item = (f32, usize)>) -> f32 {
    let mut counts = std::collections::BTreeMap::<i32, usize>::new();
    for (size, count) in sizes {
        *counts.entry((size * 4.0).round() as i32).or_default() += count;
    }
    let most = counts.into_iter().max_by_key(|&(_, count)| count);
    most.map_or(10.0, |(size, _)| size as f32 / 4.0)
}

/// What lies on one line, of things that are in order of their lines.
pub(super) fn rows<T>(things: Vec<T>, place: impl Fn(&T) -> (f32, f32)) -> Vec<Vec<T>> {
    let mut rows: Vec<Vec<T>> = Vec::new();
    let mut level = (0.0, 0.0);
    for thing in things {
        let (y, size) = place(&thing);
        match rows.last_mut() {
            Some(row) if (y - level.0).abs() <= size.min(level.1) * 0.2 => row.push(thing),
            _ => {
                level = (y, size);
                rows.push(vec![thing]);
            }
        }
    }
    rows
}

/// A run as a piece: its letters in the order of reading, with spaces.
fn piece(run: Run, has_spaces: bool) -> (Piece, Option<Brackets>) {
    let Run { mut glyphs, x0, x1, .. } = run;
    let size =
        typical(glyphs.iter().filter(|glyph| !glyph.is_space()).map(|glyph| (glyph.size, glyph.text.len())));
    let y = typical_level(&glyphs, size);
    let is_turned = glyphs.iter().any(|glyph| order::is_right_to_left(&glyph.text));
    if is_turned || !is_in_order(&glyphs) {
        glyphs.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    }
    let is_furniture = glyphs.iter().all(|glyph| glyph.is_furniture || glyph.is_space());
    let words = spaced(&glyphs, size, y, has_spaces);
    let brackets = is_turned.then(|| order::logical(words.clone()));
    let text = brackets.as_ref().map_or_else(|| words.concat(), |brackets| brackets.as_seen.clone());
    let text = text.trim_matches(' ').to_owned();
    (Piece { first_word: first_word(&glyphs, size), text, x0, x1, y, size, is_furniture }, brackets)
}

fn is_in_order(glyphs: &[Glyph]) -> bool {
    glyphs.windows(2).all(|pair| pair[1].x0 >= pair[0].x0 - pair[0].size * 0.3)
}

/// The line that most letters of the piece's size stand on.
fn typical_level(glyphs: &[Glyph], size: f32) -> f32 {
    let own = glyphs.iter().filter(|glyph| !glyph.is_space() && glyph.size > size * SMALLER);
    let mut levels: Vec<f32> = own.map(|glyph| glyph.y).collect();
    levels.sort_by(f32::total_cmp);
    levels.get(levels.len() / 2).copied().unwrap_or_else(|| glyphs.first().map_or(0.0, |glyph| glyph.y))
}

/// How wide the first word is, to the first gap.
fn first_word(glyphs: &[Glyph], size: f32) -> f32 {
    let mut shown = glyphs.iter().skip_while(|glyph| glyph.is_space());
    let Some(first) = shown.next() else { return 0.0 };
    if first.text.chars().all(is_spaceless) {
        return first.x1 - first.x0;
    }
    let mut end = first.x1;
    for glyph in shown {
        if glyph.text == " " || glyph.x0 - end > size * WORD_BESIDE_SPACES {
            break;
        }
        end = glyph.x1;
    }
    end - first.x0
}

/// The letters, each with what stands before it: a space where there is a gap or the PDF has one, which
/// `has_spaces` says of the page.
fn spaced(glyphs: &[Glyph], size: f32, y: f32, has_spaces: bool) -> Vec<String> {
    let usual = usual_gap(glyphs, size);
    let levels = levels(glyphs, size, y);
    let mut words: Vec<String> = Vec::with_capacity(glyphs.len());
    let mut last: Option<&Glyph> = None;
    let mut between: Option<String> = None;
    for (glyph, level) in glyphs.iter().zip(levels) {
        if glyph.is_space() {
            let kept = between.take().filter(|space| space != " ");
            between = Some(kept.unwrap_or_else(|| glyph.text.chars().take(1).collect()));
            continue;
        }
        if let Some(last) = last {
            let gap = glyph.x0 - last.x1.max(last.x0);
            let widest = widest_gap(last, glyph, has_spaces) * size + usual;
            // Where a PDF writes its spaces, digits that merely lie apart are the cells of a table, not one number.
            let are_cells = has_spaces && last.text.ends_with(is_digit) && glyph.text.starts_with(is_digit);
            // French sets a thin space before some marks, and some programs draw it as a gap.
            let is_thin = gap > size * THIN + usual && gap <= widest && stands_off(&last.text, &glyph.text);
            let white = match (are_cells, is_thin) {
                (true, _) => "\t",
                (_, true) => "\u{202F}",
                _ => " ",
            };
            let narrowest = if are_cells { widest * 0.5 } else { widest };
            let space = between.take().or_else(|| (is_thin || gap > narrowest).then(|| white.to_owned()));
            words.extend(space);
        }
        between = None;
        words.push(levelled(glyph, last, size, level));
        last = Some(glyph);
    }
    words
}

/// Whether the second is a mark that French sets apart from the word before it.
fn stands_off(last: &str, next: &str) -> bool {
    last.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '»' | '%'))
        && matches!(next, ";" | ":" | "!" | "?" | "»")
}

/// The widest gap between two letters of a word, in font sizes.
fn widest_gap(last: &Glyph, next: &Glyph, has_spaces: bool) -> f32 {
    let is_sign = |glyph: &Glyph| glyph.text.chars().all(is_spaceless);
    if next.text.chars().all(is_mark) {
        return f32::INFINITY;
    }
    if is_sign(last) && is_sign(next) {
        return SPACELESS;
    }
    match (is_sign(last) || is_sign(next), has_spaces) {
        (true, _) => WORD_BESIDE_SIGNS,
        (false, true) => WORD_BESIDE_SPACES,
        (false, false) => WORD,
    }
}

/// How far letters are set apart throughout, in points: letter-spaced headings; 0 for most text.
fn usual_gap(glyphs: &[Glyph], size: f32) -> f32 {
    let shown: Vec<&Glyph> = glyphs.iter().filter(|glyph| !glyph.is_space()).collect();
    let mut gaps: Vec<f32> = shown.windows(2).map(|pair| pair[1].x0 - pair[0].x1).collect();
    if gaps.len() < 5 {
        return 0.0;
    }
    gaps.sort_by(f32::total_cmp);
    let median = gaps[gaps.len() / 2];
    let near = gaps.iter().filter(|&&gap| (gap - median).abs() < size * 0.06).count();
    if median > size * 0.05 && near * 10 >= gaps.len() * 6 { median } else { 0.0 }
}

/// The line that each letter stands on or is raised from: that of the nearest letter of the piece's size. A piece
/// may have more lines than one, as where the cells of a table stand a little higher than their neighbours.
fn levels(glyphs: &[Glyph], size: f32, y: f32) -> Vec<f32> {
    let is_large = |glyph: &Glyph| !glyph.is_space() && glyph.size >= size * SMALLER;
    // How far off the letter of that size is, on one side, and its line.
    let mut nearest: Vec<(f32, f32)> = vec![(f32::INFINITY, y); glyphs.len()];
    let mut before: Option<&Glyph> = None;
    for (glyph, nearest) in glyphs.iter().zip(&mut nearest) {
        before = if is_large(glyph) { Some(glyph) } else { before };
        *nearest = before.map_or(*nearest, |before| (glyph.x0 - before.x1, before.y));
    }
    let mut after: Option<&Glyph> = None;
    for (glyph, nearest) in glyphs.iter().zip(&mut nearest).rev() {
        after = if is_large(glyph) { Some(glyph) } else { after };
        *nearest = after
            .map(|after| (after.x0 - glyph.x1, after.y))
            .filter(|after| after.0 < nearest.0 - size * 0.02)
            .unwrap_or(*nearest);
    }
    nearest.into_iter().map(|(_, level)| level).collect()
}

/// The letters of a glyph; raised digits, and lowered ones after digits, as such, so that they never lengthen
/// a number.
fn levelled(glyph: &Glyph, last: Option<&Glyph>, size: f32, y: f32) -> String {
    let is_small = glyph.size < size * SMALLER;
    let is_raised = is_small && glyph.y < y - size * 0.15;
    let is_lowered = is_small && glyph.y > y + size * 0.08;
    let follows_digit = last.is_some_and(|last| last.text.ends_with(is_digit));
    let as_they_are = || glyph.text.clone();
    if is_raised {
        return glyph
            .text
            .chars()
            .map(|c| shifted(c, SUPERSCRIPTS))
            .collect::<Option<String>>()
            .unwrap_or_else(as_they_are);
    }
    if is_lowered && follows_digit {
        return glyph
            .text
            .chars()
            .map(|c| shifted(c, SUBSCRIPTS))
            .collect::<Option<String>>()
            .unwrap_or_else(as_they_are);
    }
    as_they_are()
}

const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const SUBSCRIPTS: &str = "₀₁₂₃₄₅₆₇₈₉";

fn shifted(c: char, to: &str) -> Option<char> {
    to.chars().nth(c.to_digit(10)? as usize)
}

/// The plain digits of superscript ones; `None` where there is another character.
pub(super) fn plain_digits(text: &str) -> Option<String> {
    let digit = |c: char| SUPERSCRIPTS.chars().position(|known| known == c);
    text.chars().map(|c| digit(c).and_then(|digit| char::from_digit(digit as u32, 10))).collect()
}

/// Whether it is a raised digit.
pub(super) fn is_superscript(c: char) -> bool {
    SUPERSCRIPTS.contains(c)
}
