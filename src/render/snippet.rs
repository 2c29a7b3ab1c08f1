//! Lines of a file with places underlined, in the manner of rustc. Knows excerpts and columns only.
//!
//! Drawn here and not by a library: the lines are stretches of long ones with columns of their own,
//! what acts on a terminal is written out, and lines that run from right to left are marked inside the
//! line, for no column of theirs can be counted.

use super::visible::{is_bidirectional, visible, visible_with, width};
use crate::finding::{Excerpt, ExcerptLine, Mark};
use crate::text::Span;
use anstyle::{AnsiColor, Style};
use unicode_segmentation::UnicodeSegmentation as _;

/// How text is drawn: how wide, and whether in colour.
#[derive(Clone, Copy, Debug)]
pub struct Canvas {
    /// The columns.
    pub width: usize,
    /// Whether escape sequences for colour are written.
    pub colour: bool,
}

/// Line numbers, bars and arrows.
pub(crate) const GUTTER: Style = AnsiColor::Blue.on_default().bold();
/// What a finding is about.
pub(crate) const PRIMARY: Style = AnsiColor::Red.on_default().bold();
/// What surrounds it.
pub(crate) const CONTEXT: Style = AnsiColor::Cyan.on_default();

impl Canvas {
    /// `text` in a style, or as it is.
    pub(crate) fn paint(self, style: Style, text: &str) -> String {
        if self.colour && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

/// Draws excerpts one below the other, with a gutter for the widest line number.
pub fn draw(excerpts: &[Excerpt], canvas: Canvas) -> String {
    let mut out = String::new();
    let gutter = gutter(excerpts);
    let bar = format!("{} {}\n", " ".repeat(gutter), canvas.paint(GUTTER, "|"));
    for (index, excerpt) in excerpts.iter().enumerate() {
        let is_elsewhere = index > 0 && excerpts[index - 1].path != excerpt.path;
        let arrow = if index == 0 {
            "--> "
        } else if is_elsewhere {
            "::: "
        } else {
            "and "
        };
        let page = excerpt.page.map_or_else(String::new, |page| format!(", p. {page}"));
        let place = format!("{}:{}:{}{page}", visible(&excerpt.path), excerpt.line, excerpt.column);
        out.push_str(&format!("{}{}{place}\n{bar}", " ".repeat(gutter), canvas.paint(GUTTER, arrow)));
        let mut previous = None;
        for line in &excerpt.lines {
            if previous.is_some_and(|number| number + 1 < line.number) {
                out.push_str(&format!("{}\n", canvas.paint(GUTTER, "...")));
            }
            previous = Some(line.number);
            draw_line(line, gutter, canvas, &mut out);
        }
        out.push_str(&bar);
    }
    out
}

/// The columns of the widest line number.
pub(crate) fn gutter(excerpts: &[Excerpt]) -> usize {
    let numbers = excerpts.iter().flat_map(|excerpt| &excerpt.lines).map(|line| line.number);
    numbers.max().unwrap_or(0).to_string().len()
}

fn draw_line(line: &ExcerptLine, gutter: usize, canvas: Canvas, out: &mut String) {
    let room = canvas.width.saturating_sub(gutter + 3).max(20);
    let spans: Vec<Span> = line.marks.iter().map(|mark| mark.span).collect();
    let (shown, spans) = visible_with(&line.text, &spans);
    let number = canvas.paint(GUTTER, &format!("{:>gutter$} |", line.number));
    let blank = format!("{} {}", " ".repeat(gutter), canvas.paint(GUTTER, "|"));
    let (text, below) = if is_bidirectional(&shown) {
        bracketed(line, &shown, &spans, room, canvas)
    } else {
        underlined(line, &shown, &spans, room, canvas)
    };
    out.push_str(&format!("{number} {text}\n"));
    for row in below {
        out.push_str(&format!("{blank} {row}\n"));
    }
}

/// A line, and the rows below it that underline what is marked.
fn underlined(
    line: &ExcerptLine,
    shown: &str,
    spans: &[Span],
    room: usize,
    canvas: Canvas,
) -> (String, Vec<String>) {
    let window = Window::around(shown, spans, line, room);
    let marks = line.marks.iter().zip(spans);
    let placed: Vec<Placed<'_>> = marks
        .filter_map(|(mark, &span)| {
            window.place(shown, span).map(|(column, length)| Placed {
                mark,
                label: visible(&mark.label),
                column,
                length,
            })
        })
        .collect();
    (window.text, underlines(&placed, room, canvas))
}

/// A line with ellipses where it is cut.
fn with_ellipses(text: &str, (is_cut_before, is_cut_after): (bool, bool)) -> String {
    let sign = |is_cut: bool| if is_cut { "…" } else { "" };
    format!("{}{text}{}", sign(is_cut_before), sign(is_cut_after))
}

/// The part of a line that is shown.
struct Window {
    /// With ellipses where it is cut.
    text: String,
    /// The bytes of the line.
    span: Span,
    /// The columns before the first of them.
    lead: usize,
}

impl Window {
    /// As much of a line as there is room for, its first primary mark in view.
    fn around(shown: &str, spans: &[Span], line: &ExcerptLine, room: usize) -> Self {
        let fits = width(shown) + usize::from(line.is_cut_before) + usize::from(line.is_cut_after) <= room;
        let primary = line.marks.iter().position(|mark| mark.is_primary).unwrap_or(0);
        let about = spans.get(primary).copied().unwrap_or(Span::new(0, 0));
        let room = room.saturating_sub(2);
        let span = if fits { Span::new(0, shown.len()) } else { window_span(shown, about, room) };
        let before = span.start > 0 || line.is_cut_before;
        let after = span.end < shown.len() || line.is_cut_after;
        let text = with_ellipses(&shown[span.range()], (before, after));
        Self { text, span, lead: usize::from(before) }
    }

    /// The column and length in columns at which a span is seen, or `None` where it is not.
    fn place(&self, shown: &str, span: Span) -> Option<(usize, usize)> {
        let (start, end) = (span.start.max(self.span.start), span.end.min(self.span.end));
        if start > end || span.start > self.span.end || span.end < self.span.start {
            return None;
        }
        let column = self.lead + width(&shown[self.span.start..start]);
        Some((column, width(&shown[start..end]).max(1)))
    }
}

/// The bytes of `shown` around `about` that fit into `room` columns: a third of the room before it, or
/// more where the line ends sooner, never from within a cluster of letter and marks or of joined signs.
fn window_span(shown: &str, about: Span, room: usize) -> Span {
    let wanted = width(&shown[about.range()]);
    let is_near_start = width(&shown[..about.start]) <= room / 3;
    let before = if is_near_start { room / 3 } else { (room.saturating_sub(wanted) / 2).min(room / 3) };
    let before = before.max(room.saturating_sub(width(&shown[about.start..])));
    let mut start = about.start;
    let mut used = 0;
    for (at, cluster) in shown[..about.start].grapheme_indices(true).rev() {
        used += width(cluster);
        if used > before {
            break;
        }
        start = at;
    }
    start = whole_escape(shown, start, about.start);
    let mut end = start;
    let mut used = 0;
    for (at, cluster) in shown[start..].grapheme_indices(true) {
        used += width(cluster);
        if used > room {
            break;
        }
        end = start + at + cluster.len();
    }
    Span::new(start, end)
}

/// Where to begin instead of inside a written-out character such as `⟨U+001B⟩`.
fn whole_escape(shown: &str, start: usize, most: usize) -> usize {
    let ahead = &shown[start..most];
    match (ahead.find('⟩'), ahead.find('⟨')) {
        (Some(end), opening) if opening.is_none_or(|opening| end < opening) && end <= 8 => {
            start + end + '⟩'.len_utf8()
        }
        _ => start,
    }
}

struct Placed<'m> {
    mark: &'m Mark,
    /// Its label as it may be shown.
    label: String,
    column: usize,
    length: usize,
}

/// The rows below a line: the underlines, then the labels that do not fit behind them.
fn underlines(placed: &[Placed<'_>], room: usize, canvas: Canvas) -> Vec<String> {
    let Some(end) = placed.iter().map(|one| one.column + one.length).max() else { return Vec::new() };
    let mut row = vec![' '; end];
    for one in placed
        .iter()
        .filter(|one| !one.mark.is_primary)
        .chain(placed.iter().filter(|one| one.mark.is_primary))
    {
        let sign = if one.mark.is_primary { '^' } else { '-' };
        row[one.column..one.column + one.length].fill(sign);
    }
    let drawn = painted_row(&row, canvas);
    let labels = distinct_labels(placed);
    let Some((last, others)) = labels.split_first() else { return vec![drawn] };
    let is_behind = last.column + last.length == end && end + 1 + width(&last.label) <= room;
    let mut rows = vec![if is_behind {
        format!("{drawn} {}", canvas.paint(style(last.mark), &last.label))
    } else {
        drawn
    }];
    let below = if is_behind { others } else { &labels[..] };
    for (index, one) in below.iter().enumerate() {
        let bars: Vec<usize> = below[index + 1..].iter().map(|left| left.column).collect();
        let column = one.column.min(room.saturating_sub(width(&one.label)));
        let mut lead: Vec<char> = vec![' '; column];
        bars.iter().filter(|&&bar| bar < column).for_each(|&bar| lead[bar] = '|');
        rows.push(format!(
            "{}{}",
            lead.into_iter().collect::<String>(),
            canvas.paint(style(one.mark), &one.label)
        ));
    }
    rows
}

/// The labelled marks from right to left, of neighbours with one label only the last.
fn distinct_labels<'p, 'm>(placed: &'p [Placed<'m>]) -> Vec<&'p Placed<'m>> {
    let mut labels: Vec<&Placed<'_>> = placed.iter().filter(|one| !one.label.is_empty()).collect();
    labels.sort_by_key(|one| std::cmp::Reverse((one.column + one.length, one.mark.is_primary)));
    labels.dedup_by(|left, right| left.label == right.label);
    labels
}

fn painted_row(row: &[char], canvas: Canvas) -> String {
    let runs = row.chunk_by(|a, b| a == b);
    runs.map(|run| {
        let text: String = run.iter().collect();
        match run[0] {
            '^' => canvas.paint(PRIMARY, &text),
            '-' => canvas.paint(CONTEXT, &text),
            _ => text,
        }
    })
    .collect()
}

const fn style(mark: &Mark) -> Style {
    if mark.is_primary { PRIMARY } else { CONTEXT }
}

/// A line that runs from right to left: what is marked stands between `⟦` and `⟧`, and the labels in a row below.
fn bracketed(
    line: &ExcerptLine,
    shown: &str,
    spans: &[Span],
    room: usize,
    canvas: Canvas,
) -> (String, Vec<String>) {
    let mut marks: Vec<(Span, &Mark)> =
        spans.iter().copied().zip(&line.marks).filter(|(_, mark)| mark.is_primary).collect();
    if marks.is_empty() {
        marks = spans.iter().copied().zip(&line.marks).collect();
    }
    let about = marks.first().map_or(Span::new(0, 0), |(span, _)| *span);
    let span = if width(shown) + 2 * marks.len() <= room {
        Span::new(0, shown.len())
    } else {
        window_span(shown, about, room.saturating_sub(2 + 2 * marks.len()))
    };
    let mut text = String::new();
    let mut at = span.start;
    for (marked, _) in &marks {
        let (start, end) = (marked.start.clamp(at, span.end), marked.end.clamp(at, span.end));
        if marked.start > span.end {
            break;
        }
        text.push_str(&shown[at..start]);
        text.push_str(&canvas.paint(PRIMARY, &format!("⟦{}⟧", &shown[start..end])));
        at = end;
    }
    text.push_str(&shown[at..span.end]);
    let is_cut = (span.start > 0 || line.is_cut_before, span.end < shown.len() || line.is_cut_after);
    let mut labels: Vec<String> =
        marks.iter().map(|(_, mark)| visible(&mark.label)).filter(|label| !label.is_empty()).collect();
    labels.dedup();
    let label = || canvas.paint(PRIMARY, &format!("⟦ ⟧ {}", labels.join(", ")));
    let below = if labels.is_empty() { Vec::new() } else { vec![label()] };
    (with_ellipses(&text, is_cut), below)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str, about: &str, room: usize) -> String {
        let start = line.find(about).unwrap();
        line[window_span(line, Span::new(start, start + about.len()), room).range()].to_owned()
    }

    #[test]
    fn a_line_that_ends_soon_is_shown_with_more_before_it() {
        let line = "Le ministre a parlé longuement hier, puis il a reconnu une erreur.";
        assert_eq!(shown(line, "erreur", 30).trim(), "puis il a reconnu une erreur.");
        let long = format!("{line} {line}");
        assert_eq!(shown(&long, "erreur", 30).trim(), "connu une erreur. Le ministre");
    }

    #[test]
    fn no_cluster_is_parted_at_either_end() {
        let family = "👩‍👩‍👧‍👦";
        let line = format!(
            "{}{family}{family}{family} mot {family}{family}{family}{}",
            "a".repeat(40),
            "b".repeat(40)
        );
        for room in 10..60 {
            let shown = shown(&line, "mot", room);
            let rest = shown.replace(family, "").replace(['a', 'b', ' '], "");
            assert_eq!(rest, "mot", "{room}: {shown}");
        }
    }
}
