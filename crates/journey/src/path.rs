//! R11: the ways that people take other than straight on.

use crate::{Fields, Id, Order, RecordId, Span};
use serde::{Deserialize, Serialize};

/// What sort of way it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PathKind {
    /// Back to an earlier stage.
    #[default]
    Revisit,
    /// Past a stage.
    Skip,
    /// A way round.
    Detour,
    /// Into the map from outside.
    Entry,
    /// Out of the map.
    Exit,
    /// Back to a manual channel.
    Fallback,
    /// From the end to the start.
    Feedback,
    /// The way people really take.
    Desire,
}

impl PathKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Revisit,
        Self::Skip,
        Self::Detour,
        Self::Entry,
        Self::Exit,
        Self::Fallback,
        Self::Feedback,
        Self::Desire,
    ];
}

/// A way that people take other than straight on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Path {
    /// Its name.
    pub id: Id,
    /// The map.
    pub map: Id,
    /// Its place among the paths of the map; ties go by id.
    pub order: Order,
    /// A stage or a card; none for outside.
    pub from: Option<RecordId>,
    /// A stage or a card; none for outside.
    pub to: Option<RecordId>,
    /// What sort of way it is.
    pub kind: PathKind,
    /// A few words on the line.
    pub label: String,
    /// How often, as a number.
    pub often: Option<f64>,
    /// What sends people this way.
    pub trigger: String,
    /// How long it takes.
    pub wait: Option<Span>,
    /// What the buyer was led to expect.
    pub expectation: String,
    /// Whether that was met.
    pub met: Option<bool>,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}
