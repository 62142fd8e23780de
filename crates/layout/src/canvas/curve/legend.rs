//! The legend in a curve lane's label, and the faces on its scale.

use super::lines::DASHES;
use super::points::marker;
use super::scale::Scale;
use super::{Prims, Voice};
use crate::canvas::branch::{Branch, key_of_two};
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::canvas::grid::Grid;
use crate::canvas::metrics::LANE_NAME_LEFT;
use crate::geometry::{Point, Rect};
use crate::paint::Stroke;
use crate::scene::{Layer, Role};
use crate::type_roles;
use journey::{Lane, Table};

/// The values at which faces stand on the scale.
const FACES: [(f64, &str); 3] = [(1.5, "smile"), (0.0, "meh"), (-1.5, "frown")];
/// Side of a face, and from its middle to the label's right edge.
const FACE: (f64, f64) = (16.0, 20.4);
/// Height of a row, from one row to the next, and from the name to the first row.
const ROW: (f64, f64, f64) = (16.0, 19.0, 8.5);
/// Length of the sample of the line, and from its start to the name.
const SAMPLE: (f64, f64) = (18.0, 25.0);

/// The faces on the scale, in the frame of the label.
pub fn faces(cx: &Context<'_>, grid: &Grid, scale: &Scale) -> Prims {
    let palette = cx.palette;
    let x = grid.columns.labels - FACE.1 - FACE.0 / 2.0;
    FACES
        .iter()
        .zip([palette.pos, palette.mid, palette.neg])
        .filter_map(|((value, name), color)| {
            cx.icon(name, Point::new(x, scale.y(*value) - FACE.0 / 2.0), FACE.0, color, 1.25)
        })
        .collect()
}

/// A row for each person, in the frame of the label, below `below`.
pub fn branches(
    cx: &Context<'_>,
    grid: &Grid,
    lane: &Lane,
    voices: &[Voice<'_>],
    below: f64,
    scale: &Scale,
) -> Vec<Branch> {
    let mut found = Vec::new();
    for voice in voices {
        let Some(member) = voice.person.and_then(|person| cx.member(person)) else { continue };
        let top = below + ROW.2 + found.len() as f64 * ROW.1;
        let middle = top + ROW.0 / 2.0;
        let beside_face =
            FACES.iter().any(|(value, _)| (scale.y(*value) - middle).abs() < (FACE.0 + 12.0) / 2.0);
        let right = grid.columns.labels - if beside_face { FACE.1 + FACE.0 / 2.0 + 3.0 } else { 8.0 };
        let room = (right - LANE_NAME_LEFT - SAMPLE.1).max(12.0);
        let name = cx.fitted(&voice.name, type_roles::CHANNEL.style(cx.palette.ink2), room);
        let y = ROW.0 / 2.0;
        let ends = [Point::new(0.0, y), Point::new(SAMPLE.0, y)];
        let mut prims = if voice.rank == 0 {
            vec![draw::line(&ends, Stroke::new(cx.palette.pos, 3.25))]
        } else {
            let dash = DASHES[(voice.rank - 1) % DASHES.len()];
            let ends = [Point::new(1.0, y), Point::new(SAMPLE.0 - 1.0, y)];
            vec![draw::line(&ends, Stroke::new(cx.palette.ink3, 1.75).dashed(dash).rounded())]
        };
        if voice.rank > 1 {
            // The first of the others is told by its dots alone, as in the design; later ones need their marker.
            prims.push(marker(cx, voice.rank, Point::new(SAMPLE.0 / 2.0, y)));
        }
        prims.push(draw::text(&name, Point::new(SAMPLE.1, (ROW.0 - name.size.h) / 2.0)));
        let place = Rect::new(LANE_NAME_LEFT, top, SAMPLE.1 + name.size.w, ROW.0);
        found.push(
            // The part in the map, not the person: a click on the legend makes it the primary one.
            Branch::new(key_of_two("legend", lane.id, member.person), Role::Text, place)
                .on(Layer::Label)
                .of(Table::Cast, member.cast)
                .says(voice.name.clone())
                .draws(prims),
        );
    }
    found
}
