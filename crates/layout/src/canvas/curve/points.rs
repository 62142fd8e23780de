//! The points of a curve: rings and faces for the primary person, a marker of their own for each of the others.

use super::scale::Scale;
use super::{Place, Voice, is_strong};
use crate::canvas::branch::{Branch, key};
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::geometry::{Point, Rect, Segment};
use crate::paint::{Color, Stroke};
use crate::scene::{Layer, PathPrim, Prim, Role};
use journey::{EvidenceLevel, Moment, Table, words};

/// Half of the side of the box in which a point can be taken hold of.
pub const HOLD: f64 = 14.0;
/// Radius of a ring, to the middle of its line, and of a face.
const RING: f64 = 5.0;
const FACE: f64 = 12.0;
/// The ring of sheet around a face.
const FACE_RING: f64 = 2.0;
/// Thickness of a ring: with a quarter of a unit as the least step, both of its edges lie on one.
const RING_LINE: f64 = 2.5;
/// Half of the side of a marker, and the thickness of its line.
const MARKER: f64 = 3.6;
const MARKER_LINE: f64 = 1.5;

/// How far a point's ink reaches from its middle.
pub fn reach(voice: &Voice<'_>, place: Place<'_>) -> f64 {
    if voice.rank > 0 {
        MARKER + MARKER_LINE / 2.0
    } else if has_face(place) {
        FACE + FACE_RING
    } else {
        RING + RING_LINE / 2.0
    }
}

fn has_face(place: Place<'_>) -> bool {
    is_strong(place.feeling.value) && place.feeling.moment == Moment::Now
}

/// The node of a point, in the frame of its cell, whose left edge is at `left` of the lane.
pub fn branch(cx: &Context<'_>, voice: &Voice<'_>, place: Place<'_>, left: f64, scale: &Scale) -> Branch {
    let feeling = place.feeling;
    let at = Point::new(place.at.x - left, place.at.y);
    let corner = Point::new(at.x - HOLD, at.y - HOLD).whole();
    // The box lies on whole units, the point in it on the curve, to a quarter of a unit: web views draw small curved
    // things no finer.
    let quarter = |place: f64| (place * 4.0).round() / 4.0;
    let center = Point::new(quarter(at.x - corner.x), quarter(at.y - corner.y));
    let color = scale.color(cx, feeling.value);
    let mut prims = Vec::new();
    if voice.rank > 0 {
        prims.push(marker(cx, voice.rank, center));
    } else if has_face(place) {
        prims.extend(face(cx, center, color, feeling.value > 0.0, 1.0));
    } else {
        prims.push(draw::ring(center, RING, Some(cx.palette.sheet), color, RING_LINE));
    }
    match feeling.evidence {
        EvidenceLevel::Hypothesis => {}
        // Half outside of the point, so that neither hides the other.
        EvidenceLevel::Observed => {
            prims.push(draw::ring(
                Point::new(center.x + 9.0, center.y + 9.0),
                2.25,
                Some(cx.palette.sheet),
                cx.palette.ink2,
                1.25,
            ));
        }
        EvidenceLevel::Measured => {
            prims.push(draw::disc(Point::new(center.x + 9.0, center.y + 9.0), 3.0, cx.palette.ink2));
        }
    }
    let stage = cx.document.stages.get(&feeling.stage).map_or("", |stage| stage.name.as_str());
    let value = words::number(feeling.value, cx.language());
    let moment = match feeling.moment {
        Moment::Now => String::new(),
        Moment::Future => cx.words("canvas.state.future"),
    };
    let said = [voice.name.as_str(), stage, &value, &feeling.label, &moment];
    let said: Vec<&str> = said.into_iter().filter(|part| !part.is_empty()).collect();
    Branch::new(
        key("feeling", feeling.id),
        Role::Feeling,
        Rect::new(corner.x, corner.y, 2.0 * HOLD, 2.0 * HOLD),
    )
    .on(Layer::Curve)
    .of(Table::Feeling, feeling.id)
    .says(feeling.label.clone())
    .alt(said.join(", "))
    .draws(prims)
}

/// A glad or a sad face on a disc, with a ring of sheet around it; `scale` times the size that the canvas has.
pub fn face(cx: &Context<'_>, center: Point, color: Color, glad: bool, scale: f64) -> Vec<Prim> {
    let sheet = cx.palette.sheet;
    let at = |x: f64, y: f64| Point::new(center.x + x * scale, center.y + y * scale);
    let mut eyes = Vec::new();
    for x in [-3.6, 3.6] {
        draw::circle(&mut eyes, at(x, -3.2), 1.35 * scale);
    }
    let (ends, depth) = if glad { (2.6, 6.6) } else { (6.0, 2.0) };
    let mouth =
        vec![Segment::Move(at(-4.6, ends)), Segment::Cubic(at(-2.6, depth), at(2.6, depth), at(4.6, ends))];
    vec![
        draw::disc(center, (FACE + FACE_RING) * scale, sheet),
        draw::disc(center, FACE * scale, color),
        Prim::Path(PathPrim { segments: eyes, fill: Some(sheet.into()), stroke: None }),
        draw::stroked(mouth, Stroke::new(sheet, 1.7 * scale).rounded()),
    ]
}

/// The marker of a curve by rank: square, triangle, diamond, cross.
pub fn marker(cx: &Context<'_>, rank: usize, center: Point) -> Prim {
    let (color, sheet) = (cx.palette.ink3, cx.palette.sheet);
    let at = |x: f64, y: f64| Point::new(center.x + x * MARKER, center.y + y * MARKER);
    let stroke = Stroke::new(color, MARKER_LINE).rounded();
    let closed = |corners: &[Point]| {
        let mut segments: Vec<Segment> = corners.iter().map(|corner| Segment::Line(*corner)).collect();
        segments[0] = Segment::Move(corners[0]);
        segments.push(Segment::Close);
        Prim::Path(PathPrim { segments, fill: Some(sheet.into()), stroke: Some(stroke.clone()) })
    };
    match (rank - 1) % 4 {
        0 => Prim::Rect(crate::scene::RectPrim {
            rect: draw::square(center, MARKER),
            radius: 1.5,
            fill: Some(sheet.into()),
            stroke: Some(stroke),
        }),
        1 => closed(&[at(0.0, -1.15), at(1.1, 0.9), at(-1.1, 0.9)]),
        2 => closed(&[at(0.0, -1.3), at(1.3, 0.0), at(0.0, 1.3), at(-1.3, 0.0)]),
        _ => {
            let segments = vec![
                Segment::Move(at(-0.9, -0.9)),
                Segment::Line(at(0.9, 0.9)),
                Segment::Move(at(0.9, -0.9)),
                Segment::Line(at(-0.9, 0.9)),
            ];
            draw::stroked(segments, stroke)
        }
    }
}
