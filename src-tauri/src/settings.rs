//! What a person set for the whole program: one small JSON file in the folder for settings.

use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The look of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    /// As the desktop.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

/// The settings. A file of an older program lacks some, one of a newer program has more: both are read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The look.
    pub theme: ThemeChoice,
    /// How often the keys that the bottom bar hints at were used.
    pub hint_uses: u32,
    /// Whether the inspector is open.
    pub inspector: bool,
    /// Settings of a newer program; kept and written back.
    #[serde(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// Where settings lie; none where this computer has no such folder.
pub fn path() -> Option<PathBuf> {
    Some(dirs::config_dir()?.join("desire-path").join("settings.json"))
}

impl Settings {
    /// Reads the settings. A file that is missing or broken gives the defaults: settings are never worth a refusal.
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Writes the settings.
    ///
    /// # Errors
    /// Where the folder cannot be made or the file not be written.
    pub fn write(&self, path: &Path) -> std::io::Result<()> {
        write_json(path, self)
    }
}

/// Writes a small file whole: beside its place first, then in its place.
///
/// # Errors
/// Where the folder cannot be made or the file not be written.
pub fn write_json(path: &Path, value: &impl Serialize) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let beside = path.with_extension("json.new");
    std::fs::write(&beside, serde_json::to_vec_pretty(value)?)?;
    std::fs::rename(&beside, path)
}

#[cfg(test)]
mod tests {
    use super::{Settings, ThemeChoice};

    #[test]
    fn what_a_newer_program_set_is_kept() {
        let folder = std::env::temp_dir().join(format!("settings-{}", std::process::id()));
        let path = folder.join("settings.json");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&path, r#"{"theme":"dark","pen":{"width":2}}"#).unwrap();
        let mut settings = Settings::read(&path);
        assert_eq!(settings.theme, ThemeChoice::Dark);
        settings.hint_uses = 3;
        settings.write(&path).unwrap();
        let again = Settings::read(&path);
        assert_eq!(again.hint_uses, 3);
        assert_eq!(again.extra["pen"]["width"], 2);
        std::fs::write(&path, "no json").unwrap();
        assert_eq!(Settings::read(&path), Settings::default());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
