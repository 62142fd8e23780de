//! A thing on the Scene: what it depicts, where it lies, how it is read.

use super::Prim;
use crate::geometry::{Point, Size};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The name of a node, the same as long as the thing that it depicts exists: `card/ID`, `cell/LANE/STAGE`, …
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub struct NodeKey(pub Arc<str>);

impl NodeKey {
    /// A key from its text.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        Self(text.into())
    }
}

impl std::fmt::Display for NodeKey {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(&self.0)
    }
}

/// The record that a node depicts: its table (`stage`, `card`, …) and its id.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RecordRef {
    /// The name of the record's table.
    pub table: journey::Table,
    /// The record's id.
    pub id: journey::Id,
}

/// What lies above what. Paint order is layer, then tree order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Layer {
    /// Sheets, lanes, cells and cards.
    #[default]
    Sheet,
    /// The dashed lines of gaps.
    GapLine,
    /// Curves with their points and labels.
    Curve,
    /// Gap discs and capsules.
    Gap,
    /// Lane labels.
    Label,
    /// The header with the trail and its paths.
    Header,
}

/// What a node is, for assistive technology, for structure tags and for hit testing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Role {
    /// The whole map: its title is the text.
    Map,
    /// A person of the map's header.
    Person,
    /// A stage's header: a column header.
    Stage,
    /// A lane: a row of the table. Its children are the label and the cells.
    Lane,
    /// A lane's label: a row header.
    LaneLabel,
    /// Where a lane and a stage cross.
    Cell,
    /// A card.
    Card,
    /// A curve or another drawing, read by its alternative text.
    Figure,
    /// One feeling on a curve.
    Feeling,
    /// A gap between two stages.
    Gap,
    /// A path from one place of the map to another.
    Path,
    /// Text that belongs to its parent.
    Text,
    /// A group that only holds other nodes together.
    Group,
    /// Nothing to read: lines, backgrounds.
    #[default]
    Decoration,
}

/// A thing on the Scene. It owns its prims, in its own frame; a translation puts it into its parent's frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Node {
    /// Its name.
    pub key: NodeKey,
    /// The node that it lies in; none for the one root.
    pub parent: Option<NodeKey>,
    /// The nodes that lie in it, in reading order. Layer apart, this is the paint order as well.
    pub children: Vec<NodeKey>,
    /// Where it lies in its parent's frame.
    pub origin: Point,
    /// Its extent, for hit testing, focus rings and shapes of decks.
    pub size: Size,
    /// What it lies above.
    pub layer: Layer,
    /// What it is.
    pub role: Role,
    /// The record that it depicts.
    pub record: Option<RecordRef>,
    /// What it says, whole, in the order of reading; empty for decoration.
    pub text: String,
    /// What it shows, in words, where the text is not enough.
    pub alt: String,
    /// Its language (BCP 47) where it differs from the Scene's.
    pub language: Option<String>,
    /// Where it leads to (http, https or mailto only).
    pub link: Option<String>,
    /// Speaker notes.
    pub notes: String,
    /// What is drawn, in paint order, below its children of the same layer.
    pub prims: Vec<Prim>,
}
