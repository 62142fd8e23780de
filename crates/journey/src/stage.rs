//! R5 and R6: the stages of a map and the steps inside them.

use crate::{Duration, Fields, Id, Order};
use serde::{Deserialize, Serialize};

/// Who is with the buyer; only 17 % of the journey is with suppliers [Backward].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Presence {
    /// A supplier.
    #[default]
    WithSupplier,
    /// Nobody; the buyer reads and thinks.
    Independent,
    /// Colleagues and other buyers.
    Peers,
    /// A supplier's system.
    SelfService,
}

impl Presence {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::WithSupplier, Self::Independent, Self::Peers, Self::SelfService];
}

/// A column of the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stage {
    /// Its name.
    pub id: Id,
    /// The map.
    pub map: Id,
    /// Its place among the stages of the map; ties go by id.
    pub order: Order,
    /// The name.
    pub name: String,
    /// For slides; the name is used where empty.
    pub short_name: String,
    /// The act that it belongs to, by name; side by side they form a row above.
    pub act: String,
    /// The buyer job.
    pub job: String,
    /// How long it takes.
    pub duration: Option<Duration>,
    /// What the buyer needs to complete.
    pub purpose: String,
    /// What the buyer asks.
    pub question: String,
    /// What must be true to get in.
    pub entry: String,
    /// What must be true to get on.
    pub exit: String,
    /// Who is with the buyer.
    pub presence: Option<Presence>,
    /// Share of the whole effort, in any unit.
    pub effort: Option<f64>,
    /// Teams that answer for it.
    pub responsible: Vec<Id>,
    /// Teams that help.
    pub supports: Vec<Id>,
    /// A map that tells this stage in detail.
    pub linked_map: Option<Id>,
    /// Width of the column at 100 %, 176–480.
    pub width: f64,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}

impl Default for Stage {
    fn default() -> Self {
        Self {
            id: Id::default(),
            map: Id::default(),
            order: Order::default(),
            name: String::new(),
            short_name: String::new(),
            act: String::new(),
            job: String::new(),
            duration: None,
            purpose: String::new(),
            question: String::new(),
            entry: String::new(),
            exit: String::new(),
            presence: None,
            effort: None,
            responsible: Vec::new(),
            supports: Vec::new(),
            linked_map: None,
            width: 240.0,
            extra: Fields::new(),
        }
    }
}

/// A named part of a stage.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// Its name.
    pub id: Id,
    /// The stage.
    pub stage: Id,
    /// Its place among the steps of the stage; ties go by id.
    pub order: Order,
    /// The name.
    pub name: String,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}
