//! Bringing pictures into the map: chosen in a dialog, from the clipboard, dropped on the window.

use super::document::{away, open_unasked};
use crate::dialogs;
use crate::here::Here;
use crate::pictures::{Brought, EXTENSIONS};
use crate::problem::{Problem, Told, Weight};
use crate::session::Done;
use journey::{Edit, Id, Phrase};
use serde::Serialize;
use std::path::PathBuf;
use tauri::async_runtime::spawn_blocking;
use tauri_plugin_clipboard_manager::ClipboardExt;

/// Asks for a picture; none where the person changed their mind.
#[tauri::command]
pub async fn choose_image(shell: Here) -> Result<Option<Brought>, Problem> {
    match dialogs::open_one_of(&shell, "dialog.picture", "pictures", EXTENSIONS).await {
        Some(path) => away(shell, move |shell| shell.pictures().bring_file(&path)).await.map(Some),
        None => Ok(None),
    }
}

/// The picture on the clipboard; none where there is none. The web view's own event does not carry it.
#[tauri::command]
pub async fn paste_image(shell: Here) -> Result<Option<Brought>, Problem> {
    away(shell, |shell| {
        let Ok(image) = shell.app().clipboard().read_image() else { return Ok(None) };
        let pixels = image.rgba().to_vec();
        shell.pictures().bring_pixels(image.width(), image.height(), pixels).map(Some)
    })
    .await
}

/// Puts a picture that was brought into the map, with the edits that give it its place, as one step of undo.
#[tauri::command]
pub fn use_image(
    shell: Here,
    token: String,
    image: Id,
    alt: String,
    edits: Vec<Edit>,
) -> Result<Done, Problem> {
    let (image, bytes) = shell.pictures().take(&token, image)?;
    let add = Edit::AddImage { image: journey::Image { alt, ..image }, bytes };
    let together = Edit::Together {
        label: Some(Phrase::new("edit.image.add").with(1)),
        edits: std::iter::once(add).chain(edits).collect(),
    };
    shell.change(|open| open.apply(&together))
}

/// A picture that was dropped, as the page is told; the place is in the page's own px.
#[derive(Clone, Serialize)]
struct Dropped {
    #[serde(flatten)]
    brought: Brought,
    x: f64,
    y: f64,
}

/// Files were dropped on a window: a map is opened, a picture goes where it was dropped.
pub fn dropped(here: &Here, paths: &[PathBuf], x: f64, y: f64) {
    let Some(path) = paths.first().cloned() else { return };
    let here = here.clone();
    spawn_blocking(move || {
        if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("journey")) {
            return open_unasked(&here, &path);
        }
        match here.pictures().bring_file(&path) {
            Ok(brought) => here.emit("dropped", Dropped { brought, x, y }),
            Err(problem) => here.tell(Told { problem, kind: Weight::Error }),
        }
    });
}
