//! The canvas of an open map, kept up to date change by change.
//!
//! A changed card costs the setting of that card, the adding up of its row and the places of the rows below. What holds
//! the map together (stages, lanes, people, gaps, …) is laid out anew, with the text that is already set, and compared.

use crate::canvas::{Branch, Canvas, Context, sheet_prim};
use crate::geometry::{Point, Rect, Size};
use crate::layouter::{Layouter, notice};
use crate::options::{LayoutError, Options};
use crate::patching::Writer;
use crate::scene::{NodeKey, Notice, Patch, Scene, SceneImage};
use journey::{Card, Change, Document, Id, Table};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Room on the canvas for the box of a card that is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Room {
    /// The card as long as it is not in the document, with words that take as much room as the box.
    pub card: Card,
    /// How much more is kept free below it, in px.
    pub foot: f64,
}

/// The canvas of an open map.
pub struct CanvasView {
    layouter: Layouter,
    options: Options,
    canvas: Canvas,
    /// The lane that each shown card lies in.
    homes: HashMap<Id, Id>,
    /// The card that has more room than the map gives it.
    room: Option<Room>,
    scene: Scene,
}

impl CanvasView {
    /// Lays out a map and remembers what later changes need.
    ///
    /// # Errors
    /// [`LayoutError::NoMap`] where the document has no such map.
    pub fn open(layouter: Layouter, document: &Document, options: Options) -> Result<Self, LayoutError> {
        let (canvas, scene) = layouter.lay_out(document, &options)?;
        let homes = homes(&canvas);
        Ok(Self { layouter, options, canvas, homes, room: None, scene })
    }

    /// The Scene as it is now.
    pub fn scene(&self) -> &Scene {
        &self.scene
    }

    /// What was asked for.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Lays the map out with other options. The Scene has a new revision, and no patch leads to it: fetch it whole.
    ///
    /// # Errors
    /// [`LayoutError::NoMap`] where the document has no such map; the view is then as it was.
    pub fn set_options(&mut self, document: &Document, options: Options) -> Result<(), LayoutError> {
        let (canvas, mut scene) = self.layouter.lay_out(document, &options)?;
        scene.revision = self.scene.revision + 1;
        self.homes = homes(&canvas);
        self.room = None;
        (self.canvas, self.scene, self.options) = (canvas, scene, options);
        Ok(())
    }

    /// Takes a change over that was made to the document. The Scene afterwards is the one that a layout from nothing
    /// gives; the patch leads to it. Where the map itself has gone, the Scene stays and the patch is empty.
    pub fn update(&mut self, document: &Document, change: &Change) -> Patch {
        let mut cards: Vec<Id> = Vec::new();
        let mut is_structural = false;
        for record in &change.records {
            match record.table {
                Table::Card => {
                    cards.push(record.id);
                    is_structural |= self.canvas.referred.contains(&record.id);
                }
                // Nothing of these stands on the canvas.
                Table::Answer
                | Table::Action
                | Table::Evidence
                | Table::Comment
                | Table::Round
                | Table::Dismissal
                | Table::Version => {}
                Table::Team
                | Table::Tag
                | Table::Image
                | Table::Person
                | Table::Map
                | Table::Cast
                | Table::Stage
                | Table::Step
                | Table::Lane
                | Table::Feeling
                | Table::Gap
                | Table::Path
                | Table::Involvement
                | Table::Approval => is_structural = true,
            }
        }
        is_structural |= cards.iter().any(|card| self.lies_folded(document, *card));
        if is_structural { self.lay_out_anew(document) } else { self.cards_changed(document, &cards) }
    }

