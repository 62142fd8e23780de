//! R9: a point on a curve, with the need behind it and how it is answered.

use crate::{EvidenceLevel, Fields, Id};
use serde::{Deserialize, Serialize};

/// Whether something is so or shall be so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Moment {
    /// It is so.
    #[default]
    Now,
    /// It shall be so.
    Future,
}

impl Moment {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Now, Self::Future];
}

/// A point on a curve.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Feeling {
    /// Its name.
    pub id: Id,
    /// A curve lane.
    pub lane: Id,
    /// The stage.
    pub stage: Id,
    /// Where in the stage, 0–1.
    pub position: f64,
    /// Whose it is.
    pub person: Option<Id>,
    /// −2…+2.
    pub value: f64,
    /// A few words beside the point.
    pub label: String,
    /// More about it.
    pub note: String,
    /// The need behind it [Bang].
    pub need: String,
    /// How the organisation answers.
    pub response_organisation: String,
    /// How its sales people answer.
    pub response_sales: String,
    /// How its content answers.
    pub response_content: String,
    /// How well it is known.
    pub evidence: EvidenceLevel,
    /// Now or in the future state.
    pub moment: Moment,
    /// The card that it came from.
    pub card: Option<Id>,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}
