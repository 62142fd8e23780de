//! The few shapes that everything on the canvas is drawn with.

use crate::geometry::{Point, Rect, Segment};
use crate::icons;
use crate::paint::{Cap, Color, Join, Paint, Stroke};
use crate::scene::{PathPrim, Prim, RectPrim, TextPrim};
use crate::text::Block;

/// How far the control points of a quarter circle lie from its ends, in radii.
const KAPPA: f64 = 0.552_284_749_8;

/// A filled rounded rectangle without an edge.
pub fn fill(rect: Rect, radius: f64, paint: impl Into<Paint>) -> Prim {
    Prim::Rect(RectPrim {
        rect,
        radius: radius.min(rect.w.min(rect.h) / 2.0),
        fill: Some(paint.into()),
        stroke: None,
    })
}

/// A box whose edge lies inside of `rect`.
pub fn edged(rect: Rect, radius: f64, paint: Option<Color>, stroke: Stroke) -> Prim {
    let half = stroke.width / 2.0;
    Prim::Rect(RectPrim {
        rect: rect.grown(-half),
        radius: (radius - half).max(0.0),
        fill: paint.map(Paint::from),
        stroke: Some(stroke),
    })
}

/// A disc.
pub fn disc(center: Point, radius: f64, paint: impl Into<Paint>) -> Prim {
    fill(square(center, radius), radius, paint)
}

/// A ring around a disc; the edge is centred on `radius`.
pub fn ring(center: Point, radius: f64, paint: Option<Color>, edge: impl Into<Paint>, width: f64) -> Prim {
    Prim::Rect(RectPrim {
        rect: square(center, radius),
        radius,
        fill: paint.map(Paint::from),
        stroke: Some(Stroke::new(edge, width)),
    })
}

/// The square around a circle.
pub fn square(center: Point, radius: f64) -> Rect {
    Rect::new(center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius)
}

/// A line from point to point.
pub fn line(points: &[Point], stroke: Stroke) -> Prim {
    let segments = points
        .iter()
        .enumerate()
        .map(|(at, point)| if at == 0 { Segment::Move(*point) } else { Segment::Line(*point) })
        .collect();
    stroked(segments, stroke)
}

/// An open path.
pub fn stroked(segments: Vec<Segment>, stroke: Stroke) -> Prim {
    Prim::Path(PathPrim { segments, fill: None, stroke: Some(stroke) })
}

/// Round dots as one path, which unlike dashes of no length look the same everywhere.
pub fn dots(centers: &[Point], radius: f64, color: Color) -> Prim {
    let mut segments = Vec::with_capacity(centers.len() * 6);
    for center in centers {
        circle(&mut segments, *center, radius);
    }
    Prim::Path(PathPrim { segments, fill: Some(color.into()), stroke: None })
}

/// Adds a circle to a path.
pub fn circle(segments: &mut Vec<Segment>, center: Point, radius: f64) {
    let (r, k) = (radius, radius * KAPPA);
    let at = |x: f64, y: f64| Point::new(center.x + x, center.y + y);
    segments.push(Segment::Move(at(r, 0.0)));
    segments.push(Segment::Cubic(at(r, k), at(k, r), at(0.0, r)));
    segments.push(Segment::Cubic(at(-k, r), at(-r, k), at(-r, 0.0)));
    segments.push(Segment::Cubic(at(-r, -k), at(-k, -r), at(0.0, -r)));
    segments.push(Segment::Cubic(at(k, -r), at(r, -k), at(r, 0.0)));
    segments.push(Segment::Close);
}

/// A path with rounded corners through points.
pub fn rounded(points: &[Point], radius: f64) -> Vec<Segment> {
    let mut segments = Vec::new();
    for (at, point) in points.iter().enumerate() {
        if at == 0 {
            segments.push(Segment::Move(*point));
        } else if let Some(next) = points.get(at + 1) {
            let before = points[at - 1];
            let back = toward(*point, before, radius);
            let on = toward(*point, *next, radius);
            segments.push(Segment::Line(back));
            segments.push(Segment::Cubic(
                toward(back, *point, f64::hypot(point.x - back.x, point.y - back.y) * KAPPA),
                toward(on, *point, f64::hypot(point.x - on.x, point.y - on.y) * KAPPA),
                on,
            ));
        } else {
            segments.push(Segment::Line(*point));
        }
    }
    segments
}

/// `length` from one point towards another, at most halfway.
fn toward(from: Point, to: Point, length: f64) -> Point {
    let all = f64::hypot(to.x - from.x, to.y - from.y);
    let part = if all > 0.0 { (length / all).min(0.5) } else { 0.0 };
    Point::new(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part)
}

/// A symbol in a square of side `size`; nothing where there is no such symbol.
pub fn icon(name: &str, corner: Point, size: f64, color: Color, width: f64) -> Option<Prim> {
    let segments = icons::outline(name)?.placed(corner, size);
    let stroke = Stroke { cap: Cap::Round, join: Join::Round, ..Stroke::new(color, width) };
    Some(stroked(segments, stroke))
}

/// A block of text whose upper left corner is at `corner`. Its height there is whole, so that its baseline lies on a row
/// of pixels at 100 %, where every web view puts it.
pub fn text(block: &Block, corner: Point) -> Prim {
    Prim::Text(TextPrim { origin: Point::new(corner.x, corner.y.round()), ..block.prim.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edge_lies_inside_of_its_box() {
        let edge = Stroke::new(Color::hex(0), 1.0);
        let Prim::Rect(panel) = edged(Rect::new(10.0, 10.0, 100.0, 30.0), 8.0, Some(Color::hex(0)), edge)
        else {
            panic!("a panel is a rectangle");
        };
        assert_eq!(panel.rect, Rect::new(10.5, 10.5, 99.0, 29.0));
        assert_eq!(panel.radius, 7.5);
    }

    #[test]
    fn corners_are_rounded_between_straight_parts() {
        let path = rounded(&[Point::new(0.0, 20.0), Point::new(0.0, 0.0), Point::new(30.0, 0.0)], 9.0);
        assert_eq!(path.len(), 4);
        assert_eq!(path[1], Segment::Line(Point::new(0.0, 9.0)));
        let Segment::Cubic(_, _, end) = path[2] else { panic!("a corner is a curve") };
        assert_eq!(end, Point::new(9.0, 0.0));
    }
}
