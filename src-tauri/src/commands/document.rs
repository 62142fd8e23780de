//! Opening, saving and closing.

use super::maps::no_such_template;
use crate::clock;
use crate::dialogs::{self, JOURNEY};
use crate::here::Here;
use crate::kept;
use crate::language::language;
use crate::log;
use crate::problem::{Problem, Told, Weight};
use crate::publisher::{self, Wake};
use crate::session::{OpenMap, SaveState};
use crate::shell::Shell;
use crate::windows;
use exchange::paste::{self, At, Plan};
use journey::template::{self, Template};
use journey::{Edit, RecordId, Stamp, Table};
use serde_json::Value;
use std::path::{Path, PathBuf};
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Manager};

/// Opens a file: in this window where nothing is open, else in one of its own, and then none is told. The window that
/// has it open comes to the front instead.
///
/// # Errors
/// What the store refuses it for.
pub fn open_file(shell: &Here, path: &Path) -> Result<Option<OpenMap>, Problem> {
    let path = store::canonical(path)?;
    if let Some(pane) = shell.pane_of(&path) {
        if pane.label == shell.label() {
            return shell.with(|open| Ok(Some(open.open_map())));
        }
        windows::focus(shell.app(), &pane.label);
        return Ok(None);
    }
    shell.show(shell.store()?.open(&path)?)
}

/// Opens a file that the page of this window did not ask for.
pub fn open_unasked(shell: &Here, path: &Path) {
    match open_file(shell, path) {
        Ok(Some(open)) => shell.emit("open_file", open),
        Ok(None) => {}
        Err(problem) => shell.tell(Told { problem, kind: Weight::Error }),
    }
}

/// A second start of the program, or a double click on a file, brought a file here: a window that shows Home takes it,
/// else it gets one of its own.
pub fn open_from_elsewhere(app: &AppHandle, path: PathBuf) {
    let app = app.clone();
    // On a thread of its own: the bus that told us waits for nothing.
    spawn_blocking(move || {
        let panes = app.state::<Shell>().panes();
        let mut panes = panes.iter().filter(|pane| app.get_webview_window(&pane.label).is_some());
        let last = panes.clone().next_back();
        let free = panes.find(|pane| pane.session().is_none()).or(last);
        let Some(free) = free else { return };
        let here = Here::at(&app, &free.label);
        windows::focus(&app, here.label());
        open_unasked(&here, &path);
    });
}

/// A new draft of a template, or a blank one.
#[tauri::command]
pub fn new_map(shell: Here, template: Option<String>) -> Result<Option<OpenMap>, Problem> {
    let mut ids = clock::new_ids();
    let document = match template {
        None => template::blank(&mut ids, language()),
        Some(name) => {
            Template::find(&name).ok_or_else(|| no_such_template(&name))?.document(&mut ids, language())
        }
    };
    shell.show_as(shell.store()?.create(document)?, true)
}

/// A new draft of what a clipboard holds: a list becomes the stages, an outline or a table also cards.
#[tauri::command]
pub fn new_from_list(shell: Here, text: String, html: String) -> Result<Option<OpenMap>, Problem> {
    let content = paste::read(&text, &html, false)?;
    let mut ids = clock::new_ids();
    let blank = template::blank(&mut ids, language());
    let map = blank.maps_in_order()[0].id;
    let Plan { edit, .. } = paste::plan(&blank, map, content, At::Stages { after: None }, &mut ids)?;
    let stamp = Stamp { change: clock::new_id(), at: clock::now(), author: String::new() };
    let mut filled = blank.clone();
    let label = edit.apply(&mut filled, stamp.clone()).map_err(store::StoreError::from)?.label;
    // The stage that a blank map begins with has had its day, unless the list gave it a name.
    let unnamed = blank.stages.values().filter(|stage| {
        filled.stages.len() > 1 && filled.stages.get(&stage.id).is_some_and(|now| now.name == stage.name)
    });
    let records = unnamed.map(|stage| RecordId::new(Table::Stage, stage.id)).collect();
    let edits = vec![edit, Edit::Remove { records }];
    let mut open = shell.store()?.create(blank)?;
    // As an edit, so that the draft counts as somebody's work and is kept.
    open.document.apply(&Edit::Together { label: Some(label), edits }, stamp)?;
    shell.show(open)
}

