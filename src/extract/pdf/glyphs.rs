//! What a page draws: its letters with their places, and how much of it is pictures. Knows the interpreter's
//! devices; no lines, no words.

use super::sight::{Hiding, Sight, Spot};
use super::widths;
use super::{letters, meant};
use hayro_interpret::font::{Glyph as Shape, GlyphRun, PositionedGlyph};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::hayro_syntax::object::{self, Dict, Name};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape as _, Vec2};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};
use std::collections::{BTreeMap, HashMap};
use std::time::Instant;

/// Letters that one glyph draws, and where. Lengths are in points (1/72 inch); `y` grows downwards. In turned
/// text `x` runs in the direction of writing all the same.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    pub text: String,
    /// Where the letters begin and end.
    pub x0: f32,
    pub x1: f32,
    /// The line that they stand on.
    pub y: f32,
    /// The size of the font.
    pub size: f32,
    /// Whether the PDF itself marks them as a page's furniture, a running head or a page number.
    pub is_furniture: bool,
}

impl Glyph {
    pub(super) fn is_space(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

/// Why reading stopped before the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The file draws more than is read.
    Operations,
    /// It has more letters than are kept.
    Letters,
    /// It took too long.
    Time,
}

/// What may still be spent on a file.
#[derive(Debug)]
pub(super) struct Budget {
    pub operations: u64,
    pub letters: u64,
    pub until: Instant,
}

impl Budget {
    /// The interpreter cannot be told to stop, so the stack is unwound; `read` in `open` catches that.
    fn spend(&mut self, letters: u64) {
        let stop = match (self.operations.checked_sub(1), self.letters.checked_sub(letters)) {
            (None, _) => Stop::Operations,
            (_, None) => Stop::Letters,
            (Some(operations), Some(left)) => {
                (self.operations, self.letters) = (operations, left);
                if operations % 1024 != 0 || Instant::now() < self.until {
                    return;
                }
                Stop::Time
            }
        };
        std::panic::resume_unwind(Box::new(stop));
    }
}

/// What one page draws.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    /// The letters by the direction in which they are written, in degrees clockwise; 0 for most.
    pub glyphs: BTreeMap<u16, Vec<Glyph>>,
    /// The page's height, in points.
    pub height: f32,
    /// The part of the page, up to 1, that pictures cover.
    pub pictures: f32,
    /// How many shapes are drawn.
    pub shapes: usize,
    /// How many letters are drawn invisibly, as by a program that read a scan.
    pub invisible: usize,
    /// How many letters are left out that the page does not show, though it draws them.
    pub hidden: usize,
    /// How many glyphs the PDF has no letters for.
    pub unknown: usize,
    /// How many letters lie outside the page, or where nothing is shown.
    pub outside: usize,
    /// Whether there is text from top to bottom.
    pub is_vertical: bool,
    /// What is drawn and was kept, and what the PDF says is meant by it.
    pub contradicted: Vec<(String, String)>,
}

/// What stands between two marks of a content stream.
enum Mark {
    /// These letters are meant, whatever is drawn; the number of glyphs before.
    Actual(String, usize),
    Furniture,
    Other,
}

/// Collects what one page draws.
pub(super) struct Collector<'b> {
    budget: &'b mut Budget,
    page: Rect,
    drawn: Drawn,
    all: Vec<Found>,
    sight: Sight,
    marks: Vec<Mark>,
    /// What is shown at most, and whether that is just what is shown.
    clips: Vec<(Rect, bool)>,
    /// Where each letter was drawn, to know a letter that is drawn twice to look bold, and its number.
    seen: HashMap<(String, i32, i32), (f32, f32, usize)>,
}

/// A glyph that was drawn, with what only the whole page can decide of it.
#[derive(Clone)]
pub(super) struct Found {
    angle: u16,
    pub glyph: Glyph,
    /// Where it lies, and whether it is seen.
    spot: Spot,
    /// Its width without what its own transform stretches it by, in points.
    pub plain_width: f32,
}

