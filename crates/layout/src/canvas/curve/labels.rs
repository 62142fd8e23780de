//! The labels of feelings: which are shown, and where.

use super::points::reach;
use super::{Place, Voice, is_strong};
use crate::canvas::branch::{Branch, key};
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::canvas::grid::Grid;
use crate::geometry::{Point, Rect};
use crate::scene::{Layer, Role};
use crate::text::Block;
use crate::type_roles;
use journey::{Feeling, Id, Table};
use std::sync::Arc;

/// From a point's ink to its label.
const CLEAR: f64 = 2.5;
/// Least space between two labels.
const APART: f64 = 8.0;
/// How far the halo reaches beyond the words.
const HALO: f64 = 3.0;

/// A label that has its place.
pub struct Label {
    block: Arc<Block>,
    /// Where the words stand, in the lane's frame.
    place: Rect,
}

impl Label {
    /// The label's node, in the frame of its point, whose upper left corner is at `corner` of the lane.
    pub fn branch(&self, cx: &Context<'_>, feeling: &Feeling, corner: Point) -> Branch {
        let halo = Rect::of(crate::geometry::Size::new(self.place.w, self.place.h));
        let at = self.place.moved(Point::new(-corner.x, -corner.y));
        Branch::new(key("feelinglabel", feeling.id), Role::Text, at)
            .on(Layer::Curve)
            .of(Table::Feeling, feeling.id)
            .says(feeling.label.clone())
            .draws([
                draw::fill(halo.grown(HALO), 4.0, cx.palette.sheet.with_alpha(0.86)),
                draw::text(&self.block, Point::default()),
            ])
    }
}

/// The labels that are shown: of local extremes and strong feelings, the strongest first; on collision the weaker one
/// stays away. `taken` is where the discs of gaps lie.
pub fn settle(
    cx: &Context<'_>,
    grid: &Grid,
    voices: &[Voice<'_>],
    taken: &[Rect],
    height: f64,
) -> Vec<(Id, Label)> {
    let mut wishes: Vec<(usize, &Voice<'_>, Place<'_>)> = Vec::new();
    for voice in voices {
        for places in [&voice.now, &voice.future] {
            for (at, place) in places.iter().enumerate() {
                let shown = !place.feeling.label.is_empty()
                    && (is_strong(place.feeling.value) || is_extreme(places, at));
                if shown {
                    wishes.push((voice.rank, voice, *place));
                }
            }
        }
    }
    wishes.sort_by(|(a_rank, _, a), (b_rank, _, b)| {
        let strength = b.feeling.value.abs().total_cmp(&a.feeling.value.abs());
        (a_rank > &0).cmp(&(b_rank > &0)).then(strength).then(a.feeling.id.cmp(&b.feeling.id))
    });
    let primary = voices
        .first()
        .into_iter()
        .flat_map(|voice| voice.now.iter().chain(&voice.future).map(move |place| (voice, *place)));
    let points: Vec<(Id, Rect)> = primary
        .map(|(voice, place)| (place.feeling.id, draw::square(place.at, reach(voice, place))))
        .collect();
    let mut found: Vec<(Id, Label)> = Vec::new();
    for (_, voice, place) in wishes {
        let label = label(cx, grid, voice, place, height);
        let free = found
            .iter()
            .all(|(_, other)| !overlap(label.place.grown(APART / 2.0), other.place.grown(APART / 2.0)))
            && taken.iter().all(|disc| !overlap(label.place, *disc))
            && points.iter().all(|(id, point)| *id == place.feeling.id || !overlap(label.place, *point));
        if free {
            found.push((place.feeling.id, label));
        }
    }
    found
}

fn label(cx: &Context<'_>, grid: &Grid, voice: &Voice<'_>, place: Place<'_>, height: f64) -> Label {
    let value = place.feeling.value;
    let style = if voice.rank == 0 {
        type_roles::EMOTION_LABEL.style(if value > 0.0 { cx.palette.pos } else { cx.palette.neg })
    } else {
        type_roles::CHANNEL.style(cx.palette.ink3)
    };
    let block = cx.line(&place.feeling.label, style);
    let (w, h) = (block.size.w, block.size.h);
    let left = grid.columns.labels + HALO;
    let x = (place.at.x - w / 2.0).min(grid.columns.sheet - w - 8.0).max(left);
    let reach = reach(voice, place) + CLEAR;
    let (above, below) = (place.at.y - reach - h, place.at.y + reach);
    // Above a good feeling, below a bad one, unless the lane ends there.
    let y = if value > 0.0 {
        if above >= 2.0 { above } else { below }
    } else if below + h <= height - 2.0 {
        below
    } else {
        above
    };
    Label { block, place: Rect::new(x, y, w, h) }
}

fn is_extreme(places: &[Place<'_>], at: usize) -> bool {
    let value = places[at].feeling.value;
    let before = at.checked_sub(1).and_then(|at| places.get(at)).map(|place| place.feeling.value);
    let after = places.get(at + 1).map(|place| place.feeling.value);
    match (before, after) {
        (Some(before), Some(after)) => {
            (value >= before && value > after)
                || (value <= before && value < after)
                || (value > before && value >= after)
                || (value < before && value <= after)
        }
        (Some(_), None) | (None, Some(_)) | (None, None) => true,
    }
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}
