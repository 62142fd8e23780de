//! R15 and R16: buying is coordinated work.

use crate::{Fields, Id, Order, RecordId};
use serde::{Deserialize, Serialize};

/// How somebody takes part in a stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum InvolvementKind {
    /// Leads.
    #[default]
    Leads,
    /// Decides.
    Decides,
    /// Approves.
    Approves,
    /// Advises.
    Advises,
    /// Is informed.
    Informed,
}

impl InvolvementKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] =
        &[Self::Leads, Self::Decides, Self::Approves, Self::Advises, Self::Informed];
}

/// A person takes part in a stage.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Involvement {
    /// Its name.
    pub id: Id,
    /// The person.
    pub person: Id,
    /// The stage.
    pub stage: Id,
    /// How.
    pub kind: InvolvementKind,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}

/// A level of approval.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Approval {
    /// Its name.
    pub id: Id,
    /// A stage or a card.
    pub about: RecordId,
    /// Its place among the approvals of the same thing; ties go by id.
    pub order: Order,
    /// Who approves.
    pub approver: Option<Id>,
    /// What they need to know.
    pub information: String,
    /// Why it is right.
    pub justification: String,
    /// How long it takes.
    pub days: Option<f64>,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}
