//! What the page is told of the open map: the shapes of `ui/shell/shell.ts`, where their fields are explained.

use crate::clock;
use crate::language::{language, say};
use crate::session::file_name;
use journey::outline::Touched;
use journey::{Change, Document, Id, Phrase, RecordId, Table, beside};
use layout::Patch;
use serde::Serialize;

/// The map that is open, as the page is told.
#[derive(Clone, Serialize)]
pub struct OpenMap {
    pub file_name: String,
    pub title: String,
    pub map: Id,
    pub maps: Vec<MapEntry>,
    pub read_only: Option<String>,
    pub save: SaveState,
    pub undo: Option<String>,
    pub redo: Option<String>,
    pub counts: Counts,
    pub place: Option<serde_json::Value>,
}

/// One of the maps of a file.
#[derive(Clone, Serialize)]
pub struct MapEntry {
    pub id: Id,
    pub title: String,
    /// What it is called beside the others.
    pub name: String,
}

/// The maps of a file, in their order.
pub fn maps_of(document: &Document) -> Vec<MapEntry> {
    let names = beside::map_names(document, language());
    let title = |id: Id| document.maps.get(&id).map(|map| map.title.clone()).unwrap_or_default();
    names.into_iter().map(|(id, name)| MapEntry { id, title: title(id), name }).collect()
}

/// How much a map holds.
#[derive(Clone, Serialize)]
pub struct Counts {
    pub stages: usize,
    pub lanes: usize,
    pub cards: usize,
}

/// Where the edits are, as the page is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaveState {
    pub state: &'static str,
    pub sentence: String,
    pub detail: Option<String>,
    pub waiting: u32,
    pub since: String,
}

/// What an edit did, as the page is told.
#[derive(Serialize)]
pub struct Done {
    /// None where another map is shown now: its whole Scene is to be asked for.
    pub patch: Option<Patch>,
    /// The map that is shown now.
    pub map: Id,
    /// All maps of the file, where the change was about one of them.
    pub maps: Option<Vec<MapEntry>>,
    pub label: String,
    pub undo: Option<String>,
    pub redo: Option<String>,
    pub counts: Counts,
    pub touched: Vec<RecordId>,
    /// What of the outline is to be asked for anew.
    pub stale: Touched,
    pub removed: Vec<Removed>,
    pub shortened: usize,
    pub announce: Option<String>,
}

/// How many records of a table an edit removed.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Removed {
    pub table: Table,
    pub count: usize,
}

/// What a change removed, counted by table.
pub fn removed(change: &Change) -> Vec<Removed> {
    let mut found: Vec<Removed> = Vec::new();
    for record in change.records.iter().filter(|record| record.after.is_none()) {
        match found.iter_mut().find(|own| own.table == record.table) {
            Some(own) => own.count += 1,
            None => found.push(Removed { table: record.table, count: 1 }),
        }
    }
    found
}

impl SaveState {
    /// What the store knows, in words.
    pub fn of(state: &store::SaveState) -> Self {
        let told = |sentence: String, detail: Option<String>, waiting: u32, since: i64| Self {
            state: state.code(),
            sentence,
            detail,
            waiting,
            since: clock::rfc3339(since),
        };
        match state {
            store::SaveState::Saved { at } => told(say(&Phrase::new("save.saved")), None, 0, *at),
            store::SaveState::Saving { waiting, since } => {
                told(say(&Phrase::new("save.saving")), None, *waiting, *since)
            }
            store::SaveState::Kept { why, waiting, since } => {
                let detail = format!("{} {}", say(&why.sentence), say(&why.next_step));
                told(say(&Phrase::new("save.kept")), Some(detail), *waiting, *since)
            }
            store::SaveState::TwoCopies { ours, theirs, waiting } => told(
                say(&Phrase::new("save.two_copies").with(file_name(theirs)).with(file_name(ours))),
                Some(say(&Phrase::new("save.two_copies.next"))),
                *waiting,
                clock::now(),
            ),
        }
    }
}
