//! R4: teams and tags.

use crate::{Fields, Id};
use serde::{Deserialize, Serialize};

/// What a team is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TeamFunction {
    /// Anything else.
    #[default]
    Other,
    /// Marketing.
    Marketing,
    /// Sales.
    Sales,
    /// Support.
    Support,
}

impl TeamFunction {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Other, Self::Marketing, Self::Sales, Self::Support];
}

/// Who is responsible.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Team {
    /// Its name.
    pub id: Id,
    /// The name.
    pub name: String,
    /// What it is for.
    pub function: TeamFunction,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}

/// A grouping of one's own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tag {
    /// Its name.
    pub id: Id,
    /// The name.
    pub name: String,
    /// `#rrggbb`, or empty.
    pub color: String,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}