/// A letter so many times smaller than its page is a dot: less than a point on a sheet of paper.
const SMALLEST: f64 = 1000.0;
/// The longest text that is believed to stand for what is drawn, in characters: a ligature, not a sentence.
const LONGEST_ACTUAL: usize = 8;

impl<'b> Collector<'b> {
    /// For a page of this size.
    pub(super) fn new(page: Rect, budget: &'b mut Budget) -> Self {
        let drawn = Drawn { height: page.height() as f32, ..Drawn::default() };
        let (all, marks, clips) = (Vec::new(), Vec::new(), Vec::new());
        Self { budget, page, drawn, all, sight: Sight::default(), marks, clips, seen: HashMap::new() }
    }

    /// What was drawn.
    pub(super) fn finished(mut self) -> Drawn {
        widths::settle(&mut self.all);
        for (angle, glyph) in letters::recomposed(self.legible()) {
            self.drawn.glyphs.entry(angle).or_default().push(glyph);
        }
        self.drawn
    }

    /// The letters that are seen. Invisible ones are read where they are most of a page, as those that a program
    /// lays under a scan; beside text that is seen they are none.
    fn legible(&mut self) -> Vec<(u16, Glyph)> {
        let all = std::mem::take(&mut self.all);
        let count = |hiding: Option<Hiding>| {
            all.iter().filter(|found| found.spot.hiding == hiding && !found.glyph.is_space()).count()
        };
        let invisible = count(Some(Hiding::Invisible));
        let reads_invisible = invisible > count(None);
        let is_read = |found: &Found| match found.spot.hiding {
            None => true,
            Some(Hiding::Invisible) => reads_invisible,
            Some(Hiding::Hidden) => false,
        };
        self.drawn.hidden = count(Some(Hiding::Hidden)) + if reads_invisible { 0 } else { invisible };
        self.drawn.invisible = if reads_invisible { invisible } else { 0 };
        all.into_iter().filter(is_read).map(|found| (found.angle, found.glyph)).collect()
    }

    /// What is shown at most, and whether that is just what is shown.
    fn shown(&self) -> (Rect, bool) {
        self.clips.last().copied().unwrap_or((self.page, true))
    }

    fn glyph(
        &mut self,
        glyph: &PositionedGlyph<'_>,
        props: &DrawProps<'_>,
        mode: WritingMode,
        draw: &DrawMode,
    ) {
        let Some(placed) = placed(glyph, props.transform, mode) else { return };
        let (angle, center) = (placed.angle, placed.center);
        if !self.page.contains(center) || !self.shown().0.inflate(1.0, 1.0).contains(center) {
            self.drawn.outside += 1;
            return;
        }
        let is_furniture = self.marks.iter().any(|mark| matches!(mark, Mark::Furniture));
        let known = glyph.as_unicode().map(|text| match text {
            BfString::Char(c) => c.to_string(),
            BfString::String(text) => text,
        });
        let text = match known.as_deref().and_then(letters::of_glyph) {
            Some(text) => text,
            None if self.marks.iter().any(|mark| matches!(mark, Mark::Actual(..))) => letters::UNKNOWN.into(),
            None => {
                self.drawn.unknown += 1;
                letters::UNKNOWN.into()
            }
        };
        let hiding = match draw {
            DrawMode::Invisible => Some(Hiding::Invisible),
            _ if !placed.is_type3 && f64::from(placed.size) < self.page.height() / SMALLEST => {
                Some(Hiding::Hidden)
            }
            DrawMode::Fill(_) => self.sight.hides(placed.ends, &props.paint).then_some(Hiding::Hidden),
            _ => None,
        };
        if text.is_empty() || text != letters::UNKNOWN && self.is_again(&text, &placed, hiding) {
            return;
        }
        self.drawn.is_vertical |= mode == WritingMode::Vertical;
        let Placed { x0, x1, y, size, is_type3, plain_width, ends, .. } = placed;
        let size = if is_type3 { -size } else { size };
        let glyph = Glyph { text, x0, x1, y, size, is_furniture };
        self.all.push(Found { angle, glyph, spot: Spot { ends, hiding }, plain_width });
    }

