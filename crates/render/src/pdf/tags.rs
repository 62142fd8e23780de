//! The structure of the document: a heading, a table of stages and lanes, paragraphs and figures, in reading order.

use super::page::Frame;
use super::{ByNode, description};
use crate::link::outward;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::geom;
use krilla::page::Page;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ContentTag, Identifier, Node as Tagged, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree,
};
use layout::{Node, NodeKey, Prim, Role, Scene};
use std::num::NonZeroU16;

/// Which content belongs to which node, gathered while drawing.
pub(super) struct Marks<'a> {
    of: ByNode<'a, Vec<Identifier>>,
    links: ByNode<'a, Identifier>,
    /// Nodes that are read by their description, because they hold no words to read.
    figures: ByNode<'a, ()>,
    open: Open,
}

/// What the content being drawn is marked as.
#[derive(Clone, PartialEq)]
enum Open {
    Nothing,
    Artifact,
    Figure(NodeKey),
    Words,
}

impl<'a> Marks<'a> {
    /// Links become annotations of the page first; they cannot be added while it is drawn on.
    pub(super) fn new(scene: &'a Scene, frame: Frame, page: &mut Page<'_>) -> Self {
        let mut marks =
            Self { of: ByNode::new(), links: ByNode::new(), figures: ByNode::new(), open: Open::Nothing };
        for placed in scene.reading_order() {
            let node = placed.node;
            if reads_as_figure(scene, node) {
                marks.figures.insert(&node.key, ());
            }
            let Some(link) = outward(node.link.as_deref()).filter(|_| leads_out(scene, node)) else {
                continue;
            };
            let at = frame.place(placed.at);
            let (w, h) = (node.size.w * frame.scale, node.size.h * frame.scale);
            let area = geom::Rect::from_xywh(at.x as f32, at.y as f32, w as f32, h as f32);
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

    /// What follows is a line of words of `key`.
    pub(super) fn words(&mut self, surface: &mut Surface<'_>, key: &'a NodeKey) {
        self.close(surface);
        let mark = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        self.of.entry(key).or_default().push(mark);
        self.open = Open::Words;
    }

    /// Ends what is open.
    pub(super) fn close(&mut self, surface: &mut Surface<'_>) {
        if self.open != Open::Nothing {
            surface.end_tagged();
            self.open = Open::Nothing;
        }
    }

    /// A mark without ink: an empty cell still has its place in its row.
    fn blank(&mut self, surface: &mut Surface<'_>) -> Tagged {
        let mark = surface.start_tagged(ContentTag::Other);
        surface.end_tagged();
        mark.into()
    }
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

/// Whether anything of a node or below it will be marked as content.
fn has_content(scene: &Scene, node: &Node) -> bool {
    (has_words(node) && node.role != Role::Decoration)
        || reads_as_figure(scene, node)
        || children(scene, node).any(|child| has_content(scene, child))
}

fn children<'s>(scene: &'s Scene, node: &'s Node) -> impl Iterator<Item = &'s Node> {
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

/// The tree of all that was marked.
pub(super) fn tree(scene: &Scene, marks: &mut Marks<'_>, surface: &mut Surface<'_>) -> TagTree {
    let mut writer = Writer {
        scene,
        marks,
        title: false,
        stages: Vec::new(),
        rows: Vec::new(),
        table_at: None,
        blocks: Vec::new(),
    };
    if let Some(root) = scene.node(&scene.root) {
        let mut blocks = Vec::new();
        writer.block(root, &mut blocks, surface);
        writer.blocks = blocks;
    }
    let mut tree = TagTree::new().with_lang(Some(scene.language.clone()));
    let blocks = writer.finish(surface);
    for block in blocks {
        tree.push(block);
    }
    tree
}

struct Writer<'w, 'a> {
    scene: &'w Scene,
    marks: &'w mut Marks<'a>,
    /// Whether the heading has been found.
    title: bool,
    stages: Vec<TagGroup>,
    /// Row header and cells of each lane.
    rows: Vec<(TagGroup, Vec<TagGroup>)>,
    /// Before which block the table stands: where its first part was met.
    table_at: Option<usize>,
    blocks: Vec<Tagged>,
}

impl Writer<'_, '_> {
    /// Appends what a node and those below it say, as paragraphs, figures and parts of the table.
    fn block(&mut self, node: &Node, to: &mut Vec<Tagged>, surface: &mut Surface<'_>) {
        match node.role {
            Role::Map | Role::Group | Role::Decoration | Role::Cell => {
                let own = self.own(node);
                if !own.is_empty() {
                    to.push(group(Tag::P, node, own).into());
                }
                for child in children(self.scene, node) {
                    self.block(child, to, surface);
                }
            }
            Role::Stage => {
                self.table_at.get_or_insert(to.len());
                let content = self.content_or_blank(node, surface);
                self.stages.push(group(Tag::TH(TableHeaderScope::Column), node, content));
            }
            Role::Lane => {
                self.table_at.get_or_insert(to.len());
                self.row(node, surface);
            }
            Role::LaneLabel
            | Role::Card
            | Role::Person
            | Role::Figure
            | Role::Feeling
            | Role::Gap
            | Role::Path
            | Role::Text => {
                let content = self.content(node);
                if content.is_empty() {
                    return;
                }
                let titles =
                    !self.title && node.role == Role::Text && node.text.trim() == self.scene.title.trim();
                to.push(if titles && !self.scene.title.trim().is_empty() {
                    self.title = true;
                    let heading = Tag::Hn(NonZeroU16::MIN, Some(self.scene.title.clone()));
                    group(heading, node, content).into()
                } else if let [Tagged::Group(_)] = content.as_slice() {
                    content.into_iter().next().unwrap_or_else(|| TagGroup::new(Tag::P).into())
                } else {
                    group(Tag::P, node, content).into()
                });
            }
        }
    }

    /// A lane: its label is the row's header; what lies in no cell comes with the first one.
    fn row(&mut self, lane: &Node, surface: &mut Surface<'_>) {
        let mut header = self.own(lane);
        let (mut cells, mut loose) = (Vec::new(), Vec::new());
        let scene = self.scene;
        for child in children(scene, lane) {
            match child.role {
                Role::LaneLabel => header.extend(self.content(child)),
                Role::Cell => {
                    let mut blocks = Vec::new();
                    self.block(child, &mut blocks, surface);
                    cells.push((child, blocks));
                }
                Role::Map
                | Role::Person
                | Role::Stage
                | Role::Lane
                | Role::Card
                | Role::Figure
                | Role::Feeling
                | Role::Gap
                | Role::Path
                | Role::Text
                | Role::Group
                | Role::Decoration => self.block(child, &mut loose, surface),
            }
        }
        if header.is_empty() {
            header.push(self.marks.blank(surface));
        }
        if let Some((_, first)) = cells.first_mut() {
            loose.append(first);
            *first = loose;
        } else if !loose.is_empty() {
            cells.push((lane, loose));
        }
        let header = group(Tag::TH(TableHeaderScope::Row), lane, header);
        let mut row = Vec::new();
        for (cell, mut content) in cells {
            if content.is_empty() {
                content.push(self.marks.blank(surface));
            }
            row.push(group(Tag::TD, cell, content));
        }
        self.rows.push((header, row));
    }

    /// The marks of a node itself: words, or one figure.
    fn own(&mut self, node: &Node) -> Vec<Tagged> {
        let Some(marks) = self.marks.of.remove(&node.key) else { return Vec::new() };
        let marks: Vec<Tagged> = marks.into_iter().map(Tagged::from).collect();
        if self.marks.is_figure(node) {
            let figure = Tag::Figure(Some(description(node).to_owned()));
            return vec![group(figure, node, marks).into()];
        }
        marks
    }

    /// What a node and all below it say, as the content of one paragraph.
    fn content(&mut self, node: &Node) -> Vec<Tagged> {
        let mut content = self.own(node);
        let scene = self.scene;
        for child in children(scene, node) {
            let inner = self.content(child);
            // A part in another language keeps it; other parts are just words of the whole.
            if child.language.is_some() && !inner.is_empty() {
                content.push(group(Tag::Span, child, inner).into());
            } else {
                content.extend(inner);
            }
        }
        if let Some(link) = self.marks.links.remove(&node.key) {
            content.push(link.into());
            return vec![TagGroup::with_children(Tag::Link, content).into()];
        }
        content
    }

    fn content_or_blank(&mut self, node: &Node, surface: &mut Surface<'_>) -> Vec<Tagged> {
        let mut content = self.content(node);
        if content.is_empty() {
            content.push(self.marks.blank(surface));
        }
        content
    }

    /// All blocks, the table among them, each row as wide as the widest.
    fn finish(mut self, surface: &mut Surface<'_>) -> Vec<Tagged> {
        let mut blocks = std::mem::take(&mut self.blocks);
        let Some(at) = self.table_at else { return blocks };
        let columns =
            self.rows.iter().map(|(_, cells)| cells.len()).chain([self.stages.len()]).max().unwrap_or(0);
        let mut table = TagGroup::new(Tag::Table.with_summary(Some(self.scene.title.clone())));
        if !self.stages.is_empty() {
            let mut row = TagGroup::new(Tag::TR);
            row.push(TagGroup::with_children(Tag::TD, vec![self.marks.blank(surface)]));
            let stages = std::mem::take(&mut self.stages);
            self.fill(&mut row, stages, columns, surface);
            table.push(TagGroup::with_children(Tag::THead, vec![row.into()]));
        }
        let mut body = TagGroup::new(Tag::TBody);
        for (header, cells) in std::mem::take(&mut self.rows) {
            let mut row = TagGroup::with_children(Tag::TR, vec![header.into()]);
            self.fill(&mut row, cells, columns, surface);
            body.push(row);
        }
        if !body.children.is_empty() {
            table.push(body);
        }
        blocks.insert(at.min(blocks.len()), table.into());
        blocks
    }

    fn fill(&mut self, row: &mut TagGroup, cells: Vec<TagGroup>, columns: usize, surface: &mut Surface<'_>) {
        let missing = columns.saturating_sub(cells.len());
        row.children.extend(cells.into_iter().map(Tagged::from));
        for _ in 0..missing {
            row.push(TagGroup::with_children(Tag::TD, vec![self.marks.blank(surface)]));
        }
    }
}

/// A group in the node's own language.
fn group(tag: impl Into<krilla::tagging::TagKind>, node: &Node, content: Vec<Tagged>) -> TagGroup {
    let mut tag = tag.into();
    if node.language.is_some() {
        tag.set_lang(node.language.clone());
    }
    TagGroup::with_children(tag, content)
}
