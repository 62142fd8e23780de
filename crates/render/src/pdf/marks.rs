//! Which content of the page belongs to which node, and which nodes are read by their description.

use super::page::Frame;
use super::{ByNode, description};
use crate::link::outward;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::geom;
use krilla::page::Page;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ContentTag, Identifier, SpanTag};
use layout::{Node, NodeKey, Point, Prim, Rect, Role, Scene};

/// Which content belongs to which node, gathered while drawing.
pub(super) struct Marks<'a> {
    of: ByNode<'a, Vec<Identifier>>,
    /// The pictures of nodes that also have words.
    pictures: ByNode<'a, Vec<Identifier>>,
    links: ByNode<'a, Identifier>,
    /// Nodes that are read by their description, because they hold no words to read, and where each lies on the page.
    figures: ByNode<'a, Option<geom::Rect>>,
    open: Open,
}

/// What the content being drawn is marked as.
#[derive(Clone, PartialEq)]
enum Open {
    Nothing,
    Artifact,
    Figure(NodeKey),
    Content,
}

impl<'a> Marks<'a> {
    /// Links become annotations of the page first; they cannot be added while it is drawn on.
    pub(super) fn new(scene: &'a Scene, frame: Frame, page: &mut Page<'_>) -> Self {
        let mut marks = Self {
            of: ByNode::new(),
            pictures: ByNode::new(),
            links: ByNode::new(),
            figures: ByNode::new(),
            open: Open::Nothing,
        };
        for placed in scene.reading_order() {
            let node = placed.node;
            if reads_as_figure(scene, node) {
                marks.figures.insert(&node.key, area(frame, ink(node).moved(placed.at)));
            }
            let Some(link) = outward(node.link.as_deref()).filter(|_| leads_out(scene, node)) else {
                continue;
            };
            let area = area(frame, Rect::of(node.size).moved(placed.at));
            if let Some(area) = area {
                let target = Target::Action(Action::Link(LinkAction::new(link.to_owned())));
                let says = if node.text.is_empty() { link } else { &node.text };
                let annotation =
                    Annotation::new_link(LinkAnnotation::new(area, target), Some(says.to_owned()));
                marks.links.insert(&node.key, page.add_tagged_annotation(annotation));
            }
        }
        marks
    }

    /// Whether a node is read by its description.
    pub(super) fn is_figure(&self, node: &Node) -> bool {
        self.figures.contains_key(&node.key)
    }

    /// What follows is decoration.
    pub(super) fn artifact(&mut self, surface: &mut Surface<'_>) {
        if self.open != Open::Artifact {
            self.close(surface);
            surface.start_tagged(ContentTag::Artifact(Artifact::default()));
            self.open = Open::Artifact;
        }
    }

    /// What follows is a part of the figure `key`.
    pub(super) fn figure(&mut self, surface: &mut Surface<'_>, key: &'a NodeKey) {
        if self.open != Open::Figure(key.clone()) {
            self.close(surface);
            let mark = surface.start_tagged(ContentTag::Other);
            self.of.entry(key).or_default().push(mark);
            self.open = Open::Figure(key.clone());
        }
    }

    /// What follows is a picture among the words of `key`.
    pub(super) fn picture(&mut self, surface: &mut Surface<'_>, key: &'a NodeKey) {
        self.close(surface);
        let mark = surface.start_tagged(ContentTag::Other);
        self.pictures.entry(key).or_default().push(mark);
        self.open = Open::Content;
    }

    /// What follows is a line of words of `key`.
    pub(super) fn words(&mut self, surface: &mut Surface<'_>, key: &'a NodeKey) {
        self.close(surface);
        let mark = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        self.of.entry(key).or_default().push(mark);
        self.open = Open::Content;
    }

    /// Ends what is open.
    pub(super) fn close(&mut self, surface: &mut Surface<'_>) {
        if self.open != Open::Nothing {
            surface.end_tagged();
            self.open = Open::Nothing;
        }
    }

    /// A mark without ink: an empty cell still has its place in its row.
    pub(super) fn blank(&mut self, surface: &mut Surface<'_>) -> Identifier {
        self.close(surface);
        let mark = surface.start_tagged(ContentTag::Other);
        surface.end_tagged();
        mark
    }

    /// The marks of a node itself, handed over once.
    pub(super) fn take(&mut self, key: &NodeKey) -> Vec<Identifier> {
        self.of.remove(key).unwrap_or_default()
    }

