//! The labels of feelings on the overview: which are shown, and where.

use super::curve::{Drawing, Spot, is_strong, reach};
use crate::canvas::branch::{Branch, key};
use crate::canvas::curve::Curve;
use crate::canvas::draw;
use crate::geometry::{Point, Rect};
use crate::scene::Align;
use crate::text::Block;
use journey::{Id, Table};
use std::sync::Arc;

/// From a point's ink to the capitals of its label.
const CLEAR: f64 = 12.0;

/// By what part of its width a label may get wider in another face.
const WIDER: f64 = 0.2;
/// How far it may then reach into the margin.
const MARGIN_USED: f64 = 76.0;

impl Drawing<'_, '_> {
    /// Labels of local extremes and strong feelings, the strongest first; on collision the weaker one stays away.
    pub(super) fn labels(&self, spots: &[&Spot<'_>], discs: &[Rect], curve: &Curve) -> Vec<Branch> {
        let cx = self.desk.cx;
        let shown =
            |spot: &&Spot<'_>| !spot.feeling.label.is_empty() && (spot.is_extreme || is_strong(spot.feeling));
        let mut wishes: Vec<&Spot<'_>> = spots.iter().copied().filter(shown).collect();
        wishes.sort_by(|a, b| b.feeling.value.abs().total_cmp(&a.feeling.value.abs()));
        let mut taken: Vec<(Id, Rect)> = discs.iter().map(|place| (Id::default(), *place)).collect();
        taken.extend(spots.iter().map(|spot| (spot.feeling.id, draw::square(spot.at, reach(spot.feeling)))));
        let mut found: Vec<(Rect, Arc<Block>, &Spot<'_>)> = Vec::new();
        for spot in wishes {
            let color = if spot.feeling.value > 0.0 { cx.palette.pos } else { cx.palette.neg };
            let style = self.desk.sizes.heading.style(color);
            let block = self.desk.tight(&spot.feeling.label, style, 2.0 * self.columns.width, Some(2));
            let (w, h) = (block.size.w, block.size.h);
            // The line's box is higher than its capitals.
            let air = (style.line_height - 0.727 * style.size) / 2.0;
            let away = reach(spot.feeling) + CLEAR - air;
            // As in the design, a label may reach a little into the margin.
            let (x, last) = (spot.at.x - w / 2.0, (self.region.w + 8.0 - w).max(0.0));
            // Decks are read in other faces, too, and these may be wider.
            // They grow to both sides of their point, at an edge of the slide away from it.
            let more = w * WIDER;
            let (x, align, before) = match x {
                x if x < more / 2.0 => (x.max(0.0), Align::Start, 0.0),
                x if x > last - more / 2.0 => (x.min(last), Align::End, 1.0),
                x => (x, Align::Center, 0.5),
            };
            let y = if spot.feeling.value > 0.0 { spot.at.y - away - 2.0 - h } else { spot.at.y + away };
            // Where the curve passes there a label grows into the margin, as long as that has room.
            let is_crossed = |from: f64| {
                let mut heights = (0..=4).filter_map(|step| curve.y_at(from + more * f64::from(step) / 4.0));
                heights.any(|at| (y..y + h).contains(&at))
            };
            let (align, before) = match align {
                Align::Start if x - more >= -MARGIN_USED && is_crossed(x + w) => (Align::End, 1.0),
                Align::End if x + w + more <= self.region.w + MARGIN_USED && is_crossed(x - more) => {
                    (Align::Start, 0.0)
                }
                align => (align, before),
            };
            let is_free = |more: f64| {
                let place = Rect::new(x - before * more, y, w + more, h);
                taken.iter().all(|(id, other)| *id == spot.feeling.id || !overlap(place, *other))
                    && found.iter().all(|(other, ..)| !overlap(place.grown(6.0), *other))
            };
            if is_free(more) || is_free(0.0) {
                let block =
                    if block.prim.lines.len() == 1 { aligned(block, align, cx.from_right) } else { block };
                found.push((Rect::new(x, y, w, h), block, spot));
            }
        }
        found.sort_by(|a, b| a.0.x.total_cmp(&b.0.x));
        let node = |(place, block, spot): (Rect, Arc<Block>, &Spot<'_>)| {
            let at = Point::new(place.x + self.region.x, place.y + self.region.y);
            self.desk.text(key("label", spot.feeling.id), &block, at).of(Table::Feeling, spot.feeling.id)
        };
        found.into_iter().map(node).collect()
    }
}

/// A line that is as wide as its words, and which of its sides stays in a face in which they are wider: start is left.
/// On slides that are turned words from right to left are not.
pub(super) fn aligned(line: Arc<Block>, side: Align, turned: bool) -> Arc<Block> {
    let mut line = Arc::unwrap_or_clone(line);
    line.prim.align = match (side, line.prim.rtl && !turned) {
        (Align::Center, _) => Align::Center,
        (Align::Start, false) | (Align::End, true) => Align::Start,
        (Align::End, false) | (Align::Start, true) => Align::End,
    };
    Arc::new(line)
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}
