//! Gaps outside of their own lane: discs, and the dashed lines through the sheets.

use super::branch::{Branch, key};
use super::context::Context;
use super::draw;
use crate::geometry::{Point, Rect};
use crate::paint::Stroke;
use crate::scene::{Layer, Prim, Role};
use journey::{Cause, Gap, Id, Phrase};

/// Side of the symbol on a disc, in radii.
const SYMBOL: f64 = 14.0 / 13.0;
/// Thickness of the symbol's lines.
const STROKE: f64 = 1.4;
/// Thickness of a gap's line, and its dashes.
const LINE: f64 = 1.5;
const DASHES: [f64; 2] = [3.0, 2.0];

/// The disc of a gap.
pub fn disc_prims(cx: &Context<'_>, gap: &Gap, center: Point, radius: f64) -> Vec<Prim> {
    let size = radius * SYMBOL;
    let corner = Point::new(center.x - size / 2.0, center.y - size / 2.0);
    let mut prims = vec![draw::disc(center, radius, cx.palette.gap_fill)];
    prims.extend(cx.icon(gap.icon(), corner, size, cx.palette.gap_ink, STROKE));
    prims
}

fn cause_name(cause: Cause) -> &'static str {
    match cause {
        Cause::Time => "time",
        Cause::Channel => "channel",
        Cause::Device => "device",
        Cause::Silo => "silo",
        Cause::Person => "person",
    }
}

/// A gap as it is read aloud: `Gap: Budget wait, weeks to months, time, severity 3, 2 votes`.
pub fn spoken(cx: &Context<'_>, gap: &Gap) -> String {
    let mut parts = vec![format!("{}: {}", cx.words("canvas.gap"), gap.title), gap.detail.clone()];
    parts.extend(gap.causes.iter().map(|cause| cx.word("cause", cause_name(*cause))));
    parts.extend(gap.severity.map(|severity| cx.say(&Phrase::new("canvas.severity").with(severity))));
    if gap.votes > 0 {
        parts.push(cx.say(&Phrase::new("canvas.votes").with(gap.votes)));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

/// The dashed line of a boundary with a gap, through each of these parts from top to bottom.
pub fn line(cx: &Context<'_>, stage: Id, x: f64, parts: &[(f64, f64)]) -> Branch {
    let top = parts.first().map_or(0.0, |part| part.0);
    let bottom = parts.last().map_or(0.0, |part| part.1);
    let left = (x - LINE / 2.0).floor();
    let place = Rect::new(left, top, LINE.ceil(), (bottom - top).max(0.0));
    let prims = parts.iter().filter(|(from, to)| to > from).map(|(from, to)| {
        let ends = [Point::new(x - left, from - top), Point::new(x - left, to - top)];
        draw::line(&ends, Stroke::new(cx.palette.gap_line, LINE).dashed(DASHES))
    });
    Branch::new(key("gapline", stage), Role::Decoration, place).on(Layer::GapLine).draws(prims)
}
