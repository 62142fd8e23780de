//! Writing a changed canvas into its Scene, with the patch that leads there.

use crate::canvas::{Context, picture};
use crate::geometry::{Point, Size};
use crate::scene::{Node, NodeKey, Patch, Prim, Scene, SceneImage};
use journey::{Document, Id};
use std::sync::Arc;

/// Writes into a Scene and keeps a note of what it wrote, for the patch.
pub struct Writer<'a> {
    /// The Scene as it is so far.
    pub scene: &'a mut Scene,
    /// What was written, with its prims.
    pub changed: Vec<NodeKey>,
    known: std::collections::HashSet<NodeKey>,
    moved: Vec<NodeKey>,
    removed: Vec<NodeKey>,
}

impl<'a> Writer<'a> {
    /// Begins to write.
    pub fn new(scene: &'a mut Scene) -> Self {
        Self { scene, changed: Vec::new(), known: Default::default(), moved: Vec::new(), removed: Vec::new() }
    }

    fn has_changed(&mut self, key: &NodeKey) {
        if self.known.insert(key.clone()) {
            self.changed.push(key.clone());
        }
    }

    /// Puts a node in: changed, moved or as it was.
    pub fn put(&mut self, node: Arc<Node>) {
        match self.scene.nodes.get(&node.key) {
            Some(old) if **old == *node => return,
            Some(old) if is_same_but_for_origin(old, &node) => self.moved.push(node.key.clone()),
            Some(_) | None => self.has_changed(&node.key),
        }
        self.scene.nodes.insert(node.key.clone(), node);
    }

    /// Gives a node another size, and other prims where there are any.
    pub fn resize(&mut self, key: &NodeKey, size: Size, prims: Option<Vec<Prim>>) {
        let Some(node) = self.scene.nodes.get_mut(key) else { return };
        if node.size == size && prims.as_ref().is_none_or(|prims| *prims == node.prims) {
            return;
        }
        let node = Arc::make_mut(node);
        node.size = size;
        if let Some(prims) = prims {
            node.prims = prims;
        }
        self.has_changed(key);
    }

    /// Gives a node other children.
    pub fn recompose(&mut self, key: &NodeKey, children: Vec<NodeKey>) {
        let Some(node) = self.scene.nodes.get_mut(key) else { return };
        if node.children != children {
            Arc::make_mut(node).children = children;
            self.has_changed(key);
        }
    }

    /// Gives a node another place, if it has one.
    pub fn shift(&mut self, key: &NodeKey, place: impl FnOnce(Point) -> Point, has_moved: bool) {
        if has_moved && let Some(node) = self.scene.nodes.get_mut(key) {
            let origin = place(node.origin);
            if node.origin != origin {
                Arc::make_mut(node).origin = origin;
                self.moved.push(key.clone());
            }
        }
    }

    pub fn remove(&mut self, key: NodeKey) {
        if self.scene.nodes.remove(&key).is_some() {
            self.removed.push(key);
        }
    }

    /// Takes over the pictures of changed cards that the Scene does not have yet.
    pub fn pictures(&mut self, cx: &Context<'_>, document: &Document, cards: &[Id]) -> Vec<SceneImage> {
        let mut fresh: Vec<SceneImage> = Vec::new();
        for card in cards.iter().filter_map(|card| document.cards.get(card)) {
            let shows =
                document.lanes.get(&card.lane).is_some_and(|lane| lane.kind == journey::LaneKind::Image);
            if let Some(image) = shows.then(|| picture(cx, card)).flatten()
                && !self.scene.images.iter().chain(&fresh).any(|own| own.hash == image.hash)
            {
                fresh.push(image);
            }
        }
        fresh
    }

    /// The patch of all that was written; the Scene has the next revision.
    pub fn finish(self, fonts: Vec<crate::scene::FontFace>, images: Vec<SceneImage>) -> Patch {
        let Self { scene, changed, known, moved, removed } = self;
        scene.revision += 1;
        scene.fonts.extend(fonts.iter().cloned());
        scene.images.extend(images.iter().cloned());
        scene.images.sort_by(|a, b| a.hash.cmp(&b.hash));
        let moved = moved
            .into_iter()
            .filter(|key| !known.contains(key))
            .filter_map(|key| Some((key.clone(), scene.nodes.get(&key)?.origin)))
            .collect();
        Patch {
            revision: scene.revision,
            changed: changed.iter().filter_map(|key| scene.nodes.get(key).cloned()).collect(),
            moved,
            removed,
            size: scene.size,
            title: scene.title.clone(),
            fonts,
            images,
            notices: scene.notices.clone(),
        }
    }
}

fn is_same_but_for_origin(one: &Node, other: &Node) -> bool {
    let Node {
        key,
        parent,
        children,
        origin: _,
        size,
        layer,
        role,
        record,
        text,
        alt,
        language,
        link,
        notes,
        prims,
    } = one;
    *key == other.key
        && *parent == other.parent
        && *children == other.children
        && *size == other.size
        && *layer == other.layer
        && *role == other.role
        && *record == other.record
        && *text == other.text
        && *alt == other.alt
        && *language == other.language
        && *link == other.link
        && *notes == other.notes
        && *prims == other.prims
}
