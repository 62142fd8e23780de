//! The Gaps lane: a capsule for each gap, centred on the boundary that it breaks.

use super::Furniture;
use crate::canvas::branch::{Branch, key};
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::canvas::gaps::{disc_prims, spoken};
use crate::canvas::grid::Grid;
use crate::canvas::metrics::{CAPSULE, CAPSULE_TOP, CARD_GAP, LINE};
use crate::geometry::{Point, Rect};
use crate::paint::Stroke;
use crate::scene::{Layer, Role, TextStyle};
use crate::theme::radius;
use crate::type_roles;
use journey::{Gap, Table};

/// Radius of a capsule's disc.
const DISC: f64 = 13.0;
/// From the capsule's edge to its disc, from the disc to the words, from the words to the edge.
const SPACES: (f64, f64, f64) = (6.0, 8.0, 13.0);
/// A capsule takes at most this part of the narrower of its two stages, doubled.
const WIDEST: f64 = 0.96;

/// The capsules, each in the cell of the stage that its gap follows.
pub fn furniture(cx: &Context<'_>, grid: &Grid, gaps: &[Vec<&Gap>], first: bool) -> Furniture {
    let mut furniture = Furniture::default();
    let top = CAPSULE_TOP + if first { 0.0 } else { LINE };
    for (at, width) in grid.columns.widths.iter().enumerate() {
        let here = gaps.get(at).map_or(&[][..], Vec::as_slice);
        let next = grid.columns.widths.get(at + 1).copied().unwrap_or(*width);
        let widest = 2.0 * width.min(next) * WIDEST;
        let capsules = here
            .iter()
            .enumerate()
            .map(|(row, gap)| capsule(cx, gap, *width, widest, top + row as f64 * (CAPSULE + CARD_GAP)));
        furniture.cells.push(capsules.collect());
        let count = here.len() as f64;
        furniture.leads.push(if here.is_empty() { 0.0 } else { count * (CAPSULE + CARD_GAP) - CARD_GAP });
    }
    furniture
}

fn capsule(cx: &Context<'_>, gap: &Gap, boundary: f64, widest: f64, top: f64) -> Branch {
    let palette = cx.palette;
    let left = SPACES.0 + 2.0 * DISC + SPACES.1;
    let room = widest - left - SPACES.2;
    let title = cx.fitted(&gap.title, type_roles::GAP_TITLE.style(palette.ink), room);
    let detail = (!gap.detail.is_empty()).then(|| {
        cx.fitted(&gap.detail, TextStyle { weight: 500, ..type_roles::SMALLEST.style(palette.gap) }, room)
    });
    let words = title.size.w.max(detail.as_ref().map_or(0.0, |detail| detail.size.w));
    // An even width keeps the middle on the boundary and the edges on whole units.
    let width = ((left + words + SPACES.2) / 2.0).ceil() * 2.0;
    let rect = Rect::new(0.0, 0.0, width, CAPSULE);
    let edge = Stroke::new(palette.gap, cx.options.contrast.edge()).dashed([3.0, 2.0]);
    let mut prims = vec![draw::edged(rect, radius::SEGMENTED, Some(palette.gap_soft), edge)];
    prims.extend(disc_prims(cx, gap, Point::new(SPACES.0 + DISC, CAPSULE / 2.0), DISC));
    let all = title.size.h + detail.as_ref().map_or(0.0, |detail| detail.size.h);
    let y = (CAPSULE - all) / 2.0;
    prims.push(draw::text(&title, Point::new(left, y)));
    prims.extend(detail.map(|detail| draw::text(&detail, Point::new(left, y + title.size.h))));
    let said =
        if gap.detail.is_empty() { gap.title.clone() } else { format!("{}, {}", gap.title, gap.detail) };
    Branch::new(key("gap", gap.id), Role::Gap, Rect::new(boundary - width / 2.0, top, width, CAPSULE))
        .on(Layer::Gap)
        .of(Table::Gap, gap.id)
        .says(said)
        .alt(spoken(cx, gap))
        .draws(prims)
}
