//! A page's furniture: running heads, running feet and page numbers, which are no part of any paragraph. They
//! are known by standing at one place on several pages, with nothing but their numbers changed; where there are
//! too few pages to tell, they stay. Knows the pieces of all pages.

use super::pieces::{Piece, rows, typical};
use std::collections::{BTreeMap, BTreeSet};

/// How many lines at the top and at the bottom of a page may be furniture.
const DEEPEST: usize = 3;
/// How far apart the places on two pages may lie, in points.
const NEAR: f32 = 4.0;

/// A line at the edge of a page.
struct Edge {
    page: usize,
    y: f32,
    /// Whether its font is smaller than the text's.
    is_small: bool,
    text: String,
    /// Its text with each number as `#`.
    shape: String,
    numbers: Vec<i64>,
    /// How far it lies from the next line inwards, in its own size.
    gap: f32,
    is_marked: bool,
    is_furniture: bool,
}

/// A page with its height, in points, and its pieces in order.
pub(super) struct Sheet {
    pub height: f32,
    pub pieces: Vec<Piece>,
}

/// Takes the furniture off the pages, and returns its words, each once, in the order of the pages.
pub(super) fn taken_off(sheets: &mut [Sheet]) -> Vec<(String, usize)> {
    let mut told: Vec<(String, usize)> = Vec::new();
    let all = sheets.iter().flat_map(|sheet| &sheet.pieces);
    let body = typical(all.map(|piece| (piece.size, piece.text.len())));
    for is_top in [true, false] {
        let mut edges: Vec<Vec<Edge>> = (0..DEEPEST).map(|_| Vec::new()).collect();
        for (page, sheet) in sheets.iter().enumerate() {
            for (depth, edge) in edges_of(page, sheet, is_top, body).into_iter().enumerate() {
                edges[depth].push(edge);
            }
        }
        decide(&mut edges, sheets.len(), is_top, |page| sheets[page].height);
        for edge in edges.iter().flatten().filter(|edge| edge.is_furniture) {
            sheets[edge.page].pieces.retain(|piece| (piece.y - edge.y).abs() > piece.size * 0.2);
            let shape = if edge.numbers.is_empty() { edge.text.clone() } else { edge.shape.clone() };
            match told.iter_mut().find(|(known, _)| *known == shape) {
                Some((_, count)) => *count += 1,
                None => told.push((shape, 1)),
            }
        }
    }
    told
}

/// The outermost lines at one edge of a page, from outside inwards.
fn edges_of(page: usize, sheet: &Sheet, is_top: bool, body: f32) -> Vec<Edge> {
    let mut all = rows(sheet.pieces.iter().collect::<Vec<_>>(), |piece| (piece.y, piece.size));
    if !is_top {
        all.reverse();
    }
    let level = |row: &[&Piece]| row.first().map_or((0.0, 10.0), |piece| (piece.y, piece.size));
    let mut edges = Vec::new();
    for (at, row) in all.iter().enumerate().take(DEEPEST) {
        let (y, size) = level(row);
        let gap = all.get(at + 1).map_or(f32::INFINITY, |next| (level(next).0 - y).abs() / size.max(1.0));
        let mut row: Vec<&Piece> = row.clone();
        row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let text = row.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ");
        let (shape, numbers) = shape(&text);
        let is_marked = row.iter().all(|piece| piece.is_furniture);
        let is_small = row.iter().all(|piece| piece.size < body * 0.93);
        edges.push(Edge { page, y, is_small, text, shape, numbers, gap, is_marked, is_furniture: false });
    }
    edges
}

/// A text with each number as `#`, and the numbers; a roman numeral that stands alone is one.
fn shape(text: &str) -> (String, Vec<i64>) {
    let mut numbers = Vec::new();
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        if let Some(number) = roman(word) {
            numbers.push(number);
            words.push("#".to_owned());
            continue;
        }
        let mut out = String::new();
        let mut number = None;
        let mut chars = word.chars().peekable();
        while let Some(c) = chars.next() {
            // A number that does not fit wraps, and still differs from its neighbours.
            if let Some(digit) = digit(c) {
                number = Some(number.unwrap_or(0_i64).wrapping_mul(10).wrapping_add(digit));
                continue;
            }
            // The parts of 2,500 or 12.5 are one number.
            let is_inside = number.is_some() && chars.peek().is_some_and(|&next| digit(next).is_some());
            if is_inside && matches!(c, ',' | '.' | '\'' | '’' | '٬' | '٫') {
                continue;
            }
            if let Some(number) = number.take() {
                numbers.push(number);
                out.push('#');
            }
            out.push(c);
        }
        if let Some(number) = number {
            numbers.push(number);
            out.push('#');
        }
        words.push(out);
    }
    (words.join(" "), numbers)
}

/// The value of a decimal digit of the scripts that number pages.
fn digit(c: char) -> Option<i64> {
    let zero = ['0', '٠', '۰'].into_iter().find(|&zero| (0..10).contains(&(c as i64 - zero as i64)))?;
    Some(c as i64 - zero as i64)
}