    /// Makes room for the box of a card that is written, or takes the room of the last one away. Such a card need not be
    /// in the document yet: when it comes, it lies where its room was. What is laid out anew has no room. None where
    /// nothing changes.
    pub fn make_room(&mut self, document: &Document, room: Option<Room>) -> Option<Patch> {
        let room = room.filter(|room| !self.lies_in_folded(room.card.lane));
        let before = std::mem::replace(&mut self.room, room);
        let mut touched: Vec<Id> = before.iter().chain(&self.room).map(|room| room.card.id).collect();
        touched.dedup();
        (!touched.is_empty()).then(|| self.cards_changed(document, &touched))
    }

    /// Whether a card lies, or will lie, in a folded lane, where one more card changes the bars of all others.
    fn lies_folded(&self, document: &Document, card: Id) -> bool {
        let now = document.cards.get(&card).map(|card| card.lane);
        [self.homes.get(&card).copied(), now].into_iter().flatten().any(|lane| self.lies_in_folded(lane))
    }

    fn lies_in_folded(&self, lane: Id) -> bool {
        let at = self.canvas.rows.get(&lane);
        at.is_some_and(|(sheet, row)| self.canvas.sheets[*sheet].rows[*row].is_collapsed())
    }

    fn lay_out_anew(&mut self, document: &Document) -> Patch {
        let Ok((canvas, mut next)) = self.layouter.lay_out(document, &self.options) else {
            return Writer::new(&mut self.scene).finish(Vec::new(), Vec::new());
        };
        // A patch only adds pictures: what is out of use goes when the map is next opened.
        let (known, fresh): (Vec<SceneImage>, Vec<SceneImage>) = next
            .images
            .drain(..)
            .partition(|image| self.scene.images.iter().any(|own| own.hash == image.hash));
        drop(known);
        let fonts = next.fonts.split_off(self.scene.fonts.len().min(next.fonts.len()));
        self.scene.title = next.title.clone();
        self.scene.language = next.language.clone();
        self.scene.notices = std::mem::take(&mut next.notices);
        self.scene.size = next.size;
        let keys: Vec<NodeKey> = next.reading_order().iter().map(|placed| placed.node.key.clone()).collect();
        let mut writer = Writer::new(&mut self.scene);
        let gone: Vec<NodeKey> =
            writer.scene.nodes.keys().filter(|key| !next.nodes.contains_key(*key)).cloned().collect();
        for key in gone {
            writer.remove(key);
        }
        for key in keys {
            if let Some(node) = next.nodes.remove(&key) {
                writer.put(node);
            }
        }
        let patch = writer.finish(fonts, fresh);
        self.homes = homes(&canvas);
        self.room = None;
        self.canvas = canvas;
        patch
    }

