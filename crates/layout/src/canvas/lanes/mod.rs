//! The rows of the map: what each kind of lane holds beside its cards, how high it is, and its nodes.

mod deciders;
mod folded;
mod gaps;
mod label;
mod row;
mod teams;

pub use row::{Fittings, Row};

use super::branch::Branch;
use super::context::Context;
use super::curve;
use super::grid::Grid;
use super::metrics::{
    CAPSULE_BOTTOM, CAPSULE_TOP, CURVE_LANE, CURVE_LANE_MAX, CURVE_LANE_MIN, LANE_CONTENT_MIN, LANE_PAD,
    TOUCHPOINT,
};
use journey::{Gap, Lane, LaneKind};

/// What a lane shows beside its cards.
#[derive(Default)]
pub struct Furniture {
    /// Above the cards of each cell.
    pub cells: Vec<Vec<Branch>>,
    /// Height that it takes of each cell, above the cards.
    pub leads: Vec<f64>,
    /// Over the whole lane, before the cells.
    pub figures: Vec<Branch>,
    /// Over the whole lane, behind the cells.
    pub over: Vec<Branch>,
    /// In the label, below the name.
    pub label: Vec<Branch>,
    /// What the label draws itself, below the name.
    pub label_prims: Vec<crate::scene::Prim>,
}

/// Space above and below what a lane holds, without the line above it.
pub struct Pads {
    /// Above.
    pub top: f64,
    /// Below.
    pub bottom: f64,
    /// The least height between the two.
    pub least: f64,
}

/// The space that a kind of lane keeps. A new kind is added here, in [`furniture`] and in the looks of cards.
pub fn pads(cx: &Context<'_>, kind: LaneKind) -> Pads {
    let even = |pad: f64, least: f64| Pads { top: pad, bottom: pad, least };
    match kind {
        LaneKind::Touchpoints => even(LANE_PAD + 1.0, TOUCHPOINT),
        LaneKind::Gaps => Pads { top: CAPSULE_TOP, bottom: CAPSULE_BOTTOM, least: 38.0 },
        LaneKind::Emotions => even(0.0, 0.0),
        LaneKind::Teams | LaneKind::Thoughts | LaneKind::Questions | LaneKind::Text | LaneKind::Image => {
            even(LANE_PAD, LANE_CONTENT_MIN)
        }
        LaneKind::Goals
        | LaneKind::Actions
        | LaneKind::Content
        | LaneKind::InteractionModel
        | LaneKind::Deciders
        | LaneKind::Motivators
        | LaneKind::Risks
        | LaneKind::PainPoints
        | LaneKind::Opportunities
        | LaneKind::Measures
        | LaneKind::Backstage
        | LaneKind::Maturity
        | LaneKind::Statistic => even(LANE_PAD, cx.cards.one_line()),
    }
}

/// The height of a curve lane, its line above included.
pub fn curve_height(lane: &Lane) -> f64 {
    lane.height.unwrap_or(CURVE_LANE).clamp(CURVE_LANE_MIN, CURVE_LANE_MAX)
}

/// What a lane shows beside its cards, by its kind. `first` tells whether it is the first on its sheet, `below` where
/// the words of its label end.
pub fn furniture(
    cx: &Context<'_>,
    grid: &Grid,
    lane: &Lane,
    gaps: &[Vec<&Gap>],
    first: bool,
    below: f64,
) -> Furniture {
    match lane.kind {
        LaneKind::Emotions => curve::furniture(cx, grid, lane, gaps, below),
        LaneKind::Gaps => gaps::furniture(cx, grid, gaps, first),
        LaneKind::Teams => teams::furniture(cx, grid, lane, first),
        LaneKind::Deciders => deciders::furniture(cx, grid, lane, first),
        LaneKind::Goals
        | LaneKind::Actions
        | LaneKind::Touchpoints
        | LaneKind::Content
        | LaneKind::Thoughts
        | LaneKind::Questions
        | LaneKind::InteractionModel
        | LaneKind::Motivators
        | LaneKind::Risks
        | LaneKind::PainPoints
        | LaneKind::Opportunities
        | LaneKind::Measures
        | LaneKind::Backstage
        | LaneKind::Maturity
        | LaneKind::Statistic
        | LaneKind::Text
        | LaneKind::Image => Furniture::default(),
    }
}
