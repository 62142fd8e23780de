//! Changing the map, taking back, and asking about single records.

use crate::here::Here;
use crate::language::language;
use crate::problem::Problem;
use crate::session::{Done, Room};
use journey::{Edit, Fields, Id, Table};
use layout::Patch;

/// Changes the map, as one step of undo.
#[tauri::command]
pub fn apply(shell: Here, edit: Edit) -> Result<Done, Problem> {
    shell.change(|open| open.apply(&edit))
}

/// Changes the map while somebody types: all edits of one session are one step of undo.
#[tauri::command]
pub fn amend(shell: Here, edit: Edit, session: String) -> Result<Done, Problem> {
    shell.change(|open| open.amend(&edit, &session))
}

/// Makes room for a card that is begun, or takes it away; how the Scene changes by that, where it does.
#[tauri::command]
pub fn make_room(shell: Here, room: Option<Room>) -> Result<Option<Patch>, Problem> {
    shell.with(|open| Ok(open.make_room(room.as_ref())))
}

/// Ends typing; what it added, to be said aloud.
#[tauri::command]
pub fn end_typing(shell: Here, session: String) -> Result<Option<String>, Problem> {
    shell.with(|open| Ok(open.end_typing(&session)))
}

/// Takes the last step back.
#[tauri::command]
pub fn undo(shell: Here) -> Result<Option<Done>, Problem> {
    shell.change(|open| open.undo())
}

/// Brings the last undone step back.
#[tauri::command]
pub fn redo(shell: Here) -> Result<Option<Done>, Problem> {
    shell.change(|open| open.redo())
}

/// A record's fields by name.
#[tauri::command]
pub fn record(shell: Here, table: Table, id: Id) -> Result<Option<Fields>, Problem> {
    shell.with(|open| Ok(open.document().fields(table, id)))
}

/// The fields of all records of a table that belong to the shown map or to none, in their order.
#[tauri::command]
pub fn records(shell: Here, table: Table) -> Result<Vec<Fields>, Problem> {
    shell.with(|open| Ok(open.records(table)))
}

/// What a template asks for in a cell.
#[tauri::command]
pub fn prompt(shell: Here, lane: Id, stage: Id) -> Result<Option<String>, Problem> {
    shell.with(|open| Ok(journey::template::prompt(open.document(), lane, stage, language())))
}
