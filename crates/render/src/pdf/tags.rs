//! The structure of the document: a heading, a table of stages and lanes, paragraphs and figures, in reading order.

use super::description;
use super::marks::{Marks, children};
use krilla::surface::Surface;
use krilla::tagging::{BBox, Node as Tagged, TableHeaderScope, Tag, TagGroup, TagKind};
use layout::{Node, Role, Scene};
use std::num::NonZeroU16;

/// All that was marked on a page.
pub(super) fn blocks(
    scene: &Scene,
    page: usize,
    marks: &mut Marks<'_>,
    surface: &mut Surface<'_>,
) -> Vec<Tagged> {
    let mut writer = Writer {
        scene,
        page,
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
    writer.finish(surface)
}

struct Writer<'w, 'a> {
    scene: &'w Scene,
    page: usize,
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
                } else {
                    match <[Tagged; 1]>::try_from(content) {
                        // A figure stands by itself, anything else in a paragraph.
                        Ok([Tagged::Group(only)]) if matches!(only.tag, TagKind::Figure(_)) => only.into(),
                        Ok([only]) => group(Tag::P, node, vec![only]).into(),
                        Err(content) => group(Tag::P, node, content).into(),
                    }
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
            header.push(self.blank(surface));
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
                content.push(self.blank(surface));
            }
            row.push(group(Tag::TD, cell, content));
        }
        self.rows.push((header, row));
    }

    fn blank(&mut self, surface: &mut Surface<'_>) -> Tagged {
        self.marks.blank(surface).into()
    }

    /// The marks of a node itself: words, or one figure.
    fn own(&mut self, node: &Node) -> Vec<Tagged> {
        let mut marks: Vec<Tagged> = self.marks.take(&node.key).into_iter().map(Tagged::from).collect();
        if !marks.is_empty() && self.marks.is_figure(node) {
            let area = self.marks.figure_area(node);
            let figure = Tag::Figure(Some(description(node).to_owned()))
                .with_bbox(area.map(|rect| BBox { page_idx: self.page, rect }));
            return vec![group(figure, node, marks).into()];
        }
        let pictures = self.marks.take_pictures(&node.key);
        if !pictures.is_empty() {
            let figure = Tag::Figure(Some(node.alt.clone()));
            let pictures = pictures.into_iter().map(Tagged::from).collect();
            marks.insert(0, group(figure, node, pictures).into());
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
        if let Some(link) = self.marks.take_link(&node.key) {
            content.push(link.into());
            return vec![TagGroup::with_children(Tag::Link, content).into()];
        }
        content
    }

    fn content_or_blank(&mut self, node: &Node, surface: &mut Surface<'_>) -> Vec<Tagged> {
        let mut content = self.content(node);
        if content.is_empty() {
            content.push(self.blank(surface));
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
            row.push(TagGroup::with_children(Tag::TD, vec![self.blank(surface)]));
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
            row.push(TagGroup::with_children(Tag::TD, vec![self.blank(surface)]));
        }
    }
}

/// A group in the node's own language.
fn group(tag: impl Into<TagKind>, node: &Node, content: Vec<Tagged>) -> TagGroup {
    let mut tag = tag.into();
    if node.language.is_some() {
        tag.set_lang(node.language.clone());
    }
    TagGroup::with_children(tag, content)
}
