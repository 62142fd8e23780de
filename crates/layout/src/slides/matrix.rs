//! The matrix of impact and effort: its quarters, and a mark for each row of the plan.

use super::metrics::BOTTOM;
use super::page::Desk;
use super::plan::{Item, numbered};
use crate::canvas::branch::{Branch, key};
use crate::canvas::draw;
use crate::geometry::{Point, Rect, Segment};
use crate::paint::Stroke;
use crate::scene::{PathPrim, Prim, Role};
use journey::Phrase;
use journey::insight::Quadrant;

/// The left edge, the width and the height.
const MATRIX: (f64, f64, f64) = (142.0, 640.0, 600.0);
/// Its right edge.
pub const RIGHT_EDGE: f64 = MATRIX.0 + MATRIX.1;
/// The lowest and highest value of both axes.
const AXIS: (f64, f64) = (0.5, 5.5);
/// Radius of its corners.
const CORNER: f64 = 20.0;
/// Radius of a mark of a quick win, of any other one, and the ring of sheet around it.
const MARK: (f64, f64, f64) = (27.0, 23.0, 4.0);

/// How much wider than ours another face may be.
const WIDER: f64 = 1.18;

/// The matrix with its words and marks.
pub fn branches(desk: &Desk<'_>, items: &[Item], top: f64) -> Vec<Branch> {
    let cx = desk.cx;
    let palette = cx.palette;
    let id = cx.map.id;
    let label = desk.sizes.label.line();
    let place = Rect::new(MATRIX.0, top, MATRIX.1, MATRIX.2.min(BOTTOM - top - label - 16.0));
    let across = |effort: f64| (effort - AXIS.0) / (AXIS.1 - AXIS.0) * place.w;
    let down = |impact: f64| (AXIS.1 - impact) / (AXIS.1 - AXIS.0) * place.h;
    let (x, y) = (across(Quadrant::EFFORT), down(Quadrant::IMPACT));
    let line = |from: Point, to: Point| draw::line(&[from, to], Stroke::new(palette.line2, 2.0));
    let ground = [
        draw::fill(Rect::new(0.0, 0.0, place.w, place.h), CORNER, palette.sunken),
        Prim::Path(PathPrim { segments: corner(x, y), fill: Some(palette.opp_soft.into()), stroke: None }),
        line(Point::new(x, 0.0), Point::new(x, place.h)),
        line(Point::new(0.0, y), Point::new(place.w, y)),
    ];
    let marks: Vec<(usize, Point, f64)> = places(items, across, down);
    let told = marks.iter().map(|(at, ..)| {
        let item = &items[*at];
        let phrase = Phrase::new("slide.alt.matrix.item").with(at + 1).with(&item.text);
        desk.say(&phrase.with(item.impact.unwrap_or_default()).with(item.effort.unwrap_or_default()))
    });
    let told = told.collect::<Vec<_>>().join("; ");
    let alt = desk.say(&Phrase::new("slide.alt.matrix").with(told));
    let mut found = vec![Branch::new(key("matrix", id), Role::Figure, place).alt(alt).draws(ground)];
    let at = |x: f64, y: f64| Point::new(place.x + x, place.y + y);
    let quiet = desk.sizes.quadrant.weighing(600, palette.ink2);
    let win = desk.sizes.quadrant.style(palette.opp);
    let pad = 24.0;
    for (name, style, left, is_top) in [
        ("insight.quick-wins", win, 0.0, true),
        ("insight.big-bets", quiet, x, true),
        ("insight.fill-ins", quiet, 0.0, false),
        ("insight.think-twice", quiet, x, false),
    ] {
        let block = desk.tight(&desk.words(name), style, place.w / 2.0 - 2.0 * pad, Some(2));
        // At the outer edge of its quarter, unless a mark lies there. Another face may be wider than ours.
        let (outer, inner) = if is_top {
            (pad - 4.0, y - pad - block.size.h)
        } else {
            (place.h - pad + 4.0 - block.size.h, y + pad)
        };
        let is_free = |y: f64, wider: f64| {
            let words = Rect::new(left + pad, y, block.size.w * wider, block.size.h);
            !marks.iter().any(|(_, center, radius)| {
                let near = words.grown(*radius);
                (near.x..near.right()).contains(&center.x) && (near.y..near.bottom()).contains(&center.y)
            })
        };
        let steps = (0..=8).map(|step| outer + (inner - outer) * f64::from(step) / 8.0);
        let wishes = steps.map(|y| (y, WIDER)).chain([(outer, 1.0), (inner, 1.0)]);
        let y = wishes.into_iter().find(|(y, wider)| is_free(*y, *wider)).map_or(outer, |(y, _)| y);
        found.push(desk.own(key("quadrant", name), &block, at(left + pad, y)));
    }
    let axis = desk.sizes.label.weighing(500, palette.ink3);
    let impact = desk.cx.line(&desk.words("slide.plan.impact"), axis);
    found.push(desk.own(key("axis", "impact"), &impact, at(0.0, -label - 10.0)));
    let effort = desk.cx.line(&desk.words("slide.plan.effort"), axis);
    found.push(desk.own(key("axis", "effort"), &effort, at((place.w - effort.size.w) / 2.0, place.h + 14.0)));
    for (index, center, radius) in marks {
        let own = numbered(desk, index, items[index].is_win, radius, MARK.2);
        let corner = at(center.x - radius - MARK.2, center.y - radius - MARK.2);
        let side = 2.0 * (radius + MARK.2);
        found.push(
            Branch::new(key("mark", index), Role::Decoration, Rect::new(corner.x, corner.y, side, side))
                .draws(own),
        );
    }
    found
}

/// The quarter of the quick wins, round where the matrix is.
fn corner(x: f64, y: f64) -> Vec<Segment> {
    let (r, k) = (CORNER, CORNER * (1.0 - 0.552_284_749_8));
    let p = Point::new;
    vec![
        Segment::Move(p(r, 0.0)),
        Segment::Line(p(x, 0.0)),
        Segment::Line(p(x, y)),
        Segment::Line(p(0.0, y)),
        Segment::Line(p(0.0, r)),
        Segment::Cubic(p(0.0, k), p(k, 0.0), p(r, 0.0)),
        Segment::Close,
    ]
}

/// Where the marks lie: at their values, but beside each other where they would hide one another.
fn places(
    items: &[Item],
    across: impl Fn(f64) -> f64,
    down: impl Fn(f64) -> f64,
) -> Vec<(usize, Point, f64)> {
    let mut found: Vec<(usize, Point, f64)> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let (Some(impact), Some(effort)) = (item.impact, item.effort) else { continue };
        let radius = if item.is_win { MARK.0 } else { MARK.1 };
        let mut center = Point::new(across(effort), down(impact));
        let hides = |center: Point, other: &(usize, Point, f64)| {
            f64::hypot(center.x - other.1.x, center.y - other.1.y) < radius + other.2
        };
        while let Some(other) = found.iter().find(|other| hides(center, other)) {
            center.x = other.1.x + radius + other.2 + 2.0;
        }
        found.push((at, center, radius));
    }
    found
}
