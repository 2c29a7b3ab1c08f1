//! PDFs: their text in reading order, one block a paragraph with an empty line between.
//!
//! ```text
//! bytes → open → glyphs → letters → pieces → furniture → layout → paragraphs → text
//!            └→ metadata              └ order
//! ```
//!
//! `hayro-interpret` reads the format and says which letters a page draws and where; what a line, a column and
//! a paragraph is, is decided here, by the places alone.

mod furniture;
mod glyphs;
mod initials;
mod layout;
mod letters;
mod meant;
mod metadata;
mod open;
mod order;
mod paragraphs;
mod pieces;
mod sight;
mod text;
mod unpack;
mod widths;

use super::{Extracted, PDF};
use crate::error::Error;
use crate::quoting::{counted, shortened};
use furniture::Sheet;
use glyphs::Drawn;
pub use open::THREAD;
use paragraphs::Paragraph;

/// A page with fewer letters than this, and with a picture, is a picture of a page.
const FEWEST_LETTERS: usize = 20;
/// How much of a page a picture of a page covers.
const PICTURE: f32 = 0.25;
/// As many shapes on a page without letters may be letters that are drawn.
const DRAWN_LETTERS: usize = 200;

/// The text of a PDF.
///
/// # Errors
///
/// Where it is damaged, locked, takes too much memory or time, or has no text.
pub(super) fn extract(bytes: &[u8]) -> Result<Extracted, Error> {
    let read = open::read(bytes)?;
    let told = Told::of(&read.pages);
    told.refuse_no_text(read.pages.len(), &read.damaged)?;
    let count = read.pages.len();
    let (sheets, turned) = sheets(read.pages);
    let (paragraphs, furniture) = paragraphs_of(sheets, turned);
    let set = text::set(&paragraphs, count);
    let mut notes = told.notes(count);
    if !read.damaged.is_empty() {
        notes.push(format!(
            "{} could not be read to the end: the PDF is damaged there.",
            pages(&read.damaged)
        ));
    }
    if read.is_locked {
        notes.push("The PDF is locked against changes, but not against reading.".into());
    }
    notes.extend(left_out(&furniture));
    if set.marks > 0 {
        notes.push(format!(
            "{} taken out of the sentences.",
            were(set.marks, "mark of a note", "marks of notes")
        ));
    }
    if !set.joined.is_empty() {
        let broken = if set.joined.len() == 1 {
            "1 word is".to_owned()
        } else {
            format!("{} words are", set.joined.len())
        };
        notes.push(format!("{broken} broken at a line’s end; ibid put them together and keeps where."));
    }
    notes.extend(doubtful(&set.doubtful));
    Ok(Extracted {
        text: Some(set.text),
        extractor: PDF,
        encoding: "UTF-8",
        metadata: read.metadata,
        notes,
        pages: set.pages,
        joined: set.joined,
    })
}

/// What to tell of words that mean another thing with a hyphen.
fn doubtful(words: &[text::Doubtful]) -> Option<String> {
    const SHOWN: usize = 12;
    if words.is_empty() {
        return None;
    }
    let one = |word: &text::Doubtful| {
        format!("“{}” (p. {}) may be “{}”", word.joined, word.page + 1, word.hyphenated)
    };
    let shown: Vec<String> = words.iter().take(SHOWN).map(one).collect();
    let more = words.len().saturating_sub(SHOWN);
    let rest = if more == 0 { String::new() } else { format!(", and {more} more") };
    Some(format!(
        "The page breaks these words at their hyphen, so look before you quote them: {}{rest}.",
        shown.join(", ")
    ))
}

/// The pages' pieces of lines, and the turned text of each page.
fn sheets(pages: Vec<Drawn>) -> (Vec<Sheet>, Vec<Vec<Sheet>>) {
    let mut sheets = Vec::with_capacity(pages.len());
    let mut turned = Vec::with_capacity(pages.len());
    for mut page in pages {
        // Vertical text is a page's own text where there is no other.
        let main = page.glyphs.iter().max_by_key(|(angle, glyphs)| (glyphs.len(), **angle == 0));
        let main = main.filter(|_| page.is_vertical).map_or(0, |(&angle, _)| angle);
        let own = page.glyphs.remove(&main).unwrap_or_default();
        let own = initials::set_back(pieces::pieces(own));
        sheets.push(Sheet { height: page.height, pieces: own });
        let others = page
            .glyphs
            .into_values()
            .map(|glyphs| Sheet { height: page.height, pieces: pieces::pieces(glyphs) });
        turned.push(others.collect());
    }
    (sheets, turned)
}

