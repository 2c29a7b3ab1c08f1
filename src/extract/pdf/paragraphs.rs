//! From the lines of columns to paragraphs, over the ends of columns and pages. A line begins a paragraph where
//! it stands farther off, is indented, is of another size, or where its first word would have fitted on the
//! line before. Knows lines; no pages as they are drawn.

use super::layout::{Column, Line};
use super::pieces::{is_superscript, plain_digits, typical};
use crate::fold::characters::is_digit;

/// A font smaller than this, in parts of the text's, is that of notes and captions.
const SMALL: f32 = 0.93;
/// A font larger than this is that of headings.
const LARGE: f32 = 1.12;
/// So many lines must end at one place to be set to the right.
const FEWEST_ALIGNED: usize = 4;
/// How far sizes of one paragraph may lie apart.
const ALIKE: f32 = 0.07;

/// A line of a paragraph, with the page that it stands on, from 0.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Printed {
    pub text: String,
    pub page: usize,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Paragraph {
    pub lines: Vec<Printed>,
    size: f32,
    part: Part,
    /// Whether it is the first one of its column, and whether that begins like the middle of a paragraph.
    continues: bool,
    first_word: f32,
    /// Whether it reaches the end of its column, so that it may go on in the next one.
    is_open: bool,
    /// How much white there is after its last line, in points.
    room: f32,
}

/// What a paragraph is of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Body,
    Heading,
    /// What stands beside the text: a note, a caption, a row of a table, turned text.
    Aside,
}

/// The size of most of a document's letters.
pub(super) fn body_size<'c>(columns: impl Iterator<Item = &'c Column>) -> f32 {
    typical(columns.flat_map(|column| &column.lines).map(|line| (line.size, line.text.chars().count())))
}

/// The paragraphs of one column.
pub(super) fn of_column(column: Column, page: usize, body: f32, is_turned: bool) -> Vec<Paragraph> {
    let lines = aligned(column.lines);
    let measures = Measures::of(&lines, body);
    let mut groups: Vec<Vec<&Line>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &lines[before]);
        let begins = before.is_none_or(|before| measures.begins(before, line, lines.get(at + 1)));
        match groups.last_mut() {
            Some(group) if !begins => group.push(line),
            _ => groups.push(vec![line]),
        }
    }
    let is_small_throughout = measures.size < body * SMALL && lines.len() > 12;
    let (count, count_of_lines) = (groups.len(), lines.len());
    let mut out: Vec<Paragraph> = Vec::with_capacity(count);
    for group in groups {
        let size = typical(group.iter().map(|line| (line.size, line.text.chars().count())));
        let is_small = size < body * SMALL && !is_small_throughout;
        let is_caption = is_caption(&group[0].text);
        let part = if is_small || is_turned || is_caption || group.iter().all(|line| line.is_row) {
            Part::Aside
        } else if size > body * LARGE {
            Part::Heading
        } else {
            Part::Body
        };
        let is_first = part != Part::Aside && out.iter().all(Paragraph::is_aside);
        let (first, last) = (group[0], group[group.len() - 1]);
        out.push(Paragraph {
            lines: group.iter().map(|line| Printed { text: line.text.clone(), page }).collect(),
            size,
            part,
            continues: is_first && first.x0 - measures.left < size * 0.7,
            first_word: first.first_word,
            is_open: false,
            room: measures.right - last.x1,
        });
    }
    if let Some(last) = out.iter_mut().rfind(|paragraph| !paragraph.is_aside()) {
        // One or two lines do not show how far a line can reach.
        let is_known = count_of_lines >= 3;
        let ends = last.lines.last().is_some_and(|line| is_sentence_end(&line.text));
        last.is_open = last.part == Part::Body && (is_known || !ends);
    }
    out
}

/// The lines of a column, seen from the side on which they align: where they end at one place and begin at many,
/// mirrored, as Arabic that is set to the left, or a letter's head that is set to the right.
fn aligned(lines: Vec<Line>) -> Vec<Line> {
    let mirrored = |line: Line| Line { x0: -line.x1, x1: -line.x0, ..line };
    let starts = most_common(lines.iter().map(|line| line.x0)).map_or(0, |(_, count)| count);
    let ends = most_common(lines.iter().map(|line| line.x1)).map_or(0, |(_, count)| count);
    let is_flush_right =
        ends >= FEWEST_ALIGNED && ends * 10 >= lines.len() * 6 && starts * 10 < lines.len() * 4;
    if is_flush_right { lines.into_iter().map(mirrored).collect() } else { lines }
}

/// From one line of a paragraph to the next, of all gaps between lines, in order: the smallest that is no exception,
/// for between paragraphs there may be more white, and often is.
fn leading(gaps: &[f32]) -> Option<f32> {
    let enough = (gaps.len() / 6).max(2);
    let is_usual =
        |&&gap: &&f32| gaps.iter().filter(|&&other| (gap..gap * 1.06).contains(&other)).count() >= enough;
    gaps.iter().find(is_usual).or_else(|| gaps.get(gaps.len() / 3)).copied()
}

