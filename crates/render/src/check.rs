//! Refuses what no painter could draw: no extent, or places so far off that a dashed line to them never ends.

use crate::RenderError;
use layout::{Node, Paint, Point, Prim, Rect, Scene, Segment, Size, Stroke};

/// The furthest place from the origin, in units of the Scene (about 264 m).
const FURTHEST: f64 = 1e6;

/// # Errors
/// [`RenderError::NoExtent`], [`RenderError::TooFar`].
pub(crate) fn scene(scene: &Scene) -> Result<(), RenderError> {
    let Size { w, h } = scene.size;
    if !(w.is_finite() && h.is_finite() && w > 0.0 && h > 0.0) {
        return Err(RenderError::NoExtent { w, h });
    }
    // In a fixed order, so that the same Scene is refused in the same words.
    let lost = scene.nodes.values().filter(|node| !node_is_near(node)).min_by_key(|node| &node.key);
    match lost {
        Some(node) => Err(RenderError::TooFar { node: node.key.to_string() }),
        None => Ok(()),
    }
}

/// # Errors
/// [`RenderError::NotPositive`] for a number that is not above 0.
pub(crate) fn positive(what: &'static str, found: f64) -> Result<(), RenderError> {
    if found.is_finite() && found > 0.0 { Ok(()) } else { Err(RenderError::NotPositive { what, found }) }
}

fn node_is_near(node: &Node) -> bool {
    near(node.origin) && node.prims.iter().all(prim_is_near)
}

fn prim_is_near(prim: &Prim) -> bool {
    match prim {
        Prim::Rect(prim) => {
            within(prim.ink()) && prim.radius.is_finite() && inked(&prim.fill, prim.stroke.as_ref())
        }
        Prim::Path(prim) => {
            along(&prim.segments) && within(prim.ink()) && inked(&prim.fill, prim.stroke.as_ref())
        }
        Prim::Connector(prim) => {
            along(&prim.segments) && within(prim.ink()) && inked(&None, Some(&prim.stroke))
        }
        Prim::Image(prim) => within(prim.rect) && within(prim.crop) && prim.radius.is_finite(),
        Prim::ClipPush(clip) => within(clip.rect) && clip.radius.is_finite(),
        Prim::ClipPop => true,
        Prim::Text(prim) => {
            near(prim.origin)
                && prim.lines.iter().flat_map(|line| &line.runs).all(|run| {
                    run.size.abs() <= FURTHEST
                        && run.synthetic_slant.abs() < 90.0
                        && run.glyphs.iter().all(|glyph| near(Point::new(glyph.x, glyph.y)))
                })
        }
    }
}

fn inked(fill: &Option<Paint>, stroke: Option<&Stroke>) -> bool {
    fill.iter().chain(stroke.map(|stroke| &stroke.paint)).all(|paint| match paint {
        Paint::Solid(_) => true,
        Paint::Linear { from, to, stops } => {
            near(*from) && near(*to) && stops.iter().all(|stop| stop.at.is_finite())
        }
    })
}

fn along(segments: &[Segment]) -> bool {
    segments.iter().all(|segment| match *segment {
        Segment::Move(to) | Segment::Line(to) => near(to),
        Segment::Cubic(a, b, to) => near(a) && near(b) && near(to),
        Segment::Close => true,
    })
}

fn within(rect: Rect) -> bool {
    near(Point::new(rect.x, rect.y)) && near(Point::new(rect.right(), rect.bottom()))
}

/// False for what is not a number as well.
fn near(point: Point) -> bool {
    point.x.abs() <= FURTHEST && point.y.abs() <= FURTHEST
}
