//! Opening, saving and closing.

use super::maps::no_such_template;
use crate::clock;
use crate::dialogs::{self, JOURNEY};
use crate::language::language;
use crate::problem::{Problem, Told, Weight};
use crate::publisher::Wake;
use crate::session::{OpenMap, SaveState};
use crate::shell::Shell;
use crate::windows;
use exchange::paste::{self, At, Plan};
use journey::template::{self, Template};
use journey::{Edit, RecordId, Stamp, Table};
use std::path::{Path, PathBuf};
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Emitter, Manager, State};

/// Opens a file in the window. One that is open here already stays as it is.
///
/// # Errors
/// What the store refuses it for.
pub fn open_file(app: &AppHandle, shell: &Shell, path: &Path) -> Result<OpenMap, Problem> {
    let path = store::canonical(path)?;
    if let Some(open) = shell.session().as_ref().filter(|open| open.path() == Some(&path)) {
        return Ok(open.open_map());
    }
    shell.show(app, shell.store()?.open(&path)?)
}

/// A second start of the program, or a double click on a file, brought a file here.
pub fn open_from_elsewhere(app: &AppHandle, path: PathBuf) {
    let app = app.clone();
    // On a thread of its own: the bus that told us waits for nothing.
    spawn_blocking(move || {
        let shell = app.state::<Shell>();
        match open_file(&app, &shell, &path) {
            Ok(open) => {
                // A page that is gone hears nothing.
                let _ = app.emit("open_file", open);
            }
            Err(problem) => shell.tell(&app, Told { problem, kind: Weight::Error }),
        }
        windows::focus(&app);
    });
}

/// A new draft of a template, or a blank one.
#[tauri::command]
pub fn new_map(
    app: AppHandle,
    shell: State<'_, Shell>,
    template: Option<String>,
) -> Result<OpenMap, Problem> {
    let mut ids = clock::new_ids();
    let document = match template {
        None => template::blank(&mut ids, language()),
        Some(name) => {
            Template::find(&name).ok_or_else(|| no_such_template(&name))?.document(&mut ids, language())
        }
    };
    shell.show(&app, shell.store()?.create(document)?)
}

/// A new draft of what a clipboard holds: a list becomes the stages, an outline or a table also cards.
#[tauri::command]
pub fn new_from_list(
    app: AppHandle,
    shell: State<'_, Shell>,
    text: String,
    html: String,
) -> Result<OpenMap, Problem> {
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
    shell.show(&app, open)
}

/// A copy of the sample map, as a draft.
#[tauri::command]
pub fn open_sample(app: AppHandle, shell: State<'_, Shell>) -> Result<OpenMap, Problem> {
    let document = journey::sample(&mut clock::new_ids());
    shell.show(&app, shell.store()?.create(document)?)
}

/// Asks for a file and opens it.
#[tauri::command]
pub async fn open_dialog(app: AppHandle) -> Result<Option<OpenMap>, Problem> {
    match dialogs::open(&app, "dialog.open", &[JOURNEY]).await {
        Some(path) => away(app, move |app, shell| open_file(app, shell, &path)).await.map(Some),
        None => Ok(None),
    }
}

/// Opens a file that was open before.
#[tauri::command]
pub fn open_recent(app: AppHandle, shell: State<'_, Shell>, token: String) -> Result<OpenMap, Problem> {
    let path = shell
        .recent()
        .path_of(&token)
        .map(Path::to_owned)
        .ok_or_else(|| Problem::said("window.no_such_recent", &[]))?;
    open_file(&app, &shell, &path)
}

/// Goes on with work that no file holds.
#[tauri::command]
pub fn open_draft(app: AppHandle, shell: State<'_, Shell>, token: String) -> Result<OpenMap, Problem> {
    shell.show(&app, shell.store()?.open_draft(&token)?)
}

/// Writes what waits into the file and closes the map.
#[tauri::command]
pub fn close_map(shell: State<'_, Shell>) {
    shell.close();
}

/// The page has sent all that was being typed: the window may close.
#[tauri::command]
pub fn rested(app: AppHandle) {
    windows::close(&app);
}

/// Writes the file now; a draft asks for its place first.
#[tauri::command]
pub async fn save(app: AppHandle) -> Result<SaveState, Problem> {
    let is_draft = app.state::<Shell>().with(|open| Ok(open.path().is_none()))?;
    if is_draft {
        save_as(app.clone()).await?;
        return app.state::<Shell>().with(|open| Ok(open.save_state()));
    }
    away(app, |_, shell| {
        shell.change(|open| {
            open.stored().save();
            Ok(open.save_state())
        })
    })
    .await
}

/// Asks for a place, writes the file there and goes on there.
#[tauri::command]
pub async fn save_as(app: AppHandle) -> Result<Option<OpenMap>, Problem> {
    let (title, folder) = app
        .state::<Shell>()
        .with(|open| Ok((open.title(), open.path().and_then(Path::parent).map(Path::to_owned))))?;
    let name = dialogs::file_name(&title, JOURNEY.extension);
    let Some(path) = dialogs::save(&app, "dialog.save_as", folder.as_deref(), &name, JOURNEY).await else {
        return Ok(None);
    };
    away(app, move |_, shell| {
        // The dialog has asked before it gave a name that is taken.
        let told = shell.change(|open| {
            open.stored().save_as(&path, true)?;
            Ok(open.open_map())
        })?;
        let place = shell.session().as_ref().and_then(|open| Some((open.path()?.to_owned(), open.curve())));
        if let Some((path, curve)) = place {
            shell.recent().remember(&path, clock::new_id().to_string(), clock::now(), curve);
        }
        shell.wake(Wake::Changed);
        Ok(Some(told))
    })
    .await
}

/// Does what takes long where it holds nobody up.
pub async fn away<T: Send + 'static>(
    app: AppHandle,
    work: impl FnOnce(&AppHandle, &Shell) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let done = spawn_blocking(move || work(&app, &app.state::<Shell>())).await;
    done.unwrap_or_else(|_| Err(Problem::internal()))
}
