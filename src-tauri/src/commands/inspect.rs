//! What the inspector asks: the fields of records, what can be linked, and links that open outside.

use crate::here::Here;
use crate::language::language;
use crate::links;
use crate::problem::Problem;
use journey::RecordId;
use journey::inspect::{self, Candidate, Choice, Inspection, ShownPerson, Want};

/// How much is offered to pick from at once.
const MOST: usize = 50;

/// What an inspector shows of these records; none where none of them is there.
#[tauri::command]
pub fn inspect(shell: Here, records: Vec<RecordId>) -> Result<Option<Inspection>, Problem> {
    shell.with(|open| Ok(inspect::inspect(open.document(), open.map(), &records, language())))
}

/// What of the open map can be linked or picked and holds these words.
#[tauri::command]
pub fn candidates(shell: Here, want: Want, text: String) -> Result<Vec<Candidate>, Problem> {
    shell.with(|open| Ok(inspect::candidates(open.document(), open.map(), want, &text, MOST)))
}

/// The channels that a touchpoint can have.
#[tauri::command]
pub fn channels(shell: Here) -> Result<Vec<Choice>, Problem> {
    shell.with(|open| Ok(inspect::channels(open.document(), open.map(), language())))
}

/// The people of the map, then the others of the document.
#[tauri::command]
pub fn people(shell: Here) -> Result<Vec<ShownPerson>, Problem> {
    shell.with(|open| Ok(inspect::people(open.document(), open.map(), language())))
}

/// Opens a link of a note outside of the window.
#[tauri::command]
pub fn open_link(link: String) -> Result<(), Problem> {
    links::open(&link)
}
