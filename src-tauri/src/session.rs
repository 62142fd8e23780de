//! The open map of the window: the document in the store, its Scene, and what the page is told about both.

mod maps;

use crate::clock;
use crate::language::{language, say};
use crate::problem::Problem;
use crate::told::{Counts, maps_of, removed};
use journey::template::prompt;
use journey::{
    Card, Change, Document, Edit, Fields, Id, Phrase, RecordId, Stamp, Table, beside, insight, outline,
};
use layout::{CanvasView, Layouter, Options, Patch, Scene, WholeScene};
use serde::Deserialize;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use store::{Open, OpenDocument};

pub use crate::told::{Done, OpenMap, SaveState};

/// An open map.
pub struct Session {
    document: OpenDocument,
    map: Id,
    /// None until the page asks for the Scene.
    view: Option<CanvasView>,
    /// The records that are being typed and were not there before, each with its session of typing.
    typed: Vec<(String, RecordId)>,
    /// Which state of which map this is.
    stamp: u64,
    /// Where the page's camera was last, in the page's own terms.
    place: Option<serde_json::Value>,
}

/// Where a card is written that may not be in the map yet.
#[derive(Debug, Deserialize)]
pub struct Room {
    card: Id,
    lane: Id,
    stage: Id,
    /// The card of the cell that it lies below; the last one without it.
    below: Option<Id>,
    /// How much is kept free below its box, in px.
    foot: f64,
}

/// A number that no other state of a map had.
fn next_stamp() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

fn stamp() -> Stamp {
    Stamp { change: clock::new_id(), at: clock::now(), author: String::new() }
}

impl Session {
    /// Begins with what the store opened.
    ///
    /// # Errors
    /// Where the document has no map.
    pub fn new(open: Open) -> Result<Self, Problem> {
        let document = open.document;
        let map = document.document().maps_in_order().first().map(|map| map.id);
        let map = map.ok_or_else(|| Problem::said("window.no_map", &[]))?;
        Ok(Self { document, map, view: None, typed: Vec::new(), stamp: next_stamp(), place: None })
    }

    /// The user's file; none for a draft.
    pub fn path(&self) -> Option<&Path> {
        self.document.path()
    }

    /// Where the page's camera was last.
    pub fn place(&self) -> Option<&serde_json::Value> {
        self.place.as_ref()
    }

    /// Notes where the page's camera is.
    pub fn set_place(&mut self, place: Option<serde_json::Value>) {
        self.place = place;
    }

    /// Whether it can only be looked at.
    pub fn is_read_only(&self) -> bool {
        self.document.read_only().is_some()
    }

    /// The document in the store.
    pub fn stored(&mut self) -> &mut OpenDocument {
        &mut self.document
    }

    /// The document.
    pub fn document(&self) -> &Document {
        self.document.document()
    }

    /// The Scene that the page shows.
    pub fn scene(&self) -> Option<&Scene> {
        self.view.as_ref().map(CanvasView::scene)
    }

    /// Which state of which map this is: the same number, the same map.
    pub fn stamp(&self) -> u64 {
        self.stamp
    }

    /// The map's title, or what it is called without one.
    pub fn title(&self) -> String {
        let title = self.document().maps.get(&self.map).map_or("", |map| &*map.title).trim();
        if title.is_empty() { untitled() } else { title.to_owned() }
    }

    /// What the window is called by: the file, or the map's title while it is in none.
    pub fn name(&self) -> String {
        self.path().map_or_else(|| self.title(), file_name)
    }

    /// The language that the map is written in (BCP 47).
    pub fn language(&self) -> &str {
        self.document().maps.get(&self.map).map_or("en", |map| &map.language)
    }

    /// The map that is shown.
    pub fn map(&self) -> Id {
        self.map
    }

