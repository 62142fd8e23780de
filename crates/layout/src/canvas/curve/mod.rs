//! A curve lane: how people feel along the way, one curve a person.

mod hatch;
mod hermite;
mod labels;
mod legend;
mod lines;
mod points;
mod scale;

pub use hermite::Curve;
pub use points::face;
pub use scale::Scale;

use super::branch::{Branch, key, key_of_two};
use super::context::Context;
use super::draw;
use super::gaps::{disc_prims, spoken as spoken_gap};
use super::grid::Grid;
use super::lanes::{Furniture, curve_height};
use super::metrics::CURVE_DISC;
use crate::geometry::{Point, Rect};
use crate::scene::{Layer, Prim, Role};
use crate::type_roles;
use journey::{Feeling, Gap, Id, Lane, Moment, Phrase, Table, words};

/// How many curves a lane shows.
const CURVES_MAX: usize = 5;

/// A feeling and where it lies in its lane.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The feeling.
    pub feeling: &'a Feeling,
    /// Its stage's column.
    pub column: usize,
    /// Where it lies in the lane's frame.
    pub at: Point,
}

/// The curve of one person.
pub struct Voice<'a> {
    /// The person; none for feelings that are nobody's.
    pub person: Option<Id>,
    /// What the person is called.
    pub name: String,
    /// Which curve it is, 0 the primary one.
    pub rank: usize,
    /// The feelings of now, left to right.
    pub now: Vec<Place<'a>>,
    /// The feelings that shall be, left to right.
    pub future: Vec<Place<'a>>,
}

/// What a curve lane shows: curves, feelings, discs of gaps, legend and faces.
pub fn furniture(cx: &Context<'_>, grid: &Grid, lane: &Lane, gaps: &[Vec<&Gap>], below: f64) -> Furniture {
    let height = curve_height(lane);
    let scale = Scale::new(height);
    let voices = voices(cx, grid, lane, &scale);
    let mut furniture = Furniture {
        cells: vec![Vec::new(); grid.stages.len()],
        leads: vec![height; grid.stages.len()],
        ..Furniture::default()
    };

    let mut prims = vec![lines::zero(cx, grid, &scale)];
    let primary = voices.first().map(|voice| curve_of(&voice.now)).unwrap_or_default();
    if let Some(voice) = voices.first() {
        prims.extend(lines::area(cx, &primary, &scale));
        if !voice.future.is_empty() {
            let future = curve_of(&voice.future);
            prims.extend(hatch::between(cx, &primary, &future));
            prims.extend(lines::future(cx, &future, &scale));
        }
    }
    for voice in voices.iter().skip(1).rev() {
        prims.extend(lines::other(cx, grid, voice));
    }
    if let Some(voice) = voices.first() {
        prims.extend(lines::primary(cx, grid, voice, &primary, gaps, &scale));
    }
    let size = Rect::new(0.0, 0.0, grid.columns.sheet, height);
    furniture.figures.push(
        Branch::new(key("curve", lane.id), Role::Figure, size)
            .on(Layer::Curve)
            .of(Table::Lane, lane.id)
            .alt(described(cx, lane, &voices))
            .draws(prims),
    );

    let discs = discs(cx, grid, lane, gaps, &primary);
    let taken: Vec<Rect> = discs.iter().map(|disc| place_of(&disc.node)).collect();
    let labels = labels::settle(cx, grid, &voices, &taken, height);
    for voice in voices.iter().rev() {
        for place in voice.now.iter().chain(&voice.future) {
            let left = grid.columns.lefts[place.column];
            let mut point = points::branch(cx, voice, *place, left, &scale);
            if let Some((_, label)) = labels.iter().find(|(feeling, _)| *feeling == place.feeling.id) {
                let corner = Point::new(left + point.node.origin.x, point.node.origin.y);
                point = point.holds([label.branch(cx, place.feeling, corner)]);
            }
            furniture.cells[place.column].push(point);
        }
    }
    furniture.over = discs;
    furniture.label_prims = legend::faces(cx, grid, &scale);
    furniture.label = legend::branches(cx, grid, lane, &voices, below, &scale);
    furniture
}

fn place_of(node: &crate::scene::Node) -> Rect {
    Rect::of(node.size).moved(node.origin)
}

