//! The Scene: a finished layout, as plain data.
//!
//! What is settled before a painter sees it:
//! - every place and size, in units of 1/96 inch, relative to the node that owns the thing;
//! - every line of text is broken, every run has its face, every glyph its place;
//! - every colour is resolved for the theme; hatching is lines, a label's halo is a rectangle;
//! - every node says which record it depicts and how assistive technology reads it.
//!
//! Left out on purpose: filters, blend modes, masks, group opacity, transforms other than translation.

mod face;
mod ink;
mod node;
mod patch;
mod prim;
mod text;

pub use face::{FontData, FontFace, Notice, SceneImage};
pub use node::{Layer, Node, NodeKey, RecordRef, Role};
pub use patch::{MissedRevision, Patch, WholeScene};
pub use prim::{ClipPrim, ConnectorPrim, ImagePrim, PathPrim, Prim, RectPrim};
pub use text::{Align, FaceUse, Family, Glyph, GlyphRun, StyleSpan, TextLine, TextPrim, TextStyle};

use crate::geometry::{Point, Rect, Size};
use crate::paint::Color;
use std::collections::HashMap;
use std::sync::Arc;

/// A finished layout.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Counts up with each patch.
    pub revision: u64,
    /// The whole extent; the origin is the upper left corner.
    pub size: Size,
    /// What lies behind everything.
    pub background: Color,
    /// The title, for documents and windows.
    pub title: String,
    /// The language (BCP 47).
    pub language: String,
    /// The one root.
    pub root: NodeKey,
    /// Every node by its name.
    pub nodes: HashMap<NodeKey, Arc<Node>>,
    /// The faces; text runs refer to them by index. Only grows while a map is open.
    pub fonts: Vec<FontFace>,
    /// The pictures, sorted by hash.
    pub images: Vec<SceneImage>,
    /// What a person should know, sorted, each once.
    pub notices: Vec<Notice>,
}

/// A node with its place on the whole Scene.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    /// The node.
    pub node: &'a Node,
    /// Its origin in the Scene's frame.
    pub at: Point,
}

impl Scene {
    /// A node by its name.
    pub fn node(&self, key: &NodeKey) -> Option<&Node> {
        self.nodes.get(key).map(|node| &**node)
    }

    /// Every node in reading order (tree order), with its place.
    pub fn reading_order(&self) -> Vec<Placed<'_>> {
        let mut found = Vec::with_capacity(self.nodes.len());
        let mut stack = vec![(&self.root, Point::default())];
        while let Some((key, frame)) = stack.pop() {
            let Some(node) = self.node(key) else { continue };
            let at = frame + node.origin;
            found.push(Placed { node, at });
            stack.extend(node.children.iter().rev().map(|child| (child, at)));
        }
        found
    }

    /// Every node in paint order: layer, then tree order.
    pub fn paint_order(&self) -> Vec<Placed<'_>> {
        let mut found = self.reading_order();
        found.sort_by_key(|placed| placed.node.layer);
        found
    }

    /// Where a node lies on the Scene.
    pub fn place(&self, key: &NodeKey) -> Option<Rect> {
        let node = self.node(key)?;
        let (mut at, mut above) = (node.origin, node.parent.as_ref());
        while let Some(parent) = above.and_then(|key| self.node(key)) {
            at = at + parent.origin;
            above = parent.parent.as_ref();
        }
        Some(Rect::of(node.size).moved(at))
    }

    /// The head and all nodes in tree order, as the page receives them.
    pub fn whole(&self) -> WholeScene {
        WholeScene {
            revision: self.revision,
            size: self.size,
            background: self.background,
            title: self.title.clone(),
            language: self.language.clone(),
            root: self.root.clone(),
            nodes: self
                .reading_order()
                .into_iter()
                .map(|placed| self.nodes[&placed.node.key].clone())
                .collect(),
            fonts: self.fonts.clone(),
            images: self.images.clone(),
            notices: self.notices.clone(),
        }
    }
}
