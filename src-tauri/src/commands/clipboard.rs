//! Copy and paste: what goes to the clipboard, and what comes from it into the map.

use crate::clipboard::{self, Copied};
use crate::clock;
use crate::here::Here;
use crate::problem::Problem;
use crate::session::Done;
use exchange::paste::{self, At, PasteError, Plan};
use journey::Id;
use serde::Serialize;
use tauri::async_runtime::spawn_blocking;

/// As many cards are pasted without a question.
const UNASKED: usize = 60;

/// What a paste came to.
#[derive(Serialize)]
pub struct Pasted {
    counts: PastedCounts,
    lane: Option<String>,
    done: Option<Done>,
}

/// What a paste makes.
#[derive(Serialize)]
pub struct PastedCounts {
    cards: usize,
    stages: usize,
}

impl From<PasteError> for Problem {
    fn from(error: PasteError) -> Self {
        Self::said(error.code(), &[])
    }
}

/// Puts cards on the clipboard.
#[tauri::command]
pub fn copy(shell: Here, cards: Vec<Id>) -> Result<(), Problem> {
    let copied = shell.with(|open| Ok(paste::copy(open.document(), &cards)))?;
    clipboard::put(shell.app(), copied.text, copied.html)
}

/// What the clipboard holds. A menu asks: the web view hands it over only for its own key.
#[tauri::command]
pub async fn clipboard(shell: Here) -> Result<Copied, Problem> {
    spawn_blocking(move || clipboard::take(shell.app())).await.unwrap_or_else(|_| Err(Problem::internal()))
}

/// Makes what a clipboard holds into cards and stages, as one step. Much is only counted, unless the person is `sure`.
#[tauri::command]
pub fn paste(
    shell: Here,
    text: String,
    html: String,
    at: At,
    as_one: bool,
    sure: bool,
) -> Result<Pasted, Problem> {
    let content = paste::read(&text, &html, as_one)?;
    shell.change(|open| {
        let mut ids = clock::new_ids();
        let Plan { edit, cards, stages, lane } =
            paste::plan(open.document(), open.map(), content, at, &mut ids)?;
        let lane = lane.and_then(|lane| open.document().lanes.get(&lane)).map(|lane| lane.name.clone());
        let done = if cards.max(stages) > UNASKED && !sure { None } else { Some(open.apply(&edit)?) };
        Ok(Pasted { counts: PastedCounts { cards, stages }, lane, done })
    })
}
