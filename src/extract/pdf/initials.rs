//! Large initial letters, which stand beside several lines of the text that they begin, and go back to their
//! first word. Knows the pieces of one page.

use super::pieces::{Piece, typical};
use crate::fold::characters::is_mark;
use std::collections::HashSet;

/// An initial is at least so many times as large as the text.
const LARGER: f32 = 1.7;
/// A page has few of them; where there are more, they are something else, and stay.
const MOST: usize = 32;
/// How high a capital letter is, in font sizes.
const CAPITAL: f32 = 0.72;

/// Puts each large initial before the line that it begins.
pub(super) fn set_back(pieces: Vec<Piece>) -> Vec<Piece> {
    let body = typical(pieces.iter().map(|piece| (piece.size, piece.text.len())));
    let is_initial = |piece: &Piece| piece.size >= body * LARGER && is_initial(&piece.text);
    if pieces.iter().filter(|piece| is_initial(piece)).count() > MOST {
        return pieces;
    }
    let (initials, rest): (Vec<Piece>, Vec<Piece>) = pieces.into_iter().partition(is_initial);
    let mut pieces = rest;
    for initial in initials {
        let mut beside: Vec<usize> =
            (0..pieces.len()).filter(|&at| is_beside(&initial, &pieces[at], body)).collect();
        beside.sort_by(|&a, &b| pieces[a].y.total_cmp(&pieces[b].y));
        let top = |piece: &Piece| piece.y - piece.size * CAPITAL;
        let is_level = |at: usize| (pieces[at].y - initial.y).abs() < body * 0.2;
        let hangs = |at: usize| {
            beside.len() >= 2
                && (top(&pieces[at]) - top(&initial)).abs() < (initial.size * 0.2).max(body * 0.6)
        };
        // It hangs beside several lines, or stands on the only one.
        let first = beside.first().copied().filter(|&at| hangs(at) || beside.len() == 1 && is_level(at));
        let Some(first) = first else {
            pieces.push(initial);
            continue;
        };
        let space = if is_word_of_its_own(&initial.text, &pieces[first].text, &pieces) { " " } else { "" };
        pieces[first].text = format!("{}{space}{}", initial.text, pieces[first].text);
        for at in beside {
            pieces[at].x0 = initial.x0;
        }
    }
    pieces.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    pieces
}

/// Whether it is one capital letter, with the marks that belong to it.
fn is_initial(text: &str) -> bool {
    let letters = text.trim_start_matches(['«', '“', '"', '„', '‘', '\'', '\u{A0}', '\u{202F}', ' ']);
    let letters = letters.trim_end_matches(['’', '\'']);
    let mut letters = letters.chars().filter(|&c| !is_mark(c));
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

fn is_beside(initial: &Piece, piece: &Piece, body: f32) -> bool {
    let gap = piece.x0 - initial.x1;
    let is_level = piece.y > initial.y - initial.size * 0.85 && piece.y < initial.y + body * 0.3;
    (-body * 0.4..body * 1.2).contains(&gap) && is_level && piece.size < initial.size / LARGER * 1.05
}

/// Whether the letter is a word, so that a space follows it: where the page has the next word by itself, and not
/// the two as one.
fn is_word_of_its_own(initial: &str, line: &str, pieces: &[Piece]) -> bool {
    let is_a_word = matches!(initial, "A" | "À" | "I" | "O" | "Ô" | "Y" | "E" | "È" | "É");
    let next: String = line.chars().take_while(|c| c.is_alphanumeric()).collect();
    if !is_a_word || next.is_empty() {
        return false;
    }
    let words: HashSet<String> = pieces
        .iter()
        .flat_map(|piece| {
            piece.text.split(|c: char| !c.is_alphanumeric()).skip(usize::from(piece.text == line))
        })
        .map(str::to_lowercase)
        .collect();
    let (alone, together) = (next.to_lowercase(), format!("{initial}{next}").to_lowercase());
    !words.contains(&together) && words.contains(&alone)
}
