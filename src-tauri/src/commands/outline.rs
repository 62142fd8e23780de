//! The open map as a text: what its frame is, and what lies in some of its stages.

use crate::clipboard;
use crate::here::Here;
use crate::language::language;
use crate::problem::Problem;
use exchange::{markdown, paste};
use journey::Id;
use journey::outline::{self as reading, Outline, OutlinePart};

/// The map's head and its stages, with what stands between them.
#[tauri::command]
pub fn outline(shell: Here) -> Result<Option<Outline>, Problem> {
    shell.with(|open| Ok(reading::outline(open.document(), open.map(), language())))
}

/// What lies in some stages.
#[tauri::command]
pub fn outline_parts(shell: Here, stages: Vec<Id>) -> Result<Vec<OutlinePart>, Problem> {
    shell.with(|open| Ok(reading::parts(open.document(), open.map(), &stages, language())))
}

/// Puts the open map on the clipboard as a Markdown outline.
#[tauri::command]
pub fn copy_outline(shell: Here) -> Result<(), Problem> {
    let text = shell.with(|open| Ok(markdown::write(open.document(), &[open.map()]).text))?;
    let copied = paste::copy_text(text);
    clipboard::put(shell.app(), copied.text, copied.html)
}
