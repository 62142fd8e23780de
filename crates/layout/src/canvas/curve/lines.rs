//! The lines of a curve lane: zero, area, curves, and the dots where a gap breaks the primary curve.

use super::hermite::Curve;
use super::scale::Scale;
use super::{Place, Prims, Voice, curve_of};
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::canvas::grid::Grid;
use crate::canvas::metrics::{CURVE_DISC, CURVE_GAP};
use crate::geometry::{Point, Segment};
use crate::paint::{Cap, Stroke};
use crate::scene::{PathPrim, Prim};
use journey::Gap;

/// Thickness of the primary curve, of a future one, of the others, and where nobody entered a value.
const PRIMARY: f64 = 3.25;
const FUTURE: f64 = 2.25;
const OTHER: f64 = 1.75;
const UNKNOWN: f64 = 1.5;
/// Opacity where nobody entered a value.
const UNKNOWN_ALPHA: f64 = 0.45;
/// From dot to dot at a gap, and their radius.
const DOT: (f64, f64) = (6.9, 1.6);

/// The dashes of the others, by rank: dotted, dashed, dash-dot, long dash. With round caps.
pub const DASHES: [&[f64]; 4] = [&[1.0, 5.0], &[6.0, 5.0], &[8.0, 4.5, 0.5, 4.5], &[14.0, 6.0]];

/// The zero line through all stages.
pub fn zero(cx: &Context<'_>, grid: &Grid, scale: &Scale) -> Prim {
    let y = scale.zero();
    let ends = [Point::new(grid.columns.labels, y), Point::new(grid.columns.sheet, y)];
    draw::line(&ends, Stroke::new(cx.palette.line2, 1.0).dashed([2.0, 5.0]))
}

/// The area between the primary curve and zero.
pub fn area(cx: &Context<'_>, curve: &Curve, scale: &Scale) -> Option<Prim> {
    let (first, last) = (curve.pieces.first()?, curve.pieces.last()?);
    let mut segments =
        vec![Segment::Move(Point::new(first.start.x, scale.zero())), Segment::Line(first.start)];
    segments.extend(curve.pieces.iter().map(super::hermite::Piece::segment));
    segments.push(Segment::Line(Point::new(last.end.x, scale.zero())));
    segments.push(Segment::Close);
    Some(Prim::Path(PathPrim { segments, fill: Some(scale.area(cx)), stroke: None }))
}

/// The curve of the primary person: dotted at gaps, thin over stages without a point.
pub fn primary(
    cx: &Context<'_>,
    grid: &Grid,
    voice: &Voice<'_>,
    curve: &Curve,
    gaps: &[Vec<&Gap>],
    scale: &Scale,
) -> Prims {
    let (Some(first), Some(last)) = (curve.pieces.first(), curve.pieces.last()) else { return Vec::new() };
    let (start, end) = (first.start.x, last.end.x);
    let breaks: Vec<(f64, f64, f64)> = gaps
        .iter()
        .enumerate()
        .filter(|(_, gaps)| !gaps.is_empty())
        .map(|(at, _)| {
            let x = grid.columns.right(at);
            ((x - CURVE_GAP).max(start), (x + CURVE_GAP).min(end), x)
        })
        .filter(|(from, to, _)| from < to)
        .collect();
    let mut prims = Vec::new();
    let mut from = start;
    for until in breaks.iter().map(|(from, ..)| *from).chain([end]) {
        for (known, part) in runs(grid, &voice.now, from, until) {
            let stroke = if known {
                Stroke::new(scale.gradient(cx), PRIMARY)
            } else {
                Stroke::new(cx.palette.ink3.with_alpha(UNKNOWN_ALPHA), UNKNOWN)
            };
            let segments = curve.between(part.0, part.1).segments();
            if !segments.is_empty() {
                let stroke = Stroke { cap: Cap::Butt, ..stroke.rounded() };
                prims.push(draw::stroked(segments, stroke));
            }
        }
        from = breaks.iter().find(|(begin, ..)| *begin == until).map_or(end, |(_, to, _)| *to);
    }
    for (from, to, x) in breaks {
        let Some(y) = curve.y_at(x.clamp(start, end)) else { continue };
        let mut dots = curve.between(from, to).dots(DOT.0);
        dots.retain(|dot| f64::hypot(dot.x - x, dot.y - y) > CURVE_DISC + 2.0 + DOT.1);
        if !dots.is_empty() {
            prims.push(draw::dots(&dots, DOT.1, cx.palette.gap));
        }
    }
    prims
}

/// The curve of the primary person as it shall be.
pub fn future(cx: &Context<'_>, curve: &Curve, scale: &Scale) -> Option<Prim> {
    let segments = curve.segments();
    let stroke = Stroke { cap: Cap::Butt, ..Stroke::new(scale.gradient(cx), FUTURE).rounded() };
    (!segments.is_empty()).then(|| draw::stroked(segments, stroke))
}

/// The curve of somebody else.
pub fn other(cx: &Context<'_>, grid: &Grid, voice: &Voice<'_>) -> Prims {
    let curve = curve_of(&voice.now);
    let (Some(first), Some(last)) = (curve.pieces.first(), curve.pieces.last()) else { return Vec::new() };
    let dash = DASHES[(voice.rank.max(1) - 1) % DASHES.len()];
    runs(grid, &voice.now, first.start.x, last.end.x)
        .into_iter()
        .map(|(known, (from, to))| {
            let (color, width) = if known {
                (cx.palette.ink3, OTHER)
            } else {
                (cx.palette.ink3.with_alpha(UNKNOWN_ALPHA), UNKNOWN)
            };
            draw::stroked(
                curve.between(from, to).segments(),
                Stroke::new(color, width).dashed(dash).rounded(),
            )
        })
        .collect()
}

/// The parts from `from` to `to` over stages with and without a point, neighbours of one sort joined.
fn runs(grid: &Grid, places: &[Place<'_>], from: f64, to: f64) -> Vec<(bool, (f64, f64))> {
    let mut found: Vec<(bool, (f64, f64))> = Vec::new();
    for column in 0..grid.columns.len() {
        let (left, right) = (grid.columns.lefts[column].max(from), grid.columns.right(column).min(to));
        if left >= right {
            continue;
        }
        let known = places.iter().any(|place| place.column == column);
        match found.last_mut() {
            Some((last, part)) if *last == known => part.1 = right,
            _ => found.push((known, (left, right))),
        }
    }
    found
}
