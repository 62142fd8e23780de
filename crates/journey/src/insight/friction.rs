//! Friction: how much a pain, a gap or a stage holds buyers up.

use crate::{Card, Document, Gap, Id, LaneKind, Phrase};
use std::collections::HashMap;

/// How much something holds buyers up, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Friction {
    /// The number; none where there is nothing to compute it from.
    pub value: Option<f64>,
    /// How it came about, or what to enter.
    pub why: Phrase,
}

impl Friction {
    /// Severity × votes, at least one. Not rated has none.
    fn rated(severity: Option<f64>, votes: u32) -> Self {
        match severity {
            Some(severity) => Self {
                value: Some(severity * f64::from(votes.max(1))),
                why: Phrase::new("insight.friction").with(votes.max(1)).with(severity),
            },
            None => Self { value: None, why: Phrase::new("insight.friction.not-rated") },
        }
    }

    /// Of a pain point.
    pub fn of_pain(card: &Card) -> Self {
        Self::rated(card.fields.get("severity").and_then(|severity| severity.as_f64()), card.votes)
    }

    /// Of a gap.
    pub fn of_gap(gap: &Gap) -> Self {
        Self::rated(gap.severity.map(f64::from), gap.votes)
    }

    /// The sum of those that are rated.
    fn sum(parts: &[Self], missing: &str) -> Self {
        let rated: Vec<f64> = parts.iter().filter_map(|part| part.value).collect();
        if rated.is_empty() {
            return Self { value: None, why: Phrase::new(missing) };
        }
        let why = Phrase::new("insight.friction.sum").with(rated.len());
        Self { value: Some(rated.iter().sum()), why }
    }
}

/// A pain point with its friction.
#[derive(Clone, Debug, PartialEq)]
pub struct PainFriction {
    /// The card.
    pub card: Id,
    /// The stage that it counts in: its first one.
    pub stage: Id,
    /// Its friction.
    pub friction: Friction,
}

/// A stage with its friction.
#[derive(Clone, Debug, PartialEq)]
pub struct StageFriction {
    /// The stage.
    pub stage: Id,
    /// The sum of its pains.
    pub friction: Friction,
    /// The sum of the gaps after it, shown at its right edge. The last stage has none that count.
    pub gap: Friction,
}

/// The pain points of a map, worst first; ties by stage, then by order. Those that are not rated come last.
pub fn pains_by_friction(document: &Document, map: Id) -> Vec<PainFriction> {
    let stages = document.stages_of(map);
    let at: HashMap<Id, usize> = stages.iter().enumerate().map(|(at, stage)| (stage.id, at)).collect();
    let mut cards: Vec<&Card> = document
        .cards
        .values()
        .filter(|card| {
            let lane = document.lanes.get(&card.lane);
            lane.is_some_and(|lane| lane.map == map && lane.kind == LaneKind::PainPoints)
        })
        .collect();
    cards.sort_by(|a, b| (at.get(&a.stage), &a.order, a.id).cmp(&(at.get(&b.stage), &b.order, b.id)));
    let mut pains: Vec<PainFriction> = cards
        .into_iter()
        .map(|card| PainFriction { card: card.id, stage: card.stage, friction: Friction::of_pain(card) })
        .collect();
    let key = |pain: &PainFriction| pain.friction.value.unwrap_or(f64::NEG_INFINITY);
    pains.sort_by(|a, b| key(b).total_cmp(&key(a)));
    pains
}

/// The stages of a map with their friction, left to right.
pub fn stage_frictions(document: &Document, map: Id) -> Vec<StageFriction> {
    let mut pains: HashMap<Id, Vec<Friction>> = HashMap::new();
    for pain in pains_by_friction(document, map) {
        pains.entry(pain.stage).or_default().push(pain.friction);
    }
    let stages = document.stages_of(map);
    let last = stages.len().saturating_sub(1);
    stages
        .iter()
        .enumerate()
        .map(|(at, stage)| {
            let own = pains.remove(&stage.id).unwrap_or_default();
            let gaps: Vec<Friction> = if at == last {
                Vec::new()
            } else {
                document.gaps_after(stage.id).into_iter().map(Friction::of_gap).collect()
            };
            StageFriction {
                stage: stage.id,
                friction: Friction::sum(&own, "insight.friction.no-pain"),
                gap: Friction::sum(&gaps, "insight.friction.no-gap"),
            }
        })
        .collect()
}