fn curve_of(places: &[Place<'_>]) -> Curve {
    let points: Vec<Point> = places.iter().map(|place| place.at).collect();
    Curve::through(&points)
}

/// The curves of a lane: the primary person's first, then the others of the map, then what is nobody's.
fn voices<'a>(cx: &Context<'a>, grid: &Grid, lane: &Lane, scale: &Scale) -> Vec<Voice<'a>> {
    let mut places: Vec<Place<'a>> = cx
        .document
        .feelings
        .values()
        .filter(|feeling| feeling.lane == lane.id)
        .filter_map(|feeling| {
            let column = grid.column(feeling.stage)?;
            let x =
                grid.columns.lefts[column] + feeling.position.clamp(0.0, 1.0) * grid.columns.widths[column];
            Some(Place { feeling, column, at: Point::new(x, scale.y(feeling.value)) })
        })
        .collect();
    places.sort_by(|a, b| a.at.x.total_cmp(&b.at.x).then(a.feeling.id.cmp(&b.feeling.id)));
    let named = cx.members.iter().filter(|member| member.has_curve);
    let named = named.map(|member| (Some(member.person), member.name.clone()));
    named
        .chain([(None, String::new())])
        .filter_map(|(person, name)| {
            let of = |moment: Moment| -> Vec<Place<'a>> {
                let own =
                    |place: &&Place<'a>| place.feeling.person == person && place.feeling.moment == moment;
                places.iter().filter(own).copied().collect()
            };
            let (now, future) = (of(Moment::Now), of(Moment::Future));
            (!now.is_empty() || !future.is_empty()).then_some(Voice { person, name, rank: 0, now, future })
        })
        .take(CURVES_MAX)
        .enumerate()
        .map(|(rank, voice)| Voice { rank, ..voice })
        .collect()
}

/// The discs of gaps on the primary curve; where it does not reach, there is none.
fn discs(cx: &Context<'_>, grid: &Grid, lane: &Lane, gaps: &[Vec<&Gap>], primary: &Curve) -> Vec<Branch> {
    let mut found = Vec::new();
    for (at, gaps) in gaps.iter().enumerate() {
        let x = grid.columns.right(at);
        let (Some(first), Some(y)) = (gaps.first(), primary.y_at(x)) else { continue };
        let center = Point::new(CURVE_DISC + 2.0, CURVE_DISC + 2.0);
        let mut prims = vec![draw::disc(center, CURVE_DISC + 2.0, cx.palette.sheet)];
        if gaps.len() == 1 {
            prims.extend(disc_prims(cx, first, center, CURVE_DISC));
        } else {
            let count = cx.line(&gaps.len().to_string(), type_roles::FIELD_LABEL.figures(cx.palette.gap_ink));
            prims.push(draw::disc(center, CURVE_DISC, cx.palette.gap_fill));
            let corner = Point::new(center.x - count.size.w / 2.0, center.y - count.size.h / 2.0);
            prims.push(draw::text(&count, corner));
        }
        let spoken: Vec<String> = gaps.iter().map(|gap| spoken_gap(cx, gap)).collect();
        let place = draw::square(Point::new(x, y), CURVE_DISC + 2.0);
        found.push(
            Branch::new(key_of_two("gapdisc", lane.id, grid.stages[at]), Role::Decoration, place)
                .on(Layer::Gap)
                .of(Table::Gap, first.id)
                .alt(spoken.join("; "))
                .draws(prims),
        );
    }
    found
}

/// A curve lane in words: each person's feelings from left to right.
fn described(cx: &Context<'_>, lane: &Lane, voices: &[Voice<'_>]) -> String {
    let language = cx.language();
    let told = voices.iter().map(|voice| {
        let points: Vec<String> = voice
            .now
            .iter()
            .map(|place| {
                let stage = cx.document.stages.get(&place.feeling.stage).map_or("", |stage| &stage.name);
                let value = words::number(place.feeling.value, language);
                let parts = [stage, &value, &place.feeling.label];
                let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                parts.join(" ")
            })
            .collect();
        let points = points.join(", ");
        if voice.name.is_empty() { points } else { format!("{}: {points}", voice.name) }
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        cx.say(&Phrase::new("canvas.curve.empty").with(&lane.name))
    } else {
        format!("{}. {}", lane.name, told.join(". "))
    }
}

/// Shared by the parts of this folder: whether a value is far enough from the middle for a face and a label.
fn is_strong(value: f64) -> bool {
    value.abs() >= 1.0
}

/// Prims that a part of this folder adds.
type Prims = Vec<Prim>;