/// What is usual in a column.
struct Measures {
    left: f32,
    right: f32,
    size: f32,
    /// From one line to the next.
    leading: f32,
}

impl Measures {
    fn of(lines: &[Line], body: f32) -> Self {
        let size = typical(lines.iter().map(|line| (line.size, line.text.chars().count())));
        let own: Vec<&Line> = lines.iter().filter(|line| (line.size - size).abs() < size * ALIKE).collect();
        let mut gaps: Vec<f32> =
            own.windows(2).map(|pair| pair[1].y - pair[0].y).filter(|&gap| gap > size * 0.8).collect();
        gaps.sort_by(f32::total_cmp);
        let leading = leading(&gaps).unwrap_or(size * 1.2).min(size * 2.6);
        let mut ends: Vec<f32> = own.iter().map(|line| line.x1).collect();
        ends.sort_by(f32::total_cmp);
        let right = ends.last().copied().unwrap_or(0.0);
        let left = most_common(own.iter().map(|line| line.x0)).map_or(0.0, |(left, _)| left);
        Self { left, right, size: if size > 0.0 { size } else { body }, leading }
    }

    /// Whether `line`, which follows `before`, begins a paragraph.
    fn begins(&self, before: &Line, line: &Line, next: Option<&Line>) -> bool {
        let size = line.size.max(before.size);
        let gap = line.y - before.y;
        let is_word = is_broken(&before.text) && line.text.starts_with(char::is_lowercase);
        if is_word && (0.0..self.leading * 1.25 + 0.8).contains(&gap) {
            return false;
        }
        if before.is_row || line.is_row || (line.size - before.size).abs() > size * ALIKE {
            return true;
        }
        let scale = (size / self.size).max(1.0);
        if gap > self.leading * scale * 1.25 + 0.8 || gap < 0.0 {
            return true;
        }
        is_item(&line.text) || self.is_indented(before, line, next) || self.would_have_fitted(before, line)
    }

    fn is_indented(&self, before: &Line, line: &Line, next: Option<&Line>) -> bool {
        let indent = line.x0 - self.left;
        let size = line.size;
        if indent > size * 0.7 && indent < size * 6.0 && (before.x0 - self.left) < size * 0.5 {
            // The second line of a hanging paragraph is followed by others that begin where it does.
            let hangs = next
                .is_some_and(|next| (next.x0 - line.x0).abs() < size * 0.2 && !is_sentence_end(&before.text));
            return !hangs;
        }
        // Back from the indented lines of a hanging paragraph to the first one of the next.
        line.x0 < self.left - size * 0.7 && (before.x0 - self.left).abs() < size * 0.5
    }

    /// Whether the line before was left although this one's first word would have fitted on it.
    fn would_have_fitted(&self, before: &Line, line: &Line) -> bool {
        let room = self.right - before.x1;
        let size = line.size;
        if is_broken(&before.text) {
            return false;
        }
        if room <= line.first_word + size * 1.2 {
            return false;
        }
        let is_short = room > (self.right - self.left) * 0.3;
        is_sentence_end(&before.text) || is_short
    }
}

/// Whether a line ends inside a word, with a hyphen.
fn is_broken(text: &str) -> bool {
    text.strip_suffix(['-', '\u{2010}']).is_some_and(|stem| stem.ends_with(char::is_alphanumeric))
}

/// The most common of places, to a point, and how often it is there; of equally frequent ones the leftmost.
fn most_common(places: impl Iterator<Item = f32>) -> Option<(f32, usize)> {
    let mut counts = std::collections::BTreeMap::<i32, usize>::new();
    for place in places {
        *counts.entry(place.round() as i32).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    counts.into_iter().find(|&(_, count)| count == most).map(|(place, count)| (place as f32, count))
}

/// Whether a line begins with the mark of a list's item.
fn is_item(text: &str) -> bool {
    let mut chars = text.chars();
    matches!(chars.next(), Some('•' | '◦' | '▪' | '▫' | '‣' | '●' | '○' | '■' | '□' | '⁃' | '➢' | '✓'))
        && chars.next().is_none_or(char::is_whitespace)
}

/// What captions of figures and tables begin with, before their number.
const CAPTIONED: [&str; 30] = [
    "figure",
    "fig.",
    "fig",
    "table",
    "chart",
    "graph",
    "exhibit",
    "map",
    "box",
    "photo",
    "tableau",
    "graphique",
    "carte",
    "encadré",
    "schéma",
    "illustration",
    "abbildung",
    "abb.",
    "tabelle",
    "grafik",
    "figura",
    "tabla",
    "cuadro",
    "gráfico",
    "рис.",
    "рисунок",
    "таблица",
    "الشكل",
    "شكل",
    "الجدول",
];

/// Whether a line begins a caption: `Figure 11.`, `Table 2.1: …`, `图3`; and not `Table 3 shows that …`.
fn is_caption(text: &str) -> bool {
    let is_sign = |c: char| matches!(c, '图' | '表' | '圖' | '図');
    let after = match text.strip_prefix(is_sign) {
        Some(rest) => rest.trim_start(),
        None => match text.split_once([' ', '\u{A0}', '\u{202F}']) {
            Some((word, rest)) if CAPTIONED.contains(&word.to_lowercase().as_str()) => rest,
            _ => return false,
        },
    };
    let rest = after.trim_start_matches(|c: char| is_digit(c) || matches!(c, '.' | '-' | '–'));
    let number = &after[..after.len() - rest.len()];
    let is_closed =
        number.ends_with('.') || rest.trim_start().starts_with([':', '：', '—', '–', '|', '.', '．']);
    number.starts_with(is_digit) && (is_closed || rest.is_empty() || text.starts_with(is_sign))
}

/// Whether a sentence may end here.
fn is_sentence_end(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '»' | '”' | '’' | '"' | '\'' | ')' | ']' | '」' | '』' | '）')
            || is_superscript(c)
    });
    text.ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？', '：', '؟', '؛', '।', '۔'])
}

