//! What a person chose for an export; the settings keep it for the next time.

use crate::commands::ThemeName;
use crate::dialogs::Kind;
use crate::problem::Problem;
use journey::Id;
use layout::{Contrast, Density, Include, Options, Paper, Part};
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
    /// The whole map on paper, with a key.
    Poster,
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
            Self::Png => Kind { extension: "png" },
            Self::Pdf => Kind { extension: "pdf" },
            Self::Svg => Kind { extension: "svg" },
            Self::Pptx => Kind { extension: "pptx" },
            Self::Json => Kind { extension: "json" },
            Self::Md => Kind { extension: "md" },
            Self::Mmd => Kind { extension: "mmd" },
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
    /// What the canvas or the poster lies on: a paper by its name, a size such as `300x200mm`, or nothing for a canvas
    /// of its own size.
    pub paper: String,
    /// Whether a paper stands upright.
    pub upright: bool,
    /// The paper that a poster is cut to; nothing for none.
    pub tile: String,
    /// Whether a poster has a sheet for each zone.
    pub zones_apart: bool,
    /// What is on the sheets.
    pub include: Include,
    /// Pixels of a picture of the canvas for each unit.
    pub scale: u32,
    /// Dots per inch of a picture of a poster.
    pub dpi: u32,
    /// How far a deck is read.
    pub distance: Distance,
    /// The width of a picture of a slide, in pixels.
    pub slide_width: u32,
    /// The parts of a deck that stay away.
    pub without: Vec<Part>,
    /// Whether a cover stands before the slides, as a presentation has it.
    pub cover: bool,
    /// Whether a deck holds what the speaker says.
    pub notes: bool,
    /// Whether an SVG has the shapes of its letters instead of text.
    pub outlines: bool,
    /// Whether all maps of the file leave, where the format holds several.
    pub all_maps: bool,
    /// The one page that leaves, counted from 0; none for all.
    pub only: Option<usize>,
}

impl Default for Wish {
    fn default() -> Self {
        Self {
            view: View::Canvas,
            format: Format::Pdf,
            theme: ThemeName::Light,
            paper: String::new(),
            upright: false,
            tile: String::new(),
            zones_apart: false,
            include: Include::default(),
            scale: 2,
            dpi: 300,
            distance: Distance::Desk,
            slide_width: 1920,
            without: Vec::new(),
            cover: false,
            notes: true,
            outlines: false,
            all_maps: false,
            only: None,
        }
    }
}

impl Wish {
    /// What the wish asks of a layout.
    pub fn options(&self, map: Id, strong: bool) -> Options {
        Options {
            map,
            view: match self.view {
                View::Canvas => layout::View::Canvas,
                View::Slides => layout::View::Slides,
                View::Poster => layout::View::Poster,
            },
            theme: self.theme.into(),
            contrast: if strong { Contrast::Strong } else { Contrast::Normal },
            density: match self.distance {
                Distance::Desk => Density::Normal,
                Distance::Projector => Density::Projector,
            },
            leave_out: self.without.clone(),
            cover: self.cover,
            ..Options::default()
        }
    }

    /// Whether all maps of the file leave. Pictures are of one map.
    pub fn takes_all_maps(&self) -> bool {
        self.all_maps && !self.format.is_picture() && !self.format.is_text()
    }

    /// The paper; none where the canvas is as large as its map. A poster always has one.
    ///
    /// # Errors
    /// Where the words name none.
    pub fn paper(&self) -> Result<Option<Paper>, Problem> {
        let on_paper = match self.view {
            View::Canvas => self.format == Format::Pdf,
            View::Slides => false,
            View::Poster => true,
        };
        if !on_paper || self.paper.trim().is_empty() {
            return Ok(None);
        }
        let paper = parsed(&self.paper)?;
        // Sizes that were typed lie as they were typed.
        Ok(Some(if self.upright && paper.name().is_some() { paper.upright() } else { paper }))
    }

    /// The paper that the poster is cut to.
    ///
    /// # Errors
    /// Where the words name none.
    pub fn tile(&self) -> Result<Option<Paper>, Problem> {
        if self.view != View::Poster || self.tile.trim().is_empty() {
            return Ok(None);
        }
        parsed(&self.tile).map(Some)
    }

    /// Dots per inch of a picture of a poster; what makes no sense is brought to what does.
    pub fn dpi(&self) -> f64 {
        f64::from(self.dpi.clamp(72, 600))
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

fn parsed(text: &str) -> Result<Paper, Problem> {
    Paper::parse(text).map_err(|_| Problem::said("export.paper", &[&text.trim()]))
}