    /// The fields of all records of a table that belong to the shown map or to none, in their order.
    pub fn records(&self, table: Table) -> Vec<Fields> {
        let document = self.document();
        let ours = |id: &Id| document.map_of(RecordId::new(table, *id)).is_none_or(|map| map == self.map);
        let mut found: Vec<Fields> = document
            .ids(table)
            .iter()
            .filter(|id| ours(id))
            .filter_map(|id| document.fields(table, *id))
            .collect();
        let text = |fields: &Fields, name: &str| {
            fields.get(name).and_then(|value| value.as_str()).unwrap_or_default().to_owned()
        };
        // The order of lanes counts within their zone, and the names of the zones are in their order.
        found.sort_by_cached_key(|fields| (text(fields, "zone"), text(fields, "order")));
        found
    }

    /// What the page is told about the open map.
    pub fn open_map(&self) -> OpenMap {
        OpenMap {
            file_name: self.name(),
            title: self.title(),
            map: self.map,
            maps: maps_of(self.document()),
            read_only: self.document.read_only().map(|why| say(&why.phrase())),
            save: self.save_state(),
            undo: self.document.undo_label().map(say),
            redo: self.document.redo_label().map(say),
            counts: self.counts(),
            place: self.place.clone(),
        }
    }

    fn counts(&self) -> Counts {
        let document = self.document();
        let lanes: Vec<Id> = document.lanes_of(self.map).iter().map(|lane| lane.id).collect();
        Counts {
            stages: document.stages.values().filter(|stage| stage.map == self.map).count(),
            cards: document.cards.values().filter(|card| lanes.contains(&card.lane)).count(),
            lanes: lanes.len(),
        }
    }

    /// Where the edits are.
    pub fn save_state(&self) -> SaveState {
        SaveState::of(&self.document.save_state())
    }

    /// When the file is to be published next; none where nothing waits.
    pub fn next_publish(&self) -> Option<std::time::Instant> {
        self.document.next_publish()
    }

    /// Lays the map out under other options; the whole Scene.
    ///
    /// # Errors
    /// Where the map cannot be laid out.
    pub fn show(&mut self, options: Options) -> Result<WholeScene, Problem> {
        let options = Options { map: self.map, ..options };
        let document = self.document.document();
        let view = match self.view.take() {
            Some(mut view) => {
                // Theme, width and lens are often what they were, as after opening the same map again.
                if view.options() != &options {
                    view.set_options(document, options)?;
                }
                view
            }
            None => CanvasView::open(Layouter::new(), document, options)?,
        };
        Ok(self.view.insert(view).scene().whole())
    }

    /// Changes the map.
    ///
    /// # Errors
    /// Where the map refuses the Edit or it cannot be kept; everything is then as it was.
    pub fn apply(&mut self, edit: &Edit) -> Result<Done, Problem> {
        let change = self.document.apply(edit, stamp())?;
        let announce = journey::edit::announcement(edit, &change, self.document()).map(|phrase| say(&phrase));
        self.done(&change, announce)
    }

    /// Changes the map while somebody types.
    ///
    /// # Errors
    /// As [`Session::apply`].
    pub fn amend(&mut self, edit: &Edit, session: &str) -> Result<Done, Problem> {
        let change = self.document.amend(edit, session, stamp())?;
        if let (Edit::Add { table, .. }, Some(first)) = (edit, change.records.first()) {
            self.typed.push((session.to_owned(), RecordId::new(*table, first.id)));
        }
        self.done(&change, None)
    }

    /// Makes room for the box of a card that is written, or takes that room away: nothing of it is in the map. As long as
    /// it has no words, it says what to ask there.
    pub fn make_room(&mut self, room: Option<&Room>) -> Option<Patch> {
        let document = self.document.document();
        let room = room.map(|room| {
            let text = prompt(document, room.lane, room.stage, language()).unwrap_or_else(|| "\u{a0}".into());
            let card = Card::below(document, room.card, (room.lane, room.stage), room.below);
            layout::Room { card: Card { text, ..card }, foot: room.foot }
        });
        self.view.as_mut()?.make_room(document, room)
    }