    /// Whether the same letters were drawn here before: bold by drawing twice, or filled and stroked.
    fn is_again(&mut self, text: &str, placed: &Placed, hiding: Option<Hiding>) -> bool {
        let cell = |value: f32| (value / 2.0).floor() as i32;
        let near = placed.size * 0.08;
        let around = |value: f32| cell(value - near)..=cell(value + near);
        for x in around(placed.x0) {
            for y in around(placed.y) {
                let Some(&(x0, y0, number)) = self.seen.get(&(text.to_owned(), x, y)) else { continue };
                if (x0 - placed.x0).abs() > near || (y0 - placed.y).abs() > near {
                    continue;
                }
                // What was hidden there is seen now.
                let first = self.all.get_mut(number).filter(|first| first.glyph.text == text);
                if let Some(first) = first.filter(|_| hiding.is_none()) {
                    first.spot.hiding = None;
                }
                return true;
            }
        }
        let place = (placed.x0, placed.y, self.all.len());
        self.seen.insert((text.to_owned(), cell(placed.x0), cell(placed.y)), place);
        false
    }
}

/// Where a glyph lies, in the direction of writing.
struct Placed {
    angle: u16,
    center: Point,
    /// Points near the top and the foot of a small letter.
    ends: [Point; 2],
    x0: f32,
    x1: f32,
    y: f32,
    size: f32,
    is_type3: bool,
    plain_width: f32,
}

fn placed(glyph: &PositionedGlyph<'_>, ctm: Affine, mode: WritingMode) -> Option<Placed> {
    /// The largest coordinate that is believed, in points.
    const FARTHEST: f64 = 1e5;
    let transform = ctm * glyph.transform();
    let origin = transform.translation();
    let towards = |x: f64, y: f64| (transform * Point::new(x, y)).to_vec2() - origin;
    let (along, up) = (towards(1.0, 0.0), towards(0.0, 1.0));
    let advance = match &**glyph {
        Shape::Outline(outline) => outline.advance_width(),
        Shape::Type3(type3) => type3.advance_width(),
    };
    let advance = f64::from(advance.unwrap_or(500.0));
    let width = along.hypot() * advance;
    // The glyphs of a Type 3 font have a measure of their own, which the interpreter keeps: see `measured`.
    let is_type3 = matches!(&**glyph, Shape::Type3(_));
    let size = if is_type3 { width } else { up.hypot() * 1000.0 };
    let is_believed =
        [origin.x, origin.y, width, size].iter().all(|value| value.is_finite() && value.abs() < FARTHEST);
    if !is_believed || size <= 0.1 {
        return None;
    }
    let (direction, start, length) = match mode {
        WritingMode::Horizontal => (along / along.hypot().max(1e-9), origin, width),
        // Vertical glyphs hang below their origin, which is above their middle.
        WritingMode::Vertical => (-up / up.hypot().max(1e-9), origin, size),
    };
    let degrees = direction.y.atan2(direction.x).to_degrees().round().rem_euclid(360.0);
    let angle = u16::try_from(degrees as i64).unwrap_or(0) % 360;
    let down = Vec2::new(-direction.y, direction.x);
    let center = (start + direction * (length / 2.0) - down * (size * 0.3)).to_point();
    let x0 = start.dot(direction) as f32;
    let ends = [center - down * (size * 0.15), center + down * (size * 0.2)];
    Some(Placed {
        angle,
        center,
        ends,
        x0,
        x1: x0 + length as f32,
        y: start.dot(down) as f32,
        size: size as f32,
        is_type3,
        plain_width: if is_type3 { length } else { up.hypot() * advance } as f32,
    })
}

