//! R10: where buyers are dropped between two stages.

use crate::{Fields, Id, Order, Span};
use serde::{Deserialize, Serialize};

/// Why buyers get lost here. The first four are [Boag]'s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Cause {
    /// They must wait.
    #[default]
    Time,
    /// The channel changes.
    Channel,
    /// The device changes.
    Device,
    /// Another department takes over.
    Silo,
    /// Somebody new joins.
    Person,
}

impl Cause {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Time, Self::Channel, Self::Device, Self::Silo, Self::Person];

    /// The name of its icon in `icons/`.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Time => "clock",
            Self::Channel => "arrow-right-left",
            Self::Device => "monitor-smartphone",
            Self::Silo => "silos",
            Self::Person => "user",
        }
    }
}

/// What is done about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum GapStatus {
    /// Nothing.
    #[default]
    Open,
    /// Buyers are cared for meanwhile.
    Nurtured,
    /// It is closed.
    Plugged,
}

impl GapStatus {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Open, Self::Nurtured, Self::Plugged];
}

/// A place between two stages where buyers are dropped [Boag].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gap {
    /// Its name.
    pub id: Id,
    /// The stage that it follows. While that stage is the last one the gap is kept but not drawn.
    pub stage: Id,
    /// Its place among the gaps after the stage; ties go by id.
    pub order: Order,
    /// Why; the first one gives the icon.
    pub causes: Vec<Cause>,
    /// What it is called.
    pub title: String,
    /// More in a few words.
    pub detail: String,
    /// How long buyers wait here.
    pub wait: Option<Span>,
    /// 1–5, or not rated.
    pub severity: Option<u8>,
    /// Dots it was given.
    pub votes: u32,
    /// What plugs it.
    pub plug: String,
    /// The system that covers it.
    pub covering_system: String,
    /// The team that answers for it.
    pub owner: Option<Id>,
    /// What is done about it.
    pub status: GapStatus,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}

impl Gap {
    /// The name of its icon in `icons/`: that of its first cause.
    pub fn icon(&self) -> &'static str {
        self.causes.first().copied().unwrap_or_default().icon()
    }
}
