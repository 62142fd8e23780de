//! Rectangles, paths, connectors and clips in pixels.

use crate::geometry::{dashes, inked, rounded};
use layout::{Cap, ClipPrim, Color, ConnectorPrim, Join, Paint, PathPrim, RectPrim, Segment, Stroke};
use vello_cpu::{PaintType, RenderContext, color as colors, kurbo, peniko};

/// A colour as the rasteriser takes it.
pub(super) fn color(color: Color) -> colors::AlphaColor<colors::Srgb> {
    colors::AlphaColor::from_rgba8(color.r, color.g, color.b, color.a)
}

pub(super) fn rect(context: &mut RenderContext, prim: &RectPrim) {
    if prim.radius <= 0.0 && prim.stroke.is_none() {
        if let Some(paint) = &prim.fill {
            let r = prim.rect;
            context.set_paint(ink(paint));
            context.fill_rect(&kurbo::Rect::new(r.x, r.y, r.right(), r.bottom()));
        }
        return;
    }
    fill_and_stroke(context, &rounded(prim.rect, prim.radius), prim.fill.as_ref(), prim.stroke.as_ref());
}

pub(super) fn path(context: &mut RenderContext, prim: &PathPrim) {
    fill_and_stroke(context, &prim.segments, prim.fill.as_ref(), prim.stroke.as_ref());
}

pub(super) fn connector(context: &mut RenderContext, prim: &ConnectorPrim) {
    fill_and_stroke(context, &prim.segments, None, Some(&prim.stroke));
}

pub(super) fn push_clip(context: &mut RenderContext, clip: &ClipPrim) {
    if clip.radius <= 0.0 {
        let r = clip.rect;
        context.push_clip_rect(&kurbo::Rect::new(r.x, r.y, r.right(), r.bottom()));
    } else {
        context.push_clip_path(&bezier(&rounded(clip.rect, clip.radius)));
    }
}

fn fill_and_stroke(
    context: &mut RenderContext,
    segments: &[Segment],
    fill: Option<&Paint>,
    stroke: Option<&Stroke>,
) {
    let outline = bezier(segments);
    if let Some(paint) = fill {
        context.set_paint(ink(paint));
        context.fill_path(&outline);
    }
    if let Some(stroke) = inked(stroke) {
        context.set_paint(ink(&stroke.paint));
        context.set_stroke(line(stroke));
        context.stroke_path(&outline);
    }
}

/// Segments as the rasteriser's path; what comes before the first move is left out.
pub(super) fn bezier(segments: &[Segment]) -> kurbo::BezPath {
    let point = |p: layout::Point| kurbo::Point::new(p.x, p.y);
    let mut path = kurbo::BezPath::with_capacity(segments.len());
    for segment in segments {
        match *segment {
            Segment::Move(to) => path.move_to(point(to)),
            _ if path.elements().is_empty() => {}
            Segment::Line(to) => path.line_to(point(to)),
            Segment::Cubic(a, b, to) => path.curve_to(point(a), point(b), point(to)),
            Segment::Close => path.close_path(),
        }
    }
    path
}

fn ink(paint: &Paint) -> PaintType {
    match paint {
        Paint::Solid(solid) => PaintType::Solid(color(*solid)),
        Paint::Linear { from, to, stops } => {
            let stops: Vec<_> = stops
                .iter()
                .map(|stop| peniko::ColorStop::from((stop.at as f32, color(stop.color))))
                .collect();
            let mut gradient =
                peniko::Gradient::new_linear((from.x, from.y), (to.x, to.y)).with_stops(stops.as_slice());
            // As SVG and PDF mix them.
            gradient.interpolation_alpha_space = peniko::InterpolationAlphaSpace::Unpremultiplied;
            PaintType::Gradient(gradient)
        }
    }
}

fn line(stroke: &Stroke) -> kurbo::Stroke {
    let cap = match stroke.cap {
        Cap::Butt => kurbo::Cap::Butt,
        Cap::Round => kurbo::Cap::Round,
        Cap::Square => kurbo::Cap::Square,
    };
    let join = match stroke.join {
        Join::Miter => kurbo::Join::Miter,
        Join::Round => kurbo::Join::Round,
        Join::Bevel => kurbo::Join::Bevel,
    };
    kurbo::Stroke::new(stroke.width)
        .with_caps(cap)
        .with_join(join)
        .with_miter_limit(4.0)
        .with_dashes(0.0, dashes(stroke).iter().copied())
}