/// The value of a small or large roman numeral up to some hundreds.
fn roman(word: &str) -> Option<i64> {
    let is_one_case = word.chars().all(char::is_lowercase) || word.chars().all(char::is_uppercase);
    if word.is_empty() || word.len() > 8 || !is_one_case {
        return None;
    }
    let value = |c: char| match c.to_ascii_lowercase() {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        _ => None,
    };
    let values: Vec<i64> = word.chars().map(value).collect::<Option<_>>()?;
    let signed = values
        .iter()
        .zip(values.iter().skip(1).chain([&0]))
        .map(|(own, next)| if own < next { -own } else { *own });
    Some(signed.sum())
}

/// Decides for each edge, from outside inwards: nothing is furniture inside of what is not.
fn decide(edges: &mut [Vec<Edge>], pages: usize, is_top: bool, height: impl Fn(usize) -> f32) {
    for depth in 0..edges.len() {
        let (outer, rest) = edges.split_at_mut(depth);
        let here = &mut rest[0];
        let is_outermost = |edge: &Edge| {
            outer
                .last()
                .is_none_or(|row| row.iter().any(|other| other.page == edge.page && other.is_furniture))
        };
        let candidates: Vec<usize> = (0..here.len()).filter(|&at| is_outermost(&here[at])).collect();
        let mut chosen: Vec<usize> = candidates.iter().copied().filter(|&at| here[at].is_marked).collect();
        chosen.extend(repeated(here, &candidates, pages, &height));
        chosen.extend(numbered(here, &candidates, pages, is_top));
        let counts = |at: &usize| counts_its_page(&here[*at], height(here[*at].page));
        chosen.extend(candidates.iter().copied().filter(counts));
        for at in chosen {
            here[at].is_furniture = true;
        }
    }
}

/// Edges that stand in one place with one text on several pages.
fn repeated(
    edges: &[Edge],
    candidates: &[usize],
    pages: usize,
    height: &impl Fn(usize) -> f32,
) -> Vec<usize> {
    let mut same: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &at in candidates {
        same.entry(&edges[at].shape).or_default().push(at);
    }
    let mut out = Vec::new();
    for group in same.values() {
        for &at in group {
            // Figures of heads count the pages, or stay: others are what the text tells.
            let own = &edges[at];
            let is_kin = |other: &Edge| (other.y - own.y).abs() <= NEAR && is_counted(other, own);
            let count = group.iter().filter(|&&other| is_kin(&edges[other])).count();
            let in_margin =
                edges[at].y < height(edges[at].page) * 0.07 || edges[at].y > height(edges[at].page) * 0.94;
            // The only line of a page is never taken for furniture.
            let stands_apart = edges[at].gap > 1.4 && edges[at].gap.is_finite();
            let is_likely = in_margin || edges[at].is_small;
            let is_repeated = match pages {
                0 | 1 => false,
                // Of two pages both must have it, out where no text stands or in a font that no text has.
                2 => count == 2 && stands_apart && is_likely,
                3 | 4 => count >= 2 && stands_apart && (is_likely || count >= 3),
                _ => stands_apart && (count >= 3 || count >= 2 && is_likely),
            };
            if is_repeated {
                out.push(at);
            }
        }
    }
    out
}

/// Whether the numbers of two edges of one shape are the same, or as far apart as the pages are.
fn is_counted(one: &Edge, other: &Edge) -> bool {
    let apart = one.page as i64 - other.page as i64;
    one.numbers.len() == other.numbers.len()
        && one.numbers.iter().zip(&other.numbers).all(|(a, b)| a == b || a.wrapping_sub(*b) == apart)
}

/// Whether a line in the margin is nothing but the number of its page in the file: `— 1 —`.
fn counts_its_page(edge: &Edge, height: f32) -> bool {
    let in_margin = edge.y < height * 0.08 || edge.y > height * 0.92;
    let is_bare =
        edge.shape.chars().all(|c| matches!(c, '#' | '-' | '–' | '—' | ' ' | '.' | '[' | ']' | '·'));
    let stands_apart = edge.gap > 1.8 && edge.gap.is_finite();
    in_margin && is_bare && stands_apart && edge.numbers == [edge.page as i64 + 1]
}

/// Edges with a number that counts the pages, at one height: page numbers, and heads that change with them.
fn numbered(edges: &[Edge], candidates: &[usize], pages: usize, is_top: bool) -> Vec<usize> {
    let mut offsets: BTreeMap<i64, BTreeSet<usize>> = BTreeMap::new();
    for &at in candidates {
        let edge = &edges[at];
        for number in edge.numbers.first().into_iter().chain(edge.numbers.last()) {
            offsets.entry(number.wrapping_sub(edge.page as i64)).or_default().insert(at);
        }
    }
    let mut out = Vec::new();
    for group in offsets.values().filter(|group| group.len() >= 2) {
        for &at in group {
            let edge = &edges[at];
            let near: Vec<&Edge> = group
                .iter()
                .map(|&other| &edges[other])
                .filter(|other| (other.y - edge.y).abs() <= NEAR)
                .collect();
            let is_bare = !edge.shape.chars().any(char::is_alphabetic) && edge.numbers.len() <= 2;
            let is_of_most = near.len() * 2 > pages;
            // At the foot a number before words may be a note's.
            let is_head = is_top && is_of_most && edge.gap > 1.4;
            if near.len() >= 2 && (is_head || is_bare && (is_of_most || near.len() >= 3)) {
                out.push(at);
            }
        }
    }
    out
}
