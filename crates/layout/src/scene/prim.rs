//! The kinds of drawn things. Exporters match them without a wildcard.

use super::{NodeKey, TextPrim};
use crate::geometry::{Rect, Segment};
use crate::paint::{Paint, Stroke};
use serde::{Deserialize, Serialize};

/// One drawn thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Prim {
    /// A rectangle with rounded corners (radius 0 for sharp ones).
    Rect(RectPrim),
    /// A free shape. Filled by the nonzero rule.
    Path(PathPrim),
    /// A line that is glued to two nodes.
    Connector(ConnectorPrim),
    /// A block of text.
    Text(TextPrim),
    /// A picture.
    Image(ImagePrim),
    /// From here to the matching [`Prim::ClipPop`], of this node, only what lies inside is drawn.
    ClipPush(ClipPrim),
    /// Ends the innermost clip.
    ClipPop,
}

impl Prim {
    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&TextPrim> {
        match self {
            Self::Text(text) => Some(text),
            Self::Rect(_)
            | Self::Path(_)
            | Self::Connector(_)
            | Self::Image(_)
            | Self::ClipPush(_)
            | Self::ClipPop => None,
        }
    }
}

/// A rounded rectangle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RectPrim {
    /// Its outline; a stroke is centred on it.
    pub rect: Rect,
    /// Radius of each corner, at most half of the shorter side.
    pub radius: f64,
    /// What it is filled with.
    pub fill: Option<Paint>,
    /// Its edge.
    pub stroke: Option<Stroke>,
}

/// A free shape.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PathPrim {
    /// Its outline. Begins with a [`Segment::Move`].
    pub segments: Vec<Segment>,
    /// What it is filled with.
    pub fill: Option<Paint>,
    /// Its edge.
    pub stroke: Option<Stroke>,
}

/// A line glued to two nodes; a deck moves it with them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ConnectorPrim {
    /// The line. Arrow heads are paths of their own.
    pub segments: Vec<Segment>,
    /// How it is drawn.
    pub stroke: Stroke,
    /// The node at its start.
    pub from: Option<NodeKey>,
    /// The node at its end.
    pub to: Option<NodeKey>,
}

/// A part of a picture, scaled into a box.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImagePrim {
    /// Where it is drawn.
    pub rect: Rect,
    /// Index into [`Scene::images`] by content hash.
    pub image: String,
    /// The part that is drawn, in fractions 0–1 of the picture's width and height.
    pub crop: Rect,
    /// Radius of the corners.
    pub radius: f64,
}

/// The shape of a clip.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ClipPrim {
    /// What stays visible.
    pub rect: Rect,
    /// Radius of the corners.
    pub radius: f64,
}
