//! R18, R19, R20, R21: what people say about a map, and what they decided not to hear again.

use crate::{Fields, Id, Order, RecordId};
use serde::{Deserialize, Serialize};

/// A remark about a record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Comment {
    /// Its name.
    pub id: Id,
    /// The record.
    pub about: Option<RecordId>,
    /// The remark.
    pub text: String,
    /// Who made it.
    pub name: String,
    /// When, in milliseconds since 1970 UTC.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub at: i64,
    /// Whether it is settled.
    pub resolved: bool,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}

/// What people did in a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RoundKind {
    /// They wrote in silence.
    #[default]
    SilentIdeas,
    /// They voted.
    Vote,
    /// They rated.
    Rating,
}

impl RoundKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::SilentIdeas, Self::Vote, Self::Rating];
}

/// A round of a workshop.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Round {
    /// Its name.
    pub id: Id,
    /// The map.
    pub map: Id,
    /// Its place among the rounds of the map; ties go by id.
    pub order: Order,
    /// What people did.
    pub kind: RoundKind,
    /// When, in milliseconds since 1970 UTC.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub started: i64,
    /// The votes or cards in it, by record.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub result: Fields,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}

/// A check or a proposal that a person does not want to hear again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dismissal {
    /// Its name.
    pub id: Id,
    /// The code of the check or the proposal.
    pub code: String,
    /// The record that it spoke of.
    pub about: RecordId,
    /// Why.
    pub reason: String,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}

/// A state of the document that has a name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Version {
    /// Its name.
    pub id: Id,
    /// The name.
    pub name: String,
    /// When, in milliseconds since 1970 UTC.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub at: i64,
    /// Who named it.
    pub who: String,
    /// Why.
    pub why: String,
    /// The last change that belongs to it; none for the very start.
    pub change: Option<Id>,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}
