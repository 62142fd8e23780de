//! R14: what is known, and from where.

use crate::{Date, Fields, Id};
use serde::{Deserialize, Serialize};

/// Where knowledge comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum EvidenceKind {
    /// An interview.
    #[default]
    Interview,
    /// A survey.
    Survey,
    /// A focus group.
    FocusGroup,
    /// Numbers of use.
    Analytics,
    /// Numbers of sales.
    SalesData,
    /// What people ask support.
    SupportQuestions,
    /// Somebody watched.
    Observation,
}

impl EvidenceKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Interview,
        Self::Survey,
        Self::FocusGroup,
        Self::Analytics,
        Self::SalesData,
        Self::SupportQuestions,
        Self::Observation,
    ];
}

/// A thing that is known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// Its name.
    pub id: Id,
    /// Where it comes from.
    pub kind: EvidenceKind,
    /// Who or what said it.
    pub source: String,
    /// When.
    pub date: Option<Date>,
    /// The words or the number.
    pub quote: String,
    /// What it means to the buyer.
    pub meaning: String,
    /// The name of a file.
    pub file: String,
    /// What it speaks for.
    pub cards: Vec<Id>,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}