/// A copy of the sample map, as a draft.
#[tauri::command]
pub fn open_sample(shell: Here) -> Result<Option<OpenMap>, Problem> {
    let document = journey::sample_in(&mut clock::new_ids(), language());
    shell.show(shell.store()?.create(document)?)
}

/// Asks for a file and opens it.
#[tauri::command]
pub async fn open_dialog(shell: Here) -> Result<Option<OpenMap>, Problem> {
    match dialogs::open(&shell, "dialog.open", &[JOURNEY]).await {
        Some(path) => away(shell, move |shell| open_file(shell, &path)).await,
        None => Ok(None),
    }
}

/// Opens a file that was open before.
#[tauri::command]
pub fn open_recent(shell: Here, token: String) -> Result<Option<OpenMap>, Problem> {
    let path = shell
        .recent()
        .path_of(&token)
        .map(Path::to_owned)
        .ok_or_else(|| Problem::said("window.no_such_recent", &[]))?;
    open_file(&shell, &path)
}

/// Goes on with work that no file holds.
#[tauri::command]
pub fn open_draft(shell: Here, token: String) -> Result<Option<OpenMap>, Problem> {
    shell.show(shell.store()?.open_draft(&token)?)
}

/// Writes what waits into the file and closes the map.
#[tauri::command]
pub fn close_map(shell: Here) {
    log::done(format!("closed the map in {}", shell.label()));
    shell.pane().close(&shell);
    kept::write(&shell);
    windows::entitle(shell.app(), shell.label(), None);
}

/// The page has sent all that was being typed: the window may close.
#[tauri::command]
pub fn rested(shell: Here, place: Option<Value>) {
    if let Some(open) = &mut *shell.session() {
        open.set_place(place);
    }
    kept::write(&shell);
    windows::close(shell.app(), shell.label());
}

/// Closes every window as if somebody closed it: none asks, none loses what is being typed.
#[tauri::command]
pub fn quit(shell: Here) {
    for pane in shell.panes() {
        windows::ask_to_rest(shell.app(), &pane.label);
    }
}

/// Writes the file now; a draft asks for its place first.
#[tauri::command]
pub async fn save(shell: Here) -> Result<SaveState, Problem> {
    let is_draft = shell.with(|open| Ok(open.path().is_none()))?;
    if is_draft {
        save_as(shell.clone()).await?;
        return shell.with(|open| Ok(open.save_state()));
    }
    away(shell, |shell| {
        shell.change(|open| {
            open.stored().save();
            publisher::note(open);
            Ok(open.save_state())
        })
    })
    .await
}

/// Asks for a place, writes the file there and goes on there.
#[tauri::command]
pub async fn save_as(shell: Here) -> Result<Option<OpenMap>, Problem> {
    let (title, folder) =
        shell.with(|open| Ok((open.title(), open.path().and_then(Path::parent).map(Path::to_owned))))?;
    let name = dialogs::file_name(&title, JOURNEY.extension);
    let Some(path) = dialogs::save(&shell, "dialog.save_as", folder.as_deref(), &name, JOURNEY).await else {
        return Ok(None);
    };
    away(shell, move |shell| {
        // The dialog has asked before it gave a name that is taken.
        let told = shell.change(|open| {
            open.stored().save_as(&path, true)?;
            publisher::note(open);
            Ok(open.open_map())
        })?;
        let place = shell.session().as_ref().and_then(|open| Some((open.path()?.to_owned(), open.curve())));
        if let Some((path, curve)) = place {
            shell.recent().remember(&path, clock::new_id().to_string(), clock::now(), curve);
        }
        shell.wake(Wake::Changed);
        kept::write(shell);
        windows::entitle(shell.app(), shell.label(), Some(told.file_name.as_str()));
        Ok(Some(told))
    })
    .await
}

/// Does what takes long where it holds nobody up.
pub async fn away<T: Send + 'static>(
    here: Here,
    work: impl FnOnce(&Here) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    spawn_blocking(move || work(&here)).await.unwrap_or_else(|_| Err(Problem::internal()))
}
