//! Which letters of a page can be seen: not those in the colour of what lies under them, nor those under an
//! opaque rectangle that was drawn later. Only what is sure hides a letter; pictures, patterns and round shapes
//! leave it open, and then it counts as seen. Knows places and colours, no letters.

use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape as _};
use hayro_interpret::{BlendMode, DrawMode, DrawProps, Paint};

/// Why a letter is not seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hiding {
    /// It is drawn invisibly, as by a program that read a scan.
    Invisible,
    /// It has the colour of what lies under it, or something lies over it.
    Hidden,
}

/// A letter's place: two points near its top and its foot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub ends: [Point; 2],
    pub hiding: Option<Hiding>,
}

/// A colour, of red, green, blue and opacity.
type Colour = [u8; 4];

/// Colours whose parts differ by no more are one to the eye.
const ALIKE: u8 = 8;
/// Less opaque than the first is not seen; at least as opaque as the second lets nothing through.
const FAINT: u8 = 8;
const DENSE: u8 = 250;
const PAPER: Colour = [255; 4];

/// What lies on a page so far.
#[derive(Default)]
pub(super) struct Sight {
    /// What was filled, the last one on top; no colour where it is not known.
    fills: Vec<(Rect, Option<Colour>)>,
    /// How many comparisons were made.
    spent: u64,
    /// How many transparent groups are open.
    groups: usize,
}

impl Sight {
    /// So many fills are kept; on a page with more, all letters count as seen.
    const MOST_FILLS: usize = 2048;
    /// So many comparisons are made for a page.
    const MOST_SPENT: u64 = 40_000_000;

    pub(super) fn group_begins(&mut self) {
        self.groups += 1;
    }

    pub(super) fn group_ends(&mut self) {
        self.groups = self.groups.saturating_sub(1);
    }

    /// A picture, of which nothing is known but its place.
    pub(super) fn pictured(&mut self, place: Rect) {
        self.fill(place, None);
    }

    /// A shape was drawn within `shown`; the letters of `spots` that it covers are hidden from now on.
    pub(super) fn painted<'s>(
        &mut self,
        path: &BezPath,
        props: &DrawProps<'_>,
        mode: &DrawMode,
        (shown, is_cut_square): (Rect, bool),
        spots: impl ExactSizeIterator<Item = &'s mut Spot>,
    ) {
        if !matches!(mode, DrawMode::Fill(_) | DrawMode::FillAndStroke(..)) {
            return;
        }
        let own = path.bounding_box();
        let place = props.transform.transform_rect_bbox(own).intersect(shown);
        if place.area() < 4.0 {
            return;
        }
        let is_plain = self.groups == 0
            && is_cut_square
            && props.soft_mask.is_none()
            && matches!(props.blend_mode, BlendMode::Normal)
            && is_upright(props.transform)
            && path.elements().len() <= 8
            && (path.area().abs() - own.area()).abs() <= own.area() * 0.01;
        let colour = colour(&props.paint).filter(|colour| is_plain && colour[3] >= DENSE);
        self.fill(place, colour);
        if colour.is_some() {
            self.cover(place, spots);
        }
    }

    fn fill(&mut self, place: Rect, colour: Option<Colour>) {
        if self.fills.len() <= Self::MOST_FILLS {
            self.fills.push((place, colour));
        }
    }

    fn cover<'s>(&mut self, place: Rect, spots: impl ExactSizeIterator<Item = &'s mut Spot>) {
        self.spent += spots.len() as u64;
        if self.spent > Self::MOST_SPENT {
            return;
        }
        let is_under = |spot: &&mut Spot| spot.ends.iter().all(|&end| place.contains(end));
        for spot in spots.filter(is_under) {
            spot.hiding = Some(Hiding::Hidden);
        }
    }

    /// Whether a letter of this paint would be seen at these points.
    pub(super) fn hides(&mut self, ends: [Point; 2], paint: &Paint<'_>) -> bool {
        let Some(own) = colour(paint) else { return false };
        if own[3] < FAINT {
            return true;
        }
        self.spent += self.fills.len() as u64;
        if self.fills.len() > Self::MOST_FILLS || self.spent > Self::MOST_SPENT || self.groups > 0 {
            return false;
        }
        let touches = |place: &Rect| ends.iter().any(|&end| place.contains(end));
        let holds = |place: &Rect| ends.iter().all(|&end| place.contains(end));
        let under = match self.fills.iter().rev().find(|(place, _)| touches(place)) {
            None => Some(PAPER),
            Some((place, colour)) => colour.filter(|_| holds(place)),
        };
        under.is_some_and(|under| under.iter().zip(own).take(3).all(|(a, b)| a.abs_diff(b) <= ALIKE))
    }
}

/// Whether a rectangle stays one that is not turned, or by quarters.
fn is_upright(transform: Affine) -> bool {
    let [a, b, c, d, ..] = transform.as_coeffs();
    let none = |value: f64| value.abs() < 1e-6;
    none(b) && none(c) || none(a) && none(d)
}

fn colour(paint: &Paint<'_>) -> Option<Colour> {
    match paint {
        Paint::Color(colour) => Some(colour.to_rgba().to_rgba8()),
        Paint::Pattern(_) => None,
    }
}
