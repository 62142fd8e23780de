//! The tree of nodes while it is made: parents hold their children, until the whole becomes a Scene's flat table.

use crate::geometry::{Point, Rect, Size};
use crate::scene::{Layer, Node, NodeKey, Prim, RecordRef, Role};
use journey::{Id, Table};
use std::fmt::Display;

/// A node with those that lie in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// The node; its parent and children are filled in by [`Branch::flatten`].
    pub node: Node,
    /// What lies in it, in reading order.
    pub branches: Vec<Branch>,
}

/// The key `kind/id`.
pub fn key(kind: &str, id: impl Display) -> NodeKey {
    NodeKey::new(format!("{kind}/{id}"))
}

/// The key `kind/one/other`.
pub fn key_of_two(kind: &str, one: impl Display, other: impl Display) -> NodeKey {
    NodeKey::new(format!("{kind}/{one}/{other}"))
}

impl Branch {
    /// A node in a box of its parent's frame. Its origin is a whole unit: web views put boxes on whole pixels, and a
    /// picture of the same Scene must not blur what the window draws sharp.
    pub fn new(key: NodeKey, role: Role, place: Rect) -> Self {
        let node = Node {
            key,
            parent: None,
            children: Vec::new(),
            origin: Point::new(place.x, place.y).whole(),
            size: Size::new(place.w, place.h),
            layer: Layer::Sheet,
            role,
            record: None,
            text: String::new(),
            alt: String::new(),
            language: None,
            link: None,
            notes: String::new(),
            prims: Vec::new(),
        };
        Self { node, branches: Vec::new() }
    }

    /// On a layer.
    pub fn on(mut self, layer: Layer) -> Self {
        self.node.layer = layer;
        self
    }

    /// Depicting a record.
    pub fn of(mut self, table: Table, id: Id) -> Self {
        self.node.record = Some(RecordRef { table, id });
        self
    }

    /// Saying a text.
    pub fn says(mut self, text: impl Into<String>) -> Self {
        self.node.text = text.into();
        self
    }

    /// Described in words.
    pub fn alt(mut self, alt: impl Into<String>) -> Self {
        self.node.alt = alt.into();
        self
    }

    /// With these prims behind those that it has.
    pub fn draws(mut self, prims: impl IntoIterator<Item = Prim>) -> Self {
        self.node.prims.extend(prims);
        self
    }

    /// With these nodes behind those that it has.
    pub fn holds(mut self, branches: impl IntoIterator<Item = Self>) -> Self {
        self.branches.extend(branches);
        self
    }

    /// Gives every node of the tree away, in tree order, with its parent and children filled in.
    pub fn flatten(self, parent: Option<&NodeKey>, take: &mut impl FnMut(Node)) {
        let Self { mut node, branches } = self;
        node.parent = parent.cloned();
        node.children = branches.iter().map(|branch| branch.node.key.clone()).collect();
        let key = node.key.clone();
        take(node);
        for branch in branches {
            branch.flatten(Some(&key), take);
        }
    }
}
