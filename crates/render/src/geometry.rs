//! Outlines and bounds that every painter needs in the same shape.

use layout::{ConnectorPrim, PathPrim, Point, Rect, RectPrim, Segment, Stroke};

/// How far a cubic's control points lie from the ends of a quarter circle, as a part of the radius.
const QUARTER: f64 = 0.552_284_749_830_793_4;

/// The outline of a rounded rectangle, clockwise from its upper left corner.
pub(crate) fn rounded(rect: Rect, radius: f64) -> Vec<Segment> {
    let r = radius.min(rect.w / 2.0).min(rect.h / 2.0).max(0.0);
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let p = Point::new;
    if r == 0.0 {
        return vec![
            Segment::Move(p(left, top)),
            Segment::Line(p(right, top)),
            Segment::Line(p(right, bottom)),
            Segment::Line(p(left, bottom)),
            Segment::Close,
        ];
    }
    let c = r * (1.0 - QUARTER);
    vec![
        Segment::Move(p(left + r, top)),
        Segment::Line(p(right - r, top)),
        Segment::Cubic(p(right - c, top), p(right, top + c), p(right, top + r)),
        Segment::Line(p(right, bottom - r)),
        Segment::Cubic(p(right, bottom - c), p(right - c, bottom), p(right - r, bottom)),
        Segment::Line(p(left + r, bottom)),
        Segment::Cubic(p(left + c, bottom), p(left, bottom - c), p(left, bottom - r)),
        Segment::Line(p(left, top + r)),
        Segment::Cubic(p(left, top + c), p(left + c, top), p(left + r, top)),
        Segment::Close,
    ]
}

/// The stroke, if it leaves ink: painters differ on a line without thickness.
pub(crate) fn inked(stroke: Option<&Stroke>) -> Option<&Stroke> {
    stroke.filter(|stroke| stroke.width > 0.0)
}

/// The dashes, if there are any to draw: painters differ (or never end) on lengths that do not add up.
pub(crate) fn dashes(stroke: &Stroke) -> &[f64] {
    let usable = stroke.dash.iter().all(|length| length.is_finite() && *length >= 0.0)
        && stroke.dash.iter().sum::<f64>() > 0.0;
    if usable { &stroke.dash } else { &[] }
}

/// Everything that a rectangle can ink.
pub(crate) fn rect_ink(prim: &RectPrim) -> Rect {
    prim.rect.grown(prim.stroke.as_ref().map_or(0.0, reach))
}

/// Everything that a path can ink.
pub(crate) fn path_ink(prim: &PathPrim) -> Rect {
    hull(&prim.segments).grown(prim.stroke.as_ref().map_or(0.0, reach))
}

/// Everything that a connector can ink.
pub(crate) fn connector_ink(prim: &ConnectorPrim) -> Rect {
    hull(&prim.segments).grown(reach(&prim.stroke))
}

/// How far from its line a stroke can ink: a mitre goes to four half widths, a square cap to less.
fn reach(stroke: &Stroke) -> f64 {
    stroke.width * 2.0
}

/// The box around all points of a path, control points as well.
fn hull(segments: &[Segment]) -> Rect {
    let (mut low, mut high) =
        (Point::new(f64::INFINITY, f64::INFINITY), Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY));
    let mut take = |point: Point| {
        low = Point::new(low.x.min(point.x), low.y.min(point.y));
        high = Point::new(high.x.max(point.x), high.y.max(point.y));
    };
    for segment in segments {
        match *segment {
            Segment::Move(to) | Segment::Line(to) => take(to),
            Segment::Cubic(a, b, to) => [a, b, to].into_iter().for_each(&mut take),
            Segment::Close => {}
        }
    }
    if low.x > high.x { Rect::default() } else { Rect::new(low.x, low.y, high.x - low.x, high.y - low.y) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rounded_outline_stays_in_its_box_and_limits_its_radius() {
        let rect = Rect::new(2.0, 3.0, 10.0, 6.0);
        let path = PathPrim { segments: rounded(rect, 99.0), fill: None, stroke: None };
        assert_eq!(path_ink(&path), rect);
        assert_eq!(path.segments[0], Segment::Move(Point::new(5.0, 3.0)));
    }

    #[test]
    fn dashes_that_lead_nowhere_are_none() {
        let dashed = |dash: &[f64]| Stroke::new(layout::Color::hex(0), 1.0).dashed(dash);
        assert_eq!(dashes(&dashed(&[3.0, 0.0])), [3.0, 0.0]);
        for dash in [&[0.0, 0.0][..], &[2.0, -1.0], &[f64::NAN]] {
            assert!(dashes(&dashed(dash)).is_empty(), "{dash:?}");
        }
    }

    #[test]
    fn ink_reaches_beyond_the_outline_by_the_mitre() {
        let stroke = Stroke::new(layout::Color::hex(0), 3.0);
        let prim =
            RectPrim { rect: Rect::new(0.0, 0.0, 4.0, 4.0), radius: 0.0, fill: None, stroke: Some(stroke) };
        assert_eq!(rect_ink(&prim), Rect::new(-6.0, -6.0, 16.0, 16.0));
    }
}
