//! A Scene on its way to the page: whole, or what changed from one revision to the next.

use super::{FontFace, Node, NodeKey, Notice, Scene, SceneImage};
use crate::geometry::{Point, Size};
use crate::paint::Color;
use serde::Serialize;
use std::sync::Arc;

/// A Scene on its way to the page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WholeScene {
    /// See [`Scene::revision`].
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub revision: u64,
    /// See [`Scene::size`].
    pub size: Size,
    /// See [`Scene::background`].
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub background: Color,
    /// See [`Scene::title`].
    pub title: String,
    /// See [`Scene::language`].
    pub language: String,
    /// See [`Scene::root`].
    pub root: NodeKey,
    /// All nodes in tree order.
    pub nodes: Vec<Arc<Node>>,
    /// See [`Scene::fonts`].
    pub fonts: Vec<FontFace>,
    /// See [`Scene::images`].
    pub images: Vec<SceneImage>,
    /// See [`Scene::notices`].
    pub notices: Vec<Notice>,
}

/// What changed from one revision of a Scene to the next.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Patch {
    /// The revision that it leads to; it applies to the one before.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub revision: u64,
    /// Nodes that are new or differ in more than their origin, in tree order.
    pub changed: Vec<Arc<Node>>,
    /// Nodes that only moved in their parent's frame.
    pub moved: Vec<(NodeKey, Point)>,
    /// Nodes that are gone.
    pub removed: Vec<NodeKey>,
    /// The Scene's size now.
    pub size: Size,
    /// The Scene's title now.
    pub title: String,
    /// Faces that came in with this patch, behind those that were there.
    pub fonts: Vec<FontFace>,
    /// Pictures that came in with this patch.
    pub images: Vec<SceneImage>,
    /// All notices now.
    pub notices: Vec<Notice>,
}

impl Scene {
    /// Takes over a patch that was made for the next revision.
    ///
    /// # Errors
    /// [`MissedRevision`] where the patch is not the next one; the Scene is as it was.
    pub fn take(&mut self, patch: &Patch) -> Result<(), MissedRevision> {
        if patch.revision != self.revision + 1 {
            return Err(MissedRevision { expected: self.revision + 1, found: patch.revision });
        }
        for key in &patch.removed {
            self.nodes.remove(key);
        }
        for (key, origin) in &patch.moved {
            if let Some(node) = self.nodes.get_mut(key) {
                Arc::make_mut(node).origin = *origin;
            }
        }
        for node in &patch.changed {
            self.nodes.insert(node.key.clone(), node.clone());
        }
        self.revision = patch.revision;
        self.size = patch.size;
        self.title.clone_from(&patch.title);
        self.fonts.extend(patch.fonts.iter().cloned());
        self.images.extend(patch.images.iter().cloned());
        self.images.sort_by(|a, b| a.hash.cmp(&b.hash));
        self.notices.clone_from(&patch.notices);
        Ok(())
    }
}

/// A patch came that does not follow on the Scene at hand; fetch the whole Scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected the patch to revision {expected}, found the one to {found}")]
pub struct MissedRevision {
    /// The revision that was due.
    pub expected: u64,
    /// The revision that came.
    pub found: u64,
}
