//! From pieces of lines to columns in reading order. Two columns are seen by what begins at one place on many
//! lines while nothing crosses the white before it; what crosses, a heading or a figure, parts the columns above
//! it from those below. Knows one page; no paragraphs.

use super::pieces::{Piece, rows, typical};
use crate::fold::characters::is_spaceless;

/// The narrowest white between two columns, in font sizes.
const GUTTER: f32 = 0.7;
/// The fewest lines that make a column.
const FEWEST_LINES: usize = 3;
/// The fewest letters of a column's line, on the average; the cells of a table have fewer.
const FEWEST_LETTERS: usize = 14;
/// A gap wider than this, in font sizes, parts the cells of a table.
const CELL: f32 = 1.8;
/// The same between two numbers, which must never read as one.
const CELL_OF_NUMBERS: f32 = 0.75;

/// A line of a column; where the column is written from right to left, `x0` and `x1` are mirrored, so that a
/// line always begins at `x0`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub text: String,
    pub x0: f32,
    pub x1: f32,
    pub y: f32,
    pub size: f32,
    pub first_word: f32,
    /// Whether it has the cells of a table.
    pub is_row: bool,
}

/// Lines that are read from top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    pub lines: Vec<Line>,
}

/// The columns of a page, in reading order.
pub(super) fn columns(pieces: Vec<Piece>) -> Vec<Column> {
    let turned = pieces.iter().filter(|piece| piece.is_right_to_left()).count();
    let is_mirrored = turned * 2 > pieces.len();
    let pieces = if is_mirrored { pieces.into_iter().map(mirrored).collect() } else { pieces };
    let mut parts = Vec::new();
    split(pieces, 0, &mut parts);
    parts.into_iter().map(|part| Column { lines: lines(part, is_mirrored) }).collect()
}

fn mirrored(piece: Piece) -> Piece {
    Piece { x0: -piece.x1, x1: -piece.x0, ..piece }
}

/// Parts the pieces of a region into columns, from the outermost inwards.
fn split(pieces: Vec<Piece>, depth: usize, out: &mut Vec<Vec<Piece>>) {
    const DEEPEST: usize = 8;
    let best = if depth < DEEPEST { best_gutter(&pieces) } else { None };
    let Some(gutter) = best else {
        if !pieces.is_empty() {
            out.push(pieces);
        }
        return;
    };
    let mut straight = Vec::new();
    for zone in zones(pieces, gutter) {
        if !zone.is_columns() {
            straight.extend(zone.into_pieces());
            continue;
        }
        split(std::mem::take(&mut straight), depth + 1, out);
        split(zone.first, depth + 1, out);
        split(zone.second, depth + 1, out);
    }
    split(straight, depth + 1, out);
}

/// White that may part two columns: from here to there.
#[derive(Clone, Copy, Debug)]
struct Gutter {
    from: f32,
    to: f32,
}

/// A stretch of lines that no piece crosses, or the pieces that cross.
#[derive(Default)]
struct Zone {
    crossing: Vec<Piece>,
    first: Vec<Piece>,
    second: Vec<Piece>,
}

impl Zone {
    fn is_columns(&self) -> bool {
        is_prose(&self.first) && is_prose(&self.second) && lie_beside(&self.first, &self.second)
    }

    fn into_pieces(self) -> Vec<Piece> {
        let mut all = [self.crossing, self.first, self.second].concat();
        all.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
        all
    }
}

/// The white with the most columns of text on its two sides.
fn best_gutter(pieces: &[Piece]) -> Option<Gutter> {
    if pieces.len() < FEWEST_LINES * 2 {
        return None;
    }
    let mut best: Option<(usize, Gutter)> = None;
    for gutter in gutters(pieces) {
        let zones = zones(pieces.to_vec(), gutter);
        let held = zones.iter().filter(|zone| zone.is_columns());
        let count: usize = held.map(|zone| zone.first.len() + zone.second.len()).sum();
        if count > 0 && best.is_none_or(|(most, _)| count > most) {
            best = Some((count, gutter));
        }
    }
    best.map(|(_, gutter)| gutter)
}