impl<'a> Device<'a> for Collector<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.budget.spend(0);
        self.drawn.shapes += 1;
        let shown = self.shown();
        let spots = self.all.iter_mut().map(|found| &mut found.spot);
        self.sight.painted(path, &props, mode, shown, spots);
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.budget.spend(0);
        let (shown, is_exact) = self.shown();
        let own = clip.path.bounding_box();
        let is_square = clip.path.elements().len() <= 8
            && (clip.path.area().abs() - own.area()).abs() <= own.area() * 0.01;
        self.clips.push((shown.intersect(own), is_exact && is_square));
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.budget.spend(0);
        self.sight.group_begins();
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.budget.spend(run.glyphs().len() as u64);
        for glyph in run.glyphs() {
            self.glyph(glyph, &props, run.writing_mode(), mode);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.budget.spend(0);
        let own = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let place = props.transform.transform_rect_bbox(own);
        let place = place.intersect(self.shown().0).intersect(self.page);
        self.sight.pictured(place);
        let part = place.area().max(0.0) / self.page.area().max(1.0);
        self.drawn.pictures = (self.drawn.pictures + part as f32).min(1.0);
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn pop_transparency_group(&mut self) {
        self.sight.group_ends();
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        self.budget.spend(0);
        let actual = properties
            .and_then(|dict| dict.get::<object::String<'_>>(b"ActualText"))
            .map(|text| letters::of_string(text.as_bytes()));
        let name = |key: &[u8]| properties.and_then(|dict| dict.get::<Name<'_>>(key));
        let is_furniture = tag == b"Artifact" && name(b"Type").is_some_and(|kind| &*kind == b"Pagination");
        self.marks.push(match actual {
            Some(text) if text.chars().count() <= LONGEST_ACTUAL => Mark::Actual(text, self.all.len()),
            _ if is_furniture => Mark::Furniture,
            _ => Mark::Other,
        });
    }

    fn end_marked_content(&mut self) {
        let Some(Mark::Actual(text, before)) = self.marks.pop() else { return };
        let drawn = self.all.get(before..).unwrap_or_default();
        let Some(first) = drawn.first().cloned() else { return };
        let is_near = |found: &Found| {
            found.angle == first.angle && (found.glyph.y - first.glyph.y).abs() < first.glyph.size.abs()
        };
        if drawn.len() > LONGEST_ACTUAL || !drawn.iter().all(is_near) {
            self.drawn.unknown += drawn.iter().filter(|found| found.glyph.text == letters::UNKNOWN).count();
            return;
        }
        let texts: Vec<&str> = drawn.iter().map(|found| found.glyph.text.as_str()).collect();
        let ahead = before.checked_sub(1).map(|last| &self.all[last]).filter(|found| is_near(found));
        let ahead = ahead.and_then(|found| found.glyph.text.chars().next_back());
        let Some(text) = letters::of_glyph(&text).filter(|text| meant::may_mean(text, &texts, ahead)) else {
            self.drawn.unknown += texts.iter().filter(|&&text| text == letters::UNKNOWN).count();
            self.drawn.contradicted.push((texts.concat(), text));
            return;
        };
        let x0 = drawn.iter().map(|found| found.glyph.x0).fold(first.glyph.x0, f32::min);
        let x1 = drawn.iter().map(|found| found.glyph.x1).fold(first.glyph.x1, f32::max);
        let plain_width = drawn.iter().map(|found| found.plain_width).sum();
        self.all.truncate(before);
        if !text.is_empty() {
            let glyph = Glyph { text, x0, x1, ..first.glyph };
            self.all.push(Found { glyph, plain_width, ..first });
        }
    }
}

/// The page's rectangle as it is drawn.
pub(super) fn page_rect(page: &hayro_interpret::hayro_syntax::page::Page<'_>) -> Rect {
    let (width, height) = page.render_dimensions();
    Rect::new(0.0, 0.0, f64::from(width), f64::from(height))
}
