//! A lane's label: its symbol, its name, and a word about its cards.

use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::canvas::metrics::{LANE_COLLAPSED, LANE_ICON, LANE_NAME_LEFT, LANE_NAME_TOP};
use crate::geometry::Point;
use crate::scene::Prim;
use crate::type_roles;
use journey::{Lane, LaneKind};

/// From the symbol's right edge to the name.
const TO_NAME: f64 = 7.0;
/// Thickness of the symbol's lines.
const STROKE: f64 = 1.5;
/// From the name to the words below.
const TO_SUB: f64 = 2.5;

/// What a label draws, and how high the lane must be for it.
pub struct Label {
    /// What is drawn.
    pub prims: Vec<Prim>,
    /// Where its words end, from the lane's upper edge.
    pub end: f64,
}

/// The label of a lane. `line` is the thickness of the line above the lane.
pub fn label(cx: &Context<'_>, lane: &Lane, width: f64, line: f64, cards: usize) -> Label {
    if lane.collapsed {
        return folded(cx, lane, width, cards);
    }
    let palette = cx.palette;
    let top = line + LANE_NAME_TOP;
    let mut prims = Vec::new();
    let corner = Point::new(LANE_NAME_LEFT - TO_NAME - LANE_ICON, top);
    prims.extend(cx.icon(lane.kind.icon(), corner, LANE_ICON, palette.ink3, STROKE));
    let room = width - LANE_NAME_LEFT - 8.0;
    let name = cx.block(&lane.name, type_roles::LANE_NAME.style(palette.ink), Some(room), None);
    prims.push(draw::text(&name, Point::new(LANE_NAME_LEFT, top)));
    let mut end = top + name.size.h.max(type_roles::LANE_NAME.line_height);
    if lane.kind == LaneKind::PainPoints {
        let sub = cx.words("canvas.pain_points.below");
        let sub = cx.block(&sub, type_roles::SMALLEST.style(palette.ink3), Some(room), None);
        prims.push(draw::text(&sub, Point::new(LANE_NAME_LEFT, end + TO_SUB)));
        end += TO_SUB + sub.size.h;
    }
    Label { prims, end }
}

/// The label of a folded lane: one line, and how many cards are folded away.
fn folded(cx: &Context<'_>, lane: &Lane, width: f64, cards: usize) -> Label {
    let palette = cx.palette;
    let middle = LANE_COLLAPSED / 2.0;
    let corner = Point::new(LANE_NAME_LEFT - TO_NAME - LANE_ICON, middle - LANE_ICON / 2.0);
    let mut prims = Vec::new();
    prims.extend(cx.icon(lane.kind.icon(), corner, LANE_ICON, palette.ink3, STROKE));
    let count = (cards > 0).then(|| cx.line(&cards.to_string(), type_roles::SMALLEST.figures(palette.ink3)));
    let right = width - 14.0;
    let room = right - LANE_NAME_LEFT - count.as_ref().map_or(0.0, |count| count.size.w + 8.0);
    let name = cx.fitted(&lane.name, type_roles::LANE_NAME.style(palette.ink2), room);
    prims.push(draw::text(&name, Point::new(LANE_NAME_LEFT, middle - name.size.h / 2.0)));
    if let Some(count) = count {
        prims.push(draw::text(&count, Point::new(right - count.size.w, middle - count.size.h / 2.0)));
    }
    Label { prims, end: 0.0 }
}
