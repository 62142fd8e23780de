//! R12 and R13: which opportunity answers what, and the actions that follow.

use crate::{Due, Fields, Id, Order, RecordId};
use serde::{Deserialize, Serialize};

/// An opportunity answers a pain or a gap.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Answer {
    /// Its name.
    pub id: Id,
    /// The opportunity's card.
    pub opportunity: Id,
    /// A pain's card, or a gap.
    pub problem: RecordId,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}

/// How far an action has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ActionStatus {
    /// Somebody said it.
    #[default]
    Idea,
    /// It will be done.
    Agreed,
    /// It is being done.
    Doing,
    /// It is done.
    Done,
    /// It will not be done.
    Dropped,
}

impl ActionStatus {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Idea, Self::Agreed, Self::Doing, Self::Done, Self::Dropped];
}

/// What somebody will do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Action {
    /// Its name.
    pub id: Id,
    /// The map.
    pub map: Id,
    /// Its place among the actions of the map; ties go by id.
    pub order: Order,
    /// What is to be done.
    pub text: String,
    /// The opportunity's card.
    pub opportunity: Option<Id>,
    /// The person who sees to it.
    pub owner: Option<Id>,
    /// The team that does it.
    pub team: Option<Id>,
    /// A day or a month.
    pub start: Option<Due>,
    /// A day or a month.
    pub due: Option<Due>,
    /// What it takes.
    pub resources: String,
    /// How far it has come.
    pub status: ActionStatus,
    /// How we shall know.
    pub measure: String,
    /// More about it.
    pub note: String,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}
