//! Outlines and bounds that every painter needs in the same shape.

use layout::{Point, Rect, Segment, Stroke};

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

#[cfg(test)]
mod tests {
    use super::*;
    use layout::PathPrim;

    #[test]
    fn a_rounded_outline_stays_in_its_box_and_limits_its_radius() {
        let rect = Rect::new(2.0, 3.0, 10.0, 6.0);
        let path = PathPrim { segments: rounded(rect, 99.0), fill: None, stroke: None };
        assert_eq!(path.ink(), rect);
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
}