    /// The marks of the pictures among a node's words, handed over once.
    pub(super) fn take_pictures(&mut self, key: &NodeKey) -> Vec<Identifier> {
        self.pictures.remove(key).unwrap_or_default()
    }

    /// The link over a node, handed over once.
    pub(super) fn take_link(&mut self, key: &NodeKey) -> Option<Identifier> {
        self.links.remove(key)
    }

    /// Where a figure lies on the page.
    pub(super) fn figure_area(&self, node: &Node) -> Option<geom::Rect> {
        self.figures.get(&node.key).copied().flatten()
    }
}

/// A box of the Scene on the page; none for one without extent.
fn area(frame: Frame, rect: Rect) -> Option<geom::Rect> {
    let at = frame.place(Point::new(rect.x, rect.y));
    let (w, h) = (rect.w * frame.scale, rect.h * frame.scale);
    geom::Rect::from_xywh(at.x as f32, at.y as f32, w as f32, h as f32)
}

/// The box around a node and what it draws, in its own frame.
fn ink(node: &Node) -> Rect {
    let drawn = node.prims.iter().filter_map(|prim| match prim {
        Prim::Rect(prim) => Some(prim.ink()),
        Prim::Path(prim) => Some(prim.ink()),
        Prim::Connector(prim) => Some(prim.ink()),
        Prim::Image(prim) => Some(prim.rect),
        Prim::Text(prim) => prim
            .lines
            .last()
            .map(|line| Rect::new(prim.origin.x, prim.origin.y, prim.width, line.y + line.height)),
        Prim::ClipPush(_) | Prim::ClipPop => None,
    });
    drawn.fold(Rect::of(node.size), |all, one| {
        let (x, y) = (all.x.min(one.x), all.y.min(one.y));
        Rect::new(x, y, all.right().max(one.right()) - x, all.bottom().max(one.bottom()) - y)
    })
}

fn has_words(node: &Node) -> bool {
    node.prims
        .iter()
        .any(|prim| matches!(prim, Prim::Text(text) if text.lines.iter().any(|line| !line.runs.is_empty())))
}

/// Whether a node is a paragraph, of which all or nothing can be a link.
fn leads_out(scene: &Scene, node: &Node) -> bool {
    match node.role {
        Role::Map | Role::Group | Role::Decoration | Role::Lane | Role::Cell => false,
        Role::Stage
        | Role::LaneLabel
        | Role::Card
        | Role::Person
        | Role::Figure
        | Role::Feeling
        | Role::Gap
        | Role::Path
        | Role::Text => has_content(scene, node),
    }
}

/// Whether a node has a picture and says what it shows.
pub(super) fn shows_picture(node: &Node) -> bool {
    node.role != Role::Decoration
        && !node.alt.trim().is_empty()
        && node.prims.iter().any(|prim| matches!(prim, Prim::Image(_)))
}

/// Whether anything of a node or below it will be marked as content.
fn has_content(scene: &Scene, node: &Node) -> bool {
    (has_words(node) && node.role != Role::Decoration)
        || shows_picture(node)
        || reads_as_figure(scene, node)
        || children(scene, node).any(|child| has_content(scene, child))
}

/// The nodes in a node.
pub(super) fn children<'s>(scene: &'s Scene, node: &'s Node) -> impl Iterator<Item = &'s Node> {
    node.children.iter().filter_map(|key| scene.node(key))
}

/// A drawing with a description: a figure, or any other thing that shows no words of its own.
fn reads_as_figure(scene: &Scene, node: &Node) -> bool {
    let drawn = node.prims.iter().any(|prim| match prim {
        Prim::Rect(_) | Prim::Path(_) | Prim::Connector(_) | Prim::Text(_) | Prim::Image(_) => true,
        Prim::ClipPush(_) | Prim::ClipPop => false,
    });
    if !drawn || description(node).trim().is_empty() {
        return false;
    }
    match node.role {
        Role::Figure => true,
        Role::Map | Role::Group | Role::Decoration | Role::Lane | Role::Cell => false,
        Role::Person
        | Role::Stage
        | Role::LaneLabel
        | Role::Card
        | Role::Feeling
        | Role::Gap
        | Role::Path
        | Role::Text => !has_words(node) && !children(scene, node).any(|child| has_content(scene, child)),
    }
}