/// The document's paragraphs, and the words of what was left out with how often it was there.
fn paragraphs_of(mut sheets: Vec<Sheet>, turned: Vec<Vec<Sheet>>) -> (Vec<Paragraph>, Vec<(String, usize)>) {
    let furniture = furniture::taken_off(&mut sheets);
    let columns: Vec<Vec<layout::Column>> =
        sheets.into_iter().map(|sheet| layout::columns(sheet.pieces)).collect();
    let body = paragraphs::body_size(columns.iter().flatten());
    let mut all = Vec::new();
    for (page, (columns, turned)) in columns.into_iter().zip(turned).enumerate() {
        for column in columns {
            all.extend(paragraphs::of_column(column, page, body, false));
        }
        for column in turned.into_iter().flat_map(|sheet| layout::columns(sheet.pieces)) {
            all.extend(paragraphs::of_column(column, page, body, true));
        }
    }
    (paragraphs::joined(all), furniture)
}

/// What a person should know of the pages.
#[derive(Default)]
struct Told {
    pictures: Vec<usize>,
    shapes: Vec<usize>,
    empty: Vec<usize>,
    read_by_machine: Vec<usize>,
    vertical: Vec<usize>,
    turned: Vec<usize>,
    unknown: Vec<(usize, usize)>,
    outside: usize,
    /// Pages with letters that are not seen, and how many there are.
    hidden: (Vec<usize>, usize),
    /// Pages that draw other words than are meant, and what.
    contradicted: (Vec<usize>, Vec<(String, String)>),
    letters: usize,
}

impl Told {
    fn of(pages: &[Drawn]) -> Self {
        let mut told = Self::default();
        for (number, page) in (1..).zip(pages) {
            let letters =
                |glyphs: &Vec<glyphs::Glyph>| glyphs.iter().filter(|glyph| !glyph.is_space()).count();
            let count: usize = page.glyphs.values().map(letters).sum();
            told.letters += count - page.unknown.min(count);
            told.outside += page.outside;
            if page.hidden > 0 {
                told.hidden.0.push(number);
                told.hidden.1 += page.hidden;
            }
            if !page.contradicted.is_empty() {
                told.contradicted.0.push(number);
                told.contradicted.1.extend(page.contradicted.iter().cloned());
            }
            if page.unknown > 0 {
                told.unknown.push((number, page.unknown));
            }
            let lists = [
                (&mut told.pictures, count < FEWEST_LETTERS && page.pictures >= PICTURE),
                (&mut told.shapes, count == 0 && page.pictures < PICTURE && page.shapes >= DRAWN_LETTERS),
                (&mut told.empty, count == 0 && page.pictures < PICTURE && page.shapes < DRAWN_LETTERS),
                (&mut told.read_by_machine, page.invisible * 2 > count),
                (&mut told.vertical, page.is_vertical),
                (&mut told.turned, page.glyphs.keys().any(|&angle| angle != 0) && !page.is_vertical),
            ];
            for (list, holds) in lists {
                if holds {
                    list.push(number);
                }
            }
        }
        told
    }

    /// # Errors
    ///
    /// Where there is no text, with the reason.
    fn refuse_no_text(&self, count: usize, damaged: &[usize]) -> Result<(), Error> {
        let unknown: usize = self.unknown.iter().map(|(_, count)| count).sum();
        if unknown > self.letters {
            return Err(Error::new(format!(
                "the PDF does not say which letters it draws: {} of {} have none",
                counted(unknown, "character"),
                unknown + self.letters
            ))
            .hint("run it through a program that reads scans (OCR), such as OCRmyPDF with --force-ocr, and add what it writes"));
        }
        if self.letters > 0 {
            return Ok(());
        }
        if !damaged.is_empty() {
            return Err(Error::new("the PDF is damaged: no text can be read on any of its pages")
                .hint("download or export it again"));
        }
        if self.pictures.is_empty() && self.shapes.is_empty() {
            return Err(Error::new(format!("the PDF has {} and no text", counted(count, "page")))
                .hint("where a PDF viewer shows words, print it from there as a PDF, run that through a program that reads scans (OCR), and add what it writes"));
        }
        Err(Error::new("the PDF holds pictures of pages and no text, as scans do").hint(
            "run it through a program that reads scans (OCR), such as OCRmyPDF, look its text over, and add what it writes",
        ))
    }

