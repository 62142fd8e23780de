//! Downstream impact: how much a pain or a gap costs on the way that still lies ahead.

use super::course::{Course, Spot};
use super::friction::{Friction, pains_by_friction};
use crate::{Document, Id, Phrase, RecordId, Table};

/// How much something costs on the way that still lies ahead, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Impact {
    /// The pain (a card) or the gap.
    pub record: RecordId,
    /// The stage that it counts in; for a gap the one before it.
    pub stage: Id,
    /// What it holds up by itself.
    pub friction: Friction,
    /// Friction × passes × reach ÷ number of stages; none where it is not rated.
    pub value: Option<f64>,
    /// The product spelled out, or what to enter.
    pub why: Phrase,
}

impl Impact {
    fn new(course: &Course, record: RecordId, stage: Id, spot: Spot, friction: Friction) -> Self {
        let (passes, reach, stages) = (course.passes(spot), course.reach(spot), course.len().max(1));
        let value = friction.value.map(|friction| friction * passes as f64 * reach as f64 / stages as f64);
        let why = match friction.value {
            Some(value) => {
                Phrase::new("insight.impact").with(passes).with(value).with(reach).with(course.len())
            }
            None => friction.why.clone(),
        };
        Self { record, stage, friction, value, why }
    }
}

/// The pains and gaps of a map by their downstream impact, worst first; ties by friction, stage and order. Those that
/// are not rated come last. A gap after the last stage does not count.
pub fn impacts(document: &Document, map: Id) -> Vec<Impact> {
    let course = Course::of(document, map);
    let mut found: Vec<(usize, Impact)> = Vec::new();
    for pain in pains_by_friction(document, map) {
        let Some(at) = course.column(pain.stage) else { continue };
        let record = RecordId::new(Table::Card, pain.card);
        found.push((at, Impact::new(&course, record, pain.stage, Spot::Stage(at), pain.friction)));
    }
    for (at, stage) in document.stages_of(map).into_iter().enumerate() {
        if at + 1 == course.len() {
            break;
        }
        for gap in document.gaps_after(stage.id) {
            let record = RecordId::new(Table::Gap, gap.id);
            let friction = Friction::of_gap(gap);
            found.push((at, Impact::new(&course, record, stage.id, Spot::After(at), friction)));
        }
    }
    let rank = |value: Option<f64>| value.unwrap_or(f64::NEG_INFINITY);
    // Both lists are in the order of the map before; a stable sort keeps it where all else is equal.
    found.sort_by(|(a_at, a), (b_at, b)| {
        rank(b.value)
            .total_cmp(&rank(a.value))
            .then(rank(b.friction.value).total_cmp(&rank(a.friction.value)))
            .then(a_at.cmp(b_at))
    });
    found.into_iter().map(|(_, impact)| impact).collect()
}
