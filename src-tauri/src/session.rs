//! The open map of the window: the document in the store, its Scene, and what the page is told about both.

use crate::clock;
use crate::language::say;
use crate::problem::Problem;
use journey::{Change, Document, Edit, Fields, Id, RecordId, Stamp, Table};
use layout::{CanvasView, Layouter, Options, Patch, Scene, WholeScene};
use serde::Serialize;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use store::{Open, OpenDocument};

/// An open map.
pub struct Session {
    document: OpenDocument,
    map: Id,
    /// None until the page asks for the Scene.
    view: Option<CanvasView>,
    /// The record that is being typed and was not there before.
    typed: Option<RecordId>,
    /// Which state of which map this is.
    stamp: u64,
}

/// A number that no other state of a map had.
fn next_stamp() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// The map that is open, as the page is told.
#[derive(Clone, Serialize)]
pub struct OpenMap {
    file_name: String,
    title: String,
    map: Id,
    maps: Vec<MapEntry>,
    read_only: Option<String>,
    save: SaveState,
    undo: Option<String>,
    redo: Option<String>,
    counts: Counts,
}

/// One of the maps of a file.
#[derive(Clone, Serialize)]
pub struct MapEntry {
    id: Id,
    title: String,
}

/// How much a map holds.
#[derive(Clone, Serialize)]
pub struct Counts {
    stages: usize,
    lanes: usize,
    cards: usize,
}

/// Where the edits are, as the page is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaveState {
    state: &'static str,
    sentence: String,
    detail: Option<String>,
    waiting: u32,
    since: String,
}

/// What an edit did, as the page is told.
#[derive(Serialize)]
pub struct Done {
    patch: Patch,
    label: String,
    undo: Option<String>,
    redo: Option<String>,
    counts: Counts,
    touched: Vec<RecordId>,
    removed: Vec<Removed>,
    announce: Option<String>,
}

