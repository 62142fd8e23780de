//! What went wrong, as the page shows it: a stable code, a sentence, a next step.

use crate::language::say;
use serde::Serialize;

/// Why something was refused or failed. Never a path of this computer beyond the name of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Stable, for code.
    pub code: String,
    /// What happened: one sentence.
    pub sentence: String,
    /// What to do about it: one sentence, or empty.
    pub next_step: String,
}

impl Problem {
    /// A problem of the window's own.
    pub fn new(code: &str, sentence: impl Into<String>, next_step: impl Into<String>) -> Self {
        Self { code: code.to_owned(), sentence: sentence.into(), next_step: next_step.into() }
    }

    /// No map is open in this window.
    pub fn nothing_open() -> Self {
        Self::new("window.nothing_open", "No map is open.", "Open a map first.")
    }

    /// A mistake of this program.
    pub fn internal() -> Self {
        Self::new(
            "window.internal",
            "Something went wrong inside Desire Path.",
            "Your changes are kept on this computer; close the map and open it again.",
        )
    }
}

impl From<store::StoreError> for Problem {
    fn from(error: store::StoreError) -> Self {
        Self::new(error.code(), say(&error.phrase()), say(&error.next_step()))
    }
}

impl From<layout::LayoutError> for Problem {
    fn from(error: layout::LayoutError) -> Self {
        Self::new("layout", format!("The map cannot be drawn: {error}."), "Undo the last step and try again.")
    }
}

impl From<render::RenderError> for Problem {
    fn from(error: render::RenderError) -> Self {
        Self::new("render", format!("The picture cannot be made: {error}."), "Choose another format.")
    }
}

/// Something that happened without the page asking.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    /// What it is.
    #[serde(flatten)]
    pub problem: Problem,
    /// How much it matters.
    pub kind: Weight,
}

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// May need a person.
    Warning,
    /// Something failed.
    Error,
}
