//! R1: a map is about one goal of one buyer.

use crate::{Date, Fields, Id, Order, Span};
use serde::{Deserialize, Serialize};

/// Whether a map shows how it is or how it shall be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum MapState {
    /// How it is.
    #[default]
    Current,
    /// How it shall be.
    Future,
}

impl MapState {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Current, Self::Future];
}

/// How far a map has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum MapStatus {
    /// Being made.
    #[default]
    Draft,
    /// Others look at it.
    InReview,
    /// Everybody stands behind it.
    Agreed,
    /// The world has moved on.
    Outdated,
}

impl MapStatus {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Draft, Self::InReview, Self::Agreed, Self::Outdated];
}

/// From where a map is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Perspective {
    /// From the organisation outwards.
    #[default]
    InsideOut,
    /// From the buyer's outcome backwards.
    BuyerBackward,
}

impl Perspective {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::InsideOut, Self::BuyerBackward];
}

/// How large and how hard the deals are; B2B deals differ in all of these [Boag].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DealProfile {
    /// Smallest usual value.
    pub value_from: Option<f64>,
    /// Largest usual value.
    pub value_to: Option<f64>,
    /// ISO 4217, or as people write it.
    pub currency: String,
    /// How many people decide.
    pub stakeholders: Option<u32>,
    /// How long a deal takes.
    pub duration: Option<Span>,
    /// Rules that bind the deal.
    pub regulations: String,
    /// What makes it hard.
    pub complexity: String,
}

/// One map of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Map {
    /// Its name.
    pub id: Id,
    /// Its place among the maps of the document; ties go by id.
    pub order: Order,
    /// What it is called.
    pub title: String,
    /// BCP 47.
    pub language: String,
    /// How it is, or how it shall be.
    pub state: MapState,
    /// The field of business.
    pub sector: String,
    /// The situation of the buyer.
    pub scenario: String,
    /// What the buyer wants.
    pub goal: String,
    /// What the map found, in one sentence; while it is empty the sentence is generated.
    pub headline: String,
    /// The stage that ends the buying.
    pub conversion: Option<Id>,
    /// What happens first.
    pub starts_when: String,
    /// What happens last.
    pub ends_when: String,
    /// How far it has come.
    pub status: MapStatus,
    /// Who keeps it true.
    pub owner: String,
    /// When it was last looked at.
    pub reviewed_on: Option<Date>,
    /// How often it is to be looked at.
    pub review_every: Option<Span>,
    /// As people call this version.
    pub version_label: String,
    /// From where it is told.
    pub perspective: Perspective,
    /// How large and how hard the deals are.
    pub deal: DealProfile,
    /// An image.
    pub logo: Option<Id>,
    /// Up to two colours, `#rrggbb`.
    pub brand_colors: Vec<String>,
    /// Lowest score of the scale that feelings came from.
    pub score_low: f64,
    /// Highest score of that scale.
    pub score_high: f64,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}

impl Default for Map {
    fn default() -> Self {
        Self {
            id: Id::default(),
            order: Order::default(),
            title: String::new(),
            language: "en".into(),
            state: MapState::Current,
            sector: String::new(),
            scenario: String::new(),
            goal: String::new(),
            headline: String::new(),
            conversion: None,
            starts_when: String::new(),
            ends_when: String::new(),
            status: MapStatus::Draft,
            owner: String::new(),
            reviewed_on: None,
            review_every: None,
            version_label: String::new(),
            perspective: Perspective::InsideOut,
            deal: DealProfile::default(),
            logo: None,
            brand_colors: Vec::new(),
            score_low: 1.0,
            score_high: 5.0,
            extra: Fields::new(),
        }
    }
}