/// Whether a word begins here that no unit or name is: `They`, and not `D` of `3D`.
fn is_glued(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}

/// The paragraphs of a document in reading order: those that go on in the next column or on the next page are
/// made whole. What stands beside the text between their halves, notes and captions, comes before them where it
/// is on the page that they begin on, so that the page of each stays what it is; else after them.
pub(super) fn joined(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::with_capacity(paragraphs.len());
    let mut waiting: Vec<Paragraph> = Vec::new();
    for paragraph in paragraphs {
        let open = out.last().is_some_and(|last| last.is_open);
        if paragraph.is_aside() {
            if open { &mut waiting } else { &mut out }.push(paragraph);
            continue;
        }
        let Some(last) = out.pop() else {
            out.push(paragraph);
            continue;
        };
        if open && goes_on(&last, &paragraph) {
            let page = last.lines[0].page;
            let (before, after) = std::mem::take(&mut waiting)
                .into_iter()
                .partition::<Vec<_>, _>(|aside| aside.lines.iter().all(|line| line.page == page));
            out.extend(before);
            out.push(grown(last, paragraph));
            waiting = after;
        } else {
            out.push(last);
            out.append(&mut waiting);
            out.push(paragraph);
        }
    }
    out.append(&mut waiting);
    out
}

fn goes_on(last: &Paragraph, next: &Paragraph) -> bool {
    let is_alike = (last.size - next.size).abs() <= last.size * ALIKE;
    let (Some(end), Some(start)) = (last.lines.last(), next.lines.first()) else { return false };
    if !is_alike || next.part == Part::Heading || !next.continues || is_item(&start.text) {
        return false;
    }
    let is_full = last.room <= next.first_word + last.size * 1.2;
    let starts_small = start.text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
    if is_sentence_end(&end.text) { is_full && last.room < last.size * 2.0 } else { is_full || starts_small }
}

fn grown(mut last: Paragraph, next: Paragraph) -> Paragraph {
    last.lines.extend(next.lines);
    Paragraph { is_open: next.is_open, room: next.room, ..last }
}

impl Paragraph {
    fn is_aside(&self) -> bool {
        self.part == Part::Aside
    }

    /// The mark that a note begins with, as plain digits: `1` of `¹ Le pont…` or `1. Le pont…`.
    pub(super) fn note_mark(&self) -> Option<String> {
        if !self.is_aside() {
            return None;
        }
        let text = self.lines.first()?.text.trim_start();
        let raised: String = text.chars().take_while(|&c| is_superscript(c)).collect();
        if !raised.is_empty() {
            return plain_digits(&raised);
        }
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let rest = text.get(digits.len()..)?;
        let ends = rest.starts_with(['.', ')', ' ', '\u{A0}']) || is_glued(rest);
        (!digits.is_empty() && digits.len() <= 3 && ends).then_some(digits)
    }

    /// Whether its mark, in plain digits, stands directly before its first word: `1They`.
    pub(super) fn has_glued_mark(&self) -> bool {
        let first = self.lines.first().map_or("", |line| line.text.as_str());
        self.is_aside()
            && is_glued(first.trim_start_matches(|c: char| c.is_ascii_digit() || is_superscript(c)))
    }

    /// The page that it begins on, from 0.
    pub(super) fn page(&self) -> usize {
        self.lines.first().map_or(0, |line| line.page)
    }
}

#[cfg(test)]
mod tests {
    use super::is_caption;

    #[test]
    fn captions_are_known_by_their_number_and_its_mark() {
        for caption in [
            "Figure 11. Fraction of all",
            "Table 2.1: Movement",
            "Tableau 3 – Les crues",
            "Fig. 4",
            "图3 大坝",
            "الشكل 2: السد",
        ] {
            assert!(is_caption(caption), "{caption}");
        }
        for text in [
            "Table 3 shows that the dam",
            "Figure it out. 11 men",
            "Map of 1931.",
            "表示3人死亡",
            "Box office 12.",
        ] {
            assert!(!is_caption(text), "{text}");
        }
    }
}