    fn notes(&self, count: usize) -> Vec<String> {
        const NAMED: usize = 6;
        let mut notes = Vec::new();
        let mut about = |list: &[usize], words: &str| {
            if !list.is_empty() {
                let which = if list.len() == count && count > 1 { "All pages".into() } else { pages(list) };
                notes.push(format!("{which} {words}"));
            }
        };
        about(
            &self.pictures,
            "without text, a picture as scans are: nothing on it can be quoted until a program reads it (OCR).",
        );
        about(&self.shapes, "without text, drawn in shapes: nothing on it can be quoted.");
        about(&self.empty, "without text: empty.");
        about(
            &self.read_by_machine,
            "read by a machine (OCR) that laid its text under a picture: compare what you quote with the picture.",
        );
        about(&self.vertical, "with text from top to bottom: compare its order with the page.");
        about(&self.turned, "with turned text, which follows the page’s other text.");
        for (number, unknown) in self.unknown.iter().take(NAMED) {
            let count = counted(*unknown, "character");
            notes.push(format!("p. {number}: {count} with no letter in this PDF, written as U+FFFD."));
        }
        if self.unknown.len() > NAMED {
            let rest: Vec<usize> = self.unknown.iter().skip(NAMED).map(|(number, _)| *number).collect();
            notes.push(format!("{}: likewise.", pages(&rest)));
        }
        if self.hidden.1 > 0 {
            let count = were(self.hidden.1, "character", "characters");
            notes.push(format!(
                "{}: {count} left out that the page does not show: covered, invisible, too small to see, or in the colour of what lies under them.",
                pages(&self.hidden.0)
            ));
        }
        if let [(drawn, meant), others @ ..] = &*self.contradicted.1 {
            let others = match others.len() {
                0 => String::new(),
                count => format!(", and {count} more such"),
            };
            notes.push(format!(
                "{}: the PDF draws other words than it says are meant; those that it draws were kept: “{}” for “{}”{others}. Look at the page.",
                pages(&self.contradicted.0),
                shortened(drawn.trim(), 40),
                shortened(meant.trim(), 40),
            ));
        }
        if self.outside > 0 {
            let count = were(self.outside, "character", "characters");
            notes.push(format!("{count} left out that lie outside of what a page shows."));
        }
        notes
    }
}

/// What was left out as furniture, with its words.
fn left_out(furniture: &[(String, usize)]) -> Option<String> {
    const MOST: usize = 6;
    let lines: usize = furniture.iter().map(|(_, count)| count).sum();
    if lines == 0 {
        return None;
    }
    let mut words: Vec<String> = furniture
        .iter()
        .take(MOST)
        .map(|(words, count)| format!("“{}” ({count})", shortened(words, 60)))
        .collect();
    if furniture.len() > MOST {
        words.push(format!("and {} more", furniture.len() - MOST));
    }
    Some(format!(
        "{} left out as running heads, feet and page numbers: {}.",
        were(lines, "line", "lines"),
        words.join(", ")
    ))
}

fn were(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one} was") } else { format!("{count} {many} were") }
}

/// Pages by their numbers, neighbours together: `p. 3, 7-9`.
fn pages(numbers: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for &number in numbers {
        match ranges.last_mut() {
            Some((_, end)) if *end + 1 == number => *end = number,
            _ => ranges.push((number, number)),
        }
    }
    let range = |&(start, end): &(usize, usize)| {
        if start == end { start.to_string() } else { format!("{start}-{end}") }
    };
    format!("p. {}", ranges.iter().map(range).collect::<Vec<_>>().join(", "))
}
