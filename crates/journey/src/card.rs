//! R8: one thing said about one stage, or about several side by side.

use crate::{Document, Fields, Id, Order, in_order};
use serde::{Deserialize, Serialize};

/// How well a thing is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum EvidenceLevel {
    /// Somebody thinks so.
    #[default]
    Hypothesis,
    /// Somebody saw it.
    Observed,
    /// There is a number.
    Measured,
}

impl EvidenceLevel {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Hypothesis, Self::Observed, Self::Measured];
}

/// One thing said about one stage, or about several side by side. Its kind is its lane's kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Card {
    /// Its name.
    pub id: Id,
    /// The row.
    pub lane: Id,
    /// The first stage.
    pub stage: Id,
    /// The last stage; the first one again for a card in one stage. Never before it.
    pub to_stage: Id,
    /// A step of the first stage.
    pub step: Option<Id>,
    /// Its place among the cards of the lane that begin in the same stage; ties go by id.
    pub order: Order,
    /// What it says; line breaks are `\n`.
    pub text: String,
    /// More about it.
    pub note: String,
    /// How well it is known.
    pub evidence: EvidenceLevel,
    /// Whose it is.
    pub people: Vec<Id>,
    /// Who is responsible.
    pub team: Option<Id>,
    /// Its tags.
    pub tags: Vec<Id>,
    /// Dots it was given.
    pub votes: u32,
    /// `#rrggbb`, or empty for the kind's own.
    pub color: String,
    /// The fields of its kind by name, see [`crate::LaneKind::fields`]. Those of another kind that it once was wait
    /// here as `touchpoints.system` for the way back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub fields: Fields,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}

impl Card {
    /// A card that lies in a cell, below one of its cards or at its end. It is not in the document.
    pub fn below(document: &Document, id: Id, (lane, stage): (Id, Id), below: Option<Id>) -> Self {
        let own = document.cards.values().filter(|card| card.lane == lane && card.stage == stage);
        let own = in_order(own, |card| &card.order);
        let at = below.and_then(|below| own.iter().position(|card| card.id == below));
        let above = at.map_or_else(|| own.last(), |at| own.get(at));
        let next = at.and_then(|at| own.get(at + 1));
        let order = Order::between(above.map(|card| &card.order), next.map(|card| &card.order));
        Self { id, lane, stage, to_stage: stage, order, ..Self::default() }
    }
}
