//! Rectangles, paths, connectors and clips as PDF paths.

use super::marks::Marks;
use super::page::Frame;
use crate::geometry::{dashes, inked, rounded};
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder};
use krilla::num::NormalizedF32;
use krilla::paint;
use krilla::surface::Surface;
use layout::{
    Cap, ClipPrim, Color, ConnectorPrim, Join, Paint, PathPrim, Point, Rect, RectPrim, Segment, Stroke,
};

/// What lies behind the Scene; margins stay white.
pub(super) fn background(surface: &mut Surface<'_>, marks: &mut Marks<'_>, frame: Frame, color: Color) {
    if color.a == 0 {
        return;
    }
    let (w, h) = (frame.scene.w * frame.scale, frame.scene.h * frame.scale);
    let all = rounded(Rect::new(frame.at.x, frame.at.y, w, h), 0.0);
    marks.artifact(surface);
    fill_and_stroke(surface, Point::default(), &all, Some(&color.into()), None);
    marks.close(surface);
}

pub(super) fn rect(surface: &mut Surface<'_>, at: Point, prim: &RectPrim) {
    let outline = rounded(prim.rect, prim.radius);
    fill_and_stroke(surface, at, &outline, prim.fill.as_ref(), prim.stroke.as_ref());
}

pub(super) fn path(surface: &mut Surface<'_>, at: Point, prim: &PathPrim) {
    fill_and_stroke(surface, at, &prim.segments, prim.fill.as_ref(), prim.stroke.as_ref());
}

pub(super) fn connector(surface: &mut Surface<'_>, at: Point, prim: &ConnectorPrim) {
    fill_and_stroke(surface, at, &prim.segments, None, Some(&prim.stroke));
}

/// Cuts what follows to a rounded rectangle, until the surface's `pop`.
pub(super) fn push_clip(surface: &mut Surface<'_>, at: Point, clip: &ClipPrim) {
    clip_to(surface, at, clip.rect, clip.radius);
}

pub(super) fn clip_to(surface: &mut Surface<'_>, at: Point, rect: Rect, radius: f64) {
    // An empty box hides everything, which a path without extent cannot say.
    let rect = if rect.w > 0.0 && rect.h > 0.0 { rect } else { Rect::new(-1e6, -1e6, 1.0, 1.0) };
    if let Some(outline) = outline(at, &rounded(rect, radius)) {
        surface.push_clip_path(&outline, &paint::FillRule::NonZero);
    }
}

fn fill_and_stroke(
    surface: &mut Surface<'_>,
    at: Point,
    segments: &[Segment],
    fill: Option<&Paint>,
    stroke: Option<&Stroke>,
) {
    let stroke = inked(stroke);
    if fill.is_none() && stroke.is_none() {
        return;
    }
    let Some(outline) = outline(at, segments) else { return };
    surface.set_fill(fill.map(|paint| {
        let (paint, opacity) = ink(at, paint);
        paint::Fill { paint, opacity, rule: paint::FillRule::NonZero }
    }));
    surface.set_stroke(stroke.map(|stroke| line(at, stroke)));
    surface.draw_path(&outline);
    surface.set_stroke(None);
}

/// A path in the frame of the Scene; none where nothing is drawn.
fn outline(at: Point, segments: &[Segment]) -> Option<Path> {
    let xy = |point: Point| ((at.x + point.x) as f32, (at.y + point.y) as f32);
    let mut path = PathBuilder::new();
    let mut begun = false;
    for segment in segments {
        match *segment {
            Segment::Move(to) => {
                let (x, y) = xy(to);
                path.move_to(x, y);
                begun = true;
            }
            _ if !begun => {}
            Segment::Line(to) => {
                let (x, y) = xy(to);
                path.line_to(x, y);
            }
            Segment::Cubic(a, b, to) => {
                let ((ax, ay), (bx, by), (x, y)) = (xy(a), xy(b), xy(to));
                path.cubic_to(ax, ay, bx, by, x, y);
            }
            Segment::Close => path.close(),
        }
    }
    path.finish()
}

/// A colour without its opacity.
pub(super) fn color(color: Color) -> rgb::Color {
    rgb::Color::new(color.r, color.g, color.b)
}

/// A colour's opacity.
pub(super) fn opacity(color: Color) -> NormalizedF32 {
    part(f64::from(color.a) / 255.0)
}

fn part(value: f64) -> NormalizedF32 {
    NormalizedF32::new(value.clamp(0.0, 1.0) as f32).unwrap_or(NormalizedF32::ONE)
}

fn ink(at: Point, paint: &Paint) -> (paint::Paint, NormalizedF32) {
    match paint {
        Paint::Solid(solid) => (color(*solid).into(), opacity(*solid)),
        Paint::Linear { from, to, stops } => {
            let stops = stops.iter().map(|stop| paint::Stop {
                offset: part(stop.at),
                color: color(stop.color).into(),
                opacity: opacity(stop.color),
            });
            let gradient = paint::LinearGradient {
                x1: (at.x + from.x) as f32,
                y1: (at.y + from.y) as f32,
                x2: (at.x + to.x) as f32,
                y2: (at.y + to.y) as f32,
                transform: krilla::geom::Transform::identity(),
                spread_method: paint::SpreadMethod::Pad,
                stops: stops.collect(),
                anti_alias: false,
            };
            (gradient.into(), NormalizedF32::ONE)
        }
    }
}

fn line(at: Point, stroke: &Stroke) -> paint::Stroke {
    let (paint, opacity) = ink(at, &stroke.paint);
    let dashes = dashes(stroke);
    paint::Stroke {
        paint,
        width: stroke.width as f32,
        miter_limit: 4.0,
        line_cap: match stroke.cap {
            Cap::Butt => paint::LineCap::Butt,
            Cap::Round => paint::LineCap::Round,
            Cap::Square => paint::LineCap::Square,
        },
        line_join: match stroke.join {
            Join::Miter => paint::LineJoin::Miter,
            Join::Round => paint::LineJoin::Round,
            Join::Bevel => paint::LineJoin::Bevel,
        },
        opacity,
        dash: (!dashes.is_empty()).then(|| paint::StrokeDash {
            array: dashes.iter().map(|length| *length as f32).collect(),
            offset: 0.0,
        }),
    }
}
