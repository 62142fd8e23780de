//! The trail through the stages: a line that turns to dots where buyers can get lost.

use super::context::Context;
use super::draw;
use super::grid::Grid;
use super::metrics::{NODE_INSET, NODE_RADIUS, TRAIL, TRAIL_STOP};
use crate::geometry::Point;
use crate::paint::Stroke;
use crate::scene::Prim;
use journey::Gap;

/// How many dots stand for a gap.
const DOTS: usize = 5;
/// From the arrow's tip to the sheet's right edge.
const TIP: f64 = 5.5;
/// How far the arrow's arms reach back and out.
const ARM: f64 = 6.5;

/// The trail at the height `y`.
pub fn prims(cx: &Context<'_>, grid: &Grid, gaps: &[Vec<&Gap>], y: f64) -> Vec<Prim> {
    let palette = cx.palette;
    let nodes: Vec<f64> = grid.columns.lefts.iter().map(|left| left + NODE_INSET).collect();
    let tip = grid.columns.sheet - TIP;
    let stroke = || Stroke::new(palette.ink, TRAIL);
    let mut prims = Vec::new();
    let mut from = nodes[0];
    for (at, gaps) in gaps.iter().enumerate() {
        if gaps.is_empty() {
            continue;
        }
        let stop = (grid.columns.right(at) - TRAIL_STOP).max(nodes[at] + NODE_RADIUS);
        prims.push(draw::line(&[Point::new(from, y), Point::new(stop, y)], stroke()));
        let next = nodes[at + 1];
        let step = (next - NODE_RADIUS - stop) / (DOTS + 1) as f64;
        let dots: Vec<Point> = (1..=DOTS).map(|dot| Point::new(stop + step * dot as f64, y)).collect();
        prims.push(draw::dots(&dots, TRAIL / 2.0 + 0.1, palette.gap));
        from = next;
    }
    prims.push(draw::line(&[Point::new(from, y), Point::new(tip, y)], stroke()));
    let head = [Point::new(tip - ARM, y - ARM), Point::new(tip, y), Point::new(tip - ARM, y + ARM)];
    prims.push(draw::line(&head, stroke()));
    for node in nodes {
        prims.push(draw::ring(Point::new(node, y), NODE_RADIUS, Some(palette.paper), palette.ink, TRAIL));
    }
    prims
}
