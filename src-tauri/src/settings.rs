//! What a person set for the whole program: one small JSON file in the folder for settings.

use crate::showing::wish::Wish;
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

/// What the wheel does over the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wheel {
    /// It scrolls; with Ctrl it zooms.
    #[default]
    Scroll,
    /// It zooms; with Ctrl it scrolls.
    Zoom,
}

/// How much moves by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Motion {
    /// As the desktop.
    #[default]
    System,
    /// Things fade, nothing slides or tilts.
    Calm,
    /// Nothing at all.
    None,
}

/// The settings. A file of an older program lacks some, one of a newer program has more: both are read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The look.
    pub theme: ThemeChoice,
    /// The language of the window (BCP 47), or `system`.
    pub language: String,
    /// How large everything in the window is, as a factor.
    pub ui_scale: f64,
    /// Lines and borders in ink, no soft fills.
    pub strong_contrast: bool,
    /// How much moves by itself.
    pub motion: Motion,
    /// Whether a long card shows 8 lines only.
    pub short_cards: bool,
    /// What the wheel does over the map.
    pub wheel: Wheel,
    /// Whether single letters act on a focused card.
    pub single_letter_keys: bool,
    /// Whether words that no dictionary has are underlined while they are typed.
    pub spelling: bool,
    /// How often the keys that the bottom bar hints at were used.
    pub hint_uses: u32,
    /// Whether the inspector is open.
    pub inspector: bool,
    /// The commands that were chosen last from the list of commands, newest first.
    pub recent_commands: Vec<String>,
    /// What was chosen for the last export.
    pub showing: Wish,
    /// Settings of a newer program; kept and written back.
    #[serde(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::default(),
            language: "system".to_owned(),
            ui_scale: 1.0,
            strong_contrast: false,
            motion: Motion::default(),
            short_cards: false,
            wheel: Wheel::default(),
            single_letter_keys: true,
            spelling: true,
            hint_uses: 0,
            inspector: false,
            recent_commands: Vec::new(),
            showing: Wish::default(),
            extra: serde_json::Map::new(),
        }
    }
}

/// Where settings lie; none where this computer has no such folder.
pub fn path() -> Option<PathBuf> {
    Some(dirs::config_dir()?.join("desire-path").join("settings.json"))
}

impl Settings {
    /// Reads the settings. A file that is missing or broken gives the defaults, and so does a single setting that
    /// makes no sense: settings are never worth a refusal.
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let Ok(mut found) = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(&text) else {
            return Self::default();
        };
        found.retain(|name, value| {
            let alone = serde_json::Map::from_iter([(name.clone(), value.clone())]);
            serde_json::from_value::<Self>(alone.into()).is_ok()
        });
        serde_json::from_value(found.into()).unwrap_or_default()
    }

    /// How large everything is; what makes no sense is brought to what does.
    pub fn scale(&self) -> f64 {
        if self.ui_scale.is_finite() { self.ui_scale.clamp(1.0, 2.0) } else { 1.0 }
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
    use super::{Settings, ThemeChoice, Wheel};

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

    #[test]
    fn a_setting_that_makes_no_sense_leaves_the_others() {
        let folder = std::env::temp_dir().join(format!("settings-odd-{}", std::process::id()));
        let path = folder.join("settings.json");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&path, r#"{"theme":"sepia","ui_scale":7,"single_letter_keys":false,"wheel":"zoom"}"#)
            .unwrap();
        let settings = Settings::read(&path);
        assert_eq!((settings.theme, settings.wheel), (ThemeChoice::System, Wheel::Zoom));
        assert!(!settings.single_letter_keys);
        assert!((settings.scale() - 2.0).abs() < f64::EPSILON);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
