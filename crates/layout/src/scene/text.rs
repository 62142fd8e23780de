//! Text with its two faces: the words, and the placed glyphs of the same words.

use crate::geometry::Point;
use crate::paint::Color;
use serde::{Deserialize, Serialize};

/// A block of text: the words and the placed glyphs of the same words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TextPrim {
    /// The source string.
    pub text: String,
    /// Styles, without holes, in rising order of their ranges.
    pub spans: Vec<StyleSpan>,
    /// Upper left corner of the block.
    pub origin: Point,
    /// The width that the lines were broken to; lines are aligned in it.
    pub width: f64,
    /// How lines lie in the width.
    pub align: Align,
    /// Whether the block as a whole runs from right to left.
    pub rtl: bool,
    /// The lines, top to bottom.
    pub lines: Vec<TextLine>,
}

impl TextPrim {
    /// Whether its lines begin at its right edge, and grow to the left.
    pub fn begins_right(&self) -> bool {
        match self.align {
            Align::Start => self.rtl,
            Align::Center => false,
            Align::End => !self.rtl,
        }
    }
}

/// How lines lie in a block's width. Start and end follow the direction of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Align {
    /// At the side where reading begins.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// At the side where reading ends.
    End,
}

/// A style over a range of the source string.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StyleSpan {
    /// First byte of the range.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// The style.
    pub style: TextStyle,
}

/// The look of text.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TextStyle {
    /// Inter, or Inter Display for large titles.
    pub family: Family,
    /// 400, 500, 600 or 700.
    pub weight: u16,
    /// Slanted.
    pub italic: bool,
    /// Size of the font.
    pub size: f64,
    /// Height of a line.
    pub line_height: f64,
    /// Extra space after each glyph; other than 0 switches ligatures off.
    pub letter_spacing: f64,
    /// Figures of equal width; only on runs without spaces.
    pub tabular: bool,
    /// The colour.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub color: Color,
}

/// A bundled type family.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Family {
    /// Inter, in 400, 500, 600 and 700, and 400 italic.
    #[default]
    Inter,
    /// Inter Display, in 600.
    InterDisplay,
}

/// A line of a text block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TextLine {
    /// First byte of the line in the source string.
    pub start: u32,
    /// One past its last byte, without the line break or the spaces that hang at it.
    pub end: u32,
    /// Whether a hyphen, not in the source, was set at its end.
    pub hyphen: bool,
    /// Left edge of the ink's advance box, from the block's left edge.
    pub x: f64,
    /// Upper edge of the line's box, from the block's upper edge.
    pub y: f64,
    /// Sum of the advances.
    pub width: f64,
    /// Height of the line's box.
    pub height: f64,
    /// Baseline, from the block's upper edge.
    pub baseline: f64,
    /// The glyphs, in visual order. Painters draw these; the page sets the words instead.
    #[serde(skip)]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub runs: Vec<GlyphRun>,
    /// The faces other than the span's own that the line uses, for the page to ask for by name.
    pub fallbacks: Vec<FaceUse>,
}

/// A range of a line that is set in a face other than its span's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FaceUse {
    /// First byte in the source string.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Index into [`Scene::fonts`].
    pub font: u32,
}

/// Glyphs of one face, size and colour, side by side on a line.
#[derive(Clone, Debug, PartialEq)]
pub struct GlyphRun {
    /// Index into [`Scene::fonts`].
    pub font: u32,
    /// Size of the font.
    pub size: f64,
    /// The colour (ignored by the layers of colour glyphs that carry their own).
    pub color: Color,
    /// Whether the run is read from right to left.
    pub rtl: bool,
    /// Slant in degrees that the face lacks and the painter adds (0 for none).
    pub synthetic_slant: f64,
    /// First byte in the source string.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The glyphs, left to right.
    pub glyphs: Vec<Glyph>,
}

/// A placed glyph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Index in the face.
    pub id: u32,
    /// Its origin, from the block's left edge.
    pub x: f64,
    /// Its origin, from the block's upper edge (the baseline, unless the face moves it).
    pub y: f64,
    /// How far the pen moves on.
    pub advance: f64,
    /// First byte of the characters that it shows, in the source string.
    pub start: u32,
    /// One past the last byte. Equal to `start` for a glyph that only goes on with a cluster.
    pub end: u32,
}
