//! What went wrong, as the page shows it: a stable code, a sentence, a next step.

use crate::language::say;
use crate::log;
use journey::Phrase;
use serde::Serialize;
use std::fmt::Display;

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
    /// A problem in finished words. The log has its code, whose words may be about a map.
    pub fn new(code: &str, sentence: impl Into<String>, next_step: impl Into<String>) -> Self {
        log::failed(format!("problem {code}"));
        Self { code: code.to_owned(), sentence: sentence.into(), next_step: next_step.into() }
    }

    /// A problem of the window's own that `words` has a sentence for under its code, and a next step under the code and
    /// `.next`; both take the same arguments.
    pub fn said(code: &str, args: &[&dyn Display]) -> Self {
        let told = |key: &str| {
            let phrase = args.iter().fold(Phrase::new(key), |phrase, arg| phrase.with(arg));
            say(&phrase)
        };
        Self::new(code, told(code), told(&format!("{code}.next")))
    }

    /// The same, of a failure that has a sentence of its own: it goes into ours.
    pub fn about(code: &str, failure: &Phrase) -> Self {
        let told = |key: &str| say(&Phrase::new(key).with_phrase(failure));
        Self::new(code, told(code), told(&format!("{code}.next")))
    }

    /// No map is open in this window.
    pub fn nothing_open() -> Self {
        Self::said("window.nothing_open", &[])
    }

    /// A mistake of this program.
    pub fn internal() -> Self {
        Self::said("window.internal", &[])
    }
}

impl From<store::StoreError> for Problem {
    fn from(error: store::StoreError) -> Self {
        if let Some(path) = error.path() {
            log::failed(format!("{} with file {}", error.code(), log::of_file(path)));
        }
        Self::new(error.code(), say(&error.phrase()), say(&error.next_step()))
    }
}

impl From<layout::LayoutError> for Problem {
    fn from(error: layout::LayoutError) -> Self {
        Self::about("layout", &error.phrase())
    }
}

impl From<render::RenderError> for Problem {
    fn from(error: render::RenderError) -> Self {
        let (key, args) = error.told();
        Self::about("render", &Phrase { key, args })
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
