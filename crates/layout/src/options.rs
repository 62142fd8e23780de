//! What a caller may ask of a layout.

use crate::theme::{Contrast, Theme};
use journey::{Document, Id, Map, Phrase};
use serde::{Deserialize, Serialize};

/// Which view of a map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum View {
    /// The whole map as a table with a trail.
    #[default]
    Canvas,
    /// A deck: overview, one slide a stage, gaps, action plan.
    Slides,
    /// The whole map on paper, with a key at the foot.
    Poster,
}

/// How wide a layout is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Width {
    /// Every stage as wide as it is set.
    #[default]
    Natural,
    /// As wide as a window of so many units: stages share the width, but none gets narrower than 176.
    Fit(f64),
}

/// How much the map's header shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Lens {
    /// Title, chips, people, scenario and goal.
    #[default]
    Full,
    /// Title and people, for low windows.
    Compact,
    /// Nothing: the map begins with its stages.
    Hidden,
}

/// How much a slide holds, and how large its words are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// Nothing below 12 pt, for reading on a desk.
    #[default]
    Normal,
    /// Nothing below 18 pt and fewer things, for a room.
    Projector,
}

/// What a slide of a deck is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What a presentation begins with.
    Cover,
    /// The whole path, with its finding.
    Overview,
    /// One stage.
    Stages,
    /// Where the path breaks.
    Gaps,
    /// What is to be done.
    Plan,
}

/// What a caller may ask of a layout. The same options and the same document give the same Scene.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Options {
    /// The map.
    pub map: Id,
    /// Which view of it.
    pub view: View,
    /// Light or dark.
    pub theme: Theme,
    /// How far lines and edges stand out.
    pub contrast: Contrast,
    /// The language of the words that the program adds (BCP 47); none for the one that the map is written in. The
    /// map's own words stay as they are.
    pub language: Option<String>,
    /// How wide.
    pub width: Width,
    /// How much the map's header shows.
    pub lens: Lens,
    /// At most so many lines of a card's text, the last one ending in an ellipsis; none for all of them.
    pub clamp_lines: Option<u32>,
    /// How much a slide holds.
    pub density: Density,
    /// The parts of a deck that are not made; the slides that are left are numbered without them.
    pub leave_out: Vec<Part>,
    /// Whether a cover stands before the slides; the others are numbered without it.
    pub cover: bool,
}

impl Options {
    /// The language of the words that the program adds to a map.
    pub fn language_for<'a>(&'a self, map: &'a Map) -> &'a str {
        self.language.as_deref().unwrap_or(&map.language)
    }

    /// The same, for the map of these options in its document.
    pub(crate) fn language_in<'a>(&'a self, document: &'a Document) -> &'a str {
        document.maps.get(&self.map).map_or("en", |map| self.language_for(map))
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            map: Id::default(),
            view: View::Canvas,
            theme: Theme::Light,
            contrast: Contrast::Normal,
            language: None,
            width: Width::Natural,
            lens: Lens::Full,
            clamp_lines: None,
            density: Density::Normal,
            leave_out: Vec::new(),
            cover: false,
        }
    }
}

/// Why a layout could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    /// The document has no such map.
    #[error("there is no map {0} in the document")]
    NoMap(Id),
    /// A paper is none.
    #[error(transparent)]
    Paper(#[from] crate::paper::PaperError),
}

impl LayoutError {
    /// The sentence for people, to be said in their language.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NoMap(_) => Phrase::new("layout.no-map"),
            Self::Paper(error) => error.phrase(),
        }
    }
}
