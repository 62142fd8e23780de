//! What a person chose for an export; the settings keep it for the next time.

use super::pages::Paper;
use crate::commands::ThemeName;
use crate::dialogs::Kind;
use crate::session::LANGUAGE;
use journey::Id;
use layout::{Contrast, Density, Options, Part};
use serde::{Deserialize, Serialize};

/// Which view of a map leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// The whole map.
    #[default]
    Canvas,
    /// A deck.
    Slides,
}

/// A format, named by its extension.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// A document to read and print.
    #[default]
    Pdf,
    /// A picture.
    Png,
    /// A drawing.
    Svg,
    /// Slides of native shapes.
    Pptx,
    /// All that the file holds.
    Json,
    /// The outline.
    Md,
    /// A Mermaid journey.
    Mmd,
}

impl Format {
    /// As a file dialog names it.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Png => Kind { name: "PNG picture", extension: "png" },
            Self::Pdf => Kind { name: "PDF document", extension: "pdf" },
            Self::Svg => Kind { name: "SVG drawing", extension: "svg" },
            Self::Pptx => Kind { name: "PowerPoint deck", extension: "pptx" },
            Self::Json => Kind { name: "JSON", extension: "json" },
            Self::Md => Kind { name: "Markdown outline", extension: "md" },
            Self::Mmd => Kind { name: "Mermaid journey", extension: "mmd" },
        }
    }

    /// Whether it is words and has no pages.
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Json | Self::Md | Self::Mmd)
    }

    /// Whether each page is a file of its own.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Svg)
    }
}

/// How far the words of a deck can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Distance {
    /// At a desk.
    #[default]
    Desk,
    /// From a projector.
    Projector,
}

/// All that a person chose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wish {
    /// The view.
    pub view: View,
    /// The format.
    pub format: Format,
    /// Light or dark.
    pub theme: ThemeName,
    /// What the canvas lies on: a paper, or one of its own size.
    pub paper: Paper,
    /// Whether a paper stands upright.
    pub upright: bool,
    /// Pixels of a picture of the canvas for each unit.
    pub scale: u32,
    /// How far a deck is read.
    pub distance: Distance,
    /// The width of a picture of a slide, in pixels.
    pub slide_width: u32,
    /// The parts of a deck that stay away.
    pub without: Vec<Part>,
    /// Whether a deck holds what the speaker says.
    pub notes: bool,
    /// The one page that leaves, counted from 0; none for all.
    pub only: Option<usize>,
}

impl Default for Wish {
    fn default() -> Self {
        Self {
            view: View::Canvas,
            format: Format::Pdf,
            theme: ThemeName::Light,
            paper: Paper::Map,
            upright: false,
            scale: 2,
            distance: Distance::Desk,
            slide_width: 1920,
            without: Vec::new(),
            notes: true,
            only: None,
        }
    }
}

impl Wish {
    /// What the wish asks of a layout.
    pub fn options(&self, map: Id, strong: bool) -> Options {
        Options {
            map,
            theme: self.theme.into(),
            contrast: if strong { Contrast::Strong } else { Contrast::Normal },
            language: LANGUAGE.to_owned(),
            density: match self.distance {
                Distance::Desk => Density::Normal,
                Distance::Projector => Density::Projector,
            },
            leave_out: self.without.clone(),
            ..Options::default()
        }
    }

    /// Pixels for each unit of a picture of the canvas; what makes no sense is brought to what does.
    pub fn scale(&self) -> f64 {
        f64::from(self.scale.clamp(1, 4))
    }

    /// The width of a picture of a slide.
    pub fn slide_width(&self) -> u32 {
        self.slide_width.clamp(640, 7680)
    }
}