/// How many records of a table an edit removed.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Removed {
    table: Table,
    count: usize,
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
        let map = map.ok_or_else(|| {
            Problem::new("window.no_map", "This file holds no map.", "Open another file, or begin a new map.")
        })?;
        Ok(Self { document, map, view: None, typed: None, stamp: next_stamp() })
    }

    /// The user's file; none for a draft.
    pub fn path(&self) -> Option<&Path> {
        self.document.path()
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
        if title.is_empty() { "Untitled map".to_owned() } else { title.to_owned() }
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
        let document = self.document();
        OpenMap {
            file_name: self.path().map_or_else(|| self.title(), file_name),
            title: self.title(),
            map: self.map,
            maps: document
                .maps_in_order()
                .iter()
                .map(|map| MapEntry { id: map.id, title: map.title.clone() })
                .collect(),
            read_only: self.document.read_only().map(|why| say(&why.phrase())),
            save: self.save_state(),
            undo: self.document.undo_label().map(say),
            redo: self.document.redo_label().map(say),
            counts: self.counts(),
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
            self.typed = Some(RecordId::new(*table, first.id));
        }
        self.done(&change, None)
    }

    /// Ends typing: the next amendment is a step of undo of its own. Sessions do not overlap, so that whichever is
    /// open is the one. What it added is to be said aloud.
    pub fn end_typing(&mut self) -> Option<String> {
        self.document.end_typing();
        let typed = self.typed.take()?;
        journey::edit::addition(self.document(), typed).map(|phrase| say(&phrase))
    }

    /// Takes the last step back; none where there is none.
    ///
    /// # Errors
    /// Where it cannot be taken back or not be kept.
    pub fn undo(&mut self) -> Result<Option<Done>, Problem> {
        let undone = self.document.undo(stamp())?;
        undone.map(|undone| self.done(&undone.change, told(&undone))).transpose()
    }

    /// Brings the last undone step back; none where there is none.
    ///
    /// # Errors
    /// As [`Session::undo`].
    pub fn redo(&mut self) -> Result<Option<Done>, Problem> {
        let redone = self.document.redo(stamp())?;
        redone.map(|redone| self.done(&redone.change, told(&redone))).transpose()
    }

    /// Gives the map as it is now a name.
    ///
    /// # Errors
    /// As [`Session::apply`].
    pub fn name_version(&mut self, name: &str) -> Result<Done, Problem> {
        let change = self.document.name_version(clock::new_id(), name, stamp())?;
        self.done(&change, None)
    }

    /// Goes back to a version, and keeps what is there today as another one. False where its state is not at hand.
    ///
    /// # Errors
    /// As [`Session::apply`].
    pub fn go_back(&mut self, version: Id, kept: &str) -> Result<bool, Problem> {
        let gone = self.document.go_back(version, (clock::new_id(), kept), stamp())?.is_some();
        let maps = &self.document().maps;
        if !maps.contains_key(&self.map)
            && let Some(first) = self.document().maps_in_order().first().map(|map| map.id)
        {
            self.map = first;
        }
        // The page asks for the whole Scene.
        self.view = None;
        Ok(gone)
    }

    fn done(&mut self, change: &Change, announce: Option<String>) -> Result<Done, Problem> {
        self.stamp = next_stamp();
        let document = self.document.document();
        let view = match &mut self.view {
            Some(view) => view,
            None => {
                let options = Options { map: self.map, ..Options::default() };
                self.view.insert(CanvasView::open(Layouter::new(), document, options)?)
            }
        };
        let patch = view.update(document, change);
        let there = change.records.iter().filter(|record| document.has(record.table, record.id));
        Ok(Done {
            touched: there.map(|record| RecordId::new(record.table, record.id)).collect(),
            removed: removed(change),
            patch,
            label: say(&change.label),
            undo: self.document.undo_label().map(say),
            redo: self.document.redo_label().map(say),
            counts: self.counts(),
            announce,
        })
    }

    /// Publishes what waits and ends.
    pub fn close(self) {
        // What could not be published is kept, and Home offers it.
        let _ = self.document.close();
    }
}

/// What a change removed, counted by table.
fn removed(change: &Change) -> Vec<Removed> {
    let mut found: Vec<Removed> = Vec::new();
    for record in change.records.iter().filter(|record| record.after.is_none()) {
        match found.iter_mut().find(|own| own.table == record.table) {
            Some(own) => own.count += 1,
            None => found.push(Removed { table: record.table, count: 1 }),
        }
    }
    found
}

/// What an undo did not touch, because somebody changed it since; none where it took everything back.
fn told(undone: &store::Undone) -> Option<String> {
    match undone.left.len() {
        0 => None,
        1 => Some("One field was left as it is, because it changed since.".to_owned()),
        count => Some(format!("{count} fields were left as they are, because they changed since.")),
    }
}

/// The last part of a path.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

impl SaveState {
    fn of(state: &store::SaveState) -> Self {
        let told = |sentence: String, detail: Option<String>, waiting: u32, since: i64| Self {
            state: state.code(),
            sentence,
            detail,
            waiting,
            since: clock::rfc3339(since),
        };
        match state {
            store::SaveState::Saved { at } => told("Everything you see is in the file.".into(), None, 0, *at),
            store::SaveState::Saving { waiting, since } => {
                told("Kept here, and about to go into the file.".into(), None, *waiting, *since)
            }
            store::SaveState::Kept { why, waiting, since } => {
                let detail = format!("{} {}", say(&why.sentence), say(&why.next_step));
                told("Kept on this computer, not yet in a file.".into(), Some(detail), *waiting, *since)
            }
            store::SaveState::TwoCopies { ours, theirs, waiting } => told(
                format!("Somebody else changed {}; yours goes on in {}.", file_name(theirs), file_name(ours)),
                Some("Both files are whole. Compare them when you have time.".into()),
                *waiting,
                clock::now(),
            ),
        }
    }
}