    fn cards_changed(&mut self, document: &Document, cards: &[Id]) -> Patch {
        let Some(map) = document.maps.get(&self.options.map) else {
            return Writer::new(&mut self.scene).finish(Vec::new(), Vec::new());
        };
        let cx = Context::new(document, map, &self.options, &self.layouter.shaper);
        let canvas = &mut self.canvas;
        // The touched cells of each touched row, and the cards that are gone.
        let mut touched: BTreeMap<(usize, usize), BTreeSet<usize>> = BTreeMap::new();
        let mut gone = Vec::new();
        for card in cards {
            if let Some(at) = self.homes.remove(card).and_then(|lane| canvas.rows.get(&lane).copied())
                && let Some(slot) = canvas.sheets[at.0].rows[at.1].remove(*card)
            {
                touched.entry(at).or_default().insert(slot.from);
                gone.push((*card, slot.key));
            }
            let room = self.room.as_ref().filter(|room| room.card.id == *card);
            if let Some(card) = document.cards.get(card).or(room.map(|room| &room.card))
                && let Some(at) = canvas.rows.get(&card.lane).copied()
                && let Some(column) = canvas.sheets[at.0].rows[at.1].insert(
                    &cx,
                    &canvas.grid,
                    card,
                    room.map_or(0.0, |room| room.foot),
                )
            {
                touched.entry(at).or_default().insert(column);
                self.homes.insert(card.id, card.lane);
            }
        }
        let before: Vec<(f64, f64)> = canvas.sheets.iter().map(|sheet| (sheet.y, sheet.height)).collect();
        let row_before: Vec<Vec<(f64, f64)>> = canvas
            .sheets
            .iter()
            .map(|sheet| sheet.rows.iter().map(|row| (row.y, row.height)).collect())
            .collect();
        for at in touched.keys() {
            let row = &mut canvas.sheets[at.0].rows[at.1];
            row.place(&cx, &canvas.grid);
        }
        canvas.stack();

        let size = canvas.size();
        let grid = &canvas.grid;
        let mut writer = Writer::new(&mut self.scene);
        writer.resize(&crate::canvas::root_key(map.id), size, None);
        for (card, key) in gone {
            if !self.homes.contains_key(&card) {
                writer.remove(key);
            }
        }
        let mut has_moved = false;
        for (at_sheet, sheet) in canvas.sheets.iter_mut().enumerate() {
            let (y, height) = before[at_sheet];
            has_moved |= (y, height) != (sheet.y, sheet.height);
            if height != sheet.height {
                let size = Size::new(grid.columns.sheet, sheet.height);
                writer.resize(&sheet.key, size, Some(vec![sheet_prim(&cx, size)]));
            }
            writer.shift(&sheet.key, |origin| Point::new(origin.x, sheet.y), y != sheet.y);
            for (at_row, row) in sheet.rows.iter_mut().enumerate() {
                let (y, height) = row_before[at_sheet][at_row];
                has_moved |= y != row.y;
                let resized = height != row.height;
                if resized {
                    let size = Size::new(grid.columns.sheet, row.height);
                    writer.resize(&row.key, size, Some(row.lane_prims(&cx, grid)));
                    writer.resize(&row.label, Size::new(grid.columns.labels, row.height), None);
                }
                writer.shift(&row.key, |origin| Point::new(origin.x, row.y), y != row.y);
                let columns = touched.get(&(at_sheet, at_row));
                if columns.is_none() && !resized {
                    continue;
                }
                for column in 0..row.cells.len() {
                    let key = row.cells[column].key.clone();
                    if resized {
                        let Rect { w, h, .. } = row.cell_rect(grid, column);
                        writer.resize(&key, Size::new(w, h), None);
                    }
                    if columns.is_some_and(|columns| columns.contains(&column)) {
                        writer.recompose(&key, row.children(column));
                    }
                }
                for slot in &mut row.slots {
                    if let Some(mut node) = slot.take_fresh() {
                        node.parent = Some(row.cells[slot.from].key.clone());
                        writer.put(Arc::new(node));
                    } else if slot.take_moved() {
                        let origin = slot.origin;
                        writer.shift(&slot.key, |_| origin, true);
                    }
                }
            }
        }
        if has_moved {
            for line in canvas.gap_lines(&cx) {
                let Branch { mut node, .. } = line;
                node.parent = Some(crate::canvas::root_key(map.id));
                writer.put(Arc::new(node));
            }
        }
        writer.scene.size = size;
        let fresh = writer.pictures(&cx, document, cards);
        let known = writer.scene.fonts.len();
        let fonts = if self.layouter.shaper.face_count() > known {
            self.layouter.shaper.fonts().split_off(known)
        } else {
            Vec::new()
        };
        let mut noticed: BTreeSet<Notice> = writer.scene.notices.iter().cloned().collect();
        for key in &writer.changed {
            if let Some(node) = writer.scene.nodes.get(key) {
                notice(node, &self.layouter.shaper, &mut noticed);
            }
        }
        writer.scene.notices = noticed.into_iter().collect();
        writer.finish(fonts, fresh)
    }
}

fn homes(canvas: &Canvas) -> HashMap<Id, Id> {
    let rows = canvas.sheets.iter().flat_map(|sheet| &sheet.rows);
    rows.flat_map(|row| row.slots.iter().map(|slot| (slot.card, row.lane))).collect()
}