/// Where lines begin often, and not at the very start of the region: the white before those places.
fn gutters(pieces: &[Piece]) -> Vec<Gutter> {
    const MOST: usize = 12;
    const NEAR: f32 = 2.0;
    let size = typical(pieces.iter().map(|piece| (piece.size, piece.text.len())));
    let margin = pieces.iter().map(|piece| piece.x0).fold(f32::INFINITY, f32::min);
    let mut starts: Vec<f32> =
        pieces.iter().map(|piece| piece.x0).filter(|&x0| x0 > margin + size * 3.0).collect();
    starts.sort_by(f32::total_cmp);
    let mut clusters: Vec<(usize, f32)> = Vec::new();
    let mut last = f32::NEG_INFINITY;
    for start in starts {
        match clusters.last_mut() {
            Some((count, _)) if start - last <= NEAR => *count += 1,
            _ => clusters.push((1, start)),
        }
        last = start;
    }
    clusters.retain(|&(count, _)| count >= FEWEST_LINES);
    clusters.sort_by_key(|&(count, _)| std::cmp::Reverse(count));
    clusters
        .iter()
        .take(MOST)
        .map(|&(_, start)| Gutter { from: start - size * GUTTER, to: start - 0.5 })
        .collect()
}

fn zones(pieces: Vec<Piece>, gutter: Gutter) -> Vec<Zone> {
    let mut zones: Vec<Zone> = Vec::new();
    let mut zone = Zone::default();
    for piece in pieces {
        if piece.x1 <= gutter.from {
            zone.first.push(piece);
        } else if piece.x0 >= gutter.to {
            zone.second.push(piece);
        } else {
            let before = std::mem::take(&mut zone);
            zones.extend([before, Zone { crossing: vec![piece], ..Zone::default() }]);
        }
    }
    zones.push(zone);
    zones
}

/// Whether pieces are lines of text, and not the cells of a table.
fn is_prose(pieces: &[Piece]) -> bool {
    let letters =
        |piece: &Piece| -> usize { piece.text.chars().map(|c| if is_spaceless(c) { 2 } else { 1 }).sum() };
    let count = pieces.len();
    count >= FEWEST_LINES && pieces.iter().map(letters).sum::<usize>() >= count * FEWEST_LETTERS
}

/// Whether two columns share enough of the page's height.
fn lie_beside(first: &[Piece], second: &[Piece]) -> bool {
    let extent = |pieces: &[Piece]| {
        let ys = pieces.iter().map(|piece| piece.y);
        (ys.clone().fold(f32::INFINITY, f32::min), ys.fold(f32::NEG_INFINITY, f32::max))
    };
    let ((top, bottom), (other_top, other_bottom)) = (extent(first), extent(second));
    let shared = bottom.min(other_bottom) - top.max(other_top);
    let least = (bottom - top).min(other_bottom - other_top);
    shared >= least * 0.5
}

/// The lines of a column: the pieces that lie on one line, with a space or, between the cells of a table, a
/// tab between them.
fn lines(pieces: Vec<Piece>, is_mirrored: bool) -> Vec<Line> {
    let rows = rows(pieces, |piece| (piece.y, piece.size));
    rows.into_iter().map(|row| line(row, is_mirrored)).collect()
}

fn line(mut row: Vec<Piece>, is_mirrored: bool) -> Line {
    row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let turned = row.iter().filter(|piece| piece.is_right_to_left()).count();
    if !is_mirrored && turned * 2 > row.len() {
        row.reverse();
    }
    let mut row = row.into_iter();
    let Some(first) = row.next() else {
        return Line {
            text: String::new(),
            x0: 0.0,
            x1: 0.0,
            y: 0.0,
            size: 0.0,
            first_word: 0.0,
            is_row: false,
        };
    };
    let Piece { text, x0, x1, y, size, first_word, .. } = first;
    let is_row = text.contains('\t');
    let mut line = Line { text, x0, x1, y, size, first_word, is_row };
    let mut end = x1;
    let mut longest = line.text.len();
    for piece in row {
        let gap = piece.x0 - end;
        let is_between_numbers = line.text.ends_with(|c: char| c.is_numeric())
            && piece.text.starts_with(|c: char| c.is_numeric() || matches!(c, '-' | '−' | '+'));
        let widest = if is_between_numbers { CELL_OF_NUMBERS } else { CELL } * size.max(piece.size);
        let is_cell = gap.abs() > widest;
        line.text.push(if is_cell { '\t' } else { ' ' });
        line.text.push_str(&piece.text);
        line.is_row |= is_cell || piece.text.contains('\t');
        end = piece.x1;
        (line.x0, line.x1) = (line.x0.min(piece.x0), line.x1.max(piece.x1));
        if piece.text.len() > longest {
            (line.size, longest) = (piece.size, piece.text.len());
        }
    }
    line.is_row |= has_leaders(&line.text);
    line
}

/// Whether dots lead from a heading to its page, as in a table of contents.
fn has_leaders(text: &str) -> bool {
    text.contains(". . . .") || text.contains(".....")
}
