//! Which files were open in which windows, so that the next start goes on there: one small JSON file. Drafts are not in
//! it; Home lists them.

use crate::here::Pane;
use crate::settings::write_json;
use crate::shell::Shell;
use journey::Id;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::path::PathBuf;

/// A window as it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptWindow {
    /// Its file.
    pub path: PathBuf,
    /// The map that it showed.
    pub map: Id,
    /// Where its camera was, as the page says it.
    #[serde(default)]
    pub place: Option<Value>,
}

fn place() -> Option<PathBuf> {
    Some(dirs::data_local_dir()?.join("desire-path").join("windows.json"))
}

/// The windows of the last time whose files are still there; none where that is missing or broken.
pub fn read() -> Vec<KeptWindow> {
    let text = place().and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
    let mut kept: Vec<KeptWindow> = serde_json::from_str(&text).unwrap_or_default();
    kept.retain(|window| window.path.is_file());
    kept
}

/// What the next start needs of a window; none where it shows no file.
pub fn of(pane: &Pane) -> Option<KeptWindow> {
    let session = pane.session();
    let open = session.as_ref()?;
    Some(KeptWindow { path: open.path()?.to_owned(), map: open.map(), place: open.place().cloned() })
}

/// Keeps what the windows show now, and what those showed that went a moment ago: windows that close one after the other
/// as the program ends are all there again.
pub fn write(shell: &Shell) {
    let mut all = shell.leaving();
    all.extend(shell.panes().iter().filter_map(|pane| of(pane)));
    if let Some(path) = place() {
        // A convenience: where it cannot be kept, the next start shows Home.
        let _ = write_json(&path, &all);
    }
}