    /// Ends a session of typing: its next amendment is a step of undo of its own. The next session may have begun
    /// already: whoever types fast does not wait for an answer. What it added is to be said aloud.
    pub fn end_typing(&mut self, session: &str) -> Option<String> {
        self.document.end_typing(session);
        let at = self.typed.iter().position(|(own, _)| own == session)?;
        let (_, typed) = self.typed.swap_remove(at);
        journey::edit::addition(self.document(), typed).map(|phrase| say(&phrase))
    }

    /// Takes the last step back; none where there is none.
    ///
    /// # Errors
    /// Where it cannot be taken back or not be kept.
    pub fn undo(&mut self) -> Result<Option<Done>, Problem> {
        let undone = self.document.undo(stamp())?;
        undone.map(|undone| self.stepped(&undone)).transpose()
    }

    /// Brings the last undone step back; none where there is none.
    ///
    /// # Errors
    /// As [`Session::undo`].
    pub fn redo(&mut self) -> Result<Option<Done>, Problem> {
        let redone = self.document.redo(stamp())?;
        redone.map(|redone| self.stepped(&redone)).transpose()
    }

    /// A step of undo is seen: where it is about another map than the shown one, that one is shown.
    fn stepped(&mut self, step: &store::Undone) -> Result<Done, Problem> {
        let mut about = step.change.maps(self.document());
        about.retain(|map| self.document().maps.contains_key(map));
        if let Some(first) = about.first().filter(|_| !about.contains(&self.map)) {
            self.map = *first;
        }
        self.done(&step.change, told(step))
    }

    fn done(&mut self, change: &Change, announce: Option<String>) -> Result<Done, Problem> {
        self.stamp = next_stamp();
        self.stay(Some(change));
        let document = self.document.document();
        let options = Options { map: self.map, ..Options::default() };
        let patch = match &mut self.view {
            Some(view) if view.options().map == self.map => Some(view.update(document, change)),
            Some(view) => {
                let options = Options { map: self.map, ..view.options().clone() };
                view.set_options(document, options)?;
                None
            }
            None => {
                let view = self.view.insert(CanvasView::open(Layouter::new(), document, options)?);
                Some(view.update(document, change))
            }
        };
        let there = change.records.iter().filter(|record| document.has(record.table, record.id));
        Ok(Done {
            stale: outline::touched(document, change),
            touched: there.map(|record| RecordId::new(record.table, record.id)).collect(),
            removed: removed(change),
            shortened: journey::edit::shortened(change, document),
            patch,
            map: self.map,
            maps: change.records.iter().any(|record| record.table == Table::Map).then(|| maps_of(document)),
            label: say(&change.label),
            undo: self.document.undo_label().map(say),
            redo: self.document.redo_label().map(say),
            counts: self.counts(),
            announce,
        })
    }

    /// Shows a map that is there after a change: a new one, else the one that was shown, else its neighbour.
    fn stay(&mut self, change: Option<&Change>) {
        let document = self.document();
        let new = change.and_then(|change| change.added_maps().next());
        let shown = Some(self.map).filter(|shown| document.maps.contains_key(shown));
        let beside = || change.and_then(|change| beside::neighbour(document, change, self.map));
        let first = || document.maps_in_order().first().map(|map| map.id);
        if let Some(map) = new.or(shown).or_else(beside).or_else(first) {
            self.map = map;
        }
    }

    /// The curve of the first map in short, for Home: heights −1…+1.
    pub fn curve(&self) -> Vec<f64> {
        let document = self.document.document();
        let map = document.maps_in_order().first().map(|map| map.id);
        let values = map.map(|map| insight::curve_in_short(document, map)).unwrap_or_default();
        values.into_iter().map(|value| value / 2.0).collect()
    }

    /// Publishes what waits and ends.
    pub fn close(self) {
        // What could not be published is kept, and Home offers it.
        let _ = self.document.close();
    }
}

/// What an undo did not touch, because somebody changed it since; none where it took everything back.
fn told(undone: &store::Undone) -> Option<String> {
    match undone.left.len() {
        0 => None,
        count => Some(say(&Phrase::new("say.left").with(count))),
    }
}

/// What a map without a title is called.
pub fn untitled() -> String {
    say(&Phrase::new("template.blank_title"))
}

/// The last part of a path.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
