//! Hatching between a person's curve of now and the one that shall be, as lines that are cut here.

use super::hermite::Curve;
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::geometry::{Point, Segment};
use crate::paint::Stroke;
use crate::scene::Prim;

/// From one line to the next, and how finely they are cut.
const STEP: f64 = 7.0;
const FINE: f64 = 1.0;
/// Thickness and opacity. Slanted lines at this step and opacity come to about 8 % of the area.
const LINE: (f64, f64) = (1.0, 0.4);

/// Slanted lines over the area between two curves, where both are defined.
pub fn between(cx: &Context<'_>, one: &Curve, other: &Curve) -> Option<Prim> {
    let from = one.pieces.first()?.start.x.max(other.pieces.first()?.start.x);
    let to = one.pieces.last()?.end.x.min(other.pieces.last()?.end.x);
    let ends = one.pieces.iter().chain(&other.pieces).flat_map(|piece| [piece.start.y, piece.end.y]);
    let (low, high) = ends.fold((f64::MAX, f64::MIN), |(low, high), y| (low.min(y), high.max(y)));
    let inside = |place: Point| {
        let (Some(a), Some(b)) = (one.y_at(place.x), other.y_at(place.x)) else { return false };
        place.x >= from && place.x <= to && place.y > a.min(b) && place.y < a.max(b)
    };
    let mut segments = Vec::new();
    // Lines run from lower left to upper right; x + y is the same all along each of them.
    let mut sum = ((from + low) / STEP).ceil() * STEP;
    while sum < to + high {
        let mut begun: Option<Point> = None;
        let mut last = Point::default();
        let (mut x, until) = (from.max(sum - high), to.min(sum - low));
        while x <= until {
            let place = Point::new(x, sum - x);
            if inside(place) {
                begun.get_or_insert(place);
                last = place;
            } else if let Some(start) = begun.take() {
                segments.extend([Segment::Move(start), Segment::Line(last)]);
            }
            x += FINE;
        }
        if let Some(start) = begun {
            segments.extend([Segment::Move(start), Segment::Line(last)]);
        }
        sum += STEP;
    }
    let stroke = Stroke::new(cx.palette.pos.with_alpha(LINE.1), LINE.0);
    (!segments.is_empty()).then(|| draw::stroked(segments, stroke))
}
