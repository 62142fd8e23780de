//! A map as a text that is read from top to bottom: its head, stage after stage with what lies in each lane, and the
//! gaps between them. A query; every change goes through an Edit.
//!
//! It comes in two parts, so that nobody who types waits for a large map: the frame ([`outline`]) is about the map and
//! all its stages, [`parts`] say what lies in some of them. [`touched`] tells which of it a Change made stale.

mod chips;
mod frame;
mod lines;
mod touched;

pub use frame::outline;
pub use lines::parts;
pub use touched::{Touched, touched};

use crate::{Id, LaneKind};
use serde::Serialize;

/// What there is to read of a map besides what lies in its stages.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Outline {
    /// The map.
    pub map: Id,
    /// Its title.
    pub title: String,
    /// The language that it is written in (BCP 47).
    pub language: String,
    /// State, sector, version, status and the day of the last review, in words.
    pub chips: Vec<String>,
    /// What it is about.
    pub facts: Vec<OutlineFact>,
    /// Who plays a part in it.
    pub people: Vec<OutlinePerson>,
    /// The lanes that are not hidden, experience first.
    pub lanes: Vec<OutlineLane>,
    /// The stages, first to last.
    pub stages: Vec<OutlineStage>,
    /// The lowest point of the curve of the person that the map is told from.
    pub lowest: Option<Id>,
}

/// A field of the map that has words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OutlineFact {
    /// What people call it.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// Somebody who plays a part in the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OutlinePerson {
    /// The person.
    pub id: Id,
    /// What they are called.
    pub name: String,
    /// What they do, and how they take part in the buying.
    pub about: String,
    /// Whether the map is told from them.
    pub primary: bool,
}

/// A lane.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OutlineLane {
    /// The lane.
    pub id: Id,
    /// What people call it.
    pub name: String,
    /// What its cards are.
    pub kind: LaneKind,
    /// The name of its icon in `icons/`.
    pub icon: &'static str,
}

/// A stage, with the ways that begin in it and the gaps behind it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OutlineStage {
    /// The stage.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What buyers get done in it; mostly short.
    pub job: String,
    /// How long it takes, in words.
    pub duration: String,
    /// The names of its steps.
    pub steps: Vec<String>,
    /// How many cards begin in it.
    pub cards: usize,
    /// The gaps between it and the next one.
    pub gaps: Vec<OutlineGap>,
    /// The ways that begin in it.
    pub paths: Vec<OutlinePath>,
}

/// A gap between two stages.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OutlineGap {
    /// The gap.
    pub id: Id,
    /// The name of the icon on its disc in `icons/`.
    pub icon: &'static str,
    /// What it is called.
    pub title: String,
    /// What happens in it.
    pub detail: String,
    /// What is known of it.
    pub chips: Vec<OutlineChip>,
}

/// A way other than straight on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OutlinePath {
    /// The path.
    pub id: Id,
    /// What it is called; mostly why it is taken.
    pub label: String,
    /// "Revisit from Decision to Research".
    pub way: String,
}

/// What lies in a stage, lane after lane.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OutlinePart {
    /// The stage.
    pub stage: Id,
    /// The lanes that say something in it, in their order.
    pub cells: Vec<OutlineCell>,
}

/// What lies in a stage and a lane.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OutlineCell {
    /// The lane.
    pub lane: Id,
    /// What it says, in its order.
    pub lines: Vec<OutlineLine>,
}

/// A line of the outline.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "line", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum OutlineLine {
    /// A card.
    Card {
        /// The card.
        id: Id,
        /// What it says.
        text: String,
        /// What is known of it.
        chips: Vec<OutlineChip>,
    },
    /// A point of a curve.
    Feeling {
        /// The point.
        id: Id,
        /// Whose it is; empty for nobody's.
        person: String,
        /// Where in the stage: "at 0.52".
        at: String,
        /// How high it is, −2 to +2.
        value: f64,
        /// What it is called.
        label: String,
        /// What is known of it.
        chips: Vec<OutlineChip>,
    },
    /// What other records say here: teams, who decides, a curve without a point.
    Other {
        /// What they say.
        text: String,
    },
}

/// What is known of a thing, in a few words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "chip", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum OutlineChip {
    /// How much a pain hurts, 1 to 5.
    Severity {
        /// How much.
        level: u8,
        /// The same in words.
        text: String,
    },
    /// Much for little effort.
    QuickWin {
        /// The same in words.
        text: String,
    },
    /// Words.
    Said {
        /// The words.
        text: String,
    },
}
