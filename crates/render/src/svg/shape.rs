//! Rectangles, paths, connectors and clips as SVG elements.

use super::defs::Defs;
use super::write::{attribute, measure, number};
use crate::geometry::{dashes, inked};
use layout::{
    Cap, ClipPrim, Color, ConnectorPrim, Join, Paint, PathPrim, Point, Rect, RectPrim, Segment, Stroke,
};

pub(super) fn rect(to: &mut String, defs: &mut Defs, prim: &RectPrim) {
    to.push_str("<rect");
    extent(to, prim.rect, prim.radius);
    fill(to, defs, prim.fill.as_ref());
    stroke(to, defs, prim.stroke.as_ref());
    to.push_str("/>");
}

pub(super) fn path(to: &mut String, defs: &mut Defs, prim: &PathPrim) {
    outline(to, &prim.segments);
    fill(to, defs, prim.fill.as_ref());
    stroke(to, defs, prim.stroke.as_ref());
    to.push_str("/>");
}

pub(super) fn connector(to: &mut String, defs: &mut Defs, prim: &ConnectorPrim) {
    outline(to, &prim.segments);
    fill(to, defs, None);
    stroke(to, defs, Some(&prim.stroke));
    to.push_str("/>");
}

/// Opens a group that is cut to a rounded rectangle.
pub(super) fn push_clip(to: &mut String, defs: &mut Defs, clip: &ClipPrim) {
    to.push_str("<g");
    clip_to(to, defs, clip.rect, clip.radius);
    to.push('>');
}

/// An attribute that cuts an element to a rounded rectangle.
pub(super) fn clip_to(to: &mut String, defs: &mut Defs, rect: Rect, radius: f64) {
    let mut shape = String::from("><rect");
    extent(&mut shape, rect, radius);
    shape.push_str("/></clipPath>");
    attribute(to, "clip-path", &format!("url(#{})", defs.share("<clipPath", shape)));
}

/// A colour as an attribute, its opacity apart: not every reader knows `#rrggbbaa`.
pub(super) fn color(to: &mut String, name: &str, color: Color) {
    attribute(to, name, &Color { a: 255, ..color }.to_css());
    if color.a < 255 {
        to.push(' ');
        to.push_str(name);
        to.push_str("-opacity=\"");
        number(to, f64::from(color.a) / 255.0, 3);
        to.push('"');
    }
}

/// Places that make a path, as `d` takes them.
pub(super) fn data(to: &mut String, segments: &[Segment]) {
    let mut first = true;
    for segment in segments {
        let mut step = |letter: char, points: &[Point]| {
            to.push(letter);
            for (index, coordinate) in points.iter().flat_map(|point| [point.x, point.y]).enumerate() {
                let before = to.len();
                number(to, coordinate, 2);
                if index > 0 && !to[before..].starts_with('-') {
                    to.insert(before, ' ');
                }
            }
        };
        match *segment {
            Segment::Move(point) => step('M', &[point]),
            _ if first => continue,
            Segment::Line(point) => step('L', &[point]),
            Segment::Cubic(a, b, point) => step('C', &[a, b, point]),
            Segment::Close => step('Z', &[]),
        }
        first = false;
    }
}

fn extent(to: &mut String, rect: Rect, radius: f64) {
    if rect.x != 0.0 {
        measure(to, "x", rect.x);
    }
    if rect.y != 0.0 {
        measure(to, "y", rect.y);
    }
    measure(to, "width", rect.w);
    measure(to, "height", rect.h);
    if radius > 0.0 {
        measure(to, "rx", radius.min(rect.w / 2.0).min(rect.h / 2.0));
    }
}

fn outline(to: &mut String, segments: &[Segment]) {
    to.push_str("<path d=\"");
    data(to, segments);
    to.push('"');
}

fn fill(to: &mut String, defs: &mut Defs, paint: Option<&Paint>) {
    match paint {
        Some(paint) => ink(to, defs, "fill", paint),
        None => attribute(to, "fill", "none"),
    }
}

fn stroke(to: &mut String, defs: &mut Defs, stroke: Option<&Stroke>) {
    let Some(stroke) = inked(stroke) else { return };
    ink(to, defs, "stroke", &stroke.paint);
    if stroke.width != 1.0 {
        measure(to, "stroke-width", stroke.width);
    }
    let dashes = dashes(stroke);
    if !dashes.is_empty() {
        to.push_str(" stroke-dasharray=\"");
        for (index, length) in dashes.iter().enumerate() {
            if index > 0 {
                to.push(' ');
            }
            number(to, *length, 2);
        }
        to.push('"');
    }
    match stroke.cap {
        Cap::Butt => {}
        Cap::Round => attribute(to, "stroke-linecap", "round"),
        Cap::Square => attribute(to, "stroke-linecap", "square"),
    }
    match stroke.join {
        Join::Miter => {}
        Join::Round => attribute(to, "stroke-linejoin", "round"),
        Join::Bevel => attribute(to, "stroke-linejoin", "bevel"),
    }
}

fn ink(to: &mut String, defs: &mut Defs, name: &str, paint: &Paint) {
    match paint {
        Paint::Solid(solid) => color(to, name, *solid),
        Paint::Linear { from, to: end, stops } => {
            let mut gradient = String::from(" gradientUnits=\"userSpaceOnUse\"");
            for (name, value) in [("x1", from.x), ("y1", from.y), ("x2", end.x), ("y2", end.y)] {
                measure(&mut gradient, name, value);
            }
            gradient.push('>');
            for stop in stops {
                gradient.push_str("<stop offset=\"");
                number(&mut gradient, stop.at, 4);
                gradient.push('"');
                color_stop(&mut gradient, stop.color);
                gradient.push_str("/>");
            }
            gradient.push_str("</linearGradient>");
            attribute(to, name, &format!("url(#{})", defs.share("<linearGradient", gradient)));
        }
    }
}

/// The colour of a gradient's stop.
pub(super) fn color_stop(to: &mut String, color: Color) {
    attribute(to, "stop-color", &Color { a: 255, ..color }.to_css());
    if color.a < 255 {
        to.push_str(" stop-opacity=\"");
        number(to, f64::from(color.a) / 255.0, 3);
        to.push('"');
    }
}
