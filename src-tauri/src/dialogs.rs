//! The native file dialogs. The page asks for one and never learns the path that comes out.

use crate::automation;
use crate::here::Here;
use crate::language::{language, say};
use journey::{Phrase, words};
use std::path::{Path, PathBuf};
use tauri::{Manager, async_runtime::spawn_blocking};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, MessageDialogButtons};

/// A kind of file.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Its extension, without the dot; also the key of what people call it.
    pub extension: &'static str,
}

impl Kind {
    /// What people call it.
    fn name(self) -> String {
        words::word("file_kind", self.extension, language())
    }
}

/// A sentence of a dialog.
fn said(key: &str) -> String {
    say(&Phrase::new(key))
}

/// Our own file.
pub const JOURNEY: Kind = Kind { extension: "journey" };

/// Asks for a file to open, under the title of this key; none where the person changed their mind.
pub async fn open(here: &Here, title: &str, kinds: &[Kind]) -> Option<PathBuf> {
    if let Some(answer) = automation::dialog_answer() {
        return answer;
    }
    let mut dialog = dialog(here).set_title(said(title));
    for kind in kinds {
        dialog = dialog.add_filter(kind.name(), &[kind.extension]);
    }
    let chosen = spawn_blocking(move || dialog.blocking_pick_file()).await.ok()??;
    chosen.into_path().ok()
}

/// Asks for a file of one of several extensions; none where the person changed their mind.
pub async fn open_one_of(here: &Here, title: &str, name: &str, extensions: &[&str]) -> Option<PathBuf> {
    if let Some(answer) = automation::dialog_answer() {
        return answer;
    }
    let dialog = dialog(here)
        .set_title(said(title))
        .add_filter(words::word("file_kind", name, language()), extensions);
    spawn_blocking(move || dialog.blocking_pick_file()).await.ok()??.into_path().ok()
}

/// Asks for a place to write to; none where the person changed their mind. The dialog itself asks before a file is
/// replaced; where the extension had to be added to what was typed, we ask for the longer name.
pub async fn save(
    here: &Here,
    title: &str,
    folder: Option<&Path>,
    name: &str,
    kind: Kind,
) -> Option<PathBuf> {
    if let Some(answer) = automation::dialog_answer() {
        return Some(with_extension(answer?, kind.extension));
    }
    let mut dialog =
        dialog(here).set_title(said(title)).set_file_name(name).add_filter(kind.name(), &[kind.extension]);
    if let Some(folder) = folder.filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    let chosen = spawn_blocking(move || dialog.blocking_save_file()).await.ok()??.into_path().ok()?;
    let path = with_extension(chosen.clone(), kind.extension);
    if path != chosen && path.exists() && !replace(here, &path).await {
        return None;
    }
    Some(path)
}

/// Asks for the name of a new folder; none where the person changed their mind. Pictures that stand there are asked about.
pub async fn save_folder(here: &Here, title: &str, folder: Option<&Path>, name: &str) -> Option<PathBuf> {
    if let Some(answer) = automation::dialog_answer() {
        return answer;
    }
    let mut dialog = dialog(here).set_title(said(title)).set_file_name(name);
    if let Some(folder) = folder.filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    let path = spawn_blocking(move || dialog.blocking_save_file()).await.ok()??.into_path().ok()?;
    // The dialog asks about files, not about folders.
    if path.is_dir() && !replace(here, &path).await {
        return None;
    }
    Some(path)
}

async fn replace(here: &Here, path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let question = here
        .app()
        .dialog()
        .message(say(&Phrase::new("dialog.replace.question").with(name)))
        .title(said("dialog.replace"))
        .buttons(MessageDialogButtons::OkCancelCustom(said("dialog.replace.yes"), said("dialog.replace.no")));
    spawn_blocking(move || question.blocking_show()).await.unwrap_or(false)
}

fn dialog(here: &Here) -> FileDialogBuilder<tauri::Wry> {
    let dialog = here.app().dialog().file();
    match here.app().get_webview_window(here.label()) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// The same path with the extension at its end, unless it is there in any case of letters.
fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    if path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension)) {
        return path;
    }
    let mut whole = path.into_os_string();
    whole.push(".");
    whole.push(extension);
    PathBuf::from(whole)
}

/// A name for a new file made of what people call a thing: without what some file system refuses.
pub fn file_name(title: &str, extension: &str) -> String {
    let cleaned: String = title
        .chars()
        .map(|one| if one.is_control() || r#"<>:"/\|?*"#.contains(one) { ' ' } else { one })
        .collect();
    let words: Vec<&str> = cleaned.split_whitespace().collect();
    let mut stem: String = words.join(" ").chars().take(80).collect();
    stem = stem.trim_matches(['.', ' ']).to_owned();
    if stem.is_empty() {
        stem.push_str("Map");
    }
    format!("{stem}.{extension}")
}

/// The same for a new folder.
pub fn folder_name(title: &str) -> String {
    file_name(title, "").trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{file_name, with_extension};
    use std::path::Path;

    #[test]
    fn the_extension_is_added_once() {
        let with = |path: &str| with_extension(path.into(), "journey");
        assert_eq!(with("/a/map"), Path::new("/a/map.journey"));
        assert_eq!(with("/a/map.v2"), Path::new("/a/map.v2.journey"));
        assert_eq!(with("/a/map.Journey"), Path::new("/a/map.Journey"));
    }

    #[test]
    fn titles_become_names_that_every_system_takes() {
        assert_eq!(file_name("B2B: price/terms?", "journey"), "B2B price terms.journey");
        assert_eq!(file_name("../..", "pdf"), "Map.pdf");
        assert_eq!(file_name("خريطة العميل", "png"), "خريطة العميل.png");
    }
}
