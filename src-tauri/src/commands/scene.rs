//! The Scene of the open map, under the options of this window.

use crate::here::Here;
use crate::problem::Problem;
use layout::{Contrast, Lens, Options, Theme, WholeScene, Width};
use serde::{Deserialize, Serialize};

/// The look of a map, as the page names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeName {
    /// Ink on paper.
    #[default]
    Light,
    /// Paper on ink.
    Dark,
}

impl From<ThemeName> for Theme {
    fn from(name: ThemeName) -> Self {
        match name {
            ThemeName::Light => Self::Light,
            ThemeName::Dark => Self::Dark,
        }
    }
}

/// How wide a map is laid out, as the page names it.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum WidthWish {
    /// As wide as this, in px.
    Fit {
        /// The width.
        fit: f64,
    },
    /// At 100 %.
    Natural {
        /// Always null.
        #[allow(dead_code, reason = "its being there is the message")]
        natural: (),
    },
}

/// How much of the header there is room for, as the page names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LensName {
    /// All of it.
    Full,
    /// Title and people.
    Compact,
}

/// The whole Scene under these options, which from now on are this window's.
#[tauri::command]
pub fn scene(
    shell: Here,
    theme: ThemeName,
    width: WidthWish,
    lens: LensName,
    strong: bool,
    lines: Option<u32>,
) -> Result<WholeScene, Problem> {
    let width = match width {
        WidthWish::Fit { fit } => Width::Fit(fit),
        WidthWish::Natural { .. } => Width::Natural,
    };
    let lens = match lens {
        LensName::Full => Lens::Full,
        LensName::Compact => Lens::Compact,
    };
    let options = Options {
        theme: theme.into(),
        contrast: if strong { Contrast::Strong } else { Contrast::Normal },
        width,
        lens,
        clamp_lines: lines,
        ..Options::default()
    };
    shell.with(|open| open.show(options))
}
