//! Handing a map on: a copy as it is, a clean copy for strangers, and the file in its folder.

use crate::commands::document::{away, open_file};
use crate::dialogs::{self, JOURNEY};
use crate::here::Here;
use crate::language::language;
use crate::log;
use crate::problem::Problem;
use crate::session::{OpenMap, file_name};
use crate::showing::place;
use journey::words;
use std::path::{Path, PathBuf};

/// Asks for a place and writes the map there as it is, with its past; goes on where it was. The copy's name.
#[tauri::command]
pub async fn save_copy(shell: Here) -> Result<Option<String>, Problem> {
    let Some(path) = ask(&shell, "dialog.save_copy", "copy").await? else { return Ok(None) };
    away(shell, move |shell| {
        // The dialog has asked before it gave a name that is taken.
        shell.with(|open| Ok(open.stored().save_copy(&path, true)?))?;
        log::done(format!("copied to {}", log::of_file(&path)));
        Ok(Some(file_name(&path)))
    })
    .await
}

/// Asks for a place and writes a copy there that holds only what is on the map now, where it is to be `nameless` with
/// roles in the place of people's names. The copy's name.
#[tauri::command]
pub async fn share_clean(shell: Here, nameless: bool) -> Result<Option<String>, Problem> {
    let Some(path) = ask(&shell, "dialog.share", "clean_copy").await? else { return Ok(None) };
    away(shell, move |shell| {
        let (mut document, own, written_in) = shell.with(|open| {
            let own = open.path().map(Path::to_owned);
            Ok((open.document().clone(), own, open.language().to_owned()))
        })?;
        let path = store::canonical(&path)?;
        if own.as_ref() == Some(&path) {
            return Err(Problem::said("share.own_file", &[]));
        }
        if nameless {
            store::without_names(&mut document, &words::word("share", "nobody", &written_in));
        }
        let clean = store::clean_copy(&document, |image, bytes| {
            render::clean::without_metadata(bytes).map_err(|_| not_clean(&image.alt))
        })?;
        store::export_file(&clean, &path, true)?;
        log::done(format!("clean copy in {}", log::of_file(&path)));
        Ok(Some(file_name(&path)))
    })
    .await
}

fn not_clean(alt: &str) -> Problem {
    match alt.trim() {
        "" => Problem { code: "share.picture".to_owned(), ..Problem::said("share.some_picture", &[]) },
        alt => Problem::said("share.picture", &[&alt]),
    }
}

/// Asks where a copy goes; it is named after the file, or after the map.
async fn ask(shell: &Here, title: &str, suffix: &str) -> Result<Option<PathBuf>, Problem> {
    let (name, folder) = shell.with(|open| {
        let stem = open.path().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        let name = format!(
            "{} ({})",
            stem.unwrap_or_else(|| open.title()),
            words::word("suffix", suffix, language())
        );
        Ok((name, open.path().and_then(Path::parent).map(Path::to_owned)))
    })?;
    let name = dialogs::file_name(&name, JOURNEY.extension);
    Ok(dialogs::save(shell, title, folder.as_deref(), &name, JOURNEY).await)
}

/// Shows the map's file in the desktop's own program for files.
#[tauri::command]
pub async fn show_file(shell: Here) -> Result<(), Problem> {
    away(shell, |shell| {
        let path = shell.with(|open| Ok(open.path().map(Path::to_owned)))?;
        match path {
            Some(path) if path.exists() => place::reveal(&path),
            Some(_) => Err(Problem::said("share.file_gone", &[])),
            None => Err(Problem::said("share.no_file", &[])),
        }
    })
    .await
}

/// The names of copies that a synced folder made of the map's file, where it was changed in two places at once.
#[tauri::command]
pub async fn conflict_copies(shell: Here) -> Result<Vec<String>, Problem> {
    away(shell, |shell| Ok(copies(shell)?.iter().map(|path| file_name(path)).collect())).await
}

/// Opens one of these copies; the map that was open goes into its own file.
#[tauri::command]
pub async fn open_conflict_copy(shell: Here, name: String) -> Result<Option<OpenMap>, Problem> {
    away(shell, move |shell| {
        let found = copies(shell)?.into_iter().find(|path| file_name(path) == name);
        let path = found.ok_or_else(|| Problem::said("share.copy_gone", &[&name]))?;
        open_file(shell, &path)
    })
    .await
}

fn copies(shell: &Here) -> Result<Vec<PathBuf>, Problem> {
    let path = shell.with(|open| Ok(open.path().map(Path::to_owned)))?;
    Ok(path.map(|path| store::conflict_copies(&path)).unwrap_or_default())
}
