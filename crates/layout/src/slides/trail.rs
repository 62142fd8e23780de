//! The trail on slides: rings with lines glued between them, and dots where buyers can get lost.

use super::metrics::RIGHT;
use super::page::Desk;
use crate::canvas::branch::{Branch, key};
use crate::canvas::draw;
use crate::geometry::{Point, Rect, Segment};
use crate::paint::Stroke;
use crate::scene::{ConnectorPrim, Prim, Role};
use journey::{Gap, Phrase, Stage};

/// From a stage's left edge to the middle of its ring.
pub const INSET: f64 = 10.0;
/// Radius of a ring, to the middle of its line.
const RING: f64 = 10.0;
/// Thickness of lines and rings.
const LINE: f64 = 4.0;
/// How far before a boundary with a gap the line stops, where a stage is wide enough.
const STOP: f64 = 90.0;
/// How many dots stand for a gap, and their radius.
const DOTS: (usize, f64) = (5, 2.6);
/// How far the arrow's arms reach back and out.
const ARM: f64 = 10.0;

/// The stages of a slide side by side.
pub struct Columns<'a> {
    /// The stages.
    pub stages: &'a [&'a Stage],
    /// The gaps after each of them.
    pub gaps: &'a [Vec<&'a Gap>],
    /// Whether the journey goes on after the last of them.
    pub goes_on: bool,
    /// Where the first one begins.
    pub left: f64,
    /// The width of each.
    pub width: f64,
}

impl Columns<'_> {
    /// The left edge of a stage; of one past the last their end.
    pub fn at(&self, column: usize) -> f64 {
        self.left + column as f64 * self.width
    }

    /// Whether buyers can get lost after a stage.
    pub fn is_broken(&self, column: usize) -> bool {
        let counts = column + 1 < self.stages.len() || self.goes_on;
        counts && self.gaps.get(column).is_some_and(|gaps| !gaps.is_empty())
    }
}

/// The trail at the height `y`.
pub fn branches(desk: &Desk<'_>, columns: &Columns<'_>, y: f64) -> Vec<Branch> {
    let Some((first, last)) = columns.stages.first().zip(columns.stages.last()) else { return Vec::new() };
    let palette = desk.cx.palette;
    let stroke = || Stroke::new(palette.ink, LINE);
    let node = |at: usize| key("node", columns.stages[at].id);
    let place = Rect::new(columns.left, y - RING, RIGHT - columns.left, 2.0 * RING);
    let local = |x: f64| Point::new(x - place.x, RING);
    let mut prims = Vec::new();
    for at in 0..columns.stages.len() {
        let from = columns.at(at) + INSET + RING;
        let is_last = at + 1 == columns.stages.len();
        let end = if is_last { RIGHT - 2.0 } else { columns.at(at + 1) + INSET - RING };
        let broken = columns.is_broken(at);
        let stop =
            if broken { (columns.at(at + 1) - STOP.min(columns.width * 0.45)).max(from + 6.0) } else { end };
        prims.push(Prim::Connector(ConnectorPrim {
            segments: vec![Segment::Move(local(from)), Segment::Line(local(stop))],
            stroke: stroke(),
            from: Some(node(at)),
            to: (!broken && !is_last).then(|| node(at + 1)),
        }));
        if broken {
            let step = (end - stop) / (DOTS.0 + 1) as f64;
            let dots: Vec<Point> = (1..=DOTS.0).map(|dot| local(stop + step * dot as f64)).collect();
            prims.push(draw::dots(&dots, DOTS.1, palette.gap));
        } else if is_last {
            let tip = local(end);
            let arm = |y: f64| Point::new(tip.x - ARM, tip.y + y);
            prims.push(draw::line(&[arm(-ARM), tip, arm(ARM)], stroke().rounded()));
        }
    }
    let names: Vec<&str> = columns.stages.iter().map(|stage| stage.name.as_str()).collect();
    let alt = desk.say(&Phrase::new("slide.alt.trail").with(names.join(", ")));
    let id = format!("{}-{}", first.id, last.id);
    let mut found = vec![Branch::new(key("trail", id), Role::Figure, place).alt(alt).draws(prims)];
    for (at, stage) in columns.stages.iter().enumerate() {
        let center = Point::new(columns.at(at) + INSET, y);
        let ring = draw::ring(Point::new(RING, RING), RING, Some(palette.sheet), palette.ink, LINE);
        found.push(
            Branch::new(key("node", stage.id), Role::Decoration, draw::square(center, RING)).draws([ring]),
        );
    }
    found
}
