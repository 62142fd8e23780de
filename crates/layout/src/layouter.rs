//! From a document and options to a Scene, from nothing.

use crate::canvas::{self, Branch, Canvas, Context};
use crate::fonts::Fonts;
use crate::geometry::Size;
use crate::options::{LayoutError, Options};
use crate::scene::{Node, NodeKey, Notice, Prim, Scene, SceneImage};
use crate::text::Shaper;
use journey::Document;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Makes layouts. It owns the fonts and remembers the text that it has set, so keep one and use it again.
pub struct Layouter {
    pub(crate) shaper: Shaper,
}

impl Default for Layouter {
    fn default() -> Self {
        Self::new()
    }
}

impl Layouter {
    /// A layouter with the bundled faces, and those of the system for what they lack.
    pub fn new() -> Self {
        Self { shaper: Shaper::new(Fonts::new()) }
    }

    /// Lays out a map.
    ///
    /// # Errors
    /// [`LayoutError::NoMap`] where the document has no such map.
    pub fn layout(&self, document: &Document, options: &Options) -> Result<Scene, LayoutError> {
        Ok(self.lay_out(document, options)?.1)
    }

    /// The same, with what a [`crate::CanvasView`] remembers.
    pub(crate) fn lay_out(
        &self,
        document: &Document,
        options: &Options,
    ) -> Result<(Canvas, Scene), LayoutError> {
        let map = document.maps.get(&options.map).ok_or(LayoutError::NoMap(options.map))?;
        let cx = Context::new(document, map, options, &self.shaper);
        let (canvas, tree) = Canvas::new(&cx);
        let scene = self.scene(&cx, tree, canvas.size(), canvas::images(&cx));
        Ok((canvas, scene))
    }

    /// The Scene of a tree of nodes.
    pub(crate) fn scene(&self, cx: &Context<'_>, tree: Branch, size: Size, images: Vec<SceneImage>) -> Scene {
        let root = tree.node.key.clone();
        let mut nodes: HashMap<NodeKey, Arc<Node>> = HashMap::new();
        tree.flatten(None, &mut |node| {
            nodes.insert(node.key.clone(), Arc::new(node));
        });
        let mut noticed = BTreeSet::new();
        for node in nodes.values() {
            notice(node, &self.shaper, &mut noticed);
        }
        Scene {
            revision: 0,
            size,
            background: cx.palette.paper,
            title: cx.map.title.clone(),
            language: cx.map.language.clone(),
            root,
            nodes,
            fonts: self.shaper.fonts(),
            images,
            notices: noticed.into_iter().collect(),
        }
    }
}

/// Lays out a map with a layouter of its own. Whoever makes several layouts keeps a [`Layouter`].
///
/// # Errors
/// [`LayoutError::NoMap`] where the document has no such map.
pub fn layout(document: &Document, options: &Options) -> Result<Scene, LayoutError> {
    Layouter::new().layout(document, options)
}

/// What is to be told about the text of a node: characters without a glyph, and faces of this computer.
pub(crate) fn notice(node: &Node, shaper: &Shaper, noticed: &mut BTreeSet<Notice>) {
    for prim in &node.prims {
        match prim {
            Prim::Text(text) => {
                for run in text.lines.iter().flat_map(|line| &line.runs) {
                    noticed.extend(shaper.notice_of_face(run.font));
                    for glyph in run.glyphs.iter().filter(|glyph| glyph.id == 0 && glyph.end > glyph.start) {
                        let missing =
                            text.text.get(glyph.start as usize..glyph.end as usize).unwrap_or_default();
                        noticed.extend(missing.chars().map(|character| Notice::MissingGlyph { character }));
                    }
                }
            }
            Prim::Rect(_)
            | Prim::Path(_)
            | Prim::Connector(_)
            | Prim::Image(_)
            | Prim::ClipPush(_)
            | Prim::ClipPop => {}
        }
    }
}
